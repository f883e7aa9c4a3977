"""Timelines from German news articles.

    >>> from pathlib import Path
    >>> import timeline
    >>> run = timeline.build([Path("articles")], timeline.Settings(title="Probe"))
    >>> run.timeline.title
    'Probe'

The names below are the public ones. They are imported when first used: half of
the commands need none of the exports.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from timeline.errors import ArticleError, ExportError, TimelineError, UsageError
    from timeline.models import Article, Event, EventMention, TimeExpression, Timeline
    from timeline.pipeline import Settings, assemble, build, render, write
    from timeline.temporal import find_expressions, tag

__all__ = [
    "Article",
    "ArticleError",
    "Event",
    "EventMention",
    "ExportError",
    "Settings",
    "TimeExpression",
    "Timeline",
    "TimelineError",
    "UsageError",
    "assemble",
    "build",
    "find_expressions",
    "render",
    "tag",
    "write",
]

_HOMES = {
    "timeline.errors": ("ArticleError", "ExportError", "TimelineError", "UsageError"),
    "timeline.models": ("Article", "Event", "EventMention", "TimeExpression", "Timeline"),
    "timeline.pipeline": ("Settings", "assemble", "build", "render", "write"),
    "timeline.temporal": ("find_expressions", "tag"),
}


def __getattr__(name: str) -> Any:
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(home), name)
    raise AttributeError(f"module 'timeline' has no attribute {name!r}")
