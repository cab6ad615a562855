"""Items within items: what heads them, what they end, and what a measure below a list counts."""

from __future__ import annotations

import pytest

from loaders.reading.found import Claim

from .test_mechanisms import claims, found, stated

NESTED = """Results of the vote

- Marden (31 seats)
  - Harbour Party
    - Seats: 9
    - Votes: 142,386
  - Hill Alliance
    - Seats: 7
- Corvale (15 seats)
  - Harbour Party
    - Seats: 10
"""


def test_items_within_items_are_of_what_heads_them() -> None:
    """A measure is of the list above it, the list of the place above that, and the next place is no seats of a list."""
    assert {
        ("council_size", None, "Marden", 31),
        ("holds_seats", "Harbour Party", "Marden", 9),
        ("votes", "Harbour Party", "Marden", 142386),
        ("holds_seats", "Hill Alliance", "Marden", 7),
        ("council_size", None, "Corvale", 15),
        ("holds_seats", "Harbour Party", "Corvale", 10),
    } == claims(NESTED)


@pytest.mark.parametrize("label", ["Seats gained: 2", "Seats lost: 3", "Rejected votes: 41", "Votes: 12 %"])
def test_a_change_below_a_list_is_not_what_it_has(label: str) -> None:
    """What a list gained or lost, and ballots that were rejected, are no seats and votes of its own."""
    said = stated(f"Results in Marden\n\n## Harbour Party\n\n- Seats: 9\n- {label}\n")
    assert {value for *_, value in said} == {9}


def test_a_standing_behind_items_holds() -> None:
    """A heading that follows items within items says of what standing the results below it are."""
    text = (
        f"Final results\n{NESTED.partition('vote')[2]}\n## Preliminary results in Elsmere\n\n- Harbour Party: 4 seats\n"
    )
    standings = {one.value: one.standing.value for one in found(text) if isinstance(one, Claim) and one.standing}
    assert (standings[9], standings[4]) == ("final", "preliminary")


def test_items_below_another_year_are_of_it() -> None:
    """An item that heads others below a heading of another year says nothing of this vote."""
    text = "Vote of 2025\n\n- Reds: 5 seats\n\n## Previous vote, 2021\n\n- Marden\n  - Reds: 9 seats\n"
    assert 9 not in {value for *_, value in claims(text)}


def test_a_heading_of_a_date_is_no_place() -> None:
    """A month above a sentence that tells what was done in it is no place, where a name of a place is one."""
    below = "the council was chosen anew.\n\nThe seats on it:\n\n- Harbour Party: 9 seats\n- Hill Alliance: 4 seats\n"
    assert ("holds_seats", "Harbour Party", "Marden", 9) in stated(f"Town notes\n\n## Marden\n\nIn Marden {below}")
    assert "May" not in {place for _, _, place, _ in claims(f"Town notes\n\n## May\n\nIn May {below}")}
