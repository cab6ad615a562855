"""Prose: the paragraphs of a report, whose sentences the grammars of the languages read.

They know no numbers of seats: a sentence that tells such is read by the general reader, as far as it states them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.errors import DocumentError
from graph.model import Item, Place, Standing, Unreadable

from ..assembler import Assembler, unreadable
from ..deadline import Deadline, stopped_at
from ..documents import Document
from ..languages import sentence_readers, standing_cue
from ..languages.english.sentences import UNREAD_SEATS
from ..reading.found import Certainty, Claim, Found, Unread
from .general import LARGEST_HELD, Maker, read_document

# Characters of a paragraph: more is read in stretches of whole sentences, so that it never fills the memory, and
# refused where none of its lines ends a sentence.
_LONGEST_STRETCH = 100_000
_LONGEST_UNENDED = 1_000_000


def looks_like(lines: Iterable[str]) -> bool:
    """Whatever has no other shape is prose."""
    return True


def read(document: Document, assembler: Assembler) -> Iterator[Item]:
    """The items of a prose report, paragraph by paragraph; the locator is "paragraph 3"."""
    seats: dict[str, list[Found]] | None = None
    maker = Maker(document, assembler)
    for item in _grammar(document, assembler):
        if not isinstance(item, Unreadable) or item.reason != UNREAD_SEATS or item.place is None:
            yield item
            continue
        seats = _stated_seats(document, assembler) if seats is None else seats
        found = seats.get(_plain(item.text))
        for one in found or ():
            if isinstance(one, Claim):
                yield from maker.items(one, item.locator, item.place, item.text)
            else:
                yield unreadable(one.text, one.reason, item.locator, item.place)
        if not found:
            yield item


def _stated_seats(document: Document, assembler: Assembler) -> dict[str, list[Found]]:
    """What the general reader finds in each sentence that states seats with their place, its unread figures with it.

    None of a sentence with a doubt, and none of a document too long to be held.
    """
    if document.laid.size > LARGEST_HELD:
        return {}
    read = read_document(document, assembler).found
    claims = [one for one in read if isinstance(one, Claim) and one.predicate == "holds_seats" and one.quote]
    doubted = {one.quote for one in claims if one.certainty is not Certainty.STATED or one.object is None}
    texts = {number: line.text for number, line in enumerate(document.laid_lines(), 1)}
    found: dict[str, list[Found]] = {}
    for one in claims:
        if one.quote in doubted or _plain(one.quote) in found:
            continue
        start = texts[one.at.line].find(one.quote)
        inside = range(start, start + len(one.quote)) if start >= 0 else range(0)
        found[_plain(one.quote)] = [
            other
            for other in read
            if (isinstance(other, Unread) and other.at.line == one.at.line and other.at.start in inside)
            or (isinstance(other, Claim) and other.predicate == "holds_seats" and other.quote == one.quote)
        ]
    return found


def _plain(sentence: str) -> str:
    return " ".join(sentence.split())


def _grammar(document: Document, assembler: Assembler) -> Iterator[Item]:
    """What the grammars of the languages read."""
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
