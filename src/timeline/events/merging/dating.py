"""The date of an event: which mention tells it best, and whose date is not that of the event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence, Set
from datetime import date

from timeline.events.days import day_range, precision, told_range
from timeline.events.merging.profiles import Profile, dot
from timeline.events.merging.sources import Sources
from timeline.models import EventMention, as_day

_END = "ende"
#: Cosine of two sentences that tell of one thing, more or less.
_SOME_WORDS = 0.15


def hours_beside(profiles: Sequence[Profile]) -> frozenset[str]:
    """The mentions whose clock time is not that of the event: it ended then ("endete gegen 12.30
    Uhr"), or something else is told than by all others, and none of them names an hour."""
    timed = [profile for profile in profiles if profile.clock is not None]
    others = [profile for profile in profiles if profile.clock is None]
    ends = 2 * sum(_END in profile.kinds for profile in profiles) > len(profiles)
    return frozenset(
        one.mention.id
        for one in timed
        if (_END in one.kinds and not ends)
        or (len(timed) == 1 < len(others) and not any(_tells_of(one, other) for other in others))
    )


def _tells_of(one: Profile, other: Profile) -> bool:
    """Whether two mentions share a kind of happening or words, or one tells on in the other's
    report."""
    if one.specific & other.specific or (one.elaborates and one.article == other.article):
        return True
    return dot(one.core, other.core) > 0 or dot(one.wide, other.wide) >= _SOME_WORDS


def corrected_dates(mentions: Sequence[EventMention], sources: Sources) -> frozenset[str]:
    """The mentions whose outlet told another date later: who corrects himself does not contradict
    anybody."""
    told: dict[str, dict[date, list[EventMention]]] = defaultdict(lambda: defaultdict(list))
    for mention in mentions:
        told[sources.name(mention)][sources.published(mention)].append(mention)
    found: set[str] = set()
    for by_day in told.values():
        *days, last = sorted(by_day)
        for old in (m for day in days for m in by_day[day]):
            if all(_disagree(old, new) for new in by_day[last]):
                found.add(old.id)
    return frozenset(found)


def _disagree(first: EventMention, second: EventMention) -> bool:
    """Whether the dates of two mentions have no day in common."""
    if "publication" in (first.basis, second.basis):
        return False
    (begin, end), (a, b) = told_range(first), told_range(second)
    return begin > b or end < a


def date_of(
    mentions: Sequence[EventMention],
    sources: Sources,
    corrected: Set[str] = frozenset(),
    beside: Set[str] = frozenset(),
) -> tuple[EventMention, bool]:
    """The mention with the most precise date that most sources support; whether others disagree.

    ``corrected`` are mentions whose outlet told another date since, ``beside`` those whose date is
    not that of the event, if there is another.
    """

    def support(candidate: EventMention) -> int:
        return len({sources.name(m) for m in mentions if _holds(m, candidate)})

    def told_so(candidate: EventMention) -> int:
        """Of "am 3. Mai" and "spätestens am 3. Mai", what more sources say."""
        alike = [m for m in mentions if (m.start, m.end) == (candidate.start, candidate.end)]
        return len({sources.name(m) for m in alike})

    ranked = sorted(
        mentions,
        key=lambda m: (
            m.basis == "publication",
            m.id in corrected,
            m.id in beside,
            -support(m),
            precision(m.granularity),
            -told_so(m),
            m.basis != "absolute",
            sources.published(m),
            m.id,
        ),
    )
    chosen = ranked[0]
    conflict = any(_disagree(m, chosen) for m in mentions if m.id not in corrected)
    return chosen, conflict


def _holds(wide: EventMention, narrow: EventMention) -> bool:
    """Whether the interval of one mention holds that of the other."""
    a, b = day_range(wide.start, wide.end)
    c, d = day_range(narrow.start, narrow.end)
    if not (a <= c and d <= b):
        return False
    if wide.granularity == narrow.granularity == "time":
        return wide.start == narrow.start
    return not (wide.granularity == "time" and narrow.granularity == "day" and a == c)


def whole_span(dated: EventMention, mentions: Sequence[EventMention]) -> EventMention | None:
    """A mention that says from when to when, if it begins when the event does."""
    first, last = day_range(dated.start, dated.end)
    spans = [
        m
        for m in mentions
        if m.granularity == "range" and m.end is not None and as_day(m.start) == first == last
    ]
    return min(spans, key=lambda m: (str(as_day(m.end)), m.id)) if spans else None
