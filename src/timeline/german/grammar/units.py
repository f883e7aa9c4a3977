"""Weeks, months and years pointed at: „letzte Woche“, „am Wochenende“, „zum Jahresende“."""

from __future__ import annotations

from timeline.german.grammar.common import RuleBook, year_of
from timeline.german.meaning import (
    Amount,
    CalendarDate,
    Frequency,
    Part,
    Period,
    RelativeYear,
    Turn,
    UnitStep,
    Vague,
)
from timeline.german.pattern import Built, Match

book = RuleBook()
RULES = book.rules
rule = book.rule


@rule(
    "Woche Monat Jahr",
    "w:WHICH u:UNIT",
    "p:PARTOF (der | des)? w:WHICH u:UNIT",
    "p:(PARTOF | PARTADJ) (der | des)? u:UNIT",
    "w:WHICH n:(NUM | VAGUEN | DUTZEND) FILLER? u:UNIT",
    "b:beiden w:WHICH u:UNIT",
    "(ganzen | ganze | gesamten | gesamte | langen | lange | verlängerten | verlängerte |"
    " kompletten | komplette)? we:(Wochenende | Wochenenden | Wochenendes)",
    "(Laufe | Lauf) (der | des | dieser | dieses) u:UNIT",
    "(neuen | neues | neue) n2:(Jahr | Jahres)",
    examples=("letzte Woche", "Mitte nächsten Jahres", "Ende des Monats", "in den nächsten Tagen"),
)
def calendar_unit(m: Match) -> Built:
    if m.has("b"):
        return UnitStep(m.get("u", "UNIT"), m.get("w", "WHICH"), amount=2, plural=True)
    if m.has("n2"):
        return UnitStep("Y", 0, fresh=True) if m.prep or m.det == "des" else None
    if m.has("we"):
        return _weekend(m)
    unit, step = m.get("u", "UNIT"), m.get("w", "WHICH")
    if unit.startswith("T"):
        return _of_a_clock(m, unit, step)
    if m.has("n"):
        number = m.get("n", "NUM")
        return UnitStep(unit, step, amount=number, plural=True, vague=not number)
    return _one_unit(m, unit, step, m.get("p", "PARTOF", "PARTADJ"))


def _weekend(m: Match) -> Built:
    if m.after() == "-" or m.before() == "-" or m.before().lower() in ("ein", "einem", "pro"):
        return None
    if m.word("we") == "Wochenenden" and m.prep == "an":
        return Frequency("XXXX-WXX-WE")
    if not m.prep and m.after() in ("beginnt", "endet", "naht", "steht", "rückt"):
        return None  # „Das lange Wochenende beginnt am 14. Mai“
    told = m.prep or m.before().lower() in ("übers", "das")
    return UnitStep("WE", 0, deictic=True) if told else None


def _of_a_clock(m: Match, unit: str, step: int | None) -> Built:
    """„in den nächsten Stunden“, not „die Aktuelle Stunde“, „in der vorletzten Minute“."""
    if not step or m.word("u") in ("Minute", "Sekunde"):
        return None
    if m.has("n"):
        return Amount(unit, m.get("n", "NUM"))
    return UnitStep(unit, step, plural=True, vague=True)


def _one_unit(m: Match, unit: str, step: int | None, part: Part | None) -> Built:
    """„letzte Woche“, „Ende des Monats“; in the plural about then: „in den nächsten Tagen“."""
    word = m.word("u").lower()
    if word in ("tage", "tagen") and step == 0:
        return Vague("PRESENT_REF")  # „dieser Tage“, „in diesen Tagen“
    plural = word.endswith(("en", "e")) and word not in ("woche", "jahrhunderte", "tages")
    if plural and unit in ("D", "W", "M", "Y", "DE"):
        dative = word in ("jahre", "tage", "monate") and m.tokens[m.end - 2].endswith("m")
        if not dative:
            return UnitStep(unit, step or 0, part, plural=True, vague=True)
    if step is None and m.has("p") and "PARTADJ" in m.values[m.index("p")]:
        return None
    if unit == "D":
        return _one_day(m, step, part)
    return UnitStep(unit, step or 0, part, deictic=m.has("w") and unit != "CE")


def _one_day(m: Match, step: int | None, part: Part | None) -> Built:
    if step == 0 and m.prep and "THIS" in m.values[m.start]:
        return UnitStep("D", 0, anchored=True)  # „an diesem Tag“: the one just named
    if step in (1, 2):
        return UnitStep("D", step, anchored=True)  # „am nächsten Tag“
    if part or step == -1:
        return None  # „Ende des Tages“; „am letzten Tag“: of something
    return UnitStep("D", step or 0, deictic=m.has("w"))


@rule(
    "Nachbarperiode",
    "p:PARTOF? (des | der)? n:NEIGHBOUR",
    "WEEKDAY n:NEIGHBOUR",
    examples=("im Vorjahr", "Ende des Vorjahres", "am Folgetag"),
)
def neighbour(m: Match) -> Built:
    unit, step = m.get("n", "NEIGHBOUR")
    if unit == "D" and m.det not in ("", "der", "des", "dem", "den") and not m.prep:
        return None
    # „im Vorjahr“ counts from the publication, „am Vortag“ from a day in the text
    return UnitStep(unit, step, m.get("p", "PARTOF"), anchored=unit == "D" or step > 0)


@rule(
    "Jahresende",
    "u:UNITPART ((des Jahres)? y:YEAR | yrel:(WHICH Jahres))?",
    "w:WHICH? Jahreswechsel y:(YEAR | YEARSPAN)?",
    examples=("bis Jahresende", "zu Wochenbeginn", "zum Jahreswechsel"),
)
def unit_part(m: Match) -> Built:
    if not m.has("u"):
        return Turn("Y", year_of(m))
    if m.tokens[m.start] == "Jahresfrist" and m.before() in ("binnen", "Binnen", "innerhalb"):
        return Amount("Y", 1)  # unlike „bis Jahresfrist“
    unit, part = m.get("u", "UNITPART")
    year = year_of(m)
    if part == "turn":
        return Turn(unit)
    if year is not None:
        return CalendarDate(year, part=part)
    return UnitStep(unit, 0, part)


@rule(
    "heuer",
    "HEUER",
    "a:YEARADJ (m:MONTH)?",
    examples=("heuer",),
)
def this_year(m: Match) -> Built:
    if m.has("a"):
        step = m.get("a", "YEARADJ")
        if m.has("m"):
            return CalendarDate(RelativeYear(step), m.get("m", "MONTH"))
        return UnitStep("Y", step)
    return UnitStep("Y", 0)


@rule(
    "vor Jahren im Monat",
    "d:DAY m:MONTH vor (APPROX)* n:NUM (Jahren | Jahr)",
    "m:MONTH vor (APPROX)* n:NUM (Jahren | Jahr)",
    "s:SEASON vor (APPROX)* n:NUM (Jahren | Jahr)",
    examples=("im August vor vier Jahren",),
)
def month_years_ago(m: Match) -> Built:
    year = RelativeYear(-int(m.get("n", "NUM")))
    if m.has("m"):
        return CalendarDate(year, m.get("m", "MONTH"), m.get("d", "DAY"))
    name, part = m.get("s", "SEASON")
    return Period(name, year=year, part=part)
