"""The network as a reader uses it: pointed at, pulled, opened, walked, asked for paths, and kept as a picture."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from majlis.wording.affiliation.path import lines, tie_words
from queries.affiliation.path import path
from queries.view import GraphView

from .fixtures import CONTRAST, EVERYTHING, NARROW, WIDE, Reader
from .stage import WRITTEN, Written, crossed, mistaken, named, overlapping, picture, point, saved, settled, written

Opens = Callable[..., Reader]
STILL = {"reduced_motion": "reduce"}
STAGES = {"wide": (1440, 900), "square": (1000, 900), "tall": NARROW}
NAMED = {  # by election how many names have at least words at rest on a telephone
    "iq-2025-representatives": 32,
    "iq-krg-2024-parliament": 9,
    "iq-2023-governorates": 37,
    "iq-2021-representatives": 16,
    "iq-2018-representatives": 27,
    "iq-2014-representatives": 26,
    "iq-2013-governorates": 31,
    "iq-2009-governorates": 29,
}
CHOSEN = (  # the hardest of each kind
    *(
        "where/nouri-al-maliki?",
        "where/coordination-framework?",
        "where/nabni?",
        "where/muqtada-al-sadr?",
        "who/IQ-BG?",
    ),
    *("who/IQ-KI?", "where/puk?", "path/nouri-al-maliki/hadi-al-amiri?", "?kinds=seats,leads,member,rival,office&"),
)


def hover(reader: Reader, id: str) -> str:
    """Point at a name: what its card says."""
    reader.page.mouse.move(*point(reader, id))
    expect(reader.page.locator("#net-card")).to_be_visible()
    return reader.page.locator("#net-card").inner_text()


# --- Quality of the picture ------------------------------------------------------------------------------------


@pytest.mark.parametrize("stage", STAGES)
def test_no_words_lie_on_others_and_ties_run_round_names(opens: Opens, stage: str) -> None:
    """At rest and with anything chosen no two texts meet, and no lit tie runs behind a name; two at most do at rest."""
    reader = opens("#?full=1", size=STAGES[stage], **STILL)
    for chosen in ("", *CHOSEN):
        reader.go(f"#{chosen or '?'}full=1")
        settled(reader, 100)
        shown = picture(reader)
        assert shown.behind(lit=True) == [], chosen
        assert chosen or len(shown.behind(lit=False)) <= 2
        found = written(reader)
        reader.keep(f"network-{stage}-{re.sub(r'[^a-z]+', '-', chosen) or 'rest'}")
        assert len(found) > 5, chosen
        assert overlapping(found) == [], chosen
        assert min(text.size for text in found) >= 9, chosen


@pytest.mark.parametrize("language", ["en", "ar"])
def test_on_a_telephone_no_line_to_a_name_crosses_another(opens: Opens, whole_page: Path, language: str) -> None:
    """A line that leads to a name crosses no other name and no frame, and as many names have words as ever had."""
    reader = opens("", file=whole_page, size=NARROW, **STILL)
    for election, names in NAMED.items():
        reader.go(f"#?election={election}&lang={language}")
        settled(reader, 300)
        found = written(reader)
        assert crossed(reader, found) == [], election
        assert overlapping(found) == [], election
        assert named(reader) >= names, election
        reader.keep(f"telephone-{election}-{language}")


@pytest.mark.parametrize(("size", "most"), [(WIDE, 1), ((820, 1180), 4), (NARROW, 9)], ids=["1440", "820", "390"])
def test_few_names_stand_at_the_disc_of_another(
    opens: Opens, whole_page: Path, size: tuple[int, int], most: int
) -> None:
    """Of the names of all elections, at rest in both languages, few stand apart from their disc and at another's."""
    reader = opens("", file=whole_page, size=size, **STILL)
    found = []
    for language, election in product(("en", "ar"), NAMED):
        reader.go(f"#?election={election}&lang={language}")
        settled(reader, 300)
        found += mistaken(reader)
    assert len(found) <= most, found


def test_the_names_that_matter_are_written_at_rest(opens: Opens) -> None:
    """Every council, every list named at rest and who leads it, by surname; who boycotted stands in a frame."""
    shown = picture(opens("#?full=1", **STILL)).text
    for name in ("Baghdad", "Muthanna", "Nabni", "State", "Taqaddum", "Maliki", "Hakim", "12/23", "7/13"):
        assert name in shown.split("\n") or f"{name}\n" in shown, name
    assert "Muqtada al-Sadr\nboycotted" in shown


# The frames that lie on the disc or the ring of a name, and those that leave the stage.
FRAMED = """() => {
    const box = (part) => part.getBoundingClientRect(), stage = box(document.getElementById("net"));
    const discs = [...document.querySelectorAll("#net-layer-names .name")];
    return [...document.querySelectorAll("#net-layer-labels .frame")].flatMap((frame) => {
        const of = frame.closest("[data-of]").dataset.of, { left, top, right, bottom } = box(frame);
        const on = discs.filter((disc) => disc.dataset.name !== of).filter((disc) => {
            const { x, y, width, height } = box(disc.querySelector(".under"));
            const [atX, atY] = [x + width / 2, y + height / 2];
            const [nearX, nearY] = [Math.max(left, Math.min(atX, right)), Math.max(top, Math.min(atY, bottom))];
            return Math.hypot(atX - nearX, atY - nearY) < width / 2 - 1;
        });
        const beyond = left < stage.left || right > stage.right ? ["beyond"] : [];
        return [...on.map((disc) => disc.dataset.name), ...beyond];
    });
}"""


@pytest.mark.parametrize("size", [(1360, 850), (1440, 900), (320, 640)], ids=["1360", "1440", "320"])
def test_a_frame_lies_on_no_disc(opens: Opens, whole_page: Path, size: tuple[int, int]) -> None:
    """Who took no part stands in a frame where there is room for one on the stage, apart from every disc and ring."""
    reader = opens("#?election=iq-2025-representatives", file=whole_page, size=size, **STILL)
    settled(reader, 300)
    assert reader.page.locator("#net-layer-labels .frame").count() == (size[0] > 1000)
    assert reader.page.evaluate(FRAMED) == []


# --- Pointing and pulling --------------------------------------------------------------------------------------


def test_a_card_tells_who_is_pointed_at(opens: Opens) -> None:
    """Seats as the answer says them, who leads, joined and opposes whom, offices, and the first source."""
    reader = opens("", **STILL)
    said = hover(reader, "nabni")
    assert "43 seats in 10 councils" in said
    assert re.search(r"Led by\s+Hadi al-Amiri", said)
    assert "Sources: " in said
    assert "Muqtada al-Sadr" in hover(reader, "muqtada-al-sadr")
    reader.keep("network-hover")
    reader.page.mouse.move(2, 2)
    expect(reader.page.locator("#net-card")).to_be_hidden()


def test_a_name_stays_where_it_is_put_and_its_leaves_follow(opens: Opens) -> None:
    """Nabni is pulled away: its leader goes along, nothing lies under it, and councils stay in their places."""
    reader = opens("#?full=1", **STILL)
    x, y = point(reader, "nabni")
    before = picture(reader)
    reader.page.mouse.move(x, y)
    reader.page.mouse.down()
    for step in range(1, 11):
        reader.page.mouse.move(x - 12 * step, y - 3 * step)
    reader.page.mouse.up()
    settled(reader, 600)
    after = picture(reader)
    assert after.at("nabni")[0] == pytest.approx(before.at("nabni")[0] - 120, abs=16)
    moved = before.at("hadi-al-amiri")[0] - after.at("hadi-al-amiri")[0]
    assert moved > 60
    assert after.at("IQ-BG") == pytest.approx(before.at("IQ-BG"), abs=1)
    assert "where/" not in reader.state()


def test_a_click_chooses_and_back_undoes(opens: Opens) -> None:
    """A click on a name chooses it, a second name another; Back returns step by step, Escape clears."""
    reader = opens("", **STILL)
    reader.page.mouse.click(*point(reader, "nabni"))
    expect(reader.page.locator("#panel-title")).to_contain_text("Nabni")
    expect(reader.page.locator("#net-card")).to_be_hidden()  # it would lie over the name that is chosen
    reader.page.mouse.click(*point(reader, "IQ-BG"))
    expect(reader.page.locator("#panel-title")).to_contain_text("Baghdad")
    reader.page.go_back()
    expect(reader.page.locator("#panel-title")).to_contain_text("Nabni")
    reader.page.keyboard.press("Escape")
    assert "where/" not in reader.state()


def test_two_clicks_open_the_ties_of_a_name_and_close_them(opens: Opens) -> None:
    """What is opened stands in the address; its ties of every kind are drawn, and go again."""
    reader = opens("", **STILL)
    reader.page.mouse.dblclick(*point(reader, "nabni"))
    settled(reader, 300)
    assert "open=nabni" in reader.state()
    assert any(tie.startswith("nabni>coordination-framework") for tie, *_ in picture(reader).ties())
    reader.page.mouse.dblclick(*point(reader, "nabni"))
    settled(reader, 300)
    assert "open=" not in reader.state()


# --- Keys and buttons ------------------------------------------------------------------------------------------


def test_the_network_can_be_walked_by_keyboard(opens: Opens) -> None:
    """Arrows step to a neighbour, Enter opens its ties, f fills the window, p asks for a path, / goes to the search."""
    reader = opens("#where/state-of-law", **STILL)
    stage = reader.page.locator("#net")
    press = reader.page.keyboard.press
    stage.focus()
    press("ArrowUp")
    settled(reader)
    assert "where/state-of-law" not in reader.state()
    stage.focus()
    press("Enter")
    settled(reader)
    assert "open=" in reader.state()
    press("Escape")
    press("f")
    settled(reader, 200)
    assert "full=1" in reader.state()
    press("f")
    press("p")
    assert reader.page.evaluate("document.activeElement.id") == "path-from"
    stage.focus()
    press("/")
    assert reader.page.evaluate("document.activeElement.id") == "search"


# However slow the machine, what is pulled is not taken for at rest, where words would be laid anew.
NO_REST = """() => {
    const real = window.setTimeout;
    window.setTimeout = (step, time = 0, ...rest) => (time ? 0 : real(step, time, ...rest));
}"""


def test_the_picture_goes_with_the_stage(opens: Opens) -> None:
    """While the stage is pulled, all that is written on it moves by the same way, and what was beside it comes in."""
    reader = opens(**STILL)
    before = written(reader)
    box = reader.page.locator("#net").bounding_box()
    assert box is not None
    reader.page.evaluate(NO_REST)
    reader.page.mouse.move(box["x"] + 60, box["y"] + 60)
    reader.page.mouse.down()
    for by in (10, 20, 30, 40):
        reader.page.mouse.move(box["x"] + 60 + by, box["y"] + 60, steps=1)
        settled(reader)
    after = [Written(*row) for row in reader.page.evaluate(WRITTEN)]
    reader.page.mouse.up()
    names = [text.text for text in before]
    was = {text.text: text for text in before if names.count(text.text) == 1}
    ways = [text.left - was[text.text].left for text in after if text.text in was]
    assert len(ways) > 20
    assert {round(way) for way in ways} <= {39, 40, 41}


def test_buttons_and_keys_zoom(opens: Opens) -> None:
    """+ and - change the scale, Fit and 0 bring everything back."""
    reader = opens("", **STILL)

    def width() -> float:
        shown = picture(reader)
        return shown.at("IQ-BA")[0] - shown.at("IQ-AN")[0]

    whole = width()
    reader.page.get_by_role("button", name="Zoom in").click()
    settled(reader)
    assert width() > whole * 1.2
    reader.page.keyboard.press("-")
    settled(reader)
    assert width() == pytest.approx(whole, rel=0.02)
    reader.page.keyboard.press("+")
    settled(reader)
    reader.page.keyboard.press("0")
    settled(reader)
    assert width() == pytest.approx(whole, rel=0.02)


def test_the_legend_switches_kinds_of_ties(opens: Opens) -> None:
    """A switch draws a kind of ties with the names that it brings, and the address keeps it."""
    reader = opens("", **STILL)
    member = reader.page.get_by_role("switch", name="member of")
    expect(member).to_have_attribute("aria-checked", "false")
    member.click()
    settled(reader)
    expect(member).to_have_attribute("aria-checked", "true")
    assert "kinds=seats%2Cleads%2Cmember" in reader.state()
    assert any(tie.endswith(">MEMBER_OF") for tie, *_ in picture(reader).ties())
    reader.page.get_by_role("switch", name="seats").click()
    settled(reader)
    assert not any(tie.endswith(">HOLDS_SEATS") for tie, *_ in picture(reader).ties())


# --- Paths -----------------------------------------------------------------------------------------------------

PAIRS = (
    ("nouri-al-maliki", "hadi-al-amiri"),
    ("nouri-al-maliki", "muqtada-al-sadr"),
    ("mohammed-al-halbousi", "khamis-al-khanjar"),
    ("masoud-barzani", "bafel-talabani"),
    ("ammar-al-hakim", "haider-al-abadi"),
    ("qais-al-khazali", "nouri-al-maliki"),
    ("nabni", "taqaddum"),
)


def test_the_page_offers_the_ways_that_path_tells(opens: Opens, graph: GraphView) -> None:
    """The first three ways of `majlis path --election`, name by name, each step with its sources."""
    reader = opens("", **STILL)
    compared = 0
    for start, end in PAIRS:
        answer = path(graph, start, end, "iq-2023-governorates", ways=3)
        reader.go(f"#path/{start}/{end}")
        ways = reader.page.locator("#panel .way").all()
        if answer.length is None or any(note.code == "path.other_time" for note in answer.notes):
            assert ways == [], (start, end)
            continue
        compared += 1
        steps = [[each.inner_text() for each in way.locator("bdi").all()] for way in ways]
        named = [[re.sub(r" \([^()]*\)$", "", step) for step in each] for each in steps]  # without when it held
        labels, told = graph.short_names, [list[str]() for _ in answer.ways]
        for line in lines(answer):
            told[line.way - 1].append(f"{labels[line.step.start.id]} {tie_words(line)} {labels[line.step.end.id]}")
        assert named == told, (start, end)
        assert reader.page.locator("#panel ol.sources li").count() >= answer.length
    assert compared >= 4


def test_a_path_is_asked_for_in_its_box(opens: Opens) -> None:
    """Two names are read as the search reads them; an unknown one is said; a way is chosen by a button."""
    reader = opens("", **STILL)
    reader.page.get_by_role("button", name="Path").click()
    reader.page.get_by_label("From").fill("Maliki")
    reader.page.get_by_label("To", exact=True).fill("xyzzy")
    reader.page.get_by_role("button", name="Show").click()
    expect(reader.page.locator("#path-said")).to_have_text("No name like “xyzzy” is known.")
    reader.page.get_by_label("To", exact=True).fill("Amiri")
    reader.page.keyboard.press("Enter")
    expect(reader.page.locator("#panel .way").first).to_have_attribute("aria-pressed", "true")
    assert "path/nouri-al-maliki/hadi-al-amiri" in reader.state()
    reader.page.locator("#panel .way").nth(1).click()
    expect(reader.page.locator("#panel .way").nth(1)).to_have_attribute("aria-pressed", "true")
    reader.keep("network-path")
    reader.page.go_back()
    expect(reader.page.locator("#panel .way").first).to_have_attribute("aria-pressed", "true")


# --- Pictures to keep ------------------------------------------------------------------------------------------


def test_the_picture_carries_its_headline_and_its_sources(opens: Opens) -> None:
    """SVG and PNG show the view with its sentence above and its sources and version below; colours are plain ones."""
    reader = opens("#where/nouri-al-maliki", **STILL)
    shown = picture(reader).text
    assert "which won 35 of 285 seats" in re.sub(r"\s+", " ", shown)
    assert "Sources: " in shown
    assert "data version" in shown
    assert not re.search(r"var\(--|color\(srgb|light-dark", saved(reader, "svg").read_text(encoding="utf-8"))
    assert saved(reader, "png").read_bytes().startswith(b"\x89PNG")


# --- Everyone --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_no_violation_on_the_stage(opens: Opens, dark: bool) -> None:
    """At rest, chosen, filled, on a path with its box open, and as a telephone shows it."""
    reader = opens("", dark=dark, **STILL)
    for address in ("", "#where/nabni", "#?full=1", "#path/nouri-al-maliki/hadi-al-amiri"):
        reader.go(address)
        if "path" in address:
            reader.page.keyboard.press("p")
        found = Axe().run(reader.page, options=CONTRAST if dark else EVERYTHING)
        assert found.violations_count == 0, (address, found.generate_report())
    reader.page.set_viewport_size({"width": NARROW[0], "height": NARROW[1]})
    reader.go("")
    reader.page.locator("#legend-button").click()
    found = Axe().run(reader.page, options=CONTRAST if dark else EVERYTHING)
    assert found.violations_count == 0, found.generate_report()
    reader.keep(f"network-narrow-{'dark' if dark else 'light'}")


@pytest.mark.parametrize("size", [NARROW, (320, 640)], ids=["390", "320"])
def test_a_telephone_has_the_legend_and_the_key(opens: Opens, size: tuple[int, int]) -> None:
    """The switches fold behind a button and come beside it: the key stays where it is, and nothing is too wide."""
    reader = opens("", size=size, **STILL)
    expect(reader.page.locator("#legend-kinds")).to_be_hidden()
    key = reader.page.locator("#net-key").bounding_box()
    reader.page.locator("#legend-button").click()
    expect(reader.page.get_by_role("switch", name="leads")).to_be_visible()
    assert key is not None
    assert reader.page.locator("#net-key").bounding_box() == key
    assert key["height"] < 100
    assert reader.page.evaluate("document.documentElement.scrollWidth") == size[0]
