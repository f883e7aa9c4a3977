"""Files → articles: the steps of this room in their order."""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from timeline.errors import ArticleError, UsageError
from timeline.ingest.decode import decode
from timeline.ingest.files import Source, discover, read_bytes
from timeline.ingest.furniture import lay_out
from timeline.ingest.head import read_agency, read_source, read_title, read_url
from timeline.ingest.locales import LOCALES, guess_locale, locale_name
from timeline.ingest.metadata import read_front_matter, read_metadata
from timeline.ingest.published import Stated, find_publication
from timeline.models import Article, Furniture, Problem


@dataclass(frozen=True, slots=True)
class Options:
    """How to read articles.

    ``timezone``: IANA name; times without an offset are local there, and days are
    taken there. ``locale``: de-DE, de-AT or de-CH; None decides per article.
    ``published``: file name or path → date, as the user gave it. ``infer``: whether
    a date may be inferred from the opening sentence (low confidence, marked).
    """

    timezone: str = "Europe/Berlin"
    locale: str | None = None
    published: Mapping[str, str] = field(default_factory=dict)
    infer: bool = True


def count_files(paths: Sequence[Path]) -> int:
    """How many files ``read_articles`` will try to read; for a progress bar."""
    return len(discover(paths)[0])


def read_articles(
    paths: Sequence[Path], options: Options, on_file: Callable[[Path], None] | None = None
) -> tuple[list[Article], list[Problem]]:
    """Read article files and folders.

    ``on_file`` is called with each file before it is read. Whatever cannot be
    read becomes a ``Problem``; the other articles are still returned, in the order
    of the paths given, folders sorted by file name.

    Raises:
        UsageError: the time zone or the locale of ``options`` does not exist.
    """
    zone = _zone(options.timezone)
    if options.locale is not None and locale_name(options.locale) is None:
        raise UsageError(options.locale, "ist keine bekannte Locale", "eine von " + LOCALES)
    sources, problems = discover(paths)
    given, more = _match_given(options.published, sources)
    problems += more
    tables: dict[Path, dict[str, dict[str, str]]] = {}
    drafts: list[tuple[Article, str]] = []
    for source in sources:
        for folder in _folders(source):
            if folder not in tables:
                tables[folder], more = read_metadata(folder)
                problems += more
        if on_file is not None:
            on_file(source.path)
        try:
            decoded = decode(read_bytes(source.path), source.path.as_posix())
        except ArticleError as error:
            problems.append(Problem("error", _utf8(error.what), error.why, error.remedy))
            continue
        if decoded.damaged:
            problems.append(
                Problem(
                    "warning",
                    source.file,
                    f"{decoded.damaged} Zeichen sind beschädigt und wurden ersetzt",
                    "die Datei als UTF-8 speichern",
                )
            )
        draft, more = _article(
            source, decoded.text, _row(source, tables), given.get(source.file, ""), options, zone
        )
        drafts.append(draft)
        problems += more
    articles, more = _unique_ids(drafts)
    return articles, problems + more


def _article(
    source: Source,
    text: str,
    row: Mapping[str, str],
    given: str,
    options: Options,
    zone: ZoneInfo,
) -> tuple[tuple[Article, str], list[Problem]]:
    """The article and the id its front matter asks for ("" for none)."""
    front, problems = read_front_matter(text, source.file)
    page = lay_out(text, front.end, zone)
    known = {**front.values, **{key: value for key, value in row.items() if value}}
    masthead = read_source(page)
    url = known.get("url") or read_url(page)
    values = front.values
    stated = (
        Stated("--published", "user", given),
        Stated("metadata.csv", "metadata", row.get("published", ""), row.get("modified", "")),
        Stated("Front Matter", "metadata", values.get("published", ""), values.get("modified", "")),
    )
    publication, more = find_publication(source.file, stated, page, url, zone, infer=options.infer)
    problems += more
    name = known.get("source") or _host(url) or masthead
    asked = known.get("locale", "")
    if asked and locale_name(asked) is None:
        problems.append(
            Problem(
                "warning", source.file, f"die Locale „{asked}“ gibt es nicht", "eine von " + LOCALES
            )
        )
    locale = locale_name(options.locale or "") or locale_name(asked)
    front_span = [Furniture(front.start, front.end, "front matter")] if front.end else []
    article = Article(
        id=slug(Path(source.file).stem) or _fallback_id(source.file),
        file=source.file,
        text=text,
        source=name,
        title=known.get("title") or read_title(page),
        url=url,
        published=publication.published,
        published_basis=publication.basis,
        published_confidence=publication.confidence,
        modified=publication.modified,
        agency=known.get("agency") or read_agency(page),
        locale=locale or guess_locale(text[front.end :], url, name),
        notes=publication.notes,
        furniture=(*front_span, *page.spans()),
    )
    return (article, slug(values.get("id", ""))), problems


# ------------------------------------------------------------------ options
def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise UsageError(
            name or "--timezone", "ist keine bekannte Zeitzone", "zum Beispiel Europe/Berlin"
        ) from error


def _match_given(
    published: Mapping[str, str], sources: Sequence[Source]
) -> tuple[dict[str, str], list[Problem]]:
    """``Source.file`` → date, for every name the user gave a date for."""
    given: dict[str, str] = {}
    problems: list[Problem] = []
    for name, value in published.items():
        path = os.path.realpath(name)
        hits = [s for s in sources if s.file == name or os.path.realpath(s.path) == path]
        hits = hits or [s for s in sources if s.path.name == name]
        if len(hits) == 1:
            given[hits[0].file] = value
        elif hits:
            names = ", ".join(s.file for s in hits)
            problems.append(
                Problem(
                    "error",
                    f"--published {name}",
                    f"meint mehrere Dateien: {names}",
                    "den Pfad nennen",
                )
            )
        else:
            problems.append(
                Problem(
                    "error",
                    f"--published {name}",
                    "eine solche Datei wird nicht gelesen",
                    "den Dateinamen prüfen",
                )
            )
    return given, problems


# ------------------------------------------------------------------ metadata.csv
def _folders(source: Source) -> list[Path]:
    """The folders whose metadata.csv may name the file, the nearest first."""
    folders = [source.path.parent]
    while folders[-1] != source.root and folders[-1] != folders[-1].parent:
        folders.append(folders[-1].parent)
    return folders


def _row(source: Source, tables: Mapping[Path, dict[str, dict[str, str]]]) -> dict[str, str]:
    row: dict[str, str] = {}
    for folder in _folders(source):
        row = {**tables[folder].get(os.path.realpath(source.path), {}), **row}
    return row


# ------------------------------------------------------------------ names
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "o"})


def slug(name: str) -> str:
    """The name in lower-case ASCII letters, digits and hyphens: "Größe 2" → "groesse-2"."""
    folded = unicodedata.normalize("NFC", name).casefold().translate(_UMLAUTS)
    ascii_only = unicodedata.normalize("NFKD", folded).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")[:120]


def _fallback_id(file: str) -> str:
    return "article-" + hashlib.sha256(file.encode()).hexdigest()[:8]


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _utf8(text: str) -> str:
    return os.fsencode(text).decode("utf-8", errors="replace")


def _unique_ids(drafts: Sequence[tuple[Article, str]]) -> tuple[list[Article], list[Problem]]:
    """Ids from front matter first; a file that comes too late for its id is told so."""
    owner: dict[str, Article] = {}
    renamed: dict[str, str] = {}
    problems: list[Problem] = []
    for wanted_only in (True, False):
        for article, wanted in drafts:
            if bool(wanted) != wanted_only:
                continue
            name = wanted or article.id
            if name in owner:
                taken = name
                path = slug(Path(article.file).with_suffix("").as_posix()) or article.id
                name = path if path not in owner else f"{taken}-{_fallback_id(article.file)[8:]}"
                problems.append(
                    Problem(
                        "warning",
                        article.file,
                        f"hat dieselbe Kennung „{taken}“ wie {owner[taken].file} "
                        f"und heißt jetzt „{name}“",
                        "im Front Matter eine eigene id: angeben",
                    )
                )
            owner[name] = article
            renamed[article.file] = name
    return [replace(article, id=renamed[article.file]) for article, _ in drafts], problems
