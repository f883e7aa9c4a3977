"""The run as a whole: one article's fault stays its own, and ids hold."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from timeline import pipeline
from timeline.events import find_mentions
from timeline.ingest import Options
from timeline.models import Article, EventMention, TimeExpression, Unresolved
from timeline.pipeline import Settings, assemble, build
from timeline.temporal import tag

TODAY = date(2024, 12, 10)


def of(text: str, published: date | None = TODAY) -> list[tuple[str, str]]:
    timeline = assemble([Article("a", "a.txt", text, published=published)], Settings())
    return [(event.id, event.edtf) for event in timeline.events]


def test_an_article_that_fails_takes_no_other_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def find(
        article: Article, expressions: list[TimeExpression], language: str
    ) -> tuple[list[EventMention], list[Unresolved]]:
        if article.file == "b.txt":
            raise ValueError("ein Fehler im Programm")
        return found(article, expressions, language)

    found = find_mentions
    monkeypatch.setattr(pipeline, "find_mentions", find)
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(f"Am 3. Mai 2024 brannte die Halle {name}.", encoding="utf-8")
    run = build([tmp_path], Settings(ingest=Options()))
    assert {m.file for e in run.timeline.events for m in e.mentions} == {"a.txt", "c.txt"}
    [problem] = [p for p in run.problems if p.level == "error"]
    assert problem.what == "b.txt"
    assert "ein Fehler im Programm" in problem.why
    with pytest.raises(ValueError, match="ein Fehler"):
        assemble(run.articles, Settings())


def test_an_event_keeps_its_id_when_other_sentences_change() -> None:
    before = of("Die Halle ist alt. Am 3. Mai 2024 brannte sie.")
    assert before == of("Die Halle ist sehr alt, sagt man. Am 3. Mai 2024 brannte sie.\n")
    assert before == of("Die Halle ist alt.  Am 3. Mai 2024\nbrannte sie.")
    assert before != of("Die Halle ist alt. Am 3. Mai 2024 brannte sie ab.")


def test_a_sentence_printed_twice_makes_ids_of_its_own() -> None:
    found = of("Am 3. Mai 2024 um 9 Uhr tagte der Rat.\n\nUm 10 Uhr tagte der Rat.\n\n" * 2)
    assert len({id_ for id_, _ in found}) == len(found)


def test_the_last_millennium_is_a_thousand_years_and_no_event() -> None:
    [found] = tag("Im letzten Jahrtausend wurde die Burg gebaut.", TODAY)
    assert (found.start, found.end) == (date(1001, 1, 1), date(2000, 12, 31))
    assert (found.timexes[0].value, found.event_like) == ("1", False)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("An Ostern 1525 begann der Aufstand.", "für dieses Jahr ist das Fest nicht zu berechnen"),
        ("Am fünften Sonntag im Februar tagt der Rat.", "diesen Tag gibt es nicht"),
    ],
)
def test_the_reason_is_true(text: str, reason: str) -> None:
    [found] = tag(text, TODAY)
    assert found.reason == reason


def test_a_feast_with_a_fixed_day_needs_no_easter() -> None:
    [found] = tag("Weihnachten 1521 predigte er.", TODAY)
    assert found.start == date(1521, 12, 24)
