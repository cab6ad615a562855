"""What a format is to the loaders: how it is told, and how its bytes become the lines that every reader sees."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from importlib import import_module
from importlib.util import find_spec
from typing import Protocol

from graph.errors import DocumentError
from graph.model import Remark

from ..deadline import Deadline, stopped_behind
from ..reading.line import Line
from .content import Content
from .rows import SpreadError

EXTRA = "pip install 'majlis-graph[documents]'"


@dataclass(frozen=True, slots=True)
class Laid:
    """A document as lines. `said` is what its own markup says of it; `remarks` tell what was lost on the way.

    `again` gives the lines anew from the first, as a stream where the format allows it; `numbered` the same without
    what a plain text has none of, in half the time. `streams`: it takes no more memory however long it is; `size` is
    that of the document in bytes.
    """

    format: str
    again: Callable[[], Iterator[Line]]
    said: Mapping[str, str] = field(default_factory=dict)
    remarks: tuple[Remark, ...] = ()
    numbered: Callable[[], Iterator[tuple[int, str]]] | None = None
    streams: bool = False
    size: int = 0


class Reader(Protocol):
    """A document on its way to lines. Each module of a format has one, made of the content."""

    def read(self) -> None:
        """Go through the document. It may be broken off anywhere. Raises DocumentError where it cannot be read."""

    def laid(self) -> Laid | None:
        """What was read; None where it is not even known how the lines are read."""


@dataclass(frozen=True, slots=True)
class Format:
    """A row of the table: `module` holds a `Reader`; `needs` is a package of the extra `documents`.

    `looks_like` tells it from the first bytes, whatever the file is called; `endings` tell it where they do not.
    """

    name: str
    module: str
    looks_like: Callable[[Content], bool]
    endings: tuple[str, ...] = ()
    needs: str = ""

    def lay(self, content: Content) -> Laid:
        """The lines of a document, as far as its time goes.

        Raises DocumentError where it cannot be read, no line was read in its time, or a package is not installed.
        """
        if self.needs and find_spec(self.needs) is None:
            what = f"this is a {self.name} document, and what reads those is not installed ({self.needs})"
            raise DocumentError(content.shown, None, what, f"Install it: {EXTRA}")
        reader: Reader = import_module(f".{self.module}", __package__).Reader(content)
        try:
            whole = Deadline(content.size).run(reader.read)
            found = reader.laid()
        except SpreadError as error:
            todo = "Break it into parts, or save its tables as CSV, which is read as a stream."
            raise refuse(content, f"the cells of its tables span more than {error}", todo) from error
        if whole and found is not None:
            return replace(found, size=content.size)
        said = (line for line in found.again() if line.text.strip()) if found is not None else ()
        last = next(iter(deque(said, maxlen=1)), None)
        if found is None or last is None:
            raise too_long(content, f"the time of this {self.name} was over before its first line was read")
        told = stopped_behind(last.where or f"line {last.number}", content.shown)
        return replace(found, size=content.size, remarks=(*found.remarks, told))


def too_long(content: Content, what: str) -> DocumentError:
    """A document whose time was over before anything of it was read."""
    return refuse(content, what, "Break it into parts, or give its text.")


def refuse(content: Content, what: str, todo: str) -> DocumentError:
    """A document that cannot be read, and what to do."""
    return DocumentError(content.shown, None, what, todo)
