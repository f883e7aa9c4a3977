"""The words of a clause, and which of them can be verbs where they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from timeline.german.closed_classes import (
    ABOUT,
    ARTICLES,
    COMMON_PREPOSITIONS,
    DATE_PREPOSITIONS,
    DETERMINERS,
    ENDINGS,
    HAVE,
    QUOTES,
    SINGLE_QUOTES,
    SMALL_NUMBERS,
    SUBJECT_PRONOUNS,
)
from timeline.german.direction_words import SAID
from timeline.german.tables import table
from timeline.german.verb_forms import FINITE, PARTICIPLES, Form, forms

_WORD = re.compile(
    r"\d+(?:-[^\W\d_]{2,})+|\d+(?:[.,:'’]\d+)*\.?(?=\s|\Z|[^\w.])|[^\W_]+(?:[-'’/.&][^\W_]+)*"
)
#: what stands before an attribute
_LEADING = (
    DETERMINERS
    - table(
        """
        unserer vieler einiger mehrerer manchen wenigen etliche etlichen zahlreiche zahlreichen
        viel wenig weitere weiteren andere anderen tausende hunderte dutzende
        """
    )
    | ABOUT
    | frozenset(SMALL_NUMBERS)
    | table("welche welcher welchen welchem mehr")
)
_PRONOUNS = SUBJECT_PRONOUNS | table("ihr sich diese dieser dieses jener jene alle viele")
#: "hätte kommen sollen": what is finite in front of two infinitives
_BEFORE_INFINITIVES = HAVE | {"hätte", "hätten", "wird"}
#: A number that counts something, and is no year.
_COUNT = re.compile(r"(?!1[5-9]\d\d\Z|20\d\d\Z)\d[\d.,'’]*\Z")


#: what may stand between the beginning of a sentence and its first word
_BEFORE_FIRST = f" \n\t{QUOTES}{SINGLE_QUOTES}(*_"


class Word(NamedTuple):
    """A word with its offsets in the sentence."""

    text: str
    start: int
    end: int
    initial: bool = False  #: begins a sentence, a quotation, or what follows a colon

    @property
    def lower(self) -> str:
        return self.text.lower()


@lru_cache(maxsize=4096)  # of one sentence, headline, speaker and profile each ask
def words_of(text: str, start: int = 0, end: int | None = None) -> tuple[Word, ...]:
    """The words and numbers of a stretch of text."""
    return read_words(text, start, end)


def read_words(text: str, start: int = 0, end: int | None = None) -> tuple[Word, ...]:
    """The same without keeping them: for a whole article, or what is asked only once."""
    stop = len(text) if end is None else end
    return tuple(
        Word(match.group(), match.start(), match.end(), _initial(text, match.start()))
        for match in _WORD.finditer(text, start, stop)
    )


def _initial(text: str, position: int) -> bool:
    if position > 1 and text[position - 1] == " " and text[position - 2].isalnum():
        return False  # nearly all words: a blank and another word in front
    lead = text[max(0, position - 6) : position].rstrip(_BEFORE_FIRST)
    return not lead if position <= 6 else not lead or lead[-1] in ":.!?…–—-•"


def verb_forms(words: Sequence[Word], index: int) -> int:
    """Forms of the word at ``index``, where its neighbours allow it to be a verb at all.

    "die geplante Brücke" has no preterite: an adjective stands between an article and a noun.
    """
    word = words[index]
    text = word.text
    if not text[0].islower():
        if not word.initial or not text[0].isalpha():
            return Form.NONE
        lower = text.lower()
        found = forms(lower)
        if lower.endswith("en") and lower not in PARTICIPLES and not found & Form.SURE:
            return Form.NONE  # "Herbstferien", "Verfahren": guessed by their endings
        # "Beendet wurde …", "Sollte es …": a verb may open the sentence, but few words that look so
        # are verbs; the tabled ones and the participles are.
        return found if found & Form.SURE or found & Form.PARTICIPLE else Form.NONE
    found = forms(text.removesuffix("'s").removesuffix("’s"))
    if not found and text[-1] == "e" and _has_subject(words, index):
        return forms(text + "n") & Form.SURE and Form.PRESENT  # „ich höre am 31. Dezember auf“
    if not found and text[-1] == "e" and _reports(words, index):
        return Form.REPORTED
    if not found or found & (Form.AUXILIARY | Form.MODAL):
        if text in ("sein", "ihren") and _attributive(words, index):
            return Form.NONE
        return found
    strong = found & Form.SURE and found & Form.PRETERITE and not text.endswith(("te", "ten"))
    if strong and not found & (Form.PARTICIPLE | Form.INFINITIVE):
        return found  # "kamen" is no adjective
    if index == 1 and words[0].lower in ("das", "dies") and text in SAID:
        return found  # "Das teilte Bürgermeister Huber mit"; but "Das bekannte Werk"
    if text.endswith(("te", "ten", "en", "e")) and _attributive(words, index):
        return Form.NONE
    return found


def _has_subject(words: Sequence[Word], index: int) -> bool:
    """Whether „ich“ stands beside the word: no adjective does, but „höre“ and „mache“ do."""
    beside = words[max(0, index - 1) : index + 2]
    return any(word.lower == "ich" for word in beside)


def _reports(words: Sequence[Word], index: int) -> bool:
    """Whether a clause begins with a pronoun and this verb: ", er begrüße die Einigung"."""
    if index != 1 or words[0].lower not in ("er", "sie", "es", "man"):
        return False
    goal = words[2:3]
    return not (goal and goal[0].text[0].isupper()) and bool(
        forms(words[1].text + "n") & Form.INFINITIVE
    )


def _attributive(words: Sequence[Word], index: int) -> bool:
    """Whether the word stands where an adjective stands: "mit alarmierenden Werten"."""
    if index + 1 >= len(words):
        return False
    before = words[index - 1].lower if index else ""
    after = words[index + 1]
    noun_follows = after.text[0].isupper()
    adjective_follows = (
        after.text[0].islower()
        and after.text.endswith(ENDINGS)
        and after.lower not in _LEADING
        and after.lower not in COMMON_PREPOSITIONS
        and after.lower not in _PRONOUNS
    )
    if words[index + 1].start - words[index].end > 2:
        return False
    counted = _COUNT.match(before) is not None
    if counted and len(before) == 4 and index > 1 and words[index - 2].text[0].isupper():
        counted = False  # "am 3. Mai 1911 | eröffnete Ada Holm"
    led = before in _LEADING or before in COMMON_PREPOSITIONS or counted
    if before == "an" and {"von", "vom"} & {w.lower for w in words[max(0, index - 5) : index - 1]}:
        led = False  # "von Montag an | gelten neue Regeln"
    if not led and index and words[index - 1].text[0].islower():
        led = before.endswith(ENDINGS) and forms(before) == Form.NONE
        led = led and before not in ("er", "sie", "es", "diese", "heute", "ende", "morgen")
    return led and (noun_follows or adjective_follows)


def verb_at_end(words: Sequence[Word]) -> int | None:
    """Index of the finite verb, if one closes the segment (as in subordinate clauses)."""
    if not words:
        return None
    last = len(words) - 1
    found = verb_forms(words, last)
    if found & Form.INFINITIVE and found & (Form.MODAL | Form.AUXILIARY):  # "hätte kommen sollen"
        for index in range(max(0, last - 2), last):
            beside = index == last - 1 and verb_forms(words, index) & Form.INFINITIVE
            if words[index].lower in _BEFORE_INFINITIVES and not beside:
                return index  # but "… ausgelöst haben | sollen"
    if found & FINITE and (
        found & (Form.AUXILIARY | Form.MODAL) or not _only_participle(words, last)
    ):
        return last
    if found & Form.INFINITIVE:  # "… haben sollen"
        for index in range(max(0, last - 2), last):
            if verb_forms(words, index) & Form.AUXILIARY:
                return index
    return None


def _only_participle(words: Sequence[Word], index: int) -> bool:
    """A closing "angekommen" may be a participle whose auxiliary stands further left."""
    found = verb_forms(words, index)
    if not found & (Form.PARTICIPLE | Form.INFINITIVE):
        return False
    return any(
        verb_forms(words, i) & (Form.AUXILIARY | Form.MODAL) and verb_forms(words, i) & FINITE
        for i in range(index)
    )


def _describes_a_noun(words: Sequence[Word], index: int) -> bool:
    """ "Die vom Bundestag verabschiedete Reform", "Nach den am Freitag verkündeten Maßnahmen": a
    participle before its noun."""
    word = words[index].lower
    led = words[0].lower in ARTICLES
    if index > 2 and words[0].lower in COMMON_PREPOSITIONS and words[1].lower in ARTICLES:
        led = words[2].lower in DATE_PREPOSITIONS
    return (
        index > 1
        and index + 1 < len(words)
        and word.endswith(("te", "ten"))
        and words[index + 1].text[0].isupper()
        and led
        and bool(forms(word.removesuffix("n").removesuffix("e")) & Form.PARTICIPLE)
    )


def verb_in_second_place(words: Sequence[Word]) -> int | None:
    """Index of the finite verb of a main clause: the most verb-like word, leftmost."""
    best: int | None = None
    best_score = 0.0
    for index in range(len(words)):
        found = verb_forms(words, index)
        if not found & FINITE or (index + 1 < len(words) and words[index + 1].lower == "worden"):
            continue  # "bis April erneuert worden": a participle
        if found & (Form.AUXILIARY | Form.MODAL):
            score = 4.0
        elif found & Form.SURE:
            score = 3.0
        elif found & Form.PRETERITE or words[index].text.endswith("t"):
            score = 2.0
        else:
            score = 1.0
        plural = found & Form.PRESENT and found & Form.INFINITIVE
        if plural and not found & (Form.AUXILIARY | Form.MODAL):
            if index and words[index - 1].lower == "zu":
                continue
            if index == len(words) - 1 and index > 1:
                score -= 1.5  # an infinitive, more likely
        if found & Form.PARTICIPLE and index == len(words) - 1 and index > 0:
            score -= 1.5
        if index == 0 and not found & Form.SURE:
            score -= 1.0
        if (index == 0 and plural and not found & (Form.AUXILIARY | Form.MODAL)) or (
            _describes_a_noun(words, index)
        ):
            score = min(score, 1.5)  # "Zeugen sahen …": a noun, more likely
        if score > best_score:
            best, best_score = index, score
    return best
