"""START HERE: the steps of a run, in order.

articles  →  time expressions  →  event mentions  →  events  →  exports
(ingest)     (temporal)            (events)          (events)   (export)
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from os import PathLike
from pathlib import Path
from typing import Literal

from timeline.errors import UsageError
from timeline.events import Selection, find_mentions, merge, select
from timeline.export.formats import FORMATS, USUAL
from timeline.export.writing import write_all
from timeline.ingest import Options, Paths, read_articles
from timeline.messages import in_language, listed, say
from timeline.models import (
    Article,
    ArticleInfo,
    EventMention,
    Problem,
    Timeline,
    Unresolved,
)
from timeline.temporal import find_expressions

DEFAULT_TITLE = {"de": "Zeitleiste", "en": "Timeline"}

Step = Callable[[str], None]
#: so many of the articles that one fault stopped are named
_NAMED = 3


@dataclass(frozen=True, slots=True)
class Settings:
    """What a user may choose for a run; the defaults are right for most."""

    title: str = ""
    language: Literal["de", "en"] = "de"
    ingest: Options = field(default_factory=Options)
    selection: Selection = field(default_factory=Selection)

    @property
    def heading(self) -> str:
        return self.title or DEFAULT_TITLE[self.language]


#: what holds where a caller chooses nothing
_USUAL = Settings()


@dataclass(frozen=True, slots=True)
class Run:
    """What came out: the timeline, and everything its reader should know about the run."""

    timeline: Timeline
    problems: tuple[Problem, ...]
    articles: tuple[Article, ...] = ()
    #: the program failed on every single article: what it made is empty, and nobody's news
    failed: bool = False


def build(paths: Paths, settings: Settings = _USUAL, on_article: Step | None = None) -> Run:
    """Read articles and make a timeline of them. ``paths``: files and folders, as strings
    or paths. ``on_article`` is told each file's name.

    Raises:
        UsageError: a setting that cannot be carried out (an unknown time zone, say).
    """
    if settings.language not in DEFAULT_TITLE:
        known = say("call.one-of", names=", ".join(DEFAULT_TITLE))
        raise UsageError(f"language {settings.language}", known)
    articles, problems = read_articles(
        paths, settings.ingest, (lambda path: on_article(path.name)) if on_article else None
    )
    faults: list[tuple[Article, Exception]] = []
    timeline = assemble(articles, settings, lambda article, fault: faults.append((article, fault)))
    problems = [*problems, *_told_once(faults)]
    kept = timeline.model_copy(
        update={"events": tuple(select(timeline.events, settings.selection))}
    )
    left_out = len(timeline.events) - len(kept.events)
    if left_out:
        why = say("selection.left-out", count=left_out, events=len(timeline.events))
        problems = [*problems, Problem("warning", say("selection"), why)]
    failed = 0 < len(articles) == len(faults)
    return Run(kept, tuple(problems), tuple(articles), failed)


def _told_once(faults: Sequence[tuple[Article, Exception]]) -> Iterator[Problem]:
    """What the program failed at, the same fault of many articles in one line."""
    files: dict[tuple[str, str], list[str]] = {}
    for article, fault in faults:
        files.setdefault((type(fault).__name__, str(fault)), []).append(article.file)
    for (kind, said), names in files.items():
        what = names[0]
        if len(names) > 1:
            what = say("article.many", count=len(names), names=listed(names, _NAMED))
        why = say("article.fault", kind=kind, fault=said)
        yield Problem("error", what, why, say("article.report-fault"))


def assemble(
    articles: Sequence[Article],
    settings: Settings,
    on_fault: Callable[[Article, Exception], None] | None = None,
) -> Timeline:
    """The timeline of articles that have been read; their order does not matter.

    An article that makes the program fail takes nobody else's events with it: ``on_fault`` is
    told and the others go on. Without it the exception comes through.
    """
    articles = sorted(articles, key=lambda a: a.id)
    mentions: list[EventMention] = []
    unresolved: list[Unresolved] = []
    for article in articles:
        try:
            expressions = find_expressions(article, settings.ingest.timezone)
            dated, undated = find_mentions(article, expressions, settings.language)
        except Exception as fault:
            if on_fault is None:
                raise
            on_fault(article, fault)
            continue
        mentions += dated
        unresolved += undated
    return Timeline(
        title=settings.heading,
        language=settings.language,
        timezone=settings.ingest.timezone,
        articles=tuple(describe(a, settings.language) for a in articles),
        events=tuple(merge(mentions, articles, settings.language)),
        unresolved=tuple(sorted(unresolved, key=lambda u: (u.file, u.start_char))),
    )


def describe(article: Article, language: str = "de") -> ArticleInfo:
    """An article as the export names it, its notes and the places of its dates in a language."""
    values = {name: getattr(article, name) for name in ArticleInfo.model_fields}
    notes = tuple(in_language(note, language) for note in article.notes)
    text = article.text if article.extracted else None
    dates = tuple(replace(d, where=in_language(d.where, language)) for d in article.dates)
    return ArticleInfo(**{**values, "notes": notes, "dates": dates, "text": text})


def render(
    timeline: Timeline, formats: Collection[str] = USUAL
) -> tuple[dict[str, bytes], list[Problem]]:
    """The exports as bytes by file name, and in words what they could not carry.

    ``formats`` are names of ``FORMATS``; one that is of no use without another ("embed"
    without the page) brings that along.

    Raises:
        UsageError: there is no such format.
        ExportError: one of the formats cannot be made. Then none is: the files of
            a run belong together.
    """
    for name in formats:
        if name not in FORMATS:
            names = say("format.one-of", names=", ".join(FORMATS))
            raise UsageError(f"format {name}", say("format.unknown"), names)
    wanted = {*formats, *(FORMATS[name].needs for name in formats)}
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    for name, form in FORMATS.items():
        if name in wanted:
            made = form.render(timeline, tuple(files))
            files |= made.files
            problems += [Problem("warning", form.file, why) for why in made.notes]
    return files, problems


def write(folder: str | PathLike[str], files: dict[str, bytes]) -> None:
    """Put the exports into ``folder``: all of them, or none.

    Raises:
        ExportError: the folder cannot be written; an earlier run's files are untouched.
    """
    write_all(Path(folder), files)


__all__ = [
    "FORMATS",
    "USUAL",
    "Run",
    "Settings",
    "assemble",
    "build",
    "describe",
    "render",
    "write",
]
