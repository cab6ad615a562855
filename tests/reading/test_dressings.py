"""Made-up results come through any dressing of a table or a list."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import loaders
from graph.model import Registry, Statement
from graph.names import Resolver

from .dressings import DRESSINGS, Result

NOBODY = Registry({}, (), {}, ())
PLACES = ("Northmark", "Corvale", "Eastfield", "Vistoria", "Lake Haven", "Port Ansel", "Sundby", "Ombra", "West Tarn")
LISTS = (
    *("Harbour Union Party", "Green Valley Alliance", "National Renewal Front", "Movement for Rivers", "Reds"),
    *("Workers' List", "Liberal Gathering", "New Dawn", "PDU", "Farmers and Fishers", "Citizens First"),
)


@st.composite
def results(draw: st.DrawFn) -> Result:
    """A result of two to four places and two to five lists, each with votes, some without a seat."""
    places = tuple(draw(st.lists(st.sampled_from(PLACES), min_size=2, max_size=4, unique=True)))
    lists = tuple(draw(st.lists(st.sampled_from(LISTS), min_size=2, max_size=5, unique=True)))
    seats = st.lists(st.integers(1, 60), min_size=len(lists), max_size=len(lists)).map(tuple)
    votes = st.lists(st.integers(1200, 900_000), min_size=len(lists), max_size=len(lists)).map(tuple)
    return Result(places, lists, tuple(draw(seats) for _ in places), tuple(draw(votes) for _ in places))


@pytest.mark.parametrize("name", DRESSINGS)
@settings(max_examples=12, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(result=results())
def test_a_result_comes_through_its_dressing(tmp_path: Path, name: str, result: Result) -> None:
    """Every number is read with its list and its place, and no number is made up, whatever the layout."""
    text, facts = DRESSINGS[name](result)
    path = tmp_path / "result.txt"
    path.write_text(text, encoding="utf-8")
    reading = loaders.read(path, NOBODY, Resolver(()))
    read = {
        (one.predicate, None, one.subject_text, one.value)
        if one.predicate == "council_size"
        else (one.predicate, one.subject_text, one.object_text, one.value)
        for marked in reading.marked()
        if isinstance(one := marked.item, Statement)
    }
    assert read == facts, text
