"""What passes between the steps, and what the JSON export holds.

``Article`` → ``TimeExpression`` → ``EventMention`` → ``Event`` → ``Timeline``.
The export models (pydantic) are dumped as they stand; ``TimeExpression`` is a
plain dataclass because a long archive makes millions of them. ``ArticleDate``
and ``Alternative`` stand on both sides; their ``where`` and ``why`` are messages
until the export says them in its language.

Offsets are Python string offsets into ``Article.text``. Dates are inclusive at
both ends; ``None`` means open or unknown.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Annotated, Literal, overload

from pydantic import BaseModel, ConfigDict, Field

from timeline.errors import TimelineError
from timeline.messages import NOTHING, Message, code_of, sentence

SCHEMA = "timeline/1"

Granularity = Literal[
    "time", "day", "week", "month", "quarter", "season", "year", "decade", "century", "range"
]
#: How an interval is to be read: "since" and "until" leave one side open,
#: "start", "mid" and "end" name a part of the period, "approx" a blurred one.
Mod = Literal["since", "until", "before", "after", "start", "mid", "end", "approx"]
#: absolute: stands alone · relative: resolved against the publication date ·
#: anchored: against another date in the text · publication: the report's own date
Basis = Literal["absolute", "relative", "anchored", "publication"]
#: the rule of a mention that the stamp of its live blog entry dates
LIVE_ENTRY = "Eintrag eines Livetickers"
Modality = Literal["happened", "planned", "possible", "denied", "cancelled", "postponed"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
PublishedBasis = Literal["user", "metadata", "json-ld", "meta", "url", "text", "inferred", "none"]
DateKind = Literal["published", "modified", "print", "seen"]
#: of a problem or a finding: something is lost or wrong, or only worth knowing
Level = Literal["error", "warning"]
Moment = date | datetime


@overload
def as_day(moment: Moment) -> date: ...
@overload
def as_day(moment: None) -> None: ...
def as_day(moment: Moment | None) -> date | None:
    """The day of a moment, by the clock it is given in; of a day, itself."""
    return moment.date() if isinstance(moment, datetime) else moment


_Share = Annotated[float, Field(ge=0, le=1)]
_Start = Annotated[Moment | None, Field(description="ISO date or date-time; null: open or unknown")]
_End = Annotated[Moment | None, Field(description="inclusive; null: open or unknown")]
_EXPORTED = ConfigDict(extra="forbid")


# --------------------------------------------------------------------------- inside the pipeline
@dataclass(frozen=True, slots=True)
class Timex:
    """One TIMEX3 tag as TimeML wants it (type, value, mod), with its own span."""

    start_char: int
    end_char: int
    text: str
    type: TimexType
    value: str
    mod: str | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another date an expression could have meant, and why it was not taken."""

    __pydantic_config__ = _EXPORTED

    start: _Start = None
    end: _End = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A date expression as a timeline wants it: a span of text and an interval.

    ``reason`` is set instead of an interval where the expression cannot be
    resolved. ``event_like`` is False for expressions that give no point on a
    timeline by themselves (pure durations, sets, vague words).
    ``timexes`` are the TIMEX3 tags the expression is made of.
    """

    start_char: int
    end_char: int
    text: str
    rule: str
    granularity: Granularity
    start: Moment | None = None
    end: Moment | None = None
    mod: Mod | None = None
    edtf: str = ""
    basis: Basis = "absolute"
    anchor: str = ""
    alternatives: tuple[Alternative, ...] = ()
    confidence: float = 1.0
    reason: Message | None = None
    event_like: bool = True
    timexes: tuple[Timex, ...] = ()

    @property
    def resolved(self) -> bool:
        return self.reason is None and (self.start is not None or self.end is not None)


@dataclass(frozen=True, slots=True)
class Furniture:
    """A stretch of the page that is not the article: advertising, menus, boxes."""

    start_char: int
    end_char: int
    kind: str


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of an article with a date of its own: the entry of a live blog."""

    start_char: int
    end_char: int
    moment: Moment


@dataclass(frozen=True, slots=True)
class ArticleDate:
    """A date somebody gave for an article, and where: the trail behind ``published``.

    ``seen``: when the page was stored, an upper bound and never a publication date.
    """

    __pydantic_config__ = _EXPORTED

    kind: DateKind
    value: Moment
    basis: PublishedBasis
    confidence: _Share
    where: Annotated[str, Field(description="the place that gives it, in words")] = ""
    written: Annotated[str, Field(description="the date as it stands there")] = ""


@dataclass(frozen=True, slots=True)
class Article:
    """One report. ``text`` is the decoded file as it stands, or, where the file is no
    plain text (``extracted``), the main text taken from it; offsets count in ``text``.
    ``furniture`` lists what the later steps must skip, front matter included;
    ``left_out`` what did not even come into an extracted text."""

    id: str
    file: str
    text: str
    source: str = ""
    title: str = ""
    url: str = ""
    published: Moment | None = None
    published_basis: PublishedBasis = "none"
    published_confidence: float = 0.0
    modified: Moment | None = None
    agency: str = ""
    locale: str = "de-DE"
    notes: tuple[str, ...] = ()
    furniture: tuple[Furniture, ...] = field(default=(), repr=False)
    #: every date found for the article, the chosen one of each kind first
    dates: tuple[ArticleDate, ...] = field(default=(), repr=False)
    extracted: bool = False
    #: id of the first article with nearly the same text from another outlet
    copy_of: str = ""
    sections: tuple[Section, ...] = field(default=(), repr=False)
    left_out: tuple[str, ...] = field(default=(), repr=False)

    @property
    def day(self) -> date | None:
        """The publication day (local to the outlet), or None where nobody knows."""
        return as_day(self.published)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something a run could not do, in words for its user: German as strings, and in
    another language by ``in_language``."""

    level: Level
    what: str
    why: Message
    remedy: Message = NOTHING

    def __str__(self) -> str:
        return self.in_language("de")

    def in_language(self, language: str) -> str:
        return sentence(self.what, self.why, self.remedy, language)

    @property
    def code(self) -> str:
        """What is wrong, for machines: the key of ``why`` in ``timeline.messages``."""
        return code_of(self.why)

    @classmethod
    def of(cls, level: Level, error: TimelineError) -> Problem:
        """What an error tells, as a problem of the run."""
        return cls(level, error.what, error.why, error.remedy)


# --------------------------------------------------------------------------- the export
class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


_Offset = Annotated[int, Field(ge=0, description="Python string offset in the decoded file")]


class ArticleInfo(_Model):
    """An article as the export names it. Its text stays out, but where it is not the file as
    it stands (taken from HTML, a feed or a table, or with its umlauts composed): nobody could
    count offsets there."""

    id: str
    file: str
    source: str = ""
    title: str = ""
    url: str = ""
    published: Moment | None = None
    published_basis: PublishedBasis = "none"
    published_confidence: _Share = 0.0
    modified: Moment | None = None
    agency: str = ""
    locale: str = "de-DE"
    notes: tuple[str, ...] = ()
    dates: tuple[ArticleDate, ...] = Field(
        default=(),
        description="every date found for the article, the chosen one of each kind first",
    )
    copy_of: str = Field(
        default="", description="id of the article another outlet printed with nearly this text"
    )
    text: str | None = Field(
        default=None,
        description="the text that offsets count in, where it is not the file as it stands",
    )


class EventMention(_Model):
    """One sentence's claim that something happened at some time."""

    id: str
    article: str = Field(description="id of the article")
    file: str
    start_char: _Offset
    end_char: _Offset
    text: str = Field(description="the date expression as written")
    sentence: str = Field(description="the quote: the sentence the expression stands in")
    headline: str = ""
    start: _Start = None
    end: _End = None
    granularity: Granularity
    mod: Mod | None = None
    edtf: str = ""
    timex_type: TimexType | None = None
    timex_value: str = ""
    basis: Basis
    anchor: str = Field(default="", description="what a relative expression was resolved against")
    rule: str = ""
    alternatives: tuple[Alternative, ...] = ()
    modality: Modality = "happened"
    said_by: str = ""
    confidence: _Share = 1.0


class Claim(_Model):
    """What one source says about a detail that sources may tell differently."""

    kind: Literal["date", "number"]
    about: str = Field(description="what is counted or dated, as written")
    value: str
    source: str
    mention: str = Field(description="id of the mention that says it")
    conflict: bool = Field(default=False, description="another source says otherwise")


class Event(_Model):
    """What happened, when, and who says so."""

    id: str
    headline: str
    summary: str = ""
    start: _Start = None
    end: _End = None
    granularity: Granularity
    edtf: str = ""
    mod: Mod | None = None
    modality: Modality = "happened"
    status: Literal["confirmed", "tentative", "cancelled"] = "confirmed"
    date_conflict: bool = Field(default=False, description="sources disagree about the date")
    categories: tuple[str, ...] = ()
    participants: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    importance: _Share = 0.0
    sources: tuple[str, ...] = Field(default=(), description="outlets that report it, sorted")
    independent_sources: int = 0
    revision: int = Field(default=0, ge=0, description="rises whenever the event says more")
    claims: tuple[Claim, ...] = ()
    related: tuple[str, ...] = Field(default=(), description="ids of related events")
    mentions: tuple[EventMention, ...]

    @property
    def dated(self) -> bool:
        """It has a place on an axis."""
        return self.start is not None or self.end is not None


class Unresolved(_Model):
    """A date expression that was seen and could not be given a date."""

    file: str
    start_char: _Offset
    end_char: _Offset
    text: str
    reason: str


class Timeline(_Model):
    """The whole export. Events are sorted by day, of one day by the clock, then id."""

    schema_: Literal["timeline/1"] = Field(default="timeline/1", alias="schema")
    title: str
    language: str = "de"
    timezone: str = "Europe/Berlin"
    articles: tuple[ArticleInfo, ...] = ()
    events: tuple[Event, ...] = ()
    unresolved: tuple[Unresolved, ...] = ()

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)
