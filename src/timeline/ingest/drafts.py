"""An article on its way to the later steps."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.models import Article


@dataclass(frozen=True, slots=True)
class Draft:
    """An article with what only this room needs to know of it.

    ``asked`` is the id it asks for. ``key`` is the same for all versions of one
    article, "" where nothing names it. ``retracted``: taken back by its publisher.
    """

    article: Article
    asked: str = ""
    key: str = ""
    retracted: bool = False
    encoding: str = ""
