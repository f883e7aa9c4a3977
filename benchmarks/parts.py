"""What the benchmarks share: the scoring programs, and the tables they leave in a document."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType


def scorer(path: Path) -> ModuleType:
    """A scoring program as a module. It is no part of this project."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path}: not found – name the folder that holds tools/{path.name}")
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


def put_between(document: Path, mark: str, made: str) -> None:
    """Put ``made`` in the place of what stands between two marks of a document."""
    head, _, rest = document.read_text("utf-8").partition(mark)
    _, _, tail = rest.partition(mark)
    document.write_text(f"{head}{mark}\n{made}\n{mark}{tail}", "utf-8")
