"""The command that draws: show."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from graph.errors import UsageError
from graph.kinds import HOLDERS, PROVINCES

from ..pictures import PICTURES
from .base import data_options, graph_option, open_graph, tell

if TYPE_CHECKING:
    from ..data import Given
from .completers import completing

PAGE = "majlis.html"


@click.command(
    epilog="Examples: majlis show · majlis show --about Maliki --open · majlis show --svg network -o network.svg · "
    "majlis show --png council Baghdad -o baghdad.png · majlis show --svg map 'State of Law' · "
    "majlis show --svg history KDP · majlis show --site public"
)
@click.argument("name", nargs=-1, shell_complete=completing(HOLDERS | PROVINCES, PROVINCES))
@click.option(
    "--svg",
    type=click.Choice(PICTURES),
    help="A picture to put elsewhere: the network; a map of NAME, or of the largest lists; the council NAME; the "
    "largest lists; the seats of NAME, or of the largest lists, through the elections.",
)
@click.option("--png", type=click.Choice(PICTURES), help="The same as PNG.")
@click.option("-o", "--output", metavar="FILE", help=f"The file to write: {PAGE}; a picture goes to standard output.")
@click.option("--about", metavar="NAME", help="Open the page on the ties of NAME.", shell_complete=completing(HOLDERS))
@click.option("--site", metavar="DIR", help="The server's pages as static files in this new folder, for any web space.")
@click.option("--url", metavar="URL", help="Where the site will stand: other sites then show its cards and pictures.")
@click.option("--open", "open_it", is_flag=True, help="Show the page in the browser.")
@click.option("--election", metavar="ID", help="The election asked about; the latest one by default.")
@graph_option
@data_options("A data folder: of the graph without --graph, and of the map.")
def show(
    name: tuple[str, ...],
    svg: str | None,
    png: str | None,
    output: str | None,
    about: str | None,
    site: str | None,
    url: str | None,
    open_it: bool,
    election: str | None,
    graph: str | None,
    data: Given,
) -> None:
    """Write the interactive page, one file that needs no network; or with --svg or --png a picture."""
    from ..output import check_output, writing
    from ..page.files import page_of
    from ..pictures.files import picture_of
    from ..pictures.png import png as as_png

    if svg is not None and png is not None:
        raise UsageError("one picture at a time: --svg or --png.")
    picture = svg or png
    if site is not None:
        if name or picture or output or about or election:
            raise UsageError("--site writes every page: give nothing but --url, --graph, --data and --open with it.")
        _site(Path(site), url, graph, data, open_it=open_it)
        return
    if url is not None:
        raise UsageError("--url is of a site: majlis show --site DIR --url URL")
    if picture is None and name:
        raise UsageError("the page shows everything. Open it on a name: majlis show --about NAME")
    if picture is not None and (about is not None or open_it):
        raise UsageError("--about and --open are of the page, which is written without --svg and --png.")
    if picture is None:
        output = output or PAGE
    check_output(output, *([".html", ".htm"] if picture is None else [".svg"] if svg else [".png"]))
    with open_graph(graph, data) as opened:
        if picture is None:
            text, notes = page_of(opened.graph, about, election, data, tell)
        else:
            text, notes = picture_of(opened.graph, picture, " ".join(name), election, data, tell)
    content = as_png(text) if png else text.encode()
    with writing(output) as out:
        out.write(content)
    for note in notes:
        tell(note)
    if picture is None and output is not None:
        tell(f"wrote {output} ({len(content) / 1e6:.2f} MB)")
        if open_it:
            click.launch(Path(output).resolve().as_uri())


def _site(folder: Path, url: str | None, graph: str | None, data: Given, *, open_it: bool) -> None:
    """Write the server's pages, and tell how many they are."""
    import time

    from ..page.files import page_of
    from ..web.site import check_empty, write_site

    start = time.monotonic()
    check_empty(folder)
    with open_graph(graph, data) as opened:
        network, notes = page_of(opened.graph, data=data, tell=tell)
    pages, files, size = write_site(graph, data, folder, network, tell, url)
    for note in notes:
        tell(note)
    took = time.monotonic() - start
    tell(f"wrote {folder}: {pages:,} pages, {files:,} files, {size / 1e6:.0f} MB, in {took:.0f} s")
    if open_it:
        click.launch((folder / "index.html").resolve().as_uri())
