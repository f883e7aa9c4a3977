"""Months that are over by the words before them: „weniger als im April“, „der kühle Mai“."""

from __future__ import annotations

from timeline.german.meaning import CalendarDate
from timeline.german.tokens import Tokens
from timeline.temporal.recognise import Hit

_MORE_OR_LESS = frozenset(("weniger", "mehr", "höher", "niedriger", "tiefer", "anders"))
_DESCRIBED = frozenset(("der", "dieser", "ein", "dem", "den"))


def is_compared_month(tokens: Tokens, hit: Hit) -> bool:
    """„1300 weniger als im April“, „im Vergleich zum Mai“, „Wie bereits im Mai“: of a month; not
    „mehr, als im Juni kommen werden“."""
    month = isinstance(hit.meaning, CalendarDate) and hit.meaning.day is None
    led = [word.lower() for word in tokens.words[max(0, hit.lead - 2) : hit.lead]]
    if not month or len(led) < 2:
        return False
    if led[0] == "wie" and led[1] in ("bereits", "schon", "zuletzt"):
        return True
    if hit.prep == "zum" and led[1] == "vergleich":
        return True
    return led[1] == "als" and led[0] in _MORE_OR_LESS


def is_described_month(tokens: Tokens, hit: Hit) -> bool:
    """„Grund ist der kühle Mai“: how a month was, one knows when it is over."""
    m = hit.meaning
    if not isinstance(m, CalendarDate) or m.day is not None or m.part or m.step is not None:
        return False
    if hit.prep or hit.lead < 2:
        return False
    article, adjective = tokens.words[hit.lead - 2 : hit.lead]
    told = article.lower() in _DESCRIBED and adjective.islower() and adjective.endswith(("e", "en"))
    return told and "ORD" not in tokens.values[hit.lead - 1]
