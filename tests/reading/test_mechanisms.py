"""What was learnt of pages that the reader met for the first time, each mechanism in a few words of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

import loaders
from graph.model import Registry, Statement
from graph.names import Resolver
from loaders.reading.found import Certainty, Claim, Unread
from loaders.reading.line import Line
from loaders.reading.reader import read_lines

NOBODY = Resolver(())


def found(text: str) -> list[Claim | Unread]:
    """All that a text gives."""
    return list(read_lines([Line(number, line) for number, line in enumerate(text.splitlines(), 1)], NOBODY).found)


def claims(text: str) -> set[tuple[str, str | None, str | None, object]]:
    """Predicate, subject, place and value of each claim."""
    return {(one.predicate, one.subject, one.object, one.value) for one in found(text) if isinstance(one, Claim)}


def stated(text: str) -> set[tuple[str, str | None, str | None, object]]:
    """The same, of those that are stated."""
    return {
        (one.predicate, one.subject, one.object, one.value)
        for one in found(text)
        if isinstance(one, Claim) and one.certainty is Certainty.STATED
    }


def reasons(text: str) -> dict[str, str]:
    """The figures that became no claim, each with the reason."""
    return {one.text: one.reason for one in found(text) if isinstance(one, Unread)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Waddani leads.\n\nIn Huddun Waddani won 7 seats and Kulmiye 2.",
            ("holds_seats", "Waddani", "Huddun", 7),
            id="the name of a clause behind a place without a comma",
        ),
        pytest.param(
            "In the Corvale East constituency Ada Brown of the Reds polled 2,227 votes.",
            ("candidate_votes", "Ada Brown", "Corvale East", 2227),
            id="a noun of places behind its name",
        ),
        pytest.param(
            "The council of Corvale has 13 members.",
            ("council_size", None, "Corvale", 13),
            id="the council of a place",
        ),
        pytest.param(
            "Ada Brown of the Reds won her seat from GBLA-6.",
            ("won_seat", "Ada Brown", "GBLA-6", None),
            id="the code of a constituency",
        ),
        pytest.param(
            "In the port of Corvale Reds took 42,936 votes. Reds lead.",
            ("votes", "Reds", "Corvale", 42936),
            id="a place within the words that open a sentence",
        ),
        pytest.param(
            "The South Vale People's Organisation (SVPO) won 98 seats.",
            ("holds_seats", "South Vale People's Organisation (SVPO)", None, 98),
            id="a possessive within a name",
        ),
        pytest.param(
            "Reds got 31 per cent of votes (20,461).",
            ("votes", "Reds", None, 20461),
            id="votes in brackets behind a share",
        ),
        pytest.param(
            "نال الاتحاد من أجل الديمقراطية والتقدم 6 مقاعد.",
            ("holds_seats", "الاتحاد من أجل الديمقراطية والتقدم", None, 6),
            id="what an Arabic list is for",
        ),
        pytest.param(
            "اكتفى حزب حوار بثلاثة مقاعد، ومثله حزب حاتم.",
            ("holds_seats", "حزب حاتم", None, 3),
            id="the same number again",
        ),
        pytest.param(
            "فاز حزب الغد بـ68،400 صوتا.", ("votes", "حزب الغد", None, 68400), id="thousands parted by an Arabic comma"
        ),
    ],
)
def test_a_sentence_is_read(text: str, expected: tuple[object, ...]) -> None:
    """A sentence of this make gives this claim."""
    assert expected in claims(text), claims(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Change from Congress to Alliance\n\nA new day.", id="no person of a list"),
        pytest.param("The vote of October 2 went well for the Reds.", id="a day"),
        pytest.param("Parliament re-elected Ada Brown by 64 votes to 40.", id="the sides of a vote"),
        pytest.param("The Reds came. The ruling party has gained 41,320 votes.", id="a list that is described"),
        pytest.param("قال النائب إن القانون رقم (22) يمنح الأصوات.", id="the number of a law"),
        pytest.param("تنافس المرشحون على مقاعد مجالس المحافظات الـ 12.", id="a number that counts places"),
        pytest.param("President Ada Brown, 59, cast one of the votes.", id="an age"),
    ],
)
def test_what_is_no_result_states_nothing(text: str) -> None:
    """Of such words no number becomes a claim that is stated."""
    assert {one for one in stated(text) if one[3] is not None} == set()


def test_an_earlier_vote_in_the_opening_words_is_of_the_whole_sentence() -> None:
    """What a sentence says that opens with an earlier vote is another year's, whoever is named in it."""
    text = "Results of 2025\n\nThe Reds won 9 seats.\n\nIn the elections of 2010 the Greens had three seats."
    assert claims(text) == {("holds_seats", "Reds", None, 9)}
    assert set(reasons(text).values()) == {"another year"}


def test_lists_that_are_only_counted_are_not_the_one_named_before() -> None:
    """What "all three parties" received is no claim of the list that was named last."""
    text = "Reds won 9 seats, and in Corvale all three parties received three seats each."
    assert {one[3] for one in claims(text)} == {9}


def test_what_names_no_place_after_places_is_doubted() -> None:
    """Where all results so far were of places, one that names none may be of the place above: it is only listed."""
    text = "In Corvale the Reds won 9 seats.\n\nThe Greens won 3 seats."
    assert claims(text) == {("holds_seats", "Reds", "Corvale", 9)}
    assert reasons(text) == {"3": "the results above are of a place"}


def test_lines_of_a_name_and_a_figure_are_a_list() -> None:
    """Three such lines in a row are a list, though nothing parts names from figures."""
    text = "البصرة\n\nتواصل 14 نائبا\nحزب الكرامة 5 نواب\nالصواب 3نواب\nعادل 2\n"
    seats = {(one[1], one[3]) for one in claims(text)}
    assert seats == {("تواصل", 14), ("حزب الكرامة", 5), ("الصواب", 3), ("عادل", 2)}


def test_headings_with_a_colon_are_places_of_the_lists_below() -> None:
    """Two headings of one make, each with a list below, hold for their lists; prose below makes none sure."""
    text = "Results\n\n**Westvale:**\n- Reds: 9 seats\n\n**Eastvale:**\n- Reds: 4 seats\n"
    assert {(one[2], one[3]) for one in claims(text)} == {("Westvale", 9), ("Eastvale", 4)}
    prose = "# Vote\n\n## Aftermath\n\nThe Reds hold 30 seats.\n\n## Background\n\nThe Greens hold 3 seats.\n"
    assert all(one[2] is None for one in stated(prose))


def test_a_box_of_numbered_fields_is_a_table() -> None:
    """Each number is a row, and the fields without one stay fields."""
    from loaders.reading.tables.cell import clean
    from loaders.reading.tables.grid import Grid
    from loaders.reading.tables.inner import parted

    fields = ["country", "party1", "seats1", "party2", "seats2"]
    rows = tuple((clean(field, 0, at), clean(f"v{at}", 20, at)) for at, field in enumerate(fields, 1))
    rest, box = parted(Grid(rows, "cells"))
    assert [row[0].text for row in rest.rows] == ["country"]
    assert [[cell.text for cell in row] for row in box.rows] == [["party", "seats"], ["v2", "v3"], ["v4", "v5"]]


def test_a_table_below_the_fields_of_a_box_has_its_own_header() -> None:
    """The fields above give turnout and size; the rows below are those of lists."""
    text = (
        "Vote\n\n| All 65 seats in the house | | |\n|---|---|---|\n| Turnout | 76.7% (1.9pp) | |\n"
        "| Party | Leader | Seats |\n| Reds | Ada Brown | 23 |\n| Greens | Bo Green | 42 |\n"
    )
    assert claims(text) >= {("holds_seats", "Reds", None, 23), ("leads", "Bo Green", "Greens", None)}


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param(
            "| Party | Votes | Seats |\n|---|---|---|\n| Reds | 46.0 % | 53 |\n| Greens | 44.3 % | 50 |\n",
            {("Reds", 53), ("Greens", 50)},
            id="shares in a column of votes",
        ),
        pytest.param(
            "| Party | Seats | Direct | List seats |\n|---|---|---|---|\n| Reds | 9 | 5 | 4 |\n| Greens | 7 | 0 | 7 |",
            {("Reds", 9), ("Greens", 7)},
            id="parts of the seats",
        ),
        pytest.param(
            "| Party | Won | Leading | Total |\n|---|---|---|---|\n| Reds | 9 | 0 | 9 |\n| Greens | 7 | 1 | 8 |\n",
            {("Reds", 9), ("Greens", 7)},
            id="won and leading",
        ),
    ],
)
def test_columns_beside_the_seats_are_no_claims(table: str, expected: set[tuple[str, int]]) -> None:
    """Shares, parts and those only ahead are listed, and the seats alone are claims."""
    assert {(one[1], one[3]) for one in claims(table)} == expected


def test_a_year_within_the_name_of_a_list_is_a_part_of_it() -> None:
    """A column headed by a list whose name ends in a year is of this vote."""
    table = "| Canton | Seats | SDA | HDZ | HDZ 1990 |\n|---|---|---|---|---|\n| Una | 15 | 9 | 2 | 4 |\n"
    assert ("holds_seats", "HDZ 1990", "Una", 4) in claims(table)


def test_large_numbers_of_no_named_unit_are_listed() -> None:
    """A number written as votes are is told, though no word of its sentence counts it."""
    assert "24.749" in reasons("Reds won 9 seats.\n\nThe gap stood at 24.749 to 14.482.")


@pytest.mark.parametrize(
    "text",
    [
        "| District | Reds votes | Reds seats | Blues votes | Blues seats |\n|---|---|---|---|---|\n"
        "| Marden | 1,560 | 9 | 1,430 | 8 |\n| Corvale | 900 | 5 | - | - |",
        "<table><tr><th rowspan=2>District</th><th rowspan=2>All</th><th colspan=2>Seats of the parties</th>"
        "<th colspan=2>Votes of the parties</th></tr><tr><th>Reds</th><th>Blues</th><th>Reds</th><th>Blues</th></tr>"
        "<tr><td>Marden</td><td>17</td><td>9</td><td>8</td><td>1,560</td><td>1,430</td></tr></table>",
        "<table><tr><th rowspan=2>District</th><th colspan=2>Reds</th><th colspan=2>Blues</th></tr><tr><th>Votes</th>"
        "<th>Seats</th><th>Votes</th><th>Seats</th></tr><tr><td>Marden</td><td>1,560</td><td>9</td><td>1,430</td>"
        "<td>8</td></tr><tr><td>Corvale</td><td>900</td><td>5</td><td>-</td><td>-</td></tr></table>",
    ],
)
def test_a_column_headed_by_a_name_and_a_measure_is_that_names(text: str, tmp_path: Path) -> None:
    """Beside places the columns "Reds votes" and "Reds seats" are of the Reds, and no size of a place."""
    path = tmp_path / ("page.html" if text.startswith("<") else "page.md")
    path.write_text(text, encoding="utf-8")
    read = loaders.read(path, Registry({}, (), {}, ()), NOBODY).marked()
    told = {
        (one.item.predicate, one.item.subject_text, one.item.object_text, one.item.value)
        for one in read
        if isinstance(one.item, Statement)
    }
    assert {("holds_seats", "Reds", "Marden", 9), ("votes", "Blues", "Marden", 1430)} <= told
    assert not [one for one in told if one[0] == "council_size"]


def test_rows_of_an_earlier_year_are_of_another_vote() -> None:
    """Of rows that name their year those of the last one count; the others are told as unread."""
    text = "Year,District,Party,Seats\n2021,Marden,Reds,20\n2018,Marden,Blues,17\n2021,Corvale,Reds,9"
    assert {one[1:] for one in stated(text.replace(",", " | "))} == {("Reds", "Marden", 20), ("Reds", "Corvale", 9)}
    assert reasons(text.replace(",", " | ")) == {"17": "another year"}


def test_measures_among_the_lists_of_a_place_are_the_places() -> None:
    """In rows of a place each, lists and measures stand below one header: the voters are the place's, nobody's size."""
    text = """District | Item | Votes | Seats
Marden | Rose Party | 7214 | 3
Marden | Lily Party | 6870 | 2
Marden | Invalid votes | 402 |
Marden | Voters | 22891 |
Corvale | Lily Party | 6340 | 4
Corvale | Voters | 14691 |"""
    found = claims(text)
    assert {("holds_seats", "Rose Party", "Marden", 3), ("votes", "Lily Party", "Corvale", 6340)} <= found
    assert ("voters", None, "Marden", 22891) in found
    assert not [one for one in found if one[0] == "council_size" or one[1] in ("Voters", "Invalid votes")]


def test_seats_of_a_place_that_many_rows_name_are_not_its_size() -> None:
    """Where rows of one place have seats and nothing says of whom, none of these numbers is the size of the place."""
    text = "District | Seats\nMarden | 3\nMarden | 2\nCorvale | 4"
    assert not claims(text)
