"""A country with two elections: what is said of one is not said of the other."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.checks.settle import settle
from graph.errors import UsageError
from graph.names import Resolver
from graph.stores.embedded import EmbeddedStore
from loaders import Options, read
from loaders.folder import gather
from loaders.tables import read_registry
from queries.view import GraphView
from queries.where import where
from queries.who import who

from .conftest import batches

TABLES = {
    "sources.csv": "id,title,kind,publisher,published\ngazette,Results,official,Gazette,2022-05-10\n",
    "entities.csv": (
        "id,kind,name,date,source\n"
        "e-2018,election,Councils 2018,2018-05-01,gazette\n"
        "e-2022,election,Councils 2022,2022-05-01,gazette\n"
        "P-1,province,Northmark,,gazette\n"
        "reds,party,Reds,,gazette\n"
        "blues,party,Blues,,gazette\n"
        "broad,alliance,Broad Front,,gazette\n"
        "ada,figure,Ada Lind,,gazette\n"
        "ben,figure,Ben Ost,,gazette\n"
    ),
    "statements.csv": (
        "subject,predicate,object,value,of,election,since,until,standing,source,locator\n"
        "P-1,council_size,,10,both,e-2018,,,,gazette,p. 1\n"
        "P-1,council_size,,12,both,e-2022,,,,gazette,p. 2\n"
        "reds,holds_seats,P-1,6,,e-2018,,,final,gazette,p. 3\n"
        "blues,holds_seats,P-1,4,,e-2018,,,final,gazette,p. 4\n"
        "broad,holds_seats,P-1,7,,e-2022,,,final,gazette,p. 5\n"
        "blues,holds_seats,P-1,5,,e-2022,,,final,gazette,p. 6\n"
        "reds,expected_in,broad,,,e-2022,,,,gazette,p. 7\n"
        "ada,leads,reds,,,,2010,2020-12,,gazette,p. 8\n"
        "ben,leads,reds,,,,2021,,,gazette,p. 9\n"
    ),
}


@pytest.fixture
def country(tmp_path: Path) -> Path:
    """A data folder with two elections."""
    for name, text in TABLES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def both(country: Path) -> GraphView:
    """The graph of that folder."""
    knowledge, _ = gather(country)
    store = EmbeddedStore.create()
    store.write(batches(knowledge, settle(knowledge)[0]))
    return GraphView(store)


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


def test_a_document_must_say_which_election_it_is_of(country: Path) -> None:
    """With two elections known a document without one is refused, and an option settles it."""
    registry = read_registry(country)
    resolver = Resolver(registry.names)
    report = country / "report.txt"
    report.write_text("Northmark\n- Reds: 6 seats\n", encoding="utf-8")
    with pytest.raises(UsageError, match="e-2018, e-2022"):
        read(report, registry, resolver)
    assert read(report, registry, resolver, Options(election="e-2018")).election == "e-2018"
