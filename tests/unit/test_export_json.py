from __future__ import annotations

import json

import pytest
from export_samples import article, event, mention, timeline
from hypothesis import given
from hypothesis import strategies as st

from timeline.errors import UsageError
from timeline.export.json_export import from_json, json_schema, to_json
from timeline.models import Unresolved


def test_the_export_holds_what_the_models_hold() -> None:
    made = timeline(
        event(),
        event("e2", start="2024-06-19T08:30:00+02:00", end=None, granularity="time"),
        unresolved=(
            Unresolved(file="a1.txt", start_char=3, end_char=9, text="neulich", reason="zu vage"),
        ),
    )
    data = to_json(made)
    assert from_json(data) == made
    assert to_json(from_json(data)) == data
    text = data.decode()
    assert text.startswith('{\n "schema": "timeline/1",\n "title": "Am Mühlkanal"')
    assert text.endswith("}\n")
    assert "\r" not in text
    loaded = json.loads(text)
    assert loaded["events"][0]["start"] == "2024-06-19"
    assert loaded["events"][1]["start"] == "2024-06-19T08:30:00+02:00"
    assert loaded["articles"][0]["published"] == "2024-06-20T09:15:00+02:00"
    assert list(loaded) == [
        "schema",
        "title",
        "language",
        "timezone",
        "articles",
        "events",
        "unresolved",
    ]


@given(st.text(st.characters(exclude_categories=[])))
def test_any_text_survives(text: str) -> None:
    made = timeline(
        event(headline=text, mentions=(mention(sentence=text),)), articles=(article(url=text),)
    )
    data = to_json(made)
    read = from_json(data)
    expected = "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in text)
    assert read.events[0].headline == expected
    assert read.events[0].mentions[0].sentence == expected
    assert read.articles[0].url == expected
    assert to_json(read) == data


def test_the_schema_is_that_of_the_models() -> None:
    schema = json.loads(json_schema())
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == "urn:timeline:schema:1"
    assert schema["title"] == "timeline/1"
    assert schema["properties"]["schema"]["const"] == "timeline/1"
    assert set(schema["properties"]) == set(json.loads(to_json(timeline(event()))))
    assert json_schema() == json_schema()
    assert json_schema().endswith(b"}\n")


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"", ""),
        (b"\xff\xfe", ""),
        (b"[]", ""),
        (b'{"schema": "timeline/2", "title": "x"}', "schema"),
        (b'{"title": "x", "events": [{"id": "e1"}]}', "events.0.headline"),
    ],
)
def test_what_is_no_timeline_is_refused_in_words(data: bytes, place: str) -> None:
    with pytest.raises(UsageError) as caught:
        from_json(data)
    assert "timeline/1" in caught.value.why
    assert place in caught.value.why
    assert "timeline build" in caught.value.remedy
