"""How well and how steadily articles are read: ``make bench-articles``.

1. Publication dates and furniture on the pages of ``tests/ingest/pages``, and on annotated
   material named by path (folders with ``articles/`` and ``gold.json``).
2. Peak memory and time for 1,000 to 100,000 articles from one JSONL and one WARC file.

    python benchmarks/articles.py [FOLDER…] [--write docs/articles.md]
"""

from __future__ import annotations

import argparse
import json
import platform
import random
import resource
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Iterator, Sequence
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any

from parts import put_between
from timeline.ingest import Options, iter_articles
from timeline.models import Article, Problem

PAGES = Path(__file__).parent.parent / "tests" / "ingest" / "pages"
#: stands before and after the table in the document
MARK = "<!-- table -->"
SIZES = (1_000, 10_000, 100_000)
_PLACES = ("Birkenau", "Norderhafen", "Tannwil", "Altmoor", "Grauwick", "Hellenau", "Ostrach")
_THINGS = ("die Turnhalle", "den Hafen", "das Wehr", "den Markt", "das Museum", "die Brücke")
_DEEDS = ("beschlossen", "eröffnet", "gesperrt", "abgelehnt", "verschoben", "geprüft", "verkauft")
_NAMES = ("Kern", "Probst", "Moser", "Lampe", "Vogt", "Petersen", "Brandt", "Feichtner")


# ------------------------------------------------------------------ invented articles
def sentences(rng: random.Random) -> list[str]:
    """A few paragraphs that no other article has."""
    return [
        f"Der Rat von {rng.choice(_PLACES)} hat am Montag {rng.choice(_THINGS)} "
        f"{rng.choice(_DEEDS)}, sagte {rng.choice(_NAMES)} mit {rng.randrange(10**6)} Worten. "
        f"Schon am {rng.randrange(1, 28)}. Mai {rng.randrange(1950, 2020)} war in "
        f"{rng.choice(_PLACES)} {rng.choice(_THINGS)} {rng.choice(_DEEDS)} worden, was damals "
        f"{rng.randrange(10**5)} Menschen bewegte und heute noch Folgen hat."
        for _ in range(4)
    ]


def write_jsonl(path: Path, count: int) -> None:
    """``count`` articles, one a line."""
    rng = random.Random(count)
    with path.open("w", encoding="utf-8") as out:
        for n in range(count):
            row = {
                "id": n,
                "title": f"Meldung {n} aus {rng.choice(_PLACES)}",
                "text": "\n\n".join(sentences(rng)),
                "published": f"2024-{rng.randrange(1, 13):02}-{rng.randrange(1, 28):02}T06:00:00Z",
                "source": rng.choice(_NAMES) + "-Blatt",
            }
            out.write(json.dumps(row, ensure_ascii=False) + "\n")


def write_warc(path: Path, count: int) -> None:
    """``count`` pages, one a record, with menus, JSON-LD and boxes."""
    rng = random.Random(count)
    with path.open("wb") as out:
        for n in range(count):
            title = f"Meldung {n} aus {rng.choice(_PLACES)}"
            day = f"2024-{rng.randrange(1, 13):02}-{rng.randrange(1, 28):02}"
            entry = {"@type": "NewsArticle", "headline": title, "datePublished": f"{day}T06:00:00Z"}
            body = (
                "<!DOCTYPE html><html lang='de'><head><meta charset='utf-8'>"
                f"<title>{title}</title><script type='application/ld+json'>{json.dumps(entry)}"
                "</script></head><body><nav><a href='/'>Start</a><a href='/p'>Politik</a></nav>"
                f"<article><h1>{title}</h1>"
                + "".join(f"<p>{sentence}</p>" for sentence in sentences(rng))
                + "<aside class='newsletter'><p>Jeden Freitag im Postfach.</p></aside></article>"
                "<footer>© Verlag</footer></body></html>"
            ).encode()
            http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
            out.write(
                f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://blatt.example/{n}\r\n"
                f"WARC-Date: 2025-01-01T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:{n:032x}>\r\n"
                "Content-Type: application/http; msgtype=response\r\n"
                f"Content-Length: {len(http)}\r\n\r\n".encode()
                + http
                + b"\r\n\r\n"
            )


# ------------------------------------------------------------------ memory
def count_in_this_process(path: Path) -> None:
    """Read one file to its end; print articles, dated ones, seconds and peak MB as JSON."""
    start = time.perf_counter()
    problems: list[Problem] = []
    total = dated = 0
    for article in iter_articles([path], Options(), problems.append):
        total += 1
        dated += article.published is not None
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    megabytes = peak / (1 << 20 if sys.platform == "darwin" else 1 << 10)  # bytes there, KB here
    seconds = time.perf_counter() - start
    print(json.dumps([total, dated, len(problems), round(seconds, 1), round(megabytes)]))


def memory(sizes: Sequence[int]) -> Iterator[str]:
    """Rows of the table, each measured in a process of its own."""
    yield "| File | Articles | Dated | Problems | MB | Seconds | Articles/s | Peak memory (MB) |"
    yield "|---|---|---|---|---|---|---|---|"
    with tempfile.TemporaryDirectory() as folder:
        for name, write in (("JSONL", write_jsonl), ("WARC", write_warc)):
            for size in sizes:
                path = Path(folder, f"a.{name.lower()}")
                write(path, size)
                done = subprocess.run(
                    [sys.executable, __file__, "--count", str(path)],
                    check=True, capture_output=True, text=True,
                )  # fmt: skip
                total, dated, problems, seconds, peak = json.loads(done.stdout)
                yield (
                    f"| {name} | {total:,} | {dated:,} | {problems} | "
                    f"{path.stat().st_size / 1e6:.0f} | {seconds} | "
                    f"{total / max(seconds, 0.1):,.0f} | {peak} |"
                )
                path.unlink()


# ------------------------------------------------------------------ accuracy
def outside(article: Article) -> str:
    """The text that counts: what is not marked as furniture."""
    pieces, at = [], 0
    for span in article.furniture:
        pieces.append(article.text[at : span.start_char])
        at = span.end_char
    return "".join((*pieces, article.text[at:]))


def iso(article: Article) -> str:
    return article.published.isoformat() if article.published else ""


def read(path: Path) -> list[Article]:
    return list(iter_articles([path], Options(), lambda problem: None))


def pages() -> tuple[str, bool]:
    """The row for the HTML pages, and whether all is right."""
    expected: list[dict[str, Any]] = tomllib.loads((PAGES / "expected.toml").read_text("utf-8"))[
        "page"
    ]
    dates = invented = kept = furniture = 0
    for page in expected:
        found = read(PAGES / page["file"])
        article = found[0] if found else None
        if article is None:
            continue
        dates += iso(article) == page.get("published", "")
        invented += bool(iso(article)) and not page.get("published")
        kept += all(words in article.text for words in page["keep"])
        furniture += sum(words in outside(article) for words in page.get("absent", []))
    count = len(expected)
    row = f"| HTML pages | {count} | {dates} | {invented} | {kept} | {furniture} |"
    return row, (dates, invented, kept, furniture) == (count, 0, count, 0)


def material(folder: Path) -> tuple[str, bool]:
    """The row for annotated articles: dates right, invented; event mentions kept; traps left."""
    gold = json.loads((folder / "gold.json").read_text("utf-8"))
    articles = {
        a.file: a for a in iter_articles([folder / "articles"], Options(), lambda problem: None)
    }
    dates = invented = whole = left = 0
    for entry in gold["articles"]:
        article = articles[entry["file"]]
        dates += (entry["published"] or "")[:10] == iso(article)[:10]
        invented += bool(iso(article)) and not entry["published"]
        spans = [(f.start_char, f.end_char) for f in article.furniture]

        def inside(start: int, end: int, spans: list[tuple[int, int]] = spans) -> bool:
            return any(a < end and start < b for a, b in spans)

        events = [m for m in entry["mentions"] if m["role"] == "event"]
        whole += not any(inside(m["quote_start"], m["quote_end"]) for m in events)
        left += sum(
            not inside(m["expr_start"], m["expr_end"])
            for m in entry["mentions"]
            if m["role"] == "furniture"
        )
    kinds = {"furniture_date", "reading_time", "phone", "timetable", "front_matter"}
    for entry in gold["traps"]:
        spans = [(f.start_char, f.end_char) for f in articles[entry["file"]].furniture]
        left += sum(
            not any(a <= trap["start_char"] and trap["end_char"] <= b for a, b in spans)
            for trap in entry["traps"]
            if trap["kind"] in kinds
        )
    count = len(gold["articles"])
    row = f"| {folder.name} | {count} | {dates} | {invented} | {whole} | {left} |"
    return row, (dates, invented, whole, left) == (count, 0, count, 0)


def report(folders: Sequence[Path], sizes: Sequence[int]) -> tuple[list[str], bool]:
    """The tables, and whether everything that has an answer was right."""
    made = [
        f"timeline {version('timeline')}, trafilatura {version('trafilatura')}, "
        f"Python {platform.python_version()}, {platform.machine()}, {date.today():%Y-%m-%d}.",
        "",
        "| Material | Articles | Dates right | Dates invented | Text whole | Furniture left |",
        "|---|---|---|---|---|---|",
    ]
    row, right = pages()
    made.append(row)
    for folder in folders:
        if not (folder / "gold.json").is_file():
            print(f"{folder}: no gold.json, skipped", file=sys.stderr)
            continue
        row, good = material(folder)
        made.append(row)
        right &= good
    return [*made, "", *memory(sizes)], right


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("material", nargs="*", type=Path, help="folders with articles/, gold.json")
    parser.add_argument("--sizes", type=int, nargs="*", default=SIZES)
    parser.add_argument("--write", type=Path, help="replace the table in this document")
    parser.add_argument("--count", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.count:
        count_in_this_process(given.count)
        return 0
    made, right = report(given.material, given.sizes)
    print("\n".join(made))
    if given.write:
        put_between(given.write, MARK, "\n".join(made))
    return 0 if right else 1


if __name__ == "__main__":
    sys.exit(main())
