"""Sheets that people keep by hand: notes and blank lines among the rows, short headers, measures below the table."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import openpyxl

import loaders
from graph.model import Registry, Statement
from graph.names import Resolver
from loaders.formats import content_of, lay
from loaders.reading.found import Certainty, Claim, Unread
from loaders.reading.reader import read_lines

from .test_mechanisms import reasons, stated

NOBODY = Resolver(())
ROOT = Path(__file__).parents[2]
Facts = set[tuple[str, str | None, str | None, object]]
CANDIDATES = (
    "Marden Borough Council, local election 7 June 2029 - our own sheet\n\n"
    "LEA\tCandidate\tParty\t1st pref\tElected on count\tElected?\n"
    "Hill\tAda Brown\tRP\t1,912\t1\tyes\n"
    "Hill\tBen Cole\tBU\t742\t\t\n"
    "\t\t\t\t\t\n"
    "Low\tCarl Dunn\tBU\t1,780\t3\tyes\n"
    "\t\t\t\t\t\n"
    "\t\tboxes counted twice\t\t\t\n"
    "\t\t\t\t\t\n"
    "Low\tDora Earl\tRP\t1,655\t4\tyes\n\n"
    "Seats: Hill 4, Low 3\n"
)
COUNTIES = (
    "# Bureau of statistics - final results\n# Table of the lists with seats, by county\n"
    '"code","county","list_code","list","valid_votes","share_pct","seats"\n'
    '"X1","Marden","0361","Reds",21844,31.43,13\n"X1","Marden","0362","Blues, Hill",18310,26.34,10\n'
    '"X2","Corvale","0363","Reds",15507,22.31,9\n'
    "# Turnout: Marden 38.9, Corvale 45.2\n"
)
MATRIX = (
    '{| class="wikitable"\n! rowspan="2" | Constituency\n! colspan="2" | PP !! colspan="2" | Reds\n|-\n'
    "! % !! {{abbr|S|Seats}} !! % !! {{abbr|S|Seats}}\n|-\n| Marden || 36.0 || 7 || 28.1 || 6\n|-\n"
    "| Corvale || 33.9 || 5 || 22.8 || 4\n|}\n"
)


def of_file(tmp_path: Path, name: str, text: str) -> tuple[Facts, set[str]]:
    """What a file states, and the texts of the figures that became no claim."""
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    found = read_lines(list(lay(content_of(path)).again()), NOBODY).found
    said = [one for one in found if isinstance(one, Claim) and one.certainty is Certainty.STATED]
    return (
        {(one.predicate, one.subject, one.object, one.value) for one in said},
        {one.text for one in found if isinstance(one, Unread)},
    )


def test_blank_lines_and_notes_part_no_rows_of_a_sheet(tmp_path: Path) -> None:
    """Rows below a blank line that have no header of their own have that of the table above, with its places."""
    said, _ = of_file(tmp_path, "sheet.tsv", CANDIDATES)
    for name, area, votes in (("Ada Brown", "Hill", 1912), ("Carl Dunn", "Low", 1780), ("Dora Earl", "Low", 1655)):
        assert {("candidate_votes", name, area, votes), ("won_seat", name, area, None)} <= said
    assert ("candidate_votes", "Ben Cole", "Hill", 742) in said
    assert not any(one[0] in ("holds_seats", "votes") or one[3] == 3 for one in said if one[0] != "council_size")


def test_a_table_with_a_header_of_its_own_begins_below_a_blank_line(tmp_path: Path) -> None:
    """What its header says counts, and not that of the table above it."""
    said, _ = of_file(tmp_path, "two.csv", "List,Seats\nReds,9\nBlues,4\n\nList,Votes\nReds,1200\nBlues,700\n")
    assert said == {
        ("holds_seats", "Reds", None, 9), ("holds_seats", "Blues", None, 4),
        ("votes", "Reds", None, 1200), ("votes", "Blues", None, 700),
    }  # fmt: skip


def test_a_measure_before_the_places_of_a_table_is_that_of_each(tmp_path: Path) -> None:
    """A label and a colon lead to places that the table above has: their sizes, their turnouts."""
    assert {("council_size", None, "Hill", 4), ("council_size", None, "Low", 3)} <= of_file(
        tmp_path, "sheet.tsv", CANDIDATES
    )[0]
    assert {("turnout", None, "Marden", 38.9), ("turnout", None, "Corvale", 45.2)} <= of_file(
        tmp_path, "counties.csv", COUNTIES
    )[0]


def test_places_that_nothing_shows_to_be_such_have_no_turnout() -> None:
    """A label of a measure before names of which none is known states nothing."""
    assert not stated("Turnout (%): Koshi 61.2, Madhesh 58.7, Bagmati 63.9")


def test_low_lines_part_the_words_of_a_header(tmp_path: Path) -> None:
    """In "valid_votes" are votes, "list_code" counts nothing, and comments are no rows."""
    said, unread = of_file(tmp_path, "counties.csv", COUNTIES)
    assert {("votes", "Reds", "Marden", 21844), ("holds_seats", "Blues, Hill", "Marden", 10)} <= said
    assert unread == {"31.43", "26.34", "22.31"}


def test_capitals_over_a_measure_are_a_name(tmp_path: Path) -> None:
    """What stands over a share and over a letter for seats is a list: "PP" are no percentage points."""
    said, _ = of_file(tmp_path, "matrix.wikitext", MATRIX)
    assert {("holds_seats", "PP", "Marden", 7), ("holds_seats", "Reds", "Corvale", 4)} <= said


def test_two_measures_of_one_row_are_each_its_own() -> None:
    """A number and a share behind "Votes cast / turnout"; what it changed by is neither."""
    table = (
        "Party | Votes | % | ±\n---|---|---|---\nReds | 600 | 60.0 | +1.2\nBlues | 400 | 40.0 | −1.2\n"
        "Votes cast / turnout | 1,034 | 65.31 | −1.19\n"
    )
    assert {("voters", None, None, 1034), ("turnout", None, None, 65.31)} <= stated(table)
    assert reasons(table)["−1.19"] == "a change against another vote"


def test_who_a_list_was_led_by_heads_a_column() -> None:
    """Below "Conduite par", as below "Led by", stand leaders."""
    table = "Liste\tConduite par\tVoix\tSièges\nRose\tAda Brown\t58 913\t26\nHerbe\tBen Cole\t47 206\t19\n"
    assert {("leads", "Ada Brown", "Rose", None), ("leads", "Ben Cole", "Herbe", None)} <= stated(table)


def test_a_sum_may_say_of_what_it_is() -> None:
    """A row that begins with the word for a sum and goes on in small letters is no place and no list."""
    seats = "| Council | Red Party | Blue Party |\n|---|---|---|\n| Marden | 4 | 3 |\n| Corvale | 5 | 2 |\n"
    said = stated(f"Seats by council\n\n{seats}| Total declared | 9 | 5 |\n")
    assert ("holds_seats", "Red Party", "Marden", 4) in said
    assert "Total declared" not in {place for _, _, place, _ in said}
    votes = "| Party | Votes |\n|---|---|\n| Reds | 1200 |\n| Total for the City | 900 |\n| Total, all lists | 2100 |\n"
    names = {subject for _, subject, _, _ in stated(f"Votes\n\n{votes}")}
    assert "Total for the City" in names
    assert "Total, all lists" not in names


def test_a_measure_in_a_matrix_is_of_each_place() -> None:
    """A row of turnouts below the seats of lists has one of each place that heads a column."""
    seats = (
        "| Party | Marden | Corvale | Total |\n|---|---|---|---|\n| Red Party | 4 | 3 | 7 |\n| Blues | 5 | 2 | 7 |\n"
    )
    said = stated(f"Seats of each party by province\n\n{seats}| Turnout (%) | 33.7 | 41.1 | |\n")
    assert {("turnout", None, "Marden", 33.7), ("turnout", None, "Corvale", 41.1)} <= said


def test_a_poll_beside_its_turnout_is_the_vote(tmp_path: Path) -> None:
    """Below "Poll" a share of those who voted is a turnout, and no forecast."""
    page = (
        "<table><tr><th rowspan=2>Council</th><th colspan=2>Seats won</th><th>Poll</th></tr>"
        "<tr><th>Red Party</th><th>Blue Party</th><th>Turnout %</th></tr>"
        "<tr><td>Marden Town Council</td><td>4</td><td>3</td><td>63.4</td></tr>"
        "<tr><td>Corvale Town Council</td><td>2</td><td>5</td><td>61.4</td></tr></table>"
    )
    assert ("turnout", None, "Marden Town Council", 63.4) in of_file(tmp_path, "page.html", page)[0]


def test_a_caption_says_what_a_table_counts(tmp_path: Path) -> None:
    """The caption of a table that speaks of seats tells the unit of its columns."""
    wiki = (
        '{| class="wikitable"\n|+ Number of seats of each list\n! Party !! Marden !! Corvale !! Total\n|-\n'
        "| Red Party || 4 || 3 || 7\n|-\n| Blue Party || 5 || 2 || 7\n|}\n"
    )
    assert ("holds_seats", "Red Party", "Marden", 4) in of_file(tmp_path, "page.wiki", wiki)[0]


def test_a_claim_of_a_page_stands_in_the_line_of_its_cell(tmp_path: Path) -> None:
    """Of a row of HTML that takes several lines of the file each claim has that of its own figure."""
    path = tmp_path / "page.html"
    path.write_text(
        "<table>\n<tr><th>Province</th><th>Red Party</th><th>Blue Party</th></tr>\n"
        "<tr>\n<td>Marden</td>\n<td>4</td>\n<td>3</td></tr>\n<tr>\n<td>Corvale</td>\n<td>2</td>\n<td>\n5</td></tr></table>"
    )
    reading = loaders.read(path, Registry({}, (), {}, ()), NOBODY)
    lines = {one.item.value: one.span.line for one in reading.marked() if isinstance(one.item, Statement)}
    assert lines == {4: 5, 3: 6, 2: 9, 5: 11}


def test_a_table_is_read_alike_each_time() -> None:
    """Of labels that name as many places as lists the first tells what all are, whatever the order of a set."""
    table = "| | Seats | Votes |\\n|---|---|---|\\n| Marden County | 4 | 900 |\\n| Harbour Party | 3 | 800 |\\n"
    code = f"from tests.reading.test_mechanisms import claims; print(sorted(map(str, claims('Results\\n\\n{table}'))))"
    said = {
        subprocess.run(
            [sys.executable, "-c", code], env={**os.environ, "PYTHONHASHSEED": str(seed)}, cwd=ROOT,
            capture_output=True, text=True, check=True,
        ).stdout
        for seed in range(5)
    }  # fmt: skip
    assert len(said) == 1
    assert "Marden County" in said.pop()


def test_two_rows_head_a_sheet_below_its_title(tmp_path: Path) -> None:
    """Below the title of an unnamed sheet "Votes" and "Seats" stand over numbers, shares and years of a second row."""
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (
        ["The vote of 15 May 2029"],
        ["Compiled by the newsroom"],
        [],
        ["Party", "Votes", None, "Seats"],
        [None, "Number", "%", 2029, 2024],
        ["Reds", 9120, 60.8, 9, 8],
        ["Blues", 5880, 39.2, 6, 7],
        ["Total", 15000, 100, 15, 15],
    ):
        sheet.append(row)
    for merged in ("A1:E1", "A2:E2", "A4:A5", "B4:C4", "D4:E4"):
        sheet.merge_cells(merged)
    book.save(tmp_path / "t.xlsx")
    found = read_lines(list(lay(content_of(tmp_path / "t.xlsx")).again()), NOBODY).found
    said = {(one.predicate, one.subject, one.value) for one in found if isinstance(one, Claim)}
    assert said == {
        ("votes", "Reds", 9120), ("votes", "Blues", 5880), ("holds_seats", "Reds", 9), ("holds_seats", "Blues", 6),
    }  # fmt: skip
    assert all(one.certainty is Certainty.STATED for one in found if isinstance(one, Claim))


def test_a_year_before_a_unit_heads_a_column() -> None:
    """Of "2024 seats" and "2029 seats" the last are those of this vote; in a cell such a number is one all the same."""
    text = "Party,2024 seats,2029 seats,Change\nReds,54,73,+19\nBlues,25,33,+8\n"
    assert stated(text) == {("holds_seats", "Reds", None, 73), ("holds_seats", "Blues", None, 33)}
    text = "| Party | Votes |\n|---|---|\n| Reds | 1843 votes |\n| Blues | 2015 votes |\n"
    assert stated(text) == {("votes", "Reds", None, 1843), ("votes", "Blues", None, 2015)}
