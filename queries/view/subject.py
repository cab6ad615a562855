"""What a question was read to be about, or why the data cannot answer it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.errors import CannotAnswerError
from graph.lexicon import Candidate
from graph.names import Matched

from ..plain import Named, Plain


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Subject(Plain):
    """What a question was read to be about."""

    FIELDS = ("candidate.id", "candidate.kind", "candidate.name", "matched")

    candidate: Candidate
    matched: Matched

    @property
    def named(self) -> Named:
        """Its id and name."""
        return Named(self.candidate.id, self.candidate.name)


def cannot_answer(asked: str, error: str, candidates: Sequence[Candidate], hint: str) -> CannotAnswerError:
    """The error for a question that the data cannot answer, with what JSON prints of it."""
    rows = [(item.id, item.kind.value, item.name) for item in candidates]
    return refused(asked, error, rows, hint, "{2} ({1}, {0})")


def refused(asked: str, error: str, rows: Sequence[tuple[str, str, str]], hint: str, line: str) -> CannotAnswerError:
    """The same with the id, the kind and the name of what may have been meant, each in a line of its own."""
    candidates = [{"id": id, "kind": kind, "name": name} for id, kind, name in rows]
    text = "\n".join([hint, *(f"  {line.format(*row)}" for row in rows)])
    return CannotAnswerError(text, {"asked": asked, "error": error, "candidates": candidates, "hint": hint})
