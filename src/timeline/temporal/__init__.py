"""Time expressions: recognised by the grammar, resolved to intervals."""

from timeline.temporal.articles import find_expressions
from timeline.temporal.expressions import tag

__all__ = ["find_expressions", "tag"]
