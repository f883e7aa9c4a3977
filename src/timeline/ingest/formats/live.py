"""Live blogs: entries with stamps of their own, each dating the paragraphs below it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from lxml.html import HtmlElement

from timeline.ingest.dates import find_moments, parse_moment
from timeline.ingest.formats.jsonld import Entry, plain
from timeline.ingest.formats.markup import blocks, fragment_text, is_foreign
from timeline.ingest.formats.records import paragraphs
from timeline.ingest.lines import LINE
from timeline.models import Furniture, Moment, Section, as_day

#: fewer stamps are no live blog
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class Live:
    """A live blog's text and its entries."""

    text: str
    sections: tuple[Section, ...]


def _joined(title: str, entries: list[tuple[Moment | None, str]]) -> Live | None:
    dated = [moment for moment, text in entries if moment is not None and text]
    if len(dated) < _FEWEST:
        return None
    text, sections = title, []
    for moment, body in entries:
        if not body:
            continue
        start = len(text) + 2 if text else 0
        text = f"{text}\n\n{body}" if text else body
        if moment is not None:
            sections.append(Section(start, len(text), moment))
    return Live(text, tuple(sections))


def from_entry(entry: Entry | None, title: str, zone: ZoneInfo) -> Live | None:
    """From the JSON-LD of a LiveBlogPosting. A stamp without an offset is of ``zone``."""
    if entry is None:
        return None
    entries: list[tuple[Moment | None, str]] = []
    for update in entry.updates:
        body = plain(update.get("articleBody")) or plain(update.get("text"))
        headline = plain(update.get("headline"))
        text = paragraphs([headline, *fragment_text(body.replace("\n", "<br>")).split("\n\n")])
        entries.append((_moment(plain(update.get("datePublished")), zone), text))
    return _joined(title, entries)


def from_tree(tree: HtmlElement, title: str, zone: ZoneInfo) -> Live | None:
    """From <time> elements that each open an entry of their own."""
    stamps = [
        (element, moment)
        for element in tree.iter("time")
        if not is_foreign(element) and (moment := _moment(element.get("datetime") or "", zone))
        and isinstance(moment, datetime)
    ]  # fmt: skip
    held = Counter(frame for element, _ in stamps for frame in element.iterancestors())
    frames = [(_entry_of(element, held), moment) for element, moment in stamps]
    entries: list[tuple[Moment | None, str]] = []
    for frame, moment in frames:
        if frame is None:
            continue
        lines = [line for line in blocks(frame) if line != title and not _is_stamp(line)]
        text = paragraphs(lines)
        if len(text) >= 40:
            entries.append((moment, text))
    if len({moment for moment, _ in entries}) < _FEWEST:
        return None
    return _joined(title, entries)


def _entry_of(element: HtmlElement, held: Counter[HtmlElement]) -> HtmlElement | None:
    """The largest frame around a stamp that holds no other; ``held`` counts stamps by frame."""
    best = None
    for frame in element.iterancestors():
        if frame.tag in ("body", "html", "main") or held[frame] > 1:
            return best
        best = frame
    return best


def _is_stamp(line: str) -> bool:
    return len(line) < 45 and re.search(r"\d{1,2}[:.]\d{2}", line) is not None and (
        re.sub(r"[\d.:,|+\s–-]|Uhr|\b[A-ZÄÖÜ][a-zä]+\b", "", line) == ""
    )  # fmt: skip


def _moment(value: str, zone: ZoneInfo) -> Moment | None:
    try:
        return parse_moment(value, zone) if value else None
    except ValueError:
        return None


# ------------------------------------------------------------------ plain text
_LIVE = re.compile(r"\b(?:live-?(?:blog|ticker)|news-?(?:blog|ticker)|ticker)\b|\+\+\+", re.I)
#: "14.32 Uhr: …", "+++ 14:32 Uhr +++", "12.03.2024, 14:32 Uhr", "[14:32]"
_STAMP = re.compile(
    r"(?P<day>(?:[A-Z][a-zä]+,\s)?\d{1,2}\.\s?(?:\d{1,2}\.|[A-Z][a-zä]+)\s?\d{4}[,|\s–-]+)?"
    r"[+\[(\s]*(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?:\s?Uhr)?[\])\s]*"
    r"(?:\+{2,3}|[:|–]|-\s|$)\s*"
)
_DAY_LINE = re.compile(r"[+\s]*(?:[A-Z][a-zä]+,\s(?:den\s)?)?(\d{1,2}\.\s?\S{2,10}\s?\d{4})[+:\s]*")


def from_text(
    text: str, start: int, last: Moment | None, zone: ZoneInfo, title: str
) -> tuple[tuple[Section, ...], tuple[Furniture, ...]]:
    """The entries of a live blog in plain text, and its stamps as furniture.

    ``last`` dates the article; of entries that only name the time, the latest is of
    that day. Nothing comes back where neither text nor ``title`` calls itself live or
    where the days cannot be told.
    """
    if not (_LIVE.search(title) or _LIVE.search(text[start : start + 1500])):
        return (), ()
    stamps: list[tuple[int, int, date | None, time]] = []
    day: date | None = None
    for line in LINE.finditer(text, start):
        written = line.group().lstrip("+ ")
        shift = line.start() + len(line.group()) - len(written)
        if alone := _DAY_LINE.fullmatch(written):
            moment = next(find_moments(alone[1], zone), None)
            day = as_day(moment.moment) if moment else None
        elif match := _STAMP.match(written):
            if match["day"]:
                found = next(find_moments(match["day"], zone), None)
                day = as_day(found.moment) if found and found.moment else None
            clock = time(int(match["hour"]), int(match["minute"]))
            stamps.append((shift, shift + match.end(), day, clock))
    if len(stamps) < _FEWEST:
        return (), ()
    days = _days([(day, clock) for _, _, day, clock in stamps], as_day(last))
    sections: list[Section] = []
    for i, ((_, begin, _, clock), of) in enumerate(zip(stamps, days, strict=True)):
        end = stamps[i + 1][0] if i + 1 < len(stamps) else len(text)
        if of is not None and text[begin:end].strip():
            sections.append(Section(begin, end, datetime.combine(of, clock, zone)))
    return tuple(sections), tuple(Furniture(a, b, "stamp") for a, b, _, _ in stamps)


def _days(stamps: list[tuple[date | None, time]], last: date | None) -> list[date | None]:
    """The day of each stamp: as written, else counted from the article's own day.

    Newest first, a clock that jumps up has gone back over midnight; oldest first,
    one that jumps down has gone on over it.
    """
    if any(day is not None for day, _ in stamps):
        return [day for day, _ in stamps]
    clocks = [clock for _, clock in stamps]
    minutes = [clock.hour * 60 + clock.minute for clock in clocks]
    back = sum((a - b) % 1440 for a, b in pairwise(minutes))
    falling = back < sum((b - a) % 1440 for a, b in pairwise(minutes))
    if last is None:
        return [None] * len(clocks)
    ordered = clocks if falling else clocks[::-1]  # from the newest back
    day, days = last, [last]
    for newer, older in pairwise(ordered):
        if older > newer:
            day -= timedelta(days=1)
        days.append(day)
    return list(days if falling else days[::-1])
