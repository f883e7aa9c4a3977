"""Kinds of events: which happening a German verb or noun names.

The table is ``kinds.txt`` beside this module; how to extend it is said there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files

Kinds = frozenset[str]
_BEING = frozenset({"ist", "sind", "war", "waren", "bleibt", "bleiben", "blieb", "blieben"})
_SHUTTING = frozenset({"macht", "machen", "machte", "machten", "sperrt", "sperrte", "sperrten"})
_INNER, _TAIL = 5, 5  # letters of a stem within a word, at least, and of what follows it, at most
_WHOLE = 4  # letters up to which a part of a phrase is a whole word


@dataclass(slots=True)
class _Table:
    stems: dict[str, list[str]] = field(default_factory=dict)
    whole: dict[str, list[str]] = field(default_factory=dict)
    #: by the first part
    phrases: dict[str, list[tuple[str, list[str]]]] = field(default_factory=dict)
    opposites: set[Kinds] = field(default_factory=set)
    neighbours: set[Kinds] = field(default_factory=set)
    vague: set[str] = field(default_factory=set)
    #: by kind: what words that do not name it contain
    not_in: dict[str, list[str]] = field(default_factory=dict)
    #: by kind: the phrases of clauses that do not name it
    not_with: dict[str, list[list[str]]] = field(default_factory=dict)

    def add_kind(self, line: str) -> None:
        kind, _, words = line.partition(":")
        for word in words.split():
            if word.startswith("-") and "…" in word:
                self.not_with.setdefault(kind, []).append(word[1:].split("…"))
            elif "…" in word:
                parts = word.split("…")
                self.phrases.setdefault(parts[0], []).append((kind, parts))
            elif word.startswith("-"):
                self.not_in.setdefault(kind, []).append(word[1:])
            elif word.startswith("="):
                self.whole.setdefault(word[1:], []).append(kind)
            else:
                self.stems.setdefault(word, []).append(kind)


def _read(text: str) -> _Table:
    found, section = _Table(), ""
    for line in text.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        if line.startswith("["):
            section = line.strip("[] ")
        elif section == "kinds":
            found.add_kind(line)
        elif section == "vague":
            found.vague.update(line.split())
        else:
            pairs = found.opposites if section == "opposites" else found.neighbours
            pairs.add(frozenset(line.split()))
    return found


_TABLE = _read((files("timeline.events") / "kinds.txt").read_text(encoding="utf-8"))


def _partners(pairs: set[Kinds]) -> dict[str, set[str]]:
    """For each kind those it is paired with."""
    found: dict[str, set[str]] = {}
    for pair in pairs:
        for kind in pair:
            found.setdefault(kind, set()).update(pair - {kind})
    return found


_OPPOSITES, _NEIGHBOURS = _partners(_TABLE.opposites), _partners(_TABLE.neighbours)
_SHORTEST, _LONGEST = min(map(len, _TABLE.stems)), max(map(len, _TABLE.stems))
#: All parts of phrases: those of up to _WHOLE letters are whole words, the others begin one.
_PARTS = frozenset(
    part
    for phrases in (
        *([parts for _, parts in listed] for listed in _TABLE.phrases.values()),
        *_TABLE.not_with.values(),
    )
    for phrase in phrases
    for part in phrase
)
VAGUE_KINDS: Kinds = frozenset(_TABLE.vague)


@lru_cache(maxsize=65536)
def kinds_of_word(word: str) -> Kinds:
    """The kinds of events that a lower-case word names by itself."""
    found: set[str] = set(_TABLE.whole.get(word, ()))
    size = len(word)
    for begin in (0, *range(3, size - _INNER + 1)):
        shortest = max(_INNER, size - _TAIL - begin) if begin else _SHORTEST
        for end in range(begin + shortest, min(size, begin + _LONGEST) + 1):
            found.update(_TABLE.stems.get(word[begin:end], ()))
    return frozenset(
        kind for kind in found if not any(part in word for part in _TABLE.not_in.get(kind, ()))
    )


def kinds_of(words: Sequence[str]) -> Kinds:
    """The kinds of events that the lower-case words of a clause name, alone or together."""
    read = [_read_word(word) for word in words]
    found: set[str] = set()
    known: set[str] = set()  # the parts of phrases that the words are
    for word in read:
        found |= word.kinds
        known |= word.parts
    for position, word in enumerate(read):
        for last in word.phrases.keys() & known:
            for kind, parts in word.phrases[last]:
                if kind not in found and _in_order(read, known, parts[1:], position + 1):
                    found.add(kind)
    if words and words[-1] == "zu":
        if not _BEING.isdisjoint(words):  # "ist seit zwei Monaten zu"
            found |= {"schließung", "sperrung"}
        elif not _SHUTTING.isdisjoint(words):  # "macht zum Monatsende zu"
            found.add("schließung")
    for kind in found & _TABLE.not_with.keys():
        if any(_in_order(read, known, parts) for parts in _TABLE.not_with[kind]):
            found.remove(kind)
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class _Word:
    """What the table says of a word."""

    kinds: Kinds
    parts: frozenset[str]  #: the parts of phrases it is
    #: those it is the first part of, with their kinds, by their last parts
    phrases: dict[str, list[tuple[str, list[str]]]]


@lru_cache(maxsize=65536)
def _read_word(word: str) -> _Word:
    whole = {word} if len(word) <= _WHOLE else set()
    begins = {word[:end] for end in range(_WHOLE + 1, len(word) + 1)}
    parts = frozenset((whole | begins) & _PARTS)
    phrases: dict[str, list[tuple[str, list[str]]]] = {}
    for part in parts & _TABLE.phrases.keys():
        for kind, phrase in _TABLE.phrases[part]:
            phrases.setdefault(phrase[-1], []).append((kind, phrase))
    return _Word(kinds_of_word(word), parts, phrases)


def _in_order(
    read: Sequence[_Word], known: set[str], parts: Sequence[str], position: int = 0
) -> bool:
    """Whether the words from a position on are the parts of a phrase, one after another."""
    if not known.issuperset(parts):
        return False
    for part in parts:
        found = next((i for i in range(position, len(read)) if part in read[i].parts), None)
        if found is None:
            return False
        position = found + 1
    return True


@lru_cache(maxsize=4096)  # asked for every pair of mentions; the sets are few
def compatible(first: Kinds, second: Kinds) -> bool:
    """Whether two sets of kinds hold a pair that often names one event from two sides."""
    return any(kind in _NEIGHBOURS and _NEIGHBOURS[kind] & second for kind in first)


@lru_cache(maxsize=4096)
def opposed(first: Kinds, second: Kinds) -> bool:
    """Whether two sets of kinds name happenings that cannot be one event."""
    if first & second - VAGUE_KINDS:
        return False
    return any(kind in _OPPOSITES and _OPPOSITES[kind] & second for kind in first)
