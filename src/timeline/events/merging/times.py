"""How the times of two mentions agree."""

from __future__ import annotations

import math
from datetime import timedelta

from timeline.events.days import precision
from timeline.events.merging.profiles import Profile

_DAY, _WEEK = precision("day"), precision("week")
_MONTH, _DECADE = precision("month"), precision("decade")


def contradict(a: Profile, b: Profile) -> bool:
    """Whether two mentions of one article cannot be one event: their dates or clocks differ."""
    return not meet(a, b) or clocks_differ(a, b, timedelta(0))


def clocks_differ(a: Profile, b: Profile, slack: timedelta) -> bool:
    one, two = a.clock, b.clock
    if one is not None and two is not None:
        return abs(one - two) > slack
    here, there = a.hours, b.hours
    return (
        bool(here and there) and here.isdisjoint(there) and (a.first, a.last) == (b.first, b.last)
    )


def clock_in_period(a: Profile, b: Profile) -> bool:
    """Whether one names a clock time and the other a month or longer."""
    return min(a.rank, b.rank) == 0 and max(a.rank, b.rank) >= _MONTH


def same_time(a: Profile, b: Profile) -> bool:
    """Whether both name one time; the 10th is not „bis Anfang Dezember“, which ends on it."""
    alike = a.rank == b.rank or max(a.rank, b.rank) <= _DAY
    return alike and a.first == b.first and a.last == b.last


def within(a: Profile, b: Profile) -> bool:
    return b.first <= a.first and a.last <= b.last


def meet(a: Profile, b: Profile) -> bool:
    return a.first <= b.last and b.first <= a.last


def closeness(a: Profile, b: Profile) -> float:
    """How well two times agree: 1 for one day, less for a day within a month or a day off."""
    if not meet(a, b):
        return 0.15
    if (a.first, a.last) == (b.first, b.last):
        return 1.0
    common = (min(a.last, b.last) - max(a.first, b.first)).days + 1
    return max(0.1, math.sqrt(common / ((max(a.last, b.last) - min(a.first, b.first)).days + 1)))


def is_a_day(profile: Profile) -> bool:
    """Whether a mention names one day, and not only since or until when."""
    return profile.rank <= _DAY and profile.first == profile.last and not profile.open


def is_time_within_period(a: Profile, b: Profile) -> bool:
    """Whether one is a year and the other a month of it: much happens in either. What is told of
    times long past is little."""
    return a.rank != b.rank and min(a.rank, b.rank) > _WEEK and not a.long_past


def known_for_it(a: Profile, b: Profile, equal: bool) -> bool:
    """Whether reports that come back to a time may mean by it what happened then.

    Not by the date of a document, nor by a decade what happened in one of its years.
    """
    if a.of_thing or b.of_thing:
        return False
    if equal and a.first == a.last:
        return a.retold or b.retold
    return a.retold and b.retold and (a.rank == b.rank or max(a.rank, b.rank) < _DECADE)
