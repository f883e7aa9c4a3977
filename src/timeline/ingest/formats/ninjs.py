"""ninjs, the news agencies' JSON (IPTC, versions 1 to 3): status and embargo included."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from timeline.ingest.formats.jsonld import plain
from timeline.ingest.formats.markup import fragment_line, fragment_text, is_markup
from timeline.ingest.formats.records import Bad, Record, tidy
from timeline.ingest.published import Stated
from timeline.ingest.stamps import AGENCIES
from timeline.messages import Message, say

#: version 1 writes "pubstatus" and "body_xhtml", version 3 "pubStatus" and "bodies"
_SIGNS = frozenset(
    {"pubstatus", "versioncreated", "firstcreated", "bodies", "body_xhtml", "body_text"}
)


def is_ninjs(value: Mapping[str, Any]) -> bool:
    names = {str(name).casefold() for name in value}
    return "uri" in names and bool(names & _SIGNS)


def read_item(value: Mapping[str, Any], number: int, unit: Message) -> Record | Bad:
    """The record of a news item; one that is withheld or no text is told."""
    fields = {str(name).casefold(): content for name, content in value.items()}
    uri = plain(fields.get("uri"))
    status = plain(fields.get("pubstatus")).casefold()
    retracted = status in ("canceled", "cancelled")
    if status == "withheld":
        return Bad(say("ninjs.withheld", uri=uri), number=number, error=False, unit=unit)
    body = _body(fields)
    if not body and not retracted:
        return Bad(say("ninjs.no-text", uri=uri), number=number, unit=unit)
    title = _main(fields.get("headlines")) or plain(fields.get("headline"))
    title = fragment_line(title or plain(fields.get("title")))
    holder = plain(fields.get("copyrightholder")) or plain(fields.get("infosource"))
    embargo = plain(fields.get("embargoed")) or plain(fields.get("embargoeduntil"))
    notes = (say("ninjs.embargo", until=embargo),) if embargo else ()
    return Record(
        text="\n\n".join(part for part in (title, body) if part),
        number=number,
        values={
            "title": title,
            "source": holder,
            "agency": AGENCIES.get(holder.casefold(), ""),
            "id": uri,
            "url": uri if uri.startswith("http") else "",
        },
        stated=_dates(fields),
        key=uri,
        retracted=retracted,
        embargo=embargo,
        notes=notes,
    )


def _dates(fields: Mapping[str, Any]) -> tuple[Stated, ...]:
    first, version = plain(fields.get("firstcreated")), plain(fields.get("versioncreated"))
    if not fields.get("firstcreated"):
        # Agencies that send no firstCreated date each version: that is when it was published.
        return (Stated("ninjs versionCreated", "metadata", version, confidence=0.95),)
    content = plain(fields.get("contentcreated"))
    return (
        Stated("ninjs firstCreated", "metadata", first, version),
        Stated("ninjs contentCreated", "metadata", content, confidence=0.9),
    )


def _body(fields: Mapping[str, Any]) -> str:
    bodies = fields.get("bodies")
    found: dict[str, str] = {}
    if isinstance(bodies, list):
        for body in bodies:
            if isinstance(body, dict) and isinstance(body.get("value"), str):
                kind = str(body.get("contentType") or body.get("contenttype") or "").casefold()
                found.setdefault("html" if "html" in kind else "text", body["value"])
    for name, content in fields.items():
        if name.startswith("body") and isinstance(content, str):
            found.setdefault("html" if "html" in name else "text", content)
    raw = found.get("html") or found.get("text") or ""
    return fragment_text(raw) if is_markup(raw) else tidy(raw)


def _main(headlines: Any) -> str:
    """The headline with the role "main", else the first."""
    if not isinstance(headlines, list):
        return ""
    texts = [h for h in headlines if isinstance(h, dict) and isinstance(h.get("value"), str)]
    texts.sort(key=lambda h: h.get("role") != "main")
    return str(texts[0]["value"]) if texts else ""
