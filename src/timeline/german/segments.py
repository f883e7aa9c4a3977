"""A German sentence cut into segments, and what each can be.

Commas, semicolons, dashes, brackets and "und" cut a sentence. A segment is known by its opener
("dass", "die", "nach dem") and by where its finite verb stands; ``clauses`` puts them together.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from timeline.german.clause_words import (
    Word,
    read_words,
    verb_at_end,
    verb_forms,
    verb_in_second_place,
    words_of,
)
from timeline.german.closed_classes import (
    ARTICLES,
    COMMON_PREPOSITIONS,
    CONTRASTS,
    DASS,
    JOINTS,
    QUESTION_WORDS,
    RELATIVE_PRONOUNS,
    declined,
)
from timeline.german.tables import any_of, table
from timeline.german.verb_forms import FINITE, INNER_ZU, Form, forms

Kind = Literal["main", "sub", "relative", "infinitive", "aside"]

_DELIMITER = re.compile(
    r"(?<!\d),(?!\d)|,(?=\s)|;|:(?=\s)|(?<=\s)[–—-]+(?=\s)|[()\[\]]|[.!?…]+[“”\"»«](?=\s)|[!?…](?=\s)"
)
_JOINT = re.compile(rf"\s({any_of(JOINTS | CONTRASTS)})\s")
_OPENERS = (
    DASS
    | QUESTION_WORDS
    | table(
        """
        weil wenn nachdem bevor obwohl obgleich während ob sodass falls ehe indem sobald solange
        sofern soweit zumal wobei weswegen wodurch womit wonach woraufhin wofür wogegen worauf
        worüber woran wovon wozu seitdem als da seit bis damit insofern inwieweit inwiefern
        """
    )
)
#: Openers that are something else more often: only with the verb at the end.
_DOUBTFUL = (QUESTION_WORDS - {"warum", "wann", "weshalb"}) | table("als da seit bis damit während")
_RELATIVES = RELATIVE_PRONOUNS | declined("welch") | {"denen", "derer"}
_FIRST_LETTER = re.compile(r"[^\W_]")
_INFLECTED = re.compile(r"[a-zäöüß]+e[nrsm]?\Z")
_INFINITIVE_OPENERS = table("um ohne statt anstatt")
#: verbs whose infinitive with "zu" follows without a comma: "begann es zu hageln"
_WITH_ZU = table(
    """
    beginnt begann begannen fängt fing fingen hört hörte hörten scheint schien schienen droht
    drohte drohten pflegt pflegte pflegten braucht brauchte brauchten versucht versuchte versuchten
    weiß weiss wusste wussten vermag vermochte vermochten wagt wagte wagten bleibt blieb blieben
    gilt galt verspricht versprach gedenkt gedachte gedachten
    """
)


@dataclass(slots=True)
class Segment:
    """What stands between two delimiters."""

    start: int
    end: int
    words: tuple[Word, ...]
    before: str  #: the delimiter in front of it
    finite: int | None = None
    kind: Kind | Literal["part"] = "part"


def opener_of(words: Sequence[Word]) -> tuple[Kind | None, str]:
    """What kind of subordinate clause the first words may open."""
    if not words:
        return None, ""
    index = 1 if len(words) > 1 and words[0].lower in ("und", "oder", "aber", "doch") else 0
    if [word.lower for word in words[index : index + 2]] == ["vor", "allem"]:
        index += 2  # "vor allem, weil …" and "Vor allem das Wetter drückte …"
        if index >= len(words):
            return None, ""
    first = words[index].lower
    if first in ("auch", "erst", "noch") and len(words) > index + 1:
        follow = words[index + 1].lower
        if follow in ("wenn", "als", "weil", "nachdem", "bevor"):
            return "sub", follow
    if first in _RELATIVES and words[index].text[0].islower():
        return "relative", first
    if first in COMMON_PREPOSITIONS and len(words) > index + 1 and words[index].text[0].islower():
        second = words[index + 1].lower
        if second in _RELATIVES:
            return "relative", second
    if first in _OPENERS:
        return "sub", first
    for word in words[index + 1 : index + 4]:  # "elf Monate nachdem …"
        if word.lower in ("nachdem", "bevor", "ehe"):
            return "sub", word.lower
    return None, ""


def segments(sentence: str, start: int, end: int) -> list[Segment]:
    """What stands between the delimiters of ``sentence[start:end]``, in order; no kinds yet."""
    cuts: list[tuple[int, int, str]] = [
        (m.start(), m.end(), m.group()[0]) for m in _DELIMITER.finditer(sentence, start, end)
    ]
    out: list[Segment] = []
    position, before = start, ""
    cuts = [cut for cut in cuts if not (cut[2] == "," and _between_adjectives(sentence, cut, end))]
    for left, right, mark in [*cuts, (end, end, "")]:
        for a, b, lead in _split_joint(sentence, position, left, before):
            words = words_of(sentence, a, b)
            if words:
                out.append(Segment(a, b, words, lead))
        position, before = right, mark
    return out


def _between_adjectives(sentence: str, cut: tuple[int, int, str], end: int) -> bool:
    """ "ein zweiter, kleinerer Ofen": a comma inside a noun phrase."""
    follows = _FIRST_LETTER.search(sentence, cut[1], end)
    if follows is None or not follows.group().islower():
        return False  # most commas: there is no need to look at words
    left = read_words(sentence, max(0, cut[0] - 40), cut[0])[-2:]
    right = read_words(sentence, cut[1], min(end, cut[1] + 60))[:2]
    if len(left) < 2 or len(right) < 2 or left[0].lower not in ARTICLES:
        return False
    adjectives = _INFLECTED.match(left[1].text) and _INFLECTED.match(right[0].text)
    return bool(adjectives) and right[1].text[0].isupper() and not forms(right[0].text) & Form.SURE


def _split_joint(sentence: str, start: int, end: int, before: str) -> list[tuple[int, int, str]]:
    """Cut at an "und" that joins two clauses with a verb each."""
    pieces: list[tuple[int, int, str]] = []
    begin, lead = start, before
    for match in _JOINT.finditer(sentence, start, end):
        left = words_of(sentence, begin, match.start())
        right = words_of(sentence, match.end(), end)
        both = _has_finite(left) and _has_finite(right) and not _shares_ending(left, right)
        kind, _ = opener_of(left)
        subordinate = kind and verb_at_end(left) is not None and verb_at_end(right) is not None
        if both or subordinate:
            pieces.append((begin, match.start(), lead))
            begin, lead = match.start() + 1, "und"
    pieces.append((begin, end, lead))
    return pieces


def _has_finite(words: Sequence[Word]) -> bool:
    if not words:
        return False
    kind, word = opener_of(words)
    if kind and verb_at_end(words) is not None and (word not in _DOUBTFUL or len(words) > 2):
        return True
    index = verb_in_second_place(words)
    if index is None:
        return False
    found = verb_forms(words, index)
    if found & Form.SURE and not (found & Form.PARTICIPLE and not found & Form.PRETERITE):
        return bool(found & (Form.AUXILIARY | Form.MODAL)) or not (
            found & Form.INFINITIVE and index == len(words) - 1
        )
    return bool(found & Form.PRETERITE) and not found & Form.PARTICIPLE


def _shares_ending(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """ "hat … gesagt und … gefordert": the second half has no finite verb of its own.

    Nor has that of "soll zwischen März und Mai verkauft haben".
    """
    right_index = verb_in_second_place(right)
    if right_index is None:
        return True
    begun = verb_in_second_place(left)
    asked = begun is not None and verb_forms(left, begun) & Form.MODAL
    if asked and right_index == len(right) - 1 and verb_forms(right, right_index) & Form.INFINITIVE:
        return True
    found = verb_forms(right, right_index)
    helped = begun is not None and verb_forms(left, begun) & Form.AUXILIARY
    if helped and right_index == len(right) - 1 and found & Form.PARTICIPLE:
        done = any(verb_forms(left, i) & Form.PARTICIPLE for i in range(len(left)) if i != begun)
        return not done or not found & Form.PRETERITE  # "wurden | aber wegen Regens verschoben"
    return bool(found & Form.PARTICIPLE) and not found & (Form.AUXILIARY | Form.PRETERITE)


def judge(segment: Segment) -> None:
    """Find the kind and the finite verb of a segment by its own words, and note them in it."""
    words = segment.words
    kind, word = opener_of(words)
    at_end = verb_at_end(words)
    if kind and at_end is None:  # "das seine Mühlen verlor und seine Sammlung nicht"
        joints = [i for i, word in enumerate(words) if word.lower in ("und", "oder", "aber")]
        at_end = next((end for i in joints if (end := verb_at_end(words[:i])) is not None), None)
    if kind == "relative" and segment.before != "," and segment.before != "und":
        kind = None
    if kind == "relative" and (
        _zu_infinitive(words)
        or (at_end is None and (len(words) > 2 or not words[-1].text[0].islower()))
        or (at_end is not None and _infinitive_of_another(words, at_end))
    ):
        kind = None  # "der Turm war damals neu", "den Streik zu stoppen", "das Ziel", "dem 3."
    if kind == "sub" and word in _DOUBTFUL and (at_end is None or _zu_infinitive(words)):
        kind = None  # "bis 2028 zwölf Millionen zu investieren"
    if kind == "sub" and word in _DOUBTFUL and at_end and _infinitive_of_another(words, at_end):
        kind = None  # "Bis zum 15. Mai konnten Angebote abgegeben werden"
    if kind:
        segment.kind, segment.finite = kind, at_end
        return
    if (segment.before in (",", "und", "–", "") or words[0].lower in _INFINITIVE_OPENERS) and (
        _zu_infinitive(words)
    ):
        segment.kind = "infinitive"
        return
    second = verb_in_second_place(words)
    behind = segment.before in (",", "und")  # a headline may end with its verb
    if second is not None and not (behind and _two_infinitives(words, second)):
        segment.kind, segment.finite = "main", second


def _infinitive_of_another(words: Sequence[Word], last: int) -> bool:
    """ "der Betrieb soll wieder aufgenommen werden": no relative clause that "werden" closes.

    But "das hätte fertig sein sollen" is one: of two infinitives the finite verb stands in front.
    """
    if not verb_forms(words, last) & Form.INFINITIVE or _two_infinitives(words, last):
        return False
    return any(
        verb_forms(words, i) & (Form.AUXILIARY | Form.MODAL) and verb_forms(words, i) & FINITE
        for i in range(1, last)
    )


def _two_infinitives(words: Sequence[Word], verb: int) -> bool:
    """ "(hat sich verletzt) und am Samstag zusehen müssen": what looks finite is no verb at all.

    No main clause of more than two words ends with its finite verb.
    """
    return (
        len(words) - 1 == verb > 1
        and words[verb].lower in ("müssen", "können", "dürfen", "sollen", "wollen", "lassen")
        and bool(verb_forms(words, verb - 1) & Form.INFINITIVE)
    )


def _zu_infinitive(words: Sequence[Word]) -> bool:
    """Whether the segment is "… zu stoppen" or "… freizugeben" without a finite verb."""
    if not words[-1].text[0].islower():
        return False  # "Verletzungen" holds a "zu" as well
    last = words[-1].lower
    if any(
        words[i].lower in _WITH_ZU
        or (verb_forms(words, i) & (Form.AUXILIARY | Form.MODAL) and verb_forms(words, i) & FINITE)
        for i in range(len(words) - 1)
    ):
        return False
    if len(words) > 1 and words[-2].lower == "zu":
        return bool(forms(last) & Form.INFINITIVE)
    return INNER_ZU.match(last) is not None and bool(forms(last) & Form.INFINITIVE)
