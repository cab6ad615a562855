"""The network of an election at rest: councils or a house as rings of seats, lists as discs, and who leads them."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence

from graph.kinds import Kind

from ..network.geometry import Box
from ..network.model import Network, Node, Point, Tie
from ..network.names import Name, Placed
from ..network.names import placed as place_names
from ..network.routes import Line, routes
from ..wording.forms import ENGLISH, Language, isolate
from .key import portrait
from .palette import list_class, slots
from .svg import Picture, element, escape, number, path, shift, text_width, write

_MARGIN = 16.0
_RIM = 6.0  # of a ring beyond its radius: the half of its marks, and air
_NAME, _SMALL, _PLACE = 12.0, 11.5, 12.5
_INSIDE = 13.0  # the radius from which on a disc holds its number
_LONG = 130.0  # a line to a leader beyond this is left out
_HOLDS, _WON, _LEADS = "HOLDS_SEATS", "WON_IN_ALL", "LEADS"
_PLACES = (Kind.PROVINCE.value, Kind.BODY.value)


def network_picture(
    network: Network,
    title: str,
    text: str,
    shape: str = "wide",
    language: Language = ENGLISH,
    ids: str = "network",
    *,
    words: bool = True,
) -> Picture:
    """The network as it stands before anything is chosen; `shape` is one of the stages that it has a layout for.

    Without `words` it has neither names, numbers nor figures, for where it is drawn small.
    """
    return Drawing(network, shape, language, words=words).picture(title, text, ids)


class Drawing:
    """A network on one stage, as it stands before anything is chosen: what is shown, where, in which colour."""

    def __init__(self, network: Network, shape: str, language: Language = ENGLISH, *, words: bool = True) -> None:
        self.network, self.language, self.worded = network, language, words
        self.at = network.layouts[shape]
        self.land = network.land.get(shape, ())
        self.nodes = {node.id: node for node in network.nodes if node.rest and node.id in self.at}
        if not words:
            self.nodes = {id: node for id, node in self.nodes.items() if node.kind != Kind.FIGURE or node.seats}
        self.slots = slots(network.colours)
        self.held: dict[str, dict[str, int]] = defaultdict(dict)  # by council or house
        for tie in network.ties:
            if tie.type in (_HOLDS, _WON) and tie.seats:
                self.held[tie.end][tie.start] = self.held[tie.end].get(tie.start, 0) + tie.seats
        self.discs = [(node.id, *self.at[node.id], self.reach(node)) for node in self.nodes.values()]
        self.ties = {
            Line(tie.start, tie.end, self.width(tie), tie.type == _HOLDS): tie
            for tie in network.ties
            if tie.rest and tie.start in self.nodes and tie.end in self.nodes and tie.type != _WON
        }
        self.routes = routes(list(self.ties), self.discs)

    # --- What a name is -----------------------------------------------------------------------------------

    def is_list(self, node: Node) -> bool:
        """Whether it is a list with seats."""
        return bool(node.seats) and node.kind not in _PLACES

    def voted(self, node: Node) -> bool:
        """Whether it is a council, constituency or house with a ring."""
        return node.kind in _PLACES and bool(node.seats or self.held.get(node.id))

    def reach(self, node: Node) -> float:
        """Its radius, with the marks of a ring."""
        return node.r + _RIM if self.voted(node) else node.r

    def width(self, tie: Tie) -> float:
        """How broad a tie is: as its seats."""
        return 0.9 + 0.62 * (tie.seats or 1) if tie.type == _HOLDS else 1.4

    def css(self, id: str) -> str:
        """The class that colours a list: grey for one that is too small to be named at rest."""
        node = self.nodes.get(id)
        if node is not None and self.is_list(node) and not node.named:
            return "quiet"
        return list_class(self.slots.get(id))

    def borne(self, node: Node) -> str:
        """The class of the colour that a name bears."""
        return list_class(self.slots.get(node.list)) if node.list else "faint"

    # --- The picture --------------------------------------------------------------------------------------

    def picture(self, title: str, text: str, ids: str) -> Picture:
        """Everything, as large as it is."""
        names, numbers = self.names() if self.worded else ([], "")
        ties = "".join(self.tie(line, tie) for line, tie in self.ties.items())
        wedges = "".join(self.wedges(node) for node in self.nodes.values() if node.kind == Kind.BODY.value)
        under = {id for line in self.ties for id in self.routes[line].under}
        order = sorted(self.nodes.values(), key=lambda node: -node.r)
        drawn = "".join(self.node(node, gap=node.id in under) for node in order)
        boxes = [*self.around(), *(name.box for name in names)]
        boxes += [box for box, _ in self.boxes_aside()]
        left, top = min(box[0] for box in boxes) - _MARGIN, min(box[1] for box in boxes) - _MARGIN
        right, bottom = max(box[2] for box in boxes) + _MARGIN, max(box[3] for box in boxes) + _MARGIN
        body = self.country() + wedges + ties + drawn + numbers + self.words(names) + self.aside()
        return Picture(ids, right - left, bottom - top, shift(-left, -top, body), title, text)

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

    def country(self) -> str:
        """The land and its coast."""
        rings = "".join(path(zip(ring[::2], ring[1::2], strict=True)) + "Z" for ring in self.land)
        if not rings:
            return ""
        return element("path", d=rings, class_="coast drawn", stroke_width=2.4, stroke_linejoin="round") + element(
            "path", d=rings, class_="land"
        )

    # --- Ties ---------------------------------------------------------------------------------------------

    def tie(self, line: Line, tie: Tie) -> str:
        """Seats in the colour of their list, a leader with an arrow."""
        route = self.routes[line]
        (x0, y0), (x1, y1), (x2, y2), (x3, y3) = route.points
        curve = "M{} {}C{} {} {} {} {} {}".format(*map(number, (x0, y0, x1, y1, x2, y2, x3, y3)))
        if tie.type == _HOLDS:
            label = self.seats_words(tie)
            return element(
                "path",
                element("title", escape(label)),
                d=curve,
                class_=f"{self.css(tie.start)} drawn",
                stroke_width=line.width,
                stroke_opacity=0.55,
            )
        if math.dist((x0, y0), (x3, y3)) > _LONG:
            return ""
        before = route.at(0.9)
        angle = math.atan2(y3 - before[1], x3 - before[0])
        wings = [(x3 - 6.5 * math.cos(angle + turn), y3 - 6.5 * math.sin(angle + turn)) for turn in (0.45, -0.45)]
        return element("path", d=curve, class_="faint drawn", stroke_width=line.width, stroke_opacity=0.8) + element(
            "path", d=path([(x3, y3), *wings]) + "Z", class_="faint"
        )

    def seats_words(self, tie: Tie) -> str:
        """A list, a council and the seats."""
        start, end = (isolate(self.nodes[id].label) for id in (tie.start, tie.end))
        return f"{start}, {end}: {self.language.seats(tie.seats or 0, tie.seats or 0, self.nodes[tie.end].seats)}"

    def wedges(self, house: Node) -> str:
        """From each named list to its marks on the ring of a house."""
        found = []
        parts = self.marks(house)
        for id, (start, end) in parts.items():
            node = self.nodes.get(id)
            if node is None or not node.named:
                continue
            x, y = self.at[id]
            hx, hy = self.at[house.id]
            rim = house.r + _RIM
            a, b = ((hx + rim * math.cos(angle), hy + rim * math.sin(angle)) for angle in (start, end))
            towards = math.atan2(hy - y, hx - x)
            side = node.r * 0.72
            c, d = (
                (x + side * math.cos(towards + turn), y + side * math.sin(towards + turn))
                for turn in (-math.pi / 2, math.pi / 2)
            )
            shape = (
                f"M{_at(a)}A{number(rim)} {number(rim)} 0 {int(end - start > math.pi)} 1 {_at(b)}"
                f"C{_at(_between(b, (hx, hy), -0.28))} {_at(_between(c, a, 0.3))} {_at(c)}"
                f"L{_at(d)}C{_at(_between(d, b, 0.3))} {_at(_between(a, (hx, hy), -0.28))} {_at(a)}Z"
            )
            found.append(element("path", d=shape, class_=self.css(id), fill_opacity=0.34))
        return "".join(found)

    # --- Names as discs and rings -------------------------------------------------------------------------

    def node(self, node: Node, *, gap: bool) -> str:
        """A name as a disc, ring or portrait; with a gap around it where a tie passes under."""
        x, y = self.at[node.id]
        back = element("circle", cx=x, cy=y, r=node.r + 5, class_="paper") if gap else ""
        label = isolate(node.label) + (f": {self.language.seats(node.seats, node.seats, None)}" if node.seats else "")
        if self.voted(node):
            drawn = self.ring(node)
        elif node.kind in _PLACES:
            dots = "2 4" if node.absent else None  # of the others only the size is not known
            drawn = element("circle", cx=x, cy=y, r=node.r + 2, class_="paper") + element(
                "circle", cx=x, cy=y, r=node.r, class_="hollow", fill="none", stroke_width=1.4, stroke_dasharray=dots
            )
            drawn += "" if node.absent else _inside(x, y, ["?"], 12.0, 600)
        elif self.is_list(node):
            drawn = element("circle", cx=x, cy=y, r=node.r + 1.2, class_="paper")
            drawn += element("circle", cx=x, cy=y, r=node.r, class_=self.css(node.id))
        else:
            drawn = portrait(x, y, node.r, self.borne(node))
        return element(
            "g", element("title", escape(label)) + back + drawn, data_name=node.id, role="img", aria_label=label
        )

    def marks(self, node: Node) -> dict[str, tuple[float, float]]:
        """Where the seats of each list begin and end on a ring: angles, in order; turned towards their ties."""
        held, size = self.held.get(node.id, {}), node.seats or 1
        whole = max(size, sum(held.values()))
        if node.kind == Kind.BODY.value:
            order = [id for _, id in sorted((-seats, id) for id, seats in held.items())]
            turn = -math.pi / 2
        else:
            x, y = self.at[node.id]
            angles = {
                id: math.atan2(self.at[id][1] - y, self.at[id][0] - x) if id in self.at else math.pi for id in held
            }
            angles |= {
                line.start: math.atan2(route.points[3][1] - y, route.points[3][0] - x)
                for line, route in self.routes.items()
                if line.end == node.id and line.slot
            }
            order = [id for _, id in sorted((angles[id], id) for id in held)]
            across = down = run = 0.0
            for id in order:
                middle = angles[id] - (run + held[id] / 2) / whole * 2 * math.pi
                across += held[id] * math.cos(middle)
                down += held[id] * math.sin(middle)
                run += held[id]
            turn = math.atan2(down, across)
        found, run = {}, 0.0
        for id in order:
            found[id] = tuple(turn + part / whole * 2 * math.pi for part in (run, run + held[id]))
            run += held[id]
        return found  # type: ignore[return-value]  # two angles each

    def ring(self, node: Node) -> str:
        """A council or house: one mark a seat, those that are not accounted for in grey."""
        x, y = self.at[node.id]
        r, held = node.r, self.held.get(node.id, {})
        whole = max(node.seats or 1, sum(held.values()))
        wide = 8.0 if node.kind == Kind.BODY.value else max(4.5, min(8.0, r * 0.24))
        step = 2 * math.pi / whole
        gap = min(0.3 * step, 1.3 / r)
        drawn = [element("circle", cx=x, cy=y, r=r + 4, class_="paper")]
        if alone := self.network.alone.get(node.id):
            drawn.append(element("circle", cx=x, cy=y, r=r, class_=self.css(alone), fill_opacity=0.26))

        def arcs(first: float, count: int) -> str:
            return "".join(
                f"M{_at(_on(x, y, r, first + seat * step + gap / 2))}"
                f"A{number(r)} {number(r)} 0 0 1 {_at(_on(x, y, r, first + (seat + 1) * step - gap / 2))}"
                for seat in range(count)
            )

        marks = self.marks(node)
        for id, (start, _) in marks.items():
            drawn.append(element("path", d=arcs(start, held[id]), class_=f"{self.css(id)} drawn", stroke_width=wide))
        lacking = whole - sum(held.values())
        if lacking:
            end = max((after for _, after in marks.values()), default=-math.pi / 2)
            drawn.append(element("path", d=arcs(end, lacking), class_="open drawn", stroke_width=wide))
        return "".join(drawn)

    # --- Words --------------------------------------------------------------------------------------------

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
                inside.append(_inside(x, y, [str(node.seats)], size, 700, self.css(node.id)))
            elif self.is_list(node):
                text = f"{text} {node.seats}"
            todo.append(self.name(node, text))
        small = frozenset(node.id for node in self.nodes.values() if not node.named)
        points: list[Sequence[Point]] = [
            self.routes[line].samples(48) for line, tie in self.ties.items() if tie.type == _HOLDS
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
            [_between(self.at[id], (x + dx, y + dy), part / 16) for part in range(4, 17)]
            for id, node in self.nodes.items()
            if self.is_list(node) and node.named
            for dx, dy in ((0.0, 0.0), (node.r, 0.0), (-node.r, 0.0), (0.0, node.r), (0.0, -node.r))
        ]

    def stage(self) -> Box:
        """Where names may stand."""
        boxes = [*self.around(), *(box for box, _ in self.boxes_aside())]
        return (
            min(box[0] for box in boxes) - 130,
            min(box[1] for box in boxes) - 40,
            max(box[2] for box in boxes) + 130,
            max(box[3] for box in boxes) + 40,
        )

    def rank(self, node: Node) -> tuple[float, str]:
        """Which names are placed first: large lists and councils, then the others, then leaders by their lists."""
        if node.kind in _PLACES:
            return 5000 + (node.seats or 0) - (0 if self.voted(node) else 4000), node.id
        if self.is_list(node):
            return (6000 if node.r > 22 else 3000) + (node.seats or 0) * 100, node.id
        led = self.nodes.get(node.list)
        return (led.seats or 0) * 25.0 if led else 0.0, node.id

    def name(self, node: Node, text: str) -> Name:
        """A name that needs a place."""
        x, y = self.at[node.id]
        place = node.kind in _PLACES
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

    def ties_of(self, id: str) -> list[Line]:
        """The ties of a list to its councils."""
        return [line for line in self.ties if line.start == id and line.slot]

    def in_ring(self, node: Node) -> str:
        """The number of seats in a ring; where one list has the majority, that of its seats too."""
        x, y = self.at[node.id]
        alone = self.network.alone.get(node.id)
        if node.kind == Kind.BODY.value:
            majority = self.language.say("picture.majority", majority=(node.seats or 0) // 2 + 1)
            name = _halves(node.label) if len(node.label) > 14 else (node.label,)
            small = max(9.0, min(13.0, node.r * 0.15))
            return (
                _inside(x, y - node.r * 0.36, name, small, 400)
                + _inside(x, y + node.r * 0.08, [str(node.seats)], min(40.0, node.r * 0.42), 700)
                + _inside(x, y + node.r * 0.42, [majority], small, 400)
            )
        known = f"{sum(self.held[node.id].values())}+"  # where nobody says how many there are in all
        text = f"{self.held[node.id][alone]}/{node.seats}" if alone else str(node.seats or known)
        size = min(15.0, max(9.5, node.r * (0.5 if alone else 0.55)))
        return _inside(x, y, [text], size, 700 if alone else 600)

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
                    return _inside(x, y, [*found, str(node.seats)], size, 600, self.css(node.id))
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

    # --- Who took no part ---------------------------------------------------------------------------------

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


def _inside(x: float, y: float, texts: Sequence[str], size: float, weight: int, on: str = "") -> str:
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


def _at(point: Point) -> str:
    return f"{number(point[0])} {number(point[1])}"


def _on(x: float, y: float, r: float, angle: float) -> Point:
    return x + r * math.cos(angle), y + r * math.sin(angle)


def _between(a: Point, b: Point, part: float) -> Point:
    return a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part
