"""Forty-five calendars with one fault each, made from one that has none.

Each is named after what a program did with it; the rule is the one that has to
tell of it. ``swap`` replaces text once, so that a mutant which no longer fits
the exporter fails instead of testing nothing.
"""

from __future__ import annotations

from collections.abc import Callable

from export_samples import article, event, mention, timeline

from calendars import to_icalendar

Mutation = Callable[[bytes], bytes]


def sound() -> bytes:
    """A calendar with an all-day, a timed and a cancelled event, folded lines and an address."""
    told = mention(sentence="Über die Klappbrücke fährt ab Mittwoch eine Straßenbahn, " * 3)
    return to_icalendar(
        timeline(
            event("e1", categories=("Verkehr", "Brücke"), mentions=(told,)),
            event("e2", start="2024-07-01T08:30:00+02:00", end=None, granularity="time"),
            event("e3", start="1989-11-09T18:53:00+01:00", end=None, granularity="time"),
            event("e4", start="2024-08-01", end="2024-08-03", modality="cancelled"),
            articles=(article(),),
            title="Die Klappbrücke, ein Tagebuch",
        )
    )


def swap(old: str, new: str | bytes) -> Mutation:
    def mutate(data: bytes) -> bytes:
        assert old.encode() in data, old
        return data.replace(old.encode(), new if isinstance(new, bytes) else new.encode(), 1)

    return mutate


def before(mark: str, line: str) -> Mutation:
    return swap(f"{mark}\r\n", f"{line}\r\n{mark}\r\n")


def without(line: str) -> Mutation:
    return swap(f"{line}\r\n", "")


def _unfolded(data: bytes) -> bytes:
    return data.replace(b"\r\n ", b"", 1)


def _cut_character(data: bytes) -> bytes:
    umlaut = "Straßenbahn".encode()
    at = data.index(umlaut) + len(b"Stra") + 1
    return data[:at] + b"\r\n " + data[at:]


def _without_zone(data: bytes) -> bytes:
    begin = data.index(b"BEGIN:VTIMEZONE")
    end = data.index(b"END:VTIMEZONE\r\n") + len(b"END:VTIMEZONE\r\n")
    return data[:begin] + data[end:]


def _big(data: bytes) -> bytes:
    head, sign, rest = data.partition(b"BEGIN:VEVENT\r\n")
    one = sign + rest.partition(b"BEGIN:VEVENT")[0]
    many = [one.replace(b"UID:e1@", b"UID:x%d@" % n) for n in range(1_000_000 // len(one))]
    return head + b"".join(many) + sign + rest


def _last(line: str) -> Mutation:
    return before("END:VCALENDAR", line)


#: what is wrong → (the rule that tells of it, how it is made)
MUTANTS: dict[str, tuple[str, Mutation]] = {
    # the bytes
    "byte order mark": ("bom", lambda data: b"\xef\xbb\xbf" + data),
    "bare LF": ("line-end", lambda data: data.replace(b"\r\n", b"\n")),
    "one bare LF": ("line-end", swap("VERSION:2.0\r\n", "VERSION:2.0\n")),
    "a lone CR in a title": ("line-end", swap("SUMMARY:Klapp", "SUMMARY:Kl\rapp")),
    "Windows-1252": ("utf-8", swap("Mühlkanal", "Mühlkanal".encode("cp1252"))),
    "unfolded line": ("line-length", _unfolded),
    "continuation without its blank": ("no-property", swap("\r\n ", "\r\n")),
    "blank line": ("blank-line", swap("BEGIN:VEVENT", "\r\nBEGIN:VEVENT")),
    "fold inside a character": ("fold-in-character", _cut_character),
    "NUL": ("control", swap("SUMMARY:Klapp", "SUMMARY:Kl\0app")),
    "line separator U+2028": ("invisible", swap("SUMMARY:Klapp", "SUMMARY:Kl\u2028app")),
    "more than 1 MB": ("size", _big),
    # the calendar
    "no END:VCALENDAR": ("nesting", without("END:VCALENDAR")),
    "no VERSION": ("version", without("VERSION:2.0")),
    "no PRODID": ("prodid", without("PRODID:-//timeline//timeline 1//DE")),
    "METHOD": ("method", before("CALSCALE:GREGORIAN", "METHOD:PUBLISH")),
    "UID of the calendar": ("calendar-uid", before("CALSCALE:GREGORIAN", "UID:kalender")),
    "colour as hex": ("color", swap("COLOR:steelblue", "COLOR:#4682b4")),
    "REFRESH-INTERVAL without VALUE": (
        "value-parameter",
        swap("REFRESH-INTERVAL;VALUE=DURATION:", "REFRESH-INTERVAL:"),
    ),
    "SOURCE without VALUE": (
        "value-parameter",
        before("COLOR:steelblue", "SOURCE:https://a.example/t.ics"),
    ),
    "title of the calendar not escaped": ("unescaped", swap("brücke\\, ein", "brücke, ein")),
    # time
    "TZID without VTIMEZONE": ("tzid-unknown", _without_zone),
    "RDATE as a list": (
        "rdate-list",
        swap("RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "RDATE:19710328T020000,19720326T020000"),
    ),
    "offset as TZID": (
        "tzid-unknown",
        swap("DTSTART;TZID=Europe/Berlin", 'DTSTART;TZID="UTC+01:00"'),
    ),
    "TZID and Z": (
        "tzid-utc",
        swap("TZID=Europe/Berlin:20240701T083000", "TZID=Europe/Berlin:20240701T083000Z"),
    ),
    "no zone at all": ("floating", swap("DTSTART:19891109T175300Z", "DTSTART:19891109T175300")),
    "zone before its rules": (
        "before-zone",
        swap("DTSTART:19891109T175300Z", "DTSTART;TZID=Europe/Berlin:19891109T185300"),
    ),
    "a day without VALUE=DATE": ("date-value", swap("DTSTART;VALUE=DATE:", "DTSTART:")),
    "a date with hyphens": (
        "date",
        swap("DTEND;VALUE=DATE:20240620", "DTEND;VALUE=DATE:2024-06-20"),
    ),
    "a day that is none": (
        "date",
        swap("DTSTART;VALUE=DATE:20240619", "DTSTART;VALUE=DATE:20240631"),
    ),
    "DTEND = DTSTART": (
        "end-equals-start",
        swap("DTEND;VALUE=DATE:20240620", "DTEND;VALUE=DATE:20240619"),
    ),
    "DTEND before DTSTART": (
        "end-before-start",
        swap("DTEND;VALUE=DATE:20240620", "DTEND;VALUE=DATE:20240618"),
    ),
    "no DTEND": ("end-missing", without("DTEND;VALUE=DATE:20240620")),
    "two DTEND": ("twice", before("DTEND;VALUE=DATE:20240620", "DTEND;VALUE=DATE:20240620")),
    "DTSTAMP without Z": ("utc", swap("DTSTAMP:20240620T071500Z", "DTSTAMP:20240620T071500")),
    # the event
    "no UID": ("missing", without("UID:e1@timeline.invalid")),
    "one UID twice": ("uid-twice", swap("UID:e2@timeline.invalid", "UID:e1@timeline.invalid")),
    "no DTSTAMP": ("missing", without("DTSTAMP:20240620T071500Z")),
    "TRANSP unknown": ("transp", swap("TRANSP:TRANSPARENT", "TRANSP:FREE")),
    "STATUS unknown": ("status", swap("STATUS:CANCELLED", "STATUS:CANCELED")),
    "alarm": (
        "alarm",
        before(
            "END:VEVENT",
            "BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:x\r\nTRIGGER:-PT15M\r\nEND:VALARM",
        ),
    ),
    "attendee": ("attendee", before("END:VEVENT", "ATTENDEE:mailto:a@b.example")),
    "blank in URL": (
        "url",
        swap("URL:https://nordufer.example/", "URL:https://nordufer.example/die "),
    ),
    "umlaut in URL": (
        "url",
        swap("URL:https://nordufer.example/", "URL:https://nordufer.example/ü"),
    ),
    "ALTREP without quotes": (
        "altrep",
        swap("SUMMARY:Klapp", "SUMMARY;ALTREP=CID:Klapp"),
    ),
}
