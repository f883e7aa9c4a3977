"""Which events a reader wants: the weightiest, those of several sources, a time, a topic."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from timeline.events.days import day_range
from timeline.events.terms import is_content, stem, stems
from timeline.german.clause_words import words_of
from timeline.models import Event


@dataclass(frozen=True, slots=True)
class Selection:
    """What to keep; the defaults keep everything.

    ``top``: so many events, the weightiest. ``min_sources``: at least so many independent
    sources. ``since`` and ``until``: days, inclusive; an event that lasts is kept where it meets
    them. ``query``: every word of it is told somewhere in the event, in whatever form.
    """

    top: int | None = None
    min_sources: int = 1
    since: date | None = None
    until: date | None = None
    query: str = ""


def select(events: Sequence[Event], selection: Selection) -> list[Event]:
    """The events that fit, in their order; links to events left out are left out as well."""
    wanted = _words(selection.query)
    kept = [
        event
        for event in events
        if event.independent_sources >= selection.min_sources
        and _meets(event, selection.since, selection.until)
        and (not wanted or _tells(event, wanted))
    ]
    if selection.top is not None:
        heaviest = sorted(kept, key=lambda event: (-event.importance, event.id))
        chosen = {event.id for event in heaviest[: selection.top]}
        kept = [event for event in kept if event.id in chosen]
    if len(kept) == len(events):
        return kept
    ids = {event.id for event in kept}
    return [
        event.model_copy(update={"related": tuple(i for i in event.related if i in ids)})
        for event in kept
    ]


def _meets(event: Event, since: date | None, until: date | None) -> bool:
    if event.start is None and event.end is None:
        return since is None and until is None
    first, last = day_range(event.start, event.end)
    return (since is None or last >= since) and (until is None or first <= until)


def _words(query: str) -> list[str]:
    return [word.casefold().strip("„“\"'.,") for word in query.split()]


def _tells(event: Event, wanted: Sequence[str]) -> bool:
    """Whether every word stands in the event's texts, as it is or in another form."""
    quotes = (f"{m.headline} {m.sentence}" for m in event.mentions)
    named = (*event.participants, *event.places, *event.sources, *event.categories)
    text = " ".join((event.headline, event.summary, *quotes, *named))
    plain, forms = text.casefold(), set(stems(words_of(text)))
    return all(word in plain or (is_content(word) and stem(word) in forms) for word in wanted)
