"""The timeline as one HTML file that asks nobody for anything.

``page.html.j2`` is the page, ``page.css`` its looks, ``list.js`` filters the list,
``page.js`` puts TimelineJS above it, ``page.toml`` holds the words, ``page_view``
fills the template.
This module puts them into one file and pins every script and style by its hash,
so that nothing else on the page can run, whatever the articles contain.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from timeline.errors import ExportError
from timeline.export.json_ld import to_json_ld
from timeline.export.page_view import View
from timeline.export.timelinejs import to_timelinejs
from timeline.export.writing import Rendered
from timeline.messages import say
from timeline.models import Timeline

ASSETS = Path(__file__).with_name("assets")
_TIMELINEJS = ASSETS / "timelinejs"
_HOME = "https://github.com/NUKnightLab/TimelineJS3"

FILE = "index.html"
#: bytes of a page that browsers take seconds to show
LARGE = 10_000_000


def render(timeline: Timeline, beside: Sequence[str]) -> Rendered:
    """``index.html``, which links the calendars among the files beside it.

    The notes say that it is large. Raises as ``to_html``.
    """
    dated = any(event.dated for event in timeline.events)
    slides = to_timelinejs(timeline) if dated else None
    calendars = tuple(name for name in beside if name.endswith(".ics"))
    page = to_html(timeline, slides, calendars=calendars)
    notes = (say("page.large", size=len(page) // 10**6),) if len(page) > LARGE else ()
    return Rendered({FILE: page}, notes)


def to_html(
    timeline: Timeline,
    timelinejs: dict[str, Any] | None,
    *,
    calendars: Sequence[str] = ("timeline.ics",),
) -> bytes:
    """The page: the TimelineJS view, all events as a list, what is unresolved, the sources.

    ``timelinejs`` is what ``to_timelinejs`` returned; None leaves that view out.
    ``calendars`` are the calendar files beside the page, to be linked. What the page
    itself offers to save, an event or those shown, needs none of them.

    Raises:
        ExportError: the TimelineJS files are not installed.
    """
    view = View(timeline)
    style = _asset("page.css")
    context: dict[str, Any] = {"vendor": None, "script": None, "slides": None, "options": None}
    scripts = [_in_script(_asset("list.js"))]
    if timelinejs is not None:
        licence = _vendor("timeline.js.LICENSE.txt")
        scripts += [_in_script(licence + _vendor("timeline.js")), _in_script(_asset("page.js"))]
        style = _vendor_style() + _asset("slides.css") + style
        context = {
            "timelinejs_home": _HOME,
            "vendor": Markup(scripts[1]),
            "script": Markup(scripts[2]),
            "slides": _data(timelinejs),
            "options": _data(_options(view, timelinejs)),
        }
    template = _templates().get_template("page.html.j2")
    html = template.render(
        **context,
        csp=_policy(scripts, style),
        style=Markup(style),
        json_ld=_data(to_json_ld(timeline, view.anchors)),
        language=view.language,
        t=view.words,
        title=view.title(),
        deck=view.deck(),
        calendars=view.calendars(calendars),
        filters=view.filters(),
        head=view.calendar_head(),
        list_script=Markup(scripts[0]),
        years=view.years(whole=True),
        articles=[view.article(article) for article in timeline.articles],
        unresolved=view.unresolved(),
    )
    return html.encode("utf-8")


def _options(view: View, timelinejs: dict[str, Any]) -> dict[str, Any]:
    """What page.js needs to know: the first slide, TimelineJS's locale (None: its own), words."""
    keys = ("to_entry", "axis", "axis_keys", "marker_show", "marker_shown")
    options = {
        "start": view.start(timelinejs),
        "words": {key: view.words[key] for key in keys},
        "locale": None,
    }
    if view.language == "de":
        locale = json.loads(_vendor("locale.de.json"))
        for section, entries in json.loads(_asset("locale.de.json")).items():
            locale[section] = {**locale.get(section, {}), **entries}
        options["locale"] = locale
    return options


# --------------------------------------------------------------------------- the file
@cache
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(ASSETS),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def _asset(name: str) -> str:
    return (ASSETS / name).read_text("utf-8")


@cache
def _vendor(name: str) -> str:
    try:
        text = (_TIMELINEJS / name).read_text("utf-8")
    except FileNotFoundError as error:
        raise ExportError(
            "index.html",
            say("page.no-timelinejs", path=_TIMELINEJS / name),
            say("page.install"),
        ) from error
    # Without their source maps: a browser's developer tools would look for them.
    return re.sub(r"\n(?://|/\*)# sourceMappingURL=\S+(?: \*/)?", "\n", text).rstrip() + "\n"


@cache
def _vendor_style() -> str:
    """TimelineJS's style sheet with its icon font inside."""
    _vendor("timeline.css")
    font = base64.b64encode((_TIMELINEJS / "tl-icons.woff2").read_bytes()).decode("ascii")
    face = (
        "@font-face{font-family:'tl-icons';font-weight:normal;font-style:normal;"
        f"src:url('data:font/woff2;base64,{font}') format('woff2')}}"
    )
    return re.sub(r"@font-face\s*\{[^}]*\}", lambda _: face, _vendor("timeline.css"))


def _in_script(code: str) -> str:
    """JavaScript as it may stand inside ``<script>``: nothing in it ends or comments it out."""
    return code.replace("</script", "<\\/script").replace("<!--", "<\\!--")


def _data(value: object) -> Markup:
    """JSON inside ``<script>``: without ``<`` no text in it can end the element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))


def _policy(scripts: Sequence[str], style: str) -> str:
    """Only these scripts, this style sheet and what lies inside the file; no request at all."""

    def pinned(text: str) -> str:
        digest = hashlib.sha256(text.encode("utf-8")).digest()
        return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"

    # On phones TimelineJS sets ontouchstart=" ". That one empty handler may stand (browsers
    # would complain about it); no other text has its hash, so no other handler can run.
    handlers = ["'unsafe-hashes'", pinned(" ")]
    hashes = " ".join([*map(pinned, scripts), *handlers])
    return (
        f"default-src 'none'; script-src {hashes}; style-src {pinned(style)}; "
        "font-src data:; img-src data:; connect-src data:; base-uri 'none'; form-action 'none'"
    )
