"""What claims of one document must agree on: one number a list and place, and no more seats than the place has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from .found import Certainty, Claim, Found, Mechanism
from .words import fold_words

_NUMBERS = frozenset({"holds_seats", "votes", "candidate_votes", "turnout", "council_size"})
Key = tuple[str, tuple[str, ...], tuple[str, ...], str]


def checked(found: Sequence[Found]) -> list[Found]:
    """The same, in the same order; a claim that does not agree with another is only proposed, with the reason."""
    values: dict[Key, set[object]] = defaultdict(set)
    seats: dict[tuple[str, ...], int] = defaultdict(int)
    sizes: dict[tuple[str, ...], int] = {}
    counted: set[tuple[object, ...]] = set()
    for one in found:
        if not isinstance(one, Claim) or one.predicate not in _NUMBERS:
            continue
        key = _key(one)
        values[key].add(one.value)
        place = fold_words(one.object or "")
        if one.predicate == "council_size" and isinstance(one.value, int):
            sizes[place] = max(sizes.get(place, 0), one.value)
        if one.predicate == "holds_seats" and isinstance(one.value, int) and (*key, one.value) not in counted:
            counted.add((*key, one.value))
            seats[(*place, "", str(one.standing))] += one.value
    over = {
        place
        for place, size in sizes.items()
        if any(key[:-2] == place and total > size for key, total in seats.items())
    }
    return [_downgraded(one, values, over) if isinstance(one, Claim) else one for one in found]


def _downgraded(one: Claim, values: dict[Key, set[object]], over: set[tuple[str, ...]]) -> Claim:
    if one.certainty is Certainty.PROPOSED or one.predicate not in _NUMBERS:
        return one
    if len(values[_key(one)]) > 1:
        return replace(one, certainty=Certainty.PROPOSED, reason="the document gives another number for the same")
    if (
        one.predicate == "holds_seats"
        and fold_words(one.object or "") in over
        and one.mechanism is not Mechanism.OFFICE
    ):
        return replace(one, certainty=Certainty.PROPOSED, reason="the lists come to more seats than the place has")
    return one


def _key(one: Claim) -> Key:
    return (one.predicate, fold_words(one.subject or ""), fold_words(one.object or ""), str(one.standing))
