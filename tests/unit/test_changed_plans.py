"""Plans that came otherwise, and what only looks unsure: the modality of mentions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from events_samples import TODAY, article, mentions, when

MONDAY = date(2024, 6, 17)  # before the publication, a Thursday
JULY = date(2024, 7, 3)


def modality_on(day: date, sentence: str, expression: str) -> str:
    told = article("a", sentence)
    (found,) = mentions(told, when(told, expression, day))
    return found.modality


@pytest.mark.parametrize(
    ("sentence", "expression", "modality"),
    [
        ("Die Übergabe, die am Montag geplant war, fand erst am Mittwoch statt.", "am Montag",
         "postponed"),
        ("Die Übergabe war für Montag vorgesehen, sie folgte aber erst am Mittwoch.",
         "für Montag", "postponed"),
        ("Das Geld war für Montag versprochen, jetzt soll es im Juli kommen.", "für Montag",
         "postponed"),
        ("Die Frist, die am Montag enden sollte, wird bis August verlängert.", "am Montag",
         "postponed"),
        ("Das Geld war für Montag versprochen.", "für Montag", "planned"),
        ("Die Feier, die am Montag geplant war, war ein Erfolg.", "am Montag", "happened"),
        ("Der Mann, der am Montag ausreisen sollte, wurde erst am Mittwoch gefasst.", "am Montag",
         "planned"),
        ("Die Straße war am Montag wie angekündigt gesperrt.", "am Montag", "happened"),
        ("Am Montag war der Streik angekündigt worden.", "Am Montag", "happened"),
        ("Die Sperrung war am Montag für Freitag angekündigt.", "am Montag", "happened"),
        ("Die Weihe war am Montag vorgesehen, später am Freitag.", "am Montag", "postponed"),
        ("Bisher war für Montag eine Sitzung geplant.", "für Montag", "postponed"),
        ("Anders als angekündigt hat das Bad am Montag nicht geöffnet.", "am Montag", "postponed"),
        ("Zuletzt hatte der Wirt den Montag als Termin genannt.", "Montag", "postponed"),
        ("Zuletzt war am Montag ein Zaun angekündigt worden.", "am Montag", "happened"),
    ],
)  # fmt: skip
def test_a_plan_of_once(sentence: str, expression: str, modality: str) -> None:
    assert modality_on(MONDAY, sentence, expression) == modality


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("Die für den 3. Juli geplante Probe entfällt möglicherweise.", "possible"),
        ("Die für den 3. Juli geplante Probe könnte abgesagt werden.", "possible"),
        ("Die für den 3. Juli geplante Probe entfällt.", "cancelled"),
        ("Die für den 3. Juli geplante Probe des Chores zur Feier des Jubiläums fällt aus.",
         "cancelled"),
        ("Die für den 3. Juli geplante Probe fällt kürzer aus.", "planned"),
        ("Die für den 3. Juli angekündigte Probe muss auf Freitag, den 12. Juli, verlegt werden.",
         "postponed"),
        ("Die für den 3. Juli geplante Probe wird in die Aula verlegt.", "planned"),
        ("Die für den 3. Juli angesetzte Sperrung wird verlängert.", "planned"),
        ("Die Messe beginnt nicht am 3. Juli.", "postponed"),
        ("Die Probe am 3. Juli entfällt nicht.", "planned"),
        ("Die Probe am 3. Juli wird nicht abgesagt.", "planned"),
        ("Die Probe droht am 3. Juli auszufallen.", "possible"),
        ("Die Premiere am 3. Juli ist fraglich.", "possible"),
        ("Ob das Bad am 3. Juli öffnet, ist offen.", "possible"),
        ("Das Bad ist am 3. Juli offen.", "planned"),
        ("Die ursprünglich am 3. Juli vorgesehene Probe findet am Freitag statt.", "postponed"),
        ("Die am 3. Juli geplante Probe findet erst am 9. Juli statt.", "postponed"),
        ("Die Messe, die am 3. Juli beginnen sollte, startet nun am 9. Juli.", "postponed"),
        ("Am 3. Juli beginnt die Messe nicht pünktlich.", "planned"),
    ],
)  # fmt: skip
def test_a_plan_that_may_not_be_kept(sentence: str, modality: str) -> None:
    day = next(d for d in ("für den 3. Juli", "am 3. Juli", "Am 3. Juli") if d in sentence)
    assert modality_on(JULY, sentence, day) == modality


@pytest.mark.parametrize(
    ("expression", "modality"),
    [
        ("vom 3. März", "postponed"),
        ("auf den 2. April", "postponed"),
        ("auf den 5. Mai", "postponed"),
        ("auf den 8. Juni", "planned"),
    ],
)
def test_of_several_new_dates_the_last_one_holds(expression: str, modality: str) -> None:
    sentence = (
        "Die Weihe war dreimal verlegt worden: vom 3. März auf den 2. April, danach auf den 5. Mai"
        " und schließlich auf den 8. Juni."
    )
    assert modality_on(date(2024, 6, 8), sentence, expression) == modality


def test_the_last_of_several_plans_is_still_one() -> None:
    told = article("a", "Der Bau war 2021 vorgesehen, später 2023, zuletzt 2026.")
    years = (when(told, str(y), date(y, 1, 1), date(y, 12, 31), "year") for y in (2021, 2023, 2026))
    assert [m.modality for m in mentions(told, *years)] == ["postponed", "postponed", "planned"]


def test_what_was_meant_at_first_and_then() -> None:
    told = article("a", "Das Bad sollte ursprünglich im März, dann im Mai wieder öffnen.")
    found = mentions(
        told, when(told, "im März", date(2024, 3, 1)), when(told, "im Mai", date(2024, 5, 1))
    )
    assert [m.modality for m in found] == ["postponed", "postponed"]


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("Sie hätten bereits am 3. Juli umziehen sollen.", "postponed"),
        ("Am 3. Juli hätte der alte Kamin gesprengt werden sollen.", "postponed"),
        ("„Sie hätten am 3. Juli handeln sollen“, sagte Beek.", "possible"),
        ("Die Wirtin hätte am 3. Juli nicht nachgeben sollen.", "possible"),
    ],
)
def test_what_should_have_been(sentence: str, modality: str) -> None:
    at = "am 3. Juli" if "am 3. Juli" in sentence else "Am 3. Juli"
    assert modality_on(JULY, sentence, at) == modality


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("Außerdem hätten am Montag fünf Mieter die Miete gekürzt.", "happened"),
        ("Holm sagte, dass am Montag zwei Köche den Vertrag gelöst hätten.", "happened"),
        ("Am Montag hätten die Wirte beinahe ihr Haus verloren.", "possible"),
        ("Ohne den Deich hätten die Wirte am Montag ihr Haus verloren.", "possible"),
        ("„Am Montag hätten wir die Kisten gebraucht“, sagte Holm.", "possible"),
        ("Die Wirte hätten am Montag öffnen können.", "possible"),
    ],
)
def test_what_others_say_of_several_is_reported(sentence: str, modality: str) -> None:
    at = "am Montag" if "am Montag" in sentence else "Am Montag"
    assert modality_on(MONDAY, sentence, at) == modality


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("Die Wirte können bis zum 3. Juli Einwände vorbringen.", "planned"),
        ("Anträge können bis zum 3. Juli eingereicht werden.", "planned"),
        ("Der Fluss kann bis zum 3. Juli weiter steigen.", "possible"),
    ],
)
def test_a_last_day_is_no_mere_chance(sentence: str, modality: str) -> None:
    told = article("a", sentence)
    last = replace(when(told, "bis zum 3. Juli", JULY, mod="until"), start=None)
    assert [m.modality for m in mentions(told, last)] == [modality]


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("Das Geld soll in zwei Teilen fließen: einer noch in dieser Woche.", "planned"),
        ("Die Brücke wird in dieser Woche gesperrt.", "planned"),
        ("Die Brücke wurde in dieser Woche gesperrt.", "happened"),
    ],
)
def test_what_the_rest_of_a_week_will_bring(sentence: str, modality: str) -> None:
    told = article("a", sentence)
    week = when(told, "in dieser Woche", MONDAY, date(2024, 6, 23), "week")
    assert [m.modality for m in mentions(told, week)] == [modality]


def test_the_coming_weeks_are_ahead() -> None:
    told = article("a", "In den kommenden Wochen werde sie die Akten lesen.")
    weeks = replace(
        when(told, "In den kommenden Wochen", TODAY, None, "week", mod="approx"), end=None
    )
    open_end = [m.modality for m in mentions(told, weeks)]
    assert open_end == ["planned"]


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("Am Montag wurden 400 Buchungen storniert.", "happened"),
        ("Am Montag wurde das Konzert abgesagt.", "cancelled"),
    ],
)
def test_that_bookings_were_cancelled_is_what_happened(sentence: str, modality: str) -> None:
    assert modality_on(MONDAY, sentence, "Am Montag") == modality
