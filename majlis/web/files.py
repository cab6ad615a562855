"""The files of the pages: styles, scripts and pictures, read once at the start, each with a mark of what it holds."""

from __future__ import annotations

import contextlib
import hashlib
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from graph.errors import MajlisError

from ..page.page import library, script, style
from .snapshot import GraphHolder

_FOLDER = Path(__file__).parent / "static"
_STYLE = "page.css"
_TYPES = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml"}


class Files:
    """The files by name, and the answers to requests for them."""

    def __init__(self, reader: GraphHolder) -> None:
        self._reader = reader
        self._files = {
            path.relative_to(_FOLDER).as_posix(): (path.read_bytes(), _TYPES[path.suffix])
            for path in sorted(_FOLDER.rglob("*"))
            if path.suffix in _TYPES
        }
        self._files[_STYLE] = style({}).encode(), _TYPES[".css"]
        self._files["page.js"] = script("server").encode(), _TYPES[".js"]
        self._files["vis.js"] = library().encode(), _TYPES[".js"]
        self._marks = {
            name: hashlib.blake2b(content, digest_size=6).hexdigest() for name, (content, _) in self._files.items()
        }

    def address(self, name: str) -> str:
        """The address of a file, which changes with what it holds."""
        return f"/static/{name}?{self._marks[name]}"

    async def answer(self, request: Request) -> Response:
        """A file of the pages: only those read at the start."""
        name = request.path_params["file"]
        if name not in self._files:
            raise HTTPException(404)
        content, kind = self._files[name]
        if name == _STYLE:  # its colours are of the lists of the graph
            with contextlib.suppress(MajlisError):
                css = await run_in_threadpool(self._reader.ask, lambda snapshot: snapshot.style)
                return Response(css, headers={"Cache-Control": "max-age=60"}, media_type=kind)
        return Response(content, headers={"Cache-Control": "max-age=31536000, immutable"}, media_type=kind)
