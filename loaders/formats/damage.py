"""What libraries raise for a damaged document, and what a user is told of it."""

from __future__ import annotations

import struct
import zipfile
import zlib

from graph.errors import DocumentError

from .content import Content
from .format import refuse

# What libraries raise for a damaged file: none of them says all that it may, and ParseErrors of XML are SyntaxErrors.
DAMAGE = (
    *(ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, OSError, RuntimeError, SyntaxError),
    *(TypeError, ValueError, struct.error, zipfile.BadZipFile, zlib.error),
)


def damaged(content: Content, what: str, error: Exception) -> DocumentError:
    """A document that a library cannot make anything of; `what` it is, "this PDF"."""
    said = " ".join(str(error).split())[:120] or type(error).__name__
    return refuse(content, f"{what} is damaged ({said})", "Open it and save it again.")
