"""Years: „Ende 2021“, „1914–1918“, „1994“, „2024/25“, and numbers that only look like one."""

from __future__ import annotations

import re

from timeline.german.closed_classes import ABOUT, DEFINITE_ARTICLES
from timeline.german.grammar.common import BC, TO, RuleBook, is_before_christ
from timeline.german.meaning import CalendarDate, Period, Turn
from timeline.german.pattern import Built, Match
from timeline.german.pattern import Part as Piece
from timeline.german.tables import table
from timeline.german.verb_forms import FINITE, forms

book = RuleBook()
RULES = book.rules
rule = book.rule


@rule(
    "Jahr",
    "p:PARTOF (des)? (Jahres | Jahrs | Jahr)? y:YEAR",
    "anno Domini? y:YEAR",
    f"(Jahr | Jahre | Jahres | Jahren) y:(YEAR | YEAR3) bc:{BC}?",
    f"(Jahr | Jahre | Jahres) y:NUM bc:({BC} | n . Chr | nach Christus)",
    f"y:(YEAR | NUM) bc:{BC}",
    "y:(YEAR | NUM) bc:(n . Chr | nach Christus)",
    f"a:(YEAR | NUM) {TO} b:(YEAR | NUM) {BC}",
    examples=("Ende 2021", "im Jahr 1894", "480 v. Chr."),
)
def year_marked(m: Match) -> Built:
    if m.has("b"):
        i, j = m.index("a"), m.index("b")
        begin, last = m.get("a", "YEAR", "NUM"), m.get("b", "YEAR", "NUM")
        pieces = [Piece(i, i + 1, CalendarDate(begin, bc=True))]
        return [*pieces, Piece(j, m.end, CalendarDate(last, bc=True))] if begin > last else None
    y = m.get("y", "YEAR", "YEAR3", "NUM")
    bc = m.has("bc") and m.word("bc").lower() in ("v", "vor")
    if not isinstance(y, int):
        return None
    return CalendarDate(y, part=m.get("p", "PARTOF"), bc=bc)


@rule(
    "Jahre von bis",
    f"(Jahren | Jahre | Jahr)? a:YEAR {TO} (zum)? (Jahr)? b:YEAR",
    "a:YEAR (bis | DASH | HYPHEN) b:MINUTE",
    examples=("von 1999 bis 2008", "1914–1918", "zwischen 1914 und 1918"),
)
def years(m: Match) -> Built:
    i, j = m.index("a"), m.index("b")
    a, b = m.get("a", "YEAR"), m.get("b", "YEAR", "MINUTE")
    if m.prep == "von" and "auf" in m.tokens[i:j] and b != a + 1:
        return None  # „von 1200 auf 1400 Plätze“
    if not (year_stands(m, a)) or (j + 1 < len(m.tokens) and m.after_values().get("COUNTED")):
        return None
    bc = is_before_christ(m) and a > b
    if b < 100 and not bc:
        b += a // 100 * 100
        if b <= a or (m.after() in (".", ":") and m.after(1)[:1].isdigit()):
            return None
    # „zwischen den Jahren 1914 und 1918“ is one stretch, „in den Jahren 1914 und 1918“ are two
    two = "und" in m.tokens[i:j] and m.prep != "zwischen"
    first = Piece(i if two else m.start, i + 1, CalendarDate(a, bc=bc))
    return [first, Piece(j, j + 1, CalendarDate(b, bc=bc))]


@rule(
    "Jahreszahl",
    "y:YEAR",
    examples=("1994", "(1871)", "seit 2001"),
)
def bare_year(m: Match) -> Built:
    y = m.get("y", "YEAR")
    return CalendarDate(y) if year_stands(m, y) else None


def _counts_nothing(m: Match) -> bool:
    """„für 2017 2,51 Milliarden“, „passierten 2007 2,18 Millionen“: two numbers side by side."""
    return m.prep == "für" or (m.before().islower() and bool(forms(m.before()) & FINITE))


_YEAR_PREPS = {"seit", "bis", "ab", "von", "vor", "nach", "um", "für", "gegen", "zwischen", "in"}


def year_stands(m: Match, y: int) -> bool:
    """Is a bare four-digit number a year? „1450 Mark“, „Agenda 2030“ and „2.000“ are not."""
    before, after = m.before(), m.after()
    bv, av = m.before_values(), m.after_values()
    if before == "." and "LABEL" in m.before_values(2):
        return False  # „Nr. 1924“
    if "NAME" in av and (
        before in ("mindestens", "insgesamt", "rund", "etwa") or m.prep in ("auf", "bei", "mit")
    ):
        return False  # „auf 1834 Metern Höhe“
    if _names_a_thing(m, y):
        return False
    if (
        before == "auf"
        and m.before_values(2).get("YEAR", y) != y - 1
        and m.before(3).lower() == "von"
    ):
        return False  # „stieg von 1850 auf 1920“
    if m.prep == "von" and after == "auf" and m.after_values(1).get("YEAR", 0) != y + 1:
        return False
    if "COUNTED" in av or "%" in av or "€" in av or "§" in bv:
        return False
    if "LABEL" in bv and not _is_of_club(m, y):
        return False
    if before == "zu" and m.before(2) == "bis":
        return False  # „bis zu 2000 Besucher“
    # „fallen bis 2030 35 000 Stellen weg“, „sind für 2017 2,51 Milliarden vorgesehen“
    told = m.det == "" and (
        m.prep in ("bis", "seit", "ab") or (_counts_nothing(m) and "," in after)
    )
    told = told and m.after(1) != "-"  # „für 2000 0,5-Liter-Flaschen“
    if bv.keys() & {"DIGITS", "/", "$", "€", "•"} or ("DIGITS" in av and not told):
        return False  # phone numbers, accounts, sums
    if m.before() in ("–", "-") and "LABEL" in m.before_values(3):
        return False  # „Seiten 1914–1918“
    if "LABEL" in m.before_values(3) and m.before(2) in ("der", "des"):
        return False  # „Platz der Republik 1“, „Haus der Jugend 1953“
    if after in ("/", "-") and m.after(1)[:1].isalnum() and not av.get("DASH"):
        return False
    if before in ("-", "+", "=", "#", "@", "_"):
        return False
    if y % 100 == 0 and not m.prep and before.lower() in _MORE:
        return False  # „erst 900 Dollar, dann 1900“
    if m.prep in _YEAR_PREPS or before in ("(", "–", "—"):
        pass
    elif before in ("der", "die", "das") and m.before(2) == "," and after in _WHERE and y % 100:
        pass  # „ein Ort, der 1362 in der Flut unterging“
    elif before == "wurde" and (after in _WHERE or after in ("bei", "von", "nach", "als")):
        pass  # „wurde 1362 in der Flut zerstört“: of a number it would be „wurden“
    elif y >= _FIRST_MENTIONED and not _FOUNDED.isdisjoint(m.tokens[:2]):
        return True  # „Erbaut wurde die Burg 1248“
    elif before in ("erstmals", "erstmalig") and after in (".", ",", ")", "in", "im", "von"):
        return True  # „Erwähnt wird der Brauch erstmals 1591“
    elif ("QUOTE" in av and "QUOTE" not in bv and quoted_name(m)) or (
        not 1700 <= y <= 2100
        and not (y >= 1400 and ("WORD" in av or after in (",", ")", "in", "von")))
        and not _PARTICIPLE.match(after)
    ):
        return False
    if after[:1].isupper() and "NAME" in av and m.prep not in ("seit", "bis", "ab", "im"):
        # „2000 Eisenbahner“: a round number before a plural noun counts; a year seldom is round
        return not (y % 100 == 0 or (y % 10 == 0 and after.endswith(("en", "er"))))
    return 1200 <= y <= 2100 or m.prep in ("um", "seit", "bis")


#: how a sentence begins that ends with a year of long ago
_FOUNDED = frozenset(
    ("Erbaut", "Gegründet", "Errichtet", "Erwähnt", "Erstmals", "Gestiftet", "Geweiht", "Gebaut",
     "Entstanden", "Zerstört", "Geboren")
)  # fmt: skip
_FIRST_MENTIONED = 500
#: capitals that name a thing with years, not one with a number
_YEARLY = {"WM", "EM", "ESC", "BIP", "IAA", "CES", "COP", "ITB", "SEK", "TV"}
#: capitals of states, parties and firms: „seit Gründung der DDR 1949“
_BODIES = {
    "AG", "KG", "SE", "DDR", "BRD", "USA", "EU", "EG", "EWG", "UN", "UNO", "NATO", "CDU", "CSU",
    "SPD", "FDP", "PDS", "SED", "KPD", "ÖVP", "SPÖ", "FPÖ", "SVP", "SP", "GUS", "RAF", "ARD", "ZDF",
    "ORF", "SRF", "BBC", "GAU",
}  # fmt: skip
_ADVERBS = table(
    """
    spätestens frühestens erst bereits schon noch auch voraussichtlich
    """
)
_MORE = ABOUT | {
    "dann", "noch", "nur", "weitere", "weiteren", "fast", "über", "als", "mindestens", "höchstens",
    "circa", "ca",
}  # fmt: skip
#: behind a year, and never behind what a number counts
_WHERE = {"in", "im", "vom", "durch"}
#: what is sold under a name with four digits
_PRODUCTS = {"Peugeot", "Porsche", "Exchange"}
_SELF = {"Bund", "Plan"}  # „was der Bund 2025 zahlt“
_CLUBS = ("verein", "club", "klub", "straße", "strasse", "chor", "garde", "bund", "plan")


def _names_a_thing(m: Match, y: int) -> bool:
    """„TSV 1860“, „Turnverein 1861“, „Energie 2050“, „Flug LH 2024“, Orwells „1984“."""
    before, bv, av = m.before(), m.before_values(), m.after_values()
    if "QUOTE" in bv and ("QUOTE" in av or m.after() == ":"):
        return True
    if before.lower() in _ADVERBS:
        return False
    if m.prep or not before[:1].isupper() or not bv.keys() & {"NAME", "LABEL", "FUTURE"}:
        return before == "Zukunft" or (before == "Zero" and y > 2029)
    known = _YEARLY | _BODIES
    if before.isupper() and len(before) <= 4 and before not in known:
        return True
    if any(c.isupper() for c in before[1:]) and len(before) <= 6 and before not in known:
        return True  # SpVgg, VfL
    if before in _PRODUCTS and not _PARTICIPLE.match(m.after()):
        return True
    clubs = (w.lower().endswith(_CLUBS) and w not in _SELF for w in (before, m.before(2)))
    return y >= 2030 or (any(clubs) and not _is_of_club(m, y))


_BARE_CLUBS = frozenset(("klub", "club", "verein", "chor"))


def _is_of_club(m: Match, y: int) -> bool:
    """„führten den Klub 2014 in die Liga“: clubs that name themselves so take a rounder year."""
    led = m.before(2).lower() in DEFINITE_ARTICLES
    if led and m.before() == "Haus" and m.before(3) == "wurde":
        return True  # „Gegründet wurde das Haus 1897“
    club = m.before().lower() in _BARE_CLUBS  # „der Tennisclub 1974“ is a name
    return led and club and y > 1950


#: „1248 geweiht“: with it even an early number is a year
_PARTICIPLE = re.compile(r"(?:ge|er|be|ver|zer|ent)[a-zäöüß]+(?:t|en)$|urkundlich$|erstmals$")


def quoted_name(m: Match) -> bool:
    """„Modell 1874“: the quotation opens at most three words before the number."""
    return any("QUOTE" in m.before_values(k) for k in range(2, 6))


@rule(
    "Doppeljahr",
    "(Saison | Spielzeit | Schuljahr | Geschäftsjahr | Jahr | Jahre | Jahres | Jahreswechsel)?"
    " y:YEARSPAN",
    "(Saison | Spielzeit | Schuljahr | Geschäftsjahr) y:SHORTSPAN",
    "s:(Wintersemester | Sommersemester) y:(YEARSPAN | YEAR)?",
    examples=("2024/25", "in der Saison 2024/25", "im Schuljahr 2024/25"),
)
def double_year(m: Match) -> Built:
    y = m.get("y", "YEARSPAN", "SHORTSPAN", "YEAR")
    if m.has("s"):
        return Period("SW" if m.word("s").startswith("W") else "SS", year=y)
    named = m.tokens[m.start]
    if named == "Jahreswechsel":
        return Turn("Y", y)
    return Period(_DOUBLE.get(named, "SY"), y)


_DOUBLE = {"Schuljahr": "SJ", "Saison": "SZ", "Spielzeit": "SZ"}
