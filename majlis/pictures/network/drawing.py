"""The network of an election at rest: councils or a house as rings of seats, lists as discs, and who leads them."""

from __future__ import annotations

import math

from graph.kinds import Kind

from ...network.model import Node, Tie
from ...network.routes import Line
from ...wording.forms import isolate
from ..svg import Picture, element, escape, number, path, shift
from .key import portrait
from .labels import Labels, written_inside
from .stage import HOLDS, PLACES, RIM, at_point, between, on_circle

_MARGIN = 16.0
_LONG = 130.0  # a line to a leader beyond this is left out


class Drawing(Labels):
    """A network on one stage, drawn."""

    def picture(self, title: str, text: str) -> Picture:
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
        return Picture("network", right - left, bottom - top, shift(-left, -top, body), title, text)

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
        if tie.type == HOLDS:
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
            rim = house.r + RIM
            a, b = ((hx + rim * math.cos(angle), hy + rim * math.sin(angle)) for angle in (start, end))
            towards = math.atan2(hy - y, hx - x)
            side = node.r * 0.72
            c, d = (
                (x + side * math.cos(towards + turn), y + side * math.sin(towards + turn))
                for turn in (-math.pi / 2, math.pi / 2)
            )
            shape = (
                f"M{at_point(a)}A{number(rim)} {number(rim)} 0 {int(end - start > math.pi)} 1 {at_point(b)}"
                f"C{at_point(between(b, (hx, hy), -0.28))} {at_point(between(c, a, 0.3))} {at_point(c)}"
                f"L{at_point(d)}C{at_point(between(d, b, 0.3))} {at_point(between(a, (hx, hy), -0.28))} {at_point(a)}Z"
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
        elif node.kind in PLACES:
            dots = "2 4" if node.absent else None  # of the others only the size is not known
            drawn = element("circle", cx=x, cy=y, r=node.r + 2, class_="paper") + element(
                "circle", cx=x, cy=y, r=node.r, class_="hollow", fill="none", stroke_width=1.4, stroke_dasharray=dots
            )
            drawn += written_inside(x, y, [node.size], 12.0, 600) if node.size else ""
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
        held = self.held.get(node.id, {})
        whole = max(node.marks or 1, sum(held.values()))
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
        whole = max(node.marks or 1, sum(held.values()))
        wide = 8.0 if node.kind == Kind.BODY.value else max(4.5, min(8.0, r * 0.24))
        step = 2 * math.pi / whole
        gap = min(0.3 * step, 1.3 / r)
        drawn = [element("circle", cx=x, cy=y, r=r + 4, class_="paper")]
        if alone := self.network.alone.get(node.id):
            drawn.append(element("circle", cx=x, cy=y, r=r, class_=self.css(alone), fill_opacity=0.26))

        def arcs(first: float, count: int) -> str:
            return "".join(
                f"M{at_point(on_circle(x, y, r, first + seat * step + gap / 2))}"
                f"A{number(r)} {number(r)} 0 0 1 {at_point(on_circle(x, y, r, first + (seat + 1) * step - gap / 2))}"
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
