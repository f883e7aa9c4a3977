"""Where the time expressions of a sentence are, and what each means.

A sentence becomes a string with one character per token (``lexicon``). At every
token that can begin a rule the grammar is asked; the longest reading that its
builder accepts wins, and the scan goes on behind it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from timeline.german.closed_classes import COMMON_PREPOSITIONS, DEFINITE_ARTICLES, POSSESSIVES
from timeline.german.grammar import grammar
from timeline.german.meaning import Meaning
from timeline.german.pattern import Match, Part, Rule
from timeline.german.sentences import sentence_around
from timeline.german.tables import table
from timeline.german.tokens import Tokens

#: what may lead to a date
_LEADING = (COMMON_PREPOSITIONS - table("trotz neben unter hinter ohne ans wegen")) | table(
    "per pro je binnen innerhalb fürs übers"
)
_FUSED = {"fürs": "für", "übers": "über"}
_DETERMINERS = DEFINITE_ARTICLES | {"diesem", "dieser", "diesen"}
#: may stand between a preposition and its noun phrase without changing either
_SKIPPED = table(
    """
    etwa rund knapp circa ca ungefähr spätestens frühestens genau gut fast einschließlich
    einschliesslich schon erst noch kurz bereits voraussichtlich mindestens wenigstens höchstens
    längstens vorerst
    """
)
_BEFORE_NOUN = _DETERMINERS | _SKIPPED
_BEFORE_SECOND = _DETERMINERS | {"zum", "einschließlich"}  # „vom 3. bis einschließlich 5. Mai“
#: „bis zum“, „bis in“: the second preposition adds nothing to the first
_AFTER_BIS = table(
    """
    zum zur zu in an am ins im auf gegen nach vor
    """
)


@dataclass(frozen=True, slots=True)
class Hit:
    """One expression found: its meaning, the rule, and tokens ``first`` to ``last`` (exclusive).

    ``lead`` is the token where its preposition begins.
    """

    meaning: Meaning
    rule: Rule
    first: int
    last: int
    prep: str
    lead: int
    sibling: bool = False  # not the first part of what one rule matched


def dated_sentences(text: str, start: int, end: int) -> Iterator[Tokens]:
    """The sentences of ``text[start:end]`` with a word that may head a time expression.

    The others, two of three in news, are never cut out of the text. Offsets count in ``text``.
    """
    reader = grammar().reader
    since = start
    for at in reader.heads(text, start, end):
        if at >= since:
            begin, since = sentence_around(text, at, start, end, since=since)
            yield reader.tokens(text, begin, since)


def recognise(tokens: Tokens) -> list[Hit]:
    """All expressions of the sentence, left to right, without overlap."""
    rules = grammar()
    hits: list[Hit] = []
    codes = tokens.codes
    i = free = 0  # tokens before ``free`` belong to an earlier expression
    while start := rules.start.search(codes, i):
        i = start.start()
        prep, det, lead = "", "", -1
        for rule, found, bound in rules.candidates(codes, i):
            if lead < 0:
                prep, det, lead = _context(tokens, i, free)
            match = Match(tokens.words, tokens.values, i, found.end(), found, bound, prep, det)
            built = rule.build(match)
            if built is None:
                continue
            if _is_title(tokens, i, found.end()) or _is_somebodys(tokens, i, found.end()):
                i = found.end()
                break
            if isinstance(built, list):
                hits += _parts(tokens, built, rule, i, prep, lead)
                last = max(part.last for part in built)
            else:
                last = found.end() + _closes_bracket(tokens.words, i, found.end())
                hits.append(Hit(built, rule, i, last, prep, lead))
            free = i = last
            break
        else:
            i += 1
    return hits


def _parts(
    tokens: Tokens, parts: list[Part], rule: Rule, start: int, prep: str, lead: int
) -> Iterator[Hit]:
    """The hits of a match that holds several expressions; only the first has its preposition."""
    for part in parts:
        inner = part.first != start
        p, low = _inner_context(tokens, part.first, start) if inner else (prep, lead)
        yield Hit(part.meaning, rule, part.first, part.last, p, low, inner)


def _closes_bracket(words: list[str], first: int, last: int) -> bool:
    """„Samstag (3. Mai)“: the bracket that the expression opened goes with it."""
    return (
        last < len(words)
        and words[last] == ")"
        and "(" in words[first:last]
        and ")" not in words[first:last]
    )


def _is_title(tokens: Tokens, first: int, last: int) -> bool:
    """„Bild am Sonntag“, „Der Freitag“: a quotation of names that ends with the expression."""
    if last >= len(tokens.words) or "QUOTE" not in tokens.values[last]:
        return False
    if first and "QUOTE" in tokens.values[first - 1]:
        return True
    inside: list[str] = []
    for j in range(first - 1, max(first - 5, -1), -1):
        if "QUOTE" in tokens.values[j]:
            names = [w for w in inside if w[:1].isupper()]
            small = {w.lower() for w in inside} - {w.lower() for w in names}
            return bool(names) and small <= {"am", "im", "in", "der", "die", "das", "und", "zum"}
        inside.append(tokens.words[j])
    return False


def _is_somebodys(tokens: Tokens, first: int, last: int) -> bool:
    """„sein letzter Sommer“, „ihr letztes Jahr“: the last one of all, not the one gone by.

    But „hat ihr letzten Freitag gekündigt“, „mein letztes Jahr gekauftes Auto“.
    """
    words = tokens.words
    if not words[first].startswith("letzt") or not first or words[first - 1] not in POSSESSIVES:
        return False
    inflected = words[first - 1].endswith(("e", "em", "en", "es", "ner", "rer"))
    if not inflected and words[first] not in ("letzter", "letztes"):
        return False
    after = words[last] if last < len(words) else ""
    return not (after.islower() and after.endswith(("tes", "te", "ten", "ter", "nes", "ne", "nen")))


def _context(tokens: Tokens, i: int, free: int) -> tuple[str, str, int]:
    """Preposition, determiner and first token of what leads to the expression at ``i``."""
    words, j, det = tokens.words, i - 1, ""
    lead = i
    while j >= free and words[j].lower() in _BEFORE_NOUN:
        if words[j].lower() in _DETERMINERS:
            det = words[j].lower()
        lead = j
        j -= 1
    if j < free or words[j].lower() not in _LEADING:
        return "", det, i  # an article without a preposition is the noun's („die 1998 gebaute …“)
    prep = _FUSED.get(words[j].lower(), words[j].lower())
    lead = j
    before = words[j - 1].lower() if j - 1 >= free else ""
    if before == "bis" and prep in _AFTER_BIS:
        return "bis", det, j - 1
    if before == "innerhalb" and prep == "von":
        return prep, det, j - 1
    if before in ("seit", "ab") and prep in ("dem", "am", "im"):
        return before, det, j - 1
    return prep, det, lead


def _inner_context(tokens: Tokens, first: int, floor: int) -> tuple[str, int]:
    """The same inside a match of several parts: „bis“, „und“, „–“ before the second date."""
    j = first - 1
    while j > floor and tokens.words[j].lower() in _BEFORE_SECOND:
        j -= 1
    return (tokens.words[j].lower() if j > floor else "", first)
