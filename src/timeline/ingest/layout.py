"""A text laid out in lines, each with what it is; and the questions asked of lines."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from timeline.ingest import cues
from timeline.ingest.dates import MONTH_STEMS
from timeline.ingest.lines import Line
from timeline.ingest.stamps import Stamp
from timeline.models import Furniture

#: a day, a clock or a year in digits
DATED = re.compile(
    r"\d{1,2}\.\s?\d{1,2}\.|\b\d{1,2}[:.]\d{2}\b|\b(?:19|20)\d{2}\b"
    rf"|\b\d{{1,2}}\.\s?(?:{MONTH_STEMS})",
    re.IGNORECASE,
)


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
        return disjoint([*spans, *self.inline])


def disjoint(spans: Iterable[Furniture]) -> list[Furniture]:
    """Sorted, and none inside or across another: the first to start stays, of two the longer."""
    kept: list[Furniture] = []
    for span in sorted(spans, key=lambda span: (span.start_char, -span.end_char)):
        if not kept or span.start_char >= kept[-1].end_char:
            kept.append(span)
    return kept


def core(line: Line) -> str:
    """The line without the brackets or dashes around it and without a closing colon."""
    bare = line.bare.strip(" :–—-")
    return bare.strip("[](){} ") if bare[:1] in "[({" else bare


def told(line: Line) -> bool:
    """Running text that reports: a newsletter or a cookie may be news, too."""
    return line.prose and cues.REPORTED.search(line.text) is not None


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


def is_ad_label(page: Page, i: int) -> bool:
    return cues.AD_LABEL.fullmatch(core(page.lines[i])) is not None


def first_prose(page: Page) -> int:
    """Index of the first line of running text; the number of lines where there is none."""
    return next(
        (k for k, line in enumerate(page.lines) if page.kinds[k] is None and line.prose),
        len(page.lines),
    )


def block_at(page: Page, i: int) -> list[int]:
    """Indexes of the paragraph that line ``i`` opens."""
    end = i + 1
    while end < len(page.lines) and not page.lines[end].gap:
        end += 1
    return list(range(i, end))
