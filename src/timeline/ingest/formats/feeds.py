"""RSS and Atom files: each entry an article, with its full text or its teaser."""

from __future__ import annotations

import re
from calendar import timegm
from collections.abc import Iterator
from datetime import UTC, datetime
from time import struct_time
from typing import Any

from timeline.errors import ArticleError
from timeline.ingest.formats.markup import fragment_line, fragment_text
from timeline.ingest.formats.records import ENTRY, Bad, Record, tidy
from timeline.ingest.published import Stated
from timeline.messages import say

_ENTITY = re.compile(rb"<!ENTITY\s", re.IGNORECASE)
_PROLOGUE = 100_000
_SHORTEST = 40


def read_feed(data: bytes, what: str) -> Iterator[Record | Bad]:
    """The entries of a feed.

    Raises:
        ArticleError: it defines entities (a bomb, or made by nothing that makes
            feeds), or holds no entries.
    """
    refuse_entities(data, what)
    import feedparser  # late: only feeds need it

    # never resolve relative addresses or sanitise: the text is taken out below
    feed = feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)
    entries: list[Any] = feed.entries
    if not entries:
        why = say("feed.unreadable") if feed.bozo else say("feed.empty")
        raise ArticleError(what, why, say("feed.download-again"))
    if feed.bozo and not _harmless(feed.get("bozo_exception")):
        yield Bad(say("feed.broken"), say("feed.download-again"), error=False)
    name = tidy(fragment_text(str(feed.feed.get("title", ""))))
    for number, entry in enumerate(entries, 1):
        yield _record(entry, name, number)


def refuse_entities(data: bytes, what: str) -> None:
    """Raise ``ArticleError`` for XML that defines entities of its own."""
    if _ENTITY.search(data, 0, _PROLOGUE):
        raise ArticleError(what, say("feed.entities"), say("feed.no-doctype"))


def _harmless(error: Any) -> bool:
    """A wrong encoding in the header was found out and mended."""
    return type(error).__name__ in ("CharacterEncodingOverride", "NonXMLContentType")


def _record(entry: Any, name: str, number: int) -> Record | Bad:
    title = fragment_line(str(entry.get("title", "")))
    contents = [str(part.get("value", "")) for part in entry.get("content", [])]
    body = max((fragment_text(part) for part in contents), key=len, default="")
    teaser = fragment_text(str(entry.get("summary", "")))
    notes: tuple[str, ...] = ()
    if len(body) <= len(teaser):
        body = teaser
        if len(body) < 600:
            notes = (say("feed.teaser-only"),)
    if len(body) < _SHORTEST:
        return Bad(say("feed.no-text", title=title[:60]), say("feed.fetch"), number, unit=ENTRY)
    source = entry.get("source", {}).get("title", "") if entry.get("source") else ""
    id_, link = str(entry.get("id", "")), str(entry.get("link", ""))
    published, updated = _moment(entry, "published"), _moment(entry, "updated")
    modified, sure = (updated, 0.95) if published else ("", 0.8)
    return Record(
        text="\n\n".join(part for part in (title, body) if part),
        number=number,
        values={
            "title": title,
            "source": tidy(str(source)) or name,
            "id": id_,
            "url": link if link.startswith("http") else "",
        },
        stated=(Stated("Feed", "metadata", published or updated, modified, confidence=sure),),
        key=id_ or link,
        notes=notes,
    )


def _moment(entry: Any, name: str) -> str:
    """The date feedparser read (UTC), else what stands there."""
    parsed = entry.get(f"{name}_parsed") if f"{name}_parsed" in entry else None
    if isinstance(parsed, struct_time):
        try:
            return datetime.fromtimestamp(timegm(parsed), UTC).isoformat()
        except (ValueError, OverflowError, OSError):
            pass
    return str(entry.get(name, "")) if name in entry else ""


def links(data: bytes, what: str) -> list[str]:
    """The addresses of a feed's articles, in its order.

    Raises:
        ArticleError: as ``read_feed``.
    """
    refuse_entities(data, what)
    import feedparser

    found = [str(entry.get("link", "")) for entry in feedparser.parse(data).entries]
    return [link for link in dict.fromkeys(found) if link.startswith(("http://", "https://"))]
