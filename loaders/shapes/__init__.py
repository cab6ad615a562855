"""The shapes of documents: a row for each, with how it is told and how it is read.

A new shape is a file here and its row in `SHAPES`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from graph.model import Item

from ..assembler import Assembler
from ..documents import Document
from .general import looks_general, read_general
from .prose import read_prose
from .seat_list import looks_like_seat_list, read_seat_list


@dataclass(frozen=True, slots=True)
class Shape:
    """A row of the table: how the shape is told from the first lines of a document, and how it is read.

    `relays` says that what cites an authority is its own numbers, passed on.
    """

    name: str
    looks_like: Callable[[Iterable[str]], bool]
    read: Callable[[Document, Assembler], Iterator[Item]]
    relays: bool = False


# The first that a document looks like is its shape; the last takes any.
SHAPES: Mapping[str, Shape] = {
    shape.name: shape
    for shape in (
        Shape("seat_list", looks_like_seat_list, read_seat_list, relays=True),
        Shape("general", looks_general, read_general, relays=True),
        Shape("prose", lambda lines: True, read_prose),
    )
}
