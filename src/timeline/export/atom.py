"""``timeline.atom``: the events as an Atom feed (RFC 4287), the last changed first.

A feed reader shows when an event was last reported; when it happened stands in
the title and, for programs, in elements of our own (``when:start`` …).
"""

from __future__ import annotations

import uuid
from datetime import datetime
from xml.sax.saxutils import escape, quoteattr
from zoneinfo import ZoneInfo

from timeline.export.icalendar_dates import in_utc, last_change, zone_of
from timeline.export.json_export import SCHEMA_ID
from timeline.export.page_view import View
from timeline.export.telling import reports_of
from timeline.export.text import clean_text, web_address
from timeline.models import ArticleInfo, Event, Timeline

#: What the elements that tell an event's own date are named after; nothing is fetched for it.
NAMESPACE = f"{SCHEMA_ID}:atom"
_ID_SPACE = uuid.uuid5(uuid.NAMESPACE_URL, NAMESPACE)


def to_atom(timeline: Timeline) -> bytes:
    """The feed as UTF-8 XML. ``updated`` is the last publication or change of a report."""
    view = View(timeline)
    articles = {article.id: article for article in timeline.articles}
    zone = zone_of(timeline.timezone)[0]

    def changed(event: Event) -> datetime:
        return last_change(reports_of(event, articles), zone)

    events = sorted(timeline.events, key=changed, reverse=True)
    title = view.title() or view.words["kicker"]
    parts = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom"'
        f' xmlns:when="{NAMESPACE}" xml:lang="{view.language}">',
        # A feed has to keep its id, and its title is what a user names it by.
        _element("id", _urn("feed:" + title)),
        _element("title", title),
        _element("subtitle", view.deck()),
        _element("updated", _stamp(last_change(timeline.articles, zone))),
        "<author>" + _element("name", title) + "</author>",
        '<generator uri="urn:timeline">timeline</generator>',
    ]
    for event in events:
        parts += _entry(event, reports_of(event, articles), view, changed(event), zone)
    return ("\n".join([*parts, "</feed>"]) + "\n").encode("utf-8")


def _entry(
    event: Event, reports: list[ArticleInfo], view: View, changed: datetime, zone: ZoneInfo
) -> list[str]:
    shown = view.event(event)
    lines = [
        "<entry>",
        _element("id", _urn("event:" + event.id)),
        _element("title", f"{shown['when']}: {shown['headline']}".rstrip(": ")),
        _element("updated", _stamp(changed)),
    ]
    published = [in_utc(at, zone) for report in reports if (at := report.published)]
    if published:
        lines.append(_element("published", _stamp(min(published))))
    rel = "alternate"  # what a reader opens on a click: the first report; one alone may be it
    for report in reports:
        if url := web_address(report.url):
            name = quoteattr(clean_text(report.title or report.source, 200))
            lines.append(f'<link rel="{rel}" href={quoteattr(url)} title={name}/>')
            rel = "related"
    lines += [
        f"<category term={quoteattr(term)}/>"
        for term in (clean_text(category, 100) for category in event.categories)
        if term
    ]
    dates = {
        "start": event.start.isoformat() if event.start else "",
        "end": event.end.isoformat() if event.end else "",
        "granularity": event.granularity,
        "mod": event.mod or "",
        "edtf": clean_text(event.edtf, 100),
        "modality": event.modality,
    }
    lines += [_element(f"when:{name}", value) for name, value in dates.items() if value]
    told = [" · ".join(badge.words for badge in shown["badges"]), shown["summary"]]
    told.append(shown["conflict"])
    html = "".join(f"<p>{escape(text)}</p>" for text in told if text)
    for quote in shown["quotes"]:
        name, day = quote.article.name, quote.article.day
        sentence = escape(quote.before + quote.marked + quote.after)
        html += f"<blockquote><p>{sentence}</p></blockquote>"
        html += f"<p>{escape(', '.join(filter(None, (name, day))))}</p>"
    lines.append(
        f'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{html}</div></content>'
    )
    return [*lines, "</entry>"]


def _element(name: str, text: str) -> str:
    return f"<{name}>{escape(text)}</{name}>"


def _urn(name: str) -> str:
    # uuid5 encodes as UTF-8, which a lone surrogate does not have.
    return uuid.uuid5(_ID_SPACE, name.encode("utf-8", "backslashreplace").decode()).urn


def _stamp(at: datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%SZ").rjust(20, "0")
