"""Every verb of ``verbs.txt`` in the places a verb can stand, told by the tense of its clause."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

import pytest

from timeline.german.verb_forms import Form, forms
from timeline.german.verbs import Tense, tense_at

ROWS = [
    line.split()
    for line in (files("timeline.german") / "verbs.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
WHEN = "am Dienstag"
#: verbs that look ahead by what they mean, or that „werden“ is part of
AHEAD = {"anberaumen", "anstehen", "beabsichtigen", "bevorstehen", "mögen"}
#: forms of two verbs, or of a verb and an adjective: „gelangen“, „rasten“, „besorgt“
DOUBLE = {
    "begeistern", "beimessen", "bekennen", "besorgen", "dazugehören", "dazulernen", "ehren",
    "eignen", "gelingen", "hinzufügen", "hinzukommen", "hinzuziehen", "messen", "rasen",
    "schelten", "verzeihen", "zurasen",
}  # fmt: skip


def sentences(row: list[str]) -> Iterator[tuple[str, Tense]]:
    infinitive, present, preterite, participle, *sein = row
    now, _, particle = present.partition("|")
    then, perfect = preterite.partition("|")[0], "ist" if sein else "hat"
    rest = f" {particle}" if particle else ""
    plural = then + ("n" if then.endswith("e") else "en")
    yield f"Am Dienstag {now} Ada Holm{rest}.", "present"
    yield f"Am Dienstag {then} Ada Holm{rest}.", "past"
    yield f"Am Dienstag {plural} die Leute{rest}.", "past"
    yield f"Am Dienstag {perfect} Ada Holm {participle}.", "past"
    yield f"Ada Holm, die am Dienstag {particle}{now}, schweigt.", "present"
    yield f"Ada Holm, die am Dienstag {particle}{then}, schweigt.", "past"
    yield f"Ada Holm, die am Dienstag {participle} {perfect}, schweigt.", "past"
    yield f"Die Leute, die am Dienstag {infinitive}, schweigen.", "present"
    yield f"Ada Holm will am Dienstag {infinitive}.", "future"


@pytest.mark.parametrize("letter", sorted({row[0][0] for row in ROWS}))
def test_the_tense_of_every_verb(letter: str) -> None:
    wrong = []
    for row in ROWS:
        if row[0][0] != letter or row[0] in AHEAD | DOUBLE or row[0].endswith("werden"):
            continue
        for sentence, expected in sentences(row):
            at = sentence.lower().index(WHEN.lower())
            if tense_at(sentence, at, at + len(WHEN)) != expected:
                wrong.append((sentence, expected))
    assert wrong == []


def test_the_list_is_in_order_and_each_line_once() -> None:
    lines = [" ".join(row) for row in ROWS]
    assert lines == sorted(set(lines), key=lambda line: (line.split()[0].lower(), line))
    assert {len(row) for row in ROWS} == {4, 5}
    assert {row[4] for row in ROWS if len(row) == 5} == {"sein"}


@pytest.mark.parametrize("word", ["acht", "laut", "statt", "fast", "bekannt", "seit", "heute"])
def test_what_looks_like_a_verb_and_is_none(word: str) -> None:
    assert not forms(word) & (Form.PRESENT | Form.PRETERITE)
