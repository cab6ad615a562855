"""A terminal's room: 80 columns, four sources, and nothing lost that says a number or a dispute."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from majlis.terminal.table import table
from majlis.terminal.text import ROOM, Room, columns_of

from .command import Run, run_here

ROWS = [
    ("National Resolve (Al-Hasm) Alliance", "1 or 2", "1.4% or 2.8%", "11th", "##", "[3] paragraph 6; [2] 4; +2 !"),
    ("Azm", "5", "7.0%", "joint 4th", "#####", "[1] item 6"),
]


@pytest.fixture
def run(graph_file: Path) -> Run:
    """`majlis` on the shipped graph."""
    return lambda *arguments: run_here(*arguments, "--graph", graph_file, MAJLIS_TODAY="2026-11-28")


@pytest.fixture
def narrow() -> Iterator[None]:
    """Room for 66 columns."""
    token = ROOM.set(Room(66))
    yield
    ROOM.reset(token)


def test_a_table_is_whole_where_there_is_room() -> None:
    """Nothing is cut without a limit."""
    assert all(cell in line for row, line in zip(ROWS, table(ROWS), strict=True) for cell in row)


@pytest.mark.usefixtures("narrow")
def test_a_table_keeps_its_numbers_and_its_marks() -> None:
    """Of where it stands the numbers of the sources are left, and that sources dispute; bars go, texts are broken."""
    first, *rest, second = table(ROWS, right=frozenset({1, 2}))
    assert max(map(columns_of, (first, *rest, second))) <= 66
    assert "1 or 2  1.4% or 2.8%" in first
    assert first.endswith("[3] [2] +2 !")
    assert (first[:16], rest) == ("National Resolve", [" (Al-Hasm) Alliance"])
    assert "#" not in first + second
    assert second.endswith("[1] item 6") or second.endswith("[1]")


@pytest.mark.parametrize(
    "command",
    [
        ("who", "Baghdad"),
        ("where", "Maliki", "--election", "councils"),
        ("allies", "Maliki"),
        ("largest",),
        ("offices", "Baghdad"),
    ],
    ids=lambda command: command[0],
)
def test_no_line_but_an_address_is_wider_than_80_columns(run: Run, command: tuple[str, ...]) -> None:
    """In a pipe, whatever stands in the answer; a command to copy is never broken."""
    for line in run(*command).stdout.splitlines():
        assert columns_of(line) <= 80 or "http" in line or "majlis " in line, line


def test_four_sources_are_told_and_all_where_they_are_asked_for(run: Run) -> None:
    """How many more there are stands below."""
    few, every = (run("offices", "Baghdad", *more).stdout for more in ((), ("--sources",)))
    assert "[4] " in few
    assert "\n[5] " not in few
    assert few.rstrip().endswith("4 more: --sources")
    assert "\n[8] " in every
    assert "more: --sources" not in every
