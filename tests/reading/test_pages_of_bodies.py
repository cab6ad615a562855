"""What pages of many countries taught: whose, where and of which body a figure is, and who is no member or officer."""

from __future__ import annotations

import pytest

from .test_mechanisms import claims, stated


def results(text: str) -> set[tuple[str, str | None, str | None, object]]:
    """The results that a text states below a title."""
    return {one for one in stated(f"Vote\n\n{text}") if one[0] in ("holds_seats", "votes", "ranked")}


def test_places_of_the_figure_before_are_no_lists() -> None:
    """The places in which a list has so many seats each have not the number that is told behind them."""
    text = (
        "The Harbour Alliance won 3 seats in Marden and two in each of Selby, Norwick and Brill and one seat in Farrow."
    )
    assert {one[1] for one in results(text)} <= {"Harbour Alliance"}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The Rose Party won 4 seats in Farrow, Brill and Norwick.", None),
        ("The Rose Party won 4 seats in Marden and Selby.", None),
        ("The Rose Party won 4 seats in Marden and the Elm List 2 in Selby.", "Marden"),
        ("The Rose Party won 4 seats in Marden and came second in Selby.", "Marden"),
        ("The Rose Party won 4 seats in Marden, Westland.", "Marden"),
    ],
)
def test_a_figure_of_several_places_behind_it_is_not_stated_of_the_first(text: str, place: str | None) -> None:
    """What was won in several places together is no number of one of them."""
    told = {one[2] for one in results(text) if one[1] == "Rose Party" and one[0] == "holds_seats"}
    assert told == ({place} if place else set())


@pytest.mark.parametrize(
    "text",
    [
        "The Rose Party won eight seats in the State House of Representatives from Westland's Federation entity.",
        "As for the Federation's House of Representatives which has 98 seats in total, the Rose Party will have 26.",
        "Eleven parties entered the Parliament of FBW, out of which the Rose Party got 27 seats.",
        "The Rose Party won 12 seats in the Senate of Norland.",
    ],
)
def test_seats_of_the_body_of_a_place_are_not_stated_of_the_whole(text: str) -> None:
    """Where a sentence says of what its body is, seats without a place may be of that."""
    assert not results(text)
    assert any(one[0] == "holds_seats" for one in claims(f"Vote\n\n{text}"))


@pytest.mark.parametrize(
    "text",
    [
        "In Norland county, with a total of 25 seats, plus three quota seats, the Rose Party won six seats.",
        "The Rose Party won nine of the 15 seats declared so far, while the Elm List held six.",
    ],
)
def test_a_number_of_seats_beside_which_there_are_more_is_no_stated_size(text: str) -> None:
    """Seats beside which others are told of, or that are those counted so far, may not be all."""
    assert not [one for one in stated(f"Vote\n\n{text}") if one[0] == "council_size"]
    assert [one for one in claims(f"Vote\n\n{text}") if one[0] == "council_size"]


def test_a_place_in_which_another_lies_is_not_that_of_a_rank() -> None:
    """Of a place and of what it lies in the first is meant."""
    text = "In the province of Dohark in the Hillish region the Rose Party was in first place, with 3 seats."
    assert {one[2] for one in results(text)} == {"Dohark"}


def test_seats_stood_for_beside_others_are_not_won() -> None:
    """What a vote is held for is no result, nor what an "and" joins to that."""
    text = "It was a clean sweep for Congress in by-elections for one parliamentary seat and three assembly seats."
    assert not results(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Rose Union (RU) fell to 10 members as its president Ada Brown lost.", set()),
        ("Farrod lost the poll, and its president Ada Brown left.", set()),
        ("President Bea Cole met the envoy.", {("Bea Cole", "President")}),
        ("Mr Dane - the former Marden West MP - succeeds Cole.", set()),
        ("Marden West MP Carl Dune lost his seat.", {("Carl Dune", "MP")}),
    ],
)
def test_offices_of_a_list_and_of_a_constituency_are_told_apart(text: str, expected: set[tuple[str, str]]) -> None:
    """Who is president of a list holds no stated office, and a constituency holds none."""
    assert {(one[1], one[2]) for one in stated(f"Vote\n\n{text}") if one[0] == "held_office"} == expected


@pytest.mark.parametrize(
    "text",
    [
        "Conservative Party leader Theresa May said on Monday that she would stay.",
        "NDP leader Godwin Friday arrived at the terminal.",
    ],
)
def test_a_month_or_a_day_behind_one_word_may_end_the_name(text: str) -> None:
    """A name of one word that a month or a day follows is proposed: its family name may be missing."""
    assert not {one for one in stated(f"Vote\n\n{text}") if one[0] in ("leads", "candidate_votes", "held_office")}
    assert {one for one in claims(f"Vote\n\n{text}") if one[0] in ("leads", "candidate_votes")}


def test_who_was_elected_for_a_name_may_be_of_a_list() -> None:
    """A name for which somebody was elected may be that of a list, and is no stated place."""
    text = "Vote\n\nSam Asgar was first elected for Plaid Hill. Bea Cole was elected to Selby Council."
    assert {one[1] for one in stated(text) if one[0] == "won_seat"} == {"Bea Cole"}


def test_a_parliamentary_by_election_is_of_a_part() -> None:
    """A by-election for parliament is that of one place, which such a page may not name."""
    text = (
        "Rose Party (RP) candidate Ada Brown won the Parliamentary by-election.\n\n"
        "Elm Union (EU) candidate Bea Cole came in second with 10,565 votes."
    )
    assert not [one for one in stated(text) if one[0] == "ranked"]


def test_united_as_an_adjective_unites_nobody() -> None:
    """A list for a united country has not that country for a member."""
    text = "Vote\n\nThe Hill Front for a united Westland got 3 seats, and the Rose Party 4."
    assert not [one for one in stated(text) if one[0] == "member_of"]


def test_who_speaks_for_an_unknown_name_is_no_stated_member() -> None:
    """Whose reporter somebody is, or a vote in capitals, is no list and no member."""
    text = (
        "Vote\n\nThe WNA's Mark Pryce says Mr Brown is well placed. The RP's Ada Brown got 412 votes in Marden.\n\n"
        "A little local party lost in RP's Local Govt Elections Phase 2."
    )
    assert {one[1] for one in stated(text) if one[0] == "member_of"} == {"Ada Brown"}


def test_a_noun_that_stood_alone_first_is_a_name_of_its_own() -> None:
    """A list named by a noun alone is not the one named later with that noun."""
    text = "Vote\n\nIt was a good day for Congress. The Trinity Congress won 4 seats. Congress's Ada Brown won Marden."
    assert ("member_of", "Ada Brown", "Congress", None) in stated(text)


def test_what_is_likewise_so_is_only_ahead_too() -> None:
    """A sentence that goes on likewise from where lists are ahead tells no seats that were won."""
    text = "The Rose Party is leading in 46 seats. Similarly, the Oak List has secured 10. The Fir Party has 4 seats."
    assert {one[1] for one in results(text)} == {"Fir Party"}


def test_a_list_that_counts_from_one_again_may_be_of_another_place() -> None:
    """Where a numbered list begins again below one heading, the heading of the second may be lost."""
    text = "Results\n\nNorthmark Province\n\n1. Reds: 9 seats\n2. Greens: 4 seats\n\n\n1. Greens: 7 seats\n2. Blues: 5"
    seats = {one[1:] for one in stated(text) if one[0] == "holds_seats"}
    assert ("Reds", "Northmark Province", 9) in seats
    assert not {one for one in seats if one[0] == "Blues"}


def test_what_a_list_has_in_the_last_house_is_of_another_time() -> None:
    """Seats in the last parliament are no result of this vote, whatever follows."""
    assert not results("Farrod which has one seat in the last parliament has also one MP.")


def test_an_item_with_a_colon_heads_the_items_behind_it() -> None:
    """A constituency with a colon is the place of the candidates behind it, though they are items as it is."""
    text = (
        "By-elections\n\n- Nettle Constituency:\n- Ted Mavin (RPF) – 1,550 votes\n- Bea Cole (NDC) – 1,439 votes\n"
        "- Brill North Constituency:\n- Carl Dune (RPF) – 9,862 votes\n- Ada Brown (NDC) – 1,003 votes"
    )
    votes = {(one[1], one[2]) for one in stated(text) if one[0] in ("votes", "candidate_votes")}
    assert votes == {
        ("Ted Mavin", "Nettle Constituency"),
        ("Bea Cole", "Nettle Constituency"),
        ("Carl Dune", "Brill North Constituency"),
        ("Ada Brown", "Brill North Constituency"),
    }


def test_a_person_and_a_list_in_one_name_are_not_stated() -> None:
    """Votes of "Ada Brown NDC" are proposed: where the person's name ends is not said."""
    text = "Mutley South by-election results:\n\nAda Brown NDC- 5818 votes Bea Cole MDC A- 26 votes Ida Dane RPF- 50"
    assert not {one for one in stated(text) if one[0] in ("votes", "candidate_votes")}
    assert {one for one in claims(text) if one[0] == "votes"}


@pytest.mark.parametrize(
    "text",
    [
        "The Rose Party held two seats each in Assar, Megha, Hima Land and Mad Land, and one each in Mahar and Raja.",
        "Of these 30 seats, the Rose Party was contesting on 21 seats spread across 11 states.",
        "In Madland the Rose Party won votes for 2 of the 3 seats that went to polls.",
    ],
)
def test_places_seats_stood_for_and_seats_at_stake_are_no_results(text: str) -> None:
    """Places in a row are no lists, and what is stood for is neither won nor the size of a council."""
    told = stated(f"Vote\n\n{text}")
    assert {one[1] for one in told if one[0] == "holds_seats"} <= {"Rose Party"}
    assert not {one for one in told if one[0] == "council_size" or one[3] == 21}


def test_the_head_of_a_mission_leads_no_list_and_an_election_has_no_office() -> None:
    """An acronym before what it is of is no list, and the office for which a vote is held is nobody's."""
    text = "Vote\n\nAda Brown, the head of the OSCE mission, spoke. For Charsa Tehsil chairman election the RDP leads."
    assert not [one for one in stated(text) if one[0] in ("leads", "held_office")]
    assert ("leads", "Bea Cole", "RDP", None) in stated("Vote\n\nThe RDP leader Bea Cole won a seat.")


@pytest.mark.parametrize(
    "text",
    [
        "It is possible for the Rose Party to win one or even two seats, but this is unlikely.",
        "Of the 14 seats there, 5 are safe or likely for the Rose Party, and 5 for the Elm List.",
        "The Rose Party look set to be the party with the largest number of seats.",
    ],
)
def test_what_is_possible_or_likely_is_no_result(text: str) -> None:
    """What may come is neither seats nor a rank."""
    assert not results(text)


def test_who_led_once_or_is_to_hold_an_office_has_none_stated() -> None:
    """A former leader leads no more, and the next governor is none yet."""
    text = "Vote\n\nFormer Rose Party leader Ada Brown was there. He installed Bea Cole as the next governor. "
    assert not [one for one in stated(text) if one[0] in ("leads", "held_office")]
    assert ("leads", "Ada Brown", "Rose Party", None) in claims(text)


def test_a_long_quotation_holds_no_office() -> None:
    """Words that are quoted at some length are nobody's name."""
    text = "Vote\n\nMr Brown is “hereby declared the winner and is returned elected,” the returning officer announced."
    assert not [one for one in claims(text) if one[0] == "held_office"]


def test_a_family_name_has_no_stated_votes_of_the_whole() -> None:
    """One word that ends the name of a person elsewhere is no list with votes of a whole country."""
    text = (
        "Vote\n\nThe candidate of all, Ulmar Bago came out.\n\nBago won. They met Bago.\n\nBago polled 469,897 votes."
    )
    assert not results(text)


def test_two_names_before_the_noun_of_one_place_may_be_one() -> None:
    """Of "Bishton and Ashdown ward", and of the place of a by-election that was before, no rank is stated."""
    text = "The Rose Party won the most votes in Bishton and Ashdown ward."
    assert not results(text)
    text = "The Rose Party became the largest party after another by-election last May in Wells."
    assert not {one for one in results(text) if one[2] == "Wells"}


def test_a_name_with_other_brackets_each_time_is_no_persons() -> None:
    """Lists of one name are told apart by their brackets, and are no members of these."""
    text = "Results:\n\nRaig: Total Seats: 59\n\nHill Sena (Brown): 23\n\nBJX: 15\n\nHill Sena (UBT): 4\n\nCongress: 0"
    assert not [one for one in stated(text) if one[0] == "member_of"]


def test_a_country_is_no_member_and_no_place_beside_its_province() -> None:
    """A commission's country has no list, and the size of a province's legislature is not the country's."""
    text = (
        "Vote\n\nThe Electoral Commission of South Africa (IEC) announced it.\n\n"
        "The Marden Provincial Legislature of the Marden province of South Africa, consisted of 30 members."
    )
    assert not [one for one in stated(text) if one[0] == "member_of" or one[2] == "South Africa"]


def test_an_office_ends_before_who_was_elected_with_its_holder() -> None:
    """Who is elected speaker "with X as deputy speaker" holds the first office alone."""
    text = "Vote\n\nAda Brown was elected the new Speaker with Bea Cole as the new Deputy Speaker."
    told = {(one[1], one[2]) for one in stated(text) if one[0] == "held_office"}
    assert told == {("Ada Brown", "Speaker"), ("Bea Cole", "Deputy Speaker")}
