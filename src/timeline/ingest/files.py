"""Which files a run reads, how they are named, and their bytes."""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Collection, Sequence, Set
from dataclasses import dataclass, replace
from pathlib import Path

from timeline.errors import ArticleError
from timeline.ingest.formats.sniff import KINDS
from timeline.messages import listed, say
from timeline.models import Level, Problem

_PACKED = frozenset({".gz", ".gzip", ".zst", ".zstd"})
#: formats that people keep articles in and that are not read
_DOCUMENTS = frozenset(
    {".mhtml", ".mht", ".webarchive", ".eml", ".msg", ".pdf", ".epub", ".zip", ".doc", ".docx"}
    | {".odt", ".rtf", ".pages", ".xls", ".xlsx", ".ods", ".numbers"}
)
#: may show a clipping, and mostly do not
_PICTURES = frozenset({".jpg", ".jpeg", ".png", ".heic", ".tif", ".tiff", ".webp"})
#: names shown of files that are not read
_SHOWN = 10
#: what Word and LibreOffice put beside a document that is open
_LOCKS = ("~$", ".~lock")
#: folders that browsers put beside a saved page: its pictures, scripts and frames
_PAGE_PARTS = ("_files", "-files", "_dateien", "-dateien", ".files")
METADATA = "metadata.csv"
_NOT_ARTICLES = frozenset(
    {METADATA, "readme.md", "readme.txt", "license.txt", "license.md", "robots.txt"}
)
#: what an earlier run wrote, where its JSON lies beside it
_EXPORT, _PAGES = "timeline.json", frozenset({"index.html", "embed.html"})
#: bytes; a longer file is no article, and reading it would only cost time
SIZE_LIMIT = 20_000_000


#: files and folders, as strings or paths; one alone may stand for itself
Paths = str | os.PathLike[str] | Sequence[str | os.PathLike[str]]


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read: ``path`` as the user reaches it, ``file`` as exports name it,
    ``root`` the folder the user named (its own folder for a file named directly);
    ``named`` tells the two apart."""

    path: Path
    root: Path
    file: str
    named: bool = False


def discover(paths: Paths) -> tuple[list[Source], list[Problem]]:
    """All article files under ``paths``, in the order given, folders sorted.

    A file that is reached twice is read once. ``Source.file`` is relative to the
    folder named; where two would be called the same, leading folders are added
    until they differ.
    """
    found: dict[str, Source] = {}
    problems: list[Problem] = []
    # a string is a sequence too: of its letters
    several = (paths,) if isinstance(paths, str | os.PathLike) else paths
    for path in map(Path, several):
        try:
            mode = path.stat().st_mode
        except (OSError, ValueError) as error:
            problems.append(Problem.of("error", unreachable(path, error)))
            continue
        if stat.S_ISDIR(mode):
            sources, more = _walk(path)
            problems += more
        else:
            sources = [Source(path, path.parent, path.name, named=True)]
        for source in sources:
            found.setdefault(os.path.realpath(source.path), source)
    return _distinct(list(found.values())), problems


def _walk(folder: Path) -> tuple[list[Source], list[Problem]]:
    problems: list[Problem] = []
    sources: list[Source] = []
    unread: list[str] = []

    def failed(error: OSError) -> None:
        problems.append(Problem.of("error", unreachable(Path(error.filename or folder), error)))

    for here, folders, names in os.walk(folder, onerror=failed):
        pages = {
            Path(name).stem for name in names if KINDS.get(Path(name).suffix.lower()) == "html"
        }
        folders[:] = sorted(name for name in folders if _is_folder_of_articles(name, pages))
        exported = _EXPORT in names
        for name in sorted(names):
            suffix = _suffix(name)
            own = exported and (name in _PAGES or name.startswith("timeline"))
            if name.startswith((".", *_LOCKS)) or name.lower() in _NOT_ARTICLES or own:
                continue
            path = Path(here, name)
            relative = path.relative_to(folder).as_posix()
            if suffix in KINDS:
                sources.append(Source(path, folder, relative))
            elif suffix in _DOCUMENTS | _PICTURES:
                unread.append(relative)
    sources.sort(key=lambda source: source.file)
    problems += _unread(
        folder, unread, {Path(without_packing(source.file)).with_suffix("") for source in sources}
    )
    if not sources and not any(problem.level == "error" for problem in problems):
        why = say("folder.no-articles", suffixes=", ".join(sorted(KINDS)))
        problems.append(Problem("error", _printable(folder), why, say("folder.name-another")))
    return sources, problems


def _unread(folder: Path, found: Sequence[str], read: Collection[Path]) -> list[Problem]:
    """What a folder holds besides and is not read: a document is an article that is missing, a
    picture may be anything.

    Not where it was saved as text beside it (``read``, without endings), as the remedy says.
    """
    names = sorted(name for name in found if Path(name).with_suffix("") not in read)
    documents = [name for name in names if _suffix(name) in _DOCUMENTS]
    pictures = [name for name in names if _suffix(name) not in _DOCUMENTS]
    problems = []
    levels: dict[Level, list[str]] = {"error": documents, "warning": pictures}
    for level, of_kind in levels.items():
        if of_kind:
            shown = listed(of_kind, _SHOWN)
            why = (
                say("folder.one-unread", names=shown)
                if len(of_kind) == 1
                else say("folder.unread", count=len(of_kind), names=shown)
            )
            problems.append(Problem(level, _printable(folder), why, say("folder.save-as-text")))
    return problems


def without_packing(name: str) -> str:
    """The name without one .gz or .zst at its end: what is in it, in which format."""
    suffix = Path(name).suffix
    return name.removesuffix(suffix) if suffix.lower() in _PACKED else name


def _suffix(name: str) -> str:
    """The ending that names the format; what only says that it is packed is a text."""
    inner = without_packing(name)
    return Path(inner).suffix.lower() or (".txt" if inner != name else "")


def _is_folder_of_articles(name: str, pages: Set[str]) -> bool:
    """``pages``: the names of the HTML files beside it, without their suffix."""
    if name.startswith("."):
        return False
    stem = next((name[: -len(end)] for end in _PAGE_PARTS if name.lower().endswith(end)), None)
    return stem not in pages


def _distinct(sources: list[Source]) -> list[Source]:
    """Give every source its own ``file``: add leading folders where two are equal."""
    absolute = [source.path.absolute().parts[1:] for source in sources]
    depth = [len(Path(source.file).parts) for source in sources]
    while True:
        names = [Path(*parts[-n:]).as_posix() for parts, n in zip(absolute, depth, strict=True)]
        counts = Counter(names)
        clash = [
            i for i, name in enumerate(names) if counts[name] > 1 and depth[i] < len(absolute[i])
        ]
        if not clash:
            break
        for i in clash:
            depth[i] += 1
    return [
        replace(source, file=_printable(Path(name)))
        for source, name in zip(sources, names, strict=True)
    ]


def check_file(path: Path, limit: int | None = None) -> None:
    """Look at a file without reading it.

    Raises:
        ArticleError: it is not a plain file, is empty, cannot be reached, or holds
            more than ``limit`` bytes.
    """
    what = _printable(path)
    try:
        status = path.stat()
    except (OSError, ValueError) as error:
        raise unreachable(path, error) from error
    if not stat.S_ISREG(status.st_mode):
        raise ArticleError(what, say("file.not-plain"), say("file.name-a-text"))
    if not status.st_size:
        raise ArticleError(what, say("file.empty"), say("file.insert-text"))
    if limit is not None and status.st_size > limit:
        why = say("file.too-large", size=status.st_size / 1e6, limit=limit / 1e6)
        raise ArticleError(what, why, say("file.split"))


def read_bytes(path: Path) -> bytes:
    """The file's bytes.

    Raises:
        ArticleError: as ``check_file``, or it cannot be read.
    """
    check_file(path, SIZE_LIMIT)
    try:
        with path.open("rb") as stream:
            return stream.read(SIZE_LIMIT)
    except (OSError, ValueError) as error:
        raise unreachable(path, error) from error


def unreachable(path: Path, error: Exception) -> ArticleError:
    """Why a path cannot be read, and what to do about it."""
    match error:
        case FileNotFoundError():
            why, remedy = say("path.missing"), say("path.check")
        case PermissionError():
            why, remedy = say("path.no-permission"), say("path.permit")
        case IsADirectoryError():
            why, remedy = say("path.is-folder"), say("path.check")
        case OSError(strerror=str(reason)):
            why, remedy = say("path.unreadable", reason=reason), say("path.check")
        case _:
            why, remedy = say("path.invalid"), say("path.check")
    return ArticleError(_printable(path), why, remedy)


def _printable(path: Path) -> str:
    """The path with ``/`` and with bytes that are no UTF-8 made visible."""
    return os.fsencode(path.as_posix()).decode("utf-8", errors="replace")
