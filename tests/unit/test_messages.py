"""What the user is told: every message in both languages, and no sentence outside the tables."""

from __future__ import annotations

import ast
import copy
import json
import pickle
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import timeline
from timeline.cli import main
from timeline.errors import ArticleError, UsageError
from timeline.export.lint_rules import IN_ENGLISH, RULES
from timeline.ingest import Options, read_articles
from timeline.messages import (
    NOTHING,
    TEXTS,
    dating,
    fetching,
    helping,
    reading,
    reasons,
    running,
    say,
    told_by,
)
from timeline.models import Problem

PACKAGE = Path(timeline.__file__).parent
TREES = {
    path.relative_to(PACKAGE).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
    for path in sorted(PACKAGE.rglob("*.py"))
}
#: what tells the user something; the first argument names the file or option
TELLING = {"Problem", "Bad", "UsageError", "ArticleError", "ExportError", "FetchError"}
#: the same words in both languages, and rightly
ALIKE = {"words", "place", "install.archives", "explain.tags"}
GERMAN = re.compile(
    r"[„äöüß]|\b(?:der|die|das|den|dem|ein|eine|kein|keine|nicht|und|oder|ist|sind|mit|für|von|"
    r"wird|wurde|gibt|Datei|Zeile|Artikel|Ordner|Datum)\b"
)


def calls(name: str) -> Iterator[tuple[str, ast.Call]]:
    """All calls of functions called ``name``, with their place."""
    for path, tree in TREES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and _name(node) == name:
                yield f"{path}:{node.lineno}", node


def _name(call: ast.Call) -> str:
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


# ------------------------------------------------------------------ the tables
def test_no_key_stands_in_two_tables() -> None:
    tables = (dating, fetching, helping, reading, reasons, running)
    assert sum(len(table.TEXTS) for table in tables) == len(TEXTS)


@pytest.mark.parametrize("key", sorted(TEXTS))
def test_a_message_is_in_both_languages(key: str) -> None:
    german, english = TEXTS[key]
    assert german.strip() == german != ""
    assert english.strip() == english != ""
    assert fields(german) == fields(english)
    assert (german == english) == (key in ALIKE)
    # what names a file of the user or shows an example may be German
    assert not GERMAN.search(re.sub(r"\{\w+\}", "", english)), english


def test_every_message_is_said_somewhere_and_with_its_values() -> None:
    said = set()
    for place, call in calls("say"):
        assert len(call.args) == 1, place
        key = call.args[0]
        assert isinstance(key, ast.Constant), f"{place}: write the key out, so that it is found"
        assert key.value in TEXTS, place
        given = {keyword.arg for keyword in call.keywords}
        assert given == fields(TEXTS[str(key.value)][0]), place
        said.add(key.value)
    assert set(TEXTS) - said == {"words"}


# ------------------------------------------------------------------ the code
def test_no_sentence_is_written_outside_the_tables() -> None:
    found = []
    for name in sorted(TELLING):
        for place, call in calls(name):
            what = call.args[1 if name == "Problem" else 0]
            found += [place] if isinstance(what, ast.Constant) and _is_text(what) else []
            told = call.args[2 if name == "Problem" else 0 if name == "Bad" else 1 :]
            told += [k.value for k in call.keywords if k.arg in ("why", "remedy")]
            found += [place for part in told if _is_text(part)]
    assert found == []


def test_no_reason_is_written_outside_the_tables() -> None:
    """Sentences that reach a message by way of a variable."""
    found = []
    for path, tree in TREES.items():
        if path.startswith("messages/"):
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.Assign) and any(
                isinstance(target, ast.Name | ast.Attribute)
                and _last(target) in ("why", "remedy", "note", "notes", "damage")
                for target in node.targets
            ):
                found += [f"{path}:{node.lineno}" for p in _parts(node.value) if _is_text(p)]
    assert found == []


def _last(target: ast.Name | ast.Attribute) -> str:
    return target.id if isinstance(target, ast.Name) else target.attr


def _is_text(node: ast.AST) -> bool:
    """A sentence, or the makings of one."""
    match node:
        case ast.Constant(value=str(text)):
            return " " in text
        case ast.JoinedStr():
            return True
        case ast.BinOp():
            return _is_text(node.left) or _is_text(node.right)
    return False


def _parts(node: ast.AST) -> Iterator[ast.AST]:
    """A value and what it is made of. Values of a message may be put together: names, counts."""
    if isinstance(node, ast.Call) and _name(node) == "say":
        return
    yield node
    for part in ast.iter_child_nodes(node):
        yield from _parts(part)


def test_the_check_of_sentences_sees_them() -> None:
    for text in ('"ist leer"', 'f"{x}"', '"a b" + x'):
        assert _is_text(ast.parse(text, mode="eval").body)
    assert not _is_text(ast.parse('say("file.empty")', mode="eval").body)


# ------------------------------------------------------------------ a message
def test_a_message_is_german_and_can_be_english() -> None:
    why = say("sidecar.no-such-file", name="{a}.txt")
    assert why == "nennt „{a}.txt“, diese Datei gibt es nicht"
    assert f"{why}" == str(why)
    assert why.in_language("en-GB") == "names “{a}.txt”, there is no such file"
    assert why.in_language("fr") == why
    assert (NOTHING, NOTHING.in_language("en"), bool(NOTHING)) == ("", "", False)


def test_messages_in_messages() -> None:
    row = say("sidecar.row", number=3, said=say("sidecar.no-file"))
    assert row == "Zeile 3 nennt keine Datei"
    assert row.in_language("en") == "line 3 names no file"
    assert row.code == "sidecar.no-file"
    assert say("date.unusable", value=row, why=say("date.month", month=13)).code == "date.unusable"
    several = (say("warc.others", count=2), say("warc.no-text", count=1))
    skipped = say("warc.skipped", total=3, number=9, counts=several)
    assert skipped.endswith(" (Bilder, Skripte und anderes: 2, Seiten ohne Artikeltext: 1)")
    assert skipped.in_language("en").endswith(" like: 2, pages without an article: 1)")


def test_a_message_survives_copies() -> None:
    why = say("file.too-large", size=50.4, limit=20)
    for other in (copy.copy(why), copy.deepcopy(why), pickle.loads(pickle.dumps(why))):
        assert other == why == "ist zu groß für einen Artikel (50 MB, höchstens 20 MB)"
        assert other.in_language("en") == "is too large for an article (50 MB, at most 20 MB)"


def test_errors_and_problems_are_told_in_either_language() -> None:
    error = ArticleError("a.txt", say("file.empty"), say("file.insert-text"))
    problem = Problem.of("error", error)
    assert str(error) == str(problem)
    assert str(error) == "a.txt: ist leer – den Text einfügen oder die Datei entfernen"
    assert error.in_language("en") == "a.txt: is empty – put the text in or remove the file"
    assert problem.in_language("en") == error.in_language("en")
    assert problem.code == "file.empty"
    assert told_by(ValueError(say("date.incomplete"))).endswith("Tag, Monat und Jahr")
    assert told_by(ValueError("x")) == "x"


def test_words_of_a_caller_stay_as_they_are() -> None:
    error = UsageError("x", "{so} nicht", "")
    assert str(error) == error.in_language("en") == "x: {so} nicht"
    assert Problem.of("error", error).code == "words"


# ------------------------------------------------------------------ a run
BROKEN: dict[str, str] = {
    "a.txt": "---\ntitle: X\nsource: Y\n\nAm 3. Mai 2024 brannte die Halle im Ort.\n",
    "b.txt": "---\npublished: 2025-31-12\nsource: [B\nlocale: fr\n---\nAm 4. Mai 2024 gab es Zank.",
    "c.txt": "---\ntitle: X\n---\n",
    "d.txt": "",
    "e.txt": "%PDF",
    "f.jsonl": '{"text": ""}\nkaputt\n[]\n{}\n{"html": "x"}\n{"uri": "u", "pubstatus": "usable"}\n',
    "g.csv": 'text;datum\n"offen;2024\nx;y;z;w\n',
    "h.csv": "a;b\n1;2\n",
    "i.html": "<html><body>x</body></html>",
    "j.xml": "<rss><channel><item><title>T</title></item></channel></rss>",
    "k.json": '{"schema": "timeline/1"}',
    "l.pdf": "",
    "m.jsonl": "\n".join(["kaputt"] * 13),
    "n.json": "[",
    "metadata.csv": "file,published\nnix.txt,2024-01-01\n,2\na.txt,2024-05-04\na.txt,x\n",
}


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    folder = tmp_path / "clippings"
    folder.mkdir()
    for name, text in BROKEN.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def test_a_run_in_english_says_no_german_word(broken: Path, tmp_path: Path) -> None:
    extra = ("--published", "q.txt=2024-01-01", "--top", "1", "--format", "ics,timelinejs,jsonld")
    result = run("build", broken, "-o", tmp_path / "out", "--language", "en", *extra)
    lines = result.output.splitlines()
    assert len(lines) > len(BROKEN)
    assert [line for line in lines if GERMAN.search(line)] == []


def test_every_problem_has_a_code(broken: Path, tmp_path: Path) -> None:
    _, problems = read_articles(broken, Options())
    assert {problem.code for problem in problems} <= set(TEXTS)
    assert "words" not in {problem.code for problem in problems}
    german, english = (
        json.loads(
            run("build", broken, "-o", tmp_path / "out", "--json", "--language", language).stdout
        )["problems"]
        for language in ("de", "en")
    )
    assert [p["code"] for p in german] == [p["code"] for p in english]
    assert list(german[0]) == ["level", "code", "what", "why", "remedy"]
    assert [p["why"] for p in german[: len(problems)]] == [p.why for p in problems]
    assert not any(GERMAN.search(p["why"] + p["remedy"]) for p in english)


@pytest.mark.parametrize(
    "arguments",
    [
        ("build", ".", "-o", "x", "--format", "pdf"),
        ("build", ".", "-o", "x", "--since", "2024-02-02", "--until", "2024-01-01"),
        ("build", ".", "-o", "x", "--published", "a"),
        ("build", ".", "-o", "x", "--published", "a=b"),
        ("build", ".", "-o", "x", "--map", "a"),
        ("build", ".", "-o", "x", "--map", "a=b"),
        ("build", ".", "-o", "x", "--locale", "fr"),
        ("build", ".", "-o", "x", "--timezone", "Mars"),
        ("build", "nirgends", "-o", "x"),
        ("explain", "nix.txt"),
        ("explain", ".", "--published", "2024-01-01"),
        ("explain", "x", "--published", "2024"),
        ("doctor", ".", "--today", "x"),
        ("doctor", "nirgends"),
        ("fetch", "ftp://x", "-o", "x"),
    ],
)
def test_a_wrong_call_is_told_in_english(
    arguments: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for language in ("de", "en"):
        result = run(*arguments, "--language", language)
        assert result.exit_code != 0
        assert bool(GERMAN.search(result.output)) == (language == "de"), result.output


@pytest.mark.parametrize("command", ["", *main.commands])
def test_help_is_in_the_language_asked_for(command: str) -> None:
    asked = [command] if command else []
    german = run(*asked, "--help").stdout
    assert german.startswith("Aufruf: ")
    assert "Diese Hilfe zeigen." in german
    assert not re.search(r"Usage|Options|\[default|required\]|Show th", german)
    for english in (
        run(*asked, "--help", "--language", "en").stdout,
        run("--language=en", *asked, "-h").stdout,
    ):
        assert english.startswith("Usage: ")
        assert "Show this help." in english
        assert not GERMAN.search(english), english


@pytest.mark.parametrize(
    ("arguments", "german", "english"),
    [
        (("--foo",), "diese Option gibt es nicht", "there is no such option"),
        (("biuld",), "möglich sind build, doctor", "can be build, doctor"),
        (("build",), "PFADE…: fehlt", "PATHS…: is missing"),
        (("build", "x"), "--output: fehlt", "--output: is missing"),
        (("build", "x", "-o"), "-o: braucht einen Wert", "-o: needs a value"),
        (("build", "x", "--titel", "y"), "gemeint ist vielleicht --title", "perhaps --title"),
        (("build", "x", "-o", "y", "--top", "0"), "eine Zahl ab 1", "a number from 1"),
        (("fetch", "x", "-o", "y", "--limit", "0"), "von 1 bis 1000", "from 1 to 1000"),
        (("tag", "x", "--kind", "y"), "möglich sind auto, news", "can be auto, news"),
        (("tag", "x", "y", "z"), "y z ist zu viel", "y z is too much"),
        (("schema", "x"), "x ist zu viel", "x is too much"),
    ],
)
def test_what_click_finds_wrong_is_told_as_all_else(
    arguments: tuple[str, ...], german: str, english: str
) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert re.fullmatch(r"Fehler: .+: .+ – .+\n", result.stderr), result.stderr
    assert german in result.stderr
    # in front of the command and behind it
    for call in (
        ("--language", "en", *arguments),
        (*arguments[:1], "--language=en", *arguments[1:]),
    ):
        told = run(*call).stderr
        assert told.startswith("error: ")
        assert english in told
        assert not GERMAN.search(told), told


def test_a_run_that_cannot_write_says_so_in_english(broken: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("", encoding="utf-8")
    result = run("build", broken, "-o", tmp_path / "taken", "--language", "en")
    assert "the folder cannot be made, because a file is there already" in result.stderr


def test_the_notes_of_an_article_are_in_the_language_of_the_export(tmp_path: Path) -> None:
    text = "Neues aus Wendhafen\n\n3. Mai 2024\n\nGestern brannte die Halle am Hafen nieder.\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    for language, words in (("de", "Datum ohne Zusatz"), ("en", "date without a label")):
        folder = tmp_path / language
        run("build", tmp_path / "a.txt", "-o", folder, "--language", language)
        exported = json.loads((folder / "timeline.json").read_bytes())
        assert exported["articles"][0]["notes"][0].startswith(words)
        assert words in (folder / "index.html").read_text(encoding="utf-8")


def test_doctor_speaks_english(broken: Path) -> None:
    result = run("doctor", broken, "--language", "en")
    assert result.stdout.startswith("outlet")
    assert not GERMAN.search(result.output), result.output


def test_the_linter_speaks_english(tmp_path: Path) -> None:
    for rule in RULES.values():
        assert rule.english
        assert not GERMAN.search(rule.english), rule.english
    for clients in {rule.clients for rule in RULES.values()}:
        names = {clients} if clients in IN_ENGLISH else set(clients.split(", "))
        assert all(name in IN_ENGLISH or name.istitle() or name == "vdirsyncer" for name in names)
    path = tmp_path / "a.ics"
    path.write_bytes(b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VCALENDAR\r\n")
    result = run("lint", path, "--language", "en")
    assert "error [nesting] BEGIN and END do not fit (expected: END:VEVENT) (all)" in result.output
    assert not GERMAN.search(result.output), result.output
    assert "Fehler [nesting] BEGIN und END passen nicht zusammen" in run("lint", path).output
    missing = run("lint", tmp_path / "nix.ics", "--language", "en")
    assert missing.stderr.endswith("does not exist – check the path\n")


def test_a_rule_is_marked_as_a_name_in_english() -> None:
    assert "rule: “Tag und Monat”" in run("explain", "Am 3. Mai 2024.", "--language", "en").stdout
    assert "Regel: Tag und Monat\n" in run("explain", "Am 3. Mai 2024.").stdout
