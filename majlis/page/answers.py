"""What the page asks of a graph about its elections, and the names that the answers are said with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.errors import UsageError
from graph.kinds import HOLDERS
from graph.stores.protocol import Row
from queries.power.council import AllCouncils, CouncilInfluence
from queries.totals import totals_of
from queries.view import GraphView
from queries.view.elections import Election
from queries.where import where_each
from queries.where.answer import Where
from queries.who.answer import Who

from ..network.view import power_of
from ..pictures.councils import councils
from ..wording.forms import Language
from ..wording.messages import USUAL

NODE_LIMIT = 2_000
EDGE_LIMIT = 10_000


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


@dataclass(frozen=True, slots=True)
class Answers:
    """What the page asks about one election, once for all languages that it is said in."""

    names: Names
    at: Election
    ties: Sequence[Row]
    claims: Sequence[Row]
    held: Mapping[str, int]
    councils: Sequence[Who]
    power: AllCouncils | CouncilInfluence
    holders: Sequence[Where]  # as `Names.holders`


def answers_of(graph: GraphView, elections: Sequence[Election]) -> tuple[Answers, ...]:
    """The answers about these elections. Raises UsageError for a graph that is too large to be drawn, StoreError."""
    names = Names.of(graph)
    ties = [graph.run("all_ties", election=at.id) for at in elections]
    for rows in ties:
        if len(names.rows) > NODE_LIMIT or len(rows) > EDGE_LIMIT:
            raise UsageError(
                f"this graph has {len(names.rows):,} names and {len(rows):,} ties, and the page draws at most "
                f"{NODE_LIMIT:,} and {EDGE_LIMIT:,}. Ask a narrower question (majlis where NAME, majlis who PROVINCE), "
                "or write the graph for a larger tool: majlis export graphml."
            )
    claims = graph.run("claims_about", ids=sorted(names.rows))
    each = list(zip(*where_each(graph, names.holders, elections), strict=True)) or [()] * len(elections)
    return tuple(
        Answers(
            names,
            at,
            rows,
            claims,
            {id: total.seats for id, total in totals_of(graph, at).items()},
            councils(graph, at.id),
            power_of(graph, at),
            holders,
        )
        for at, rows, holders in zip(elections, ties, each, strict=True)
    )
