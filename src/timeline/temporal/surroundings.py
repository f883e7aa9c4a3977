"""What the words around an expression say about it: its tense, a range, a figure of speech."""

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
    FIGURE,
    HABITUAL,
    LETTERS,
    ONCE,
    RESULTS,
    UNPLANNED,
    UNSURE,
)
from timeline.german.meaning import (
    Amount,
    CalendarDate,
    Clock,
    DeicticDay,
    Frequency,
    Shift,
    Vague,
    Weekday,
)
from timeline.german.tokens import CLAUSE, NEAR, Tokens
from timeline.german.verb_forms import is_finite
from timeline.german.verbs import Tense, tense_at
from timeline.german.words import STATES
from timeline.temporal.context import Context
from timeline.temporal.found import REACH, Found
from timeline.temporal.recognise import Hit


def is_heading(text: str, begin: int, end: int) -> bool:
    """A short line of its own without a full stop."""
    return (
        end - begin < 80
        and text[end - 1] not in ".!?,;"
        and text[begin - 1 : begin] in ("", "\n")
        and text[end : end + 1] in ("", "\n")
    )


def in_range(tokens: Tokens, hit: Hit) -> Hit:
    """„vom 3. Mai bis …“: here „vom“ opens a range and says nothing about the past."""
    if not hit.prep and _comes_after(tokens.words, hit.lead):
        return replace(hit, prep="nach")
    if hit.prep == "auf" and _ends_night(tokens.words[max(0, hit.lead - 5) : hit.lead]):
        return replace(hit, prep="")  # „in der Nacht auf den 21. Mai“ puts nothing off
    if hit.prep == "in" and isinstance(hit.meaning, Amount) and _is_nth(tokens, hit.lead):
        return replace(hit, prep="")
    if hit.prep not in ("von", "vom"):
        return hit
    if tokens.words[hit.lead - 1 : hit.lead] == ["Wirkung"]:
        return replace(hit, prep="ab")  # „mit Wirkung vom 1. Juni“
    follows = tokens.words[hit.last].lower() if hit.last < len(tokens.words) else ""
    if follows in ("bis", "–", "-") or _runs(tokens, hit):
        return replace(hit, prep="")
    if tokens.words[hit.last : hit.last + 2] == [",", "an"]:
        return replace(hit, prep="ab")  # „von Freitag, 22. Mai, an“
    goal = tokens.words[hit.last + 1 : hit.last + 2]
    aimed = goal and (goal[0].lower() in ARTICLES | POSSESSIVES or goal[0][:1].isupper())
    if follows == "an" and not (
        aimed and is_addressed(tokens.words[max(0, hit.lead - 4) : hit.lead])
    ):
        return replace(hit, prep="ab")  # „vom 1. Dezember an“
    return hit


def with_year_behind(tokens: Tokens, hit: Hit, following: Hit | None) -> Hit:
    """„im März und erneut im November 2020“, „vom 3. März auf den 10. Mai 2025“: the year of the
    second is that of both."""
    first, second = hit.meaning, following.meaning if following is not None else None
    if following is None or not isinstance(first, CalendarDate):
        return hit
    if not isinstance(second, CalendarDate) or not isinstance(second.year, int) or second.short:
        return hit
    if first.year is not None or first.month is None or second.month is None or first.beside:
        return hit
    gap = tokens.words[hit.last : following.lead]
    led = tokens.words[hit.lead : hit.last]
    onto = not gap and following.prep == "auf" and ("vom" in led or "Vom" in led)
    if not onto and (gap[:1] not in (["und"], ["sowie"]) or not _AGAIN.issuperset(gap[1:])):
        return hit
    year = second.year - int(first.month > second.month)
    return replace(hit, meaning=replace(first, year=year))


def joins_clause(between: Sequence[str]) -> bool:
    """„wurden am Vormittag bestellt und sollen (heute eintreffen)“: another clause has that day."""
    pairs = pairwise(between)
    return any(word == "und" and is_finite(verb) for word, verb in pairs)


_AGAIN = frozenset(("erneut", "wieder", "nochmals", "noch", "einmal", "dann", "auch", "zuletzt"))


def _is_nth(tokens: Tokens, at: int) -> bool:
    """„ist der siebte Trainer (in fünf Jahren)“: a length, and nothing to come; unlike „Der zweite
    Umbau in drei Wochen beginnt“."""
    if at < 2 or not tokens.words[at - 1][:1].isupper():
        return False
    if not (tokens.says(STATES) or tokens.says(_WAS)):
        return False
    before = tokens.values[max(0, at - 3) : at - 1]
    return any(not _ORDINALS.isdisjoint(values) for values in before)


_WAS = frozenset(("wäre", "war", "wurde"))
_ORDINALS = frozenset(("ORD", "ORDWORD", "ORDNUM"))


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
    """„von Montag, 6 Uhr, bis Dienstag“, „vom 17. April, 4 Uhr, bis zum 4. Juni“"""
    behind = tokens.words[hit.last : hit.last + 6]
    if isinstance(hit.meaning, Weekday):
        return "bis" in behind
    return behind[:1] == [","] and behind[2:5] == ["Uhr", ",", "bis"]


def _ends_night(before: Sequence[str]) -> bool:
    """„in der (Gewitter-)Nacht (vom 7.) auf …“"""
    night = next((i for i, word in enumerate(before) if word.lower().endswith("nacht")), -1)
    between = before[night + 1 :]
    return night >= 0 and (not between or between[0] in ("vom", "von"))


def of_another_time(
    text: str, begin: int, start: int, found: Sequence[Found], context: Context
) -> bool:
    """„heute“ in words quoted from another year: „Am 3. Mai 1911 schrieb er: „Heute …““."""
    begin = max(begin, start - 4 * NEAR)
    quoted = sum(text.count(mark, begin, start) for mark in "„“”«»") % 2 == 1
    year = context.published.year if context.published else None
    return quoted and any(
        f.resolution.day is not None and f.resolution.day.year != year for f in found[-REACH:]
    )


def tense_of_clause(tokens: Tokens, start: int, stop: int) -> Callable[[], Tense]:
    """A function that tells the tense around an expression when asked: reading verbs costs."""

    def look() -> Tense:
        # of a sentence without end only what is near is read: cost stays linear in the text
        first, last = max(tokens.begin, start - NEAR), min(tokens.end, stop + NEAR)
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


def is_apposition(tokens: Tokens, before: Found, hit: Hit) -> bool:
    """„Am 5. März, einem Sonntag“: the weekday says of the day before it what it was, and „heute,
    vier Wochen danach,“ how long after something else."""
    if before.hit.meaning == _TODAY and isinstance(hit.meaning, Shift):
        gap, behind = (
            tokens.words[before.hit.last : hit.first],
            tokens.words[hit.last : hit.last + 1],
        )
        return gap == [","] and behind == [","]
    return (
        isinstance(hit.meaning, Weekday)
        and hit.meaning.indefinite
        and before.resolution.day is not None
        and tokens.words[before.hit.last : hit.first] in ([",", "einem"], [",", "ein"])
    )


def in_contrast(
    tokens: Tokens, before: Sequence[Found], hit: Hit, hits: Sequence[Hit], context: Context
) -> bool:
    """„Früher blieben sie drei Wochen, heute sind es fünf Tage“, „Heute haben wir 87 Mitglieder,
    vor 20 Jahren waren es 31“: today stands for these days.

    How things are, not what happens: „Einst war er Meister, heute kämpft er in Köln“.
    """
    verb = tokens.words[hit.last : hit.last + 1]
    if hit.meaning == _TODAY and not _HOW_IT_IS.isdisjoint(verb) and context.tense() == "present":
        year = context.published.year if context.published is not None else None
        near = hits[max(0, len(before) - REACH) : len(before) + 1 + REACH]
        if year is not None and any(_is_of_years_ago(other, year) for other in near):
            return True
    once = tokens.says(ONCE) and any(isinstance(f.hit.meaning, Vague) for f in before[-REACH:])
    return (
        hit.meaning == _TODAY
        and once
        and (not BEING.isdisjoint(tokens.words[hit.last : hit.last + 1]) or tokens.says(AT_LARGE))
        and context.tense() in ("present", "none")
    )


def _is_of_years_ago(hit: Hit, year: int) -> bool:
    """„2005“, „vor 20 Jahren“"""
    m = hit.meaning
    if isinstance(m, CalendarDate) and m.month is None and isinstance(m.year, int):
        return year - m.year >= _LONG
    if not isinstance(m, Amount) or m.number is None:
        return False
    return hit.prep == "vor" and m.unit == "Y" and m.number >= _LONG


_LONG = 3  # years
_HOW_IT_IS = BEING | {"haben", "hat", "zählt", "zählen", "leben", "arbeiten", "stehen"}


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
    told = tokens.words[max(0, hits[-1].first - CLAUSE) : hits[-1].first]
    tells = any(is_finite(w) and w not in BEING for w in told)
    return tokens.says(FIGURE) or not tells
