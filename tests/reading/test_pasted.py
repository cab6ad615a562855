"""Tables pasted as text, with one blank between their cells."""

from __future__ import annotations

from pathlib import Path

import loaders
from graph.model import Registry, Unreadable
from graph.names import Resolver

from .test_mechanisms import claims, stated

TABLE = """Marden votes

Party Votes % +/– Seats ±%
Reds 70,551 47.8 +13.6 7 ±0
Blue Union 30,399 20.6 Decrease2.1 3 +1%
Green Sea 15,643 10.1 4 ±0
River List 8,247 1.27%
"""
LED = """Marden votes

Party Allied parties Leader Seats Votes
Reds Rose Club Ada Brown 7 70,551
Blue Union Tom Hill 3 30,399
Green Sea 4,115
"""
ARABIC = """نتائج مردان

الرقم الحزب الأصوات المقاعد
1 حزب الورد 1,200 3
2 تحالف الطاحونة 900 2
"""


def unread(tmp_path: Path, text: str) -> dict[str, str]:
    """The figures of a text that became no claim, with why."""
    path = tmp_path / "page.txt"
    path.write_text(text, encoding="utf-8")
    reading = loaders.read(path, Registry({}, (), {}, ()), Resolver(()))
    return {one.text: one.reason for one in reading.items() if isinstance(one, Unreadable)}


def test_a_header_tells_the_columns_of_rows_with_one_blank_between_cells() -> None:
    """The words of a header, symbols among them, are the columns of the figures that end each row below it."""
    said = {("votes", "Reds", None, 70551), ("holds_seats", "Reds", None, 7), ("holds_seats", "Blue Union", None, 3)}
    assert said <= stated(TABLE)


def test_a_row_that_lacks_a_figure_is_read_where_only_one_can_be_lacking(tmp_path: Path) -> None:
    """A percent sign or a sign of change may show which figure a row lacks; else it is not read, and why is told."""
    assert {("votes", "Green Sea", None, 15643), ("holds_seats", "Green Sea", None, 4)} <= stated(TABLE)
    assert not any(subject == "River List" for _, subject, _, _ in claims(TABLE))
    assert "does not say which it lacks" in unread(tmp_path, TABLE)["8,247"]


def test_a_name_that_may_run_on_is_proposed(tmp_path: Path) -> None:
    """Where a header has further columns of words no row shows where the name ends, so that nothing is stated."""
    assert ("holds_seats", "Blue Union Tom Hill", None, 3) in claims(LED)
    assert not stated(LED)
    assert "4,115" in unread(tmp_path, LED)


def test_a_number_before_the_name_is_a_cell_of_its_own() -> None:
    """A first column of numbers is none of the name's words, in Arabic too."""
    assert {("holds_seats", "حزب الورد", None, 3), ("votes", "تحالف الطاحونة", None, 900)} <= stated(ARABIC)


def test_prose_below_words_of_columns_stays_prose() -> None:
    """Lines that do not end in figures are no rows, and neither is one alone."""
    assert claims("Marden\n\nParty Votes Seats\nReds 70 7\nThe rest is not told.") == claims(
        "Marden\n\nParty Votes Seats\nReds 70 7\n\nThe rest is not told."
    )
