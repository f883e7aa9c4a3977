"""What ``import timeline`` offers."""

from __future__ import annotations

import subprocess
import sys

import pytest

import timeline


@pytest.mark.parametrize("name", timeline.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(timeline, name).__doc__


def test_other_names_are_not() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = timeline.nothing


def test_importing_the_package_imports_no_exports() -> None:
    code = "import sys, timeline; sys.exit('icalendar' in sys.modules or 'lxml' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
