"""What a map says of each province: a fill, a few letters on the map, and words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.names import Candidate
from queries.disputed import span
from queries.ties import SHARED
from queries.where import DID_NOT_STAND, NO_VOTE, NONE, SEATS, UNKNOWN, CouncilAnswer, HeldList, Where
from queries.who import Holder, Who

from ..terminal.phrases import seats_of, share
from ..terminal.text import isolate
from .hemicycle import letters
from .palette import list_class, step

LEVEL = "level"  # several lists are the largest
LARGEST = "largest"
OPEN = "open"  # sources dispute which lists are the largest
# The statuses that are patterns, so that none of them looks like a number of seats, least of all like none.
PATTERNS = {
    SHARED: "on a joint list, part not reported",
    UNKNOWN: "unknown",
    DID_NOT_STAND: "did not stand",
    NO_VOTE: "held no vote",
}


@dataclass(frozen=True, slots=True)
class Area:
    """A province on a map. `fills` are classes: one, the stripes of several, or none for a status with a pattern.

    `letters` are empty for none on its own list: a "0" there would read like a number that somebody counted.
    `seats`, `most` and `size` are set where there is a number: `seats` to `most` where sources dispute it, else both
    are equal. `marked` says that sources differ.
    """

    id: str
    name: str
    status: str
    fills: tuple[str, ...]
    letters: str
    words: str
    seats: int | None = None
    most: int | None = None
    size: int | None = None
    marked: bool = False
    differ: str = "sources differ"  # what a mark means, in the language of the words

    @property
    def label(self) -> str:
        """The province and what is said of it: "Baghdad: 9 of 52 seats"."""
        return f"{isolate(self.name)}: {self.words}" + (f" ({self.differ})" if self.marked else "")


def areas_of(answer: Where) -> tuple[Area, ...]:
    """What an answer says of each province, most seats first, those without a vote last."""
    counted = frozenset(item.id for item in answer.lists if item.relation != SHARED)
    found = [_council(council, answer.subject.candidate, counted) for council in answer.provinces]
    return (*found, *(Area(place.id, place.name, NO_VOTE, (), "no vote", "held no vote") for place in answer.no_vote))


def _council(council: CouncilAnswer, subject: Candidate, counted: frozenset[str]) -> Area:
    size, perhaps = council.council_size, council.perhaps
    fills: tuple[str, ...] = ()
    short = words = ""
    if council.status == SEATS:
        seats, most = council.seats or 0, council.most or 0
        short = span(seats, most)
        words = f"{seats_of(short, size)}, {share(seats, most, size) or 'size of the council not known'}"
        held = [item for item in council.lists if item.relation != SHARED]
        if len(counted) > 1 and any(item.id != subject.id for item in held):
            named = [isolate(item.name) + (f" {_number(item)}" if len(held) > 1 else "") for item in held]
            words += f" ({', '.join(named)})"
        fills = (f"step-{step(seats, size)}" if size else "step-1",)
    elif council.status == NONE:
        none = f"none of {size}" if size else "none"
        words = f"stood and won {none}" if council.stood else f"{none} on its own list"
        fills = ("none",)
    elif council.status == SHARED:
        joint = ", ".join(f"{isolate(item.name)} {seats_of(_number(item), size)}" for item in council.lists)
        short, words = "joint list", f"joint list, {joint}; the part of {isolate(subject.name)} is not reported"
    elif council.status == UNKNOWN:
        short = "?" if perhaps is None else f"0 to {perhaps}"
        words = "unknown" + ("" if perhaps is None else f", {seats_of(short, size)}")
    elif council.status == DID_NOT_STAND:
        short = words = "did not stand"
    return Area(
        council.id,
        council.name,
        council.status,
        fills,
        short,
        words,
        council.seats,
        council.most,
        size,
        council.disputed or council.dissent,
    )


def _number(item: HeldList | Holder) -> str:
    return span(item.seats, item.most)


def largest_areas(councils: Sequence[Who], slots: Mapping[str, int]) -> tuple[Area, ...]:
    """The largest list of each council, level ones and those that may be the largest together; the order of `councils`.

    The letters are the lists' keys, by their place among all lists that are the largest anywhere.
    """
    lists = {item.id: item for answer in councils for item in answer.leading}.values()
    keys = {item.id: letters(place) for place, item in enumerate(by_colour(lists, slots))}
    return tuple(_largest(answer, keys, slots) for answer in councils)


def by_colour(lists: Iterable[Holder], slots: Mapping[str, int]) -> list[Holder]:
    """Lists in the order of their letters on the map: those with a colour first."""
    return sorted(lists, key=lambda item: (slots.get(item.id, len(slots)), item.id))


def _largest(answer: Who, keys: Mapping[str, str], slots: Mapping[str, int]) -> Area:
    first = by_colour(answer.leading, slots)
    place, size = answer.subject.candidate, answer.council_size
    if answer.status == NO_VOTE:
        return Area(place.id, place.name, NO_VOTE, (), "no vote", "held no vote")
    if not first:
        return Area(place.id, place.name, UNKNOWN, (), "?", "unknown, no seat is accounted for", size=size)
    of = f" of {size}" if size else ""
    seats, most = max(item.seats for item in first), max(item.most for item in first)
    names = " and ".join(isolate(item.name) for item in first)
    status, words = LARGEST, f"{names} {span(seats, most)}{of}"
    if answer.open:
        status, words = OPEN, f"disputed: {', '.join(f'{isolate(item.name)} {_number(item)}{of}' for item in first)}"
    elif len(first) > 1:
        status, words = LEVEL, f"level: {names}, {seats}{of} each"
    if answer.missing is None:
        words += " (not certain: the size of the council is not known)"
    elif answer.missing and not answer.certain:
        words += f" (not certain: {answer.missing} not accounted for)"
    return Area(
        place.id,
        place.name,
        status,
        tuple(list_class(slots.get(item.id)) for item in first),
        ("/" if answer.open else "=").join(keys[item.id] for item in first),
        words,
        seats,
        most,
        size,
        any(item.disputed for item in answer.lists),
    )
