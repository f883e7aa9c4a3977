"""Days of what somebody said: „„Heute beginnt es“, sagte sie am Montag“ is about that Monday."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise

from timeline.german.direction_words import SAID
from timeline.german.meaning import CalendarDate, DeicticDay, Weekday
from timeline.german.tokens import Tokens
from timeline.messages import say
from timeline.models import Alternative
from timeline.temporal.context import Context, one_day
from timeline.temporal.found import Found
from timeline.temporal.spans import Span


def as_spoken(tokens: Tokens, found: Sequence[Found], context: Context) -> None:
    """Count „heute“ inside a quotation from the day on which the sentence says it was spoken."""
    issued = context.published
    if issued is None or not tokens.says(SAID):
        return
    for item, report in pairwise(found):
        m, old, said = item.hit.meaning, item.resolution.day, report.resolution.day
        dated = isinstance(report.hit.meaning, Weekday | CalendarDate)
        if not isinstance(m, DeicticDay) or not dated or report.hit.prep not in ("am", ""):
            continue
        if old is None or said is None or said >= issued or not _is_quoted(tokens, item, report):
            continue
        day = said + timedelta(days=m.offset)
        named = tokens.text[report.start : report.end]
        other = Alternative(old, old, say("why.from-publication"))
        item.resolution = one_day(day, m.daypart, "anchored", named, (other,), 0.8)
        for reference in context.references:
            if reference.sentence == context.sentence and reference.span.first == old:
                reference.span = Span(day, day)


def _is_quoted(tokens: Tokens, item: Found, report: Found) -> bool:
    """Whether a quotation closes between the two, and what follows it tells who said so."""
    between = range(item.hit.last, report.hit.lead)
    closes = next((i for i in between if "QUOTE" in tokens.values[i]), None)
    opens = any("QUOTE" in values for values in tokens.values[: item.hit.lead])
    told = tokens.words[closes : report.hit.lead] if closes is not None else []
    return opens and not SAID.isdisjoint(told)
