"""How likely two mentions tell the same event: the features of a pair, and what they weigh.

Words alone do not tell. What does: how exactly the dates agree, whether the other article has any
other mention that could be meant (a source rarely tells one event twice under two dates), whether
both name the same kind of happening, and what both talk about.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime, timedelta

from timeline.events.candidates import candidates
from timeline.events.kinds import VAGUE_KINDS, compatible, opposed
from timeline.events.mentions import precision
from timeline.events.similarity import Profile, Space, dot

#: What the features weigh (log odds): a logistic regression over annotated stories, drawn towards
#: what was expected of each feature beforehand, and rounded. ``benchmarks/merging.py`` fits them
#: anew, and measures them on stories they were not fitted to.
WEIGHTS = {
    "same_day": 0.1,
    "same_period": 0.5,
    "partial": -0.8,
    "near": -1.5,
    "deadline": -2.0,
    "words": 1.1,
    "kind": 0.3,
    "kind_share": 1.3,
    "kind_vague": 0.4,
    "kind_around": 0.1,
    "kind_other": -0.9,
    "opposed": -0.7,
    "silent": -0.4,
    "silent_period": -1.1,
    "affinity": 0.2,
    "alone": 2.5,
    "lead": 1.5,
    "same_article": -1.1,
    "tells_on": 3.1,
    "figures": 0.7,
    "plan": -0.4,
    "denied": -4.5,
    "elsewhere": -6.5,
}
BIAS = -1.1

#: Articles below this affinity tell different stories unless a pair shares its words.
_STORY = 0.16
#: Cosine of the clauses from which a clock time and a month may be one.
_CORE_OF_A_CLOCK = 0.25
#: Root of the cosine below which what two sentences share is chance.
_FEW_WORDS = 0.2
#: The same for a week, a month, a year: many things happen in one.
_FEW_WORDS_OF_A_PERIOD = 0.5
#: What a match is compared with where it has no rival.
_NO_RIVAL = 0.5
#: How much less it tells that nothing else is told of a day, of two different kinds of happening.
_OTHER_KIND = 0.5
#: Characters between a day and the hour told right behind it, and the cosine of their sentences.
_SENTENCE = 400
_TOLD_ON = 0.3
#: Clock times of one event in two reports lie no further apart.
SAME_TIME = timedelta(hours=1)
_MINUTES = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Features:
    """A pair of mentions in numbers, each between -1 and 1."""

    same_day: float
    same_period: float  #: the same week, month, or year
    partial: float  #: the periods overlap, and neither lies within the other
    near: float  #: the dates or hours do not meet, but nearly
    deadline: float  #: one says only until when
    words: float  #: how much of what clauses and sentences tell is shared
    kind: float  #: both name one kind of happening
    kind_share: float  #: kinds in common by kinds in all
    kind_vague: float  #: only vague or neighbouring kinds in common
    kind_around: float  #: the sentences around name a kind that the other clause names
    kind_other: float  #: both name kinds, and none in common
    opposed: float
    silent: float  #: neither words nor kinds in common
    silent_period: float  #: not the same day, and little in common
    affinity: float  #: the articles tell one story
    alone: float  #: 1 where neither article has another mention for that time
    lead: float  #: by how much both match each other better than any other mention
    same_article: float
    tells_on: float  #: the second tells at what hour happened what the first tells
    figures: float  #: a number in common that is no small change
    plan: float  #: one is planned, the other has happened
    denied: float  #: one is denied, the other is not
    elsewhere: float  #: both name a town, and none in common

    def vector(self) -> tuple[float, ...]:
        """The values in the order of the fields."""
        return tuple(float(getattr(self, name)) for name in _NAMES)


_NAMES = tuple(field.name for field in fields(Features))


def log_odds(
    features: Features, weights: Mapping[str, float] = WEIGHTS, bias: float = BIAS
) -> float:
    """The logarithm of the odds that the pair is one event; above 0 means more likely than not."""
    told = zip(_NAMES, features.vector(), strict=True)
    return bias + sum(weights[name] * value for name, value in told if value)


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
        self._sums: dict[tuple[int, str], float] = {}
        self._leads: dict[tuple[int, int], float] = {}
        self._weigh_rivals()

    def __iter__(self) -> Iterator[tuple[int, int]]:
        return iter(sorted(pair for pair in self.content if pair[0] < pair[1]))

    def features(self, i: int, j: int) -> Features:
        """The features of a pair; i comes before j."""
        a, b = self.profiles[i], self.profiles[j]
        core, wide, kind, share, vague, other, around, against = self.content[i, j]
        same_article = a.mention.article == b.mention.article
        met = a.first <= b.last and b.first <= a.last
        equal = (a.first, a.last) == (b.first, b.last)
        same_day = equal and a.first == a.last
        inside = (a.first <= b.first and b.last <= a.last) or (
            b.first <= a.first and a.last <= b.last
        )
        story = alone = lead = 0.0
        if not same_article:
            story = min(1.0, self.space.affinity(a.mention.article, b.mention.article) / _STORY)
            alone = story * self._alone(i, j) * self._alone(j, i)
            alone *= 1 - _OTHER_KIND * other  # a day may well bring two things
            lead = story * max(-1.0, min(1.0, self._lead(i, j), self._lead(j, i)))
        silent = _is_silent(self.content[i, j], _FEW_WORDS)
        shallow = _is_silent(self.content[i, j], _FEW_WORDS_OF_A_PERIOD)
        denied = (a.mention.modality == "denied") != (b.mention.modality == "denied")
        return Features(
            same_day=float(same_day),
            same_period=float(equal and not same_day),
            partial=float(met and not inside),
            near=float(not met or _clocks_differ(a, b, _MINUTES)),
            deadline=float((a.mention.start is None) != (b.mention.start is None)),
            words=math.sqrt(max(core, wide)),
            kind=kind,
            kind_share=share,
            kind_vague=vague * met,  # on another day a neighbouring kind is another stage
            kind_around=around,
            kind_other=other,
            opposed=against,
            silent=float(silent),
            silent_period=float(shallow and not same_day),
            affinity=story,
            alone=alone,
            lead=lead,
            same_article=float(same_article),
            tells_on=float(same_article and b.elaborates and j == i + 1),
            figures=float(not same_article and bool(a.figures & b.figures)),
            plan=float(a.planned != b.planned),
            denied=float(denied),
            elsewhere=float(bool(a.scenes and b.scenes) and not a.scenes & b.scenes),
        )

    def _add(self, i: int, j: int) -> None:
        a, b = self.profiles[i], self.profiles[j]
        same_article = a.mention.article == b.mention.article
        if contradict(a, b) if same_article else _clocks_differ(a, b, SAME_TIME):
            return
        strangers = not same_article and (
            self.space.affinity(a.mention.article, b.mention.article) < _STORY / 2
        )
        if strangers and not (a.kinds & b.kinds) and a.wide.keys().isdisjoint(b.wide):
            return
        content = _content(a, b)
        if _clock_in_period(a, b) and not content[2] and content[0] < _CORE_OF_A_CLOCK:
            return  # an hour of the 13th tells nothing of "im September"
        if strangers and _is_silent(content, _FEW_WORDS):
            return
        self.content[i, j] = self.content[j, i] = content
        self.closeness[i, j] = self.closeness[j, i] = _closeness(a, b)
        self._toward[i, b.mention.article].append(j)
        self._toward[j, a.mention.article].append(i)

    def _weigh_rivals(self) -> None:
        """For each mention and article: the closeness of all its rivals there, and the best two.

        Once for all pairs: asked pair by pair, a day with many mentions costs their cube. A day
        and the hour told right behind it are one rival, not two.
        """
        for (i, article), rivals in self._toward.items():
            close: dict[int, float] = {}
            match: dict[int, float] = {}
            for k in rivals:
                head = self._head(k)
                close[head] = max(self.closeness[i, k], close.get(head, 0.0))
                match[head] = max(self._rough(i, k), match.get(head, -math.inf))
            self._sums[i, article] = sum(close.values())
            best, second = (*sorted(match.values(), reverse=True), _NO_RIVAL)[:2]
            for head, value in match.items():
                self._leads[i, head] = value - (second if value == best else best)

    def _head(self, k: int) -> int:
        """The mention that stands for one: of an hour told on, the day in front of it."""
        return k - 1 if self.profiles[k].elaborates else k

    def _alone(self, i: int, j: int) -> float:
        return self.closeness[i, j] / self._sums[i, self.profiles[j].mention.article]

    def _lead(self, i: int, j: int) -> float:
        """By how much j is a better match for i than any other mention of its article."""
        return self._leads[i, self._head(j)]

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


def _is_silent(content: tuple[float, ...], few: float) -> bool:
    """Whether two mentions have neither a kind of happening nor ``few`` words in common."""
    core, wide, kind, _, vague, _, around, _ = content
    return math.sqrt(max(core, wide)) < few and not (kind or vague or around)


def contradict(a: Profile, b: Profile) -> bool:
    """Whether two mentions of one article cannot be one event: their dates or clocks differ."""
    return not _overlap(a, b) or _clocks_differ(a, b, timedelta(0))


def tells_on(before: Profile, after: Profile) -> bool:
    """Whether a report's second date is the hour of what its first sentence tells of the day.

    "Am Samstag ist der Damm gebrochen. Gegen 4.15 Uhr gab er nach."
    """
    near = after.mention.start_char - before.mention.end_char <= _SENTENCE
    day = before.first == before.last == after.first == after.last
    hours = clock(after) is not None and clock(before) is None
    return near and day and hours and dot(before.wide, after.wide) >= _TOLD_ON


def clock(profile: Profile) -> datetime | None:
    """The clock time a mention names, without its zone; None where it names none."""
    start = profile.mention.start
    exact = profile.mention.granularity == "time" and isinstance(start, datetime)
    return start.replace(tzinfo=None) if exact and isinstance(start, datetime) else None


def _clocks_differ(a: Profile, b: Profile, slack: timedelta) -> bool:
    one, two = clock(a), clock(b)
    if one is not None and two is not None:
        return abs(one - two) > slack
    here, there = _hours(a), _hours(b)
    return (
        bool(here and there) and here.isdisjoint(there) and (a.first, a.last) == (b.first, b.last)
    )


#: The hours of a day that its parts may mean, taken widely.
_PARTS = {
    "MO": range(4, 13),
    "MI": range(10, 16),
    "AF": range(11, 20),
    "EV": range(16, 25),
    "NI": (*range(8), *range(18, 25)),
}


def _hours(profile: Profile) -> frozenset[int]:
    """The hours that a mention may mean by its clock time or part of the day; none for a day."""
    exact, value = clock(profile), profile.mention.timex_value
    if exact is not None:
        return frozenset((exact.hour,))
    return frozenset(_PARTS.get(value[11:], ()) if value[10:11] == "T" else ())


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
