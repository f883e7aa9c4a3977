"""Chronicles: „3. Mai 2023: Der Rat tagt. Am Freitag tritt er zurück. – 12. Mai: …“.

A day and a colon at the head of a sentence open an entry, and so does a day and a full stop at
the head of a paragraph („Montag. Der Rat tagt.“). What an entry tells in the present tense has
been all the same, and its days are counted from its own day. Where the first heading names no
year, three of them tell whether they lead up to the publication or begin behind it: „3. Mai: Der
Chor singt.“ announces as well as it remembers.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from timeline.german.meaning import CalendarDate, DeicticDay, Period, Weekday
from timeline.german.sentences import split_sentences
from timeline.german.tokens import Tokens
from timeline.german.verbs import Tense, tense
from timeline.german.words import MONTH_ABBREVIATIONS, MONTHS
from timeline.models import as_day
from timeline.temporal.context import Context, Entry, Resolution
from timeline.temporal.nearest import PAST_PREPOSITIONS
from timeline.temporal.recognise import Hit
from timeline.temporal.spans import SEASON_MONTHS, Span, weekday_from, weekday_until

#: sentences; in a text without paragraphs no entry goes on for longer
_LONG = 4
#: what an entry tells with these words lies before its day
_BEFORE_THAT = frozenset(
    ("hatte", "hatten", "war", "waren", "Schon", "schon", "Bereits", "bereits")
)


def heads_entry(tokens: Tokens, hit: Hit, context: Context) -> bool:
    """Whether an expression is the heading of an entry."""
    m = hit.meaning
    if is_label(tokens, hit):
        return True
    if hit.prep or tokens.words[hit.last : hit.last + 1] != [":"]:
        return False
    if hit.lead and tokens.words[hit.lead - 1] != ":":  # „Die Stationen: 3. Mai: …“
        return False
    if isinstance(m, Weekday | DeicticDay):
        return context.heading is not None  # „Montag: …“ goes on with a chronicle
    if isinstance(m, Period):
        return isinstance(m.year, int) and m.kind in SEASON_MONTHS  # „Frühjahr 2010: …“
    return isinstance(m, CalendarDate) and m.month is not None


def is_remembered(text: str, heading: CalendarDate, context: Context) -> bool:
    """Whether headings without a year lead up to the publication: found out once for a text."""
    if context.remembered is None:
        found = list(_HEADING.finditer(text, context.begin))
        days = [(MONTHS[m[2]], int(m[1] or 15)) for m in found if int(m[1] or 15) < _NO_DAY]
        before = text[context.begin : found[0].start()] if found else ""
        year = _YEAR.search(before)
        reviewed = _REVIEW.search(before) is not None
        issued = context.published
        this_year = issued is not None and year is not None and year[0] == str(issued.year)
        other = len(days) < _FEW or (year is not None and not (reviewed and this_year))
        apart = timedelta(0) if reviewed else _APART
        context.remembered = not other and _leads_up(days, issued, apart)
    bare = context.remembered and heading.day is None
    context.month = (heading.month, context.sentence) if bare else None
    return context.remembered


_MONTHS = "|".join(sorted(MONTHS.keys() - MONTH_ABBREVIATIONS))
_HEADING = re.compile(rf"(?:^|[.!?:“\n])\s*(?:(\d\d?)\. ?)?({_MONTHS}):")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b|(?:neu|kommend|nächst)e[nsmr]? Jahr")
_REVIEW = re.compile(r"[Rr]ück(?:blick|schau)|Chronik|Chronologie|[Dd]as war ")
_FEW = 3  # headings
_APART = timedelta(days=14)
_NO_DAY = 29  # that not every month has: two days more or less tell nothing here


def _leads_up(days: list[tuple[int, int]], published: date | None, apart: timedelta) -> bool:
    """Whether the last of them lies less far behind the publication than the first ahead of it.

    At the end of December „Januar: …, Dezember: …“ are those of either year.
    """
    if published is None:
        return False
    year = timedelta(days=365)
    first, last = (date(published.year, *day) for day in (days[0], days[-1]))
    return (published - last) % year + apart < (first - published) % year


def in_month(m: CalendarDate, context: Context) -> bool:
    """„Januar: Die Halle brennt. Am 17. Januar …“, under such a heading."""
    if context.month is None:
        return False
    month, since = context.month
    return m.month == month and context.sentence - since <= _LONG


def is_label(tokens: Tokens, hit: Hit) -> bool:
    """Whether a day alone makes the first sentence of a paragraph: „Montag. Der Rat tagt.“"""
    m = hit.meaning
    bare = isinstance(m, Weekday) and m.step is None and m.week is None and not m.shift_weeks
    dated = isinstance(m, CalendarDate) and m.day is not None
    if hit.first or hit.prep or not (bare or dated) or tokens.words[hit.last :] != ["."]:
        return False
    text, line = tokens.text, tokens.text.rfind("\n", 0, tokens.begin) + 1
    return not text[line : tokens.begin].strip() and bool(_rest_of_line(tokens).strip())


def _rest_of_line(tokens: Tokens) -> str:
    """What stands behind a sentence in its paragraph, as far as it is read."""
    return tokens.text[tokens.end : tokens.end + _READ].split("\n", 1)[0]


def tense_under(tokens: Tokens, hit: Hit, context: Context) -> Tense | None:
    """The tense of the first label of a diary: that of its first verb. What a weekend's issue tells
    in the present tense of a Monday has been as well."""
    if not is_label(tokens, hit) or context.heading is not None:
        return None
    behind = _rest_of_line(tokens)
    sentences = list(split_sentences(behind))
    found = next((t for a, b in sentences if (t := tense(behind[a:b])) != "none"), None)
    issued, m = context.published, hit.meaning
    if found != "present" or issued is None or not isinstance(m, Weekday):
        return found if found == "past" else None
    if " Uhr" in behind or len(sentences) < _STORY:
        return None  # a programme tells at what hour, and is short
    return "past" if m.number < issued.weekday() >= _FRIDAY else None


_READ = 500  # characters of an entry
_FRIDAY = 4
_STORY = 3  # sentences


def is_over(text: str, tokens: Tokens, context: Context) -> bool:
    """Whether the entry has ended before a sentence: with its paragraph, or some sentences ago."""
    entry = context.entry
    far = entry is not None and context.sentence - entry.sentence > _LONG
    return entry is None or far or "\n" in text[entry.stop : tokens.begin].lstrip()


def open_entry(
    heading: Resolution, text: str, stop: int, context: Context, *, label: bool = False
) -> None:
    """Begin the entry of a heading; none where its day is the text's own or still to come."""
    day = heading.day
    known = label or heading.basis == "absolute" or context.heading is not None
    known = known or context.here.hint == "past"
    past = context.published is None or (day is not None and day < context.published)
    context.entry = None
    if heading.granularity == "month" and heading.start is not None:
        context.month = (as_day(heading.start).month, context.sentence)
    if day is not None and known and past:
        context.entry = context.heading = Entry(day, text, context.sentence, stop)
    elif heading.granularity == "season" and heading.start is not None:
        # no day that holds below it, but the next heading goes on from there
        context.heading = Entry(as_day(heading.start), text, context.sentence, stop)


def find(
    spanner: Callable[[int], Span | None], entry: Entry, context: Context, prep: str
) -> Span | None:
    """The span of the year that a date inside an entry, or the next heading, belongs to.

    A chronicle goes forward; some have their last entry on top.
    """
    years = range(entry.day.year - 1, entry.day.year + 2)
    spans = [s for year in years if (s := spanner(year)) is not None]
    if context.here.opens_entry and context.remembered and context.published is not None:
        return next((s for s in reversed(spans) if s.first <= context.published), None)
    if context.here.opens_entry:
        return min(spans, key=lambda s: abs(s.first - entry.day), default=None)
    if _looks_back(context, prep):
        return next((s for s in reversed(spans) if s.first <= entry.day), None)
    return next((s for s in spans if s.last >= entry.day), None)


def weekday(number: int, entry: Entry, context: Context, prep: str) -> date:
    """The first such weekday of an entry, from its day on; of the next heading, behind it."""
    if not context.here.opens_entry and _looks_back(context, prep):
        return weekday_until(entry.day, number)
    return weekday_from(entry.day + timedelta(days=int(context.here.opens_entry)), number)


def _looks_back(context: Context, prep: str) -> bool:
    earlier = context.tokens is not None and context.tokens.says(_BEFORE_THAT)
    return (
        prep in PAST_PREPOSITIONS
        or context.here.hint == "past"
        or (earlier and context.tense() == "past")
    )
