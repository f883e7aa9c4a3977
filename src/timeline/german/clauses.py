"""Where the clauses of a German sentence begin and end, and which finite verb each has.

Commas, semicolons, dashes, brackets and "und" cut a sentence into segments. A segment with a finite
verb is a clause; one without belongs to a neighbour. A subordinate clause is known by its opener
("dass", "die", "nach dem") and its verb at the end. A main clause may be interrupted, so a clause
is a list of pieces.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from timeline.german.clause_words import (
    PREPOSITIONS,
    Word,
    verb_at_end,
    verb_forms,
    verb_in_second_place,
    words_of,
)
from timeline.german.tables import table
from timeline.german.verb_forms import FINITE, Form, forms

Kind = Literal["main", "sub", "relative", "infinitive", "aside"]

_DELIMITER = re.compile(
    r"(?<!\d),(?!\d)|,(?=\s)|;|:(?=\s)|(?<=\s)[–—-]+(?=\s)|[()\[\]]|[.!?…]+[“”\"»«](?=\s)|[!?…](?=\s)"
)
_JOINT = re.compile(r"\s(und|oder|aber|doch|sondern|sowie)\s")
_OPENERS = table(
    """
    dass daß weil wenn nachdem bevor obwohl obgleich während ob sodass falls ehe indem sobald
    solange sofern soweit zumal wobei weshalb weswegen wodurch womit wonach woraufhin wofür
    wogegen worauf worüber woran wovon wozu wo wer was wem wen wie warum wann seitdem als da
    seit bis damit insofern inwieweit inwiefern
    """
)
#: Openers that are something else more often: only with the verb at the end.
_DOUBTFUL = table("als da seit bis damit während wie wo was wer wem wen")
_RELATIVES = table(
    """
    der die das dem den deren dessen denen welcher welche welches welchem welchen derer
    """
)
_ARTICLES = table("der die das dem den des ein eine einen einem einer eines")
_INNER_ZU = re.compile(r"[a-zäöü]{2,9}zu[a-zäöüß]{3,}n\Z")
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


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause: its pieces (offsets in the sentence), kind, words and finite verb (an index)."""

    kind: Kind
    pieces: tuple[tuple[int, int], ...]
    words: tuple[Word, ...] = field(repr=False)
    finite: int | None = None
    opener: str = ""

    @property
    def span(self) -> tuple[int, int]:
        return self.pieces[0][0], self.pieces[-1][1]

    def holds(self, position: int) -> bool:
        return any(start <= position < end for start, end in self.pieces)

    def text(self, sentence: str) -> str:
        return " ".join(sentence[start:end].strip() for start, end in self.pieces)


def _opener(words: Sequence[Word]) -> tuple[Kind | None, str]:
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
    if first in PREPOSITIONS and len(words) > index + 1 and words[index].text[0].islower():
        second = words[index + 1].lower
        if second in _RELATIVES:
            return "relative", second
    if first in _OPENERS:
        return "sub", first
    for word in words[index + 1 : index + 4]:  # "elf Monate nachdem …"
        if word.lower in ("nachdem", "bevor", "ehe"):
            return "sub", word.lower
    return None, ""


def _segments(sentence: str, start: int, end: int) -> list[Segment]:
    cuts: list[tuple[int, int, str]] = [
        (m.start(), m.end(), m.group()[0]) for m in _DELIMITER.finditer(sentence, start, end)
    ]
    segments: list[Segment] = []
    position, before = start, ""
    cuts = [cut for cut in cuts if not (cut[2] == "," and _between_adjectives(sentence, cut, end))]
    for left, right, mark in [*cuts, (end, end, "")]:
        for a, b, lead in _split_joint(sentence, position, left, before):
            words = words_of(sentence, a, b)
            if words:
                segments.append(Segment(a, b, words, lead))
        position, before = right, mark
    return segments


def _between_adjectives(sentence: str, cut: tuple[int, int, str], end: int) -> bool:
    """ "ein zweiter, kleinerer Ofen": a comma inside a noun phrase."""
    left = words_of(sentence, max(0, cut[0] - 40), cut[0])[-2:]
    right = words_of(sentence, cut[1], min(end, cut[1] + 60))[:2]
    if len(left) < 2 or len(right) < 2 or left[0].lower not in _ARTICLES:
        return False
    inflected = re.compile(r"[a-zäöüß]+e[nrsm]?\Z")
    adjectives = inflected.match(left[1].text) and inflected.match(right[0].text)
    return bool(adjectives) and right[1].text[0].isupper() and not forms(right[0].text) & Form.SURE


def _split_joint(sentence: str, start: int, end: int, before: str) -> list[tuple[int, int, str]]:
    """Cut at an "und" that joins two clauses with a verb each."""
    pieces: list[tuple[int, int, str]] = []
    begin, lead = start, before
    for match in _JOINT.finditer(sentence, start, end):
        left = words_of(sentence, begin, match.start())
        right = words_of(sentence, match.end(), end)
        both = _has_finite(left) and _has_finite(right) and not _shares_ending(right)
        kind, _ = _opener(left)
        subordinate = kind and verb_at_end(left) is not None and verb_at_end(right) is not None
        if both or subordinate:
            pieces.append((begin, match.start(), lead))
            begin, lead = match.start() + 1, "und"
    pieces.append((begin, end, lead))
    return pieces


def _has_finite(words: Sequence[Word]) -> bool:
    if not words:
        return False
    kind, opener = _opener(words)
    if kind and verb_at_end(words) is not None and (opener not in _DOUBTFUL or len(words) > 2):
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


def _shares_ending(right: Sequence[Word]) -> bool:
    """ "hat … gesagt und … gefordert": the second half has no finite verb of its own."""
    right_index = verb_in_second_place(right)
    if right_index is None:
        return True
    found = verb_forms(right, right_index)
    return bool(found & Form.PARTICIPLE) and not found & (Form.AUXILIARY | Form.PRETERITE)


def clauses(sentence: str, start: int = 0, end: int | None = None) -> list[Clause]:
    """The clauses of a sentence in the order of their first words.

    Every word belongs to exactly one clause. A nominal sentence is one clause without a verb.
    """
    return list(_clauses(sentence, start, len(sentence) if end is None else end))


@lru_cache(maxsize=4096)
def _clauses(sentence: str, start: int, end: int) -> tuple[Clause, ...]:
    segments = _segments(sentence, start, end)
    for segment in segments:
        _judge(segment)
    builder = _Builder()
    for number, segment in enumerate(segments):
        builder.add(segment, segments[number + 1 :])
    return builder.finish()


def _judge(segment: Segment) -> None:
    words = segment.words
    kind, opener = _opener(words)
    at_end = verb_at_end(words)
    if kind and at_end is None:  # "das seine Mühlen verlor und seine Sammlung nicht"
        joints = [i for i, word in enumerate(words) if word.lower in ("und", "oder", "aber")]
        at_end = next((end for i in joints if (end := verb_at_end(words[:i])) is not None), None)
    if kind == "relative" and segment.before != "," and segment.before != "und":
        kind = None
    if kind == "relative" and (
        _zu_infinitive(words)
        or (at_end is None and (len(words) > 2 or words[-1].text[0].isupper()))
    ):
        kind = None  # "der Turm war damals neu", "den Ausstand zu stoppen", "das Ziel"
    if kind == "sub" and opener in _DOUBTFUL and at_end is None:
        kind = None
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
    return _INNER_ZU.match(last) is not None and bool(forms(last) & Form.INFINITIVE)


@dataclass(slots=True)
class _Draft:
    kind: Kind
    segments: list[Segment]
    finite: Word | None
    opener: str = ""

    @property
    def complete(self) -> bool:
        return self.finite is not None or self.kind in ("infinitive", "aside")


class _Builder:
    """Puts segments together to clauses, from left to right."""

    def __init__(self) -> None:
        self.drafts: list[_Draft] = []
        self.main: _Draft | None = None
        self.last: _Draft | None = None

    def add(self, segment: Segment, rest: Sequence[Segment]) -> None:
        finite = segment.words[segment.finite] if segment.finite is not None else None
        if segment.before == ";" or segment.before == ":" or segment.before in ".!?…":
            self.main = self.last = None
        if segment.before in "([" and segment.before:
            self._aside(segment, finite)
            return
        if segment.kind == "relative" and self._completes_main(segment):
            segment.kind = "part"
        if segment.kind in ("sub", "relative", "infinitive"):
            self._open(segment.kind, segment, finite)
            return
        open_sub = self.last if self.last and not self.last.complete else None
        if segment.kind == "main":
            self._add_main(segment, finite, rest, open_sub)
            return
        if open_sub is not None:
            open_sub.segments.append(segment)
        elif self.last is not None and self.last.kind != "main" and self._belongs_to_last(segment):
            self.last.segments.append(segment)
        elif self.main is not None:
            self.main.segments.append(segment)
            self.last = self.main
        else:
            self._open("main", segment, None)

    def _add_main(
        self,
        segment: Segment,
        finite: Word | None,
        rest: Sequence[Segment],
        open_sub: _Draft | None,
    ) -> None:
        words = segment.words
        verb_first = segment.finite == 0
        at_end = segment.finite == len(words) - 1 or verb_at_end(words) is not None
        if open_sub is not None and open_sub.kind != "main" and at_end:
            open_sub.segments.append(segment)
            open_sub.finite = words[verb_at_end(words) or segment.finite or 0]
            return
        if (
            self.last is not None
            and self.last.kind in ("sub", "relative")
            and segment.before == "und"
            and verb_at_end(words) is not None
            and not (segment.finite is not None and segment.finite <= 1)
        ):
            self._open(self.last.kind, segment, finite, self.last.opener)
            return
        main = self.main
        if main is not None and main.finite is None:
            interrupts = not verb_first and any(
                other.finite == 0 and other.kind == "main" for other in rest
            )
            if interrupts:
                self._open("aside", segment, finite)
                return
            main.segments.append(segment)
            main.finite = finite
            self.last = main
            return
        if (
            main is not None
            and len(words) <= 5
            and not any(verb_forms(words, i) & Form.PRETERITE for i in range(len(words)))
            and all(
                words[i].lower in ("und", "oder")
                or verb_forms(words, i) & (Form.INFINITIVE | Form.PARTICIPLE)
                for i in range(len(words))
            )
        ):
            main.segments.append(segment)
            self.last = main
            return
        self._open("main", segment, finite)

    def _aside(self, segment: Segment, finite: Word | None) -> None:
        """What stands in brackets is a clause of its own and does not disturb the one around."""
        last, main = self.last, self.main
        self._open("aside", segment, finite)
        self.last, self.main = last, main

    def _completes_main(self, segment: Segment) -> bool:
        """ "hatte Kriege, den Großbrand und die Krise überstanden": a list, no relative clause."""
        main, words = self.main, segment.words
        if main is None or main.finite is None or not forms(main.finite.text) & Form.AUXILIARY:
            return False
        if not verb_forms(words, len(words) - 1) & Form.PARTICIPLE:
            return False
        earlier = [word for part in main.segments for word in part.words]
        begin = earlier.index(main.finite)
        return not any(
            verb_forms(earlier, i) & Form.PARTICIPLE for i in range(len(earlier)) if i != begin
        )

    def _belongs_to_last(self, segment: Segment) -> bool:
        """An apposition or a list inside the subordinate clause goes on with it."""
        return segment.before == "und"

    def _open(self, kind: Kind, segment: Segment, finite: Word | None, opener: str = "") -> None:
        draft = _Draft(kind, [segment], finite, opener or _opener(segment.words)[1])
        self.drafts.append(draft)
        self.last = draft
        if kind == "main":
            self.main = draft

    def finish(self) -> tuple[Clause, ...]:
        out: list[Clause] = []
        for draft in self.drafts:
            pieces: list[tuple[int, int]] = []
            previous: Segment | None = None
            words: list[Word] = []
            for segment in draft.segments:
                words.extend(segment.words)
                if (
                    previous is not None
                    and segment.start - pieces[-1][1] <= 3
                    and (segment.before not in "()[]")
                ):
                    pieces[-1] = (pieces[-1][0], segment.end)
                else:
                    pieces.append((segment.start, segment.end))
                previous = segment
            index = words.index(draft.finite) if draft.finite is not None else None
            out.append(Clause(draft.kind, tuple(pieces), tuple(words), index, draft.opener))
        return tuple(out)


def clause_at(sentence: str, start: int, end: int) -> Clause:
    """The clause that holds the expression ``sentence[start:end]``.

    What stands in brackets, or as a label before a colon ("Herbst 1905: Ausstand"), belongs to the
    clause around or behind it.
    """
    found = _clauses(sentence, 0, len(sentence))
    if not found:
        return Clause("main", ((start, end),), ())
    index = next((i for i, clause in enumerate(found) if clause.holds(start)), None)
    if index is None:
        index = next(
            (i for i, clause in enumerate(found) if clause.span[1] >= start), len(found) - 1
        )
    clause = found[index]
    if clause.kind == "aside" and clause.finite is None and index > 0:
        return next((c for c in reversed(found[:index]) if c.kind != "aside"), clause)
    if clause.finite is None and clause.kind == "main" and index + 1 < len(found):
        following = found[index + 1]
        if (
            sentence[clause.span[1] : following.span[0]].strip() == ":"
            and end >= clause.span[1] - 2
        ):
            return Clause(
                following.kind,
                clause.pieces + following.pieces,
                clause.words + following.words,
                None if following.finite is None else following.finite + len(clause.words),
                following.opener,
            )
    return clause
