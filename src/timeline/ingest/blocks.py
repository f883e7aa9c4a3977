"""The blocks that a heading opens: "Ähnliche Themen", "Anzeige", "Kommentare"."""

from __future__ import annotations

import re

from timeline.ingest import cues
from timeline.ingest.layout import (
    DATED,
    Page,
    block_at,
    core,
    first_prose,
    is_ad_label,
    is_promotional,
    told,
)

#: paragraphs looked at to tell a list of teasers from the article
_FAR = 100


def mark_blocks(page: Page) -> None:
    """Give the lines below a heading the kind of their block."""
    body = first_prose(page)
    i = 0
    while i < len(page.lines):
        kind, bare = page.kinds[i], core(page.lines[i])
        if kind == "related" and cues.RELATED.fullmatch(bare):
            i = _swallow_related(page, i)
        elif kind == "advertising" and cues.AD_LABEL.fullmatch(bare):
            i = _swallow_advertisement(page, i, i > body)
        elif kind == "comments":
            i = _swallow_comments(page, i, i > body)
        elif kind == "author":
            i = _swallow_author(page, i)
        else:
            i += 1


def _swallow_related(page: Page, heading: int) -> int:
    """Everything up to a paragraph of running text that stands by itself."""
    spaced = any(line.gap for line in page.lines[1:])
    i = heading + 1
    while i < len(page.lines):
        line = page.lines[i]
        first = line.gap or (not spaced and line.prose)
        first = first and page.kinds[i] is None
        if first and spaced and _only_teasers(page, i):
            for k in range(i, len(page.lines)):
                page.kinds[k] = page.kinds[k] or "related"
            return len(page.lines)
        if first and _resumes(page, block_at(page, i) if spaced else [i]):
            break
        page.kinds[i] = page.kinds[i] or "related"
        i += 1
    return i


def _resumes(page: Page, block: list[int]) -> bool:
    """The paragraph belongs to the article again, not to a list of links."""
    prose = [k for k in block if page.lines[k].prose and page.kinds[k] is None]
    if not prose or any(k in page.stamps for k in block):
        return False
    after = block[-1] + 1
    if after < len(page.lines):
        date_below = after in page.stamps and not page.stamps[after].label
        if date_below or cues.RELATED_LINE.fullmatch(page.lines[after].bare):
            return False  # a teaser with its date or its "mehr" below
    text = page.lines[prose[0]]
    dated_link = re.search(r"\(\d{1,2}\.\d{1,2}\.\d{2,4}\)\W*$", text.text)
    return not dated_link and len(text.text) >= 60


def _only_teasers(page: Page, i: int) -> bool:
    """Two or more title-and-teaser pairs follow each other up to the end."""
    pairs = 0
    for _ in range(_FAR):
        if i >= len(page.lines):
            break
        whole = block_at(page, i)
        i = whole[-1] + 1
        block = [k for k in whole if page.kinds[k] is None]
        if not block:
            continue
        title, *rest = (page.lines[k] for k in block)
        if (
            len(rest) != 1
            or title.prose
            or title.bullet
            or title.text.endswith("?")
            or len(rest[0].text) > 250
            or rest[0].sentences > 2
        ):
            return False
        pairs += 1
    return pairs >= 2


def _swallow_advertisement(page: Page, label: int, in_body: bool) -> int:
    """The lines directly below the label, or the one short line after an empty slot."""
    i = label + 1
    while i < len(page.lines) and not page.lines[i].gap:
        line = page.lines[i]
        if is_ad_label(page, i):
            return i
        if page.kinds[i] is None:
            real = line.prose and (line.sentences > 1 or len(line.text) >= 110 or told(line))
            if (real and not is_promotional(line)) or i - label > 8:
                return i
            page.kinds[i] = "advertising"
        i += 1
    if i == label + 1 and i < len(page.lines) and in_body:
        line = page.lines[i]
        alone = i + 1 == len(page.lines) or page.lines[i + 1].gap
        loud = any(cue.search(line.text) for cue in cues.PROMO_WEAK) or DATED.search(line.text)
        title = line.text.endswith("?") or re.match(r"\d{1,2}\.\s?[A-ZÄÖÜ]", line.text)
        sentence = line.text.endswith(".") and not re.search(r"\.\s?\d{1,2}\.$", line.text)
        if alone and page.kinds[i] is None and loud and not sentence and not title:
            page.kinds[i] = "advertising"
    return i


def _swallow_comments(page: Page, heading: int, in_body: bool) -> int:
    """Readers' comments run to the end; a mere count does not open them."""
    following = range(heading + 1, min(heading + 6, len(page.lines)))
    if in_body and any(
        cues.COMMENT_TRAIT.fullmatch(page.lines[k].bare) and not page.lines[k].prose
        for k in following
    ):
        for i in range(heading + 1, len(page.lines)):
            page.kinds[i] = page.kinds[i] or "comments"
        return len(page.lines)
    return heading + 1


def _swallow_author(page: Page, heading: int) -> int:
    """The rest of the heading's paragraph, or the next one where it stands alone."""
    i = heading + 1
    if i < len(page.lines) and page.lines[i].gap:
        page.kinds[i] = page.kinds[i] or "author"
        i += 1
    while i < len(page.lines) and not page.lines[i].gap:
        page.kinds[i] = page.kinds[i] or "author"
        i += 1
    return i
