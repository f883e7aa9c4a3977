"""What an expression means before anybody knows the publication date.

The grammar turns words into these forms; ``timeline.temporal`` turns the forms
into dates. A form holds what the words say and nothing else: „am Freitag“ is
``Weekday(4)``, whether that is the 18th is not its business.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Part = Literal["start", "mid", "end"]
DayPart = Literal["MO", "MI", "AF", "EV", "NI"]


@dataclass(frozen=True, slots=True)
class RelativeYear:
    """„dieses Jahres“ (0), „vergangenen Jahres“ (-1); ``anchored``: „desselben Jahres“,
    „des folgenden Jahres“, counted from the text and not from the publication."""

    step: int
    anchored: bool = False


Year = int | RelativeYear | None


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """A date with the parts that are named: 3. Mai 2024, Mai, 2024, Anfang Mai."""

    year: Year = None
    month: int | None = None
    day: int | None = None
    part: Part | None = None
    weekday: int | None = None
    daypart: DayPart | None = None
    bc: bool = False
    short: bool = False  # the year had two digits: „1.9.39“
    step: int | None = None  # „im vergangenen Mai“ -1, „kommenden Mai“ +1
    beside: int = 0  # „im Mai darauf“ +1, „im vorangegangenen Mai“ -1: next to the text's own date


@dataclass(frozen=True, slots=True)
class NthWeekday:
    """„am ersten Sonntag im Mai 2024“; number -1 is the last one, -2 the last but one.

    Without a month it may be that of every month: „erster Donnerstag im Monat“.
    """

    number: int
    weekday: int
    month: int | None
    year: Year = None
    weekend: bool = False  # „am letzten Wochenende im August“: that Saturday and Sunday


@dataclass(frozen=True, slots=True)
class WeekdayByFeast:
    """„am Samstag vor Ostern“ (sign -1), „am Sonntag nach Pfingsten“ (+1)."""

    weekday: int | Literal["WE", "W"]  # „am Wochenende nach Ostern“, „in der Woche vor Weihnachten“
    sign: int
    feast: str
    year: Year = None


@dataclass(frozen=True, slots=True)
class LastDayOfMonth:
    """„am letzten Junitag 1991“."""

    month: int
    year: Year = None


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """„am 3. dieses Monats“: step counts months from the current one, day -1 is its last.

    Without a step nobody names the month: the weekday tells which („Freitag, der 13.“), or the
    date before („Am 12. Mai brannte es. Am 14. …“).
    """

    day: int
    step: int | None = None
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """A named stretch of the year or of years.

    kind: SP SU FA WI (season), SS SW (summer, winter term), Q, H, W (number in the year),
    DE (first year of the decade, or its last two digits), CE (number of the century),
    SY („2024/25“: number = first year), SJ and SZ (the same of a school year, of a season of
    sports or theatre), YM (the first so many months of a year).
    """

    kind: str
    number: int = 0
    year: Year = None
    part: Part | None = None
    step: int | None = None
    bc: bool = False
    about: bool = False  # „in den Sommerferien“: which days, each state says for itself
    beside: int = 0  # „im Sommer darauf“ +1, „im Winter zuvor“ -1, as with a CalendarDate
    fixed: bool = False  # „des Jahres“ stands behind it


@dataclass(frozen=True, slots=True)
class DeicticDay:
    """heute, gestern, übermorgen: days from the publication date."""

    offset: int
    daypart: DayPart | None = None
    attribute: bool = False  # „die morgige Sitzung“: a preposition before it is the noun's
    idiom: bool = False  # „bis heute“, „das Heute“: the present at large


@dataclass(frozen=True, slots=True)
class Weekday:
    """A weekday; ``step`` as in „vergangenen“ (-1), „diesen“ (0), „kommenden“ (+1);
    ``week`` counts weeks from the current one („Dienstag vergangener Woche“)."""

    number: int
    step: int | None = None
    week: int | None = None
    daypart: DayPart | None = None
    anchored: bool = False
    shift_weeks: int = 0  # „Freitag vor einer Woche“
    indefinite: bool = False  # „an einem Sonntag“, „es war ein Sonntag“
    far: bool = False  # „an jenem Samstag“: none of this week's


def timex_weekday(number: int) -> str:
    """TIMEX3 value of a weekday of no particular week; 0 is Monday."""
    return f"XXXX-WXX-{number + 1}"


@dataclass(frozen=True, slots=True)
class UnitStep:
    """A calendar unit counted from the current one: „letzte Woche“ (W, -1)."""

    unit: str
    step: int
    part: Part | None = None
    anchored: bool = False
    plural: bool = False
    amount: float | None = None  # „in den vergangenen drei Jahren“
    vague: bool = False
    deictic: bool = False  # „vergangene Woche“: counted from the publication, whatever is told
    fresh: bool = False  # „im neuen Jahr“: in autumn the next one, in spring this one


@dataclass(frozen=True, slots=True)
class Amount:
    """A length of time: units and how many (None: nobody counted)."""

    unit: str
    number: float | None
    approx: bool = False
    more: tuple[tuple[str, float], ...] = ()  # „und vier Monate“
    fixed: bool = False  # „sechs Stunden lang“: a length whatever stands before it
    mod: str | None = None
    exact: bool = False  # „auf den Tag genau ein Jahr“


@dataclass(frozen=True, slots=True)
class Shift:
    """A length of time counted from an anchor: „zwei Tage zuvor“, „drei Wochen später“."""

    amount: Amount
    sign: int
    anchored: bool = True
    base: DeicticDay | Feast | None = None  # „heute in einer Woche“, „zwei Tage vor Weihnachten“
    clause: bool = False  # „elf Monate nachdem …“: the anchor is an event
    event: str = ""  # „drei Tage nach dem Unglück“: the word for it


@dataclass(frozen=True, slots=True)
class Frequency:
    """A set: „jeden Freitag“, „alle vier Jahre“, „nachts“."""

    value: str


@dataclass(frozen=True, slots=True)
class Vague:
    """PAST_REF, PRESENT_REF or FUTURE_REF."""

    value: str


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day; 24 o'clock is the end of that day."""

    hour: int
    minute: int = 0
    daypart: DayPart | None = None
    approx: bool = False
    zone: str = ""  # „MEZ“: +01, „MESZ“: +02, „UTC“: Z
    half_day: bool = False  # „halb drei“, „Viertel nach acht“: may be 14:30 as well


@dataclass(frozen=True, slots=True)
class PartOfDay:
    """„am Abend“, „in der Nacht“, „am selben Vormittag“ (``same``)."""

    daypart: DayPart
    same: bool = False
    far: bool = False  # „in jener Nacht“: none of these days
    step: int = 0  # „am Morgen danach“ (+1), „am Abend zuvor“ (-1)
    adverb: bool = False  # „abends“: every evening, or that one


@dataclass(frozen=True, slots=True)
class Feast:
    """A feast by its key in ``timeline.german.feasts``."""

    key: str
    year: Year = None
    daypart: DayPart | None = None
    step: int | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """„Jahreswechsel 2024/25“ (Y), „Jahrhundertwende“ (CE), „Jahrtausendwende“ (ML)."""

    unit: str
    year: Year = None


Meaning = (
    CalendarDate | NthWeekday | WeekdayByFeast | LastDayOfMonth | DayOfMonth | Period
    | DeicticDay | Weekday | UnitStep | Amount | Shift | Frequency | Vague | Clock | PartOfDay
    | Feast | Turn
)  # fmt: skip
