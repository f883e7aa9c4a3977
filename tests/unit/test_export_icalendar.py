from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import Any, get_args

import pytest
from export_samples import article, event, mention, timeline
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar, Component

from calendars import to_icalendar
from timeline.export import icalendar_export
from timeline.export.icalendar_export import (
    calendar_head,
    event_calendars,
    render_icalendar,
)
from timeline.models import Alternative, Claim, Event, Granularity, Mod, Timeline

HOSTILE = [
    "a\r\nBEGIN:VEVENT\r\nUID:evil\r\nEND:VEVENT",
    "END:VEVENT\nEND:VCALENDAR",
    "a\rX-EVIL:1",
    "Null\0 Esc\x1b Nel\x85 Vt\x0b Ff\x0c",
    "Trenner\u2028BEGIN:VALARM\u2029END:VALARM",
    "\u202eumgekehrt\u2066",
    "allein \ud800 \udfff",
    "\ufeffBOM",
    'Komma, Strich; Backslash\\n \\, Doppelpunkt: "Anführung" ^n ^\'',
    "Ünïcödé 🏳️\u200d🌈" * 40,
    "x" * 100_000,
    "ß " * 50_000,
    "",
]


def lines(data: bytes) -> list[str]:
    """The unfolded lines, after what every client may rely on has been checked."""
    assert not data.startswith(b"\xef\xbb\xbf")
    assert data.endswith(b"\r\n")
    physical = data.split(b"\r\n")[:-1]
    for line in physical:
        assert len(line) <= 75
        assert line.strip()
        text = line.decode()  # raises where a fold cuts a character
        assert not re.search("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]", text)
    unfolded: list[str] = []
    for text in (line.decode() for line in physical):
        if text.startswith(" "):
            unfolded[-1] += text[1:]
        else:
            unfolded.append(text)
    assert all(re.match(r"[A-Z-]+[;:]", text) for text in unfolded)
    return unfolded


def read(data: bytes) -> list[Component]:
    lines(data)
    calendar = Calendar.from_ical(data)
    for component in calendar.walk():
        assert not component.errors
    assert {part.name for part in calendar.subcomponents} <= {"VEVENT", "VTIMEZONE"}
    return list(calendar.walk("VEVENT"))


def only(made: Timeline) -> Component:
    (entry,) = read(to_icalendar(made))
    return entry


def said(entry: Component, name: str) -> str:
    return str(entry[name])


def span(entry: Component) -> tuple[date | datetime, date | datetime]:
    return entry.decoded("DTSTART"), entry.decoded("DTEND")


def test_the_head() -> None:
    head = lines(to_icalendar(timeline(event())))
    head = head[: head.index("BEGIN:VEVENT")]
    assert set(head) == {
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//timeline//timeline 1//DE",
        "CALSCALE:GREGORIAN",
        "NAME:Am Mühlkanal",
        "X-WR-CALNAME:Am Mühlkanal",
        "DESCRIPTION:Ereignisse: 1\\, ausgewertete Artikel: 1",
        "X-WR-CALDESC:Ereignisse: 1\\, ausgewertete Artikel: 1",
        "X-WR-TIMEZONE:Europe/Berlin",
        "COLOR:steelblue",
        "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
        "X-PUBLISHED-TTL:PT12H",
    }  # no METHOD, no UID, and no VTIMEZONE where no time needs one


def test_an_entry_says_what_and_who_says_so() -> None:
    made = lines(to_icalendar(timeline(event(categories=("Verkehr", "Brücken, Kanäle")))))
    made = made[made.index("BEGIN:VEVENT") :]
    assert set(made) >= {
        "UID:e1@timeline.invalid",
        "DTSTAMP:20240620T071500Z",
        "LAST-MODIFIED:20240620T071500Z",
        "SEQUENCE:0",
        "DTSTART;VALUE=DATE:20240619",
        "DTEND;VALUE=DATE:20240620",
        "SUMMARY:Klappbrücke über den Mühlkanal eröffnet",
        "STATUS:CONFIRMED",
        "TRANSP:TRANSPARENT",
        "X-MICROSOFT-CDO-BUSYSTATUS:FREE",
        "CATEGORIES:Verkehr,Brücken / Kanäle",
        "URL:https://nordufer.example/klappbruecke",
        "X-TIMELINE-EDTF:2024-06-19",
    }
    names = [re.split("[;:]", line)[0] for line in made]
    assert len(set(names)) == len(names) - 1  # one END each for the event and the calendar
    assert not {"BEGIN:VALARM", "ATTENDEE", "ORGANIZER"} & {*made, *names}
    text = said(only(timeline(event())), "DESCRIPTION")
    assert text.splitlines() == [
        "Wann: 19. Juni 2024",
        "1 Quelle:",
        "– Nordufer Bote, 20. Juni 2024",
        "„Die neue Klappbrücke über den Mühlkanal öffnete am Mittwoch.“ "
        "(„am Mittwoch“, gerechnet vom 20. Juni 2024)",
        "https://nordufer.example/klappbruecke",
    ]


DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("changes", "first", "last", "title"),
    [
        ({}, "2024-06-19", "2024-06-19", "{}"),
        ({"end": "2024-06-21", "granularity": "range"}, "2024-06-19", "2024-06-21", "{}"),
        ({"end": "2024-06-25", "granularity": "range"}, "2024-06-19", "2024-06-25", "{}"),
        (
            {"end": "2024-06-26", "granularity": "range"},
            "2024-06-19",
            "2024-06-19",
            "19.–26. Juni 2024: {}",
        ),
        (
            {"start": "2024-06-17", "end": "2024-06-23", "granularity": "week"},
            "2024-06-17",
            "2024-06-23",
            "Woche vom 17. bis 23. Juni 2024: {}",
        ),
        (
            {"start": "2024-06-01", "end": "2024-06-30", "granularity": "month"},
            "2024-06-01",
            "2024-06-01",
            "Juni 2024: {}",
        ),
        (
            {"start": "2024-10-11", "end": "2024-10-20", "granularity": "month", "mod": "mid"},
            "2024-10-15",
            "2024-10-15",
            "Mitte Oktober 2024: {}",
        ),
        (
            {"start": "2024-10-21", "end": "2024-10-31", "granularity": "month", "mod": "end"},
            "2024-10-31",
            "2024-10-31",
            "Ende Oktober 2024: {}",
        ),
        (
            {"start": "1991-05-01", "end": "1991-08-31", "granularity": "year", "mod": "mid"},
            "1991-07-01",
            "1991-07-01",
            "Mitte 1991: {}",
        ),
        (
            {"start": "2015-01-01", "end": None, "granularity": "year", "mod": "since"},
            "2015-01-01",
            "2015-01-01",
            "seit 2015: {}",
        ),
        (
            {"start": None, "end": "2024-10-27", "mod": "until"},
            "2024-10-27",
            "2024-10-27",
            "bis 27. Oktober 2024: {}",
        ),
        (
            {"start": "2024-07-01", "end": "2024-09-30", "granularity": "quarter"},
            "2024-07-01",
            "2024-07-01",
            "3. Quartal 2024: {}",
        ),
        (
            {"start": "2023-12-01", "end": "2024-02-29", "granularity": "season"},
            "2023-12-01",
            "2023-12-01",
            "Winter 2023/24: {}",
        ),
        (
            {"start": "1850-01-01", "end": "1850-12-31", "granularity": "year", "mod": "approx"},
            "1850-01-01",
            "1850-01-01",
            "um 1850: {}",
        ),
        (
            {"start": "0801-01-01", "end": "0900-12-31", "granularity": "century"},
            "0801-01-01",
            "0801-01-01",
            "9. Jahrhundert: {}",
        ),
        ({"end": "2024-06-18"}, "2024-06-19", "2024-06-19", "{}"),
        ({"modality": "postponed"}, "2024-06-19", "2024-06-19", "{} (verschoben)"),
        (
            {"modality": "denied", "date_conflict": True},
            "2024-06-19",
            "2024-06-19",
            "{} (dementiert, Datum strittig)",
        ),
        (
            {"mentions": (mention(basis="publication"),)},
            "2024-06-19",
            "2024-06-19",
            "gemeldet: {}",
        ),
    ],
)
def test_days(changes: dict[str, Any], first: str, last: str, title: str) -> None:
    entry = only(timeline(event(**changes)))
    assert span(entry) == (date.fromisoformat(first), date.fromisoformat(last) + DAY)
    assert said(entry, "SUMMARY") == title.format("Klappbrücke über den Mühlkanal eröffnet")


def test_a_day_that_stands_in_for_a_period_says_so() -> None:
    month = {"start": "2024-06-01", "end": "2024-06-30", "granularity": "month"}
    entry = only(timeline(event(**month)))
    assert "Wann: Juni 2024\nIm Kalender steht dafür der 1. Juni 2024." in said(
        entry, "DESCRIPTION"
    )
    made = render_icalendar(timeline(event(**month), event("e2"), event("e3", **month)))
    assert made.notes == (
        "mit ungenauem Datum an einem Stellvertretertag im Kalender: 2"
        " (der Titel nennt den Zeitraum)",
    )


@pytest.mark.parametrize(
    ("zone", "start", "line", "utc"),
    [
        ("Europe/Berlin", "2024-07-01T08:30:00+02:00", ";TZID=Europe/Berlin:20240701T083000", 6),
        ("Europe/Vienna", "2024-01-15T08:30:00+01:00", ";TZID=Europe/Vienna:20240115T083000", 7),
        ("Europe/Zurich", "2024-01-15T08:30:00", ";TZID=Europe/Zurich:20240115T083000", 7),
        ("Europe/Berlin", "2024-07-01T06:30:00Z", ";TZID=Europe/Berlin:20240701T083000", 6),
        ("Europe/Berlin", "1996-10-26T08:30:00+02:00", ":19961026T063000Z", 6),
        ("Europe/Berlin", "1996-10-28T08:30:00+01:00", ";TZID=Europe/Berlin:19961028T083000", 7),
        ("Europe/Berlin", "1961-08-13T08:30:00+01:00", ":19610813T073000Z", 7),
        ("America/New_York", "2024-07-01T08:30:00-04:00", ":20240701T123000Z", 12),
        # 2:30 comes twice on that day; only UTC says which one it is.
        ("Europe/Berlin", "2024-10-27T02:30:00+01:00", ":20241027T013000Z", 1),
    ],
)
def test_times(zone: str, start: str, line: str, utc: int) -> None:
    made = timeline(event(start=start, end=start, granularity="time"), timezone=zone)
    data = to_icalendar(made)
    assert f"DTSTART{line}" in lines(data)
    assert data.count(b"BEGIN:VTIMEZONE") == ("TZID=" in line)
    assert data.count(b"RRULE:") == 2 * ("TZID=" in line)
    begin, end = span(only(made))
    assert isinstance(begin, datetime)
    assert isinstance(end, datetime)
    assert (begin.astimezone(UTC).hour, begin.minute) == (utc, 30)
    assert end - begin == timedelta(minutes=30)
    assert "Das Ende ist nicht bekannt" in said(only(made), "DESCRIPTION")


def test_times_with_an_end_keep_it() -> None:
    made = event(start="2024-03-30T22:00:00", end="2024-03-31T06:00:00", granularity="time")
    entry = only(timeline(made))
    begin, end = (at.astimezone(UTC) for at in span(entry) if isinstance(at, datetime))
    assert end - begin == timedelta(hours=7)  # the clocks go forward that night
    assert "nicht bekannt" not in said(entry, "DESCRIPTION")

    half = event(start="2024-03-30T22:00:00+01:00", end="2024-03-31", granularity="range")
    assert span(only(timeline(half)))[1] == datetime.fromisoformat("2024-04-01T00:00:00+02:00")

    until = event(start=None, end="2024-05-05T18:00:00+02:00", granularity="time", mod="until")
    entry = only(timeline(until))
    assert said(entry, "SUMMARY").startswith("bis 5. Mai 2024, 18:00 Uhr: ")
    assert span(entry)[0] == datetime.fromisoformat("2024-05-05T18:00:00+02:00")

    long = event(start="2024-03-01T22:00:00", end="2024-03-31T06:00:00", granularity="range")
    assert span(only(timeline(long))) == (date(2024, 3, 1), date(2024, 3, 2))


@pytest.mark.parametrize("zone", ["Mars/Olympus", "", "../../etc/passwd", "\ud800", "a\0b"])
def test_an_unknown_zone_is_told(zone: str) -> None:
    timed = event(start="2024-07-01T08:30:00+02:00", end=None, granularity="time")
    made = render_icalendar(timeline(timed, timezone=zone))
    assert any("Uhrzeiten stehen in UTC" in note for note in made.notes)
    assert b"DTSTART:20240701T063000Z" in made.files["timeline.ics"]
    assert not render_icalendar(timeline(event(), timezone=zone)).notes


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({}, "CONFIRMED"),
        ({"status": "tentative"}, "TENTATIVE"),
        ({"modality": "planned"}, "TENTATIVE"),
        ({"modality": "possible"}, "TENTATIVE"),
        ({"modality": "denied"}, "TENTATIVE"),
        ({"date_conflict": True}, "TENTATIVE"),
        ({"status": "cancelled"}, "CANCELLED"),
        ({"modality": "cancelled", "status": "tentative"}, "CANCELLED"),
    ],
)
def test_status(changes: dict[str, Any], status: str) -> None:
    assert only(timeline(event(**changes)))["STATUS"] == status


def test_events_without_a_date_are_left_out_and_named() -> None:
    undated = event("e2", start=None, end=None, headline="Irgendwann\r\nein Fest")
    beyond = event("e3", start="9999-12-31T23:50:00-01:00", end=None, granularity="time")
    made = render_icalendar(timeline(event(), undated, beyond))
    assert len(read(made.files["timeline.ics"])) == 1
    (note,) = made.notes
    assert note.startswith("ohne Datum, deshalb nicht im Kalender: 2 (Irgendwann ein Fest, ")


@pytest.mark.parametrize("day", [date.min, date.max, date(999, 1, 1)])
def test_the_first_and_the_last_day_there_are(day: date) -> None:
    entry = only(timeline(event(start=day, end=day)))
    assert entry.decoded("DTSTART") == day
    assert ("DTEND" in entry) == (day != date.max)


def test_what_is_uncertain_is_told() -> None:
    claims = tuple(
        Claim(kind="date", about="Eröffnung", value=value, source=name, mention="m1", conflict=True)
        for value, name in (("2024-06-19", "Nordufer Bote"), ("2024-06-18", "Südufer Kurier"))
    )
    other = Alternative(date(2024, 6, 26), date(2024, 6, 26), "x")
    made = event(
        summary="Nach drei Jahren Bau.",
        claims=claims,
        date_conflict=True,
        modality="planned",
        sources=("Nordufer Bote", "Südufer Kurier"),
        mentions=(
            mention(alternatives=(other,)),
            mention("m2", basis="absolute", text="am 19. Juni"),
            mention("m3", article="a2", file="a2.html"),
            mention("m4", article="missing", file="fehlt.txt", basis="publication"),
        ),
    )
    second = article("a2", source="", title="Kanalblatt", url="kein Link", published=None)
    text = only(timeline(made, articles=(article(published_basis="inferred"), second)))
    assert said(text, "DESCRIPTION").splitlines() == [
        "Nach drei Jahren Bau.",
        "Wann: 19. Juni 2024 (angekündigt)",
        "Die Quellen nennen verschiedene Daten: 19. Juni 2024 (Nordufer Bote); "
        "18. Juni 2024 (Südufer Kurier).",
        "2 Quellen, davon 1 unabhängig:",
        "– Nordufer Bote, 20. Juni 2024 (erschlossen)",
        "„Die neue Klappbrücke über den Mühlkanal öffnete am Mittwoch.“ "
        "(„am Mittwoch“, gerechnet vom 20. Juni 2024; auch möglich: 26. Juni 2024)",
        "„Die neue Klappbrücke über den Mühlkanal öffnete am Mittwoch.“ (im Text: „am 19. Juni“)",
        "https://nordufer.example/klappbruecke",
        "– Kanalblatt, ohne Datum",
        "„Die neue Klappbrücke über den Mühlkanal öffnete am Mittwoch.“ "
        "(„am Mittwoch“, gerechnet vom 20. Juni 2024)",
        "– fehlt.txt, ohne Datum",
        "„Die neue Klappbrücke über den Mühlkanal öffnete am Mittwoch.“ "
        "(gemeldet am 19. Juni 2024)",
    ]


@pytest.mark.parametrize("count", [3, 30, 120])
def test_a_description_names_every_report_it_has_room_for(count: int) -> None:
    articles = tuple(
        article(f"a{n}", source=f"Blatt {n}", url=f"https://x.example/{n}") for n in range(count)
    )
    mentions = tuple(
        mention(f"m{n}", article=f"a{n}", sentence="Lang und breit erzählt. " * 20)
        for n in range(count)
    )
    text = said(only(timeline(event(mentions=mentions), articles=articles)), "DESCRIPTION")
    assert len(text) <= 4000
    told = len(re.findall("– Blatt", text))
    assert told == len(re.findall("https://x.example/", text))
    rest = re.search(r"Weitere Meldungen: (\d+) ", text)
    assert told + int(rest[1] if rest else 0) == count
    assert told == count or told > 50


def test_the_stamp_is_the_last_change_of_a_report() -> None:
    articles = (
        article(published="2024-06-20", modified=None),
        article(
            "a2", published="2024-06-20T10:00:00+02:00", modified="2024-06-21T10:00:00.5+02:00"
        ),
    )
    both = (mention(), mention("m2", article="a2"))
    entry = only(timeline(event(mentions=both), articles=articles))
    assert entry.decoded("DTSTAMP") == datetime(2024, 6, 21, 8, tzinfo=UTC)
    assert entry.decoded("LAST-MODIFIED") == entry.decoded("DTSTAMP")
    entry = only(timeline(event(), articles=articles))
    assert entry.decoded("DTSTAMP") == datetime(2024, 6, 19, 22, tzinfo=UTC)
    entry = only(timeline(event(), articles=()))
    assert entry.decoded("DTSTAMP") == datetime(1970, 1, 1, tzinfo=UTC)


def test_uids_come_from_ids_alone_and_are_unique() -> None:
    odd = ["e1", "e1", "e1-2", "böse\r\nX:1", "x" * 500, "", "e1"]
    entries = read(to_icalendar(timeline(*(event(id_) for id_ in odd))))
    uids = [str(entry["UID"]) for entry in entries]
    assert uids[:3] == [
        "e1@timeline.invalid",
        "e1-2@timeline.invalid",
        "e1-2-2@timeline.invalid",
    ]
    assert len(set(uids)) == len(odd)
    assert all(re.fullmatch(r"[A-Za-z0-9._-]+@timeline\.invalid", uid) for uid in uids)
    moved = event(headline="Anders", start="2024-07-01", end="2024-07-01")
    assert only(timeline(moved))["UID"] == "e1@timeline.invalid"


def test_a_big_calendar_is_split_by_year(monkeypatch: pytest.MonkeyPatch) -> None:
    events = [
        event(f"e{year}-{n}", start=f"{year}-03-{n:02}", end=f"{year}-03-{n:02}")
        for year, count in ((2021, 3), (2022, 20), (2023, 1))
        for n in range(1, count + 1)
    ]
    made = timeline(*events)
    whole = render_icalendar(made)
    assert list(whole.files) == ["timeline.ics"]
    assert whole.files["timeline.ics"] == to_icalendar(made)
    monkeypatch.setattr(icalendar_export, "MAX_BYTES", 10_000)
    parts = render_icalendar(made)
    assert list(parts.files) == [
        "timeline-2021.ics",
        "timeline-2022.ics",
        "timeline-2022-2.ics",
        "timeline-2023.ics",
    ]
    assert all(len(data) <= 10_000 for data in parts.files.values())
    entries = [entry for data in parts.files.values() for entry in read(data)]
    assert {str(entry["UID"]) for entry in entries} == {f"{e.id}@timeline.invalid" for e in events}
    assert "NAME:Am Mühlkanal 2022" in lines(parts.files["timeline-2022-2.ics"])
    assert "auf 4 Dateien verteilt" in parts.notes[-1]


def test_periods_have_a_calendar_of_their_own() -> None:
    year = {"start": "2023-01-01", "end": "2023-12-31", "granularity": "year"}
    made = timeline(event("e1"), event("e2", **year), event("e3", **year, mod="since"))
    rendered = render_icalendar(made)
    uids = {
        name: [str(entry["UID"]) for entry in read(data)] for name, data in rendered.files.items()
    }
    assert uids == {
        "timeline.ics": ["e1@timeline.invalid", "e3@timeline.invalid"],
        "timeline-periods.ics": ["e2@timeline.invalid"],
    }
    assert "NAME:Am Mühlkanal (Zeiträume)" in lines(rendered.files["timeline-periods.ics"])
    assert "1, in einem eigenen Kalender (timeline-periods.ics)" in rendered.notes[-1]
    # Nothing but periods: then they are the calendar.
    assert list(render_icalendar(timeline(event("e2", **year))).files) == ["timeline.ics"]


def test_the_sequence_is_the_revision_of_the_event() -> None:
    assert str(only(timeline(event(revision=3)))["SEQUENCE"]) == "3"


def test_a_calendar_for_each_event() -> None:
    timed = event("e2", start="2024-07-01T08:30:00+02:00", end=None, granularity="time")
    made = timeline(event("e1"), timed, event("e3", start=None, end=None))
    calendars = event_calendars(made)
    assert list(calendars) == ["e1", "e2"]
    whole = to_icalendar(made)
    for data in calendars.values():
        (entry,) = read(data)
        assert entry.to_ical() in whole
    assert b"VTIMEZONE" in calendars["e2"]
    assert b"VTIMEZONE" not in calendars["e1"]
    entries = whole[whole.index(b"BEGIN:VEVENT") :]
    assert len(read(calendar_head(made) + entries)) == 2


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_the_name_of_the_calendar_is_escaped(text: str) -> None:
    (name,) = [line for line in lines(to_icalendar(timeline(title=text))) if line[:5] == "NAME:"]
    assert not re.search(r"(?<!\\)(?:\\\\)*[,;]", name)


def test_english() -> None:
    month = event(start="2024-06-01", end="2024-06-30", granularity="month", modality="planned")
    entry = only(timeline(month, language="en"))
    assert (
        said(entry, "SUMMARY") == "June 2024: Klappbrücke über den Mühlkanal eröffnet (announced)"
    )
    assert "The calendar shows 1 June 2024 in its place." in said(entry, "DESCRIPTION")


def poisoned(text: str) -> Timeline:
    dirty = mention(text=text, sentence=text, anchor=text, file=text, timex_value=text)
    claim = Claim(kind="number", about=text, value=text, source=text, mention="m1", conflict=True)
    made: list[Event] = [
        event("e1", headline=text, summary=text, edtf=text, categories=(text, text)),
        event(text, mentions=(dirty, dirty), claims=(claim,), sources=(text,)),
        event("e3", mentions=(mention(article=text),), start="2024-06-19T08:00:00"),
    ]
    article_ = article(source=text, title=text, url=text, agency=text)
    link = article(text, url="https://a.example/" + text)
    return timeline(*made, title=text, language=text, articles=(article_, link))


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_stays_text(text: str) -> None:
    data = to_icalendar(poisoned(text))
    entries = read(data)
    assert len(entries) == 3
    assert len({str(entry["UID"]) for entry in entries}) == 3
    assert not any(entry.get("X-EVIL") or entry["UID"] == "evil" for entry in entries)
    for entry in entries:
        assert len(said(entry, "SUMMARY")) <= 250
        assert len(said(entry, "DESCRIPTION")) <= 4000
        assert re.fullmatch(r"[!-~]*", entry.get("URL", ""))
    assert to_icalendar(poisoned(text)) == data


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(exclude_categories=[])))
def test_any_text_stays_text(text: str) -> None:
    assert len(read(to_icalendar(poisoned(text)))) == 3


moments = st.none() | st.dates() | st.datetimes() | st.datetimes(timezones=st.just(UTC))


@settings(max_examples=300, deadline=None)
@given(
    start=moments,
    end=moments,
    granularity=st.sampled_from(get_args(Granularity)),
    mod=st.none() | st.sampled_from(get_args(Mod)),
)
def test_every_event_is_in_the_calendar_or_told_of(**values: Any) -> None:
    made = render_icalendar(timeline(event(**values)))
    entries = read(made.files["timeline.ics"])
    left_out = any(note.startswith("ohne Datum") for note in made.notes)
    assert len(entries) == (0 if left_out else 1)
    if values["start"] is None and values["end"] is None:
        assert left_out
    for entry in entries:
        begin = entry.decoded("DTSTART")
        assert begin < entry.decoded("DTEND", begin + DAY if begin != date.max else None)
