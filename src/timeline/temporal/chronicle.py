"""Chronicles: „3. Mai: Der Rat tagt. Am Freitag tritt er zurück. – 12. Mai: …“.

A day and a colon at the head of a sentence open an entry. What an entry tells in the
present tense has been all the same, and its days are counted from its own day.
"""

from __future__ import annotations

from datetime import timedelta

from timeline.german.meaning import CalendarDate, DeicticDay, Weekday
from timeline.german.tokens import Tokens
from timeline.temporal.context import Context, Entry, Resolution
from timeline.temporal.recognise import Hit
from timeline.temporal.spans import Span

#: sentences; in a text without paragraphs no entry goes on for longer
_LONG = 4


def heads_entry(tokens: Tokens, hit: Hit) -> bool:
    """Whether an expression is the heading of an entry."""
    m = hit.meaning
    day = isinstance(m, Weekday | DeicticDay) or (isinstance(m, CalendarDate) and m.day is not None)
    return day and hit.lead == 0 and tokens.words[hit.last : hit.last + 1] == [":"]


def is_over(text: str, tokens: Tokens, context: Context) -> bool:
    """Whether the entry has ended before a sentence: with its paragraph, or some sentences ago."""
    entry = context.entry
    far = entry is not None and context.sentence - entry.sentence > _LONG
    return entry is None or far or "\n" in text[entry.stop : tokens.begin].lstrip()


def opened(heading: Resolution, text: str, stop: int, context: Context) -> Entry | None:
    """The entry that a heading opens, unless its day is the text's own or still to come."""
    day = heading.day
    if day is None or (context.published is not None and day >= context.published):
        return None
    return Entry(day, text, context.sentence, stop)


def nearest(spans: list[Span], entry: Entry, prep: str) -> Span | None:
    """Which of the years a date of an entry, or the next heading, belongs to."""
    if prep in ("bis", "ab", "für"):
        spans = [s for s in spans if s.last >= entry.day]
    elif prep in ("seit", "vom", "von"):
        spans = [s for s in spans if s.first <= entry.day]
    return min(spans, key=lambda s: abs(s.first - entry.day), default=None)


def weekday(number: int, entry: Entry, *, opens: bool) -> Span:
    """The first such weekday of an entry: on its day or after it; of the next heading, after it."""
    first = entry.day + timedelta(days=int(opens))
    day = first + timedelta(days=(number - first.weekday()) % 7)
    return Span(day, day)
