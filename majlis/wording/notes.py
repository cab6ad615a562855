"""The notes of answers in words."""

from __future__ import annotations

from graph.dates import is_date
from queries.disputed import Span
from queries.plain import Named, Note

from .forms import ENGLISH, Language
from .messages import USUAL


def note_text(item: Note, language: Language = ENGLISH) -> str:
    """A note in words; a code with a dot is a key of other words."""
    key = item.code if "." in item.code else f"note.{item.code}"
    return language.say(key, **{name: _words(value, language) for name, value in item.values.items()})


def _words(value: object, language: Language) -> object:
    match value:
        case Note():
            return note_text(value, language)
        case Named():
            return language.names(value.id, value.name)
        case Span():
            return language.number(value.seats, value.most)
        case tuple():
            return language.listed(str(_words(part, language)) for part in value)
        case str() if language.code != USUAL and is_date(value):
            return language.day(value)  # with hyphens it would run backwards among Arabic letters
        case _:
            return value
