"""Which year is meant where only the publication date is there to count from: the last one or the
next, by preposition and verb, and what stands around the date.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from timeline.german.direction_words import (
    ADVICE,
    DECIDED,
    FIGURES,
    LASTING,
    ONCE_PLANNED,
    ORIGINS,
    OVERTAKEN,
    PROMISING,
    RUNNING,
    SCHEDULED,
    SHOULD,
    STATISTICS,
    TRENDS,
    WANTED,
    WAS_DONE,
)
from timeline.german.verbs import HAD
from timeline.german.verbs import tense as tense_of_sentence
from timeline.messages import say
from timeline.models import Alternative, Basis
from timeline.temporal.context import Context
from timeline.temporal.spans import Span, month_span

IF_ANNOUNCED = say("why.announced")
IF_PAST = say("why.past")
#: the past prepositions: what stands behind them has been
PAST_PREPOSITIONS = {"seit", "vom", "von"}
Spanner = Callable[[int], Span | None]
#: a span, how its year was found, against what date of the text or day, what else it could be
InYear = tuple[Span | None, Basis, str, tuple[Alternative, ...]]
NOT_FOUND: InYear = (None, "relative", "", ())


_PARTS = frozenset(("Ende", "Mitte"))
_SO_FAR = frozenset(("bereits", "bisher", "schon"))
MONTH = timedelta(days=31)
SOON = 3 * MONTH
_JUST, _FAR = MONTH, timedelta(days=300)
_FORTNIGHT = timedelta(days=14)
_UNTIL = ("bis", "ab", "zum", "zur", "für")
_NOT = frozenset(("nicht", "kaum"))
_EXTENDED = frozenset(("verlängerte", "verlängerten", "erstreckte", "verlegte", "verschob"))
_AFTER = frozenset(("nachdem", "Nachdem"))  # what it tells is over


def near_publication(
    spanner: Spanner, context: Context, prep: str, step: int | None, *, reported: bool
) -> InYear:
    """The last such span from the publication or the next; the other is another reading."""
    published = context.published
    if published is None:
        return NOT_FOUND
    seen = context.here.seen_from or Span(published, published)
    base = seen.first + (seen.last - seen.first) / 2
    around = [s for y in range(base.year - 2, base.year + 3) if (s := spanner(y)) is not None]
    back = [s for s in around if s.first <= seen.last]
    ahead = [s for s in around if s.last >= seen.first]
    if reported and context.tense() != "future":
        over = [s for s in back if s.last <= base + MONTH]
        told = context.tense() == "past" and not context.says(_SO_FAR)
        back = over if told or not ahead else back
    if prep == "vor" and not context.says(_PARTS):
        ahead = [s for s in ahead if s.first > base]  # „nicht vor Herbst“, said in autumn
    if step is not None and step < 0:
        back = [s for s in around if s.last < base]
    if step is not None and step > 0:
        ahead = [s for s in around if s.first > base]
    latest, coming = (back[-1] if back else None), (ahead[0] if ahead else None)
    look_back = step < 0 if step else _looks_back(context, prep, base, latest, coming)
    chosen, other = (latest, coming) if look_back else (coming, latest)
    if chosen is None:
        chosen, other = other, None
    readings: tuple[Alternative, ...] = ()
    if other is not None and other != chosen and step is None:
        why = IF_ANNOUNCED if look_back else IF_PAST
        readings = (Alternative(other.first, other.last, why),)
    return chosen, "relative", published.isoformat(), readings


def _looks_back(
    context: Context, prep: str, base: date, latest: Span | None, coming: Span | None
) -> bool:
    """Whether the last of two such spans is meant and not the next one.

    The words around the date are asked first, then its preposition, then the verb.
    """
    if latest is None or coming is None:
        return coming is None
    if latest == coming:
        return True
    near = _Distances(base - latest.last, coming.first - base)
    here, until = context.here, context.here.until
    if prep == "für" and here.noun in FIGURES:
        return near.back <= SOON and context.tense() != "future"
    if until is not None and not context.says(_NEXT):
        to_come = context.tense() == "future"
        if _is_running(until, latest, base, ahead=to_come):
            return True  # „läuft von April bis August“, told in June
    if here.once_planned:  # „zum 1. Oktober gekündigt“: who goes says so before
        if prep == "zum":
            return near.just_been and context.tense() == "past"
        return near.is_back or (context.says(OVERTAKEN) and near.back <= near.ahead * 1.5)
    by_preposition = _preposition_looks_back(prep, near, context)
    if by_preposition is not None:
        return by_preposition
    match context.tense():
        case "past" if context.says(WANTED):
            return near.is_back  # „Wir wollten im Juni beginnen“, told in April
        case "past":
            return True
        case "present":
            goes_on = _goes_on_telling(latest, coming, base, context)
            return goes_on or _present_looks_back(prep, near, context)
        case "future":
            return _future_looks_back(prep, near, context)
    return near.is_back or context.names(_REVIEWS)


_REVIEWS = ("rückblick", "rückschau", "chronik")


class _Distances(NamedTuple):
    """How long ago the last such span ended, and how far ahead the next one begins."""

    back: timedelta
    ahead: timedelta

    @property
    def is_back(self) -> bool:
        """The last one is the nearer."""
        return self.back <= self.ahead

    @property
    def just_been(self) -> bool:
        return self.back <= _JUST

    @property
    def comes_soon(self) -> bool:
        """The next one is close, and the last one long gone."""
        return self.ahead <= _JUST and self.back > _FAR


def _preposition_looks_back(prep: str, near: _Distances, context: Context) -> bool | None:
    """What a preposition says whatever the verb is, None where it says nothing."""
    here = context.here
    if prep == "auf" and here.hint == "past":
        return True  # „auf den 28. August datiert“
    if prep == "vor" and context.tense() in ("present", "none") and context.says(_NOT):
        return False  # „Eine Erholung erwartet sie nicht vor dem Frühjahr“
    if prep in ("für", "auf"):  # „auf den 1. Juli gekündigt“
        if prep == "auf" and near.ahead > _FAR and near.just_been and context.says(WAS_DONE):
            return True  # „wurde auf den 3. Juni vorgezogen“, told on the 10th
        if prep == "auf" and context.says(_EXTENDED):  # „verlängerte die Frist auf den 31. Juli“
            return near.ahead > _FAR and context.tense() == "past"
        far = near.ahead > _FAR and near.just_been  # „hatte das Fest für den 1. März verboten“
        return far and context.tense() == "past" and context.says(HAD)
    if prep == "vom" and near.comes_soon and here.noun.lower().endswith(SCHEDULED):
        return False  # „Karten für das Konzert vom 26. Dezember“
    if prep in PAST_PREPOSITIONS and here.noun != "Nacht" and here.hint != "future":
        return bool(here.noun) or prep == "seit" or near.is_back
    tense = context.tense()
    if prep == "nach" and tense != "past":
        # „Nach dem Winter sind die Wege schlecht“, told in May or in October; „Nach dem trockenen
        # Sommer“ says how it was
        return near.is_back or here.hint == "past"
    if tense in ("present", "none") and _is_statistics(context):
        return near.is_back and near.back <= SOON
    if tense == "none" and prep == "zum":
        return False  # „er rechne damit zum Herbst“
    if prep == "bis" and context.says(PROMISING):
        return False  # „„Bis Ostern haben wir das aufgeholt“, verspricht der Primar“
    if tense == "past" and prep == "bis":  # „gewann den Vertrag bis Juni“, „war bis Juni Trainer“
        lasted = context.says(LASTING) and near.ahead > _JUST
        return near.is_back or here.hint == "past" or lasted or _was_so(context)
    if tense == "past" and here.scheduled and near.ahead <= SOON:
        return near.is_back
    if prep == "zum" and near.comes_soon and near.ahead <= _FORTNIGHT:
        return False  # „Zum ersten Advent hat der Markt geöffnet“
    awaited = tense != "past" or prep == "vor" or here.scheduled
    if near.comes_soon and here.noun and awaited and not (here.has_been or context.says(_AFTER)):
        return False  # „hat ein Programm für die Gottesdienste in der Karwoche vorbereitet“
    return None


def _was_so(context: Context) -> bool:
    """„Bis Februar hatten wir einen Plan“, unlike „hatte bis Februar Zeit“."""
    settled = context.says(DECIDED) or context.says(ONCE_PLANNED) or context.says(_TIME)
    return context.says(_HAD_OR_WAS) and not (settled or context.looks_further_back)


_TIME = frozenset(("Zeit", "Frist"))
_HAD_OR_WAS = frozenset(("hatte", "hatten", "war", "waren", "gab", "galt", "galten"))


def _present_looks_back(prep: str, near: _Distances, context: Context) -> bool:
    runs = prep in _UNTIL or context.says(RUNNING)  # „endet am 31. Dezember“, told in January
    if near.just_been and near.ahead > _FAR and not runs:
        return True  # „Am 30. November, 22 Uhr: Alarm“, told two days later
    return near.is_back and prep not in ("ab", "für", "zum") and context.says(ORIGINS)


def _future_looks_back(prep: str, near: _Distances, context: Context) -> bool:
    if prep == "bis":
        told = context.here.hint == "future" and context.here.tense_at() == "past"
        if told and near.just_been and near.ahead > _FAR:
            return True  # „wurde die Frist bis zum 15. Mai verlängert“, told on the 21st
        return context.says(SHOULD) and near.is_back and near.back <= SOON
    if not context.says(SHOULD) or context.says(ADVICE):
        return False
    # „sollte im Juli beginnen“, told in September: it may have begun, or not
    most = timedelta(days=365) if context.says(OVERTAKEN) else _AWAY
    return near.back <= min(near.ahead, most)


_NEXT = frozenset(("nächste", "nächsten", "nächster", "nächstes", "kommende", "kommenden"))


def _is_running(month: int, latest: Span, base: date, *, ahead: bool) -> bool:
    """Whether the last such month begins what runs to the end of the next such ``month``."""
    year = latest.first.year + (month < latest.first.month)
    end = month_span(year, month)
    return latest.first <= base <= (end.first if ahead else end.last)


def _is_statistics(context: Context) -> bool:
    """„Export bricht im Dezember ein“, told in March."""
    if not (context.says(TRENDS) and context.names(STATISTICS)):
        return False
    return all(context.says(frozenset(p)) for v, p in _APART if context.says(v))


#: „legt zu“, „zieht an“, „bricht ein“; „legt seine Bilanz vor“ is none
_APART = (
    (frozenset(("legt", "legen")), ("zu",)),
    (frozenset(("zieht", "ziehen")), ("an",)),
    (frozenset(("bricht", "brechen")), ("ein",)),
)
_AWAY = timedelta(days=180)
SENTENCE = 500  # characters; of a longer one its beginning tells


def _goes_on_telling(latest: Span, coming: Span, base: date, context: Context) -> bool:
    """„Am 9. Mai das Ende. Am 3. Juni fährt sie vor“, told in September: the next date of a story.

    The one before it has been, and this one follows it soon; the coming one is far away.
    """
    before = context.last
    return (
        before is not None
        and context.sentence - before.sentence <= 1
        and before.granularity in ("day", "month")
        and before.span.first < latest.first <= before.span.last + _AWAY
        and latest.last < base
        and coming.first - base > _AWAY
        and tense_of_sentence(before.told[:SENTENCE])
        in ("present", "none")  # „brannte …. Im Januar beginnt“
    )
