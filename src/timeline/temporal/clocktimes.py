"""Clock times and parts of the day get the day they belong to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

from timeline.german.meaning import Clock, DeicticDay, Frequency, PartOfDay
from timeline.german.tokens import Tokens
from timeline.messages import say
from timeline.models import Mod
from timeline.temporal.clock_days import (
    CUTS,
    OF_HOURS,
    Place,
    around,
    day_for,
    is_explained,
    is_likened,
    place_of,
)
from timeline.temporal.context import Context, Resolution
from timeline.temporal.found import REACH, Found
from timeline.temporal.sides import OPEN_ENDED
from timeline.temporal.spans import DAY

NO_DAY = say("reason.no-day")
_ZONES = {"+01": timezone(timedelta(hours=1)), "+02": timezone(timedelta(hours=2)), "Z": UTC}


def at_a_day(
    tokens: Tokens, found: Sequence[Found], index: int, context: Context, zone: tzinfo
) -> Resolution:
    """Give a clock time or part of the day the day it belongs to."""
    meaning = found[index].hit.meaning
    place = day_for(tokens, found, index, context)
    if is_explained(tokens, found[index]):
        place = (None, "", "relative")
        context.forget()
    if isinstance(meaning, Clock):
        return _clock(meaning, place, tokens, found, index, context, zone)
    assert isinstance(meaning, PartOfDay)
    return _part(meaning, place, tokens, found, index, context)


def _clock(
    meaning: Clock,
    place: Place,
    tokens: Tokens,
    found: Sequence[Found],
    index: int,
    context: Context,
    zone: tzinfo,
) -> Resolution:
    day, source, basis = place
    hour, minute = meaning.hour, meaning.minute
    if meaning.half_day and (_afternoon(found, index) or _is_later(day, hour, context)):
        hour += 12
    elif not meaning.half_day and meaning.daypart is None:
        hour = of_part(hour, _part_beside(tokens, found, index))
    if meaning.zone:
        zone = _ZONES[meaning.zone]
    clock = f"T{hour:02d}:{minute:02d}{meaning.zone}"
    if basis == "set" or _is_of_many_days(place, tokens, found, index, context):
        return Resolution("SET", "XXXX-XX-XX" + clock, event_like=False)
    if day is None:
        return Resolution("TIME", "XXXX-XX-XX" + clock, granularity="time", reason=NO_DAY)
    named = any(f.resolution.day == day for f in around(found, index))
    day, hour = _over_midnight(tokens, found, index, context, day, hour)
    if hour == 24 and meaning.daypart == "NI" and found[index].hit.prep in ("seit", "ab"):
        hour = 0  # „seit Mitternacht“, but not „ab 24 Uhr“
    if _ends_next_day(found, index, day, hour):
        day += DAY
    # 24:00 is the end of that day
    moment = datetime.combine(day, time(hour, minute) if hour < 24 else time(23, 59), zone)
    mod: Mod | None = "approx" if meaning.approx else None
    return Resolution(
        "TIME",
        f"{day.isoformat()}T{hour:02d}:{minute:02d}{meaning.zone}",
        start=moment,
        end=moment,
        timex_mod="APPROX" if mod else None,
        granularity="time",
        mod=mod,
        basis=basis,
        anchor=source,
        confidence=1.0 if named else 0.8 if basis == "anchored" else 0.6,
    )


def _is_of_many_days(
    place: Place, tokens: Tokens, found: Sequence[Found], index: int, context: Context
) -> bool:
    """„jeweils um 18 Uhr“, „geöffnet von 9 bis 12 Uhr“, „freitags um 18 Uhr“"""
    day, _, basis = place
    if tokens.words[max(0, found[index].hit.lead - 1)] in _EACH:
        return True
    often = context.habit or (basis == "relative" and context.says(_OFTEN))
    if often and context.tense() != "past":
        dated = any(
            f.resolution.type == "DATE" and f.resolution.day == day and f.hit.prep not in OPEN_ENDED
            for f in around(found, index)
        )
        if not dated:
            return True
    if index and _is_every_night(tokens, found[index - 1], found[index], context):
        return True
    return _is_weekly(tokens, found, index)


_EACH = ("jeweils", "Jeweils")


def _part(
    meaning: PartOfDay,
    place: Place,
    tokens: Tokens,
    found: Sequence[Found],
    index: int,
    context: Context,
) -> Resolution:
    day, source, basis = place
    beside = around(found, index)
    named = any(f.resolution.day is not None and f.hit.prep not in OPEN_ENDED for f in beside)
    listed = meaning.adverb and any(
        isinstance(f.hit.meaning, PartOfDay)
        and f.hit.meaning.adverb
        and (not named or abs(f.hit.first - found[index].hit.first) <= 2)
        for f in beside
    )  # „morgens, mittags, abends“: every day
    passive = context.says(_DONE_TO)  # „Ein Mann wurde nachts überfallen“: one night
    anchored = basis == "anchored" and not context.narrative
    old = anchored and day is not None and _is_long_ago(day, context)
    once = passive or not (basis == "relative" or old)
    untold = not named and (context.tense() != "past" or not once)
    every = meaning.adverb and _ends_range(tokens, found, index)
    if basis == "set" or listed or every or (meaning.adverb and untold):
        return Resolution("SET", f"XXXX-XX-XXT{meaning.daypart}", event_like=False)
    if day is None:
        return Resolution("TIME", f"XXXX-XX-XXT{meaning.daypart}", reason=NO_DAY, event_like=False)
    alone = not any(isinstance(f.hit.meaning, PartOfDay | Clock) for f in beside)
    still = tokens.says(_NOT_AFTER)
    dawns = alone and basis == "anchored" and not named and _dawns(meaning, day, context)
    if not still and (dawns or _follows_late_hour(meaning, day, found, index)):
        day += DAY
    told = basis == "anchored" or any(f.resolution.day == day for f in beside)
    if meaning.step and told and date.min < day < date.max:
        day += timedelta(days=meaning.step)
    value = f"{day.isoformat()}T{meaning.daypart}"
    return Resolution(
        "TIME",
        value,
        start=day,
        end=day,
        granularity="day",
        basis=basis,
        anchor=source,
        confidence=0.7,
    )


def _ends_range(tokens: Tokens, found: Sequence[Found], index: int) -> bool:
    """„vom 21. bis 25. September nachts“: on each of these nights."""
    if index < 2 or found[index - 1].hit.last != found[index].hit.lead:
        return False
    first, last = found[index - 2], found[index - 1]
    between = tokens.words[first.hit.last : last.hit.first]
    return "bis" in between and first.resolution.day is not None


def _dawns(meaning: PartOfDay, day: date, context: Context) -> bool:
    """„Am Dienstagabend geriet das Schiff in Not. Am Morgen suchten …“: the morning after."""
    last = context.arrived
    if last is None or last.span.first != day or meaning.daypart != "MO" or meaning.step:
        return False
    late = last.part in ("EV", "NI") or (last.moment is not None and last.moment.hour >= _LATE)
    issued = context.published
    told = context.tense() == "past" and not context.looks_further_back and not meaning.same
    return late and told and (issued is None or day < issued)


def _follows_late_hour(meaning: PartOfDay, day: date, found: Sequence[Found], index: int) -> bool:
    """„um 23.40 Uhr …, erst am Morgen …“: the morning after."""
    before = found[index - 1] if index else None
    if before is None or not isinstance(before.hit.meaning, Clock) or meaning.step:
        return False
    hour = before.resolution.start
    late = isinstance(hour, datetime) and hour.hour >= _LATE and hour.date() == day
    return late and meaning.daypart == "MO" and day < date.max


_LATE = 20  # o'clock
#: „Schon am Morgen standen Fans vor der Halle“: before the evening just told of
_NOT_AFTER = frozenset(("noch", "Noch", "schon", "Schon", "bereits", "Bereits", "zuvor", "Zuvor"))


def _is_long_ago(day: date, context: Context) -> bool:
    """„1958 eröffnete er. … Also stickte er nachts“: on many nights of these years."""
    return context.published is not None and context.published - day > _LONG_AGO


_LONG_AGO = timedelta(days=90)
_DONE_TO = frozenset(("wurde", "wurden", "worden", "geschah", "ereignete"))


def _is_every_night(tokens: Tokens, before: Found, here: Found, context: Context) -> bool:
    """„wird nachts zwischen 21 und 5 Uhr gesperrt“, where „nachts“ is no night of its own."""
    if context.tense() == "past":
        return False  # „brannte nachts um 3 Uhr“
    often = before.resolution.type == "SET" and isinstance(before.hit.meaning, PartOfDay | Clock)
    between = tokens.words[before.hit.last : here.hit.first]
    return often and len(between) <= 2 and CUTS.isdisjoint(between)


def _is_weekly(tokens: Tokens, found: Sequence[Found], index: int) -> bool:
    """„freitags um 18 Uhr“: a weekday of every week stands near, or in front in the same clause."""
    here = found[index].hit
    for other in around(found, index):
        before = other.hit.first < here.first
        weekly = other.resolution.value.startswith("XXXX-WXX") and not other.resolution.reason
        if isinstance(other.hit.meaning, Frequency) or weekly:
            if is_likened(tokens, other) or not weekly:
                continue
            ends = (other.hit.last, here.first) if before else (here.last, other.hit.lead)
            between = [w for w in tokens.words[slice(*ends)] if not OF_HOURS.fullmatch(w)]
            if CUTS.isdisjoint(between) or (len(between) <= 6 if before else between == [","]):
                return True
        elif before and _names_a_day(other):
            return False  # „montags zu, öffnet am 3. Mai um 10 Uhr“
    return False


def _names_a_day(other: Found) -> bool:
    timed = isinstance(other.hit.meaning, Clock | PartOfDay)
    return not timed and other.resolution.day is not None and other.hit.prep not in OPEN_ENDED


#: „Künftig soll zwischen 10 und 18 Uhr häufiger kontrolliert werden“
_OFTEN = frozenset(("künftig", "Künftig", "häufiger", "öfter", "oft", "meist", "meistens"))


_SMALL_HOURS, _EVENING = 6, 18


def _ends_next_day(found: Sequence[Found], index: int, day: date, hour: int) -> bool:
    """„von 20 bis 2 Uhr“: the end lies behind midnight."""
    if not index or day == date.max:
        return False
    before = found[index - 1]
    prep = found[index].hit.prep
    began = before.resolution.start
    if not (prep == "bis" or (prep == "und" and before.hit.prep == "zwischen")):
        return False
    if not isinstance(before.hit.meaning, Clock) or not isinstance(began, datetime):
        return False
    late = hour <= _SMALL_HOURS or began.hour >= _EVENING
    return late and began.date() == day and began.hour > hour


def _over_midnight(
    tokens: Tokens,
    found: Sequence[Found],
    index: int,
    context: Context,
    day: date,
    hour: int,
) -> tuple[date, int]:
    """The calendar day of an hour of a night or after an evening.

    „in der Nacht zum Dienstag gegen 23 Uhr“ is Monday, „am Montagabend … um 1.30 Uhr“
    is Tuesday, and midnight in the night to Monday begins the Monday.
    """
    meaning = found[index].hit.meaning
    assert isinstance(meaning, Clock)
    part = ""
    if hour < _SMALL_HOURS and _is_after_evening(found, index, day):
        return (day + DAY, hour) if day < date.max else (day, hour)
    for other in around(found, index):
        if other.resolution.day is not None and not isinstance(other.hit.meaning, Clock):
            part = other.resolution.value[-2:] if other.resolution.type == "TIME" else ""
            lead = [w.lower() for w in tokens.words[max(0, other.hit.lead - 3) : other.hit.first]]
            onto = _ends_night(tokens, found, place_of(other, found, index))
            if ("nacht" in lead and {"zum", "auf", "zu", "zur"} & set(lead)) or onto:
                part = "NZ"
            if meaning.daypart == "NI" and not part and found[index].hit.prep == "bis":
                part = "EV"
            if isinstance(other.hit.meaning, DeicticDay) and other.hit.meaning.offset < 0:
                part = part.replace("NI", "EV")  # „vergangene Nacht um 3 Uhr“: this morning
            if part == "EV" and other.resolution.day != day:
                part = ""  # „(zwischen 2) und 4 Uhr“: the hour before it has moved on already
            break
    else:
        last = context.last_day
        if last is not None and last.span.first == day:
            late = last.moment is not None and last.moment.hour >= _EVENING
            part = "EV" if late else last.part
    if part == "NZ":
        if hour == 24:
            return day, 0
        return (day - DAY, hour) if hour >= 18 and day > date.min else (day, hour)
    if part == "EV" and hour < 5 and day < date.max:
        return day + DAY, hour
    return day, hour


def _part_beside(tokens: Tokens, found: Sequence[Found], index: int) -> str:
    """The part of the day that an hour belongs to: „Am Dienstagabend um (8 Uhr)“, „… von 2 bis
    (5 Uhr)“; "" where none stands right before it."""
    at, first = index, max(0, index - REACH)
    while at > first and isinstance(found[at].hit.meaning, Clock):
        gap = tokens.words[found[at - 1].hit.last : found[at].hit.first]
        leads = _TO_END if isinstance(found[at - 1].hit.meaning, Clock) else _TO_THE_HOUR
        if not leads.issuperset(word.lower() for word in gap):
            return ""
        at -= 1
    value = found[at].resolution.value if at < index else ""
    return value[-2:] if value[10:11] == "T" and value[-2:].isalpha() else ""


_TO_THE_HOUR = frozenset(
    ("um", "gegen", "ab", "von", "bis", "zwischen", "kurz", "nach", "vor", "etwa", ",", "schon",
     "erst", "punkt")
)  # fmt: skip
_TO_END = frozenset(("bis", "und", "–", "-", "uhr"))


def of_part(hour: int, part: str) -> int:
    """„Dienstagabend um 8 Uhr“ is 20:00, „Montagnacht um 12 Uhr“ midnight."""
    if (part == "EV" and 5 <= hour < _NOON) or (part == "AF" and 1 <= hour < 7):
        return hour + _NOON
    if part == "MI" and 1 <= hour < 3:
        return hour + _NOON
    return 24 if part == "NI" and hour == _NOON else hour


def _is_later(day: date | None, hour: int, context: Context) -> bool:
    """„gegen 16.20 Uhr … um halb sieben“: in the evening of that day."""
    last = context.last_day
    if last is None or last.span.first != day or hour >= _NOON:
        return False
    noon = last.moment is not None and last.moment.hour >= _NOON
    return noon or last.part in ("AF", "EV")


def _is_after_evening(found: Sequence[Found], index: int, day: date) -> bool:
    """„um 22 Uhr krachte es, (um 1.30 Uhr) …“: behind an hour of the evening in one sentence."""
    before = found[index - 1] if index else None
    if before is None or not isinstance(before.hit.meaning, Clock):
        return False
    hour = before.resolution.start
    late = isinstance(hour, datetime) and hour.hour >= _EVENING and hour.date() == day
    return late and found[index].hit.prep != "bis"


def _ends_night(tokens: Tokens, found: Sequence[Found], at: int) -> bool:
    """„in der Nacht vom 3. auf den (4. Juli)“"""
    if not at:
        return False
    before = found[at - 1].hit
    led = tokens.words[max(0, before.lead - 1) : before.lead]
    onto = tokens.words[before.last : before.last + 1] == ["auf"]
    return onto and bool(led) and led[0].lower().endswith("nacht")


_NOON = 12


def _afternoon(found: Sequence[Found], index: int) -> bool:
    """A part of the day beside „halb drei“ that makes it 14:30."""
    for other in found[max(0, index - 1) : index + 2]:
        if "AF" in other.resolution.value[-2:] or "EV" in other.resolution.value[-2:]:
            return True
    return False
