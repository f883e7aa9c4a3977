"""Title and description of a calendar entry: plain text, cleaned, of bounded length."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from timeline.export.icalendar_dates import Place
from timeline.export.phrases import book_for
from timeline.export.telling import put_off_phrases
from timeline.export.text import clean_text, web_address
from timeline.export.wording import (
    basis_phrase,
    conflict_phrase,
    display_date,
    interval_words,
    modality_phrase,
    quoted,
    sources_phrase,
)
from timeline.models import ArticleInfo, Event, EventMention

_TITLE, _DESCRIPTION = 250, 4000  # characters


def title(event: Event, place: Place, language: str) -> str:
    """The headline after what the days do not tell, and before what is not sure about it."""
    phrases = book_for(language).phrases
    headline = clean_text(event.headline) or clean_text(event.summary) or phrases["untitled"]
    words = f"{display_date(event, language)}: " if place.in_words else ""
    if event.mentions and all(mention.basis == "publication" for mention in event.mentions):
        words += phrases["dated_by_report"].format(headline="")
    notes = [modality_phrase(event.modality, language)]
    if event.date_conflict:
        notes.append(phrases["date_contested"])
    told = ", ".join(filter(None, notes))
    tail = phrases["with_notes"].format(headline="", notes=told) if told else ""
    return words + clean_text(headline, _TITLE - len(words) - len(tail)) + tail


def description(
    event: Event, place: Place, articles: Mapping[str, ArticleInfo], language: str
) -> str:
    """Plain text of at most 4,000 characters: what, when, what is uncertain, and every report.

    Where it gets too long, quotes are shortened first, then left out; a report
    that still does not fit is counted.
    """
    phrases = book_for(language).phrases
    summary = clean_text(event.summary, 600)
    head = [summary] if summary and summary != clean_text(event.headline, 600) else []
    modality = modality_phrase(event.modality, language)
    words = phrases["when"].format(words=display_date(event, language))
    head.append(f"{words} ({modality})" if modality else words)
    if place.stands_in:
        day = interval_words(place.start, place.start, "day", language=language)
        head.append(phrases["stands_in"].format(day=day))
    if place.end_unknown:
        head.append(phrases["end_unknown"])
    head.append(clean_text(conflict_phrase(event, language), 800))
    head += [clean_text(words, 300) for words in put_off_phrases(event, language)]
    by_article: dict[str, list[EventMention]] = {}
    for mention in event.mentions:
        by_article.setdefault(mention.article, []).append(mention)
    count = len(event.sources) or len(by_article)
    head.append(sources_phrase(count, event.independent_sources or None, language) + ":")
    head = [line for line in head if line]

    text = ""
    for quote_limit in (500, 200, 80, 0):
        blocks = [
            _report(articles.get(id_), mentions, quote_limit, language)
            for id_, mentions in by_article.items()
        ]
        text = "\n".join([*head, *blocks])
        if len(text) <= _DESCRIPTION:
            return text
    text, missing = "\n".join(head), 0
    for block in blocks:
        if len(text) + 1 + len(block) <= _DESCRIPTION - 80:
            text += "\n" + block
        else:
            missing += 1
    return text + "\n" + phrases["more_reports"].format(n=missing)


def _report(
    article: ArticleInfo | None,
    mentions: Sequence[EventMention],
    quote_limit: int,
    language: str,
) -> str:
    """Outlet and date, then quotes with the basis of their dates, then the link."""
    phrases = book_for(language).phrases
    names = (article.source, article.title, article.file) if article else (mentions[0].file,)
    name = next(filter(None, (clean_text(text, 100) for text in names)), "?")
    published = article.published if article else None
    when = interval_words(published, published, "day", language=language)
    if article and article.published_basis == "inferred":
        when = phrases["published_inferred"].format(day=when)
    lines = [f"– {name}, {when}"]
    for mention in mentions if quote_limit else ():
        basis = [basis_phrase(mention, language)]
        for other in mention.alternatives[:3]:
            told = interval_words(other.start, other.end, language=language)
            basis.append(phrases["also_possible"].format(words=told))
        quote = quoted(mention.sentence, language, quote_limit)
        lines.append(f"{quote} ({'; '.join(basis)})")
    if url := web_address(article.url) if article else "":
        lines.append(url)
    return "\n".join(lines)
