"""How well mentions are put together on stories the weights were not fitted to.

    python benchmarks/merging.py SHARED [--stories FOLDER …] [--write docs/events.md]

Every annotated story in turn is left out, the weights are fitted to the others, and the story is
merged with them. SHARED holds ``corpora/stories`` and ``seeds``; the sample articles of this
project come along. A FOLDER may hold more stories, a folder of articles each, and beside them
``labels.json``: ``{story: {"file@start_char": event}}`` for the date expressions of its articles.

Printed are the weights fitted to all stories as well: rounded, they stand in ``pairs.WEIGHTS``.
"""

from __future__ import annotations

import argparse
import json
import math
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path, PurePath

from parts import put_between
from timeline.events import find_mentions
from timeline.events.merging.grouping import group_by_odds, profiles_of
from timeline.events.merging.pairs import BIAS, WEIGHTS, Features, log_odds, weighed
from timeline.events.merging.profiles import Profile, Space
from timeline.ingest import Options, read_articles
from timeline.models import Article, EventMention
from timeline.temporal import find_expressions

ROOT = Path(__file__).parents[1]
NAMES = Features._fields
#: What was expected of each feature before anything was fitted. Towards this the fit is drawn:
#: a few hundred pairs do not tell all of it, and to join what does not belong together is worse
#: than to leave apart what does.
EXPECTED = WEIGHTS | {
    "same_day": 0.5,
    "same_period": 0.4,
    "partial": -0.6,
    "kind_around": 0.2,
    "opposed": -0.8,
    "silent": -0.5,
    "alone": 2.0,
    "lead": 1.5,
    "same_article": -1.0,
    "tells_on": 3.0,
    "figures": 0.6,
}
#: How freely the fit may leave what was expected (the variance of a weight).
FREEDOM = 0.1
_MARK = "<!-- held out -->"


@dataclass
class Story:
    """The mentions of one story's articles, what they tell, and the features of their pairs."""

    name: str
    profiles: list[Profile]
    labels: list[str | None]
    features: dict[tuple[int, int], Features]

    def labelled(self) -> Iterator[tuple[Features, bool]]:
        """The pairs whose mentions both have a label, and whether it is the same."""
        for (i, j), found in self.features.items():
            if self.labels[i] is not None and self.labels[j] is not None:
                yield found, self.labels[i] == self.labels[j]


@dataclass
class Score:
    """Pairs of mentions rightly and wrongly put together or apart, and what B³ sums up."""

    counted: Counter[str] = field(default_factory=Counter)
    precise: float = 0.0
    recalled: float = 0.0

    def add(self, other: Score) -> None:
        self.counted.update(other.counted)
        self.precise += other.precise
        self.recalled += other.recalled

    def row(self, name: str) -> str:
        c = self.counted
        p = c["right"] / max(1, c["right"] + c["wrong"])
        r = c["right"] / max(1, c["right"] + c["missed"])
        b3 = _f1(self.precise / max(1, c["mentions"]), self.recalled / max(1, c["mentions"]))
        return (
            f"| {name} | {c['mentions']} | {p:.2f} / {r:.2f} / **{_f1(p, r):.2f}** | {b3:.2f} "
            f"| {c['mixed']} of {c['several']} |"
        )


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def stories(shared: Path, folders: Sequence[Path]) -> Iterator[tuple[str, Story]]:
    """All annotated stories with the set they belong to."""
    for name, folder in (("stories", "corpora/stories"), ("seeds", "seeds")):
        gold = json.loads((shared / folder / "gold.json").read_text("utf-8"))
        for key in sorted({article["story"] for article in gold["articles"]}):
            spans = {
                article["file"]: [
                    (m["expr_start"], m["expr_end"], m["event_id"])
                    for m in article["mentions"]
                    if m["role"] == "event" and m["start"]
                ]
                for article in gold["articles"]
                if article["story"] == key
            }
            yield name, read(key, shared / folder / "articles", spans)
    yield from samples()
    for more in folders:
        for key, labels in sorted(json.loads((more / "labels.json").read_text("utf-8")).items()):
            found: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
            for place, event in labels.items():
                file, _, start = place.rpartition("@")
                found[file].append((int(start), int(start) + 1, event))
            yield more.name, read(key, more / key, found)


def samples() -> Iterator[tuple[str, Story]]:
    truth = tomllib.loads((ROOT / "tests/golden/sample_events.toml").read_text("utf-8"))
    told: dict[str, dict[str, list[tuple[int, int, str]]]] = defaultdict(dict)
    story = {article["file"]: article["story"] for article in truth["article"]}
    for file, key in story.items():
        told[key][file] = []
    for event in truth["event"]:
        for m in event["mentions"]:
            at = (ROOT / "articles" / m["file"]).read_text("utf-8").find(m["expr"])
            told[story[m["file"]]][m["file"]].append((at, at + len(m["expr"]), event["id"]))
    for key in sorted(told):
        yield "samples", read(key, ROOT / "articles", told[key])


def read(key: str, folder: Path, spans: Mapping[str, Sequence[tuple[int, int, str]]]) -> Story:
    """One story by itself: its articles, mentions, and what the annotation says of them."""
    articles, _ = read_articles([folder], Options())
    own = sorted((a for a in articles if PurePath(a.file).name in spans), key=lambda a: a.id)
    mentions: list[EventMention] = []
    for article in own:
        mentions += find_mentions(article, find_expressions(article, "Europe/Berlin"))[0]
    return _story(key, own, mentions, spans)


def _story(
    key: str,
    articles: Sequence[Article],
    mentions: Sequence[EventMention],
    spans: Mapping[str, Sequence[tuple[int, int, str]]],
) -> Story:
    ordered = sorted(mentions, key=lambda m: (m.article, m.start_char, m.end_char, m.id))
    space = Space(articles, ordered)
    profiles = profiles_of(ordered, {article.id: article for article in articles}, space)
    labels: list[str | None] = []
    for mention in ordered:
        shared = [
            (min(end, mention.end_char) - max(start, mention.start_char), event)
            for start, end, event in spans[PurePath(mention.file).name]
            if mention.basis != "publication"
        ]
        overlap, event = max(shared, default=(0, ""))
        labels.append(event if overlap > 0 else None)
    return Story(key, profiles, labels, dict(weighed(space, profiles)))


def fit(told: Sequence[Story]) -> tuple[dict[str, float], float]:
    """Logistic regression by Newton's method, drawn towards ``EXPECTED``."""
    rows = [((*f, 1.0), same) for story in told for f, same in story.labelled()]
    prior = [*(EXPECTED[name] for name in NAMES), BIAS]
    pull = [*(1.0 / FREEDOM for _ in NAMES), 0.0]
    weights = list(prior)
    for _ in range(12):
        slope = [p * (e - w) for p, e, w in zip(pull, prior, weights, strict=True)]
        bend = [[p if i == j else 0.0 for j in range(len(pull))] for i, p in enumerate(pull)]
        for values, same in rows:
            chance = 1 / (1 + math.exp(-sum(w * v for w, v in zip(weights, values, strict=True))))
            held = [i for i, value in enumerate(values) if value]
            for i in held:
                slope[i] += (same - chance) * values[i]
                for j in held:
                    bend[i][j] += chance * (1 - chance) * values[i] * values[j]
        weights = [w + s for w, s in zip(weights, _solved(bend, slope), strict=True)]
    return dict(zip(NAMES, weights, strict=False)), weights[-1]


def _solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """The solution of a system of linear equations, by elimination."""
    rows = [[*line, value] for line, value in zip(matrix, right, strict=True)]
    size = len(rows)
    for column in range(size):
        pivot = max(range(column, size), key=lambda r: abs(rows[r][column]))
        rows[column], rows[pivot] = rows[pivot], rows[column]
        for r in range(size):
            if r != column:
                factor = rows[r][column] / rows[column][column]
                rows[r] = [a - factor * b for a, b in zip(rows[r], rows[column], strict=True)]
    return [rows[i][size] / rows[i][i] for i in range(size)]


def score(story: Story, odds: Mapping[tuple[int, int], float]) -> Score:
    """How the story comes out if its pairs have these log odds."""
    where: dict[int, int] = {}
    for number, cluster in enumerate(group_by_odds(story.profiles, odds.items())):
        where.update(dict.fromkeys(cluster, number))
    known = [i for i, label in enumerate(story.labels) if label is not None]
    made: dict[int, list[int]] = defaultdict(list)
    true: dict[str | None, list[int]] = defaultdict(list)
    for i in known:
        made[where[i]].append(i)
        true[story.labels[i]].append(i)
    found = Score(Counter(mentions=len(known)))
    for i, j in combinations(known, 2):
        same, joined = story.labels[i] == story.labels[j], where[i] == where[j]
        found.counted["right"] += same and joined
        found.counted["wrong"] += joined and not same
        found.counted["missed"] += same and not joined
    for i in known:
        common = len(set(made[where[i]]) & set(true[story.labels[i]]))
        found.precise += common / len(made[where[i]])
        found.recalled += common / len(true[story.labels[i]])
    for cluster in made.values():
        if len({story.profiles[i].mention.article for i in cluster}) > 1:
            found.counted["several"] += 1
            found.counted["mixed"] += len({story.labels[i] for i in cluster}) > 1
    return found


def held_out(told: Sequence[tuple[str, Story]]) -> list[str]:
    """The rows of the table: each set with weights fitted without the story, then as shipped."""
    tables: dict[str, dict[str, Score]] = {"held out": {}, "as shipped": {}}
    for number, (name, story) in enumerate(told):
        others = [other for at, (_, other) in enumerate(told) if at != number]
        weights, bias = fit(others)
        for how, odds in (
            ("held out", lambda f, w=weights, b=bias: log_odds(f, w, b)),
            ("as shipped", log_odds),
        ):
            made = score(story, {pair: odds(f) for pair, f in story.features.items()})
            for key in (name, "all"):
                tables[how].setdefault(key, Score()).add(made)
    lines = [
        "| Set | mentions | pair P / R / F1 | B³ F1 | events of several reports that mix |",
        "|---|---|---|---|---|",
    ]
    for how, found in tables.items():
        sets = [key for key in found if key != "all"]
        lines += [found[key].row(f"{key}, {how}") for key in (*sets, "all")]
    return lines


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("shared", type=Path)
    parser.add_argument(
        "--stories", type=Path, nargs="*", default=[], help="folders of more stories, labels.json"
    )
    parser.add_argument("--write", type=Path, help="replace the table in this document")
    args = parser.parse_args()
    if not (args.shared / "corpora" / "stories").is_dir():
        print(f"{args.shared}/corpora/stories is not there: nothing measured")
        return
    told = list(stories(args.shared, args.stories))
    made = "\n".join(held_out(told))
    print(made)
    weights, bias = fit([story for _, story in told])
    print({name: round(value, 1) for name, value in weights.items()}, round(bias, 1))
    if args.write:
        put_between(args.write, _MARK, made)


if __name__ == "__main__":
    main()
