"""What published pages taught: who leads a list, who is a group and no list, what else a sentence says of it."""

from __future__ import annotations

import pytest

from .test_further_mechanisms import claims, reasons, stated


def offices(text: str) -> set[tuple[str, str | None, str | None]]:
    """What a text tells of people: predicate, person, and list or office."""
    return {(one[0], one[1], one[2]) for one in claims(text) if one[0] in ("leads", "held_office", "member_of")}


def test_an_adjective_before_candidates_is_no_list() -> None:
    """What candidates of a kind won together is that of a group, and of no list."""
    text = "Northern candidates secured six seats with a total of 191,658 votes in Marden."
    assert not claims(text)
    assert reasons(text)["six"] == "a group, no list"


def test_those_who_voted_are_not_all_who_might() -> None:
    """Of the voters who cast their ballots out of a total the first number is of those who voted."""
    text = "Turnout was 55% meaning that 1,905,960 voters have cast their ballots out of total 3,465,736."
    assert {one for one in claims(text) if one[0] == "voters"} == {("voters", None, None, 1905960)}


def test_seats_up_for_election_may_not_be_all() -> None:
    """Of the seats up for election a sentence proposes that they are all; it does not state it."""
    text = "Of the 21 seats up for election, the Rose Party won nine."
    assert ("council_size", None, None, 21) in claims(text) - stated(text)


@pytest.mark.parametrize("title", ["former parliament speaker", "the sacked speaker", "ex-Prime Minister"])
def test_who_leads_a_list_is_told_behind_titles(title: str) -> None:
    """Who leads a list is told, whatever titles and bodies stand before the name."""
    text = f"The Progress coalition, led by {title} Omar Brown, won 21 seats."
    assert ("leads", "Omar Brown", "Progress coalition", None) in stated(text)
    assert ("holds_seats", "Progress coalition", None, 21) in stated(text)


def test_a_noun_of_lists_behind_quotation_marks_makes_a_list() -> None:
    """A name in quotation marks is a list's where the noun behind it says so, also past a gloss in brackets."""
    assert ("leads", "Omar Brown", "Build It") in offices('They include the "Build It" alliance led by Omar Brown.')
    assert ("leads", "Omar Brown", "Nabta") in offices('They include the "Nabta" (Grow) alliance led by Omar Brown.')


def test_the_office_behind_as_is_that_of_who_was_elected() -> None:
    """Somebody elected "as" something has the office, and not the person who leads the list between."""
    text = (
        'The council elected Adam Green of the "Base" alliance led by Speaker of Parliament Omar Brown '
        "as deputy chairman."
    )
    assert ("held_office", "Adam Green", "deputy chairman") in offices(text)
    assert ("held_office", "Omar Brown", "deputy chairman") not in offices(text)


def test_a_former_prime_minister_is_parted_from_the_list_before() -> None:
    """The word "ex-" ends a name, and the office behind it is read in full."""
    text = "The Reform Movement of ex-Prime Minister Omar Brown joined them."
    assert offices(text) == {("held_office", "Omar Brown", "Prime Minister")}


def test_an_adjective_before_a_former_office_names_nobody() -> None:
    """What only says of what kind a former speaker was is no name."""
    assert not offices("It was followed by the party of Omar, the influential Northern Hill former speaker.")


def test_a_frontrunner_with_seats_has_them() -> None:
    """Who emerged as the frontrunner after winning seats came first, and has these."""
    text = "The Build Coalition emerged as the frontrunner after winning 43 seats in ten provinces."
    assert {("ranked", "Build Coalition", None, 1), ("holds_seats", "Build Coalition", None, 43)} <= stated(text)


def test_the_most_votes_say_what_a_bare_figure_counts() -> None:
    """A figure behind "the highest votes" is of votes, and a quoted name with its noun has them."""
    text = '2. Marden Governorate:\n\n- The "Pretty Marden" list secured the highest votes with 93,837.\n'
    assert ("votes", "Pretty Marden", "Marden Governorate", 93837) in stated(text)
    assert ("ranked", "Pretty Marden", "Marden Governorate", 1) in stated(text)
