"""Pages that tell as they go: a night by the hour, questions and answers, what there was before and what it came to."""

from __future__ import annotations

import pytest

from loaders.reading.found import Claim
from loaders.reading.prose.grounds import WEAK, Ground

from .test_mechanisms import claims, found, reasons, stated

NIGHT = (
    "LIVE: the vote in Westland\n\n12.40am\nFinal. The Rose Party has 40 seats, the Blue Union has 12.\n\n"
    "21:05 GMT\nIn Marden the Rose Party came first with 6,914 votes.\n"
)
COMPARED = (
    "How the parliament changed\n\nBy constituency, before and after:\n\n"
    "- Marden (85 seats): RP 28 → 25, Blues 12 → 14, Greens 0 → 12\n- Hill (17 seats): RP 8 → 3, Blues 1 → 6\n"
)
ASKED = (
    "An interview on the numbers from Marden\n\n"
    "In Marden the Rose Party won 6 seats. Is that so?\n\n"
    "It is not. The Blue Union has 13 seats there.\n\n"
    "And the Green League? It has been reported with eleven.\n\n"
    "The third place went to the Harbour List, with seven seats.\n"
)


@pytest.mark.parametrize("hour", ["12.40am", "9 pm", "21:05", "14h30", "8.30 p.m.", "10:20 GMT", "21.05 Uhr"])
def test_an_hour_heads_no_place(hour: str) -> None:
    """What stands below the hour at which it was written is of the whole, and not of a place of that name."""
    text = f"LIVE: the vote\n\n{hour}\nThe Rose Party has won 40 seats.\n\n{hour}\nThe Blue Union has won 12 seats.\n"
    assert {("holds_seats", "Rose Party", None, 40), ("holds_seats", "Blue Union", None, 12)} <= stated(text)


def test_a_place_told_at_another_hour_is_not_that_of_this_one() -> None:
    """A place that is named below one hour does not reach to the next."""
    assert ("holds_seats", "Rose Party", None, 40) in stated(NIGHT)
    assert {one[2] for one in claims(NIGHT) if one[0] == "votes"} == {"Marden"}


def test_what_an_arrow_leads_from_is_of_another_time() -> None:
    """Of "28 → 25" the 25 seats count; the 28 are listed, and nothing is the size of a list."""
    assert stated(COMPARED) == {
        ("council_size", None, "Marden", 85), ("holds_seats", "RP", "Marden", 25),
        ("holds_seats", "Blues", "Marden", 14), ("holds_seats", "Greens", "Marden", 12),
        ("council_size", None, "Hill", 17), ("holds_seats", "RP", "Hill", 3), ("holds_seats", "Blues", "Hill", 6),
    }  # fmt: skip
    assert [one for one in ("28", "12", "0", "8", "1") if reasons(COMPARED).get(one) != "another time"] == []


def test_there_means_the_place_of_the_paragraph_before() -> None:
    """In an answer "there" is where the question asked of, and that is only proposed."""
    assert ("holds_seats", "Blue Union", "Marden", 13) in claims(ASKED) - stated(ASKED)


def test_a_pronoun_behind_a_question_means_nobody_named_before_it() -> None:
    """Behind "And the Green League?" nothing is claimed of the list of the paragraph above, and it is told why."""
    assert not {one.subject for one in found(ASKED) if isinstance(one, Claim) and one.value == 11}
    assert reasons(ASKED)["eleven"] == WEAK[Ground.NAME_BEFORE]


def test_seats_of_no_place_behind_those_of_a_place_are_not_proposed() -> None:
    """They may be of the place or of the whole: they are listed, and not guessed."""
    assert not any(one[1] == "Harbour List" for one in claims(ASKED))
    assert reasons(ASKED)["seven"] == "the results above are of a place"
