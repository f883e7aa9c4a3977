"""What comes again: „immer am 1. Mai“, „jedes Jahr im Oktober“, „Montag bis Freitag offen“."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from timeline.german.meaning import CalendarDate, Feast, Frequency, Period, Weekday
from timeline.german.tokens import CLAUSE, Tokens
from timeline.german.verb_forms import is_finite
from timeline.german.words import ALWAYS
from timeline.temporal.context import Context, is_weakened
from timeline.temporal.found import REACH, Found
from timeline.temporal.recognise import Hit

_PHRASE = 8  # words


def is_habit(tokens: Tokens, context: Context, hit: Hit, found: Sequence[Found]) -> bool:
    """„Immer am 1. Mai“, „Jedes Jahr im Oktober“, „Montag bis Freitag geöffnet“: no single day."""
    m = hit.meaning
    if isinstance(m, Weekday):
        bare = m.step is None and m.week is None
    else:
        bare = isinstance(m, CalendarDate | Period | Feast) and m.year is None and m.step is None
    if not bare or hit.prep in ("seit", "ab"):
        return False
    if tokens.says(_ELSE) and _is_else(tokens.words, hit, found):
        return True
    if tokens.words[max(0, hit.lead - 1) : hit.lead] == ["jeweils"] and not isinstance(m, Weekday):
        return True  # „wurde in den letzten drei Jahren jeweils im April ausgesetzt“
    if found and _is_alike(tokens, found[-1], hit):
        return True  # „in der Regel im Januar oder (Februar)“
    before = found[-1].hit if found else None
    if before is not None and _says_formerly(tokens, before, hit):
        return True
    if isinstance(m, CalendarDate) and m.day is None and _leads_to_set(tokens, hit.last):
        return context.tense() != "past"
    if before is not None and isinstance(before.meaning, Frequency) and before.last == hit.lead:
        return isinstance(m, Weekday) or before.meaning.value == "P1Y"  # „jedes Jahr im Oktober“
    if isinstance(m, Weekday) and _each_of_days(tokens, hit):
        return False
    if isinstance(m, Weekday):
        if not hit.prep and context.timetable and any(map(_is_regular, found[-REACH:])):
            return True  # „Montag bis Freitag 9 bis 13 Uhr, Samstag 10 bis 12 Uhr“
        single = hit.prep == "am" or _is_described(tokens.words[: hit.lead])
        for_once = single and not tokens.says(ALWAYS)  # „öffnet am Samstag um zehn“
        ends = hit.prep == "bis" and not (found and found[-1].hit.last == hit.lead)
        if ends or for_once:  # „ist noch bis Freitag geöffnet“
            return False
        return context.habit and context.tense() != "past"
    return hit.prep != "bis" and _comes_always(tokens, hit) and context.tense() != "past"


def _is_described(before: Sequence[str]) -> bool:
    """„am verkaufsoffenen (Sonntag)“"""
    return len(before) > 1 and before[-2].lower() == "am" and before[-1].endswith("en")


def _is_alike(tokens: Tokens, before: Found, hit: Hit) -> bool:
    habitual = before.resolution.value.startswith("XXXX-") and not before.resolution.event_like
    months = isinstance(before.hit.meaning, CalendarDate) and isinstance(hit.meaning, CalendarDate)
    return habitual and months and tokens.words[before.hit.last : hit.lead] in (["oder"], ["und"])


def _is_else(words: Sequence[str], hit: Hit, found: Sequence[Found]) -> bool:
    """„so viel wie sonst im ganzen Juni“, „täglich außer Montag“"""
    before = words[max(0, hit.lead - 4) : hit.lead]
    if "sonst" in before[1:] and before[before.index("sonst") - 1] == "wie":
        return not any(map(is_finite, before[before.index("sonst") :]))
    regular = any(isinstance(f.hit.meaning, Frequency) for f in found[-REACH:])
    return (
        before[-1:] == ["außer"] and not hit.prep and regular and isinstance(hit.meaning, Weekday)
    )


_ELSE = frozenset(("sonst", "außer"))


def _leads_to_set(tokens: Tokens, at: int) -> bool:
    """„von November (bis März nur samstags)“, „im August (täglich)“"""
    words, values = tokens.words, tokens.values
    if words[at : at + 1] == ["bis"] and at + 1 < len(words) and "MONTH" in values[at + 1]:
        at += 2
    at += words[at : at + 1] in (["nur"], ["auch"])
    return at < len(words) and not values[at].keys().isdisjoint(("WEEKDAYADV", "FREQ"))


def _each_of_days(tokens: Tokens, hit: Hit) -> bool:
    """„am Freitag und Samstag, jeweils um 20 Uhr“: days that follow each other, and no habit.

    „Dienstag und Donnerstag jeweils ab 14 Uhr“ are office hours.
    """
    if not tokens.says(_EACH):
        return False
    low, high = max(hit.first - _PHRASE, 0), min(hit.first + _PHRASE, len(tokens.words))
    begin = end = hit.first
    while begin > low and (_is_day(tokens, begin - 1) or tokens.words[begin - 1] in _AND):
        begin -= 1
    while end < high and (_is_day(tokens, end) or tokens.words[end] in _AND):
        end += 1
    if tokens.words[end : end + 1] == [","]:
        end += 1
    if tokens.words[end : end + 1] != ["jeweils"] or tokens.words[begin - 1].lower() not in _ON:
        return False
    shown = tokens.words[end + 1 : end + 2] in (["um"], ["gegen"])
    shown = shown or tokens.words[end + 2 : end + 3] == ["Uhr"]
    if not shown or tokens.says(_OPEN):
        return False
    days = [tokens.values[i]["WEEKDAY"] for i in range(begin, end) if _is_day(tokens, i)]
    return len(days) > 1 and all((b - a) % 7 == 1 for a, b in pairwise(days))


def _is_day(tokens: Tokens, index: int) -> bool:
    return "WEEKDAY" in tokens.values[index]


_OPEN = frozenset(("immer", "Immer", "geöffnet", "Geöffnet", "öffnet", "öffnen", "Sprechstunden"))
_EACH = frozenset(("jeweils",))
_AND = (",", "und", "sowie")
_ON = ("am", "kommenden", "nächsten", "diesem", "diesen")


def _is_regular(item: Found) -> bool:
    """„montags“, „täglich“"""
    meaning = item.hit.meaning
    return isinstance(meaning, Frequency) and meaning.value.startswith(("XXXX-WXX", "P1D"))


def _says_formerly(tokens: Tokens, before: Hit, hit: Hit) -> bool:
    """„Früher begann der Schlussverkauf Ende Januar“; not „Wie früher gesagt, war er im Mai …“."""
    words = tokens.words
    if words[0] != "Früher" or not any(map(is_finite, words[1:2])):
        return False
    if "," not in words[: hit.lead]:
        return before.first == 0
    # „Früher fuhr der Bus zweimal am Tag, und am Sonntag kamen Ausflügler“
    commas = (i for i in range(hit.lead) if words[i] == ",")
    return isinstance(before.meaning, Frequency) and all(words[i + 1] == "und" for i in commas)


_AS_A_RULE = ["in", "der", "regel"]


def _comes_always(tokens: Tokens, hit: Hit) -> bool:
    """„Normalerweise … Mitte September“, „immer am 1. Mai“; not „im Mai immer wieder“."""
    words = tokens.words
    if [w.lower() for w in words[max(0, hit.lead - 3) : hit.lead]] == _AS_A_RULE:
        return True
    if not tokens.says(ALWAYS):
        return False
    opens = [] if hit.lead > CLAUSE or "," in words[: hit.lead] else words[:1]
    behind = [w for w in words[hit.last : hit.last + 1] if w != "jeweils"]  # „jeweils um 20 Uhr“
    near = {*opens, *words[max(0, hit.lead - 2) : hit.lead], *behind} & ALWAYS
    return any(not is_weakened(words, word) for word in near)
