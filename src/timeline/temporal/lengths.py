"""Lengths of time as dates: „vor drei Wochen“, „seit zwei Jahren“, „zwei Tage zuvor“."""

from __future__ import annotations

from datetime import date, timedelta

from timeline.german.meaning import Amount, Shift
from timeline.messages import say
from timeline.models import Basis, Granularity, Mod
from timeline.temporal import notation
from timeline.temporal.anchors import (
    NO_REFERENCE,
    fitting,
    granularity_of,
    middle,
    unknown_value,
)
from timeline.temporal.context import Context, Reference, Resolution, dated, one_day
from timeline.temporal.happenings import telling_of
from timeline.temporal.spans import Span, shift, unit_span
from timeline.temporal.years import NO_ANCHOR, TOO_FAR, unresolved, unresolved_unit

NO_COUNT = say("reason.no-count")


def amount(m: Amount, context: Context, prep: str) -> Resolution:
    """A length of time; „vor“ and „seit“ (and „in“, looking ahead) make it a date as well."""
    value = notation.timex_duration(m.number, m.unit, m.more)
    if m.unit == "WE" and m.number is not None:
        value = f"P{m.number:g}WE"
    plain = Resolution("DURATION", value, m.mod, event_like=False)
    if m.fixed or prep not in ("vor", "seit", "in"):
        return plain
    if prep == "in" and context.tense() not in ("future", "present"):
        return plain
    if m.number is None or (m.unit == "CE" and prep == "seit"):
        if prep == "in":
            return plain
        return Resolution(
            "DURATION",
            value,
            m.mod,
            granularity=granularity_of(m.unit),
            reason=NO_COUNT,
            event_like=m.number is None,
        )
    base = context.published
    if base is None:
        return Resolution(
            "DURATION",
            value,
            m.mod,
            granularity=granularity_of(m.unit),
            reason=NO_ANCHOR,
        )
    sign = 1 if prep == "in" else -1
    try:
        span, granularity = moved(base, m, sign)
    except OverflowError:
        return Resolution("DURATION", value, m.mod, reason=TOO_FAR)
    mod: Mod | None = "since" if prep == "seit" else None
    if mod is None and (m.approx or granularity != "day"):
        mod = "approx"
    end = None if prep == "seit" else span.last
    return Resolution(
        "DURATION",
        value,
        start=span.first,
        end=end,
        timex_mod=m.mod,
        granularity=granularity,
        mod=mod,
        basis="relative",
        anchor=base.isoformat(),
        event_like=not (m.unit.startswith("T") and prep in ("seit", "in")),
        confidence=0.8 if m.approx or granularity != "day" else 0.95,
    )


def moved(base: date, m: Amount, sign: int) -> tuple[Span, Granularity]:
    """``base`` moved by a length of time, as precise as its unit: three weeks back is a week.

    Raises OverflowError outside the calendar.
    """
    assert m.number is not None
    day = shift(base, sign * m.number, m.unit)
    for unit, number in m.more:
        day = shift(day, sign * number, unit)
    unit = m.more[-1][0] if m.more else m.unit
    if m.exact:
        return Span(day, day), "day"
    if unit == "Y" and m.number % 1:
        unit = "M"
    unit = "D" if unit.startswith("T") else _NO_COARSER.get(unit, unit)
    return unit_span(unit, day), granularity_of(unit)


#: ten years on is a year, half a year on a month
_NO_COARSER = {"DE": "Y", "CE": "Y", "ML": "Y", "Q": "M", "H": "M", "WE": "W"}


def shifted(m: Shift, context: Context, base: Resolution | None) -> Resolution:
    """„zwei Tage zuvor“, „acht Jahre später“, „heute in einer Woche“, „elf Monate nachdem …“.

    ``base`` is the day that the expression itself names: „heute“.
    """
    a = m.amount
    value = notation.timex_duration(a.number, a.unit, a.more)
    no_date = Resolution("DURATION", value, a.mod, event_like=False)
    if base is not None and base.day is None:
        return base
    if m.event and _is_given(m, context):
        return no_date
    reference, anchor, basis, found = _counted_from(m, context, base)
    if a.number is None:
        kind = "FUTURE_REF" if m.sign > 0 else "PAST_REF"
        return Resolution("DATE", kind, granularity=granularity_of(a.unit), event_like=False)
    if a.unit.startswith("T"):
        return _hours(context, value)
    if reference is None and m.clause:
        return Resolution(
            "DURATION", value, granularity=granularity_of(a.unit), reason=NO_REFERENCE
        )
    if reference is None:
        return unresolved_unit(a.unit, NO_REFERENCE if m.anchored else NO_ANCHOR)
    number = m.sign * a.number
    blurred = _blurred(a.unit, found) if found is not None else ""
    try:
        day = shift(reference, number, a.unit)
        if base is not None:
            span, granularity = Span(day, day), granularity_of("D")
        elif found is not None and blurred:
            half = found.span.first + (found.span.last - found.span.first) / 2
            span = unit_span(blurred, shift(half, number, a.unit))
            granularity = granularity_of(blurred)
        else:
            span, granularity = moved(reference, a, m.sign)
    except OverflowError:
        return unresolved(unknown_value(a.unit), TOO_FAR)
    if basis == "anchored" and _cannot_have_been(span, context):
        # „Zwei Tage nach der Abstimmung hatte sie berichtet“: another vote than the last one told
        return no_date if m.event else unresolved_unit(a.unit, NO_REFERENCE)
    unit = {"day": "D", "week": "W", "month": "M", "year": "Y"}.get(granularity, "D")
    text = notation.timex_unit(unit, span)
    if granularity == "week" and found is not None and found.granularity in ("day", "time"):
        # two weeks after a day is a day for TimeML; for a timeline it is about then
        text = day.isoformat()
    mod: Mod | None = "approx" if a.approx or granularity == "week" or blurred else None
    return dated(
        value if m.clause else text,
        span,
        granularity,
        type_="DURATION" if m.clause else "DATE",
        timex_mod=a.mod,
        mod=mod,
        basis=basis,
        anchor=anchor,
        confidence=0.75 if basis == "anchored" else 0.9,
    )


def _is_given(m: Shift, context: Context) -> bool:
    """Whether another date of the sentence says when it was, or the event is remembered by it.

    „Am 5. März fand man ihn, drei Tage nach dem Verschwinden“; „lässt sich drei Tage nach dem
    Unglück rekonstruieren“.
    """
    if context.last is not None and context.last.sentence == context.sentence:
        return True
    if m.sign > 0 and m.amount.unit in ("D", "W") and context.tense() == "present":
        _remember_event(m, context)
        return True
    return False


def _counted_from(
    m: Shift, context: Context, base: Resolution | None
) -> tuple[date | None, str, Basis, Reference | None]:
    """The day a length is counted from, what names it, how it was found, and where in the text."""
    if base is not None:
        return base.day, base.anchor, "relative", None
    if not m.anchored:
        issued = context.published
        return issued, issued.isoformat() if issued else "", "relative", None
    found = telling_of(m.event, m.sign, context) if m.event else fitting(context, m.amount.unit)
    if found is None:
        return None, "", "anchored", None
    return middle(found), found.text, "anchored", found


def _blurred(unit: str, anchor: Reference) -> str:
    """The unit of what is counted from a mere month or year: „im Januar … eine Woche später“ is a
    month, roughly; "" where the anchor is precise enough."""
    if anchor.granularity in ("month", "season", "quarter"):
        whole = anchor.mod in (None, "approx")
        return "M" if unit == ("W" if whole else "D") else ""
    return "Y" if anchor.granularity == "year" and unit in ("W", "M") else ""


def _cannot_have_been(span: Span, context: Context) -> bool:
    """Whether a day told of in the past would lie behind the publication: the anchor is wrong."""
    issued = context.published
    ahead = issued is not None and not context.narrative and span.first > issued
    return ahead and context.tense() == "past"


def _remember_event(m: Shift, context: Context) -> None:
    """„lässt sich drei Tage nach dem Unglück rekonstruieren“: so long before today it happened.

    The statement dates nothing itself, but the text goes on with the day of the event.
    """
    a = m.amount
    if context.published is not None and a.number is not None and a.unit == "D" and not a.approx:
        day = shift(context.published, -a.number, a.unit)
        context.remember(one_day(day, None, "relative", ""), m.event)


def _hours(context: Context, value: str) -> Resolution:
    """„wenige Stunden später“: still the day the text is at."""
    found = context.last_day
    if found is None:
        return Resolution("DURATION", value, event_like=False)
    day = found.span.first
    return dated(
        f"{day.isoformat()}TXX",
        Span(day, day),
        "day",
        type_="TIME",
        mod="approx",
        basis="anchored",
        anchor=found.text,
        event_like=False,
        confidence=0.6,
    )


#: of clock units; seconds are finer than a TIMEX3 of minutes
_MINUTES = {"TM": 1, "TQ": 15, "TH": 60}
_CLOSE = 2  # sentences


def after_clock(m: Shift, context: Context) -> Resolution | None:
    """„zehn Minuten später“, where the text has just named a clock time; else None."""
    last = context.last
    minutes, number = _MINUTES.get(m.amount.unit), m.amount.number
    if m.clause or last is None or last.moment is None or minutes is None or number is None:
        return None
    if context.sentence - last.sentence > _CLOSE:
        return None
    try:
        moment = last.moment + timedelta(minutes=m.sign * number * minutes)
    except OverflowError:
        return None
    return Resolution(
        "TIME",
        moment.replace(tzinfo=None).isoformat(timespec="minutes"),
        start=moment,
        end=moment,
        timex_mod=m.amount.mod,
        granularity="time",
        mod="approx" if m.amount.approx else None,
        basis="anchored",
        anchor=last.text,
        event_like=False,
        confidence=0.7,
    )
