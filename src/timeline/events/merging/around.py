"""The clauses around the dated one: which of them tell of the same."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from timeline.events.speakers import is_report
from timeline.german.clause_words import Word
from timeline.german.clauses import Clause
from timeline.german.closed_classes import GENITIVES


def free_clauses(clause: Clause, found: Sequence[Clause], taken: Sequence[int]) -> list[Clause]:
    """The clauses around the dated one that no other date is in."""
    places = sorted(taken)

    def dated(other: Clause) -> bool:
        return any(bisect_left(places, a) < bisect_left(places, b) for a, b in other.pieces)

    return [other for other in found if other is not clause and not dated(other)]


def noun_before(clause: Clause, found: Sequence[Clause]) -> list[Word]:
    """The noun a relative clause hangs on, and the one it is a genitive of: they belong to what
    the clause tells ("die Sanierung des Hafens, die im Sommer …")."""
    if clause.kind != "relative":
        return []
    before = [w for c in found for w in c.words if c is not clause and w.end <= clause.span[0]]
    before.sort(key=lambda w: w.end)
    if not before or clause.span[0] - before[-1].end > 3:
        return []
    nouns = before[-1:]
    if len(before) > 2 and before[-2].lower in GENITIVES and before[-3].text[0].isupper():
        nouns.append(before[-3])
    return nouns


def neighbours(
    clause: Clause, found: Sequence[Clause], sentence: str, free: Sequence[Clause]
) -> list[tuple[Clause, float]]:
    """The clauses that tell more of the same, and how much of it.

    What is reported ("dass …"), what was tried ("… zu stoppen"), what came with it ("und hatten
    Akten mitgenommen"), and the clause a relative clause hangs on.
    """
    undated = set(map(id, free))
    near: list[tuple[Clause, float]] = []
    follows = clause.span[1]
    for other in found:
        if other.span[0] < clause.span[1] or id(other) not in undated:
            continue
        joined = other.kind == "main" and sentence[other.span[0] :].lstrip().startswith("und ")
        if other.kind in ("sub", "infinitive") or joined:
            if other.span[0] - follows > 4:
                break
            reported = other.kind == "sub" and is_report(clause)
            near.append((other, 0.9 if reported else 0.7))
            follows = other.span[1]
        elif other.kind == "main":
            break
    if clause.kind in ("relative", "infinitive", "sub"):
        before = [c for c in free if c.span[0] < clause.span[0] and c.kind in ("main", "sub")]
        near += [(c, 0.5) for c in before[-1:]]
    return near
