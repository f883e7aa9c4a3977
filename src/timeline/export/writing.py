"""Files on disk: exports are replaced whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from timeline.errors import ExportError
from timeline.messages import NOTHING, Message, say

#: The mark of our own calendar files; a calendar without it is never removed.
PRODID = "-//timeline//timeline 1//DE"

_CALENDAR = re.compile(r"timeline(-periods)?(-\d{4}(-\d+)?)?\.ics")


@dataclass(frozen=True, slots=True)
class Rendered:
    """What a writer made: files by name, and in words what it left out or had to simplify."""

    files: Mapping[str, bytes]
    notes: tuple[Message, ...] = ()


def write_all(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write ``files`` (plain names) into ``folder``, which is made where missing.

    Everything is written beside its target first and synced, then moved into
    place; where that fails half way, the files of the earlier run are put back.

    A calendar may be one file today and one a year tomorrow. So a run that
    writes calendars also removes those of an earlier run that it does not
    write again: files named ``timeline.ics``, ``timeline-YYYY.ics``,
    ``timeline-YYYY-N.ics`` or the same with ``timeline-periods`` that carry our
    ``PRODID``. Nothing else is removed.

    Raises:
        ExportError: the folder or a file cannot be written.
        ValueError: a name is not a plain file name.
    """
    for name in files:
        if name in ("", "..") or name != Path(name).name:
            raise ValueError(f"not a plain file name: {name!r}")
    with _explained(folder):
        folder.mkdir(parents=True, exist_ok=True)
        for name in files:
            if (folder / name).is_dir():
                raise IsADirectoryError(errno.EISDIR, "is a directory", str(folder / name))
        _replace_all(folder, files)


def _replace_all(folder: Path, files: Mapping[str, bytes]) -> None:
    # Hidden, and different for two runs at the same time.
    new = {folder / name: folder / f".{name}.{os.getpid()}.new" for name in files}
    stale = _stale(folder, files)
    old = {
        path: folder / f".{path.name}.{os.getpid()}.old"
        for path in [*(path for path in new if path.exists()), *stale]
    }
    changed: list[Path] = []
    try:
        for path, temporary in new.items():
            _write(temporary, files[path.name])
            if path in old:
                shutil.copymode(path, temporary)
        for path, backup in old.items():
            _keep(path, backup)
        for path, temporary in new.items():
            temporary.replace(path)
            changed.append(path)
        for path in stale:
            path.unlink()
            changed.append(path)
        _sync_folder(folder)
    except BaseException:
        for path in changed:
            try:
                if path in old:
                    old[path].replace(path)
                else:
                    path.unlink(missing_ok=True)
            except OSError:
                old.pop(path, None)  # rather leave the hidden backup than lose the file
        raise
    finally:
        for left in [*new.values(), *old.values()]:
            left.unlink(missing_ok=True)


def _keep(path: Path, backup: Path) -> None:
    """A second name for the file, or a copy where the file system has no links."""
    backup.unlink(missing_ok=True)
    try:
        os.link(path, backup)
    except OSError:
        shutil.copy2(path, backup)


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """Make the moves themselves survive a power cut, where the system can."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _stale(folder: Path, files: Mapping[str, bytes]) -> list[Path]:
    if not any(_CALENDAR.fullmatch(name) for name in files):
        return []
    return [
        path
        for path in sorted(folder.iterdir())
        if path.name not in files and _CALENDAR.fullmatch(path.name) and _is_ours(path)
    ]


def _is_ours(path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return f"\r\nPRODID:{PRODID}\r\n".encode() in file.read(500)


@contextlib.contextmanager
def _explained(folder: Path) -> Iterator[None]:
    """An OSError as an ExportError that names the path, the reason and the way out."""
    try:
        yield
    except OSError as error:
        path = str(folder)
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            why, remedy = say("write.no-space"), say("write.make-space")
        elif error.errno in (errno.EACCES, errno.EPERM):
            why, remedy = say("write.no-permission"), say("write.choose-folder")
        elif error.errno == errno.EROFS:
            why, remedy = say("write.read-only"), say("write.choose-folder")
        elif error.errno in (errno.EEXIST, errno.ENOTDIR):
            why, remedy = say("write.file-there"), say("write.choose-folder")
        elif error.errno == errno.EISDIR:
            path = str(error.filename)
            why, remedy = say("write.is-folder"), say("write.rename-folder")
        elif error.errno == errno.ENAMETOOLONG:
            why, remedy = say("write.name-too-long"), say("write.choose-shorter")
        else:
            why, remedy = say("write.impossible", reason=error.strerror or error), NOTHING
        raise ExportError(path, why, remedy) from error
