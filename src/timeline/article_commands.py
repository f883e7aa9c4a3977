"""The commands that are about articles alone: ``timeline fetch`` and ``timeline doctor``."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import click

from timeline.calling import (
    NOT_WRITTEN,
    WRONG_CALL,
    Command,
    argument,
    json_option,
    language_of,
    language_option,
    map_option,
    option,
    timezone_option,
)
from timeline.errors import UsageError
from timeline.messages import say
from timeline.report import exit_code, progress, tell

if TYPE_CHECKING:
    from timeline.ingest.doctor import Outlet


def mapped(given: Sequence[str]) -> dict[str, str]:
    """``--map text=Volltext,published=Datum`` → what a column means → its name.

    Raises:
        UsageError: a part has no "=".
    """
    found: dict[str, str] = {}
    for item in (part.strip() for text in given for part in text.split(",")):
        what, sign, name = item.partition("=")
        if not (sign and what.strip() and name.strip()):
            raise UsageError(f"--map {item}", say("call.map"), say("call.map-example"))
        found[what.strip()] = name.strip()
    return found


def nothing_read(paths: Iterable[Path]) -> int:
    """The exit code where no article could be read: the call is wrong where it names
    nothing that exists."""
    return NOT_WRITTEN if any(os.path.lexists(path) for path in paths) else WRONG_CALL


# --------------------------------------------------------------------------- fetch
@click.command(cls=Command, about=say("help.fetch"))
@argument("urls", nargs=-1, required=True, metavar="URL…")
@option("-o", "--output", "folder", required=True, type=click.Path(path_type=Path),
        about=say("help.output"), metavar=say("metavar.folder"))  # fmt: skip
@option("--limit", default=50, show_default=True, type=click.IntRange(1, 1000),
        about=say("help.limit"), metavar="N")  # fmt: skip
@option("--allow-local", is_flag=True, about=say("help.allow-local"))
@language_option()
@click.pass_context
def fetch(
    ctx: click.Context,
    urls: tuple[str, ...],
    folder: Path,
    limit: int,
    allow_local: bool,
) -> None:
    """Save pages and the articles of a feed."""
    from timeline.ingest.web import Fetching, fetch

    language = language_of(ctx)
    agent = f"timeline/{version('timeline')}"
    how = Fetching(agent, datetime.now(UTC), allow_local, limit)
    with progress(len(urls), language) as step:
        saved, problems = fetch(urls, folder, how, step)
    tell(problems, language)
    if not saved:
        click.echo(say("fetch.nothing").in_language(language))
        ctx.exit(NOT_WRITTEN)
    one = len(saved) == 1
    told = (
        say("fetch.saved-one", folder=folder)
        if one
        else say("fetch.saved", count=len(saved), folder=folder)
    )
    click.echo(told.in_language(language))
    ctx.exit(exit_code(problems))


# --------------------------------------------------------------------------- doctor
@click.command(cls=Command, about=say("help.doctor"))
@argument("paths", nargs=-1, required=True, metavar=say("metavar.paths"),
          type=click.Path(path_type=Path))  # fmt: skip
@timezone_option()
@map_option()
@option("--today", about=say("help.today"), metavar=say("metavar.date"))
@language_option()
@json_option()
@click.pass_context
def doctor(
    ctx: click.Context,
    paths: tuple[Path, ...],
    timezone: str,
    columns: tuple[str, ...],
    today: str | None,
    as_json: bool,
) -> None:
    """Judge the dates of articles."""
    from timeline.ingest import Options, count_files
    from timeline.ingest.doctor import examine

    try:
        day = date.fromisoformat(today) if today else datetime.now(UTC).date()
    except ValueError:
        why, remedy = say("call.day"), say("call.day-example")
        raise UsageError(f"--today {today}", why, remedy) from None
    language = language_of(ctx)
    options = Options(timezone, columns=mapped(columns), now=datetime.now(UTC))
    with progress(count_files(paths), language) as step:
        outlets, problems = examine(paths, options, day, lambda path: step(path.name))
    if as_json:
        click.echo(json.dumps([_record(o) for o in outlets], ensure_ascii=False, indent=1))
    else:
        for line in table(outlets, language):
            click.echo(line)
    tell(problems, language)
    if not outlets:
        ctx.exit(nothing_read(paths))
    ctx.exit(exit_code(problems))


_COLUMNS = {
    "name": say("doctor.name"),
    "articles": say("doctor.articles"),
    "undated": say("doctor.undated"),
    "updated": say("doctor.updated"),
    "zoneless": say("doctor.zoneless"),
    "swapped": say("doctor.swapped"),
    "future": say("doctor.future"),
    "duplicates": say("doctor.duplicates"),
}
_BASES = {
    "user": say("doctor.by-user"),
    "metadata": say("doctor.by-metadata"),
    "json-ld": say("doctor.by-json-ld"),
    "meta": say("doctor.by-meta"),
    "url": say("where.address"),
    "text": say("where.head"),
    "inferred": say("doctor.by-inference"),
    "none": say("doctor.by-nothing"),
}
_FINDINGS = {
    "undated": say("doctor.undated-found"),
    "updated": say("doctor.updated-found"),
    "zoneless": say("doctor.zoneless-found"),
    "swapped": say("doctor.swapped-found"),
    "future": say("doctor.future-found"),
    "duplicates": say("doctor.duplicates-found"),
}


def table(outlets: Sequence[Outlet], language: str = "de") -> list[str]:
    """The outlets as lines of text, with what to look at below."""
    if not outlets:
        return [say("doctor.none").in_language(language)]
    titles = (*_COLUMNS.values(), say("doctor.basis"), say("doctor.encoding"))
    heading = [title.in_language(language) for title in titles]
    unknown = say("doctor.unknown").in_language(language)
    rows = [heading]
    for outlet in outlets:
        cells = [str(getattr(outlet, name)) for name in _COLUMNS]
        cells[0] = cells[0] or unknown
        bases = {_BASES[name].in_language(language): n for name, n in outlet.bases.items()}
        rows.append([*cells, _counts(bases), _counts(outlet.encodings)])
    widths = [max(len(row[i]) for row in rows) for i in range(len(heading))]
    lines = [
        "  ".join(
            cell.rjust(width) if 0 < i < len(_COLUMNS) else cell.ljust(width)
            for i, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]
    lines.insert(1, "  ".join("-" * width for width in widths))
    for outlet in outlets:
        for what, files in sorted(outlet.examples.items()):
            found = _FINDINGS[what].in_language(language)
            lines.append(f"{outlet.name or unknown}: {found}: {', '.join(files)}")
    return lines


def _counts(counter: dict[str, int]) -> str:
    return ", ".join(
        f"{name} {n}" for name, n in sorted(counter.items(), key=lambda i: (-i[1], i[0]))
    )


def _record(outlet: Outlet) -> dict[str, object]:
    return {
        "outlet": outlet.name,
        "articles": outlet.articles,
        **{what: getattr(outlet, what) for what in _FINDINGS},
        "basis": dict(sorted(outlet.bases.items())),
        "encodings": dict(sorted(outlet.encodings.items())),
        "examples": dict(sorted(outlet.examples.items())),
    }
