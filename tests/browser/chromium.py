"""A real Chromium for the tests and the screenshots, where the machine has one."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


class NoChromium(Exception):
    """Says what is missing and how to get it."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """A running headless browser.

    Raises:
        NoChromium: Playwright or the browser is not installed.
    """
    try:
        from playwright.sync_api import sync_playwright
    except ImportError as error:
        raise NoChromium("Playwright is missing: pip install playwright") from error
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
        path = next(filter(None, map(shutil.which, _NAMES)), None)
        if path is None and Path(own).exists():
            path = own
        if path is None:
            raise NoChromium("Chromium is missing: apt-get install chromium")
        # Without a sandbox, since tests often run as root; only our own pages are opened.
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        try:
            yield browser
        finally:
            browser.close()
