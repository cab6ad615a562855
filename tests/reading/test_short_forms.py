"""Short forms beside names, numbers of lists, sizes of places, who is elected, and what only looks like a result."""

from __future__ import annotations

import pytest

from .test_mechanisms import claims, stated

BLOCKS = """Final results of the districts

01  MARDEN                          Members to be elected: 9
    RED   Red Harbour Party            78,836   60.05%   6
    BLUE  Blue Hill Union              31,201   23.77%   3
    GRN   Green Meadow                 21,249   16.18%   -

02  CORVALE                         Members to be elected: 4
    RED   Red Harbour Party            20,642   51.00%   3
    BLUE  Blue Hill Union              15,380   38.00%   1
    GRN   Green Meadow                  4,452   11.00%   -
"""


def test_a_heading_has_the_size_of_its_place_behind_a_gap() -> None:
    """The name before the gap is the place of the rows below, and the number behind it is how many sit for it."""
    said = stated(BLOCKS)
    assert {("council_size", None, "MARDEN", 9), ("council_size", None, "CORVALE", 4)} <= said
    assert ("holds_seats", "Red Harbour Party (RED)", "CORVALE", 3) in said


def test_numbers_in_proportion_to_their_shares_are_votes() -> None:
    """A column without a header is of votes where another has the share of each."""
    assert ("votes", "Blue Hill Union (BLUE)", "MARDEN", 31201) in stated(BLOCKS)
    assert not stated(BLOCKS.replace("31,201", "91,201")) & {("votes", "Blue Hill Union (BLUE)", "MARDEN", 91201)}


@pytest.mark.parametrize(("forms", "names"), [("ABC", ("Reds", "Blues", "Greens")), ("RBG", ("Red", "Blue", "Green"))])
def test_the_name_counts_and_not_the_letter_of_a_list(forms: str, names: tuple[str, ...]) -> None:
    """Of a column of letters headed "List" and one of names beside it the names are the lists."""
    rows = "".join(f"{form},{name},{votes}\n" for form, name, votes in zip(forms, names, (900, 700, 400), strict=True))
    assert {subject for _, subject, *_ in claims(f"List,Political organisation,Votes\n{rows}Total,,2000\n")} == {*names}


def test_a_column_that_repeats_is_no_short_form() -> None:
    """Letters that several rows share are no short forms of what stands beside them."""
    text = "Party,Ward,Votes\nA,Marden,900\nB,Corvale,700\nA,Elsmere,400\n"
    assert {subject for _, subject, *_ in claims(text)} == {"A", "B"}


def test_rows_of_leaders_have_several_figures() -> None:
    """Dots that lead to the votes part cells as the blanks before the seats do."""
    text = (
        "List of candidates                   Valid votes    Seats\n"
        "Red Harbour Party ...................... 242,497       36\n"
        "Blue Hill Union ........................ 109,066       16\n"
        "Green Meadow ............................ 77,998       12\n"
    )
    assert ("holds_seats", "Blue Hill Union", None, 16) in claims(text)
    assert ("votes", "Blue Hill Union", None, 109066) in claims(text)


def test_figures_of_one_line_count_the_same() -> None:
    """Where one of the lists in a line has more than a body has seats, all have votes."""
    text = "Results of the districts\n\nDistrict No. 1  Marden\n  RED  9,030   BLUE  5,716   GRN   469   YEL   35\n"
    assert {predicate for predicate, *_ in claims(text)} == {"votes"}


def test_the_number_of_a_list_is_no_result() -> None:
    """A number in brackets between a name and a colon, with seats and votes behind it, tells nothing of either."""
    text = (
        "الارقام الرسمية لانتخابات المجلس:\n\n"
        "1- الائتلاف الموحد (555): (128) مقعدا بواقع (5021137) صوتا\n"
        "2- جبهة الوفاق (618): (44) مقعدا بواقع (1840216) صوتا\n"
        "3- الرساليون (631): مقعدان بواقع (145028) صوتا\n"
    )
    assert {value for *_, value in claims(text)} == {128, 5021137, 44, 1840216, 2, 145028}


WINNERS = """# Who won in the election of 2029

## Marden district: 5 seats

**Red Harbour list** – 51,937 votes – 3 seats
- Ada Brown (teacher): 10,221
- Bo Green (farmer): 9,600
- Cy White (clerk): 7,943

**Blue Hill list** – 29,101 votes – 2 seats
- Di Black: 11,897
- Ed Gray: 7,126
"""


def test_items_below_a_list_are_those_who_won_its_seats() -> None:
    """As many items as a list has seats, each with more votes than that, are the people who won them."""
    said = stated(WINNERS)
    assert ("candidate_votes", "Bo Green", "Marden district", 9600) in said
    assert {("member_of", "Ed Gray", "Blue Hill list", None), ("won_seat", "Ed Gray", "Marden district", None)} <= said


def test_items_below_a_list_are_its_places_where_they_are_not_as_many() -> None:
    """Items that are more or fewer than the seats of the list above them are of nobody who won."""
    said = claims(WINNERS.replace("- Di Black: 11,897\n", ""))
    assert not any(predicate == "won_seat" and subject == "Ed Gray" for predicate, subject, *_ in said)


def test_districts_below_a_list_won_no_seat() -> None:
    """Items that are as many as the seats of a list, but no people by their names, are nobody who won."""
    text = WINNERS
    for name, place in (("Ada Brown (teacher)", "North Marden district"), ("Bo Green (farmer)", "Corvale")):
        text = text.replace(name, place)
    assert not any(predicate == "won_seat" and subject == "Cy White" for predicate, subject, *_ in claims(text))


def test_what_another_header_speaks_of_is_no_name() -> None:
    """Beside the short forms of lists a column that is headed otherwise, and differs in each row, names no list."""
    text = "Party,Ideology,Seats\nNPP,Conservatism,14\nSJB,Liberalism,4\nNDF,Socialism,1\n"
    assert {subject for _, subject, *_ in claims(text)} == {"NPP", "SJB", "NDF"}


def test_the_ends_of_a_range_in_a_list_are_no_seats() -> None:
    """An item with a range has neither number."""
    assert {value for *_, value in claims("Marden council\n\nReds: 20-25 seats\nBlues: 4 seats\n")} == {4}


def test_those_elected_are_told_in_one_line() -> None:
    """A word for the elected before a colon leads to people, each with list and votes."""
    text = "Marden District (5 seats)\n\nElected: Ada Brown (RED) 10,618; Bo Green (BLUE) 7,945\n"
    assert {("member_of", "Bo Green", "BLUE", None), ("won_seat", "Ada Brown", "Marden District", None)} <= claims(text)
    assert ("candidate_votes", "Ada Brown", "Marden District", 10618) in claims(text)


@pytest.mark.parametrize("label", ["Total so far", "Lists below the threshold", "Elected"])
def test_a_label_of_lists_or_sums_is_no_place(label: str) -> None:
    """What a label says of the lists behind its colon is not where they have their votes."""
    text = f"## Marden\n\nReds: 9,310 votes\n\n{label}: Blues (656 votes), Greens (301), Yellows (268).\n"
    assert label not in {place for _, _, place, _ in claims(text)}


def test_votes_stand_before_their_share_in_brackets() -> None:
    """A number with a share in brackets right behind it is of votes, whatever the heading counts."""
    text = "MARDEN DISTRICT (9 seats)\nRed Hill (RH) – 6,428 (68%) – 7 seats\nBlue Bay (BB) – 3,015 (32%) – 2 seats\n"
    assert {("votes", "Red Hill", 6428), ("votes", "Blue Bay", 3015)} <= {(a, b, d) for a, b, _, d in stated(text)}


@pytest.mark.parametrize(
    "range_of_seats", ["20 to 25 seats", "20-25 seats", "between 20 and 25 seats", "20 – 25 seats".replace(" – ", "–")]
)
def test_the_ends_of_a_range_are_no_seats(range_of_seats: str) -> None:
    """A list that may have got so many or so many has neither number."""
    assert not {value for *_, value in claims(f"In Marden the Harbour Party won {range_of_seats}.\n")} & {20, 25}


def test_a_vote_that_is_an_event_counts_nothing() -> None:
    """Small figures in brackets are no votes because the sentence speaks of the vote."""
    assert not claims("The Harbour Party (12) was ahead in the vote.\n")
    assert not claims("National list members (29) will be apportioned by the national vote.\n")


def test_what_is_said_of_another_is_not_of_the_speaker() -> None:
    """Whoever declares that somebody was elected to an office was not."""
    text = "The chairman, Ada Brown, declared that Bo Green, the candidate of the Reds, has been elected President.\n"
    assert ("held_office", "Ada Brown", "President", None) not in claims(text)


def test_a_place_is_not_what_describes_it() -> None:
    """Behind the name of a place a noun with the article says what it is, and is no second place."""
    text = "وفي نواذيبو، العاصمة الاقتصادية، أسفر الفرز عن 14270 صوتا لحزب النهر.\n"
    assert {place for _, _, place, _ in claims(text)} == {"نواذيبو"}


COUNTIES = """The last seats of the house were filled tonight.

KERRY – 5 seats
Turnout 65.2%
Elected:
Ada Brown (RED) 18,596
Bo Green (BLU) 10,977
Not elected: Ed Black (YEL) 3,098

CORVALE CENTRAL – 4 seats
Turnout 52.2%
Elected:
Cy White (RED) 7,680
Di Gray (GRN) 5,493

WEST ELSMERE – 3 seats
Turnout 55.1%
Elected:
Fay Stone (RED) 8,112
Gil Reed (GRN) 6,020
"""


def test_a_name_in_capitals_with_its_seats_heads_its_place() -> None:
    """Where the turnout or the winners stand below a name, a dash and seats, the name is that of their place."""
    said = claims(COUNTIES)
    assert ("council_size", None, "CORVALE CENTRAL", 4) in said
    assert {("won_seat", "Cy White", "CORVALE CENTRAL", None), ("member_of", "Fay Stone", "RED", None)} <= said
    assert not any(subject and subject.isupper() for predicate, subject, *_ in said if predicate == "holds_seats")


def test_those_who_lost_are_told_in_one_line() -> None:
    """Behind "not elected" people have votes and a list, and no seat; "Ed" is a name and no Italian "and"."""
    said = {(predicate, subject) for predicate, subject, *_ in claims(COUNTIES)}
    assert {("candidate_votes", "Ed Black"), ("member_of", "Ed Black")} <= said
    assert ("won_seat", "Ed Black") not in said


def test_a_name_has_the_figures_of_the_line_below() -> None:
    """Votes and seats that stand alone further in are those of the name in the line above."""
    text = (
        "The 50 seats of the parliament are shared out thus:\n\n"
        "   1. RHU - Red Harbour Union of Marden\n        288,289 votes (41.63%)        31 seats\n"
        "   2. BLUEHILL\n        178,338 votes (25.75%)        19 seats\n"
    )
    assert {
        ("holds_seats", "RHU - Red Harbour Union of Marden", None, 31),
        ("votes", "BLUEHILL", None, 178338),
    } <= stated(text)


def test_a_run_of_large_numbers_is_of_votes_whatever_stands_above() -> None:
    """Below a sentence about seats a list with numbers that no body has counts votes, the small ones too."""
    text = "The Harbour Party has 26 of the 41 seats.\n\nThe parties:\n\nHARB - 334,874\nHILL - 21,010\nMEAD - 268\n"
    assert {predicate for predicate, subject, _, _ in claims(text) if subject in ("HARB", "HILL", "MEAD")} == {"votes"}


BRIEF = """# The vote of May: a landslide and its limits

The Harbour Party won 58 of the 120 seats in the assembly.

The Hill Union obtained 436,407 votes and crashed to 18 seats.

Turnout was 55.44 per cent, the commission said.

{ending}
"""


def test_one_late_mention_of_a_survey_makes_no_forecast() -> None:
    """A report that speaks of a survey in one of its last sentences is read; one that tells of a sample is not."""
    survey = "Our survey of February had 57 per cent of respondents against it."
    assert ("holds_seats", "Harbour Party", None, 58) in claims(BRIEF.format(ending=survey))
    sample = "Respondents who do not know are left out; the margin of error is 3 points."
    assert not claims(BRIEF.format(ending=sample))


def test_those_who_watch_a_vote_are_no_voters() -> None:
    """A number of observers before whose eyes others took part is none of voters."""
    text = "وقال القاضي إن الموظفين شاركوا في العملية تحت أنظار 1800 مراقب دولي.\n"
    assert not any(predicate == "voters" for predicate, *_ in claims(text))


def test_a_list_is_not_what_describes_it() -> None:
    """What stands between commas behind a list is not what has the seats, though "also" stands before the verb."""
    text = "The European Front, built around the Democratic Union of Ali Ahmeti, also holds 18 seats.\n"
    assert {subject for predicate, subject, *_ in claims(text) if predicate == "holds_seats"} == {"European Front"}


def test_seats_of_each_are_no_size() -> None:
    """Where several have so many each, the place that one of them governs has no council of that size."""
    text = "Levica and ZNAM, the party founded by the mayor of Kumanovo, Maksim Dimitrievski, have six deputies each.\n"
    assert not any(predicate == "council_size" for predicate, *_ in claims(text))


def test_a_figure_far_from_its_name_is_listed() -> None:
    """Behind three words that are not understood a figure is no claim, and is told with the reason."""
    text = "The Harbour Party kept fighting bravely onwards 9 seats in Marden.\n"
    assert not {one for one in claims(text) if one[0] == "holds_seats"}
