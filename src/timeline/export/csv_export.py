"""``timeline.csv``: one line an event, for spreadsheets.

With a byte order mark, since Excel takes the file for Windows-1252 without one;
fields are parted by semicolons where the language is German, as German
spreadsheets expect, else by commas.
"""

from __future__ import annotations

import csv
import io

from timeline.export.telling import reports_of
from timeline.export.text import clean_text, web_address
from timeline.export.wording import display_date
from timeline.messages import base_language
from timeline.models import ArticleInfo, Event, Moment, Timeline

COLUMNS = (
    *("id", "start", "end", "granularity", "mod", "edtf", "when", "headline", "summary"),
    *("modality", "status", "date_conflict", "categories", "participants", "places"),
    *("importance", "independent_sources", "sources", "urls", "files"),
)
#: Excel keeps 32,767 characters a cell.
_CELL = 32_000
#: What makes a spreadsheet run a cell as a formula, the full-width forms included.
_FORMULA = tuple("=+-@＝＋－＠\t\r")
_BETWEEN = " | "


def to_csv(timeline: Timeline) -> bytes:
    """The events as CSV (RFC 4180), every field quoted.

    A text that a spreadsheet would run as a formula gets an apostrophe in front,
    which is shown. ``start`` and ``end`` are ISO dates, empty where open or unknown.
    """
    articles = {article.id: article for article in timeline.articles}
    english = base_language(timeline.language) == "en"
    made = io.StringIO(newline="")
    writer = csv.writer(
        made, delimiter="," if english else ";", quoting=csv.QUOTE_ALL, lineterminator="\r\n"
    )
    writer.writerow(COLUMNS)
    for event in timeline.events:
        row = _row(event, articles, timeline.language)
        if not english:  # a German spreadsheet takes 0.500 for five hundred
            row["importance"] = row["importance"].replace(".", ",")
        writer.writerow([row[name] for name in COLUMNS])
    return made.getvalue().encode("utf-8-sig")


def _row(event: Event, articles: dict[str, ArticleInfo], language: str) -> dict[str, str]:
    def joined(texts: tuple[str, ...]) -> str:
        return _text(_BETWEEN.join(clean_text(text) for text in texts))

    links = filter(None, (web_address(report.url) for report in reports_of(event, articles)))
    return {
        "id": _text(event.id),
        "start": _moment(event.start),
        "end": _moment(event.end),
        "granularity": event.granularity,
        "mod": event.mod or "",
        "edtf": _text(event.edtf),
        "when": _text(display_date(event, language)),
        "headline": _text(event.headline),
        "summary": _text(event.summary),
        "modality": event.modality,
        "status": event.status,
        "date_conflict": "true" if event.date_conflict else "false",
        "categories": joined(event.categories),
        "participants": joined(event.participants),
        "places": joined(event.places),
        "importance": f"{event.importance:.3f}",
        "independent_sources": f"{event.independent_sources}",
        "sources": joined(event.sources),
        "urls": _text(" ".join(links)),
        "files": joined(tuple(dict.fromkeys(mention.file for mention in event.mentions))),
    }


def _text(text: str) -> str:
    cell = clean_text(text, _CELL)
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _moment(at: Moment | None) -> str:
    return at.isoformat() if at else ""
