"""Expressions that belong together become one: a day and its clock time, the ends of a range."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from timeline.german import feasts
from timeline.german.meaning import (
    CalendarDate,
    Clock,
    DeicticDay,
    Feast,
    PartOfDay,
    Shift,
    Weekday,
)
from timeline.german.tables import table
from timeline.german.tokens import Tokens
from timeline.german.verb_forms import FINITE, forms
from timeline.models import TimeExpression, Timex, as_day
from timeline.temporal import notation
from timeline.temporal.context import Resolution
from timeline.temporal.found import Found
from timeline.temporal.sides import from_part_to_part, open_side
from timeline.temporal.spans import DAY, PARTS, WEEK, add_months, unit_span

#: „.“: of an abbreviation: „Sa. um 20 Uhr“
_GLUE_TIME = table(
    """
    , . um gegen ab bis von kurz nach vor etwa ca so seit genau punkt schon am in der früh (
    zwischen : rund
    """
)
_NIGHT_TO = {"zum", "zu", "auf", "zur", "vor"}


def join(text: str, tokens: Tokens, found: list[Found]) -> list[TimeExpression]:
    """The expressions of a sentence, joined where they belong together, in order."""
    if len(found) == 1:
        return [_expression(text, tokens, found, found[0], None, is_range=False)]
    out: list[TimeExpression] = []
    i = 0
    while i < len(found):
        group, lead, joined = _beside(tokens, found, i)
        behind = i + len(group)
        ended = _to_end(tokens, found, behind, group, joined)
        if ended is not None:
            tail, joined = ended
            group = [*group, *tail]
        made = _expression(text, tokens, group, lead, joined, is_range=ended is not None)
        if ended is not None and i and _tells_exactly(tokens, found[i - 1], group[0], made):
            out[-1] = replace(out[-1], event_like=False)
        out.append(made)
        i += len(group)
    return out


#: how many expressions are one, and the date that they have together
Taken = tuple[int, Resolution | None]


def _beside(
    tokens: Tokens, found: list[Found], i: int
) -> tuple[list[Found], Found, Resolution | None]:
    """What is one with the expression ``i``, the one of them that says what is open, their date."""
    for together in (_counted, _night, _with_time):
        take, joined = together(tokens, found, i)
        if take:
            return found[i : i + take], found[i], joined
    take, joined = _closer(tokens, found, i)
    if take:
        return found[i : i + take], found[i + take - 1], joined  # the exact date says it
    return [found[i]], found[i], None


def _to_end(
    tokens: Tokens, found: list[Found], i: int, group: Sequence[Found], joined: Resolution | None
) -> tuple[list[Found], Resolution] | None:
    """The expressions that end what a group begins („bis Freitag, 14 Uhr“), and the range.

    ``joined`` is the date of the group, if it is not that of one expression.
    """
    if i == len(found) or not _is_range(tokens, group, found[i]):
        return None
    take, timed = _with_time(tokens, found, i)
    tail = found[i : i + (take or 1)]
    ends = _not_before(joined or group[-1].resolution, tail, timed)
    _begun(group[-1], ends)
    begins = joined or group[-1].resolution
    return (tail, _range(begins, ends)) if _runs(begins, ends) else None


def _counted(tokens: Tokens, found: list[Found], i: int) -> Taken:
    """What is counted and the date that it is counted from: „am Montag nach dem 12. April“."""
    if found[i].count is None:
        return 0, None
    more, timed = _with_time(tokens, found, i + 1)
    return (1 + more, timed) if more else (2, found[i + 1].resolution)


def _tells_exactly(tokens: Tokens, feast: Found, first: Found, days: TimeExpression) -> bool:
    """„Über Ostern, vom 3. bis 6. April“: the days say which ones are meant by the feast."""
    named = feast.resolution
    if not isinstance(feast.hit.meaning, Feast) or named.start is None or days.start is None:
        return False
    beside = tokens.words[feast.hit.last : first.hit.lead] in ([","], ["("])
    end = as_day(days.end if days.end is not None else days.start)
    return beside and as_day(days.start) <= as_day(named.start) <= end


def _between(tokens: Tokens, left: Found, right: Found) -> str:
    """The words between two expressions, lower case, joined by a space."""
    return " ".join(w.lower() for w in tokens.words[left.hit.last : right.hit.first])


def _night(tokens: Tokens, found: list[Found], i: int) -> Taken:
    """„in der Nacht zum Freitag“ is the Friday's, „von Freitag auf Samstag“ the Saturday's."""
    meaning = found[i].hit.meaning
    if not (isinstance(meaning, PartOfDay) and meaning.daypart == "NI" and i + 1 < len(found)):
        return 0, None
    gap = _between(tokens, found[i], found[i + 1]).split()
    if not gap or found[i + 1].resolution.day is None or len(gap) > 3:
        return 0, None
    if gap[0] in _NIGHT_TO:
        day = found[i + 1].resolution
        found[i].resolution = replace(found[i].resolution, value=f"{day.value[:10]}TNI")
        if i + 2 < len(found):
            more, timed = _with_time(tokens, found, i + 1)
            if more == 2 and timed is not None:
                return 3, timed
        return 2, replace(day, type="TIME", value=f"{day.value[:10]}TNI")
    if gap[0] in ("von", "vom") and i + 2 < len(found):
        second = _between(tokens, found[i + 1], found[i + 2]).split()
        if second and second[0] in ("auf", "zum") and found[i + 2].resolution.day is not None:
            day = found[i + 2].resolution
            # TIMEX3 has one tag for the night and its first day, one for the second
            found[i].resolution = replace(
                found[i].resolution, value=f"{found[i + 1].resolution.value[:10]}TNI"
            )
            found[i].end = found[i + 1].end
            found[i + 1].silent = True
            return 3, replace(day, type="TIME", value=f"{day.value[:10]}TNI")
    return 0, None


def _closer(tokens: Tokens, found: list[Found], i: int) -> Taken:
    """A rough date and the exact one behind it: „zwei Jahre später, am 3. Oktober 1992“."""
    if i + 1 >= len(found):
        return 0, None
    a, b = found[i].resolution, found[i + 1].resolution
    gap = _between(tokens, found[i], found[i + 1])
    if a.start is None or a.end is None:
        return 0, None
    if (a.start, a.end) == (b.start, b.end) and gap in _SAME_DAY:
        return 2, b  # „am Rosenmontag, dem 3. März 2025“
    rough = isinstance(found[i].hit.meaning, Shift) and a.day is None
    if rough and gap == ", am" and b.day is not None:
        found[i].resolution = replace(a, value=b.value)
        return 2, b  # „zwei Wochen später, am 10. Oktober“, from whatever it was counted
    if gap not in (",", ", am", ", im", "", "im", "am", ", und zwar am", "–"):
        return 0, None
    if b.start is None or b.end is None or a.granularity == b.granularity or a.type == "SET":
        return 0, None
    if any(isinstance(moment, datetime) for moment in (a.start, b.start, b.end)):
        return 0, None
    a_end, slack = as_day(a.end), timedelta(0)
    if a.mod == "approx" and a.granularity == "week" and gap.startswith(","):
        slack = _ABOUT  # „in zwei Wochen, am 23. März“: of a Monday the week after next is far
    within = a.start - slack <= b.start and b.end <= a_end + slack
    if within and b.end - b.start < a_end - a.start:
        return 2, b
    return 0, None


_SAME_DAY = (",", ", dem", ", den", ", der", ", also am", ", einem", ", ein")
_ABOUT = timedelta(days=3)


def _with_time(tokens: Tokens, found: list[Found], i: int) -> Taken:
    """A day and the clock time or part of the day that stands beside it."""
    if i + 1 >= len(found):
        return 0, None
    a, b = found[i], found[i + 1]
    if a.resolution.day is None or b.resolution.day is None:
        return 0, None
    gap = _between(tokens, a, b)
    if not set(gap.split()) <= _GLUE_TIME or len(gap.split()) > 4:
        return 0, None
    a_timed = isinstance(a.hit.meaning, Clock | PartOfDay)
    b_timed = isinstance(b.hit.meaning, Clock | PartOfDay)
    if not a_timed and b_timed:
        if b.hit.prep == "ab" and isinstance(b.hit.meaning, Clock):
            return 2, replace(b.resolution, mod="since", end=None, basis=a.resolution.basis)
        if b.hit.prep == "bis" and isinstance(b.hit.meaning, Clock) and a.hit.prep != "bis":
            until = b.resolution
            return 2, replace(until, mod="until", start=None, basis=a.resolution.basis)
        chosen = (
            b.resolution
            if isinstance(b.hit.meaning, Clock)
            else replace(a.resolution, value=b.resolution.value, type="TIME")
        )
        take = 2
        if i + 2 < len(found) and isinstance(b.hit.meaning, PartOfDay):
            more, timed = _with_time(tokens, [found[i], *found[i + 2 : i + 4]], 0)
            if more == 2 and timed is not None:
                return 3, timed
        return take, replace(
            chosen,
            basis=a.resolution.basis,
            anchor=a.resolution.anchor,
            alternatives=a.resolution.alternatives,
        )
    if a_timed and not b_timed and gap in ("", "am", ",", "des", "in der"):
        chosen = a.resolution if isinstance(a.hit.meaning, Clock) else b.resolution
        return 2, replace(
            chosen,
            basis=b.resolution.basis,
            anchor=b.resolution.anchor,
            alternatives=b.resolution.alternatives,
        )
    if isinstance(a.hit.meaning, Clock) and isinstance(b.hit.meaning, PartOfDay) and not gap:
        return 2, a.resolution
    return 0, None


def _not_before(first: Resolution, tail: Sequence[Found], second: Resolution | None) -> Resolution:
    """„vom kommenden Freitag bis Sonntag“: the Sunday after that Friday."""
    r = second or tail[-1].resolution
    if not isinstance(tail[0].hit.meaning, Weekday) or r.start is None or r.end is None:
        return r
    if first.day is None or r.day is None or first.day <= r.day:
        return r
    room = (date.max - r.day) // WEEK
    by = WEEK * min(-((r.day - first.day) // WEEK), room)
    value = (r.day + by).isoformat() + r.value[10:]
    r = replace(r, start=r.start + by, end=r.end + by, value=value)
    if second is None:
        tail[-1].resolution = r
    return r


def _is_range(tokens: Tokens, left: Sequence[Found], right: Found) -> bool:
    a, b = left[-1].resolution, right.resolution
    if a.start is None or b.start is None or a.reason or b.reason:
        return False
    gap = _between(tokens, left[-1], right).strip(" ,")
    words = [w for w in gap.removeprefix("an ").split() if w not in _UNSURE_END]
    said = tokens.words[left[-1].hit.last : left[-1].hit.last + 2] == [",", "bis"]
    if said and left[-1].hit.prep in ("im", "am", "in") and left[0] is left[-1]:
        return False  # „versprach im Mai, bis September zu liefern“
    if not words:
        return False
    if words[0] in _DASHES and (len(words) > 1 or _opens_sentence(tokens, right)):
        return False  # „Überfall im März – Urteil am Freitag“
    if words[0] in ("bis", *_DASHES) and len(words) <= 3:
        weekdays = isinstance(right.hit.meaning, Weekday)
        return weekdays or _is_a_year_late(left[-1], b) or _runs(a, b)
    if words[0] == "auf":  # „am Wochenende vom 7. auf den 8. März“, not „vom 7. auf den 8. verlegt“
        lead = left[0].hit.lead
        return _follows(a, b) and "Wochenende" in tokens.words[max(0, lead - 2) : left[0].hit.first]
    if words[0] in ("und", "/") and len(words) <= 2:
        if forms(words[-1]) & FINITE:
            return False  # „fiel am Dienstag und wurde gestern bekannt“
        if "zwischen" in (left[0].hit.prep, left[-1].hit.prep):
            return True
        return _follows(a, b) and a.granularity == b.granularity
    return False


def _opens_sentence(tokens: Tokens, found: Found) -> bool:
    """„Hamburg, 12. Mai 2026 – Am Montag hat …“, „… – Gestern …“: behind the dash of a dateline."""
    first = tokens.words[found.hit.lead]
    return first[:1].isupper() and (
        found.hit.prep != "" or isinstance(found.hit.meaning, DeicticDay)
    )


_DASHES = ("–", "—", "-")
#: „ab Montag, voraussichtlich bis Freitag“
_UNSURE_END = frozenset((",", "voraussichtlich", "vorerst", "zunächst", "mindestens"))


def _follows(a: Resolution, b: Resolution) -> bool:
    """Does ``b`` begin the day after ``a`` ends?"""
    if (
        a.end is None
        or b.start is None
        or isinstance(a.end, datetime)
        or isinstance(b.start, datetime)
    ):
        return False
    return b.start - a.end == DAY


def _runs(a: Resolution, b: Resolution) -> bool:
    """Whether a range that begins with ``a`` can end with ``b``."""
    end = b.end if b.end is not None else b.start
    if a.start is None or end is None:
        return False
    if isinstance(a.start, datetime) and isinstance(end, datetime):
        past_midnight = timedelta(0) < a.start - end < DAY and as_day(end) < date.max
        return a.start <= end or past_midnight  # „zwischen 22 und 4.30 Uhr“
    return as_day(a.start) <= as_day(end)


def _is_a_year_late(left: Found, b: Resolution) -> bool:
    """„von Ende April bis Anfang Juni“, told in May: both ends belong to this year."""
    a = left.resolution
    meaning = left.hit.meaning
    if not isinstance(meaning, CalendarDate | Feast) or isinstance(meaning.year, int):
        return False
    if "relative" not in (a.basis, b.basis):
        return False
    if isinstance(meaning, Feast) and a.start is not None and a.anchor >= a.start.isoformat():
        return False  # „Von Weihnachten bis Dreikönig war …“, told in between
    if a.granularity not in ("day", "month") and not isinstance(meaning, Feast):
        return False
    if isinstance(a.start, datetime) or isinstance(b.start, datetime):
        return False
    if isinstance(b.end, datetime):
        return False
    if a.start is None or b.start is None or a.start <= (b.end or b.start):
        return False  # „ab Mitte September, bis Ende des Jahres“
    if a.start.year == 1 or (a.start.month, a.start.day) == (2, 29):
        return False
    return a.start - b.start < timedelta(days=366)


def _begun(left: Found, b: Resolution) -> None:
    """„vom 12. April bis 30. Juni“, „zwischen Ostern und Pfingsten“, told in May: it has begun."""
    a, meaning = left.resolution, left.hit.meaning
    if a.start is None or a.end is None or not _is_a_year_late(left, b):
        return
    if isinstance(meaning, Feast):
        days = feasts.feast(meaning.key, as_day(a.start).year - 1)
        if days is not None:
            value = days[0].isoformat() if a.value[5:6] != "W" else a.value
            left.resolution = replace(a, start=days[0], end=days[1], value=value, alternatives=())
        return
    begun = unit_span("M" if a.granularity == "month" else "D", add_months(a.start, -12))
    value = f"{begun.first.year:04d}{a.value[4:]}"
    left.resolution = replace(a, start=begun.first, end=begun.last, value=value, alternatives=())


def _range(a: Resolution, b: Resolution) -> Resolution:
    start, end = a.start, b.end if b.end is not None else b.start
    if isinstance(start, datetime) and end is not None and not isinstance(end, datetime):
        end = datetime.combine(end, time(23, 59), start.tzinfo)  # „Freitag, 14 Uhr, bis Sonntag“
    elif isinstance(end, datetime) and not isinstance(start, datetime):
        end = end.date()  # „Freitag bis Sonntag, 14 Uhr“
    if isinstance(start, datetime) and isinstance(end, datetime) and end < start:
        end += DAY  # „zwischen 22 und 4.30 Uhr“
    readings = a.alternatives if a.basis == "relative" else ()
    return replace(
        a,
        end=end,
        start=start,
        granularity="range",
        mod=None,
        confidence=min(a.confidence, b.confidence),
        alternatives=readings,
    )


def _expression(
    text: str,
    tokens: Tokens,
    group: Sequence[Found],
    lead: Found,
    joined: Resolution | None,
    *,
    is_range: bool,
) -> TimeExpression:
    first, last = group[0], group[-1]
    r = joined or first.resolution
    start, end, mod, granularity = r.start, r.end, r.mod, r.granularity
    if not is_range and r.reason is None and r.type not in ("SET",):
        start, end, mod = open_side(tokens, lead, r)
        if mod == "until" and r.mod == "end" and granularity not in ("decade", "century"):
            granularity = "day"  # „bis Jahresende“ is until its last day, not „bis 2024“
    edtf = notation.edtf(start, end, granularity, mod, part=not is_range and r.mod in PARTS)
    timed = isinstance(start, datetime) or isinstance(end, datetime)
    if is_range and not timed:
        parts = from_part_to_part(first.resolution, last.resolution)
        start, end, edtf = parts or (start, end, edtf)
    rule = first.hit.rule.name
    if len(group) > 1:
        rule = " + ".join(dict.fromkeys(f.hit.rule.name for f in group))
    return TimeExpression(
        start_char=first.lead,
        end_char=last.end,
        text=text[first.lead : last.end],
        rule=rule,
        granularity=granularity,
        start=start,
        end=end,
        mod=mod,
        edtf=edtf,
        basis=r.basis,
        anchor=r.anchor,
        alternatives=r.alternatives,
        confidence=r.confidence,
        reason=r.reason,
        event_like=r.event_like and (start is not None or end is not None or r.reason is not None),
        timexes=tuple(
            Timex(
                f.start,
                f.end,
                text[f.start : f.end],
                f.resolution.type,
                f.resolution.value,
                f.resolution.timex_mod,
                f.hit.rule.name,
            )
            for f in group
            if not f.silent
        ),
    )
