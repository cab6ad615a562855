"""The network's canvas as it is drawn: every text readable without zooming, and none on another."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pytest

from majlis.page.model import ViewModel
from majlis.page.view import view
from queries.view import GraphView
from queries.where import where

from .fixtures import Reader

Opens = Callable[..., Reader]
LISTENS = """() => {
    const pen = CanvasRenderingContext2D.prototype, write = pen.fillText, clear = pen.clearRect;
    pen.clearRect = function (...box) { window.written = []; return clear.apply(this, box); };
    pen.fillText = function (text, x, y) {
        const at = this.getTransform(), ratio = this.canvas.width / this.canvas.clientWidth, scale = at.a / ratio;
        const found = at.transformPoint(new DOMPoint(x, y)), middle = { x: found.x / ratio, y: found.y / ratio };
        const size = this.measureText(text);
        const across = [-size.actualBoundingBoxLeft, size.actualBoundingBoxRight].map((by) => middle.x + by * scale);
        const down = [-size.actualBoundingBoxAscent, size.actualBoundingBoxDescent].map((by) => middle.y + by * scale);
        const letters = parseFloat(this.font.match(/[\\d.]+px/)[0]) * scale;
        window.written.push([text, across[0], down[0], across[1], down[1], letters]);
        return write.call(this, text, x, y);
    };
}"""


class Written(NamedTuple):
    """A text on the canvas: its box and the size of its letters, in pixels."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float

    def meets(self, other: Written) -> bool:
        """Whether two boxes lie on each other."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


def written(reader: Reader) -> list[Written]:
    """The texts of the canvas after the view is fitted, once the page listens."""
    reader.page.get_by_role("button", name="Fit").click()
    reader.page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    return [Written(*row) for row in reader.page.evaluate("window.written")]


@pytest.fixture(scope="module")
def model(graph: GraphView) -> ViewModel:
    """What the page shows of the shipped data."""
    return view(graph)


@pytest.mark.parametrize("layout", ["columns", "force", "map"])
def test_no_words_of_the_network_lie_on_others(opens: Opens, graph: GraphView, model: ViewModel, layout: str) -> None:
    """Names and numbers of seats are readable as they stand: of a usual size, and clear of each other.

    Without a choice every council and every list of a colour is named; each council where State of Law, or a list that
    it shares, won seats has their number on its tie.
    """
    reader = opens(f"#view=network&layout={layout}")
    reader.page.evaluate(LISTENS)
    for chosen in ("", "node=state-of-law", "node=nouri-al-maliki", "node=muqtada-al-sadr", "council=IQ-BG", "all=1"):
        reader.go(f"#view=network&layout={layout}&{chosen}")
        found = written(reader)
        reader.keep(f"network-{layout}-{chosen.partition('=')[2] or 'nothing'}")
        assert len(found) > 3, chosen
        assert min(item.size for item in found) >= 11, chosen
        named = {item.text for item in found}
        if not chosen:
            assert {node.label for node in model.nodes if node.kind == "province" and node.seats} <= named
            assert {node.label for node in model.nodes if node.id in model.slots} <= named
        if chosen == "node=state-of-law":
            won = [held.seats for council in where(graph, "state-of-law").provinces for held in council.lists]
            assert len(won) == 11
            assert sorted(int(item.text) for item in found if item.text.isdigit()) == sorted(won)
        assert [(a.text, b.text) for at, a in enumerate(found) for b in found[at + 1 :] if a.meets(b)] == [], chosen
