"""A data folder of one's own, where something is wrong in it or in what is added: told with what to do, and no more."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from tests.command import Ran

OF = "iq-2023-governorates"
TABLE = "List,Province,Seats\nNabni,Najaf,3\nAzm,Anbar,2\n"
SAID = ("--title", "A page", "--publisher", "The Gazette", "--election", OF)


@pytest.fixture
def mine(tmp_path: Path, run: Callable[..., Ran]) -> Path:
    """An empty folder."""
    folder = tmp_path / "mine"
    run("init", folder)
    return folder


def written(folder: Path) -> dict[str, list[dict[str, str]]]:
    """The rows of each table of a folder that has any."""
    found = {path.name: list(csv.DictReader(io.StringIO(path.read_text("utf-8")))) for path in folder.rglob("*.csv")}
    return {name: rows for name, rows in found.items() if rows}


def document(folder: Path, text: str, name: str = "page.csv") -> Path:
    """A file beside the folder."""
    path = folder.parent / name
    path.write_text(text, encoding="utf-8")
    return path


# --- Sources ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("row", ["nabni,holds_seats,IQ-NA,9", "nabni,votes,IQ-NA,900", "IQ-NA,turnout,,40"])
def test_a_row_of_no_known_source_is_told_and_stops_nothing(run: Callable[..., Ran], mine: Path, row: str) -> None:
    """A statement whose source has no row decides nothing; its file and line are told, and what to do."""
    (mine / "statements").mkdir()
    table = mine / "statements" / "hand.csv"
    table.write_text(f"subject,predicate,object,value,election,source\n{row},{OF},nowhere\n", encoding="utf-8")
    told = f"{table}:2: no source 'nowhere' is known: write its row in sources.csv, or correct the id [known-sources]"
    checked = run("check", "--with", mine)
    assert (checked.returncode, checked.stdout.strip()) == (3, told)
    built = run("build", "--with", mine, "--to", mine.parent / "own.kgl")
    assert (built.returncode, f"{told}; its claims are dissent" in built.stderr) == (0, True)
    asked = run("where", "Nabni", "--election", OF, "--graph", mine.parent / "own.kgl")
    assert (asked.returncode, "nowhere" in asked.stdout) == (0, False)


def test_an_id_that_the_table_of_sources_refuses_is_not_written(run: Callable[..., Ran], mine: Path) -> None:
    """A `source:` that no address takes is refused before anything is added."""
    page = document(mine, f"---\nsource: my source id\ntitle: T\nelection: {OF}\n---\n{TABLE}", "page.md")
    done = run("add", page, "--into", mine)
    assert (done.returncode, "the id is 'my source id'" in done.stderr, written(mine)) == (3, True, {})


def test_one_document_under_two_names_is_one_source(run: Callable[..., Ran], mine: Path) -> None:
    """The same bytes under another name are refused with the first one named, in one command or in two."""
    first, second = document(mine, TABLE, "first.csv"), document(mine, TABLE, "second.csv")
    both = run("add", first, second, "--into", mine, "--election", OF)
    assert (both.returncode, "second.csv holds the same, letter by letter, as first.csv" in both.stderr) == (2, True)
    assert written(mine) == {}
    assert run("add", first, "--into", mine, "--election", OF).returncode == 0
    before = written(mine)
    assert (run("add", second, "--into", mine, "--election", OF).returncode, written(mine)) == (2, before)
    assert run("add", first, "--into", mine, "--election", OF).returncode == 0


def test_an_id_of_the_data_is_told_with_its_place(run: Callable[..., Ran], mine: Path) -> None:
    """Who gives a new entity an id that the data have is told where they have it."""
    (mine / "entities.csv").write_text("id,kind,name,source\nnabni,party,Another,x\n", encoding="utf-8")
    assert "the id 'nabni' stands twice: entities.csv:" in run("check", "--with", mine).stderr


# --- Claims -------------------------------------------------------------------------------------------------

HAND = "predicate,subject,object,value\nholds_seats,Nabni,Najaf,3\n"


def test_a_typed_table_needs_no_id_of_a_source(run: Callable[..., Ran], mine: Path) -> None:
    """Title and publisher, in options, make the source, and the same id when they are given again."""
    for _ in range(2):
        done = run("add", document(mine, HAND), "--into", mine, *SAID)
        assert done.returncode == 0, done.stderr
    assert [row["id"] for row in written(mine)["sources.csv"]] == ["the-gazette-a-page"]
    assert len(written(mine)["the-gazette-a-page.csv"]) == 1


@pytest.mark.parametrize("form", ["semicolons", "tabs", "sheet"])
def test_a_table_of_claims_is_known_as_a_spreadsheet_saves_it(run: Callable[..., Ran], mine: Path, form: str) -> None:
    """With semicolons and a mark of its encoding, in UTF-16 with tabs, or as XLSX: the claims are the same."""
    read = run("read", document(mine, TABLE), "--format", "csv", "--election", OF).stdout
    rows = list(csv.reader(io.StringIO(read)))
    again = mine.parent / ("claims.xlsx" if form == "sheet" else "claims.csv")
    if form == "sheet":
        book = openpyxl.Workbook()
        assert book.active is not None
        for row in rows:
            book.active.append([int(cell) if cell.isdecimal() else cell for cell in row])
        book.save(again)
    else:
        delimiter, encoding = {"semicolons": (";", "utf-8-sig"), "tabs": ("\t", "utf-16")}[form]
        with again.open("w", encoding=encoding, newline="") as out:
            csv.writer(out, delimiter=delimiter).writerows(rows)
    done = run("add", again, "--into", mine)
    assert done.returncode == 0, done.stderr
    kept = written(mine)["page.csv"]
    assert [(row["subject"], row["object"], row["value"]) for row in kept] == [
        ("nabni", "IQ-NA", "3"),
        ("azm", "IQ-AN", "2"),
    ]
    assert "documents.csv" not in written(mine)


def test_a_broken_row_of_a_spreadsheet_is_named_by_its_sheet(run: Callable[..., Ran], mine: Path) -> None:
    """Where a row of a sheet is no claim, the message has the sheet and the row."""
    book, path = openpyxl.Workbook(), mine.parent / "claims.xlsx"
    assert book.active is not None
    for row in (["predicate", "subject", "object", "value", "note"], ["holds_seats", "Nabni", "Najaf", "three"]):
        book.active.append(row)
    book.save(path)
    done = run("add", path, "--into", mine, *SAID)
    assert (done.returncode, "Sheet, row 2: value is 'three'" in done.stderr) == (3, True)


def test_a_yes_on_what_was_not_read_is_told(run: Callable[..., Ran], mine: Path) -> None:
    """A row that makes no claim is refused where somebody accepts it, and is a claim once it is filled."""
    table = "item,accept,predicate,subject,object,value,subject_text,reason\nunreadable,yes,{},{},{},{},4 up,a change\n"
    done = run("add", document(mine, table.format("", "", "", "")), "--into", mine, *SAID)
    assert (done.returncode, "it is no claim: fill predicate, subject and value" in done.stdout) == (3, True)
    filled = table.format("holds_seats", "Nabni", "Najaf", "4")
    assert run("add", document(mine, filled), "--into", mine, *SAID).returncode == 0
    assert [row["value"] for row in written(mine)["the-gazette-a-page.csv"]] == ["4"]


@pytest.mark.parametrize(
    ("row", "todo"),
    [
        ("IQ-NA,turnout,140,,", "a percent from 0 to 100"),
        ("nabni,holds_seats,-1,,", "a whole number from 0"),
        ("IQ-NA,last_held,31/02/2021,,", "a day that there was, as 2023"),
        ("nabni,holds_seats,3,2021-02-31,", "Write a day that there was"),
    ],
)
def test_a_wrong_value_is_told_with_what_is_right(run: Callable[..., Ran], mine: Path, row: str, todo: str) -> None:
    """The message says the range that the predicate takes."""
    table = document(mine, f"subject,predicate,value,since,object\n{row}\n")
    assert todo in run("add", table, "--into", mine, *SAID).stderr


# --- Documents ----------------------------------------------------------------------------------------------


def test_the_first_time_nothing_was_there(run: Callable[..., Ran], mine: Path) -> None:
    """Only rows that stand in the folder are told as known: each once, when the same is added again."""
    table = document(mine, "predicate,subject,object,value\nholds_seats,Nabni,Najaf,3\nholds_seats,Azm,Anbar,2\n")
    assert "there already" not in run("add", table, "--into", mine, *SAID).stdout
    assert "2 rows were there already" in run("add", table, "--into", mine, *SAID).stdout


def test_what_a_corrected_file_no_longer_says_is_told(run: Callable[..., Ran], mine: Path) -> None:
    """The rows of the folder that an earlier file of the source said, and this one does not, are named."""
    head = f"---\ntitle: Results\nelection: {OF}\n---\n"
    page = document(mine, head + TABLE, "page.md")
    run("add", page, "--into", mine)
    assert "does not say this" not in run("add", page, "--into", mine).stderr
    page.write_text(head + TABLE.replace("Azm,Anbar,2", "Azm,Anbar,3"), encoding="utf-8")
    told = run("add", page, "--into", mine).stderr
    assert f"{mine / 'statements' / 'results.csv'}:3: {page} does not say this: holds_seats Azm Anbar 2" in told
    assert told.count("does not say this") == 1


def test_of_many_rows_that_a_file_does_not_say_the_first_are_named(run: Callable[..., Ran], mine: Path) -> None:
    """A further part of a source says none of the first part's rows: some are named, and how many more there are."""
    head = f"---\ntitle: Results\nelection: {OF}\n---\nList,Province,Seats\n"
    run("add", document(mine, head + "".join(f"List {at},Najaf,1\n" for at in range(23)), "one.md"), "--into", mine)
    told = run("add", document(mine, head + "Nabni,Najaf,3\n", "two.md"), "--into", mine).stderr
    assert (told.count("does not say this"), "And 3 more rows" in told) == (20, True)


SHARES = "Party,Vote share\nNabni,25.7%\nAzm,18.9%\n"
TWICE = "Party,Seats\nNabni,37\nNabni,38\n"


@pytest.mark.parametrize(
    ("text", "told", "untold"),
    [
        ("when,where,what\n09:00,Basra,rain\n", "majlis read --columns", "are understood"),
        (SHARES, "Its columns are understood: majlis read lists each figure with the reason", "--columns"),
        (TWICE, "what it says is only proposed", "--columns"),
    ],
)
def test_what_is_advised_can_be_done(run: Callable[..., Ran], mine: Path, text: str, told: str, untold: str) -> None:
    """Of a document of which nothing counts, each command says what helps, by options that the named command has."""
    page = document(mine, text)
    said = run("check", page, "--election", OF).stderr + run("add", page, "--into", mine, "--election", OF).stderr
    assert (told in said, untold in said) == (True, False), said


@pytest.mark.parametrize("said", [("--election", "ml-2022"), ("--published", "yesterday"), ("--kind", "rumour")])
def test_what_is_said_wrongly_of_a_document_ends_alike(
    run: Callable[..., Ran], mine: Path, said: tuple[str, str]
) -> None:
    """An election, a date or a kind that is none is one sort of mistake, in an option and in front matter."""
    page = document(mine, TABLE)
    stated = document(mine, f"---\n{said[0][2:]}: {said[1]}\n---\n{TABLE}", "page.md")
    assert [run("read", page, *said).returncode, run("read", stated).returncode] == [3, 3]
    assert ("a row in entities.csv" in run("read", stated).stderr) == (said[0] == "--election")


def test_a_folder_that_is_none_ends_alike(run: Callable[..., Ran], tmp_path: Path) -> None:
    """A folder of other things is refused alike as one to ask and as one to add to."""
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "a.txt").write_text("a", encoding="utf-8")
    asked = run("check", "--with", tmp_path / "notes")
    assert [asked.returncode, run("init", tmp_path / "notes").returncode] == [3, 3]


def test_a_build_says_that_the_folder_is_named_again(run: Callable[..., Ran], mine: Path) -> None:
    """A folder over the data is part of the questions that name it."""
    assert f"--with {mine}, or MAJLIS_WITH" in run("build", "--with", mine).stderr
