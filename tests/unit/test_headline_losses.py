"""What a headline must not lose on the way: its subject, its goal, a comma, half a list."""

from __future__ import annotations

from datetime import date

import pytest
from events_samples import article, headline_of, mentions, when
from headline_rules import faults_of

#: (sentence, date, headline)
KEPT: list[tuple[str, str, str]] = [
    # a list of subjects
    (
        "Gestern haben Planer, Anwohner und Bauherren den Rohbau besichtigt.",
        "Gestern",
        "Planer, Anwohner und Bauherren haben den Rohbau besichtigt",
    ),
    (
        "Mit Helm haben Köche, Kellner und Gäste gestern den Keller geräumt.",
        "gestern",
        "Mit Helm haben Köche, Kellner und Gäste den Keller geräumt",
    ),
    # a number of people behind „nach ihren Angaben“, which names who says so already
    (
        "Am Montag hatten nach ihren Angaben 1.200 Leute auf dem Domplatz für das Bad gesungen.",
        "Am Montag",
        "1.200 Leute haben auf dem Domplatz für das Bad gesungen",
    ),
    # one object and one auxiliary for two relative clauses
    (
        "Lange dauerte die Feier, die der Verein beantragt und die Stadt am Montag erlaubt hatte.",
        "am Montag",
        "Die Stadt hat die Feier erlaubt",
    ),
    (
        "Das Gutachten, das die Kammer verlangt und der Rat am Montag bestellt hatte, fehlt.",
        "am Montag",
        "Der Rat hat das Gutachten bestellt",
    ),
    # a place that is named, and the subject behind it
    (
        "Am Montag hat vor dem Amtsgericht Moosau der Prozess gegen einen Wirt begonnen.",
        "Am Montag",
        "Der Prozess gegen einen Wirt hat vor dem Amtsgericht Moosau begonnen",
    ),
    (
        "Am Montag wurde am Rand der Stadt der Grundstein gelegt.",
        "Am Montag",
        "Der Grundstein wurde am Rand der Stadt gelegt",
    ),
    # what a verb asks for with „von“
    (
        "Am Montag hatte der Förster Behrens von kranken Bäumen erzählt.",
        "Am Montag",
        "Der Förster Behrens hat von kranken Bäumen erzählt",
    ),
    (
        "Am Montag hatte die Chefin von Holm Bau von Problemen berichtet.",
        "Am Montag",
        "Die Chefin von Holm Bau hat von Problemen berichtet",
    ),
    (
        "Am Montag wurde der Sprecher von Holm Bau getrennt untergebracht.",
        "Am Montag",
        "Der Sprecher von Holm Bau wurde getrennt untergebracht",
    ),
    # what is had
    ("Seit dem Montag haben beide Hunger.", "dem Montag", "Beide haben Hunger"),
    # „auch“ in front of a subject
    (
        "Nachdem am Montag auch der Bäcker gekündigt hatte, blieb der Ofen kalt.",
        "am Montag",
        "Der Bäcker hat gekündigt",
    ),
    # where somebody goes, and by whom something is done
    (
        "Mehrere Tausend Menschen sind am Montag in Moosau für den Erhalt ihrer alten Stadtbücherei"
        " auf die Straße gegangen.",
        "am Montag",
        "Mehrere Tausend Menschen sind auf die Straße gegangen",
    ),
    (
        "Die Genossenschaft wird seit Montag durch den Sanierungsexperten Ole Beek als"
        " Bevollmächtigten unterstützt und beraten.",
        "seit Montag",
        "Die Genossenschaft wird durch Ole Beek als Bevollmächtigten unterstützt und beraten",
    ),
    # people and what they do something with, a measure and what it measures
    (
        "Bis Montag können Interessenten Gebote für das Boot abgeben.",
        "Bis Montag",
        "Interessenten können Gebote für das Boot abgeben",
    ),
    (
        "Am Montag waren aus dem Tank in Au 300 Liter giftige Brühe in den Bach gelaufen.",
        "Am Montag",
        "300 Liter giftige Brühe sind aus dem Tank in Au in den Bach gelaufen",
    ),
    # by what means is not the news
    (
        "Das Gericht hat mit Beschluss vom Montag die Räumung des Hauses angeordnet.",
        "vom Montag",
        "Das Gericht hat mit Beschluss die Räumung des Hauses angeordnet",
    ),
    # a name that is cut short
    ("Ole R., der am Montag gestanden hatte, schwieg.", "am Montag", "Ole R. hat gestanden"),
    # the comma of „worden“
    (
        "Am Montag war der Anbau eingeweiht worden, damals mit 40 Betten.",
        "Am Montag",
        "Der Anbau wurde eingeweiht, damals mit 40 Betten",
    ),
    # „war entgleist“ is no passive, whatever is done to the train behind
    (
        "Der Zug war am Montag entgleist, dann aber wieder aufgegleist worden.",
        "am Montag",
        "Der Zug war entgleist, dann aber wieder aufgegleist worden",
    ),
    # what leads to a date goes with it, and nothing of a number that is no date
    (
        "Die Mieten für die Monate Januar bis März werden vom Fonds bezahlt.",
        "Januar bis März",
        "Die Mieten werden vom Fonds bezahlt",
    ),
    (
        "Der Kessel war seit mindestens 2020 undicht gewesen.",
        "2020",
        "Der Kessel war undicht gewesen",
    ),
    (
        "Die Stadt hatte 2021 und 2023 Millionen in das Bad gesteckt.",
        "2021",
        "Die Stadt hat 2021 und 2023 Millionen in das Bad gesteckt",
    ),
    # an infinitive that the commas of a date cut in two
    (
        "Gäste werden gebeten, sich bis zum 3. Mai, 12 Uhr, anzumelden.",
        "bis zum 3. Mai, 12 Uhr",
        "Gäste werden gebeten, sich anzumelden",
    ),
    (
        "Der Chor hatte am Montag, 3. März, begonnen, zu singen.",
        "am Montag, 3. März",
        "Der Chor hat begonnen, zu singen",
    ),
]


@pytest.mark.parametrize(("sentence", "expression", "expected"), KEPT)
def test_a_headline_loses_no_part(sentence: str, expression: str, expected: str) -> None:
    made = headline_of(sentence, expression)
    assert made == expected
    assert not faults_of(made)


@pytest.mark.parametrize(
    ("sentence", "days", "expected"),
    [
        (
            "Termine sind der 3., 5. und 9. Mai.",
            ("3.", "5.", "9. Mai"),
            "Termine sind der 3., 5. und 9. Mai",
        ),
        (
            "Die Bühne spielt am 3., 5. und 9. Mai den „Faust“.",
            ("am 3.", "5.", "9. Mai"),
            "Die Bühne spielt den „Faust“",
        ),
        (
            "Wahltag ist der 3. Mai, Stichwahl der 17. Mai.",
            ("3. Mai", "17. Mai"),
            "Wahltag ist der 3. Mai, Stichwahl der 17. Mai",
        ),
    ],
)
def test_a_list_of_days_stays_or_goes_as_one(
    sentence: str, days: tuple[str, ...], expected: str
) -> None:
    told = article("a", sentence)
    dated = [when(told, day, date(2024, 5, 3 + i)) for i, day in enumerate(days)]
    assert [m.headline for m in mentions(told, *dated)] == [expected] * len(days)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Nun richten sich alle Augen auf Montag.", "Alle Augen richten sich auf Montag"),
        ("Die Stadt hatte auf Montag gehofft.", "Die Stadt hat auf Montag gehofft"),
    ],
)
def test_what_is_waited_for_stays(sentence: str, expected: str) -> None:
    assert headline_of(sentence, "auf Montag") == expected


def test_who_became_what_and_then_what() -> None:
    told = article("a", "2006 wurde Ada Holm Leiterin am Markt, 2009 Direktorin.")
    dates = when(told, "2006", date(2006, 1, 1)), when(told, "2009", date(2009, 1, 1))
    assert [m.headline for m in mentions(told, *dates)] == [
        "Ada Holm wurde Leiterin am Markt",
        "Ada Holm wurde Direktorin",
    ]


def test_an_hour_ends_its_sentence_and_dates_the_next() -> None:
    told = article("a", "Es ist 23.40 Uhr. Ada Holm ruft ihren Onkel an. Der Onkel schläft.")
    (mention,) = mentions(told, when(told, "23.40 Uhr", date(2024, 5, 3)))
    assert mention.headline == "Ada Holm ruft ihren Onkel an"


def test_of_two_verbs_each_date_has_its_own() -> None:
    told = article(
        "a",
        "Die Frist für Anträge war am 3. Mai abgelaufen, dann bis zum 9. Mai verlängert worden.",
    )
    dates = (
        when(told, "am 3. Mai", date(2024, 5, 3)),
        when(told, "bis zum 9. Mai", date(2024, 5, 9)),
    )
    assert [m.headline for m in mentions(told, *dates)] == [
        "Die Frist für Anträge ist abgelaufen",
        "Die Frist für Anträge wurde verlängert",
    ]
