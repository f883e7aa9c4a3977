"""Page furniture in plain text, where there is no markup to go by.

Lines are judged in four passes: what a line says by itself (cue tables), the
blocks that headings such as "Ähnliche Themen" open, the promotional tail of a
page, and stamps in its head. Running text is only given up where something
says so: an event lost is bad, a date from an advertisement in print is worse.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from zoneinfo import ZoneInfo

from timeline.ingest import cues
from timeline.ingest.lines import SENTENCE_END, Line, split_lines
from timeline.ingest.stamps import Stamp, read_stamp
from timeline.models import Furniture

#: lines of running text after which a page's head is over: a teaser may come first
_HEAD_PROSE = 2
_HEAD_LINES = 30
#: a cue table fits short lines; longer ones are running text
_CUE_LENGTH = 300
_FULL_LINE = (
    ("advertising", cues.AD_LABEL),
    ("navigation", cues.NAVIGATION),
    ("comments", cues.COMMENTS),
    ("related", cues.RELATED_LINE),
    ("related", cues.RELATED),
    ("author", cues.AUTHOR),
    ("newsletter", cues.NEWSLETTER),
    ("cookies", cues.COOKIES),
    ("paywall", cues.PAYWALL),
    ("error report", cues.ERROR_REPORT),
    ("notice", cues.NOTICE),
    ("contact", cues.CONTACT),
)
#: kinds that make up the tail of a page
_TAIL = frozenset({"advertising", "newsletter", "donation", "related", "paywall", "error report"})
_CRUMB = re.compile(r"\s+[>›»→|•·]\s+")
_NOUN = re.compile(r"\b[A-ZÄÖÜ][\wäöüß]{4,}")
_DATED = re.compile(
    r"\d{1,2}\.\s?\d{1,2}\.|\b\d{1,2}[:.]\d{2}\b|\b(?:19|20)\d{2}\b"
    r"|\b\d{1,2}\.\s?(?:jan|jän|feb|mär|apr|mai|jun|jul|aug|sep|okt|nov|dez)",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    r"\b(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|gestern)"
    r"(?:s|abend|morgen|mittag|vormittag|nachmittag|nacht)?\b",
    re.IGNORECASE,
)
_DONATION = re.compile(r"\bspende|\bpaypal|\bpatreon|\bunterstützen sie|\bihre unterstützung", re.I)


@dataclass(slots=True)
class Page:
    """A text laid out in lines; ``kinds[i]`` names what line ``i`` is, None for the article."""

    lines: list[Line]
    kinds: list[str | None]
    stamps: dict[int, Stamp] = field(default_factory=dict)
    inline: list[Furniture] = field(default_factory=list)
    #: index of the first line after the page's head
    head_end: int = 0

    def spans(self) -> list[Furniture]:
        """Sorted, disjoint; neighbouring lines of one kind are one span."""
        spans: list[Furniture] = []
        previous = -2
        for i, (line, kind) in enumerate(zip(self.lines, self.kinds, strict=True)):
            if kind is None:
                continue
            if previous == i - 1 and spans[-1].kind == kind:
                spans[-1] = Furniture(spans[-1].start_char, line.end, kind)
            else:
                spans.append(Furniture(line.start, line.end, kind))
            previous = i
        return sorted([*spans, *self.inline], key=lambda span: span.start_char)


def lay_out(text: str, start: int, zone: ZoneInfo) -> Page:
    """Find the furniture of ``text`` from ``start`` on (front matter ends there)."""
    lines = split_lines(text, start)
    page = Page(lines, [None] * len(lines))
    _single_lines(page, zone)
    _blocks(page)
    _promotional_tail(page)
    _head(page)
    _inline(page)
    return page


# ------------------------------------------------------------------ what a line says by itself
def _single_lines(page: Page, zone: ZoneInfo) -> None:
    for i, line in enumerate(page.lines):
        stamp = read_stamp(line.bare, zone)
        if stamp is not None:
            page.stamps[i] = stamp
        page.kinds[i] = _kind(line)


def _kind(line: Line) -> str | None:
    bare = _core(line)
    if not bare or len(line.text) > 4 * _CUE_LENGTH:
        return None
    if len(line.text) <= _CUE_LENGTH:
        for kind, pattern in _FULL_LINE:
            if pattern.fullmatch(bare) and not (kind in ("newsletter", "cookies") and _told(line)):
                return kind
        if cues.SHARE.fullmatch(bare) and cues.SHARE_CORE.search(bare):
            return "share"
        if _is_breadcrumb(line):
            return "navigation"
        if _is_caption(line):
            return "credits"
    if is_promotional(line):
        return "donation" if _DONATION.search(line.text) else "advertising"
    return None


def _core(line: Line) -> str:
    """The line without the brackets or dashes around it and without a closing colon."""
    bare = line.bare.strip(" :–—-")
    return bare.strip("[](){} ") if bare[:1] in "[({" else bare


def _told(line: Line) -> bool:
    """Running text that reports: a newsletter or a cookie may be news, too."""
    return line.prose and cues.REPORTED.search(line.text) is not None


def _is_breadcrumb(line: Line) -> bool:
    parts = _CRUMB.split(line.text.strip("|>›» "))
    if len(parts) < 2 or _DATED.search(line.text):
        return False
    if "|" in line.text and len(parts) < 3:
        return False
    return all(
        0 < len(part) <= 40 and len(part.split()) <= 5 and part[-1] not in ".!?" for part in parts
    )


def _is_caption(line: Line) -> bool:
    match = cues.CREDIT.search(line.text)
    if match is None:
        return False
    before = line.text[: match.start()].rstrip(" (")
    return len(before) < 120 or (len(before) < 220 and not SENTENCE_END.search(before))


def is_promotional(line: Line) -> bool:
    """Shop talk, appeals, subscriptions: more of their words than news would use."""
    strong = sum(1 for cue in cues.PROMO_STRONG if cue.search(line.text))
    weak = sum(1 for cue in cues.PROMO_WEAK if cue.search(line.text))
    if cues.REPORTED.search(line.text) and line.prose:
        return strong >= 3
    if not line.prose:
        return strong >= 1 or weak >= 3 or (weak >= 2 and not line.text.endswith("."))
    short = len(line.text) < 160
    return strong >= 2 or (strong == 1 and weak >= (1 if short else 2)) or weak >= 4


# ------------------------------------------------------------------ blocks under a heading
def _blocks(page: Page) -> None:
    i = 0
    while i < len(page.lines):
        kind, bare = page.kinds[i], _core(page.lines[i])
        if kind == "related" and cues.RELATED.fullmatch(bare):
            i = _swallow_related(page, i)
        elif kind == "advertising" and cues.AD_LABEL.fullmatch(bare):
            i = _swallow_advertisement(page, i)
        elif kind == "comments":
            i = _swallow_comments(page, i)
        elif kind == "author":
            i = _swallow_paragraph(page, i, "author")
        else:
            i += 1


def _swallow_related(page: Page, heading: int) -> int:
    """Everything up to a paragraph of running text that stands by itself."""
    spaced = any(line.gap for line in page.lines[1:])
    i = heading + 1
    while i < len(page.lines):
        line = page.lines[i]
        first = line.gap or (not spaced and line.prose)
        if first and _only_teasers(page, i):
            for k in range(i, len(page.lines)):
                page.kinds[k] = page.kinds[k] or "related"
            return len(page.lines)
        if first and _resumes(page, i):
            break
        page.kinds[i] = page.kinds[i] or "related"
        i += 1
    return i


def _resumes(page: Page, i: int) -> bool:
    """The paragraph at ``i`` belongs to the article again, not to a list of links."""
    block = _block(page, i)
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
    while i < len(page.lines):
        block = [k for k in _block(page, i) if page.kinds[k] is None]
        i = _block(page, i)[-1] + 1
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


def _swallow_advertisement(page: Page, label: int) -> int:
    """The lines directly below the label, or the one short line after an empty slot."""
    i = label + 1
    while i < len(page.lines) and not page.lines[i].gap:
        line = page.lines[i]
        if _is_ad_label(page, i):
            return i
        if page.kinds[i] is None:
            real = line.prose and (line.sentences > 1 or len(line.text) >= 110 or _told(line))
            if (real and not is_promotional(line)) or i - label > 8:
                return i
            page.kinds[i] = "advertising"
        i += 1
    if i == label + 1 and i < len(page.lines) and _prose_before(page, label):
        line = page.lines[i]
        alone = i + 1 == len(page.lines) or page.lines[i + 1].gap
        loud = any(cue.search(line.text) for cue in cues.PROMO_WEAK) or _DATED.search(line.text)
        title = line.text.endswith("?") or re.match(r"\d{1,2}\.\s?[A-ZÄÖÜ]", line.text)
        sentence = line.text.endswith(".") and not re.search(r"\.\s?\d{1,2}\.$", line.text)
        if alone and page.kinds[i] is None and loud and not sentence and not title:
            page.kinds[i] = "advertising"
    return i


def _is_ad_label(page: Page, i: int) -> bool:
    return cues.AD_LABEL.fullmatch(_core(page.lines[i])) is not None


def _prose_before(page: Page, i: int) -> bool:
    return any(page.lines[k].prose and page.kinds[k] is None for k in range(i))


def _swallow_comments(page: Page, heading: int) -> int:
    """Readers' comments run to the end; a mere count does not open them."""
    following = range(heading + 1, min(heading + 6, len(page.lines)))
    if _prose_before(page, heading) and any(
        cues.COMMENT_TRAIT.fullmatch(page.lines[k].bare) and not page.lines[k].prose
        for k in following
    ):
        for i in range(heading + 1, len(page.lines)):
            page.kinds[i] = page.kinds[i] or "comments"
        return len(page.lines)
    return heading + 1


def _swallow_paragraph(page: Page, heading: int, kind: str) -> int:
    """The rest of the heading's paragraph, or the next one where it stands alone."""
    i = heading + 1
    if i < len(page.lines) and page.lines[i].gap:
        page.kinds[i] = page.kinds[i] or kind
        i += 1
    while i < len(page.lines) and not page.lines[i].gap:
        page.kinds[i] = page.kinds[i] or kind
        i += 1
    return i


def _block(page: Page, i: int) -> list[int]:
    """Indexes of the paragraph that line ``i`` opens."""
    end = i + 1
    while end < len(page.lines) and not page.lines[end].gap:
        end += 1
    return list(range(i, end))


# ------------------------------------------------------------------ the tail of a page
def _promotional_tail(page: Page) -> None:
    """Short promotional paragraphs between appeals and shop boxes at the end.

    The tail begins with a furniture paragraph after which no two paragraphs of
    the article follow each other: what stands between its boxes and shares no
    nouns with the article is their text.
    """
    blocks: list[list[int]] = []
    i = 0
    while i < len(page.lines):
        blocks.append(_block(page, i))
        i = blocks[-1][-1] + 1
    tail = [all(page.kinds[k] in _TAIL for k in block) for block in blocks]
    labels = [all(_is_ad_label(page, k) for k in block) for block in blocks]
    boxes = [n for n, is_tail in enumerate(tail) if is_tail and not labels[n]]
    for first in boxes:
        if sum(1 for n in boxes if n >= first) < 3:
            break
        own = _nouns(page, [k for block in blocks[:first] for k in block if not page.kinds[k]])
        between = [range(a + 1, b) for a, b in pairwise(boxes) if a >= first]
        strange = [n for gap in between for n in gap if not tail[n]]
        if any(len([n for n in gap if not tail[n]]) > 2 for gap in between):
            continue
        if any(not _stranger(page, blocks[n], own) for n in strange):
            continue
        for n in strange:
            _mark(page, blocks[n], "advertising")
        _reach_back(page, blocks, first, own)
        break
    _author_line(page)


def _reach_back(page: Page, blocks: list[list[int]], first: int, own: set[str]) -> None:
    """A box may open with a slogan and a sentence or two before its first clear word."""
    for n in range(first - 1, max(first - 4, 0), -1):
        block = [k for k in blocks[n] if page.kinds[k] is None]
        text = " ".join(page.lines[k].text for k in block)
        if not block or _DATED.search(text) or cues.REPORTED.search(text):
            return
        before = _nouns(page, [k for b in blocks[:n] for k in b if not page.kinds[k]])
        if len(_nouns(page, block) & before) > 1:
            return
        if any(page.lines[k].text.endswith("!") and not page.lines[k].prose for k in block):
            for m in range(n, first):
                _mark(page, blocks[m], "advertising")
            return


def _stranger(page: Page, block: list[int], own: set[str]) -> bool:
    """No paragraph of this article: other nouns, no day, nobody reports."""
    text = " ".join(page.lines[k].text for k in block)
    if _DATED.search(text) or _WEEKDAY.search(text) or cues.REPORTED.search(text):
        return False
    nouns = _nouns(page, block)
    return len(nouns & own) <= max(1, len(nouns) // 6)


def _nouns(page: Page, indexes: list[int]) -> set[str]:
    """Nouns and names, cut so that forms of one word fall together."""
    return {noun[:7].casefold() for k in indexes for noun in _NOUN.findall(page.lines[k].text)}


def _mark(page: Page, block: list[int], kind: str) -> None:
    for k in block:
        page.kinds[k] = page.kinds[k] or kind


def _author_line(page: Page) -> None:
    """The last paragraph of a text may say who wrote it."""
    own = [k for k, kind in enumerate(page.kinds) if kind is None]
    if len(own) <= 2:
        return
    last = page.lines[own[-1]]
    if last.gap and len(last.text) <= 400 and cues.AUTHOR_LINE.match(last.text):
        page.kinds[own[-1]] = "author"


# ------------------------------------------------------------------ head and inline
def _head(page: Page) -> None:
    """Where the head ends, and which stamps are stamps.

    A bare date is one in the head only, and only where it is the only one: a
    chronicle sets its dates as headings, too.
    """
    prose = 0
    page.head_end = len(page.lines)
    for i, line in enumerate(page.lines):
        opens = page.kinds[i] == "related" and cues.RELATED.fullmatch(_core(line))
        prose += line.prose and page.kinds[i] is None and i not in page.stamps
        if prose >= _HEAD_PROSE or i >= _HEAD_LINES or (opens and prose):
            page.head_end = i
            break
    bare_days = {
        found.text
        for i, stamp in page.stamps.items()
        if stamp.bare and page.kinds[i] is None
        for _, found in stamp.dates
    }
    for i, stamp in page.stamps.items():
        if page.kinds[i] is not None:
            continue
        in_head = i < page.head_end
        beside = i - 1 in page.stamps and page.kinds[i - 1] == "stamp"
        if stamp.kind != "stamp":
            if in_head or stamp.kind != "byline" or i >= len(page.lines) - 3:
                page.kinds[i] = stamp.kind
        elif stamp.label or (in_head and len(bare_days) < 2) or (beside and not stamp.dates):
            page.kinds[i] = "stamp"


def _inline(page: Page) -> None:
    """Numbers to ring and credits inside running text."""
    for line, kind in zip(page.lines, page.kinds, strict=True):
        if kind is not None:
            continue
        taken = 0
        for match in cues.INLINE_CONTACT.finditer(line.text):
            page.inline.append(
                Furniture(line.start + match.start(), line.start + match.end(), "contact")
            )
            taken = match.end()
        credit = cues.CREDIT.search(line.text, max(taken, len(line.text) - 120))
        if credit and SENTENCE_END.search(line.text[: credit.start()].rstrip(" (")):
            page.inline.append(Furniture(line.start + credit.start(), line.end, "credits"))
