"""Accuracy and speed of the tagger against annotated corpora: one Markdown table.

    python benchmarks/tagging.py SHARED [--compiled build/compiled] [--write docs/tagging.md]

SHARED holds ``tools/score_timex.py`` (TempEval-3 scoring) and ``corpora/`` with
KRAUTS and WikiWarsDE in TimeML. They are not part of this project. Speed is
measured in the same run as ``dateparser.search_dates``, on the same text, in
processor seconds of one core, warm, the best of 15; once more with the compiled
tagger of ``make compiled``, where there is one.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date
from functools import cache
from importlib.metadata import version
from pathlib import Path
from types import ModuleType
from typing import Any, Literal

from parts import put_between, scorer
from timeline.temporal.context import Kind
from timeline.temporal.timeml import Record, timexes

AnyKind = Kind | Literal["auto"]
#: folder, what the text is, its kind, HeidelTime's value F1 (docs/tagging.md says how), our goal
SETS: tuple[tuple[str, str, AnyKind, float | None, float | None], ...] = (
    ("krauts/DieZeit", "DieZeit", "weekly", 62.7, 80.0),
    ("krauts/DieZeit", "DieZeit", "auto", None, None),
    ("krauts/Dolomiten-42", "Dolomiten-42", "auto", 80.0, 88.0),
    ("wikiwars_de", "WikiWarsDE", "narrative", 83.2, 88.0),
    ("wikiwars_de", "WikiWarsDE", "auto", None, None),
)
SPEED_GOAL = 70
#: what speed is measured on
TEXTS = (("krauts/DieZeit", "DieZeit"), ("krauts/Dolomiten-42", "Dolomiten-42"))
_MARK = "<!-- table -->"


def records(documents: Sequence[Any]) -> list[Record]:
    return [
        Record(d.stem, date.fromisoformat(d.dct[:10]) if d.dct else None, d.text) for d in documents
    ]


def accuracy(
    score: ModuleType, documents: Sequence[Any], kind: AnyKind
) -> dict[str, tuple[float, ...]]:
    """(precision, recall, F1) in per cent of the value, and the relaxed F1, per block."""
    answers = [
        [
            score.Timex(t.start_char, t.end_char, t.text, t.type, t.value)
            for t in timexes(r, kind)[0]
        ]
        for r in records(documents)
    ]
    blocks = score.score(documents, answers, score.clean_value)
    out: dict[str, tuple[float, ...]] = {}
    for name in ("ALL", "DATE+TIME"):
        whole = score.total(blocks[name])
        p, r, f = (100 * x for x in whole.prf("value"))
        out[name] = (p, r, f, 100 * whole.prf("relaxed")[2])
    return out


def seconds(run: Callable[[], object]) -> float:
    """The best of three in a row: warm."""
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        run()
        best = min(best, time.process_time() - start)
    return best


ROUNDS = 5


def speed(documents: Sequence[Any]) -> tuple[float, float]:
    """Characters a second: ours, and those of ``dateparser.search_dates``.

    The two take turns, so that a machine that slows down for a while slows both.
    """
    from dateparser.search import search_dates

    texts = records(documents)
    few = texts[:: max(1, len(texts) // 8)]
    search_dates(few[0].text[:500], languages=["de"])
    ours = theirs = float("inf")
    for _ in range(ROUNDS):
        ours = min(ours, seconds(lambda: [timexes(r, "news") for r in texts]))
        theirs = min(theirs, seconds(lambda: [search_dates(r.text, languages=["de"]) for r in few]))
    return sum(len(r.text) for r in texts) / ours, sum(len(r.text) for r in few) / theirs


@cache
def annotated(score: ModuleType, shared: Path, folder: str) -> Sequence[Any]:
    """The documents of a corpus in order; read once, however often they are asked for."""
    return sorted(score.read_tml_dir(str(shared / "corpora" / folder)), key=lambda d: d.stem)


def speeds(score: ModuleType, shared: Path) -> list[tuple[float, float]]:
    """What ``speed`` says of each text in ``TEXTS``."""
    return [speed(annotated(score, shared, folder)) for folder, _ in TEXTS]


def compiled_speeds(shared: Path, compiled: Path | None) -> list[tuple[float, float]]:
    """The same of the compiled package in a folder, in a process of its own; [] without one."""
    if compiled is None or not any(compiled.glob("*.so")):
        return []
    command = [sys.executable, __file__, str(shared), "--speeds"]
    paths = {**os.environ, "PYTHONPATH": str(compiled.resolve())}
    said = subprocess.run(command, env=paths, check=True, capture_output=True, text=True).stdout
    return [tuple(pair) for pair in json.loads(said)]


def table(score: ModuleType, shared: Path, compiled: Path | None) -> str:
    lines = [
        "| Corpus | kind | value P / R / F1 | of each half | value F1, DATE+TIME | relaxed F1 "
        "| HeidelTime | goal |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for folder, name, kind, heideltime, goal in SETS:
        documents = annotated(score, shared, folder)
        found = accuracy(score, documents, kind)
        p, r, f, relaxed = found["ALL"]
        # rules were written on every other document, and never on those between
        seen, unseen = (accuracy(score, documents[half::2], kind)["ALL"][2] for half in (0, 1))
        lines.append(
            f"| {name} | {kind} | {p:.1f} / {r:.1f} / **{f:.1f}** | {seen:.1f} / {unseen:.1f} "
            f"| {found['DATE+TIME'][2]:.1f} | {relaxed:.1f} | {heideltime or '–'} | {goal or '–'} |"
        )
    lines += [
        "",
        "| Text | tagger | chars/s | `search_dates`, chars/s | multiple | goal |",
        "|---|---|---|---|---|---|",
    ]
    runs = {"as installed": speeds(score, shared), "compiled": compiled_speeds(shared, compiled)}
    for build, pairs in runs.items():
        for (_, name), (ours, theirs) in zip(TEXTS if pairs else (), pairs, strict=True):
            lines.append(
                f"| {name} | {build} | {ours / 1e6:.1f} M | {theirs / 1e3:.0f} k "
                f"| **{ours / theirs:.0f}** | {SPEED_GOAL} |"
            )
    lines.append("")
    lines.append(
        f"timeline {version('timeline')}, dateparser {version('dateparser')}, "
        f"Python {sys.version.split()[0]}, {date.today():%Y-%m-%d}."
    )
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("shared", type=Path)
    parser.add_argument("--write", type=Path, help="replace the table in this document")
    parser.add_argument("--compiled", type=Path, help="folder with the compiled package")
    parser.add_argument("--speeds", action="store_true", help="print the speeds only, as JSON")
    args = parser.parse_args()
    if not (args.shared / "corpora").is_dir():
        print(f"{args.shared}/corpora is not there: nothing measured")
        return
    score = scorer(args.shared / "tools" / "score_timex.py")
    if args.speeds:
        print(json.dumps(speeds(score, args.shared)))
        return
    made = table(score, args.shared, args.compiled)
    print(made)
    if args.write:
        put_between(args.write, _MARK, made)


if __name__ == "__main__":
    main()
