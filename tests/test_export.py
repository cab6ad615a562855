"""The graph leaves the house whole: GraphML, JSON, CSV that the real neo4j-admin imports, networkx, pandas."""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import neo4j
import networkx
import pandas
import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from bench import elections
from graph.checks.settle import settle
from graph.decide import decide
from graph.errors import UsageError
from graph.kinds import Standing
from graph.model import Entity, Kind, Knowledge, Name, Registry, Source, SourceKind, Statement
from graph.stores.batch import Batch
from graph.stores.embedded import EmbeddedStore
from graph.stores.protocol import Query, Row, Store
from loaders.folder import UserDocument, gather
from majlis.commands.export import export
from majlis.data import data_folder
from majlis.exports import tables
from majlis.exports.document import FORMAT, document, write_json
from majlis.exports.neo4j_csv import AFTER, README, write_neo4j_csv
from majlis.exports.objects import to_networkx, to_pandas, write_graphml
from queries.cypher import Free
from queries.view import GraphView
from queries.where import where
from tests.command import program

from .made import stored

E23 = "iq-2023-governorates"


def _gathered(knowledge: Knowledge) -> list[Statement]:
    """The statements as a graph keeps them: each once, without the file it was read from."""
    found = {claim.id: replace(claim, place=None) for claim in knowledge.statements}
    return [claim for _, claim in sorted(found.items())]


def _statement(row: Mapping[str, Any]) -> Statement:
    """A statement from its properties, nulls left out or not; the file it was read from is no part of a graph."""
    given = {field.name: row.get(field.name) for field in fields(Statement) if field.name != "place"}
    return Statement(**given | {"standing": Standing(row["standing"])})


def _read(path: Path) -> list[Statement]:
    """The statements of an exported document."""
    found = json.loads(path.read_text(encoding="utf-8"))
    assert found["format"] == FORMAT
    return [_statement(row) for row in found["statements"]]


def _through_json(store: EmbeddedStore, path: Path) -> list[Statement]:
    with path.open("w", encoding="utf-8") as out:
        write_json(document(store), out)
    return _read(path)


def _types(claims: list[Statement]) -> list[type]:
    return [type(claim.value) for claim in claims]


# JSON -------------------------------------------------------------------------------------------------


def test_json_gives_back_the_shipped_statements(store: EmbeddedStore, knowledge: Knowledge, tmp_path: Path) -> None:
    """Every shipped statement comes back from the JSON document as it was gathered, the type of its value too."""
    found = _through_json(store, tmp_path / "shipped.json")
    (table,) = (table for table in tables.nodes(store) if table.name == "Statement")
    assert found == _gathered(knowledge) == [_statement(row) for row in table.rows]
    assert _types(found) == _types(_gathered(knowledge))


@settings(max_examples=15, deadline=None)
@given(st.integers(1, 2), st.integers(1, 3), st.integers(1, 4), st.integers(1, 6), st.integers(0, 2**32))
def test_json_gives_back_any_election(
    tmp_path_factory: pytest.TempPathFactory, countries: int, votes: int, provinces: int, lines: int, seed: int
) -> None:
    """The statements of any generated election come back from the JSON document as they were made."""
    size = elections.Size(countries, votes, provinces, lists=lines + 3, lines=lines, seed=seed)
    knowledge = elections.knowledge(size)
    path = tmp_path_factory.mktemp("json") / "any.json"
    assert _through_json(stored(knowledge), path) == _gathered(knowledge)


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


def _described(words: list[tuple[str, str, str | None]]) -> Knowledge:
    """A graph of what a source says in any words of one party."""
    claims = [
        Statement(source="s", locator=f"{number}", predicate="described_as", subject="x", subject_text=subject,
                  object_text=text, quote=quote)
        for number, (subject, text, quote) in enumerate(words)
    ]  # fmt: skip
    registry = Registry({"x": Entity("x", Kind.PARTY, "X")}, (Name("x", Kind.PARTY, "X", primary=True),), {}, ())
    return Knowledge(registry, {"s": Source("s", "S", SourceKind.PRESS)}, claims, (), (), (), "v")


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(TEXT, TEXT, st.none() | TEXT), max_size=4))
def test_json_keeps_any_text(
    tmp_path_factory: pytest.TempPathFactory, words: list[tuple[str, str, str | None]]
) -> None:
    """Whatever letters a source writes come back from the JSON document as they were."""
    knowledge = _described(words)
    built = stored(knowledge, decide(knowledge.statements, knowledge.sources))
    assert _through_json(built, tmp_path_factory.mktemp("json") / "words.json") == _gathered(knowledge)


def test_json_holds_the_whole_graph(store: EmbeddedStore, knowledge: Knowledge) -> None:
    """The document lists every entity, source, statement and fact, the seats of 2023 among its edges, and no null."""
    found = document(store)
    assert [row["id"] for row in found["entities"]] == sorted(knowledge.registry.entities)
    assert [row["id"] for row in found["sources"]] == sorted(knowledge.sources)
    assert len(found["facts"]) == len(settle(knowledge)[0].facts)
    assert found["data_version"] == knowledge.data_version
    assert sum(row["seats"] for row in found["edges"]["HOLDS_SEATS"] if row["election"] == E23) == 285
    assert "null" not in json.dumps(found)


# networkx and GraphML ---------------------------------------------------------------------------------


def test_networkx_has_every_node_and_edge(store: EmbeddedStore) -> None:
    """Every node and edge of the graph is in the networkx graph with its properties; nulls are left out."""
    graph = to_networkx(store)
    rows = sum(len(table.rows) for table in tables.nodes(store))
    assert graph.number_of_nodes() == rows
    assert graph.number_of_edges() == sum(len(table.rows) for table in tables.edges(store))
    assert graph.nodes["state-of-law"]["labels"] == "Entity:Alliance"
    held = [edge for edge in graph["state-of-law"]["IQ-BG"].values() if edge["type"] == "HOLDS_SEATS"]
    (seats,) = [edge for edge in held if edge["election"] == E23]
    assert (seats["seats"], seats["disputed"], "reserved_for" in seats) == (9, False, False)
    values = [value for node in graph.nodes.values() for value in node.values()]
    assert {type(value) for value in values} == {str, int, float, bool, list}


def test_networkx_keeps_parallel_edges() -> None:
    """A list that won seats in one province at two elections has two edges there, one for each."""
    built = stored(elections.knowledge(elections.Size(1, elections=3, provinces=1, lists=2, lines=2)))
    graph = to_networkx(built)
    edges = [edge for edge in graph["list-0-0"]["P-0-0"].values() if edge["type"] == "HOLDS_SEATS"]
    assert sorted(edge["election"] for edge in edges) == ["vote-0-0", "vote-0-1", "vote-0-2"]


def _graphml(store: EmbeddedStore) -> Any:
    out = io.BytesIO()
    write_graphml(store, out)
    out.seek(0)
    return networkx.read_graphml(out, force_multigraph=True, edge_key_type=str)  # an id may be digits alone


@pytest.fixture(scope="module")
def graphml(store: EmbeddedStore) -> Any:
    """The shipped graph, as networkx reads its GraphML."""
    return _graphml(store)


def test_graphml_opens_in_networkx_as_it_was(store: EmbeddedStore, graphml: Any) -> None:
    """GraphML read by networkx has each node and edge with its typed properties, and lists as JSON text.

    networkx reads the id of an edge that is all digits as a number, so that none is.
    """
    graph, found = to_networkx(store), graphml
    assert found.is_directed()
    assert set(found.nodes) == set(graph.nodes)
    assert set(found.edges(keys=True)) == set(graph.edges(keys=True))
    for read, made in ((found.nodes, graph.nodes), (found.edges, graph.edges)):
        for key, properties in made.items():
            for name, value in properties.items():
                if value == "":
                    continue  # networkx reads an empty text as none
                text = isinstance(value, str | list) and f"{name}_as_text" in read[key]
                back = read[key][f"{name}_as_text" if text else name]
                assert back == (json.dumps(value, ensure_ascii=False) if isinstance(value, list) else value)
    assert isinstance(found.nodes["IQ-BG"]["lat"], float)
    assert {type(edge["seats"]) for edge in found.edges.values() if "seats" in edge} == {int}


def test_graphml_keeps_arabic_letters(store: EmbeddedStore, graphml: Any) -> None:
    """Arabic names stand in the GraphML file as letters and come back as they were."""
    out = io.BytesIO()
    write_graphml(store, out)
    name = to_networkx(store).nodes["nouri-al-maliki"]["name_local"]
    assert name in out.getvalue().decode("utf-8")
    assert graphml.nodes["nouri-al-maliki"]["name_local"] == name


def test_graphml_gives_each_attribute_one_type(store: EmbeddedStore, graphml: Any) -> None:
    """No attribute is declared twice with two types, which Gephi cannot hold, and each node and edge has a label."""
    out = io.BytesIO()
    write_graphml(store, out)
    import xml.etree.ElementTree as Xml

    root = Xml.fromstring(out.getvalue())  # noqa: S314
    keys = [(key.get("for"), key.get("attr.name")) for key in root if key.tag.endswith("}key")]
    assert len(keys) == len(set(keys))
    assert graphml.nodes["nabni"]["label"] == graphml.nodes["nabni"]["name"]
    assert all("label" in edge for edge in graphml.edges.values())


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(TEXT, TEXT, st.none() | TEXT), min_size=1, max_size=3))
def test_graphml_opens_whatever_a_source_writes(words: list[tuple[str, str, str | None]]) -> None:
    """Letters that XML cannot hold are marked as such, and the file still opens."""
    knowledge = _described(words)
    built = stored(knowledge, decide(knowledge.statements, knowledge.sources))
    assert set(_graphml(built).nodes) == set(to_networkx(built).nodes)


def test_rows_become_a_pandas_frame(graph: GraphView) -> None:
    """The councils of an answer, and rows of a query, are frames with their numbers as numbers."""
    frame = to_pandas(where(graph, "Maliki").provinces)
    assert frame["seats"].sum() == 35
    rows = to_pandas(graph.run("elections"))
    assert isinstance(rows, pandas.DataFrame)
    assert list(rows.columns)[:3] == ["id", "name", "date"]
    assert rows.set_index("id")["seats"][E23] == 285
    found = to_pandas(Free(("seats", "list"), ((9, "nabni"), (None, "other")), cut=False))
    assert found["seats"].tolist()[0] == 9
    assert list(found.columns) == ["seats", "list"]


# CSV for Neo4j ----------------------------------------------------------------------------------------


def test_csv_keeps_null_and_empty_apart(tmp_path: Path) -> None:
    """A null is an empty cell, an empty text a quoted one, and quotes in a text are doubled."""
    knowledge = _described([("", 'say "no", twice\n', None)])
    built = stored(knowledge, decide(knowledge.statements, knowledge.sources))
    write_neo4j_csv(built, tmp_path / "out")
    header, rest = (tmp_path / "out" / "Statement.csv").read_text(encoding="utf-8").split("\n", 1)
    assert '"subject_text:string","object_text:string"' in header
    assert "quote" not in header
    assert '"","say ""no"", twice\n"' in rest


def test_csv_is_not_written_over_files(store: EmbeddedStore, tmp_path: Path) -> None:
    """A folder with files in it is refused, and they stay as they were."""
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(UsageError, match="not empty"):
        write_neo4j_csv(store, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


@pytest.mark.slow
def test_neo4j_admin_imports_the_graph(knowledge: Knowledge, tmp_path: Path) -> None:
    """The real neo4j-admin imports the files, and a real Neo4j then gives every node and edge of the graph.

    Beside the shipped ones stand quotes, line breaks, semicolons in aliases, Arabic and empty texts.
    """
    words = _described(
        [
            ("", 'a "quoted"\nline; with, signs\\', None),
            ("النهضة", "  spaces  ", "\u202bقائمة\u202c\ttab"),
            ("\r\n", "'", ""),
        ]
    )
    odd = (*words.registry.names, Name("x", Kind.PARTY, "X; Y"), Name("x", Kind.PARTY, 'Z|"z"'))
    shipped = knowledge.registry
    registry = replace(shipped, entities=shipped.entities | words.registry.entities, names=(*shipped.names, *odd))
    statements, sources = [*knowledge.statements, *words.statements], knowledge.sources | words.sources
    both = replace(knowledge, registry=registry, statements=statements, sources=sources)
    built = stored(both, decide(statements, sources))
    assert _imported(built, tmp_path) == _whole(built)


def _whole(store: Store) -> list[tables.Table]:
    return [*tables.nodes(store), *tables.edges(store)]


def _imported(store: EmbeddedStore, folder: Path) -> list[tables.Table]:
    """Import the exported files with neo4j-admin, start a Neo4j on them, and read the whole graph from it."""
    from .neo4j import server as real

    try:
        lib = real.jars()
    except real.MissingServerError as error:
        if os.environ.get("CI") == "true":
            pytest.fail(f"CI needs a real Neo4j: {error}")
        pytest.skip(str(error))
    files, home = folder / "files", folder / "server" / "home"
    arguments = write_neo4j_csv(store, files)
    (home / "conf").mkdir(parents=True)
    (home / "conf" / "neo4j.conf").touch()
    command = [real.java(), "-Xmx512m", *real.QUICK, "-cp", f"{lib}/*", "org.neo4j.cli.AdminTool", *arguments]
    program(*command, cwd=files, NEO4J_HOME=str(home), NEO4J_CONF=str(home / "conf"))
    server = real.Server(folder / "server")
    server.start(dbms__security__auth_enabled="false")
    try:
        with neo4j.GraphDatabase.driver(server.address, notifications_min_severity="OFF") as driver:
            for text in (files / AFTER).read_text().splitlines():
                driver.execute_query(text.removesuffix(";"))
            return _whole(_Asked(driver))
    finally:
        server.kill()


class _Asked:
    """A Neo4j asked through the official driver alone."""

    engine = "neo4j"

    def __init__(self, driver: neo4j.Driver) -> None:
        self._driver = driver

    def run(self, query: Query, parameters: Mapping[str, object]) -> list[Row]:
        return [record.data() for record in self._driver.execute_query(query.text, dict(parameters)).records]

    def write(self, batches: Iterable[Batch]) -> None:
        raise AssertionError("nothing is written here")

    def close(self) -> None:
        self._driver.close()


# The command ------------------------------------------------------------------------------------------


@pytest.fixture
def run(graph_file: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """Runs `majlis export` on the shipped graph."""
    monkeypatch.setenv("MAJLIS_GRAPH", str(graph_file))
    names = ["-h", "--help"]  # as the program's: the command keeps the first that it is asked with
    return lambda *arguments: CliRunner().invoke(export, arguments, obj={}, help_option_names=names)


def test_export_writes_a_file(run: Callable[..., Any], tmp_path: Path, knowledge: Knowledge) -> None:
    """`majlis export json -o FILE` writes the shipped statements to the file and nothing beside it."""
    path = tmp_path / "out" / "majlis.json"
    path.parent.mkdir()
    assert run("json", "-o", str(path)).exit_code == 0
    assert _read(path) == _gathered(knowledge)
    assert list(path.parent.iterdir()) == [path]


def test_export_writes_to_standard_output(run: Callable[..., Any]) -> None:
    """`majlis export graphml` without -o writes GraphML, and nothing else, to standard output."""
    result = run("graphml")
    assert result.exit_code == 0
    assert networkx.read_graphml(io.BytesIO(result.stdout_bytes), force_multigraph=True).has_node("nabni")


def test_export_writes_names_and_ties_first(run: Callable[..., Any]) -> None:
    """GraphML and GEXF hold entities and what ties them; with --all facts, statements and sources too."""
    few = networkx.read_graphml(io.BytesIO(run("graphml").stdout_bytes), force_multigraph=True)
    every = networkx.read_graphml(io.BytesIO(run("graphml", "--all").stdout_bytes), force_multigraph=True)
    assert {data["labels"].partition(":")[0] for _, data in few.nodes(data=True)} == {"Entity"}
    assert "Statement" in {data["labels"] for _, data in every.nodes(data=True)}
    assert few.number_of_edges() < every.number_of_edges()
    gexf = networkx.read_gexf(io.BytesIO(run("gexf").stdout_bytes))
    assert set(gexf.nodes) == set(few.nodes)
    assert gexf.number_of_edges() == few.number_of_edges()
    assert {data["relation"] for *_, data in gexf.edges(data=True)} >= {"LEADS", "MEMBER_OF", "HOLDS_SEATS"}
    assert "--all is of graphml and gexf" in str(run("json", "--all").exception)


def test_export_writes_all_seats_in_one_table(run: Callable[..., Any]) -> None:
    """A row a list in a place at an election, with its sources; those of one election are those of its councils."""
    rows = list(csv.DictReader(io.StringIO(run("csv").stdout)))
    of_2023 = [row for row in rows if row["election"] == "iq-2023-governorates" and row["province"]]
    assert sum(int(row["seats"]) for row in of_2023) == 285
    assert all(row["sources"] and row["fact"] for row in rows)
    assert {row["list"] for row in of_2023 if row["province"] == "IQ-KI"} >= {"arab-alliance-kirkuk"}


def test_export_prints_the_import_command(run: Callable[..., Any], tmp_path: Path) -> None:
    """`majlis export neo4j-csv -o FOLDER` prints the neo4j-admin command that names every file it wrote."""
    result = run("neo4j-csv", "-o", str(tmp_path / "csv"))
    assert result.exit_code == 0
    written = {path.name for path in (tmp_path / "csv").iterdir()} - {README, AFTER}
    assert {word.split("=")[1] for word in result.stdout.split() if ".csv" in word} == written
    assert result.stdout.strip() in (tmp_path / "csv" / README).read_text()


def test_export_says_what_it_needs(run: Callable[..., Any], tmp_path: Path) -> None:
    """Without a folder for neo4j-csv, with a file that cannot be written or a wrong ending, it says what to name."""
    assert "name it with -o" in str(run("neo4j-csv").exception)
    assert "Name another with -o" in str(run("json", "-o", str(tmp_path / "no" / "where.json")).exception)
    for shape, name, ending in (
        ("json", "a.graphml", ".json"),
        ("popolo", "a.csv", ".json"),
        ("graphml", "a.gexf", ".graphml"),
        ("gexf", "a.graphml", ".gexf"),
        ("csv", "a.json", ".csv"),
    ):
        assert f"ends in {ending}" in str(run(shape, "-o", str(tmp_path / name)).exception)
        assert not (tmp_path / name).exists()


def test_a_failed_export_leaves_no_half_folder(
    knowledge: Knowledge, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the files cannot all be written, there is no folder that looks like an export."""

    def full(self: Path, *given: object, **more: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(OSError, match="No space"):
        write_neo4j_csv(stored(knowledge), tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


def test_an_export_names_documents_and_not_where_they_are(tmp_path: Path) -> None:
    """What is exported tells the names of a user's documents, and no folder of the user's machine."""
    report = tmp_path / "private" / "report.txt"
    report.parent.mkdir()
    report.write_text("Kirkuk\n- Nabni: 2 seats\n", encoding="utf-8")
    knowledge, _ = gather(data_folder(), [UserDocument(report)])
    written = json.dumps(document(stored(knowledge)))
    assert '"report.txt"' in written
    assert "private" not in written
