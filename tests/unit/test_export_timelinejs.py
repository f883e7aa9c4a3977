from __future__ import annotations

import copy
import json
import re
from datetime import UTC, date, datetime
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from export_samples import article, event, mention, timeline

from timeline.errors import ExportError
from timeline.export.timelinejs import check, choose, slide_ids, to_bytes, to_timelinejs
from timeline.models import Claim, Event, Timeline
from timeline.pipeline import render

SAMPLE = Path(__file__).parents[1] / "browser" / "sample.json"


def slide(of: Event, **changes: Any) -> dict[str, Any]:
    """The slide that a timeline of this one event gets."""
    made: dict[str, Any] = to_timelinejs(timeline(of, **changes))["events"][0]
    return made


@pytest.fixture(scope="module")
def sample() -> Timeline:
    return Timeline.model_validate_json(SAMPLE.read_text("utf-8"))


# --------------------------------------------------------------------------- the document
def test_scale_title_and_autolink_are_always_said(sample: Timeline) -> None:
    document = to_timelinejs(sample)
    assert document["scale"] == "human"
    assert document["title"]["unique_id"] == "title"
    assert document["title"]["text"] == {
        "headline": "Die Hafenbrücke von Grünau",
        "text": "<p>18 Ereignisse aus 5 Berichten.</p>",
    }
    assert all(one["autolink"] is False for one in (document["title"], *document["events"]))


def test_no_field_that_timelinejs_mishandles(sample: Timeline) -> None:
    for one in to_timelinejs(sample)["events"]:
        assert not {"media", "background", "format"} & set(one)
        assert None not in one.values()
        assert "second" not in one["start_date"]


def test_the_same_timeline_gives_the_same_bytes(sample: Timeline) -> None:
    again = Timeline.model_validate_json(SAMPLE.read_text("utf-8"))
    assert to_bytes(to_timelinejs(sample)) == to_bytes(to_timelinejs(again))
    assert json.loads(to_bytes(to_timelinejs(sample))) == to_timelinejs(sample)


def test_english() -> None:
    made = to_timelinejs(timeline(event(granularity="month"), language="en"))
    assert made["title"]["text"]["text"] == "<p>1 event from 1 report.</p>"
    assert made["events"][0]["display_date"] == "June 2024"


# --------------------------------------------------------------------------- which events
def test_the_most_important_events_in_the_order_of_their_dates() -> None:
    events = [
        event(f"e{n}", start=f"2024-01-{n + 1:02}", end=None, importance=n % 10 / 10)
        for n in range(30)
    ]
    document = to_timelinejs(timeline(*events), limit=3)
    assert [one["unique_id"] for one in document["events"]] == ["e9", "e19", "e29"]
    assert document["title"]["text"]["text"] == (
        "<p>30 Ereignisse aus 1 Bericht. Hier zu sehen: die 3 wichtigsten.</p>"
    )
    assert len(to_timelinejs(timeline(*events))["events"]) == 25


def test_the_file_holds_more_events_than_the_page_and_the_run_says_what_it_leaves_out() -> None:
    dated = [event(f"e{n}", importance=n / 1000) for n in range(502)]
    undated = [event(f"u{n}", start=None, end=None) for n in range(3)]

    def run(*events: Event) -> tuple[int, list[str]]:
        files, problems = render(timeline(*events), ("timelinejs",))
        slides = json.loads(files["timeline.timelinejs.json"])["events"]
        assert {problem.what for problem in problems} <= {"timeline.timelinejs.json"}
        return len(slides), [problem.why for problem in problems]

    assert run(*dated[:120]) == (120, [])
    assert run(*dated[:500], *undated) == (500, ["3 von 503 Ereignissen weggelassen (ohne Datum)"])
    count, (why,) = run(*dated)
    assert count == 500
    assert why.startswith("2 von 502 Ereignissen weggelassen")
    page = render(timeline(*dated[:120]), ("html",))[0]["index.html"].decode()
    assert "Hier zu sehen: die 25 wichtigsten." in page


def test_an_event_without_a_date_is_no_slide() -> None:
    undated = event("e2", start=None, end=None, importance=1.0)
    assert [one.id for one in choose([undated, event()], 25)] == ["e1"]
    with pytest.raises(ExportError, match="kein datiertes Ereignis"):
        to_timelinejs(timeline(undated))


@pytest.mark.parametrize("limit", [0, -1, 501])
def test_an_impossible_number_of_slides(limit: int) -> None:
    with pytest.raises(ExportError, match="1 bis 500"):
        to_timelinejs(timeline(event()), limit)


def test_ids_are_ascii_and_never_taken_twice() -> None:
    events = [event(id_) for id_ in ("Brücke/2024", "br-cke-2024", "title", "…", "Ärger")]
    ids = slide_ids(events)
    assert list(ids.values()) == ["br-cke-2024", "br-cke-2024-2", "title-2", "event", "rger"]
    assert all(re.fullmatch("[a-z0-9-]+", name) for name in ids.values())


# --------------------------------------------------------------------------- dates
def test_a_day_has_no_end() -> None:
    one = slide(event())
    assert one["start_date"] == {"year": 2024, "month": 6, "day": 19}
    assert "end_date" not in one
    assert one["display_date"] == "19. Juni 2024"


def test_a_month_ends_on_its_last_day() -> None:
    one = slide(event(start="2024-02-01", end="2024-02-29", granularity="month"))
    assert one["end_date"] == {"year": 2024, "month": 2, "day": 29}
    assert one["display_date"] == "Februar 2024"


def test_open_sides_are_points() -> None:
    since = slide(event(start="2023-08-01", end=None, granularity="month", mod="since"))
    assert since["start_date"] == {"year": 2023, "month": 8, "day": 1}
    assert since["display_date"] == "seit August 2023"
    until = slide(event(start=None, end="2026-06-30", granularity="month", mod="until"))
    assert until["start_date"] == {"year": 2026, "month": 6, "day": 30}
    assert "end_date" not in since | until


def test_midnight_is_a_string_since_zero_would_be_no_time() -> None:
    midnight = datetime(2024, 6, 18, 22, 0, tzinfo=UTC)
    one = slide(event(start=midnight, end=None, granularity="time"))
    assert one["start_date"] == {"year": 2024, "month": 6, "day": 19, "hour": "0", "minute": "0"}


def test_clocks_are_those_of_the_timeline() -> None:
    at = event(start="2024-01-15T23:30:00+00:00", end=None, granularity="time")
    assert slide(at)["start_date"]["day"] == 16
    assert slide(at, timezone="Europe/London")["start_date"]["hour"] == "23"
    with pytest.raises(ExportError, match="Zeitzone"):
        slide(at, timezone="Mond/Rückseite")


def test_an_end_without_a_clock_keeps_the_keys_of_the_start() -> None:
    one = slide(event(start="2024-06-19T18:00:00+02:00", end="2024-06-20", granularity="range"))
    assert set(one["end_date"]) == set(one["start_date"])
    assert one["end_date"]["hour"] == ""


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("2024-10-27T02:30:00+02:00", "2024-10-27T02:15:00+01:00"),  # clocks are put back between
        ("2024-06-19T10:00:00+02:00", "2024-06-19"),
    ],
)
def test_an_end_that_only_shows_an_earlier_clock_is_left_out(start: str, end: str) -> None:
    one = slide(event(start=start, end=end, granularity="range"))
    assert one["start_date"]["hour"] == str(datetime.fromisoformat(start).hour)
    assert "end_date" not in one


def test_an_end_before_the_start_is_refused() -> None:
    with pytest.raises(ExportError, match="slide 'e1': it ends before it starts"):
        slide(event(end="2024-06-18"))


# --------------------------------------------------------------------------- what is said
def test_sources_and_quotes() -> None:
    html = slide(event())["text"]["text"]
    assert "<em>1 Quelle</em>" in html
    assert (
        "<blockquote>Die neue Klappbrücke über den Mühlkanal öffnete am Mittwoch.</blockquote>"
        "<p>Nordufer Bote, 20. Juni 2024: "
        '<a href="https://nordufer.example/klappbruecke">Die Klappbrücke öffnet</a></p>'
    ) in html


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "//x", "x.txt", ""])
def test_only_web_addresses_become_links(url: str) -> None:
    html = slide(event(), articles=(article(url=url),))["text"]["text"]
    assert "<a" not in html
    assert "Nordufer Bote, 20. Juni 2024: Die Klappbrücke öffnet" in html


def test_an_unnamed_source_and_an_inferred_date_are_said() -> None:
    told = article(source="", title="", url="", published_basis="inferred")
    html = slide(event(), articles=(told,))["text"]["text"]
    assert "Quelle unbekannt, 20. Juni 2024 (erschlossen)" in html


def test_a_mention_without_its_article_names_the_file() -> None:
    assert "<p>a1.txt</p>" in slide(event(), articles=())["text"]["text"]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"granularity": "month"}, "Kein genauer Tag bekannt"),
        ({"mod": "approx"}, "Kein genauer Tag bekannt"),
        ({"modality": "planned"}, "Angekündigt"),
        ({"modality": "denied"}, "Dementiert"),
        ({"modality": "cancelled", "status": "cancelled"}, "Abgesagt"),
        ({"status": "tentative"}, "Nicht bestätigt"),
        (
            {"mentions": (mention(basis="publication"),)},
            "Datum des Berichts, nicht des Ereignisses",
        ),
        ({"sources": ("A", "B", "C"), "independent_sources": 2}, "3 Quellen, davon 2 unabhängig"),
        ({"date_conflict": True}, "<strong>Die Quellen nennen verschiedene Daten.</strong>"),
    ],
)
def test_precision_modality_and_contradiction_in_words(changes: dict[str, Any], said: str) -> None:
    assert said in slide(event(**changes))["text"]["text"]
    assert said not in slide(event())["text"]["text"]


def test_who_contradicts_whom() -> None:
    claims = [
        Claim(kind="number", about="Verletzte", value=v, source=s, mention="m1", conflict=True)
        for v, s in (("12", "Bote"), ("14", "Tagblatt"))
    ]
    html = slide(event(claims=tuple(claims)))["text"]["text"]
    assert "12 (Bote); 14 (Tagblatt)" in html


def test_two_quotes_at_most_one_an_article() -> None:
    mentions = tuple(
        mention(f"m{n}", article=f"a{n // 2}", sentence=f"Satz {n}.") for n in range(6)
    )
    html = slide(event(mentions=mentions))["text"]["text"]
    assert re.findall("<blockquote>(.*?)</blockquote>", html) == ["Satz 0.", "Satz 2."]
    assert "Und 4 weitere Fundstellen." in html


# --------------------------------------------------------------------------- groups
def test_topics_make_rows() -> None:
    events = [event(f"e{n}", categories=("Bau" if n % 2 else "Rat",)) for n in range(6)]
    assert [one["group"] for one in to_timelinejs(timeline(*events))["events"]] == [
        *("Rat", "Bau", "Rat", "Bau", "Rat", "Bau")
    ]


def test_outlets_make_rows_only_where_they_share_no_event() -> None:
    apart = [event(f"e{n}", sources=("Bote" if n % 2 else "Tagblatt",)) for n in range(6)]
    assert to_timelinejs(timeline(*apart))["events"][0]["group"] == "Tagblatt"
    shared = [*apart, event("e9", sources=("Bote", "Tagblatt"))]
    assert not any("group" in one for one in to_timelinejs(timeline(*shared))["events"])


def test_never_more_than_six_rows() -> None:
    events = [event(f"e{n}", categories=(f"Thema {n % 7}",), sources=()) for n in range(21)]
    assert not any("group" in one for one in to_timelinejs(timeline(*events))["events"])


# --------------------------------------------------------------------------- hostile text
HOSTILE = "</script><img src=x onerror=alert(1)> www.x.de'onmouseover='alert(2) \"&lt;b&gt;"


def test_everything_is_escaped_once_and_where_it_must_be_twice() -> None:
    one = slide(
        event(headline=HOSTILE, summary=f"{HOSTILE}!", mentions=(mention(sentence=HOSTILE),)),
        articles=(article(source=HOSTILE, title=HOSTILE, url='https://x.de/"onx="'),),
    )
    assert "<" not in one["text"]["headline"]
    assert unescape(one["text"]["headline"]) == HOSTILE
    assert re.findall("<[^>]*>", one["text"]["text"]) == [
        *("<p>", "<em>", "</em>", "</p>", "<p>", "</p>", "<blockquote>", "</blockquote>", "<p>"),
        *('<a href="https://x.de/%22onx=%22">', "</a>", "</p>"),
    ]
    events = [event(f"e{n}", categories=(f"{n % 2} & <b>",)) for n in range(4)]
    group = to_timelinejs(timeline(*events))["events"][0]["group"]
    assert group == "0 &amp;amp; &amp;lt;b&amp;gt;"


def test_a_summary_that_only_repeats_is_left_out() -> None:
    told = mention(sentence="Die Brücke öffnete am Mittwoch, drei Jahre nach Baubeginn.")
    for summary in ("", "Die Brücke öffnete am Mittwoch", told.sentence):
        one = slide(event(summary=summary, mentions=(told,)))
        assert one["text"]["text"].count("Die Brücke öffnete") == 1
    one = slide(event(summary="Drei Jahre wurde gebaut.", mentions=(told,)))
    assert "<p>Drei Jahre wurde gebaut.</p>" in one["text"]["text"]


def test_a_moment_and_a_span_of_days_are_exact() -> None:
    about = {"start": "2024-06-19T17:40:00+02:00", "end": None, "granularity": "time"}
    days = {"start": "2024-06-19", "end": "2024-06-21", "granularity": "range"}
    for exact in (about | {"mod": "approx"}, days):
        assert "genauer Tag" not in slide(event(**exact))["text"]["text"]
    month = {"start": "2024-06-01", "end": "2024-06-30", "granularity": "month"}
    assert "Kein genauer Tag bekannt" in slide(event(**month))["text"]["text"]


def test_controls_and_lone_surrogates_do_not_pass() -> None:
    text = "a\x00b\u202ec\ud800d\u2028e\r\nf"
    made = to_bytes(to_timelinejs(timeline(event(headline=text), title=text))).decode("utf-8")
    assert "abc�d e f" in made
    assert len(slide(event(headline="x" * 100_000))["text"]["headline"]) == 200


# --------------------------------------------------------------------------- the check
def test_what_timelinejs_would_drop_or_run_is_refused() -> None:
    good = to_timelinejs(timeline(event(start="2024-06-19", end="2024-06-21")))
    check(good)

    def bad(**changes: Any) -> dict[str, Any]:
        broken = copy.deepcopy(good)
        broken["events"][0] |= changes
        return broken

    day = {"year": 2024, "month": 6, "day": 19}
    for broken, why in (
        (good | {"scale": "cosmological"}, '"human"'),
        (good | {"events": []}, "at least one"),
        (good | {"events": good["events"] * 2}, "its id is taken"),
        (bad(unique_id="Brücke"), "a-z, 0-9"),
        (bad(autolink=True), "autolink"),
        (bad(media={"url": "x"}), "unexpected fields"),
        (bad(display_date=""), "no display_date"),
        (bad(display_date="<b>"), "escaped twice"),
        (bad(group="&lt;b&gt;"), "escaped twice"),
        (bad(start_date={}), "no start_date"),
        (bad(start_date=day | {"month": 13}), "does not exist"),
        (bad(start_date=day | {"second": 1}, end_date=day | {"second": 1}), "unexpected"),
        (
            bad(start_date=day | {"hour": 0, "minute": 0}, end_date=day | {"hour": 0, "minute": 0}),
            "strings",
        ),
        (bad(end_date={}), "different fields"),
        (bad(end_date={"year": 2025}), "different fields"),
        (bad(end_date=day | {"day": 1}), "before it starts"),
        (bad(text={"headline": "<b>x</b>", "text": ""}), "headline holds markup"),
        (bad(text={"headline": "", "text": "<p onclick=x>"}), "text holds markup"),
        (bad(text={"headline": "", "text": '<a href="javascript:x">'}), "text holds markup"),
    ):
        with pytest.raises(ExportError, match=re.escape(why)):
            check(broken)


def test_too_many_groups_are_refused() -> None:
    good = to_timelinejs(timeline(*(event(f"e{n}") for n in range(7))))
    for n, one in enumerate(good["events"]):
        one["group"] = str(n)
    with pytest.raises(ExportError, match="7 groups"):
        check(good)


def test_every_kind_of_date_in_the_sample(sample: Timeline) -> None:
    drawn = {one["unique_id"]: one for one in to_timelinejs(sample)["events"]}
    for of in sample.events:
        start = drawn[of.id]["start_date"]
        first = of.start or of.end
        assert first is not None
        assert (
            date(start["year"], start["month"], start["day"]).isoformat()
            == (first.isoformat()[:10])
        )
