"""What a run tells its user: progress while it works, a report when it is done."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import click

from timeline.calling import INCOMPLETE, OK
from timeline.messages import Message, in_language, listed, say
from timeline.models import Article, Problem, Timeline

#: articles without a date that are named; more would bury the rest
_NAMED = 10
LEVELS = {"error": say("error"), "warning": say("warning")}


@contextmanager
def progress(total: int, language: str) -> Iterator[Callable[[str], None]]:
    """A bar on a terminal's standard error while files are read, then the time that passes;
    nothing where that is a file or a pipe."""
    if not sys.stderr.isatty():
        yield lambda name: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    look = SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn()
    with Progress(*look, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(say("report.reading").in_language(language), total=total)
        begun = 0

        def step(name: str) -> None:
            nonlocal begun
            begun += 1
            if begun < total:
                bar.update(task, completed=begun)
            else:  # the last file may hold thousands of articles, and merging is still to come
                bar.update(
                    task, description=say("report.working").in_language(language), total=None
                )

        yield step


def tell(problems: Iterable[Problem], language: str) -> None:
    """Problems on standard error, a line each, errors first."""
    for problem in sorted(problems, key=lambda p: p.level):
        colour = "red" if problem.level == "error" else "yellow"
        line = problem.in_language(language)
        click.secho(f"{LEVELS[problem.level].in_language(language)}: {line}", fg=colour, err=True)


def exit_code(problems: Iterable[Problem]) -> int:
    """Of a run that read or wrote something."""
    return INCOMPLETE if any(problem.level == "error" for problem in problems) else OK


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

    def counts(self) -> dict[str, int]:
        articles, events = self.timeline.articles, self.timeline.events
        errors = sum(problem.level == "error" for problem in self.problems)
        return {
            "articles": len(articles),
            "articles_published_inferred": sum(a.published_basis == "inferred" for a in articles),
            "articles_published_unknown": sum(a.published is None for a in articles),
            "mentions": sum(len(e.mentions) for e in events),
            "events": len(events),
            "events_from_several_sources": sum(len(e.sources) > 1 for e in events),
            "unresolved": len(self.timeline.unresolved),
            "errors": errors,
            "warnings": len(self.problems) - errors,
        }

    def print(self, *, as_json: bool) -> None:
        """Words: the report on standard output, problems on standard error. JSON: all on output."""
        if as_json:
            click.echo(json.dumps(self._for_machines(), ensure_ascii=False, indent=1))
            return
        tell(self.problems, self.language)
        for line in self._lines():
            click.echo(line.in_language(self.language))

    def _lines(self) -> Iterator[Message]:
        c = self.counts()
        articles, mentions, events = c["articles"], c["mentions"], c["events"]
        yield say(
            "report.found",
            articles=say("count.article") if articles == 1 else say("count.articles", n=articles),
            mentions=say("count.mention") if mentions == 1 else say("count.mentions", n=mentions),
            events=say("count.event") if events == 1 else say("count.events", n=events),
            merged=c["events_from_several_sources"],
        )
        inferred, unknown = c["articles_published_inferred"], c["articles_published_unknown"]
        if inferred or unknown:
            yield say("report.published", inferred=inferred, unknown=unknown)
        undated = [article.file for article in self.timeline.articles if article.published is None]
        if undated:
            yield say("report.undated", names=listed(undated, _NAMED))
        # a report without any date is among the undated ones just named
        undatable = say("reason.undated-report").in_language(self.language)
        unresolved = sum(u.reason != undatable for u in self.timeline.unresolved)
        if unresolved == 1:
            yield say("report.one-unresolved")
        elif unresolved:
            yield say("report.unresolved", count=unresolved)
        for article in self.furniture:
            for kind, text in left_out(article):
                yield say("report.left-out", file=article.file, kind=kind or "–", text=text)
        if not self.files:
            yield say("report.nothing")
            return
        yield say("report.written", folder=self.folder, files=", ".join(self.files))
        if "index.html" in self.files:
            yield say("report.look", page=self.folder / "index.html")

    def _for_machines(self) -> Mapping[str, object]:
        told: dict[str, object] = {
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
        }
        if self.furniture:
            told["furniture"] = [
                {"file": article.file, "kind": kind, "text": text}
                for article in self.furniture
                for kind, text in left_out(article)
            ]
        return told


def left_out(article: Article) -> Iterator[tuple[str, str]]:
    """What of an article did not count, with its kind where it is known."""
    for span in article.furniture:
        yield span.kind, " ".join(article.text[span.start_char : span.end_char].split())
    for line in article.left_out:
        yield "", " ".join(line.split())
