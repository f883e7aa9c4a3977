"""Tagging for other programs: records in, JSON lines or well-formed TimeML out."""

from __future__ import annotations

import json
import re
from datetime import date
from xml.etree import ElementTree

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from timeline.errors import UsageError
from timeline.temporal.timeml import Record, answer, parse_record, timexes, to_timeml

PUBLISHED = date(2024, 11, 14)  # Thursday
ANYTHING = st.text(st.characters(exclude_categories=[]))
#: what XML 1.0 cannot hold in any form
NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def parsed(record: Record) -> ElementTree.Element:
    """The TimeML document of a record as any XML parser sees it."""
    return ElementTree.fromstring(to_timeml(record, timexes(record, "auto")[0]).encode())


# ------------------------------------------------------------------ records
def test_a_record_has_a_name_a_day_and_a_text() -> None:
    line = '{"doc": "a-1", "dct": "2024-11-14", "text": "Am Mittwoch tagte der Rat."}'
    assert parse_record(line, "x") == Record("a-1", PUBLISHED, "Am Mittwoch tagte der Rat.")


@pytest.mark.parametrize("dct", ["null", '""'])
def test_a_record_may_be_without_a_day(dct: str) -> None:
    assert parse_record(f'{{"doc": "a", "dct": {dct}, "text": "x"}}', "x").published is None
    assert parse_record('{"doc": "a", "text": "x"}', "x").published is None


def test_a_record_may_carry_a_time_of_day() -> None:
    line = '{"doc": 7, "dct": "2024-11-14T08:30:00+01:00", "text": "x"}'
    assert parse_record(line, "x") == Record("7", PUBLISHED, "x")


@pytest.mark.parametrize(
    "line",
    [
        "",
        "kaputt",
        "7",
        "null",
        "[]",
        '"text"',
        "{}",
        '{"doc": "a"}',
        '{"text": "x"}',
        '{"doc": "a", "text": "x"',
        '{"doc": "a", "text": null}',
        '{"doc": "a", "text": 7}',
        '{"doc": "a", "text": ["x"]}',
        '{"doc": null, "text": "x"}',
        pytest.param("[" * 100_000, id="deep"),
    ],
)
def test_what_is_no_record_is_named(line: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse_record(line, "archiv.jsonl, Zeile 3")
    assert caught.value.what == "archiv.jsonl, Zeile 3"
    assert "„text“" in caught.value.why
    assert '"dct"' in caught.value.remedy
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "dct", ['"gestern"', '"2024-02-30"', "20241114", "[1]", "{}", "false", '"\\n"']
)
def test_a_day_that_is_none_is_named(dct: str) -> None:
    with pytest.raises(UsageError, match="kein Tag in der Form") as caught:
        parse_record(f'{{"doc": "a", "dct": {dct}, "text": "x"}}', "-, Zeile 1")
    assert caught.value.what == "-, Zeile 1"
    assert "\n" not in str(caught.value)


def test_half_characters_are_replaced_one_for_one() -> None:
    line = r'{"doc": "\ud800", "text": "am \udc00 3. Mai 2024"}'
    assert parse_record(line, "x") == Record("\ufffd", None, "am \ufffd 3. Mai 2024")


# ------------------------------------------------------------------ JSON lines
def test_an_answer_in_json_holds_the_tags_in_order() -> None:
    text = "Am Mittwoch tagte der Rat. Die Brücke wird am 3. Mai 2025 eröffnet."
    found = json.loads(answer(Record("a", PUBLISHED, text), "news", "jsonl"))
    assert (found["doc"], found["kind"]) == ("a", "news")
    assert [(t["type"], t["value"], t["text"]) for t in found["timexes"]] == [
        ("DATE", "2024-11-13", "Mittwoch"),
        ("DATE", "2025-05-03", "3. Mai 2025"),
    ]
    for t in found["timexes"]:
        assert text[t["start"] : t["end"]] == t["text"]
        assert t["rule"]


@given(ANYTHING, ANYTHING, st.none() | st.dates())
@example("\ud800", "am 3. Mai \ud800", None)
def test_any_record_is_answered_in_one_line_that_utf8_can_hold(
    doc: str, text: str, published: date | None
) -> None:
    day = published.isoformat() if published else None
    record = parse_record(json.dumps({"doc": doc, "dct": day, "text": text}), "x")
    assert len(record.text) == len(text)
    line = answer(record, "auto", "jsonl")
    assert "\n" not in line
    assert isinstance(json.loads(line.encode()), dict)


# ------------------------------------------------------------------ TimeML
def test_timeml_holds_the_text_with_its_tags() -> None:
    root = parsed(Record("a", PUBLISHED, "Am Mittwoch tagte der Rat, 3 < 5 & 7 > 2."))
    assert root.tag == "TimeML"
    assert root.findtext("DOCID") == "a"
    assert [t.get("value") for t in root.iter("TIMEX3")] == ["2024-11-14", "2024-11-13"]
    assert [t.get("tid") for t in root.iter("TIMEX3")] == ["t0", "t1"]
    body = root.find("TEXT")
    assert body is not None
    assert "".join(body.itertext()) == "Am Mittwoch tagte der Rat, 3 < 5 & 7 > 2."
    assert [t.text for t in body] == ["Mittwoch"]


def test_without_a_day_there_is_no_dct() -> None:
    assert parsed(Record("a", None, "Am 3. Mai 2024.")).find("DCT") is None


@given(
    ANYTHING,
    st.lists(
        ANYTHING | st.sampled_from(["am 3. Mai 2024", "<TIMEX3>", "&amp;", "]]>", "\r\n", "\r"])
    ).map(" ".join),
    st.none() | st.dates(),
)
@example("a", "am\r3.\r\nMai 2024", None)
@example('"><x', "</TEXT> am 3. Mai 2024 <!-- <![CDATA[ ]]>", date.max)
def test_timeml_is_well_formed_whatever_the_text_holds(
    doc: str, text: str, published: date | None
) -> None:
    root = parsed(Record(doc, published, text))
    body = root.find("TEXT")
    assert body is not None
    assert "".join(body.itertext()) == NOT_XML.sub("\ufffd", text)
    assert root.findtext("DOCID") == NOT_XML.sub("\ufffd", doc)


# ------------------------------------------------------------------ kinds
def test_the_kind_that_is_asked_for_is_taken() -> None:
    record = Record("a", PUBLISHED, "Am Mittwoch tagte der Rat.")
    assert timexes(record, "weekly")[1] == "weekly"
    assert timexes(record, "narrative")[1] == "narrative"


def test_a_story_of_years_long_past_is_a_narrative() -> None:
    years = " ".join(f"Im Jahr {year} fiel die Festung." for year in range(1618, 1648))
    assert timexes(Record("a", PUBLISHED, years), "auto")[1] == "narrative"
    assert timexes(Record("a", PUBLISHED, "Am Mittwoch tagte der Rat."), "auto")[1] == "news"


def test_an_hour_of_another_season_hangs_on_no_day() -> None:
    record = Record("a", PUBLISHED, "Im Sommer 1931 standen sie um vier Uhr auf.")
    assert [t.value for t in timexes(record, "news")[0]] == ["1931-SU", "XXXX-XX-XXT04:00"]


def test_the_turn_of_the_year_is_named_by_the_new_one() -> None:
    """As annotators have it, though the days around it are both of them."""
    record = Record("a", date(2023, 12, 30), "Zum Jahreswechsel treten neue Regeln in Kraft.")
    assert [t.value for t in timexes(record, "news")[0]] == ["2024-01-01"]


def test_that_saturday_is_none_of_this_weeks() -> None:
    """Where the text has told of no Saturday of longer ago, nobody knows which it was."""
    record = Record("a", PUBLISHED, "Sie sei an jenem Samstag verreist gewesen, sagte sie.")
    assert [t.value for t in timexes(record, "news")[0]] == ["XXXX-WXX-6"]
