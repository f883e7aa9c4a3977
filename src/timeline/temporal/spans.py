"""Calendar arithmetic on closed intervals of days."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

DAY, WEEK = timedelta(days=1), timedelta(weeks=1)
SATURDAY, SUNDAY = 5, 6
SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


@dataclass(frozen=True, slots=True)
class Span:
    """A closed interval of days: ``first`` and ``last`` both belong to it."""

    first: date
    last: date


def add_months(day: date, months: int) -> date:
    """The same day so many months on, or the last of the month where there is none.

    Raises OverflowError outside the years 1 to 9999.
    """
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if not 1 <= year <= 9999:
        raise OverflowError("year out of range")
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def month_span(year: int, month: int) -> Span:
    return Span(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def year_span(year: int, years: int = 1) -> Span:
    return Span(date(year, 1, 1), date(year + years - 1, 12, 31))


def week_span(day: date) -> Span:
    """The ISO week (Monday to Sunday) of ``day``."""
    monday = day - timedelta(days=day.weekday())
    return Span(monday, monday + timedelta(days=6))


def months_span(year: int, month: int, months: int) -> Span:
    """So many months from the first of one on.

    Raises OverflowError if the next one is outside the years 1 to 9999.
    """
    first = date(year, month, 1)
    return Span(first, add_months(first, months) - DAY)


def season_span(season: str, year: int) -> Span:
    """Three calendar months; the winter of a year begins in its December."""
    return months_span(year, SEASON_MONTHS[season], 3)


def quarter_span(year: int, quarter: int) -> Span:
    return months_span(year, 3 * quarter - 2, 3)


def half_span(year: int, half: int) -> Span:
    return months_span(year, 6 * half - 5, 6)


def century_span(number: int) -> Span:
    """The 19th century is 1801 to 1900."""
    return year_span(100 * (number - 1) + 1, 100)


def unit_span(unit: str, day: date) -> Span:
    """The calendar unit that ``day`` lies in."""
    match unit:
        case "W":
            return week_span(day)
        case "WE":
            week = week_span(day)
            return Span(week.last - DAY, week.last)
        case "M":
            return month_span(day.year, day.month)
        case "Q":
            return quarter_span(day.year, (day.month + 2) // 3)
        case "H":
            return half_span(day.year, (day.month + 5) // 6)
        case "Y":
            return year_span(day.year)
        case "DE":
            return year_span(max(day.year // 10 * 10, 1), 10)
        case "CE":
            return century_span((day.year + 99) // 100)
        case "ML":
            return year_span((day.year - 1) // 1000 * 1000 + 1, 1000)
        case _:
            return Span(day, day)


PARTS = ("start", "mid", "end")
#: first and last month of „Anfang“, „Mitte“ and „Ende“ of a year
_MONTHS_OF = {"start": (1, 3), "mid": (5, 8), "end": (10, 12)}


def part_span(span: Span, part: str) -> Span:
    """„Anfang“, „Mitte“ or „Ende“ („start“, „mid“, „end“) of a month or year, told generously."""
    first = span.first
    if span == year_span(first.year):
        begin, end = _MONTHS_OF[part]
        return Span(date(first.year, begin, 1), month_span(first.year, end).last)
    begin = {"start": 1, "mid": 11, "end": 21}[part]
    last = span.last if part == "end" else first.replace(day=begin + 9)
    return Span(first.replace(day=begin), last)


def shift(day: date, number: float, unit: str) -> date:
    """``day`` moved by a number of units (may be negative, may be a half).

    Raises OverflowError outside the years 1 to 9999.
    """
    if unit in ("D", "TD"):
        return day + timedelta(days=round(number))
    if unit in ("W", "WE"):
        return day + timedelta(days=round(number * 7))
    if unit.startswith("T"):
        hours = {"TH": 1.0, "TM": 1 / 60, "TS": 1 / 3600, "TQ": 0.25}[unit] * number
        return day + timedelta(days=int(hours / 24))
    months = {"M": 1, "Q": 3, "H": 6, "Y": 12, "DE": 120, "CE": 1200, "ML": 12000}[unit]
    return add_months(day, round(number * months))


def weekday_from(day: date, number: int) -> date:
    """The first such weekday (Monday is 0) on a day or behind it."""
    return day + timedelta(days=(number - day.weekday()) % 7)


def weekday_until(day: date, number: int) -> date:
    """The last such weekday on a day or before it."""
    return day - timedelta(days=(day.weekday() - number) % 7)


def weekday_beside(days: Span, number: int, side: int) -> date:
    """The nearest such weekday before some days (``side`` -1) or behind them (1)."""
    if side < 0:
        return weekday_until(days.first - DAY, number)
    return weekday_from(days.last + DAY, number)


def unit_beside(days: Span, unit: str, side: int) -> Span:
    """The whole weekend (WE) or the seven days (W) before some days or behind them."""
    if unit == "W":
        return (
            Span(days.first - WEEK, days.first - DAY)
            if side < 0
            else Span(days.last + DAY, days.last + WEEK)
        )
    if side < 0:
        sunday = weekday_beside(days, SUNDAY, side)
        return Span(sunday - DAY, sunday)
    saturday = weekday_beside(days, SATURDAY, side)
    return Span(saturday, saturday + DAY)
