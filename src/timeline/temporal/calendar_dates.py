"""Dates that name their month, season or feast; the year is found where it is missing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from timeline.german import feasts
from timeline.german.meaning import (
    CalendarDate,
    DayOfMonth,
    Feast,
    LastDayOfMonth,
    NthWeekday,
    Period,
    RelativeYear,
    Turn,
    Year,
)
from timeline.models import Basis, Granularity, Mod, Reading
from timeline.temporal import notation
from timeline.temporal.context import Context, Reference, Resolution
from timeline.temporal.spans import (
    Span,
    add_months,
    century_span,
    half_span,
    month_span,
    quarter_span,
    season_span,
    week_span,
    year_span,
)

_TIMEX_PART = {"start": "START", "mid": "MID", "end": "END"}
#: the past prepositions: what stands behind them has been
PAST_PREPOSITIONS = {"seit", "vom", "von"}
NO_ANCHOR = "ohne Veröffentlichungsdatum nicht aufzulösen"
NO_SUCH_DAY = "diesen Tag gibt es nicht"

Spanner = Callable[[int], Span | None]


def unresolved(type_value: str, reason: str, granularity: Granularity = "day") -> Resolution:
    return Resolution("DATE", type_value, granularity=granularity, reason=reason)


def _safe(make: Callable[[int], Span]) -> Spanner:
    """A spanner that says None where the calendar has no such day or year."""

    def spanner(year: int) -> Span | None:
        try:
            return make(year) if 1 <= year <= 9999 else None
        except (ValueError, OverflowError):
            return None

    return spanner


def find_year(
    spanner: Spanner, year: Year, context: Context, prep: str, step: int | None = None
) -> tuple[Span | None, Basis, str, tuple[Reading, ...]]:
    """The span in the right year, how it was found, against what, and what else it could be.

    A year named in the text decides. Else, in a narrative, the text's own time;
    else the verb: the past looks back from the publication date, present and
    future look ahead („am 21. Oktober zugesagt hatte“, „beginnt am 3. Mai“).
    """
    if isinstance(year, int):
        return spanner(year), "absolute", "", ()
    base = context.published
    last = context.last
    if isinstance(year, RelativeYear):
        if year.anchored and last is not None:
            return spanner(last.span.first.year + year.step), "anchored", last.text, ()
        if context.narrative and last is not None:
            return spanner(last.span.first.year + year.step), "anchored", last.text, ()
        if base is None:
            return None, "relative", "", ()
        return spanner(base.year + year.step), "relative", base.isoformat(), ()
    arrived = context.story_time()
    if base is None and (arrived is None or not _near(arrived, context)):
        return None, "relative", "", ()
    if arrived is not None and (context.narrative or base is None):
        return _onward(spanner, arrived, step), "anchored", arrived.text, ()
    story = context.historical()
    if story is not None and step is None and context.tense() in ("past", "none"):
        return spanner(story.span.first.year), "anchored", story.text, ()
    if base is None:
        return None, "relative", "", ()
    around = [s for y in range(base.year - 2, base.year + 3) if (s := spanner(y)) is not None]
    if not around:
        return None, "relative", base.isoformat(), ()
    back = [s for s in around if s.first <= base]
    ahead = [s for s in around if s.last >= base]
    if step is not None and step < 0:
        back = [s for s in around if s.last < base]
    if step is not None and step > 0:
        ahead = [s for s in around if s.first > base]
    latest, nearest = (back[-1] if back else None), (ahead[0] if ahead else None)
    look_back = (
        step < 0
        if step is not None and step != 0
        else _looks_back(context, prep, base, latest, nearest)
    )
    chosen, other = (latest, nearest) if look_back else (nearest, latest)
    if chosen is None:
        chosen, other = other, None
    readings: tuple[Reading, ...] = ()
    if other is not None and other != chosen and step is None:
        why = "wäre es angekündigt" if look_back else "wäre es vergangen"
        readings = (Reading(other.first, other.last, why),)
    return chosen, "relative", base.isoformat(), readings


def _near(arrived: Reference, context: Context) -> bool:
    """Without a publication date an incomplete one hangs on a year just named, or on none."""
    return context.sentence - arrived.sentence <= 3 and arrived.granularity not in (
        "decade",
        "century",
        "range",
    )


#: a narrative goes forward: a month so far behind the last one belongs to the next year
_TURN_OF_YEAR = timedelta(days=240)


def _onward(spanner: Spanner, arrived: Reference, step: int | None) -> Span | None:
    """The span in the year a narrative has arrived at, or in the next after its December."""
    year = arrived.span.first.year
    span = spanner(year + (step or 0) if arrived.granularity == "year" else year)
    precise = arrived.granularity in ("day", "month", "time")
    if span is not None and precise and arrived.span.first - span.first > _TURN_OF_YEAR:
        return spanner(year + 1) or span
    return span


_JUST, _FAR = timedelta(days=31), timedelta(days=300)


def _looks_back(
    context: Context, prep: str, base: date, latest: Span | None, nearest: Span | None
) -> bool:
    if latest is None or nearest is None:
        return nearest is None
    if latest == nearest:
        return True
    if prep == "für":
        return False
    if prep in PAST_PREPOSITIONS:
        return True
    tense = context.tense()
    if tense == "past":
        return True
    if tense == "present" and base - latest.last <= _JUST and nearest.first - base > _FAR:
        return True  # „Am 30. November, 22 Uhr: Alarm“, told two days later
    if tense in ("future", "present"):
        return False
    return (base - latest.last) <= (nearest.first - base)


def calendar_date(m: CalendarDate, context: Context, prep: str) -> Resolution:
    """A day, a month or a year, with the parts that are named."""
    mod: Mod | None = m.part
    timex_mod = _TIMEX_PART[m.part] if m.part else None
    if m.short and isinstance(m.year, int):
        m = replace(m, year=_full_year(m.year, context), short=False)
    if m.bc:
        value = notation.timex_year(m.year if isinstance(m.year, int) else 0, bc=True)
        return Resolution(
            "DATE",
            value,
            granularity="year",
            event_like=False,
            reason="liegt vor unserer Zeitrechnung",
        )
    if m.month is None:
        span, basis, anchor, _ = find_year(_safe(year_span), m.year, context, prep)
        if span is None:
            return unresolved(
                f"{m.year:04d}" if isinstance(m.year, int) else "XXXX", NO_ANCHOR, "year"
            )
        return Resolution(
            "DATE",
            f"{span.first.year:04d}",
            timex_mod,
            span.first,
            span.last,
            "year",
            mod,
            basis,
            anchor,
        )
    month = m.month
    if m.day is None:
        spanner = _safe(lambda y: month_span(y, month))
        span, basis, anchor, readings = find_year(spanner, m.year, context, prep, m.step)
        if span is None:
            return unresolved(notation.timex_month(None, month), NO_ANCHOR, "month")
        value = notation.timex_month(span.first.year, month)
        return Resolution(
            "DATE",
            value,
            timex_mod,
            span.first,
            span.last,
            "month",
            mod,
            basis,
            anchor,
            alternatives=readings,
            confidence=_confidence(readings),
        )
    day = m.day
    spanner = _safe(lambda y: Span(date(y, month, day), date(y, month, day)))
    span, basis, anchor, readings = find_year(spanner, m.year, context, prep)
    if span is None:
        reason = NO_SUCH_DAY if not _possible(month, day, m.year) else NO_ANCHOR
        year = f"{m.year:04d}" if isinstance(m.year, int) else "XXXX"
        return unresolved(f"{year}-{month:02d}-{day:02d}", reason)
    if m.weekday is not None and span.first.weekday() != m.weekday:
        span, basis, readings = _by_weekday(m, spanner, span, context, basis, readings)
    value = span.first.isoformat()
    if m.daypart:
        return Resolution(
            "TIME",
            f"{value}T{m.daypart}",
            None,
            span.first,
            span.last,
            "day",
            None,
            basis,
            anchor,
            alternatives=readings,
        )
    return Resolution(
        "DATE",
        value,
        None,
        span.first,
        span.last,
        "day",
        None,
        basis,
        anchor,
        alternatives=readings,
        confidence=_confidence(readings),
    )


def _full_year(year: int, context: Context) -> int:
    """„39“ is 2039 only where that is not far ahead of the publication."""
    latest = context.published.year + 15 if context.published else 2049
    return year - 100 if year > latest else year


def _possible(month: int, day: int, year: Year) -> bool:
    try:
        date(year if isinstance(year, int) and year else 2000, month, day)
    except ValueError:
        return False
    return True


def _confidence(readings: tuple[Reading, ...]) -> float:
    return 0.85 if readings else 1.0


def _by_weekday(
    m: CalendarDate,
    spanner: Spanner,
    span: Span,
    context: Context,
    basis: Basis,
    readings: tuple[Reading, ...],
) -> tuple[Span, Basis, tuple[Reading, ...]]:
    """„Freitag, 3. Mai“ without a year: the year in which the weekday fits, if one is near.

    Where the text names the year, date and weekday contradict each other: the date
    stands and the contradiction is kept as another reading.
    """
    if m.year is None and context.published is not None:
        near = sorted(
            (
                s
                for y in range(context.published.year - 2, context.published.year + 3)
                if (s := spanner(y)) is not None and s.first.weekday() == m.weekday
            ),
            key=lambda s: abs(s.first - span.first),
        )
        if near:
            return near[0], basis, ()
    return span, basis, (*readings, Reading(None, None, "der genannte Wochentag passt nicht dazu"))


def day_of_month(m: DayOfMonth, context: Context) -> Resolution:
    """„am 3. dieses Monats“."""
    base = context.published
    if base is None:
        return unresolved(f"XXXX-XX-{m.day:02d}", NO_ANCHOR)
    try:
        first = add_months(base.replace(day=1), m.step)
        day = first.replace(day=m.day)
    except (ValueError, OverflowError):
        return unresolved(f"XXXX-XX-{m.day:02d}", NO_SUCH_DAY)
    return Resolution(
        "DATE", day.isoformat(), None, day, day, "day", None, "relative", base.isoformat()
    )


def nth_weekday(m: NthWeekday, context: Context, prep: str) -> Resolution:
    def make(year: int) -> Span:
        month = month_span(year, m.month)
        if m.number < 0:
            day = month.last - timedelta(days=(month.last.weekday() - m.weekday) % 7)
        else:
            day = month.first + timedelta(
                days=(m.weekday - month.first.weekday()) % 7 + 7 * (m.number - 1)
            )
        if day.month != m.month:
            raise ValueError("the month has no such weekday")
        return Span(day, day)

    span, basis, anchor, readings = find_year(_safe(make), m.year, context, prep)
    if span is None:
        return unresolved("XXXX-XX-XX", NO_ANCHOR)
    return Resolution(
        "DATE",
        span.first.isoformat(),
        None,
        span.first,
        span.last,
        "day",
        None,
        basis,
        anchor,
        alternatives=readings,
    )


def last_day(m: LastDayOfMonth, context: Context, prep: str) -> Resolution:
    def make(year: int) -> Span:
        month = month_span(year, m.month)
        return Span(month.last, month.last)

    span, basis, anchor, readings = find_year(_safe(make), m.year, context, prep)
    if span is None:
        return unresolved("XXXX-XX-XX", NO_ANCHOR)
    return Resolution(
        "DATE",
        span.first.isoformat(),
        None,
        span.first,
        span.last,
        "day",
        None,
        basis,
        anchor,
        alternatives=readings,
    )


def feast(m: Feast, context: Context, prep: str) -> Resolution:
    def make(year: int) -> Span:
        found = feasts.feast(m.key, year, context.locale)
        if found is None:
            raise ValueError("no such feast in that year")
        return Span(*found)

    span, basis, anchor, readings = find_year(_safe(make), m.year, context, prep, m.step)
    if span is None:
        return unresolved("XXXX-XX-XX", NO_ANCHOR)
    single = span.first == span.last
    if prep == "bis" and m.key != "Karwoche":
        span = Span(span.first, span.first)
    value = span.first.isoformat() + (f"T{m.daypart}" if m.daypart else "")
    if m.key == "Karwoche":
        value = notation.timex_week(span.first)
    week = m.key == "Karwoche"
    return Resolution(
        "TIME" if m.daypart else "DATE",
        value,
        None,
        span.first,
        span.last,
        "week" if week else "day" if single or prep == "bis" else "range",
        None,
        basis,
        anchor,
        alternatives=readings,
    )


def period(m: Period, context: Context, prep: str) -> Resolution:
    """Season, quarter, half year, week of the year, decade, century, double year."""
    mod: Mod | None = m.part
    timex_mod = _TIMEX_PART[m.part] if m.part else None
    if m.kind == "CE":
        return _century(m, mod, timex_mod)
    if m.kind == "DE":
        return _decade(m, context, mod, timex_mod)
    if m.kind == "SY":
        first = _safe(lambda y: year_span(y, 2))(m.number)
        if first is None:
            return unresolved("XXXX", NO_SUCH_DAY, "year")
        return Resolution(
            "DATE", f"{m.number:04d}", None, first.first, first.last, "range", event_like=prep != ""
        )
    granularity: Granularity
    if m.kind == "Q":
        spanner, granularity = _safe(lambda y: quarter_span(y, m.number)), "quarter"
    elif m.kind == "H":
        spanner, granularity = _safe(lambda y: half_span(y, m.number)), "range"
    elif m.kind in ("SS", "SW"):
        spanner, granularity = _safe(lambda y: _term(m.kind, y)), "range"
    elif m.kind == "W":
        spanner, granularity = (
            _safe(lambda y: week_span(date.fromisocalendar(y, m.number, 1))),
            "week",
        )
    else:
        spanner, granularity = _safe(lambda y: season_span(m.kind, y)), "season"
    span, basis, anchor, readings = find_year(spanner, m.year, context, prep, m.step)
    if span is None:
        unknown = {"Q": f"-Q{m.number}", "H": f"-H{m.number}", "W": f"-W{m.number:02d}", "SS": "", "SW": ""}
        return unresolved("XXXX" + unknown.get(m.kind, f"-{m.kind}"), NO_ANCHOR, granularity)
    year = span.first.year
    value = {
        "Q": f"{year:04d}-Q{m.number}",
        "H": f"{year:04d}-H{m.number}",
        "W": notation.timex_week(span.first),
        "SS": f"{year:04d}",
        "SW": f"{year:04d}",
    }.get(m.kind, f"{year:04d}-{m.kind}")
    return Resolution(
        "DATE",
        value,
        timex_mod,
        span.first,
        span.last,
        granularity,
        mod,
        basis,
        anchor,
        alternatives=readings,
        confidence=_confidence(readings),
    )


def _term(kind: str, year: int) -> Span:
    """University terms: summer April to September, winter October to March."""
    first = date(year, 4 if kind == "SS" else 10, 1)
    return Span(first, add_months(first, 6) - timedelta(days=1))


def _century(m: Period, mod: Mod | None, timex_mod: str | None) -> Resolution:
    if m.bc:
        return Resolution(
            "DATE",
            f"BC{m.number - 1:02d}",
            timex_mod,
            granularity="century",
            event_like=False,
            reason="liegt vor unserer Zeitrechnung",
        )
    span = _safe(century_span)(m.number)
    if span is None:
        return unresolved("XX", NO_SUCH_DAY, "century")
    return Resolution(
        "DATE", f"{m.number - 1:02d}", timex_mod, span.first, span.last, "century", mod
    )


def _decade(m: Period, context: Context, mod: Mod | None, timex_mod: str | None) -> Resolution:
    year = m.number
    if year < 100:  # „die sechziger Jahre“: the century of the text, else the 20th
        last = context.last
        century = 1900
        if last is not None and last.span.first.year < 1900 and context.narrative:
            century = last.span.first.year // 100 * 100
        elif year in (0, 10) and context.published is not None and context.published.year > 2010:
            century = 2000
        year += century
    span = year_span(year, 10)
    return Resolution("DATE", f"{year // 10:03d}", timex_mod, span.first, span.last, "decade", mod)


def turn(m: Turn, context: Context, prep: str) -> Resolution:
    """„zum Jahreswechsel“: 31 December and 1 January; „um die Jahrhundertwende“: about 1900."""
    if m.unit == "Y":
        make = _safe(lambda y: Span(date(y, 12, 31), date(y + 1, 1, 1)))
        span, basis, anchor, readings = find_year(make, m.year, context, prep)
        if span is None:
            return unresolved("XXXX-12-31", NO_ANCHOR)
        return Resolution(
            "DATE",
            span.first.isoformat(),
            None,
            span.first,
            span.last,
            "range",
            None,
            basis,
            anchor,
            alternatives=readings,
        )
    year = 2000 if m.unit == "ML" else 1900
    span = year_span(year)
    after = prep == "nach"
    return Resolution(
        "DATE",
        f"{year:04d}",
        "APPROX",
        span.first,
        span.last,
        "year",
        "after" if after else "approx",
        confidence=0.7,
    )
