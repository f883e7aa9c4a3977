"""In which order a reader meets the events."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from timeline.events.days import precision
from timeline.models import Event, as_day
from timeline.temporal.spans import Span, part_span

_DAY = precision("day")
#: From what hour on a part of the day stands among clock times. The night has none: that of
#: Saturday may be its first hours or its last.
_FROM = {"MO": 5, "MI": 12, "AF": 14, "EV": 18}
#: Of an event that names no hour.
_WHOLE_DAY = (-1, 0, 0)


def in_order(events: Iterable[Event]) -> list[Event]:
    """Events as the export has them: by day, of one day by the clock, then by id.

    Like headings, what is wider stands in front of what it may hold: a year before its January,
    the month before its first day, a day without a time before its hours. "Ende Juni" and "Mitte
    2024" stand where that part begins.
    """
    return sorted(events, key=_place)


def _place(event: Event) -> tuple[str, int, tuple[int, int, int], str]:
    at = event.start or event.end
    hours = isinstance(at, datetime)  # "von 14 bis 16 Uhr" is a range, and of that day all the same
    width = _DAY if hours else max(precision(event.granularity), _DAY)
    return str(_part(event) or as_day(at)), -width, _clock(event), event.id


def _part(event: Event) -> date | None:
    """The first day of the part of a month or year that an event is told of."""
    first, last = as_day(event.start), as_day(event.end)
    if event.mod not in ("mid", "end") or event.granularity not in ("month", "year"):
        return None
    return part_span(Span(first, last), event.mod).first if first and last else None


def _clock(event: Event) -> tuple[int, int, int]:
    """The time of day of an event: its clock, else the first part of the day it is told of."""
    at = event.start or event.end
    if isinstance(at, datetime):
        return at.hour, at.minute, at.second
    values = (mention.timex_value for mention in event.mentions if mention.start == at)
    hours = [_FROM[value[11:]] for value in values if value[10:11] == "T" and value[11:] in _FROM]
    return (min(hours), 0, 0) if hours else _WHOLE_DAY
