"""What the benchmarks share: the scoring programs, and the tables they leave in a document."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType


def scorer(path: Path) -> ModuleType:
    """A scoring program as a module. It is no part of this project.

    Raises:
        SystemExit: there is no such file.
    """
    if not path.is_file():
        raise SystemExit(f"{path}: not found – name the folder that holds tools/{path.name}")
    return module_at(path)


def module_at(path: Path) -> ModuleType:
    """A Python file that belongs to no package, as a module."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None  # given for every name that ends in .py
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


def put_between(document: Path, mark: str, made: str) -> None:
    """Put ``made`` in the place of what stands between two marks of a document.

    Raises:
        SystemExit: the mark does not stand there twice; what is behind it would be lost.
    """
    parts = document.read_text("utf-8").split(mark)
    if len(parts) != 3:
        raise SystemExit(f"{document}: {mark} has to stand there twice")
    document.write_text(f"{parts[0]}{mark}\n{made}\n{mark}{parts[2]}", "utf-8")
