"""What the wheel says of itself: its dependencies, its types, its licences."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import timeline

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def plain(name: str) -> str:
    """A distribution's name as PyPI compares it, without version and extras."""
    return re.sub(r"[-_.]+", "-", re.split(r"[<>=~!\[; ]", name, maxsplit=1)[0]).lower()


def imported() -> set[str]:
    """The top names of all modules that the package imports from elsewhere."""
    found: set[str] = set()
    for path in Path(timeline.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                found.add(node.module.partition(".")[0])
    return found - set(sys.stdlib_module_names) - {"timeline"}


def test_what_is_imported_is_declared() -> None:
    declared = {plain(name) for name in PROJECT["dependencies"]}
    declared |= {plain(name) for name in PROJECT["optional-dependencies"]["archives"]}
    homes = packages_distributions()
    missing = {
        name for name in imported() if not {plain(d) for d in homes.get(name, [name])} & declared
    }
    assert missing == set()


def test_what_calls_itself_typed_is() -> None:
    assert "Typing :: Typed" in PROJECT["classifiers"]
    assert (Path(timeline.__file__).parent / "py.typed").is_file()


def test_each_licence_is_there_as_text() -> None:
    assert PROJECT["license"] == "Apache-2.0 AND MPL-2.0"
    texts = [(ROOT / name).read_text(encoding="utf-8") for name in PROJECT["license-files"]]
    for title in ("Apache License", "Mozilla Public License, version 2.0"):
        assert any(title in text for text in texts), title
