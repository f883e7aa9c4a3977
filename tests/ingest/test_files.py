"""Files and folders → articles: names, encodings, metadata, and everything bad input does."""

import codecs
import os
import time
from datetime import date, datetime
from pathlib import Path
from unicodedata import normalize
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import put

from timeline.errors import ArticleError, UsageError
from timeline.ingest import Options, count_files, read_articles
from timeline.ingest.decode import decode
from timeline.ingest.front_matter import read_front_matter
from timeline.ingest.identity import slug
from timeline.models import Article, Problem

BERLIN = ZoneInfo("Europe/Berlin")
TEXT = (
    "Müller eröffnet „Café Größe“ – für 5 €\n\nAm Montag öffnet in Köln ein neues Café, sagt er.\n"
)


def write(folder: Path, name: str, content: str | bytes | None = None) -> Path:
    if content is None:  # no two files with one text: that would count once
        content = f"{TEXT}\nAls Nächste kam {name} an die Reihe.\n"
    return put(folder, name, content)


def read(*paths: Path, options: Options | None = None) -> tuple[list[Article], list[Problem]]:
    return read_articles(paths, options or Options())


def one(path: Path) -> Article:
    articles, problems = read(path)
    assert problems == []
    return articles[0]


def only_problem(*paths: Path) -> Problem:
    articles, problems = read(*paths)
    assert articles == []
    assert len(problems) == 1
    assert problems[0].remedy
    return problems[0]


# ------------------------------------------------------------------ discovery
def test_what_is_not_read_is_named_and_open_documents_are_not(tmp_path: Path) -> None:
    names = ["a.mht", "b.xlsx", "c.jpg", "d.pdf", "~$e.docx", ".~lock.f.odt#", "Thumbs.db", "g.css"]
    for name in (*names, "x.txt"):
        write(tmp_path, name)
    articles, (documents, picture) = read(tmp_path)
    assert [article.file for article in articles] == ["x.txt"]
    assert documents.why == (
        "3 Dateien werden nicht gelesen (a.mht, b.xlsx, d.pdf): "
        "dieses Format wird nicht unterstützt"
    )
    assert "c.jpg" in picture.why
    for number in range(20):
        write(tmp_path, f"{number:02}.pdf")
    _, (documents, _) = read(tmp_path)
    assert "23 Dateien" in documents.why
    assert "09.pdf …)" in documents.why


@pytest.mark.parametrize(
    ("name", "level"),
    [("bericht.pdf", "error"), ("bericht.docx", "error"), ("foto.jpg", "warning")],
)
def test_a_document_that_is_not_read_is_an_article_that_is_missing(
    tmp_path: Path, name: str, level: str
) -> None:
    write(tmp_path, name)
    write(tmp_path, "x.txt")
    assert [problem.level for problem in read(tmp_path)[1]] == [level]


def test_a_document_with_its_text_beside_it_is_not_missed(tmp_path: Path) -> None:
    for name in ("a.pdf", "a.txt", "unter/b.docx", "unter/b.md"):
        write(tmp_path, name)
    assert read(tmp_path)[1] == []


@pytest.mark.parametrize(
    "head",
    [
        "From: <Saved by Blink>\r\nSubject: Titel\r\nMIME-Version: 1.0\r\n",
        "Received: from a\n\tby b\nMime-Version: 1.0\nFrom: c\n",
    ],
)
def test_a_mail_or_web_archive_is_no_article(tmp_path: Path, head: str) -> None:
    problem = only_problem(write(tmp_path, "seite.txt", f"{head}\n{TEXT}"))
    assert problem.why == "ist eine E-Mail oder eine Seite als Webarchiv (MHTML), kein Text"


def test_a_text_may_speak_of_mime(tmp_path: Path) -> None:
    assert one(write(tmp_path, "a.txt", f"Neues: Normen\n\n{TEXT}\nMIME-Version: 1.0\n")).text


# ------------------------------------------------------------------ other languages
ENGLISH = """The ferry ran aground off the island on Saturday morning with 212 people on board. The
company said on Sunday that it would resume service on Tuesday and that the report is expected."""
FRENCH = """Le ferry a heurté la jetée samedi matin avec 212 personnes à bord. La compagnie a
annoncé dimanche que le service reprendrait mardi et que le rapport est attendu pour mai."""


@pytest.mark.parametrize("text", [ENGLISH, FRENCH])
def test_a_text_that_is_not_german_is_told(tmp_path: Path, text: str) -> None:
    articles, (problem,) = read(write(tmp_path, "a.txt", text))
    assert (len(articles), problem.level, problem.code) == (1, "warning", "article.foreign")


def test_german_with_an_english_quote_is_german(tmp_path: Path) -> None:
    quote = "„The show must go on, and the band will be back for the rest of the tour“"
    text = f"{TEXT} {quote}, sagte der Sänger am Dienstag nach dem Konzert in der Halle am Hafen."
    assert read(write(tmp_path, "a.txt", text))[1] == []


# ------------------------------------------------------------------ outlets in the head
@pytest.mark.parametrize(
    "line",
    [
        "Von Heike Dormann | Altenroder Zeitung | 26.08.2024",
        "von Heike Dormann | 26.08.2024 | Altenroder Zeitung",
        "Altenroder Zeitung, 26. August 2024",
        "Altenroder Zeitung vom 26.08.2024, Seite 3",
        "Heike Dormann, Altenroder Zeitung, 26.08.2024",
        "Quelle: Altenroder Zeitung, 26.08.2024",
        "Mo., 26.08.2024, Altenroder Zeitung",
    ],
)
def test_a_line_under_the_title_names_outlet_and_day(tmp_path: Path, line: str) -> None:
    article = one(write(tmp_path, "a.txt", f"Silobrand durch Kurzschluss\n{line}\n\n{TEXT}\n"))
    assert (article.title, article.source) == ("Silobrand durch Kurzschluss", "Altenroder Zeitung")
    assert (article.day, article.published_basis) == (date(2024, 8, 26), "text")
    assert line in [article.text[f.start_char : f.end_char] for f in article.furniture]


@pytest.mark.parametrize(
    ("line", "outlet", "day"),
    [
        ("Welt am Sonntag, 25. August 2024", "Welt am Sonntag", 25),
        ("Bild am Sonntag | 25.08.2024", "Bild am Sonntag", 25),
        ("Von Heike Dormann | Nordwest am Abend | 26.08.2024", "Nordwest am Abend", 26),
        ("Altenrode am Morgen | Montag, 26. August 2024 | Seite 3", "Altenrode am Morgen", 26),
        ("Von Heike Dormann | Umland | 26.08.2024", "", 26),
        ("Veröffentlicht am Montag, 26. August 2024", "", 26),
    ],
)
def test_a_paper_called_by_a_day_is_no_day(
    tmp_path: Path, line: str, outlet: str, day: int
) -> None:
    article = one(write(tmp_path, "a.txt", f"{line}\n\n{TEXT}\n"))
    assert (article.title, article.source) == ("Müller eröffnet „Café Größe“ – für 5 €", outlet)
    assert (article.day, article.published_basis) == (date(2024, 8, day), "text")


def test_what_takes_place_on_a_sunday_is_no_paper(tmp_path: Path) -> None:
    line = "Konzert am Sonntag, 25. August 2024"
    article = one(write(tmp_path, "a.txt", f"{line}\n\n{TEXT}\n"))
    assert (article.title, article.published, article.source) == (line, None, "")


@pytest.mark.parametrize(
    "line", ["Altenrode, 26.08.2024", "26. August 2024", "das Blatt 26.08.2024"]
)
def test_a_place_is_no_outlet(tmp_path: Path, line: str) -> None:
    assert one(write(tmp_path, "a.txt", f"Silobrand im Ort\n{line}\n\n{TEXT}\n")).source == ""


# ------------------------------------------------------------------ discovery of files
def test_folders_are_read_in_order_and_without_what_is_no_article(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "unter/c.TXT", ".versteckt.txt", ".git/x.txt", "README.md"):
        write(tmp_path, name)
    write(tmp_path, "metadata.csv", "file,published\nb.txt,2024-03-12\n")
    seen: list[Path] = []
    articles, problems = read_articles([tmp_path], Options(), seen.append)
    assert [article.file for article in articles] == ["a.md", "b.txt", "unter/c.TXT"]
    assert [path.name for path in seen] == ["a.md", "b.txt", "c.TXT"]
    assert count_files([tmp_path]) == 3
    assert problems == []


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt")
    assert len(read(path, tmp_path, path)[0]) == 1


def test_equal_names_get_leading_folders(tmp_path: Path) -> None:
    one_file, other = write(tmp_path, "2023/a.txt"), write(tmp_path, "2024/a.txt")
    articles, problems = read(one_file, other)
    assert [article.file for article in articles] == ["2023/a.txt", "2024/a.txt"]
    assert [article.id for article in articles] == ["a", "2024-a"]
    assert "2023/a.txt" in problems[0].why
    assert "id:" in problems[0].remedy


def test_other_formats_in_a_folder_are_named(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    write(tmp_path, "seite.pdf", "%PDF")
    _, problems = read(tmp_path)
    assert problems[0].level == "error"
    assert "seite.pdf" in problems[0].why


def test_any_suffix_is_read_where_the_user_names_the_file(tmp_path: Path) -> None:
    assert one(write(tmp_path, "artikel.dat")).title.startswith("Müller eröffnet")


# ------------------------------------------------------------------ encodings
@pytest.mark.parametrize(
    "encoding",
    [
        "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le",
        "utf-32-be", "windows-1252",
    ],
)  # fmt: skip
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends(tmp_path: Path, encoding: str, newline: str) -> None:
    path = write(tmp_path, "a.txt", TEXT.replace("\n", newline).encode(encoding))
    assert one(path).text == TEXT


def test_big_endian_marks_and_latin_1() -> None:
    assert decode(codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "x").text == TEXT
    assert decode(codecs.BOM_UTF32_BE + TEXT.encode("utf-32-be"), "x").text == TEXT
    assert decode("Grüße aus Köln".encode("latin-1"), "x").text == "Grüße aus Köln"


UMLAUTS = "„Die Bäder schließen“ – so Frau Öhm über Ärger, Übermut und 5 € Eintritt."


@pytest.mark.parametrize("name", ["a.txt", "a.html"])
@pytest.mark.parametrize("codec", ["cp1252", "latin-1"])
def test_utf_8_that_was_taken_for_something_else_is_mended(
    tmp_path: Path, name: str, codec: str
) -> None:
    text = UMLAUTS.replace("“", "”") if codec == "latin-1" else UMLAUTS
    page = f"<html><body><article><p>{text}</p></article></body></html>"
    whole = page if name.endswith("html") else f"{TEXT}\n\n{text}\n"
    torn = whole.encode("utf-8").decode(codec, errors="strict").encode("utf-8")
    (article,), (problem,) = read(write(tmp_path, name, torn))
    assert text in article.text
    assert (problem.level, problem.code) == ("warning", "bytes.mended")
    assert article.extracted  # its offsets count in another text than the file's


def test_umlauts_torn_in_part_are_told_and_one_that_is_shown_is_not(tmp_path: Path) -> None:
    torn = UMLAUTS.encode("utf-8").decode("cp1252")
    article, problems = read(write(tmp_path, "a.txt", f"{TEXT}\n\n{torn}\n\nÖl und Äpfel."))
    assert torn in article[0].text
    assert [(p.level, p.code) for p in problems] == [("warning", "bytes.garbled")]
    shown = "Aus „ä“ wird „Ã¤“, wenn ein Programm die Zeichen falsch liest."
    assert read(write(tmp_path / "b", "b.txt", f"{TEXT}\n\n{shown}"))[1] == []


def test_a_damaged_byte_does_not_turn_utf_8_into_windows_1252(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", TEXT.encode() + b"\xff Ende.")
    articles, problems = read(path)
    assert articles[0].text == TEXT + "\ufffd Ende."
    assert problems[0].why == "beschädigte Zeichen wurden ersetzt: 1"


def test_control_characters_and_lone_surrogates_are_replaced_one_for_one() -> None:
    assert decode(b"Ein\x00 Text\x0bmit\x7f Resten", "x").text == "Ein  Text\nmit  Resten"
    lone = "Zwei Zeilen Text".encode("utf-16-le") + b"\x00\xd8" + "Ende".encode("utf-16-le")
    decode(codecs.BOM_UTF16_LE + lone, "x").text.encode()


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_an_article_error(data: bytes) -> None:
    try:
        text = decode(data, "x").text
    except ArticleError:
        return
    text.encode()
    assert "\x00" not in text
    assert "\r" not in text


@given(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=80)
)
def test_utf_8_is_read_as_written_but_for_composed_umlauts(text: str) -> None:
    text = f"Ein Artikel. {text}"
    assert decode(text.encode(), "x").text == normalize("NFC", text)


# ------------------------------------------------------------------ bad input
@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "ist leer"),
        (b" \n\t\n", "enthält keinen Text"),
        (bytes(range(256)) * 20, "Binärdatei"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"\x1f\x8b\x08\x00", "bricht"),
        (b"PK\x03\x04....", "ZIP"),
        (b"<!DOCTYPE html><html><body>Text</body></html>", "keinen Artikeltext"),
        (b"<?xml version='1.0'?><rss></rss>", "Feed"),
        (b'{"title": "x"}', "kein Feld"),
    ],
)
def test_files_that_are_no_text(tmp_path: Path, content: bytes, why: str) -> None:
    good = write(tmp_path, "gut.txt")
    articles, problems = read(good, write(tmp_path, "schlecht.txt", content))
    assert [article.file for article in articles] == ["gut.txt"]
    assert [problem.level for problem in problems] == ["error"]
    assert problems[0].what.endswith("schlecht.txt")
    assert why in problems[0].why
    assert problems[0].remedy


def test_a_file_over_the_limit_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "riese.txt"
    with path.open("wb") as stream:
        stream.truncate(50_000_000)
    start = time.perf_counter()
    problem = only_problem(path)
    assert time.perf_counter() - start < 1
    assert "50 MB" in problem.why


def test_missing_path_and_empty_folder(tmp_path: Path) -> None:
    assert only_problem(tmp_path / "fehlt.txt").why == "gibt es nicht"
    assert "keine Artikel" in only_problem(tmp_path).why
    assert "Pfad" in only_problem(Path("a\x00b")).why


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("this system has no named pipes")
    os.mkfifo(tmp_path / "rohr.txt")
    assert "gewöhnliche Datei" in only_problem(tmp_path / "rohr.txt").why


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path, "geheim.txt")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)  # the tests may run as root
    assert "darf nicht gelesen werden" in only_problem(path).why


def test_file_names_that_are_no_utf_8(tmp_path: Path) -> None:
    try:
        path = write(tmp_path, os.fsdecode(b"gr\xfc\xdfe.txt"))
    except (OSError, UnicodeError):
        pytest.skip("this file system takes UTF-8 names only")
    articles, _ = read(path)
    articles[0].file.encode()
    assert articles[0].id == "gre"


@pytest.mark.parametrize(
    "options",
    [
        Options(timezone="Mond/Krater"),
        Options(locale="fr-FR"),
        Options(published={"a.txt": "2024-13-01"}),
    ],
)
def test_options_that_do_not_exist(tmp_path: Path, options: Options) -> None:
    with pytest.raises(UsageError):
        read(tmp_path, options=options)


# ------------------------------------------------------------------ ids
def test_ids_are_ascii() -> None:
    assert slug("Größe & Straße 2") == "groesse-strasse-2"
    assert slug("新闻") == ""


def test_same_id_in_two_front_matters(tmp_path: Path) -> None:
    for name in ("x.txt", "y.txt"):
        write(tmp_path, name, f"---\nid: Haus\n---\n{TEXT}Das schreibt {name} heute.\n")
    articles, problems = read(tmp_path)
    assert [article.id for article in articles] == ["haus", "y"]
    assert "x.txt" in problems[0].why
    assert problems[0].what == "y.txt"


def test_a_name_without_letters_gets_a_stable_id(tmp_path: Path) -> None:
    write(tmp_path, "新闻.txt")
    write(tmp_path, "报纸.txt")
    articles, problems = read(tmp_path)
    assert len({article.id for article in articles}) == 2
    assert all(article.id.startswith("article-") for article in articles)
    assert problems == []


# ------------------------------------------------------------------ front matter
def test_front_matter(tmp_path: Path) -> None:
    front = (
        "---\nTitel: Neues Café\nsource: Der Bote\ndatum: 2024-03-11T23:30:00Z\n"
        "url: https://bote.example/cafe\nauthor: X\nid: cafe-1\nlocale: de-AT\n---\n"
    )
    article = one(write(tmp_path, "a.md", front + TEXT))
    assert (article.title, article.source, article.id) == ("Neues Café", "Der Bote", "cafe-1")
    assert article.published == datetime(2024, 3, 12, 0, 30, tzinfo=BERLIN)
    assert article.day == date(2024, 3, 12)
    assert (article.published_basis, article.locale) == ("metadata", "de-AT")
    span = article.furniture[0]
    assert span.kind == "front matter"
    assert article.text[span.start_char : span.end_char] == front.strip()
    assert article.text == front + TEXT


def test_broken_front_matter_is_named_with_its_line(tmp_path: Path) -> None:
    front = "---\npublished: 2024-03-12\ntitle: Streit: Wer zahlt: #wir?\n---\n"
    articles, problems = read(write(tmp_path, "a.txt", front + TEXT))
    assert "Zeile 3" in problems[0].why
    assert articles[0].title == "Streit: Wer zahlt: #wir?"
    assert articles[0].day == date(2024, 3, 12)
    assert articles[0].furniture[0].kind == "front matter"


HEAD = "---\ntitle: Nicht geschlossen\nsource: Testblatt\npublished: 2025-03-05\n"


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (HEAD, f"\n{TEXT}"),
        (HEAD, TEXT),  # not even an empty line
        (HEAD.replace("source", "\nsource"), f"\n{TEXT}"),
        (HEAD, f"\n{TEXT}\n---\n\nWeiter ging es am Dienstag.\n"),  # a rule in the text
        (HEAD.replace("source", "Autor: K. Lehmann\ntags:\n- Brücke\nsource"), f"\n{TEXT}"),
        (HEAD, f"Köln: Ein neues Café\n\n{TEXT}"),
        (HEAD, f"# Ein neues Café\n\n{TEXT}"),
        (HEAD, f"Die Lage am Abend: ruhig.\n\n{TEXT}\n---\nWeiter ging es am Dienstag.\n"),
    ],
)
def test_front_matter_that_is_never_closed(tmp_path: Path, head: str, body: str) -> None:
    articles, problems = read(write(tmp_path, "a.md", head + body))
    article = articles[0]
    assert (article.title, article.source) == ("Nicht geschlossen", "Testblatt")
    assert (article.day, article.published_basis) == (date(2025, 3, 5), "metadata")
    span = article.furniture[0]
    assert article.text[: span.end_char] == head.rstrip()
    assert [(p.level, p.what) for p in problems] == [("warning", "a.md")]
    lines = head.rstrip().count("\n") + 1
    assert f"keine schließende Zeile „---“; gelesen wurden die Zeilen 2 bis {lines}" in str(
        problems[0]
    )
    assert "---" in problems[0].remedy


@pytest.mark.parametrize("text", [f"{HEAD}---\n", f"{HEAD}---\n \n\n", HEAD])
def test_front_matter_without_a_text_is_no_article(tmp_path: Path, text: str) -> None:
    articles, problems = read(write(tmp_path, "a.md", text))
    assert articles == []
    assert problems[-1].level == "error"
    assert "keinen Text" in problems[-1].why
    assert problems[-1].remedy


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("source: [Testblatt", "Testblatt"),
        ("source: [", ""),
        ("source: Testblatt]: neu", "Testblatt]: neu"),
        ('source: "Testblatt', "Testblatt"),
        ("source: {Testblatt", "Testblatt"),
        ("source: >\n  Testblatt: neu: neuer\ntitle: a: b", ""),
    ],
)
def test_broken_yaml_leaves_no_debris(tmp_path: Path, line: str, source: str) -> None:
    text = f"---\n{line}\npublished: 2025-03-05\nurl: a: b\n---\n{TEXT}"
    articles, problems = read(write(tmp_path, "a.txt", text))
    assert articles[0].source == source
    assert articles[0].day == date(2025, 3, 5)
    assert "fehlerhaft" in problems[0].why


def test_a_colon_in_a_title_is_nothing_to_complain_of(tmp_path: Path) -> None:
    text = f"---\ntitle: Gutachten: Bad ist zu retten\npublished: 2025-03-05\nurl:\n---\n{TEXT}"
    article = one(write(tmp_path, "a.txt", text))
    assert (article.title, article.day) == ("Gutachten: Bad ist zu retten", date(2025, 3, 5))


@pytest.mark.parametrize("value", ["a: b # später", "a: [b", "a: b\n  und c", "a: b\nzweite Zeile"])
def test_where_more_may_be_meant_it_is_told(tmp_path: Path, value: str) -> None:
    text = f"---\ntitle: {value}\npublished: 2025-03-05\n---\n{TEXT}"
    assert [p.code for p in read(write(tmp_path, "a.txt", text))[1]] == ["front.broken"]


@pytest.mark.parametrize(
    "text",
    [
        "---\nkein Ende\n" + TEXT,
        "---\nHinweis: kein Ende\n\n" + TEXT,
        "---\n" + TEXT + "---\nWeiter geht es.",
        "----\ntitle: x\n----\n" + TEXT,
        "---\n" + "[" * 3000 + "\n---\n" + TEXT,
    ],
)
def test_rules_that_are_no_front_matter(text: str) -> None:
    front, problems = read_front_matter(text, "a.txt")
    assert (front.end, problems) == (0, [])


def dated(folder: Path, *days: str) -> list[Problem]:
    """What is told of articles published on these days."""
    for number, day in enumerate(days):
        body = f"Bericht Nummer {number}\n\nIm Ortsteil {number} wurde Brücke {number} gesperrt."
        write(folder, f"{number}.txt", f"---\npublished: {day}\n---\n{body}\n")
    return read(folder)[1]


def test_a_date_years_behind_all_others_is_told(tmp_path: Path) -> None:
    problem = dated(tmp_path, "2024-05-01", "2035-01-01", "2025-03-05")[0]
    assert (problem.level, problem.what) == ("warning", "1.txt")
    assert "am 01.01.2035" in problem.why
    assert "am 05.03.2025" in problem.why
    assert problem.remedy


@pytest.mark.parametrize(
    "days",
    [
        ("2035-01-01",),  # no clock is asked
        ("2024-05-01", "2035-01-01"),  # which of the two is wrong?
        ("2024-05-01", "2025-03-05", "2030-01-01"),
        ("2024-05-01", "2024-05-02", "2035-01-01", "2035-01-02"),
    ],
)
def test_dates_that_others_support_are_not(tmp_path: Path, days: tuple[str, ...]) -> None:
    assert dated(tmp_path, *days) == []


def test_one_article_of_now_among_old_ones_is_told_as_well(tmp_path: Path) -> None:
    problem = dated(tmp_path, "2024-05-01", "1972-05-01", "1971-03-05")[0]
    assert "am 01.05.2024" in problem.why  # nobody but a clock could tell the two apart


@pytest.mark.parametrize("value", ["31.02.2024", "2024-13-01", "3024-01-01"])
def test_an_impossible_date_in_metadata_is_named_and_passed_over(
    tmp_path: Path, value: str
) -> None:
    text = f"---\npublished: {value}\n---\nCafé in Köln\nStand: 12.03.2024\n\n{TEXT}"
    articles, problems = read(write(tmp_path, "a.txt", text))
    assert articles[0].day == date(2024, 3, 12)
    assert articles[0].published_basis == "text"
    assert problems[0].level == "warning"
    assert problems[0].what == "a.txt"
    assert value in problems[0].why
    assert problems[0].remedy


# ------------------------------------------------------------------ metadata.csv
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_metadata_csv(tmp_path: Path, mark: str) -> None:
    rows = [
        ["Datei", "published", "extra", "source", "title"],
        ["a.txt", "12.03.2024", "?", '"Bote, Der"', ""],
        ["unter/b.txt", "", "", "Der Kurier", "Café"],
    ]
    table = "\r\n".join(mark.join(row) for row in rows)
    write(tmp_path, "metadata.csv", codecs.BOM_UTF8 + table.encode())
    write(tmp_path, "a.txt")
    write(tmp_path, "unter/b.txt")
    articles, problems = read(tmp_path)
    assert problems == []
    assert articles[0].day == date(2024, 3, 12)
    assert articles[0].source == "Bote, Der"
    assert articles[0].title.startswith("Müller")
    assert (articles[1].source, articles[1].title) == ("Der Kurier", "Café")


@pytest.mark.parametrize(
    ("table", "why"),
    [
        ("file,published\nfehlt.txt,2024-03-12\n", "Zeile 2"),
        ("file,published\n,2024-03-12\n", "nennt keine Datei"),
        ("name,published\na.txt,2024-03-12\n", "keine Spalte"),
        ("file,source\na.txt,X\na.txt,Y\n", "noch einmal"),
        ("", "ist leer"),
        (",,\n", "keine Spalte"),
        ("file,published\na.txt,bald\n", "„bald“"),
    ],
)
def test_metadata_csv_with_mistakes(tmp_path: Path, table: str, why: str) -> None:
    write(tmp_path, "metadata.csv", table)
    write(tmp_path, "a.txt")
    articles, problems = read(tmp_path)
    assert len(articles) == 1
    assert [problem.level for problem in problems] == ["warning"]
    assert why in problems[0].why


def test_metadata_csv_and_files_may_spell_umlauts_in_either_way(tmp_path: Path) -> None:
    table = "file,veröffentlicht\nbrücke.txt,2024-03-12\nfähre.txt,2024-03-13\n"
    write(
        tmp_path,
        "metadata.csv",
        normalize("NFD", table.replace("fähre", "f*hre")).replace("*", "ä"),
    )
    write(tmp_path, "brücke.txt")
    write(tmp_path, normalize("NFD", "fähre.txt"))
    articles, problems = read(tmp_path)
    assert problems == []
    assert [article.day for article in articles] == [date(2024, 3, 12), date(2024, 3, 13)]


def test_commas_in_the_quoted_heading_of_a_table_part_nothing(tmp_path: Path) -> None:
    table = 'file;"title, short, or none";published\na.txt;x;2024-03-12\n'
    write(tmp_path, "metadata.csv", table)
    write(tmp_path, "a.txt")
    articles, problems = read(tmp_path)
    assert problems == []
    assert articles[0].day == date(2024, 3, 12)


def test_a_cell_of_metadata_csv_ends_at_no_odd_character(tmp_path: Path) -> None:
    write(tmp_path, "metadata.csv", "file,title,source\na.txt,Brand\u2028im Hafen,Bote\n")
    write(tmp_path, "a.txt")
    (article,), problems = read(tmp_path)
    assert problems == []
    assert (article.title, article.source) == ("Brand im Hafen", "Bote")


def test_of_two_columns_for_one_thing_the_first_that_says_something_counts(tmp_path: Path) -> None:
    write(tmp_path, "metadata.csv", "Datei,Quelle,file,source\n,,a.txt,Bote\nb.txt,Kurier,,Amt\n")
    for name in ("a.txt", "b.txt"):
        write(tmp_path, name, f"{TEXT} Das steht in {name}.")
    articles, problems = read(tmp_path)
    assert problems == []
    assert [article.source for article in articles] == ["Bote", "Kurier"]


# ------------------------------------------------------------------ the user's dates
def test_the_users_date_goes_first(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", f"---\npublished: 2024-03-12\n---\n{TEXT}")
    for name in ("a.txt", str(path)):
        article = read(tmp_path, options=Options(published={name: "2024-03-13"}))[0][0]
        assert article.day == date(2024, 3, 13)
        assert (article.published_basis, article.published_confidence) == ("user", 1.0)


def test_a_users_date_that_fits_no_file_or_several(tmp_path: Path) -> None:
    write(tmp_path, "x/a.txt")
    write(tmp_path, "y/a.txt")
    _, problems = read(
        tmp_path, options=Options(published=dict.fromkeys(("a.txt", "z.txt"), "2024-03-13"))
    )
    whys = [problem.why for problem in problems if problem.level == "error"]
    assert any("x/a.txt, y/a.txt" in why for why in whys)
    assert len(whys) == 2


# ------------------------------------------------------------------ what a page says of itself
@pytest.mark.parametrize(
    ("head", "source"),
    [
        ("hafenblick.example", "hafenblick.example"),
        ("HAFENPORTAL", "HAFENPORTAL"),
        ("Norder Rundschau > Lokales > Hafen", "Norder Rundschau"),
        ("Ruderverein Norderhafen e. V.", "Ruderverein Norderhafen e. V."),
        ("Hafen > Bau", ""),
        ("https://www.hafenblick.example/bau", "hafenblick.example"),
    ],
)
def test_source_and_title_from_the_head(tmp_path: Path, head: str, source: str) -> None:
    article = one(
        write(tmp_path, "a.txt", f"{head}\n\nKaimauer wird teurer\nVon Ida Probst\n\n{TEXT}")
    )
    assert article.source == source
    assert article.title == "Kaimauer wird teurer"


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("Köln (dpa) - Am Montag öffnet in Köln ein neues Café, sagt er.", "dpa"),
        ("Wien (APA/dpa) - Am Montag öffnet in Wien ein neues Café, sagt er.", "APA"),
        ("Am Montag öffnet in Köln ein neues Café, sagt der Inhaber. (afp)", "AFP"),
        ("Am Montag öffnet in Köln ein neues Café, sagt der Inhaber. AFP", "AFP"),
        ("Von Ida Probst, dpa", "dpa"),
        ("Köln (xy) - Am Montag öffnet in Köln ein neues Café, sagt er.", ""),
    ],
)
def test_agencies(tmp_path: Path, line: str, agency: str) -> None:
    assert one(write(tmp_path, "a.txt", f"Café in Köln\n{line}\n")).agency == agency


@pytest.mark.parametrize(
    ("text", "locale"),
    [
        (TEXT, "de-DE"),
        ("Im Jänner öffnet in Graz ein neues Café, heuer schon das zweite.", "de-AT"),
        ("«Es kostet 5 Franken», sagt der Wirt aus Bern über sein Café.", "de-CH"),
        ("Die grösste Beiz in Bern kostet 12'000 Franken Miete.", "de-CH"),
        ("---\nurl: https://www.berner-beiz.ch/x\n---\nIn Köln öffnet ein Café.", "de-CH"),
        ("---\nurl: https://beisl.at/x\n---\nIn Köln öffnet ein Café.", "de-AT"),
    ],
)
def test_locale_of_an_article(tmp_path: Path, text: str, locale: str) -> None:
    path = write(tmp_path, "a.txt", text)
    assert one(path).locale == locale
    assert read(path, options=Options(locale="de-DE"))[0][0].locale == "de-DE"


@given(st.binary(max_size=300))
def test_any_file_gives_articles_or_problems(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    path = write(tmp_path_factory.mktemp("a"), "a.txt", b"---\npublished: " + data)
    articles, problems = read(path)
    assert articles or problems
    for article in articles:
        last = 0
        for span in article.furniture:
            assert last <= span.start_char < span.end_char <= len(article.text)
            last = span.end_char


def test_decomposed_umlauts_are_composed() -> None:
    decoded = decode("Am 3. Ma\u0308rz 2024 la\u0308uteten die Glocken.".encode(), "a.txt")
    assert decoded.text == "Am 3. März 2024 läuteten die Glocken."


def test_umlauts_of_an_old_mac(tmp_path: Path) -> None:
    text = "Der Bürgermeister eröffnete die Brücke. Die Straße ist für Fußgänger gesperrt.\n"
    (article,), _ = read(put(tmp_path, "a.txt", text.encode("mac-roman")))
    assert "Bürgermeister eröffnete die Brücke" in article.text


def test_names_with_a_caron_are_no_old_mac(tmp_path: Path) -> None:
    text = "Beneš und Lukáš kamen am 3. Mai 2024 über die Grenze, schrieb die Zeitung.\n"
    (article,), _ = read(put(tmp_path, "a.txt", text.encode("cp1252")))
    assert "Beneš und Lukáš kamen" in article.text


def test_a_misspelled_key_is_named_with_the_one_it_may_mean(tmp_path: Path) -> None:
    written = f"---\ntitle: Bad\npublsihed: 2024-05-03\nauthor: Ada\n---\n\n{TEXT}\n"
    (article,), (problem,) = read(put(tmp_path, "a.md", written))
    assert article.published is None
    assert "publsihed" in problem.why
    assert "published" in str(problem)


def test_a_key_that_is_nearly_one_already_given_is_nobodys_mistake(tmp_path: Path) -> None:
    written = f"---\ntitle: Bad\ndate: 2024-05-03\ndates: 3\n---\n\n{TEXT}\n"
    assert read(put(tmp_path, "a.md", written))[1] == []
