"""The command that lists the prepared queries and runs one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from graph.errors import UsageError
from queries.plain import plain

from .base import asks, dated, open_graph, write_answer

if TYPE_CHECKING:
    from ..data import Given


@click.command(
    epilog="Examples: majlis query · majlis query totals_by_list --limit 5 · majlis query reach -p figure=Maliki · "
    "majlis query reach --show"
)
@click.argument("name", required=False)
@click.option(
    "--parameter", "-p", "given", multiple=True, metavar="KEY=VALUE",
    help="What the query is asked about; names are read as in other questions. Where it takes several, say -p again.",
)  # fmt: skip
@click.option("--limit", "most", type=click.IntRange(min=1), help="Rows that are kept; all by default.")
@click.option("--show", is_flag=True, help="Print what the query takes and gives, and its text; run nothing.")
@dated
@asks
def query(
    name: str | None,
    given: tuple[str, ...],
    most: int | None,
    show: bool,
    as_of: str | None,
    shape: str,
    election: str | None,
    graph: str | None,
    data: Given,
) -> None:
    """List the prepared queries, or run the one named NAME."""
    from queries.prepared import check, find, run

    from ..terminal.query import answer_text

    options = {"election": election, "as_of": as_of}
    parameters = _parameters((*given, *(f"{key}={value}" for key, value in options.items() if value is not None)))
    if name is None:
        if parameters or most or show:
            raise UsageError("name the query: majlis query NAME. All of them: majlis query")
        _list(shape)
        return
    found = find(name)
    if show:
        from queries.catalogue import source

        click.echo(source(found.name))
        return
    check(found, parameters)  # a wrong call needs no graph
    with open_graph(graph, data) as majlis:
        answer = run(majlis.graph, found.name, parameters, limit=most)

    columns = [column.name for column in answer.columns]
    cells: list[Sequence[object]] = [
        ["; ".join(map(str, value)) if isinstance(value, list) else value for value in row] for row in answer.rows
    ]
    write_answer(shape, answer.to_dict, lambda: answer_text(answer), lambda: (columns, cells))


def _list(shape: str) -> None:
    from queries.catalogue import catalogue

    from ..terminal.query import catalogue_text
    from ..terminal.text import room

    found = catalogue()
    rows: list[Sequence[object]] = [
        (item.group, item.name, item.question, "; ".join(parameter.name for parameter in item.parameters))
        for item in found
    ]
    columns = ("group", "name", "question", "parameters")
    with room():
        write_answer(shape, lambda: plain(found), lambda: catalogue_text(found), lambda: (columns, rows))


def _parameters(given: tuple[str, ...]) -> dict[str, str | list[str]]:
    """Parameters by name, those given again as lists. Raises UsageError for one that is not KEY=VALUE."""
    found: dict[str, list[str]] = {}
    for text in given:
        key, equals, value = text.partition("=")
        if not equals or not key.strip():
            raise UsageError(f"-p {text}: a parameter is written key=value.")
        found.setdefault(key.strip(), []).append(value)
    return {key: values[0] if len(values) == 1 else values for key, values in found.items()}
