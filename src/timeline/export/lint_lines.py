"""The bytes of an iCalendar file as content lines, and what is wrong with the bytes.

RFC 5545, section 3.1: UTF-8, CRLF, lines of at most 75 octets, longer ones folded
by a line break and one blank. Nothing here knows what the lines mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from timeline.messages import Message, say

#: Google refuses more than 1 MB.
MOST_BYTES = 1_000_000

_NAME = re.compile(r"[A-Za-z0-9-]+")
_PARAMETER = re.compile(r';([A-Za-z0-9-]+)=((?:"[^"]*"|[^",;:])*(?:,(?:"[^"]*"|[^",;:])*)*)')
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_REORDERING = re.compile("[\u2028\u2029\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Found:
    """A broken rule by its name in ``lint_rules.RULES``; ``line`` counts from 1 in the file."""

    line: int
    rule: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class ContentLine:
    """An unfolded line, taken apart. Names of property and parameters in capitals."""

    line: int
    name: str
    parameters: dict[str, str]  # quotes kept
    value: str


@dataclass(slots=True)
class Component:
    """What stands between BEGIN and END."""

    name: str
    line: int
    lines: list[ContentLine] = field(default_factory=list)
    parts: list[Component] = field(default_factory=list)

    def all(self, name: str) -> list[ContentLine]:
        return [line for line in self.lines if line.name == name]

    def first(self, name: str) -> ContentLine | None:
        return next((line for line in self.lines if line.name == name), None)

    def value(self, name: str) -> str | None:
        found = self.first(name)
        return found.value if found else None

    def walk(self) -> Iterator[Component]:
        """The component and all below it, without recursion: a broken file may nest very deep."""
        waiting = [self]
        while waiting:
            one = waiting.pop()
            yield one
            waiting += one.parts


def read_lines(data: bytes, found: list[Found]) -> list[ContentLine]:
    """The content lines, in order; what is wrong with the bytes is added to ``found``.

    What no client could make sense of (a line without a colon) is left out.
    """
    if data.startswith(b"\xef\xbb\xbf"):
        found.append(Found(1, "bom"))
        data = data[3:]
    if len(data) > MOST_BYTES:
        found.append(Found(1, "size", f"{len(data) / 1000:.0f} kB"))
    bare = re.search(rb"(?<!\r)\n|\r(?!\n)", data)
    if bare:
        found.append(Found(_line_of(data, bare.start()), "line-end"))
    elif not data.endswith(b"\n"):
        found.append(Found(data.count(b"\n") + 1, "line-end"))
    physical = re.split(rb"\r\n|\n|\r", data)
    if physical[-1] == b"":
        physical.pop()
    return list(_parsed(_unfolded(physical, found), found))


def _line_of(data: bytes, offset: int) -> int:
    return len(re.findall(rb"\r\n|\n|\r", data[:offset])) + 1


def _unfolded(physical: Sequence[bytes], found: list[Found]) -> Iterator[tuple[int, str]]:
    """Lines of text with the number of the physical line each begins on."""
    begun, pieces = 0, list[bytes]()
    for number, line in enumerate(physical, 1):
        if len(line) > 75:
            found.append(Found(number, "line-length", say("lint.bytes", count=len(line))))
        if not line.strip():
            found.append(Found(number, "blank-line"))
            continue
        if line[:1] in (b" ", b"\t"):
            if not begun:
                found.append(Found(number, "no-property", _shown(line.decode("utf-8", "replace"))))
            # 0b10xxxxxx: the fold has cut a character, which many decode line by line.
            if line[1:2] and line[1] & 0xC0 == 0x80:
                found.append(Found(number, "fold-in-character"))
            pieces.append(line[1:])
            continue
        if begun:
            yield begun, _decoded(b"".join(pieces), begun, found)
        begun, pieces = number, [line]
    if begun:
        yield begun, _decoded(b"".join(pieces), begun, found)


def _decoded(line: bytes, number: int, found: list[Found]) -> str:
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError:
        found.append(Found(number, "utf-8"))
        text = line.decode("utf-8", "replace")
    if control := _CONTROL.search(text):
        found.append(Found(number, "control", f"U+{ord(control[0]):04X}"))
    if reordering := _REORDERING.search(text):
        found.append(Found(number, "invisible", f"U+{ord(reordering[0]):04X}"))
    return text


def _parsed(lines: Iterator[tuple[int, str]], found: list[Found]) -> Iterator[ContentLine]:
    for number, text in lines:
        name = _NAME.match(text)
        if not name or text[name.end() : name.end() + 1] not in (":", ";"):
            found.append(Found(number, "no-property", _shown(text)))
            continue
        at, parameters = name.end(), {}
        while parameter := _PARAMETER.match(text, at):
            parameters[parameter[1].upper()] = parameter[2]
            at = parameter.end()
        if text[at : at + 1] != ":":
            found.append(Found(number, "parameter", _shown(text)))
            continue
        yield ContentLine(number, name[0].upper(), parameters, text[at + 1 :])


def _shown(text: str) -> Message:
    text = re.sub(r"[^ -~\u00a0-\u024f]", "\ufffd", text)
    return say("lint.quoted", text=f"{text[:40]}…" if len(text) > 40 else text)


def read_components(lines: Sequence[ContentLine], found: list[Found]) -> list[Component]:
    """The tree of components; wrong nesting is added to ``found``."""
    top: list[Component] = []
    open_: list[Component] = []
    for line in lines:
        if line.name == "BEGIN":
            made = Component(line.value.strip().upper(), line.line)
            (open_[-1].parts if open_ else top).append(made)
            open_.append(made)
        elif line.name == "END":
            name = line.value.strip().upper()
            if not open_ or open_[-1].name != name:
                expected = f"END:{open_[-1].name}" if open_ else "BEGIN:VCALENDAR"
                found.append(Found(line.line, "nesting", say("lint.expected", line=expected)))
            while open_ and any(one.name == name for one in open_):
                if open_.pop().name == name:
                    break
        elif open_:
            open_[-1].lines.append(line)
        else:
            found.append(Found(line.line, "outside", _shown(line.name)))
    for one in open_:
        found.append(Found(one.line, "nesting", say("lint.missing", line=f"END:{one.name}")))
    return top
