"""Days that are not stated as a publication date: in the address, in the first sentence."""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from timeline.ingest.dates import MONTH_NUMBER, WEEKDAY_NAMES, YEARS, find_moments
from timeline.ingest.layout import Page
from timeline.models import as_day

_URL_DATES = (
    re.compile(r"(?<!\d)(\d{4})[/_-](\d{1,2})[/_-](\d{1,2})(?!\d)"),
    re.compile(r"(?<=/)(\d{4})/([a-zä]{3,9})/(\d{1,2})(?=/|$)"),
    re.compile(r"(?<![\d.])(\d{4})(\d{2})(\d{2})(?!\d)"),
)


def day_in_address(url: str) -> date | None:
    """A full date in the path; none where the path names several."""
    try:
        path = urlsplit(url).path.casefold()
    except ValueError:
        return None
    for pattern in _URL_DATES:
        days: set[date] = set()
        for year, month, number in pattern.findall(path):
            named = MONTH_NUMBER.get(month, 0) if not month.isdecimal() else int(month)
            try:
                found = date(int(year), named, int(number))
            except ValueError:
                continue
            if found.year in YEARS and found.year >= 1990:  # older numbers are no web dates
                days.add(found)
        if len(days) == 1:
            return days.pop()
    return None


#: stems of verbs with which a report passes on what somebody said that day
_SAY = (
    r"(?:berichte|melde|meldete|teilte|erklär|sagte|kündigte|gab|gaben|veröffentlichte|bestätigte"
    r"|warnte|informierte|verkündete|äußerte|betonte|forderte|räumte|erläuterte|twitterte)\w*"
)
#: "Am 7. Mai 2025 meldete das …", "Das Ministerium teilte am 1. November 2024 mit"
_SAID_AFTER = re.compile(
    rf"(?:\S+\s){{0,2}}?{_SAY}\b"
    r"|(?:hat|haben)\b.*\b\w*(?:mitgeteilt|berichtet|gemeldet|angekündigt|bestätigt|erklärt|gewarnt)\b",
    re.IGNORECASE,
)
_SAID_BEFORE = re.compile(rf"\b{_SAY}\s(?:\S+\s){{0,4}}am\s$", re.IGNORECASE)
#: a day that is announced may well come after the day of writing
_AHEAD = re.compile(
    r"\b(?:wird|werden|soll|sollen|will|wollen|geplant|vorgesehen|findet|finden|beginnt|startet"
    r"|ab|bis|kommenden?|könnten?|dürften?)\b",
    re.IGNORECASE,
)
_TODAY = re.compile(
    r"\bheut(?:e|igen?)\b[\w\s]{0,14}[,(]?\s?(?:am|dem|den|der)?\s?$", re.IGNORECASE
)
#: words that only make sense near the day of writing
_NOW = re.compile(
    r"\b(?:gestern|morgen früh|übermorgen|vorgestern|kürzlich|bislang|derzeit|zurzeit|aktuell"
    r"|zuletzt|demnächst|jüngst|in den (?:kommenden|nächsten|vergangenen|letzten) (?:tagen|wochen)"
    r"|in der (?:kommenden|nächsten|vergangenen) woche|diese(?:r)? woche|nächste woche"
    rf"|am (?:kommenden |nächsten )?(?:{WEEKDAY_NAMES}))\b",
    re.IGNORECASE,
)
#: words of somebody looking back: the day in the first sentence is history
_PAST = re.compile(
    r"\b(?:damals|seinerzeit|jahrestag|jubiläum|vor (?:\d+|\w+) jahren"
    r"|jahre (?:später|danach|zuvor)|jahrzehnte?|seither|ging in die geschichte)\b",
    re.IGNORECASE,
)


def day_in_opening(page: Page, zone: ZoneInfo) -> tuple[date, str] | None:
    """A day with strong evidence in the first sentence, contradicted by nothing below,
    and the words it rests on."""
    own = [line for line, kind in zip(page.lines, page.kinds, strict=True) if kind is None]
    opening = next((line for line in own if line.prose), None)
    if opening is None:
        return None
    text = "\n".join(line.text for line in own)
    found = next(find_moments(opening.text[:200], zone), None)
    if found is None or found.moment is None or found.start > 80:
        return None
    before, after = opening.text[: found.start], opening.text[found.end :].lstrip(" ,)")
    today = _TODAY.search(before) is not None
    reported = _SAID_BEFORE.search(before) is not None or (
        before.strip().casefold() in ("am", "") and _SAID_AFTER.match(after) is not None
    )
    if not (today or reported) or _PAST.search(text):
        return None
    if not today and not _NOW.search(text):
        return None
    guess = as_day(found.moment)
    later_days = any(
        other.moment is not None
        and as_day(other.moment) > guess
        and not _AHEAD.search(text[max(other.start - 80, 0) : other.end + 80])
        for other in find_moments(text, zone)
    )
    later_years = [int(y) for y in re.findall(r"(?<![\d.,])(?:19|20)\d{2}(?![\d.,]\d|\d)", text)]
    if later_days or any(year > guess.year + 5 for year in later_years):
        return None
    words = " ".join(opening.text[: found.end + 60].split()[:9])
    return guess, words
