"""What no headline may look like: a table of faults, each with a pattern."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.german.tables import table

_VERBS = r"(?:ist|sind|war|waren|wird|werden|wurde|wurden|hat|haben|soll|sollen|öffnet|beginnt)"
_MODALS = (
    r"(?:soll|sollen|sollte|sollten|kann|können|konnte|konnten|könnte|könnten|muss|müssen|musste"
    r"|darf|dürfen)"
)
_REPORTED = r"(?:sei|seien|habe|werde|könne|müsse|solle|wolle|dürfe)"
_AUXILIARIES = r"(?:hat|haben|hatte|hatten|ist|sind|war|waren|wurde|wurden|wird)"
_PREPOSITIONS = r"(?:an|ab|bis|statt|von|in|am|im|mit|bei|für|über|unter|gegen|zum|zur|vom)"
_NO_INFINITIVES = table(
    "zwischen gegen neben wegen den einen seinen ihren diesen allen beiden vielen"
)
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
    "begins with a mark": r"\A[,;:.!?–-]",
    "ends with a preposition": (
        r" (?:am|im|zum|zur|vom|beim|ins|in|von|für|gegen|seit|bis|ohne|zwischen|wegen|binnen)\Z"
    ),
    "an adjective without its noun": (
        r"\b(?i:am|im|vom|zum|beim|zur) [a-zäöüß]+en (?:ein|eine|einen|der|die|das|dem|den)\b"
    ),
    "a stray „an“": rf"\b{_MODALS} an (?:in|auf|ab|ge[a-zäöüß]+(?:t|en))\b",
    "a measure torn apart": (
        r"\b\d+ (?:Jahre|Meter|Kilometer|Tonnen) [a-zäöüß]+ (?:alt|lang|hoh|breit|schwer)e[nrms]?\b"
    ),
    "begins with its verb": (
        r"\A(?:Könnte|Hätte|Wäre|Würde|Dürfte|Müsste|Sollte|Hat|Ist|Wird|Soll)n? [^,]*\Z"
    ),
    "nobody does it": rf"\A(?:Schon|Noch|Wieder|Erst|Dann) {_MODALS} \w+\Z|\AEs \w+te aber\b",
    "does something with itself": r"\A(?:Der|Die|Das) (\w+) \w+ (?:den|die|das|dem|der) \1\b",
    "the genitive of a noun as its subject": (
        r"\A(?:Der|Das) \w*(?i:vereins|verbands|rates|amtes|landes|vertrags|werks|betriebs|klubs)\b"
    ),
    "a body with the title of a person": (
        r"\ADer [A-ZÄÖÜ]\w+ [A-ZÄÖÜ]\w+in [A-ZÄÖÜ]\w+ [A-ZÄÖÜ]\w+ "
    ),
    "one noun with a plural verb": (
        r"\A(?:Ein|Eine|Der) \w+ (?:hatten|haben|sind|waren|wurden|rückten)\b"
    ),
    "two prepositions in a row": r"\b(?i:binnen|am|im|vom|zum|zur|beim) (?:in|an|auf|am|im)\b",
    "not only a subordinate clause": r"\A(?:Dass|Wie bekannt)\b[^,]*\Z",
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
        elif headline.count(left) and headline.find(right) < headline.find(left):
            found.append(f"torn {left}{right}")
    return [*found, *_faults_of_verbs(headline)]


def _faults_of_verbs(headline: str) -> Iterator[str]:
    """What patterns do not see: verbs that wait for another, and speech without a speaker."""
    small = re.findall(r"\b[a-zäöüß]+\b", headline[:1].lower() + headline[1:])
    modal = [word for word in small if re.fullmatch(_MODALS, word)]
    others = [w for w in small if not re.fullmatch(_MODALS, w) and w not in _NO_INFINITIVES]
    if modal and not any(re.fullmatch(r"\w+(?:en|ern|eln|tun)|sein", w) for w in others):
        yield "a modal without its verb"
    helps = bool(small) and re.fullmatch(_AUXILIARIES, small[-1]) and headline.endswith(small[-1])
    verbs = [w for w in others[:-1] if re.fullmatch(r"\w{3,}(?:t|te|ten|en)", w)]
    if helps and not verbs and "," not in headline:
        yield "ends with an auxiliary"
    told = re.search(rf"\b{_REPORTED}\b", headline)
    first_person = re.search(r"\b(?:ich|wir|man)\b", headline, re.IGNORECASE)
    if told and not first_person and ":" not in headline and "„" not in headline[:1]:
        lead = headline[: told.start()]
        if "," not in lead or re.match(r"(?:Sollte|Wenn|Falls|Wäre|Würde)", lead):
            yield "reported and nobody says so"
