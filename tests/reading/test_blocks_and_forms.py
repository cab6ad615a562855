"""Pages of blocks, cards, boxes and short forms that the reader met for the first time, each in a few words."""

from __future__ import annotations

import pytest

from .test_mechanisms import claims, stated


def test_a_name_within_a_sentence_that_leads_to_a_list_is_only_a_guess() -> None:
    """In a script without capitals "in the booklet" looks like the name of a place, and no seat is stated there."""
    text = "النتائج\n\nوفيما يلي ما جاء في الكراسة الموزعة على الصحفيين:\n- حزب الوردة: 9 مقاعد\n- حزب النخلة: 8 مقاعد"
    assert not stated(text)


@pytest.mark.parametrize(
    "header",
    ["Its head in the province", "رئيسها في المحافظة", "Contact in Region", "Sede en la provincia"],
)
def test_a_header_that_says_where_in_passing_is_no_column_of_places(header: str) -> None:
    """Rows are of no place that another column only speaks of."""
    text = f"# Results\n\n## Marden province\n\n| Party | {header} | Seats |"
    text += "\n|---|---|---|\n| Reds | Ada Brown | 6 |\n| Blues | Ben Cole | 4 |"
    found_seats = {one[1:] for one in claims(text) if one[0] == "holds_seats"}
    assert found_seats == {("Reds", "Marden province", 6), ("Blues", "Marden province", 4)}


@pytest.mark.parametrize(
    "label",
    ["أعلى المرشحين", "الفائزون", "Top Candidates", "Winners", "Leading Candidates"],
)
def test_a_label_that_speaks_of_people_is_no_place(label: str) -> None:
    """What stands before the names of candidates is not where they stood."""
    text = f"## Marden province\n\n{label}: Ada Brown (Reds) 12,340 votes, Ben Cole (Blues) 9,118.\nTurnout: 42%"
    assert label not in {one[2] for one in claims(text)}
