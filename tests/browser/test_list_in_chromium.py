"""The list in a real browser: filters, search, what can be saved, how it is reached."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from chromium import NoChromium, chromium
from icalendar import Calendar
from pages import NEEDS_TIMELINEJS, Seen, count, ready, sample_timeline, text, written

from calendars import to_icalendar
from timeline.export.lint import lint
from timeline.export.writing import write_all
from timeline.models import Timeline
from timeline.pipeline import render

if TYPE_CHECKING:
    from playwright.sync_api import Browser, FrameLocator, Locator, Page

pytestmark = NEEDS_TIMELINEJS
SHOWN = "#page-list li.event:visible"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    try:
        with chromium() as running:
            yield running
    except NoChromium as missing:
        pytest.skip(str(missing))


@pytest.fixture(scope="module")
def sample() -> Timeline:
    """The sample with topics, which its reports do not have."""
    made = sample_timeline()
    topics = (("Verkehr",), ("Verkehr", "Politik"), ("Geschichte",))
    events = tuple(
        event.model_copy(update={"categories": topics[number % 3]})
        for number, event in enumerate(made.events)
    )
    return made.model_copy(update={"events": events})


@pytest.fixture
def page(browser: Browser, sample: Timeline, tmp_path: Path) -> Iterator[Page]:
    """The page, opened from the disk; it must not do anything it should not."""
    opened = browser.new_page(viewport={"width": 1280, "height": 900})
    seen = Seen(opened)
    ready(opened, written(tmp_path, sample))
    yield opened
    assert seen.complaints == []
    opened.close()


def saved(page: Page, link: Locator) -> bytes:
    with page.expect_download() as download:
        link.click()
    return Path(download.value.path()).read_bytes()


def test_all_is_shown_at_first(page: Page, sample: Timeline) -> None:
    assert count(page, SHOWN) == len(sample.events)
    assert text(page, "#page-shown") == "18 Ereignisse"
    assert not page.locator("#page-reset").is_visible()
    assert not page.locator("#page-none").is_visible()


@pytest.mark.parametrize(
    ("label", "choice", "events"),
    [
        ("Quelle", "Radio Hafenwelle", lambda e: "Radio Hafenwelle" in e.sources),
        ("Art", "Politik", lambda e: "Politik" in e.categories),
        ("Sicherheit", "Angekündigt oder möglich", lambda e: e.modality in ("planned", "possible")),
        ("Sicherheit", "Aus unabhängigen Quellen", lambda e: e.independent_sources > 1),
        (
            "Sicherheit",
            "Abgesagt oder verschoben",
            lambda e: e.modality in ("cancelled", "postponed"),
        ),
    ],
)
def test_a_menu(page: Page, sample: Timeline, label: str, choice: str, events: object) -> None:
    assert callable(events)
    wanted = [event.id for event in sample.events if events(event)]
    assert 0 < len(wanted) < len(sample.events)
    page.get_by_label(label, exact=True).select_option(label=choice)
    shown = page.eval_on_selector_all(
        "#page-list li.event:not([hidden])", "all => all.map(one => one.id)"
    )
    assert shown == [f"event-{id_}" for id_ in wanted]
    said = "1 Ereignis" if len(wanted) == 1 else f"{len(wanted)} Ereignisse"
    assert text(page, "#page-shown") == said
    # Years without an event go as well; markers stay, but step back.
    years = page.locator("#page-list .year:visible")
    assert all(years.nth(n).locator("li.event:visible").count() for n in range(years.count()))
    assert count(page, ".tl-timemarker[data-filtered]") == len(sample.events) - len(wanted)
    for _ in range(2):  # also once another slide is shown
        page.locator(".tl-slidenav-next").click()
    assert count(page, ".tl-timemarker[data-filtered]") == len(sample.events) - len(wanted)
    page.get_by_role("button", name="Auswahl aufheben").click()
    assert count(page, SHOWN) == len(sample.events)
    assert count(page, "[data-filtered]") == 0


def test_search_forgives_case_and_umlauts(page: Page) -> None:
    search = page.get_by_role("searchbox", name="Suche")
    for typed in ("werftarbeiter", "WERFTARBEITER protest", "arbeiter brucke"):
        search.fill(typed)
        assert "Werftarbeiter" in text(page, SHOWN), typed
    search.fill("fundstelle")  # a word of the page, not of the events
    assert count(page, SHOWN) == 0
    search.fill("gibt es nicht")
    assert count(page, SHOWN) == 0
    assert page.locator("#page-none").is_visible()
    assert not page.get_by_role("button", name="Als Kalender speichern").is_visible()
    search.press("Escape")
    assert count(page, SHOWN) == 18


def test_one_story_of_several(browser: Browser, sample: Timeline, tmp_path: Path) -> None:
    """The sample's own story, and another one of two reports."""
    first = sample.articles[0]
    words = ("Der Wolf vom Hohen Venn riss ein Schaf", "Ein Jäger sah den Wolf vom Hohen Venn")
    others = [first.model_copy(update={"id": f"w{n}", "title": w}) for n, w in enumerate(words)]
    event = sample.events[-1]
    news = [
        event.model_copy(
            update={
                "id": f"wolf{n}",
                "mentions": (
                    event.mentions[0].model_copy(
                        update={"id": f"wm{n}", "article": f"w{n}", "sentence": w}
                    ),
                ),
            }
        )
        for n, w in enumerate(words)
    ]
    mixed = sample.model_copy(
        update={"articles": (*sample.articles, *others), "events": (*sample.events, *news)}
    )
    opened = browser.new_page(viewport={"width": 1280, "height": 900})
    ready(opened, written(tmp_path, mixed))
    menu = opened.get_by_label("Thema", exact=True)
    assert "Hohen, Venn, Wolf (2 Berichte)" in menu.locator("option").all_inner_texts()
    menu.select_option(label="Hohen, Venn, Wolf (2 Berichte)")
    opened.emulate_media(media="print")
    assert text(opened, "#page-selection") == "Hohen, Venn, Wolf (2 Berichte)"
    opened.emulate_media(media="screen")
    assert count(opened, SHOWN) == 2
    opened.close()


def test_filters_narrow_each_other(page: Page, sample: Timeline) -> None:
    page.get_by_label("Quelle", exact=True).select_option(label="Radio Hafenwelle")
    page.get_by_label("Art", exact=True).select_option(label="Verkehr")
    wanted = [e for e in sample.events if "Radio Hafenwelle" in e.sources]
    wanted = [event for event in wanted if "Verkehr" in event.categories]
    assert count(page, SHOWN) == len(wanted) > 0


def test_a_deep_link_shows_what_the_filters_hide(page: Page, sample: Timeline) -> None:
    page.get_by_label("Art", exact=True).select_option(label="Politik")
    hidden = next(event for event in sample.events if "Politik" not in event.categories)
    page.evaluate(f"location.hash = '#event-{hidden.id}'")
    page.wait_for_selector(f"#event-{hidden.id}:not([hidden])")
    assert count(page, SHOWN) == len(sample.events)


def test_an_event_can_be_saved(page: Page, sample: Timeline) -> None:
    for event in (sample.events[2], sample.events[10]):
        data = saved(page, page.locator(f"#event-{event.id} a.save"))
        assert lint(data) == []
        (entry,) = Calendar.from_ical(data).walk("VEVENT")
        assert entry.to_ical() in to_icalendar(sample)


def test_what_is_shown_can_be_saved(page: Page, sample: Timeline) -> None:
    save = page.get_by_role("button", name="Als Kalender speichern")
    whole = saved(page, save)
    assert lint(whole) == []

    def entries(data: bytes) -> list[bytes]:
        return [entry.to_ical() for entry in Calendar.from_ical(data).walk("VEVENT")]

    assert entries(whole) == entries(to_icalendar(sample))
    page.get_by_label("Sicherheit").select_option(label="Aus unabhängigen Quellen")
    several = [event.headline for event in sample.events if event.independent_sources > 1]
    assert len(entries(saved(page, save))) == len(several)


def test_with_the_keyboard_alone(page: Page) -> None:
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "page-words"
    page.keyboard.type("rat")
    for name in ("sources", "topics", "certainty"):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.name") == name
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "page-reset"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "page-words"
    assert count(page, SHOWN) == 18


def test_print_has_the_selection_without_its_controls(page: Page) -> None:
    page.emulate_media(media="print")
    assert not page.locator("#page-filters").is_visible()
    page.emulate_media(media="screen")
    page.get_by_role("searchbox").fill("brückenfest")
    assert not page.locator("#page-selection").is_visible()
    page.emulate_media(media="print")
    assert page.locator("#page-shown").is_visible()
    assert page.locator("#page-selection").is_visible()
    assert text(page, "#page-selection") == "brückenfest"
    assert not page.locator("#page-words").is_visible()
    assert count(page, SHOWN) == 1


def test_without_javascript_there_are_no_dead_controls(
    browser: Browser, sample: Timeline, tmp_path: Path
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(written(tmp_path, sample))
    assert not page.locator("#page-filters").is_visible()
    data = saved(page, page.locator("a.save").first)
    assert lint(data) == []
    context.close()


# --------------------------------------------------------------------------- in other pages
@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The folder at a loopback address."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *args: object) -> None:
            pass

    handler = functools.partial(Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"127.0.0.1:{server.server_port}"
        server.shutdown()


def embedded(page: Page) -> FrameLocator:
    frame = page.frame_locator("iframe")
    frame.locator("#page-timeline[data-ready]").wait_for(state="attached", timeout=20_000)
    return frame


def test_the_snippet_works_beside_the_page(
    browser: Browser, sample: Timeline, tmp_path: Path
) -> None:
    files, problems = render(sample, ("embed",))
    assert set(files) == {"index.html", "embed.html"}
    assert problems == []
    write_all(tmp_path, files)
    page = browser.new_page()
    seen = Seen(page)
    page.goto((tmp_path / "embed.html").as_uri())
    frame = embedded(page)
    frame.get_by_role("searchbox").fill("brückenfest")
    assert frame.locator(SHOWN).count() == 1
    assert lint(saved(page, frame.get_by_role("button", name="Als Kalender speichern"))) == []
    assert lint(saved(page, frame.locator("a.save:visible"))) == []
    assert seen.complaints == []
    page.close()


def test_a_frame_that_may_not_save_says_so(
    browser: Browser, sample: Timeline, tmp_path: Path
) -> None:
    written(tmp_path, sample)
    frame_tag = '<iframe sandbox="allow-scripts" src="index.html" width=900 height=900></iframe>'
    (tmp_path / "host.html").write_text(f"<!doctype html>{frame_tag}", "utf-8")
    page = browser.new_page()
    downloads: list[object] = []
    page.on("download", lambda download: downloads.append(download))
    page.goto((tmp_path / "host.html").as_uri())
    frame = embedded(page)
    assert frame.locator(".frame-hint").count() == 0
    for link in (frame.locator("a.save").first, frame.locator("#page-save")):
        link.click()
        link.click()
    frame.locator(".frame-hint").nth(1).wait_for()
    assert frame.locator(".frame-hint").count() == 2
    assert "eigenes Fenster" in (frame.locator(".frame-hint").first.text_content() or "")
    assert downloads == []
    page.close()


def test_a_frame_can_be_left_for_a_window(
    browser: Browser, sample: Timeline, tmp_path: Path
) -> None:
    write_all(tmp_path, render(sample, ("embed",))[0])
    with served(tmp_path) as here:
        page = browser.new_page()
        page.goto(f"http://{here}/embed.html")
        link = embedded(page).get_by_role("link", name="In eigenem Fenster öffnen")
        with page.expect_popup() as popup:
            link.click()
        popup.value.wait_for_selector("#page-timeline[data-ready]", state="attached")
        assert popup.value.evaluate("origin") == f"http://{here}"  # out of the sandbox
        assert not popup.value.locator("#page-own-window").is_visible()
        page.close()


def test_served_it_offers_a_subscription(
    browser: Browser, sample: Timeline, tmp_path: Path
) -> None:
    write_all(tmp_path, render(sample)[0])
    with served(tmp_path) as here:
        page = browser.new_page()
        seen = Seen(page, allowed=f"http://{here}/index.html")
        ready(page, seen.allowed)
        links = page.get_by_role("link", name="abonnieren")
        assert links.evaluate_all("all => all.map(one => one.href)") == [
            f"webcal://{here}/timeline.ics",
            f"webcal://{here}/timeline-periods.ics",
        ]
        assert seen.complaints == []
        page.close()
