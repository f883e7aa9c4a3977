"""What a user may say about how articles are read, and whether it can be done."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from timeline.errors import UsageError
from timeline.ingest.dates import parse_moment
from timeline.ingest.files import Source
from timeline.ingest.formats.fields import MEANINGS
from timeline.ingest.locales import LOCALES, locale_name
from timeline.messages import say, told_by
from timeline.models import Problem


@dataclass(frozen=True, slots=True)
class Options:
    """How to read articles.

    ``timezone``: IANA name; times without an offset are local there, and days are
    taken there. ``locale``: de-DE, de-AT or de-CH; None decides per article.
    ``published``: file name or path → date, as the user gave it. ``infer``: whether
    a date may be inferred from the opening sentence (low confidence, marked).
    ``columns``: what a column means (text, title, published …) → its name in CSV and
    JSON. ``now``: the clock for embargoes; without one every embargo holds.
    ``left_out``: keep what an extraction left out, for a report.
    """

    timezone: str = "Europe/Berlin"
    locale: str | None = None
    published: Mapping[str, str] = field(default_factory=dict)
    infer: bool = True
    columns: Mapping[str, str] = field(default_factory=dict)
    now: datetime | None = None
    left_out: bool = False

    def check(self) -> ZoneInfo:
        """The time zone.

        Raises:
            UsageError: the time zone, the locale, a column's meaning or a date given
                for a file does not exist.
        """
        if self.locale is not None and locale_name(self.locale) is None:
            raise UsageError(self.locale, say("locale.unknown"), say("one-of", names=LOCALES))
        for name in self.columns:
            if name not in MEANINGS:
                remedy = say("one-of", names=", ".join(MEANINGS))
                raise UsageError(f"--map {name}", say("map.unknown"), remedy)
        zone = find_zone(self.timezone)
        for file, written in self.published.items():
            try:
                parse_moment(written, zone)
            except ValueError as error:
                raise UsageError(
                    f"--published {file}={written}", told_by(error), say("date.write-iso")
                ) from None
        return zone


def find_zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise UsageError(name or "--timezone", say("zone.unknown"), say("zone.example")) from error


def match_given(
    published: Mapping[str, str], sources: Sequence[Source]
) -> tuple[dict[str, str], list[Problem]]:
    """``Source.file`` → date, for every name the user gave a date for."""
    given: dict[str, str] = {}
    problems: list[Problem] = []
    for name, value in published.items():
        path = os.path.realpath(name)
        hits = [s for s in sources if s.file == name or os.path.realpath(s.path) == path]
        hits = hits or [s for s in sources if s.path.name == name]
        if len(hits) == 1:
            given[hits[0].file] = value
            continue
        why, remedy = say("given.no-file"), say("given.check-name")
        if hits:
            names = ", ".join(s.file for s in hits)
            why, remedy = say("given.ambiguous", names=names), say("given.name-path")
        problems.append(Problem("error", f"--published {name}", why, remedy))
    return given, problems
