"""Dates that were known beforehand: what was planned for them, or had to be called off."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.german.closed_classes import ARTICLES, POSSESSIVES
from timeline.german.direction_words import (
    ANNOUNCING,
    AT_FIRST,
    BESIDE,
    CALLED_OFF,
    HAD_TO,
    INVITING,
    LEAVING,
    MOVES,
    ONCE_PLANNED,
    ONCE_WAS,
    PLANNED,
    POSTPONED,
    PREPARING,
    PUT_OFF,
    SCHEDULED,
    SETTLED,
    SETTLING,
    WAS_DONE,
)
from timeline.german.meaning import CalendarDate, Weekday
from timeline.german.tokens import CLAUSE, Tokens, since_last
from timeline.german.verb_forms import Form, forms
from timeline.german.verbs import HAD
from timeline.temporal.recognise import Hit


def was_planned(tokens: Tokens, hit: Hit) -> bool:
    """„Die Eröffnung war für Mitte Mai geplant“, within one clause; also „zum 30. Juni gekündigt“:
    who goes says so before."""
    if hit.prep == "zum" and (tokens.says(LEAVING) or _is_announced(tokens, hit)):
        return isinstance(hit.meaning, CalendarDate)
    led = tokens.words[max(0, hit.lead - 2) : hit.lead]
    if tokens.words[0] == "Richtig" or (led[:1] == ["wie"] and led[-1] in PLANNED):
        return True  # „Richtig war: am 31. März“, „nicht wie geplant am 5. Mai“
    if hit.prep in _ON and tokens.says(PLANNED) and _is_relative(tokens, hit):
        return True
    if led[-1:] in (["statt"], ["Statt"], ["anstatt"], ["Anstatt"]):
        return True  # „Statt am 30. November werde nun am 15. Dezember geschlossen“
    if hit.prep in ("für", "auf", "am", "im", "ab") and led and led[-1].lower() in AT_FIRST:
        return True
    named = _is_named(tokens, hit)
    if named and tokens.words[0].lower() in _SO_FAR and tokens.says(ONCE_WAS):
        return True  # „Bisher war der 3. Juli im Gespräch“
    if named and not AT_FIRST.isdisjoint(tokens.words[max(0, hit.first - 2) : hit.first - 1]):
        return True  # „Der Termin, ursprünglich der 22. Januar, …“
    apposed = led[-1:] == [","] and hit.prep == "für" and tokens.says(POSTPONED)
    if apposed and not ONCE_PLANNED.isdisjoint(tokens.words[hit.last : hit.last + 1]):
        return True  # „Die Zulassung, für das zweite Quartal geplant und …“
    if hit.prep != "für" and not named:
        return False
    if led[:1] == [","] and forms(led[-1]) & Form.PARTICIPLE:
        return True  # „Bei der Wartung, eingetragen für den 9. April, wurde er übersehen“
    if not tokens.says(ONCE_PLANNED):
        return named and _is_called_a_date(tokens.words[hit.last : hit.last + _AS_A_DATE])
    before = since_last(tokens.words[max(0, hit.lead - CLAUSE) : hit.lead], ",", ";")
    behind = tokens.words[hit.last : hit.last + CLAUSE]
    clause = [*before, *behind[: behind.index(",") if "," in behind else CLAUSE]]
    was = ONCE_WAS | HAD
    return not (was.isdisjoint(clause) or ONCE_PLANNED.isdisjoint(clause))


_ON = ("", "am", "vom", "im", "in", "ab", "von")  # in „vom 1. bis 5. April“ it only opens a range


def _is_relative(tokens: Tokens, hit: Hit) -> bool:
    """„(die Messe), die vom 1. bis 5. April geplant war“: a plan, and not when it was made."""
    words = tokens.words[hit.last : hit.last + CLAUSE]
    close = next((i for i, word in enumerate(words) if word in ONCE_WAS), 0)
    opens = since_last(tokens.words[max(0, hit.lead - CLAUSE) : hit.lead], ",")[:1]
    relative = opens in (["die"], ["der"], ["das"])
    return close > 0 and relative and words[close - 1] in PLANNED and "," not in words[:close]


_AS_A_DATE = 3  # words


def _is_called_a_date(behind: Sequence[str]) -> bool:
    """„nannte den 3. Juni (als neuen Termin)“"""
    return behind[:1] == ["als"] and any(w.lower().endswith(_DATES) for w in behind)


_DATES = ("termin", "datum", "ziel", "stichtag")


def _is_named(tokens: Tokens, hit: Hit) -> bool:
    """„Geplant war zuletzt der 2. Mai“, „hatte den 20. Dezember als Termin genannt“: a day that is
    spoken of itself."""
    day = isinstance(hit.meaning, CalendarDate) and hit.meaning.day is not None
    return day and not hit.prep and tokens.words[max(0, hit.first - 1)] in ("der", "den")


def _is_announced(tokens: Tokens, hit: Hit) -> bool:
    """„hat das Aus zum 30. November angekündigt“: the day says of a noun when it will be."""
    return tokens.noun_before(hit.lead) and tokens.says(ANNOUNCING)


def is_settled(tokens: Tokens, hit: Hit) -> bool:
    """„kündigte einen Streik am Freitag an“, „beschloss Neuwahlen am 6. Dezember“: it lies ahead.

    Not „kündigte auf einer Kundgebung am Freitag an“.
    """
    if hit.prep not in ("am", "im", "ab", "in") or not tokens.says(SETTLING):
        return False
    noun = hit.lead - 1
    if noun < 1 or not tokens.words[noun].lower().endswith((*SCHEDULED, *SETTLED)):
        return False
    before, first = noun - 1, max(0, noun - _PHRASE)
    while (
        before > first
        and tokens.words[before].islower()
        and tokens.words[before].endswith(_ENDINGS)
    ):
        before -= 1
    return tokens.words[before].lower() not in BESIDE


_PHRASE = 5  # words
_ENDINGS = ("e", "en", "em", "er", "es")


def had_to_go(tokens: Tokens, hit: Hit) -> bool:
    """„Das für Sonntag angesetzte Spiel musste abgesagt werden“, „Die Wahl am 5. Mai wurde um eine
    Woche verschoben“: maybe that was yesterday."""
    dated = hit.prep == "am" and isinstance(hit.meaning, CalendarDate | Weekday)
    of_noun = dated and tokens.noun_before(hit.lead)
    if hit.prep == "für" and (tokens.says(MOVES) or tokens.says(_OTHERWISE)):
        return True  # „Der für April geplante Start verschiebt sich“, „beginnt erst am 9. Juni“
    if not (hit.prep == "für" or of_noun) or not tokens.says(_HAPPENED_TO):
        return False
    return tokens.says(CALLED_OFF) or (of_noun and tokens.says(PUT_OFF))


def is_scheduled(tokens: Tokens, lead: int) -> bool:
    """„vor dem Spiel am Samstag“, „für die Sitzung am Montag“: its date was known beforehand.

    But „auf dem Fest am Samstag“ tells where something happened.
    """
    words, at = tokens.words, lead - 2
    while at > 0 and words[at][-1:] in "enrsm" and words[at].islower() and words[at] not in _LEADS:
        at -= 1
    article = words[at].lower() if at >= 0 else ""
    if article in _LEADS:
        at -= 1
    if article in ("der", "des") and at > 0 and words[at][:1].isupper():
        at -= 1  # „vor Beginn der Sitzung am Montag“
    prep = words[at].lower() if at >= 0 else ""
    if prep in ("zu", "zum", "zur"):
        return tokens.says(INVITING)
    opens = at == 0 and prep == "für"  # „Für die Messe am Palmsonntag hat der Chor …“
    if not (opens or tokens.says(PREPARING) or (at > 0 and words[at - 1][:1].isupper())):
        return False  # „wurden vor dem Spiel am Samstag verletzt“; but „die Debatte vor der Wahl“
    return prep in ("vor", "für") or (prep == "auf" and article in _WHERETO)


_HAPPENED_TO = HAD_TO | WAS_DONE
_OTHERWISE = frozenset(("erst", "verzögert", "verzögern", "entfällt", "entfallen", "aus"))
_SO_FAR = AT_FIRST | {"bisher", "zuletzt"}
_LEADS = ARTICLES | POSSESSIVES
_WHERETO = frozenset(("den", "die", "das", "ein", "eine", "einen"))
