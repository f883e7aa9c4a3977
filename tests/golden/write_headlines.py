"""Write the headlines of the sample articles to sample_headlines.toml, to be read and accepted.

    python tests/golden/write_headlines.py

Read the difference to the last version before committing it: the file is what an editor accepted.
"""

from __future__ import annotations

from pathlib import Path

from timeline.pipeline import Settings, build

HERE = Path(__file__).parent
HEAD = """\
# The headline of every dated mention in articles/, as read and accepted by a person.
# Written by write_headlines.py; read the difference before committing it.
"""


def quoted(text: str) -> str:
    escaped = " ".join(text.split()).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def main() -> None:
    timeline = build([HERE.parents[1] / "articles"], Settings()).timeline
    found = sorted(
        ((m.file, m.start_char, m) for event in timeline.events for m in event.mentions),
        key=lambda row: row[:2],
    )
    lines, last = [HEAD], ""
    for file, _, mention in found:
        if file != last:
            lines.append(f'\n["{file}"]')
        last = file
        key = f"{mention.text} @{mention.start_char}"
        lines.append(f"{quoted(key)} = {quoted(mention.headline)}")
    (HERE / "sample_headlines.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
