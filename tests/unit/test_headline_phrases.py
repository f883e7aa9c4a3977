"""Headlines in which every phrase stays whole and stands where German wants it."""

from __future__ import annotations

import pytest
from events_samples import headline_of
from headline_rules import faults_of

#: sentence, date, headline
CASES: list[tuple[str, str, str]] = [
    # behind a prepositional phrase in front stands the verb, then the subject without an article
    (
        "Die Mühle ist zu, nachdem am Montag bei einer Prüfung Risse gefunden worden waren.",
        "am Montag",
        "Bei einer Prüfung wurden Risse gefunden",
    ),
    (
        "Der Pfad ist gesperrt, weil am Montag auf der Strecke Bäume umgestürzt waren.",
        "am Montag",
        "Auf der Strecke sind Bäume umgestürzt",
    ),
    # but where nobody does it, the name of the place is whole
    (
        "Der Markt blieb leer, weil am Montag im Hotel Goldener Hirsch gefeiert worden war.",
        "am Montag",
        "Im Hotel Goldener Hirsch wurde gefeiert",
    ),
]


@pytest.mark.parametrize(("sentence", "expression", "expected"), CASES)
def test_headline(sentence: str, expression: str, expected: str) -> None:
    assert headline_of(sentence, expression) == expected


def test_the_expected_headlines_of_this_file_have_no_faults() -> None:
    assert [made for _, _, made in CASES if faults_of(made)] == []
