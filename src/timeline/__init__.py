"""Timelines from German news articles.

    >>> import timeline
    >>> run = timeline.build(["articles"], timeline.Settings(title="Probe"))
    >>> run.timeline.title
    'Probe'

The names below are the public ones. They are imported when first used: half of
the commands need none of the exports.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    __version__: str
    from timeline.errors import ArticleError, ExportError, TimelineError, UsageError
    from timeline.events import Selection
    from timeline.ingest import Options, Paths, iter_articles, read_articles
    from timeline.messages import Message
    from timeline.models import (
        Alternative,
        Article,
        ArticleDate,
        ArticleInfo,
        Claim,
        Event,
        EventMention,
        Furniture,
        Moment,
        Problem,
        Section,
        TimeExpression,
        Timeline,
        Timex,
        Unresolved,
    )
    from timeline.pipeline import Run, Settings, assemble, build, render, write
    from timeline.store import continued
    from timeline.temporal import find_expressions, tag

__all__ = [
    "Alternative",
    "Article",
    "ArticleDate",
    "ArticleError",
    "ArticleInfo",
    "Claim",
    "Event",
    "EventMention",
    "ExportError",
    "Furniture",
    "Message",
    "Moment",
    "Options",
    "Paths",
    "Problem",
    "Run",
    "Section",
    "Selection",
    "Settings",
    "TimeExpression",
    "Timeline",
    "TimelineError",
    "Timex",
    "Unresolved",
    "UsageError",
    "__version__",
    "assemble",
    "build",
    "continued",
    "find_expressions",
    "iter_articles",
    "read_articles",
    "render",
    "tag",
    "write",
]

_HOMES = {
    "timeline.errors": ("ArticleError", "ExportError", "TimelineError", "UsageError"),
    "timeline.events": ("Selection",),
    "timeline.ingest": ("Options", "Paths", "iter_articles", "read_articles"),
    "timeline.messages": ("Message",),
    "timeline.models": (
        "Alternative",
        "Article",
        "ArticleDate",
        "ArticleInfo",
        "Claim",
        "Event",
        "EventMention",
        "Furniture",
        "Moment",
        "Problem",
        "Section",
        "TimeExpression",
        "Timeline",
        "Timex",
        "Unresolved",
    ),
    "timeline.pipeline": ("Run", "Settings", "assemble", "build", "render", "write"),
    "timeline.store": ("continued",),
    "timeline.temporal": ("find_expressions", "tag"),
}


def __getattr__(name: str) -> Any:
    if name == "__version__":
        return import_module("importlib.metadata").version("timeline")
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(home), name)
    raise AttributeError(f"module 'timeline' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
