"""What published reports taught of prose: whose a result is, of which place, time, part and body, and what is none."""

from __future__ import annotations

import pytest

from loaders.reading.found import Claim

from .test_mechanisms import claims, found, stated

_RESULTS = {"holds_seats", "votes", "candidate_votes", "ranked", "turnout", "voters"}


def results(text: str) -> set[tuple[str, str | None, str | None, object]]:
    """The results that a text states below a title."""
    return {one for one in stated(f"Vote\n\n{text}") if one[0] in _RESULTS}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The Rose Party's allies won 14 seats.", id="of others beside a name"),
        pytest.param("The Rose Party may have won 14 seats.", id="supposed"),
        pytest.param("The Rose Party will get 14 seats if the count holds.", id="to come"),
        pytest.param("Sky projects 67 seats for the Rose Party.", id="projected"),
        pytest.param("The Rose Party won 52 seats, its leader said.", id="what a leader says"),
        pytest.param("The Rose Party had 21 seats before the vote.", id="before the vote"),
        pytest.param("Until now the Blue Union held 33 seats.", id="until now"),
        pytest.param("The Blue Union won 6 of the reserved seats.", id="reserved seats"),
        pytest.param("The Rose Party received 14 windfall seats.", id="seats of an unknown kind"),
        pytest.param("The Rose Party took two thirds of the 60 seats.", id="a share of the seats"),
        pytest.param("In three provinces the Rose Party won 17 seats.", id="in some provinces"),
        pytest.param("In the five southern provinces the Blue Union took 22 seats.", id="in provinces of a kind"),
        pytest.param("The Rose Party won 30 seats in the south.", id="in a part that is not read"),
        pytest.param("The Rose Party won 34 seats in the run-off round.", id="of one round"),
        pytest.param("Sindh: 84 seats for the PPQ, 28 for the MQR.", id="of the place before a colon"),
        pytest.param("Marden saw a turnout of 61.73 percent.", id="of a place that the reader does not know"),
        pytest.param("According to the Western News Agency (WNA), the coalition came first.", id="a source"),
        pytest.param("The Rose Party, in an effort to form the largest bloc, met others.", id="an aim"),
        pytest.param("The Blue Union won 12 votes from the Rose Party.", id="votes cast by another list"),
        pytest.param("حصل سعيد كامل على سبعة أصوات من حزب الوردة وثمانية من حزب البحر.", id="votes cast, in Arabic"),
        pytest.param("حصلت أحزاب الموالاة مجتمعة على 149 مقعدا.", id="a group of lists"),
        pytest.param("حصل حلفاء حزب الوردة على 14 مقعداً.", id="allies"),
        pytest.param("فاز حزب الوردة بـ 34 مقعداً في جولة الإعادة.", id="one round, in Arabic"),
        pytest.param("خسر حزب الوردة 14 مقعداً.", id="what a list lost"),
        pytest.param("يحتاج حزب الوردة إلى 14 مقعداً.", id="what a list needs"),
        pytest.param("ينافس حزب الوردة على 14 مقعداً.", id="what a list stands for"),
    ],
)
def test_what_is_no_result_of_the_whole_is_not_stated(text: str) -> None:
    """A figure of something else than this vote's whole result is proposed or listed."""
    assert not results(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وقال المتحدث في مؤتمر عقد في المنطقة الخضراء إن تحالف الوردة حصل على 42 مقعدا.", ("تحالف الوردة", None, 42)),
        ("The Rose Party won every one of the 14 seats.", ("Rose Party", None, 14)),
        ("The Social Reds (LSRP) won 14 seats.", ("Social Reds (LSRP)", None, 14)),
    ],
)
def test_whose_seats_are_told(text: str, expected: tuple[str, None, int]) -> None:
    """A place that is of the speaker, or of a figure behind, is not that of the seats."""
    assert ("holds_seats", *expected) in claims(f"نتائج\n\n{text}" if text[0] > "\u0600" else f"Vote\n\n{text}")
    assert not {one for one in results(text) if one[2] and one[3] == expected[2]}


def test_a_total_is_not_of_the_first_place_behind_it() -> None:
    """Where further figures stand behind a total, the place of the first is not stated of the total."""
    text = "احتل ائتلاف الوردة المركز الثالث بـ42 مقعدا توزعت في بغداد 8 نينوى 7."
    assert not [one for one in stated(f"نتائج\n\n{text}") if one[3] == 42 and one[2]]


def test_who_was_beaten_did_not_win() -> None:
    """Words of winning behind another name and its party are of the one who beat it."""
    text = "Ada Brown defeated Carl Dean, the candidate of the Rose Party (RP), to be declared the winner on Monday."
    assert not [one for one in claims(f"Vote\n\n{text}") if one[0] in _RESULTS and one[1] != "Ada Brown"]


def test_an_arabic_name_begins_with_a_given_name() -> None:
    """Words before a name are left off where they are known to be none, or what is read of it is only proposed."""
    said = stated("نتائج\n\nفازت المحامية ليلى حسن حداد، عن حزب الوردة، برئاسة المجلس.")
    assert ("member_of", "ليلى حسن حداد", "حزب الوردة", None) in said
    assert not [one for one in stated("نتائج\n\nتفوق مدحت ركابي من حزب الوردة على منافسيه.") if one[0] == "member_of"]


@pytest.mark.parametrize("title", ["Deputy Chief Minister", "Vice Governor"])
def test_a_deputy_is_no_holder(title: str) -> None:
    """The words before an office that make it another are a part of it."""
    assert {one[2] for one in stated(f"Vote\n\n{title} Ada Brown spoke.") if one[0] == "held_office"} == {title}


def test_a_list_holds_no_office() -> None:
    """What is told of a leader beside a list is not of the list."""
    text = "Ada Brown, and “National Bloc” headed by Carl Dean, Vice President, met."
    assert not [one for one in claims(f"Vote\n\n{text}") if one[:2] == ("held_office", "National Bloc")]


def test_the_council_of_a_place_is_not_the_whole() -> None:
    """Once a paragraph speaks of a town council, what names no place is not of the whole vote."""
    above = "Officials spoke at length about the weather on that day.\n\n" * 9
    text = f"The vote of 2029\n\n{above}Town council elections were held on Sunday. The Rose Party won 21 seats."
    assert ("holds_seats", "Rose Party", None, 21) in claims(text) - stated(text)


def test_a_list_within_a_sentence_is_of_the_place_told_before() -> None:
    """A row of lists and figures below results of a place is proposed for that place, and not stated of the whole."""
    text = "Vote\n\nIn Marden, the Reds came first.\n\nDistribution of seats: SPQ 39, CDW 31, Greens 10, AFX 9.\n"
    assert ("holds_seats", "CDW", "Marden", 31) in claims(text)
    assert ("holds_seats", "CDW", None, 31) not in claims(text)


def test_a_section_of_polls_makes_no_poll_of_the_rest() -> None:
    """Below a heading over polls nothing is a result; what stands elsewhere is."""
    text = (
        "# Vote 2029\n\n## Opinion polls\n\nIn a survey the Reds had 9 seats.\n\n## Results\n\nThe Reds won 12 seats.\n"
    )
    assert {one[3] for one in claims(text) if one[0] == "holds_seats"} == {12}


def test_a_further_header_heads_its_own_columns() -> None:
    """A table below another in one sheet has its own columns."""
    text = (
        "Party | Votes | Seats\nReds | 5,310 | 3\nBlues | 4,002 | 2\nDistrict | Registered | Voters | Turnout %\n"
        "Marden | 9,100 | 6,200 | 68.1\nCorvale | 8,000 | 5,000 | 62.5\n"
    )
    assert ("voters", None, "Marden", 6200) in stated(text)
    assert ("votes", "Reds", None, 5310) in claims(text)


def test_a_place_and_its_first_list_share_a_line() -> None:
    """A name before a dash that heads the lines right below it is their place."""
    places = ("Marden", "Corvale", "Westland", "Norbury")
    text = "Count\n\nThe votes:\n\n" + "\n\n".join(f"{place} – ROS 5,310\nBLU 4,002" for place in places) + "\n"
    assert {one[:3] for one in claims(text)} >= {("votes", "ROS", "Marden"), ("votes", "ROS", "Corvale")}


@pytest.mark.parametrize("trail", ["Home > Politics > Results", "Start / Town hall / Notices"])
def test_a_trail_of_pages_is_no_title(trail: str) -> None:
    """The names of the pages above this one are not its title."""
    text = f"{trail}\n\nResults for Corvale County\n\nThe Rose Party won 9 seats."
    assert ("holds_seats", "Rose Party", "Corvale County", 9) in claims(text)


def test_the_clock_of_an_entry_is_no_name() -> None:
    """The hour before an entry of a night that is told as it goes belongs to no name."""
    said = [one for one in found("Night\n\n**8.05pm** Ada Brown, mayor of Marden, conceded.") if isinstance(one, Claim)]
    assert {one.subject for one in said} <= {"Ada Brown"}


@pytest.mark.parametrize("masthead", ["ISLAND MONITOR - Marden", "Marden Daily News"])
def test_the_name_of_a_paper_is_no_title(masthead: str) -> None:
    """What stands above the title of a report is not the place of the vote."""
    text = f"{masthead}\n\nResults for Corvale County\n\nThe Rose Party won 9 seats, the Blue Union 4.\n"
    assert {one[2] for one in claims(text) if one[0] == "holds_seats"} == {"Corvale County"}


def test_a_heading_names_its_place_before_a_date() -> None:
    """The date behind the noun of a place is no part of the place."""
    text = "# The poll\n\n## Marden constituency, 1 May 2029\n\nParty | Votes\n---|---\nReds | 310\nBlues | 95\n"
    assert ("votes", "Reds", "Marden constituency", 310) in stated(text)


@pytest.mark.parametrize(
    "title",
    [
        "Results in Corvale province",
        "Corvale county: results",
        "The Reds win Corvale county",
        "The vote in Corvale county",
    ],
)
@pytest.mark.parametrize("above", ["", "The night\n\n## "], ids=["title", "heading"])
def test_a_title_names_its_place_with_a_small_noun(title: str, above: str) -> None:
    """Below a title or a heading that names a place with its noun no result is stated of the whole."""
    text = f"{above}{title}\n\nThe Rose Party won 9 seats, the Blue Union 4.\n"
    assert {one[2] for one in claims(text) if one[0] == "holds_seats"} == {"Corvale"}


def test_the_noun_of_a_vote_is_of_no_place() -> None:
    """A noun of places before that of a vote tells which vote it is, and not where."""
    text = "Norland county elections, 2029\n\nThe Rose Party won 9 seats, the Blue Union 4.\n"
    assert ("holds_seats", "Rose Party", None, 9) in stated(text)


def test_who_held_a_seat_before_is_no_winner() -> None:
    """A column of the incumbents and their parties says nothing of this vote."""
    text = (
        "Province/city | Incumbent | Incumbent's party | Winner | Winner's party | Margin\n---|---|---|---|---|---\n"
        "Marden | Carl Dean | Reds | Ada Brown | Blues | 24.4%\nCorvale | Eva Fox | Blues | Gil Hay | Reds | 6.3%\n"
        "Norbury | Ian Joy | Greens | Liz Mann | Greens | 4.5%\n"
    )
    assert {one for one in stated(text) if one[0] == "member_of"} == {
        ("member_of", "Ada Brown", "Blues", None),
        ("member_of", "Gil Hay", "Reds", None),
        ("member_of", "Liz Mann", "Greens", None),
    }
    assert ("won_seat", "Ada Brown", "Marden", None) in stated(text)


def test_the_seats_of_a_list_by_place_stand_in_the_line_below_it() -> None:
    """A line of places and figures that come to what the list above it has says where it has them."""
    text = "النتائج\n\n1- تحالف الوردة: 12 مقعداً\nبغداد 6 - البصرة 4 - واسط 2\n"
    assert ("holds_seats", "تحالف الوردة", "البصرة", 4) in stated(text)
    assert not [one for one in claims(text.replace("واسط 2", "واسط 3")) if one[2] == "البصرة"]
