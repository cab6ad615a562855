"""The command that serves the local web page."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import threading
from types import FrameType
from typing import TYPE_CHECKING, NoReturn

import click

from graph.collector import without_collector
from graph.errors import MajlisError, StoreError, UsageError
from graph.sandbox.parent import end_running

from .base import data_options, graph_option, tell

if TYPE_CHECKING:
    import uvicorn

    from ..data import Given
    from ..web.snapshot import GraphHolder

_PORT = 8285
_GRACE = 1.0  # seconds that what still runs may take when the server is told to stop


@click.command(epilog="Examples: majlis serve --open · majlis serve --port 0 · majlis serve --graph council.kgl")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address it listens on: this machine alone.")
@click.option("--port", type=click.IntRange(0, 65535), default=_PORT, show_default=True, help="0 takes a free one.")
@click.option("--open", "browse", is_flag=True, help="Open the page in a browser.")
@graph_option
@data_options()
def serve(host: str, port: int, browse: bool, graph: str | None, data: Given) -> None:
    """Serve the local web page until Ctrl-C: ask in words, in English or Arabic.

    It only reads. A graph that is built anew meanwhile is opened anew by the next request.
    """
    end_on_signals()
    with listening(host, port) as opened:
        reader, server = _made(graph, data, host)
        try:
            shown = f"[{host}]" if ":" in host else host
            address = f"http://{shown}:{opened.getsockname()[1]}/"
            click.echo(f"Majlis answers at {address} (Ctrl-C ends it)")
            threading.Thread(target=_warm, args=(reader,), daemon=True).start()
            if browse:
                click.launch(address)
            server.run(sockets=[opened])
        finally:
            reader.close()


@without_collector()
def _made(graph: str | None, data: Given, host: str) -> tuple[GraphHolder, uvicorn.Server]:
    """The graph, opened so that what is wrong is said now, and the server. Raises what `majlis.open` raises."""
    from ..web.snapshot import GraphHolder

    reader = GraphHolder(graph, data, tell)
    reader.ask(lambda snapshot: snapshot.majlis)
    import uvicorn

    from ..web.app import application
    from ..web.punctual import settings

    class Server(uvicorn.Server):
        """One that waits for no user's text and for no document when it is told to stop."""

        def handle_exit(self, sig: int, frame: FrameType | None) -> None:
            _end_soon()
            end_running()
            super().handle_exit(sig, frame)

    server = Server(settings(application(reader, host)))
    with contextlib.suppress(MajlisError):  # which the page tells
        reader.ask(lambda snapshot: snapshot.begin())
    return reader, server


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens there. Raises UsageError for an address that is none, StoreError for one that is taken."""
    try:
        family, kind, number, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    except OSError as error:
        raise UsageError(f"--host {host}: this is no address of this machine ({error.strerror or error}).") from error
    opened = socket.socket(family, kind, number)
    try:
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        opened.bind(address)
        opened.listen(128)
    except OSError as error:
        opened.close()
        todo = "Name another port: --port 0 takes a free one."
        raise StoreError(f"cannot listen on {host}, port {port} ({error.strerror}). {todo}") from error
    return opened


def end_on_signals() -> None:
    """Let the program end quietly when it is told to stop."""
    for ending in (signal.SIGINT, signal.SIGTERM):
        signal.signal(ending, _end)


def _warm(reader: GraphHolder) -> None:
    """Make what later pages need while nobody asks yet; what goes wrong is said where it is asked for."""
    with contextlib.suppress(MajlisError):
        reader.warm()
    from ..web import pages  # noqa: F401 - with what most answers are told by


def _end(*_: object) -> NoReturn:
    """Told to stop, which is no failure."""
    _end_soon()
    raise SystemExit(0)


def _end_soon() -> None:
    """End the program after `_GRACE`, whatever it does: a thread that reads a document hears of no signal.

    No file is lost by it: what is written is written beside, and takes its place when it is whole.
    """
    last = threading.Timer(_GRACE, os._exit, (0,))
    last.daemon = True
    last.start()
