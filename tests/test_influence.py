"""Power in a council, of a name, and in all councils: golden rows of the shipped data, and what is not computed.

What open seats do is tested on the published final list alone, which leaves eight of them open.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from graph.decide import decide
from graph.errors import CannotAnswerError, UsageError
from graph.model import Knowledge, Standing, Statement
from graph.stores.embedded import EmbeddedStore
from majlis.cli import main
from majlis.graphs.build import build
from majlis.terminal.influence import council_text, decimals, holder_text, table_text
from majlis.wording.notes import note_text
from queries.plain import Named, Note
from queries.power.betweenness import BETWEENNESS, betweenness
from queries.power.council import ARITHMETIC, ONE_LIST, SINGLE_MEMBERS, CouncilInfluence, all_councils, scenarios
from queries.power.indices import banzhaf
from queries.power.influence import HolderInfluence, influence
from queries.view import GraphView
from queries.where import where

from .made import rows_of

ELECTION = "iq-2023-governorates"
# By council: majority, effective number, minimal winning coalitions, those with open seats as one list (none is open).
COUNCILS = {
    "Anbar": (9, 4.57, 12, 12),
    "Babil": (10, 7.04, 57, 57),
    "Baghdad": (27, 8.72, 733, 733),
    "Basra": (12, 2.92, 1, 1),
    "Dhi Qar": (10, 6.00, 53, 53),
    "Diyala": (8, 5.49, 18, 18),
    "Karbala": (7, 2.86, 1, 1),
    "Kirkuk": (9, 5.33, 15, 15),
    "Maysan": (8, 3.50, 4, 4),
    "Muthanna": (7, 4.50, 7, 7),
    "Najaf": (8, 7.26, 69, 69),
    "Nineveh": (15, 10.65, 1425, 1425),
    "Qadisiyah": (8, 4.90, 10, 10),
    "Saladin": (8, 5.00, 15, 15),
    "Wasit": (8, 3.57, 6, 6),
}
# The same of the published list alone, where it leaves seats open.
OPEN = {
    "Baghdad": (27, 7.82, 733, 240),
    "Basra": (12, 2.46, 1, 1),
    "Kirkuk": (9, 4.45, 28, 15),
    "Wasit": (8, 3.16, 6, 6),
}


def in_council(graph: GraphView, name: str, limit: int = 10) -> CouncilInfluence:
    """The answer on a council."""
    answer = influence(graph, name, limit=limit)
    assert isinstance(answer, CouncilInfluence)
    return answer


def of_holder(graph: GraphView, name: str) -> HolderInfluence:
    """The answer on a name."""
    answer = influence(graph, name)
    assert isinstance(answer, HolderInfluence)
    return answer


def changed(knowledge: Knowledge, drop: Sequence[Statement] = (), add: Sequence[Statement] = ()) -> GraphView:
    """The shipped graph without some statements and with some more."""
    gone = {claim.id for claim in drop}
    statements = [*(claim for claim in knowledge.statements if claim.id not in gone), *add]
    knowledge = replace(knowledge, statements=statements)
    store = EmbeddedStore.create()
    store.write(rows_of(knowledge, decide(statements, knowledge.sources)))
    return GraphView(store)


def claims(knowledge: Knowledge, predicate: str, province: str) -> list[Statement]:
    """The shipped claims with this predicate about a province."""
    return [c for c in knowledge.statements if c.predicate == predicate and province in (c.subject, c.object)]


def rounded(values: Sequence[Fraction]) -> list[float]:
    """Indices as they are printed."""
    return [round(float(value), 3) for value in values]


# --- A council ----------------------------------------------------------------------------------------


def test_kirkuk_with_its_open_seats_as_one_list_is_the_worked_example(published: GraphView) -> None:
    """Kirkuk 5, 3, 2, 2, 1, 1 and the two open seats as one list: 15 coalitions, effective number 5.33."""
    found = in_council(published, "Kirkuk").scenarios[ONE_LIST]
    assert (found.power.seats, found.unaccounted, found.power.quota) == ((5, 3, 2, 2, 1, 1, 2), (2,), 9)
    assert found.power.minimal_winning_coalitions == 15
    assert rounded(found.power.banzhaf) == [0.374, 0.165, 0.113, 0.113, 0.061, 0.061, 0.113]
    assert round(float(found.power.effective_number), 2) == 5.33


def test_open_seats_count_as_single_members_first(published: GraphView) -> None:
    """Kirkuk's figures take 14 seats as lists and 2 as single members; the effective number is over the 14.

    14 * 14 / (25 + 9 + 4 + 4 + 1 + 1) = 196 / 44.
    """
    answer = in_council(published, "Kirkuk")
    assert answer.scenarios[SINGLE_MEMBERS].power.seats == (5, 3, 2, 2, 1, 1, 1, 1)
    assert answer.power == answer.scenarios[SINGLE_MEMBERS].power
    assert answer.power is not None
    assert answer.power.banzhaf == banzhaf((5, 3, 2, 2, 1, 1, 1, 1), 9)
    assert (answer.effective_number, answer.power.minimal_winning_coalitions) == (Fraction(196, 44), 28)
    assert Note("open_seats", {"counted": Note("single_members", {"seats": 2})}) in answer.notes


@pytest.mark.parametrize(
    ("province", "id", "seats", "size"), [("Basra", "tasmim", 12, 23), ("Karbala", "ibdaa-karbala", 7, 13)]
)
def test_who_has_a_majority_alone(graph: GraphView, province: str, id: str, seats: int, size: int) -> None:
    """Tasmim has 12 of 23 seats in Basra, open ones included, and Ibdaa Karbala 7 of 13: all the power there is."""
    answer = in_council(graph, province)
    assert answer.alone is not None
    assert (answer.alone.id, answer.alone.seats, answer.council.council_size) == (id, seats, size)
    for scenario in answer.scenarios.values():
        assert scenario.power.banzhaf[0] == scenario.power.shapley_shubik[0] == 1
        assert not any(scenario.power.banzhaf[1:])


def test_pairs_with_a_majority_are_of_named_lists(published: GraphView) -> None:
    """In Maysan Nabni's 6 of 14 seats decide with either list of 3; in Wasit no open seat makes a pair."""
    maysan = {frozenset(pair) for pair in in_council(published, "Maysan").pairs_with_majority}
    assert maysan == {frozenset({"nabni", "state-of-law"}), frozenset({"nabni", "national-state-forces"})}
    wasit = in_council(published, "Wasit").pairs_with_majority
    assert len(wasit) == 4
    assert all("wasit-ajmal" in pair for pair in wasit)


def test_coalitions_are_listed_up_to_a_limit_and_counted_whole(graph: GraphView) -> None:
    """Baghdad's coalitions are counted, 733, and only as many are told as were asked for."""
    answer = in_council(graph, "Baghdad", limit=3)
    assert len(answer.coalitions) == 3
    assert answer.power is not None
    assert answer.power.minimal_winning_coalitions == 733
    everyone = in_council(graph, "Baghdad", limit=1000)
    assert sum(item.ways for item in everyone.coalitions) == 733
    seats = {item.id: item.seats for item in everyone.council.lists}
    for item in everyone.coalitions:
        members = [*(seats[id] for id in item.lists), *(1,) * item.unaccounted]
        assert item.seats == sum(members) >= 27 > sum(members) - min(members)


@pytest.mark.parametrize(("province", "expected"), COUNCILS.items())
def test_all_councils_side_by_side(graph: GraphView, province: str, expected: tuple[int, float, int, int]) -> None:
    """Majority, effective number and both counts of coalitions of each council, as its own answer has them.

    Maysan by hand, 6, 3, 3, 1, 1 of 14 with 8 to decide: 6+3 twice, 6+1+1, 3+3+1+1, so 4; 196/56 = 3.5.
    Muthanna, 3, 3, 3, 2, 1 of 12 with 7: 3+3+3, 3+3+2 and 3+3+1 three times each, so 7; 144/32 = 4.5.
    Kirkuk, 5, 3, 2, 2, 2, 1, 1 of 16: 256/48 = 5.33. Baghdad's and Wasit's reserved seats are lists of one.
    """
    line = next(line for line in all_councils(graph).councils if line.name == province)
    assert line.effective_number is not None
    found = (line.majority, round(float(line.effective_number), 2), line.minimal(), line.minimal(ONE_LIST))
    assert found == expected
    answer = in_council(graph, province)
    assert dict(line.scenarios) == dict(answer.scenarios)
    assert line.pairs == len(answer.pairs_with_majority)


@pytest.mark.parametrize(("province", "expected"), OPEN.items())
def test_all_councils_with_open_seats(
    published: GraphView, province: str, expected: tuple[int, float, int, int]
) -> None:
    """Open seats count as single members, or as one list: both counts of coalitions are told."""
    line = next(line for line in all_councils(published).councils if line.name == province)
    assert line.effective_number is not None
    found = (line.majority, round(float(line.effective_number), 2), line.minimal(), line.minimal(ONE_LIST))
    assert found == expected


def test_the_table_says_who_has_a_majority_alone_and_who_held_no_vote(graph: GraphView) -> None:
    """A majority alone there is in Basra and Karbala only; the three provinces without a vote stand apart."""
    answer = all_councils(graph)
    alone = {line.name: line.alone.id for line in answer.councils if line.alone}
    assert alone == {"Basra": "tasmim", "Karbala": "ibdaa-karbala"}
    assert [place.name for place in answer.no_vote] == ["Duhok", "Erbil", "Sulaymaniyah"]
    assert ARITHMETIC in answer.notes


def test_the_json_of_a_council_has_the_fields_that_were_promised(published: GraphView) -> None:
    """The keys of the design are there, numbers are numbers, and the sentence that says what it is comes along."""
    answer = json.loads(json.dumps(in_council(published, "Kirkuk").to_dict()))
    promised = {
        *("asked", "province", "council_size", "accounted", "majority", "effective_number"),
        *("minimal_winning_coalitions", "lists", "scenarios", "notes", "coalitions", "pairs_with_majority"),
        *("election", "data_version", "sources"),
    }
    assert promised <= set(answer)
    assert (answer["council_size"], answer["accounted"], answer["majority"]) == (16, 14, 9)
    first = answer["lists"][0]
    assert {"id", "name", "seats", "banzhaf", "shapley_shubik", "in_minimal_winning", "majority_alone"} <= set(first)
    assert (first["id"], first["seats"], first["in_minimal_winning"]) == ("kirkuk-our-strength", 5, 20)
    one_list = answer["scenarios"]["one_list"]
    assert one_list["minimal_winning_coalitions"] == 15
    assert one_list["unaccounted"][0]["seats"] == 2
    assert answer["note_codes"].count(ARITHMETIC.code) == 1


def test_a_province_without_a_vote_has_no_figures(graph: GraphView) -> None:
    """Erbil held no vote: the answer says so and gives no number."""
    answer = in_council(graph, "Erbil")
    assert (answer.power, answer.effective_number, answer.coalitions, dict(answer.scenarios)) == (None, None, (), {})
    found = answer.to_dict()
    assert (found["status"], found["majority"], found["minimal_winning_coalitions"]) == ("no_vote", None, None)
    assert ARITHMETIC in answer.notes
    assert "held no vote" in council_text(answer)


def test_a_council_of_unknown_size_has_no_power_figures(knowledge: Knowledge) -> None:
    """Without a stated size of Karbala's council nobody knows its majority, so no figure is made up."""
    graph = changed(knowledge, drop=claims(knowledge, "council_size", "IQ-KA"))
    answer = in_council(graph, "Karbala")
    assert (answer.power, answer.effective_number, answer.alone) == (None, None, None)
    assert Note("no_power_size") in answer.notes
    assert answer.to_dict()["lists"][0]["banzhaf"] is None
    assert "cannot be computed" in council_text(answer)
    line = next(line for line in all_councils(graph).councils if line.name == "Karbala")
    assert (line.majority, line.minimal(), line.alone) == (None, None, None)
    assert "Karbala" in table_text(all_councils(graph))
    holder = of_holder(graph, "Ibdaa Karbala")
    assert (holder.summary.councils, holder.summary.computed, holder.summary.mean_banzhaf) == (1, 0, None)
    assert holder.councils[0].to_dict()["banzhaf"] is None
    assert "Karbala: no power is computed" in holder_text(holder)


def test_disputed_seats_have_no_power_figures(knowledge: Knowledge) -> None:
    """Where two sources of one rank give a list of Karbala other seats, the council's power is not computed."""
    first = next(c for c in claims(knowledge, "holds_seats", "IQ-KA") if c.subject == "ibdaa-karbala")
    other = Statement(
        source=first.source,
        locator="Karbala, corrected",
        predicate="holds_seats",
        subject="ibdaa-karbala",
        subject_text="Ibdaa Karbala",
        object="IQ-KA",
        object_text="Karbala",
        value=6,
        election=ELECTION,
        standing=first.standing,
    )
    answer = in_council(changed(knowledge, add=[other]), "Karbala")
    assert [item.id for item in answer.council.lists if item.disputed] == ["ibdaa-karbala"]
    assert (answer.power, dict(answer.scenarios)) == (None, {})
    assert Note("no_power_disputed") in answer.notes


@given(st.lists(st.integers(1, 12), min_size=1, max_size=8), st.integers(0, 12))
def test_scenarios_fill_the_council_in_two_ways(seats: list[int], missing: int) -> None:
    """Both scenarios have all seats of the council and its majority; up to one open seat they are the same."""
    size = sum(seats) + missing
    found = scenarios(seats, size)
    assert set(found) == {SINGLE_MEMBERS, ONE_LIST}
    for scenario in found.values():
        assert scenario.power.seats == (*seats, *scenario.unaccounted)
        assert (sum(scenario.power.seats), scenario.power.quota) == (size, size // 2 + 1)
    assert found[SINGLE_MEMBERS].unaccounted == (1,) * missing
    assert found[ONE_LIST].unaccounted == ((missing,) if missing else ())
    assert (found[SINGLE_MEMBERS] == found[ONE_LIST]) == (missing < 2)


# --- A name over all councils -------------------------------------------------------------------------


def test_a_list_has_the_power_that_each_council_gives_it(graph: GraphView) -> None:
    """State of Law's figures are those of its row in each of the ten councils where it has seats."""
    answer = of_holder(graph, "State of Law")
    assert len(answer.councils) == 10
    for held in answer.councils:
        council = in_council(graph, held.council.id)
        at = [item.id for item in council.council.lists].index("state-of-law")
        assert council.power is not None
        assert held.block.power is not None
        assert held.block.power.banzhaf[0] == council.power.banzhaf[at]
        assert held.block.power.shapley_shubik[0] == council.power.shapley_shubik[at]
        assert held.block.power.in_minimal_winning[0] == council.power.in_minimal_winning[at]


def test_a_figure_has_power_through_what_it_leads_and_never_through_shared_lists(graph: GraphView) -> None:
    """Maliki leads State of Law, 3 of Muthanna's 12 seats; Diyala, where it joined another list, does not count."""
    answer = of_holder(graph, "Maliki")
    assert {held.council.id for held in answer.councils} == {
        *("IQ-BG", "IQ-DQ", "IQ-BB", "IQ-BA", "IQ-MA", "IQ-MU", "IQ-NA", "IQ-QA", "IQ-KA", "IQ-WA")
    }
    muthanna = next(held.to_dict() for held in answer.councils if held.council.id == "IQ-MU")
    assert (muthanna["seats"], muthanna["council_size"], muthanna["majority"]) == (3, 12, 7)
    assert round(muthanna["banzhaf"], 3) == 0.259
    assert [(item["id"], item["relation"]) for item in muthanna["lists"]] == [("state-of-law", "led")]
    assert muthanna["together"] is None
    (note,) = [note for note in answer.notes if note.code == "shared_not_counted"]
    assert note.values["lists"] == (Named("national-diyala", "National Diyala Alliance"),)


def test_a_summary_counts_majorities_and_councils_without_power(graph: GraphView) -> None:
    """State of Law decides nothing in Basra and Karbala, where another list has a majority alone."""
    found = of_holder(graph, "Maliki").summary
    assert (found.councils, found.computed, found.majority_alone) == (10, 10, ())
    assert set(found.powerless) == {"IQ-BA", "IQ-KA"}
    assert of_holder(graph, "Tasmim").summary.majority_alone == ("IQ-BA",)


def test_own_and_led_seats_are_told_apart(graph: GraphView) -> None:
    """The PUK has 1 seat on its own list in Diyala and leads lists in Kirkuk and Nineveh: the totals stay two."""
    answer = of_holder(graph, "PUK")
    assert answer.where.totals == {"own": 1, "led": 7, "shared": None, "member": None}
    relations = [(held.council.id, item.list.relation) for held in answer.councils for item in held.lists]
    assert relations == [("IQ-KI", "led"), ("IQ-NI", "led"), ("IQ-DI", "own")]


def test_several_lists_in_one_council_are_told_one_by_one_and_together(graph: GraphView) -> None:
    """In Babil the Framework's lists have 4, 3 and 3 of 18 seats: as one, 10 seats and the majority."""
    answer = of_holder(graph, "Coordination Framework")
    babil = next(held for held in answer.councils if held.council.id == "IQ-BB")
    assert sorted(item.block.seats for item in babil.lists) == [3, 3, 4]
    assert babil.together is not None
    assert babil.together.power is not None
    assert (babil.together.seats, babil.together.power.majority_alone[0]) == (10, True)
    assert babil.together.power.banzhaf[0] == 1
    for block in (item.block for item in babil.lists):
        assert block.power is not None
        assert block.power.banzhaf[0] < Fraction(1, 3)
    assert set(babil.to_dict()["together"]["lists"]) == {"nabni", "state-of-law", "national-state-forces"}


def test_own_seats_stay_the_figure_where_a_led_list_sits_beside_them(knowledge: Knowledge) -> None:
    """If State of Law led Nabni, Babil's figure would stay its own 3 seats; only "together" has 3 + 4."""
    leads = Statement(
        source="the-national-2023-12-19",
        locator="paragraph 1",
        predicate="leads",
        subject="state-of-law",
        subject_text="state-of-law",
        object="nabni",
        object_text="nabni",
        standing=Standing.REPORTED,
    )
    answer = of_holder(changed(knowledge, add=[leads]), "State of Law")
    babil = next(held for held in answer.councils if held.council.id == "IQ-BB")
    assert babil.block.seats == babil.council.seats == 3
    assert babil.together is not None
    assert babil.together.seats == 7
    assert {(item.list.id, item.list.relation) for item in babil.lists} == {
        ("state-of-law", "own"),
        ("nabni", "led"),
    }


@pytest.mark.parametrize(("name", "status"), [("Sadr", "did_not_stand"), ("Badr", "shared"), ("Kadhimi", "unknown")])
def test_who_holds_no_seats_of_its_own_has_no_councils(graph: GraphView, name: str, status: str) -> None:
    """A boycott, a shared list or no list is said in the words of `where`, and no power is given."""
    answer = of_holder(graph, name)
    assert (answer.where.status, answer.councils, answer.summary.mean_banzhaf) == (status, (), None)
    assert all(note in answer.notes for note in where(graph, name).notes)
    assert ARITHMETIC in answer.notes


def test_the_json_of_a_name_has_the_fields_that_were_promised(graph: GraphView) -> None:
    """The subject, each council with seats, size and both indices, a summary, and the sentence that says what it is."""
    answer = json.loads(json.dumps(of_holder(graph, "Maliki").to_dict()))
    assert answer["subject"] == {
        "id": "nouri-al-maliki",
        "kind": "figure",
        "name": "Nouri al-Maliki",
        "matched": "alias",
    }
    assert {"councils", "summary", "sources", "notes", "election", "data_version"} <= set(answer)
    for council in answer["councils"]:
        assert {"id", "name", "seats", "council_size", "banzhaf", "shapley_shubik", "lists", "together"} <= set(council)
    assert ARITHMETIC.code in answer["note_codes"]


# --- How a word is read -------------------------------------------------------------------------------


def test_a_word_of_both_means_the_holder_and_says_so(graph: GraphView) -> None:
    """Babylon is a movement first, as in `where`; a note says how to ask about the province Babil."""
    answer = of_holder(graph, "Babylon")
    assert answer.where.subject.candidate.id == "babylon-movement"
    values = {"asked": "Babylon", "province": Named("IQ-BB", "Babil"), "id": "IQ-BB"}
    assert answer.notes[0] == Note("also_council", values)


@pytest.mark.parametrize(
    ("asked", "id"), [("IQ-BB", "IQ-BB"), ("بغداد", "IQ-BG"), ("Kirkukk", "IQ-KI"), ("Thi Qar", "IQ-DQ")]
)
def test_a_province_is_found_by_any_of_its_names(graph: GraphView, asked: str, id: str) -> None:
    """A word that is only a province's, in any spelling, is answered with its council."""
    assert in_council(graph, asked).council.subject.candidate.id == id


@pytest.mark.parametrize(("name", "error"), [("Nobody At All", "unknown"), ("Resolve Alliance", "ambiguous")])
def test_names_that_cannot_be_read_are_refused(graph: GraphView, name: str, error: str) -> None:
    """An unknown or ambiguous name is no answer but an error with candidates."""
    with pytest.raises(CannotAnswerError) as caught:
        influence(graph, name)
    assert caught.value.answer["error"] == error


def test_an_unknown_election_is_a_wrong_call(graph: GraphView) -> None:
    """All three questions refuse an election that nobody knows."""
    for ask in (lambda: influence(graph, "Kirkuk", "x"), lambda: influence(graph, "PUK", "x")):
        with pytest.raises(UsageError, match="no election"):
            ask()
    with pytest.raises(UsageError, match="no election"):
        all_councils(graph, "x")


# --- The affiliation graph ----------------------------------------------------------------------------


def test_betweenness_is_of_figures_and_of_what_they_lead_or_joined(graph: GraphView) -> None:
    """Al-Amiri, who leads both Nabni and Badr, lies on chains between others; only figures are ranked."""
    rows = {row.id: row.betweenness for row in betweenness(graph).figures}
    assert rows["hadi-al-amiri"] > 0
    assert all(0 <= value <= 1 for value in rows.values())
    assert list(rows.values()) == sorted(rows.values(), reverse=True)
    kinds = {id: graph.resolver.candidate(id) for id in rows}
    assert {found.kind.value for found in kinds.values() if found} == {"figure"}


def test_a_bridge_between_two_groups_has_the_highest_betweenness(knowledge: Knowledge) -> None:
    """Of three figures in a chain of two parties, the one who belongs to both lies between the others."""
    ties = [
        Statement(
            source="the-national-2023-12-19",
            locator="paragraph 1",
            predicate="member_of",
            subject=figure,
            subject_text=figure,
            object=party,
            object_text=party,
        )
        for figure, party in (
            ("nouri-al-maliki", "puk"),
            ("ammar-al-hakim", "puk"),
            ("ammar-al-hakim", "kdp"),
            ("masoud-barzani", "kdp"),
        )
    ]
    graph = changed(replace(knowledge, statements=[]), add=ties)
    rows = [(row.id, row.betweenness) for row in betweenness(graph, None).figures]
    # In the chain Maliki, PUK, Hakim, KDP, Barzani, Hakim lies between 4 of the 6 pairs of the others.
    assert rows == [("ammar-al-hakim", pytest.approx(4 / 6)), ("masoud-barzani", 0), ("nouri-al-maliki", 0)]


# --- The terminal and the command ---------------------------------------------------------------------


def test_a_councils_text_has_sentence_table_coalitions_and_sources(published: GraphView) -> None:
    """Kirkuk's answer names the majority, both scenarios, the first coalitions, the caveat and the source."""
    text = council_text(in_council(published, "Kirkuk"))
    words = " ".join(text.split())
    assert "a majority is 9 of 16 seats; no list has it alone and no two lists together" in words
    assert "If one list has the 2 seats not accounted for: 15 minimal winning coalitions" in words
    assert "13 of 28" in words
    assert note_text(ARITHMETIC) in words
    assert "[1] Kirkuk, item 1" in text
    assert "Shafaq News, 28 Dec 2023" in words


def test_a_scenario_that_changes_nothing_is_not_told_twice(published: GraphView) -> None:
    """In Basra the open seats change nothing, and one open seat of Wasit is a single member either way."""
    assert "not accounted for: the same." in " ".join(council_text(in_council(published, "Basra")).split())
    assert "If one list" not in council_text(in_council(published, "Wasit"))


def test_a_names_text_has_a_row_for_each_council_and_list(graph: GraphView) -> None:
    """The Framework's answer tells its majorities as one and each list below them."""
    text = holder_text(of_holder(graph, "Coordination Framework"))
    words = " ".join(text.split())
    assert "a majority alone in Maysan, Dhi Qar, Babil, Muthanna, Qadisiyah, Najaf" in words
    assert "Babil, together" in text
    assert "  State of Law Coalition" in text
    assert note_text(ARITHMETIC) in words


@pytest.mark.parametrize(
    ("value", "expected"),
    [(Fraction(1, 16), "0.063"), (Fraction(43, 115), "0.374"), (Fraction(1), "1.000"), (None, "")],
)
def test_indices_are_rounded_half_up(value: Fraction | None, expected: str) -> None:
    """A sixteenth is 0.063 and not the 0.062 of rounding to even."""
    assert decimals(value) == expected


@pytest.fixture(scope="module")
def address(data: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A graph file of the shipped data."""
    path = tmp_path_factory.mktemp("graph") / "majlis.kgl"
    build(data, to=str(path))
    return str(path)


def run(address: str, *arguments: str) -> str:
    """What the command prints."""
    found = CliRunner().invoke(main, ["influence", *arguments, "--graph", address], obj={}, catch_exceptions=False)
    assert found.exit_code == 0
    return found.output


def test_the_command_answers_for_a_council_a_name_and_all_councils(address: str) -> None:
    """`majlis influence` takes a province, a name of several words, or nothing."""
    assert run(address, "Kirkuk").startswith("Kirkuk, 18 Dec 2023: a majority is 9 of 16 seats")
    assert run(address, "State", "of", "Law").startswith("The State of Law Coalition, 18 Dec 2023: seats in 10 of 15")
    assert run(address).startswith("15 councils, 18 Dec 2023: one list has a majority alone in Basra")


@pytest.mark.parametrize(("asked", "key"), [(["Kirkuk"], "province"), (["PUK"], "subject"), ([], "councils")])
def test_the_command_writes_json(address: str, asked: list[str], key: str) -> None:
    """Each shape of the answer is JSON with its own field, and says what it is."""
    answer = json.loads(run(address, *asked, "--format", "json"))
    assert key in answer
    assert ARITHMETIC.code in answer["note_codes"]


@pytest.mark.parametrize(("asked", "rows"), [(["Kirkuk"], 7), (["Maliki"], 10), ([], 15), (["Erbil"], 0)])
def test_the_command_writes_csv(address: str, asked: list[str], rows: int) -> None:
    """Each shape of the answer is a table with a row for each list, or for each council."""
    found = list(csv.DictReader(io.StringIO(run(address, *asked, "--format", "csv"))))
    assert len(found) == rows


def test_the_command_lists_as_many_coalitions_as_asked_for(address: str) -> None:
    """`--limit 0` lists none and still counts them; a negative limit is wrong usage."""
    answer = json.loads(run(address, "Kirkuk", "--limit", "0", "--format", "json"))
    assert (answer["coalitions"], answer["minimal_winning_coalitions"]) == ([], 15)
    assert CliRunner().invoke(main, ["influence", "Kirkuk", "--limit", "-1"], obj={}).exit_code == 2


def test_betweenness_is_one_command(address: str) -> None:
    """`--betweenness` prints the figures that lie between others, says what that is, and takes no name."""
    text = run(address, "--betweenness")
    assert re.search(r"^Hadi al-Amiri +0\.\d{3}$", text, re.MULTILINE)
    assert note_text(BETWEENNESS) in " ".join(text.split())
    answer = json.loads(run(address, "--betweenness", "--format", "json"))
    rows = list(csv.DictReader(io.StringIO(run(address, "--betweenness", "--format", "csv"))))
    assert [row["id"] for row in rows] == [figure["id"] for figure in answer["figures"]]
    assert CliRunner().invoke(main, ["influence", "Maliki", "--betweenness"], obj={}).exit_code == 2
