"""A text as its lines: the unit in which pages without markup are laid out."""

from __future__ import annotations

import re
from dataclasses import dataclass

#: a line, blank or not: to ask for a sign in it here would cost the square of a long blank one
LINE = re.compile(r"[^\n]+")
#: list marks, Markdown headings, quotes and emphasis around a line
_BEFORE = re.compile(r"^(?:[•▪●◦‣*_#>|+\s]|[-–—](?=\s))+(?=\S)")
_AFTER = re.compile(r"[*_#|\s]+$")
_BULLET = re.compile(r"^(?:[•▪●◦‣*+–—-]\s|\d{1,2}[.)]\s)")
#: how a sentence may end
SENTENCE_END = re.compile(r"[.!?…][\"“”„»«‹›’')\]]*$")
_SENTENCE_BREAK = re.compile(r"(?<![\d\s.]\d)(?<!\b[A-ZÄÖÜ])[.!?…][\"“”»«’')]*\s+[\"„“»«A-ZÄÖÜ]")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that holds something. ``start`` and ``end`` frame it without blanks."""

    start: int
    end: int
    text: str
    #: without list marks and Markdown decoration
    bare: str
    #: a blank line or nothing stands above
    gap: bool
    bullet: bool

    @property
    def words(self) -> int:
        return len(_WORD.findall(self.text[:2000]))

    @property
    def sentences(self) -> int:
        """Roughly how many sentences: good enough to tell a paragraph from a title."""
        return 1 + len(_SENTENCE_BREAK.findall(self.text[:2000]))

    @property
    def prose(self) -> bool:
        """A sentence or more of running text, not a title, a link or a stamp."""
        return (
            len(self.text) >= 45
            and self.words >= 7
            and (
                SENTENCE_END.search(self.text[-12:]) is not None
                or (self.sentences > 1 and len(self.text) > 160)
            )
            and re.search(r"\b[a-zäöü]{2,}", self.text) is not None
        )


def split_lines(text: str, start: int = 0) -> list[Line]:
    """The lines of ``text`` from ``start`` on that are not blank."""
    lines: list[Line] = []
    last_end = start
    for match in LINE.finditer(text, start):
        written = match.group()
        stripped = written.strip()
        if not stripped:
            continue
        begin = match.start() + written.index(stripped)
        gap = not lines or text.count("\n", last_end, match.start()) > 1
        bare = _AFTER.sub("", _BEFORE.sub("", stripped)) if len(stripped) <= 1000 else stripped
        lines.append(
            Line(
                begin,
                begin + len(stripped),
                stripped,
                bare,
                gap,
                _BULLET.match(stripped) is not None,
            )
        )
        last_end = begin + len(stripped)
    return lines
