"""Why a date came out as it did: rule, anchor, interval, other readings."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from timeline.errors import UsageError
from timeline.export.page_view import page_words
from timeline.export.text import clean_text
from timeline.export.wording import interval_words, quoted
from timeline.ingest import Options, iter_articles
from timeline.ingest.decode import clean, decode
from timeline.ingest.locales import locale_name
from timeline.messages import Message, in_language, say
from timeline.models import Article, Problem, TimeExpression
from timeline.temporal import find_expressions
from timeline.temporal.timeml import record_of

#: what stands for the file of a text that has none
_NO_FILE = "-"
#: one word with a file's ending: nobody means it as a text
_FILE_NAME = re.compile(r"[^\s]+\.(?:txt|md|html?|jsonl?|csv|xml|rss|warc|gz|zip)", re.IGNORECASE)


def as_articles(
    text: str,
    published: date | None,
    locale: str | None,
    timezone: str,
    on_problem: Callable[[Problem], None],
) -> Iterator[Article]:
    """A text, standard input ("-") or the articles of a file or folder, one at a time.

    ``on_problem`` is told what of a file could not be read.

    Raises:
        UsageError: there is no such file, time zone or locale, or one publication date
            is given for a folder.
        ArticleError: standard input is empty or no text.
    """
    options = Options(timezone=timezone, locale=locale)
    options.check()
    if is_folder(text) and published:
        raise UsageError(f"--published {published}", say("given.folder"), say("given.one-file"))
    if text != "-" and (_is_file(text) or is_folder(text)):
        given = {text: published.isoformat()} if published else {}
        yield from iter_articles([Path(text)], replace(options, published=given), on_problem)
        return
    if _FILE_NAME.fullmatch(text):
        raise UsageError(text, say("path.missing"), say("call.text-or-path"))
    if text == "-":
        text = decode(sys.stdin.buffer.read(), say("stdin")).text
    text = clean(text)  # an argument may hold bytes that are no UTF-8
    yield Article(
        id="text",
        file=_NO_FILE,
        text=text,
        published=published,
        locale=locale_name(locale or "") or "de-DE",
        published_basis="user" if published else "none",
        published_confidence=1.0 if published else 0.0,
    )


def _is_file(text: str) -> bool:
    try:
        return Path(text).is_file()
    except (OSError, ValueError):  # a sentence can be too long for a path, or hold a NUL
        return False


def is_folder(text: str) -> bool:
    """The text names a folder: its articles are meant, as ``build`` reads them."""
    try:
        return bool(text) and Path(text).is_dir()  # Path("") is the current folder
    except (OSError, ValueError):
        return False


def explain(article: Article, timezone: str, language: str) -> list[dict[str, Any]]:
    """One record per expression, in order of the text; keys and words as in the JSON export."""
    found = find_expressions(article, timezone)
    return [{"file": article.file, **_record(e, language)} for e in found]


def _record(e: TimeExpression, language: str) -> dict[str, Any]:
    return {
        "text": e.text,
        "start_char": e.start_char,
        "end_char": e.end_char,
        "rule": e.rule,
        "start": e.start.isoformat() if e.start else None,
        "end": e.end.isoformat() if e.end else None,
        "granularity": e.granularity,
        "mod": e.mod,
        "edtf": e.edtf,
        "basis": e.basis,
        "anchor": e.anchor,
        "reason": in_language(e.reason, language),
        "event": e.event_like,
        "confidence": e.confidence,
        "alternatives": [
            {
                "start": r.start.isoformat() if r.start else None,
                "end": r.end.isoformat() if r.end else None,
                "why": in_language(r.why, language),
                "words": {
                    code: interval_words(r.start, r.end, language=code) if r.start else ""
                    for code in ("de", "en")
                },
            }
            for r in e.alternatives
        ],
        "timexes": [record_of(t) for t in e.timexes],
        "words": _in_words(e),
    }


def _in_words(e: TimeExpression) -> dict[str, str]:
    return {
        language: interval_words(e.start, e.end, e.granularity, e.mod, e.edtf, language=language)
        if e.resolved
        else ""
        for language in ("de", "en")
    }


def in_words(article: Article, found: list[dict[str, Any]], language: str, *, named: bool) -> str:
    """The records as a reader wants them: one block per expression.

    ``named``: say which article it is, as for every article of a file of many.
    """
    several = named or "#" in article.file
    if article.day is None:
        told = say("explain.undated") if several else say("explain.undated-text")
    else:
        basis = page_words(language)[f"basis_{article.published_basis}"]
        told = say("explain.published", day=_day(article.day, language), basis=basis)
    head = told.in_language(language)
    if several:
        head = ": ".join(filter(None, (article.file, clean_text(article.title, 200)))) + f"\n{head}"
    blocks = [head, *("\n  ".join(_lines(r, language)) for r in found)]
    return "\n\n".join(blocks if found else [*blocks, say("explain.none").in_language(language)])


def _lines(r: dict[str, Any], language: str) -> list[str]:
    """What is said of one expression, a line each."""
    return [in_language(line, language) for line in _told(r, language)]


def _told(r: dict[str, Any], language: str) -> Iterator[Message]:
    text = quoted(r["text"], language)
    yield say("explain.text", text=text, start=r["start_char"], end=r["end_char"])
    if r["reason"]:
        yield say("explain.unresolved", reason=r["reason"])
    elif not r["words"][language] or not r["event"]:
        yield say("explain.no-date")
    if r["words"][language]:
        shown = r["words"][language]
        if r["start"] != r["end"]:
            first, last = (r[side] or say("explain.open") for side in ("start", "end"))
            yield say("explain.interval", day=shown, first=first, last=last)
        else:
            yield say("explain.date", day=shown)
    # rules are named in the language they read; in another the name is marked as one
    yield say("explain.rule", rule=r["rule"] if language == "de" else quoted(r["rule"], language))
    if r["anchor"]:
        yield say("explain.anchor", anchor=_anchor(r["anchor"], language))
    for other in r["alternatives"]:
        shown = f"{other['words'][language]}: " if other["start"] else ""
        yield say("explain.else", reading=f"{shown}{other['why']}")
    if r["words"][language] or r["confidence"] < 1:  # „100 %“ beside no date would mislead
        yield say("explain.sure", percent=round(100 * r["confidence"]))
    tags = "; ".join(
        f"{t['type']} {t['value']} {quoted(t['text'], language)}" for t in r["timexes"]
    )
    yield say("explain.tags", tags=tags + (f"   EDTF: {r['edtf']}" if r["edtf"] else ""))


def _anchor(anchor: str, language: str) -> Message:
    """What a date was counted from: a day as words, or the words of the text."""
    try:
        return say("explain.from-day", day=_day(date.fromisoformat(anchor), language))
    except ValueError:
        return say("explain.from-words", quote=quoted(anchor, language))


def _day(day: date, language: str) -> str:
    return interval_words(day, day, "day", language=language)
