"""Which mention gives an event its headline."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from events_samples import article, mentions, when

from timeline.events import merge

MONDAY = date(2024, 5, 6)


def heads_of(*texts: tuple[str, str, Mapping[str, object]]) -> set[str]:
    """The headlines of the events that one dated sentence from each article makes."""
    articles, found = [], []
    for number, (text, expression, changes) in enumerate(texts):
        told = article(f"a{number}", text, **changes)
        articles.append(told)
        found.extend(mentions(told, when(told, expression, MONDAY)))
    return {event.headline for event in merge(found, articles)}


def test_what_was_decided_is_not_told_by_the_plan() -> None:
    before = {"published": date(2024, 5, 2)}
    after = {"published": date(2024, 5, 7)}
    heads = heads_of(
        ("Der Rat soll am Montag über den Damm in Moosau entscheiden.", "am Montag", before),
        ("Der Rat hat am Montag für den Damm in Moosau entschieden.", "am Montag", after),
    )
    assert heads == {"Der Rat hat für den Damm in Moosau entschieden"}


def test_what_only_announces_stands_back() -> None:
    heads = heads_of(
        ("Begonnen hatte die Sperrung der Brücke am Montag.", "am Montag", {}),
        ("Die Brücke bei Moosau wurde am Montag gesperrt.", "am Montag", {}),
    )
    assert "Die Brücke bei Moosau wurde gesperrt" in heads


def test_where_the_lead_points_out_of_itself_the_title_serves() -> None:
    heads = heads_of(
        (
            "Darüber könnte der Rat am Montag abstimmen. " + "Der Damm ist alt. " * 20,
            "am Montag",
            {"title": "Rat streitet über den Damm"},
        ),
    )
    assert heads == {"Rat streitet über den Damm"}
