"""Articles whose parts have dates of their own: the entries of a live blog.

Each part is read as a little article published at its own moment, so that its
"heute" and "gestern" mean its day; offsets come back as those of the whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from timeline.models import Article, Furniture, Moment, TimeExpression
from timeline.temporal.expressions import find_expressions


def find_in_sections(article: Article, zone: str) -> Sequence[TimeExpression]:
    """The time expressions of an article, each part resolved against its own date."""
    if not article.sections:
        return find_expressions(article, zone)
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
