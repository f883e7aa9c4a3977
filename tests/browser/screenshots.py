"""Takes the picture of a page: ``python tests/browser/screenshots.py PAGE PICTURE``."""

from __future__ import annotations

import sys
from pathlib import Path

from chromium import NoChromium, chromium

WIDTH, HEIGHT = 1280, 1000


def take(page_file: Path, picture: Path) -> None:
    """Writes a PNG of the top of the page, as a reader with a laptop first sees it."""
    with chromium() as browser:
        page = browser.new_page(
            viewport={"width": WIDTH, "height": HEIGHT}, reduced_motion="reduce"
        )
        page.goto(page_file.resolve().as_uri())
        page.wait_for_selector("[data-ready]", state="attached", timeout=20_000)
        page.wait_for_timeout(1500)  # the axis glides to its place
        picture.parent.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=picture)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    try:
        take(Path(sys.argv[1]), Path(sys.argv[2]))
    except NoChromium as error:
        sys.exit(str(error))
    print(f"written: {sys.argv[2]}")
