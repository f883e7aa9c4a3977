"""The page in a real browser: what is drawn, what runs, what is requested."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from chromium import NoChromium, chromium
from pages import NEEDS_TIMELINEJS, Seen, count, ready, sample_timeline, text, written

from hostile import PAYLOADS, poisoned
from timeline.export.page import to_html
from timeline.export.text import clean_text
from timeline.export.timelinejs import to_timelinejs
from timeline.models import Timeline

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = NEEDS_TIMELINEJS


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    try:
        with chromium() as running:
            yield running
    except NoChromium as missing:
        pytest.skip(str(missing))


@pytest.fixture(scope="module")
def sample() -> Timeline:
    return sample_timeline()


def test_every_event_is_drawn_and_listed(
    browser: Browser, sample: Timeline, tmp_path: Path
) -> None:
    document = to_timelinejs(sample)
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    seen = Seen(page)
    ready(page, written(tmp_path, sample))

    assert count(page, ".tl-slide") == len(sample.events) + 1
    assert count(page, ".tl-timemarker") == len(sample.events)
    assert count(page, ".list li.event") == len(sample.events)
    assert count(page, ".tl-message-full") == 0
    for slide in document["events"]:
        name = slide["unique_id"]
        headline = text(page, f"#{name} .tl-headline")
        assert headline == text(page, f"#event-{name} h4").removesuffix(" #").strip()
        assert text(page, f"#{name} .tl-headline-date") == text(page, f"#event-{name} .when")
    spans = sum("end_date" in slide for slide in document["events"])
    widths = page.eval_on_selector_all(
        ".tl-timemarker-with-end", "all => all.map(one => one.getBoundingClientRect().width)"
    )
    assert len(widths) == spans
    assert all(width > 0 for width in widths)
    assert text(page, "html head title") == sample.title
    assert seen.complaints == []
    page.close()


def test_it_opens_on_the_most_important_event_and_follows_links(
    browser: Browser, sample: Timeline, tmp_path: Path
) -> None:
    page = browser.new_page()
    url = written(tmp_path, sample)
    ready(page, url)
    active = ".tl-timemarker-active"
    assert page.get_attribute(active, "id") == "sperrung-2024-10-29-marker"
    page.goto(f"{url}#event-rat-2024-10-30")
    page.wait_for_selector("#rat-2024-10-30-marker.tl-timemarker-active", state="attached")
    assert page.get_attribute(active, "aria-label") == (
        "Der Rat stimmt nach fünf Stunden für den Abriss, wird angezeigt"
    )
    page.close()


def test_arrow_keys_belong_to_the_page_outside_the_view(
    browser: Browser, sample: Timeline, tmp_path: Path
) -> None:
    page = browser.new_page()
    ready(page, written(tmp_path, sample))
    page.focus(".why summary")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
    page.close()


def test_german_throughout(browser: Browser, sample: Timeline, tmp_path: Path) -> None:
    page = browser.new_page()
    ready(page, written(tmp_path, sample))
    page.click(".tl-slidenav-next")
    page.wait_for_timeout(1000)
    labels = page.eval_on_selector_all(
        "#page-timeline [aria-label]", "all => all.map(one => one.getAttribute('aria-label'))"
    )
    assert "Vergrößern" in labels
    assert not [label for label in labels if re.search("press |, shown|Zoom|Timeline", label)]
    page.close()


def test_english(browser: Browser, sample: Timeline, tmp_path: Path) -> None:
    page = browser.new_page()
    seen = Seen(page)
    ready(page, written(tmp_path, sample.model_copy(update={"language": "en"})))
    assert text(page, "h2#page-list-heading") == "All events"
    assert text(page, "#event-vertrag-2024-06 time") == "June 2024"
    assert seen.complaints == []
    page.close()


def test_without_javascript_the_list_is_all_there(
    browser: Browser, sample: Timeline, tmp_path: Path
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(written(tmp_path, sample))
    for event in sample.events:
        assert page.locator(f"#event-{event.id} h4").is_visible()
        assert page.locator(f"#event-{event.id} summary").is_visible()
    assert not page.locator("#page-slides").is_visible()
    context.close()


@pytest.mark.parametrize("scripts", [True, False])
def test_phone(browser: Browser, sample: Timeline, tmp_path: Path, scripts: bool) -> None:
    context = browser.new_context(
        viewport={"width": 375, "height": 812}, java_script_enabled=scripts
    )
    page = context.new_page()
    url = written(tmp_path, sample)
    if scripts:
        ready(page, url)
        list_top, slides_top = (
            page.evaluate(f"document.querySelector('{name}').getBoundingClientRect().top")
            for name in ("#page-list", "#page-slides")
        )
        assert list_top < slides_top
    else:
        page.goto(url)
    page.locator(".why summary").first.click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 375
    context.close()


def test_a_touch_screen(browser: Browser, sample: Timeline, tmp_path: Path) -> None:
    context = browser.new_context(
        viewport={"width": 375, "height": 812},
        has_touch=True,
        is_mobile=True,
        user_agent="Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Mobile Safari/537.36",
    )
    page = context.new_page()
    seen = Seen(page)
    ready(page, written(tmp_path, sample))
    page.locator("#page-slides").scroll_into_view_if_needed()
    assert page.evaluate("document.documentElement.scrollWidth") <= 375
    assert not page.locator(".tl-message-full").is_visible()  # nothing lies over the slide
    assert seen.complaints == []
    context.close()


def test_dark(browser: Browser, sample: Timeline, tmp_path: Path) -> None:
    page = browser.new_page(color_scheme="dark")
    ready(page, written(tmp_path, sample))
    for selector in ("body", ".tl-slider-background", ".tl-timenav"):
        color = page.eval_on_selector(selector, "one => getComputedStyle(one).backgroundColor")
        assert max(map(int, re.findall(r"\d+", color)[:3])) < 64, selector
    headline = page.eval_on_selector(".tl-headline", "one => getComputedStyle(one).color")
    assert min(map(int, re.findall(r"\d+", headline)[:3])) > 200
    page.close()


def test_print_shows_the_list_only(browser: Browser, sample: Timeline, tmp_path: Path) -> None:
    page = browser.new_page()
    ready(page, written(tmp_path, sample))
    page.emulate_media(media="print")
    assert not page.locator("#page-slides").is_visible()
    assert page.locator("#page-list li.event").last.is_visible()
    page.close()


def test_one_event_alone(browser: Browser, sample: Timeline, tmp_path: Path) -> None:
    page = browser.new_page()
    seen = Seen(page)
    alone = sample.model_copy(update={"events": sample.events[10:11]})
    ready(page, written(tmp_path, alone))
    assert count(page, ".tl-timemarker") == 1
    assert count(page, "#page-filters") == 0  # nothing to choose from
    assert page.locator("a.save").is_visible()
    assert seen.complaints == []
    page.close()


def test_no_event_at_all(browser: Browser, sample: Timeline, tmp_path: Path) -> None:
    page = browser.new_page()
    seen = Seen(page)
    empty = sample.model_copy(update={"events": ()})
    (tmp_path / "index.html").write_bytes(to_html(empty, None))
    page.goto((tmp_path / "index.html").as_uri())
    assert "kein datierbares Ereignis" in page.locator("#page-list").inner_text()
    assert page.locator("#page-articles").is_visible()
    assert seen.complaints == []
    page.close()


def test_in_a_sandboxed_frame(browser: Browser, sample: Timeline, tmp_path: Path) -> None:
    written(tmp_path, sample)
    host = tmp_path / "host.html"
    host.write_text(
        '<!doctype html><iframe sandbox="allow-scripts allow-popups" src="index.html" '
        'width="1000" height="800"></iframe>',
        "utf-8",
    )
    page = browser.new_page()
    seen = Seen(page)
    page.goto(host.as_uri())
    frame = page.frame_locator("iframe")
    frame.locator("#page-timeline[data-ready]").wait_for(state="attached", timeout=20_000)
    assert frame.locator(".tl-timemarker").count() == len(sample.events)
    assert seen.complaints == []
    page.close()


# --------------------------------------------------------------------------- hostile text
@pytest.mark.parametrize("with_policy", [True, False])
@pytest.mark.parametrize("shift", [0, 19])
def test_foreign_text_stays_text(
    browser: Browser, sample: Timeline, tmp_path: Path, with_policy: bool, shift: int
) -> None:
    """Every payload in turn in every text; shifted, so that each meets other fields."""
    hostile = poisoned(sample, PAYLOADS[shift:] + PAYLOADS[:shift], keep=True)
    page = browser.new_page()
    seen = Seen(page)
    ready(page, written(tmp_path, hostile, with_policy))
    assert count(page, ".tl-timemarker") == len(sample.events)
    assert count(page, "li.event") == len(sample.events)
    page.eval_on_selector_all("details", "all => all.forEach(one => { one.open = true })")
    page.eval_on_selector_all(
        "body *",
        """all => all.forEach(one => ["mouseover", "mouseenter", "focus", "load", "error"]
            .forEach(name => one.dispatchEvent(new Event(name))))""",
    )
    for event in hostile.events:  # every slide has been the active one
        page.evaluate(f"location.hash = '#event-{event.id}'")
        page.wait_for_timeout(30)
    for menu in page.locator("#page-filters select").all():
        menu.select_option(index=1)
    page.locator("#page-words").fill("<script>")
    page.locator("#page-reset").click()
    page.wait_for_timeout(300)
    assert seen.complaints == []
    alien = page.evaluate(
        """[...document.querySelectorAll('body *')].flatMap(one => [...one.attributes]
            .filter(({ name, value }) => /^on/.test(name)
                || (/href|src|action/.test(name) && /^\\s*javascript:/i.test(value)))
            .map(({ name, value }) => name + "=" + value))"""
    )
    assert alien == []
    assert count(page, "body img, body svg, body style, body iframe, body object") == 0
    assert count(page, "script") == 6
    links = page.eval_on_selector_all("body a[href]", "all => all.map(one => one.href)")
    good = ("file:", "http:", "https:", "data:text/calendar;")
    assert all(link.startswith(good) for link in links)
    # All of it is there to be read: in the list, on the slide and on the marker.
    assert text(page, "h1") == clean_text(hostile.title, 300)
    for event in hostile.events:
        shown = text(page, f"#event-{event.id} h4").removesuffix(" #").strip()
        assert shown == clean_text(event.headline, 300)
        assert text(page, f"#{event.id} .tl-headline") == clean_text(event.headline, 200)
    page.close()
