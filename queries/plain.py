"""Answers as plain data: dictionaries, lists, texts and numbers, as JSON holds them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import Any, ClassVar, NamedTuple


class Note(NamedTuple):
    """Something that is said in words, such as what an answer says of itself: a code, and the values it takes.

    A value is a text, a number, a `Named`, a `Span`, a further note, or a tuple of these.
    """

    code: str
    values: Mapping[str, object] = {}


class Named(NamedTuple):
    """An entity by its id and its name."""

    id: str
    name: str


class Plain:
    """A dataclass with a plain form: `FIELDS` names what it holds, in order; without it all fields.

    A name is that of a field or property, of one of a part ("council.name", which stands as "name"), or of one that
    stands under another ("fact=id"). What `OPTIONAL` names is left out while it is None.
    """

    __slots__ = ()
    FIELDS: ClassVar[tuple[str, ...]] = ()
    OPTIONAL: ClassVar[tuple[str, ...]] = ()

    def to_dict(self) -> dict[str, Any]:
        """For JSON: the same as `--format json` prints."""
        found: dict[str, Any] = plain(self)
        return found


_words: list[Callable[[Note], str]] = []
_AS_THEY_ARE = frozenset({str, int, float, bool, type(None)})


def note_words(words: Callable[[Note], str]) -> None:
    """Let these words say notes; the package that has the wording says so when it is imported."""
    _words[:] = [words]


def plain(value: Any) -> Any:
    """A value as JSON holds it; notes become sentences, with their codes beside them in `note_codes`."""
    if type(value) in _AS_THEY_ARE:
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Note):
        return _words[0](value)
    if isinstance(value, Named):
        return value._asdict()
    if is_dataclass(value) and not isinstance(value, type):
        return _fields(value)
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, Set):
        return sorted(plain(item) for item in value)
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    from fractions import Fraction  # noqa: PLC0415 - few answers have one, and all would wait for its import

    return float(value) if isinstance(value, Fraction) else value


def _fields(value: Any) -> dict[str, Any]:
    found: dict[str, Any] = {}
    optional = getattr(value, "OPTIONAL", ())
    for name, get in _getters(value.__class__):
        item = plain(get(value))
        if item is not None or name not in optional:
            found[name] = item
    if "notes" in found:
        found["note_codes"] = [note.code for note in value.notes]
    return found


@cache
def _getters(kind: Any) -> Sequence[tuple[str, Callable[[Any], Any]]]:
    """The name of each part of a plain form, and how it comes from the value."""
    found = []
    for name in getattr(kind, "FIELDS", ()) or [item.name for item in fields(kind)]:
        other, _, path = name.partition("=")
        found.append((other if path else name.rpartition(".")[2], attrgetter(path or name)))
    return found
