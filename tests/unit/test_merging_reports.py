"""Merging from whole texts: the dates are found as in a run."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from events_samples import article

from timeline.events import find_mentions, merge
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


def test_what_is_wider_stands_in_front_of_what_it_holds() -> None:
    events = told(
        "Am 1. Januar 2023 um 0.15 Uhr brannte die Scheune. Am 1. Januar 2023 sang der Chor im "
        "Dom. Im Januar 2023 stiegen die Mieten. Im Jahr 2023 wanderten viele Handwerker aus."
    )
    assert [event.granularity for event in events] == ["year", "month", "day", "time"]
