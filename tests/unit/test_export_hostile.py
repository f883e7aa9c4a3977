"""Foreign text through ``render``: in every format it is shown as text, or not at all."""

from __future__ import annotations

import csv
import io
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest
from icalendar import Calendar
from markdown_it import MarkdownIt

from hostile import PAYLOADS, poisoned
from timeline.export.csv_export import COLUMNS
from timeline.export.json_export import from_json
from timeline.export.lint import lint
from timeline.export.page import ASSETS
from timeline.export.timelinejs import check
from timeline.models import Timeline
from timeline.pipeline import FORMATS, Settings, build, render

SAMPLE = Timeline.model_validate_json(
    (Path(__file__).parents[1] / "browser" / "sample.json").read_text("utf-8")
)
CASES: dict[str, tuple[str, ...]] = {
    f"payload {number}": (payload,) for number, payload in enumerate(PAYLOADS)
}
CASES["all in turn"] = PAYLOADS

pytestmark = pytest.mark.skipif(
    not (ASSETS / "timelinejs" / "SOURCE.txt").exists(),
    reason="TimelineJS is not there: pip install -e . fetches it",
)


@pytest.fixture(scope="module", params=CASES, ids=str)
def files(request: pytest.FixtureRequest) -> dict[str, bytes]:
    return render(poisoned(SAMPLE, CASES[request.param]), FORMATS)[0]


@pytest.fixture(scope="module")
def plain() -> dict[str, bytes]:
    return render(SAMPLE, FORMATS)[0]


class Elements(HTMLParser):
    """The tags and addresses of a page; what a script or style holds is not looked at."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]

    @property
    def addresses(self) -> list[str]:
        return [value for name, value in self.attributes if name in ("href", "src", "action")]


HARMLESS = re.compile(
    r"https?://[!-~]+|#[!-~]*|data:(text/calendar;charset=utf-8;base64)?,[!-~]*|timeline(-periods)?\.ics"
)


def test_every_file_is_clean_utf8(files: dict[str, bytes]) -> None:
    assert len(files) == len(FORMATS) + 1
    for name, data in files.items():
        text = data.decode("utf-8")
        if name != "timeline.json":  # which keeps quotes as they are, escaped
            assert not re.search("[\0\x1b\x7f\x85\u2028\u2029\u202a-\u202e\u2066-\u2069]", text)


def test_json_keeps_everything(files: dict[str, bytes]) -> None:
    read = from_json(files["timeline.json"])
    assert len(read.events) == len(SAMPLE.events)


def test_the_calendar_gets_no_entry_it_should_not(files: dict[str, bytes]) -> None:
    entries = []
    for name in ("timeline.ics", "timeline-periods.ics"):
        assert lint(files[name]) == [] or all(
            finding.rule == "summary" for finding in lint(files[name])
        )
        entries += Calendar.from_ical(files[name]).walk("VEVENT")
    assert len(entries) == len(SAMPLE.events)
    assert not {"evil"} & {str(entry["UID"]) for entry in entries}
    assert not any("X-EVIL" in entry for entry in entries)


def test_slides_hold_no_markup(files: dict[str, bytes]) -> None:
    document = json.loads(files["timeline.timelinejs.json"])
    check(document)
    assert len(document["events"]) == len(SAMPLE.events)


def test_the_page_has_its_own_elements_only(
    files: dict[str, bytes], plain: dict[str, bytes]
) -> None:
    page = files["index.html"].decode()
    seen = Elements(page)
    allowed = Elements(plain["index.html"].decode())
    assert set(seen.tags) <= set(allowed.tags)
    for tag in ("script", "style", "h4", "html", "body", "meta"):
        assert seen.tags.count(tag) == allowed.tags.count(tag), tag
    assert not [name for name, _ in seen.attributes if name.startswith("on")]
    assert all(HARMLESS.fullmatch(address) for address in seen.addresses)


def test_csv_has_its_columns_and_no_formula(files: dict[str, bytes]) -> None:
    text = files["timeline.csv"].decode("utf-8-sig")
    read = list(csv.reader(io.StringIO(text, newline=""), delimiter=";", strict=True))
    assert len(read) == len(SAMPLE.events) + 1
    for row in read:
        assert len(row) == len(COLUMNS)
        assert not any(cell.startswith(tuple("=+-@＝＋－＠\t\r\n")) for cell in row)
        assert all(len(cell) <= 32_767 and "\n" not in cell for cell in row)


def test_markdown_has_no_html_and_no_foreign_link(files: dict[str, bytes]) -> None:
    text = files["timeline.md"].decode()
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)
    children = [child for token in tokens for child in token.children or ()]
    assert not [token for token in [*tokens, *children] if token.type.startswith("html")]
    assert not [child for child in children if child.type == "image"]
    for child in children:
        if child.type == "link_open":
            assert re.fullmatch("https?://[!-~]+", str(child.attrGet("href")))
    # A quote that is empty to begin with leaves a heading without words, no more.
    headings = [token for token in tokens if token.type == "heading_open" and token.tag == "h3"]
    assert len(headings) == len(SAMPLE.events)


def test_atom_is_well_formed(files: dict[str, bytes]) -> None:
    read = ElementTree.fromstring(files["timeline.atom"])
    atom, html = "{http://www.w3.org/2005/Atom}", "{http://www.w3.org/1999/xhtml}"
    assert len(read.findall(f"{atom}entry")) == len(SAMPLE.events)
    inside = {element.tag for content in read.iter(f"{atom}content") for element in content.iter()}
    assert inside <= {f"{atom}content", *(html + tag for tag in ("div", "p", "blockquote"))}
    for link in read.iter(f"{atom}link"):
        assert re.fullmatch("https?://[!-~]+", link.get("href", ""))


def test_json_ld_cannot_end_a_script(files: dict[str, bytes]) -> None:
    assert b"<" not in files["timeline.jsonld"]
    json.loads(files["timeline.jsonld"])


def test_the_snippet_is_one_frame(files: dict[str, bytes]) -> None:
    seen = Elements(files["embed.html"].decode("ascii"))
    assert seen.tags == ["iframe"] or seen.tags == ["iframe", "a"]
    assert seen.addresses[0] == "index.html"
    assert {name for name, _ in seen.attributes} <= {
        *("src", "title", "sandbox", "loading", "referrerpolicy", "style", "href")
    }


# --------------------------------------------------------------------------- from the article on
BODY = "Am 3. Mai 2024 eröffnete die Stadt {} das neue Freibad. Seit dem 6. Mai gilt: {}."


@pytest.mark.parametrize("number", range(len(PAYLOADS)))
def test_from_article_file_to_every_export(tmp_path: Path, number: int) -> None:
    """One article with the payload in its head, its address and its body."""
    payload, body = PAYLOADS[number], PAYLOADS[number][:2000]
    head = "\n".join(
        f"{key}: {json.dumps(payload)}" for key in ("title", "source", "url", "author")
    )
    text = f"---\npublished: 2024-05-07\n{head}\n---\n\n{body}\n\n"
    text += BODY.format(body, body) + "\n"
    file = tmp_path / "bericht.txt"
    file.write_bytes(text.encode("utf-8", "surrogatepass"))
    run = build([file], Settings(title=payload))
    made, _ = render(run.timeline, FORMATS)
    for name, data in made.items():
        data.decode("utf-8")
        if name.endswith(".ics"):
            assert {finding.rule for finding in lint(data)} <= {"summary", "empty"}
    seen = Elements(made["index.html"].decode())
    assert seen.tags.count("script") in (3, 6)  # without and with slides
    assert not [name for name, _ in seen.attributes if name.startswith("on")]
    assert all(HARMLESS.fullmatch(address) for address in seen.addresses)
