"""Which dates of a sentence become mentions, and what is said of their status."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from events_samples import article, mentions, when

BEFORE, SAME_WEEK, AHEAD = date(2024, 6, 10), date(2024, 6, 17), date(2024, 7, 3)


def test_the_day_of_a_report_is_no_second_day_of_what_it_reports() -> None:
    told = article("a", "Am Montag brannte die Scheune, wie die Feuerwehr am Dienstag mitteilte.")
    found = mentions(
        told, when(told, "Am Montag", SAME_WEEK), when(told, "am Dienstag", date(2024, 6, 18))
    )
    assert [m.text for m in found] == ["Am Montag"]


def test_the_day_of_a_report_stays_where_no_other_is_named() -> None:
    told = article("a", "Die Scheune ist abgebrannt, wie die Feuerwehr am Montag mitteilte.")
    assert [m.text for m in mentions(told, when(told, "am Montag", SAME_WEEK))] == ["am Montag"]


def test_the_day_of_a_report_stays_where_another_clause_has_the_other_date() -> None:
    told = article(
        "a", "Der Wirt ging, wie er am Montag sagte, die Nachfolgerin beginnt am 3. Juli."
    )
    found = mentions(told, when(told, "am Montag", SAME_WEEK), when(told, "am 3. Juli", AHEAD))
    assert [m.text for m in found] == ["am Montag", "am 3. Juli"]


def test_an_appeal_to_one_who_did_something_tells_what_he_did() -> None:
    told = article("a", "Der Fahrer, der am Montag eine Frau anfuhr, soll sich melden.")
    assert "am Montag" in [m.text for m in mentions(told, when(told, "am Montag", SAME_WEEK))]


@pytest.mark.parametrize(
    "sentence",
    [
        "Zeugen, die am Montag etwas gesehen haben, sollen sich melden.",
        "Die Polizei sucht Zeugen, die am Montag am Hafen waren.",
        "Wer am Montag am Hafen war, wird gebeten, sich zu melden.",
    ],
)
def test_whom_an_appeal_is_for_has_done_nothing_yet(sentence: str) -> None:
    told = article("a", sentence)
    assert "am Montag" not in [m.text for m in mentions(told, when(told, "am Montag", SAME_WEEK))]


def test_the_hours_of_a_day_win_over_the_day() -> None:
    told = article("a", "Am Montag ist die Brücke wegen des Laufs von 8 bis 14 Uhr gesperrt.")
    hours = datetime(2024, 6, 17, 8), datetime(2024, 6, 17, 14)
    found = mentions(
        told,
        when(told, "Am Montag", SAME_WEEK),
        when(told, "von 8 bis 14 Uhr", *hours, "range"),
    )
    assert [m.text for m in found] == ["von 8 bis 14 Uhr"]


@pytest.mark.parametrize(
    ("sentence", "expression", "day", "modality"),
    [
        ("Die Sängerin sagte am Montag ihre Teilnahme ab.", "am Montag", SAME_WEEK, "happened"),
        ("Der Rat hat am Montag das Fest abgesagt.", "am Montag", SAME_WEEK, "happened"),
        ("Der Rat hat das Fest am Montag abgesagt.", "am Montag", SAME_WEEK, "cancelled"),
        ("Der Rat hat den für den 3. Juli geplanten Markt abgesagt.", "für den 3. Juli", AHEAD,
         "cancelled"),
        ("Ein erstes Treffen fand statt, ein weiteres am 17. Juni sagte die Stadt ab.",
         "am 17. Juni", SAME_WEEK, "cancelled"),
        ("Der Rat beschloss, den Beginn vom 3. Juli auf den 10. Juli zu verlegen.",
         "vom 3. Juli", AHEAD, "postponed"),
        ("Der für den 10. Juni geplante Tag der offenen Tür ist ausgefallen.", "für den 10. Juni",
         BEFORE, "cancelled"),
        ("Das Bad öffnet nicht wie bisher geplant am 3. Juli.", "am 3. Juli", AHEAD, "postponed"),
        ("Nach dem Brand am 10. Juni erwägt die Stadt einen Neubau.", "am 10. Juni", BEFORE,
         "happened"),
        ("Das Bad öffnet nicht wie geplant im Juni, sondern am 3. Juli.", "am 3. Juli", AHEAD,
         "planned"),
        ("Ursprünglich wollte die Stadt am 10. Juni bauen.", "am 10. Juni", BEFORE, "postponed"),
        ("Eigentlich war es für den 10. Juni vorgesehen.", "den 10. Juni", BEFORE, "postponed"),
        ("Am 3. Juli können Besucher die Halle besichtigen.", "Am 3. Juli", AHEAD, "planned"),
        ("Am 3. Juli kann der Fluss steigen.", "Am 3. Juli", AHEAD, "possible"),
        ("Die Stadt erwägt, am 3. Juli zu öffnen.", "am 3. Juli", AHEAD, "possible"),
        ("Die Feier, die am 3. Juli beginnt, könnte verschoben werden.", "am 3. Juli", AHEAD,
         "planned"),
        ("Die für den 3. Juli geplante Lesung im Rathaus fällt aus.", "den 3. Juli", AHEAD,
         "cancelled"),
    ],
)  # fmt: skip
def test_what_was_meant_decided_or_offered(
    sentence: str, expression: str, day: date, modality: str
) -> None:
    told = article("a", sentence)
    assert [m.modality for m in mentions(told, when(told, expression, day))] == [modality]


def test_the_small_hours_of_a_log_have_been() -> None:
    told = article("a", "3.15 Uhr: Der Damm bricht.")
    night = datetime(2024, 6, 20, 3, 15)
    found = mentions(told, when(told, "3.15 Uhr", night, night, "time"))
    assert [m.modality for m in found] == ["happened"]


def test_what_is_expected_of_a_time_that_runs_is_still_to_come() -> None:
    told = article("a", "Im Juni rechnet die Molkerei mit einem Verlust.")
    month = when(told, "Im Juni", date(2024, 6, 1), date(2024, 6, 30), "month")
    assert [m.modality for m in mentions(told, month)] == ["planned"]


@pytest.mark.parametrize(
    "sentence",
    [
        "In einer früheren Fassung dieses Berichts war der Brand auf den 10. Juni datiert.",
        "In unserer Ausgabe vom 12. Juni schrieben wir, der Kran sei am 10. Juni gekippt.",
        "In unserer Ausgabe vom 12. Juni hatten wir gemeldet, der Kran kippe am 10. Juni.",
        "Richtig ist: am 10. Juni.",
        "Wir hatten versehentlich geschrieben, dass der Kran am 10. Juni kippte.",
        "Wirtin Ada Holm war am 10. Juni für eine Stellungnahme nicht zu erreichen.",
        "Eine Anfrage vom 10. Juni ließ die Brauerei unbeantwortet.",
        "Der Erfolg ist größer, als am 10. Juni jemand geglaubt hätte.",
        "Das Gespräch führte Ole Beek am 10. Juni.",
        "Zuerst hieß es am 10. Juni, dann im August.",
        "Das Interview wurde am 10. Juni in Moosau geführt.",
    ],
)
def test_what_is_told_of_the_reporting_is_no_event(sentence: str) -> None:
    told = article("a", f"Am Montag brannte die Mühle in Moosau ab.\n\n{sentence}")
    at = next(w for w in ("am 10. Juni", "vom 10. Juni", "den 10. Juni") if w in sentence)
    dates = when(told, "Am Montag", SAME_WEEK), when(told, at, BEFORE)
    assert [m.text for m in mentions(told, *dates)] == ["Am Montag"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Die Hallig war am 10. Juni nicht zu erreichen.",
        "Tatsächlich kippte der Kran am 10. Juni.",
        "Das Gespräch führte am 10. Juni zu einem Streit im Rat.",
        "Die erste Fassung des Gesetzes stellte der Minister am 10. Juni vor.",
        "Am Ende blieb am 10. Juni mehr übrig, als die Wirte hatten.",
    ],
)
def test_what_only_looks_like_it_is_one(sentence: str) -> None:
    told = article("a", f"{sentence}\n\n" + "Am Montag brannte die Mühle in Moosau ab. " * 5)
    found = mentions(told, when(told, "am 10. Juni", BEFORE))
    assert [m.text for m in found] == ["am 10. Juni"]
