"""The picture of the nodes and ties in rows of a Cypher text: each once, in the same places, no names on each other."""

from __future__ import annotations

import re
from itertools import combinations
from xml.etree import ElementTree

import pytest
from starlette.testclient import TestClient

from graph.kinds import Kind
from majlis.pictures.rows import MOST, Drawn, Node, drawn, picture
from majlis.pictures.svg import text_width
from majlis.web.app import application
from majlis.web.snapshot import GraphHolder

TIES = "MATCH (a:Entity)-[r:LEADS]->(b:Alliance) RETURN a, r, b ORDER BY a.id, b.id LIMIT 12"
PATHS = "MATCH p = (f:Figure)-[:LEADS|MEMBER_OF*1..3]->(b:Bloc) RETURN p LIMIT 12"


@pytest.fixture(scope="module")
def client(graph_file: object) -> TestClient:
    """A browser that asks the server on the shipped graph."""
    return TestClient(application(GraphHolder(str(graph_file))), base_url="http://127.0.0.1:8285")


def node(id: str, kind: str = "party") -> dict[str, object]:
    """A node as rows hold it."""
    return {"labels": ["Entity"], "properties": {"id": id, "name": id.title(), "kind": kind}}


def test_nodes_and_ties_are_found_in_every_form() -> None:
    """Alone, in a list, in a path; a tie without ends has those of its fact; each once."""
    tie = {"type": "LEADS", "properties": {"id": "f1"}}
    path = {
        "nodes": [node("ada", "figure"), node("reds")],
        "relationships": [{"start": "ada", "end": "reds", "type": "MEMBER_OF", "properties": {"id": "f2"}}],
    }
    found = drawn([[node("reds"), tie], [[node("blues")], path]], {"f1": ("ada", "blues")}, {})
    assert list(found.nodes) == ["reds", "blues", "ada"]
    assert list(found.ties) == [("ada", "blues", "LEADS"), ("ada", "reds", "MEMBER_OF")]


def test_a_tie_alone_is_drawn_with_its_ends() -> None:
    """Their names come from the graph."""
    names = {id: Node(id, id.title(), Kind.PARTY) for id in ("ada", "reds")}
    found = drawn([[{"type": "LEADS", "properties": {"id": "f1"}}]], {"f1": ("ada", "reds")}, names)
    assert list(found.nodes) == ["ada", "reds"]


def test_rows_without_nodes_draw_nothing() -> None:
    """Numbers, texts and maps of a user's own are no nodes."""
    assert drawn([[1, "x", None, {"labels": 3}, {"type": "x"}]], {}, {}).nodes == {}


def test_the_first_nodes_are_drawn_and_the_others_counted() -> None:
    """A picture stays one that can be read."""
    found = drawn([[node(f"n{at}")] for at in range(MOST + 5)], {}, {})
    assert (len(found.nodes), found.more) == (MOST, 5)


def test_no_names_overlap_and_the_picture_is_the_same_twice() -> None:
    """A star, a chain and nodes alone, with long names."""
    nodes = {f"n{at}": Node(f"n{at}", f"A rather long name of {at}", Kind.PARTY) for at in range(24)}
    ties = {("n0", f"n{at}", "LEADS"): None for at in range(1, 9)} | {
        (f"n{at}", f"n{at + 1}", "MEMBER_OF"): None for at in range(10, 16)
    }
    found = Drawn(nodes, ties)
    first = picture(found, {}, "Title", "Text").inline()
    assert first == picture(found, {}, "Title", "Text").inline()
    root = ElementTree.fromstring(first)  # noqa: S314 - our own picture
    boxes = []
    for group in root.iter("{http://www.w3.org/2000/svg}g"):
        x, y = map(float, re.findall(r"-?[\d.]+", group.attrib["transform"]))
        text = group.find("{http://www.w3.org/2000/svg}text")
        assert text is not None
        boxes.append((x, y, text_width(text.text or "", 12.0) / 2))
    assert len(boxes) == 24
    for (x, y, half), (other_x, other_y, other_half) in combinations(boxes, 2):
        assert abs(x - other_x) >= half + other_half or abs(y - other_y) >= 14


@pytest.mark.parametrize("text", [TIES, PATHS])
def test_the_page_draws_what_the_rows_hold(client: TestClient, text: str) -> None:
    """With a title in words, and nodes by their names in the table; data stays whole."""
    page = client.get("/cypher", params={"text": text}).text
    assert '<svg xmlns="http://www.w3.org/2000/svg" class="majlis"' in page
    assert re.search(r"<figcaption>\d+ nodes, \d+ ties\.", page)
    assert "&#34;labels&#34;" not in page
    assert "labels" in str(client.get("/cypher.json", params={"text": text}).json()["rows"][0])
    arabic = client.get("/cypher", params={"text": text, "lang": "ar"}).text
    assert "صلة" in arabic or "صلات" in arabic


def test_every_example_of_the_page_runs(client: TestClient) -> None:
    """Each gives rows, and names nothing that there is not."""
    page = client.get("/cypher").text
    links = [part.partition('"')[0] for part in page.split('href="/cypher?text=')[1:]]
    assert len(links) >= 4
    for link in links:
        shown = client.get("/cypher?text=" + link.replace("&amp;", "&"))
        assert shown.status_code == 200
        assert "rows" in shown.text
        assert 'class="reading"' not in shown.text


def test_hostile_names_are_only_text(client: TestClient) -> None:
    """A name that is markup is escaped in the picture."""
    found = Drawn({"x": Node("x", "<script>alert(1)</script>", Kind.PARTY)}, {})
    assert "<script>" not in picture(found, {}, "<b>", "<i>").inline()
