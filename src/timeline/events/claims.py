"""The ledger of claims: what sources say about a detail that they tell differently."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from timeline.events.mentions import day_range
from timeline.events.similarity import Profile
from timeline.models import Claim, EventMention


def date_claims(
    mentions: Sequence[EventMention], source: Callable[[EventMention], str]
) -> tuple[Claim, ...]:
    """Every source's date, where the dates of an event contradict each other."""
    claims: list[Claim] = []
    spans = [day_range(mention.start, mention.end) for mention in mentions]
    for mention, (first, last) in zip(mentions, spans, strict=True):
        if mention.basis == "publication":
            continue
        conflict = any(begin > last or end < first for begin, end in spans)
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


def german_number(value: float) -> str:
    """A number as German newspapers write it: 8.000 or 3,4."""
    if value == int(value):
        return f"{int(value):,}".replace(",", ".")
    return f"{value:g}".replace(".", ",")
