"""Stories told from front to back: their dates hang on the story's own time."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.temporal.timeml import Record, timexes

WRITTEN = date(2011, 2, 16)


def told(text: str) -> list[str]:
    return [t.value for t in timexes(Record("a", WRITTEN, text), "narrative")[0]]


@pytest.mark.parametrize(
    ("heading", "story", "expected"),
    [
        (
            "Bauzeit 1923 bis 1926",
            "Im Mai begannen die Arbeiten. Am 3. Juli stürzte ein Gerüst ein.",
            ["1923-05", "1923-07-03"],
        ),
        (
            "Der Streit um die Mühle, Juni 1931 bis Mai 1932",
            "Im Juli zog der Müller vor Gericht. Im Mai war alles vorbei.",
            ["1931-07", "1932-05"],
        ),
        ("Der Winter 1928/29", "Im Januar fror der Fluss zu.", ["1929-01"]),
        (
            "Der Umbau 1928/29",
            "Zu Jahresbeginn fehlte das Geld. Am 6. Juni kam der Kredit.",
            ["1928", "1928-06-06"],
        ),
        ("Neubau 1934", "Im Mai stand das Dach.", ["1934-05"]),
    ],
)
def test_a_heading_says_when_a_chapter_begins(
    heading: str, story: str, expected: list[str]
) -> None:
    assert told(f"{heading}\n\n{story}")[-len(expected) :] == expected


def test_a_spring_after_a_winter_is_the_next_years() -> None:
    assert told("Im Winter 1931 ruhte der Bau. Im April ging es weiter.") == ["1931-WI", "1932-04"]


def test_how_long_it_took_is_no_date() -> None:
    """Who waits two weeks need not have begun on the day just named."""
    story = "Am 3. Mai 1904 begann der Streik. Nach zwei Wochen gab die Leitung nach."
    assert told(story) == ["1904-05-03", "P2W"]
