"""The page under axe-core: nothing that a screen reader or a keyboard would trip over."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from chromium import NoChromium, chromium
from pages import NEEDS_TIMELINEJS, ready, sample_timeline, written

from timeline.models import Timeline

if TYPE_CHECKING:
    from playwright.sync_api import Browser

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"

pytestmark = [
    NEEDS_TIMELINEJS,
    pytest.mark.skipif(not AXE.exists(), reason="axe-core is not installed: npm ci"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    try:
        with chromium() as running:
            yield running
    except NoChromium as missing:
        pytest.skip(str(missing))


@pytest.mark.parametrize(
    ("timeline", "context"),
    [
        (sample_timeline(), {}),
        (sample_timeline(), {"color_scheme": "dark"}),
        (sample_timeline(), {"viewport": {"width": 375, "height": 812}}),
        (sample_timeline().model_copy(update={"language": "en"}), {}),
    ],
    ids=["desktop", "dark", "phone", "english"],
)
def test_axe_finds_nothing(
    browser: Browser, tmp_path: Path, timeline: Timeline, context: dict[str, Any]
) -> None:
    # The policy of the page would keep axe out as well.
    opened = browser.new_context(bypass_csp=True, reduced_motion="reduce", **context)
    page = opened.new_page()
    ready(page, written(tmp_path, timeline))
    page.evaluate(AXE.read_text("utf-8"))

    def violations() -> list[str]:
        found = page.evaluate("axe.run().then(({violations}) => violations)")
        return [f"{one['id']}: {one['nodes'][0]['target']}" for one in found]

    page.eval_on_selector_all("details", "all => all.forEach(one => { one.open = true })")
    assert violations() == []
    page.locator("#page-certainty").select_option("doubtful")
    assert violations() == []
    page.locator("#page-words").fill("gibt es nicht")
    assert violations() == []
    opened.close()
