"""metadata.csv beside the articles: what is known about each file, read and added to.

People write it by hand and ``timeline fetch`` adds to it. Both ways go through one
reading of the table, so that they agree about its columns.
"""

from __future__ import annotations

import codecs
import csv
import io
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from unicodedata import normalize

from timeline.errors import ArticleError
from timeline.ingest.decode import decode
from timeline.ingest.files import METADATA, Source, read_bytes
from timeline.ingest.formats.fields import separator
from timeline.ingest.front_matter import meaning, meanings
from timeline.messages import Message, say
from timeline.models import Problem


@dataclass(slots=True)
class _Row:
    """A row of the table: its last line, its cells, and how it is written there ("":
    not yet)."""

    number: int
    cells: list[str]
    written: str = ""

    def values(self, heading: list[str]) -> dict[str, str]:
        return meanings(zip(heading, self.cells, strict=False))


@dataclass(slots=True)
class _Table:
    """metadata.csv as it stands: the rows to the heading and those below it."""

    top: list[_Row]
    rows: list[_Row]
    mark: str = ","
    line_end: str = "\n"
    encoding: str = "utf-8"

    @property
    def heading(self) -> list[str]:
        return self.top[-1].cells if self.top else []

    @property
    def columns(self) -> list[str]:
        """What each column means."""
        return [meaning(name) for name in self.heading]


class Tables:
    """The metadata.csv of the folders of a run, each read once."""

    def __init__(self, on_problem: Callable[[Problem], None]) -> None:
        self._on_problem = on_problem
        self._read: dict[Path, dict[str, dict[str, str]]] = {}

    def row(self, source: Source) -> dict[str, str]:
        """What they say of a file; where several name it, the nearest counts."""
        target = os.path.realpath(source.path)
        row: dict[str, str] = {}
        for folder in _folders(source):
            if folder not in self._read:
                self._read[folder], problems = _rows_by_file(folder)
                for problem in problems:
                    self._on_problem(problem)
            row = {**self._read[folder].get(target, {}), **row}
        return row


def _folders(source: Source) -> list[Path]:
    """The folders whose metadata.csv may name the file, the nearest first."""
    folders = [source.path.parent]
    while folders[-1] != source.root and folders[-1] != folders[-1].parent:
        folders.append(folders[-1].parent)
    return folders


def _rows_by_file(folder: Path) -> tuple[dict[str, dict[str, str]], list[Problem]]:
    """The rows of ``folder/metadata.csv``: real path of the article → its values.

    Columns file, published, source, title, url (and the names ``front_matter`` knows), in
    any order, separated by comma, semicolon or tab. No such file: nothing.
    """
    path = folder / METADATA
    if not os.path.lexists(path):
        return {}, []
    what = path.as_posix()
    try:
        table = _load(path)
    except ArticleError as error:
        return {}, [Problem.of("warning", error)]
    if "file" not in table.columns:
        why, remedy = say("sidecar.no-file-column"), say("sidecar.name-columns")
        return {}, [Problem("warning", what, why, remedy)]
    problems: list[Problem] = []
    found: dict[str, dict[str, str]] = {}
    for row in table.rows:
        if not any(cell.strip() for cell in row.cells):
            continue
        values = row.values(table.heading)
        name = _path(values.pop("file", ""))
        if not name:
            problems.append(_mistake(what, row.number, say("sidecar.no-file")))
            continue
        target = _target(folder, name)
        if target is None:
            why = say("sidecar.no-such-file", name=name)
            problems.append(_mistake(what, row.number, why))
            continue
        known = found.setdefault(os.path.realpath(target), {})
        if known:
            why = say("sidecar.twice", name=name)
            problems.append(_mistake(what, row.number, why))
        for key, value in values.items():
            known.setdefault(key, value)
    return found, problems


def _target(folder: Path, name: str) -> Path | None:
    """The file of that name; on macOS its umlauts may be two characters each, where the
    table has one."""
    spellings = (name, normalize("NFC", name), normalize("NFD", name))
    return next((path for path in (folder / s for s in spellings) if path.exists()), None)


def noted(path: Path, pages: Mapping[str, Mapping[str, str]]) -> bytes:
    """The table at ``path`` with these values (file name → meaning → value) noted.

    All else stays as it is written there: rows, columns, their order, the separator.
    A file that has a row keeps it, one that has several the first, which is the one
    that counts.

    Raises:
        ArticleError: what is there cannot be read without losing some of it.
    """
    table = _load(path, whole=True) if _has_content(path) else _Table([_Row(1, [])], [])
    for name in ("file", *dict.fromkeys(name for values in pages.values() for name in values)):
        if name not in table.columns:
            _add_column(table, name)
    columns = table.columns
    rows: dict[str, _Row] = {}
    for row in table.rows:
        rows.setdefault(os.path.normpath(_path(row.values(table.heading).get("file", ""))), row)
    for file, values in sorted(pages.items()):
        new = {} if file in rows else {"file": file}
        if new:
            rows[file] = _Row(0, [])
            table.rows.append(rows[file])
        row = rows[file]
        row.cells += [""] * (len(columns) - len(row.cells))
        for name, value in {**new, **values}.items():
            row.cells[columns.index(name)] = value
        row.written = ""
    return _as_bytes(table)


def _add_column(table: _Table, name: str) -> None:
    """Behind the widest row: no cell may come under a heading it was not written for."""
    widest = max(len(row.cells) for row in (*table.top, *table.rows))
    heading = table.top[-1]
    heading.cells += [""] * (widest - len(heading.cells)) + [name]
    heading.written = ""


def _as_bytes(table: _Table) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=table.mark, lineterminator="\n")
    for row in (*table.top, *table.rows):
        # a quote that is never closed would swallow the rows to come
        if row.written and row.written.count('"') % 2 == 0:
            out.write(row.written.removesuffix("\n") + "\n")
        else:
            writer.writerow(row.cells)
    return out.getvalue().replace("\n", table.line_end).encode(table.encoding)


# ------------------------------------------------------------------ the table as it stands
def _has_content(path: Path) -> bool:
    try:
        return bool(path.read_bytes().strip())
    except FileNotFoundError:
        return False
    except OSError:
        return True  # ``_load`` says why


def _load(path: Path, *, whole: bool = False) -> _Table:
    """``whole``: refuse what could not be written back as it was.

    Raises:
        ArticleError: it is no table, or cannot be read.
    """
    what = path.as_posix()
    data = read_bytes(path)
    # Not cleaned: that makes line breaks of controls, which would end rows.
    decoded = decode(data, what, cleaned=False)
    if whole and decoded.damaged:
        raise ArticleError(what, say("sidecar.damaged"), say("sidecar.save-as-utf-8"))
    mark = separator(decoded.text.lstrip("\n").split("\n", 1)[0])
    try:
        rows = list(_rows(decoded.text, mark))
    except csv.Error as error:
        raise ArticleError(
            what, say("path.unreadable", reason=error), say("sidecar.check")
        ) from None
    first = next(
        (i for i, row in enumerate(rows, 1) if any(cell.strip() for cell in row.cells)), len(rows)
    )
    # Spreadsheets take UTF-8 for Windows-1252 where no mark stands in front.
    marked = data.startswith(codecs.BOM_UTF8) or decoded.encoding != "utf-8"
    return _Table(
        rows[:first],
        rows[first:],
        mark,
        "\r\n" if b"\r\n" in data else "\n",
        "utf-8-sig" if marked else "utf-8",
    )


def _rows(text: str, mark: str) -> Iterator[_Row]:
    taken: list[str] = []

    def lines() -> Iterator[str]:
        for line in io.StringIO(text):
            taken.append(line)
            yield line

    table = csv.reader(lines(), delimiter=mark)
    for cells in table:
        yield _Row(table.line_num, cells, "".join(taken))
        taken.clear()


def _path(name: str) -> str:
    return name.replace("\\", "/")


def _mistake(what: str, number: int, why: Message) -> Problem:
    return Problem(
        "warning", what, say("sidecar.row", number=number, said=why), say("sidecar.mend")
    )
