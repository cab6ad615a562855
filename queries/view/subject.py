"""What a question was read to be about, or why the data cannot answer it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.errors import CannotAnswerError
from graph.lexicon import Candidate
from graph.names import Matched

from ..plain import Named, Plain


@dataclass(frozen=True, slots=True)
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
    rows = [{"id": item.id, "kind": item.kind.value, "name": item.name} for item in candidates]
    lines = [f"  {item.name} ({item.kind.value}, {item.id})" for item in candidates]
    return CannotAnswerError(
        "\n".join([hint, *lines]), {"asked": asked, "error": error, "candidates": rows, "hint": hint}
    )
