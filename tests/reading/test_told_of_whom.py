"""Of whom and of where a sentence tells: names within names, bodies, titles, places that somebody won."""

from __future__ import annotations

import pytest

from .test_mechanisms import claims, reasons, stated

Said = tuple[str, str | None, str | None, object]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The Party of Hill Action (PZA) won nine seats.",
            ("holds_seats", "Party of Hill Action (PZA)", None, 9),
            id="two words and a bracket behind the noun of a list",
        ),
        pytest.param(
            "The Rose Party, People and Justice and the Blue Union won three seats each.",
            ("holds_seats", "People and Justice", None, 3),
            id="a name of people and another word",
        ),
        pytest.param(
            "The chairman, Judge Ada Brown, today signed the results.",
            ("held_office", "Ada Brown", "chairman", None),
            id="an office and a title",
        ),
        pytest.param(
            "Turnout is 62.8 per cent, the secretary, Ada Brown, has just said.",
            ("held_office", "Ada Brown", "secretary", None),
            id="an office and a name between commas",
        ),
        pytest.param(
            "The Rose Party won Marden. Rose Party man Carl Dunn got 6,880 votes there.",
            ("member_of", "Carl Dunn", "Rose Party", None),
            id="a man of a list",
        ),
        pytest.param(
            "In Low Marden the Reds won 3 seats.\n\nIn the contest for president of Low Marden, Ada Brown of the Reds "
            "beat Ben Cole of the Blues by 243,118 votes to 227,906.",
            ("candidate_votes", "Ben Cole", "Low Marden", 227906),
            id="a place that was told before, behind an office",
        ),
        pytest.param(
            "وفي بلدية الوادي حصلت قائمة الورد على ستة مقاعد في المجلس البلدي المؤلف من 16 عضوا.",
            ("council_size", None, "بلدية الوادي", 16),
            id="the municipal council, in Arabic",
        ),
    ],
)
def test_a_sentence_tells_of_whom(text: str, expected: Said) -> None:
    """The whole name, the office that is meant, and the body are told from the words around them."""
    assert expected in claims(text)


@pytest.mark.parametrize(
    "text",
    [
        "Premier Ada Brown (Reds) has won Marden again. She polled 5,512 votes.",
        "The count goes on. Marden goes to the Rose Party: Ada Brown 5,512 votes, Ben Cole 2,149 votes.",
    ],
)
def test_a_place_that_somebody_won_is_that_of_the_votes_behind_it(text: str) -> None:
    """What somebody has won, or what goes to a list, is a place, and never a name with votes."""
    votes = {one for one in claims(text) if one[0] in ("votes", "candidate_votes")}
    assert {one[2] for one in votes} <= {"Marden"}
    assert not any("Marden" in (one[1] or "") for one in votes)


def test_the_assembly_of_the_people_is_no_list() -> None:
    """A body whose noun stands behind "People's" holds no seats."""
    assert not any("People" in (one[1] or "") for one in claims("In the People's Assembly it now holds 12 seats."))


def test_those_in_favour_and_against_hold_nothing() -> None:
    """The two sides of a vote in a chamber are no votes of a list."""
    text = "She was re-elected with the votes of the Reds and the Blues, 37 in favour, 30 against."
    assert not any(one[3] in (30, 37) for one in claims(text))
    assert reasons(text)["30"] == "the two sides of a vote, and no result"
    assert "37" in reasons(text)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("La participation est de 66,9 %. On a compté 2 417 bulletins blancs ou nuls.", "2 417"),
        ("Turnout was 61 per cent. There were 2,417 blank votes.", "2,417"),
    ],
)
def test_blank_ballots_are_of_nobody(text: str, number: str) -> None:
    """They are listed, and no pronoun holds them."""
    assert {one[0] for one in claims(text)} <= {"turnout"}
    assert number in reasons(text)


def test_the_place_of_one_item_is_not_that_of_the_next() -> None:
    """Items that each tell something have a place each."""
    text = (
        "Three things:\n\n1. The Reds won every seat in Marden but four.\n"
        "2. Congress polled 214,776 votes and the Blues 9,112.\n"
    )
    assert not any(one[2] == "Marden" and one[0] == "votes" for one in claims(text))


def test_french_islands_are_places() -> None:
    """Behind "aux" stands where, and seats that are to be filled are won by nobody."""
    text = (
        "Le scrutin\n\nAux îles Marden, où trois sièges étaient à pourvoir, le Tapura en obtient deux avec 2 655 voix. "
        "Aux Australes, le Tavini recueille 1 480 voix."
    )
    assert {("holds_seats", "Tapura", "Marden", 2), ("votes", "Tavini", "Australes", 1480)} <= claims(text)
    assert not any(one[0] == "holds_seats" and one[3] == 3 for one in claims(text))


def test_what_stands_between_a_verb_of_coming_first_and_its_results_came_not_first() -> None:
    """The results of the rest are to come: in Arabic the word is that for topping them."""
    assert not any(one[0] == "ranked" for one in stated("وتصدر نتائج الدوائر الباقية تباعاً."))


def test_a_line_among_lists_that_names_none_is_not_lost() -> None:
    """The seats of a quota below those of the lists are listed, and are nobody's."""
    text = "Marden - 22\nTasmim: 11\nAsas: 4\nreserved for the hill people: 1\n\nCorvale - 10\nTasmim: 5\nAsas: 2\n"
    assert reasons(text).get("1") == "a group of lists, and no list"
