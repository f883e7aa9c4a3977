"""Signs that a recast clause has come apart: then the clause is told as it stands instead."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.events.headlines.candidates import CONTRACTED, SURELY_FEMININE
from timeline.events.headlines.order import NAMED
from timeline.events.headlines.tokens import HELPING, NONFINITE
from timeline.events.persons import is_person
from timeline.events.phrases import free_noun_phrases, noun_phrase
from timeline.german.clause_words import Word, verb_forms, words_of
from timeline.german.closed_classes import (
    ARTICLES,
    BE,
    BECOME,
    DETERMINERS,
    HAVE,
    NOMINATIVE_ARTICLES,
    OBLIQUE_ARTICLES,
    PREPOSITIONS,
    RELATIVE_PRONOUNS,
    SUBJECT_PRONOUNS,
)
from timeline.german.tables import any_of, table
from timeline.german.verb_forms import FINITE, PARTICLES, Form, forms

#: Words no German main clause ends with; "an", "auf", "ein" may be particles ("kündigt … an").
_NO_END = re.compile(
    rf" (?:{any_of(CONTRACTED | (ARTICLES - {'ein', 'eines'}))}"
    r"|in|von|für|gegen|seit|bis|ohne|zwischen|wegen|binnen|und|oder|sowie|dass|weil)\Z"
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
_GAP = re.compile(r" ([a-zäöüß]+)(?:(, (?:der|die|das|den|eine?n?) [A-ZÄÖÜ][\w-]+))+\Z")
_HELPERS = (BE | BECOME | HAVE | {"soll"}) - {"sind", "werden", "haben"}


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
    found = [verb_forms(words, i) for i in range(len(words))]
    if any(form & HELPING for form in found) and _lost_a_date(text, sentence):
        return True
    if _lacks_subject(words, found, text, sentence) or _lost_its_rest(words, found, text):
        return True
    if "," not in text and words[0].text[0].isupper() and _opens_unreal(words[0].lower):
        return "?" not in sentence and ("," in sentence or not sentence.startswith(words[0].text))
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
    helps = found[first] & HELPING
    adverb = words[0].lower in ("schon", "noch", "wieder", "erst", "nicht", "dann", "auch")
    return bool(helps) and first == 1 and adverb and all(found[i] for i in rest[1:])


def _lacks_subject(words: Sequence[Word], found: Sequence[int], text: str, sentence: str) -> bool:
    """Whether what stands in front can be no subject, and none stands elsewhere: "Der Bestechung
    war …", "Dem 2. Oktober mag stimmen", "Die Anhängern brachen …", "Durfte werden …"."""
    first = words[0]
    asked = "?" in sentence or sentence.lstrip('„“"»« ').startswith(first.text)
    form = forms(first.lower)
    opens = form & FINITE and form & Form.SURE and not form & Form.PARTICIPLE
    written = re.search(rf"\b{re.escape(first.lower)}\b", sentence)  # small: so it is no noun
    described = _describes(words, found)  # "Verstopfte Rohre sollen …"
    if opens and written and "," not in text and not asked and not described:
        return True
    verb = next((i for i, form in enumerate(found) if form & FINITE), 0)
    end = noun_phrase(words, 0, text, long=False)
    if not verb or end < 2 or end > verb:
        return False
    noun = words[end - 1].lower
    dative = first.text == "Der" and end == 2 and SURELY_FEMININE.match(noun) is not None
    if first.text == "Die" and noun.endswith("ern") and is_person(noun[:-1]):
        return not noun.endswith(("eltern", "bauern", "schwestern"))
    if not dative and first.text not in ("Dem", "Den", "Des", "Einem", "Eines"):
        return False
    if words[verb].lower in ("wurde", "wird"):
        return False  # "Den Toten wurde gedacht": nobody does it
    rest = words[verb + 1 :]
    others = (rest[begin].lower for begin, _ in free_noun_phrases(rest, text))
    pronoun = any(word.lower in _NOMINATIVE for word in rest)
    return not pronoun and all(word in OBLIQUE_ARTICLES for word in others)


def _describes(words: Sequence[Word], found: Sequence[int]) -> bool:
    """Whether a participle in front says more of the noun behind it, for the verb comes later."""
    behind = len(words) > 2 and words[1].text[0].isupper()
    done = forms(words[0].lower.removesuffix("e")) & Form.PARTICIPLE
    return behind and bool(done) and any(form & FINITE for form in found[2:])


_NOMINATIVE = SUBJECT_PRONOUNS | table("niemand jemand wer das die der")


def _lost_a_date(text: str, sentence: str) -> bool:
    """ "will spielen, die Oper": behind a participle or an infinitive a noun that the sentence goes
    on with, but for its date ("die Oper erst im Juni")."""
    gap = _GAP.search(text)
    if gap is None or not forms(gap.group(1)) & NONFINITE:
        return False
    return re.search(rf"{re.escape(gap.group(2))} [a-zäöü]", sentence) is not None


def _lost_its_rest(words: Sequence[Word], found: Sequence[int], text: str) -> bool:
    """Whether a part waits for what is gone: "galt und damit …", "trägt das Datum", a verb at the
    end of a main clause, "…, die von SPD setzte sich durch"."""
    if _WAITS.search(text):
        return True
    finite = [i for i, form in enumerate(found) if form & FINITE and not form & Form.PARTICIPLE]
    if len(finite) != 1:
        return False
    if words[0].text in ("Dass", "Ob", "Weil", "Nachdem", "Obwohl", "Sodass"):
        return True  # "Dass sie, wie das Werk beteuerte"
    verbs = _TWO_VERBS.search(text) if found[finite[0]] & Form.AUXILIARY else None
    if verbs and all(forms(word) & Form.PARTICIPLE for word in verbs.groups()):
        return True  # "wurde im Hof gehalten, im Saal gespielt"
    if finite[0] == len(words) - 1 > 2 and "," not in text and ":" not in text:
        return not _is_one_phrase(words[:-1], text) or _is_two_nouns(words[:-1])
    hanging = _RELATIVE.search(text)
    if hanging and not _COMMA.search(text, hanging.end()) and finite[0] < len(words) - 1:
        return words[finite[0]].start > hanging.end()
    return len(words) <= 3 and _STANDS.fullmatch(words[finite[0]].text) is not None


def _is_two_nouns(words: Sequence[Word]) -> bool:
    """ "Das Klinikum Insolvenzantrag (stellte)": a name stands behind a person or a kind of thing
    that is named."""
    if len(words) != 3 or words[0].lower not in NOMINATIVE_ARTICLES:
        return False
    head, noun = words[1].text, words[2].text
    return not (is_person(head) or NAMED.match(head)) and _DONE_THINGS.search(noun) is not None


_DONE_THINGS = re.compile(r"(?:antrag|anzeige|klage|anklage|insolvenz|konkurs|alarm)\Z", re.I)


def _is_one_phrase(words: Sequence[Word], text: str) -> bool:
    """Whether a noun phrase, with what hangs on it by prepositions, is all there is."""
    if words[0].lower in ("weder", "gesungen") or forms(words[0].lower) & Form.PARTICIPLE:
        return True  # "Weder Züge noch Busse fuhren", "Gesungen und getanzt wurde"
    some = words[0].lower in _SOME_OF and words[1].lower in DETERMINERS  # "Einer der Verletzten"
    end = noun_phrase(words, int(some), text)
    while 0 < end < len(words) and words[end].lower in PREPOSITIONS:
        end = max(noun_phrase(words, end + 1, text), end + 1)
    return end == len(words)


_SOME_OF = table("einer eine eines viele einige mehrere manche keiner keine keines jeder")
_WAITS = re.compile(
    r"\b(?:galt|gilt|dauerte?|lief|läuft) und (?:damit|somit)\b|, so\Z"
    r"|\bträgt (?:der|die|das) \w+ das Datum\Z"
    # "Erst im Oktober, sagt sie": what?
    r"|\A(?:Erst|Schon|Noch|Heute|Gestern|Morgen|[AI]m|Seit|Bis|Ab)(?: \w+){0,3}"
    r",? sagte? (?:er|sie)\Z"
    r"|\A(?!.*, (?:was|wie)\b).*\b(?:kostet|kostete|kosten|beträgt|betrug)\Z"
)
_TWO_VERBS = re.compile(
    r"\b([a-zäöüß]+), (?=(?:im|am|in|an|auf|bei|vor|beim|zum|zur) )"
    r"(?!.*\b(?:aber|als|wie)\b)[^,]*?\b([a-zäöüß]+)\Z"
)
_COMMA = re.compile(r",(?!\d)")
_RELATIVE = re.compile(rf"(?<=\w), (?:{any_of(RELATIVE_PRONOUNS)}) (?=[a-zäöü])")
_STANDS = re.compile(r"saß(?:en)?|stand(?:en)?|lag(?:en)?|hing(?:en)?|blieb(?:en)?|galt(?:en)?")


def _opens_unreal(word: str) -> bool:
    found = forms(word)
    return bool(found & Form.UNREAL and found & HELPING)


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
