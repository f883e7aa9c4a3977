"""What is known of an expression while its sentence is read."""

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
    continues: bool = False  # follows the one before it at once („vom 3. Mai bis …“)
    not_before: bool = False  # „nicht vor März“: „vor“ says from when on
    waits: bool = False  # a clock time or part of the day: it needs its day first
    silent: bool = False  # its TIMEX3 tag is part of another
