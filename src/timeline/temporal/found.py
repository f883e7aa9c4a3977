"""An expression on its way through a sentence."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.temporal.context import Resolution
from timeline.temporal.counting import Counted
from timeline.temporal.recognise import Hit

REACH = 12  # expressions; a sentence seldom has more


@dataclass(slots=True)
class Found:
    """An expression on its way through a sentence."""

    hit: Hit
    resolution: Resolution
    start: int  # offsets of the TIMEX3 span
    end: int
    lead: int  # offset where the preposition begins
    count: Counted | None = None  # counted from the date behind it: „(zwei Tage) nach Ostern“
    not_before: bool = False  # „nicht vor März“: „vor“ says from when on
    waits: bool = False  # a clock time or part of the day: it needs its day first
    silent: bool = False  # its TIMEX3 tag is part of another
