"""The tagger: text in, time expressions out.

Sentence by sentence: recognise → resolve days → give clock times and parts of
the day their day → join what belongs together (a day and its clock time, the two
ends of a range).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from timeline.german.grammar import grammar
from timeline.german.meaning import CalendarDate, Clock, DeicticDay, Frequency, PartOfDay, Period, Weekday
from timeline.german.sentences import split_sentences
from timeline.german.words import STATES
from timeline.german.verbs import Tense, tense_at
from timeline.models import Article, Mod, TimeExpression, Timex
from timeline.temporal import notation
from timeline.temporal.context import Context, Kind, Reference, Resolution
from timeline.temporal.recognise import Hit, Tokens, read_tokens, recognise
from timeline.temporal.resolve import resolve

_COMING = re.compile(
    r"^(?:geplant|angekündigt|angesetzt|vorgesehen|erwartet|anstehend|bevorstehend|anberaumt)e[nmrs]?$"
    r"|^[a-zäöüß]+ende[nmrs]?$"
)
_DONE = re.compile(r"^[a-zäöüß]{4,}(?:te|ene)[nmrs]?$")
_ZONES = {"+01": timezone(timedelta(hours=1)), "+02": timezone(timedelta(hours=2)), "Z": UTC}
_BLANK_LINES = re.compile(r"\n[^\S\n]*\n\s*")
NO_DAY = "ohne Tag: der Text nennt keinen, zu dem die Uhrzeit gehört"


@dataclass(slots=True)
class Found:
    """An expression on its way through a sentence."""

    hit: Hit
    resolution: Resolution
    start: int  # offsets of the TIMEX3 span
    end: int
    lead: int  # offset where the preposition begins
    silent: bool = False  # its TIMEX3 tag is part of another


def find_expressions(article: Article, zone: str = "Europe/Berlin") -> list[TimeExpression]:
    """Every time expression of an article outside its furniture, in order of the text."""
    return tag(
        article.text, article.day, stretches(article), locale=article.locale, zone=zone
    )


def stretches(article: Article) -> list[tuple[int, int]]:
    """What lies between the pieces of furniture."""
    out, at = [], 0
    for piece in article.furniture:
        if piece.start_char > at:
            out.append((at, piece.start_char))
        at = max(at, piece.end_char)
    if at < len(article.text):
        out.append((at, len(article.text)))
    return out


def tag(
    text: str,
    published: date | None,
    spans: Sequence[tuple[int, int]] | None = None,
    *,
    locale: str = "de-DE",
    kind: Kind = "news",
    zone: str = "Europe/Berlin",
) -> list[TimeExpression]:
    """Time expressions in ``text`` (only within ``spans``, if given), in order.

    Offsets count from the start of ``text``. ``published`` is the publication
    day; without it absolute dates still resolve, relative ones carry a reason.
    """
    context = Context(published, locale, kind)
    local = ZoneInfo(zone)
    out: list[TimeExpression] = []
    lexicon = grammar().lexicon
    for first, last in spans if spans is not None else [(0, len(text))]:
        for begin, end in _paragraphs(text, first, last):
            if not lexicon.has_head(text[begin:end]):
                context.sentence += text.count(". ", begin, end) + 1
                continue
            for start, stop in split_sentences(text, begin, end):
                context.sentence += 1
                if lexicon.has_head(text[start:stop]):
                    out += _sentence(text, start, stop, context, local)
    return out


def _paragraphs(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Stretches between blank lines: no sentence reaches across one."""
    at = first
    for gap in _BLANK_LINES.finditer(text, first, last):
        if gap.start() > at:
            yield at, gap.start()
        at = gap.end()
    if at < last:
        yield at, last


def _sentence(
    text: str, begin: int, end: int, context: Context, zone: tzinfo
) -> list[TimeExpression]:
    tokens = read_tokens(text, begin, end)
    hits = recognise(tokens)
    if not hits:
        return []
    figurative = _is_figurative(hits)
    hits = [_in_range(tokens, hit) for hit in hits]
    context.told = text[begin:end]
    context.states = not STATES.isdisjoint(tokens.words)
    timed = any(isinstance(hit.meaning, Clock) for hit in hits)
    found: list[Found] = []
    waiting: list[int] = []  # clock times and parts of the day, which need a day first
    for hit in hits:
        start, stop = tokens.starts[hit.first], tokens.end(hit.last - 1)
        lead = tokens.starts[hit.lead]
        if isinstance(hit.meaning, Clock | PartOfDay):
            waiting.append(len(found))
            found.append(Found(hit, Resolution("TIME", ""), start, stop, lead))
            continue
        hint = hint_of(tokens, hit)
        look = (lambda h=hint: h) if hint else _tense_at(text, begin, end, start, stop)
        context.at(look, at_head=hit.lead == 0)
        context.timetable = timed
        context.after_noun = hit.lead > 0 and tokens.words[hit.lead - 1][:1].isupper()
        if isinstance(hit.meaning, DeicticDay) and (
            figurative or _of_another_time(text, begin, end, start, found, context)
        ):
            value = "FUTURE_REF" if hit.meaning.offset > 0 else "PRESENT_REF"
            resolution = Resolution("DATE", value, event_like=False)
        else:
            resolution = resolve(hit.meaning, context, hit.prep)
        found.append(Found(hit, resolution, start, stop, lead))
        if resolution.type != "SET" and resolution.value[:2] not in ("PX",) and (
            resolution.event_like or resolution.granularity == "day"
        ):
            context.remember(resolution, text[start:stop], aside=_in_passing(tokens, hit))
    if _is_heading(text, begin, end):
        years = {f.resolution.start.year for f in found if f.resolution.start is not None}
        context.section = context.last if len(years) == 1 else None if years else context.section
        days = {f.resolution.day for f in found if f.resolution.day is not None}
        if years:
            context.section_day = context.last_day if len(days) == 1 else None
    for index in waiting:
        context.at(_tense_at(text, begin, end, found[index].start, found[index].end))
        found[index].resolution = _at_a_day(tokens, found, index, context, zone)
        context.remember(found[index].resolution, text[found[index].start : found[index].end])
    return _join(text, tokens, found)


def _is_heading(text: str, begin: int, end: int) -> bool:
    """A short line of its own without a full stop."""
    return (
        end - begin < 80
        and text[end - 1] not in ".!?,;"
        and text[begin - 1 : begin] in ("", "\n")
        and text[end : end + 1] in ("", "\n")
    )


def _in_passing(tokens: Tokens, hit: Hit) -> bool:
    """A year in brackets or behind „von“, „bis“ …: „die Banken, die er bis 1881 überfiel“."""
    meaning = hit.meaning
    if not (isinstance(meaning, CalendarDate) and meaning.month is None) and not (
        isinstance(meaning, Period) and meaning.kind in ("DE", "CE", "SY")
    ):
        return hit.first > 0 and tokens.words[hit.first - 1] == "("
    before = tokens.words[hit.first - 1] if hit.first else ""
    return hit.prep in ("bis", "seit", "von", "vom", "vor", "nach", "ab", "aus", "um") or before in ("(", "–", "-", "/") or (
        not hit.prep and before[:1].isupper()
    )


def _in_range(tokens: Tokens, hit: Hit) -> Hit:
    """„vom 3. Mai bis …“: here „vom“ opens a range and says nothing about the past."""
    follows = tokens.words[hit.last].lower() if hit.last < len(tokens.words) else ""
    if hit.prep in ("von", "vom") and follows in ("bis", "–", "-"):
        return replace(hit, prep="")
    if hit.prep in ("von", "vom") and follows == "an":  # „vom 1. Dezember an“
        return replace(hit, prep="ab")
    return hit


def hint_of(tokens: Tokens, hit: Hit) -> Tense | None:
    """What the noun phrase around an expression says of its tense, before any verb is asked.

    „nach dem Einsturz am Samstag“ and „der am Dienstag verunglückte …“ are past,
    „die am Sonntag beginnende …“ and „der für Montag geplante …“ are to come.
    """
    words, lead = tokens.words, hit.lead
    night = "Nacht" in words[max(0, lead - 4) : lead]
    if hit.prep == "auf" and isinstance(hit.meaning, CalendarDate | Weekday) and not night:
        return "future"  # „auf den 21. September verschoben“
    if lead >= 3 and words[lead - 3].lower() in ("nach", "seit") and words[lead - 1][:1].isupper():
        return "past"
    before = words[lead - 1].lower() if lead else ""
    after = words[hit.last] if hit.last < len(words) else ""
    if before in ("der", "die", "das", "dem", "den", "des", "ein", "eine", "einen", "einem", "einer"):
        if _COMING.search(after):
            return "future"
        if _DONE.search(after):
            return "past"
    return None


def _of_another_time(
    text: str, begin: int, end: int, start: int, found: Sequence[Found], context: Context
) -> bool:
    """„heute“ in words quoted from another year: „Es beginnt am 9. Oktober 1905 mit „Heute …““."""
    quoted = sum(text.count(mark, begin, start) for mark in "„“”«»") % 2 == 1
    year = context.published.year if context.published else None
    return quoted and any(
        f.resolution.day is not None and f.resolution.day.year != year for f in found
    )


def _tense_at(text: str, begin: int, end: int, start: int, stop: int) -> Callable[[], Tense]:
    def look() -> Tense:
        sentence = text[begin:end]
        if sentence.isupper():  # a headline in capitals
            sentence = sentence.lower()
        return tense_at(sentence, start - begin, stop - begin)

    return look


def _is_figurative(hits: Sequence[Hit]) -> bool:
    """„Heute ist es die eine Stadt, morgen könnten es andere sein“: no dates, a figure of speech."""
    offsets = {
        h.meaning.offset
        for h in hits
        if isinstance(h.meaning, DeicticDay) and h.meaning.daypart is None
        and h.prep in ("", "auf")
    }
    adjacent = any(b.first - a.last <= 1 for a, b in pairwise(hits))
    return {0, 1} <= offsets and not adjacent


# --------------------------------------------------------------------------- clock times
def _at_a_day(
    tokens: Tokens, found: Sequence[Found], index: int, context: Context, zone: tzinfo
) -> Resolution:
    """Give a clock time or part of the day the day it belongs to."""
    item = found[index]
    meaning = item.hit.meaning
    day, source, basis = _day_for(tokens, found, index, context)
    if isinstance(meaning, Clock):
        hour, minute = meaning.hour, meaning.minute
        if meaning.half_day and _afternoon(found, index):
            hour += 12
        if meaning.zone:
            zone = _ZONES[meaning.zone]
        clock = f"T{hour:02d}:{minute:02d}{meaning.zone}"
        if basis == "set":
            return Resolution("SET", "XXXX-XX-XX" + clock, event_like=False)
        if day is None:
            return Resolution("TIME", "XXXX-XX-XX" + clock, granularity="time", reason=NO_DAY)
        if hour == 24:  # the end of that day
            moment = datetime.combine(day, time(23, 59), zone)
        else:
            moment = datetime.combine(day, time(hour, minute), zone)
        mod: Mod | None = "approx" if meaning.approx else None
        return Resolution("TIME", day.isoformat() + clock, "APPROX" if mod else None, moment, moment,
                          "time", mod, basis, source)  # type: ignore[arg-type]  # fmt: skip
    assert isinstance(meaning, PartOfDay)
    named = any(f.resolution.day is not None for f in found if f is not item)
    if basis == "set" or (meaning.adverb and not named and context.tense() != "past"):
        return Resolution("SET", f"XXXX-XX-XXT{meaning.daypart}", event_like=False)
    if meaning.next and context.last_day is not None and day == context.last_day.span.first:
        day += timedelta(days=1)
    if day is None:
        return Resolution("TIME", f"XXXX-XX-XXT{meaning.daypart}", reason=NO_DAY, event_like=False)
    return Resolution("TIME", f"{day.isoformat()}T{meaning.daypart}", None, day, day, "day", None,
                      basis, source, confidence=0.7)  # type: ignore[arg-type]  # fmt: skip


def _day_for(
    tokens: Tokens, found: Sequence[Found], index: int, context: Context
) -> tuple[date | None, str, str]:
    """The nearest day named before it in the sentence, else after it, else the text's, else today."""
    here = found[index].hit
    # a listing has no end: an entry of it without a day means the day of issue, whatever day
    # the entry before it has
    listing = len(tokens.words) > _LISTING and isinstance(here.meaning, Clock)
    for other in [*reversed(found[:index]), *found[index + 1 :]]:
        between = tokens.words[here.last : other.hit.first]
        if other.hit.first > here.first and (len(between) > 8 or set(between) & set(",;:.–")):
            continue  # „18 Uhr, Sonntag 10 Uhr“: the Sunday is the second one's
        before = tokens.words[other.hit.last : here.first]
        if listing and other.hit.first < here.first and not _ENTRY.isdisjoint(before):
            break
        if isinstance(other.hit.meaning, Frequency) and abs(
            other.hit.first - here.first
        ) <= 4:
            return None, "", "set"  # „jeden Freitag um 6 Uhr“
        if other.resolution.reason and other.resolution.granularity == "day":
            return None, "", "relative"  # a day is named, and nobody knows which
        day = other.resolution.day
        if day is not None and not isinstance(other.hit.meaning, PartOfDay):
            resolution = other.resolution
            return day, resolution.anchor or "", resolution.basis
    if context.section_day is not None:
        return context.section_day.span.first, context.section_day.text, "anchored"
    reference = None if listing and context.published else context.last_day
    if reference is not None and (
        context.sentence - reference.sentence <= 3 or _current(reference, context)
    ):
        return reference.span.first, reference.text, "anchored"
    if context.published is not None and not context.narrative:
        return context.published, context.published.isoformat(), "relative"
    if reference is not None:
        return reference.span.first, reference.text, "anchored"
    return None, "", "relative"


#: what ends an entry of a listing
_LISTING = 80  # words: no sentence of prose is that long
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


# --------------------------------------------------------------------------- joining
_OPEN: dict[str, Mod] = {"seit": "since", "ab": "since", "bis": "until"}
_GLUE_TIME = {"", ",", "um", "gegen", "ab", "bis", "von", "kurz", "nach", "vor", "etwa", "ca", "so", "seit", "genau", "punkt", "schon", "am", "in", "der", "früh", "(", ", um", ", gegen", "zwischen", ":", "rund"}  # fmt: skip
_NIGHT_TO = {"zum", "zu", "auf", "zur", "vor"}


def _join(text: str, tokens: Tokens, found: list[Found]) -> list[TimeExpression]:
    out: list[TimeExpression] = []
    i = 0
    while i < len(found):
        take, joined = _night(tokens, found, i)
        if not take:
            take, joined = _with_time(tokens, found, i)
        if not take:
            take, joined = _closer(tokens, found, i)
        if not take:
            take, joined = 1, None
        group = found[i : i + take]
        second_take = 0
        if i + take < len(found) and _is_range(tokens, group, found[i + take]):
            second_take, second = _with_time(tokens, found, i + take)
            second_take = second_take or 1
            tail = found[i + take : i + take + second_take]
            second = _not_before(joined or group[-1].resolution, tail, second)
            joined = _range(joined or group[-1].resolution, second or tail[-1].resolution)
            group = found[i : i + take + second_take]
        out.append(_expression(text, tokens, group, joined, is_range=bool(second_take)))
        i += take + second_take
    return out


def _between(tokens: Tokens, left: Found, right: Found) -> str:
    """The words between two expressions, lower case, joined by a space."""
    return " ".join(w.lower() for w in tokens.words[left.hit.last : right.hit.first])


def _night(tokens: Tokens, found: list[Found], i: int) -> tuple[int, Resolution | None]:
    """„in der Nacht zum Freitag“ is dated by the Friday, „von Freitag auf Samstag“ by the Saturday."""
    meaning = found[i].hit.meaning
    if not (isinstance(meaning, PartOfDay) and meaning.daypart == "NI" and i + 1 < len(found)):
        return 0, None
    gap = _between(tokens, found[i], found[i + 1]).split()
    if not gap or found[i + 1].resolution.day is None or len(gap) > 3:
        return 0, None
    if gap[0] in _NIGHT_TO:
        day = found[i + 1].resolution
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


def _closer(tokens: Tokens, found: list[Found], i: int) -> tuple[int, Resolution | None]:
    """A rough date and the exact one that says it again: „zwei Jahre später, am 3. Oktober 1992“."""
    if i + 1 >= len(found):
        return 0, None
    a, b = found[i].resolution, found[i + 1].resolution
    gap = _between(tokens, found[i], found[i + 1])
    if a.start is None or a.end is None:
        return 0, None
    if (a.start, a.end) == (b.start, b.end) and gap in (", dem", ", den", ", der", ",", ", also am"):
        return 2, b  # „am Rosenmontag, dem 3. März 2025“
    if gap not in (",", ", am", ", im", "", "im", "am", ", und zwar am", "–"):
        return 0, None
    if b.start is None or b.end is None or a.granularity == b.granularity or a.type == "SET":
        return 0, None
    if isinstance(b.start, datetime) or isinstance(a.start, datetime) or isinstance(b.end, datetime):
        return 0, None
    a_end = a.end.date() if isinstance(a.end, datetime) else a.end
    if a.start <= b.start and b.end <= a_end and b.end - b.start < a_end - a.start:
        return 2, replace(b, mod=b.mod)
    return 0, None


def _with_time(tokens: Tokens, found: list[Found], i: int) -> tuple[int, Resolution | None]:
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
        if b.hit.prep == "bis" and isinstance(b.hit.meaning, Clock) and a.hit.prep != "bis":
            return 2, replace(a.resolution, mod="until", end=b.resolution.end)
        chosen = b.resolution if isinstance(b.hit.meaning, Clock) else replace(
            a.resolution, value=b.resolution.value, type="TIME")  # fmt: skip
        take = 2
        if i + 2 < len(found) and isinstance(b.hit.meaning, PartOfDay):
            more, timed = _with_time(tokens, [*found[: i + 1], *found[i + 2 :]], i)
            if more == 2 and timed is not None:
                return 3, timed
        return take, replace(chosen, basis=a.resolution.basis, anchor=a.resolution.anchor,
                             alternatives=a.resolution.alternatives)  # fmt: skip
    if a_timed and not b_timed and gap in ("", "am", ",", "des", "in der"):
        chosen = a.resolution if isinstance(a.hit.meaning, Clock) else b.resolution
        return 2, replace(chosen, basis=b.resolution.basis, anchor=b.resolution.anchor,
                          alternatives=b.resolution.alternatives)  # fmt: skip
    if isinstance(a.hit.meaning, Clock) and isinstance(b.hit.meaning, PartOfDay) and not gap:
        return 2, a.resolution
    return 0, None


def _not_before(
    first: Resolution, tail: Sequence[Found], second: Resolution | None
) -> Resolution:
    """„vom kommenden Freitag bis Sonntag“: the Sunday after that Friday."""
    r = second or tail[-1].resolution
    while (
        isinstance(tail[0].hit.meaning, Weekday)
        and first.day is not None
        and r.day is not None
        and r.day < first.day
        and r.start is not None
        and r.end is not None
    ):
        week = timedelta(weeks=1)
        value = (r.day + week).isoformat() + r.value[10:]
        r = replace(r, start=r.start + week, end=r.end + week, value=value)
        if second is None:
            tail[-1].resolution = r
    return r


def _is_range(tokens: Tokens, left: Sequence[Found], right: Found) -> bool:
    a, b = left[-1].resolution, right.resolution
    if a.start is None or b.start is None or a.reason or b.reason:
        return False
    gap = _between(tokens, left[-1], right).strip(" ,")
    words = [w for w in gap.split() if w != ","]
    lead_prep = left[0].hit.prep
    if not words:
        return False
    if words[0] in ("bis", "–", "—", "-") and len(words) <= 3:
        weekdays = isinstance(right.hit.meaning, Weekday)
        return weekdays or (a.start <= b.start if type(a.start) is type(b.start) else True)
    if words[0] in ("und", "/") and len(words) <= 2:
        if lead_prep == "zwischen":
            return True
        return _follows(a, b) and a.granularity == b.granularity
    return False


def _follows(a: Resolution, b: Resolution) -> bool:
    """Does ``b`` begin the day after ``a`` ends?"""
    if a.end is None or b.start is None or isinstance(a.end, datetime) or isinstance(b.start, datetime):
        return False
    return b.start - a.end == timedelta(days=1)


def _range(a: Resolution, b: Resolution) -> Resolution:
    start, end = a.start, b.end if b.end is not None else b.start
    readings = a.alternatives if a.basis == "relative" else ()
    return replace(a, end=end, start=start, granularity="range", mod=None,
                   confidence=min(a.confidence, b.confidence), alternatives=readings)  # fmt: skip


def _expression(
    text: str, tokens: Tokens, group: Sequence[Found], joined: Resolution | None, *, is_range: bool
) -> TimeExpression:
    first, last = group[0], group[-1]
    r = joined or first.resolution
    start, end, mod = r.start, r.end, r.mod
    if not is_range and r.reason is None and r.type not in ("SET",):
        start, end, mod = _open_side(tokens, first, r)
    rule = " + ".join(dict.fromkeys(f.hit.rule.name for f in group))
    return TimeExpression(
        start_char=first.lead,
        end_char=last.end,
        text=text[first.lead : last.end],
        rule=rule,
        granularity=r.granularity,
        start=start,
        end=end,
        mod=mod,
        edtf=notation.edtf(start, end, r.granularity, mod),
        basis=r.basis,
        anchor=r.anchor,
        alternatives=r.alternatives,
        confidence=r.confidence,
        reason=r.reason,
        event_like=r.event_like and (start is not None or end is not None or r.reason is not None),
        timexes=tuple(
            Timex(f.start, f.end, text[f.start : f.end], f.resolution.type, f.resolution.value,
                  f.resolution.timex_mod, f.hit.rule.name)
            for f in group
            if not f.silent
        ),
    )  # fmt: skip


def _open_side(
    tokens: Tokens, item: Found, r: Resolution
) -> tuple[date | datetime | None, date | datetime | None, Mod | None]:
    """What a preposition leaves open: „seit“ has no end, „bis“ no beginning."""
    prep = item.hit.prep
    around = {w.lower() for w in tokens.words[item.hit.lead : item.hit.first]}
    before = tokens.words[item.hit.lead - 1].lower() if item.hit.lead else ""
    words = around | {before}
    start, end = r.start, r.end
    attribute = isinstance(item.hit.meaning, DeicticDay) and item.hit.meaning.attribute
    if r.type == "DURATION" or attribute:
        return start, end, r.mod
    if prep in ("seit", "ab"):
        return start, None, "since"
    if prep == "bis" or "spätestens" in words:
        return None, end, "until"
    if "frühestens" in words:
        return start, None, "after"
    if prep == "nach" and r.granularity not in ("time",):
        if "kurz" in words:
            return start, end, "approx"
        return start, None, "after"
    if prep == "vor" and r.granularity not in ("time",):
        return None, end, "before"
    if (prep in ("gegen", "um") and r.granularity != "time") or words & {"etwa", "circa", "ca", "rund"}:
        return start, end, r.mod or "approx"
    return start, end, r.mod
