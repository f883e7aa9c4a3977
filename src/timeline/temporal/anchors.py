"""Dates of the text that others are counted from."""

from __future__ import annotations

from datetime import date, timedelta

from timeline.messages import say
from timeline.models import Granularity
from timeline.temporal.context import Context, Reference
from timeline.temporal.spans import PARTS

NO_REFERENCE = say("reason.no-reference")
_GRANULARITY: dict[str, Granularity] = {
    "D": "day",
    "W": "week",
    "WE": "range",
    "M": "month",
    "Q": "quarter",
    "H": "range",
    "Y": "year",
    "DE": "decade",
    "CE": "century",
    "ML": "range",  # a thousand years have no granularity of their own
}
#: sentences; farther back „am selben Tag“ does not reach
_NEAR = 6


def granularity_of(unit: str) -> Granularity:
    """Granularity of a calendar unit; hours and minutes are of a day."""
    return _GRANULARITY.get(unit, "day")


def unknown_value(unit: str) -> str:
    """TIMEX3 value of a unit nobody knows the date of."""
    return {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX"}.get(unit, "XXXX")


def fitting(context: Context, unit: str, *, ahead: bool = False) -> Reference | None:
    """The last date of the text that is fine enough to count ``unit`` from it.

    What is told in the past does not count from a date that is yet to come, unless
    ``ahead`` allows it („die am selben Tag hätte beginnen sollen“).
    """
    past = context.published is not None and not context.narrative and context.tense() == "past"
    coarse: Reference | None = None
    coarser = unit != "D" and unit in _GRANULARITY
    for reference in reversed(context.references):
        if past and context.is_ahead(reference):
            continue
        far = context.sentence - reference.sentence > _NEAR
        if ahead and far and unit == "D" and not context.narrative:
            break
        fine = (
            reference.granularity in ("day", "time") or reference.span.first == reference.span.last
        )
        if far and coarse is not None:
            break
        if unit == "D" and reference.sentence == context.sentence and reference.mod in PARTS:
            return reference  # „nach dem Zuschlag Mitte Oktober …, zwei Tage später“
        if unit == "Y" and _is_of_these_days(reference, context):
            coarse = coarse or reference  # „2025 … Das teilte sie gestern mit … ein Jahr zuvor“
            continue
        wide = reference.granularity in ("year", "decade", "century")
        if unit in ("W", "M") and wide and reference.aside:
            coarse = coarse or reference  # „zwei Wochen später“ is not counted from „seit 2021“
            continue
        if fine or coarser or (unit == "D" and reference.granularity == "range"):
            return reference
    return coarse or (context.last if ahead and past else None)


def _is_of_these_days(reference: Reference, context: Context) -> bool:
    """A day of the news, or a year that is only compared with: years are counted from others."""
    if context.published is None or context.narrative or reference.basis != "relative":
        return False
    day = reference.granularity in ("day", "time")
    return day if abs(reference.span.first - context.published) <= _NEWS else reference.aside


_NEWS = timedelta(days=14)


def middle(reference: Reference) -> date:
    """The day of a reference to count from: „Mitte Oktober“ is the 15th, „Ende Mai“ the 31st."""
    span = reference.span
    if reference.mod == "mid":
        return span.first + (span.last - span.first) / 2
    if reference.mod == "end":
        return span.last
    return span.first
