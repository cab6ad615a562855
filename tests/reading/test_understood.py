"""How much of a document is understood: what is stated beside figures of which nobody knows what they are."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from loaders.reading.found import Claim

from ..command import Ran
from .test_further_mechanisms import claims, found, reasons, stated

CLEAR = "In Marden the Reds won 9 seats.\n\nIn Selby the Blues won 4 seats.\n\nIn Hurst the Ambers won 3 seats.\n\n"
MUDDLED = "In Dale the Greens won 7 seats. Of 31 percent, 40 percent and 14.2 percent nothing more is known.\n\n"
LITTLE = "little of the document is understood, and another figure beside it is not"


def doubts(text: str) -> dict[object, str]:
    """Why the numbers of a text are only proposed."""
    return {one.value: one.reason for one in found(text) if isinstance(one, Claim) and one.reason}


def test_beside_what_is_not_understood_nothing_is_stated() -> None:
    """Where little of a document is understood, a number is only proposed on a line with figures nobody understands."""
    text = f"Results\n\n{CLEAR}{MUDDLED * 3}"
    assert ("holds_seats", "Reds", "Marden", 9) in stated(text)
    assert ("holds_seats", "Greens", "Dale", 7) in claims(text) - stated(text)
    assert doubts(text)[7] == LITTLE


def test_a_document_that_is_mostly_understood_states_all_that_it_says() -> None:
    """Where most of a document is understood, a line with figures nobody understands states the others all the same."""
    letters = "abcdefghijklmnopqrst"
    places = "".join(f"In Ward{letter} the Reds won {n} seats.\n\n" for n, letter in enumerate(letters, 2))
    text = f"Results\n\n{places}{MUDDLED * 2}"
    assert ("holds_seats", "Greens", "Dale", 7) in stated(text)


def test_a_short_document_is_judged_sentence_by_sentence() -> None:
    """A few figures that are not understood do not speak against a whole document."""
    assert ("holds_seats", "Greens", "Dale", 7) in stated("In Dale the Greens won 7 seats in 3 of 5 rooms.")


def test_columns_of_a_table_are_understood_one_by_one() -> None:
    """What a column counts does not depend on others that are not understood."""
    rows = "".join(f"Place{letter} | Reds | {n} | {n + 40} | {n + 50}\n" for n, letter in enumerate("abcdefgh", 2))
    table = f"District | Party | Seats | zzone | zztwo\n---|---|---|---|---\n{rows}"
    assert ("holds_seats", "Reds", "Placea", 2) in stated(table)


def test_why_it_is_only_proposed_is_said(tmp_path: Path, run: Callable[..., Ran]) -> None:
    """The reason stands beside the claim."""
    path = tmp_path / "t.txt"
    path.write_text(f"Results\n\n{CLEAR}{MUDDLED * 3}", encoding="utf-8")
    assert LITTLE in " ".join(run("read", str(path)).stdout.split())


@pytest.mark.parametrize("noun", ["candidates", "parties", "political parties"])
def test_whose_a_group_is_names_no_list(tmp_path: Path, run: Callable[..., Ran], noun: str) -> None:
    """An adjective before the noun of a group is no list, though a registered one has it in its name."""
    path = tmp_path / "t.txt"
    path.write_text(f"Results\n\nIn Nineveh, Kurdish {noun} won six seats.\n", encoding="utf-8")
    told = run("read", str(path)).stdout
    assert "kurdistan-region-alliance" not in told
    assert "a group, no list" in told


def test_a_place_is_no_list_that_is_called_after_it(tmp_path: Path, run: Callable[..., Ran]) -> None:
    """A place that some list has in its name is the place, where no noun of lists stands beside it."""
    path = tmp_path / "t.txt"
    path.write_text(
        "Results\n\nThe Taqaddum list has 37 seats. It won Anbar and Diyala and came in second in Baghdad.\n",
        encoding="utf-8",
    )
    assert "diyala-coalition-2009" not in run("read", str(path)).stdout


def test_the_name_of_a_house_ends_with_its_members() -> None:
    """Words that lead to a number of members, as "a house of 120", begin the name of a body where a capital follows."""
    text = "In the House of Councillors the Reds won 4 seats."
    assert {place for _, _, place, _ in claims(text)} == {None}


def test_an_article_names_nobody() -> None:
    """The article before a number of seats is neither a list nor a place."""
    text = (
        "The results of Dale, 2031\n\nThe 52 seats on Dale City Council have been filled, with the final state of the "
        "parties: Reds - 16, Blues - 12, Greens - 19, DA - 5."
    )
    told = claims(text)
    assert {one[1] for one in told if one[0] == "holds_seats"} == {"Reds", "Blues", "Greens", "DA"}
    assert {one[2] for one in told} == {"Dale City Council"}


def test_seats_of_the_last_house_are_of_another_time() -> None:
    """A sentence that opens with the last parliament tells nothing of this vote."""
    text = "The vote\n\nIn the last parliament, there were five seats for Hill Dale lists, and one for an Amber MP."
    assert not claims(text)
    assert reasons(text)["one"] == "another time"


def test_polls_that_are_only_spoken_of_beside_results_hedge_nothing() -> None:
    """A page whose headline is of results, and that calls them official, is of no poll that it mentions."""
    text = (
        "Results: the Reds keep two districts\n\nThis was predicted by pollsters, whose surveys had shown it.\n\n"
        "Based on the official results of the commission for all the districts of the whole country, the Reds will be "
        "able to govern in two.\n\nIn Marden the Reds won 33 of 36 seats.\n"
    )
    assert ("holds_seats", "Reds", "Marden", 33) in stated(text)
    poll = text.replace("Results: the Reds keep", "The Reds keep")
    assert ("holds_seats", "Reds", "Marden", 33) not in claims(poll)


def test_a_word_for_the_decimal_point_makes_one_number() -> None:
    """An Arabic share that is written with the word for its point is one share, and no seats."""
    text = "نتائج الانتخابات\n\nوحصلت حركة النهر على 28 فاصل 64 بالمائة من الأصوات، وحصل حزب الجبل على 12 مقعدا."
    assert {one[3] for one in claims(text)} == {12}
    assert "28 فاصل 64" in reasons(text)


def test_a_country_holds_no_office() -> None:
    """The country behind a city is no person who has the office before it."""
    text = "Ada Brown, newly elected mayor of Marden, South Africa, rejects the cars."
    assert not any(one[1] == "South Africa" for one in claims(text))


def test_what_a_list_was_set_to_get_is_a_forecast() -> None:
    """Seats that a list was set to get while votes were counted are no result."""
    assert not claims("The vote of 2031\n\nThe Reds were set to get 71 seats, and the Blues were set to take 32 seats.")


def test_a_country_has_no_seats() -> None:
    """The country in the name of a commission is no list that has the seats behind it."""
    assert not any(one[1] == "Pakistan" for one in claims("Results\n\nPakistan won 250 seats, the commission said."))


def test_seats_behind_those_of_a_kind_may_be_of_it() -> None:
    """What lists won is only proposed to be all, where a sentence before has counted seats of a kind."""
    kind = "The Reds and the Blues won 23 proportional seats in the vote of 2031."
    text = f"Results\n\n{kind}\n\nThe Greens won 12 seats, and the Ambers won 7 seats.\n"
    assert ("holds_seats", "Greens", None, 12) in claims(text) - stated(text)
    assert ("holds_seats", "Greens", None, 12) in stated(text.replace("proportional seats", "seats"))
