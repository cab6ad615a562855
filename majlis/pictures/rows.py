"""What rows of a Cypher text hold of the graph, as a picture: nodes as discs, rings and squares, ties as arrows."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from graph.kinds import HOLDERS, LISTS, Kind

from .palette import list_class
from .svg import Picture, element, fit, number, shift, text_width, write

MOST = 40  # nodes that are drawn
_ROUNDS = 150
_LENGTH, _GRAVITY, _FLAT = 135.0, 0.35, 0.6  # of a tie at rest; the pull to the middle; height by width at first
_SIZE, _NAME, _TIE = 9.0, 12.0, 9.5
_PAGE = 640.0  # width of a row of groups
_ROW, _APART, _LONGEST, _LEAST = 58.0, 16.0, 190.0, 320.0  # below and beside a name; widths of a name, a picture
_NODE, _EDGE = frozenset({"labels", "properties"}), frozenset({"type", "properties"})
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Node:
    """A node of the rows; `kind` is None for one that is no entity."""

    id: str
    name: str
    kind: Kind | None


@dataclass(slots=True)
class Drawn:
    """The nodes and ties of rows, each once: `ties` are (from, to, type); `more` nodes are not drawn."""

    nodes: dict[str, Node] = field(default_factory=dict)
    ties: dict[tuple[str, str, str], None] = field(default_factory=dict)
    more: int = 0


def drawn(rows: Iterable[Sequence[Any]], ends: Mapping[str, tuple[str, str]], names: Mapping[str, Node]) -> Drawn:
    """The nodes and ties in rows, `ends` those of ties by the ids of their facts, `names` the entities by their ids.

    A tie of which only one end is a node of the rows is drawn with both. The first `MOST` nodes are drawn.
    """
    found = Drawn()
    every = [item for row in rows for value in row for item in _parts(value)]
    for item in every:
        if item.keys() >= _NODE and (node := _node(item)):
            found.nodes.setdefault(node.id, node)
    for item in every:
        if item.keys() >= _EDGE and "labels" not in item:
            start, end = item.get("start"), item.get("end")
            if start is None or end is None:
                start, end = ends.get(str(item["properties"].get("id")), (None, None))
            for id in (start, end):
                if id in names:
                    found.nodes.setdefault(str(id), names[str(id)])
            if start in found.nodes and end in found.nodes:
                found.ties[str(start), str(end), str(item["type"])] = None
    kept = dict(list(found.nodes.items())[:MOST])
    found.more = len(found.nodes) - len(kept)
    found.nodes = kept
    found.ties = {tie: None for tie in found.ties if tie[0] in kept and tie[1] in kept}
    return found


def _parts(value: Any) -> Iterator[Mapping[str, Any]]:
    """The nodes and ties in a value: itself, those of a path or of a list."""
    if isinstance(value, Mapping):
        yield value
        for part in ("nodes", "relationships"):
            for item in value.get(part) or () if isinstance(value.get(part), list) else ():
                yield from _parts(item)
    elif isinstance(value, list):
        for item in value:
            yield from _parts(item)


def _node(item: Mapping[str, Any]) -> Node | None:
    properties = item["properties"]
    if not isinstance(properties, Mapping) or not isinstance(properties.get("id"), str):
        return None
    kind = properties.get("kind")
    name = properties.get("name") or properties.get("title") or properties["id"]
    kinds = {each.value: each for each in Kind}
    return Node(properties["id"], str(name), kinds.get(kind) if isinstance(kind, str) else None)


def picture(found: Drawn, slots: Mapping[str, int], title: str, text: str) -> Picture:
    """The nodes with their names and the ties as arrows with their types, placed so that what is tied is near."""
    places = _placed(found)
    width = max(x + text_width(_name(found.nodes[id]), _NAME) / 2 for id, (x, _) in places.items()) + _SIZE
    height = max(y for _, y in places.values()) + _ROW - _SIZE
    ties = "".join(_tie(places[a], places[b], type, bow) for (a, b, type), bow in _bows(found.ties))
    nodes = "".join(_disc(node, places[node.id], slots) for node in found.nodes.values())
    arrow = element("path", d="M0 0L8 4L0 8z", class_="faint")
    head = element(
        "marker", arrow, id="rows-arrow", viewBox="0 0 8 8", refX=8.0, refY=4.0, markerWidth=7.0, markerHeight=7.0,
        orient="auto-start-reverse",
    )  # fmt: skip
    return Picture("rows", max(width, _LEAST), height, element("defs", head) + ties + nodes, title, text)


def _bows(ties: Iterable[tuple[str, str, str]]) -> Iterator[tuple[tuple[str, str, str], float]]:
    """Each tie with how far it is bent, so that several of two nodes lie apart."""
    seen: dict[frozenset[str], int] = {}
    for a, b, type in ties:
        pair = frozenset((a, b))
        seen[pair] = seen.get(pair, -1) + 1
        yield (a, b, type), 18.0 * seen[pair] * (1 if a < b else -1)


def _tie(a: Point, b: Point, type: str, bow: float) -> str:
    along = math.dist(a, b) or 1.0
    x, y = (b[0] - a[0]) / along, (b[1] - a[1]) / along
    start = a[0] + x * _SIZE, a[1] + y * _SIZE
    end = b[0] - x * (_SIZE + 2), b[1] - y * (_SIZE + 2)
    middle = (start[0] + end[0]) / 2 - y * bow, (start[1] + end[1]) / 2 + x * bow
    data = (
        f"M{number(start[0])} {number(start[1])}Q{number(2 * middle[0] - (start[0] + end[0]) / 2)} "
        f"{number(2 * middle[1] - (start[1] + end[1]) / 2)} {number(end[0])} {number(end[1])}"
    )
    line = element("path", d=data, class_="line faint-line", marker_end="url(#rows-arrow)")
    if text_width(type, _TIE) > along - 4 * _SIZE:
        return line
    return line + write(middle[0], middle[1] - 3, type, class_="label middle", font_size=_TIE)


def _disc(node: Node, at: Point, slots: Mapping[str, int]) -> str:
    """A disc for a list, a ring for a person, a square for a place, a rhombus for anything else; and the name."""
    if node.kind is Kind.FIGURE:
        shape = element("circle", r=_SIZE - 1, class_="paper") + element("circle", r=_SIZE - 1, class_="ring")
    elif node.kind in LISTS or node.kind in HOLDERS:
        shape = element("circle", r=_SIZE, class_=list_class(slots.get(node.id)))
    elif node.kind in (Kind.PROVINCE, Kind.BODY):
        shape = element("rect", x=-_SIZE + 1, y=-_SIZE + 1, width=2 * _SIZE - 2, height=2 * _SIZE - 2, class_="step-3")
    else:
        shape = element(
            "path", d=f"M0 {number(-_SIZE)}L{number(_SIZE)} 0L0 {number(_SIZE)}L{number(-_SIZE)} 0z", class_="rest-2"
        )
    name = write(0, _SIZE + _NAME + 1, _name(node), class_="label middle", font_size=_NAME)
    return shift(*at, shape + name)


def _placed(found: Drawn) -> dict[str, Point]:
    """The places of all nodes: each group of nodes that ties hold together by itself, the groups row by row.

    The same nodes and ties always come to the same places.
    """
    places: dict[str, Point] = {}
    x = y = deep = 0.0
    for group in _groups(found):
        inner, wide, high = _apart(found, group)
        if x and x + wide > _PAGE:
            x, y, deep = 0.0, y + deep, 0.0
        places |= {id: (x + across, y + down) for id, (across, down) in inner.items()}
        x, deep = x + wide + _APART, max(deep, high)
    return places


def _groups(found: Drawn) -> list[list[str]]:
    """The nodes in groups that ties hold together, the largest first."""
    of = {id: id for id in found.nodes}

    def root(id: str) -> str:
        while of[id] != id:
            id = of[id]
        return id

    for a, b, _ in found.ties:
        of[root(a)] = root(b)
    groups: dict[str, list[str]] = {}
    for id in found.nodes:
        groups.setdefault(root(id), []).append(id)
    return sorted(groups.values(), key=lambda group: -len(group))


def _apart(found: Drawn, ids: Sequence[str]) -> tuple[dict[str, Point], float, float]:
    """The places of one group by springs and repulsion (Fruchterman and Reingold 1991), until no names overlap.

    And how wide and high it is.
    """
    x, y = _sprung(ids, [tie for tie in found.ties if tie[0] in ids])
    wide = [max(text_width(_name(found.nodes[id]), _NAME), 3 * _SIZE) + _APART for id in ids]
    for _ in range(_ROUNDS):
        moved = False
        for one in range(len(ids)):
            for other in range(one):
                across, down = x[one] - x[other], y[one] - y[other]
                over = (wide[one] + wide[other]) / 2 - abs(across), _ROW - abs(down)
                if min(over) <= 0:
                    continue
                moved = True
                if over[1] < over[0]:
                    step = over[1] / 2 * (1 if down >= 0 else -1)
                    y[one], y[other] = y[one] + step, y[other] - step
                else:
                    step = over[0] / 2 * (1 if across >= 0 else -1)
                    x[one], x[other] = x[one] + step, x[other] - step
        if not moved:
            break
    left = min(at - each / 2 for at, each in zip(x, wide, strict=True))
    top = min(y) - 2 * _SIZE
    right = max(at + each / 2 for at, each in zip(x, wide, strict=True))
    return {id: (x[place] - left, y[place] - top) for place, id in enumerate(ids)}, right - left, max(y) - top + _ROW


def _sprung(ids: Sequence[str], ties: Iterable[tuple[str, str, str]]) -> tuple[list[float], list[float]]:
    """The two coordinates of each node, before names are kept apart."""
    turn = math.tau / len(ids)
    radius = _LENGTH * math.sqrt(len(ids)) / 2
    x = [radius * math.cos(turn * place) for place in range(len(ids))]
    y = [radius * math.sin(turn * place) * _FLAT for place in range(len(ids))]
    number_of = {id: place for place, id in enumerate(ids)}
    springs = sorted({tuple(sorted((number_of[a], number_of[b]))) for a, b, _ in ties if a != b})
    for turn_number in range(_ROUNDS):
        dx, dy = (
            [-_GRAVITY * at for at in x],
            [-_GRAVITY * at / _FLAT for at in y],
        )  # what is tied to nothing stays near
        for one in range(len(ids)):
            for other in range(one):
                across, down = x[one] - x[other], y[one] - y[other]
                push = _LENGTH * _LENGTH / (across * across + down * down + 1)
                dx[one], dy[one] = dx[one] + across * push, dy[one] + down * push
                dx[other], dy[other] = dx[other] - across * push, dy[other] - down * push
        for one, other in springs:
            across, down = x[one] - x[other], y[one] - y[other]
            pull = math.hypot(across, down) / _LENGTH
            dx[one], dy[one] = dx[one] - across * pull, dy[one] - down * pull
            dx[other], dy[other] = dx[other] + across * pull, dy[other] + down * pull
        most = _LENGTH * (1 - turn_number / _ROUNDS) / 2
        for place in range(len(ids)):
            far = math.hypot(dx[place], dy[place]) or 1.0
            x[place] += dx[place] / far * min(far, most)
            y[place] += dy[place] / far * min(far, most)
    return x, y


def _name(node: Node) -> str:
    """The name of a node, cut where it is long."""
    return fit(node.name, _NAME, _LONGEST)
