"""A sentence, or the words of an item, and where it stands in the document."""

from __future__ import annotations

from typing import NamedTuple

from .found import Span


class Sentence(NamedTuple):
    """A sentence; `at` are its letters in the line."""

    text: str
    at: Span

    def span(self, start: int, end: int) -> Span:
        """Where letters `start` to `end` of it stand."""
        line, begins, stops = self.at
        first = begins + start
        return Span(line, min(first, stops), min(max(begins + end, first), stops))
