"""Feasts: „Karfreitag“, „an Ostern 2024“, „zweiter Weihnachtsfeiertag“, „erster Advent“."""

from __future__ import annotations

from timeline.german.feasts import SCHOOL_HOLIDAYS
from timeline.german.grammar.common import (
    YEAR_NUMBER,
    YEAR_POINTED,
    RuleBook,
    looks_like_a_name,
    year_of,
)  # fmt: skip
from timeline.german.meaning import Amount, Feast, Shift, WeekdayByFeast
from timeline.german.pattern import Built, Match

book = RuleBook()
RULES = book.rules
rule = book.rule

YEAR = f"(,? {YEAR_NUMBER} | y:YEARSPAN | {YEAR_POINTED})"
FIRST = "last:(letzten | letzte | letzter) | first:(ersten | erste | erster)"
#: capitals before a feast that are no first name
_CONJUNCTIONS = {"Weil", "Wenn", "Dass", "Da", "Ob", "Obwohl", "Während", "Und", "Doch", "Aber",
                 "Wegen", "Trotz", "Dank", "Außer", "Neben"}  # fmt: skip
#: feast names that are also everyday words or names need a preposition or a year
_AMBIGUOUS = {"Himmelfahrt", "Auffahrt", "Nikolaus", "Dreikönig", "Neujahr", "Halloween", "Bettag",
              "Martini", "Lichtmess", "Josefi", "Leopoldi", "Fastenzeit",
              *SCHOOL_HOLIDAYS}  # fmt: skip
#: „der Unterschied zwischen den Jahren“
_COMPARED = {"Unterschied", "Unterschiede", "Vergleich", "Abstand", "Abstände", "Schwankungen"}

#: names of several words: what a match of them is called here → their pattern and the feast's key
_PHRASES = {
    "arbeit": ("(Tag | Tags | Tages) der Arbeit", "Tag der Arbeit"),
    "einheit": ("(Tag | Tages) der deutschen Einheit", "Einheit"),
    "buss": ("(Buß | Buss) (HYPHEN | DASH) und Bettag", "Bußtag"),
    "dank": ("Dank (HYPHEN | DASH) , (Buß | Buss) (HYPHEN | DASH) und Bettag", "Bettag"),
    "frau": ("(Hohen | Hoher | Hohe) (Frauentag | Frauentags)", "Mariä Himmelfahrt"),
    "martin": ("Sankt Martin", "Martinstag"),
    "koenige": ("Heilige Drei Könige", "Dreikönig"),
    "unsinn": ("(Unsinnigen | Unsinnige | Unsinniger) Donnerstag", "Weiberfastnacht"),
    "schmutz": (
        "(Schmutzigen | Schmutzige | Schmutziger | Schmotzigen | Schmotzige | Schmotziger)"
        " Donnerstag",
        "Weiberfastnacht",
    ),
    "gedenk": ("Holocaust (HYPHEN | DASH) (Gedenktag | Gedenktages)", "Holocaust-Gedenktag"),
    "weiss": ("(Weißer | Weißen | Weiße | Weisser | Weissen | Weisse) Sonntag", "Weißer Sonntag"),
    "herz": ("Herz (HYPHEN | DASH) Jesu (HYPHEN | DASH) Sonntag", "Herz-Jesu-Sonntag"),
}


@rule(
    "Feiertag",
    f"w:WHICH? f:FEAST {YEAR}?",
    f"p:FEASTPART {YEAR}?",
    f"Christi f:FEAST {YEAR}?",
    f"Mariä maria:(Himmelfahrt | Empfängnis) {YEAR}?",
    f"(Heiligen | Heilige | Heiliger) abend:PARTN {YEAR}?",
    *(f"{name}:({words}) {YEAR}?" for name, (words, _) in _PHRASES.items()),
    "zwischen den turn:Jahren",
    examples=("Karfreitag", "an Ostern 2024", "Christi Himmelfahrt", "am Heiligen Abend"),
)
def feast_day(m: Match) -> Built:
    year = year_of(m)
    for name, (_, key) in _PHRASES.items():
        if m.has(name):
            return Feast(key, year)
    if m.has("turn"):
        numbered = {"YEAR", "NUM", "DECADE"} & m.after_values().keys()
        compared = m.before() in _COMPARED
        return None if numbered or compared else Feast("zwischen den Jahren")
    if m.has("maria"):
        return Feast("Mariä " + m.word("maria").capitalize(), year)
    if m.has("abend"):
        return Feast("Heiligabend", year) if m.get("abend", "PARTN") == "EV" else None
    if m.has("p"):
        key, part = m.get("p", "FEASTPART")
        return Feast(key, year, part)
    word = m.word("f")
    bare = not m.prep and not m.has("w") and year is None
    if bare and looks_like_a_name(m) and m.before() not in _CONJUNCTIONS:
        return None
    named = m.tokens[m.start] == "Christi"
    if m.after() == "-" or m.before() == "-":
        return None
    paired = m.before() in ("und", "oder", "bis")
    label = m.after() == ":" and not m.prep  # „Neujahr: Messe um 10 Uhr“
    of_holidays = word in SCHOOL_HOLIDAYS and m.det == "der"  # „zum Ende der Osterferien“
    led = m.prep or of_holidays
    if word.capitalize() in _AMBIGUOUS and not (led or named or paired or year or label):
        return None
    key = "Himmelfahrt" if named else m.get("f", "FEAST")
    return Feast(key, year, step=m.get("w", "WHICH"))


@rule(
    "Wochentag vor oder nach einem Feiertag",
    f"({FIRST})? d:WEEKDAY s:(vor | nach) (dem | den | Christi)? f:FEAST {YEAR}?",
    f"({FIRST})? u:(Wochenende | Woche) s:(vor | nach) (dem | den | Christi)? f:FEAST {YEAR}?",
    f"t:(Tag | Abend) s:(vor | nach) (dem | den | Christi)? f:FEAST {YEAR}?",
    examples=(
        "am Samstag vor Ostern",
        "am letzten Wochenende vor Ostern",
        "am Tag vor Heiligabend",
    ),
)
def weekday_by_feast(m: Match) -> Built:
    sign = -1 if m.word("s") == "vor" else 1
    if m.has("t"):
        return Shift(Amount("D", 1), sign, base=Feast(m.get("f", "FEAST"), year_of(m)))
    if (m.has("last") and sign > 0) or (m.has("first") and sign < 0):
        return None  # „der letzte Samstag nach Ostern“
    feast, year = m.get("f", "FEAST"), year_of(m)
    if m.has("u"):
        return WeekdayByFeast(m.get("u", "UNIT"), sign, feast, year)
    return WeekdayByFeast(m.get("d", "WEEKDAY"), sign, feast, year)


@rule(
    "Weihnachtsfeiertag",
    f"n:ORD (Weihnachtsfeiertag | Weihnachtstag | Feiertag | Weihnachtsfeiertags) {YEAR}?",
    examples=("am zweiten Weihnachtsfeiertag",),
)
def christmas_day(m: Match) -> Built:
    n = m.get("n", "ORD")
    if "Feiertag" in m.tokens[m.start : m.end] and m.prep != "am":
        return None
    return Feast(f"Weihnachtstag {n}", year_of(m)) if n in (1, 2) else None


@rule(
    "Advent",
    "n:ORD (Advent | Adventssonntag | Adventsonntag | Adventswochenende | Adventwochenende)"
    f" {YEAR}?",
    f"(Advent | Adventszeit) {YEAR}?",
    examples=("am ersten Advent", "im Advent"),
)
def advent(m: Match) -> Built:
    if not m.has("n"):
        return Feast("Advent", year_of(m)) if m.prep else None
    n = m.get("n", "ORD")
    return Feast(f"Advent {n}", year_of(m)) if n <= 4 else None
