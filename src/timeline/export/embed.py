"""``embed.html``: the few lines that put the page into another one."""

from __future__ import annotations

from html import escape

from timeline.export.page import FILE
from timeline.export.page_view import page_words
from timeline.export.text import clean_text
from timeline.models import Timeline

#: No access to the page around it, no forms, no top-level navigation; links to the sources
#: open in windows of their own, and calendars may be saved.
SANDBOX = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads"


def to_embed(timeline: Timeline, page: str = FILE) -> bytes:
    """An ``<iframe>`` to paste, and a line before it that says how.

    ``page`` is the address of the page: relative, it works as it stands beside the
    file. The snippet is ASCII, so it means the same in whatever encoding it is pasted into.
    """
    words = page_words(timeline.language)
    title = clean_text(timeline.title, 200) or words["kicker"]
    snippet = (
        f"<!-- {words['embed']} -->\n"
        f'<iframe src="{escape(page)}" title="{escape(title)}" sandbox="{SANDBOX}"\n'
        '  loading="lazy" referrerpolicy="no-referrer"\n'
        '  style="width: 100%; height: 60rem; max-height: 95vh; border: 0">\n'
        f'  <a href="{escape(page)}">{escape(title)}</a>\n'
        "</iframe>\n"
    )
    return snippet.encode("ascii", "xmlcharrefreplace")
