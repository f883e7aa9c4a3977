"""Headlines an editor would let pass, from sentences of many shapes."""

from __future__ import annotations

import re

import pytest
from events_samples import headline_of
from hypothesis import given
from hypothesis import strategies as st

from timeline.events.headline import title_headline
from timeline.events.shortening import LONGEST, shorten

CASES: list[tuple[str, str, str]] = [
    # the date in front: the verb goes back into second place
    ("Am Montag brannte die Mühle ab.", "Am Montag", "Die Mühle brannte ab"),
    (
        "Am Montag hat der Rat der Stadt Moosau den Etat beschlossen.",
        "Am Montag",
        "Der Rat der Stadt Moosau hat den Etat beschlossen",
    ),
    (
        "Tags darauf zogen 300 Wirte vor das Rathaus.",
        "Tags darauf",
        "300 Wirte zogen vor das Rathaus",
    ),
    (
        "Am Montag trafen sich die Fischer im Hafen.",
        "Am Montag",
        "Die Fischer trafen sich im Hafen",
    ),
    ("Am Montag wurde gesungen und getanzt.", "Am Montag", "Gesungen und getanzt wurde"),
    # the date inside
    ("Die Mühle brannte am Montag ab.", "am Montag", "Die Mühle brannte ab"),
    ("Die Mühle brannte bereits am Montag ab.", "Montag", "Die Mühle brannte ab"),
    ("Der Steg ist seit Montag gesperrt.", "seit Montag", "Der Steg ist gesperrt"),
    ("Und am Montag kam der Zirkus nach Moosau.", "am Montag", "Der Zirkus kam nach Moosau"),
    # frames and fillers
    (
        "Nach Angaben der Polizei stürzte am Montag ein Kran um.",
        "am Montag",
        "Ein Kran stürzte um",
    ),
    ("Laut Wetterdienst fiel am Montag Schnee in Moosau.", "am Montag", "Schnee fiel in Moosau"),
    ("MOOSAU. Am Montag brannte die Mühle ab.", "Am Montag", "Die Mühle brannte ab"),
    ("Moosau (abc) - Die Mühle brannte am Montag ab.", "am Montag", "Die Mühle brannte ab"),
    ("+++ Update: Die Mühle ist am Montag abgebrannt.", "am Montag", "Die Mühle ist abgebrannt"),
    # subordinate clauses
    (
        "Der Steg blieb zu, weil Taucher am Montag Risse im Holz fanden.",
        "am Montag",
        "Taucher fanden Risse im Holz",
    ),
    (
        "Nachdem das Gericht am Montag die Klage abgewiesen hatte, atmete das Dorf auf.",
        "am Montag",
        "Das Gericht hatte die Klage abgewiesen",
    ),
    ("Alle hoffen, dass am Montag der Kran ankommt.", "am Montag", "Der Kran kommt an"),
    # relative clauses
    (
        "Der Rat stützt sich auf ein Gutachten, das am Montag vorgelegt wurde.",
        "am Montag",
        "Das Gutachten wurde vorgelegt",
    ),
    (
        "Streit gibt es um den Vertrag, den die Wirte am Montag unterschrieben.",
        "am Montag",
        "Die Wirte unterschrieben den Vertrag",
    ),
    # reports
    (
        "Am Montag meldete das Amt, dass zwei Boote gesunken seien.",
        "Am Montag",
        "Amt: Zwei Boote seien gesunken",
    ),
    (
        "Am Montag wurde bekannt, dass zwei Boote gesunken sind.",
        "Am Montag",
        "Zwei Boote sind gesunken",
    ),
    # an infinitive that the verb needs, and one that has the date
    (
        "Am Montag hatte der Wirt versucht, den Ofen selbst zu löschen.",
        "Am Montag",
        "Der Wirt hatte versucht, den Ofen selbst zu löschen",
    ),
    ("Das Dorf hofft, den Neubau am Montag freizugeben.", "am Montag", "Neubau freigeben"),
    # shared subjects
    (
        "Die Fähre legte um acht ab und kenterte am Montag vor Moosau.",
        "am Montag",
        "Die Fähre kenterte vor Moosau",
    ),
    # a participle before its noun, a date the verb needs, words that belong together
    ("Die 1998 gebaute „Alke“ fährt wieder.", "1998", "„Alke“ gebaut"),
    ("Neuer Termin ist der 17. November.", "17. November", "Neuer Termin ist der 17. November"),
    (
        "Am Montag zeigten die Ermittler Bilder der Tat.",
        "Am Montag",
        "Die Ermittler zeigten Bilder der Tat",
    ),
    (
        "Am Montag berieten die Wirte aller Dörfer.",
        "Am Montag",
        "Die Wirte aller Dörfer berieten",
    ),
    (
        "Am Montag kam die letzte Gondel, geschmückt mit Laub.",
        "Am Montag",
        "Die letzte Gondel kam geschmückt mit Laub",
    ),
    (
        "Der Pelikan ist alt, hat Gicht und lebt seit Mai in Moosau.",
        "seit Mai",
        "Der Pelikan lebt in Moosau",
    ),
    (
        "Das Fest, das im Mai hätte beginnen sollen, fällt aus.",
        "im Mai",
        "Das Fest hätte beginnen sollen",
    ),
    # nominal
    (
        "14.2.1931: Großbrand in der Mühle, zwei Tote.",
        "14.2.1931",
        "Großbrand in der Mühle, zwei Tote",
    ),
]


@pytest.mark.parametrize(("sentence", "expression", "expected"), CASES)
def test_headline(sentence: str, expression: str, expected: str) -> None:
    assert headline_of(sentence, expression) == expected


@pytest.mark.parametrize(
    ("before", "sentence", "expected"),
    [
        (
            "Die Ausstellung zeigt Boote.",
            "Sie beginnt am Montag in Moosau.",
            "Die Ausstellung beginnt in Moosau",
        ),
        ("Der Kran steht am Hafen.", "Er wird am Montag abgebaut.", "Der Kran wird abgebaut"),
        (
            "Das Haus ist alt.",
            "Am Montag soll es abgerissen werden.",
            "Das Haus soll abgerissen werden",
        ),
    ],
)
def test_pronouns_are_named_where_it_is_certain(before: str, sentence: str, expected: str) -> None:
    expression = "Am Montag" if "Am Montag" in sentence else "am Montag"
    assert headline_of(sentence, expression, before) == expected


def test_an_uncertain_pronoun_gives_way_to_the_title() -> None:
    before = "Es stritten der Kapitän und der Koch."
    assert headline_of("Er ging am Montag.", "am Montag", before, title="Streit im Hafen") == (
        "Streit im Hafen"
    )


def test_the_own_paper_is_named() -> None:
    sentence = "Am Montag hatte diese Zeitung enthüllt, dass der Deich Risse hat."
    assert headline_of(sentence, "Am Montag") == "Bote a: Der Deich hat Risse"


def test_long_sentences_lose_their_adverbials_first() -> None:
    sentence = (
        "Am Montag haben der Fischereiverband und die Gemeinde Moosau nach zähen Gesprächen im "
        "Gasthaus sich auf einen neuen Vertrag verständigt."
    )
    made = headline_of(sentence, "Am Montag")
    assert len(made) <= LONGEST
    assert made.endswith("verständigt")
    assert "…" not in made


@given(st.text(alphabet="abc ,.–„“()ÄZ", max_size=200))
def test_a_headline_never_breaks(title: str) -> None:
    made = title_headline(title)
    assert len(made) <= LONGEST
    assert made == made.strip()
    assert made.count("„") == made.count("“")
    assert made.count("(") == made.count(")")
    assert not re.search(r"\s[,.;]|[,;:]\Z", made)


def test_the_last_resort_is_an_ellipsis_between_words() -> None:
    made = shorten("Wortungeheuer " * 12)
    assert made.endswith(" …")
    assert set(made.removesuffix(" …").split()) == {"Wortungeheuer"}
