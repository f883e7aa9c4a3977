"""Rules: a regular expression over word classes, and what a match means.

A pattern is written as a linguist would: ``APPROX? n:NUM u:UNIT LATER``.
CAPITALS name a class of words (see ``lexicon``), other words stand for
themselves, ``name:`` binds what follows, and ``( | ) ? * +`` mean what they mean
in any regular expression. Matching runs over one character per token, so it
costs the same whether a class holds ten words or ten thousand.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from timeline.german.lexicon import Lexicon, Values
from timeline.german.meaning import Meaning
from timeline.german.tokens import Reader

#: how often ``*`` and ``+`` repeat at most: „nur noch knapp …“; nobody says five in a row
_OFTEN = 4
_ELEMENT = re.compile(r"\s*(?:(?P<bind>[a-z][a-z0-9]*):)?(?P<item>[()|?*+]|[^\s()|?*+]+)")


@dataclass(frozen=True, slots=True)
class Part:
    """One reading inside a match: tokens ``first`` to ``last`` (exclusive) mean ``meaning``."""

    first: int
    last: int
    meaning: Meaning


Built = Meaning | list[Part] | None
Builder = Callable[["Match"], Built]


@dataclass(frozen=True, slots=True)
class Rule:
    """A named rule of the grammar. ``examples`` show it, and run as tests."""

    name: str
    patterns: tuple[str, ...]
    build: Builder
    examples: tuple[str, ...]


@dataclass(slots=True)
class Match:
    """What a rule's builder gets: the tokens, their values, and the bound groups."""

    tokens: Sequence[str]
    values: Sequence[Values]
    start: int  # first token
    end: int  # behind the last token
    found: re.Match[str]  # over the characters of the tokens
    bound: dict[str, list[int]]  # name → its groups in ``found``
    prep: str = ""  # the preposition in front, lower case, or ""
    det: str = ""  # the determiner in front, or ""

    def index(self, name: str) -> int:
        """First token bound to ``name``, or -1."""
        for group in self.bound.get(name, ()):
            first = self.found.start(group)
            if first >= 0:
                return first
        return -1

    def has(self, name: str) -> bool:
        return self.index(name) >= 0

    def span(self, name: str) -> tuple[int, int]:
        """First token bound to ``name`` and the one behind the last."""
        for group in self.bound[name]:
            if self.found.start(group) >= 0:
                return self.found.span(group)
        raise KeyError(name)

    def word(self, name: str) -> str:
        return self.tokens[self.index(name)]

    def get(self, name: str, *categories: str, default: Any = None) -> Any:
        """Value of the bound token in the first of ``categories`` that it has."""
        at = self.index(name)
        if at < 0:
            return default
        values = self.values[at]
        for category in categories:
            if category in values:
                return values[category]
        return default

    def before(self, offset: int = 1) -> str:
        """The token before the match („“ at the head of the sentence)."""
        i = self.start - offset
        return self.tokens[i] if i >= 0 else ""

    def before_values(self, offset: int = 1) -> Values:
        i = self.start - offset
        return self.values[i] if i >= 0 else {}

    def after(self, offset: int = 0) -> str:
        i = self.end + offset
        return self.tokens[i] if i < len(self.tokens) else ""

    def after_values(self, offset: int = 0) -> Values:
        i = self.end + offset
        return self.values[i] if i < len(self.tokens) else {}


@dataclass(slots=True)
class _Node:
    regex: str
    first: set[str]
    nullable: bool
    headless: bool  # can match without any head word
    length: int  # most tokens it can match
    lead: int  # most tokens before its first head word


class _Compiler:
    """Recursive descent over one pattern; also finds what a match can begin with."""

    def __init__(self, pattern: str, lexicon: Lexicon, categories: set[str]) -> None:
        self.heads = lexicon.head_codes
        self.items = [(m["bind"], m["item"]) for m in _ELEMENT.finditer(pattern)]
        self.pos = self.bound = 0
        self.lexicon, self.categories = lexicon, categories

    def peek(self) -> str:
        return self.items[self.pos][1] if self.pos < len(self.items) else ""

    def alternatives(self) -> _Node:
        nodes = [self.sequence()]
        while self.peek() == "|":
            self.pos += 1
            nodes.append(self.sequence())
        if len(nodes) == 1:
            return nodes[0]
        return _Node(
            "(?:" + "|".join(n.regex for n in nodes) + ")",
            set().union(*(n.first for n in nodes)),
            any(n.nullable for n in nodes),
            any(n.headless for n in nodes),
            max(n.length for n in nodes),
            max(n.lead for n in nodes),
        )

    def sequence(self) -> _Node:
        out = _Node("", set(), True, True, 0, 0)
        while self.peek() not in ("", "|", ")"):
            node = self.element()
            if out.nullable:
                out.first |= node.first
            out.regex += node.regex
            if out.headless:
                out.lead = out.length + node.lead
            out.length += node.length
            out.nullable = out.nullable and node.nullable
            out.headless = out.headless and node.headless
        return out

    def element(self) -> _Node:
        bind, item = self.items[self.pos]
        self.pos += 1
        if item == "(":
            node = self.alternatives()
            if self.peek() != ")":
                raise ValueError("unbalanced bracket in pattern")
            self.pos += 1
            node.regex = f"(?:{node.regex})"
        else:
            category = item if item in self.categories else "=" + item
            codes = self.lexicon.codes_with(category)
            if not codes:
                raise ValueError(f"no word is {item!r}")
            headless = not set(codes) <= self.heads
            node = _Node(f"[{codes}]", set(codes), False, headless, 1, int(headless))
        if bind:
            # a name may be bound in several alternatives; re wants each group named once
            self.bound += 1
            node.regex = f"(?P<{bind}_{self.bound}>{node.regex})"
        while self.peek() in ("?", "*", "+"):
            mark = self.peek()
            self.pos += 1
            optional = mark != "+"
            if mark != "?":
                node.length *= _OFTEN
                node.lead = node.length if node.headless else node.lead
                mark = f"{{{int(not optional)},{_OFTEN}}}"
            node.regex = f"(?:{node.regex}){mark}"
            node.nullable = node.nullable or optional
            node.headless = node.headless or optional
        return node


def literals(pattern: str, categories: set[str]) -> set[str]:
    """The words a pattern names itself (they must be in the lexicon before it is compiled)."""
    return {
        m["item"]
        for m in _ELEMENT.finditer(pattern)
        if m["item"] not in categories and m["item"] not in set("()|?*+")
    }


@dataclass(slots=True)
class _Compiled:
    """One pattern of a rule. A text needs few of them: each becomes a regular expression when it is
    first asked for, since that costs a millisecond."""

    regex: str
    rule: Rule
    bound: dict[str, list[int]] = field(default_factory=dict)  # name → groups of the pattern
    _pattern: re.Pattern[str] | None = None

    def match(self, codes: str, pos: int) -> re.Match[str] | None:
        if self._pattern is None:
            self._pattern = re.compile(self.regex)
            for name, group in self._pattern.groupindex.items():
                self.bound.setdefault(name.partition("_")[0], []).append(group)
        return self._pattern.match(codes, pos)


class _Probes(dict[str, re.Pattern[str]]):
    """For a character all patterns that can begin with it in one regular expression.

    One look tells where each of them would end: group n is the n-th pattern. Made when first asked
    for, as well.
    """

    def __init__(self, by_first: dict[str, list[_Compiled]]) -> None:
        super().__init__()
        self._by_first = by_first

    def __missing__(self, code: str) -> re.Pattern[str]:
        unnamed = (re.sub(r"\?P<\w+>", "?:", e.regex) for e in self._by_first[code])
        probe = self[code] = re.compile("".join(f"(?=({regex})|)" for regex in unnamed))
        return probe


@dataclass(slots=True)
class Grammar:
    """All rules, indexed by the character they can begin with."""

    lexicon: Lexicon
    rules: Sequence[Rule]
    _by_first: dict[str, list[_Compiled]] = field(default_factory=dict)
    _probe: _Probes = field(init=False)
    _lead: dict[str, int] = field(default_factory=dict)
    #: matches a token that can begin a rule and has a head word near enough
    start: re.Pattern[str] = field(default_factory=lambda: re.compile("(?!)"))
    reader: Reader = field(init=False)

    def compile(self) -> None:
        """Make regular expressions of all patterns.

        Raises:
            ValueError: a pattern names an unknown word or class, or can match
                without a head word: the scan for head words would never find it.
        """
        categories = self.lexicon.classes()
        for rule in self.rules:
            for pattern in rule.patterns:
                for word in literals(pattern, categories):
                    self.lexicon.add(word, "=" + word)
        self.lexicon.freeze()
        for rule in self.rules:
            for pattern in rule.patterns:
                try:
                    node = _Compiler(pattern, self.lexicon, categories).alternatives()
                    if node.headless:
                        raise ValueError(f"{pattern!r} can match without a head word")
                except ValueError as error:
                    raise ValueError(f"rule {rule.name!r}: {error}") from error
                self._add(rule, node)
        self._probe = _Probes(self._by_first)
        self.start = re.compile(self._starts())
        self.reader = Reader(self.lexicon)

    def _add(self, rule: Rule, node: _Node) -> None:
        compiled = _Compiled(node.regex, rule)
        for code in node.first:
            self._by_first.setdefault(code, []).append(compiled)
            self._lead[code] = max(self._lead.get(code, 0), node.lead)

    def _starts(self) -> str:
        """Where a rule can begin: at a head word, or as near to one as its patterns ask for."""
        heads = "".join(sorted(self.lexicon.head_codes))
        near = [f"(?<=[{heads}])"]
        for lead in sorted(set(self._lead.values()) - {0}):
            codes = "".join(sorted(c for c, reach in self._lead.items() if reach == lead))
            near.append(f"(?<=[{codes}])(?=.{{0,{lead - 1}}}[{heads}])")
        return f"[{''.join(sorted(self._lead))}](?:{'|'.join(near)})"

    def candidates(
        self, codes: str, pos: int
    ) -> Iterator[tuple[Rule, re.Match[str], dict[str, list[int]]]]:
        """Rules that match at token ``pos``: the longest first, then in order of the grammar."""
        code = codes[pos]
        probe = self._probe[code].match(codes, pos)
        if probe is None or probe.lastindex is None:
            return
        entries = self._by_first[code]
        for _, n in sorted([(-end, n) for n, (_, end) in enumerate(probe.regs[1:]) if end >= 0]):
            match = entries[n].match(codes, pos)
            if match is not None:
                yield entries[n].rule, match, entries[n].bound
