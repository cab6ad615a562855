"""What stands above results on any page: a dateline, a name alone, a phrase, a sentence that leads to a list."""

from __future__ import annotations

import pytest

from loaders.reading.datelines import behind_dateline

from .test_mechanisms import claims, reasons, stated

Facts = set[tuple[str, str | None, str | None, object]]


def seats(place: str | None, **lists: int) -> Facts:
    """Seats of lists in a place."""
    return {("holds_seats", name.replace("_", " "), place, value) for name, value in lists.items()}


@pytest.mark.parametrize(
    "dateline",
    [
        "MARDEN, Nov 12 (AFP) - ",
        "MARDEN, Westland — ",
        "MARDEN (Newswire24) – ",
        "Marden (AFP) - ",
        "Marden, 12 December 2023 - ",
        "Marden/ INA - ",
        "Marden - Newswire - ",
        "بغداد (رويترز) - ",
        "بغداد/ واع - ",
        "بغداد، 12 كانون الأول (أ ف ب) - ",
        "بغداد، الجمعة – ",
    ],
)
def test_the_place_of_a_dateline_is_none_of_the_vote(dateline: str) -> None:
    """Where a report was written is not where the seats are."""
    arabic = dateline[0] > "\u0600"
    sentence = "حصل حزب الوردة على 73 مقعداً في مجلس النواب." if arabic else "The Rose Party won 73 seats in parliament."
    name = "حزب الوردة" if arabic else "Rose Party"
    assert behind_dateline(dateline + sentence, opens=True) == len(dateline)
    assert ("holds_seats", name, None, 73) in stated(dateline + sentence)


@pytest.mark.parametrize(
    "text",
    [
        "Rose Party (Ada Brown) – 9 seats in Marden and 8 in Corvale, of 20 each.",
        "RRP – 9 seats in Marden and eight seats in Corvale, of 20 in each of the two.",
        "Rose Party, 9 Marden, 8 Corvale - seats that it has kept since the last vote there.",
        "The Rose Party - founded in May - won nine seats.",
    ],
)
def test_a_name_with_a_dash_behind_it_is_no_dateline(text: str) -> None:
    """A list and its figures, or what describes it, are not taken for a dateline."""
    assert behind_dateline(text, opens=True) == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Council results\nMarden\nReds: 9 seats\nBlues: 8 seats\nCorvale\nReds: 5 seats",
            seats("Marden", Reds=9, Blues=8) | seats("Corvale", Reds=5),
            id="a name alone, with no blank line above",
        ),
        pytest.param(
            "Results\n\nIn Marden:\n- Reds: 9 seats\n\nIn Corvale province, meanwhile:\n- Blues: 8 seats",
            seats("Marden", Reds=9) | seats("Corvale", Blues=8),
            id="a preposition",
        ),
        pytest.param(
            "Seats in Marden province (23 seats):\n1- Reds: 12\n2- Blues: 5\n\nSeats in Corvale province (15 seats):\n"
            "1- Reds: 7",
            seats("Marden", Reds=12, Blues=5)
            | seats("Corvale", Reds=7)
            | {("council_size", None, "Marden", 23), ("council_size", None, "Corvale", 15)},
            id="with the size",
        ),
        pytest.param(
            "Results\n\nAccording to what the commission announced on Thursday evening, the following lists have won "
            "seats in the Marden district:\n- Reds: 9 seats\n\nOther lists won nothing.",
            seats("Marden", Reds=9),
            id="a sentence that leads to a list",
        ),
        pytest.param(
            "النتائج\n\nوفي محافظة الوادي توزعت المقاعد كالآتي:\nحزب الوردة: 9 مقاعد\n\n"
            "أما في الساحل فجاءت النتائج كما يلي:\nحزب النخلة: 8 مقاعد",
            {("holds_seats", "حزب الوردة", "محافظة الوادي", 9), ("holds_seats", "حزب النخلة", "الساحل", 8)},
            id="an Arabic phrase",
        ),
    ],
)
def test_what_stands_above_a_list_names_its_place(text: str, expected: Facts) -> None:
    """A heading or a sentence above a list gives it its place, in whatever words; the next one replaces it."""
    found = stated(text)
    assert expected <= found
    assert {(subject, place) for predicate, subject, place, _ in found if predicate == "holds_seats"} == {
        (subject, place) for predicate, subject, place, _ in expected if predicate == "holds_seats"
    }


@pytest.mark.parametrize(
    "text",
    [
        "Results\n\nIn Marden and Corvale:\n- Reds: 9 seats",
        "Results\n\nThe following lists won seats on the Marden council:\n- Reds: 9 seats",
        "Marden results: Reds 9 seats, Blues 4, Greens 3.",
    ],
)
def test_what_may_name_a_place_is_never_the_whole(text: str) -> None:
    """Where the words above a list name several places, or what may be one, its seats are proposed, or listed."""
    assert not [one for one in stated(text) if one[0] == "holds_seats"]
    assert "9" in reasons(text) or [one for one in claims(text) if one[:2] == ("holds_seats", "Reds")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Rose Party came second with 23 seats.", ("holds_seats", "Rose Party", None, 23)),
        ("In Marden the Rose Party finished first with five seats.", ("holds_seats", "Rose Party", "Marden", 5)),
        ("People's Front secured two seats.", ("holds_seats", "People's Front", None, 2)),
        (
            "تصدر حزب الوردة نتائج انتخابات مجالس المحافظات بحصوله على 43 مقعدا.",
            ("holds_seats", "حزب الوردة", None, 43),
        ),
    ],
)
def test_everyday_sentences_are_stated(text: str, expected: tuple[str, str, str | None, int]) -> None:
    """A rank or a verb of winning between a list and its figure leaves no doubt whose that is."""
    assert expected in stated(text)


def test_who_is_elected_to_an_office_of_a_council_won_no_seat() -> None:
    """Being elected council speaker tells of an office alone."""
    found = claims("Council of Marden\n\nAda Brown of the Reds was elected council speaker.")
    assert not [one for one in found if one[0] == "won_seat"]


def test_a_person_and_a_list_behind_a_dash_are_two() -> None:
    """The line of Ada Brown, the Rose Party and 250 votes is of a person, and says of which list."""
    found = claims(
        "Winners in the Marden district\n1. Ada Brown - Rose Party - 250 votes\n2. Ben Cole - Lily Party - 1,245 votes"
    )
    assert ("member_of", "Ada Brown", "Rose Party", None) in found
    assert ("candidate_votes", "Ben Cole", "Marden", 1245) in found


def test_words_of_results_are_no_part_of_a_place() -> None:
    """A heading that ends in words of results heads those of the place before them."""
    text = "Elections\n\nMarden District Final Results\n\n- Reds: 5 seats\n- Blues: 4 seats"
    assert seats("Marden District", Reds=5, Blues=4) <= stated(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Rose Party 21 seats\nLily Party 14 seats\nReed Alliance 9 seats",
            seats(None, Rose_Party=21, Lily_Party=14, Reed_Alliance=9),
            id="no title above",
        ),
        pytest.param(
            "Council elections\n\nIn Marden\n * Reds (3 seats)\n * Blues (3 seats)\nIn Corvale\n * Reds (4 seats)",
            seats("Marden", Reds=3, Blues=3) | seats("Corvale", Reds=4),
            id="items right below a name",
        ),
        pytest.param(
            "Turnout\n\nTurnout by province:\nMarden province 33%\nCorvale province: 38.4%",
            {("turnout", None, "Marden province", 33), ("turnout", None, "Corvale province", 38.4)},
            id="a known place without a mark",
        ),
        pytest.param(
            "The Rose Alliance includes Rose Party, Lily Party and Reed Movement.",
            {("member_of", name, "Rose Alliance", None) for name in ("Rose Party", "Lily Party", "Reed Movement")},
            id="what an alliance includes",
        ),
    ],
)
def test_short_lists_are_read_as_they_stand(text: str, expected: Facts) -> None:
    """A list needs no title, no marks and no blank lines."""
    assert expected <= stated(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Rose Party named 120 candidates for the 329 seats.",
        "The council of Marden met with 40 members present.",
        "A party needs 165 seats to form a government.",
        "Had the Rose Party run with the Lily Party, they would have won 78 seats.",
        "انعقدت جلسة مجلس الوادي بحضور 40 عضوا.",
    ],
)
def test_what_was_not_won_is_no_result(text: str) -> None:
    """Seats that one stands for, needs or might have won, and members who came to a session, are told as unread."""
    assert not [one for one in claims(text) if one[0] in ("holds_seats", "council_size")]
    assert reasons(text)


def test_several_lists_of_one_sort_are_a_group() -> None:
    """What says of which sort several lists are is no list's name, whoever else the sentence names."""
    text = "In Marden the Northern parties took six seats between them: the Rose Party four, the Lily Party two."
    assert not [one for one in claims(text) if one[1] == "Northern"]
    assert reasons(text).get("six") == "a group, no list"


def test_a_number_that_is_left_open_is_listed() -> None:
    """Two numbers in a cell of a column of seats become no claim, and are not passed over."""
    assert "27 or 28" in reasons("Party | Seats\nReds | 46\nBlues | 29\nGreens | 27 or 28\nGreys | 26")


def test_headings_in_capitals_are_names() -> None:
    """Where all headings are in capitals a short one is no acronym, and a heading may say more than its size."""
    text = "MARDENFORD (5 seats up)\n- Reed Movement: 3\n\nCORVA (4 seats), turnout 61 percent\n- Reed Movement: 2\n"
    assert stated(text) == {
        ("council_size", None, "MARDENFORD", 5),
        ("council_size", None, "CORVA", 4),
        *seats("MARDENFORD", Reed_Movement=3),
        *seats("CORVA", Reed_Movement=2),
    }
    assert reasons(text) == {"61 percent": "in a headline"}
    assert {fact[1] for fact in stated("Seats by party\n\nRRP\n- Marden: 3 seats\n\nKDU\n- Marden: 2 seats\n")} == {
        "RRP",
        "KDU",
    }


def test_its_seats_are_of_something_told_before() -> None:
    """Of "9 of its 21 seats" neither number is stated of the whole where the sentence does not say whose they are."""
    text = "The Reed Movement won 9 of its 21 seats."
    assert ("holds_seats", "Reed Movement", None, 9) in claims(text)
    assert not stated(text)
    assert ("council_size", None, "Marden", 21) in stated("In Marden the Reed Movement won 9 of its 21 seats.")
