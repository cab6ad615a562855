"""Notes: the words in brackets behind a name."""

from __future__ import annotations

from typing import NamedTuple

from ..figures import Figure


class Note(NamedTuple):
    """Words in brackets behind a name: letters `start` to `end`, without the brackets; and the figures in them."""

    text: str
    start: int
    end: int
    figures: tuple[Figure, ...] = ()
