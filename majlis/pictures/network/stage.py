"""The stage of a network at rest: what is shown of it, where, how large and in which colour."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import replace

from graph.kinds import Kind

from ...network.geometry import Box
from ...network.model import Network, Node, Point, Tie
from ...network.routes import Line, routes
from ...wording.forms import ENGLISH, Language
from ...wording.messages import USUAL
from ..palette import list_class, slots
from ..svg import number, text_width

RIM = 6.0  # of a ring beyond its radius: the half of its marks, and air
HOLDS, WON, LEADS = "HOLDS_SEATS", "WON_IN_ALL", "LEADS"
PLACES = (Kind.PROVINCE.value, Kind.BODY.value)


def _named(node: Node, language: Language) -> Node:
    """A name as the language has it, the usual one where it has none."""
    surname = node.surname if language.code == USUAL else node.surname_local or node.surname
    return replace(node, label=language.names(node.id, node.label), surname=surname)


class Stage:
    """A network on one stage, as it stands before anything is chosen; `shape` is a stage that it has a layout for.

    Without `words` it has neither names, numbers nor figures, for where it is drawn small.
    """

    def __init__(self, network: Network, shape: str, language: Language = ENGLISH, *, words: bool = True) -> None:
        self.network, self.language, self.worded = network, language, words
        self.at = network.layouts[shape]
        self.land = network.land.get(shape, ())
        self.nodes = {node.id: _named(node, language) for node in network.nodes if node.rest and node.id in self.at}
        if not words:
            self.nodes = {id: node for id, node in self.nodes.items() if node.kind != Kind.FIGURE or node.seats}
        self.slots = slots(network.colours)
        self.held: dict[str, dict[str, int]] = defaultdict(dict)  # by council or house
        for tie in network.ties:
            if tie.type in (HOLDS, WON) and tie.seats:
                self.held[tie.end][tie.start] = self.held[tie.end].get(tie.start, 0) + tie.seats
        self.discs = [(node.id, *self.at[node.id], self.reach(node)) for node in self.nodes.values()]
        self.ties = {
            Line(tie.start, tie.end, self.width(tie), tie.type == HOLDS): tie
            for tie in network.ties
            if tie.rest and tie.start in self.nodes and tie.end in self.nodes and tie.type != WON
        }
        self.routes = routes(list(self.ties), self.discs)

    def is_list(self, node: Node) -> bool:
        """Whether it is a list with seats."""
        return bool(node.seats) and node.kind not in PLACES

    def voted(self, node: Node) -> bool:
        """Whether it is a council, constituency or house with a ring."""
        return node.kind in PLACES and bool(node.marks)

    def reach(self, node: Node) -> float:
        """Its radius, with the marks of a ring."""
        return node.r + RIM if self.voted(node) else node.r

    def width(self, tie: Tie) -> float:
        """How broad a tie is: as its seats."""
        return 0.9 + 0.62 * (tie.seats or 1) if tie.type == HOLDS else 1.4

    def css(self, id: str) -> str:
        """The class that colours a list: grey for one that is not shown, or too small to be named at rest."""
        node = self.nodes.get(id)
        if node is None or (self.is_list(node) and not node.named):
            return "quiet"
        return list_class(self.slots.get(id))

    def borne(self, node: Node) -> str:
        """The class of the colour that a name bears."""
        return list_class(self.slots.get(node.list)) if node.list else "faint"

    def around(self) -> list[Box]:
        """Everything that the picture must hold."""
        boxes = [(x - r, y - r, x + r, y + r) for _, x, y, r in self.discs]
        for ring in self.land:
            boxes.append((min(ring[::2]), min(ring[1::2]), max(ring[::2]), max(ring[1::2])))
        for route in self.routes.values():
            points = route.samples()
            xs, ys = [x for x, _ in points], [y for _, y in points]
            boxes.append((min(xs), min(ys), max(xs), max(ys)))
        return boxes

    def stage(self) -> Box:
        """Where names may stand."""
        boxes = [*self.around(), *(box for box, _ in self.boxes_aside())]
        return (
            min(box[0] for box in boxes) - 130,
            min(box[1] for box in boxes) - 40,
            max(box[2] for box in boxes) + 130,
            max(box[3] for box in boxes) + 40,
        )

    def ties_of(self, id: str) -> list[Line]:
        """The ties of a list to its councils."""
        return [line for line in self.ties if line.start == id and line.slot]

    def boxes_aside(self) -> list[tuple[Box, Node]]:
        """Those who took no part, in boxes."""
        found = []
        for node in self.nodes.values():
            if node.absent and node.kind == Kind.FIGURE.value and not node.list:
                x, y = self.at[node.id]
                wide = max(text_width(node.label, 12), text_width(self.absence(node), 11))
                found.append(((x - node.r - 8, y - 20, x + node.r + wide + 16, y + 20), node))
        return found

    def absence(self, node: Node) -> str:
        """How it took no part."""
        return self.language.say(f"network.on.{node.absent}")


def at_point(point: Point) -> str:
    """A point in a path."""
    return f"{number(point[0])} {number(point[1])}"


def on_circle(x: float, y: float, r: float, angle: float) -> Point:
    """The point of a circle at an angle."""
    return x + r * math.cos(angle), y + r * math.sin(angle)


def between(a: Point, b: Point, part: float) -> Point:
    """The point at a part of the way from one to another."""
    return a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part
