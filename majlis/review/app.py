"""The server of a review: one page for one person, whose address holds a token that no other site knows.

It writes, unlike `majlis serve`. Every address begins with the token; what changes anything is JSON, which a page of
another site cannot send without asking, and its origin must be this server's (`majlis.web.guard`).
"""

from __future__ import annotations

import json
import secrets
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from graph.errors import MajlisError

from ..page.page import style
from ..web.given import body_of, language_of
from ..web.guard import Guard
from ..wording.messages import LANGUAGES, say
from .acts import UNITS
from .session import Review
from .shown import STATIC, shown, template

_TYPES = {".svg": "image/svg+xml", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8"}
_MOST = 1_000_000  # bytes of an act
_LONGEST_ID = 9  # digits


def application(review: Review, token: str) -> ASGIApp:
    """The whole server, which answers under this machine's own names."""
    site = _Site(review)
    routes = [
        Route(f"/{token}/", site.page),
        Route(f"/{token}/state.json", site.state),
        Route(f"/{token}/act", site.act, methods=["POST"]),
        Route(f"/{token}/diff", site.diff, methods=["POST"]),
        Route(f"/{token}/save", site.save, methods=["POST"]),
        Route(f"/{token}/static/{{file}}", site.static),
    ]
    app = Starlette(
        routes=routes,
        middleware=[Middleware(Guard, refuse=_refuse, host="127.0.0.1")],
        exception_handlers={HTTPException: _failed},
    )
    app.router.redirect_slashes = False
    return app


def new_token() -> str:
    """A token that nobody guesses."""
    return secrets.token_urlsafe(24)


def _refuse(request: Request, status: int, key: str, **values: object) -> Response:
    return PlainTextResponse(say(language_of(request.query_params), key, **values), status)


def _failed(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    keys = {404: "refused.no_page", 405: "refused.read_only"}
    lang = language_of(request.query_params)
    words = say(lang, keys[status]) if status in keys else str(getattr(error, "detail", ""))
    return PlainTextResponse(words, status)


class _Site:
    """The answers to requests; one act at a time."""

    def __init__(self, review: Review) -> None:
        self._review, self._lock = review, threading.Lock()
        self._files = {path.name: path.read_bytes() for path in STATIC.iterdir() if path.suffix in _TYPES}
        self._files["page.css"] = style({}).encode()  # the look of the one application
        self._files["icon.svg"] = (Path(__file__).parents[1] / "web" / "static" / "icon.svg").read_bytes()
        self._page, self._parts = template("review.html"), template("shown.html")

    async def page(self, request: Request) -> Response:
        """The page around what acts change."""
        lang = language_of(request.query_params)
        source, remarks = self._review.reading.source, self._review.reading.document.laid.remarks
        about = (source.title, source.publisher, source.published, *(remark.text for remark in remarks))
        html = self._page.render(
            lang=lang,
            dir=LANGUAGES[lang],
            say=partial(say, lang),
            title=source.title,
            about=" · ".join(filter(None, about)),
            elections=self._review.known.elections(),
            election=self._review.election,
            units=list(UNITS),
        )
        return Response(html, media_type="text/html; charset=utf-8")

    async def static(self, request: Request) -> Response:
        """A file of the page."""
        name = request.path_params["file"]
        if name not in self._files or Path(name).suffix not in _TYPES:
            raise HTTPException(404)
        return Response(self._files[name], media_type=_TYPES[Path(name).suffix])

    async def state(self, request: Request) -> Response:
        """What the page shows of the review."""
        return await self._answer(lambda: self._shown(request))

    async def act(self, request: Request) -> Response:
        """Carry out an act, and give what the page shows then."""
        said = await _json(request)

        def run() -> dict[str, Any]:
            self._review.act(said)
            return self._shown(request)

        return await self._answer(run)

    async def diff(self, request: Request) -> Response:
        """What saving would write."""
        await _json(request)
        return await self._answer(lambda: {"diff": self._review.additions().diff()})

    async def save(self, request: Request) -> Response:
        """Write the rows."""
        await _json(request)

        def run() -> dict[str, Any]:
            written = self._review.save()
            return {"written": written, **self._shown(request)}

        return await self._answer(run)

    def _shown(self, request: Request) -> dict[str, Any]:
        """What the page shows, around the claim that the request stands at."""
        at = request.query_params.get("at", "")
        stands = int(at) if at.isdecimal() and len(at) <= _LONGEST_ID else None
        return shown(self._review, self._parts, language_of(request.query_params), stands)

    async def _answer(self, run: Callable[[], dict[str, Any]]) -> Response:
        def locked() -> Response:
            with self._lock:
                try:
                    return JSONResponse(run())
                except MajlisError as error:
                    return JSONResponse({"error": str(error)}, 400)

        return await run_in_threadpool(locked)


async def _json(request: Request) -> dict[str, Any]:
    """The JSON that a request sends. Raises HTTPException for anything else: a form of another site sends none."""
    if request.headers.get("sec-fetch-site", "same-origin") != "same-origin":
        raise HTTPException(403, "this was sent from another site.")
    body = await body_of(request, "act", "application/json", _MOST)
    try:
        said = json.loads(body or b"{}")
        json.dumps(said, ensure_ascii=False, allow_nan=False).encode()  # no half letter, and no number without end
    except (ValueError, RecursionError) as error:
        raise HTTPException(400, "this is no JSON.") from error
    if not isinstance(said, dict):
        raise HTTPException(400, "an act is an object.")
    return said
