"""What was put off: the old date and the new one know of each other."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from timeline.events.days import precision
from timeline.events.terms import stems
from timeline.german.clause_words import words_of
from timeline.german.direction_words import ONCE_PLANNED
from timeline.german.tables import any_of
from timeline.german.words import CARDINALS
from timeline.messages import say
from timeline.models import Claim, Event, EventMention, as_day

#: Characters within which a new date refers to the one given up before.
_NEAR = 400
_DAY = precision("day")
#: "eine Woche später als geplant"
_LATER = re.compile(
    r"\b(?P<number>\d{1,2}|eine?n?|[a-zäöüß]{3,9}) (?P<unit>Tag|Woche)(?:en?)? (?:später|verspätet)"
    rf",? als (?:ursprünglich |zunächst |zuerst )?(?:{any_of(ONCE_PLANNED)})\b"
)
_DAYS = {"Tag": 1, "Woche": 7}
#: Words that the sentence of a plan and that of what was done have in common.
_ENOUGH = 2


def put_off(
    events: Sequence[Event], source: Callable[[EventMention], str], language: str
) -> list[Event]:
    """Events that were put off, with the new date as a claim, and the other way round; linked.

    The new date stands in the sentence that gives up the old one, or is called the new one close
    behind it, or says by how much it is later ("eine Woche später als geplant").
    """
    at = {m.id: number for number, event in enumerate(events) for m in event.mentions}
    claims: dict[int, list[Claim]] = defaultdict(list)
    links: dict[int, set[str]] = defaultdict(set)
    late = list(_came_later(events))
    for old, new in (*_given_up_for(events, at), *late):
        told_of = (
            (old, new, say("claim.new-date", text=new.text)),
            (new, old, say("claim.former-date", text=old.text)),
        )
        for own, other, about in told_of:
            claim = Claim(
                kind="date",
                about=about.in_language(language),
                value=other.edtf or str(other.start or other.end),
                source=source(other),
                mention=other.id,
            )
            claims[at[own.id]].append(claim)
            links[at[own.id]].add(events[at[other.id]].id)
    missed = {at[old.id] for old, _ in late}
    return [
        event.model_copy(
            update={
                "claims": (*event.claims, *claims[number]),
                "related": tuple(sorted({*event.related, *links[number]})),
                "modality": "postponed" if number in missed else event.modality,
            }
        )
        if number in claims
        else event
        for number, event in enumerate(events)
    ]


def _given_up_for(
    events: Sequence[Event], at: Mapping[str, int]
) -> Iterator[tuple[EventMention, EventMention]]:
    """The dates a report gives up, each with the one that takes its place."""
    told: dict[str, list[EventMention]] = defaultdict(list)
    for event in events:
        for mention in event.mentions:
            told[mention.article].append(mention)
    for article in sorted(told):
        in_order = sorted(told[article], key=lambda m: m.start_char)
        for old in in_order:
            if old.modality != "postponed":
                continue
            for new in in_order:
                if at[new.id] != at[old.id] and replaces(new, old):
                    yield old, new


def _came_later(events: Sequence[Event]) -> Iterator[tuple[EventMention, EventMention]]:
    """Plans for a day of which another report tells that it was done later than planned.

    "Am 14. Juni soll der Steg öffnen" and "Am 21. Juni öffnete der Steg, eine Woche später als
    geplant": the first is a day on which it did not.
    """
    plans: dict[date, list[Event]] = defaultdict(list)
    for event in events:
        day = as_day(event.start)
        if day and event.modality == "planned" and precision(event.granularity) <= _DAY:
            plans[day].append(event)
    for event in events:
        for new in event.mentions:
            meant = _meant_for(new)
            for plan in plans.get(meant, ()) if meant else ():
                old = next((m for m in plan.mentions if as_day(m.start) == meant), None)
                if old is not None and plan is not event and _tell_of_one(old, new):
                    yield old, new


def _meant_for(mention: EventMention) -> date | None:
    """The day a mention says had been planned: "am 21. Juni, eine Woche später als geplant"."""
    found = _LATER.search(mention.sentence)
    day = as_day(mention.start)
    if found is None or day is None or mention.modality != "happened":
        return None
    if precision(mention.granularity) > _DAY:
        return None
    number = found["number"]
    count = int(number) if number.isdigit() else int(CARDINALS.get(number, 1))  # "eine Woche"
    return day - timedelta(_DAYS[found["unit"]] * count)


def _tell_of_one(first: EventMention, second: EventMention) -> bool:
    """Whether two mentions share words enough to be of one thing."""
    here, there = (
        {*stems(words_of(m.sentence)), *stems(words_of(m.headline))} for m in (first, second)
    )
    return len(here & there) >= _ENOUGH


def replaces(new: EventMention, old: EventMention) -> bool:
    """Whether a mention names the date that takes the place of one given up."""
    later = str(new.start or new.end) > str(old.start or old.end)
    if new.modality not in ("planned", "happened") or not later:
        return False
    if new.sentence == old.sentence:
        return abs(new.start_char - old.start_char) <= len(old.sentence)
    return 0 < new.start_char - old.start_char < _NEAR and names_new_date(new)


def names_new_date(mention: EventMention) -> bool:
    """ "Neuer Termin ist der 19. März": of what, the sentence that gives up the old one says."""
    return "euer Termin" in mention.sentence
