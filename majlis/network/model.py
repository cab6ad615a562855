"""The network of an election as plain data: names, ties, where they stand, and the country under them."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

Point = tuple[float, float]
Layout = Mapping[str, Point]
Line = tuple[Point, ...]

SCALE = 6.2  # the radius of one seat, in units of the stage: n seats have SCALE * sqrt(n), so a seat has one area
SHAPES = ("wide", "square", "tall")  # the stages that there are layouts for


def radius(seats: float) -> float:
    """The radius of the disc of a list, or of the ring of a council or house: no least one, no exception."""
    return SCALE * math.sqrt(max(0.0, seats))


@dataclass(frozen=True, slots=True)
class Node:
    """A name. `seats` are a list's, or those that a council, constituency or house has; None where not known.

    `marks` are the seats on the ring of a council or house: its own, or those that are known of one whose size is not;
    `size` says how many it has: "52", "31+" where at least so many are known, "?" where none is.

    `r` is its radius on the stage. `list` is the list whose colour it bears: itself, what it leads, or what it belongs
    to. `rest`: it is drawn before anything is chosen, and `named` then if it is more than a small grey mark; `core`: it
    has a place in the layouts, the others take one beside what reveals them. `surname` and `surname_local` are what a
    figure is called at rest. `absent`: the predicate by which it took no part in the election,
    "held_no_vote" of a province.
    """

    id: str
    kind: str
    label: str
    seats: int | None
    r: float
    list: str = ""
    rest: bool = False
    named: bool = False
    core: bool = False
    surname: str = ""
    surname_local: str = ""
    absent: str = ""
    marks: int | None = None
    size: str = ""


@dataclass(frozen=True, slots=True)
class Tie:
    """A line of the network; `type` is the type of its edge in the graph.

    `seats` are the smallest number that stands. `current`: it held on the day of the vote; `marked`: sources differ;
    `ref` is a place in `ViewModel.facts`. `rest`: it is drawn before anything is chosen. `since` and `until` are ISO
    dates.
    """

    start: str
    end: str
    type: str
    seats: int | None
    current: bool
    marked: bool
    ref: int | None
    rest: bool = False
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class Stages:
    """Where names stand on each of `SHAPES`, and the outline of the country under them, as `Network` has them."""

    layouts: Mapping[str, Layout]
    land: Mapping[str, tuple[tuple[float, ...], ...]]


@dataclass(frozen=True, slots=True)
class Network:
    """The network of an election. Positions are in units of the stage, x to the right, y downwards, rounded to 0.1.

    `layouts`: for each of `SHAPES` a place for every core name. `land`: for each of them the outline of the country
    under it, rings of x, y, x, y...; empty where there is no map, or where a house stands in the middle.
    `big`: seats of a list that is named and coloured at rest; `bold`: seats of a tie that is drawn then. `alone`: by
    council or house the one list that has its majority. `body` is the house that the election fills, if it is one.
    """

    nodes: tuple[Node, ...]
    ties: tuple[Tie, ...]
    layouts: Mapping[str, Layout]
    land: Mapping[str, tuple[tuple[float, ...], ...]]
    colours: Mapping[str, tuple[str, str]]
    alone: Mapping[str, str]
    big: int
    bold: int
    body: str | None
    scale: float = SCALE
