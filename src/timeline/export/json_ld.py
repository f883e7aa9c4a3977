"""The events as schema.org JSON-LD: in the page's head, and alone as ``timeline.jsonld``.

schema.org knows only what was, is planned, was called off or put off: denied and
merely possible events are left out, as are those without a first day.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from timeline.export.telling import reports_of
from timeline.export.text import clean_text, web_address
from timeline.export.writing import Rendered
from timeline.messages import say
from timeline.models import ArticleInfo, Event, Moment, Timeline

_STATED = ("happened", "planned", "cancelled", "postponed")
_STATUS = {
    "cancelled": "https://schema.org/EventCancelled",
    "postponed": "https://schema.org/EventPostponed",
}
_LINE, _PASSAGE = 300, 1000
FILE = "timeline.jsonld"


def render(timeline: Timeline) -> Rendered:
    """``timeline.jsonld``; the notes say how many events schema.org has no words for."""
    silent = sum(not can_say(event) for event in timeline.events)
    notes = (say("jsonld.silent", count=silent),) if silent else ()
    return Rendered({FILE: to_bytes(to_json_ld(timeline))}, notes)


def to_json_ld(timeline: Timeline, anchors: Mapping[str, str] | None = None) -> dict[str, Any]:
    """An ``ItemList`` of the events.

    With ``anchors`` (event id → id of an element) each is a short entry that leads
    there, for the head of a page; without, it is complete and names its reports.
    """
    articles = {article.id: article for article in timeline.articles}
    items: list[dict[str, Any]] = []
    for event in timeline.events:
        if not can_say(event):
            continue
        item = {"@type": "ListItem", "position": len(items) + 1}
        if anchors is not None:
            item["url"] = f"#{anchors[event.id]}"
            items.append(item | {"item": _short(event)})
        else:
            items.append(item | {"item": _short(event) | _more(event, articles)})
    return {
        "@context": "https://schema.org",
        "@type": "ItemList",
        "name": clean_text(timeline.title, _LINE),
        "numberOfItems": len(items),
        "itemListElement": items,
    }


def to_bytes(document: dict[str, Any]) -> bytes:
    """The document as UTF-8 JSON that may also stand inside a ``<script>``."""
    text = json.dumps(document, ensure_ascii=False, indent=1)
    return (text.replace("<", "\\u003c") + "\n").encode("utf-8")


def can_say(event: Event) -> bool:
    """Whether schema.org has words for this event."""
    return event.start is not None and event.modality in _STATED


def _short(event: Event) -> dict[str, Any]:
    said = {
        "@type": "Event",
        "name": clean_text(event.headline, _LINE),
        "startDate": _exact(event.start),
        "endDate": _exact(event.end),
        "eventStatus": _STATUS.get(
            "cancelled" if event.status == "cancelled" else event.modality,
            "https://schema.org/EventScheduled",
        ),
    }
    return {key: value for key, value in said.items() if value is not None}


def _more(event: Event, articles: Mapping[str, ArticleInfo]) -> dict[str, Any]:
    places = [clean_text(place, _LINE) for place in event.places]
    said: dict[str, Any] = {
        "identifier": clean_text(event.id, _LINE),
        "description": clean_text(event.summary, _PASSAGE),
        "keywords": [clean_text(category, _LINE) for category in event.categories],
        "location": [{"@type": "Place", "name": place} for place in places if place],
        "subjectOf": [_report(report) for report in reports_of(event, articles)],
    }
    return {key: value for key, value in said.items() if value}


def _report(article: ArticleInfo) -> dict[str, Any]:
    outlet = clean_text(article.source, _LINE)
    said: dict[str, Any] = {
        "headline": clean_text(article.title, _LINE),
        "url": web_address(article.url),
        "datePublished": _exact(article.published),
        "dateModified": _exact(article.modified),
        "publisher": {"@type": "Organization", "name": outlet} if outlet else None,
    }
    return {"@type": "NewsArticle"} | {key: value for key, value in said.items() if value}


def _exact(at: Moment | None) -> str | None:
    return at.isoformat() if at else None
