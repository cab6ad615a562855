"""The register of questions: Python's methods are those of its rows, and a row and a module make a question."""

from __future__ import annotations

import inspect
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from majlis import Majlis
from majlis.question import Parameter, Question, load
from majlis.register import QUESTIONS
from majlis.web.app import application
from majlis.web.snapshot import GraphHolder
from majlis.wording.forms import Language
from majlis.wording.messages import LANGUAGES, messages
from majlis.wording.tables import Column, Table, fields, named
from queries.plain import Note, Plain
from queries.view import GraphView
from queries.view.evidence import SourceLine
from queries.view.subject import Subject
from queries.who import who
from queries.who.answer import Holder

from .command import Run, run_here

# --- An invented question: its module, and its row ----------------------------------------------------


@dataclass(frozen=True, slots=True)
class Seated(Plain):
    """The lists of a council with so many seats, or of no council."""

    asked: str | None
    data_version: str
    subject: Subject | None
    lists: tuple[Holder, ...]
    sources: tuple[SourceLine, ...]
    notes: tuple[Note, ...]


def seated(graph: GraphView, asked: str | None = None, election: str | None = None, least: int = 1) -> Seated:
    """The lists with at least so many seats in a council."""
    if asked is None:
        return Seated(None, graph.data_version, None, (), (), graph.election(election).notes)
    council = who(graph, asked, election)
    lists = tuple(item for item in council.lists if item.seats >= least)
    return Seated(asked, graph.data_version, council.subject, lists, council.sources, council.election.notes)


def seated_sentence(answer: Seated, language: Language) -> str:
    """The answer in a sentence."""
    return f"So many lists: {len(answer.lists)}."


def seated_table(answer: Seated, language: Language) -> Table:
    """The lists."""
    columns = [*named(language, "list", id="list"), *fields(language, "seats:seats", "share")]
    return Table(columns, answer.lists, link=lambda item: ("where", item.id))


ROW = Question(
    name="seated",
    function=f"{__name__}:seated",
    parameters=(Parameter("province", "province"), Parameter("least", "count", "How many seats at least.")),
    help="The lists that are seated in PROVINCE.",
    examples=("majlis seated Kirkuk",),
    sentence=f"{__name__}:seated_sentence",
    table=f"{__name__}:seated_table",
)
CSV = (
    "list,name,seats,share\nkirkuk-our-strength,Kirkuk Our Strength and Our Will Coalition,5,0.3125\n"
    "arab-alliance-kirkuk,Arab Alliance (Kirkuk),3,0.1875\n"
)


@pytest.fixture(autouse=True, scope="module")
def _invented() -> Iterator[None]:
    """The register with one row more."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(QUESTIONS, ROW.name, ROW)
        yield


@pytest.fixture
def run(graph_file: Path) -> Run:
    """`majlis` on the shipped graph."""
    return lambda *arguments: run_here(*arguments, "--graph", graph_file)


@pytest.fixture
def client(graph_file: Path) -> TestClient:
    """A browser that asks a server on the shipped graph, made with the row."""
    return TestClient(application(GraphHolder(str(graph_file))), base_url="http://127.0.0.1:8285")


def test_a_row_is_a_command_with_help(run: Run) -> None:
    """It stands in the list of commands, and its help has its name, its option and its example."""
    assert "\n  seated " in run_here("--help").stdout
    said = run_here("seated", "--help").stdout
    assert said.startswith("Usage: majlis seated [OPTIONS] [PROVINCE]...")
    assert "--least INTEGER RANGE" in said
    assert "Examples: majlis seated Kirkuk" in said


def test_a_row_answers_in_a_terminal(run: Run) -> None:
    """The usual layout: sentence, table, notes, numbered sources; names need no quotes and may be misspelt."""
    answer = run("seated", "dhi", "qarr", "--least", "4")
    assert (answer.returncode, answer.stderr) == (0, "")
    assert answer.stdout.splitlines()[:7] == [
        'Reading "dhi qarr" as Dhi Qar.',
        "So many lists: 2.",
        "List                       Seats",
        "Nabni (We Build) Alliance      5",
        "State of Law Coalition         4",
        "Seats as won on 18 Dec 2023; what changed later is not tracked.",
        "[1] Final results, relayed by Shafaq News, 28 Dec 2023",
    ]
    assert run("seated", "nowhere").returncode == 1


def test_a_row_answers_in_json_and_csv_and_is_cited(run: Run) -> None:
    """JSON is the answer as plain data, CSV its table with all columns, a citation its sentence with the sources."""
    answer = json.loads(run("seated", "Kirkuk", "--format", "json").stdout)
    assert (answer["subject"]["id"], len(answer["lists"]), answer["note_codes"]) == ("IQ-KI", 7, ["as_won"])
    assert run("seated", "Kirkuk", "--least", "3", "--format", "csv").stdout == CSV
    assert run("seated", "Kirkuk", "--cite").stdout.startswith("So many lists: 7. Source: Final results, relayed by")


def test_a_row_is_a_page_with_a_form(client: TestClient) -> None:
    """Its page has the sentence, the table with links, the pages about the same province, and a form that asks anew."""
    page = client.get("/seated", params={"province": "kirkuk", "least": "3"}).text
    assert "<h1>Kirkuk: Seated</h1>" in page
    assert '<p class="sentence">So many lists: 2.</p>' in page
    assert '<th scope="row"><a href="/where/arab-alliance-kirkuk"><bdi>Arab Alliance (Kirkuk)</bdi></a></th>' in page
    assert '<a href="/who/IQ-KI">' in page
    assert '<link rel="canonical" href="/seated/IQ-KI?least=3">' in page
    assert '<form method="get" action="/seated">' in page
    assert '<label for="p-least">How many seats at least.</label>' in page
    assert 'name="province" value="kirkuk"' in page
    assert '<a href="/seated/IQ-KI">Seated</a>' in client.get("/who/Kirkuk").text
    assert client.get("/seated/Kirkuk?least=many").status_code == 400
    assert client.get("/seated/nowhere").status_code == 404


def test_a_row_has_data_at_its_address(client: TestClient, run: Run) -> None:
    """With .json and .csv its address gives what the command gives; a page that is no question has no CSV."""
    assert client.get("/seated/Kirkuk.json").json() == json.loads(run("seated", "Kirkuk", "-f", "json").stdout)
    table = client.get("/seated/Kirkuk.csv?least=3")
    assert (table.text, table.headers["content-type"]) == (CSV, "text/csv; charset=utf-8")
    assert client.get("/where/Maliki.csv").text == run("where", "Maliki", "-f", "csv").stdout
    assert client.get("/map.csv").status_code == 404


def test_a_row_that_needs_no_name_is_in_the_navigation(client: TestClient) -> None:
    """Every page links to it, in each language; a question that needs a name asks for it instead."""
    assert '<li><a href="/seated">Seated</a></li>' in client.get("/map").text
    assert '<li><a href="/seated?lang=ar">Seated</a></li>' in client.get("/?lang=ar").text
    form = client.get("/where")
    assert form.status_code == 200
    assert '<input id="p-name" name="name" value="" dir="auto" autocomplete="off" required>' in form.text


# --- A question of several names ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Lined(Plain):
    """The names that were asked about."""

    asked: tuple[str, ...]
    data_version: str
    subjects: tuple[Subject, ...]


def lined(graph: GraphView, *asked: str, election: str | None = None) -> Lined:
    """What several names were read as."""
    return Lined(asked, graph.data_version, tuple(map(graph.read_holder, asked)))


def lined_table(answer: Lined, language: Language) -> Table:
    """A row a name."""
    return Table([Column("id", "Name", lambda row: row.candidate.id)], answer.subjects)


SEVERAL = Question(
    name="lined",
    function=f"{__name__}:lined",
    parameters=(Parameter("names", "holder", required=True, several=2),),
    help="The NAMES.",
    examples=("majlis lined Maliki Sadr",),
    table=f"{__name__}:lined_table",
)


@pytest.mark.parametrize(
    ("words", "read"),
    [
        (["Maliki", "Sadr", "Nabni"], ["nouri-al-maliki", "muqtada-al-sadr", "nabni"]),
        (["State", "of", "Law", "Nouri", "al-Maliki"], ["state-of-law", "nouri-al-maliki"]),
        (["State of Law", "malki"], ["state-of-law", "nouri-al-maliki"]),
    ],
)
def test_a_question_takes_several_names(
    run: Run, monkeypatch: pytest.MonkeyPatch, words: list[str], read: list[str]
) -> None:
    """Names of several words need no quotes; what cannot be read so is a name as the shell gave it."""
    monkeypatch.setitem(QUESTIONS, SEVERAL.name, SEVERAL)
    answer = run("lined", *words, "-f", "csv")
    assert answer.stdout.split() == ["id", *read]


def test_a_question_of_several_names_has_a_page(graph_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its address and its form take the names in one text; with too few of them it asks, and no page links it."""
    monkeypatch.setitem(QUESTIONS, SEVERAL.name, SEVERAL)
    client = TestClient(application(GraphHolder(str(graph_file))), base_url="http://127.0.0.1:8285")
    page = client.get("/lined", params={"names": "Maliki; Sadr"}).text
    assert '<link rel="canonical" href="/lined/nouri-al-maliki%3Bmuqtada-al-sadr">' in page
    assert "nouri-al-maliki" in client.get("/lined/nouri-al-maliki%3Bmuqtada-al-sadr").text
    assert '<form method="get" action="/lined">' in client.get("/lined/Maliki").text
    assert "lined" not in client.get("/where/Maliki").text


def test_too_few_names_are_wrong_usage(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The error says how many names there must be, with an example, of one parameter with several and of two."""
    monkeypatch.setitem(QUESTIONS, SEVERAL.name, SEVERAL)
    for name in (SEVERAL.name, "path"):
        answer = run(name, "Maliki")
        assert (answer.returncode, answer.stderr) == (2, f"majlis: {name} needs 2 names: majlis {name} Maliki Sadr.\n")


# --- The election that a question is about -----------------------------------------------------------------


def names_for(row: Question) -> list[str]:
    """Names that a question of the register can be asked about."""
    if row.fewest > 1:
        return ["Maliki", "Hakim"]
    return (
        {"place": ["Baghdad"], "holder or place": ["Maliki"]}.get(row.names[0].reads, ["Maliki"]) if row.names else []
    )


OF_ELECTIONS = [row for row in QUESTIONS.values() if row.election and row is not ROW]


@pytest.mark.parametrize("row", OF_ELECTIONS, ids=[row.name for row in OF_ELECTIONS])
def test_a_body_or_election_stands_behind_the_names(run: Run, row: Question) -> None:
    """Every question about an election takes it so, as --election does, and what is behind it is no name."""
    for said in ("Council of Representatives", "councils", "2021"):
        plain = run(row.name, *names_for(row), *said.split(), "-f", "json")
        option = run(row.name, *names_for(row), "--election", said, "-f", "json")
        assert (plain.returncode, plain.stdout) == (option.returncode, option.stdout)
        assert option.returncode in (0, 1)
        assert "usage" not in plain.stderr.lower()


def test_words_that_are_names_are_no_election(run: Run) -> None:
    """A body that the question is asked about stays its name, and of a body one election may be named."""
    house, then = (run("who", "Kurdistan Parliament", *more, "-f", "json") for more in ((), ("2013",)))
    assert json.loads(house.stdout)["election"]["id"] == "iq-krg-2018-parliament"
    assert json.loads(then.stdout)["election"]["id"] == "iq-krg-2013-parliament"
    twice = run("largest", "Kurdistan Parliament", "--election", "2013", "-f", "json")
    assert json.loads(twice.stdout)["election"]["id"] == "iq-krg-2013-parliament"


def test_an_election_is_named_once(run: Run) -> None:
    """Two that do not belong together, and words that are none, are wrong usage."""
    assert run("largest", "councils", "--election", "2021").returncode == 2
    assert "no election of Kurdistan Parliament" in run("largest", "Kurdistan Parliament", "--election", "2021").stderr
    assert "Baghdad is no election: `majlis who Baghdad`" in run("largest", "Baghdad").stderr


# --- The register and Python --------------------------------------------------------------------------


SHIPPED = [row for row in QUESTIONS.values() if row is not ROW]


@pytest.mark.parametrize("row", SHIPPED, ids=[row.name for row in SHIPPED])
def test_the_methods_of_python_are_the_register(row: Question) -> None:
    """A method of `Majlis` takes what its row says, in its order, with the defaults of the function that answers."""
    method, function = signature(getattr(Majlis, row.name)), signature(load(row.function))
    names, options = [item.name for item in row.names], [item.name for item in row.asked_with]
    days = [name for name, takes in (("election", row.election), ("as_of", row.dated)) if takes]
    assert list(method) == ["self", *names, *options, *days]
    for item in row.names:
        several = inspect.Parameter.VAR_POSITIONAL if item.several else inspect.Parameter.POSITIONAL_OR_KEYWORD
        assert method[item.name].kind is several
        assert (method[item.name].default is inspect.Parameter.empty) is item.required
    for name in (*options, *days):
        assert method[name].kind is (
            method[name].POSITIONAL_OR_KEYWORD if name == "source" else method[name].KEYWORD_ONLY
        )
        assert method[name].default == function[name].default
    asked_with = list(function)[1:]
    assert sorted(asked_with[len(names) :]) == sorted([*options, *days])


def signature(function: object) -> Mapping[str, inspect.Parameter]:
    """The parameters of a function by name."""
    return inspect.signature(function).parameters  # type: ignore[arg-type]


@pytest.mark.parametrize("row", SHIPPED, ids=[row.name for row in SHIPPED])
def test_a_row_names_what_is_there_and_has_words_in_both_languages(row: Question) -> None:
    """Every function that a row names can be called; its page, its form and its tables have words in each language."""
    for name in filter(None, (row.function, row.sentence, row.table, row.text, row.cited)):
        assert callable(load(name)), name
    labels = [
        (row.name, f"nav.{row.name}"),
        *((f"field.{item.name}", item.name) for item in (*row.names, *row.asked_with)),
    ]
    for keys in labels:
        found = next(key for key in keys if key in messages())
        assert all(messages(language)[found] for language in LANGUAGES)
    assert all(f"by.{name}" in messages() for name in row.tables)
