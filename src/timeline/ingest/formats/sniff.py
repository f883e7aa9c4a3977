"""What a file is, by its first bytes; its name only decides where they say nothing."""

from __future__ import annotations

import json
import re
from pathlib import PurePath
from typing import Literal

from timeline.ingest.decode import clean, wide_encoding
from timeline.ingest.formats.fields import looks_like_heading

Kind = Literal["text", "html", "feed", "json", "jsonl", "csv", "warc"]

_HTML = re.compile(
    r"\s*(?:<\?xml\b[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|article)\b",
    re.IGNORECASE | re.DOTALL,
)
_FEED = re.compile(
    r"\s*(?:<\?xml\b[^>]*>\s*)?(?:<\?[^>]*>\s*|<!--.{0,2000}?-->\s*|<!DOCTYPE[^<]{0,200}"
    r"(?:<!ENTITY[^<]{0,300})*\s*)*<(?:rss|feed|rdf:RDF)\b",
    re.IGNORECASE | re.DOTALL,
)
#: what a name says of a file; files called otherwise are not read from a folder
KINDS: dict[str, Kind] = {
    ".txt": "text", ".text": "text", ".md": "text", ".markdown": "text",
    ".html": "html", ".htm": "html", ".xhtml": "html", ".jsonl": "jsonl", ".ndjson": "jsonl",
    ".json": "json", ".csv": "csv", ".tsv": "csv", ".rss": "feed", ".atom": "feed",
    ".xml": "feed", ".warc": "warc",
}  # fmt: skip
_MARKED_UP = re.compile(r"<(?:p|div|meta|title|span|a|br|script)\b[^<>]{0,300}>", re.IGNORECASE)


def sniff(start: bytes, name: str) -> Kind:
    """The kind of a file that begins with ``start`` and is called ``name``."""
    if start.startswith(b"WARC/"):
        return "warc"
    encoding = wide_encoding(start) or "utf-8"
    text = clean(start.decode(encoding, errors="replace")).lstrip("\ufeff \t\r\n")
    suffix = PurePath(name).suffix.lower()
    if _HTML.match(text):
        return "html"
    if _FEED.match(text):
        return "feed"
    named = KINDS.get(suffix, "text")
    if text[:1] in ("{", "["):
        return _json_kind(text, named)
    if named == "html" and not _MARKED_UP.search(text):
        return "text"
    if named in ("json", "jsonl", "warc", "feed"):
        return named
    if named == "text" and looks_like_heading(text.split("\n", 1)[0]):
        return "csv"
    return named


def _json_kind(text: str, named: Kind) -> Kind:
    first, _, rest = text.partition("\n")
    if named in ("json", "jsonl"):
        if named == "json" and first.lstrip().startswith("{") and rest.lstrip().startswith("{"):
            return "jsonl"
        return named
    try:
        whole = json.loads(first)
    except ValueError:
        # "{" may open a text, too; JSON has a key next
        return "json" if re.match(r'[\[{]\s*\{?\s*"[^"\n]{1,80}"\s*:', text) else named
    if isinstance(whole, dict):
        return "jsonl" if rest.strip() else "json"
    return "json" if isinstance(whole, list) and whole and isinstance(whole[0], dict) else named
