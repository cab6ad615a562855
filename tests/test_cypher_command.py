"""`majlis cypher` and `majlis schema`: a user's own text from the command line, and what there is to ask for."""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from graph.errors import UsageError
from graph.gate import admit
from graph.schema import EDGES, NODES
from majlis.cli import main as program
from majlis.commands import cypher as commands
from queries import cypher as asking
from queries.cypher import free, schema
from queries.mistakes import mistakes
from queries.texts import names, query
from queries.view import GraphView

Run = Callable[..., Result]
BLOCS = "MATCH (n:Bloc) RETURN n.id AS id, n.name AS name, size(n.name) AS letters ORDER BY id"


@pytest.fixture
def run(graph_file: Path) -> Run:
    """Runs `cypher` on the shipped graph."""

    def call(*arguments: str, stdin: str | bytes | None = None) -> Result:
        return CliRunner().invoke(program, ["cypher", "--graph", str(graph_file), *arguments], input=stdin)

    return call


def test_rows_come_as_json(run: Run) -> None:
    """JSON has columns, rows and whether the answer was cut, and nothing else."""
    result = run(BLOCS, "--format", "json")
    assert result.exit_code == 0
    answer = json.loads(result.stdout)
    assert answer.keys() == {"columns", "rows", "cut"}
    assert answer["columns"] == ["id", "name", "letters"]
    assert ["coordination-framework", "Coordination Framework", 22] in answer["rows"]
    assert answer["cut"] is False


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "MATCH (n:Bloc) RETURN n.nmae AS x",
            'The graph has no node property "nmae". The nearest is "name"; majlis schema has all.',
        ),
        ("MATCH ()-[r:HOLDS_SEATS]->() RETURN r.seat AS x LIMIT 1", 'no relationship property "seat"'),
        ("MATCH (n:Figur) RETURN n.name AS x", 'no label "Figur". The nearest is "Figure"'),
        ("MATCH (a)-[:leads]->() RETURN a.id AS x LIMIT 1", 'no relationship type "leads". The nearest is "LEADS"'),
        (
            "MATCH (n:Bloc) WHERE NOT n:Foo RETURN n.id AS x",
            'no label or relationship type "Foo"; majlis schema has all',
        ),
        ("MATCH (x:Entity) WHERE x.nmae = 'a' RETURN count(x) AS x", 'no node property "nmae"'),
        ("MATCH (n)-[:LEDS]->() RETURN n.name AS x", 'no relationship type "LEDS"'),
        ("MATCH (n:Bloc) WITH {nmae: n.name} AS n RETURN n.nmae AS x", ""),
    ],
)
def test_a_name_that_the_graph_does_not_have_is_told(run: Run, text: str, said: str) -> None:
    """A mistyped property, label or type is told on stderr; a user's own keys are not."""
    result = run(text)
    assert result.exit_code == 0
    assert result.stdout.startswith("x\n")
    assert said in result.stderr if said else not result.stderr


def test_a_prepared_query_mentions_only_what_there_is(graph: GraphView) -> None:
    """What the texts of ours name, which the catalogue holds to the schema, is never told to be missing."""
    assert {name: found for name in names() if (found := mistakes(graph, query(name).text, {}))} == {}


def test_rows_come_as_a_table(run: Run) -> None:
    """The table has a head, a line a row with numbers to the right, and says how many rows there are."""
    lines = run(BLOCS).stdout.splitlines()
    assert lines[0].split() == ["id", "name", "letters"]
    assert lines[-1] == f"({len(lines) - 2} rows)"
    assert all(line.endswith(str(len(line.split("  ")[-1].strip()))) or line[-1].isdigit() for line in lines[1:-1])
    assert len({len(line) for line in lines[:-1]}) == 1


def test_rows_come_as_csv(run: Run) -> None:
    """CSV has a head and the rows; lists and maps are JSON, nothing is an empty cell, a formula is quoted."""
    result = run("RETURN 'a' AS a, [1, 'ب'] AS b, {c: 1.5} AS c, null AS d, '=1+1' AS e, true AS f", "-f", "csv")
    rows = list(csv.reader(io.StringIO(result.stdout)))
    assert rows == [["a", "b", "c", "d", "e", "f"], ["a", '[1, "ب"]', '{"c": 1.5}', "", "'=1+1", "true"]]


def test_a_text_without_rows_says_so(run: Run) -> None:
    """A text that finds nothing is answered: no rows, exit code 0."""
    result = run("MATCH (n:Bloc {id: 'nobody'}) RETURN n.id AS id")
    assert (result.exit_code, result.stdout) == (0, "id\n(0 rows)\n")


def test_long_cells_are_cut_in_a_table_alone(run: Run) -> None:
    """The table cuts a long cell and says where it is whole."""
    text = f"RETURN '{'x' * 200}\ny' AS x"
    table = run(text).stdout
    assert "..." in table
    assert "--format json" in table
    assert json.loads(run(text, "-f", "json").stdout)["rows"] == [["x" * 200 + "\ny"]]


@pytest.mark.parametrize("how", ["argument", "dash", "stdin", "file"])
def test_the_text_comes_from_anywhere(run: Run, tmp_path: Path, how: str) -> None:
    """The text is an argument, or comes from stdin with or without a dash, or from a file."""
    text = "RETURN 'مالكي' AS name // who\n"
    path = tmp_path / "text.cypher"
    path.write_text("\ufeff" + text, encoding="utf-8")
    result = {
        "argument": lambda: run(text, "-f", "csv"),
        "dash": lambda: run("-", "-f", "csv", stdin=text),
        "stdin": lambda: run("-f", "csv", stdin=text),
        "file": lambda: run("--file", str(path), "-f", "csv"),
    }[how]()
    assert (result.exit_code, result.stdout) == (0, "name\nمالكي\n")


@pytest.mark.parametrize(
    ("given", "value"),
    [
        ("12", 12),
        ("-1.5e2", -150.0),
        ("true", True),
        ("false", False),
        ("null", None),
        ('[1, "a", [null]]', [1, "a", [None]]),
        ('{"a": 1}', {"a": 1}),
        ('"12"', "12"),
        ("nabni", "nabni"),
        ("007", "007"),
        ("NaN", "NaN"),
        ("a=b", "a=b"),
        ("", ""),
        ("مالكي", "مالكي"),
        ("' DELETE n //", "' DELETE n //"),
    ],
)
def test_parameters_are_typed(run: Run, given: str, value: object) -> None:
    """A parameter is a number, truth, null or list where it reads as one in JSON, else text."""
    result = run("RETURN $x AS x", "-p", f"x={given}", "-f", "json")
    assert json.loads(result.stdout)["rows"] == [[value]]


@pytest.mark.parametrize("given", [["-p", "x"], ["-p", "=1"], ["-p", "a b=1"], ["-p", "x=1", "-p", "x=2"]])
def test_a_parameter_that_cannot_be_read_is_wrong_usage(run: Run, given: list[str]) -> None:
    """A parameter without a name or value, or given twice, ends with exit code 2 and says which."""
    result = run("RETURN 1", *given)
    assert result.exit_code == 2
    assert given[-1] in result.stderr


@pytest.mark.parametrize("shape", ["table", "json", "csv"])
def test_a_refused_text_ends_with_2_and_its_place(run: Run, shape: str) -> None:
    """A text that the gate refuses writes nothing to stdout, and shows word, line and column with a mark."""
    result = run("MATCH (n)\nDETACH DELETE n", "--format", shape)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.splitlines() == [
        "majlis: refused: DETACH writes, and only reading is allowed (line 2, column 1)",
        "  DETACH DELETE n",
        "  ^",
    ]


def test_a_refused_text_opens_no_graph(tmp_path: Path) -> None:
    """A refused text is refused before a graph is opened or built."""
    arguments = ["cypher", "--graph", str(tmp_path / "none.kgl")]
    assert CliRunner().invoke(program, [*arguments, "CREATE (n)"]).exit_code == 2
    assert CliRunner().invoke(program, [*arguments, "RETURN 1"]).exit_code == 4


def test_an_error_of_the_engine_shows_its_place(run: Run) -> None:
    """A syntax error that only the engine finds shows the line with a mark at the place, and ends with 2."""
    result = run("MATCH (n)\nWITH n.id AS set RETURN set")
    assert result.exit_code == 2
    assert result.stderr.splitlines() == [
        "majlis: SET is a reserved word on the embedded engine; in backticks it can be a name (line 2, column 25)",
        "  WITH n.id AS set RETURN set",
        " " * 26 + "^",
    ]


@pytest.mark.parametrize(
    ("text", "arguments", "error"),
    [
        ("RETURN reduce(s = 'a', x IN range(1, 34) | s + s) AS x", ["--timeout", "60"], "memory"),
        (
            "RETURN reduce(s = 0, x IN range(1, 100000) | reduce(t = s, y IN range(1, 100000) | (t + y) % 7)) AS x",
            ["--timeout", "0.3"],
            "time",
        ),
    ],
)
def test_a_limit_ends_with_1_and_says_which(run: Run, text: str, arguments: list[str], error: str) -> None:
    """A text that needs too much ends with exit code 1, and as JSON says which limit it reached."""
    result = run(text, *arguments, "--format", "json")
    assert result.exit_code == 1
    answer = json.loads(result.stdout)
    assert (answer["asked"], answer["error"]) == (text, error)
    assert answer["hint"] in run(text, *arguments).stderr


def test_rows_beyond_the_limit_are_said_in_every_shape(run: Run) -> None:
    """An answer that was cut says so: in JSON, under the table, and beside CSV."""
    text = "UNWIND range(1, 5) AS x RETURN x"
    assert json.loads(run(text, "--limit", "2", "-f", "json").stdout) == {
        "columns": ["x"],
        "rows": [[1], [2]],
        "cut": True,
    }
    assert "(2 rows, and more: see --limit)" in run(text, "--limit", "2").stdout
    short = run(text, "--limit", "2", "-f", "csv")
    assert short.stdout == "x\n1\n2\n"
    assert "--limit" in short.stderr


@pytest.mark.parametrize("limits", [["--timeout", "0"], ["--timeout", "nan"], ["--timeout", "1e9"], ["--limit", "0"]])
def test_limits_out_of_range_are_wrong_usage(run: Run, limits: list[str]) -> None:
    """A time or number of rows that makes no sense ends with exit code 2."""
    assert run("RETURN 1", *limits).exit_code == 2


def test_an_unknown_label_is_told_beside_the_answer(run: Run) -> None:
    """A label that the graph lacks is told on stderr, and the answer has no rows."""
    result = run("MATCH (n:Figur) RETURN n.id AS id", "-f", "json")
    assert json.loads(result.stdout)["rows"] == []
    assert "Figur" in result.stderr


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("RETURN duration.between(date('2023-12-18'), date('2024-12-18')).months AS x", "counts days alone"),
        ("CALL db.labels() YIELD label RETURN label AS x", "the first label of each node alone"),
        ("MATCH (e:Election) WHERE e.date >= date('2023-12-18') RETURN count(e) AS x", "Days are text in this graph"),
        ("MATCH (e:Election) WHERE date('2023-12-18') = e.date RETURN count(e) AS x", "Days are text in this graph"),
        ("MATCH (n) WHERE n.title IS NOT NULL RETURN count(n) AS x", "Only a Source has a title"),
        ("MATCH (n:Bloc) RETURN keys(n) AS x LIMIT 1", "Only a Source has a title"),
        ("MATCH (n:Bloc) RETURN n {.*} AS x LIMIT 1", "Only a Source has a title"),
        ("RETURN date('2024-05-01') + duration('PT36H') AS x", "move a datetime() alone"),
        ("RETURN date('2024-05-01') + duration({hours: 36}) AS x", "move a datetime() alone"),
        ("RETURN [duration({days: 4})][0] / 2 AS x", "divides no duration"),
        ("UNWIND [duration({days: 4})] AS d RETURN d * 0.5 AS x", "divides no duration"),
        ("WITH time('10:20') AS t RETURN toString(t) AS x", "leaves out seconds that are 0"),
        ("RETURN toString(datetime('2023-01-01T10:20')) AS x", "leaves out seconds that are 0"),
        ("MATCH (n:Entity {id: 'kdp'}) RETURN n.aliases || n.aliases AS x", "joins by || texts alone"),
        ("RETURN toInteger(1e30) AS x", "Whole numbers end at"),
        ("RETURN toInteger('99999999999999999999') AS x", "Whole numbers end at"),
        ("RETURN toInteger(10 ^ 30) AS x", "Whole numbers end at"),
        ("RETURN toInteger(1e10 * 1e10) AS x", "Whole numbers end at"),
        ("WITH 0.0 AS z RETURN 1 / z AS x", "divided by 0 is nothing"),
        ("UNWIND [0.0, 1.0] AS z RETURN sum(1 / z) AS x", "divided by 0 is nothing"),
        ("UNWIND [0.0, 1.0] AS z WITH z WHERE 1 / z > 1 RETURN count(z) AS x", "divided by 0 is nothing"),
        ("RETURN round(sqrt(-1)) AS x", "divided by 0 is nothing"),
        ("UNWIND [1, 1.0] AS v RETURN DISTINCT v AS x", "1 and 1.0 are two values"),
        ("UNWIND [1, 1.0] AS v RETURN v AS x, count(*) AS c", "1 and 1.0 are two values"),
        ("UNWIND [1, 1.0] AS v RETURN count(DISTINCT v) AS x", "1 and 1.0 are two values"),
        ("RETURN 1 AS x UNION RETURN 1.0 AS x", "1 and 1.0 are two values"),
        ("MATCH (s:Statement) RETURN count(DISTINCT s.value) AS x", "1 and 1.0 are two values"),
    ],
)
def test_what_the_embedded_engine_answers_otherwise_is_told(run: Run, text: str, said: str) -> None:
    """An answer that Neo4j would give otherwise comes with a word on stderr that says how, and what to write."""
    result = run(text)
    assert (result.exit_code, result.stdout.split()[0]) == (0, "x")
    assert said in result.stderr


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
def test_a_pipe_is_not_waited_for(run: Run, tmp_path: Path) -> None:
    """A text in a pipe, to which nobody may ever write, is refused with what to do instead."""
    pipe = tmp_path / "text.cypher"
    os.mkfifo(pipe)
    result = run("--file", str(pipe))
    assert result.exit_code != 0
    assert "this is a pipe or a device" in result.stderr
    assert "standard input" in result.stderr


@pytest.mark.parametrize(
    "text",
    [
        "MATCH (s:Source) RETURN s.title AS x ORDER BY s.id LIMIT 1",
        "MATCH (a)-[r:LEADS]->(b) RETURN size(keys(r)) AS x ORDER BY x LIMIT 1",
        "WITH {title: 'x'} AS m RETURN m.title AS x, keys(m) AS y",
        "MATCH (e:Election) WHERE date(e.date) >= date('2023-12-18') RETURN count(e) AS x",
        "RETURN date('2024-05-01') + duration({days: 3}) AS x, datetime('2024-05-01T00:00Z') + duration('P1D') AS y",
        "WITH duration({days: 4}) AS d RETURN d.days / 2 AS x, d * 2 AS y",
        "RETURN time('10:20') AS x, toString(7) AS y",
        "MATCH (n:Bloc) RETURN 'a' || n.name AS x, n.id || ', b' AS y ORDER BY y LIMIT 1",
        "MATCH (e:Election) RETURN toInteger(substring(e.date, 0, 4)) AS x ORDER BY x LIMIT 1",
        "MATCH ()-[r:HOLDS_SEATS]->() RETURN r.election AS x, round(100.0 * sum(r.seats) / count(*)) AS y ORDER BY x",
        "MATCH ()-[r:HOLDS_SEATS]->() RETURN DISTINCT r.seats AS x, 1.0 * r.seats / 3 AS y",
        "RETURN 1 IN [1.0] AS x, 1.0 IN [1] AS y",
    ],
)
def test_what_both_engines_answer_alike_has_no_word_beside_it(run: Run, text: str) -> None:
    """Nothing is told of a text only because it looks like one that the engines answer otherwise."""
    result = run(text)
    assert (result.exit_code, result.stdout.split()[0], result.stderr) == (0, "x", "")


def test_a_text_and_a_file_are_too_much(run: Run, tmp_path: Path) -> None:
    """A text together with a file, a file that is not there, one that is no text: each is wrong usage."""
    path = tmp_path / "text.cypher"
    path.write_text("RETURN 1", encoding="utf-8")
    assert run("RETURN 1", "--file", str(path)).exit_code == 2
    assert run("--file", str(tmp_path / "none")).exit_code == 2
    path.write_bytes(b"RETURN '\xff'")
    result = run("--file", str(path))
    assert (result.exit_code, "UTF-8" in result.stderr) == (2, True)
    assert run(stdin=b"x" * 900_000).exit_code == 2


def test_no_text_can_steer_the_terminal(run: Run) -> None:
    """Codes that would steer a terminal are shown as marks, in answers and in refusals."""
    assert "\x1b" not in run("RETURN '\x1b[2J' AS x").stdout
    assert "\x1b" not in run("RETURN \x1b[2J").stderr


def test_the_schema_has_every_label_and_edge() -> None:
    """The schema has every label and edge of the model with all properties."""
    found = schema()
    labels = {label for table in NODES for label in (table.label, table.extra_label) if label}
    assert {line.label for line in found.labels} == labels
    assert {line.type for line in found.edges} == EDGES.keys()
    for table in NODES:
        line = next(line for line in found.labels if line.label == (table.extra_label or table.label))
        assert set(table.properties) | {"id", "name"} == set(line.properties)
        assert line.also == (table.label if table.extra_label else None)


@pytest.mark.parametrize("example", [line.example for line in (*schema().labels, *schema().edges)])
def test_every_example_of_the_schema_runs(graph: GraphView, example: str) -> None:
    """Each example passes the gate and runs, with the columns that it names."""
    answer = free(graph, example)
    assert answer.columns
    assert not answer.cut


def test_the_schema_comes_in_every_shape() -> None:
    """The schema is written as text, JSON and CSV, each with every label and edge."""
    names = [line.label for line in schema().labels] + [line.type for line in schema().edges]
    text, as_json, as_csv = (
        CliRunner().invoke(program, ["schema", "--format", shape]).stdout for shape in ("table", "json", "csv")
    )
    assert all(name in text for name in names)
    answer = json.loads(as_json)
    assert [each["label"] for each in answer["labels"]] + [each["type"] for each in answer["edges"]] == names
    assert [row["name"] for row in csv.DictReader(io.StringIO(as_csv))] == names
    assert all(admit(row["example"]) for row in csv.DictReader(io.StringIO(as_csv)))


def test_the_limits_said_are_the_limits_kept(graph: GraphView) -> None:
    """The defaults that the help shows are those of the answer, and Python refuses what the command does."""
    assert (commands._SECONDS, commands._ROWS) == (asking.SECONDS, asking.ROWS)
    answer = free(graph, "UNWIND range(1, 1001) AS x RETURN x")
    assert (len(answer.rows), answer.cut) == (1000, True)
    with pytest.raises(UsageError):
        free(graph, "RETURN 1", seconds=-1)
