"""Expressions that point: from the publication date or from a date in the text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from timeline.german.meaning import DeicticDay, UnitStep, Vague
from timeline.models import Basis, Granularity, Mod
from timeline.temporal import notation
from timeline.temporal.anchors import (
    NO_REFERENCE,
    fitting,
    granularity_of,
    middle,
)
from timeline.temporal.context import Context, Reference, Resolution, dated, one_day
from timeline.temporal.happenings import day_of
from timeline.temporal.spans import (
    DAY,
    SATURDAY,
    WEEK,
    Span,
    shift,
    unit_span,
)
from timeline.temporal.years import NO_ANCHOR, TIMEX_PART, TOO_FAR, unresolved, unresolved_unit


def vague(m: Vague) -> Resolution:
    """„damals“, „derzeit“, „bald“: a reference, no date."""
    return Resolution("DATE", m.value, event_like=False)


def at_large(m: DeicticDay) -> Resolution:
    """„heute“ for these days, „morgen“ for what will be: no day of the calendar."""
    return Resolution("DATE", "FUTURE_REF" if m.offset > 0 else "PRESENT_REF", event_like=False)


def deictic_day(m: DeicticDay, context: Context, prep: str) -> Resolution:
    """„heute“, „gestern“: days from the publication date; in essays these days at large."""
    if m.idiom or (
        m.daypart is None
        and (
            context.narrative
            or (context.kind == "weekly" and m.offset == 0 and _at_large(context, prep))
        )
    ):
        return Resolution("DATE", "PRESENT_REF" if m.offset == 0 else "PAST_REF", event_like=False)
    base = context.published
    if m.attribute and m.offset == 0 and (context.kind == "weekly" or _of_old(context)):
        return Resolution("DATE", "PRESENT_REF", event_like=False)  # „die heutige Republik“
    if base is None:
        return unresolved("XXXX-XX-XX", NO_ANCHOR)
    day = base + timedelta(days=m.offset)
    found = one_day(day, m.daypart, "relative", base.isoformat())
    adverb = m.daypart is None and not m.attribute
    if m.offset == 0 and adverb and context.states and context.tense() == "present":
        return replace(found, event_like=False)  # „liegt heute in einer Vitrine“
    return found


def _of_old(context: Context) -> bool:
    """Whether a year of long ago stands there or just before: „Der heutige Turm ist von 1712“."""
    tokens, base = context.tokens, context.published
    if tokens is None or base is None:
        return False
    old = base.year - _LONG_AGO
    return context.historical() is not None or any(v.get("YEAR", old) < old for v in tokens.values)


_LONG_AGO = 20  # years


def _at_large(context: Context, prep: str) -> bool:
    """A weekly's „heute“ means these days, unless its verb tells of something done or to come."""
    unreal = context.says(_WOULD_HAVE)  # „Eigentlich hätten heute die Bagger auffahren sollen“
    return prep not in ("für", "ab", "seit") and not unreal and context.tense() in _STANDING


_STANDING = ("present", "none")
_WOULD_HAVE = frozenset(("hätte", "hätten", "wäre", "wären"))


def unit_step(m: UnitStep, context: Context, prep: str) -> Resolution:
    """„letzte Woche“, „Ende des Monats“, „im Jahr darauf“, „in den nächsten Tagen“."""
    if m.step == _YEAR_BACK.get(m.unit) and _named_before(m, context) is None:
        m = replace(m, unit="Y", step=-1)
    granularity = granularity_of(m.unit)
    if m.plural:
        return _several(m, context, granularity)
    base, basis, anchor = _base(m, context)
    if base is None:
        return unresolved_unit(m.unit, NO_REFERENCE if m.anchored else NO_ANCHOR)
    try:
        if m.fresh:
            coming = base.month > 6 or (base.month > 3 and context.tense() == "future")
            span = unit_span("Y", shift(base, int(coming), "Y"))
        elif m.unit == "WE":
            span = unit_span("WE", _saturday(m, base, basis, context, prep))
        else:
            span = unit_span(m.unit, shift(base, m.step, m.unit))
    except (OverflowError, ValueError):
        return unresolved_unit(m.unit, TOO_FAR)
    mod: Mod | None = m.part
    if not (prep == "zum" and m.unit == "M"):
        steps = _part_elsewhere(m, span, base, basis, context, prep)
        if steps:
            span = unit_span(m.unit, shift(base, steps, m.unit))
    return dated(
        notation.timex_unit(m.unit, span),
        span,
        granularity,
        timex_mod=TIMEX_PART[m.part] if m.part else None,
        mod=mod,
        basis=basis,
        anchor=anchor,
        event_like=m.unit != "ML",
    )


def _part_elsewhere(
    m: UnitStep, span: Span, base: date, basis: Basis, context: Context, prep: str
) -> int:
    """Steps to the unit whose part is meant, where the verb forbids that of the running one.

    „Ende des Jahres lief die Frist ab“, told in January: -1. „Anfang der Woche wird es kälter“,
    told on a Saturday: +1.
    """
    if m.part is None or m.deictic or m.step or basis != "relative" or prep == "seit":
        return 0
    middle_day = span.first + (span.last - span.first) / 2
    if m.part in ("mid", "end") and base < middle_day and context.tense() == "past":
        return -1
    late_day = span.first + 2 * (span.last - span.first) / 3
    over = (m.part == "start" and base > middle_day) or (m.part == "mid" and base > late_day)
    if m.part == "mid" and prep in ("bis", "zu", "zur") and context.tense() != "past":
        return int(base > middle_day)  # „Bis Mitte der Woche sinken die Werte“, told on a Friday
    if m.part == "start" and context.tense() == "present":
        # „Zu Wochenbeginn beruhigt sich das Wetter“, „tritt zum Jahresbeginn in Kraft“
        sets_in = prep in ("zu", "zum", "ab", "mit") or (
            m.unit == "W" and base.weekday() >= SATURDAY
        )
        return int(sets_in and base >= middle_day)
    return int(over and (prep == "für" or context.tense() == "future"))


_TUESDAY = 1


def _base(m: UnitStep, context: Context) -> tuple[date | None, Basis, str]:
    """What a unit is counted from."""
    happening = context.here.happening
    if happening is not None and (m.unit == "WE" or (m.anchored and m.unit == "D")) and not m.part:
        then = day_of(happening, context) if m.unit == "D" or not happening.is_routine else None
        if then is not None:
            return then.span.first, "anchored", then.text
        if context.looks_further_back or m.unit == "D":
            return None, "anchored", ""
    if m.anchored or context.narrative:
        reference = fitting(context, m.unit, ahead=m.step == 0)
        exact = reference is not None and reference.granularity in ("day", "time", "range")
        if m.unit == "D" and m.step == 0 and not exact and not context.narrative:
            return None, "anchored", ""  # „an diesem Tag“ of a year: nobody knows which
        if reference is not None:
            return middle(reference), "anchored", reference.text
        if m.anchored and not context.narrative:
            return None, "anchored", ""
    named = _named_before(m, context)
    if named is not None:
        return named.span.first, "anchored", named.text
    story = context.historical() if m.step <= 0 and not m.deictic and not context.now else None
    if story is not None and m.step and m.unit == "Y" and _is_of_old(story, context):
        story = None
    if story is not None and context.sentence - story.sentence <= 1 and context.tense() == "past":
        return middle(story), "anchored", story.text
    if context.entry is not None and m.step == 0:
        return context.entry.day, "anchored", context.entry.text
    published = context.published
    return published, "relative", published.isoformat() if published else ""


#: „im Vorjahresquartal“: where no quarter is named, all that is known is the year
_YEAR_BACK = {"Q": -4, "M": -12}
#: a unit that a named one precedes: „im dritten Quartal … im Vorquartal“
_LIKE: dict[str, Granularity] = {"W": "week", "M": "month", "Q": "quarter"}


def _is_of_old(near: Reference, context: Context) -> bool:
    """A year of long ago, behind which the text does not look further back."""
    base = context.published
    old = base is not None and base.year - near.span.last.year > _LONG_AGO
    return old and not context.looks_further_back


_LONG_AGO = 3  # years


def _named_before(m: UnitStep, context: Context) -> Reference | None:
    """The date that „im Vorjahr“, „im Vormonat“ count from, where one was named just before."""
    if m.deictic or m.part is not None or m.step >= 0 or context.last is None:
        return None
    if m.unit == "Y":
        near = context.last
        told = near.basis == "absolute" and near.granularity != "season" and not near.aside
        told = told and not context.is_ahead(near)
        close = context.sentence - near.sentence <= 1
        apart = near.sentence != context.sentence or not context.here.beside
        if apart and _is_of_old(near, context):
            return None  # „1987 kamen viele. Im Vorjahr zählte man …“
        return near if told and close and m.step == -1 and not context.now else None
    reach = int(m.step != -1)  # sentences: „im Vorjahresmonat“ is asked of the one before as well
    for near in reversed(context.references):
        if context.sentence - near.sentence > reach:
            return None
        # one counted from another itself („im Vorquartal“) is not what is compared
        like = near.granularity == _LIKE.get(m.unit) and near.basis != "anchored"
        if like and not context.is_ahead(near):
            return near
    return None


def _saturday(m: UnitStep, base: date, basis: Basis, context: Context, prep: str) -> date:
    """That of the weekend which is meant."""
    saturday = unit_span("WE", base).first
    if m.anchored:  # „am selben Wochenende“, „am Wochenende darauf“
        behind = saturday if base < saturday else saturday + WEEK
        return (saturday - WEEK, saturday, behind)[m.step + 1]
    happening = context.here.happening
    if happening is not None and basis == "anchored":  # „am Wochenende nach dem Unfall“
        passed = base >= saturday if happening.side > 0 else base <= saturday + DAY
        return saturday + WEEK * (happening.side if passed else min(happening.side, 0))
    if m.step:
        # on a weekday the coming weekend is this week's; on a weekend it is the next
        steps = m.step - 1 if m.step > 0 and base < saturday else m.step
        return saturday + WEEK * steps
    if prep == "für" or context.entry is not None:
        return saturday
    if prep == "nach" and base.weekday() <= _TUESDAY and context.states:
        return saturday - WEEK  # „Nach dem Wochenende ist er Erster“
    if context.here.scheduled and saturday - base <= timedelta(days=3):
        return saturday
    over = context.tense() == "past" and base <= saturday  # on its Saturday it has not been
    if over or (base < saturday and (prep == "seit" or context.tense() == "none")):
        return saturday - WEEK
    return saturday


def _several(m: UnitStep, context: Context, granularity: Granularity) -> Resolution:
    """„in den nächsten Wochen“ begins with the publication; the end stays open."""
    value = notation.timex_duration(None if m.vague else m.amount, m.unit)
    base = context.published
    if context.narrative and context.last is not None:
        base = context.last.span.first
    if m.step < 0 or base is None or m.step == 0:
        if base is None and m.step > 0:
            return Resolution("DURATION", value, granularity=granularity, reason=NO_ANCHOR)
        return Resolution("DURATION", value, granularity=granularity, event_like=False)
    anchor = base.isoformat()
    if m.amount is not None and not m.vague:
        try:
            end = shift(base, m.amount, m.unit)
        except OverflowError:
            return Resolution("DURATION", value, granularity=granularity, reason=TOO_FAR)
        return Resolution(
            "DURATION",
            value,
            start=base,
            end=end,
            granularity="range",
            mod="approx",
            basis="relative",
            anchor=anchor,
            confidence=0.8,
        )
    return Resolution(
        "DURATION",
        value,
        start=base,
        end=None,
        granularity=granularity,
        mod="approx",
        basis="relative",
        anchor=anchor,
        event_like=m.unit in ("D", "W", "M", "Y"),
        confidence=0.6,
    )
