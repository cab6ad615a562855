"""The names of a graph as pages say them: in each language, and short."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graph.kinds import HOLDERS
from graph.stores.protocol import Row
from queries.view import GraphView

from ..wording.forms import Language
from ..wording.messages import USUAL


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a graph: `rows` and `places` by id, and the short `labels`."""

    rows: Mapping[str, Row]
    places: Mapping[str, Row]
    labels: Mapping[str, str]

    @classmethod
    def of(cls, graph: GraphView) -> Names:
        """The names of a graph. Raises StoreError."""
        rows = {row["id"]: row for row in graph.run("names")}
        return cls(rows, {row["id"]: row for row in graph.run("places")}, graph.short_names)

    @property
    def holders(self) -> list[str]:
        """The ids of figures, parties, alliances and blocs."""
        return [id for id, row in self.rows.items() if row["kind"] in HOLDERS]

    def language(self, code: str, *, short: bool = False) -> Language:
        """A language with the names of the graph in it, in the usual one the `short` ones if these are wanted."""
        if code == USUAL:
            return Language(code, self.labels.get) if short else Language(code)
        return Language(code, lambda entity, name: self.local(entity, code) or name)

    def local(self, id: str, code: str) -> str | None:
        """A name in a language of the country; None where none is recorded."""
        row = self.places.get(id)
        return row["name_local"] if row and (row["lang"] or "").partition("-")[0] == code else None
