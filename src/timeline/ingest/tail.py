"""The promotional tail of a page, where boxes and the texts between them run together."""

from __future__ import annotations

import re
from itertools import pairwise

from timeline.ingest import cues
from timeline.ingest.dates import WEEKDAY_NAMES
from timeline.ingest.layout import DATED, Page, block_at, is_ad_label

#: kinds that make up the tail of a page
_TAIL = frozenset({"advertising", "newsletter", "donation", "related", "paywall", "error report"})
#: as many boxes as a tail may have; what stands before them is the page
_MOST_BOXES = 60
_NOUN = re.compile(r"\b[A-ZÄÖÜ][\wäöüß]{4,}")
_WEEKDAY = re.compile(
    rf"\b(?:{WEEKDAY_NAMES}|gestern)"
    r"(?:s|abend|morgen|mittag|vormittag|nachmittag|nacht)?\b",
    re.IGNORECASE,
)


def mark_tail(page: Page) -> None:
    """Short promotional paragraphs between appeals and shop boxes at the end.

    The tail begins with a furniture paragraph after which no two paragraphs of
    the article follow each other: what stands between its boxes and shares no
    nouns with the article is their text.
    """
    blocks: list[list[int]] = []
    i = 0
    while i < len(page.lines):
        blocks.append(block_at(page, i))
        i = blocks[-1][-1] + 1
    tail = [all(page.kinds[k] in _TAIL for k in block) for block in blocks]
    labels = [all(is_ad_label(page, k) for k in block) for block in blocks]
    boxes = [n for n, is_tail in enumerate(tail) if is_tail and not labels[n]][-_MOST_BOXES:]
    own: set[str] = set()
    seen = 0
    for position, first in enumerate(boxes[:-2]):  # fewer than three boxes are no tail
        own |= _nouns(page, [k for b in blocks[seen:first] for k in b if not page.kinds[k]])
        seen = first
        between = [range(a + 1, b) for a, b in pairwise(boxes[position:])]
        strange = [n for gap in between for n in gap if not tail[n]]
        if any(len([n for n in gap if not tail[n]]) > 2 for gap in between):
            continue
        if any(not _stranger(page, blocks[n], own) for n in strange):
            continue
        for n in strange:
            _mark_advertising(page, blocks[n])
        _reach_back(page, blocks, first)
        break
    _author_line(page)


def _reach_back(page: Page, blocks: list[list[int]], first: int) -> None:
    """A box may open with a slogan and a sentence or two before its first clear word."""
    for n in range(first - 1, max(first - 4, 0), -1):
        block = [k for k in blocks[n] if page.kinds[k] is None]
        text = " ".join(page.lines[k].text for k in block)
        if not block or DATED.search(text) or cues.REPORTED.search(text):
            return
        before = _nouns(page, [k for b in blocks[:n] for k in b if not page.kinds[k]])
        if len(_nouns(page, block) & before) > 1:
            return
        if any(page.lines[k].text.endswith("!") and not page.lines[k].prose for k in block):
            for m in range(n, first):
                _mark_advertising(page, blocks[m])
            return


def _stranger(page: Page, block: list[int], own: set[str]) -> bool:
    """No paragraph of this article: other nouns, no day, nobody reports."""
    text = " ".join(page.lines[k].text for k in block)
    if DATED.search(text) or _WEEKDAY.search(text) or cues.REPORTED.search(text):
        return False
    nouns = _nouns(page, block)
    return len(nouns & own) <= max(1, len(nouns) // 6)


def _nouns(page: Page, indexes: list[int]) -> set[str]:
    """Nouns and names, cut so that forms of one word fall together."""
    return {noun[:7].casefold() for k in indexes for noun in _NOUN.findall(page.lines[k].text)}


def _mark_advertising(page: Page, block: list[int]) -> None:
    for k in block:
        page.kinds[k] = page.kinds[k] or "advertising"


def _author_line(page: Page) -> None:
    """The last paragraph of a text may say who wrote it."""
    own = [k for k, kind in enumerate(page.kinds) if kind is None]
    if len(own) <= 2:
        return
    last = page.lines[own[-1]]
    if last.gap and len(last.text) <= 400 and cues.AUTHOR_LINE.match(last.text):
        page.kinds[own[-1]] = "author"
