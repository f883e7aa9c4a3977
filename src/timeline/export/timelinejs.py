"""The timeline as a TimelineJS document (its JSON format, version 3).

TimelineJS checks little, and what it does not like it drops, draws wrongly or
runs as script. So every value is built here from an allow-list, and the
finished document is checked by ``check`` before anybody gets it.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from html import escape
from typing import Any
from zoneinfo import ZoneInfo

from timeline.errors import ExportError
from timeline.export.icalendar_dates import in_utc
from timeline.export.phrases import book_for
from timeline.export.telling import deck, facts, put_off_phrases, quoted_mentions, summary_beside
from timeline.export.text import clean_text, web_address
from timeline.export.wording import conflict_phrase, display_date, interval_words
from timeline.export.writing import Rendered
from timeline.messages import say
from timeline.models import ArticleInfo, Event, EventMention, Moment, Timeline, as_day

#: A reader follows 20 to 30 slides; above 500 the browser needs seconds and gigabytes.
DEFAULT_SLIDES, MOST_SLIDES = 25, 500
FILE = "timeline.timelinejs.json"
#: TimelineJS hides markers when it has to draw more rows than this.
MOST_GROUPS = 6
#: The title slide's id; no event gets it.
TITLE_ID = "title"

_HEADLINE, _QUOTE, _QUOTES_PER_SLIDE = 200, 300, 2


def render(timeline: Timeline) -> Rendered:
    """``timeline.timelinejs.json``, unless no event is dated; the notes say what it leaves out."""
    events = len(timeline.events)
    dated = sum(event.dated for event in timeline.events)
    if not dated:
        return Rendered({}, (say("slides.none"),))
    notes = []
    if dated < events:
        notes.append(say("slides.undated", count=events - dated, events=events))
    if dated > MOST_SLIDES:
        notes.append(
            say("slides.limit", count=dated - MOST_SLIDES, events=events, most=MOST_SLIDES)
        )
    # who embeds TimelineJS by themselves has no list of all events beside it
    return Rendered({FILE: to_bytes(to_timelinejs(timeline, MOST_SLIDES))}, tuple(notes))


def to_timelinejs(timeline: Timeline, limit: int = DEFAULT_SLIDES) -> dict[str, Any]:
    """A TimelineJS document with a title slide and the ``limit`` most important events.

    Events without any date have no place on an axis and are never slides.

    Raises:
        ExportError: no event has a date, ``limit`` is not between 1 and 500, or
            an event cannot be drawn as it is (its end lies before its start).
    """
    if not 1 <= limit <= MOST_SLIDES:
        raise ExportError(
            "timelinejs",
            say("slides.count", count=limit),
            say("slides.choose", most=MOST_SLIDES),
        )
    events = choose(timeline.events, limit)
    if not events:
        raise ExportError(
            "timelinejs",
            say("slides.no-dated"),
            say("slides.give-date"),
        )
    articles = {article.id: article for article in timeline.articles}
    zone = _zone(timeline.timezone)
    ids = slide_ids(timeline.events)
    group_of = _groups(events)
    slides = []
    for event in events:
        slide: dict[str, Any] = {
            "unique_id": ids[event.id],
            **_dates(event, zone),
            "display_date": _twice(display_date(event, timeline.language)),
            "text": {
                "headline": escape(clean_text(event.headline, _HEADLINE)),
                "text": _text(event, articles, timeline.language),
            },
            "autolink": False,
        }
        if group := group_of(event):
            slide["group"] = _twice(group)
        slides.append(slide)
    document = {"scale": "human", "title": _title(timeline, len(slides)), "events": slides}
    check(document)
    return document


def to_bytes(document: dict[str, Any]) -> bytes:
    """The document as UTF-8 JSON, one line break at the end."""
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def choose(events: Iterable[Event], limit: int) -> list[Event]:
    """The most important dated events, in the order of their dates."""
    dated = [event for event in events if event.dated]
    first = sorted(dated, key=lambda event: (-event.importance, *_when(event)))[:limit]
    return sorted(first, key=_when)


def slide_ids(events: Sequence[Event]) -> dict[str, str]:
    """Event id → slide id: ASCII letters, digits and hyphens, no two alike.

    A slide's id becomes an element id and, as ``#event-…``, its deep link.
    """
    ids: dict[str, str] = {}
    taken = {TITLE_ID}
    for event in events:
        plain = re.sub(r"[^a-z0-9]+", "-", event.id.lower()).strip("-") or "event"
        name, n = plain, 2
        while name in taken:
            name, n = f"{plain}-{n}", n + 1
        taken.add(name)
        ids[event.id] = name
    return ids


# --------------------------------------------------------------------------- parts of a slide
def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (OSError, ValueError, KeyError) as error:  # no such file, no such key, not even a name
        what = f"timelinejs: {clean_text(name, 60)}"
        raise ExportError(what, say("zone.unknown"), say("zone.example")) from error


def _when(event: Event) -> tuple[str, str, str]:
    start, end = event.start or event.end, event.end or event.start
    return (start.isoformat() if start else "", end.isoformat() if end else "", event.id)


def _dates(event: Event, zone: ZoneInfo) -> dict[str, dict[str, int | str]]:
    """start_date and, for spans, end_date with the same keys; open sides become points,
    as does a span whose end would be drawn before its start."""
    start, end = event.start or event.end, event.end or event.start
    assert start is not None  # ``choose`` took only events with a date
    assert end is not None
    timed = isinstance(start, datetime) or isinstance(end, datetime)
    dates = {"start_date": _date(start, zone, timed)}
    if end != start:
        dates["end_date"] = _date(end, zone, timed)
        # TimelineJS knows clocks but no zones: in the hour that comes twice a later moment may
        # show an earlier clock. A day without a clock is drawn at its first minute.
        backwards = _moment(dates["end_date"]) < _moment(dates["start_date"])
        if backwards and _in_order(start, end, zone):
            del dates["end_date"]
    return dates


def _in_order(start: Moment, end: Moment, zone: ZoneInfo) -> bool:
    if isinstance(start, datetime) and isinstance(end, datetime):
        return in_utc(start, zone) <= in_utc(end, zone)
    return as_day(start) <= as_day(end)


def _date(at: Moment, zone: ZoneInfo, timed: bool) -> dict[str, int | str]:
    if isinstance(at, datetime) and at.tzinfo:
        at = at.astimezone(zone)
    fields: dict[str, int | str] = {"year": at.year, "month": at.month, "day": at.day}
    if timed:
        # Strings, since TimelineJS takes the number 0 for "no time": midnight would vanish.
        # An end without a clock carries empty ones, or its date would be dropped.
        fields["hour"] = str(at.hour) if isinstance(at, datetime) else ""
        fields["minute"] = str(at.minute) if isinstance(at, datetime) else ""
    return fields


def _groups(events: Sequence[Event]) -> Callable[[Event], str]:
    """By topic, else by outlet, where that makes two to six rows; else no rows at all."""

    def topic(event: Event) -> str:
        return clean_text(event.categories[0], 40) if event.categories else ""

    def outlet(event: Event) -> str:
        # Where outlets tell the same events, rows would tear apart what belongs together.
        return clean_text(event.sources[0], 40) if len(event.sources) == 1 else ""

    for group in (topic, outlet):
        sizes = Counter(map(group, events))
        # A row for every single event would only repeat the axis.
        if "" not in sizes and 2 <= len(sizes) <= MOST_GROUPS and len(events) >= 2 * len(sizes):
            return group
    return lambda event: ""


def _title(timeline: Timeline, shown: int) -> dict[str, Any]:
    text = f"{deck(timeline)}."
    if shown < len(timeline.events):
        text += " " + book_for(timeline.language).phrases["chosen"].format(n=shown)
    return {
        "unique_id": TITLE_ID,
        "text": {
            "headline": escape(clean_text(timeline.title, _HEADLINE)),
            "text": f"<p>{escape(text)}</p>",
        },
        "autolink": False,
    }


def _text(event: Event, articles: dict[str, ArticleInfo], language: str) -> str:
    phrases = book_for(language).phrases
    said = "; ".join(fact.words for fact in facts(event, language))
    html = [f"<p><em>{escape(said)}</em></p>"]
    if conflict := conflict_phrase(event, language):
        html.append(f"<p><strong>{escape(conflict)}</strong></p>")
    html += [f"<p>{escape(words)}</p>" for words in put_off_phrases(event, language)]
    shown = quoted_mentions(event, _QUOTES_PER_SLIDE)
    if summary := summary_beside(event, shown, 2 * _QUOTE):
        html.append(f"<p>{escape(summary)}</p>")
    for mention in shown:
        html.append(f"<blockquote>{escape(clean_text(mention.sentence, _QUOTE))}</blockquote>")
        html.append(f"<p>{_source(mention, articles, language)}</p>")
    if more := len(event.mentions) - len(shown):
        html.append(f"<p>{phrases['more_one' if more == 1 else 'more'].format(n=more)}</p>")
    return "".join(html)


def _source(mention: EventMention, articles: dict[str, ArticleInfo], language: str) -> str:
    """ "Outlet, 1. November 2024: title", the title (or the outlet) as a link."""
    phrases = book_for(language).phrases
    article = articles.get(mention.article)
    if article is None:
        return escape(clean_text(mention.file, 200))
    outlet = escape(clean_text(article.source, 100) or phrases["unknown_source"])
    if article.published is not None:
        day = interval_words(article.published, article.published, "day", language=language)
        if article.published_basis == "inferred":
            day = phrases["published_inferred"].format(day=day)
        outlet = f"{outlet}, {escape(day)}"
    title, url = escape(clean_text(article.title, 150)), web_address(article.url)
    link = f'<a href="{escape(url)}">{title or outlet}</a>' if url else title
    return f"{outlet}: {link}" if title else link or outlet


def _twice(text: str) -> str:
    """For the two fields that TimelineJS unescapes once before it writes them as HTML."""
    return escape(escape(text))


# --------------------------------------------------------------------------- the check
_TAGS = re.compile(r'</?(?:p|em|strong|blockquote)>|<a href="https?://[^"<>\s]+">|</a>')
_FIELDS = {"unique_id", "start_date", "end_date", "display_date", "group", "text", "autolink"}


def check(document: dict[str, Any]) -> None:
    """Refuses a document that TimelineJS would drop, draw wrongly or run as script.

    Raises:
        ExportError: names the slide and what is wrong with it.
    """
    if set(document) != {"scale", "title", "events"} or document["scale"] != "human":
        raise _faulty('a document has "scale": "human", "title" and "events"')
    if not document["events"]:
        raise _faulty("a document needs at least one event")
    seen: set[str] = set()
    for slide in (document["title"], *document["events"]):
        name = slide.get("unique_id")
        problems = _problems(slide, is_title=slide is document["title"])
        if name in seen:
            problems.append("its id is taken")
        if problems:
            raise _faulty(f"slide {name!r}: " + "; ".join(problems))
        seen.add(str(name))
    groups = {slide["group"] for slide in document["events"] if "group" in slide}
    if len(groups) > MOST_GROUPS:
        raise _faulty(f"{len(groups)} groups; TimelineJS hides markers above six")


def _faulty(reasons: str) -> ExportError:
    """``reasons`` are for who mends the program, and English."""
    return ExportError("timelinejs", say("slides.faulty", reasons=reasons), say("slides.report"))


def _problems(slide: dict[str, Any], is_title: bool) -> list[str]:
    found = []
    if unknown := set(slide) - (_FIELDS if not is_title else {"unique_id", "text", "autolink"}):
        found.append(f"unexpected fields {sorted(unknown)}")
    if not re.fullmatch(r"[a-z0-9-]+", str(slide.get("unique_id"))):
        found.append("its id is not made of a-z, 0-9 and -")
    if slide.get("autolink") is not False:
        found.append("autolink is not off")
    for field, text in slide.get("text", {}).items():
        if re.search("[<>]", _TAGS.sub("", text)) or (field == "headline" and "<" in text):
            found.append(f"{field} holds markup that is not allowed")
    if is_title:
        return found
    for field in ("display_date", "group"):
        if field in slide and re.search("[<>\"']|&(?!amp;)", slide[field]):
            found.append(f"{field} is not escaped twice")
    if not slide.get("display_date"):
        found.append("it has no display_date")
    return found + _date_problems(slide)


def _date_problems(slide: dict[str, Any]) -> list[str]:
    start, end = slide.get("start_date"), slide.get("end_date")
    if not start:
        return ["it has no start_date"]
    if "end_date" in slide and (not end or set(end) != set(start)):
        return ["end_date and start_date have different fields"]
    try:
        moments = [_moment(fields) for fields in (start, end) if fields]
    except (ValueError, KeyError, TypeError) as error:
        return [f"a date does not exist: {error}"]
    if len(moments) == 2 and moments[1] < moments[0]:
        return ["it ends before it starts"]
    return []


def _moment(fields: dict[str, int | str]) -> datetime:
    """The date that the fields name. Raises ValueError where there is none."""
    if extra := set(fields) - {"year", "month", "day", "hour", "minute"}:
        raise ValueError(f"unexpected {sorted(extra)}")
    day = date(*(int(fields[name]) for name in ("year", "month", "day")))
    clock = [fields.get(name, "") for name in ("hour", "minute")]
    if not all(isinstance(value, str) for value in clock):
        raise ValueError("hour and minute are strings")
    hour, minute = (int(value or 0) for value in clock)
    return datetime(day.year, day.month, day.day, hour, minute)
