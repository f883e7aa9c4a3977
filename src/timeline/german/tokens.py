"""A text cut into tokens, each read as one character (``lexicon``).

Every character of a sentence belongs to a token: the white space behind a word goes
with it. So the lengths of the tokens add up to their offsets, and a sentence is cut,
coded and measured without a step of Python per word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TypeVar

from timeline.german.lexicon import Lexicon, Values

_GAP = "[ \u00a0\u202f]"  # a space, or one that keeps a line together
_TOKEN = re.compile(
    r"[A-Za-zÀ-ÖØ-öø-ɏ]++\s*+"  # ranges are read twice as fast as [^\W\d_]
    r"|[^\w\s]\s*+"
    r"|(?=\d)(?:"
    r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![\d.,:])"  # 650 000
    r"|"
    r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d)?(?![\d-])"  # ISO date
    r"|\d{1,2}\.\d{1,2}\.(?:\d{4}|\d\d)(?!\d)"  # 1.11.2024, 01.11.24
    r"|\d{1,2}\.\d{1,2}\.(?!\d)"  # 1.11.
    rf"|\d{{1,2}}\.{_GAP}(?:0?[1-9]|1[0-2])\.(?!{_GAP}\d{{1,2}}\.|\d"
    rf"|{_GAP}(?:und|oder|sowie){_GAP}\d{{1,2}}\.{_GAP}[A-ZÄÖÜ])"  # 1. 11., but not 1. 2. 3.
    r"|\d{1,2}\.(?!\d)"  # 3.
    r"|\d+er(?!\w)"  # 1960er
    r"|\d+[^\W\d_]+"  # 2000plus, 3D: nothing of ours
    r"|\d+(?:[.,:'’/]\d+)+"  # 14.30, 1.500, 2024/25, 3,4
    r"|\d+)\s*+"
    r"|[^\W\d_]++\s*+"  # Greek, Cyrillic, Chinese …
    r"|_++\s*+"
)
#: a chunk that may be half of „1. 11.“, and where heads are among the marks of chunks: such a
#: chunk is one where another follows
_POINTED = re.compile(r"(?<!\d)\d{1,2}\.\Z")
_HEADED = re.compile("h|n(?=n)")
#: how far one looks around an expression, in words and in characters: a clause of prose is
#: shorter, and where a text has no sentence ends the cost stays linear
CLAUSE, NEAR = 30, 500
T = TypeVar("T")
#: how many words a table keeps: a long archive must not make it grow without end
_ENOUGH = 50_000
_LONG = 60  # characters; a text without spaces is no word


@dataclass(slots=True)
class Tokens:
    """The tokens of a sentence ``text[begin:end]``. ``codes`` has one character per token."""

    text: str
    begin: int
    end: int
    words: list[str]
    starts: list[int]  # offset of each token in ``text``
    codes: str
    values: list[Values]
    _vocabulary: frozenset[str] | None = None
    _sentence: str | None = None
    _holds: dict[str, bool] = field(default_factory=dict)
    _names: dict[tuple[str, ...], bool] = field(default_factory=dict)
    _answers: dict[Callable[[Sequence[str]], bool], bool] = field(default_factory=dict)

    # A sentence may have thousands of expressions, and each asks: what is long to find out
    # is found out once.
    @property
    def sentence(self) -> str:
        if self._sentence is None:
            self._sentence = self.text[self.begin : self.end]
        return self._sentence

    def holds(self, part: str) -> bool:
        """Whether a stretch of text stands in the sentence, within a word or not."""
        if part not in self._holds:
            self._holds[part] = part in self.sentence
        return self._holds[part]

    def says(self, words: frozenset[str]) -> bool:
        """Whether any of these words stands in the sentence, as it is spelled."""
        if self._vocabulary is None:
            self._vocabulary = frozenset(self.words)
        return not words.isdisjoint(self._vocabulary)

    def names(self, endings: tuple[str, ...]) -> bool:
        """Whether a noun of the sentence ends so: „Chorprobe“ with „probe“."""
        if endings not in self._names:
            self._names[endings] = any(
                w[0].isupper() and w.lower().endswith(endings) for w in self.words
            )
        return self._names[endings]

    def tells(self, question: Callable[[Sequence[str]], bool]) -> bool:
        """Whether its words answer a question with yes."""
        if question not in self._answers:
            self._answers[question] = question(self.words)
        return self._answers[question]

    def noun_before(self, index: int) -> bool:
        """Whether a capitalized word stands before token ``index``."""
        return index > 0 and self.words[index - 1][:1].isupper()

    def stop(self, index: int) -> int:
        """Offset behind token ``index``."""
        return self.starts[index] + len(self.words[index])


def since_last(words: Sequence[str], *marks: str) -> Sequence[str]:
    """What stands behind the last of these marks: all words where there is none."""
    begin = next((i for i in range(len(words), 0, -1) if words[i - 1] in marks), 0)
    return words[begin:]


class Reader:
    """What a lexicon says of words. Its tables fill themselves as texts are read."""

    def __init__(self, lexicon: Lexicon) -> None:
        def look_up(spaced: str) -> tuple[str, Values]:
            word = spaced.rstrip()
            # with white space behind it a hyphen stands for a dash
            return lexicon.look_up("–" if word == "-" != spaced else word)

        def heads(chunk: str) -> tuple[int, ...]:
            known = lexicon.head_codes
            return tuple(m.start() for m in _TOKEN.finditer(chunk) if look_up(m[0])[0] in known)

        def mark(chunk: str) -> str:
            return "h" if self._heads[chunk] else "n" if _POINTED.search(chunk) else "-"

        self._codes = _Table(lambda token: look_up(token)[0])
        self._values = _Table(lambda token: look_up(token)[1])
        self._heads = _Table(heads)
        self._marks = _Table(mark)

    def heads(self, text: str, start: int, end: int) -> Iterator[int]:
        """Offsets of all words that may head a time expression, from left to right."""
        chunks = text[start:end].split(" ")  # the fastest cut there is; a chunk may hold „\n“
        marks = "".join(map(self._marks.__getitem__, chunks))
        at, done = start, 0
        for match in _HEADED.finditer(marks):
            found = match.start()
            at += sum(map(len, chunks[done:found])) + found - done
            done = found
            for offset in self._heads[chunks[found]] or (0,):
                yield at + offset

    def tokens(self, text: str, begin: int, end: int) -> Tokens:
        """The tokens of the sentence ``text[begin:end]``."""
        spaced: list[str] = _TOKEN.findall(text, begin, end)
        codes = "".join(map(self._codes.__getitem__, spaced))
        values = list(map(self._values.__getitem__, spaced))
        for i, token in enumerate(spaced) if text.find(" -", begin, end) >= 0 else ():
            if token == "-" and i and spaced[i - 1][-1].isspace():  # „Mai -Juni“
                codes = codes[:i] + self._codes["- "] + codes[i + 1 :]
                values[i] = self._values["- "]
        words = list(map(str.rstrip, spaced))
        if text.find(" - ", begin, end) >= 0:  # a dash, typed as a hyphen
            words = [
                "–" if spaced[i] == "- " and spaced[i - 1][-1] == " " else word
                for i, word in enumerate(words)
            ]
        starts = list(accumulate(map(len, spaced), initial=begin))
        return Tokens(text, begin, end, words, starts, codes, values)


class _Table(dict[str, T]):
    """A function of a word as a table. Looking into it costs no step of Python."""

    def __init__(self, function: Callable[[str], T]) -> None:
        super().__init__()
        self._function = function

    def __missing__(self, word: str) -> T:
        answer = self._function(word)
        if len(self) < _ENOUGH and len(word) <= _LONG:
            self[word] = answer
        return answer
