"""Columns of one kind that stand side by side: which of them is the list's number, and what is never stated."""

from __future__ import annotations

import pytest

from loaders.reading.found import Certainty, Claim
from loaders.reading.line import Line
from loaders.reading.mentions import Vote
from loaders.reading.reader import read_lines
from loaders.reading.words import Role

from .test_layouts import Expected, seats
from .test_mechanisms import NOBODY, claims, stated


def of_vote(text: str, year: int) -> Expected:
    """What a text states, read for the vote of a year."""
    lines = [Line(number, line) for number, line in enumerate(text.splitlines(), 1)]
    found = read_lines(lines, NOBODY, vote=Vote("the vote", year)).found
    return {
        (one.predicate, one.subject, one.object, one.value)
        for one in found
        if isinstance(one, Claim) and one.certainty is Certainty.STATED
    }


@pytest.mark.parametrize(
    "text",
    [
        "Province,Seats,Largest party,Its seats\nMarden,36,Reds,15\nCorvale,20,Blues,8\n",
        "المحافظة,عدد المقاعد,القائمة الأولى,مقاعدها\nMarden,36,Reds,15\nCorvale,20,Blues,8\n",
    ],
)
def test_seats_before_a_list_that_has_its_own_are_of_the_place(text: str) -> None:
    """Of two columns of seats the one before the list is the size of the place, the one behind it is the list's."""
    sizes = {("council_size", None, "Marden", 36), ("council_size", None, "Corvale", 20)}
    assert stated(text) == {*sizes, *seats("Marden", Reds=15), *seats("Corvale", Blues=8)}


def test_fewer_seats_before_a_list_are_no_size_of_its_place() -> None:
    """No place has fewer seats than a list in it."""
    text = "Province,Seats,Largest party,Its seats\nMarden,6,Reds,15\nCorvale,20,Blues,8\n"
    assert not any(one[0] == "council_size" for one in claims(text))


def test_seats_before_a_winner_may_be_those_of_the_place() -> None:
    """Of a province, its seats and a winner none are stated to be the winner's."""
    assert stated("Province,Seats,Winner\nMarden,36,Reds\nCorvale,20,Blues\n") == set()


@pytest.mark.parametrize(
    ("header", "rows"),
    [
        ("Party,Preliminary seats,Final seats", "Reds,38,37\nBlues,34,33\n"),
        ("Party,General seats,Quota seats,Total", "Reds,27,10,37\nBlues,25,8,33\n"),
        ("Party,Votes,General seats,Quota seats,Total", "Reds,9000,27,10,37\nBlues,8000,25,8,33\n"),
        ("Party,Seats 2024,Seats 2029", "Reds,38,37\nBlues,34,33\n"),
        ("Party,Seats,Seats 2024", "Reds,37,38\nBlues,33,34\n"),
    ],
)
def test_words_and_sums_say_which_of_two_columns_counts(header: str, rows: str) -> None:
    """The final count comes before the preliminary one, a total before its parts, this vote before earlier ones."""
    assert {one for one in stated(f"{header}\n{rows}") if one[0] == "holds_seats"} == seats(None, Reds=37, Blues=33)


@pytest.mark.parametrize(
    "header",
    [
        "Party,Candidate votes,List votes",
        "Partei,Erststimmen,Zweitstimmen",
        "القائمة,أصوات المرشحين,أصوات القائمة",
    ],
)
def test_the_votes_for_a_list_come_before_those_for_its_candidates(header: str) -> None:
    """The number of a list is that of the votes for it."""
    assert stated(f"{header}\nReds,9120,8040\nBlues,7011,6900\n") == {
        ("votes", "Reds", None, 8040), ("votes", "Blues", None, 6900),
    }  # fmt: skip


def test_the_column_of_the_vote_that_is_read_counts() -> None:
    """Of the seats of several years, or of now and of a year, those of the election that is given are stated."""
    assert of_vote("Party,Seats 2024,Seats 2029\nReds,38,37\nBlues,34,33\n", 2024) == seats(None, Reds=38, Blues=34)
    assert of_vote("Party,Seats now,Seats won 2024\nReds,38,37\nBlues,34,33\n", 2024) == seats(None, Reds=37, Blues=33)


@pytest.mark.parametrize("header", ["Party,Seats now,Seats won 2024", "Party,Urban seats,Rural seats"])
def test_where_nothing_says_which_column_counts_both_are_proposed(header: str) -> None:
    """Two columns of seats that nothing tells apart give proposals alone."""
    text = f"{header}\nReds,38,37\nBlues,34,33\n"
    assert stated(text) == set()
    assert claims(text) == {*seats(None, Reds=38, Blues=34), *seats(None, Reds=37, Blues=33)}


def test_a_part_beside_a_total_that_does_not_agree_is_no_whole() -> None:
    """Seats beside a part of them and a total that is not their sum are only proposed."""
    assert stated("Party,General seats,Quota seats,Total\nReds,27,10,36\nBlues,25,8,33\n") == set()


def test_figures_behind_a_second_list_of_a_row_are_not_those_of_the_first() -> None:
    """Each of two lists of a row has its own figures; those of a list of an earlier year are of that year."""
    text = "Province,Seats,First list,Seats,Second list,Seats\nMarden,36,Reds,15,Blues,9\nCorvale,20,Blues,8,Reds,7\n"
    sizes = {("council_size", None, "Marden", 36), ("council_size", None, "Corvale", 20)}
    assert claims(text) == {*sizes, *seats("Marden", Reds=15), *seats("Corvale", Blues=8)}
    assert claims("Party 2024,Seats,Party 2029,Seats\nReds,54,Blues,73\nGreens,48,Reds,37\n") == set()


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("Party,General seats,Quota seats,Total\nReds,27,10,37\nBlues,25,8,33\n", "2"),
        ("Party 2024,Seats,Party 2029,Seats\nReds,54,Blues,27\nBlues,48,Reds,25\n", "4"),
        ("Party,Preliminary seats,Final seats\nReds,27,37\nBlues,25,33\n", "Preliminary seats"),
    ],
)
def test_what_a_person_says_of_a_column_comes_before_its_words_and_sums(text: str, column: str) -> None:
    """The column that a person names for the seats is read, and no other one beside it."""
    lines = [Line(number, line) for number, line in enumerate(text.splitlines(), 1)]
    found = read_lines(lines, NOBODY, {Role.SEATS: column}).found
    assert [one.value for one in found if isinstance(one, Claim)] == [27, 25]


def test_columns_of_offices_and_of_many_are_no_places() -> None:
    """Columns headed by an office, or by the members of a kind, are of no place, though they come to a sum."""
    table = (
        "| Party | Mayor | Ward chairs | Ward members | Total seats |\n|---|---|---|---|---|\n"
        "| Red Party | 1 | 3 | 11 | 15 |\n| Blue Party | 0 | 2 | 9 | 11 |\n"
    )
    told = {one for one in claims(f"Results of 2029\n\n{table}") if one[0] == "holds_seats"}
    assert told == {("holds_seats", "Red Party", None, 15), ("holds_seats", "Blue Party", None, 11)}


def test_an_ending_for_women_changes_no_header() -> None:
    """A header such as "Prefeito(a) eleito(a)" is that of who was elected."""
    table = (
        "| Município | Prefeito(a) eleito(a) | Partido | Votos |\n|---|---|---|---|\n"
        "| Santa Clara | Marta Prata | PSX | 18.452 |\n| Barra Nova | José Rabelo | MDX | 6.310 |\n"
    )
    told = claims(f"Resultados de 2029\n\n{table}")
    assert ("candidate_votes", "Marta Prata", "Santa Clara", 18452) in told
    assert ("member_of", "José Rabelo", "MDX", None) in told


def test_rows_of_councils_in_capitals_are_places() -> None:
    """A column headed "Councils" is of places, though names in capitals look like short names of lists."""
    table = "| COUNCILS | SNX | LABOUR | TOTAL |\n|---|---|---|---|\n| FIFTH | 9 | 4 | 13 |\n| MORROW | 9 | 1 | 10 |\n"
    told = {one for one in claims(f"Results of 2029\n\n{table}") if one[0] == "holds_seats"}
    assert told >= {("holds_seats", "SNX", "FIFTH", 9), ("holds_seats", "LABOUR", "MORROW", 1)}
    assert not any(one[1] in ("FIFTH", "MORROW") for one in told)


def test_who_came_behind_has_columns_of_his_own() -> None:
    """Of a table of winners and those behind them each person has the list and the votes of the same columns."""
    table = (
        "| Ward | Elected chair | Party | Votes | Runner-up | Party | Votes | Margin |\n"
        "|---|---|---|---|---|---|---|---|\n"
        "| Fort | Ada Brown | Reds | 3,412 | Bo Fox | Blues | 2,987 | 425 |\n"
        "| Mill | Cy Hill | Blues | 2,870 | Di Lane | Reds | 2,655 | 215 |\n"
    )
    told = claims(f"Results of 2029\n\n{table}")
    assert {("candidate_votes", "Ada Brown", "Fort", 3412), ("candidate_votes", "Bo Fox", "Fort", 2987)} <= told
    assert {("member_of", "Cy Hill", "Blues", None), ("member_of", "Di Lane", "Reds", None)} <= told
    assert {one[1] for one in told if one[0] == "won_seat"} == {"Ada Brown", "Cy Hill"}
    assert not any(one[0] in ("votes", "leads") for one in told)


def test_people_behind_their_list_below_a_word_for_winners_won_its_seats() -> None:
    """A line of a list and people below "Elected" makes each a member who won a seat, surely where they are as many."""
    text = (
        "Results of 2029\n\nIn Marden the Red Party won 2 seats and the Blue Party 3.\n\n"
        "## Elected in Marden Province\n\nRed Party: Ada Brown and Bo Fox.\n\nBlue Party: Cy Hill and Di Lane.\n"
    )
    told = claims(text)
    assert {("member_of", "Ada Brown", "Red Party", None), ("member_of", "Di Lane", "Blue Party", None)} <= told
    assert {one[1] for one in told if one[0] == "won_seat"} == {"Ada Brown", "Bo Fox", "Cy Hill", "Di Lane"}
