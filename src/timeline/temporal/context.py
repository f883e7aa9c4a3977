"""What an expression is resolved against: the publication date and the text so far."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Literal, NamedTuple

from timeline.german.direction_words import ROUTINES
from timeline.german.tokens import Tokens
from timeline.german.verbs import Tense, is_pluperfect
from timeline.german.words import ALWAYS, HABITS, NOW, OPENING, STATES
from timeline.messages import Message
from timeline.models import Alternative, Basis, Granularity, Mod, Moment, TimexType, as_day
from timeline.temporal.spans import WEEK, Span

_LIVING = 600  # years: what is older is no story that goes on with „im März“
LISTING = 80  # words: no sentence of prose is that long
Kind = Literal["news", "weekly", "narrative"]


@dataclass(frozen=True, slots=True)
class Resolution:
    """A meaning with its dates. ``value`` is the TIMEX3 value; ``start``/``end`` the interval."""

    type: TimexType
    value: str
    timex_mod: str | None = None
    start: Moment | None = None
    end: Moment | None = None
    granularity: Granularity = "day"
    mod: Mod | None = None
    basis: Basis = "absolute"
    anchor: str = ""
    event_like: bool = True
    reason: Message | None = None
    alternatives: tuple[Alternative, ...] = ()
    confidence: float = 1.0

    @property
    def day(self) -> date | None:
        """The single day this names, if it names one."""
        if self.granularity not in ("day", "time") or self.start is None:
            return None
        return as_day(self.start)


def dated(
    value: str,
    span: Span,
    granularity: Granularity,
    *,
    type_: TimexType = "DATE",
    timex_mod: str | None = None,
    mod: Mod | None = None,
    basis: Basis = "absolute",
    anchor: str = "",
    event_like: bool = True,
    alternatives: tuple[Alternative, ...] = (),
    confidence: float = 1.0,
) -> Resolution:
    """A resolution whose interval is the whole of ``span``; the rest as in ``Resolution``."""
    return Resolution(
        type_,
        value,
        timex_mod=timex_mod,
        start=span.first,
        end=span.last,
        granularity=granularity,
        mod=mod,
        basis=basis,
        anchor=anchor,
        event_like=event_like,
        alternatives=alternatives,
        confidence=confidence,
    )


def one_day(
    day: date,
    part: str | None,
    basis: Basis,
    anchor: str,
    readings: tuple[Alternative, ...] = (),
    confidence: float = 1.0,
) -> Resolution:
    """A single day, or a part of it as TIMEX3 writes it („MO“, „NI“)."""
    value = day.isoformat() + (f"T{part}" if part else "")
    return dated(
        value,
        Span(day, day),
        "day",
        type_="TIME" if part else "DATE",
        basis=basis,
        anchor=anchor,
        alternatives=readings,
        confidence=confidence,
    )


@dataclass(slots=True)
class Reference:
    """A date the text has named, for what points back to it („zwei Tage zuvor“)."""

    span: Span
    granularity: Granularity
    mod: Mod | None
    text: str
    sentence: int
    told: str = ""  # the sentence that names it
    aside: bool = False  # named in passing („der Friede von 1648“): the story does not move there
    basis: Basis = "relative"  # absolute: the text names its year
    part: str = ""  # the part of the day it names, as TIMEX3 writes it
    head: bool = False  # opens its sentence („Im Jahr 1938 …“)
    moment: datetime | None = None  # of a clock time


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a chronicle („3. Mai: Der Rat tagt.“): its day holds until it ends."""

    day: date
    text: str
    sentence: int  # that it begins with
    stop: int  # offset behind its heading


def is_weakened(words: Sequence[str], always: str) -> bool:
    """„immer noch“, „noch immer“, „immer wieder“, „immer öfter“"""
    at = words.index(always)
    after = words[at + 1 : at + 2]
    if at and words[at - 1].lower() == "noch":
        return True
    return bool(after) and (
        after[0] in ("noch", "wieder", "mehr", "weiter") or after[0].endswith("er")
    )


class Happening(NamedTuple):
    """What a day is counted from: the noun, and on which side of it the day lies."""

    noun: str
    side: int  #: -1 before it, 1 behind it; 0: the word for the day says it („am Vortag des …“)
    which: str = ""  #: the noun that says which one is meant: „die Niederlage gegen (Ulm)“

    @property
    def is_routine(self) -> bool:
        """Whether there are many of its kind: „sagte er am Mittwoch nach dem Training“."""
        return self.noun.lower().endswith(ROUTINES)


@dataclass(slots=True)
class Setting:
    """How an expression stands in its sentence. Each has one of its own."""

    tense_at: Callable[[], Tense] = field(default=lambda: "none")  # of its clause; costs something
    hint: Tense | None = None  # the tense that the noun phrase around it asks for
    at_head: bool = False  # it opens its sentence
    opens_entry: bool = False  # it heads an entry of a chronicle
    noun: str = ""  # the noun right before the preposition
    sibling: Resolution | None = None  # the first part of a match: „am 2. und 3. Oktober“
    week: Span | None = None  # „Nächste Woche …: Am Dienstag tagt der Rat“
    happening: Happening | None = None  # „am Montag nach dem Unglück“: what it is counted from
    scheduled: bool = False  # it says when something will be: „vor dem Spiel am Samstag“
    once_planned: bool = False  # „war für Mitte Mai geplant“: on either side of today
    continues: bool = False  # it follows the one before it at once („vom 3. Mai bis …“)
    between: bool = False  # „zwischen“ leads to the one before it: here that time ends
    has_been: bool = False  # „beim Training am 9. Januar“: where it happened
    tells_on: bool = False  # „… gewählt und (am 20. Januar) …“: a clause goes on to it
    goes_on: bool = False  # „(im April), dann im Oktober“: the next in a row
    is_label: bool = False  # „bis 2.2.: Gerüst“
    in_bracket: bool = False  # it opens a bracket right behind the one before it
    from_day: bool = False  # „vom 3. Mai“ stands before it: „auf den 5. Juni verschoben“
    until: int | None = None  # the month that „von März“ runs to
    put_to: int | None = None  # the weekday that „von Samstag“ is put off to
    said_on: date | None = None  # „Am Freitag sagte er, …“: the day of the report around it
    seen_from: Span | None = None  # where its year is looked for from, if not the publication
    beside: bool = False  # no comma or semicolon parts it from the one before it
    _tense: Tense | None = None

    def tense(self) -> Tense:
        """What is around it says, else the clause it stands in: looked up when first asked for."""
        if self._tense is None:
            self._tense = self.hint or self.tense_at()
        return self._tense


@dataclass(slots=True)
class Context:
    """What one text has told so far, while it is read from front to back."""

    published: date | None
    locale: str = "de-DE"
    kind: Kind = "news"
    begin: int = 0  # offset where the reading begins, behind front matter and the like
    references: deque[Reference] = field(default_factory=lambda: deque(maxlen=8))  # latest last
    last_day: Reference | None = None
    arrived: Reference | None = None  # ``last_day`` when the sentence began
    section: Reference | None = None  # the year a heading names („1862“, „Das Jahr 1918“)
    chapter: Span | None = None  # several years that a heading names („Juni 1944 bis Mai 1945“)
    section_day: Reference | None = None  # the day a heading names („Freitag, 12. September“)
    entry: Entry | None = None  # of the chronicle being read
    heading: Entry | None = None  # the last entry, also where it is over: the next one follows it
    remembered: bool | None = None  # headings without a year look back (None: not asked yet)
    month: tuple[int | None, int] | None = None  # the last of those, and its sentence
    persons: dict[str, bool] = field(default_factory=dict)  # „Montag“: is anybody called so?
    tokens: Tokens | None = None  # the sentence being read
    sentence: int = 0  # its number
    returned: int = -1  # the last sentence that told of these days („Heute läuft sie …“)
    timetable: bool = False  # it has clock times as in a programme: without a verb it announces
    here: Setting = field(default_factory=Setting)  # of the expression being resolved

    @property
    def narrative(self) -> bool:
        return self.kind == "narrative"

    @property
    def counting_entry(self) -> Entry | None:
        """The entry a date is counted from: for a heading the one before, else the open one."""
        return self.heading if self.here.opens_entry else self.entry

    def is_ahead(self, reference: Reference) -> bool:
        """Whether a date of the text lies behind the publication."""
        return self.published is not None and reference.span.first > self.published

    @property
    def last(self) -> Reference | None:
        return self.references[-1] if self.references else None

    @property
    def began(self) -> date | None:
        """The day just named in the sentence, where a range may begin."""
        last = self.last
        if last is None or last.sentence != self.sentence or last.granularity != "day":
            return None
        return last.span.first

    def story_time(self) -> Reference | None:
        """Where a narrative has arrived: its last date that was not named in passing.

        Under a heading with a year that year holds, but for the sentences right
        behind a date of another year.
        """
        if self.section is not None:
            for reference in reversed(self.references):
                if reference.aside or self.sentence - reference.sentence > 2:
                    continue
                if reference.granularity in ("day", "month", "time"):
                    return reference
                break
            return self.section
        for reference in reversed(self.references):
            if not reference.aside:
                return reference
        return self.last

    def longer_ago(self) -> Reference | None:
        """The day „in jener Nacht“ points to: the last one told of that is none of this week's."""
        issued = self.published
        for told in reversed(self.references):
            day = told.granularity in ("day", "time") and not told.aside
            if day and (issued is None or issued - told.span.first > WEEK):
                return told
        return None

    def historical(self) -> Reference | None:
        """The date an incomplete one continues, where the text is telling of years long past.

        A single mention of an old year („das 1894 gegründete Haus“) is not enough:
        two in a row, or a day or month of that year just before.
        """
        told = [r for r in self.references if not r.aside]
        if self.published is None or not told:
            return None
        last = told[-1]
        if self.returned > last.sentence and not self.narrative:
            return None
        old = self.published.year - 1
        if last.span.first.year >= old or self.sentence - last.sentence > 3:
            return None
        if self.published.year - last.span.first.year > _LIVING and not self.narrative:
            return None  # „stammt aus dem Jahr 72. Die Arbeiten ruhten von März bis Mai“
        if last.granularity in ("decade", "century"):
            return None
        if last.granularity == "year" and self.sentence - last.sentence > 1:
            return None
        if last.sentence == self.sentence and last.granularity == "year":
            return last
        if last.granularity in ("day", "month", "time"):
            return last
        if last.head:
            return last
        before = told[-2] if len(told) > 1 else None
        return last if before is not None and before.span.first.year < old else None

    @property
    def habit(self) -> bool:
        """The sentence tells what always is so: „immer“, „geöffnet“, „Sprechzeiten“."""
        tokens = self.tokens
        if tokens is None or len(tokens.words) > LISTING or not tokens.says(HABITS):
            return False
        return tokens.says(OPENING) or not all(
            is_weakened(tokens.words, word) for word in ALWAYS.intersection(tokens.words)
        )

    def says(self, words: frozenset[str]) -> bool:
        """Whether the sentence has one of these words."""
        return self.tokens is not None and self.tokens.says(words)

    def names(self, endings: tuple[str, ...]) -> bool:
        """Whether a noun of the sentence ends so: „Chorprobe“ with „probe“."""
        return self.tokens is not None and self.tokens.names(endings)

    @property
    def now(self) -> bool:
        """The sentence says that it tells of these days."""
        return self.says(NOW)

    @property
    def states(self) -> bool:
        """The sentence has a verb of being, not of happening."""
        return self.says(STATES)

    def in_old_story(self) -> bool:
        """The last two dates are both days or months of years long past: the text tells of them."""
        if self.published is None or len(self.references) < 2:
            return False
        last = [self.references[-1], self.references[-2]]
        return all(
            r.span.first.year < self.published.year - 1
            and r.granularity in ("day", "month", "time")
            for r in last
        )

    @property
    def looks_further_back(self) -> bool:
        """The sentence tells in the pluperfect."""
        return self.tokens is not None and is_pluperfect(self.tokens.words[:LISTING])

    def tense(self) -> Tense:
        """Tense of the clause the current expression stands in."""
        return self.here.tense()

    def end_night(self, start: Moment, *, leads_to: bool) -> None:
        """A night becomes the text's own time; „zum Freitag“ it is the Friday's (NZ), and that of a
        feast („Silvesternacht“) goes on as its evening does."""
        if self.last_day is not None:
            day = as_day(start)
            part = "NZ" if leads_to else "EV" if self.last_day.part == "EV" else "NI"
            self.last_day = replace(self.last_day, span=Span(day, day), part=part)

    def forget(self) -> None:
        """Of a time that only its clause knows the text tells on: nothing counts from before it.

        A narrative goes on from where it has arrived.
        """
        if self.narrative:
            return
        self.references.clear()
        self.last_day = None

    def end_range(self, end: Moment) -> None:
        """The last day of a range is the text's own time no more than its other days are."""
        last = self.last_day
        if last is not None and last.granularity == "day" and last.span.first == as_day(end):
            self.last_day = replace(last, granularity="range")

    def remember(self, resolution: Resolution, text: str, *, aside: bool = False) -> None:
        """Make a resolved date the text's own time; ``aside``: it was only named in passing."""
        if resolution.start is None and resolution.end is None:
            return
        first = resolution.start if resolution.start is not None else resolution.end
        last = resolution.end if resolution.end is not None else first
        assert first is not None
        assert last is not None
        span = Span(as_day(first), as_day(last))
        reference = Reference(
            span,
            resolution.granularity,
            resolution.mod,
            text,
            self.sentence,
            self.tokens.sentence if self.tokens else "",
            aside=aside,
            basis=resolution.basis,
            part=resolution.value[-2:] if resolution.value[10:11] == "T" else "",
            head=self.here.at_head,
            moment=first if isinstance(first, datetime) else None,
        )
        self.references.append(reference)
        if aside or (resolution.mod == "approx" and resolution.granularity in ("day", "range")):
            return  # a look back does not move the story, nor do school holidays
        if resolution.granularity in ("day", "time") or span.first == span.last:
            self.last_day = reference
        elif self.last_day is not None and self.last_day.sentence < self.sentence - 1:
            self.last_day = None
