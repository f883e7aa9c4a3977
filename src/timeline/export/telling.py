"""What several writers tell of an event alike: how sure it is, and who reports it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from timeline.export.phrases import book_for
from timeline.export.text import clean_text
from timeline.export.wording import EXACT, interval_words, iso_day, modality_phrase, sources_phrase
from timeline.messages import say
from timeline.models import ArticleInfo, Event, EventMention, Timeline


class Fact(NamedTuple):
    """A few words about an event. ``kind``: its modality, "unsure", "imprecise", "conflict" or
    "sources"."""

    kind: str
    words: str


def deck(timeline: Timeline) -> str:
    """ "12 Ereignisse aus 7 Berichten"."""
    phrases = book_for(timeline.language).phrases
    events, articles = len(timeline.events), len(timeline.articles)
    return phrases["deck"].format(
        events=phrases["event" if events == 1 else "events"].format(n=events),
        articles=phrases["article" if articles == 1 else "articles"].format(n=articles),
    )


def facts(event: Event, language: str) -> list[Fact]:
    """How sure, how precise and, always last, how well sourced an event is."""
    phrases = book_for(language).phrases
    said: list[tuple[str, str]] = [(event.modality, modality_phrase(event.modality, language))]
    # Where only the date is contested, "unconfirmed" would cast doubt on the event itself.
    if event.status == "tentative" and event.modality == "happened" and not event.date_conflict:
        said.append(("unsure", phrases["tentative"]))
    if event.mentions and all(mention.basis == "publication" for mention in event.mentions):
        said.append(("unsure", phrases["report_day"]))
    elif event.granularity not in EXACT or (event.mod == "approx" and event.granularity != "time"):
        said.append(("imprecise", phrases["imprecise"]))
    count = len(event.sources)
    said.append(("sources", sources_phrase(count, event.independent_sources or None, language)))
    return [Fact(kind, phrase[:1].upper() + phrase[1:]) for kind, phrase in said if phrase]


def reports_of(event: Event, articles: Mapping[str, ArticleInfo]) -> list[ArticleInfo]:
    """The event's articles that are listed (by id), each once, in the order of its mentions."""
    ids = dict.fromkeys(mention.article for mention in event.mentions)
    return [articles[id_] for id_ in ids if id_ in articles]


def quoted_mentions(event: Event, most: int) -> list[EventMention]:
    """The mentions to quote: one an article, as what a second sentence adds can wait.

    First those that tell what holds of the event: how it went, before who had announced it.
    """
    chosen: dict[str, EventMention] = {}
    for mention in event.mentions:
        earlier = chosen.setdefault(mention.article, mention)
        if earlier.modality != event.modality == mention.modality:
            chosen[mention.article] = mention
    ordered = sorted(chosen.values(), key=lambda mention: mention.modality != event.modality)
    return ordered[:most]


#: how the claims begin that hold the dates of what was put off, and the words for these dates
_PUT_OFF = {
    "new_date": say("claim.new-date", text=""),
    "former_date": say("claim.former-date", text=""),
}


def dates_put_off(event: Event, language: str = "de") -> dict[str, dict[str, str]]:
    """The new date of what was put off ("new_date") and those it had ("former_date"): the mention
    that names it, and the day in words, else as written."""
    found: dict[str, dict[str, str]] = {}
    for claim in event.claims:
        for name, about in _PUT_OFF.items():
            lead = about.in_language(language)
            if claim.kind == "date" and claim.about.startswith(lead):
                words = claim.about.removeprefix(lead)
                if day := iso_day(claim.value):
                    words = interval_words(day, day, "day", language=language)
                found.setdefault(name, {})[claim.mention] = clean_text(words, 100)
    return found


def put_off_phrases(event: Event, language: str = "de") -> list[str]:
    """ "Neuer Termin: 3. Juli 2024", "Bisheriger Termin: 3. Mai 2024; 5. Juni 2024"."""
    return [
        book_for(language).phrases[name].format(days="; ".join(dict.fromkeys(days.values())))
        for name, days in dates_put_off(event, language).items()
    ]


def summary_beside(event: Event, quotes: Iterable[EventMention], limit: int) -> str:
    """The summary, or "" where it only repeats the headline or one of these quotes."""
    summary = clean_text(event.summary)
    told = [event.headline, *(mention.sentence for mention in quotes)]
    return "" if any(summary in clean_text(text) for text in told) else clean_text(summary, limit)
