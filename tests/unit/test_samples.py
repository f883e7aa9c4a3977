"""The sample articles, read from end to end, against the truth written by hand.

``tests/golden/sample_events.toml`` says what the articles tell; its header
explains the format. The bounds below are what is reached today: they may rise.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from datetime import date, datetime
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from headline_rules import faults_of

from timeline.models import Event, EventMention, Timeline
from timeline.pipeline import Settings, build

ROOT = Path(__file__).parents[2]
#: letters of an ISO date that a granularity compares
LETTERS = {"time": 16, "day": 10, "week": 10, "range": 10, "month": 7, "quarter": 7, "season": 7,
           "year": 4, "decade": 3, "century": 2}  # fmt: skip


@cache
def truth() -> dict[str, Any]:
    return tomllib.loads((ROOT / "tests/golden/sample_events.toml").read_text("utf-8"))


@cache
def samples() -> Timeline:
    return build([ROOT / "articles"], Settings()).timeline


@cache
def mentions() -> dict[str, list[tuple[EventMention, Event]]]:
    """All mentions with their events, by file."""
    by_file: dict[str, list[tuple[EventMention, Event]]] = defaultdict(list)
    for event in samples().events:
        for mention in event.mentions:
            by_file[mention.file].append((mention, event))
    return by_file


def same(found: date | datetime | None, wanted: date | datetime | None, granularity: str) -> bool:
    if found is None or wanted is None:
        return False
    size = LETTERS[granularity]
    return found.isoformat()[:size] == wanted.isoformat()[:size]


def outcomes() -> tuple[list[tuple[str, str]], dict[tuple[str, str], tuple[str, str]]]:
    """What is missed or wrong, and for each right mention its true and its found event."""
    wrong: list[tuple[str, str]] = []
    right: dict[tuple[str, str], tuple[str, str]] = {}
    for event in truth()["event"]:
        for m in event["mentions"]:
            granularity = m.get("granularity", event.get("granularity", "day"))
            near = [
                (mention, found)
                for mention, found in mentions()[m["file"]]
                if m["expr"] in mention.text or mention.text in m["expr"]
            ]
            hits = [
                found
                for mention, found in near
                if same(mention.start, m.get("start"), granularity)
                or same(mention.end, m.get("end"), granularity)
            ]
            key = (m["file"], m["expr"])
            if hits:
                right[key] = (event["id"], hits[0].id)
            else:
                wrong.append(key)
    return wrong, right


def test_publication_dates_are_all_right() -> None:
    wanted = {a["file"]: a.get("published") for a in truth()["article"]}
    found = {a.file: a.published for a in samples().articles}
    assert found.keys() == wanted.keys()
    for file, day in wanted.items():
        assert (found[file] is None) == (day is None), file
        assert day is None or same(found[file], day, "day"), file


def test_dates_are_right() -> None:
    wrong, right = outcomes()
    assert len(right) >= 0.97 * (len(right) + len(wrong)), wrong


def test_few_traps_become_events() -> None:
    hit = [
        (trap["file"], trap["string"], mention.text)
        for trap in truth()["trap"]
        for mention, _ in mentions()[trap["file"]]
        if mention.text and trap["string"] in mention.text
    ]
    assert len(hit) <= 1, hit


def test_what_nobody_can_date_is_listed() -> None:
    listed = {(u.file, u.text) for u in samples().unresolved}
    dated = {(m.file, m.text) for file in mentions().values() for m, _ in file}
    for item in truth()["unresolved"]:
        file, expr = item["file"], item["expr"]
        assert not any(f == file and expr in text for f, text in dated), item
        assert any(f == file and (expr in text or text in expr) for f, text in listed), item


def test_the_same_event_of_several_reports_is_one() -> None:
    _, right = outcomes()
    true, found = defaultdict(set), defaultdict(set)
    for mention, (event, cluster) in right.items():
        true[event].add(mention)
        found[cluster].add(mention)

    def pairs(groups: dict[str, set[tuple[str, str]]]) -> set[frozenset[tuple[str, str]]]:
        return {frozenset(p) for g in groups.values() for p in combinations(sorted(g), 2)}

    wanted, got = pairs(true), pairs(found)
    assert 2 * len(wanted & got) / (len(wanted) + len(got)) >= 0.84


@pytest.mark.parametrize("event", samples().events, ids=lambda e: e.id)
def test_headlines_read_like_headlines(event: Event) -> None:
    for headline in (event.headline, *(mention.headline for mention in event.mentions)):
        assert faults_of(headline) == [], headline
        assert headline.casefold() not in {source.casefold() for source in event.sources}


def test_headlines_are_those_a_person_accepted() -> None:
    """By file and expression, without its place: an article may be touched."""
    golden = tomllib.loads((ROOT / "tests/golden/sample_headlines.toml").read_text("utf-8"))
    accepted = {
        (file, key.rsplit(" @", 1)[0], headline)
        for file, headlines in golden.items()
        for key, headline in headlines.items()
    }
    made = [
        (file, " ".join(mention.text.split()), mention.headline)
        for file, found in mentions().items()
        for mention, _ in found
    ]
    strange = [row for row in made if row not in accepted]
    assert len(made) >= 150
    assert len(strange) <= 0.03 * len(made), strange


def test_modality_is_right() -> None:
    judged = [
        (mention.modality == m.get("modality", event.get("modality")), m["file"], m["expr"])
        for event in truth()["event"]
        for m in event["mentions"]
        for mention, _ in mentions()[m["file"]]
        if mention.text and (m["expr"] in mention.text or mention.text in m["expr"])
    ]
    wrong = [row for row in judged if not row[0]]
    assert len(judged) >= 150
    assert len(wrong) <= 0.05 * len(judged), wrong
