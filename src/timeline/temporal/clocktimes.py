"""Clock times and parts of the day get the day they belong to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from typing import Literal

from timeline.german.meaning import Clock, Frequency, PartOfDay, Vague
from timeline.german.tokens import Tokens
from timeline.german.verb_forms import FINITE, forms
from timeline.messages import say
from timeline.models import Basis, Mod, as_day
from timeline.temporal.context import LISTING, Context, Reference, Resolution
from timeline.temporal.found import Found
from timeline.temporal.happenings import day_beside, happening_beside
from timeline.temporal.surroundings import in_passing

NO_DAY = say("reason.no-day")
_ZONES = {"+01": timezone(timedelta(hours=1)), "+02": timezone(timedelta(hours=2)), "Z": UTC}


def at_a_day(
    tokens: Tokens, found: Sequence[Found], index: int, context: Context, zone: tzinfo
) -> Resolution:
    """Give a clock time or part of the day the day it belongs to."""
    meaning = found[index].hit.meaning
    place = _day_for(tokens, found, index, context)
    if _is_explained(tokens, found[index]):
        place = (None, "", "relative")
        context.forget()
    if isinstance(meaning, Clock):
        return _clock(meaning, place, tokens, found, index, context, zone)
    assert isinstance(meaning, PartOfDay)
    return _part(meaning, place, found, index, context)


#: a day (None: nobody knows), what names it, and how it was found; "set": many days
Place = tuple[date | None, str, Basis | Literal["set"]]


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
    if meaning.half_day and _afternoon(found, index):
        hour += 12
    if meaning.zone:
        zone = _ZONES[meaning.zone]
    clock = f"T{hour:02d}:{minute:02d}{meaning.zone}"
    dated = any(
        f.resolution.type == "DATE" and f.resolution.day == day and f.hit.prep not in _OPEN_ENDED
        for f in _around(found, index)
    )
    each = tokens.words[max(0, found[index].hit.lead - 1)] in ("jeweils", "Jeweils")
    often = context.habit or (basis == "relative" and context.says(_OFTEN))
    always = often and not dated and context.tense() != "past"
    if basis == "set" or each or always or _is_weekly(tokens, found, index):
        return Resolution("SET", "XXXX-XX-XX" + clock, event_like=False)
    if day is None:
        return Resolution("TIME", "XXXX-XX-XX" + clock, granularity="time", reason=NO_DAY)
    named = any(f.resolution.day == day for f in _around(found, index))
    day, hour = _over_midnight(tokens, found, index, context, day, hour)
    if hour == 24 and meaning.daypart == "NI" and found[index].hit.prep in ("seit", "ab"):
        hour = 0  # „seit Mitternacht“, but not „ab 24 Uhr“
    if _ends_next_day(found, index, day, hour):
        day += timedelta(days=1)
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


def _part(
    meaning: PartOfDay, place: Place, found: Sequence[Found], index: int, context: Context
) -> Resolution:
    day, source, basis = place
    around = _around(found, index)
    named = any(f.resolution.day is not None and f.hit.prep not in _OPEN_ENDED for f in around)
    listed = meaning.adverb and any(
        isinstance(f.hit.meaning, PartOfDay)
        and f.hit.meaning.adverb
        and (not named or abs(f.hit.first - found[index].hit.first) <= 2)
        for f in around
    )  # „morgens, mittags, abends“: every day
    passive = context.says(_DONE_TO)  # „Ein Mann wurde nachts überfallen“: one night
    anchored = basis == "anchored" and not context.narrative
    old = anchored and day is not None and _is_long_ago(day, context)
    once = passive or not (basis == "relative" or old)
    untold = not named and (context.tense() != "past" or not once)
    if basis == "set" or listed or (meaning.adverb and untold):
        return Resolution("SET", f"XXXX-XX-XXT{meaning.daypart}", event_like=False)
    if day is None:
        return Resolution("TIME", f"XXXX-XX-XXT{meaning.daypart}", reason=NO_DAY, event_like=False)
    told = basis == "anchored" or any(f.resolution.day == day for f in around)
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


def _is_long_ago(day: date, context: Context) -> bool:
    """„1958 eröffnete er. … Also stickte er nachts“: on many nights of these years."""
    return context.published is not None and context.published - day > _LONG_AGO


_LONG_AGO = timedelta(days=90)
_DONE_TO = frozenset(("wurde", "wurden", "worden", "geschah", "ereignete"))


def _is_likened(tokens: Tokens, other: Found) -> bool:
    """„um 14 Uhr, wie jeden Sonntag“: the Sundays are no more than compared with."""
    lead = other.hit.lead
    return isinstance(other.hit.meaning, Frequency) and lead > 0 and tokens.words[lead - 1] == "wie"


def _is_weekly(tokens: Tokens, found: Sequence[Found], index: int) -> bool:
    """„freitags um 18 Uhr“: a weekday of every week stands near, or in front in the same clause."""
    here = found[index].hit
    for other in _around(found, index):
        before = other.hit.first < here.first
        weekly = other.resolution.value.startswith("XXXX-WXX") and not other.resolution.reason
        if isinstance(other.hit.meaning, Frequency) or weekly:
            if _is_likened(tokens, other) or not weekly:
                continue
            ends = (other.hit.last, here.first) if before else (here.last, other.hit.lead)
            between = [w for w in tokens.words[slice(*ends)] if not _OF_HOURS.fullmatch(w)]
            if _CUTS.isdisjoint(between) or (len(between) <= 6 if before else between == [","]):
                return True
        elif before and _names_a_day(other):
            return False  # „montags zu, öffnet am 3. Mai um 10 Uhr“
    return False


def _names_a_day(other: Found) -> bool:
    timed = isinstance(other.hit.meaning, Clock | PartOfDay)
    return not timed and other.resolution.day is not None and other.hit.prep not in _OPEN_ENDED


_CUTS = frozenset(",;:.–")
#: what stands between the first hour and the days of „9–16 Uhr, mittwochs“
_OF_HOURS = re.compile(r"[–-]|bis|Uhr|\d{1,2}(?:[.:]\d\d)?")
#: „Künftig soll zwischen 10 und 18 Uhr häufiger kontrolliert werden“
_OFTEN = frozenset(("künftig", "Künftig", "häufiger", "öfter", "oft", "meist", "meistens"))


_OPEN_ENDED = ("bis", "seit", "ab")
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
    one = timedelta(days=1)
    meaning = found[index].hit.meaning
    assert isinstance(meaning, Clock)
    part = ""
    for other in _around(found, index):
        if other.resolution.day is not None and not isinstance(other.hit.meaning, Clock):
            part = other.resolution.value[-2:] if other.resolution.type == "TIME" else ""
            lead = [w.lower() for w in tokens.words[max(0, other.hit.lead - 3) : other.hit.first]]
            if "nacht" in lead and {"zum", "auf", "zu", "zur"} & set(lead):
                part = "NZ"
            if meaning.daypart == "NI" and not part and found[index].hit.prep == "bis":
                part = "EV"
            break
    else:
        if context.last_day is not None and context.last_day.span.first == day:
            part = context.last_day.part
    if part == "NZ":
        if hour == 24:
            return day, 0
        return (day - one, hour) if hour >= 18 and day > date.min else (day, hour)
    if part == "EV" and hour < 5 and day < date.max:
        return day + one, hour
    return day, hour


def _day_for(tokens: Tokens, found: Sequence[Found], index: int, context: Context) -> Place:
    """The nearest day before it in the sentence, else behind it, else the text's, else today."""
    here = found[index].hit
    if context.published is not None and _is_stamp(tokens, found[index]):
        return context.published, context.published.isoformat(), "relative"
    if isinstance(here.meaning, PartOfDay) and (happening := happening_beside(tokens, here)):
        behind = (f for f in found[index + 1 :] if f.hit.lead - here.last <= _OF_A_NOUN)
        given = next((f.resolution.day for f in behind), None)
        beside = day_beside(happening, here.meaning.daypart, given, context)
        return (*beside, "anchored") if beside is not None else (None, "", "relative")
    # a listing has no end: an entry of it without a day means the day of issue, whatever day
    # the entry before it has
    listing = len(tokens.words) > LISTING and isinstance(here.meaning, Clock)
    for other in _around(found, index):
        if _is_likened(tokens, other):
            continue
        between = tokens.words[here.last : other.hit.first]
        if other.hit.first > here.first and (
            len(between) > 8 or _is_cut(between) or other.hit.prep in _OPEN_ENDED
        ):
            continue  # „18 Uhr, Sonntag 10 Uhr“: the Sunday is the second one's
        before = tokens.words[other.hit.last : here.first]
        if other.hit.first < here.first and _is_parted(before, other, context):
            continue
        if listing and other.hit.first < here.first and not _ENTRY.isdisjoint(before):
            break
        apart = max(other.hit.lead - here.last, here.lead - other.hit.last)
        if isinstance(other.hit.meaning, Frequency) and apart <= _OF_A_SET:
            return None, "", "set"  # „jeden Freitag um 6 Uhr“, „dreimal die Woche schon ab 6 Uhr“
        if other.resolution.reason and other.resolution.granularity == "day":
            return None, "", "relative"  # a day is named, and nobody knows which
        day = other.resolution.day
        hours = other.resolution.value.endswith("TXX")  # „fünf Minuten später“ lends no day
        part = other.hit.meaning
        lends = not isinstance(part, PartOfDay) or part.step != 0  # „am nächsten Morgen um sieben“
        if day is not None and not hours and lends:
            resolution = other.resolution
            return day, resolution.anchor or "", resolution.basis
    if context.entry is not None:
        named = context.arrived
        if named is not None and named.sentence > context.entry.sentence:
            return named.span.first, named.text, "anchored"
        return context.entry.day, context.entry.text, "anchored"
    if context.section_day is not None:
        return context.section_day.span.first, context.section_day.text, "anchored"
    if isinstance(here.meaning, PartOfDay) and here.meaning.same and context.last_day is not None:
        return context.last_day.span.first, context.last_day.text, "anchored"
    reference = None if listing and context.published else context.arrived
    moves_on = isinstance(here.meaning, PartOfDay) and here.meaning.step  # „am nächsten Morgen“
    if reference is not None and reference.granularity == "range" and not moves_on:
        past, published = context.tense() == "past", context.published
        ahead = past and published is not None and reference.span.first >= published
        if context.sentence - reference.sentence <= 3 and not ahead:
            # „Sie läuft vom 3. bis 5. Mai. Um 10 Uhr …“, not „Es fehlt heute und morgen. Um 2 …“
            return None, "", "relative" if past else "set"
        reference = None
    if not listing and (reference is None or _is_elsewhen(reference, context)):
        reference = _earlier_day(context)
    if reference is not None and (
        context.sentence - reference.sentence <= 3 or _current(reference, context)
    ):
        return reference.span.first, reference.text, "anchored"
    if _is_of_old(tokens, found, index, context):
        return None, "", "relative"
    if context.published is not None and not context.narrative:
        told = isinstance(here.meaning, Clock) and context.tense() == "past" and not listing
        then = _last_told(context) if told else None
        if then is not None:
            return then.span.first, then.text, "anchored"
        return context.published, context.published.isoformat(), "relative"
    if reference is not None:
        return reference.span.first, reference.text, "anchored"
    return None, "", "relative"


_OF_A_SET = 3  # words
_OF_A_NOUN = 5  # words: „(am Abend) vor der Wahl am Sonntag“


def _is_of_old(tokens: Tokens, found: Sequence[Found], index: int, context: Context) -> bool:
    """„Um 12.42 Uhr explodierte 1944 die Bombe“, „Damals las er bis 22 Uhr“: then, not today."""
    published = context.published
    around = _around(found, index)
    if context.tense() == "past" and any(f.hit.meaning == _FORMERLY for f in around):
        return True
    return published is not None and any(
        f.resolution.basis == "absolute"
        and f.resolution.granularity in ("year", "month", "season")
        and f.resolution.end is not None
        and as_day(f.resolution.end) < published
        and not in_passing(tokens, f, found)
        and "," not in _words_between(tokens, f, found[index])
        and context.tense() == "past"
        for f in around
    )


_FORMERLY = Vague("PAST_REF")


def _words_between(tokens: Tokens, one: Found, other: Found) -> list[str]:
    first, last = sorted((one.hit, other.hit), key=lambda hit: hit.first)
    return tokens.words[first.last : last.first]


def _is_parted(before: Sequence[str], other: Found, context: Context) -> bool:
    """Whether more than a day's own clock time stands behind a day: „bis 2. Mai …, abends bis 9“.

    Neither a deadline lends its day to what follows some words behind it, nor a day to come to
    what has been: „„Morgen wird gestreikt“, sagte sie am Abend“.
    """
    if len(before) <= 3:
        return False
    if other.hit.prep == "bis" and not context.here.continues:
        return True
    day = other.resolution.day
    ahead = day is not None and context.published is not None and day > context.published
    return ahead and not _CLAUSES.isdisjoint(before) and context.tense() == "past"


_CLAUSES = frozenset((",", "“", "”", "«", "»", '"'))


def _is_explained(tokens: Tokens, item: Found) -> bool:
    """„In der Nacht, in der das Dach fiel“: which night it was, the clause behind it says."""
    behind = [word.lower() for word in tokens.words[item.hit.last : item.hit.last + 3]]
    led = behind[:2] in ([",", "in"], [",", "an"]) and behind[2:] in (["der"], ["dem"])
    return led and isinstance(item.hit.meaning, PartOfDay)


def _is_cut(between: Sequence[str]) -> bool:
    """A mark that sets a clock time apart from the day behind it.

    Not the comma of „Um 14.46 Uhr bebte die Erde, am 11. März“: a verb stands before it.
    """
    marks = _CUTS.intersection(between)
    return bool(marks) and (marks != {","} or not any(forms(w) & FINITE for w in between))


def _is_stamp(tokens: Tokens, item: Found) -> bool:
    """„+++ 21:40 Uhr +++ …“: when the report was written."""
    words, hit = tokens.words, item.hit
    return 0 < hit.first <= 4 and set(words[: hit.first] + words[hit.last : hit.last + 1]) == {"+"}


def _earlier_day(context: Context) -> Reference | None:
    """The last day that the text has named and the tense allows.

    What has been is told near its day; „Die Kassen öffnen um 13 Uhr“ belongs to the match
    announced on top.
    """
    for reference in reversed(context.references):
        if context.sentence - reference.sentence > (4 if context.is_ahead(reference) else 3):
            continue
        told = reference.sentence < context.sentence and not reference.aside
        day = reference.granularity in ("day", "time")
        if told and day and not _is_elsewhen(reference, context):
            return reference
    return None


def _last_told(context: Context) -> Reference | None:
    """The last day of this week's news that was told some sentences ago.

    „Am Dienstag begann der Prozess …“ – and a paragraph later: „Er betrat den Saal um neun Uhr.“
    """
    for reference in reversed(context.references):
        if context.published is None or context.sentence - reference.sentence > _PARAGRAPHS:
            return None
        since = context.published - reference.span.first
        day = reference.granularity in ("day", "time") and not reference.aside
        if day and timedelta(0) <= since <= timedelta(days=7):
            return reference
    return None


_PARAGRAPHS = 8  # sentences


def _is_elsewhen(reference: Reference, context: Context) -> bool:
    """What has been is not told of a day to come, nor what is to come of a day gone by."""
    if context.published is None or context.narrative:
        return False
    day, tense = reference.span.first, context.tense()
    return (day > context.published and tense == "past") or (
        day < context.published and tense in ("present", "future")
    )


#: expressions before and behind that may lend a clock time their day
_REACH = 12


def _around(found: Sequence[Found], index: int) -> list[Found]:
    """The expressions beside one: those before it, the nearest first, then those behind it."""
    before = found[max(0, index - _REACH) : index]
    return [*reversed(before), *found[index + 1 : index + 1 + _REACH]]


#: what ends an entry of a listing
_ENTRY = {";", ".", "|", "•", "·", "!", "?"}
#: a clock time goes on with the day the text is at, as long as that is about now
_ABOUT_NOW = timedelta(days=14)


def _current(reference: Reference, context: Context) -> bool:
    published = context.published
    return published is not None and abs(reference.span.first - published) <= _ABOUT_NOW


def _afternoon(found: Sequence[Found], index: int) -> bool:
    """A part of the day beside „halb drei“ that makes it 14:30."""
    for other in found[max(0, index - 1) : index + 2]:
        if "AF" in other.resolution.value[-2:] or "EV" in other.resolution.value[-2:]:
            return True
    return False
