"""What a map says of each province: a fill, a few letters on the map, and words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from queries.affiliation.ties import SHARED
from queries.where.answer import DID_NOT_STAND, NO_VOTE, NONE, SEATS, UNKNOWN, CouncilAnswer, Where
from queries.who.answer import Holder, Who

from ..wording.forms import ENGLISH, Language
from ..wording.where import cell_words, no_vote_words, through_words
from ..wording.who import largest_words
from .councils import totals
from .hemicycle import letters
from .palette import list_class, part_class, step

LEVEL = "level"  # several lists are the largest
LARGEST = "largest"
OPEN = "open"  # sources dispute which lists are the largest
# The statuses that are patterns, so that none of them looks like a number of seats, least of all like none.
PATTERNS = (SHARED, UNKNOWN, DID_NOT_STAND, NO_VOTE)


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
    language: Language = ENGLISH

    @property
    def label(self) -> str:
        """The province and what is said of it: "Baghdad: 9 of 52 seats"."""
        return f"{self.language.isolate(self.name)}: {self.words}" + (
            f" ({self.language.say('differ')})" if self.marked else ""
        )


def areas_of(answer: Where, language: Language = ENGLISH, slots: Mapping[str, int] | None = None) -> tuple[Area, ...]:
    """What an answer says of each province, most seats first, those without a vote last; in the colour of `hue_of`."""
    found = [_council(council, answer, hue_of(answer, slots or {}), language) for council in answer.provinces]
    return (*found, *(_no_vote(place.id, place.name, language) for place in answer.no_vote))


def hue_of(answer: Where, slots: Mapping[str, int]) -> str:
    """The class of the colour of the one list whose seats an answer counts; "" where it counts several."""
    counted = [item.id for item in answer.lists if item.relation != SHARED]
    return list_class(slots.get(counted[0])) if len(counted) == 1 else ""


def _council(council: CouncilAnswer, answer: Where, hue: str, language: Language) -> Area:
    size = council.council_size
    fills: tuple[str, ...] = ("none",) if council.status == NONE else ()
    if council.status == SEATS:
        fills = (part_class(step(council.seats or 0, size) if size else 1, hue),)
    said = cell_words(council, answer, language)
    return Area(
        council.id,
        language.names(council.id, council.name),
        council.status,
        fills,
        said.sign,
        through_words(said, answer),
        council.seats,
        council.most,
        size,
        council.disputed or council.dissent,
        language,
    )


def _no_vote(id: str, name: str, language: Language) -> Area:
    said = no_vote_words(language)
    return Area(id, language.names(id, name), NO_VOTE, (), said.sign, said.whole, language=language)


def largest_areas(councils: Sequence[Who], slots: Mapping[str, int], language: Language = ENGLISH) -> tuple[Area, ...]:
    """The largest list of each council, level ones and those of a dispute together; the order of `councils`.

    Unknown where seats that are not accounted for leave it open. The letters are the lists' keys, by their place among
    all lists that are the largest anywhere.
    """
    lists = {item.id: item for answer in councils for item in answer.largest}.values()
    places = {id: place for place, id in enumerate(totals(councils))}
    keys = {item.id: letters(place) for place, item in enumerate(by_place(lists, places))}
    return tuple(_largest(answer, keys, places, slots, language) for answer in councils)


def by_place(lists: Iterable[Holder], places: Mapping[str, int]) -> list[Holder]:
    """Lists in the order of their letters on the map: by their place by seats in all councils."""
    return sorted(lists, key=lambda item: (places[item.id], item.id))


def _largest(
    answer: Who, keys: Mapping[str, str], places: Mapping[str, int], slots: Mapping[str, int], language: Language
) -> Area:
    first = by_place(answer.largest, places)
    place = answer.subject.candidate
    if answer.status == NO_VOTE:
        return _no_vote(place.id, place.name, language)
    status = UNKNOWN if not first else OPEN if answer.open else LEVEL if len(first) > 1 else LARGEST
    return Area(
        place.id,
        language.names(place.id, place.name),
        status,
        tuple(list_class(slots.get(item.id)) for item in first),
        ("/" if answer.open else "=").join(keys[item.id] for item in first) or language.say("letters.unknown"),
        largest_words(answer, first or by_place(answer.leading, places), language),
        max((item.seats for item in first), default=None),
        max((item.most for item in first), default=None),
        answer.council_size,
        any(item.disputed for item in answer.lists),
        language,
    )
