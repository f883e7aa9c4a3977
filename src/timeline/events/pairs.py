"""How likely two mentions tell the same event: the features of a pair, and what they weigh.

Words alone do not tell. What does: how exactly the dates agree, whether the other article has any
other mention that could be meant (a source rarely tells one event twice under two dates), whether
both name the same kind of happening, and what both talk about.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import datetime, timedelta

from timeline.events.candidates import candidates
from timeline.events.kinds import VAGUE_KINDS, compatible, opposed
from timeline.events.mentions import precision
from timeline.events.similarity import Profile, Space, compare_counts, dot

#: What the features weigh (log odds): a logistic regression over annotated stories, rounded, and
#: with more trust in words than a small sample gives.
WEIGHTS = {
    "overlap": 0.6,
    "nested": 0.45,
    "same_day": -0.2,
    "near": -0.7,
    "alone": 1.2,
    "best": 1.7,
    "core": 3.0,
    "wide": 1.0,
    "kind": 0.3,
    "kind_share": 1.0,
    "kind_vague": 0.6,
    "kind_other": -1.4,
    "opposed": -1.0,
    "affinity": 1.2,
    "same_article": -0.4,
    "count_same": 0.3,
    "count_other": -0.3,
    "plan": -0.6,
    "elsewhere": -5.0,
}
BIAS = -2.2

#: Articles below this affinity tell different stories unless a pair shares its words.
_STORY = 0.16
#: Cosine of the clauses from which a clock time and a month may be one.
_CORE_OF_A_CLOCK = 0.25
#: Clock times of one event in two reports lie no further apart.
SAME_TIME = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Features:
    """A pair of mentions in numbers, each between 0 and 1."""

    overlap: float  #: days in common by days in all
    nested: float  #: one interval lies within the other, wider one
    same_day: float
    near: float  #: the dates do not meet, but nearly
    alone: float  #: 1 where neither article has another mention for that time
    best: float  #: 1 where both are each other's best match between the two articles
    core: float  #: cosine of what the dated clauses tell
    wide: float  #: cosine of the sentences and what stands before
    kind: float  #: both name one kind of happening
    kind_share: float  #: kinds in common by kinds in all
    kind_vague: float  #: only vague or neighbouring kinds in common
    kind_other: float  #: both name kinds, and none in common
    opposed: float
    affinity: float  #: the articles tell one story
    same_article: float
    count_same: float  #: the same number of the same things
    count_other: float
    plan: float  #: one is planned, the other has happened
    elsewhere: float  #: both name a town, and none in common

    def vector(self) -> tuple[float, ...]:
        """The values in the order of the fields."""
        return tuple(getattr(self, name) for name in _NAMES)


def log_odds(features: Features) -> float:
    """The logarithm of the odds that the pair is one event; above 0 means more likely than not."""
    pairs = zip(_WEIGHTS, features.vector(), strict=True)
    return BIAS + sum(weight * value for weight, value in pairs)


_WEIGHTS = tuple(WEIGHTS[field.name] for field in fields(Features))
_NAMES = tuple(field.name for field in fields(Features))


class Pairs:
    """The pairs of mentions that may be one event, and their features.

    Iterating gives index pairs (i < j) in order. Mentions must come in a fixed order.
    """

    def __init__(self, space: Space, profiles: Sequence[Profile]) -> None:
        self.space, self.profiles = space, profiles
        self.content: dict[tuple[int, int], tuple[float, ...]] = {}
        self.closeness: dict[tuple[int, int], float] = {}
        self._toward: dict[tuple[int, str], list[int]] = defaultdict(list)
        for i, j in sorted(set(candidates(space, profiles))):
            self._add(i, j)
        self._sums, self._tops = self._rivals()

    def __iter__(self) -> Iterator[tuple[int, int]]:
        return iter(sorted(pair for pair in self.content if pair[0] < pair[1]))

    def features(self, i: int, j: int) -> Features:
        """The features of a pair; the same for (i, j) and (j, i)."""
        a, b = self.profiles[i], self.profiles[j]
        core, wide, kind, share, vague, other, kind_wide, against = self.content[i, j]
        same_article = a.mention.article == b.mention.article
        same_count, other_count = compare_counts(a.counts, b.counts)
        met = a.first <= b.last and b.first <= a.last
        same_day = a.first == a.last == b.first == b.last
        inside = (a.first <= b.first and b.last <= a.last) or (
            b.first <= a.first and a.last <= b.last
        )
        story = 0.0
        if not same_article:
            story = min(1.0, self.space.affinity(a.mention.article, b.mention.article) / _STORY)
        exact = max(0.3, self.closeness[i, j])
        silent = not (wide or kind or vague or kind_wide) and bool(a.kinds) != bool(b.kinds)
        strange = 1.0 - 0.5 * other - 0.25 * silent
        told = min(1.0, 4 * core + 2 * wide + kind + 0.6 * vague + 0.4 * kind_wide + same_day * 0.5)
        told = max(0.3, told) * strange
        return Features(
            overlap=_overlap(a, b),
            nested=float(inside and (a.first, a.last) != (b.first, b.last)),
            same_day=float(same_day),
            near=float(not met),
            alone=story * exact * strange * self._alone(i, j) * self._alone(j, i),
            best=story * told * float(self._best(i, j) and self._best(j, i)),
            core=core,
            wide=wide,
            kind=kind,
            kind_share=share,
            kind_vague=vague * met,  # on another day a neighbouring kind is another stage
            kind_other=other,
            opposed=against,
            affinity=story,
            same_article=float(same_article),
            count_same=same_count,
            count_other=other_count,
            plan=float(a.planned != b.planned),
            elsewhere=float(bool(a.scenes and b.scenes) and not a.scenes & b.scenes),
        )

    def _add(self, i: int, j: int) -> None:
        a, b = self.profiles[i], self.profiles[j]
        same_article = a.mention.article == b.mention.article
        if contradict(a, b) if same_article else _clocks_differ(a, b, SAME_TIME):
            return
        strangers = not same_article and (
            self.space.affinity(a.mention.article, b.mention.article) < _STORY / 3
        )
        if strangers and not (a.kinds & b.kinds) and a.wide.keys().isdisjoint(b.wide):
            return
        content = _content(a, b)
        if _clock_in_period(a, b) and not content[2] and content[0] < _CORE_OF_A_CLOCK:
            return  # an hour of the 13th tells nothing of "im September"
        if strangers and not (content[1] or content[2]):
            return
        self.content[i, j] = self.content[j, i] = content
        self.closeness[i, j] = self.closeness[j, i] = _closeness(a, b)
        self._toward[i, b.mention.article].append(j)
        self._toward[j, a.mention.article].append(i)

    def _rivals(self) -> tuple[dict[tuple[int, str], float], dict[tuple[int, str], float]]:
        """For each mention and article: closeness of all its rivals there, and the best of them.

        Once for all pairs: asked pair by pair, a day with many mentions costs their cube.
        """
        sums: dict[tuple[int, str], float] = {}
        tops: dict[tuple[int, str], float] = {}
        for (i, article), rivals in self._toward.items():
            sums[i, article] = sum(self.closeness[i, k] for k in rivals)
            tops[i, article] = max(self._rough(i, k) for k in rivals)
        return sums, tops

    def _alone(self, i: int, j: int) -> float:
        return self.closeness[i, j] / self._sums[i, self.profiles[j].mention.article]

    def _best(self, i: int, j: int) -> bool:
        return self._rough(i, j) >= self._tops[i, self.profiles[j].mention.article]

    def _rough(self, i: int, j: int) -> float:
        core, wide, kind, share, vague, other, kind_wide, against = self.content[i, j]
        kinds = (kind + share) / 2 + 0.4 * vague + 0.3 * kind_wide - 0.5 * other - against
        return 2 * core + wide + kinds + 0.8 * self.closeness[i, j]


def _content(a: Profile, b: Profile) -> tuple[float, ...]:
    specific_a, specific_b = a.kinds - VAGUE_KINDS, b.kinds - VAGUE_KINDS
    shared = specific_a & specific_b
    near = not shared and compatible(a.kinds, b.kinds)
    wide = ((a.wide_kinds & b.kinds) | (a.kinds & b.wide_kinds)) - VAGUE_KINDS
    return (
        dot(a.core, b.core),
        dot(a.wide, b.wide),
        float(bool(shared)),
        len(shared) / max(1, len(specific_a | specific_b)),
        float(not shared and (bool(a.kinds & b.kinds) or near)),
        float(bool(specific_a) and bool(specific_b) and not shared and not near),
        float(not shared and bool(wide)),
        float(opposed(a.kinds, b.kinds)),
    )


def contradict(a: Profile, b: Profile) -> bool:
    """Whether two mentions of one article cannot be one event: their dates or clocks differ."""
    return not _overlap(a, b) or _clocks_differ(a, b, timedelta(0))


def clock(profile: Profile) -> datetime | None:
    """The clock time a mention names, without its zone; None where it names none."""
    start = profile.mention.start
    exact = profile.mention.granularity == "time" and isinstance(start, datetime)
    return start.replace(tzinfo=None) if exact and isinstance(start, datetime) else None


def _clocks_differ(a: Profile, b: Profile, slack: timedelta) -> bool:
    one, two = clock(a), clock(b)
    return one is not None and two is not None and abs(one - two) > slack


def _clock_in_period(a: Profile, b: Profile) -> bool:
    """Whether one names a clock time and the other a month or longer."""
    ranks = sorted(precision(p.mention.granularity) for p in (a, b))
    return ranks[0] == 0 and ranks[1] >= precision("month")


def _overlap(a: Profile, b: Profile) -> float:
    common = (min(a.last, b.last) - max(a.first, b.first)).days + 1
    if common <= 0:
        return 0.0
    return common / ((max(a.last, b.last) - min(a.first, b.first)).days + 1)


def _closeness(a: Profile, b: Profile) -> float:
    """How well two times agree: 1 for one day, less for a day within a month or a day off."""
    share = _overlap(a, b)
    return max(0.1, math.sqrt(share)) if share else 0.15
