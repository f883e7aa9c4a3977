"""Thunderbird subscribes to a feed on loopback: what its readers really see.

Not part of ``make test``, as Thunderbird is large: ``make test-thunderbird``.
"""

from __future__ import annotations

import hashlib
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from client_samples import expected, sample_timeline
from thunderbird import THUNDERBIRD, thunderbird

from calendars import to_icalendar
from timeline.store import continued

pytestmark = pytest.mark.skipif(
    THUNDERBIRD is None, reason="Thunderbird is not installed: apt-get install thunderbird"
)

SUBSCRIBE = """
const { cal } = ChromeUtils.importESModule("resource:///modules/calendar/calUtils.sys.mjs");
const calendar = cal.manager.createCalendar("ics", Services.io.newURI(given[0]));
const loaded = new Promise((resolve, reject) => {
  calendar.addObserver({
    QueryInterface: ChromeUtils.generateQI(["calIObserver"]),
    onLoad: resolve,
    onError: (_, number, message) => reject(new Error(`${number} ${message}`)),
    onStartBatch() {}, onEndBatch() {}, onAddItem() {}, onModifyItem() {}, onDeleteItem() {},
    onPropertyChanged() {}, onPropertyDeleting() {},
  });
});
calendar.name = "feed";
calendar.readOnly = true;
cal.manager.registerCalendar(calendar);
await loaded;
"""
REFRESH = """
const { cal } = ChromeUtils.importESModule("resource:///modules/calendar/calUtils.sys.mjs");
for (const calendar of cal.manager.getCalendars()) if (calendar.type === "ics") calendar.refresh();
"""
READ = """
const { cal } = ChromeUtils.importESModule("resource:///modules/calendar/calUtils.sys.mjs");
const [calendar] = cal.manager.getCalendars().filter((one) => one.type === "ics");
const when = (at) =>
  at.isDate ? at.icalString : at.getInTimezone(cal.dtz.UTC).icalString;
const items = await calendar.getItemsAsArray(Ci.calICalendar.ITEM_FILTER_ALL_ITEMS, 0, null, null);
return items.map((item) => ({
  uid: item.id,
  title: item.title,
  start: when(item.startDate),
  end: when(item.endDate),
  status: item.status,
  categories: item.getCategories(),
  description: item.descriptionText,
  url: item.getProperty("URL"),
  transp: item.getProperty("TRANSP"),
  sequence: item.getProperty("SEQUENCE"),
}));
"""


class Feed:
    """What is served, and what was asked for."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.answers: list[int] = []

    @property
    def etag(self) -> str:
        return f'"{hashlib.sha256(self.data).hexdigest()[:16]}"'


@contextmanager
def served(feed: Feed) -> Iterator[str]:
    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            known = self.headers.get("If-None-Match") == feed.etag
            feed.answers.append(304 if known else 200)
            self.send_response(feed.answers[-1])
            self.send_header("ETag", feed.etag)
            self.send_header("Content-Type", "text/calendar; charset=utf-8")
            self.send_header("Content-Length", "0" if known else f"{len(feed.data)}")
            self.end_headers()
            if not known:
                self.wfile.write(feed.data)

        def log_message(self, *args: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/timeline.ics"
        server.shutdown()


def moment(text: str) -> date | datetime:
    """ "20240619" or "20240701T063000Z"."""
    if "T" not in text:
        return datetime.strptime(text, "%Y%m%d").date()
    return datetime.strptime(text, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)


def check(items: list[dict[str, Any]]) -> None:
    wanted = expected()
    by_uid = {item["uid"]: item for item in items}
    assert len(items) == len(by_uid)
    assert set(by_uid) == set(wanted)
    for uid, want in wanted.items():
        item = by_uid[uid]
        assert (moment(item["start"]), moment(item["end"])) == (want.start, want.end), uid
        assert item["title"] == want.summary
        assert item["status"] == want.status
        assert tuple(item["categories"]) == want.categories
        assert item["url"] == want.url
        assert item["transp"] == "TRANSPARENT"
        assert want.quote in item["description"]
        assert item["description"].endswith(f"\n{want.url}")


def test_a_subscription_shows_what_the_timeline_says(tmp_path: Path) -> None:
    made = sample_timeline()
    feed = Feed(to_icalendar(made))
    with served(feed) as address, thunderbird(tmp_path) as client:
        client.run(SUBSCRIBE, address)
        check(client.run(READ))

        # Nothing new: it asks with the ETag, and everything stays.
        before = len(feed.answers)
        client.run(REFRESH)
        _until(lambda: len(feed.answers) > before)
        assert feed.answers[-1] == 304
        check(client.run(READ))

        # An event is called off: the same entry, struck through, with a higher SEQUENCE.
        first = made.events[0].model_copy(update={"modality": "cancelled"})
        changed = made.model_copy(update={"events": (first, *made.events[1:])})
        feed.data = to_icalendar(continued(made, changed))
        client.run(REFRESH)

        def called_off() -> bool:
            items = {item["uid"]: item for item in client.run(READ)}
            one = items.get("e0@timeline.invalid", {})
            return len(items) == len(made.events) and one.get("status") == "CANCELLED"

        _until(called_off)
        (one,) = [item for item in client.run(READ) if item["uid"] == "e0@timeline.invalid"]
        assert one["title"] == "Fest am Kanal 0 (abgesagt)"
        assert one["sequence"] == "1"


def _until(happened: Any, seconds: float = 30) -> None:
    turn = threading.Event()
    for _ in range(int(seconds * 10)):
        if happened():
            return
        turn.wait(0.1)
    pytest.fail("it did not happen in time")
