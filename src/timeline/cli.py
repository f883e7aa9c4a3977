"""The command line. Thin: it parses, calls the pipeline and says what came out.

Exit codes: 0 everything read and written · 1 written, but some articles were
left out · 2 the call itself is wrong · 3 nothing written.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

import click

from timeline import article_commands
from timeline.errors import ExportError, TimelineError, UsageError
from timeline.messages import in_language, say
from timeline.models import Problem
from timeline.report import (
    INCOMPLETE,
    LEVELS,
    NOT_WRITTEN,
    OK,
    WRONG_CALL,
    Report,
    exit_code,
    language_of,
    language_option,
    progress,
    tell,
)

FORMAT_NAMES = ("json", "ics", "timelinejs", "html", "embed", "csv", "md", "atom", "jsonld")
DEFAULT_FORMATS = FORMAT_NAMES[:4]


class _Group(click.Group):
    """Turns errors into one clear line and an exit code; ``--debug`` shows the traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except TimelineError as error:
            if ctx.params.get("debug"):
                raise
            _complain(ctx, error.in_language(language_of(ctx)))
            ctx.exit(WRONG_CALL if isinstance(error, UsageError) else NOT_WRITTEN)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except BrokenPipeError:  # „timeline tag … | head“
            sys.stderr.close()
            ctx.exit(OK)
        except Exception as error:
            if ctx.params.get("debug"):
                raise
            why = say("unexpected", kind=type(error).__name__, fault=error)
            language = language_of(ctx)
            remedy = say("unexpected.report").in_language(language)
            _complain(ctx, f"{why.in_language(language)} – {remedy}")
            ctx.exit(NOT_WRITTEN)


def _complain(ctx: click.Context, line: str) -> None:
    click.secho(f"{say('error').in_language(language_of(ctx))}: {line}", fg="red", err=True)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--debug", is_flag=True, help="Bei Fehlern den Traceback zeigen.")
@click.version_option(version("timeline"), prog_name="timeline")
def main(debug: bool) -> None:
    """Macht aus deutschen Nachrichtentexten eine Zeitleiste."""


# --------------------------------------------------------------------------- build
@main.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    "folder",
    required=True,
    type=click.Path(path_type=Path),
    help="Ordner für die Ausgabe; wird angelegt.",
)
@click.option(
    "-f",
    "--format",
    "formats",
    multiple=True,
    help="Nur diese Formate schreiben (Komma oder mehrfach): json, ics, timelinejs, html; "
    "auf Wunsch auch embed, csv, md, atom, jsonld.",
)
@click.option("--title", default="", help="Überschrift der Zeitleiste.")
@language_option("Sprache der Seite, des Kalenders und des Berichts.")
@click.option("--locale", help="Für alle: de-DE, de-AT oder de-CH; sonst je Artikel erkannt.")
@click.option(
    "--timezone",
    default="Europe/Berlin",
    show_default=True,
    help="Zeitzone der Veröffentlichungen und Uhrzeiten.",
)
@click.option(
    "--published",
    multiple=True,
    metavar="DATEI=DATUM",
    help="Veröffentlichungsdatum eines Artikels, etwa bericht.txt=2024-11-01.",
)
@click.option(
    "--no-infer", is_flag=True, help="Kein Veröffentlichungsdatum aus dem Text erschließen."
)
@click.option(
    "--map",
    "columns",
    multiple=True,
    metavar="FELD=SPALTE",
    help="Spalten in CSV und JSON, etwa text=Volltext,published=Datum.",
)
@click.option(
    "--top", type=click.IntRange(min=1), metavar="N", help="Nur die N wichtigsten Ereignisse."
)
@click.option(
    "--min-sources",
    type=click.IntRange(min=1),
    default=1,
    metavar="N",
    help="Nur Ereignisse aus mindestens N unabhängigen Quellen.",
)
@click.option("--since", metavar="DATUM", help="Nur Ereignisse ab diesem Tag, etwa 2024-11-01.")
@click.option("--until", metavar="DATUM", help="Nur Ereignisse bis zu diesem Tag.")
@click.option(
    "--query", default="", metavar="WÖRTER", help="Nur Ereignisse, die alle Wörter nennen."
)
@click.option(
    "--show-furniture", is_flag=True, help="Zeigen, was als Werbung, Menü und Ähnliches wegblieb."
)
@click.option("--json", "as_json", is_flag=True, help="Bericht als JSON auf die Standardausgabe.")
@click.pass_context
def build(
    ctx: click.Context,
    paths: tuple[Path, ...],
    folder: Path,
    formats: tuple[str, ...],
    title: str,
    language: str,
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
    """Liest Artikel (Dateien und Ordner) und schreibt die Zeitleiste.

    Rückgabe: 0 alles gelesen und geschrieben · 1 geschrieben, aber Artikel
    fehlen · 2 falscher Aufruf · 3 nichts geschrieben.
    """
    from timeline import pipeline, store  # slow to import (pydantic, icalendar): not for „--help“
    from timeline.events import Selection
    from timeline.ingest import Options, count_files

    chosen = _formats(formats)
    first, last = _day(since, "--since"), _day(until, "--until")
    if first is not None and last is not None and last < first:
        why = say("call.until-before-since", since=since)
        raise UsageError(f"--until {until}", why, say("call.swap-days"))
    selection = Selection(top, min_sources, first, last, query)
    options = Options(
        timezone,
        locale,
        _assignments(published),
        not no_infer,
        article_commands.mapped(columns),
        datetime.now(UTC),
        show_furniture,
    )
    settings = pipeline.Settings(title, language, options, selection)  # type: ignore[arg-type]
    with progress(count_files(paths), language) as step:
        run = pipeline.build(paths, settings, step)
    if not run.timeline.articles:
        report = Report(run.timeline, run.problems, (), folder, language)
        report.print(as_json=as_json)
        ctx.exit(article_commands.nothing_read(paths))
    timeline, told = store.continue_from(folder / pipeline.FILE_NAMES["json"], run.timeline)
    try:
        files, notes = pipeline.render(timeline, chosen)  # type: ignore[arg-type]
        pipeline.write(folder, files)
    except ExportError as error:
        problems = (*run.problems, Problem.of("error", error))
        Report(timeline, problems, (), folder, language).print(as_json=as_json)
        if ctx.find_root().params.get("debug"):
            raise
        ctx.exit(NOT_WRITTEN)
    report = Report(
        timeline,
        (*run.problems, *told, *notes),
        tuple(sorted(files)),
        folder,
        language,
        run.articles if show_furniture else (),
    )
    report.print(as_json=as_json)
    ctx.exit(exit_code(report.problems))


def _formats(given: Sequence[str]) -> tuple[str, ...]:
    names = [n.strip() for item in given for n in item.split(",") if n.strip()]
    for name in names:
        if name not in FORMAT_NAMES:
            remedy = say("format.one-of", names=", ".join(FORMAT_NAMES))
            raise UsageError(f"--format {name}", say("format.unknown"), remedy)
    return tuple(n for n in FORMAT_NAMES if n in names) or DEFAULT_FORMATS


def _assignments(given: Sequence[str]) -> dict[str, str]:
    out = {}
    for item in given:
        name, sign, value = item.rpartition("=")
        if not (sign and name and value):
            raise UsageError(
                f"--published {item}",
                say("call.published"),
                say("call.published-example"),
            )
        out[name] = value
    return out


main.add_command(article_commands.fetch)
main.add_command(article_commands.doctor)


# --------------------------------------------------------------------------- explain
@main.command()
@click.argument("text")
@click.option("--published", metavar="DATUM", help="Veröffentlichungstag, etwa 2024-11-01.")
@click.option("--locale", default=None, help="de-DE, de-AT oder de-CH.")
@click.option("--timezone", default="Europe/Berlin", show_default=True)
@language_option("Sprache der Erklärung.")
@click.option("--json", "as_json", is_flag=True, help="Als JSON.")
@click.pass_context
def explain(
    ctx: click.Context,
    text: str,
    published: str | None,
    locale: str | None,
    timezone: str,
    language: str,
    as_json: bool,
) -> None:
    """Erklärt jede Zeitangabe in TEXT: Regel, Anker, Datum, andere Lesarten.

    TEXT ist ein Text, eine Datei, ein Ordner oder „-“ (Standardeingabe). Von einer
    Datei mit vielen Artikeln und von einem Ordner wird jeder Artikel erklärt.

    Rückgabe: 0 alles gelesen · 1 einiges fehlt · 2 falscher Aufruf · 3 nichts gelesen.
    """
    from timeline import explain as explaining  # reads articles: not for „--help“

    problems: list[Problem] = []

    def on_problem(problem: Problem) -> None:
        problems.append(problem)
        tell([problem], language)

    records: list[dict[str, Any]] = []
    articles = 0
    day = _day(published)
    named = explaining.is_folder(text)
    for article in explaining.as_articles(text, day, locale, timezone, on_problem):
        found = explaining.explain(article, timezone)
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
    if given is None:
        return None
    try:
        return date.fromisoformat(given)
    except ValueError:
        raise UsageError(f"{option} {given}", say("call.day"), say("call.day-example")) from None


# --------------------------------------------------------------------------- lint
@main.command()
@click.argument(
    "files", nargs=-1, required=True, metavar="DATEI.ics…", type=click.Path(path_type=Path)
)
@language_option("Sprache der Befunde.")
@click.option("--json", "as_json", is_flag=True, help="Als JSON.")
@click.pass_context
def lint(ctx: click.Context, files: tuple[Path, ...], language: str, as_json: bool) -> None:
    """Prüft Kalenderdateien auf das, woran Kalenderprogramme scheitern.

    Rückgabe: 0 kein Fehler (Hinweise stören nicht) · 1 Fehler · 2 nicht lesbar.
    """
    from dataclasses import asdict

    from timeline.export.lint import lint as findings_in

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
    try:
        return path.read_bytes()
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise UsageError(
            f"{path}",
            say("path.unreadable", reason=why),
            say("call.check-path-and-permission"),
        ) from None


# --------------------------------------------------------------------------- schema, tag
@main.command()
def schema() -> None:
    """Schreibt das JSON-Schema des Exports auf die Standardausgabe."""
    from timeline.export.json_export import json_schema

    click.echo(json_schema().decode(), nl=False)


@main.command()
@click.argument("file")
@click.option(
    "--kind",
    type=click.Choice(["auto", "news", "weekly", "narrative"]),
    default="auto",
    show_default=True,
    help="Woran sich unvollständige Daten halten.",
)
@click.option(
    "--format", "form", type=click.Choice(["jsonl", "timeml"]), default="jsonl", show_default=True
)
def tag(file: str, kind: str, form: str) -> None:
    """Liest JSON-Zeilen {"doc", "dct", "text"} aus FILE oder „-“ und schreibt TIMEX3-Angaben dazu.

    Antwort je Zeile: {"doc", "kind", "timexes": [{"start", "end", "text", "type", "value", …}]}.
    """
    from timeline.temporal import timeml

    for number, line in enumerate(_lines(file), 1):
        if line.strip():
            record = timeml.parse_record(line, say("line-of", file=file, number=number))
            click.echo(timeml.answer(record, kind, form))  # type: ignore[arg-type]


def _lines(file: str) -> Iterator[bytes]:
    try:
        with click.open_file(file, "rb") as stream:
            yield from stream
    except FileNotFoundError as error:
        raise UsageError(file, say("path.missing"), say("path.check")) from error
    except OSError as error:
        why = say("path.unreadable", reason=error.strerror)
        raise UsageError(file, why, say("path.check")) from error
