"""Closed classes of words are written as plain text tables, so that anybody can extend them."""

from __future__ import annotations

from collections.abc import Iterable


def table(text: str) -> frozenset[str]:
    """The words of a table: separated by white space, in any order."""
    return frozenset(text.split())


def any_of(words: Iterable[str]) -> str:
    """The words as the alternatives of a regular expression, which has to say where they end."""
    return "|".join(sorted(words))
