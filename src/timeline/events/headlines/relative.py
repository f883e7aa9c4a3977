"""Relative clauses as sentences of their own, with the noun they hang on.

"ein Abkommen, das die Präsidenten im Juni unterzeichneten" → "die Präsidenten unterzeichneten das
Abkommen". The relative pronoun gives the noun's gender, number and case, so the article is certain.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.headlines.antecedent import (
    SAME_IN_DATIVE,
    antecedent_of,
    looks_plural,
    owner_of,
    with_quotes,
)
from timeline.events.headlines.candidates import is_plural
from timeline.events.headlines.pronouns import weak_adjectives
from timeline.events.headlines.surroundings import Surroundings
from timeline.events.headlines.tokens import NONFINITE, Token, render, split_verb, text_of, verb_at
from timeline.events.headlines.undated import without_dates
from timeline.events.persons import acts, is_person
from timeline.events.phrases import is_noun, noun_phrase
from timeline.events.stretches import Stretch
from timeline.german.clause_words import Word, verb_forms
from timeline.german.clauses import Clause
from timeline.german.closed_classes import (
    DATIVE_PREPOSITIONS,
    DETERMINERS,
    NOMINATIVE_ARTICLES,
    OBJECT_PREPOSITIONS,
    PREPOSITIONS,
    RELATIVE_PRONOUNS,
    SUBJECT_PRONOUNS,
)
from timeline.german.tables import table

_CONTRACTIONS = {
    "in dem": "im",
    "an dem": "am",
    "zu dem": "zum",
    "zu der": "zur",
    "von dem": "vom",
    "bei dem": "beim",
}
_OF_OBJECTS = OBJECT_PREPOSITIONS | {"an", "um"}
_DATIVES = DATIVE_PREPOSITIONS | {"den", "denen", "gegenüber"}
_SUBJECTS = SUBJECT_PRONOUNS | {"niemand"}
_NOMINATIVE = NOMINATIVE_ARTICLES | table(
    "kein keine diese dieser zwei drei mehrere viele einige alle"
)


def relative(clause: Clause, around: Surroundings, left_out: Sequence[Stretch]) -> str:
    """The relative clause as a main clause; "" where its noun or its place is uncertain."""
    opening = [w for w in clause.words[:3] if w.lower not in ("und", "oder")]
    if clause.finite is None or not opening:
        return ""
    preposition = opening[0].lower if opening[0].lower in PREPOSITIONS else ""
    opener = opening[1] if preposition and len(opening) > 1 else opening[0]
    pronoun = opener.lower
    if pronoun not in RELATIVE_PRONOUNS:
        return ""
    finite, sentence = clause.words[clause.finite], around.sentence
    plural = is_plural(finite.text)
    antecedent = _antecedent(clause, around, preposition, pronoun, plural)
    kept, _ = without_dates(clause, sentence, left_out)
    position = verb_at(kept, finite)
    if antecedent is None or position is None:
        return ""
    before = {w.start for w in clause.words if w.start <= opener.start}
    rest = [t for i, t in enumerate(kept) if i != position and t.word.start not in before]
    verb, particle = split_verb(kept[position])
    if pronoun in ("deren", "dessen"):
        return "" if preposition else _genitive(antecedent, rest, verb, particle, sentence)
    if preposition or pronoun == "dem":
        return _oblique(antecedent, preposition, pronoun, (rest, verb, particle), sentence)
    name, text = antecedent
    article = "" if name else f"{pronoun} "
    words = [token.word for token in rest]
    own = _own_subject(words, sentence, pronoun, plural, opener)
    own = own or _acting(words, sentence, pronoun, opener, text)
    if own:
        many = pronoun == "die" and looks_plural(text)
        noun = weak_adjectives(text, plural=many, oblique=pronoun == "den")
        body = text_of(rest[own:] + particle)
        return f"{render(rest[:own])} {verb.word.text} {article}{noun} {body}"
    if pronoun == "den":
        return ""
    noun = text if name else weak_adjectives(text, plural, oblique=False)
    return f"{article}{noun} {verb.word.text} {text_of(rest + particle)}"


def _antecedent(
    clause: Clause, around: Surroundings, preposition: str, pronoun: str, plural: bool
) -> tuple[bool, str] | None:
    """The noun that the clause hangs on: whether it is a name, and its words without article."""
    agrees = "die" if preposition and pronoun == "der" else pronoun  # "die Rede, in der …"
    many = plural and agrees == pronoun == "die"
    asked = [many, True] if preposition and pronoun == "die" and not many else [many]
    oblique = bool(preposition) or pronoun == "dem"
    where = clause, around.clauses, around.sentence
    found = (antecedent_of(*where, agrees, number, oblique=oblique) for number in asked)
    return next((noun for noun in found if noun is not None), None)  # "Opfer, an die …"


def _acting(
    words: Sequence[Word], sentence: str, pronoun: str, opener: Word, antecedent: str
) -> int:
    """How many words the phrase behind the pronoun has, if it names who acts, and the antecedent
    nobody: "die Risse, die Prüfer entdeckt hatten"."""
    end = noun_phrase(words, 0, sentence)
    if end == 0 or pronoun not in ("die", "das") or words[0].start - opener.end > 2:
        return 0
    if words[0].lower in DETERMINERS - _NOMINATIVE or acts(antecedent):
        return 0
    named = words[0].lower in _NOMINATIVE and acts(words[end - 1].text)
    return end if named or is_person(words[end - 1].text) else 0


def _oblique(
    antecedent: tuple[bool, str],
    preposition: str,
    pronoun: str,
    parts: tuple[list[Token], Token, list[Token]],
    sentence: str,
) -> str:
    """ "dem sie Geld geliehen hatte" → "sie hatte dem Mann Geld geliehen"; with a preposition, the
    same: "nach dem Betriebe zahlen sollen" → "Betriebe sollen nach dem Entwurf zahlen"."""
    rest, verb, particle = parts
    name, text = antecedent
    words = [token.word for token in rest]
    own = 1 if words and words[0].lower in _SUBJECTS else noun_phrase(words, 0, sentence)
    if own == 0 or pronoun == "das" or (name and pronoun != "die"):
        return ""
    noun = weak_adjectives(text, plural=looks_plural(text), oblique=pronoun != "die")
    link = f"{preposition} {'' if name else pronoun}".strip()
    link = f"{_CONTRACTIONS.get(link, link)} {noun}"
    at = len(rest) if preposition in _OF_OBJECTS else own
    while at > own and verb_forms(words, at - 1) & NONFINITE:
        at -= 1  # "der Saal hatte lange | auf die Rede | gewartet"
    body = " ".join(
        [*(t.text for t in rest[own:at]), link, *(t.text for t in rest[at:] + particle)]
    )
    return f"{render(rest[:own])} {verb.word.text} {body}"


def _own_subject(
    words: Sequence[Word], sentence: str, pronoun: str, plural: bool, opener: Word
) -> int:
    """How many words the clause's own subject has; 0 where the pronoun is the subject."""
    if not words or pronoun == "der":
        return 0
    if words[0].lower in _SUBJECTS:
        return 1
    end = noun_phrase(words, 0, sentence)
    if end == 0 or words[0].start - opener.end > 2:
        return 0
    if pronoun == "den":
        return end
    first = words[0].lower
    if pronoun == "das" and plural:
        return end
    if first in _NOMINATIVE:
        accusative = pronoun == "die" and first == "das"
        return 0 if accusative or (pronoun == "das" and first == "die" and not plural) else end
    role = is_person(words[0].text) and end > 2 and all(w.text[0].isupper() for w in words[:end])
    if role and not plural:
        return end  # "die Ministerin Ada Holm präsentierte": she, not the thing
    return 0  # "das Austin gab" and "die Köln erreichte": the pronoun may stand in front of both


def hanging(clause: Clause, around: Surroundings, left_out: Sequence[Stretch]) -> str:
    """The noun with its relative clause: "Kosten, die sich verdreifacht hätten"; or ""."""
    sentence = around.sentence
    words = [w for c in around.clauses if c.kind != "aside" and c is not clause for w in c.words]
    words = sorted((w for w in words if w.end <= clause.span[0]), key=lambda w: w.start)
    if not words or clause.span[0] - words[-1].end > 3:
        return ""
    if clause.words[0].lower in ("deren", "dessen"):
        return ""  # it tells more of a part than of the noun
    while (
        len(words) > 1
        and words[-1].text[0].islower()
        and (verb_forms(words, len(words) - 1) & NONFINITE)
    ):
        words.pop()  # "Reste einer Siedlung | entdeckt, die …"
    finite = clause.words[clause.finite].text if clause.finite is not None else ""
    opener = next((w.lower for w in clause.words[:2] if w.lower not in PREPOSITIONS), "")
    led = clause.words[0].lower in PREPOSITIONS
    many = opener == "die" and is_plural(finite)
    if led and opener == "der":
        opener = "die"  # "die Schlacht, in der …"
    owner = owner_of(words, opener, many, sentence)
    if owner is None and led and opener == "die":
        owner = owner_of(words, opener, True, sentence)
    if owner is None:
        return ""
    begin, end = owner
    lead = {word.lower for word in words[max(0, begin - 1) : begin + 1]}
    dative = bool(lead & _DATIVES) and not SAME_IN_DATIVE.search(words[end - 1].text)
    if opener == "die" and dative and words[end - 1].text.endswith("n") and is_plural(finite):
        return ""  # a dative plural: the nominative may lack its -n
    while begin < len(words) and not is_noun(words[begin], False):
        begin += 1
    kept, _ = without_dates(clause, sentence, left_out)
    if begin == len(words) or len(kept) < 2:
        return ""
    text = with_quotes(sentence, words[begin].start, words[-1].end)
    return f"{text}, {text_of(kept)}"


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
    head = text_of(rest[:end])
    body = text_of(rest[end:] + particle)
    return f"{head} von {text} {verb.word.text} {body}"
