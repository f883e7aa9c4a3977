"""``timeline fetch``: pages, and the articles of feeds, as files beside a metadata.csv."""

from __future__ import annotations

import os
import re
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import unquote, urlsplit

from timeline.errors import ArticleError, ExportError
from timeline.ingest.decode import decode
from timeline.ingest.files import METADATA
from timeline.ingest.formats.feeds import links
from timeline.ingest.formats.page import decode_page, names_charset
from timeline.ingest.formats.sniff import sniff
from timeline.ingest.identity import host, short_hash, slug
from timeline.ingest.sidecar import noted
from timeline.ingest.web.client import Answer, Client, FetchError, Limits, split
from timeline.ingest.web.robots import Robots
from timeline.messages import say
from timeline.models import Problem

_KEPT = frozenset({"html", "text"})


@dataclass(frozen=True, slots=True)
class Fetching:
    """How to fetch. ``most``: articles taken from one feed. ``now``: the clock, for the
    column "seen". ``agent`` names the program to the servers."""

    agent: str
    now: datetime
    allow_local: bool = False
    most: int = 50
    limits: Limits = field(default_factory=Limits)
    sleep: Callable[[float], None] = time.sleep


def fetch(
    urls: Sequence[str],
    folder: Path,
    how: Fetching,
    on_url: Callable[[str], None] | None = None,
) -> tuple[list[Path], list[Problem]]:
    """Save pages and the articles of feeds into ``folder``.

    Each becomes a file that ``read_articles`` reads; a row of ``metadata.csv`` keeps
    its address and when it was seen. What is fetched again replaces what was there.

    Raises:
        ExportError: the folder cannot be written.
    """
    client = Client(how.agent, how.limits, how.allow_local, how.sleep)
    robots = Robots(client)
    saved: dict[Path, str] = {}
    problems: list[Problem] = []
    last = ""
    queue = [(url.strip(), True) for url in urls]
    done: set[str] = set()
    try:
        while queue:
            url, may_be_feed = queue.pop(0)
            if url in done:
                continue
            done.add(url)
            if on_url is not None:
                on_url(url)
            try:
                site, *_ = split(url, url)
                robots.permit(url)
                if site == last:
                    how.sleep(robots.delay(url))
                last = site
                answer = client.get(url, robots.permit)
                name, data, articles = _take(answer, url, may_be_feed)
            except ArticleError as error:
                problems.append(Problem.of("error", error))
                continue
            if articles is not None:
                queue = [(link, False) for link in articles[: how.most]] + queue
                if len(articles) > how.most:
                    why = say("fetch.feed-limit", count=len(articles) - how.most)
                    problems.append(Problem("warning", url, why, say("fetch.raise-limit")))
                continue
            path = folder / name
            _write(path, data)
            saved[path] = answer.url
    finally:  # also where a page cannot be written, or the user has had enough
        if saved:
            seen = how.now.astimezone(UTC).isoformat(timespec="seconds")
            rows = {path.name: {"url": url, "seen": seen} for path, url in saved.items()}
            problems += _note(folder, rows)
    return list(saved), problems


def _take(answer: Answer, asked: str, may_be_feed: bool) -> tuple[str, bytes, list[str] | None]:
    """The file's name and bytes, or the addresses in a feed."""
    if not 200 <= answer.status < 300:
        gone = answer.status == 404
        remedy = say("fetch.check-address") if gone else say("fetch.in-browser")
        raise FetchError(asked, say("fetch.status", status=answer.status), remedy)
    kind = sniff(answer.body[:65_536], urlsplit(answer.url).path)
    if kind == "feed" and may_be_feed:
        found = links(answer.body, asked)
        if not found:
            raise FetchError(asked, say("fetch.empty-feed"), say("fetch.check-address"))
        return "", b"", found
    if kind not in _KEPT or (not answer.content_type.startswith("text/") and kind != "html"):
        why = say("fetch.no-article", kind=answer.content_type)
        raise FetchError(asked, why, say("fetch.name-page"))
    data = answer.body
    if kind == "text":
        decode(data, asked)  # tells what is no text
    elif answer.charset and not names_charset(data):
        # Only the server knew the encoding; the file has to know it by itself.
        data = decode_page(data, answer.charset).text.encode("utf-8-sig")
    return _name(answer.url, ".html" if kind == "html" else ".txt"), data, None


def _name(url: str, suffix: str) -> str:
    """A file name that says where a page is from, the same for the same address."""
    parts = urlsplit(url)
    steps = [slug(re.sub(r"\.\w{2,5}$", "", unquote(step))) for step in parts.path.split("/")]
    longest = max(steps, key=len, default="")[:60].strip("-")
    return "-".join(filter(None, (slug(host(url)), longest, short_hash(url)))) + suffix


def _write(path: Path, data: bytes) -> None:
    """The whole file or none of it."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".fetch-")
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(data)
            Path(name).chmod(0o644)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise ExportError(
            path.as_posix(),
            say("write.impossible", reason=error.strerror),
            say("write.name-another-folder"),
        ) from error


def _note(folder: Path, rows: dict[str, dict[str, str]]) -> list[Problem]:
    """Add rows to metadata.csv; what people wrote there stays."""
    path = folder / METADATA
    try:
        _write(path, noted(path, rows))
    except ArticleError as error:
        return [Problem("error", error.what, say("fetch.not-noted", said=error.why), error.remedy)]
    return []
