"""Weeks, months and years pointed at: „letzte Woche“, „am Wochenende“, „zum Jahresende“."""

from __future__ import annotations

from timeline.german.grammar.common import RuleBook, year_of
from timeline.german.meaning import (
    Amount,
    CalendarDate,
    Frequency,
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
    "(PARTOF | PARTADJ)? dieser a:(Tage)",
    "(ganzen | ganze | gesamten | gesamte | langen | lange | verlängerten | verlängerte |"
    " kompletten | komplette)? we:(Wochenende | Wochenenden | Wochenendes)",
    "(Laufe | Lauf) (der | des | dieser | dieses) u:UNIT",
    "(neuen | neues | neue) n2:(Jahr | Jahres)",
    "w:WHICH o:ORD u:UNIT",
    examples=("letzte Woche", "Mitte nächsten Jahres", "Ende des Monats", "in den nächsten Tagen"),
)
def calendar_unit(m: Match) -> Built:
    if m.has("o"):
        return None
    if m.has("b"):
        return UnitStep(m.get("u", "UNIT"), m.get("w", "WHICH"), amount=2, plural=True)
    if m.has("n2"):
        return UnitStep("Y", 0, fresh=True) if m.prep or m.det == "des" else None
    if m.has("we"):
        if m.after() == "-" or m.before() == "-" or m.before().lower() in ("ein", "einem", "pro"):
            return None
        if m.word("we") == "Wochenenden" and m.prep == "an":
            return Frequency("XXXX-WXX-WE")
        told = m.prep or m.before().lower() in ("übers", "das")
        return UnitStep("WE", 0, deictic=True) if told else None
    if m.has("a"):
        return Vague("PRESENT_REF")
    unit = m.get("u", "UNIT")
    step = m.get("w", "WHICH")
    part = m.get("p", "PARTOF", "PARTADJ")
    word = m.word("u")
    if unit.startswith("T") and (step is None or step == 0 or word in ("Minute", "Sekunde")):
        return None  # „die Aktuelle Stunde“, „in der vorletzten Minute“
    if unit.startswith("T") and step is not None:
        if m.has("n"):
            return Amount(unit, m.get("n", "NUM"))
        return UnitStep(unit, step, plural=True, vague=True)
    if m.has("n"):
        return UnitStep(
            unit, step, amount=m.get("n", "NUM"), plural=True, vague=not m.get("n", "NUM")
        )
    if step is None and part is None:
        step = 0
    plural = word.lower().endswith(("en", "e")) and word.lower() not in ("woche", "jahrhunderte")
    if unit in ("D", "W", "M", "Y", "DE") and plural and word.lower() != "tages":
        singular_dative = word in ("Jahre", "Tage", "Monate") and m.tokens[m.end - 2].endswith("m")
        if not singular_dative:
            return UnitStep(unit, step or 0, part, plural=True, vague=True)
    if unit == "D" and step == 0 and m.prep and "THIS" in m.values[m.start]:
        return UnitStep("D", 0, anchored=True)  # „an diesem Tag“: the one just named
    if unit == "D" and step == -1 and not part:
        return None  # „am letzten Tag“: of something
    if unit == "D" and step in (1, 2):
        return UnitStep("D", step, anchored=True)  # „am nächsten Tag“
    if (
        step is None
        and part in ("mid", "start", "end")
        and m.has("p")
        and "PARTADJ" in m.values[m.index("p")]
    ):
        return None
    if unit == "D" and part:
        return None  # „Ende des Tages“
    if unit == "CE":
        return UnitStep("CE", step or 0, part)
    return UnitStep(unit, step or 0, part, deictic=m.has("w"))


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
    "m:MONTH vor (APPROX)* n:NUM (Jahren | Jahr)",
    "s:SEASON vor (APPROX)* n:NUM (Jahren | Jahr)",
    examples=("im August vor vier Jahren",),
)
def month_years_ago(m: Match) -> Built:
    year = RelativeYear(-int(m.get("n", "NUM")))
    if m.has("m"):
        return CalendarDate(year, m.get("m", "MONTH"))
    name, part = m.get("s", "SEASON")
    return Period(name, year=year, part=part)
