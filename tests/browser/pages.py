"""The sample page as a file, and a watch over what it does in a browser."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from timeline.export.page import ASSETS, to_html
from timeline.export.timelinejs import to_timelinejs
from timeline.models import Timeline

if TYPE_CHECKING:
    from playwright.sync_api import Page

SAMPLE = Path(__file__).with_name("sample.json")
NEEDS_TIMELINEJS = pytest.mark.skipif(
    not (ASSETS / "timelinejs" / "timeline.js").exists(),
    reason="TimelineJS is not there: pip install -e . fetches it",
)


def sample_timeline() -> Timeline:
    return Timeline.model_validate_json(SAMPLE.read_text("utf-8"))


@dataclass
class Seen:
    """What a page did that it should not have done."""

    page: Page
    allowed: str = ""  # the one address that may be requested, besides files and data
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", lambda message: self.complaints.append(f"console: {message.text}"))
        self.page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))
        self.page.on("dialog", lambda dialog: self.dialog(dialog))
        self.page.on("request", lambda request: self.request(request.url))

    def dialog(self, dialog: Any) -> None:
        self.complaints.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def request(self, url: str) -> None:
        if url != self.allowed and not url.startswith(("file:", "data:", "blob:")):
            self.complaints.append(f"request: {url}")


def written(folder: Path, timeline: Timeline, with_policy: bool = True) -> str:
    """The page as a file; returns its address."""
    html = to_html(timeline, to_timelinejs(timeline)).decode("utf-8")
    if not with_policy:
        html, dropped = re.subn(r"<meta http-equiv=[^>]*>", "", html)
        assert dropped == 1
    path = folder / "index.html"
    path.write_text(html, "utf-8")
    return path.as_uri()


def ready(page: Page, url: str) -> None:
    page.goto(url)
    page.wait_for_selector("#page-timeline[data-ready]", state="attached", timeout=20_000)
    page.wait_for_timeout(400)


def count(page: Page, selector: str) -> int:
    return page.locator(selector).count()


def text(page: Page, selector: str) -> str:
    return page.locator(selector).first.text_content() or ""
