"""A file → its records: unpacked, told apart by content, read one at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from timeline.errors import ArticleError
from timeline.ingest.decode import Decoded, decode, mended, wide_encoding
from timeline.ingest.files import SIZE_LIMIT, Source, check_file, unreachable
from timeline.ingest.formats.feeds import read_feed
from timeline.ingest.formats.page import decode_page, read_page
from timeline.ingest.formats.records import Bad, Record
from timeline.ingest.formats.sniff import sniff
from timeline.ingest.formats.streams import Stream, open_stream
from timeline.ingest.formats.tables import read_csv, read_json, read_jsonl
from timeline.ingest.formats.warc import read_warc
from timeline.ingest.metadata import read_front_matter
from timeline.ingest.published import Stated
from timeline.messages import say
from timeline.models import Furniture


@dataclass(frozen=True, slots=True)
class Reading:
    """How to read: ``columns`` as the user mapped them, the ``zone`` of stamps that name
    none, ``limit`` in bytes of one article."""

    columns: Mapping[str, str]
    zone: ZoneInfo
    left_out: bool = False
    limit: int = SIZE_LIMIT


def open_records(source: Source, reading: Reading) -> Iterator[Record | Bad]:
    """The records of a file and what was wrong with it, as it is read.

    Memory holds one article at a time (feeds and JSON arrays: the file, up to the
    limit). A packed file that is cut off gives what stands before.

    Raises:
        ArticleError: the file, or what is left of it, cannot be read.
    """
    what = source.path.as_posix()
    check_file(source.path)
    try:
        stream = open_stream(source.path)
    except (OSError, ValueError) as error:
        raise unreachable(source.path, error) from error
    try:
        yield from _records(stream, source, what, reading)
    except (OSError, EOFError) as error:
        raise ArticleError(
            what, say("file.cut-off", error=error), say("file.copy-again")
        ) from error
    finally:
        damage = stream.damage
        stream.close()
    if damage:
        yield Bad(say("file.read-so-far", damage=damage), say("file.copy-again"))


def _records(stream: Stream, source: Source, what: str, reading: Reading) -> Iterator[Record | Bad]:
    start = stream.peek()
    kind = sniff(start, stream.name)
    encoding = wide_encoding(start)
    match kind:
        case "warc":
            yield from read_warc(
                stream, what, reading.zone, reading.limit, left_out=reading.left_out
            )
        case "jsonl":
            yield from read_jsonl(stream, reading.columns, reading.limit, encoding)
        case "csv":
            yield from read_csv(stream, reading.columns, reading.limit, encoding, what)
        case _:
            data = _whole(stream, source, what, reading.limit)
            if kind == "feed":
                yield from read_feed(data, what)
            elif kind == "json":
                decoded = decode(data, what)
                yield from _damaged(decoded)
                yield from read_json(decoded.text, reading.columns, what)
            elif kind == "html":
                yield from _page(mended(decode_page(data)), what, reading)
            else:
                yield from _text(decode(data, what), source.file)


def _whole(stream: Stream, source: Source, what: str, limit: int) -> bytes:
    if not stream.packed:
        check_file(source.path, limit)
    data = stream.read(what, limit)
    if not data:
        why = stream.damage or say("file.empty")
        raise ArticleError(what, why, say("file.insert-text"))
    return data


def _page(decoded: Decoded, what: str, reading: Reading) -> Iterator[Record | Bad]:
    if not decoded.text.strip():
        raise ArticleError(what, say("file.no-text"), say("page.save-again"))
    yield from _damaged(decoded)
    for found in read_page(decoded.text, what, reading.zone, left_out=reading.left_out):
        yield replace(found, encoding=decoded.encoding) if isinstance(found, Record) else found


def _text(decoded: Decoded, what: str) -> Iterator[Record | Bad]:
    yield from _damaged(decoded)
    front, problems = read_front_matter(decoded.text, what)
    yield from (Bad(p.why, p.remedy, error=False) for p in problems)
    if front.end and not decoded.text[front.end :].strip():
        raise ArticleError(what, say("front.no-text"), say("file.insert-text"))
    values = front.values
    yield Record(
        text=decoded.text,
        values=values,
        stated=(Stated.named("Front Matter", values),),
        front=Furniture(front.start, front.end, "front matter") if front.end else None,
        extracted=False,
        composed=decoded.composed or decoded.mended,
        encoding=decoded.encoding,
    )


def _damaged(decoded: Decoded) -> Iterator[Bad]:
    if decoded.mended:
        yield Bad(say("bytes.mended"), say("bytes.save-as-utf-8"), error=False)
    if decoded.damaged:
        yield Bad(
            say("bytes.damaged", count=decoded.damaged), say("bytes.save-as-utf-8"), error=False
        )
