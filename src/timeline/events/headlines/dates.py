"""One date in its clause: whether it has to stay, and which words say nothing without it.

"Am 9. Juli", "schon seit dem Mai": with a date go its preposition, its article and the particles in
front of it. "nicht vor Mai", "erst ab Mai" stay: the rest would say the contrary.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.events.headlines.tokens import NONFINITE
from timeline.events.phrases import counts
from timeline.events.stretches import Stretch, Stretches
from timeline.german.clause_words import Word, verb_forms
from timeline.german.clauses import Clause
from timeline.german.closed_classes import (
    ABOUT,
    DATE_PREPOSITIONS,
    DEFINITE_ARTICLES,
    DETERMINERS,
    ENDINGS,
    JOINTS,
    PREPOSITIONS,
)
from timeline.german.direction_words import NEGATIONS, PLANNED
from timeline.german.tables import table
from timeline.german.verb_forms import FINITE, Form, is_done
from timeline.temporal.surroundings import is_addressed

#: Fillers next to a date only: "schon am Freitag", but "schon sechs Tote".
_BEFORE_DATES = ABOUT | table(
    """
    statt ausgerechnet bereits schon noch erst nur spätestens frühestens voraussichtlich gleich kurz
    auch gegen genau zuletzt jeweils eben immer lange zwar also pünktlich
    """
)
_AT_LEAST = table("mindestens wenigstens längstens höchstens maximal")
_BEFORE_DATES |= _AT_LEAST
_UNITS_OF_DATES = table("jahre jahren monate monaten wochen saisons")
_OF_DAY = table("früh morgens vormittags mittags nachmittags abends nachts")
_AS_PLANNED = PLANNED | {"vereinbart", "üblich", "bisher"}
#: "in dem | Mitte Januar": no article of theirs stands in front of them
PARTS_OF = frozenset(("anfang", "mitte", "ende"))
_LENGTH = re.compile(
    r"(?:Minuten?|Stunden?|Tage?n?|Wochen?|Monate?n?|Jahre?n?|Jahrzehnt(?:en|e|s)?|Jahrhundert(?:en|e|s)?)"
)


# ---------------------------------------------------------------------- what stays
def stays(
    clause: Clause,
    inside: Sequence[int],
    finite: Word | None,
    date: str,
    spans: Sequence[Stretch],
) -> bool:
    """Whether a clause would say another thing, or be torn, without a date: its words ``inside``
    are written ``date``."""
    words, first = clause.words, inside[0]
    denies = not NEGATIONS.isdisjoint(word.text for word in words)
    return (
        _is_noun_of_article(words, inside, clause)  # "verbrachten den Feiertag am See"
        or _joined(words, inside, spans)
        # "rechnet nicht vor dem Sommer mit einem Urteil"
        or (_is_negated(words, first) and "," not in date)
        or _is_aimed_at(words, first)  # "richten sich alle Augen auf Montag"
        or _only_from(words, first, finite)  # "dürfen erst ab Oktober gefällt werden"
        # "vor März ist nicht mit einer Anklage zu rechnen"
        or (denies and _is_before(words, first))
        or _waits_for_it(words, first, spans)  # "trotz 2022"
    )


def _joined(words: Sequence[Word], inside: Sequence[int], spans: Sequence[Stretch]) -> bool:
    """Whether what is no date is joined to it: "starben in jener Nacht oder an den Folgen", "gab
    2021 und 2023 Millionen"."""
    behind = inside[-1] + 1
    if behind + 1 >= len(words) or words[behind].lower not in JOINTS:
        return False
    follows = words[behind + 1]
    dated = follows.start in Stretches(spans)
    if not dated and words[inside[-1]].text.isdigit() and follows.text.isdigit():
        return True
    own = words[inside[0]].lower in DATE_PREPOSITIONS
    return own and not dated and follows.lower in PREPOSITIONS and follows.text[0].islower()


def _waits_for_it(words: Sequence[Word], first: int, spans: Sequence[Stretch]) -> bool:
    """Whether a preposition that leads to no date by itself would be left without its phrase."""
    if first == 0 or words[first].lower in PREPOSITIONS:
        return False
    before = words[first - 1]
    leads = before.lower in DATE_PREPOSITIONS or _compared_with(words, first, spans)
    return before.lower in PREPOSITIONS and before.text[0].islower() and not leads


def _is_noun_of_article(words: Sequence[Word], inside: Sequence[int], clause: Clause) -> bool:
    """Whether the date is the noun that an article in front of it waits for."""
    before = inside[0] - 1
    while before > 0 and _inflected(words, before):
        before -= 1  # "auf einen harten | Mittwoch"
    if before < 0 or words[before].lower not in DETERMINERS:
        return False
    if before == 0 and clause.kind == "relative":
        return False
    if before and words[before - 1].lower in DATE_PREPOSITIONS:
        return False
    behind = inside[-1] + 1
    if behind >= len(words):
        return True
    following = words[behind]
    if following.start - words[behind - 1].end > 1:
        return True  # "Termin ist der | 3. Mai, …"
    leads_on = following.text.endswith(ENDINGS) and behind + 1 < len(words)
    return following.text[0].islower() and not leads_on


def _is_negated(words: Sequence[Word], first: int) -> bool:
    """Whether "nicht" stands before a date: without it the sentence would deny all."""
    lead = [word.lower for word in words[max(0, first - 3) : first]]
    while lead and lead[-1] in DATE_PREPOSITIONS | _BEFORE_DATES | {"mehr"}:
        lead.pop()
    contrast = any(word.lower == "sondern" for word in words)
    return bool(lead) and lead[-1] in ("nicht", "kaum", "nie") and not contrast


def _only_from(words: Sequence[Word], first: int, finite: Word | None) -> bool:
    """Whether a permission holds only from a date on, or until then: without it, it would hold."""
    allowed = finite is not None and finite.text in _MAY
    lead = {word.lower for word in words[max(0, first - 3) : first]}
    return allowed and not lead.isdisjoint(("erst", "nur", "frühestens", "spätestens"))


def _is_aimed_at(words: Sequence[Word], first: int) -> bool:
    """Whether a date is what somebody looks at or waits for."""
    led = any(word.lower == "auf" for word in words[max(0, first - 2) : first + 1])
    return led and any(_AIMS.fullmatch(word.lower) for word in words)


_AIMS = re.compile(r"(?:ge)?(?:richt|wart|hoff|freu|konzentrier|vertröst)(?:e?t|e?te|e?ten|en)")
_MAY = table("darf dürfen durften dürfe dürften kann können könne könnte könnten")


def _is_before(words: Sequence[Word], first: int) -> bool:
    """Whether "vor" leads to a date: "vor Herbst", "vor dem 3. Mai"."""
    if first > 0 and words[first - 1].lower in DETERMINERS:
        first -= 1
    led = any(word.lower == "vor" for word in words[max(0, first - 1) : first + 1])
    ago = any(_LENGTH.fullmatch(word.text) for word in words[first : first + 4])
    return led and not ago  # "vor 33 Jahren" is when it was


# ---------------------------------------------------------------------- what goes with it
def going_with(
    clause: Clause, inside: Sequence[int], finite: Word | None, spans: Sequence[Stretch]
) -> set[int]:
    """The words of a date, ``inside``, and those around it that say nothing without it."""
    words, behind = clause.words, inside[-1] + 1
    own = _is_attribute(words, inside)
    if own and [w.lower in PARTS_OF for w in words[inside[0] : behind]][2:3] == [True]:
        inside = inside[2:]  # "in dem | Mitte Januar eröffneten Prozess"
    first = inside[0]
    lead = [] if own else _lead_of_date(words, first, clause)
    begins = min([first, *lead])
    going = {*inside, *lead, *_denied_date(words, begins), *_aimed_at(words, begins)}
    going.update(_compared_with(words, begins, spans))
    if behind >= len(words):
        return going
    next_word = words[behind].lower
    from_on = {"von", "vom"} & {w.lower for w in words[max(0, first - 1) : first + 1]}
    fronted = words[behind + 1 : behind + 2] == (finite,)
    if (
        # "von morgen an", "vom 3. Juli an"
        (next_word == "an" and from_on and not _is_addressed(words, first, behind))
        or next_word in ("davor", "danach", "zuvor")  # "im Frühling davor"
        or (next_word in _OF_DAY and words[behind - 1].text == "Uhr")  # "um fünf Uhr früh"
        or (next_word == "hin" and behind < len(words) - 1)  # "zum Sonntag hin"
        # "im Mai noch hatte …"
        or (next_word in ("noch", "schon", "erst") and fronted)
    ):
        going.add(behind)
    return going


def _is_attribute(words: Sequence[Word], inside: Sequence[int]) -> bool:
    """ "in dem (Mitte Januar) eröffneten Prozess": the article in front is the noun's."""
    behind = inside[-1] + 1
    noun = words[behind + 1 : behind + 2]
    led = {word.lower for word in words[max(0, inside[0] - 1) : inside[0] + 2]}
    if not noun or not noun[0].text[0].isupper() or led.isdisjoint(DEFINITE_ARTICLES):
        return False
    return words[behind].text.endswith("en") and is_done(words[behind].text)


def _lead_of_date(words: Sequence[Word], first: int, clause: Clause) -> list[int]:
    """Preposition, article and particle in front of a date: "bereits am", "schon seit dem"."""
    lead: list[int] = []
    index = first - 1
    own_preposition = words[first].lower in DATE_PREPOSITIONS
    if index >= 0 and not own_preposition:
        begin = index
        if words[index].lower in _UNITS_OF_DATES and words[first].text[0] in "12JFMASOND":
            begin -= 1  # "in den Jahren | 2023 und 2024"
        while begin > 0 and _inflected(words, begin):
            begin -= 1
        led = begin > 0 and words[begin - 1].lower in DATE_PREPOSITIONS
        if led and begin < index and words[begin].lower in DETERMINERS:
            lead += range(begin - 1, index + 1)  # "an einem kalten | Sonntag"
            index = begin - 2
        elif (
            words[index].lower in DETERMINERS
            and index > 0
            and words[index - 1].lower in DATE_PREPOSITIONS
        ):
            lead += [index, index - 1]
            index -= 2
        elif words[index].lower in DATE_PREPOSITIONS and not (
            clause.kind == "relative" and index == 0
        ):
            lead.append(index)
            index -= 1
        elif words[index].lower == "des":
            lead.append(index)  # "aus der Kunst des | 18. Jahrhunderts"
            index -= 1
        elif (
            index > 0
            and words[index].lower.endswith("en")
            and words[index].text[0].islower()
            and words[index - 1].lower in DATE_PREPOSITIONS
            and not verb_forms(words, index) & Form.SURE
        ):  # "am frühen | Samstagmorgen"
            lead += [index, index - 1]
            index -= 2
    while index >= 0 and words[index].lower in _BEFORE_DATES:
        lead.append(index)
        index -= 1
    exact = bool(lead) and words[lead[-1]].lower in _AT_LEAST
    if exact and index > 0 and words[index].lower in DATE_PREPOSITIONS:
        lead.append(index)  # "bis mindestens | 3. Mai", "seit wenigstens | 2020"
        index -= 1
    if index > 0 and words[index].lower == "allem" and words[index - 1].lower == "vor":
        lead += [index, index - 1]
    opened = [word.lower for word in words[max(0, index - 3) : index + 1]]
    if index > 0 and words[index].lower in _AS_PLANNED and "wie" in opened:
        start = index - opened[::-1].index("wie")  # "statt wie bisher geplant | Anfang 2026"
        if start and words[start - 1].lower == "statt":
            lead.extend(range(start - 1, index + 1))
    return lead


def _denied_date(words: Sequence[Word], first: int) -> Sequence[int]:
    """ "nicht am 7., sondern am 9. Mai": with the date goes the one that it is not."""
    if first == 0 or words[first - 1].lower != "sondern":
        return ()
    near = range(first - 2, max(first - 9, -1), -1)
    denied = next((i for i in near if words[i].lower == "nicht"), first)
    last = first - 2
    while last > denied and verb_forms(words, last) & NONFINITE:
        last -= 1  # "nicht im Mai begonnen, sondern …": the verb belongs to both
    return [*range(denied, last + 1), first - 1]


def _aimed_at(words: Sequence[Word], first: int) -> Sequence[int]:
    """ "auf (nach Ostern)", "auf die Zeit (nach Ostern) verschoben": what leads to the date."""
    before = [word.lower for word in words[max(0, first - 3) : first]]
    if words[first].lower not in ("nach", "vor"):
        return ()
    if before == ["auf", "die", "zeit"]:
        return range(first - 3, first)
    return range(first - 1, first) if before[-1:] == ["auf"] else ()


def _compared_with(words: Sequence[Word], first: int, spans: Sequence[Stretch]) -> Sequence[int]:
    """ "gegenüber (2022)", "im Vergleich (zu 2022)", "von Mai auf (Juni)": what leads from another
    time to this one says nothing without it."""
    before = [word.lower for word in words[max(0, first - 2) : first]]
    if before == ["im", "vergleich"]:
        return range(first - 2, first)
    moved = before[-1:] == ["auf"] and first > 1 and words[first - 2].start in Stretches(spans)
    compared = before[-1:] in (["gegenüber"], ["verglichen"])
    return range(first - 1, first) if moved or compared else ()


def _is_addressed(words: Sequence[Word], first: int, behind: int) -> bool:
    """ "der Brief vom 3. Mai an den Minister": "an" says to whom it goes, not from when on."""
    goal = words[behind + 1 : behind + 2]
    aimed = goal and (goal[0].lower in DETERMINERS or goal[0].text[0].isupper())
    return bool(aimed) and is_addressed([word.text for word in words[max(0, first - 4) : first]])


def _inflected(words: Sequence[Word], index: int) -> bool:
    """Whether a word looks like an adjective in front of its noun."""
    word = words[index]
    ends = word.text[0].islower() and word.text.endswith(ENDINGS)
    found = verb_forms(words, index)
    sure = found & Form.SURE and found & FINITE
    other = word.lower in DETERMINERS | PREPOSITIONS or counts(word.lower)  # "holte die vier ab"
    return ends and not other and not sure
