"""Live blogs in plain text: a stamp dates the paragraphs below it."""

import json
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from click.testing import CliRunner
from samples import put, read, warc_record

from timeline.cli import main
from timeline.ingest import Options
from timeline.temporal import find_expressions

BERLIN = ZoneInfo("Europe/Berlin")
HEAD = "Sturm Ylva: Der Liveblog\nStand: 04.01.2024, 09:20 Uhr\n\n"
BACKWARDS = HEAD + (
    "+++ 09:15 Uhr: Fähren fahren wieder +++\n"
    "Seit dem Morgen fahren die Fähren wieder. Gestern stand alles still, sagte die Reederei.\n\n"
    "+++ 00:10 Uhr: Ruhe am Deich +++\n"
    "Der Deich hält, teilte die Feuerwehr mit. Heute wird weiter kontrolliert.\n\n"
    "+++ 23:50 Uhr: Warnung +++\n"
    "Der Wetterdienst warnt weiter. Morgen bleiben die Schulen zu, sagte der Landrat.\n"
)


def test_clock_stamps_are_counted_back_over_midnight(tmp_path: Path) -> None:
    (article,), _ = read(put(tmp_path, "ticker.txt", BACKWARDS))
    assert [s.moment for s in article.sections] == [
        datetime(2024, 1, 4, 9, 15, tzinfo=BERLIN),
        datetime(2024, 1, 4, 0, 10, tzinfo=BERLIN),
        datetime(2024, 1, 3, 23, 50, tzinfo=BERLIN),
    ]
    found = {e.text.lower(): e.start for e in find_expressions(article, "Europe/Berlin")}
    assert found["gestern"] == date(2024, 1, 3)
    assert found["heute"] == date(2024, 1, 4)
    assert found["morgen"] == date(2024, 1, 4)
    stamps = [article.text[f.start_char : f.end_char] for f in article.furniture]
    assert sum("Uhr" in stamp for stamp in stamps) >= 4


def test_explain_counts_each_entry_from_its_own_day(tmp_path: Path) -> None:
    path = put(tmp_path, "ticker.txt", BACKWARDS)
    [said] = [
        r
        for r in json.loads(CliRunner().invoke(main, ["explain", str(path), "--json"]).stdout)
        if r["text"] == "Morgen"
    ]
    assert (said["start"], said["anchor"]) == ("2024-01-04", "2024-01-03")


def test_days_as_written(tmp_path: Path) -> None:
    text = (
        "Newsblog zum Sturm\n\n"
        "Mittwoch, 3. Januar 2024\n\n"
        "18.30 Uhr – Am Abend wurde der Deich gesichert, teilte die Feuerwehr gestern mit.\n\n"
        "Donnerstag, 4. Januar 2024\n\n"
        "07.15 Uhr – Die Fähren fahren heute wieder, sagte die Reederei am Morgen.\n\n"
        "08.45 Uhr – Auch die Bahn fährt heute wieder, teilte das Unternehmen mit.\n"
    )
    (article,), _ = read(put(tmp_path, "a.txt", text))
    assert [s.moment.day for s in article.sections] == [3, 4, 4]


def test_without_a_day_nothing_is_dated(tmp_path: Path) -> None:
    text = "Liveticker\n\n" + BACKWARDS.split("\n\n", 1)[1]
    (article,), _ = read(put(tmp_path, "a.txt", text))
    assert article.published is None
    assert article.sections == ()


def test_the_title_may_call_it_live(tmp_path: Path) -> None:
    front = "---\ntitle: Sturm Ylva im Liveblog\npublished: 2024-01-04\n---\n\n"
    entries = (
        "18.10 Uhr: Morgen ab 5 Uhr fahren die Fähren wieder, sagte die Reederei.\n\n"
        "16.45 Uhr: Am Deich steht das Wasser noch einen Meter hoch.\n\n"
        "9.05 Uhr: Eine Fähre hat die Mole gestreift, niemand ist verletzt.\n"
    )
    (article,), _ = read(put(tmp_path, "a.txt", front + entries))
    assert {s.moment.day for s in article.sections} == {4}
    assert len(article.sections) == 3


def test_a_report_with_clock_times_is_no_live_blog(tmp_path: Path) -> None:
    text = (
        "So lief der Einsatz\nStand: 04.01.2024\n\n"
        "09:15 Uhr: Der Notruf geht ein, die Feuerwehr rückt mit drei Wagen aus.\n\n"
        "09:40 Uhr: Die Einsatzkräfte erreichen den Hof, das Dach brennt bereits.\n\n"
        "11:00 Uhr: Das Feuer ist gelöscht, verletzt wurde nach ersten Angaben niemand.\n"
    )
    (article,), _ = read(put(tmp_path, "a.txt", text))
    assert article.sections == ()


def test_a_page_whose_stamps_are_plain_text(tmp_path: Path) -> None:
    lines = "".join(f"<p>{line}</p>" for line in BACKWARDS.split("\n\n", 1)[1].splitlines() if line)
    head = "<meta property='article:published_time' content='2024-01-04T09:20:00+01:00'>"
    html = f"<html><head>{head}</head><body><h1>Der Liveblog zum Sturm</h1>{lines}</body></html>"
    (article,), _ = read(put(tmp_path, "a.html", html))
    assert [s.moment.day for s in article.sections] == [4, 4, 3]
    found = {e.text.lower(): e.start for e in find_expressions(article, "Europe/Berlin")}
    assert found["morgen"] == date(2024, 1, 4)


ENTRIES = {
    "20:30": "Am Kai stehen die Leute und warten auf die erste Fähre des Abends, sagte die Wache.",
    "20:45": "Die Fähre ist da, gestern war sie ausgefallen. An Bord sind neunzig Menschen.",
    "21:10": "Der Hafen ist wieder leer, die Polizei zählte am Ende mehr als tausend Gäste.",
}


def _live_page(*, json_ld: bool) -> str:
    updates = [
        {"@type": "BlogPosting", "datePublished": f"2024-03-12T{clock}:00", "articleBody": body}
        for clock, body in ENTRIES.items()
    ]
    entry = {
        "@type": "LiveBlogPosting", "headline": "Die Fähre kommt: Liveblog",
        "datePublished": "2024-03-12T20:00:00", "liveBlogUpdate": updates if json_ld else [],
    }  # fmt: skip
    shown = "".join(
        f"<div><time datetime='2024-03-12T{clock}:00'>{clock} Uhr</time><p>{body}</p></div>"
        for clock, body in ENTRIES.items()
    )
    return (
        "<!DOCTYPE html><html lang='de'><head><title>Die Fähre kommt: Liveblog</title>"
        f"<script type='application/ld+json'>{json.dumps(entry)}</script></head>"
        f"<body><h1>Die Fähre kommt: Liveblog</h1><article>{shown}</article></body></html>"
    )


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("json_ld", [False, True])
def test_naive_stamps_of_entries_are_of_the_zone_of_the_run(
    tmp_path: Path, json_ld: bool, packed: bool
) -> None:
    body = _live_page(json_ld=json_ld).encode()
    path = (
        put(tmp_path, "a.warc", warc_record("https://bote.example/live", body))
        if packed
        else put(tmp_path, "a.html", body)
    )
    (article,), _ = read(path, options=Options(timezone="America/New_York"))
    zone = ZoneInfo("America/New_York")
    assert article.published == datetime(2024, 3, 12, 20, tzinfo=zone)
    assert [s.moment.isoformat() for s in article.sections] == [
        f"2024-03-12T{clock}:00-04:00" for clock in ENTRIES
    ]
