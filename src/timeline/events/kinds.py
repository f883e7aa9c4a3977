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
_KEY = 3  # letters a phrase is looked up by
_WHOLE = 4  # letters up to which a part of a phrase is a whole word


@dataclass(slots=True)
class _Table:
    stems: dict[str, list[str]] = field(default_factory=dict)
    whole: dict[str, list[str]] = field(default_factory=dict)
    #: by the first letters of the first part
    phrases: dict[str, list[tuple[str, list[str]]]] = field(default_factory=dict)
    opposites: set[Kinds] = field(default_factory=set)
    neighbours: set[Kinds] = field(default_factory=set)
    vague: set[str] = field(default_factory=set)
    #: by kind: what words that do not name it contain
    not_in: dict[str, list[str]] = field(default_factory=dict)

    def add_kind(self, line: str) -> None:
        kind, _, words = line.partition(":")
        for word in words.split():
            if "…" in word:
                self.phrases.setdefault(word.split("…")[0][:_KEY], []).append(
                    (kind, word.split("…"))
                )
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
VAGUE_KINDS: Kinds = frozenset(_TABLE.vague)


@lru_cache(maxsize=65536)
def kinds_of_word(word: str) -> Kinds:
    """The kinds of events that a lower-case word names by itself."""
    found: set[str] = set(_TABLE.whole.get(word, ()))
    for begin in range(max(1, len(word) - _SHORTEST + 1)):
        for end in range(begin + _SHORTEST, min(len(word), begin + _LONGEST) + 1):
            kinds = _TABLE.stems.get(word[begin:end])
            if kinds is None:
                continue
            if begin == 0 or (begin >= 3 and len(word) - end <= 5 and end - begin >= 5):
                found.update(kinds)
    return frozenset(
        kind for kind in found if not any(part in word for part in _TABLE.not_in.get(kind, ()))
    )


def kinds_of(words: Sequence[str]) -> Kinds:
    """The kinds of events that the lower-case words of a clause name, alone or together."""
    found: set[str] = set()
    known = set(words)
    tried: set[int] = set()  # what does not follow the first of its head words follows no later one
    for position, word in enumerate(words):
        found |= kinds_of_word(word)
        for kind, parts in _TABLE.phrases.get(word[:_KEY], ()):
            if id(parts) in tried or not _matches(word, parts[0]):
                continue
            tried.add(id(parts))
            closed = len(parts[-1]) > _WHOLE or parts[-1] in known  # rarely: "trat … zurück"
            if closed and _in_order(words, position + 1, parts[1:]):
                found.add(kind)
    if words and words[-1] == "zu" and _BEING & known:  # "ist seit zwei Monaten zu"
        found |= {"schließung", "sperrung"}
    return frozenset(found)


def _in_order(words: Sequence[str], position: int, parts: Sequence[str]) -> bool:
    for part in parts:
        found = next((i for i in range(position, len(words)) if _matches(words[i], part)), None)
        if found is None:
            return False
        position = found + 1
    return True


def _matches(word: str, part: str) -> bool:
    """Whether a word is the part of a phrase; parts of up to four letters are whole words."""
    return word == part if len(part) <= _WHOLE else word.startswith(part)


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
