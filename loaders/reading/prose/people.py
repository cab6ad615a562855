"""Who leads a list, holds an office, belongs to a list, stayed away, was barred or won a seat."""

from __future__ import annotations

from collections.abc import Iterator

from ..found import Found
from .context import Context


def read_people(context: Context) -> Iterator[Found]:
    """The claims on people of a sentence."""
    yield from ()
