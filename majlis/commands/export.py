"""The command that writes the graph for other tools: export."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graph.errors import StoreError, UsageError
from graph.stores.protocol import Store

from ..output import check_ending, writing
from .base import data_options, open_graph, tell

if TYPE_CHECKING:
    from ..cache import Given


@click.command(
    epilog="Examples: majlis export graphml -o majlis.graphml · majlis export json -o majlis.json · "
    "majlis export popolo -o popolo.json · majlis export neo4j-csv -o for-neo4j"
)
@click.argument("shape", type=click.Choice(["graphml", "json", "popolo", "neo4j-csv"]), metavar="FORMAT")
@click.option("-o", "--output", metavar="PATH", help="A file, or for neo4j-csv a new folder; standard output without.")
@click.option("--graph", metavar="ADDRESS", envvar="MAJLIS_GRAPH", help="A graph file, or a Neo4j (neo4j://, bolt://).")
@data_options()
def export(shape: str, output: str | None, graph: str | None, data: Given) -> None:
    """Write the whole graph for other tools; FORMAT is graphml, json, popolo or neo4j-csv.

    GraphML opens in Gephi and networkx. JSON holds every statement as it is. popolo is JSON of persons,
    organizations, posts, memberships, areas and events. neo4j-csv is a folder for neo4j-admin database import,
    with the command that reads it.
    """
    from ..exports.document import write_json
    from ..exports.objects import write_graphml
    from ..exports.popolo import write_popolo

    if shape != "neo4j-csv":
        check_ending(output, *([".graphml", ".xml"] if shape == "graphml" else [".json"]))
    with open_graph(graph, data) as opened:
        store = opened._store
        if shape == "neo4j-csv":
            _neo4j_csv(store, output)
            return
        with writing(output) as out:
            if shape == "graphml":
                write_graphml(store, out)
                return
            text = io.TextIOWrapper(out, encoding="utf-8", newline="\n", write_through=True)
            (write_json if shape == "json" else write_popolo)(store, text)
            text.detach()


def _neo4j_csv(store: Store, output: str | None) -> None:
    from ..exports.neo4j_csv import README, command, write_neo4j_csv

    if output is None:
        raise UsageError("neo4j-csv is a folder of files: name it with -o.")
    try:
        arguments = write_neo4j_csv(store, Path(output))
    except OSError as error:
        raise StoreError(f"{output}: this folder cannot be written ({error.strerror}). Name another.") from error
    tell(f"wrote {output}. There, with the server stopped (see {README}):")
    click.echo(command(arguments))
