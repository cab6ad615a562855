"""Another country: a small registry folder, a seat list and a press report, with no line of code changed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graph.checks.settle import settle
from graph.decide import Decided
from graph.model import Fact, Knowledge
from loaders.folder import UserDocument, gather
from queries.view import GraphView
from queries.where import where
from queries.who import who

from .command import run_here
from .made import asked

ELSEWHERE = Path(__file__).parent / "elsewhere"
DOCUMENTS = (ELSEWHERE / "final.txt", ELSEWHERE / "press.txt")


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    """The registry of Estmark and the claims of its two documents."""
    return gather(ELSEWHERE, [UserDocument(path) for path in DOCUMENTS], only=True)[0]


@pytest.fixture(scope="module")
def decided(knowledge: Knowledge) -> Decided:
    """What the claims come to."""
    decided, problems = settle(knowledge)
    assert problems == []
    return decided


@pytest.fixture(scope="module")
def estmark(knowledge: Knowledge, decided: Decided) -> GraphView:
    """The graph of Estmark."""
    return asked(knowledge, decided)


def test_the_command_line_builds_it(estmark: GraphView, tmp_path: Path) -> None:
    """A graph of the two documents alone, built on the command line, gives the same answers."""
    graph, cache = tmp_path / "estmark.kgl", str(tmp_path / "cache")
    built = run_here("build", *DOCUMENTS, "--only", "--to", graph, "--data", ELSEWHERE, XDG_CACHE_HOME=cache)
    assert built.returncode == 0, built.stderr
    for ask, question, name in ((where, "where", "Union of Towns"), (who, "who", "Corvale")):
        told = run_here(question, name, "--graph", graph, "--format", "json", XDG_CACHE_HOME=cache)
        assert json.loads(told.stdout) == ask(estmark, name).to_dict()


def facts_of(decided: Decided, predicate: str) -> dict[tuple[str, str | None], Fact]:
    """The facts of one predicate by subject and object."""
    return {(fact.subject, fact.object): fact for fact in decided.facts if fact.predicate == predicate}


def test_every_seat_lands_in_its_own_council(decided: Decided) -> None:
    """The seats of both documents come to exactly those printed, council by council."""
    held = {key: fact.value for key, fact in facts_of(decided, "holds_seats").items()}
    assert held == {
        ("union-of-towns", "EM-AS"): 5,
        ("land-and-sea", "EM-AS"): 3,
        ("green-fields", "EM-AS"): 1,
        ("land-and-sea", "EM-BD"): 4,
        ("union-of-towns", "EM-BD"): 3,
        ("harbour-list", "EM-CO"): 3,
        ("union-of-towns", "EM-CO"): 2,
        ("olafur-bjork", "EM-CO"): 1,
        ("harbour-list", "EM-DU"): 2,
        ("harbour-list", "EM-HA"): 2,
        ("union-of-towns", "EM-HA"): 1,
    }


def test_only_the_one_unknown_list_is_unresolved(knowledge: Knowledge) -> None:
    """The one name that the registry lacks is kept and shown, and every line was read."""
    assert [name.text for _, name in knowledge.unresolved] == ["Newcomers of Dunmere"]
    assert knowledge.unreadable == []


def test_a_reserved_seat_says_for_whom(decided: Decided) -> None:
    """A note in brackets about a quota becomes what the seat is reserved for."""
    assert facts_of(decided, "holds_seats")["olafur-bjork", "EM-CO"].reserved_for == "islanders'"


def test_ranks_come_from_the_press(decided: Decided) -> None:
    """A name that holds "and" is one province in a ranking, wherever it stands in the sentence."""
    ranks = {key: (fact.value, fact.standing.value) for key, fact in facts_of(decided, "ranked").items()}
    assert ranks == {
        ("union-of-towns", "EM-AS"): (1, "preliminary"),
        ("union-of-towns", "EM-CO"): (1, "preliminary"),
        ("union-of-towns", "EM-DU"): (1, "preliminary"),
        ("union-of-towns", "EM-BD"): (2, "preliminary"),
        ("union-of-towns", "EM-HA"): (3, "preliminary"),
        ("land-and-sea", "EM-BD"): (1, "preliminary"),
    }


def test_turnout_of_the_final_report_outranks_the_press(decided: Decided) -> None:
    """Turnouts of provinces come from prose, and the whole vote's from the report of higher standing."""
    turnout = {subject: fact.value for (subject, _), fact in facts_of(decided, "turnout").items()}
    assert turnout == {"em-2021-councils": 52, "EM-AS": 61.5, "EM-HA": 58, "EM-BD": 57}


@pytest.mark.parametrize(
    ("predicate", "subject", "object", "value"),
    [
        ("voters", "em-2021-councils", None, 48210),
        ("counted", "em-2021-councils", None, 88.5),
        ("last_held", "em-2021-councils", None, "2016-03"),
        ("held_no_vote", "em-2021-councils", None, 1),
        ("boycotted", "bo-strand", None, None),
        ("rival_of", "bo-strand", "ada-lindqvist", None),
    ],
)
def test_what_else_is_told(decided: Decided, predicate: str, subject: str, object: str | None, value: object) -> None:
    """Every other kind of sentence comes to the fact it tells."""
    assert facts_of(decided, predicate)[subject, object].value == value


def test_an_office_is_held_between_two_years(decided: Decided) -> None:
    """Terms of an office keep their number and both years."""
    held = facts_of(decided, "held_office")["bo-strand", "first-minister"]
    assert (held.value, held.since, held.until) == (2, "2009", "2017")


def test_unnamed_groups_stay_text(knowledge: Knowledge) -> None:
    """A description of people without a name is kept as text and makes nobody a member."""
    texts = {claim.subject_text for claim in knowledge.statements if claim.subject is None}
    assert texts == {"small mayors", "Newcomers of Dunmere"}
    rivals = [claim for claim in knowledge.statements if claim.predicate == "rival_of" and claim.object is None]
    assert [claim.object_text for claim in rivals] == ["river smugglers"]


def test_a_relay_is_told_from_press(knowledge: Knowledge) -> None:
    """A list that cites the commission is a relay, and front matter keeps what it says."""
    kinds = {source.publisher: source.kind.value for source in knowledge.sources.values()}
    assert kinds["Estmark Gazette"] == "relay"
    assert kinds["The Estmark Courier"] == "press"


def test_the_same_documents_give_the_same_ids(knowledge: Knowledge) -> None:
    """Gathering twice gives the same statements in the same order."""
    again = gather(ELSEWHERE, [UserDocument(path) for path in DOCUMENTS], only=True)[0]
    assert again.statements == knowledge.statements
    assert len({claim.id for claim in again.statements}) == len(again.statements)


@pytest.mark.parametrize(
    ("name", "status", "own", "led", "shared", "member"),
    [
        ("Union of Towns", "seats", 11, None, None, None),
        ("Lindqvist", "seats", None, 11, None, None),
        ("Harbour List", "seats", 7, None, None, None),
        ("حزب الحقول الخضراء", "seats", 1, None, None, None),
        ("olafur bjork", "seats", 1, None, None, None),
        ("Miners' Party", "shared", None, None, 7, None),
        ("Northern Front", "seats", None, None, None, 12),
        ("Bo Strand", "did_not_stand", None, None, None, None),
        ("Old Guard", "did_not_stand", None, None, None, None),
    ],
)
def test_where_tells_the_totals(
    estmark: GraphView,
    name: str,
    status: str,
    own: int | None,
    led: int | None,
    shared: int | None,
    member: int | None,
) -> None:
    """Own, led, shared and member seats of Estmark's lists are told apart and never added."""
    answer = where(estmark, name).to_dict()
    assert answer["status"] == status
    assert answer["totals"] == {"own": own, "led": led, "shared": shared, "member": member}


@pytest.mark.parametrize(
    ("name", "statuses"),
    [
        (
            "Union of Towns",
            {"EM-AS": "seats", "EM-BD": "seats", "EM-CO": "seats", "EM-DU": "unknown", "EM-HA": "seats"},
        ),
        ("Harbour List", {"EM-AS": "none", "EM-BD": "none", "EM-CO": "seats", "EM-DU": "seats", "EM-HA": "seats"}),
        (
            "Miners' Party",
            {"EM-AS": "shared", "EM-BD": "shared", "EM-CO": "none", "EM-DU": "unknown", "EM-HA": "unknown"},
        ),
        ("Bo Strand", dict.fromkeys(("EM-AS", "EM-BD", "EM-CO", "EM-DU", "EM-HA"), "did_not_stand")),
    ],
)
def test_where_tells_the_status_of_each_council(estmark: GraphView, name: str, statuses: dict[str, str]) -> None:
    """All six answers occur, each where its rule holds."""
    answer = where(estmark, name).to_dict()
    assert {council["id"]: council["status"] for council in answer["provinces"]} == statuses
    assert answer["no_vote"] == [{"id": "EM-FE", "name": "Fellmark"}]


def test_who_tells_the_size_and_what_is_not_accounted_for(estmark: GraphView) -> None:
    """A council's general and reserved seats are summed, and its lists are ranked by seats."""
    corvale, harbour = (who(estmark, name).to_dict() for name in ("Corvale", "Harbour"))
    assert (corvale["province"]["council_size"], corvale["accounted"]) == (6, 6)
    assert [(row["id"], row["seats"], row["rank"]) for row in corvale["lists"]] == [
        ("harbour-list", 3, 1),
        ("union-of-towns", 2, 2),
        ("olafur-bjork", 1, 3),
    ]
    assert (harbour["province"]["council_size"], harbour["accounted"]) == (4, 3)


def test_who_tells_a_province_without_a_vote(estmark: GraphView) -> None:
    """A province that held no vote has no lists."""
    answer = who(estmark, "Fellmark").to_dict()
    assert (answer["status"], answer["lists"]) == ("no_vote", [])
