"""From meanings to dates: picks the resolver for each form."""

from __future__ import annotations

from dataclasses import replace

from timeline.german.meaning import (
    Amount,
    CalendarDate,
    Clock,
    DayOfMonth,
    DeicticDay,
    Feast,
    Frequency,
    LastDayOfMonth,
    Meaning,
    NthWeekday,
    PartOfDay,
    Period,
    Shift,
    Turn,
    UnitStep,
    Vague,
    Weekday,
    WeekdayByFeast,
)
from timeline.models import as_day
from timeline.temporal import calendar_dates, counting, lengths, periods, pointing, weekdays, years
from timeline.temporal.context import Context, Resolution
from timeline.temporal.spans import Span, shift


def resolve(meaning: Meaning, context: Context, prep: str) -> Resolution:
    """The date of a meaning, or the reason why it has none. Never raises."""
    try:
        return _resolve(meaning, context, prep)
    except OverflowError:  # „gestern“ on 1 January of year 1
        return years.unresolved("XXXX-XX-XX", years.TOO_FAR)


def _resolve(meaning: Meaning, context: Context, prep: str) -> Resolution:
    match meaning:
        case CalendarDate():
            return calendar_dates.calendar_date(meaning, context, prep)
        case Period():
            return periods.period(meaning, context, prep)
        case NthWeekday():
            return calendar_dates.nth_weekday(meaning, context, prep)
        case WeekdayByFeast():
            return periods.weekday_by_feast(meaning, context, prep)
        case LastDayOfMonth():
            return calendar_dates.last_day(meaning, context, prep)
        case DayOfMonth():
            return calendar_dates.day_of_month(meaning, context)
        case Feast():
            return periods.feast(meaning, context, prep)
        case Turn():
            return periods.turn(meaning, context, prep)
        case DeicticDay():
            return pointing.deictic_day(meaning, context, prep)
        case Weekday():
            return weekdays.weekday(meaning, context, prep)
        case UnitStep():
            return pointing.unit_step(meaning, context, prep)
        case Amount():
            return lengths.amount(meaning, context, prep)
        case Shift(base=Feast()):
            return _by_feast(meaning, context)
        case Shift():
            base = resolve(meaning.base, context, "") if meaning.base is not None else None
            return lengths.shifted(meaning, context, base)
        case Frequency():
            return Resolution("SET", meaning.value, event_like=False)
        case Vague():
            return pointing.vague(meaning)
        case Clock() | PartOfDay():
            raise TypeError("clock times are resolved with their day, see expressions.py")


def counted_from(
    date_: Meaning, count: counting.Counted, context: Context
) -> tuple[Resolution, Resolution | None]:
    """A date that something is counted from, and where the count leads; None: nowhere.

    Raises OverflowError outside the calendar.
    """
    context.here.seen_from = counting.seen_from(context.published, count)
    base = resolve(date_, context, "")
    return base, counting.counted_from(base, count)


def _by_feast(m: Shift, context: Context) -> Resolution:
    """„zwei Wochen vor Weihnachten“: for TimeML one day, for a timeline about then."""
    assert m.base is not None
    count = counting.Counted(m.amount, m.sign)
    base, found = counted_from(m.base, count, context)
    vague = "FUTURE_REF" if m.sign > 0 else "PAST_REF"
    if base.start is None or base.end is None:
        return base
    if found is None:
        return Resolution("DATE", vague, event_like=False)
    edge = counting.edge_of(Span(as_day(base.start), as_day(base.end)), base, count)
    if m.amount.number is None or edge is None:
        return replace(found, value=vague)
    return replace(found, value=shift(edge, m.sign * m.amount.number, m.amount.unit).isoformat())
