"""Time for merging grows with the number of mentions, not with its square."""

from __future__ import annotations

from pathlib import Path

import pytest

from parts import module_at
from timeline.events import merge

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
EVENTS = BENCHMARKS / "events.py"


def test_eight_times_the_mentions_take_about_eight_times_the_time() -> None:
    bench = module_at(EVENTS)
    bench.seconds(300)  # tables and caches are warm
    small = min(bench.seconds(500)[0] for _ in range(2))
    large = bench.seconds(4000)[0]
    assert large < 2 * 8 * small  # a square would be 64 times


@pytest.mark.parametrize("shape", ["one day", "one article"])
def test_a_crowd_of_one_day_costs_no_square(shape: str) -> None:
    """An archive of one great day and a live blog: nobody is compared with everybody."""
    bench = module_at(EVENTS)
    bench.seconds(300, shape)
    small = min(bench.seconds(500, shape)[0] for _ in range(2))
    large = bench.seconds(2000, shape)[0]
    assert large < 2.5 * 4 * small  # a square would be 16 times, a cube 64


def test_the_invented_stories_come_out_as_stories() -> None:
    articles, mentions = module_at(EVENTS).invented(300)
    events = merge(mentions, articles)
    assert len(mentions) == 300
    assert 80 <= len(events) <= 130


def test_the_fit_finds_what_weighs() -> None:
    """The benchmark's regression on the sample articles: it must agree with what is shipped."""
    bench = module_at(BENCHMARKS / "merging.py")
    told = [story for _, story in bench.samples()]
    weights, _ = bench.fit(told)
    assert weights["alone"] > 1
    assert weights["denied"] < -1
    row = bench.held_out([("samples", story) for story in told])[-1]
    assert row.startswith("| all, as shipped | ")
