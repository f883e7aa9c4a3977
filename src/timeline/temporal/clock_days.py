"""Which day a clock time or part of the day belongs to: that beside it, else the text's own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Literal

from timeline.german.meaning import Clock, Frequency, PartOfDay, Vague
from timeline.german.tokens import Tokens
from timeline.german.verb_forms import FINITE, forms
from timeline.models import Basis, as_day
from timeline.temporal.context import LISTING, Context, Reference
from timeline.temporal.found import REACH, Found
from timeline.temporal.happenings import day_beside, happening_beside
from timeline.temporal.passing import in_passing
from timeline.temporal.recognise import Hit
from timeline.temporal.sides import OPEN_ENDED
from timeline.temporal.surroundings import words_between

#: a day (None: nobody knows), what names it, and how it was found; "set": many days
Place = tuple[date | None, str, Basis | Literal["set"]]


def day_for(tokens: Tokens, found: Sequence[Found], index: int, context: Context) -> Place:
    """The nearest day before it in the sentence, else behind it, else the text's, else today."""
    here = found[index].hit
    if context.published is not None and _is_stamp(tokens, found[index]):
        return context.published, context.published.isoformat(), "relative"
    if isinstance(here.meaning, PartOfDay) and (happening := happening_beside(tokens, here)):
        behind = (f for f in found[index + 1 :] if f.hit.lead - here.last <= _OF_A_NOUN)
        given = next((f.resolution.day for f in behind), None)
        beside = day_beside(happening, here.meaning.daypart, given, context)
        if beside is None:
            context.forget()
            return None, "", "relative"
        return (*beside, "anchored")
    # a listing has no end: an entry of it without a day means the day of issue, whatever day
    # the entry before it has
    listing = len(tokens.words) > LISTING and isinstance(here.meaning, Clock)
    for other in around(found, index):
        if is_likened(tokens, other):
            continue
        between = tokens.words[here.last : other.hit.first]
        if other.hit.first > here.first and (
            len(between) > 8
            or _is_cut(between)
            or _joins_clause(between)
            or other.hit.prep in OPEN_ENDED
        ):
            continue  # „18 Uhr, Sonntag 10 Uhr“: the Sunday is the second one's
        before = tokens.words[other.hit.last : here.first]
        if other.hit.first < here.first and _is_parted(before, other, context):
            continue
        if listing and other.hit.first < here.first and not _ENTRY.isdisjoint(before):
            break
        gap = (
            slice(other.hit.last, here.lead)
            if other.hit.first < here.first
            else slice(here.last, other.hit.lead)
        )
        apart = sum(not OF_HOURS.fullmatch(word) for word in tokens.words[gap])
        if isinstance(other.hit.meaning, Frequency) and apart <= _OF_A_SET:
            return None, "", "set"  # „jeden Freitag um 6 Uhr“, „dreimal die Woche schon ab 6 Uhr“
        if other.resolution.reason and other.resolution.granularity == "day":
            return None, "", "relative"  # a day is named, and nobody knows which
        day = other.resolution.day
        hours = other.resolution.value.endswith("TXX")  # „fünf Minuten später“ lends no day
        part = other.hit.meaning
        lends = not isinstance(part, PartOfDay) or part.step != 0  # „am nächsten Morgen um sieben“
        if day is not None and not hours and lends:
            resolution = other.resolution
            return day, resolution.anchor or "", resolution.basis
    if context.entry is not None:
        named = context.arrived
        if named is not None and named.sentence > context.entry.sentence:
            return named.span.first, named.text, "anchored"
        return context.entry.day, context.entry.text, "anchored"
    logged = _last_entry(context) if _heads_entry(tokens, here) else None
    if logged is not None:
        return logged.span.first, logged.text, "anchored"
    headed = context.section_day
    if headed is not None:
        later = context.arrived  # „Samstag, 17.6. Flohmarkt, 8–15 Uhr“ under „Freitag“
        under = later if later is not None and later.head else headed
        return under.span.first, under.text, "anchored"
    if isinstance(here.meaning, PartOfDay) and here.meaning.same and context.last_day is not None:
        return context.last_day.span.first, context.last_day.text, "anchored"
    reference = None if listing and context.published else context.arrived
    moves_on = isinstance(here.meaning, PartOfDay) and here.meaning.step  # „am nächsten Morgen“
    if reference is not None and reference.granularity == "range" and not moves_on:
        past, published = context.tense() == "past", context.published
        ahead = past and published is not None and reference.span.first >= published
        if context.sentence - reference.sentence <= 3 and not ahead:
            # „Sie läuft vom 3. bis 5. Mai. Um 10 Uhr …“, not „Es fehlt heute und morgen. Um 2 …“
            return None, "", "relative" if past else "set"
        reference = None
    if not listing and (reference is None or _is_elsewhen(reference, context)):
        reference = _earlier_day(context)
    if reference is not None and (
        context.sentence - reference.sentence <= 3 or _current(reference, context)
    ):
        return reference.span.first, reference.text, "anchored"
    if _is_of_old(tokens, found, index, context):
        return None, "", "relative"
    if context.published is not None and not context.narrative:
        told = isinstance(here.meaning, Clock) and context.tense() == "past" and not listing
        then = _last_told(context) if told else None
        if then is not None:
            return then.span.first, then.text, "anchored"
        return context.published, context.published.isoformat(), "relative"
    if reference is not None:
        return reference.span.first, reference.text, "anchored"
    return None, "", "relative"


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

    Not the comma of „Um 14.46 Uhr bebte die Erde, am 11. März“: a verb stands before it.
    """
    marks = CUTS.intersection(between)
    return bool(marks) and (marks != {","} or not any(forms(w) & FINITE for w in between))


def _joins_clause(between: Sequence[str]) -> bool:
    """„wurden am Vormittag bestellt und sollen (heute eintreffen)“: another clause has that day."""
    pairs = pairwise(between)
    return any(word == "und" and bool(forms(verb) & FINITE) for word, verb in pairs)


def _is_stamp(tokens: Tokens, item: Found) -> bool:
    """„+++ 21:40 Uhr +++ …“: when the report was written."""
    words, hit = tokens.words, item.hit
    return 0 < hit.first <= 4 and set(words[: hit.first] + words[hit.last : hit.last + 1]) == {"+"}


def _heads_entry(tokens: Tokens, hit: Hit) -> bool:
    """„21.55 Uhr: Der Notdienst rückt aus“: the next entry of a log, whatever tense it tells in."""
    return hit.lead == 0 and tokens.words[hit.last : hit.last + 1] == [":"]


def _last_entry(context: Context) -> Reference | None:
    """The last hour that the text has named."""
    return next((r for r in reversed(context.references) if r.moment is not None), None)


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
        if day and timedelta(0) <= since <= timedelta(days=7):
            return reference
    return None


_PARAGRAPHS = 8  # sentences


def _is_elsewhen(reference: Reference, context: Context) -> bool:
    """What has been is not told of a day to come, nor what is to come of a day gone by."""
    if context.published is None or context.narrative:
        return False
    day, tense = reference.span.first, context.tense()
    return (day > context.published and tense == "past") or (
        day < context.published and tense in ("present", "future")
    )


def around(found: Sequence[Found], index: int) -> list[Found]:
    """The expressions beside one: those before it, the nearest first, then those behind it."""
    before = found[max(0, index - REACH) : index]
    return [*reversed(before), *found[index + 1 : index + 1 + REACH]]


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
