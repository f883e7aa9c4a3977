"""When an article appeared, and how that is known.

In this order: the user → metadata (metadata.csv, front matter, the fields of a
feed or a table) → JSON-LD → meta and <time> → the address → the head of the text →
a lone update → inferred from the opening sentence → nobody knows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import get_args
from zoneinfo import ZoneInfo

from timeline.ingest.dates import parse_moment
from timeline.ingest.guesses import day_in_address, day_in_opening
from timeline.ingest.head import HeadDates, read_dates
from timeline.ingest.layout import Page
from timeline.messages import Message, say, told_by
from timeline.models import ArticleDate, DateKind, Moment, Problem, PublishedBasis
from timeline.models import as_day as day

#: how far each basis can be trusted
_CONFIDENCE: dict[PublishedBasis, float] = {
    "user": 1.0,
    "metadata": 1.0,
    "json-ld": 0.97,
    "meta": 0.95,
    "text": 0.95,
    "url": 0.9,
    "inferred": 0.4,
    "none": 0.0,
}
_BARE_CONFIDENCE = 0.8
#: for the address, where the head of the text names another day
_ADDRESS_ALONE_CONFIDENCE = 0.8
_ONLY_MODIFIED_CONFIDENCE = 0.8
_PRINT_CONFIDENCE = 0.8
#: for a date that another one of the same page speaks against
_DOUBTED = 0.6
#: a stated date no surer than this comes after the address and the head of the text
WEAK = 0.7
_REMEDY = say("date.write-iso")
#: ``ArticleDate.where`` of a publication date that is really an update or a print issue
DERIVED = say("where.derived")


@dataclass(frozen=True, slots=True)
class Stated:
    """Dates that somebody wrote down outside the text. ``where`` names the place.

    ``confidence`` is set where the place deserves less trust than its basis.
    """

    where: str
    basis: PublishedBasis
    published: str = ""
    modified: str = ""
    printed: str = ""
    seen: str = ""
    confidence: float | None = None

    @classmethod
    def named(cls, where: str, values: Mapping[str, str]) -> Stated:
        """The dates among values that are named as in ``front_matter``."""
        return cls(
            where,
            "metadata",
            values.get("published", ""),
            values.get("modified", ""),
            values.get("print", ""),
            values.get("seen", ""),
        )


@dataclass(frozen=True, slots=True)
class Publication:
    """The dates chosen, and all that were found (``dates``), best first of each kind."""

    published: Moment | None = None
    basis: PublishedBasis = "none"
    confidence: float = 0.0
    modified: Moment | None = None
    notes: tuple[str, ...] = ()
    dates: tuple[ArticleDate, ...] = ()


def find_publication(
    what: str,
    stated: Sequence[Stated],
    page: Page,
    url: str,
    zone: ZoneInfo,
    *,
    infer: bool,
    head: Page | None = None,
) -> tuple[Publication, list[Problem]]:
    """Decide the publication date; what cannot be a date becomes a warning.

    ``page`` is laid out from the article's text, ``head`` from the lines of its head
    where those are no part of the text.
    """
    problems: list[Problem] = []
    lines = read_dates(head or page, zone)
    for text, why in lines.impossible:
        problems.append(_unusable(what, say("date.in-head", text=text), why))
    found = _statements(what, stated, zone, problems)
    modified = [item for item in found if item.kind == "modified"]
    latest = modified[0].value if modified else lines.updated
    address = day_in_address(url)
    chosen = (
        _from_statements(found, latest, address)
        or _from_address(address, lines)
        or _from_head(lines)
        or _from_statements(found, latest, None, weak=True)
        or _from_print(found)
        or _only_modified(modified)
        or (_inferred(page, zone) if infer else None)
        or Publication()
    )
    if chosen.modified is None:
        chosen = replace(chosen, modified=latest)
    chosen = _doubt(chosen, found)
    return replace(chosen, dates=_trail(chosen, found, lines, address)), problems


def _unusable(what: str, value: Message, why: str) -> Problem:
    return Problem("warning", what, say("date.unusable", value=value, why=why), _REMEDY)


# ------------------------------------------------------------------ user, metadata, markup
_NAMES: dict[DateKind, Message] = {
    "published": say("date.kind.published"),
    "modified": say("date.kind.modified"),
    "print": say("date.kind.print"),
    "seen": say("date.kind.seen"),
}


def _statements(
    what: str, stated: Sequence[Stated], zone: ZoneInfo, problems: list[Problem]
) -> list[ArticleDate]:
    found: list[ArticleDate] = []
    for s in stated:
        kinds: tuple[tuple[DateKind, str], ...] = (
            ("published", s.published), ("modified", s.modified), ("print", s.printed),
            ("seen", s.seen),
        )  # fmt: skip
        for kind, value in kinds:
            if not value.strip():
                continue
            shown = value if len(value) <= 40 else value[:39] + "…"
            try:
                moment = parse_moment(value, zone)
            except ValueError as error:
                given = say("date.stated", written=shown, kind=_NAMES[kind], where=s.where)
                problems.append(_unusable(what, given, told_by(error)))
                continue
            sure = _CONFIDENCE[s.basis] if s.confidence is None else s.confidence
            found.append(ArticleDate(kind, moment, s.basis, sure, s.where, shown))
    return found


def _from_statements(
    found: Sequence[ArticleDate],
    latest: Moment | None,
    address: date | None,
    *,
    weak: bool = False,
) -> Publication | None:
    known = [item for item in found if item.kind == "published"]
    known = [item for item in known if weak or item.confidence > WEAK]
    if not known:
        return None
    first, *others = known
    notes: list[Message] = []
    if first.basis in ("json-ld", "meta"):
        days = [day(item.value) for item in others]
        days += [address] if address else []
        for item in others:
            if swapped(item.value) == day(first.value) != day(item.value) and (
                days.count(day(item.value)) > 1 or (latest and day(latest) < day(first.value))
            ):
                notes.append(
                    say("note.swapped", where=first.where, moment=show(first.value),
                        other=item.where)
                )  # fmt: skip
                first, others = item, [o for o in known if o is not item and o is not first]
                break
    notes += [
        say("note.another-day", where=other.where, moment=show(other.value))
        for other in others
        if day(other.value) != day(first.value)
    ]
    return Publication(
        first.value, first.basis, first.confidence, latest, tuple(dict.fromkeys(notes))
    )


def swapped(moment: Moment) -> date | None:
    """The day with day and month exchanged; None where that is none, or the same."""
    whole = day(moment)
    try:
        other = date(whole.year, whole.day, whole.month)
    except ValueError:
        return None
    return other if other != whole else None


def _from_print(found: Sequence[ArticleDate]) -> Publication | None:
    for item in found:
        if item.kind == "print":
            sure = min(item.confidence, _PRINT_CONFIDENCE)
            note = say("note.print-only", where=item.where)
            return Publication(item.value, item.basis, sure, None, (note,))
    return None


def _only_modified(modified: Sequence[ArticleDate]) -> Publication | None:
    if not modified:
        return None
    first = modified[0]
    sure = min(first.confidence, _ONLY_MODIFIED_CONFIDENCE)
    note = say("note.update-only", where=first.where)
    return Publication(first.value, first.basis, sure, first.value, (note,))


def _doubt(chosen: Publication, found: Sequence[ArticleDate]) -> Publication:
    """Less trust where the dates of a page cannot all be right."""
    if chosen.published is None or chosen.basis in ("user", "none"):
        return chosen
    notes = []
    if chosen.modified is not None and day(chosen.modified) < day(chosen.published):
        notes.append(say("note.update-before", moment=show(chosen.modified)))
    for item in found:
        if item.kind == "seen" and day(item.value) < day(chosen.published):
            notes.append(say("note.after-seen", moment=show(item.value)))
            break
    if not notes:
        return chosen
    sure = min(chosen.confidence, _DOUBTED)
    return replace(chosen, confidence=sure, notes=(*chosen.notes, *notes))


def _trail(
    chosen: Publication,
    found: Sequence[ArticleDate],
    lines: HeadDates,
    address: date | None,
) -> tuple[ArticleDate, ...]:
    """Every date with its place, the chosen one of each kind first."""
    trail = list(found)
    if address:
        sure = _CONFIDENCE["url"]
        trail.append(ArticleDate("published", address, "url", sure, say("where.address")))
    stamps: tuple[tuple[DateKind, Moment | None, float], ...] = (
        ("published", lines.published, _CONFIDENCE["text"]),
        ("published", lines.bare, _BARE_CONFIDENCE),
        ("modified", lines.updated, _CONFIDENCE["text"]),
    )
    for kind, moment, sure in stamps:
        if moment is not None:
            trail.append(ArticleDate(kind, moment, "text", sure, say("where.head")))
    known = [
        d
        for d in trail
        if (d.kind, d.value, d.basis) == ("published", chosen.published, chosen.basis)
    ]
    if chosen.published is not None and not known:  # an update, a print date, a guess
        where = say("where.opening") if chosen.basis == "inferred" else DERIVED
        trail.append(
            ArticleDate("published", chosen.published, chosen.basis, chosen.confidence, where)
        )
    wanted = {"published": (chosen.published, chosen.basis), "modified": (chosen.modified, None)}

    def rank(item: ArticleDate) -> tuple[int, bool]:
        value, basis = wanted.get(item.kind, (None, None))
        return (
            get_args(DateKind).index(item.kind),
            not (item.value == value and basis in (None, item.basis)),
        )

    return tuple(sorted(dict.fromkeys(trail), key=rank))


# ------------------------------------------------------------------ head of the text
def _from_head(head: HeadDates) -> Publication | None:
    """An update wins over the first publication: "heute" in the text means its day."""
    first = head.published or head.bare
    if head.updated is not None and (first is None or day(head.updated) >= day(first)):
        notes: tuple[str, ...] = ()
        if first is not None:
            notes = (say("note.update-counts", first=show(first), update=show(head.updated)),)
        return Publication(head.updated, "text", _CONFIDENCE["text"], head.updated, notes)
    if head.published is not None:
        return Publication(head.published, "text", _CONFIDENCE["text"], head.updated)
    if head.bare is not None:
        note = say("note.bare", written=head.bare_text)
        return Publication(head.bare, "text", _BARE_CONFIDENCE, None, (note,))
    return None


# ------------------------------------------------------------------ address, first sentence
def _inferred(page: Page, zone: ZoneInfo) -> Publication | None:
    found = day_in_opening(page, zone)
    if found is None:
        return None
    guess, words = found
    note = say("note.inferred", words=words)
    return Publication(guess, "inferred", _CONFIDENCE["inferred"], None, (note,))


def _from_address(address: date | None, lines: HeadDates) -> Publication | None:
    """The day in the address; the head of the text may know the time of that day."""
    if address is None:
        return None
    for moment in (lines.published, lines.bare):
        if moment is not None and day(moment) != address:
            note = say("note.head-differs", moment=show(moment))
            return Publication(address, "url", _ADDRESS_ALONE_CONFIDENCE, None, (note,))
        if isinstance(moment, datetime):
            return Publication(moment, "url", _CONFIDENCE["url"])
    return Publication(address, "url", _CONFIDENCE["url"])


def show(moment: Moment) -> Message:
    """„am 07.05.2025, 11:45 Uhr“, for notes."""
    day, month, year = moment.day, moment.month, moment.year
    if isinstance(moment, datetime):
        return say("moment.clock", day=day, month=month, year=year, clock=f"{moment:%H:%M}")
    return say("moment.day", day=day, month=month, year=year)
