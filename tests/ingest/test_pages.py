"""HTML pages in the shapes that German-language outlets use (all invented): the right
date on each, the article whole, no furniture in it. ``pages/expected.toml`` says what."""

import tomllib
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from samples import read

from timeline.ingest import Options
from timeline.models import Article, Moment
from timeline.pipeline import describe
from timeline.temporal import find_expressions

PAGES = Path(__file__).parent / "pages"
EXPECTED: list[dict[str, Any]] = tomllib.loads((PAGES / "expected.toml").read_text("utf-8"))["page"]


def only(name: str) -> Article:
    articles, _ = read(PAGES / name)
    assert len(articles) == 1
    return articles[0]


def iso(moment: Moment | None) -> str:
    return moment.isoformat() if moment else ""


def own_text(article: Article) -> str:
    pieces, at = [], 0
    for span in article.furniture:
        pieces.append(article.text[at : span.start_char])
        at = span.end_char
    return "".join((*pieces, article.text[at:]))


def test_every_page_is_expected_and_there() -> None:
    assert {page["file"] for page in EXPECTED} == {p.name for p in PAGES.glob("*.html")}
    assert len(EXPECTED) >= 40


@pytest.mark.parametrize("page", EXPECTED, ids=lambda page: page["file"].removesuffix(".html"))
def test_page(page: dict[str, Any]) -> None:
    article = only(page["file"])
    assert iso(article.published) == page.get("published", "")
    assert article.published_basis == page["basis"]
    if "modified" in page:
        assert iso(article.modified) == page["modified"]
    printed = [iso(d.value) for d in article.dates if d.kind == "print"]
    assert printed == ([page["printed"]] if "printed" in page else [])
    assert article.title == page["title"]
    assert article.source == page.get("source", article.source)
    assert [words for words in page["keep"] if words not in article.text] == []
    assert [words for words in page.get("absent", []) if words in own_text(article)] == []


@pytest.mark.parametrize("page", EXPECTED, ids=lambda page: page["file"].removesuffix(".html"))
def test_the_trail_names_the_chosen_date_first(page: dict[str, Any]) -> None:
    article = only(page["file"])
    published = [d for d in article.dates if d.kind == "published"]
    if article.published is None:
        assert published == []
    else:
        assert published[0].value == article.published
        assert published[0].where


def test_the_export_carries_the_text_that_offsets_count_in(tmp_path: Path) -> None:
    article = only("a01-json-ld-offset.html")
    assert article.extracted
    assert describe(article).text == article.text
    plain = tmp_path / "a.txt"
    plain.write_text("Am Montag öffnet in Köln ein neues Café, sagt der Wirt.\n", "utf-8")
    assert describe(read(plain)[0][0]).text is None


def test_windows_1252_and_soft_hyphens_are_read_right() -> None:
    assert (
        "Gegen 17 Uhr waren alle Haushalte wieder am Netz."
        in only("h02-windows-1252-undeclared.html").text
    )
    assert "Jörg Lampe" in only("h01-windows-1252-declared.html").text
    assert "\u00ad" not in only("l04-soft-hyphens.html").text


@pytest.mark.parametrize("name", ["k01-live-blog-json-ld.html", "k02-live-blog-time.html"])
def test_stamps_of_a_live_blog_date_the_paragraphs_below_them(name: str) -> None:
    article = only(name)
    moments = [iso(section.moment) for section in article.sections]
    assert moments == [
        "2024-01-04T09:15:00+01:00", "2024-01-03T21:40:00+01:00", "2024-01-02T23:50:00+01:00",
    ]  # fmt: skip
    found = {e.text.lower(): e for e in find_expressions(article, "Europe/Berlin")}
    assert iso(found["gestern"].start) == "2024-01-03"
    assert iso(found["heute"].start) == "2024-01-03"
    assert iso(found["morgen"].start) == "2024-01-03"
    for text, expression in found.items():
        assert article.text[expression.start_char : expression.end_char].lower() == text


def test_utc_becomes_the_outlets_day() -> None:
    article = only("j01-swiss.html")
    assert isinstance(article.published, datetime)
    assert str(article.published.tzinfo) == "Europe/Zurich"
    assert article.locale == "de-CH"
    assert iso(article.day) == "2024-05-08"


def test_agency_copy_is_named_and_its_line_left_out() -> None:
    article = only("l05-agency-copy.html")
    assert article.agency == "dpa"


def test_what_was_left_out_is_kept_on_request() -> None:
    page = PAGES / "a01-json-ld-offset.html"
    (article,), _ = read(page, options=Options(left_out=True))
    assert any("Matratzen" in line for line in article.left_out)
    assert any("Postfach" in line for line in article.left_out)


def test_broken_and_impossible_metadata_is_told() -> None:
    _, problems = read(PAGES / "c04-json-ld-unescaped-quotes.html")
    assert "JSON-LD" in problems[0].why
    assert problems[0].level == "warning"
    _, problems = read(PAGES / "c06-json-ld-impossible-date.html")
    assert "31.6.2024" in problems[0].why
    article = only("c07-json-ld-day-month-swapped.html")
    assert any("vertauscht" in note for note in article.notes)


@pytest.mark.parametrize(
    "markup",
    [
        "<html><body></body></html>",
        "<!DOCTYPE html>\n<html><head><title>Neu</title></head><body><a href='/'>x</a></body>",
        "<html>" + "<div>" * 5000 + "x",
        "<html><body><p>\x00\x01</p></body></html>",
        '<html><script type="application/ld+json">' + "[" * 5000 + "</script></html>",
    ],
)
def test_pages_without_an_article_are_told(tmp_path: Path, markup: str) -> None:
    path = tmp_path / "seite.html"
    path.write_text(markup, "utf-8")
    articles, problems = read(path)
    assert articles == []
    assert problems[-1].level == "error"
    assert problems[-1].remedy


def test_a_saved_pages_folder_of_parts_is_no_article(tmp_path: Path) -> None:
    (tmp_path / "Bericht.html").write_bytes((PAGES / "a01-json-ld-offset.html").read_bytes())
    parts = tmp_path / "Bericht-Dateien"
    parts.mkdir()
    (parts / "frame.html").write_text("<html><body><p>Werbung</p></body></html>", "utf-8")
    articles, problems = read(tmp_path)
    assert [article.file for article in articles] == ["Bericht.html"]
    assert problems == []
