"""How a report tells of a time: as news or looking back, as what happened or what was before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from timeline.events.days import day_range, precision
from timeline.events.kinds import VAGUE_KINDS, kinds_of
from timeline.german.clause_words import Word
from timeline.german.clauses import Clause
from timeline.models import Article, EventMention

#: How long ago a day is, and any longer time, to which a report comes back.
_DAY_AGO, _LONG_AGO = timedelta(days=6), timedelta(days=365)
#: "Nach dem Insolvenzantrag …", "Sieben Monate nach dem Erdrutsch …"
_BEHIND = frozenset(("nach", "seit", "trotz", "wegen", "infolge"))
#: Words of a clause among which such a phrase begins, and its words up to the noun.
_FRONT, _PHRASE = 4, 4
_ORDINALS = {"erst": 1, "zweit": 2, "dritt": 3, "viert": 4, "fünft": 5}
_ORDINAL = re.compile(rf"({'|'.join(_ORDINALS)})e[rsnm]?")


def is_retold(mention: EventMention, article: Article | None) -> bool:
    """Whether a report comes back to a time that lies back: that time is known for something."""
    if mention.start is None or (mention.end is None and _is_long(mention)):
        return False  # of "seit 2019" very much is told
    if article is None or article.day is None:
        return True  # a chronicle, which is not of these days
    first, last = day_range(mention.start, mention.end)
    exact = first == last and precision(mention.granularity) <= precision("day")
    return article.day - last > (_DAY_AGO if exact else _LONG_AGO)


def _is_long(mention: EventMention) -> bool:
    return precision(mention.granularity) > precision("month")


def without_background(words: Sequence[Word], at_date: int) -> tuple[list[Word], list[Word]]:
    """The words of a clause, and those of a phrase that names what had happened before.

    "Nach dem Antrag der Werft hat das Gericht eine Verwalterin bestellt": on the day of the clause
    she was appointed, and nothing was filed. The date itself stands at ``at_date``: "nach dem
    Antrag am Montag" tells of the filing.
    """
    for at, word in enumerate(words[:_FRONT]):
        if word.lower not in _BEHIND:
            continue
        phrase = words[at + 1 : at + 1 + _PHRASE]
        size = next((n for n, w in enumerate(phrase, 1) if w.text[0].isupper()), 0)
        if not size or 0 <= at_date - phrase[size - 1].end <= 3:
            continue
        end = at + 1 + size
        rest = [*words[:at], *words[end:]]
        if _kinds([phrase[size - 1]]) and _kinds(rest):
            return rest, list(words[at:end])
    return list(words), []


def _kinds(words: Sequence[Word]) -> frozenset[str]:
    return kinds_of([word.lower for word in words]) - VAGUE_KINDS


def ordinal(clause: Clause, span: tuple[int, int]) -> int:
    """Which of several alike a clause tells of: "nach dem zweiten Hangrutsch"; 0 if it does not
    say. The date itself stands at ``span``."""
    for word, after in zip(clause.words, clause.words[1:], strict=False):
        found = _ORDINAL.fullmatch(word.lower)
        if found and not span[0] <= word.start < span[1] and _kinds([after]):
            return _ORDINALS[found.group(1)]
    return 0
