"""Names in a headline: without roles and titles where those leave no room.

"die Rechtsanwältin Ada Holm" → "Ada Holm", "Sprecher Uwe Lang" → "Lang".
"""

from __future__ import annotations

import re

from timeline.events.persons import is_person
from timeline.events.phrases import nominative

_TITLED = re.compile(
    r"(?:(?:\bDer|\b[Dd]ie|\bden) (?:[A-ZÄÖÜ][a-zäöüß]+er )?|(?<!der )(?<!des )(?<!\w-)\b)"
    r"(?P<role>[A-ZÄÖÜ][\w-]+) (?P<name>(?!Bad |Sankt |Groß |Klein )[A-ZÄÖÜ][a-zäöüßéè]+"
    r" [A-ZÄÖÜ][\w-]+)\b"
)


#: "Minister Holm sagt …": at the beginning one name will do
_TITLED_SUBJECT = re.compile(
    r"\A(?P<role>[A-ZÄÖÜ][\w-]+) (?P<name>[A-ZÄÖÜ][\w-]+)"
    r"(?= (?:hat|will|soll|ist|wird|[a-zäöü]+te?)\b)"
)


def without_titles(text: str) -> str:
    """ "die Rechtsanwältin Ada Holm" → "Ada Holm": names for persons with name and role."""

    def bare(found: re.Match[str]) -> str:
        role: str = found["role"]
        titled = is_person(role) or is_person(nominative("den", role))  # "den Experten Ole Beek"
        return found["name"] if titled else found.group()

    named = _TITLED.sub(bare, text)
    return named if named != text else _TITLED_SUBJECT.sub(bare, text)


def short_name(name: str, count: int) -> str:
    """A name without its titles: at most its last ``count`` words with a capital."""
    head = re.split(r" (?:der|des|von|im|in|am|aus|für) ", name)[0]
    name = head if head[:1].isupper() else name  # "Sprecher der Kammer": not the chamber
    words = name.split()
    capitals = 0
    for word in reversed(words):
        if not word[:1].isupper():
            break
        capitals += 1
    return " ".join(words[-min(capitals, count) :]) if capitals else name
