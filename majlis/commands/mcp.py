"""The command that serves assistants."""

from __future__ import annotations

import click

from graph.errors import UsageError

from ..data import Given
from .base import data_options, graph_option, open_graph


@click.command(epilog="Examples: majlis mcp · majlis mcp --graph council.kgl · majlis mcp --data my-country")
@graph_option
@data_options()
def mcp(graph: str | None, data: Given) -> None:
    """Answer an assistant on standard input and output, by the Model Context Protocol; it only reads.

    The questions of the register are its tools; schema, prepared queries and sources are its resources.
    """
    try:
        import anyio

        from ..assistant import serve
    except ModuleNotFoundError as error:
        raise UsageError(f"{error.name} is not installed: pip install 'majlis-graph[mcp]'.") from error
    with open_graph(graph, data) as majlis:
        anyio.run(serve, majlis)
