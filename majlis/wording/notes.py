"""The notes of answers in words."""

from __future__ import annotations

from collections.abc import Callable

from queries.disputed import Span, span
from queries.plain import Named, Note

from .messages import USUAL, messages, say


def note(language: str, item: Note, named: Callable[[str, str], str] = lambda _, name: name) -> str:
    """A note in words; `named` gives the name of an id in that language, where it has one, else this one."""

    def words(value: object) -> object:
        match value:
            case Note():
                return note(language, value, named)
            case Named():
                return named(value.id, value.name)
            case Span():
                return span(value.seats, value.most, str, say(language, "or"), say(language, "to"))
            case tuple():
                return say(language, "comma").join(str(words(part)) for part in value)
            case _:
                return value

    return messages()[f"note.{item.code}"][language].format(**{key: words(part) for key, part in item.values.items()})


def usual(item: Note) -> str:
    """A note in the usual language, as JSON has it."""
    return note(USUAL, item)
