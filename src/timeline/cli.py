"""The command line. Thin: it parses, calls the pipeline and says what came out.

Exit codes: 0 everything read and written · 1 written, but some articles were
left out · 2 the call itself is wrong · 3 nothing written · 130 ended by Ctrl-C.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import click

from timeline import article_commands
from timeline.calling import (
    INCOMPLETE,
    NOT_WRITTEN,
    OK,
    Group,
    argument,
    json_option,
    language_of,
    language_option,
    map_option,
    option,
    timezone_option,
)
from timeline.errors import ExportError, UsageError
from timeline.messages import in_language, say
from timeline.models import Problem, as_day
from timeline.report import LEVELS, Report, exit_code, progress, tell

if TYPE_CHECKING:  # slow to import (pydantic, icalendar): not for „--help“
    from timeline.temporal.timeml import TextKind

#: bad lines that ``tag`` names one by one; the rest is counted
_TOLD = 10


def _version(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked:
        click.echo(f"timeline {version('timeline')}")
        ctx.exit()


@click.group(
    cls=Group,
    about=say("help.timeline"),
    context_settings={"help_option_names": ["-h", "--help"]},
)
@option("--debug", is_flag=True, about=say("help.debug"))
@option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version,
        about=say("help.version"))  # fmt: skip
@language_option()
def main(debug: bool) -> None:
    """The command ``timeline``."""


# --------------------------------------------------------------------------- build
@main.command(about=say("help.build"))
@argument("paths", nargs=-1, required=True, metavar=say("metavar.paths"),
          type=click.Path(path_type=Path))  # fmt: skip
@option("-o", "--output", "folder", required=True, type=click.Path(path_type=Path),
        about=say("help.output"), metavar=say("metavar.folder"))  # fmt: skip
@option("-f", "--format", "formats", multiple=True,
        about=say("help.format"), metavar=say("metavar.formats"))  # fmt: skip
@option("--title", default="", about=say("help.title"), metavar=say("metavar.title"))
@language_option()
@option("--locale", about=say("help.locale"), metavar="LOCALE")
@timezone_option()
@option("--published", multiple=True,
        about=say("help.published-files"), metavar=say("metavar.file-date"))  # fmt: skip
@option("--no-infer", is_flag=True, about=say("help.no-infer"))
@map_option()
@option("--top", type=click.IntRange(min=1), about=say("help.top"), metavar="N")
@option("--min-sources", type=click.IntRange(min=1), default=1,
        about=say("help.min-sources"), metavar="N")  # fmt: skip
@option("--since", about=say("help.since"), metavar=say("metavar.date"))
@option("--until", about=say("help.until"), metavar=say("metavar.date"))
@option("--query", default="", about=say("help.query"), metavar=say("metavar.words"))
@option("--show-furniture", is_flag=True, about=say("help.show-furniture"))
@option("--json", "as_json", is_flag=True, about=say("help.json-report"))
@click.pass_context
def build(
    ctx: click.Context,
    paths: tuple[Path, ...],
    folder: Path,
    formats: tuple[str, ...],
    title: str,
    locale: str | None,
    timezone: str,
    published: tuple[str, ...],
    no_infer: bool,
    columns: tuple[str, ...],
    top: int | None,
    min_sources: int,
    since: str | None,
    until: str | None,
    query: str,
    show_furniture: bool,
    as_json: bool,
) -> None:
    """Read articles and write the timeline."""
    from timeline import pipeline, store  # slow to import (pydantic, icalendar): not for „--help“
    from timeline.events import Selection
    from timeline.ingest import Options, count_files

    language = language_of(ctx)
    chosen = _formats(formats)
    first, last = _day(since, "--since"), _day(until, "--until")
    if first is not None and last is not None and last < first:
        why = say("call.until-before-since", since=since)
        raise UsageError(f"--until {until}", why, say("call.swap-days"))
    selection = Selection(top, min_sources, first, last, query)
    options = Options(
        timezone=timezone,
        locale=locale,
        published=_assignments(published),
        infer=not no_infer,
        columns=article_commands.mapped(columns),
        now=datetime.now(UTC),
        left_out=show_furniture,
    )
    settings = pipeline.Settings(title, language, options, selection)
    written: tuple[str, ...] = ()
    failure: ExportError | None = None
    with progress(count_files(paths), language) as step:
        run = pipeline.build(paths, settings, step)
        timeline, problems = run.timeline, run.problems
        if timeline.articles and not run.failed:
            earlier = folder / pipeline.FORMATS["json"].file
            try:
                timeline, told = store.continue_from(earlier, timeline)
                files, notes = pipeline.render(timeline, chosen)
                pipeline.write(folder, files)
                written, problems = tuple(sorted(files)), (*problems, *told, *notes)
            except ExportError as error:
                failure, problems = error, (*problems, Problem.of("error", error))
    furniture = run.articles if show_furniture and failure is None else ()
    report = Report(timeline, problems, written, folder, language, furniture)
    report.print(as_json=as_json)
    if failure is not None and ctx.find_root().params.get("debug"):
        raise failure
    if failure is not None or run.failed:
        ctx.exit(NOT_WRITTEN)
    ctx.exit(exit_code(problems) if timeline.articles else article_commands.nothing_read(paths))


def _formats(given: Sequence[str]) -> Sequence[str]:
    from timeline.export.formats import FORMATS, USUAL

    names = [n.strip() for item in given for n in item.split(",") if n.strip()]
    for name in names:
        if name not in FORMATS:
            remedy = say("format.one-of", names=", ".join(FORMATS))
            raise UsageError(f"--format {name}", say("format.unknown"), remedy)
    return names or USUAL


def _assignments(given: Sequence[str]) -> dict[str, str]:
    out = {}
    for item in given:
        name, sign, value = item.rpartition("=")
        if not (sign and name and value):
            why, remedy = say("call.published"), say("call.published-example")
            raise UsageError(f"--published {item}", why, remedy)
        out[name] = value
    return out


main.add_command(article_commands.fetch)
main.add_command(article_commands.doctor)


# --------------------------------------------------------------------------- explain
@main.command(about=say("help.explain"))
@argument("text", metavar="TEXT")
@option("--published", about=say("help.published"), metavar=say("metavar.date"))
@option("--locale", about=say("help.locale"), metavar="LOCALE")
@timezone_option()
@language_option()
@json_option()
@click.pass_context
def explain(
    ctx: click.Context,
    text: str,
    published: str | None,
    locale: str | None,
    timezone: str,
    as_json: bool,
) -> None:
    """Explain every time expression of a text, a file or a folder."""
    from timeline import explain as explaining  # reads articles: not for „--help“

    language = language_of(ctx)
    problems: list[Problem] = []

    def on_problem(problem: Problem) -> None:
        problems.append(problem)
        tell([problem], language)

    records: list[dict[str, Any]] = []
    articles = 0
    day = _day(published)
    named = explaining.is_folder(text)
    for article in explaining.as_articles(text, day, locale, timezone, on_problem):
        found = explaining.explain(article, timezone, language)
        records += found if as_json else []
        if not as_json:
            # one after the other: an archive may hold more than fits in memory
            told = explaining.in_words(article, found, language, named=named)
            click.echo("\n" * bool(articles) + told)
        articles += 1
    if not articles:
        ctx.exit(NOT_WRITTEN)
    if as_json:
        click.echo(json.dumps(records, ensure_ascii=False, indent=1))
    ctx.exit(exit_code(problems))


def _day(given: str | None, option: str = "--published") -> date | None:
    """The day that an option names, in whatever way front matter may name one."""
    from timeline.ingest.dates import parse_moment  # late: not for „--help“

    if given is None:
        return None
    try:
        return as_day(parse_moment(given, ZoneInfo("UTC")))
    except ValueError:
        raise UsageError(f"{option} {given}", say("call.day"), say("call.day-example")) from None


# --------------------------------------------------------------------------- lint
@main.command(about=say("help.lint"))
@argument("files", nargs=-1, required=True, metavar=say("metavar.calendars"),
          type=click.Path(path_type=Path))  # fmt: skip
@language_option()
@json_option()
@click.pass_context
def lint(ctx: click.Context, files: tuple[Path, ...], as_json: bool) -> None:
    """Look for what calendar programs trip over."""
    from dataclasses import asdict

    from timeline.export.lint import lint as findings_in

    language = language_of(ctx)
    found = [(path, finding) for path in files for finding in findings_in(_bytes(path), language)]
    if as_json:
        told = [{"file": path.as_posix(), **asdict(finding)} for path, finding in found]
        click.echo(json.dumps(told, ensure_ascii=False, indent=1))
    else:
        for path, one in found:
            level = in_language(LEVELS[one.level], language)
            click.echo(f"{path}:{one.line}: {level} [{one.rule}] {one.message} ({one.clients})")
        errors = sum(one.level == "error" for _, one in found)
        counts = say("lint.counts", errors=errors, warnings=len(found) - errors)
        click.echo(in_language(counts if found else say("lint.none"), language))
    ctx.exit(INCOMPLETE if any(one.level == "error" for _, one in found) else OK)


def _bytes(path: Path) -> bytes:
    from timeline.ingest.files import unreachable

    try:
        return path.read_bytes()
    except OSError as error:
        problem = unreachable(path, error)
        raise UsageError(problem.what, problem.why, problem.remedy) from None


# --------------------------------------------------------------------------- schema, tag
@main.command(about=say("help.schema"))
@language_option()
def schema() -> None:
    """Write the JSON Schema of the export."""
    from timeline.export.json_export import json_schema

    click.echo(json_schema().decode(), nl=False)


@main.command(about=say("help.tag"))
@argument("file", metavar=say("metavar.file"))
@option("--kind", type=click.Choice(["auto", "news", "weekly", "narrative"]), default="auto",
        show_default=True, about=say("help.kind"))  # fmt: skip
@option("--format", "form", type=click.Choice(["jsonl", "timeml"]), default="jsonl",
        show_default=True, about=say("help.form"))  # fmt: skip
@language_option()
@click.pass_context
def tag(ctx: click.Context, file: str, kind: TextKind, form: str) -> None:
    """Tag JSON lines; a line that is none is told and the others go on."""
    from timeline.temporal import timeml

    answered = bad = 0
    for number, line in enumerate(_lines(file), 1):
        if not line.strip():
            continue
        try:
            record = timeml.parse_record(line, say("line-of", file=file, number=number))
        except UsageError as error:
            bad += 1
            if bad <= _TOLD:
                tell([Problem.of("error", error)], language_of(ctx))
            continue
        click.echo(timeml.answer(record, kind, form))
        answered += 1
    if bad > _TOLD:
        rest = Problem("error", file, say("file.more-errors", rest=bad - _TOLD))
        tell([rest], language_of(ctx))
    if bad:
        ctx.exit(INCOMPLETE if answered else NOT_WRITTEN)


def _lines(file: str) -> Iterator[bytes]:
    from timeline.ingest.files import unreachable

    try:
        with click.open_file(file, "rb") as stream:
            yield from stream
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        problem = unreachable(Path(file), error)
        raise UsageError(file, problem.why, problem.remedy) from error
