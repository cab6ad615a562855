"""Every face says the same of every cell: the terminal, the web page, the offline page, the map and JSON."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from graph.checks.settle import settle
from loaders.folder import UserDocument, gather
from majlis.page.model import ViewModel
from majlis.pictures.areas import areas_of
from majlis.pictures.councils import councils
from majlis.pictures.documents import where_document
from majlis.pictures.map import provinces
from majlis.pictures.outlines import Outlines, read_outlines
from majlis.terminal.where import council_text, where_text
from majlis.terminal.why import why_text
from majlis.web.app import application
from majlis.web.snapshot import GraphHolder
from majlis.wording.coverage import table
from queries.checking.coverage import coverage
from queries.view import GraphView
from queries.where import where, where_many
from queries.where.answer import Where
from queries.why import why

from .conftest import asked
from .made import country, nowhere, shown

ELSEWHERE = Path(__file__).parent / "elsewhere"
NAMES = ("figure", "party", "alliance", "bloc")
WORLDS = ("shipped", "published", "disputed", "estmark", "differ")


@dataclass(frozen=True)
class World:
    """A graph with every face of it, and the map of its country if there is one."""

    graph: GraphView
    client: TestClient
    model: ViewModel
    outlines: Outlines | None
    answers: list[tuple[Where, dict[str, Any]]]  # about every name, and as JSON


@pytest.fixture(scope="module", params=WORLDS)
def world(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, data: Path) -> World:
    """The shipped data, the published list alone, two papers that differ, and two other countries."""
    if request.param == "estmark":
        found = gather(ELSEWHERE, [UserDocument(ELSEWHERE / name) for name in ("final.txt", "press.txt")], only=True)[0]
        graph = asked(found, settle(found)[0])
    elif request.param == "differ":
        graph = country("sources_differ")
    else:
        graph = request.getfixturevalue({"shipped": "graph"}.get(request.param, request.param))
    path = tmp_path_factory.mktemp(request.param) / "world.kgl"
    graph.store.save(path)  # type: ignore[attr-defined]
    client = TestClient(application(GraphHolder(str(path))), base_url="http://127.0.0.1:8285")
    outlines = None if request.param in ("estmark", "differ") else read_outlines(data)
    names = [row["id"] for row in graph.run("names") if row["kind"] in NAMES]
    answers = [(answer, answer.to_dict()) for answer in where_many(graph, names)]
    return World(graph, client, shown(graph, outlines=outlines, stager=nowhere), outlines, answers)


def plain(html: str) -> str:
    """The words of a text, without markup and marks of direction."""
    return " ".join(re.sub("[\u2066-\u2069]", "", unescape(re.sub(r"<[^>]*>", " ", html))).split())


def bare(html: str) -> str:
    """The words of a text without spaces, which markup may part anywhere."""
    return plain(html).replace(" ", "")


def number(cell: dict[str, Any]) -> str:
    """A number of seats: one, or the two ends where sources dispute it; and what else a source says of them."""
    least, most = cell["seats"], cell["most"]
    said = str(least) if least == most else f"{least} {'or' if most - least == 1 else 'to'} {most}"
    *earlier, last = [said, *map(str, cell["others"])]
    return f"{', '.join(earlier)} or {last}" if earlier else last


def mark(cell: dict[str, Any], answer: dict[str, Any]) -> str:
    """What stands behind a number or a name of a preliminary count, or where the council's size is worked out."""
    told = cell["status"] != "did_not_stand" and head(cell, answer) != "unknown"
    counted = [cell["standing"]] if cell["status"] == "none" else [item["standing"] for item in cell["lists"]]
    size = "*" if told and cell["size_standing"] == "inferred" else ""
    return ("^" if "preliminary" in counted else "") + size


def of_council(cell: dict[str, Any], size: int | None) -> str:
    """A number of seats of a council's size."""
    return f"{number(cell)} of {size}" if size is not None else number(cell)


def head(cell: dict[str, Any], answer: dict[str, Any]) -> str:
    """What must be said of a cell, from the JSON of the answer alone."""
    size, kind = cell["council_size"], answer["subject"]["kind"]
    if cell["status"] == "seats":
        return of_council(cell, size)
    if cell["status"] == "none":
        own = "none on a list that a source places in it" if kind == "bloc" else "none on its own list"
        return "stood and won none" if cell["stood"] else own
    if cell["status"] == "unknown":
        listless = (kind in ("figure", "bloc") and not answer["lists"]) or "reported" in cell
        return "unknown" if listless or size is None else f"unknown, 0 to {size - cell['accounted']}"
    return {"shared": "on a joint list, its part not reported", "did_not_stand": "did not stand"}[cell["status"]]


def whole(cell: dict[str, Any], answer: dict[str, Any]) -> str:
    """The beginning of the longer form of the same."""
    size, said = cell["council_size"], head(cell, answer)
    if cell["status"] == "seats":
        several = size is not None or max(cell["most"], *cell["others"], 0) > 1
        return f"{said} seats" if several else f"{said} seat"
    if cell["status"] == "none":
        return said.replace("none", f"none of {size}", 1) if size else said
    return f"{said} of {size} seats" if " 0 to " in said else said


def paragraphs(text: str) -> list[str]:
    """The lines of an answer in a terminal, those that were wrapped whole again."""
    return re.sub(r"\n {2,}", " ", text).split("\n")


def test_the_terminal_says_every_cell(world: World) -> None:
    """Each council stands in the line of its status, with its number; asked alone it has the same words."""
    places = {item.subject.candidate.id: item for item in councils(world.graph)}
    for answer, data in world.answers:
        text = paragraphs(plain_lines(where_text(answer)))
        groups = {line.partition(": ")[0]: f", {line.partition(': ')[2]}," for line in text if ": " in line}
        shared = " ".join(line for line in text if line.startswith("Shared: "))
        for cell in data["provinces"]:
            name, said, star = cell["name"], head(cell, data), mark(cell, data)
            if cell["status"] == "seats":
                row = rf"{re.escape(name)} +{said}{re.escape(star)}(  |$)"
                assert any(re.match(row, line) for line in text), (data["asked"], name)
            elif cell["status"] == "shared":
                for held in cell["lists"]:
                    assert f"{name} {of_council(held, cell['council_size'])}{star}" in shared
            elif cell["status"] == "none":
                assert f", {name}{star}," in groups[said.capitalize()]
            elif "reported" in cell:
                assert f", {name} (reported in words [" in groups["Unknown"]
            elif cell["status"] == "unknown" and data["lists"]:
                assert f", {name}{star} ({said.partition(', ')[2] or 'size not known'})," in groups["Unknown"]
            elif cell["status"] == "did_not_stand":
                absent = re.search("boycotted|barred from|did not stand", text[0])
                assert absent or f", {name}," in groups["Did not stand"]
            alone = plain(council_text(answer, places[cell["id"]]))
            assert f"in {name}, " in alone
            assert f": {whole(cell, data)}" in alone
        for place in data["no_vote"]:
            assert f", {place['name']}," in groups["No vote"]
            assert ": held no vote." in plain(council_text(answer, places[place["id"]]))


def plain_lines(text: str) -> str:
    """A text without marks of direction."""
    return re.sub("[\u2066-\u2069]", "", text)


def test_the_web_page_says_every_cell(world: World) -> None:
    """The row of each council on the page of a name, and the page of statements about one cell of each sort."""
    sorts: dict[tuple[object, ...], tuple[str, str, str]] = {}
    for answer, data in world.answers:
        html = world.client.get(f"/where/{answer.subject.candidate.id}").text
        rows = {id: plain(row) for id, row in re.findall(r'<tr id="([^"]+)">(.*?)</tr>', html, re.DOTALL)}
        for cell in data["provinces"]:
            said = head(cell, data) + mark(cell, data)
            assert rows[cell["id"]].startswith(f"{cell['name']} {said}"), (data["asked"], cell["name"])
            assert re.match(r"( |:|$)(?!of|or|to)", rows[cell["id"]].removeprefix(f"{cell['name']} {said}"))
            for held in cell["lists"] if cell["status"] == "shared" else ():
                assert f"{held['name']} {of_council(held, cell['council_size'])}" in rows[cell["id"]]
            sort = cell["status"], cell["stood"], cell["seats"] == cell["most"], said == "unknown", cell["council_size"]
            sorts[sort] = answer.subject.candidate.id, cell["id"], f"{cell['name']}: {whole(cell, data)}"
        for place in data["no_vote"]:
            assert rows[place["id"]] == f"{place['name']} held no vote"
    for name, council, said in sorts.values():
        assert said in plain(world.client.get(f"/why/{name}/{council}").text)


def test_the_offline_page_says_every_cell(world: World) -> None:
    """The page's data have each cell's status and numbers, and words that say the same."""
    data = world.model.to_dict()
    holders = {holder["id"]: holder for holder in data["holders"]}
    voted = {council["id"]: council["status"] for council in data["councils"]}
    for answer, found in world.answers:
        cells = holders[answer.subject.candidate.id]["cells"]
        assert set(cells) == {cell["id"] for cell in found["provinces"]}
        for expected in found["provinces"]:
            cell = data["cells"][cells[expected["id"]]]
            words = data["words"][cell["words"]]
            assert (cell["status"], cell.get("seats")) == (expected["status"], expected["seats"])
            assert cell.get("most", cell.get("seats")) == expected["most"]
            assert words["head"] == head(expected, found), (found["asked"], expected["name"])
            assert words.get("mark", "") == mark(expected, found)
            assert words["whole"].startswith(whole(expected, found))
            for held in expected["lists"] if cell["status"] == "shared" else ():
                assert f" {of_council(held, expected['council_size'])}" in words["whole"]
            assert bool(cell.get("differ")) == (expected["disputed"] or expected["dissent"])
        assert all(voted[place["id"]] == "no_vote" for place in found["no_vote"])


def test_the_map_says_every_cell(world: World) -> None:
    """Each province of the picture has the words of its cell, and the letters on it the number or none."""
    for answer, data in world.answers:
        areas = {area.id: area for area in areas_of(answer)}
        if world.outlines:
            drawn = provinces(list(areas.values()), world.outlines, "", "").inline()
            labels = dict(re.findall(r'data-province="([^"]+)"[^>]*aria-label="([^"]*)"', drawn))
        else:
            said = plain(where_document(answer, {}, None))
            labels = {id: area.label for id, area in areas.items() if plain(area.label) in said}
        for cell in data["provinces"]:
            assert plain(labels[cell["id"]]).startswith(f"{cell['name']}: {whole(cell, data)}"), data["asked"]
            area = areas[cell["id"]]
            assert (area.status, area.seats, area.most) == (cell["status"], cell["seats"], cell["most"])
            letters = {"seats": head(cell, data).partition(" of ")[0], "none": ""}
            assert area.letters == letters.get(cell["status"], area.letters)
        for place in data["no_vote"]:
            assert plain(labels[place["id"]]) == f"{place['name']}: held no vote"


def test_every_face_says_the_same_value(world: World) -> None:
    """A fact has one value in words in the coverage, on the offline page, and where it is disputed in why as well."""
    found = coverage(world.graph)
    columns = {column.name: column for column in table(found, by="fact").columns}
    what, value = columns["what"], columns["value"]
    told = {fact.head: fact.said for fact in world.model.facts}
    for fact in found.facts:
        said, name = value.cell(fact), plain(str(what.cell(fact)))
        if fact.disputed:
            disputed = f"{name}: disputed, {said}"
            assert disputed in plain(why_text(why(world.graph, fact.subject)))
            assert bare(disputed) in bare(world.client.get(f"/entity/{fact.subject}").text)
            assert told[name] == f"disputed, {said}"
        elif fact.counts and name in told:
            assert told[name] == (said or "")


def test_the_walk_meets_what_the_faces_once_told_apart(graph: GraphView, published: GraphView) -> None:
    """The cells and the fact about which they differed are among those that are walked, and are what they were."""
    diyala = {cell.id: cell for cell in where(graph, "kdp").provinces}["IQ-DI"]
    kirkuk = {cell.id: cell for cell in where(published, "ali-dawai").provinces}["IQ-KI"]
    turnout = next(fact for fact in coverage(graph).facts if fact.fact.startswith("turnout/IQ-BA/"))
    assert (diyala.status, diyala.stood) == ("none", True)
    assert (kirkuk.status, kirkuk.missing, kirkuk.perhaps) == ("unknown", 2, None)
    assert turnout.values == (43.0, 45.6)
