"""Read by ``ical``, the strict engine of Home Assistant: one bad line fails the feed."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from client_samples import FOREIGN, sample_timeline

from timeline.export.icalendar_export import to_icalendar
from timeline.export.text import clean_text

stream = pytest.importorskip(
    "ical.calendar_stream", reason="the strict reader is not installed: pip install ical"
)


def test_everything_arrives() -> None:
    made = sample_timeline()
    read = stream.IcsCalendarStream.calendar_from_ics(to_icalendar(made).decode())
    entries = {entry.uid: entry for entry in read.events}
    assert len(entries) == len(read.events) == len(made.events)

    def span(number: int) -> tuple[date | datetime, date | datetime]:
        entry = entries[f"e{number}@timeline.invalid"]
        start, end = (
            at.astimezone(UTC) if isinstance(at, datetime) else at
            for at in (entry.start, entry.end)
        )
        return start, end

    def moment(text: str) -> datetime:
        return datetime.fromisoformat(text).replace(tzinfo=UTC)

    half_an_hour = timedelta(minutes=30)
    assert span(0) == (date(2024, 6, 19), date(2024, 6, 20))
    assert span(1) == (date(2024, 6, 19), date(2024, 6, 22))
    for number, start in (
        (2, "2024-07-01T06:30"),
        (3, "2024-01-15T07:30"),
        (5, "1989-11-09T17:53"),
    ):
        assert span(number) == (moment(start), moment(start) + half_an_hour)
    assert span(4) == (moment("2024-10-26T20:00"), moment("2024-10-27T03:00"))
    assert span(6) == (date(2024, 6, 1), date(2024, 6, 2))
    assert span(8) == (date(2024, 10, 27), date(2024, 10, 28))
    assert span(9) == (date(1960, 1, 1), date(1960, 1, 2))

    first = entries["e0@timeline.invalid"]
    assert first.summary == "Fest am Kanal 0"
    assert first.categories == ["Kultur", "Stadt / Land / Fluss"]
    assert str(first.url) == "https://k.example/%C3%A4"
    assert first.status == "CONFIRMED"
    assert entries["e8@timeline.invalid"].status == "TENTATIVE"
    assert entries["e10@timeline.invalid"].status == "CANCELLED"
    for number, text in enumerate(FOREIGN, start=11):
        entry = entries[f"e{number}@timeline.invalid"]
        assert entry.summary == clean_text(text, 250)
        assert clean_text(text, 250)[:200].rstrip("… ") in entry.description


def test_an_empty_timeline_is_a_calendar() -> None:
    empty = to_icalendar(sample_timeline().model_copy(update={"events": ()}))
    assert stream.IcsCalendarStream.calendar_from_ics(empty.decode()).events == []
