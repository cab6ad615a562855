"""The page's parts are made once for a graph, and kept for the next page and the next server."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.stores.embedded import EmbeddedStore
from majlis.page import keeping
from majlis.page.parts import Parts
from queries.view import GraphView

from .made import known_of, stored


@pytest.fixture
def graph(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> GraphView:
    """A small country's graph in a file, and an empty cache."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    stored(known_of("house_and_councils")).save(tmp_path / "graph.kgl")
    return GraphView(EmbeddedStore.open(tmp_path / "graph.kgl"))


def test_parts_are_made_once(graph: GraphView, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second page of the same graph makes no part, and has the same bytes."""
    parts = Parts(graph)
    assert not parts.are_kept
    first = {name: parts.packed(name) for name in parts.names}
    monkeypatch.setattr(Parts, "part", lambda self, name: pytest.fail("it was made again"))
    again = Parts(graph)
    assert again.are_kept
    assert {name: again.packed(name) for name in again.names} == first


def test_another_day_code_or_graph_has_parts_of_its_own(
    graph: GraphView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is kept is for the very graph, code and day, and for the elections that the page is about."""
    parts = Parts(graph)
    for name in parts.names:
        parts.packed(name)
    assert not Parts(graph, parts.elections[1].id).are_kept
    with monkeypatch.context() as patch:
        patch.setenv("MAJLIS_TODAY", "2024-08-01")
        assert not Parts(graph).are_kept
    with monkeypatch.context() as patch:
        patch.setattr(keeping, "_code", lambda: "another")
        assert not Parts(graph).are_kept
    stored(known_of("two_blocs")).save(tmp_path / "graph.kgl")
    assert GraphView(EmbeddedStore.open(tmp_path / "graph.kgl")).file is not None
    assert graph.file is None
    assert Parts(graph).packed("rules")


def test_a_damaged_part_is_made_again(graph: GraphView, tmp_path: Path) -> None:
    """A part that lost an end in the cache, or has other bytes, is as good as none."""
    parts = Parts(graph)
    first = {name: parts.packed(name) for name in parts.names}
    for file in tmp_path.glob("cache/majlis/part-*-rules.kept"):
        file.write_bytes(file.read_bytes()[:-5])
    for file in tmp_path.glob("cache/majlis/part-*-names.kept"):
        file.write_bytes(bytes([file.read_bytes()[0] ^ 1, *file.read_bytes()[1:]]))
    again = Parts(graph)
    assert not again.are_kept
    assert {name: again.packed(name) for name in again.names} == first
    assert again.are_kept


def test_a_graph_in_memory_keeps_nothing() -> None:
    """A graph that is in no file may change: its parts are made anew."""
    parts = Parts(GraphView(stored(known_of("two_blocs"))))
    assert parts.packed("names")
    assert not parts.are_kept
