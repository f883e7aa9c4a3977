"""What is known about an article beside its text: the names people use, and front matter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import yaml

from timeline.ingest.decode import clean
from timeline.models import Problem

#: key as people write it → what it means; keys not named here are ignored
_KEYS = {
    "file": "file datei dateiname filename",
    "title": "title titel überschrift headline",
    "source": "source quelle medium outlet publisher zeitung",
    "published": "published veröffentlicht date datum published_at publikationsdatum erschienen",
    "modified": "modified updated aktualisiert geändert lastmod stand",
    "url": "url link adresse",
    "locale": "locale",
    "id": "id",
    "agency": "agency agentur",
    "print": "print print_date druckausgabe druckdatum",
    "seen": "seen abgerufen fetched retrieved",
}
_MEANING = {word: key for key, words in _KEYS.items() for word in words.split()}
_FENCE = re.compile(r"\s*---[ \t]*\n")
_END = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_KEY_LINE = re.compile(r"^([^\W\d][\w -]{0,40}):(?:[ \t]+(.*))?$", re.MULTILINE)
#: characters; a block that has not ended by then is no front matter
_LONGEST = 50_000


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The block at the top of a file. ``end`` is where the article begins (0: no block)."""

    start: int = 0
    end: int = 0
    values: Mapping[str, str] = field(default_factory=dict)


def read_front_matter(text: str, what: str) -> tuple[FrontMatter, list[Problem]]:
    """Read YAML front matter; broken YAML gives a warning and what its lines say."""
    opening = _FENCE.match(text)
    if opening is None:
        return FrontMatter(), []
    closing = _END.search(text, opening.end(), opening.end() + _LONGEST)
    if closing is None:
        return FrontMatter(), []
    block = text[opening.end() : closing.start()]
    start = opening.start() + len(opening.group()) - len(opening.group().lstrip())
    problems: list[Problem] = []
    values: dict[str, str] = {}
    try:
        # BaseLoader leaves every value as it is written: an impossible date stays
        # a text that can be named in a message, and "007" stays an id.
        loaded = yaml.load(block, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        if not _looks_like_keys(block):
            return FrontMatter(), []
        values = meanings(_KEY_LINE.findall(block))
        problems.append(_broken(what, text, opening.end(), error))
    else:
        if isinstance(loaded, dict):
            values = meanings(loaded.items())
        elif block.strip():  # text between two rules
            return FrontMatter(), []
    return FrontMatter(start, closing.end(), values), problems


def _looks_like_keys(block: str) -> bool:
    first = next((line for line in block.splitlines() if line.strip()), "")
    return _KEY_LINE.match(first) is not None


def _broken(what: str, text: str, offset: int, error: Exception) -> Problem:
    why, line = "ungültiges YAML", text.count("\n", 0, offset) + 1
    if isinstance(error, yaml.MarkedYAMLError):
        mark = error.problem_mark or error.context_mark
        line += mark.line if mark else 0
        why = error.problem or why
    return Problem(
        "warning",
        what,
        f"das Front Matter ist fehlerhaft (Zeile {line}: {why}); "
        "gelesen wurden nur Zeilen der Form „Schlüssel: Wert“",
        "Werte mit Doppelpunkt in Anführungszeichen setzen",
    )


def meaning(name: str) -> str:
    """What people call "Quelle" or "published-at"; "" where the name is not known."""
    return _MEANING.get(name.strip().casefold().replace("-", "_").replace(" ", "_"), "")


def meanings(raw: Iterable[tuple[object, object]]) -> dict[str, str]:
    """Known keys with plain values; the first of several names for one thing wins."""
    values: dict[str, str] = {}
    for key, value in raw:
        known = meaning(str(key))
        if known and isinstance(value, str) and (plain := _plain(value)):
            values.setdefault(known, plain)
    return values


def _plain(value: str) -> str:
    text = " ".join(clean(value).split())
    if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'":
        text = text[1:-1].strip()
    return text[:2000]
