"""How a date is written: TIMEX3 values and EDTF (ISO 8601-2)."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from timeline.models import Granularity, Mod, Moment
from timeline.temporal.spans import Span

#: EDTF numbers for seasons and for quarters (ISO 8601-2, 4.8)
_EDTF_SEASON = {3: 21, 6: 22, 9: 23, 12: 24}


def timex_year(year: int, *, bc: bool = False) -> str:
    return f"BC{year:04d}" if bc else f"{year:04d}"


def timex_month(year: int | None, month: int) -> str:
    return f"{year:04d}-{month:02d}" if year is not None else f"XXXX-{month:02d}"


def timex_week(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def timex_unit(unit: str, span: Span) -> str:
    """TIMEX3 value of a calendar unit: 2024-W44, 2024-10, 2024-Q3, 2024, 199, 19, 1."""
    first = span.first
    match unit:
        case "W":
            return timex_week(first)
        case "WE":
            return timex_week(first) + "-WE"
        case "M":
            return timex_month(first.year, first.month)
        case "Q":
            return f"{first.year:04d}-Q{(first.month + 2) // 3}"
        case "H":
            return f"{first.year:04d}-H{(first.month + 5) // 6}"
        case "Y":
            return f"{first.year:04d}"
        case "DE":
            return f"{first.year // 10:03d}"
        case "CE":
            return f"{first.year // 100:02d}"
        case "ML":
            return str(first.year // 1000)
        case _:
            return first.isoformat()


_YEARS = {"DE": 10, "CE": 100, "ML": 1000}


def timex_duration(
    number: float | None, unit: str, more: tuple[tuple[str, float], ...] = ()
) -> str:
    """ISO 8601 duration; an amount nobody counted is X: P3W, PT48H, PXY, P3Y4M."""
    if unit == "TQ":
        unit, number = "TM", None if number is None else number * 15
    if number is not None and number % 1:  # half a century is P50Y, a quarter of a year P3M
        if unit in _YEARS:
            unit, number = "Y", number * _YEARS[unit]
        elif unit == "Y" and number in (0.25, 0.75):
            unit, number = "M", number * 12
    parts = [(unit, number), *more]
    out, clock = "P", False
    for u, n in parts:
        if u.startswith("T") and not clock:
            out, clock = out + "T", True
        out += ("X" if n is None else f"{n:g}") + {"TQ": "M"}.get(u, u.removeprefix("T"))
    return out


def edtf(
    start: Moment | None,
    end: Moment | None,
    granularity: Granularity,
    mod: Mod | None,
    *,
    part: bool = False,
) -> str:
    """EDTF of an interval; "" where both sides are unknown.

    Open sides are „..“, approximate dates carry „~“, a decade is 196X. ``part``: the side that
    is not open is a part of its month or year („bis Mitte Juni“ is ../2026-06~).
    """
    if start is None and end is None:
        return ""
    blurred = "~" if part and granularity in ("month", "year") else ""
    if mod == "since" or mod == "after":
        return f"{_point(start, granularity, last=False)}{blurred}/.."
    if mod in ("until", "before"):
        return f"../{_point(end, granularity, last=True)}{blurred}"
    if start is None:
        return f"../{_point(end, granularity, last=True)}"
    if end is None:
        return f"{_point(start, granularity, last=False)}/.."
    mark = "~" if mod in ("approx", "start", "mid", "end") else ""
    if granularity == "time":
        return _point(start, granularity, last=False) + mark
    if granularity in ("week", "range"):
        first, last = _iso(start), _iso(end)
        return first + mark if first == last else f"{first}{mark}/{last}{mark}"
    return _point(start, granularity, last=False) + mark


def _iso(moment: Moment) -> str:
    if isinstance(moment, datetime):
        return moment.isoformat(timespec="minutes" if not moment.second else "seconds")
    return moment.isoformat()


def _point(moment: Moment | None, granularity: Granularity, *, last: bool) -> str:
    if moment is None:
        return ".."
    year = f"{moment.year:04d}"
    match granularity:
        case "month":
            return f"{year}-{moment.month:02d}"
        case "year":
            return year
        case "decade":
            return f"{year[:3]}X"
        case "century":
            # the century's first year is ..01, its last ..00
            return f"{(moment.year - 1) // 100:02d}XX"
        case "season":
            month = (moment - timedelta(days=75)).month if last else moment.month
            number = _EDTF_SEASON.get(month)
            return f"{year}-{number}" if number else _iso(moment)
        case "quarter":
            return f"{year}-{33 + (moment.month - 1) // 3}"
        case _:
            return _iso(moment)
