"""Who left a list and joined another, and lines that are the first of a list and head nothing."""

from __future__ import annotations

import pytest

from .test_reader import ReadAll, claims, marks

__all__ = ["marks"]

_ENGLISH = "The Green Party won five seats in the council election."
_ARABIC = "فاز حزب النور بخمسة مقاعد في انتخابات المجلس."


@pytest.mark.parametrize(
    ("text", "ties"),
    [
        ("Anna Berg left the Red Party and joined the Blue Alliance.", []),
        (
            "The Red Party left the National Alliance and joined the Blue Alliance.",
            [("Red Party", "Blue Alliance")],
        ),
        ("The Red Party joined the Blue Alliance.", [("Red Party", "Blue Alliance")]),
        ("انسحب حزب الفجر من تحالف العهد وانضم إلى تحالف البناء.", [("حزب الفجر", "تحالف البناء")]),
        ("غادر حزب الفجر تحالف العهد لينضم إلى تحالف البناء.", [("حزب الفجر", "تحالف البناء")]),
        ("انضم حزب الفجر إلى تحالف البناء.", [("حزب الفجر", "تحالف البناء")]),
        ("انضم إلى تحالف البناء حزب الفجر.", []),
        ("استقال كريم الساعدي من حزب الفجر.", []),
        ("انسحب كريم الساعدي من حزب الفجر وانضم إلى تحالف البناء.", []),
        (
            "تحالف البناء الذي انضم إليه حزب الفجر وحركة العهد.",
            [("حزب الفجر", "تحالف البناء"), ("حركة العهد", "تحالف البناء")],
        ),
    ],
)
def test_who_left_a_list_is_of_the_one_it_joined(marks: ReadAll, text: str, ties: list[tuple[str, str]]) -> None:
    """A list belongs to what it joined, and neither to what it left nor what it left to that."""
    above = _ENGLISH if text.isascii() else _ARABIC
    found = [(one, whole) for kind, one, whole, *_ in claims(marks(f"{above}\n\n{text}\n")) if kind == "member_of"]
    assert found == ties


@pytest.mark.parametrize("second", ["Greens 4", "Greens - 4 seats"])
def test_the_first_of_a_list_heads_no_list(marks: ReadAll, second: str) -> None:
    """A name, a dash and its seats above a line of the same make is the first of a list, and no place of nine seats."""
    found = claims(marks(f"Results of the Northmark council election\n\nReds - 9 seats\n{second}\nBlues - 7 seats\n"))
    assert [(kind, name, place, value) for kind, name, place, value, _ in found] == [
        ("holds_seats", "Reds", "Northmark", 9),
        ("holds_seats", "Greens", "Northmark", 4),
        ("holds_seats", "Blues", "Northmark", 7),
    ]
