from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest
from events_samples import article, mentions, when
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.events import merge
from timeline.events.kinds import compatible, kinds_of, opposed
from timeline.events.terms import number, numbers, stem
from timeline.german.clause_words import words_of
from timeline.models import Article, Event, EventMention

MONDAY, TUESDAY, THURSDAY = date(2024, 6, 17), date(2024, 6, 18), date(2024, 6, 20)


def story() -> tuple[list[Article], list[EventMention]]:
    """Three outlets on a fire, its arrest, and a strike that has nothing to do with it."""
    one = article(
        "one",
        "Die Holzmühle in Moosau ist am Montag abgebrannt. Die Polizei nahm am Dienstag einen "
        "Müllergesellen fest. Die Holzmühle gehörte der Familie Beek.",
        title="Holzmühle in Moosau abgebrannt",
    )
    two = article(
        "two",
        "Ein Großbrand hat zu Wochenbeginn die Holzmühle der Familie Beek in Moosau zerstört. Ein "
        "Müllergeselle wurde am Dienstag verhaftet. Das Feuer brach im Dachstuhl aus.",
        title="Großbrand zerstört Mühle der Familie Beek",
    )
    three = article(
        "three",
        "Die Busfahrer in Hohenfels streiken am Montag. Sie fordern mehr Lohn.",
        title="Streik in Hohenfels",
    )
    found = [
        *mentions(one, when(one, "am Montag", MONDAY), when(one, "am Dienstag", TUESDAY)),
        *mentions(two, when(two, "zu Wochenbeginn", MONDAY), when(two, "am Dienstag", TUESDAY)),
        *mentions(three, when(three, "am Montag", MONDAY)),
    ]
    return [one, two, three], found


def test_one_event_names_every_source() -> None:
    articles, found = story()
    events = merge(found, articles)
    assert [(str(e.start), len(e.mentions), e.sources) for e in events] == sorted(
        [
            ("2024-06-17", 2, ("Bote one", "Bote two")),
            ("2024-06-17", 1, ("Bote three",)),
            ("2024-06-18", 2, ("Bote one", "Bote two")),
        ],
        key=lambda row: [str(e.start) + e.sources[0] for e in events].index(row[0] + row[2][0]),
    )
    fire = next(e for e in events if "Brand" in e.categories)
    assert fire.independent_sources == 2
    assert fire.status == "confirmed"


def test_follow_ups_are_linked() -> None:
    articles, found = story()
    events = {(*e.sources, str(e.start)): e for e in merge(found, articles)}
    fire = events["Bote one", "Bote two", "2024-06-17"]
    assert all(other in {e.id for e in events.values()} for other in fire.related)


@given(st.randoms(use_true_random=False))
@settings(max_examples=15, deadline=None)
def test_the_order_of_the_input_does_not_matter(random: object) -> None:
    articles, found = story()
    expected = merge(found, articles)
    random.shuffle(found)  # type: ignore[attr-defined]
    random.shuffle(articles)  # type: ignore[attr-defined]
    assert merge(found, articles) == expected


def test_merging_again_changes_nothing() -> None:
    articles, found = story()
    events = merge(found, articles)
    again = merge([m for event in events for m in event.mentions], articles)
    assert again == events
    assert merge([*found, *found], articles) == events


def test_an_id_lasts_when_articles_are_added() -> None:
    articles, found = story()
    late = article(
        "z-late", "Die Holzmühle in Moosau brannte am 17. Juni ab.", published=date(2024, 7, 1)
    )
    more = [*found, *mentions(late, when(late, "am 17. Juni", MONDAY))]
    before = {e.id for e in merge(found, articles)}
    assert before == {e.id for e in merge(more, [*articles, late])}


def two_reports(first: str, second: str, other: date = MONDAY) -> Event:
    one = article("one", f"{first} Der Deich bei Moosau hält den See.", title="Deich bei Moosau")
    two = article("two", f"{second} Der Deich bei Moosau hält den See.", title="Deich bei Moosau")
    found = [
        *mentions(one, when(one, "am Montag", MONDAY)),
        *mentions(two, when(two, "am Montag", other)),
    ]
    events = merge(found, [one, two])
    assert len(events) == 1
    return events[0]


def test_dates_in_conflict_are_said_so() -> None:
    event = two_reports(
        "Der Deich bei Moosau brach am Montag.",
        "Der Deich bei Moosau brach am Montag.",
        TUESDAY,
    )
    assert event.date_conflict
    assert event.status == "tentative"
    assert [(c.kind, c.value, c.conflict) for c in event.claims if c.kind == "date"] == [
        ("date", "2024-06-17", True),
        ("date", "2024-06-18", True),
    ]


def test_an_outlet_that_corrects_itself_contradicts_nobody() -> None:
    first = article("one", "Der Deich bei Moosau brach am Dienstag.", source="Bote")
    right = article(
        "two",
        "Der Deich bei Moosau brach am Montag.",
        source="Bote",
        published=date(2024, 6, 25),
    )
    other = article("three", "Der Deich bei Moosau ist am Montag gebrochen.", source="Post")
    found = [
        *mentions(first, when(first, "am Dienstag", TUESDAY)),
        *mentions(right, when(right, "am Montag", MONDAY)),
        *mentions(other, when(other, "am Montag", MONDAY)),
    ]
    (event,) = merge(found, [first, right, other])
    assert not event.date_conflict
    assert event.start == MONDAY
    assert not [claim for claim in event.claims if claim.kind == "date"]


def test_numbers_in_conflict_are_kept_with_their_sources() -> None:
    event = two_reports(
        "600 Helfer sicherten am Montag den Deich bei Moosau.",
        "Den Deich bei Moosau sicherten am Montag 900 Helfer.",
    )
    told = [(c.about, c.value, c.source, c.conflict) for c in event.claims if c.kind == "number"]
    assert told == [("Helfer", "600", "Bote one", True), ("Helfer", "900", "Bote two", True)]


def test_the_most_precise_date_wins() -> None:
    one = article("one", "Im Juni unterzeichneten Moosau und Hohenfels den Fährvertrag.")
    two = article("two", "Moosau und Hohenfels haben am Montag den Fährvertrag unterzeichnet.")
    june = when(one, "Im Juni", date(2024, 6, 1), date(2024, 6, 30), "month")
    found = [*mentions(one, june), *mentions(two, when(two, "am Montag", MONDAY))]
    (event,) = merge(found, [one, two])
    assert (event.start, event.granularity, event.date_conflict) == (MONDAY, "day", False)


def test_the_latest_report_decides_whether_it_happened() -> None:
    one = article("one", "Am Montag soll die Fähre in Moosau eröffnet werden.", published=MONDAY)
    one = replace(one, published=date(2024, 6, 10))
    two = article("two", "Die Fähre in Moosau ist am Montag eröffnet worden.")
    found = [
        *mentions(one, when(one, "Am Montag", MONDAY)),
        *mentions(two, when(two, "am Montag", MONDAY)),
    ]
    (event,) = merge(found, [one, two])
    assert [m.modality for m in event.mentions] == ["planned", "happened"]
    assert (event.modality, event.status) == ("happened", "confirmed")


def test_what_is_called_off_is_cancelled() -> None:
    one = article("one", "Das Konzert in Moosau am Donnerstag ist abgesagt.")
    (event,) = merge(mentions(one, when(one, "am Donnerstag", THURSDAY)), [one])
    assert (event.modality, event.status) == ("cancelled", "cancelled")
    assert event.revision == 1


def test_a_revision_counts_further_reports_not_further_sentences() -> None:
    told = "Die Brücke in Moosau stürzte am Montag ein. Am Montag stürzte die Brücke in Moosau ab."
    one, two = article("one", told), article("two", told)
    [alone] = merge(mentions(one), [one])
    [both] = merge([*mentions(one), *mentions(two)], [one, two])
    assert (alone.revision, both.revision) == (0, 1)


def test_a_copied_text_is_one_independent_source() -> None:
    text = "Der Deich bei Moosau brach am Montag. Das Wasser stand drei Meter hoch."
    one, two = article("one", text), article("two", text, copy_of="one")
    found = [m for a in (one, two) for m in mentions(a, when(a, "am Montag", MONDAY))]
    (event,) = merge(found, [one, two])
    assert (event.sources, event.independent_sources) == (("Bote one", "Bote two"), 1)


def test_no_mentions_no_events() -> None:
    assert merge([], []) == []


def test_a_wide_net_of_days_stays_apart() -> None:
    text = "\n".join(f"Am {day}. Mai 2024 tagte der Rat von Moosau." for day in range(1, 31))
    told = article("a", text)
    dates = [when(told, f"Am {day}. Mai 2024", date(2024, 5, day)) for day in range(1, 31)]
    assert len(merge(mentions(told, *dates), [told])) == 30


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Die Polizei nahm den Mann fest", "Festnahme eines Verdächtigen"),
        ("Der Minister trat zurück", "Rücktritt"),
        ("Sie legten die Arbeit nieder", "der Ausstand"),
        ("Beide Seiten unterzeichneten den Pakt", "das Abkommen"),
        ("Das Werk brannte", "Großbrand"),
    ],
)
def test_kinds_join_verbs_and_nouns(first: str, second: str) -> None:
    a, b = (kinds_of([w.lower for w in words_of(text)]) for text in (first, second))
    assert a & b


def test_opposite_kinds() -> None:
    assert opposed(kinds_of(["eröffnung"]), kinds_of(["schließung"]))
    assert not opposed(kinds_of(["eröffnung"]), kinds_of(["eröffnet"]))
    assert compatible(kinds_of(["großbrand"]), kinds_of(["todesopfer"]))


@pytest.mark.parametrize(
    ("first", "second"),
    [("Verhaftungen", "verhaftet"), ("Brücken", "Brücke"), ("gesperrt", "sperren")],
)
def test_stems(first: str, second: str) -> None:
    assert stem(first) == stem(second)


def test_numbers() -> None:
    assert number("8.000") == 8000
    assert number("3,4") == 3.4
    assert number("zwölf") == 12
    assert number("Boot") is None
    found = numbers(words_of("rund 48 Millionen Franken und zwei alte Boote"))
    assert [(count.value, count.about) for count in found] == [(48e6, "Franken"), (2, "Boote")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Der Rat stimmte mit 31 zu 14 Stimmen zu", (31, 14)),
        ("Der Rat stimmte mit 31 gegen sieben Stimmen zu", (31, 7)),
        ("Der Rat stimmte mit 31:14 Stimmen zu", (31, 14)),
        ("Es gab 31 Ja-Stimmen und 14 Gegenstimmen", (31, 14)),
        ("Ulm gewann mit 3:1 vor dem Heimspiel", None),
        ("Die Partei fiel von 31 auf 14 Stimmen", None),
    ],
)
def test_votes_for_and_against(text: str, told: tuple[int, int] | None) -> None:
    sides = {count.about: count.value for count in numbers(words_of(text))}
    found = tuple(sides[side] for side in ("Ja-Stimmen", "Nein-Stimmen") if side in sides)
    assert found == (told or ())


def at(hour: int, minute: int = 0) -> datetime:
    return datetime(2024, 6, 17, hour, minute)


def test_clock_times_far_apart_never_meet_not_even_through_a_day() -> None:
    """A report that only names the day must not tie the morning to the evening."""
    texts = {
        "one": "Um 7.10 Uhr brannte in Moosau die Mühle der Familie Beek.",
        "two": "Um 22.30 Uhr brannte in Moosau die Mühle der Familie Beek noch immer.",
        "six": "Am Montag brannte in Moosau die Mühle der Familie Beek.",
    }
    told = {key: article(key, text, title="Mühle der Beeks") for key, text in texts.items()}
    found = [
        *mentions(told["one"], when(told["one"], "Um 7.10 Uhr", at(7, 10), granularity="time")),
        *mentions(told["two"], when(told["two"], "Um 22.30 Uhr", at(22, 30), granularity="time")),
        *mentions(told["six"], when(told["six"], "Am Montag", MONDAY)),
    ]
    events = merge(found, list(told.values()))
    for event in events:
        hours = {m.start.hour for m in event.mentions if isinstance(m.start, datetime)}
        assert len(hours) <= 1
        starts = {m.start for m in event.mentions}
        assert event.start in starts


def test_one_source_does_not_tell_one_event_under_two_dates() -> None:
    told = article("a", "Am Montag brannte die Mühle. Am Donnerstag brannte die Mühle wieder.")
    other = article("b", "In dieser Woche brannte die Mühle.")
    found = [
        *mentions(told, when(told, "Am Montag", MONDAY), when(told, "Am Donnerstag", THURSDAY)),
        *mentions(other, when(other, "In dieser Woche", MONDAY, date(2024, 6, 23), "week")),
    ]
    for event in merge(found, [told, other]):
        assert not {MONDAY, THURSDAY} <= {m.start for m in event.mentions if m.article == "a"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Die Täter stiegen durchs Dach ein", "ein Einbruch"),
        ("Der Pelikan ist entwischt", "die Flucht des Vogels"),
        ("Die Bahn steht seither still", "Der Betrieb wurde eingestellt"),
        ("Die Gegner reichten Rekurs ein", "eine Beschwerde"),
    ],
)
def test_more_kinds_join_verbs_and_nouns(first: str, second: str) -> None:
    a, b = (kinds_of([w.lower for w in words_of(text)]) for text in (first, second))
    assert a & b


def test_what_is_put_off_keeps_both_dates() -> None:
    told = article("a", "Das Fest in Moosau wird verschoben: Statt am Montag feiern alle im Juli.")
    found = mentions(
        told,
        when(told, "am Montag", date(2024, 6, 24)),
        when(told, "im Juli", date(2024, 7, 1), date(2024, 7, 31), "month", edtf="2024-07"),
    )
    old, new = merge(found, [told])
    assert [m.modality for m in (old, new)] == ["postponed", "planned"]
    assert [(c.kind, c.about, c.value, c.conflict) for c in old.claims] == [
        ("date", "neuer Termin: im Juli", "2024-07", False)
    ]
    assert [c.about for c in new.claims] == ["bisheriger Termin: am Montag"]
    assert (old.related, new.related) == ((new.id,), (old.id,))
    assert not old.date_conflict


def test_since_a_month_does_not_contradict_a_day_in_it() -> None:
    one = article("one", "Die Brücke bei Moosau ist seit Mai gesperrt.")
    two = article("two", "Am 9. Mai wurde die Brücke bei Moosau gesperrt.")
    found = [
        *mentions(
            one, replace(when(one, "seit Mai", date(2024, 5, 1), granularity="month"), end=None)
        ),
        *mentions(two, when(two, "Am 9. Mai", date(2024, 5, 9))),
    ]
    events = merge(found, [one, two])
    assert not any(event.date_conflict for event in events)


def test_the_best_headline_has_a_verb_and_no_first_person() -> None:
    one = article("one", "„Ich stehe seit der Sperrung am Montag im Stau“, sagte er.")
    two = article("two", "Die Brücke bei Moosau wurde am Montag gesperrt.")
    found = [
        *mentions(one, when(one, "am Montag", MONDAY)),
        *mentions(two, when(two, "am Montag", MONDAY)),
    ]
    heads = {event.headline for event in merge(found, [one, two])}
    assert "Die Brücke bei Moosau wurde gesperrt" in heads


def test_who_takes_part_and_where() -> None:
    one = article("one", "Am Montag trat Ministerin Ada Holm in Berlin zurück.")
    (event,) = merge(mentions(one, when(one, "Am Montag", MONDAY)), [one])
    assert event.participants == ("Ada Holm",)
    assert event.places == ("Berlin, Deutschland",)


def test_a_clock_time_is_not_swallowed_by_a_month() -> None:
    one = article("one", "Um 9.45 Uhr sprach die Reederei in Moosau.", title="Fähre bei Moosau")
    two = article("two", "Ein Ersatzteil kam im Juni nach Moosau.", title="Fähre bei Moosau")
    june = when(two, "im Juni", date(2024, 6, 1), date(2024, 6, 30), "month")
    found = [
        *mentions(one, when(one, "Um 9.45 Uhr", at(9, 45), granularity="time")),
        *mentions(two, june),
    ]
    assert len(merge(found, [one, two])) == 2


def test_the_same_happening_in_two_towns_is_two_events() -> None:
    one = article("one", "Am Montag brannte in Moosau eine Mühle ab.")
    two = article("two", "Am Montag brannte in Hohenfels eine Mühle ab.")
    found = [m for a in (one, two) for m in mentions(a, when(a, "Am Montag", MONDAY))]
    assert len(merge(found, [one, two])) == 2


def test_the_morning_is_not_the_afternoon() -> None:
    one = article("one", "Am Vormittag blieb in Moosau die Straße zur Mühle gesperrt.")
    two = article("two", "Um 14 Uhr sperrte die Feuerwehr in Moosau die Straße zur Mühle.")
    (closed,) = mentions(one, when(one, "Am Vormittag", MONDAY))
    found = [
        closed.model_copy(update={"timex_value": "2024-06-17TMO"}),
        *mentions(two, when(two, "Um 14 Uhr", at(14), granularity="time")),
    ]
    assert len(merge(found, [one, two])) == 2
    at_noon = found[0].model_copy(update={"timex_value": "2024-06-17TAF"})
    assert len(merge([at_noon, found[1]], [one, two])) == 1
