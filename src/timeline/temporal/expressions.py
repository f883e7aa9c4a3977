"""The tagger: text in, time expressions out.

Sentence by sentence: recognise → resolve days → give clock times and parts of
the day their day → join what belongs together (a day and its clock time, the two
ends of a range).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, tzinfo
from zoneinfo import ZoneInfo

from timeline.german.meaning import (
    Amount,
    CalendarDate,
    Clock,
    DeicticDay,
    Feast,
    PartOfDay,
    Shift,
    UnitStep,
    Weekday,
    timex_weekday,
)
from timeline.german.tokens import Tokens
from timeline.german.verb_forms import FINITE, forms
from timeline.german.verbs import HAD
from timeline.models import TimeExpression, as_day
from timeline.temporal import chronicle
from timeline.temporal.anchors import NO_REFERENCE
from timeline.temporal.calendar_dates import needs_month
from timeline.temporal.clocktimes import at_a_day
from timeline.temporal.context import Context, Kind, Resolution, Setting
from timeline.temporal.counting import Counted, counted_before
from timeline.temporal.found import REACH, Found
from timeline.temporal.habits import is_habit
from timeline.temporal.hints import ASLEEP
from timeline.temporal.joining import join
from timeline.temporal.lengths import after_clock
from timeline.temporal.passing import (
    in_passing,
    is_compared,
    is_denied,
    is_faced,
    is_issue,
    is_of_noun,
    is_origin,
    is_report,
    is_since,
)
from timeline.temporal.persons import is_person
from timeline.temporal.pointing import at_large
from timeline.temporal.recognise import Hit, dated_sentences, recognise
from timeline.temporal.resolve import counted_from, resolve
from timeline.temporal.setting import setting_of
from timeline.temporal.sides import OPEN_ENDED, is_not_before
from timeline.temporal.spans import Span
from timeline.temporal.spoken import as_spoken
from timeline.temporal.surroundings import (
    in_contrast,
    in_general,
    in_range,
    is_apposition,
    is_figurative,
    is_heading,
    of_another_time,
    tense_of_clause,
    with_year_behind,
)
from timeline.temporal.years import BY_STATE, unresolved


def tag(
    text: str,
    published: date | None,
    spans: Sequence[tuple[int, int]] | None = None,
    *,
    locale: str = "de-DE",
    kind: Kind = "news",
    zone: str = "Europe/Berlin",
) -> list[TimeExpression]:
    """Time expressions in ``text`` (only within ``spans``, if given), in order.

    Offsets count from the start of ``text``. ``published`` is the publication
    day; without it absolute dates still resolve, relative ones carry a reason.
    """
    context = Context(published, locale, kind, begin=spans[0][0] if spans else 0)
    local = ZoneInfo(zone)
    out: list[TimeExpression] = []
    for first, last in spans if spans is not None else [(0, len(text))]:
        read = first
        for tokens in dated_sentences(text, first, last):
            context.sentence += 1 + _sentences_between(text, read, tokens.begin)
            read = tokens.end
            out += _sentence(text, tokens, context, local)
    return out


def _sentences_between(text: str, first: int, last: int) -> int:
    """How many sentences were skipped, about: near and far is all that matters."""
    skipped = text[first:last].strip()
    return skipped.count(". ") + skipped.count(".\n") + 1 if skipped else 0


def _sentence(text: str, tokens: Tokens, context: Context, zone: tzinfo) -> list[TimeExpression]:
    hits = recognise(tokens)
    if not any(isinstance(hit.meaning, CalendarDate) for hit in hits):
        hits = [hit for hit in hits if not needs_month(hit.meaning, context)]
    hits = [hit for hit in hits if not is_person(text, tokens, hit, context)]
    if not hits:
        return []
    context.tokens = tokens
    context.arrived = context.last_day
    if context.sentence > 1 and context.now:
        context.returned = context.sentence
    heading = chronicle.heads_entry(tokens, hits[0], context)
    if not heading and chronicle.is_over(text, tokens, context):
        context.entry = None
    found = _days(text, tokens, hits, context, heading=heading)
    if is_heading(text, tokens.begin, tokens.end):
        _head_section(tokens, found, context)
    for index, item in enumerate(found):
        meaning = item.hit.meaning
        if item.waits:
            context.here = Setting(tense_of_clause(tokens, item.start, item.end))
            if isinstance(meaning, Clock | PartOfDay):
                item.resolution = at_a_day(tokens, found, index, context, zone)
            elif isinstance(meaning, Shift):
                item.resolution = after_clock(meaning, context) or resolve(meaning, context, "")
            if _moves_on(item.resolution, item.hit):
                context.remember(item.resolution, text[item.start : item.end])
    as_spoken(tokens, found, context)
    joined = join(text, tokens, found)
    for expression in joined:
        if expression.start is not None and any(
            t.value.endswith("TNI") for t in expression.timexes
        ):
            context.end_night(expression.start, leads_to=len(expression.timexes) > 1)
        if expression.granularity == "range" and expression.end is not None:
            context.end_range(expression.end)
    return joined


def _waits(tokens: Tokens, hit: Hit) -> bool:
    """Clock times and parts of the day need a day first, „zehn Minuten später kam …“ a clock time.

    Without a verb behind it „zehn Minuten später“ may only compare.
    """
    m = hit.meaning
    if isinstance(m, Shift) and m.base is None and m.amount.unit.startswith("T"):
        beside = tokens.words[hit.last : hit.last + 1]
        if tokens.words[hit.last - 1] in _NO_COMPARISON and hit.lead:
            beside += tokens.words[hit.lead - 1 : hit.lead]  # „spielen eine halbe Stunde zuvor“
        return any(word.islower() and forms(word) & FINITE for word in beside)
    return isinstance(m, Clock | PartOfDay)


#: unlike „später“ and „früher“ these compare nothing
_NO_COMPARISON = frozenset(("zuvor", "davor", "danach", "darauf"))


def _days(
    text: str, tokens: Tokens, hits: list[Hit], context: Context, *, heading: bool
) -> list[Found]:
    """All expressions resolved, but clock times and parts of the day: these need a day first."""
    figurative = is_figurative(tokens, hits)
    context.timetable = any(map(_is_announced, hits))
    dated = any(isinstance(h.meaning, CalendarDate) and h.prep not in OPEN_ENDED for h in hits)
    context.here = Setting(tense_of_clause(tokens, tokens.begin, tokens.begin))
    found: list[Found] = []
    for hit in hits:
        following = hits[len(found) + 1] if len(found) + 1 < len(hits) else None
        hit = with_year_behind(tokens, in_range(tokens, hit), following)
        start, stop = tokens.starts[hit.first], tokens.stop(hit.last - 1)
        item = Found(hit, _NO_DAY_YET, start, stop, tokens.starts[hit.lead])
        counted = bool(found) and found[-1].count is not None  # no chains
        if following is not None and not counted:
            item.count = counted_before(tokens, hit, following)
        if item.count is not None and not isinstance(hit.meaning, Amount):
            found.append(item)  # the date behind it gives it its day
            continue
        if _waits(tokens, hit):
            item.waits = True
            found.append(item)
            continue
        here = setting_of(text, tokens, item, found, following, context, heading=heading)
        context.here = here
        item.continues = here.continues
        if here.hint == "past" and hit.prep == "für":  # „die für den 10. Mai geplante Feier fiel …“
            item.hit = hit = replace(hit, prep="")
        if isinstance(hit.meaning, DeicticDay) and (
            figurative
            or in_contrast(tokens, found, hit, hits, context)
            or in_general(tokens, hit, hits, context)
            or of_another_time(text, tokens.begin, start, found, context)
        ):
            item.resolution = at_large(hit.meaning)
        else:
            item.resolution = _resolved(tokens, item, found, context)
        if item.resolution.reason == NO_REFERENCE and _counts_from_happening(hit, here):
            context.forget()  # nor does what follows count from the date before it
        _weigh(tokens, item, found, context, dated=dated)
        found.append(item)
        if here.opens_entry:
            label = chronicle.is_label(tokens, hit)
            chronicle.open_entry(item.resolution, text[start:stop], stop + 1, context, label=label)
        _remember_day(text, tokens, item, found, context)
    return found


def _resolved(tokens: Tokens, item: Found, found: list[Found], context: Context) -> Resolution:
    """The date of an expression, by itself or as the one before it has it."""
    before = found[-1] if found else None
    if before is not None and is_apposition(tokens, before, item.hit):
        return before.resolution
    if before is not None and before.count is not None:
        return _count(item, before, before.count, context)
    item.resolution = resolve(item.hit.meaning, context, item.hit.prep)
    if context.here.sibling is not None:
        _in_the_running_year(item, found, context)
    return item.resolution


def _weigh(
    tokens: Tokens, item: Found, found: list[Found], context: Context, *, dated: bool
) -> None:
    """Whether anything is told of a date: not where it is denied, compared with or a habit."""
    hit = item.hit
    if hit.prep == "vor":
        day = item.resolution.start
        item.not_before = is_not_before(tokens.words, hit, day, context.published)
    if found and found[-1].count is not None:  # „jedes Jahr am Samstag vor dem 1. Mai“
        hit, found = replace(found[-1].hit, last=hit.last), found[:-1]
    unlike = is_denied(tokens, hit) or is_faced(tokens, hit) or is_compared(tokens, hit)
    if unlike or is_issue(tokens, hit) or is_origin(tokens, hit):
        item.resolution = replace(item.resolution, event_like=False)
    if is_habit(tokens, context, hit, found):
        item.resolution = _habit(hit, item.resolution, dated=dated)


def _count(item: Found, counted: Found, count: Counted, context: Context) -> Resolution:
    """Of a date that another is counted from: the days that come of it, its own TIMEX3 value."""
    try:
        base, days = counted_from(item.hit.meaning, count, context)
    except OverflowError:
        base, days = _NO_DAY_YET, None
    issued = context.published
    if days is not None and issued is not None and context.tense() == "past":
        days = days if days.start is None or as_day(days.start) <= issued else None
    if days is None and not isinstance(count.what, Amount) and base.mod == "approx":
        counted.resolution = unresolved("XXXX-XX-XX", BY_STATE)  # „am Freitag vor den Ferien“
        return replace(counted.resolution, value=base.value)
    if days is None:
        counted.count = None
        context.here.seen_from = None
        if counted.resolution is _NO_DAY_YET:
            counted.resolution = resolve(counted.hit.meaning, context, counted.hit.prep)
        return resolve(item.hit.meaning, context, item.hit.prep)
    if isinstance(counted.hit.meaning, Shift):
        length = counted.hit.meaning.amount
        counted.resolution = resolve(replace(length, fixed=True), context, "")
    elif counted.resolution is _NO_DAY_YET:
        counted.resolution = days
    return replace(days, type=base.type, value=base.value, timex_mod=base.timex_mod)


def _counts_from_happening(hit: Hit, here: Setting) -> bool:
    return here.happening is not None or (
        isinstance(hit.meaning, Shift) and bool(hit.meaning.event)
    )


def _is_announced(hit: Hit) -> bool:
    """An exact clock time at which people are awake."""
    return isinstance(hit.meaning, Clock) and not hit.meaning.approx and hit.meaning.hour > ASLEEP


def _in_the_running_year(item: Found, found: list[Found], context: Context) -> None:
    """„Am 10. und 17. Dezember wird gesungen“, told on the 12th: the 10th has been, this year.

    The first looked ahead to the next one; the last of them says which year is meant.
    """
    together = context.here
    context.here = replace(together, sibling=None)
    alone = resolve(item.hit.meaning, context, item.hit.prep)
    context.here = together
    there, here = item.resolution.day, alone.day
    if there is None or here is None or context.published is None or alone.basis != "relative":
        return
    if not (context.published <= here < there):
        return
    first = next(i for i in range(len(found) - 1, -1, -1) if not found[i].hit.sibling)
    for sibling in found[first:]:
        day = sibling.resolution.day
        if day is not None and (day.month, day.day) != (2, 29):
            back = day.replace(year=day.year - 1)
            sibling.resolution = replace(
                sibling.resolution, start=back, end=back, value=back.isoformat(), alternatives=()
            )
    item.resolution = replace(alone, alternatives=())


_NO_DAY_YET = Resolution("TIME", "")


def _habit(hit: Hit, resolution: Resolution, *, dated: bool) -> Resolution:
    """What comes again and again is no event; „Montag bis Freitag geöffnet“ is a set of days."""
    if isinstance(hit.meaning, Weekday) and not dated:
        return Resolution("SET", timex_weekday(hit.meaning.number), event_like=False)
    if isinstance(hit.meaning, CalendarDate) and resolution.start is not None:
        return Resolution("DATE", "XXXX" + resolution.value[4:], event_like=False)
    return replace(resolution, event_like=False)


def _remember_day(
    text: str, tokens: Tokens, item: Found, found: list[Found], context: Context
) -> None:
    """Let the text's own time go on to a day, if that does not only look back or aside."""
    compared = is_compared(tokens, item.hit)
    if not (compared or _moves_on(item.resolution, item.hit)):
        return
    look_back = item.resolution.basis == "anchored" and tokens.says(HAD)
    look_back = look_back or (_is_day_before(item.hit) and tokens.says(_ALREADY))
    aside = look_back or compared or in_passing(tokens, item, found)
    if item.hit.prep == "seit":  # „verlor am Samstag erstmals seit dem 9. Mai“
        aside = aside or any(f.resolution.day is not None for f in found[-REACH:-1])
    if context.last_day is not None:
        aside = aside or is_since(tokens, item.hit)
    if context.arrived is not None:
        aside = aside or is_of_noun(item.hit, tokens.words) or is_report(tokens, item.hit)
    context.remember(item.resolution, text[item.start : item.end], aside=aside)
    night = isinstance(item.hit.meaning, Feast) and item.resolution.value.endswith("TNI")
    if night and context.last_day is not None:  # „In der Silvesternacht … Gegen 1.40 Uhr …“
        context.last_day = replace(context.last_day, part="EV")


def _is_day_before(hit: Hit) -> bool:
    """„wird schon am Vortag erwartet“: what follows is told of the day itself."""
    m = hit.meaning
    return isinstance(m, UnitStep) and m.anchored and m.step < 0


_ALREADY = frozenset(("schon", "bereits"))


def _moves_on(resolution: Resolution, hit: Hit) -> bool:
    """Whether the text goes on from a date; „seit drei Jahren“ does not take it there."""
    if resolution.type == "SET" or (resolution.type == "DURATION" and hit.prep == "seit"):
        return False
    if resolution.value[:2] == "PX" or resolution.value.endswith("TXX"):
        return False
    return resolution.event_like or resolution.granularity == "day"


def _head_section(tokens: Tokens, found: list[Found], context: Context) -> None:
    """A heading with one year dates what stands under it, and one that is hardly more than a day.

    Not a title: „Notfahrplan auch am Freitag“.
    """
    years = {f.resolution.start.year for f in found if f.resolution.start is not None}
    if not years:
        return
    context.section = context.last if len(years) == 1 else None
    context.chapter = _chapter(found) if context.narrative else None
    if context.chapter is not None:
        begin, end = context.chapter.first, date(context.chapter.first.year, 12, 31)
        year = Resolution("DATE", str(begin.year), start=begin, end=end, granularity="year")
        context.remember(year, tokens.sentence)
        context.section = None
    days = {f.resolution.day for f in found if f.resolution.day is not None}
    dated = sum(f.hit.last - f.hit.lead for f in found)
    bare = sum(w[0].isalpha() for w in tokens.words) - dated <= _TITLE
    context.section_day = context.last_day if len(days) == 1 and bare else None


def _chapter(found: list[Found]) -> Span | None:
    """„Juni 1944 bis Mai 1945“, „1944/45“: the time that is told of under such a heading."""
    named = [f.resolution for f in found if f.resolution.start is not None]
    if not all(r.granularity in _LONG for r in named):
        return None
    first, last = named[0].start, named[-1].end
    if first is None or last is None or as_day(first).year >= as_day(last).year:
        return None
    return Span(as_day(first), as_day(last))


_LONG = ("month", "season", "year", "range")


_TITLE = 2  # words
