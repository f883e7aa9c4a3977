"""Which outlet a mention comes from, and which reports are copies of one text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from timeline.models import Article, EventMention


class Sources:
    """The articles by id, and which of them are copies of one agency text."""

    def __init__(self, articles: Mapping[str, Article]) -> None:
        self.articles = articles

    def name(self, mention: EventMention) -> str:
        """The outlet of a mention, or its file where no outlet is known."""
        article = self.articles.get(mention.article)
        return (article.source if article else "") or mention.file

    def published(self, mention: EventMention) -> date:
        article = self.articles.get(mention.article)
        return (article.day if article else None) or date.min

    def independent(self, mentions: Sequence[EventMention]) -> int:
        """How many outlets speak for themselves: copies of one text count once."""
        names: dict[str, set[str]] = defaultdict(set)
        for mention in mentions:
            names[self.name(mention)].add(self._original(mention.article))
        groups: list[set[str]] = []
        for name in sorted(names):
            alike = [group for group in groups if group & names[name]]
            groups = [group for group in groups if group not in alike]
            groups.append(names[name].union(*alike))
        return len(groups)

    def _original(self, article: str) -> str:
        found = self.articles.get(article)
        return found.copy_of if found and found.copy_of else article

    def place(self, mention: EventMention) -> float:
        """Where in its article a mention stands: 0 at the head, 1 at the end."""
        article = self.articles.get(mention.article)
        return mention.start_char / max(1, len(article.text)) if article else 1.0
