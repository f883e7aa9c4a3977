"""People named like a day, a month or a season: „Ulrich Montag …, „sagte Montag““."""

from __future__ import annotations

import re

from timeline.german.given_names import given_names
from timeline.german.meaning import CalendarDate, Period, Weekday
from timeline.german.tokens import Tokens
from timeline.temporal.context import Context
from timeline.temporal.recognise import Hit

#: „Montag, 15 Uhr“, „Mai–Juni“, „Sonntag ab 10 Uhr“ are dates whoever is named so
_OF_A_DATE = frozenset((",", ":", "–", "-", "/", "und", "bis", "um", "ab", "(", "."))


def is_person(text: str, tokens: Tokens, hit: Hit, context: Context) -> bool:
    """Whether a bare „Montag“ is somebody whom the text calls „Ulrich Montag“ elsewhere."""
    word = tokens.words[hit.first]
    if hit.prep or hit.lead != hit.first or hit.last - hit.first > 1 or not word.istitle():
        return False
    m = hit.meaning
    month = isinstance(m, CalendarDate) and m.day is None and m.year is None
    if not (isinstance(m, Weekday | Period) or month):
        return False
    behind = tokens.words[hit.last : hit.last + 1]
    if behind and (behind[0] in _OF_A_DATE or behind[0][:1].isdigit()):
        return False
    if word not in context.persons:
        context.persons[word] = _is_surname(text, word)
    return context.persons[word]


def _is_surname(text: str, word: str) -> bool:
    ends = (m.start() for m in re.finditer(rf" {word}\b", text))
    before = (_NAME.search(text[max(0, end - _LONGEST) : end]) for end in ends)
    return any(name is not None and name[0] in given_names() for name in before)


_NAME = re.compile(r"[A-ZÄÖÜ]\w+$")
_LONGEST = 20  # letters of a given name
