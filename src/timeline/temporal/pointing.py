"""Expressions that point: from the publication date or from a date in the text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from timeline.german.direction_words import (
    ADVICE,
    ANNOUNCED,
    BEFOREHAND,
    BESIDE,
    MISHAPS,
    PROGRAMME,
    SHOULD,
)
from timeline.german.meaning import DeicticDay, UnitStep, Vague, Weekday
from timeline.models import Basis, Granularity, Mod, Reading
from timeline.temporal import chronicle, notation
from timeline.temporal.anchors import (
    NO_REFERENCE,
    UNIT_GRANULARITY,
    fitting,
    middle,
    unknown_value,
)
from timeline.temporal.context import Context, Reference, Resolution, dated
from timeline.temporal.spans import (
    Span,
    shift,
    unit_span,
    week_span,
    weekday_from,
    weekday_until,
)
from timeline.temporal.years import NO_ANCHOR, TIMEX_PART, TOO_FAR, unresolved


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
    found = _one_day(day, m.daypart, "relative", base.isoformat())
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
    return prep not in ("für", "ab", "seit") and context.tense() in ("present", "none")


def _one_day(
    day: date,
    part: str | None,
    basis: Basis,
    anchor: str,
    readings: tuple[Reading, ...] = (),
    confidence: float = 1.0,
) -> Resolution:
    value = day.isoformat() + (f"T{part}" if part else "")
    return dated(
        value,
        Span(day, day),
        "day",
        type_="TIME" if part else "DATE",
        basis=basis,
        anchor=anchor,
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
    if m.anchored and m.step is not None and (then := fitting(context, "W")) is not None:
        # „Vor einem Monat … Am Montag darauf“: roughly then, not next Monday
        if then.granularity in ("year", "decade", "century"):
            return unresolved(f"XXXX-WXX-{m.number + 1}", NO_REFERENCE)
        return replace(_weekday_in_text(m, then), confidence=0.5)
    entry = context.counting_entry
    if entry is not None and m.step is None and m.week is None and not m.shift_weeks:
        day = chronicle.weekday(m.number, entry, context, prep)
        return _one_day(day, m.daypart, "anchored", entry.text)
    week = _named_week(context) if m.step is None and m.week is None else None
    if week is not None and not m.shift_weeks:
        day = week.span.first + timedelta(days=m.number)
        return _one_day(day, m.daypart, "anchored", week.text)
    if base is None:
        return unresolved(f"XXXX-WXX-{m.number + 1}", NO_ANCHOR)
    counted = _counted_weekday(m, base)
    if counted is None and prep == "bis" and context.continues and context.began is not None:
        counted = weekday_from(context.began, m.number)  # „von Montag bis Freitag“
    if counted is None and context.week is not None:
        counted = weekday_from(context.week.first, m.number)
    if counted is not None:
        return _one_day(counted, m.daypart, "relative", base.isoformat())
    story = context.historical()
    if (
        m.step == 0  # „an diesem Freitag“; a bare „am Freitag“ is the last one
        and story is not None
        and story.granularity in ("day", "time")
        and context.tense() in ("past", "none")
    ):
        return _weekday_in_text(m, story)
    return _nearest_weekday(m, base, context, prep)


_WEEK = timedelta(weeks=1)


def _named_week(context: Context) -> Reference | None:
    """The week that the clause names: „in der Woche danach noch einmal von Montag bis Mittwoch“."""
    if not context.beside:
        return None
    for near in reversed(context.references):
        if near.sentence != context.sentence or near.granularity not in ("week", "day"):
            return None
        if near.granularity == "week":
            monday = near.span.first.weekday() == 0 and near.mod is None
            return near if monday else None
    return None


def _counted_weekday(m: Weekday, base: date) -> date | None:
    """„Dienstag vergangener Woche“, „Freitag vor einer Woche“, „nächsten Freitag“."""
    back, ahead = weekday_until(base, m.number), weekday_from(base, m.number)
    if m.week is not None:
        return week_span(base).first + _WEEK * m.week + timedelta(days=m.number)
    if m.shift_weeks:
        return (ahead if m.shift_weeks > 0 else back) + _WEEK * m.shift_weeks
    if m.step is not None and m.step < 0:
        return (back if back < base else back - _WEEK) + _WEEK * (m.step + 1)
    if m.step is not None and m.step > 0:
        return (ahead if ahead > base else ahead + _WEEK) + _WEEK * (m.step - 1)
    return None


def _nearest_weekday(m: Weekday, base: date, context: Context, prep: str) -> Resolution:
    """The last such day up to the publication, or the next from it; the other may be meant too."""
    anchor = base.isoformat()
    back, ahead = weekday_until(base, m.number), weekday_from(base, m.number)
    if back == ahead and not (_is_of_programme(context) and context.tense() == "present"):
        return _one_day(back, m.daypart, "relative", anchor)
    look_back = _weekday_has_been(context, prep)
    planned = (
        context.tense() == "future"
        and context.says(SHOULD)
        and not (prep == "bis" or context.says(ADVICE))
    )
    if context.once_planned or (context.scheduled if look_back else planned):
        look_back = base - back <= ahead - base
    day, other = (back, ahead) if look_back else (ahead, back)
    why = "wäre es angekündigt" if look_back else "wäre es vergangen"
    readings = [Reading(other, other, why)]
    confidence = 0.7 if context.tense() == "none" else 0.9
    if look_back and prep == "am" and (then := _told_then(m, context)) is not None:
        readings, confidence = [then, *readings], 0.7
    elif not look_back and (named := _in_announced(m, context, ahead)) is not None:
        told, words = named
        if _is_of_programme(context):
            reading = Reading(ahead, ahead, "der nächste nach der Veröffentlichung")
            return _one_day(told, m.daypart, "anchored", words, (reading,), 0.8)
        readings, confidence = [Reading(told, told, "gezählt vom Datum davor im Text")], 0.7
    elif back == ahead:
        readings, confidence = [], 1.0
    return _one_day(day, m.daypart, "relative", anchor, tuple(readings), confidence)


def _weekday_has_been(context: Context, prep: str) -> bool:
    """Whether a weekday lies behind the publication, by what leads to it and by its verb."""
    if prep == "für":
        return False
    if prep in ("vom", "von") and context.noun not in ("", "Nacht"):
        return True  # „das Unglück vom Freitag“
    tense = context.tense()
    if tense == "past":
        return True
    if tense != "none":
        return prep == "seit"
    # without a verb: „Dienstag, 20.30 Uhr: Dia-Abend“ announces, „Einbruch am Montag“ reports
    if context.timetable and _follows_a_day_ahead(context):
        return False
    called = prep == "am" and (context.at_head or _is_invitation(context))
    listed = context.timetable and (prep in ("", "zu", "zum", "auf") or called)
    return not (listed or (prep == "" and context.at_head) or prep in ("ab", "bis"))


def _follows_a_day_ahead(context: Context) -> bool:
    """„am Samstag, 15 und 20 Uhr, sowie am Sonntag, 11 Uhr“: the first has not been yet."""
    last, base = context.last_day, context.published
    if last is None or base is None:
        return False
    return last.sentence == context.sentence and last.span.first >= base


def _is_invitation(context: Context) -> bool:
    """„Gottesdienst am Sonntag um 10 Uhr“, unlike „Unfall am Sonntag um 10 Uhr“."""
    return not context.says(BESIDE) and context.names(ANNOUNCED) and not context.names(MISHAPS)


def _is_of_programme(context: Context) -> bool:
    """„Am Freitag spielt die Kapelle“, but not „Der Vorverkauf beginnt am Freitag“."""
    return not context.says(BEFOREHAND) and (context.says(PROGRAMME) or context.names(ANNOUNCED))


def _in_announced(m: Weekday, context: Context, ahead: date) -> tuple[date, str] | None:
    """„Vom 23. bis 25. Juni feiert der Ort. Am Freitag spielt …“: the Friday of these days.

    With the words that name them; None where they lie before ``ahead``, the next such day.
    """
    later: Reference | None = None
    for told in reversed(context.references):
        if context.sentence - told.sentence > _PARAGRAPH:
            return None
        if later is not None and later.sentence == told.sentence and _run(told, later):
            day = weekday_from(told.span.first, m.number)
            if ahead < day <= later.span.first:
                return day, told.text
        later = told
    return None


_PARAGRAPH = 4  # sentences


def _run(first: Reference, last: Reference) -> bool:
    """„vom 23. bis 25. Juni“, „am 30. und 31. August“, but not „am 10. und 14. Mai“."""
    if not {first.granularity, last.granularity} <= {"day", "time"}:
        return False
    days = (last.span.first - first.span.first).days
    start = first.told.find(first.text)
    between = first.told[start + len(first.text) : first.told.find(last.text, start)]
    return days == 1 or (1 < days < 7 and between.strip() in ("bis", "bis zum", "–", "-"))


#: a story of this long ago may go on with a weekday; one of the last weeks is this week's anyway
_STORY = (timedelta(weeks=3), timedelta(days=365))


def _told_then(m: Weekday, context: Context) -> Reading | None:
    """The first such weekday behind the day just told of, as another reading.

    „Am 13. März schlossen die Schulen. Am Sonntag …“: most often it is last Sunday, not always.
    """
    last, published = context.last_day, context.published
    if last is None or published is None or last.granularity not in ("day", "time"):
        return None
    near = context.sentence - last.sentence <= 1
    if not near or not _STORY[0] < published - last.span.first < _STORY[1]:
        return None
    day = weekday_from(last.span.first + timedelta(days=1), m.number)
    return Reading(day, day, "gezählt vom Datum davor im Text")


def _weekday_in_text(m: Weekday, reference: Reference) -> Resolution:
    start = reference.span.first
    day = weekday_from(start, m.number)
    if m.anchored and m.step == 1 and day == start:
        day += _WEEK
    if m.anchored and m.step == -1:  # „am Montag davor“
        day -= _WEEK
    return _one_day(day, m.daypart, "anchored", reference.text)


def unit_step(m: UnitStep, context: Context, prep: str) -> Resolution:
    """„letzte Woche“, „Ende des Monats“, „im Jahr darauf“, „in den nächsten Tagen“."""
    if m.step == _YEAR_BACK.get(m.unit) and _named_before(m, context) is None:
        m = replace(m, unit="Y", step=-1)
    granularity = UNIT_GRANULARITY.get(m.unit, "day")
    if m.plural:
        return _several(m, context, granularity)
    base, basis, anchor = _base(m, context)
    if base is None:
        return unresolved(
            unknown_value(m.unit), NO_REFERENCE if m.anchored else NO_ANCHOR, granularity
        )
    try:
        if m.fresh:
            coming = base.month > 6 or (base.month > 3 and context.tense() == "future")
            span = unit_span("Y", shift(base, int(coming), "Y"))
        elif m.unit == "WE":
            span = _weekend(m, base, context, prep)
        else:
            span = unit_span(m.unit, shift(base, m.step, m.unit))
    except (OverflowError, ValueError):
        return unresolved(unknown_value(m.unit), TOO_FAR, granularity)
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
    return int(over and (prep == "für" or context.tense() == "future"))


def _base(m: UnitStep, context: Context) -> tuple[date | None, Basis, str]:
    """What a unit is counted from."""
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


def _named_before(m: UnitStep, context: Context) -> Reference | None:
    """The date that „im Vorjahr“, „im Vormonat“ count from, where one was named just before."""
    if m.deictic or m.part is not None or m.step >= 0 or context.last is None:
        return None
    if m.unit == "Y":
        near = context.last
        told = near.basis == "absolute" and near.granularity != "season" and not near.aside
        told = told and not context.is_ahead(near)
        close = context.sentence - near.sentence <= 1
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


def _weekend(m: UnitStep, base: date, context: Context, prep: str) -> Span:
    saturday = unit_span("WE", base).first
    if m.step:
        # on a weekday the coming weekend is this week's; on a weekend it is the next
        steps = m.step - 1 if m.step > 0 and base < saturday else m.step
        saturday += timedelta(weeks=steps)
        return Span(saturday, saturday + timedelta(days=1))
    if prep == "für":
        return Span(saturday, saturday + timedelta(days=1))
    if context.entry is not None:
        return Span(saturday, saturday + timedelta(days=1))
    if context.scheduled and saturday - base <= timedelta(days=3):
        return Span(saturday, saturday + timedelta(days=1))
    over = context.tense() == "past" and base <= saturday  # on its Saturday it has not been
    if over or (base < saturday and (prep == "seit" or context.tense() == "none")):
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
