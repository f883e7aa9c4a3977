"""How well events are found and merged, and how the time for merging grows: two Markdown tables.

    python benchmarks/events.py SHARED [--write docs/events.md] [--most 16000]

SHARED holds ``tools/score_timeline.py`` and annotated articles in ``corpora/stories`` and
``seeds``. They are not part of this project. The growth table needs none of it: its mentions are
invented. They come in reports of five, three reports a story: ten a day ("spread"), all within
five days ("one day", an archive of a great day), or all of one day in one text ("one article", a
live blog).
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from parts import put_between, scorer
from timeline.events import merge
from timeline.export.json_export import to_json
from timeline.models import Article, EventMention
from timeline.pipeline import Settings, build

#: folder of the articles, file of the truth, what to call it
SETS = (
    ("corpora/stories/articles", "corpora/stories/gold.json", "stories"),
    ("seeds/articles", "seeds/gold.json", "seeds"),
)
ACTS = (
    "brannte in {} die Mühle ab",
    "beschloss in {} der Rat den Etat",
    "streikten in {} die Busfahrer",
    "rammte in {} ein Frachter die Brücke",
    "eröffnete in {} das Museum",
    "nahm in {} die Polizei einen Mann fest",
    "trat in {} die Bürgermeisterin zurück",
    "stürzte in {} ein Kran um",
)
_STEMS = ("Moos", "Birken", "Hohen", "Wend", "Stein", "Lauen", "Erlen", "Grafen", "Neuen", "Ober")
_ENDS = ("au", "feld", "hafen", "tal", "berg", "stadt", "see", "brück", "dorf", "kirch")
_MARK = "<!-- table -->"


def accuracy(shared: Path) -> list[str]:
    """The rows of the first table: dates, traps and merging of every annotated set."""
    score = scorer(shared / "tools" / "score_timeline.py")
    lines = [
        "| Set | articles | date F1 | date accuracy | traps hit | pair P / R / F1 | B³ F1 |",
        "|---|---|---|---|---|---|---|",
    ]
    for folder, truth, name in SETS:
        gold, texts = score.load(str(shared / truth), str(shared / folder))
        made = build([shared / folder], Settings()).timeline
        found = score.score(gold, texts, score.adapt(json.loads(to_json(made))))
        pairs, b3 = found["merge"]["strict"]["pair"], found["merge"]["strict"]["bcubed"]
        lines.append(
            f"| {name} | {len(made.articles)} | {found['date']['f1']:.3f} "
            f"| {found['date']['acc']:.3f} | {found['traps']['hits']} of {found['traps']['total']} "
            f"| {pairs[0]:.3f} / {pairs[1]:.3f} / **{pairs[2]:.3f}** | **{b3[2]:.3f}** |"
        )
    return lines


def invented(count: int, per_day: int = 10) -> tuple[list[Article], list[EventMention]]:
    """``count`` mentions in reports of five, three reports a story, ``per_day`` a day."""
    articles: list[Article] = []
    mentions: list[EventMention] = []
    days = max(1, count // per_day)
    for number in range(max(1, count // 5)):
        story = number % max(1, count // 15)
        place = _STEMS[story % 10] + _ENDS[story // 10 % 10]
        begin = date(1900, 1, 1) + timedelta(days=story * days // max(1, count // 15))
        key, text = f"a{number:07}", ""
        for step in range(5):
            day = begin + timedelta(days=step)
            act = ACTS[(3 * story + step) % len(ACTS)].format(place)
            written = f"Am {day.day}.{day.month}.{day.year}"
            sentence = f"{written} {act}, sagte Sprecherin Ada Beek{story}."
            mentions.append(
                EventMention(
                    id=f"m{number:07}-{step}",
                    article=key,
                    file=f"{key}.txt",
                    start_char=len(text),
                    end_char=len(text) + len(written),
                    text=written,
                    sentence=sentence,
                    headline=act,
                    start=day,
                    end=day,
                    granularity="day",
                    basis="absolute",
                )
            )
            text += sentence + " "
        title = f"{place}: Nachrichten {story}"
        articles.append(Article(key, f"{key}.txt", text, f"Bote {number % 40}", title))
    return articles, mentions


def in_one_article(count: int) -> tuple[list[Article], list[EventMention]]:
    """``count`` mentions of one day in a single text."""
    articles, mentions = invented(count, count)
    text = "".join(article.text for article in articles)
    begins: dict[str, int] = {}
    at = 0
    for article in articles:
        begins[article.id] = at
        at += len(article.text)
    day = date(1900, 1, 1)
    moved = [
        mention.model_copy(
            update={
                "article": "one",
                "file": "one.txt",
                "start_char": mention.start_char + begins[mention.article],
                "end_char": mention.end_char + begins[mention.article],
                "start": day,
                "end": day,
            }
        )
        for mention in mentions
    ]
    return [Article("one", "one.txt", text, "Bote", "Ticker")], moved


SHAPES: dict[str, Callable[[int], tuple[list[Article], list[EventMention]]]] = {
    "spread": invented,
    "one day": lambda count: invented(count, count),
    "one article": in_one_article,
}


def seconds(count: int, shape: str = "spread") -> tuple[float, int]:
    """Processor seconds for merging ``count`` invented mentions, and how many events came out."""
    articles, mentions = SHAPES[shape](count)
    start = time.process_time()
    events = merge(mentions, articles)
    return time.process_time() - start, len(events)


def growth(most: int) -> list[str]:
    """The rows of the second table: seconds by number of mentions, each twice the one before."""
    lines = [
        f"| Mentions | {' | '.join(f'{shape}: seconds' for shape in SHAPES)} |",
        "|---" * (1 + len(SHAPES)) + "|",
    ]
    count = 1000
    while count <= most:
        took = [f"{seconds(count, shape)[0]:.1f}" for shape in SHAPES]
        lines.append(f"| {count:,} | {' | '.join(took)} |")
        count = 2 * count
    return lines


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("shared", type=Path)
    parser.add_argument("--write", type=Path, help="replace the tables in this document")
    parser.add_argument("--most", type=int, default=16_000, help="mentions to grow to")
    args = parser.parse_args()
    if not (args.shared / "corpora" / "stories").is_dir():
        print(f"{args.shared}/corpora/stories is not there: nothing measured")
        return
    made = "\n".join([*accuracy(args.shared), "", *growth(args.most)])
    print(made)
    if args.write:
        put_between(args.write, _MARK, made)


if __name__ == "__main__":
    main()
