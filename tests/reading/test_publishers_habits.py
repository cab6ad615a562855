"""Habits of those who publish results: padded rows above a table, fields of the page, whose page it is."""

from __future__ import annotations

from pathlib import Path

import loaders
from graph.model import Registry, Statement
from graph.names import Resolver
from loaders.formats import content_of, lay
from loaders.reading.found import Certainty, Claim
from loaders.reading.line import Line
from loaders.reading.reader import read_lines
from loaders.tables import read_registry

from .test_mechanisms import claims
from .test_sheets import of_file

NOBODY = Resolver(())
ROOT = Path(__file__).parents[2]
SHEET = (
    "Election 2029 - summary,,,,\n"
    "{field},,,,\n"
    "Printed: 3 May 2029,,,,\n"
    ",,,,\n"
    "No.,List,Short,Valid votes,Seats\n"
    "1,River Union,RU,21844,13\n"
    "2,Hill Pact,HP,18310,10\n"
    ",Total valid votes,,40154,23\n"
)
WINNERS = (
    "| Position | Candidate | Party | Votes | {result} |\n|---|---|---|---|---|\n"
    "| 1 | Ada Brown | RU | 912 | {won} |\n| 2 | Ben Cole | HP | 704 | {lost} |\n\n"
    "RU: River Union. HP: Hill Pact.\n"
)


def test_padded_rows_above_a_table_are_lines_of_text(tmp_path: Path) -> None:
    """A spreadsheet saved as CSV fills its title to the width of the table; a field there names the place of all."""
    for field, place in (
        ("Province: Marden", "Marden"),
        ("Client: Corvale", None),  # no word that is known
        ("Low County - provisional results", "Low County"),
        ("محافظة النهر - النتائج النهائية", "محافظة النهر"),
    ):
        said, _ = of_file(tmp_path, "sheet.csv", SHEET.format(field=field))
        assert said == {
            ("votes", "River Union", place, 21844), ("holds_seats", "River Union", place, 13),
            ("votes", "Hill Pact", place, 18310), ("holds_seats", "Hill Pact", place, 10),
        }  # fmt: skip


def test_a_column_of_flags_says_who_won_whatever_heads_it(tmp_path: Path) -> None:
    """Cells that all say elected or not are flags, below "Result" or "Status", also where no place is named."""
    for result, won, lost in (
        ("Result", "Elected", "Not elected"),
        ("Status", "Elected", "Lost"),
        ("الحالة", "فائز", "خاسر"),
    ):
        said, _ = of_file(tmp_path, "t.md", WINNERS.format(result=result, won=won, lost=lost))
        assert {one for one in said if one[0] in ("won_seat", "member_of")} == {
            ("won_seat", "Ada Brown", None, None),
            ("member_of", "Ada Brown", "River Union (RU)", None),
            ("member_of", "Ben Cole", "Hill Pact (HP)", None),
        }


def test_who_publishes_a_page_is_no_place(tmp_path: Path) -> None:
    """Behind the bar of a title the publisher stands, whom the footer names again; a place stands in the text too."""
    page = (
        "<html><head><title>Election 2029 - Result | {name}</title></head><body>{text}<table>"
        "<tr><th>List</th><th>Votes</th></tr><tr><td>River Union</td><td>912</td></tr></table>"
        "<footer>© {name}. Cookies</footer></body></html>"
    )
    for name, text, place in (
        ("Marden", "<p>The count in Marden ended at noon.</p>", "Marden"),
        ("Civic Bureau", "", None),
    ):
        path = tmp_path / "p.html"
        path.write_text(page.format(name=name, text=text), encoding="utf-8")
        found = [one.item for one in loaders.read(path, Registry({}, (), {}, ()), NOBODY).marked()]
        said = [(one.object_text, one.value) for one in found if isinstance(one, Statement)]
        assert said == [(place, 912)]


def test_a_second_header_needs_one_column_of_figures(tmp_path: Path) -> None:
    """Below a table a summary begins with a header of its own, of names alone but for the seats."""
    text = (
        "Candidate\tConfession\tTicket\tVotes\nAda Brown\tA\tHill Pact\t912\nBen Cole\tB\tRiver Union\t704\n\t\t\t\n"
        "Summary\t\t\t\nTicket\tHead of list\tSeats\t\nHill Pact\tAda Brown\t3\t\nRiver Union\tDora Earl\t1\t\n"
    )
    said, _ = of_file(tmp_path, "two.tsv", text)
    assert {("leads", "Ada Brown", "Hill Pact", None), ("holds_seats", "Hill Pact", None, 3)} <= said
    assert ("candidate_votes", "Ben Cole", None, 704) in said
    assert all(isinstance(one[2], str | None) and not str(one[2]).isdigit() for one in said)


def test_a_short_form_is_read_alike_in_tables_and_sentences(tmp_path: Path) -> None:
    """What the text spells out has its short form behind it, wherever it is named by that."""
    path = tmp_path / "t.txt"
    path.write_text(
        "The River Union (RU) and the Hill Pact (HP) stood in Marden. Mayor Ada Brown (RU) won.\n\n"
        "List | Seats\nRU | 5\nHP | 4\n", encoding="utf-8",
    )  # fmt: skip
    found = read_lines(list(lay(content_of(path)).again()), NOBODY).found
    stated = [one for one in found if isinstance(one, Claim) and one.certainty is Certainty.STATED]
    assert {one.subject for one in stated if one.predicate == "holds_seats"} == {"River Union (RU)", "Hill Pact (HP)"}
    assert [one.object for one in stated if one.predicate == "member_of"] == ["River Union (RU)"]


def test_counters_and_numbers_of_issues_are_of_the_page() -> None:
    """How many comments there are, and which issue it is, stands in no claim and among no figures."""
    for line in (
        "64 comments",
        "29 تعليقا",
        "Comments (14)",
        "Issue 2979 | Monday, 1 November 2029",
        "العدد 2979 | 1 نوفمبر 2029",
    ):
        text = f"Results\n\n{line}\n\nMarden County\n- River Union: 9 seats\n"
        assert claims(text) == {("holds_seats", "River Union", "Marden County", 9)}


def test_a_title_names_no_place_of_a_text_on_several() -> None:
    """Who holds what in a capital is of the whole where the text speaks of several provinces."""
    registry = read_registry(ROOT / "data")
    told = "One seat each changed hands in {}. The River Alliance won 31 seats."
    for places, expected in (("Basra, Kirkuk and Erbil", set()), ("Kirkuk", {"Baghdad"})):
        lines = [Line(1, "# Who holds what in Baghdad"), Line(2, ""), Line(3, told.format(places))]
        found = read_lines(lines, Resolver(registry.names)).found
        assert {one.object for one in found if isinstance(one, Claim) and one.value == 31} == expected
