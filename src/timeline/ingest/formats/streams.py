"""Bytes of a file, unpacked on the way: .gz and .zst, never more than fits in memory."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, cast

from timeline.errors import ArticleError
from timeline.ingest.decode import narrow
from timeline.ingest.files import SIZE_LIMIT, without_packing
from timeline.messages import NOTHING, Message, say

GZIP, ZSTD = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"
_CHUNK = 128 * 1024
#: text packs to a tenth, markup to a fiftieth; what grows more than this is a bomb
MAX_RATIO = 300
#: bytes that may come out of anything, however well it was packed
_FREE = 30_000_000
#: packed twice happens, three times is a trick
_MAX_LAYERS = 2


class _Unpacked(io.RawIOBase):
    """Unpacked bytes. A stream that is cut off or damaged ends there, and ``damage``
    says so: what stands before is still read."""

    def __init__(self, packed: BinaryIO) -> None:
        self._packed = packed
        self._taken = self._given = 0
        self.damage = NOTHING

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = b"" if self.damage else self._more(len(buffer))
        self._given += len(data)
        if self._given > _FREE and self._given > MAX_RATIO * self._taken:
            self.damage = say("packed.bomb", ratio=MAX_RATIO)
            return 0
        buffer[: len(data)] = data
        return len(data)

    def read_packed(self, size: int = _CHUNK) -> bytes:
        data = self._packed.read(size)
        self._taken += len(data)
        return data

    def _more(self, size: int) -> bytes:
        raise NotImplementedError


class _Gzip(_Unpacked):
    def __init__(self, packed: BinaryIO) -> None:
        super().__init__(packed)
        self._engine = zlib.decompressobj(wbits=31)
        self._left = b""
        self._inside = False

    def _more(self, size: int) -> bytes:
        while True:
            self._left = self._left or self.read_packed()
            if not self._left:
                if self._inside:
                    self.damage = say("packed.cut-off")
                return b""
            if not self._inside and not self._left.strip(b"\0"):
                self._left = b""  # padding between and behind members
                continue
            self._inside = True
            try:
                data = self._engine.decompress(self._left, size)
            except zlib.error:
                self.damage = say("packed.damaged")
                return b""
            self._left = self._engine.unconsumed_tail
            if self._engine.eof:
                self._left = self._engine.unused_data
                self._engine, self._inside = zlib.decompressobj(wbits=31), False
            if data:
                return data


class _Zstd(_Unpacked):
    def __init__(self, packed: BinaryIO, what: str) -> None:
        super().__init__(packed)
        try:
            import zstandard
        except ImportError:
            why, remedy = say("packed.no-zstandard"), say("install.archives")
            raise ArticleError(what, why, remedy) from None
        self._error = zstandard.ZstdError
        # 128 MB: what "zstd --long" needs at most by default
        engine = zstandard.ZstdDecompressor(max_window_size=2**27)
        self._reader = engine.stream_reader(cast(BinaryIO, _Source(self)), read_across_frames=True)

    def _more(self, size: int) -> bytes:
        try:
            return self._reader.read(size)
        except self._error:
            self.damage = say("packed.damaged")
            return b""


class _Source:
    """The packed side of a ``_Zstd``, in the form the library asks for."""

    def __init__(self, owner: _Unpacked) -> None:
        self._owner = owner

    def read(self, size: int = _CHUNK) -> bytes:
        return self._owner.read_packed(size if size > 0 else _CHUNK)


@dataclass(slots=True)
class Stream:
    """A file's bytes, unpacked. ``name`` is the file's without .gz and .zst."""

    data: io.BufferedReader[io.RawIOBase]
    name: str
    layers: list[_Unpacked]
    file: BinaryIO

    @property
    def damage(self) -> Message:
        """What was wrong with the packing; known when everything has been read."""
        return next((layer.damage for layer in self.layers if layer.damage), NOTHING)

    @property
    def packed(self) -> bool:
        return bool(self.layers)

    def peek(self, size: int = 65_536) -> bytes:
        """The first bytes, without taking them."""
        return self.data.peek(size)[:size]

    def read(self, what: str) -> bytes:
        """Everything.

        Raises:
            ArticleError: it is more than an article can be.
        """
        data = self.data.read(SIZE_LIMIT + 1)
        if len(data) > SIZE_LIMIT:
            why = say("file.too-large-unpacked", limit=SIZE_LIMIT / 1e6)
            raise ArticleError(what, why, say("file.split"))
        return data

    def close(self) -> None:
        self.data.close()
        self.file.close()


def open_stream(path: Path) -> Stream:
    """Open a file for reading, unpacking what is packed.

    Raises:
        OSError, ValueError: as ``open`` does.
        ArticleError: packed in a way that cannot be read here.
    """
    file = path.open("rb")
    try:
        reader = io.BufferedReader(cast(io.RawIOBase, file), 65_536)
        layers: list[_Unpacked] = []
        name = path.name
        while len(layers) < _MAX_LAYERS:
            start = reader.peek(4)[:4]
            if not start.startswith((GZIP, ZSTD)):
                break
            packed = cast(BinaryIO, reader)
            layers.append(
                _Gzip(packed) if start.startswith(GZIP) else _Zstd(packed, path.as_posix())
            )
            reader = io.BufferedReader(layers[-1], 65_536)
            name = without_packing(name)
        return Stream(reader, name, layers, file)
    except BaseException:
        file.close()
        raise


def lines(stream: Stream, encoding: str) -> Iterator[tuple[int, str | None]]:
    """The lines of a text with their numbers from 1; None for one that is longer
    than an article can be.

    Each line is decoded by itself: UTF-8, else Windows-1252; ``encoding`` names a
    wide one (UTF-16 with its mark; else ""), which is decoded as a whole.
    """
    if encoding:
        text = io.TextIOWrapper(stream.data, encoding, errors="replace", newline="\n")
        try:
            for number, line in enumerate(text, 1):
                short = (
                    line.removeprefix("\ufeff").replace("\r", "")
                    if len(line) <= SIZE_LIMIT
                    else None
                )
                yield number, short
        finally:
            text.detach()  # the stream closes its bytes itself
        return
    number = 0
    while data := stream.data.readline(SIZE_LIMIT + 1):
        number += 1
        if len(data) > SIZE_LIMIT and not data.endswith(b"\n"):
            while (rest := stream.data.readline(_CHUNK)) and not rest.endswith(b"\n"):
                pass
            yield number, None
            continue
        if number == 1:
            data = data.removeprefix(b"\xef\xbb\xbf")
        line = data.decode(narrow(data), errors="replace")
        yield number, line.replace("\r\n", "\n").replace("\r", " ")
