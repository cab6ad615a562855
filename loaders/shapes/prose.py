"""Prose: the paragraphs of a report, whose sentences the grammars of the languages read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.errors import DocumentError
from graph.model import Item, Place, Standing

from ..assembler import Assembler
from ..deadline import Deadline, stopped_at
from ..documents import Document
from ..languages import sentence_readers, standing_cue

# Characters of a paragraph: more is read in stretches of whole sentences, so that it never fills the memory, and
# refused where none of its lines ends a sentence.
_LONGEST_STRETCH = 100_000
_LONGEST_UNENDED = 1_000_000


def looks_like(lines: Iterable[str]) -> bool:
    """Whatever has no other shape is prose."""
    return True


def read(document: Document, assembler: Assembler) -> Iterator[Item]:
    """The items of a prose report, paragraph by paragraph; the locator is "paragraph 3"."""
    standing = document.standing or next(filter(None, map(standing_cue, _texts(document))), Standing.REPORTED)
    readers = sentence_readers(assembler, document.required_election)
    deadline = Deadline(document.laid.size)
    stretch: list[str] = []
    number_of, first_line, length, within = 0, 0, 0, False
    for line_number, line in _with_end(deadline.lines(document.lines())):
        text = line.strip()
        if text:
            number_of += not within
            first_line = first_line if stretch else line_number
            stretch.append(text)
            length += len(text)
        within = bool(text)
        if stretch and (not text or (length > _LONGEST_STRETCH and text[-1] in ".!?")):
            place = Place(document.shown, first_line)
            for reader in readers:
                said = reader.read(" ".join(stretch), f"paragraph {number_of}", place, standing)
                yield from deadline.items(said, first_line, length)
            stretch, length = [], 0
        if length > _LONGEST_UNENDED:
            what = f"a paragraph of more than {_LONGEST_UNENDED:,} characters, and no line of it ends a sentence"
            raise DocumentError(document.shown, first_line, what, "Break it into paragraphs and read it again.")
    if deadline.stopped is not None:
        yield stopped_at(deadline.stopped, document.shown)


def _texts(document: Document) -> Iterator[str]:
    return (line for _, line in document.lines())


def _with_end(lines: Iterator[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    yield from lines
    yield 0, ""
