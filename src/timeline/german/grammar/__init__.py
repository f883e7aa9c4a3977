"""The grammar: named rules, grouped by phenomenon, one module each."""

from __future__ import annotations

from functools import cache

from timeline.german.grammar import (
    calendar,
    clock,
    deictic,
    feastdays,
    lengths,
    periods,
    units,
    vague,
    years,
)
from timeline.german.lexicon import Lexicon
from timeline.german.pattern import Grammar, Rule

MODULES = (calendar, years, periods, feastdays, deictic, units, lengths, clock, vague)
RULES: tuple[Rule, ...] = tuple(rule for module in MODULES for rule in module.RULES)

#: every class of words that a pattern may name (the keys the lexicon gives its tokens)
CATEGORIES = {
    "AFTERDAY", "AGO", "ALL", "ANAPH", "APPROX", "BIG", "CLOCK", "COUNTED", "DASH",
    "DATENUM", "DAY", "DAYBARE", "DAYMONTH", "DECADE", "DECADENOUN", "DECADEYEARS", "DECIMAL",
    "DEIXADJ", "DEIXIS", "DET", "DIGITS", "DUTZEND", "EACH", "EARLIER", "FEAST", "FEASTPART",
    "FILLER", "FREQ", "FUTURE", "HALF", "HEUER", "HOUR", "HYPHEN", "ISODATE", "LABEL", "LASTADJ",
    "LATER", "LONG", "MINUTE", "MONTH", "MONTHABBR", "MONTHDAY", "MONTHHALF", "MONTHWEEK",
    "MONTHWEEKDAY", "NAME",
    "NEIGHBOUR", "NUM", "NUMWORD", "OPEN", "ORD", "ORDNUM", "ORDWORD",
    "PARTADJ", "PARTADV", "PARTN",
    "PARTOF", "PAST", "PRESENT", "QUOTE", "SAME", "SEASON", "THAT", "THIS", "UNIT", "UNITADJ",
    "UNITFRACTION",
    "UNITLONG", "UNITPART", "UNITPLURAL", "VAGUEN", "WDABBR", "WEEKDAY", "WEEKDAYADV",
    "WEEKDAYPART", "WEEKDAYPLURAL", "WEEKYEAR", "WHICH", "WORD", "YEAR", "YEAR3", "YEARADJ",
    "YEARSPAN", "%", ",", ".", "/", ":",
}  # fmt: skip


@cache
def grammar() -> Grammar:
    """The compiled grammar (built once, some 150 ms)."""
    compiled = Grammar(Lexicon(), RULES)
    compiled.compile(CATEGORIES)
    return compiled
