"""What the words around an expression say about it: tense, figure of speech, passing mention."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from timeline.german.clauses import clause_at
from timeline.german.closed_classes import ARTICLES, POSSESSIVES
from timeline.german.direction_words import (
    AT_LARGE,
    BEING,
    CULPRITS,
    FACED,
    FIGURE,
    HABITUAL,
    LETTERS,
    MISHAPS,
    ONCE,
    ONCE_PLANNED,
    REPORTING,
    RESULTS,
    UNPLANNED,
    UNSURE,
)
from timeline.german.meaning import (
    CalendarDate,
    Clock,
    DeicticDay,
    Feast,
    Frequency,
    Period,
    Vague,
    Weekday,
)
from timeline.german.tokens import Tokens
from timeline.german.verb_forms import is_done, is_finite
from timeline.german.verbs import Tense, tense_at
from timeline.german.words import ALWAYS, STATES
from timeline.temporal.context import Context, is_weakened
from timeline.temporal.found import Found
from timeline.temporal.recognise import Hit


def is_heading(text: str, begin: int, end: int) -> bool:
    """A short line of its own without a full stop."""
    return (
        end - begin < 80
        and text[end - 1] not in ".!?,;"
        and text[begin - 1 : begin] in ("", "\n")
        and text[end : end + 1] in ("", "\n")
    )


def in_passing(tokens: Tokens, item: Found, found: Sequence[Found]) -> bool:
    """A year in brackets or behind „von“, „bis“ …: „die Banken, die er bis 1881 überfiel“.

    Also a weekday that says of a noun when it was, beside the day that is told of: „reagierte am
    Montag auf die Niederlage vom Samstag“, and „war zuletzt im August 2019 gesperrt“.
    """
    hit, meaning = item.hit, item.hit.meaning
    if hit.prep == "im" and hit.lead and tokens.words[hit.lead - 1].lower() in _LAST_TIME:
        return True
    if hit.prep == "für" and isinstance(meaning, CalendarDate) and tokens.says(ONCE_PLANNED):
        return True  # „war für Mai 2020 geplant, fiel aber aus“
    if isinstance(meaning, Weekday) and hit.prep == "vom":
        days = (f for f in found[-_BEFORE:] if f is not item)
        if any(f.resolution.day is not None for f in days):
            return True
    if not (isinstance(meaning, CalendarDate) and meaning.month is None) and not (
        isinstance(meaning, Period) and meaning.kind in ("DE", "CE", "SY")
    ):
        return hit.first > 0 and tokens.words[hit.first - 1] == "("
    before = tokens.words[hit.first - 1] if hit.first else ""
    return (
        hit.prep in ("bis", "seit", "von", "vom", "vor", "nach", "ab", "aus", "um", "für")
        or _is_attribute(tokens, hit)
        or before in ("(", "–", "-", "/")
        or (not hit.prep and before[:1].isupper())
    )


def is_faced(tokens: Tokens, hit: Hit) -> bool:
    """„warnt vor dem Winter“, „freut sich auf die Sommerferien“"""
    season = isinstance(hit.meaning, Period) and hit.meaning.year is None
    return hit.prep in ("vor", "auf") and season and tokens.says(FACED)


_LAST_TIME = ("zuletzt", "letztmals")


def is_since(tokens: Tokens, hit: Hit) -> bool:
    """„seit dem 2:0 in Neustadt am 6. Dezember“: the date of a noun that „seit“ leads."""
    if hit.prep != "am" or not isinstance(hit.meaning, CalendarDate):
        return False
    for word in reversed(tokens.words[max(0, hit.lead - _PHRASE) : hit.lead]):
        if word.lower() == "seit":
            return True
        if word == "," or is_finite(word):
            return False
    return False


def is_of_noun(hit: Hit, words: Sequence[str]) -> bool:
    """„Der Beschluss des Rates vom 13. März ist hinfällig“: the date says of a noun when it was."""
    dated = isinstance(hit.meaning, CalendarDate) and hit.meaning.day is not None
    if not dated or hit.prep != "vom" or hit.lead == 0 or not words[hit.lead - 1][0].isupper():
        return False
    near = words[max(0, hit.lead - 4) : hit.lead]
    return not any(w[0].isupper() and w.lower().endswith(_HAPPENED) for w in near)


_HAPPENED = (*MISHAPS, "flut", "sturm", "beben", "sieg", "niederlage", "putsch")
_PHRASE = 8  # words


def _is_attribute(tokens: Tokens, hit: Hit) -> bool:
    """„die 2003 (in Ulm) gegründete Gruppe“: the year says of the noun since when it is."""
    words = tokens.words
    if not hit.lead or words[hit.lead - 1].lower() not in ARTICLES:
        return False
    for at in range(hit.last, min(hit.last + _PHRASE, len(words) - 1)):
        if words[at][:1].islower() and is_done(words[at]):
            return at == hit.last or words[at + 1][:1].isupper()
        if not words[at][0].isalpha() or is_finite(words[at]):
            return False
    return False


def in_range(tokens: Tokens, hit: Hit) -> Hit:
    """„vom 3. Mai bis …“: here „vom“ opens a range and says nothing about the past."""
    if not hit.prep and _comes_after(tokens.words, hit.lead):
        return replace(hit, prep="nach")
    if hit.prep == "auf" and _ends_night(tokens.words[max(0, hit.lead - 5) : hit.lead]):
        return replace(hit, prep="")  # „in der Nacht auf den 21. Mai“ puts nothing off
    if hit.prep not in ("von", "vom"):
        return hit
    follows = tokens.words[hit.last].lower() if hit.last < len(tokens.words) else ""
    if follows in ("bis", "–", "-") or _runs(tokens, hit):
        return replace(hit, prep="")
    goal = tokens.words[hit.last + 1 : hit.last + 2]
    aimed = goal and (goal[0].lower() in ARTICLES | POSSESSIVES or goal[0][:1].isupper())
    if follows == "an" and not (
        aimed and is_addressed(tokens.words[max(0, hit.lead - 4) : hit.lead])
    ):
        return replace(hit, prep="ab")  # „vom 1. Dezember an“
    return hit


def _comes_after(words: Sequence[str], at: int) -> bool:
    """„nach dem milden (Winter)“"""
    if at < 3 or words[at - 3] not in ("nach", "Nach") or words[at - 2] not in ARTICLES:
        return False
    return words[at - 1].islower() and words[at - 1].endswith(("e", "en", "er"))


def is_addressed(before: Sequence[str]) -> bool:
    """Whether the words before „vom 3. Mai an …“ name what goes to somebody: „der Brief“."""
    for index in range(len(before) - 1, -1, -1):
        word = before[index]
        if word[:1].isupper() and word.lower().endswith(LETTERS):
            return True
        if is_finite(word):
            return False  # „Das Angebot gilt vom 3. Mai an“
    return False


def _runs(tokens: Tokens, hit: Hit) -> bool:
    """„von Montag, 6 Uhr, bis Dienstag“"""
    return isinstance(hit.meaning, Weekday) and "bis" in tokens.words[hit.last : hit.last + 6]


def _ends_night(before: Sequence[str]) -> bool:
    """„in der (Gewitter-)Nacht (vom 7.) auf …“"""
    night = next((i for i, word in enumerate(before) if word.lower().endswith("nacht")), -1)
    between = before[night + 1 :]
    return night >= 0 and (not between or between[0] in ("vom", "von"))


def is_report(tokens: Tokens, hit: Hit) -> bool:
    """„Das teilte die Polizei am Donnerstag mit“: the story stays where it was."""
    return isinstance(hit.meaning, Weekday | DeicticDay) and tokens.says(REPORTING)


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
        if not hit.prep and context.timetable and any(map(_is_regular, found[-_BEFORE:])):
            return True  # „Montag bis Freitag 9 bis 13 Uhr, Samstag 10 bis 12 Uhr“
        for_once = hit.prep == "am" and not tokens.says(ALWAYS)  # „öffnet am Samstag um zehn“
        ends = hit.prep == "bis" and not (found and found[-1].hit.last == hit.lead)
        if ends or for_once:  # „ist noch bis Freitag geöffnet“
            return False
        return context.habit and context.tense() != "past"
    return hit.prep != "bis" and _comes_always(tokens, hit) and context.tense() != "past"


def _is_else(words: Sequence[str], hit: Hit, found: Sequence[Found]) -> bool:
    """„so viel wie sonst im ganzen Juni“, „täglich außer Montag“"""
    before = words[max(0, hit.lead - 4) : hit.lead]
    if "sonst" in before[1:] and before[before.index("sonst") - 1] == "wie":
        return not any(map(is_finite, before[before.index("sonst") :]))
    regular = any(isinstance(f.hit.meaning, Frequency) for f in found[-_BEFORE:])
    return (
        before[-1:] == ["außer"] and not hit.prep and regular and isinstance(hit.meaning, Weekday)
    )


_ELSE = frozenset(("sonst", "außer"))


def _leads_to_set(tokens: Tokens, at: int) -> bool:
    """„von November (bis März nur samstags)“, „im August (täglich)“"""
    words, values = tokens.words, tokens.values
    if words[at : at + 1] == ["bis"] and "MONTH" in values[at + 1]:
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


def _comes_always(tokens: Tokens, hit: Hit) -> bool:
    """„Normalerweise … Mitte September“, „immer am 1. Mai“; not „im Mai immer wieder“."""
    if not tokens.says(ALWAYS):
        return False
    words = tokens.words
    opens = [] if hit.lead > _CLAUSE or "," in words[: hit.lead] else words[:1]
    behind = [w for w in words[hit.last : hit.last + 1] if w != "jeweils"]  # „jeweils um 20 Uhr“
    near = {*opens, *words[max(0, hit.lead - 2) : hit.lead], *behind} & ALWAYS
    return any(not is_weakened(words, word) for word in near)


def of_another_time(
    text: str, begin: int, start: int, found: Sequence[Found], context: Context
) -> bool:
    """„heute“ in words quoted from another year: „Am 3. Mai 1911 schrieb er: „Heute …““."""
    begin = max(begin, start - 4 * _NEAR)
    quoted = sum(text.count(mark, begin, start) for mark in "„“”«»") % 2 == 1
    year = context.published.year if context.published else None
    return quoted and any(
        f.resolution.day is not None and f.resolution.day.year != year for f in found[-_BEFORE:]
    )


_NEAR = 500  # characters; a clause is shorter
_BEFORE = 12  # expressions; a sentence seldom has more


def tense_of_clause(tokens: Tokens, start: int, stop: int) -> Callable[[], Tense]:
    """A function that tells the tense around an expression when asked: reading verbs costs."""

    def look() -> Tense:
        # of a sentence without end only what is near is read: cost stays linear in the text
        first, last = max(tokens.begin, start - _NEAR), min(tokens.end, stop + _NEAR)
        sentence = tokens.text[first:last]
        if sentence.isupper():  # a headline in capitals
            sentence = sentence.lower()
        tense = tense_at(sentence, start - first, stop - first)
        if tense == "none" or (tense == "present" and not tokens.says(UNSURE)):
            told = {word.text for word in clause_at(sentence, start - first, stop - first).words}
            if tense == "present" and (_of_culprit(tokens) or _is_scored(tokens, told)):
                return "past"
            if tokens.says(UNPLANNED) and not UNPLANNED.isdisjoint(told):
                return "past" if UNSURE.isdisjoint(told) else tense
        return tense

    return look


def _of_culprit(tokens: Tokens) -> bool:
    """„Einbrecher steigen am Sonntag …“, but not „Unbekannte Werke erklingen“."""
    verb = "".join(tokens.words[1:2])
    if tokens.words[0] not in CULPRITS or ":" in tokens.words:
        return False
    return is_finite(verb) and verb not in STATES


def _is_scored(tokens: Tokens, told: set[str]) -> bool:
    """„Viktoria gewinnt am Samstag 3:0“: it is over; but „nach dem 0:4“, „um 19:30“."""
    if not tokens.holds(":") or RESULTS.isdisjoint(told):
        return False
    pairs = zip(tokens.words, tokens.values, strict=True)
    return any(
        _SCORE.fullmatch(word) and "CLOCK" not in values and tokens.words[i - 1] not in _EARLIER
        for i, (word, values) in enumerate(pairs)
        if i
    )


_EARLIER = frozenset(("dem", "von", "das", "zuletzt"))  # „nach dem 1:2“
_SCORE = re.compile(r"\d{1,2}:\d{1,2}")


def is_denied(tokens: Tokens, hit: Hit) -> bool:
    """„nicht am 7., sondern am 9. Mai“: on the 7th nothing happens.

    Also „hatten nicht, wie versprochen, im Oktober begonnen, sondern erst …“.
    """
    before = tokens.words[max(0, hit.lead - 6) : hit.lead]
    behind = tokens.words[hit.last : hit.last + 4]
    if "nicht" not in before and before[-1:] != ["Nicht"]:
        return False
    close = before[-1] in ("nicht", "Nicht") or before[-1] == ","
    return close and "sondern" in behind


def is_apposition(tokens: Tokens, before: Found, hit: Hit) -> bool:
    """„Am 5. März, einem Sonntag“: the weekday says of the day before it what it was."""
    return (
        isinstance(hit.meaning, Weekday)
        and hit.meaning.indefinite
        and before.resolution.day is not None
        and tokens.words[before.hit.last : hit.first] in ([",", "einem"], [",", "ein"])
    )


def in_contrast(tokens: Tokens, before: Sequence[Found], hit: Hit, context: Context) -> bool:
    """„Früher blieben sie drei Wochen, heute sind es fünf Tage“: today stands for these days.

    How things are, not what happens: „Einst war er Meister, heute kämpft er in Köln“.
    """
    return (
        hit.meaning == _TODAY
        and tokens.says(ONCE)
        and any(isinstance(f.hit.meaning, Vague) for f in before[-_BEFORE:])
        and (not BEING.isdisjoint(tokens.words[hit.last : hit.last + 1]) or tokens.says(AT_LARGE))
        and context.tense() in ("present", "none")
    )


def in_general(tokens: Tokens, hit: Hit, hits: Sequence[Hit], context: Context) -> bool:
    """„Ich arbeite heute 20 Stunden pro Woche“: these days, as what comes again is no day's."""
    if hit.meaning != _TODAY or hit.prep or context.tense() != "present":
        return False
    if not context.says(HABITUAL):
        return False  # „Der Rat entscheidet heute über 20 Stunden pro Woche“
    return any(
        isinstance(other.meaning, Frequency)
        and other.meaning.value in _LONG_SETS
        and "," not in words_between(tokens, hit, other)
        for other in hits
    )


def words_between(tokens: Tokens, one: Hit, other: Hit) -> list[str]:
    """The words between two expressions, whichever stands first."""
    first, last = sorted((one, other), key=lambda hit: hit.first)
    return tokens.words[first.last : last.first]


_LONG_SETS = ("P1W", "P1M", "P1Y")
_TODAY = DeicticDay(0)
_FORMERLY = Vague("PAST_REF")


_CLAUSE = 30  # words; longer ones are no prose


def is_figurative(tokens: Tokens, hits: Sequence[Hit]) -> bool:
    """„Heute ist es die eine, morgen eine andere Stadt“: no dates, a figure of speech.

    But „Heute bleibt es trocken, morgen ziehen Schauer auf“.
    """
    if len(hits) < 2 or any(isinstance(h.meaning, Clock) for h in hits):
        return False
    offsets = {
        h.meaning.offset
        for h in hits
        if isinstance(h.meaning, DeicticDay) and h.meaning.daypart is None and h.prep in ("", "auf")
    }
    adjacent = any(b.first - a.last <= 1 for a, b in pairwise(hits))
    if not {0, 1} <= offsets or adjacent:
        return False
    # the last is „morgen“ or behind it; a verb of happening before it makes the first a day
    told = tokens.words[max(0, hits[-1].first - _CLAUSE) : hits[-1].first]
    tells = any(is_finite(w) and w not in BEING for w in told)
    return tokens.says(FIGURE) or not tells
