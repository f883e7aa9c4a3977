"""Closed classes of words are written as plain text tables, so that anybody can extend them."""

from __future__ import annotations


def table(text: str) -> frozenset[str]:
    """The words of a table: separated by white space, in any order."""
    return frozenset(text.split())
