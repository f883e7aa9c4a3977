"""Seasons, quarters, half years, calendar weeks, decades and centuries."""

from __future__ import annotations

from timeline.german.closed_classes import GENITIVES
from timeline.german.grammar.common import (
    YEAR_NUMBER,
    YEAR_POINTED,
    RuleBook,
    is_before_christ,
    looks_like_a_name,
    points_at_what_follows,
    short_year,
    year_of,
)  # fmt: skip
from timeline.german.meaning import Part, Period, RelativeYear, UnitStep
from timeline.german.pattern import Built, Match
from timeline.german.pattern import Part as Piece
from timeline.german.tables import table

book = RuleBook()
RULES = book.rules
rule = book.rule

YEAR = f"(,? {YEAR_NUMBER} | y:YEARSPAN | {YEAR_POINTED})"


@rule(
    "Jahreszeit",
    f"p:PARTOF (des | der)? w:WHICH? s:SEASON {YEAR}?",
    f"p:PARTADJ s:SEASON {YEAR}?",
    f"w:WHICH? s:SEASON {YEAR}?",
    "s:SEASON y1:YEAR (/ | HYPHEN | DASH | auf) MINUTE",
    "s:SEASON y1:SHORTSPAN",
    "s:SEASON QUOTE yy:NUM",
    "t:(THAT | SAME) s:SEASON",
    "s:SEASON later:(darauf | danach | zuvor | davor)",
    "beside:ANAPH s:SEASON",
    "s:SEASON HEUER",
    "a:YEARADJ s:SEASON",
    examples=("im Sommer", "im Frühjahr 2019", "im kommenden Herbst", "im selben Herbst"),
)
def season(m: Match) -> Built:
    if m.after() == "-" or m.before() == "-":
        return None  # „Sommer-Olympiade“
    name, part = m.get("s", "SEASON")
    part = m.get("p", "PARTOF", "PARTADJ") or part
    year = m.get("y1", "YEAR", "SHORTSPAN") or year_of(m)
    if m.has("yy"):
        year = short_year(m.get("yy", "NUM"))
        if year is None:
            return None
    if m.has("a"):
        year = RelativeYear(m.get("a", "YEARADJ"))
    if m.has("t"):
        year = RelativeYear(0, anchored=True)
    if m.has("later") and points_at_what_follows(m):
        return None
    if m.has("later") or m.has("beside"):
        beside = m.get("later", "LATER", "EARLIER") or m.get("beside", "ANAPH")
        return Period(name, part=part, beside=beside)
    step = m.get("w", "WHICH")
    word = m.word("s")
    if year is None and m.after() in ("des", "seines", "seiner", "ihres", "ihrer"):
        return None  # „der Herbst des Lebens“
    if year is None and step is None and not (m.prep or part):
        if looks_like_a_name(m) or m.before().lower() in ("kein", "keinen", "ein", "einen"):
            return None  # „Theo Sommer“, „noch keinen Sommer“
        if (word.endswith("s") or word.lower() == "lenz") and m.det != "des":
            return None  # „die Winters“
        if word.isupper() and m.after() == ":":
            return None  # „SOMMER: …“, who speaks in an interview
        if not m.before() and m.after()[:1].isupper():
            return None
    if word.endswith("ferien"):
        # „Die Sommerferien beginnen am 27. Juli“ dates nothing by them
        dated = m.prep or part or m.det == "der"
        return Period(name, year=year, step=step, about=True) if dated else None
    return Period(name, year=year, part=part, step=step)


@rule(
    "Quartal und Halbjahr",
    f"n:ORD u:UNIT {YEAR}?",
    f"(Q | H) q:NUM (/ | HYPHEN)? {YEAR}?",
    f"p:PARTOF (des)? n:ORD u:UNIT {YEAR}?",
    f"n:ORD h:Jahreshälfte {YEAR}?",
    "n:ORD week:Wochenhälfte",
    f"n:ORD h:Hälfte des (Jahres | Jahrs) {YEAR}?",
    "half:ORD Hälfte (des | im) n:ORD u:UNIT",
    f"z:(Auftaktquartal | Schlussquartal) {YEAR}?",
    f"n:ORD (und | bis | /) k:ORD u:UNIT {YEAR}?",
    f"r:(I | II | III | IV) .? u:UNIT {YEAR}?",
    examples=("im dritten Quartal 2024", "Q3 2024", "im ersten Halbjahr", "im 19. Jahrhundert"),
)
def quarter(m: Match) -> Built:
    part: Part | None = m.get("p", "PARTOF")
    year = year_of(m)
    if m.has("q"):
        kind = m.tokens[m.start]
        n = m.get("q", "NUM")
        if not (1 <= n <= (4 if kind == "Q" else 2)):
            return None
        return Period(kind, n, year, part)
    if m.has("z"):
        return Period("Q", 4 if m.word("z") == "Schlussquartal" else 1, year)
    n = m.get("n", "ORD")
    if m.has("week"):
        return UnitStep("W", 0, "start" if n == 1 else "end") if n <= 2 else None
    if m.has("r"):
        n = ("I", "II", "III", "IV").index(m.word("r")) + 1
        return Period("Q", n, year) if m.get("u", "UNIT") == "Q" else None
    kind = "H" if m.has("h") else m.get("u", "UNIT")
    if kind in ("Q", "H"):
        return Period(kind, n, year, part) if n <= (4 if kind == "Q" else 2) else None
    if kind == "CE" and 1 <= n <= 30:
        bc = is_before_christ(m)
        if m.has("k"):
            return _two_centuries(m, bc)
        if m.has("half"):
            part = "start" if m.get("half", "ORD") == 1 else "end"
        return Period("CE", n, part=part, bc=bc)
    if kind == "W" and year is not None and isinstance(year, int):
        return Period("W", n, year) if n <= 53 and m.values[m.start].get("ORDNUM") else None
    return None


@rule(
    "Erste Monate",
    f"ersten n:NUM u:UNIT (of:(des Jahres) | {YEAR})?",
    examples=("in den ersten neun Monaten des Jahres", "in den ersten drei Quartalen 2025"),
)
def first_months(m: Match) -> Built:
    months = {"M": 1, "Q": 3}.get(m.get("u", "UNIT"), 0) * m.get("n", "NUM")
    if not (m.prep == "in" and 1 < months < 12):
        return None
    year = year_of(m)
    if not m.has("of") and year is None and m.after().lower() in _OF_WHAT:
        return None  # „in den ersten drei Monaten nach der Geburt“, „ihrer Amtszeit“
    return Period("YM", int(months), year, fixed=m.has("of"))


_OF_WHAT = GENITIVES | table("nach seit mit als danach im in am bei auf unter von ohne")


@rule(
    "Jahrhundertteil",
    "p:(PARTOF | PARTADJ) (des)? n:ORD c:UNIT",
    "n:ORD (und | bis | /) k:ORD c:UNIT",
    examples=("im ausgehenden 19. Jahrhundert",),
)
def century_part(m: Match) -> Built:
    if m.get("c", "UNIT") != "CE":
        return None
    bc = is_before_christ(m)
    if m.has("k"):
        return _two_centuries(m, bc)
    return Period("CE", m.get("n", "ORD"), part=m.get("p", "PARTOF", "PARTADJ"), bc=bc)


def _two_centuries(m: Match, bc: bool) -> Built:
    """„im 18. und 19. Jahrhundert“"""
    i, k = m.index("n"), m.index("k")
    return [
        Piece(i, i + 1, Period("CE", m.get("n", "ORD"), bc=bc)),
        Piece(k, m.end, Period("CE", m.get("k", "ORD"), bc=bc)),
    ]


@rule(
    "Kalenderwoche",
    f"(KW | Kalenderwoche) n:NUM (/ | ,)? {YEAR}?",
    f"n:ORD (Kalenderwoche | KW) {YEAR}?",
    "(KW | Kalenderwoche) wy:WEEKYEAR",
    examples=("KW 44", "in der 44. Kalenderwoche 2024"),
)
def calendar_week(m: Match) -> Built:
    if m.has("wy"):
        week, year = m.get("wy", "WEEKYEAR")
        return Period("W", week, year)
    n = m.get("n", "NUM", "ORD")
    return Period("W", n, year_of(m)) if 1 <= n <= 53 else None


_CENTURY = 100


def _no_decade(m: Match) -> bool:
    """„die 90er“ needs an article, and „die zwanziger“ alone is no decade."""
    return not m.word("d")[0].isdigit() or m.det not in ("die", "der", "den")


@rule(
    "Jahrzehnt",
    "p:(PARTOF | PARTADJ)? (der | den | des)? d:DECADE HYPHEN? (Jahre | Jahren | Jahrzehnt)",
    "p:(PARTOF | PARTADJ)? (der | den | des)? n:DECADEYEARS",
    "p:(PARTOF | PARTADJ)? (der)? d:DECADE",
    "p:PARTOF? (der | den)? x:DECADENOUN",
    "p:(PARTOF | PARTADJ)? (der | den | des)? d:DECADE (Jahre | Jahren) des c:ORD UNIT",
    examples=("in den sechziger Jahren", "Ende der 1990er", "in den Zwanzigerjahren"),
)
def decade(m: Match) -> Built:
    number = m.get("d", "DECADE")
    if m.has("c"):
        if m.values[m.end - 1].get("UNIT") != "CE" or number >= _CENTURY:
            return None
        return Period("DE", _CENTURY * (m.get("c", "ORD") - 1) + number, part=m.get("p", "PARTOF"))
    if m.has("x"):
        many = m.det == "die" and m.word("x")[-1] != "n"  # „bis in die Siebziger“
        if not (m.det == "den" or m.has("p") or many):
            return None
        return Period("DE", m.get("x", "DECADENOUN"), part=m.get("p", "PARTOF"))
    if number is None:
        number = m.get("n", "DECADEYEARS")
    elif m.tokens[m.end - 1][:4].lower() != "jahr" and number < 1000 and not m.has("p"):
        return None if _no_decade(m) else Period("DE", number)
    return Period("DE", number, part=m.get("p", "PARTOF", "PARTADJ"))
