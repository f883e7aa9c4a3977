"""What is counted from a date beside it: „drei Tage nach dem 12. März“, „am Samstag vor Ostern“."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from timeline.german.meaning import (
    Amount,
    CalendarDate,
    Clock,
    DayOfMonth,
    DeicticDay,
    Feast,
    Meaning,
    NthWeekday,
    PartOfDay,
    Period,
    Shift,
    Turn,
    UnitStep,
    Weekday,
    WeekdayByFeast,
)
from timeline.german.tokens import Tokens
from timeline.german.verb_forms import is_finite
from timeline.models import Alternative, Granularity, Mod, Moment, as_day
from timeline.temporal import notation
from timeline.temporal.anchors import unknown_value
from timeline.temporal.context import Resolution, dated
from timeline.temporal.lengths import moved
from timeline.temporal.recognise import Hit
from timeline.temporal.spans import (
    DAY,
    WEEK,
    Span,
    shift,
    unit_beside,
    unit_span,
    weekday_beside,
)

_SIDE = {"vor": -1, "nach": 1}
#: what a length may stand behind and still be counted: „ab zwei Tage nach dem 3. Mai“
_LED = ("", "bis", "ab")
_DEADLINE = frozenset(("bis", "spätestens"))
#: „in den drei Wochen vor Weihnachten“, „innerhalb von zwei Tagen nach dem 3. Mai“
_ALL_OF_IT = frozenset(("in", "innerhalb", "binnen"))
#: „am Vorabend des 1. Mai“
_EVES = ("Vorabend", "Vortag")
_ONE_DAY = Amount("D", 1)
#: what weekdays are counted from
_DATES = (CalendarDate, DayOfMonth, Feast, NthWeekday, Turn, WeekdayByFeast)
#: longer ones have no day of their own: „drei Tage nach dem Sommer“
_FEW_DAYS = timedelta(days=9)
#: „eine Woche vor Ostern“ may be some days more or less
_SLACK = {"W": timedelta(days=3), "M": timedelta(days=15)}
#: a period that is moved by years is a period of the same kind
_KINDS: dict[Granularity, str] = {"month": "M", "year": "Y", "decade": "DE", "century": "CE"}
_CONFIDENCE = 0.85


class Counted(NamedTuple):
    """A length or a kind of day counted from a date, before it (``side`` -1) or behind it (1)."""

    what: Meaning
    side: int
    whole: bool = False  # all days of the length


def counted_before(tokens: Tokens, hit: Hit, date_: Hit) -> Counted | None:
    """What is counted from the date right behind it; None where nothing is."""
    m, words = hit.meaning, tokens.words
    if isinstance(date_.meaning, Clock | PartOfDay | DeicticDay):
        return None  # „zwei Tage vor Mitternacht“
    if words[hit.last : date_.first] == ["des"] and words[hit.last - 1] in _EVES:
        return Counted(m if isinstance(m, PartOfDay) else _ONE_DAY, -1)
    if _dates_happening(words, hit, date_):
        if isinstance(m, Shift) and m.event and m.amount.number and m.amount.unit in ("D", "W"):
            return _length(m.amount, m.sign, tokens, hit)
        if isinstance(m, UnitStep) and m.unit == "D" and m.anchored and m.step:
            return Counted(_ONE_DAY, m.step)
    if date_.prep not in _SIDE or date_.lead != hit.last:
        return None
    side = _SIDE[date_.prep]
    if isinstance(m, Amount):
        return _length(m, side, tokens, hit)
    if isinstance(m, UnitStep) and m.unit == "D" and m.anchored and m.step == side:
        return Counted(_ONE_DAY, side)  # „am Tag vor dem 1. Mai“
    by_state = isinstance(date_.meaning, Period) and date_.meaning.about
    if not (by_state or isinstance(date_.meaning, _DATES)):
        return None
    fits = (
        (isinstance(m, PartOfDay) and side < 0 and m.daypart != "NI" and not m.step)
        or (isinstance(m, Weekday) and m.step in (None, side) and m.week is None)
        or (isinstance(m, UnitStep) and m.unit == "WE" and m.step in (0, side))
    )
    return Counted(m, side) if fits else None


def _dates_happening(words: Sequence[str], hit: Hit, date_: Hit) -> bool:
    """„drei Wochen (nach dem Unglück) vom 3. Mai 2023“: the date says when the happening was."""
    between = words[hit.last : date_.lead]
    if date_.prep not in ("am", "vom", "im") or not _PHRASE[0] <= len(between) <= _PHRASE[1]:
        return False
    noun = between[-1][:1].isupper() and all(word[0].isalpha() for word in between)
    return noun and between[0] in _SIDE and not any(map(is_finite, between[1:]))


_PHRASE = (2, 5)  # words


def _length(m: Amount, side: int, tokens: Tokens, hit: Hit) -> Counted | None:
    if m.number is None or m.unit.startswith("T"):
        return None
    led = {hit.prep, *(w.lower() for w in tokens.words[max(0, hit.lead - 1) : hit.first])}
    whole = not led.isdisjoint(_ALL_OF_IT)
    if not whole and (m.fixed or hit.prep not in _LED):
        return None
    return Counted(replace(m, exact=not led.isdisjoint(_DEADLINE)), side, whole)


def seen_from(published: date | None, count: Counted) -> Span | None:
    """The days from which the date that is counted from is looked for.

    „Zwei Wochen vor Weihnachten brannte es“, told on 20 December, has been: the last Christmas
    for it is the one four days ahead. Raises OverflowError outside the calendar.
    """
    if published is None:
        return None
    if not isinstance(count.what, Amount) or count.what.number is None:
        near, far = published - count.side * DAY, published - count.side * WEEK
        return Span(min(near, far), max(near, far))
    unit = count.what.unit
    day, slack = shift(published, -count.side * count.what.number, unit), _SLACK.get(unit, 0 * DAY)
    return Span(day - slack, day + slack)


def counted_from(base: Resolution, count: Counted) -> Resolution | None:
    """Where a count from ``base`` leads, None where that is nowhere.

    Its TIMEX3 value is that of a day or a weekend. Raises OverflowError outside the calendar.
    """
    if base.start is None or base.end is None:
        return None
    found = _days(base.start, base.end, base, count)
    if found is None:
        return None
    span, granularity, mod = found
    readings = []
    for other in base.alternatives:
        if other.start is not None and other.end is not None:
            also = _days(other.start, other.end, base, count)
            readings += [Alternative(also[0].first, also[0].last, other.why)] if also else []
    part = count.what.daypart if isinstance(count.what, PartOfDay | Weekday) else None
    value = notation.timex_unit("WE" if isinstance(count.what, UnitStep) else "D", span)
    if granularity not in ("day", "week") and not isinstance(count.what, UnitStep):
        value = unknown_value("D")
    return dated(
        f"{value}T{part}" if part else value,
        span,
        granularity,
        type_="TIME" if part else "DATE",
        mod=mod,
        basis=base.basis,
        anchor=base.anchor,
        event_like=base.event_like,
        alternatives=tuple(readings),
        confidence=min(base.confidence, _CONFIDENCE),
    )


#: days, how precise they are, and what is said of them
_Days = tuple[Span, Granularity, Mod | None]


def _days(start: Moment, end: Moment, base: Resolution, count: Counted) -> _Days | None:
    """What is counted from a date between these two."""
    whole = Span(as_day(start), as_day(end))
    edge = edge_of(whole, base, count)
    what, side = count.what, count.side
    if edge is None:
        return _period(whole, base, count)
    if isinstance(what, PartOfDay):
        return Span(edge + side * DAY, edge + side * DAY), "day", None
    if isinstance(what, Weekday):
        day = weekday_beside(whole, what.number, side)
        return Span(day, day), "day", None
    if isinstance(what, UnitStep):
        return unit_beside(whole, "WE", side), "range", None
    assert isinstance(what, Amount)
    if what.number is None and what.unit != "D":
        return None  # „wenige Wochen vor Weihnachten“
    if what.number is None or count.whole:
        number, unit = (1, "W") if what.number is None else (what.number, what.unit)
        far = shift(edge, side * number, unit)
        days = Span(far, edge - DAY) if side < 0 else Span(edge + DAY, far)
        return days, "range", "approx" if what.number is None else None
    span, granularity = moved(edge, what, side)
    several = side > 0 and whole.first != whole.last and what.number > 1 and base.mod is None
    vague = what.approx or granularity == "week" or several
    return span, granularity, "approx" if vague else None


def edge_of(days: Span, base: Resolution, count: Counted) -> date | None:
    """The day to count from; None where a period has none.

    „drei Tage nach Ostern“ counts from its last day, „eine Woche nach Ostern“ is a Sunday.
    """
    if base.mod in ("start", "end"):  # „zwei Tage nach Monatsende“
        return days.first if base.mod == "start" else days.last
    if days.last - days.first > _FEW_DAYS or base.mod is not None:
        return None
    in_weeks = isinstance(count.what, Amount) and count.what.unit == "W"
    return days.first if count.side < 0 or in_weeks else days.last


def _period(whole: Span, base: Resolution, count: Counted) -> _Days | None:
    """„ein Jahr nach dem Sommer 2024“ is that of 2025; „zwei Tage nach dem Sommer“ about then."""
    if not isinstance(count.what, Amount) or count.what.number is None:
        return None
    unit, number = count.what.unit, count.side * count.what.number
    if unit in ("D", "W"):
        return whole, base.granularity, "approx"
    if unit == "M" and base.granularity != "month":
        edge = whole.first if count.side < 0 else whole.last
        return unit_span("M", shift(edge, number, "M")), "month", "approx"
    first, last = (shift(day, number, unit) for day in (whole.first, whole.last))
    kind = _KINDS.get(base.granularity)
    return unit_span(kind, first) if kind else Span(first, last), base.granularity, base.mod
