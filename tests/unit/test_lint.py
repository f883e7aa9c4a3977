from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from export_samples import event, timeline
from hypothesis import given, settings
from hypothesis import strategies as st
from lint_mutants import MUTANTS, sound

from calendars import to_icalendar
from timeline.cli import main
from timeline.export.icalendar_export import event_calendars, render_icalendar
from timeline.export.lint import lint
from timeline.export.lint_rules import RULES
from timeline.models import Timeline

SAMPLE = Path(__file__).parents[1] / "browser" / "sample.json"


def test_our_own_calendars_are_clean() -> None:
    sample = Timeline.model_validate_json(SAMPLE.read_text("utf-8"))
    made = [*render_icalendar(sample).files.values(), *event_calendars(sample).values()]
    assert len(made) == 2 + len(sample.events)
    assert [lint(data) for data in [*made, sound()]] == [[]] * (len(made) + 1)


@pytest.mark.parametrize("name", MUTANTS)
def test_a_mutant_is_caught_where_it_is_wrong(name: str) -> None:
    rule, mutate = MUTANTS[name]
    mutant = mutate(sound())
    assert mutant != sound()
    findings = lint(mutant)
    assert rule in {finding.rule for finding in findings}, findings
    lines = len(mutant.splitlines())
    assert all(1 <= finding.line <= lines for finding in findings)


def test_there_are_45_mutants() -> None:
    assert len(MUTANTS) == 45
    caught = sum(bool(lint(mutate(sound()))) for _, mutate in MUTANTS.values())
    assert caught >= 43


def calendar(*lines: str, head: tuple[str, ...] = ("VERSION:2.0", "PRODID:x")) -> bytes:
    whole = ["BEGIN:VCALENDAR", *head, *lines, "END:VCALENDAR", ""]
    return "\r\n".join(whole).encode()


def entry(*lines: str) -> list[str]:
    """The rules broken by one event with these lines besides what it needs."""
    needed = ("UID:1", "DTSTAMP:20240101T000000Z", "SUMMARY:x", "TRANSP:TRANSPARENT")
    start = () if any("DTSTART" in line for line in lines) else ("DTSTART:20240101T000000Z",)
    made = calendar("BEGIN:VEVENT", *needed, *start, *lines, "END:VEVENT")
    return [finding.rule for finding in lint(made)]


@pytest.mark.parametrize(
    ("lines", "rules"),
    [
        ((), []),
        (("URL:https://a.example/%C3%A4?b=c;d,e(f)'",), []),
        (("URL:a.example",), ["url"]),
        (("DESCRIPTION:a\\, b\\; c\\n d\\N e\\\\",), []),
        (("DESCRIPTION:a\\b",), ["escape"]),
        (("DESCRIPTION:a\\",), ["escape"]),
        (("DESCRIPTION:a; b",), ["unescaped"]),
        (("CATEGORIES:a,b\\,c",), []),
        (("CATEGORIES:a", "CATEGORIES:b"), ["categories"]),
        (("X-TIMELINE-EDTF:2024/2025",), []),
        (("X-ODD:a,b",), ["unescaped"]),
        (("X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-TITLE=a:geo:1,2",), []),
        (('SUMMARY2;ALTREP="CID:x":y',), []),
        (('LOCATION;ALTREP="CID:x:y',), ["parameter"]),
        (("SEQUENCE:-1",), ["sequence"]),
        (("DURATION:PT1H",), []),
        (("DURATION:P1H",), ["duration"]),
        (("DURATION:PT0S",), ["duration"]),
        (("DURATION:PT",), ["duration"]),
        (("DURATION:PT1H", "DTEND:20240101T010000Z"), ["end-and-duration"]),
        (("DTEND:20240101T000000Z",), ["end-before-start"]),
        (("DTEND;VALUE=DATE:20240102",), ["end-kind"]),
        (("DTSTART;VALUE=DATE:20240101", "DTEND;VALUE=DATE:20250101"), ["long"]),
        (("DTSTART;VALUE=DATE:99991231",), []),
        (("DTSTART:20240101T250000Z",), ["date"]),
        (("LAST-MODIFIED:20240101",), ["date", "utc"]),
        (("RRULE:FREQ=WEEKLY;BYDAY=MO,TU",), []),
        (("RRULE:EVERY=DAY",), ["rrule"]),
        (("X-MICROSOFT-CDO-BUSYSTATUS:YES",), ["busy"]),
        (("END:VTODO",), ["nesting"]),
    ],
)
def test_rules(lines: tuple[str, ...], rules: list[str]) -> None:
    assert entry(*lines) == rules


def test_calendars_as_a_whole() -> None:
    def rules(data: bytes) -> set[str]:
        return {finding.rule for finding in lint(data)}

    assert rules(b"") == {"no-calendar"}
    assert rules(b"\x89PNG\r\n\x1a\n\0\0") == {"no-calendar"}
    assert rules(calendar() + b"\0\r\n") >= {"control"}
    assert rules(calendar()) == {"empty"}
    assert rules(calendar(head=("VERSION:1.0", "PRODID:x"))) == {"empty", "version"}
    assert rules(calendar("BEGIN:VTIMEZONE", "TZID:a", "END:VTIMEZONE")) == {"empty", "zone-empty"}
    assert rules(calendar("X-WR-TIMEZONE:Mars", "CALSCALE:JULIAN")) >= {"x-wr-timezone", "calscale"}
    assert "calendars" in rules(calendar() + calendar())
    assert "outside" in rules(calendar() + b"VERSION:2.0\r\n")


def test_components_that_nest_very_deep() -> None:
    never_closed = calendar().removesuffix(b"END:VCALENDAR\r\n") + b"BEGIN:X\r\n" * 3000
    assert sum(finding.rule == "nesting" for finding in lint(never_closed)) == 3001


def test_a_changed_occurrence_may_carry_its_series_uid() -> None:
    one = ("BEGIN:VEVENT", "UID:1", "DTSTAMP:20240101T000000Z", "SUMMARY:x", "TRANSP:TRANSPARENT")
    dated = "DTSTART:20240102T000000Z"
    again = ("RECURRENCE-ID:20240102T000000Z", dated, "END:VEVENT")
    names = ("VERSION:2.0", "PRODID:x", "NAME:x", "X-WR-CALNAME:x")
    assert lint(calendar(*one, dated, "END:VEVENT", *one, *again, head=names)) == []


def test_findings_are_german_and_name_a_client() -> None:
    (finding,) = lint(to_icalendar(timeline(event())).replace(b"steelblue", b"#00f"))
    assert finding.level == "error"
    assert finding.message == "COLOR ist kein CSS-Farbname (#00f)"
    assert finding.clients == "Thunderbird, Nextcloud"
    assert all(rule.says and rule.clients for rule in RULES.values())


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300), st.integers(0, 1500))
def test_no_bytes_make_it_stumble(noise: bytes, at: int) -> None:
    whole = sound()
    lint(noise)
    lint(whole[:at] + noise + whole[at:])


def test_a_file_of_another_kind_has_one_fault() -> None:
    for other in (b'{"a": 1,\n "b": "' + b"x" * 200 + b'"}\n', b"", b"Guten Tag\n"):
        (finding,) = lint(other)
        assert (finding.rule, finding.line) == ("no-calendar", 1)


def test_details_are_in_the_language_asked_for() -> None:
    bad = sound().replace(b"TRANSP:TRANSPARENT", b"X" * 80, 1)
    german = [one.message for one in lint(bad) if one.rule in ("line-length", "no-property")]
    english = [one.message for one in lint(bad, "en") if one.rule in ("line-length", "no-property")]
    assert german[0].endswith("(80 Bytes)")
    assert english[0].endswith("(80 bytes)")
    assert german[1].endswith(f"(„{'X' * 40}…“)")
    assert english[1].endswith(f"(“{'X' * 40}…”)")


def test_the_command_tells_line_rule_and_client(tmp_path: Path) -> None:
    good, bad = tmp_path / "gut.ics", tmp_path / "schlecht.ics"
    good.write_bytes(sound())
    bad.write_bytes(sound().replace(b"TRANSP:TRANSPARENT", b"TRANSP:FREE", 1))
    assert CliRunner().invoke(main, ["lint", str(good)]).output == "Keine Mängel.\n"
    result = CliRunner().invoke(main, ["lint", str(good), str(bad)])
    line = 1 + bad.read_bytes().splitlines().index(b"TRANSP:FREE")
    assert result.output == (
        f"{bad}:{line}: Fehler [transp] TRANSP ist weder OPAQUE noch TRANSPARENT (FREE)"
        " (Home Assistant, Nextcloud)\nFehler: 1, Hinweise: 0.\n"
    )
    assert result.exit_code == 1
    (told,) = json.loads(CliRunner().invoke(main, ["lint", "--json", str(bad)]).output)
    assert (told["file"], told["line"], told["rule"]) == (bad.as_posix(), line, "transp")

    missing = CliRunner().invoke(main, ["lint", str(tmp_path / "fehlt.ics")])
    assert missing.exit_code == 2
    assert "fehlt.ics: gibt es nicht – den Pfad prüfen" in missing.output


def test_warnings_alone_are_no_failure(tmp_path: Path) -> None:
    file = tmp_path / "fremd.ics"
    file.write_bytes(sound().replace(b"CALSCALE:", b"METHOD:PUBLISH\r\nCALSCALE:", 1))
    result = CliRunner().invoke(main, ["lint", str(file)])
    assert (result.exit_code, result.output.splitlines()[-1]) == (0, "Fehler: 0, Hinweise: 1.")
