"""Feasts, seasons, quarters, weeks of the year, decades, centuries, turns of years."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from timeline.german import feasts
from timeline.german.direction_words import REPORTERS, TRENDS
from timeline.german.meaning import Feast, Period, Turn, WeekdayByFeast
from timeline.models import Granularity, Mod, as_day
from timeline.temporal import notation
from timeline.temporal.context import Context, Resolution, dated
from timeline.temporal.nearest import Spanner
from timeline.temporal.spans import (
    Span,
    century_span,
    half_span,
    months_span,
    quarter_span,
    season_span,
    unit_beside,
    week_span,
    weekday_beside,
    year_span,
)
from timeline.temporal.years import (
    BEFORE_ERA,
    BY_STATE,
    NO_ANCHOR,
    NO_FEAST,
    NO_SUCH_DAY,
    TIMEX_PART,
    confidence_in,
    find_year,
    named_day,
    safe,
    unresolved,
    why_none,
)


def feast(m: Feast, context: Context, prep: str) -> Resolution:
    """A feast in the year its context asks for; several days are a range."""
    spanner = safe(lambda year: _days_of(m.key, year, context))
    span, basis, anchor, readings = find_year(spanner, m.year, context, prep, m.step)
    if span is None:
        return unresolved("XXXX-XX-XX", why_none(m.year, context, NO_FEAST))
    week, about = m.key == "Karwoche", m.key in feasts.SCHOOL_HOLIDAYS
    if prep == "bis" and not (week or about):
        span = Span(span.first, span.first)
    value = span.first.isoformat() + (f"T{m.daypart}" if m.daypart else "")
    if week:
        value = notation.timex_week(span.first)
    if m.key in feasts.WEEKENDS:
        value = notation.timex_unit("WE", span)
    if about:
        value = (span.first + (span.last - span.first) / 2).isoformat()[:7]
    return dated(
        value,
        span,
        "week" if week else "day" if span.first == span.last else "range",
        type_="TIME" if m.daypart else "DATE",
        mod="approx" if about else None,
        confidence=_ABOUT if about else 1.0,
        basis=basis,
        anchor=anchor,
        alternatives=readings,
    )


_ABOUT = 0.7


def _days_of(feast: str, year: int, context: Context) -> Span:
    """Raises ValueError where the year has no such feast."""
    found = feasts.feast(feast, year, context.locale)
    if found is None:
        raise ValueError("no such feast in that year")
    return Span(*found)


def weekday_by_feast(m: WeekdayByFeast, context: Context, prep: str) -> Resolution:
    """„am Samstag vor Ostern“: the nearest such weekday before or after the feast.

    „am Wochenende vor Ostern“: both days of it are before; „in der Woche nach Ostern“: seven days.
    """
    if m.feast in feasts.SCHOOL_HOLIDAYS:
        return unresolved("XXXX-XX-XX", BY_STATE)

    def make(year: int) -> Span:
        days = _days_of(m.feast, year, context)
        if isinstance(m.weekday, str):
            return unit_beside(days, m.weekday, m.sign)
        day = weekday_beside(days, m.weekday, m.sign)
        return Span(day, day)

    if isinstance(m.weekday, int):
        return named_day(safe(make), m.year, context, prep)
    found = named_day(safe(make), m.year, context, prep, "range")
    if m.weekday == "WE" and found.start is not None:
        return replace(found, value=f"{notation.timex_week(as_day(found.start))}-WE")
    return found


def _is_awaited(spanner: Spanner, context: Context) -> bool:
    """Whether a quarter is just over, so that its figures come now."""
    base, tense = context.published, context.tense()
    if base is None or not (tense == "past" or (tense == "present" and context.says(_ANALYSTS))):
        return False
    ended = (spanner(year) for year in (base.year - 1, base.year))
    return any(s is not None and timedelta(0) < base - s.last <= _AWAITED for s in ended)


_AWAITED = timedelta(days=60)
_ANALYSTS = frozenset(("Analysten", "Anleger", "Zahlen", "Quartalszahlen", "meldet", "weist"))


def period(m: Period, context: Context, prep: str) -> Resolution:
    """Season, quarter, half year, week of the year, decade, century, double year."""
    mod: Mod | None = m.part or ("approx" if m.about else None)
    timex_mod = TIMEX_PART[m.part] if m.part else None
    if m.kind == "CE":
        return _century(m, mod, timex_mod)
    if m.kind == "DE":
        return _decade(m, context, mod, timex_mod)
    if m.kind in _TWO_YEARS:
        first = safe(_TWO_YEARS[m.kind])(m.number)
        if first is None:
            return unresolved("XXXX", NO_SUCH_DAY, "year")
        return dated(f"{m.number:04d}", first, "range", event_like=prep != "")
    if m.kind == "YM" and m.year is None and not m.fixed and not _is_reported(m, context):
        return Resolution("DURATION", f"P{m.number}M", event_like=False)
    make, granularity = _IN_A_YEAR.get(m.kind, _SEASON)
    spanner = safe(lambda y: make(y, m))
    if prep == "auf" and context.here.hint != "future":
        prep = ""  # „blickt auf den Sommer zurück“, unlike „auf den Sommer verschoben“
    if prep == "für" and m.kind == "Q" and _is_awaited(spanner, context):
        prep = "vom"  # „Analysten erwarten für das zweite Quartal“, told in July
    reported = m.kind in ("Q", "H", "YM")
    span, basis, anchor, readings = find_year(
        spanner, m.year, context, prep, m.step, beside=m.beside, reported=reported
    )
    if span is not None and prep == "nach" and m.year is None and _is_not_over(span, context):
        span = spanner(span.first.year - 1)  # „Nach dem ersten Quartal lag …“, told in March
    within = {"Q": f"-Q{m.number}", "H": f"-H{m.number}", "W": f"-W{m.number:02d}"}
    part = within.get(m.kind, "" if m.kind in ("SS", "SW", "YM") else f"-{m.kind}")
    if span is None:
        return unresolved("XXXX" + part, NO_ANCHOR, granularity)
    named = {"W": notation.timex_week(span.first), "YM": f"P{m.number}M"}
    return dated(
        named.get(m.kind, f"{span.first.year:04d}{part}"),
        span,
        granularity,
        type_="DURATION" if m.kind == "YM" else "DATE",
        timex_mod=timex_mod,
        mod=mod,
        basis=basis,
        anchor=anchor,
        alternatives=readings,
        confidence=_ABOUT if m.about else confidence_in(readings),
    )


#: kind → its span in a year, and how precise that is
_IN_A_YEAR: dict[str, tuple[Callable[[int, Period], Span], Granularity]] = {
    "YM": (lambda y, m: months_span(y, 1, m.number), "range"),
    "Q": (lambda y, m: quarter_span(y, m.number), "quarter"),
    "H": (lambda y, m: half_span(y, m.number), "range"),
    "SS": (lambda y, m: months_span(y, 4, 6), "range"),
    "SW": (lambda y, m: months_span(y, 10, 6), "range"),
    "W": (lambda y, m: week_span(date.fromisocalendar(y, m.number, 1)), "week"),
}
_SEASON: tuple[Callable[[int, Period], Span], Granularity] = (
    lambda y, m: season_span(m.kind, y),
    "season",
)


def _is_not_over(span: Span, context: Context) -> bool:
    base = context.published
    return context.tense() == "past" and base is not None and span.first <= base <= span.last


#: „2024/25“ alone says no months
_TWO_YEARS = {
    "SY": lambda y: year_span(y, 2),
    "SJ": lambda y: months_span(y, 8, 12),
    "SZ": lambda y: months_span(y, 7, 12),
}


def _is_reported(m: Period, context: Context) -> bool:
    """„In den ersten neun Monaten sank der Umsatz“, told when they are just over."""
    base = context.published
    if base is None or not context.names(REPORTERS) or context.says(_AT_ALL):
        return False
    ends = (months_span(y, 1, m.number).last for y in (base.year - 1, base.year))
    told = context.tense() == "past" or context.says(TRENDS)
    return told and any(-7 <= (base - end).days <= 150 for end in ends)


_AT_ALL = frozenset(("meist", "immer", "stets", "danach", "jeweils", "gewöhnlich", "oft"))


def _century(m: Period, mod: Mod | None, timex_mod: str | None) -> Resolution:
    if m.bc:
        return Resolution(
            "DATE",
            f"BC{m.number - 1:02d}",
            timex_mod,
            granularity="century",
            event_like=False,
            reason=BEFORE_ERA,
        )
    span = safe(century_span)(m.number)
    if span is None:
        return unresolved("XX", NO_SUCH_DAY, "century")
    return dated(f"{m.number - 1:02d}", span, "century", timex_mod=timex_mod, mod=mod)


def _decade(m: Period, context: Context, mod: Mod | None, timex_mod: str | None) -> Resolution:
    year = m.number
    if year < 100:  # „die sechziger Jahre“: the century of the text, else the 20th
        last = context.last
        century = 1900
        if last is not None and 1000 <= last.span.first.year < 1900 and context.narrative:
            century = last.span.first.year // 100 * 100
        elif year in (0, 10) and context.published is not None and context.published.year > 2010:
            century = 2000
        year += century
    span = safe(lambda first: year_span(first, 10))(year)
    if span is None:
        return unresolved("XXXX", NO_SUCH_DAY, "decade")
    return dated(f"{year // 10:03d}", span, "decade", timex_mod=timex_mod, mod=mod)


def turn(m: Turn, context: Context, prep: str) -> Resolution:
    """„zum Jahreswechsel“: 31 December and 1 January; „um die Jahrhundertwende“: about 1900."""
    if m.unit == "Y":
        make = safe(lambda y: Span(date(y, 12, 31), date(y + 1, 1, 1)))
        days = named_day(make, m.year, context, prep, "range", unknown="XXXX-01-01")
        return replace(days, value=days.end.isoformat()) if days.end is not None else days
    year = 2000 if m.unit == "ML" else 1900
    span = year_span(year)
    after = prep == "nach"
    return dated(
        f"{year:04d}",
        span,
        "year",
        timex_mod="APPROX",
        mod="after" if after else "approx",
        confidence=0.7,
    )
