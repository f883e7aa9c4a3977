"""What is wrong with the dates of an archive, outlet by outlet."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import blake2b
from pathlib import Path

from timeline.ingest.duplicates import address, digest
from timeline.ingest.options import Options
from timeline.ingest.published import DERIVED, swapped
from timeline.ingest.reader import iter_drafts
from timeline.models import Article, ArticleDate, Problem, as_day

_CLOCK = re.compile(r"\d{1,2}:\d{2}")
_ZONE = re.compile(r"(?:Z|[+-]\d{2}:?\d{2}|\b(?:UTC|GMT|MESZ|MEZ|CES?T))\)?$")


@dataclass(slots=True)
class Outlet:
    """One outlet's articles and what stands out in them."""

    name: str
    articles: int = 0
    #: how the publication date is known → how often; "none" where it is not
    bases: Counter[str] = field(default_factory=Counter)
    undated: int = 0
    #: dated by an update, a stamp or a print issue instead of a publication
    updated: int = 0
    #: a time of day without its zone
    zoneless: int = 0
    #: two dates of one page that differ by day and month exchanged
    swapped: int = 0
    future: int = 0
    duplicates: int = 0
    encodings: Counter[str] = field(default_factory=Counter)
    #: files to look at, the first few for each finding
    examples: dict[str, list[str]] = field(default_factory=dict)

    def found(self, what: str, file: str) -> None:
        setattr(self, what, getattr(self, what) + 1)
        files = self.examples.setdefault(what, [])
        if len(files) < 3:
            files.append(file)


def examine(
    paths: Sequence[Path],
    options: Options,
    today: date,
    on_file: Callable[[Path], None] | None = None,
) -> tuple[list[Outlet], list[Problem]]:
    """A row per outlet, those with most articles first. ``today`` tells the future.

    Articles pass by one at a time; of each only two short marks are kept, to find
    duplicates by.

    Raises:
        UsageError: as ``read_articles``.
    """
    problems: list[Problem] = []
    outlets: dict[str, Outlet] = {}
    seen: set[bytes] = set()
    for draft in iter_drafts(paths, options, problems.append, on_file):
        article = draft.article
        outlet = outlets.setdefault(article.source, Outlet(article.source))
        outlet.articles += 1
        outlet.bases[article.published_basis] += 1
        if draft.encoding:
            outlet.encodings[draft.encoding] += 1
        for what in _findings(article, today):
            outlet.found(what, article.file)
        marks = {_short(mark) for mark in (address(article.url), digest(article)) if mark}
        if marks & seen:
            outlet.found("duplicates", article.file)
        seen |= marks
    return sorted(outlets.values(), key=lambda o: (-o.articles, o.name)), problems


def _findings(article: Article, today: date) -> Iterator[str]:
    if article.published_basis == "none":
        yield "undated"
    published = [d for d in article.dates if d.kind == "published"]
    if published and published[0].where == DERIVED:
        yield "updated"
    chosen = [d for d in published if d.value == article.published and d.basis != "inferred"]
    if chosen and _zoneless(chosen[0]):
        yield "zoneless"
    days = {as_day(d.value) for d in published}
    if any(swapped(day) in days for day in days):
        yield "swapped"
    if article.day is not None and article.day > today:
        yield "future"


def _zoneless(found: ArticleDate) -> bool:
    machine = found.basis in ("json-ld", "meta", "metadata")
    return bool(machine and _CLOCK.search(found.written) and not _ZONE.search(found.written))


def _short(mark: str) -> bytes:
    return blake2b(mark.encode(), digest_size=8).digest()
