"""A list's seats, and behind them how many it has in each place: "54 seats, in Baghdad 17, Basra 5 ..."."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from ..found import Certainty, Claim, Found, Mechanism, Origin, Span
from ..labels import Labels, Sort
from ..scope import OF_NEXT_FIGURE
from ..words import Role
from .entries import Entries, Entry

_FEWEST = 2  # places


def broken_down(said: Sequence[Found], entries: Entries, where: Span, labels: Labels) -> Iterator[Found]:
    """The claims of a sentence; those of a list's seats in each place where these come to what it has in all.

    That they come to it shows that the list's number is of the whole, and theirs are its parts.
    """
    held = {one.value for one in said if isinstance(one, Claim) and one.predicate == "holds_seats"}
    wholes = entries.figures[:-_FEWEST] if held else ()
    if not any(one.unit is Role.SEATS and one.value in held for one in wholes) or len(entries.entries) <= _FEWEST:
        yield from said
        return
    parts: dict[Span, list[Claim]] = {}
    spans: set[Span] = set()
    found = entries.entries
    seats = [(f.start, f.value, at) for at, entry in enumerate(found) for f in entry.figures if f.unit is Role.SEATS]
    for one in said:
        if not isinstance(one, Claim) or one.predicate != "holds_seats" or not isinstance(one.value, int):
            continue
        at = _entry_of(one, seats, where)
        run = _run(found, at, one.value, labels) if at is not None else []
        if run:
            settled = one.reason == OF_NEXT_FIGURE  # the sum tells that the place is not its own
            whole = one._replace(certainty=Certainty.STATED, reason="") if settled else one
            made = [
                whole._replace(
                    object=place, value=value, at=Span(where.line, where.start + begin, where.start + end),
                    mechanism=Mechanism.LIST, place_from=Origin.CLAUSE,
                )
                for place, value, begin, end in run
            ]  # fmt: skip
            parts[one.at] = [whole._replace(object=None, place_from=None), *made]
            spans.update(part.at for part in made)
    for one in said:
        if one.at in spans:
            continue
        if isinstance(one, Claim) and one.at in parts and one.predicate == "holds_seats":
            yield from parts[one.at]
        else:
            yield one


def _entry_of(one: Claim, seats: Sequence[tuple[int, int | float, int]], where: Span) -> int | None:
    """The entry of whose seats a claim is. `seats`: where each number of seats begins, its value and its entry."""
    for start, value, at in seats[bisect_left(seats, (one.at.start - where.start,)) :]:
        if where.start + start > one.at.end:
            break
        if value == one.value:
            return at
    return None


def _run(found: Sequence[Entry], at: int, whole: int, labels: Labels) -> list[tuple[str, int, int, int]]:
    """The places behind an entry, each with its number and the letters of that, if they come to the whole."""
    run: list[tuple[str, int, int, int]] = []
    counted = 0
    for entry in found[at + 1 :]:
        figure = entry.figures[0]
        place = _place(entry, labels, first=not run)
        if place is None or len(entry.figures) > 1 or figure.unit not in (None, Role.SEATS):
            break
        counted += int(figure.value)
        run.append((place, int(figure.value), figure.start, figure.end))
        if counted >= whole:
            break
    return run if counted == whole and len(run) >= _FEWEST else []


def _place(entry: Entry, labels: Labels, *, first: bool) -> str | None:
    """The place that an entry names; the first may have other words before it."""
    if labels.sort(entry.name) is Sort.PLACE:
        return entry.name
    known = labels.places_in(entry.name)
    if known and known[-1][2] == len(entry.name) and (first or len(known) == 1):
        return known[-1][0]
    return entry.name if not first and len(entry.words) <= 3 and labels.sort(entry.name) is Sort.UNKNOWN else None
