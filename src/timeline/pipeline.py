"""START HERE: the steps of a run, in order.

articles  →  time expressions  →  event mentions  →  events  →  exports
(ingest)     (temporal)            (events)          (events)   (export)
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from os import PathLike
from pathlib import Path
from typing import Literal, get_args

from timeline.errors import UsageError
from timeline.events import Selection, find_mentions, merge, select
from timeline.export.atom import to_atom
from timeline.export.csv_export import to_csv
from timeline.export.embed import to_embed
from timeline.export.icalendar_export import render_icalendar
from timeline.export.json_export import to_json
from timeline.export.json_ld import can_say, to_json_ld
from timeline.export.json_ld import to_bytes as json_ld_to_bytes
from timeline.export.markdown import to_markdown
from timeline.export.page import to_html
from timeline.export.timelinejs import MOST_SLIDES, to_timelinejs
from timeline.export.timelinejs import to_bytes as slides_to_bytes
from timeline.export.writing import write_all
from timeline.ingest import Options, Paths, read_articles
from timeline.messages import Message, in_language, say
from timeline.models import (
    Article,
    ArticleInfo,
    EventMention,
    Problem,
    Timeline,
    Unresolved,
)
from timeline.temporal import find_expressions

Format = Literal["json", "ics", "timelinejs", "html", "embed", "csv", "md", "atom", "jsonld"]
FORMATS: tuple[Format, ...] = get_args(Format)
DEFAULT_FORMATS: tuple[Format, ...] = ("json", "ics", "timelinejs", "html")
FILE_NAMES: dict[Format, str] = {
    "json": "timeline.json",
    "ics": "timeline.ics",
    "timelinejs": "timeline.timelinejs.json",
    "html": "index.html",
    "embed": "embed.html",
    "csv": "timeline.csv",
    "md": "timeline.md",
    "atom": "timeline.atom",
    "jsonld": "timeline.jsonld",
}
#: bytes of a page that browsers take seconds to show
LARGE_PAGE = 10_000_000
DEFAULT_TITLE = {"de": "Zeitleiste", "en": "Timeline"}

Step = Callable[[str], None]


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
    failed: list[Problem] = []
    timeline = assemble(
        articles, settings, lambda article, fault: failed.append(_fault(article, fault))
    )
    problems = [*problems, *failed]
    kept = timeline.model_copy(
        update={"events": tuple(select(timeline.events, settings.selection))}
    )
    left_out = len(timeline.events) - len(kept.events)
    if left_out:
        why = say("selection.left-out", count=left_out, events=len(timeline.events))
        problems = [*problems, Problem("warning", say("selection"), why)]
    return Run(kept, tuple(problems), tuple(articles))


def _fault(article: Article, fault: Exception) -> Problem:
    return Problem(
        "error",
        article.file,
        say("article.fault", kind=type(fault).__name__, fault=fault),
        say("article.report-fault"),
    )


def assemble(
    articles: Sequence[Article],
    settings: Settings,
    on_fault: Callable[[Article, Exception], None] | None = None,
) -> Timeline:
    """The timeline of articles that have been read; their order does not matter.

    An article that makes the program fail takes nobody else's events with it: ``on_fault`` is
    told and the others go on. Without it the exception comes through.
    """
    mentions: list[EventMention] = []
    unresolved: list[Unresolved] = []
    for article in sorted(articles, key=lambda a: a.id):
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
        articles=tuple(
            describe(a, settings.language) for a in sorted(articles, key=lambda a: a.id)
        ),
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
    timeline: Timeline, formats: Sequence[Format] = DEFAULT_FORMATS
) -> tuple[dict[str, bytes], list[Problem]]:
    """The exports as bytes by file name, and in words what they could not carry.

    "embed" is of no use without the page, so it brings "html" along.

    Raises:
        UsageError: there is no such format.
        ExportError: one of the formats cannot be made. Then none is: the files of
            a run belong together.
    """
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    for form in formats:
        if form not in FORMATS:
            names = say("format.one-of", names=", ".join(FORMATS))
            raise UsageError(f"format {form}", say("format.unknown"), names)

    def note(form: Format, why: Message) -> None:
        problems.append(Problem("warning", FILE_NAMES[form], why))

    dated = sum(event.start is not None or event.end is not None for event in timeline.events)
    if "json" in formats:
        files[FILE_NAMES["json"]] = to_json(timeline)
    if "ics" in formats:
        calendar = render_icalendar(timeline)
        files |= calendar.files
        for words in calendar.notes:
            note("ics", words)
    if "timelinejs" in formats:
        if dated:
            # who embeds TimelineJS by themselves has no list of all events beside it
            files[FILE_NAMES["timelinejs"]] = slides_to_bytes(to_timelinejs(timeline, MOST_SLIDES))
        for words in _not_on_slides(len(timeline.events), dated):
            note("timelinejs", words)
    if "html" in formats or "embed" in formats:
        calendars = tuple(name for name in files if name.endswith(".ics"))
        slides = to_timelinejs(timeline) if dated else None
        page = files[FILE_NAMES["html"]] = to_html(timeline, slides, calendars=calendars)
        if len(page) > LARGE_PAGE:
            note("html", say("page.large", size=len(page) // 10**6))
    for form, writer in _WRITERS.items():
        if form in formats:
            files[FILE_NAMES[form]] = writer(timeline)
    if "jsonld" in formats and (silent := sum(not can_say(event) for event in timeline.events)):
        note("jsonld", say("jsonld.silent", count=silent))
    return files, problems


def _not_on_slides(events: int, dated: int) -> Iterator[Message]:
    """What a TimelineJS document leaves out, in words."""
    if not dated:
        yield say("slides.none")
    elif dated < events:
        yield say("slides.undated", count=events - dated, events=events)
    if dated > MOST_SLIDES:
        yield say("slides.limit", count=dated - MOST_SLIDES, events=events, most=MOST_SLIDES)


#: The formats that are one file and have nothing to say about themselves.
_WRITERS: dict[Format, Callable[[Timeline], bytes]] = {
    "embed": to_embed,
    "csv": to_csv,
    "md": to_markdown,
    "atom": to_atom,
    "jsonld": lambda timeline: json_ld_to_bytes(to_json_ld(timeline)),
}


def write(folder: str | PathLike[str], files: dict[str, bytes]) -> None:
    """Put the exports into ``folder``: all of them, or none.

    Raises:
        ExportError: the folder cannot be written; an earlier run's files are untouched.
    """
    write_all(Path(folder), files)


__all__ = [
    "DEFAULT_FORMATS",
    "FILE_NAMES",
    "FORMATS",
    "Format",
    "Run",
    "Settings",
    "assemble",
    "build",
    "describe",
    "render",
    "write",
]
