"""What the head of a page says: when, by whom, under which title."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from timeline.ingest.dates import Found, find_moments
from timeline.ingest.layout import Page
from timeline.ingest.lines import Line
from timeline.ingest.stamps import AGENCIES, AGENCY, MASTHEADS, Role
from timeline.messages import Message
from timeline.models import Furniture, Moment

_CAPITAL = r"[A-ZÄÖÜ][\w.'’()/-]*"
_PLACE = rf"{_CAPITAL}(?:[ /-](?:{_CAPITAL}|am|an der|im|ob der|bei|und|der)){{0,4}}"
#: what stands before and after the date in "Berlin, 3. Mai 2024 (dpa) –"
_BEFORE_DATE = re.compile(rf"{_PLACE}(?:\s\([^)]{{2,20}}\))?\s?[,/]\s?(?:(?:den|am)\s)?")
_AFTER_DATE = re.compile(r"\s?(?:[(/]\s?[\w-]{2,15}\s?\)?)?\s?(?:[–—:]|-\s|\.(?=\s[A-ZÄÖÜ])|$)")
_HOST = re.compile(r"(?:https?://)?((?:[\w-]+\.)+[a-z]{2,10})(?:\s*(?:[-–—|:•]\s.*)?)?", re.I)
_URL = re.compile(r"(?:(?:url|link|quelle)\s*:\s*)?(https?://\S+)", re.IGNORECASE)
#: a line of a few words that ends like the name of a newspaper
_MASTHEAD = re.compile(
    rf"(?:(?:Der|Die|Das)\s)?(?:[\wÄÖÜäöüß-]+\s){{0,3}}[\wÄÖÜäöüß-]*(?:{MASTHEADS})", re.IGNORECASE
)
_SOCIETY = re.compile(r".{3,60}\se\.\s?V\.", re.IGNORECASE)
_TITLE_LENGTH = range(3, 221)


@dataclass(frozen=True, slots=True)
class HeadDates:
    """The dates of a page's head. ``impossible`` holds (as written, reason)."""

    published: Moment | None = None
    updated: Moment | None = None
    #: a date without a label, or a dateline
    bare: Moment | None = None
    bare_text: str = ""
    impossible: tuple[tuple[str, Message], ...] = ()


def read_dates(page: Page, zone: ZoneInfo) -> HeadDates:
    """The stamps of the head; a dateline only where no stamp gives a date.

    Marks the dateline as furniture: it dates the report, not what happened.
    """
    found: dict[Role, list[Moment]] = {"published": [], "updated": [], "bare": []}
    impossible: list[tuple[str, Message]] = []
    bare_text = ""
    pending: Role | None = None
    for i in range(min(page.head_end + 1, len(page.lines))):
        stamp = page.stamps.get(i)
        if stamp is None or page.kinds[i] != "stamp":
            pending = None
            continue
        for role, date in stamp.dates:
            role = pending if role == "bare" and pending else role
            if date.moment is None:
                impossible.append((date.text, date.why))
                continue
            bare_text = bare_text or (date.text if role == "bare" else "")
            found[role].append(_clock_below(page, i, date, zone) or date.moment)
        pending = stamp.label if stamp.label and not stamp.dates else None
    if not any(found.values()) and (line := _dateline(page, zone)) is not None:
        if line.moment is None:
            impossible.append((line.text, line.why))
        else:
            found["bare"].append(line.moment)
            bare_text = line.text
    return HeadDates(
        found["published"][0] if found["published"] else None,
        max(found["updated"], key=lambda moment: moment.isoformat()) if found["updated"] else None,
        found["bare"][0] if found["bare"] else None,
        bare_text,
        tuple(impossible),
    )


def _clock_below(page: Page, i: int, date: Found, zone: ZoneInfo) -> Moment | None:
    """The day with the time that stands on the next line of its own."""
    after = page.stamps.get(i + 1)
    alone = after is not None and after.clock and not after.dates and after.label is None
    if after is None or not alone or isinstance(date.moment, datetime):
        return None
    joined = next(find_moments(f"{date.text}, {after.clock}", zone), None)
    return joined.moment if joined else None


def _dateline(page: Page, zone: ZoneInfo) -> Found | None:
    """ "Berlin, 3. Mai 2024 – …" at the start of the first paragraphs."""
    for i, line in enumerate(page.lines[: page.head_end + 1]):
        if page.kinds[i] is not None or not line.prose:
            continue
        date = next(find_moments(line.text[:100], zone), None)
        if date is None or date.start > 60:
            continue
        before = line.text[: date.start]
        after = _AFTER_DATE.match(line.text, date.end)
        if after and _BEFORE_DATE.fullmatch(before):
            page.inline.append(Furniture(line.start, line.start + after.end(), "dateline"))
            return date
    return None


def read_url(page: Page) -> str:
    """An address that stands alone in the head of the text."""
    for line in page.lines[: page.head_end]:
        if match := _URL.fullmatch(line.text):
            return match[1]
    return ""


def read_source(page: Page) -> str:
    """The outlet's name where the top of the page says it plainly; marks the line.

    Plainly: a host name, a line that ends like a newspaper's name, a registered
    society, such a name as the first step of a breadcrumb, or beside the date.
    """
    seen = 0
    for i, line in enumerate(page.lines[:6]):
        kind = page.kinds[i]
        if kind == "navigation":
            crumb = re.split(r"\s*[>›»|]\s*", line.text)[0]
            if crumb != line.text and _MASTHEAD.fullmatch(crumb):
                return crumb
        if kind is not None:
            continue
        seen += 1
        if seen > 1 or line.prose:
            break
        host = _HOST.fullmatch(line.text)
        if host or _MASTHEAD.fullmatch(line.text) or _SOCIETY.fullmatch(line.text):
            page.kinds[i] = "site name"
            return host[1] if host else line.text
    stamps = (page.stamps[i] for i in sorted(page.stamps) if page.kinds[i] == "stamp")
    return next((stamp.outlet for stamp in stamps if stamp.outlet), "")


def read_title(page: Page) -> str:
    """The headline: the longest line of the first block that can be one."""
    blocks: list[list[Line]] = []
    for i, line in enumerate(page.lines[: max(page.head_end, 1)]):
        if line.prose and not _headline_like(line, bool(blocks)):
            break
        if blocks and page.kinds[i] in ("stamp", "byline"):
            break  # stamps stand below the headline
        if page.kinds[i] is not None or line.bullet or len(line.bare) not in _TITLE_LENGTH:
            continue
        if line.gap or not blocks:
            blocks.append([])
        blocks[-1].append(line)
    if not blocks:
        return ""
    best = max(blocks[0], key=lambda line: len(line.bare))
    if len(best.bare) < 30 and len(blocks) > 1:  # a kicker in a paragraph of its own
        after = max(blocks[1], key=lambda line: len(line.bare))
        if len(after.bare) > len(best.bare) and not re.match(r"\d", after.bare):
            best = after
    return best.bare


def _headline_like(line: Line, have: bool) -> bool:
    """A first line that ends in "?" or "!" may still be the headline."""
    return not have and line.text[-1] in "?!" and line.sentences <= 2 and len(line.text) <= 160


_OPENING_CODE = re.compile(rf"{_PLACE}[^()\n]{{0,30}}[(/]\s?([\w/-]{{2,14}})\s?[)/]?")
_CLOSING_CODE = re.compile(r"[(\s]((?:\w+-)?[\w/-]{2,14})\)?$")
_PICTURE = re.compile(r"\W*(?:foto|bild)", re.IGNORECASE)


def read_agency(page: Page) -> str:
    """The news agency named in a byline, a dateline, a credit line or a closing code."""
    for line, kind in zip(page.lines, page.kinds, strict=True):
        signed = kind in ("byline", "stamp") or (
            kind == "credits" and len(line.text) <= 120 and not _PICTURE.match(line.text)
        )
        if signed and (match := AGENCY.search(line.text.replace("/", " ").replace("©", " "))):
            return AGENCIES[match.group().casefold()]
        if kind is None and line.words >= 7:
            opening = _OPENING_CODE.match(line.text)
            code = opening[1].casefold() if opening else ""
            for known in (code, code.partition("/")[0]):
                if known in AGENCIES:
                    return AGENCIES[known]
            closing = _CLOSING_CODE.search(line.text[-20:])
            # bare codes only as agencies write themselves: "dpa", "AFP", not "Sid"
            if closing and closing[1].casefold() in AGENCIES:
                own_way = closing[1] in AGENCIES or closing[1] in AGENCIES.values()
                if own_way or line.text.endswith(f"({closing[1]})"):
                    return AGENCIES[closing[1].casefold()]
    return ""
