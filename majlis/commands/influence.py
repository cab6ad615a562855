"""The command that asks for power: in a council, of a name over all councils, or in all councils."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from .base import Rows, asks, open_graph, write_answer
from .completers import complete_any

if TYPE_CHECKING:
    from queries.betweenness import Betweenness
    from queries.council_power import AllCouncils, CouncilInfluence
    from queries.influence import HolderInfluence


@click.command(
    epilog="Examples: majlis influence · majlis influence Kirkuk · majlis influence Maliki --format json",
)
@click.argument("name", nargs=-1, metavar="[PROVINCE|NAME]", shell_complete=complete_any)
@click.option(
    "--limit",
    type=click.IntRange(min=0),
    help="How many minimal winning coalitions of a council are listed (10 by default); all are counted.",
)
@click.option("--betweenness", is_flag=True, help="Figures by how often they lie on chains between two others.")
@asks
def influence(
    name: tuple[str, ...],
    limit: int | None,
    betweenness: bool,
    shape: str,
    election: str | None,
    graph: str | None,
    data: str | None,
) -> None:
    """Power in the council of PROVINCE, or of NAME over all councils; all councils without one.

    Arithmetic, not influence: it assumes that a list votes as one and that all coalitions are equally likely.
    """
    from queries.council_power import LISTED, AllCouncils, CouncilInfluence
    from queries.influence import influence as ask

    if betweenness and name:
        raise click.UsageError("--betweenness is of all figures: give no name with it")
    with open_graph(graph, data) as majlis:
        if betweenness:
            from queries.betweenness import betweenness as between

            _write_betweenness(shape, between(majlis.graph, election))
            return
        answer = ask(majlis.graph, " ".join(name) or None, election, LISTED if limit is None else limit)
        match answer:
            case AllCouncils():
                _write_table(shape, answer)
            case CouncilInfluence():
                _write_council(shape, answer)
            case _:
                _write_holder(shape, answer)


def _write_table(shape: str, answer: AllCouncils) -> None:
    def text() -> str:
        from ..terminal.influence import table_text

        return table_text(answer)

    def rows() -> Rows:
        columns = (
            "province", "name", "council_size", "accounted", "majority", "lists", "effective_number", "majority_alone",
            "pairs_with_majority", "minimal_winning_coalitions", "minimal_winning_coalitions_one_list",
        )  # fmt: skip
        return columns, [
            (
                line.id,
                line.name,
                line.council_size,
                line.accounted,
                line.majority,
                line.lists,
                None if line.effective_number is None else float(line.effective_number),
                line.alone.id if line.alone else None,
                line.pairs,
                line.minimal(),
                line.minimal("one_list"),
            )
            for line in answer.councils
        ]

    write_answer(shape, answer.to_dict, text, rows)


def _write_council(shape: str, answer: CouncilInfluence) -> None:
    def text() -> str:
        from ..terminal.influence import council_text

        return council_text(answer)

    def rows() -> Rows:
        measures = ("banzhaf", "shapley_shubik", "in_minimal_winning", "majority_alone")
        found = answer.to_dict()
        second = found["scenarios"].get("one_list", {"lists": [{}] * len(found["lists"])})["lists"]
        return ("list", "name", "seats", "share", *measures, *(f"{name}_one_list" for name in measures)), [
            (
                *(row[name] for name in ("id", "name", "seats", "share", *measures)),
                *(other.get(name) for name in measures),
            )
            for row, other in zip(found["lists"], second, strict=True)
        ]

    write_answer(shape, answer.to_dict, text, rows)


def _write_holder(shape: str, answer: HolderInfluence) -> None:
    def text() -> str:
        from ..terminal.influence import holder_text

        return holder_text(answer)

    def rows() -> Rows:
        columns = ("id", "name", "seats", "council_size", "majority", "banzhaf", "shapley_shubik", "majority_alone")
        found = answer.to_dict()["councils"]
        return (*columns, "lists"), [
            (
                *(row[name] for name in columns),
                "; ".join(f"{held['id']} {held['relation']} {held['seats']}" for held in row["lists"]),
            )
            for row in found
        ]

    write_answer(shape, answer.to_dict, text, rows)


def _write_betweenness(shape: str, answer: Betweenness) -> None:
    def text() -> str:
        from ..terminal.influence import betweenness_text

        return betweenness_text(answer)

    def rows() -> Rows:
        return ("id", "name", "betweenness"), [(row.id, row.name, row.betweenness) for row in answer.figures]

    write_answer(shape, answer.to_dict, text, rows)
