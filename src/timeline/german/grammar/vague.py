"""Words that place something in the past, the present or the future and no more."""

from __future__ import annotations

from timeline.german.grammar.common import RuleBook
from timeline.german.meaning import Vague
from timeline.german.pattern import Built, Match

book = RuleBook()
RULES = book.rules
rule = book.rule


@rule(
    "damals jetzt bald",
    "w:(PAST | PRESENT | FUTURE)",
    examples=("damals", "derzeit", "demnächst"),
)
def vague_word(m: Match) -> Built:
    v = m.values[m.start]
    if m.before() == "-" or m.after() == "-":
        return None
    word = m.tokens[m.start].lower()
    if word == "früher" and (m.after().lower() in ("als", "oder") or m.before().lower() == "je"):
        return None
    for category, value in (
        ("PAST", "PAST_REF"),
        ("PRESENT", "PRESENT_REF"),
        ("FUTURE", "FUTURE_REF"),
    ):
        if category in v:
            return Vague(value)
    return None


@rule(
    "in letzter Zeit",
    "LASTADJ (Zeit | Zeiten)",
    "(vergangener | vergangenen) (Zeit | Zeiten)",
    "Vergangenheit",
    "z:Zukunft",
    "g:Gegenwart",
    "(im | zum) j:(Moment | Augenblick)",
    "zur j:(Zeit | Stunde)",
    "absehbarer z:Zeit",
    "(naher | nächster) z:Zukunft",
    "jüngster (Zeit | Vergangenheit)",
    "in z:(Kürze | Bälde)",
    examples=("in letzter Zeit", "im Moment", "in Zukunft"),
)
def vague_phrase(m: Match) -> Built:
    bare = m.end - m.start == 1
    if bare and not (m.prep or m.det):
        return None  # „Bündnis Zukunft“
    if m.has("z"):
        return Vague("FUTURE_REF")
    if m.has("g"):
        return Vague("PRESENT_REF")
    if m.has("j"):
        if m.after() in ("des", "der", "von", "seiner", "ihrer"):
            return None  # „zur Zeit der Besatzung“
        return Vague("PRESENT_REF")
    return Vague("PAST_REF")
