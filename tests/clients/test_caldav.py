"""A CalDAV round trip on loopback: Radicale as the server, caldav as the program."""

from __future__ import annotations

import importlib.util
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
from client_samples import expected, in_utc, sample_timeline

from calendars import to_icalendar
from timeline.export.icalendar_export import event_calendars

caldav = pytest.importorskip(
    "caldav", reason="the CalDAV client is not installed: pip install caldav"
)

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("radicale") is None,
    reason="the CalDAV server is not installed: pip install radicale",
)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a Radicale that lets everybody in."""
    folder = tmp_path_factory.mktemp("radicale")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    options = {
        "server-hosts": f"127.0.0.1:{port}",
        "storage-filesystem-folder": folder,
        "auth-type": "none",
        "rights-type": "owner_only",
        "web-type": "none",
    }
    with (folder / "log.txt").open("wb") as log:
        running = subprocess.Popen(
            [
                *(sys.executable, "-m", "radicale", "--config", ""),
                *(f"--{name}={value}" for name, value in options.items()),
            ],
            stdout=log,
            stderr=log,
        )
        try:
            address = f"http://127.0.0.1:{port}/"
            for _ in range(100):
                if _answers(address):
                    break
                assert running.poll() is None, (folder / "log.txt").read_text()
                time.sleep(0.1)
            yield address
        finally:
            running.terminate()
            running.wait(timeout=10)


def _answers(address: str) -> bool:
    try:
        urllib.request.urlopen(address, timeout=2).close()
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False
    return True


def request(method: str, address: str, data: bytes | None = None, **headers: str) -> Any:
    sent = urllib.request.Request(address, data, headers, method=method)
    sent.add_header("Authorization", "Basic bGVzZXI6bGVzZXI=")  # leser:leser
    return urllib.request.urlopen(sent, timeout=30)


def test_a_whole_calendar_is_taken_and_given_back(server: str) -> None:
    """PUT of the file, as a script would publish it, then GET and REPORT."""
    address = f"{server}leser/zeitleiste/"
    made = to_icalendar(sample_timeline())
    with request("PUT", address, made, **{"Content-Type": "text/calendar"}) as answer:
        assert answer.status == 201
    with request("GET", address) as answer:
        whole = answer.read()
        etag = answer.headers["ETag"]
    assert len(re.findall(rb"^BEGIN:VEVENT\r$", whole, flags=re.M)) == len(expected())

    with caldav.DAVClient(url=server, username="leser", password="leser") as client:
        calendar = client.calendar(url=address)
        check([event.icalendar_component for event in calendar.events()])
        found = calendar.search(
            start=datetime(2024, 6, 30, tzinfo=UTC),
            end=datetime(2024, 7, 2, tzinfo=UTC),
            event=True,
        )
        assert [str(one.icalendar_component["UID"]) for one in found] == ["e2@timeline.invalid"]

    # The same bytes again change nothing.
    with request("PUT", address, made, **{"Content-Type": "text/calendar"}) as answer:
        assert answer.status == 201
    with request("GET", address) as answer:
        assert answer.headers["ETag"] == etag


def test_single_events_are_taken_one_by_one(server: str) -> None:
    with caldav.DAVClient(url=server, username="leser", password="leser") as client:
        calendar = client.principal().make_calendar(name="Einzeln", cal_id="einzeln")
        for data in event_calendars(sample_timeline()).values():
            calendar.save_event(data.decode())
        check([event.icalendar_component for event in calendar.events()])


def check(entries: list[Any]) -> None:
    wanted = expected()
    by_uid = {str(entry["UID"]): entry for entry in entries}
    assert len(entries) == len(by_uid)
    assert set(by_uid) == set(wanted)
    for uid, want in wanted.items():
        entry = by_uid[uid]
        span = tuple(_moment(entry.decoded(name)) for name in ("DTSTART", "DTEND"))
        assert span == (want.start, want.end), uid
        assert str(entry["SUMMARY"]) == want.summary
        assert str(entry["STATUS"]) == want.status
        assert tuple(map(str, entry["CATEGORIES"].cats)) == want.categories
        assert str(entry["URL"]) == want.url
        assert want.quote in str(entry["DESCRIPTION"])


def _moment(at: Any) -> date | datetime:
    assert isinstance(at, date)
    return in_utc(at)
