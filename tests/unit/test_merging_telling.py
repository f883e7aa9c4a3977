"""What two reports of one time must tell besides it to be one event."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from events_samples import article

from timeline.events import find_mentions, merge
from timeline.events.kinds import kinds_of
from timeline.events.merging.profiles import narrowed
from timeline.events.merging.telling import is_retold, ordinal, without_background
from timeline.events.references import only_refers
from timeline.german.clauses import clause_at, clauses
from timeline.models import Article, Event, EventMention
from timeline.temporal import find_expressions

PAIRS = tomllib.loads((Path(__file__).parent / "one_or_two.toml").read_text("utf-8"))["pair"]


def mentions_of(one: Article) -> list[EventMention]:
    return find_mentions(one, find_expressions(one, "Europe/Berlin"))[0]


def merged(*reports: Article) -> list[Event]:
    return merge([m for one in reports for m in mentions_of(one)], reports)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair["name"])
def test_a_date_in_common_is_not_a_happening_in_common(pair: dict[str, Any]) -> None:
    reports = [
        article(f"r{i}", " ".join(report["text"].split()), published=report["published"])
        for i, report in enumerate(pair["report"])
    ]
    dates = [report["date"] for report in pair["report"]]
    told = [{(m.article, m.text) for m in event.mentions} for event in merged(*reports)]
    found = [
        next(
            number
            for number, texts in enumerate(told)
            if any(key == f"r{i}" and (text in day or day in text) for key, text in texts)
        )
        for i, day in enumerate(dates)
    ]
    assert (found[0] == found[1]) == pair["one"]


def test_an_appointment_after_the_filing_is_not_the_filing() -> None:
    """And no outlet contradicts itself: it told of both."""
    one = article(
        "one",
        "Nach dem Insolvenzantrag der Werft Kröger hat das Amtsgericht am Dienstag die Anwältin "
        "Ruth Stein zur vorläufigen Insolvenzverwalterin bestellt. Die Werft hatte den Antrag am "
        "Montag eingereicht.",
        published=date(2025, 9, 17),
    )
    two = article(
        "two",
        "Die Werft Kröger hatte am 15. September Insolvenz beantragt. Das Amtsgericht prüft den "
        "Antrag.",
        published=date(2025, 10, 12),
    )
    events = merged(one, two)
    filing = next(event for event in events if len(event.sources) == 2)
    assert {m.text for m in filing.mentions} == {"am Montag", "am 15. September"}
    assert not filing.date_conflict


def test_a_month_is_told_of_the_first_rather_than_of_the_second() -> None:
    about = " Der Steinbruch Raun gehört der Firma Basalt, die Gleise gehören der Bahn."
    one = article(
        "one",
        "Am 3. Oktober brach im Steinbruch Raun ein Hangrutsch los und begrub die Gleise." + about,
        published=date(2025, 10, 4),
    )
    two = article(
        "two",
        "Nach dem zweiten Hangrutsch vom 20. Oktober im Steinbruch Raun fährt kein Zug." + about,
        published=date(2025, 10, 22),
    )
    three = article(
        "three",
        "Ein Hangrutsch im Steinbruch Raun hatte im Oktober 2025 die Gleise begraben." + about,
        published=date(2026, 5, 2),
    )
    events = merged(one, two, three)
    month = next(e for e in events if any(m.article == "three" for m in e.mentions))
    assert {m.article for m in month.mentions} == {"one", "three"}


@pytest.mark.parametrize(
    ("sentence", "rest"),
    [
        ("Nach dem Insolvenzantrag wurde heute eine Chefin ernannt.", "Nach dem Insolvenzantrag"),
        ("Wegen des Unfalls wurde die Straße heute gesperrt.", "Wegen des Unfalls"),
        ("Heute wurde die Straße gesperrt.", ""),
        ("Nach dem Essen wurde die Straße heute gesperrt.", ""),  # names no happening
        ("Nach dem Brand am Montag wurde die Straße gesperrt.", ""),  # the date is that of the fire
    ],
)
def test_what_had_happened_before_is_not_what_is_told(sentence: str, rest: str) -> None:
    clause = clauses(sentence)[0]
    at = sentence.index("am Montag" if "am Montag" in sentence else "eute") - ("eute" in sentence)
    told, behind = without_background(clause.words, at)
    assert " ".join(word.text for word in behind) == rest
    assert len(told) + len(behind) == len(clause.words)


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("Nach dem zweiten Hangrutsch im Mai zogen alle weg.", 2),
        ("Zum ersten Brand kam es im Mai.", 1),
        ("Im Mai floss die zweite Hälfte.", 0),
        ("Erst im Mai brannte es.", 0),
    ],
)
def test_which_of_several_alike(sentence: str, number: int) -> None:
    at = sentence.lower().index("im mai")
    assert ordinal(clause_at(sentence, at, at + 6), (at, at + 6)) == number


def test_what_a_report_comes_back_to() -> None:
    one = article(
        "one",
        "Am 2. Mai brannte die Halle. Am Montag brannte der Stall. Im April 2019 brannte das Haus. "
        "Seit 2012 brennt es oft. Bis Juli brennt hier alles.",
        published=date(2024, 6, 20),
    )
    told = {m.text: is_retold(m, one) for m in mentions_of(one)}
    assert told == {
        "Am 2. Mai": True,
        "Am Montag": False,
        "Im April 2019": True,
        "Seit 2012": False,
        "Bis Juli": False,
    }
    assert is_retold(mentions_of(one)[1], None)


def test_since_the_beginning_of_may_began_on_one_of_its_days() -> None:
    one = article("one", "Die Fähre liegt seit Anfang Mai still. Sie fährt seit 2012.")
    may, year = (narrowed(m) for m in mentions_of(one))
    assert may[0] == date(2024, 5, 1) < date(2024, 5, 4) < may[1] < date(2024, 5, 20)
    assert year == (date(2012, 1, 1), date(2012, 1, 1))


@pytest.mark.parametrize(
    ("sentence", "refers"),
    [
        ("In einer früheren Fassung war der Brand mit dem 3. Mai angegeben.", True),
        ("In unserer Ausgabe vom 3. Mai hieß es, der Rat habe abgestimmt.", True),
        ("Wie wir in unserer Ausgabe vom 3. Mai berichtet haben, hat der Rat abgestimmt.", False),
        ("In unserer Samstag-Ausgabe vom 3. Mai stand eine falsche Zahl.", True),
        ("In einer früheren Fassung des Gesetzes fehlte der Satz, am 3. Mai kam er hinein.", False),
        ("Der Brand wurde am 3. Mai gelegt.", False),
    ],
)
def test_what_is_taken_back_dates_nothing(sentence: str, refers: bool) -> None:
    at = sentence.index("3. Mai")
    assert only_refers(sentence, (at, at + 6)) == refers


@pytest.mark.parametrize(
    ("words", "kind", "named"),
    [
        ("die geburtshilfe zieht um", "geburt", False),
        ("die insolvenzverwalterin sprach mit allen", "insolvenz", False),
        ("hat insolvenz angemeldet", "bericht", False),
        ("hat insolvenz angemeldet", "insolvenz", True),
        ("bestellte sie zur verwalterin", "ernennung", True),
        ("will sich auf einen namen festlegen", "ernennung", True),
    ],
)
def test_roles_and_rooms_are_no_happenings(words: str, kind: str, named: bool) -> None:
    assert (kind in kinds_of(words.split())) == named
