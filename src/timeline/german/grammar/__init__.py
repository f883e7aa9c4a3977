"""The grammar: named rules, grouped by phenomenon, one module each."""

from __future__ import annotations

from functools import cache

from timeline.german.grammar import (
    calendar,
    clock,
    deictic,
    feastdays,
    hours,
    lengths,
    periods,
    sets,
    units,
    vague,
    years,
)
from timeline.german.lexicon import Lexicon
from timeline.german.pattern import Grammar, Rule

MODULES = (calendar, years, periods, feastdays, deictic, units, lengths, sets, clock, hours, vague)
RULES: tuple[Rule, ...] = tuple(rule for module in MODULES for rule in module.RULES)


@cache
def grammar() -> Grammar:
    """The grammar (built once, some 50 ms)."""
    compiled = Grammar(Lexicon(), RULES)
    compiled.compile()
    return compiled
