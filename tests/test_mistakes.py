"""A mistake in a user's text that no engine tells is told by the schema; what may be right is not."""

from __future__ import annotations

import pytest

from graph.gate import QueryError, admit
from graph.schema import EDGES, ENDS, LABELS, NUMBERS, PROPERTIES, TEXTS
from queries.cypher import free
from queries.mistakes import mistakes, refuse_mistakes
from queries.plain import Note
from queries.view import GraphView

_SEATS = "(:Alliance|Figure|Party)-[:HOLDS_SEATS]->(:Province)"
# Texts that are answered in silence by both engines, each with the values of the note that tells what is wrong.
TOLD: dict[str, dict[str, str]] = {
    "MATCH (p:Province)-[r:HOLDS_SEATS]->(l) RETURN r.seats": {
        "tie": "(:Province)-[:HOLDS_SEATS]->()",
        "known": _SEATS,
    },
    "MATCH (l)-[:HOLDS_SEATS]->(b:Body) RETURN l.name": {"tie": "()-[:HOLDS_SEATS]->(:Body)", "known": _SEATS},
    "MATCH (d:Source)-[:FROM]->(s:Statement) RETURN s.id": {
        "tie": "(:Source)-[:FROM]->(:Statement)",
        "known": "(:Statement)-[:FROM]->(:Source)",
    },
    "MATCH (d:Source) MATCH (s)<-[:FROM]-(d) RETURN s.id": {
        "tie": "(:Source)-[:FROM]->()",
        "known": "(:Statement)-[:FROM]->(:Source)",
    },
    "MATCH (a:Office)-[:LEADS]-(b:Party) RETURN a.id": {
        "tie": "(:Office)-[:LEADS]-(:Party)",
        "known": "(:Alliance|Figure|Party)-[:LEADS]->(:Alliance|Bloc|Figure|Party)",
    },
    "MATCH (b:Bloc)-[:MEMBER_OF*1..2]->(p) RETURN p.id": {
        "tie": "(:Bloc)-[:MEMBER_OF]->()",
        "known": "(:Alliance|Figure|Party)-[:MEMBER_OF]->(:Alliance|Bloc|Party)",
    },
    "MATCH (s:Statement)-[:ABOUT]->(d:Source) RETURN d.id": {
        "tie": "(:Statement)-[:ABOUT]->(:Source)",
        "known": "(:Statement)-[:ABOUT]->(:Entity)",
    },
    "MATCH ()-[r]->() WHERE type(r) = 'HOLD_SEATS' RETURN r.id": {"name": '"HOLD_SEATS"', "near": '"HOLDS_SEATS"'},
    "MATCH ()-[r]->() WHERE type(r) IN ['LEADS', 'HELP'] RETURN r.id": {"name": '"HELP"', "near": '"HELD"'},
    "MATCH (n) WHERE 'Politician' IN labels(n) RETURN n.id": {"name": '"Politician"'},
    "MATCH (n:Entity) WHERE n.kind = 'Figure' RETURN count(n) AS n": {"name": '"Figure"', "known": '"figure"'},
    "MATCH (n {kind: 'Figure'}) RETURN n.id": {"name": '"Figure"', "known": '"figure"'},
    "MATCH (n:Party) WHERE n.kind IN ['party', 'press'] RETURN n.id": {"what": "kind", "name": '"press"'},
    "MATCH (s:Statement) WHERE 'HOLDS_SEATS' = s.predicate RETURN s.id": {"known": '"holds_seats"'},
    "MATCH (n:Fact) WHERE n.standing <> 'Final' RETURN n.id": {"what": "standing", "known": '"final"'},
    "MATCH (n:Bloc) RETURN n['nmae'] AS m": {"name": '"nmae"', "near": '"name"'},
    "MATCH (s:Statement) RETURN s.publisher AS p": {"of": "Statement", "name": '"publisher"', "known": "Source"},
    "MATCH (p:Province) RETURN p.title AS t": {"of": "Province", "name": '"title"', "known": "Source"},
    "MATCH (p:Province) RETURN p.seats AS s": {"of": "Province", "name": '"seats"', "known": "Election"},
    "MATCH (:Party)-[r:HOLDS_SEATS]->() RETURN r.votes AS v": {"of": "HOLDS_SEATS", "known": "STOOD_IN"},
    "MATCH ()-[r:HOLDS_SEATS|LEADS {votes: 3}]->(p) RETURN p.id": {"of": "HOLDS_SEATS|LEADS", "known": "STOOD_IN"},
    "MATCH (s:Statement) WITH s ORDER BY s.id MATCH (s)-[:FROM]->(d) RETURN s.url": {"of": "Statement"},
    "MATCH (e:Election) WHERE e.date = 2023 RETURN e.id": {"what": "date", "name": "2023"},
    "MATCH (n) WHERE 2018 <= n.population_year RETURN n.id": {"what": "population_year", "name": "2018"},
    "MATCH (n:Province {population: '8126755'}) RETURN n.id": {"what": "population", "name": '"8126755"'},
    "MATCH (l)-[r:HOLDS_SEATS]->() WHERE r.seats > 5 AND r.seats < 'ten' RETURN r.id": {"what": "seats"},
    "MATCH (l)-[r:HOLDS_SEATS]->() WHERE r.seats > $text RETURN r.id": {"what": "seats", "name": '"ten"'},
    "MATCH (e:Election {id: 'iq-2023-governorate'}) RETURN e.id": {"known": '"iq-2023-governorates"'},
    "MATCH (e:Election {id: $id}) RETURN e.id": {"known": '"iq-2023-governorates"'},
    "MATCH (e:Election) WHERE e.id IN $ids RETURN e.id": {"known": '"iq-2023-governorates"'},
    "MATCH ()-[r:HOLDS_SEATS {election: '2025'}]->(p) RETURN r.id": {"known": '"iq-2025-representatives"'},
    "MATCH (s:Statement {subject: 'state-of-laws'}) RETURN s.id": {"what": "subject", "known": '"state-of-law"'},
    "MATCH (p:Province) WHERE p.name = 'baghdad' RETURN p.id": {"what": "name", "known": '"Baghdad"'},
    "MATCH (n:Figure) WHERE n.name = 'Maliki' RETURN n.id": {"known": '"Nouri al-Maliki"'},
    "MATCH (n:Entity {id: 'xyzzy-q'}) RETURN n.id": {"what": "id", "name": '"xyzzy-q"'},
    "MATCH (l)-[r:HOLDS_SEATS]->(p:Province) RETURN l.name AS l, sum(r.seats) AS s ORDER BY s": {"name": "seats"},
}
GIVEN = {"text": "ten", "id": "iq-2023-governorate", "ids": ["iq-2021-representatives", "iq-2023-governorate"]}
QUIET = [
    "MATCH (l)-[r:HOLDS_SEATS]->(p:Province) RETURN l.name, r.seats, p.population",
    "MATCH (p:Province)<-[:HOLDS_SEATS]-(l) RETURN l.id",
    "MATCH (p:Province)-[:HOLDS_SEATS]-(l) RETURN l.id",
    "MATCH (p:Province)-[:HOLDS_SEATS|OFFICE_IN]-(l) RETURN l.id",
    "MATCH (a:Party|Province)-[:HOLDS_SEATS]->(p) RETURN p.id",
    "MATCH (a:!Party)-[:HOLDS_SEATS]->(p) RETURN p.id",
    "MATCH (a:Entity)-[:HOLDS_SEATS]->(p:Entity) RETURN a.seats, p.capital",
    "MATCH (a:Figure)-[:LEADS|MEMBER_OF*0..3]->(b:Figure) RETURN b.id",
    "MATCH (a:Figure)-[:LEADS]->(l)<-[:MEMBER_OF]-(b:Figure) RETURN b.born",
    "MATCH (n:Statement) WITH count(n) AS c MATCH (n) RETURN n.publisher",
    "MATCH (n:Statement) RETURN n.id AS id UNION MATCH (n) RETURN n.publisher AS id",
    "MATCH (n:Statement) WITH n.id AS n RETURN n",
    "MATCH (n) WHERE n:Statement OR n:Source RETURN n.publisher",
    "MATCH (n) WHERE NOT (n:Statement) RETURN n.publisher",
    "MATCH (n) WHERE EXISTS { MATCH (m:Statement) } MATCH (m) RETURN m.publisher",
    "MATCH (n:Statement) RETURN [n IN [{publisher: 1}] | n.publisher] AS x",
    "MATCH (a:Party)-[p]->(b:Province) RETURN p.votes, b.population",
    "MATCH (n:Source) WHERE n.kind = 'press' RETURN n.id",
    "MATCH (n:Unresolved) WHERE n.kind = 'list' RETURN n.id",
    "MATCH (n) WHERE n.kind IN ['press', 'party', 'list'] RETURN n.id",
    "MATCH (n) WHERE n.kind STARTS WITH 'P' OR n.kind =~ 'P.*' OR toUpper(n.kind) = 'PARTY' RETURN n.id",
    "MATCH (n) WHERE n.name = 'Figure' AND n.id IN ['x'] RETURN n.id",
    "WITH {kind: 'Figure'} AS n WHERE n.kind = 'Figure' RETURN n['nmae'], n.kind",
    "UNWIND $rows AS row RETURN row['nmae'], ['nmae'], $p['nmae']",
    "MATCH (n) WHERE n.id IN ['kdp'] OR 'Party' IN labels(n) RETURN n.id",
    "MATCH ()-[r]->() WHERE type(r) = 'LEADS' OR 'HELD' = type(r) RETURN r.standing",
    "MATCH (f:Fact) WHERE f.value = '2013-06-20' OR f.value > 3 OR f.sources = 1 RETURN f.id",
    "MATCH (n:Province) WHERE n.lat > -90 AND n.founded >= '2014' AND n.area_km2 > $number RETURN n.id",
    "MATCH (n:Source {id: 'x'}), (m {id: 'y'}), (s:Statement {id: 'z'}) RETURN n.id",
    "MATCH (n:Figure {id: 'kdp'}) RETURN n.name AS name UNION MATCH (n:Party {id: 'kdp'}) RETURN n.name AS name",
    "MATCH (n:Party) WHERE n.id <> 'x' AND n.name > 'N' AND n.id <= 'n' RETURN n.id",
    "MATCH (n:Party) WHERE n.name = 'Kurdistan ' + 'Democratic Party' RETURN n.id",
    "MATCH (n:Party) WHERE n.id = $nothing OR n.sources = true RETURN n.id",
    "MATCH ()-[r:HOLDS_SEATS]->() RETURN r.election AS e, sum(r.seats) AS s",
    "MATCH (l)-[w:WON_IN_ALL]->(e:Election {id: 'iq-2025-representatives'}) RETURN sum(w.seats) AS s",
    "MATCH ()-[r]->(p:Province) RETURN sum(r.seats) AS s",
    "MATCH (p:Province) RETURN sum(p.population) AS s",
    "MATCH ()-[r:HOLDS_SEATS]->() RETURN max(r.seats) AS x, avg(r.seats) AS y",
]


def _values(notes: list[Note]) -> list[dict[str, object]]:
    return [dict(note.values) for note in notes]


@pytest.mark.parametrize("text", TOLD)
def test_a_mistake_is_told(graph: GraphView, text: str) -> None:
    """Ends, properties, types, words of no vocabulary, ids and names that there are not are told, and what there is."""
    admit(text)
    told = _values(mistakes(graph, text, GIVEN))
    assert len(told) == 1
    assert told[0] == told[0] | TOLD[text]


@pytest.mark.parametrize("text", QUIET)
def test_what_may_be_right_is_not_told(graph: GraphView, text: str) -> None:
    """Where it is not sure what a name stands for, or what stands at an end, nothing is said."""
    admit(text)
    assert mistakes(graph, text, {"p": {}, "number": 5, "rows": []}) == []


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("MATCH (n:FIGURE) RETURN n", '"Figure"'),
        ("MATCH (n) RETURN n.ID", '"id"'),
        ("MATCH ()-[:Holds_Seat]->() RETURN 1", '"HOLDS_SEATS"'),
        ("MATCH (n:Person)-[:LEADER_OF]->(:Foo) RETURN n.year", None),
    ],
)
def test_what_is_proposed_is_near(graph: GraphView, text: str, near: str | None) -> None:
    """Case apart the nearest name is proposed, and none that is far."""
    told = _values(mistakes(graph, text, {}))
    assert told
    assert {values.get("near") for values in told} == {near}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "MATCH (n:Entity {nme: 'Basra'}) RETURN n.id",
            'no Entity has a property "nme": the nearest is "name" .line 1',
        ),
        ("MATCH ()-->(s:Statement {publisher: 'x'}) RETURN s.id", 'no Statement has a property "publisher"'),
        ("MATCH (p:Province) RETURN sum(p.name) AS x", 'no "name" is one'),
        ("MATCH (n) RETURN n.kind AS k, avg(DISTINCT n.capital) AS x", 'no "capital" is one'),
    ],
)
def test_what_one_engine_alone_refuses_is_refused_before_an_engine_reads_it(text: str, said: str) -> None:
    """What one engine refuses and the other answers with nothing is refused for both, with its place."""
    with pytest.raises(QueryError, match=said) as caught:
        refuse_mistakes(admit(text))
    assert caught.value.line == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("MATCH (s:Statement) RETURN s.predicate AS p, avg(s.value) AS x ORDER BY p", True),
        ("MATCH (s:Statement {predicate: 'last_held'}) RETURN sum(s.value) AS x", True),
        ("MATCH (s:Statement {predicate: 'votes'}) RETURN sum(s.value) AS x", False),
        ("MATCH (s:Fact) WHERE s.predicate IN ['votes', 'turnout'] RETURN max(s.value) AS x, avg(s.value) AS y", False),
        ("MATCH (s:Statement) RETURN max(s.value) AS x", False),
    ],
)
def test_a_sum_that_leaves_out_texts_is_told(graph: GraphView, text: str, told: bool) -> None:
    """Values of several kinds are summed as far as they are numbers, and the answer says so."""
    assert ("texts_left_out" in {note.code for note in free(graph, text).notes}) is told


def test_numbers_and_texts_of_the_graph_are_those_of_the_tables(graph: GraphView) -> None:
    """Each property that holds a number may be summed, and one that holds texts holds nothing else."""
    for what in ("(n)", "()-[n]->()"):
        text = f"MATCH {what} UNWIND keys(n) AS k WITH k, n[k] AS v WHERE {{}} RETURN DISTINCT k ORDER BY k"
        numbers, texts = (
            {name for (name,) in free(graph, text.format(of)).rows} for of in ("v > 0 OR v <= 0", "v > '' OR v = ''")
        )
        assert numbers
        assert numbers <= NUMBERS
        assert texts - {"title"}
        assert texts <= TEXTS | {"value"}
        assert not texts & (NUMBERS - {"value"})


def test_few_of_many_ids_are_told(graph: GraphView) -> None:
    """Of many ids that there are not the first are told, and the others once these are mended."""
    text = f"MATCH (n:Entity) WHERE n.id IN {[f'xyzzy-{at}' for at in range(50)]} RETURN n.id"
    assert [values["name"] for values in _values(mistakes(graph, text, {}))] == ['"xyzzy-0"', '"xyzzy-1"', '"xyzzy-2"']


def test_all_edges_of_the_graph_stand_between_labels_of_the_table(graph: GraphView) -> None:
    """The table of ends, and that of properties by label, have all that a graph holds."""
    found = free(graph, "MATCH (a)-[r]->(b) RETURN DISTINCT type(r) AS t, labels(a) AS a, labels(b) AS b ORDER BY t")
    assert found.rows
    assert all({*start} <= ENDS[type][0] and {*end} <= ENDS[type][1] for type, start, end in found.rows)
    assert ENDS.keys() == EDGES.keys()
    for kind, label in LABELS.items():
        rows = free(graph, f"MATCH (n:{label}) RETURN properties(n) AS p ORDER BY n.id").rows
        names = {name for (each,) in rows for name, value in each.items() if value is not None}
        assert names - {"title"} <= PROPERTIES[label], kind
