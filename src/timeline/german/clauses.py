"""Where the clauses of a German sentence begin and end, and which finite verb each has.

A segment (``segments``) with a finite verb is a clause; one without belongs to a neighbour. A main
clause may be interrupted, so a clause is a list of pieces.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import zip_longest

from timeline.german.clause_words import Word, verb_at_end, verb_forms
from timeline.german.segments import Kind, Segment, judge, opener_of, segments
from timeline.german.verb_forms import Form, forms

#: opener of a clause that sets a condition by its verb alone: "Kommt er nicht, …"
VERB_FIRST = "…"
#: "Gilt bisher Tempo 50, dürfen Autos nun …"
_CONTRASTED = frozenset(("bisher", "noch", "heute", "derzeit", "bislang", "früher", "jetzt"))


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


@lru_cache(maxsize=4096)
def clauses(sentence: str) -> tuple[Clause, ...]:
    """The clauses of a sentence in the order of their first words.

    Every word belongs to exactly one clause. A nominal sentence is one clause without a verb.
    """
    found = segments(sentence, 0, len(sentence))
    for segment, following in zip_longest(found, found[1:]):
        judge(segment)
        if len(segment.words) == 1 and following is not None and following.before == ":":
            segment.finite = None  # "Wiesen: …", "Stade: …": a place, whatever verb it looks like
    builder = _Builder()
    for number, segment in enumerate(found):
        builder.add(segment, found[number + 1 :])
    return builder.finish()


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
        if segment.before in ";:.!?…":
            self.main = self.last = None
        if segment.before in "([" and segment.before:
            self._aside(segment, finite)
            return
        goes_on = segment.kind == "relative" or segment.before == ")"  # „24:27 (13:12) verloren“
        if goes_on and self._completes_main(segment):
            segment.kind = "part"
        if segment.kind in ("sub", "relative", "infinitive"):
            lead = self._parts_of_infinitive() if _is_bare_infinitive(segment) else []
            self._open(segment.kind, segment, finite)
            self.drafts[-1].segments[:0] = lead
            return
        open_sub = self.last if self.last and not self.last.complete else None
        if segment.kind == "main":
            self._add_main(segment, finite, rest, open_sub)
            return
        if open_sub is not None:
            open_sub.segments.append(segment)
        elif self.last is not None and self.last.kind != "main" and segment.before == "und":
            # an apposition or a list inside the subordinate clause goes on with it
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
        if main is not None and self._corrects(main, segment):
            main.segments.append(segment)
            self.last = main
            return
        if verb_first and segment.before == "," and self._is_condition(main):
            assert main is not None
            main.kind, main.opener = "sub", VERB_FIRST
        self._open("main", segment, finite)

    def _corrects(self, main: _Draft, segment: Segment) -> bool:
        """ "wird nicht im Herbst, | sondern erst im Mai eröffnet", "haben Gäste, | Wirte und Köche
        den Hof besichtigt": one verb for both."""
        words, verb = segment.words, main.finite
        goes_on = words[0].lower == "sondern" or _ends_a_list(words)
        if not goes_on or segment.finite != len(words) - 1 or verb is None:
            return False
        helps = forms(verb.lower)
        asked = Form.INFINITIVE if helps & Form.MODAL else Form.PARTICIPLE | Form.INFINITIVE
        if not helps & (Form.AUXILIARY | Form.MODAL) or not forms(words[-1].lower) & asked:
            return False
        earlier = [word for part in main.segments for word in part.words]
        return not any(
            verb_forms(earlier, i) & (Form.PARTICIPLE | Form.INFINITIVE)
            for i in range(earlier.index(verb) + 1, len(earlier))
            if "wie" not in [word.lower for word in earlier[i - 2 : i]]  # "nicht wie geplant"
        )

    def _is_condition(self, main: _Draft | None) -> bool:
        """ "Klappt das nicht, rückt die Feuerwehr an": the first clause is a "wenn …".

        Not "Lag der Preis im Mai noch bei zwei Euro, steigt er nun": two times against each other.
        """
        if main is None or main.finite is None or main.segments[0].finite != 0:
            return False
        form = forms(main.finite.lower)
        told = form & Form.PRETERITE and not form & (Form.MODAL | Form.UNREAL)
        contrast = _CONTRASTED & {word.lower for word in main.segments[0].words}
        return main.segments[0].before == "" and not told and not contrast

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

    def _parts_of_infinitive(self) -> list[Segment]:
        """ "werden gebeten, | sich bis zum 3. Mai, | 12 Uhr, | (anzumelden)": what the commas of a
        date have cut off from an infinitive, taken out of the main clause in front."""
        if self.last is None or self.last is not self.main or self.last.finite is None:
            return []
        parts = self.last.segments
        at = len(parts)
        while at > 1 and not any(
            verb_forms(parts[at - 1].words, i) for i in range(len(parts[at - 1].words))
        ):
            at -= 1
        while at < len(parts) and parts[at].words[0].text[0].isdigit():
            at += 1  # "begann am Montag, | 3. Mai, zu singen"
        lead = parts[at:]
        del parts[at:]
        return lead

    def _open(self, kind: Kind, segment: Segment, finite: Word | None, opener: str = "") -> None:
        draft = _Draft(kind, [segment], finite, opener or opener_of(segment.words)[1])
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


def _is_bare_infinitive(segment: Segment) -> bool:
    """ "anzumelden", "zu melden": an infinitive with nothing in front of it."""
    words = segment.words
    return segment.kind == "infinitive" and len(words) == 1 + (words[0].lower == "zu")


def _ends_a_list(words: Sequence[Word]) -> bool:
    """ "Wirte und Köche (den Hof besichtigt)": nouns without articles, the last of a list, whose
    verb would be a plural."""
    listed = len(words) > 4 and words[1].lower in ("und", "oder", "sowie")
    nouns = listed and all(words[i].text[0].isupper() for i in (0, 2)) and not words[0].initial
    return nouns and words[3].text[0].islower()


def matrix_of(clause: Clause, found: Sequence[Clause]) -> Clause | None:
    """The main clause that one of the clauses of a sentence belongs to: the last in front of it,
    else the first ("Dass er kommt, bestreitet sie")."""
    mains = [c for c in found if c.kind == "main" and c.finite is not None]
    before = [c for c in mains if c.span[0] < clause.span[0]]
    behind = [c for c in mains if c.span[0] > clause.span[0]]
    if behind and clause.words and clause.words[0].text[0].isupper():
        return behind[0]  # behind a colon: "Das fiel auf: Wo er saß, war nichts zu sehen"
    return before[-1] if before else (mains[0] if mains else None)


def clause_at(sentence: str, start: int, end: int) -> Clause:
    """The clause that holds the expression ``sentence[start:end]``.

    What stands in brackets, or as a label before a colon ("Herbst 1905: Ausstand"), belongs to the
    clause around or behind it.
    """
    found = clauses(sentence)
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
