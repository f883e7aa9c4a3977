"""The year of a date that does not name it, and what cannot be dated at all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from timeline.german.direction_words import POSTPONED, PROCEEDINGS
from timeline.german.meaning import RelativeYear, Year
from timeline.german.verbs import is_pluperfect
from timeline.german.verbs import tense as tense_of_sentence
from timeline.german.words import STATES
from timeline.messages import Message, say
from timeline.models import Alternative, Granularity, as_day
from timeline.temporal import chronicle
from timeline.temporal.anchors import granularity_of, unknown_value
from timeline.temporal.context import Context, Reference, Resolution, dated
from timeline.temporal.nearest import (
    MONTH,
    NOT_FOUND,
    SENTENCE,
    SOON,
    InYear,
    Spanner,
    near_publication,
)
from timeline.temporal.spans import Span

#: the TIMEX3 mod of a part of a period
TIMEX_PART = {"start": "START", "mid": "MID", "end": "END"}
NO_ANCHOR = say("reason.unpublished")
NO_SUCH_DAY = say("reason.no-such-day")
NO_FEAST = say("reason.no-feast")
BY_STATE = say("reason.by-state")
TOO_FAR = say("reason.outside-calendar")
BEFORE_ERA = say("reason.before-era")


def unresolved(type_value: str, reason: Message, granularity: Granularity = "day") -> Resolution:
    """A date that cannot be resolved, with the reason a reader is given."""
    return Resolution("DATE", type_value, granularity=granularity, reason=reason)


def unresolved_unit(unit: str, reason: Message) -> Resolution:
    """The same of a whole calendar unit: „im Jahr darauf“."""
    return unresolved(unknown_value(unit), reason, granularity_of(unit))


def why_none(year: Year, context: Context, otherwise: Message) -> Message:
    """The reason where no year was found: nothing to count from, or no such day in the year."""
    known = isinstance(year, int) or context.published is not None
    return otherwise if known else NO_ANCHOR


def safe(make: Callable[[int], Span]) -> Spanner:
    """A spanner that says None where the calendar has no such day or year."""

    def spanner(year: int) -> Span | None:
        try:
            return make(year) if 1 <= year <= 9999 else None
        except (ValueError, OverflowError):
            return None

    return spanner


def find_year(
    spanner: Spanner,
    year: Year,
    context: Context,
    prep: str,
    step: int | None = None,
    *,
    beside: int = 0,
    reported: bool = False,
) -> InYear:
    """The span in the right year, how it was found, against what, and what else it could be.

    ``reported``: a quarter and its like, of which one tells most when it is over.

    A year named in the text decides. Else, in a narrative, the text's own time;
    else the verb: the past looks back from the publication date, present and
    future look ahead („am 21. Oktober zugesagt hatte“, „beginnt am 3. Mai“).
    """
    if isinstance(year, int):
        return spanner(year), "absolute", "", ()
    if context.here.sibling is not None and year is None:
        beside_it = _beside_sibling(spanner, context.here.sibling)
        if beside_it is not None:
            return beside_it
    last = context.last
    if beside:
        if last is not None:
            return _beside(spanner, last.span, beside), "anchored", last.text, ()
        step = beside  # no date to stand beside: the next or last one from the publication
    if isinstance(year, RelativeYear):
        return _counted(spanner, year, context)
    in_text = _in_text(spanner, context, prep, step)
    if in_text is not None:
        return in_text
    return near_publication(spanner, context, prep, step, reported=reported)


def _beside_sibling(spanner: Spanner, first: Resolution) -> InYear | None:
    """The second of „am 2. und 3. Oktober“: the next such day from the first on."""
    readings = []
    for reading in first.alternatives:
        also = _from(spanner, as_day(reading.start)) if reading.start is not None else None
        if also is not None:
            readings.append(replace(reading, start=also.first, end=also.last))
    span = _from(spanner, as_day(first.start)) if first.start is not None else None
    return (span, first.basis, first.anchor, tuple(readings)) if span is not None else None


def _from(spanner: Spanner, day: date) -> Span | None:
    spans = (spanner(year) for year in (day.year, day.year + 1))
    return next((s for s in spans if s is not None and s.first >= day), None)


def _counted(spanner: Spanner, year: RelativeYear, context: Context) -> InYear:
    """„dieses Jahres“ from the publication, „desselben Jahres“ from the text."""
    if context.last is not None and (year.anchored or context.narrative):
        return spanner(context.last.span.first.year + year.step), "anchored", context.last.text, ()
    told = context.last
    if year.step == -1 and told is not None and _is_left_behind(told, context):
        return spanner(told.span.first.year - 1), "anchored", told.text, ()
    base = context.published
    if base is None:
        return NOT_FOUND
    return spanner(base.year + year.step), "relative", base.isoformat(), ()


def _is_left_behind(told: Reference, context: Context) -> bool:
    """„im Sommer 1816 … im April des Vorjahres ausgebrochen war“: it looks back from there."""
    near = context.sentence - told.sentence <= 1 and told.basis == "absolute"
    return near and context.looks_further_back


def _in_text(spanner: Spanner, context: Context, prep: str, step: int | None) -> InYear | None:
    """The year as the text's own time has it, if the date hangs on that."""
    base, arrived = context.published, context.story_time()
    year = context.section
    if context.here.opens_entry and year is not None and year.granularity == "year":
        return spanner(year.span.first.year), "anchored", year.text, ()  # under „Das war 2014“
    if base is None and (arrived is None or not _near(arrived, context)):
        return NOT_FOUND
    if arrived is not None and (context.narrative or base is None):
        span = _onward(spanner, arrived, step)
        return _in_chapter(spanner, span, context.chapter), "anchored", arrived.text, ()
    if step is not None:
        return None
    entry = context.counting_entry
    if entry is not None:
        return chronicle.find(spanner, entry, context, prep), "anchored", entry.text, ()
    last = context.last
    if last is not None:
        beside = _beside_last(spanner, last, context, prep)
        if beside is not None:
            return beside, "anchored", last.text, ()
    story = context.historical()
    if story is None or base is None or _is_apart(spanner, story, base, context, prep):
        return None
    told = context.tense() in ("past", "none") or _goes_on_in_present(spanner, story, context)
    if told and (not _just_past(spanner, base, story) or _goes_on(spanner, story, context)):
        return _of_story(spanner, story, context)
    return None


def _beside_last(spanner: Spanner, last: Reference, context: Context, prep: str) -> Span | None:
    """What hangs on the date just before it: the next in a row, a day of the year it names."""
    if _is_next(last, context, prep):
        return _from(spanner, last.span.last)
    told_on = _told_on(spanner, last, context)
    if told_on is not None:
        return told_on
    named = _named_beside(spanner, context, prep)
    if named is None and context.says(_AT_THAT_TIME) and context.sentence - last.sentence <= 1:
        return _onward(spanner, last, None)  # „Damals … bis 25. August“
    return named


def _is_apart(spanner: Spanner, story: Reference, base: date, context: Context, prep: str) -> bool:
    """Whether a date has nothing to do with the story of long ago that the text was telling."""
    here, verbless = context.here, context.tense() == "none"
    if verbless and (here.is_label or (here.at_head and prep in ("bis", "ab"))):
        return True  # „bis 2.2.: Gerüst“, „Bis 22. Juni, dienstags bis sonntags …“
    if _is_left(spanner, story, base, context):
        return True  # „Im Juni 2024 war er informiert worden. Der Hang kam im Oktober“
    if here.noun.lower().endswith(PROCEEDINGS):
        return True  # „sagte bei der Verhandlung im März“, behind the day of the deed
    # „kündigte für den zweiten Verhandlungstag am 21. Oktober … an“
    return here.scheduled and _just_coming(spanner, base)


def _told_on(spanner: Spanner, last: Reference, context: Context) -> Span | None:
    """„wurde am 5. November 2024 gewählt und am 20. Januar vereidigt“: the next one from there on.

    Not „Der am 3. Mai 2019 eröffnete Park wurde im März …“, nor what the pluperfect looks back to.
    """
    published = context.published
    if published is None or last.sentence != context.sentence or last.basis == "relative":
        return None
    precise = last.granularity in ("day", "month", "season") and last.mod != "since"
    told = context.tense() in ("past", "none") and not context.looks_further_back
    if not (precise and told and context.here.tells_on) or last.span.last.year >= published.year:
        return None
    span = _from(spanner, last.span.first)
    return span if span is not None and span.first <= published else None


_AT_THAT_TIME = frozenset(("Damals", "damals"))
_IN_A_ROW = ("day", "month", "range", "season")


def _is_next(first: Reference, context: Context, prep: str) -> bool:
    """„vom 20. Dezember auf Ende Februar, dann auf den 2. Mai verschoben“: each is the next one."""
    if first.sentence != context.sentence or first.granularity not in _IN_A_ROW:
        return False
    put_off = prep == "auf" and context.here.from_day and context.says(POSTPONED)
    return put_off or (context.here.goes_on and context.tense() != "present")


def _goes_on_in_present(spanner: Spanner, story: Reference, context: Context) -> bool:
    """„Im Herbst 2023 fällt das Kartenhaus zusammen. Am 9. November wird er entlassen“: what a text
    tells of long ago in the present tense goes on so."""
    if not story.head or context.sentence - story.sentence != 1:
        return False
    if context.now or (context.tense() != "present" and not context.says(_PASSIVE)):
        return False
    if story.granularity == "year" or story.told.split()[:1] in (["Seit"], ["Bis"], ["Ab"]):
        return False
    own = spanner(story.span.first.year)
    if own is None or own.first < story.span.first:
        return False
    told = story.told[:SENTENCE]
    return tense_of_sentence(told) == "present" and STATES.isdisjoint(told.split()[:_OPENING])


_OPENING = 8  # words
_PASSIVE = frozenset(("wird", "werden"))  # „wird entlassen“ has the form of a future


def _of_story(spanner: Spanner, story: Reference, context: Context) -> InYear | None:
    """A date in the year of a story, which goes forward unless the verb looks back.

    „… im November 2023. Das Büro hat die Stadt zum 1. März vermietet“, told in 2025, hangs on
    the publication; „Er kam im November 2012. Im März ging er“ is 2013.
    """
    year = story.span.first.year
    span = spanner(year)
    precise = story.granularity in ("day", "month", "time")
    behind = precise and span is not None and span.last < story.span.first
    apart = story.sentence != context.sentence
    if behind and not apart and not context.looks_further_back:
        return None  # „Der am 3. Mai 2019 eröffnete Park wurde im März geschlossen“
    alone = apart and not context.in_old_story()
    if alone and context.says(_STILL):
        return None  # „Noch im Frühjahr traf man ihn“
    if behind and alone and not context.looks_further_back:
        if context.published and context.published - story.span.first < _RECENT:
            return None
        span = spanner(year + 1) or span
    later = span is not None and span.first > story.span.last
    recent = later and apart and _has_just_been(spanner, context.published, 2 * MONTH)
    if recent and context.looks_further_back and not _told_further_back(story):
        return None  # „1952 erwarb es das Museum. Anfang Dezember hatte der Rat …“
    return span, "anchored", story.text, ()


def _told_further_back(story: Reference) -> bool:
    return is_pluperfect([word.strip('.,;:“”"') for word in story.told[:SENTENCE].split()])


def _is_left(spanner: Spanner, story: Reference, base: date, context: Context) -> bool:
    """Whether a text looked back at the last year or two in the pluperfect, and tells on."""
    near = base.year - story.span.first.year <= _LATELY
    told_on = story.sentence != context.sentence and not context.looks_further_back
    return (
        near
        and told_on
        and not context.in_old_story()
        and _told_further_back(story)
        and not _is_days_later(spanner, story)
    )


def _is_days_later(spanner: Spanner, story: Reference) -> bool:
    """„Am 3. März 2024 war er verschwunden. Am 5. März fand man sein Rad“"""
    span = spanner(story.span.first.year)
    if span is None or story.granularity not in ("day", "time"):
        return False
    return timedelta(0) < span.first - story.span.first <= _WEEKS


_LATELY = 2  # years
_WEEKS = timedelta(days=21)
_STILL = frozenset(("Noch", "Zuletzt"))
_RECENT = timedelta(days=550)


def _beside(spanner: Spanner, named: Span, step: int) -> Span | None:
    """„im Mai darauf“, „im Sommer zuvor“: the next or the last one beside a date of the text."""
    year = named.first.year
    spans = [s for y in range(year - 2, year + 2) if (s := spanner(y)) is not None]
    if step > 0:
        return next((s for s in spans if s.first > named.last), None)
    return next((s for s in reversed(spans) if s.last < named.first), None)


def _named_beside(spanner: Spanner, context: Context, prep: str) -> Span | None:
    """„im Sommer 2021, vom 11. Juni an“, „im Vorjahr … am 24. Mai“: in what the sentence names."""
    last, base = context.last, context.published
    if last is None or last.sentence != context.sentence or last.aside or base is None:
        return None
    told = last.basis != "relative" or context.tense() == "past"
    ends = prep == "bis" and context.here.continues
    closes = context.here.between or ends
    if closes and last.granularity in ("day", "month", "range") and told:
        # the end of what began there
        spans = (spanner(y) for y in (last.span.first.year, last.span.first.year + 1))
        return next((s for s in spans if s is not None and s.last >= last.span.first), None)
    if last.granularity not in ("year", "season", "quarter"):
        return None
    if last.granularity == "year" and (ends or not context.here.beside):
        return None  # „Ob er 2010 antritt, entscheidet er im Frühjahr“, „von 2010 bis Mai“
    apposed = context.here.continues and last.basis == "absolute"  # „1989, am 9. November, …“
    told = context.tense() in ("past", "none") or apposed
    if last.span.last.year < base.year and not told:
        return None  # „1903 gegründet, feiert der Verein am 3. Mai“
    for year in {last.span.first.year, last.span.last.year}:
        span = spanner(year)
        if span is not None and last.span.first <= span.first and span.last <= last.span.last:
            return span
    return None


def _goes_on(spanner: Spanner, story: Reference, context: Context) -> bool:
    """Whether a date is the next of an old story: soon after its last day."""
    if story.granularity == "year":
        return False
    span = spanner(story.span.first.year)
    if story.sentence == context.sentence and span is not None:
        # „lag im Januar 2019 vor, wurde aber erst im Mai …“; „1991, das Werk hatte im Mai …“
        return span.first >= story.span.first or context.looks_further_back
    behind = span is not None and span.first >= story.span.first
    soon = behind and span is not None and span.first - story.span.last <= 2 * MONTH
    return soon or context.in_old_story()


def _just_past(spanner: Spanner, base: date | None, story: Reference) -> bool:
    """Whether one such day lies shortly before the publication: that one is news.

    A mere year of the past holds less firmly than a day of it.
    """
    return _has_just_been(spanner, base, 4 * MONTH if story.granularity == "year" else MONTH)


def _has_just_been(spanner: Spanner, base: date | None, near: timedelta) -> bool:
    if base is None:
        return False
    spans = (spanner(base.year), spanner(base.year - 1))
    return any(s is not None and s.first <= base and base - s.last <= near for s in spans)


def _near(arrived: Reference, context: Context) -> bool:
    """Without a publication date an incomplete one hangs on a year just named, or on none."""
    return context.sentence - arrived.sentence <= 3 and arrived.granularity not in (
        "decade",
        "century",
        "range",
    )


def _just_coming(spanner: Spanner, base: date | None) -> bool:
    """Whether one such day lies soon behind the publication."""
    spans = (spanner(base.year), spanner(base.year + 1)) if base else ()
    return any(s is not None and base and base <= s.first <= base + SOON for s in spans)


#: a narrative goes forward: a month so far behind the last one belongs to the next year
_TURN_OF_YEAR = timedelta(days=240)


def _onward(spanner: Spanner, arrived: Reference, step: int | None) -> Span | None:
    """The span in the year a narrative has arrived at, or in the next after its December."""
    year = arrived.span.first.year
    span = spanner(year + (step or 0) if arrived.granularity == "year" else year)
    reach = {"day": _TURN_OF_YEAR, "month": _TURN_OF_YEAR, "time": _TURN_OF_YEAR}
    if arrived.span.last.year > year:
        reach["season"] = _BEFORE_WINTER  # „Im Winter ruhte der Bau. Im Mai …“
    behind = reach.get(arrived.granularity)
    if span is not None and behind is not None and arrived.span.first - span.first > behind:
        return spanner(year + 1) or span
    return span


_BEFORE_WINTER = timedelta(days=120)


def _in_chapter(spanner: Spanner, span: Span | None, chapter: Span | None) -> Span | None:
    """What would lie before the time a heading names lies in its next year."""
    if chapter is None or span is None or span.first >= chapter.first:
        return span
    after = spanner(span.first.year + 1)
    return after if after is not None and after.last <= chapter.last else span


def confidence_in(readings: tuple[Alternative, ...]) -> float:
    """How sure a date is that could be read otherwise."""
    return 0.85 if readings else 1.0


def named_day(
    spanner: Spanner,
    year: Year,
    context: Context,
    prep: str,
    granularity: Granularity = "day",
    *,
    unknown: str = "XXXX-XX-XX",
) -> Resolution:
    """A day (or few days) that a name and a year make: „erster Sonntag im Mai“."""
    span, basis, anchor, readings = find_year(spanner, year, context, prep)
    if span is None:
        return unresolved(unknown, why_none(year, context, NO_SUCH_DAY))
    return dated(
        span.first.isoformat(), span, granularity, basis=basis, anchor=anchor, alternatives=readings
    )
