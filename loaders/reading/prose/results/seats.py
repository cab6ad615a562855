"""Who sits in the seats of a list: the persons named behind a number of seats, when they are as many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...found import Found, Mechanism
from ..context import Context
from ..doubts import doubt_of
from ..nodes import FIGURE, LIST, NAME, PERSON, PLACE, RANK, UNKNOWN, WORD, Node

_MOST = 20  # seats whose holders a sentence may name
_COUNTED = "as many persons are named as there are seats"


def read_seats(context: Context) -> Iterator[Found]:
    """The seats of persons: "two seats, for A B and C D". Read after the figures, whose units are known then."""
    nodes = context.nodes
    named = any(map(_may_sit, map(nodes.__getitem__, context.positions[NAME])))
    for at in context.positions[FIGURE] if named else ():
        node = nodes[at]
        if node.unit != "seats" or not 1 <= node.value <= _MOST:
            continue
        people, told = _behind(nodes, at)
        if len(people) != node.value or doubt_of(context, at, None):
            continue
        place = context.place_of(at)
        if place.text is None:
            continue
        holder = next((n for n in reversed(nodes[:at]) if n.what is NAME and n.who is LIST), None)
        for person in people:
            doubt = "" if told else _COUNTED
            yield context.claim(
                "won_seat", context.name(person), place.text, None, person, person, place=place, doubt=doubt
            )
            if holder is not None:
                yield context.claim(
                    "member_of",
                    context.name(person),
                    context.name(holder),
                    None,
                    person,
                    person,
                    doubt=_COUNTED,
                    mechanism=Mechanism.OFFICE,
                )


def _behind(nodes: Sequence[Node], at: int) -> tuple[list[Node], bool]:
    """The persons that stand in a row behind a figure, and whether a colon or a preposition leads to them."""
    people: list[Node] = []
    told = False
    depth = 0
    for node in nodes[at + 1 :]:
        depth += node.mark("(") - node.mark(")")
        if depth or node.mark(")"):
            continue
        if node.what is NAME:
            if _may_sit(node):
                people.append(node)
            elif node.who is not PLACE and not (people == [] and node.who is LIST):
                return [], False
        elif not people and (node.mark(":") or node.has("to", "goes")):
            told = True
        elif _ends(node, bool(people)):
            break
    return people, told


def _may_sit(node: Node) -> bool:
    """Whether a name may be that of a person who has a seat: it is of several words."""
    return node.who in (PERSON, UNKNOWN) and " " in node.text and not node.text.startswith("ال")


def _ends(node: Node, begun: bool) -> bool:
    """Whether a row of persons ends before a node."""
    if node.what in (FIGURE, RANK) or node.mark(";؛.") or node.has("against"):
        return True
    return begun and node.what is WORD and not node.has("and", "to", "joins", "in", "filler")
