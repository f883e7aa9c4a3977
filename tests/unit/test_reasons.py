"""Why a date is none, what else it could be, what it hangs on: in the language of the reader."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from test_mentions import blog

import timeline
from timeline.events import find_mentions
from timeline.messages import TEXTS, Message
from timeline.models import Event, Unresolved
from timeline.temporal import tag

PUBLISHED = date(2024, 11, 14)  # Thursday
#: key → a text of which the tagger says so
SAID = {
    "reason.unpublished": "Am Mittwoch kam sie.",
    "reason.no-day": "Sie kam um 12 Uhr.",
    "reason.no-reference": "Zwei Tage zuvor kam sie.",
    "reason.no-count": "Vor einigen Tagen kam sie.",
    "reason.no-such-day": "Am 30. Februar 2024 kam sie.",
    "reason.no-feast": "Ostern 1300 kam sie.",
    "reason.by-state": "Am letzten Samstag vor den Osterferien kam sie.",
    "reason.outside-calendar": "In 9000 Jahren kommt sie.",
    "reason.before-era": "Das war 300 v. Chr.",
    "why.announced": "Am Mittwoch kam sie.",
    "why.past": "Am Samstag kommt sie.",
    "why.next": "Das Filmfest läuft vom 20. bis 25. November. Am Freitag folgt die Premiere.",
    "why.from-publication": "„Heute kommen wir“, sagte sie am Mittwoch.",
    "why.last": "Am Freitag teilte sie mit, dass sie am Dienstag kam.",
    "why.date-before": "Am 13. Oktober schlossen die Schulen. Am Sonntag gingen alle heim.",
    "why.weekday-differs": "Am Montag, 14. November 2024, kam sie.",
}
#: texts of a run that says all of the export's own words
ARTICLES = {
    "a.txt": "---\npublished: 2024-05-03\n---\nDas Fest in Moosau wird verschoben: "
    "Statt am Montag feiern alle im Juli. Vor einigen Tagen war das nicht bekannt.\n",
    "b.txt": "---\ntitle: Kran\nmodified: 2024-05-04\n---\nDer Kran in Moosau steht wieder.\n",
    "c.txt": "Der Stadtrat hat lange über die neue Brücke beraten und nichts beschlossen.\n",
}
#: … and their keys
OWN = (
    "reason.no-count",
    "reason.undated-report",
    "why.past",
    "anchor.publication",
    "where.derived",
    "claim.new-date",
    "claim.former-date",
)


@pytest.mark.parametrize("key", SAID)
def test_the_tagger_says_why(key: str) -> None:
    said: set[str] = set()
    unknown = key in ("reason.unpublished", "reason.no-day")
    for found in tag(SAID[key], None if unknown else PUBLISHED):
        for words in (found.reason, *(other.why for other in found.alternatives)):
            assert words is None or isinstance(words, Message)
            said |= {words.key} if words else set()
    assert key in said


def test_every_reason_of_the_table_is_tried() -> None:
    listed = {key for key in TEXTS if key.startswith(("reason.", "why."))}
    assert listed - set(SAID) == {"reason.undated-report"}  # of whole reports: below


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_words_of_the_export_are_in_its_language(tmp_path: Path, language: str) -> None:
    for name, text in ARTICLES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    settings = timeline.Settings(language="en" if language == "en" else "de")
    made = timeline.build(tmp_path, settings).timeline
    expected = {TEXTS[key][language == "en"].partition(" {")[0] for key in OWN}
    said = {place.where for article in made.articles for place in article.dates}
    said -= {"Front Matter"}  # the name of a format
    assert said | _own_words(made.events, made.unresolved) == expected


def _own_words(events: tuple[Event, ...], unresolved: tuple[Unresolved, ...]) -> set[str]:
    said = {one.reason for one in unresolved}
    for event in events:
        said |= {claim.about.partition(": ")[0] + ":" for claim in event.claims}
        for mention in event.mentions:
            said |= {other.why for other in mention.alternatives}
            said |= {mention.anchor} if mention.basis == "publication" else set()
    return said


def test_the_stamp_of_an_entry_is_said_in_the_language_of_the_export() -> None:
    for language, words in zip(("de", "en"), TEXTS["anchor.entry"], strict=True):
        assert {one.anchor for one in find_mentions(blog(), [], language)[0]} == {words}
