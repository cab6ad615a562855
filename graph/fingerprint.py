"""What a graph is built from, as files and as one short hash that names it."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from .errors import DocumentError, MajlisError, StoreError
from .files import hash_of, refuse_endless
from .saves import await_save

EXPECTED, AMBIGUOUS, NOT_COVERED, MISFITS = "expected.csv", "ambiguous.csv", "not_covered.csv", "misfits.csv"
LAWS, CORRECTIONS = "laws.csv", "corrections.csv"
DECLARED = (EXPECTED, AMBIGUOUS, NOT_COVERED, MISFITS, LAWS, CORRECTIONS)
DOCUMENTS = "documents.csv"  # the documents whose claims are kept in a folder
TABLES = ("sources.csv", "entities.csv", "aliases.csv", DOCUMENTS, *DECLARED)
VERSION = "version"
REGISTRY, REPORTS = ("registry/**/*.csv",), ("reports/*.txt",)
STATEMENTS = ("statements*.csv", "statements/**/*.csv")

_VERSION = r"[0-9]{4}\.(0[1-9]|1[0-2])"
_CODE = Path(__file__).resolve().parent.parent
_BUILDERS = ("graph", "loaders")
_SETTLED = 2_000_000_000  # nanoseconds: the coarsest that file systems tell times

_READINGS = 5  # of folders whose files change meanwhile

_Stand = tuple[str, tuple[int, ...] | None]
_T = TypeVar("_T")


def data_files(folder: Path, *, only: bool = False) -> list[Path]:
    """The files of a data folder that a graph is built from, sorted; `only` leaves reports' claims out."""
    return _sorted(_data_files(folder, REGISTRY if only else REGISTRY + STATEMENTS + REPORTS))


def _data_files(folder: Path, patterns: Iterable[str]) -> Iterator[str]:
    yield from filter(os.path.lexists, (f"{folder}{os.sep}{name}" for name in TABLES))
    yield from _named(folder, patterns)


def files_of(folder: Path, patterns: Iterable[str]) -> list[Path]:
    """The files of a data folder that one of these patterns names, sorted."""
    return _sorted(_named(folder, patterns))


class Watch:
    """How the files of data folders stand, for who looks again and again.

    A folder is gone through anew only where the file system says that it has changed since, or so lately that a further
    change might be told with the same time; each file is looked at every time.
    """

    def __init__(self) -> None:
        self._seen: dict[
            Path, tuple[list[_Stand], list[str]]
        ] = {}  # the folders when they were gone through, the files

    def state(self, folder: Path) -> tuple[_Stand, ...]:
        """Which files a graph is built from, and how each of them stands: another value where any has changed."""
        above, files = self._seen.get(folder, ([], []))
        if not above or above != [stand(path) for path, _ in above]:
            above = [stand(path) for path in _folders(folder)]
            files = sorted(_data_files(folder, REGISTRY + STATEMENTS + REPORTS))
            lately = time.time_ns() - _SETTLED
            settled = all(found and found[-1] < lately for _, found in above)
            self._seen[folder] = above if settled else [], files
        return tuple(map(stand, files))


def stand(path: str) -> _Stand:
    """A path, and how its file stands: it is another, or has changed, where this differs; None where it is gone."""
    try:
        found = os.stat(path)  # noqa: PTH116 - every request waits for this, and a `Path` takes four times as long
    except OSError:
        return path, None
    return path, (found.st_ino, found.st_size, found.st_mtime_ns, max(found.st_mtime_ns, found.st_ctime_ns))


def settled(folders: Sequence[Path], read: Callable[[], _T]) -> _T:
    """What `read` makes of data folders none of whose files changes meanwhile: where one does, they are read again.

    Raises what `read` raises, and StoreError where a save was ended in the middle or the files change each time.
    """
    for _ in range(_READINGS):
        for folder in folders:
            await_save(folder)
        before = _standing(folders)
        try:
            found = read()
        except MajlisError:
            if before == _standing(folders):
                raise
        else:
            if before == _standing(folders):
                return found
    told = ", ".join(map(str, folders))
    raise StoreError(f"{told}: the tables changed each of the {_READINGS} times that they were read. Ask again.")


def _standing(folders: Iterable[Path]) -> list[_Stand]:
    """How the files of data folders stand."""
    return [stand(path) for each in folders for path in sorted(_data_files(each, REGISTRY + STATEMENTS + REPORTS))]


def rooms(folder: Path) -> list[Path]:
    """The folders in a data folder where files may stand, at any depth, that a graph is built from."""
    tops = {pattern.partition("/")[0] for pattern in REGISTRY + STATEMENTS + REPORTS if "/" in pattern}
    return [folder / top for top in sorted(tops)]


def _folders(folder: Path) -> Iterator[str]:
    """A data folder, and every folder in it where files may stand that a graph is built from."""
    yield str(folder)
    for room in rooms(folder):
        yield from (at for at, _, _ in os.walk(room))


def _named(folder: Path, patterns: Iterable[str]) -> Iterator[str]:
    """The files of a folder that patterns such as "reports/*.txt" or "registry/**/*.csv" name.

    Every question waits for this, and `Path.glob` takes ten times as long.
    """
    for pattern in patterns:
        *above, name = pattern.split("/")
        deep = above[-1:] == ["**"]
        begins, _, ends = name.partition("*")
        yield from _inside(str(folder.joinpath(*above[: -1 if deep else None])), begins, ends, deep)


def _inside(folder: str, begins: str, ends: str, deep: bool) -> Iterator[str]:
    """The files of a folder, or at any depth of it, whose names begin and end so; none that Python compiled."""
    folders = [folder]
    for at in folders:
        try:
            with os.scandir(at) as found:
                entries = list(found)
        except OSError:
            continue  # there is none
        for entry in entries:
            if not entry.is_dir():
                if entry.name.startswith(begins) and entry.name.endswith(ends):
                    yield entry.path
            elif deep and entry.name != "__pycache__" and not entry.is_symlink():
                folders.append(entry.path)


def _sorted(files: Iterable[str]) -> list[Path]:
    """Paths in the order of their parts, as paths are compared."""
    return sorted(map(Path, files), key=lambda path: str(path).replace(os.sep, "\0"))


def data_version(folder: Path, files: Iterable[Path]) -> str:
    """The version that the folder states, and a short hash of what these files say: "2026.11+1a2b3c4d5e6f".

    The hash is the same wherever the folder stands; it is alone where the folder states no version. Raises
    DocumentError.
    """
    digest = hash_of(digest_size=6)
    above = folder.parts
    for path in files:
        inside = path.parts[len(above) :] if path.parts[: len(above)] == above else path.parts[-1:]
        content = _content(path)
        digest.update(f"{Path(*inside)}\0{len(content)}\0".encode())
        digest.update(content)
    return "+".join(filter(None, (stated_version(folder), digest.hexdigest())))


def stated_version(folder: Path) -> str:
    """The version that a data folder states, as 2026.11; empty where it states none. Raises DocumentError."""
    path = folder / VERSION
    if not (path.is_symlink() or path.exists()):
        return ""
    text = _content(path).decode("utf-8", "replace").strip()
    if not re.fullmatch(_VERSION, text):
        raise DocumentError(VERSION, 1, f"the version is {text[:40]!r}", "Write a year and a month, as 2026.11.")
    return text


def _content(path: Path) -> bytes:
    refuse_endless(path, str(path))
    try:
        return path.read_bytes()
    except OSError as error:
        raise DocumentError(
            str(path), None, f"cannot be opened: {error.strerror}", "Check the path and its permissions."
        ) from error


def fingerprint(folder: Path, documents: Iterable[tuple[Path, str]], engine: str, over: Iterable[Path] = ()) -> str:
    """A hash of the data, the documents (with what the user says of each), the code that builds, and the engine.

    `over` are the user's data folders that lie over that of the data.
    """
    documents = list(documents)
    digest = hash_of(digest_size=12)
    digest.update(data_version(folder, [*data_files(folder), *(path for path, _ in documents)]).encode())
    for path, options in documents:
        digest.update(f"{path}\0{options}\0".encode())
    for other in over:
        digest.update(f"{other}\0{data_version(other, data_files(other))}\0".encode())
    for package in _BUILDERS:  # the code, and the words and tables that it reads
        for path in files_of(_CODE, [f"{package}/**/*"]):
            digest.update(path.read_bytes())
    digest.update(engine.encode())
    return digest.hexdigest()


def stamp(folder: Path, documents: Iterable[tuple[Path, str]], engine: str, over: Iterable[Path] = ()) -> str | None:
    """A hash of which files `fingerprint` reads and of how the file system says that they stand: much faster.

    Who changes a file changes its times there, so one stamp means one fingerprint. None where a file is gone, and where
    one has changed so lately that a further change might be told with the same time.
    """
    said = [(str(path), options) for path, options in documents]
    files = [path for path, _ in said]
    for each in (folder, *over):
        files += [
            *filter(os.path.lexists, [f"{each}{os.sep}{VERSION}"]),
            *_data_files(each, REGISTRY + STATEMENTS + REPORTS),
        ]
    for package in _BUILDERS:
        files += _named(_CODE, [f"{package}/**/*"])
    files.sort()
    try:
        found = [(one.st_dev, one.st_ino, one.st_size, one.st_mtime_ns, one.st_ctime_ns) for one in map(os.stat, files)]
    except OSError:
        return None
    if max(max(one[-2:]) for one in found) > time.time_ns() - _SETTLED:
        return None
    return hash_of(repr((files, found, said, engine, [*map(str, over)])).encode(), digest_size=12).hexdigest()
