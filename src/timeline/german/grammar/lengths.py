"""Lengths of time and what is counted with them: „vor drei Wochen“, „zwei Tage zuvor“,
„sechs Stunden lang“, „35-Stunden-Woche“."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from timeline.german.closed_classes import ABOUT
from timeline.german.direction_words import HAPPENINGS
from timeline.german.grammar.common import RuleBook
from timeline.german.meaning import (
    Amount,
    Feast,
    Shift,
    UnitStep,
)
from timeline.german.pattern import Built, Match
from timeline.german.pattern import Part as Piece

book = RuleBook()
RULES = book.rules
rule = book.rule

NUMBER = "(n:(NUM | BIG | DECIMAL) | n:NUM h:HALF | h:HALF | v:VAGUEN | ein v:VAGUEN | DUTZEND)"
COUNT = f"APPROX* (mehr als | weniger als | bis zu)? {NUMBER} FILLER* WORD?"


_BLURRED = frozenset(
    (
        *ABOUT, "circa", "zirka", "ca", "ungefähr", "knappe", "knappes", "knappen",
        "gute", "guten", "gutes", "fast", "beinahe", "nahezu", "annähernd", "kaum",
        "schätzungsweise",
    )
)  # fmt: skip


#: „ein paar ruhige Wochen“: any adjective may stand before the unit
_ADJECTIVE = re.compile(r"[a-zäöüß]{3,}(?:e|en|er|es)$")


def amount(m: Match) -> Amount | None:
    """The length bound in a match: ``n`` (number), ``h`` (half), ``v`` (vague), ``u`` (unit)."""
    unit = m.get("u", "UNIT")
    if unit is None:
        return None
    number: float | None = m.get("n", "NUM", "BIG", "DECIMAL")
    if m.has("h"):
        number = 0.5
    first, last = m.start, m.index("u")
    if "WORD" in m.values[last - 1] and not _ADJECTIVE.match(m.tokens[last - 1]):
        return None
    words = {m.tokens[i].lower() for i in range(first, last)}
    approx = bool(words & _BLURRED)
    mod = None
    if "mehr" in words or "über" in words:
        mod = "MORE_THAN"
    elif words & {"knapp", "fast", "beinahe", "nahezu", "knappe", "knappes", "kaum"}:
        mod = "LESS_THAN"
    elif approx:
        mod = "APPROX"
    if number is None and not m.has("v"):
        number = 12.0 if any("DUTZEND" in m.values[i] for i in range(first, last)) else None
    return Amount(unit, number, approx, mod=mod)


#: stems of what an adjective may say of a length
_MEASURING = (
    "ganz", "voll", "weiter", "knapp", "halb", "einzig", "zusätzlich", "komplett", "geschlagen",
)  # fmt: skip
_OLD = {"alt", "alte", "alten", "alter", "altes", "jung", "junge", "jungen", "jünger", "älter"}
_SOMEBODY = {"Alter", "Mann", "Frau", "Kind", "Junge", "Bub", "Mädchen", "Greis", "Mensch"}


_LIMITS = ("rentenalter", "pensionsalter", "eintrittsalter", "mindestalter", "höchstalter")


def _is_age(m: Match) -> bool:
    """„zwei Jahre alt“, „mit 79 Jahren“, „ab 16 Jahren“, „im Alter von …“, „unter 20 Jahren“.

    „mit zwei Jahren Verspätung“ and „seit über 20 Jahren“ are lengths.
    """
    if m.after().lower() in _OLD or "Alter" in m.tokens[max(0, m.start - _PHRASE) : m.start]:
        return True
    if m.prep in ("auf", "von") and any(m.before(i).lower().endswith(_LIMITS) for i in range(2, 8)):
        return True  # „das Rentenalter auf 67 Jahre anheben“
    if not m.before() and m.after() in ("wurde", "wird", "würde"):
        return True  # „90 Jahre wurde am Montag …“
    apposed = m.before() in (",", "(") and m.after() in (",", ")")
    if apposed and m.before(2)[:1].isupper() and m.end - m.start == _BARE:
        return True  # „Mareike, zwölf Jahre, …“
    if m.has("l") or m.word("u").lower() != "jahren":
        return False
    if m.prep in ("mit", "ab"):
        return "NAME" not in m.after_values()
    if m.prep == "von":
        return m.before(2) in _SOMEBODY
    limit = m.before().lower() in ("unter", "über") or m.tokens[m.start].lower() == "über"
    return limit and m.prep in ("", "über", "von", "ab", "bis", "zwischen")


_BARE = 2  # tokens: number and unit


def _only_describes(m: Match) -> bool:
    """„ein guter Tag für die Wirtschaft“ measures nothing, „ein ganzer Tag“ does."""
    last = m.index("u") - 1
    word = m.tokens[last].lower()
    if word.startswith("lang"):
        return word == "langer"  # „es wurde ein langer Tag“, but „sie tagten einen langen Tag“
    return last > m.index("n") and not word.startswith(_MEASURING)


@rule(
    "Zeitspanne",
    f"{COUNT} u:UNIT (und n2:NUM h2:HALF? u2:UNIT)?",
    f"{COUNT} u:UNIT l:LONG",
    f"über {NUMBER} u:UNIT",
    "n:NUM (bis | oder | DASH | HYPHEN) (zu)? k:NUM u:UNIT l:LONG?",
    "n:NUMWORD DUTZEND u:UNIT",
    examples=(
        "drei Wochen",
        "anderthalb Jahre",
        "sechs Stunden lang",
        "zwei Jahre und neun Monate",
    ),
)
def length(m: Match) -> Built:
    a = amount(m)
    if a is None or "ORDNUM" in m.values[m.start]:
        return None
    if m.has("k"):
        a = Amount(a.unit, m.get("k", "NUM"), True)
    more: tuple[tuple[str, float], ...] = ()
    if m.has("n2"):
        more = ((m.get("u2", "UNIT"), m.get("n2", "NUM") + 0.5 * m.has("h2")),)
    fixed = m.has("l") or m.after() in ("lang", "alt", "alte", "alten", "alter", "altes", "jung")
    if a.unit == "Y" and _is_age(m):
        return None
    one = m.has("n") and m.get("n", "NUM") == 1 and m.word("n").lower().startswith("ein")
    if one and m.prep == "von" and m.after() == "auf":
        return None  # „von einem Tag auf den anderen“
    if one and a.unit == "D" and m.word("n").lower() in ("eines", "einer") and not m.has("l"):
        return None  # „eines Tages“
    if one and a.unit == "D" and not m.prep and _only_describes(m):
        return None
    if one and a.unit == "WE" and not m.prep:
        return Amount("WE", 1)
    return Amount(a.unit, a.number, a.approx, more, fixed, a.mod)


@rule(
    "Vierteljahrhundert",
    "APPROX* n:NUM FILLER* f:UNITFRACTION l:LONG?",
    examples=("ein Vierteljahrhundert", "eine Dreiviertelstunde lang"),
)
def fraction(m: Match) -> Built:
    unit, part = m.get("f", "UNITFRACTION")
    approx = any(m.tokens[i].lower() in _BLURRED for i in range(m.start, m.index("f")))
    return Amount(unit, part * m.get("n", "NUM"), approx, fixed=m.has("l"))


@rule(
    "Zeitspanne danach",
    f"{COUNT} u:UNIT d:(LATER | EARLIER)",
    "u:UNITPLURAL d:(LATER | EARLIER)",
    f"{COUNT} u:UNIT e:(nachdem | bevor)",
    f"{COUNT} u:UNIT ago:AGO",
    examples=("zwei Tage zuvor", "acht Jahre später", "elf Monate nachdem"),
)
def shifted(m: Match) -> Built:
    a = amount(m) if m.index("u") > m.start else Amount(m.get("u", "UNIT"), None)
    if a is None:
        return None
    if m.has("ago"):
        if m.prep or (m.word("ago").lower() == "zurück" and not _reaches_back(m)):
            return None  # „kehrte nach drei Tagen zurück“: it belongs to the verb
        return Shift(a, -1, anchored=False)
    if m.has("e"):
        # „elf Monate nachdem X“: what the clause tells lies before the sentence's own time
        return Shift(a, -1 if m.word("e") == "nachdem" else 1, clause=True)
    each = "jeweils" in (m.before().lower(), m.before(2).lower())
    waits = m.after().startswith(("gewart", "wart"))
    than = m.after() == "als" or (m.after().islower() and m.after(1) == "als")
    if m.has("d") and (than or waits or each):
        return a  # „ein Jahr früher (reif) als geplant“, „zehn Jahre darauf gewartet“
    if m.prep in ("vor", "seit", "in", "bis") and m.index("u") == m.start:
        return Amount(a.unit, None)
    led = [word.lower() for word in m.tokens[max(0, m.start - 3) : m.index("u")]]
    to_the_day = any(pair == ("tag", "genau") for pair in pairwise(led))
    return Shift(replace(a, exact=to_the_day), m.get("d", "LATER", "EARLIER"))


#: verbs of how far something lies back, by their stems
_LYING_BACK = ("lieg", "lag", "läg", "reich", "datier", "geh", "ging", "blick", "denk", "führ")


def _reaches_back(m: Match) -> bool:
    """„liegt drei Jahre zurück“, „Drei Jahre zurück: …“; but „wirft ihn drei Jahre zurück“."""
    return not m.before() or any(w.lower().startswith(_LYING_BACK) for w in m.tokens[: m.start])


@rule(
    "Zeitspanne vor oder nach einem Tag",
    f"{COUNT} u:UNIT s:(vor | nach) (dem)? f:FEAST y:YEAR?",
    f"{COUNT} u:UNIT s:(vor | nach) (DET | THIS | seinem | seiner | ihrem | ihrer | einem | einer)",
    examples=("zwei Tage vor Weihnachten", "drei Tage nach dem Urteil"),
)
def before_feast(m: Match) -> Built:
    a = amount(m)
    if a is None or m.prep in ("vor", "seit", "nach", "in", "bis", "für", "binnen"):
        return None
    sign = -1 if m.word("s") == "vor" else 1
    if m.has("f"):
        return Shift(a, sign, base=Feast(m.get("f", "FEAST"), m.get("y", "YEAR")))
    if a.unit.startswith("T") or "NAME" not in m.after_values():
        return None
    i = m.index("s")
    return [Piece(m.start, i, Shift(a, sign, clause=True, event=m.after()))]


@rule(
    "Tag vor oder nach einem Ereignis",
    "Tag s:(vor | nach) (DET | THIS | seinem | seiner | ihrem | ihrer)",
    "w:Woche s:(vor | nach) dem? d:(DAY | DATENUM)",
    "Tag s:(vor | nach) dem? d:(DAY | DATENUM)",
    examples=("am Tag nach dem Brand", "am Tag vor der Wahl", "in der Woche vor dem 3. Mai"),
)
def day_beside(m: Match) -> Built:
    at = m.index("s")
    if m.has("w"):
        return [Piece(m.start, at, Amount("W", 1))] if m.prep == "in" else None
    noun = next((w for w in m.tokens[m.end : m.end + _PHRASE] if not w[0].islower()), "")
    if m.prep not in ("am", "bis", "seit") or not (m.has("d") or noun.lower().endswith(HAPPENINGS)):
        return None  # „am Tag vor dem Bildschirm“
    return [Piece(m.start, at, UnitStep("D", 1 if m.word("s") == "nach" else -1, anchored=True))]


_PHRASE = 4  # words


@rule(
    "zwei Winter",
    "n:NUMWORD FILLER* s:SEASON l:LONG?",
    examples=("zwei Winter", "drei Sommer lang"),
)
def seasons(m: Match) -> Built:
    """Counted seasons are a length: P2WI."""
    number, (name, part) = m.get("n", "NUM"), m.get("s", "SEASON")
    counted = number >= 2 and part is None and m.after() not in _COUNTED_FROM
    return Amount(name, number, fixed=True) if counted else None


@rule(
    "den ganzen Tag",
    "(ganze | ganzen | ganzes) (u:UNIT | p:PARTN) (lang | über | hindurch)?",
    examples=("den ganzen Tag", "die ganze Nacht lang", "das ganze Jahr über"),
)
def whole(m: Match) -> Built:
    """One of its kind from end to end; a part of the day is a length as well: PT1NI."""
    if m.has("p"):
        return Amount("T" + m.get("p", "PARTN"), 1, fixed=True)
    unit = m.get("u", "UNIT")
    if "YEAR" in m.after_values():
        return None  # „im ganzen Jahr 2000“
    plural = m.word("u").endswith(("e", "en", "n")) and unit not in ("W", "TM", "TH", "TS")
    return None if plural else Amount(unit, 1, fixed=True)


#: with these „noch Jahre“ counts from something
_COUNTED_FROM = {"vor", "nach", "später", "danach", "darauf", "zuvor", "davor", "früher", "vorher"}


@rule(
    "die Jahre",
    "die u:UNITPLURAL",
    "noch k:UNITPLURAL",
    "(das | der | die | den) u:UNIT , (in | an) (dem | der | denen)",
    examples=("die Jahre der Stille", "das Jahr, in dem alles begann", "noch Monate"),
)
def some_time(m: Match) -> Built:
    """A stretch of time that is talked about and not dated: DURATION PXY, P1Y."""
    if m.has("k"):  # „noch Monate mit den Folgen leben“
        still = m.after() not in _COUNTED_FROM and m.before(2).lower() != "weder" and not m.prep
        return [Piece(m.end - 1, m.end, Amount(m.get("k", "UNIT"), None))] if still else None
    unit, last = m.get("u", "UNIT"), m.index("u") + 1
    if m.end > last:
        return [Piece(m.start, last, Amount(unit, 1, fixed=True))]
    return Amount(unit, None, fixed=True) if not m.prep else None


@rule(
    "bloße Einheit",
    "u:UNITPLURAL",
    "u:(Jahresfrist | Stundenfrist)",
    examples=("seit Wochen", "vor Jahren"),
)
def bare_units(m: Match) -> Built:
    if m.tokens[m.start] == "Jahresfrist":
        return Amount("Y", 1) if m.prep in ("binnen", "innerhalb", "vor", "nach") else None
    lasts = m.after().startswith("dauer") or m.after() == "gedauert"
    if not lasts and m.prep not in ("seit", "vor", "nach", "über", "für", "binnen", "innerhalb"):
        return None
    if m.det:
        return None
    return Amount(m.get("u", "UNIT"), None)


@rule(
    "tagelang",
    "u:UNITLONG",
    examples=("jahrelang", "tagelang"),
)
def unit_long(m: Match) -> Built:
    return Amount(m.get("u", "UNITLONG"), None, fixed=True)


@rule(
    "N-Einheiten-Einheit",
    "n:NUM HYPHEN u:UNIT HYPHEN (Woche | Tag | Takt | Rhythmus)",
    examples=("35-Stunden-Woche",),
)
def hyphenated(m: Match) -> Built:
    return Amount(m.get("u", "UNIT"), m.get("n", "NUM"), fixed=True)


#: what lasts years, unlike who is so many years old
_LASTING = re.compile(
    r"(?i:zeit|pause|haft|strafe|dauer|frist|vertrag|tätigkeit|arbeit|krieg|verhandlung(?:en)?"
    r"|ausbildung|studium|lehre|planung|vorbereitung|suche|sperre|ehe|beziehung|aufenthalt"
    r"|abwesenheit|umbau|sanierung|renovierung|streit|kampf|prozess|verfahren|exil|erfahrung"
    r"|bestehen|jubiläum|herrschaft|phase|periode|zeitraum|mandat|mitgliedschaft|projekt|bewährung"
    r"|moratorium|forschung|besatzung|belagerung|amtsführung|unterbrechung|wartefrist|verspätung"
    r"|zusammenarbeit|entwicklung|krise|dürre|verbannung|gefangenschaft)(?:e?s|en|n)?$"
)


@rule(
    "zweijährig",
    "a:UNITADJ",
    "n:NUM HYPHEN a:UNITADJ",
    examples=("dreitägiges", "nach zweijähriger Pause"),
)
def unit_adjective(m: Match) -> Built:
    number, unit = m.get("a", "UNITADJ")
    if m.has("n"):
        number = m.get("n", "NUM")
    if number is None or (m.before() == "-" and not m.has("n")):
        return None
    if unit == "Y" and not _LASTING.search(m.after()):
        return None  # „der 20-jährige Fahrer“ is an age
    if m.word("a").istitle() and m.after() == "Krieg":
        return None  # „der Dreißigjährige Krieg“ is a name
    return Amount(unit, number, fixed=True)
