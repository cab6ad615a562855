"""The web page in a real browser: by keyboard, without scripts, narrow, in Arabic; from Neo4j the same bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.fixtures import CONTRAST, EVERYTHING, NARROW, WIDE, Reader, keep

from .conftest import answering

Visits = Callable[..., Page]
TEN = ["Baghdad", "Dhi Qar", "Babil", "Basra", "Maysan", "Muthanna", "Najaf", "Qadisiyah", "Karbala", "Wasit"]
KINDS = {
    "home": "/",
    "where": "/where/nouri-al-maliki",
    "where-ar": "/ask?q=أين مقاعد المالكي",
    "who": "/who/IQ-BG",
    "who-ar": "/who/IQ-KI?lang=ar",
    "why": "/why/nouri-al-maliki/IQ-BB",
    "why-ar": "/why/nouri-al-maliki/IQ-BB?lang=ar",
    "entity": "/entity/state-of-law",
    "influence": "/influence",
    "influence-council": "/influence/IQ-KI",
    "influence-name": "/influence/nouri-al-maliki",
    "map": "/map",
    "network": "/network/nouri-al-maliki",
    "coverage": "/coverage",
    "sources": "/sources",
    "source": "/sources/kurdistan24-2023-12-18",
    "query": "/query",
    "query-form": "/query/reach?figure=malki",
    "cypher": "/cypher?text=MATCH (n:Bloc) RETURN n.id AS id",
    "schema": "/schema",
    "unknown": "/where/Hero Talabani",
    "refused": "/cypher?text=CREATE (n)",
}


@pytest.fixture
def visits(chromium: Browser, site: str) -> Iterator[Visits]:
    """Opens an address of the server; nothing may be said to the console, nothing asked of another server."""
    contexts: list[Any] = []
    said: list[str] = []
    asked: list[str] = []

    def visit(
        address: str = "/", *, size: tuple[int, int] = WIDE, dark: bool = False, refused: bool = False, **options: Any
    ) -> Page:
        contexts.append(
            chromium.new_context(
                viewport={"width": size[0], "height": size[1]}, color_scheme="dark" if dark else "light", **options
            )
        )
        page: Page = contexts[-1].new_page()
        if not refused:  # a browser logs the status of a page that was refused
            page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("request", lambda request: asked.append(request.url))
        page.goto(site + address)
        if options.get("java_script_enabled", True) and page.locator("script#start").count():
            page.wait_for_selector("html[data-ready]", timeout=120_000)  # the first asks for the data
        return page

    yield visit
    for context in contexts:
        context.close()
    assert said == []
    assert [url for url in asked if not url.startswith((site + "/", "data:"))] == []


def focused(page: Page) -> str:
    """The words of what has the focus."""
    words = "document.activeElement.textContent.trim().replace(/\\s+/g, ' ')"
    return str(page.evaluate(f"document.activeElement.matches('main') ? 'main' : {words} || document.activeElement.id"))


def tab_to(page: Page, words: str, most: int = 80) -> None:
    """Press Tab until something with these words has the focus."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if focused(page) == words:
            return
    pytest.fail(f"no way to {words!r} by Tab")


def test_the_walk_by_keyboard_alone(visits: Visits) -> None:
    """Type "malki": ten councils; open Babil: 3 of 18, from which item of which report, and the disputed place."""
    page = visits("/", java_script_enabled=False)
    page.wait_for_selector("#search:focus")
    page.keyboard.type("malki")
    page.keyboard.press("Enter")
    page.wait_for_url("**/ask?q=malki")
    page.wait_for_selector("main:focus")
    main = page.locator("main")
    assert "Reading “malki” as Nouri al-Maliki." in main.inner_text()
    held = [row for row in page.locator("main tbody tr").all() if row.locator(".number").count()]
    assert [row.locator("th").inner_text() for row in held] == TEN
    keep(page, "web-walk-1-malki", full_page=True)
    babil = page.locator('tr[id="IQ-BB"]')
    assert "3 of 18" in babil.inner_text()
    assert "sources differ" not in babil.inner_text()  # on a place alone
    babil.get_by_role("link", name="Why?").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/why/nouri-al-maliki/IQ-BB")
    words = page.locator("main").inner_text()
    assert "Babil: 3 of 18 seats, 16.7%" in words
    assert "State of Law Coalition: seats in Babil: 3" in words
    assert "Final results, Shafaq News, 28 Dec 2023" in words
    assert "Babel, item 2" in words
    assert "State of Law Coalition: place in Babil: disputed, 2 or 3" in words
    assert "The National, 19 Dec 2023" in words
    keep(page, "web-walk-2-babil", full_page=True)


def test_a_newcomer_walks_without_scripts(visits: Visits) -> None:
    """Who holds what, Maliki, the path to Sadr, 2025 and Arabic stand at addresses, each with its sources."""
    page = visits("/", java_script_enabled=False)
    assert "285" in page.locator("main").inner_text()
    page.goto(f"{page.url}where/nouri-al-maliki")
    main = page.locator("main")
    assert "won 35 of 285 seats" in main.inner_text()
    assert main.locator("svg.majlis").count() > 0
    assert main.locator("table tbody tr").count() >= 15
    page.goto(f"{page.url}?election=iq-2025-representatives")
    assert "of 329 seats" in main.inner_text()
    page.get_by_role("link", name="العربية").first.click()
    assert "نوري المالكي" in main.inner_text()
    assert page.locator("html").get_attribute("dir") == "rtl"
    page.goto(page.url.partition("/where/")[0] + "/ask?q=path Maliki Sadr")
    assert "is a rival of" in main.inner_text()
    assert main.locator("a[href^='https://']").count() > 0


@pytest.mark.parametrize(
    "address", ["where/nouri-al-maliki", "who/IQ-BG", "why/state-of-law/IQ-BB", "where/nabni?view=map&lang=ar"]
)
def test_the_file_and_the_server_say_the_same(visits: Visits, opens: Callable[..., Reader], address: str) -> None:
    """An address opens on the same words in the application of the server as in the file."""
    served, election = visits(f"/{address}"), "election=iq-2023-governorates"
    reader = opens(f"#{address}")
    for page in (served, reader.page):  # the columns through the elections stand in the file of one election alone
        page.locator("#panel .columns").evaluate_all("all => all.forEach((one) => one.previousSibling.remove())")
        page.locator("#panel .columns").evaluate_all("all => all.forEach((one) => one.remove())")
    assert election not in served.url
    assert served.locator("#panel-body").inner_text() == reader.panel()
    assert served.locator("#rail-map").inner_text() == reader.page.locator("#rail-map").inner_text()


def test_the_application_keeps_its_addresses(visits: Visits) -> None:
    """A choice changes the path, Back undoes it, and the address opens on the same without scripts."""
    page = visits("/where/state-of-law?view=seats")
    page.locator('#grid td[data-node="state-of-law"][data-council="IQ-BB"]').click()
    page.wait_for_url("**/why/state-of-law/IQ-BB?view=seats")
    assert page.locator("#panel-title").inner_text() == "State of Law in Babil: 3 of 18"
    keep(page, "web-application", full_page=True)
    page.go_back()
    page.get_by_role("heading", name="State of Law Coalition").wait_for()
    bare = visits("/why/state-of-law/IQ-BB?view=seats", java_script_enabled=False)
    assert "3 of 18 seats" in bare.locator("main").inner_text()


def test_what_the_application_cannot_answer_is_asked_of_the_server(visits: Visits) -> None:
    """A question that needs more than the data of the page leads to the server's answer."""
    page = visits("/")
    page.locator("#search").fill("power of Nabni")
    page.keyboard.press("Enter")
    page.wait_for_url("**/ask?q=power+of+Nabni")
    assert "Nabni" in page.locator("main").inner_text()


def test_the_application_opens_on_a_name_in_any_spelling(visits: Visits) -> None:
    """An address with a name as people write it opens on whom it means."""
    page = visits("/where/Malki")
    page.wait_for_selector("html[data-ready]", state="attached")
    assert page.locator("#panel-title").inner_text() == "Nouri al-Maliki"


@pytest.fixture(scope="module")
def sitting(graph_file: Path) -> Iterator[str]:
    """The address of a server that tells of all bodies which sit."""
    with pytest.MonkeyPatch.context() as environment:
        environment.delenv("MAJLIS_ELECTION")
        yield from answering(graph_file, MAJLIS_TODAY="2026-06-30")


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_everyone_can_read_of_all_bodies(chromium: Browser, sitting: str, lang: str) -> None:
    """Axe finds nothing where every body that sits has a section, in the light and the dark, wide and narrow."""
    page = chromium.new_page(viewport={"width": WIDE[0], "height": WIDE[1]})
    page.route("**/static/page.js*", lambda route: route.abort())  # the page as the server wrote it
    page.goto(f"{sitting}/where/Maliki?lang={lang}")
    assert page.locator("main section[aria-labelledby^=body-]").count() == 3
    found = Axe().run(page, options=EVERYTHING)
    assert found.violations_count == 0, found.generate_report()
    keep(page, f"web-sitting-{lang}-light", full_page=True)
    page.emulate_media(color_scheme="dark")
    found = Axe().run(page, options=CONTRAST)
    assert found.violations_count == 0, found.generate_report()
    page.set_viewport_size({"width": NARROW[0], "height": NARROW[1]})
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW[0]
    keep(page, f"web-sitting-{lang}-narrow", full_page=True)
    page.close()


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_the_application_tells_of_all_bodies_what_the_page_tells(chromium: Browser, sitting: str, lang: str) -> None:
    """Where no election is named, each body has its heading, sentence and notes in the application too."""
    for address, bodies in (("/where/nouri-al-maliki", 3), ("/who/IQ-BG", 2)):
        page = chromium.new_page(viewport={"width": WIDE[0], "height": WIDE[1]}, java_script_enabled=False)
        page.goto(f"{sitting}{address}?lang={lang}")
        told = page.locator("main section h2 a, main .sentence, main .notes li").all_inner_texts()
        headings = page.locator("main section h2 a").all_inner_texts()
        page.close()
        assert len(headings) == bodies
        page = chromium.new_page(viewport={"width": WIDE[0], "height": WIDE[1]})
        page.goto(f"{sitting}{address}?lang={lang}")
        page.wait_for_selector("html[data-ready]", state="attached", timeout=120_000)  # the first asks about every name
        said = page.locator("#panel-body").inner_text()
        assert [text for text in told if text not in said] == []
        keep(page, f"web-every-body-{lang}-{bodies}", full_page=True)
        page.locator("#panel-body h2 button", has_text=headings[1]).click()
        page.wait_for_url("**election=iq-2023-governorates*")
        assert page.locator("#panel-body h2 button", has_text=headings[0]).count() == 0
        page.go_back()
        page.locator("#panel-body h2 button", has_text=headings[0]).wait_for()
        page.close()


@pytest.mark.parametrize("kind", KINDS)
def test_everyone_can_read_it(visits: Visits, kind: str) -> None:
    """Axe finds nothing on any kind of page, nor in the dark, where only colours differ; a narrow screen holds it."""
    page = visits(KINDS[kind], refused=True)
    found = Axe().run(page, options=EVERYTHING)
    assert found.violations_count == 0, found.generate_report()
    keep(page, f"web-{kind}-light", full_page=True)
    page.emulate_media(color_scheme="dark")
    found = Axe().run(page, options=CONTRAST)
    assert found.violations_count == 0, found.generate_report()
    keep(page, f"web-{kind}-dark", full_page=True)
    page.set_viewport_size({"width": NARROW[0], "height": NARROW[1]})
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW[0]  # wide tables scroll by themselves
    keep(page, f"web-{kind}-narrow", full_page=True)


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("address", ["/ask?q=malki", "/ask?q=who holds Baghdad&lang=ar"])
def test_an_answer_opens_at_the_top(visits: Visits, address: str, size: tuple[int, int]) -> None:
    """The answer has the focus without scripts, and the question box above it stays in sight."""
    page = visits(address, size=size, java_script_enabled=False)
    page.wait_for_timeout(200)  # a browser scrolls after it has given the focus
    assert page.locator("header").bounding_box()["y"] == 0  # type: ignore[index]


def test_the_skip_link_leads_to_the_answer(visits: Visits) -> None:
    """The first Tab reaches a link past the header, and what has the focus is outlined."""
    page = visits("/coverage")
    page.keyboard.press("Tab")
    assert focused(page) == "Skip to the answer"
    page.keyboard.press("Enter")
    page.wait_for_url("**#panel")
    page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    assert page.evaluate("Boolean(document.activeElement.closest('main'))")


def test_an_answer_comes_without_a_new_page_and_back_leads_back(visits: Visits) -> None:
    """With scripts the answer replaces the old one and the address follows; Back leads back."""
    page = visits("/")
    page.evaluate("window.stayed = true")
    page.locator("#search").fill("who holds Baghdad")
    page.keyboard.press("Enter")
    page.get_by_text("52 of 52 seats").first.wait_for()
    assert page.evaluate("window.stayed") is True
    page.wait_for_url("**/who/IQ-BG")
    page.go_back()
    page.get_by_role("heading", name="54 lists").wait_for()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_forms_are_sent(visits: Visits, scripts: bool) -> None:
    """The Cypher box and the form of a prepared query give rows, with scripts and without."""
    page = visits("/cypher", java_script_enabled=scripts)
    page.get_by_label("Cypher that reads").fill("MATCH (n:Entity {id: 'IQ-BG'}) RETURN n.name AS name")
    page.get_by_role("button", name="Run").click()
    page.get_by_role("cell", name="Baghdad").wait_for()
    page.goto(page.url.partition("/cypher")[0] + "/query/reach")
    page.get_by_label("figure").fill("Maliki")
    page.get_by_role("button", name="Run").click()
    page.get_by_role("cell", name="nouri-al-maliki").wait_for()


def test_arabic_runs_right_to_left(visits: Visits) -> None:
    """An Arabic question turns the answer around: the first column is on the right."""
    page = visits("/ask?q=من يملك مقاعد بغداد", java_script_enabled=False)
    heads = page.locator("main thead th")
    assert heads.first.bounding_box()["x"] > heads.last.bounding_box()["x"]  # type: ignore[index]


def test_the_printed_page_is_the_answer_alone(visits: Visits) -> None:
    """On paper there is no form and no navigation, and the table is whole."""
    page = visits("/where/nouri-al-maliki", java_script_enabled=False)
    page.emulate_media(media="print")
    assert not page.locator("footer nav").is_visible()
    assert not page.locator("#ask").is_visible()
    assert page.locator("#panel table").is_visible()
    keep(page, "web-where-print", full_page=True)


@pytest.mark.parametrize("kind", KINDS)
def test_neo4j_gives_the_same_bytes(site: str, neo4j_site: str, kind: str) -> None:
    """Every kind of page of the graph in Neo4j is to the byte that of the embedded engine."""
    pages = [httpx2.get(address + KINDS[kind], timeout=60) for address in (site, neo4j_site)]
    assert pages[0].status_code == pages[1].status_code
    said = [
        page.content.replace(address.encode(), b"ADDRESS")
        for page, address in zip(pages, (site, neo4j_site), strict=True)
    ]
    assert said[0] == said[1]
