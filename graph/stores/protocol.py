"""The Store protocol: write batches, run a parametrised query, close; and the types of query texts.

A store runs a `Query`, whose text is ours: of a `.cypher` file of the catalogue (`queries/texts.py`), or made from the
tables of the schema. A user's text is a `UserQuery`, which only `graph/gate` makes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

if TYPE_CHECKING:
    from ..gate import UserQuery
    from .batch import Batch

Row = Mapping[str, Any]


class Query(NamedTuple):
    """A Cypher text of ours, by name."""

    name: str
    text: str


class Table(NamedTuple):
    """The rows of a user's text: values that JSON can hold. `cut`: there were more."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    cut: bool


class Store(Protocol):
    """A graph that can be asked; `engine` names and versions what answers."""

    @property
    def engine(self) -> str:
        """The engine's name and version, for notes and cache names."""
        ...

    @property
    def file(self) -> Path | None:
        """The file that holds this very graph; None where it is in no file, or on a server."""
        ...

    def run(self, query: Query, parameters: Mapping[str, object]) -> list[Row]:
        """The rows of a read-only query, in its order. Raises StoreError."""
        ...

    def run_user(self, query: UserQuery, parameters: Mapping[str, object], *, seconds: float, rows: int) -> Table:
        """Run a user's text read-only, for at most `seconds`, and keep at most `rows` rows.

        Raises QueryError, LimitError (graph/gate) or StoreError.
        """
        ...

    def write(self, batches: Iterable[Batch]) -> None:
        """Replace the graph by these batches. Raises StoreError."""
        ...

    def close(self) -> None:
        """Close the store."""
        ...
