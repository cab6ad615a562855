"""Who leads a name, what is part of it, who is allied with it: now, earlier, and at an election or on a day."""

from __future__ import annotations

import pytest

from majlis.wording.affiliation.relations import relations_sentence
from queries.affiliation.relations import Relations, allies, leaders, parts
from queries.view import GraphView

from .made import country


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAJLIS_TODAY", "2026-11-28")


@pytest.fixture(scope="module")
def changing() -> GraphView:
    """Ben led the Reds from 2019, Cyd leads them since June 2024; the Greens left one Front for another."""
    return country("changing_ties")


def told(answer: Relations) -> list[tuple[str, bool]]:
    """The names, and whether each is one of now."""
    return [(row.other.id, row.now) for row in answer.relations]


def test_those_of_now_come_first(changing: GraphView) -> None:
    """A tie that ended is earlier, one without an end is of now; the sentence says both with their dates."""
    answer = leaders(changing, "Reds")
    assert told(answer) == [("cyd", True), ("ben", False)]
    assert relations_sentence(answer) == (
        "Reds is led by Cyd Vang (since Jun 2024). Earlier: Ben Ost (2019 to May 2024)."
    )


def test_an_election_or_a_day_asks_for_what_held_then(changing: GraphView) -> None:
    """Of what held then there is no earlier."""
    for options in ({"election": "e-2021"}, {"as_of": "2022"}):
        answer = leaders(changing, "Reds", **options)
        assert told(answer) == [("ben", True)]
        assert relations_sentence(answer).startswith("Reds was led by Ben Ost")


def test_a_figure_is_asked_what_it_leads(changing: GraphView) -> None:
    """The other direction, which the answer says."""
    answer = leaders(changing, "Cyd Vang")
    assert (answer.relation, told(answer)) == ("leads", [("reds", True)])


def test_parts_are_of_the_thing_itself(changing: GraphView) -> None:
    """What has left is earlier; nothing known is said to be not known, never to be nothing."""
    assert told(parts(changing, "Wide Front")) == [("greens", True)]
    assert relations_sentence(parts(changing, "Broad Front")) == (
        "Broad Front: no part of now is known here; earlier Greens."
    )
    assert relations_sentence(parts(changing, "Reds")) == "No source here says what is part of Reds."


def test_allies_are_together_at_one_time(graph: GraphView) -> None:
    """By one election or by periods that overlap; not who leads it, nor a mere member of the alliance."""
    found = allies(graph, "Nabni")
    now = {row.other.id for row in found.relations if row.now}
    assert {"state-of-law", "national-state-forces"} <= now
    assert all(row.together and row.together.id == "coordination-framework" for row in found.relations)
    assert "hadi-al-amiri" not in {row.other.id for row in found.relations}
    badr = {row.other.id for row in allies(graph, "Badr Organization").relations}
    assert "hadi-al-amiri" not in badr  # leads Badr and Nabni
    assert "khalaf-al-badran" not in badr  # is only a member of Nabni


def test_allies_through_what_a_figure_leads(graph: GraphView) -> None:
    """The answer says through whom; at an election nobody of another."""
    found = allies(graph, "Maliki", "iq-2023-governorates")
    assert {row.member.id for row in found.relations if row.member} == {"state-of-law"}
    assert "reconstruction-and-development-coalition" not in {row.other.id for row in found.relations}
    assert relations_sentence(found).startswith(
        "Nouri al-Maliki, together then in Coordination Framework, through State of Law Coalition, with "
    )


def test_every_relation_has_its_sources(graph: GraphView) -> None:
    """Each name rests on facts with sources of the answer."""
    for answer in (leaders(graph, "PUK"), parts(graph, "Coordination Framework"), allies(graph, "PUK")):
        known = {source.id for source in answer.sources}
        assert answer.relations
        assert all(row.sources and set(row.sources) <= known for row in answer.relations)


def test_a_leader_whose_end_is_stated_elsewhere_is_earlier(graph: GraphView) -> None:
    """A tie of an election without dates is over where another claim of the same tie states its end since."""
    assert told(leaders(graph, "Sovereignty Party")) == [
        ("mohammed-sarhad-al-khanjar", True),
        ("khamis-al-khanjar", False),
    ]
