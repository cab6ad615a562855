"""Files of a user's machine: only what has an end is read, and a new file takes the place of an old one whole."""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from .errors import DocumentError

try:
    from _blake2 import blake2b  # hashlib's own; that loads the system's cryptography, too, on each question
except ImportError:  # a Python that was built without it
    from hashlib import blake2b

hash_of = blake2b  # by which files and folders are told apart

_BINARY = getattr(os, "O_BINARY", 0)  # where the system knows of text files


def refuse_endless(path: Path, shown: str) -> None:
    """Raises DocumentError for a pipe or a device: it may have no end, and gives what it holds only once.

    What is not there, or may not be looked at, is left to whoever opens it.
    """
    try:
        mode = path.stat().st_mode
    except OSError:
        return
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        todo = "Save what it gives as a file, or give it on standard input, as '-'."
        raise DocumentError(shown, None, "this is a pipe or a device, and no file", todo)


def whole_path(path: Path | str) -> Path:
    """A path without links; of one whose links lead in a circle as much as can be followed, and opening it says so."""
    return Path(os.path.realpath(path))


@contextlib.contextmanager
def beside(file: Path) -> Iterator[tuple[Path, BinaryIO]]:
    """A new file beside `file`, with its path; where writing fails none is left.

    Its name cannot be foreseen and is nobody's yet, so nothing that lies there is written to. Raises OSError.
    """
    path = file.with_name(f".{file.name[:100]}.{os.urandom(8).hex()}.tmp")
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o666), "wb") as out:
            yield path, out
    except BaseException:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)
        raise


@contextlib.contextmanager
def replacing(file: Path, mode: int | None = None) -> Iterator[BinaryIO]:
    """A file beside `file` that takes its place, with this mode, once all is written; else none is left.

    Raises OSError.
    """
    with beside(file) as (path, out):
        yield out
    try:
        if mode is not None:
            path.chmod(stat.S_IMODE(mode))
        path.replace(file)
    finally:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)
