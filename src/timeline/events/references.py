"""Dates that only point to a time: they compare, name a work, say how old a thing is, or are
taken back."""

from __future__ import annotations

import re

from timeline.events.stretches import Stretch

_COMPARED = re.compile(
    r"\b(?:anders als|verglichen mit|(?:im )?Vergleich (?:zu|zum|zur|mit)(?: de[mr])?"
    r"|gegenüber(?: dem)?"
    r"|ähnlich wie|genauso \w+ wie|so \w+ wie|als noch|wie schon|wie zuletzt|wie bereits)"
    r"(?:\s+(?:im|am|in|der|dem|den|Jahr|Jahre|vom|von|zuletzt))*\s*\Z",
    re.IGNORECASE,
)
#: "schlechter als das | vom Mai"
_OF = re.compile(r"(?:vom|von|aus)\s")
_THAN = re.compile(r"\bals (?:d(?:as|er|ie|en|em)|jene[rsnm]?)\s*\Z")
#: "erstmals | seit 2019", "das schwerste Beben | seit 2003": how long it had not been
_SINCE = re.compile(r"seit\s", re.IGNORECASE)
_FIRST_SINCE = re.compile(
    r"\b(?:[Ee]rstmals|[Zz]um (?:ersten|letzten) Mal|[Ss]o \w+ wie (?:nie|lange nicht mehr)"
    r"|(?:[Dd](?:e[rnm]|ie|as)) [a-zäöüß]+(?:st|ß)e[nrms]? [A-ZÄÖÜ]\w+)\s*\Z"
)
_WORKS = re.compile(
    r"\b\w*(?:bilanz|programm|haushalt|fassung|ausgabe|modell|version|jahrgang|verordnung|richtlinie"
    r"|studie|film|album|roman|ranking|statistik|foto|archivbild|bild|etat|tabelle|auflage)(?:s|en|n|e)?"
    r"(?:\s+(?:von|vom|aus|aus dem|des|dem|für|im|Jahr|Jahre|Jahres))+\s*\Z",
    re.IGNORECASE,
)
#: "Becher aus dem 15. Jahrhundert" says how old they are, not what happened.
_ORIGIN = re.compile(r"[A-ZÄÖÜ]\w+\s+aus\s+(?:de[mnr]\s+)?(?:\w+en\s+)?(?:Jahren?\s+)?\Z")
_LIFE = re.compile(
    r"[\[(]\s*(?:geb(?:oren|\.)?\s*|\*\s*)?\d{4}\s*(?:[-–—]|bis)\s*(?:†\s*)?\d{4}\s*[\])]"
)


#: "In einer früheren Fassung war der 16. September angegeben", "In unserer Ausgabe vom 3. Mai hieß
#: es, …": what is taken back, and the right date follows.
_EARLIER = re.compile(
    r"\b(?:frühere[nrs]?|vorherige[nrs]?|erste[nrs]?|ältere[nrs]?|ursprüngliche[nrs]?)\s(?:Fassung|Version)\b"
    r"|\b[Uu]nserer\s(?:\w+en\s)?(?:\w+-)?(?:Ausgabe|Meldung)\b"
)
_SAID_THEN = re.compile(
    r"\b(?:hie(?:ß|ss)|stand|schrieben wir|angegeben|genannt|datiert|berichteten wir)\b"
    r"|\bwir\b.*\b(?:berichtet|gemeldet|geschrieben|angekündigt)\b"
)
#: … unlike "Wie in unserer Ausgabe vom 3. Mai berichtet"
_CONFIRMED = re.compile(r"\b[Ww]ie\b")


def only_refers(sentence: str, place: Stretch) -> bool:
    """Whether the expression only points to a time, with nothing that happened then."""
    lead = sentence[: place[0]]
    if _COMPARED.search(lead):
        return True
    if _EARLIER.search(sentence) and _SAID_THEN.search(sentence):
        return _CONFIRMED.search(sentence) is None
    if _OF.match(sentence, place[0]) and _THAN.search(lead):
        return True
    if _SINCE.match(sentence, place[0]) and _FIRST_SINCE.search(lead):
        return True
    words = re.match(
        r"(?:(?:von|vom|aus|des|dem|für|im|Jahr|Jahre|Jahres)\s+)+", sentence[place[0] :]
    )
    inner = lead + (words.group() if words else "")
    if _WORKS.search(inner) or _ORIGIN.search(inner):
        return True
    return any(
        match.start() <= place[0] < match.end()
        and re.search(r"[A-ZÄÖÜ]\w+\s*\Z", sentence[: match.start()])
        for match in _LIFE.finditer(sentence)
    )
