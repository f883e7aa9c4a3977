"""Signs that a recast clause has come apart: then the clause is told as it stands instead."""

from __future__ import annotations

import re

from timeline.german.clause_words import verb_forms, words_of
from timeline.german.tables import table
from timeline.german.verb_forms import FINITE, PARTICLES, Form, forms

#: Words no German main clause ends with; "an", "auf", "ein" may be particles ("kündigt … an").
_NO_END = re.compile(
    r" (?:am|im|zum|zur|vom|beim|ins|in|von|für|gegen|seit|bis|ohne|zwischen|wegen|binnen|der|die"
    r"|das|dem|den|des|eine|einen|einem|einer|und|oder|sowie|dass|weil)\Z"
)
#: "am frühen ein Damm": an adjective that has lost its noun.
_NO_NOUN = re.compile(
    r"\b(?:[Aa]m|[Ii]m|[Vv]om|[Zz]um|[Bb]eim|[Zz]ur) [a-zäöüß]+en (?:ein|eine|einen|der|die|das)\b"
)
#: "könnten an gestellt werden": what "vom 3. Mai an" has left.
_STRAY = re.compile(
    r"\b(?:könn\w+|soll\w*|wird|werden|kann|will|wollen|muss|müssen|ist|sind) an "
    r"(?:ge[a-zäöüß]+(?:t|en)|in|auf|ab)\b"
)
_HELPERS = table("hat hatte hatten wurde wurden wird ist war waren soll")


def broken(text: str, sentence: str) -> bool:
    """Whether a headline made from ``sentence`` is no German phrase any more."""
    bare = text.lstrip('„“"»«‚(')
    if not bare or not (bare[0].isupper() or bare[0].isdigit()):
        return True
    if text.startswith(("Und ", "Oder ")) and not sentence.startswith(text[:4]):
        return True  # what it is joined to is gone
    if _torn_quotes(text) or any(pattern.search(text) for pattern in (_NO_END, _NO_NOUN, _STRAY)):
        return True
    if text.endswith("…"):
        return False
    words = words_of(text.rpartition(": ")[2])
    if not words:
        return True
    if "," not in text and words[0].text[0].isupper() and _opens_unreal(words[0].lower):
        return "?" not in sentence and ("," in sentence or not sentence.startswith(words[0].text))
    found = [verb_forms(words, i) for i in range(len(words))]
    first = next((i for i, form in enumerate(found) if form & FINITE), None)
    if first is None:
        return False
    if words[-1].lower in _HELPERS and "," not in text and sum(map(bool, found)) == 1:
        return True  # "Die Bauarbeiten hatten", "Die nächste Wahl ist"
    away = words[-1].lower in PARTICLES  # "durften zurück"
    modal = (
        not away
        and found[first] & Form.MODAL
        and not any(form & Form.INFINITIVE for i, form in enumerate(found) if i != first)
    )
    if modal and _has_infinitive(sentence):
        return True
    # "Schon konnte telefonieren": nobody does it
    rest = [i for i in range(len(words)) if i != first]
    helps = found[first] & (Form.AUXILIARY | Form.MODAL)
    adverb = words[0].lower in ("schon", "noch", "wieder", "erst", "nicht", "dann", "auch")
    return bool(helps) and first == 1 and adverb and all(found[i] for i in rest[1:])


def _opens_unreal(word: str) -> bool:
    found = forms(word)
    return bool(found & Form.UNREAL and found & (Form.AUXILIARY | Form.MODAL))


def _has_infinitive(sentence: str) -> bool:
    words = words_of(sentence)
    return any(
        verb_forms(words, i) & Form.INFINITIVE and not verb_forms(words, i) & Form.MODAL
        for i in range(len(words))
    )


def _torn_quotes(text: str) -> bool:
    """Whether quotation marks close before they open, or stay open."""
    for left, right in (("„", "“"), ("«", "»"), ("(", ")"), ("‚", "‘")):
        if left not in text and right not in text:
            continue
        depth = 0
        for mark in text:
            depth += (mark == left) - (mark == right)
            if depth < 0 and not (left == "„" and "„" not in text):
                return True
            depth = max(depth, 0)
        if depth:
            return True
    return False
