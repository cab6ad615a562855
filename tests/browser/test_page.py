"""The offline page as a reader meets it: found, chosen, read, filtered, linked to, by mouse and by keyboard."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, expect

import majlis.page.page
from graph.decide import decide
from graph.kinds import HOLDERS, PROVINCES, Kind
from graph.model import Knowledge
from graph.names import Matched, Resolver
from graph.sounds import spoken, vowelled
from graph.spelling import normalise, words
from majlis.page.files import page_of
from majlis.page.page import page
from majlis.page.parts import Parts
from majlis.wording.accounted import accounted_words
from majlis.wording.forms import Language
from majlis.wording.sitting import total_words
from queries.then import thens
from queries.view import GraphView
from queries.where import where_each
from tests.conftest import asked
from tests.names.gold import FULLER, KINDS, pairs

from .fixtures import CONTRAST, EVERYTHING, NARROW, Reader

Opens = Callable[..., Reader]
TEN = ["Baghdad", "Dhi Qar", "Babil", "Basra", "Maysan", "Muthanna", "Najaf", "Qadisiyah", "Karbala", "Wasit"]
FINDING = "54 lists; one alone has a majority only in Basra and Karbala"
VIEWS = ("network", "map", "seats", "councils", "ties")


def seek(reader: Reader, text: str) -> None:
    """Type a name into the search and take the first suggestion."""
    reader.page.get_by_role("combobox", name="Ask, or search for a name").fill(text)
    reader.page.keyboard.press("Enter")


def row(reader: Reader, id: str) -> dict[str, str]:
    """What a row of the matrix shows, by province."""
    cells = reader.page.locator(f'#grid td[data-node="{id}"][data-council]:not([data-council=""])')
    return {cell.get_attribute("data-council") or "": cell.inner_text() for cell in cells.all()}


# --- The walk of a new reader --------------------------------------------------------------------------------


def test_a_new_reader_finds_maliki_and_the_line_behind_a_seat(opens: Opens) -> None:
    """Typing "malki" lights ten provinces; Babil says 3 of 18, from which item of which report, and the dispute."""
    reader = opens("#?view=seats")
    reader.keep("walk-1-opened")
    seek(reader, "malki")
    expect(reader.page.locator("#reading")).to_have_text("Reading “malki” as Nouri al-Maliki.")
    lit = reader.page.locator("#grid th.head.lit").all_inner_texts()
    assert sorted(text.split("\n")[0] for text in lit) == sorted(TEN)
    assert reader.page.locator('#map g[class*="step-"]').count() == 10
    reader.keep("walk-2-malki")
    reader.page.locator('#grid td[data-node="state-of-law"][data-council="IQ-BB"]').click()
    panel = reader.panel()
    assert "State of Law in Babil: 3 of 18" in panel
    assert "State of Law Coalition: seats in Babil: 3" in panel
    assert "Final results, relayed by Shafaq News, 28 Dec 2023" in panel
    assert "Babel, item 2" in panel
    assert "place in Babil: disputed, 2 or 3" in panel
    assert "one source says both 2 and 3" in panel
    assert "The National, 19 Dec 2023" in panel
    reader.keep("walk-3-babil")


def test_the_walk_needs_no_mouse(opens: Opens) -> None:
    """Search, grid and panel can be reached and used by keyboard alone."""
    reader = opens("#?view=seats")
    press = reader.page.keyboard.press
    for _ in range(3):  # past the skip link and the page's name
        press("Tab")
    assert reader.page.evaluate("document.activeElement.id") == "search"
    reader.page.keyboard.type("state of law")
    press("Enter")
    assert "won 35 of 285 seats" in reader.panel()
    for _ in range(60):
        press("Tab")
        if reader.page.evaluate("Boolean(document.activeElement.closest('#grid'))"):
            break
    press("ArrowDown")
    while not (reader.page.evaluate("document.activeElement.dataset.key") or "").startswith("state-of-law/"):
        press("ArrowDown")
    while reader.page.evaluate("document.activeElement.dataset.key") != "state-of-law/IQ-BB":
        press("ArrowRight")
    press("Enter")
    assert "State of Law in Babil: 3 of 18" in reader.panel()
    press("Escape")
    assert reader.state() == "?view=seats"
    assert FINDING in reader.panel()


# --- Search --------------------------------------------------------------------------------------------------


def test_search_forgives_spelling(opens: Opens) -> None:
    """A name with a slip, in capitals or in Arabic letters leads to its owner; a province's name opens its council."""
    reader = opens()
    for typed, id in (
        ("Maliki", "where/nouri-al-maliki"),
        ("malki", "where/nouri-al-maliki"),
        ("المالكي", "where/nouri-al-maliki"),
        ("state of low", "where/state-of-law"),
        ("NABNI", "where/nabni"),
        ("taqadum", "where/taqaddum"),
        ("بغداد", "who/IQ-BG"),
    ):
        reader.go("")
        seek(reader, typed)
        assert id in reader.state(), typed
    assert reader.title().startswith("Baghdad")


def test_the_beginning_of_a_name_is_said_with_the_whole(opens: Opens) -> None:
    """Enter on the beginning of a name takes it and says whose it is; a whole name needs no word."""
    reader = opens()
    seek(reader, "Nouri al-M")
    expect(reader.page.locator("#reading")).to_have_text("Reading “Nouri al-M” as Nouri al-Maliki.")
    seek(reader, "Maliki")
    expect(reader.page.locator("#reading")).to_have_text("")


def test_an_unknown_name_is_said_to_be_unknown(opens: Opens) -> None:
    """Nothing is guessed for what is no name, in a script that the page cannot hear, or longer than any name."""
    reader = opens()
    for typed in ("xyzzy", "马利基", "---", "Maliki " * 40):
        seek(reader, typed)
        expect(reader.page.locator("#reading")).to_have_text(f"No name like “{typed.strip()}” is known.")
        assert reader.state() == ""


def search_box(reader: Reader, text: str) -> tuple[Locator, Locator]:
    """Type a text into the search: the box, and the suggestions below it."""
    box = reader.page.get_by_role("combobox", name="Ask, or search for a name")
    box.fill(text)
    return box, reader.page.locator("#suggestions:not([hidden]) [role=option]")


NOT_KNOWN = {
    "Ahmed Barzani": "Masoud Barzani",
    "Haider al-Asadi": "Haider al-Abadi",
    "Hero Talabani": "Bafel Talabani",
}


def test_who_is_not_known_is_not_taken_for_his_namesake(opens: Opens) -> None:
    """A name near to somebody's is offered, and only who chooses it gets it: Enter alone takes nothing."""
    reader = opens()
    for typed, near in NOT_KNOWN.items():
        reader.go("")
        box, options = search_box(reader, typed)
        expect(options.first).to_contain_text(near)
        expect(box).not_to_have_attribute("aria-activedescendant", re.compile(""))
        expect(reader.page.locator('#suggestions [aria-selected="true"]')).to_have_count(0)
        reader.page.keyboard.press("Enter")
        assert reader.state() == ""
        expect(reader.page.locator("#reading")).to_contain_text(f"“{typed}” is")
        reader.keep(f"search-{typed.split(maxsplit=1)[0].lower()}")
        reader.page.keyboard.press("ArrowDown")
        expect(box).to_have_attribute("aria-activedescendant", options.first.get_attribute("id") or "")
        reader.page.keyboard.press("Enter")
        assert reader.title().startswith(near)
        expect(reader.page.locator("#reading")).to_be_empty()


def test_an_offer_can_be_clicked_and_walked_from_its_end(opens: Opens) -> None:
    """A click takes what is offered; the arrow up begins with the last; Escape closes the list and what led to it."""
    reader = opens()
    box, options = search_box(reader, "Jabouri")
    expect(reader.page.locator("#reading")).to_have_text("“Jabouri” is part of the name of:")
    reader.page.keyboard.press("ArrowUp")
    expect(box).to_have_attribute("aria-activedescendant", options.last.get_attribute("id") or "")
    reader.page.keyboard.press("Escape")
    expect(options).to_have_count(0)
    expect(reader.page.locator("#reading")).to_be_empty()
    box, options = search_box(reader, "Jabouri")
    options.filter(has_text="Rakan").click()
    assert reader.title().startswith("Rakan")


def test_a_name_of_several_or_of_one_council_is_nobodys_on_enter(opens: Opens) -> None:
    """Two lists are called Resolve, and Arab bloc means a list in Kirkuk alone: they are shown, and none is taken."""
    reader = opens()
    _, options = search_box(reader, "Resolve")
    expect(options).to_have_count(2)
    expect(reader.page.locator("#reading")).to_have_text("“Resolve” may be one of these:")
    reader.page.keyboard.press("Enter")
    assert reader.state() == ""
    _, options = search_box(reader, "Arab bloc")
    expect(options.first).to_contain_text("Unified Arab Bloc")
    reader.page.keyboard.press("Enter")
    assert reader.state() == ""


# --- Search as the resolver reads ----------------------------------------------------------------------------

ALPHABETS = (
    *("ΓΙΩΡΓΟΣ ΠΑΠΑΝΔΡΕΟΥ", "ბიძინა ივანიშვილი", "Володимир Зеленський", "נורי אל-מאלכי"),
    *("Åda Weiß", "Հայաստան", "قائمة ١٢٣"),
)

OPENED = """
const [rules] = await Promise.all([part("rules"), load(settings.election, settings.lang)]);
use(settings.election, settings.lang);
"""


def script(name: str) -> str:
    """One of the page's scripts."""
    return (Path(majlis.page.page.__file__).parent / "scripts" / f"{name}.js").read_text(encoding="utf-8")


SEARCH = "\n".join([script("from_file"), script("data"), OPENED, script("sounds"), script("search")])


def in_search(reader: Reader, expression: str, argument: object) -> Any:
    """What an expression gives of an argument, among the functions of the search and over the page's data."""
    return reader.page.evaluate(f"async (argument) => {{ {SEARCH}\n return {expression}; }}", argument)


COUNTS = """(await load(argument.election, argument.lang), use(argument.election, argument.lang), {
    nouns: Object.keys(words.counts).map((noun) => [noun, argument.numbers.map((number) => counted(noun, number))]),
    folded: phrase("page.folded", { n: 12, most: 3 }),
})"""


@pytest.mark.parametrize(("lang", "folded"), [("en", "▸ 12 more, under 3 seats"), ("ar", "▸ 12 أخرى دون 3 مقاعد")])
def test_the_page_counts_as_answers_do(opens: Opens, lang: str, folded: str) -> None:
    """Each noun that the page counts has the form of its number, as in every answer, and stands in the page's words."""
    numbers, language = [*range(14), 99, 100, 101, 102, 103, 110, 111, 285], Language(lang)
    argument = {"election": "iq-2023-governorates", "lang": lang, "numbers": numbers}
    said = in_search(opens(), COUNTS, argument)
    assert {noun for noun, _ in said["nouns"]} >= {"seat", "step", "source", "sourced_fact"}
    for key, forms in said["nouns"]:
        noun, _, case = key.partition(".")
        assert forms == [format(language.counted(noun, number), case) for number in numbers], key
    assert said["folded"] == folded


def texts_of(knowledge: Knowledge) -> list[tuple[str, Kind]]:
    """Every name that ships, every text of the gold set, and names in other alphabets, each with a kind it has."""
    names = {(name.text, name.kind) for name in knowledge.registry.names}
    gold = {(pair.text, kind) for pair in pairs() for kind in KINDS[pair.kind]}
    return sorted(names | gold | {(text, Kind.FIGURE) for text in ALPHABETS})


def test_the_page_folds_names_as_the_resolver_does(opens: Opens, knowledge: Knowledge) -> None:
    """The plain form of every such text, with and without the words of its kind, is the resolver's."""
    names = texts_of(knowledge)
    found = in_search(opens(), "argument.map(([text, kind]) => [fold(text), bare(fold(text), kind)])", names)
    assert dict(zip(names, found, strict=True)) == {
        (text, kind): [" ".join(words(text)), normalise(text, kind)] for text, kind in names
    }


def test_the_page_hears_names_as_the_resolver_does(opens: Opens, knowledge: Knowledge) -> None:
    """The sounds of every name that ships, of the gold set's texts and of names in other alphabets are `spoken`'s."""
    texts = texts_of(knowledge)
    found = in_search(
        opens(),
        """argument.map(([text, kind]) => [vowelled(text), spoken(bare(fold(text), kind), vowelled(text)).map((word) =>
            word.sounds.map(({ consonant, vowels }) =>
                [consonant, Object.keys(VOWEL).filter((vowel) => vowels & VOWEL[vowel]).join("")]))])""",
        texts,
    )
    assert dict(zip(texts, found, strict=True)) == {
        (text, kind): [
            vowelled(text),
            [
                [[consonant, "".join(sorted(vowels))] for consonant, vowels in word]
                for word in spoken(normalise(text, kind), vowelled(text)).words
            ],
        ]
        for text, kind in texts
    }


def test_the_page_reads_the_gold_set_as_the_resolver_does(opens: Opens, knowledge: Knowledge) -> None:
    """What Enter takes for a text of the gold set, or a longer form, is what the resolver reads, of the page's names.

    By rule it differs in one thing: it is asked while one types. So the beginning of a name is taken for that name,
    without a guess, where the resolver would guess it or knows nothing; nothing else that it knows not is taken.
    """
    reader = opens()
    ids = set(in_search(reader, "known().map((entry) => entry.item.id)", None))
    names = [name for name in knowledge.registry.names if name.entity in ids]
    resolver = Resolver(names)
    texts = sorted({pair.text for pair in pairs()} | set(FULLER))
    found = in_search(
        reader,
        """argument.map((text) => {
            const { found, active, guessed } = search(text);
            return [active < 0 ? null : found[active].id, guessed];
        })""",
        texts,
    )
    guessed = 0
    for text, (taken, guess) in zip(texts, found, strict=True):
        read = resolver.ask(text, HOLDERS | PROVINCES)
        plain = " ".join(words(text))
        begun = {name.entity for name in names if " ".join(words(name.text)).startswith(plain)}
        if read.entity:
            assert taken == read.entity.id, text
            assert guess == (read.matched is Matched.FUZZY and taken not in begun), text
        else:
            assert not guess, (text, taken)
            assert taken is None or (not read.candidates and taken in begun), (text, taken)
        guessed += guess
    assert guessed > 100


# --- The Seats view ------------------------------------------------------------------------------------------


def test_rows_are_lists_by_seats_and_small_ones_are_folded(opens: Opens) -> None:
    """Lists come by seats, those under three seats folded behind a row that opens."""
    reader = opens("#?view=seats")
    totals = [
        int(re.sub(r"\D", "", text))
        for text in reader.page.locator("#grid tbody td.total[data-node]").all_inner_texts()
    ]
    assert totals == sorted(totals, reverse=True)
    assert min(totals) >= 3
    reader.page.locator("#grid tr.fold button").click()
    assert reader.page.locator("#grid tbody td.total[data-node]").count() > len(totals)


def test_the_six_answers_look_different(opens: Opens) -> None:
    """Seats, shared, none, unknown, did not stand and no vote each have a look of their own; none is a zero."""
    reader = opens("#where/muqtada-al-sadr?view=seats")
    assert set(row(reader, "muqtada-al-sadr").values()) == {"×", ""}
    assert row(reader, "state-of-law")["IQ-DI"] == "◐"
    looks = reader.page.evaluate(
        """() => ["seats.step-1", "shared", "none", "unknown", "did_not_stand", "no_vote"].map((name) => {
            const cell = document.querySelector(`.legend .key.cell.${name}`), style = getComputedStyle(cell);
            return [cell.innerText, style.backgroundColor, style.backgroundImage, style.boxShadow].join("|");
        })"""
    )
    assert len(set(looks)) == 6
    assert "0" not in reader.page.locator("#grid tbody td.cell").all_inner_texts()


def test_a_council_of_unknown_size_makes_no_number(opens: Opens, graph: GraphView, tmp_path: Path) -> None:
    """Where one size is not known, the seats that nobody accounts for are "?", of it and in all, and never a number."""
    model = Parts(graph).model("iq-2023-governorates")
    first = replace(model.councils[0], size=None, missing=None, majority=None)
    file = tmp_path / "unknown.html"
    unknown = replace(
        model,
        total_size=None,
        overview=accounted_words(model.accounted, None, 15, None),
        councils=(first, *model.councils[1:]),
    )
    parts = Parts(graph, model.election)
    parts.models[model.election, "en"] = unknown
    file.write_text(page(parts), encoding="utf-8")
    reader = opens("#?view=seats", file=file)
    assert reader.page.locator("#grid tr.missing").inner_text().split() == ["Not", "accounted", "for", "?", "?"]
    assert "285 seats are accounted for in 15 councils, of a number not known" in reader.panel()


def test_seats_of_a_list_that_a_party_leads_stand_in_brackets(opens: Opens) -> None:
    """They are counted in that list's own row: the party's row says so, as the map and the panel do when chosen."""
    reader = opens("#?view=seats&all=1")
    cell = reader.page.locator('#grid td[data-node="puk"][data-council="IQ-KI"]')
    expect(cell).to_have_text("(5)")
    cell.click()
    assert "5 of 16 seats, 31.3% (Kirkuk Our Strength and Our Will Coalition)" in reader.panel()


def test_a_choice_stays_when_the_view_changes(opens: Opens) -> None:
    """One state for all views: what is chosen in the matrix is chosen in the network and the councils."""
    reader = opens("#?view=seats")
    reader.page.locator('#grid th[data-node="nabni"]').click()
    for name in ("Network", "Map", "Councils", "Table", "Seats"):
        reader.page.get_by_role("tab", name=name).click()
        assert reader.title().startswith("Nabni (We Build) Alliance")
        assert "where/nabni" in reader.state()


# --- Filters -------------------------------------------------------------------------------------------------


def test_filters_leave_what_they_name(opens: Opens) -> None:
    """Province and bloc each narrow the matrix; Reset brings everything back."""
    reader = opens("#?view=seats")
    rows = reader.page.locator("#grid tbody td.total[data-node]")
    everything = rows.count()
    reader.page.locator("#filter-province").select_option("IQ-NI")
    first = reader.page.locator("#grid tbody tr").first
    assert "Nineveh for its People" in first.inner_text()
    assert "province=IQ-NI" in reader.state()
    reader.page.locator("#filter-bloc").select_option("coordination-framework")
    expect(reader.page.locator("#no-rows")).to_be_visible()
    reader.page.get_by_role("button", name="Reset").click()
    expect(rows).to_have_count(everything)
    reader.page.locator("#filter-bloc").select_option("coordination-framework")
    shown = rows.evaluate_all("cells => cells.map((cell) => cell.dataset.node)")
    assert {"nabni", "state-of-law", "national-state-forces"} <= set(shown)
    assert "taqaddum" not in shown
    reader.keep("filter-bloc")


# --- Network -------------------------------------------------------------------------------------------------


def test_a_tie_shows_the_statements_behind_it(opens: Opens) -> None:
    """A tie that is no seat is chosen from the panel and tells who says so."""
    reader = opens("#where/nouri-al-maliki?view=network")
    reader.page.get_by_role("button", name="Who says so: Nouri al-Maliki leads State of Law").click()
    panel = reader.panel()
    assert reader.title() == "Nouri al-Maliki leads State of Law"
    assert "independent sources agree" in panel
    assert "Famagusta Gazette" in panel


# --- Councils and map ----------------------------------------------------------------------------------------


def test_the_half_circle_can_be_used_by_keyboard(opens: Opens) -> None:
    """Each list in a council's half-circle is a button with its seats in words."""
    reader = opens("#who/IQ-BB?view=councils")
    assert reader.page.locator(".card").count() == 15
    wedge = reader.page.locator("#panel .picture").get_by_role("button", name="State of Law Coalition: 3 of 18 seats")
    wedge.focus()
    reader.page.keyboard.press("Enter")
    assert reader.title().startswith("State of Law in Babil: 3 of 18")
    reader.keep("councils")


def test_the_map_can_be_used_by_keyboard_and_mouse(opens: Opens) -> None:
    """Each province is a button that says what the chosen name has there; the number on a small one is no obstacle."""
    reader = opens("#where/state-of-law?view=seats")
    for label in ("Baghdad: 9 of 52 seats", "Duhok: held no vote"):
        expect(reader.page.locator("#map").get_by_role("button", name=label)).to_have_count(1)
    reader.page.locator("#map").get_by_role("button", name="Baghdad: 9 of 52 seats").focus()
    reader.page.keyboard.press("Enter")
    assert reader.title().startswith("State of Law in Baghdad: 9 of 52")
    reader.go("#where/state-of-law?view=seats")
    box = reader.page.locator("#map .labels text", has_text="9").bounding_box()
    assert box is not None
    reader.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    assert reader.title().startswith("State of Law in Baghdad: 9 of 52")


def test_what_is_chosen_in_the_panel_keeps_the_focus_there(opens: Opens) -> None:
    """Where the button that was pressed is gone, the panel's heading has the focus, and the panel stands at its top."""
    reader = opens("#where/state-of-law?view=seats")
    reader.page.locator("#panel details").evaluate_all("all => all.forEach((one) => { one.open = true; })")
    reader.page.locator("#panel .links button", has_text="Islamic Dawa").first.focus()
    reader.page.keyboard.press("Enter")
    assert reader.title().startswith("Islamic Dawa Party")
    assert reader.page.evaluate("document.activeElement.id") == "panel-title"
    assert reader.page.evaluate("document.getElementById('panel-body').scrollTop") == 0


# --- Addresses -----------------------------------------------------------------------------------------------


def test_an_address_opens_what_it_names(opens: Opens) -> None:
    """A deep link opens on its name and layout, follows a change by hand, and forgets what it does not know."""
    reader = opens("#where/state-of-law?kinds=seats")
    expect(reader.page.get_by_role("tab", name="Network")).to_have_attribute("aria-selected", "true")
    expect(reader.page.get_by_role("switch", name="leads")).to_have_attribute("aria-checked", "false")
    reader.page.evaluate("location.hash = '#why/nabni/IQ-MA?view=seats'")
    expect(reader.page.locator("#panel-title")).to_contain_text("Nabni in Maysan: 6 of 14")
    reader.page.evaluate("location.hash = '#where/nobody?view=nowhere&kinds=none&province=Atlantis&election=never'")
    expect(reader.page.locator("#panel-title")).to_have_text(FINDING)


def test_about_opens_on_a_name(graph: GraphView, opens: Opens, tmp_path: Path) -> None:
    """`--about Maliki` opens on that figure's ties."""
    file = tmp_path / "about.html"
    file.write_text(page_of(graph, "Maliki", "iq-2023-governorates")[0], encoding="utf-8")
    reader = opens(file=file)
    expect(reader.page.get_by_role("tab", name="Network")).to_have_attribute("aria-selected", "true")
    assert reader.title().startswith("Nouri al-Maliki")
    reader.keep("about-maliki")
    reader.page.keyboard.press("Escape")
    assert FINDING in reader.panel()


def test_a_citation_can_be_copied(opens: Opens) -> None:
    """Copy citation puts the claim, its standing, source, place and the data's version on the clipboard."""
    reader = opens("#why/state-of-law/IQ-BB?view=seats", permissions=["clipboard-read", "clipboard-write"])
    reader.page.get_by_role("button", name="Copy citation").first.click()
    expect(reader.page.get_by_role("button", name="Copied")).to_be_visible()
    text = reader.page.evaluate("navigator.clipboard.readText()")
    assert text.startswith(
        "State of Law Coalition: seats in Babil: 3 (final). Source: Final results, relayed by Shafaq"
    )
    assert "Babel, item 2" in text
    assert "Majlis, data version" in text


# --- Hostile words -------------------------------------------------------------------------------------------

HOSTILE = (
    "<img src=x onerror=\"document.title='ran'\">",
    "</script><script>document.title='ran'</script>",
    "</style></template><script>document.title='ran'</script>",
    '"><svg onload="document.title=\'ran\'">',
    "javascript:document.title='ran' href",
    "{{ 7 * 7 }} {% raw %} <!-- <script> ]]> &lt;b&gt; \u202e\u2028 \x00",
)


def hostile(knowledge: Knowledge) -> Knowledge:
    """The shipped knowledge, every text of it hostile: names, titles, publishers, addresses, places, words."""
    texts = cycle(HOSTILE)

    def bad(text: str | None) -> str | None:
        return text and f"{next(texts)} {text}"

    claims = tuple(
        replace(claim, subject_text=bad(claim.subject_text), locator=bad(claim.locator), quote=bad("words"))
        for claim in knowledge.statements
    )
    sources = {
        id: replace(source, title=bad(source.title), publisher=bad("publisher"), url="javascript:document.title='ran'")
        for id, source in knowledge.sources.items()
    }
    entities = {
        id: replace(entity, name=bad(entity.name), name_local=bad(entity.name_local), lang=bad(entity.lang))
        for id, entity in knowledge.registry.entities.items()
    }
    names = tuple(name._replace(text=bad(name.text)) for name in knowledge.registry.names)
    registry = replace(knowledge.registry, entities=entities, names=names, sources=sources, statements=claims)
    return replace(knowledge, registry=registry, sources=sources, statements=claims, data_version=bad("version"))


def test_hostile_words_stay_words(opens: Opens, knowledge: Knowledge, tmp_path: Path) -> None:
    """Where every text is hostile, markup is shown as text: nothing runs or is asked for, no link leads to a script."""
    bad = hostile(knowledge)
    file = tmp_path / "majlis.html"
    file.write_text(
        page_of(asked(bad, decide(bad.statements, bad.sources)), election="iq-2023-governorates")[0], encoding="utf-8"
    )
    reader = opens(f"#why/state-of-law/IQ-BB?view={VIEWS[0]}", file=file)
    for view in VIEWS:
        for chosen in ("why/state-of-law/IQ-BB", "where/state-of-law", ""):
            reader.go(f"#{chosen}?view={view}")
            assert reader.page.locator("#panel-title").count() == 1
            assert "ran" not in reader.page.title().split()
            assert reader.page.locator("img, [onerror], [onload], a[href^='javascript']").count() == 0
            assert "onerror" in reader.page.locator("body").inner_text()


def test_disputed_numbers_are_shown_with_both(opens: Opens, disputed: GraphView, tmp_path: Path) -> None:
    """Panel, matrix, half-circles, map and table all say 8 or 9, and who may be the largest."""
    file = tmp_path / "disputed.html"
    file.write_text(page_of(disputed, election="iq-2023-governorates")[0], encoding="utf-8")
    reader = opens("#who/IQ-BG?view=seats", file=file)
    assert "Nabni !\t8 or 9\t15.4% or 17.3%" in reader.panel()
    assert "sources dispute which lists have most of these" in reader.panel()
    assert row(reader, "nabni") | {"IQ-BG": "8–9", "IQ-BB": "5", "IQ-MU": "6–7"} == row(reader, "nabni")
    labels = reader.page.locator("#map .labels text").all_text_contents()
    assert {"?", "10–12", "8"} <= set(labels)
    reader.keep("disputed")
    reader.go("#?view=councils")
    card = reader.page.locator('[data-key="card/IQ-BG"]')
    expect(card).to_contain_text(
        "disputed: State of Law 9 of 52, Nabni 8 or 9 of 52 (not certain: 27 not accounted for); majority: 27"
    )
    expect(reader.page.locator('[data-key="card/IQ-BB"]')).to_contain_text("State of Law 10 to 12 of 18; majority: 10")
    reader.go("#where/nabni?view=ties")
    assert "8 or 9 of 52" in reader.page.locator("#view-ties").inner_text()
    assert "8 or 9 of 52" in reader.panel()
    reader.go("#why/nabni/IQ-BG")
    assert "Nabni in Baghdad: 8 or 9 of 52" in reader.panel()
    assert "8 or 9 of 52 seats, 15.4% or 17.3%." in reader.panel()
    assert "undefined" not in reader.page.locator("body").inner_text()


def test_a_hostile_address_is_forgotten(opens: Opens) -> None:
    """What an address names and the page does not know is dropped, markup and all."""
    reader = opens(
        "#where/<img src=x onerror=alert(1)>?view=__proto__&kinds=constructor&open=__proto__&lang=<b>&tie=a>b>c&path=x"
    )
    assert FINDING in reader.panel()
    assert reader.page.locator("img").count() == 0


# --- Everyone ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_no_violation(opens: Opens, view: str, dark: bool) -> None:
    """Every view, with nothing and with a cell chosen, and a council; of the dark, whose colours differ, contrast."""
    reader = opens(f"#?view={view}", dark=dark)
    addresses = [f"#?view={view}", f"#why/nouri-al-maliki/IQ-BB?view={view}"]
    for address in [*addresses, *(["#who/IQ-KI?view=seats"] if view == "seats" else [])]:
        reader.go(address)
        found = Axe().run(reader.page, options=CONTRAST if dark else EVERYTHING)
        assert found.violations_count == 0, found.generate_report()
        reader.keep(f"{view}-{'dark' if dark else 'light'}{'-chosen' if 'why' in address else ''}")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_no_violation_in_the_search(opens: Opens, dark: bool) -> None:
    """A guess, an offer, a name of several, a part of names and a word that is no name, as they stand below the box."""
    reader = opens(dark=dark)
    for typed in ("malki", "Ahmed Barzani", "Resolve", "Jabouri", "xyzzy"):
        search_box(reader, typed)
        found = Axe().run(reader.page, context="#ask", options=CONTRAST if dark else EVERYTHING)
        assert found.violations_count == 0, found.generate_report()
        reader.keep(f"search-{typed.split(maxsplit=1)[0].lower()}-{'dark' if dark else 'light'}")


def test_a_telephone_has_everything_in_its_width(opens: Opens) -> None:
    """At 390 pixels nothing but the matrix itself is wider than the screen, and no word of a table's head is broken."""
    reader = opens(size=NARROW)
    for name in VIEWS:
        reader.go(f"#where/state-of-law?view={name}")
        assert reader.page.evaluate("document.documentElement.scrollWidth") == NARROW[0], name
        reader.keep(f"narrow-{name}")
    assert reader.page.get_by_role("columnheader", name="Sources").evaluate("(head) => head.offsetHeight") < 30


# The pairs of texts of a view that lie on each other.
OVERLAPS = """(view) => {
    const walker = document.createTreeWalker(document.getElementById(`view-${view}`), NodeFilter.SHOW_TEXT);
    const boxes = [];
    while (walker.nextNode()) {
        const text = walker.currentNode;
        if (!text.data.trim() || text.parentElement.closest(".sr, svg")) continue;
        const range = document.createRange();
        range.selectNodeContents(text);
        const box = text.parentElement.closest("th, td, button, p, li, label, div").getBoundingClientRect();
        for (const { left, top, right, bottom, width } of range.getClientRects()) {
            const inner = { left: Math.max(left, box.left) + 1, top: top + 4,
                right: Math.min(right, box.right) - 1, bottom: bottom - 4, text };  // as it is cut off
            if (width > 1) boxes.push(inner);
        }
    }
    const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
    return boxes.flatMap((a, at) =>
        boxes.slice(at + 1).filter((b) => a.text !== b.text && meet(a, b))
            .map((b) => [a.text.data, b.text.data]));
}"""


def test_no_labels_overlap(opens: Opens) -> None:
    """At 1440 by 900 no two texts of a view lie on each other."""
    reader = opens()
    for view in VIEWS:
        reader.go(f"#?view={view}")
        assert reader.page.evaluate(OVERLAPS, view) == [], view


def test_arabic_names_run_right_to_left(opens: Opens) -> None:
    """A name in Arabic letters has its own direction and language, and turns nothing around it."""
    reader = opens("#where/nouri-al-maliki?view=seats")
    name = reader.page.locator("#panel .local")
    assert name.evaluate("element => getComputedStyle(element).direction") == "rtl"
    assert name.get_attribute("lang") == "ar"
    assert reader.page.locator("#panel h1").evaluate("element => getComputedStyle(element).direction") == "ltr"


def test_the_page_prints(opens: Opens, tmp_path: Path) -> None:
    """On paper there are the matrix and the panel, and no controls."""
    reader = opens("#where/state-of-law?view=seats")
    reader.page.emulate_media(media="print")
    expect(reader.page.locator("#filters")).to_be_hidden()
    expect(reader.page.locator("#search")).to_be_hidden()
    expect(reader.page.locator("#grid")).to_be_visible()
    reader.keep("print")
    assert len(reader.page.pdf()) > 10_000


def test_a_telephone_shows_the_answer_as_a_sheet(opens: Opens) -> None:
    """At 390 pixels the answer stands at the edge over the stage and opens by a button; filters fold."""
    reader = opens("#?view=seats", size=NARROW)
    bloc, more = reader.page.locator("#filter-bloc"), reader.page.locator("#filters-more")
    expect(bloc).to_be_hidden()
    more.click()
    bloc.select_option("coordination-framework")
    expect(more).to_have_text("Filters (1)")
    reader.page.get_by_role("button", name="Reset").click()
    more.click()
    expect(bloc).to_be_hidden()
    reader.page.locator('#grid td[data-node="state-of-law"][data-council="IQ-BB"]').click()
    expect(reader.page.locator("#panel-title")).to_have_text("State of Law in Babil: 3 of 18")
    expect(reader.page.locator("#panel-title")).to_be_in_viewport()
    reader.keep("narrow-chosen")
    grip = reader.page.locator("#grip")
    grip.click()
    expect(grip).to_have_attribute("aria-expanded", "true")
    expect(reader.page.locator("#panel .facts")).to_be_in_viewport()
    reader.keep("narrow-sheet")
    found = Axe().run(reader.page, options=EVERYTHING)
    assert found.violations_count == 0, found.generate_report()
    grip.click()
    expect(grip).to_have_attribute("aria-expanded", "false")
    assert "why/state-of-law/IQ-BB" in reader.state()


# --- Every election, in two languages ------------------------------------------------------------------------


def test_another_election_is_one_step_away_and_back(opens: Opens, whole_page: Path) -> None:
    """A stop on the axis shows its election, with the chosen name; Back undoes it."""
    assert whole_page.stat().st_size < 3_500_000
    reader = opens("#where/nouri-al-maliki", file=whole_page)
    assert reader.page.locator("#axis .stop").count() == 11
    assert "won 35 of 285 seats" in reader.panel()
    reader.page.locator("#axis a[title*='2025']").click()
    expect(reader.page.locator("#panel-body")).to_contain_text("of 329 seats")
    assert "election=iq-2025-representatives" in reader.state()
    reader.keep("election-2025")
    reader.page.go_back()
    expect(reader.page.locator("#panel-body")).to_contain_text("won 35 of 285 seats")
    reader.page.go_forward()
    expect(reader.page.locator("#panel-body")).to_contain_text("of 329 seats")


def test_the_seats_through_the_elections_are_those_of_history(opens: Opens, whole_page: Path, graph: GraphView) -> None:
    """The columns of a name say at each election what `majlis history` says."""
    reader = opens("#where/nouri-al-maliki", file=whole_page)
    expect(reader.page.locator(".columns li").first).to_be_visible()
    said = {
        text.split("\n")[1]: text.split("\n")[0] for text in reader.page.locator(".columns button").all_inner_texts()
    }
    answers = where_each(graph, ["nouri-al-maliki"], graph.elections)[0]
    rows = {row.election.date[:4]: total_words(row) for row in thens(graph, answers) if row.total is not None}
    assert said.items() >= rows.items()


@pytest.fixture(scope="module")
def present_page(graph: GraphView, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of all elections, which answers about every body that sits where none is chosen."""
    file = tmp_path_factory.mktemp("present") / "majlis.html"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(graph, "usual_election", None)
        patch.setenv("MAJLIS_TODAY", "2026-11-28")
        file.write_text(page_of(graph)[0], encoding="utf-8")
    return file


def test_pictures_say_of_which_day_they_are(opens: Opens, present_page: Path) -> None:
    """Where the text counts ties of today, the stage says what the pictures count, and as of when; else nothing."""
    reader = opens("#where/coordination-framework", file=present_page)
    assert "won 144" in reader.panel()
    day = reader.page.locator("#stage-day")
    expect(day).to_contain_text("The pictures show it as of the vote, 11 Nov 2025: 98")
    expect(reader.page.locator("#panel-body")).to_contain_text("Seats at each election, as of the vote")
    reader.go("#where/state-of-law")
    expect(day).to_have_text("")


def test_footnotes_of_an_answer_are_numbered_together(opens: Opens, present_page: Path) -> None:
    """Bodies and offices share one numbering, and every number stands for that source in the list below."""
    reader = opens("#who/IQ-BG", file=present_page)
    expect(reader.page.locator(".columns, ol.sources").first).to_be_attached()
    marks = reader.page.locator("#panel-body sup > *").all()
    named = {mark.inner_text(): mark.get_attribute("title") for mark in marks}
    assert len(named) > 6
    listed = reader.page.locator("#panel-body ol.sources li").all_text_contents()
    assert {f"[{at}]": cite for at, cite in enumerate(listed, 1)}.items() >= named.items()


def test_offices_stand_on_the_axis(opens: Opens) -> None:
    """What a figure held is drawn under the elections, and told with its dates and source."""
    reader = opens("#where/nouri-al-maliki")
    expect(reader.page.locator("#spans .span", has_text="Prime Minister")).to_have_count(1)
    assert "Prime Minister of Iraq · 20 May 2006 to 8 Sep 2014" in reader.panel()


def test_the_axis_asks_for_a_name_only_where_none_is_chosen(opens: Opens) -> None:
    """Below the elections stands what to do without a name, and that nothing is dated of one that has no dates."""
    assert "Choose a name" in opens("").page.locator("#spans").inner_text()
    assert "no dated tie" in opens("#where/state-of-law").page.locator("#spans").inner_text()


def test_the_page_speaks_arabic_and_keeps_what_is_chosen(opens: Opens) -> None:
    """The switch turns the whole page round, with Arabic names and sentences; Back turns it again."""
    reader = opens("#where/nouri-al-maliki?view=seats")
    reader.page.get_by_role("link", name="العربية").click()
    expect(reader.page.locator("html")).to_have_attribute("dir", "rtl")
    expect(reader.page.locator("#panel-title")).to_have_text("نوري المالكي")
    words = reader.page.locator("body").inner_text()
    assert "بغداد" in words
    assert not re.findall(r"\b(?:Seats|Network|Copy|Sources|Councils)\b", words)
    reader.keep("arabic")
    found = Axe().run(reader.page, options=EVERYTHING)
    assert found.violations_count == 0, found.generate_report()
    reader.page.go_back()
    expect(reader.page.locator("html")).to_have_attribute("dir", "ltr")


def test_light_and_dark_can_be_switched(opens: Opens) -> None:
    """The button turns the paper dark and light again, whatever the system says; nothing fails on either."""
    reader = opens("#why/state-of-law/IQ-BB?view=seats")
    paper = "getComputedStyle(document.body).backgroundColor"
    light = reader.page.evaluate(paper)
    reader.page.get_by_role("switch", name="Light or dark").click()
    assert reader.page.evaluate(paper) != light
    found = Axe().run(reader.page, options=CONTRAST)
    assert found.violations_count == 0, found.generate_report()
    reader.page.get_by_role("switch", name="Light or dark").click()
    assert reader.page.evaluate(paper) == light


def test_an_answer_can_be_copied_with_its_source(opens: Opens) -> None:
    """Copy with source puts the sentence, at most four sources and the data's version on the clipboard."""
    reader = opens("#where/nouri-al-maliki", permissions=["clipboard-read", "clipboard-write"])
    reader.page.get_by_role("button", name="Copy with source").click()
    text = reader.page.evaluate("navigator.clipboard.readText()")
    assert text.startswith("Nouri al-Maliki leads the State of Law Coalition, which won 35 of 285 seats")
    assert "Source: Final results, relayed by Shafaq News, 28 Dec 2023 <https://" in text
    assert "Majlis, data version" in text


@pytest.mark.parametrize("kind", ["Download picture", "SVG"])
def test_a_picture_can_be_downloaded(opens: Opens, kind: str) -> None:
    """The picture on the stage is saved as PNG or SVG."""
    reader = opens("#where/state-of-law?view=map")
    with reader.page.expect_download() as download:
        reader.page.get_by_role("button", name=kind).click()
    found = Path(download.value.path()).read_bytes()
    assert len(found) > 5_000
    assert found.startswith(b"<svg" if kind == "SVG" else b"\x89PNG")
