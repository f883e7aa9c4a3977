"""``timeline.ics``: events as calendar clients in the wild really read them.

RFC 5545 and 7986, and on top what clients trip over: TZID only with a VTIMEZONE
that has two plain RRULEs, explicit exclusive DTEND, no METHOD, no VCALENDAR UID,
no VALARM, no ATTENDEE, ASCII addresses, at most 900 kB a file.

A date that is no day has its words first in the title ("Juni 2024: …") and, where
one day stands in for it (``icalendar_dates``), the description says which.
Seasons, years, decades and centuries are entries of this kind as well, each with
its own UID and sources, but in a calendar of their own: next to days and hours
they would mislead, and a subscriber may do without them.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from icalendar import Calendar
from icalendar import Event as VEvent
from icalendar.prop import vText

from timeline.export.icalendar_dates import (
    VTIMEZONE,
    Place,
    last_change,
    place_event,
    told_by_zone,
    zone_of,
)
from timeline.export.icalendar_text import description, title
from timeline.export.phrases import book_for
from timeline.export.telling import reports_of
from timeline.export.text import clean_text, web_address
from timeline.export.writing import PRODID, Rendered
from timeline.messages import Message, listed, say
from timeline.models import ArticleInfo, Event, Timeline

#: Google refuses a calendar of more than 1 MB.
MAX_BYTES = 900_000
#: UIDs end in a name that RFC 2606 keeps from ever being anyone's: no foreign
#: domain is claimed, and no machine or folder shows in them.
UID_SUFFIX = "@timeline.invalid"
CALENDAR, PERIODS = "timeline", "timeline-periods"

_PERIODS = ("season", "year", "decade", "century")


@dataclass(frozen=True, slots=True)
class _Entry:
    event: str
    year: int
    data: bytes
    zoned: bool  # refers to the VTIMEZONE
    in_utc: bool
    stands_in: bool
    is_period: bool


def event_calendars(timeline: Timeline) -> dict[str, bytes]:
    """Event id → a calendar with that event alone, the same entry as in the whole one."""
    head = _small_head()
    return {entry.event: _file(head, timeline, [entry]) for entry in _entries(timeline, [])}


def calendar_head(timeline: Timeline) -> bytes:
    """A calendar up to its first entry: entries and ``END:VCALENDAR`` make it whole."""
    about = book_for(timeline.language).phrases["selection"]
    _, tzid = zone_of(timeline.timezone)
    zone = VTIMEZONE.format(tzid=tzid).encode() if tzid else b""
    head: bytes = _head(timeline, "", about).to_ical()
    return head.removesuffix(_CLOSING) + zone


def render_icalendar(timeline: Timeline) -> Rendered:
    """``timeline.ics``, and ``timeline-periods.ics`` for seasons, years, decades and centuries.

    Where one file would pass 900 kB it becomes one a year (``timeline-YYYY.ics``,
    ``timeline-YYYY-2.ics`` …). The notes say what was left out, stands in
    for an imprecise date, or was split.
    """
    left_out: list[str] = []
    entries = list(_entries(timeline, left_out))
    notes: list[Message] = []
    if left_out:
        notes.append(say("ics.undated", count=len(left_out), names=listed(left_out, 10)))
    if rough := sum(entry.stands_in for entry in entries):
        notes.append(say("ics.rough", count=rough))
    if zone_of(timeline.timezone)[1] is None and any(entry.in_utc for entry in entries):
        notes.append(say("ics.utc", zone=clean_text(timeline.timezone, 60)))

    periods = [entry for entry in entries if entry.is_period]
    if len(periods) == len(entries):  # rather these than an empty calendar
        return Rendered(_files(timeline, CALENDAR, entries, notes), tuple(notes))
    dated = [entry for entry in entries if not entry.is_period]
    files = _files(timeline, CALENDAR, dated, notes)
    if periods:
        files |= _files(timeline, PERIODS, periods, notes)
        notes.append(say("ics.periods", count=len(periods), file=f"{PERIODS}.ics"))
    return Rendered(files, tuple(notes))


def _files(
    timeline: Timeline, stem: str, entries: Sequence[_Entry], notes: list[Message]
) -> dict[str, bytes]:
    extra = book_for(timeline.language).phrases["periods"] if stem == PERIODS else ""
    whole = _calendar(timeline, entries, extra)
    if len(whole) <= MAX_BYTES:
        return {f"{stem}.ics": whole}
    files: dict[str, bytes] = {}
    for year in sorted({entry.year for entry in entries}):
        parts = _parts([entry for entry in entries if entry.year == year])
        for number, part in enumerate(parts, start=1):
            name = f"{stem}-{year:04}" + (f"-{number}" if number > 1 else "")
            files[f"{name}.ics"] = _calendar(timeline, part, f"{extra} {year}".lstrip())
    notes.append(say("ics.split", file=f"{stem}.ics", limit=MAX_BYTES // 1000, count=len(files)))
    return files


def _parts(entries: Sequence[_Entry]) -> Iterator[list[_Entry]]:
    """Entries in runs that fit into a file, head and VTIMEZONE (well under 3 kB) included."""
    part: list[_Entry] = []
    room = MAX_BYTES - 3000
    for entry in entries:
        if part and len(entry.data) > room:
            yield part
            part, room = [], MAX_BYTES - 3000
        part.append(entry)
        room -= len(entry.data)
    yield part


def _entries(timeline: Timeline, left_out: list[str]) -> Iterator[_Entry]:
    articles = {article.id: article for article in timeline.articles}
    uids: set[str] = set()
    for event in timeline.events:
        try:
            place = place_event(event, zone_of(timeline.timezone)[0])
        except OverflowError:
            place = None
        if place is None:
            left_out.append(clean_text(event.headline, 60) or clean_text(event.id, 60))
            continue
        uid, number = _uid(event.id), 1
        while uid in uids:  # one UID twice is one event for a client: the other would be lost
            number += 1
            uid = f"{_uid(event.id)}-{number}"
        uids.add(uid)
        yield _entry(event, place, uid + UID_SUFFIX, articles, timeline)


def _uid(event_id: str) -> str:
    """The event's own id, which outlives title and date; hashed where it is no plain name."""
    if re.fullmatch(r"[A-Za-z0-9._-]{1,64}", event_id):
        return event_id
    return hashlib.sha256(event_id.encode("utf-8", "surrogatepass")).hexdigest()[:32]


# --------------------------------------------------------------------------- one event
def _entry(
    event: Event,
    place: Place,
    uid: str,
    articles: Mapping[str, ArticleInfo],
    timeline: Timeline,
) -> _Entry:
    language = timeline.language
    zone, tzid = zone_of(timeline.timezone)
    reports = reports_of(event, articles)
    entry = VEvent()
    entry.add("UID", uid)
    stamp = last_change(reports, zone)
    entry.add("DTSTAMP", stamp)
    entry.add("LAST-MODIFIED", stamp)
    entry.add("SEQUENCE", event.revision)
    moments = [at for at in (place.start, place.end) if at is not None]
    zoned = tzid is not None and told_by_zone(moments, zone)
    for name, at in zip(("DTSTART", "DTEND"), moments, strict=False):
        entry.add(name, at.astimezone(zone) if zoned and isinstance(at, datetime) else at)
    entry.add("SUMMARY", title(event, place, language))
    entry.add("DESCRIPTION", description(event, place, articles, language))
    entry.add("STATUS", _status(event))
    entry.add("TRANSP", "TRANSPARENT")
    entry.add("X-MICROSOFT-CDO-BUSYSTATUS", vText("FREE"))
    if categories := list(filter(None, map(_category, event.categories))):
        entry.add("CATEGORIES", categories)
    if url := next(filter(None, (web_address(report.url) for report in reports)), ""):
        entry.add("URL", url)
    if edtf := clean_text(event.edtf, 100):
        entry.add("X-TIMELINE-EDTF", vText(edtf))
    utc = isinstance(place.start, datetime) and not zoned
    period = event.granularity in _PERIODS and event.mod not in (
        "since",
        "until",
        "after",
        "before",
    )
    data = entry.to_ical()
    return _Entry(event.id, place.start.year, data, zoned, utc, place.stands_in, period)


def _category(text: str) -> str:
    # Clients split the line at commas, at those with a backslash before them as well.
    return re.sub(r"\s*[,;\\]+\s*", " / ", clean_text(text, 100)).strip(" /")


def _status(event: Event) -> str:
    if event.status == "cancelled" or event.modality == "cancelled":
        return "CANCELLED"
    if event.status == "tentative" or event.modality != "happened" or event.date_conflict:
        return "TENTATIVE"
    return "CONFIRMED"


# --------------------------------------------------------------------------- the file
_CLOSING = b"END:VCALENDAR\r\n"


def _small_head() -> Calendar:
    head = Calendar()
    head.add("VERSION", "2.0")
    head.add("PRODID", PRODID)
    head.add("CALSCALE", "GREGORIAN")
    return head


def _calendar(timeline: Timeline, entries: Sequence[_Entry], part: str = "") -> bytes:
    book = book_for(timeline.language)
    about = book.phrases["calendar"].format(events=len(entries), articles=len(timeline.articles))
    return _file(_head(timeline, part, about), timeline, entries)


def _head(timeline: Timeline, part: str, about: str) -> Calendar:
    book = book_for(timeline.language)
    named = clean_text(timeline.title, 200) or book.phrases["untitled_timeline"]
    name = f"{named} {part}".rstrip()
    head = _small_head()
    head.add("NAME", vText(name))  # icalendar 7.3 does not escape a plain string here
    head.add("X-WR-CALNAME", vText(name))
    head.add("DESCRIPTION", about)
    head.add("X-WR-CALDESC", vText(about))
    head.add("X-WR-TIMEZONE", vText(zone_of(timeline.timezone)[0].key))
    head.add("COLOR", "steelblue")
    head.add("REFRESH-INTERVAL", timedelta(hours=12), parameters={"VALUE": "DURATION"})
    head.add("X-PUBLISHED-TTL", vText("PT12H"))
    return head


def _file(head: Calendar, timeline: Timeline, entries: Sequence[_Entry]) -> bytes:
    # Entries are rendered once and joined: a split needs their sizes before it knows the files.
    zone = VTIMEZONE.format(tzid=timeline.timezone) if any(e.zoned for e in entries) else ""
    opened = head.to_ical().removesuffix(_CLOSING)
    return b"".join([opened, zone.encode(), *(entry.data for entry in entries), _CLOSING])
