"""What words beside a name, a place or a number tell: who beat whom, who stands alone, and where "there" is."""

from __future__ import annotations

import pytest

from loaders.reading.checks import checked
from loaders.reading.found import Certainty, Claim, Mechanism, Span, Unknown, Unread

from .test_mechanisms import claims, stated

BY_ELECTIONS = "By-elections of 2029\n\n"


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        pytest.param(
            "In Marden, Ada Brown of the Red Party secured 31,456 votes to defeat Cid Hale of the Blue Party.",
            ("won_seat", "Ada Brown", "Marden", None),
            id="who beat another",
        ),
        pytest.param(
            "Kit Lane of the Blue Party was elected in Ashford with 9,001 votes, defeating Moe Nash of the Red Party.",
            ("candidate_votes", "Kit Lane", "Ashford", 9001),
            id="was elected in a place",
        ),
        pytest.param(
            "In Corvale, independent candidate Dan Eck, whom the Reds had refused a ticket, won with 18,945 votes.",
            ("votes", "Dan Eck", "Corvale", 18945),
            id="who stands alone behind a place",
        ),
        pytest.param(
            "In Corvale the Red Party nominee, Eve Finn, was the runner-up with 17,402 votes.",
            ("candidate_votes", "Eve Finn", "Corvale", 17402),
            id="the nominee of a list between commas",
        ),
        pytest.param(
            "In Elmwood, Blue Party candidate Ola Park defeated Red Party incumbent Quin Ross by 4,300 votes to 4,100.",
            ("candidate_votes", "Quin Ross", "Elmwood", 4100),
            id="the votes of who was beaten",
        ),
        pytest.param(
            "In Marden the independent Gus Hill was re-elected mayor in the first round with 6,480 votes.",
            ("votes", "Gus Hill", "Marden", 6480),
            id="an independent has votes of no list",
        ),
        pytest.param(
            "In Marden, Civic Accord had 84,310 votes and the Red List 79,122.",
            ("votes", "Civic Accord", "Marden", 84310),
            id="a name beside a list is one",
        ),
        pytest.param(
            "Turnout in Marden was 41.2pc against 53.6pc in the general election of 2021.",
            ("turnout", "Marden", None, 41.2),
            id="a share written together with its unit",
        ),
        pytest.param(
            "The Valley Movement boycotted this year's election in Marden over the new lines.",
            ("boycotted", "Valley Movement", "Marden", None),
            id="where a vote was boycotted",
        ),
        pytest.param(
            "Ada Brown (Red Party) became Leader of the Opposition in January.",
            ("held_office", "Ada Brown", "Leader of the Opposition", None),
            id="an office without a place",
        ),
        pytest.param(
            "The Red List, a joint slate of the Hill Party and the Lake Party, won 5 seats in Marden.",
            ("member_of", "Lake Party", "Red List", None),
            id="a joint slate",
        ),
        pytest.param(
            "In Marden, Eli Tingo, a former mayor who ran as an independent after the Reds left him, got 4,904 votes.",
            ("votes", "Eli Tingo", "Marden", 4904),
            id="who is told to have stood alone",
        ),
        pytest.param(
            "In Marden, Eli Tingo, a former mayor who stood as an independent, polled 1,204 votes.",
            ("held_office", "Eli Tingo", "mayor", None),
            id="and the office held",
        ),
        pytest.param(
            "In Marden the Red Party, whose candidate Mia Sule got 3,980 votes, came third.",
            ("member_of", "Mia Sule", "Red Party", None),
            id="whose candidate somebody is",
        ),
        pytest.param(
            "No poll was held in Oakton, where Ida Jones of the Reds was elected after a court barred a rival, Bo Fox.",
            ("won_seat", "Ida Jones", "Oakton", None),
            id="a clause on a place that goes on",
        ),
        pytest.param(
            "Turnout in Marden was 47 percent. It was 58 percent in Ashford but 39 percent in the capital, Elmwood.",
            ("turnout", "Elmwood", None, 39),
            id="a place behind its noun",
        ),
        pytest.param(
            "The Reds won five seats in Marden Second District, which has 11 seats.",
            ("council_size", None, "Marden Second District", 11),
            id="a clause on how many seats a place has",
        ),
        pytest.param(
            "At Les Coteaux, on the other hand, the Red Party won six seats.",
            ("holds_seats", "Red Party", "Les Coteaux", 6),
            id="a place behind at",
        ),
        pytest.param(
            "All nine seats on the Cedar Valley Regional Corporation went to the Red Party.",
            ("holds_seats", "Red Party", "Cedar Valley Regional Corporation", 9),
            id="seats on a body that went to a list",
        ),
        pytest.param(
            "All nine seats in Marden went to the Red Party.",
            ("holds_seats", "Red Party", "Marden", 9),
            id="seats in a place that went to a list",
        ),
        pytest.param(
            "Of the 27 seats on the council of Lesna the Red Party won 12.",
            ("council_size", None, "Lesna", 27),
            id="seats on the council of a place",
        ),
        pytest.param(
            "Two candidates, Ada Brown of the Red Party and Bo Fox of the Blues, were barred from the election.",
            ("barred", "Ada Brown", None, None),
            id="the first of two persons with their lists",
        ),
        pytest.param(
            "In Marden the People's Dawn won 5 seats and the Red Party 4.",
            ("holds_seats", "People's Dawn", "Marden", 5),
            id="a name of whose it is",
        ),
    ],
)
def test_what_is_told_beside_a_name_is_read(sentence: str, told: tuple[object, ...]) -> None:
    """A sentence of this make gives this claim."""
    read = {(one[0], one[2], None, one[3]) if one[0] == "turnout" else one for one in claims(BY_ELECTIONS + sentence)}
    assert told in read, read


def test_who_beat_another_may_have_won_something_else() -> None:
    """A seat is only proposed of who beat another."""
    text = f"{BY_ELECTIONS}In Marden, Ada Brown of the Red Party polled 900 votes to defeat Cid Hale of the Blue Party."
    assert ("won_seat", "Ada Brown", "Marden", None) not in stated(text)
    assert ("candidate_votes", "Ada Brown", "Marden", 900) in stated(text)


def test_an_acronym_that_has_a_name_is_the_list_of_a_person_with_like_initials() -> None:
    """A person behind whom the acronym of a list stands is of it, though the letters fit the person's name."""
    text = (
        "Results of 2029\n\nCid Hale of the Marden Allied League (MAL) got 24,870 votes in Marden. In Corvale results "
        "gave Ben Ost (QJP) 22,018 votes and former finance minister Mat Grey Allan (MAL) 21,763."
    )
    read = claims(text)
    assert ("member_of", "Mat Grey Allan", "Marden Allied League (MAL)", None) in read
    assert ("candidate_votes", "Mat Grey Allan", "Corvale", 21763) in read
    assert not any(one[1] == "Mat Grey Allan (MAL)" for one in read)


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        pytest.param(
            "German",
            "Die Wahl von 2029 ist entschieden.\n\nSitze im Kreistag Hochberg\nSBV: 13 Sitze\nKBP: 12 Sitze\n\n"
            "In der Stadt Altfelde ist die Lage anders. Dort holt die SBV 5 Sitze.\n",
            ("holds_seats", "SBV", "Stadt Altfelde", 5),
            id="below the heading of another place",
        ),
        pytest.param(
            "English",
            "Results\n\nMARDEN PROVINCE\n\nThe count is over in the city of Lowhill. The Reds have 5 seats there.\n",
            ("holds_seats", "Reds", "Lowhill", 5),
            id="in English",
        ),
    ],
)
def test_there_is_the_place_that_the_sentence_before_names(language: str, text: str, told: tuple[object, ...]) -> None:
    """A word for "there" means the place of the sentence before, and not that of the heading above."""
    assert told in claims(text), language


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "Die Wahl von 2029 ist vorbei. In Altdorf liegt der SBV-Kandidat Anton Berg mit 900 Stimmen vorn.",
            ("candidate_votes", "Anton Berg", "Altdorf", 900),
            id="a list and what the person is of it as one word",
        ),
        pytest.param(
            "Die Wahl von 2029 ist vorbei. In Altdorf stellt die SBV künftig sechs Räte, die KBP vier.",
            ("holds_seats", "KBP", "Altdorf", 4),
            id="another word for members",
        ),
        pytest.param(
            "Las elecciones de 2029 terminaron. En Puerto del Sol el PXP se queda en seis concejales.",
            ("holds_seats", "PXP", "Puerto del Sol", 6),
            id="a place of several words",
        ),
        pytest.param(
            "Las elecciones de 2029 terminaron. En Valdeluz, Vecinos por Valdeluz se lleva 7 concejales.",
            ("holds_seats", "Vecinos por Valdeluz", "Valdeluz", 7),
            id="a list that is for its town",
        ),
    ],
)
def test_more_of_other_languages_is_read(text: str, told: tuple[object, ...]) -> None:
    """A sentence of a language of which only simple ones are read gives this claim."""
    assert told in claims(text), claims(text)


def test_the_end_of_a_german_verb_is_no_number() -> None:
    """The "ein" that ends a clause belongs to its verb, and tells of no one seat."""
    text = "Die Wahl von 2029 ist vorbei. In Altdorf ziehen die Grünen mit zwei Sitzen ein, die SBV mit drei."
    assert {one[3] for one in claims(text) if one[0] == "holds_seats"} == {2, 3}


def test_a_table_is_of_the_place_that_its_title_names() -> None:
    """What a table tells below a title with one place is stated of that place, where the page is of one council."""
    table = "| Party | Votes | Seats |\n|---|---|---|\n| Reds | 900 | 5 |\n| Blues | 400 | 2 |\n"
    text = f"Results of the council election in Marden City\n\n{table}"
    told = {("holds_seats", "Reds", "Marden City", 5), ("votes", "Blues", "Marden City", 400)}
    assert told <= stated(text)
    assert not told & stated(f"Court of Marden City annuls results\n\n{table}")


def test_a_claim_without_a_number_leaves_the_numbers_of_its_line_sure() -> None:
    """That a seat is only proposed makes the votes beside it no less sure, where little is understood."""
    unknown = [Unread(str(line), Span(line, 0, 1), Unknown.LINK, line) for line in range(10)]
    votes = Claim("candidate_votes", "Ada Brown", "Oakton", 900, Span(20, 0, 3), Mechanism.CLAUSE)
    seat = votes._replace(predicate="won_seat", value=None, certainty=Certainty.PROPOSED, reason="unsure")
    assert votes in checked([*unknown, votes, seat])
    beside = votes._replace(subject="Cid Hale", value=800, certainty=Certainty.PROPOSED, reason="unsure")
    assert votes not in checked([*unknown, votes, beside])


def test_a_number_that_no_body_has_counts_votes() -> None:
    """What a large number of a list counts need not be said, and what a small one does is only proposed."""
    text = "Results of 2029\n\nMarden Province\n- Red Party: 46,567\n- Blue Party: 4,812\n- Green Party: 12\n"
    assert {one for one in stated(text) if one[3] is not None} == {("votes", "Red Party", "Marden Province", 46567)}
    assert ("votes", "Blue Party", "Marden Province", 4812) in claims(text)


def test_what_stands_beside_a_name_is_not_denied_with_the_verb() -> None:
    """Who belongs to a list, or leads it, is stated where the sentence denies something else of them."""
    text = "Results of 2029\n\nAda Brown (Red Party) did not vote, and Bo Fox, leader of the Blue Party, was not there."
    assert {("member_of", "Ada Brown", "Red Party", None), ("leads", "Bo Fox", "Blue Party", None)} <= stated(text)
    assert not stated("Results of 2029\n\nMayor Ada Brown did not say that Bo Fox leads the Blue Party.")


def test_the_word_behind_the_votes_of_a_person_says_that_a_seat_was_won() -> None:
    """An item whose words behind the number begin with "elected" is of a winner, and one without is not."""
    text = (
        "Results of 2029\n\nMarden (2 seats)\n- Ada Brown (Reds) 1,842 – elected, 1st count\n"
        "- Bo Fox (Blues) – 1,690 – still in the race\n- Cy Hill (Greens) 801 – not elected\n"
    )
    assert [one[1] for one in claims(text) if one[0] == "won_seat"] == ["Ada Brown"]


def test_two_lists_with_two_numbers_apiece_have_not_both_the_last() -> None:
    """Of "A and B have 34 and 18 seats apiece" nothing is read of both."""
    text = "Results of 2029\n\nIn Marden the Red Party and the Blue Party have 34 and 18 seats apiece."
    assert ("holds_seats", "Red Party", "Marden", 18) not in claims(text)


def test_where_something_was_said_on_a_day_is_no_place_of_results() -> None:
    """Seats behind "said at a meeting on Saturday in X" are not of X."""
    text = (
        "Results of 2029\n\nThe chairman stated that eight lists won seats during a meeting on Saturday in Marden.\n"
        "The Red Party gained 57 seats in the Senate, while the Blue Party received 29 seats.\n"
    )
    assert {one[2] for one in claims(text) if one[0] == "holds_seats"} <= {None}


def test_a_list_that_is_called_by_its_noun_is_not_the_one_before() -> None:
    """Seats of "the Congress" are not those of a party named before, and those of "the Movement" of one so called."""
    text = "Results of 2029\n\nThe Delta Party won 41 of 44 seats in Foo. The Congress won two seats in Foo."
    assert {one[3] for one in claims(text) if one[1] == "Delta Party"} == {41}
    text = text.replace("Delta Party", "Delta Movement").replace("Congress", "Movement")
    assert ("holds_seats", "Delta Movement", "Foo", 2) in claims(text)
