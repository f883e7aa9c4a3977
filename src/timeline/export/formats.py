"""The formats of the export, a row each: who deletes a row and its module deletes a format."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from timeline.export import json_ld, page, timelinejs
from timeline.export.atom import to_atom
from timeline.export.csv_export import to_csv
from timeline.export.embed import to_embed
from timeline.export.icalendar_export import CALENDAR, render_icalendar
from timeline.export.json_export import to_json
from timeline.export.markdown import to_markdown
from timeline.export.writing import Rendered
from timeline.models import Timeline

#: A timeline and the names of the files that earlier rows made → the file's bytes, or more to say.
Writer = Callable[[Timeline, Sequence[str]], bytes | Rendered]


@dataclass(frozen=True, slots=True)
class Format:
    """``usual``: written unasked. ``needs``: another format that this one is of no use without."""

    file: str
    writer: Writer
    usual: bool = False
    needs: str = ""

    def render(self, timeline: Timeline, beside: Sequence[str]) -> Rendered:
        """The files of this format. ``beside``: the names of those made before.

        Raises:
            ExportError: they cannot be made.
        """
        made = self.writer(timeline, beside)
        return Rendered({self.file: made}) if isinstance(made, bytes) else made


def _alone(write: Callable[[Timeline], bytes | Rendered]) -> Writer:
    """A writer that need not know what stands beside its file."""
    return lambda timeline, _: write(timeline)


#: by the name a user gives, in the order they are made: the page links the calendars before it
FORMATS: dict[str, Format] = {
    "json": Format("timeline.json", _alone(to_json), usual=True),
    "ics": Format(f"{CALENDAR}.ics", _alone(render_icalendar), usual=True),
    "timelinejs": Format(timelinejs.FILE, _alone(timelinejs.render), usual=True),
    "html": Format(page.FILE, page.render, usual=True),
    "embed": Format("embed.html", _alone(to_embed), needs="html"),
    "csv": Format("timeline.csv", _alone(to_csv)),
    "md": Format("timeline.md", _alone(to_markdown)),
    "atom": Format("timeline.atom", _alone(to_atom)),
    "jsonld": Format(json_ld.FILE, _alone(json_ld.render)),
}
USUAL = tuple(name for name, row in FORMATS.items() if row.usual)
