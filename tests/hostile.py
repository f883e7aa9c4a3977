"""Foreign text at its worst, and a timeline full of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from timeline.models import Timeline

PAYLOADS = (
    # scripts, raw and after one or two rounds of unescaping
    "<script>alert(1)</script>",
    "</script><script>alert(2)</script>",
    "<!--<script>alert(3)",
    "<img src=x onerror=alert(4)>",
    "&lt;img src=x onerror=alert(5)&gt;",
    "&amp;lt;img src=x onerror=alert(6)&amp;gt;",
    "&#60;img src=x onerror=alert(7)&#62;",
    "www.x.de'onmouseover='alert(8)",
    'https://x.de/"onmouseover="alert(9)',
    "https://x.de/'><img/src=x onerror=alert(10)>",
    "javascript:alert(11)",
    "JaVa\tScript:alert(12)",
    "data:text/html,<script>alert(13)</script>",
    '"><svg onload=alert(14)>',
    "'-alert(15)-'",
    "{{ 7*7 }} ${alert(16)} ]]> <![CDATA[",
    "</style><style>*{display:none}</style>",
    "</textarea></title></template><iframe srcdoc='<script>alert(17)</script>'>",
    "<a href=javascript:alert(18)>x</a> [x](javascript:alert(19)) ![x](https://x.de/y)",
    # lines and what ends them
    "a\r\nBEGIN:VEVENT\r\nUID:evil\r\nSUMMARY:evil\r\nEND:VEVENT",
    "END:VEVENT\nEND:VCALENDAR\nX-EVIL:1",
    "a\rX-EVIL:1\x0b\x0c\x85b",
    "a\u2028X-EVIL:1\u2029BEGIN:VALARM",
    # what no file should hold, or what changes how the rest is read
    "Null\0 Esc\x1b[31m Del\x7f",
    "\u202eumgekehrt\u202c \u2066a\u2069 \u200f",
    "allein \ud800 und \udfff",
    "\ufeffBOM \ufffe \uffff",
    "Z̷̡̛͎a̴̗͝l̸̰̈́g̵̱̈o̶͇͒ 👩\u200d👩\u200d👧 𝕬",
    # formulas
    "=HYPERLINK(\"http://x.de/?\"&A1;\"x\")",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "+1;=2\t=3\n=4",
    "-1\",\"=5",
    "＝1+1",
    # signs with a meaning somewhere
    "Komma, Strich; \\n \\, \"Anführung\" ^n ^' : `x` *y* _z_ | # > - ~~",
    "",
    "x" * 100_000,
    "ß " * 50_000,
)  # fmt: skip

#: Every field that holds text from articles.
TEXTS = {
    *("title", "source", "url", "headline", "summary", "sentence", "text", "anchor", "rule"),
    *("why", "reason", "notes", "said_by", "about", "value", "sources", "categories", "file"),
    *("participants", "places", "edtf", "agency", "timex_value"),
}


def poisoned(timeline: Timeline, payloads: Sequence[str], keep: bool = False) -> Timeline:
    """The timeline with the payloads in turn in place of its texts, or before them (``keep``)."""
    turn = iter(range(10**9))

    def poison(value: Any, key: str = "") -> Any:
        if isinstance(value, dict):
            return {name: poison(entry, name) for name, entry in value.items()}
        if isinstance(value, list | tuple):
            return [poison(entry, key) for entry in value]
        if isinstance(value, str) and key in TEXTS:
            payload = payloads[next(turn) % len(payloads)]
            return f"{payload} {value}" if keep and key != "url" else payload
        return value

    data = timeline.model_dump(by_alias=True)
    for event in data["events"]:
        for name in ("categories", "participants", "places"):
            event[name] = [*event[name], "Bau"]
    return Timeline.model_validate(poison(data))
