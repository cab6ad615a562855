"""What was read with where it stands, how sure it is and how it was read: what a person needs to judge it."""

from __future__ import annotations

from typing import NamedTuple

from graph.model import Item

from .found import Certainty, Mechanism, Origin, Span


class Marked(NamedTuple):
    """An item of a document: `span` are the letters of its line. Of a statement also how it was read.

    `reason` says why a statement is only proposed; such a statement counts after a person accepted it. `nth` is its
    line's place among those of the document, from 0, which tells lines apart that stand in one line of the file.
    `value` is the number of a figure that became no statement.
    """

    item: Item
    span: Span
    certainty: Certainty = Certainty.STATED
    mechanism: Mechanism | None = None
    place_from: Origin | None = None
    reason: str = ""
    nth: int | None = None
    value: int | float | None = None
