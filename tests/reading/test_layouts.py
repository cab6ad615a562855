"""Layouts and sentences that the reader met in pages of a new make, each in a few words of its own."""

from __future__ import annotations

import pytest

from .test_mechanisms import claims, reasons, stated

Expected = set[tuple[str, str | None, str | None, object]]


def seats(place: str | None, **of: int) -> Expected:
    """Claims of seats of lists in a place."""
    return {("holds_seats", name, place, value) for name, value in of.items()}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Tally\n\nMarden council (36 seats): NPD-15, Reds-13, AGP-8.",
            {("council_size", None, "Marden council", 36), *seats("Marden council", NPD=15, Reds=13, AGP=8)},
            id="names and figures tied by a dash, behind the size of their place",
        ),
        pytest.param(
            "Tally\n\nMarden-16 seats- NPD 7, AGP 9",
            {("council_size", None, "Marden", 16), *seats("Marden", NPD=7, AGP=9)},
            id="lists that share out the seats of a place",
        ),
        pytest.param(
            "Tally\n\nNeuland\nPP: 7 seats (2,890 votes)\nPSO: 6 (2,401)\nVX: 2 (811)\n",
            {*seats("Neuland", PP=7, PSO=6, VX=2), ("votes", "PSO", "Neuland", 2401)},
            id="units by the place of their figures; a party called as a change is",
        ),
        pytest.param(
            "Tally\n\nAlden:\n\n• Ada Brown of the Reds gets 106 votes\n\n• Bo Green, 96\n\nTurnout: 62.4 per cent",
            {("votes", "Bo Green", "Alden", 96), ("turnout", None, "Alden", 62.4)},
            id="a comma before the figures of items that say above what they count",
        ),
        pytest.param(
            "Councils that we run\n* Oxvale - the Reds took it with 36 of the 69 seats.\n"
            "* Camvale - the Reds took it with 31 of the 61 seats.\n* Shrovale - the Reds took it with 9 of the 20.",
            {("holds_seats", "Reds", "Oxvale", 36), ("council_size", None, "Camvale", 61)},
            id="items that begin with their place and go on in prose",
        ),
        pytest.param(
            "Tally\n\nGBL-1, Gil-1: Ada Brown of the Red Party won 6,835 votes\n"
            "GBL-3, Gil-3: Bo Green of the Blue Party won 7,525 votes",
            {("candidate_votes", "Ada Brown", "GBL-1, Gil-1", 6835)},
            id="lines that begin with the codes of a place",
        ),
        pytest.param(
            "Sonuçlar\n\nKatılım oranı: Yüzde 57,62", {("turnout", None, None, 57.62)}, id="a word for percent before"
        ),
        pytest.param(
            "Votes\n\nRed Party (RED) 719.004\nGreens 446.095\nBlues 323.867\n",
            {("votes", "Greens", None, 446095), ("votes", "Red Party", None, 719004)},
            id="the first of a list is no heading of it",
        ),
        pytest.param(
            "Vote of the north\n\nParties | Seats | % |\nNPD\n|\n11 | 47.9% |\nAGP\n|\n5 | 22.2% |\n",
            seats(None, NPD=11, AGP=5),
            id="rows whose cells stand on several lines",
        ),
        pytest.param(
            "Vote\n\nParty, votes, percent, seats\nRed List, 4 312, 38,2%, 9\nBlue List, 3 120, 27,6%, 6\n",
            {("votes", "Red List", None, 4312), ("holds_seats", "Blue List", None, 6)},
            id="cells parted by a comma and a blank",
        ),
        pytest.param(
            "Vote\n\nParty      Seats  Vote %\nUnity         34    38.1\nReforma       22    24.9\n"
            "Path           8     9.0\n------------------------\nTotal         64   100\n",
            seats(None, Unity=34, Reforma=22, Path=8),
            id="a rule below the rows",
        ),
        pytest.param(
            "Region,District,Candidate,Party,Votes,Elected\nNorth,Alta,Ada Brown,PDP,4312,yes\n"
            "North,Baja,Bo Green,UNR,3120,no\n",
            {("won_seat", "Ada Brown", "Alta", None), ("candidate_votes", "Bo Green", "Baja", 3120)},
            id="columns of yes and no, and of regions with their districts",
        ),
        pytest.param(
            "| Party | Votes | Seats |\n|---|---|---|\n| Reds | 60 | 9 |\n| Greens | 40 | 6 |\n"
            "| Total (turnout 86.6%) | 100 | 15 |\n",
            {("turnout", None, None, 86.6)},
            id="a measure in the brackets of a sum",
        ),
        pytest.param(
            "Vote of 2014\n\nArbil Governorate[edit]\nParty\nTotal votes\nSeats\n"
            "Red Party\n372,607\n12\nBlue Party\n168,603\n6\n",
            {("holds_seats", "Red Party", "Arbil Governorate", 12)},
            id="a heading of a page that was copied from a browser",
        ),
        pytest.param(
            "Turnout until noon\n\n- Marden: 22.09%, voters 39,317\n- Corvale: 5.4%, voters 87,996\n",
            {("turnout", None, "Marden", 22.09), ("voters", None, "Corvale", 87996)},
            id="measures behind a place in one item",
        ),
        pytest.param(
            "Vote\n\nFirst District (turnout above 70%)\n"
            "Ada Brown 5849 votes\nBo Green 5064 votes\nCy White 4129 votes\n",
            {("votes", "Ada Brown", "First District", 5849), ("votes", "Cy White", "First District", 4129)},
            id="a heading with a figure in brackets",
        ),
        pytest.param(
            "List | Arabic name | Votes |\n---|---|---|\n"
            "Red Party | al-Ahmar | 2692 |\nBlue Group | al-Azraq | 755 |\n",
            {("votes", "Red Party", None, 2692), ("votes", "Blue Group", None, 755)},
            id="a column of names in another language",
        ),
        pytest.param(
            "Final figures for the Corvale Region\n\nThe region's parliamentary elections are over.\n\nLists:\n"
            "  • Red List, 1076370 votes, 59 parliamentary seats\n"
            "  • Blue Council, 10595 votes, 3 parliamentary seats\n",
            {("holds_seats", "Red List", None, 59), ("votes", "Blue Council", None, 10595)},
            id="a region that has a vote of its own; a council among lists",
        ),
        pytest.param(
            "Les résultats\n\n— Le Parti Rouge (PR) : 282 sièges, soit 20,66 %\n"
            "— L'Union Bleue (UB) : 97 sièges, soit 7 %\n",
            {("holds_seats", "Parti Rouge", None, 282), ("holds_seats", "Union Bleue", None, 97)},
            id="articles before the noun of a list",
        ),
        pytest.param(
            "Tally\n\nBabil Province (31 seats): Red Party 8, the Blue Party took 7 and lost Ada Brown.\n",
            seats("Babil Province", **{"Red Party": 8, "Blue Party": 7}),
            id="the size of a place says what the figures behind it count",
        ),
        pytest.param(
            "Wahl\n\nNPD\nDrei Bewerber sind gewählt.\nKandidat | Stimmen |\n---|---|\nAda Braun | 481 |\n"
            "Bo Grün | 257 |\nCy Weiß | 245 |\n",
            {("member_of", "Ada Braun", "NPD", None), ("candidate_votes", "Bo Grün", None, 257)},
            id="candidates below the name of their list",
        ),
    ],
)  # fmt: skip
def test_a_layout_is_read(text: str, expected: Expected) -> None:
    """A page of this make gives these claims."""
    assert expected <= claims(text), claims(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Corvale, the largest constituency with 38 seats, stayed with the Red Party.",
            ("council_size", None, "Corvale", 38),
            id="a noun of places that describes a name",
        ),
        pytest.param(
            "In the capital, Port Lane, the Red Party took nine of 14 seats.",
            ("holds_seats", "Red Party", "Port Lane", 9),
            id="a name behind the noun of its place",
        ),
        pytest.param(
            "Third is the Red Party, on 15 seats.", ("ranked", "Red Party", None, 3), id="a rank before its verb"
        ),
        pytest.param(
            "The Red Front won 3 seats in Corvale. In Westvale the Front won 5 seats.",
            ("holds_seats", "Red Front", "Westvale", 5),
            id="the noun of a list that was named",
        ),
        pytest.param(
            "Results gave the Red Party 52 seats.", ("holds_seats", "Red Party", None, 52), id="what results gave"
        ),
        pytest.param(
            "The Red Party carried all 12 seats of Maren county.",
            ("holds_seats", "Red Party", "Maren", 12),
            id="the seats of a place",
        ),
        pytest.param("نالت قائمة التغيير سبعة مقاعد.", ("holds_seats", "قائمة التغيير", None, 7), id="called Change"),
        pytest.param(
            "نال الأمل والعمل وأبناء البلد ثلاثة مقاعد لكل منهما.",
            ("holds_seats", "الأمل والعمل", None, 3),
            id="two names of which one has an and",
        ),
        pytest.param(
            "هرع رئيس حزب الغد سامي سالم إلى المنصة.", ("leads", "سامي سالم", "حزب الغد", None), id="a verb leads none"
        ),
        pytest.param(
            "أعلنت المفوضية العليا للانتخابات في العراق، اليوم، أن حزب الغد نال 9 مقاعد.",
            ("holds_seats", "حزب الغد", None, 9),
            id="the place of who says it",
        ),
    ],
)  # fmt: skip
def test_a_sentence_is_read(text: str, expected: tuple[object, ...]) -> None:
    """A sentence of this make gives this claim."""
    assert expected in claims(text), claims(text)


def test_signed_figures_and_those_in_a_second_bracket_are_listed() -> None:
    """What a list won or lost against another vote, or had before, is told and is no claim."""
    text = "Vote\n\nThe Red Party won 6 seats (+4).\n\nDehra: NPD 21 (33), AGP 10 (12)"
    assert {one[3] for one in claims(text)} == {6, 21, 10}
    assert reasons(text) == {
        "4": "a difference or a share, no result",
        "33": "a second figure in brackets",
        "12": "a second figure in brackets",
    }


@pytest.mark.parametrize(
    "text", ["The Red Party fell to 19 seats from 31.", "The Red Party climbed from 31 to 19 seats."]
)
def test_the_number_from_which_one_came_is_another_time(text: str) -> None:
    """Of two numbers the one that was left is no result of this vote."""
    assert {one[3] for one in claims(text)} <= {19}
    assert "31" in reasons(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Three opinion polls\n\nThe Red Party has 9 seats.", id="a title that says poll"),
        pytest.param("نال الحزبان 9 مقاعد.", id="two lists without their names"),
        pytest.param("The group's leader, Ada Brown, said 9 seats was a triumph.", id="a number that somebody says"),
        pytest.param("Four years ago the Red Party had 120 seats.", id="years ago"),
        pytest.param("إن أنصار الغد قد يحصلون على 70 مقعدا.", id="what may be"),
        pytest.param("Results were contested in 245 cases: 54 in Corvale. Ada Brown said so.", id="another kind"),
        pytest.param("The Reds won seats in Corvale and Westvale, both in Marden.", id="no number"),
        pytest.param("Who won\n\nAlden: Ada Brown (Labour) 2,110; Bo Green (Greens) 1,004", id="votes of persons"),
        pytest.param("Vote\n\n- Aldorf: 32 seats\n- Bedorf: 12 seats\n- Cedorf: 7 seats", id="lists, or places"),
        pytest.param("After the vote\n\nTendale: NPD 16, AGP 8. No overall control.", id="a unit that nobody says"),
    ],
)
def test_what_is_not_said_is_not_stated(text: str) -> None:
    """No number of such words is stated."""
    assert {one for one in stated(text) if one[3] is not None} == set()


def test_names_beside_those_who_stood_alone_are_lists() -> None:
    """Where one of a run can only be a list or stand alone, the others are no places, and their seats are stated."""
    found = stated("Vote\n\n- Aldorf: 32 seats\n- Bedorf: 12 seats\n- Independents: 7 seats")
    assert found == seats(None, Aldorf=32, Bedorf=12)


def test_a_heading_of_several_words_is_no_list() -> None:
    """A heading that only speaks of a party is not the list of the places below it."""
    text = "Vote\n\nCouncils where the party is largest\n* Oxvale: 27 seats\n* Camvale: 31 seats\n"
    assert not any(one[1] and "largest" in one[1] for one in claims(text))
