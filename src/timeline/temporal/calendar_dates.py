"""Days, months and years by the calendar: „3. Mai“, „Mitte November“, „am ersten Maisonntag“."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from timeline.german.meaning import (
    CalendarDate,
    DayOfMonth,
    LastDayOfMonth,
    Meaning,
    NthWeekday,
    Year,
    timex_weekday,
)
from timeline.messages import say
from timeline.models import Alternative, Basis, Granularity, as_day
from timeline.temporal import notation
from timeline.temporal.context import Context, Reference, Resolution, dated, one_day
from timeline.temporal.nearest import MONTH, Spanner
from timeline.temporal.spans import WEEK, Span, add_months, month_span, year_span
from timeline.temporal.years import (
    BEFORE_ERA,
    NO_ANCHOR,
    NO_SUCH_DAY,
    TIMEX_PART,
    confidence_in,
    find_year,
    named_day,
    safe,
    unresolved,
)


def calendar_date(m: CalendarDate, context: Context, prep: str) -> Resolution:
    """A day, a month or a year, with the parts that are named."""
    if m.short and isinstance(m.year, int):
        m = replace(m, year=_full_year(m.year, context), short=False)
    if m.bc:
        value = notation.timex_year(m.year if isinstance(m.year, int) else 0, bc=True)
        return Resolution("DATE", value, granularity="year", event_like=False, reason=BEFORE_ERA)
    if m.month is not None and m.day is not None:
        return _day(m, m.month, m.day, context, prep)
    return _month_or_year(m, context, prep)


def _day(m: CalendarDate, month: int, day: int, context: Context, prep: str) -> Resolution:
    spanner = safe(lambda y: Span(date(y, month, day), date(y, month, day)))
    span, basis, anchor, readings = find_year(spanner, m.year, context, prep)
    if span is None:
        reason = NO_SUCH_DAY if not _possible(month, day, m.year) else NO_ANCHOR
        year = f"{m.year:04d}" if isinstance(m.year, int) else "XXXX"
        return unresolved(f"{year}-{month:02d}-{day:02d}", reason)
    if m.weekday is not None and span.first.weekday() != m.weekday:
        span, basis, readings = _by_weekday(m, spanner, span, context, basis, readings)
    sure = 1.0 if m.daypart else confidence_in(readings)
    return one_day(span.first, m.daypart, basis, anchor, readings, sure)


def _month_or_year(m: CalendarDate, context: Context, prep: str) -> Resolution:
    month = m.month
    granularity: Granularity
    if month is None:
        spanner, granularity = safe(year_span), "year"
    else:
        spanner, granularity = safe(lambda y: month_span(y, month)), "month"
    span, basis, anchor, readings = find_year(
        spanner, m.year, context, prep, m.step, beside=m.beside
    )
    if span is None and month is not None:
        return unresolved(notation.timex_month(None, month), NO_ANCHOR, granularity)
    if span is None:
        year = notation.timex_year(m.year) if isinstance(m.year, int) else "XXXX"
        return unresolved(year, NO_ANCHOR, granularity)
    value = notation.timex_unit("M" if month is not None else "Y", span)
    return dated(
        value,
        span,
        granularity,
        timex_mod=TIMEX_PART[m.part] if m.part else None,
        mod=m.part,
        basis=basis,
        anchor=anchor,
        alternatives=readings,
        confidence=confidence_in(readings),
    )


def _full_year(year: int, context: Context) -> int:
    """„39“ is 2039 only where that is not far ahead of the publication."""
    latest = context.published.year + 15 if context.published else 2049
    return year - 100 if year > latest else year


def _possible(month: int, day: int, year: Year) -> bool:
    try:
        date(year if isinstance(year, int) and year else 2000, month, day)
    except ValueError:
        return False
    return True


def _by_weekday(
    m: CalendarDate,
    spanner: Spanner,
    span: Span,
    context: Context,
    basis: Basis,
    readings: tuple[Alternative, ...],
) -> tuple[Span, Basis, tuple[Alternative, ...]]:
    """„Freitag, 3. Mai“ without a year: the year in which the weekday fits, if one is near.

    Where the text names the year, date and weekday contradict each other: the date
    stands and the contradiction is kept as another reading.
    """
    if m.year is None and context.published is not None:
        near = sorted(
            (
                s
                for y in range(context.published.year - 2, context.published.year + 3)
                if (s := spanner(y)) is not None and s.first.weekday() == m.weekday
            ),
            key=lambda s: abs(s.first - span.first),
        )
        if near:
            return near[0], basis, ()
    return span, basis, (*readings, Alternative(None, None, say("why.weekday-differs")))


def day_of_month(m: DayOfMonth, context: Context) -> Resolution:
    """„am 3. dieses Monats“, „Freitag, der 13.“, „am 14.“ behind the 12th of May."""
    base = context.published
    named = f"XXXX-XX-{m.day:02d}" if m.day > 0 else "XXXX-XX-XX"
    if m.step is None and m.weekday is None:
        return _day_told_on(m.day, context) or unresolved(named, NO_SUCH_DAY)
    if base is None:
        return unresolved(named, NO_ANCHOR)
    if m.weekday is not None:
        return _day_by_weekday(m.day, m.weekday, base, context)
    try:
        first = add_months(base.replace(day=1), m.step or 0)
        day = first.replace(day=m.day) if m.day > 0 else month_span(first.year, first.month).last
    except (ValueError, OverflowError):
        return unresolved(named, NO_SUCH_DAY)
    return one_day(day, None, "relative", base.isoformat())


def needs_month(m: Meaning, context: Context) -> bool:
    """Whether a day has neither a month nor one named before it: then it is none, but a number."""
    bare = isinstance(m, DayOfMonth) and m.step is None and m.weekday is None
    return bare and _month_before(context) is None


def _month_before(context: Context) -> Reference | None:
    """The month in the heading, or what the sentence or those before it tell of."""
    section, last, day = context.section, context.last, context.last_day
    if last is not None and last.sentence == context.sentence and last.granularity in _WITH_MONTH:
        return last  # „Im Mai tagte der Rat am 14.“
    if section is not None and section.granularity == "month":
        return section
    if context.month is not None:  # under „Mai: …“
        return next((r for r in reversed(context.references) if r.granularity == "month"), None)
    near = day is not None and context.sentence - day.sentence <= _TOLD_ON
    return day if near and day is not None and day.granularity in _WITH_MONTH else None


_WITH_MONTH = ("time", "day", "month")
_TOLD_ON = 2  # sentences
_GOES_ON = timedelta(days=20)


def _day_told_on(number: int, context: Context) -> Resolution | None:
    """„Am 12. Mai brannte es. Am 14. kam …“: the next such day; under „MAI“ that of May."""
    before = _month_before(context)
    if before is None:
        return None
    since, day = before.span.first, None
    for step in (0, 1):
        try:
            day = add_months(since.replace(day=1), step).replace(day=number)
        except (ValueError, OverflowError):
            continue
        if day >= since or before.granularity == "month":
            break
    here = before.sentence == context.sentence
    latest = month_span(since.year, since.month).last if here else since
    if day is None:
        return None
    if before.granularity != "month" and not since <= day <= max(latest, since + _GOES_ON):
        return None
    return one_day(day, None, "anchored", before.text)


def _day_by_weekday(number: int, weekday: int, base: date, context: Context) -> Resolution:
    """„Freitag, der 13.“: the nearest month in which they agree, on the side the verb looks to."""
    value = f"XXXX-XX-{number:02d}"
    days: list[date] = []
    for step in range(-_A_YEAR_OR_SO, _A_YEAR_OR_SO + 1):
        try:
            day = add_months(base.replace(day=1), step).replace(day=number)
        except (ValueError, OverflowError):
            continue
        if day.weekday() == weekday:
            days.append(day)
    back = [day for day in days if day <= base]
    ahead = [day for day in days if day >= base]
    side = back if context.tense() == "past" else ahead
    if not side:
        return unresolved(value, NO_SUCH_DAY)
    day = min(side, key=lambda d: abs(d - base))
    return one_day(day, None, "relative", base.isoformat())


_A_YEAR_OR_SO = 14  # months; within them every weekday falls on every day up to the 28th


def nth_weekday(m: NthWeekday, context: Context, prep: str) -> Resolution:
    """„am ersten Sonntag im Mai“."""
    if m.month is None:
        return _of_every_month(m, context)
    number = m.month

    def make(year: int) -> Span:
        return _nth(m, month_span(year, number))

    found = named_day(safe(make), m.year, context, prep, "range" if m.weekend else "day")
    if m.weekend and found.start is not None:
        return replace(found, value=f"{notation.timex_week(as_day(found.start))}-WE")
    return found


def _of_every_month(m: NthWeekday, context: Context) -> Resolution:
    """„erster Donnerstag im Monat“: that of every month, unless this week's or the last is told."""
    each = Resolution("SET", timex_weekday(m.weekday), event_like=False)
    base, past = context.published, context.tense() == "past"
    if base is None:
        return each
    for step in (0, -1) if past else (0, 1):
        try:
            first = add_months(base.replace(day=1), step)
            span = _nth(m, month_span(first.year, first.month))
        except (ValueError, OverflowError):
            continue
        away = base - span.first if past else span.first - base
        if timedelta(0) <= away < (MONTH if past else WEEK):
            return dated(
                span.first.isoformat(), span, "day", basis="relative", anchor=base.isoformat()
            )
    return each


def _nth(m: NthWeekday, month: Span) -> Span:
    """Raises ValueError where the month has no such weekday."""
    if m.number < 0:
        back = (month.last.weekday() - m.weekday) % 7 + 7 * (-m.number - 1)
        day = month.last - timedelta(days=back)
    else:
        ahead = (m.weekday - month.first.weekday()) % 7 + 7 * (m.number - 1)
        day = month.first + timedelta(days=ahead)
    if not month.first <= day <= month.last:
        raise ValueError("the month has no such weekday")
    return Span(day, day + timedelta(days=int(m.weekend)))


def last_day(m: LastDayOfMonth, context: Context, prep: str) -> Resolution:
    """„am letzten Junitag“."""

    def make(year: int) -> Span:
        month = month_span(year, m.month)
        return Span(month.last, month.last)

    return named_day(safe(make), m.year, context, prep)
