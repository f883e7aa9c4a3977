"""Full dates as people write them in page heads and metadata.

Only complete dates count: day, month and year. Nothing is ever completed from
today's clock, and relative words ("gestern") are not dates here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from timeline.german.words import MONTHS, WEEKDAY_ABBREVIATIONS, WEEKDAYS
from timeline.messages import NOTHING, Message, say
from timeline.models import Moment

#: newspapers exist since 1605; beyond the end of the century it is a typing error
YEARS = range(1600, 2101)

#: English names, and German ones spelled without umlauts, as pages and programs write them
_OTHER_MONTHS = {
    "jaenner": 1, "january": 1, "february": 2, "maerz": 3, "march": 3, "mar": 3, "may": 5,
    "june": 6, "july": 7, "october": 10, "oct": 10, "december": 12, "dec": 12, "jän": 1,
}  # fmt: skip
MONTH_NUMBER = {name.lower(): number for name, number in MONTHS.items()} | _OTHER_MONTHS
_MONTH = "(?:" + "|".join(sorted(MONTH_NUMBER, key=len, reverse=True)) + r")\b\.?"
#: how every name of a month may begin
MONTH_STEMS = "jan|jän|feb|mär|apr|mai|jun|jul|aug|sep|okt|nov|dez"
WEEKDAY_NAMES = "|".join(WEEKDAYS).lower()
_WEEKDAY = (
    rf"(?:(?:{WEEKDAY_NAMES}"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    rf"|{'|'.join(WEEKDAY_ABBREVIATIONS).lower()}"
    r"|mon|tue|wed|thu|fri|sat|sun)\b\.?,?\s+(?:(?:den|dem|the)\s+)?)"
)
_ZONES = {"utc": 0, "gmt": 0, "z": 0, "mez": 60, "cet": 60, "mesz": 120, "cest": 120}  # minutes

#: 2024-03-12, 2024/03/12, 12.03.2024, 12. 3. 24, 12. März 2024, March 12, 2024
_DAY = rf"""
    (?P<iso_year>\d{{4}})(?P<iso_sep>[-/.])
    (?P<iso_month>\d{{1,2}})(?P=iso_sep)(?P<iso_day>\d{{1,2}})(?!\d)
  | (?P<num_day>\d{{1,2}})\.\s?(?P<num_month>\d{{1,2}})\.\s?(?P<num_year>\d{{4}}|\d{{2}})(?![\d:])
  | (?P<name_day>\d{{1,2}})(?:\.|st|nd|rd|th)?\s?
    (?P<name_month>{_MONTH})\s?(?P<name_year>\d{{4}})(?!\d)
  | (?P<en_month>{_MONTH})\s(?P<en_day>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<en_year>\d{{4}})(?!\d)
"""
#: T08:38:00+01:00, 08:38, 08.38 Uhr, "um 8 Uhr", "| 19:22 Uhr MEZ"
_TIME = r"""
    (?:T|[\s,|/•·–—-]+(?:um\s+)?)
    (?:(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d{1,9})?)?(?![\d.]\d|\d)
      |(?P<full_hour>\d{1,2})(?=\s?Uhr))
    (?:\s?Uhr|\s?h\b)?
    (?:\s?\(?(?P<zone>Z\b|[+-]\d{2}:?\d{2}(?!\d)|UTC|GMT|MESZ|MEZ|CEST|CET)\)?)?
"""
MOMENT = re.compile(
    rf"(?<![\w.])(?P<weekday>{_WEEKDAY})?(?:{_DAY})(?:{_TIME})?", re.IGNORECASE | re.VERBOSE
)
_SLASHES = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})(?=\D|$)")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?)?(?=\D|$)")


@dataclass(frozen=True, slots=True)
class Found:
    """A date in a text: its span and its moment, or why it is impossible."""

    start: int
    end: int
    text: str
    moment: Moment | None
    why: Message = NOTHING


def find_moments(text: str, zone: ZoneInfo) -> Iterator[Found]:
    """Every full date in ``text``, with its time of day where one follows."""
    for match in MOMENT.finditer(text):
        moment, why = _moment(match, zone)
        yield Found(match.start(), match.end(), match.group(), moment, why)


def parse_moment(value: str, zone: ZoneInfo) -> Moment:
    """A date or date-time that somebody typed or a machine wrote.

    With an offset it is turned into local time; a naive time is local already.

    Raises:
        ValueError: it is no full date; the message says why (``told_by``).
    """
    text = " ".join(value.split())
    text = _SLASHES.sub(r"\1.\2.\3", text, count=1)
    if compact := _COMPACT.match(text):
        year, month, day, hour, minute, _ = compact.groups()
        text = f"{year}-{month}-{day}" + (f"T{hour}:{minute}" if hour else "")
        text += value.strip()[compact.end() :]
    if match := MOMENT.search(text):
        before, after = text[: match.start()], text[match.end() :]
        if not re.search(r"\d", before + after):
            moment, why = _moment(match, zone)
            if moment is None:
                raise ValueError(why)
            return moment
    return _free_form(text, zone)


def _moment(match: re.Match[str], zone: ZoneInfo) -> tuple[Moment | None, Message]:
    part = match.groupdict()
    day = int(part["iso_day"] or part["num_day"] or part["name_day"] or part["en_day"])
    name = part["name_month"] or part["en_month"]
    month = (
        MONTH_NUMBER[name.casefold().rstrip(".")]
        if name
        else int(part["iso_month"] or part["num_month"])
    )
    written = part["iso_year"] or part["num_year"] or part["name_year"] or part["en_year"]
    year = int(written)
    if len(written) == 2:
        year += 2000 if year < 69 else 1900
    if year not in YEARS:
        return None, say("date.year", year=year)
    if not 1 <= month <= 12:
        return None, say("date.month", month=month)
    try:
        whole = date(year, month, day)
    except ValueError:
        return None, say("date.day", day=day, month=month, year=year)
    hour, minute = part["hour"] or part["full_hour"], part["minute"] or "0"
    if hour is None:
        return whole, NOTHING
    if (int(hour), int(minute)) == (24, 0):
        return whole, NOTHING  # the end of the day; the day is what counts
    if int(hour) > 23 or int(minute) > 59:
        return None, say("date.clock", hour=hour, minute=minute)
    second = min(int(part["second"] or 0), 59)
    naive = datetime(year, month, day, int(hour), int(minute), second)
    if part["zone"] is None:
        return naive.replace(tzinfo=zone), NOTHING
    try:
        return naive.replace(tzinfo=_offset(part["zone"])).astimezone(zone), NOTHING
    except (ValueError, OverflowError):
        return None, say("date.offset", offset=part["zone"])


def _offset(name: str) -> timezone:
    minutes = _ZONES.get(name.casefold())
    if minutes is None:
        digits = name[1:].replace(":", "")
        minutes = (int(digits[:2]) * 60 + int(digits[2:])) * (-1 if name[0] == "-" else 1)
    return timezone(timedelta(minutes=minutes))


def _free_form(text: str, zone: ZoneInfo) -> Moment:
    """What the patterns above do not know, left to dateparser under strict rules."""
    why = say("date.incomplete")
    years = re.findall(r"(?<!\d)\d{4}(?!\d)", text)
    if len(text) > 60 or not any(int(year) in YEARS for year in years):
        raise ValueError(why)
    import dateparser  # late: it costs a third of a second, and few runs need it

    found = dateparser.parse(
        text,
        languages=["de", "en"],
        settings={
            "PARSERS": ["absolute-time"],  # no relative words, no time stamps
            "STRICT_PARSING": True,
            "REQUIRE_PARTS": ["day", "month", "year"],
            "PREFER_DATES_FROM": "past",
            "DATE_ORDER": "DMY",
            "RELATIVE_BASE": datetime(2000, 1, 1),  # never today's clock
        },
    )
    written = {int(number) for number in re.findall(r"\d+", text)}
    if found is None or not {found.year, found.day} <= written:
        raise ValueError(why)
    if (found.hour, found.minute, found.second) == (0, 0, 0) and ":" not in text:
        return found.date()
    return found.astimezone(zone) if found.tzinfo else found.replace(tzinfo=zone)
