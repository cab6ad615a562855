"""Any document: what the general reader finds in its text becomes statements, proposals and gaps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from graph.kinds import Standing
from graph.model import PROVINCES, Item, Place, Remark, Statement
from graph.predicates import PREDICATES

from ..assembler import Assembler, Mention, mention_of, unreadable
from ..deadline import stopped_at
from ..documents import Document
from ..reading.blocks import BlockKind, blocks
from ..reading.found import Certainty, Claim, Span, Unread
from ..reading.line import Line
from ..reading.marked import Marked
from ..reading.reader import Read, read_lines
from ..reading.words import Role

# Of these the place is the subject.
_OF_A_PLACE = frozenset({"turnout", "voters", "counted", "council_size", "electorate"})
_LONGEST_QUOTE = 200


def looks_general(lines: Iterable[str]) -> bool:
    """Whether a document holds a table, or a list of names and figures, of any dressing."""
    return any(
        block.kind is BlockKind.TABLE
        or (block.kind is BlockKind.ITEM and any(char.isdigit() for char in block.text[-12:]))
        for block in blocks([Line(number, line) for number, line in enumerate(lines, 1)])
    )


def read_general(document: Document, assembler: Assembler) -> Iterator[Item]:
    """The items of a document; of what is only proposed, one remark says how many there are."""
    proposed = 0
    for marked in mark_general(document, assembler):
        if isinstance(marked.item, Statement) and (marked.certainty is Certainty.PROPOSED or _lacks_place(marked.item)):
            proposed += 1
        else:
            yield marked.item
    if proposed:
        text = f"{proposed} claims are only proposed, and do not count before a person accepts them"
        yield Remark(text, document.shown)


def _lacks_place(claim: Statement) -> bool:
    """Whether a claim names no place and its predicate cannot do without."""
    predicate = PREDICATES[claim.predicate]
    return bool(predicate.objects) and claim.object_text is None and not predicate.whole


def read_document(document: Document, assembler: Assembler, said: Mapping[Role, str] | None = None) -> Read:
    """What the general reader finds, and how it understood the tables; `said` are columns a person named."""
    # A page of HTML may have all of its lines in one line of the file: here each has a number of its own.
    lines = [replace(line, number=number) for number, line in enumerate(document.laid_lines(), 1)]
    return read_lines(lines, assembler.resolver, said)


def mark_general(
    document: Document, assembler: Assembler, said: Mapping[Role, str] | None = None, read: Read | None = None
) -> Iterator[Marked]:
    """The items of a document, each with where it stands and how it was read."""
    lines = list(document.laid_lines())
    read = read or read_document(document, assembler, said)
    told: set[str] = set()
    for one in read.found:
        line = lines[one.at.line - 1]
        place = Place(document.shown, line.number)
        locator = line.where or f"line {line.number}"
        at = one.at._replace(line=line.number)
        if isinstance(one, Unread):
            gap = unreadable(one.text, one.reason, locator, place)
            yield Marked(gap, at, index=one.at.line - 1, value=one.value)
            continue
        quote = one.quote or _quote(line.text, one)
        for item in _items(one, document, assembler, locator, place, quote):
            if isinstance(item, Statement):
                yield Marked(item, at, one.certainty, one.mechanism, one.place_from, one.reason, one.at.line - 1)
            elif getattr(item, "text", "") not in told:
                told.add(getattr(item, "text", ""))
                yield Marked(item, at, index=one.at.line - 1)
    if read.stopped is not None:
        stopped = lines[read.stopped - 1].number
        yield Marked(stopped_at(stopped, document.shown), Span(stopped, 0, 0))


def _items(one: Claim, document: Document, assembler: Assembler, locator: str, place: Place, quote: str) -> list[Item]:
    """A claim as a statement, and its names that nobody registered."""
    predicate = PREDICATES[one.predicate]
    election = document.election
    where = assembler.mention(one.object, PROVINCES) if one.object and predicate.objects == PROVINCES else None
    object: Mention | None = where
    if one.predicate in _OF_A_PLACE:
        whole = mention_of(election, "") if election else Mention("", told=True)
        subject = assembler.mention(one.object, PROVINCES) if one.object else whole
        object = None
    else:
        within = where.entity.id if where and where.entity else None
        subject = assembler.mention(one.subject or "", predicate.subjects, within)
        if one.object and object is None:
            object = assembler.mention(one.object, predicate.objects) if predicate.objects else Mention(one.object)
            if predicate.text_object:
                object = object._replace(told=True)
    return assembler.claim(
        one.predicate,
        subject,
        object,
        one.value,
        locator=locator,
        place=place,
        quote=quote,
        standing=document.standing or one.standing or Standing.REPORTED,
        election=election.id if election and predicate.per_election else None,
        since=one.since,
        until=one.until,
    )


def _quote(text: str, one: Claim) -> str:
    """The line that says it, or as much of a long one as stands around the claim."""
    if len(text.strip()) <= _LONGEST_QUOTE:
        return text.strip()
    middle = (one.at.start + one.at.end) // 2
    start = max(0, min(middle - _LONGEST_QUOTE // 2, len(text) - _LONGEST_QUOTE))
    return text[start : start + _LONGEST_QUOTE].strip()
