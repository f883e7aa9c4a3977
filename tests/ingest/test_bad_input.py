"""Input that is cut off, broken or hostile: one clear line each, the rest is still read."""

import gzip
import json
import time
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import TEXT, jsonl, page, put, read, warc_gz, warc_record

from timeline.ingest.files import SIZE_LIMIT
from timeline.ingest.formats import jsonld
from timeline.models import Problem


def lines(count: int) -> str:
    return jsonl(
        *({"title": f"Halle {n}", "text": f"{TEXT} Das war Nummer {n}."} for n in range(count))
    )


def clear(problem: Problem, name: str) -> None:
    """A line names the file and the reason, in German and without Python's words."""
    assert problem.what.split("#")[0].endswith(name)
    assert problem.why
    assert "Traceback" not in str(problem)
    assert "Error" not in str(problem)


def test_a_truncated_gzip_gives_what_stands_before(tmp_path: Path) -> None:
    import random

    rng = random.Random(7)
    noise = [{"title": f"Halle {n}", "text": f"{TEXT} {rng.random()}"} for n in range(3000)]
    data = gzip.compress(jsonl(*noise).encode(), mtime=0)
    articles, problems = read(put(tmp_path, "a.jsonl.gz", data[: len(data) // 2]))
    assert 500 < len(articles) < 3000
    assert any("bricht" in p.why and p.level == "error" for p in problems)
    for problem in problems:
        clear(problem, "a.jsonl.gz")


def test_a_damaged_gzip(tmp_path: Path) -> None:
    data = bytearray(gzip.compress(lines(2000).encode(), mtime=0))
    data[len(data) // 2 : len(data) // 2 + 50] = bytes(50)
    _, problems = read(put(tmp_path, "a.jsonl.gz", bytes(data)))
    assert any("beschädigt" in p.why for p in problems)


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    bomb = gzip.compress(bytes(300_000_000), compresslevel=9, mtime=0)
    tracemalloc.start()
    try:
        articles, problems = read(
            put(tmp_path, "a.txt.gz", bomb), put(tmp_path, "b.jsonl.gz", bomb)
        )
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert articles == []
    assert peak < 100_000_000
    assert {p.what.rpartition("/")[2] for p in problems} == {"a.txt.gz", "b.jsonl.gz"}


def test_a_zstd_bomb_is_not_unpacked(tmp_path: Path) -> None:
    zstandard = pytest.importorskip("zstandard")
    bomb = zstandard.ZstdCompressor().compress(bytes(300_000_000))
    articles, problems = read(put(tmp_path, "b.jsonl.zst", bomb))
    assert articles == []
    assert any("Fache" in p.why or "länger" in p.why for p in problems)


def test_a_warc_cut_off_in_the_middle(tmp_path: Path) -> None:
    pytest.importorskip("fastwarc")
    records = [
        warc_record(f"https://sk.example/{n}", page(f"Halle {n}").encode()) for n in range(5)
    ]
    whole = b"".join(records)
    packed = warc_gz(records)
    cuts = {
        "a.warc": whole[:-300],
        "b.warc": whole[: len(whole) - len(records[-1]) + 40],
        "c.warc.gz": packed[:-30],
        "d.warc.gz": packed[:300] + bytes(20) + packed[320:],
    }
    for name, data in cuts.items():
        articles, problems = read(put(tmp_path, name, data))
        assert len(articles) == (4 if name < "d" else 0), name
        errors = [p for p in problems if p.level == "error"]
        assert errors, name
        clear(errors[0], name)


@pytest.mark.parametrize(
    "piece",
    [
        "<a href='x'>Link</a>",
        "<div class='ad'><p>Link</p></div>",
        "<time datetime='2024-03-12T08:00'>x</time>",
        "<span>",
        "<li>Anzeige",
    ],
)
def test_a_page_made_to_take_for_ever(tmp_path: Path, piece: str) -> None:
    html = page("Halle").replace("</h1>", "</h1>" + piece * 20_000)
    start = time.perf_counter()
    articles, problems = read(put(tmp_path, "a.html", html))
    assert time.perf_counter() - start < 30  # seconds; quadratic steps took minutes
    assert articles or problems


def test_a_feed_with_an_entity_bomb(tmp_path: Path) -> None:
    bomb = (
        '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
        "<rss version='2.0'><channel><item><title>&b;</title></item></channel></rss>"
    )
    articles, problems = read(put(tmp_path, "feed.xml", bomb))
    assert articles == []
    assert "Entit" in problems[0].why
    clear(problems[0], "feed.xml")


def test_a_feed_that_is_cut_off(tmp_path: Path) -> None:
    items = "".join(
        f"<item><title>Halle {n}</title><description>{TEXT}</description></item>" for n in range(5)
    )
    feed = f"<?xml version='1.0'?><rss version='2.0'><channel><title>x</title>{items}"
    articles, problems = read(put(tmp_path, "feed.xml", feed[:-200]))
    assert len(articles) >= 3
    assert any("bricht ab" in p.why for p in problems)


def test_no_feed_at_all(tmp_path: Path) -> None:
    for name, content in (
        ("sitemap.xml", "<?xml version='1.0'?><urlset/>"),
        ("leer.rss", "<rss/>"),
    ):
        articles, problems = read(put(tmp_path, name, content))
        assert articles == []
        assert problems[0].level == "error"
        assert "Feed" in problems[0].why


def test_broken_lines_are_named_and_counted(tmp_path: Path) -> None:
    content = lines(2) + "{kaputt\n" * 30 + "[1, 2]\n{}\n\n" + lines(1)
    articles, problems = read(put(tmp_path, "a.jsonl", content))
    assert len(articles) == 3
    assert problems[0].why.startswith("Zeile 3: kein gültiges JSON")
    assert len(problems) < 15
    assert problems[-1].why == "weitere Fehler in dieser Datei: 22"


def test_a_line_longer_than_any_article(tmp_path: Path) -> None:
    long = json.dumps({"text": "x" * (SIZE_LIMIT + 10)}) + "\n"
    articles, problems = read(put(tmp_path, "a.jsonl", lines(1) + long + lines(1)))
    assert len(articles) == 2
    assert problems[0].why.startswith("Zeile 2: länger als")


@pytest.mark.parametrize(
    "content", ["{", "[", '{"a": ', "[1, 2]", '{"schema": "timeline/1"}', "{}"]
)
def test_json_without_an_article(tmp_path: Path, content: str) -> None:
    articles, problems = read(put(tmp_path, "a.json", content))
    assert articles == []
    assert problems
    clear(problems[0], "a.json")


def test_other_data_beside_articles_is_a_hint_only(tmp_path: Path) -> None:
    put(tmp_path, "artikel.txt", TEXT)
    put(tmp_path, "zahlen.csv", "jahr,wert\n2020,3\n")
    put(tmp_path, "daten.json", '{"zahlen": [1, 2]}')
    articles, problems = read(tmp_path)
    assert len(articles) == 1
    assert [p.level for p in problems] == ["warning"] * len(problems)


def test_missing_extras_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "fastwarc.warc", None)
    monkeypatch.setitem(sys.modules, "zstandard", None)
    good = put(tmp_path, "gut.txt", TEXT)
    warc = put(tmp_path, "a.warc", warc_record("https://sk.example/a", b"<html></html>"))
    zst = put(tmp_path, "a.txt.zst", b"\x28\xb5\x2f\xfd0000")
    articles, problems = read(good, warc, zst)
    assert len(articles) == 1
    assert all("timeline[archives]" in p.remedy for p in problems)
    assert ["a.warc" in p.what or "a.txt.zst" in p.what for p in problems] == [True, True]


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300))
def test_any_script_is_json_ld_or_nothing(block: str) -> None:
    entry, _ = jsonld.find_entry([block, '{"@type": "NewsArticle", ' + block], "x", "y")
    assert entry is None or isinstance(entry.values, dict)


STARTS = (b"", b"<html><body>", b'{"text": "', b"\x1f\x8b\x08\x00", b"WARC/1.0\r\n", b"<rss>")
SUFFIXES = (".html", ".jsonl", ".csv", ".xml", ".warc", ".gz")


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(STARTS), st.binary(max_size=300), st.sampled_from(SUFFIXES))
def test_any_bytes_give_articles_or_problems(
    tmp_path_factory: pytest.TempPathFactory, start: bytes, data: bytes, suffix: str
) -> None:
    path = put(tmp_path_factory.mktemp("x"), f"a{suffix}", start + data)
    articles, problems = read(path)
    assert articles or problems
