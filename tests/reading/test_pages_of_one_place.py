"""Pages about one council or constituency, and rows of a person with list and votes: whose and where results are."""

from __future__ import annotations

from .test_mechanisms import claims, stated

COUNCIL = (
    "MUNICIPAL VOTE 2031\n\n"
    "Reds largest party in Marden Municipal Council, others hold the numbers\n\n"
    "The Red Union won 21 of the 45 seats, the commission said on Friday.\n\n"
    "1. Red Union - 9,120 votes (21 seats)\n"
    "2. Blue Front - 7,404 votes (16 seats)\n"
    "3. Green Movement - 3,510 votes (8 seats)\n"
)
DIVISION = (
    "# Marden\n\nThe division returns five members.\n\n## Group totals\n\n"
    "| Group | Votes | Seats |\n|---|---|---|\n| Red Union | 9,120 | 3 |\n| Blue Front | 7,404 | 2 |\n"
)
WINNERS = (
    "Commission declares winners\n\n"
    "A. SENATORIAL ELECTION\n\n"
    "   Marden County: Ada Brown, Red Union, 9,417 votes, 41.9%\n"
    "      (runner-up: Carl Dunn, Blue Front, 5,027 votes)\n"
    "   Corvale County: Eve Finn, Blue Front, 8,417 votes\n"
    "      (runner-up: Gus Hill, Red Union, 4,027 votes)\n\n"
    "B. BY-ELECTION\n\n"
    "   Hill County: Ian Jones, Red Union, 2,417 votes\n"
)


def test_the_one_council_of_a_headline_is_that_of_its_results() -> None:
    """A headline that names one council gives a place to what stands below, as a guess; nothing is of the whole."""
    said = claims(COUNCIL)
    assert {("holds_seats", "Red Union", "Marden Municipal Council", 21)} <= said
    assert not {one for one in said if one[0] == "holds_seats" and one[2] is None}
    assert not {one for one in stated(COUNCIL) if one[0] == "holds_seats"}


def test_a_title_that_is_a_name_alone_may_be_the_place_of_its_tables() -> None:
    """What a page has for its whole title is a place as a guess, so that nothing is stated of the whole election."""
    assert ("votes", "Red Union", "Marden", 9120) in claims(DIVISION)
    assert not stated(DIVISION)


def test_the_votes_behind_a_person_and_a_list_are_the_persons() -> None:
    """Between commas a list only says whose candidate the person before it is."""
    said = claims(WINNERS)
    assert ("candidate_votes", "Eve Finn", "Corvale County", 8417) in said
    assert ("member_of", "Eve Finn", "Blue Front", None) in said
    assert not {one for one in said if one[0] == "votes"}


def test_a_heading_that_ends_as_a_vote_is_a_place_as_a_guess_alone() -> None:
    """What is called "Senatorial Election" may be no place: nothing is stated of one by that name."""
    text = (
        "Results\n\nSENATORIAL ELECTION\n\n- Reds: 12 seats\n- Blues: 9 seats\n\nREGIONAL ELECTION\n\n- Reds: 3 seats\n"
    )
    assert ("holds_seats", "Blues", "SENATORIAL ELECTION", 9) in claims(text)
    assert not stated(text)
