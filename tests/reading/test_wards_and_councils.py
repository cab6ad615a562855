"""By-elections and the councils they are to: whose results those below a ward are, and what a share tells of them."""

from __future__ import annotations

import pytest

from .test_mechanisms import claims, found, stated

WARDS = (
    "Council by-election results of the week\n\n"
    "**East Marden (Corvale County Council)**\n\n"
    "Reds 962 (60.1 per cent, -0.9), Blues 486 (30.4 per cent, new), Greens 152 (9.5 per cent, +9.5 on May 2027)\n\n"
    "Reds hold. Turnout 12.4 per cent.\n\n"
    "**Hill and Dale (West Corvale Council), first preferences**\n\n"
    "Reds 186 (31.0 per cent, -3.5), Blues 414 (69.0 per cent)\n\n"
    "Blues gain from Reds. With this seat Three Hills District Council stands at: Blues 19, Reds 13, Greens 4.\n"
)


def test_a_heading_with_its_council_names_a_ward() -> None:
    """What stands below the name of a ward, with its council in brackets, is of that ward."""
    said = stated(WARDS)
    assert {("votes", "Reds", "East Marden", 962), ("turnout", None, "East Marden", 12.4)} <= said
    assert ("votes", "Blues", "Hill and Dale", 414) in said


def test_a_share_and_its_change_stand_beside_votes() -> None:
    """Whatever words stand in the bracket of a share, the figure before it counts votes, and the share is none."""
    said = claims(WARDS)
    assert ("votes", "Blues", "East Marden", 486) in said
    assert ("votes", "Greens", "East Marden", 152) in said
    assert not {one for one in said if one[3] in (30.4, 9.5, 2027, 31.0)}


def test_a_list_that_a_council_leads_to_is_of_that_council() -> None:
    """The seats behind "X District Council stands at" are of that council, and not of the ward above."""
    said = {one for one in claims(WARDS) if one[0] == "holds_seats"}
    assert said == {
        ("holds_seats", name, "Three Hills District Council", seats)
        for name, seats in (("Blues", 19), ("Reds", 13), ("Greens", 4))
    }


def test_a_word_for_a_number_may_begin_a_name() -> None:
    """With a capital within a sentence, before another, it is a part of the name: "in Three Rivers"."""
    text = "Results of the election\n\nThe Harbour Party won nine seats in Three Rivers and two in Seven Oaks.\n"
    assert ("holds_seats", "Harbour Party", "Three Rivers", 9) in claims(text)
    assert not {one for one in claims(text) if one[3] in (3, 7)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "- West Marden: Ada BROWN (River Islands United Front), 3,016 votes; runner-up Ben COLE, 2,884",
            ("member_of", "Ada BROWN", "River Islands United Front", None),
            id="a list of several words",
        ),
        pytest.param(
            "- West Marden Constituency: Ada BROWN (People First Party), 3,016 votes; runner-up Ben COLE, 2,884",
            ("candidate_votes", "Ada BROWN", "West Marden Constituency", 3016),
            id="a list that begins with a noun of people",
        ),
    ],
)
def test_a_bracket_with_a_noun_of_lists_is_a_persons_list(
    text: str, expected: tuple[str, str | None, str | None, object]
) -> None:
    """However many words the list of a candidate has, its noun tells that it is one."""
    assert expected in claims(f"Results of the election\n\n{text}\n")


def test_a_place_and_a_name_in_one_row_of_capitals_are_no_name() -> None:
    """Of "In Marden Ada Brown took" no one is called so."""
    text = "Results\n\nIn Marden Ada Brown (River Front) took 3,016 votes, Ben Cole (Hill Front) 2,884.\n"
    assert not [one for one in found(text) if str(getattr(one, "subject", "")).startswith("In ")]


def test_a_letter_of_a_name_is_no_and() -> None:
    """Behind a noun that leads to a name no "and" stands: the letter begins the name, wherever that stands alone."""
    text = (
        "نتائج الانتخابات\n\nحصل حزب وديان الذي يقوده كريم حسن على 31 مقعدا. "
        "وجاء النهر أولا بـ 2623 صوتا، ثم وديان بـ 2499 صوتا."
    )
    said = claims(text)
    assert ("holds_seats", "حزب وديان", None, 31) in said
    assert {one[1] for one in said if one[3] == 2499} <= {"وديان", "حزب وديان"}


def test_where_somebody_spoke_is_no_place_of_what_follows() -> None:
    """A turnout told to reporters in a town is not that of the town, nor is what the next sentence tells."""
    text = (
        "Results of the election\n\nThe head of the commission, Judge Karim Hassan, told reporters in Corvale that "
        "turnout stood at 72 percent. He said that 2,087,972 people had voted.\n"
    )
    said = claims(text)
    assert ("voters", None, None, 2087972) in said
    assert not {one for one in said if one[0] == "held_office" and one[2] == "Judge"}


def test_a_word_that_nothing_makes_a_name_is_none() -> None:
    """One word without an article, in a script without capitals, is not proposed for a list by its place alone."""
    text = (
        "نتائج الانتخابات\n\nوخاض تيار النهر الوطني، الذي أسسه كريم حسن، أول تجربة له فحصد أربعة مقاعد بـ55,775 صوتا.\n"
    )
    assert not {one for one in claims(text) if one[1] == "تجربة"}
