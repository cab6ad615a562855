"""The notes of answers and the reasons of decisions in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from graph.dates import is_date
from queries.disputed import Span
from queries.plain import Named, Note

from .forms import ENGLISH, Language
from .locators import locator_words

if TYPE_CHECKING:
    from graph.model import Reason


def note_text(item: Note, language: Language = ENGLISH) -> str:
    """A note in words; a code with a dot is a key of other words."""
    key = item.code if "." in item.code else f"note.{item.code}"
    return language.say(key, **{name: _words(value, language, name) for name, value in item.values.items()})


def _words(value: object, language: Language, name: str = "") -> object:
    if isinstance(value, str) and name in _OF_SOURCES:
        return _OF_SOURCES[name](value, language)
    match value:
        case Note():
            return note_text(value, language)
        case Named():
            return language.name(value.id, value.name)
        case Span():
            return value
        case tuple():
            return language.listed(str(_words(part, language)) for part in value)
        case str() if is_date(value):
            return language.day(value)
        case _:
            return value


# What a value is by its name: words of sources.
_OF_SOURCES: Mapping[str, Callable[[str, Language], str]] = {
    "locator": locator_words,
    "text": lambda text, language: language.isolate(text),
    "whom": lambda text, language: language.component(text),
}


@lru_cache(1024)
def reason(language: str, item: Reason) -> str:
    """A reason in words: `{v0}`, `{v1}` are its values, `{all}` and `{listed}` all of them joined."""
    said = Language(language)
    told = [said.day(value) if is_date(value) else value for value in item.values]
    values = {f"v{at}": int(value) if value.isdecimal() else value for at, value in enumerate(told)}
    return said.say(f"reason.{item.code}", **values, all=said.listed(told, "and"), listed=said.listed(told, "listed"))
