"""A file → its records: unpacked, told apart by content, read one at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
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
from timeline.ingest.front_matter import read_front_matter
from timeline.ingest.options import Options
from timeline.ingest.published import Stated
from timeline.messages import say
from timeline.models import Furniture


def open_records(source: Source, options: Options, zone: ZoneInfo) -> Iterator[Record | Bad]:
    """The records of a file and what was wrong with it, as it is read. ``zone``: of stamps
    that name none.

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
        yield from _records(stream, source, what, options, zone)
    except (OSError, EOFError) as error:
        raise ArticleError(
            what, say("file.cut-off", error=error), say("file.copy-again")
        ) from error
    finally:
        damage = stream.damage
        stream.close()
    if damage:
        yield Bad(say("file.read-so-far", damage=damage), say("file.copy-again"))


def _records(
    stream: Stream, source: Source, what: str, options: Options, zone: ZoneInfo
) -> Iterator[Record | Bad]:
    start = stream.peek()
    kind = sniff(start, stream.name)
    encoding = wide_encoding(start)
    match kind:
        case "warc":
            yield from read_warc(stream, what, zone, left_out=options.left_out)
        case "jsonl":
            yield from read_jsonl(stream, options.columns, encoding)
        case "csv":
            yield from read_csv(stream, options.columns, encoding, what)
        case _:
            data = _whole(stream, source, what)
            if kind == "feed":
                yield from read_feed(data, what)
            elif kind == "json":
                decoded = decode(data, what)
                yield from _damaged(decoded)
                yield from read_json(decoded.text, options.columns, what)
            elif kind == "html":
                yield from _page(mended(decode_page(data)), what, zone, left_out=options.left_out)
            else:
                yield from _text(decode(data, what), source.file)


def _whole(stream: Stream, source: Source, what: str) -> bytes:
    if not stream.packed:
        check_file(source.path, SIZE_LIMIT)
    data = stream.read(what)
    if not data:
        why = stream.damage or say("file.empty")
        raise ArticleError(what, why, say("file.insert-text"))
    return data


def _page(decoded: Decoded, what: str, zone: ZoneInfo, *, left_out: bool) -> Iterator[Record | Bad]:
    if not decoded.text.strip():
        raise ArticleError(what, say("file.no-text"), say("page.save-again"))
    yield from _damaged(decoded)
    for found in read_page(decoded.text, what, zone, left_out=left_out):
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
