"""Names for pronouns, where the sentence before makes it certain whom they mean."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from timeline.events.headlines.candidates import Candidate, candidates, is_plural
from timeline.events.headlines.tokens import HELPING, Token, verb_at
from timeline.events.persons import Person, acts, is_person, subject_of
from timeline.events.phrases import ADJECTIVAL, noun_phrase
from timeline.german.clause_words import Word, words_of
from timeline.german.closed_classes import (
    BE,
    DETERMINERS,
    NOMINATIVE_ARTICLES,
    PREPOSITIONS,
)
from timeline.german.tables import table
from timeline.german.verb_forms import FINITE, Form, forms

PERSONAL = table("er sie es ihn")
#: Verbs whose "es" stands for nothing: "es gibt", "kam es zum Streit".
EXPLETIVE = re.compile(
    r"(?:gibt|gab|geht|ging|hei(?:ß|ss)t|hie(?:ß|ss)|regnet|schneit|kommt|kam|folgt|folgte)"
)
#: Masculines that take -n or -en in every case but the nominative.
_WEAK = re.compile(
    r"(?P<n>(?:zeuge|kunde|junge|kollege|erbe|gatte|biologe|pädagoge|experte|matrose|nachbar|herr)\Z)"
    r"|(?:präsident|student|patient|assistent|dozent|agent|konkurrent|referent|[lmnrtz]ist|kant|rant"
    r"|dant|soldat|kandidat|diplomat|demokrat|pilot|mensch|held|fürst)\Z",
    re.IGNORECASE,
)
#: "sie" of one
_GENDERS = {"er": "m", "ihn": "m", "es": "n", "sie": "f"}


def resolve(
    kept: Sequence[Token],
    finite: Word | None,
    contexts: Sequence[str],
    persons: Mapping[str, Person],
    speaker: Candidate | None = None,
    *,
    voiced: bool = False,
) -> list[Token]:
    """The tokens with personal pronouns replaced where one of ``contexts`` makes them certain.

    The contexts are asked in turn: the clause before, then the sentences before. ``persons`` are
    those the article introduces; ``speaker`` is who says what the tokens tell, and ``voiced``
    whether he is going to stand in front: then a pronoun that means him stays.
    """
    out: list[Token] = []
    used: set[str] = set()
    needed = subject_of([token.word for token in kept])
    here = " ".join(token.word.text for token in kept)
    for index, token in enumerate(kept):
        lower = token.lower
        if index == 0 and lower in _THE_LAST and verb_at(kept, finite) == 1:
            last = _last_named(lower, finite, contexts)
            if last is not None:
                article = {"dieser": "der", "dieses": "das"}.get(lower, "die")
                many = finite is not None and is_plural(finite.text)
                noun = weak_adjectives(last.text, many, oblique=False)
                out.append(token.reading(f"{article} {noun}"))
                continue
        if (
            _is_polite(token)
            or lower not in PERSONAL
            or (lower == "es" and is_expletive(kept, finite))
        ):
            out.append(token)
            continue
        near_verb = finite is not None and any(
            kept[i].word is finite for i in (index - 1, index + 1) if 0 <= i < len(kept)
        )
        accusative = lower == "ihn" or (not near_verb and index > 1)
        accusative = accusative or (lower == "sie" and _acts_in_front(kept[:index], finite))
        of_object = accusative or (lower == "es" and _has_subject(kept[:index], finite))
        plural = finite is not None and is_plural(finite.text) and not accusative
        told = finite is not None and bool(forms(finite.text) & Form.REPORTED)
        if speaker and not accusative and not plural and _GENDERS[lower] in speaker.gender:
            chosen = None if voiced else speaker
        else:
            need = "" if of_object else needed
            chosen = _first(lower, plural, contexts, persons, need, told, here, accusative)
        if chosen is None or chosen.text in used:
            out.append(token)
            continue
        used.add(chosen.text)
        out.append(token.reading(_inflect(chosen, lower, plural, accusative)))
    return _possessive(_sich_first(out, kept, finite), finite, contexts)


def _sich_first(named: list[Token], kept: Sequence[Token], finite: Word | None) -> list[Token]:
    """ "Danach ereignete der Unfall | sich" → "ereignete sich | der Unfall", where the subject was
    a pronoun."""
    place = verb_at(kept, finite)
    if place is None or place + 2 >= len(kept) or kept[place + 2].lower != "sich":
        return named
    if named[place + 1] is kept[place + 1]:
        return named
    return [*named[: place + 1], named[place + 2], named[place + 1], *named[place + 3 :]]


#: what means the noun told last: "verlangt eine Sitzung. Diese soll …"
_THE_LAST = {"diese": "f", "dieser": "m", "dieses": "n"}


def _last_named(word: str, finite: Word | None, contexts: Sequence[str]) -> Candidate | None:
    """The noun that a demonstrative at the head of a sentence means: the one told last, where its
    gender is certain and fits, genitives aside; or None."""
    if finite is None or not contexts or is_plural(finite.text):
        return None
    told = candidates(contexts[-1])
    ends = [c for c in told if c.gender == _THE_LAST[word] and not c.name]
    if not ends or (ends[-1].subject and len(ends) > 1 and told[0] is ends[-1]):
        return None
    behind = told[told.index(ends[-1]) + 1 :]
    genitives = re.compile(r"\b(?:des|eines|der|einer) ")
    rest = contexts[-1].rpartition(ends[-1].text)[2]
    return ends[-1] if not behind or genitives.match(rest.lstrip()) else None


def _has_subject(front: Sequence[Token], finite: Word | None) -> bool:
    """ "Das Amt will | es | aufheben": in front of the verb stands a subject, so "es" is none."""
    place = verb_at(front, finite)
    if place is None or place != len(front) - 1 or not place:
        return False
    words = [token.word for token in front[:place]]
    helps = finite is not None and forms(finite.text) & HELPING
    if place == 1 and words[0].lower in ("er", "sie"):
        return bool(helps)
    whole = noun_phrase(words, 0, "") == place
    return bool(helps) and whole and words[0].lower in NOMINATIVE_ARTICLES


def _acts_in_front(front: Sequence[Token], finite: Word | None) -> bool:
    """ "Der Richter ließ | sie | frei": a subject who acts fills the place in front of the verb."""
    place = verb_at(front, finite)
    words = [token.word for token in front[: place or 0]]
    if not words or place != len(front) - 1 or words[0].lower not in NOMINATIVE_ARTICLES:
        return False
    return noun_phrase(words, 0, "") == place and acts(words[-1].text)


def _first(
    pronoun: str,
    plural: bool,
    contexts: Sequence[str],
    persons: Mapping[str, Person],
    needed: str,
    told: bool,
    here: str,
    accusative: bool,
) -> Candidate | None:
    """What the first context that makes it certain names, but nothing that stands ``here``.

    Where the verb needs a person, a context with several of them ends the search: who stands
    further off is not meant then either.
    """
    for context in contexts:
        behind = _behind_itself(pronoun, plural, context)
        named = [
            c
            for c in candidates(context, persons)
            if c.text not in here and (c.name or context.find(c.text) < behind)
        ]
        if needed:
            fit = is_person if needed == "person" else acts
            named = [c for c in named if c.name or fit(c.text)]
            fitting = {c.text for c in named if pronoun in ("er", "ihn") and "m" in c.gender}
            if len(fitting) > 1:
                return None  # "der Leiter … dass Tjark es wusste": which of them?
        fits = [c for c in named if _GENDERS[pronoun] in c.gender]
        persons_named = {c.text for c in fits if c.name}
        if accusative and pronoun != "es" and _has_bare_object(context):
            return None  # "Das Amt hatte Anklage erhoben. Die Kammer ließ sie zu"
        if accusative and len(persons_named) != 1 and len({c.text for c in fits}) > 1:
            return None  # "ein Fahrer … gegen einen Baum. Helfer brachten ihn": no subject tells
        chosen = _choose(pronoun, plural, named, told=told)
        if chosen is not None:
            return chosen
        wanted = "p" if plural else _GENDERS[pronoun]
        own = plural and context is not contexts[-1]  # "Den Gästen wird …, sie müssen": no others
        if (needed or own) and any(wanted in c.gender for c in named):
            return None
    return None


def _has_bare_object(context: str) -> bool:
    """Whether a noun without an article stands in front of the participle it goes with."""
    words = words_of(context)
    return any(
        word.text[0].isupper()
        and words[i - 1].lower not in DETERMINERS | PREPOSITIONS
        and forms(words[i + 1].lower) & Form.PARTICIPLE
        for i, word in enumerate(words[1:-1], 1)
    )


def _behind_itself(pronoun: str, plural: bool, context: str) -> int:
    """Where ``context`` has the pronoun itself as a subject: nouns from there on are not meant, for
    whom it means stands further in front. Its length where it does not."""
    words = words_of(context) if pronoun in ("er", "sie") else ()
    for index, word in enumerate(words):
        beside = (words[i].text for i in (index - 1, index + 1) if 0 <= i < len(words))
        verbs = (text for text in beside if forms(text) & FINITE)
        if word.lower == pronoun and any(is_plural(verb) == plural for verb in verbs):
            return word.start
    return len(context)


def who(pronoun: str, contexts: Sequence[str], persons: Mapping[str, Person]) -> str:
    """The person that "er" or "sie" names as a speaker, where ``contexts`` make it certain."""
    for context in contexts:
        told = candidates(context, persons, speakers=True)
        named = [c for c in told if c.name or c.subject]
        named = [c for c in named if c.name or _is_human(c.text) or _is_body(c)]
        chosen = _choose(pronoun, False, named, told=False)
        if chosen is not None:
            return chosen.text
    return ""


def _is_human(noun: str) -> bool:
    """ "Fahrerin", "Landrätin Ada Holm": a person, or a name behind what she is."""
    return is_person(noun) or is_person(noun.split(" ")[0])


def _is_body(named: Candidate) -> bool:
    """ "Fraktion der Freien Wähler": a body, by its head, that did something."""
    return named.subject and acts(re.split(r" (?:der|des|von|für) ", named.text)[0])


def _is_polite(token: Token) -> bool:
    """ "hat der Rat Sie angehört": who is spoken to."""
    return token.word.text == "Sie" and not token.word.initial


def left_over(kept: Sequence[Token], finite: Word | None) -> bool:
    """Whether a personal pronoun still stands beside the verb, where the subject stands."""
    place = verb_at(kept, finite)
    if place is None:
        return False
    near = (i for i in (place - 1, place + 1) if 0 <= i < len(kept))
    return any(kept[i].lower in ("er", "sie") and not _is_polite(kept[i]) for i in near)


def demonstrative(text: str, context: str) -> str:
    """ "Diese Region" → "Die Region Kursk", where the sentence before names the region."""
    found = re.match(r"(?:Dies(er|e|es)) ([A-ZÄÖÜ]\w+)\b(?! [A-ZÄÖÜ])", text)
    if not found:
        return text
    names = set(re.findall(rf"\b{re.escape(found.group(2))} ([A-ZÄÖÜ]\w+)\b", context))
    if len(names) != 1:
        return text
    article = {"er": "Der", "e": "Die", "es": "Das"}[found.group(1)]
    return f"{article} {found.group(2)} {names.pop()}{text[found.end() :]}"


#: "Der Antrag wurde gestellt": which?
_BARE_NOUN = re.compile(
    r"(?P<article>Der|Die|Das) (?P<noun>[A-ZÄÖÜ][a-zäöüß]{3,})(?P<rest>(?: [a-zäöüß]+)+)\Z"
)


def compounded(text: str, context: str) -> str:
    """ "Der Antrag wurde gestellt" → "Der Bauantrag wurde gestellt", where the sentence before
    names one of that kind: both have one gender."""
    found = _BARE_NOUN.match(text)
    if not found or len(text.split()) > 5:
        return text
    noun = found["noun"]
    kinds = set(re.findall(rf"\b([A-ZÄÖÜ][a-zäöüß]{{2,}}{noun.lower()})(?:e?s)?\b", context))
    if len(kinds) != 1 or re.search(rf"\b{noun}\b", context):
        return text
    return f"{found['article']} {kinds.pop()}{found['rest']}"


def _possessive(kept: list[Token], finite: Word | None, contexts: Sequence[str]) -> list[Token]:
    """ "Ihr Büro wurde durchsucht" → "Carola Wendts Büro …", after a clause about Carola Wendt."""
    if not kept or kept[0].lower not in ("ihr", "ihre", "sein", "seine") or finite is None:
        return kept
    position = verb_at(kept, finite)
    if position is None or position + 1 >= len(kept) or position < 2:
        return kept
    behind = kept[position + 1]
    if behind.word.text[0].isupper() or behind.lower in NOMINATIVE_ARTICLES:
        return kept
    named = [c for context in contexts[:1] for c in candidates(context) if c.name and c.subject]
    if len(named) != 1:
        return kept
    name = named[0].text
    ending = "’" if name.endswith(("s", "x", "z", "ß")) else "s"
    return [replace(kept[0].reading(name + ending), after=""), *kept[1:]]


_TO = frozenset(("zu", "zum", "zur"))


def is_expletive(kept: Sequence[Token], finite: Word | None) -> bool:
    """Whether an "es" stands for nothing: "es gibt", "es war ein Sonntag"."""
    if finite is None or EXPLETIVE.match(finite.text):
        return True
    if any(t.lower == "gegeben" for t in kept) or (
        any(t.lower == "gekommen" for t in kept) and any(t.lower in _TO for t in kept)
    ):
        return True  # "war es zu einem Unfall gekommen"
    if any(t.lower == "es" and t.word.start == t.word.end for t in kept):
        return True  # put there for the verb: "es durfte wieder geschwommen werden"
    if finite.text in ("bleibt", "blieb", "bleibe") and any(t.lower == "bei" for t in kept):
        return True  # "es bleibe bei 71 Millionen"
    copula = finite.text in BE or finite.text in ("wird", "wurde", "bleibt")
    return copula and not any(forms(t.word.text) & Form.PARTICIPLE for t in kept[1:])


def _choose(
    pronoun: str, plural: bool, named: Sequence[Candidate], *, told: bool
) -> Candidate | None:
    """The one a pronoun means; ``told``: in reported speech, where subject and object are as near.

    „Die Bürgermeisterin zeigte die Kämmerin an. Sie habe Geld genommen“ accuses only one.
    """
    wanted = "p" if plural and pronoun == "sie" else _GENDERS[pronoun]
    fitting = [c for c in named if wanted in c.gender]
    if told and len({c.text for c in named if c.gender != "n"}) > 1:
        return None
    if len({c.text for c in fitting}) > 1 or not any(c.subject for c in fitting):
        fitting = [c for c in fitting if c.name or c.gender == wanted]
    sure = [c for c in fitting if c.gender == wanted or c.name]
    subjects = [c for c in fitting if c.subject and (c.gender == wanted or c.name)]
    if len(subjects) == 1 and len({c.text for c in sure}) <= 2:
        return subjects[0]
    exact = {c.text for c in fitting if c.gender == wanted and c.name}
    if len(exact) == 1 and all(c.name for c in fitting):
        return next(c for c in fitting if c.text in exact)
    texts = {candidate.text for candidate in fitting}
    if len(texts) != 1 or (fitting[0].name and wanted in "np"):
        return None
    return fitting[0]


def _inflect(chosen: Candidate, pronoun: str, plural: bool, accusative: bool) -> str:
    if chosen.name:
        return chosen.text
    if plural or pronoun == "sie":
        article = "die"
    elif pronoun == "es":
        article = "das"
    else:
        article = "den" if accusative else "der"
    return f"{article} {weak_adjectives(chosen.text, plural, accusative and article == 'den')}"


def weak_adjectives(phrase: str, plural: bool, oblique: bool) -> str:
    """Adjectives as they are behind a definite article: "neuen Regeln", "neue Regel"."""
    words = phrase.split()
    out: list[str] = []
    nouns = (i for i, word in enumerate(words) if word[0].isupper() and "jährig" not in word)
    head = next(nouns, len(words) - 1)
    for index, word in enumerate(words):
        stem = re.match(r"(.+?)(?:e|en|er|es|em)\Z", word)
        inflected = word[0].islower() or "jährig" in word
        adjectival = index == len(words) - 1 and word.lower().endswith(ADJECTIVAL)
        if adjectival and (plural or oblique):
            word += "n"  # "den 19-Jährigen"
        elif index == len(words) - 1 and oblique and not plural and (weak := _WEAK.search(word)):
            word += "n" if weak["n"] else "en"  # "den Zeugen", "den Präsidenten"
        elif index < min(head, len(words) - 1) and inflected and stem and not _fixed(word):
            word = stem.group(1) + ("en" if plural or oblique else "e")
        out.append(word)
    return " ".join(out)


def _fixed(word: str) -> bool:
    return (
        word in DETERMINERS
        or word in PREPOSITIONS
        or bool(forms(word) & HELPING)
        or word.endswith(("zwei", "drei", "vier", "fünf"))
    )
