"""Whatever an article says, a run makes exports of it: no crash, no event that ends too soon.

The texts are examples of the grammar and clauses with their verbs in all places, in any order:
headlines, clauses and modality see what no reporter writes, too.
"""

from __future__ import annotations

from datetime import date, timedelta
from unittest.mock import patch

from hypothesis import example, given, settings
from hypothesis import strategies as st

from timeline.events.headlines import headline
from timeline.export.lint import lint
from timeline.german.grammar import RULES
from timeline.models import Article, as_day
from timeline.pipeline import Settings, assemble, render

_EXAMPLES = sorted({text for rule in RULES for text in rule.examples})
_ODD = [
    "24 Uhr", "29. Februar", "31. April 2023", "1.1.0001", "im Jahr 9999", "480 v. Chr.",
    "im Jahr 79 n. Chr.", "999 Jahre später", "im letzten Jahrtausend", "in den Nullerjahren",
    "Ostern 1500", "Weihnachten 9999", "am fünften Sonntag im Februar", "vor 2000 Jahren",
    "um 2.30 Uhr MESZ", "bis zum Jahr 1 n. Chr.", "vor acht Jahren", "zwei Minuten später",
]  # fmt: skip
_CLAUSES = [
    "brannte die Halle", "tagt der Rat", "soll das Haus fertig sein", "sagte Ada Holm", "kam er",
    "wird das Fest verschoben", "nachdem der Zug entgleist war", "die Schau öffnet",
    "die der Verein gebaut hatte", "um Kosten zu sparen", "dass sie komme", "beginnt der Bau",
    "ein Foto als Leihgabe im Museum der Stadt", "hätte er zahlen sollen", "fällt der Lauf aus",
]  # fmt: skip
_GLUE = [" ", ", ", ". ", ": ", "; ", " – ", " und ", " bis ", " (", ") ", " „", "“ ", "\n", "\n\n"]
_TEXTS = st.lists(
    st.tuples(
        st.sampled_from([*_EXAMPLES, *_ODD, *_CLAUSES]),
        st.sampled_from(_GLUE),
    ),
    min_size=1,
    max_size=12,
).map(lambda parts: "".join(word + glue for word, glue in parts).capitalize())
_DAYS = st.none() | st.dates() | st.sampled_from([date.min, date.max])


@settings(deadline=timedelta(seconds=5))
@given(_TEXTS, _DAYS)
@example("3. Mai 1905: Beginnt der Bau der Brücke mit einem Zug der Zünfte durch die Stadt.", None)
@example("Foto der Halle aus der Zeit vor acht Jahren, als Leihgabe im Museum der Stadt", None)
@example("Bis zum Jahr 1 n. Chr. stand dort ein Lager.", None)
@example("Im Advent tagt der Rat.", date.min)
@example("Von Ende 2021 bis März 2021 wurde gebaut.", date(2022, 1, 1))
@example("Kam er – Freitag vor einer Woche auf 1. 9. 2001 um 1914; kam er, vom kommenden", None)
@example("In der Saison 2024/25. .", date(2025, 1, 1))
@example("Am Freitag tagt der Rat. Am Freitag tagt der Rat.", date(2024, 11, 14))
def test_any_text_makes_exports(text: str, published: date | None) -> None:
    with patch.object(headline, "TRIPPED", ()):  # a rule that trips is to be seen
        timeline = assemble([Article("a", "a.txt", text, published=published)], Settings())
    for event in timeline.events:
        if event.start is not None and event.end is not None:
            assert as_day(event.start) <= as_day(event.end)
    assert len({event.id for event in timeline.events}) == len(timeline.events)
    files, _ = render(timeline, ("json", "ics", "timelinejs", "csv", "md", "atom", "jsonld"))
    for name, data in files.items():
        if name.endswith(".ics"):
            assert [f for f in lint(data) if f.level == "error"] == []
