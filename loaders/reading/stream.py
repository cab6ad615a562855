"""Tables of any length as a stream: the first rows tell what the columns are, the others are read as they come."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import count, islice

from graph.names import Resolver

from .checks import Agreement
from .found import Found
from .line import Line
from .reader import Read, Reader, deadline_of
from .words import Role

PART = 5_000  # lines that are held at a time
_MOST_HELD = 400_000  # claims and figures; of a longer document they are found a second time
Lines = Callable[[], Iterator[Line]]
Part = tuple[Sequence[Line], Sequence[Found]]


def read_stream(lines: Lines, size: int, resolver: Resolver, said: Mapping[Role, str] | None = None) -> Read:
    """How a long table is understood and what its claims agree on; `parts` then gives them. `size`: bytes."""
    agreement = Agreement()
    read = Read()
    held: list[Sequence[Found]] = []
    count = 0
    for reader, (_, found) in _parts(lines, resolver, said, deadline_of(size)):
        agreement.note(found)
        count += len(found)
        if count <= _MOST_HELD:
            held.append(found)
        read = reader.result
    read.streamed = agreement
    read.held = held if count <= _MOST_HELD else None
    return read


def parts(lines: Lines, read: Read, resolver: Resolver, said: Mapping[Role, str] | None = None) -> Iterator[Part]:
    """The document part by part: its lines, and what is found in them; until where `read_stream` came."""
    agreement = read.streamed or Agreement()
    if read.held is not None:
        again = lines()
        for found in read.held:
            yield list(islice(again, PART)), list(agreement.settled(found))
        return
    until = read.stopped

    def before() -> Iterator[Line]:
        return (line for line in lines() if until is None or line.number < until)

    unread = lines()
    for _, (part, found) in _parts(before, resolver, said, float("inf")):
        yield list(islice(unread, len(part))), list(agreement.settled(found))


def _parts(
    lines: Lines, resolver: Resolver, said: Mapping[Role, str] | None, deadline: float
) -> Iterator[tuple[Reader, Part]]:
    numbered = counted(lines())
    head = list(islice(numbered, PART))
    reader = Reader(head, resolver, said, deadline)
    yield reader, (head, list(reader.read()))
    while reader.result.stopped is None and (held := list(islice(numbered, PART))):
        yield reader, (held, list(reader.more(held)))


def counted(lines: Iterator[Line]) -> Iterator[Line]:
    """Lines with numbers of their own: a page of HTML may have all of them in one line of the file."""
    for number, line in zip(count(1), lines, strict=False):
        yield line if line.number == number else replace(line, number=number)
