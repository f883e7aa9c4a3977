"""Stretches of a text that can be asked whether they hold a place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

#: where a stretch of a text begins, and the offset behind it
Stretch = tuple[int, int]


class Stretches:
    """Stretches of a text, put together where they overlap, so that asking is a look-up."""

    def __init__(self, spans: Iterable[Stretch]) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        for start, end in sorted(spans):
            if self.ends and start <= self.ends[-1]:
                self.ends[-1] = max(end, self.ends[-1])
            else:
                self.starts.append(start)
                self.ends.append(end)

    def __contains__(self, at: int) -> bool:
        index = bisect_right(self.starts, at) - 1
        return index >= 0 and at < self.ends[index]
