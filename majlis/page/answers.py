"""What the page asks of a graph about its elections."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.errors import UsageError
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
from .names import Names

NODE_LIMIT = 2_000
EDGE_LIMIT = 10_000


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
