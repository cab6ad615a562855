"""Answers as plain data: dictionaries, lists, texts and numbers, as JSON holds them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, overload

from graph.errors import UsageError

if TYPE_CHECKING:
    import pandas


class Note(NamedTuple):
    """Something that is said in words, such as what an answer says of itself: a code, and the values it takes.

    A value is a text, a number, a `Named`, a `Span`, a further note, or a tuple of these.
    """

    code: str
    values: Mapping[str, object] = {}


def once(notes: Iterable[Note]) -> list[Note]:
    """Notes of several answers, each once."""
    found: list[Note] = []
    for note in notes:
        if note not in found:
            found.append(note)
    return found


class Named(NamedTuple):
    """An entity by its id and its name."""

    id: str
    name: str


class Plain:
    """A dataclass with a plain form: `FIELDS` names what it holds, in order; without it all fields.

    A name is that of a field or property, of one of a part ("council.name", which stands as "name"), or of one that
    stands under another ("fact=id"). What `OPTIONAL` names is left out while it is None. A whole answer also has
    `ROWS`, the part that is its rows, and `LINE`, what it says of itself ({0}) and their number in one line.

    A class with `eq=False, repr=False` compares and shows itself as below, like every dataclass: to make these methods
    anew for each class of an answer takes a fortieth of a short command.
    """

    __slots__ = ()
    FIELDS: ClassVar[tuple[str, ...]] = ()
    OPTIONAL: ClassVar[tuple[str, ...]] = ()
    ROWS: ClassVar[str] = ""
    LINE: ClassVar[str] = ""

    def __repr__(self) -> str:
        name = type(self).__name__
        if self.LINE:
            return f"<{name} {self.LINE.format(self, rows=len(self.to_dict()[self.ROWS]))}>"
        return f"{name}({', '.join(f'{field}={value!r}' for field, value in _parts(self))})"

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and _parts(self) == _parts(other)

    def __hash__(self) -> int:
        return hash(tuple(_parts(self)))

    def _repr_html_(self) -> str | None:
        """As a notebook shows it: a whole answer as a table; a part of one as its line."""
        return _tables[0](self) if self.ROWS and _tables else None

    def to_dict(self) -> dict[str, Any]:
        """For JSON: the same as `--format json` prints."""
        found: dict[str, Any] = plain(self)
        return found

    def to_pandas(self) -> pandas.DataFrame:
        """The rows of an answer (`ROWS`) as a frame, with the columns of their plain form.

        Raises UsageError without pandas.
        """
        found = self.to_dict()
        return frame(found[self.ROWS], found.get("columns"))


def _parts(value: Any) -> list[tuple[str, object]]:
    """The fields of a dataclass with their values."""
    return [(field.name, getattr(value, field.name)) for field in fields(value)]


def basis(answer: Any) -> Any:
    """The answer that has the subject and the sources: this one, or that from which it was computed."""
    return getattr(answer, "basis", answer)


class Table(Plain):
    """An answer of `columns` and `rows`, which is used as a frame and needs no library for it.

    To go through it gives each row as a mapping, of which pandas and polars make frames; `table["seats"]` is a column,
    `table[0]` a row, `table[:3]` the first three, `len(table)` how many there are. An empty one is still an answer.
    """

    __slots__ = ()
    ROWS = "rows"

    def __len__(self) -> int:
        return len(self.to_dict()[self.ROWS])

    def __bool__(self) -> bool:
        return True

    @overload
    def __getitem__(self, at: int) -> dict[str, Any]: ...

    @overload
    def __getitem__(self, at: slice | str) -> list[Any]: ...

    def __getitem__(self, at: int | slice | str) -> Any:
        """The row at a place, some rows, or the values of a column. Raises KeyError, IndexError."""
        if not isinstance(at, str):
            return list(self)[at]
        found = self.to_dict()
        if at not in found["columns"]:
            raise KeyError(f"{at}: the columns are {', '.join(found['columns'])}")
        place = found["columns"].index(at)
        return [row[place] for row in found[self.ROWS]]

    def __iter__(self) -> Iterator[dict[str, Any]]:
        found = self.to_dict()
        return (dict(zip(found["columns"], row, strict=True)) for row in found["rows"])


def frame(rows: Sequence[Any], columns: list[str] | None = None) -> pandas.DataFrame:
    """Rows, as mappings or under the names of columns, as a frame. Raises UsageError without pandas."""
    try:
        import pandas  # noqa: PLC0415 - heavy, and few answers become a frame
    except ImportError as error:
        raise UsageError("this needs pandas. Install it: pip install 'majlis-graph[bulk]'") from error
    return pandas.DataFrame(rows, columns=columns)


_words: list[Callable[[Note], str]] = []
_tables: list[Callable[[Any], str]] = []
_AS_THEY_ARE = frozenset({str, int, float, bool, type(None)})


def said_by(words: Callable[[Note], str], tables: Callable[[Any], str]) -> None:
    """Let these say notes and show answers; the package that has the wording says so when it is imported."""
    _words[:], _tables[:] = [words], [tables]


def plain(value: Any) -> Any:
    """A value as JSON holds it; notes become sentences, with their codes beside them in `note_codes`."""
    return _form(value.__class__)(value)


@cache
def _form(kind: Any) -> Callable[[Any], Any]:
    """What makes the plain form of a value of this class."""
    if kind in _AS_THEY_ARE:
        return _same
    if issubclass(kind, Enum):
        return attrgetter("value")
    if issubclass(kind, Note):
        return _said
    if issubclass(kind, tuple) and hasattr(kind, "_asdict"):
        return lambda value: plain(value._asdict())
    if is_dataclass(kind):
        return _fields
    if issubclass(kind, Mapping):
        return lambda value: {str(key): plain(item) for key, item in value.items()}
    if issubclass(kind, Set):
        return lambda value: sorted(plain(item) for item in value)
    if issubclass(kind, (list, tuple)):
        return lambda value: [plain(item) for item in value]
    from fractions import Fraction  # noqa: PLC0415 - few answers have one, and all would wait for its import

    return float if issubclass(kind, Fraction) else _same


def _same(value: Any) -> Any:
    return value


def _said(note: Note) -> str:
    return _words[0](note)


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
