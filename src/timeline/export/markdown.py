"""``timeline.md``: the list of the page as Markdown (CommonMark), for notes and wikis.

Foreign text is escaped so that it is shown as it is: no markup, no HTML, no link.
"""

from __future__ import annotations

import re
from typing import Any

from timeline.export.page_view import View
from timeline.export.text import clean_text
from timeline.models import Event, Timeline


def to_markdown(timeline: Timeline) -> bytes:
    """Events under their years with date, sources and quotes; then what is unresolved.

    Behind the date in words stands ``start/end`` as ISO dates (``..`` where open or
    unknown), then the EDTF value, each as code.
    """
    view = View(timeline)
    events = iter(timeline.events)
    lines = [f"# {_escape(view.title()) or view.words['kicker']}", "", _paragraph(view.deck()), ""]
    if not timeline.events:
        lines += [view.words["no_events"], ""]
    for year in view.years():
        lines += [f"## {_escape(year['name'])}", ""]
        for shown in year["events"]:
            lines += _event(shown, next(events))
    if timeline.unresolved:
        lines += [
            f"## {view.words['unresolved']}",
            "",
            _paragraph(view.words["unresolved_lead"]),
            "",
        ]
        for item in view.unresolved():
            lines.append("- " + _paragraph(f"{item['text']}: {item['reason']} ({item['file']})"))
        lines.append("")
    lines += ["---", "", _paragraph(view.words["foot"])]
    return ("\n".join(lines) + "\n").encode("utf-8")


def _event(shown: dict[str, Any], event: Event) -> list[str]:
    start, end = (at.isoformat() if at else ".." for at in (event.start, event.end))
    facts = [f"**{_escape(shown['when'])}**", f"`{start}/{end}`"]
    if edtf := clean_text(event.edtf.replace("`", ""), 100):
        facts.append(f"`{edtf}`")
    facts += [_escape(badge.words) for badge in shown["badges"]]
    lines = [f"### {_escape(shown['headline'] or shown['when'])}", "", " · ".join(facts), ""]
    for text in (shown["summary"], shown["conflict"]):
        if text:
            lines += [_paragraph(text), ""]
    for moved in shown["moved"]:
        days = "; ".join(when for when, _ in moved.days)
        lines += [_paragraph(f"{moved.before}{days}{moved.after}"), ""]
    for quote in shown["quotes"]:
        sentence = _paragraph(quote.before + quote.marked + quote.after)
        lines += [f"> {sentence}", ">", f"> – {_source(quote.article)}", ""]
    return lines


def _source(article: Any) -> str:
    dated = ", ".join(filter(None, (article.name, article.day)))
    words = _escape(f"{dated}: {article.title}" if article.title else dated)
    if not article.url:
        return words
    # In <…> an address may hold brackets; web_address lets no blank and no < or > through.
    return f"[{words}](<{article.url}>)"


def _escape(text: str) -> str:
    """Text that Markdown shows as it is, wherever in a line it stands."""
    text = re.sub(r"([\\`*_{}\[\]<>#|~&$])", r"\\\1", text)
    # What many readers turn into a link by themselves.
    return re.sub(r"(?i)\b(www)\.", r"\1\\.", text.replace("://", "\\://").replace("@", "\\@"))


def _paragraph(text: str) -> str:
    """The same at the start of a line, where it could be a list, a rule or a heading."""
    return re.sub(r"^(?:([-+=])|(\d+)([.)]))", r"\2\\\1\3", _escape(text))
