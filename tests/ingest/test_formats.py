"""JSONL, JSON, CSV, feeds, ninjs, WARC and packed files: what is read from each."""

import csv
import gzip
import json
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from samples import PARAGRAPHS, TEXT, jsonl, page, put, read, warc_gz, warc_record

from timeline.errors import UsageError
from timeline.ingest import Options, iter_articles, read_articles
from timeline.ingest.formats.fields import columns, meaning
from timeline.ingest.formats.sniff import sniff

zstandard = pytest.importorskip("zstandard")
BERLIN = ZoneInfo("Europe/Berlin")


# ------------------------------------------------------------------ told apart by content
@pytest.mark.parametrize(
    ("start", "name", "kind"),
    [
        ("<!DOCTYPE html><html>", "a.txt", "html"),
        ("\ufeff\n<!-- saved from url --><HTML>", "a.txt", "html"),
        ("<?xml version='1.0'?><!-- x --><rss version='2.0'>", "a.txt", "feed"),
        ("<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'>", "a.html", "feed"),
        ('{"text": "x"}\n{"text": "y"}\n', "a.txt", "jsonl"),
        ('{"text": "x"}\n{"text": "y"}\n', "a.json", "jsonl"),
        ('{\n "text": "x"\n}', "a.txt", "json"),
        ('[{"text": "x"}]', "a.txt", "json"),
        ("{Kasten} Ein Text in Klammern beginnt so.", "a.txt", "text"),
        ("[Eilmeldung] Ein Text beginnt so.", "a.txt", "text"),
        ("datum;titel;text\n", "a.txt", "csv"),
        ("Titel, Text und Datum: ein Satz.", "a.txt", "text"),
        ("WARC/1.0\r\n", "a.txt", "warc"),
        ("Nur ein Text, als HTML benannt.", "a.html", "text"),
        ("Ein ganz gewöhnlicher Text.", "a.md", "text"),
    ],
)
def test_a_file_is_what_its_content_says(start: str, name: str, kind: str) -> None:
    assert sniff(start.encode(), name) == kind


# ------------------------------------------------------------------ JSONL, JSON
def test_jsonl_with_german_and_english_names(tmp_path: Path) -> None:
    path = put(
        tmp_path,
        "archiv.jsonl",
        jsonl(
            {"Titel": "Halle", "Volltext": TEXT, "Datum": "12.03.2024", "Quelle": "Bote", "id": 17},
            {"headline": "Halle", "articleBody": TEXT, "datePublished": "2024-03-12T23:30:00Z",
             "publisher": {"name": "Kurier"}, "url": "https://kurier.example/halle"},
            {"title": "Halle", "html": f"<p>{PARAGRAPHS[0]}</p>", "published_at": 1710228600},
            {"text": TEXT, "timestamp": 1710228600000},
        ),
    )  # fmt: skip
    articles, problems = read(path)
    assert problems == []
    assert [a.file for a in articles] == [f"archiv.jsonl#{n}" for n in (1, 2, 3, 4)]
    assert articles[0].id == "archiv-17"
    assert [a.day for a in articles] == [
        date(2024, 3, 12), date(2024, 3, 13), date(2024, 3, 12), date(2024, 3, 12),
    ]  # fmt: skip
    assert [a.source for a in articles[:2]] == ["Bote", "Kurier"]
    assert articles[0].text == f"Halle\n\n{TEXT}"
    assert articles[2].text == f"Halle\n\n{PARAGRAPHS[0]}"
    assert articles[0].published_basis == "metadata"
    assert len({a.id for a in articles}) == 4


@pytest.mark.parametrize("written", ["²²²²²²²²²", "①②③④⑤⑥⑦⑧⑨", "²" * 13])
def test_digits_that_are_no_numbers_are_no_seconds(tmp_path: Path, written: str) -> None:
    content = jsonl({"text": TEXT, "published": written}, {"text": TEXT, "published": 1710226800})
    (first, second), problems = read(put(tmp_path, "a.jsonl", content))
    assert first.published is None
    assert second.day == date(2024, 3, 12)
    (problem,) = problems
    assert written in problem.why


def test_columns_by_map_and_by_path(tmp_path: Path) -> None:
    path = put(
        tmp_path, "x.jsonl",
        jsonl({"meta": {"tag": "2024-03-12"}, "a": TEXT, "text": "Nur ein Anreißer."}),
    )  # fmt: skip
    articles, _ = read(path, options=Options(columns={"text": "a", "published": "meta.tag"}))
    assert articles[0].text == TEXT
    assert articles[0].day == date(2024, 3, 12)
    with pytest.raises(UsageError, match="foo"):
        read(path, options=Options(columns={"foo": "a"}))


def test_names_of_columns() -> None:
    assert meaning("datePublished") == meaning("Date published") == "published"
    assert meaning("Überschrift") == "title"
    assert meaning("farbe") == ""
    assert columns(["body", "text"], {})["text"] == "text"


@pytest.mark.parametrize(
    "data",
    [
        {"title": "Halle", "text": TEXT},
        [{"title": "Halle", "text": TEXT}],
        {"total": 1, "articles": [{"title": "Halle", "text": TEXT}]},
    ],
)
def test_json_files(tmp_path: Path, data: object) -> None:
    (article,), problems = read(put(tmp_path, "a.json", json.dumps(data)))
    assert problems == []
    assert article.title == "Halle"
    assert article.text.endswith(TEXT)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32-le"])
def test_pages_in_wide_encodings(tmp_path: Path, encoding: str) -> None:
    """With a mark or without one: the quotes are beyond Latin-1."""
    quoted = f"„Endlich“, sagte sie – {TEXT}"
    markup = page("Neue Halle", quoted).replace("<meta charset='utf-8'>", "")
    (article,), problems = read(put(tmp_path, "a.html", markup.encode(encoding)))
    assert problems == []
    assert "„Endlich“, sagte sie – Der Gemeinderat" in article.text


def test_jsonl_in_utf_16(tmp_path: Path) -> None:
    content = jsonl({"titel": "Größe", "text": TEXT}, {"titel": "Maß", "text": TEXT})
    articles, _ = read(put(tmp_path, "a.jsonl", content.encode("utf-16")))
    assert [a.title for a in articles] == ["Größe", "Maß"]


# ------------------------------------------------------------------ CSV
@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252"])
def test_csv(tmp_path: Path, mark: str, encoding: str) -> None:
    text = TEXT.replace(", ", f'{mark} "so" ').replace('"', '""')
    rows = f'Datum{mark}Überschrift{mark}Text\r\n12.03.2024{mark}Größe{mark}"{text}"\r\n\r\n'
    (article,), problems = read(put(tmp_path, "a.csv", rows.encode(encoding)))
    assert problems == []
    assert article.title == "Größe"
    assert article.file == "a.csv#2"
    assert article.text.endswith(PARAGRAPHS[1])
    assert article.day == date(2024, 3, 12)


@pytest.mark.parametrize("heading", ["\ttitel\ttext", "titel\ttext\t"])
def test_a_column_of_a_tsv_without_a_name_keeps_its_place(tmp_path: Path, heading: str) -> None:
    row = "\t".join({"": "7", "titel": "Halle", "text": TEXT}[name] for name in heading.split("\t"))
    (article,), problems = read(put(tmp_path, "a.tsv", f"{heading}\n{row}\n".replace("\n\n", " ")))
    assert problems == []
    assert article.title == "Halle"
    assert PARAGRAPHS[1] in article.text


def test_csv_by_map(tmp_path: Path) -> None:
    path = put(tmp_path, "a.csv", f'a;b\n"{TEXT}";2024-03-12\n')
    articles, problems = read(path)
    assert articles == []
    assert "--map text=SPALTE" in problems[0].remedy
    articles, _ = read(path, options=Options(columns={"text": "a", "published": "b"}))
    assert articles[0].day == date(2024, 3, 12)
    _, problems = read(path, options=Options(columns={"text": "c"}))
    assert "keine Spalte „c“" in problems[0].why


def test_broken_quoting_costs_one_row(tmp_path: Path) -> None:
    rows = [
        "title,text",
        f'eins,"{TEXT}"',
        'zwei,"Ein Zitat "mitten" im Text und kein Ende',
        f'drei,"{PARAGRAPHS[0]}"',
        'vier,"Ein Anführungszeichen, das nie geschlossen wird',
        f'fünf,"{PARAGRAPHS[1]}"',
    ]
    articles, problems = read(put(tmp_path, "a.csv", "\n".join(rows) + "\n"))
    assert [a.title for a in articles] == ["eins", "drei", "fünf"]
    assert all("Anführungszeichen" in p.why or "Felder" in p.why for p in problems)
    assert [p.why.split(":")[0] for p in problems] == ["Zeile 5", "Zeile 7"]


@pytest.mark.parametrize("odd", ["\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029"])
def test_only_a_line_break_ends_a_row(tmp_path: Path, odd: str) -> None:
    first, second = (paragraph.replace(",", "") for paragraph in PARAGRAPHS)
    rows = f"title,text,source\nHalle,{first}{odd}{second},Waldbote\n"
    (article,), problems = read(put(tmp_path, "a.csv", rows))
    assert problems == []
    assert article.text.endswith(second)
    assert article.source == "Waldbote"


def test_reading_a_table_leaves_the_limits_of_the_process_alone(tmp_path: Path) -> None:
    before = csv.field_size_limit(1000)
    try:
        rows = f'title,text\nHalle,"{TEXT * 900}"\nHof,"{TEXT}"\n'
        for article in iter_articles([put(tmp_path, "a.csv", rows)], Options(), print):
            assert article.title in ("Halle", "Hof")
            assert csv.field_size_limit() == 1000
    finally:
        csv.field_size_limit(before)


# ------------------------------------------------------------------ feeds
RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Soltetal-Kurier</title><link>https://sk.example</link>
<item><title>Halle wird gebaut</title><link>https://sk.example/halle?utm_source=rss</link>
<guid isPermaLink="false">sk-1</guid><pubDate>Tue, 12 Mar 2024 23:30:00 +0000</pubDate>
<description>Kurz gesagt.</description>
<content:encoded><![CDATA[<p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p>]]></content:encoded></item>
<item><title>Nur ein Anreißer</title><link>https://sk.example/b</link>
<description>
&lt;p&gt;Der Rat tagt am Freitag, wie der B&amp;uuml;rgermeister sagte.&lt;/p&gt;</description>
</item>
</channel></rss>"""
ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Kurier</title>
<entry><title>Halle</title><id>urn:x:1</id><link href="https://k.example/1"/>
<published>2024-03-12T08:00:00+01:00</published><updated>2024-03-14T08:00:00+01:00</updated>
<content type="html">&lt;p&gt;{PARAGRAPHS[0]}&lt;/p&gt;</content></entry></feed>"""


def test_rss(tmp_path: Path) -> None:
    articles, problems = read(put(tmp_path, "feed.xml", RSS))
    assert problems == []
    first, second = articles
    assert first.published == datetime(2024, 3, 13, 0, 30, tzinfo=BERLIN)
    assert (first.source, first.url) == (
        "Soltetal-Kurier",
        "https://sk.example/halle?utm_source=rss",
    )
    assert first.text == f"Halle wird gebaut\n\n{TEXT}"
    assert first.id == "feed-sk-1"
    assert "Bürgermeister" in second.text
    assert any("Anreißer" in note for note in second.notes)


def test_atom_keeps_update_and_publication_apart(tmp_path: Path) -> None:
    (article,), _ = read(put(tmp_path, "feed.atom", ATOM))
    assert article.day == date(2024, 3, 12)
    assert article.modified == datetime(2024, 3, 14, 8, tzinfo=BERLIN)


# ------------------------------------------------------------------ ninjs
def ninjs(uri: str, **more: object) -> dict[str, object]:
    return {
        "uri": uri,
        "versionCreated": "2024-03-12T16:02:28+01:00",
        "pubStatus": "usable",
        "copyrightHolder": "dpa",
        "bodies": [
            {"role": "html", "contentType": "text/html", "value": f"<p>{PARAGRAPHS[0]}</p>"}
        ],
        "headlines": [{"role": "kicker", "value": "Bau"}, {"role": "main", "value": "Neue Halle"}],
        **more,
    }


def test_ninjs(tmp_path: Path) -> None:
    (article,), problems = read(put(tmp_path, "a.json", json.dumps(ninjs("urn:x:1"))))
    assert problems == []
    assert (article.title, article.agency) == ("Neue Halle", "dpa")
    assert article.published == datetime(2024, 3, 12, 16, 2, 28, tzinfo=BERLIN)
    assert PARAGRAPHS[0] in article.text


def test_the_agency_of_ninjs_has_one_name_however_it_is_written(tmp_path: Path) -> None:
    wire = [ninjs(f"urn:x:{name}", copyrightHolder=name) for name in ("DPA", "dpa-afx", "Bote")]
    articles, _ = read(put(tmp_path, "a.jsonl", jsonl(*wire)))
    assert [a.agency for a in articles] == ["dpa", "dpa-AFX", ""]
    assert [a.source for a in articles] == ["DPA", "dpa-afx", "Bote"]


def test_ninjs_of_version_1(tmp_path: Path) -> None:
    old = {"uri": "urn:x:1", "pubstatus": "usable",
           "versioncreated": "2024-03-13T10:00:00Z",
           "firstcreated": "2024-03-12T10:00:00Z",
           "headline": "Halle", "body_text": TEXT}  # fmt: skip
    (article,), _ = read(put(tmp_path, "a.json", json.dumps(old)))
    assert (article.day, article.title) == (date(2024, 3, 12), "Halle")
    assert article.modified == datetime(2024, 3, 13, 11, tzinfo=BERLIN)


def test_a_canceled_item_retracts_the_earlier_one(tmp_path: Path) -> None:
    cancel = ninjs("urn:x:1", pubStatus="canceled", versionCreated="2024-03-13T10:00:00+01:00")
    put(tmp_path, "wire.jsonl", jsonl(ninjs("urn:x:1"), ninjs("urn:x:2", headlines=[]), cancel))
    articles, problems = read_articles([tmp_path], Options())
    assert [a.file for a in articles] == ["wire.jsonl#2"]
    assert any("zurückgezogen" in p.why and p.what == "wire.jsonl#1" for p in problems)


@pytest.mark.parametrize(
    ("now", "read_it"),
    [
        (None, False),
        (datetime(2024, 3, 12, 17, tzinfo=UTC), False),
        (datetime(2024, 3, 12, 19, tzinfo=UTC), True),
    ],
)
def test_an_embargo_holds_until_it_has_passed(
    tmp_path: Path, now: datetime | None, read_it: bool
) -> None:
    item = ninjs("urn:x:1", embargoed="2024-03-12T19:30:00+01:00")
    path = put(tmp_path, "a.json", json.dumps(item))
    articles, problems = read(path, options=Options(now=now))
    assert bool(articles) is read_it
    assert read_it or "Sperrfrist" in problems[0].why


def test_withheld_is_told(tmp_path: Path) -> None:
    path = put(tmp_path, "a.json", json.dumps(ninjs("urn:x:1", pubStatus="withheld")))
    articles, problems = read(path)
    assert articles == []
    assert "gesperrt" in problems[0].why


# ------------------------------------------------------------------ WARC
def records() -> list[bytes]:
    return [
        warc_record("https://sk.example/a", page("Halle A").encode()),
        warc_record("https://sk.example/b.png", b"\x89PNG", content_type="image/png"),
        warc_record("https://sk.example/weg", b"<html>weg</html>", status="404 Not Found"),
        warc_record("https://sk.example/leer", b"<html><body>x</body></html>"),
        warc_record(
            "https://sk.example/c",
            page("Größe C").replace("<meta charset='utf-8'>", "").encode("cp1252"),
            content_type="text/html; charset=ISO-8859-1",
        ),
    ]


@pytest.mark.parametrize("packed", [False, True])
def test_warc(tmp_path: Path, packed: bool) -> None:
    pytest.importorskip("fastwarc")
    data = warc_gz(records()) if packed else b"".join(records())
    articles, problems = read(put(tmp_path, f"web.warc{'.gz' if packed else ''}", data))
    assert [a.title for a in articles] == ["Halle A", "Größe C"]
    assert articles[0].url == "https://sk.example/a"
    assert articles[0].file == f"web.warc{'.gz' if packed else ''}#1"
    seen = [d for d in articles[0].dates if d.kind == "seen"]
    assert seen[0].value == datetime(2024, 3, 20, 13, tzinfo=BERLIN)
    assert len(problems) == 1
    assert problems[0].level == "warning"
    assert "3 von 5" in problems[0].why


def test_a_date_after_the_crawl_is_doubted(tmp_path: Path) -> None:
    pytest.importorskip("fastwarc")
    late = page("Halle", published="2025-03-12T06:00:00+01:00").encode()
    (article,), _ = read(put(tmp_path, "a.warc", warc_record("https://sk.example/a", late)))
    assert article.published_confidence < 0.7
    assert any("nach dem Abruf" in note for note in article.notes)


# ------------------------------------------------------------------ packed
@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", TEXT),
        ("a.html", page("Halle")),
        ("a.jsonl", jsonl({"text": TEXT})),
        ("a.csv", f'title,text\nHalle,"{TEXT}"\n'),
        ("a.xml", ATOM),
    ],
)
@pytest.mark.parametrize("pack", ["gz", "zst", "twice"])
def test_packed_files(tmp_path: Path, name: str, content: str, pack: str) -> None:
    data = content.encode()
    if pack == "zst":
        data = zstandard.ZstdCompressor().compress(data)
    else:
        data = gzip.compress(data, mtime=0)
    if pack == "twice":
        data = gzip.compress(data, mtime=0)
    path = put(tmp_path, f"{name}.{'zst' if pack == 'zst' else 'gz'}", data)
    articles, problems = read(tmp_path)
    assert problems == []
    assert len(articles) == 1
    assert PARAGRAPHS[0] in articles[0].text
    assert articles[0].id.startswith("a")
    assert path.name in articles[0].file


def test_the_ending_of_a_packed_file_counts_in_capitals_too(tmp_path: Path) -> None:
    table = gzip.compress(b"id;wann;kram\n1;2024-03-12;Ein Text.\n", mtime=0)
    articles, problems = read(put(tmp_path, "BERICHTE.CSV.GZ", table))
    assert articles == []
    assert "keine Spalte" in problems[0].why


def test_the_print_date_alone_dates_the_article(tmp_path: Path) -> None:
    path = put(tmp_path, "a.jsonl", jsonl({"text": TEXT, "druckausgabe": "2024-03-13"}))
    (article,), _ = read(path)
    assert article.day == date(2024, 3, 13)
    assert article.published_confidence < 0.9
    assert [d.kind for d in article.dates] == ["published", "print"]
