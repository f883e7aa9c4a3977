"""Which day a clock time or part of the day belongs to: that beside it, else the text's own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Literal

from timeline.german.direction_words import SAID, SHOULD
from timeline.german.meaning import Clock, Frequency, PartOfDay, Vague
from timeline.german.tokens import Tokens
from timeline.german.verb_forms import FINITE, forms
from timeline.german.verbs import tense
from timeline.models import Basis, as_day
from timeline.temporal.context import LISTING, Context, Reference
from timeline.temporal.found import REACH, Found
from timeline.temporal.happenings import day_beside, happening_beside
from timeline.temporal.nearest import SENTENCE
from timeline.temporal.passing import in_passing
from timeline.temporal.recognise import Hit
from timeline.temporal.sides import OPEN_ENDED
from timeline.temporal.spans import WEEK
from timeline.temporal.surroundings import joins_clause, words_between

#: a day (None: nobody knows), what names it, and how it was found; "set": many days
Place = tuple[date | None, str, Basis | Literal["set"]]


def day_for(tokens: Tokens, found: Sequence[Found], index: int, context: Context) -> Place:
    """The nearest day before it in the sentence, else behind it, else the text's, else today."""
    here = found[index].hit
    issued = context.published
    if issued is not None and _is_stamp(tokens, found[index]):
        return issued, issued.isoformat(), "relative"
    # a listing has no end: an entry of it without a day means the day of issue, whatever day
    # the entry before it has
    listing = len(tokens.words) > LISTING and isinstance(here.meaning, Clock)
    place = (
        _of_happening(tokens, found, index, context)
        or _in_sentence(tokens, found, index, context, listing=listing)
        or _under_heading(tokens, here, context)
    )
    if place is not None:
        return place
    if isinstance(here.meaning, PartOfDay) and here.meaning.far:
        then = context.longer_ago()  # „in jener Nacht“
        return _at(then) if then is not None else _NOBODY_KNOWS
    if isinstance(here.meaning, PartOfDay) and here.meaning.same and context.last_day is not None:
        return _at(context.last_day)
    return _of_text(tokens, found, index, context, listing=listing)


def _at(reference: Reference) -> Place:
    return reference.span.first, reference.text, "anchored"


_NOBODY_KNOWS: Place = (None, "", "relative")
_EACH: Place = (None, "", "set")


def _of_happening(
    tokens: Tokens, found: Sequence[Found], index: int, context: Context
) -> Place | None:
    """„am Abend vor der Wahl“: the day before the happening, if the text tells when that was."""
    here = found[index].hit
    happening = happening_beside(tokens, here) if isinstance(here.meaning, PartOfDay) else None
    if happening is None or not isinstance(here.meaning, PartOfDay):
        return None
    behind = (f for f in found[index + 1 :] if f.hit.lead - here.last <= _OF_A_NOUN)
    given = next((f.resolution.day for f in behind), None)
    beside = day_beside(happening, here.meaning.daypart, given, context)
    if beside is None:
        context.forget()
        return _NOBODY_KNOWS
    return (*beside, "anchored")


def _in_sentence(
    tokens: Tokens, found: Sequence[Found], index: int, context: Context, *, listing: bool
) -> Place | None:
    """The day of an expression beside it."""
    here = found[index].hit
    if _has_own_day(tokens, found, index):
        own = found[index + 1].resolution
        return own.day, own.anchor or "", own.basis
    for other in around(found, index):
        if is_likened(tokens, other):
            continue
        precedes = other.hit.first < here.first
        between = words_between(tokens, here, other.hit)
        if _is_parted(between, other, context) if precedes else _is_of_another(between, other):
            continue
        if not precedes and _is_of_a_night(tokens, between, other):
            continue
        if listing and precedes and not _ENTRY.isdisjoint(between):
            return None
        gap = (other.hit.last, here.lead) if precedes else (here.last, other.hit.lead)
        apart = sum(not OF_HOURS.fullmatch(word) for word in tokens.words[slice(*gap)])
        worded = any(word.isalpha() for word in tokens.words[slice(*gap)])
        if (
            worded
            and precedes
            and isinstance(here.meaning, Clock)
            and _closes_days(found, place_of(other, found, index))
        ):
            return _EACH  # „Von 18. bis 22. Mai ist die Straße von 8 bis 17 Uhr gesperrt“
        if isinstance(other.hit.meaning, Frequency) and apart <= _OF_A_SET:
            return _EACH  # „jeden Freitag um 6 Uhr“, „dreimal die Woche schon ab 6 Uhr“
        resolution, part = other.resolution, other.hit.meaning
        if resolution.reason and resolution.granularity == "day":
            return _NOBODY_KNOWS  # a day is named, and nobody knows which
        hours = resolution.value.endswith("TXX")  # „fünf Minuten später“ lends no day
        lends = not isinstance(part, PartOfDay) or part.step != 0  # „am nächsten Morgen um sieben“
        if resolution.day is not None and not hours and lends:
            return resolution.day, resolution.anchor or "", resolution.basis
    return None


def _closes_days(found: Sequence[Found], at: int) -> bool:
    """Whether a day ends a stretch of several: „von 18. bis (22. Mai)“."""
    other = found[at]
    before = found[at - 1].resolution.day if at else None
    ends = other.hit.prep == "bis" and other.continues
    day = other.resolution.day
    return ends and before is not None and day is not None and (day - before).days > 1


def _is_of_a_night(tokens: Tokens, between: Sequence[str], other: Found) -> bool:
    """„am Nachmittag klart es auf, in der Nacht zum Donnerstag …“: the day belongs to the night."""
    led, lead = tokens.words[: other.hit.lead][-1:], tokens.words[other.hit.lead]
    return "," in between and led == ["Nacht"] and lead in ("zum", "auf", "zu")


def _has_own_day(tokens: Tokens, found: Sequence[Found], index: int) -> bool:
    """„(22 Uhr am Samstag) und 6 Uhr am Sonntag“: its day follows at once."""
    here = found[index].hit
    if not (0 < index < len(found) - 1 and isinstance(here.meaning, Clock)):
        return False
    behind = found[index + 1]
    joined = "bis" if here.prep == "bis" else tokens.words[here.lead - 1]
    return (
        joined in ("und", "bis")
        and behind.hit.prep == "am"
        and behind.hit.lead == here.last
        and behind.resolution.day is not None
    )


def _is_of_another(between: Sequence[str], other: Found) -> bool:
    """Whether a day behind it belongs to something else: „18 Uhr, Sonntag 10 Uhr“."""
    if len(between) > _FAR or other.hit.prep in OPEN_ENDED:
        return True
    return _is_cut(between) or joins_clause(between)


def _under_heading(tokens: Tokens, here: Hit, context: Context) -> Place | None:
    """The day of the entry of a chronicle, of a log, or of a heading."""
    arrived = context.arrived
    if context.entry is not None:
        if arrived is not None and arrived.sentence > context.entry.sentence:
            return _at(arrived)
        return context.entry.day, context.entry.text, "anchored"
    logged = _last_entry(context) if _heads_entry(tokens, here) else None
    if logged is not None:
        return _at(logged)
    headed = context.section_day
    if headed is None:
        return None
    # „Samstag, 17.6. Flohmarkt, 8–15 Uhr“ under „Freitag“
    return _at(arrived if arrived is not None and arrived.head else headed)


def _of_text(
    tokens: Tokens, found: Sequence[Found], index: int, context: Context, *, listing: bool
) -> Place:
    """The day that the text has arrived at, else the day of issue."""
    here, published = found[index].hit, context.published
    reference = None if listing and published else context.arrived
    moves_on = isinstance(here.meaning, PartOfDay) and here.meaning.step  # „am nächsten Morgen“
    if reference is not None and reference.granularity == "range" and not moves_on:
        past = context.tense() == "past"
        ahead = past and published is not None and reference.span.first >= published
        if context.sentence - reference.sentence <= _NEAR and not ahead:
            # „Sie läuft vom 3. bis 5. Mai. Um 10 Uhr …“, not „Es fehlt heute und morgen. Um 2 …“
            return _NOBODY_KNOWS if past else _EACH
        reference = None
    if not listing and (reference is None or _is_elsewhen(reference, context)):
        reference = _earlier_day(context)
    if reference is not None and _is_report_of_now(tokens, here, reference, context):
        reference = _last_told(context)
    if _is_of_other_months(tokens, found, index, reference, context):
        return _NOBODY_KNOWS
    near = reference is not None and context.sentence - reference.sentence <= _NEAR
    if reference is not None and (near or _current(reference, context)):
        return _at(reference)
    if _is_of_old(tokens, found, index, context):
        return _NOBODY_KNOWS
    if published is not None and not context.narrative:
        told = isinstance(here.meaning, Clock) and context.tense() == "past" and not listing
        then = _last_told(context) if told else None
        return _at(then) if then is not None else (published, published.isoformat(), "relative")
    return _at(reference) if reference is not None else _NOBODY_KNOWS


def _is_report_of_now(tokens: Tokens, here: Hit, reference: Reference, context: Context) -> bool:
    """„…“, sagte der Landesrat am Abend“: not on the evening of a day of months ago."""
    issued = context.published
    if issued is None or context.narrative or not isinstance(here.meaning, PartOfDay):
        return False
    return issued - reference.span.first > _WEEKS and tokens.says(SAID) and not here.meaning.same


_WEEKS = timedelta(days=60)


def _is_of_other_months(
    tokens: Tokens,
    found: Sequence[Found],
    index: int,
    reference: Reference | None,
    context: Context,
) -> bool:
    """„Im Sommer standen sie um vier Uhr auf“: on no day that lies outside of that summer."""
    day = reference.span.first if reference is not None else context.published
    if day is None:
        return False
    here = found[index].hit
    return any(
        f.resolution.granularity in ("month", "season")
        and f.resolution.start is not None
        and f.resolution.end is not None
        and not as_day(f.resolution.start) <= day <= as_day(f.resolution.end)
        and f.hit.prep in ("im", "in")
        and "," not in words_between(tokens, f.hit, here)
        for f in around(found, index)
    )


_NEAR = 3  # sentences
_FAR = 8  # words
_OF_A_SET = 3  # words
_OF_A_NOUN = 5  # words: „(am Abend) vor der Wahl am Sonntag“


def _is_of_old(tokens: Tokens, found: Sequence[Found], index: int, context: Context) -> bool:
    """„Um 12.42 Uhr explodierte 1944 die Bombe“, „Damals las er bis 22 Uhr“: then, not today."""
    published = context.published
    beside = around(found, index)
    if context.tense() == "past" and any(f.hit.meaning == _FORMERLY for f in beside):
        return True
    return published is not None and any(
        f.resolution.basis == "absolute"
        and f.resolution.granularity in ("year", "month", "season")
        and f.resolution.end is not None
        and as_day(f.resolution.end) < published
        and not in_passing(tokens, f, found)
        and "," not in words_between(tokens, f.hit, found[index].hit)
        and context.tense() == "past"
        for f in beside
    )


_FORMERLY = Vague("PAST_REF")


def _is_parted(before: Sequence[str], other: Found, context: Context) -> bool:
    """Whether more than a day's own clock time stands behind a day: „bis 2. Mai …, abends bis 9“.

    Neither a deadline lends its day to what follows some words behind it, nor a day to come to
    what has been: „„Morgen wird gestreikt“, sagte sie am Abend“.
    """
    if len(before) <= 3:
        return False
    if other.hit.prep == "bis" and not other.continues:
        return True
    day = other.resolution.day
    ahead = day is not None and context.published is not None and day > context.published
    return ahead and not _CLAUSES.isdisjoint(before) and context.tense() == "past"


_CLAUSES = frozenset((",", "“", "”", "«", "»", '"'))


def is_explained(tokens: Tokens, item: Found) -> bool:
    """„In der Nacht, in der das Dach fiel“: which night it was, the clause behind it says."""
    behind = [word.lower() for word in tokens.words[item.hit.last : item.hit.last + 3]]
    led = behind[:2] in ([",", "in"], [",", "an"]) and behind[2:] in (["der"], ["dem"])
    return led and isinstance(item.hit.meaning, PartOfDay)


def _is_cut(between: Sequence[str]) -> bool:
    """A mark that sets a clock time apart from the day behind it.

    Not the comma of „Um 14.46 Uhr bebte die Erde, am 11. März“: a verb stands before it, and none
    behind it as in „Seit 6 Uhr wird gestreikt, das Ende ist für Samstag vorgesehen“.
    """
    marks = CUTS.intersection(between)
    if marks != {","}:
        return bool(marks)
    comma = between.index(",")
    told, after = (
        any(forms(w) & FINITE for w in part) for part in (between[:comma], between[comma:])
    )
    return after or not told


def _is_stamp(tokens: Tokens, item: Found) -> bool:
    """„+++ 21:40 Uhr +++ …“, „+++ 21.40 Uhr: …“: when the report was written."""
    words, hit = tokens.words, item.hit
    opens = 0 < hit.first <= 4 and set(words[: hit.first]) == {"+"}
    return opens and words[hit.last : hit.last + 1] in (["+"], [":"])


def _heads_entry(tokens: Tokens, hit: Hit) -> bool:
    """„21.55 Uhr: Der Notdienst rückt aus“: the next entry of a log, whatever tense it tells in."""
    return hit.lead == 0 and tokens.words[hit.last : hit.last + 1] == [":"]


def _last_entry(context: Context) -> Reference | None:
    """The last hour that the text has named, if it names no other day behind it."""
    last = next((r for r in reversed(context.references) if r.moment is not None), None)
    at = context.arrived
    moved = last is not None and at is not None and at.span.first != last.span.first
    return None if moved else last


def _earlier_day(context: Context) -> Reference | None:
    """The last day that the text has named and the tense allows.

    What has been is told near its day; „Die Kassen öffnen um 13 Uhr“ belongs to the match
    announced on top.
    """
    for reference in reversed(context.references):
        if context.sentence - reference.sentence > (4 if context.is_ahead(reference) else 3):
            continue
        told = reference.sentence < context.sentence and not reference.aside
        day = reference.granularity in ("day", "time")
        if told and day and not _is_elsewhen(reference, context):
            return reference
    return None


def _last_told(context: Context) -> Reference | None:
    """The last day of this week's news that was told some sentences ago.

    „Am Dienstag begann der Prozess …“ – and a paragraph later: „Er betrat den Saal um neun Uhr.“
    """
    for reference in reversed(context.references):
        if context.published is None or context.sentence - reference.sentence > _PARAGRAPHS:
            return None
        since = context.published - reference.span.first
        day = reference.granularity in ("day", "time") and not reference.aside
        if day and timedelta(0) <= since <= WEEK:
            return reference
    return None


_PARAGRAPHS = 8  # sentences


def _is_elsewhen(reference: Reference, context: Context) -> bool:
    """What has been is not told of a day to come, nor what is to come of a day gone by."""
    if context.published is None or context.narrative:
        return False
    day, told = reference.span.first, context.tense()
    if told == "present" and _is_told_on(reference, context):
        return False
    if told == "future" and context.says(SHOULD):
        return False  # „der um 5.10 Uhr abfahren sollte“
    return (day > context.published and told == "past") or (
        day < context.published and told in ("present", "future")
    )


def _is_told_on(reference: Reference, context: Context) -> bool:
    """„Am Abend des 8. August 2023 sitzt sie in der Warte. Es ist 23.40 Uhr“: a story told in the
    present goes on in it."""
    old = context.published is not None and context.published - reference.span.first > 2 * WEEK
    near = context.sentence - reference.sentence <= _NEAR and not context.now
    opens = reference.head or reference.moment is not None
    return old and near and opens and tense(reference.told[:SENTENCE]) == "present"


def around(found: Sequence[Found], index: int) -> list[Found]:
    """The expressions beside one: those before it, the nearest first, then those behind it."""
    before = found[max(0, index - REACH) : index]
    return [*reversed(before), *found[index + 1 : index + 1 + REACH]]


def place_of(other: Found, found: Sequence[Found], index: int) -> int:
    """Where one of the expressions around another stands among all."""
    near = range(max(0, index - REACH), min(len(found), index + 1 + REACH))
    return next(i for i in near if found[i] is other)


#: what ends an entry of a listing
_ENTRY = {";", ".", "|", "•", "·", "!", "?"}
#: a clock time goes on with the day the text is at, as long as that is about now
_ABOUT_NOW = timedelta(days=14)


def _current(reference: Reference, context: Context) -> bool:
    published = context.published
    return published is not None and abs(reference.span.first - published) <= _ABOUT_NOW


def is_likened(tokens: Tokens, other: Found) -> bool:
    """„um 14 Uhr, wie jeden Sonntag“: the Sundays are no more than compared with."""
    lead = other.hit.lead
    return isinstance(other.hit.meaning, Frequency) and lead > 0 and tokens.words[lead - 1] == "wie"


CUTS = frozenset(",;:.–")
#: what stands between the first hour and the days of „9–16 Uhr, mittwochs“
OF_HOURS = re.compile(r"[–-]|bis|Uhr|\d{1,2}(?:[.:]\d\d)?")
