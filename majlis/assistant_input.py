"""What an assistant sends: lines that are made readable, and the values of a call held against what its tool takes.

A line that no JSON reader takes has no answer in the protocol, and whoever sent it would wait for ever: half of a
surrogate pair, which is the usual reason, is read as the mark of a letter that is lost; what else is no JSON is
answered as an error.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Mapping
from typing import Any, NamedTuple

import anyio
import mcp_types as types
from mcp.shared.message import SessionMessage

from graph.errors import UsageError

LONGEST = 1000  # letters of a value that is a name or a word
_PAIRS = re.compile(r"\\(?:u(?i:d[89ab][0-9a-f]{2})\\u(?i:d[c-f][0-9a-f]{2})|(u(?i:d[89a-f][0-9a-f]{2}))|.)", re.DOTALL)
_LOST = r"\ufffd"


class _Type(NamedTuple):
    """A type of JSON: what a value of it is in Python, and in words."""

    classes: tuple[type, ...]
    words: str


_TYPES: Mapping[str, _Type] = {
    "string": _Type((str,), "a text"),
    "integer": _Type((int,), "a whole number"),
    "number": _Type((int, float), "a number"),
    "boolean": _Type((bool,), "true or false"),
    "array": _Type((list,), "a list of texts"),
    "object": _Type((dict,), "an object of names and values"),
}


class Lines:
    """The lines of standard input, each with whole letters."""

    def __init__(self, lines: anyio.AsyncFile[str]) -> None:
        self._lines = lines

    async def __aiter__(self) -> AsyncIterator[str]:
        async for line in self._lines:
            yield whole(line)


def whole(line: str) -> str:
    """A line of JSON in which each half of a surrogate pair that is written alone is the mark of a lost letter."""
    if "\\u" not in line:
        return line
    return _PAIRS.sub(lambda found: _LOST if found[1] else found[0], line)


class Messages:
    """The messages of an assistant; a line that is none is answered as an error, and not handed on."""

    def __init__(self, messages: Any, answers: Any) -> None:
        self._messages, self._answers = messages, answers

    @property
    def last_context(self) -> Any:
        """The context in which the last message was sent."""
        return self._messages.last_context

    async def receive(self) -> Any:
        """The next message."""
        while isinstance(found := await self._messages.receive(), Exception):
            text = "this line is no message of the protocol. Send one JSON object a line."
            error = types.ErrorData(code=types.PARSE_ERROR, message=text)
            await self._answers.send(SessionMessage(types.JSONRPCError(jsonrpc="2.0", id=None, error=error)))
        return found

    def __aiter__(self) -> Messages:
        return self

    async def __anext__(self) -> Any:
        try:
            return await self.receive()
        except anyio.EndOfStream:
            raise StopAsyncIteration from None

    async def aclose(self) -> None:
        """Take no more."""
        await self._messages.aclose()

    async def __aenter__(self) -> Messages:
        return self

    async def __aexit__(self, *error: object) -> None:
        await self.aclose()


def checked(tool: types.Tool, given: Mapping[str, Any]) -> dict[str, Any]:
    """The values of a call, without those that are null. Raises UsageError where the tool does not take them."""
    takes: Mapping[str, Any] = tool.input_schema["properties"]
    if unknown := given.keys() - takes.keys():
        names = ", ".join(sorted(shown(name) for name in unknown))
        raise UsageError(f"{tool.name} takes no {names}. It takes: {', '.join(takes) or 'nothing'}.")
    found = {name: value for name, value in given.items() if value is not None}
    for name, value in found.items():
        _check(f"{tool.name}: {name}", value, takes[name])
    return found


def shown(value: object) -> str:
    """A value as an error can name it, of any length."""
    text = str(value)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}..."


_SHOWN = 80


def _check(name: str, value: object, takes: Mapping[str, Any]) -> None:
    kind = _TYPES[takes["type"]]
    if not isinstance(value, kind.classes) or (isinstance(value, bool) and bool not in kind.classes):
        raise UsageError(f"{name} is {kind.words}, and not {shown(value)}.")
    if isinstance(value, str) and len(value) > (most := takes.get("maxLength", LONGEST)):
        raise UsageError(f"{name} has {len(value):,} letters, and at most {most:,} are read.")
    if isinstance(value, list):
        if len(value) > LONGEST:
            raise UsageError(f"{name} has {len(value):,} items, and at most {LONGEST:,} are read.")
        for each in value:
            _check(f"{name}, each item,", each, takes["items"])
    least, largest = takes.get("minimum"), takes.get("maximum")
    if isinstance(value, (int, float)) and not (
        (least is None or value >= least) and (largest is None or value <= largest)
    ):
        between = f"{least or 0} or more" if largest is None else f"{least or 0} to {largest}"
        raise UsageError(f"{name} is {between}, and not {shown(value)}.")
