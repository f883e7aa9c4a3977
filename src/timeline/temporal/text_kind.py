"""What kind of text it is: what its incomplete dates hang on."""

from __future__ import annotations

import re
from datetime import date

from timeline.temporal.context import Kind

#: days that only a daily names so: yesterday, last night, a weekday without a date
_DAILY = re.compile(
    r"\b(?:[Gg]estern|[Vv]orgestern|[Ll]etzte Nacht|heute (?:früh|[Mm]orgen|[Aa]bend|[Vv]ormittag)"
    r"|[Aa]m (?:heutigen |gestrigen )?(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|[Aa]m Mittwoch"
    r"|[Hh]eute um|Uhr)\b"
)
_TODAY = re.compile(r"\b[Hh]eute\b")
_YEARS = re.compile(r"\b(?:1[0-9]\d\d|20\d\d)\b")
#: a text that says „heute“ and names a day at most once in so many characters is no daily news
_ESSAY = 3000
_SHORT = 1000


def choose_kind(text: str, published: date | None) -> Kind:
    """What a text's incomplete dates hang on, judged by its own dates.

    A narrative tells of years far from its publication and hardly ever says
    „gestern“ or „am Freitag“; a weekly's long pieces say „heute“ and mean these
    days; the rest is daily news.
    """
    daily = len(_DAILY.findall(text))
    years = [int(y) for y in _YEARS.findall(text)]
    if published is not None and len(years) >= 6 and daily * 6 < len(years):
        far = sum(abs(published.year - y) > 3 for y in years)
        if far * 5 > len(years) * 4:
            return "narrative"
    if daily * _ESSAY <= len(text) and len(text) >= _SHORT and _TODAY.search(text):
        return "weekly"
    return "news"
