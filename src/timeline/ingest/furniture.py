"""Page furniture in plain text, where there is no markup to go by.

Lines are judged in four passes: what a line says by itself (cue tables), the
blocks that headings such as "Ähnliche Themen" open, the promotional tail of a
page, and stamps in its head. Running text is only given up where something
says so: an event lost is bad, a date from an advertisement in print is worse.
"""

from __future__ import annotations

import re
from zoneinfo import ZoneInfo

from timeline.ingest import cues
from timeline.ingest.blocks import mark_blocks
from timeline.ingest.layout import DATED, Page, core, is_promotional, told
from timeline.ingest.lines import SENTENCE_END, Line, split_lines
from timeline.ingest.stamps import read_stamp
from timeline.ingest.tail import mark_tail
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
_CRUMB = re.compile(r"\s+[>›»→|•·]\s+")
_HOUR = re.compile(r"\s*\d{1,2}(?:[.:]\d\d)?\s?Uhr\s?[:–-]?\s*\w")
_DONATION = re.compile(r"\bspende|\bpaypal|\bpatreon|\bunterstützen sie|\bihre unterstützung", re.I)


def lay_out(text: str, start: int, zone: ZoneInfo) -> Page:
    """Find the furniture of ``text`` from ``start`` on (front matter ends there)."""
    lines = split_lines(text, start)
    page = Page(lines, [None] * len(lines))
    _single_lines(page, zone)
    mark_blocks(page)
    mark_tail(page)
    _head(page)
    _inline(page)
    return page


# ------------------------------------------------------------------ what a line says by itself
def _single_lines(page: Page, zone: ZoneInfo) -> None:
    for i, line in enumerate(page.lines):
        stamp = read_stamp(line.bare, zone)
        if stamp is not None:
            page.stamps[i] = stamp
        # "Quelle: Altenroder Zeitung, 3. Mai 2024" is no credit of a picture
        page.kinds[i] = None if stamp is not None and stamp.outlet else _kind(line)


def _kind(line: Line) -> str | None:
    bare = core(line)
    if not bare or len(line.text) > 4 * _CUE_LENGTH:
        return None
    if len(line.text) <= _CUE_LENGTH:
        for kind, pattern in _FULL_LINE:
            if pattern.fullmatch(bare) and not (kind in ("newsletter", "cookies") and told(line)):
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


def _is_breadcrumb(line: Line) -> bool:
    parts = _CRUMB.split(line.text.strip("|>›» "))
    if len(parts) < 2 or DATED.search(line.text):
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


# ------------------------------------------------------------------ head and inline
def _head(page: Page) -> None:
    """Where the head ends, and which stamps are stamps.

    A bare date is one in the head only, and only where it is the only one: a chronicle or a
    programme sets its days as headings, too. A single one is a heading where an hour follows it
    ("Freitag, 20. Juni", and below: "18 Uhr: Fassanstich").
    """
    prose = 0
    page.head_end = len(page.lines)
    for i, line in enumerate(page.lines):
        opens = page.kinds[i] == "related" and cues.RELATED.fullmatch(core(line))
        prose += line.prose and page.kinds[i] is None and i not in page.stamps
        if prose >= _HEAD_PROSE or i >= _HEAD_LINES or (opens and prose):
            page.head_end = i
            break
    bare_days = {
        found
        for i, stamp in page.stamps.items()
        if stamp.bare and page.kinds[i] is None
        for found in [found.text for _, found in stamp.dates] or [stamp.short_day]
        if found
    }
    for i, stamp in page.stamps.items():
        if page.kinds[i] is not None:
            continue
        in_head = i < page.head_end
        beside = i - 1 in page.stamps and page.kinds[i - 1] == "stamp"
        if stamp.kind != "stamp":
            if in_head or stamp.kind != "byline" or i >= len(page.lines) - 3:
                page.kinds[i] = stamp.kind
        elif stamp.bare and stamp.short_day and _heads_hours(page, i):
            continue
        elif stamp.label or (in_head and len(bare_days) < 2) or (beside and not stamp.dates):
            page.kinds[i] = "stamp"


def _heads_hours(page: Page, at: int) -> bool:
    """Whether the next line begins with an hour and goes on with what happens then."""
    following = next((line.text for line in page.lines[at + 1 :] if line.text.strip()), "")
    return _HOUR.match(following) is not None


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
