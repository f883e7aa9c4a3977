"""Relative clauses as sentences of their own, with the noun they hang on.

"ein Abkommen, das die Präsidenten im Juni unterzeichneten" → "die Präsidenten unterzeichneten das
Abkommen". The relative pronoun gives the noun's gender, number and case, so the article is certain.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.phrases import DETERMINERS, PREPOSITIONS, is_noun, noun_phrase
from timeline.events.pronouns import is_plural, weak_adjectives
from timeline.events.recast import Token, render, split_verb, without_dates
from timeline.german.clause_words import Word, verb_forms
from timeline.german.clauses import Clause
from timeline.german.tables import table
from timeline.german.verb_forms import Form

_FITS = {
    "der": table(
        """
        der ein einen den dem einem des eines dieser diesen diesem kein keinen im am zum vom beim
        seinen ihren seinem ihrem
        """
    ),
    "das": table("das ein dem einem des eines dieses diesem im am zum vom beim ins sein ihr"),
    "die": table("die eine der einer zur ihre seine ihrer seiner diese dieser keine"),
}  # fmt: skip
_COPULA = table("ist sind war waren wurde wurden bleibt blieb")
_SUBJECTS = table("er sie es man wir ich niemand")
_NOMINATIVE = table(
    "der die das ein eine kein keine diese dieser zwei drei mehrere viele einige alle"
)


def relative(
    clause: Clause,
    found: Sequence[Clause],
    sentence: str,
    spans: Sequence[tuple[int, int]],
) -> str:
    """The relative clause as a main clause; "" where its noun or its place is uncertain."""
    pronoun = clause.words[0].lower
    if clause.finite is None or pronoun not in ("der", "die", "das", "den", "deren", "dessen"):
        return ""
    finite = clause.words[clause.finite]
    plural = is_plural(finite.text)
    antecedent = _antecedent(clause, found, sentence, pronoun, plural and pronoun == "die")
    if antecedent is None:
        return ""
    kept, _ = without_dates(clause, sentence, spans)
    position = next((i for i, token in enumerate(kept) if token.word is finite), None)
    if position is None or not kept:
        return ""
    rest = [t for i, t in enumerate(kept) if i != position and t.word is not clause.words[0]]
    verb, particle = split_verb(kept[position])
    if pronoun in ("deren", "dessen"):
        return _genitive(antecedent, rest, verb, particle, sentence)
    name, text = antecedent
    own = _own_subject([t.word for t in rest], sentence, pronoun, plural, clause)
    if own:
        head = render(rest[:own])
        article = "" if name else f"{pronoun} "
        noun = weak_adjectives(text, plural=pronoun == "die" and _looks_plural(text), oblique=False)
        body = " ".join(t.text for t in rest[own:] + particle)
        return f"{head} {verb.word.text} {article}{noun} {body}"
    if pronoun == "den":
        return ""
    article = "" if name else f"{pronoun} "
    noun = weak_adjectives(text, plural, oblique=False)
    body = " ".join(t.text for t in rest + particle)
    return f"{article}{noun} {verb.word.text} {body}"


def _own_subject(
    words: Sequence[Word], sentence: str, pronoun: str, plural: bool, clause: Clause
) -> int:
    """How many words the clause's own subject has; 0 where the pronoun is the subject."""
    if not words or pronoun == "der":
        return 0
    if words[0].lower in _SUBJECTS:
        return 1
    end = noun_phrase(words, 0, sentence)
    if end == 0 or words[0].start - clause.words[0].end > 2:
        return 0
    if pronoun == "den":
        return end
    first = words[0].lower
    if pronoun == "das" and plural:
        return end
    if first in _NOMINATIVE:
        accusative = pronoun == "die" and first == "das"
        return 0 if accusative or (pronoun == "das" and first == "die" and not plural) else end
    return 0  # "das Austin gab" and "die Köln erreichte": the pronoun may stand in front of both


def _antecedent(
    clause: Clause, found: Sequence[Clause], sentence: str, pronoun: str, plural: bool
) -> tuple[bool, str] | None:
    """The noun phrase (is it a name, its words without article) that the clause hangs on."""
    holder = next(
        (
            c
            for c in reversed(found)
            if c is not clause and c.span[0] < clause.span[0] and c.kind != "aside"
        ),
        None,
    )
    if holder is None:
        return None
    words = [word for word in holder.words if word.end <= clause.span[0]]
    if not words:
        return None
    for begin, end in _phrases(words, sentence):
        if len(words) - end > 6:
            break
        if begin > 2 and words[begin - 1].lower in ("und", "oder"):
            hyphen = sentence[words[begin - 2].end : words[begin - 1].start]
            if hyphen.startswith("-") and words[begin - 3].lower in DETERMINERS:
                begin -= 3  # "einem Sicherheits- und Verteidigungsabkommen"
        article = words[begin].lower if words[begin].lower in DETERMINERS else ""
        start = begin + 1 if article else begin
        before = words[begin - 1].lower if begin else ""
        if not article and before in ("im", "am", "zum", "zur", "vom", "beim", "ins"):
            article = before
        text = _with_quotes(sentence, words[start].start, words[end - 1].end)
        capitals = [w for w in words[start:end] if w.text[0].isupper()]
        name = not article and len(capitals) >= 2 and capitals == list(words[start:end])
        if name and pronoun in ("die", "der", "deren", "dessen"):
            return None if plural else (True, text)
        if plural and article == "den":
            return None  # the dative plural has an -n that the nominative may lack
        if plural and not article:
            if any(word.text[0].isdigit() for word in words[begin:end]):
                return True, text.removeprefix("insgesamt ")
            continue
        if not _agrees(article, pronoun, plural, text):
            continue
        finite = holder.words[holder.finite] if holder.finite is not None else None
        predicate = (
            finite is not None
            and finite.lower in _COPULA
            and finite.end <= words[begin].start
            and before not in PREPOSITIONS
            and holder.kind == "main"
            and not any(verb_forms(holder.words, i) & Form.PARTICIPLE for i in range(len(words)))
        )
        if predicate:
            stop = noun_phrase(words, 0, sentence)
            if stop and words[stop - 1].end <= (finite.start if finite else 0):
                whole = sentence[words[0].start : words[stop - 1].end]
                return True, whole[:1].lower() + whole[1:] if words[
                    0
                ].lower in DETERMINERS else whole
        return False, text
    return None


def _with_quotes(sentence: str, start: int, end: int) -> str:
    """The stretch with the quotation marks around a name at its ends."""
    start -= sentence[start - 1 : start] in tuple("„«‚")
    end += sentence[end : end + 1] in tuple("“»‘")
    return sentence[start:end]


def hanging(
    clause: Clause, found: Sequence[Clause], sentence: str, spans: Sequence[tuple[int, int]]
) -> str:
    """The noun with its relative clause: "Kosten, die sich verdreifacht hätten"; or ""."""
    words = [w for c in found if c.kind != "aside" and c is not clause for w in c.words]
    words = sorted((w for w in words if w.end <= clause.span[0]), key=lambda w: w.start)
    if not words or clause.span[0] - words[-1].end > 3:
        return ""
    if clause.words[0].lower in ("deren", "dessen"):
        return ""  # it tells more of a part than of the noun
    whole = range(max(0, len(words) - 8), len(words))
    begin = next((i for i in whole if noun_phrase(words, i, sentence) == len(words)), None)
    if begin is None:
        return ""
    if words[begin].lower in ("den", "denen") and clause.words[0].lower == "die":
        return ""  # a dative plural: the nominative may lack its -n
    while begin < len(words) and not is_noun(words[begin], False):
        begin += 1
    kept, _ = without_dates(clause, sentence, spans)
    if begin == len(words) or len(kept) < 2:
        return ""
    text = _with_quotes(sentence, words[begin].start, words[-1].end)
    return f"{text}, {' '.join(token.text for token in kept)}"


def _phrases(words: Sequence[Word], sentence: str) -> list[tuple[int, int]]:
    """Noun phrases, the last first; the longest that ends where it ends."""
    found: list[tuple[int, int]] = []
    index = 0
    while index < len(words):
        end = noun_phrase(words, index, sentence, long=False)
        if end > index:
            found.append((index, end))
            index = end
        else:
            index += 1
    return list(reversed(found))


def _agrees(article: str, pronoun: str, plural: bool, text: str) -> bool:
    if pronoun in ("deren", "dessen"):
        fits = _FITS["die"] if pronoun == "deren" else _FITS["das"] | _FITS["der"]
        return article in fits or not article
    if pronoun == "den":
        return article in _FITS["der"] or not article
    if pronoun == "die" and plural:
        return article not in ("das", "ein", "eine", "einem", "einen", "zur", "im", "am", "zum")
    if not article:
        return not _looks_plural(text) or text.split()[0][:1].isupper()
    return article in _FITS[pronoun]


def _looks_plural(text: str) -> bool:
    words = text.split()
    return bool(words) and (
        words[0][:1].isdigit()
        or (words[-1].endswith(("en", "ern")) and words[0].endswith(("en", "e")) and len(words) > 1)
    )


def _genitive(
    antecedent: tuple[bool, str],
    rest: list[Token],
    verb: Token,
    particle: list[Token],
    sentence: str,
) -> str:
    """ "deren Großvater … worden war" → "Großvater von X war … worden"."""
    name, text = antecedent
    end = noun_phrase([t.word for t in rest], 0, sentence, long=False)
    if not name or end == 0:
        return ""
    head = " ".join(t.text for t in rest[:end])
    body = " ".join(t.text for t in rest[end:] + particle)
    return f"{head} von {text} {verb.word.text} {body}"
