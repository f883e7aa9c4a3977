"""Whether an article is German at all: its time expressions are nobody else's to read."""

from __future__ import annotations

import re

from timeline.german.tables import table

_WORD = re.compile(r"[^\W\d_]+")
#: the words every text is full of
_GERMAN = table(
    """
    der das und den dem ein eine einen einer ist nicht mit von für auf im zu zum zur sich auch sind
    wird wurde wurden werden bei nach aus er sie es hat haben als wie vor dass sei
    """
)
#: in English, French, Italian, Spanish and Dutch
_OTHERS = table(
    """
    the of and to that with for by from is it were has have this which are its
    le la les et une est dans que pour qui sur au aux avec par du
    il di che per con una della nel sono del
    el los las por se y en como su
    het een van voor niet zijn op te bij ook
    """
)
#: words to judge by; fewer are a headline or a list
_FEWEST = 30
_READ = 5000


def is_foreign(text: str) -> bool:
    """More of another language's small words than of German ones."""
    words = [word.casefold() for word in _WORD.findall(text[:_READ])]
    if len(words) < _FEWEST:
        return False
    german = sum(word in _GERMAN for word in words)
    others = sum(word in _OTHERS for word in words)
    return others > 2 * german and others * 10 > len(words)
