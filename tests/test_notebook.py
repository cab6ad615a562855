"""What `docs/` gives to other tools works: the notebook runs, the style file is near grey."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas
import pytest
from playwright.sync_api import Browser

import majlis
from tests.command import program

DOCS = Path(__file__).parents[1] / "docs"


@pytest.fixture(scope="module")
def notebook() -> dict[str, Any]:
    """The notebook of docs/."""
    found: dict[str, Any] = json.loads((DOCS / "notebook.ipynb").read_text(encoding="utf-8"))
    return found


def _code(notebook: dict[str, Any]) -> list[dict[str, Any]]:
    return [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]


def test_the_notebook_runs(notebook: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every code cell runs in its order on the shipped data, and the answers are the published ones."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    names: dict[str, Any] = {"__name__": "notebook"}
    for cell in _code(notebook):
        exec(compile("".join(cell["source"]), f"cell {cell['id']}", "exec"), names)  # noqa: S102 - our own notebook
    assert names["answer"].totals["led"] == 35
    assert names["answer"]._repr_html_().count("<tr>") > 10
    assert names["leaders"].relations[0].other.id == "nouri-al-maliki"
    assert "<iframe" in names["page"]._repr_html_()
    assert names["councils"]["seats"].sum() == 35
    assert sum(item.seats for item in names["council"].lists) == names["council"].accounted
    assert names["councils_of"]["state-of-law"] == 10
    assert len(names["found"].rows) == len(names["council"].lists)


def test_the_notebook_uses_nothing_internal(notebook: dict[str, Any]) -> None:
    """No name with an underscore at its beginning, and nothing of the packages behind `majlis`."""
    text = "\n".join("".join(cell["source"]) for cell in _code(notebook))
    assert re.findall(r"\b_\w+|\.graph\b|from (?:graph|queries|loaders)\b", text) == []


@pytest.fixture(scope="module")
def opened(graph_file: Path) -> Iterator[majlis.Majlis]:
    """The shipped graph."""
    with majlis.open(str(graph_file)) as found:
        yield found


def test_every_answer_is_shown_as_a_table(opened: majlis.Majlis) -> None:
    """In a line, as HTML with the rows of its frame, as a frame, and as plain data."""
    at = "iq-2023-governorates"
    answers = [
        opened.where("Maliki", election=at),
        opened.who("Baghdad", election=at),
        opened.largest(election=at),
        opened.leaders("PUK"),
        opened.parts("Coordination Framework"),
        opened.allies("Maliki"),
        opened.absent(election=at),
        opened.offices("Governor of Baghdad"),
        opened.cypher("MATCH (n:Bloc) RETURN n.id AS id, n.name AS name"),
        opened.query("reach", figure="Maliki"),
    ]
    for answer in answers:
        line, html = repr(answer), answer._repr_html_()
        assert "\n" not in line
        assert len(line) < 120
        assert html
        assert html.count("<tr>") - 1 >= len(answer.to_pandas()) > 0
        assert answer.to_dict()


def test_rows_of_a_query_are_used_as_a_frame(opened: majlis.Majlis) -> None:
    """A column by its name, rows by place, their number; pandas takes it as it is, and keeps empty ones as answers."""
    found = opened.cypher("MATCH (n:Bloc) RETURN n.id AS id, n.name AS name ORDER BY id")
    assert len(found) == len(found.rows) > 1
    assert found["id"] == [row["id"] for row in found]
    assert found[0] == next(iter(found))
    assert found[:2] == list(found)[:2]
    frame = pandas.DataFrame(found)
    assert list(frame.columns) == list(found.columns)
    assert frame.equals(found.to_pandas())
    with pytest.raises(KeyError, match="the columns are id, name"):
        found["seats"]
    with pytest.raises(IndexError):
        found[len(found)]
    with pytest.warns(UserWarning, match='no id is "nobody"'):
        empty = opened.cypher("MATCH (n:Bloc {id: 'nobody'}) RETURN n.id AS id")
    assert len(empty) == 0
    assert empty
    assert list(empty.to_pandas().columns) == ["id"]


def test_a_frame_of_rows_needs_no_pandas(graph_file: Path) -> None:
    """Neither a column, a row nor the table of a notebook imports it."""
    code = (
        "import sys, majlis\n"
        f"with majlis.open({str(graph_file)!r}) as m:\n"
        "    found = m.cypher('MATCH (n:Bloc) RETURN n.id AS id')\n"
        "    found['id'], found[0], found._repr_html_(), m.query('elections')['id']\n"
        "assert 'pandas' not in sys.modules\n"
    )
    program(sys.executable, "-c", code, cwd=DOCS.parent)


def test_an_answer_about_several_bodies_is_shown_body_by_body(opened: majlis.Majlis) -> None:
    """Each under its heading."""
    html = opened.who("Baghdad")._repr_html_()
    assert html
    assert html.count("<h4>") == len(opened.who("Baghdad").answers) > 0


def test_hostile_names_are_only_text_in_a_notebook(opened: majlis.Majlis) -> None:
    """Whatever a cell holds is escaped."""
    html = opened.cypher("RETURN '<script>alert(1)</script>' AS x")._repr_html_()
    assert html
    assert "<script>" not in html


def test_the_page_opens_in_a_frame(opened: majlis.Majlis, chromium: Browser, tmp_path: Path) -> None:
    """`show` gives the page, opened on a name; in its frame it asks nothing of a network and draws the name."""
    shown = opened.show("Maliki")
    file = tmp_path / "cell.html"
    file.write_text(f'<!doctype html><meta charset="utf-8">{shown._repr_html_()}', encoding="utf-8")
    asked: list[str] = []
    page = chromium.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    frame = page.frames[1]
    frame.wait_for_selector("canvas", timeout=60_000)
    assert "Maliki" in frame.inner_text("body")
    page.close()
    assert all(url.startswith(("file:", "about:", "data:", "blob:")) for url in asked)


def test_the_notebook_is_kept_without_outputs(notebook: dict[str, Any]) -> None:
    """No cell keeps an output or a number of its run, and each has an id of its own."""
    assert [cell["id"] for cell in _code(notebook) if cell["outputs"] or cell["execution_count"] is not None] == []
    ids = [cell["id"] for cell in notebook["cells"]]
    assert len(ids) == len(set(ids))


def test_the_style_file_has_no_loud_colour() -> None:
    """Every colour is near grey, so that none is taken for a flag's or a sect's."""
    text = (DOCS / "majlis.grass").read_text(encoding="utf-8")
    colours = re.findall(r"#([0-9A-F]{2})([0-9A-F]{2})([0-9A-F]{2});", text)
    assert len(colours) > 20
    for colour in colours:
        parts = [int(part, 16) for part in colour]
        assert max(parts) - min(parts) <= 48, colour
