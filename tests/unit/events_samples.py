"""Invented articles with dated sentences for the tests of mentions, headlines and merging."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from timeline.events import find_mentions
from timeline.models import (
    Article,
    EventMention,
    Granularity,
    Moment,
    TimeExpression,
    Unresolved,
)  # fmt: skip

TODAY = date(2024, 6, 20)


def article(id_: str, text: str, **changes: Any) -> Article:
    values: dict[str, Any] = {
        "file": f"{id_}.txt",
        "source": f"Bote {id_}",
        "title": "",
        "published": TODAY,
        "published_basis": "metadata",
        "published_confidence": 1.0,
    }
    return Article(id=id_, text=text, **(values | changes))


def when(
    of: Article,
    text: str,
    start: Moment | None,
    end: Moment | None = None,
    granularity: Granularity = "day",
    **changes: Any,
) -> TimeExpression:
    """The first place of ``text`` in the article, as the tagger would give it."""
    at = of.text.index(text)
    return TimeExpression(
        start_char=at,
        end_char=at + len(text),
        text=text,
        rule="test",
        granularity=granularity,
        start=start,
        end=end or start,
        **changes,
    )


def mentions(of: Article, *expressions: TimeExpression) -> list[EventMention]:
    return find_mentions(of, expressions)[0]


def undated(of: Article, *expressions: TimeExpression) -> list[Unresolved]:
    return find_mentions(of, expressions)[1]


def headline_of(sentence: str, expression: str, before: str = "", **changes: Any) -> str:
    """The headline of a sentence with one date, a week after publication."""
    text = f"{before}\n{sentence}" if before else sentence
    told = article("a", text, **changes)
    at = text.index(expression, len(before))
    day = TODAY + timedelta(days=7)
    dated = TimeExpression(at, at + len(expression), expression, "test", "day", day, day)
    return mentions(told, dated)[0].headline


def ids(found: Iterable[EventMention]) -> list[str]:
    return [mention.id for mention in found]
