"""Days counted from what happened: „am Abend vor der Wahl“, „am Montag nach dem Unglück“."""

from __future__ import annotations

from datetime import date, timedelta

from timeline.german.clause_words import ARTICLES
from timeline.german.direction_words import FATES, HAPPENINGS, POSSESSIVES
from timeline.german.meaning import DayPart
from timeline.german.tokens import Tokens
from timeline.temporal.context import Context, Happening, Reference
from timeline.temporal.recognise import Hit


def happening_beside(tokens: Tokens, hit: Hit) -> Happening | None:
    """What the words behind an expression count it from, if that is something that happens.

    Not „am Montag vor dem Landgericht“.
    """
    behind = tokens.words[hit.last : hit.last + _PHRASE]
    if behind and behind[0].lower() in _OF:
        behind = ["", *behind]
    if len(behind) < 3 or behind[0] not in _SIDES or behind[1].lower() not in _LEADS:
        return None
    noun = next((word for word in behind[2:] if not word[0].islower()), "")
    return Happening(noun, _SIDES[behind[0]]) if _is_one_of(noun, HAPPENINGS) else None


def _is_one_of(noun: str, endings: tuple[str, ...]) -> bool:
    low = noun.lower()
    return any(low.removesuffix(case).endswith(endings) for case in ("", "s", "es", "n", "en"))


_SIDES = {"vor": -1, "nach": 1, "": 0}
_OF = frozenset(("des", "der", "seines", "seiner", "ihres", "ihrer", "dieses", "dieser"))
_LEADS = (ARTICLES | POSSESSIVES) - {"ein", "einem", "einer", "eines", "einen", "eine"}
_PHRASE = 5  # words


def named_before(noun: str, context: Context) -> Reference | None:
    """The date of the last sentence that has the word for a happening."""
    stem = noun.lower()[: max(5, len(noun) - 3)]
    told = (r for r in reversed(context.references) if stem in r.told.lower())
    return next(told, None)


def telling_of(noun: str, side: int, context: Context) -> Reference | None:
    """The date of the sentence that tells of a happening („das Unglück“), if one does.

    Where none has the word, a sentence in the past counts from the date just before it. One that
    looks further back („zwei Tage nach der Abstimmung hatte er …“, but not „vor …“), or tells of
    what is to come, is left open rather than dated wrongly.
    """
    named = named_before(noun, context)
    further = side > 0 and context.looks_further_back
    if named is None and context.tense() == "past" and not further:
        return _just_told(context)
    return named


def _just_told(context: Context) -> Reference | None:
    """The day of these weeks that the last sentences tell of."""
    published = context.published
    if published is None:
        return None
    for reference in reversed(context.references):
        near = abs(reference.span.first - published) <= timedelta(days=60)
        single = reference.granularity in ("day", "time") and reference.span.first <= published
        if near and single and context.sentence - reference.sentence <= 4:
            return reference
    return None


def day_of(happening: Happening, context: Context) -> Reference | None:
    """The day of a happening that another is counted from, or None.

    „Am 3. März brannte es. Am Morgen nach dem Brand …“: of a fate a text seldom has two.
    """
    found = named_before(happening.noun, context)
    if found is None and _is_one_of(happening.noun, FATES):
        found = _just_told(context)
    return found if found is not None and found.granularity in ("day", "time") else None


def day_beside(
    happening: Happening, part: DayPart, given: date | None, context: Context
) -> tuple[date, str] | None:
    """The day of „am Abend vor der Wahl“, „am Morgen nach dem Brand“, and what it is counted from.

    ``given`` is the day of the happening if the sentence names it: „vor der Wahl am Sonntag“.
    None: nobody knows when it was.
    """
    then = day_of(happening, context) if given is None else None
    day = then.span.first if then is not None else given
    if day is None:
        return None
    night = then is not None and then.part in ("NI", "NZ")  # it is the morning of that date
    steps = happening.side if happening.side < 0 or part in ("MO", "MI") else 0
    try:
        day += timedelta(days=0 if night else steps)
    except OverflowError:
        return None
    return day, then.text if then is not None else happening.noun
