"""What points back to a sentence before: named where it is certain, dropped where it may go."""

from __future__ import annotations

import pytest
from events_samples import headline_of
from headline_rules import faults_of

#: (sentences before, sentence, date, headline)
BACK: list[tuple[str, str, str, str]] = [
    # a chain of sentences about one person
    (
        "Ida Beek ist Wirtin. Sie kam als Kind nach Moosau. Sie lernte Köchin.",
        "Am Montag hat sie den Herd verkauft.",
        "Am Montag",
        "Ida Beek hat den Herd verkauft",
    ),
    # and one in between, where only a human being can be meant
    (
        "Ida Beek schließt die Tür. Der Saal ist dunkel.",
        "Am Montag tritt sie ihre neue Stelle in Bonn an.",
        "Am Montag",
        "Ida Beek tritt ihre neue Stelle in Bonn an",
    ),
    # two of them: nobody can tell
    (
        "Ida Beek traf Ada Holm. Sie lachte.",
        "Am Montag hat sie den Herd verkauft.",
        "Am Montag",
        "Sie hat den Herd verkauft",
    ),
    # the owner
    (
        "Die Nord AG stieg aus.",
        "Am Montag hatte deren Vorstand den Rat besucht.",
        "Am Montag",
        "Vorstand der Nord AG hat den Rat besucht",
    ),
    (
        "",
        "Zuvor muss das Forstamt zustimmen; dessen Antwort wird am Montag erwartet.",
        "am Montag",
        "Antwort des Forstamts wird erwartet",
    ),
    (
        "Das Forstamt prüft den Kauf.",
        "Dessen Ende wird am Montag erwartet.",
        "am Montag",
        "Dessen Ende wird erwartet",
    ),
    # what about
    (
        "Der Rat berät über den Haushalt.",
        "Darüber wird am Montag abgestimmt.",
        "am Montag",
        "Über den Haushalt wird abgestimmt",
    ),
    (
        "",
        "Die Bücherei soll bleiben; darüber wird am Montag beraten.",
        "am Montag",
        "Die Bücherei soll bleiben; darüber wird beraten",
    ),
    (
        "",
        "Mindestlohn: Er steigt am Montag um 41 Cent.",
        "am Montag",
        "Mindestlohn: Er steigt um 41 Cent",
    ),
    # what only ties a sentence to the one before
    ("", "Danach pausiert am Montag der Prozess.", "am Montag", "Der Prozess pausiert"),
    ("", "Damals, am 3. Mai, brannte die Mühle.", "am 3. Mai", "Die Mühle brannte"),
    ("", "Vorher steht für sie am Montag ein Lauf an.", "am Montag", "Ein Lauf steht für sie an"),
    (
        "Der Rat gab einen Kredit.",
        "Mit dem Geld soll das Bad bis Montag gesichert werden.",
        "bis Montag",
        "Das Bad soll gesichert werden",
    ),
    # not the last noun of a phrase that a date stands in
    (
        "Die für morgen geplante Sitzung zur Rettung des Bades fällt aus.",
        "Sie wird auf Montag verschoben.",
        "auf Montag",
        "Die geplante Sitzung wird verschoben",
    ),
    # an object is not who did it
    (
        "Die Polizei stoppte die Fahrerin.",
        "Der Richter ließ sie am Montag frei.",
        "am Montag",
        "Der Richter ließ sie frei",
    ),
    (
        "Zwei Gäste hatten Einspruch eingelegt.",
        "Am Montag wies ihn das Amt ab.",
        "Am Montag",
        "Das Amt wies ihn ab",
    ),
    (
        "Die Landrätin Ada Holm kam.",
        "Sie versprach, den Rat am Montag entscheiden zu lassen.",
        "am Montag",
        "Landrätin Ada Holm will den Rat entscheiden lassen",
    ),
    # what was then is told in front
    ("Die Bücherei in Au schloss.", "Das war 2022.", "2022", "Die Bücherei in Au schloss"),
    (
        "",
        "Laut wurde es, als die Brücke gesperrt wurde, das war im Mai.",
        "im Mai",
        "Die Brücke wurde gesperrt",
    ),
    (
        "",
        "Spätestens 2019, als die Bücherei schloss, hätte man es wissen können.",
        "2019",
        "Die Bücherei schloss",
    ),
    # numbers without what they count
    (
        "Zuletzt kamen in Moosau noch 31 Kinder zur Welt.",
        "2015 waren es 69.",
        "2015",
        "69 Kinder kamen in Moosau zur Welt",
    ),
    (
        "",
        "Demnach erhielten 312 Vereine einen Zuschuss, 2015 waren es 266.",
        "2015",
        "266 Vereine erhielten einen Zuschuss",
    ),
    (
        "",
        "Zum 1. September meldete die Schule viele Kinder, 2015 waren es 77.",
        "2015",
        "2015 waren es 77",
    ),
]


@pytest.mark.parametrize(("before", "sentence", "expression", "expected"), BACK)
def test_what_points_back(before: str, sentence: str, expression: str, expected: str) -> None:
    made = headline_of(sentence, expression, before)
    assert made == expected
    if not made.startswith("Dessen"):
        assert not faults_of(made)
