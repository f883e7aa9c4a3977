"""Accuracy and speed of the tagger against annotated corpora: one Markdown table.

    python benchmarks/tagging.py SHARED [--write docs/tagging.md]

SHARED holds ``tools/score_timex.py`` (TempEval-3 scoring) and ``corpora/`` with
KRAUTS and WikiWarsDE in TimeML. They are not part of this project. Speed is
measured in the same run as ``dateparser.search_dates``, on the same text, in
processor seconds of one core, warm, the best of 15.
"""

from __future__ import annotations

import argparse
import importlib.util
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date
from importlib.metadata import version
from pathlib import Path
from types import ModuleType
from typing import Any

from timeline.temporal.timeml import Record, timexes

#: folder, what the text is, HeidelTime's value F1 (as published in the project's brief), our goal
SETS: tuple[tuple[str, str, str, float | None, float | None], ...] = (
    ("krauts/DieZeit", "DieZeit", "weekly", 62.7, 80.0),
    ("krauts/DieZeit", "DieZeit", "auto", None, None),
    ("krauts/Dolomiten-42", "Dolomiten-42", "auto", 80.0, 88.0),
    ("wikiwars_de", "WikiWarsDE", "narrative", 83.2, 88.0),
    ("wikiwars_de", "WikiWarsDE", "auto", None, None),
)
SPEED_GOAL = 70
_MARK = "<!-- table -->"


def scorer(path: Path) -> ModuleType:
    """The scoring program as a module."""
    spec = importlib.util.spec_from_file_location("score_timex", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path}: not found – name the folder that holds tools/score_timex.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules["score_timex"] = module
    spec.loader.exec_module(module)
    return module


def records(documents: Sequence[Any]) -> list[Record]:
    return [
        Record(d.stem, date.fromisoformat(d.dct[:10]) if d.dct else None, d.text) for d in documents
    ]


def accuracy(
    score: ModuleType, documents: Sequence[Any], kind: str
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


def table(shared: Path) -> str:
    score = scorer(shared / "tools" / "score_timex.py")
    lines = [
        "| Corpus | kind | value P / R / F1 | of each half | value F1, DATE+TIME | relaxed F1 "
        "| HeidelTime | goal |",
        "|---|---|---|---|---|---|---|---|",
    ]
    loaded: dict[str, Sequence[Any]] = {}
    for folder, name, kind, heideltime, goal in SETS:
        if folder not in loaded:
            loaded[folder] = sorted(
                score.read_tml_dir(str(shared / "corpora" / folder)), key=lambda d: d.stem
            )
        found = accuracy(score, loaded[folder], kind)
        p, r, f, relaxed = found["ALL"]
        # rules were written on every other document, and never on those between
        seen, unseen = (accuracy(score, loaded[folder][half::2], kind)["ALL"][2] for half in (0, 1))
        lines.append(
            f"| {name} | {kind} | {p:.1f} / {r:.1f} / **{f:.1f}** | {seen:.1f} / {unseen:.1f} "
            f"| {found['DATE+TIME'][2]:.1f} | {relaxed:.1f} | {heideltime or '–'} | {goal or '–'} |"
        )
    lines += [
        "",
        "| Text | chars/s | `search_dates`, chars/s | multiple | goal |",
        "|---|---|---|---|---|",
    ]
    for folder, name in (("krauts/DieZeit", "DieZeit"), ("krauts/Dolomiten-42", "Dolomiten-42")):
        ours, theirs = speed(loaded[folder])
        lines.append(
            f"| {name} | {ours / 1e6:.1f} M | {theirs / 1e3:.0f} k | **{ours / theirs:.0f}** "
            f"| {SPEED_GOAL} |"
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
    args = parser.parse_args()
    if not (args.shared / "corpora").is_dir():
        print(f"{args.shared}/corpora is not there: nothing measured")
        return
    made = table(args.shared)
    print(made)
    if args.write:
        head, _, rest = args.write.read_text("utf-8").partition(_MARK)
        _, _, tail = rest.partition(_MARK)
        args.write.write_text(f"{head}{_MARK}\n{made}\n{_MARK}{tail}", "utf-8")


if __name__ == "__main__":
    main()
