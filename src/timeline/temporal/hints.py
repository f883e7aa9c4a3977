"""What the noun phrase around a date says of its direction, before any verb is asked."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.german.clauses import clauses
from timeline.german.closed_classes import ARTICLES, SMALL_NUMBERS
from timeline.german.direction_words import (
    AFTERWARDS,
    COMPLETED,
    CUT_OFF,
    DATED,
    DECIDED,
    DEMANDING,
    DEPLOYED,
    FATES,
    INQUIRIES,
    LOOKING_BACK,
    MEANT,
    MUST,
    ON_DUTY,
    OUTCOMES,
    PICTURES,
    PLANNED,
    POSTPONED,
    PUT_OFF,
    REMEMBERING,
    REPORTED,
    SAYING,
    SCHEDULED,
    SHOULD,
    SUSPENDING,
    UNPLANNED,
)
from timeline.german.meaning import CalendarDate, DayOfMonth, Feast, Period, Weekday
from timeline.german.tables import any_of
from timeline.german.tokens import NEAR, Tokens
from timeline.german.verb_forms import Form, forms, is_done, is_finite
from timeline.german.verbs import Tense
from timeline.temporal.months import is_compared_month, is_described_month
from timeline.temporal.recognise import Hit

_COMING = re.compile(
    rf"^(?:{any_of(PLANNED)}|erwartet|anstehend|bevorstehend|anberaumt)"
    r"e[nmrs]?$|^[a-zäöüß]+ende[nmrs]?$"
)
#: what may stand between an article and the date of its noun
_COUNTED = frozenset(("beiden", "ersten", "letzten", *SMALL_NUMBERS))
_ONCE = frozenset(("ursprünglich", "eigentlich", "zunächst", "bereits"))


def hint_of(tokens: Tokens, hit: Hit) -> Tense | None:
    """What the words around an expression say of its tense, before any verb is asked.

    „nach dem Einsturz am Samstag“ and „der am Dienstag verunglückte …“ are past,
    „die am Sonntag beginnende …“ and „der für Montag geplante …“ are to come.
    """
    if _is_retroactive(tokens, hit) or _is_unmet(tokens) or _is_stamp(tokens, hit):
        return "past"
    if hit.prep in ("auf", "") and isinstance(hit.meaning, CalendarDate):
        bears = hit.prep == "" and tokens.says(_BEARS) and "Datum" in tokens.words
        dated = hit.prep == "auf" and tokens.says(DATED) and not tokens.names(SCHEDULED)
        if bears or dated:
            return "past"
    if _is_new_date(tokens, hit) or _is_demanded(tokens, hit):
        return "future"
    if tokens.words[max(0, hit.lead - 1) : hit.lead] in (["nächste"], ["nächster"], ["nächstes"]):
        return "future"  # „Letzte Sitzung war am 12. März, nächste am 11. Juni“
    if hit.prep in ("zum", "in") and tokens.says(LOOKING_BACK) and tokens.says(MUST):
        return "past"
    if is_compared_month(tokens, hit) or is_described_month(tokens, hit):
        return "past"
    if tokens.words[hit.last : hit.last + 2] == [",", "als"]:
        return "past"  # „die Nacht auf den 12. November, als der Bach über die Ufer trat“
    if [word.lower() for word in tokens.words[max(0, hit.lead - 3) : hit.lead]] == _FOR_THE_NIGHT:
        return "future"
    if hit.prep == "von" and tokens.says(_SPEAKS):
        return "future"  # „spricht das Bauamt von Ende Oktober“
    if hit.prep == "bis" and _was_somebody(tokens.words, hit):
        return "past"
    if hit.prep == "bis" and isinstance(hit.meaning, Weekday) and _is_suspended(tokens, hit):
        return "future"
    if hit.prep == "bis" and tokens.says(DECIDED):
        return "future" if _is_settled(tokens, hit.lead) else None
    behind = hit.prep == "nach" and tokens.words[hit.lead].lower() != "nach"
    if behind or (hit.lead and _leads_back(tokens.words, hit)):
        return "past"  # „Nach dem trockenen (Sommer)“, „nach dem Einsturz (am Samstag)“
    words = tokens.words
    if (
        _is_of_day(words, hit)
        or _is_apposed(words, hit)
        or _is_of_fate(tokens, hit)
        or _is_scene(tokens, hit)
    ):
        return "past"
    before = [word.lower() for word in words[max(0, hit.lead - 2) : hit.lead]]
    while before and (before[-1].isdigit() or before[-1] in _COUNTED | _ONCE):
        before.pop()  # "die 14 im März abgeschalteten Anlagen"
    told = _attribute(tokens, hit.last) if before and before[-1] in ARTICLES else None
    return None if hit.prep == "seit" and told == "future" else told  # „der seit Mai amtierende“


_FOR_THE_NIGHT = ["für", "die", "nacht"]  # „haben für die Nacht zum Freitag Gewitter angekündigt“
_SPEAKS = frozenset(("spricht", "sprechen"))


def _was_somebody(words: Sequence[str], hit: Hit) -> bool:
    """„war bis März Trainerin“, unlike „war bis Oktober geplant“."""
    led, behind = words[hit.lead - 1 : hit.lead], words[hit.last : hit.last + 1]
    return led in (["war"], ["waren"]) and bool(behind) and behind[0][:1].isupper()


_BEARS = frozenset(("trägt", "tragen", "trug", "trugen"))


def _is_stamp(tokens: Tokens, hit: Hit) -> bool:
    """„+++ Dienstag, 19.05 Uhr: Helfer bergen …“, „Montag, 8.10 Uhr: Der Zug entgleist“.

    A programme begins at a rounder time; a ticker marks its entries.
    """
    if not isinstance(hit.meaning, Weekday) or hit.prep:
        return False
    words, at = tokens.words, hit.last + (tokens.words[hit.last : hit.last + 1] == [","])
    if words[at + 1 : at + 2] != ["Uhr"]:
        return False
    clock = tokens.values[at].get("CLOCK") or (0, 0)
    if words[at + 2 : at + 3] != [":"]:  # „Donnerstag, 4.50 Uhr, Depot Nord.“
        return hit.first == 0 and 0 < clock[0] < ASLEEP and not any(map(is_finite, words))
    told = any(map(is_finite, words[at + 3 :])) and not tokens.says(_ANNOUNCING)
    if hit.first:
        return words[hit.first - 1] == "+" and (told or clock[1] % 15 != 0)
    odd = clock[1] % 5 != 0 or 0 < clock[0] < ASLEEP
    in_action = tokens.says(ON_DUTY) and tokens.says(DEPLOYED)
    return told and (odd or in_action or tokens.says(UNPLANNED)) and clock[1] != _OF_CARNIVAL


_OF_CARNIVAL = 11  # minutes past: „Samstag, 20.11 Uhr: Prunksitzung“ announces
ASLEEP = 5  # o'clock: before that nothing begins that one is invited to
_ANNOUNCING = frozenset(
    ("lädt", "laden", "zeigt", "zeigen", "läuft", "laufen", "treffen", "trifft", "startet",
     "beginnt", "öffnet", "spielt", "spielen", "fährt", "fahren", "tritt", "treten")
)  # fmt: skip


def _is_retroactive(tokens: Tokens, hit: Hit) -> bool:
    """„gilt rückwirkend ab 1. Januar“"""
    if not tokens.holds("ückwirkend"):
        return False
    near = tokens.words[max(0, hit.lead - 3) : hit.last + 3]
    return any("ückwirkend" in word for word in near)


def _is_unmet(tokens: Tokens) -> bool:
    """„sollte am Montag aussagen, erschien aber nicht“"""
    if not (tokens.says(SHOULD) and tokens.says(_BUT) and tokens.says(_NOT)):
        return False
    words = tokens.words
    told = (i for i in range(2, len(words) - 1) if words[i] == "aber" and words[i + 1] == "nicht")
    return any(forms(words[i - 1]) & Form.PRETERITE for i in told)


_BUT, _NOT = frozenset(("aber",)), frozenset(("nicht",))


def _is_new_date(tokens: Tokens, hit: Hit) -> bool:
    """„auf den 21. September verschoben“, „in den Herbst verlegt“, „auf die Zeit nach den Ferien
    verschoben“"""
    if hit.prep not in ("auf", "in", "ins", "nach") or not tokens.says(PUT_OFF):
        return False
    led = [word.lower() for word in tokens.words[hit.lead : hit.first]]
    into = hit.prep == "ins" or (hit.prep == "in" and ("den" in led or "die" in led))
    aimed = hit.prep == "auf" or tokens.words[hit.lead - 1 : hit.lead] in (["auf"], ["Zeit"])
    return (aimed or into) and isinstance(
        hit.meaning, CalendarDate | DayOfMonth | Weekday | Period | Feast
    )


def _is_demanded(tokens: Tokens, hit: Hit) -> bool:
    """„forderte einen Parteitag spätestens nach Ostern“"""
    led = tokens.words[max(0, hit.lead - 1) : hit.first]
    return tokens.says(DEMANDING) and "spätestens" in [word.lower() for word in led]


def _is_settled(tokens: Tokens, lead: int) -> bool:
    """„beschloss die Sperrung bis Ende Mai“, unlike „war bis Freitag gesperrt“."""
    was = tokens.says(_WAS) and not tokens.says(_BEEN)
    return not was and _FROM.isdisjoint(tokens.words[max(0, lead - 8) : lead])


def _is_suspended(tokens: Tokens, hit: Hit) -> bool:
    """„stellte den Verkehr bis Dienstag ein“, but not „stellte bis Dienstag ein Konzept vor“."""
    particle, after, *_ = (*tokens.words[hit.last : hit.last + 2], ".", ".")
    told = any(p == particle and tokens.says(verbs) for verbs, p in SUSPENDING.items())
    return told and (not after[0].isalpha() or after == "und")


_WAS, _BEEN = frozenset(("war", "waren", "blieb", "blieben")), frozenset(("worden",))
_FROM = frozenset(("von", "Von", "vom", "Vom", "seit", "Seit", "ab", "Ab"))


def _leads_back(words: Sequence[str], hit: Hit) -> bool:
    """„nach dem Einsturz am Samstag“, „Stichtag 31. März“, „wie am Mittwoch berichtet“."""
    lead, before = hit.lead, words[hit.lead - 1]
    while lead > 2 and words[lead - 2] == "-" and before.lower().endswith(OUTCOMES):
        lead -= 2  # „nach der 2:3-Niederlage am Samstag“
    if before in CUT_OFF:
        return True
    if before in _AS and hit.last < len(words) and words[hit.last] in REPORTED:
        return True
    if lead > 1 and words[lead - 2] in ("Nach", "nach") and is_fate(before):
        return True  # „Nach Unwetter im Juli: Land zahlt 3 Millionen“
    if lead < 3:
        return False
    if hit.prep in ("bis", "ab", "für", "zum"):
        return False  # „sind nach seinen Worten bis März gesichert“
    opener = words[lead - 3].lower()
    if opener in ("nach", "seit") and before[:1].isupper():
        return opener == "seit" or not _was_expected(words[lead - 2 : lead])
    return _opens_with_nach(words, lead) and not _was_expected(words[1:lead])


def _opens_with_nach(words: Sequence[str], lead: int) -> bool:
    return words[0] == "Nach" and lead <= 9 and _is_one_phrase(words[1:lead])


def _was_expected(phrase: Sequence[str]) -> bool:
    """„(nach) der Wahl in Ulm“, „dem Urlaub“: known beforehand, unlike a fate."""
    nouns = [w.lower() for w in phrase if w[0].isupper()]
    return any(n.endswith(AFTERWARDS) for n in nouns[:1] + nouns[-1:]) and not any(
        map(is_fate, nouns)
    )


def follows_event(tokens: Tokens, hit: Hit) -> bool:
    """„Nach der Wahl am 23. Februar beginnen …“: maybe it has been, maybe it comes."""
    words, lead = tokens.words, hit.lead
    if hit.prep not in ("am", "im") or lead < 3:
        return False
    direct = words[lead - 3].lower() == "nach" and words[lead - 1][0].isupper()
    phrase = words[lead - 2 : lead] if direct else words[1:lead]
    return (direct or _opens_with_nach(words, lead)) and _was_expected(phrase)


_AS = frozenset(("Wie", "wie", "Bereits", "bereits"))


def _is_one_phrase(words: Sequence[str]) -> bool:
    """„Nach den Angriffen auf Helfer in der Nacht …“, „Nach einem nassen Oktober …“

    Words without a verb or a comma between them, that open with an article and a noun closes,
    or that lead to another „einem“.
    """
    free = [
        w for i, w in enumerate(words) if not (i and words[i - 1].lower() in ARTICLES)
    ]  # „nach dem schweren Unfall“: what follows an article is no verb
    if any(map(is_finite, free)):
        return False
    if len(words) > 1 and words[-2] in ("einem", "einer") and "," not in words:
        return True
    return (
        len(words) > 2
        and words[0].lower() in ARTICLES
        and (words[-1][:1].isupper() or words[-1].isdecimal())  # „auf der A 5“
        and all(w[0].isalnum() for w in words)
    )


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
        and told in _DONE
        and hit.prep not in ("ab", "bis", "zum", "für")
        and not any(map(is_finite, words[opens + 1 : close - 1]))
        and is_finite("".join(words[close + 1 : close + 2]).lower())
    )


_DONE = COMPLETED | POSTPONED | {"angekündigt"}


def _is_of_day(words: Sequence[str], hit: Hit) -> bool:
    """„Der Beschluss von Montag gilt“, but „den Markt von Montag auf Dienstag verlegen“."""
    if hit.prep != "von" or not isinstance(hit.meaning, Weekday):
        return False
    if not hit.lead or hit.last == len(words):
        return False
    noun = words[hit.lead - 1]
    return noun[0].isupper() and noun != "Nacht" and is_finite(words[hit.last])


def _is_of_fate(tokens: Tokens, hit: Hit) -> bool:
    """„Der Unfall am Freitag“, „die Folgen des Unwetters vom Sonntag“, „der Angriff auf Ulm am …“.

    With „der“, „des“ or „dem“ it has been; „eine Niederlage am Samstag“ may come.
    """
    words, lead = tokens.words, hit.lead
    if hit.prep in ("zum", "auf", "") and list(words[max(0, lead - 3) : lead]) == _IN_THE_NIGHT:
        lead -= 3  # „Der Brand in der Nacht zum Samstag beschäftigt …“
    elif hit.prep not in ("am", "im", "in", "vom"):
        return False
    for index in range(lead - 1, max(lead - 7, -1), -1):
        word = words[index]
        if not word[0].islower() and is_fate(word):
            while index > 1 and words[index - 1] == "-":
                index -= 2  # „die 2:3-Niederlage am Samstag“
            before = _phrase(words[:index])
            outcome = word.lower().endswith(OUTCOMES)
            meant = outcome or word.lower().rstrip("ens").endswith(MEANT)
            if meant and tokens.says(_PLANS):
                return False  # „Der Sieg am Samstag soll die Wende bringen“
            if _is_awaited(before, _HOPED if outcome else _TOWARDS):
                return False
            if before[-2:] in (["bei", "einem"], ["bei", "einer"]):
                return not outcome  # „Bei einem Überfall am Montag erbeuten zwei Männer …“
            led = before[-2:] if not outcome else [w for w in before[-2:] if w != "den"]
            if before and before[-1] not in _DEFINITE and words[index - 1][0].isupper():
                return False  # „die Band Angriff“
            return index == 0 or not _DEFINITE.isdisjoint(led)
        if not word[0].isalpha() or is_finite(word):
            return False
    return False


def _is_scene(tokens: Tokens, hit: Hit) -> bool:
    """„Es ist Samstagnacht, als der Notruf eingeht“; „Das Foto zeigt sie am Montag in Bremen“;
    „„…“, schreibt sie am Dienstag“: told in the present, and has been.
    """
    words = tokens.words
    if not isinstance(hit.meaning, Weekday):
        return False
    if hit.first == 2 and words[0] == "Es" and words[1] == "ist":
        return words[hit.last : hit.last + 1] in ([","], ["."])  # „Es ist Dienstag, kurz nach zehn“
    if list(words[hit.lead - 2 : hit.lead]) == _LATER and words[hit.lead - 3] in _HOURS:
        return True  # „Vier Stunden später, am Montag um elf, hängt das Boot am Haken“
    if words[1:2] and words[1] in PICTURES and list(words[2:3]) == ["zeigt"]:
        return words[0] in _ONE_PICTURE and words[3] != "der"  # „Das Video zeigt der Verein …“
    return (
        hit.prep in ("am", "an")
        and tokens.says(SAYING)
        and _is_spoken(tokens, tokens.starts[hit.first])
    )


_LATER = ["später", ","]
_HOURS = frozenset(("Stunde", "Stunden", "Minuten"))
_ONE_PICTURE = frozenset(("Das", "Die", "Ein", "Eine"))


def _is_spoken(tokens: Tokens, at: int) -> bool:
    """„„…“, schreibt sie am Dienstag“: the verb comes first behind what was said.

    Not „Wer zu spät kommt, berichtet am Freitag vor der Klasse“.
    """
    begin = max(tokens.begin, at - NEAR)
    found = clauses(tokens.text[begin : min(tokens.end, at + NEAR)])
    spoken = next((c for c in found[1:] if c.holds(at - begin)), None)
    return (
        spoken is not None
        and found[0].kind == "main"
        and spoken.finite == 0
        and spoken.words[0].lower in SAYING
        and "„" not in tokens.text[begin + spoken.words[0].start : at]
    )


_FATE = re.compile(rf"(?i:{'|'.join(FATES)})(?:e[ns]?|[ns])?$|\d:\d")
_NO_FATE = re.compile(r"(?i)hildebrand|weinbrand|traub|voranschl|wintereinbr")
_DEFINITE = frozenset(("der", "die", "das", "des", "dem", "den", "vom", "beim", "zum"))


def is_fate(word: str) -> bool:
    """Whether a word names what nobody announces: „Unfalls“, „Brandanschlag“."""
    return _FATE.search(word) is not None and _NO_FATE.search(word) is None


def _phrase(words: Sequence[str]) -> list[str]:
    """The last words, back to a comma or a verb."""
    begin = len(words)
    while begin and words[begin - 1] != "," and not is_finite(words[begin - 1]):
        begin -= 1
    return [word.lower() for word in words[begin:]]


def _is_awaited(before: Sequence[str], towards: frozenset[str]) -> bool:
    """Whether it is talked of beforehand: „auf den Sieg am …“, „die Übung zum Brand am …“.

    But „Hinweise zum Brand am …“ are asked for when it has been.
    """
    asked = not INQUIRIES.isdisjoint(before)
    if any(w.endswith((*SCHEDULED, *REMEMBERING)) for w in before[-6:]):
        return True  # „der Prozess um den Raub am …“, „der Film über den Raub am …“
    return not (asked or before in _OPENING or towards.isdisjoint(before))


_IN_THE_NIGHT = ["in", "der", "Nacht"]
_PLANS = frozenset(("soll", "sollen", "will", "wollen", "dürfte", "dürften", "könnte", "könnten"))
_OPENING = (["zum"], ["mit", "dem"])  # „Zum Brand am Montag gibt es einen Bericht“
_TOWARDS = frozenset(("für", "zum", "zur", "zu", "vor", "mit", "zugunsten"))
_HOPED = _TOWARDS | {"auf", "um", "an", "gegen"}  # „um den Sieg am Samstag kämpfen …“


#: „die für Samstag geplante Feier“ that did not take place looks back all the same
_CALLED_OFF = re.compile(r"\bfiel(?:en)?\b.*\baus\b|\bausgefallen\b|\bwar(?:en)?\b.*\bworden\b")


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
        if is_done(word):
            return "past"
    return None
