"""The ledger of claims: what sources say about a detail that they tell differently."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from timeline.events.mentions import day_range, told_range
from timeline.events.similarity import Profile
from timeline.models import Claim, Event, EventMention

#: Characters within which a new date refers to the one given up before.
_NEAR = 400


def date_claims(
    mentions: Sequence[EventMention], source: Callable[[EventMention], str]
) -> tuple[Claim, ...]:
    """Every source's date, where the dates of an event contradict each other."""
    claims: list[Claim] = []
    spans = [told_range(mention) for mention in mentions]
    for mention, (first, last) in zip(mentions, spans, strict=True):
        if mention.basis == "publication":
            continue
        conflict = any(begin > last or end < first for begin, end in spans)
        first, last = day_range(mention.start, mention.end)
        value = first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
        claims.append(
            Claim(
                kind="date",
                about=mention.text,
                value=mention.edtf or value,
                source=source(mention),
                mention=mention.id,
                conflict=conflict,
            )
        )
    return tuple(claims)


def number_claims(
    profiles: Sequence[Profile], source: Callable[[EventMention], str]
) -> tuple[Claim, ...]:
    """Every source's number of something that at least two mentions count."""
    told: dict[str, list[tuple[float, str, Profile]]] = defaultdict(list)
    for profile in profiles:
        for count in profile.counts:
            told[count.unit].append((count.value, count.about, profile))
    claims: list[Claim] = []
    for unit in sorted(told):
        entries = told[unit]
        if len({profile.mention.id for _, _, profile in entries}) < 2:
            continue
        values = {value for value, _, _ in entries}
        for value, about, profile in entries:
            claims.append(
                Claim(
                    kind="number",
                    about=about,
                    value=german_number(value),
                    source=source(profile.mention),
                    mention=profile.mention.id,
                    conflict=len(values) > 1,
                )
            )
    return tuple(claims)


def put_off(events: Sequence[Event], source: Callable[[EventMention], str]) -> list[Event]:
    """Events that were put off, with the new date as a claim, and the other way round; linked.

    The new date stands in the sentence that gives up the old one, or is called the new one close
    behind it.
    """
    at = {m.id: number for number, event in enumerate(events) for m in event.mentions}
    told: dict[str, list[EventMention]] = defaultdict(list)
    for event in events:
        for mention in event.mentions:
            told[mention.article].append(mention)
    claims: dict[int, list[Claim]] = defaultdict(list)
    links: dict[int, set[str]] = defaultdict(set)
    for article in sorted(told):
        given_up = [m for m in told[article] if m.modality == "postponed"]
        for old in sorted(given_up, key=lambda m: m.start_char):
            for new in sorted(told[article], key=lambda m: m.start_char):
                if at[new.id] == at[old.id] or not _replaces(new, old):
                    continue
                for own, other, about in ((old, new, "neuer"), (new, old, "bisheriger")):
                    claim = Claim(
                        kind="date",
                        about=f"{about} Termin: {other.text}",
                        value=other.edtf or str(other.start or other.end),
                        source=source(other),
                        mention=other.id,
                    )
                    claims[at[own.id]].append(claim)
                    links[at[own.id]].add(events[at[other.id]].id)
    return [
        event.model_copy(
            update={
                "claims": (*event.claims, *claims[number]),
                "related": tuple(sorted({*event.related, *links[number]})),
            }
        )
        if number in claims
        else event
        for number, event in enumerate(events)
    ]


def _replaces(new: EventMention, old: EventMention) -> bool:
    """Whether a mention names the date that takes the place of one given up."""
    later = str(new.start or new.end) > str(old.start or old.end)
    if new.modality not in ("planned", "happened") or not later:
        return False
    if new.sentence == old.sentence:
        return abs(new.start_char - old.start_char) <= len(old.sentence)
    return 0 < new.start_char - old.start_char < _NEAR and "euer Termin" in new.sentence


def german_number(value: float) -> str:
    """A number as German newspapers write it: 8.000 or 3,4."""
    if value == int(value):
        return f"{int(value):,}".replace(",", ".")
    return f"{value:g}".replace(".", ",")
