"""Where a command writes what is more than an answer: standard output, or a file that is whole or not there."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from graph.errors import StoreError


@contextlib.contextmanager
def writing(output: str | None) -> Iterator[BinaryIO]:
    """Standard output, or a file beside `output` that takes its place once all is written. Raises StoreError."""
    if output is None:
        yield sys.stdout.buffer
        return
    path = Path(output)
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with beside.open("wb") as out:
            yield out
        beside.replace(path)
    except OSError as error:
        raise StoreError(f"{path}: this file cannot be written ({error.strerror}). Name another with -o.") from error
    finally:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
