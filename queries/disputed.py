"""Numbers of seats that sources may dispute, from the smallest to the largest that stands: in words, and as a rank."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from typing import Generic, NamedTuple, Protocol, TypeVar

from .plain import Plain


class Span(NamedTuple):
    """A number of seats, from the smallest to the largest that stands; both are equal where nothing is disputed."""

    seats: int
    most: int


class Told(NamedTuple):
    """A number of seats with all that is said of it: from `seats`, the smallest, to `most`, the largest that stands.

    Both are equal where nothing is disputed. `others` are numbers that sources say besides; what has these three as
    fields means the same by them.
    """

    seats: int
    most: int
    others: tuple[int, ...] = ()

    @property
    def ends(self) -> Span:
        """The smallest and the largest number that any source says."""
        return Span(min((self.seats, *self.others)), max((self.most, *self.others)))


def sum_of(parts: Iterable[Told]) -> Told:
    """Several numbers together; `others` are the sums where for some of them counts what sources say besides."""
    least = most = 0
    sums = {0}
    for part in parts:
        least, most = least + part.seats, most + part.most
        each = {*range(part.seats, part.most + 1), *part.others}
        sums = {so_far + number for so_far in sums for number in each}
    return Told(least, most, tuple(sorted(sums.difference(range(least, most + 1)))))


class _Counted(Protocol):
    @property
    def seats(self) -> int: ...
    @property
    def most(self) -> int: ...


_List = TypeVar("_List", bound=_Counted)


class Contest(Plain, ABC, Generic[_List]):
    """An answer that has `lists` with seats, and which of them have most; `missing` seats are not accounted for."""

    __slots__ = ()
    lists: tuple[_List, ...]

    @property
    @abstractmethod
    def missing(self) -> int | None:
        """How many seats are not accounted for; None while it is not known how many there are."""

    @property
    def leading(self) -> tuple[_List, ...]:
        """The lists that no other here surely exceeds: those with most seats, or that may have most."""
        least = max((item.seats for item in self.lists), default=0)
        return tuple(item for item in self.lists if item.most >= least)

    @property
    def open(self) -> bool:
        """Whether sources dispute which of the lists here has most seats."""
        return len(self.leading) > 1 and any(item.seats < item.most for item in self.leading)

    @property
    def largest(self) -> tuple[_List, ...]:
        """The leading lists where no other may be as large, whoever has the seats not accounted for; else none.

        One list may have all of these: one that is not named here, or one that is, beyond its smallest number, which
        is what they are counted from. None while it is not known how many there are, and none where several lists lead
        of which one may have more.
        """
        first = self.leading
        if self.missing is None or not first or (self.missing and len(first) > 1 and not self.open):
            return ()
        behind = [max(item.most, item.seats + self.missing) for item in self.lists if item not in first]
        return first if max([self.missing, *behind]) < max(item.seats for item in first) else ()

    @property
    def certain(self) -> bool:
        """Whether it is known which lists are the largest of all, and sources do not dispute it."""
        return bool(self.largest) and not self.open


def place(mine: Span, others: Mapping[str, Span]) -> tuple[int | None, tuple[str, ...]]:
    """The place by seats of a list among others, by id, and those that share it.

    The place is None where disputed numbers leave it open; none share one of whose numbers any is disputed.
    """
    ahead = sum(other.seats > mine.most for other in others.values())
    perhaps_ahead = sum(other.most > mine.seats for other in others.values())
    tied = (id for id, other in others.items() if other.seats == mine.most and other.most == mine.seats)
    return ahead + 1 if ahead == perhaps_ahead else None, tuple(sorted(tied))
