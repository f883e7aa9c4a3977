"""A day on which something did not happen is not the day of whoever tells it as done."""

from __future__ import annotations

from datetime import date

import pytest
from events_samples import article

from timeline.events import find_mentions, merge
from timeline.models import Article, Event
from timeline.temporal import find_expressions

MAY = date(2025, 5, 5)


def report(key: str, published: date, text: str) -> Article:
    return article(key, text, published=published, title="Die Orgel von Sankt Veit")


def events_of(*reports: Article) -> list[Event]:
    found = [m for one in reports for m in find_mentions(one, find_expressions(one))[0]]
    return merge(found, reports)


def of(events: list[Event], text: str) -> Event:
    return next(e for e in events if any(text in m.text for m in e.mentions))


PLAN = report("a", MAY, "Die Orgel von Sankt Veit soll am 20. Mai geweiht werden.")
PUT_OFF = report(
    "b",
    date(2025, 5, 28),
    "Die Orgelweihe in Sankt Veit war eigentlich für den 20. Mai vorgesehen, musste aber wegen "
    "eines Wasserschadens um eine Woche verschoben werden. Am 27. Mai wurde die Orgel von Sankt "
    "Veit geweiht.",
)
LATER = report(
    "c", date(2025, 9, 9), "Der Bischof hatte die Orgel von Sankt Veit Ende Mai geweiht."
)


def test_a_vague_date_confirms_no_day_that_was_given_up() -> None:
    events = events_of(PLAN, PUT_OFF, LATER)
    given_up = of(events, "für den 20. Mai")
    assert given_up.modality == "postponed"
    assert given_up == of(events, "am 20. Mai")
    assert of(events, "Ende Mai") == of(events, "Am 27. Mai")


def test_where_no_report_tells_the_new_day_it_stays_by_itself() -> None:
    put_off = report("b", date(2025, 5, 18), PUT_OFF.text[: PUT_OFF.text.index(" Am 27")])
    events = events_of(PLAN, put_off, LATER)
    assert of(events, "am 20. Mai").modality == "postponed"
    assert of(events, "Ende Mai").sources == ("Bote c",)


def test_a_vague_date_still_confirms_a_plan_that_was_kept() -> None:
    (event,) = events_of(PLAN, LATER)
    assert (event.modality, event.edtf) == ("happened", "2025-05-20")


@pytest.mark.parametrize(
    ("told", "one"),
    [
        ("Das Hallenbad am Wehr ist seit Mitte März geschlossen.", False),
        ("Das Hallenbad am Wehr ist seit Ende März geschlossen.", True),
    ],
)
def test_the_middle_of_a_month_is_not_its_last_day(told: str, one: bool) -> None:
    plan = report("a", date(2025, 2, 14), "Das Hallenbad am Wehr soll zum 31. März schließen.")
    done = report("b", date(2025, 5, 20), told)
    shut = report("c", date(2025, 6, 2), "Im März schloss das Hallenbad am Wehr.")
    events = events_of(plan, done, shut)
    assert (of(events, "31. März") == of(events, "seit")) == one


def test_what_was_done_later_than_planned_was_not_done_on_the_day_of_the_plan() -> None:
    plan = report("a", date(2025, 5, 28), "Am 14. Juni soll der Steg am Moosauer Weiher öffnen.")
    done = report(
        "b",
        date(2025, 9, 9),
        "Am 21. Juni öffnete der Steg am Moosauer Weiher, eine Woche später als geplant.",
    )
    old, new = events_of(plan, done)
    assert (old.modality, new.modality) == ("postponed", "happened")
    assert [claim.value for claim in old.claims] == ["2025-06-21"]
    assert old.related == (new.id,)


@pytest.mark.parametrize(
    "told",
    [
        "Am 21. Juni öffnete die Bäckerei in Hohenfels, eine Woche später als geplant.",
        "Am 21. Juni öffnete der Steg am Moosauer Weiher, zwei Wochen später als geplant.",
        "Am 21. Juni öffnete der Steg am Moosauer Weiher zum zweiten Mal.",
    ],
)
def test_another_thing_or_another_day_was_not_put_off(told: str) -> None:
    plan = report("a", date(2025, 5, 28), "Am 14. Juni soll der Steg am Moosauer Weiher öffnen.")
    events = events_of(plan, report("b", date(2025, 9, 9), told))
    assert of(events, "14. Juni").modality == "planned"


def test_a_new_date_is_that_of_what_was_put_off() -> None:
    put_off = report(
        "a",
        date(2025, 3, 13),
        "Der Rat von Moosau hat seine für gestern geplante Sitzung zur Orgel verschoben. Grund ist "
        "ein Wasserschaden. Neuer Termin ist der 19. März.",
    )
    held = report("b", date(2025, 3, 20), "Der Rat von Moosau hat gestern zur Orgel getagt.")
    events = events_of(put_off, held)
    assert of(events, "19. März").modality == "happened"
    assert of(events, "19. März").sources == ("Bote a", "Bote b")
