"""Small articles for the tests, and the bytes of files made of them."""

from __future__ import annotations

import gzip
import json
from collections.abc import Sequence
from pathlib import Path

from timeline.ingest import Options, iter_articles
from timeline.models import Article, Problem

PARAGRAPHS = (
    "Der Gemeinderat von Birkenau hat am Montag den Bau der neuen Turnhalle beschlossen, "
    "sagte Bürgermeisterin Ute Kern.",
    "Die alte Halle war am 4. Februar 2023 nach einem Wasserschaden gesperrt worden.",
)
TEXT = "\n\n".join(PARAGRAPHS)


def read(*paths: Path, options: Options | None = None) -> tuple[list[Article], list[Problem]]:
    """Read without comparing articles."""
    problems: list[Problem] = []
    return list(iter_articles(paths, options or Options(), problems.append)), problems


def put(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def jsonl(*objects: object) -> str:
    return "".join(json.dumps(item, ensure_ascii=False) + "\n" for item in objects)


def page(title: str, text: str = TEXT, published: str = "2024-03-12T06:00:00+01:00") -> str:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in text.split("\n\n"))
    return (
        f"<!DOCTYPE html><html lang='de'><head><meta charset='utf-8'><title>{title}</title>"
        f"<meta property='article:published_time' content='{published}'></head>"
        f"<body><article><h1>{title}</h1>{body}</article></body></html>"
    )


def warc_record(
    url: str,
    body: bytes,
    *,
    status: str = "200 OK",
    content_type: str = "text/html; charset=utf-8",
    date: str = "2024-03-20T12:00:00Z",
) -> bytes:
    http = f"HTTP/1.1 {status}\r\nContent-Type: {content_type}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: {date}\r\n"
        f"WARC-Record-ID: <urn:uuid:{abs(hash_of(url)):032x}>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def hash_of(text: str) -> int:
    """A number that is the same in every run."""
    return int.from_bytes(text.encode()[-15:])


def warc_gz(records: Sequence[bytes]) -> bytes:
    """One gzip member a record, as archives are packed."""
    return b"".join(gzip.compress(record, mtime=0) for record in records)
