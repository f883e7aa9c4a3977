"""START HERE: the steps of a run, in order.

articles  →  time expressions  →  event mentions  →  events  →  exports
(ingest)     (temporal)            (events)          (events)   (export)
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, get_args

from timeline.events import find_mentions, merge
from timeline.export.icalendar_export import render_icalendar
from timeline.export.json_export import to_json
from timeline.export.page import to_html
from timeline.export.timelinejs import to_bytes, to_timelinejs
from timeline.export.writing import write_all
from timeline.ingest import Options, read_articles
from timeline.models import (
    Article, ArticleInfo, EventMention, Problem, Timeline, Unresolved,
)  # fmt: skip
from timeline.temporal import find_expressions

Format = Literal["json", "ics", "timelinejs", "html"]
FORMATS: tuple[Format, ...] = get_args(Format)
FILE_NAMES: dict[Format, str] = {
    "json": "timeline.json",
    "ics": "timeline.ics",
    "timelinejs": "timeline.timelinejs.json",
    "html": "index.html",
}
DEFAULT_TITLE = {"de": "Zeitleiste", "en": "Timeline"}

Step = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Settings:
    """What a user may choose for a run; the defaults are right for most."""

    title: str = ""
    language: Literal["de", "en"] = "de"
    ingest: Options = field(default_factory=Options)

    @property
    def heading(self) -> str:
        return self.title or DEFAULT_TITLE[self.language]


@dataclass(frozen=True, slots=True)
class Run:
    """What came out: the timeline, and everything its reader should know about the run."""

    timeline: Timeline
    problems: tuple[Problem, ...]


def build(paths: Sequence[Path], settings: Settings, on_article: Step | None = None) -> Run:
    """Read articles and make a timeline of them. ``on_article`` is told each file's name.

    Raises:
        UsageError: a setting that cannot be carried out (an unknown time zone, say).
    """
    articles, problems = read_articles(
        paths, settings.ingest, (lambda path: on_article(path.name)) if on_article else None
    )
    return Run(assemble(articles, settings), tuple(problems))


def assemble(articles: Sequence[Article], settings: Settings) -> Timeline:
    """The timeline of articles that have been read; their order does not matter."""
    mentions: list[EventMention] = []
    unresolved: list[Unresolved] = []
    for article in sorted(articles, key=lambda a: a.id):
        expressions = find_expressions(article, settings.ingest.timezone)
        dated, undated = find_mentions(article, expressions)
        mentions += dated
        unresolved += undated
    return Timeline(
        title=settings.heading,
        language=settings.language,
        timezone=settings.ingest.timezone,
        articles=tuple(describe(a) for a in sorted(articles, key=lambda a: a.id)),
        events=tuple(merge(mentions, articles)),
        unresolved=tuple(sorted(unresolved, key=lambda u: (u.file, u.start_char))),
    )


def describe(article: Article) -> ArticleInfo:
    """An article as the export names it."""
    values = {name: getattr(article, name) for name in ArticleInfo.model_fields}
    return ArticleInfo(**{**values, "text": article.text if article.extracted else None})


def render(
    timeline: Timeline, formats: Sequence[Format] = FORMATS
) -> tuple[dict[str, bytes], list[Problem]]:
    """The exports as bytes by file name, and in words what they could not carry.

    Raises:
        ExportError: one of the formats cannot be made. Then none is: the files of
            a run belong together.
    """
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    slides = to_timelinejs(timeline) if timeline.events else None
    if "json" in formats:
        files[FILE_NAMES["json"]] = to_json(timeline)
    if "ics" in formats:
        calendar = render_icalendar(timeline)
        files |= calendar.files
        problems += [Problem("warning", FILE_NAMES["ics"], note) for note in calendar.notes]
    if "timelinejs" in formats and slides is not None:
        files[FILE_NAMES["timelinejs"]] = to_bytes(slides)
    if "html" in formats:
        link = FILE_NAMES["ics"] if FILE_NAMES["ics"] in files else None
        files[FILE_NAMES["html"]] = to_html(timeline, slides, calendar=link)
    return files, problems


def write(folder: Path, files: dict[str, bytes]) -> None:
    """Put the exports into ``folder``: all of them, or none.

    Raises:
        ExportError: the folder cannot be written; an earlier run's files are untouched.
    """
    write_all(folder, files)


__all__ = [
    "FILE_NAMES", "FORMATS", "Format", "Run", "Settings", "assemble", "build", "describe",
    "render", "write",
]  # fmt: skip
