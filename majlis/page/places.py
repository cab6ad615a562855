"""The answer about a name by place: its seats, the other places by the words that hold of them, and what marks mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from queries.affiliation.ties import SHARED
from queries.where.answer import DID_NOT_STAND, NONE, SEATS, UNKNOWN, CouncilAnswer

from ..wording.forms import Language
from ..wording.where import CellWords

_ORDER = (SEATS, SHARED, UNKNOWN, DID_NOT_STAND, NONE)


@dataclass(frozen=True, slots=True)
class ByPlace:
    """The seats of a name, most first: place, words, number, size of the council and their list; then the other places.

    The list is empty where the seats are those of several: none of their colours would be theirs.
    """

    bars: tuple[tuple[str, str, int, int, str], ...]
    rest: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


def by_place(cells: Sequence[tuple[CouncilAnswer, CellWords]], language: Language) -> ByPlace:
    """What these answers say of each place."""
    bars = []
    rest: dict[str, list[tuple[str, str]]] = {}
    for council, words in sorted(cells, key=lambda pair: _ORDER.index(pair[0].status)):
        if council.status == SEATS and council.seats is not None:
            held = council.lists[0].id if len(council.lists) == 1 else ""
            text = f"{words.head}{words.mark}" + (" !" if council.disputed or council.dissent else "")
            bars.append((council.id, text, council.seats, council.council_size or 0, held))
        else:
            key = language.say("about.sits_for") if words.listed else words.head
            mark = f" {words.head}{words.mark}" if words.listed else words.mark
            rest.setdefault(key, []).append((council.id, mark))
    found = tuple((key, tuple(places)) for key, places in rest.items())
    return ByPlace(tuple(sorted(bars, key=lambda row: -row[2])), found)


def marks(words: Sequence[CellWords], language: Language) -> Iterator[str]:
    """What the marks behind numbers and names of councils mean."""
    if any(each.listed for each in words):
        yield f"{language.say('members.mark')} {language.say('sitting.members')}"
    if any(language.say("size.mark") in each.mark for each in words):
        yield f"{language.say('size.mark')} {language.say('size.inferred')}"
