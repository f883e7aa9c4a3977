"""Small timelines for the export tests; every outlet and event is invented."""

from __future__ import annotations

from typing import Any

from timeline.models import ArticleInfo, Event, EventMention, Timeline


def article(id_: str = "a1", **changes: Any) -> ArticleInfo:
    values: dict[str, Any] = {
        "file": f"{id_}.txt",
        "source": "Nordufer Bote",
        "title": "Die Klappbrücke öffnet",
        "url": "https://nordufer.example/klappbruecke",
        "published": "2024-06-20T09:15:00+02:00",
        "published_basis": "metadata",
    }
    return ArticleInfo.model_validate({"id": id_} | values | changes)


def mention(id_: str = "m1", **changes: Any) -> EventMention:
    values: dict[str, Any] = {
        "article": "a1",
        "file": "a1.txt",
        "start_char": 0,
        "end_char": 10,
        "text": "am Mittwoch",
        "sentence": "Die neue Klappbrücke über den Mühlkanal öffnete am Mittwoch.",
        "start": "2024-06-19",
        "end": "2024-06-19",
        "granularity": "day",
        "basis": "relative",
        "anchor": "2024-06-20",
    }
    return EventMention.model_validate({"id": id_} | values | changes)


def event(id_: str = "e1", **changes: Any) -> Event:
    values: dict[str, Any] = {
        "headline": "Klappbrücke über den Mühlkanal eröffnet",
        "start": "2024-06-19",
        "end": "2024-06-19",
        "granularity": "day",
        "edtf": "2024-06-19",
        "sources": ("Nordufer Bote",),
        "independent_sources": 1,
        "mentions": (mention(),),
    }
    return Event.model_validate({"id": id_} | values | changes)


def timeline(*events: Event, **changes: Any) -> Timeline:
    values: dict[str, Any] = {"title": "Am Mühlkanal", "articles": (article(),)}
    return Timeline.model_validate(values | changes | {"events": events})
