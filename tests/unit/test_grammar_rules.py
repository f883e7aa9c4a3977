"""Every rule of the grammar has a name of its own and examples that run.

The examples are what ``timeline explain`` and the documentation show for a rule. One that another
rule takes over says something untrue about the grammar.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from test_corpus import phrases

from timeline.german.grammar import RULES, grammar
from timeline.german.pattern import Rule
from timeline.temporal import tag

PUBLISHED = date(2024, 11, 14)  # Thursday
#: an example fires alone or as part of a sentence
SENTENCES = ("{}", "Das Museum öffnete {}.")

#: (rule, example) → why the example does not fire its rule
SILENT_EXAMPLES: dict[tuple[str, str], str] = {}
#: rule → why no phrase of the corpus needs it
NOT_IN_CORPUS: dict[str, str] = {
    "bloße Einheit": "left out of the corpus: careful readers disagree about „seit Wochen“",
}


def fired(text: str, published: date | None = PUBLISHED, locale: str = "de-DE") -> set[str]:
    """Names of the rules that found something in ``text``."""
    return {t.rule for e in tag(text, published, locale=locale) for t in e.timexes}


def examples() -> Iterator[Any]:
    for rule in RULES:
        for example in rule.examples:
            reason = SILENT_EXAMPLES.get((rule.name, example), "")
            silent = pytest.mark.xfail(strict=True, reason=reason, raises=AssertionError)
            name = f"{rule.name}: {example}"
            yield pytest.param(rule, example, id=name, marks=[silent] if reason else [])


def test_no_two_rules_have_one_name() -> None:
    assert [name for name, times in Counter(rule.name for rule in RULES).items() if times > 1] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_has_a_name_patterns_and_examples(rule: Rule) -> None:
    assert rule.name == rule.name.strip() != ""
    assert rule.patterns
    assert rule.examples
    assert len(set(rule.examples)) == len(rule.examples)


@pytest.mark.parametrize(("rule", "example"), list(examples()))
def test_an_example_fires_its_rule(rule: Rule, example: str) -> None:
    assert example == example.strip() != ""
    assert any(rule.name in fired(sentence.format(example)) for sentence in SENTENCES), (
        f"„{example}“ fires {fired(example) or 'nothing'}"
    )


def test_every_rule_is_needed_by_a_phrase_of_the_corpus() -> None:
    needed: set[str] = set()
    for _, phrase in phrases():
        if "[" in phrase["text"]:
            text = phrase["text"].replace("[", "").replace("]", "")
            needed |= fired(text, phrase.get("published"), phrase.get("locale", "de-DE"))
    missing = {rule.name for rule in RULES} - needed
    assert missing - NOT_IN_CORPUS.keys() == set(), "add a phrase to tests/corpus"
    assert NOT_IN_CORPUS.keys() - missing == set(), "these are needed now: delete their entries"


def test_the_exceptions_name_rules_and_examples_that_exist() -> None:
    known = {(rule.name, example) for rule in RULES for example in rule.examples}
    assert SILENT_EXAMPLES.keys() - known == set()


def test_the_lexicon_knows_every_shape_of_number_beforehand() -> None:
    """A combination of classes that turns up later has a character that no rule was made for."""
    lexicon = grammar().lexicon
    known = lexicon.codes_with("DIGITS")
    numbers = [f"{n:0{width}d}" for n in range(2300) for width in (1, 2)]
    for number in numbers:
        for ending in ("", ".", "er", ",5", ".30", ":15", "/25", "-"):
            lexicon.look_up(number + ending)
    assert lexicon.codes_with("DIGITS") == known
