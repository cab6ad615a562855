"""Several names side by side: the seats of each with their statuses, who has more, and what is left open."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graph.errors import UsageError
from majlis.terminal.compare import compare_text
from majlis.terminal.text import columns_of
from majlis.wording.compare import cell_words, compare_sentence
from majlis.wording.sitting import total_words as sitting_words
from majlis.wording.where import total_words
from queries.compare import Compare, compare
from queries.view import GraphView

from .command import run_here
from .made import country


@pytest.fixture(scope="module")
def houses() -> GraphView:
    """A house of 15 seats (2024, all stated in all, by province for some), a parliament of 5, councils of 10 and 7."""
    return country("house_and_councils")


def cells(answer: Compare, place: str) -> list[tuple[str, int | None, int | None]]:
    """The status, the seats and what perhaps is had of each name in a province."""
    (found,) = (item for item in answer.provinces if item.id == place)
    return [(cell.status, cell.seats, cell.perhaps if cell.status == "unknown" else None) for cell in found.cells]


def ahead(answer: Compare) -> dict[str, tuple[tuple[str, ...], bool]]:
    """Who has the most in each province, and whether that is by a list of members alone."""
    return {item.id: (item.ahead, item.by_members) for item in answer.provinces}


def test_each_cell_says_what_where_says(houses: GraphView) -> None:
    """Seats that no source places are unknown and bounded by what is left to place, never 0."""
    answer = compare(houses, "Reds", "Blues", election="h-2024")
    assert [(side.then.total, side.then.minimum) for side in answer.sides] == [(6, False), (4, False)]
    assert cells(answer, "P-1") == [("seats", 3, None), ("seats", 2, None)]
    assert cells(answer, "P-2") == [("seats", 2, None), ("unknown", None, 2)]
    assert cells(answer, "P-3") == [("unknown", None, 1), ("unknown", None, 2)]


def test_more_is_said_only_where_it_is_sure(houses: GraphView) -> None:
    """What the seats leave open a list of members may tell, and then that is said; equal numbers are equal."""
    answer = compare(houses, "Reds", "Blues", election="h-2024")
    assert answer.ahead == ("reds",)
    assert ahead(answer) == {
        "P-1": (("reds",), False),
        "P-2": (("reds",), True),
        "P-3": (("reds", "blues"), True),
    }
    assert [side.ahead_in for side in answer.sides] == [2, 0]


def test_who_is_on_no_list_of_members_is_told_beside_what_is_open(graph: GraphView) -> None:
    """Where a list of members names all there and none of Amiri's, the cell says so, as who has more rests on it."""
    answer = compare(graph, "Maliki", "Amiri", election="iq-2025-representatives")
    place = next(place for place in answer.provinces if place.name == "Muthanna")
    words = [cell_words(cell, held) for cell, held in zip(place.cells, answer.held, strict=True)]
    assert (words, place.by_members) == (["2 of 7~", "0 to 7, 0~"], True)


def test_what_is_said_of_all_names_has_its_marks(graph: GraphView) -> None:
    """That nobody has a seat may rest on a preliminary count, or on a size worked out: the province has the mark."""
    house, councils = (
        " ".join(compare_text(compare(graph, "KDP", "PUK", election=election)).split())
        for election in ("iq-2025-representatives", "iq-2023-governorates")
    )
    assert "None for any of them: Anbar^, Babil^, Baghdad^" in house
    assert "None for any of them: Anbar*, Babil*, Baghdad, Basra*" in councils
    assert "* size worked out from the seats" in councils


def test_disputed_numbers_leave_it_open(houses: GraphView) -> None:
    """Reds won 5 or 6 in 2020, Blues 3: Reds have more; no province of it is known, and none is decided."""
    answer = compare(houses, "Reds", "Blues", "Greens", election="h-2020")
    assert (answer.ahead, {place.ahead for place in answer.provinces}) == (("reds",), {()})
    assert (answer.sides[0].then.total, answer.sides[0].then.most) == (5, 6)


def test_the_same_seats_are_said_to_be_the_same(graph: GraphView) -> None:
    """Who leads a list and the list itself have the same seats, and a note says so."""
    answer = compare(graph, "State of Law", "Maliki", election="iq-2023-governorates")
    (note,) = (note for note in answer.notes if note.code == "same_seats")
    assert [name.id for name in note.values["names"]] == ["state-of-law", "nouri-al-maliki"]  # type: ignore[attr-defined]
    assert ahead(answer)["IQ-BG"] == (("state-of-law", "nouri-al-maliki"), False)


def test_seats_on_a_joint_list_leave_it_open(graph: GraphView) -> None:
    """Al-Maliki's part of National Diyala is not known, so whether he has more there than Hakim is not."""
    answer = compare(graph, "Maliki", "Hakim", election="iq-2023-governorates")
    assert ahead(answer)["IQ-DI"] == ((), False)
    assert ahead(answer)["IQ-BG"] == (("nouri-al-maliki",), False)
    assert ahead(answer)["IQ-WA"] == (("nouri-al-maliki", "ammar-al-hakim"), False)


def test_a_name_twice_is_wrong_usage(graph: GraphView) -> None:
    """Two words for one figure are no two names."""
    with pytest.raises(UsageError, match=r"'Maliki' and 'Nouri al-Maliki' are both Nouri al-Maliki"):
        compare(graph, "Maliki", "Nouri al-Maliki")


def test_the_sentence_has_the_totals_and_who_has_more(graph: GraphView) -> None:
    """One sentence a body; the number of provinces is of those where it is sure."""
    assert compare_sentence(compare(graph, "Maliki", "Hakim", election="iq-2023-governorates")) == (
        "Councils, 18 Dec 2023: Nouri al-Maliki 35 of 285; Ammar al-Hakim 24 of 285. "
        "More seats: Nouri al-Maliki in 6 provinces."
    )


def test_every_body_that_sits_is_told(graph_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without an election there is a table for each body, the largest first, in 80 columns."""
    monkeypatch.delenv("MAJLIS_ELECTION")
    monkeypatch.setenv("MAJLIS_TODAY", "2026-06-30")
    said = run_here("compare", "KDP", "PUK", "--graph", graph_file).stdout.splitlines()
    heads = [line for line in said if ", elected " in line]
    assert [head.partition(",")[0] for head in heads] == [
        "Council of Representatives",
        "Councils",
        "Kurdistan Parliament",
    ]
    assert [line.split() for line in said if line.startswith("Halabja")] == [
        ["Halabja", "1", "of", "3", "[6]", "1", "of", "3", "[6]", "as", "many"]
    ]
    assert max(columns_of(line) for line in said if "http" not in line) <= 80
    data = json.loads(run_here("compare", "KDP", "PUK", "-f", "json", "--graph", graph_file).stdout)
    assert (data["asked"], len(data["answers"])) == (["KDP", "PUK"], 3)
    assert [side["id"] for side in data["answers"][0]["sides"]] == ["kdp", "puk"]


def test_what_nobody_has_stands_under_the_table(graph_file: Path) -> None:
    """A province without a number is named below, with what is said of each; a boycott is no 0."""
    said = run_here("compare", "Maliki", "Sadr", "--graph", graph_file).stdout
    assert "Maliki none, Sadr did not stand: Anbar*, Kirkuk, Nineveh, Saladin" in said
    assert "No vote: Duhok, Erbil, Sulaymaniyah" in said
    assert "Baghdad    9 of 52 [1]       did not stand  Maliki" in said


def test_own_and_led_seats_are_told_beside_each_other_in_all(graph: GraphView) -> None:
    """The PUK has 1 seat on its own list and 7 on lists that it leads: whether that is less than 6 is open."""
    answer = compare(graph, "PUK", "KDP", election="iq-2023-governorates")
    puk, kdp = answer.held
    assert sitting_words(puk) == "1 of 285, led 7"
    assert total_words(puk) == "1 seat in 1 council, led 7"
    assert sitting_words(kdp) == "6 of 285"
    assert answer.ahead == ()
