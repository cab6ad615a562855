"""The review in a real browser: by keyboard alone, a document that would run scripts, light, dark and Arabic."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.command import Served
from tests.web.test_review import REPORT

from .fixtures import EVERYTHING, keep

Opened = tuple[Page, Path, list[str]]


@pytest.fixture
def opened(chromium: Browser, tmp_path: Path) -> Iterator[Opened]:
    """The page of a review, the folder it is kept in, and all that went wrong on the page."""
    report, folder = tmp_path / "report.md", tmp_path / "mine"
    report.write_text(REPORT, encoding="utf-8")
    server = Served("review", report, "--into", folder, XDG_CACHE_HOME=str(tmp_path / "cache"))
    wrong: list[str] = []
    page = chromium.new_page(viewport={"width": 1440, "height": 900})
    page.on("console", lambda message: wrong.append(message.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("dialog", lambda dialog: wrong.append(dialog.message))
    page.goto(server.address)
    page.wait_for_selector("#claims li")
    yield page, folder, wrong
    page.close()
    code, said = server.end()
    assert (code, "Traceback" in said) == (0, False)


def kept(folder: Path) -> list[tuple[str, str, str]]:
    """The claims that stand in the folder."""
    found = []
    for path in (folder / "statements").glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as stream:
            found += [(row["subject"], row["object"], row["value"]) for row in csv.DictReader(stream)]
    return found


def test_a_review_is_done_by_keyboard_alone(opened: Opened) -> None:
    """Accept, reject, undo, a decision of the queue and Save are keys; nothing is in the folder before the last."""
    page, folder, wrong = opened
    for key in ("j", "j", "a"):
        page.keyboard.press(key)
    page.wait_for_selector("#claims li.accepted")
    page.keyboard.press("r")
    page.wait_for_selector("#claims li.rejected")
    page.keyboard.press("u")
    page.wait_for_function("() => !document.querySelector('#claims li.rejected')")
    before = page.locator("#queue li").count()
    page.keyboard.press("q")
    page.keyboard.press("Enter")
    page.wait_for_function(f"() => document.querySelectorAll('#queue li').length < {before}")
    assert kept(folder) == []
    page.keyboard.press("s")
    page.wait_for_selector("#saving[open]")
    assert "+holds_seats" in page.locator("#diff").inner_text()
    page.locator("#save").press("Enter")
    page.wait_for_function("() => document.getElementById('status').textContent.includes('Saved')")
    assert ("nabni", "IQ-BG", "9") in kept(folder)
    assert wrong == []


def test_a_hostile_document_runs_nothing(opened: Opened) -> None:
    """Its markup is shown as the text it is."""
    page, _, wrong = opened
    assert page.title() == "Count of the councils - Review"
    assert "<script>document.title" in page.locator("#document").inner_text()
    assert page.locator("#document script, #document img").count() == 0
    assert wrong == []


def test_a_figure_becomes_a_claim_in_the_editor(opened: Opened) -> None:
    """The editor takes who, where and how many, and Escape leaves all as it is."""
    page, _, _ = opened
    row = page.locator("#claims li.unreadable", has_text="line 19").first
    row.locator("button").last.click()
    page.wait_for_selector("#editor[open]")
    page.keyboard.press("Escape")
    assert page.locator("#claims li.accepted").count() == 0
    row.locator("button").last.click()
    page.fill("#e-subject", "Azm")
    page.fill("#e-object", "Najaf")
    page.locator("#editor button[value=keep]").click()
    page.wait_for_selector("#claims li.accepted")
    assert "Azm · seats · 5 · Najaf" in page.locator("#claims li.accepted").inner_text()


@pytest.mark.parametrize(("scheme", "lang"), [("light", "en"), ("dark", "ar")])
def test_the_page_keeps_the_rules_of_accessibility(opened: Opened, scheme: str, lang: str) -> None:
    """Axe finds nothing, in light and in the dark, in English and in Arabic."""
    page, _, _ = opened
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{page.url}?lang={lang}")
    page.wait_for_selector("#claims li")
    keep(page, f"review-{lang}")
    found = Axe().run(page, options=EVERYTHING)
    assert found.response["violations"] == [], found.generate_report()
