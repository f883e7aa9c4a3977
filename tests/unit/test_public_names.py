"""What ``import timeline`` offers."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest

import timeline
from timeline import models


@pytest.mark.parametrize("name", timeline.__all__)
def test_every_public_name_is_there(name: str) -> None:
    thing = getattr(timeline, name)
    assert thing.__doc__ or get_args(thing), "an alias of types says what it is by them"


def test_what_is_public_is_listed_and_typed() -> None:
    source = ast.parse(Path(timeline.__file__).read_text(encoding="utf-8"))
    typed = {
        alias.name
        for node in ast.walk(source)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("timeline.")
        for alias in node.names
    }
    assert typed | {"__version__"} == set(timeline.__all__) <= set(dir(timeline))


def test_what_the_public_functions_take_and_give_is_public_too() -> None:
    """Who writes types against the package needs no name from its inside."""
    public = {id(getattr(timeline, name)) for name in timeline.__all__}
    functions = [timeline.build, timeline.assemble, timeline.render, timeline.tag,
                 timeline.find_expressions, timeline.read_articles]  # fmt: skip
    classes = [thing for thing in vars(models).values() if isinstance(thing, type)]
    shown = [*functions, timeline.Settings, timeline.Run, *(c for c in classes if id(c) in public)]
    for thing in shown:
        for hint in get_type_hints(thing).values():
            for part in _parts(hint):
                if getattr(part, "__module__", "").startswith("timeline."):
                    assert id(part) in public, f"{part} of {thing}"


def _parts(hint: Any) -> Iterator[Any]:
    yield hint
    for part in get_args(hint):
        yield from _parts(part)


def test_the_version_is_that_of_the_package() -> None:
    assert timeline.__version__ == version("timeline")


def test_a_timeline_needs_no_settings(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Am 3. Mai 2024 brannte die Halle.", encoding="utf-8")
    run = timeline.build(tmp_path)
    assert (run.timeline.title, len(run.timeline.events)) == ("Zeitleiste", 1)


def test_what_does_not_exist_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Am 3. Mai 2024 brannte die Halle.", encoding="utf-8")
    made: Any = timeline.build(tmp_path).timeline
    with pytest.raises(timeline.UsageError, match="format pdf: dieses Format gibt es nicht"):
        timeline.render(made, ["json", "pdf"])
    french = timeline.Settings(language="fr")  # type: ignore[arg-type]
    with pytest.raises(timeline.UsageError, match="language fr: möglich sind de, en"):
        timeline.build(tmp_path, french)


def test_paths_may_be_strings(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Am 3. Mai 2024 öffnete die Brücke.", encoding="utf-8")
    expected = timeline.build([tmp_path], timeline.Settings()).timeline
    assert len(expected.events) == 1
    for paths in ([str(tmp_path)], str(tmp_path), tmp_path, (str(tmp_path / "a.txt"),)):
        run = timeline.build(paths, timeline.Settings())
        assert run.problems == ()
        assert run.timeline == expected
    timeline.write(str(tmp_path / "aus"), timeline.render(expected, ("json",))[0])
    assert (tmp_path / "aus" / "timeline.json").is_file()


def test_other_names_are_not() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = timeline.nothing


def test_importing_the_package_imports_no_exports() -> None:
    code = "import sys, timeline; sys.exit('icalendar' in sys.modules or 'lxml' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
