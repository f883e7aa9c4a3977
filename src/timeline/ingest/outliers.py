"""A publication date years after all others: most likely a slip of the pen.

``timeline doctor`` asks the clock what lies in the future. A run that makes files must
not, or the same articles would give other reports next year: it asks the other articles.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from timeline.ingest.published import show
from timeline.messages import say
from timeline.models import Article, Problem, as_day

#: years after the newest date of all other articles
_FAR = 5
#: dated articles beside the one in question; fewer, and nobody can say which is wrong
_WITNESSES = 2


def far_ahead(articles: Sequence[Article]) -> list[Problem]:
    """A warning for the article whose date lies years after those of all others."""
    dated = sorted((_newest(a), i) for i, a in enumerate(articles) if a.published is not None)
    if len(dated) <= _WITNESSES:
        return []
    before, article = dated[-2][0], articles[dated[-1][1]]
    if article.day is None or article.day.year - before.year <= _FAR:
        return []
    why = say("far-ahead", moment=show(article.day), newest=show(before))
    return [Problem("warning", article.file, why, say("far-ahead.check"))]


def _newest(article: Article) -> date:
    """The last day the article is known to have been there."""
    days = [as_day(found.value) for found in article.dates]
    return max([day for day in (*days, article.day) if day is not None], default=date.min)
