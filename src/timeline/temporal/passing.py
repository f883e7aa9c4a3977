"""Dates that are only named: in passing, to compare with, to deny; the story does not go there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from timeline.german.closed_classes import ARTICLES
from timeline.german.direction_words import (
    FACED,
    MISHAPS,
    NEGATIONS,
    ONCE_PLANNED,
    REPORTING,
    SAID,
)
from timeline.german.meaning import CalendarDate, DeicticDay, Period, UnitStep, Weekday
from timeline.german.tokens import CLAUSE, Tokens, since_last
from timeline.german.verb_forms import Form, forms, is_done, is_finite
from timeline.temporal.found import REACH, Found
from timeline.temporal.recognise import Hit

_PHRASE = 8  # words


def in_passing(tokens: Tokens, item: Found, found: Sequence[Found]) -> bool:
    """A year in brackets or behind „von“, „bis“ …: „die Banken, die er bis 1881 überfiel“.

    Also a weekday that says of a noun when it was, beside the day that is told of: „reagierte am
    Montag auf die Niederlage vom Samstag“, and „war zuletzt im August 2019 gesperrt“.
    """
    hit, meaning = item.hit, item.hit.meaning
    if hit.prep == "im" and hit.lead and tokens.words[hit.lead - 1].lower() in _LAST_TIME:
        return True
    if hit.prep == "seit" and isinstance(meaning, CalendarDate) and isinstance(meaning.year, int):
        return True
    if hit.prep == "für" and isinstance(meaning, CalendarDate) and tokens.says(ONCE_PLANNED):
        return True  # „war für Mai 2020 geplant, fiel aber aus“
    if isinstance(meaning, Weekday) and hit.prep == "vom":
        days = (f for f in found[-REACH:] if f is not item)
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
        or (not hit.prep and before[:1].isupper() and before not in _OPENERS)
    )


#: „Schon 2022, nach dem Unglück, …“
_OPENERS = ("Schon", "Bereits", "Erst", "Noch", "Auch", "Zuletzt", "Anders")


def is_faced(tokens: Tokens, hit: Hit) -> bool:
    """„warnt vor dem Winter“, „freut sich auf die Sommerferien“"""
    season = isinstance(hit.meaning, Period) and hit.meaning.year is None
    return hit.prep in ("vor", "auf") and season and tokens.says(FACED)


_LAST_TIME = ("zuletzt", "letztmals")


def is_compared(tokens: Tokens, hit: Hit) -> bool:
    """„gegenüber dem Vorjahr“, „im Vergleich zum Mai“, „später als im Vorjahr“: what is told was
    not then."""
    before = tokens.words[max(0, hit.lead - 3) : hit.lead]
    article = bool(before) and not hit.prep and before[-1] in ARTICLES
    if article:
        before.pop()  # „gegenüber dem (Vorjahr)“
    last = before[-1].lower() if before else ""
    if last == "wie":
        return isinstance(hit.meaning, UnitStep)  # „wie im Vorjahr“
    if last == "als":
        if any(forms(w) & Form.PARTICIPLE for w in tokens.words[hit.last : hit.last + 4]):
            return False  # „später als heuer im Frühjahr geplant“
        more = before[-2].lower() if len(before) > 1 else ""
        if more in _SOONER and tokens.says(NEGATIONS):
            return False  # „nicht früher als am 5. August tagt …“
        goes_on = tokens.words[hit.last : hit.last + 2] == [",", "als"]
        return not goes_on and (more.endswith("er") or more in _COMPARATIVES)
    behind = article and tokens.words[hit.last : hit.last + 1] == ["gegenüber"]
    led = before[-2].lower() if len(before) > 1 else ""  # „ein Vergleich zum 1. Oktober“ is a deal
    yardstick = hit.prep == "zum" and last in _YARDSTICKS and led in ("im", "in")
    return behind or last == "gegenüber" or yardstick


_SOONER = ("früher", "später", "eher")
_COMPARATIVES = ("mehr", "weniger", "anders")
_YARDSTICKS = ("vergleich", "verhältnis")


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


def is_issue(tokens: Tokens, hit: Hit) -> bool:
    """„sagte sie der „Neudorfer Post“ (Samstag)“: the day on which that paper comes out."""
    words, values = tokens.words, tokens.values
    if not isinstance(hit.meaning, Weekday) or hit.prep or hit.first < _SHORTEST:
        return False
    if words[hit.first - 1] != "(" or words[hit.last : hit.last + 1] != [")"]:
        return False
    if "QUOTE" not in values[hit.first - 2] or not tokens.says(_TOLD_A_PAPER):
        return False
    low = max(0, hit.first - _PHRASE)
    opens = next((i for i in range(hit.first - 3, low, -1) if "QUOTE" in values[i]), 0)
    return opens > 0 and words[opens - 1] in ("der", "dem", "den")


_SHORTEST = 5  # tokens in front: „der „Post“ (“
_TOLD_A_PAPER = frozenset(("sagte", "sagten", "sagt", "erklärte", "erklärten"))


def is_origin(tokens: Tokens, hit: Hit) -> bool:
    """„eine Mauer aus dem Jahr 1911“: since when it stands, not when anything happened to it."""
    year = isinstance(hit.meaning, CalendarDate) and hit.meaning.month is None
    return year and hit.prep == "aus" and tokens.noun_before(hit.lead)


def is_of_noun(hit: Hit, words: Sequence[str]) -> bool:
    """„Der Beschluss des Rates vom 13. März ist hinfällig“: the date says of a noun when it was."""
    dated = isinstance(hit.meaning, CalendarDate) and hit.meaning.day is not None
    if not dated or hit.prep != "vom" or hit.lead == 0 or not words[hit.lead - 1][0].isupper():
        return False
    near = words[max(0, hit.lead - 4) : hit.lead]
    return not any(w[0].isupper() and w.lower().endswith(_HAPPENED) for w in near)


_HAPPENED = (*MISHAPS, "flut", "sturm", "beben", "sieg", "niederlage", "putsch")


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


def is_report(tokens: Tokens, hit: Hit) -> bool:
    """„Das teilte die Polizei am Donnerstag mit“: the story stays where it was."""
    return isinstance(hit.meaning, Weekday | DeicticDay) and tokens.says(REPORTING)


def said_on(tokens: Tokens, found: Sequence[Found], hit: Hit) -> date | None:
    """The day of the report around a weekday: „Am Freitag teilte sie mit, dass am Montag …“

    Also of „zog am Freitag den Antrag vom Dienstag zurück“: the noun's day was before that.
    """
    day = found[-1].resolution.day if found else None
    if day is None or found[-1].resolution.basis != "relative":
        return None
    last = found[-1].hit
    before, between = tokens.words[: last.lead], tokens.words[last.last : hit.lead]
    if hit.prep == "vom" and between[-1:] and between[-1][:1].isupper():
        return day
    if "," not in between:
        return None
    if _is_told_further_back(tokens.words[hit.last : hit.last + CLAUSE]):
        return day  # „lobte, was am Dienstag beschlossen worden war“
    if not tokens.says(SAID):
        return None
    clause = [*since_last(before, ","), *between[: between.index(",")]]
    return None if SAID.isdisjoint(clause) else day


def _is_told_further_back(behind: Sequence[str]) -> bool:
    """Whether a clause ends in the pluperfect: „(am Dienstag) beschlossen worden war“."""
    stop = next((i for i, word in enumerate(behind) if not word[0].isalpha()), len(behind))
    done = stop > 1 and forms(behind[stop - 2]) & Form.PARTICIPLE
    return bool(done) and behind[stop - 1] in ("war", "waren", "hatte", "hatten")


def is_denied(tokens: Tokens, hit: Hit) -> bool:
    """„nicht am 7., sondern am 9. Mai“: on the 7th nothing happens.

    Also „hatten nicht, wie versprochen, im Oktober begonnen, sondern erst …“.
    """
    before = tokens.words[max(0, hit.lead - 6) : hit.lead]
    if "nicht" not in before and before[-1:] != ["Nicht"]:
        return False
    as_planned = "wie" in before[-3:-1]  # „nicht wie (bisher) geplant im Mai, sondern …“
    close = before[-1] in ("nicht", "Nicht") or before[-1] == "," or as_planned
    return close and "sondern" in tokens.words[hit.last : hit.last + 4]
