"""Weekdays: „am Freitag“ is the last one or the next one, by the verb and what stands around."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from timeline.german.closed_classes import ARTICLES
from timeline.german.direction_words import (
    ADVICE,
    ANNOUNCED,
    BEFOREHAND,
    BESIDE,
    FESTIVE,
    MISHAPS,
    PROGRAMME,
    PUT_OFF,
)
from timeline.german.meaning import Weekday, timex_weekday
from timeline.german.verb_forms import Form, forms
from timeline.messages import say
from timeline.models import Alternative
from timeline.temporal import chronicle
from timeline.temporal.anchors import NO_REFERENCE, fitting
from timeline.temporal.context import Context, Happening, Reference, Resolution, one_day
from timeline.temporal.happenings import day_of
from timeline.temporal.hints import is_fate
from timeline.temporal.nearest import IF_ANNOUNCED, IF_PAST, SENTENCE
from timeline.temporal.spans import (
    DAY,
    SATURDAY,
    SUNDAY,
    WEEK,
    Span,
    week_span,
    weekday_beside,
    weekday_from,
    weekday_until,
)
from timeline.temporal.years import NO_ANCHOR, unresolved

_FROM_DATE_BEFORE = say("why.date-before")


def weekday(m: Weekday, context: Context, prep: str) -> Resolution:
    """The verb decides: „traf sich am Mittwoch“ looks back, „tagt am Mittwoch“ ahead.

    A weekday named on that weekday is that very day, unless „vergangenen“ or
    „kommenden“ says otherwise.
    """
    base = context.published
    if m.indefinite:
        return Resolution("DATE", timex_weekday(m.number), event_like=False)
    if m.far and base is not None and not context.narrative:
        then = context.longer_ago()
        if then is None:
            return unresolved(timex_weekday(m.number), NO_REFERENCE)
        return _weekday_in_text(m, then)
    if (m.anchored or context.narrative) and context.last_day is not None:
        return _weekday_in_text(m, context.last_day)
    if m.anchored and m.step is not None and (then := fitting(context, "W")) is not None:
        # „Vor einem Monat … Am Montag darauf“: roughly then, not next Monday
        if then.granularity in ("year", "decade", "century"):
            return unresolved(timex_weekday(m.number), NO_REFERENCE)
        return replace(_weekday_in_text(m, then), confidence=0.5)
    bare = m.step is None and m.week is None and not m.shift_weeks
    told = _as_told(m, context, prep) if bare else None
    if told is not None:
        return told
    if base is None:
        return unresolved(timex_weekday(m.number), NO_ANCHOR)
    counted = _counted_weekday(m, base)
    if counted is None and prep == "bis" and context.here.continues and context.began is not None:
        counted = weekday_from(context.began, m.number)  # „von Montag bis Freitag“
    if counted is None and context.here.week is not None and _agrees(context.here.week, context):
        counted = weekday_from(context.here.week.first, m.number)
    if counted is not None:
        return one_day(counted, m.daypart, "relative", base.isoformat())
    if m.step == 0:  # „an diesem Freitag“; a bare „am Freitag“ is the last one
        story = context.historical()
        precise = story is not None and story.granularity in ("day", "time")
        if story is not None and precise and context.tense() in ("past", "none"):
            return _weekday_in_text(m, story)
    return _nearest_weekday(m, base, context, prep)


def _as_told(m: Weekday, context: Context, prep: str) -> Resolution | None:
    """The day that an entry, a week, a happening or a story of the text gives a bare weekday."""
    entry = context.counting_entry
    if entry is not None:
        day = chronicle.weekday(m.number, entry, context, prep)
        return one_day(day, m.daypart, "anchored", entry.text)
    week = _named_week(m, context)
    if week is not None:
        return one_day(weekday_from(week.span.first, m.number), m.daypart, "anchored", week.text)
    if context.published is None:
        return None
    happening, old = context.here.happening, context.historical()
    beside = _beside_happening(m, happening, context) if happening is not None else None
    if beside is not None or old is None or not _is_of_old_story(old, context):
        return beside
    if old.granularity not in ("day", "time"):
        return unresolved(timex_weekday(m.number), NO_REFERENCE)
    day = weekday_until(old.span.first - DAY, m.number)
    return one_day(day, m.daypart, "anchored", old.text, confidence=0.7)


def _is_of_old_story(old: Reference, context: Context) -> bool:
    """„1971 … kam das Ergebnis am Dienstag“: no day of this week, and „Am 3. Februar 2003 … Noch am
    Freitag hatte er …“ the Friday before."""
    if context.sentence == old.sentence:
        return old.granularity == "year" and old.head and context.tense() == "past"
    return context.sentence - old.sentence <= 1 and context.looks_further_back


def _beside_happening(m: Weekday, happening: Happening, context: Context) -> Resolution | None:
    """„am Montag nach dem Unglück“: the first one behind its day. None: that of the publication.

    What is told in the pluperfect happened longer ago than this week.
    """
    told = happening.side and not happening.is_routine
    then = day_of(happening, context) if told else None
    if then is not None:
        first = then.span.first
        day = weekday_beside(Span(first, first), m.number, happening.side)
        issued, ahead = context.published, context.tense() in ("present", "future")
        if ahead and issued is not None and day < issued:
            return None  # „Am Samstag vor der Wahl gibt es Freibier“: another one
        return one_day(day, m.daypart, "anchored", then.text, confidence=0.8)
    if context.looks_further_back:
        return unresolved(timex_weekday(m.number), NO_REFERENCE)
    return None


def _named_week(m: Weekday, context: Context) -> Reference | None:
    """The week that the clause names: „in der Woche danach noch einmal von Montag bis Mittwoch“.

    Also the weekend of „am kommenden Wochenende (Sonntag, 15 Uhr)“.
    """
    last = context.last
    if context.here.in_bracket and last is not None and last.sentence == context.sentence:
        weekend = last.granularity == "range" and (last.span.last - last.span.first).days == 1
        return last if weekend and m.number in (SATURDAY, SUNDAY) else None
    if not context.here.beside:
        return None
    for near in reversed(context.references):
        if near.sentence != context.sentence or near.granularity not in ("week", "day"):
            return None
        if near.granularity == "week":
            monday = near.span.first.weekday() == 0 and near.mod is None
            told = near.basis == "anchored" or _agrees(near.span, context)
            return near if monday and told else None
    return None


def _agrees(week: Span, context: Context) -> bool:
    """Whether a verb may tell of a week: not „nach dem Sieg vorige Woche spielt er am Montag“."""
    issued, tense = context.published, context.tense()
    if issued is None or week.first <= issued <= week.last or tense == "none":
        return True
    return (tense == "past") == (week.last < issued)


def _counted_weekday(m: Weekday, base: date) -> date | None:
    """„Dienstag vergangener Woche“, „Freitag vor einer Woche“, „nächsten Freitag“."""
    back, ahead = weekday_until(base, m.number), weekday_from(base, m.number)
    if m.week is not None:
        return week_span(base).first + WEEK * m.week + timedelta(days=m.number)
    if m.shift_weeks:
        return (ahead if m.shift_weeks > 0 else back) + WEEK * m.shift_weeks
    if m.step is not None and m.step < 0:
        return (back if back < base else back - WEEK) + WEEK * (m.step + 1)
    if m.step is not None and m.step > 0:
        return (ahead if ahead > base else ahead + WEEK) + WEEK * (m.step - 1)
    return None


def _nearest_weekday(m: Weekday, base: date, context: Context, prep: str) -> Resolution:
    """The last such day up to the publication, or the next from it; the other may be meant too."""
    anchor = base.isoformat()
    back, ahead = weekday_until(base, m.number), weekday_from(base, m.number)
    if context.here.put_to is not None:  # what is put off lies ahead
        day = weekday_until(weekday_from(base, context.here.put_to), m.number)
        return one_day(day, m.daypart, "relative", anchor, confidence=0.7)
    reported = _beside_report(m, base, context, prep)
    if reported is not None:
        return reported
    night = context.here.noun.lower().endswith("nacht") and prep in ("von", "vom")
    if back == ahead and night and context.tense() == "past":
        return one_day(back - WEEK, m.daypart, "relative", anchor)  # it was over this morning
    if back == ahead and not (_is_of_programme(context) and context.tense() == "present"):
        return one_day(back, m.daypart, "relative", anchor)
    look_back = _weekday_has_been(context, prep)
    planned = (
        context.tense() == "future"
        and context.says(_SHOULD)
        and not (prep == "bis" or context.says(ADVICE))
    )
    put_off = prep == "vom" and context.tense() != "past" and context.says(PUT_OFF)
    if context.here.once_planned or put_off or (context.here.scheduled if look_back else planned):
        look_back = base - back <= ahead - base
    if m.step == 0 and context.tense() == "present" and prep != "für":
        # „An diesem Dienstag“, told on a Thursday: that of this week
        look_back = week_span(base).first <= back and base - back < ahead - base
    day, other = (back, ahead) if look_back else (ahead, back)
    why = IF_ANNOUNCED if look_back else IF_PAST
    readings = [Alternative(other, other, why)]
    confidence = 0.7 if context.tense() == "none" or context.here.once_planned else 0.9
    if look_back and prep == "am" and (then := _told_then(m, context)) is not None:
        readings, confidence = [then, *readings], 0.7
    elif not look_back and (named := _in_announced(m, context, ahead)) is not None:
        told, words = named
        if _tells_programme(told, context):
            reading = Alternative(ahead, ahead, say("why.next"))
            return one_day(told, m.daypart, "anchored", words, (reading,), 0.7)
        readings, confidence = [Alternative(told, told, _FROM_DATE_BEFORE)], 0.7
    elif back == ahead:
        readings, confidence = [], 1.0
    return one_day(day, m.daypart, "relative", anchor, tuple(readings), confidence)


#: „Anwohner sollten am Montag die Fenster schließen“ asks for a Monday to come
_SHOULD = frozenset(("sollte",))


def _beside_report(m: Weekday, base: date, context: Context, prep: str) -> Resolution | None:
    """What a report of a day tells of was before it, what it announces comes behind it.

    None where that is no other day than without the report, or none that has been.
    """
    said = context.here.said_on
    if said is None or said >= base:
        return None
    if _weekday_has_been(context, prep):
        day, other = weekday_until(said, m.number), weekday_until(base, m.number)
        reading = Alternative(other, other, say("why.last"))
    else:
        day, other = weekday_from(said, m.number), weekday_from(base, m.number)
        reading = Alternative(other, other, say("why.next"))
    if day == other or day > base:
        return None
    report = context.last.text if context.last is not None else said.isoformat()
    return one_day(day, m.daypart, "anchored", report, (reading,), 0.8)


def _weekday_has_been(context: Context, prep: str) -> bool:
    """Whether a weekday lies behind the publication, by what leads to it and by its verb."""
    if prep == "für":
        return False
    if prep == "vom" and context.here.noun not in ("", "Nacht"):
        return True  # „das Unglück vom Freitag“
    tense = context.tense()
    if tense == "past":
        return True
    if tense != "none":
        return prep == "seit"
    # without a verb: „Dienstag, 20.30 Uhr: Dia-Abend“ announces, „Einbruch am Montag“ reports
    if context.timetable and _follows_a_day_ahead(context):
        return False
    if prep == "seit" or _is_reported(context):
        return prep not in ("ab", "bis") and not (context.timetable and _is_called(context, prep))
    return False


def _is_reported(context: Context) -> bool:
    """„Unfall am Freitag in Lana“, „Frau am Samstag verletzt“; not „Streik am Freitag erwartet“."""
    if context.names(MISHAPS) or context.says(_UNREAL):
        return True
    return context.tokens is not None and context.tokens.tells(_say_what_happened)


def _say_what_happened(words: Sequence[str]) -> bool:
    done = (w for w in words if w[0].islower() and w not in _AHEAD)
    return any(forms(word) & Form.PARTICIPLE for word in done) or any(map(is_fate, words))


_UNREAL = frozenset(("hätte", "hätten", "wäre", "wären"))  # „hätte am Mittwoch stattfinden sollen“
_AHEAD = frozenset(("erwartet", "geplant", "angesetzt", "vorgesehen", "möglich", "geöffnet"))


def _follows_a_day_ahead(context: Context) -> bool:
    """„am Samstag, 15 und 20 Uhr, sowie am Sonntag, 11 Uhr“: the first has not been yet."""
    last, base = context.last_day, context.published
    if last is None or base is None:
        return False
    return last.sentence == context.sentence and last.span.first >= base


def _is_called(context: Context, prep: str) -> bool:
    """Whether a weekday without a verb calls to something: not „Einbruch am Montag“."""
    if prep != "am" or context.names(MISHAPS):
        return False
    return context.here.at_head or _is_invitation(context)


def _is_invitation(context: Context) -> bool:
    """„Gottesdienst am Sonntag um 10 Uhr“, unlike „Streit vor der Disco am Sonntag um 3 Uhr“."""
    words = context.tokens.words if context.tokens is not None else []
    return any(
        w[0].isupper() and w.lower().endswith(ANNOUNCED) and not _is_beside(words[:i])
        for i, w in enumerate(words)
    )


def _is_beside(before: Sequence[str]) -> bool:
    """Whether a preposition leads to the noun behind these words: „auf dem alten“."""
    lead = next((w.lower() for w in reversed(before) if not _goes_on(w)), "")
    return lead in BESIDE


def _goes_on(word: str) -> bool:
    low = word.lower()
    return low in ARTICLES or (word[0].islower() and low.endswith(("e", "en", "er", "es", "em")))


def _tells_programme(day: date, context: Context) -> bool:
    """„Am Freitag spielt die Kapelle, am Sonntag …“, „Der Festgottesdienst beginnt am Sonntag“.

    A day elsewhere in its sentence, „Der Aufbau beginnt am Freitag“, is most often the next one.
    """
    last, words = context.last_day, context.tokens.words if context.tokens is not None else ()
    goes_on = (
        last is not None
        and last.sentence == context.sentence
        and timedelta(0) < day - last.span.first < WEEK
    )
    leads = context.here.at_head or goes_on or any(w.startswith("Fest") for w in words)
    return leads and _is_of_programme(context)


def _is_of_programme(context: Context) -> bool:
    """„Am Freitag spielt die Kapelle“, but not „Der Vorverkauf beginnt am Freitag“."""
    return not context.says(BEFOREHAND) and (context.says(PROGRAMME) or context.names(FESTIVE))


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
        if _opens_fest(told, context):
            day = weekday_from(told.span.first, m.number)
            if ahead < day <= told.span.first + _FEST:
                return day, told.text
        later = told
    return None


def _opens_fest(told: Reference, context: Context) -> bool:
    """„Das Fest beginnt am 5. Juni. Am Samstag spielt die Kapelle“: on the fest's Saturday."""
    words = [word.strip(".,:") for word in told.told[:SENTENCE].split()]
    if told.granularity not in ("day", "time") or not _BEGINS.intersection(words):
        return False
    fest = any(w[:1].isupper() and w.lower().endswith(_FESTS) for w in words)
    return fest and context.sentence - told.sentence <= _PARAGRAPH


_FESTS = ("fest", "festival", "kirtag", "kirchtag", "kirmes", "kirchweih", "festwoche")
_BEGINS = frozenset(("beginnt", "beginnen", "startet", "starten", "eröffnet", "öffnet"))
_FEST = timedelta(days=4)
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


def _told_then(m: Weekday, context: Context) -> Alternative | None:
    """The first such weekday behind the day just told of, as another reading.

    „Am 13. März schlossen die Schulen. Am Sonntag …“: most often it is last Sunday, not always.
    """
    last, published = context.last_day, context.published
    if last is None or published is None or last.granularity not in ("day", "time"):
        return None
    near = context.sentence - last.sentence <= 1
    if not near or not _STORY[0] < published - last.span.first < _STORY[1]:
        return None
    day = weekday_from(last.span.first + DAY, m.number)
    return Alternative(day, day, _FROM_DATE_BEFORE)


def _weekday_in_text(m: Weekday, reference: Reference) -> Resolution:
    start = reference.span.first
    day = weekday_from(start, m.number)
    if m.anchored and m.step == 1 and day == start:
        day += WEEK
    if m.anchored and m.step == -1:  # „am Montag davor“
        day -= WEEK
    return one_day(day, m.daypart, "anchored", reference.text)
