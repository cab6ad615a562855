"""What else sources say of a number of seats, and that a count was preliminary, stands beside it in every answer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from majlis.terminal.compare import compare_text
from majlis.terminal.history import history_text
from majlis.terminal.influence import influence_text
from majlis.terminal.majority import majority_text
from majlis.terminal.where import council_text, where_text
from majlis.terminal.who import who_text
from majlis.web.app import application
from majlis.web.snapshot import GraphHolder
from majlis.wording.forms import ENGLISH, Language
from majlis.wording.largest import largest_sentence, largest_table
from majlis.wording.where import cell_words, where_sentence
from queries.compare import compare
from queries.disputed import Told, sum_of
from queries.history import history
from queries.largest import largest
from queries.power.influence import HolderInfluence, influence
from queries.power.majority import majority
from queries.view import GraphView
from queries.where import where
from queries.who import who

from .made import country

HOUSE, COUNCILS = "h-2024", "c-2025"
PRELIMINARY = "^ from a preliminary count; no final number is known."


@pytest.fixture(scope="module")
def made() -> GraphView:
    """An assembly of 20 (Reds 8 or 9, Blues 6 or 7, Greens 4, Whites 2), and two councils.

    Northmark has Reds 5, Blues 4 or 3, Greens 1; Southmark, counted preliminarily, Blues 4 and Reds 2.
    """
    return country("sources_differ")


@pytest.fixture(scope="module")
def site(made: GraphView, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], str]:
    """The pages of the same country on the web."""
    path: Path = tmp_path_factory.mktemp("differ") / "made.kgl"
    made.store.save(path)  # type: ignore[attr-defined] # the only way to the file of a view
    client = TestClient(application(GraphHolder(str(path))), base_url="http://127.0.0.1:8285")
    return lambda address: client.get(address).text


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ([], (0, 0, ())),
        ([Told(8, 8, (9,))], (8, 8, (9,))),
        ([Told(8, 8, (9,)), Told(6, 6, (7,)), Told(4, 4)], (18, 18, (19, 20))),
        ([Told(8, 9, (7, 9))], (8, 9, (7,))),
        ([Told(1, 2), Told(5, 5, (3,))], (6, 7, (4, 5))),
    ],
)
def test_a_sum_has_what_it_would_be_with_the_other_numbers(parts: list[Told], told: tuple[object, ...]) -> None:
    """Each way to take a number that stands or another of each part is a sum; those that stand are not told twice."""
    assert sum_of(parts) == told
    assert sum_of(parts).ends == (min((told[0], *told[2])), max((told[1], *told[2])))  # type: ignore[misc] # of a row


def test_other_numbers_are_named_while_they_are_few() -> None:
    """Two stand behind the one that counts; of more the two ends are told."""
    assert ENGLISH.number(18, 18, (19, 20)) == "18, 19 or 20"
    assert ENGLISH.number(18, 18, (17, 19, 20)) == "18 (sources: 17 to 20)"
    assert "17" in Language("ar").number(18, 18, (17, 19, 20))


def test_the_largest_lists_have_both_numbers(made: GraphView, site: Callable[[str], str]) -> None:
    """In the sentence, the table, JSON and on the web; `who` says the same of the whole house."""
    answer = largest(made, HOUSE)
    assert largest_sentence(answer) == (
        "Assembly, 12 May 2024: Reds won most seats, 8 or 9 of 20; then Blues 6 or 7; Greens 4."
    )
    seats = next(column for column in largest_table(answer).columns if column.name == "seats")
    assert [seats.words(row) for row in answer.lists if seats.words] == ["8 or 9", "6 or 7", "4", "2"]
    rows = answer.to_dict()["lists"]
    assert [(row["seats"], row["others"], row["preliminary"]) for row in rows] == [
        (8, [9], False),
        (6, [7], False),
        (4, [], False),
        (2, [], False),
    ]
    house = who(made, "Assembly", HOUSE)
    assert [(item.seats, item.others, item.preliminary) for item in house.lists] == [
        (item.seats, item.others, item.preliminary) for item in answer.lists
    ]
    assert "8 or 9" in site(f"/largest?election={HOUSE}")


def test_the_sum_over_councils_has_what_it_would_be_with_the_other_number(made: GraphView) -> None:
    """Blues have 4 or 3 in Northmark and 4 in Southmark, in all 8 or 7; so the largest lists have it."""
    assert "won 8 or 7 of 16 seats" in where_sentence(where(made, "Blues", COUNCILS))
    (blues,) = (item for item in largest(made, COUNCILS).lists if item.id == "blues")
    assert (blues.seats, blues.others, blues.standing, blues.preliminary) == (8, (7,), "preliminary", True)
    assert "8 or 7^" in largest_sentence(largest(made, COUNCILS))


def test_the_sum_of_several_lists_has_all_numbers(made: GraphView) -> None:
    """What a figure leads and what a bloc has: each list once, and the sums with the numbers of other sources."""
    led = where(made, "Cyd Vang", HOUSE)
    assert (led.total, led.others) == (14, (15, 16))
    assert "14, 15 or 16 of 20 seats" in where_sentence(led)
    bloc = where(made, "Coast Group", HOUSE)
    assert (bloc.total, bloc.others) == (18, (19, 20))
    (row,) = (row for row in history(made, "Coast Group").elections if row.election.id == HOUSE)
    assert "18, 19 or 20 of 20" in history_text(history(made, "Coast Group"))
    assert row.to_dict()["others"] == [19, 20]
    (north,) = (cell for cell in where(made, "Cyd Vang", COUNCILS).provinces if cell.id == "P-1")
    assert (north.seats, north.others) == (9, (8,))


def test_a_majority_is_open_where_another_number_would_turn_it(made: GraphView, site: Callable[[str], str]) -> None:
    """Greens and Blues have 10 or 11 of 20, and 11 is a majority: neither that they reach it nor that they lack it."""
    (body,) = majority(made, "Blues", "Greens", election=HOUSE).bodies
    assert (body.seats, body.most, body.others, body.reaches, body.by) == (10, 10, (11,), "open", (-1, 0))
    text = majority_text(majority(made, "Blues", "Greens", election=HOUSE))
    assert "Assembly: 10 or 11 of 20; open, short by 0 or 1 seats" in text
    assert "Blues 6 or 7 + Greens 4" in text
    (sure,) = majority(made, "Reds", "Blues", election=HOUSE).bodies
    assert (sure.others, sure.reaches, sure.by) == ((15, 16), "yes", (3, 5))
    assert "10 or 11 of 20" in site(f"/majority/blues;greens?election={HOUSE}")


def test_power_tells_both_numbers_and_which_it_is_computed_with(made: GraphView) -> None:
    """In the table of the house, of a name, and of the blocs; a note says which number counts."""
    text = " ".join(influence_text(influence(made, "Assembly", HOUSE)).split())
    assert "Reds " in text
    assert "8 or 9" in text
    assert "Coast Group 18, 19 or 20 of 20, reached, with 7 to 9 seats to spare" in text
    assert "Where sources differ, power is computed with the number that counts" in text


def test_power_of_a_name_in_a_house_is_of_the_whole_house(made: GraphView) -> None:
    """A constituency has no majority: a name has one measure in a house, and no mean of its constituencies."""
    answer = influence(made, "Reds", HOUSE)
    assert isinstance(answer, HolderInfluence)
    (council,) = answer.councils
    assert (council.council.id, council.council.council_size, council.majority) == ("assembly", 20, 11)
    text = " ".join(influence_text(answer).split())
    assert text.startswith("Reds in the Assembly, 12 May 2024: 8 or 9 seats on an own list, of 20. A majority is 11;")
    assert "constituenc" not in text
    assert "councils" not in text


def test_a_preliminary_number_is_marked_in_every_answer(made: GraphView, site: Callable[[str], str]) -> None:
    """Behind the number, and the 0, with one line that says what the mark means; a final number has no mark."""
    where_said = where_text(where(made, "Reds", COUNCILS))
    assert "Southmark  2 of 6^" in where_said
    assert "Northmark  5 of 10 " in where_said
    assert "Northmark" in where_text(where(made, "Greens", COUNCILS))
    assert "None on its own list: Southmark^" in where_text(where(made, "Greens", COUNCILS))
    assert "Reds in Southmark, 9 Mar 2025: 2 of 6 seats, 33.3% (preliminary)." in council_text(
        where(made, "Reds", COUNCILS), who(made, "Southmark", COUNCILS)
    )
    who_said = who_text(who(made, "Southmark", COUNCILS))
    assert "Blues  4^" in who_said
    history_said = history_text(history(made, "Reds"))
    assert "7 of 16^" in history_said
    compare_said = compare_text(compare(made, "Reds", "Greens", election=COUNCILS))
    assert "2 of 6^" in compare_said
    assert "none^" in compare_said
    for said in (where_said, who_said, history_said, compare_said):
        assert said.count(PRELIMINARY) == 1
    assert PRELIMINARY not in who_text(who(made, "Northmark", COUNCILS))
    assert "^" not in who_text(who(made, "Northmark", COUNCILS))
    assert "4^" in site(f"/who/P-2?election={COUNCILS}")
    assert PRELIMINARY in site(f"/who/P-2?election={COUNCILS}")


def test_who_has_more_is_open_where_another_number_would_turn_it(made: GraphView) -> None:
    """Blues have 8 or 7 in the councils and Reds 7: nobody surely has more; in Northmark Reds surely have."""
    answer = compare(made, "Reds", "Blues", election=COUNCILS)
    assert answer.ahead == ()
    assert {place.id: place.ahead for place in answer.provinces} == {"P-1": ("reds",), "P-2": ("blues",)}
    assert [side.to_dict().get("others") for side in answer.sides] == [None, [7]]


def test_what_a_place_may_hold_is_said_without_a_size_that_is_not_known(graph: GraphView) -> None:
    """Where nobody says how many seats a place has, "unknown, 0 to 73" stands alone."""
    answer = where(graph, "Sadrist Movement", "iq-2021-representatives")
    council = next(one for one in answer.provinces if one.id == "IQ-KI")
    assert (council.council_size, council.perhaps) == (None, 73)
    for language in (ENGLISH, Language("ar")):
        assert cell_words(council, answer, language).whole == language.say("status.span", perhaps=73)
