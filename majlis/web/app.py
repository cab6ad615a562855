"""The server's addresses as a table, and how a request becomes a page or JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from functools import partial
from http import HTTPStatus
from io import StringIO
from pathlib import Path
from typing import Any

from jinja2 import FileSystemBytecodeCache
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from graph.dates import today
from graph.errors import CannotAnswerError, CheckError, DocumentError, MajlisError, StoreError, UsageError
from graph.gate import LimitError, RefusedError

from .. import __version__
from ..cache import cache_folder
from ..page.page import embedded, settings, shell, templates
from ..pictures.png import png
from ..question import Question, load
from ..register import QUESTIONS
from ..spreadsheet import write_rows
from ..wording.forms import Language, value_text
from ..wording.locators import locator_words
from ..wording.messages import USUAL, messages, say, words
from ..wording.why import statement_words
from .axis import at_election, bodies_of
from .examples import everything
from .files import Files
from .given import CARD, PICTURES, AsData, form_of, language_of, wants_data
from .guard import APPLICATION, LOCAL, Guard
from .pictures import embedding
from .request import Page, PageRequest, left_to_site, with_ending
from .snapshot import GraphHolder, Snapshot

PageMaker = Callable[[PageRequest], Page]

# Each address, and the function of a module beside this one that makes its page.
PAGES: Mapping[str, str] = {
    "/": "home:home",
    "/ask": "pages:ask",
    "/entity/{name}": "pages:entity",
    "/map": "pages:whole_map",
    "/network": "pages:network",
    "/network/{name}": "pages:network",
    "/sources": "tables:sources",
    "/sources/{name}": "answers:source_page",
    "/query": "tables:queries",
    "/query/{name}": "tables:query",
    "/cypher": "tables:cypher",
    "/schema": "tables:schema",
}
_FREE = frozenset({"/cypher"})  # the pages that run a user's own text, which may be too long for an address
_OURS = ("same-origin", "none")  # where a browser says a request comes from: a page of this server, or the user
# The status of each kind of error; the nearest in the tree of errors counts.
_STATUS: Mapping[type[MajlisError], int] = {
    LimitError: 422,
    CannotAnswerError: 404,
    UsageError: 400,
    DocumentError: 503,
    CheckError: 503,
    StoreError: 503,
    MajlisError: 500,
}
_WIDE = 1200  # pixels of a card
_DRAWN = {"Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'"}  # a picture has its own colours
# Where the application opens, by the first part of an address: how many further parts it needs.
_OPENS = {"": 0, "where": 1, "who": 1, "why": 2, "entity": 1, "path": 2, "map": 0, "network": 0}
_HTML = "text/html; charset=utf-8"
_WEB = re.compile(r"https?://", re.IGNORECASE)


def application(reader: GraphHolder, host: str = "127.0.0.1", opens: bool = True, placed: bool = False) -> ASGIApp:
    """The whole server: `host` is the name under which it answers besides this machine's own.

    `opens`: whether the application opens on its pages where a browser runs scripts; without it they become a site of
    static files (`site.py`), and `placed` says whether it is known where that will stand.
    """
    site = _Site(reader, opens, placed)
    makers = {path: _maker(function) for path, function in PAGES.items()}
    makers |= {path: _maker("answers:answer_page", row) for row in QUESTIONS.values() for path in _paths(row)}
    routes = [
        Route(path, partial(site.answer, page, path in _FREE), methods=["GET", *(["POST"] if path in _FREE else [])])
        for path, page in makers.items()
    ]
    app = Starlette(
        routes=[*routes, Route("/static/{file:path}", site.files.answer), Route("/data/{mark}/{name}", site.data)],
        middleware=[Middleware(AsData), Middleware(Guard, refuse=site.refuse, host=host)],
        exception_handlers={HTTPException: site.http_error, Exception: site.broken},
    )
    app.router.redirect_slashes = False
    return app


def _maker(function: str, *given: object) -> PageMaker:
    """What makes a page, imported when one is first asked for."""

    def make(asked: PageRequest) -> Page:
        page: Page = load(f"{__package__}.{function}")(*given, asked)
        return page

    return make


def _compiled() -> str | None:
    """The folder of compiled templates, in the cache; None, which is a folder of the system's, where it cannot be."""
    folder = cache_folder() / "templates"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return str(folder)


def _paths(row: Question) -> list[str]:
    """The addresses of a question: with none of its names, with the first, with all."""
    names = [f"{{{item.name}}}" for item in row.names]
    return ["/".join(["", row.name, *names[:count]]) for count in range(len(names) + 1)]


class _Site:
    """The templates, read once, and the answers to requests."""

    def __init__(self, reader: GraphHolder, opens: bool, placed: bool) -> None:
        self._reader, self._opens = reader, opens
        self._last: tuple[object, Page] | None = None  # what was asked for last
        self._stages: dict[str, str] = {}  # what the application begins with, in each language
        self.files = Files(reader)
        self._templates = templates(Path(__file__).parent / "templates", compiled=FileSystemBytecodeCache(_compiled()))
        self._templates.globals.update(
            file=self.files.address,
            value_text=value_text,
            statement_words=statement_words,
            locator_words=locator_words,
            at_election=at_election,
            bodies_of=bodies_of,
            navigation=[
                *("map", "network"),
                *(row.name for row in QUESTIONS.values() if not row.needs_name),
                *("sources", "query", "cypher", "schema"),
            ],
            words_of=words,
            with_ending=with_ending,
            embedding=embedding,
            once=self._once,
            site_address=left_to_site,
            static=not opens,
            placed=placed,
            app_version=__version__,
        )
        self._templates.filters["web"] = lambda url: url if url and _WEB.match(url) else ""

    def _once(self, lang: str, caller: Callable[[], str]) -> str:
        """The part of a template that says the same on every page in a language."""
        if lang not in self._stages:
            self._stages[lang] = caller()
        return self._stages[lang]

    async def answer(self, page: PageMaker, free: bool, request: Request) -> Response:
        """The page of a request, `free` for a user's own text, or the page of what went wrong."""
        given = dict(reversed(request.query_params.multi_items()))  # of several the first counts
        if request.method == "POST":
            given |= await form_of(request)
        if free and given.get("text") and request.headers.get("sec-fetch-site", "none") not in _OURS:
            raise HTTPException(403, "another site asked to run a text: open the page here, and run it yourself.")
        return await run_in_threadpool(self._answer, page, request, given)

    def _answer(self, page: PageMaker, request: Request, given: Mapping[str, str]) -> Response:
        lang = language_of(given)

        def asked_of(snapshot: Snapshot) -> Response:
            path = {key: value.strip() for key, value in request.path_params.items()}
            asked = PageRequest(
                snapshot, path, given, lang, request.url.path.removesuffix(request.scope.get("ending", ""))
            )
            try:
                shown = self._shown(page, asked)
            except StoreError:
                raise
            except MajlisError as error:
                return self._error(request, lang, error, asked)
            return self._page(request, asked, shown)

        try:
            return self._reader.ask(asked_of)
        except MajlisError as error:
            return self._error(request, lang, error, None)

    def _shown(self, page: PageMaker, asked: PageRequest) -> Page:
        """The page; for a site, which asks for its data, its picture and its card next, it stands for these too."""
        if self._opens:
            return page(asked)
        key = (page, asked.snapshot, asked.here, frozenset(asked.path.items()), frozenset(asked.given.items()), today())
        last = self._last
        if last is None or last[0] != key:
            self._last = last = key, page(asked)
        return last[1]

    def _page(self, request: Request, asked: PageRequest, shown: Page) -> Response:
        headers = {"Content-Location": shown.address} if shown.address and shown.address.isascii() else {}
        if request.scope.get("ending") == ".csv":
            return self._csv(request, shown, headers)
        if (ending := request.scope.get("ending")) in (CARD, *PICTURES):
            return self._picture(request, shown, str(ending), headers)
        if wants_data(request):
            return _json(shown.data(), shown.status, headers)
        opens = _application(asked, shown) if self._opens else ""
        html = self._templates.get_template(shown.template).render(
            **shell(asked.language, asked.given.get("q", ""), asked.url("")),
            asked=asked,
            language=asked.language,
            shown=shown,
            base="" if request.url.hostname in LOCAL else str(request.base_url).rstrip("/"),
            application=opens,
            **shown.context,
        )
        return Response(html, shown.status, headers | (APPLICATION if opens else {}), _HTML)

    def _csv(self, request: Request, shown: Page, headers: Mapping[str, str]) -> Response:
        """The table of a page."""
        if shown.csv is None:
            return self.refuse(request, 404, "refused.no_table")
        out = StringIO(newline="")
        write_rows(*shown.csv(), out)
        return Response(out.getvalue(), shown.status, headers, "text/csv; charset=utf-8")

    def _picture(self, request: Request, shown: Page, ending: str, headers: Mapping[str, str]) -> Response:
        """The picture of a page, or its card."""
        if shown.drawing is None:
            return self.refuse(request, 404, "refused.no_picture")
        svg = shown.drawing.card() if ending == CARD else (shown.drawing.file or shown.drawing.card)()
        if ending == ".svg":
            return Response(svg, shown.status, {**headers, **_DRAWN}, PICTURES[ending])
        return Response(png(svg, _WIDE if ending == CARD else None), shown.status, headers, "image/png")

    def refuse(self, request: Request, status: int, key: str, **values: object) -> Response:
        """The page of a request that goes no further, or for which there is no page: a message, or words as they are.

        It is said in the language of the request, and in data as the command line says all errors.
        """
        lang = language_of(request.query_params)
        hint, words = (say(code, key, **values) if key in messages() else key for code in (USUAL, lang))
        return self._failed(request, status, {"error": "refused", "hint": hint}, words, lang, refused=True)

    async def http_error(self, request: Request, error: Exception) -> Response:
        """The page for an address or a method that there is not."""
        status = error.status_code if isinstance(error, HTTPException) else 500
        keys = {404: "refused.no_page", 405: "refused.read_only"}
        refused = self.refuse(request, status, keys.get(status, str(getattr(error, "detail", ""))))
        refused.headers.update(getattr(error, "headers", None) or {})
        return refused

    async def broken(self, request: Request, error: Exception) -> Response:
        """The page for an error of ours; what it was stands in the server's log."""
        return self.refuse(request, 500, "refused.broken")

    async def data(self, request: Request) -> Response:
        """A part of the application's data; its address changes with it."""

        def part_of(snapshot: Snapshot) -> bytes | None:
            return snapshot.part(request.path_params["name"]) if request.path_params["mark"] == snapshot.mark else None

        try:
            found = await run_in_threadpool(self._reader.ask, part_of)
        except MajlisError as error:
            return self._error(request, USUAL, error, None)
        if found is None or request.scope.get("ending") != ".json":
            raise HTTPException(404)
        headers = {"Cache-Control": "max-age=31536000, immutable", "Content-Encoding": "gzip"}
        return Response(found, headers=headers, media_type="application/json")

    def _error(self, request: Request, lang: str, error: MajlisError, asked: PageRequest | None) -> Response:
        """The page of an error, with the words of the command line and what may have been meant."""
        status = getattr(error, "status", 0) or next(_STATUS[kind] for kind in type(error).__mro__ if kind in _STATUS)
        if not isinstance(error, CannotAnswerError):
            kind = "refused" if isinstance(error, RefusedError) else type(error).__name__.removesuffix("Error").lower()
            data: dict[str, Any] = {"error": kind, "hint": str(error)}
            if isinstance(error, RefusedError):
                data |= {"word": error.word, "line": error.line, "column": error.column}
            return self._failed(request, status, data, str(error), lang, asked)
        from . import pages

        elsewhere = pages.elsewhere(asked) if asked and not wants_data(request) else None
        if elsewhere:
            return RedirectResponse(elsewhere, 303)
        answer = error.answer
        status = 300 if answer["error"] == "ambiguous" else status
        near = pages.suggestions(asked, error) if asked else []
        return self._failed(request, status, answer, answer["hint"], lang, asked, near)

    def _failed(
        self,
        request: Request,
        status: int,
        data: Mapping[str, Any],
        words: str,
        lang: str = USUAL,
        asked: PageRequest | None = None,
        near: list[tuple[str, dict[str, Any]]] | None = None,
        *,
        refused: bool = False,
    ) -> Response:
        if wants_data(request):
            return _json(data, status)
        html = self._templates.get_template("error.html").render(
            **shell(Language(lang), asked.given.get("q", "") if asked else ""),
            asked=asked,
            application="",
            status=status,
            error=data,
            words=words,
            refused=refused,
            near=near or [],
            examples=everything(asked) if asked and data.get("error") == "question" else [],
            text=asked.given.get("text", "") if asked else "",
            parameters=asked.given.get("parameters", "") if asked else "",
        )
        return Response(html, status, media_type=_HTML)


def _application(asked: PageRequest, shown: Page) -> str:
    """What the scripts must know to open the application on this answer; nothing where it is none of the application's.

    It has no days but those of the votes.
    """
    here = (shown.address or asked.here).partition("?")[0].split("/")[1:]
    if shown.status != HTTPStatus.OK or asked.as_of or here[0] not in _OPENS or len(here) <= _OPENS[here[0]]:
        return ""
    snapshot = asked.snapshot
    known = settings(snapshot.extent) | {"data": f"/data/{snapshot.mark}", "here": shown.address or asked.here}
    return embedded(known)


def _json(data: object, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    text = json.dumps(data, ensure_ascii=False, indent=2)
    return Response(text.encode("utf-8", "backslashreplace"), status, headers, "application/json")
