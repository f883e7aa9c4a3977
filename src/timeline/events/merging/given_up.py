"""Days on which something did not happen: a report that tells it as done means another day.

"Die für den 20. Mai vorgesehene Weihe wurde verschoben" and "Ende Mai wurde die Kirche geweiht" do
not make a church that was consecrated on the 20th of May.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta

from timeline.events.days import precision
from timeline.events.merging.pairing import Pair
from timeline.events.merging.profiles import Profile
from timeline.events.merging.times import is_a_day, meet

_DAY = precision("day")
_HALF_A_YEAR = timedelta(183)


def gives_up(profile: Profile) -> bool:
    """Whether a report says of a day that what was planned for it was put off or called off."""
    return is_a_day(profile) and profile.mention.modality in ("postponed", "cancelled")


def done_otherwise(done: Profile, plan: Profile) -> bool:
    """Whether a report tells as done, of another day or a vaguer time, what was planned for a day.

    "Ende Mai" of what had been planned for the 20th; "am 20. Mai" contradicts whoever gave it up.
    """
    if done.mention.modality != "happened":
        return False
    return done.rank > _DAY or not (done.first <= plan.first <= done.last)


def is_another_day(plan: Profile, other: Profile, kind: bool) -> bool:
    """Whether what was done cannot be what was planned: its day was given up, or it was done on the
    day before or after, or some time in a year, and the two share no kind of happening.

    "Die Frist läuft am 3. Juni ab" and, the day before, "Am 2. Juni wurde Einspruch eingelegt".
    """
    if gives_up(plan):
        return done_otherwise(other, plan)
    if kind or other.mention.modality != "happened":
        return False
    if plan.planned and is_a_day(plan) and other.last - other.first > _HALF_A_YEAR:
        return True  # what was done some time in 2025 is not this plan
    return plan.mention.modality == "planned" and not meet(plan, other)


def called_off(profiles: Sequence[Profile], likely: Iterable[Pair]) -> frozenset[int]:
    """The numbers of the plans for a day that a report gave up; ``likely`` are pairs of one event.

    "Am 20. Mai soll die Kirche geweiht werden", if another report says that it was put off.
    """
    found = {number for number, profile in enumerate(profiles) if gives_up(profile)}
    plans = set()
    for pair in likely:
        for old, plan in (pair, pair[::-1]):
            same = profiles[old].first == profiles[plan].first
            if old in found and same and profiles[plan].planned and is_a_day(profiles[plan]):
                plans.add(plan)
    return frozenset(found | plans)


def misses(done: Profile, plan: Profile, slack: timedelta) -> bool:
    """Whether what was done at a vaguer time cannot be what was planned for a day: "Mitte März" is
    not near the 31st."""
    if done.mention.modality != "happened" or not (plan.planned and is_a_day(plan)):
        return False
    return done.rank > _DAY and not (done.first - slack <= plan.first <= done.last + slack)
