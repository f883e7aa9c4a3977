"""Lines that say when and by whom a page was made, and nothing else.

"Von Lena Beispiel | Aktualisiert: 07.05.2025, 11:45 Uhr | Lesezeit 5 Min."
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal
from zoneinfo import ZoneInfo

from timeline.ingest.dates import MONTH_STEMS, WEEKDAY_NAMES, Found, find_moments

Role = Literal["published", "updated", "bare"]

#: what stands before the day a page first appeared
_PUBLISHED = (
    r"erst(?:mals |malig |mals)?\s?(?:veröffentlicht|veröffentlichung|publiziert|erschienen)",
    r"(?:zuerst |online )?(?:veröffentlicht|publiziert|erschienen|erstellt|eingestellt)",
    r"veröffentlichung(?:sdatum)?|publikationsdatum|erscheinungsdatum|published|datum|date",
    r"online (?:seit|ab)|(?:artikel|beitrag|meldung|bericht|nachricht|pressemitteilung) vom",
)
#: what stands before the day it was last changed
_UPDATED = (
    r"(?:zuletzt |letztmals )?(?:aktualisiert|geändert|bearbeitet|überarbeitet|updated)",
    r"letzte (?:aktualisierung|änderung|bearbeitung)|aktualisierung|last update|update|upd\.",
    r"(?:letzter )?stand",
)
_TAIL = r"(?:\s(?:am|vom|um|on|der|den|seit)\b)*\s*[:.]?"
_LABEL = re.compile(
    rf"(?<!\w)(?:(?P<published>{'|'.join(_PUBLISHED)})|(?P<updated>{'|'.join(_UPDATED)}))"
    rf"(?!\w){_TAIL}",
    re.IGNORECASE,
)
#: agencies whose copy German-language outlets print
AGENCIES = {
    "dpa": "dpa",
    "dpa-afx": "dpa-AFX",
    "afp": "AFP",
    "reuters": "Reuters",
    "rtr": "Reuters",
    "apa": "APA",
    "ap": "AP",
    "keystone-sda": "Keystone-SDA",
    "keystone/sda": "Keystone-SDA",
    "sda": "Keystone-SDA",
    "epd": "epd",
    "kna": "KNA",
    "sid": "SID",
    "awp": "AWP",
}
AGENCY = re.compile(
    r"(?<![\w.-])(?:" + "|".join(sorted(AGENCIES, key=len, reverse=True)) + r")(?![\w.-])", re.I
)
_READING = re.compile(
    r"(?:lese(?:zeit|dauer)\s*:?\s*)?(?:ca\.\s?|etwa\s)?\d{1,3}\s*(?:min\b\.?|minuten?)"
    r"(?:\s*(?:lesezeit|lesedauer|zum lesen|read))?|lese(?:zeit|dauer)\s*:?|\d+ min read",
    re.IGNORECASE,
)
_COMMENTS = re.compile(r"\(?\b(?:\d+|keine)\s+(?:leser)?kommentare?\b\)?", re.IGNORECASE)
_CLOCK = re.compile(
    r"(?:\bum\s+)?(?<![\d.])\d{1,2}(?:[:.]\d{2})(?::\d{2})?(?![\d.])(?:\s?Uhr\b)?(?:\s?(?:MESZ|MEZ))?"
    r"|(?:\bum\s+)?\b\d{1,2}\s?Uhr\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"\bvor (?:\d+|einer|einem|wenigen) (?:sekunden?|minuten?|stunden?|tag(?:en)?|wochen?)\b"
    r"|\b(?:heute|gestern|vorgestern|gerade eben)\b",
    re.IGNORECASE,
)
#: a day without its year: a stamp, but no date to rely on
_SHORT_DAY = re.compile(
    rf"(?<!\d)\d{{1,2}}\.\s?(?:\d{{1,2}}\.(?!\d)|(?:{MONTH_STEMS})\w*\.?)|\b(?:{WEEKDAY_NAMES})\b",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"^(?:(?:ein(?:e)?|der|die|das)\s+)?(?:(?:gast)?(?:bericht|beitrag|artikel|kommentar|interview"
    r"|analyse|reportage|kolumne)\s+)?(?:von|by|text|texte|autor(?:in|en)?|redaktion)\s*:?\s+(?=\S)",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?:[A-ZÄÖÜ]\.?|[A-ZÄÖÜ][\w.'’-]*[\w'’])$")
#: small words inside names and between them
_LINKS = frozenset(
    {"und", "&", "von", "van", "de", "der", "den", "zu", "zur", "vom", "mit", "in", "aus"}
    | {"al", "el", "la", "le", "di", "du"}
)
#: and words that never are, for lines in capitals
_NO_NAMES = frozenset(
    {"die", "das", "dem", "über", "unter", "nach", "bis", "zum", "ohne", "gegen", "als", "wie"}
    | {"ein", "eine", "einem", "einer", "anfang", "oben", "heute", "hier", "nun", "wegen"}
)
#: how names of newspapers end; head.py knows a line of its own by these
MASTHEADS = (
    r"portal|zeitung|blatt|tagblatt|presse|kurier|bote|anzeiger|echo|rundschau|magazin|journal"
    r"|merkur|tageblatt|allgemeine|stimme|tagespost|volksfreund|generalanzeiger|wochenblatt"
    r"|landbote|spiegel"
)
#: beside a date alone more can be told: "Küstenpost, 3. Mai 2024", "Quelle: Tagesdienst vom …"
_OUTLET = re.compile(
    r"(?:quelle\s*:\s*)?(?-i:(?=[A-ZÄÖÜ]))"
    rf"((?:[\w-]+\s){{0,3}}[\w-]*(?:{MASTHEADS}|post|nachrichten|dienst|online|tribüne))(?:\svom)?",
    re.IGNORECASE,
)
#: A paper called by a day or a part of it: "Bild am Sonntag | …", "Von … | Nordwest am Abend | …".
#: Before a comma ("Konzert am Sonntag, 21. Juli 2024") only those that are known.
_CALLED_BY_A_DAY = re.compile(
    r"(?:^|[|•·,;/(])\s*((?:Welt|Bild|NZZ)\sam\sSonntag(?=\s*[|•·,;/)])"
    rf"|(?:[A-ZÄÖÜ][\w-]*\s){{1,3}}am\s(?i:{WEEKDAY_NAMES}|wochenende|morgen|mittag|abend)"
    r"(?=\s*(?:[|•·]|$)))"
)
_SUNDAY_PAPERS = ("Welt", "Bild", "NZZ")
#: the place in the paper
_IN_PRINT = re.compile(r"(?:seite|s\.|nr\.|ausgabe)\s?\d{1,4}", re.IGNORECASE)
_SPLIT = re.compile(r"\s*[|•·,;/()]\s*|\s+[–—-]\s+|\s{2,}")


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a stamp line says. ``kind``: "byline", "reading time", "comments" or "stamp"."""

    kind: str
    dates: tuple[tuple[Role, Found], ...] = ()
    #: a label, even without a date of its own: "Veröffentlicht am"
    label: Role | None = None
    clock: str = ""
    #: the newspaper it names
    outlet: str = ""
    #: a day without its year
    short_day: str = ""

    @property
    def bare(self) -> bool:
        """A date (or a time) with no word that says what it means."""
        return self.kind == "stamp" and self.label is None


def read_stamp(line: str, zone: ZoneInfo) -> Stamp | None:
    """The stamp a line is, or None where it says anything else as well."""
    if len(line) > 240 or not _could_be(line):
        return None
    rest = list(line)
    dates: list[tuple[Role, Found]] = []
    labels: list[tuple[int, Role]] = []

    def take(start: int, end: int) -> None:
        rest[start:end] = "|" * (end - start)

    found = list(find_moments(line, zone))
    for moment in found:
        take(moment.start, moment.end)
    for match in _LABEL.finditer("".join(rest)):
        labels.append((match.start(), "published" if match["published"] else "updated"))
        take(*match.span())
    paper = _paper(line, "".join(rest)) if found else None
    if paper is not None:
        take(*paper.span(1))
    for moment in found:
        role: Role = "bare"
        for start, name in labels:
            if start < moment.start:
                role = name
        dates.append((role, moment))
    reading = _cut(_READING, rest)
    comments = _cut(_COMMENTS, rest)
    clock = _cut(_CLOCK, rest)
    short_day = _cut(_SHORT_DAY, rest)
    vague = _cut(_RELATIVE, rest) or short_day
    agency = _cut(AGENCY, rest)
    parts = [part for part in _SPLIT.split("".join(rest).strip(" |.:")) if part.strip(" |:.-–")]
    byline = False
    outlet = next((m[1] for part in parts if found and (m := _OUTLET.fullmatch(part))), "")
    outlet = paper[1] if paper is not None else outlet
    # who wrote, for whom, and when: the names between are no news
    signed = bool(outlet) or (bool(found) and any(map(_is_byline, parts)))
    placed = bool(found and parts) and not (labels or clock) and _is_place(parts[0], line)
    for part in parts:
        if outlet and (_OUTLET.fullmatch(part) or _IN_PRINT.fullmatch(part)):
            continue
        if signed and _names(part) and not _is_byline(part):
            continue
        if placed and part is parts[0]:
            continue
        if not (_is_byline(part) or (labels and found and _names(part))):
            return None
        byline = True
    if found or labels or clock or vague:
        lone_label = bool(labels) and not (found or clock or vague)
        if lone_label and not line.endswith(":") and len(line.split()) < 2:
            return None  # "Update" or "Datum" alone may be a heading; "Veröffentlicht am" is none
        label = labels[0][1] if labels else None
        return Stamp("stamp", tuple(dates), label, clock, outlet, short_day)
    if reading:
        return Stamp("reading time")
    if comments:
        return Stamp("comments")
    return Stamp("byline") if byline or agency else None


def _could_be(line: str) -> bool:
    return (
        any(c.isdigit() for c in line)
        or _BYLINE.match(line) is not None
        or _LABEL.search(line) is not None
        or _READING.search(line) is not None
        or _RELATIVE.search(line) is not None
        or AGENCY.search(line) is not None
        or _COMMENTS.search(line) is not None
    )


def _cut(pattern: re.Pattern[str], rest: list[str]) -> str:
    """Blank out what ``pattern`` finds; return the first find."""
    first = ""
    for match in pattern.finditer("".join(rest)):
        first = first or match.group().strip()
        rest[match.start() : match.end()] = "|" * (match.end() - match.start())
    return first


def _paper(line: str, rest: str) -> re.Match[str] | None:
    """The paper called by a day of the week or a part of the day; ``rest`` has no labels left."""
    found = _CALLED_BY_A_DAY.search(line)
    if found is None or rest[found.start(1)] == "|":
        return None
    known = found[1].startswith(_SUNDAY_PAPERS)
    signed = _BYLINE.match(line) is not None or _IN_PRINT.search(line) is not None
    return found if known or signed else None  # "Schwerer Unfall am Morgen | 26.08.2024" is a title


def _names(part: str) -> bool:
    words = part.split()
    return len(words) in range(1, 5) and all(_NAME.match(word) for word in words)


def _is_byline(part: str) -> bool:
    match = _BYLINE.match(part)
    if match is None:
        return False
    words = part[match.end() :].replace("|", " ").split()
    if not words:
        return True
    if any(word.casefold() in _NO_NAMES for word in words):
        return False
    named = sum(1 for word in words if _NAME.match(word))
    return (
        len(words) <= 10
        and (named > 0 or "|" in part)
        and all(_NAME.match(word) or word.casefold() in _LINKS for word in words)
        and words[-1].casefold() not in _LINKS - {"und", "mit"}
    )


def _is_place(part: str, line: str) -> bool:
    """ "Berlin" in "Berlin, 3. Mai 2024"."""
    words = part.split()
    return line.startswith(f"{part},") and len(words) <= 3 and _NAME.match(words[0]) is not None
