"""Where a command writes what is more than an answer: standard output, or a file that is whole or not there."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from graph.errors import StoreError, UsageError
from graph.files import replacing, whole_path

_READER = 5.0  # seconds in which somebody has to begin to read a pipe


def check_output(output: str | None, *endings: str) -> None:
    """Raises UsageError for a file that ends as if it were of another kind; without an ending it may be of any.

    Raises StoreError where there is no folder for it: what is written may take long to make.
    """
    path = Path(output or "")
    ending = path.suffix.lower()
    if ending and ending not in endings:
        raise UsageError(f"{output}: what is written here is no {ending} file. Name one that ends in {endings[0]}")
    try:
        path.parent.stat()
    except OSError as error:
        raise _unwritable(path, error) from error


def _unwritable(path: Path, error: OSError) -> StoreError:
    return StoreError(f"{path}: this file cannot be written ({error.strerror}). Name another with -o.")


@contextlib.contextmanager
def writing(output: str | None) -> Iterator[BinaryIO]:
    """Standard output, or a file that takes the place of `output`, and its mode, once all is written.

    A link is followed, but not another user's in a folder that all may write to; what is no regular file, such as a
    device, is written to, and a pipe if somebody reads it. Raises StoreError.
    """
    if output is None:
        yield sys.stdout.buffer
        return
    path = Path(output)
    try:
        file = followed(path)
        mode = file.stat().st_mode if file.exists() else None
        if mode is not None and not stat.S_ISREG(mode):
            with _opened(file, mode) as out:
                yield out
            return
        if mode is not None and not os.access(file, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        with replacing(file, mode) as out:
            yield out
    except OSError as error:
        raise _unwritable(path, error) from error


def _opened(file: Path, mode: int) -> BinaryIO:
    """What is no regular file, opened to be written to. Raises OSError, also for a pipe that nobody begins to read."""
    until = time.monotonic() + _READER
    while True:
        try:
            out = os.fdopen(os.open(file, os.O_WRONLY | getattr(os, "O_NONBLOCK", 0)), "wb")
        except OSError as error:
            if not (stat.S_ISFIFO(mode) and error.errno == errno.ENXIO):
                raise
            if time.monotonic() > until:
                raise OSError(errno.ENXIO, "nobody reads this pipe") from error
            time.sleep(_READER / 100)
        else:
            os.set_blocking(out.fileno(), True)
            return out


def followed(path: Path) -> Path:
    """The path of the file that is written under a name: a link is followed.

    Raises PermissionError for another user's link in a folder that all may write to.
    """
    if _anothers_link(path):
        raise PermissionError(errno.EPERM, "it is another user's link in a folder that all may write to")
    return whole_path(path)


def _anothers_link(path: Path) -> bool:
    """Whether a link was laid by another user in a folder such as /tmp: the system would not follow it either."""
    if not path.is_symlink() or not hasattr(os, "geteuid"):
        return False
    folder = path.parent.stat()
    shared = folder.st_mode & stat.S_ISVTX and folder.st_mode & stat.S_IWOTH
    return bool(shared) and path.lstat().st_uid not in (os.geteuid(), folder.st_uid)
