"""``timeline build`` as a user meets it: files, options, report, exit codes, bad input."""

from __future__ import annotations

import contextlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Literal
from unicodedata import normalize

import pytest
from click.testing import CliRunner, Result

from timeline.calling import INCOMPLETE, INTERRUPTED, NOT_WRITTEN, OK, WRONG_CALL
from timeline.cli import main
from timeline.models import Article, TimeExpression, Timeline

BRIDGE = """---
title: Frachter rammt Drehbrücke
source: Wendhafener Bote
published: 2024-11-14
url: https://wendhafener-bote.example/drehbruecke
---
Ein Frachter hat am 12. November 2024 die Drehbrücke in Wendhafen gerammt. Verletzt wurde niemand.
Die Brücke soll am 3. Mai 2025 wieder öffnen.
"""
BRIDGE_TOO = """---
title: Brücke nach Unfall gesperrt
source: Küstenrundschau
published: 2024-11-13
---
Am Dienstag hat ein Frachter die Drehbrücke in Wendhafen gerammt. Die Straße ist gesperrt.
"""
UNDATED = "Gestern tagte der Rat von Wendhafen. Am 9. Oktober 2024 war das Rathaus geschlossen.\n"
REPORT = re.compile(
    r"(?:1 Artikel|\d+ Artikel) gelesen, (?:1 datierte Aussage|\d+ datierte Aussagen), "
    r"(?:1 Ereignis|\d+ Ereignisse), \d+ davon aus mehreren Quellen\."
)
AS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
needs_permissions = pytest.mark.skipif(
    AS_ROOT or os.name == "nt", reason="the user may read and write everything"
)


@pytest.fixture
def clippings(tmp_path: Path) -> Path:
    """A folder with three articles, two of them about one event."""
    folder = tmp_path / "artikel"
    folder.mkdir()
    (folder / "bote.txt").write_text(BRIDGE, encoding="utf-8")
    (folder / "rundschau.md").write_text(BRIDGE_TOO, encoding="utf-8")
    (folder / "rat.txt").write_text(UNDATED, encoding="utf-8")
    return folder


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Where a run may write; not there yet."""
    return tmp_path / "aus" / "gabe"


def run(*arguments: object) -> Result:
    """A call of ``timeline``; whatever happens, no internal error and no traceback."""
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert "Traceback (most recent" not in result.output
    assert "unerwartet" not in result.output, result.output
    return result


def build(clippings: Path, out: Path, *arguments: object) -> dict[str, Any]:
    """A run that must succeed, and the JSON export."""
    result = run("build", clippings, "-o", out, *arguments)
    assert result.exit_code == OK, result.output
    return export(out)


def export(out: Path) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((out / "timeline.json").read_bytes())
    return data


def published(data: dict[str, Any]) -> dict[str, tuple[str | None, str]]:
    """File → publication date and where it is from."""
    return {a["file"]: (a["published"], a["published_basis"]) for a in data["articles"]}


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def complaints(result: Result) -> list[str]:
    """The lines on standard error, without what the calendar could not carry."""
    return [line for line in result.stderr.splitlines() if "timeline.ics" not in line]


def complaint(result: Result) -> str:
    """The only line of complaint: what, why and the way out."""
    lines = complaints(result)
    assert len(lines) == 1, lines
    assert re.fullmatch(r"(?:Fehler|Hinweis): .+: .+ – .+", lines[0]), lines[0]
    return lines[0]


# ------------------------------------------------------------------ what is written
def test_a_run_writes_everything_and_says_where(clippings: Path, out: Path) -> None:
    result = run("build", clippings, "-o", out)
    assert result.exit_code == OK
    first, *rest = result.stdout.splitlines()
    assert REPORT.fullmatch(first)
    assert first.startswith("3 Artikel gelesen")
    assert "Veröffentlichungsdaten: 0 erschlossen, 1 unbekannt." in rest
    assert rest[-1] == f"Ansehen: {out / 'index.html'}"
    names = set(contents(out))
    assert {"timeline.json", "timeline.ics", "timeline.timelinejs.json", "index.html"} <= names
    assert all(re.fullmatch(r"timeline-?.*\.ics", name) for name in names - {
        "timeline.json", "timeline.timelinejs.json", "index.html"})  # fmt: skip
    assert rest[-2] == f"Geschrieben nach {out}: " + ", ".join(sorted(names))


def test_the_export_is_what_the_models_say(clippings: Path, out: Path) -> None:
    data = build(clippings, out)
    assert data["schema"] == "timeline/1"
    Timeline.model_validate(data)
    for event in data["events"]:
        for mention in event["mentions"]:
            text = (clippings / mention["file"]).read_text(encoding="utf-8")
            assert text[mention["start_char"] : mention["end_char"]] == mention["text"]
            assert mention["text"] in mention["sentence"]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_offsets_fit_the_text_of_the_export_or_else_the_file(
    clippings: Path, out: Path, form: Literal["NFC", "NFD"], encoding: str
) -> None:
    written = normalize(form, "Die Gänse übten. Am Dienstag, 12. März 2024, flogen sie über Köln.")
    (clippings / "gans.txt").write_text(f"{written}\r\n{written}\n", encoding, newline="")
    data = build(clippings, out)
    texts = {article["file"]: article["text"] for article in data["articles"]}
    assert [file for file, text in texts.items() if text] == ["gans.txt"] * (form == "NFD")
    mentions = [m for e in data["events"] for m in e["mentions"] if m["file"] == "gans.txt"]
    assert mentions
    for mention in mentions:
        text = texts["gans.txt"] or (clippings / "gans.txt").read_text(encoding)
        assert text[mention["start_char"] : mention["end_char"]] == mention["text"]
        assert "März" in mention["text"]


def test_one_event_in_two_outlets_names_both(clippings: Path, out: Path) -> None:
    events = [e for e in build(clippings, out)["events"] if e["start"] == "2024-11-12"]
    assert len(events) == 1
    assert events[0]["sources"] == ["Küstenrundschau", "Wendhafener Bote"]


def test_what_cannot_be_dated_is_listed(clippings: Path, out: Path) -> None:
    unresolved = build(clippings, out)["unresolved"]
    assert [(u["file"], u["text"]) for u in unresolved] == [("rat.txt", "Gestern")]
    assert unresolved[0]["reason"]


@pytest.mark.parametrize(
    ("arguments", "names"),
    [
        (["--format", "json"], {"timeline.json"}),
        (["-f", "json", "-f", "html"], {"timeline.json", "index.html"}),
        (["-f", "html, json"], {"timeline.json", "index.html"}),
        (["-f", "json,json"], {"timeline.json"}),
        (["-f", "timelinejs"], {"timeline.timelinejs.json"}),
    ],
    ids=str,
)
def test_only_the_formats_asked_for_are_written(
    clippings: Path, out: Path, arguments: list[str], names: set[str]
) -> None:
    result = run("build", clippings, "-o", out, *arguments)
    assert result.exit_code == OK
    assert set(contents(out)) == names


def test_a_calendar_alone(clippings: Path, out: Path) -> None:
    assert run("build", clippings, "-o", out, "-f", "ics").exit_code == OK
    assert "timeline.ics" in contents(out)
    assert all(name.endswith(".ics") for name in contents(out))


# ------------------------------------------------------------------ options
def test_the_title_is_that_of_the_user(clippings: Path, out: Path) -> None:
    assert build(clippings, out)["title"] == "Zeitleiste"
    assert build(clippings, out, "--language", "en")["title"] == "Timeline"
    title = "Brücke & <Rat> „Wendhafen“"
    assert build(clippings, out, "--title", title)["title"] == title
    assert "Brücke &amp; &lt;Rat&gt;" in (out / "index.html").read_text(encoding="utf-8")


def test_the_locale_holds_for_all_articles(clippings: Path, out: Path) -> None:
    assert {a["locale"] for a in build(clippings, out)["articles"]} == {"de-DE"}
    assert {a["locale"] for a in build(clippings, out, "--locale", "de-AT")["articles"]} == {
        "de-AT"
    }


def test_the_time_zone_is_that_of_the_user(clippings: Path, out: Path) -> None:
    (clippings / "bote.txt").write_text(
        BRIDGE.replace("2024-11-14", "2024-11-14T08:30"), encoding="utf-8"
    )
    assert published(build(clippings, out))["bote.txt"][0] == "2024-11-14T08:30:00+01:00"
    data = build(clippings, out, "--timezone", "Europe/Lisbon")
    assert data["timezone"] == "Europe/Lisbon"
    assert published(data)["bote.txt"][0] in ("2024-11-14T08:30:00Z", "2024-11-14T08:30:00+00:00")


def test_a_date_of_the_user_comes_before_all_others(clippings: Path, out: Path) -> None:
    (clippings / "metadata.csv").write_text(
        "file,published,source\nbote.txt,2024-11-20,Anderes Blatt\nrat.txt,2024-10-10,Amtsblatt\n",
        encoding="utf-8",
    )
    data = build(clippings, out, "--published", "bote.txt=2024-11-15")
    assert published(data) == {
        "bote.txt": ("2024-11-15", "user"),
        "rat.txt": ("2024-10-10", "metadata"),
        "rundschau.md": ("2024-11-13", "metadata"),
    }
    assert {a["file"]: a["source"] for a in data["articles"]}["rat.txt"] == "Amtsblatt"
    assert data["unresolved"] == []
    assert any(e["start"] == "2024-10-09" for e in data["events"])


def test_a_date_may_be_given_for_a_path(clippings: Path, out: Path) -> None:
    data = build(clippings, out, "--published", f"{clippings / 'rat.txt'}=10.10.2024")
    assert published(data)["rat.txt"] == ("2024-10-10", "user")


@pytest.mark.parametrize("given", ["rat.txt", "=2024-11-01", "rat.txt=", "="])
def test_a_date_that_is_not_given_properly(clippings: Path, out: Path, given: str) -> None:
    result = run("build", clippings, "-o", out, "--published", given)
    assert result.exit_code == WRONG_CALL
    assert complaint(result).startswith(f"Fehler: --published {given}: ")
    assert not out.exists()


def test_a_date_for_a_file_that_is_not_read(clippings: Path, out: Path) -> None:
    result = run("build", clippings, "-o", out, "--published", "nix.txt=2024-11-01")
    assert result.exit_code == INCOMPLETE
    assert "nix.txt" in complaint(result)
    assert len(export(out)["articles"]) == 3


def test_a_date_that_does_not_exist(clippings: Path, out: Path) -> None:
    """Like a day for „--since“ that is none: the call is wrong, and nothing is written."""
    for written in ("2024-02-30", "2024-13-01", "bald"):
        result = run("build", clippings, "-o", out, "--published", f"rat.txt={written}")
        assert result.exit_code == WRONG_CALL
        assert complaint(result).startswith(f"Fehler: --published rat.txt={written}: ")
        assert not out.exists()


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["--timezone", "Mars/Phobos"], "Mars/Phobos"),
        (["--timezone", ""], "--timezone"),
        (["--timezone", "../../etc/passwd"], "../../etc/passwd"),
        (["--locale", "fr-FR"], "fr-FR"),
        (["--format", "pdf"], "pdf"),
        (["--format", "json,pdf"], "pdf"),
    ],
    ids=str,
)
def test_a_wrong_option_stops_the_run(
    clippings: Path, out: Path, arguments: list[str], named: str
) -> None:
    result = run("build", clippings, "-o", out, *arguments)
    assert result.exit_code == WRONG_CALL
    assert named in complaint(result)
    assert result.stdout == ""
    assert not out.exists()


@pytest.mark.parametrize(
    "arguments", [["build"], ["build", "x"], ["nix"], ["build", "x", "-o", "y", "--language", "fr"]]
)
def test_a_call_that_click_refuses(arguments: list[str]) -> None:
    assert run(*arguments).exit_code == WRONG_CALL


def test_help_and_version() -> None:
    assert run("--help").exit_code == OK
    assert "Rückgabe: 0" in run("build", "--help").stdout
    assert run("--version").stdout.startswith("timeline")


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_list_of_commands_cuts_no_line_short(language: str) -> None:
    assert "..." not in run("--language", language, "--help").stdout


def test_without_a_command_the_help_is_shown() -> None:
    result = run()
    assert (result.exit_code, result.stdout) == (WRONG_CALL, "")
    assert result.stderr.startswith("Aufruf: main [OPTIONEN] BEFEHL …\n")


def test_it_runs_as_a_module() -> None:
    program = [sys.executable, "-m", "timeline", "explain", "Am 3. Mai 2024."]
    told = subprocess.run(program, capture_output=True, text=True, check=True).stdout
    assert "Datum: 3. Mai 2024" in told


def test_ctrl_c_says_so_and_writes_nothing(
    clippings: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("timeline.pipeline.assemble", stop)
    result = run("build", clippings, "-o", tmp_path / "out")
    assert (result.exit_code, result.stderr) == (INTERRUPTED, "Abgebrochen.\n")
    assert not (tmp_path / "out").exists()


def test_a_fault_at_every_article_is_told_once_and_writes_nothing(
    clippings: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise LookupError("keine Tabelle")

    out = tmp_path / "out"
    assert run("build", clippings, "-o", out).exit_code == OK
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    monkeypatch.setattr("timeline.pipeline.find_expressions", fail)
    result = CliRunner().invoke(main, ["build", str(clippings), "-o", str(out)])
    assert result.exit_code == NOT_WRITTEN
    assert result.stderr.count("keine Tabelle") == 1
    assert "3 Artikel (" in result.stderr
    assert "Nichts geschrieben." in result.stdout
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before


def test_a_fault_at_one_article_leaves_the_others(
    clippings: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from timeline.temporal import find_expressions

    def fail(article: Article, timezone: str) -> list[TimeExpression]:
        if article.file == "rat.txt":
            raise LookupError("keine Tabelle")
        return find_expressions(article, timezone)

    monkeypatch.setattr("timeline.pipeline.find_expressions", fail)
    out = tmp_path / "out"
    result = CliRunner().invoke(main, ["build", str(clippings), "-o", str(out)])
    assert result.exit_code == INCOMPLETE
    assert "Fehler: rat.txt: unerwarteter Fehler beim Auswerten" in result.stderr
    assert (out / "index.html").exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_behind_standard_output_is_no_riddle() -> None:
    with Path("/dev/full").open("wb") as full:
        program = [sys.executable, "-m", "timeline", "schema"]
        result = subprocess.run(program, stdout=full, stderr=subprocess.PIPE, text=True)
    assert result.returncode == NOT_WRITTEN
    assert result.stderr == (
        "Fehler: Standardausgabe: auf dem Datenträger ist kein Platz mehr – Platz schaffen\n"
    )


# ------------------------------------------------------------------ the report for machines
def test_the_report_for_machines(clippings: Path, out: Path) -> None:
    (clippings / "leer.txt").write_bytes(b"")
    result = run("build", clippings, "-o", out, "--json")
    assert result.exit_code == INCOMPLETE
    assert result.stderr == ""
    report = json.loads(result.stdout)
    data = export(out)
    assert report["counts"]["articles"] == len(data["articles"]) == 3
    assert report["counts"]["events"] == len(data["events"])
    assert report["counts"]["mentions"] == sum(len(e["mentions"]) for e in data["events"])
    assert report["counts"]["unresolved"] == 1
    assert report["counts"]["errors"] == 1
    assert report["files"] == sorted(contents(out))
    assert report["folder"] == out.as_posix()
    errors = [p for p in report["problems"] if p["level"] == "error"]
    assert len(errors) == 1
    assert "leer.txt" in errors[0]["what"]
    assert errors[0]["why"]
    assert errors[0]["remedy"]


def test_the_report_for_machines_when_nothing_is_written(tmp_path: Path, out: Path) -> None:
    (tmp_path / "leer.txt").write_bytes(b"")
    result = run("build", tmp_path / "leer.txt", "-o", out, "--json")
    assert result.exit_code == NOT_WRITTEN
    report = json.loads(result.stdout)
    assert report["files"] == []
    assert report["counts"]["articles"] == 0
    assert len(report["problems"]) == 1


def test_a_call_that_names_nothing_that_exists(tmp_path: Path, out: Path) -> None:
    result = run("build", tmp_path / "nix", tmp_path / "weg.txt", "-o", out, "--json")
    assert result.exit_code == WRONG_CALL
    report = json.loads(result.stdout)
    assert report["files"] == []
    assert [problem["why"] for problem in report["problems"]] == ["gibt es nicht"] * 2
    assert not out.exists()


# ------------------------------------------------------------------ bad input
def _sparse(path: Path) -> None:
    with path.open("wb") as stream:
        stream.truncate(50_000_000)


def _bytes(data: bytes) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        path.write_bytes(data)

    return make


def _forbidden(path: Path) -> None:
    path.write_text(UNDATED, encoding="utf-8")
    path.chmod(0)


#: how the file is made, and what the message must say
LEFT_OUT = {
    "empty": (_bytes(b""), "leer"),
    "blank": (_bytes(b" \n\n\t\n"), "keinen Text"),
    "binary": (_bytes(bytes(range(256)) * 40), "Binärdatei"),
    "pdf": (_bytes(b"%PDF-1.7\n1 0 obj\n"), "PDF"),
    "zip": (_bytes(b"PK\x03\x04" + bytes(100)), "ZIP"),
    "large": (_sparse, "50 MB"),
}


@pytest.mark.parametrize("kind", LEFT_OUT)
def test_a_file_that_cannot_be_read_is_left_out(clippings: Path, out: Path, kind: str) -> None:
    make, reason = LEFT_OUT[kind]
    make(clippings / "kaputt.txt")
    result = run("build", clippings, "-o", out)
    assert result.exit_code == INCOMPLETE
    line = complaint(result)
    assert line.startswith("Fehler: ")
    assert "kaputt.txt" in line
    assert reason in line
    assert [a["file"] for a in export(out)["articles"]] == ["bote.txt", "rat.txt", "rundschau.md"]


@needs_permissions
def test_a_file_without_permission_is_left_out(clippings: Path, out: Path) -> None:
    _forbidden(clippings / "geheim.txt")
    result = run("build", clippings, "-o", out)
    assert result.exit_code == INCOMPLETE
    assert "geheim.txt" in complaint(result)
    assert len(export(out)["articles"]) == 3


@pytest.mark.parametrize("kind", LEFT_OUT)
def test_where_nothing_can_be_read_nothing_is_written(tmp_path: Path, out: Path, kind: str) -> None:
    LEFT_OUT[kind][0](tmp_path / "kaputt.txt")
    result = run("build", tmp_path / "kaputt.txt", "-o", out)
    assert result.exit_code == NOT_WRITTEN
    assert "kaputt.txt" in complaint(result)
    assert result.stdout.splitlines()[-1] == "Nichts geschrieben."
    assert not out.exists()


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff"), ("utf-16-le", b""),
     ("windows-1252", b""), ("utf-8", b"\xef\xbb\xbf")],
)  # fmt: skip
def test_other_encodings_are_read_right(
    clippings: Path, out: Path, encoding: str, mark: bytes
) -> None:
    text = BRIDGE.replace("Wendhafener Bote", "Müßiggänger")
    (clippings / "bote.txt").write_bytes(mark + text.encode(encoding))
    data = build(clippings, out)
    assert "Müßiggänger" in {a["source"] for a in data["articles"]}
    [event] = [e for e in data["events"] if e["start"] == "2024-11-12"]
    assert "Müßiggänger" in event["sources"]


@pytest.mark.parametrize(
    ("before", "after", "named"),
    [
        ("source: Wendhafener Bote", "source: [Wendhafener\n  : Bote", "Front Matter"),
        ("published: 2024-11-14", "published: 2024-02-31", "2024-02-31"),
        ("published: 2024-11-14", "published: irgendwann", "irgendwann"),
    ],
)
def test_broken_metadata_is_told_and_the_article_is_built(
    clippings: Path, out: Path, before: str, after: str, named: str
) -> None:
    (clippings / "bote.txt").write_text(BRIDGE.replace(before, after), encoding="utf-8")
    result = run("build", clippings, "-o", out)
    assert result.exit_code == OK
    line = complaint(result)
    assert line.startswith("Hinweis: ")
    assert "bote.txt" in line
    assert named in line
    assert len(export(out)["articles"]) == 3


def test_two_articles_with_one_id_are_both_built(clippings: Path, out: Path) -> None:
    for name in ("bote.txt", "rundschau.md"):
        text = (clippings / name).read_text(encoding="utf-8")
        (clippings / name).write_text(text.replace("---\n", "---\nid: bruecke\n", 1), "utf-8")
    result = run("build", clippings, "-o", out)
    assert result.exit_code == OK
    line = complaint(result)
    assert "bote.txt" in line
    assert "rundschau.md" in line
    assert "bruecke" in line
    ids = [a["id"] for a in export(out)["articles"]]
    assert len(set(ids)) == 3
    assert "bruecke" in ids


def test_a_folder_without_articles(tmp_path: Path, out: Path) -> None:
    (tmp_path / "leer").mkdir()
    result = run("build", tmp_path / "leer", "-o", out)
    assert result.exit_code == NOT_WRITTEN
    assert "leer" in complaint(result)
    assert not out.exists()


def test_a_folder_that_is_not_there_beside_one_that_is(
    clippings: Path, tmp_path: Path, out: Path
) -> None:
    result = run("build", clippings, tmp_path / "nix", "-o", out)
    assert result.exit_code == INCOMPLETE
    assert "nix" in complaint(result)
    assert len(export(out)["articles"]) == 3


# ------------------------------------------------------------------ output that fails
def test_a_file_where_the_folder_should_be(clippings: Path, tmp_path: Path) -> None:
    (tmp_path / "datei").write_text("bleibt", encoding="utf-8")
    result = run("build", clippings, "-o", tmp_path / "datei")
    assert result.exit_code == NOT_WRITTEN
    assert "datei" in complaint(result)
    assert (tmp_path / "datei").read_text(encoding="utf-8") == "bleibt"
    assert result.stdout.splitlines()[-1] == "Nichts geschrieben."


@needs_permissions
def test_a_folder_that_cannot_be_written(clippings: Path, tmp_path: Path) -> None:
    (tmp_path / "zu").mkdir(mode=0o555)
    result = run("build", clippings, "-o", tmp_path / "zu")
    assert result.exit_code == NOT_WRITTEN
    assert "zu" in complaint(result)


def test_an_export_that_cannot_be_replaced_leaves_all_as_they_were(
    clippings: Path, out: Path
) -> None:
    build(clippings, out, "-f", "json,ics")
    before = contents(out)
    (out / "index.html").mkdir()
    (clippings / "rat.txt").unlink()
    result = run("build", clippings, "-o", out)
    assert result.exit_code == NOT_WRITTEN
    assert "index.html" in complaint(result)
    (out / "index.html").rmdir()
    assert contents(out) == before


def test_a_run_without_articles_leaves_the_exports_as_they_were(clippings: Path, out: Path) -> None:
    build(clippings, out)
    before = contents(out)
    for path in clippings.iterdir():
        path.write_bytes(b"")
    result = run("build", clippings, "-o", out)
    assert result.exit_code == NOT_WRITTEN
    assert len(complaints(result)) == 3
    assert contents(out) == before


# ------------------------------------------------------------------ as a program
def call(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """``timeline`` in a process of its own, its output piped."""
    return subprocess.run(
        [sys.executable, "-c", "from timeline.cli import main; main()", *map(str, arguments)],
        capture_output=True, encoding="utf-8", check=False, stdin=subprocess.DEVNULL,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **environment},
    )  # fmt: skip


def test_nothing_but_the_report_goes_into_a_pipe(clippings: Path, out: Path) -> None:
    done = call("build", clippings, "-o", out, "-f", "json,html")
    assert done.returncode == OK
    assert done.stderr == ""
    lines = done.stdout.splitlines()
    assert len(lines) == 6
    assert REPORT.fullmatch(lines[0])
    assert re.fullmatch(r"Ohne Datum: \S+ – mit --published oder in .*", lines[2]), lines[2]
    assert "\x1b" not in done.stdout


def test_a_terminal_sees_that_work_goes_on(clippings: Path, out: Path) -> None:
    """Also while the last file is read, and the only one may hold thousands of articles."""
    pty = pytest.importorskip("pty")
    outer, inner = pty.openpty()
    program = [sys.executable, "-m", "timeline", "build", str(clippings), "-o", str(out)]
    with subprocess.Popen(program, stdout=subprocess.DEVNULL, stderr=inner) as process:
        os.close(inner)
        told = b""
        with contextlib.suppress(OSError):  # the end, as Linux tells it
            while part := os.read(outer, 65536):
                told += part
    os.close(outer)
    assert process.returncode == OK
    assert "In Arbeit" in told.decode()


def test_a_page_too_large_for_browsers_is_told(
    clippings: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "index.html ist" not in run("build", clippings, "-o", out).stderr
    monkeypatch.setattr("timeline.export.page.LARGE", 1000)
    result = run("build", clippings, "-o", out)
    assert result.exit_code == OK
    assert re.search(r"index.html: ist \d+ MB groß.*--top, --min-sources, --since", result.stderr)


def test_exit_codes_reach_the_shell(clippings: Path, out: Path) -> None:
    assert call("build", clippings, "-o", out, "--timezone", "Mars").returncode == WRONG_CALL
    assert call("build", out, "-o", out).returncode == WRONG_CALL
    out.mkdir(parents=True)
    assert call("build", out, "-o", out).returncode == NOT_WRITTEN
    (clippings / "leer.txt").write_bytes(b"")
    done = call("build", clippings, "-o", out)
    assert done.returncode == INCOMPLETE
    assert "\x1b" not in done.stderr


def test_a_traceback_is_for_those_who_ask(clippings: Path, out: Path) -> None:
    (out.parent).mkdir()
    out.write_text("im Weg", encoding="utf-8")
    plain, asked = (call(*debug, "build", clippings, "-o", out) for debug in ([], ["--debug"]))
    assert plain.returncode == NOT_WRITTEN
    assert "Traceback" not in plain.stderr + plain.stdout
    assert "Traceback" in asked.stderr
    assert asked.returncode != OK


def _orders(clippings: Path) -> Iterator[tuple[dict[str, str], list[Path]]]:
    files = sorted(clippings.iterdir())
    yield {"PYTHONHASHSEED": "0"}, files
    yield {"PYTHONHASHSEED": "1", "TZ": "America/New_York"}, files[::-1]
    yield {"PYTHONHASHSEED": "4242", "LC_ALL": "C.UTF-8"}, files[1:] + files[:1]


def test_the_same_articles_give_the_same_bytes(clippings: Path, tmp_path: Path) -> None:
    """Whatever their order, the process, the hash seed and the machine's time zone are."""
    extra = UNDATED.replace("Wendhafen", "Sielstadt") + "Im Sommer 2023 und im Mai 2022 auch.\n"
    (clippings / "mehr.txt").write_text(extra, encoding="utf-8")
    made = []
    for number, (environment, paths) in enumerate(_orders(clippings)):
        folder = tmp_path / f"lauf-{number}"
        done = call("build", *paths, "-o", folder, **environment)
        assert done.returncode == OK, done.stderr
        made.append(contents(folder))
    assert made[0] == made[1] == made[2]


def test_the_same_folder_twice_gives_the_same_bytes(clippings: Path, out: Path) -> None:
    build(clippings, out)
    first = contents(out)
    build(clippings, out)
    assert contents(out) == first


# ------------------------------------------------------------------ schema
def test_the_schema_is_that_of_the_models() -> None:
    result = run("schema")
    assert result.exit_code == OK
    schema = json.loads(result.stdout)
    models = Timeline.model_json_schema(by_alias=True, mode="serialization")
    assert schema["properties"] == models["properties"]
    assert schema["$defs"] == models["$defs"]
    assert schema["title"] == "timeline/1"


def test_an_export_fits_the_schema(clippings: Path, out: Path) -> None:
    jsonschema = pytest.importorskip(
        "jsonschema", reason="jsonschema is missing: pip install jsonschema"
    )
    schema = json.loads(run("schema").stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    data = build(clippings, out)
    assert list(validator.iter_errors(data)) == []
    data["events"][0]["unknown"] = 1
    assert list(validator.iter_errors(data))
