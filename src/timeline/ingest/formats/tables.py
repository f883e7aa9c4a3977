"""JSONL, JSON and CSV: many articles in one file, one at a time."""

from __future__ import annotations

import csv
import json
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from timeline.errors import ArticleError
from timeline.ingest.files import SIZE_LIMIT
from timeline.ingest.formats import ninjs
from timeline.ingest.formats.fields import columns, from_fields, separator
from timeline.ingest.formats.records import ENTRY, LINE, Bad, Record
from timeline.ingest.formats.streams import Stream, lines
from timeline.messages import NOTHING, Message, say

#: lines and characters a quoted cell may run over before its quotes count as broken
_CELL_LINES = 2000
_CELL_SIZE = 2_000_000


def read_jsonl(stream: Stream, chosen: Mapping[str, str], encoding: str) -> Iterator[Record | Bad]:
    """One JSON object a line; a broken line is told, the others are read."""
    for number, line in lines(stream, encoding):
        if line is None:
            why = say("json.too-long", limit=SIZE_LIMIT / 1e6)
            yield Bad(why, say("json.split-line"), number)
        elif line.strip():
            try:
                value = json.loads(line, strict=False)
            except (ValueError, RecursionError) as error:
                why = say("json.broken-line", place=_place(error))
                yield Bad(why, say("json.mend-line"), number)
                continue
            yield from _from_json(value, chosen, number, LINE)


def read_json(data: str, chosen: Mapping[str, str], what: str) -> Iterator[Record | Bad]:
    """One object, a list of them, or an object with one list of them.

    Raises:
        ArticleError: it is no JSON.
    """
    try:
        value = json.loads(data, strict=False)
    except (ValueError, RecursionError) as error:
        why = say("json.broken", place=_place(error))
        raise ArticleError(what, why, say("json.mend")) from None
    if isinstance(value, dict) and value.get("schema") == "timeline/1":
        raise ArticleError(what, say("json.timeline"), say("json.name-articles"))
    if isinstance(value, dict):
        lists = [v for v in value.values() if _is_list(v)]
        alone = not ninjs.is_ninjs(value) and not _is_article(value, chosen)
        if alone and len(lists) == 1:
            value = lists[0]
    items = value if isinstance(value, list) else [value]
    for number, item in enumerate(items, 1):
        yield from _from_json(item, chosen, number if isinstance(value, list) else 0, ENTRY)


def _place(error: Exception) -> Message:
    if isinstance(error, json.JSONDecodeError):
        return say("json.place", line=error.lineno, column=error.colno)
    return say("json.too-deep")


def _is_article(value: Mapping[str, Any], chosen: Mapping[str, str]) -> bool:
    return bool({"text", "html"} & columns([str(k) for k in value], chosen).keys())


def _is_list(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(v, dict) for v in value)


def _from_json(
    value: Any, chosen: Mapping[str, str], number: int, unit: Message
) -> Iterator[Record | Bad]:
    if not isinstance(value, dict):
        yield Bad(say("json.no-object"), say("json.write-objects"), number, unit=unit)
    elif ninjs.is_ninjs(value):
        yield ninjs.read_item(value, number, unit)
    else:
        yield (
            from_fields(value, chosen, number, unit)
            if value
            else Bad(say("json.empty-object"), number=number, unit=unit)
        )


# ------------------------------------------------------------------ CSV
def read_csv(
    stream: Stream, chosen: Mapping[str, str], encoding: str, what: str
) -> Iterator[Record | Bad]:
    """A table with a heading; a row with broken quotes costs its first line only.

    Raises:
        ArticleError: no column can be the text.
    """
    source = lines(stream, encoding)
    heading: list[str] = []
    mark = ","
    for _, line in source:
        if line and line.strip():
            mark = separator(line)
            heading = _heading(line.strip(" \n"), mark)  # an empty first cell stays one
            break
    missing = [name for name in chosen.values() if name not in heading]
    if missing:
        why = say("table.no-column", name=missing[0], columns=", ".join(heading[:12]))
        raise ArticleError(what, why, say("table.name-existing"))
    if not {"text", "html"} & columns(heading, chosen).keys():
        why = say("table.no-text-column", columns=", ".join(heading[:12]))
        raise ArticleError(what, why, say("table.map-text"))
    for number, row in _rows(source, mark, len(heading)):
        if isinstance(row, Bad):
            yield row
        elif any(cell.strip() for cell in row):
            yield from_fields(dict(zip(heading, row, strict=False)), chosen, number, LINE)


def _heading(line: str, mark: str) -> list[str]:
    try:
        cells = next(csv.reader([line], delimiter=mark))
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
        size, quotes, why = 0, 0, NOTHING
        while pull(len(parts)) and len(parts) < _CELL_LINES and size < _CELL_SIZE:
            line = waiting[len(parts)][1]
            if line is None:
                why = say("table.line-too-long")
                break
            parts.append(line)
            size, quotes = size + len(line), quotes + line.count('"')
            if quotes % 2 == 0:
                break
        else:
            why = say("table.quote-open")
        row: list[str] = []
        if not why:
            try:
                row = _cells(parts, mark)
            except csv.Error:
                why = say("table.quotes-broken")
            if not why and len(row) > width and any(cell.strip() for cell in row[width:]):
                why = say("table.width", found=len(row), expected=width)
        if why:
            waiting.popleft()
            yield number, Bad(why, say("table.quote"), number)
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
