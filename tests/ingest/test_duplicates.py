"""The same article twice counts once; copies at several outlets are tied together."""

from pathlib import Path

import pytest
from samples import jsonl, put

from timeline.ingest import Options, read_articles
from timeline.ingest.duplicates import address
from timeline.models import Article, Problem

WIRE = (
    "Der Gemeinderat von Birkenau hat am Montag den Bau der neuen Turnhalle beschlossen. "
    "Die Arbeiten sollen im Frühjahr beginnen, sagte Bürgermeisterin Ute Kern der Zeitung. "
    "Die alte Halle war am 4. Februar 2023 nach einem Wasserschaden gesperrt worden. "
    "Seitdem turnen die Vereine im Nachbarort, was viele Eltern ärgert und Geld kostet. "
    "Der Schulleiter rechnet mit der Eröffnung im Herbst, wie er am Dienstag mitteilte."
)
OTHER = (
    "Im Hafen von Norder ist am Freitag ein Kutter gesunken, verletzt wurde dabei niemand. "
    "Die Feuerwehr pumpte bis zum Abend Diesel ab und legte eine Sperre aus, hieß es. "
    "Der Eigner vermutet ein Leck am Rumpf, die Wasserschutzpolizei ermittelt noch immer."
)


def front(text: str, **values: str) -> str:
    lines = "".join(f"{key}: {value}\n" for key, value in values.items())
    return f"---\n{lines}---\n{text}\n"


def read(folder: Path) -> tuple[dict[str, Article], list[Problem]]:
    articles, problems = read_articles([folder], Options())
    return {article.file: article for article in articles}, problems


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("http://www.a.example/x/", "https://a.example/x", True),
        ("https://a.example/x?utm_source=rss&id=3", "https://a.example/x?id=3#top", True),
        ("https://a.example/x/amp", "https://a.example/x", True),
        ("https://a.example/x.amp.html", "https://a.example/x.html", True),
        ("https://a.example/x?id=3", "https://a.example/x?id=4", False),
        ("https://a.example/x", "https://b.example/x", False),
    ],
)
def test_addresses(one: str, two: str, same: bool) -> None:
    assert (address(one) == address(two)) is same


def test_a_front_page_is_no_article() -> None:
    assert address("https://a.example/") == address("") == address("http://[") == ""


def test_same_address_the_later_version_wins(tmp_path: Path) -> None:
    url = "https://a.example/halle"
    put(tmp_path, "alt.txt", front(WIRE, url=url, published="2024-03-12"))
    put(tmp_path, "neu.txt", front(WIRE + " Es gab Applaus.", url=url + "?utm_source=x",
                                   published="2024-03-12", modified="2024-03-13"))  # fmt: skip
    articles, problems = read(tmp_path)
    assert list(articles) == ["neu.txt"]
    assert "ältere Fassung von neu.txt" in problems[0].why
    assert problems[0].level == "warning"
    assert any("alt.txt" in note for note in articles["neu.txt"].notes)


def test_a_copy_without_a_date_is_not_called_older(tmp_path: Path) -> None:
    url = "https://a.example/halle"
    put(tmp_path, "mit.txt", front(WIRE, url=url, published="2024-03-12"))
    put(tmp_path, "ohne.txt", front(WIRE, url=url))
    articles, (problem,) = read(tmp_path)
    assert list(articles) == ["mit.txt"]
    assert problem.why == "ist derselbe Artikel wie mit.txt und zählt nicht noch einmal"


def test_one_address_for_all_articles_is_no_articles_address(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", front(WIRE, url="https://a.example/politik", source="Bote"))
    put(tmp_path, "b.txt", front(OTHER, url="https://a.example/politik", source="Bote"))
    articles, problems = read(tmp_path)
    assert len(articles) == 2
    assert problems == []


def test_running_numbers_of_two_files_do_not_meet(tmp_path: Path) -> None:
    put(tmp_path, "a.jsonl", jsonl({"id": 1, "text": WIRE}))
    put(tmp_path, "b.jsonl", jsonl({"id": 1, "text": OTHER}))
    articles, problems = read(tmp_path)
    assert {a.id for a in articles.values()} == {"a-1", "b-1"}
    assert problems == []


def test_what_an_earlier_run_wrote_is_not_read(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", WIRE)
    for name in ("timeline.json", "timeline.md", "timeline.csv", "index.html"):
        put(tmp_path, f"exports/{name}", "x,y\n")
    articles, problems = read(tmp_path)
    assert list(articles) == ["a.txt"]
    assert problems == []


def test_of_a_file_and_its_copy_the_copy_is_left_out(tmp_path: Path) -> None:
    put(tmp_path, "streik.txt", WIRE)
    put(tmp_path, "streik (Kopie).txt", WIRE)
    articles, (problem,) = read(tmp_path)
    assert list(articles) == ["streik.txt"]
    assert problem.what == "streik (Kopie).txt"


def test_same_text_counts_once_and_keeps_what_each_knows(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", WIRE)
    put(tmp_path, "b.txt", front(WIRE, source="Bote", published="2024-03-12"))
    articles, _ = read(tmp_path)
    assert len(articles) == 1
    (article,) = articles.values()
    assert (article.source, article.published_basis) == ("Bote", "metadata")


def test_an_updated_version_under_another_address_counts_once(tmp_path: Path) -> None:
    put(
        tmp_path,
        "a.txt",
        front(WIRE, source="Bote", url="https://b.example/1", published="2024-03-12"),
    )
    put(tmp_path, "b.txt", front(WIRE + " Das Land zahlt einen Zuschuss.", source="Bote",
                                 url="https://b.example/2", published="2024-03-13"))  # fmt: skip
    articles, problems = read(tmp_path)
    assert list(articles) == ["b.txt"]
    assert "Fassung" in problems[0].why


def test_copies_at_several_outlets_are_tied_to_the_first(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", front("Birkenau (dpa) - " + WIRE, source="Bote", published="2024-03-13"))
    put(tmp_path, "b.txt", front("Berlin (dpa) - " + WIRE, source="Kurier", published="2024-03-12"))
    put(
        tmp_path, "c.txt", front(WIRE + " Wir bleiben dran.", source="Echo", published="2024-03-14")
    )
    put(tmp_path, "d.txt", front(OTHER, source="Hafenblick", published="2024-03-12"))
    articles, problems = read(tmp_path)
    assert problems == []
    assert {file: a.copy_of for file, a in articles.items()} == {
        "a.txt": "b", "b.txt": "", "c.txt": "b", "d.txt": "",
    }  # fmt: skip
    assert articles["a.txt"].agency == "dpa"


def test_copies_follow_renamed_ids(tmp_path: Path) -> None:
    put(tmp_path, "x/a.txt", front(WIRE, source="Bote", published="2024-03-12"))
    put(tmp_path, "y/a.txt", front(OTHER, source="Bote", published="2024-03-12"))
    put(tmp_path, "z/c.txt", front(OTHER, source="Kurier", published="2024-03-14"))
    articles, _ = read(tmp_path)
    assert articles["z/c.txt"].copy_of == articles["y/a.txt"].id != "a"


def test_a_copy_of_a_file_with_the_same_name_is_not_tied_to_itself(tmp_path: Path) -> None:
    put(tmp_path, "bote/halle.txt", front(WIRE, source="Bote", published="2024-03-12"))
    put(tmp_path, "kurier/halle.txt", front(WIRE, source="Kurier", published="2024-03-13"))
    articles, _ = read(tmp_path)
    assert articles["bote/halle.txt"].copy_of == ""
    assert articles["kurier/halle.txt"].copy_of == articles["bote/halle.txt"].id == "halle"


def test_a_shorter_agency_text_is_a_copy_other_words_are_none(tmp_path: Path) -> None:
    half = ". ".join(WIRE.split(". ")[:3]) + "."
    put(tmp_path, "a.txt", front("Birkenau (dpa) - " + WIRE, source="Bote", published="2024-03-12"))
    put(tmp_path, "b.txt", front("Birkenau (dpa) - " + half, source="Echo", published="2024-03-13"))
    put(
        tmp_path,
        "c.txt",
        front("Birkenau (dpa) - " + OTHER, source="Blick", published="2024-03-13"),
    )
    articles, _ = read(tmp_path)
    assert articles["b.txt"].copy_of == "a"
    assert articles["c.txt"].copy_of == ""


def test_order_of_the_paths_does_not_matter(tmp_path: Path) -> None:
    names = [f"{n}.txt" for n in range(6)]
    for n, name in enumerate(names):
        put(
            tmp_path,
            name,
            front(f"{WIRE} Nummer {n}.", source=f"Blatt {n}", published="2024-03-12"),
        )
    one = read_articles([tmp_path / name for name in names], Options())[0]
    two = read_articles([tmp_path / name for name in reversed(names)], Options())[0]
    assert {a.id: a.copy_of for a in one} == {a.id: a.copy_of for a in two}
