"""Tables of any length as a stream: the first rows tell what the columns are, the others are read as they come."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice

from graph.names import Resolver

from ..deadline import Deadline
from .checks import Agreement
from .found import Found
from .line import Line
from .reader import Read, Reader
from .words import Role

PART = 5_000  # lines that are held at a time
_MOST_HELD = 400_000  # claims and figures; of a longer document they are found a second time
Lines = Callable[[], Iterator[Line]]
Part = tuple[Sequence[Line], Sequence[Found]]


def read_stream(lines: Iterable[Line], size: int, resolver: Resolver, said: Mapping[Role, str] | None = None) -> Read:
    """How a long table is understood and what its claims agree on; `parts` then gives them. `size`: bytes.

    Text in it is read line by line, as it stands.
    """
    agreement = Agreement()
    read = Read()
    held: list[Part] = []
    count = 0
    for reader, (part, found) in _parts(lines, resolver, said, Deadline(size)):
        agreement.note(found)
        count += len(found)
        if count <= _MOST_HELD:
            held.append(([Line(line.number, line.text, where=line.where) for line in part], found))
        read = reader.result
    read.streamed = agreement
    read.held = held if count <= _MOST_HELD else None
    return read


def parts(lines: Lines, read: Read, resolver: Resolver, said: Mapping[Role, str] | None = None) -> Iterator[Part]:
    """The document part by part: its lines, and what is found in them; until where `read_stream` came."""
    agreement = read.streamed or Agreement()
    if read.held is not None:
        for part, found in read.held:
            yield part, list(agreement.settled(found))
        return
    until = read.stopped - 1 if read.stopped is not None else None
    for _, (part, found) in _parts(islice(lines(), until), resolver, said, Deadline(math.inf)):
        yield part, list(agreement.settled(found))


def _parts(
    lines: Iterable[Line], resolver: Resolver, said: Mapping[Role, str] | None, deadline: Deadline
) -> Iterator[tuple[Reader, Part]]:
    coming = iter(lines)
    part = list(islice(coming, PART))
    reader = Reader(resolver, said, deadline)
    yield reader, (part, reader.begin(counted(part)))
    first = 1 + len(part)
    while reader.result.stopped is None and (part := list(islice(coming, PART))):
        yield reader, (part, reader.more(counted(part, first)))
        first += len(part)


def counted(lines: Iterable[Line], first: int = 1) -> list[Line]:
    """Lines with numbers of their own, from `first` on: a page of HTML may have all in one line of the file."""
    return [line if line.number == number else line._replace(number=number) for number, line in enumerate(lines, first)]
