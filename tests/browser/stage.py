"""The network as a reader sees it: its picture as SVG, where names stand on the screen, the words on it."""

from __future__ import annotations

import math
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

from .fixtures import Reader

SVG = "{http://www.w3.org/2000/svg}"
SEEN = 0.3  # how strongly a tie or a name is drawn that counts as seen
# The texts on the stage: their boxes, as high as their letters are, and the size of these, in pixels of the screen.
WRITTEN = """() => {
    const pen = document.createElement("canvas").getContext("2d");
    const stage = document.getElementById("net").getBoundingClientRect();
    return [...document.querySelectorAll("#net-view text")].map((text) => {
        const { left, right } = text.getBoundingClientRect(), at = text.getScreenCTM();
        const middle = at.b * text.getAttribute("x") + at.d * text.getAttribute("y") + at.f - stage.top;
        const { fontWeight, fontSize, fontFamily } = getComputedStyle(text);
        Object.assign(pen, { font: `${fontWeight} ${fontSize} ${fontFamily}`, textBaseline: "middle" });
        const { actualBoundingBoxAscent: up, actualBoundingBoxDescent: down } = pen.measureText(text.textContent);
        const sides = [left - stage.left, middle - up * at.d, right - stage.left, middle + down * at.d];
        return [text.textContent, ...sides, parseFloat(fontSize) * at.a];
    });
}"""
# Of whom each text on the stage is, each line that leads to one, by points along it, and each frame, in pixels.
LED = """() => {
    const all = (css) => [...document.querySelectorAll(`#net-layer-labels ${css}`)];
    const stage = document.getElementById("net").getBoundingClientRect();
    const of = (element) => element.closest("[data-of]").dataset.of;
    const lines = all(".lead").map((line) => {
        const at = line.getScreenCTM(), steps = Array.from({ length: 101 }, (_, step) => step / 100);
        const points = steps.map((part) => line.getPointAtLength(part * line.getTotalLength()).matrixTransform(at));
        return [of(line), points.map(({ x, y }) => [x - stage.left, y - stage.top])];
    });
    const frames = all(".frame").map((frame) => {
        const { left, top, right, bottom } = frame.getBoundingClientRect();
        return [of(frame), left - stage.left, top - stage.top, right - stage.left, bottom - stage.top, 0];
    });
    return { lines, frames, of: all("text").map(of) };
}"""
# The names whose words stand at a coloured disc or a ring of others, far from their own; with these.
MISTAKEN = """() => {
    const all = (css) => [...document.querySelectorAll(css)], box = (part) => part.getBoundingClientRect();
    const discs = all("#net-layer-names .name").map((disc) => {
        const { x, y, width } = box(disc.querySelector(".under")), [atX, atY] = [x + width / 2, y + width / 2];
        const far = ([left, top, right, bottom]) => {
            const nearX = Math.max(left, Math.min(atX, right)), nearY = Math.max(top, Math.min(atY, bottom));
            return Math.hypot(atX - nearX, atY - nearY) - width / 2;
        };
        return { id: disc.dataset.name, far, small: width < 14 || disc.classList.contains("grey") };
    });
    const texts = Map.groupBy(all("#net-layer-labels text"), (text) => text.closest("[data-of]").dataset.of);
    return [...texts].flatMap(([id, parts]) => {
        const sides = parts.map(box), own = discs.find((disc) => disc.id === id);
        const least = (side) => Math.min(...sides.map((each) => each[side]));
        const most = (side) => Math.max(...sides.map((each) => each[side]));
        const words = [least("left"), least("top"), most("right"), most("bottom")], away = own?.far(words) ?? 0;
        const near = away < 14 ? [] : discs.filter((disc) => disc !== own && !disc.small && disc.far(words) < 12);
        return near.filter((disc) => disc.far(words) < away - 8).map((disc) => [id, disc.id]);
    });
}"""
# As long as the camera and the light need to come to rest, and two frames.
AT_REST = """(time) => new Promise((done) => {
    setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(done)), time);
})"""


class Written(NamedTuple):
    """A text on the stage: its box and the size of its letters, in pixels."""

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


@dataclass(frozen=True, slots=True)
class Picture:
    """The network's picture as SVG."""

    root: ET.Element

    @property
    def text(self) -> str:
        """All its words."""
        return "\n".join(text for each in self.root.iter(f"{SVG}text") if (text := each.text))

    def names(self) -> Iterator[tuple[str, float, float, float, float]]:
        """Every name: id, place, radius (units of the layout) and how strongly it is drawn."""
        for group in self.root.iter(f"{SVG}g"):
            if id := group.get("data-name"):
                yield id, *(float(group.get(f"data-{key}") or 0) for key in ("x", "y", "radius", "strength"))

    def ties(self) -> Iterator[tuple[str, bool, float, list[tuple[float, float]]]]:
        """Every tie: "start>end>TYPE", whether it is lit, how strongly it is drawn, and points along it."""
        for group in self.root.iter(f"{SVG}g"):
            if id := group.get("data-tie"):
                drawn = [path.get("d") or "" for path in group.iter(f"{SVG}path")]
                curve = next((path for path in drawn if path.count("C") == 1), "")
                numbers = [float(text) for text in re.findall(r"-?[\d.]+", curve or drawn[0])]
                points = _along(numbers) if curve else list(zip(numbers[::2], numbers[1::2], strict=True))
                yield id, group.get("data-lit") == "1", float(group.get("data-strength") or 0), points

    def behind(self, *, lit: bool) -> list[tuple[str, str]]:
        """The ties that run behind a name that is not their own and can be seen: all that are seen, or those lit."""
        names = [name for name in self.names() if name[4] > SEEN]
        found = []
        for tie, shines, strength, points in self.ties():
            if shines if lit else strength > SEEN:
                ends = tie.split(">")[:2]
                for id, x, y, radius, _ in names:
                    if id not in ends and any(math.dist(point, (x, y)) < radius - 0.5 for point in points):
                        found.append((tie, id))
        return found

    def at(self, id: str) -> tuple[float, float]:
        """Where a name stands on the stage, in pixels from its corner."""
        moved = next(group for group in self.root.iter(f"{SVG}g") if group.get("transform"))
        across, down, scale = map(float, re.findall(r"-?[\d.]+", moved.get("transform") or ""))
        x, y = next((x, y) for name, x, y, *_ in self.names() if name == id)
        return across + x * scale, down - float(moved.get("data-top") or 0) + y * scale


def _along(curve: list[float]) -> list[tuple[float, float]]:
    """Points of a cubic curve."""
    found = []
    for step in range(61):
        part = step / 60
        rest = 1 - part
        weights = rest**3, 3 * rest * rest * part, 3 * rest * part * part, part**3
        x, y = (sum(weight * curve[2 * at + axis] for at, weight in enumerate(weights)) for axis in (0, 1))
        found.append((x, y))
    return found


def saved(reader: Reader, kind: str) -> Path:
    """The view as a file, by the button on the stage."""
    with reader.page.expect_download() as download:
        reader.page.evaluate("(id) => document.getElementById(id).click()", f"net-{kind}")
    return Path(download.value.path())


def picture(reader: Reader) -> Picture:
    """The view as it stands."""
    return Picture(ET.parse(saved(reader, "svg")).getroot())  # noqa: S314 - the page's own file


def settled(reader: Reader, milliseconds: int = 0) -> None:
    """Wait until what was asked for is drawn."""
    reader.page.evaluate(AT_REST, milliseconds)


def point(reader: Reader, id: str) -> tuple[float, float]:
    """Where a name stands on the screen."""
    box = reader.page.locator("#net").bounding_box()
    assert box is not None
    x, y = picture(reader).at(id)
    return box["x"] + x, box["y"] + y


def written(reader: Reader) -> list[Written]:
    """The texts on the stage."""
    reader.page.evaluate("dispatchEvent(new Event('resize'))")
    reader.page.evaluate("document.getElementById('net-fit').click()")
    settled(reader, 700)
    rows: list[list[Any]] = reader.page.evaluate(WRITTEN)
    return [Written(*row) for row in rows]


def crossed(reader: Reader, found: list[Written]) -> list[tuple[str, str]]:
    """The lines that lead to a name, by whose it is, and the texts and frames of other names that they cross."""
    led = reader.page.evaluate(LED)
    boxes = list(zip(led["of"], found, strict=True)) + [(frame[0], Written(*frame)) for frame in led["frames"]]
    return [
        (of, box.text)
        for of, points in led["lines"]
        for whose, box in boxes
        if whose != of and any(box.left < x < box.right and box.top < y < box.bottom for x, y in points)
    ]


def mistaken(reader: Reader) -> list[tuple[str, str]]:
    """The names that stand apart from their own disc and so near to another that they may be taken for its name."""
    found: list[tuple[str, str]] = [tuple(pair) for pair in reader.page.evaluate(MISTAKEN)]
    return found


def named(reader: Reader) -> int:
    """How many names have words on the stage."""
    return len(set(reader.page.evaluate(LED)["of"]))


def overlapping(found: list[Written]) -> list[tuple[str, str]]:
    """The texts that lie on each other."""
    return [(a.text, b.text) for a, b in combinations(found, 2) if a.meets(b)]
