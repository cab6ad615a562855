"""Fixtures for tests in a real browser: the system's chromium, offline; a page that must stay quiet; screenshots."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from majlis.page.files import page_of
from queries.view import GraphView

CHROMIUM = os.environ.get("CHROMIUM", shutil.which("chromium") or "/usr/bin/chromium")
# Every window of the whole browser loads two hidden pages for its address bar, which nobody here types into, and which
# cost as much as the page that a test opens. A list of features takes the place of Playwright's own, which is repeated.
WITHOUT = (
    *("WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "AimEnabled", "AvoidUnnecessaryBeforeUnloadCheckSync"),
    *("DestroyProfileOnBrowserClose", "HttpsUpgrades", "HttpsFirstBalancedModeAutoEnable", "LensOverlay"),
    *("MediaRouter", "NetworkTimeServiceQuerying", "OptimizationHints", "PaintHolding", "PreconnectToSearch"),
    "ThirdPartyStoragePartitioning",
)
ARGUMENTS = ["--no-sandbox", "--disable-gpu", f"--disable-features={','.join(WITHOUT)}"]
EVERYTHING = {"resultTypes": ["violations"]}  # of axe: every rule, without a report on each element that keeps it
CONTRAST = {"runOnly": ["color-contrast"], **EVERYTHING}  # all that the dark changes
WIDE, NARROW = (1440, 900), (390, 844)
PICTURES = Path(__file__).parent / "screenshots"  # for whoever runs the tests to look at, not in the repository


def keep(page: Page, name: str, **options: Any) -> None:
    """Keep a picture of what a page shows; in CI, where nobody looks at it, none is made."""
    if os.environ.get("CI") != "true":
        PICTURES.mkdir(exist_ok=True)
        page.screenshot(path=PICTURES / f"{name}.png", **options)


@dataclass
class Reader:
    """Somebody with the page open: what the console said and what was asked of the network."""

    page: Page
    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def keep(self, name: str) -> None:
        """Keep a picture of what the reader sees."""
        keep(self.page, name)

    def go(self, address: str) -> None:
        """Change the address by hand, and wait until the page shows what it names."""
        self.page.evaluate(
            """(address) => new Promise((done) => {
                if (location.hash === address) return done();
                const drawn = () => requestAnimationFrame(() => requestAnimationFrame(done));
                addEventListener("popstate", drawn, { once: true });
                location.hash = address;
            })""",
            address,
        )

    def state(self) -> str:
        """The address after the file's name."""
        return self.page.url.partition("#")[2]

    def title(self) -> str:
        """The heading of the answer."""
        return self.page.locator("#panel-title").inner_text()

    def panel(self) -> str:
        """What the answer says."""
        return self.page.locator("#panel-body").inner_text()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The system's browser; without one a developer skips, and CI fails."""
    if not Path(CHROMIUM).exists():
        if os.environ.get("CI") == "true":
            pytest.fail(f"CI needs a browser: there is no {CHROMIUM}", pytrace=False)
        pytest.skip(f"there is no {CHROMIUM}")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def offline_page(graph: GraphView, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the councils of the shipped data, as a file."""
    file = tmp_path_factory.mktemp("page") / "majlis.html"
    file.write_text(page_of(graph, election="iq-2023-governorates")[0], encoding="utf-8")
    return file


@pytest.fixture(scope="session")
def whole_page(graph: GraphView, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of every election of the shipped data, as a file."""
    file = tmp_path_factory.mktemp("whole") / "majlis.html"
    file.write_text(page_of(graph)[0], encoding="utf-8")
    return file


@pytest.fixture
def opens(chromium: Browser, offline_page: Path) -> Iterator[Callable[..., Reader]]:
    """Opens the page, or another file, at an address; nothing may be said to the console or asked of a server."""
    readers: list[Reader] = []

    def opens(
        address: str = "",
        *,
        file: Path = offline_page,
        size: tuple[int, int] = WIDE,
        dark: bool = False,
        **options: Any,
    ) -> Reader:
        context = chromium.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme="dark" if dark else "light",
            offline=True,
            **options,
        )
        reader = Reader(context.new_page())
        readers.append(reader)
        reader.page.on("console", lambda message: reader.said.append(message.text))
        reader.page.on("pageerror", lambda error: reader.said.append(str(error)))
        reader.page.on("request", lambda request: reader.asked.append(request.url))
        reader.page.goto(file.as_uri() + address)
        reader.page.wait_for_selector("html[data-ready]")
        return reader

    yield opens
    for reader in readers:
        assert reader.said == []
        assert [url for url in reader.asked if not re.match(r"(file|data|blob):", url)] == []
        reader.page.context.close()
