"""One calendar of a whole timeline, to be read by the tests of several folders."""

from __future__ import annotations

from timeline.export.icalendar_export import _calendar, _entries
from timeline.models import Timeline


def to_icalendar(timeline: Timeline) -> bytes:
    """All dated events in one calendar, whatever its size; a run would put periods apart."""
    return _calendar(timeline, list(_entries(timeline, [])))
