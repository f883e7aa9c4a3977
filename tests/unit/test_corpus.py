"""The tagger against the phrase corpus: every sentence means what the corpus says.

The corpus is explained in ``tests/corpus/README.md``. An expression is compared by
overlap with the brackets, so that it does not matter whether the preposition belongs to it.

What the tagger cannot do yet stands in ``tests/corpus/gaps/known_gaps.toml``, each phrase with
its reason. The list is strict: a phrase that is listed and works fails as well, until its entry
is deleted. To write the list anew (known reasons are kept)::

    python tests/unit/test_corpus.py > gaps.toml && mv gaps.toml tests/corpus/gaps/known_gaps.toml
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from timeline.models import TimeExpression, Timex
from timeline.temporal import tag

CORPUS = Path(__file__).parents[1] / "corpus"
GAPS = CORPUS / "gaps" / "known_gaps.toml"
FILES = [*sorted(CORPUS.glob("*.toml")), *sorted((CORPUS / "negative").glob("*.toml"))]

Phrase = dict[str, Any]


def load(path: Path, table: str = "phrase") -> list[Phrase]:
    """The entries of one corpus file, in order."""
    entries: list[Phrase] = tomllib.loads(path.read_text(encoding="utf-8")).get(table, [])
    return entries


def known_gaps() -> dict[str, str]:
    """Text of a phrase (with its brackets) → why it does not work yet."""
    return {gap["text"]: gap["reason"] for gap in load(GAPS, "gap")}


def phrases() -> Iterator[tuple[str, Phrase]]:
    """Every phrase of the corpus with the name it has among the tests."""
    for path in FILES:
        for number, phrase in enumerate(load(path)):
            yield f"{path.stem}-{number}", phrase


# ------------------------------------------------------------------ comparing
def mismatches(phrase: Phrase) -> list[str]:
    """What the tagger says otherwise than the corpus; empty where they agree."""
    written: str = phrase["text"]
    found = tag(
        written.replace("[", "").replace("]", ""),
        phrase.get("published"),
        locale=phrase.get("locale", "de-DE"),
    )
    if "[" not in written:
        return [*_dates_where_there_are_none(found, phrase.get("allow", ""))]
    first, last = written.index("["), written.index("]") - 1
    inside = [e for e in found if e.start_char < last and first < e.end_char]
    tags = [t for e in inside for t in e.timexes if t.start_char < last and first < t.end_char]
    return [*_wrong_dates(inside, phrase), *_wrong_tags(tags, phrase)]


def _wrong_dates(found: list[TimeExpression], phrase: Phrase) -> Iterator[str]:
    if phrase.get("event") is False:
        for e in found:
            if e.resolved and e.event_like:
                yield f"„{e.text}“ is an event on {e.edtf}; it is none"
        return
    if phrase.get("unresolved"):
        if not any(e.reason for e in found):
            yield "nothing is said to be unresolved"
        for e in found:
            if e.resolved and e.event_like:
                yield f"„{e.text}“ is {e.edtf}; nobody can know"
        return
    if len(found) != 1:
        yield f"one expression is {len(found)}: " + "; ".join(f"„{e.text}“ {e.edtf}" for e in found)
    if not found:
        return
    e = found[0]
    if e.reason:
        yield f"unresolved: {e.reason}"
    elif not e.event_like:
        yield "is no event; it is one"
    for name, got, wanted in (
        ("start", _iso(e.start), phrase.get("start")),
        ("end", _iso(e.end), phrase.get("end")),
        ("granularity", e.granularity, phrase["granularity"]),
        ("mod", e.mod, phrase.get("mod")),
    ):
        if (got or None) != (wanted or None):
            yield f"{name} is {got}, not {wanted}"


def _wrong_tags(found: list[Timex], phrase: Phrase) -> Iterator[str]:
    got = [f"{t.type} {t.value}" for t in found]
    if "timex" in phrase and got != phrase["timex"]:
        yield f"TIMEX3 is {got}, not {phrase['timex']}"


def _dates_where_there_are_none(found: list[TimeExpression], allow: str) -> Iterator[str]:
    for e in found:
        if e.resolved and e.event_like:
            yield f"„{e.text}“ is {e.edtf}; it is no date"
        for t in e.timexes:
            length = t.type in ("DURATION", "SET") and allow in ("duration", "vague")
            vague = t.value.endswith("_REF") and allow == "vague"
            if not (length or vague):
                yield f"„{t.text}“ is {t.type} {t.value}; it is none"


def _iso(moment: date | datetime | None) -> str | None:
    """As the corpus writes it: local time, to the minute."""
    if isinstance(moment, datetime):
        return moment.replace(tzinfo=None).isoformat(timespec="minutes")
    return moment.isoformat() if moment else None


# ------------------------------------------------------------------ the tests
def _params() -> Iterator[Any]:
    gaps = known_gaps()
    for name, phrase in phrases():
        reason = gaps.get(phrase["text"], "")
        gap = pytest.mark.xfail(strict=True, reason=reason, raises=AssertionError)
        yield pytest.param(phrase, id=name, marks=[gap] if reason else [])


@pytest.mark.parametrize("phrase", list(_params()))
def test_the_phrase_means_what_the_corpus_says(phrase: Phrase) -> None:
    wrong = mismatches(phrase)
    assert not wrong, f"{phrase['text']} ({phrase.get('published')}): " + "; ".join(wrong)


def test_the_known_gaps_are_phrases_of_the_corpus() -> None:
    gaps = load(GAPS, "gap")
    texts = {phrase["text"] for _, phrase in phrases()}
    assert [gap["text"] for gap in gaps if gap["text"] not in texts] == []
    assert len({gap["text"] for gap in gaps}) == len(gaps)
    assert all(gap["reason"].strip() for gap in gaps)


if __name__ == "__main__":
    reasons = known_gaps()
    print("# Phrases of the corpus that the tagger gets wrong, and why; kept by test_corpus.py.")
    for _, each in phrases():
        if problems := mismatches(each):
            why = reasons.get(each["text"], "; ".join(problems))
            # A JSON string is a TOML string.
            print("\n[[gap]]\ntext =", json.dumps(each["text"], ensure_ascii=False))
            print("reason =", json.dumps(why, ensure_ascii=False))
