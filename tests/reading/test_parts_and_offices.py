"""Parts of a figure, what is all but denied, seats at stake, polls by their headline, and who leads what."""

from __future__ import annotations

import pytest

from .test_mechanisms import claims, stated

HEAD = "Results of the election of 2029\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "الحزب العمالي كان نصيبه أربعة مقاعد.", ("holds_seats", "الحزب العمالي", None, 4), id="its share was"
        ),
        pytest.param(
            "القائمة الوطنية لم تنل سوى (25) مقعدا.", ("holds_seats", "القائمة الوطنية", None, 25), id="but 25"
        ),
        pytest.param(
            "وقال وزير الداخلية الطيب النهري إن الاقتراع جرى بهدوء.",
            ("held_office", "الطيب النهري", "وزير الداخلية", None),
            id="a given name with its article",
        ),
        pytest.param(
            "ويرأس رئيس الوزراء كريم حسن ائتلاف النصر.",
            ("leads", "كريم حسن", "ائتلاف النصر", None),
            id="an office between verb and name",
        ),
        pytest.param(
            'The River Union (RU) won nine seats. "We have won," said RU leader and Prime Minister Ada Brown.',
            ("leads", "Ada Brown", "River Union (RU)", None),
            id="leader and minister",
        ),
        pytest.param(
            "In Marden 38 seats were at stake, and the River Union took 20.",
            ("council_size", None, "Marden", 38),
            id="seats at stake in a place",
        ),
        pytest.param(
            "Turnout averages around 60 per cent. In Corvale it stands at 83.2 per cent; neither district had a single "
            "rejected ballot.",
            ("turnout", None, "Corvale", 83.2),
            id="a turnout goes on behind one that is about so much",
        ),
        pytest.param(
            "The chamber has 58 members, of whom 53 were returned by a constituency. The Hill Pact won 31 seats.",
            ("holds_seats", "Hill Pact", None, 31),
            id="any constituency is none",
        ),
    ],
)
def test_each_of_these_is_read(text: str, expected: tuple[str, str | None, str | None, object]) -> None:
    """What a verb, a negation or a title says of a name is read as it says it."""
    assert expected in claims(HEAD + text)


def test_a_part_of_a_figure_is_no_second_number() -> None:
    """How many of the seats were won in one way is not what the list has; the whole stays stated."""
    text = HEAD + "حصد حزب النهر 107 مقاعد، منها 83 في الدوائر المحلية."
    assert {one[3] for one in stated(text) if one[0] == "holds_seats"} == {107}
    assert 83 not in {one[3] for one in claims(text)}


def test_a_headline_that_begins_with_poll_tells_of_one() -> None:
    """Below the name of a paper a headline with "Poll:" leads to no result, nor to who holds an office."""
    text = (
        "4 NEWS\n\nPoll: Reds surge, Blues fade\n\nThe Reds have climbed to 33 seats, while Prime Minister Ada Brown "
        "has slumped.\n\nThe Blues have 20 seats.\n"
    )
    assert claims(text) == set()


def test_a_round_does_not_make_a_council_too_small() -> None:
    """Seats of a run-off that may be within those told before do not count a second time against the size."""
    text = (
        "The new house consists of 40 seats. The Lake Front won four seats in the run-off.\n\n"
        "- Hill Pact: 25 seats\n- River Union: 15 seats\n"
    )
    assert ("holds_seats", "River Union", None, 15) in stated(HEAD + text)


@pytest.mark.parametrize(
    ("text", "untold"),
    [
        pytest.param(
            "The party of former president Karl Dun, the Field Union, was third with 17 seats.",
            ("ranked", "Karl Dun", None, 3),
            id="the party of a person",
        ),
        pytest.param(
            "A recount in Marden cost the Hill Pact one of its 31 seats.",
            ("council_size", None, "Marden", 31),
            id="what a recount has cost",
        ),
        pytest.param(
            "The Hill Pact had 200 more votes than the Lake Front in Marden.",
            ("votes", "Hill Pact", None, 200),
            id="more votes than another",
        ),
        pytest.param(
            "تصدر حزب النهر في تسع محافظات وجاء ثانيا في ثلاث.",
            ("ranked", "حزب النهر", None, 1),
            id="in nine provinces",
        ),
        pytest.param(
            "The new speaker, Eve Gray of the Hill Pact, received 52 votes.",
            ("candidate_votes", "Eve Gray", None, 52),
            id="votes of a house",
        ),
    ],
)
def test_none_of_these_is_told(text: str, untold: tuple[str, str | None, str | None, object]) -> None:
    """What somebody lost, has more than another or got from members, and firsts in unnamed places, are no results."""
    assert untold not in claims(HEAD + text)
