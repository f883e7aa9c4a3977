"""What is known about an article beside its text: the names people use, and front matter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from unicodedata import normalize

import yaml

from timeline.ingest.decode import clean
from timeline.messages import say
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
    """Read YAML front matter; broken YAML gives a warning and what its lines say.

    So does a block that nobody closed, where its first line names something we know.
    """
    opening = _FENCE.match(text)
    if opening is None:
        return FrontMatter(), []
    start = opening.start() + len(opening.group()) - len(opening.group().lstrip())
    closing = _END.search(text, opening.end(), opening.end() + _LONGEST)
    if closing is None:
        return _unclosed(text, what, start, opening.end())
    block = text[opening.end() : closing.start()]
    problems: list[Problem] = []
    values: dict[str, str] = {}
    try:
        # BaseLoader leaves every value as it is written: an impossible date stays
        # a text that can be named in a message, and "007" stays an id.
        loaded = yaml.load(block, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        if not _looks_like_keys(block):
            return FrontMatter(), []
        if _holds_prose(block):  # the line that seems to close it is a rule in the text
            return _unclosed(text, what, start, opening.end())
        values = _leniently(block)
        if not _only_colons(block):
            problems.append(_broken(what, text, opening.end(), error))
    else:
        if isinstance(loaded, dict):
            values = meanings(loaded.items())
            problems += _misspelled(map(str, loaded), values, what)
        elif block.strip():  # text between two rules
            return FrontMatter(), []
    return FrontMatter(start, closing.end(), values), problems


def _misspelled(names: Iterable[str], values: Mapping[str, str], what: str) -> list[Problem]:
    """„publsihed“: a key nobody knows, that is nearly one which says something else is missing."""
    problems: list[Problem] = []
    for name in names:
        near = get_close_matches(name.casefold(), _MEANING, n=1, cutoff=_ALIKE)
        if meaning(name) or not near or _MEANING[near[0]] in values:
            continue
        why = say("front.unknown-key", key=name)
        problems.append(Problem("warning", what, why, say("call.perhaps", names=near[0])))
    return problems


_ALIKE = 0.8


def _unclosed(text: str, what: str, start: int, at: int) -> tuple[FrontMatter, list[Problem]]:
    """The lines of keys below the opening rule, where the first says that they are meant so."""
    block = _key_lines(text[at : at + _LONGEST])
    first = _KEY_LINE.match(block)
    if first is None or not meaning(first[1]):
        return FrontMatter(), []
    lines = block.rstrip().count("\n") + 1
    line = text.count("\n", 0, at) + 1
    problem = Problem(
        "warning",
        what,
        say("front.unclosed", first=line, last=line + lines - 1),
        say("front.close"),
    )
    return FrontMatter(start, at + len(block.rstrip()), _leniently(block)), [problem]


def _key_lines(text: str) -> str:
    """The start of ``text`` that is lines of keys and what belongs to them.

    Lists and continued values belong to them, and an empty line where a key we know follows
    it. „Berlin: Neue Brücke“ is a headline unless such a key comes below it.
    """
    end = at = 0
    after_gap = False
    for line in text.splitlines(keepends=True):
        at += len(line)
        if not line.strip():
            after_gap = True
            continue
        key = _KEY_LINE.match(line)
        known = key is not None and bool(meaning(key[1]))
        other = key is not None and " " not in key[1]
        if not (known or (not after_gap and (other or line.startswith((" ", "\t", "- "))))):
            break
        if known or not other or line[0].islower():
            end = at
        after_gap = False
    return text[:end]


def _holds_prose(block: str) -> bool:
    """The block is not only keys: behind them come paragraphs."""
    rest = block[len(_key_lines(block)) :]
    return bool(rest.strip()) and re.search(r"^[ \t]*\n", rest, re.MULTILINE) is not None


def _leniently(block: str) -> dict[str, str]:
    """What the lines of a block say that is no YAML."""
    return meanings((key, _without_debris(value)) for key, value in _KEY_LINE.findall(block))


#: a key with a plain value: nothing in it can be YAML that was meant otherwise
_PLAIN_VALUE = re.compile(r"[^\s\[\]{}\"'|>&*!%@`#-][^\[\]{}#]*")


def _only_colons(block: str) -> bool:
    """All that YAML minds is a colon in a value ("title: Gutachten: Bad ist zu retten"), which
    nobody can misread: each line is a key and a plain value, so nothing is lost."""
    lines = [line for line in block.splitlines() if line.strip()]
    pairs = [_KEY_LINE.fullmatch(line) for line in lines]
    return all(pair and (not pair[2] or _PLAIN_VALUE.fullmatch(pair[2].strip())) for pair in pairs)


def _without_debris(value: str) -> str:
    """A value without the bracket or quote that is never closed, or never opened, and made
    the YAML invalid."""
    value = value.strip()
    if value in ("|", ">", "|-", ">-"):  # the value stands on the lines below
        return ""
    for opening, closing in ("[]", "{}"):
        if value.startswith(opening) and closing not in value:
            value = value[1:].lstrip()
        if value.endswith(closing) and opening not in value:
            value = value[:-1].rstrip()
    for sign in "\"'":
        if value.startswith(sign) and value.count(sign) == 1:
            value = value[1:].lstrip()
    return value


def _looks_like_keys(block: str) -> bool:
    first = next((line for line in block.splitlines() if line.strip()), "")
    return _KEY_LINE.match(first) is not None


def _broken(what: str, text: str, offset: int, error: Exception) -> Problem:
    line = text.count("\n", 0, offset) + 1
    if isinstance(error, yaml.MarkedYAMLError):
        mark = error.problem_mark or error.context_mark
        line += mark.line if mark else 0
    return Problem("warning", what, say("front.broken", line=line), say("front.quote"))


def meaning(name: str) -> str:
    """What people call "Quelle" or "published-at"; "" where the name is not known."""
    plain = normalize("NFC", name).strip().casefold()
    return _MEANING.get(plain.replace("-", "_").replace(" ", "_"), "")


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
