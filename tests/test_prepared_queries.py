"""Each prepared query: golden rows of Iraq's councils in 2023 and of a made country, and the command that asks it."""

from __future__ import annotations

import csv
import io
import json
import re
import shlex
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import click
import pytest
from click.testing import CliRunner, Result

from graph.decide import Decided
from graph.errors import CannotAnswerError, UsageError
from graph.model import Knowledge
from majlis.cli import main
from majlis.commands.query import query as command
from queries.catalogue import catalogue
from queries.prepared import run
from queries.texts import names
from queries.view import GraphView

from .made import country
from .rows import asked

Rows = list[tuple[Any, ...]]
E23 = "iq-2023-governorates"
_QUESTION = re.compile(r"(\w+) (\w+)(.*?) -> ([\w ]+?)(?: where (\w+)=(\S+))?")


@pytest.fixture(scope="module")
def made() -> GraphView:
    """A country small enough to be worked out by hand.

    Northmark, 10 seats in 2025: Reds 5, Blues 3, Greens 2. In 2021: Reds 6, Blues 4. Southmark, 7 + 1 reserved seats
    in 2025: Reds 3 or 4, Blues 2, Ada Lind 1 (reserved); Yellows 1 is no known list.
    """
    return country("two_blocs")


@pytest.fixture(scope="module")
def houses() -> GraphView:
    """A country with a house, elected in 2020 and 2024, a parliament of an isle and councils.

    In 2024 all 15 seats of the house are stated in all, 8 by province, and 15 people are on a list of members; in 2020
    10 of 11, of none the province, and the Reds have 5 by one paper and 6 by another.
    """
    return country("house_and_councils")


def rows(graph: GraphView, name: str, columns: str, **given: Any) -> Rows:
    """These columns of a query's rows, in the query's order."""
    answer = run(graph, name, given)
    places = [[column.name for column in answer.columns].index(column) for column in columns.split()]
    return [tuple(row[place] for place in places) for row in answer.rows]


# --- Golden rows ---------------------------------------------------------------------------------------------


class Question(NamedTuple):
    """A query of golden/queries.txt: what it is asked of, which columns of which rows, and these as JSON."""

    says: str
    graph: str
    query: str
    given: dict[str, str]
    columns: str
    only: tuple[str, str] | None
    rows: list[str]


def golden() -> Iterator[Question]:
    """The questions of the file."""
    for item in asked("queries"):
        written = _QUESTION.fullmatch(item.text)
        assert written, f"queries.txt has a line that cannot be read: {item.text}"
        graph, query, given, columns, column, value = written.groups()
        pairs = dict(word.split("=", 1) for word in shlex.split(given))
        yield Question(item.says, graph, query, pairs, columns, (column, value) if column else None, item.rows)


@pytest.mark.parametrize("question", list(golden()), ids=lambda found: f"{found.graph}-{found.query}")
def test_a_query_gives_its_golden_rows(
    question: Question, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each query gives the rows of golden/queries.txt, in their order and with the types of their values."""
    if question.graph in ("made", "houses"):
        monkeypatch.setenv("MAJLIS_TODAY", "2029-01-01")
    graph = request.getfixturevalue("graph" if question.graph == "shipped" else question.graph)
    found = rows(graph, question.query, question.columns, **question.given)
    if question.only:
        place, value = question.columns.split().index(question.only[0]), question.only[1]
        found = [row for row in found if row[place] == value]
    assert [json.dumps(row, ensure_ascii=False) for row in found] == question.rows, question.says


def test_every_prepared_query_has_golden_rows() -> None:
    """Each query of the catalogue is asked in that file or in this one."""
    text = Path(__file__).read_text(encoding="utf-8")
    found = {question.query for question in golden()}
    assert [name for name in names() if name not in found and f'"{name}"' not in text] == []


# --- Rows that are too many to be written down ---------------------------------------------------------------


def test_figures_without_a_list(graph: GraphView) -> None:
    """The prime minister led no list; al-Sadr boycotted with all that he leads."""
    found = dict(rows(graph, "figures_without_list", "figure boycotted"))
    assert (found["mohammed-shia-al-sudani"], found["muqtada-al-sadr"]) == (False, True)
    assert not {"nouri-al-maliki", "qais-al-khazali", "riyadh-abdul-wahid"} & set(found)


def test_the_members_of_a_bloc(graph: GraphView) -> None:
    """The Framework's members include the three lists."""
    members = {id for (id,) in rows(graph, "bloc_members", "id", id="Coordination Framework")}
    assert {"nabni", "state-of-law", "national-state-forces"} < members


def test_facts_with_one_independent_source(graph: GraphView, published: GraphView) -> None:
    """All 108 facts of the published list rest on it alone; that al-Maliki leads State of Law is said by seven.

    With all that ships 82 of the 108 do: Nerina Azad, 964media, KirkukNow, Arab Style and others confirm 26. So do 4 of
    the 7 others (not the two Feyli Kurds, whom Rudaw names too, nor the Leadership Alliance), 4 of the lists with 0
    seats and 3 of the stated totals.
    """
    alone = rows(published, "single_source_facts", "predicate fact")
    assert sum(predicate == "holds_seats" for predicate, _ in alone) == 108
    found = rows(graph, "single_source_facts", "predicate fact")
    assert sum(predicate == "holds_seats" and fact.endswith(E23) for predicate, fact in found) == 82 + 4 + 4 + 3
    assert ("leads", "leads/nouri-al-maliki/state-of-law") not in found


def test_lists_that_one_source_has_and_another_lacks(graph: GraphView) -> None:
    """The early report ranks Nabni and State of Law alone: 46 of the final list's 48 lists are not in it."""
    given = {"first": "shafaq-final-2023", "second": "the-national-2023-12-19"}
    found = {list for (list,) in rows(graph, "lists_of_one_source", "list", **given)}
    assert len(found) == 46
    assert not found & {"nabni", "state-of-law"}


def test_all_claims_of_an_election(made: GraphView, monkeypatch: pytest.MonkeyPatch) -> None:
    """The claims are those behind the facts; those of another election are left out."""
    monkeypatch.setenv("MAJLIS_TODAY", "2025-12-31")
    said = rows(made, "claims", "subject object value source won")
    assert ("reds", "P-N", 5, "gazette", True) in said
    assert ("reds", "P-N", 6, "post", False) in said
    assert ("reds", "P-N", 6, "gazette", True) not in said
    assert ("reds", "P-N", 6, "gazette", True) in rows(
        made, "claims", "subject object value source won", election="e-2021"
    )
    assert {row[0] for row in rows(made, "claims", "fact")} - {None} == {row[0] for row in rows(made, "facts", "fact")}


def test_what_nobody_looked_for(graph: GraphView, made: GraphView) -> None:
    """The shipped data say what they do not cover, the made country nothing."""
    ((sentences,),) = rows(graph, "not_covered", "what")
    assert any("members" in sentence for sentence in sentences)
    assert rows(made, "not_covered", "what") == [([],)]


def test_the_graph_knows_its_state(graph: GraphView) -> None:
    """The graph names its state and its data's version."""
    assert rows(graph, "state", "state data_version") == [("ready", graph.data_version)]


def test_every_tie_at_once(graph: GraphView) -> None:
    """Seats, leaders, members and offices are ties of one table; only seats have a number."""
    found = rows(graph, "all_ties", "a b type seats")
    assert ("state-of-law", "IQ-BB", "HOLDS_SEATS", 3) in found
    assert ("nouri-al-maliki", "state-of-law", "LEADS", None) in found
    assert {row[2] for row in found if row[3] is not None} == {"HOLDS_SEATS"}


def test_the_ties_of_a_picture_tell_who_took_no_part(graph: GraphView) -> None:
    """Beside the ties between names a picture has offices and who took no part, of its own election alone."""
    found = rows(graph, "drawn_ties", "a b type seats")
    assert ("state-of-law", "IQ-BB", "HOLDS_SEATS", 3) in found
    assert ("muqtada-al-sadr", E23, "BOYCOTTED", None) in found
    assert {row[1] for row in found if row[2] == "BOYCOTTED"} == {E23}


def test_every_seat_at_once(graph: GraphView) -> None:
    """The seats of all elections in one table: by province, and as stated in all, which are never added to these."""
    found = rows(graph, "every_seat", "election list province seats")
    assert (E23, "state-of-law", "IQ-BB", 3) in found
    assert ("iq-2025-representatives", "state-of-law", None, 29) in found
    assert sum(row[3] for row in found if row[0] == E23 and row[2] is not None) == 285


# --- Running one ---------------------------------------------------------------------------------------------


def test_names_are_read_as_in_other_questions(graph: GraphView) -> None:
    """A misspelt name is answered where one candidate is clear, and the answer says how it was read."""
    answer = run(graph, "reach", {"figure": "malki"})
    assert answer.parameters == {"figure": "nouri-al-maliki", "election": E23, "as_of": None}
    asked, subject = answer.readings[0]
    assert (asked, subject.candidate.id, subject.matched.value) == ("malki", "nouri-al-maliki", "fuzzy")


def test_an_election_is_the_latest_or_the_one_named(made: GraphView, monkeypatch: pytest.MonkeyPatch) -> None:
    """An election may be given by its id or its name; an unknown one is wrong usage."""
    monkeypatch.setenv("MAJLIS_TODAY", "2025-12-31")
    assert run(made, "totals_by_list").parameters == {"election": "e-2025"}
    assert run(made, "totals_by_list", {"election": "Councils 2021"}).parameters == {"election": "e-2021"}
    with pytest.raises(UsageError, match=r"e-2025 \(Councils, 2025-05-11\), e-2021"):
        run(made, "totals_by_list", {"election": "e-1999"})


@pytest.mark.parametrize(
    ("name", "given", "said"),
    [
        ("reach", {}, r"reach needs the parameter 'figure'(.|\n)*figure \(figure\): the figure"),
        ("reach", {"figure": "Maliki", "province": "Basra"}, r"reach has no parameter 'province'"),
        ("disputed_facts", {"x": "1"}, "It takes none"),
        ("reach", {"figure": ""}, "give one text"),
        ("reach", {"figure": ["Maliki", "Hakim"]}, "give one text"),
        ("meetings", {"minimum": "many"}, "give a whole number"),
        ("stood", {"lists": " ; "}, "give one or more"),
        ("provenance", {"facts": []}, "give one or more"),
        ("provenance", {"facts": 5}, "give several"),
    ],
)
def test_wrong_parameters_are_wrong_usage(graph: GraphView, name: str, given: dict[str, Any], said: str) -> None:
    """The error says what is missing, unknown or of the wrong type, and what the query takes."""
    with pytest.raises(UsageError, match=said):
        run(graph, name, given)


@pytest.mark.parametrize(
    ("name", "given", "error", "candidate"),
    [
        ("reech", {}, "unknown", "reach"),
        ("reach", {"figure": "Zaphod Beeblebrox"}, "unknown", None),
        ("reach", {"figure": "Nabni"}, "unknown", None),
        ("said_by_source", {"source": "final result"}, "unknown", "shafaq-final-2023"),
        ("council", {"province": "Atlantis"}, "unknown", None),
    ],
)
def test_what_is_not_known_is_not_guessed(
    graph: GraphView, name: str, given: dict[str, Any], error: str, candidate: str | None
) -> None:
    """An unknown query, name or source cannot be answered, and the nearest are named."""
    with pytest.raises(CannotAnswerError) as caught:
        run(graph, name, given)
    assert caught.value.answer["error"] == error
    assert candidate is None or candidate in [item["id"] for item in caught.value.answer["candidates"]]


def test_a_limit_keeps_the_first_rows_and_says_so(graph: GraphView) -> None:
    """An answer that was cut says that there is more; one that fits does not."""
    cut = run(graph, "totals_by_list", limit=2)
    assert ([row[0] for row in cut.rows], cut.cut) == (["nabni", "state-of-law"], True)
    assert run(graph, "totals_by_list", limit=54).cut is False
    with pytest.raises(UsageError):
        run(graph, "totals_by_list", limit=0)


def test_an_answer_is_plain_data(graph: GraphView) -> None:
    """Columns, rows and whether it was cut, with the question and what it was asked with."""
    answer = run(graph, "reach", {"figure": "Maliki"}).to_dict()
    assert json.loads(json.dumps(answer)) == answer
    assert (answer["columns"][:3], answer["rows"][0][:3], answer["cut"]) == (
        ["figure", "name", "seats"],
        ["nouri-al-maliki", "Nouri al-Maliki", 35],
        False,
    )


# --- The command ---------------------------------------------------------------------------------------------


@pytest.fixture
def ask(graph_file: Path) -> Callable[..., Result]:
    """Runs `majlis query` on the shipped graph, kept in a file."""

    def call(*arguments: str) -> Result:
        return CliRunner().invoke(main, ["query", *arguments], env={"MAJLIS_GRAPH": str(graph_file)})

    return call


def test_the_command_lists_every_query(ask: Callable[..., Result]) -> None:
    """Without a name all queries are listed by group, each with its question, in each shape."""
    listed = ask()
    assert listed.exit_code == 0
    shown = " ".join(listed.stdout.split())  # a question goes on in the next line where it is long
    assert all(f"{item.name} {item.question}" in shown for item in catalogue())
    assert [item["name"] for item in json.loads(ask("-f", "json").stdout)] == [item.name for item in catalogue()]
    assert len(list(csv.reader(io.StringIO(ask("-f", "csv").stdout)))) == len(names()) + 1


def test_the_command_runs_a_query_in_each_shape(ask: Callable[..., Result]) -> None:
    """A table with the question, JSON with columns and rows, CSV with a header; a name may have hyphens."""
    table = ask("seats-accounted", "--limit", "2").stdout
    assert "How many seats of each council" in table
    assert "100.0%" in table
    assert "(2 rows, and more: see --limit)" in table
    found = json.loads(ask("reach", "-p", "figure=Maliki", "-f", "json").stdout)
    assert dict(zip(found["columns"], found["rows"][0], strict=True))["councils"] == 10
    ties = list(csv.DictReader(io.StringIO(ask("ties", "-p", "id=Maliki", "-f", "csv").stdout)))
    assert ties[0]["through"] == "nouri-al-maliki; islamic-dawa-party"


def test_the_command_says_how_it_read_a_name(ask: Callable[..., Result]) -> None:
    """A guess is said before the answer."""
    assert ask("reach", "-p", "figure=malki").stdout.startswith('Reading "malki" as Nouri al-Maliki.')


def test_no_rows_are_not_shown_as_none(ask: Callable[..., Result]) -> None:
    """An empty answer says that nothing is known."""
    assert "not the same as a 0" in ask("reach", "-p", "figure=Sudani").stdout


def test_the_command_takes_several_where_a_query_does(ask: Callable[..., Result]) -> None:
    """A parameter said again adds to it."""
    found = json.loads(ask("absences", "-p", "ids=Sadr", "-p", "ids=Sadrist Movement", "-f", "json").stdout)
    found = [dict(zip(found["columns"], row, strict=True)) for row in found["rows"]]
    assert [row["id"] for row in found] == ["muqtada-al-sadr", "sadrist-movement"]


def test_the_command_shows_a_query(ask: Callable[..., Result]) -> None:
    """The header and the text, which a user may change and run."""
    shown = ask("reach", "--show").stdout
    assert shown.startswith("// Question: How far does a figure reach")
    assert shown.rstrip().endswith("ORDER BY figure")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["reech"], 1, "reach: How far"),
        (["reach"], 2, "figure (figure): the figure"),
        (["reach", "-p", "figur=Maliki"], 2, "no parameter 'figur'"),
        (["reach", "-p", "Maliki"], 2, "written key=value"),
        (["reach", "-p", "figure=Maliki", "--election", "iq-1999"], 2, E23),
        (["disputed_facts", "--election", E23], 2, "no parameter 'election'"),
        (["-p", "figure=Maliki"], 2, "name the query"),
        (["reach", "-p", "figure=Zaphod Beeblebrox"], 1, "no name"),
        (["reach", "-p", "figure=Maliki", "--limit", "0"], 2, "--limit"),
    ],
)
def test_a_wrong_call_ends_with_its_own_code(
    ask: Callable[..., Result], arguments: list[str], code: int, said: str
) -> None:
    """Unknown names end with 1, wrong usage with 2, and nothing is written to stdout."""
    result = ask(*arguments)
    assert (result.exit_code, result.stdout) == (code, "")
    assert said in result.stderr


def test_an_unknown_query_is_plain_data_too(ask: Callable[..., Result]) -> None:
    """With --format json the nearest queries are candidates."""
    result = ask("reech", "-f", "json")
    assert result.exit_code == 1
    assert json.loads(result.stdout)["candidates"][0]["id"] == "reach"


def test_the_command_has_examples() -> None:
    """Its help shows how to call it."""
    assert isinstance(command, click.Command)
    assert "majlis query reach" in CliRunner().invoke(main, ["query", "--help"]).stdout


def test_every_fact_is_listed_once(graph: GraphView, decided: Decided) -> None:
    """`all_facts` gives what was decided about every election, and at any."""
    assert [row[0] for row in rows(graph, "all_facts", "fact")] == [fact.id for fact in decided.facts]


def test_corrections_stand_with_what_they_are_about(graph: GraphView, knowledge: Knowledge) -> None:
    """`corrections` gives each row of the table with the subject of the fact."""
    found = rows(graph, "corrections", "fact subject was now")
    assert ("votes/arab-alliance-kirkuk/IQ-KI/iq-2023-governorates", "arab-alliance-kirkuk", "46065", "98174") in found
    assert len(found) == len(knowledge.expectations.corrections)
