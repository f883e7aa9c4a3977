"""Time for merging grows with the number of mentions, not with its square."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from timeline.events import merge

BENCHMARK = Path(__file__).parents[2] / "benchmarks" / "events.py"


def benchmark() -> ModuleType:
    spec = importlib.util.spec_from_file_location("bench_events", BENCHMARK)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_eight_times_the_mentions_take_about_eight_times_the_time() -> None:
    bench = benchmark()
    bench.seconds(500)  # tables and caches are warm
    small = min(bench.seconds(1000)[0] for _ in range(2))
    large = bench.seconds(8000)[0]
    assert large < 2 * 8 * small  # a square would be 64 times


@pytest.mark.parametrize("shape", ["one day", "one article"])
def test_a_crowd_of_one_day_costs_no_square(shape: str) -> None:
    """An archive of one great day and a live blog: nobody is compared with everybody."""
    bench = benchmark()
    bench.seconds(500, shape)
    small = min(bench.seconds(1000, shape)[0] for _ in range(2))
    large = bench.seconds(4000, shape)[0]
    assert large < 2.5 * 4 * small  # a square would be 16 times, a cube 64


def test_the_invented_stories_come_out_as_stories() -> None:
    articles, mentions = benchmark().invented(300)
    events = merge(mentions, articles)
    assert len(mentions) == 300
    assert 80 <= len(events) <= 130
