"""The offline page: how large, how fast it is made, and how fast a browser has it ready, pans it and chooses in it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import majlis
from majlis.page.files import page_of

from .timing import seconds

_TIMES = 5
_ONE = "iq-2023-governorates"
# Frames drawn while the network is dragged about for a second.
_PAN = """async () => {
  const canvas = document.querySelector("#net canvas"), box = canvas.getBoundingClientRect();
  const at = (type, x) => canvas.dispatchEvent(new PointerEvent(type, { bubbles: true, pointerId: 1, isPrimary: true,
    pointerType: "mouse", button: 0, buttons: 1, clientX: box.left + x, clientY: box.top + 60 }));
  let frames = 0, x = 100;
  at("pointerdown", x);
  const start = performance.now();
  while (performance.now() - start < 1000) {
    at("pointermove", (x += 3));
    await new Promise(requestAnimationFrame);
    frames += 1;
  }
  at("pointerup", x);
  return frames;
}"""
# What each frame takes while Nabni is pulled about for a second: where it stands is read from the picture.
_PULL = """async () => {
  const click = HTMLAnchorElement.prototype.click;
  let saved = "";
  HTMLAnchorElement.prototype.click = function () { saved = decodeURIComponent(this.href); };
  document.getElementById("net-svg").click();
  await new Promise((done) => setTimeout(done, 100));
  HTMLAnchorElement.prototype.click = click;
  const svg = new DOMParser().parseFromString(saved.slice(saved.indexOf("<svg")), "image/svg+xml");
  const moved = svg.querySelector("g[transform]"), name = svg.querySelector('[data-name="nabni"]').dataset;
  const [left, top, scale] = moved.getAttribute("transform").match(/-?[\\d.]+/g).map(Number);
  const canvas = document.querySelector("#net canvas"), box = canvas.getBoundingClientRect(), times = [];
  const start = [box.left + left + name.x * scale, box.top + top - moved.dataset.top + name.y * scale];
  const at = (type, by) => canvas.dispatchEvent(new PointerEvent(type, { bubbles: true, pointerId: 1, isPrimary: true,
    pointerType: "mouse", button: 0, buttons: 1, clientX: start[0] + by, clientY: start[1] + by / 2 }));
  at("pointerdown", 0);
  for (let last = performance.now(), until = last + 1000, by = 0; last < until;) {
    at("pointermove", (by = 60 * Math.sin((until - last) / 150)));
    await new Promise(requestAnimationFrame);
    const now = performance.now();
    times.push(now - last);
    last = now;
  }
  at("pointerup", 0);
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
}"""
_CHOOSE = """async (hash) => {
  const start = performance.now();
  location.hash = hash;
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  return performance.now() - start;
}"""
# The slowest of the keys that type a name which is nowhere, with a frame between them.
_TYPE = """async (text) => {
  const input = document.getElementById("search"), times = [];
  input.focus();
  for (let at = 1; at <= text.length; at += 1) {
    await new Promise(requestAnimationFrame);
    const start = performance.now();
    input.value = text.slice(0, at);
    input.dispatchEvent(new Event("input"));
    times.push(performance.now() - start);
  }
  return Math.max(...times);
}"""


def offline(folder: Path) -> Iterator[str]:
    """Size and time of the page of every election and of one, then what a browser makes of them."""
    with majlis.open() as opened:
        texts = {name: page_of(opened.graph, election=name)[0] for name in (None, _ONE)}
        times = sorted(seconds(partial(page_of, opened.graph)) for _ in range(_TIMES))
    yield f"the page of every election: {len(texts[None].encode()) / 1e6:.2f} MB; aim: at most 3.5 MB"
    yield f"the page of one election: {len(texts[_ONE].encode()) / 1e6:.2f} MB; aim: at most 1.3 MB"
    yield f"making that of every election: {times[len(times) // 2]:.2f} s"
    yield _scripts()
    browser = shutil.which("chromium") or os.environ.get("CHROMIUM")
    if browser is None:
        yield "a browser: there is no chromium here, so nothing was measured in one"
        return
    yield from _in_browser(browser, folder, texts[None], "every election", "; aims: 500 ms, 60 frames, a key in 20 ms")


def _scripts() -> str:
    """How many lines of JavaScript the project has: all files but vis-network, which comes with pyvis."""
    root = Path(majlis.__file__).parent
    lines = {file: len(file.read_text(encoding="utf-8").splitlines()) for file in root.rglob("*.js")}
    of_page = sum(number for file, number in lines.items() if "page" in file.parts)
    return (
        f"JavaScript: {sum(lines.values()):,} lines, {of_page:,} of the page; vis-network (pyvis) is not counted; "
        "aim: at most 2,800"
    )


def _in_browser(browser: str, folder: Path, text: str, what: str, aim: str) -> Iterator[str]:
    from playwright.sync_api import sync_playwright

    file = folder / "page.html"
    file.write_text(text, encoding="utf-8")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox", "--disable-gpu"])
        found: list[dict[str, Any]] = []
        for _ in range(_TIMES):
            tab = started.new_page(viewport={"width": 1440, "height": 900})
            tab.goto(file.as_uri())
            tab.wait_for_selector("html[data-ready]")
            ready = int(tab.get_attribute("html", "data-ready") or 0)
            tab.goto(f"{file.as_uri()}#home?election={_ONE}")  # the election in which Nabni stands
            tab.wait_for_timeout(1000)  # names travel to their places
            frames = tab.evaluate(_PAN)
            pull = tab.evaluate(_PULL)
            choice = tab.evaluate(_CHOOSE, "#where/state-of-law")
            key = tab.evaluate(_TYPE, "Masrour Barzani")
            heap = tab.evaluate("performance.memory.usedJSHeapSize")
            found.append(
                {"ready": ready, "frames": frames, "pull": pull, "choice": choice, "key": key, "heap": heap / 1e6}
            )
            tab.close()
        started.close()
    middle = {name: sorted(row[name] for row in found)[_TIMES // 2] for name in found[0]}
    yield (
        f"in chromium, {what}: ready after {middle['ready']} ms, {middle['frames']} frames a second while panning, "
        f"{middle['pull']:.0f} ms the median frame while Nabni is pulled, "
        f"a choice shown after {middle['choice']:.0f} ms, a key in the search answered after {middle['key']:.0f} ms, "
        f"{middle['heap']:.0f} MB of memory{aim}"
    )
