"""Python's search for circles of objects, which what makes many objects and no circle does without."""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Iterator


@contextlib.contextmanager
def without_collector() -> Iterator[None]:
    """Without Python's search for circles of objects: reading and building make none.

    What was made by then is taken for old: else it would all be looked through right behind.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            if not gc.get_freeze_count():  # what somebody has set aside stays so
                gc.freeze()
                gc.unfreeze()
            gc.enable()
