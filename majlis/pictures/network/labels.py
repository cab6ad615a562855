"""The words of a network at rest: names in their places, numbers in discs and rings, who took no part."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from graph.kinds import Kind

from ...network.model import Node, Point
from ...network.names import Name, Placed
from ...network.names import placed as place_names
from ..svg import element, path, text_width, write
from .stage import HOLDS, PLACES, Stage, between

_NAME, _SMALL, _PLACE = 12.0, 11.5, 12.5
_INSIDE = 13.0  # the radius from which on a disc holds its number


class Labels(Stage):
    """What is written on a stage."""

    def names(self) -> tuple[list[Placed], str]:
        """The names in their places, and the numbers in discs and rings."""
        inside, todo, aside = [], [], [node for _, node in self.boxes_aside()]
        for node in sorted(self.nodes.values(), key=self.rank, reverse=True):
            if not node.named or node in aside:
                continue
            x, y = self.at[node.id]
            text = node.surname if node.kind == Kind.FIGURE.value and not node.seats else node.label
            if self.voted(node):
                inside.append(self.in_ring(node))
                if node.kind == Kind.BODY.value:
                    continue
            elif self.is_list(node) and node.r > _INSIDE:
                if whole := self.in_disc(node, text):
                    inside.append(whole)
                    continue
                size = min(15.0, max(10.5, node.r * 0.7))
                inside.append(written_inside(x, y, [str(node.seats)], size, 700, self.css(node.id)))
            elif self.is_list(node):
                text = f"{text} {node.seats}"
            todo.append(self.name(node, text))
        small = frozenset(node.id for node in self.nodes.values() if not node.named)
        points: list[Sequence[Point]] = [
            self.routes[line].samples(48) for line, tie in self.ties.items() if tie.type == HOLDS
        ]
        points += self.spokes()
        boxes = [box for box, _ in self.boxes_aside()]
        return place_names(todo, self.discs, small, points, self.stage(), boxes), "".join(inside)

    def spokes(self) -> list[list[Point]]:
        """Points in the wedges between a house and its lists, which names keep off."""
        if not self.network.body or self.network.body not in self.nodes:
            return []
        x, y = self.at[self.network.body]
        return [
            [between(self.at[id], (x + dx, y + dy), part / 16) for part in range(4, 17)]
            for id, node in self.nodes.items()
            if self.is_list(node) and node.named
            for dx, dy in ((0.0, 0.0), (node.r, 0.0), (-node.r, 0.0), (0.0, node.r), (0.0, -node.r))
        ]

    def rank(self, node: Node) -> tuple[float, str]:
        """Which names are placed first: large lists and councils, then the others, then leaders by their lists."""
        if node.kind in PLACES:
            return 5000 + (node.seats or 0) - (0 if self.voted(node) else 4000), node.id
        if self.is_list(node):
            return (6000 if node.r > 22 else 3000) + (node.seats or 0) * 100, node.id
        led = self.nodes.get(node.list)
        return (led.seats or 0) * 25.0 if led else 0.0, node.id

    def name(self, node: Node, text: str) -> Name:
        """A name that needs a place."""
        x, y = self.at[node.id]
        place = node.kind in PLACES
        size = _PLACE if place else _SMALL if node.kind == Kind.FIGURE.value and not node.seats else _NAME
        found = _halves(text) if len(text) > 22 else (text,)
        several = len(self.ties_of(node.id)) > 1
        first = 2 if place or (several and self.is_list(node)) else 0 if x >= 0 else 1
        if self.network.body and self.is_list(node) and abs(y) > abs(x):
            first = 2 if y > 0 else 3
        if place and not self.voted(node):
            first = 3 if y < 0 else 2
        wide = max(text_width(line, size) for line in found) * (1.0 if self.is_list(node) or place else 0.96)
        return Name(node.id, found, size, wide, x, y, self.reach(node), first, must=True)

    def in_ring(self, node: Node) -> str:
        """The number of seats in a ring; where one list has the majority, that of its seats too."""
        x, y = self.at[node.id]
        alone = self.network.alone.get(node.id)
        if node.kind == Kind.BODY.value:
            majority = self.language.say("picture.majority", majority=(node.seats or 0) // 2 + 1)
            name = _halves(node.label) if len(node.label) > 14 else (node.label,)
            small = max(9.0, min(13.0, node.r * 0.15))
            return (
                written_inside(x, y - node.r * 0.36, name, small, 400)
                + written_inside(x, y + node.r * 0.08, [str(node.seats)], min(40.0, node.r * 0.42), 700)
                + written_inside(x, y + node.r * 0.42, [majority], small, 400)
            )
        text = f"{self.held[node.id][alone]}/{node.size}" if alone else node.size
        size = min(15.0, max(9.5, node.r * (0.5 if alone else 0.55)))
        return written_inside(x, y, [text], size, 700 if alone else 600)

    def in_disc(self, node: Node, text: str) -> str:
        """The name and the seats inside a disc, where they fit."""
        x, y = self.at[node.id]
        for found in ((text,), _halves(text)):
            high = (len(found) + 1) * 14
            if high >= 2 * node.r:
                continue
            chord = 2 * math.sqrt(node.r**2 - (high / 2) ** 2)
            for size in (13.0, 12.0, 11.0, 10.0):
                if max(text_width(line, size) for line in found) < chord - 1:
                    return written_inside(x, y, [*found, str(node.seats)], size, 600, self.css(node.id))
        return ""

    def words(self, names: Iterable[Placed]) -> str:
        """The names as text, with a line to their disc where they stand farther off."""
        found = []
        for placed in names:
            name = placed.name
            node = self.nodes[name.id]
            if placed.leader:
                found.append(element("path", d=path(placed.leader), class_="faint drawn", stroke_width=1.0))
            weight = "strong" if self.voted(node) or self.is_list(node) else ""
            css = f"label {weight} {placed.anchor if placed.anchor != 'start' else ''}".split()
            if node.kind == Kind.PROVINCE.value and not self.voted(node):
                css.append("faint")
            for row, line in enumerate(name.lines):
                y = placed.box[1] + name.size * (0.98 + 1.2 * row)
                x = placed.box[0] + 2 if placed.anchor == "start" else placed.box[2] - 2
                x = placed.x if placed.anchor == "middle" else x
                found.append(write(x, y, line, class_=" ".join(css), font_size=name.size))
        return element("g", "".join(found), class_="labels", aria_hidden="true")

    def aside(self) -> str:
        """These boxes, drawn."""
        found = []
        for (left, top, right, bottom), node in self.boxes_aside():
            x = self.at[node.id][0] + node.r + 7
            found.append(
                element(
                    "rect", x=left, y=top, width=right - left, height=bottom - top, rx=6.0,
                    class_="hollow", fill="none", stroke_width=1.3, stroke_dasharray="4 3",
                )
                + write(x, top + 17, node.label, class_="strong", font_size=12.0)
                + write(x, top + 32, self.absence(node), class_="faint", font_size=11.0)
            )  # fmt: skip
        return "".join(found)


def _halves(text: str) -> tuple[str, ...]:
    """A text in two lines of about the same length; one word stays whole."""
    words = text.split()
    if len(words) < 2:
        return (text,)
    cuts = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
    return min(cuts, key=lambda cut: max(map(len, cut)))


def written_inside(x: float, y: float, texts: Sequence[str], size: float, weight: int, on: str = "") -> str:
    """Lines of text in the middle of a disc; `on` is the class of its colour."""
    leading = size * 1.18
    top = y - (len(texts) - 1) * leading / 2 + size * 0.36
    css = f"middle on {on}" if on else "middle"
    return "".join(
        write(
            x, top + row * leading, text, class_=css, font_size=size, font_weight=weight, aria_hidden="true",
        )
        for row, text in enumerate(texts)
    )  # fmt: skip
