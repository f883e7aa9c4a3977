"""Time for merging grows with the number of mentions, not with its square."""

from __future__ import annotations

import gc
import tracemalloc
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from time import process_time

import pytest

from parts import module_at
from timeline.events import find_mentions, merge
from timeline.events.merging.grouping import profiles_of
from timeline.events.merging.pairs import weighed
from timeline.events.merging.profiles import Space
from timeline.events.named import persons_of
from timeline.models import Article
from timeline.temporal import find_expressions

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
EVENTS = BENCHMARKS / "events.py"


@pytest.fixture(autouse=True)
def only_its_own_garbage() -> Iterator[None]:
    """What other tests keep in memory is not searched for garbage while one of these is timed."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


def test_eight_times_the_mentions_take_about_eight_times_the_time() -> None:
    bench = module_at(EVENTS)
    bench.seconds(300)  # tables and caches are warm
    small = min(bench.seconds(500)[0] for _ in range(2))
    large = min(bench.seconds(4000)[0] for _ in range(2))
    assert large < 2 * 8 * small  # a square would be 64 times


@pytest.mark.parametrize("shape", ["one day", "one article"])
def test_a_crowd_of_one_day_costs_no_square(shape: str) -> None:
    """An archive of one great day and a live blog: nobody is compared with everybody."""
    bench = module_at(EVENTS)
    bench.seconds(300, shape)
    small = min(bench.seconds(500, shape)[0] for _ in range(2))
    large = bench.seconds(2000, shape)[0]
    assert large < 2.5 * 4 * small  # a square would be 16 times, a cube 64


def test_what_pairs_are_weighed_with_is_not_kept() -> None:
    """Of the pairs of a crowded day only those of one article are held at a time."""
    articles, mentions = module_at(EVENTS).invented(400, 400)
    space = Space(articles, mentions)
    profiles = profiles_of(mentions, {article.id: article for article in articles}, space)
    tracemalloc.start()
    pairs = sum(1 for _ in weighed(space, profiles))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert pairs > 5_000
    assert peak < 300 * pairs  # all at once they would be several times that


@pytest.mark.parametrize(
    "told", ["Der Verein spielte am {day}. Mai {year} in Ort{n}", "{day}. Mai {year}: Konzert {n}"]
)
def test_many_dates_of_one_sentence_cost_no_cube(told: str) -> None:
    """Every mention of a sentence looks at its words once or twice: a square, and no more."""

    def seconds(count: int) -> float:
        dates = (told.format(day=n % 28 + 1, year=1900 + n // 12, n=n) for n in range(count))
        article = Article(id="a", file="a.txt", text="; ".join(dates), published=date(2024, 6, 1))
        start = process_time()
        mentions, _ = find_mentions(article, find_expressions(article))
        merge(mentions, [article])
        assert len(mentions) == count
        return process_time() - start

    seconds(10)
    assert seconds(120) < 2 * 16 * max(seconds(30), 0.01)  # a cube would be 64 times


def test_persons_of_a_long_text_cost_no_square() -> None:
    def seconds(count: int) -> float:
        names = (
            f"{a}ona{b} {c}olm" for a in "BDFGHJKL" for b in "bdfgklmn" for c in "BDFGHKMPRSTW"
        )
        told = (f"Ministerin {name} kam." for name, _ in zip(names, range(count), strict=False))
        text = "\n".join(told) * 4
        start = process_time()
        persons_of(text)
        return process_time() - start

    seconds(10)
    assert seconds(640) < 3 * 4 * max(seconds(160), 0.005)  # a square would be 16 times


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
