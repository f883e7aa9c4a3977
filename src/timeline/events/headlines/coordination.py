"""One of several verb phrases that share a subject and an auxiliary, each with a date of its own.

"Das Bad war 1974 eröffnet und 1998 saniert worden" tells two things: "Das Bad war eröffnet worden"
and "Das Bad war saniert worden". Both with one headline would say neither.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from timeline.events.headlines.candidates import SURELY_FEMININE
from timeline.events.headlines.fronting import OBLIQUE
from timeline.events.headlines.order import main_clause
from timeline.events.headlines.surroundings import Surroundings
from timeline.events.headlines.tokens import HELPING, NONFINITE, tokens
from timeline.events.persons import is_person
from timeline.events.phrases import ADVERBS, counts, free_noun_phrases, noun_phrase
from timeline.events.stretches import Stretch, Stretches
from timeline.german.clause_words import Word, verb_forms
from timeline.german.clauses import Clause
from timeline.german.closed_classes import (
    BECOME,
    DETERMINERS,
    HAVE,
    JOINTS,
    NOMINATIVE_ARTICLES,
    OBJECT_PRONOUNS,
    PREPOSITIONS,
)
from timeline.german.tables import table
from timeline.german.verb_forms import FINITE, PARTICLES, Form, forms
from timeline.german.verbs import moves

_HELPERS = table("worden werden sein haben")
_HAVE = HAVE | {"habe", "hätte", "hätten"}
_PERSONAL = table("er sie es")
_PRONOUNS = OBJECT_PRONOUNS | {"ihr"}
#: Words that may stand between what joins and the date: "und bereits im Mai", "und wird".
_LEADS = table("bereits schon erst dann noch zuletzt auch spätestens wieder")
_Part = tuple[int, int]


def own_part(clause: Clause, place: Stretch, around: Surroundings) -> Clause | None:
    """What ``clause`` tells of the date at ``place`` alone; None where it tells one thing."""
    clause = _with_participle(clause, around) or clause
    helped = _helped(clause, around.clauses) or _carried(clause, around.clauses)
    if helped is not None:
        return helped
    if clause.finite is None or not any(clause.holds(start) for start, _ in around.spans):
        return None
    if clause.kind == "aside":
        return _of_aside(clause, place, around)
    if clause.kind != "main":
        return None
    verb, verbal = clause.words[clause.finite], range(len(clause.words))
    becomes = verb.lower in BECOME and not any(is_verbal(clause.words, i) for i in verbal)
    if forms(verb.text) & HELPING and not becomes:
        return _of_verbs(clause, place, around)
    return _of_objects(clause, place, around)


def _with_participle(clause: Clause, around: Surroundings) -> Clause | None:
    """The main clause with its auxiliary for "…, 1960 erweitert": no clause of its own."""
    found = around.clauses
    number = found.index(clause) if clause in found else 0
    if number == 0 or clause.kind != "main" or clause.finite is None:
        return None
    before, opens = found[number - 1], JOINTS | _LEADS | {"sondern"}
    words = (word for word in clause.words[:-1] if word.lower not in opens)
    first = next(words, clause.words[0])
    gap = around.sentence[before.span[1] : clause.span[0]].strip()
    dated = first.start in Stretches(around.spans)
    if before.kind != "main" or before.finite is None or gap not in ("", ",") or not dated:
        return None
    auxiliary = forms(before.words[before.finite].text) & Form.AUXILIARY
    own = forms(clause.words[clause.finite].text)
    if not auxiliary or not own & Form.PARTICIPLE or not is_verbal(before.words, -1):
        return None
    pieces = ((before.span[0], clause.span[1]),)
    return replace(before, pieces=pieces, words=(*before.words, *clause.words))


def _helped(clause: Clause, found: Sequence[Clause]) -> Clause | None:
    """ "das 1974 eröffnet | und 1998 saniert wurde": the auxiliary of the second for the first."""
    number = found.index(clause) if clause in found else -1
    following = found[number + 1] if 0 <= number < len(found) - 1 else None
    if following is None or clause.finite is None or following.finite is None:
        return None
    if clause.kind not in ("sub", "relative") or following.kind != clause.kind:
        return None
    participle = clause.finite == len(clause.words) - 1 and is_verbal(clause.words, -1)
    verb = following.words[following.finite]
    last = following.finite == len(following.words) - 1
    if not participle or not last or following.words[0].lower not in JOINTS:
        return None
    if not forms(verb.text) & Form.AUXILIARY or not following.words[1:-1]:
        return None
    shared = [w for w in following.words[-2:-1] if w.lower in _HELPERS]
    words = (*clause.words, *shared, verb)
    return replace(clause, words=words, finite=len(words) - 1)


def _carried(clause: Clause, found: Sequence[Clause]) -> Clause | None:
    """ "das 1974 eröffnet wurde | und 1998 schloss": the pronoun of the first for the second."""
    number = found.index(clause) if clause in found else 0
    before = found[number - 1] if number else None
    if before is None or clause.kind != "relative" or before.kind != "relative":
        return None
    own = {word.lower for word in clause.words[:3]}
    if clause.words[0].lower not in JOINTS or clause.finite is None:
        return None
    if _shares_object(before, clause):
        joint = clause.words[0]
        pronoun = Word(before.words[0].text, joint.start, joint.end)
        pieces = ((before.span[0], clause.span[1]),)
        return replace(clause, pieces=pieces, words=(pronoun, *clause.words[1:]))
    if clause.opener in own:
        return None
    if before.words[0].lower != clause.opener or noun_phrase(before.words, 1, "") > 1:
        return None  # "in dem die Gäste sangen und …": it has a subject of its own
    words = (before.words[0], *clause.words[1:])
    return replace(clause, pieces=((before.span[0], clause.span[1]),), words=words)


def _shares_object(before: Clause, clause: Clause) -> bool:
    """ "die der Verein beantragt | und die Stadt genehmigt hatte": each with a subject of its own,
    one object and one auxiliary for both; the second article is no pronoun."""
    own, words = before.words, clause.words
    shared = before.finite == len(own) - 1 and is_verbal(own, -1)
    helped = clause.finite == len(words) - 1 and forms(words[-1].text) & Form.AUXILIARY
    if not (shared and helped) or own[0].lower not in ("den", "die", "das"):
        return False
    subjects = words[1].lower in NOMINATIVE_ARTICLES and noun_phrase(words, 1, "") > 2
    dative = words[1].lower == "der" and _LOOKS_FEMININE.search(words[2].text.lower())
    return noun_phrase(own, 1, "") > 1 and subjects and not dative


def is_verbal(words: Sequence[Word], index: int) -> bool:
    """Whether the word at ``index`` is a participle or an infinitive."""
    index %= len(words)
    found = verb_forms(words, index) & NONFINITE
    return bool(found) and words[index].text[0].islower()


def _parts(words: Sequence[Word], begin: int, around: Surroundings, *, verbs: bool) -> list[_Part]:
    """The stretches from ``begin`` on that each begin with a date behind "und" or a comma.

    ``verbs``: whether each ends with its verb.
    """
    parts: list[_Part] = []
    begins, inside = {first for first, _ in around.spans}, Stretches(around.spans)
    start, index = begin, begin + 1
    while index < len(words):
        joint = words[index].lower in JOINTS
        comma = around.sentence[words[index - 1].end : words[index].start].strip() == ","
        after = index + joint
        while after < len(words) and words[after].lower in _LEADS | {"aber", "sondern"}:
            after += 1
        led = after < len(words) and words[after].lower in PREPOSITIONS
        starts = {word.start for word in words[after : after + 1 + led]}
        dated = not begins.isdisjoint(starts)
        again = words[index - 1].start in inside
        if (joint or comma) and dated and not again and (not verbs or is_verbal(words, index - 1)):
            parts.append((start, index))
            start = index + joint
            index = start
        index += 1
    return [*parts, (start, len(words))]


def _lower(words: Sequence[Word]) -> set[str]:
    return {word.lower for word in words}


def _at(words: Sequence[Word], parts: Sequence[_Part], place: Stretch) -> int:
    """The number of the part with the date; 0 also for one in front of the verb."""
    for number, (begin, end) in enumerate(parts):
        if any(word.start < place[1] and place[0] < word.end for word in words[begin:end]):
            return number
    return 0


def subject_in(words: Sequence[Word], finite: int, end: int, around: Surroundings) -> list[Word]:
    """The subject: the noun phrase in front of the verb, else the one right behind it."""
    sentence = around.sentence
    if _is_subject(words[:finite], sentence) or (finite == 1 and words[0].lower in _PERSONAL):
        return list(words[:finite])
    if words[finite + 1 : finite + 2] and words[finite + 1].lower in _PERSONAL:
        return [words[finite + 1]]
    dates = Stretches(around.spans)
    left = [word for word in words[finite:end] if word.start not in dates]
    turned = [t.word for t in main_clause(tokens(left, sentence), words[finite], sentence)]
    front = turned[: turned.index(words[finite])]
    whole = front and noun_phrase(front, 0, sentence) == len(front)
    return front if whole and front[0].lower not in PREPOSITIONS else []


def _is_subject(words: Sequence[Word], sentence: str) -> bool:
    """Whether these words are one noun phrase, with what hangs on it by prepositions: "die Frist |
    für Angebote"."""
    end = noun_phrase(words, 0, sentence)
    hangs = 0 < end < len(words) and words[0].lower in NOMINATIVE_ARTICLES
    while hangs and end < len(words) and words[end].lower in PREPOSITIONS:
        following = noun_phrase(words, end + 1, sentence)
        hangs = following > end + 1
        end = following
    return 0 < end == len(words)


def nouns_in(words: Sequence[Word], around: Surroundings) -> list[list[Word]]:
    """The noun phrases outside prepositional phrases and dates."""
    dates = Stretches(around.spans)
    found = free_noun_phrases(words, around.sentence)
    return [list(words[begin:end]) for begin, end in found if words[begin].start not in dates]


def _built(
    clause: Clause, subject: Sequence[Word], finite: Word, rest: Sequence[Word]
) -> Clause | None:
    words = (*subject, finite, *rest)
    begin, end = min(w.start for w in rest), max(w.end for w in rest)
    return replace(clause, pieces=((begin, end),), words=words, finite=len(subject))


def _of_verbs(clause: Clause, place: Stretch, around: Surroundings) -> Clause | None:
    """ "war 1974 eröffnet | und 1998 saniert worden", "sollen im Mai beginnen | und …"."""
    words, at = clause.words, clause.finite or 0
    parts = _parts(words, at + 1, around, verbs=True)
    if len(parts) < 2:
        return None
    if not is_verbal(words, len(words) - 1):
        return _of_elided(clause, parts, place, around)
    run = len(words)
    while run > parts[-1][0] and is_verbal(words, run - 1):
        run -= 1
    shared = [word for word in words[run + 1 :] if word.lower in _HELPERS]
    number = _at(words, parts, place)
    begin, end = parts[number]
    told = [word for word in words[begin:end] if word.lower not in ("aber", "sondern", "dann")]
    lacks = number < len(parts) - 1 and verb_forms(words, end - 1) & Form.PARTICIPLE
    if lacks and words[end - 1].lower not in _HELPERS and not moves(words[end - 1].lower):
        told += shared
    if number == 0:
        first = (*words[: at + 1], *told)
        return replace(clause, pieces=((clause.span[0], words[end - 1].end),), words=first)
    subject = subject_in(words, at, parts[0][1], around)
    if not subject:
        return None
    dates = Stretches(around.spans)
    free = [word for word in told if word.start not in dates]
    own = nouns_in(free, around)
    active = forms(words[at].text) & Form.MODAL and not shared and "werden" not in _lower(told)
    if not active and words[at].lower not in _HAVE:
        if own:
            return _of_own_subject(clause, told, free, own[0])
    elif not own:
        before = [w for w in words[at + 1 : parts[0][1]] if w not in subject]
        told = [*(nouns_in(before, around) or [[]])[0], *told]  # "Kurzarbeit eingestellt"
    return _built(clause, subject, words[at], told)


def _of_own_subject(
    clause: Clause, told: Sequence[Word], free: Sequence[Word], own: Sequence[Word]
) -> Clause | None:
    """ "1927 wurde die Schule eröffnet, | 1994 das Bad saniert": a part with a subject of its own,
    which shares the auxiliary alone; ``free`` are its words without the date."""
    finite = agreeing(clause.words[clause.finite or 0], own)
    if finite is None or own[0] is not free[0]:
        return None
    dates = [word for word in told if word not in free]
    words = (*own, finite, *dates, *free[len(own) :])
    pieces = ((min(w.start for w in told), max(w.end for w in told)),)
    return replace(clause, pieces=pieces, words=words, finite=len(own))


_PLURALS = {
    "soll": "sollen", "sollte": "sollten", "kann": "können", "konnte": "konnten", "muss": "müssen",
    "musste": "mussten", "will": "wollen", "wollte": "wollten", "darf": "dürfen",
    "durfte": "durften", "wird": "werden", "wurde": "wurden", "ist": "sind", "war": "waren",
    "hat": "haben", "hatte": "hatten",
}  # fmt: skip
_SINGULARS = {plural: singular for singular, plural in _PLURALS.items()}


_LOOKS_FEMININE = re.compile(
    r"(?:ei|ie|ik|ur|enz|anz|ine|age|ette|bahn|stadt|burg|bank|wand|brücke|stra(?:ß|ss)e|schule"
    r"|kirche|halle|bühne|mühle|linie|küche|strecke|kapelle|treppe|fähre|hütte|wache|stelle)\Z"
)


def agreeing(verb: Word, subject: Sequence[Word], *, sure: bool = False) -> Word | None:
    """The verb in the number of its new subject; None where that is not certain ("die Busse").
    A noun that only looks feminine ("die Weberei") will do unless it has to be ``sure``."""
    first, noun = subject[0].lower, subject[-1].text.lower()
    many = first[0].isdigit() or counts(first) or first in ("alle", "viele", "einige", "mehrere")
    if first == "die":
        many = many or (noun.endswith("en") and not SURELY_FEMININE.match(noun))
        if not many and not (SURELY_FEMININE.match(noun) or noun.endswith("in")):
            one = verb.text in _PLURALS and _LOOKS_FEMININE.search(noun) is not None
            return verb if one and not sure else None
    elif not many and first not in NOMINATIVE_ARTICLES:
        return None
    forms_of = _PLURALS if many else _SINGULARS
    known = verb.text in _PLURALS or verb.text in _SINGULARS
    text = forms_of.get(verb.text, verb.text)
    return Word(text, verb.start, verb.end) if known else None


def _of_elided(
    clause: Clause, parts: Sequence[_Part], place: Stretch, around: Surroundings
) -> Clause | None:
    """ "wird im Mai die Straße saniert | und im August die Brücke": the verb is told once."""
    words, at = clause.words, clause.finite or 0
    number, run = _at(words, parts, place), parts[0][1]
    if number == 0:
        pieces = ((clause.span[0], words[run - 1].end),)
        return replace(clause, pieces=pieces, words=tuple(words[:run]))
    while run > at + 1 and is_verbal(words, run - 1):
        run -= 1
    told = _free(words, parts[number], around)
    whole = bool(told) and noun_phrase(told, 0, around.sentence) == len(told)
    if not whole or told[0].lower in OBLIQUE or words[at].lower in _HAVE:
        return None
    stretch = words[slice(*parts[number])]
    dates = [word for word in stretch if word not in told]
    own = (*dates, words[at], *told, *words[run : parts[0][1]])
    pieces = ((stretch[0].start, stretch[-1].end),)
    return replace(clause, pieces=pieces, words=own, finite=len(dates))


def _of_objects(clause: Clause, place: Stretch, around: Surroundings) -> Clause | None:
    """ "hält am Montag in Kiel | und am Dienstag in Bonn", "um 3,5 | und … um 2 Prozent"."""
    words, at = clause.words, clause.finite or 0
    parts = _parts(words, at + 1, around, verbs=False)
    if len(parts) < 2:
        return None
    number = _at(words, parts, place)
    told, rest = _free(words, parts[number], around), _free(words, parts[-1], around)
    joint = words[parts[-1][0] - 1].lower in JOINTS
    becomes = bool(rest) and words[at].lower in BECOME and is_person(rest[0].text)
    if not rest or not (joint or becomes or rest[0].lower in PREPOSITIONS):
        return None  # "wurde er Meister, 2009 | Werkleiter"
    while told and told[0].lower in ADVERBS and told[0].lower not in DETERMINERS:
        told = told[1:]  # "und am 3. März schließlich Kiew"
    particle = _particle(words, at, parts[0][1])
    verbs = (verb_forms(words, i) & FINITE for i in range(parts[1][0], len(words) - len(particle)))
    if any(verbs) or not any(w.text[0].isupper() or _is_number(w) for w in told):
        return None
    shared = list(particle)
    if number < len(parts) - 1 and _is_number(told[-1]):
        shared = [*_unit([w for w in rest if w not in particle]), *particle]
    shared = [word for word in shared if word not in told]
    if number > 0:
        return _of_later_object(clause, parts[0][1], parts[number], told, shared, around)
    end = parts[0][1]
    pieces = ((clause.span[0], words[end - 1].end),)
    return replace(clause, pieces=pieces, words=(*words[:end], *shared))


def _of_later_object(
    clause: Clause,
    first_end: int,
    part: _Part,
    told: Sequence[Word],
    shared: Sequence[Word],
    around: Surroundings,
) -> Clause | None:
    """What a part behind the first (which ends at ``first_end``) tells, with the verb, the subject
    and what else is ``shared``; ``told`` are its words without the date."""
    words, at = clause.words, clause.finite or 0
    subject = subject_in(words, at, first_end, around)
    if not subject or "was" in _lower(words):
        return None
    fronted = subject[0] is words[0]
    own = told[0].lower not in PREPOSITIONS and noun_phrase(told, 0, around.sentence)
    if not fronted and own and words[at].lower not in BECOME:
        nouns = nouns_in(words[at + 1 : first_end], around)
        if len(nouns) == 1 and told[0].lower not in OBLIQUE:
            subject = []  # "kam der Wirt und am Dienstag die Köchin"
        elif len(nouns) != 2:
            return None
    stretch = words[slice(*part)]
    if subject:
        objects = [w for w in words[at + 1 : first_end] if w.lower in _PRONOUNS]
        objects = [w for w in objects if w not in subject]
        return _built(clause, subject, words[at], [*objects, *stretch, *shared])
    dates = [word for word in stretch if word not in told]
    whole = (*dates, words[at], *told, *shared)
    pieces = ((stretch[0].start, stretch[-1].end),)
    return replace(clause, pieces=pieces, words=whole, finite=len(dates))


def _particle(words: Sequence[Word], at: int, end: int) -> list[Word]:
    """The particle of the verb at ``at``, behind all or behind the first part, which ends at
    ``end``: "tritt in Kiel auf, am Samstag in Bonn"; or nothing."""
    if words[-1].lower in PARTICLES and at < len(words) - 1:
        return [words[-1]]
    split = words[end - 1]
    return [split] if split.lower in PARTICLES and split.text[0].islower() else []


def _unit(words: Sequence[Word]) -> list[Word]:
    """What the last number counts: "zu drei und … zu fünf | Jahren Haft"."""
    numbers = [i for i, word in enumerate(words) if _is_number(word)]
    return list(words[numbers[-1] + 1 :]) if numbers else []


def _is_number(word: Word) -> bool:
    return word.text[0].isdigit() or counts(word.lower)


def _free(words: Sequence[Word], part: _Part, around: Surroundings) -> list[Word]:
    """The words of a part that tell more than its date."""
    dates, own = Stretches(around.spans), words[slice(*part)]
    return [word for word in own if word.lower not in _LEADS and word.start not in dates]


def _of_aside(clause: Clause, place: Stretch, around: Surroundings) -> Clause | None:
    """ "…, 1911 eröffnet | und 1974 umgebaut, …"."""
    words = clause.words
    parts = _parts(words, 0, around, verbs=True)
    if len(parts) < 2 or not all(is_verbal(words, end - 1) for _, end in parts):
        return None
    own = words[slice(*parts[_at(words, parts, place)])]
    return replace(
        clause, pieces=((own[0].start, own[-1].end),), words=tuple(own), finite=len(own) - 1
    )
