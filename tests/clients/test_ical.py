"""Read by ``ical``, the strict engine of Home Assistant: one bad line fails the feed."""

from __future__ import annotations

import pytest
from client_samples import expected, in_utc, sample_timeline

from calendars import to_icalendar
from timeline.export.icalendar_export import event_calendars

stream = pytest.importorskip(
    "ical.calendar_stream", reason="the strict reader is not installed: pip install ical"
)


def test_everything_arrives() -> None:
    read = stream.IcsCalendarStream.calendar_from_ics(to_icalendar(sample_timeline()).decode())
    entries = {entry.uid: entry for entry in read.events}
    wanted = expected()
    assert len(read.events) == len(entries)
    assert set(entries) == set(wanted)
    for uid, want in wanted.items():
        entry = entries[uid]
        assert (in_utc(entry.start), in_utc(entry.end)) == (want.start, want.end), uid
        assert entry.summary == want.summary
        assert entry.status == want.status
        assert tuple(entry.categories) == want.categories
        assert str(entry.url) == want.url
        assert want.quote in entry.description


def test_each_event_alone() -> None:
    for uid, data in event_calendars(sample_timeline()).items():
        (entry,) = stream.IcsCalendarStream.calendar_from_ics(data.decode()).events
        assert entry.uid == f"{uid}@timeline.invalid"


def test_an_empty_timeline_is_a_calendar() -> None:
    empty = to_icalendar(sample_timeline().model_copy(update={"events": ()}))
    assert stream.IcsCalendarStream.calendar_from_ics(empty.decode()).events == []
