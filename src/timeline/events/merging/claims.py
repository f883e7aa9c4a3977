"""The ledger of claims: what sources say about a detail that they tell differently."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from timeline.events.days import day_range, told_range
from timeline.events.kinds import kinds_of_word
from timeline.events.merging.profiles import Profile
from timeline.events.terms import Count, stem
from timeline.models import Claim, EventMention

#: Numbers up to this one are no claim where all agree.
_SMALL = 12
#: Units that say how old, how long and how far: no claims, whoever counts them.
_TRIFLES = frozenset(
    stem(word)
    for word in ("Jahre", "Minuten", "Stunden", "Tage", "Wochen", "Monate", "Sekunden", "Uhr")
)
#: Words for people, and what may have happened to those who are counted.
_PEOPLE = frozenset(stem(word) for word in ("Menschen", "Personen", "Leute", "Männer", "Frauen"))
#: … and for those who came to demonstrate
_CROWD = _PEOPLE | frozenset(
    stem(word)
    for word in ("Teilnehmer", "Teilnehmende", "Demonstranten", "Demonstrierende", "Protestierende")
)
_DEMONSTRATION = "demonstration"
_VICTIMS = frozenset({"verletzung", "tod", "festnahme", "vermisst"})


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
    profiles: Sequence[Profile], source: Callable[[EventMention], str], language: str = "de"
) -> tuple[Claim, ...]:
    """Every source's number of what at least two mentions count, as ``language`` writes it.

    It is a conflict where no number is common to all sources that count it. What agrees and is
    small, or only says how old and how long, is no claim worth keeping.
    """
    told: dict[str, list[tuple[Count, Profile]]] = defaultdict(list)
    for profile in profiles:
        for count in dict.fromkeys(profile.counts):
            told[_counted(count, profile)].append((count, profile))
    claims: list[Claim] = []
    for unit in sorted(told):
        entries = told[unit]
        if unit in _TRIFLES or len({profile.mention.id for _, profile in entries}) < 2:
            continue
        by_source: dict[str, set[float]] = defaultdict(set)
        for count, profile in entries:
            by_source[source(profile.mention)].add(count.value)
        conflict = not set.intersection(*by_source.values())
        if not conflict and max(count.value for count, _ in entries) <= _SMALL:
            continue
        about = entries[0][0].about  # one name for one thing, whatever each source calls it
        claims.extend(
            Claim(
                kind="number",
                about=about,
                value=written_number(count.value, language),
                source=source(profile.mention),
                mention=profile.mention.id,
                conflict=conflict,
            )
            for count, profile in entries
        )
    return tuple(claims)


def _counted(count: Count, profile: Profile) -> str:
    """What a number counts: "drei Menschen wurden verletzt" counts the same as "drei Verletzte",
    and of a demonstration "3.000 Menschen" the same as "4.500 Teilnehmer"."""
    named = kinds_of_word(count.about.lower()) & _VICTIMS
    if not named and count.unit in _PEOPLE:
        named = profile.kinds & _VICTIMS
    if not named and count.unit in _CROWD and _DEMONSTRATION in profile.kinds:
        return _DEMONSTRATION
    return min(named) if len(named) == 1 else count.unit


def written_number(value: float, language: str) -> str:
    """A number as newspapers write it: 8.000 and 3,4 in German, 8,000 and 3.4 in English."""
    written = f"{int(value):,}" if value == int(value) else f"{value:g}"
    return written if language == "en" else written.translate(_GERMAN_MARKS)


_GERMAN_MARKS = str.maketrans(",.", ".,")
