"""What claims of one document must agree on: one number a list and place, and no more seats than the place has."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, field
from itertools import pairwise

from .found import Certainty, Claim, Found, Mechanism, Unknown, Unread
from .scope import OF_OTHER_BODY, OF_ROUND

LARGEST_BODY = 5000  # seats; no elected body of the world is larger
NO_NUMBER = "a rank of the whole, of which no number is told"
_WORD = re.compile(r"[^\W_]+")
_OF_LISTS = frozenset({"holds_seats", "votes", "candidate_votes"})
_NUMBERS = frozenset({"holds_seats", "votes", "candidate_votes", "turnout", "voters", "counted", "council_size"})
_OF_FIGURES = _NUMBERS | {"ranked"}
_MOST_NAMED, _MOST_ALIKE = 2_000, 20  # numbers, and names of one number, that are compared
SEVERAL = "several tables tell of the whole, and of what each is is not read"
PARTS = "one person won in several places, which may be parts of one"
LITTLE = "little of the document is understood, and another figure beside it is not"
_FEW, _UNDERSTOOD, _MOST_UNKNOWN = 6, 0.75, 1  # figures; of what a document tells; figures of a line that is sure
_MOST_COUNTED = 500  # names with numbers among which that of a rank is looked for
Value = int | float | str | None


@dataclass(slots=True)
class Agreement:
    """What the claims of a document say of the same: it is shown all of them, and then tells which do not agree.

    What a claim is of is kept as one number, so that a table of a million rows fits in memory.
    """

    _values: dict[int, Value] = field(default_factory=dict)  # the least
    _others: set[int] = field(default_factory=set)  # where there is more than one
    _seats: dict[tuple[str, str], int] = field(default_factory=lambda: defaultdict(int))
    _sizes: dict[str, int] = field(default_factory=dict)
    _named: dict[tuple[str, str, int], list[frozenset[str]]] = field(default_factory=dict)  # the first so many

    def note(self, found: Iterable[Found]) -> None:
        """Take account of these claims."""
        for one in found:
            if not isinstance(one, Claim) or one.predicate not in _NUMBERS or one.reason == OF_OTHER_BODY:
                continue
            key, value = _key(one), one.value
            new = key not in self._values
            least = self._values.setdefault(key, value)
            if value != least:
                self._others.add(key)
                self._values[key] = min(least, value, key=_number)
            if one.predicate == "council_size" and isinstance(value, int):
                place = _plain(one.object)
                self._sizes[place] = max(self._sizes.get(place, 0), value)
            elif (
                one.predicate == "holds_seats"
                and one.reason != OF_ROUND
                and isinstance(value, int)
                and isinstance(least, int)
            ):
                of_place = _plain(one.object), str(one.standing)
                if new and not self._named_before(one, value, of_place):
                    self._seats[of_place] += value
                elif value < least:
                    self._seats[of_place] -= least - value  # of two numbers the smaller one counts

    def _named_before(self, one: Claim, value: int, of_place: tuple[str, str]) -> bool:
        """Whether the same number was told of the same list by a longer or a shorter name."""
        told = self._named.get((*of_place, value))
        if told is None:
            if len(self._named) >= _MOST_NAMED:
                return False
            told = self._named[*of_place, value] = []
        name = frozenset(_plain(one.subject).split())
        if any(name <= other or other <= name for other in told):
            return True
        if len(told) < _MOST_ALIKE:
            told.append(name)
        return False

    def settled(self, found: Iterable[Found]) -> Iterable[Found]:
        """The same claims; one that does not agree with another is only proposed, with the reason."""
        over = {
            place
            for (place, _), total in self._seats.items()
            if place in self._sizes and total > self._sizes[place]
        }  # fmt: skip
        if not self._others and not over:
            return found
        return (self._settled(one, over) for one in found)

    def _settled(self, one: Found, over: set[str]) -> Found:
        if not isinstance(one, Claim) or one.certainty is Certainty.PROPOSED or one.predicate not in _NUMBERS:
            return one
        if _key(one) in self._others:
            return one._replace(certainty=Certainty.PROPOSED, reason="the document gives another number for the same")
        if one.predicate == "holds_seats" and _plain(one.object) in over and one.mechanism is not Mechanism.OFFICE:
            return one._replace(certainty=Certainty.PROPOSED, reason="the lists come to more seats than the place has")
        return one


def checked(found: Sequence[Found], tables: Sequence[tuple[int, int]] = ()) -> list[Found]:
    """The same, in the same order; a claim that does not agree with another is only proposed, with the reason.

    `tables`: the first and the last line of each table.
    """
    agreement = Agreement()
    agreement.note(found)
    found = _won_once(_of_one_whole(found, tables))
    settled = agreement.settled(_with_ranks_doubted(_without_undated(found)))
    return _understood(list(settled))


def _of_one_whole(found: Sequence[Found], tables: Sequence[tuple[int, int]]) -> Sequence[Found]:
    """The same; numbers of the whole in several tables, of lists that differ, are proposed: each may be of a part."""
    begins = sorted(first for first, _ in tables)
    told: dict[tuple[str, int], list[Claim]] = defaultdict(list)  # by what they tell, and by their table
    for one in found if len(tables) > 1 else ():
        if isinstance(one, Claim) and one.mechanism is Mechanism.TABLE and one.object is None and not one.reason:
            told[one.predicate, bisect_right(begins, one.at.line)].append(one)
    doubted: set[int] = set()
    for predicate in _OF_LISTS:
        several = [claims for (what, _), claims in told.items() if what == predicate and len(claims) > 1]
        named = sorted(({(_plain(one.subject), one.value) for one in claims} for claims in several), key=len)
        if any(not smaller <= larger for smaller, larger in pairwise(named)):
            doubted.update(id(one) for claims in several for one in claims)
    return [
        one._replace(certainty=Certainty.PROPOSED, reason=SEVERAL)
        if isinstance(one, Claim) and id(one) in doubted
        else one
        for one in found
    ]


def _won_once(found: Sequence[Found]) -> Sequence[Found]:
    """The same; the seats of one person in several places of a table are proposed: they may be parts where it led."""
    won: dict[str, set[str]] = defaultdict(set)
    for one in found:
        if isinstance(one, Claim) and one.predicate == "won_seat" and one.mechanism is Mechanism.TABLE:
            won[_plain(one.subject)].add(_plain(one.object))
    several = {name for name, places in won.items() if len(places) > 1}
    return [
        one._replace(certainty=Certainty.PROPOSED, reason=one.reason or PARTS)
        if isinstance(one, Claim) and one.predicate == "won_seat" and _plain(one.subject) in several
        else one
        for one in found
    ]


def _understood(found: list[Found]) -> list[Found]:
    """The same; where little of the document is understood, a number is only proposed beside what is not.

    Most of what was stated and wrong in published pages (docs/limits.md) stood so. A table's columns are understood
    each by its header: what others count says nothing of them.
    """
    claims = [one for one in found if isinstance(one, Claim)]
    unknown = [one for one in found if isinstance(one, Unread) and isinstance(one.reason, Unknown)]
    proposed = [one for one in claims if one.certainty is Certainty.PROPOSED]
    if len(unknown) + len(proposed) < _FEW or len(claims) - len(proposed) >= _UNDERSTOOD * (len(claims) + len(unknown)):
        return found
    doubted = {one.at.line for one in proposed if one.value is not None}
    lines = Counter(one.at.line for one in unknown)
    doubted |= {line for line, figures in lines.items() if figures > _MOST_UNKNOWN}
    return [
        one._replace(certainty=Certainty.PROPOSED, reason=LITTLE)
        if isinstance(one, Claim) and one.at.line in doubted and not one.reason
        and one.predicate in _OF_FIGURES and one.mechanism is not Mechanism.TABLE
        else one
        for one in found
    ]  # fmt: skip


def _with_ranks_doubted(found: Sequence[Found]) -> Sequence[Found]:
    """The same; the rank that a sentence gives in the whole to one without any number is only proposed."""
    if not any(isinstance(one, Claim) and _ranked_in_words(one) for one in found):
        return found
    counted = {_words_of(one.subject) for one in found if isinstance(one, Claim) and one.predicate in _OF_LISTS}
    if len(counted) > _MOST_COUNTED:
        return found
    return [
        one._replace(certainty=Certainty.PROPOSED, reason=NO_NUMBER)
        if isinstance(one, Claim) and _ranked_in_words(one) and not _is_counted(_words_of(one.subject), counted)
        else one
        for one in found
    ]


def _ranked_in_words(one: Claim) -> bool:
    """Whether a sentence states a rank of the whole."""
    told = one.predicate == "ranked" and one.mechanism is Mechanism.CLAUSE
    return told and one.object is None and one.certainty is Certainty.STATED


def _is_counted(name: frozenset[str], counted: Set[frozenset[str]]) -> bool:
    """Whether a number is told of this name, or of a longer or a shorter one."""
    return any(name <= other or other <= name for other in counted)


def _words_of(name: str | None) -> frozenset[str]:
    return frozenset(_WORD.findall(_plain(name)))


def _without_undated(found: Sequence[Found]) -> Sequence[Found]:
    """The same without an office that is told without years, where the document says elsewhere from when to when."""
    held = [one for one in found if isinstance(one, Claim) and one.predicate == "held_office"]
    dated = {_office(one) for one in held if one.since}
    told = {id(one) for one in held if not one.since and _office(one) in dated}
    return [one for one in found if id(one) not in told] if told else found


def _office(one: Claim) -> tuple[str, str]:
    """The family name of who held an office, and the office."""
    return _plain(one.subject).split()[-1], _plain(one.object)


def _key(one: Claim) -> int:
    subject, object = one.subject, one.object
    return hash((
        one.predicate, subject.casefold() if subject else "", object.casefold() if object else "", one.standing,
    ))  # fmt: skip


def _number(value: Value) -> float:
    return value if isinstance(value, int | float) else 0


def _plain(name: str | None) -> str:
    return name.casefold() if name else ""
