"""Extracted text without the furniture that the extraction left in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from zoneinfo import ZoneInfo

from timeline.ingest.furniture import lay_out
from timeline.ingest.layout import Page
from timeline.models import Section


def trim(
    text: str, sections: Sequence[Section], zone: ZoneInfo
) -> tuple[str, tuple[Section, ...], tuple[str, ...], Page, Page]:
    """The text without its furniture lines, the entries moved along, the lines left
    out, the page as it was laid out before and as it is now.

    A file's own text is never cut: its offsets belong to the user. Text that was
    taken out of markup is ours to clean.
    """
    page = lay_out(text, 0, zone)
    lines = page.lines
    out = [i for i, kind in enumerate(page.kinds) if kind is not None]
    if not out or len(out) == len(lines):
        return text, tuple(sections), (), page, page
    cuts: list[tuple[int, int]] = []
    for i in out:
        start = lines[i].start
        end = lines[i + 1].start if i + 1 < len(lines) else len(text)
        cuts.append((start, end))
    pieces: list[str] = []
    at = 0
    for start, end in cuts:
        pieces.append(text[at:start])
        at = end
    pieces.append(text[at:])
    shorter = "".join(pieces).rstrip()

    def moved(offset: int) -> int:
        gone = sum(max(0, min(end, offset) - start) for start, end in cuts)
        return min(offset - gone, len(shorter))

    kept = tuple(
        section
        for section in (
            replace(s, start_char=moved(s.start_char), end_char=moved(s.end_char)) for s in sections
        )
        if section.end_char > section.start_char
    )
    left = tuple(lines[i].text for i in out)
    return shorter, kept, left, page, lay_out(shorter, 0, zone)
