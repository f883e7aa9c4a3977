"""German words brought to a common form, so that different wordings can be compared.

A light stemmer of our own (endings and the ge- of participles), compounds split where a part of
them stands alone elsewhere, and numbers with what they count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from timeline.events.phrases import ADVERBS, DETERMINERS, PREPOSITIONS, PRONOUNS
from timeline.german.clause_words import Word
from timeline.german.tables import table

_STOP = (
    DETERMINERS
    | PREPOSITIONS
    | PRONOUNS
    | ADVERBS
    | table(
        """
        und oder aber denn sondern doch dass daß weil wenn als wie ob nachdem bevor obwohl
        während damit sodass da wer was wo wann warum welche welcher welches hat haben hatte
        hatten ist sind war waren wird werden wurde wurden worden gewesen sein sei seien habe
        werde würde würden wäre hätte kann können konnte konnten soll sollen sollte sollten will
        wollen wollte wollten muss müssen musste mussten darf dürfen durfte dürfte könnte
        könnten möchte mag nicht nichts kein etwas mehr weniger viel viele alle alles einige
        selbst eigen eigene eigenen neu neue neuen neuer neues groß große großen ersten erste
        erster erstes zweite zweiten letzte letzten deren dessen denen beiden tag tage tagen
        woche wochen monat monate monaten jahr jahre jahren uhr montag dienstag mittwoch
        donnerstag freitag samstag sonnabend sonntag januar jänner februar märz april mai juni
        juli august september oktober november dezember frühling frühjahr sommer herbst winter
        morgen abend mittag nacht vormittag nachmittag anfang mitte ende prozent euro franken
        dollar million millionen milliarde milliarden mio mrd rund gegen sagte sagt erklärte
        teilte mitgeteilt berichtet berichtete meldete laut angaben zufolge stunden stunde
        minuten minute zeit vergangenen kommenden nächsten vorigen zeitung gab gibt kam kommt
        geht ging macht machte steht stand lag liegt
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
_NUMBER = re.compile(r"\d+(?:[.'’]\d{3})*(?:,\d+)?\Z")
_NUMBER_WORDS = {
    word: value
    for value, word in enumerate(
        ("zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"),
        start=2,
    )
}
_NUMBER_WORDS.update({"zwanzig": 20, "dreißig": 30, "vierzig": 40, "fünfzig": 50, "hundert": 100})
_MULTIPLES = {"tausend": 10**3, "million": 10**6, "milliard": 10**9, "mio": 10**6, "mrd": 10**9}


@lru_cache(maxsize=131072)
def stem(word: str) -> str:
    """The common form of a word: "Verhaftungen", "verhaftet" → "verhaft"."""
    text = word.lower().translate(_UMLAUTS).replace("-", "").replace("'", "").replace("’", "")
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
    for length in range(len(term) - 3, 4, -1):
        if term[:length] in vocabulary:
            parts.append(term[:length])
            break
    for length in range(len(term) - 3, 4, -1):
        if term[-length:] in vocabulary:
            parts.append(term[-length:])
            break
    return parts


@dataclass(frozen=True, slots=True)
class Count:
    """A number of something: "rund 8.000 Soldaten" → 8000.0, stem "soldat", about "Soldaten"."""

    value: float
    unit: str
    about: str


def numbers(words: Sequence[Word], skip: Sequence[tuple[int, int]] = ()) -> list[Count]:
    """The numbers in a stretch of words and what they count.

    Words inside the spans of ``skip`` (the dates) are left out.
    """
    found: list[Count] = []
    for index, word in enumerate(words):
        if any(a <= word.start < b for a, b in skip):
            continue
        value = number(word.text)
        if value is None:
            continue
        unit = about = ""
        for follower in words[index + 1 : index + 5]:
            lower = follower.lower
            scale = next((m for name, m in _MULTIPLES.items() if lower.startswith(name)), None)
            if scale is not None and not unit:
                value *= scale
                continue
            if follower.text[0].isupper() or lower in ("prozent", "€"):
                unit, about = stem(follower.text), follower.text
                break
            if not lower.endswith(("e", "en", "er", "es")) and lower not in ("bis", "und"):
                break
        if unit:
            found.append(Count(value, unit, about))
    return found


def number(text: str) -> float | None:
    """The value of a German number: "8.000", "3,4", "zwölf"; None for anything else."""
    if _NUMBER.match(text):
        return float(re.sub(r"[.'’]", "", text).replace(",", "."))
    value = _NUMBER_WORDS.get(text.lower())
    return float(value) if value is not None else None
