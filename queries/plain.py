"""Answers as plain data: dictionaries, lists, texts and numbers, as JSON holds them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass, field, fields, is_dataclass
from enum import Enum
from fractions import Fraction
from typing import Any, ClassVar


@dataclass(frozen=True, slots=True)
class Note:
    """What an answer says of itself beside its figures: a code, and the values that its words take."""

    code: str
    values: Mapping[str, object] = field(default_factory=dict)


class Plain:
    """A dataclass with a plain form: `FIELDS` names what it holds, fields or properties, in order; else all fields."""

    __slots__ = ()
    FIELDS: ClassVar[tuple[str, ...]] = ()

    def to_dict(self) -> dict[str, Any]:
        """For JSON: the same as `--format json` prints."""
        found: dict[str, Any] = plain(self)
        return found


_words: list[Callable[[Note], str]] = []


def note_words(words: Callable[[Note], str]) -> None:
    """Let these words say notes; the package that has the wording says so when it is imported."""
    _words[:] = [words]


def plain(value: Any) -> Any:
    """A value as JSON holds it; notes become sentences, with their codes beside them in `note_codes`."""
    if isinstance(value, Note):
        return _words[0](value)
    if is_dataclass(value) and not isinstance(value, type):
        names = getattr(value, "FIELDS", ()) or [item.name for item in fields(value)]
        found = {name: plain(getattr(value, name)) for name in names}
        if "notes" in found:
            found["note_codes"] = [note.code for note in getattr(value, "notes", ())]
        return found
    if isinstance(value, Fraction):
        return float(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, Set):
        return sorted(plain(item) for item in value)
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    return value
