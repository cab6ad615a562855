"""Whose a figure is where more stands around its name, and of which place the next sentences are."""

from __future__ import annotations

import pytest

from .test_mechanisms import claims, stated


@pytest.mark.parametrize("leader", ["ورئيسها", "وأمينها العام", "وأمينها العام بالنيابة", "ورئيسها السابق"])
def test_a_candidate_and_leader_is_whose_the_votes_are(leader: str) -> None:
    """Votes and rank behind "the candidate of X and its leader Y" are those of Y, who leads X and is of it."""
    text = (
        f"أما مرشح حركة الزهر {leader} عادل بن قرواش، الذي كان كثيرون يعرفونه، فاكتفى بالمرتبة الرابعة وحصد 61753 صوتا."
    )
    found = claims(text)
    who = "عادل بن قرواش"
    assert {("leads", who, "حركة الزهر", None), ("member_of", who, "حركة الزهر", None)} <= found
    assert {("ranked", who, None, 4), ("candidate_votes", who, None, 61753)} <= found
    assert not any(one[0] in ("votes", "ranked") and one[1] == "حركة الزهر" for one in found)


def test_a_word_behind_son_of_keeps_its_letters() -> None:
    """No letter is parted from the word behind "son of", though another word would stay."""
    found = stated("وحصل علي بن فليس، مرشح حزب الزهر، على 4500 صوت في ولاية القمر.")
    assert ("candidate_votes", "علي بن فليس", "ولاية القمر", 4500) in found


def test_a_share_of_the_votes_behind_votes_is_not_what_was_counted() -> None:
    """Votes that are so many per cent of the votes cast tell no share that was counted."""
    text = "انتخب عادل الزهري بعد أن جمع 45116 صوتا تمثل 58,15 بالمئة من الأصوات المعبر عنها."
    assert not any(one[0] == "counted" for one in claims(text))


def test_those_who_voted_for_somebody_are_not_all_who_voted() -> None:
    """The number of voters behind the name that they voted for is not how many voted."""
    text = "وجرت الانتخابات في 2029. صوّت لحركة الزهر 12799 ناخبا."
    assert not any(one[0] == "voters" for one in claims(text))


def test_what_stands_before_a_name_says_nothing_of_the_clause_behind_it() -> None:
    """A denial before a list does not deny what a clause behind its name tells."""
    text = "ولم يتغير رصيد حركة الزهر التي حلت في المركز الثاني بـ69 مقعدا."
    assert {("holds_seats", "حركة الزهر", None, 69), ("ranked", "حركة الزهر", None, 2)} <= claims(text)


def test_who_appoints_holds_no_office_of_who_is_appointed() -> None:
    """An office behind "by" is not that of the one who was appointed."""
    found = claims("Prime Minister Adam Brown, who was appointed by the King this afternoon, has promised peace.")
    assert ("held_office", "Adam Brown", "Prime Minister", None) in found
    assert ("held_office", "Adam Brown", "King", None) not in found


def test_sentences_behind_one_that_points_at_a_place_are_of_it() -> None:
    """Where the news is from another place than the heading's, what the paragraph goes on with is of that place."""
    text = (
        "# Hamm district\n\nWord from Overby, the next table: all seven seats are filled there. "
        "Three for the Hill Party, two for the Lake Party.\n"
    )
    found = claims(text)
    assert {("holds_seats", "Hill Party", "Overby", 3), ("holds_seats", "Lake Party", "Overby", 2)} <= found
    assert not any(one[0] == "holds_seats" for one in stated(text))


def test_the_heading_holds_again_in_the_next_paragraph() -> None:
    """A place at which a sentence pointed is that of its own paragraph alone."""
    text = (
        "# Hamm district\n\nWord from Overby, the next table: all seats are filled there.\n\n"
        "The Hill Party won three seats.\n"
    )
    assert ("holds_seats", "Hill Party", "Hamm", 3) in claims(text)


@pytest.mark.parametrize(
    "text",
    [
        "Overby and Hill Town elect six members each, Longford seven and Westmoor five.",
        "Por provincias, Overby elige 6 diputados, Hill Town 6, Longford 7 y Westmoor 5.",
    ],
)
def test_how_many_each_place_elects_is_its_size(text: str) -> None:
    """A row of places with how many members each elects tells the size of each."""
    sizes = {"Overby": 6, "Hill Town": 6, "Longford": 7, "Westmoor": 5}
    assert {("council_size", None, place, size) for place, size in sizes.items()} <= stated(text)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The Hill Front, which held 11 seats in the old house, boycotted the election.", "Hill Front"),
        ("وكان حزب الزهر وجبهة الوادي قد أعلنا مقاطعة الاقتراع.", "جبهة الوادي"),
        ("وجرى الاقتراع أمس في المدينة، وقاطعه تجمع الجبل.", "تجمع الجبل"),
    ],
)
def test_who_boycotted_is_read_over_a_clause_and_behind_the_verb(text: str, who: str) -> None:
    """Who boycotted stands before a clause, before a verb of saying, or behind a verb that means the vote."""
    assert ("boycotted", who, None, None) in stated(text)


def test_who_leads_a_list_may_be_told_by_a_clause_behind_it() -> None:
    """The one who leads a list stands between "which" and the verb."""
    found = stated("In January the Hill Party, which Adam Brown leads, came close.")
    assert ("leads", "Adam Brown", "Hill Party", None) in found


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Turnout over both rounds was 28.3%, as the office said.", ("turnout", None, None, 28.3)),
        ("The office said that 258,190 people cast a ballot.", ("voters", None, None, 258190)),
        ("Adam Brown held the seat in Overby.", ("won_seat", "Adam Brown", "Overby", None)),
    ],
)
def test_further_words_of_turnouts_and_seats(text: str, told: tuple[str, str | None, str | None, object]) -> None:
    """A turnout "over" rounds, those who "cast a ballot" and who "held the seat" are read."""
    assert told in claims(text)


def test_votes_of_who_was_elected_are_a_candidates() -> None:
    """In a row of places in bold, the votes of the person who was elected there are a candidate's, list or none."""
    found = claims(
        "# Results of 2029\n\nHere is how it went:\n\n"
        "- **Overby North** - **Adam Brown** held the seat with 20,100 votes.\n"
        "- **Hamm South** - **Eve Green** was elected with 14,132 votes.\n- **Lake East** - Eve Hill was elected.\n"
    )
    assert {("won_seat", "Adam Brown", "Overby North", None), ("won_seat", "Eve Green", "Hamm South", None)} <= found
    assert ("candidate_votes", "Adam Brown", "Overby North", 20100) in found
