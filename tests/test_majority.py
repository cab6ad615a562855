"""Whether lists reach a majority in a house and in councils, by how much, and who could complete it."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from graph.errors import UsageError
from graph.kinds import LISTS, Kind
from majlis.register import QUESTIONS
from majlis.terminal.majority import majority_text
from majlis.web.questions import meant
from majlis.wording.power.influence import council_sentence
from queries.affiliation.ties import OWN, Tie
from queries.plain import Named
from queries.power.council import CouncilInfluence
from queries.power.indices import coalitions, power
from queries.power.influence import influence
from queries.power.majority import Majority, majority, together
from queries.view import GraphView
from queries.where import where_each
from queries.where.answer import SEATS
from queries.who import house_of

from .made import country


@pytest.fixture(scope="module")
def made() -> GraphView:
    """An assembly of 15 (Reds 6, Blues 4, Greens 2, Broad Front 2, Ada Lind 1), a smaller house, and two councils."""
    return country("house_and_councils")


@pytest.fixture
def sitting(made: GraphView, monkeypatch: pytest.MonkeyPatch) -> GraphView:
    """The same country, asked about all that sits."""
    monkeypatch.setattr(made, "usual_election", None)
    return made


def told(answer: Majority) -> list[tuple[object, ...]]:
    """What the lists come to in each body."""
    return [(item.id, item.seats, item.most, item.majority, item.reaches, item.by) for item in answer.bodies]


def test_lists_lack_seats_and_others_could_complete_them(made: GraphView) -> None:
    """Reds have 6 of 15 and lack 2: each of three lists would complete them, and no pair of smaller ones is needed."""
    answer = majority(made, "Reds", election="h-2024")
    assert told(answer) == [("assembly", 6, 6, 8, "no", (-2, -2))]
    (body,) = answer.bodies
    assert [item.lists[0].id for item in body.singles] == ["blues", "broad", "greens"]
    assert (body.pairs, body.pairs_in_all) == ((), 0)
    (blues,) = majority(made, "Blues", election="h-2024").bodies
    assert [item.lists[0].id for item in blues.singles] == ["reds"]
    assert [[part.id for part in item.lists] for item in blues.pairs] == [["broad", "greens"]]


def test_each_list_counts_once_whatever_names_lead_to_it(made: GraphView) -> None:
    """Cyd leads the Reds, and the Coast Group has them and the Greens: together 8 of 15, a majority to the seat."""
    answer = majority(made, "Cyd Vang", "Coast Group", "Reds", election="h-2024")
    assert told(answer) == [("assembly", 8, 8, 8, "yes", (0, 0))]
    assert answer.bodies[0].lists[0].through == ("coast", "cyd", "reds")
    assert answer.bodies[0].singles == ()


def test_disputed_seats_leave_it_open_and_missing_ones_are_added_to_nobody(made: GraphView) -> None:
    """In 2020 two papers have 5 and 6 Reds of 11: a majority of 6 is open. Southmark's two of nobody are no Reds."""
    answer = majority(made, "Reds", election="h-2020")
    assert told(answer) == [("assembly", 5, 6, 6, "open", (-1, 0))]
    assert [item.reaches for item in answer.bodies[0].singles] == ["yes", "yes"]
    assert "open, short by 0 or 1 seats" in majority_text(answer)
    assert told(majority(made, "Greens", "Reds", election="c-2023"))[1:] == [("P-2", 5, 5, 4, "yes", (1, 1))]


def test_without_an_election_it_is_the_largest_house_and_every_council(sitting: GraphView) -> None:
    """Greens have seats in both houses and both councils: the Isle Parliament is asked about by name."""
    question = QUESTIONS["majority"]
    assert [id for id, *_ in told(question.ask(sitting, ["Greens"], {}))] == ["assembly", "P-1", "P-2"]
    assert [id for id, *_ in told(question.ask(sitting, ["Islanders"], {}))] == ["isle"]
    assert told(question.ask(sitting, ["Greens"], {"body": "Isle Parliament"})) == [("isle", 2, 2, 3, "no", (-1, -1))]
    assert [id for id, *_ in told(question.ask(sitting, ["Greens"], {"body": "Southmark"}))] == ["P-2"]
    assert [id for id, *_ in told(question.ask(sitting, ["Greens"], {"body": "councils"}))] == ["P-1", "P-2"]


def test_councils_are_named_as_a_body_too(made: GraphView) -> None:
    """All councils are asked about by one word, as with --election; an election of a house is none of theirs."""
    answer = majority(made, "Greens", body="Councils")
    assert told(answer) == told(majority(made, "Greens", election="councils"))
    assert told(answer) == told(majority(made, "Greens", body="councils", election="c-2023"))
    with pytest.raises(UsageError, match="h-2024 is no election of councils"):
        majority(made, "Greens", body="councils", election="h-2024")


def test_a_constituency_has_no_majority(made: GraphView) -> None:
    """A province in the election of a house is refused, with what to ask instead."""
    with pytest.raises(UsageError, match="a majority is of Assembly"):
        majority(made, "Reds", body="Northmark", election="h-2024")


def test_another_question_never_answers_for_several_names(graph: GraphView) -> None:
    """A body that nobody knows is an error, and no reason to say where the names have seats."""
    assert meant(QUESTIONS["majority"], "Taqaddum", graph) is None


def test_the_answer_on_a_house_says_which_blocs_reach_a_majority(made: GraphView) -> None:
    """Every bloc with lists of that election; also where power cannot be computed, which says why."""
    house = influence(made, "Assembly", "h-2024")
    assert isinstance(house, CouncilInfluence)
    assert [(item.id, item.seats, item.reaches) for item in house.blocs or ()] == [
        ("coast", 8, "yes"),
        ("hill", 6, "no"),
    ]
    assert council_sentence(house).endswith(
        "Blocs on 12 May 2024, by the lists that sources place in them: Coast Group 8 of 15, reached, with 0 seats to "
        "spare; Hill Group 6 of 15, short by 2 seats."
    )
    disputed = influence(made, "Assembly", "h-2020")
    assert isinstance(disputed, CouncilInfluence)
    assert "no_power_disputed" in [note.code for note in disputed.notes]
    council = influence(made, "Northmark", "c-2023")
    assert "blocs" not in council.to_dict()


def test_a_house_of_329_is_counted_exactly_and_soon() -> None:
    """45 lists and 4 single members have 5.2 million million minimal winning coalitions; a few are listed."""
    large = [46, 29, 27, 27, 26, 19, 18, 15, 15, 9, 8, 8, 6, 6, 5, 5, 5, 4, 4, 4, 3, 3, 3, 3, 3, 2, 2, 2, 2]
    seats = [*large, *[1] * 20]
    start = time.perf_counter()
    found = power(seats, 165)
    assert (sum(seats), found.minimal_winning_coalitions) == (329, 5_233_962_675_714)
    assert len(coalitions(seats, 165, 10, alike=4)) == 10
    assert time.perf_counter() - start < 1


def test_a_list_known_by_constituency_alone_may_have_the_missing_seats(made: GraphView) -> None:
    """Where no source states all seats of a list of a house, those not accounted for are in its range."""
    (known,) = majority(made, "Reds", election="h-2024").bodies
    house = house_of(made, made.election("h-2024"), Named("assembly", "Assembly"))
    reds, *rest = house.lists
    half = replace(house, lists=(replace(reds, placed=None), *rest), accounted=house.accounted - 2)
    ties = {"reds": {"reds": Tie("reds", "Reds", OWN)}}
    assert (known.seats, known.most, together(half, ties).most) == (6, 6, 8)


@pytest.mark.parametrize("election", ["iq-2025-representatives", "iq-2013-governorates", "iq-krg-2024-parliament"])
def test_a_name_has_the_same_seats_wherever_they_are_told(graph: GraphView, election: str) -> None:
    """Every list, leader and bloc: what `where` tells of a house or a council is what a majority is counted from."""
    at = graph.election(election)
    names = [item.id for kind in (*LISTS, Kind.BLOC, Kind.FIGURE) for item in graph.of_kind(kind)]
    told = dict(zip(names, where_each(graph, names, [at]), strict=True))
    for name, (answer,) in told.items():
        if answer.status != SEATS or answer.minimum:
            continue
        bodies = {body.id: (body.seats, body.most, body.others) for body in majority(graph, name, election=at).bodies}
        if at.body:
            assert bodies == {at.body.id: (answer.total, answer.most, answer.others)}, name
        else:
            held = {c.id: (c.seats, c.most, c.others) for c in answer.provinces if c.status == SEATS}
            assert bodies == held, name


def test_each_sum_cites_the_sources_of_its_lists(made: GraphView) -> None:
    """Behind the lists of a body stand the numbers of the sources of their seats; JSON has the ids of each list's."""
    answer = majority(made, "Reds", election="h-2024")
    (reach,) = answer.bodies
    ids = [source.id for source in answer.sources]
    cited = sorted({ids.index(source) + 1 for part in reach.lists for source in part.sources})
    assert cited
    assert "Lists: Reds 6 " + "".join(f"[{number}]" for number in cited) in majority_text(answer)
    assert answer.to_dict()["bodies"][0]["lists"][0]["sources"] == list(reach.lists[0].sources)
