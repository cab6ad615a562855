"""The server's pages as static files, each made by one of several processes.

Every page that a link leads to from the first is made, with its data, its picture and its card beside it.
"""

from __future__ import annotations

import asyncio
import atexit
import os
import threading
import time
from collections.abc import Callable, Mapping
from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, wait
from dataclasses import dataclass
from http import HTTPStatus
from multiprocessing import get_context, parent_process
from multiprocessing.process import BaseProcess
from pathlib import Path
from urllib.parse import unquote

from starlette.types import ASGIApp, Message

from graph.errors import StoreError

from ..data import Given
from ..wording.messages import LANGUAGES, USUAL, say
from .app import application
from .site_links import NETWORK, Address, Kept, Links, asset_file
from .snapshot import GraphHolder

Tell = Callable[[str], None]
_EVERY = 5.0  # seconds after which it is told again how far it is


@dataclass(frozen=True, slots=True)
class Made:
    """What a page left behind: the addresses that it leads to, the styles it needs, and its files with their sizes."""

    pages: frozenset[Address]
    assets: frozenset[str]
    files: Mapping[str, int]


class Maker:
    """Makes the files of one page after the other, from a graph of its own."""

    def __init__(self, graph: str | None, data: Given, folder: Path, url: str | None) -> None:
        self._reader = GraphHolder(graph, data)
        self._app = application(self._reader, opens=False, placed=url is not None)
        self._kept = Kept(self._reader.ask(lambda snapshot: snapshot.majlis.graph))
        self._folder, self._url, self._runner = folder, url, asyncio.Runner()

    def page(self, address: Address) -> Made:
        """Write a page, its data, its picture and its card. Raises StoreError for one that cannot be made."""
        links = Links(address, self._kept, self._url)
        files = {address.file: links.static(self._get(address.asked()).decode()).encode()}
        stem = address.file.removesuffix(".html")
        for ending in sorted(links.beside):
            files[stem + ending] = self._get(address.asked(ending))
        sizes = {name: write_file(self._folder, name, content) for name, content in files.items()}
        return Made(frozenset(links.pages), frozenset(links.assets), sizes)

    def asset(self, address: str) -> dict[str, int]:
        """Write a style or picture of the pages."""
        name = asset_file(address)
        return {name: write_file(self._folder, name, self._get(address))}

    def close(self) -> None:
        """Close the graph."""
        self._runner.close()
        self._reader.close()

    def _get(self, address: str) -> bytes:
        status, body = self._runner.run(_get(self._app, address))
        if status != HTTPStatus.OK:
            raise StoreError(f"{address}: the page cannot be made (status {status}).")
        return body


def write_file(folder: Path, name: str, content: bytes) -> int:
    """Write a file of the site, and say how many bytes it has."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return len(content)


def check_empty(folder: Path) -> None:
    """Raises StoreError for a folder that is no place for a site: it holds something already, or cannot be one."""
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise StoreError(f"{folder}: a site is written into a new or empty folder. Name another.")
    except OSError as error:
        raise _unwritable(folder, error) from error


def write_site(
    graph: str | None, data: Given, folder: Path, network: str, tell: Tell, url: str | None = None
) -> tuple[int, int, int]:
    """Write every page that links lead to from the first, and `network`, the interactive page.

    Gives the numbers of pages, of files and of bytes. Every processor makes pages, from a graph that it opens itself.
    `url` is the address at which the site will stand, where it is known: what other sites show of a page needs it.
    The folder must be new or empty. Raises StoreError where it cannot be written.
    """
    check_empty(folder)
    url = url and url.rstrip("/") + "/"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        files = {NETWORK: write_file(folder, NETWORK, network.encode())}
        with ProcessPoolExecutor(
            initializer=_begin, initargs=(graph, data, folder.resolve(), url), mp_context=get_context("spawn")
        ) as pool:
            pages, more = _all(pool, tell)
    except OSError as error:
        raise _unwritable(folder, error) from error
    files |= more
    return pages, len(files), sum(files.values())


def _unwritable(folder: Path, error: OSError) -> StoreError:
    return StoreError(f"{folder}: this folder cannot be written ({error.strerror}). Name another.")


def _all(pool: ProcessPoolExecutor, tell: Tell) -> tuple[int, dict[str, int]]:
    """How many pages were made, and all files: from the first pages on, whatever a page leads to."""
    found = {Address((), lang) for lang in LANGUAGES}
    files, assets, done, told = dict[str, int](), set[str](), 0, time.monotonic()
    waiting = {pool.submit(_page, address) for address in found}
    try:
        while waiting:
            ready, waiting = wait(waiting, return_when=FIRST_COMPLETED)
            for made in (future.result() for future in ready):
                done += 1
                files |= made.files
                assets |= made.assets
                waiting |= {pool.submit(_page, address) for address in made.pages - found}
                found |= made.pages
            if time.monotonic() - told > _EVERY:
                told = time.monotonic()
                tell(say(USUAL, "told.pages", done=done, all=len(found)))
        for one in pool.map(_asset_file, sorted(assets)):
            files |= one
    except BaseException:
        pool.shutdown(cancel_futures=True)
        raise
    return done, files


_maker: list[Maker] = []  # of a process that makes pages: the one


def _begin(graph: str | None, data: Given, folder: Path, url: str | None) -> None:
    """What a process does before its first page."""
    threading.Thread(target=_end_with, args=(parent_process(),), daemon=True).start()
    _maker.append(Maker(graph, data, folder, url))
    atexit.register(_maker[0].close)


def _end_with(parent: BaseProcess | None) -> None:
    """End with the process that began this one, however that ends."""
    if parent is not None:
        parent.join()
    os._exit(1)


def _page(address: Address) -> Made:
    return _maker[0].page(address)


def _asset_file(address: str) -> dict[str, int]:
    return _maker[0].asset(address)


async def _get(app: ASGIApp, address: str) -> tuple[int, bytes]:
    """The status and body of a page."""
    path, _, query = address.partition("?")
    status, body = 0, b""

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        nonlocal status, body
        if message["type"] == "http.response.start":
            status = message["status"]
        else:
            body += message.get("body", b"")

    scope = {
        **{"type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "GET", "scheme": "http"},
        **{"path": unquote(path), "raw_path": path.encode(), "query_string": query.encode(), "root_path": ""},
        **{"headers": [(b"host", b"127.0.0.1")], "client": ("127.0.0.1", 0), "server": ("127.0.0.1", 80)},
    }
    await app(scope, receive, send)
    return status, body
