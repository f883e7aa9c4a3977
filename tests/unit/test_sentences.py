from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.german.sentences import sentence_around, split_sentences


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


@pytest.mark.parametrize(
    "expected",
    [
        ["Am 3. Mai brannte die Halle.", "Verletzt wurde niemand."],
        ["Am 14.2.1887 fiel Schnee.", "Dr. Moos kam z. B. zu Fuß."],
        ["Er wurde 47.", "Danach wurde es still."],
        ["Das gilt seit 2019.", "2020 kam ein Nachtrag."],
        ["Der 2. Senat tagt.", "Am 30. und 31. Oktober ist frei."],
        ["Nach § 12 Abs. 3 ist das verboten.", "Das Amt prüft."],
        ["„Geht das?“, fragte sie.", "„Ja!“", "Dann ging er."],
        ["«Nein.»", "Mehr sagte er nicht."],
        ["„Niemals! Nicht mit mir!“, rief sie.", "Dann ging sie."],
        ["Es ist 22.10 Uhr.", "Ada K. ruft an."],
        ["Au: Konzert im Saal, 20 Uhr. Moosau: Markt, ab 9 Uhr."],
        ["Die 5 Mio. Euro reichen.", "So steht es im Vertrag."],
        ["Das ist seine Art.", "Schon immer war er so."],
        ["Der Verein e. V. tagt am 1. 9. 2025 im Saal."],
        ["Im 19. Jahrhundert lebte J. S. Kern hier.", "Heute steht da ein Kino."],
        ["Um 7.30 Uhr war Schluss.", "Niemand blieb."],
    ],
)
def test_abbreviations_ordinals_and_quotes(expected: list[str]) -> None:
    assert sentences(" ".join(expected)) == expected


def test_a_blank_line_always_ends_a_sentence() -> None:
    assert sentences("Ohne Punkt\n\nund weiter") == ["Ohne Punkt", "und weiter"]


def test_headings_stamps_and_list_items_stand_alone() -> None:
    lines = ["Sturm am See", "Von Ida Korn", "Stand: 3.6.2024, 8 Uhr", "- Boote sanken.", "- Ende."]
    assert sentences("\n".join(lines)) == lines


def test_hard_wrapped_prose_goes_on() -> None:
    text = (
        "Der Rat hat am Dienstag beschlossen, die alte Brücke über die\n"
        "Mühle zu sperren, weil Holz und Eisen nach dem Hochwasser vom\n"
        "3.\nMai brüchig sind. Das teilte die Stadt am Mittwoch mit."
    )
    assert [s.replace("\n", " ") for s in sentences(text)] == [
        "Der Rat hat am Dienstag beschlossen, die alte Brücke über die Mühle zu sperren, weil Holz "
        "und Eisen nach dem Hochwasser vom 3. Mai brüchig sind.",
        "Das teilte die Stadt am Mittwoch mit.",
    ]


def test_a_lost_space_after_a_quotation() -> None:
    assert sentences('Sie kamen, "um zu üben."Dies sagte ein Sprecher.') == [
        'Sie kamen, "um zu üben."',
        "Dies sagte ein Sprecher.",
    ]


def test_a_stretch_of_a_text_keeps_its_offsets() -> None:
    text = "Kopf. Erster Satz. Zweiter Satz. Fuß."
    assert split_sentences(text, 6, 32) == [(6, 18), (19, 32)]


@given(st.text(alphabet="aB3. !?„“\n-:,Ä…", max_size=120))
def test_sentences_cover_all_but_white_space(text: str) -> None:
    spans = split_sentences(text)
    rest, position = "", 0
    for start, end in spans:
        assert position <= start < end
        assert text[start:end] == text[start:end].strip()
        rest += text[position:start]
        position = end
    assert not (rest + text[position:]).strip()


@pytest.mark.parametrize("piece", ["." * 9, ". ", "\n", "a\n", '."', "1. ", "x\ny "])
def test_time_grows_with_length_only(piece: str) -> None:
    def seconds(count: int) -> float:
        text = piece * count
        begin = time.perf_counter()
        split_sentences(text)
        return time.perf_counter() - begin

    short = min(seconds(20_000) for _ in range(2))
    assert seconds(80_000) < 12 * short + 0.5


@given(st.text(alphabet="aB3. !?„“\n-:,Ä…", max_size=120), st.integers(0, 119))
def test_the_sentence_around_a_word_is_one_of_all_sentences(text: str, at: int) -> None:
    if at >= len(text) or not text[at].isalnum() or text[at - 1 : at].isalnum():
        return
    spans = split_sentences(text)
    found = next(i for i, (start, end) in enumerate(spans) if start <= at < end)
    before = spans[found - 1][1] if found else 0
    assert sentence_around(text, at) == spans[found]
    assert sentence_around(text, at, since=before) == spans[found]
