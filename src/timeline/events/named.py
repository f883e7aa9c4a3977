"""Who takes part in what a clause tells, and where: names that are certain, and no others.

A person is one whom the article introduces as such: by role ("Ministerin Ada Holm"), by age ("Ada
Holm, 44,"), as a speaker ("sagte Ada Holm") or with a given name of ``german/given_names.txt``. A
place is one of the table ``places.txt``, or the one in the article's dateline, where a preposition
stands before it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from timeline.german.given_names import given_names
from timeline.german.tables import table
from timeline.german.words import WEEKDAYS
from timeline.models import Article

_CAP = r"[A-ZÄÖÜ][a-zäöüßéèç]+(?:-[A-ZÄÖÜ][a-zäöüßéèç]+)?"
_FULL = rf"{_CAP}(?: (?:von|van|de|zu))? {_CAP}"
_ROLE = (
    r"(?:[A-ZÄÖÜ][\w-]*)?(?:[Mm]inister|[Pp]räsident|[Kk]anzler|[Ss]precher|[Cc]hef|[Ll]eiter"
    r"|[Dd]irektor|[Vv]orsitzende|[Aa]nwalt|[Aa]nwält|[Rr]ichter|[Tt]rainer|[Kk]ommissar"
    r"|[Bb]eauftragte|[Vv]erwalter|[Ii]nhaber|[Ff]ührer|[Mm]eister|[Ll]andrat|[Ll]andrät|[Ää]rzt"
    r"|[Aa]rzt|[Pp]rofessor|[Ff]orscher|[Pp]farrer|[Bb]ischof|[Kk]aufmann|[Kk]auffrau|[Ss]enator"
    r"|[Gg]eneral|[Aa]bgeordnete|[Ss]tadtrat|[Ss]tadträt)(?:in|r)?"
)
_SAID = r"(?:sagt|sagte|erklärt|erklärte|betont|betonte|teilte|so|kritisierte|warnte)"
_INTRODUCED = (
    re.compile(rf"\b{_ROLE} ({_FULL})\b"),
    re.compile(rf"\b({_FULL}), \d\d,"),
    re.compile(rf"[,“”»«\"] {_SAID} ({_FULL})\b"),
)
_BEFORE_NOUNS = (
    r"(?:[Dd]er|[Dd]ie|[Dd]as|[Dd]em|[Dd]en|[Dd]es|[Ee]in|[Ee]ine[mnrs]?|[Zz]um|[Zz]ur|[Ii]m|[Aa]m"
    r"|[Bb]eim|[Vv]om|[Kk]eine?|[Aa]lle|[Vv]iele)"
)
_ONLY_ROLE = re.compile(_ROLE)
#: "sagte Kämmerin Swantje Tamm": roles no table holds, in front of a whole name
_LIKE_A_ROLE = re.compile(
    r"[a-zäöüß]{3}(?:in|er|ent|ant|or|eur|ist|rat|rätin|mann|frau|loge|wart)\Z"
)
_THIRD = re.compile(rf" ({_CAP})\b")
_LED = re.compile(rf"\b{_BEFORE_NOUNS} (?=([\w-]+))")
_WHERE = r"\b(?:in|nach|aus|bei|vor|über)\s+(?:der\s+|die\s+|den\s+|dem\s+)?"
_DATELINE = re.compile(
    rf"\A\s*((?:Bad |Sankt |St\. )?{_CAP})\s*(?:\([\w./ -]{{2,20}}\))?\s*[-–—]\s"
)
_BARE = re.compile(rf"\b(?:in|bei|nach|aus) ({_CAP})\b(?! [A-ZÄÖÜ][a-z]+s? (?:der|des)\b)")
_NO_SCENES = frozenset(WEEKDAYS) | table(
    """
    Kraft Brand Betrieb Haft Not Zukunft Kürze Führung Sicherheit Gefahr Frage Form Höhe Sachen
    Folge Aussicht Anspruch Angriff Bewegung Ordnung Rente Pension Flammen Trümmern Anwesenheit
    Begleitung Zusammenarbeit Absprache Verbindung Quarantäne Untersuchungshaft Hause Angaben
    Gesprächen Verhandlungen Protest Regen Nebel Wochen Tagen Monaten Jahren Stunden Minuten Ansicht
    Auskunft Einschätzung Holz Stein Papier Protesten Kritik Schätzungen Berichten Informationen
    Angst Sorge
    """
)
_MOST = 6
#: "Großvater von Ada Holm" is somebody else.
_KIN = (
    r"(?:[Vv]ater|[Mm]utter|[Ss]ohn|[Tt]ochter|Enkel(?:in)?|Witwe|Familie)(?: von)?(?: [A-Z]\w+)? "
)


@dataclass(frozen=True, slots=True)
class Names:
    """The names an article makes certain: what is written → whole name, and its own place."""

    persons: Mapping[str, str]
    place: str


def names_of(article: Article | None) -> Names:
    """The persons an article introduces, and the place in its dateline."""
    if article is None:
        return Names({}, "")
    text = article.text
    begin = max((f.end_char for f in article.furniture if f.start_char == 0), default=0)
    dateline = _DATELINE.match(text[begin : begin + 120])
    return Names(persons_of(text), dateline.group(1) if dateline else "")


@lru_cache(maxsize=4096)  # asked for mentions and again for merging; the texts are kept anyway
def persons_of(text: str) -> Mapping[str, str]:
    """The persons a text introduces: what is written → whole name."""
    found: dict[str, set[str]] = {}
    led = _led(text)
    for pattern in (*_INTRODUCED, _with_given_name()):
        for match in pattern.finditer(text):
            full = match.group(1)
            third = _THIRD.match(text, match.end())  # "Karl Otto Beek"
            role, *name = full.split()
            goes_on = third or text[match.end() :].startswith((" von ", " van ", " de ", " zu "))
            if goes_on and role not in given_names() and name[-1] in given_names():
                continue  # "Baudezernentin Ulrike Tamm": the name begins behind it
            if third and role not in given_names() and _LIKE_A_ROLE.search(role):
                full, third = name[-1] + third.group(), None
            if any(_is_noun(word, led) for word in full.split()):
                continue
            if third and text.count(third.group(1)) > 1 and not _is_noun(third.group(1), led):
                full += third.group()
            found.setdefault(full.rsplit(" ", 1)[1], set()).add(full)
    persons: dict[str, str] = {}
    for last, names in sorted(found.items()):
        if len(names) == 1:
            persons[last] = next(iter(names))
        else:  # a family: only the whole name is certain
            persons.update((name, name) for name in sorted(names))
    return persons


def _led(text: str) -> frozenset[str]:
    """The words of a text that stand behind an article; of "der Holm-Bau" the first part as well.

    Gathered once: asked name by name, a long text costs the square of its length.
    """
    found: set[str] = set()
    for word in set(_LED.findall(text)):
        parts = word.split("-")
        found.update("-".join(parts[:end]) for end in range(1, len(parts) + 1))
    return frozenset(found)


def _is_noun(word: str, led: frozenset[str]) -> bool:
    """Whether an article elsewhere shows that the word is no name, or it is a role."""
    return word in led or _ONLY_ROLE.fullmatch(word) is not None


def participants(told: str, names: Names, speaker: str = "") -> tuple[str, ...]:
    """The persons named in a stretch of text, without the one who says it."""
    return tuple(
        full
        for written, full in names.persons.items()
        if written in told
        and written not in speaker
        and re.search(rf"\b{re.escape(written)}(?:s|’)?\b", told)
        and not re.search(rf"(?:{_KIN}|\b[Dd]ie ){re.escape(written)}", told)
    )[:_MOST]


def scenes(told: str) -> frozenset[str]:
    """The names behind a bare "in": German puts no article before the name of a town.

    No claim that these are places: two mentions that have none in common are told of two scenes.
    """
    return frozenset(
        word for word in _BARE.findall(told) if word not in _NO_SCENES and not word.endswith("ung")
    )


def places(told: str, names: Names) -> tuple[str, ...]:
    """The places a stretch of text names behind a preposition, with their country."""
    pattern, country = _gazetteer()
    found: list[str] = []
    for match in pattern.finditer(told):
        name = match.group(1)
        land = country[name]
        found.append(name if land == name else f"{name}, {land}")
    own = names.place
    if own and own not in country and re.search(rf"{_WHERE}{re.escape(own)}\b", told):
        found.append(own)
    return tuple(dict.fromkeys(found))[:_MOST]


@lru_cache(maxsize=1)
def _with_given_name() -> re.Pattern[str]:
    return re.compile(rf"\b((?:{'|'.join(sorted(given_names()))})(?: (?:von|van|de|zu))? {_CAP})\b")


@lru_cache(maxsize=1)
def _gazetteer() -> tuple[re.Pattern[str], dict[str, str]]:
    """What finds a place of the table, and the country of each."""
    country: dict[str, str] = {}
    text = (files("timeline.events") / "places.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        land, _, inside = line.partition(":")
        country[land] = land
        for place in inside.split():
            country[place.replace("_", " ")] = land
    longest_first = sorted(country, key=lambda name: (-len(name), name))
    options = "|".join(re.escape(name) for name in longest_first)
    return re.compile(rf"{_WHERE}({options})(?![\w-])"), country
