"""How likely two mentions tell the same event: the features of a pair, and what they weigh.

Words alone do not tell. What does: how exactly the dates agree, whether the other article has any
other mention that could be meant (a source rarely tells one event twice under two dates), whether
both name the same kind of happening, and what both talk about.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby
from operator import itemgetter, mul
from typing import NamedTuple

from timeline.events.days import precision
from timeline.events.kinds import compatible, opposed
from timeline.events.merging.given_up import is_another_day
from timeline.events.merging.pairing import Pair, candidates
from timeline.events.merging.profiles import Profile, Space, dot
from timeline.events.merging.times import (
    clock_in_period,
    clocks_differ,
    closeness,
    contradict,
    is_time_within_period,
    known_for_it,
    meet,
    same_time,
    within,
)
from timeline.german.words import WEEKDAYS

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
    "alone": 2.6,
    "lead": 1.5,
    "same_article": -1.1,
    "tells_on": 3.1,
    "figures": 0.7,
    "plan": -0.4,
    "denied": -4.5,
    "elsewhere": -6.5,
    "only_time": -1.0,
    "other_story": -3.0,
    "other_persons": -2.0,
    "fresh": -3.8,
    "open": -3.8,
    "retold": 1.0,
    "stretch": -2.0,
    "says": -1.0,
    "ordinal": -6.0,
}
BIAS = -1.1

#: Affinity of two articles up to which they have what any two have, and from which on they tell
#: one story; in between, they do so more or less.
_CHANCE, _STORY = 0.03, 0.15
#: How much one story two articles are below which their pairs must share words or kinds.
_STRANGERS = 0.5
#: Cosine of the clauses from which a clock time and a month may be one.
_CORE_OF_A_CLOCK = 0.4
#: Root of the cosine below which what two sentences share is chance.
_FEW_WORDS = 0.2
#: The same for a week, a month, a year: many things happen in one.
_FEW_WORDS_OF_A_PERIOD = 0.5
#: Root of the cosine from which words of the clauses speak for themselves, of how much those in
#: the sentences around fall short of that, and what it is worth that kinds are neighbours, or that
#: the sentences around name one.
_SPEAKING, _AROUND, _NEARLY, _HINT = 0.6, 0.3, 0.8, 0.5
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
_DAY, _WEEK = precision("day"), precision("week")


class Features(NamedTuple):
    """A pair of mentions in numbers, each between -1 and 1; what is or is not, as True or False."""

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
    only_time: float  #: a vague time, and besides neither a word nor a kind in common
    other_story: float  #: how far the articles' stories differ, of a vague time or little in common
    other_persons: float  #: a vague time, both name persons, and none in common
    fresh: float  #: nothing but the date speaks for the pair, and it is one of these days
    open: float  #: nothing but the date does, and it says only since or until when
    retold: float  #: nothing but the date does, and a report comes back to it
    stretch: float  #: one lasts for years, the other is some time among them
    says: float  #: one tells what somebody said, the other what happened
    ordinal: float  #: one is the second of its kind, the other is the first, or any


_in_order = itemgetter(*Features._fields)


def log_odds(
    features: Features, weights: Mapping[str, float] = WEIGHTS, bias: float = BIAS
) -> float:
    """The logarithm of the odds that the pair is one event; above 0 means more likely than not."""
    told: float = sum(map(mul, _in_order(weights), features))
    return bias + told


@dataclass(slots=True)
class _Match:
    """What two mentions have in common: what the features of the pair are made of."""

    core: float  #: cosine of the clauses
    wide: float  #: cosine of the sentences
    kind: bool = False
    share: float = 0.0
    vague: bool = False
    other: bool = False
    around: bool = False
    against: bool = False
    story: float = 0.0  #: how much the two articles tell one story; of one article, nothing
    closeness: float = 0.0
    rough: float = 0.0  #: a first guess, to tell which of several rivals matches best
    lead: float = 1.0  #: by how much both match each other better than any other mention

    def evidence(self) -> float:
        """How much the mentions have in common besides their dates, 0 to 1."""
        if self.kind:
            return 1.0
        words = max(math.sqrt(self.core), math.sqrt(self.wide) - _AROUND) / _SPEAKING
        return min(1.0, max(words, _NEARLY * self.vague, _HINT * self.around))

    def is_silent(self, few: float) -> bool:
        """Whether the mentions have neither a kind of happening nor ``few`` words in common."""
        if self.kind or self.vague or self.around:
            return False
        return math.sqrt(max(self.core, self.wide)) < few


def weighed(space: Space, profiles: Sequence[Profile]) -> Iterator[tuple[Pair, Features]]:
    """The pairs of mentions that may be one event, in order, with their features.

    Mentions must come in the order of their articles: what is needed to weigh the pairs of one
    article is gathered, and given up before the next.
    """

    def article(pair: Pair) -> str:
        return profiles[pair[0]].article

    for _, pairs in groupby(candidates(space, profiles), key=article):
        found = _Pairs(space, profiles, pairs)
        for i, j in found.matches:
            yield (i, j), found.features(i, j)


class _Pairs:
    """The pairs of the mentions of one article with those behind it, and their features."""

    def __init__(self, space: Space, profiles: Sequence[Profile], pairs: Iterable[Pair]) -> None:
        self.space, self.profiles = space, profiles
        self.matches: dict[Pair, _Match] = {}
        #: by mention and another article: the mentions there that it is a pair with
        self._rivals: dict[tuple[int, str], list[tuple[int, _Match]]] = defaultdict(list)
        self._affinity: dict[str, float] = {}  #: of the article with others
        for i, j in pairs:
            self._add(i, j)
        self._sums: dict[tuple[int, str], float] = {}
        self._weigh_rivals()

    def features(self, i: int, j: int) -> Features:
        """The features of a pair; i comes before j."""
        a, b = self.profiles[i], self.profiles[j]
        match = self.matches[i, j]
        same_article = a.article == b.article
        silent = match.is_silent(_FEW_WORDS)
        vague = not same_article and (a.vague or b.vague)
        unfounded = vague or (silent and not same_article)
        equal = same_time(a, b)
        same_day = equal and a.first == a.last and not (a.deadline and b.deadline)
        met = equal or meet(a, b)
        inside = equal or within(a, b) or within(b, a)
        alone = lead = 0.0
        if not same_article:
            alone = match.story * self._alone(match, i, b) * self._alone(match, j, a)
            alone *= 1 - _OTHER_KIND * match.other  # a day may well bring two things
            lead = match.story * max(-1.0, match.lead)
        unsaid = alone * (1 - match.evidence())
        timed = a.clock is not None and b.clock is not None
        if timed:
            unsaid = 0.0  # an hour in common is as good as a word
        aside = silent and (a.clock is None) != (b.clock is None)  # an hour, of a detail
        retold = known_for_it(a, b, equal) and not aside and (a.says == b.says or not same_day)
        either_open = a.open or b.open
        open_ended = either_open and a.deadline == b.deadline and not retold
        close = equal or not inside or max(a.rank, b.rank) <= _WEEK or is_time_within_period(a, b)
        return Features(
            same_day=same_day,
            same_period=equal and not same_day,
            partial=met and not inside,
            near=not met or clocks_differ(a, b, _MINUTES),
            deadline=a.deadline != b.deadline,
            words=math.sqrt(max(match.core, match.wide)),
            kind=match.kind,
            kind_share=match.share,
            kind_vague=float(
                match.vague and met
            ),  # on another day a neighbouring kind is another stage
            kind_around=match.around,
            kind_other=match.other,
            opposed=match.against,
            silent=silent,
            silent_period=(not same_day and match.is_silent(_FEW_WORDS_OF_A_PERIOD))
            or (open_ended and silent and not timed),
            affinity=match.story,
            alone=alone,
            lead=lead,
            same_article=same_article,
            tells_on=same_article and b.elaborates and j == i + 1,
            figures=not same_article and bool(a.figures & b.figures),
            plan=a.planned != b.planned,
            denied=a.denied != b.denied,
            elsewhere=_none_common(a.scenes, b.scenes),
            only_time=not same_article
            and silent
            and max(a.rank, b.rank) > _DAY
            and not (equal or a.long_past or match.wide or match.core),
            other_story=unfounded * (1 - match.story),
            other_persons=vague and _none_common(a.participants, b.participants),
            fresh=unsaid * (close and not retold and not either_open),
            open=unsaid * open_ended,
            retold=unsaid * retold,
            stretch=a.lasts != b.lasts and not equal and not match.kind,
            says=a.says != b.says,
            ordinal=_ordinals_differ(a, b),
        )

    def _add(self, i: int, j: int) -> None:
        a, b = self.profiles[i], self.profiles[j]
        here, there = a.article, b.article
        if contradict(a, b) if here == there else clocks_differ(a, b, SAME_TIME):
            return
        if there not in self._affinity:
            self._affinity[there] = self.space.affinity(here, there)
        story = _one_story(self._affinity[there])
        strangers = story < _STRANGERS
        if strangers and not (a.kinds & b.kinds) and a.wide.keys().isdisjoint(b.wide):
            return
        match = _match(a, b)
        if match.vague and not (a.open == b.open or within(a, b) or within(b, a)):
            match.vague = False  # of times that only overlap, it is another stage
        if is_another_day(a, b, match.kind) or is_another_day(b, a, match.kind):
            return
        if clock_in_period(a, b) and not match.kind and match.core < _CORE_OF_A_CLOCK:
            return  # an hour of the 13th tells nothing of "im September"
        if strangers and match.is_silent(_FEW_WORDS):
            return
        self.matches[i, j] = match
        if here != there:
            match.story = story
            match.closeness = closeness(a, b)
            match.rough = _rough(match)
            self._rivals[i, there].append((self._head(j), match))
            self._rivals[j, here].append((self._head(i), match))

    def _weigh_rivals(self) -> None:
        """For each mention and article: the closeness of all its rivals there, and the best two.

        Once for all pairs: asked pair by pair, a day with many mentions costs their cube. A day
        and the hour told right behind it are one rival, not two.
        """
        for (i, article), rivals in self._rivals.items():
            close: dict[int, float] = {}
            rough: dict[int, float] = {}
            for head, match in rivals:
                close[head] = max(match.closeness, close.get(head, 0.0))
                rough[head] = max(match.rough, rough.get(head, -math.inf))
            self._sums[i, article] = sum(close.values())
            best, second = (*sorted(rough.values(), reverse=True), _NO_RIVAL)[:2]
            for head, match in rivals:
                value = rough[head]
                match.lead = min(match.lead, value - (second if value == best else best))

    def _head(self, k: int) -> int:
        """The mention that stands for one: of an hour told on, the day in front of it."""
        return k - 1 if self.profiles[k].elaborates else k

    def _alone(self, match: _Match, i: int, other: Profile) -> float:
        return match.closeness / self._sums[i, other.article]


def _match(a: Profile, b: Profile) -> _Match:
    match = _Match(dot(a.core, b.core), dot(a.wide, b.wide))
    shared = a.specific & b.specific
    if shared:
        match.kind = True
        match.share = len(shared) / len(a.specific | b.specific)
        return match
    near = compatible(a.kinds, b.kinds)
    match.vague = near or not a.kinds.isdisjoint(b.kinds)
    match.other = bool(a.specific and b.specific) and not near
    match.around = bool((a.wide_kinds & b.specific) | (a.specific & b.wide_kinds))
    match.against = opposed(a.kinds, b.kinds)
    return match


def _rough(match: _Match) -> float:
    kinds = (match.kind + match.share) / 2 + 0.4 * match.vague + 0.3 * match.around
    kinds = kinds - 0.5 * match.other - match.against
    return 2 * match.core + match.wide + kinds + 0.8 * match.closeness


_NAMES_A_DAY = re.compile(
    rf"{'|'.join(WEEKDAYS)}|[Gg]estern|[Hh]eute|\d{{1,2}}\.\s?(?:[A-ZÄÖÜ]|\d{{1,2}}\.)"
)


def tells_on(before: Profile, after: Profile) -> bool:
    """Whether a report's second date is the hour of what its first sentence tells of the day.

    "Am Samstag ist der Damm gebrochen. Gegen 4.15 Uhr gab er nach." But "Am Samstag um 8 Uhr kam
    der Minister", which names the day again, begins anew.
    """
    near = after.mention.start_char - before.mention.end_char <= _SENTENCE
    day = before.first == before.last == after.first == after.last
    hours = after.clock is not None and before.clock is None
    if _NAMES_A_DAY.search(after.mention.text):
        return False
    return near and day and hours and dot(before.wide, after.wide) >= _TOLD_ON


def _ordinals_differ(a: Profile, b: Profile) -> float:
    """1 where one tells of the first and the other of the second; less where one does not say."""
    if a.ordinal == b.ordinal:
        return 0.0
    if a.ordinal and b.ordinal:
        return 1.0
    return 0.25 * (max(a.ordinal, b.ordinal) > 1)


def _one_story(affinity: float) -> float:
    """How much two articles tell one story, 0 to 1, by their affinity."""
    return max(0.0, min(1.0, (affinity - _CHANCE) / (_STORY - _CHANCE)))


def _none_common(here: Collection[str], there: Collection[str]) -> bool:
    """Whether both name some, and not one is the same."""
    return bool(here and there) and set(here).isdisjoint(there)
