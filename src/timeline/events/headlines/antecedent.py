"""The noun that a relative clause hangs on.

Gender and number of the relative pronoun choose among the nouns in front of it: of "das Spiel gegen
Buxdorf, das …" the match, of "der Bericht der Stelle, der …" the report. Where two fit, none does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from timeline.events.headlines.candidates import CONTRACTED, NEUTER_NOUN, is_plural
from timeline.events.headlines.order import attributes_end
from timeline.events.headlines.tokens import uncapitalized
from timeline.events.persons import acts, is_person, subject_of
from timeline.events.phrases import Phrase, counts, nominative, noun_phrase, touching
from timeline.german.clause_words import Word, verb_forms
from timeline.german.clauses import Clause
from timeline.german.closed_classes import (
    ACCUSATIVES,
    BE,
    CONTRACTED_DEM,
    DATIVE_PREPOSITIONS,
    DATIVES,
    DETERMINERS,
    GENITIVES,
    GENITIVES_DER,
    INDEFINITE_ARTICLES,
    JOINTS,
    OBLIQUE_ARTICLES,
    PREPOSITIONS,
)
from timeline.german.tables import table
from timeline.german.verb_forms import Form
from timeline.german.words import MONTHS, WEEKDAYS

_FITS = {
    "der": ACCUSATIVES
    | (DATIVES - {"keinem"})
    | CONTRACTED_DEM
    | table("der ein kein des eines dieser jener jenen jenem"),
    "das": (DATIVES - {"keinem", "seinem", "ihrem"})
    | CONTRACTED_DEM
    | table("das ins ein sein ihr des eines dieses jenem"),
    "die": table("die eine der einer zur ihre seine ihrer seiner diese dieser keine jene jener"),
}
_GENITIVES = GENITIVES | table("jener jenes zweier dreier")
_OBLIQUE = OBLIQUE_ARTICLES | {"einer", "der"}
_SINGULAR = INDEFINITE_ARTICLES | CONTRACTED | table("das des dem jede jeder")
#: What a thing is for somebody, not what it is.
_GROUND = re.compile(
    r"(?:Hinterg|G)rund|Ursache|Anlass|Auslöser|Ziel|Problem|Thema|Folge|Ergebnis|Vorbild|Höhepunkt"
)
#: Nouns whose plural has its -n in every case.
SAME_IN_DATIVE = re.compile(
    r"(?:ungen|heiten|keiten|schaften|ionen|täten|innen|eien|ien|kosten|daten|enten|anten|isten"
    r"|frauen|schulen|straßen|kassen|banken|firmen|aten|s)\Z"
)
_TIMES = frozenset((*WEEKDAYS, *MONTHS, "Nacht", "Tag", "Woche", "Zeit"))
_OF_PLACE = table("bei in aus nach vor an auf")
_COPULA = BE | table("wurde wurden bleibt blieb")
#: What is told of a noun that the clause hangs on where it is uncertain how it reads as a subject.
_UNCERTAIN = (False, "")


@dataclass(frozen=True, slots=True)
class _Search:
    """A relative clause with its pronoun, and the clause and the words in front of it.

    ``phrases`` are the noun phrases among ``words``, the last first.
    """

    clause: Clause
    pronoun: str
    plural: bool
    oblique: bool
    sentence: str
    holder: Clause
    words: Sequence[Word]
    phrases: Sequence[Phrase]


@dataclass(frozen=True, slots=True)
class _Noun:
    """A noun phrase the pronoun may stand for, from ``begin`` to ``end`` among the words, with its
    attributes to ``tail`` (0: it has none)."""

    begin: int
    end: int
    tail: int
    before: str  #: the word in front
    article: str  #: "" where it has none
    text: str  #: as a subject, without its article; "" where that is uncertain
    name: bool

    @property
    def same_in_dative(self) -> bool:
        return SAME_IN_DATIVE.search(self.text.rsplit(" ", 1)[-1]) is not None


def antecedent_of(
    clause: Clause,
    found: Sequence[Clause],
    sentence: str,
    pronoun: str,
    plural: bool,
    *,
    oblique: bool = False,
) -> tuple[bool, str] | None:
    """The noun phrase (is it a name, its words without article) that the clause hangs on; None
    where it is not certain, or not certain how it reads as a subject."""
    holder = _holder(clause, found)
    words = [word for word in holder.words if word.end <= clause.span[0]] if holder else []
    if holder is None or not words:
        return None
    phrases = _phrases(words, sentence)
    search = _Search(clause, pronoun, plural, oblique, sentence, holder, words, phrases)
    for phrase, tail in _choices(search):
        told = _told(search, _noun(search, phrase, tail))
        if told is not None:
            return told if told != _UNCERTAIN else None
    return None


def _holder(clause: Clause, found: Sequence[Clause]) -> Clause | None:
    """The clause in front that holds the noun."""
    joined = clause.words[0].lower in ("und", "oder")  # a second one, "und der …"
    for other in reversed(found):
        second = other.kind == "aside" or (joined and other.kind == "relative")
        if other is not clause and other.span[0] < clause.span[0] and not second:
            return other
    return None


# ---------------------------------------------------------------------- which noun
def _choices(search: _Search) -> Iterator[tuple[Phrase, int]]:
    """The phrases the pronoun may stand for, the last first, each with where its attributes end (0
    where it has none); no more where two fit."""
    words, phrases, sentence = search.words, search.phrases, search.sentence
    tail, linked = 0, False
    for number, (begin, end) in enumerate(phrases):
        tail = tail if linked else 0
        if len(words) - max(end, tail) > 6:
            return
        if words[end - 1].text in _TIMES:
            linked = False
            continue
        above = phrases[number + 1] if number + 1 < len(phrases) else (0, 0)
        link = _link(words, begin, above, sentence)
        itself, other = _fitting(search, (begin, end), above, link)
        bare = end - begin == 1 and words[begin].text[0].isupper()
        if itself and other and not bare:
            return  # "der Fahrer des Wagens, der in den Fluss stürzte": which of them?
        linked = bool(link) and (other or not itself)
        if linked:
            verb = search.holder.finite
            fronted = above[0] == 0 and verb is not None and end <= verb
            whole = link == "genitive" or bare or fronted
            whole = whole or attributes_end(words, above[1], sentence) >= end
            tail = (tail or end) if whole else 0
        elif itself:
            yield (begin, end), tail


def _fitting(search: _Search, phrase: Phrase, above: Phrase, link: str) -> tuple[bool, bool]:
    """Whether the pronoun may stand for a phrase, and for the one that it hangs on by ``link``."""
    itself = _may_stand_for(search, phrase)
    other = bool(link) and _may_stand_for(search, above, owns=link == "genitive")
    if itself and other and link == "genitive" and (wanted := subject_of(search.clause.words)):
        fits = is_person if wanted == "person" else acts
        itself, other = (fits(search.words[end - 1].text) for _, end in (phrase, above))
        itself = itself or not other
    return itself, other


def _may_stand_for(search: _Search, phrase: Phrase, *, owns: bool = False) -> bool:
    words, pronoun, plural = search.words, search.pronoun, search.plural
    if not _may_be(words, *phrase, pronoun, plural, owns=owns):
        return False
    return phrase[0] > 0 or not _other_number(words[0], search.holder, pronoun, plural)


# ---------------------------------------------------------------------- how it reads as a subject
def _noun(search: _Search, phrase: Phrase, tail: int) -> _Noun:
    words, sentence = search.words, search.sentence
    begin, end = phrase
    if begin > 2 and words[begin - 1].lower in ("und", "oder"):
        hyphen = sentence[words[begin - 2].end : words[begin - 1].start]
        if hyphen.startswith("-") and words[begin - 3].lower in DETERMINERS:
            begin -= 3  # "einem Sicherheits- und Verteidigungsabkommen"
    before = words[begin - 1].lower if begin else ""
    article = words[begin].lower if words[begin].lower in DETERMINERS else ""
    start = begin + 1 if article else begin
    if not article and before in CONTRACTED:
        article = before
    text = nominative(article, with_quotes(sentence, words[start].start, words[end - 1].end))
    if text and tail:
        text += f" {with_quotes(sentence, words[end].start, words[tail - 1].end)}"
    own = words[start:end]
    name = not article and len(own) >= 2 and all(word.text[0].isupper() for word in own)
    return _Noun(begin, end, tail, before, article, text, name)


def _told(search: _Search, noun: _Noun) -> tuple[bool, str] | None:
    """Whether a noun is a name, and its words without article; None where the clause hangs on
    another one after all."""
    if not noun.text:
        return _UNCERTAIN
    if noun.name and search.pronoun in ("die", "der", "deren", "dessen"):
        return (True, noun.text) if not search.plural else _UNCERTAIN
    if search.plural:
        if noun.article == "den" and not noun.same_in_dative:
            return _UNCERTAIN  # the dative plural has an -n that the nominative may lack
        first = _joined(search.words, noun.begin, search.phrases)
        if first < noun.begin:
            return _told_joined(search, noun, first)
        if not noun.article:
            return _told_bare(search, noun)
    elif search.oblique and not noun.article:
        return _UNCERTAIN
    if not _agrees(noun.article, search.pronoun, search.plural, noun.text):
        return None
    if not noun.article and noun.end - noun.begin == 1:
        if noun.before in PREPOSITIONS and search.pronoun != "das":
            return _UNCERTAIN
        return True, noun.text  # "Gerlach, der im Juli gekommen war": no noun lacks its article
    subject = _subject_of_predicate(search, noun)
    return (True, subject) if subject else (False, noun.text)


def _told_joined(search: _Search, noun: _Noun, first: int) -> tuple[bool, str]:
    """ "Vater und Sohn, die …": the phrases from the word ``first`` on."""
    words = search.words
    lead = {words[i].lower for i in (first - 1, first, noun.begin) if i >= 0}
    if lead & _OBLIQUE or (lead & PREPOSITIONS and not noun.same_in_dative):
        return _UNCERTAIN
    return True, search.sentence[words[first].start : words[noun.end - 1].end]


def _told_bare(search: _Search, noun: _Noun) -> tuple[bool, str] | None:
    """A plural without an article: "Vorwürfe, die …"."""
    if any(word.text[0].isdigit() for word in search.words[noun.begin : noun.end]):
        return True, noun.text.removeprefix("insgesamt ")
    if noun.end < len(search.words) and not noun.tail:
        return None
    if noun.before in PREPOSITIONS and not noun.same_in_dative:
        return _UNCERTAIN  # a dative plural may lack its -n
    return True, noun.text


def _subject_of_predicate(search: _Search, noun: _Noun) -> str:
    """ "Die Nato ist ein Bündnis, das …": what the noun is said of; or ""."""
    words, holder = search.words, search.holder
    finite = holder.words[holder.finite] if holder.finite is not None else None
    if finite is None or finite.lower not in _COPULA or finite.end > words[noun.begin].start:
        return ""
    if noun.before in PREPOSITIONS or holder.kind != "main":
        return ""
    if any(verb_forms(holder.words, i) & Form.PARTICIPLE for i in range(len(words))):
        return ""
    subject = words[: noun_phrase(words, 0, search.sentence)]
    if not subject or subject[-1].end >= finite.start or _GROUND.match(subject[-1].text):
        return ""  # "Grund war ein …"
    told = search.sentence[subject[0].start : subject[-1].end]
    return uncapitalized(told) if subject[0].lower in DETERMINERS else told


# ---------------------------------------------------------------------- nouns and their attributes
def owner_of(words: Sequence[Word], pronoun: str, plural: bool, sentence: str) -> Phrase | None:
    """The noun phrase that ``words`` end with, from the first noun the pronoun may mean, and where
    that one ends: "Prozess | gegen einen Wirt", for "der"; or None."""
    phrases = _phrases(words, sentence)
    if not phrases or phrases[0][1] != len(words):
        return None
    top = phrases[0] if _may_be(words, *phrases[0], pronoun, plural) else None
    for (begin, _), above in pairwise(phrases):
        if not _link(words, begin, above, sentence):
            break
        if _may_be(words, *above, pronoun, plural, owns=True):
            top = above
    if top is None:
        return None
    place = top[0] > 0 and words[top[0] - 1].lower in _OF_PLACE
    if top != phrases[0] and place and all(w.text[0].isupper() for w in words[slice(*top)][:2]):
        top = top[1] - 1, top[1]  # "bei Moosau | Reste einer Siedlung"
    if plural:
        top = _joined(words, top[0], phrases), top[1]
    return top


def _joined(words: Sequence[Word], begin: int, phrases: Sequence[Phrase]) -> int:
    """Where the first of several joined phrases begins: "Soldaten und | Arbeiter, die …"."""
    while begin > 1 and words[begin - 1].lower in JOINTS:
        wider = next((p for p in phrases if p[1] == begin - 1), None)
        if wider is None:
            break
        begin = wider[0]
    return begin


def _link(words: Sequence[Word], begin: int, above: Phrase, sentence: str) -> str:
    """How the phrase that begins at ``begin`` hangs on the one in front of it: as its "genitive",
    by a "preposition", or "" not at all."""
    last = words[above[1] - 1]
    if above[1] == 0 or not last.text[0].isupper() or last.text in _TIMES:
        return ""
    if above[1] == begin and touching(words, begin, sentence):
        return "genitive" if words[begin].lower in _GENITIVES else ""
    preposition = words[begin - 1]
    joined = above[1] == begin - 1 and preposition.lower in PREPOSITIONS
    joined = joined and touching(words, begin, sentence) and touching(words, begin - 1, sentence)
    return "preposition" if joined and preposition.text[0].islower() else ""


def _other_number(first: Word, holder: Clause, pronoun: str, plural: bool) -> bool:
    """Whether the subject in front of a verb is plural where "die" is singular: "Die Ergebnisse der
    Studie, die im Mai erschien, stützen …"."""
    verb = holder.words[holder.finite].text if holder.finite is not None else ""
    if pronoun != "die" or holder.kind != "main" or not verb or first.lower != "die":
        return False
    return is_plural(verb) != plural


def _may_be(
    words: Sequence[Word], begin: int, end: int, pronoun: str, plural: bool, *, owns: bool = False
) -> bool:
    """Whether the phrase may be what a relative pronoun stands for, by its article and place.

    ``owns``: whether a genitive follows it; then it is plural without an article.
    """
    if pronoun not in _FITS and pronoun not in ("den", "dem", "deren", "dessen"):
        return True  # "welche", "wo"
    before = words[begin - 1].lower if begin else ""
    article = words[begin].lower if words[begin].lower in DETERMINERS else ""
    if not article and before in CONTRACTED:
        article = before
    noun = words[end - 1].lower
    noun_before = begin > 0 and words[begin - 1].text[0].isupper()
    attribute = before in PREPOSITIONS or (noun_before and words[begin - 1].text not in _TIMES)
    attribute = attribute or counts(before) or before in ("viele", "einige", "manche", "mehrere")
    if not article:
        if plural and pronoun == "die":
            return not all(word.text[0].isupper() for word in words[begin:end]) or end - begin == 1
        if end - begin > 1:
            return not words[begin].text[0].isdigit()
        if owns and pronoun == "die":
            return False  # "Reste einer Siedlung, die verlassen wurde"
        place = before in _OF_PLACE and pronoun in ("die", "der")
        return not place  # "eine Finca bei Faro, die": a place would be "das"
    if pronoun == "die" and plural:
        if article == "der" and not attribute:
            return False  # "der Andrang": neither a genitive nor a plural
        dative = article == "der" and before in DATIVE_PREPOSITIONS  # "mit der Gewerkschaft, die …"
        single = article == "den" and not noun.endswith(("n", "s"))  # "den Schritt", no plural
        return article not in _SINGULAR and not dative and not single
    if article in GENITIVES_DER | {"jener"} and attribute:
        return pronoun in ("die", "deren")  # "der Bericht der Stelle, der …"
    if article == "der" and begin == 0:
        return pronoun not in ("die", "deren", "das")
    if article in ("des", "dem", "eines", "einem"):
        human = is_person(noun) and not noun.endswith(("chen", "kind", "opfer", "baby", "glied"))
        if (pronoun == "das" and human) or (pronoun == "der" and NEUTER_NOUN.match(noun)):
            return False
    if pronoun in ("deren", "dessen", "dem", "den"):
        return True
    return article in _FITS[pronoun]


def with_quotes(sentence: str, start: int, end: int) -> str:
    """The stretch with the quotation marks around a name at its ends."""
    if re.search(r"\b[A-ZÄÖÜ]\Z", sentence[start:end]):
        end += sentence[end : end + 1] == "."  # "Horst R."
    start -= sentence[start - 1 : start] in tuple("„«‚")
    end += sentence[end : end + 1] in tuple("“»‘")
    return sentence[start:end]


def _phrases(words: Sequence[Word], sentence: str) -> list[Phrase]:
    """Noun phrases, the last first; the longest that ends where it ends."""
    found: list[Phrase] = []
    index = 0
    while index < len(words):
        end = noun_phrase(words, index, sentence, long=False)
        if end - index > 1 and words[index].text in ("über", "bis"):
            index += words[index + 1].text[0].isupper()  # "über Mieten", but "über 30 Mieter"
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
    if pronoun == "dem":
        return article in _FITS["der"] or article in _FITS["das"]
    if pronoun == "den":
        return article in _FITS["der"] or not article
    if pronoun == "die" and plural:
        return article not in ("das", "ein", "eine", "einem", "einen", "zur", "im", "am", "zum")
    if not article:
        return not looks_plural(text) or text.split()[0][:1].isupper()
    return article in _FITS[pronoun]


def looks_plural(text: str) -> bool:
    words = text.split()
    return bool(words) and (
        words[0][:1].isdigit()
        or (words[-1].endswith(("en", "ern")) and words[0].endswith(("en", "e")) and len(words) > 1)
    )
