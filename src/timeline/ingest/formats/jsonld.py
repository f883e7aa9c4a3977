"""JSON-LD in pages: find the article's own entry, also where the JSON is broken."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

_ARTICLE = re.compile(r"(?:News)?Article$|^(?:LiveBlog|Blog|SocialMedia)Posting$|^Report$")
_PAGE = re.compile(r"^(?:WebPage|ItemPage)$")
#: what hangs below these is another text than the page's own
_FOREIGN = frozenset(
    {"itemListElement", "hasPart", "isPartOf", "liveBlogUpdate", "comment", "mentions", "citation"}
    | {"video", "image", "audio", "author", "publisher", "relatedLink", "review", "about"}
)
_WRAPPING = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|(?://\s*)?\]\]>)\s*;?\s*$|;\s*$"
)
_TRAILING_COMMA = re.compile(r",(?=\s*[}\]])")
_LONE_BACKSLASH = re.compile(r'\\(?!["\\/bfnrtu])')
_PAIR = re.compile(
    r'"(datePublished|dateModified|dateCreated|headline|articleBody|url|@type)"\s*:\s*"((?:[^"\\]|\\.)*)"'
)
_DEPTH = 12


@dataclass(frozen=True, slots=True)
class Entry:
    """An article's JSON-LD. ``broken``: only single values could be read."""

    values: dict[str, Any]
    broken: bool = False

    def text(self, *names: str) -> str:
        """The first of ``names`` that has a plain value."""
        for name in names:
            if value := plain(self.values.get(name)):
                return value
        return ""

    def is_a(self, kind: re.Pattern[str]) -> bool:
        return any(map(kind.search, _types(self.values)))

    @property
    def updates(self) -> list[dict[str, Any]]:
        """The entries of a live blog."""
        found = self.values.get("liveBlogUpdate")
        found = found if isinstance(found, list) else [found]
        return [update for update in found if isinstance(update, dict)]


def plain(value: Any) -> str:
    """A string, or the name of a thing; "" for anything else."""
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value") or value.get("@id") or ""
    return html.unescape(value).strip() if isinstance(value, str) else ""


def find_entry(blocks: Sequence[str], title: str, url: str) -> tuple[Entry | None, bool]:
    """The entry of the page's article, and whether any block was broken.

    Of several articles the one with the page's address or title is taken, then the
    one that stands highest: teasers have entries of their own.
    """
    entries: list[tuple[int, Entry]] = []
    damaged = False
    for block in blocks:
        data, broken = _load(block)
        damaged |= broken
        entries += [(depth, Entry(node, broken)) for depth, node in _nodes(data)]
    pool = [(depth, entry) for depth, entry in entries if entry.is_a(_ARTICLE)] or [
        (depth, entry)
        for depth, entry in entries
        if entry.is_a(_PAGE) and entry.text("datePublished")
    ]
    if not pool:
        return None, damaged

    def rank(item: tuple[int, Entry]) -> tuple[bool, bool, bool, int]:
        depth, entry = item
        addresses = {entry.text("url"), entry.text("@id"), entry.text("mainEntityOfPage")}
        here = bool(url) and any(_bare(a) == _bare(url) for a in addresses if a)
        named = bool(title) and entry.text("headline", "name")[:40].casefold() in (
            title[:40].casefold()
        )
        return not here, not named, not entry.text("datePublished"), depth

    return min(pool, key=rank)[1], damaged


def _bare(url: str) -> str:
    return re.sub(r"^https?://(?:www\.|m\.|amp\.)?|[?#].*$", "", url).rstrip("/")


def _types(node: dict[str, Any]) -> list[str]:
    kinds = node.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return [kind.rpartition("/")[2] for kind in kinds if isinstance(kind, str)]


def _nodes(data: Any, depth: int = 0) -> Iterator[tuple[int, dict[str, Any]]]:
    """Every typed thing that may be the page's article, with its depth."""
    if depth > _DEPTH:
        return
    if isinstance(data, list):
        for item in data:
            yield from _nodes(item, depth)
    elif isinstance(data, dict):
        if _types(data):
            yield depth, data
        for key, value in data.items():
            if key not in _FOREIGN and isinstance(value, (dict, list)):
                yield from _nodes(value, depth + (key != "@graph"))


def _load(block: str) -> tuple[Any, bool]:
    """The JSON of a script element, mended where it is only untidy."""
    text = block.strip()
    if not text:
        return None, False
    for attempt in (text, _mended(text), html.unescape(_mended(text))):
        try:
            return json.loads(attempt, strict=False), False
        except (ValueError, RecursionError):
            continue
    found: dict[str, Any] = {}
    for key, value in _PAIR.findall(text):
        found.setdefault(key, html.unescape(value.replace('\\"', '"').replace("\\n", "\n")))
    return found, True


def _mended(text: str) -> str:
    text = _WRAPPING.sub("", _WRAPPING.sub("", text))
    return _LONE_BACKSLASH.sub(r"\\\\", _TRAILING_COMMA.sub("", text))
