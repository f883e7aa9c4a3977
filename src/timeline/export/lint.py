"""``timeline lint``: what a calendar program would trip over in an .ics file.

Parsers are lenient, each in its own way: most faults only show in somebody
else's program. So every rule names the programs it is known for.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import available_timezones

from timeline.export.lint_lines import Component, ContentLine, Found, read_components, read_lines
from timeline.export.lint_rules import IN_ENGLISH, RULES
from timeline.messages import in_language, say
from timeline.models import Level

_TEXT = {"NAME", "DESCRIPTION", "SUMMARY", "LOCATION", "COMMENT", "CONTACT", "UID", "PRODID"}
_TEXT_LISTS = {"CATEGORIES", "RESOURCES"}  # commas part their entries
_ONCE = {
    "VCALENDAR": {"VERSION", "PRODID", "CALSCALE", "METHOD", "NAME", "X-WR-CALNAME", "COLOR"}
    | {"X-WR-CALDESC", "X-WR-TIMEZONE", "REFRESH-INTERVAL", "SOURCE", "X-PUBLISHED-TTL"},
    "VEVENT": {"UID", "DTSTAMP", "DTSTART", "DTEND", "DURATION", "SUMMARY", "DESCRIPTION"}
    | {"STATUS", "TRANSP", "SEQUENCE", "LAST-MODIFIED", "CREATED", "URL", "LOCATION", "GEO"}
    | {"CLASS", "PRIORITY", "RECURRENCE-ID", "X-MICROSOFT-CDO-BUSYSTATUS", "COLOR"},
}
_REQUIRED = {
    "VEVENT": ("UID", "DTSTAMP", "DTSTART"),
    "VTIMEZONE": ("TZID",),
    "STANDARD": ("DTSTART", "TZOFFSETFROM", "TZOFFSETTO"),
    "DAYLIGHT": ("DTSTART", "TZOFFSETFROM", "TZOFFSETTO"),
}
_STATUS = ("TENTATIVE", "CONFIRMED", "CANCELLED")
_ZONE_RULES_SINCE = datetime(1996, 10, 27)
_LONG, _LONG_TEXT = timedelta(days=31), 8000


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault: ``line`` counts from 1, ``clients`` and ``message`` are for readers."""

    line: int
    rule: str
    level: Level
    clients: str
    message: str


def lint(data: bytes, language: str = "de") -> list[Finding]:
    """What is wrong with the file, in the order of its lines; empty: nothing is.

    ``language``: of the messages, "de" or "en".
    """
    found: list[Found] = []
    lines = read_lines(data, found)
    calendars = read_components(lines, found)
    if not calendars:  # some other file: what else is wrong with it is nobody's business
        return [_told(Found(1, "no-calendar"), language)]
    found += _file(calendars)
    for calendar in calendars:
        zones = {
            value for z in calendar.parts if z.name == "VTIMEZONE" if (value := z.value("TZID"))
        }
        for component in calendar.walk():
            found += _component(component)
            if check := _CHECKS.get(component.name):
                found += check(component)
            for line in component.lines:
                found += _property(line, component.name, zones)
    ordered = sorted(set(found), key=lambda f: (f.line, f.rule, f.detail))
    return [_told(one, language) for one in ordered]


def _told(found: Found, language: str) -> Finding:
    rule = RULES[found.rule]
    clients, says = rule.clients, rule.says
    if language == "en":
        whole = IN_ENGLISH.get(clients)
        clients = whole or ", ".join(IN_ENGLISH.get(name, name) for name in clients.split(", "))
        says = rule.english
    detail = f" ({in_language(found.detail, language)})" if found.detail else ""
    return Finding(found.line, found.rule, rule.level, clients, says + detail)


# --------------------------------------------------------------------------- components
def _file(calendars: list[Component]) -> Iterator[Found]:
    if not any(one.name == "VCALENDAR" for one in calendars):
        yield Found(1, "no-calendar")
    for extra in calendars[1:]:
        yield Found(extra.line, "calendars")
    uids: set[str] = set()
    for calendar in calendars:
        for event in calendar.parts:
            uid = event.first("UID")
            if event.name != "VEVENT" or uid is None or event.first("RECURRENCE-ID"):
                continue  # changed occurrences carry the UID of their series
            if uid.value in uids:
                yield Found(uid.line, "uid-twice", uid.value[:60])
            uids.add(uid.value)


def _component(component: Component) -> Iterator[Found]:
    counts = Counter(line.name for line in component.lines)
    for name in sorted(_ONCE.get(component.name, ())):
        if counts[name] > 1:
            yield Found(component.all(name)[1].line, "twice", name)
    for name in _REQUIRED.get(component.name, ()):
        if not counts[name]:
            yield Found(component.line, "missing", name)


def _calendar(calendar: Component) -> Iterator[Found]:
    if calendar.value("VERSION") != "2.0":
        yield Found(calendar.line, "version")
    if not calendar.value("PRODID"):
        yield Found(calendar.line, "prodid")
    if (scale := calendar.first("CALSCALE")) and scale.value.upper() != "GREGORIAN":
        yield Found(scale.line, "calscale", scale.value[:40])
    events = sum(part.name == "VEVENT" for part in calendar.parts)
    # A single event is imported into a calendar that has its name already.
    if events > 1 and not (calendar.value("NAME") and calendar.value("X-WR-CALNAME")):
        yield Found(calendar.line, "name")
    if method := calendar.first("METHOD"):
        yield Found(method.line, "method")
    if uid := calendar.first("UID"):
        yield Found(uid.line, "calendar-uid")
    if (zone := calendar.first("X-WR-TIMEZONE")) and zone.value not in available_timezones():
        yield Found(zone.line, "x-wr-timezone", zone.value[:40])
    if not any(part.name in ("VEVENT", "VTODO", "VJOURNAL") for part in calendar.parts):
        yield Found(calendar.line, "empty")


def _zone(zone: Component) -> Iterator[Found]:
    if not any(part.name in ("STANDARD", "DAYLIGHT") for part in zone.parts):
        yield Found(zone.line, "zone-empty")


def _alarm(alarm: Component) -> Iterator[Found]:
    yield Found(alarm.line, "alarm")


def _event(event: Component) -> Iterator[Found]:
    if not (event.value("SUMMARY") or "").strip():
        yield Found(event.line, "summary")
    if event.value("UID") == "":
        yield Found(event.line, "uid-empty")
    if event.first("TRANSP") is None:
        yield Found(event.line, "blocks")
    if (status := event.first("STATUS")) and status.value not in _STATUS:
        yield Found(status.line, "status", status.value[:40])
    for extra in event.all("CATEGORIES")[1:]:
        yield Found(extra.line, "categories")
    yield from _span(event)


def _span(event: Component) -> Iterator[Found]:
    start_line, end_line = event.first("DTSTART"), event.first("DTEND")
    start = _moment(start_line.value) if start_line else None
    if start_line is None or start is None:
        return
    days = not isinstance(start, datetime)
    if duration := event.first("DURATION"):
        if end_line:
            yield Found(duration.line, "end-and-duration")
        return
    if end_line is None:
        if days and start != date.max:  # there is no day after the last one
            yield Found(start_line.line, "end-missing")
        return
    end = _moment(end_line.value)
    if end is None:
        return
    if isinstance(end, datetime) == days:
        yield Found(end_line.line, "end-kind")
    elif end == start:
        yield Found(end_line.line, "end-equals-start" if days else "end-before-start")
    # Moments of two zones cannot be compared by their digits.
    elif start_line.parameters.get("TZID") == end_line.parameters.get("TZID") and (
        start_line.value.endswith("Z") == end_line.value.endswith("Z")
    ):
        if end < start:
            yield Found(end_line.line, "end-before-start")
        elif end - start > _LONG:
            yield Found(start_line.line, "long", say("lint.days", count=(end - start).days))


_CHECKS = {"VCALENDAR": _calendar, "VTIMEZONE": _zone, "VALARM": _alarm, "VEVENT": _event}


# --------------------------------------------------------------------------- properties
#: Properties whose value is right or wrong by its form alone: (rule, what it has to look like).
_FORMS = {
    "COLOR": ("color", r"[A-Za-z]+"),
    "SEQUENCE": ("sequence", r"\d+"),
    "TRANSP": ("transp", "OPAQUE|TRANSPARENT"),
    "X-MICROSOFT-CDO-BUSYSTATUS": ("busy", "FREE|BUSY|TENTATIVE|OOF|WORKINGELSEWHERE"),
    "URL": ("url", r"[A-Za-z][A-Za-z0-9+.-]*:[!#-;=?-\[\]_a-z~]+"),
    "TZOFFSETFROM": ("offset", r"(?!-0000)[+-](?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?"),
    "RRULE": (
        "rrule",
        r"(?:[A-Z-]+=[^;=]+;)*FREQ=(?:SECOND|MINUTE|HOUR|DAI|WEEK|MONTH|YEAR)LY"
        r"(?:;[A-Z-]+=[^;=]+)*",
    ),
    "REFRESH-INTERVAL": (
        "duration",
        r"(?=.*[1-9])\+?P(?:\d+W|(?=[\dT])(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?)",
    ),
}
for _name, _like in (
    ("SOURCE", "URL"),
    ("TZOFFSETTO", "TZOFFSETFROM"),
    ("X-PUBLISHED-TTL", "REFRESH-INTERVAL"),
    ("DURATION", "REFRESH-INTERVAL"),
):
    _FORMS[_name] = _FORMS[_like]
_VALUE = {"REFRESH-INTERVAL": "DURATION", "SOURCE": "URI"}


def _property(line: ContentLine, component: str, zones: set[str]) -> Iterator[Found]:
    name, value = line.name, line.value
    altrep = line.parameters.get("ALTREP")
    if altrep is not None and not re.fullmatch(r'"[^"]*"', altrep):
        yield Found(line.line, "altrep", altrep[:40])
    if (kind := _VALUE.get(name)) and line.parameters.get("VALUE", "").upper() != kind:
        yield Found(line.line, "value-parameter", f"VALUE={kind}")
    if name in _FORMS:
        rule, form = _FORMS[name]
        if not re.fullmatch(form, value):
            yield Found(line.line, rule, value[:60])
    elif name in ("DTSTART", "DTEND", "RECURRENCE-ID", "DUE", "RDATE", "EXDATE"):
        yield from _date(line, component, zones)
    elif name in ("DTSTAMP", "LAST-MODIFIED", "CREATED"):
        if not isinstance(_moment(value), datetime):
            yield Found(line.line, "date", f"{name}:{value[:40]}")
        if not value.endswith("Z"):
            yield Found(line.line, "utc", name)
    elif name in ("ATTENDEE", "ORGANIZER"):
        yield Found(line.line, "attendee")
    else:
        yield from _text(line)


def _text(line: ContentLine) -> Iterator[Found]:
    is_text = line.name in _TEXT | _TEXT_LISTS
    if not is_text and not (line.name.startswith("X-") and "VALUE" not in line.parameters):
        return
    signs = ";" if line.name in _TEXT_LISTS else ",;"
    bare = re.sub(r"\\.", "", line.value)
    if any(sign in bare for sign in signs):
        yield Found(line.line, "unescaped", line.name)
    if re.sub(r"\\[\\,;nN]", "", line.value).count("\\"):
        yield Found(line.line, "escape", line.name)
    if len(line.value) > _LONG_TEXT:
        yield Found(line.line, "long-text", line.name)


def _date(line: ContentLine, component: str, zones: set[str]) -> Iterator[Found]:
    kind = line.parameters.get("VALUE", "DATE-TIME").upper()
    tzid = line.parameters.get("TZID")
    values = line.value.split(",") if line.name in ("RDATE", "EXDATE") else [line.value]
    if kind == "PERIOD":
        return
    if line.name == "RDATE" and component in ("STANDARD", "DAYLIGHT") and len(values) > 1:
        yield Found(line.line, "rdate-list")
    for value in values:
        at = _moment(value)
        if at is None:
            yield Found(line.line, "date", value[:40])
            continue
        if isinstance(at, datetime) != (kind == "DATE-TIME"):
            yield Found(line.line, "date-value", f"{line.name}:{value}")
        if not isinstance(at, datetime) or component in ("STANDARD", "DAYLIGHT"):
            continue
        if tzid is None:
            if not value.endswith("Z"):
                yield Found(line.line, "floating", f"{line.name}:{value}")
        elif value.endswith("Z"):
            yield Found(line.line, "tzid-utc", f"{line.name}:{value}")
        elif tzid.strip('"') not in zones:
            yield Found(line.line, "tzid-unknown", tzid[:40])
        elif at < _ZONE_RULES_SINCE and tzid.strip('"').startswith("Europe/"):
            yield Found(line.line, "before-zone", f"{line.name}:{value}")


def _moment(value: str) -> date | datetime | None:
    """A DATE or DATE-TIME value (its Z left aside); None where it is neither."""
    found = re.fullmatch(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)Z?)?", value)
    if not found or not value.isascii():
        return None
    numbers = [int(part) for part in found.groups() if part is not None]
    try:
        day = date(*numbers[:3])
        return (
            datetime.combine(day, time(numbers[3], numbers[4], numbers[5])) if numbers[3:] else day
        )
    except ValueError:
        return None
