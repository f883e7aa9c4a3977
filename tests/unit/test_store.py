"""A run into a folder that has been published from before: ids hold, revisions rise."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from export_samples import event, mention, timeline

from timeline.cli import main
from timeline.models import Event
from timeline.store import continue_from, continued, withdrawn


def told(id_: str, *places: str, **changes: Any) -> Event:
    """An event that the articles ``places`` tell, each in a sentence of its own."""
    return event(
        id_,
        mentions=tuple(mention(f"m-{p}", article=p, sentence=f"Satz von {p}.") for p in places),
        **changes,
    )


def ids(*found: Event) -> list[tuple[str, ...]]:
    return [(e.id, *(m.article for m in e.mentions)) for e in found]


def test_an_event_keeps_its_id_when_an_earlier_report_is_added() -> None:
    new = continued(timeline(told("b", "a2")), timeline(told("a", "a1", "a2")))
    assert ids(*new.events) == [("b", "a1", "a2")]


def test_of_two_events_that_become_one_the_better_told_gives_its_id() -> None:
    before = timeline(told("x", "a1"), told("y", "a2", "a3"))
    new = continued(before, timeline(told("x", "a1", "a2", "a3")))
    assert ids(*new.events) == [("y", "a1", "a2", "a3")]
    assert [e.id for e in withdrawn(before, new)] == ["x"]


def test_of_an_event_that_is_parted_one_half_gets_a_new_id() -> None:
    before = timeline(told("x", "a1", "a2", "a3"))
    new = continued(before, timeline(told("x", "a1"), told("z", "a2", "a3")))
    assert ("x", "a2", "a3") in ids(*new.events)
    [(_, article)] = [found for found in ids(*new.events) if found[0] != "x"]
    assert article == "a1", "the smaller half: the id it would have is given away"


def test_links_between_events_follow_their_ids() -> None:
    new = continued(
        timeline(told("z", "a2")),
        timeline(told("a", "a1", "a2"), told("b", "a9", related=("a",))),
    )
    assert {e.id: e.related for e in new.events} == {"z": (), "b": ("z",)}


def test_a_revision_rises_with_what_a_reader_can_see() -> None:
    first = timeline(told("x", "a1", revision=4))
    same = continued(first, timeline(told("x", "a1", importance=0.9, related=("x",))))
    assert [e.revision for e in same.events] == [4]
    called_off = continued(first, timeline(told("x", "a1", status="cancelled", revision=1)))
    assert [e.revision for e in called_off.events] == [5]
    back = continued(called_off, first)
    assert [e.revision for e in back.events] == [6], "taken back, and no calendar may ignore it"


def test_what_is_new_keeps_its_own_id_and_the_order_is_by_day() -> None:
    early = told("z", "a5", start="2024-01-01", end="2024-01-01")
    new = continued(timeline(told("q", "a2")), timeline(early, told("a", "a1", "a2")))
    assert [e.id for e in new.events] == ["z", "q"]


def test_without_an_earlier_run_nothing_changes(tmp_path: Path) -> None:
    new = timeline(told("a", "a1"))
    assert continue_from(tmp_path / "timeline.json", new) == (new, [])


@pytest.mark.parametrize("content", ["", "{", "[]", '{"schema": "other/2"}', '{"name": "x"}'])
def test_a_file_of_somebody_else_is_told_and_not_followed(tmp_path: Path, content: str) -> None:
    file = tmp_path / "timeline.json"
    file.write_text(content, encoding="utf-8")
    new = timeline(told("a", "a1"))
    found, [problem] = continue_from(file, new)
    assert found == new
    assert (problem.level, problem.what) == ("warning", "timeline.json")


# --------------------------------------------------------------------------- whole runs
LATER = "Veröffentlicht am 7. Mai 2024\n\nAm 3. Mai 2024 brannte in Quellstadt die Turnhalle aus."
EARLIER = "Veröffentlicht am 4. Mai 2024\n\nIn Quellstadt brannte am 3. Mai 2024 die Turnhalle."


def build(folder: Path, articles: Path, *more: str) -> dict[str, Any]:
    run = CliRunner().invoke(
        main, ["build", str(articles), "-o", str(folder), "-f", "json,ics", "--json", *more]
    )
    assert run.exit_code == 0, run.output
    made: dict[str, Any] = json.loads((folder / "timeline.json").read_text(encoding="utf-8"))
    return {"report": json.loads(run.stdout)} | made


def test_a_calendar_entry_stays_itself_when_an_earlier_report_turns_up(tmp_path: Path) -> None:
    articles, out = tmp_path / "in", tmp_path / "out"
    articles.mkdir()
    (articles / "b.txt").write_text(LATER, encoding="utf-8")
    [first] = build(out, articles)["events"]
    (articles / "a.txt").write_text(EARLIER, encoding="utf-8")
    [second] = build(out, articles)["events"]
    [fresh] = build(tmp_path / "elsewhere", articles)["events"]
    assert len(second["mentions"]) == 2
    assert second["id"] == first["id"] != fresh["id"]
    assert second["revision"] > first["revision"]
    calendar = (out / "timeline.ics").read_text(encoding="utf-8")
    assert f"UID:{first['id']}@" in calendar
    assert f"SEQUENCE:{second['revision']}\n" in calendar.replace("\r\n", "\n")


def test_the_same_articles_again_give_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/b.txt").write_text(LATER, encoding="utf-8")
    build(tmp_path / "out", tmp_path / "in")
    before = {p.name: p.read_bytes() for p in (tmp_path / "out").iterdir()}
    build(tmp_path / "out", tmp_path / "in")
    assert before == {p.name: p.read_bytes() for p in (tmp_path / "out").iterdir()}


def test_a_run_says_which_published_events_are_gone(tmp_path: Path) -> None:
    articles, out = tmp_path / "in", tmp_path / "out"
    articles.mkdir()
    (articles / "b.txt").write_text(LATER, encoding="utf-8")
    (articles / "c.txt").write_text("Am 9. Mai 2024 sank die Fähre.", encoding="utf-8")
    build(out, articles)
    (articles / "c.txt").unlink()
    [problem] = build(out, articles)["report"]["problems"]
    assert "sank die Fähre" in problem["why"] or "Die Fähre sank" in problem["why"], problem
    assert build(out, articles)["report"]["problems"] == []
