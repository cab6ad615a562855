"""A country with two elections: what is said of one is not said of the other."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import UsageError
from graph.names import Resolver
from loaders import Options, read
from loaders.tables import read_registry
from queries.view import GraphView
from queries.where import where
from queries.who import who

from .made import COUNTRIES, country


@pytest.fixture(scope="module")
def both() -> GraphView:
    """A country that voted in 2018 and in 2022."""
    return country("two_elections")


def test_the_latest_election_is_asked_about_by_default(both: GraphView) -> None:
    """Without an election, the answer is of the latest one and says so."""
    assert (who(both, "Northmark").election.id, who(both, "Northmark").council_size) == ("e-2022", 12)
    assert (who(both, "Northmark", "e-2018").accounted, who(both, "Northmark", "e-2018").council_size) == (10, 10)


def test_seats_of_one_election_are_not_those_of_another(both: GraphView) -> None:
    """The Blues won 4 seats in 2018 and 5 in 2022."""
    assert [where(both, "Blues", election).totals["own"] for election in ("e-2018", "e-2022")] == [4, 5]


def test_a_list_that_was_expected_in_another_election_is_not_shared_in_this_one(both: GraphView) -> None:
    """The Reds were expected in the Broad Front of 2022; in 2018 they stood alone."""
    assert where(both, "Reds", "e-2022").provinces[0].status == "shared"
    assert where(both, "Reds", "e-2018").totals == {"own": 6, "led": None, "shared": None, "member": None}


def test_who_led_a_list_depends_on_the_day_of_the_vote(both: GraphView) -> None:
    """Ada led the Reds until 2020, Ben since 2021."""
    assert where(both, "Ada Lind", "e-2018").totals["led"] == 6
    assert where(both, "Ben Ost", "e-2018").status == "unknown"
    assert where(both, "Ada Lind", "e-2022").totals["led"] is None


def test_a_document_must_say_which_election_it_is_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With two elections known the claims of a document without one are not counted, and an option settles it."""
    monkeypatch.delenv("MAJLIS_ELECTION")
    registry = read_registry(COUNTRIES / "two_elections")
    resolver = Resolver(registry.names)
    report = tmp_path / "report.txt"
    report.write_text("Northmark\n- Reds: 6 seats\n", encoding="utf-8")
    with pytest.raises(UsageError, match="e-2018, e-2022"):
        _ = read(report, registry, resolver).document.required_election
    assert read(report, registry, resolver, Options(election="e-2018")).election == "e-2018"
