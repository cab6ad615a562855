"""The command that draws: show."""

from __future__ import annotations

import click

from .base import open_graph, tell
from .completers import complete_any


@click.command(
    epilog="Examples: majlis show --svg council Baghdad -o baghdad.svg · majlis show --svg map 'State of Law' · "
    "majlis show --svg multiples"
)
@click.argument("name", nargs=-1, shell_complete=complete_any)
@click.option(
    "--svg",
    "picture",
    type=click.Choice(["map", "council", "multiples"]),
    required=True,
    help="A picture to put elsewhere: a map of NAME, or of the largest lists; the council NAME; the largest lists.",
)
@click.option("-o", "--output", metavar="FILE", help="The file to write; standard output without.")
@click.option("--election", metavar="ID", help="The election asked about; the latest one by default.")
@click.option("--graph", metavar="ADDRESS", envvar="MAJLIS_GRAPH", help="A graph file, or a Neo4j (neo4j://, bolt://).")
@click.option(
    "--data", metavar="DIR", envvar="MAJLIS_DATA", help="A data folder: of the graph without --graph, and of the map."
)
def show(
    name: tuple[str, ...],
    picture: str,
    output: str | None,
    election: str | None,
    graph: str | None,
    data: str | None,
) -> None:
    """Draw NAME, or everything."""
    from majlis.show.files import picture_of, write_file

    with open_graph(graph, data) as opened:
        text, notes = picture_of(opened.graph, picture, " ".join(name), election, data)
    write_file(text, output)
    for note in notes:
        tell(note)
