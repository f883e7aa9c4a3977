"""The noun phrases of a sentence that a pronoun may point to, with the genders they can have."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from timeline.events.persons import Person, subject_of
from timeline.events.phrases import is_noun, nominative, noun_phrase, participial
from timeline.events.speakers import is_report
from timeline.events.terms import is_content
from timeline.german.clause_words import Word
from timeline.german.clauses import clauses
from timeline.german.closed_classes import (
    ACCUSATIVES,
    CONTRACTED_DEM,
    CONTRACTIONS,
    DASS,
    DATIVES,
    DETERMINERS,
    GENITIVES_DER,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
)
from timeline.german.tables import table
from timeline.german.verb_forms import FINITE, forms

_FEMININE = table("eine keine zur einer keiner ihrer seiner dieser")
_MASCULINE = ACCUSATIVES - {"den"}
_NEUTER = table("das ins dieses")
_NOT_FEMININE = (DATIVES - {"keinem"}) | CONTRACTED_DEM | {"des", "eines"}
_OPENERS = DASS | table("weil als wenn nachdem bevor obwohl da damit")
CONTRACTED = CONTRACTIONS - {"ans"}
#: Endings that show the gender of a noun for certain.
_FEMININE_NOUN = re.compile(
    r"\w+(?:ung|heit|keit|schaft|tät|ion|erin|in|ik|ur|ie|brücke|behörde)\Z"
)
SURELY_FEMININE = re.compile(r"\w{2,}(?<!spr)(?<!schw)(?:ung|heit|keit|schaft|tät|[ts]ion)\Z")
NEUTER_NOUN = re.compile(
    r"\w*(?:verfahren|chen|lein|ment|tum|zeug|werk|haus|amt|schiff|boot|fest|spiel|konzept|gutachten"
    r"|abkommen|unternehmen|treffen|gebäude|gesetz|urteil|papier|projekt|museum|gericht|konzert)\Z"
)
#: datives that are plurals, and the same in the nominative: "den Betroffenen", "den Frauen"
_MANY_PEOPLE = re.compile(
    r"(?:innen|frauen|personen|zeugen|kunden|patienten|studenten|(?:schäft|jähr|hör|schäd)igten?"
    r"|gestellten|geordneten|betroffenen|verletzten|gefangenen|[a-z]enden|verwandten|versicherten)\Z",
    re.IGNORECASE,
)
_PERSON_NOUN = re.compile(r"\w+(?:erin|ministerin|präsidentin|chefin)\Z")

_NOBODY: Mapping[str, Person] = {}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A noun phrase a pronoun may point to; the letters of ``gender`` say what it can be."""

    text: str
    gender: str  #: any of m, f, n, p
    subject: bool
    name: bool


def is_plural(verb: str) -> bool:
    """Whether a finite verb is plural by its form."""
    if verb in ("sind", "waren", "seien"):
        return True
    if verb.lower().endswith("schien"):
        return False  # "das Buch erschien"
    return verb.endswith(("en", "ern", "eln")) and bool(forms(verb) & FINITE)


def candidates(
    context: str, persons: Mapping[str, Person] = _NOBODY, *, speakers: bool = False
) -> list[Candidate]:
    """The noun phrases of a sentence with the genders their articles allow.

    Who only reports is no topic; ``speakers`` takes them in, for who goes on speaking.
    """
    found: list[Candidate] = []
    for clause in clauses(context):
        words, index, finite = clause.words, 0, clause.finite
        only_persons = is_report(clause) and not speakers  # "…, teilte der Zoo mit"
        while index < len(words):
            end = noun_phrase(words, index, context, long=False)
            noun = _behind_date(words, index) if end == index else 0
            if noun:  # "die | für Montag | geplante Sitzung"
                cut = noun - index - 1
                end = noun_phrase(words, noun, context, long=False) - cut
                words = (*words[: index + 1], *words[noun:])
                finite = finite - cut if finite is not None else None
            if end == index:
                index += 1
                continue
            named = _candidate(words, index, end, finite, context, persons)
            index = end
            if named is None:
                continue
            if not only_persons or (named.name and named.text.rsplit(" ", 1)[-1] in persons):
                found.append(named)
    return found


def _behind_date(words: Sequence[Word], index: int) -> int:
    """Where the participle stands that a date between it and its article says more of: "die | für
    Montag | geplante Sitzung"; 0 where none does."""
    if words[index].lower not in DETERMINERS or index + 3 >= len(words):
        return 0
    if words[index + 1].lower not in PREPOSITIONS:
        return 0
    near = range(index + 3, min(index + 7, len(words) - 1))
    return next((i for i in near if words[i].text[0].islower() and participial(words, i)), 0)


def _candidate(
    words: Sequence[Word],
    begin: int,
    end: int,
    finite: int | None,
    context: str,
    persons: Mapping[str, Person],
) -> Candidate | None:
    """What the noun phrase from ``begin`` to ``end`` names; ``finite`` is the index of the verb."""
    before, first = words[begin - 1].lower if begin else "", words[begin].lower
    subject = before not in PREPOSITIONS and _is_beside(words, begin, end, finite)
    capitals = [w for w in words[begin:end] if is_noun(w, False)]
    joined = end < len(words) and words[end].lower in ("und", "sowie")
    if not capitals or joined or before in ("und", "sowie"):
        return None
    if any(w.text[0].isdigit() and "jährig" not in w.lower for w in words[begin:end]):
        one = subject and finite is not None and not is_plural(words[finite].text)
        return _counted(words[begin:end], first, before, subject, one)
    if first in DETERMINERS and end - begin == 2 and words[begin + 1].text in persons:
        begin, first = begin + 1, ""  # "die Partei, der Holm angehört"
    if first in DETERMINERS:
        article, start = first, begin + 1
    elif before in CONTRACTED:
        article, start = before, begin
    else:
        several = len(capitals) > 1 and before not in PREPOSITIONS
        named = _named(words[begin:end], capitals[0], several, subject, context, persons)
        one = end == begin + 1 == finite and not is_plural(words[finite].text)
        if not named and one and subject and _is_name(words, begin):
            return Candidate(words[begin].text, "mf", True, True)  # "Beek rechnet mit …"
        return named
    if start < end and words[start].lower in GENITIVES_DER:
        return None  # "eine der schönsten Strecken"
    while start < end - 1 and words[start].lower.startswith(("sogenannt", "besagt")):
        start += 1
    noun = context[words[start].start : words[end - 1].end]
    if noun.count("„") > noun.count("“") and context[words[end - 1].end :].startswith("“"):
        noun += "“"
    noun = nominative(article, noun)
    head = capitals[0].text if capitals[0] in words[start:end] else words[end - 1].text
    if subject and article == "der" and SURELY_FEMININE.match(head.lower()):
        subject = False  # "gehört der Stiftung": a dative
        return Candidate(noun, "f", subject, False) if noun else None
    gender = _gender(article, before, subject, words[end - 1].text) if noun else ""
    if article in ("ein", "kein", "sein", "ihr") and end - begin > 2:
        gender = {"es": "n", "er": "m"}.get(words[begin + 1].text[-2:], gender)
    if article == "den":
        gender = "p" if _MANY_PEOPLE.search(noun) else gender
    elif subject and finite is not None:
        gender = "p" if is_plural(words[finite].text) else gender.replace("p", "")
    return Candidate(noun, gender, subject, False) if gender else None


def _is_name(words: Sequence[Word], index: int) -> bool:
    """Whether a word in front of its verb is a family name: who acts, and no adverb, behind whose
    verb the subject would stand."""
    lower, behind = words[index].lower, words[index + 2 : index + 3]
    other = behind and behind[0].lower in _SUBJECTS
    return bool(subject_of(words)) and is_content(lower) and not other and not _ADVERB.match(lower)


_SUBJECTS = (SUBJECT_PRONOUNS | {"der"}) - {"es"}
_ADVERB = re.compile(r".+(?:lich|isch|weise|mals|sam|haft|bar|falls|dings|stens|maßen|wärts)\Z")


def _is_beside(words: Sequence[Word], begin: int, end: int, finite: int | None) -> bool:
    """Whether a phrase stands where subjects do: in front, behind the verb, behind "dass"."""
    if finite is None:
        return False
    opened = begin == 1 and words[0].lower in _OPENERS
    return (begin == 0 and end <= finite) or begin == finite + 1 or opened


def _named(
    phrase: Sequence[Word],
    first: Word,
    several: bool,
    subject: bool,
    context: str,
    persons: Mapping[str, Person],
) -> Candidate | None:
    """The person that a phrase without an article names, by the last name or, with ``several``
    nouns, of which ``first`` is the first, by both."""
    known = persons.get(phrase[-1].text)
    if known and len(phrase) == 1:
        return Candidate(phrase[0].text, known.gender or "mf", subject, True)
    if not several or len(phrase) < 2 or not all(is_content(w.text) for w in phrase[-2:]):
        return None  # "Zwei Tage"
    gender = "f" if _PERSON_NOUN.match(first.text.lower()) else "mf"
    gender = known.gender if known and known.gender else gender
    return Candidate(context[phrase[-2].start : phrase[-1].end], gender, subject, True)


def _counted(
    phrase: Sequence[Word], first: str, before: str, subject: bool, one: bool
) -> Candidate | None:
    """ "40 Münzen": the coins; "das 52 Meter lange Schiff": the ship; with ``one`` a single one."""
    noun = phrase[-1].text
    if phrase[0].text[0].isdigit() and len(phrase) == 2 and is_content(noun):
        return Candidate(noun, "p", subject, False)
    named = first in DETERMINERS and noun[0].isupper()
    gender = _gender(first, before, subject, noun) if named else ""
    gender = gender.replace("p", "") if one else gender
    return Candidate(noun, gender, subject, False) if len(gender) == 1 else None


def _gender(article: str, before: str, subject: bool, noun: str) -> str:
    if article in _NEUTER:
        return "n"
    if article in _MASCULINE:
        return "m" if article in ("einen", "keinen") else "mp"
    if article == "den":
        return "mp"
    if article in _NOT_FEMININE:
        return "mn"
    if article == "der":
        if subject:
            return "" if SURELY_FEMININE.match(noun.lower()) else "m"
        return "f" if before in PREPOSITIONS or _FEMININE_NOUN.match(noun.lower()) else "fp"
    if article in _FEMININE:
        return "f"
    if article == "die":
        return "f" if _FEMININE_NOUN.match(noun.lower()) else "fp"
    if article == "ein":
        return "n" if NEUTER_NOUN.match(noun.lower()) else "mn"
    return ""
