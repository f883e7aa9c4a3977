"""Where the calendar ends, and where a range cannot be one."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.models import as_day
from timeline.temporal import tag
from timeline.temporal.context import Kind


@pytest.mark.parametrize("kind", ["news", "weekly", "narrative"])
@pytest.mark.parametrize(
    "text",
    [
        "kommenden Dienstag – heute",
        "In der Nacht zu heute um 23 Uhr",
        "vom 12. April bis 30. Juni",
        "Am Abend zuvor um 1 Uhr, am Morgen danach um 23 Uhr",
        "von 20 bis 2 Uhr",
        "von Freitag bis Donnerstag, nächste Woche wird es ernst: am Montag und am Sonntag",
        "Vom 30. bis 31. Dezember wird gefeiert. Am Samstag spielt die Kapelle um 20 Uhr.",
        "3. Januar: Auftakt. 2. März: Pause. 31. Dezember: Schluss.",
        "am vergangenen und am kommenden Wochenende, vor zwei Jahren und in zwei Jahren",
    ],
)
@pytest.mark.parametrize("published", [date.min, date(1, 1, 31), date(2024, 2, 29), date.max])
def test_no_day_is_too_early_or_too_late(text: str, published: date, kind: Kind) -> None:
    for expression in tag(text, published, kind=kind):
        assert expression.text in text


@pytest.mark.parametrize(
    "text",
    [
        "Kommenden Dienstag – heute",
        "In 100 Tagen bis morgen",
        "Nächstes Jahr bis um 24 Uhr",
        "Von Ostermontag bis Pfingstmontag wird gesperrt.",
        "14.30 Uhr-, im Herbst",
    ],
)
def test_a_range_does_not_run_backwards(text: str) -> None:
    for expression in tag(text, date(2024, 5, 1)):
        start, end = expression.start, expression.end
        if start is not None and end is not None:
            assert start.isoformat()[:10] <= end.isoformat()[:10]


@pytest.mark.parametrize("gap", [" ", "\n", "\n\n", "\n \n", "\r\n\r\n"])
def test_white_space_between_sentences_dates_nothing(gap: str) -> None:
    found = tag(f"Im Jahr 1894 brannte das Haus.{gap}Am 3. September kam er.", date(2024, 5, 15))
    assert found[-1].start == date(1894, 9, 3)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Freitag, 14 Uhr, bis Sonntag", "2024-05-03T14:00", "2024-05-05T23:59"),
        ("Freitag bis Sonntag, 14 Uhr", "2024-05-03", "2024-05-05"),
        ("Am 4. Mai 2024 von 20 bis 2 Uhr", "2024-05-04T20:00", "2024-05-05T02:00"),
    ],
)
def test_both_ends_of_a_range_are_days_or_both_are_moments(text: str, start: str, end: str) -> None:
    found = tag(text, date(2024, 5, 1))
    assert len(found) == 1
    moments = (found[0].start, found[0].end)
    assert [str(m and m.isoformat())[: len(start)] for m in moments] == [start, end]


def test_a_clock_time_of_an_old_year_is_none_of_today() -> None:
    first, second = tag("Um 12.42 Uhr explodierte 1944 die Bombe.", date(2024, 7, 10))
    assert (first.start, second.start) == (None, date(1944, 1, 1))
    (clock, *_) = tag("Um 14 Uhr öffnete die 2022 sanierte Halle.", date(2024, 7, 10))
    assert str(clock.start).startswith("2024-07-10 14:00")


@pytest.mark.parametrize(
    "text", ["Damals las sie bis 22 Uhr.", "Früher schloss der Laden um 18 Uhr."]
)
def test_a_clock_time_of_once_is_none_of_today(text: str) -> None:
    clock = tag(text, date(2024, 7, 10))[-1]
    assert clock.start is None
    assert clock.end is None
    assert clock.reason is not None


def test_a_weekday_with_its_number_looks_for_its_month() -> None:
    past, ahead = (
        tag(text, date(2026, 3, 16))[0]
        for text in ("Am Freitag, dem 13., kam der Schnee.", "Am Freitag, 13., spielt das Trio.")
    )
    assert past.start == date(2026, 3, 13)
    assert ahead.start == date(2026, 11, 13)


def test_an_abbreviated_day_is_one_alone_and_weekly_beside_others() -> None:
    monday = date(2026, 3, 16)
    (market,) = tag("Flohmarkt: Sa 14–18 Uhr am Dorfplatz.", monday)
    assert as_day(market.start) == date(2026, 3, 21)
    hours = tag("Museum: Di–Sa 10–17 Uhr, So 14–18 Uhr, Mo Ruhetag.", monday)
    assert [expression.start for expression in hours] == [None] * len(hours)


def test_days_of_a_programme_are_of_the_month_above_them() -> None:
    text = "DEZEMBER\n14.: Rennen. 21./22.: zwei Läufe.\n\nJÄNNER\nMontag, 6.: Umzug. 11.: Finale."
    found = [e for e in tag(text, date(2019, 12, 5)) if e.granularity != "month"]
    assert [(e.start, e.end) for e in found] == [
        (date(2019, 12, 14), date(2019, 12, 14)),
        (date(2019, 12, 21), date(2019, 12, 22)),
        (date(2020, 1, 6), date(2020, 1, 6)),
        (date(2020, 1, 11), date(2020, 1, 11)),
    ]


def test_what_follows_a_day_nobody_knows_is_not_dated_either() -> None:
    text = (
        "Am Mittwoch tagte der Rat. Drei Tage nach der Wahl hatte er das noch abgelehnt. "
        "Am nächsten Tag gab es Streit."
    )
    council, vote, quarrel = tag(text, date(2025, 6, 20))
    assert council.start == date(2025, 6, 18)
    assert (vote.start, quarrel.start) == (None, None)


def test_a_year_in_the_title_is_that_of_the_months_below() -> None:
    text = "Das war 2014 im Oberland\n\nMai: Bei der Wahl am 25. bleibt die Hälfte daheim.\n"
    _, month, day = tag(text, date(2014, 12, 31))
    assert (month.start, day.start) == (date(2014, 5, 1), date(2014, 5, 25))


def test_a_night_that_is_over_did_not_begin_today() -> None:
    saturday = date(2024, 7, 13)
    first, last = tag("In der Gewitternacht von Samstag auf Sonntag lief alles über.", saturday)
    assert (first.start, last.start) == (date(2024, 7, 6), date(2024, 7, 7))
    (night,) = tag("In der Nacht von Samstag auf Sonntag lief alles über.", saturday)
    assert (night.start, night.end) == (date(2024, 7, 7), date(2024, 7, 7))


@pytest.mark.parametrize(
    "text",
    [
        "Am Wochenende nach der Ankündigung waren schon einmal Tausende gekommen.",
        "Am Vortag seines Rückzugs hatte der Ausschuss getagt.",
        "Er ging, nachdem er am Abend vor der Wahl noch gesungen hatte.",
        "Am Sonntag vor der Sitzung hatte es Streit gegeben.",
    ],
)
def test_a_day_beside_what_happened_who_knows_when_is_not_dated(text: str) -> None:
    (expression,) = tag(text, date(2025, 6, 19))
    assert expression.start is None
    assert expression.reason is not None
