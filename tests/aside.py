"""Runs what needs an event loop of its own in a thread, as the loop of an open browser holds the main one."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")


def aside(run: Callable[..., T], *arguments: object) -> T:
    """What a function gives in a thread of its own; what it raises is raised here."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(run, *arguments).result()
