"""The tense of a headline: what "had happened" has happened, once it has a date of its own.

A report tells in the pluperfect what lies before its own story. On a timeline every event stands
for itself: "Die Werft hatte den Vertrag gekündigt" → "… hat … gekündigt", "war abgelehnt worden" →
"wurde abgelehnt", "war gekommen" → "ist gekommen".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.events.headlines.tokens import Token, render, tidy, tokens, verb_at
from timeline.events.phrases import noun_phrase
from timeline.german.clause_words import Word, verb_forms, words_of
from timeline.german.closed_classes import DETERMINERS, like_ein
from timeline.german.tables import table
from timeline.german.verb_forms import Form
from timeline.german.verbs import moves

_HAVE = {"hatte": "hat", "hatten": "haben"}
_BE = {"war": "ist", "waren": "sind"}
_BECOME = {"war": "wurde", "waren": "wurden"}
#: with two infinitives ("hatte kommen wollen") and in comparisons of times it has to stay
_STAYS = table(
    "zuvor gewesen können müssen wollen sollen dürfen lassen als bevor ehe bis dass nachdem wenn ob"
)


def as_news(kept: Sequence[Token], finite: Word | None) -> list[Token]:
    """The tokens with their verb in the perfect where it is in the pluperfect, else as they are."""
    place = verb_at(kept, finite)
    said = "".join(token.before + token.after for token in kept[: place or 0])
    if said.count("„") > said.count("“"):
        return list(kept)  # what somebody said stands as he said it
    words = [token.word for token in kept]
    twice = place is not None and len(words) > place + 2 and words[-1].lower in _ONCE_MORE
    verb = kept[place].word.text if place is not None else ""
    had = verb in _HAVE or verb in _BE
    if twice and had and verb_forms(words, len(words) - 2) & Form.PARTICIPLE:
        return list(kept[:-1])  # "hatte den Besuch geplant | gehabt"
    stays = (i for i, word in enumerate(words) if word.lower in _STAYS)
    if place is None or not all(_in_the_role_of(kept, i) for i in stays):
        return list(kept)
    done = [
        word.lower
        for i, word in enumerate(words)
        if i > place and verb_forms(words, i) & Form.PARTICIPLE and word.text[0].islower()
    ]
    lowers = {word.lower for word in words[place:]}
    if "noch" in lowers and lowers.isdisjoint(_NOT_YET):
        return list(kept)  # "hatte die Bahn noch abgelehnt": it has changed its mind since
    if verb in _HAVE and done:
        return _with_verb(kept, place, _HAVE[verb])
    if verb in _BE and done[-1:] == ["worden"]:
        if any(map(moves, done[:-2])):
            return list(kept)  # "war abgelaufen, dann aber verlängert worden": no passive alone
        return _with_verb(_without_worden(kept), place, _BECOME[verb])
    if verb in _BE and done and moves(done[-1]):
        return _with_verb(kept, place, _BE[verb])
    return list(kept)


_ONCE_MORE = ("gehabt", "gewesen")


def _in_the_role_of(kept: Sequence[Token], index: int) -> bool:
    """ "war als Zeuge vernommen worden": no comparison, and no clause of its own."""
    words = [token.word for token in kept]
    if words[index].lower != "als" or index == 0 or kept[index - 1].after.endswith(","):
        return False
    before, first = words[index - 1].lower, words[index + 1 : index + 2]
    if before in ("mehr", "weniger") and first and first[0].text[0].isdigit():
        return True  # "mehr als 140 Liter"
    compared = before in _COMPARED or (before.endswith("er") and words[index - 1].text[0].islower())
    if compared or not first or first[0].lower in DETERMINERS:
        return False
    end = noun_phrase(words, index + 1, "", long=False)
    return end > index + 1 and any(
        verb_forms(words, i) & Form.PARTICIPLE for i in range(end, len(words))
    )


#: "mehr als", "anders als": what follows is compared
_COMPARED = table("mehr weniger anders so sowohl früher später eher statt nichts niemand")
#: "hatte noch nie gewonnen", "hatte noch nicht entschieden"
_NOT_YET = table("nie nicht") | like_ein("kein")


def news_of_text(text: str) -> str:
    """The same for a clause that is a text already."""
    words = words_of(text)
    verb = next((word for word in words if word.text in _HAVE or word.text in _BE), None)
    return tidy(render(as_news(tokens(words, text), verb))) if verb is not None else text


def _without_worden(kept: Sequence[Token]) -> list[Token]:
    """ "war eröffnet worden, mit 40 Betten" → "war eröffnet, mit 40 Betten": its comma stays."""
    last = max(i for i, token in enumerate(kept) if token.lower == "worden")
    before = replace(kept[last - 1], after=kept[last - 1].after or kept[last].after)
    return [*kept[: last - 1], before, *kept[last + 1 :]]


def _with_verb(kept: Sequence[Token], place: int, verb: str) -> list[Token]:
    return [*kept[:place], kept[place].reading(verb), *kept[place + 1 :]]
