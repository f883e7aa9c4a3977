"""Merging from whole texts: the dates are found as in a run."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from events_samples import article

from timeline.events import find_mentions, merge
from timeline.events.merging.claims import written_number
from timeline.models import Article, Event
from timeline.temporal import find_expressions

SUNDAY = date(2024, 7, 21)


def told(*texts: str, published: date = SUNDAY) -> list[Event]:
    """The events that reports of these texts tell, each by an outlet of its own."""
    return events_of([article(f"r{i}", text, published=published) for i, text in enumerate(texts)])


def events_of(articles: Sequence[Article]) -> list[Event]:
    found = [
        mention
        for one in articles
        for mention in find_mentions(one, find_expressions(one, "Europe/Berlin"))[0]
    ]
    return merge(found, articles)


# ------------------------------------------------------------------ the order of a day
def test_events_of_one_day_stand_in_the_order_of_the_clock() -> None:
    events = told(
        "Am Samstag um 13.05 Uhr trat der Krisenstab zusammen. Am Samstag um 8.20 Uhr füllten "
        "Helfer Sandsäcke. Am Samstag um 10.10 Uhr sperrte der Landrat die Uferstraße."
    )
    assert [f"{event.start:%H:%M}" for event in events if event.start] == [
        "08:20",
        "10:10",
        "13:05",
    ]


def test_a_part_of_the_day_stands_where_its_hours_would() -> None:
    events = told(
        "Am Samstag um 17.30 Uhr kam der Minister. Am Samstagabend brach der Damm. Am "
        "Samstagmorgen schlossen die Schulen. Am Samstag um 11.45 Uhr fiel der Strom aus."
    )
    words = ("Schulen", "Strom", "Minister", "Damm")
    assert [word for event in events for word in words if word in event.headline] == list(words)


def test_hours_from_to_stand_at_the_hour_they_begin() -> None:
    events = told(
        "Am Samstag von 14 bis 16 Uhr tagte der Rat. Am Samstag um 8 Uhr brach der Damm. "
        "Am Samstag sang der Chor im Dom."
    )
    words = ("Chor", "Damm", "Rat")
    assert [word for event in events for word in words if word in event.headline] == list(words)


def test_what_is_wider_stands_in_front_of_what_it_holds() -> None:
    events = told(
        "Am 1. Januar 2023 um 0.15 Uhr brannte die Scheune. Am 1. Januar 2023 sang der Chor im "
        "Dom. Im Januar 2023 stiegen die Mieten. Im Jahr 2023 wanderten viele Handwerker aus."
    )
    assert [event.granularity for event in events] == ["year", "month", "day", "time"]


def test_the_end_of_a_month_stands_behind_its_first_days() -> None:
    events = told(
        "Ende Mai 2023 schloss die Mühle. Am 3. Mai 2023 sang der Chor im Dom. Anfang Mai 2023 "
        "stiegen die Mieten. Mitte Mai 2023 tagte der Rat. Am 30. Mai 2023 brannte die Scheune."
    )
    words = ("Mieten", "Chor", "Rat", "Mühle", "Scheune")
    assert [word for event in events for word in words if word in event.headline] == list(words)


def test_the_day_most_name_wins_over_a_last_day() -> None:
    plan = "Spätestens am 3. Juni soll die Klappbrücke in Moosau öffnen."
    report = "Die Klappbrücke in Moosau wurde am 3. Juni geöffnet."
    reports = [article(f"r{n}", report, published=SUNDAY) for n in (1, 2)]
    (event,) = events_of([article("r0", plan, published=date(2024, 5, 20)), *reports])
    assert (event.start, event.end, event.mod) == (date(2024, 6, 3), date(2024, 6, 3), None)


def test_an_hour_of_a_day_named_again_is_another_event() -> None:
    (one,) = told("Am Samstag ist in Moosau der Damm gebrochen. Gegen 4.15 Uhr gab er nach.")
    assert len(one.mentions) == 2
    two = told("Am Samstag ist in Moosau der Damm gebrochen. Am Samstag um 8 Uhr kam der Minister.")
    assert [len(event.mentions) for event in two] == [1, 1]


# ------------------------------------------------------------------ vague times
PAIRS = tomllib.loads((Path(__file__).parent / "vague_times.toml").read_text("utf-8"))["pair"]


def reports_of(pair: dict[str, Any]) -> list[Article]:
    return [
        article(f"r{i}", " ".join(report["text"].split()), title=report["title"], published=SUNDAY)
        for i, report in enumerate(pair["report"])
    ]


def several(articles: Sequence[Article]) -> list[Event]:
    """The events that more than one report tells."""
    return [e for e in events_of(articles) if len({m.article for m in e.mentions}) > 1]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair["name"])
def test_a_vague_time_joins_only_what_shares_more_than_the_time(pair: dict[str, Any]) -> None:
    reports = reports_of(pair)
    assert any(pair["vague"] in report.text for report in reports)
    told = [{m.text for m in event.mentions} for event in several(reports)]
    assert any(pair["vague"] in texts for texts in told) == pair["one"]


def test_what_lies_beside_two_reports_changes_nothing() -> None:
    """Whether two reports tell one event is theirs to say, not that of the run."""
    told = [pair for pair in PAIRS if pair["one"]]
    strangers = [
        article(f"s{i}", f"{text} Das sagte ein Sprecher.", title=text, published=SUNDAY)
        for i, text in enumerate(
            (
                "Im Zoo von Kranach kam am Mittwoch ein Flusspferd zur Welt.",
                "Am 3. Juni 2024 fiel in Tessin der erste Hagel.",
                "Die Rentner in Grünau wandern seit dem 2. Mai jeden Morgen.",
                "Ein Lotse sah am Donnerstag vor Amrum einen Wal.",
            )
        )
    ]
    for pair in told:
        alone, among = several(reports_of(pair)), several([*reports_of(pair), *strangers])
        assert [[m.id for m in e.mentions] for e in alone] == [
            [m.id for m in e.mentions] for e in among
        ]


def test_numbers_are_written_as_the_language_of_the_export_has_them() -> None:
    assert [written_number(n, "de") for n in (8000, 3.4, 12)] == ["8.000", "3,4", "12"]
    assert [written_number(n, "en") for n in (8000, 3.4, 12)] == ["8,000", "3.4", "12"]
