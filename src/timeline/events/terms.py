"""German words brought to a common form, so that different wordings can be compared.

A light stemmer of our own (endings and the ge- of participles), compounds split where a part of
them stands alone elsewhere, and numbers with what they count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from timeline.events.phrases import ADVERBS, PRONOUNS
from timeline.german.clause_words import Word
from timeline.german.closed_classes import (
    BE,
    BECOME,
    CONTRASTS,
    DASS,
    DETERMINERS,
    HAVE,
    JOINTS,
    PREPOSITIONS,
    QUESTION_WORDS,
    SMALL_NUMBERS,
)
from timeline.german.tables import table
from timeline.german.verb_forms import LEMMAS, PARTICLES
from timeline.german.words import MONTH_ABBREVIATIONS, MONTHS, WEEKDAYS

_STOP = (
    frozenset(word.lower() for word in (*WEEKDAYS, *(MONTHS.keys() - MONTH_ABBREVIATIONS)))
    | DETERMINERS
    | PREPOSITIONS
    | PRONOUNS
    | ADVERBS
    | BE
    | BECOME
    | HAVE
    | DASS
    | (JOINTS - {"sowie"})
    | CONTRASTS
    | (QUESTION_WORDS - {"wem", "wen", "weshalb"})
    | table(
        """
        nachdem bevor obwohl sodass da welche welcher welches worden gewesen sei seien habe
        werde würde würden wäre hätte kann können konnte konnten soll sollen sollte sollten will
        wollen wollte wollten muss müssen musste mussten darf dürfen durfte dürfte könnte
        könnten möchte mag nichts etwas weniger alles eigen eigene eigenen neu neue neuen neuer
        neues groß große großen ersten erste erster erstes zweite zweiten letzte letzten deren
        dessen denen tag tage tagen woche wochen monat monate monaten jahr jahre jahren uhr
        frühling frühjahr sommer herbst winter abend mittag nacht vormittag nachmittag anfang
        mitte ende prozent euro franken dollar million millionen milliarde milliarden mio mrd
        rund sagte sagt erklärte teilte mitgeteilt berichtet berichtete meldete angaben stunden
        stunde minuten minute zeit vergangenen kommenden nächsten vorigen zeitung gab gibt kam
        kommt geht ging macht machte steht stand lag liegt
        """
    )
)
_UMLAUTS = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss", "é": "e", "è": "e"})
_ENDINGS = (
    "ierungen", "ierung", "ungen", "innen", "erinnen", "heiten", "keiten", "ung", "erin", "in",
    "ierten", "ierte", "iert", "ieren", "eten", "ete", "eter", "etes", "et", "est",
    "ten", "tes", "ter", "tem", "te", "ern", "ens", "en", "er", "es", "em", "st", "t", "e", "s",
    "n",
)  # fmt: skip
_PREFIXES = tuple(
    sorted(
        {*PARTICLES, "be", "ver", "er", "ent", "zer", "miss", "unter", "über", "wider", "um"},
        key=lambda prefix: (-len(prefix), prefix),
    )
)
#: Nouns made of strong verbs by their vowel: what the clause of another report has as a verb.
_OF_VERBS: dict[str, str] = dict(
    re.findall(
        r"(\S+)\s+(\S+)",
        """
    bruch brechen brand brennen fund finden flug fliegen wurf werfen sprung springen
    griff greifen schluss schließen verlust verlieren schuss schießen abzug abziehen
    umzug umziehen einzug einziehen auszug ausziehen entzug entziehen stoß stoßen
    tritt treten verbot verbieten angebot anbieten schnitt schneiden fluss fließen
    schwund schwinden diebstahl stehlen spruch sprechen gang gehen raub rauben
    tat tun trieb treiben wuchs wachsen streit streiten hilfe helfen gabe geben
    nahme nehmen sprache sprechen kunft kommen fahrt fahren sicht sehen
    flucht fliehen schlag schlagen fall fallen zwang zwingen gewinn gewinnen
    beginn beginnen betrug betrügen befehl befehlen
        """,
    )
)
_SHORTEST_PART = 4
_NUMBER = re.compile(r"\d+(?:[.'’]\d{3})*(?:,\d+)?\Z")
_NUMBER_WORDS = {word: value for value, word in enumerate(SMALL_NUMBERS, start=2)}
_NUMBER_WORDS.update({"zwanzig": 20, "dreißig": 30, "vierzig": 40, "fünfzig": 50, "hundert": 100})
_MULTIPLES = {"tausend": 10**3, "million": 10**6, "milliard": 10**9, "mio": 10**6, "mrd": 10**9}


@lru_cache(maxsize=131072)
def stem(word: str) -> str:
    """The common form of a word: "Verhaftungen", "verhaftet" → "verhaft", "Bruch" → "brech"."""
    text = word.lower()
    if text.startswith("rück"):
        text = f"zu{text}"  # "Rücktritt", "zurückgetreten"
    verb = _strong_verb(text) if word[0].islower() else _of_a_verb(text)
    if verb:
        text = verb.removesuffix("n").removesuffix("e")
    text = text.translate(_UMLAUTS).replace("-", "").replace("'", "").replace("’", "")
    if verb:
        return text
    if (
        text.startswith("ge")
        and len(text) >= 7
        and text.endswith(("t", "en"))
        and word[0].islower()
    ):
        text = text[2:]
    floor = 4
    for _ in range(2):
        for ending in _ENDINGS:
            if text.endswith(ending) and len(text) - len(ending) >= floor:
                text = text[: -len(ending)]
                break
    return text


def _strong_verb(text: str) -> str:
    """The infinitive of a form of a strong verb, with its prefix: "ausgebrochene"; or nothing."""
    for ending in ("", "en", "er", "es", "em", "e"):
        form = text.removesuffix(ending)
        if not text.endswith(ending) or len(form) < 3:
            continue
        if form in LEMMAS:
            return LEMMAS[form]
        for prefix in _PREFIXES:
            rest = form.removeprefix(prefix)
            if len(rest) < 3 or rest == form:
                continue
            for bare in (rest, f"ge{rest}", rest.removeprefix("zu")):
                if bare in LEMMAS:
                    return prefix + LEMMAS[bare]
    return ""


def _of_a_verb(text: str) -> str:
    """The infinitive a noun is made of: "Einbrüche" → "einbrechen"; or nothing."""
    for ending in ("", "s", "es", "e", "en", "n"):
        noun = text.removesuffix(ending).replace("brüch", "bruch").replace("bränd", "brand")
        if not text.endswith(ending):
            continue
        if noun in _OF_VERBS:
            return _OF_VERBS[noun]
        for prefix in _PREFIXES:
            if noun.startswith(prefix) and noun[len(prefix) :] in _OF_VERBS:
                return prefix + _OF_VERBS[noun[len(prefix) :]]
    return ""


def is_content(word: str) -> bool:
    """Whether a word carries meaning for a comparison (no function word, number, or date word)."""
    return len(word) > 2 and word[0].isalpha() and word.lower() not in _STOP


def stems(words: Iterable[Word]) -> list[str]:
    """Stems of the content words; the parts of "Brücken-Affäre" as well as the whole."""
    found: list[str] = []
    for word in words:
        if not is_content(word.text):
            continue
        found.append(stem(word.text))
        if "-" in word.text:
            found.extend(stem(part) for part in word.text.split("-") if is_content(part))
    return found


def compound_parts(term: str, vocabulary: frozenset[str] | set[str]) -> list[str]:
    """The shorter terms of ``vocabulary`` that ``term`` begins or ends with."""
    if len(term) < 8:
        return []
    parts: list[str] = []
    for length in range(len(term) - 3, _SHORTEST_PART - 1, -1):
        if term[:length] in vocabulary:
            parts.append(term[:length])
            break
    for length in range(len(term) - 3, _SHORTEST_PART - 1, -1):
        part = stem(term[-length:].capitalize())
        if part in vocabulary or term[-length:] in vocabulary:
            parts.append(part if part in vocabulary else term[-length:])
            break
    return parts


@dataclass(frozen=True, slots=True)
class Count:
    """A number of something: "rund 8.000 Soldaten" → 8000.0, stem "soldat", about "Soldaten"."""

    value: float
    unit: str
    about: str


def numbers(words: Sequence[Word]) -> list[Count]:
    """The numbers in a stretch of words and what they count."""
    found: list[Count] = []
    for index, word in enumerate(words):
        votes = _votes(words[index : index + 4])
        if votes:
            found.extend(votes)
            continue
        value = number(word.text)
        if value is None or (index and _votes(words[max(0, index - 2) : index + 2])):
            continue
        unit = about = ""
        for follower in words[index + 1 : index + 5]:
            lower = follower.lower
            scale = next((m for name, m in _MULTIPLES.items() if lower.startswith(name)), None)
            if scale is not None and not unit:
                value *= scale
                continue
            if follower.text[0].isupper() or lower in ("prozent", "€"):
                about = _OF_A_SIDE.get(follower.text, follower.text)
                unit = stem(about)
                break
            if not lower.endswith(("e", "en", "er", "es")) and lower not in ("bis", "und"):
                break
        if unit:
            found.append(Count(value, unit, about))
    return found


def _votes(words: Sequence[Word]) -> list[Count]:
    """ "mit 31 zu 14 Stimmen", "mit 31:14 Stimmen": those for it, and those against."""
    texts = [word.text for word in words]
    score = _SCORE.fullmatch(texts[0]) if texts else None
    if score and texts[1:2] and texts[1].startswith("Stimme"):
        told = [float(score[1]), float(score[2])]
    elif texts[1:2] in (["zu"], ["gegen"]) and texts[3:] and texts[3].startswith("Stimme"):
        told = [value for value in (number(texts[0]), number(texts[2])) if value is not None]
    else:
        return []
    if len(told) < 2:
        return []
    return [Count(value, stem(name), name) for value, name in zip(told, _SIDES, strict=True)]


_SCORE = re.compile(r"(\d{1,4}):(\d{1,4})")
_SIDES = ("Ja-Stimmen", "Nein-Stimmen")
_OF_A_SIDE = {
    "Ja": "Ja-Stimmen", "Jastimmen": "Ja-Stimmen", "Neinstimmen": "Nein-Stimmen",
    "Gegenstimmen": "Nein-Stimmen",
}  # fmt: skip


def number(text: str) -> float | None:
    """The value of a German number: "8.000", "3,4", "zwölf"; None for anything else."""
    if _NUMBER.match(text):
        return float(re.sub(r"[.'’]", "", text).replace(",", "."))
    value = _NUMBER_WORDS.get(text.lower())
    return float(value) if value is not None else None
