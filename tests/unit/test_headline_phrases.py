"""Headlines in which every phrase stays whole and stands where German wants it."""

from __future__ import annotations

from datetime import date

import pytest
from events_samples import article, headline_of, mentions, when
from headline_rules import faults_of

from timeline.events.phrases import nominative

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
    # what somebody is for, or leaves for, is no part of who it is
    (
        "Am Montag warb der Minister für Verständnis.",
        "Am Montag",
        "Der Minister warb für Verständnis",
    ),
    (
        "Am Montag stimmte der Ausschuss für Tempo 30.",
        "Am Montag",
        "Der Ausschuss stimmte für Tempo 30",
    ),
    (
        "Am Montag kündigte die Lehrerin Petra Lang aus Protest.",
        "Am Montag",
        "Die Lehrerin Petra Lang kündigte aus Protest",
    ),
    ("Am Montag fiel im Moor neuer Schnee.", "Am Montag", "Neuer Schnee fiel im Moor"),
    # behind a prepositional phrase a subject may have such a genitive
    (
        "Am Montag gingen bei der Polizei Hinweise neuer Zeugen ein.",
        "Am Montag",
        "Hinweise neuer Zeugen gingen bei der Polizei ein",
    ),
    # the day of a date is no number of a list
    ("3. Juli: Anwohner klagen.", "3. Juli", "3. Juli: Anwohner klagen"),
    # an authority keeps the field it is named by
    (
        "Am Montag bestätigte das Amt für Umwelt den Fund.",
        "Am Montag",
        "Das Amt für Umwelt bestätigte den Fund",
    ),
    (
        "Am Montag legte das Ministerium für Bildung, Jugend und Sport einen Entwurf vor.",
        "Am Montag",
        "Das Ministerium für Bildung, Jugend und Sport legte einen Entwurf vor",
    ),
    (
        "Am Montag warnte das Institut für Sicherheit in der Luftfahrt die Piloten.",
        "Am Montag",
        "Das Institut für Sicherheit in der Luftfahrt warnte die Piloten",
    ),
    (
        "Nach Angaben der Agentur für Pflanzenschutz sind am Montag 17 Bäume erkrankt.",
        "am Montag",
        "17 Bäume sind erkrankt",
    ),
    # but what is done for somebody, and for when, is no field
    (
        "Am Montag zahlte die Behörde für den Schaden 300 Euro.",
        "Am Montag",
        "Die Behörde zahlte für den Schaden 300 Euro",
    ),
    (
        "Am Montag kündigte das Institut für Mai einen Umzug an.",
        "Am Montag",
        "Das Institut kündigte für Mai einen Umzug an",
    ),
    # "nicht …, sondern …": both share subject, auxiliary and verb
    (
        "Der Hof wird nicht im Mai, sondern am Montag eröffnet.",
        "am Montag",
        "Der Hof wird eröffnet",
    ),
    (
        "Der Umbau soll nicht wie bisher geplant im Mai, sondern am Montag beginnen.",
        "am Montag",
        "Der Umbau soll beginnen",
    ),
    (
        "Der Umbau soll nicht wie geplant am Montag, sondern erst im Mai beginnen.",
        "am Montag",
        "Der Umbau soll nicht wie geplant am Montag beginnen",
    ),
    (
        "Das Lager wird nicht verkauft, sondern am Montag erweitert.",
        "am Montag",
        "Das Lager wird erweitert",
    ),
    # a genitive that only the ending of its adjective shows
    (
        "Am Montag sollen Messwerte weiterer Brunnenproben vorliegen.",
        "Am Montag",
        "Messwerte weiterer Brunnenproben sollen vorliegen",
    ),
    (
        "Am Montag wollen Eltern betroffener Kinder protestieren.",
        "Am Montag",
        "Eltern betroffener Kinder wollen protestieren",
    ),
    (
        "Am Montag wurde der Verkauf frischer Ware untersagt.",
        "Am Montag",
        "Der Verkauf frischer Ware wurde untersagt",
    ),
    # but a masculine in "-er" is a subject
    ("Am Montag fiel im Tal starker Regen.", "Am Montag", "Starker Regen fiel im Tal"),
    (
        "Am Montag siedelte sich am Hafen neuer Handel an.",
        "Am Montag",
        "Neuer Handel siedelte sich am Hafen an",
    ),
    # where somebody comes from stands behind the name
    (
        "Den Preis erhielt am Montag die Dichterin Ada Holm aus Moosau.",
        "am Montag",
        "Die Dichterin Ada Holm aus Moosau erhielt den Preis",
    ),
    (
        "Am Montag kehrte die Dichterin Ada Holm aus Moosau zurück.",
        "Am Montag",
        "Die Dichterin Ada Holm kehrte aus Moosau zurück",
    ),
    # no preposition is left without its phrase
    (
        "Die Zahl der Brände sank im Vergleich zu 2022 um 8 Prozent.",
        "zu 2022",
        "Die Zahl der Brände sank um 8 Prozent",
    ),
    ("Der Ort wuchs trotz 2022 kräftig.", "2022", "Der Ort wuchs trotz 2022 kräftig"),
    # an infinitive that is but a verb stands behind who thinks of it
    (
        "Die Wirtin erwägt, am Montag zurückzutreten.",
        "am Montag",
        "Die Wirtin erwägt, zurückzutreten",
    ),
    (
        "Die Gilde hofft, am Montag wieder zu singen.",
        "am Montag",
        "Die Gilde hofft, wieder zu singen",
    ),
    # a road and its number are one name
    ("Seit Montag gilt auf der A 7 Tempo 80.", "Seit Montag", "Tempo 80 gilt auf der A 7"),
    (
        "Am Montag fielen auf der L 1205 Bäume um.",
        "Am Montag",
        "Bäume fielen auf der L 1205 um",
    ),
    (
        "Am Montag staute sich auf der A 3 Richtung Moosau der Verkehr.",
        "Am Montag",
        "Der Verkehr staute sich auf der A 3 Richtung Moosau",
    ),
    (
        "Am Montag wurde die A 7 Emden–Moosau gesperrt.",
        "Am Montag",
        "Die A 7 Emden–Moosau wurde gesperrt",
    ),
    (
        "Für den Kurs am Montag ist eine Anmeldung unter 01234/5678-90 nötig.",
        "am Montag",
        "Für den Kurs ist eine Anmeldung unter 01234/5678-90 nötig",
    ),
    # a name that is an adjective as well, in front of what its bearer was
    ("Lang war bis Montag Trainerin in Moosau.", "bis Montag", "Lang war Trainerin in Moosau"),
    # "als" in front of a role compares nothing, and "noch kein" is no change of mind
    (
        "Beek war am Montag als Geschäftsführer abgelöst worden.",
        "am Montag",
        "Beek wurde als Geschäftsführer abgelöst",
    ),
    (
        "Beek war am Montag früher als die Wirtin befragt worden.",
        "am Montag",
        "Beek war früher als die Wirtin befragt worden",
    ),
    (
        "Der Ausschuss hatte am Montag noch kein Votum abgegeben.",
        "am Montag",
        "Der Ausschuss hat noch kein Votum abgegeben",
    ),
    # what tells nothing without its date keeps it
    (
        "Der Baubeginn wäre frühestens im Mai.",
        "im Mai",
        "Der Baubeginn wäre frühestens im Mai",
    ),
    (
        "Der Vertrag lief noch bis zum 30. Juni 2027.",
        "bis zum 30. Juni 2027",
        "Der Vertrag lief noch bis zum 30. Juni 2027",
    ),
    ("Die Frist lief am Montag ab.", "am Montag", "Die Frist lief ab"),
    (
        "Als Termin für das Fest ist der 15. September im Gespräch.",
        "15. September",
        "Als Termin für das Fest ist der 15. September im Gespräch",
    ),
    ("Anmeldeschluss für Wirte ist der 18. März.", "18. März", "Anmeldeschluss für Wirte"),
]


@pytest.mark.parametrize(("sentence", "expression", "expected"), CASES)
def test_headline(sentence: str, expression: str, expected: str) -> None:
    assert headline_of(sentence, expression) == expected


def test_the_expected_headlines_of_this_file_have_no_faults() -> None:
    assert [made for _, _, made in CASES if faults_of(made)] == []


def test_what_is_moved_from_one_date_to_another_keeps_no_preposition() -> None:
    told = article("a", "Die Eröffnung verschiebt sich von März auf September 2026.")
    march = when(told, "von März", date(2026, 3, 1))
    september = when(told, "September 2026", date(2026, 9, 1))
    found = {mention.headline for mention in mentions(told, march, september)}
    assert found == {"Die Eröffnung verschiebt sich"}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Der Turm soll am Montag wieder öffnen, die Kassen frühestens am 3. Juli.",
            ["Der Turm soll wieder öffnen", "Die Kassen sollen wieder öffnen"],
        ),
        (
            "Der Klub will am Montag einen Torwart holen, der Rivale erst am 3. Juli.",
            ["Der Klub will einen Torwart holen", "Der Rivale will einen Torwart holen"],
        ),
        # one opera or several: the sentence stands as it is
        (
            "Das Theater will am Montag spielen, die Oper erst am 3. Juli.",
            [
                "Das Theater will spielen",
                "Das Theater will am Montag spielen, die Oper erst am 3. Juli",
            ],
        ),
    ],
)
def test_the_second_of_two_subjects_shares_the_verb(sentence: str, expected: list[str]) -> None:
    told = article("a", sentence)
    first = when(told, "am Montag", date(2024, 6, 24))
    second = when(told, "am 3. Juli", date(2024, 7, 3))
    assert [mention.headline for mention in mentions(told, first, second)] == expected


def test_what_a_time_is_compared_with_goes_with_the_preposition() -> None:
    told = article("a", "Die Zahl der Diebstähle sank 2023 gegenüber 2022 um 8 Prozent.")
    years = when(told, "2023", date(2023, 1, 1)), when(told, "2022", date(2022, 1, 1))
    (compared,) = mentions(told, *years)
    assert compared.headline == "Die Zahl der Diebstähle sank um 8 Prozent"


def test_the_ending_of_an_authority_stands_before_its_field() -> None:
    assert nominative("des", "Instituts für Physik") == "Institut für Physik"
