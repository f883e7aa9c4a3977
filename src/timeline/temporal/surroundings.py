"""What the words around an expression say about it: tense, figure of speech, passing mention."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from timeline.german.clause_words import ARTICLES
from timeline.german.clauses import clause_at
from timeline.german.direction_words import (
    AT_LARGE,
    BEING,
    CALLED_OFF,
    COMPLETED,
    CUT_OFF,
    DECIDED,
    FATES,
    HAD_TO,
    INVITING,
    LEAVING,
    LOOKING_BACK,
    MUST,
    ONCE,
    ONCE_PLANNED,
    ONCE_WAS,
    POSSESSIVES,
    PREPARING,
    PUT_OFF,
    REPORTED,
    REPORTING,
    SCHEDULED,
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
from timeline.german.verb_forms import FINITE, Form, forms
from timeline.german.verbs import Tense, tense_at
from timeline.german.words import ALWAYS
from timeline.temporal.context import Context, is_weakened
from timeline.temporal.found import Found
from timeline.temporal.recognise import Hit

_COUNTED = frozenset(
    ("beiden", "ersten", "letzten", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht",
     "neun", "zehn", "elf", "zwölf")
)  # fmt: skip
_COMING = re.compile(
    r"^(?:geplant|angekündigt|angesetzt|vorgesehen|erwartet|anstehend|bevorstehend|anberaumt)"
    r"e[nmrs]?$|^[a-zäöüß]+ende[nmrs]?$"
)
_INFLECTED = re.compile(r"^([a-zäöüß]{4,})e[nmrs]?$")


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
    Montag auf die Niederlage vom Samstag“.
    """
    hit, meaning = item.hit, item.hit.meaning
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


def _is_attribute(tokens: Tokens, hit: Hit) -> bool:
    """„die 2003 gegründete Gruppe“: the year says of the noun since when it is."""
    after = tokens.words[hit.last] if hit.last < len(tokens.words) else ""
    before = tokens.words[hit.lead - 1].lower() if hit.lead else ""
    return before in ARTICLES and after[:1].islower() and _is_done(after)


def _is_done(word: str) -> bool:
    """A participle of the past before its noun: „gegründete“, but not „letzte“, „bunte“."""
    stem = _INFLECTED.match(word)
    return stem is not None and bool(forms(stem[1]) & Form.PARTICIPLE)


def in_range(tokens: Tokens, hit: Hit) -> Hit:
    """„vom 3. Mai bis …“: here „vom“ opens a range and says nothing about the past."""
    if hit.prep == "auf" and _ends_night(tokens.words[max(0, hit.lead - 5) : hit.lead]):
        return replace(hit, prep="")  # „in der Nacht auf den 21. Mai“ puts nothing off
    if hit.prep not in ("von", "vom"):
        return hit
    follows = tokens.words[hit.last].lower() if hit.last < len(tokens.words) else ""
    if follows in ("bis", "–", "-"):
        return replace(hit, prep="")
    if follows == "an":  # „vom 1. Dezember an“
        return replace(hit, prep="ab")
    return hit


def _ends_night(before: Sequence[str]) -> bool:
    """„in der Nacht (vom 7.) auf …“"""
    if "Nacht" not in before:
        return False
    between = before[before.index("Nacht") + 1 :]
    return not between or between[0] in ("vom", "von")


def hint_of(tokens: Tokens, hit: Hit) -> Tense | None:
    """What the words around an expression say of its tense, before any verb is asked.

    „nach dem Einsturz am Samstag“ and „der am Dienstag verunglückte …“ are past,
    „die am Sonntag beginnende …“ and „der für Montag geplante …“ are to come.
    """
    if tokens.holds("ückwirkend") or _is_unmet(tokens):
        return "past"
    if hit.prep == "auf" and _is_new_date(tokens, hit):
        return "future"
    if hit.prep in ("zum", "in") and tokens.says(LOOKING_BACK) and tokens.says(MUST):
        return "past"
    if hit.prep == "bis" and tokens.says(DECIDED):
        return "future" if _is_settled(tokens, hit.lead) else None
    if hit.lead and _leads_back(tokens.words, hit):
        return "past"
    words = tokens.words
    if _is_apposed(words, hit) or _goes_on_later(words, hit) or _is_of_fate(words, hit):
        return "past"
    before = [word.lower() for word in tokens.words[max(0, hit.lead - 2) : hit.lead]]
    while before and (before[-1].isdigit() or before[-1] in _COUNTED):
        before.pop()  # "die 14 im März abgeschalteten Anlagen"
    return _attribute(tokens, hit.last) if before and before[-1] in ARTICLES else None


def _is_unmet(tokens: Tokens) -> bool:
    """„sollte am Montag aussagen, erschien aber nicht“"""
    return all(map(tokens.says, _UNMET))


_UNMET = [frozenset((word,)) for word in ("sollte", "aber", "nicht")]


def _is_new_date(tokens: Tokens, hit: Hit) -> bool:
    """„auf den 21. September verschoben“"""
    return isinstance(hit.meaning, CalendarDate | Weekday) and tokens.says(PUT_OFF)


def _is_settled(tokens: Tokens, lead: int) -> bool:
    """„beschloss die Sperrung bis Ende Mai“, unlike „war bis Freitag gesperrt“."""
    was = tokens.says(_WAS) and not tokens.says(_BEEN)
    return not was and _FROM.isdisjoint(tokens.words[max(0, lead - 8) : lead])


_WAS, _BEEN = frozenset(("war", "waren", "blieb", "blieben")), frozenset(("worden",))
_FROM = frozenset(("von", "Von", "vom", "Vom", "seit", "Seit", "ab", "Ab"))


def _leads_back(words: Sequence[str], hit: Hit) -> bool:
    """„nach dem Einsturz am Samstag“, „Stichtag 31. März“, „wie am Mittwoch berichtet“."""
    lead, before = hit.lead, words[hit.lead - 1]
    if before in CUT_OFF:
        return True
    if before in _AS and hit.last < len(words) and words[hit.last] in REPORTED:
        return True
    if lead < 3:
        return False
    opener = words[lead - 3].lower()
    if opener in ("nach", "seit") and before[:1].isupper():
        # „nach der Wahl am 23. Februar beginnen …“: the verb knows
        ahead = isinstance(hit.meaning, CalendarDate) and before.lower().endswith(SCHEDULED)
        return opener == "seit" or not ahead
    return words[0] == "Nach" and lead <= 9 and _is_one_phrase(words[1:lead])


_AS = frozenset(("Wie", "wie", "Bereits", "bereits"))


def _is_one_phrase(words: Sequence[str]) -> bool:
    """„Nach den Angriffen auf Helfer in der Nacht …“, „Nach einem nassen Oktober …“

    Words without a verb or a comma between them, that open with an article and a noun closes,
    or that lead to another „einem“.
    """
    free = [
        w for i, w in enumerate(words) if not (i and words[i - 1].lower() in ARTICLES)
    ]  # „nach dem schweren Unfall“: what follows an article is no verb
    if any(w[0].islower() and forms(w) & FINITE for w in free):
        return False
    if len(words) > 1 and words[-2] in ("einem", "einer") and "," not in words:
        return True
    return (
        len(words) > 2
        and words[0].lower() in ARTICLES
        and (words[-1][:1].isupper() or words[-1].isdecimal())  # „auf der A 5“
        and all(w[0].isalnum() for w in words)
    )


def _goes_on_later(words: Sequence[str], hit: Hit) -> bool:
    """„Vier Stunden später, am Montag um elf, hängt das Boot am Haken“: told as if it were now."""
    return isinstance(hit.meaning, Weekday) and list(words[hit.lead - 2 : hit.lead]) == _LATER


_LATER = ["später", ","]


def _is_apposed(words: Sequence[str], hit: Hit) -> bool:
    """„Die Brücke, im Mai eröffnet, ist schon marode“: a participle between two commas."""
    behind = words[hit.last : hit.last + 5]
    if "," not in behind[1:]:
        return False
    close = hit.last + behind.index(",", 1)
    opens = next((i for i in range(hit.lead - 1, max(hit.lead - 7, 0), -1) if words[i] == ","), 0)
    told = words[close - 1]
    return (
        opens > 0
        and words[opens - 1][:1].isupper()
        and told in COMPLETED
        and hit.prep not in ("ab", "bis")
        and not any(w[0].islower() and forms(w) & FINITE for w in words[opens + 1 : close - 1])
        and bool(forms("".join(words[close + 1 : close + 2]).lower()) & FINITE)
    )


def _is_of_fate(words: Sequence[str], hit: Hit) -> bool:
    """„Der Unfall am Freitag“, „die Folgen des Unwetters vom Sonntag“, „der Angriff auf Ulm am …“.

    With „der“, „des“ or „dem“ it has been; „eine Niederlage am Samstag“ may come.
    """
    if hit.prep not in ("am", "im", "in", "vom") or not hit.lead:
        return False
    for index in range(hit.lead - 1, max(hit.lead - 6, 0), -1):
        word = words[index]
        if word[0].isupper() and _FATE.search(word):
            before = [w.lower() for w in words[max(0, index - 6) : index]]
            held = any(w.endswith(SCHEDULED) for w in before)  # „der Prozess um den Raub am …“
            return not held and not _DEFINITE.isdisjoint(before[-2:])
        if not word[0].isalpha() or (word[0].islower() and forms(word) & FINITE):
            return False
    return False


_FATE = re.compile(rf"(?i:{'|'.join(FATES)})(?:e[ns]?|[ns])?$")
_DEFINITE = frozenset(("der", "die", "das", "des", "dem", "den", "vom", "beim", "zum"))


def is_report(tokens: Tokens, hit: Hit) -> bool:
    """„Das teilte die Polizei am Donnerstag mit“: the story stays where it was."""
    return isinstance(hit.meaning, Weekday | DeicticDay) and tokens.says(REPORTING)


#: „die für Samstag geplante Feier“ that did not take place looks back all the same
_CALLED_OFF = re.compile(r"\bfiel(?:en)?\b.*\baus\b|\bwar(?:en)?\b.*\bworden\b")


def _attribute(tokens: Tokens, after: int) -> Tense | None:
    """The tense of the participle that an article and an expression lead to."""
    for index in range(after, min(after + 8, len(tokens.words) - 1)):
        word = tokens.words[index]
        if not word[0].isalpha() or forms(word) & Form.AUXILIARY:
            return None  # „der am Donnerstag Premiere hatte und kommende Woche …“
        if not word[0].islower() or not tokens.words[index + 1][:1].isupper():
            continue
        if _COMING.search(word):
            return (
                "past"
                if _CALLED_OFF.search(" ".join(tokens.words[index : index + 40]))
                else "future"
            )
        if _is_done(word):
            return "past"
    return None


def is_habit(tokens: Tokens, context: Context, hit: Hit, found: Sequence[Found]) -> bool:
    """„Immer am 1. Mai“, „Jedes Jahr im Oktober“, „Montag bis Freitag geöffnet“: no single day."""
    m = hit.meaning
    if isinstance(m, Weekday):
        bare = m.step is None and m.week is None
    else:
        bare = isinstance(m, CalendarDate | Period | Feast) and m.year is None and m.step is None
    if not bare or hit.prep in ("seit", "ab"):
        return False
    before = found[-1].hit if found else None
    if before is not None and _says_formerly(tokens, before, hit):
        return True
    if before is not None and isinstance(before.meaning, Frequency) and before.last == hit.lead:
        return isinstance(m, Weekday) or before.meaning.value == "P1Y"  # „jedes Jahr im Oktober“
    if isinstance(m, Weekday):
        if not hit.prep and context.timetable and any(map(_is_weekly, found[-_BEFORE:])):
            return True  # „Montag bis Freitag 9 bis 13 Uhr, Samstag 10 bis 12 Uhr“
        for_once = hit.prep == "am" and not tokens.says(ALWAYS)  # „öffnet am Samstag um zehn“
        return context.habit and not for_once and context.tense() != "past"
    return hit.prep != "bis" and _comes_always(tokens, hit) and context.tense() != "past"


def _is_weekly(item: Found) -> bool:
    meaning = item.hit.meaning
    return isinstance(meaning, Frequency) and meaning.value.startswith("XXXX-WXX")


def _says_formerly(tokens: Tokens, before: Hit, hit: Hit) -> bool:
    """„Früher begann der Schlussverkauf Ende Januar“; not „Wie früher gesagt, war er im Mai …“."""
    if before.meaning != _FORMERLY or tokens.words[before.first].lower() != "früher":
        return False
    verb = tokens.words[1:2]
    told = bool(verb) and verb[0].islower() and bool(forms(verb[0]) & FINITE)
    return before.first == 0 and told and "," not in tokens.words[: hit.lead]


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
        if tense in ("present", "none") and tokens.says(UNPLANNED):
            told = {word.text for word in clause_at(sentence, start - first, stop - first).words}
            if not UNPLANNED.isdisjoint(told) and UNSURE.isdisjoint(told):
                return "past"
        return tense

    return look


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


_TODAY = DeicticDay(0)
_FORMERLY = Vague("PAST_REF")


_CLAUSE = 30  # words; longer ones are no prose


def was_planned(tokens: Tokens, hit: Hit) -> bool:
    """„Die Eröffnung war für Mitte Mai geplant“, within one clause; also „zum 30. Juni gekündigt“:
    who goes says so before."""
    if hit.prep == "zum" and tokens.says(LEAVING):
        return isinstance(hit.meaning, CalendarDate)
    if hit.prep != "für" or not tokens.says(ONCE_PLANNED):
        return False
    before = tokens.words[max(0, hit.lead - _CLAUSE) : hit.lead]
    behind = tokens.words[hit.last : hit.last + _CLAUSE]
    if "," in before:
        before = before[len(before) - before[::-1].index(",") :]
    clause = before + behind[: behind.index(",") if "," in behind else _CLAUSE]
    return not (ONCE_WAS.isdisjoint(clause) or ONCE_PLANNED.isdisjoint(clause))


def had_to_go(tokens: Tokens, hit: Hit) -> bool:
    """„Das für Sonntag angesetzte Spiel musste abgesagt werden“: maybe that was yesterday."""
    return hit.prep == "für" and tokens.says(HAD_TO) and tokens.says(CALLED_OFF)


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
    if not (tokens.says(PREPARING) or (at > 0 and words[at - 1][:1].isupper())):
        return False  # „wurden vor dem Spiel am Samstag verletzt“; but „die Debatte vor der Wahl“
    return prep in ("vor", "für") or (prep == "auf" and article in _WHERETO)


_LEADS = ARTICLES | POSSESSIVES
_WHERETO = frozenset(("den", "die", "das", "ein", "eine", "einen"))


def is_figurative(hits: Sequence[Hit]) -> bool:
    """„Heute ist es die eine, morgen eine andere Stadt“: no dates, a figure of speech."""
    if len(hits) < 2 or any(isinstance(h.meaning, Clock) for h in hits):
        return False
    offsets = {
        h.meaning.offset
        for h in hits
        if isinstance(h.meaning, DeicticDay) and h.meaning.daypart is None and h.prep in ("", "auf")
    }
    adjacent = any(b.first - a.last <= 1 for a, b in pairwise(hits))
    return {0, 1} <= offsets and not adjacent
