from __future__ import annotations

import base64
import hashlib
import json
import re
import tomllib
from datetime import date
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from export_samples import article, event, mention, timeline

from timeline.errors import ExportError
from timeline.export import page
from timeline.export.icalendar_export import render_icalendar
from timeline.export.markdown import to_markdown
from timeline.export.page import ASSETS, to_html
from timeline.export.rules import has_words, rule_phrase
from timeline.export.telling import put_off_phrases, quoted_mentions
from timeline.export.timelinejs import to_timelinejs
from timeline.german.grammar import RULES
from timeline.models import LIVE_ENTRY, Alternative, Claim, Timeline, Unresolved

SAMPLE = Path(__file__).parents[1] / "browser" / "sample.json"
needs_timelinejs = pytest.mark.skipif(
    not (ASSETS / "timelinejs" / "SOURCE.txt").exists(),
    reason="TimelineJS is not there: pip install -e . fetches it",
)


@pytest.fixture(scope="module")
def sample() -> Timeline:
    return Timeline.model_validate_json(SAMPLE.read_text("utf-8"))


def html_of(made: Timeline, **options: Any) -> str:
    """The page without its TimelineJS view, which is most of its bytes."""
    return to_html(made, None, **options).decode("utf-8")


def words_of(html: str) -> str:
    """What a reader of the body sees, tags left out."""
    body = re.sub(r"<(script|style)\b.*?</\1>", "", html, flags=re.S)
    return " ".join(unescape(re.sub("<[^>]*>", " ", body)).split())


def plain(text: str) -> str:
    return re.sub(r"\s+", "", text)


class Outline(HTMLParser):
    """Checks that tags nest and ids are unique."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if tag not in ("meta", "link", "br", "input"):
            self.open.append(tag)
        if name := found.get("id"):
            self.ids.append(name)
        if tag == "a" and (href := found.get("href")):
            self.links.append(href)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def outline(html: str) -> Outline:
    parsed = Outline()
    parsed.feed(html)
    assert parsed.open == []
    assert len(parsed.ids) == len(set(parsed.ids))
    return parsed


# --------------------------------------------------------------------------- the list
def test_every_event_is_listed_with_its_date(sample: Timeline) -> None:
    html = html_of(sample)
    parsed = outline(html)
    assert [name for name in parsed.ids if name.startswith("event-")] == [
        f"event-{one.id}" for one in sample.events
    ]
    for link in parsed.links:
        assert not link.startswith("#") or link[1:] in parsed.ids
    words = words_of(html)
    for one in sample.events:
        assert one.headline in words
        for told in one.mentions:
            # the marked expression stands between tags, which left a space
            assert plain(told.sentence) in plain(words)
    assert "18 Ereignisse aus 5 Berichten, 3 Quellen" in words


@pytest.mark.parametrize(
    ("changes", "machine", "words"),
    [
        ({}, "2024-06-19", "19. Juni 2024"),
        ({"granularity": "month", "end": "2024-06-30", "start": "2024-06-01"}, "2024-06", "Juni"),
        ({"granularity": "year", "start": "2024-01-01", "end": "2024-12-31"}, "2024", "2024"),
        ({"granularity": "week", "start": "2024-06-17", "end": "2024-06-23"}, "2024-W25", "Woche"),
        ({"granularity": "decade", "start": "1990-01-01", "end": "1999-12-31"}, "1990", "1990er"),
        (
            {"granularity": "time", "start": "2024-06-19T08:30:00+02:00", "end": None},
            "2024-06-19T08:30:00+02:00",
            "8:30 Uhr",
        ),
        ({"start": None, "end": "2024-06-19", "mod": "until"}, "2024-06-19", "bis 19. Juni 2024"),
    ],
)
def test_dates_for_machines_and_readers(changes: dict[str, Any], machine: str, words: str) -> None:
    html = html_of(timeline(event(**({"edtf": ""} | changes))))
    found = re.search(r'<p class="when"><time datetime="(.*?)">(.*?)</time>', html)
    assert found
    assert found[1] == machine
    assert words in found[2]


def test_an_event_without_a_date_is_still_listed() -> None:
    html = html_of(timeline(event(start=None, end=None)))
    assert ">Ohne Datum</h3>" in html
    assert '<p class="when">ohne Datum</p>' in html


def test_years_are_headings_but_a_decade_is_not_a_year() -> None:
    made = timeline(
        event("e1", start="1990-01-01", end="1999-12-31", granularity="decade", edtf="199X"),
        event("e2", start="1990-05-01", end="1990-05-01"),
        event("e3", start="1990-06-01", end="1990-06-01"),
    )
    assert re.findall(r"<h3[^>]*>(.*?)</h3>", html_of(made)) == ["1990er-Jahre", "1990"]


def test_badges_say_what_is_not_certain() -> None:
    made = event(modality="planned", date_conflict=True, sources=("A", "B"), independent_sources=2)
    badges = re.findall(r'class="badge (\w+)">(.*?)<', html_of(timeline(made)))
    assert badges == [
        ("planned", "Angekündigt"),
        ("conflict", "Quellen widersprechen sich"),
        ("sources", "2 Quellen"),
    ]
    reported = event(mentions=(mention(basis="publication"),))
    assert "Datum des Berichts, nicht des Ereignisses" in html_of(timeline(reported))


def test_every_date_can_be_questioned() -> None:
    told = mention(
        rule="weekday-past",
        confidence=0.8,
        said_by="eine Sprecherin",
        alternatives=(Alternative(date(2024, 6, 26), date(2024, 6, 26), "der kommende Mittwoch"),),
    )
    words = words_of(html_of(timeline(event(mentions=(told,)))))
    assert "Warum dieses Datum? „am Mittwoch“, gerechnet vom 20. Juni 2024" in words
    assert "gelesen als 19. Juni 2024" in words
    assert "Auch möglich 26. Juni 2024 – der kommende Mittwoch" in words
    for said in ("weekday-past", "80 %", "Wer es sagt eine Sprecherin", "a1.txt, Zeichen 0–10"):
        assert said in words


def test_another_reading_is_shown_only_where_the_date_is_in_doubt() -> None:
    other = Alternative(date(2024, 6, 26), date(2024, 6, 26), "wäre es angekündigt")
    sure = mention(confidence=0.9, alternatives=(other,))
    assert "Auch möglich" not in words_of(html_of(timeline(event(mentions=(sure,)))))
    unfit = mention(confidence=0.85, alternatives=(Alternative(why="der Wochentag passt nicht"),))
    words = words_of(html_of(timeline(event(mentions=(unfit,)))))
    assert "Unstimmig der Wochentag passt nicht" in words
    assert "ohne Datum" not in words


def test_rules_are_told_in_a_readers_words() -> None:
    told = mention(rule="Tageszeit + gestern heute morgen")
    words = words_of(html_of(timeline(event(mentions=(told,)))))
    assert "Art der Angabe Tageszeit + Tag, vom Erscheinen aus gezählt" in words
    assert "heute morgen" not in words


def test_every_rule_of_the_grammar_has_words() -> None:
    assert [rule.name for rule in RULES if not has_words(rule.name)] == []
    assert rule_phrase(LIVE_ENTRY, "en") == "time stamp of a live blog"
    assert rule_phrase("Wochentag + Wochentag von bis") == "Wochentag"


def test_how_it_went_is_quoted_before_who_announced_it() -> None:
    told = tuple(
        mention(f"m{n}", article=f"a{n}", sentence=f"Satz {n}.", text="", modality=modality)
        for n, modality in enumerate(("planned", "planned", "planned", "happened"))
    )
    html = html_of(timeline(event(summary="Satz 3.", mentions=told)))
    shown = re.findall(r"<figure>.*?<p>(Satz \d)", html, flags=re.S)
    assert shown == ["Satz 3", "Satz 0", "Satz 1"]


def test_of_one_article_the_sentence_is_quoted_that_tells_what_holds() -> None:
    plan = mention("m1", sentence="Am Mittwoch soll sie öffnen.", modality="planned")
    done = mention("m2", sentence="Am Mittwoch ging sie auf.", start_char=40)
    (shown,) = quoted_mentions(event(mentions=(plan, done)), 3)
    assert shown.id == "m2"


def put_off() -> Timeline:
    old = mention("m1", modality="postponed")
    new = mention("m2", start="2024-07-03", end="2024-07-03", modality="planned")

    def claim(about: str, other: str) -> Claim:
        return Claim(kind="date", about=about, value="2024", source="Bote", mention=other)

    return timeline(
        event("e1", modality="postponed", mentions=(old,),
              claims=(claim("neuer Termin: am 3. Juli", "m2"),)),
        event("e2", start="2024-07-03", end="2024-07-03", mentions=(new,),
              claims=(claim("bisheriger Termin: am Mittwoch", "m1"),) * 2),
        event("e3", claims=(claim("bisheriger Termin: im Mai", "left out"),)),
    )  # fmt: skip


def test_what_was_put_off_names_its_new_date() -> None:
    html = html_of(put_off())
    assert re.search(r'Neuer Termin: <a href="#event-[\w-]+">3. Juli 2024</a></p>', html)
    assert re.search(r'Bisheriger Termin: <a href="#event-[\w-]+">19. Juni 2024</a></p>', html)
    assert "Bisheriger Termin: im Mai</p>" in html
    assert "\nNeuer Termin: 3. Juli 2024\n" in to_markdown(put_off()).decode()
    assert "New date" not in html_of(put_off())


def test_slides_and_calendars_name_the_new_date_as_well() -> None:
    claim = Claim(kind="date", about="neuer Termin: am 3. Juli", value="2024-07-03", source="Bote",
                  mention="elsewhere")  # fmt: skip
    late = {"about": "neuer Termin: im August", "value": "2024-08", "mention": "there"}
    made = event(modality="postponed", claims=(claim, claim, claim.model_copy(update=late)))
    assert put_off_phrases(made) == ["Neuer Termin: 3. Juli 2024; im August"]
    assert put_off_phrases(made, "en") == []  # the claims are in the language of the timeline
    calendar = b"".join(render_icalendar(timeline(made)).files.values()).decode()
    assert "Neuer Termin: 3. Juli 2024\\; im August" in calendar.replace("\r\n ", "")
    assert "<p>Neuer Termin: 3. Juli 2024" in json.dumps(to_timelinejs(timeline(made)))


def test_the_expression_is_marked_in_its_sentence() -> None:
    html = html_of(timeline(event()))
    assert "über den Mühlkanal öffnete <mark>am Mittwoch</mark>.</p>" in html
    elsewhere = event(mentions=(mention(text="am Freitag"),))
    assert "<mark>" not in html_of(timeline(elsewhere))


# --------------------------------------------------------------------------- the rest
def test_sources_say_where_their_date_is_from() -> None:
    made = timeline(
        event(),
        articles=(
            article(published_basis="inferred", notes=("Aus dem Text.",)),
            article("a2", source="", published=None, published_basis="none"),
        ),
    )
    words = words_of(html_of(made))
    assert "20. Juni 2024 erschlossen aus dem Text erschlossen Aus dem Text." in words
    assert "Quelle unbekannt" in words
    assert "unbekannt keine Angabe" in words


def test_what_was_not_resolved_is_shown() -> None:
    missing = Unresolved(
        file="a.txt", start_char=3, end_char=10, text="gestern", reason="Kein Erscheinungsdatum."
    )
    words = words_of(html_of(timeline(event(), unresolved=(missing,))))
    assert "Nicht aufgelöst (1)" in words
    assert "„gestern“ Kein Erscheinungsdatum. a.txt, Zeichen 3–10" in words
    assert "Nicht aufgelöst" not in words_of(html_of(timeline(event())))


def test_a_timeline_without_events_says_so() -> None:
    html = html_of(timeline())
    outline(html)
    assert "kein datierbares Ereignis" in html


def test_the_calendar_is_linked_where_there_is_one() -> None:
    assert '<a href="timeline.ics" download' in html_of(timeline(event()))
    assert "timeline.ics" not in outline(html_of(timeline(event()), calendars=())).links
    names = ("timeline-2021.ics", "timeline-2021-2.ics", "timeline-periods.ics")
    words = words_of(html_of(timeline(event()), calendars=names))
    assert "Kalender 2021 (.ics) Kalender 2021 2 (.ics) Kalender der Zeiträume (.ics)" in words


def test_json_ld_claims_only_what_was_or_is_to_be(sample: Timeline) -> None:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', html_of(sample))
    assert found
    items = json.loads(found[1])["itemListElement"]
    names = {item["item"]["name"]: item["item"] for item in items}
    assert "Schließung der Werft" not in names
    assert "Eine Fähre könnte aushelfen" not in names
    assert names["Das Brückenfest fällt aus"]["eventStatus"].endswith("EventCancelled")
    assert names["Der Rat stimmt nach fünf Stunden für den Abriss"]["startDate"] == (
        "2024-10-30T17:30:00+01:00"
    )


def test_both_languages_say_the_same_things() -> None:
    words = tomllib.loads((ASSETS / "page.toml").read_text("utf-8"))
    assert set(words["de"]) == set(words["en"])
    for key, german in words["de"].items():
        assert re.findall(r"{\w*}", german) == re.findall(r"{\w*}", words["en"][key])
    english = html_of(timeline(event(), language="en"))
    assert '<html lang="en">' in english
    assert "Why this date?" in english


# --------------------------------------------------------------------------- the file
@needs_timelinejs
def test_one_file_without_any_request(sample: Timeline) -> None:
    html = to_html(sample, to_timelinejs(sample)).decode("utf-8")
    outline(html)
    policy = re.search(r'Content-Security-Policy" content="(.*?)"', html)
    assert policy
    assert unescape(policy[1]).startswith("default-src 'none'; script-src 'sha256-")
    for tag in ("script", "style"):
        for text in re.findall(rf"<{tag}>(.*?)</{tag}>", html, flags=re.S):
            digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
            assert digest in unescape(policy[1])
    assert not re.search(r"<(script|img|iframe|link|source)[^>]* (src|href)=\"(?!data:)", html)
    style = re.search("<style>(.*?)</style>", html, flags=re.S)
    assert style
    assert set(re.findall(r"url\(['\"]?(\w+):", style[1])) == {"data"}
    assert "@import" not in style[1]
    assert "sourceMappingURL" not in html
    assert "DOMPurify" in html  # its licence line
    assert "Quelltext" in html
    assert to_html(sample, to_timelinejs(sample)).decode("utf-8") == html


@needs_timelinejs
def test_the_data_is_what_was_given(sample: Timeline) -> None:
    document = to_timelinejs(sample)
    html = to_html(sample, document).decode("utf-8")
    data = re.search(r'id="page-data">(.*?)</script>', html)
    assert data
    assert json.loads(data[1]) == document
    options = re.search(r'id="page-options">(.*?)</script>', html)
    assert options
    read = json.loads(options[1])
    assert read["start"] == "sperrung-2024-10-29"
    assert read["locale"]["date"]["month"][2] == "März"
    assert read["locale"]["messages"]["zoom_in"] == "Vergrößern"


def test_without_the_timelinejs_files_the_error_names_the_way_out(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(page, "_TIMELINEJS", tmp_path)
    page._vendor.cache_clear()
    made = timeline(event())
    with pytest.raises(ExportError, match=r"pip install -e \."):
        to_html(made, to_timelinejs(made))
    page._vendor.cache_clear()
    assert b"<ol>" in to_html(made, None)


CALENDAR = "data:text/calendar;charset=utf-8;base64,"
HOSTILE = "</script></style><img src=x onerror=alert(1)> \"'&lt;b&gt; {{ 7*7 }} <!--<script>"


def test_foreign_text_is_escaped_everywhere() -> None:
    made = timeline(
        event(
            headline=HOSTILE,
            summary=HOSTILE,
            mentions=(mention(sentence=HOSTILE, rule=HOSTILE, anchor=HOSTILE, said_by=HOSTILE),),
        ),
        title=HOSTILE,
        articles=(article(source=HOSTILE, title=HOSTILE, notes=(HOSTILE,)),),
        unresolved=(
            Unresolved(file=HOSTILE, start_char=0, end_char=1, text=HOSTILE, reason=HOSTILE),
        ),
    )
    html = html_of(made)
    outline(html)
    assert "<img" not in html
    assert html.count("<script") == 2  # JSON-LD, list.js
    assert words_of(html).count(" ".join(HOSTILE.split())) >= 10


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "vbscript:x"])
def test_only_web_addresses_become_links(url: str) -> None:
    parsed = outline(html_of(timeline(event(), articles=(article(url=url),))))
    assert not [link for link in parsed.links if ":" in link and not link.startswith(CALENDAR)]
