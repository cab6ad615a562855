"""How many members each of several places elects, told in a row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...found import Found, Origin
from ..context import Context
from ..nodes import FIGURE, LIST, NAME, PLACE, Node
from ..telling import Place

_BODIES = ("seats", "members")
_NEAR = 2  # nodes from the verb to the first number
_FEWEST = 2  # places of a row


def read_elected(context: Context, taken: set[int]) -> Iterator[Found]:
    """The sizes of places: "A and B elect six members each, C seven and D five"; used figures go into `taken`."""
    nodes = context.nodes
    for verb in context.at["elects"]:
        figures = [at for at in context.positions[FIGURE] if at > verb]
        if not figures or figures[0] - verb > _NEAR or nodes[figures[0]].unit not in _BODIES or not verb:
            continue
        row = [(name, figures[0]) for name in _before(nodes, verb - 1)]
        for at in figures[1:]:
            if nodes[at - 1].what is not NAME or nodes[at].unit not in (None, *_BODIES):
                break
            row.append((at - 1, at))
        if len(row) < _FEWEST or any(nodes[name].who is LIST for name, _ in row):
            continue
        for name, at in row:
            nodes[name].who = PLACE
            context.names.add_place(nodes[name].text)
            place = Place(nodes[name].text, Origin.CLAUSE)
            yield context.claim("council_size", None, place.text, nodes[at].value, nodes[name], nodes[at], place=place)
        taken.update(at for _, at in row)


def _before(nodes: Sequence[Node], last: int) -> list[int]:
    """The names that end here, one joined to the next."""
    found: list[int] = []
    while last >= 0 and nodes[last].what is NAME:
        found.insert(0, last)
        joined = last > 1 and (nodes[last - 1].has("and") or nodes[last - 1].mark(",،"))
        last = last - 2 if joined else -1
    return found
