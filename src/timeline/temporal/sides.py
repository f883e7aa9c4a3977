"""What a preposition leaves open of a date, and where a part of a period begins and ends.

„seit Mai“ has no end, „bis Mai“ no beginning; „vor Mai“ ends with April and „nach Mai“ begins with
June, but „nicht vor Mai“ with May; „bis Mitte Juni“ ends on the 20th, „seit Ende Mai“ begins on the
21st.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from timeline.german import feasts
from timeline.german.direction_words import EXPECTING, NEGATIONS
from timeline.german.meaning import DeicticDay, Feast
from timeline.german.tokens import CLAUSE, Tokens, since_last
from timeline.models import Mod, Moment, as_day
from timeline.temporal.context import Resolution
from timeline.temporal.found import Found
from timeline.temporal.recognise import Hit
from timeline.temporal.spans import DAY, PARTS, WEEK, Span, part_span

#: start, end and what is said of them
Side = tuple[Moment | None, Moment | None, Mod | None]

#: prepositions that leave a side open
OPEN_ENDED = ("bis", "seit", "ab")
#: „nach dem Sommer“ is when it is over. A day or a year may be counted in: „nach 1945“.
_PASSES = ("week", "month", "quarter", "season", "range")
#: how much sooner or later in one state than in another
_HOLIDAYS_END, _HOLIDAYS_BEGIN = timedelta(days=10), timedelta(weeks=2)
_WRITTEN = {"day": 10, "month": 7, "year": 4}  # letters of a TIMEX3 value


def open_side(tokens: Tokens, item: Found, r: Resolution) -> Side:
    """What a preposition leaves open: „seit“ has no end, „bis“ no beginning."""
    prep = item.hit.prep
    start, end = _within(r)
    attribute = isinstance(item.hit.meaning, DeicticDay) and item.hit.meaning.attribute
    if r.type == "DURATION" or attribute:
        return r.start, r.end, r.mod
    lead = item.hit.lead
    words = {word.lower() for word in tokens.words[max(lead - 1, 0) : item.hit.first]}
    if prep in ("seit", "ab"):
        return start, None, "since"
    if prep == "bis" or "spätestens" in words:
        past = item.hit.meaning if "nach" in words else None
        return None, _last_of(past, start) if isinstance(past, Feast) else end, "until"
    if "frühestens" in words:
        return start, None, "after"
    if prep == "nach" and r.granularity != "time":
        return _after_it(r, start, end, shortly="kurz" in words)
    if prep == "vor" and r.granularity != "time":
        if "nicht" in words or item.not_before:
            return start, None, "after"  # „nicht vor Ende März“
        return _before_it(r, start, end, shortly="kurz" in words)
    if (prep in ("gegen", "um") and r.granularity != "time") or words & {
        "etwa",
        "circa",
        "ca",
        "rund",
    }:
        return r.start, r.end, r.mod or "approx"
    return r.start, r.end, r.mod


def _last_of(named: Feast, start: Moment | None) -> Moment | None:
    """„bis nach Ostern“: until Easter Monday at least."""
    days = feasts.feast(named.key, start.year) if start is not None else None
    return days[1] if days is not None else start


def _after_it(r: Resolution, start: Moment | None, end: Moment | None, *, shortly: bool) -> Side:
    """„nach dem Sommer“ begins when it is over, in some states sooner after school holidays."""
    if shortly:
        return r.start, r.end, "approx"
    if end is None or r.granularity not in _PASSES or as_day(end) == date.max:
        return start, None, "after"
    over = as_day(end) + DAY
    if r.mod == "approx":
        in_august = as_day(end).replace(day=1)
        over = in_august if r.granularity == "season" else as_day(end) - _HOLIDAYS_END
    return over, None, "after"


def _before_it(r: Resolution, start: Moment | None, end: Moment | None, *, shortly: bool) -> Side:
    """„vor dem Sommer“ ends before it, in some states later before school holidays; „vor Ende Mai“
    may well be at the end of May."""
    if shortly and r.granularity == "day":
        return r.start, r.start, "approx"
    passes = r.granularity in _PASSES and r.mod not in PARTS
    if start is None or not passes or as_day(start) - date.min < WEEK:
        return None, end, "before"
    if shortly and r.granularity == "range":
        return as_day(start) - WEEK, as_day(start) - DAY, "approx"
    if r.mod == "approx":
        late = end if r.granularity == "season" else as_day(start) + _HOLIDAYS_BEGIN
        return None, late, "before"
    return None, as_day(start) - DAY, "before"


def is_not_before(
    words: Sequence[str], hit: Hit, start: Moment | None, published: date | None
) -> bool:
    """Whether „vor“ means that a date to come is the earliest, from ``start`` on: „Vor März ist
    nicht damit zu rechnen“, „rechnet nicht damit, dass vor März gebaut wird“; but „Vor 2015 gab es
    keine Schule“.
    """
    if start is None or (published is not None and as_day(start) <= published):
        return False
    before = words[max(0, hit.lead - CLAUSE) : hit.lead]
    behind = words[hit.last : hit.last + CLAUSE]
    clause = since_last(before, ",")
    stop = behind.index(",") if "," in behind else len(behind)
    if before and before[-1][:1].isupper():
        return False  # „Anlagen vor 2012“
    if clause and clause[0].lower() in ("wenn", "falls", "sofern"):
        return False  # „Wenn wir vor dem Winter nicht fertig sind“
    if not NEGATIONS.isdisjoint((*clause, *behind[:stop])):
        return True
    around = before[: max(len(before) - len(clause) - 1, 0)]
    expected = any(word.lower().startswith(EXPECTING) for word in around)
    return clause[:1] == ["dass"] and expected and not NEGATIONS.isdisjoint(around)


def _within(r: Resolution) -> tuple[Moment | None, Moment | None]:
    """What „bis Mitte Juni“ reaches to and „seit Ende Mai“ begins with: not the whole month."""
    whole = r.granularity in ("month", "year")
    if r.mod not in PARTS or not whole or r.start is None or r.end is None:
        return r.start, r.end
    part = part_span(Span(as_day(r.start), as_day(r.end)), r.mod)
    return part.first, part.last


def from_part_to_part(a: Resolution, b: Resolution) -> tuple[Moment, Moment, str] | None:
    """„vom 3. Mai bis Mitte Juni“: start, end and EDTF; None where both sides are of one size."""
    sizes = [_WRITTEN.get(r.granularity) for r in (a, b)]
    start, end = _within(a)[0], _within(b)[1]
    blurred = {a.mod, b.mod} & set(PARTS)
    if None in sizes or start is None or end is None or not (blurred or sizes[0] != sizes[1]):
        return None
    if as_day(start) > as_day(end):
        return None  # „Ende 2021 bis März“
    sides = (
        f"{r.value[:size]}{'~' if r.mod in PARTS else ''}"
        for r, size in zip((a, b), sizes, strict=True)
    )
    return start, end, "/".join(sides)
