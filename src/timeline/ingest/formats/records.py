"""What every format gives: the material of one article, before its date is decided."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from timeline.ingest.decode import clean
from timeline.ingest.published import Stated
from timeline.messages import NOTHING, Message, say
from timeline.models import Furniture, Section


@dataclass(frozen=True, slots=True)
class Record:
    """The material of one article.

    ``number`` is its place in a file of many (a line, a row, an entry), 0 where the
    file is the article. ``values`` holds title, source, url, id, locale and agency
    where the format names them, else "". ``stated`` are its dates in order of worth.
    ``key`` tells versions of one article apart from other articles; a ``retracted``
    record takes earlier ones with its key back. ``embargo`` is the moment (as written) until
    which it must not be used. ``extracted``: the text was taken out of something;
    ``composed``: it is a file's, but with composed umlauts.
    """

    text: str
    number: int = 0
    values: Mapping[str, str] = field(default_factory=dict)
    stated: tuple[Stated, ...] = ()
    front: Furniture | None = None
    extracted: bool = True
    composed: bool = False
    encoding: str = ""
    #: lines of the page's head that are no part of the text, for its stamps
    head: str = ""
    sections: tuple[Section, ...] = ()
    left_out: tuple[str, ...] = ()
    key: str = ""
    retracted: bool = False
    embargo: str = ""
    notes: tuple[str, ...] = ()


#: what the articles of a file are counted in
LINE, ENTRY = say("unit.line"), say("unit.entry")


@dataclass(frozen=True, slots=True)
class Bad:
    """A part of a file that is no article, and why: told to the user, the rest is read."""

    why: Message
    remedy: Message = NOTHING
    number: int = 0
    #: an article is lost; else only something about it
    error: bool = True
    unit: Message = LINE


_INVISIBLE: dict[int, str] = {
    **dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"), ""),
    **dict.fromkeys(map(ord, "\u00a0\u202f\u2007\u2009"), " "),
}
_BLANKS = re.compile(r"[ \t]+")
_LINE_END = re.compile(r"[ \t]*\n[ \t]*")


def tidy(text: str) -> str:
    """Extracted text without what only the markup needed: soft hyphens, odd blanks."""
    text = clean(text.replace("\r\n", "\n").replace("\r", "\n")).translate(_INVISIBLE)
    return _LINE_END.sub("\n", _BLANKS.sub(" ", text)).strip()


def paragraphs(blocks: list[str]) -> str:
    """Blocks of text with a blank line between them, the way files are laid out."""
    return "\n\n".join(block for block in (tidy(b) for b in blocks) if block)
