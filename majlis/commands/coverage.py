"""The command that tells what the data hold and what they lack."""

from __future__ import annotations

from typing import Any

import click

from graph.errors import CheckError, UsageError

from .base import Rows, asks, open_graph, write_answer


@click.command(
    epilog="Examples: majlis coverage · majlis coverage --by matrix --format csv · "
    "majlis coverage --source 'Final results' · majlis coverage --fail-under 95"
)
@click.option(
    "--by",
    type=click.Choice(["province", "kind", "matrix", "source", "fact"]),
    default="province",
    show_default=True,
    help="What a row of the table is: a province, a kind of fact, a province by kinds, a source, a fact.",
)
@click.option("--source", metavar="ID|TITLE", help="What this one source has and lacks, against all.")
@click.option(
    "--fail-under",
    type=click.FloatRange(0, 100),
    metavar="PERCENT",
    help="Exit 3 where fewer of the seats are accounted for (with --source: by that source).",
)
@asks
def coverage(
    by: str,
    source: str | None,
    fail_under: float | None,
    shape: str,
    election: str | None,
    graph: str | None,
    data: str | None,
) -> None:
    """What is missing, single-sourced, unresolved, contradicted, and not covered at all."""
    from ..terminal.coverage import coverage_text, source_text
    from ..wording.forms import ENGLISH
    from ..wording.tables import SOURCE_TABLES, TABLES

    tables: Any = TABLES if source is None else SOURCE_TABLES
    if by not in tables:
        raise UsageError(f"--by {by} does not tell of one source. Use one of: {', '.join(tables)}.")
    with open_graph(graph, data) as majlis:
        answer: Any = majlis.coverage(source, election=election)

        def text() -> str:
            return coverage_text(answer, by) if source is None else source_text(answer, by)

        def rows() -> Rows:
            found = tables[by](answer, ENGLISH)
            return [column.name for column in found.columns], found.values()

        write_answer(shape, answer.to_dict, text, rows)
    short = answer.short_of(fail_under) if fail_under is not None else ()
    if short:
        raise CheckError(short)
