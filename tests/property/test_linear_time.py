"""Whatever a text holds, its cost grows in a straight line with its length.

Four times the text costs about four times as much, quadratic cost sixteen times. The bound lies in
the middle (9: twice „at most three times as much for twice the text“). CPU time is measured, not
the clock on the wall, and a bad measurement is repeated, so that a busy machine fails no test.
"""

from __future__ import annotations

import gc
import random
import time
from datetime import date

import pytest

from timeline.german.grammar import RULES
from timeline.temporal import tag

PUBLISHED = date(2024, 11, 14)
SHORT, LONG = 4_000, 16_000  # characters
LIMIT = 9.0
#: seconds; below that the clock's own noise decides
NOISE = 0.02
TRIES = 4

REPEATED = [
    *("1", "9", "0", " ", "\n", "\n\n", "\t", "\u00a0", "ä", "A", "x", "\ud800", "\x00", "²"),
    *(
        ".",
        ". ",
        ",",
        ", ",
        ":",
        "!",
        "?",
        "…",
        "-",
        "- ",
        "–",
        "– ",
        "(",
        ")",
        "()",
        "„",
        "„“",
        '"',
    ),
    *(
        "1.",
        "1. ",
        "1,",
        "1:",
        "1/",
        "1'",
        "1.1.",
        "3.5. ",
        "1.\n",
        "- a\n",
        "a\n",
        "A\n",
        "a. ",
        "A. ",
    ),
    *("und ", "der ", "vor ", "in ", "bis ", "von ", "am ", "seit ", "genau ", "erst ", "etwa "),
    *("zu ", ", zu gehen", "dass ", ", dass ", "war ", "sagte ", "§ ", "Abs. ", "x" * 60 + "\n"),
    *("Montag ", "Montag, ", "am Montag und ", "Freitag 20 Uhr ", "Freitag abends ", "abends "),
    *("3. Mai ", "am 3. Mai (", "Mai ", "Mai und ", "2024 ", "2024/25 ", "Winter ", "Ostern "),
    *("heute ", "gestern und ", "20 Uhr ", "20 Uhr, ", "halb drei ", "Nacht ", "in der Nacht vom "),
    *("zwei Tage ", "zwei Jahre später ", "vor zwei Wochen ", "eine Woche vor dem ", "nächsten "),
    *("Ende ", "Anfang ", "Woche ", "jeden ", "später ", "Tag für Tag ", "zwischen ", "a. "),
    *("19. Jahrhundert ", "die 1930er und ", "sagte, dass er am Montag "),
    *("heute kommt er, früher ", "3. Mai 2023: ", "3. Mai 2023: Er kommt am Freitag.\n"),
    *("um 9 Uhr, zehn Minuten später kam er, ", "im Juni, im Vormonat ", "im Sommer darauf "),
    *("nicht am 3. Mai, sondern am 4. Mai ", "Die Bahn, im Mai eröffnet, ist ", "an diesem Tag "),
]


def cost(text: str, tries: int) -> float:
    """The least CPU seconds that tagging the text took."""
    best = float("inf")
    for number in range(tries):
        fresh = f"{number}{text}"  # no help from what is remembered of the last round
        gc.collect()
        start = time.process_time()
        tag(fresh, PUBLISHED)
        best = min(best, time.process_time() - start)
    return best


def growth(short: str, long: str) -> float:
    """How many times as much the long text costs as the short one; 0 where it costs nothing."""
    factor = 0.0
    for tries in (1, TRIES):
        before, after = cost(short, tries + 1), cost(long, tries)
        factor = after / max(before, 1e-9) if after > NOISE else 0.0
        if factor <= LIMIT:
            break
    return factor


@pytest.fixture(scope="module", autouse=True)
def _grammar_is_compiled() -> None:
    tag("am 3. Mai 2024", PUBLISHED)


@pytest.mark.parametrize("piece", REPEATED, ids=lambda piece: ascii(piece[:20]))
def test_a_repeated_piece(piece: str) -> None:
    short, long = (piece * (size // len(piece) + 1) for size in (SHORT, LONG))
    assert growth(short, long) <= LIMIT


@pytest.mark.parametrize("gap", [" ", ", ", " und ", "\n"], ids=ascii)
def test_a_soup_of_time_words(gap: str) -> None:
    """The examples of all rules in any order, with nothing that ends a sentence."""
    examples = [e for rule in RULES for e in rule.examples if "." not in e]
    chooser = random.Random(7)
    soup = gap.join(chooser.choice(examples) for _ in range(LONG // 10))
    assert growth(soup[:SHORT], soup[:LONG]) <= LIMIT
