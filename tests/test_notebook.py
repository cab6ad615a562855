"""What `docs/` gives to other tools works: the notebook runs, the style file is near grey."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

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
    assert names["councils"]["seats"].sum() == 35
    assert sum(item.seats for item in names["council"].lists) == names["council"].accounted
    assert names["councils_of"]["state-of-law"] == 10
    assert len(names["found"].rows) == len(names["council"].lists)


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
