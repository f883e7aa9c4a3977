"""What no headline may look like: a table of faults, each with a pattern."""

from __future__ import annotations

import re

_VERBS = r"(?:ist|sind|war|waren|wird|werden|wurde|wurden|hat|haben|soll|sollen|öffnet|beginnt)"
_PREPOSITIONS = r"(?:an|ab|bis|statt|von|in|am|im|mit|bei|für|über|unter|gegen|zum|zur|vom)"
#: fault → pattern that finds it
FAULTS: dict[str, str] = {
    "begins in lower case": r"\A[„“\"»«‚(]*[a-zäöü]",
    "empty or one short word": r"\A.{0,4}\Z",
    "longer than 90 characters": r"\A.{91,}",
    "white space at its ends": r"\A\s|\s\Z",
    "two spaces": r"\s\s",
    "space before a mark": r"\s[,.;:!?)](?!\d)",
    "space before a hyphen": r"\d -[a-zäöü]",
    "space before a slash": r"\d /\d",
    "ends with a comma or dash": r"[,;:–-]\Z",
    "a preposition without its noun": rf"\A(?i:{_PREPOSITIONS}) {_VERBS}\b",
    "ends with an article": r" (?:der|die|das|dem|den|des|eine|einen|einem|einer)\Z",
    "ends with a conjunction": r" (?:und|oder|sowie|dass|weil|ebenso|als|wie)\Z",
    "nothing but a modal verb": r"\A\w+ (?:\w+ )?(?:soll|sollen|kann|können|will|wollen|muss)\Z",
    "points out of itself": r"\A(?:Bis dahin|Dessen|Deren|Daraufhin|Dabei|Davon|Damit) ",
    "a word twice": r"\b([a-zäöü]{2,}) \1\b",
    "two articles": r"\b(?:der|das|dem|ein) (?:der|die|das|dem|den|ein|eine)\b",
    "nothing behind a colon": r":\s*\Z",
    "weak adjective without article": (
        r"\A[A-ZÄÖÜ][a-zäöü]+(?:lichen|ischen|igen) [A-ZÄÖÜ]\w+(?:er|or)\b"
    ),
}


def faults_of(headline: str) -> list[str]:
    """The names of the faults a headline has."""
    found = [name for name, pattern in FAULTS.items() if re.search(pattern, headline)]
    for left, right in (("„", "“"), ("(", ")"), ("[", "]")):
        if headline.count(left) != headline.count(right):
            found.append(f"unbalanced {left}{right}")
    return found
