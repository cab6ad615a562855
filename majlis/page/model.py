"""What the page shows, as plain data: a `ViewModel` knows nothing of HTML, colours or the store it came from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from typing import Any

from ..network.model import Network, Point
from ..wording.where import CellWords
from .places import ByPlace


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source as the page cites it; `cite` is one line of text, `url` is set for web addresses only."""

    id: str
    title: str
    kind: str
    cite: str
    url: str | None


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A statement behind a fact; `source` is a place in `ViewModel.sources`, `said` what it states in words.

    `overruled`: it does not carry the decision.
    """

    said: str
    standing: str
    overruled: bool
    source: int
    locator: str
    quote: str | None
    words: str  # the source's own words for the one it speaks of


@dataclass(frozen=True, slots=True)
class FactView:
    """A fact in words, and who says so.

    `disputed`: sources of equal weight differ; `dissent`: a claim that was overruled says another value.
    """

    predicate: str
    subject: str | None
    object: str | None
    head: str
    said: str
    standing: str | None
    disputed: bool
    dissent: bool
    decides_nothing: bool
    reason: str
    claims: tuple[ClaimView, ...]


@dataclass(frozen=True, slots=True)
class ListInCouncil:
    """A list with seats in a council: from `seats` to `most` where sources dispute the number, else `most` is None.

    Where a council tells of its lists, `number` is that in words, `of` with the council's size, `share` its part of it.
    """

    id: str
    relation: str  # own, led, shared or member; "" where a council tells of its lists
    seats: int
    most: int | None
    rank: int | None  # its place by seats; None where disputed numbers leave it open
    reserved_for: str | None = None
    disputed: bool = False
    number: str = ""
    of: str = ""
    share: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """The answer for one name in one council: one of the six statuses, and its words.

    `differ` says what sources differ on; `facts` are places in `ViewModel.facts`.
    """

    status: str
    relation: str  # through which lists `seats` are counted; "" where none are
    seats: int | None
    most: int | None  # the largest number that stands where sources dispute it, else None
    standing: str | None
    words: CellWords
    differ: str
    lists: tuple[ListInCouncil, ...]
    facts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Council:
    """A province and its council; `status` is voted, no_vote or unknown, `local_aliases` hold in one council alone.

    In words: `sentence` is the answer of `who`, `size_words` its size, `summary` its largest lists and its majority.
    """

    id: str
    name: str
    name_local: str | None
    lang: str | None
    status: str
    size: int | None
    accounted: int
    missing: int | None  # seats that are not accounted for; None while the size is not known
    missing_share: str
    majority: int | None
    sentence: str
    size_words: str
    summary: str
    notes: tuple[str, ...]
    lists: tuple[ListInCouncil, ...]
    leading: tuple[str, ...]  # the largest lists, or those that sources dispute to be; none where that is open
    largest: str  # how many seats they have, for narrow places
    facts: tuple[int, ...]
    aliases: tuple[str, ...]
    local_aliases: tuple[str, ...]
    cited: tuple[int, ...] = ()  # places in `ViewModel.sources` of those that the sentence rests on


@dataclass(frozen=True, slots=True)
class Holder:
    """A figure, party, alliance or bloc. `seats` are those of its own list; None where it was on no ballot.

    `total` and `minimum` are those of the answer, which counts led lists for who has none of their own; `summary` is
    the total in words.
    `within` are the alliances and blocs that a filter finds it in; `local_aliases` hold in one council alone.
    """

    id: str
    kind: str
    name: str
    label: str
    name_local: str | None
    lang: str | None
    seats: int | None
    status: str
    total: int | None
    minimum: bool
    sentence: str
    summary: str
    notes: tuple[str, ...]
    cells: Mapping[str, Cell]
    places: ByPlace
    within: tuple[str, ...]
    facts: tuple[int, ...]
    aliases: tuple[str, ...]
    local_aliases: tuple[str, ...]
    cited: tuple[int, ...] = ()  # places in `ViewModel.sources` of those that the sentence rests on


@dataclass(frozen=True, slots=True)
class ViewModel:
    """All that the page shows; two runs over one graph give equal models."""

    election: str
    title: str
    date: str
    data_version: str
    total_size: int | None
    whole: str  # what the column of the whole election is called
    accounted: int
    overview: str  # how many seats are accounted for, in words
    finding: str  # how many lists, and where one alone has a majority
    cited: tuple[int, ...]  # places in `sources` of those with most of the seats
    councils: tuple[Council, ...]
    holders: tuple[Holder, ...]
    network: Network
    whens: tuple[str, ...]  # in words, when each tie of the network held
    facts: tuple[FactView, ...]
    shared: int  # how many of these, the first, are of no election: the same in every election's model
    sources: tuple[SourceView, ...]  # of every election
    notes: tuple[str, ...]
    slots: Mapping[str, int]  # the colour of each list that has one
    pictures: Mapping[str, str]  # markup: the map, and each council's half-circle by its id
    spots: Mapping[str, Point]  # where on the map a province's label stands
    credit: str  # of the map

    def to_dict(self) -> dict[str, Any]:
        """For JSON, without network, pictures and colours.

        What is None is left out, in the parts also what is False or empty; 0 never is. A holder's cells are places
        in `cells`, and a cell's words in `words`: most are given many times over.
        """
        apart = ("network", "pictures", "slots", "credit", "overview", "finding", "holders")
        known = {item.name: getattr(self, item.name) for item in fields(self) if item.name not in apart}
        found = {name: plain(value) for name, value in known.items() if value is not None}
        found["facts"] = [fact_of(fact) for fact in self.facts]
        cells: dict[Cell, int] = {}
        words: dict[CellWords, int] = {}
        rows = []
        for holder in self.holders:
            places = {id: cells.setdefault(cell, len(cells)) for id, cell in holder.cells.items()}
            rows.append(plain(replace(holder, cells={})) | {"cells": places})
        said = [plain(cell) | {"words": words.setdefault(cell.words, len(words))} for cell in cells]
        spoken = [{name: value for name, value in each._asdict().items() if not _absent(value)} for each in words]
        return found | {"holders": rows, "cells": said, "words": spoken}


def fact_of(fact: FactView) -> dict[str, Any]:
    """A fact as JSON holds it: without what its head says in words."""
    found: dict[str, Any] = plain(fact)
    return {name: value for name, value in found.items() if name not in ("predicate", "subject", "object")}


def plain(value: Any) -> Any:
    """A value as JSON holds it: dataclasses as objects without what is None, False or empty."""
    if value is None or isinstance(value, (str, int, float)):
        return value
    if names := _fields(value.__class__):
        return {name: plain(item) for name in names if not _absent(item := getattr(value, name))}
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, Sequence):
        return [plain(item) for item in value]
    return value


@cache
def _fields(kind: Any) -> tuple[str, ...]:
    """The fields of a dataclass; none of another."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()


def _absent(value: object) -> bool:
    return value is None or value is False or value in ("", ())
