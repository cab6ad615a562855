"""What can go wrong, as one tree of errors, each with the exit code of its kind.

::

    MajlisError
    ├── UsageError            2  wrong usage
    │   └── QueryError           a user's Cypher is wrong (graph/gate)
    │       └── RefusedError     the gate does not let it through
    ├── CannotAnswerError     1  the data cannot answer: unknown or ambiguous name, wrong kind
    │   └── LimitError           a user's Cypher needs too much time or memory (graph/gate)
    ├── DocumentError         3  a document or table cannot be read (file, line, what to do)
    ├── CheckError            3  the data break a rule (file, line, rule)
    └── StoreError            4  the graph cannot be opened, built or asked
        └── CorruptGraphError    the graph file is damaged
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar


class MajlisError(Exception):
    """The base of every error that Majlis raises on purpose; its text is meant for the user."""

    exit_code: ClassVar[int] = 1


class UsageError(MajlisError):
    """The command or call was wrong; the text says what would be right."""

    exit_code: ClassVar[int] = 2


class CannotAnswerError(MajlisError):
    """The data cannot answer this question.

    `answer` is what `--format json` prints: asked, error (unknown, ambiguous, province), candidates, hint.
    """

    exit_code: ClassVar[int] = 1

    def __init__(self, message: str, answer: dict[str, Any]) -> None:
        super().__init__(message)
        self.answer = answer


class DocumentError(MajlisError):
    """A document or table cannot be read."""

    exit_code: ClassVar[int] = 3

    def __init__(self, file: str, line: int | None, what: str, todo: str) -> None:
        place = f"{file}, line {line}" if line else file
        super().__init__(f"{place}: {what}. {todo}")
        self.file, self.line = file, line


class CheckError(MajlisError):
    """The shipped data break one or more rules; the text names file, line and rule of each."""

    exit_code: ClassVar[int] = 3

    def __init__(self, problems: Sequence[object]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = tuple(problems)


class StoreError(MajlisError):
    """The graph cannot be opened, built or asked."""

    exit_code: ClassVar[int] = 4


class CorruptGraphError(StoreError):
    """The graph file is damaged or was written by an engine that this one cannot read."""
