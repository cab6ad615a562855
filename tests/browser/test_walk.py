"""The walk of a newcomer through the file of every election: who holds what, whose names are these, and who says so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from .fixtures import NARROW, WIDE, Reader
from .stage import picture, point, saved, settled

Opens = Callable[..., Reader]
FINDING = "54 lists; one alone has a majority only in Basra and Karbala"


def drag(reader: Reader, id: str, across: float, down: float) -> None:
    """Pull a name over the stage."""
    x, y = point(reader, id)
    reader.page.mouse.move(x, y)
    reader.page.mouse.down()
    for step in range(1, 6):
        reader.page.mouse.move(x + across * step / 5, y + down * step / 5)
    reader.page.mouse.up()
    settled(reader, 500)


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["desk", "telephone"])
def test_a_newcomer_walks_from_the_whole_to_a_sentence_with_its_source(
    opens: Opens, whole_page: Path, size: tuple[int, int]
) -> None:
    """The whole at once, Nabni pulled, Sadr pointed at, Maliki opened, a path, 2025, Arabic, a picture, a sentence."""
    permissions = ["clipboard-read", "clipboard-write"]
    reader = opens("", file=whole_page, size=size, reduced_motion="reduce", permissions=permissions)
    page, narrow = reader.page, size == NARROW
    assert reader.title() == FINDING
    expect(page.locator("#panel-title")).to_be_in_viewport()
    before = picture(reader)
    assert {"Nabni", "43"} <= set(before.text.split())
    reader.keep(f"walk-{size[0]}-1-first")

    drag(reader, "nabni", -40, -20)
    assert picture(reader).at("nabni") != pytest.approx(before.at("nabni"), abs=10)
    assert reader.state() == ""  # to pull is not to choose

    page.mouse.move(*point(reader, "muqtada-al-sadr"))
    expect(page.locator("#net-card")).to_contain_text("boycotted")

    if narrow:
        page.locator("#search").fill("Maliki")
        page.keyboard.press("Enter")
    else:
        page.mouse.click(*point(reader, "nouri-al-maliki"))
    expect(page.locator("#panel-body")).to_contain_text("won 35 of 285 seats")
    reader.keep(f"walk-{size[0]}-2-maliki")

    page.locator("#search").fill("path Maliki Sadr")
    page.keyboard.press("Enter")
    expect(page.locator("#panel .way").first).to_contain_text("rival")
    expect(page.locator("#panel ol.sources a").first).to_have_count(1)
    reader.keep(f"walk-{size[0]}-3-path")

    page.keyboard.press("Escape")
    page.locator("#axis a[title*='2025']").click()
    expect(page.locator("#panel-body")).to_contain_text("329")
    settled(reader, 300)
    assert any(name[0] == "iq-council-of-representatives" for name in picture(reader).names())  # the house itself
    reader.keep(f"walk-{size[0]}-4-house")
    page.locator("#search").fill("Maliki")
    page.keyboard.press("Enter")
    expect(page.locator("#panel-body")).to_contain_text("of 329 seats")

    page.get_by_role("link", name="العربية").click()
    expect(page.locator("#panel-title")).to_have_text("نوري المالكي")
    settled(reader, 300)
    reader.keep(f"walk-{size[0]}-5-arabic")
    assert "نوري المالكي" in picture(reader).text
    assert saved(reader, "png").read_bytes().startswith(b"\x89PNG")
    if narrow:
        page.locator("#grip").click()
    page.locator("#panel .primary").click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "329" in copied
    assert "المصدر: " in copied
    assert "https://" in copied
