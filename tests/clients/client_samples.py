"""A timeline to be read by programs that are not ours."""

from __future__ import annotations

from typing import Any

from timeline.models import Event, Timeline

FOREIGN = (
    "Bücher & „Bühne“, Ärger; 100 % \\n 🎭",
    "Titel\r\nBEGIN:VEVENT\r\nUID:fremd\r\nEND:VEVENT",
    "Nul\0 und \u2028 und \u202eRichtung \ud800",
    "lang " * 20_000,
)


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


def sample_timeline() -> Timeline:
    """One event of every shape of date and status, then hostile headlines."""
    shapes: list[dict[str, Any]] = [
        {"start": "2024-06-19", "end": "2024-06-19"},
        {"start": "2024-06-19", "end": "2024-06-21", "granularity": "range"},
        {"start": "2024-07-01T08:30:00+02:00", "end": None, "granularity": "time"},
        {"start": "2024-01-15T08:30:00+01:00", "end": None, "granularity": "time"},
        {
            "start": "2024-10-26T22:00:00+02:00",
            "end": "2024-10-27T04:00:00+01:00",
            "granularity": "time",
        },
        {"start": "1989-11-09T18:53:00+01:00", "end": None, "granularity": "time"},
        {"start": "2024-06-01", "end": "2024-06-30", "granularity": "month"},
        {"start": "2015-01-01", "end": None, "granularity": "year", "mod": "since"},
        {"start": None, "end": "2024-10-27", "mod": "until", "modality": "planned"},
        {"start": "1960-01-01", "end": "1969-12-31", "granularity": "decade"},
        {"start": "2024-08-01", "end": "2024-08-01", "modality": "cancelled"},
    ]
    events = [_event(n, f"Fest am Kanal {n}", **shape) for n, shape in enumerate(shapes)]
    for text in FOREIGN:
        events.append(_event(len(events), text, **shapes[0]))
    article = {
        "id": "a1",
        "file": "a1.txt",
        "published": "2024-06-20",
        "url": "https://k.example/ä",
    }
    return Timeline.model_validate(
        {"title": FOREIGN[0], "articles": (article,), "events": tuple(events)}
    )
