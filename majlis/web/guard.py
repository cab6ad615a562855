"""What every request must be, and what every response carries: the outermost part of the server.

A page of another site must not read this one (no CORS), nor reach it under a name of its own (the Host
header), nor show it in a frame; a page here runs no script but our own files.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Callable
from urllib.parse import unquote_to_bytes

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LONGEST_PATH, LONGEST_QUERY = 2_000, 8_000  # bytes as they are sent
POLICY = "Content-Security-Policy"
_ALLOWED = (
    "default-src 'none'; script-src 'self'; style-src {styles}; img-src {pictures}; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
# Of a page on which the application opens: vis-network writes styles into it, and it draws pictures to be kept.
APPLICATION = {POLICY: _ALLOWED.format(styles="'self' 'unsafe-inline'", pictures="'self' data: blob:")}
HEADERS = {  # of every response, unless it has its own
    POLICY: _ALLOWED.format(styles="'self'", pictures="'self'"),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",  # without a referrer a browser names no origin for our own form
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-cache",
}
LOCAL = frozenset({"127.0.0.1", "localhost", "::1"})
_HOST = re.compile(r"(?P<name>\[[0-9A-Fa-f:.]+\]|[^\[\]:@/?#\s]+)(?::(?P<port>\d{1,5}))?")
_CONTROL = re.compile("[\x00-\x1f\x7f]")
_IN_A_QUERY = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")  # a text may have lines and tabs
_TRICK = re.compile(r"//|\\|(?:^|/)\.\.?(?:/|$)|%2f|%5c", re.IGNORECASE)

Refuse = Callable[..., Response]  # of a request, a status, the key of a message and its values


class Guard:
    """Lets a request through to the pages, or refuses it with a status and a message."""

    def __init__(self, app: ASGIApp, refuse: Refuse, host: str) -> None:
        self._app, self._refuse, self._host = app, refuse, host.lower()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, with our headers."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                headers.add_vary_header("Accept")
            await send(message)

        refused = self._wrong(scope)
        if refused:
            limits = {"path": LONGEST_PATH, "query": LONGEST_QUERY}
            await self._refuse(Request(scope), *refused, **limits)(scope, receive, with_headers)
        else:
            await self._app(scope, receive, with_headers)

    def _wrong(self, scope: Scope) -> tuple[int, str] | None:
        """The status and the message for a request that goes no further."""
        headers = Headers(scope=scope)
        hosts = headers.getlist("host")
        if len(hosts) != 1 or not self._is_ours(hosts[0]):
            return 421, "refused.host"
        path, query = scope.get("raw_path") or scope["path"].encode(), scope["query_string"]
        path = path.partition(b"?")[0]
        if len(path) > LONGEST_PATH or len(query) > LONGEST_QUERY:
            return 414, "refused.long"
        try:
            decoded = unquote_to_bytes(path).decode(), unquote_to_bytes(query).decode()
        except UnicodeDecodeError:
            return 400, "refused.letters"
        if _CONTROL.search(decoded[0]) or _IN_A_QUERY.search(decoded[1]):
            return 400, "refused.control"
        if _TRICK.search(path.decode()) or _TRICK.search(decoded[0]):
            return 400, "refused.path"
        origin = headers.get("origin")
        if scope["method"] == "POST" and origin is not None and origin != f"{scope['scheme']}://{hosts[0]}":
            return 403, "refused.other_site"
        return None

    def _is_ours(self, host: str) -> bool:
        """Whether a Host header names this machine: as it was started, or by an address where it listens on all."""
        written = _HOST.fullmatch(host)
        if written is None or int(written["port"] or 0) > 65535:
            return False
        name = written["name"].strip("[]").lower()
        ours = _address(self._host)
        everywhere = ours is not None and ours.is_unspecified
        return name in LOCAL or name == self._host or (everywhere and _address(name) is not None)


def _address(name: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(name)
    except ValueError:
        return None
