"""Prose: the paragraphs of a report, whose sentences the general reader reads; wrapped lines are put together first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from graph.errors import DocumentError
from graph.kinds import HOLDS_SEATS, Standing
from graph.names import Resolver

from ..assembler import Assembler
from ..deadline import Deadline, stopped_at
from ..documents import Document
from ..languages import standing_cue
from ..reading.checks import checked
from ..reading.found import Certainty, Claim, Found, Span
from ..reading.line import Line, LineKind
from ..reading.marked import Marked
from ..reading.reader import Read, Reader
from ..reading.words import Role
from ..reading.wrapped import ENDS_SENTENCE, Stretch, stretch_of
from .general import Maker, vote_of

# Characters of a part that is read at a time, so that a document never fills the memory: whole sentences of a
# paragraph; one of more is refused where none of its lines ends a sentence.
_LONGEST_PART = 100_000
_LONGEST_UNENDED = 1_000_000
_WRAPPED = 40  # characters of a line whose last word may be followed by a capital on the next
# Of these a text says what standing they have; what is told beside them is reported.
_RESULTS = frozenset({HOLDS_SEATS, "votes", "candidate_votes", "won_seat", "ranked", "turnout", "voters", "counted"})
_NO_PLACE = "where is not said"


def looks_like(lines: Iterable[str], resolver: Resolver) -> bool:
    """Whatever has no other shape is prose."""
    return True


def mark(document: Document, assembler: Assembler, said: Mapping[Role, str], read: Read | None) -> Iterator[Marked]:
    """The items of a prose report, each with where it stands and how it was read; the locator is "paragraph 3"."""
    first_cue = (cue for _, text in document.lines() if (cue := standing_cue(text)))
    standing = document.standing or next(first_cue, Standing.REPORTED)
    maker = Maker(document, assembler, lambda one: standing_of(one, standing))
    reader = Reader(assembler.resolver, None, Deadline(document.laid.size), vote_of(document))
    begun = False
    for part in _parts(document):
        lines = [stretch.line for stretch in part]
        counted = [line._replace(number=number) for number, line in enumerate(lines, 1)]
        found = reader.more(counted) if begun else reader.begin(counted)
        begun = True
        for marked in maker.marked(map(with_place, checked(found)), lines, 1):
            nth, span = part[marked.nth or 0].placed(marked.span)
            yield marked._replace(span=span, nth=nth)
        if reader.result.stopped is not None:
            yield Marked(stopped_at(lines[reader.result.stopped - 1].number, document.shown), Span(0, 0, 0))
            return


def with_place(one: Found) -> Found:
    """A claim; one of seats that says no place may be of any, and is only proposed."""
    if isinstance(one, Claim) and one.predicate == HOLDS_SEATS and one.object is None and not one.reason:
        return one._replace(certainty=Certainty.PROPOSED, reason=_NO_PLACE)
    return one


def standing_of(one: Claim, of_document: Standing) -> Standing:
    """The standing of a claim: what its own sentence says, or the document; what is no result has none."""
    if one.predicate not in _RESULTS:
        return Standing.REPORTED
    return standing_cue(one.quote) or of_document


def _parts(document: Document) -> Iterator[list[Stretch]]:
    """The stretches of a document, as many at a time as are held."""
    part: list[Stretch] = []
    length = 0
    for stretch in _stretches(document):
        if part and length + len(stretch.line.text) > _LONGEST_PART:
            yield part
            part, length = [], 0
        part.append(stretch)
        length += len(stretch.line.text)
    if part:
        yield part


def _stretches(document: Document) -> Iterator[Stretch]:
    """The lines of paragraphs, those put together that go on in each other, and the blank ones between."""
    held: list[tuple[int, Line]] = []
    number_of, length, within = 0, 0, False
    for index, line in enumerate(document.laid_lines()):
        text = line.text.strip()
        apart = not text or line.kind is not LineKind.TEXT
        if held and (apart or not _goes_on(held[-1][1].text, text)):
            yield stretch_of(held, f"paragraph {number_of}")
            held, length = [], 0
        if not text:
            yield stretch_of([(index, line)], f"paragraph {number_of}")
        else:
            number_of += apart or not within
            held.append((index, line))
            length += len(text)
        within = not apart
        if length > _LONGEST_UNENDED:
            what = f"a paragraph of more than {_LONGEST_UNENDED:,} characters, and no line of it ends a sentence"
            raise DocumentError(document.shown, held[0][1].number, what, "Break it into paragraphs and read it again.")
    if held:
        yield stretch_of(held, f"paragraph {number_of}")


def _goes_on(above: str, text: str) -> bool:
    """Whether a sentence may go on from one line to the next: the line ends none, and is long or the next is small."""
    above = above.rstrip()
    return not above.endswith(ENDS_SENTENCE) and (len(above) > _WRAPPED or text[:1].islower())
