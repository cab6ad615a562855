"""Of what a table is: its unit, the places it has, and the vote of which it tells."""

from __future__ import annotations

import pytest

from .test_layouts import seats
from .test_mechanisms import claims, reasons, stated
from .test_rival_columns import of_vote

PLACES = "| Province | Reds | Blues |\n|---|---|---|\n| Marden | 5 | 4 |\n| Corvale | 3 | 6 |\n| Total | 8 | 10 |\n"

VOTES = "| Party | Votes | Seats |\n|---|---|---|\n| Reds | 11,902 | 20 |\n| Blues | 8,775 | 15 |\n"


@pytest.mark.parametrize(
    "text",
    [
        "Party,Votes (thousands),Seats\nReds,11902,20\nBlues,8775,15\n",
        "Party,Votes ('000),Seats\nReds,11902,20\nBlues,8775,15\n",
        "Partei;Stimmen (Tsd.);Sitze\nReds;11.902;20\nBlues;8.775;15\n",
        "الحزب,الأصوات بالآلاف,المقاعد\nReds,11902,20\nBlues,8775,15\n",
        f"Votes in thousands\n\n{VOTES}",
        f"{VOTES}\nFigures are in thousands\n",
    ],
)
def test_thousands_of_votes_are_no_votes(text: str) -> None:
    """Figures that a header or a line beside the table calls thousands are listed, and the seats stay."""
    assert claims(text) == seats(None, Reds=20, Blues=15)
    assert list(reasons(text).values()) == ["rounded, to thousands or more"] * 2


def test_a_line_that_speaks_of_thousands_of_people_rounds_nothing() -> None:
    """Only a line that says hardly anything else is about the figures of a table."""
    text = "Thousands marched through Marden on Sunday night\n\nParty,Votes\nReds,11902\nBlues,8775\n"
    assert ("votes", "Reds", None, 11902) in claims(text)


@pytest.mark.parametrize("text", [f"# Seats in two provinces\n\n{PLACES}", f"# Seats by province\n\n{PLACES}"])
def test_a_sum_of_some_places_is_not_stated_of_the_whole(text: str) -> None:
    """What lists have in all places of a table is proposed as theirs in the whole vote."""
    assert stated(text) == {*seats("Marden", Reds=5, Blues=4), *seats("Corvale", Reds=3, Blues=6)}
    assert claims(text) - stated(text) == seats(None, Reds=8, Blues=10)


def test_a_column_of_sums_of_some_places_is_not_stated_of_the_whole() -> None:
    """Nor is the sum behind the places of a list."""
    text = "# Seats by province\n\nParty,Marden,Corvale,Total\nReds,5,3,8\nBlues,4,6,10\n"
    assert not stated(text) & seats(None, Reds=8, Blues=10)


def test_sums_that_come_to_the_seats_there_are_said_to_be_are_of_the_whole() -> None:
    """Where the words of the document tell as many seats, the table has all places."""
    assert stated(f"# Seats by province\n\nThe voters filled 18 seats.\n\n{PLACES}") >= seats(None, Reds=8, Blues=10)


@pytest.mark.parametrize("title", ["# The election of 2024: results", "# Results 2035"])
def test_a_document_whose_title_names_another_year_is_of_another_vote(title: str) -> None:
    """Nothing below a title of another year is read as of the vote that is given, but below a heading of its year."""
    table = "| Party | Seats |\n|---|---|\n| Reds | 20 |\n| Blues | 15 |\n"
    assert of_vote(f"{title}\n\n{table}\n## By province\n\n{table}", 2029) == set()
    assert of_vote(f"{title}\n\nReds won 20 seats in Marden.\n", 2029) == set()
    assert of_vote(f"{title}\n\n## Results of 2029\n\n{table}", 2029) == seats(None, Reds=20, Blues=15)


def test_a_title_with_a_year_beside_that_of_the_vote_is_of_it() -> None:
    """A title of the year after, or of a text that names the vote more often, is no title of another vote."""
    table = "| Party | Seats |\n|---|---|\n| Reds | 20 |\n"
    assert of_vote(f"# Results, January 2030\n\n{table}", 2029) == seats(None, Reds=20)
    assert of_vote(f"# After the riots of 2024\n\nThe vote of 2029 is over. It was the vote of 2029.\n\n{table}", 2029)


def test_thousands_in_the_columns_of_places_are_no_seats() -> None:
    """Beside a column of seats, figures that no body has seats for are not taken for seats in places."""
    text = "Party,Domestic,Overseas,Seats\nReds,9000,1000,4\nBlues,7000,1000,3\n"
    assert {one for one in claims(text) if one[0] == "holds_seats"} == seats(None, Reds=4, Blues=3)
