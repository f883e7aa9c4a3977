"""What two reports must share to be one event, and what an event says where they disagree."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest
from events_samples import article, mentions, when

from timeline.events import merge
from timeline.events.kinds import kinds_of
from timeline.events.merging.building import build_event
from timeline.events.merging.grouping import profiles_of
from timeline.events.merging.pairing import candidates
from timeline.events.merging.profiles import Space
from timeline.events.merging.sources import Sources
from timeline.events.terms import compound_parts, stem
from timeline.models import Article, Event, EventMention

MONDAY, SUNDAY = date(2024, 6, 17), date(2024, 6, 30)
ABOUT = " Die Schleuse bei Moosau ist das größte Bauwerk am Wendkanal."


def report(key: str, text: str, published: date = date(2024, 6, 20)) -> Article:
    """A report on the one story these tests are about."""
    return article(key, text + ABOUT, title="Schleuse bei Moosau", published=published)


def merged(*told: tuple[Article, str], day: date = MONDAY) -> list[Event]:
    found = [m for one, text in told for m in mentions(one, when(one, text, day))]
    return merge(found, [one for one, _ in told])


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Dammbruch", "gebrochen"),
        ("Ausbruch", "ausgebrochen"),
        ("Rücktritt", "zurückgetreten"),
        ("Beschluss", "beschlossen"),
        ("Verlust", "verloren"),
    ],
)
def test_a_noun_and_the_strong_verb_it_is_made_of(first: str, second: str) -> None:
    terms = {stem(first), *compound_parts(stem(first), {"damm", stem(second)})}
    assert stem(second) in terms


@pytest.mark.parametrize(
    "words",
    ["schließlich", "ausschließlich", "geworden", "begleitet", "demokratisch", "gab die Stadt zu"],
)
def test_words_that_only_look_like_a_happening(words: str) -> None:
    assert not kinds_of(words.lower().split())


def test_what_is_shut_is_still_shut() -> None:
    assert "schließung" in kinds_of(["die", "brücke", "ist", "seit", "mai", "zu"])


def test_a_month_does_not_swallow_a_day_it_shares_nothing_with() -> None:
    one = report("one", "Im Juni zog die Apotheke in einen Container.")
    two = report("two", "Am Montag riss am Wehr ein Tor.")
    june = when(one, "Im Juni", date(2024, 6, 1), SUNDAY, "month")
    found = [*mentions(one, june), *mentions(two, when(two, "Am Montag", MONDAY))]
    assert len(merge(found, [one, two])) == 2


def test_a_deadline_is_not_what_happens_on_its_last_day() -> None:
    one = report("one", "Bis zum 30. Juni will die Gemeinde drei Angebote einholen.")
    two = report("two", "Am Sonntag wurde ein Radfahrer angefahren.", date(2024, 7, 2))
    until = replace(when(one, "Bis zum 30. Juni", SUNDAY), start=None)
    found = [*mentions(one, until), *mentions(two, when(two, "Am Sonntag", SUNDAY))]
    assert len(merge(found, [one, two])) == 2


def test_a_denial_is_not_what_it_denies_something_about() -> None:
    one = report("one", "Der Pächter bestritt am Montag jede Absprache.")
    two = report("two", "Am Montag fiel der Pächter bei der Wahl zum Vorstand durch.")
    assert len(merged((one, "am Montag"), (two, "Am Montag"))) == 2


def test_the_hour_told_right_behind_the_day_is_no_event_of_its_own() -> None:
    text = (
        "Am Montag ist bei Moosau ein Tor der Schleuse gebrochen. Gegen 4.15 Uhr gab das Tor der "
        "Schleuse nach."
    )
    one = report("one", text)
    hour = when(one, "Gegen 4.15 Uhr", datetime(2024, 6, 17, 4, 15), granularity="time")
    (event,) = merge(mentions(one, when(one, "Am Montag", MONDAY), hour), [one])
    assert (len(event.mentions), event.granularity) == (2, "time")


def as_told(*modalities: str) -> Event:
    """What becomes of an event that outlets tell one after the other, a day apart each."""
    sentence = "Am Montag brach bei Moosau ein Tor der Schleuse."
    told: list[Article] = []
    found: list[EventMention] = []
    for number, modality in enumerate(modalities):
        one = report(f"r{number}", sentence, date(2024, 6, 18 + number))
        (mention,) = mentions(one, when(one, "Am Montag", MONDAY))
        told.append(one)
        found.append(mention.model_copy(update={"modality": modality}))
    # The rule is asked, not the merging: a denial alone seldom joins what it denies.
    by_id = {one.id: one for one in told}
    space = Space(told, found)
    return build_event(profiles_of(found, by_id, space), Sources(by_id))


@pytest.mark.parametrize(
    ("modalities", "expected", "status"),
    [
        (("happened", "happened", "denied"), "happened", "tentative"),
        (("happened", "denied"), "denied", "tentative"),
        (("happened", "denied", "denied"), "denied", "tentative"),
        (("planned", "planned", "cancelled"), "cancelled", "cancelled"),
        (("planned", "planned", "postponed"), "postponed", "tentative"),
        (("planned", "planned", "happened"), "happened", "confirmed"),
        (("happened", "happened", "planned"), "happened", "confirmed"),
        (("cancelled", "cancelled", "happened"), "cancelled", "cancelled"),
    ],
)
def test_one_late_report_does_not_outvote_several(
    modalities: tuple[str, ...], expected: str, status: str
) -> None:
    event = as_told(*modalities)
    assert (event.modality, event.status) == (expected, status)


def numbers_of(first: str, second: str) -> list[tuple[str, str, bool]]:
    one, two = report("one", first), report("two", second)
    (event,) = merged((one, "am Montag"), (two, "am Montag"))
    return [(c.about, c.value, c.conflict) for c in event.claims if c.kind == "number"]


def test_a_number_in_a_clause_beside_counts_too() -> None:
    assert numbers_of(
        "Beim Bruch der Schleuse sind am Montag drei Menschen verletzt worden.",
        "Der Bruch der Schleuse war am Montag, als das Wasser zwei Menschen verletzte.",
    ) == [("Menschen", "3", True), ("Menschen", "2", True)]


def test_the_injured_are_the_people_who_were_injured() -> None:
    assert numbers_of(
        "Beim Bruch der Schleuse wurden am Montag vier Menschen verletzt.",
        "Beim Bruch der Schleuse gab es am Montag drei Verletzte.",
    ) == [("Menschen", "4", True), ("Menschen", "3", True)]


def test_a_sum_in_the_clause_beside_counts_if_it_is_the_only_one() -> None:
    assert numbers_of(
        "Das Gericht hat den Wärter der Schleuse am Montag zu 40.000 Euro Strafe verurteilt.",
        "45.000 Euro Strafe muss der Wärter der Schleuse zahlen, entschied am Montag das Gericht.",
    ) == [("Euro", "40.000", True), ("Euro", "45.000", True)]


def test_those_who_demonstrate_are_counted_alike() -> None:
    assert numbers_of(
        "3.000 Menschen haben am Montag an der Schleuse für den Erhalt der Fähre demonstriert.",
        "An der Schleuse haben am Montag 4.500 Teilnehmer für die Fähre demonstriert.",
    ) == [("Menschen", "3.000", True), ("Menschen", "4.500", True)]


def test_ages_and_minutes_are_no_claims() -> None:
    assert not numbers_of(
        "Der 58 Jahre alte Wärter öffnete am Montag nach 12 Minuten das Tor der Schleuse.",
        "Der 58 Jahre alte Wärter öffnete am Montag nach 12 Minuten das Tor der Schleuse.",
    )


def test_a_number_both_sources_name_is_no_conflict() -> None:
    assert numbers_of(
        "640 Helfer sicherten am Montag die Schleuse.",
        "Die Schleuse sicherten am Montag 640 Helfer.",
    ) == [("Helfer", "640", False), ("Helfer", "640", False)]


def test_on_a_crowded_day_nobody_meets_everybody() -> None:
    told = article("a", "\n".join(f"Am Montag tagte Ausschuss {n}." for n in range(400)))
    found = mentions(told, when(told, "Am Montag", MONDAY))
    one = found[0]
    many = [
        one.model_copy(update={"id": f"m{n:04}", "start_char": n * 30, "end_char": n * 30 + 9})
        for n in range(400)
    ]
    space = Space([told], many)
    profiles = profiles_of(many, {told.id: told}, space)
    assert len(set(candidates(space, profiles))) < 400 * 13
