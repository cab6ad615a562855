"""What claims of one document must agree on: one number a list and place, and no more seats than the place has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from .found import Certainty, Claim, Found, Mechanism

LARGEST_BODY = 5000  # seats; no elected body of the world is larger
_NUMBERS = frozenset({"holds_seats", "votes", "candidate_votes", "turnout", "council_size"})
Key = tuple[str, str, str, str]


def checked(found: Sequence[Found]) -> list[Found]:
    """The same, in the same order; a claim that does not agree with another is only proposed, with the reason."""
    values: dict[Key, set[object]] = defaultdict(set)
    seats: dict[tuple[str, str], int] = defaultdict(int)
    sizes: dict[str, int] = {}
    counted: set[tuple[object, ...]] = set()
    for one in found:
        if not isinstance(one, Claim) or one.predicate not in _NUMBERS:
            continue
        key = _key(one)
        values[key].add(one.value)
        place = _plain(one.object)
        if one.predicate == "council_size" and isinstance(one.value, int):
            sizes[place] = max(sizes.get(place, 0), one.value)
        if one.predicate == "holds_seats" and isinstance(one.value, int) and (*key, one.value) not in counted:
            counted.add((*key, one.value))
            seats[place, str(one.standing)] += one.value
    over = {place for (place, _), total in seats.items() if place in sizes and total > sizes[place]}
    return [_downgraded(one, values, over) if isinstance(one, Claim) else one for one in found]


def _downgraded(one: Claim, values: dict[Key, set[object]], over: set[str]) -> Claim:
    if one.certainty is Certainty.PROPOSED or one.predicate not in _NUMBERS:
        return one
    if len(values[_key(one)]) > 1:
        return replace(one, certainty=Certainty.PROPOSED, reason="the document gives another number for the same")
    if one.predicate == "holds_seats" and _plain(one.object) in over and one.mechanism is not Mechanism.OFFICE:
        return replace(one, certainty=Certainty.PROPOSED, reason="the lists come to more seats than the place has")
    return one


def _key(one: Claim) -> Key:
    return (one.predicate, _plain(one.subject), _plain(one.object), str(one.standing))


def _plain(name: str | None) -> str:
    return (name or "").casefold()
