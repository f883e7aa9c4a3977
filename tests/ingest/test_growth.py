"""Time for reading grows with what is read, not with its square."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from samples import put

from timeline.ingest import Options, count_files, read_articles

WORDS = [f"wort{number}" for number in range(5000)]


def front_pages(folder: Path, count: int) -> None:
    """Articles whose table gives them all the address of the outlet."""
    chooser = random.Random(count)
    rows = ["file;published;source;url"]
    for number in range(count):
        body = " ".join(chooser.choice(WORDS) for _ in range(300))
        put(folder, f"{number}.txt", f"Titel {number}\n\n{body}.\n")
        rows.append(f"{number}.txt;2024-03-12;Bote;https://a.example/politik")
    put(folder, "metadata.csv", "\n".join(rows))


def saved_pages(folder: Path, count: int) -> None:
    """Pages as a browser saves them, each with a folder of its pictures."""
    for number in range(count):
        put(folder, f"{number}.html", "x")
        (folder / f"{number}_files").mkdir()


def seconds(folder: Path, act: Callable[[Path], int], expected: int) -> float:
    """The least CPU time of two tries."""
    taken = []
    for _ in range(2):
        start = time.process_time()
        assert act(folder) == expected
        taken.append(time.process_time() - start)
    return min(taken)


@pytest.mark.parametrize(
    ("make", "act", "count"),
    [
        (front_pages, lambda folder: len(read_articles([folder], Options())[0]), 50),
        (saved_pages, count_files, 500),
    ],
    ids=["one address for all", "saved pages"],
)
def test_four_times_the_files_take_about_four_times_the_time(
    tmp_path: Path, make: Callable[[Path, int], None], act: Callable[[Path], int], count: int
) -> None:
    make(tmp_path / "few", count)
    make(tmp_path / "many", 4 * count)
    small = seconds(tmp_path / "few", act, count)
    assert seconds(tmp_path / "many", act, 4 * count) < 9 * small  # a square would be 16 times


def test_a_long_line_of_blanks_costs_no_more_than_one_of_words(tmp_path: Path) -> None:
    words = "Wort " * 8000
    put(tmp_path, "words/a.txt", f"Neue Halle\n\n{words}\nEnde.\n")
    put(tmp_path, "blanks/a.txt", f"Neue Halle\n\n{' ' * len(words)}\nEnde.\n")

    def read(folder: Path) -> int:
        return len(read_articles([folder], Options())[0])

    assert seconds(tmp_path / "blanks", read, 1) < seconds(tmp_path / "words", read, 1) + 0.5
