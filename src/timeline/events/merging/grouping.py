"""One event from many reports: mentions of the same happening are put together.

Pairs whose dates meet are weighed (``pairs``); clusters grow by average link, so one good match
does not pull in strangers. The result depends on the set of mentions alone, not on their order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import replace
from datetime import timedelta
from heapq import heapify, heappop, heappush

from timeline.events.merging.building import (
    build_event,
    link_related,
    told_apart,
)
from timeline.events.merging.given_up import called_off, done_otherwise, misses
from timeline.events.merging.moved import names_new_date, put_off, replaces
from timeline.events.merging.ordering import in_order
from timeline.events.merging.pairing import Pair
from timeline.events.merging.pairs import SAME_TIME, log_odds, tells_on, weighed
from timeline.events.merging.profiles import Profile, Space, place_in_sentence
from timeline.events.merging.sources import Sources
from timeline.events.merging.times import contradict, is_a_day
from timeline.models import Article, Event, EventMention

#: Mean log odds above which two clusters are one event.
THRESHOLD = -0.4
#: Log odds of two mentions that are no candidates at all (their dates do not meet).
_STRANGERS = -1.5
#: Sources may be a day off, this way and that.
_DAYS_IN_DOUBT = timedelta(days=2)


def merge(
    mentions: Sequence[EventMention], articles: Sequence[Article], language: str = "de"
) -> list[Event]:
    """The events that ``mentions`` tell, in order of time; each names every mention and source.

    ``articles`` are those the mentions come from, ``language`` that of the claims' words. Merging
    what was merged changes nothing, and neither does the order of the arguments.
    """
    by_id = {article.id: article for article in sorted(articles, key=lambda a: (a.id, a.file))}
    unique = {mention.id: mention for mention in mentions}
    ordered = sorted(unique.values(), key=lambda m: (m.article, m.start_char, m.end_char, m.id))
    space = Space([by_id[key] for key in sorted(by_id)], ordered)
    profiles = profiles_of(ordered, by_id, space)
    odds = ((pair, log_odds(features)) for pair, features in weighed(space, profiles))
    clusters = group_by_odds(profiles, odds)
    sources = Sources(by_id)
    events = [
        build_event([profiles[index] for index in sorted(cluster)], sources, language)
        for cluster in clusters
    ]
    events = put_off(link_related(told_apart(events)), sources.name, language)
    return in_order(events)


def profiles_of(
    mentions: Sequence[EventMention], articles: dict[str, Article], space: Space
) -> list[Profile]:
    """What is compared of each mention; they come in the order of articles and texts."""
    places = [place_in_sentence(mention, articles.get(mention.article)) for mention in mentions]
    siblings: dict[tuple[str, int], list[int]] = defaultdict(list)
    for index, mention in enumerate(mentions):
        siblings[mention.article, mention.start_char - places[index]].append(index)
    profiles: list[Profile] = []
    number = 0
    for index, mention in enumerate(mentions):
        number = number + 1 if index and mentions[index - 1].article == mention.article else 0
        together = siblings[mention.article, mention.start_char - places[index]]
        taken = [places[other] for other in together if other != index]
        profile = space.profile(mention, articles.get(mention.article), taken, number)
        if number == 1 and tells_on(profiles[-1], profile):
            profile = replace(profile, elaborates=True)
        if names_new_date(mention):
            profile = _of_what_was_put_off(profile, profiles[index - number :])
        profiles.append(profile)
    return profiles


def _of_what_was_put_off(profile: Profile, before: Sequence[Profile]) -> Profile:
    """ "Neuer Termin ist der 19. März", with what the sentence tells that gives up the old one."""
    given_up = (p for p in reversed(before) if p.mention.modality == "postponed")
    old = next((p for p in given_up if replaces(profile.mention, p.mention)), None)
    if old is None:
        return profile
    return replace(profile, core=old.core, wide=old.wide, kinds=old.kinds, specific=old.specific)


def group_by_odds(
    profiles: Sequence[Profile], odds: Iterable[tuple[Pair, float]]
) -> list[list[int]]:
    """The numbers of the mentions that are one event each, by the log odds of their pairs."""
    weighed_pairs = list(odds)
    off = called_off(profiles, (pair for pair, value in weighed_pairs if value > THRESHOLD))
    return average_link(
        len(profiles), weighed_pairs, lambda a, b: _cannot_be_one(profiles, off, a, b)
    )


def _cannot_be_one(
    profiles: Sequence[Profile], off: Set[int], first: list[int], second: list[int]
) -> bool:
    """Whether something keeps two clusters apart, whatever company their mentions keep.

    One source does not tell one event under two dates, a clock does not show two times, a month
    that both may mean does not make one of two days, and what was done at a vague time was not done
    on a day that was given up (``off`` are the plans for such days).
    """
    told: dict[str, list[Profile]] = defaultdict(list)
    for index in first:
        told[profiles[index].article].append(profiles[index])
    for index in second:
        other = profiles[index]
        if any(contradict(own, other) for own in told.get(other.article, ())):
            return True
    days = [p.first for p in map(profiles.__getitem__, (*first, *second)) if is_a_day(p)]
    if days and max(days) - min(days) > _DAYS_IN_DOUBT:
        return True
    if _done_on_no_such_day(profiles, off, first, second):
        return True
    if _done_on_no_such_day(profiles, off, second, first):
        return True
    clocks = [c for index in (*first, *second) if (c := profiles[index].clock) is not None]
    return len(clocks) > 1 and max(clocks) - min(clocks) > SAME_TIME


def _done_on_no_such_day(
    profiles: Sequence[Profile], off: Set[int], plans: list[int], others: list[int]
) -> bool:
    """Whether some were planned for a day, and others done, but not on that one."""
    done = [profiles[index] for index in others if profiles[index].mention.modality == "happened"]
    for index in plans if done else ():
        plan = profiles[index]
        if index in off and any(done_otherwise(one, plan) for one in done):
            return True
        if plan.planned and any(misses(one, plan, _DAYS_IN_DOUBT) for one in done):
            return True
    return False


def average_link(
    count: int,
    odds: Iterable[tuple[Pair, float]],
    apart: Callable[[list[int], list[int]], bool] = lambda first, second: False,
) -> list[list[int]]:
    """Clusters of the numbers below ``count``, grown while the mean log odds are high enough.

    ``odds`` has the pairs (i < j) that may belong together. ``apart`` says of two clusters that
    they must not be joined; what it says of them it must say of larger ones, too.
    """
    members: dict[int, list[int]] = {index: [index] for index in range(count)}
    #: by two clusters, either first: the sum of the log odds over all pairs between them
    between: dict[int, dict[int, float]] = defaultdict(dict)
    heap: list[tuple[float, Pair]] = []
    for (i, j), value in odds:
        between[i][j] = between[j][i] = value
        if value > THRESHOLD:
            heap.append((-value, (i, j)))
    heapify(heap)
    while heap:
        value, (i, j) = heappop(heap)
        if i not in members or j not in members:
            continue
        size = len(members[i]) * len(members[j])
        if between[i].get(j, size * _STRANGERS) / size != -value:
            continue  # an outdated entry
        if apart(members[i], members[j]):
            continue
        _join(i, j, members, between, heap)
    return [members[key] for key in sorted(members)]


def _join(
    i: int,
    j: int,
    members: dict[int, list[int]],
    between: dict[int, dict[int, float]],
    heap: list[tuple[float, Pair]],
) -> None:
    """Put cluster j into cluster i and weigh i anew against its neighbours."""
    sizes = len(members[i]), len(members[j])
    members[i] = members[i] + members.pop(j)
    mine, theirs = between[i], between.pop(j)
    for k in sorted((mine.keys() | theirs.keys()) - {i, j}):
        total = 0.0
        for sums, size in zip((mine, theirs), sizes, strict=True):
            total += sums.get(k, _STRANGERS * size * len(members[k]))
        mine[k] = between[k][i] = total
        between[k].pop(j, None)
        mean = total / (len(members[i]) * len(members[k]))
        if mean > THRESHOLD:
            heappush(heap, (-mean, (i, k) if i < k else (k, i)))
    mine.pop(j, None)
