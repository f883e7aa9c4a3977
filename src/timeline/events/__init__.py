"""From dated sentences to events: mentions, headlines, and merging across articles."""

from timeline.events.mentions import find_mentions
from timeline.events.merging import merge

__all__ = ["find_mentions", "merge"]
