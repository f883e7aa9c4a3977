"""What a page says of itself in its markup: JSON-LD, meta, microdata, <time>."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from timeline.ingest.formats import jsonld
from timeline.ingest.formats.markup import is_foreign
from timeline.ingest.formats.records import tidy
from timeline.ingest.published import Stated
from timeline.ingest.stamps import AGENCIES, AGENCY

#: names of meta elements, the surest first
_PUBLISHED = (
    "article:published_time", "og:article:published_time", "og:published_time",
    "article:published", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime",
    "datepublished", "publishdate", "publish-date", "publication_date", "pubdate", "date.issued",
    "dc.date.issued", "dcterms.issued", "dc.date.published", "dc.date.created", "dcterms.created",
    "dcterms.date", "dc.date", "date",
)  # fmt: skip
_MODIFIED = (
    "article:modified_time", "og:article:modified_time", "og:updated_time", "article:updated_time",
    "article:modified", "datemodified", "dcterms.modified", "dc.date.modified", "last-modified",
    "lastmod", "revised", "date.modified", "date.updated",
)  # fmt: skip
_PRINT = ("print_date", "article:print_date", "printdate", "date.print", "print-issue-date")
#: these may name an update as well
_VAGUE = frozenset({"date", "dc.date", "dcterms.date"})
_UPDATED_WORD = re.compile(
    r"\b(?:aktualisier\w*|update\w*|geändert|änderung|bearbeitet|stand)\b", re.IGNORECASE
)
_PUBLISHED_WORD = re.compile(
    r"\b(?:veröffentlich\w*|publizier\w*|erschienen|erstellt|published)\b", re.IGNORECASE
)
_PRINT_WORD = re.compile(r"\b(?:print|druck|gedruckt\w*)\w*[- ]?(?:ausgabe)?\b", re.IGNORECASE)
_FULL = re.compile(r"\d{4}-?\d{2}-?\d{2}|\d{1,2}\.\s?\S+\s?\d{2,4}")


@dataclass(frozen=True, slots=True)
class PageData:
    """``stated`` in order of worth; ``broken_json`` where a JSON-LD block was damaged."""

    values: Mapping[str, str] = field(default_factory=dict)
    stated: tuple[Stated, ...] = ()
    entry: jsonld.Entry | None = None
    broken_json: bool = False


def read_page_data(tree: HtmlElement, url: str) -> PageData:
    """Read a page's own data. ``url`` is its address where it is known from elsewhere."""
    meta = _metas(tree)
    canonical = url or _canonical(tree) or meta.get("og:url", "")
    heading = next((tidy(h.text_content()) for h in tree.iter("h1") if not is_foreign(h)), "")
    title = heading or meta.get("og:title", "")
    scripts = [
        script.text_content()
        for script in tree.iter("script")
        if (script.get("type") or "").strip().lower().startswith("application/ld+json")
    ]
    entry, broken = jsonld.find_entry(scripts, title, canonical)
    stated = []
    if entry is not None:
        stated.append(
            Stated(
                "JSON-LD",
                "json-ld",
                entry.text(
                    "datePublished", *(() if entry.text("dateModified") else ("dateCreated",))
                ),
                entry.text("dateModified"),
                confidence=0.85 if entry.broken else None,
            )
        )
    stated += [*_from_meta(meta), *_from_microdata(tree), *_from_times(tree)]
    values = {
        "title": title or (entry.text("headline", "name") if entry else "") or _title(tree),
        "source": meta.get("og:site_name", "") or (_publisher(entry) if entry else ""),
        "url": canonical if canonical.startswith(("http://", "https://")) else "",
        "locale": _locale(tree),
        "agency": _agency(entry, meta),
    }
    return PageData(values, tuple(stated), entry, broken)


def _agency(entry: jsonld.Entry | None, meta: Mapping[str, str]) -> str:
    """The news agency, where it is named as the author: "dpa", "AFP/rob"."""
    names = [meta.get("author", "")]
    if entry is not None:
        authors = entry.values.get("author")
        names += [jsonld.plain(a) for a in (authors if isinstance(authors, list) else [authors])]
    for name in names:
        match = AGENCY.search(name.replace("/", " ")) if len(name) <= 40 else None
        if match and len(name.split()) <= 2:
            return AGENCIES[match.group().casefold()]
    return ""


def _publisher(entry: jsonld.Entry) -> str:
    return entry.text("publisher") or entry.text("sourceOrganization", "provider")


def _metas(tree: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("http-equiv") or ""
        content = tidy(element.get("content") or "")
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _canonical(tree: HtmlElement) -> str:
    for link in tree.iter("link"):
        if (link.get("rel") or "").lower() == "canonical":
            return (link.get("href") or "").strip()
    return ""


def _title(tree: HtmlElement) -> str:
    """The window title without the outlet's name at its end."""
    title = next((tidy(t.text_content()) for t in tree.iter("title")), "")
    parts = re.split(r"\s+[|–—-]\s+", title)
    return parts[0] if len(parts[0]) >= 15 else title


def _locale(tree: HtmlElement) -> str:
    """Only a full locale: "de" is on every page, in Austria, too."""
    lang = (tree.get("lang") or "").strip().lower().replace("_", "-")
    return lang if lang in ("de-at", "de-ch") else ""


def _from_meta(meta: Mapping[str, str]) -> list[Stated]:
    stated: list[Stated] = []
    published = [name for name in _PUBLISHED if _FULL.search(meta.get(name, ""))]
    modified = next((meta[name] for name in _MODIFIED if _FULL.search(meta.get(name, ""))), "")
    for i, name in enumerate(published[:3]):
        stated.append(
            Stated(
                f"meta {name}",
                "meta",
                meta[name],
                modified if i == 0 else "",
                confidence=0.85 if name in _VAGUE else None,
            )
        )
    if modified and not published:
        stated.append(Stated("meta", "meta", "", modified))
    stated += [
        Stated(f"meta {name}", "meta", printed=meta[name]) for name in _PRINT if meta.get(name)
    ]
    return stated


def _value(element: HtmlElement) -> str:
    return tidy(element.get("content") or element.get("datetime") or element.text_content() or "")


def _from_microdata(tree: HtmlElement) -> list[Stated]:
    found = {"datePublished": "", "dateModified": ""}
    for element in tree.iterfind(".//*[@itemprop]"):
        for name in found:
            named = name in (element.get("itemprop") or "").split()
            if named and not found[name] and not is_foreign(element):
                found[name] = _value(element)
    if not any(found.values()):
        return []
    return [Stated("Microdata", "meta", found["datePublished"], found["dateModified"])]


def _from_times(tree: HtmlElement) -> list[Stated]:
    """The <time> elements of the page's head, told apart by the words beside them."""
    published = modified = printed = bare = ""
    for element in tree.iter("time"):
        value = element.get("datetime") or ""
        value = value if _FULL.search(value) else tidy(element.text_content())
        if not _FULL.search(value) or is_foreign(element) or _in_running_text(element):
            continue
        words = _words_before(element)
        marks = f"{words} {element.get('class', '')} {element.get('itemprop', '')}"
        if _PRINT_WORD.search(words):
            printed = printed or value
        elif _UPDATED_WORD.search(words) or re.search(r"(?i)modif|updat", marks):
            modified = modified or value
        elif _PUBLISHED_WORD.search(words) or re.search(r"(?i)publi[sc]|pubdate", marks):
            published = published or value
        else:
            bare = bare or value
    stated = []
    if published or modified:
        stated.append(Stated("<time>", "meta", published or bare, modified, confidence=0.9))
    elif bare:
        stated.append(Stated("<time>", "meta", bare, confidence=0.85))
    if printed:
        stated.append(Stated("<time>", "meta", printed=printed, confidence=0.9))
    return stated


def _in_running_text(element: HtmlElement) -> bool:
    """The date is part of a sentence: it dates what happened, not the page."""
    for frame in element.iterancestors("p", "li", "blockquote", "td", "h2", "h3"):
        around = len(tidy(frame.text_content())) - len(tidy(element.text_content()))
        return around > 90
    return False


def _words_before(element: HtmlElement) -> str:
    """The label of a <time>: the words in front of it in its line."""
    before = element.getprevious()
    parent = element.getparent()
    text = (before.tail if before is not None else parent.text if parent is not None else "") or ""
    if len(tidy(text)) < 3 and before is not None and isinstance(before.tag, str):
        text = f"{'' if before.tag == 'time' else before.text_content()} {text}"
    inner = element.text_content()
    return f"{text[-40:]} {inner[:25]}"
