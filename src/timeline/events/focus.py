"""What a date expression dates: the clause it stands in, or only the noun it hangs on.

"Am 3. Mai brannte die Halle" dates the clause. "Seit dem Brand vom 3. Mai steht die Halle leer"
dates the fire. In German just one constituent stands before the finite verb, so an expression that
follows a noun there belongs to that noun.
"""

from __future__ import annotations

import re

from timeline.events.kinds import kinds_of
from timeline.german.clause_words import Word
from timeline.german.clauses import Clause
from timeline.german.closed_classes import (
    ABOUT,
    DATE_PREPOSITIONS,
    DEFINITE_ARTICLES,
    DETERMINERS,
    ENDINGS,
    GENITIVES,
    PREPOSITIONS,
)
from timeline.german.tables import table

_GENITIVES = GENITIVES - {"dieser", "dieses", "seines", "ihres"}
_ATTACHING = frozenset({"von", "vom", "aus"})
_ANCHORED = re.compile(
    r"\b(?:vor|nach)\s+(?:de[mnr]|diese[mnr]|ihre[mnr]|seine[mnr])\s", re.IGNORECASE
)
#: "Jahresbeginn", "Wochenauftakt": a time, although it begins.
_PERIOD = re.compile(
    r"(?:jahrhundert|jahrtausend|jahrzehnt|jahr|monat|woche|quartal|tag|abend|sommer|herbst|winter"
    r"|frühling|frühjahr|halbjahr)[se]?n?s?-?(?:beginn|anfang|start|auftakt|wechsel|ende|schluss)"
)
_DATE_LEAD = (
    (DATE_PREPOSITIONS - {"nach", "zu", "für"})
    | (DEFINITE_ARTICLES - {"die", "das"})
    | ABOUT
    | table("anfang mitte ende schon bereits noch erst jahr jahre jahren")
)


def dated_noun(clause: Clause, start: int, end: int) -> list[Word]:
    """The words of the noun phrase the expression hangs on; empty where it dates the clause.

    ``start`` and ``end`` are offsets in the sentence.
    """
    words = clause.words
    first = next((i for i, word in enumerate(words) if word.end > start), len(words))
    inside = [word for word in words if start <= word.start < end]
    named = [
        w
        for w in inside
        if w.text[0].isupper()
        and w.lower not in _DATE_LEAD
        and kinds_of([w.lower])
        and not _PERIOD.fullmatch(w.lower)
    ]
    if named and not _ANCHORED.search(" ".join(w.text for w in inside)):
        return named  # "seit der Sperrung im Januar"
    before = first - 1
    prepositions: list[str] = []
    if inside and inside[0].lower in PREPOSITIONS:
        prepositions.append(inside[0].lower)
    while before >= 0 and words[before].lower in _DATE_LEAD:
        prepositions.append(words[before].lower)
        before -= 1
    if before < 0 or not words[before].text[0].isupper() or words[before].text.isdigit():
        return []
    noun = _phrase_before(words, before)
    if not noun or words[before].end < start - 24:
        return []
    fronted = clause.kind == "main" and clause.finite is not None and first < clause.finite
    named_kind = bool(kinds_of([word.lower for word in noun]))
    if fronted and before >= 0 and noun[0].start < start:
        before_noun = words[words.index(noun[0]) - 1].lower if words.index(noun[0]) else ""
        two_back = words[words.index(noun[0]) - 2].lower if words.index(noun[0]) > 1 else ""
        after = {"nach", "seit", "bei", "beim"} & {before_noun, two_back}
        return noun if named_kind or after or prepositions[-1:] == ["von"] else []
    if prepositions and prepositions[-1] in _ATTACHING and named_kind:
        return noun
    in_phrase = noun[0].lower in PREPOSITIONS or (
        words.index(noun[0]) > 0 and words[words.index(noun[0]) - 1].lower in PREPOSITIONS
    )
    if in_phrase and named_kind:
        at = words.index(noun[0])
        lead = {w.lower for w in words[max(0, at - 2) : at + 1]}
        if lead & {"seit", "nach"}:
            return noun
        rest = [w.lower for w in words if w not in noun and w not in inside]
        return noun if not kinds_of(rest) else []
    return []


def _phrase_before(words: tuple[Word, ...], last: int) -> list[Word]:
    """The noun phrase that ends with the word at ``last``, with a genitive."""
    begin = last
    genitive = False
    while begin > 0:
        word = words[begin - 1]
        lower = word.lower
        if words[begin].start - word.end > 3:
            break
        if word.text[0].isupper() and not word.initial:
            begin -= 1
        elif (
            lower in _GENITIVES
            and not genitive
            and (begin >= 2 and words[begin - 2].text[0].isupper())
        ):
            genitive = True
            begin -= 1
        elif lower in DETERMINERS or lower in PREPOSITIONS:
            break
        elif lower.endswith(ENDINGS) and words[begin].text[0].isupper():
            begin -= 1
        else:
            break
    return list(words[begin : last + 1])
