"""The menu of stories: which reports are of one, and how it is called."""

from __future__ import annotations

import re
import time

import pytest
from export_samples import article, event, mention, timeline

from timeline.export.page import to_html
from timeline.export.stories import stories
from timeline.models import Timeline

POOL = (
    "Der Rat von Lindau schließt am Montag das Hallenbad wegen Rissen im Dach.",
    "Für das Hallenbad in Lindau liegt seit Dienstag ein Gutachten vor.",
    "Die Sanierung des Hallenbads in Lindau beginnt im Mai.",
)
FERRY = (
    "Die Fähre Marlene lief am Montag vor der Insel Nordholm auf Grund.",
    "Der Kapitän der Fähre Marlene steht seit Dienstag in Nordholm vor Gericht.",
)
LONE = ("Im Theater las am Mittwoch eine Dichterin.",)


def made(*groups: tuple[str, ...], language: str = "de") -> Timeline:
    """A report and an event of each sentence."""
    sentences = [sentence for group in groups for sentence in group]
    numbered = list(enumerate(sentences))
    return timeline(
        *(
            event(f"e{n}", mentions=(mention(f"m{n}", article=f"a{n}", sentence=sentence),))
            for n, sentence in numbered
        ),
        articles=tuple(article(f"a{n}", title=sentence) for n, sentence in numbered),
        language=language,
    )


def test_reports_that_share_their_words_are_one_story() -> None:
    pool, ferry = stories(made(POOL, FERRY, LONE))
    assert pool.articles == {"a0", "a1", "a2"}
    assert ferry.articles == {"a3", "a4"}
    assert pool.name == "Hallenbad, Lindau"
    assert ferry.name == "Fähre, Marlene, Nordholm"


@pytest.mark.parametrize("groups", [(), (POOL,), (POOL, LONE), (LONE,)])
def test_one_story_is_no_choice(groups: tuple[tuple[str, ...], ...]) -> None:
    assert stories(made(*groups)) == []
    assert b'id="page-stories"' not in to_html(made(*groups), None)


def test_days_and_months_are_no_subject() -> None:
    same = ("Am Dienstag im Mai tagte Alpha.", "Am Dienstag im Mai tagte Beta.")
    assert stories(made(POOL, same)) == []


@pytest.mark.parametrize(
    ("language", "label", "first", "rest"),
    [
        ("de", "Thema", "Hallenbad, Lindau (3 Berichte)", "Übrige"),
        ("en", "Topic", "Hallenbad, Lindau (3 reports)", "The rest"),
    ],
)
def test_the_page_has_a_menu_of_stories(language: str, label: str, first: str, rest: str) -> None:
    page = to_html(made(POOL, FERRY, LONE, language=language), None).decode()
    menu = re.search(r'<label for="page-stories">(.*?)</label>(.*?)</select>', page, re.DOTALL)
    assert menu is not None
    assert menu[1] == label
    options = re.findall(r'<option value="(\d+)">(.*?)</option>', menu[2])
    assert options[0] == ("0", first)
    assert options[-1] == ("2", rest)
    assert re.findall(r'data-stories="(.*?)"', page) == ["0", "0", "0", "1", "1", "2"]


def test_an_event_of_two_stories_is_shown_for_both() -> None:
    both = made(POOL, FERRY)
    shared = event("e9", mentions=(mention("m8", article="a0"), mention("m9", article="a3")))
    page = to_html(both.model_copy(update={"events": (*both.events, shared)}), None).decode()
    assert 'data-stories="0 1"' in page
    assert "Übrige" not in page


def test_a_word_without_end_is_no_name() -> None:
    endless = tuple(f"{sentence} {'Wort' * 5000}" for sentence in POOL)
    assert next(story.name for story in stories(made(endless, FERRY))) == "Hallenbad, Lindau"


def test_many_reports_are_compared_in_time_and_too_many_not_at_all() -> None:
    towns = [f"Ort{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(200)]
    many = made(*((f"Der Brand in {t} ist aus.", f"Nach dem Brand in {t}.") for t in towns))
    start = time.perf_counter()
    assert len(stories(many)) > 100
    assert time.perf_counter() - start < 5
    assert stories(made(*((f"Der Brand in {t}.",) * 3 for t in towns))) == []
