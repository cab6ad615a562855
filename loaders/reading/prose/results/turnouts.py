"""Turnouts of several places in a row: "in A and B with 59 and 57 per cent", "it was followed by A (59 %)"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ...found import Found, Origin
from ..context import Context
from ..hearsay import doubt_of_sentence
from ..nodes import FIGURE, NAME, UNKNOWN, Node, is_holder
from ..places import part_of_place, place_before, places_behind
from ..telling import Place

_AS_MANY = "places named: {places}, figures given: {figures}"


def read_turnouts(context: Context, taken: set[int]) -> Iterator[Found]:
    """The turnouts of several places; the figures that are used, or that can be nothing else, go into `taken`."""
    followed = context.at["followed"]
    if followed and _goes_on(context, followed[0]):
        places, figures = _row(context, followed[0] + 1)
        if places and figures:
            yield from _claims(context, places, figures, taken)
    elif (
        len(context.positions[FIGURE]) > 1
        and "turnout" in context.roles
        and not context.says("followed", "against", "before")
    ):
        places, figures = _row(context, 0)
        several = len(places) > 1 and len(figures) > 1
        fits = several and (max(places) < min(figures) or (len(places) == len(figures) and _paired(places, figures)))
        if fits and _plain(context, places, figures):
            yield from _claims(context, places, figures, taken)


def _goes_on(context: Context, at: int) -> bool:
    """Whether turnouts go on behind "followed by": one of a place stands before it, or in the sentence before."""
    nodes = context.nodes
    if any("turnout" in node.roles for node in nodes[:at]):
        return any(place_before(nodes, index, context.names) for index in range(at))
    opens = all(node.has("it", "filler", "rank_verb", "article", "and") for node in nodes[:at])
    return opens and context.names.turnout_before == "place"


def _row(context: Context, start: int) -> tuple[list[int], list[int]]:
    """The places and the shares of a sentence from an index on."""
    end = len(context.nodes)
    return _places(context, start, end), [at for at in range(start, end) if _share(context.nodes, at, end)]


def _plain(context: Context, places: Sequence[int], figures: Sequence[int]) -> bool:
    """Whether nothing in a row speaks of what somebody got there: "In A turnout was 54 %, in B X won 60 %"."""
    row = range(min(places[0], figures[0]), max(places[-1], figures[-1]) + 1)
    for at in row:
        node = context.nodes[at]
        if at in places or at in figures:
            continue
        if (
            is_holder(node)
            or node.has("who", "counted")
            or (node.has("gain", "goes") and not node.has("with", "filler"))
        ):
            return False
    return True


def _claims(context: Context, places: Sequence[int], figures: Sequence[int], taken: set[int]) -> Iterator[Found]:
    """The claims of places and figures in a row, as many of each; else the figures, with the reason."""
    nodes = context.nodes
    doubt = doubt_of_sentence(context, of_lists=False) or next(
        filter(None, (part_of_place(nodes, at) for at in places)), ""
    )
    if not doubt and len(places) != len(figures):
        doubt = _AS_MANY.format(places=len(places), figures=len(figures))
    if not doubt and not (_paired(places, figures) and _plain(context, places, figures)):
        doubt = "which figure is of which place is not said"
    taken.update(figures)
    for place, at in zip(places, figures, strict=False) if not doubt else ():
        figure = nodes[at]
        if figure.doubt or not 0 <= figure.value <= 100:
            yield context.unread(figure, figure.doubt or "no share of a hundred")
            continue
        where = Place(nodes[place].text, Origin.CLAUSE)
        yield context.claim("turnout", None, where.text, figure.value, nodes[place], figure, place=where)
        context.names.turnout = "place"
    for at in figures if doubt else ():
        yield context.unread(nodes[at], doubt)


def _places(context: Context, start: int, end: int) -> list[int]:
    """The places of a stretch: those that are known as such, and those that an "in" or a place leads to."""
    nodes = context.nodes
    found = {at for at in range(start, end) if place_before(nodes, at, context.names)}
    for at in range(max(start - 1, 0), end):
        if nodes[at].has("in", "followed") or nodes[at].what is NAME:
            led = places_behind(nodes, at - (nodes[at].what is NAME), context.names)
            if nodes[at].what is not NAME or at in found:
                found |= {nodes.index(place) for place in led.places}
    found |= {at for at in range(start, end - 2) if _beside_share(nodes, at)}
    return sorted(at for at in found if start <= at < end and not _beside(nodes, at))


def _beside_share(nodes: Sequence[Node], at: int) -> bool:
    """Whether a name that nothing else tells of has a share of its own: "and X with 54 per cent", "X (54 %)"."""
    led = "with" in nodes[at + 1].roles or nodes[at + 1].mark("(")
    unknown = nodes[at].what is NAME and nodes[at].who is UNKNOWN
    return unknown and led and nodes[at + 2].what is FIGURE and nodes[at + 2].unit == "percent"


def _share(nodes: Sequence[Node], at: int, end: int) -> bool:
    """Whether a node is a share: its unit is said, or that of the figure it is joined to."""
    node = nodes[at]
    if node.what is not FIGURE or node.aside:
        return False
    if node.unit == "percent":
        return True
    following = next((n for n in nodes[at + 1 : end] if n.what is FIGURE), None)
    joined = at + 1 < end and (nodes[at + 1].has("and") or nodes[at + 1].mark(",،"))
    return node.unit is None and joined and following is not None and following.unit in ("percent", None)


def _beside(nodes: Sequence[Node], at: int) -> bool:
    """Whether a place only says where another lies: "A, north of B"."""
    return at > 0 and (nodes[at - 1].has("direction") or (at > 1 and nodes[at - 2].has("direction")))


def _paired(places: Sequence[int], figures: Sequence[int]) -> bool:
    """Whether each figure has its place: all places before all figures, or one of each by turns."""
    if max(places) < min(figures):
        return True
    by_turns = sorted([*places, *figures])
    return all((at in places) != (after in places) for at, after in pairwise(by_turns))
