"""The command `review`: the local page on which a person confirms what was read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from .base import data_options, describes_document, tell
from .documents import options_of
from .own import INTO, opened, own_path
from .serve import end_on_signals, listening

if TYPE_CHECKING:
    from ..data import Given


@click.command(epilog="Examples: majlis review report.pdf --into mine · majlis review report.html --into mine --open")
@click.argument("file", type=click.Path(), metavar="FILE")
@INTO
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="0, the default, takes a free one.")
@click.option("--open", "browse", is_flag=True, help="Open the page in a browser.")
@data_options("A data folder other than the one shipped.")
@describes_document
def review(file: str, folder: str, port: int, browse: bool, data: Given, **said: str | None) -> None:
    """Confirm what Majlis reads in FILE on a local page, and keep it in a data folder of your own, until Ctrl-C.

    Nothing is written before Save, which shows the rows. A review that was broken off goes on where it was.
    """
    import loaders
    from loaders.kept import digest_of

    from ..cache import cache_folder
    from ..review.app import application, new_token
    from ..review.session import Review
    from ..web.punctual import settings

    end_on_signals()
    into = own_path(folder)
    path = Path(file)
    with opened(into, data) as (registry, resolver):
        reading = loaders.read(path, registry, resolver, options_of(said))
        digest = digest_of(path)
    with listening("127.0.0.1", port) as socket:
        import uvicorn

        token = new_token()
        state = Review(reading, registry, resolver, into, digest, cache_folder() / "reviews" / f"{digest}.json")
        if state.taken_up:
            tell("What was said of this document in a review that was not saved is there again.")
        address = f"http://127.0.0.1:{socket.getsockname()[1]}/{token}/"
        click.echo(f"The review is at {address} (Ctrl-C ends it)")
        if browse:
            click.launch(address)
        config = settings(application(state, token), timeout_graceful_shutdown=2)
        uvicorn.Server(config).run(sockets=[socket])
