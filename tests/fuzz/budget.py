"""How much is tried: a little in every run, the same each time; by `make fuzz` MAJLIS_FUZZ times as much, by chance."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager

from hypothesis import HealthCheck, settings

TIMES = int(os.environ.get("MAJLIS_FUZZ") or 1)
LONGEST = 10.0  # seconds of the processor that one input may take


def tries(examples: int) -> settings:
    """The settings of a test that tries so many inputs in every run."""
    return settings(
        max_examples=examples * TIMES,
        deadline=None,
        database=None,
        derandomize=TIMES == 1,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture, HealthCheck.data_too_large],
    )


@contextmanager
def in_time() -> Iterator[None]:
    """What is done within takes no longer than an input may."""
    start = time.process_time()
    yield
    assert time.process_time() - start < LONGEST
