from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from timeline.errors import ExportError
from timeline.export.writing import PRODID, write_all

OURS = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:{PRODID}\r\nEND:VCALENDAR\r\n".encode()


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_files_are_made_and_replaced(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "exports"
    write_all(folder, {"timeline.json": b"1", "timeline.ics": OURS})
    write_all(folder, {"timeline.json": b"2"})
    assert contents(folder) == {"timeline.json": b"2", "timeline.ics": OURS}
    write_all(folder, {})
    assert len(contents(folder)) == 2


@pytest.mark.skipif(os.name != "posix", reason="file modes are those of POSIX")
def test_others_may_read_what_the_umask_lets_them(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        write_all(tmp_path, {"a": b"1"})
        assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o644
        (tmp_path / "a").chmod(0o640)
        write_all(tmp_path, {"a": b"2"})
        assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o640
    finally:
        os.umask(before)


def test_calendars_of_an_earlier_split_go_and_nothing_else(tmp_path: Path) -> None:
    foreign = b"BEGIN:VCALENDAR\r\nPRODID:-//Someone//Else//EN\r\n"
    (tmp_path / "timeline-2019.ics").write_bytes(foreign)
    (tmp_path / "timeline-2020.ics").mkdir()
    (tmp_path / "termine.ics").write_bytes(OURS)
    names = ("timeline-2023", "timeline-2024", "timeline-2024-2", "timeline-periods")
    split = {f"{name}.ics": OURS for name in (*names, "timeline-periods-2024")}
    write_all(tmp_path, split)
    write_all(tmp_path, {"timeline.json": b"{}"})  # a run without calendars leaves them alone
    assert split.keys() <= {path.name for path in tmp_path.iterdir()}
    write_all(tmp_path, {"timeline.ics": OURS})
    assert {path.name for path in tmp_path.iterdir()} == {
        "termine.ics",
        "timeline-2019.ics",
        "timeline-2020.ics",
        "timeline.ics",
        "timeline.json",
    }
    write_all(tmp_path, split)
    assert not (tmp_path / "timeline.ics").exists()


@pytest.mark.parametrize("step", range(8))
def test_a_failure_at_any_move_leaves_the_earlier_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    earlier = {"a": b"1", "b": b"1", "timeline-2023.ics": OURS}
    write_all(tmp_path, earlier)
    calls = 0

    def count() -> None:
        nonlocal calls
        calls += 1
        if calls == step + 1:
            raise OSError(errno.EIO, "input/output error", "x")

    fsync, replace, unlink = os.fsync, Path.replace, Path.unlink

    def failing_fsync(handle: int) -> None:
        count()
        fsync(handle)

    def failing_replace(self: Path, target: Path) -> Path:
        count()
        return replace(self, target)

    def failing_unlink(self: Path, missing_ok: bool = False) -> None:
        if not missing_ok:
            count()
        unlink(self, missing_ok=missing_ok)

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", failing_fsync)
        patch.setattr(Path, "replace", failing_replace)
        patch.setattr(Path, "unlink", failing_unlink)
        with pytest.raises(ExportError, match="input/output error"):
            write_all(tmp_path, {"a": b"2", "b": b"2", "timeline.ics": OURS})
    assert calls > step
    assert contents(tmp_path) == earlier


def test_no_file_is_lost_when_even_putting_back_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_all(tmp_path, {"a": b"1", "b": b"1"})
    replace, calls = Path.replace, 0

    def once(self: Path, target: Path) -> Path:
        nonlocal calls
        calls += 1
        if calls > 1:
            raise OSError(errno.EIO, "input/output error", str(target))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", once)
    with pytest.raises(ExportError):
        write_all(tmp_path, {"a": b"2", "b": b"2"})
    assert sorted(contents(tmp_path).values()) == [b"1", b"1", b"2"]


def test_it_works_without_hard_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_: object) -> None:
        raise OSError(errno.EPERM, "operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    write_all(tmp_path, {"a": b"1"})
    write_all(tmp_path, {"a": b"2"})
    assert contents(tmp_path) == {"a": b"2"}


@pytest.mark.parametrize(
    ("code", "why"),
    [
        (errno.ENOSPC, "kein Platz"),
        (errno.EACCES, "keine Schreibrechte"),
        (errno.EROFS, "schreibgeschützt"),
        (errno.EIO, "kann nicht geschrieben werden"),
    ],
)
def test_the_reason_is_told_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, why: str
) -> None:
    write_all(tmp_path, {"a": b"1"})

    def fail(_: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(ExportError) as caught:
        write_all(tmp_path, {"a": b"2"})
    assert why in caught.value.why
    assert caught.value.what == str(tmp_path)
    assert contents(tmp_path) == {"a": b"1"}


def test_a_file_in_the_place_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "exports").write_bytes(b"x")
    for folder in (tmp_path / "exports", tmp_path / "exports" / "deeper"):
        with pytest.raises(ExportError, match="schon eine Datei") as caught:
            write_all(folder, {"a": b"1"})
        assert caught.value.remedy
    assert (tmp_path / "exports").read_bytes() == b"x"


def test_a_folder_in_the_place_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    with pytest.raises(ExportError, match="ist ein Ordner"):
        write_all(tmp_path, {"a": b"1", "b": b"1"})
    assert [path.name for path in tmp_path.iterdir()] == ["b"]


@pytest.mark.parametrize("name", ["", "..", "../a", "b/c", "/etc/x"])
def test_only_plain_names(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="plain file name"):
        write_all(tmp_path, {name: b""})
