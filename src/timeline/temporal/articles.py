"""The time expressions of an article, its page furniture left out.

Parts with dates of their own, the entries of a live blog, are each read as a little article
published at its own moment, so that "heute" and "gestern" mean its day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from timeline.german.words import WEEKDAYS
from timeline.models import Article, Furniture, Moment, TimeExpression, as_day
from timeline.temporal.expressions import tag
from timeline.temporal.text_kind import choose_kind


def find_expressions(article: Article, zone: str = "Europe/Berlin") -> list[TimeExpression]:
    """Every time expression of an article outside its furniture, in order of the text.

    Offsets count in ``article.text``. ``zone``: that of its clock times.
    """
    if not article.sections:
        return _tagged(article, zone)
    found: list[TimeExpression] = []
    for start, end, moment in _parts(article):
        part = replace(
            article,
            text=article.text[start:end],
            published=moment,
            furniture=_inside(article.furniture, start, end),
            sections=(),
        )
        found += (_moved(e, start) for e in find_expressions(part, zone))
    return found


def _tagged(article: Article, zone: str) -> list[TimeExpression]:
    """An article of daily news, or one that tells of years long past as a story.

    What is still to come when an article is published cannot hang on its story: where it names a
    weekday, an hour or a year of that kind, it is read as news.
    """
    day, spans = article.day, _stretches(article)
    news = tag(article.text, day, spans, locale=article.locale, zone=zone)
    if day is None or choose_kind(article.text, day) != "narrative":
        return news
    if any(e.start is not None and as_day(e.start) > day and _is_sure(e) for e in news):
        return news
    return tag(article.text, day, spans, locale=article.locale, kind="narrative", zone=zone)


def _is_sure(expression: TimeExpression) -> bool:
    """Whether a date to come is one whatever the text tells of: „am Freitag“, „um 19 Uhr“."""
    exact = expression.basis == "absolute" or expression.granularity == "time"
    return exact or not WEEKDAYS.keys().isdisjoint(re.findall(r"\w+", expression.text))


def _stretches(article: Article) -> list[tuple[int, int]]:
    """What lies between the pieces of furniture."""
    out, at = [], 0
    for piece in article.furniture:
        if piece.start_char > at:
            out.append((at, piece.start_char))
        at = max(at, piece.end_char)
    if at < len(article.text):
        out.append((at, len(article.text)))
    return out


def _parts(article: Article) -> Iterator[tuple[int, int, Moment | None]]:
    """The sections and what stands between them, in the order of the text."""
    at = 0
    for section in sorted(article.sections, key=lambda s: s.start_char):
        if section.start_char > at:
            yield at, section.start_char, article.published
        yield section.start_char, section.end_char, section.moment
        at = max(at, section.end_char)
    if at < len(article.text):
        yield at, len(article.text), article.published


def _inside(furniture: Sequence[Furniture], start: int, end: int) -> tuple[Furniture, ...]:
    return tuple(
        Furniture(max(f.start_char, start) - start, min(f.end_char, end) - start, f.kind)
        for f in furniture
        if f.start_char < end and f.end_char > start
    )


def _moved(expression: TimeExpression, by: int) -> TimeExpression:
    return replace(
        expression,
        start_char=expression.start_char + by,
        end_char=expression.end_char + by,
        timexes=tuple(
            replace(t, start_char=t.start_char + by, end_char=t.end_char + by)
            for t in expression.timexes
        ),
    )
