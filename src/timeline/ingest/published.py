"""When an article appeared, and how that is known.

In this order: the user → metadata (metadata.csv, then front matter) → the head
of the text → the address → inferred from the opening sentence → nobody knows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from timeline.ingest.dates import MONTH_NUMBER, YEARS, find_moments, parse_moment
from timeline.ingest.head import HeadDates, read_dates
from timeline.ingest.page import Page
from timeline.models import Moment, Problem, PublishedBasis

#: how far each basis can be trusted
_CONFIDENCE: dict[PublishedBasis, float] = {
    "user": 1.0,
    "metadata": 1.0,
    "text": 0.95,
    "url": 0.9,
    "inferred": 0.4,
    "none": 0.0,
}
_BARE_CONFIDENCE = 0.8
_ONLY_MODIFIED_CONFIDENCE = 0.8
_REMEDY = "als JJJJ-MM-TT angeben, zum Beispiel 2024-03-12"


@dataclass(frozen=True, slots=True)
class Stated:
    """Dates that somebody wrote down outside the text. ``where`` names the place."""

    where: str
    basis: PublishedBasis
    published: str = ""
    modified: str = ""


@dataclass(frozen=True, slots=True)
class Publication:
    published: Moment | None = None
    basis: PublishedBasis = "none"
    confidence: float = 0.0
    modified: Moment | None = None
    notes: tuple[str, ...] = ()


def find_publication(
    what: str, stated: Sequence[Stated], page: Page, url: str, zone: ZoneInfo, *, infer: bool
) -> tuple[Publication, list[Problem]]:
    """Decide the publication date; what cannot be a date becomes a warning."""
    problems: list[Problem] = []
    head = read_dates(page, zone)
    for text, why in head.impossible:
        problems.append(_unusable(what, f"die Datumsangabe „{text}“ im Kopf des Textes", why))
    publication = (
        _from_statements(what, stated, head, zone, problems)
        or _from_head(head)
        or _from_url(url)
        or (_inferred(page, zone) if infer else None)
        or Publication(modified=head.updated)
    )
    return publication, problems


def _unusable(what: str, value: str, why: str) -> Problem:
    return Problem("warning", what, f"{value} gilt nicht: {why}", _REMEDY)


# ------------------------------------------------------------------ user and metadata
def _from_statements(
    what: str,
    stated: Sequence[Stated],
    head: HeadDates,
    zone: ZoneInfo,
    problems: list[Problem],
) -> Publication | None:
    known: list[tuple[Stated, Moment]] = []
    modified: list[tuple[Stated, Moment]] = []
    for statement in stated:
        for value, name, into in (
            (statement.published, "Veröffentlichung", known),
            (statement.modified, "Aktualisierung", modified),
        ):
            if not value.strip():
                continue
            try:
                into.append((statement, parse_moment(value, zone)))
            except ValueError as error:
                shown = value if len(value) <= 40 else value[:39] + "…"
                where = f"die Angabe „{shown}“ ({name}, {statement.where})"
                problems.append(_unusable(what, where, str(error)))
    latest = modified[0][1] if modified else head.updated
    if known:
        first, moment = known[0]
        notes = [
            f"{other.where} nennt einen anderen Tag der Veröffentlichung: {show(value)}"
            for other, value in known[1:]
            if day(value) != day(moment)
        ]
        confidence = _CONFIDENCE[first.basis]
        return Publication(moment, first.basis, confidence, latest, tuple(notes))
    if modified:
        note = f"nur der Tag der Aktualisierung ist angegeben ({modified[0][0].where})"
        return Publication(latest, "metadata", _ONLY_MODIFIED_CONFIDENCE, latest, (note,))
    return None


# ------------------------------------------------------------------ head of the text
def _from_head(head: HeadDates) -> Publication | None:
    """An update wins over the first publication: "heute" in the text means its day."""
    first = head.published or head.bare
    if head.updated is not None and (first is None or day(head.updated) >= day(first)):
        notes: tuple[str, ...] = ()
        if first is not None:
            notes = (
                f"zuerst veröffentlicht {show(first)}; als Bezugstag gilt die Aktualisierung "
                f"{show(head.updated)}",
            )
        return Publication(head.updated, "text", _CONFIDENCE["text"], head.updated, notes)
    if head.published is not None:
        return Publication(head.published, "text", _CONFIDENCE["text"], head.updated)
    if head.bare is not None:
        note = f"Datum ohne Zusatz im Kopf des Textes: „{head.bare_text}“"
        return Publication(head.bare, "text", _BARE_CONFIDENCE, None, (note,))
    return None


# ------------------------------------------------------------------ address
_URL_DATES = (
    re.compile(r"(?<!\d)(\d{4})[/_-](\d{1,2})[/_-](\d{1,2})(?!\d)"),
    re.compile(r"(?<=/)(\d{4})/([a-zä]{3,9})/(\d{1,2})(?=/|$)"),
    re.compile(r"(?<![\d.])(\d{4})(\d{2})(\d{2})(?!\d)"),
)


def _from_url(url: str) -> Publication | None:
    """A full date in the path; none where the path names several."""
    try:
        path = urlsplit(url).path.casefold()
    except ValueError:
        return None
    for pattern in _URL_DATES:
        days: set[date] = set()
        for year, month, number in pattern.findall(path):
            named = MONTH_NUMBER.get(month, 0) if not month.isdigit() else int(month)
            try:
                found = date(int(year), named, int(number))
            except ValueError:
                continue
            if found.year in YEARS and found.year >= 1990:  # older numbers are no web dates
                days.add(found)
        if len(days) == 1:
            return Publication(days.pop(), "url", _CONFIDENCE["url"])
    return None


# ------------------------------------------------------------------ inferred
#: stems of verbs with which a report passes on what somebody said that day
_SAY = (
    r"(?:berichte|melde|meldete|teilte|erklär|sagte|kündigte|gab|gaben|veröffentlichte|bestätigte"
    r"|warnte|informierte|verkündete|äußerte|betonte|forderte|räumte|erläuterte|twitterte)\w*"
)
#: "Am 1. November 2024 berichtete der …", "Das Ministerium teilte am 1. November 2024 mit"
_SAID_AFTER = re.compile(
    rf"(?:\S+\s){{0,2}}?{_SAY}\b"
    r"|(?:hat|haben)\b.*\b\w*(?:mitgeteilt|berichtet|gemeldet|angekündigt|bestätigt|erklärt|gewarnt)\b",
    re.IGNORECASE,
)
_SAID_BEFORE = re.compile(rf"\b{_SAY}\s(?:\S+\s){{0,4}}am\s$", re.IGNORECASE)
#: a day that is announced may well lie behind the day of writing
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
    r"|am (?:kommenden |nächsten )?(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag"
    r"|sonnabend|sonntag))\b",
    re.IGNORECASE,
)
#: words of somebody looking back: the day in the first sentence is history
_PAST = re.compile(
    r"\b(?:damals|seinerzeit|jahrestag|jubiläum|vor (?:\d+|\w+) jahren"
    r"|jahre (?:später|danach|zuvor)|jahrzehnte?|seither|ging in die geschichte)\b",
    re.IGNORECASE,
)


def _inferred(page: Page, zone: ZoneInfo) -> Publication | None:
    """Strong evidence in the first sentence, contradicted by nothing below."""
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
    guess = day(found.moment)
    later_days = any(
        other.moment is not None
        and day(other.moment) > guess
        and not _AHEAD.search(text[max(other.start - 80, 0) : other.end + 80])
        for other in find_moments(text, zone)
    )
    later_years = [int(y) for y in re.findall(r"(?<![\d.,])(?:19|20)\d{2}(?![\d.,]\d|\d)", text)]
    if later_days or any(year > guess.year + 5 for year in later_years):
        return None
    words = " ".join(opening.text[: found.end + 60].split()[:9])
    note = f"Veröffentlichungsdatum erschlossen aus „{words} …“; es steht nirgends im Artikel"
    return Publication(guess, "inferred", _CONFIDENCE["inferred"], None, (note,))


def day(moment: Moment) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def show(moment: Moment) -> str:
    """„am 28.10.2024, 16:20 Uhr“, for notes."""
    text = f"am {moment.day:02}.{moment.month:02}.{moment.year}"
    return text + f", {moment:%H:%M} Uhr" if isinstance(moment, datetime) else text
