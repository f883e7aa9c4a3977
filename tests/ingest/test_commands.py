"""``timeline fetch``, ``timeline doctor`` and the options of ``build`` about articles."""

import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import get_args

import pytest
from click.testing import CliRunner, Result
from samples import PARAGRAPHS, TEXT, jsonl, page, put

from timeline.article_commands import mapped, table
from timeline.cli import main
from timeline.errors import UsageError
from timeline.ingest import Options
from timeline.ingest.doctor import Outlet, examine
from timeline.models import PublishedBasis

TODAY = date(2024, 4, 1)


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def archive(folder: Path) -> Path:
    rows = [
        {"quelle": "Bote", "text": f"{PARAGRAPHS[0]} Eins.", "datum": "2024-03-12T08:00:00+01:00"},
        {"quelle": "Bote", "text": f"{PARAGRAPHS[1]} Zwei.", "datum": "2024-03-12 08:00"},
        {"quelle": "Bote", "text": f"{PARAGRAPHS[1]} Zwei.", "datum": "2024-03-12"},
        {"quelle": "Bote", "text": "Drei Wörter reichen für einen Text, auch ohne Datum darin."},
        {"quelle": "Kurier", "text": f"{TEXT} Vier.", "aktualisiert": "2024-03-14"},
        {"quelle": "Kurier", "text": f"{TEXT} {TEXT} Fünf.", "datum": "2025-01-01"},
    ]
    put(folder, "archiv.jsonl", jsonl(*rows))
    swapped = page("Halle", f"{TEXT} Sechs.", "2024-12-03T06:00:00+01:00").replace(
        "<head>",
        '<head><meta name="date" content="2024-03-12"><meta property="og:site_name" content=Echo>',
    )
    put(folder, "seite.html", swapped.encode("cp1252").replace(b"utf-8", b"windows-1252"))
    return folder


def test_doctor_counts_what_stands_out(tmp_path: Path) -> None:
    outlets, problems = examine([archive(tmp_path)], Options(), TODAY)
    assert problems == []
    rows = {o.name: o for o in outlets}
    assert [o.name for o in outlets] == ["Bote", "Kurier", "Echo"]
    bote, kurier, echo = rows["Bote"], rows["Kurier"], rows["Echo"]
    assert (bote.articles, bote.undated, bote.zoneless, bote.duplicates) == (4, 1, 1, 1)
    assert (kurier.updated, kurier.future) == (1, 1)
    assert (echo.swapped, dict(echo.encodings)) == (1, {"windows-1252": 1})
    assert bote.examples["duplicates"] == ["archiv.jsonl#3"]


def test_doctor_as_table_and_as_json(tmp_path: Path) -> None:
    archive(tmp_path)
    shown = run("doctor", tmp_path, "--today", "2024-04-01")
    assert shown.exit_code == 0
    assert "Medium" in shown.stdout
    assert "Kurier: Datum in der Zukunft: archiv.jsonl#6" in shown.stdout
    assert "Bote: ohne Veröffentlichungsdatum: archiv.jsonl#4" in shown.stdout
    assert "  Metadaten der Datei 3, nichts 1" in shown.stdout
    english = run("doctor", tmp_path, "--language", "en").stdout
    assert "  metadata of the file 3, nothing 1" in english
    found = json.loads(run("doctor", tmp_path, "--today", "2024-04-01", "--json").stdout)
    assert [row["outlet"] for row in found] == ["Bote", "Kurier", "Echo"]
    assert found[0]["basis"] == {"metadata": 3, "none": 1}


def test_every_basis_of_a_date_has_words() -> None:
    outlet = Outlet("Bote", bases=Counter(get_args(PublishedBasis)))
    (row,) = [line for line in table([outlet]) if line.startswith("Bote")]
    assert len(set(row.split("  ")[-1].split(", "))) == len(get_args(PublishedBasis))


def test_doctor_with_bad_input(tmp_path: Path) -> None:
    put(tmp_path, "gut.txt", TEXT)
    put(tmp_path, "leer.txt", "")
    assert run("doctor", tmp_path).exit_code == 1
    assert run("doctor", tmp_path / "leer.txt").exit_code == 3
    assert run("doctor", tmp_path / "fehlt").exit_code == 2
    assert run("doctor", tmp_path, "--today", "morgen").exit_code == 2
    assert table([]) == ["Keine Artikel gefunden."]


def test_map_is_read_and_checked(tmp_path: Path) -> None:
    assert mapped(["text=Volltext,published=Datum", "title=T"]) == {
        "text": "Volltext", "published": "Datum", "title": "T",
    }  # fmt: skip
    with pytest.raises(UsageError, match="FELD=SPALTE"):
        mapped(["text"])
    path = put(tmp_path, "a.csv", f'a;b\n"{TEXT}";2024-03-12\n')
    done = run("build", path, "-o", tmp_path / "out", "--map", "text=a,published=b", "-f", "json")
    assert done.exit_code == 0
    export = json.loads((tmp_path / "out/timeline.json").read_text("utf-8"))
    (article,) = export["articles"]
    assert (article["published"], article["text"]) == ("2024-03-12", TEXT)
    for event in export["events"]:
        for mention in event["mentions"]:
            span = slice(mention["start_char"], mention["end_char"])
            assert article["text"][span] == mention["text"]
    assert run("build", path, "-o", tmp_path / "out", "--map", "foo=a").exit_code == 2


def test_show_furniture(tmp_path: Path) -> None:
    box = "<aside class='newsletter'><p>Jeden Freitag um 7 Uhr neu im Postfach.</p></aside>"
    path = put(tmp_path, "a.html", page("Halle").replace("</article>", f"{box}</article>"))
    put(tmp_path, "b.txt", f"---\npublished: 2024-03-12\n---\n{PARAGRAPHS[0]}\n\nAnzeige\n")
    shown = run("build", tmp_path, "-o", tmp_path / "out", "-f", "json", "--show-furniture")
    assert "Jeden Freitag um 7 Uhr" in shown.stdout
    assert "b.txt [advertising]: Anzeige" in shown.stdout
    assert "Weggelassen" not in run("build", path, "-o", tmp_path / "out", "-f", "json").stdout
    machine = run("build", path, "-o", tmp_path / "out", "-f", "json", "--show-furniture", "--json")
    furniture = json.loads(machine.stdout)["furniture"]
    assert any("Postfach" in line["text"] for line in furniture)


def test_fetch_says_what_it_did(tmp_path: Path) -> None:
    done = run("fetch", "http://127.0.0.1:9/x", "ftp://a.example", "-o", tmp_path / "seiten")
    assert done.exit_code == 3
    assert "Nichts gespeichert." in done.stdout
    assert "--allow-local" in done.stderr
    assert not (tmp_path / "seiten").exists()
