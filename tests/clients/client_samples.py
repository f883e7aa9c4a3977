"""A timeline to be read by programs that are not ours, and what they have to find in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from timeline.export.text import clean_text
from timeline.models import Event, Timeline

FOREIGN = (
    "Bücher & „Bühne“, Ärger; 100 % \\n 🎭",
    "Titel\r\nBEGIN:VEVENT\r\nUID:fremd\r\nEND:VEVENT",
    "Nul\0 und \u2028 und \u202eRichtung \ud800",
    "lang " * 20_000,
)


@dataclass(frozen=True, slots=True)
class Shape:
    """Dates and status of an event, and where it has to stand: days, or moments in UTC.

    ``end`` is exclusive, as in the calendar; ``words`` come before the headline.
    """

    changes: dict[str, Any]
    start: str
    end: str
    words: str = ""
    notes: str = ""
    status: str = "CONFIRMED"


SHAPES = (
    Shape({"start": "2024-06-19", "end": "2024-06-19"}, "2024-06-19", "2024-06-20"),
    Shape(
        {"start": "2024-06-19", "end": "2024-06-21", "granularity": "range"},
        *("2024-06-19", "2024-06-22"),
    ),
    Shape(  # summer, winter
        {"start": "2024-07-01T08:30:00+02:00", "end": None, "granularity": "time"},
        *("2024-07-01T06:30Z", "2024-07-01T07:00Z"),
    ),
    Shape(
        {"start": "2024-01-15T08:30:00+01:00", "end": None, "granularity": "time"},
        *("2024-01-15T07:30Z", "2024-01-15T08:00Z"),
    ),
    Shape(  # the night with an hour more
        {
            "start": "2024-10-26T22:00:00+02:00",
            "end": "2024-10-27T04:00:00+01:00",
            "granularity": "time",
        },
        *("2024-10-26T20:00Z", "2024-10-27T03:00Z"),
    ),
    Shape(  # before the zone's present rules
        {"start": "1989-11-09T18:53:00+01:00", "end": None, "granularity": "time"},
        *("1989-11-09T17:53Z", "1989-11-09T18:23Z"),
    ),
    Shape(  # before 1970
        {"start": "1961-08-13T01:00:00+01:00", "end": None, "granularity": "time"},
        *("1961-08-13T00:00Z", "1961-08-13T00:30Z"),
    ),
    Shape(
        {"start": "2024-06-01", "end": "2024-06-30", "granularity": "month"},
        *("2024-06-01", "2024-06-02", "Juni 2024: "),
    ),
    Shape(
        {"start": "2015-01-01", "end": None, "granularity": "year", "mod": "since"},
        *("2015-01-01", "2015-01-02", "seit 2015: "),
    ),
    Shape(
        {"start": None, "end": "2024-10-27", "mod": "until", "modality": "planned"},
        *("2024-10-27", "2024-10-28", "bis 27. Oktober 2024: ", " (angekündigt)", "TENTATIVE"),
    ),
    Shape(
        {"start": "1960-01-01", "end": "1969-12-31", "granularity": "decade"},
        *("1960-01-01", "1960-01-02", "1960er-Jahre: "),
    ),
    Shape(
        {"start": "2024-08-01", "end": "2024-08-01", "modality": "cancelled", "revision": 1},
        *("2024-08-01", "2024-08-02", "", " (abgesagt)", "CANCELLED"),
    ),
)


@dataclass(frozen=True, slots=True)
class Expected:
    """What a program has to make of an entry."""

    summary: str
    start: date | datetime
    end: date | datetime
    status: str
    categories: tuple[str, ...] = ("Kultur", "Stadt / Land / Fluss")
    url: str = "https://k.example/%C3%A4"
    quote: str = ""


def expected() -> dict[str, Expected]:
    """UID → what has to arrive."""
    found = {}
    for number, shape in enumerate(SHAPES):
        headline = f"Fest am Kanal {number}"
        found[f"e{number}@timeline.invalid"] = Expected(
            summary=shape.words + headline + shape.notes,
            start=_at(shape.start),
            end=_at(shape.end),
            status=shape.status,
            quote=headline,
        )
    for number, text in enumerate(FOREIGN, start=len(SHAPES)):
        found[f"e{number}@timeline.invalid"] = Expected(
            summary=clean_text(text, 250),
            start=date(2024, 6, 19),
            end=date(2024, 6, 20),
            status="CONFIRMED",
            quote=clean_text(text, 200).rstrip("… "),
        )
    return found


def in_utc(at: date | datetime) -> date | datetime:
    """Days stay days."""
    return at.astimezone(UTC) if isinstance(at, datetime) else at


def sample_timeline() -> Timeline:
    """One event of every shape of date and status, then hostile headlines."""
    events = [_event(n, f"Fest am Kanal {n}", **s.changes) for n, s in enumerate(SHAPES)]
    for text in FOREIGN:
        events.append(_event(len(events), text, **SHAPES[0].changes))
    article = {
        "id": "a1",
        "file": "a1.txt",
        "published": "2024-06-20",
        "url": "https://k.example/ä",
    }
    return Timeline.model_validate(
        {"title": FOREIGN[0], "articles": (article,), "events": tuple(events)}
    )


def _at(text: str) -> date | datetime:
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


def _event(number: int, headline: str, **dates: Any) -> Event:
    mention = {
        "id": f"m{number}",
        "article": "a1",
        "file": "a1.txt",
        "start_char": 0,
        "end_char": 7,
        "text": "gestern",
        "sentence": headline,
        "granularity": "day",
        "basis": "relative",
    }
    return Event.model_validate(
        {
            "id": f"e{number}",
            "headline": headline,
            "granularity": "day",
            "categories": ("Kultur", "Stadt, Land; Fluss"),
            "sources": ("Kanalblatt",),
            "mentions": (mention,),
            **dates,
        }
    )
