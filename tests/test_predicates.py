"""The table of predicates is the one place that says what a predicate is: a row more is a predicate more."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from graph.predicates import PREDICATES, UNTOLD
from graph.schema import EDGES, LABELS, NODES
from queries.affiliation.path import WALKED
from tests.command import command_line, program

ROOT = Path(__file__).parents[1]
CYPHER = ROOT / "queries" / "cypher"
INVENTED = """
    Predicate(
        "advises",
        _FIGURES,
        _MEMBERS,
        value=ValueKind.COUNT,
        per_election=False,
        edge=Edge("ADVISES", {**_DATED, "hours": "value"}),
        of_entity={"hours_given": "value"},
        told=5,
    ),
"""
CLAIMS = """subject,predicate,object,value,source,locator
ada-lindqvist,advises,bo-strand,12,estmark-yearbook,page 1
ada-lindqvist,leads,harbour-list,,estmark-yearbook,page 2
"""


def test_a_new_predicate_is_a_row(tmp_path: Path) -> None:
    """A copy of the packages with one row more builds, shows, asks and tells the new predicate."""
    for package in ("graph", "loaders", "queries", "majlis"):
        shutil.copytree(ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__"))
    table = tmp_path / "graph" / "predicates.py"
    text = table.read_text(encoding="utf-8")
    assert text.count("\n_ROWS = (\n") == 1
    table.write_text(text.replace("\n_ROWS = (\n", "\n_ROWS = (" + INVENTED), encoding="utf-8")
    data = tmp_path / "data"
    shutil.copytree(ROOT / "tests" / "elsewhere", data)
    (data / "statements.csv").write_text(CLAIMS, encoding="utf-8")
    environment = {"PYTHONPATH": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache")}

    def majlis(*words: str) -> object:
        command = command_line(*words, "--format", "json")
        found: object = json.loads(program(*command, cwd=tmp_path, **environment).stdout)
        return found

    asked = ("--data", str(data))
    edge = "MATCH (:Figure)-[r:ADVISES]->(b:Figure) MATCH (a:Figure {hours_given: 12}) RETURN a.id, b.id, r.hours"
    assert majlis("cypher", edge, *asked) == {
        "columns": ["a.id", "b.id", "r.hours"],
        "rows": [["ada-lindqvist", "bo-strand", 12]],
        "cut": False,
    }
    columns = ["id", "election", "since", "until", "standing", "disputed", "hours"]
    assert ["ADVISES", columns] in [[edge["type"], edge["properties"]] for edge in majlis("schema")["edges"]]  # type: ignore[index]
    told = [fact["predicate"] for fact in majlis("why", "ada-lindqvist", *asked)["facts"]]  # type: ignore[index]
    assert told[0] == "advises"
    assert "leads" in told


def test_what_is_told_first_has_a_place_of_its_own() -> None:
    """Two predicates share a place in the order of telling only at its end."""
    told = [row.told for row in PREDICATES.values() if row.told != UNTOLD]
    assert len(told) == len(set(told)) > 10
    assert max(told) < UNTOLD


def test_edges_of_one_type_end_alike() -> None:
    """Predicates that become edges of one type end at the same field and agree on what each property is."""
    rules: dict[tuple[str, str], set[str]] = {}
    for edge in (row.edge for row in PREDICATES.values() if row.edge):
        rules.setdefault((edge.type, "end"), set()).add(edge.end)
        for name, field in edge.properties.items():
            rules.setdefault((edge.type, name), set()).add(field)
    assert [rule for rule, fields in rules.items() if len(fields) > 1] == []


@pytest.mark.parametrize(
    ("query", "role"),
    [
        ("affiliation/all_ties", "tie"),
        ("affiliation/ties", "affiliation"),
        ("affiliation/figure_lists", "affiliation"),
        ("affiliation/figures_without_list", "affiliation"),
        ("seats/where_seats", "affiliation"),
    ],
)
def test_queries_follow_every_tie(query: str, role: str) -> None:
    """The queries of the network follow all ties of the table, those of a name's lists all affiliations."""
    text = (CYPHER / f"{query}.cypher").read_text(encoding="utf-8")
    first = re.findall(r"\[\w*:([A-Z_|]+)[*\]]", text)[0]
    assert set(first.split("|")) == {row.edge.type for row in PREDICATES.values() if row.edge and getattr(row, role)}


def test_the_query_of_ways_reads_all_that_a_way_may_take() -> None:
    """The query behind `path` names each type of edge that a way between two names is walked by."""
    text = (CYPHER / "affiliation" / "every_tie.cypher").read_text(encoding="utf-8")
    found = re.findall(r"\[r:([A-Z_|]+)\]", text)[0]
    assert set(found.split("|")) == set().union(*(types for _, types in WALKED))


def test_affiliations_are_ties() -> None:
    """What leads from a name to its lists is a line of the network too, and becomes an edge."""
    assert all(row.tie and row.edge for row in PREDICATES.values() if row.affiliation)
    assert all(row.edge for row in PREDICATES.values() if row.tie)


def test_the_style_file_knows_every_label() -> None:
    """The Neo4j Browser style names each label and type of edge once, captioned by a property that it has."""
    text = (ROOT / "docs" / "majlis.grass").read_text(encoding="utf-8")
    properties = {"Entity": {"name"}}
    for table in NODES:
        properties[table.extra_label or table.label] = {"id", "name", *table.properties}
    styled = {"node": {*LABELS.values(), *properties} - {"Entity"}, "relationship": set(EDGES)}
    for sort, labels in styled.items():
        found = re.findall(rf'^{sort}\.(\w+) \{{[^}}]*caption: "([^"]+)"', text, re.MULTILINE)
        assert sorted(label for label, _ in found) == sorted(labels)
        for label, caption in found:
            known = properties[label] if sort == "node" else {"id", *EDGES[label].properties}
            assert caption == "<type>" or caption[1:-1] in known, label
