"""JSONL, JSON and CSV: many articles in one file, one at a time."""

from __future__ import annotations

import csv
import json
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from timeline.errors import ArticleError
from timeline.ingest.formats import ninjs
from timeline.ingest.formats.fields import columns, from_fields
from timeline.ingest.formats.records import Bad, Record
from timeline.ingest.formats.streams import Stream, lines

#: lines and characters a quoted cell may run over before its quotes count as broken
_CELL_LINES = 2000
_CELL_SIZE = 2_000_000


def read_jsonl(
    stream: Stream, chosen: Mapping[str, str], limit: int, encoding: str
) -> Iterator[Record | Bad]:
    """One JSON object a line; a broken line is told, the others are read."""
    for number, line in lines(stream, limit, encoding):
        if line is None:
            yield Bad(f"länger als {limit / 1e6:.0f} MB", "die Zeile teilen", number)
        elif line.strip():
            try:
                value = json.loads(line, strict=False)
            except (ValueError, RecursionError) as error:
                yield Bad(f"kein gültiges JSON ({_place(error)})", "die Zeile berichtigen", number)
                continue
            yield from _from_json(value, chosen, number, "Zeile")


def read_json(data: str, chosen: Mapping[str, str], what: str) -> Iterator[Record | Bad]:
    """One object, a list of them, or an object with one list of them.

    Raises:
        ArticleError: it is no JSON.
    """
    try:
        value = json.loads(data, strict=False)
    except (ValueError, RecursionError) as error:
        raise ArticleError(
            what, f"ist kein gültiges JSON ({_place(error)})", "die Datei berichtigen"
        ) from None
    if isinstance(value, dict) and value.get("schema") == "timeline/1":
        raise ArticleError(what, "ist eine fertige Zeitleiste, kein Artikel", "die Artikel nennen")
    if isinstance(value, dict):
        lists = [v for v in value.values() if _is_list(v)]
        alone = not ninjs.is_ninjs(value) and not from_fields_fits(value, chosen)
        if alone and len(lists) == 1:
            value = lists[0]
    items = value if isinstance(value, list) else [value]
    for number, item in enumerate(items, 1):
        yield from _from_json(item, chosen, number if isinstance(value, list) else 0, "Eintrag")


def _place(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"Zeile {error.lineno}, Zeichen {error.colno}"
    return "zu tief geschachtelt"


def from_fields_fits(value: Mapping[str, Any], chosen: Mapping[str, str]) -> bool:
    """The object is an article itself."""
    return bool({"text", "html"} & columns([str(k) for k in value], chosen).keys())


def _is_list(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(v, dict) for v in value)


def _from_json(
    value: Any, chosen: Mapping[str, str], number: int, unit: str
) -> Iterator[Record | Bad]:
    if not isinstance(value, dict):
        yield Bad("kein JSON-Objekt", "je Artikel ein Objekt {…} schreiben", number, unit=unit)
    elif ninjs.is_ninjs(value):
        yield ninjs.read_item(value, number, unit)
    else:
        yield (
            from_fields(value, chosen, number, unit)
            if value
            else Bad("das Objekt ist leer", "", number, unit=unit)
        )


# ------------------------------------------------------------------ CSV
def read_csv(
    stream: Stream, chosen: Mapping[str, str], limit: int, encoding: str, what: str
) -> Iterator[Record | Bad]:
    """A table with a heading; a row with broken quotes costs its first line only.

    Raises:
        ArticleError: no column can be the text.
    """
    source = lines(stream, limit, encoding)
    heading: list[str] = []
    mark = ","
    for _, line in source:
        if line and line.strip():
            mark = max(",;\t", key=lambda m: (line.count(m), m == ","))
            heading = _heading(line, mark)
            break
    missing = [name for name in chosen.values() if name not in heading]
    if missing:
        raise ArticleError(
            what, f"hat keine Spalte „{missing[0]}“ (vorhanden: {', '.join(heading[:12])})",
            "bei --map eine der vorhandenen Spalten nennen",
        )  # fmt: skip
    if not {"text", "html"} & columns(heading, chosen).keys():
        raise ArticleError(
            what, f"hat keine Spalte für den Text (vorhanden: {', '.join(heading[:12])})",
            "mit --map text=SPALTE angeben, wo er steht",
        )  # fmt: skip
    for number, row in _rows(source, mark, len(heading)):
        if isinstance(row, Bad):
            yield row
        elif any(cell.strip() for cell in row):
            yield from_fields(dict(zip(heading, row, strict=False)), chosen, number, "Zeile")


def _heading(line: str, mark: str) -> list[str]:
    try:
        cells = next(csv.reader([line.strip()], delimiter=mark))
    except csv.Error:
        cells = line.split(mark)
    return [cell.strip(' "') for cell in cells]


def _rows(
    source: Iterator[tuple[int, str | None]], mark: str, width: int
) -> Iterator[tuple[int, list[str] | Bad]]:
    """Rows with the number of their first line.

    Lines are joined until the quotes are balanced. Where that gives no row of the
    right width, the first line is broken, and reading goes on with the second.
    """
    waiting: deque[tuple[int, str | None]] = deque()

    def pull(i: int) -> bool:
        while len(waiting) <= i:
            item = next(source, None)
            if item is None:
                return False
            waiting.append(item)
        return True

    while pull(0):
        number = waiting[0][0]
        parts: list[str] = []
        size, quotes, why = 0, 0, ""
        while pull(len(parts)) and len(parts) < _CELL_LINES and size < _CELL_SIZE:
            line = waiting[len(parts)][1]
            if line is None:
                why = "die Zeile ist zu lang"
                break
            parts.append(line)
            size, quotes = size + len(line), quotes + line.count('"')
            if quotes % 2 == 0:
                break
        else:
            why = "ein Anführungszeichen wird nie geschlossen"
        row: list[str] = []
        if not why:
            try:
                row = _cells(parts, mark)
            except csv.Error:
                why = "fehlerhafte Anführungszeichen"
            if not why and len(row) > width and any(cell.strip() for cell in row[width:]):
                why = f"{len(row)} Felder statt {width}"
        if why:
            waiting.popleft()
            yield (
                number,
                Bad(why, "Text in Anführungszeichen setzen, solche darin verdoppeln", number),
            )
            continue
        for _ in parts:
            waiting.popleft()
        yield number, row


def _cells(parts: Sequence[str], mark: str) -> list[str]:
    """The cells of a row that stands on these lines, as the stream has split them: a
    vertical tab or U+2028 inside a cell ends no line of a table.

    Raises:
        csv.Error: its quotes are broken.
    """
    with _long_cells():
        return next(csv.reader(parts, delimiter=mark, strict=True), [])


@contextmanager
def _long_cells() -> Iterator[None]:
    """Cells as long as an article. The limit belongs to the whole process, so it is
    given back: who imports this package may rely on another one."""
    before = csv.field_size_limit(10 * _CELL_SIZE)
    try:
        yield
    finally:
        csv.field_size_limit(before)
