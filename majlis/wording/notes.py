"""The notes of answers in words."""

from __future__ import annotations

from queries.plain import Note

from .messages import USUAL, say


def note(language: str, item: Note) -> str:
    """A note in words."""
    return say(language, f"note.{item.code}", **item.values)


def usual(item: Note) -> str:
    """A note in the usual language, as JSON has it."""
    return note(USUAL, item)
