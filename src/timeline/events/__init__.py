"""From dated sentences to events: mentions, headlines, and merging across articles."""

from timeline.events.mentions import find_mentions
from timeline.events.merging.building import renumbered
from timeline.events.merging.grouping import merge
from timeline.events.merging.ordering import in_order
from timeline.events.selection import Selection, select

__all__ = ["Selection", "find_mentions", "in_order", "merge", "renumbered", "select"]
