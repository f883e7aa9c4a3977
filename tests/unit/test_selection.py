"""Which events are kept: by weight, sources, time and words; and the options that say so."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from events_samples import article, mentions, when

from timeline.calling import OK, WRONG_CALL
from timeline.cli import main
from timeline.events import Selection, merge, select
from timeline.models import Event

MONDAY, TUESDAY, LATER = date(2024, 6, 17), date(2024, 6, 18), date(2024, 7, 3)


@pytest.fixture(scope="module")
def events() -> list[Event]:
    """A fire that two outlets report, an arrest, and a feast to come."""
    one = article(
        "one",
        "Die Holzmühle in Moosau brannte am Montag ab. Am Dienstag nahm die Polizei einen Gesellen "
        "fest. Am 3. Juli feiert Moosau das Hafenfest.",
        title="Holzmühle in Moosau abgebrannt",
    )
    two = article("two", "Ein Brand hat am Montag die Holzmühle in Moosau zerstört.")
    found = [
        *mentions(
            one,
            when(one, "am Montag", MONDAY),
            when(one, "Am Dienstag", TUESDAY),
            when(one, "Am 3. Juli", LATER),
        ),
        *mentions(two, when(two, "am Montag", MONDAY)),
    ]
    return merge(found, [one, two])


@pytest.mark.parametrize(
    ("selection", "days"),
    [
        (Selection(), [MONDAY, TUESDAY, LATER]),
        (Selection(top=1), [MONDAY]),
        (Selection(top=9), [MONDAY, TUESDAY, LATER]),
        (Selection(min_sources=2), [MONDAY]),
        (Selection(min_sources=3), []),
        (Selection(since=TUESDAY), [TUESDAY, LATER]),
        (Selection(until=TUESDAY), [MONDAY, TUESDAY]),
        (Selection(since=TUESDAY, until=TUESDAY), [TUESDAY]),
        (Selection(query="Holzmühle"), [MONDAY]),
        (Selection(query="holzmühlen brannten"), [MONDAY]),
        (Selection(query="Moosau Hafenfest"), [LATER]),
        (Selection(query="Moosau Zeppelin"), []),
    ],
)
def test_select(events: list[Event], selection: Selection, days: list[date]) -> None:
    assert [event.start for event in select(events, selection)] == days


def test_links_do_not_point_to_what_is_left_out(events: list[Event]) -> None:
    kept = select(events, Selection(top=2))
    ids = {event.id for event in kept}
    assert all(set(event.related) <= ids for event in kept)


def run(folder: Path, *options: str) -> Result:
    source = folder / "bote.txt"
    source.write_text(
        "---\nsource: Bote\npublished: 2024-06-20\n---\nAm Montag brannte in Moosau die Mühle. "
        "Am 3. Juli 2024 feiert Moosau das Hafenfest.\n",
        encoding="utf-8",
    )
    call = ["build", str(source), "-o", str(folder / "aus"), "-f", "json", *options]
    return CliRunner().invoke(main, call)


def test_options_of_build(tmp_path: Path) -> None:
    done = run(tmp_path, "--since", "2024-07-01", "--query", "Hafenfest", "--top", "3")
    assert done.exit_code == OK
    told = json.loads((tmp_path / "aus/timeline.json").read_text(encoding="utf-8"))
    assert [event["start"] for event in told["events"]] == ["2024-07-03"]
    assert "Auswahl: 1 von 2 Ereignissen weggelassen" in done.output


@pytest.mark.parametrize("day", ["2024-07-01", "1.7.2024", "01.07.24", "1. Juli 2024"])
def test_a_day_is_named_as_in_front_matter(tmp_path: Path, day: str) -> None:
    done = run(tmp_path, "--since", day, "--until", "31. Juli 2024")
    assert done.exit_code == OK
    told = json.loads((tmp_path / "aus/timeline.json").read_text(encoding="utf-8"))
    assert [event["start"] for event in told["events"]] == ["2024-07-03"]


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (("--since", "31.2.2024"), "--since 31.2.2024: ist kein Tag im Kalender"),
        (("--until", "2024"), "--until 2024: ist kein Tag im Kalender"),
        (("--since", "gestern"), "--since gestern: ist kein Tag im Kalender"),
        (("--since", "2024-07-02", "--until", "2024-07-01"), "liegt vor --since"),
        (("--top", "0"), "--top"),
    ],
)
def test_options_that_make_no_sense(tmp_path: Path, options: tuple[str, ...], why: str) -> None:
    done = run(tmp_path, *options)
    assert done.exit_code == WRONG_CALL
    assert why in done.output
    assert not (tmp_path / "aus").exists()
