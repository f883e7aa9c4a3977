"""The subject in front: moved there, or taken from the clause before that shares it.

"Beendet wurde der Streik" → "Der Streik wurde beendet", only where the case of the noun phrase, or
its being the only one, shows that it is the subject.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.headlines.candidates import is_plural
from timeline.events.headlines.order import attributes_end
from timeline.events.headlines.pronouns import EXPLETIVE, PERSONAL
from timeline.events.headlines.surroundings import Surroundings
from timeline.events.headlines.tokens import HELPING, Token, tokens, uncapitalized, verb_at
from timeline.events.persons import is_person
from timeline.events.phrases import free_noun_phrases, noun_phrase
from timeline.events.speakers import subject_span
from timeline.events.stretches import Stretch
from timeline.german.clause_words import Word
from timeline.german.clauses import Clause
from timeline.german.closed_classes import (
    ACCUSATIVES,
    BE,
    BECOME,
    CONTRASTS,
    DATIVES,
    DETERMINERS,
    NOMINATIVE_ARTICLES,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
)
from timeline.german.tables import table
from timeline.german.verb_forms import Form, forms

#: what may join a clause to one whose subject it shares
_SHARING = CONTRASTS | {"und"}
OBLIQUE = ACCUSATIVES | DATIVES | table("des einer eines dieses jeden jedem sich")


def subject_first(kept: list[Token], finite: Word | None, sentence: str) -> list[Token]:
    """The tokens of a main clause with its subject in front, where a verb or an object was."""
    position = verb_at(kept, finite) or 0
    if finite is None or position == 0 or any("," in token.after for token in kept):
        return kept
    words = [token.word for token in kept]
    end = noun_phrase(words, position + 1, sentence)
    if end > position + 1:
        end = attributes_end(words, end, sentence)  # "bekam den Preis eine Frau | aus Emden"
    if end <= position + 1 or words[position + 1].lower in OBLIQUE:
        return kept
    front, subject, rest = kept[:position], kept[position + 1 : end], kept[end:]
    done = any(forms(token.lower) & Form.PARTICIPLE for token in rest)
    what = len(subject) == 1 and is_person(subject[0].word.text)  # "Lang war | Trainerin": a name
    adjective = len(front) == 1 and words[0].lower in _ADJECTIVES and not done and not what
    copula = finite.text in BE | BECOME
    if _verb_in_front(front, finite) or (adjective and copula):  # "Groß wurde die Mühle"
        if _has_object([token.word for token in rest], sentence):
            return kept  # "Gestiftet hatte das Haus die Familie": who whom?
        return [*subject, kept[position], *rest, *_lowered(front)]
    whole = noun_phrase(words, 0, sentence) == position
    one = words[0].lower in ("das", "ein", "dieses", "sein", "ihr", "kein")
    many = words[position + 1].lower in ("die", "diese", "alle") and is_plural(finite.text)
    if whole and (words[0].lower in ACCUSATIVES or (one and many)):  # "Das Spiel bestreiten die …"
        return [*subject, kept[position], *_lowered(front), *rest]
    return kept


def _verb_in_front(front: Sequence[Token], finite: Word) -> bool:
    if not forms(finite.text) & HELPING:
        return False
    last = front[-1].word
    found = forms(last.lower)
    verb = found & Form.PARTICIPLE or (found & Form.INFINITIVE and found & Form.SURE)
    return bool(verb) and (last.text[0].islower() or (len(front) == 1 and last.initial))


def _has_object(words: Sequence[Word], sentence: str) -> bool:
    """Whether a noun phrase stands among the words that might be the subject as well."""
    phrases = free_noun_phrases(words, sentence)
    return any(words[begin].lower not in ACCUSATIVES for begin, _ in phrases)


def _lowered(front: Sequence[Token]) -> list[Token]:
    """What stood in front, in lower case where it is neither noun nor name."""
    first = front[0].word
    lower = first.lower
    known = lower in DETERMINERS or lower in PREPOSITIONS or forms(lower) & Form.PARTICIPLE
    if not (
        known
        or lower in _ADJECTIVES
        or forms(lower) & Form.INFINITIVE
        or lower.endswith(("ig", "lich", "isch", "bar", "sam", "los"))
        or (len(front) > 1 and lower in _ADVERBS)
    ):
        return list(front)
    return [front[0].reading(uncapitalized(first.text)), *front[1:]]


_ADJECTIVES = table(
    """
    groß klein neu alt teuer billig schwer leicht eng laut still knapp voll leer lang kurz stark
    schwach berühmt beliebt bekannt reich arm offen gesperrt geschlossen fertig frei
    """
)
_ADVERBS = table(
    """
    zuletzt erst öffentlich bekannt wieder schwer leicht neu frei fest erstmals
    fertig offen bereit sicher tot verletzt
    """
)


def shared_subject(
    clause: Clause, kept: list[Token], finite: Word | None, around: Surroundings
) -> list[Token]:
    """The subject of the clause before, where "und" lets a clause share it."""
    first, sentence = clause.words[0].lower, around.sentence
    shares = first in _SHARING
    if finite is None or not kept or not (shares or _shares_subject(clause)):
        return kept
    own = kept if not _object_first(kept, clause) else [kept[0], *kept[2:]]
    opens = clause.finite is not None and clause.finite <= 1  # not "und seither wird gebohrt"
    joined = clause.finite == 1 and first in ("und", "sowie")  # "kam und brachte die Post"
    main_shared = clause.kind == "main" and verb_at(kept, finite) == 0 and opens
    main_shared = main_shared and (joined or not _has_subject(own, sentence))
    sub_shared = clause.kind == "sub" and first in ("und", "oder")
    if not (main_shared or sub_shared):
        return kept
    earlier = [c for c in around.clauses if c.span[0] < clause.span[0] and c.finite is not None]
    while len(earlier) > 1 and earlier[-1].kind == "main" and _elided(earlier[-1]):
        earlier.pop()
    if not earlier:
        return kept
    if not shares and earlier[-1].kind == "sub" and clause.kind == "main":
        return kept  # "Als der Koch auspackte, rückten die Fahnder an": it has its own
    span = _subject_of(earlier[-1], sentence)
    if span is None:
        return kept
    lead = [w for w in earlier[-1].words if span[0] <= w.start < span[1]]
    return tokens(lead, sentence) + kept


def _subject_of(clause: Clause, sentence: str) -> Stretch | None:
    """Where the subject of a clause stands, be it a pronoun: whom that means, the sentences before
    say."""
    words = clause.words
    if clause.kind == "sub" and words[1:] and words[1].lower in PERSONAL | {"man"}:
        return words[1].start, words[1].end
    span = subject_span(clause, sentence)
    if span is not None or clause.kind != "main":
        return span
    behind = (clause.finite or 0) + 1
    for word in (words[0], *words[behind : behind + 1]):  # "am Montag kam sie und ging wieder"
        if word.lower in PERSONAL:
            return word.start, word.end
    return None


def _shares_subject(clause: Clause) -> bool:
    """ "trat vor die Presse, las vom Blatt ab": a verb right behind the comma."""
    return clause.kind == "main" and clause.finite == 0 and clause.span[0] > 3


def _object_first(kept: Sequence[Token], clause: Clause) -> bool:
    """ "leitete ein Verfahren ein, stellte es aber wieder ein": behind a verb that follows a comma
    "es" is the object, unless the verb is one of what just happens ("kam es zum Streit")."""
    return (
        clause.finite == 0
        and len(kept) > 2
        and kept[1].lower == "es"
        and not EXPLETIVE.match(kept[0].word.text)
        and not forms(kept[0].word.text) & HELPING
    )


def _has_subject(kept: Sequence[Token], sentence: str) -> bool:
    words = [token.word for token in kept]
    index = 1
    while index < len(words):
        lower = words[index].lower
        if lower in SUBJECT_PRONOUNS:
            return True
        if lower in PREPOSITIONS:
            index = max(noun_phrase(words, index + 1, sentence), index + 1)
            continue
        if lower == "ein" and noun_phrase(words, index, sentence) <= index + 1:
            index += 1  # a particle: "stellte das Verfahren ein"
            continue
        if lower in NOMINATIVE_ARTICLES:
            return lower in ("der", "ein") or noun_phrase(words, index, sentence) == len(words)
        if noun_phrase(words, index, sentence) > index and lower not in DETERMINERS:
            return words[index].text[0].isupper() and index == 1
        index += 1
    return False


def _elided(clause: Clause) -> bool:
    """Whether a clause begins with its verb, so that its subject stands in an earlier one."""
    return clause.finite == 0 or (clause.finite == 1 and clause.words[0].lower in _SHARING)
