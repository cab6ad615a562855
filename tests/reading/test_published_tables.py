"""What files of tables that others have published taught: what a column names, and of what its figures are."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

import loaders
from graph.model import Registry, Statement
from graph.names import Resolver
from loaders.reading.checks import checked
from loaders.reading.found import Certainty, Claim, Mechanism, Span

from ..command import Ran
from .test_further_mechanisms import claims, found, reasons, stated


def proposals(text: str) -> set[str]:
    """Why claims of a text are only proposed."""
    return {one.reason for one in found(text) if isinstance(one, Claim) and one.certainty is Certainty.PROPOSED}


def of_csv(tmp_path: Path, text: str) -> set[tuple[str, str | None, str | None, object]]:
    """What a CSV file states."""
    path = tmp_path / "table.csv"
    path.write_text(text, encoding="utf-8")
    marked = loaders.read(path, Registry({}, (), {}, ()), Resolver(())).marked()
    return {
        (one.item.predicate, one.item.subject_text or None, one.item.object_text, one.item.value)
        for one in marked
        if isinstance(one.item, Statement) and one.certainty is Certainty.STATED
    }


def test_a_measure_over_several_names_is_of_each(tmp_path: Path) -> None:
    """Of a header in two rows the measure stands once, over the names of lists whose figures are below."""
    table = (
        "State,ELECTORAL VOTE,ELECTORAL VOTE,POPULAR VOTE,POPULAR VOTE,POPULAR VOTE,POPULAR VOTE\n"
        ",Arden (A),Bexley (D),Arden (A),Bexley (D),All Others,Total Vote\n"
        "Marden,3,0,310,290,10,610\nSelby,0,4,200,220,20,440\nHurst,0,2,40,90,4,134\n"
    )
    told = of_csv(tmp_path, table)
    assert {("votes", "Arden (A)", "Marden", 310), ("votes", "Bexley (D)", "Hurst", 90)} <= told
    assert not any(one[3] in (610, 10, 3) for one in told)


def test_lists_in_columns_are_told_by_their_sum() -> None:
    """Names before one measure are those of lists where a column of the sum stands beside them."""
    table = "District,Arden votes,Bexley votes,Total votes\nMarden,31,29,60\nSelby,20,22,42\nHurst,4,9,13\n"
    assert {("votes", "Arden", "Marden", 31), ("votes", "Bexley", "Hurst", 9)} <= stated(table)


def test_a_column_of_kinds_names_nobody() -> None:
    """What says of each row only what it is, a party or a coalition, is no list that others belong to."""
    table = "type,name,votes,share\ncoalition,Hill bloc,900,60\nparty,Green Party,600,40\nparty,Red Union,300,20\n"
    assert {("votes", "Green Party", None, 600), ("votes", "Hill bloc", None, 900)} <= claims(table)
    assert not any(one[0] in ("member_of", "candidate_votes") for one in claims(table))


@pytest.mark.parametrize(
    ("names", "predicate"),
    [(("Green Party", "Red Union", "Hill League"), "votes"), (("Ada Brown", "Omar Green", "Ben Hill"), "votes")],
)
def test_a_header_of_names_alone_is_of_what_its_cells_name(names: tuple[str, ...], predicate: str) -> None:
    """Below "Name" the names of parties are lists; those of people are only proposed, for no list is named."""
    rows = "\n".join(f"{name},{900 - 100 * at}" for at, name in enumerate(names))
    told = {(predicate, name, None, 900 - 100 * at) for at, name in enumerate(names)}
    table = f"name,votes\n{rows}\n"
    assert told == claims(table)
    assert (told == stated(table)) is ("Party" in names[0])


def test_names_beside_short_forms_are_those_of_the_lists() -> None:
    """Beside a column of short forms of parties one of "Name" has their names, and no people."""
    table = "Party,Seats,Name\nS,99,Socialen\nM,70,Moderaten\nC,25,Centern\nG,19,Green Party\n"
    assert ("holds_seats", "Green Party", None, 19) in claims(table)
    assert not any(one[0] == "member_of" for one in claims(table))
    people = "Party,Name,Votes\nSPD,Schmidt,100\nCDU,Weber,90\nFDP,Koch,80\n"
    assert {("member_of", "Weber", "CDU", None), ("candidate_votes", "Koch", None, 80)} <= claims(people)


def test_an_identifier_is_no_list() -> None:
    """A header that ends in a word for a number names nobody, whatever the word before it is."""
    assert claims("entity_id\tRejected votes\tVotes\nEC-01\t3\t900\nEC-02\t4\t800\nEC-03\t5\t700\n") == set()


def test_what_all_rows_share_is_no_list() -> None:
    """A column with one and the same word in each row says what the table is of."""
    table = "Kind,Number,District,Votes\nGV,1,Marden,90\nGV,2,Selby,80\nGV,3,Hurst,70\n"
    assert not any(one[1] == "GV" for one in claims(table))


def test_what_a_column_that_is_not_understood_may_name_is_a_place() -> None:
    """Results of lists behind a column that is not understood, with words that repeat, are not stated of the whole."""
    table = "Apgabals,Party,Votes,Seats\nVidene,Reds,90,3\nVidene,Blues,80,2\nKalne,Greens,70,2\nKalne,Ambers,60,1\n"
    assert stated(table) == set()
    alone = "Idea,Party,Votes,Seats\nleft,Reds,90,3\nright,Blues,80,2\nmiddle,Greens,70,2\n"
    assert ("holds_seats", "Reds", None, 3) in stated(alone)


def test_those_who_stayed_away_are_no_voters() -> None:
    """A header that has another word beside that for voters may be of others, and states nothing."""
    table = "District,Voters,Voters zzabsent\nMarden,900,100\nSelby,800,120\n"
    assert {one for one in stated(table) if one[0] == "voters"} == {
        ("voters", None, "Marden", 900),
        ("voters", None, "Selby", 800),
    }


def test_a_header_of_many_words_counts_what_they_say() -> None:
    """A word for votes among several that are not known makes no column of votes."""
    table = "District,Party,Stations with votes per minute above limit\nMarden,Reds,9\nSelby,Blues,8\n"
    assert not any(one[0] == "votes" for one in claims(table))


def test_a_margin_is_no_result() -> None:
    """By how much somebody won is listed, and nobody's votes or seats."""
    table = "Constituency,Won By,Margin\nMarden,Reds,173\nSelby,Blues,1520\n"
    assert not any(one[3] in (173, 1520) for one in claims(table))
    assert reasons(table)["173"] == "a margin, and no result"


def test_a_part_of_a_total_is_no_larger_than_it() -> None:
    """Votes beside seats of two kinds and their total are no part of that total."""
    table = "Party,Votes,Direct seats,List seats,Total\nReds,9000,5,4,9\nBlues,8000,3,4,7\n"
    assert ("votes", "Reds", None, 9000) in stated(table)


def test_a_sum_of_some_rows_is_no_list() -> None:
    """A row whose label ends in the word for a sum, and whose figure is what those above it come to, is a sum."""
    table = "Party,Seats\nReds,68\nBlues,73\nHill total,141\nGreens,10\nDale total,12\n"
    assert ("holds_seats", "Hill total", None, 141) not in claims(table)
    assert ("holds_seats", "Dale total", None, 12) in claims(table)


def test_answers_of_a_referendum_are_no_lists() -> None:
    """Yes and No have votes, and are nobody's names; a single letter may be a list's."""
    assert claims("Votes in the referendum:\n\n- YES: 900 votes\n- NO: 800 votes\n") == set()
    assert {one[1] for one in claims("Party,Votes\nN,900\nG,800\n")} == {"N", "G"}


def test_ranks_by_which_no_result_falls_are_numbers_on_the_ballot() -> None:
    """Of candidates in the order of the ballot the first is not stated to have come first."""
    ballot = "Rank,Party,Votes\n1,Reds,27\n2,Blues,122\n3,Greens,135\n4,Ambers,525\n"
    assert not any(one[0] == "ranked" for one in claims(ballot))
    fallen = "Rank,Party,Votes\n1,Reds,525\n2,Blues,135\n3,Greens,122\n4,Ambers,27\n"
    assert ("ranked", "Reds", None, 1) in stated(fallen)


def test_tables_of_several_votes_are_not_all_of_the_whole() -> None:
    """Where two tables tell different numbers of the whole, of different lists, neither is stated."""
    tables = (
        "Results\n\n### chamber\n\n| Party | Votes |\n|---|---|\n| Reds | 90 |\n| Blues | 80 |\n\n"
        "### europe\n\n| Party | Votes |\n|---|---|\n| Greens | 70 |\n| Ambers | 60 |\n"
    )
    assert stated(tables) == set()
    assert "several tables tell of the whole, and of what each is is not read" in proposals(tables)
    again = tables.replace("Greens | 70", "Reds | 90").replace("Ambers | 60", "Blues | 80")
    assert ("votes", "Reds", None, 90) in stated(again)


def test_a_row_of_a_measure_has_it_in_a_column_that_counts() -> None:
    """Of a row of who voted the figure of a column that is not understood is not their number."""
    table = "Gebietsnummer,Gruppenname,Stimmen\n99,Wählende,49927\n99,Reds,990\n99,Blues,880\n"
    assert ("voters", None, None, 99) not in claims(table)
    assert ("voters", None, None, 49927) in claims(table)


@pytest.mark.parametrize(
    ("header", "rows"),
    [
        ("政黨,得票數,席次", "民進,900,9\n國民,800,8"),
        ("정당,득표수,의석수", "푸른당,900,9\n붉은당,800,8"),
        ("党派,得票数,議席数", "青党,900,9\n赤党,800,8"),
    ],
)
def test_headers_of_east_asia_are_known(header: str, rows: str) -> None:
    """The words of columns in Chinese, Korean and Japanese are known as those of other languages are."""
    name = rows.split(",", maxsplit=1)[0]
    assert {("votes", name, None, 900), ("holds_seats", name, None, 9)} <= stated(f"{header}\n{rows}\n")


def test_sums_are_shown_as_whole_numbers(tmp_path: Path, run: Callable[..., Ran]) -> None:
    """The preview of a table shows large sums digit by digit."""
    path = tmp_path / "t.csv"
    path.write_text("Party,Votes\nReds,1000000\nBlues,234567\nTotal,1234568\n", encoding="utf-8")
    assert "1,234,568, the rows come to 1,234,567" in run("read", str(path)).stdout


def test_lists_in_columns_are_told_by_their_sum_of_valid_votes(tmp_path: Path) -> None:
    """Columns that nothing names come to the valid votes of each row: they are lists, and its code is the place."""
    table = (
        "entity_id,valid,rejected,polled,electors,AAA,BBB,CCC\n"
        "E-1,754,8,762,991,436,274,44\nE-2,425,6,431,575,293,106,26\nE-3,938,7,945,1274,683,220,35\n"
    )
    told = of_csv(tmp_path, table)
    assert {("votes", "AAA", "E-1", 436), ("votes", "CCC", "E-3", 35), ("voters", None, "E-2", 431)} <= {
        (one[0], one[1] if one[0] == "votes" else None, one[2] or one[1], one[3]) for one in told
    }


def test_a_name_beside_its_share_is_a_list(tmp_path: Path) -> None:
    """Columns headed "X" and "X %" are of X, where the rows are of places."""
    table = (
        "Bezeichnung,Voters,Arden,Arden %,Bexley,Bexley %\nMarden,9000,5000,62.5,3000,37.5\n"
        "Selby,700,200,40.0,300,60.0\nHurst,90,50,62.5,30,37.5\n"
    )
    assert ("votes", "Arden", "Marden", 5000) in of_csv(tmp_path, table) | claims(table)


def test_numbers_that_stand_apart_from_the_lists_are_none() -> None:
    """In a table of lists in columns those are no lists that stand apart: numbers of districts and of rooms."""
    table = (
        "Number | District | Rooms | Registered voters | AAA | BBB | CCC | DDD | EEE | FFF | GGG\n"
        "---|---|---|---|---|---|---|---|---|---|---\n"
        "1 | Marden | 60 | 9000 | 900 | 800 | 700 | 60 | 50 | 40 | 30\n"
        "2 | Selby | 55 | 8000 | 950 | 810 | 600 | 61 | 51 | 41 | 31\n"
    )
    told = claims(f"Votes of the parties\n\n{table}")
    assert {one[1] for one in told if one[0] == "votes"} == {"AAA", "BBB", "CCC", "DDD", "EEE", "FFF", "GGG"}


def test_a_word_of_each_row_says_who_won() -> None:
    """A column with "won" and "lost" in its cells flags the winner of each place."""
    table = "Constituency,name,party,votes,outcome\nMarden,Ada Brown,Reds,900,won\nMarden,Omar Green,Blues,800,lost\n"
    assert {one[1] for one in stated(table) if one[0] == "won_seat"} == {"Ada Brown"}


def test_several_people_in_a_cell_are_no_person() -> None:
    """A cell that numbers people names several, and none of them is tied to the row's list."""
    table = "Party,Candidates,Votes\nReds,Ada Brown (1) Omar Green (2) Ben Hill,900\nBlues,Eve Dale,800\n"
    assert {one[1] for one in claims(table) if one[0] == "member_of"} == {"Eve Dale"}


def test_the_name_of_a_station_is_no_person() -> None:
    """A header that begins with the word for a name goes on with whose it is: "name of the polling station"."""
    table = "Judet,Nume sectie de votare,Voturi\nBH,Scoala unu,900\nCJ,Scoala doi,800\nAB,Scoala trei,700\n"
    assert not any(one[1] and one[1].startswith("Scoala") for one in claims(table))


def test_measures_among_names_leave_the_names_lists() -> None:
    """Rows of counted rooms and spoilt ballots among those of candidates make no table of measures."""
    table = (
        "Completed Precincts:\t14\t\nUnder Votes:\t12\t\nOver Votes:\t13\t\nDEM - ADA BROWN\t1905\t82.4%\n"
        "REP - OMAR GREEN\t213\t9.2%\nSGN - EVE DALE\t183\t7.9%\nWrite In, if any\t10\t0.5%\n"
    )
    told = claims(f"Votes\n\n{table}")
    assert ("votes", "DEM - ADA BROWN", None, 1905) in told
    assert not any(one[3] in (12, 13, 10) for one in told)


def test_a_table_below_the_final_results_is_of_no_poll() -> None:
    """On a page that speaks of polls, what stands below a heading of the official results is read."""
    text = (
        "# The vote of 2031\n\nThe last opinion poll and another survey had it otherwise.\n\n## Official results\n\n"
        "### Seats\n\n| Party | Seats |\n|---|---|\n| Reds | 9 |\n\n## Opinion polls\n\n| Party | Seats |\n|---|---|\n"
        "| Reds | 7 |\n"
    )
    assert {one[3] for one in claims(text) if one[0] == "holds_seats"} == {9}


def test_arabic_sums_of_voters_are_no_lists() -> None:
    """Items that give the sum of voters, of counted and of void votes have no lists."""
    counted = "- مجموع المصوتين: 4,250,697\n- مجموع الأصوات المحتسبة: 4,206,849\n- مجموع الأصوات اللاغية: 43,848\n"
    text = f"النتائج:\n\n{counted}"
    assert not any(one[0] == "votes" for one in claims(text))


def test_a_cell_may_say_what_its_figure_counts() -> None:
    """A word for votes or percent behind a figure, and a share in brackets behind it, are none of the figure."""
    table = (
        "Partei | Stimmen | Anteil\n---|---|---\nReds | 12.896 (0,97 Prozent) | 77,82 Prozent\n"
        "Blues | 10.000 (0,80 Prozent) | 12,1 Prozent\n"
    )
    assert {("votes", "Reds", None, 12896), ("votes", "Blues", None, 10000)} == stated(table)
    assert ("votes", "民進", None, 4833) in stated("政黨 | 得票數\n---|---\n民進 | 4,833 票\n國民 | 3,800 票\n")


def test_a_share_among_numbers_makes_no_column_of_shares() -> None:
    """In a table of measures, a row a measure, one is a share and the others are numbers."""
    table = (
        "Angabe | Wert\n---|---\nWählende | 1.328.211\nWahlbeteiligung | 77,82 Prozent\nUngültige Stimmen | 12.896\n"
    )
    assert {("voters", None, None, 1328211), ("turnout", None, None, 77.82)} <= claims(f"Ergebnis\n\n{table}")


def test_a_winner_without_a_list_is_proposed_to_have_the_seat() -> None:
    """A table of places and winners that names no lists tells who won, a list or a person."""
    table = "Constituency,Winner,Margin\nMarden,AAA,67\nSelby,BBB,1520\n"
    assert ("won_seat", "AAA", "Marden", None) in claims(table) - stated(table)
    assert "whether a list or a person won the seat is not said" in proposals(table)


def test_a_name_and_a_measure_may_be_joined_by_a_low_line() -> None:
    """Headers such as "PS_Votes" are of the list before the low line; a place's name and blank votes are no people."""
    table = (
        "LocationName\tBlankVotes\tBlankVotesPercentage\tNumberVoters\tPS_Mandates\tPS_Votes\tPCP_Mandates\tPCP_Votes\n"
        "Marden\t70\t1.7\t4238\t5\t1173\t7\t1488\nSelby\t60\t1.5\t4000\t4\t1000\t3\t900\nHurst\t50\t1.0\t5000\t2\t700\t1\t600\n"
    )
    told = claims(table)
    assert {("votes", "PS", "Marden", 1173), ("holds_seats", "PCP", "Hurst", 1)} <= told
    assert not any(one[0] in ("turnout", "candidate_votes") for one in told)


def test_all_votes_of_a_row_are_not_those_of_its_first_list() -> None:
    """Where lists in columns come nearly to a column of votes, these are all votes of the place and no list's."""
    table = (
        "Constituency name | Member first name | Member surname | First party | Valid votes | AAA | BBB | CCC\n"
        "---|---|---|---|---|---|---|---\nMarden | Ada | Brown | AAA | 1000 | 600 | 200 | 150\n"
        "Selby | Omar | Green | BBB | 900 | 100 | 700 | 100\nHurst | Eve | Dale | AAA | 800 | 500 | 200 | 90\n"
    )
    told = claims(table)
    assert {("votes", "AAA", "Marden", 600), ("votes", "CCC", "Hurst", 90)} <= told
    assert not any(one[3] in (1000, 900, 800) or one[1] in ("Ada", "Brown") for one in told)


def test_a_margin_below_candidates_is_no_list() -> None:
    """The row of a margin below those of candidates is none of them."""
    table = "Party,Candidate,Votes\nReds,Ada Brown,900\nBlues,Omar Green,800\nMargin,Reds over Blues,100\n"
    assert not any(one[3] == 100 or one[2] == "Margin" for one in claims(table))


def test_many_tables_are_compared_in_time() -> None:
    """Thousands of tables take as long as their rows, and not as long as their pairs."""
    tables = [(3 * n, 3 * n + 1) for n in range(20_000)]
    rows = [
        Claim("votes", name, None, number, Span(line, 0, 1), Mechanism.TABLE)
        for number, (first, last) in enumerate(tables)
        for line, name in ((first, f"Reds {number}"), (last, "Blues"))
    ]
    begins = time.process_time()
    told = checked(rows, tables)
    assert time.process_time() - begins < 10
    assert {one.certainty for one in told if isinstance(one, Claim)} == {Certainty.PROPOSED}


def test_who_won_in_several_places_may_have_won_one_seat() -> None:
    """Counties in which one person is flagged as the winner may be parts of what was voted on."""
    table = (
        "County,candidate,party,votes,won\nMarden,Ada Brown,Reds,900,yes\nSelby,Ada Brown,Reds,800,yes\n"
        "Hurst,Omar Green,Blues,700,yes\n"
    )
    assert {one[1] for one in stated(table) if one[0] == "won_seat"} == {"Omar Green"}
    assert ("won_seat", "Ada Brown", "Marden", None) in claims(table)


def test_the_year_in_a_name_is_a_part_of_it() -> None:
    """Of columns that are headed by names the only one with a year has it in its name."""
    table = (
        "District | AAA | BBB | CCC | New Choice 2016 | Total votes\n---|---|---|---|---|---\n"
        "Marden | 31 | 29 | 10 | 5 | 75\nSelby | 20 | 22 | 11 | 7 | 60\nHurst | 4 | 9 | 12 | 8 | 33\n"
    )
    assert ("votes", "New Choice 2016", "Marden", 5) in claims(table)


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("| Item | Number | Change |\n|---|---|---|\n| Turnout | 55% | 3% |\n", 3),
        ("| | Zahl | Veränderung |\n|---|---|---|\n| Wähler | 5000 | 200 |\n", 200),
        ("| Party | Seats |\n|---|---|\n| Alfa | 9 |\n| Beta | 40 percent |\n", 40),
        ("| Province | Turnout | Voters |\n|---|---|---|\n| North | 45 percent | 40 percent |\n", 40),
        ("| District | Alfa | Beta | Gamma | Result 2019 |\n|---|---|---|---|---|\n| North | 9 | 8 | 7 | 200 |\n", 200),
    ],
)
def test_another_measure_is_not_the_one_beside_it(table: str, told: int) -> None:
    """Changes, shares among numbers and earlier years are nobody's votes, seats or voters."""
    assert not any(one[3] == told for one in stated(f"Results of the vote\n\n{table}"))


def test_parts_of_votes_leave_the_votes_of_a_row() -> None:
    """Votes by post and on the day, which come to those of a row, are parts of them, and no lists."""
    table = (
        "County | Candidate | Party | Votes | Early | Absentee | Election Day\n---|---|---|---|---|---|---\n"
        "North | Ada Brown | Alfa Party | 100 | 50 | 30 | 20\nNorth | Eve Dale | Beta Party | 90 | 40 | 30 | 20\n"
    )
    assert {("candidate_votes", "Ada Brown", "North", 100), ("candidate_votes", "Eve Dale", "North", 90)} <= stated(
        table
    )


def test_a_list_that_has_as_much_as_those_before_it_is_no_sum() -> None:
    """The name of a list may end in a word for a sum; a noun or another figure can speak against it being one."""
    table = "Party,Votes,Seats\nAlfa,50,3\nBeta,40,2\nAlliance for All,90,5\nGamma for All,180,9\n"
    assert {one[1] for one in claims(table)} == {"Alfa", "Beta", "Alliance for All", "Gamma for All"}


def test_a_title_of_a_poll_holds_below_its_preliminary_results() -> None:
    """What a poll calls its preliminary results are none."""
    text = "# Opinion poll: the survey\n\n## Preliminary results\n\n- Green Party: 12 seats\n- Red Party: 9 seats\n"
    assert not claims(text)
