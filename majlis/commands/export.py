"""The command that writes the graph for other tools: export."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graph.errors import StoreError, UsageError
from graph.stores.protocol import Store

from ..output import check_output, writing
from .base import data_options, graph_option, open_graph, tell

if TYPE_CHECKING:
    from ..data import Given

# The endings of a file of each format; a folder has none.
_ENDINGS = {
    "graphml": (".graphml", ".xml"),
    "gexf": (".gexf", ".xml"),
    "csv": (".csv",),
    "json": (".json",),
    "popolo": (".json",),
    "neo4j-csv": (),
}


@click.command(
    epilog="Examples: majlis export graphml -o majlis.graphml · majlis export json -o majlis.json · "
    "majlis export csv -o seats.csv · majlis export popolo -o popolo.json · majlis export neo4j-csv -o for-neo4j"
)
@click.argument("shape", type=click.Choice(list(_ENDINGS)), metavar="FORMAT")
@click.option("--all", "everything", is_flag=True, help="graphml and gexf: facts, statements and sources too.")
@click.option("-o", "--output", metavar="PATH", help="A file, or for neo4j-csv a new folder; standard output without.")
@graph_option
@data_options()
def export(shape: str, everything: bool, output: str | None, graph: str | None, data: Given) -> None:
    """Write the graph for other tools; FORMAT is graphml, gexf, csv, json, popolo or neo4j-csv.

    GraphML and GEXF open in Gephi and networkx: names and ties, with --all the whole graph. csv is one flat table of
    all seats. JSON holds every statement as it is. popolo is JSON of persons,
    organizations, posts, memberships, areas and events. neo4j-csv is a folder for neo4j-admin database import,
    with the command that reads it.
    """
    from ..exports.document import document, write_json
    from ..exports.objects import write_gexf, write_graphml
    from ..exports.popolo import popolo
    from ..exports.seats import write_seats

    if everything and shape not in ("graphml", "gexf"):
        raise UsageError(f"--all is of graphml and gexf: {shape} has everything that it can hold.")
    if _ENDINGS[shape]:
        check_output(output, *_ENDINGS[shape])
    with open_graph(graph, data) as opened:
        store = opened.graph.store
        if shape == "neo4j-csv":
            _neo4j_csv(store, output)
            return
        with writing(output) as out:
            if shape in ("graphml", "gexf"):
                (write_graphml if shape == "graphml" else write_gexf)(store, out, everything=everything)
                return
            text = io.TextIOWrapper(out, encoding="utf-8", newline="\n", write_through=True)
            if shape == "csv":
                write_seats(opened.graph, text)
            else:
                write_json((document if shape == "json" else popolo)(store), text)
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
