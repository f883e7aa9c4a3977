"""Relative clauses as sentences of their own, with the noun they hang on.

"ein Abkommen, das die Präsidenten im Juni unterzeichneten" → "die Präsidenten unterzeichneten das
Abkommen". The relative pronoun gives the noun's gender, number and case, so the article is certain.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.persons import is_person
from timeline.events.phrases import DETERMINERS, PREPOSITIONS, is_noun, nominative, noun_phrase
from timeline.events.pronouns import is_plural, weak_adjectives
from timeline.events.recast import Token, render, split_verb, without_dates
from timeline.german.clause_words import Word, verb_forms
from timeline.german.clauses import Clause
from timeline.german.tables import table
from timeline.german.verb_forms import Form

_FITS = {
    "der": table(
        """
        der ein einen den dem einem des eines dieser diesen diesem jener jenen jenem kein keinen im
        am zum vom beim seinen ihren seinem ihrem
        """
    ),
    "das": table("das ein jenem dem einem des eines dieses diesem im am zum vom beim ins sein ihr"),
    "die": table("die eine der einer zur ihre seine ihrer seiner diese dieser keine jene jener"),
}  # fmt: skip
_CONTRACTIONS = {
    "in dem": "im",
    "an dem": "am",
    "zu dem": "zum",
    "zu der": "zur",
    "von dem": "vom",
    "bei dem": "beim",
}
_OF_PLACE = table("bei in aus nach vor an auf")
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
    opening = [w for w in clause.words[:3] if w.lower not in ("und", "oder")]
    if clause.finite is None or not opening:
        return ""
    preposition = opening[0].lower if opening[0].lower in PREPOSITIONS else ""
    opener = opening[1] if preposition and len(opening) > 1 else opening[0]
    pronoun = opener.lower
    if pronoun not in ("der", "die", "das", "den", "dem", "deren", "dessen"):
        return ""
    finite = clause.words[clause.finite]
    plural = is_plural(finite.text)
    oblique = bool(preposition) or pronoun == "dem"
    antecedent = _antecedent(
        clause, found, sentence, pronoun, plural and pronoun == "die", oblique=oblique
    )
    if antecedent is None:
        return ""
    kept, _ = without_dates(clause, sentence, spans)
    position = next((i for i, token in enumerate(kept) if token.word is finite), None)
    if position is None or not kept:
        return ""
    before = {w.start for w in clause.words if w.start <= opener.start}
    rest = [t for i, t in enumerate(kept) if i != position and t.word.start not in before]
    verb, particle = split_verb(kept[position])
    if pronoun in ("deren", "dessen"):
        return "" if preposition else _genitive(antecedent, rest, verb, particle, sentence)
    name, text = antecedent
    if oblique:
        return _oblique(antecedent, preposition, pronoun, (rest, verb, particle), sentence)
    own = _own_subject([t.word for t in rest], sentence, pronoun, plural, opener)
    if own:
        head = render(rest[:own])
        article = "" if name else f"{pronoun} "
        many = pronoun == "die" and _looks_plural(text)
        noun = weak_adjectives(text, plural=many, oblique=pronoun == "den")
        body = " ".join(t.text for t in rest[own:] + particle)
        return f"{head} {verb.word.text} {article}{noun} {body}"
    if pronoun == "den":
        return ""
    article = "" if name else f"{pronoun} "
    noun = weak_adjectives(text, plural, oblique=False)
    body = " ".join(t.text for t in rest + particle)
    return f"{article}{noun} {verb.word.text} {body}"


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
    if name or own == 0 or pronoun in ("die", "das") or own == len(rest) == 0:
        return ""
    noun = weak_adjectives(text, plural=False, oblique=True)
    body = " ".join(t.text for t in rest[own:] + particle)
    link = f"{preposition} {pronoun}".strip()
    link = _CONTRACTIONS.get(link, link)
    return f"{render(rest[:own])} {verb.word.text} {link} {noun} {body}"


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
    if role and pronoun != "der" and not plural:
        return end  # "die Ministerin Ada Holm präsentierte": she, not the thing
    return 0  # "das Austin gab" and "die Köln erreichte": the pronoun may stand in front of both


def _antecedent(
    clause: Clause,
    found: Sequence[Clause],
    sentence: str,
    pronoun: str,
    plural: bool,
    *,
    oblique: bool = False,
) -> tuple[bool, str] | None:
    """The noun phrase (is it a name, its words without article) that the clause hangs on."""
    joined = clause.words[0].lower in ("und", "oder")  # a second one, "und der …"
    holder = next(
        (
            c
            for c in reversed(found)
            if c is not clause
            and c.span[0] < clause.span[0]
            and c.kind != "aside"
            and not (joined and c.kind == "relative")
        ),
        None,
    )
    if holder is None:
        return None
    words = [word for word in holder.words if word.end <= clause.span[0]]
    if not words:
        return None
    last = 0
    for begin, end in _phrases(words, sentence):
        if len(words) - max(end, last) > 6:
            break
        bare = words[begin].lower not in DETERMINERS and begin > 0
        if bare and pronoun in ("die", "der") and words[begin - 1].lower in _OF_PLACE:
            last = end  # "eine Finca bei Faro, die": a place would be "das"
            continue
        if begin > 2 and words[begin - 1].lower in ("und", "oder"):
            hyphen = sentence[words[begin - 2].end : words[begin - 1].start]
            if hyphen.startswith("-") and words[begin - 3].lower in DETERMINERS:
                begin -= 3  # "einem Sicherheits- und Verteidigungsabkommen"
        article = words[begin].lower if words[begin].lower in DETERMINERS else ""
        start = begin + 1 if article else begin
        before = words[begin - 1].lower if begin else ""
        if not article and before in ("im", "am", "zum", "zur", "vom", "beim", "ins"):
            article = before
        stop = last if last and sentence[words[end - 1].end : words[end].start] == " " else end
        text = _with_quotes(sentence, words[start].start, words[stop - 1].end)
        text = nominative(article, text) if stop == end else text
        if not text:
            return None
        capitals = [w for w in words[start:end] if w.text[0].isupper()]
        name = not article and len(capitals) >= 2 and capitals == list(words[start:end])
        if name and pronoun in ("die", "der", "deren", "dessen"):
            return None if plural else (True, text)
        if plural and article == "den":
            return None  # the dative plural has an -n that the nominative may lack
        if plural and not article:
            if any(word.text[0].isdigit() for word in words[begin:end]):
                return True, text.removeprefix("insgesamt ")
            if end == len(words):  # "Vorwürfe, die …"; a dative plural may lack its -n
                return None if before in PREPOSITIONS else (True, text)
            continue
        if pronoun == "der" and article == "der" and before in PREPOSITIONS:
            continue  # "der Vertrag mit der Bank, der …": the dative of a feminine
        if oblique and not article:
            return None
        if not _agrees(article, pronoun, plural, text):
            continue
        single = not article and end - begin == 1 and not plural and before not in PREPOSITIONS
        if single:
            return True, text  # "Gerlach, der im Juli gekommen war": no noun lacks its article
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
    if pronoun == "dem":
        return article in _FITS["der"] or article in _FITS["das"]
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
