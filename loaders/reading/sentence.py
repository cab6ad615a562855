"""A sentence, or the words of an item, and where each of its letters stands in the document."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from .found import Span


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence. `pieces` say where it was taken from: letters from `pieces[i][0]` on stand in the line of its span.

    A sentence that runs over two lines has two pieces, joined by a blank.
    """

    text: str
    pieces: tuple[tuple[int, Span], ...]

    def span(self, start: int, end: int) -> Span:
        """Where letters `start` to `end` stand; of letters of more lines than one, those in the first line."""
        at = max(bisect_right(self.pieces, start, key=lambda piece: piece[0]) - 1, 0)
        begins, whole = self.pieces[at]
        first = whole.start + max(start - begins, 0)
        return Span(whole.line, min(first, whole.end), min(max(whole.start + end - begins, first), whole.end))

    @property
    def whole(self) -> Span:
        """Where the sentence begins, to its end or to the end of that line."""
        return self.span(0, len(self.text))


def sentence_of(text: str, spans: Sequence[Span]) -> Sentence:
    """A sentence whose parts, joined by one blank each, stand at these spans."""
    pieces, begins = [], 0
    for span in spans:
        pieces.append((begins, span))
        begins += span.end - span.start + 1
    return Sentence(text, tuple(pieces))
