"""From dated sentences to events: mentions, headlines, and merging across articles."""

from timeline.events.mentions import find_mentions
from timeline.events.merging.building import in_order, renumbered
from timeline.events.merging.grouping import merge
from timeline.events.selection import Selection, select

__all__ = ["Selection", "find_mentions", "in_order", "merge", "renumbered", "select"]
