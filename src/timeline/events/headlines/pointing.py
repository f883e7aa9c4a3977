"""What points back out of a headline, put into words: "dessen Vorstand", "darüber", "das war".

"Die Vita AG stieg aus. Deren Vorstand …" → "Vorstand der Vita AG …", "berät über den Haushalt.
Darüber wird abgestimmt" → "Über den Haushalt wird abgestimmt"; only where the sentence before names
one thing that fits.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.events.headlines.candidates import Candidate, candidates, is_plural
from timeline.events.headlines.order import main_clause
from timeline.events.headlines.shortening import LONGEST
from timeline.events.headlines.surroundings import Surroundings
from timeline.events.headlines.tokens import Token, render, tidy, tokens, uncapitalized, verb_at
from timeline.events.phrases import noun_phrase
from timeline.german.clause_words import Word, words_of
from timeline.german.clauses import Clause, clauses
from timeline.german.closed_classes import ABOUT, DATIVES
from timeline.german.verb_forms import Form, forms

_OWNERS = {"dessen": "mn", "deren": "fp"}
#: Masculines and neuters that have no simple -s in the genitive.
_NO_SIMPLE_GENITIVE = re.compile(r"(?:ent|ant|ist|e|at|us|um|ing|[A-ZÄÖÜ])\Z")
_SHARP = re.compile(r"(?:s|ß|z|x)\Z")
#: "darüber" → "über"; not "auf" and "an", which take two cases
_PREPOSITION_OF = {
    "darüber": "über",
    "dagegen": "gegen",
    "dafür": "für",
    "davon": "von",
    "damit": "mit",
}
_POINTS = re.compile(r"(?:Da(?:rüber|gegen|von|zu|rauf|ran|rin)|Dessen|Deren) (?:\w+ )?[a-zäöü]")


def pointed_out(kept: list[Token], finite: Word | None, around: Surroundings) -> list[Token]:
    """The tokens of a main clause with what "dessen", "deren" or "darüber" in front means."""
    place = verb_at(kept, finite)
    if not place:
        return kept
    first = kept[0].lower
    if first in _OWNERS:
        return _owned(kept, place, [*around.contexts(kept), around.earlier])
    if place == 1 and first in _PREPOSITION_OF:
        told = _phrase_with(_PREPOSITION_OF[first], around.contexts(kept))
        return [kept[0].reading(told), *kept[1:]] if told else kept
    return kept


def _owned(kept: list[Token], place: int, contexts: Sequence[str]) -> list[Token]:
    """ "Deren Vorstand tagt" → "Vorstand der Vita AG tagt"."""
    words = [token.word for token in kept]
    fits = set(_OWNERS[kept[0].lower])
    told = ([c for c in candidates(text) if fits & set(c.gender)] for text in contexts)
    owners = next((found for found in told if found), [])
    if noun_phrase(words, 1, "", long=False) != place or len({c.text for c in owners}) != 1:
        return kept
    owner = _genitive(owners[0])
    if not owner:
        return kept
    last = kept[place - 1]
    return [*kept[1 : place - 1], last.reading(f"{last.word.text} {owner}"), *kept[place:]]


def _genitive(owner: Candidate) -> str:
    """ "Kammer" → "der Kammer", "Amt" → "des Amts"; "" where its form is uncertain."""
    text = owner.text
    if owner.name:
        return f"von {text}"
    if any(word[0].islower() for word in text.split()):
        return ""
    if set(owner.gender) <= {"f", "p"}:
        return f"der {text}"
    if " " in text or _NO_SIMPLE_GENITIVE.search(text):
        return ""
    return f"des {text}{'es' if _SHARP.search(text) else 's'}"


def _phrase_with(preposition: str, contexts: Sequence[str]) -> str:
    """The only phrase with a preposition that the nearest of the contexts with one has; or ""."""
    for context in contexts:
        words = words_of(context)
        at = [i for i, word in enumerate(words) if word.lower == preposition]
        if len(at) > 1:
            return ""
        end = noun_phrase(words, at[0] + 1, context, long=False) if at else 0
        if not at or end <= at[0] + 1:
            continue
        oblique = preposition == "über" and words[at[0] + 1].lower in DATIVES
        return "" if oblique else context[words[at[0]].start : words[end - 1].end]
    return ""


_LABEL = re.compile(r"[A-ZÄÖÜ][\w-]+(?: [A-ZÄÖÜ][\w-]+)?:")


def with_lead(text: str, clause: Clause, around: Surroundings) -> str:
    """ "Darüber wird verhandelt" behind the clause of the same sentence that says about what, and
    "Er steigt" behind its label ("Mindestlohn: Er steigt")."""
    label = around.sentence[: clause.span[0]].strip()
    if _LABEL.fullmatch(label) and text.startswith(("Er ", "Sie ", "Es ")):
        labelled = f"{label} {text}"
        return labelled if len(labelled) <= LONGEST else text
    if not _POINTS.match(text):
        return text
    earlier = [c for c in around.clauses if c.span[1] <= clause.span[0]]
    lead = around.sentence[: clause.span[0]].rstrip()
    if not earlier or earlier[-1].finite is None or not lead.endswith((",", ";")):
        return text
    joined = tidy(f"{lead} {uncapitalized(text)}")
    return joined if len(joined) <= LONGEST else text


#: "2015 waren es noch 690": of what, and what they did, the clause before says
_BARE_COUNT = re.compile(
    r"Es (?:waren|sind)(?: noch| erst| nur| sogar| bereits)? (?P<number>\d[\d.’]*)(?: [A-ZÄÖÜ]\w+)?"
    r"(?: gewesen)?"
)
_COUNTING = re.compile(r"(?P<number>\d[\d.’]*) (?=(?:[a-zäöüß]+ )?[A-ZÄÖÜ])")
_DEGREES = ABOUT | {"noch", "nur", "bereits", "insgesamt", "erst", "schon", "demnach"}


def counted_again(text: str, clause: Clause, around: Surroundings) -> str:
    """ "Es waren 690" → "690 Kinder kamen zur Welt", behind "Zuletzt kamen 312 Kinder zur Welt"."""
    bare = _BARE_COUNT.fullmatch(text)
    if bare is None:
        return text
    inside = [c for c in around.clauses if c.span[1] <= clause.span[0] and c.kind == "main"]
    sentence = around.sentence if inside else around.before
    mains = inside[-1:] or [c for c in clauses(sentence) if c.kind == "main"]
    if len(mains) != 1 or mains[0].finite is None:
        return text
    words, at = mains[0].words, mains[0].finite
    told = forms(words[at].text) & Form.PRETERITE and is_plural(words[at].text)
    if not told:
        return text
    fronted = words[0].text[0].isdigit()
    kept = tokens(words if fronted else words[at:], sentence)
    kept = [token for token in kept if token.lower not in _DEGREES]
    made = render(main_clause(kept, words[at], sentence))
    counted = _COUNTING.match(made)
    short = len(words_of(made)) < 4 or len(made) > LONGEST  # "(im Saal) saßen 90 Gäste"
    if counted is None or counted["number"] == bare["number"] or short:
        return text
    return f"{bare['number']}{made[counted.end('number') :]}"
