"""One of several parts of a clause that share its verb, which only the first has.

"Am Montag kamen die Gäste, am Dienstag die Wirte", "Das Bad soll im Mai öffnen, der Park im Juni".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.events.headlines.candidates import is_plural
from timeline.events.headlines.coordination import agreeing, is_verbal, nouns_in, subject_in
from timeline.events.headlines.surroundings import Surroundings
from timeline.events.headlines.tokens import HELPING
from timeline.events.phrases import noun_phrase
from timeline.events.stretches import Stretch, Stretches
from timeline.german.clause_words import Word, verb_forms
from timeline.german.clauses import Clause
from timeline.german.closed_classes import (
    DATE_PREPOSITIONS,
    DEFINITE_ARTICLES,
    NOMINATIVE_ARTICLES,
)
from timeline.german.tables import table
from timeline.german.verb_forms import FINITE, PARTICLES, forms

#: "Am Montag berät der Ausschuss, danach der Rat"
_THEN = frozenset(("danach", "dann", "anschließend", "später"))


def gapped(clause: Clause, place: Stretch, around: Surroundings) -> Clause | None:
    """What one of several dates tells that share a verb: "am Montag kamen die Gäste, am Dienstag
    die Wirte"; the part of the clause, with the verb, or None."""
    told_on = [(w.start, w.end) for w in clause.words if w.lower in _THEN and not w.initial]
    inside = sorted(s for s in (*around.dates, *told_on) if clause.span[0] <= s[0] < clause.span[1])
    if clause.finite is None or clause.kind != "main" or len(inside) < 2:
        return None
    verb = clause.words[clause.finite]
    if forms(verb.text) & HELPING:
        return None  # "wurde am Montag die Brücke, am Dienstag der Damm gesperrt"
    parts: list[tuple[int, list[Word]]] = []
    for number, (start, end) in enumerate(inside):
        stop = inside[number + 1][0] if number + 1 < len(inside) else clause.span[1]
        told = [word for word in clause.words if end <= word.start < stop and word.lower != "und"]
        parts.append((start, told))
    later: list[tuple[int, list[Word]]] = []
    for start, told in parts:
        lead = around.sentence[:start].rstrip()
        if start > verb.start and lead.endswith((",", " und") if later else ","):
            later.append((start, told))
    heads = [told[0].lower if told else "" for _, told in later]
    first = [word for word in clause.words if later and word.start < later[0][0]]
    verbal = any(verb_forms(told, i) & FINITE for _, told in later for i in range(len(told)))
    nouns = [bool(told) and noun_phrase(told, 0, "") > 0 for _, told in later]
    if not later or verbal or not nouns[0] or not _subject_before(first, verb):
        return None
    if place[0] < later[0][0]:
        return replace(clause, pieces=((clause.span[0], later[0][0]),), words=tuple(first))
    number = next((i for i, (start, _) in enumerate(later) if start == place[0]), -1)
    date = [word for word in clause.words if place[0] <= word.start < place[1]]
    following = next((c for c in around.clauses if 0 <= c.span[0] - clause.span[1] <= 2), None)
    if number == len(later) - 1 and not later[number][1] and following and following.finite == 0:
        words = (*date, *following.words)  # "…, am Freitag, dem 3. Mai, kam der Rest"
        pieces = ((place[0], following.span[1]),)
        return replace(following, pieces=pieces, words=words, finite=len(date))
    articles = {"die"} if is_plural(verb.text) else NOMINATIVE_ARTICLES
    agrees = heads[number] in articles or (is_plural(verb.text) and heads[number].isdigit())
    if number < 0 or not nouns[number] or not agrees:
        return None
    particle = [first[-1]] if first[-1].lower in PARTICLES else []
    told = later[number][1]
    words = (*date, verb, *told, *particle)
    return replace(clause, pieces=((place[0], told[-1].end),), words=words, finite=len(date))


def _subject_before(words: Sequence[Word], verb: Word) -> bool:
    """Whether a part of a clause has more than its date and its verb."""
    return any(word.text[0].isupper() for word in words if word.start > verb.end) or (
        bool(words) and words[0] is not verb and words[0].lower in ("der", "die", "das", "ein")
    )


_LEADS = table(
    """
    erst schon bereits noch dann frühestens spätestens voraussichtlich dagegen hingegen aber auch
    """
)
#: what may stand between a subject and its date: "der Park erst im Juni"
_BEFORE_DATE = DATE_PREPOSITIONS | DEFINITE_ARTICLES | _LEADS


def gapped_verbs(clause: Clause, place: Stretch, around: Surroundings) -> Clause | None:
    """The same for a verb of two parts: "soll am Montag öffnen, der Park erst im Juni" """
    words, at = clause.words, clause.finite
    cut = _cut(clause, around)
    if at is None or not cut:
        return None
    if place[0] < words[cut].start:
        return replace(
            clause, pieces=((clause.span[0], words[cut - 1].end),), words=tuple(words[:cut])
        )
    end = noun_phrase(words, cut, around.sentence)
    own = list(words[cut:end])
    finite = agreeing(words[at], own, sure=True)
    first = subject_in(words, at, cut, around)
    dates = Stretches(around.spans)
    told = [w for w in words[at + 1 : cut] if w not in first and w.start not in dates]
    objects = nouns_in(told, around)
    if finite is None or not first or (objects and own[0].lower not in ("der", "ein")):
        return None  # "will im Mai den Chor holen, die Band erst im Juni": whom, or who?
    date = words[end:]
    pieces = ((words[cut].start, words[-1].end),)
    return replace(clause, pieces=pieces, words=(*own, finite, *date, *told), finite=len(own))


def _cut(clause: Clause, around: Surroundings) -> int:
    """The index where the second part of a clause begins, behind a participle or an infinitive and
    a comma: a noun phrase and a date, and nothing else; 0 where none does."""
    words, at = clause.words, clause.finite
    if at is None or clause.kind != "main":
        return 0
    if not forms(words[at].text) & HELPING:
        return 0
    dates, sentence = Stretches(around.spans), around.sentence
    for index in range(at + 2, len(words) - 1):
        between = sentence[words[index - 1].end : words[index].start].strip()
        end = noun_phrase(words, index, sentence)
        if between != "," or end == index or not is_verbal(words, index - 1):
            continue
        rest = words[end:]
        dated = bool(rest) and all(w.start in dates or w.lower in _BEFORE_DATE for w in rest)
        dated = dated and any(w.start in dates for w in rest)
        return index if dated and not any(w.start in dates for w in words[index:end]) else 0
    return 0
