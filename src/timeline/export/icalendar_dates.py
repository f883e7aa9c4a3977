"""Where an event stands in a calendar: which days or moments, in which time zone.

A span of up to seven days is shown as it is. Anything longer or open is one day
that stands in for it (the first; for "Mitte …" the middle, for "Ende …" and
"bis …" the last), because clients repeat a long event in every cell.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from timeline.models import ArticleInfo, Event, Moment, as_day

#: For events whose articles carry no publication date; it has to be some fixed moment.
_NO_STAMP = datetime(1970, 1, 1, tzinfo=UTC)
_UNKNOWN_END = timedelta(minutes=30)
#: The zones our VTIMEZONE is true for, and since when it is. What is earlier is written in UTC.
_ZONES = ("Europe/Berlin", "Europe/Vienna", "Europe/Zurich")
_ZONE_RULES_SINCE = datetime(1996, 10, 27, 1, tzinfo=UTC)
_ZONE_RULES_UNTIL = datetime(9999, 1, 1, tzinfo=UTC)  # local time runs out before UTC does
VTIMEZONE = """\
BEGIN:VTIMEZONE
TZID:{tzid}
BEGIN:DAYLIGHT
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
""".replace("\n", "\r\n")


@dataclass(frozen=True, slots=True)
class Place:
    """Where an event stands in the calendar: ``end`` is exclusive; all days or all UTC moments."""

    start: Moment
    end: Moment | None  # None: the day after the last day there is
    in_words: bool = False  # the title has to say what the days do not
    stands_in: bool = False
    end_unknown: bool = False


def place_event(event: Event, zone: ZoneInfo) -> Place | None:
    """The event's place; None where it has no date at all.

    Raises:
        OverflowError: a moment lies beyond the years 1 to 9999 once it is in UTC.
    """
    mod, size = event.mod, event.granularity
    only_end = event.start is None or mod in ("until", "before")
    first = event.end if only_end and event.end is not None else event.start
    if first is None:
        return None
    open_end = mod in ("since", "after") or (event.end is None and size == "range")
    last = first if only_end or open_end or event.end is None else event.end
    if as_day(last) < as_day(first):
        last = first
    days = (as_day(last) - as_day(first)).days + 1
    in_words = mod is not None or only_end or open_end or size not in ("time", "day", "range")

    if days > 7 or size not in ("time", "day", "week", "range"):
        day = _stand_in(event, as_day(first), as_day(last))
        return Place(day, _next(day), in_words=True, stands_in=True)
    if isinstance(first, datetime) and size in ("time", "range"):
        begin, until = in_utc(first, zone), in_utc(_midnight_after(last), zone)
        if until > begin:
            return Place(begin, until, in_words)
        end_unknown = not only_end
        return Place(begin, begin + _UNKNOWN_END, in_words, only_end, end_unknown)
    return Place(as_day(first), _next(as_day(last)), in_words)


def _stand_in(event: Event, first: date, last: date) -> date:
    """The one day for a long period: its first, the 15th or middle, or its last."""
    if event.mod == "end":
        return last
    if event.mod != "mid":
        return first
    fifteenth = first.replace(day=15)
    if event.granularity == "month" and (event.end is None or first <= fifteenth <= last):
        return fifteenth
    return first + (last - first) // 2


def _midnight_after(moment: Moment) -> Moment:
    """A day as the moment it is over; a date-time as it is."""
    return moment if isinstance(moment, datetime) else moment + timedelta(days=1)


def _next(day: date) -> date | None:
    return day + timedelta(days=1) if day < date.max else None


def in_utc(moment: Moment, zone: ZoneInfo) -> datetime:
    """The moment in UTC; a day is its first moment in ``zone``, as is a time without one.

    What falls off the calendar's edge (its first day, east of Greenwich) is the edge.
    """
    if not isinstance(moment, datetime):
        moment = datetime.combine(moment, time())
    try:
        return (moment if moment.tzinfo else moment.replace(tzinfo=zone)).astimezone(UTC)
    except OverflowError:
        edge = datetime.min if moment.year == 1 else datetime.max
        return edge.replace(tzinfo=UTC)


def last_change(reports: Sequence[ArticleInfo], zone: ZoneInfo) -> datetime:
    """The latest moment one of the reports was published or changed: no clock, same bytes."""
    moments = [at for report in reports for at in (report.published, report.modified) if at]
    return max((in_utc(at, zone).replace(microsecond=0) for at in moments), default=_NO_STAMP)


def told_by_zone(moments: Sequence[Moment], zone: ZoneInfo) -> bool:
    """Whether VTIMEZONE tells these UTC moments right; not in an hour that comes twice."""
    return all(
        isinstance(at, datetime)
        and _ZONE_RULES_SINCE <= at < _ZONE_RULES_UNTIL
        and at.astimezone(zone).replace(fold=0).utcoffset()
        == at.astimezone(zone).replace(fold=1).utcoffset()
        for at in moments
    )


def zone_of(name: str) -> tuple[ZoneInfo, str | None]:
    """The zone of times without one (Berlin for an unknown name), and its TZID
    where VTIMEZONE is true for it."""
    try:
        zone = ZoneInfo(name)
    except (OSError, ValueError, KeyError):  # no such file, no such key, not even a name
        return ZoneInfo(_ZONES[0]), None
    return zone, name if name in _ZONES else None
