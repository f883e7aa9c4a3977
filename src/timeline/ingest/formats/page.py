"""HTML as saved from a browser → a record: main text, title, outlet, dates."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Any
from zoneinfo import ZoneInfo

from lxml.html import HtmlElement

from timeline.errors import ArticleError
from timeline.ingest import cues
from timeline.ingest.decode import Decoded, narrow, wide_encoding
from timeline.ingest.formats.jsonld import Entry
from timeline.ingest.formats.live import from_entry, from_tree
from timeline.ingest.formats.markup import blocks, fragment_text, is_markup, parse, prune
from timeline.ingest.formats.pagedata import PageData, read_page_data
from timeline.ingest.formats.records import Bad, Record, paragraphs, tidy
from timeline.ingest.furniture import lay_out
from timeline.ingest.lines import SENTENCE_END
from timeline.ingest.published import WEAK, Stated
from timeline.messages import say

#: characters; less is a teaser, a menu or a consent page
_SHORTEST = 60
#: blocks after the headline among which the text must begin
_LEAD = 6
#: lines of the head that are looked at for stamps
_HEAD = 14
#: labels of boxes, and the kinds of lines that belong to one
_LABELS = re.compile(
    "|".join(
        f"(?:{cue.pattern})" for cue in (cues.AD_LABEL, cues.RELATED, cues.COMMENTS, cues.AUTHOR)
    ),
    re.IGNORECASE,
)
_BOXES = frozenset({"advertising", "related", "comments", "author", "newsletter", "donation"})
#: for furniture, where a stamp only has to be one
_ANY_ZONE = ZoneInfo("UTC")
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,30})", re.IGNORECASE)
_PRINTED = re.compile(
    r"(?:print|druck|gedruckte)[\w-]*[ -]?(?:ausgabe|fassung)?\s+(?:vom|am)\s+(.{6,24}?\d{4})", re.I
)


def names_charset(data: bytes) -> bool:
    """The page says itself which encoding it is in."""
    return (
        data.startswith(codecs.BOM_UTF8)
        or bool(wide_encoding(data))
        or _CHARSET.search(data, 0, 4096) is not None
    )


def decode_page(data: bytes, charset: str = "") -> Decoded:
    """The text of a page: by its mark or its NUL bytes, by what the server or the page
    says, by its other bytes."""
    mark = "utf-8" if data.startswith(codecs.BOM_UTF8) else wide_encoding(data)
    if mark:
        return Decoded(data.decode(mark, errors="replace").removeprefix("\ufeff"), mark)
    named = _CHARSET.search(data, 0, 4096)
    for name in (charset, named[1].decode("ascii", "replace") if named else ""):
        try:
            codec = codecs.lookup(name).name if name else ""
        except (LookupError, ValueError):
            continue
        # browsers read these two as Windows-1252, and so it is meant
        codec = "cp1252" if codec in ("iso8859-1", "ascii") else codec
        if codec in ("", "utf-8"):
            continue
        try:
            return Decoded(data.decode(codec), "windows-1252" if codec == "cp1252" else codec)
        except (UnicodeDecodeError, TypeError, ValueError):
            break
    codec = narrow(data)
    text = data.decode(codec, errors="replace")
    return Decoded(text, codec, text.count("\ufffd") if codec == "utf-8" else 0)


def read_page(
    text: str, what: str, zone: ZoneInfo, url: str = "", *, number: int = 0, left_out: bool
) -> Iterator[Record | Bad]:
    """The record of a page and what was wrong with it. ``zone``: of stamps without an offset.

    Raises:
        ArticleError: there is no article in the page; ``what`` names it.
    """
    tree = parse(text)
    if tree is None:
        raise ArticleError(what, say("page.no-html"), say("page.save-again"))
    data = read_page_data(tree, url)
    if data.broken_json:
        yield Bad(say("page.broken-json-ld"), number=number, error=False)
    whole = blocks(tree) if left_out else []
    title = data.values.get("title", "")
    prune(tree)
    guess = () if any(s.published for s in data.stated) else _guessed(tree)
    shown = blocks(tree)
    head = _head_lines(shown, title)
    live = from_entry(data.entry, title, zone) or from_tree(tree, title, zone)
    prune(tree, own=True)
    if live is not None and len(live.text) >= _SHORTEST:
        body = live.text
    else:
        live = None
        body = _body(tree, title, data.entry, shown)
    if len(body.removeprefix(title).strip()) < _SHORTEST:
        raise ArticleError(what, say("page.no-article"), say("page.save-article"))
    taken = set(body.split("\n\n"))
    yield Record(
        text=body,
        number=number,
        values=data.values,
        stated=(
            *(s for s in data.stated if not (live and s.where == "<time>")),
            *_printed(shown),
            *guess,
        ),
        head=head,
        sections=live.sections if live else (),
        left_out=tuple(line for line in whole if line not in taken and line != title),
        notes=_notes(data),
    )


def _notes(data: PageData) -> tuple[str, ...]:
    if data.entry and data.entry.values.get("isAccessibleForFree") in (False, "False", "false"):
        return (say("page.paywall"),)
    return ()


def _head_lines(shown: list[str], title: str) -> str:
    """The lines around the headline, up to the first two paragraphs."""
    at = next((i for i, line in enumerate(shown) if title and line == title), 0)
    lines = [line for line in shown[max(0, at - 3) : at] if len(line) < 80] + [title]
    prose = 0
    for line in shown[at + 1 : at + 1 + _HEAD]:
        if len(line) > 140:
            prose += 1
            if prose == 2:
                break
            continue
        lines.append(line)
    return "\n".join(lines)


def _printed(shown: list[str]) -> list[Stated]:
    """ "Erschienen in der Druckausgabe vom 13.03.2024"."""
    for line in shown:
        if len(line) < 200 and (match := _PRINTED.search(line)):
            return [Stated(say("where.print"), "text", printed=match[1])]
    return []


def _guessed(tree: HtmlElement) -> tuple[Stated, ...]:
    """What htmldate makes of the markup, where nothing in it is plain."""
    from htmldate import find_date

    try:
        found = find_date(
            deepcopy(tree), extensive_search=False, original_date=True,
            min_date="1990-01-01", max_date="2100-01-01",  # else it takes today's clock
        )  # fmt: skip
    except Exception:  # like the extractor, it may stumble over broken pages
        return ()
    return (Stated("htmldate", "meta", found, confidence=WEAK),) if found else ()


def _without_boxes(lines: list[str], shown: list[str], title: str) -> list[str]:
    """Without the lines of boxes whose label the extractor has left out: the page as it
    is shown says "Anzeige" above them."""
    taken = set(lines)
    shown = shown[shown.index(title) + 1 :] if title in shown else shown
    if not any(block not in taken and _LABELS.fullmatch(block.strip(" :–—-")) for block in shown):
        return lines
    page = lay_out("\n\n".join([title or "–", *shown]), 0, _ANY_ZONE)
    boxed = {line.text for line, kind in zip(page.lines, page.kinds, strict=True) if kind in _BOXES}
    return [line for line in lines if line.removeprefix("- ") not in boxed]


def _row(line: str) -> str:
    """A table's row as words: "| 1911 | Bau |" → "1911: Bau"."""
    if not (line.startswith("| ") and line.endswith(" |")):
        return line
    cells = [cell.strip() for cell in line.strip("| ").split("|") if cell.strip("- ")]
    return ": ".join(cells) if len(cells) == 2 else ", ".join(cells)


def _body(tree: HtmlElement, title: str, entry: Entry | None, shown: list[str]) -> str:
    """Title and paragraphs. trafilatura first; JSON-LD where the page shows less of it."""
    import trafilatura  # late: plain text does not need it

    found: Any
    try:
        found = trafilatura.bare_extraction(tree, include_comments=False, fast=True)
    except Exception:  # a page that breaks the extractor still has its blocks
        found = None
    lines = (found.text or "").split("\n") if found else []
    stated = tidy(fragment_text(_full_text(entry))) if entry else ""
    if len(stated) > 1.5 * sum(map(len, lines)):
        lines = stated.split("\n")
    if sum(map(len, lines)) < _SHORTEST:
        lines = [line for line in blocks(tree) if len(line) > 40]
    lines = [row for line in lines if (row := _row(tidy(line)))]
    lines = _without_boxes(lines, shown, title)
    if title in lines[:3]:  # kickers and the outlet's name stand above the headline
        lines = lines[lines.index(title) + 1 :]
    return paragraphs([title, *_lead(tree, title, lines), *lines])


def _lead(tree: HtmlElement, title: str, lines: list[str]) -> list[str]:
    """Sentences between the headline and the text: extractors take them for a teaser."""
    shown = blocks(tree)
    if not title or title not in shown:
        return []
    lead: list[str] = []
    at = shown.index(title) + 1
    for block in shown[at : at + _LEAD]:
        if any(block in line or line in block for line in lines if len(line) > 20):
            return lead
        if len(block) >= 30 and SENTENCE_END.search(block) and " " in block:
            lead.append(block)
    return []  # the text does not follow: these were other things


def _full_text(entry: Entry) -> str:
    text = entry.text("articleBody", "text")
    return text if is_markup(text) else text.replace("\n", "<br>").replace("\r", "")
