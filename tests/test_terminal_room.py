"""A terminal's room: 80 columns, four sources, and nothing lost that says a number or a dispute."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from majlis.terminal.table import table
from majlis.terminal.text import ROOM, Room, columns_of, wrap

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


def narrowed(columns: int, rows: list[tuple[str, ...]], head: tuple[str, ...], right: set[int]) -> list[str]:
    """A table in so many columns."""
    token = ROOM.set(Room(columns))
    try:
        return table(rows, head=head, right=frozenset(right))
    finally:
        ROOM.reset(token)


HEAD = ("List", "Place by seats", "Share", "Named as")
LONG = [("Reconstruction and Development Coalition", "12", "1.4%", "a member of parliament"), ("Azm", "5", "7%", "-")]
WORDS = {word for row in [HEAD, *LONG] for cell in row for word in cell.split()}


@pytest.mark.parametrize("columns", range(34, 90, 4))
def test_no_word_is_broken_and_nothing_is_lost(columns: int) -> None:
    """However narrow it is, as long as the widest words have room: all words stand there, and in no other parts."""
    lines = narrowed(columns, LONG, HEAD, {1, 2})
    assert max(map(columns_of, lines)) <= columns
    assert {word for line in lines for word in line.split()} == WORDS


def test_what_gives_way_comes_in_order() -> None:
    """A heading in two lines; a name of many lines above its row; all of a row below its name; several tables."""
    wide, above, below = (narrowed(columns, LONG, HEAD, {1, 2}) for columns in (70, 52, 40))
    assert wide[0].split() == ["List", "Place", "by", "Share", "Named", "as"]
    assert wide[1].split() == ["seats"]
    assert above[2] == "Reconstruction and Development Coalition"
    assert above[0].startswith("List  ")
    assert (below[0], below[-2], below[-1].split()) == ("List", "Azm", ["5", "7%", "-"])
    counted = [("Anbar", *"123456789"), ("Babil", *"987654321")]
    parts = narrowed(40, counted, ("", *(f"Column {number}" for number in range(9))), set(range(1, 10)))
    assert [line.split()[0] for line in parts if line[:1].strip()] == ["Anbar", "Babil"] * 3


COMMANDS = [
    ("who", "Baghdad"),
    ("where", "Maliki"),
    ("where", "KDP"),
    ("where", "Coordination Framework"),
    ("where", "Maliki", "--election", "councils"),
    ("influence", "Maliki"),
    ("influence", "councils"),
    ("coverage", "councils"),
    ("coverage", "councils", "--by", "matrix"),
    ("history", "Baghdad"),
    ("members", "Anbar"),
    ("margins",),
    ("allies", "Maliki"),
    ("largest",),
    ("compare", "Maliki", "Hakim"),
    ("offices", "Baghdad"),
    ("query",),
]


@pytest.mark.parametrize("columns", [60, 80, 120])
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_line_but_an_address_is_wider_than_the_terminal(
    run: Run, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...], columns: int
) -> None:
    """Whatever stands in the answer; a command to copy is never broken."""
    monkeypatch.delenv("MAJLIS_ELECTION")
    monkeypatch.setenv("COLUMNS", str(columns))
    for line in run(*command).stdout.splitlines():
        assert columns_of(line) <= columns or "http" in line or "majlis " in line, line


def test_four_sources_are_told_and_all_where_they_are_asked_for(run: Run) -> None:
    """How many more there are stands below."""
    few, every = (run("offices", "Baghdad", *more).stdout for more in ((), ("--sources",)))
    assert "[4] " in few
    assert "\n[5] " not in few
    assert few.rstrip().endswith("4 more: --sources")
    assert "\n[8] " in every
    assert "more: --sources" not in every


def test_a_paragraph_is_as_wide_as_the_columns_that_it_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Marks that stand above letters make no line shorter, later lines are indented, and a long word stays whole."""
    monkeypatch.setenv("COLUMNS", "20")
    assert wrap("ن\u064f\u0651 " * 10 + "ن", "  ") == " ".join(["ن\u064f\u0651"] * 10) + "\n  ن"
    assert wrap("  The seats of a council-of-several-words are", "    ").splitlines() == [
        "  The seats of a",
        "    council-of-several-words",
        "    are",
    ]
