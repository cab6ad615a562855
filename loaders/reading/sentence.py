"""A sentence, or the words of an item, and where it stands in the document."""

from __future__ import annotations

from typing import NamedTuple

from .found import Span

_LONGEST, _MOST_WORDS = 4_000, 300  # letters and words of a sentence that are read
NOT_READ = f"of a sentence of more than {_MOST_WORDS} words or {_LONGEST:,} characters the rest is not read"


class Sentence(NamedTuple):
    """A sentence; `at` are its letters in the line. `quoted`: it begins within a quotation."""

    text: str
    at: Span
    quoted: bool = False

    def span(self, start: int, end: int) -> Span:
        """Where letters `start` to `end` of it stand."""
        line, begins, stops = self.at
        first = begins + start
        return Span(line, min(first, stops), min(max(begins + end, first), stops))


def as_far_as_read(text: str) -> str:
    """The part of a sentence that is read; what goes on and on is none."""
    if len(text) <= 2 * _MOST_WORDS:
        return text
    words = text[:_LONGEST].split(" ", _MOST_WORDS)
    return " ".join(words[:_MOST_WORDS])
