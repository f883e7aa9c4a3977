"""Expressions that point: from the publication date or from a date in the text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from timeline.german.meaning import Amount, DeicticDay, Shift, UnitStep, Vague, Weekday
from timeline.models import Basis, Granularity, Mod, Reading
from timeline.temporal import notation
from timeline.temporal.calendar_dates import NO_ANCHOR, PAST_PREPOSITIONS, unresolved
from timeline.temporal.context import Context, Reference, Resolution
from timeline.temporal.spans import FINENESS, Span, shift, unit_span, week_span

NO_REFERENCE = "der Text nennt davor kein Datum, auf das sich das bezieht"
NO_COUNT = "niemand hat gezählt: die Zahl der Einheiten ist offen"
TOO_FAR = "liegt außerhalb des Kalenders"
_TIMEX_PART = {"start": "START", "mid": "MID", "end": "END"}
_GRANULARITY: dict[str, Granularity] = {
    "D": "day",
    "W": "week",
    "WE": "range",
    "M": "month",
    "Q": "quarter",
    "H": "range",
    "Y": "year",
    "DE": "decade",
    "CE": "century",
    "ML": "century",
}


def vague(m: Vague) -> Resolution:
    return Resolution("DATE", m.value, event_like=False)


def deictic_day(m: DeicticDay, context: Context) -> Resolution:
    if m.idiom or (
        m.daypart is None
        and (
            context.narrative or (context.kind == "weekly" and m.offset == 0 and _at_large(context))
        )
    ):
        return Resolution("DATE", "PRESENT_REF" if m.offset == 0 else "PAST_REF", event_like=False)
    base = context.published
    if base is None:
        return unresolved("XXXX-XX-XX", NO_ANCHOR)
    day = base + timedelta(days=m.offset)
    found = _one_day(day, m.daypart, "relative", base.isoformat())
    adverb = m.daypart is None and not m.attribute
    if m.offset == 0 and adverb and context.states and context.tense() == "present":
        return replace(found, event_like=False)  # „liegt heute in einer Vitrine“
    return found


def _at_large(context: Context) -> bool:
    """A weekly's „heute“ means these days, unless its verb tells of something done or to come."""
    return context.tense() in ("present", "none")


def _one_day(
    day: date,
    part: str | None,
    basis: Basis,
    anchor: str,
    readings: tuple[Reading, ...] = (),
    confidence: float = 1.0,
) -> Resolution:
    value = day.isoformat() + (f"T{part}" if part else "")
    return Resolution(
        "TIME" if part else "DATE",
        value,
        None,
        day,
        day,
        "day",
        None,
        basis,
        anchor,
        alternatives=readings,
        confidence=confidence,
    )


def weekday(m: Weekday, context: Context, prep: str) -> Resolution:
    """The verb decides: „traf sich am Mittwoch“ looks back, „tagt am Mittwoch“ ahead.

    A weekday named on that weekday is that very day, unless „vergangenen“ or
    „kommenden“ says otherwise.
    """
    base = context.published
    if m.indefinite:
        return Resolution("DATE", f"XXXX-WXX-{m.number + 1}", event_like=False)
    if (m.anchored or context.narrative) and context.last_day is not None:
        return _weekday_in_text(m, context.last_day)
    if base is None:
        return unresolved(f"XXXX-WXX-{m.number + 1}", NO_ANCHOR)
    anchor = base.isoformat()
    if m.week is not None:
        monday = week_span(base).first + timedelta(weeks=m.week)
        return _one_day(monday + timedelta(days=m.number), m.daypart, "relative", anchor)
    back = base - timedelta(days=(base.weekday() - m.number) % 7)
    ahead = base + timedelta(days=(m.number - base.weekday()) % 7)
    week = timedelta(weeks=1)
    if m.shift_weeks:
        day = (ahead if m.shift_weeks > 0 else back) + week * m.shift_weeks
        return _one_day(day, m.daypart, "relative", anchor)
    if m.step is not None and m.step < 0:
        day = (back if back < base else back - week) + week * (m.step + 1)
        return _one_day(day, m.daypart, "relative", anchor)
    if m.step is not None and m.step > 0:
        day = (ahead if ahead > base else ahead + week) + week * (m.step - 1)
        return _one_day(day, m.daypart, "relative", anchor)
    tense = context.tense()
    if prep == "für":
        look_back = False
    elif prep == "vom" and context.after_noun:
        look_back = True  # „das Unglück vom Freitag“
    elif tense == "past":
        look_back = True
    elif tense == "none":
        # without a verb: „Dienstag, 20.30 Uhr: Dia-Abend“ announces, „Einbruch am Montag“ reports
        listed = prep == "" and (context.timetable or context.at_head)
        look_back = not (listed or prep in ("ab", "bis"))
    else:
        look_back = prep in PAST_PREPOSITIONS and prep == "seit"
    day, other = (back, ahead) if look_back else (ahead, back)
    if day == other:
        return _one_day(day, m.daypart, "relative", anchor)
    why = (
        f"wäre es angekündigt: am {other:%d.%m.%Y}"
        if look_back
        else f"wäre es vergangen: am {other:%d.%m.%Y}"
    )
    confidence = 0.7 if tense == "none" else 0.9
    return _one_day(day, m.daypart, "relative", anchor, (Reading(other, other, why),), confidence)


def _weekday_in_text(m: Weekday, reference: Reference) -> Resolution:
    start = reference.span.first
    day = start + timedelta(days=(m.number - start.weekday()) % 7)
    if m.anchored and m.step == 1 and day == start:
        day += timedelta(weeks=1)
    return _one_day(day, m.daypart, "anchored", reference.text)


def unit_step(m: UnitStep, context: Context, prep: str) -> Resolution:
    """„letzte Woche“, „Ende des Monats“, „im Jahr darauf“, „in den nächsten Tagen“."""
    granularity = _GRANULARITY.get(m.unit, "day")
    if m.plural:
        return _several(m, context, granularity)
    base, basis, anchor = _base(m, context)
    if base is None:
        return unresolved(_unknown(m.unit), NO_REFERENCE if m.anchored else NO_ANCHOR, granularity)
    try:
        if m.fresh:
            span = unit_span("Y", shift(base, int(base.month > 6), "Y"))
        elif m.unit == "WE":
            span = _weekend(m, base, context, prep)
        else:
            span = unit_span(m.unit, shift(base, m.step, m.unit))
    except (OverflowError, ValueError):
        return unresolved(_unknown(m.unit), TOO_FAR, granularity)
    mod: Mod | None = m.part
    return Resolution(
        "DATE",
        notation.timex_unit(m.unit, span),
        _TIMEX_PART[m.part] if m.part else None,
        span.first,
        span.last,
        granularity,
        mod,
        basis,
        anchor,
    )


def _unknown(unit: str) -> str:
    return {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX"}.get(unit, "XXXX")


def _base(m: UnitStep, context: Context) -> tuple[date | None, Basis, str]:
    """What a unit is counted from."""
    if m.anchored or context.narrative:
        reference = fitting(context, m.unit)
        if reference is not None:
            return middle(reference), "anchored", reference.text
        if m.anchored and not context.narrative:
            return None, "anchored", ""
    story = context.historical() if m.step <= 0 else None
    if story is not None and context.sentence - story.sentence <= 1 and context.tense() == "past":
        return middle(story), "anchored", story.text
    published = context.published
    return published, "relative", published.isoformat() if published else ""


def fitting(context: Context, unit: str) -> Reference | None:
    """The last date of the text that is fine enough to count ``unit`` from it.

    What is told in the past does not count from a date that is yet to come.
    """
    published = context.published
    past = published is not None and not context.narrative and context.tense() == "past"
    for reference in reversed(context.references):
        if past and published is not None and reference.span.first > published:
            continue
        fine = (
            reference.granularity in ("day", "time") or reference.span.first == reference.span.last
        )
        if FINENESS.get(unit, 0) > 0 or fine or (unit == "D" and reference.granularity == "range"):
            return reference
    return None


def telling_of(event: str, context: Context) -> Reference | None:
    """The date of the sentence that tells of an event („das Unglück“), if one does.

    Where none has the word, a past-tense sentence counts from the date just
    before it; any other is left open rather than dated wrongly.
    """
    stem = event.lower()[: max(5, len(event) - 3)]
    for reference in reversed(context.references):
        if stem in reference.told.lower():
            return reference
    found, published = context.last_day, context.published
    if found is None or published is None or context.sentence - found.sentence > 4:
        return None
    near = abs(found.span.first - published) <= timedelta(days=60)
    return found if near and found.span.first <= published and context.tense() == "past" else None


def middle(reference: Reference) -> date:
    """The day of a reference to count from: „Mitte Oktober“ is the 15th, „Ende Mai“ the 31st."""
    span = reference.span
    if reference.mod == "mid":
        return span.first + (span.last - span.first) / 2
    if reference.mod == "end":
        return span.last
    return span.first


def _weekend(m: UnitStep, base: date, context: Context, prep: str) -> Span:
    saturday = unit_span("WE", base).first
    if m.step:
        # on a weekday the coming weekend is this week's; on a weekend it is the next
        steps = m.step - 1 if m.step > 0 and base < saturday else m.step
        saturday += timedelta(weeks=steps)
        return Span(saturday, saturday + timedelta(days=1))
    if (prep == "seit" or context.tense() in ("past", "none")) and base < saturday:
        saturday -= timedelta(weeks=1)
    return Span(saturday, saturday + timedelta(days=1))


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
            None,
            base,
            end,
            "range",
            "approx",
            "relative",
            anchor,
            confidence=0.8,
        )
    return Resolution(
        "DURATION",
        value,
        None,
        base,
        None,
        granularity,
        "approx",
        "relative",
        anchor,
        event_like=m.unit in ("D", "W", "M"),
        confidence=0.6,
    )


# --------------------------------------------------------------------------- lengths
def amount(m: Amount, context: Context, prep: str) -> Resolution:
    """A length of time; „vor“ and „seit“ (and „in“, looking ahead) make it a date as well."""
    value = notation.timex_duration(m.number, m.unit, m.more)
    if m.unit == "WE" and m.number is not None:
        value = f"P{m.number:g}WE"
    plain = Resolution("DURATION", value, m.mod, event_like=False)
    if context.narrative and prep == "nach" and not m.fixed and m.number is not None:
        return shifted(Shift(m, 1), context, None)  # „nach zwei Tagen“: two days into the story
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
            granularity=_coarse(m.unit),
            reason=NO_COUNT,
            event_like=m.number is None,
        )
    base = context.published
    anchor = base.isoformat() if base else ""
    if base is None:
        return Resolution("DURATION", value, m.mod, granularity=_coarse(m.unit), reason=NO_ANCHOR)
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
        m.mod,
        span.first,
        end,
        granularity,
        mod,
        "relative",
        anchor,
        event_like=not (m.unit.startswith("T") and prep in ("seit", "in")),
        confidence=0.8 if m.approx or granularity != "day" else 0.95,
    )


def _coarse(unit: str) -> Granularity:
    return _GRANULARITY.get(unit, "day")


def moved(base: date, m: Amount, sign: int) -> tuple[Span, Granularity]:
    """``base`` moved by a length of time, as precise as its unit: three weeks back is a week.

    Raises OverflowError outside the calendar.
    """
    assert m.number is not None
    day = shift(base, sign * m.number, m.unit)
    for unit, number in m.more:
        day = shift(day, sign * number, unit)
    unit = m.more[-1][0] if m.more else m.unit
    if unit == "Y" and m.number % 1:
        unit = "M"
    if unit in ("DE", "CE", "ML"):
        unit = "Y"
    if unit == "Q" or unit == "H":
        unit = "M"
    if unit == "WE":
        unit = "W"
    if unit.startswith("T"):
        unit = "D"
    return unit_span(unit, day), _GRANULARITY[unit]


def shifted(m: Shift, context: Context, base_resolution: Resolution | None) -> Resolution:
    """„zwei Tage zuvor“, „acht Jahre später“, „heute in einer Woche“, „elf Monate nachdem …“."""
    a = m.amount
    value = notation.timex_duration(a.number, a.unit, a.more)
    basis: Basis = "anchored"
    reference: date | None
    if base_resolution is not None:
        if base_resolution.start is None:
            return base_resolution
        reference, anchor = base_resolution.day or base_resolution.start, base_resolution.anchor
        basis = base_resolution.basis
        if m.base is not None and isinstance(m.base, DeicticDay):
            basis = "relative"
    elif not m.anchored:
        reference = context.published
        anchor, basis = (reference.isoformat() if reference else ""), "relative"
    else:
        found = telling_of(m.event, context) if m.event else fitting(context, a.unit)
        reference = middle(found) if found is not None else None
        anchor = found.text if found is not None else ""
    if a.number is None:
        kind = "FUTURE_REF" if m.sign > 0 else "PAST_REF"
        return Resolution("DATE", kind, granularity=_coarse(a.unit), event_like=False)
    if a.unit.startswith("T") and m.base is None:
        return _hours(m, context, value)
    if reference is None:
        if m.clause or m.anchored:
            return Resolution(
                "DURATION" if m.clause else "DATE",
                value if m.clause else _unknown(a.unit),
                granularity=_coarse(a.unit),
                reason=NO_REFERENCE,
            )
        return unresolved(_unknown(a.unit), NO_ANCHOR, _coarse(a.unit))
    sign = m.sign
    granularity: Granularity
    try:
        if m.base is not None and not isinstance(m.base, Weekday):
            day = shift(reference, sign * a.number, a.unit)
            span, granularity = Span(day, day), "day"
        else:
            span, granularity = moved(reference, a, sign)
    except OverflowError:
        return unresolved(_unknown(a.unit), TOO_FAR)
    unit = {"day": "D", "week": "W", "month": "M", "year": "Y"}.get(granularity, "D")
    text = notation.timex_unit(unit, span)
    mod: Mod | None = "approx" if a.approx or granularity == "week" else None
    return Resolution(
        "DURATION" if m.clause else "DATE",
        value if m.clause else text,
        a.mod,
        span.first,
        span.last,
        granularity,
        mod,
        basis,
        anchor,
        confidence=0.75 if basis == "anchored" else 0.9,
    )


def _hours(m: Shift, context: Context, value: str) -> Resolution:
    """„wenige Stunden später“: still the day the text is at."""
    found = context.last_day
    if found is None:
        return Resolution("DURATION", value, event_like=False)
    day = found.span.first
    return Resolution(
        "TIME",
        f"{day.isoformat()}TXX",
        None,
        day,
        day,
        "day",
        "approx",
        "anchored",
        found.text,
        event_like=False,
        confidence=0.6,
    )
