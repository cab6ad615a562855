"""Names for where there is little room, no two alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from graph.lexicon import short
from graph.stores.protocol import Row


class ShortNames(Mapping[str, str]):
    """By id the short name of an entity (`graph.lexicon.short`), whole where two would be called alike.

    They are made of the rows of `names.cypher` when one is first asked for: few answers show any.
    """

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows

    @cached_property
    def _names(self) -> dict[str, str]:
        short_of = {row["id"]: short(row["name"], row["aliases"] or ()) for row in self._rows}
        bearers = Counter(short_of.values())
        whole = {row["id"]: row["name"] for row in self._rows}
        return {id: text if bearers[text] == 1 else whole[id] for id, text in short_of.items()}

    def __getitem__(self, id: str) -> str:
        return self._names[id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._rows)
