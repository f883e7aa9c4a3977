"""What the page shows, in its words and order: the models made ready for the template.

Every text is cleaned here and escaped by the template. Nothing here knows HTML.
"""

from __future__ import annotations

import base64
import tomllib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import groupby
from pathlib import Path
from typing import Any

from timeline.export.icalendar_export import calendar_head, event_calendars
from timeline.export.phrases import book_for
from timeline.export.rules import rule_phrase
from timeline.export.stories import Story, stories
from timeline.export.telling import (
    Fact,
    dates_put_off,
    deck,
    facts,
    quoted_mentions,
    summary_beside,
)
from timeline.export.text import clean_text, web_address
from timeline.export.timelinejs import slide_ids
from timeline.export.wording import (
    basis_phrase,
    conflict_phrase,
    display_date,
    interval_words,
    quoted,
)
from timeline.messages import base_language
from timeline.models import ArticleInfo, Event, EventMention, Moment, Timeline, as_day

_WORDS = Path(__file__).with_name("assets") / "page.toml"
_LINE, _PASSAGE, _QUOTES = 300, 1000, 3
#: So sure, or less, a date is shown with what else it could be. Above, another reading is only
#: what grammar allows of any weekday („wäre es angekündigt“).
_DOUBTFUL = 0.8


def page_words(language: str) -> dict[str, str]:
    """The page's own words in a language, as page.toml has them."""
    return _page_words()[base_language(language)]


@cache
def _page_words() -> dict[str, dict[str, str]]:
    return tomllib.loads(_WORDS.read_text("utf-8"))


@dataclass(frozen=True, slots=True)
class _Source:
    name: str
    title: str
    url: str
    day: str
    day_iso: str
    file: str
    basis: str
    inferred: bool
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Mention:
    """A passage: the sentence around the marked expression, and how it was read."""

    before: str
    marked: str
    after: str
    article: _Source
    basis: str
    when: str
    said_by: str
    file: str
    characters: str
    rule: str
    confidence: str
    alternatives: tuple[dict[str, str], ...]
    quoted: bool


@dataclass(frozen=True, slots=True)
class _Moved:
    """What was put off: in words before and behind these dates, each with the anchor of its event
    ("" where that is left out)."""

    before: str
    after: str
    days: tuple[tuple[str, str], ...]


class View:
    """The models in the words and order of the page."""

    def __init__(self, timeline: Timeline) -> None:
        self.timeline = timeline
        self.language = base_language(timeline.language)
        self.words = page_words(timeline.language)
        self.names = slide_ids(timeline.events)
        self.anchors = {key: f"event-{name}" for key, name in self.names.items()}
        self.articles = {article.id: article for article in timeline.articles}
        events = timeline.events
        self.sources = _numbered(source for event in events for source in event.sources)
        counts = Counter(topic for event in events for topic in set(event.categories))
        # A topic of a single event is no choice, only noise in the menu.
        self.topics = _numbered(topic for topic, count in counts.items() if count > 1)
        self._sources: dict[str, _Source] = {}

    @cached_property
    def stories(self) -> list[Story]:
        """The stories of the timeline, as only the page has them: they wait until asked for."""
        return stories(self.timeline)

    @cached_property
    def entries(self) -> dict[str, bytes]:
        """A calendar for each event. Only the page has them, so they wait until asked for."""
        return event_calendars(self.timeline)

    def title(self) -> str:
        return clean_text(self.timeline.title, _LINE)

    def deck(self) -> str:
        """ "12 Ereignisse aus 7 Berichten, 4 Quellen"."""
        told = deck(self.timeline)
        outlets = len({article.source for article in self.timeline.articles if article.source})
        key = "sources_count_one" if outlets == 1 else "sources_count"
        return f"{told}, {self.words[key].format(n=outlets)}" if outlets else told

    def years(self, *, whole: bool = False) -> list[dict[str, Any]]:
        """The events under their years, in the order of the timeline; ``whole``: as on the page."""
        shown = self.whole_event if whole else self.event
        return [
            {"name": name, "unseen": unseen, "events": [shown(event) for event in events]}
            for (name, unseen), events in groupby(self.timeline.events, key=self.year)
        ]

    def year(self, event: Event) -> tuple[str, bool]:
        """The year an event stands under, and whether the eye can do without it.

        What is coarser than a year, or only near one, stands under its own date.
        """
        at = event.start or event.end
        if at is None:
            return self.words["undated"], False
        blurred = event.mod == "approx" and event.granularity not in ("time", "day", "month")
        if event.granularity in ("decade", "century") or blurred:
            return display_date(event, self.language), True
        return str(at.year), False

    def event(self, event: Event) -> dict[str, Any]:
        shown = quoted_mentions(event, _QUOTES)
        return {
            "anchor": self.anchors[event.id],
            "headline": clean_text(event.headline, _LINE),
            "summary": summary_beside(event, shown, _PASSAGE),
            "when": display_date(event, self.language),
            "datetime": _machine(event),
            "badges": self.badges(event),
            "conflict": conflict_phrase(event, self.language),
            "moved": self.moved(event),
            "sources": _numbers(event.sources, self.sources),
            "topics": _numbers(event.categories, self.topics),
            "certainty": " ".join(certainty(event)),
            "quotes": [self.mention(mention, True) for mention in shown],
        }

    def whole_event(self, event: Event) -> dict[str, Any]:
        """The event with its calendar and every report of it, as only the page has it."""
        shown = quoted_mentions(event, _QUOTES)
        calendar = self.entries.get(event.id)
        return {
            **self.event(event),
            "stories": self.stories_of(event),
            "calendar": _CALENDAR_DATA + _base64(calendar) if calendar else "",
            "mentions": [self.mention(mention, mention in shown) for mention in event.mentions],
        }

    def stories_of(self, event: Event) -> str:
        """The numbers of its stories; the last number is for those of no story."""
        articles = {mention.article for mention in event.mentions}
        numbers = [n for n, story in enumerate(self.stories) if articles & story.articles]
        return " ".join(map(str, numbers or [len(self.stories)]))

    def badges(self, event: Event) -> list[Fact]:
        # The date itself says "Juni 2024" or "um 1850": no badge need repeat that.
        badges = [fact for fact in facts(event, self.language) if fact.kind != "imprecise"]
        if conflict_phrase(event, self.language):
            badges.insert(-1, Fact("conflict", self.words["conflict"]))
        return badges

    def moved(self, event: Event) -> list[_Moved]:
        """The new date of what was put off, and the ones it had before."""
        shown = []
        for name, said in dates_put_off(event, self.language).items():
            days: dict[tuple[str, str], None] = {}
            for id_, words in said.items():
                mention, anchor = self._told.get(id_, (None, ""))
                days[display_date(mention, self.language) if mention else words, anchor] = None
            before, _, after = book_for(self.language).phrases[name].partition("{days}")
            shown.append(_Moved(before, after, tuple(days)))
        return shown

    @cached_property
    def _told(self) -> dict[str, tuple[EventMention, str]]:
        """The mentions by id, each with the anchor of its event."""
        return {
            mention.id: (mention, self.anchors[event.id])
            for event in self.timeline.events
            for mention in event.mentions
        }

    def mention(self, mention: EventMention, quoted_above: bool) -> _Mention:
        sentence = clean_text(mention.sentence, _PASSAGE)
        before, marked, after = sentence.partition(clean_text(mention.text) or "\0")
        confidence = f"{mention.confidence:.0%}".replace(
            "%", " %" if self.language == "de" else "%"
        )
        return _Mention(
            before=before,
            marked=marked,
            after=after,
            article=self.article_of(mention),
            basis=basis_phrase(mention, self.language),
            when=display_date(mention, self.language),
            said_by=clean_text(mention.said_by, _LINE),
            file=clean_text(mention.file, _LINE),
            characters=self.characters(mention.start_char, mention.end_char),
            rule=clean_text(rule_phrase(mention.rule, self.language), _LINE),
            confidence=confidence if mention.confidence < 1 else "",
            alternatives=tuple(
                {
                    "when": interval_words(other.start, other.end, language=self.language)
                    if other.start or other.end
                    else "",
                    "why": clean_text(other.why, _LINE),
                }
                for other in mention.alternatives
                if mention.confidence <= _DOUBTFUL or not (other.start or other.end)
            ),
            quoted=quoted_above,
        )

    def article_of(self, mention: EventMention) -> _Source:
        """The article of a mention; the same for all mentions of one."""
        key = mention.article
        if key not in self.articles:
            return self.article(None, mention.file)
        if key not in self._sources:
            self._sources[key] = self.article(self.articles[key])
        return self._sources[key]

    def article(self, article: ArticleInfo | None, file: str = "") -> _Source:
        if article is None:  # a mention whose article is not listed still names its file
            name = clean_text(file, _LINE)
            return _Source(name, "", "", "", "", name, "", False, ())
        at = article.published
        return _Source(
            name=clean_text(article.source, _LINE) or self.words["unknown_source"],
            title=clean_text(article.title, _LINE),
            url=web_address(article.url),
            day=interval_words(at, at, "day", language=self.language) if at else "",
            day_iso=_day(at) if at else "",
            file=clean_text(article.file, _LINE),
            basis=self.words[f"basis_{article.published_basis}"],
            inferred=article.published_basis == "inferred",
            notes=tuple(clean_text(note, _PASSAGE) for note in article.notes),
        )

    def unresolved(self) -> list[dict[str, str]]:
        return [
            {
                "text": quoted(item.text, self.language),
                "reason": clean_text(item.reason, _PASSAGE),
                "file": clean_text(item.file, _LINE),
                "characters": self.characters(item.start_char, item.end_char),
            }
            for item in self.timeline.unresolved
        ]

    def characters(self, start: int, end: int) -> str:
        return self.words["characters"].format(start=start, end=end)

    def filters(self) -> list[dict[str, Any]]:
        """The menus above the list: those that leave a choice. None for a single event."""
        if len(self.timeline.events) < 2:
            return []
        levels = {level for event in self.timeline.events for level in certainty(event)}
        menus = {
            "stories": self.story_options(),
            "sources": [(f"{number}", name) for name, number in self.sources.items()],
            "topics": [(f"{number}", name) for name, number in self.topics.items()],
            "certainty": [(level, self.words[level]) for level in CERTAINTY if level in levels],
        }
        return [
            {
                "name": name,
                "label": self.words[f"{name}_label"],
                "all": self.words[f"{name}_all"],
                "options": [{"value": value, "words": words} for value, words in options],
            }
            for name, options in menus.items()
            if len(options) > 1
        ]

    def story_options(self) -> list[tuple[str, str]]:
        """The stories by name, and behind them what belongs to none."""
        named = [
            (f"{n}", self.words["story"].format(name=story.name, n=len(story.articles)))
            for n, story in enumerate(self.stories)
        ]
        rest = f"{len(named)}"
        if named and any(self.stories_of(event) == rest for event in self.timeline.events):
            named.append((rest, self.words["stories_rest"]))
        return named

    def calendar_head(self) -> str:
        """What a calendar of some of the events starts with, for list.js."""
        return _base64(calendar_head(self.timeline))

    def calendars(self, files: Sequence[str]) -> list[dict[str, str]]:
        """Links to the calendar files, named by what is in them."""
        links = []
        for file in files:
            part = file.removeprefix("timeline").removesuffix(".ics").strip("-")
            words = self.words["calendar_part"].format(part=part.replace("-", " "))
            named = {"": self.words["calendar"], "periods": self.words["periods"]}
            links.append({"file": file, "words": named.get(part, words)})
        return links

    def start(self, timelinejs: dict[str, Any]) -> str | None:
        """The slide the view opens on: the most important one, as the title stands above it."""
        slides = {slide["unique_id"] for slide in timelinejs["events"]}
        shown = [event for event in self.timeline.events if self.names[event.id] in slides]
        top = max(shown, key=lambda event: event.importance, default=None)
        return self.names[top.id] if top else None


#: The choices of the menu, in its order; an event may be of several kinds.
CERTAINTY = ("settled", "several", "ahead", "doubtful", "off")


def certainty(event: Event) -> list[str]:
    """Which of ``CERTAINTY`` the event belongs to, for the filter."""
    reported = bool(event.mentions) and all(m.basis == "publication" for m in event.mentions)
    contested = event.date_conflict or any(claim.conflict for claim in event.claims)
    off = event.status == "cancelled" or event.modality in ("cancelled", "postponed")
    doubtful = event.status == "tentative" or event.modality == "denied" or contested or reported
    ahead = event.modality in ("planned", "possible")
    found = {
        "settled": not (off or doubtful or ahead),
        "several": event.independent_sources > 1,
        "ahead": ahead,
        "doubtful": doubtful,
        "off": off,
    }
    return [level for level in CERTAINTY if found[level]]


_CALENDAR_DATA = "data:text/calendar;charset=utf-8;base64,"


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _numbered(names: Iterable[str]) -> dict[str, int]:
    """Cleaned names in the order of the alphabet, each with a number the page refers to it by."""
    cleaned = {clean_text(name, _LINE) for name in names} - {""}
    ordered = sorted(cleaned, key=lambda name: (name.casefold(), name))
    return {name: number for number, name in enumerate(ordered)}


def _numbers(names: Iterable[str], known: dict[str, int]) -> str:
    numbers = dict.fromkeys(known.get(clean_text(name, _LINE)) for name in names)
    return " ".join(f"{number}" for number in numbers if number is not None)


def _day(at: Moment) -> str:
    return as_day(at).isoformat()


def _machine(event: Event) -> str:
    """The value of ``<time datetime>``, as coarse as what is known; "" where HTML has none."""
    at = event.start or event.end
    if at is None:
        return ""
    day = _day(at)
    year, week, _ = at.isocalendar()
    match event.granularity:
        case "time":
            return at.isoformat()
        case "week" if event.mod is None:
            return f"{year:04}-W{week:02}"
        case "month":
            return day[:7]
        case "quarter" | "season" | "year" | "decade" | "century":
            return day[:4]
        case _:
            return day
