"""How a run continues an earlier one into the same folder: entries keep their ids.

Calendars and links know an event by its id. A new report may come before the one that gave an
event its id, or bring two events together; so the ids of the earlier ``timeline.json`` are kept.
That file is all the memory there is: in a new folder ids start anew.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path

from timeline.errors import UsageError
from timeline.events import in_order, renumbered
from timeline.export.json_export import from_json
from timeline.messages import listed, say
from timeline.models import Event, EventMention, Problem, Timeline

#: what may change without anybody seeing another entry
_UNSEEN = {"revision", "related", "importance"}
#: so many of the events that are gone are named
_NAMED = 5


def continue_from(file: Path, new: Timeline) -> tuple[Timeline, list[Problem]]:
    """``continued`` from what an earlier run wrote into ``file``, and what people should know.

    Where there is no such file, or one that holds something else, the new timeline as it is.
    """
    try:
        earlier = from_json(file.read_bytes())
    except (FileNotFoundError, NotADirectoryError):  # the latter: writing will complain
        return new, []
    except (OSError, UsageError):
        return new, [Problem("warning", file.name, say("store.not-ours"))]
    timeline = continued(earlier, new)
    gone = [event.headline for event in withdrawn(earlier, timeline)]
    if not gone:
        return timeline, []
    why = say("store.withdrawn", count=len(gone), names=listed(gone, _NAMED, " · "))
    return timeline, [Problem("warning", file.name, why)]


def continued(earlier: Timeline, new: Timeline) -> Timeline:
    """The new timeline, its events under their earlier ids.

    Two events are the same if they share a dated statement: the same words for a date in the
    same sentence of the same article. Where several do, those that share most. ``revision``
    rises with whatever a reader can see of an event.
    """
    before = {event.id: event for event in earlier.events}
    kept = _same_events(earlier, new)
    names: dict[str, str] = {}
    taken = set(kept.values())
    for event in new.events:
        name = kept.get(event.id, event.id)
        number = 1
        while event.id not in kept and name in taken:
            number += 1
            name = renumbered(event.id, number)
        taken.add(name)
        names[event.id] = name
    events = []
    for event in new.events:
        related = tuple(sorted(names[other] for other in event.related))
        changed = event.model_copy(update={"id": names[event.id], "related": related})
        events.append(_revised(before.get(changed.id), changed))
    return new.model_copy(update={"events": tuple(in_order(events))})


def withdrawn(earlier: Timeline, new: Timeline) -> list[Event]:
    """The events published earlier that the new timeline has no more, in their order."""
    left = {event.id for event in new.events}
    return [event for event in earlier.events if event.id not in left]


def _same_events(earlier: Timeline, new: Timeline) -> dict[str, str]:
    """The earlier id for the id of each event that was published before."""
    tellers = defaultdict(set)
    for event in earlier.events:
        for mention in event.mentions:
            tellers[_statement(mention)].add(event.id)
    shared: Counter[tuple[str, str]] = Counter()
    for event in new.events:
        for statement in {_statement(mention) for mention in event.mentions}:
            for id_ in tellers.get(statement, ()):
                shared[event.id, id_] += 1
    same: dict[str, str] = {}
    given: set[str] = set()
    for (now, then), _ in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
        if now not in same and then not in given:
            same[now] = then
            given.add(then)
    return same


def _statement(mention: EventMention) -> tuple[str, str, str]:
    return mention.article, mention.text, " ".join(mention.sentence.split())


def _revised(before: Event | None, event: Event) -> Event:
    if before is None:
        return event
    same = before.model_dump(exclude=_UNSEEN) == event.model_dump(exclude=_UNSEEN)
    number = max(before.revision + (not same), event.revision)
    return event.model_copy(update={"revision": number})
