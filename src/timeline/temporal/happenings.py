"""Days counted from what happened: „am Abend vor der Wahl“, „am Montag nach dem Unglück“."""

from __future__ import annotations

import re
from datetime import date, timedelta

from timeline.german.closed_classes import (
    COMMON_PREPOSITIONS,
    DEFINITE_ARTICLES,
    GENITIVES,
    POSSESSIVES,
)
from timeline.german.direction_words import HAPPENINGS, IN_GENERAL, TOLD_BY
from timeline.german.meaning import DayPart
from timeline.german.tokens import Tokens
from timeline.temporal.context import Context, Happening, Reference
from timeline.temporal.recognise import Hit


def happening_beside(tokens: Tokens, hit: Hit) -> Happening | None:
    """What the words behind an expression count it from, if that is something that happens.

    Not „am Montag vor dem Landgericht“.
    """
    if hit.last == len(tokens.words) or tokens.words[hit.last] not in _OPENS:
        return None
    behind = tokens.words[hit.last : hit.last + _REACH]
    if behind[0] in _OF:
        behind = ["", *behind]
    if len(behind) < 3 or behind[0] not in _SIDES or behind[1].lower() not in _LEADS:
        return None
    at = next((i for i, word in enumerate(behind[2:_PHRASE], 2) if not word[0].islower()), 0)
    if not at or not _ends(behind[at], HAPPENINGS):
        return None
    which = behind[at + 1].lower() if at + 1 < len(behind) else ""
    said = which in _OF | _SAYS_WHICH and which not in ("am", "im")
    nouns = (word for word in behind[at + 2 :] if word[0].isupper())
    return Happening(behind[at], _SIDES[behind[0]], next(nouns, "") if said else "")


_SIDES = {"vor": -1, "nach": 1, "": 0}
_OF = GENITIVES - {"einer"}
_OPENS = _OF | {"vor", "nach"}
_LEADS = DEFINITE_ARTICLES | POSSESSIVES
_SAYS_WHICH = COMMON_PREPOSITIONS
_PHRASE, _REACH = 5, 8  # words


def _ends(word: str, endings: tuple[str, ...]) -> bool:
    low = word.lower()
    return any(low.removesuffix(case).endswith(endings) for case in ("", "s", "es", "n", "en"))


def _named_before(noun: str, which: str, context: Context) -> Reference | None:
    """The date of the last sentence that has the word for a happening, or a verb for it.

    ``which`` is the noun that says which one is meant: „die Niederlage gegen (Ulm)“.
    """
    key = next((end for end in HAPPENINGS if _ends(noun, (end,))), noun.lower())
    for reference in reversed(context.references):
        words = re.findall(r"\w+", reference.told.lower())
        told = any(_ends(word, (key,)) or word.startswith(TOLD_BY.get(key, key)) for word in words)
        if told and (not which or any(word.startswith(which.lower()[:5]) for word in words)):
            return reference
    return None


def telling_of(noun: str, side: int, context: Context) -> Reference | None:
    """The date of the sentence that tells of a happening („das Unglück“), if one does.

    Where none has the word, a sentence in the past counts from the date just before it. One that
    looks further back („zwei Tage nach der Abstimmung hatte er …“, but not „vor …“), or tells of
    what is to come, is left open rather than dated wrongly.
    """
    named = _named_before(noun, "", context)
    further = side > 0 and context.looks_further_back
    if named is None and context.tense() == "past" and not further:
        return _just_told(context, _PARAGRAPH)
    return named


_PARAGRAPH = 4  # sentences


def _just_told(context: Context, reach: int) -> Reference | None:
    """The day of these weeks that the last ``reach`` sentences tell of, if the tense allows it."""
    published, tense = context.published, context.tense()
    if published is None:
        return None
    for reference in reversed(context.references):
        day = reference.span.first
        near = abs(day - published) <= timedelta(days=60)
        fits = day <= published if tense == "past" else day >= published
        single = reference.granularity in ("day", "time") and fits
        if near and single and context.sentence - reference.sentence <= reach:
            return reference
    return None


def day_of(happening: Happening, context: Context) -> Reference | None:
    """The day of a happening that another is counted from, or None.

    „Am 3. März brannte es. Am Montag nach dem Unglück …“: of such a text seldom tells two.
    """
    found = _named_before(happening.noun, happening.which, context)
    if found is None and not happening.which and _ends(happening.noun, IN_GENERAL):
        found = _just_told(context, 1)
    return found if found is not None and found.granularity in ("day", "time") else None


def day_beside(
    happening: Happening, part: DayPart, given: date | None, context: Context
) -> tuple[date, str] | None:
    """The day of „am Abend vor der Wahl“, „am Morgen nach dem Brand“, and what it is counted from.

    ``given`` is the day of the happening if the sentence names it: „vor der Wahl am Sonntag“.
    None: nobody knows when it was.
    """
    then = day_of(happening, context) if given is None else None
    if then is None and given is None and happening.side >= 0:
        then = _just_told(context, 1)  # „Am Mittwoch tagte der Rat. Am Abend nach dem Streit …“
    day = then.span.first if then is not None else given
    if day is None:
        return None
    night = then is not None and then.part in ("NI", "NZ")  # it is the morning of that date
    steps = 0 if night else _STEPS.get((happening.side, part), 0)
    try:
        day += timedelta(days=steps)
    except OverflowError:
        return None
    return day, then.text if then is not None else happening.noun


#: side of the happening and part of the day → days between them
_STEPS = {(1, "MO"): 1, (1, "MI"): 1, (-1, "EV"): -1, (-1, "NI"): -1}
