"""What can be wrong with a user's text: errors that name a place in it, or a limit that it reaches."""

from __future__ import annotations

import re

from ..errors import CannotAnswerError, UsageError


class QueryError(UsageError):
    """A user's text is wrong; the message shows the line with a mark under the place, where it is known."""

    def __init__(self, what: str, asked: str, line: int | None = None, column: int | None = None) -> None:
        super().__init__(what if line is None else f"{what} {_shown(asked, line, column or 1)}")
        self.what, self.line, self.column = what, line, column


class RefusedError(QueryError):
    """A text that the gate does not let through; `word` is what was refused, at `line` and `column`."""

    def __init__(self, word: str, what: str, asked: str, start: int) -> None:
        super().__init__(f"refused: {what}", asked, *_place(asked, start))
        self.word = word


class LimitError(CannotAnswerError):
    """A text that needs more than it may have; `limit` is time, memory, work, size or depth."""

    def __init__(self, limit: str, asked: str, what: str) -> None:
        super().__init__(what, {"asked": asked, "error": limit, "candidates": [], "hint": what})
        self.limit = limit


def placed(what: str, asked: str, start: int) -> QueryError:
    """The error at a letter of a text."""
    return QueryError(what, asked, *_place(asked, start))


def _place(asked: str, start: int) -> tuple[int, int]:
    """The line and column of a letter, from 1."""
    return asked.count("\n", 0, start) + 1, start - asked.rfind("\n", 0, start)


def _shown(asked: str, line: int, column: int) -> str:
    """The place in words, and the line with a mark under it."""
    lines = asked.split("\n")
    row = re.sub(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]", " ", lines[line - 1] if line <= len(lines) else "")
    start = max(0, column - 61)
    return f"(line {line}, column {column})\n  {row[start : column + 59]}\n  {' ' * (column - 1 - start)}^"
