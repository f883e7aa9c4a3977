"""WARC archives: the pages a crawler or an archive stored, one at a time."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, cast
from zoneinfo import ZoneInfo

from timeline.errors import ArticleError
from timeline.ingest.files import SIZE_LIMIT
from timeline.ingest.formats.page import decode_page, read_page
from timeline.ingest.formats.records import ENTRY, Bad, Record
from timeline.ingest.formats.streams import Stream
from timeline.ingest.published import Stated
from timeline.messages import NOTHING, Message, say

_PAGES = ("text/html", "application/xhtml+xml")


def read_warc(
    stream: Stream, what: str, zone: ZoneInfo, *, left_out: bool
) -> Iterator[Record | Bad]:
    """The pages of an archive; pictures, error pages and the like are counted."""
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError:
        raise ArticleError(what, say("warc.no-fastwarc"), say("install.archives")) from None
    kinds = WarcRecordType.response | WarcRecordType.resource
    tail = _Tail(stream)
    skipped: Counter[str] = Counter()
    number = 0
    damage = NOTHING
    archive = ArchiveIterator(
        cast(Any, tail), record_types=kinds, parse_http=True, auto_decode="all"
    )
    while True:
        try:
            entry = next(archive, None)
        except BaseException as error:
            _raise_unless_parser(error)
            damage = say("warc.unreadable", number=number + 1)
            break
        if entry is None:
            break
        number += 1
        if why_not := _no_page(entry):
            skipped[why_not] += 1
            continue
        try:
            data = entry.reader.read(SIZE_LIMIT + 1)
        except BaseException as error:
            _raise_unless_parser(error)
            damage = say("warc.unreadable", number=number)
            break
        if len(data) > SIZE_LIMIT:
            yield Bad(say("warc.too-large", limit=SIZE_LIMIT / 1e6), number=number, unit=ENTRY)
            continue
        if len(data) < entry.content_length and not _encoded(entry):
            damage = say("warc.cut-off", number=number)
            break
        try:
            yield from _page(data, entry, number, what, zone, left_out)
        except ArticleError:
            skipped["no text"] += 1
    if not damage and not stream.damage and not tail.complete:
        damage = say("warc.cut-off-somewhere")
    if damage:
        yield Bad(say("file.read-so-far", damage=damage), say("warc.copy-again"))
    if skipped:
        yield Bad(_left_aside(skipped, number), error=False)


def _no_page(entry: Any) -> str:
    """The count an entry goes to that holds no page; "" for a page."""
    kind = (entry.http_content_type or entry.headers.get("Content-Type") or "").casefold()
    if not kind.startswith(_PAGES):
        return "others"
    status = entry.http_headers.status_code if entry.http_headers else None
    return "" if status is None or 200 <= status < 300 else "errors"


def _left_aside(skipped: Counter[str], number: int) -> Message:
    """How many entries are no articles, by kind."""
    counts = (
        say("warc.others", count=skipped["others"]),
        say("warc.errors", count=skipped["errors"]),
        say("warc.no-text", count=skipped["no text"]),
    )
    told = tuple(words for words in counts if words.values["count"])
    return say("warc.skipped", total=skipped.total(), number=number, counts=told)


def _raise_unless_parser(error: BaseException) -> None:
    """fastwarc reports broken archives by exceptions of several kinds, one of them a
    panic of its compiled part that is no ``Exception``."""
    if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
        raise error


def _encoded(entry: Any) -> bool:
    """The length of the record is not that of the page."""
    names = {name.casefold() for name in dict(entry.http_headers or {})}
    return bool(names & {"content-encoding", "transfer-encoding"})


def _page(
    data: bytes, entry: Any, number: int, what: str, zone: ZoneInfo, left_out: bool
) -> Iterator[Record | Bad]:
    decoded = decode_page(data, entry.http_charset or "")
    url = (entry.headers.get("WARC-Target-URI") or "").strip("<>")
    seen = entry.record_date.isoformat() if entry.record_date else ""
    for found in read_page(decoded.text, what, zone, url, number=number, left_out=left_out):
        if isinstance(found, Record):
            stored = Stated("WARC-Date", "metadata", seen=seen)
            found = replace(found, stated=(*found.stated, stored), encoding=decoded.encoding)
        yield found


class _Tail(io.RawIOBase):
    """The archive's bytes, remembering the last ones: a whole archive ends in a blank line."""

    def __init__(self, stream: Stream) -> None:
        self._stream = stream
        self._last = b""
        self._at = 0

    def readable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def readinto(self, buffer: Any) -> int:
        data = self._stream.data.read1(len(buffer))
        buffer[: len(data)] = data
        self._at += len(data)
        self._last = (self._last + data)[-4:]
        return len(data)

    @property
    def complete(self) -> bool:
        return self._last.endswith((b"\r\n\r\n", b"\n\n"))
