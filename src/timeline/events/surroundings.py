"""What stands around a clause: what it hangs on, what it reports, what its pronouns mean."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.frames import frame_spans
from timeline.events.pronouns import PERSONAL
from timeline.events.recast import Token, render, without_dates
from timeline.events.shortening import LONGEST
from timeline.events.speakers import is_report
from timeline.german.clause_words import Word, verb_forms, words_of
from timeline.german.clauses import Clause, clauses
from timeline.german.verb_forms import Form
from timeline.models import Article

QUESTIONS = ("wer", "was", "wie", "wo", "warum", "ob", "wem", "wen", "wann", "weshalb")


class Surroundings:
    """A sentence with its clauses, its dates and the sentences before it."""

    def __init__(
        self,
        sentence: str,
        spans: Sequence[tuple[int, int]],
        article: Article,
        before: Sequence[str] = (),
    ) -> None:
        self.sentence, self.article = sentence, article
        self.before = before[0] if before else ""
        self.earlier = before[1] if len(before) > 1 else ""
        self.lenient = False  #: whether a pronoun may stay
        self.clauses = clauses(sentence)
        self.spans = [*spans, *frame_spans(sentence, self.clauses)]

    def matrix(self, clause: Clause) -> Clause | None:
        """The main clause that a subordinate clause belongs to."""
        mains = [c for c in self.clauses if c.kind == "main" and c.finite is not None]
        before = [c for c in mains if c.span[0] < clause.span[0]]
        return before[-1] if before else (mains[0] if mains else None)

    def content_of(self, clause: Clause) -> Clause | None:
        """The clause that a clause of saying reports."""
        after = [c for c in self.clauses if c.span[0] >= clause.span[1] - 1 and c is not clause]
        for other in after[:1]:
            if other.kind == "sub" and other.opener in ("dass", "daß"):
                return other
            reported = other.finite is not None and bool(
                verb_forms(other.words, other.finite) & Form.REPORTED
            )
            if other.kind == "main" and reported:
                return other
        earlier = [c for c in self.clauses if c.span[1] <= clause.span[0] + 1]
        if earlier and clause.finite == 0:  # "…, teilte das Amt mit"
            said = earlier[-1]
            if said.finite is not None and said.kind in ("main", "sub"):
                return said if said.opener not in QUESTIONS else None
        return None

    def question_before(self, clause: Clause, kept: Sequence[Token], finite: Word | None) -> str:
        """ "Wer ihr folgt, soll …": the clause in front is the subject. "Kommt die Flut, …": it is
        the condition, which stays where the rest leaves room for it."""
        if clause.kind != "main" or not kept or kept[0].word is not finite:
            return ""
        before = [c for c in self.clauses if 0 <= clause.span[0] - c.span[1] <= 2]
        if not before or self.sentence[before[-1].span[1] : clause.span[0]].strip() != ",":
            return ""
        other = before[-1]
        text = render(without_dates(other, self.sentence, self.spans)[0])
        if other.kind == "main" and other.finite == 0 and other.words[0].initial:
            named = {word.lower for word in other.words} & (PERSONAL - {"es"})
            short = len(text) + len(render(kept)) + 2 <= LONGEST
            return text if short and not named else ""
        return text if other.kind == "sub" and other.opener in QUESTIONS else ""

    def contexts(self, kept: Sequence[Token]) -> list[str]:
        """The texts that the pronouns of a clause may point to, the nearest first.

        Where the sentence before the last has the same pronoun and the last has not, the last
        may only have come in between: then it is no context.
        """
        places = [token.word.start for token in kept if token.lower in PERSONAL]
        start = min(places or (token.word.start for token in kept), default=0)
        earlier = [c for c in self.clauses if c.span[1] <= start and c.finite is not None]
        own = [_bare(c, self.sentence) for c in earlier[-1:] if not is_report(c, self.sentence)]
        mine = {token.lower for token in kept} & (PERSONAL - {"es"})
        last = {word.lower for word in words_of(self.before)}
        if mine & _subjects(self.earlier) and not mine & last:
            return own
        return [*own, self.before]


def _subjects(sentence: str) -> set[str]:
    """The pronouns beside a finite verb."""
    return {
        clause.words[i].lower
        for clause in clauses(sentence)
        if clause.finite is not None
        for i in (clause.finite - 1, clause.finite + 1)
        if 0 <= i < len(clause.words)
    }


def _bare(clause: Clause, sentence: str) -> str:
    """A clause without the relative pronoun that opens it."""
    text = clause.text(sentence)
    return text.partition(" ")[2] if clause.kind == "relative" else text
