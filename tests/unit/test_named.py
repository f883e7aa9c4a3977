"""Names of persons and places: those that are certain, and no others."""

from __future__ import annotations

import pytest
from events_samples import article

from timeline.events.named import names_of, participants, persons_of, places, scenes

TEXT = (
    "Moosau (abc) - Die Holzmühle brennt. Bürgermeisterin Ada Holm kam. Nils Tamm, 44, half. „Wir "
    "löschen“, sagte Feuerwehrchef Ole Beek. Der Weg ist zu. Karl Otto Beek baute die Mühle, Anna "
    "Beek erbte sie. Beek schwieg. Die Fachgewerkschaft Schiene dankt. Holm ging, Otto kam."
)


@pytest.mark.parametrize(
    ("told", "persons"),
    [
        ("Holm kam zur Mühle", ("Ada Holm",)),
        ("Ada Holms Büro ist leer", ("Ada Holm",)),
        ("Tamm half", ("Nils Tamm",)),
        ("Ole Beek löschte", ("Ole Beek",)),
        ("Beek löschte", ()),  # several are called so
        ("Die Fachgewerkschaft Schiene streikt", ()),
        ("Der Weg ist zu", ()),
        ("Der Großvater von Ada Holm baute", ()),
    ],
)
def test_participants(told: str, persons: tuple[str, ...]) -> None:
    assert participants(told, names_of(article("a", TEXT))) == persons


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("„Wir bauen“, sagte Baudezernentin Ulrike Tamm.", "Ulrike Tamm"),
        ("„Wir bauen“, sagte Kämmerin Swantje Tamm.", "Swantje Tamm"),
        ("„Wir bauen“, sagte Schulrätin Ulrike von Tamm.", "Ulrike von Tamm"),
        ("„Wir bauen“, sagte Karl Otto Beek. Beek nickte.", "Karl Otto Beek"),
        ("„Wir bauen“, sagte Rainer Holm.", "Rainer Holm"),
    ],
)
def test_a_role_is_no_given_name(text: str, name: str) -> None:
    assert list(persons_of(text).values()) == [name]


def test_the_speaker_takes_no_part() -> None:
    names = names_of(article("a", TEXT))
    assert participants("Holm sagte, Tamm sei da", names, "Bürgermeisterin Ada Holm") == (
        "Nils Tamm",
    )


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("Der Zug hielt in Köln", ("Köln, Deutschland",)),
        ("Sie reisten aus der Ukraine nach Den Haag", ("Ukraine", "Den Haag, Niederlande")),
        ("Es brannte in Moosau", ("Moosau",)),
        ("Der Kölner Dom ist zu", ()),
        ("Paris, sagte er, sei weit", ()),
        ("Sie wohnt in Romanshorn", ()),
    ],
)
def test_places(told: str, found: tuple[str, ...]) -> None:
    assert places(told, names_of(article("a", TEXT))) == found


def test_no_article_no_names() -> None:
    assert participants("Ada Holm kam", names_of(None)) == ()


def test_scenes_are_bare_names_behind_a_preposition() -> None:
    told = "In der Halle in Moosau brannte es, Brand in Not, aus Hohenfels kam Hilfe in Kürze"
    assert scenes(told) == {"Moosau", "Hohenfels"}
