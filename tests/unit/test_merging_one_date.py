"""What shares a date alone is not one event, nor is the hour of a detail that of the event."""

from __future__ import annotations

from datetime import date

import pytest
from events_samples import article

from timeline.events import find_mentions, merge
from timeline.models import Article, Event
from timeline.temporal import find_expressions

JUNE = date(2025, 6, 12)


def report(
    key: str, text: str, published: date = JUNE, title: str = "Der Brand der Mühle"
) -> Article:
    return article(key, text, published=published, title=title)


def events_of(*reports: Article) -> list[Event]:
    found = [m for one in reports for m in find_mentions(one, find_expressions(one))[0]]
    return merge(found, reports)


def of(events: list[Event], text: str) -> Event:
    return next(e for e in events if any(text in m.text for m in e.mentions))


MILL = "Die Mühle von Moosau war am 9. Mai 2024 abgebrannt. Die Feuerwehr Moosau löschte vergebens."


@pytest.mark.parametrize(
    ("first", "second", "dates"),
    [
        (  # an hour
            MILL,
            "Als Feuerwehrmann Ole Beek am 9. Mai 2024 um 6.10 Uhr in seine Stiefel stieg, war er "
            "noch müde. Die Mühle von Moosau war nicht zu retten.",
            ("am 9. Mai", "6.10"),
        ),
        (  # a document
            "Drei Tage nach dem Brand der Mühle, am 12. Mai 2024, durften die Nachbarn in Moosau "
            "ihre Häuser wieder betreten.",
            "Der Anwalt sagt, in seinem Schreiben vom 12. Mai 2024 stehe eine andere Zahl. Die "
            "Mühle in Moosau gehörte seiner Mandantin.",
            ("am 12. Mai", "vom 12. Mai"),
        ),
        (  # a year and its December
            "Im vergangenen Jahr fuhren nur noch 312 Laster zur Mühle in Moosau.",
            "Zuletzt musste die Gemeinde im Dezember zwei Kredite stunden. So hielt sich die Mühle "
            "von Moosau.",
            ("Im vergangenen Jahr", "im Dezember"),
        ),
        (  # a plan for a day, and some time in the year
            "Vielleicht öffnet die Mühle von Moosau am 16. Juni 2025.",
            "2025 wurde auch das Rathaus von Moosau saniert. Die Mühle steht daneben.",
            ("am 16. Juni", "2025"),
        ),
        (  # the last day, and what was done the day before
            "Der Müller von Moosau prüft noch, ob er Einspruch einlegt; die Frist läuft am 3. Juli "
            "ab.",
            "Der Müller von Moosau legte am 2. Juli Einspruch ein, einen Tag vor Ablauf der Frist.",
            ("am 3. Juli", "am 2. Juli"),
        ),
    ],
)  # fmt: skip
def test_a_date_alone_joins_nothing(first: str, second: str, dates: tuple[str, str]) -> None:
    later = date(2026, 1, 9) if second.startswith(("2025", "Der Müller")) else JUNE
    events = events_of(report("a", first), report("b", second, later))
    assert of(events, dates[0]) != of(events, dates[1])


def test_the_hour_at_which_it_ended_is_not_its_hour() -> None:
    one = report("a", "Am Samstag haben 2.000 Menschen in Moosau für die Mühle demonstriert.")
    two = report(
        "b",
        "2.000 Menschen haben am Samstag in Moosau für die Mühle demonstriert. Der Zug endete "
        "gegen 12.30 Uhr mit einer Kundgebung für die Mühle.",
    )
    event = of(events_of(one, two), "am Samstag")
    assert event.edtf == "2025-06-07"


def test_the_hour_of_one_report_is_the_events_if_it_tells_of_it() -> None:
    one = report("a", "Am Samstag ist die Mühle in Moosau abgebrannt.")
    two = report("b", "Die Mühle in Moosau ist am Samstag um 4.15 Uhr abgebrannt.")
    three = report("c", "Am Samstag brannte die Mühle in Moosau ab.")
    (event,) = events_of(one, two, three)
    assert "T04:15" in event.edtf


def test_an_application_to_open_proceedings_opens_nothing() -> None:
    one = report("a", "Die Mühle in Moosau hat am 2. Juni beim Amtsgericht Insolvenz beantragt.")
    two = report("b", "Der Antrag auf Eröffnung des Verfahrens war am 2. Juni gestellt worden. Die "
                 "Mühle in Moosau mahlt weiter.")  # fmt: skip
    (event,) = events_of(one, two)
    assert "Eröffnung" not in event.categories


def test_a_plan_and_what_came_of_it_on_the_same_day() -> None:
    one = report("a", "Die erste Auszahlung des Lohns erfolgt wohl am 20. Juni.")
    two = report(
        "b",
        "Die Mühle von Moosau steht still. Unterdessen erhielten die Beschäftigten am Freitag "
        "ihren Lohn.",
        date(2025, 6, 24),
    )
    event = of(events_of(one, two), "am Freitag")
    assert len(event.mentions) == 2


def test_what_had_been_meant_and_what_became_of_it() -> None:
    one = report("a", "Ab dem Sommer soll die Mühle von Moosau saniert werden.", date(2025, 4, 25))
    two = report(
        "b",
        "Die Sanierung der Mühle, die im Sommer beginnen sollte, hat sich in Moosau verzögert.",
        date(2025, 10, 9),
    )
    (event,) = events_of(one, two)
    assert event.modality == "postponed"


def test_a_heading_without_a_verb_tells_nothing_by_itself() -> None:
    told = report("a", "Der Rat tagte am Montag.\n\n### Urteil am Dienstag\n\nEs ist alles gesagt.")
    assert [m.text for e in events_of(told) for m in e.mentions] == ["am Montag"]
