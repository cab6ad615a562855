"""The command that writes the offline page: show."""

from __future__ import annotations

import os
from pathlib import Path

import click

from graph.errors import StoreError

from .base import open_graph, tell
from .completers import complete_holder


@click.command(epilog="Examples: majlis show · majlis show --about Maliki --open · majlis show -o seats.html")
@click.option("-o", "--output", metavar="FILE", default="majlis.html", show_default=True, help="The file to write.")
@click.option("--about", metavar="NAME", help="Open on the ties of NAME.", shell_complete=complete_holder)
@click.option("--open", "open_it", is_flag=True, help="Show it in the browser.")
@click.option("--election", metavar="ID", help="The election shown; the latest one by default.")
@click.option("--graph", metavar="ADDRESS", envvar="MAJLIS_GRAPH", help="A graph file, or a Neo4j (neo4j://, bolt://).")
@click.option("--data", metavar="DIR", envvar="MAJLIS_DATA", help="A data folder to build the graph from.")
def show(
    output: str, about: str | None, open_it: bool, election: str | None, graph: str | None, data: str | None
) -> None:
    """Write the interactive page: one file that needs no network."""
    with open_graph(graph, data) as opened:
        from majlis.show.page import page
        from majlis.show.view import view

        subject = opened.graph.read_holder(about).candidate.id if about is not None else None
        text = page(view(opened.graph, election), subject)
    path = Path(output)
    _write(path, text)
    tell(f"wrote {path} ({len(text.encode()) / 1e6:.2f} MB)")
    if open_it:
        click.launch(path.resolve().as_uri())


def _write(path: Path, text: str) -> None:
    """Write beside the file and then in its place."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        beside.write_text(text, encoding="utf-8", newline="\n")
        beside.replace(path)
    except OSError as error:
        raise StoreError(f"{path}: this file cannot be written ({error.strerror}). Name another with -o.") from error
    finally:
        beside.unlink(missing_ok=True)
