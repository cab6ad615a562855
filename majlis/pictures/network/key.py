"""What the signs of the network mean, in rows under it."""

from __future__ import annotations

import math
from dataclasses import dataclass

from graph.kinds import Kind

from ...network.model import Network, radius
from ...wording.forms import ENGLISH, Language
from ..side import Side
from ..svg import element, number, shift, text_width, write
from .stage import HOLDS, WON, at_point, on_circle

_TEXT = 12.5
_ROW = 30.0
_SIGN = 38.0  # the room of a sign
_SAMPLES = (5, 20)  # seats of the discs that show how large a seat is, beside those of the largest list


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign of the key, drawn around its middle, and what it means."""

    drawn: str
    words: str
    room: float = _SIGN
    wide: float = _SIGN  # of the room what is drawn

    @property
    def width(self) -> float:
        """How wide it is with its words."""
        return self.room + text_width(self.words, _TEXT) + 22


def network_key(network: Network, width: float, language: Language = ENGLISH) -> tuple[str, float]:
    """The key in rows of at most this width, and its height."""
    signs = [*_discs(network, language)]
    signs.append(Sign(_ring(12), language.say("key.house" if network.body else "key.council")))
    if network.alone and not network.body:
        signs.append(Sign(_ring(12, "rest"), language.say("key.alone")))
    kept = {node.id for node in network.nodes}
    if any(tie.start not in kept and tie.end in kept for tie in network.ties if tie.type in (HOLDS, WON)):
        signs.append(Sign(_line("quiet", 7), language.say("key.others")))
    if _lacking(network):
        signs.append(Sign(_line("open", 7), language.say("key.open")))
    if any(node.kind == Kind.FIGURE and node.named and not node.absent for node in network.nodes):
        signs.append(Sign(portrait(0, 0, 9, "faint"), language.say("key.leader")))
    if any(node.rest and node.list == node.id and not node.named for node in network.nodes):
        small = language.say("key.small", seats=language.seats(network.big, network.big))
        signs.append(Sign(element("circle", cx=0.0, cy=0.0, r=8.0, class_="quiet"), small))
    if any(node.rest and node.absent == "held_no_vote" for node in network.nodes):
        empty = element(
            "circle", cx=0.0, cy=0.0, r=9.0, class_="hollow", fill="none", stroke_width=1.4, stroke_dasharray="2 4"
        )
        signs.append(Sign(empty, language.say("key.no_vote")))
    if not network.body:
        ties = language.say("key.ties", seats=language.seats(network.bold, network.bold))
        signs.append(Sign(_line("faint", 0.9 + 0.62 * network.bold), ties))
    return _rows(signs, Side(language, width))


def portrait(x: float, y: float, r: float, css: str) -> str:
    """The sign of a figure: head and shoulders in a rim."""
    places = [(-0.56, 0.6), (-0.5, 0.02), (0.5, 0.02), (0.56, 0.6)]
    a, b, c, d = (f"{number(x + r * dx)} {number(y + r * dy)}" for dx, dy in places)
    return (
        element("circle", cx=x, cy=y, r=r + 1.5, class_="paper")
        + element("circle", cx=x, cy=y, r=float(r), class_=css, fill_opacity=0.14)
        + element("circle", cx=x, cy=y, r=float(r), class_=f"{css} drawn", stroke_width=2.0)
        + element("circle", cx=x, cy=y - r * 0.24, r=r * 0.3, class_=css)
        + element("path", d=f"M{a}C{b} {c} {d}Z", class_=css)
    )


def _discs(network: Network, language: Language) -> list[Sign]:
    """Discs of few and of many seats, as large as on the stage, side by side."""
    largest = max((node.seats or 0 for node in network.nodes if node.named and node.list == node.id), default=0)
    sizes = [*(size for size in _SAMPLES if size < largest * 0.8), *([largest] if largest else [])]
    found, x = "", 0.0
    for size in sizes:
        r = radius(size)
        found += element("circle", cx=x + r, cy=0.0, r=r, class_="hollow", fill="none", stroke_width=1.2)
        found += write(x + r, 4, str(size), class_="middle", font_size=11.5)
        x += 2 * r + 8
    return [Sign(shift(-_SIGN / 2, 0, found), language.say("key.list"), x + 4, x - 8)] if sizes else []


def _ring(r: float, filled: str = "") -> str:
    """A small council."""
    marks = 13
    step = 2 * math.pi / marks
    arcs = "".join(
        f"M{at_point(on_circle(0, 0, r, at * step + 0.06))}"
        f"A{number(r)} {number(r)} 0 0 1 {at_point(on_circle(0, 0, r, (at + 1) * step - 0.06))}"
        for at in range(marks)
    )
    inner = element("circle", cx=0.0, cy=0.0, r=r, class_=filled, fill_opacity=0.26) if filled else ""
    return inner + element("path", d=arcs, class_="faint drawn", stroke_width=4.5)


def _line(css: str, width: float) -> str:
    return element("path", d="M-12 0L12 0", class_=f"{css} drawn", stroke_width=width)


def _lacking(network: Network) -> bool:
    """Whether a council or house that is shown has seats that are not accounted for."""
    sums: dict[str, int] = {}
    for tie in network.ties:
        if tie.type in (HOLDS, WON):
            sums[tie.end] = sums.get(tie.end, 0) + (tie.seats or 0)
    shown = (node for node in network.nodes if node.rest and not node.list and node.seats and not node.absent)
    return any(sums.get(node.id, 0) < (node.seats or 0) for node in shown if node.kind != Kind.FIGURE)


def _rows(signs: list[Sign], side: Side) -> tuple[str, float]:
    rows: list[list[Sign]] = [[]]
    for sign in signs:
        if rows[-1] and sum(one.width for one in rows[-1]) + sign.width > side.width:
            rows.append([])
        rows[-1].append(sign)
    found, y = "", 0.0
    for row in rows:
        high = _ROW if row[0].room == _SIGN else max(_ROW, row[0].room * 0.5)
        x = 0.0
        for sign in row:
            left = side.at(x + sign.wide - _SIGN / 2) if side.right else x + _SIGN / 2  # discs go on to the right
            found += shift(left, y + high / 2, sign.drawn)
            found += side.write(x + sign.room, y + high / 2 + 4.5, sign.words, _TEXT)
            x += sign.width
        y += high + 4
    return found, y
