"""Which reports tell of one story, for the menu of a page made of several.

Reports belong together where they share names and nouns that few others have: the two most alike
are joined until none are alike enough (average linkage, angle between their weighed words). A
report that is like no other stays alone, and with fewer than two stories there is no choice.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from itertools import combinations

from timeline.german.words import MONTHS, SEASONS, UNITS, WEEKDAYS
from timeline.models import Timeline

#: reports that share less are of different stories
_ALIKE = 0.06
#: reports of other things to be imagined beside these: else the words of the only story in a
#: folder, being in all its reports, would count for nothing, and it would be taken to pieces
_ELSEWHERE = 40
#: with more reports than this a page has no stories: comparing all would take too long
_MOST = 400
#: words in the name of a story
_NAMED = 3
#: letters by which words are the same: "Hallenbad", "Hallenbads"; "Sanierung", "saniert"
_STEM = 7
#: say when, not what about; "Dienstagabend", "Monats"
_TIMES = re.compile(
    rf"(?:{'|'.join((*WEEKDAYS, *MONTHS, *UNITS, *SEASONS))})\w{{0,10}}|Uhr|Prozent|Euro",
    re.IGNORECASE,
)
_WORD = re.compile(r"(?<![\w-])[^\W\d_][\w-]{3,40}(?![\w-])")
_SENTENCE = re.compile(r"(?<=[.!?:])\s+|[„“”\"»«›‹–|]+")


@dataclass(frozen=True, slots=True)
class Story:
    """Reports of one story, and the words they share most of."""

    name: str
    articles: frozenset[str]


def stories(timeline: Timeline) -> list[Story]:
    """The stories of a timeline, the largest first; none where there are fewer than two."""
    texts = _texts(timeline)
    if len(texts) > _MOST:
        return []
    vectors, spelt = _vectors(texts)
    found = [
        Story(_name(group, vectors, spelt), frozenset(group))
        for group in _linked(vectors)
        if len(group) > 1
    ]
    found.sort(key=lambda story: (-len(story.articles), story.name))
    return found if len(found) > 1 else []


def _texts(timeline: Timeline) -> dict[str, list[str]]:
    """What is known of each report here: its title, and the sentences that are dated."""
    texts = {article.id: [article.title] for article in timeline.articles}
    for event in timeline.events:
        for mention in event.mentions:
            known = texts.get(mention.article)
            if known is not None and mention.sentence not in known:
                known.append(mention.sentence)
    return texts


def _nouns(text: str) -> Iterator[tuple[str, bool]]:
    """Capitalised words, and whether they open a sentence, where any word is a capital's."""
    for sentence in _SENTENCE.split(text):
        for place, match in enumerate(_WORD.finditer(sentence)):
            word = match.group()
            if word[0].isupper() and not word.isupper() and not _TIMES.fullmatch(word):
                yield word, place == 0 and not sentence[: match.start()].strip()


def _vectors(
    texts: Mapping[str, list[str]],
) -> tuple[dict[str, dict[str, float]], dict[str, Counter[str]]]:
    """Each report as its words with their weights, at length one; and how words are spelt."""
    inside = {
        word
        for parts in texts.values()
        for text in parts
        for word, opens in _nouns(text)
        if not opens
    }
    counts: dict[str, Counter[str]] = {}
    spelt: dict[str, Counter[str]] = defaultdict(Counter)
    for name, parts in texts.items():
        counts[name] = Counter()
        for place, text in enumerate(parts):
            for word in sorted({word for word, _ in _nouns(text) if word in inside}):
                stem = word.casefold()[:_STEM]
                counts[name][stem] += 1 if place else 2  # the title says what it is about
                spelt[stem][word] += 1
    having = Counter(stem for words in counts.values() for stem in words)
    vectors = {}
    for name, words in counts.items():
        weights = {
            stem: (1 + math.log(count)) * math.log((len(texts) + _ELSEWHERE) / having[stem])
            for stem, count in words.items()
        }
        length = math.sqrt(sum(weight * weight for weight in weights.values()))
        vectors[name] = (
            {stem: weight / length for stem, weight in weights.items()} if length else {}
        )
    return vectors, spelt


def _linked(vectors: Mapping[str, dict[str, float]]) -> list[list[str]]:
    """Groups of reports: the two most alike are joined until none are alike enough."""
    groups = {number: [name] for number, name in enumerate(sorted(vectors))}
    #: sums of likenesses between two groups, and the same by how alike they are on average
    sums: dict[int, dict[int, float]] = {number: {} for number in groups}
    for (i, (a,)), (j, (b,)) in combinations(groups.items(), 2):
        few, many = sorted((vectors[a], vectors[b]), key=len)
        if alike := math.fsum(weight * many.get(stem, 0.0) for stem, weight in few.items()):
            sums[i][j] = sums[j][i] = alike
    heap = [(-alike, i, j) for i, others in sums.items() for j, alike in others.items() if i < j]
    heapify(heap)
    while heap and -heap[0][0] >= _ALIKE:
        _, i, j = heappop(heap)
        if i not in groups or j not in groups:
            continue
        new = max(sums) + 1
        one, two = sums[i], sums[j]
        sums[new] = {
            k: one.get(k, 0.0) + two.get(k, 0.0)
            for k in sorted({*one, *two} - {i, j})
            if k in groups
        }
        groups[new] = groups.pop(i) + groups.pop(j)
        for k, alike in sums[new].items():
            sums[k][new] = alike
            heappush(heap, (-alike / (len(groups[k]) * len(groups[new])), k, new))
    return list(groups.values())


def _name(
    group: list[str], vectors: Mapping[str, dict[str, float]], spelt: Mapping[str, Counter[str]]
) -> str:
    """The words that weigh most in the reports together, as they are mostly written."""
    weights: Counter[str] = Counter()
    for name in group:
        weights.update(vectors[name])
    shared = {stem: sum(stem in vectors[name] for name in group) for stem in weights}
    best = sorted((s for s in weights if shared[s] > 1), key=lambda s: (-weights[s], s))
    forms = (min(spelt[stem].items(), key=lambda form: (-form[1], form[0]))[0] for stem in best)
    return ", ".join(form for form, _ in zip(forms, range(_NAMED), strict=False))
