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

from timeline.errors import UsageError
from timeline.report import progress, tell

if TYPE_CHECKING:
    from timeline.ingest.doctor import Outlet

OK, INCOMPLETE, WRONG_CALL, NOT_WRITTEN = 0, 1, 2, 3


def mapped(given: Sequence[str]) -> dict[str, str]:
    """``--map text=Volltext,published=Datum`` → what a column means → its name.

    Raises:
        UsageError: a part has no "=".
    """
    found: dict[str, str] = {}
    for item in (part.strip() for text in given for part in text.split(",")):
        what, sign, name = item.partition("=")
        if not (sign and what.strip() and name.strip()):
            raise UsageError(f"--map {item}", "ist keine Angabe der Form FELD=SPALTE",
                             "etwa --map text=Volltext,published=Datum")  # fmt: skip
        found[what.strip()] = name.strip()
    return found


def nothing_read(paths: Iterable[Path]) -> int:
    """The exit code where no article could be read: the call is wrong where it names
    nothing that exists."""
    return NOT_WRITTEN if any(os.path.lexists(path) for path in paths) else WRONG_CALL


# --------------------------------------------------------------------------- fetch
@click.command()
@click.argument("urls", nargs=-1, required=True, metavar="URL…")
@click.option("-o", "--output", "folder", required=True, type=click.Path(path_type=Path),
              help="Ordner für die Seiten; wird angelegt.")  # fmt: skip
@click.option("--limit", default=50, show_default=True, type=click.IntRange(1, 1000),
              help="Höchstens so viele Artikel aus einem Feed.")  # fmt: skip
@click.option("--allow-local", is_flag=True,
              help="Auch Adressen im lokalen und privaten Netz abrufen.")  # fmt: skip
@click.pass_context
def fetch(
    ctx: click.Context, urls: tuple[str, ...], folder: Path, limit: int, allow_local: bool
) -> None:
    """Speichert Seiten und die Artikel eines Feeds als Dateien für „timeline build“.

    robots.txt gilt; abgerufen wird eine Seite je Sekunde und Server.

    Rückgabe: 0 alles gespeichert · 1 einiges fehlt · 3 nichts gespeichert.
    """
    from timeline.ingest.web import Fetching, fetch

    agent = f"timeline/{version('timeline')}"
    how = Fetching(agent, datetime.now(UTC), allow_local, limit)
    with progress(len(urls), "de") as step:
        saved, problems = fetch(urls, folder, how, step)
    tell(problems, "de")
    count = "1 Seite" if len(saved) == 1 else f"{len(saved)} Seiten"
    click.echo(f"{count} gespeichert in {folder}." if saved else "Nichts gespeichert.")
    if not saved:
        ctx.exit(NOT_WRITTEN)
    ctx.exit(INCOMPLETE if any(p.level == "error" for p in problems) else OK)


# --------------------------------------------------------------------------- doctor
@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--timezone", default="Europe/Berlin", show_default=True)
@click.option("--map", "columns", multiple=True, metavar="FELD=SPALTE",
              help="Spalten in CSV und JSON, etwa text=Volltext,published=Datum.")  # fmt: skip
@click.option("--today", metavar="DATUM", help="Gilt als heute, etwa 2024-11-01.")
@click.option("--json", "as_json", is_flag=True, help="Als JSON.")
@click.pass_context
def doctor(
    ctx: click.Context,
    paths: tuple[Path, ...],
    timezone: str,
    columns: tuple[str, ...],
    today: str | None,
    as_json: bool,
) -> None:
    """Prüft die Daten von Artikeln: eine Tabelle mit einer Zeile je Medium."""
    from timeline.ingest import Options, count_files
    from timeline.ingest.doctor import examine

    try:
        day = date.fromisoformat(today) if today else datetime.now(UTC).date()
    except ValueError:
        raise UsageError(f"--today {today}", "ist kein Tag im Kalender",
                         "Jahr-Monat-Tag, etwa 2024-11-01") from None  # fmt: skip
    options = Options(timezone, columns=mapped(columns), now=datetime.now(UTC))
    with progress(count_files(paths), "de") as step:
        outlets, problems = examine(paths, options, day, lambda path: step(path.name))
    if as_json:
        click.echo(json.dumps([_record(o) for o in outlets], ensure_ascii=False, indent=1))
    else:
        for line in table(outlets):
            click.echo(line)
    tell(problems, "de")
    if not outlets:
        ctx.exit(nothing_read(paths))
    ctx.exit(INCOMPLETE if any(p.level == "error" for p in problems) else OK)


_COLUMNS = {
    "Medium": "name", "Artikel": "articles", "ohne Datum": "undated", "aktualisiert": "updated",
    "ohne Zone": "zoneless", "vertauscht": "swapped", "Zukunft": "future", "doppelt": "duplicates",
}  # fmt: skip
_FINDINGS = {
    "updated": "nur das Datum der Aktualisierung oder Druckausgabe",
    "zoneless": "Uhrzeit ohne Zeitzone",
    "swapped": "Tag und Monat vielleicht vertauscht",
    "future": "Datum in der Zukunft",
    "duplicates": "kommt mehrfach vor",
}


def table(outlets: Sequence[Outlet]) -> list[str]:
    """The outlets as lines of text, with what to look at below."""
    if not outlets:
        return ["Keine Artikel gefunden."]
    heading = [*_COLUMNS, "Datum aus", "Kodierung"]
    rows = [heading]
    for outlet in outlets:
        cells = [str(getattr(outlet, name)) for name in _COLUMNS.values()]
        cells[0] = cells[0] or "(unbekannt)"
        rows.append([*cells, _counts(outlet.bases), _counts(outlet.encodings)])
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
            name = outlet.name or "(unbekannt)"
            lines.append(f"{name}: {_FINDINGS[what]}: {', '.join(files)}")
    return lines


def _counts(counter: dict[str, int]) -> str:
    return ", ".join(
        f"{name} {n}" for name, n in sorted(counter.items(), key=lambda i: (-i[1], i[0]))
    )


def _record(outlet: Outlet) -> dict[str, object]:
    return {
        "outlet": outlet.name,
        "articles": outlet.articles,
        "undated": outlet.undated,
        **{what: getattr(outlet, what) for what in _FINDINGS},
        "basis": dict(sorted(outlet.bases.items())),
        "encodings": dict(sorted(outlet.encodings.items())),
        "examples": dict(sorted(outlet.examples.items())),
    }
