"""Names that belong together, and names that are of somebody else than they seem to be: places, people, bodies."""

from __future__ import annotations

import pytest

from .test_reader import ReadAll, claims, marks

__all__ = ["marks"]


def test_a_place_of_two_names_is_one_place(marks: ReadAll) -> None:
    """An article before and one noun behind two names joined by "and" make them one place; a plural noun makes two."""
    found = claims(
        marks(
            "Stone Borough Council\n\nDECLARATION OF RESULT OF POLL\n\n"
            "Election of a Member of Parliament for the Ham and Stone Valley Constituency\n\n"
            "Name\tParty\tVotes\nAnna Berg\tRed Party\t17,482\nCarl Dunn\tBlue Party\t9,316\n"
        )
    )
    places = {place for kind, _, place, *_ in found if kind == "candidate_votes"}
    assert places == {"Ham and Stone Valley Constituency"}
    several = claims(marks("In the Ham and Stone constituencies the Red Party won nine seats.\n"))
    assert [place for kind, _, place, *_ in several if kind == "holds_seats"] == [None]


@pytest.mark.parametrize(
    ("body", "certainty"), [("parliament", "proposed"), ("National Assembly", "proposed"), ("county council", "stated")]
)
def test_seats_in_the_parliament_of_a_name_may_be_of_the_whole(marks: ReadAll, body: str, certainty: str) -> None:
    """Who has a parliament may be all who voted; who has a county council is a part of them."""
    found = claims(marks(f"The Red Party won 58 of the 140 seats in Westland's {body} on Sunday.\n"))
    assert ("holds_seats", "Red Party", "Westland", 58, certainty) in found


def test_people_behind_their_list_are_no_places(marks: ReadAll) -> None:
    """Names of people with votes in brackets behind a list have these votes; behind an unknown name nothing is sure."""
    found = claims(
        marks(
            "Results of the Marden provincial council election\n\nWho is in\n\n"
            "- Bright Future: Hatem Mansour (21,340 votes), Suha Kareem (4,212) and four others\n"
            "- Reform Alliance: Adnan Jabbar (9,876 votes), Rana Taleb (3,455) and four others\n"
        )
    )
    assert ("candidate_votes", "Adnan Jabbar", "Marden", 9876, "proposed") in found
    assert ("member_of", "Rana Taleb", "Reform Alliance", None, "stated") in found
    assert not any(kind == "votes" and certainty == "stated" for kind, *_, certainty in found)


@pytest.mark.parametrize(
    ("heading", "items", "of"),
    [
        (
            "أسماء الفائزين في محافظة السهل عن كتلة السهل الموحد:",
            "١- عقيل حسن الساري – ١٨٬٣٠٢ صوت\n٢- بشرى عبد الأمير – ٦٬٧٥٤ صوتاً",
            "كتلة السهل الموحد",
        ),
        ("Winners of the Red Party in Marden:", "1. Anna Berg - 8,302 votes\n2. Carl Dunn - 6,754 votes", "Red Party"),
        ("Elected for the Red Party:", "- Anna Berg: 8,302 votes\n- Carl Dunn: 6,754 votes", "Red Party"),
    ],
)
def test_winners_have_their_own_votes(marks: ReadAll, heading: str, items: str, of: str) -> None:
    """The people below words for the winners of one list are of that list, and their votes are their own."""
    title = "Marden council election results" if heading.isascii() else "نتائج انتخابات مجلس محافظة السهل"
    found = claims(marks(f"{title}\n\n{heading}\n{items}\n"))
    members = [one for kind, one, whole, *_ in found if kind == "member_of" and whole == of]
    assert len(members) == 2
    assert [name for kind, name, *_ in found if kind == "candidate_votes"] == members
    assert not [kind for kind, *_ in found if kind == "votes"]


def test_who_leads_a_list_does_not_boycott_for_it(marks: ReadAll) -> None:
    """A list that is named with its leader is who stayed away."""
    found = claims(marks("فاز حزب النور بخمسة مقاعد. أما حزب الشعب بقيادة مراد القيسي فقاطع الاقتراع هذه المرة.\n"))
    assert [name for kind, name, *_ in found if kind == "boycotted"] == ["حزب الشعب"]


def test_a_council_wins_no_seat(marks: ReadAll) -> None:
    """Members of a council who are elected in a ward make no winner of the council."""
    text = "The Reds won nine seats. Members of Wessen County Council are elected in Millbank ward.\n"
    assert not [one for one in claims(marks(text)) if one[0] == "won_seat"]


def test_a_council_that_consists_of_seats_holds_none(marks: ReadAll) -> None:
    """Of how many seats a council consists is told of no list, in Kurdish too."""
    title = "ئەنجامەکانی هەڵبژاردنی ئەنجوومەنی پارێزگای گەرمەسێر"
    text = "ئەنجوومەنی پارێزگای گەرمەسێر لە 16 کورسی پێکدێت.\nلیستی ڕووناکی 6 کورسی بەدەستهێنا."
    found = claims(marks(f"{title}\n\n{text}\n"))
    assert [(name, value) for kind, name, _, value, _ in found if kind == "holds_seats"] == [("لیستی ڕووناکی", 6)]


def test_a_local_page_is_of_the_town_that_it_is_dated_from(marks: ReadAll) -> None:
    """A town alone before the first sentence of a page of one council is proposed as its place, and no inn is."""
    text = (
        "Stadtrat: Freie Wähler jubeln\n\n"
        "Hohenau. Nach dem vorläufigen Endergebnis bleibt die CDU im Stadtrat mit 11 von 36 Sitzen vorn.\n\n"
        "Am Abend feierte sie im Gasthof Post. In Hohenau hatten viele damit gerechnet.\n"
    )
    found = [(name, place, value) for kind, name, place, value, _ in claims(marks(text)) if kind == "holds_seats"]
    assert found == [("CDU", "Hohenau", 11)]


def test_a_word_in_a_cell_says_who_won(marks: ReadAll) -> None:
    """A word of being elected behind a name or votes is no part of them, and a candidate has a list."""
    found = claims(
        marks(
            "Castle ward by-election\n\n| Candidate | Description | Votes |\n|---|---|---:|\n"
            "| Meera Nanda (elected) | Red Party Candidate | 812 |\n| Giles Foth | Blue Party | 640 |\n"
            "| Jo Trant | Green Party | 1,401 Elected |\n"
        )
    )
    assert [name for kind, name, *_ in found if kind == "won_seat"] == ["Meera Nanda", "Jo Trant"]
    assert [(name, value) for kind, name, _, value, _ in found if kind == "candidate_votes"] == [
        ("Meera Nanda", 812),
        ("Giles Foth", 640),
        ("Jo Trant", 1401),
    ]
    assert ("member_of", "Meera Nanda", "Red Party", None, "stated") in found


def test_the_council_in_a_title_is_where_its_page_is_of(marks: ReadAll) -> None:
    """A page whose title is the name of one council is proposed to be of that."""
    text = (
        "# Aldermoor Borough Council\n\n| Party | Seats |\n|---|---|\n| Reds | 17 |\n| Blues | 13 |\n| Greens | 4 |\n"
    )
    assert {place for kind, _, place, *_ in claims(marks(text)) if kind == "holds_seats"} == {
        "Aldermoor Borough Council"
    }


def test_places_below_the_seats_of_one_list_are_where_it_has_them(marks: ReadAll) -> None:
    """Items that no list is named by, below words for the seats of one, are proposed as that list's seats there."""
    text = "The Red Party welcomed the result.\n\nSeats won by the Red Party:\n\n* Marden: 14\n* Ham Plains: 11\n"
    assert [one[:4] for one in claims(marks(text)) if one[0] == "holds_seats"] == [
        ("holds_seats", "Red Party", "Marden", 14),
        ("holds_seats", "Red Party", "Ham Plains", 11),
    ]


def test_seats_in_parliament_are_of_the_whole_behind_results_of_a_place(marks: ReadAll) -> None:
    """Where results of a place were told before, seats in parliament are proposed as those of the whole."""
    text = (
        "The Red Party won nine seats in Marden.\n\nTurnout was high.\n\n"
        "The Red Party took 71 of the 150 seats in parliament.\n"
    )
    assert ("holds_seats", "Red Party", None, 71, "proposed") in claims(marks(text))
