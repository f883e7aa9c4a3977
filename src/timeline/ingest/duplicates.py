"""The same article twice, and the same text at several outlets.

Twice at one outlet (same address, same text, a newer version): it counts once, and
the later one wins. At several outlets: each keeps its article, and all but the
first carry ``copy_of``, so that a text all took from one agency counts once.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache
from hashlib import blake2b
from heapq import nsmallest
from urllib.parse import parse_qsl, urlencode, urlsplit

from timeline.ingest.drafts import Draft
from timeline.ingest.identity import unique_ids
from timeline.messages import say
from timeline.models import Article, Moment, Problem

#: query parameters that tell where a reader came from, not what the page is
_TRACKING = re.compile(r"^(?:utm_\w+|at_\w+|wt_\w+|fbclid|gclid|ref|xtor|cmp|icid|mc_cid|mc_eid)$")
_WORD = re.compile(r"\w+")
_SHINGLE = 5
#: hashes kept of each text to find candidates by
_SKETCH = 48
#: shingles a text needs before likeness means anything
_FEWEST = 20
#: share of the shorter text that is found in the other one
_COPY, _AGENCY_COPY, _VERSION = 0.7, 0.4, 0.8
_VERSION_DAYS = 7
#: versions of a page share at least this much, however much was rewritten
_RELATED = 0.1
#: articles of one address with nothing in common; more, and it is no article's address
_DIFFERENT = 20
#: articles that share a hash; more, and it is a phrase of the house
_COMMON = 200
#: texts whose shingles are kept at hand
_REMEMBERED = 5000


def fold(drafts: Sequence[Draft]) -> tuple[list[Article], list[Problem]]:
    """Each article once and under an id of its own, copies tied, what was retracted dropped.

    The problems say what was done.
    """
    kept, problems = _retract(drafts)
    for same in (_by_key, _by_address, _by_text):
        kept, more = _once(kept, same(kept))
        problems += more
    pairs = alike([draft.article for draft in kept])
    before = len(kept)
    kept, more = _once(kept, _versions(kept, pairs))
    if len(kept) < before:
        pairs = alike([draft.article for draft in kept])
    problems += more
    articles, more = unique_ids(kept)
    return _tied(articles, pairs), problems + more


# ------------------------------------------------------------------ retractions
def _retract(drafts: Sequence[Draft]) -> tuple[list[Draft], list[Problem]]:
    taken_back = {d.key: d for d in drafts if d.retracted and d.key}
    published = {d.key for d in drafts if not d.retracted}
    kept, problems = [], []
    for draft in drafts:
        by = taken_back.get(draft.key)
        if draft.retracted:
            if by is not None and draft.key not in published:
                why = say("twice.retracted")
                problems.append(Problem("warning", draft.article.file, why))
        elif by is not None and _when(draft) <= _when(by):
            why = say("twice.retracted-by", file=by.article.file)
            problems.append(Problem("warning", draft.article.file, why))
        else:
            kept.append(draft)
    return kept, problems


# ------------------------------------------------------------------ the same article
def _by_key(drafts: Sequence[Draft]) -> list[str]:
    return [d.key and f"{d.article.source}\n{d.key}" for d in drafts]


def _by_address(drafts: Sequence[Draft]) -> list[str]:
    """One address, and something in common: a table may give all articles that of the outlet."""
    shingles = _shingles_by_place([draft.article for draft in drafts])
    different: dict[str, list[int]] = defaultdict(list)

    def related(one: int, two: int) -> bool:
        title = drafts[one].article.title
        if title and title == drafts[two].article.title:
            return True
        first, second = shingles(one), shingles(two)
        return len(first & second) >= _RELATED * min(len(first), len(second))

    marks = []
    for place, draft in enumerate(drafts):
        mark = address(draft.article.url)
        known = different[mark] if mark else []
        same = next((other for other in known if related(other, place)), None)
        if same is None and mark and len(known) < _DIFFERENT:
            known.append(place)
            same = place
        marks.append("" if same is None else f"{mark} {same}")
    return marks


def _by_text(drafts: Sequence[Draft]) -> list[str]:
    """Same words and outlet. Where one outlet is unknown, the words decide."""
    marks = [digest(d.article) for d in drafts]
    outlets: dict[str, set[str]] = defaultdict(set)
    for draft, mark in zip(drafts, marks, strict=True):
        outlets[mark].add(draft.article.source.casefold())
    return [
        mark
        and (f"{mark} {d.article.source.casefold()}" if len(outlets[mark] - {""}) > 1 else mark)
        for d, mark in zip(drafts, marks, strict=True)
    ]


def address(url: str) -> str:
    """An address without what does not change the page: scheme, www, tracking, AMP."""
    try:
        parts = urlsplit(url.strip())
        name = (parts.hostname or "").removeprefix("www.").removeprefix("m.").removeprefix("amp.")
    except ValueError:
        return ""
    if not name:
        return ""
    path = re.sub(r"(?:/amp|\.amp)(?=/?$|\.html$)", "", parts.path).rstrip("/")
    query = [(k, v) for k, v in parse_qsl(parts.query) if not _TRACKING.match(k.lower())]
    query = [(k, v) for k, v in query if (k, v) not in (("amp", "1"), ("outputType", "amp"))]
    if not path and not query:
        return ""  # an outlet's front page is no article's address
    return f"{name}{path}?{urlencode(sorted(query))}"


def _once(drafts: Sequence[Draft], marks: Sequence[str]) -> tuple[list[Draft], list[Problem]]:
    """Of the drafts with one mark only the latest; the empty mark ties nothing.

    Where nothing tells two apart the shorter name wins: "a (Kopie).txt" is the copy.
    """
    groups: dict[str, list[int]] = defaultdict(list)
    for place, mark in enumerate(marks):
        if mark:
            groups[mark].append(place)
    lost: dict[int, int] = {}
    others: dict[int, list[Article]] = {}
    for places in groups.values():
        best = max(
            places,
            key=lambda p: (
                _when(drafts[p]),
                len(drafts[p].article.text),
                -len(drafts[p].article.file),
                -p,
            ),
        )
        lost |= {p: best for p in places if p != best}
        others[best] = [drafts[p].article for p in places if p != best]
    kept, problems = [], []
    for place, draft in enumerate(drafts):
        if place in lost:
            by = drafts[lost[place]].article
            why = say("twice.same", file=by.file)
            # of a copy without a date nobody knows how old it is
            if "" < _when(draft)[:10] < _when(drafts[lost[place]])[:10]:
                why = say("twice.older", file=by.file)
            problems.append(Problem("warning", draft.article.file, why))
            continue
        if others.get(place):
            article = _completed(draft.article, others[place])
            names = ", ".join(other.file for other in others[place])
            note = say("twice.note", names=names)
            draft = replace(draft, article=replace(article, notes=(*article.notes, note)))
        kept.append(draft)
    return kept, problems


def _completed(article: Article, others: Iterable[Article]) -> Article:
    """What only another copy of the article knows."""
    for other in others:
        if article.published is None and other.published is not None:
            article = replace(
                article, published=other.published, published_basis=other.published_basis,
                published_confidence=other.published_confidence, dates=other.dates,
            )  # fmt: skip
        article = replace(
            article, source=article.source or other.source, url=article.url or other.url,
            agency=article.agency or other.agency,
        )  # fmt: skip
    return article


def _when(draft: Draft) -> str:
    """When a version was made; sorts by day and time, unknown first."""
    return _sortable(draft.article.modified or draft.article.published)


def _sortable(moment: Moment | None) -> str:
    if isinstance(moment, datetime):
        return moment.isoformat()[:19]
    return moment.isoformat() if moment else ""


# ------------------------------------------------------------------ nearly the same text
def _own_words(article: Article) -> list[str]:
    """The words of the article itself, agency lines and other furniture left out."""
    pieces, at = [], 0
    for span in article.furniture:
        pieces.append(article.text[at : span.start_char])
        at = span.end_char
    pieces.append(article.text[at:])
    return _WORD.findall(" ".join(pieces).casefold())


def digest(article: Article) -> str:
    """The same for two articles with the same words; "" for a text too short to tell."""
    words = _own_words(article)
    return blake2b(" ".join(words).encode(), digest_size=16).hexdigest() if len(words) > 8 else ""


def _shingles_by_place(articles: Sequence[Article]) -> Callable[[int], frozenset[int]]:
    """The shingles of each article, the last few thousand kept at hand."""
    return lru_cache(_REMEMBERED)(lambda place: _shingles(articles[place]))


def _shingles(article: Article) -> frozenset[int]:
    """The runs of words of an article, hashed."""
    words = _own_words(article)
    return frozenset(
        int.from_bytes(blake2b(" ".join(words[i : i + _SHINGLE]).encode(), digest_size=8).digest())
        for i in range(len(words) - _SHINGLE + 1)
    )


def alike(articles: Sequence[Article]) -> list[tuple[int, int, float]]:
    """Pairs of places whose texts share much, with the share of the shorter one.

    Candidates have one of their smallest hashes in common (a bottom sketch, kin to
    MinHash): two texts that share half of their shingles miss each other once in
    many millions of pairs. Only candidates are compared shingle by shingle.
    """
    index: dict[int, list[int]] = defaultdict(list)
    pairs: list[tuple[int, int, float]] = []
    shingles = _shingles_by_place(articles)
    for place in range(len(articles)):
        mine = shingles(place)
        if len(mine) < _FEWEST:
            continue
        near: set[int] = set()
        for mark in nsmallest(_SKETCH, mine):
            if len(index[mark]) < _COMMON:
                near.update(index[mark])
                index[mark].append(place)
        for other in sorted(near):
            theirs = shingles(other)
            share = len(mine & theirs) / min(len(mine), len(theirs))
            if share >= _AGENCY_COPY:
                pairs.append((other, place, share))
    return pairs


def _versions(drafts: Sequence[Draft], pairs: Sequence[tuple[int, int, float]]) -> list[str]:
    """Versions of one article at one outlet under other addresses or file names."""
    marks = [""] * len(drafts)
    for first, second, share in pairs:
        a, b = drafts[first].article, drafts[second].article
        near = a.day is None or b.day is None or abs((a.day - b.day).days) <= _VERSION_DAYS
        if _one_outlet(a, b) and near and share >= _VERSION:
            marks[first] = marks[second] = marks[first] or marks[second] or f"version {first}"
    return marks


def _one_outlet(a: Article, b: Article) -> bool:
    return bool(a.source) and a.source.casefold() == b.source.casefold()


def _tied(articles: Sequence[Article], pairs: Sequence[tuple[int, int, float]]) -> list[Article]:
    """The articles with ``copy_of``: the first of a group is the one that stands alone."""
    parent = list(range(len(articles)))

    def root(place: int) -> int:
        while parent[place] != place:
            place = parent[place]
        return place

    def order(place: int) -> tuple[date, str, str]:
        article = articles[place]
        return article.day or date.max, _sortable(article.published), article.file

    for first, second, share in pairs:
        a, b = articles[first], articles[second]
        if _one_outlet(a, b):
            continue
        if share >= (_AGENCY_COPY if a.agency and a.agency == b.agency else _COPY):
            ends = (root(first), root(second))
            one = min(ends, key=order)
            for end in ends:
                parent[end] = one
    return [
        replace(article, copy_of=articles[root(place)].id) if root(place) != place else article
        for place, article in enumerate(articles)
    ]
