"""Where a command writes what is more than an answer: standard output, or a file that is whole or not there."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from graph.errors import StoreError, UsageError


def check_ending(output: str | None, *endings: str) -> None:
    """Raises UsageError for a file that ends as if it were of another kind; without an ending it may be of any."""
    ending = Path(output or "").suffix.lower()
    if ending and ending not in endings:
        raise UsageError(f"{output}: what is written here is no {ending} file. Name one that ends in {endings[0]}")


@contextlib.contextmanager
def writing(output: str | None) -> Iterator[BinaryIO]:
    """Standard output, or a file beside `output` that takes its place, and its mode, once all is written.

    A link is followed; what is no regular file, such as a device, is written to. Raises StoreError.
    """
    if output is None:
        yield sys.stdout.buffer
        return
    path = Path(output)
    file = path.resolve()
    beside = file.with_name(f".{file.name}.{os.getpid()}.tmp")
    try:
        mode = file.stat().st_mode if file.exists() else None
        if mode is not None and not stat.S_ISREG(mode):
            with file.open("wb") as out:
                yield out
            return
        if mode is not None and not os.access(file, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        with beside.open("wb") as out:
            yield out
        if mode is not None:
            beside.chmod(stat.S_IMODE(mode))
        beside.replace(file)
    except OSError as error:
        raise StoreError(f"{path}: this file cannot be written ({error.strerror}). Name another with -o.") from error
    finally:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
