"""Imported by calcurse, which tells of every entry that it cannot take."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from client_samples import sample_timeline

from calendars import to_icalendar

CALCURSE = shutil.which("calcurse")

pytestmark = pytest.mark.skipif(
    CALCURSE is None, reason="calcurse is not installed: apt-get install calcurse"
)


def calcurse(folder: Path, *arguments: str) -> str:
    assert CALCURSE is not None
    done = subprocess.run(
        [CALCURSE, "-D", str(folder / "data"), *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=True,
        timeout=30,
        env={"TZ": "Europe/Berlin", "HOME": str(folder), "LC_ALL": "C.UTF-8"},
    )
    return (done.stdout + done.stderr).decode()


def test_it_takes_every_entry_without_a_word(tmp_path: Path) -> None:
    file = tmp_path / "timeline.ics"
    file.write_bytes(to_icalendar(sample_timeline()))
    assert calcurse(tmp_path, "-q", "-i", str(file)) == ""
    june = calcurse(tmp_path, "-Q", "--from", "06/19/2024", "--days", "1")
    assert "Fest am Kanal 0" in june
    assert "Bücher & „Bühne“, Ärger; 100 % \\n 🎭" in june
    summer = calcurse(tmp_path, "-Q", "--from", "07/01/2024", "--days", "1")
    assert "08:30 -> 09:00" in summer
    winter = calcurse(tmp_path, "-Q", "--from", "01/15/2024", "--days", "1")
    assert "08:30 -> 09:00" in winter
    anchor = calcurse(tmp_path, "-Q", "--from", "06/01/2024", "--days", "1")
    assert "Juni 2024: Fest am Kanal 7" in anchor
