"""``timeline explain`` and ``timeline tag`` as a user meets them."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner, Result

from timeline.calling import INCOMPLETE, NOT_WRITTEN, OK, WRONG_CALL
from timeline.cli import main
from timeline.german.grammar import RULES

SENTENCE = "Am Mittwoch tagte der Rat. Die Brücke öffnet am 3. Mai 2025."
ARTICLE = f"---\nsource: Wendhafener Bote\npublished: 2024-11-14\n---\n{SENTENCE}\n"


def run(*arguments: object, given: str | bytes | None = None) -> Result:
    """A call of ``timeline``; whatever happens, no internal error and no traceback."""
    result = CliRunner().invoke(main, [str(argument) for argument in arguments], input=given)
    assert "Traceback (most recent" not in result.output
    assert "unerwartet" not in result.output, result.output
    return result


def records(*arguments: object, given: str | bytes | None = None) -> list[dict[str, Any]]:
    """What ``timeline explain --json`` says."""
    result = run("explain", *arguments, "--json", given=given)
    assert result.exit_code == OK, result.output
    found: list[dict[str, Any]] = json.loads(result.stdout)
    return found


def complaint(result: Result) -> str:
    """The only line on standard error."""
    lines = result.stderr.splitlines()
    assert len(lines) == 1, lines
    assert lines[0].startswith("Fehler: ")
    assert " – " in lines[0]
    return lines[0]


# ------------------------------------------------------------------ explain
def test_a_text_is_explained() -> None:
    result = run("explain", SENTENCE, "--published", "2024-11-14")
    assert result.exit_code == OK
    head, first, second = result.stdout.strip().split("\n\n")
    assert "14. November 2024 (vom Nutzer angegeben)" in head
    assert first.startswith("„Am Mittwoch“  (Zeichen 0–11)")
    assert "13. November 2024" in first
    assert "Regel: Wochentag" in first
    assert "gerechnet von: 14. November 2024 (Veröffentlichung)" in first
    assert "auch möglich: 20. November 2024: wäre es angekündigt" in first
    assert "Sicherheit: 90 %" in first
    assert "DATE 2024-11-13" in first
    assert "3. Mai 2025" in second
    assert "gerechnet von" not in second
    assert "Sicherheit: 100 %" in second, "said wherever there is a date"


def test_records_for_machines() -> None:
    first, second = records(SENTENCE, "--published", "2024-11-14")
    assert (first["start"], first["end"], first["granularity"]) == ("2024-11-13",) * 2 + ("day",)
    assert (first["basis"], first["anchor"]) == ("relative", "2024-11-14")
    assert first["alternatives"][0]["start"] == "2024-11-20"
    assert first["timexes"][0]["value"] == "2024-11-13"
    assert second["basis"] == "absolute"
    names = {rule.name for rule in RULES}
    for record in (first, second):
        assert SENTENCE[record["start_char"] : record["end_char"]] == record["text"]
        assert set(record["rule"].split(" + ")) <= names


def test_records_have_the_date_in_words() -> None:
    first = records(SENTENCE, "--published", "2024-11-14")[0]
    assert first["words"] == {"de": "13. November 2024", "en": "13 November 2024"}
    assert records(SENTENCE)[0]["words"] == {"de": "", "en": ""}
    assert not [key for record in records(SENTENCE) for key in record if key.startswith("_")]


def test_a_file_is_read_like_an_article(tmp_path: Path) -> None:
    path = tmp_path / "bote.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    assert records(path)[0]["start"] == "2024-11-13"
    assert records(path, "--published", "2024-11-21")[0]["start"] == "2024-11-20"
    text = run("explain", path).stdout
    assert "(Metadaten der Datei)" in text


def test_a_file_that_is_not_there_is_not_read_as_a_text() -> None:
    result = run("explain", "nirgends.txt")
    assert result.exit_code == WRONG_CALL
    assert "nirgends.txt: gibt es nicht" in result.output


def test_standard_input_is_explained() -> None:
    found = records("-", "--published", "2024-11-14", given=SENTENCE)
    assert [r["start"] for r in found] == ["2024-11-13", "2025-05-03"]


def test_standard_input_may_have_another_encoding() -> None:
    assert records("-", given="Am 3. März 2024.".encode("cp1252"))[0]["start"] == "2024-03-03"
    assert records("-", given="Am 3. März 2024.".encode("utf-16"))[0]["start"] == "2024-03-03"


@pytest.mark.parametrize("given", [b"", b"  \n", bytes(range(256)) * 8, b"%PDF-1.7 x"])
def test_standard_input_that_is_no_text(given: bytes) -> None:
    result = run("explain", "-", given=given)
    assert result.exit_code == NOT_WRITTEN
    assert "Standardeingabe" in complaint(result)


def test_without_a_publication_date_the_reason_is_said() -> None:
    result = run("explain", SENTENCE)
    assert result.exit_code == OK
    assert "Veröffentlichungsdatum unbekannt" in result.stdout
    assert "nicht aufgelöst: ohne Veröffentlichungsdatum" in result.stdout
    assert result.stdout.count("Sicherheit") == 1, "of what has no date nobody is sure"
    first, second = records(SENTENCE)
    assert first["start"] is None
    assert first["reason"]
    assert second["start"] == "2025-05-03"


@pytest.mark.parametrize("text", ["Der Rat tagte.", "", " ", "\0", "x" * 10_000])
def test_a_text_without_dates(text: str) -> None:
    result = run("explain", text)
    assert result.exit_code == OK
    assert "Keine Zeitangabe gefunden." in result.stdout
    assert records(text) == []


def test_a_duration_is_said_to_be_no_date() -> None:
    text = run("explain", "Die Sitzung dauerte drei Stunden.", "--published", "2024-11-14").stdout
    assert "kein Datum" in text
    assert "DURATION PT3H" in text


def test_in_english() -> None:
    text = run("explain", SENTENCE, "--published", "2024-11-14", "--language", "en").stdout
    assert "counted from: 14 November 2024 (publication)" in text
    assert "Regel" not in text


def test_the_locale_may_be_written_in_many_ways() -> None:
    for name in ("de-AT", "de_at", "AT"):
        assert records("Am 3. Jänner 2024.", "--locale", name)[0]["start"] == "2024-01-03"


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["--published", "14.13.2024"], "14.13.2024"),
        (["--published", "2024-02-30"], "2024-02-30"),
        (["--published", ""], "--published"),
        (["--timezone", "Mars/Phobos"], "Mars/Phobos"),
        (["--locale", "fr-FR"], "fr-FR"),
    ],
)
def test_a_wrong_option_is_named(arguments: list[str], named: str) -> None:
    result = run("explain", SENTENCE, *arguments)
    assert result.exit_code == WRONG_CALL
    assert named in complaint(result)
    assert result.stdout == ""


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "leer.txt").write_bytes(b"")
    result = run("explain", tmp_path / "leer.txt")
    assert result.exit_code == NOT_WRITTEN
    assert "leer.txt" in complaint(result)
    assert result.stdout == ""


ARCHIVE = (
    '{"title": "Rat", "published": "2024-11-14", "text": "Am Mittwoch tagte der Rat."}\n'
    "kaputt\n"
    '{"title": "Brücke", "published": "2024-11-21", "text": "Am Mittwoch öffnete die Brücke."}\n'
    '{"title": "Chor", "published": "2024-31-12", "text": "Der Chor singt."}\n'
)


def test_all_articles_of_a_file_are_explained_and_its_problems_told(tmp_path: Path) -> None:
    path = tmp_path / "archiv.jsonl"
    path.write_text(ARCHIVE, encoding="utf-8")
    result = run("explain", path)
    assert result.exit_code == INCOMPLETE
    first, second, third = re.findall(r"(?s)archiv\.jsonl#.*?(?=\n\narchiv|\Z)", result.stdout)
    assert first.startswith("archiv.jsonl#1: Rat\nVeröffentlicht: 14. November 2024")
    assert "Datum: 13. November 2024" in first
    assert second.startswith("archiv.jsonl#3: Brücke\n")
    assert "Datum: 20. November 2024" in second
    assert third.startswith("archiv.jsonl#4: Chor\nVeröffentlichungsdatum unbekannt")
    assert "Keine Zeitangabe gefunden." in third
    error, hint = result.stderr.splitlines()
    assert error.startswith("Fehler: archiv.jsonl: Zeile 2")
    assert hint.startswith("Hinweis: archiv.jsonl#4")
    assert "2024-31-12" in hint


def test_records_say_which_article_they_are_of(tmp_path: Path) -> None:
    path = tmp_path / "archiv.jsonl"
    path.write_text(ARCHIVE, encoding="utf-8")
    result = run("explain", path, "--json")
    assert result.exit_code == INCOMPLETE
    found = [(record["file"], record["start"]) for record in json.loads(result.stdout)]
    assert found == [("archiv.jsonl#1", "2024-11-13"), ("archiv.jsonl#3", "2024-11-20")]
    assert {record["file"] for record in records(SENTENCE)} == {"-"}


def test_the_articles_of_a_folder_are_explained(tmp_path: Path) -> None:
    folder = tmp_path / "archiv"
    (folder / "unter").mkdir(parents=True)
    (folder / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "unter" / "b.txt").write_text(ARTICLE.replace("Rat", "Chor"), encoding="utf-8")
    (folder / "leer.txt").write_bytes(b"")
    result = run("explain", folder)
    assert result.exit_code == INCOMPLETE
    assert result.stdout.startswith("a.txt\nVeröffentlicht: ")
    assert "\n\nunter/b.txt\nVeröffentlicht: " in result.stdout
    assert result.stdout.count("Datum: 13. November 2024") == 2
    assert "leer.txt: ist leer" in complaint(result)
    found = json.loads(run("explain", folder, "--json").stdout)
    assert [r["file"] for r in found] == ["a.txt", "a.txt", "unter/b.txt", "unter/b.txt"]


def test_a_folder_without_articles(tmp_path: Path) -> None:
    result = run("explain", tmp_path)
    assert result.exit_code == NOT_WRITTEN
    assert "keine Artikel" in complaint(result)
    assert result.stdout == ""


def test_one_date_for_a_whole_folder(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SENTENCE, encoding="utf-8")
    result = run("explain", tmp_path, "--published", "2024-11-14")
    assert result.exit_code == WRONG_CALL
    assert "Ordner" in complaint(result)


def test_a_hint_about_a_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "bote.txt"
    path.write_text(ARTICLE.replace("2024-11-14", "2024-02-31"), encoding="utf-8")
    result = run("explain", path, "--language", "en")
    assert result.exit_code == OK
    assert result.stderr.startswith("note: bote.txt: ")


def test_without_a_date_it_says_how_to_give_one(tmp_path: Path) -> None:
    assert "unbekannt (anzugeben mit --published" in run("explain", "Am Freitag.").stdout
    assert "unknown (give it by --published" in run("explain", "x", "--language", "en").stdout
    (tmp_path / "a.txt").write_text("Am Freitag brannte die Halle.", encoding="utf-8")
    assert "--published" not in run("explain", tmp_path).stdout  # takes one file alone


# ------------------------------------------------------------------ tag
RECORD = json.dumps({"doc": "a", "dct": "2024-11-14", "text": SENTENCE})


def test_json_lines_are_tagged() -> None:
    result = run("tag", "-", given=f"{RECORD}\n\n{RECORD}\n")
    assert result.exit_code == OK
    first, second = map(json.loads, result.stdout.splitlines())
    assert first == second
    assert [t["value"] for t in first["timexes"]] == ["2024-11-13", "2025-05-03"]


def test_a_file_of_json_lines_is_tagged(tmp_path: Path) -> None:
    path = tmp_path / "archiv.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + RECORD.encode() + b"\r\n")
    result = run("tag", path, "--kind", "weekly")
    assert result.exit_code == OK
    assert json.loads(result.stdout)["kind"] == "weekly"


def test_timeml() -> None:
    result = run("tag", "-", "--format", "timeml", given=RECORD)
    root = ElementTree.fromstring(result.stdout)
    assert [t.get("value") for t in root.iter("TIMEX3")] == [
        "2024-11-14",
        "2024-11-13",
        "2025-05-03",
    ]


@pytest.mark.parametrize(
    "line", ["kaputt", '{"doc": "b"}', "\ufeffx", "[" * 100_000, '{"doc": 1, "dct": 2, "text": ""}']
)
def test_a_broken_line_is_named_and_the_others_are_answered(line: str) -> None:
    result = run("tag", "-", given=f"{RECORD}\n{line}\n{RECORD}\n")
    assert result.exit_code == INCOMPLETE
    assert "-, Zeile 2" in complaint(result)
    assert len(result.stdout.splitlines()) == 2
    english = run("tag", "-", "--language", "en", given=line)
    assert english.exit_code == NOT_WRITTEN
    assert re.match(
        r"error: -, line 1: (?:is not a JSON object|“dct” is not a day)", english.stderr
    )
    assert "such as {" in english.stderr


def test_of_many_broken_lines_the_first_are_named() -> None:
    result = run("tag", "-", given="x\n" * 30 + RECORD)
    assert result.exit_code == INCOMPLETE
    assert len(result.stderr.splitlines()) == 11
    assert result.stderr.endswith("-: weitere Fehler in dieser Datei: 20\n")


def test_bytes_that_are_no_utf8_are_named(tmp_path: Path) -> None:
    path = tmp_path / "archiv.jsonl"
    path.write_bytes(RECORD.replace("Br\\u00fccke", "Brücke").encode("cp1252"))
    result = run("tag", path)
    assert result.exit_code == NOT_WRITTEN
    assert f"{path}, Zeile 1" in complaint(result)


@pytest.mark.parametrize("name", ["nix.jsonl", "."])
def test_a_file_that_is_not_there(tmp_path: Path, name: str) -> None:
    result = run("tag", tmp_path / name)
    assert result.exit_code == WRONG_CALL
    assert str(tmp_path / name) in complaint(result)


def test_nothing_in_nothing_out() -> None:
    result = run("tag", "-", given="")
    assert (result.exit_code, result.output) == (OK, "")


def test_a_reader_may_stop_early(tmp_path: Path) -> None:
    """„timeline tag … | head -1“ is no error."""
    path = tmp_path / "archiv.jsonl"
    path.write_text(f"{RECORD}\n" * 5_000, encoding="utf-8")
    program = [sys.executable, "-c", "from timeline.cli import main; main()", "tag", str(path)]
    with subprocess.Popen(
        program, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ}
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline().startswith(b'{"doc": "a"')
        process.stdout.close()
        assert process.stderr.read() == b""


def test_what_is_counted_from_the_text_says_from_which_words() -> None:
    text = run("explain", "Am 3. Mai 2024 brach der Damm. Zwei Tage später kam die Flut.").stdout
    assert "gerechnet von: „3. Mai 2024“ (im Text)" in text
    assert "Datum: 5. Mai 2024" in text
