"""What is said of a text that is wrong: what is meant, where it stands, and what no engine should answer."""

from __future__ import annotations

from pathlib import Path

import pytest
from neo4j.exceptions import Neo4jError

from graph.gate import QueryError, RefusedError, admit
from graph.sandbox.embedded import run_text
from graph.sandbox.neo4j_child import _told


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("MATCH (n) WHERE n.name != 'x' RETURN n", "! cannot stand here: not equal is written <>"),
        ("MATCH (n) WHERE n.name == 'x' RETURN n", "= cannot stand here: equal is written with one ="),
        ("MATCH (n) WHERE n.name LIKE 'x%' RETURN n", "LIKE cannot stand here: write CONTAINS, STARTS WITH"),
        ("MATCH (n) RETURN n.kind, count(*) GROUP BY n.kind", "GROUP cannot stand here: rows are grouped by"),
        ("MATCH (n) RETRUN n", "RETRUN cannot stand here: RETURN may be meant"),
        ("RETURN 2024-01-01 AS day", "01 is no number; a day is a text"),
        ("MTCH (n) RETURN n", "MTCH cannot stand here: MATCH may be meant"),
        ("MATCH\u00a0(n) RETURN n", "U.00A0 is not Cypher here: a plain blank is meant"),
        (f"RETURN {' OR '.join(['1 = 2'] * 200)} AS x", "for a long chain of OR write IN"),
    ],
)
def test_a_refusal_says_what_is_meant(text: str, said: str) -> None:
    """Words of other languages and slips are told with what Cypher has in their place."""
    with pytest.raises(RefusedError, match=said):
        admit(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("MATCH (n:Entity) RETURN n.kind AS k, count(*) + n.seats AS x", "n.seats stands beside count"),
        ("MATCH (l)-[r:HOLDS_SEATS]->(p) RETURN p.id AS p, r.seats / sum(r.seats) AS x", "r.seats stands beside sum"),
        ("MATCH (n) WITH count(*) AS t MATCH (n) RETURN n.kind AS k, 1.0 * count(*) / t AS x", "t stands beside count"),
        ("MATCH (n) RETURN {c: count(*), k: n.kind} AS x", "n.kind stands beside count"),
        ("MATCH (n:Bloc) RETURN count(n.name, n.id) AS x", "count.. takes one value"),
        ("MATCH (a:Bloc)-[a]->(b) RETURN a", "a is the name of a node and of a relationship"),
        ("MATCH (a)-[r]->(b), (r:Bloc) RETURN a", "r is the name of a node and of a relationship"),
        ("RETURN 1 AS a UNION RETURN 2 AS a UNION ALL RETURN 2 AS a", "UNION and UNION ALL in one query"),
        ("MATCH (n:Bloc) RETURN n.name WHERE n.id = 'c'", "WHERE stands before RETURN"),
        ("RETURN cuont(1) AS x", r"Unknown function: cuont .line 1, column 8"),
        ("MATCH (n:Bloc) RETURN n.name, g.name", r"Undefined variable 'g' .line 1, column 31"),
        ("MATCH (a)-[:LEADS|:HELD]->(b) RETURN count(*)", "a colon behind . .* runs on Neo4j"),
    ],
)
def test_what_has_no_meaning_is_not_answered(graph_file: Path, text: str, said: str) -> None:
    """What Neo4j refuses and the embedded engine would answer with a wrong value is refused there, with its place."""
    with pytest.raises(QueryError, match=said) as caught:
        run_text(graph_file, admit(text), {}, seconds=10, rows=5)
    assert caught.value.line == 1


@pytest.mark.parametrize(
    "text",
    [
        "MATCH (n:Entity) RETURN n.kind AS k, n.kind + count(*) AS x, CASE n.kind WHEN 'a' THEN count(*) END AS y",
        "MATCH (l)-[r:HOLDS_SEATS]->(p) RETURN p, 100.0 * sum(r.seats) / p.population AS x",
        "MATCH (n:Bloc) RETURN [x IN collect(n.id) WHERE x > 'a' | x + 'b'] AS x, date().year + count(n) AS y",
        "MATCH (n:Bloc) RETURN reduce(s = 0, x IN collect(1) | s + x) + count(*) AS x, {a: count(n), b: [1, 2]} AS y",
        "MATCH (n:Bloc) WITH *, 1 AS x RETURN count(n) > 0 AND true AS x, n:Party AND count(*) > 1 AS y, n AS z",
        "MATCH (a)-[r:LEADS]->(b) WITH a AS r RETURN count(r) AS x",
        "MATCH (r:Bloc) RETURN r.id AS x UNION MATCH ()-[r:LEADS]->() RETURN r.id AS x UNION RETURN 'a' AS x",
        "MATCH (n:Bloc) WITH n WHERE n.id STARTS WITH 'c' RETURN n.id AS x",
        "MATCH (d:Source) RETURN duration.between(date(min(d.added)), date(max(d.added))).years AS x",
        "MATCH (n:Entity) RETURN count(CASE n.kind WHEN 'bloc', 'party' THEN 1 END) AS x",
    ],
)
def test_what_is_like_it_and_has_a_meaning_is_let_through(text: str) -> None:
    """Groups by name, loops, constants, and names that are used anew are no such slips."""
    assert admit(text).misread is None


def test_a_message_of_the_server_ends_with_a_sentence() -> None:
    """Of a message of several lines the sentences of the first are told, and none that breaks off."""
    said = "The ends are the same. This can happen if you\nperform a search\nfor some."
    told = _told(Neo4jError._hydrate_neo4j(code="Neo.ClientError.Statement.ArgumentError", message=said))
    assert told == {"error": "text", "message": "The ends are the same", "line": None, "column": None}
