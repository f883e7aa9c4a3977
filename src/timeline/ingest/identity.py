"""Ids and names of articles."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

from timeline.ingest.drafts import Draft
from timeline.messages import say
from timeline.models import Article, Problem

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "o"})


def slug(name: str) -> str:
    """The name in lower-case ASCII letters, digits and hyphens: "Größe 2" → "groesse-2"."""
    folded = unicodedata.normalize("NFC", name).casefold().translate(_UMLAUTS)
    ascii_only = unicodedata.normalize("NFKD", folded).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")[:120]


def short_hash(text: str) -> str:
    """Eight hexadecimal digits, the same in every run."""
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def fallback_id(file: str) -> str:
    """The id of a file whose name has no letter or digit that an id may hold."""
    return f"article-{short_hash(file)}"


def host(url: str) -> str:
    """The host name without "www."; "" for what is no address."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def record_id(stem: str, number: int, asked: str, url: str) -> str:
    """The id of one article among many in a file: its own, by its address, by its place."""
    if asked and (own := slug(asked)):
        return f"{stem}-{own}" if stem else own
    mark = short_hash(url) if url else str(number)
    return f"{stem or 'article'}-{mark}"


def unique_ids(drafts: Sequence[Draft]) -> tuple[list[Article], list[Problem]]:
    """Every article under an id of its own.

    Ids that were asked for come first; an article that comes too late is told so.
    """
    owner: dict[str, Article] = {}
    renamed: dict[int, str] = {}
    problems: list[Problem] = []
    for asking in (True, False):
        for place, draft in enumerate(drafts):
            if bool(draft.asked) != asking:
                continue
            article, name = draft.article, draft.asked or draft.article.id
            if name in owner:
                taken = name
                path = slug(Path(article.file).with_suffix("").as_posix()) or article.id
                name = path if path not in owner else f"{taken}-{short_hash(article.file)}"
                why = say("id.taken", taken=taken, file=owner[taken].file, name=name)
                problems.append(Problem("warning", article.file, why, say("id.give")))
            owner[name] = article
            renamed[place] = name
    return [replace(d.article, id=renamed[i]) for i, d in enumerate(drafts)], problems
