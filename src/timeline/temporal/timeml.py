"""Tagging for other programs: JSON lines in and out, or TimeML with inline TIMEX3."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal
from xml.sax.saxutils import escape, quoteattr

from timeline.errors import UsageError
from timeline.messages import say
from timeline.models import Timex
from timeline.temporal.context import Kind
from timeline.temporal.expressions import tag
from timeline.temporal.text_kind import choose_kind

#: a lone half of a character: JSON can spell it, UTF-8 cannot hold it
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


_EXAMPLE = '{"doc": "a", "dct": "2024-11-01", "text": "…"}'
#: a kind of text, or that it is to be found out
TextKind = Kind | Literal["auto"]


@dataclass(frozen=True, slots=True)
class Record:
    """One document to tag: name, publication day (or None) and text."""

    doc: str
    published: date | None
    text: str


def parse_record(line: str | bytes, where: str) -> Record:
    """A line of JSON (bytes: in UTF-8) as a record.

    Raises:
        UsageError: the line is not such an object; ``where`` names it.
    """
    remedy = say("tag.example", record=_EXAMPLE)
    try:
        data = json.loads(line)
    except (ValueError, RecursionError):
        data = None
    if not (
        isinstance(data, dict)
        and isinstance(data.get("text"), str)
        and isinstance(data.get("doc"), str | int)
    ):
        raise UsageError(where, say("tag.no-record"), remedy)
    dct = data.get("dct")
    try:
        published = date.fromisoformat(dct[:10]) if dct not in (None, "") else None
    except (ValueError, TypeError):
        said = json.dumps(dct, ensure_ascii=False)[:40]
        raise UsageError(where, say("tag.no-day", written=said), remedy) from None
    return Record(
        _SURROGATE.sub("\ufffd", str(data["doc"])),
        published,
        _SURROGATE.sub("\ufffd", data["text"]),
    )


def timexes(record: Record, kind: TextKind) -> tuple[list[Timex], Kind]:
    """TIMEX3 tags of a document in order, and the kind that was used."""
    chosen = choose_kind(record.text, record.published) if kind == "auto" else kind
    found = tag(record.text, record.published, kind=chosen)
    return [t for e in found for t in e.timexes], chosen


def answer(record: Record, kind: TextKind, form: str) -> str:
    """The answer for one document: a line of JSON, or a TimeML document."""
    found, chosen = timexes(record, kind)
    if form == "timeml":
        return to_timeml(record, found)
    tags = [{**record_of(t), "rule": t.rule} for t in found]
    return json.dumps({"doc": record.doc, "kind": chosen, "timexes": tags}, ensure_ascii=False)


def record_of(t: Timex) -> dict[str, Any]:
    """A tag as JSON knows it; offsets count in the text."""
    return {
        "start": t.start_char,
        "end": t.end_char,
        "text": t.text,
        "type": t.type,
        "value": t.value,
        "mod": t.mod,
    }


def to_timeml(record: Record, found: list[Timex]) -> str:
    """TimeML: the text with inline TIMEX3 tags, well-formed XML whatever the text holds."""
    out, at = [], 0
    for number, t in enumerate(found, 1):
        mod = f" mod={quoteattr(t.mod)}" if t.mod else ""
        out.append(_clean(record.text[at : t.start_char]))
        out.append(f'<TIMEX3 tid="t{number}" type="{t.type}" value={quoteattr(t.value)}{mod}>')
        out.append(_clean(record.text[t.start_char : t.end_char]) + "</TIMEX3>")
        at = t.end_char
    out.append(_clean(record.text[at:]))
    day = record.published.isoformat() if record.published else ""
    dct = f'<DCT><TIMEX3 tid="t0" type="DATE" value="{day}">{day}</TIMEX3></DCT>\n' if day else ""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<TimeML>\n<DOCID>{_clean(record.doc)}</DOCID>\n'
        f"{dct}<TEXT>{''.join(out)}</TEXT>\n</TimeML>"
    )


def _clean(text: str) -> str:
    # A bare carriage return would come back as a line feed, and CR LF as one character.
    return escape(_CONTROL.sub("\ufffd", text), {"\r": "&#13;"})
