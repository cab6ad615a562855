"""The server's pages as static files: every link leads to a file, nothing asks a server, each page is a whole one."""

from __future__ import annotations

import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from shutil import copytree
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser

from loaders.folder import gather
from majlis.web.site import Maker
from majlis.web.site_links import Address, Kept

from .aside import aside
from .command import run_here
from .made import COUNTRIES, asked, known_of, stored


class _Page(HTMLParser):
    """What a page leads to and asks for, and the tags that a static page must not have."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [value for name, value in attributes if name in ("href", "src") and value]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a small country with a house and councils."""
    folder = tmp_path_factory.mktemp("site")
    graph = folder / "graph.kgl"
    stored(known_of("house_and_councils")).save(graph)
    done = run_here("show", "--site", folder / "public", "--graph", graph, MAJLIS_TODAY="2029-01-01")
    assert done.returncode == 0, done.stderr
    return folder / "public"


@cache
def pages(site: Path) -> list[tuple[Path, _Page]]:
    """Every page but the interactive one."""
    paths = [path for path in sorted(site.rglob("*.html")) if path.name != "network.html"]
    return [(path, _Page(path.read_text(encoding="utf-8"))) for path in paths]


def test_every_link_of_every_file_leads_to_a_file(site: Path) -> None:
    """Of each page each link to a page, a style or data is there, from wherever the folder stands."""
    count = 0
    for path, page in pages(site):
        for link in page.links:
            if link.startswith(("http://", "https://", "#", "data:")):
                continue
            assert not link.startswith("/"), f"{path}: {link}"
            assert (path.parent / unquote(link)).resolve().is_file(), f"{path}: {link}"
            count += 1
    assert count > 500


def test_the_footer_leads_only_where_there_is_a_page(site: Path) -> None:
    """What has no page in a site of files, such as a question of several names, is no item of its navigation."""
    for path, _ in pages(site):
        for part in path.read_text(encoding="utf-8").split("<nav")[1:]:
            assert "<a>" not in part.partition("</nav>")[0], path


def test_nothing_asks_a_server(site: Path) -> None:
    """No form, no script, and words that say what is left out."""
    for path, page in pages(site):
        assert not {"form", "script", "input", "button"} & page.tags, path
        assert "majlis serve" in path.read_text(encoding="utf-8"), path


def test_every_name_election_and_language_has_its_pages(site: Path) -> None:
    """In both languages; what is of one election stands in its folder."""
    for name in ("index", "map", "coverage", "largest", "sources", "query", "schema"):
        assert (site / f"{name}.html").is_file()
        assert 'lang="ar"' in (site / "ar" / f"{name}.html").read_text(encoding="utf-8")
    assert (site / "network.html").is_file()
    held = next((site / "h-2024" / "where").glob("*.html"))
    assert "2024" in held.read_text(encoding="utf-8")
    assert list((site / "who").glob("*.json"))


def test_the_axis_of_a_name_keeps_it(site: Path) -> None:
    """Each stop leads to the name's answer there; where it had no list, to all its elections or all bodies."""
    led_to = set[str]()
    for path in (site / "where").glob("*.html"):
        axis = path.read_text(encoding="utf-8").partition('<nav id="time"')[2].partition("</nav>")[0]
        links = _Page(axis).links
        assert len(links) == axis.count("<li>") > 1
        assert {unquote(link).rpartition("/")[2] for link in links} == {path.name}
        led_to |= {folder for link in links for folder in link.split("/")}
    assert {"h-2024", "history"} <= led_to


def test_two_sites_of_one_graph_are_the_same(site: Path, tmp_path: Path) -> None:
    """Byte by byte, so that a new data version changes only what it changed."""
    again = tmp_path / "again"
    done = run_here("show", "--site", again, "--graph", site.parent / "graph.kgl", MAJLIS_TODAY="2029-01-01")
    assert done.returncode == 0
    files = {path.relative_to(site): path.read_bytes() for path in site.rglob("*") if path.is_file()}
    assert {path.relative_to(again): path.read_bytes() for path in again.rglob("*") if path.is_file()} == files


def test_a_folder_that_holds_anything_is_left_alone(tmp_path: Path, graph_file: Path) -> None:
    """A site is written into a new or empty folder, and with nothing else."""
    (tmp_path / "mine.txt").write_text("mine")
    done = run_here("show", "--site", tmp_path, "--graph", graph_file)
    assert (done.returncode, "new or empty folder" in done.stderr) == (4, True)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
    assert run_here("show", "--site", tmp_path / "new", "--svg", "map", "--graph", graph_file).returncode == 2


def test_every_picture_has_a_file_and_a_card_beside_its_page(site: Path) -> None:
    """The card that a page names, and the picture that can be pasted elsewhere, stand beside it."""
    named, pasted = 0, 0
    for path, _ in pages(site):
        text = path.read_text(encoding="utf-8")
        assert "site:" not in text, path
        assert "beside:" not in text, path
        for card in re.findall(r'<meta property="og:image" content="([^"]*)">', text):
            found = (path.parent / unquote(card)).resolve()
            assert found.read_bytes().startswith(b"\x89PNG"), path
            named += 1
        for picture in re.findall(r"img src=&#34;([^&]*)&#34;", text):
            assert list(site.rglob(unquote(picture))), path
            pasted += 1
    assert named > 50
    assert pasted > 20


def test_a_site_that_knows_where_it_stands_says_whole_addresses(site: Path, tmp_path: Path) -> None:
    """What another site shows or pastes has the address of the site, in every language; links stay relative.

    The page of one election shows the card of that election, the page about all bodies its own.
    """
    place = next((site / "h-2024" / "who").glob("*.html")).stem
    maker = Maker(str(site.parent / "graph.kgl"), None, tmp_path, "https://example.org/seats/")
    for lang, folder in (("en", ""), ("ar", "ar/")):
        made = aside(maker.page, Address(("who", place), lang, "h-2024"))
        text = (tmp_path / folder / "h-2024" / "who" / f"{place}.html").read_text(encoding="utf-8")
        at = f"https://example.org/seats/{folder}h-2024"
        assert f'<meta property="og:image" content="{at}/index.card.png">' in text
        assert f"img src=&#34;{at}/who/{place}.svg&#34;" in text
        assert f"{folder}h-2024/who/{place}.svg" in made.files
        assert 'href="https://example.org' not in text
        assert f"{folder}who/{place}.card.png" in aside(maker.page, Address(("who", place), lang)).files
    aside(maker.close)


def test_addresses_become_files_and_come_back() -> None:
    """The language, then the election, then the path; data beside the page."""
    address = Address.of("/why/reds/P-N?lang=ar&election=h-2024#fact-1")
    assert address.file == "ar/h-2024/why/reds/P-N.html"
    assert address.asked() == "/why/reds/P-N?lang=ar&election=h-2024"
    assert Address.of("/").file == "index.html"
    assert Address.of("/coverage?by=kind").file == "coverage.by-kind.html"


def test_who_leads_a_list_with_seats_and_one_without_has_a_history(tmp_path: Path) -> None:
    """Ben leads the Blues, who have seats, and since then the Zealots, who have none."""
    folder = tmp_path / "country"
    copytree(COUNTRIES / "house_and_councils", folder)
    with (folder / "entities.csv").open("a", encoding="utf-8") as file:
        file.write("zealots,party,Zealots,,,gazette\n")
    with (folder / "registry" / "ties.csv").open("a", encoding="utf-8") as file:
        file.write("ben,,leads,zealots,,,,,2025,,,gazette,p. 9\n")
    history = Address(("history", "ben"))
    assert Kept(asked(gather(folder)[0])).nearest(history) == history


def test_pages_open_from_the_disk(site: Path, chromium: Browser) -> None:
    """In a browser: no request fails, nothing is asked of a network, the console is quiet, the style is there."""
    failed: list[str] = []
    asked: list[str] = []
    page = chromium.new_page()
    page.on("requestfailed", lambda one: one.failure == "net::ERR_ABORTED" or failed.append(one.url))  # left before
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: failed.append(message.text))
    who = [next((site / folder / "who").glob("*.html")) for folder in ("", "ar", "h-2024")]
    for path in (site / "index.html", site / "ar" / "index.html", site / "map.html", *who):
        page.goto(path.as_uri())
        assert page.evaluate("getComputedStyle(document.querySelector('h1')).fontWeight") == "700"
    page.goto((site / "index.html").as_uri())
    page.locator("main a[href]").first.click()
    page.wait_for_load_state()
    assert page.locator("h1").count() == 1
    page.close()
    assert failed == []
    assert all(url.startswith("file:") for url in asked)
