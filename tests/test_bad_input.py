"""Documents that are not as they should be: a clear word for each, no figure lost, and nothing made up."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.command import Ran, run_here
from tests.test_formats import pdf, workbook

# What cannot be read at all: the document, its name, and the words that say so. All end with exit code 3.
UNREADABLE = {
    "an empty file": (b"", "report.txt", "the file is empty"),
    "a binary file": (bytes(range(256)) * 40, "report.txt", "this is a binary file"),
    "a PDF with a password": (pdf("Reed 12", key="x"), "report.pdf", "this PDF has a password"),
    "a scanned PDF": (pdf("", ""), "report.pdf", "its 2 pages are pictures or empty. Have its text recognised"),
    "a line of 50 MB": (b"a " * 25_000_000, "report.txt", "more than 10,000,000 characters. Break it into lines"),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_cannot_be_read_says_so_and_what_to_do(tmp_path: Path, name: str) -> None:
    """Each ends with the file, what it is and what to do, within seconds."""
    content, file, words = UNREADABLE[name]
    path = tmp_path / file
    path.write_bytes(content)
    start = time.process_time()
    done = run_here("read", path)
    assert (done.returncode, words in done.stderr, str(path) in done.stderr) == (3, True, True), done.stderr
    assert time.process_time() - start < 20


Read = Callable[..., tuple[Ran, dict[str, Any]]]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Reads a document, as JSON."""

    def of(content: bytes | str, name: str = "report.md") -> tuple[Ran, dict[str, Any]]:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        done = run_here("read", path, "--format", "json")
        return done, json.loads(done.stdout)

    return of


def stated(found: dict[str, Any]) -> list[tuple[str, str | None, Any]]:
    """The claims that count: of whom, where, how many."""
    return [
        (claim["subject_text"], claim["object_text"], claim["value"])
        for claim in found["statements"]
        if claim["certainty"] == "stated" and claim["predicate"] == "holds_seats"
    ]


def told(found: dict[str, Any]) -> str:
    """All that is said beside the claims."""
    return " ".join(row.get("reason") or row["text"] for key in ("unreadable", "notes") for row in found[key])


def test_a_spreadsheet_of_ten_sheets_with_merged_cells_and_formulas(read: Read) -> None:
    """Every sheet is read, a merged place holds for its rows, and a sum that was never calculated is told."""
    done, found = read(workbook(10), "seats.xlsx")
    assert done.returncode == 0
    claims = [row for row in found["statements"] if row["predicate"] == "holds_seats"]
    assert {(row["subject_text"], row["object_text"], row["value"]) for row in claims} == {
        ("Reed", "Lower Valley", 12),
        ("River", "Lower Valley", 3),
    }
    assert {row["locator"].partition(",")[0] for row in claims} == {f"Sheet {number}" for number in range(1, 11)}
    assert told(found).count("cells with a formula and no value: 1") == 10


def test_a_table_whose_columns_cannot_be_told(read: Read) -> None:
    """No claim is made of it; each of its figures is listed with that reason, and the exit code is 3."""
    done, found = read("Zat,Qor,Bip\nalpha,17,hm\nbeta,x,4\n12,gamma,\n", "t.csv")
    assert (done.returncode, found["statements"]) == (3, [])
    assert [row["text"] for row in found["unreadable"]] == ["17", "4", "12"]
    assert {row["reason"] for row in found["unreadable"]} == {"the column is not understood"}


TABLE = "| List | Seats |\n|---|---|\n| Reed Party | {} |\n| Hill Union | {} |\n\n"


@pytest.mark.parametrize(
    "text",
    [
        "# Election of 2019\n\n" + TABLE.format(3, 5) + "# Election of 2024\n\n" + TABLE.format(4, 4),
        "# Results\n\n" + TABLE.format(3, 5) + "Later the page gave:\n\n" + TABLE.format(4, 4),
    ],
    ids=["two elections", "two tables that conflict"],
)
def test_two_numbers_for_one_thing_state_nothing(read: Read, text: str) -> None:
    """Of two elections, or two tables at odds, in one page no number counts before a person says which."""
    _, found = read(text)
    assert stated(found) == []
    figures = [row["value"] for row in found["statements"]] + [int(row["text"]) for row in found["unreadable"]]
    assert sorted(figures) == [3, 4, 4, 5]


def test_a_poll_states_nothing(read: Read) -> None:
    """Shares and projected seats of a poll are no results: all of them are listed as a forecast."""
    poll = (
        "Opinion poll, voting intention. The survey has a margin of error of 3 percent.\n\n"
        "Reed Party: 31%\nHill Union: 25%\nProjected seats: Reed Party 40 seats, Hill Union 31 seats.\n"
    )
    done, found = read(poll, "poll.txt")
    assert (done.returncode, found["statements"]) == (3, [])
    assert {"31", "25", "40"} <= {row["text"] for row in found["unreadable"]}


def test_mixed_digits_are_the_same_numbers(read: Read) -> None:
    """Arabic-Indic digits and their separators are read beside others."""
    rows = "| حزب القصب | ١٢٬٣٤٥ | 3 |\n| اتحاد النهر | 9,876 | ٢ |\n"
    text = f"# بغداد\n\n| القائمة | الأصوات | المقاعد |\n|---|---|---|\n{rows}"
    _, found = read(text)
    assert sorted(row["value"] for row in found["statements"]) == [2, 3, 9876, 12345]


def test_control_characters_of_direction_change_no_figure(read: Read) -> None:
    """A document that turns its letters round has the figures that stand in it, and turns no terminal round."""
    text = "| List | Seats |\n|---|---|\n| \u202eReed\u202c Party\u200f | 12 |\n| Hill\u2066 Union\u2069 | 5 |\n"
    _, found = read(text)
    assert sorted(row["value"] for row in found["statements"]) == [5, 12]
    shown = run_here("read", found["document"]).stdout
    assert "\u202e" not in shown


def test_a_document_in_a_language_without_a_table_says_so(read: Read) -> None:
    """In a language that nobody gave words for nothing is read, and that is said with what to do."""
    done, found = read("Tulemused\nPunane erakond sai 12 kohta ja Sinine liit 9 kohta Riigikogus.\n", "report.txt")
    assert (done.returncode, found["statements"]) == (3, [])
    assert "nothing was read: it looks like 2 lines of text" in told(found)


def test_a_long_table_is_read_or_stopped_and_said(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    """Past its deadline a reading says at which line it stopped, and what it read before stays."""
    monkeypatch.setattr("loaders.deadline.SECONDS", 0.0)
    monkeypatch.setattr("loaders.deadline.SECONDS_A_MEGABYTE", 0.0)
    _, found = read("# Results\n\n" + TABLE.format(3, 5) * 3)
    assert "reading took too long and stopped before line" in told(found)
