"""Named fields (a JSON object, a table's row) → a record: which name means what."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from unicodedata import normalize

from timeline.ingest.formats.jsonld import plain
from timeline.ingest.formats.markup import fragment_line, fragment_text, is_markup
from timeline.ingest.formats.records import Bad, Record, paragraphs, tidy
from timeline.ingest.published import Stated
from timeline.messages import Message, say

#: meaning → names as people and programs write them, lower case, words joined by "_"
_NAMES = {
    "text": "text volltext fulltext full_text body content inhalt articlebody article_body artikel"
    " artikeltext maintext main_text plaintext plain_text body_text raw_text",
    "html": "html body_html content_html body_xhtml raw_html",
    "teaser": "teaser lead vorspann description beschreibung summary abstract anreisser anreißer"
    " untertitel subtitle standfirst",
    "title": "title titel headline überschrift ueberschrift schlagzeile heading",
    "source": "source quelle medium outlet publisher zeitung publication site_name sitename"
    " source_name newspaper",
    "url": "url link adresse canonical canonical_url permalink source_url webpage_url href",
    "published": "published published_at publishedat date datum date_published datepublished"
    " publication_date publicationdate publish_date pub_date pubdate veröffentlicht"
    " veröffentlichungsdatum erschienen erscheinungsdatum publikationsdatum created created_at"
    " first_created firstcreated date_publish datetime timestamp",
    "modified": "modified modified_at updated updated_at date_modified datemodified aktualisiert"
    " geändert last_modified lastmod date_modify version_created versioncreated",
    "print": "print print_date druckausgabe druckdatum ausgabe printausgabe",
    "seen": "seen abgerufen crawled crawled_at fetched retrieved date_download scraped_at",
    "agency": "agency agentur news_agency",
    "locale": "locale",
    "id": "id uuid guid artikel_id article_id identifier",
}
MEANINGS = tuple(_NAMES)
_MEANING = {name: meaning for meaning, names in _NAMES.items() for name in names.split()}
_CAMEL = re.compile(r"(?<=[a-zäöüß0-9])(?=[A-ZÄÖÜ])")
_LONGEST = 2000


def meaning(name: str) -> str:
    """What a column is for; "" where its name does not say."""
    joined = _CAMEL.sub("_", normalize("NFC", name).strip().strip("\ufeff\"'"))
    word = re.sub(r"[\s.:-]+", "_", joined).casefold()
    return _MEANING.get(word) or _MEANING.get(word.replace("_", ""), "")


def separator(heading: str) -> str:
    """What parts the columns of a table with this first line; marks in quotes part nothing."""
    bare = re.sub(r'"[^"]*"', "", heading)
    return max(",;\t", key=lambda mark: (bare.count(mark), mark == ","))


def looks_like_heading(line: str) -> bool:
    """A line of column names, one of them for the text, as a table begins with."""
    for mark in ("\t", ";", ","):
        cells = [cell for cell in line.split(mark) if cell.strip()]
        if len(cells) >= 2:
            known = [meaning(cell) for cell in cells if len(cell) < 40]
            named = {name for name in known if name}
            if {"text", "html"} & named and len(named) >= 2 and 2 * len(named) >= len(cells):
                return True
    return False


def columns(names: list[str], chosen: Mapping[str, str]) -> dict[str, str]:
    """Meaning → column. What the user chose goes first, then the names in their order."""
    found = {what: name for what, name in chosen.items() if name in names}
    by_rank = sorted(names, key=lambda n: _rank(n))
    for name in by_rank:
        if (what := meaning(name)) and name not in found.values():
            found.setdefault(what, name)
    return found


def _rank(name: str) -> int:
    """Of two columns for one meaning the one with the plainer name."""
    what = meaning(name)
    words = _NAMES.get(what, "").split()
    joined = re.sub(r"[\s.:-]+", "_", _CAMEL.sub("_", name.strip())).casefold()
    return words.index(joined) if joined in words else len(words)


def from_fields(
    fields: Mapping[str, Any], chosen: Mapping[str, str], number: int, unit: Message
) -> Record | Bad:
    """The record of a row or an object. Paths with dots reach into nested objects."""
    names = columns([str(name) for name in fields], chosen)
    values = {what: _plain(fields.get(name)) for what, name in names.items()}
    for what, name in chosen.items():
        if what not in names and (value := _plain(_reach(fields, name))):
            values[what] = value
    title = fragment_line(values.get("title", ""))
    body = values.get("text", "")
    markup = values.get("html", "") or (body if is_markup(body) else "")
    body = fragment_text(markup) if markup else tidy(body)
    teaser = tidy(fragment_text(values.get("teaser", "")))
    notes: tuple[str, ...] = ()
    if not body:
        if not {"text", "html"} & values.keys():
            shown = ", ".join(str(name) for name in list(fields)[:8])
            why = say("fields.no-text-field", fields=shown)
            return Bad(why, say("table.map-text"), number, unit=unit)
        if not teaser:
            return Bad(say("fields.empty-text"), say("fields.add-text"), number, unit=unit)
        body, teaser, notes = teaser, "", (say("fields.teaser-only"),)
    head = [title] if title and not body.startswith(title) else []
    head += [teaser] if teaser and teaser not in body else []
    dates = {
        what: moment(values.get(what, "")) for what in ("published", "modified", "print", "seen")
    }
    return Record(
        text="\n\n".join([*head, body]),
        number=number,
        values={
            what: " ".join(values.get(what, "").split())[:_LONGEST]
            for what in ("source", "url", "id", "agency", "locale")
        } | {"title": title[:_LONGEST]},
        stated=(Stated.named(say("where.field"), dates),),
        # a running number names nothing beyond its file; an address or a URN does
        key=values.get("id", "") if ":" in values.get("id", "") else "",
        notes=notes,
    )  # fmt: skip


def _reach(fields: Mapping[str, Any], path: str) -> Any:
    value: Any = fields
    for step in path.split("."):
        value = value.get(step) if isinstance(value, Mapping) else None
    return value


def _plain(value: Any) -> str:
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, (int, float)):
        return str(int(value)) if value == value and abs(value) < 1e18 else ""
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return paragraphs(value)
    return plain(value) if not isinstance(value, str) else value.strip()


def moment(value: str) -> str:
    """A date as text; a count of seconds or milliseconds since 1970 becomes one (UTC)."""
    digits = value.strip()
    # „²“ is a digit, but no number: int() would not take it
    if not digits.isdecimal() or len(digits) not in (9, 10, 13):
        return digits
    seconds = int(digits) / (1000 if len(digits) == 13 else 1)
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")
