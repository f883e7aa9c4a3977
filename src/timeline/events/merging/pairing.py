"""Which pairs of mentions are weighed at all: those whose dates meet, and never all of them.

On a common day every pair is looked at. Where very many mentions share a time, in an archive of
one day or a live blog, a mention only meets those that stand near it in its own article, those of
articles like its own, and those it shares a rare term with.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import chain

from timeline.events.merging.profiles import Profile, Space, dates_meet

Pair = tuple[int, int]

_WIDE_DAYS = 3
#: Years of a period that is listed under every one of them.
_LISTED_YEARS = 12
#: In place of a year: what is longer than that, and what an article tells of any time.
_LONG, _ALL = 0, -1
#: Mentions of one time from which a mention no longer meets all others.
_CROWD = 150
#: Mentions before and behind it that a mention meets in its own article even then.
_NEAR_IN_TEXT = 12
#: Mentions of another article that it meets, if they are no more.
_FEW = 12
#: Mentions of one time that may share a term for it to be rare.
_RARE = 16
_TERMS_LOOKED_UP = 8
_ARTICLES_LOOKED_UP = 40
_POSTINGS = 400


def candidates(space: Space, profiles: Sequence[Profile]) -> Iterator[Pair]:
    """Pairs (i < j) whose dates meet, in order."""
    by_day: dict[date, list[int]] = defaultdict(list)
    wide: list[int] = []
    for index, profile in enumerate(profiles):
        if _is_wide(profile):
            wide.append(index)
        for day in _days(profile):
            by_day[day].append(index)
    behind: dict[int, set[int]] = defaultdict(set)
    crowds = [indices for indices in by_day.values() if len(indices) > _CROWD]
    sources = [_in_a_crowd(space, profiles, indices) for indices in crowds]
    for i, j in chain(*sources, _of_periods(space, profiles, wide)):
        if dates_meet(profiles[i], profiles[j]):
            behind[i].add(j)
    for i, profile in enumerate(profiles):
        found = behind.pop(i, set())
        near: set[int] = set()
        for indices in (by_day[day] for day in _days(profile)):
            if len(indices) <= _CROWD:
                near.update(indices[bisect_right(indices, i) :])
        found.update(j for j in near - found if dates_meet(profile, profiles[j]))
        yield from ((i, j) for j in sorted(found))


def _is_wide(profile: Profile) -> bool:
    return (profile.last - profile.first).days > _WIDE_DAYS


def _days(profile: Profile) -> list[date]:
    """The days a mention is listed under: its own, and the one before and behind; of a period
    none."""
    if _is_wide(profile):
        return []
    span = (profile.last - profile.first).days
    return [shift(profile.first, offset) for offset in range(-1, span + 2)]


def shift(day: date, days: int) -> date:
    """A day some days on; the day itself where the calendar ends."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return day


def _in_a_crowd(
    space: Space, profiles: Sequence[Profile], indices: Sequence[int]
) -> Iterator[Pair]:
    """The pairs worth weighing among many mentions of one time; ``indices`` ascend."""
    by_article: dict[str, list[int]] = defaultdict(list)
    by_term: dict[str, list[int]] = defaultdict(list)
    for index in indices:
        by_article[profiles[index].article].append(index)
        for term in profiles[index].wide:
            by_term[term].append(index)
    for article, own in by_article.items():
        for at, j in enumerate(own):
            yield from ((i, j) for i in own[max(0, at - _NEAR_IN_TEXT) : at])
        if len(own) > _FEW:
            continue
        for other in space.alike(article, _ARTICLES_LOOKED_UP)[1:]:
            theirs = by_article.get(other, ())
            if len(theirs) <= _FEW:
                yield from (_ordered(i, j) for i in own for j in theirs)
    for found in by_term.values():
        if len(found) <= _RARE:
            yield from ((i, j) for at, j in enumerate(found) for i in found[:at])


def _of_periods(space: Space, profiles: Sequence[Profile], wide: Sequence[int]) -> Iterator[Pair]:
    """Pairs of which one names a week, a month, or longer: by shared terms or articles alike."""
    if not wide:
        return
    postings: dict[str, list[tuple[date, int]]] = defaultdict(list)
    by_year: dict[tuple[str, int], list[int]] = defaultdict(list)
    for index, profile in enumerate(profiles):
        for year in (*_years(profile), _ALL):
            by_year[profile.article, year].append(index)
        for term in profile.wide:
            postings[term].append((profile.first, index))
    for entries in postings.values():
        entries.sort()
    for i in wide:
        profile = profiles[i]
        found: set[int] = set()
        for article in space.alike(profile.article, _ARTICLES_LOOKED_UP):
            for year in (_ALL,) if _LONG in _years(profile) else (*_years(profile), _LONG):
                found.update(_near_in_text(by_year.get((article, year), ()), i))
        rarest = sorted(profile.wide, key=lambda term: (len(postings[term]), term))
        for term in rarest[:_TERMS_LOOKED_UP]:
            entries = postings[term]
            low = bisect_left(entries, (shift(profile.first, -400), -1))
            high = bisect_right(entries, (profile.last, len(profiles)))
            found.update(index for _, index in entries[low:high][:_POSTINGS])
        yield from (_ordered(i, j) for j in found if j != i)


def _years(profile: Profile) -> Sequence[int]:
    """The years a mention is listed under; of decades and centuries that they are long."""
    first, last = profile.first.year, profile.last.year
    return (_LONG,) if last - first > _LISTED_YEARS else range(first, last + 1)


def _near_in_text(indices: Sequence[int], i: int) -> Sequence[int]:
    """All mentions of an article's year, or those nearest in the order of the mentions."""
    if len(indices) <= _CROWD:
        return indices
    at = bisect_left(indices, i)
    return indices[max(0, at - _NEAR_IN_TEXT) : at + _NEAR_IN_TEXT + 1]


def _ordered(i: int, j: int) -> Pair:
    return (i, j) if i < j else (j, i)
