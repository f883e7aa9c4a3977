"""The shape of the house: which room may use which, and modules that fit in one head."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import timeline

PACKAGE = Path(timeline.__file__).parent
#: The rooms from left to right. Each may use those in later rows, never one in its own row.
ROOMS = (
    ("__main__",),
    ("cli",),
    ("article_commands",),  # a part of the command line
    ("pipeline", "store", "report", "explain"),
    ("calling", "ingest", "export", "events"),
    ("temporal",),
    ("german",),
    ("models",),
    ("errors",),
    ("messages",),
)
ROW = {room: number for number, rooms in enumerate(ROOMS) for room in rooms}
#: lines; a longer module asks to be split by phenomenon
LONGEST = 450
#: modules that are longer, and why they still are
LONG: dict[str, str] = {}
#: one source file may be read by several tests
TREES = {
    path.relative_to(PACKAGE).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
    for path in sorted(PACKAGE.rglob("*.py"))
}
MODULES = sorted(TREES)


def room_of(module: str) -> str:
    """The room of a dotted name below ``timeline`` ("" for the package itself)."""
    return module.split(".")[1] if "." in module else ""


def imports(name: str) -> Iterator[tuple[int, str]]:
    """Line and full dotted name of everything of this package that a module imports."""
    here = ["timeline", *Path(name).with_suffix("").parts]
    for node in ast.walk(TREES[name]):
        if isinstance(node, ast.Import):
            found = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            above = here[: -node.level] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            found = [f"{base}.{alias.name}" for alias in node.names]
        else:
            continue
        yield from ((node.lineno, name) for name in found if name.split(".")[0] == "timeline")


@pytest.mark.parametrize("name", MODULES)
def test_imports_run_one_way(name: str) -> None:
    own = Path(name).with_suffix("").parts[0]
    if own == "__init__":
        return  # the package's public names may come from anywhere
    assert own in ROW, f"a new room: write it into ROOMS in {Path(__file__).name}"
    for line, imported in imports(name):
        other = room_of(imported)
        assert other == own or ROW.get(other, -1) > ROW[own], f"{name}:{line} imports {imported}"


def test_the_import_check_sees_what_it_should() -> None:
    rooms = {room_of(other) for _, other in imports("pipeline.py")}
    assert {"ingest", "events", "export", "models"} <= rooms


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(
            name,
            marks=[pytest.mark.xfail(strict=True, reason=LONG[name])] if name in LONG else [],
        )
        for name in MODULES
    ],
)
def test_a_module_fits_in_one_head(name: str) -> None:
    lines = (PACKAGE / name).read_text(encoding="utf-8").count("\n")
    assert lines <= LONGEST, f"{name} has {lines} lines: split it by phenomenon"


@pytest.mark.parametrize("name", MODULES)
def test_a_module_says_what_it_is_for(name: str) -> None:
    assert ast.get_docstring(TREES[name]), f"{name} has no docstring"


@pytest.mark.parametrize("name", MODULES)
def test_public_names_say_what_they_are(name: str) -> None:
    """Public functions of ten lines and more and public classes have docstrings.

    A short function with a telling name and types needs none.
    """
    silent = [
        node.name
        for node in TREES[name].body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        and not node.name.startswith("_")
        and not ast.get_docstring(node)
        and not any(_registers(decorator) for decorator in node.decorator_list)
        and (isinstance(node, ast.ClassDef) or (node.end_lineno or 0) - node.lineno >= 10)
    ]
    assert silent == []


def _registers(decorator: ast.expr) -> bool:
    """Grammar rules explain themselves by name and examples."""
    return isinstance(decorator, ast.Call) and ast.unparse(decorator.func) == "rule"


@pytest.mark.parametrize("name", MODULES)
def test_nothing_is_left_for_later(name: str) -> None:
    text = (PACKAGE / name).read_text(encoding="utf-8")
    marks = [m.group() for m in re.finditer(r"\b(?:TODO|FIXME|XXX|HACK)\b", text)]
    # „XXX“ alone is a mark; XXXX and XX are TIMEX3 values.
    assert marks == []
