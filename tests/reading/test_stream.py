"""A table of any length is read part by part, and says what it would say if it were read whole."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

import loaders
from graph.errors import DocumentError
from graph.model import Registry, Statement
from graph.names import Resolver
from loaders import Marked

NOBODY = Registry({}, (), {}, ())
ROWS = [f"Ward {number // 7},List {number % 7},{number + 10},{number % 5}" for number in range(70)]
CONFLICT = "Ward 0,List 0,999,4"  # of the first row, in the last
TABLE = ["Province,Party,Votes,Seats", *ROWS, CONFLICT]


@pytest.fixture
def parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tables of more than ten lines are streams."""
    monkeypatch.setattr("loaders.reading.stream.PART", 10)
    monkeypatch.setattr("loaders.shapes.general.PART", 10)


def read(path: Path, rows: Sequence[str]) -> list[Marked]:
    """What is read in a table."""
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return list(loaders.read(path, NOBODY, Resolver(())).marked())


def test_a_stream_says_what_the_whole_says(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """Claims, gaps, lines and spans are the same, and numbers that disagree far apart are both only proposed."""
    path = tmp_path / "table.csv"
    whole = read(path, TABLE)
    request.getfixturevalue("parts")
    assert read(path, TABLE) == whole
    doubted = [one.span.line for one in whole if one.reason == "the document gives another number for the same"]
    assert doubted == [2, 2, 72, 72]


@pytest.mark.usefixtures("parts")
def test_a_table_too_long_to_hold_is_gone_through_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a table with more claims than are held the same is said."""
    held = read(tmp_path / "table.csv", TABLE)
    monkeypatch.setattr("loaders.reading.stream._MOST_HELD", 20)
    assert read(tmp_path / "table.csv", TABLE) == held


@pytest.mark.usefixtures("parts")
def test_a_row_of_several_lines_keeps_the_lines_below_it_right(tmp_path: Path) -> None:
    """Where a cell of the first part holds a line's end, the claims of later parts stand in the lines of the file."""
    rows = [TABLE[0], '"Ward\n0",List 9,7,1', *ROWS]
    last = [one for one in read(tmp_path / "table.csv", rows) if isinstance(one.item, Statement)][-1]
    assert last.span.line == len(rows) + 1


@pytest.mark.usefixtures("parts")
def test_a_second_table_far_below_is_a_table_of_its_own(tmp_path: Path) -> None:
    """Behind a blank row the header of the next table says what its columns are."""
    rows = [*TABLE[:31], "", "Party,Seats", *(f"Group {number},{number + 1}" for number in range(20))]
    seats = {
        one.item.subject_text: one.item.value
        for one in read(tmp_path / "tables.csv", rows)
        if isinstance(one.item, Statement) and one.item.predicate == "holds_seats"
    }
    assert [seats[f"Group {number}"] for number in (0, 19)] == [1, 20]


def test_what_is_no_stream_has_a_limit_that_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A long text that is no table of values is refused in words; the same table as CSV is read."""
    monkeypatch.setattr("loaders.shapes.general.LARGEST_HELD", 500)
    path = tmp_path / "table.txt"
    path.write_text("\n".join(row.replace(",", " | ") for row in TABLE), encoding="utf-8")
    with pytest.raises(DocumentError, match=r"save its tables as CSV"):
        list(loaders.read(path, NOBODY, Resolver(())).marked())
    assert read(tmp_path / "table.csv", TABLE)
