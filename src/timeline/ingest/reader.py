"""Files → articles: the steps of this room in their order."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import get_args
from zoneinfo import ZoneInfo

from timeline.errors import ArticleError
from timeline.ingest.dates import parse_moment
from timeline.ingest.decode import is_garbled
from timeline.ingest.drafts import Draft
from timeline.ingest.duplicates import fold
from timeline.ingest.files import Paths, Source, discover, without_packing
from timeline.ingest.foreign import is_foreign
from timeline.ingest.formats.live import from_text
from timeline.ingest.formats.opening import open_records
from timeline.ingest.formats.records import Bad, Record
from timeline.ingest.furniture import lay_out
from timeline.ingest.head import read_agency, read_source, read_title, read_url
from timeline.ingest.identity import fallback_id, host, record_id, slug
from timeline.ingest.layout import disjoint
from timeline.ingest.locales import LOCALES, guess_locale, local_zone, locale_name
from timeline.ingest.options import Options, match_given
from timeline.ingest.outliers import far_ahead
from timeline.ingest.published import Stated, find_publication
from timeline.ingest.sidecar import Tables
from timeline.ingest.trim import trim
from timeline.messages import Message, say
from timeline.models import Article, Level, Problem

OnFile = Callable[[Path], None]
OnProblem = Callable[[Problem], None]
#: problems of one file that are told one by one; the rest is counted
_TOLD = 10
#: these may lie beside articles without being any
_DATA = frozenset({".json", ".csv", ".tsv", ".xml"})


def count_files(paths: Paths) -> int:
    """How many files ``read_articles`` will try to read; for a progress bar."""
    return len(discover(paths)[0])


def read_articles(
    paths: Paths, options: Options, on_file: OnFile | None = None
) -> tuple[list[Article], list[Problem]]:
    """Read article files and folders.

    ``on_file`` is called with each file before it is read. Whatever cannot be
    read becomes a ``Problem``; the other articles are still returned, in the order
    of the paths given, folders sorted by file name. An article that comes twice
    counts once, copies of one text at several outlets are tied (``copy_of``).

    Raises:
        UsageError: the time zone, the locale, a column or a date of ``options`` does not exist.
    """
    problems: list[Problem] = []
    articles, more = fold(list(iter_drafts(paths, options, problems.append, on_file)))
    return articles, problems + more + far_ahead(articles)


def iter_articles(
    paths: Paths,
    options: Options,
    on_problem: OnProblem,
    on_file: OnFile | None = None,
) -> Iterator[Article]:
    """Read articles one at a time; memory does not grow with their number.

    Unlike ``read_articles`` it compares no two articles: duplicates come twice,
    nothing is tied, and a retraction only keeps its own item out.

    Raises:
        UsageError: as ``read_articles``.
    """
    for draft in iter_drafts(paths, options, on_problem, on_file):
        if not draft.retracted:
            yield draft.article


def iter_drafts(
    paths: Paths,
    options: Options,
    on_problem: OnProblem,
    on_file: OnFile | None = None,
) -> Iterator[Draft]:
    """Articles one at a time, each with what is needed to compare it; retractions included."""
    zone = options.check()
    sources, problems = discover(paths)
    given, more = match_given(options.published, sources)
    for problem in (*problems, *more):
        on_problem(problem)
    tables = Tables(on_problem)
    for source in sources:
        row = tables.row(source)
        if on_file is not None:
            on_file(source.path)
        yield from _read(source, row, given.get(source.file, ""), options, zone, on_problem)


class _Telling:
    """The problems of one file: of many in its articles the first are told, the rest counted."""

    def __init__(self, file: str, on_problem: OnProblem) -> None:
        self._file, self._on_problem = file, on_problem
        self._counts: Counter[str] = Counter()
        self.any = False

    def of_file(self, problem: Problem) -> None:
        self.any = True
        self._on_problem(problem)

    def of_article(self, problem: Problem) -> None:
        self._counts[problem.level] += 1
        if self._counts[problem.level] <= _TOLD:
            self.of_file(problem)

    def finish(self) -> None:
        for level in get_args(Level):
            if (rest := self._counts[level] - _TOLD) > 0:
                why = (
                    say("file.more-errors", rest=rest)
                    if level == "error"
                    else say("file.more-warnings", rest=rest)
                )
                self.of_file(Problem(level, self._file, why, say("file.mend-first")))


def _read(
    source: Source,
    row: Mapping[str, str],
    given: str,
    options: Options,
    zone: ZoneInfo,
    on_problem: OnProblem,
) -> Iterator[Draft]:
    """The articles of one file."""
    telling = _Telling(source.file, on_problem)
    articles = 0
    #: a table or a JSON file that lies beside articles may be none itself
    worst: Level = "warning" if not source.named and _suffix(source) in _DATA else "error"
    try:
        for record in open_records(source, options, zone):
            if isinstance(record, Bad):
                problem = _problem(source.file, record, worst)
                (telling.of_article if record.number else telling.of_file)(problem)
                continue
            if (held := _embargo(record, options, zone)) is not None:
                telling.of_article(Problem("warning", _name(source, record), held))
                continue
            if record.number and given and not articles:
                why, remedy = say("given.many-articles"), say("given.in-file")
                telling.of_file(Problem("warning", f"--published {source.file}", why, remedy))
            draft, problems = _draft(
                source, record, row, "" if record.number else given, options, zone
            )
            for problem in problems:
                telling.of_article(problem)
            articles, worst = articles + 1, "error"
            yield draft
    except ArticleError as error:
        what = os.fsencode(error.what).decode("utf-8", errors="replace")
        telling.of_file(Problem(worst, what, error.why, error.remedy))
    if not articles and not telling.any:
        why, remedy = say("file.no-article"), say("file.check-or-remove")
        telling.of_file(Problem(worst, source.file, why, remedy))
    telling.finish()


def _problem(file: str, bad: Bad, worst: Level) -> Problem:
    why = say("place", unit=bad.unit, number=bad.number, said=bad.why) if bad.number else bad.why
    return Problem(worst if bad.error else "warning", file, why, bad.remedy)


def _name(source: Source, record: Record) -> str:
    return f"{source.file}#{record.number}" if record.number else source.file


def _suffix(source: Source) -> str:
    return Path(without_packing(source.file)).suffix.lower()


def _embargo(record: Record, options: Options, zone: ZoneInfo) -> Message | None:
    """Why a record must not be used yet; None where it may."""
    if not record.embargo:
        return None
    try:
        until = parse_moment(record.embargo, zone)
    except ValueError:
        return say("embargo.no-date", written=record.embargo[:40])
    now = options.now
    if now is not None:
        local = now.astimezone(zone)
        if until <= local if isinstance(until, datetime) else until < local.date():
            return None
    return say("embargo.until", until=until.isoformat())


def _draft(
    source: Source,
    record: Record,
    row: Mapping[str, str],
    given: str,
    options: Options,
    zone: ZoneInfo,
) -> tuple[Draft, list[Problem]]:
    """Decide what the article says of itself, in the order in which sources are trusted."""
    known = {**record.values, **{key: value for key, value in row.items() if value}}
    file = _name(source, record)
    start = record.front.end_char if record.front else 0
    text, sections, left = record.text, record.sections, record.left_out
    if record.extracted:
        text, sections, trimmed, before, page = trim(text, sections, zone)
        left = (*left, *trimmed)
    else:
        before = page = lay_out(text, start, zone)
    head = lay_out(record.head, 0, zone) if record.head else before
    masthead = read_source(page)
    url = known.get("url") or read_url(page)
    name = known.get("source") or host(url) or masthead
    locale = (
        locale_name(options.locale or "")
        or locale_name(known.get("locale", ""))
        or guess_locale(text[start:], url, name)
    )
    zone = local_zone(locale, zone)
    stated = (
        Stated("--published", "user", given),
        Stated.named("metadata.csv", row),
        *record.stated,
    )
    publication, problems = find_publication(
        file, stated, page, url, zone, infer=options.infer, head=head
    )
    problems = _oddities(file, text[start:], known.get("locale", "")) + problems
    furniture = [record.front, *page.spans()] if record.front else page.spans()
    if not sections:
        last = publication.modified or publication.published
        sections, stamps = from_text(text, start, last, zone, known.get("title", ""))
        furniture = disjoint([*furniture, *stamps])
    own = record.values.get("id", "")
    article = Article(
        id=_id(source, record.number, own, url),
        file=file,
        text=text,
        source=name,
        title=known.get("title") or read_title(page),
        url=url,
        published=publication.published,
        published_basis=publication.basis,
        published_confidence=publication.confidence,
        modified=publication.modified,
        agency=known.get("agency") or read_agency(before) or read_agency(head),
        locale=locale,
        notes=(*publication.notes, *record.notes),
        furniture=tuple(furniture),
        dates=publication.dates,
        # offsets into composed text do not fit the file: the export has to carry it
        extracted=record.extracted or record.composed,
        sections=sections,
        left_out=left,
    )
    asks = "" if record.number or record.extracted else slug(own)
    return Draft(article, asks, record.key, record.retracted, record.encoding), problems


def _oddities(file: str, text: str, locale: str) -> list[Problem]:
    """What is odd about an article that is read all the same."""
    odd: list[tuple[Message, Message]] = []
    if locale and locale_name(locale) is None:
        odd.append((say("locale.none", name=locale), say("one-of", names=LOCALES)))
    if is_foreign(text):
        odd.append((say("article.foreign"), say("article.translate")))
    if is_garbled(text):
        odd.append((say("bytes.garbled"), say("bytes.save-as-utf-8")))
    return [Problem("warning", file, why, remedy) for why, remedy in odd]


def _id(source: Source, number: int, own: str, url: str) -> str:
    stem = slug(Path(without_packing(source.file)).stem)
    if number:
        return record_id(stem, number, own, url)
    return stem or fallback_id(source.file)
