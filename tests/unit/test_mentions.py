from __future__ import annotations

from datetime import date, datetime

import pytest
from events_samples import TODAY, article, mentions, undated, when

from timeline.models import Article, Furniture, Section


def test_a_dated_sentence_makes_a_mention() -> None:
    told = article("a", "Vorspann.\n\nDie Halle in Moosau brannte am Montag ab. Niemand war dort.")
    (found,) = mentions(told, when(told, "am Montag", date(2024, 6, 17), basis="relative"))
    assert found.sentence == "Die Halle in Moosau brannte am Montag ab."
    assert told.text[found.start_char : found.end_char] == found.text == "am Montag"
    assert (found.article, found.file, found.basis) == ("a", "a.txt", "relative")
    assert (found.start, found.modality) == (date(2024, 6, 17), "happened")
    assert found.headline == "Die Halle in Moosau brannte ab"


def test_ids_are_stable_and_distinct() -> None:
    told = article("a", "Am Montag brannte es. Am Dienstag regnete es.")
    dates = [when(told, "Am Montag", TODAY), when(told, "Am Dienstag", TODAY)]
    first, second = mentions(told, *dates), mentions(told, *reversed(dates))
    assert first == second
    assert len({m.id for m in first}) == 2


def test_the_more_precise_of_two_dates_of_one_clause_wins() -> None:
    told = article("a", "Gestern trat um 10 Uhr der Rat zusammen.")
    day = when(told, "Gestern", date(2024, 6, 19))
    at_ten = datetime(2024, 6, 19, 10)
    (found,) = mentions(told, day, when(told, "um 10 Uhr", at_ten, at_ten, "time"))
    assert found.text == "um 10 Uhr"


def test_two_times_of_one_sentence_are_two_mentions() -> None:
    told = article("a", "Am Montag kam der Zirkus, am Mittwoch zog er weiter.")
    found = mentions(
        told,
        when(told, "Am Montag", date(2024, 6, 17)),
        when(told, "am Mittwoch", date(2024, 6, 19)),
    )
    assert [m.text for m in found] == ["Am Montag", "am Mittwoch"]


@pytest.mark.parametrize(
    ("sentence", "expression"),
    [
        ("Anders als 2019 blieb der Deich trocken.", "2019"),
        ("Gegenüber 2019 stieg der Absatz.", "2019"),
        ("Die Bilanz von 2019 liegt im Archiv.", "2019"),
        ("Es war teurer als das von 2019.", "von 2019"),
        ("Erstmals seit 2019 gab es keinen Umzug.", "seit 2019"),
        ("Es war das schwerste Beben seit 2019.", "seit 2019"),
        ("Der Maler Jon Beek (1871–1949) lebte hier.", "1871"),
    ],
)
def test_a_mere_reference_is_no_event(sentence: str, expression: str) -> None:
    told = article("a", f"{sentence}\nAm Montag war Markt.")
    found = mentions(told, when(told, expression, TODAY), when(told, "Am Montag", TODAY))
    assert [m.text for m in found] == ["Am Montag"]


def test_what_cannot_be_resolved_is_listed() -> None:
    told = article("a", "Am Montag war Markt. Neulich auch.")
    lost = when(told, "Neulich", None, reason="zu ungenau")
    first = undated(told, lost)[0]
    assert (first.text, first.reason) == ("Neulich", "zu ungenau")
    assert undated(told, when(told, "Am Montag", TODAY)) == []


def test_durations_make_no_event() -> None:
    told = article("a", "Am Montag dauerte der Markt drei Stunden.")
    span = when(told, "drei Stunden", TODAY, event_like=False)
    assert [m.text for m in mentions(told, when(told, "Am Montag", TODAY), span)] == ["Am Montag"]


def test_modality_looks_at_the_clause_and_the_date() -> None:
    told = article("a", "Der Wirt sagte am Mittwoch, dass der Kran am Montag kommt.")
    past, plan = mentions(
        told,
        when(told, "am Mittwoch", date(2024, 6, 19)),
        when(told, "am Montag", date(2024, 6, 24)),
    )
    assert (past.modality, plan.modality) == ("happened", "planned")


@pytest.mark.parametrize(
    "sentence",
    [
        "Die Firma dementiert, dass der Kessel am Montag platzte.",
        "Dass der Kessel am Montag platzte, dementiert die Firma.",
    ],
)
def test_what_is_denied(sentence: str) -> None:
    told = article("a", sentence)
    (found,) = mentions(told, when(told, "am Montag", date(2024, 6, 17)))
    assert found.modality == "denied"


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Laut Polizei brach der Damm am Montag.", "Polizei"),
        ("Nach Angaben des Landratsamtes brach der Damm am Montag.", "Landratsamt"),
        ("Der Damm brach am Montag, sagte Bürgermeisterin Ada Holm.", "Bürgermeisterin Ada Holm"),
        ("Der Damm sei am Montag gebrochen, so Ada Holm.", "Ada Holm"),
        ("Der Damm brach am Montag.", ""),
        ("Am Montag meldete der alte Wetterdienst, dass Frost komme.", "alter Wetterdienst"),
        ("Wie diese Zeitung am Montag berichtete, brach der Damm.", "Bote a"),
        ("Er habe gelogen, sagte der 58 Jahre alte Bernd Kühn am Montag.", "Bernd Kühn"),
        ("Zwei Tage danach gab die Stadt am Montag zu, dass der Bau teurer wird.", "Stadt"),
        ("Im Mai ging der Trainer, am Montag meldete er Insolvenz an.", ""),
        ("Die Ministerin kam am Montag und rief beide Seiten auf, zu reden.", ""),
        ("Das zweite Gespräch sagte die Firma am Montag ab.", ""),
    ],
)
def test_said_by(sentence: str, speaker: str) -> None:
    told = article("a", sentence)
    expression = "Am Montag" if "Am Montag" in sentence else "am Montag"
    assert mentions(told, when(told, expression, date(2024, 6, 17)))[0].said_by == speaker


def test_a_report_without_dates_is_dated_by_its_publication() -> None:
    told = article("a", "Der Kran steht wieder. Alle sind froh.", title="Kran steht wieder")
    (found,) = mentions(told)
    assert (found.basis, found.text, found.start) == ("publication", "", TODAY)
    assert found.headline == "Kran steht wieder"


def test_neither_date_nor_publication_is_said_so() -> None:
    told = article("a", "Der Kran steht wieder.", published=None)
    assert mentions(told) == []
    assert "Erscheinungstag" in undated(told)[0].reason


def test_furniture_is_no_part_of_the_quote() -> None:
    text = "Menü Suche\nAm Montag war Markt. Anzeige Kauft Äpfel"
    furniture = (Furniture(0, 10, "Menü"), Furniture(text.index("Anzeige"), len(text), "Anzeige"))
    told = article("a", text, furniture=furniture)
    assert mentions(told, when(told, "Am Montag", TODAY))[0].sentence == "Am Montag war Markt."


def blog() -> Article:
    """A live blog: two entries with stamps, which are furniture."""
    text = (
        "9.10 Uhr: Es kracht. Die Fähre hat in Moosau die Mole gerammt.\n"
        "9.40 Uhr: Von morgen an fährt der Kutter."
    )
    second = text.index("9.40")
    stamps = ((0, 9), (second, second + 9))
    at = {0: datetime(2024, 6, 20, 9, 10), second: datetime(2024, 6, 20, 9, 40)}
    return article(
        "a",
        text,
        furniture=tuple(Furniture(a, b, "stamp") for a, b in stamps),
        sections=(Section(9, second, at[0]), Section(second + 9, len(text), at[second])),
    )


def test_an_entry_of_a_live_blog_is_dated_by_its_stamp() -> None:
    told = blog()
    first, second = mentions(told, when(told, "Von morgen an", date(2024, 6, 21)))
    assert (first.text, first.start, first.granularity) == (
        "9.10 Uhr",
        datetime(2024, 6, 20, 9, 10),
        "time",
    )
    assert told.text[first.start_char : first.end_char] == first.text
    assert first.sentence == "Die Fähre hat in Moosau die Mole gerammt."
    assert first.basis == "anchored"
    assert second.text == "Von morgen an"


@pytest.mark.parametrize(
    ("line", "expression"),
    [
        ("+++ Montag, 17. Juni +++", "Montag, 17. Juni"),
        ("BOTE A", "BOTE"),
        ("Montag: Nebel, -4 Grad", "Montag"),
    ],
)
def test_headings_mastheads_and_forecasts_are_no_events(line: str, expression: str) -> None:
    told = article("a", f"{line}\n\nAm Dienstag war in Moosau Markt.")
    found = mentions(told, when(told, expression, TODAY), when(told, "Am Dienstag", TODAY))
    assert [m.text for m in found] == ["Am Dienstag"]


def test_a_past_date_behind_a_noun_does_not_date_a_plan() -> None:
    told = article("a", "Bald soll die Schau über die Anfänge im Jahr 1790 fertig sein. Am 3. Mai.")
    old = when(told, "im Jahr 1790", date(1790, 1, 1), date(1790, 12, 31), "year")
    assert all(m.text != old.text for m in mentions(told, old))


def test_a_time_that_belongs_to_a_noun_leaves_the_clause_its_own() -> None:
    told = article("a", "Am Montag, kurz nach dem Brand um 10 Uhr, floh der Pelikan aus Moosau.")
    at_ten = datetime(2024, 6, 17, 10)
    found = mentions(
        told,
        when(told, "Am Montag", date(2024, 6, 17)),
        when(told, "um 10 Uhr", at_ten, at_ten, "time"),
    )
    assert "Am Montag" in [m.text for m in found]


@pytest.mark.parametrize(
    ("sentence", "expression", "modality"),
    [
        ("Die Sitzung wurde auf den 3. Juli verschoben.", "3. Juli", "planned"),
        ("Das Fest hätte am 3. Juli ursprünglich beginnen sollen.", "am 3. Juli", "postponed"),
        ("Das Fest, das am 3. Juli hätte beginnen sollen, fällt aus.", "am 3. Juli", "cancelled"),
        ("Das Fest, das im Juli hätte beginnen sollen, wird verschoben.", "im Juli", "postponed"),
        ("Anders als geplant öffnet das Bad am 3. Juli nicht.", "am 3. Juli", "postponed"),
        ("Das Fest, das für den 3. Juli geplant war, wird abgesagt.", "den 3. Juli", "cancelled"),
        ("Der Verein, der am 3. Juli öffnet, sagt das Fest ab.", "am 3. Juli", "planned"),
        ("Das Bad öffnet später statt wie bisher geplant am 3. Juli.", "am 3. Juli", "postponed"),
        ("Berichte, wonach das Bad am 3. Juli öffne, treffen nicht zu.", "am 3. Juli", "denied"),
        ("Das Bad soll am 3. Juli öffnen.", "am 3. Juli", "planned"),
    ],
)  # fmt: skip
def test_modality_of_plans_that_changed(sentence: str, expression: str, modality: str) -> None:
    told = article("a", sentence)
    (found,) = mentions(told, when(told, expression, date(2024, 7, 3)))
    assert found.modality == modality


def test_the_part_of_a_month_that_is_still_to_come() -> None:
    told = article("a", "Ende Juni beraten die Wirte in Moosau.")
    late = when(told, "Ende Juni", date(2024, 6, 1), date(2024, 6, 30), "month", mod="end")
    assert [m.modality for m in mentions(told, late)] == ["planned"]


def test_what_stands_under_a_day_that_is_a_sentence() -> None:
    told = article("a", "Montag. Der Rat lehnt den Antrag ab. Es regnet.\n\nMittwoch. Ruhe.")
    (found, _) = mentions(
        told, when(told, "Montag", date(2024, 6, 17)), when(told, "Mittwoch", date(2024, 6, 19))
    )
    assert (found.text, found.headline) == ("Montag", "Der Rat lehnt den Antrag ab")
    assert found.modality == "happened"


def test_what_tells_itself_of_that_day_stands_under_no_label() -> None:
    told = article("a", "Montag. In aller Frühe rückten die Bagger an.\n\nSo war es.")
    day = date(2024, 6, 17)
    found = mentions(told, when(told, "Montag", day), when(told, "In aller Frühe", day))
    assert [m.text for m in found] == ["In aller Frühe"]


def test_some_days_of_a_week_are_more_precise_than_the_week() -> None:
    told = article("a", "In der Woche danach fuhr von Montag bis Mittwoch keine Bahn.")
    days = date(2024, 6, 10), date(2024, 6, 16), date(2024, 6, 12)
    found = mentions(
        told,
        when(told, "In der Woche danach", days[0], days[1], "week"),
        when(told, "von Montag bis Mittwoch", days[0], days[2], "range"),
    )
    assert [m.text for m in found] == ["von Montag bis Mittwoch"]


def test_what_somebody_says_today_is_no_plan() -> None:
    told = article("a", "„Ich habe nur Kaffee gekocht“, sagt Wirtin Ada Holm heute.")
    assert [m.modality for m in mentions(told, when(told, "heute", TODAY))] == ["happened"]


def test_the_end_of_this_year_is_still_to_come() -> None:
    told = article("a", "Zum Jahresende schließt die Mühle in Moosau.")
    late = when(told, "Zum Jahresende", date(2024, 1, 1), date(2024, 12, 31), "year", mod="end")
    assert [m.modality for m in mentions(told, late)] == ["planned"]


def test_what_is_to_go_on_has_been() -> None:
    told = article("a", "Der Streik vom Montag soll weitergehen.")
    assert [m.modality for m in mentions(told, when(told, "vom Montag", date(2024, 6, 17)))] == [
        "happened"
    ]


def test_a_sentence_of_a_date_and_a_stray_stop_is_no_fault() -> None:
    told = article("a", "In der Saison 2024/25. .")
    assert len(mentions(told, when(told, "In der Saison 2024/25", TODAY))) <= 1
