"""Seat lists: what a heading opens and closes, what a result is, and what is told instead of guessed."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import loaders
from graph.checks.settle import settle
from graph.model import Item, Knowledge, Name, Remark, Statement, Unreadable, Unresolved
from graph.names import Resolver
from loaders.folder import UserDocument, gather
from tests.command import run_apart

from .rows import Asked, asked

ROOT = Path(__file__).parents[1]
DATA = ROOT / "data"
SEEDS = sorted((ROOT.parent / "shared" / "seeds").glob("000_*.txt"))
REPORTS = sorted((DATA / "reports").glob("*.txt"))

Read = Callable[..., list[Item]]
Seats = list[tuple[str | None, str | None, int]]


@pytest.fixture
def read(tmp_path: Path, knowledge: Knowledge, resolver: Resolver) -> Read:
    """Reads a text, as it would stand in a file, as a seat list."""

    def reading(text: str | bytes, **options: str) -> list[Item]:
        path = tmp_path / "list.txt"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        said = loaders.Options(**{"shape": "seat_list", **options})
        return list(loaders.read(path, knowledge.registry, resolver, said).items())

    return reading


def seats(items: list[Item]) -> Seats:
    """Who holds how many seats where."""
    return [(c.subject, c.object, int(c.value or 0)) for c in claims(items) if c.predicate == "holds_seats"]


def claims(items: list[Item]) -> list[Statement]:
    """The statements among items."""
    return [item for item in items if isinstance(item, Statement)]


def unreadable(items: list[Item]) -> list[str]:
    """The texts of unreadable lines."""
    return [item.text for item in items if isinstance(item, Unreadable)]


def unresolved(items: list[Item]) -> list[tuple[str, str]]:
    """The unresolved names with their kinds."""
    return [(item.text, item.kind) for item in items if isinstance(item, Unresolved)]


# --- The shape as published --------------------------------------------------------------------------

TWO = [("state-of-law", "IQ-BG", 9), ("nabni", "IQ-BA", 5)]


@pytest.mark.parametrize(
    "bullet", ["-", "–", "—", "*", "•", "·", "▪", "●", "➢", "1.", "2)", "(3)", "a)", "iv)", "1.1", "|", "‐", "-\t", ""]
)
def test_bullets_of_any_kind_do_not_matter(read: Read, bullet: str) -> None:
    """A result reads the same behind any bullet, and behind none."""
    items = read(f"Baghdad\n{bullet} State of Law: 9 seats\nBasra\n{bullet} Nabni: 5 seats\n")
    assert seats(items) == TWO
    assert len(items) == 2


@pytest.mark.parametrize("case", asked("seat_list", "results"), ids=str)
def test_a_result_is_read_however_it_is_written(read: Read, case: Asked) -> None:
    """One seat is one seat in any case, script, typography and punctuation."""
    assert seats(read(f"Basra\n{case.text}\n")) == [("nabni", "IQ-BA", 1)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Baghdad\r\n- State of Law: 9 seats\r\nBasra\r\n- Nabni: 5 seats\r\n", TWO),
        ("Baghdad\r- State of Law: 9 seats\rBasra\r- Nabni: 5 seats", TWO),
        ("\ufeffBaghdad\n- State of Law: 9 seats\nBasra\n- Nabni: 5 seats", TWO),
        ("\n\n\nBaghdad\n\n\n- State of Law: 9 seats\n \t \nBasra\n\n- Nabni: 5 seats\n\n", TWO),
        ("\tBaghdad\n\t- State of Law: 9 seats\n\tBasra\n\t- Nabni: 5 seats", TWO),
    ],
)
def test_line_ends_and_blanks_do_not_matter(read: Read, text: str, expected: Seats) -> None:
    """Windows and old Mac line ends, a byte order mark, blank lines and a missing last end change nothing."""
    assert seats(read(text.encode())) == expected


@pytest.mark.parametrize("case", asked("seat_list", "headings"), ids=str)
def test_a_heading_names_a_province_in_any_dress(read: Read, case: Asked) -> None:
    """Markdown, numbers, colons, the word governorate and Arabic letters all head the same council."""
    items = read(f"{case.text}\n- State of Law: 9 seats\n")
    assert seats(items) == [("state-of-law", "IQ-BG", 9)]
    assert len(items) == 1


@pytest.mark.parametrize(
    "heading",
    ["Baghdad (52 seats)", "Baghdad - 52 seats", "Baghdad: 52 seats", "Baghdad, 52 seats", "- Baghdad: 52 seats"],
)
def test_a_number_behind_a_heading_is_the_councils_and_no_lists(read: Read, heading: str) -> None:
    """A heading may tell the council's seats: it opens that council and gives no list a seat."""
    items = read(f"Basra\n- Nabni: 5 seats\n{heading}\n  - State of Law: 9 seats\n")
    assert seats(items) == [("nabni", "IQ-BA", 5), ("state-of-law", "IQ-BG", 9)]
    assert [(c.subject, c.value) for c in claims(items) if c.predicate == "total_seats"] == [("IQ-BG", 52)]


def test_an_arabic_list_is_read_as_it_stands(read: Read) -> None:
    """Arabic headings, names, digits and numbers in words give the same statements as English ones."""
    items = read("بغداد\n- ائتلاف دولة القانون: ٣ مقاعد\n- تحالف نبني: مقعدان\n")
    assert seats(items) == [("state-of-law", "IQ-BG", 3), ("nabni", "IQ-BG", 2)]
    assert len(items) == 2


def test_the_place_and_the_words_of_a_result_are_kept(read: Read) -> None:
    """A statement knows heading, item and line, and quotes the line as it was written."""
    (first, second) = claims(read("Baghdad\n\n-  State of Law: 9 seats\n- “Nabni”: 9 seats\n"))
    assert (first.locator, first.quote) == ("Baghdad, item 1 (line 3)", "-  State of Law: 9 seats")
    assert (second.locator, second.quote) == ("Baghdad, item 2 (line 4)", "- “Nabni”: 9 seats")


def test_a_retyped_list_quotes_nothing_and_names_no_line(read: Read) -> None:
    """A list that was typed in again is placed by heading and item, which hold for the original too."""
    items = read(
        "---\nretyped: yes\n---\nThe turnout was 41%.\nBaghdad\n- State of Law: 9 seats\nAtlantis\n- Nabni: 1 seat\n"
    )
    assert [(c.locator, c.quote) for c in claims(items)] == [
        ("above the list", None),
        ("Baghdad, item 1", None),
        ("Atlantis, item 1", None),
    ]
    assert [item.locator for item in items if isinstance(item, Unresolved)] == ["Atlantis"]


# --- Headings that are no province -------------------------------------------------------------------


@pytest.mark.parametrize("case", asked("seat_list", "unknown headings"), ids=str)
def test_a_heading_that_is_no_province_closes_the_council(read: Read, case: Asked) -> None:
    """Results below an unknown heading keep its words, belong to no council, and are told of once."""
    items = read(
        f"Kirkuk\n- Arab Alliance: 3 seats\n{case.text}\n- Nabni: 5 seats\n- Azm: 2 seats\nNajaf\n- Nabni: 3 seats\n"
    )
    assert seats(items) == [
        ("arab-alliance-kirkuk", "IQ-KI", 3),
        ("nabni", None, 5),
        ("azm", None, 2),
        ("nabni", "IQ-NA", 3),
    ]
    assert [kind for _, kind in unresolved(items)] == ["province"]
    below = [c for c in claims(items) if c.object is None and c.predicate == "holds_seats"]
    assert len({c.object_text for c in below}) == 1
    assert below[0].object_text == unresolved(items)[0][0]


@pytest.mark.parametrize(
    "text",
    [
        "- Kirkuk\n  - Arab Alliance: 3 seats\n- Atlantis\n  - Nabni: 5 seats\n",
        "- Kirkuk\n- Arab Alliance: 3 seats\n- Atlantis\n- Nabni: 5 seats\n",
        "- Kirkuk: 16 seats\n  - Arab Alliance: 3 seats\n- Atlantis: 12 seats\n  - Nabni: 5 seats\n",
        "1. Kirkuk\n   - Arab Alliance: 3 seats\n2. Atlantis\n   - Nabni: 5 seats\n",
        "Kirkuk: 16 seats\n- Arab Alliance: 3 seats\nAtlantis: 12 seats\n- Nabni: 5 seats\n",
    ],
)
def test_an_outline_closes_a_council_too(read: Read, text: str) -> None:
    """An unknown heading that is written like the heading before it closes that council, bullet or not."""
    assert seats(read(text)) == [("arab-alliance-kirkuk", "IQ-KI", 3), ("nabni", None, 5)]


def test_an_unknown_heading_with_nothing_below_it_is_no_news(read: Read) -> None:
    """Titles and notes without results are not reported as unknown provinces."""
    items = read(
        "Seats in the councils\n\nBaghdad\n- State of Law: 9 seats\nNotes\nBasra\n- Nabni: 5 seats\nEnd of the list\n"
    )
    assert seats(items) == TWO
    assert len(items) == 2


def test_a_council_may_be_headed_twice(read: Read) -> None:
    """A heading that comes again goes on with the same council, and its items are counted on."""
    items = read("Basra\n- Nabni: 5 seats\nAtlantis\n- Azm: 1 seat\nBasra\n- Tasmim: 12 seats\n")
    assert seats(items) == [("nabni", "IQ-BA", 5), ("azm", None, 1), ("tasmim", "IQ-BA", 12)]
    assert claims(items)[-1].locator == "Basra, item 2 (line 6)"


@pytest.mark.parametrize("case", asked("seat_list", "words for two things"), ids=str)
def test_a_word_for_a_list_and_a_province_is_what_it_is_written_like(read: Read, case: Asked) -> None:
    """Babylon is a list among results, a province among headings, and closes the council where it may be either."""
    assert [json.dumps(row) for row in seats(read(case.text))] == case.rows


def test_a_result_with_a_note_behind_it_is_no_heading(read: Read) -> None:
    """A line with a number of seats is no place, whatever stands in a bracket behind the number; that is told of."""
    items = read("Basra\nNabni: 5 seats (up 2)\n- Azm: 4 seats (new)\n- Tasmim: 12 seats\n")
    assert seats(items) == [("tasmim", "IQ-BA", 12)]
    assert unreadable(items) == ["Nabni: 5 seats (up 2)", "- Azm: 4 seats (new)"]


@pytest.mark.parametrize("heading", ["All Iraq", "Nationwide", "## Total", "عموم العراق"])
def test_a_heading_of_the_whole_is_no_province(read: Read, heading: str) -> None:
    """What stands below "All Iraq" is of the whole vote and of no council."""
    items = read(f"Basra\n- Nabni: 5 seats\n{heading}\n- Nabni: 43 seats\n")
    assert seats(items) == [("nabni", "IQ-BA", 5), ("nabni", None, 43)]
    assert [c.object_text for c in claims(items)] == ["Basra", None]
    assert unresolved(items) == []


@pytest.mark.parametrize(
    ("title", "place"),
    [
        ("Results of 18 December 2023\n", None),
        ("Final results, 18 December 2023\n", None),
        ("Small lists\n", None),
        ("", None),
        ("Final results in Anbar\n", "IQ-AN"),
        ("النتائج النهائية في محافظة الأنبار\n", "IQ-AN"),
    ],
)
def test_a_title_above_results_is_no_province(
    tmp_path: Path, knowledge: Knowledge, resolver: Resolver, title: str, place: str | None
) -> None:
    """Of results that stand below no heading of a known province the first line is a title, which may name a place."""
    path = tmp_path / "list.txt"
    path.write_text(f"{title}State of Law: 9 seats\nNabni: 5 seats\nAzm: 3 seats (up 2)\n")
    reading = loaders.read(path, knowledge.registry, resolver, loaders.Options(election="iq-2023-governorates"))
    found = [marked.item for marked in reading.marked()]
    assert seats(found) == [("state-of-law", place, 9), ("nabni", place, 5), ("azm", place, 3)]
    assert unresolved(found) == []


def test_a_list_that_tells_changes_is_no_plain_one(tmp_path: Path, knowledge: Knowledge, resolver: Resolver) -> None:
    """Where changes stand behind the numbers the general reader reads the list, and loses no number."""
    path = tmp_path / "list.txt"
    path.write_text("Basra\n- Nabni: 5 seats (up 2)\n- Azm: 3 seats\nNajaf\n- Nabni: 4 seats (down 1)\n")
    reading = loaders.read(path, knowledge.registry, resolver, loaders.Options(election="iq-2023-governorates"))
    assert seats(list(reading.items())) == [("nabni", "IQ-BA", 5), ("azm", "IQ-BA", 3), ("nabni", "IQ-NA", 4)]


# --- Totals, turnout, notes --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "total", ["Total: 14 seats", "- Total: 14 seats", "**Total:** 14", "TOTAL SEATS: 14", "المجموع: ١٤ مقعدا"]
)
def test_a_total_is_of_the_council_and_of_no_list(read: Read, total: str) -> None:
    """A total that the lists come to is the council's."""
    items = read(f"Basra\n- Nabni: 5 seats\n- Azm: 9 seats\n{total}\n")
    assert seats(items) == [("nabni", "IQ-BA", 5), ("azm", "IQ-BA", 9)]
    assert [(c.subject, c.value, c.locator) for c in claims(items)[2:]] == [("IQ-BA", 14, "Basra, total (line 4)")]


def test_a_total_of_all_lists_is_not_the_last_councils(read: Read) -> None:
    """A total at the end that all councils come to is of the whole election."""
    items = read("Basra\n- Nabni: 5 seats\nNajaf\n- Nabni: 3 seats\nTotal: 8 seats\n")
    assert [(c.subject, c.value) for c in claims(items) if c.predicate == "total_seats"] == [
        ("iq-2023-governorates", 8)
    ]


def test_a_total_that_fits_nothing_is_reported(read: Read) -> None:
    """A total that neither the council nor the whole list comes to is of nobody."""
    items = read("Basra\n- Nabni: 5 seats\nNajaf\n- Nabni: 3 seats\nTotal: 285 seats\n")
    assert unreadable(items) == ["Total: 285 seats"]
    assert len(claims(items)) == 2


@pytest.mark.parametrize(
    ("name", "subject", "component"),
    [
        ("Babylon Movement (Christian quota)", "babylon-movement", "Christian"),
        ("Aydan Shevan (reserved for Yazidis)", "aydan-shevan", "Yazidis"),
        ("Babylon Movement (quota seat)", "babylon-movement", "a component"),
        ("Babylon Movement", "babylon-movement", None),
    ],
)
def test_a_note_tells_for_whom_a_seat_is_reserved(read: Read, name: str, subject: str, component: str | None) -> None:
    """A note in brackets about a quota is no part of the list's name."""
    (claim,) = claims(read(f"Nineveh\n- {name}: 1 seat\n"))
    assert (claim.subject, claim.reserved_for) == (subject, component)


def test_turnout_below_a_heading_is_not_the_whole_elections(read: Read) -> None:
    """A turnout that stands in a council's part and does not say of what is reported and not read."""
    items = read("Basra\nTurnout: 44%\nVoters: 400,000\n- Nabni: 5 seats\nThe overall turnout was 41 per cent.\n")
    assert [(c.predicate, c.subject, c.value) for c in claims(items)] == [
        ("holds_seats", "nabni", 5),
        ("turnout", "iq-2023-governorates", 41),
    ]
    assert unreadable(items) == ["Turnout: 44%", "Voters: 400,000"]


@pytest.mark.parametrize("heading", ["Basra (turnout 44%)", "Basra, turnout 44%", "Basra - 22 seats, turnout 44%"])
def test_a_note_behind_a_heading_is_reported(read: Read, heading: str) -> None:
    """What a heading says besides its province is told as not read, and the council opens."""
    items = read(f"Najaf\n- Nabni: 3 seats\n{heading}\n- Nabni: 5 seats\n")
    assert seats(items) == [("nabni", "IQ-NA", 3), ("nabni", "IQ-BA", 5)]
    assert unreadable(items) == [heading]


# --- Standing and source -----------------------------------------------------------------------------


@pytest.mark.parametrize("case", asked("seat_list", "standings"), ids=str)
def test_standing_is_what_the_text_claims(read: Read, case: Asked) -> None:
    """The first plain cue above the list tells its standing; what is only awaited tells none."""
    (claim,) = claims(read(f"{case.text}\nBasra\n- Nabni: 5 seats\n"))
    assert [json.dumps(claim.standing.value)] == case.rows


def test_front_matter_wins_over_the_cue(read: Read) -> None:
    """A standing that is stated outright is the standing of every line."""
    items = read("---\nstanding: certified\n---\nPreliminary results\nBasra\n- Nabni: 5 seats\n")
    assert [c.standing.value for c in claims(items)] == ["certified"]


@pytest.mark.parametrize(
    ("text", "kind", "publisher", "published"),
    [
        (
            "2023-12-28 23:15:05 - Source: X\nThe Electoral Commission said\n- Basra\n- Nabni: 5 seats",
            "relay",
            "X",
            "2023-12-28",
        ),
        ("2023-12-28\nBasra\n- Nabni: 5 seats", "press", None, "2023-12-28"),
        ("2023-99-99 Source: X\nBasra\n- Nabni: 5 seats", "press", None, None),
        (
            "---\nkind: official\npublisher: Y\n---\nThe Electoral Commission\nBasra\n- Nabni: 5 seats",
            "official",
            "Y",
            None,
        ),
    ],
)
def test_the_source_is_told_from_dateline_and_words(
    tmp_path: Path,
    knowledge: Knowledge,
    resolver: Resolver,
    text: str,
    kind: str,
    publisher: str | None,
    published: str | None,
) -> None:
    """A dateline gives date and publisher; a list that cites the commission is a relay unless it says what it is."""
    path = tmp_path / "list.txt"
    path.write_text(text)
    source = loaders.read(path, knowledge.registry, resolver).source
    assert (source.kind.value, source.publisher, source.published) == (kind, publisher, published)


# --- Ids ---------------------------------------------------------------------------------------------


def test_reading_twice_gives_the_same_ids(read: Read) -> None:
    """Ids are those of the claims and do not change from one reading to the next."""
    text = "Basra\n- Nabni: 5 seats\n- Nabni: 5 seats\nAtlantis\n- Nabni: 5 seats\n"
    first, again = claims(read(text)), claims(read(text))
    assert [c.id for c in first] == [c.id for c in again]
    assert len({c.id for c in first}) == 3


def test_a_better_table_of_names_changes_no_id(tmp_path: Path, knowledge: Knowledge) -> None:
    """A name that becomes known gives the statement its entity and leaves its id."""
    path = tmp_path / "list.txt"
    path.write_text("Basra\n- The Unheard Of: 5 seats\n")
    registry = knowledge.registry
    nabni = registry.entities["nabni"]
    better = (*registry.names, Name("nabni", nabni.kind, "The Unheard Of"))
    before, after = (
        claims(list(loaders.read(path, replace(registry, names=names), Resolver(names)).items()))
        for names in (registry.names, better)
    )
    assert [(c.subject, c.id) for c in before] == [(None, before[0].id)]
    assert [(c.subject, c.id) for c in after] == [("nabni", before[0].id)]


# --- Bad lines ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("case", asked("seat_list", "unreadable lines"), ids=str)
def test_a_line_that_cannot_be_read_is_reported_and_claims_nothing(read: Read, case: Asked) -> None:
    """What looks like a result and is none is told with file and line; no seat comes of it."""
    items = read(f"Najaf\n- Nabni: 3 seats\n{case.text}\n")
    assert seats(items) == [("nabni", "IQ-NA", 3)]
    (gap,) = [item for item in items if isinstance(item, Unreadable)]
    assert gap.text == case.text
    assert gap.place is not None
    assert gap.place.line == 3


def test_a_line_without_a_number_does_not_close_its_council(read: Read) -> None:
    """A list whose number is missing is reported, and the next line still belongs to the same council."""
    items = read("Najaf\n- Nabni: 3 seats\n- Azm\n- The Unheard Of\n- Madar: 1 seat\n")
    assert seats(items) == [("nabni", "IQ-NA", 3), ("madar", "IQ-NA", 1)]
    assert unreadable(items) == ["- Azm", "- The Unheard Of"]


def test_a_result_above_any_heading_belongs_nowhere(read: Read) -> None:
    """A result before the first heading is reported and not counted."""
    items = read("- Nabni: 3 seats\nNajaf\n- Azm: 1 seat\n")
    assert seats(items) == [("azm", "IQ-NA", 1)]
    assert unreadable(items) == ["- Nabni: 3 seats"]


def test_an_unknown_list_is_kept_as_text(read: Read) -> None:
    """A list that nobody registered keeps its words and its seats and is told as unresolved."""
    items = read("Najaf\n- The Unheard Of: 3 seats\n")
    (claim,) = claims(items)
    assert (claim.subject, claim.subject_text, claim.object, claim.value) == (None, "The Unheard Of", "IQ-NA", 3)
    assert unresolved(items) == [("The Unheard Of", "list")]


def test_the_same_line_twice_is_two_statements_and_a_remark(read: Read) -> None:
    """Each line is one statement; that it says the same again is remarked with the earlier line."""
    items = read("Najaf\n- Nabni: 3 seats\n- Nabni: 3 seats\n")
    assert seats(items) == [("nabni", "IQ-NA", 3)] * 2
    (remark,) = [item for item in items if isinstance(item, Remark)]
    assert "line 2" in remark.text


def test_two_numbers_for_one_list_are_disputed(tmp_path: Path) -> None:
    """A list given two numbers in one council has no value: both stand, and totals use the smaller."""
    path = tmp_path / "list.txt"
    path.write_text("Final results\nNajaf\n- Nabni: 3 seats\n- We Build Alliance: 4 seats\n")
    knowledge, remarks = gather(DATA, [UserDocument(path)], only=True)
    (fact,) = [f for f in settle(knowledge)[0].facts if f.predicate == "holds_seats"]
    assert (fact.value, fact.values, fact.disputed, fact.minimum) == (None, (3, 4), True, 3)
    assert "another number (3)" in remarks[0].text


def test_a_line_of_a_megabyte_is_passed_over(read: Read) -> None:
    """A line without end neither stops nor slows the reading, and the lines around it are read."""
    items = read("Najaf\n- Nabni: 3 seats\n- " + "a " * 500_000 + "\n" + " " * 200_000 + "x\n- Azm: 1 seat\n")
    assert seats(items) == [("nabni", "IQ-NA", 3), ("azm", "IQ-NA", 1)]


@pytest.mark.parametrize("filler", ["-", ":", "(", "a:", "1 ", " -", "٣", ".", "1.", "# ", "a - "])
def test_no_line_takes_long(read: Read, filler: str) -> None:
    """No line of the longest length that is looked at makes the patterns go astray."""
    line = (filler * 400)[:398]
    assert seats(read(f"Najaf\n- Nabni: 3 seats\n{line}\n{line}x\n")) == [("nabni", "IQ-NA", 3)]


PIECES = (
    "Najaf", "Basra", "Atlantis", "Babylon", "Nabni", "Azm", "- ", "* ", "** ", "1. ", "| ", ": ", "(", ")", " – ", "3",
    "3 seats", "no seats", "three", "Total", "Turnout: ", "44%", "Voters: ", "-", "9" * 330 + ".5", "١", "½",
    "  ", "+2", "2.5", "\t", ".", ",", "=", "“", "_", "#", "بغداد", "مقعد", "\u200f",
)  # fmt: skip
HEADINGS = {"Najaf": "IQ-NA", "Basra": "IQ-BA", "Saladin": "IQ-SD"}


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(st.sampled_from(PIECES), max_size=6).map("".join), max_size=8).map("\n".join))
def test_no_text_breaks_the_reader(read: Read, text: str) -> None:
    """Whatever the lines, reading ends, and no seat is negative or of a council whose heading is not there."""
    for claim in claims(read(f"Kirkuk\n{text}\n")):
        if claim.predicate == "holds_seats":
            assert isinstance(claim.value, int)
            assert claim.value >= 0
            assert claim.object in (None, "IQ-KI", "IQ-NA", "IQ-BA", "IQ-BB", "IQ-BG")


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(
            st.sampled_from([*HEADINGS, "Atlantis", "Lower Nowhere"]),
            st.lists(st.tuples(st.sampled_from(["nabni", "azm", "madar"]), st.integers(0, 99)), max_size=3),
        ),
        max_size=6,
    ),
    st.sampled_from(
        ["- {}: {} seats", "{}: {} seats", "• {} ({} seats)", "{}\t{}", "1. {} – {} seats", "* **{}**: {}"]
    ),
    st.sampled_from(["{}", "## {}", "**{}**", "{}:", "\n{}\n"]),
)
def test_every_seat_lands_under_its_own_heading(
    read: Read, councils: list[tuple[str, list[tuple[str, int]]]], line: str, heading: str
) -> None:
    """Whatever councils are listed, known or not, in whatever dress, each result belongs to the heading above it."""
    text = "\n".join(
        part
        for name, results in councils
        for part in (heading.format(name), *(line.format(who.title(), number) for who, number in results))
    )
    expected = [(who, HEADINGS.get(name), number) for name, results in councils for who, number in results]
    assert seats(read(f"Seats\n{text}\n")) == expected


# --- The real reports --------------------------------------------------------------------------------


def said(items: list[Item]) -> set[tuple[object, ...]]:
    """What the statements say, without where."""
    return {(c.subject, c.predicate, c.object, c.value) for c in claims(items)}


@pytest.mark.parametrize("path", [*SEEDS, *REPORTS], ids=lambda path: path.name)
def test_the_final_report_is_read_whole(path: Path, knowledge: Knowledge, resolver: Resolver) -> None:
    """The final list of 2023 gives 15 councils, 108 lines, 277 seats, turnout and voters, and leaves nothing."""
    items = list(loaders.read(path, knowledge.registry, resolver).items())
    held = seats(items)
    assert (len({place for _, place, _ in held}), len(held), sum(number for _, _, number in held)) == (15, 108, 277)
    assert said(items) >= {
        ("iq-2023-governorates", "turnout", None, 41),
        ("iq-2023-governorates", "voters", None, 6599668),
    }
    assert len(items) == 110
    assert all(c.subject and c.standing.value == "final" for c in claims(items))


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name)
def test_what_ships_says_what_the_original_says(path: Path, knowledge: Knowledge, resolver: Resolver) -> None:
    """The list as typed in again gives the same facts as the report that it was typed from."""
    original = list(loaders.read(path, knowledge.registry, resolver).items())
    (retyped,) = [list(loaders.read(report, knowledge.registry, resolver).items()) for report in REPORTS]
    assert said(original) == said(retyped)
    assert seats(original) == seats(retyped)


def test_a_line_of_leaders_is_read_in_no_time(tmp_path: Path) -> None:
    """Dots between a name and its number are read at once, however many there are."""
    document = tmp_path / "list.txt"
    head = "---\ntitle: T\nkind: press\nshape: seat_list\nelection: iq-2023-governorates\n---\nBaghdad\n"
    document.write_text(f"{head}- Some New List {'.' * 80}(5)\n", encoding="utf-8")
    done = run_apart("read", document)
    assert "1 statement, 1 name not known, 0 lines not read" in done.stdout
