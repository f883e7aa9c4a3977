"""CSV, Markdown, Atom, JSON-LD and the snippet: each brings its dates back."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import date, datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from export_samples import article, event, mention, timeline
from markdown_it import MarkdownIt

from timeline.export.atom import NAMESPACE, to_atom
from timeline.export.csv_export import COLUMNS, to_csv
from timeline.export.embed import SANDBOX, to_embed
from timeline.export.json_ld import to_bytes, to_json_ld
from timeline.export.markdown import to_markdown
from timeline.messages import TEXTS
from timeline.models import Moment, Timeline
from timeline.pipeline import FORMATS, USUAL, render

SAMPLE = Path(__file__).parents[1] / "browser" / "sample.json"
ATOM = "{http://www.w3.org/2005/Atom}"
WHEN = f"{{{NAMESPACE}}}"
FORMULAS = ("=1+1", "+49 30", "-5 Grad", "@SUMME(A1)", "＝1+1", "\t=1", "=cmd|' /C calc'!A0")


@pytest.fixture(scope="module")
def sample() -> Timeline:
    return Timeline.model_validate_json(SAMPLE.read_text("utf-8"))


def moment(text: str | None) -> Moment | None:
    if not text or text == "..":
        return None
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


# --------------------------------------------------------------------------- CSV
def rows(made: Timeline, delimiter: str = ";") -> list[dict[str, str]]:
    text = to_csv(made).decode("utf-8-sig")
    read = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    assert all(None not in row and None not in row.values() for row in read)
    return read


def test_csv_brings_every_date_back(sample: Timeline) -> None:
    read = rows(sample)
    assert len(read) == len(sample.events)
    for row, one in zip(read, sample.events, strict=True):
        assert tuple(row) == COLUMNS
        assert (moment(row["start"]), moment(row["end"])) == (one.start, one.end)
        assert (row["granularity"], row["mod"] or None) == (one.granularity, one.mod)
        assert (row["edtf"], row["id"], row["headline"]) == (one.edtf, one.id, one.headline)
        assert tuple(filter(None, row["sources"].split(" | "))) == one.sources


def test_csv_is_what_spreadsheets_take() -> None:
    data = to_csv(timeline(event()))
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == 2
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert rows(timeline(event(importance=0.5)))[0]["importance"] == "0,500"
    (english,) = rows(timeline(event(importance=0.5), language="en"), ",")
    assert (english["when"], english["importance"]) == ("19 June 2024", "0.500")


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_is_a_formula(text: str) -> None:
    made = timeline(
        event(
            text,
            headline=text,
            summary=text,
            edtf=text,
            categories=(text,),
            participants=(text,),
            places=(text,),
            sources=(text,),
            mentions=(mention(file=text),),
        ),
    )
    (row,) = rows(made)
    for name, cell in row.items():
        assert not cell.startswith(tuple("=+-@＝＋－＠\t\r")), name
    assert row["headline"] == f"'{text.strip()}"


def test_a_cell_stays_a_cell() -> None:
    (row,) = rows(timeline(event(headline='a";"b\r\nc;d,"', summary="x" * 100_000)))
    assert row["headline"] == 'a";"b c;d,"'
    assert len(row["summary"]) <= 32_767


# --------------------------------------------------------------------------- Markdown
def test_markdown_brings_every_date_back(sample: Timeline) -> None:
    text = to_markdown(sample).decode()
    found = re.findall(r"^\*\*.*?\*\* · `([^`/]*)/([^`]*)`(?: · `([^`]*)`)?", text, flags=re.M)
    assert [(moment(start), moment(end), edtf) for start, end, edtf in found] == [
        (one.start, one.end, one.edtf) for one in sample.events
    ]
    assert len(re.findall("^### ", text, flags=re.M)) == len(sample.events)
    for one in sample.events:
        assert one.headline in text
    for open_ in sample.unresolved:
        assert open_.reason in text


MARKUP = [
    "*fett* _kursiv_ `code` ~~weg~~",
    "[Text](javascript:alert(1)) ![Bild](x) <b>HTML</b> <!-- -->",
    "# Überschrift",
    "- Punkt",
    "+ Punkt",
    "18. Juni",
    "> Zitat",
    "--- ",
    "===",
    "| a | b |",
    "&lt;b&gt; &amp;",
    "https://a.example www.b.example c@d.example",
    "\\*schon geschützt\\*",
    "    eingerückt",
    "Zeile\n\n# zwei",
    "[^1]: Fußnote",
    "$x$",
]


@pytest.mark.parametrize("text", MARKUP)
def test_markdown_shows_foreign_text_as_it_is(text: str) -> None:
    shown = " ".join(text.split())
    made = timeline(
        event(headline=text, summary=f"{text}!", mentions=(mention(sentence=text, text="x"),)),
        title=text,
        articles=(article(source=text, title=text, url=""),),
    )
    tokens = (
        MarkdownIt("commonmark")
        .enable(["table", "strikethrough"])
        .parse(to_markdown(made).decode())
    )
    inline = [token for token in tokens if token.type == "inline"]
    words = ["".join(one.content for one in token.children or ()) for token in inline]
    assert shown in words[0]
    assert sum(shown in told for told in words) >= 5
    kinds = {child.type for token in inline for child in token.children or ()}
    assert kinds <= {"text", "text_special", "strong_open", "strong_close", "code_inline"}
    blocks = {token.type for token in tokens if token.nesting >= 0}
    assert blocks <= {"heading_open", "paragraph_open", "blockquote_open", "inline", "hr"}


def test_markdown_links_to_the_sources() -> None:
    made = timeline(event(), articles=(article(url="https://a.example/x_(y)?a=*b*&c=<d>"),))
    tokens = MarkdownIt("commonmark").parse(to_markdown(made).decode())
    links = [c.attrGet("href") for t in tokens for c in t.children or () if c.type == "link_open"]
    assert links == ["https://a.example/x_(y)?a=*b*&c=%3Cd%3E"]


def test_markdown_without_events_says_so() -> None:
    assert "kein datierbares Ereignis" in to_markdown(timeline()).decode()


# --------------------------------------------------------------------------- Atom
def feed(made: Timeline) -> ElementTree.Element:
    return ElementTree.fromstring(to_atom(made))


def test_atom_brings_every_date_back(sample: Timeline) -> None:
    read = feed(sample)
    found = {}
    for entry in read.findall(f"{ATOM}entry"):
        times = tuple(moment(entry.findtext(WHEN + name)) for name in ("start", "end"))
        words = (entry.findtext(f"{WHEN}granularity"), entry.findtext(f"{WHEN}mod"))
        title = entry.findtext(f"{ATOM}title") or ""
        found[title.partition(": ")[2]] = (times, words, entry.findtext(f"{WHEN}edtf", ""))
    assert found == {
        one.headline: ((one.start, one.end), (one.granularity, one.mod), one.edtf)
        for one in sample.events
    }


def test_atom_has_what_the_standard_asks_for(sample: Timeline) -> None:
    read = feed(sample)
    for one in (read, *read.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(one.findall(ATOM + name)) == 1
        assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", one.findtext(f"{ATOM}id") or "")
        stamp = one.findtext(f"{ATOM}updated") or ""
        assert datetime.strptime(stamp, "%Y-%m-%dT%H:%M:%SZ")
        assert len(one.findall(f"{ATOM}link[@rel='alternate']")) <= 1
    ids = [entry.findtext(f"{ATOM}id") for entry in read.iter(f"{ATOM}entry")]
    assert len(set(ids)) == len(ids) == len(sample.events)
    stamps = [entry.findtext(f"{ATOM}updated") or "" for entry in read.iter(f"{ATOM}entry")]
    assert stamps == sorted(stamps, reverse=True)
    assert read.findtext(f"{ATOM}author/{ATOM}name")


def test_an_entry_keeps_its_id() -> None:
    def id_of(**changes: Any) -> str | None:
        return feed(timeline(event(**changes))).findtext(f"{ATOM}entry/{ATOM}id")

    assert id_of() == id_of(headline="Anders", start="2020-01-01")
    assert id_of() != feed(timeline(event("e2"))).findtext(f"{ATOM}entry/{ATOM}id")


# --------------------------------------------------------------------------- JSON-LD
def test_json_ld_brings_its_dates_back(sample: Timeline) -> None:
    document = json.loads(to_bytes(to_json_ld(sample)))
    by_id = {one.id: one for one in sample.events}
    items = [entry["item"] for entry in document["itemListElement"]]
    assert document["numberOfItems"] == len(items)
    for item in items:
        one = by_id.pop(item["identifier"])
        assert (moment(item["startDate"]), moment(item.get("endDate"))) == (one.start, one.end)
        assert item["name"] == one.headline
        assert item["subjectOf"][0]["@type"] == "NewsArticle"
    # What schema.org has no word for is left out, and said to be.
    left_out = {one.modality for one in by_id.values() if one.start}
    assert left_out == {"denied", "possible"}
    (problem,) = render(sample, ("jsonld",))[1]
    assert problem.what == "timeline.jsonld"
    assert f"weggelassen: {len(by_id)} (" in problem.why


def test_json_ld_names_reports_and_places() -> None:
    made = timeline(event(places=("Am Kanal",), categories=("Bau",), summary="Nach drei Jahren."))
    (entry,) = to_json_ld(made)["itemListElement"]
    assert entry["item"]["location"] == [{"@type": "Place", "name": "Am Kanal"}]
    assert entry["item"]["subjectOf"] == [
        {
            "@type": "NewsArticle",
            "headline": "Die Klappbrücke öffnet",
            "url": "https://nordufer.example/klappbruecke",
            "datePublished": "2024-06-20T09:15:00+02:00",
            "publisher": {"@type": "Organization", "name": "Nordufer Bote"},
        }
    ]


# --------------------------------------------------------------------------- the snippet
def test_the_snippet_is_ascii_and_sandboxed() -> None:
    snippet = to_embed(timeline(event(), title='Brücke "<b>" & mehr')).decode("ascii")
    assert 'title="Br&#252;cke &quot;&lt;b&gt;&quot; &amp; mehr"' in snippet
    assert f'sandbox="{SANDBOX}"' in snippet
    assert "allow-same-origin" not in snippet
    other = to_embed(timeline(event(), language="en"), "https://a.example/t/index.html").decode()
    assert 'src="https://a.example/t/index.html"' in other
    assert "Paste this" in other


# --------------------------------------------------------------------------- all of them
def test_only_the_first_four_are_written_unasked(sample: Timeline) -> None:
    assert USUAL == ("json", "ics", "timelinejs", "html")
    assert set(render(sample)[0]) == {FORMATS[form].file for form in USUAL} | {
        "timeline-periods.ics"
    }


def test_the_help_names_every_format() -> None:
    for text in TEXTS["help.format"]:
        named = text.partition(":")[2].replace(" as well", "")
        assert re.findall(r"[a-z]+(?=[,;.])", named) == list(FORMATS)


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_can_be_had_alone_and_twice_the_same(sample: Timeline, form: str) -> None:
    files, _ = render(sample, (form,))
    assert FORMATS[form].file in files
    assert files == render(sample, (form,))[0]


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_takes_nothing(form: str) -> None:
    for empty in (timeline(articles=()), timeline(event(start=None, end=None))):
        files, problems = render(empty, (form,))
        if form == "timelinejs":
            assert files == {}
            assert "nichts zu zeigen" in str(problems[0])
        else:
            assert files[FORMATS[form].file]
