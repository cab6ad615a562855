"""The server's pages as static files: what is kept of them, and how their links lead from file to file.

Nothing asks a server: forms and buttons are left out, the application opens on no page, and a link leads to a file of
the same folder or is plain text.
"""

from __future__ import annotations

import asyncio
import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from html import escape, unescape
from pathlib import Path
from urllib.parse import parse_qsl, quote, unquote, urlencode

from starlette.types import ASGIApp, Message

from graph.errors import StoreError
from graph.kinds import BODIES, HOLDERS, PROVINCES, Kind
from queries.view import GraphView

from ..wording.messages import LANGUAGES, USUAL, say

DATA = (".json", ".csv")  # beside a page in the usual language
_TAG = re.compile(r"<(a|link|script|form|img)\b([^>]*)>", re.IGNORECASE)
_HREF = re.compile(r'\s(href|src)="([^"]*)"')
_FORM = re.compile(r"<form\b.*?</form>", re.DOTALL | re.IGNORECASE)
_BUTTON = re.compile(r"<button\b.*?</button>\s*", re.DOTALL | re.IGNORECASE)
_OURS = re.compile(r"^/(?!/)")
_POLICY = "script-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'"
_ALONE = frozenset({"map", "coverage", "largest", "absent", "influence", "margins", "names", "query", "schema"})
_OF_ELECTIONS = frozenset({"", "map", "coverage", "largest", "absent", "margins", "who", "where", "why"})
NETWORK = "network.html"  # the interactive page, in which every name can be opened

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Address:
    """The address of a page: its parts, language and election, and which of its tables."""

    parts: tuple[str, ...]
    lang: str = USUAL
    election: str | None = None
    by: str | None = None

    @classmethod
    def of(cls, text: str) -> Address:
        """An address of the server as it stands in a link."""
        path, _, query = text.partition("#")[0].partition("?")
        given = dict(parse_qsl(query))
        parts = tuple(unquote(part) for part in path.strip("/").split("/") if part)
        return cls(parts, given.get("lang") or USUAL, given.get("election"), given.get("by"))

    @property
    def page(self) -> str:
        """The first part of the path, which says what kind of page it is."""
        return self.parts[0] if self.parts else ""

    @property
    def file(self) -> str:
        """The file that it becomes: a folder for a language, one for an election, then the path."""
        name = "/".join(self.parts) or "index"
        folders = [*([self.lang] if self.lang != USUAL else []), *([self.election] if self.election else [])]
        return "/".join([*folders, name]) + (f".by-{self.by}" if self.by else "") + ".html"

    def asked(self, ending: str = "") -> str:
        """The address as the server takes it."""
        given = {"lang": self.lang if self.lang != USUAL else None, "election": self.election, "by": self.by}
        query = urlencode({key: value for key, value in given.items() if value})
        path = "/" + "/".join(quote(part, safe="") for part in self.parts) + ending
        return f"{path}?{query}" if query else path


class Kept:
    """Which pages a site has: of every name what is known of it, of every election what it filled."""

    def __init__(self, graph: GraphView) -> None:
        ties = graph.ties
        known = {row["id"]: Kind(row["kind"]) for row in graph.run("names")}
        self._known = known
        self._elections = {election.id for election in graph.elections}
        self._cells = {(row["a"], row["b"], row["election"]) for row in ties if row["type"] == "HOLDS_SEATS"}
        seated = {(row["a"], row["election"]) for row in ties if row["type"] in ("HOLDS_SEATS", "WON_IN_ALL")}
        self._seated = seated
        self._names: dict[str, set[str]] = defaultdict(set)
        places = {id for id, kind in known.items() if kind in PROVINCES | BODIES}
        holders = {id for id, kind in known.items() if kind in HOLDERS}
        winners = {id for id, _ in seated}
        leading = {row["a"]: row["b"] for row in ties if row["type"] == "LEADS"}
        self._names |= {
            "entity": set(known),
            "where": holders,
            "who": places,
            "history": winners | places | {id for id, led in leading.items() if led in winners},
            "members": places,
            "influence": places,
            "margins": places,
            "offices": places | {id for row in ties if row["type"] == "HELD" for id in (row["a"], row["b"])},
            "leaders": {id for row in ties if row["type"] == "LEADS" for id in (row["a"], row["b"])},
            "parts": {row["b"] for row in ties if row["type"] in ("MEMBER_OF", "EXPECTED_IN")},
            "allies": {row["a"] for row in ties if row["type"] == "MEMBER_OF"} | set(leading),
            "sources": {row["id"] for row in graph.run("sources")},
        }
        from queries.catalogue import catalogue

        self._names["query"] = {query.name for query in catalogue()}

    def nearest(self, address: Address) -> Address | None:
        """The page of the site that answers for an address: itself, or the same about every body; None for none."""
        page, names = address.page, address.parts[1:]
        election = address.election if address.election in self._elections and page in _OF_ELECTIONS else None
        by = address.by if page == "coverage" and not election else None
        lang = address.lang if address.lang in LANGUAGES else USUAL
        if page == "why" and len(names) == 1:
            return self.nearest(Address(("entity", *names), lang))
        if page == "why":
            there = len(names) == 2 and (*names, address.election) in self._cells
            return Address(address.parts, lang, election) if there else None
        if not names:
            return Address(address.parts, lang, election, by) if page in ("", "sources", *_ALONE) else None
        if len(names) > 1 or names[0] not in self._names[page]:
            return None
        if page == "where" and election and (names[0], election) not in self._seated:
            election = None
        return Address(address.parts, lang, election)


def write_site(app: ASGIApp, graph: GraphView, folder: Path, network: str, tell: Tell) -> tuple[int, int]:
    """Write every page that links lead to from the first, and `network`, the interactive page: files, and bytes.

    `app` must not open the application on its pages. The folder must be new or empty. Raises StoreError
    where it cannot be written.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise StoreError(f"{folder}: a site is written into a new or empty folder. Name another.")
    try:
        return asyncio.run(_write(app, Kept(graph), folder, network, tell))
    except OSError as error:
        raise StoreError(f"{folder}: this folder cannot be written ({error.strerror}). Name another.") from error


async def _write(app: ASGIApp, kept: Kept, folder: Path, network: str, tell: Tell) -> tuple[int, int]:
    found: dict[Address, None] = {Address((), lang): None for lang in LANGUAGES}
    left, files = list(found), dict[str, int]()

    def keep(name: str, content: bytes) -> None:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        files[name] = len(content)

    keep(NETWORK, network.encode())
    assets: set[str] = set()
    while left:
        address = left.pop()
        status, body = await _get(app, address.asked())
        if status != 200:
            raise StoreError(f"{address.asked()}: the page cannot be made (status {status}).")
        page = _Links(address, kept)
        keep(address.file, page.static(body.decode()).encode())
        assets |= page.assets
        for ending in DATA:
            if address.file.removesuffix(".html") + ending in page.data:
                _, data = await _get(app, address.asked(ending))
                keep(address.file.removesuffix(".html") + ending, data)
        for other in page.pages:
            if other not in found:
                found[other] = None
                left.append(other)
        if len(found) - len(left) in _TOLD:
            tell(f"{len(found) - len(left):,} pages")
    for asset in sorted(assets):
        _, body = await _get(app, asset)
        keep(_asset(asset), body)
    return len(files), sum(files.values())


_TOLD = frozenset(range(1000, 1_000_000, 1000))  # of how many pages it is told


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


def _asset(address: str) -> str:
    """The file of a style or picture, without the mark of its content."""
    return address.partition("?")[0].lstrip("/")


class _Links:
    """A page's links as a site has them, and what they lead to."""

    def __init__(self, address: Address, kept: Kept) -> None:
        self._address, self._kept = address, kept
        self._up = "../" * address.file.count("/")
        self.pages: set[Address] = set()
        self.assets: set[str] = set()
        self.data: set[str] = set()

    def static(self, html: str) -> str:
        """The page without forms and buttons, each link to a file beside it or plain text."""
        html = _BUTTON.sub("", _FORM.sub("", html))
        html = _TAG.sub(lambda tag: _HREF.sub(self._link, tag[0]), html)
        policy = f'<meta http-equiv="Content-Security-Policy" content="{escape(_POLICY)}">'
        html = html.replace('<meta charset="utf-8">', f'<meta charset="utf-8">\n{policy}', 1)
        note = f'<p class="faint">{escape(say(self._address.lang, "site.static"))}</p></footer>'
        return html.replace("</footer>", note, 1)

    def _link(self, found: re.Match[str]) -> str:
        name, target = found[1], unescape(found[2])
        if not _OURS.match(target):
            return found[0]
        file = self._file(target)
        return f' {name}="{escape(self._up + quote(file))}"' if file is not None else ""

    def _file(self, target: str) -> str | None:
        """The file that an address of the server becomes; None where the site has none."""
        path = target.partition("#")[0]
        if path.startswith("/static/"):
            self.assets.add(path)
            return _asset(path)
        address = Address.of(path)
        if address.page == "network":
            return NETWORK
        for ending in DATA:
            if path.partition("?")[0].endswith(ending):
                return self._data(ending)
        page = self._kept.nearest(address)
        if page is None:
            return None
        self.pages.add(page)
        return page.file

    def _data(self, ending: str) -> str | None:
        """The data beside this page, in the usual language: it is the same in each."""
        usual = Address(self._address.parts, USUAL, self._address.election, self._address.by)
        if usual.page in ("entity", "sources", "why", ""):
            return None
        name = usual.file.removesuffix(".html") + ending
        if self._address.lang == USUAL:
            self.data.add(name)
        return name
