"""What a run tells its user: progress while it works, a report when it is done."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import click

from timeline.messages import in_language, say
from timeline.models import Article, Problem, Timeline

OK, INCOMPLETE, WRONG_CALL, NOT_WRITTEN = 0, 1, 2, 3
LEVELS = {"error": say("error"), "warning": say("warning")}
Command = TypeVar("Command", bound=Callable[..., Any])
_WORDS = {
    "de": {
        "reading": "Artikel lesen",
        "articles": "{n} Artikel gelesen",
        "article": "1 Artikel gelesen",
        "mentions": "{n} datierte Aussagen",
        "events": "{n} Ereignisse",
        "event": "1 Ereignis",
        "mention": "1 datierte Aussage",
        "merged": "{n} davon aus mehreren Quellen",
        "unresolved": "{n} Zeitangaben nicht aufgelöst",
        "unresolved_one": "1 Zeitangabe nicht aufgelöst",
        "inferred": "Veröffentlichungsdaten: {n} erschlossen, {m} unbekannt",
        "written": "Geschrieben nach {folder}: {files}",
        "look": "Ansehen: {page}",
        "nothing": "Nichts geschrieben.",
        "left out": "Weggelassen aus {file} [{kind}]: {text}",
    },
    "en": {
        "reading": "reading articles",
        "articles": "{n} articles read",
        "article": "1 article read",
        "mentions": "{n} dated statements",
        "events": "{n} events",
        "event": "1 event",
        "mention": "1 dated statement",
        "merged": "{n} of them from several sources",
        "unresolved": "{n} time expressions unresolved",
        "unresolved_one": "1 time expression unresolved",
        "inferred": "publication dates: {n} inferred, {m} unknown",
        "written": "Written to {folder}: {files}",
        "look": "Look at: {page}",
        "nothing": "Nothing written.",
        "left out": "Left out of {file} [{kind}]: {text}",
    },
}


@contextmanager
def progress(total: int, language: str) -> Iterator[Callable[[str], None]]:
    """A bar on a terminal's standard error; nothing where that is a file or a pipe."""
    if not sys.stderr.isatty():
        yield lambda name: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(_WORDS[language]["reading"], total=total)
        yield lambda name: bar.advance(task)


def tell(problems: Iterable[Problem], language: str) -> None:
    """Problems on standard error, a line each, errors first."""
    for problem in sorted(problems, key=lambda p: p.level):
        colour = "red" if problem.level == "error" else "yellow"
        line = problem.in_language(language)
        click.secho(f"{LEVELS[problem.level].in_language(language)}: {line}", fg=colour, err=True)


def exit_code(problems: Iterable[Problem]) -> int:
    """Of a run that read or wrote something."""
    return INCOMPLETE if any(problem.level == "error" for problem in problems) else OK


_LANGUAGE = "timeline.language"


def language_option(about: str) -> Callable[[Command], Command]:
    """``--language`` of a command; ``language_of`` knows it when the command has failed."""

    def remember(ctx: click.Context, option: click.Parameter, language: str) -> str:
        ctx.meta[_LANGUAGE] = language
        return language

    return click.option(
        "--language",
        type=click.Choice(["de", "en"]),
        default="de",
        show_default=True,
        callback=remember,
        help=about,
    )


def language_of(ctx: click.Context) -> str:
    """What ``--language`` said, German where nobody asked."""
    language: str = ctx.meta.get(_LANGUAGE, "de")
    return language


@dataclass(frozen=True, slots=True)
class Report:
    """What a run did, in words or as JSON."""

    timeline: Timeline
    problems: tuple[Problem, ...]
    files: tuple[str, ...]
    folder: Path
    language: str = "de"
    #: articles whose furniture the user wants to see
    furniture: tuple[Article, ...] = ()

    @property
    def errors(self) -> int:
        return sum(p.level == "error" for p in self.problems)

    def counts(self) -> dict[str, int]:
        articles, events = self.timeline.articles, self.timeline.events
        return {
            "articles": len(articles),
            "articles_published_inferred": sum(a.published_basis == "inferred" for a in articles),
            "articles_published_unknown": sum(a.published is None for a in articles),
            "mentions": sum(len(e.mentions) for e in events),
            "events": len(events),
            "events_from_several_sources": sum(len(e.sources) > 1 for e in events),
            "unresolved": len(self.timeline.unresolved),
            "errors": self.errors,
            "warnings": len(self.problems) - self.errors,
        }

    def print(self, *, as_json: bool) -> None:
        """Words: the report on standard output, problems on standard error. JSON: all on output."""
        if as_json:
            click.echo(json.dumps(self._for_machines(), ensure_ascii=False, indent=1))
            return
        tell(self.problems, self.language)
        for line in self._lines(_WORDS[self.language]):
            click.echo(line)

    def _lines(self, words: dict[str, str]) -> Iterator[str]:
        c = self.counts()

        def count(one: str, many: str, n: int) -> str:
            return words[one] if n == 1 else words[many].format(n=n)

        yield (
            ", ".join(
                (
                    count("article", "articles", c["articles"]),
                    count("mention", "mentions", c["mentions"]),
                    count("event", "events", c["events"]),
                    words["merged"].format(n=c["events_from_several_sources"]),
                )
            )
            + "."
        )
        if c["articles_published_inferred"] or c["articles_published_unknown"]:
            yield (
                words["inferred"].format(
                    n=c["articles_published_inferred"], m=c["articles_published_unknown"]
                )
                + "."
            )
        if c["unresolved"]:
            yield count("unresolved_one", "unresolved", c["unresolved"]) + "."
        for article in self.furniture:
            for kind, text in left_out(article):
                yield words["left out"].format(file=article.file, kind=kind or "–", text=text)
        if not self.files:
            yield words["nothing"]
            return
        yield words["written"].format(folder=self.folder, files=", ".join(self.files))
        if "index.html" in self.files:
            yield words["look"].format(page=self.folder / "index.html")

    def _for_machines(self) -> Mapping[str, object]:
        return {
            "counts": self.counts(),
            "folder": self.folder.as_posix(),
            "files": list(self.files),
            "problems": [
                {
                    "level": p.level,
                    "code": p.code,
                    "what": in_language(p.what, self.language),
                    "why": in_language(p.why, self.language),
                    "remedy": in_language(p.remedy, self.language),
                }
                for p in self.problems
            ],
        } | (
            {
                "furniture": [
                    {"file": article.file, "kind": kind, "text": text}
                    for article in self.furniture
                    for kind, text in left_out(article)
                ]
            }
            if self.furniture
            else {}
        )


def left_out(article: Article) -> Iterator[tuple[str, str]]:
    """What of an article did not count, with its kind where it is known."""
    for span in article.furniture:
        yield span.kind, " ".join(article.text[span.start_char : span.end_char].split())
    for line in article.left_out:
        yield "", " ".join(line.split())
