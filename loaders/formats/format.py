"""What a format is to the loaders: how it is told, and how its bytes become the lines that every reader sees."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from importlib import import_module
from importlib.util import find_spec

from graph.errors import DocumentError
from graph.model import Remark

from ..reading.line import Line
from .content import Content

# What libraries raise for a damaged file: none of them says all that it may, and ParseErrors of XML are SyntaxErrors.
DAMAGE = (
    *(ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, OSError, RuntimeError, SyntaxError),
    *(TypeError, ValueError, struct.error, zipfile.BadZipFile, zlib.error),
)
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


@dataclass(frozen=True, slots=True)
class Format:
    """A row of the table: `module` holds `lay(content)`; `needs` is a package of the extra `documents`.

    `looks_like` tells it from the first bytes, whatever the file is called; `endings` tell it where they do not.
    """

    name: str
    module: str
    looks_like: Callable[[Content], bool]
    endings: tuple[str, ...] = ()
    needs: str = ""

    def lay(self, content: Content) -> Laid:
        """The lines of a document. Raises DocumentError where it cannot be read, or a package is not installed."""
        if self.needs and find_spec(self.needs) is None:
            what = f"this is a {self.name} document, and what reads those is not installed ({self.needs})"
            raise DocumentError(content.shown, None, what, f"Install it: {EXTRA}")
        found: Laid = import_module(f".{self.module}", __package__).lay(content)
        return replace(found, size=content.size)


def damaged(content: Content, what: str, error: Exception) -> DocumentError:
    """A document that a library cannot make anything of; `what` it is, "this PDF"."""
    said = " ".join(str(error).split())[:120] or type(error).__name__
    return refuse(content, f"{what} is damaged ({said})", "Open it and save it again.")


def refuse(content: Content, what: str, todo: str) -> DocumentError:
    """A document that cannot be read, and what to do."""
    return DocumentError(content.shown, None, what, todo)
