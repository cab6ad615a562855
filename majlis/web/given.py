"""What a request asks for beside its address: as a page or as data, in which language, and the fields of its form."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.types import ASGIApp, Receive, Scope, Send

from graph.gate import LONGEST

from ..wording.messages import LANGUAGES, USUAL

# What an address may end with beside the page itself: data, the picture, and the card that links to it show.
CARD, PICTURES = ".card.png", {".svg": "image/svg+xml", ".png": "image/png"}
ENDINGS = (".json", ".csv", CARD, *PICTURES)
_MOST = 12 * LONGEST + 20_000  # bytes of a form: each character may be four bytes, each byte three letters


class AsData:
    """An address with one of these endings is the page without it, as data, as a picture or as its card."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer the request of an address by the page that is meant."""
        path = scope["path"] if scope["type"] == "http" else ""
        ending = next((ending for ending in ENDINGS if path.endswith(ending)), None)
        if ending and not path.startswith("/static/"):
            short = path.removesuffix(ending)
            scope = {**scope, "path": "/" if short in ("", "/index") else short, "ending": ending}
        await self._app(scope, receive, send)


def wants_data(request: Request) -> bool:
    """Whether a request asks for an answer as data, a picture or a card, and not for a page."""
    accept = request.headers.get("accept", "")
    return "ending" in request.scope or ("application/json" in accept and "text/html" not in accept)


def language_of(given: Mapping[str, str]) -> str:
    """The language asked for, else that of the question."""
    lang = given.get("lang", "")
    if lang in LANGUAGES:
        return lang
    question = given.get("q")
    if not question:
        return USUAL
    from .questions import is_arabic

    return "ar" if is_arabic(question) else USUAL


async def body_of(request: Request, what: str, kind: str, most: int) -> bytes:
    """The body of a request. Raises HTTPException for one of another kind, that is too long, or was broken off."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != kind:
        raise HTTPException(415, f"the {what} is sent as {kind}.")
    body = b""
    try:
        async for part in request.stream():
            body += part
            if len(body) > most:
                raise HTTPException(413, f"the {what} has at most {most:,} bytes.")
    except ClientDisconnect as error:
        raise HTTPException(400, f"the {what} was broken off.") from error
    return body


async def form_of(request: Request) -> dict[str, str]:
    """The fields of a form. Raises HTTPException for one that is too long or no form."""
    body = await body_of(request, "form", "application/x-www-form-urlencoded", _MOST)
    try:
        return dict(parse_qsl(body.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=20))
    except (UnicodeError, ValueError) as error:
        raise HTTPException(400, "the form cannot be read as UTF-8.") from error
