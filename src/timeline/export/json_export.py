"""``timeline.json``: the models as they stand (schema ``timeline/1``), and its JSON Schema."""

from __future__ import annotations

import json
from typing import Any

from pydantic import ValidationError

from timeline.errors import UsageError
from timeline.export.text import replace_surrogates
from timeline.messages import say
from timeline.models import SCHEMA, Timeline

#: A name, not an address: nothing is fetched for it.
SCHEMA_ID = "urn:timeline:schema:" + SCHEMA.partition("/")[2]


def to_json(timeline: Timeline) -> bytes:
    """The timeline as UTF-8 JSON, ``schema`` first, one trailing newline.

    The order of keys and entries is that of the models. Quotes stay as the
    articles have them; only lone surrogates, which UTF-8 cannot hold, become U+FFFD.
    """
    return _dump(timeline.model_dump(mode="json", by_alias=True))


def from_json(data: bytes) -> Timeline:
    """Read what ``to_json`` wrote.

    Raises:
        UsageError: the bytes are no JSON, or no timeline of this schema.
    """
    try:
        return Timeline.model_validate_json(data)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(str(step) for step in first["loc"])
        why = (
            say("schema.differs-at", schema=SCHEMA, place=place)
            if place
            else say("schema.differs", schema=SCHEMA)
        )
        raise UsageError(say("schema.file"), why, say("schema.make-again")) from error


def json_schema() -> bytes:
    """The JSON Schema (draft 2020-12) of the export, generated from the models."""
    return _dump(
        {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$id": SCHEMA_ID,
            **Timeline.model_json_schema(by_alias=True, mode="serialization"),
            "title": SCHEMA,
        }
    )


def _dump(value: Any) -> bytes:
    text = json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False)
    return (replace_surrogates(text) + "\n").encode()
