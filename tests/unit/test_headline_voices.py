"""Who is meant and who says so: pronouns that verbs restrict to persons, reported speech."""

from __future__ import annotations

from datetime import date

import pytest
from events_samples import article, headline_of, mentions, when

from timeline.events.headlines.candidates import candidates


@pytest.mark.parametrize(
    ("before", "sentence", "expected"),
    [
        # a letter sees nothing, and an appointment is not heard as a witness
        (
            "Der Brief liegt beim Amt.",
            "Am Montag soll er als Zeuge gehört werden.",
            "Er soll als Zeuge gehört werden",
        ),
        (
            "Der frühere Hafenmeister hatte abgesagt, der Termin platzte.",
            "Am Montag soll er als Zeuge gehört werden.",
            "Der frühere Hafenmeister soll als Zeuge gehört werden",
        ),
        # the one whom the article introduces by name
        (
            "Landrat Enno Tjark war verreist. Der Damm hielt. Tjark kam zu spät.",
            "Am Montag wurde er an der Grenze festgenommen.",
            "Tjark wurde an der Grenze festgenommen",
        ),
        # who says it is meant
        (
            "Die Baustelle liegt still.",
            "Direktorin Ada Holm gab bekannt, dass sie Moosau am Montag verlässt.",
            "Direktorin Ada Holm verlässt Moosau",
        ),
        # his name once, and a quotation of several clauses whole
        (
            "Wirt Enno Tjark hält davon wenig.",
            "Am Montag hatte er gesagt, er wolle verkaufen.",
            "Enno Tjark: Er wolle verkaufen",
        ),
        (
            "",
            "„Erst dachte ich, das ist ein Stein“, sagte Ada Holm am Montag.",
            "Ada Holm: „Erst dachte ich, das ist ein Stein“",
        ),
        (
            "",
            "Der Wirt bestritt am Montag jede Schuld: Es lag Eis.",
            "Der Wirt bestritt jede Schuld",
        ),
        ("", "Wie am Montag bekannt wurde, geht der Wirt.", "Der Wirt geht"),
        # what was said, nobody knows by whom
        (
            "",
            "Am Montag hieß es, am Freitag werde der Damm geprüft.",
            "Es hieß, am Freitag werde der Damm geprüft",
        ),
        ("", "Am Montag hieß es im Rathaus, der Damm sei dicht.", "Rathaus: Der Damm sei dicht"),
        # a family name alone is the subject of what only persons do
        (
            "Der Schaden ist hoch: Beek beziffert ihn auf 6,5 Millionen Euro.",
            "Am Montag rechnete er mit einem Verlust.",
            "Beek rechnete mit einem Verlust",
        ),
        # who stood in front as a pronoun is not the noun behind it
        (
            "Nun sagte sie dem Hafenfunk, sie wolle die Prüfung zu Ende bringen.",
            "Am Montag ging sie in den Ruhestand.",
            "Sie ging in den Ruhestand",
        ),
        (
            "Die Gilde hat eine neue Leiterin.",
            "Am Montag ging sie in Rente.",
            "Die neue Leiterin ging in Rente",
        ),
        # what is said behind a colon, and in front of "das gab … bekannt"
        ("", "Das Amt meldete am Montag: Der Damm hält.", "Amt: Der Damm hält"),
        (
            "",
            "Nun ist es klar: Der Damm hält, das gab das Amt am Montag bekannt.",
            "Amt: Der Damm hält",
        ),
        # "es" behind the verb is an object, where the clause shares its subject
        (
            "",
            "Das Amt leitete ein Verfahren ein, stellte es aber am Montag wieder ein.",
            "Das Amt stellte das Verfahren aber wieder ein",
        ),
    ],
)
def test_whom_a_pronoun_means(before: str, sentence: str, expected: str) -> None:
    expression = "Am Montag" if "Am Montag" in sentence else "am Montag"
    assert headline_of(sentence, expression, before) == expected


@pytest.mark.parametrize(
    ("before", "sentence", "expected"),
    [
        # in the same sentence: behind, in front, before a colon
        (
            "",
            "Der Steg sei am Montag gebrochen, sagte Wirtin Ada Holm.",
            "Wirtin Ada Holm: Der Steg sei gebrochen",
        ),
        (
            "",
            "Landrat Enno Tjark sagt, er habe den Riss am Montag gesehen.",
            "Landrat Enno Tjark: Er habe den Riss gesehen",
        ),
        (
            "",
            "Der Heimatverein widersprach: Die Mauer sei am Montag vermessen worden.",
            "Heimatverein: Die Mauer sei vermessen worden",
        ),
        (
            "",
            "Das Boot sei am Montag gesunken, heißt es im Rathaus.",
            "Rathaus: Das Boot sei gesunken",
        ),
        # a rumour is one
        (
            "",
            "Es geht das Gerücht um, der Wirt habe das Haus am Montag verkauft.",
            "Gerücht: Der Wirt habe das Haus verkauft",
        ),
        # in the sentence before; else the outlet speaks
        (
            "Der Damm halte, sagte Landrat Enno Tjark.",
            "Die Sirene habe am Montag geheult.",
            "Landrat Enno Tjark: Die Sirene habe geheult",
        ),
        ("", "Die Sirene habe am Montag geheult.", "Bote a: Die Sirene habe geheult"),
    ],
)
def test_reported_speech_names_who_speaks(before: str, sentence: str, expected: str) -> None:
    assert headline_of(sentence, "am Montag", before) == expected


def test_what_others_are_quoted_with_is_not_put_into_the_mouth_of_who_quotes_them() -> None:
    sentence = "„Am Montag hat man uns gesagt, der Hof sei sicher“, klagte die Wirtin Ada Holm."
    assert "Holm: Der Hof sei sicher" not in headline_of(sentence, "Am Montag")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Wirtin Ada Holm kündigte an, am Montag mit dem Ministerium zu telefonieren.",
            "Wirtin Ada Holm will mit dem Ministerium telefonieren",
        ),
        ("Das Geld reicht bis Montag.", "Das Geld reicht bis Montag"),
        ("Die nächste Wahl ist am 3. Mai 2029.", "Die nächste Wahl ist am 3. Mai 2029"),
        ("Der Brief trägt das Datum vom 3. April.", "Der Brief trägt das Datum vom 3. April"),
    ],
)
def test_what_a_verb_needs_stays(sentence: str, expected: str) -> None:
    expression = next(
        e for e in ("am Montag", "bis Montag", "am 3. Mai 2029", "vom 3. April") if e in sentence
    )
    assert headline_of(sentence, expression) == expected


@pytest.mark.parametrize(
    ("before", "sentence", "expected"),
    [
        # an age is a person, in the nominative
        (
            "Dem 58-Jährigen wirft das Gericht Betrug vor.",
            "Am Montag soll er als Zeuge gehört werden.",
            "Der 58-Jährige soll als Zeuge gehört werden",
        ),
        # of two persons neither is meant for certain
        (
            "Landrat Enno Tjark war im Urlaub. Der Amtsleiter schrieb, dass Tjark es wusste.",
            "Am Montag bestritt er das.",
            "Am Montag bestritt er das",
        ),
        # who goes on speaking
        (
            "Die Dezernentin hatte erklärt, es nie gesehen zu haben.",
            "„Ich habe mich geirrt“, sagte sie am Montag.",
            "Dezernentin: „Ich habe mich geirrt“",
        ),
    ],
)
def test_persons_in_the_sentence_before(before: str, sentence: str, expected: str) -> None:
    expression = "Am Montag" if "Am Montag" in sentence else "am Montag"
    assert headline_of(sentence, expression, before) == expected


def test_only_a_family_name_acts_without_an_article() -> None:
    def named(sentence: str) -> list[str]:
        return [candidate.text for candidate in candidates(sentence) if candidate.name]

    assert named("Beek sucht einen Nachfolger.") == ["Beek"]
    assert named("Ursprünglich will der Wirt klagen.") == []
    assert named("Ein Bieter aus Moosau wolle mehr Zeit.") == []
    assert named("Und plante den Umbau.") == []


INTERVIEW = """Frau Holm, wie geht es der Fähre?
Gut. Wir haben am Montag den Rumpf gestrichen.

Was hat das gekostet?
Zu viel.

Wann fährt sie wieder?
Frühestens am 3. Juli."""


def test_who_is_asked_speaks_not_the_outlet() -> None:
    told = article("a", INTERVIEW)
    painted = when(told, "am Montag", date(2024, 6, 17))
    sails = when(told, "am 3. Juli", date(2024, 7, 3))
    assert [mention.headline for mention in mentions(told, painted, sails)] == [
        "Frau Holm: Wir haben am Montag den Rumpf gestrichen",
        "Wann fährt sie wieder? Frühestens am 3. Juli",
    ]


def test_a_gentleman_is_asked_in_the_accusative() -> None:
    interview = """Herr Beek, am Montag wurden Sie gewählt. Freut Sie das?
Sehr.

Was haben Sie nun in Moosau vor?
Arbeit."""
    told = article("a", interview)
    (chosen,) = mentions(told, when(told, "am Montag", date(2024, 6, 17)))
    assert chosen.headline == "Frage an Herrn Beek: Sie wurden gewählt"


def test_what_somebody_claims_to_have_done_is_told_whole() -> None:
    said = "Der Wirt gibt an, am Montag den Schaden gemeldet zu haben."
    assert headline_of(said, "am Montag") == "Der Wirt gibt an, den Schaden gemeldet zu haben"
