"""Time expressions: recognised by the grammar, resolved to intervals."""

from timeline.temporal.expressions import find_expressions, tag

__all__ = ["find_expressions", "tag"]
