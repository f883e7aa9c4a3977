"""Which days a time takes up, and how precise it is."""

from __future__ import annotations

from datetime import date, timedelta

from timeline.models import EventMention, Moment, as_day

#: From the most to the least precise.
PRECISION = (
    "time",
    "day",
    "week",
    "range",
    "month",
    "quarter",
    "season",
    "year",
    "decade",
    "century",
)
_RANKS = {granularity: rank for rank, granularity in enumerate(PRECISION)}
#: Days of a period, at the most.
_DAYS = {"week": 7, "month": 31, "quarter": 92, "season": 92, "year": 366, "decade": 3653}


def precision(granularity: str) -> int:
    """Rank of a granularity, 0 being the most precise."""
    return _RANKS[granularity]


def day_range(start: Moment | None, end: Moment | None) -> tuple[date, date]:
    """First and last day of an interval; an open side is closed by the other."""
    first, last = as_day(start), as_day(end)
    if first is None and last is None:
        return date.min, date.min
    return first or last or date.min, last or first or date.max


def told_range(mention: EventMention) -> tuple[date, date]:
    """First and last day that the beginning (or, for "bis", the end) of a mention may be.

    "Seit Oktober" began on some day of October.
    """
    first, last = day_range(mention.start, mention.end)
    days = timedelta(_DAYS.get(mention.granularity, 1) - 1)
    if mention.end is None and mention.start is not None:
        return first, first + min(days, date.max - first)
    if mention.start is None and mention.end is not None:
        return last - min(days, last - date.min), last
    return first, last
