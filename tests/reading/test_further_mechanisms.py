"""What pages of further makings taught: how tables, lists and sentences say what is counted, where and of whom."""

from __future__ import annotations

import pytest

from graph.names import Resolver
from loaders.reading.found import Certainty, Claim, Unread
from loaders.reading.line import Line
from loaders.reading.reader import read_lines

NOBODY = Resolver(())
Said = tuple[str, str | None, str | None, object]


def found(text: str) -> list[Claim | Unread]:
    """All that a text gives."""
    return list(read_lines([Line(number, line) for number, line in enumerate(text.splitlines(), 1)], NOBODY).found)


def claims(text: str, *certainties: Certainty) -> set[Said]:
    """Predicate, subject, place and value of each claim, of these certainties or of any."""
    return {
        (one.predicate, one.subject, one.object, one.value)
        for one in found(text)
        if isinstance(one, Claim) and one.certainty in (certainties or tuple(Certainty))
    }


def stated(text: str) -> set[Said]:
    """Those that are stated."""
    return claims(text, Certainty.STATED)


def reasons(text: str) -> dict[str, str]:
    """The figures that became no claim, each with the reason."""
    return {one.text: one.reason for one in found(text) if isinstance(one, Unread)}


def test_who_voted_shows_by_arithmetic_whatever_the_headers_say() -> None:
    """Of three columns of a table of places one is the share in percent that another has of the third."""
    table = (
        "District | Listed | Came | Per cent\n---|---|---|---\n"
        "Marden | 8,494 | 4,719 | 55.6\nHill | 62,264 | 32,297 | 51.9\nLow | 51,265 | 32,684 | 63.8\n"
    )
    assert {("voters", None, "Marden", 4719), ("turnout", None, "Marden", 55.6)} <= stated(table)


def test_of_turnouts_by_the_hour_the_last_counts() -> None:
    """Turnouts that grow from column to column are of one day; a column of another year is of that."""
    table = (
        "Turnout in the districts\n\nDistrict\tnoon\tevening\tclose\t2019\n"
        "Marden\t16.0\t43.9\t53.8\t55.2\nHill\t15.8\t44.6\t54.1\t54.7\nLow\t16.1\t44.0\t52.3\t52.4\n"
    )
    turnouts = {one for one in claims(table) if one[0] == "turnout"}
    assert {("turnout", None, "Marden", 53.8), ("turnout", None, "Low", 52.3)} <= turnouts
    assert len(turnouts) == 3


def test_a_bracket_of_figures_behind_a_figure_is_a_note() -> None:
    """The seats of a cell are its first figure; how they came about stands in brackets and is listed."""
    table = "| List | Seats |\n|---|---|\n| Reed Party | 74 (29/45) |\n| Hill Union | 45 (28/17) |\n"
    assert stated(table) == {("holds_seats", "Reed Party", None, 74), ("holds_seats", "Hill Union", None, 45)}
    assert reasons(table)["29/45"] == "in brackets, beside the figure itself"


def test_cells_one_a_line_may_be_empty() -> None:
    """A table with a cell a line goes on where a cell says that it is empty, and in columns of an earlier year."""
    cells = (
        "Party\nVotes\n2019 votes\nLeaders\nReed Party\n1,570\n1,200\nAda Brown\n"
        "Hill Union\n852\n–\n–\nLow List\n205\n300\nCara Dunn\n"
    )
    assert {("votes", "Hill Union", None, 852), ("leads", "Ada Brown", "Reed Party", None)} <= stated(cells)
    assert not any(value == 300 for *_, value in claims(cells))


def test_rows_of_leaders_are_no_table_where_votes_stand_before_the_dots() -> None:
    """Dots between votes and seats of one line part no columns: the line is a list's."""
    told = (("Reed Party", "4,512", 3), ("Hill Union", "3,300", 2), ("Low List", "900", 1))
    lines = "How it went\n\n" + "\n".join(f"{name}: {votes} votes....{seats} seats" for name, votes, seats in told)
    assert {("votes", "Reed Party", None, 4512), ("holds_seats", "Reed Party", None, 3)} <= claims(lines)


def test_decimal_commas_of_a_list_part_no_columns() -> None:
    """Items with a share written with a comma are a list, and no table of values."""
    lines = (
        "— Le Parti du Pont : 129 sièges, soit 9,45%\n— L'Union du Port : 97 sièges, soit 7,11%\n"
        "— Le Mouvement du Lac : 64 sièges, soit 4,69%\n"
    )
    assert ("holds_seats", "Union du Port", None, 97) in stated(lines)


def test_votes_in_brackets_behind_a_share_are_votes() -> None:
    """A whole number in brackets behind a list's share is its votes; a number may end a list's name."""
    lines = (
        "- Reed Party: 24.4 percent (142,596 votes)\n- Hill Union: 17.3 percent (101,295)\n"
        "- Valley 200: 6 percent (317)\n"
    )
    assert {("votes", "Hill Union", None, 101295), ("votes", "Valley 200", None, 317)} <= stated(lines)


@pytest.mark.parametrize("heading", ["Seats of each province", "Seats per district", "حصة كل محافظة"])
def test_what_is_told_place_by_place_is_of_places(heading: str) -> None:
    """Below the words for each place the names are places, and their seats the size of each."""
    seats = "مقعدا" if heading[0] == "ح" else "seats"
    text = f"Results\n\nSome text of the day stands here.\n\n{heading}\n\n- Marden: 32 {seats}\n- Hill: 12 {seats}\n"
    assert {("council_size", None, "Marden", 32), ("council_size", None, "Hill", 12)} <= claims(text)
    assert not any(one[0] == "holds_seats" for one in claims(text))


def test_a_name_with_its_leader_is_the_name() -> None:
    """The words that say who leads a list are no part of its name, in a list of any language."""
    text = "1. Reed Party, menée par Ada Brown : 28 351 voix, 20 sièges\n2. Hill Union : 11 702 voix, 7 sièges\n"
    assert {("leads", "Ada Brown", "Reed Party", None), ("holds_seats", "Reed Party", None, 20)} <= stated(text)


def test_the_winners_of_a_list_stood_for_it() -> None:
    """Below the words that a list's candidates entered a council each item is one of them."""
    text = (
        'Council of Marden\n\nElected on the list "Reed and Water" were:\n\n'
        "1. Ada Brown: 4,512 votes\n2. Cara Dunn: 3,300 votes\n\nSubstitutes:\n\n- Eli Fox: 900 votes\n"
    )
    said = claims(text)
    assert ("member_of", "Ada Brown", "Reed and Water", None) in said
    assert any(one[:2] == ("candidate_votes", "Cara Dunn") for one in said)
    assert ("member_of", "Eli Fox", "Reed and Water", None) not in said


def test_the_code_of_a_constituency_is_no_list() -> None:
    """A line that begins with such a code tells the votes of persons there."""
    text = "GBA-4: Ada Brown (PPP) 4,716, Cara Dunn (ITP) 4,291.\nGBA-8: Eli Fox (MWM) 7,534, Gil Hay (PPP) 7,146.\n"
    assert ("candidate_votes", "Ada Brown", "GBA-4", 4716) in claims(text)


@pytest.mark.parametrize("mark", [". ", ".- "])
def test_a_line_may_begin_with_its_place_and_its_size(mark: str) -> None:
    """A label with the number of seats in brackets is the place of what follows, whatever mark stands behind it."""
    text = "\n".join(
        f"{at}. {name} ({size} seats){mark}Reeds {size - 7}, Hills 4, Lows 3."
        for at, (name, size) in enumerate({"Marden": 60, "Ashby": 40, "Corvale": 53}.items(), 1)
    )
    assert {("council_size", None, "Marden", 60), ("holds_seats", "Reeds", "Ashby", 33)} <= claims(text)


def test_pictures_are_bullets() -> None:
    """A picture before a line marks an item, as a dot does."""
    assert ("holds_seats", "Reed Party", None, 12) in claims("🔵 Reed Party: 12 seats\n🟠 Hill Union: 5 seats\n")


def test_a_line_of_measures_with_bars_between() -> None:
    """Labels with a figure each, parted by bars in one line, are measures."""
    text = "Results\n\nMarden province:\n\nRegistered voters 11,204 | Voters 6,588 | Turnout 58.8%\n"
    assert {("voters", None, "Marden province", 6588), ("turnout", None, "Marden province", 58.8)} <= claims(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The National Assembly (275 seats) meets today.", ("council_size", None, None, 275), id="in brackets"
        ),
        pytest.param(
            "There were 105 seats in the assembly.", ("council_size", None, None, 105), id="there were"
        ),
        pytest.param(
            "وتتكون الجمعية الوطنية الجديدة من 176 مقعدا.", ("council_size", None, None, 176), id="consists of"
        ),
    ],
)  # fmt: skip
def test_how_many_seats_a_body_has(text: str, expected: Said) -> None:
    """A number of seats beside a body is its size, and is proposed: which body it is may not be said."""
    assert expected in claims(text)
    assert not any(one[0] == "holds_seats" for one in claims(text))


def test_a_place_where_somebody_speaks_is_not_that_of_the_results() -> None:
    """Where reporters were told the order of the lists is not where they came first."""
    told = (
        "Ada Brown, a spokeswoman for the election commission, read out the order of the lists to reporters in Marden"
    )
    text = f"Vote of the valley\n\n{told}: the Reed Party came first, the Hill Union second.\n"
    assert ("ranked", "Reed Party", "Marden", 1) not in claims(text)


def test_a_turnout_goes_on_in_the_sentence_behind() -> None:
    """Shares with a place each, behind a sentence that told a turnout, are proposed as turnouts."""
    text = "Turnout day\n\nIn Marden turnout reached 41 percent. In Ashby it was 37 percent.\n"
    assert ("turnout", None, "Ashby", 37) in claims(text, Certainty.PROPOSED, Certainty.STATED)


@pytest.mark.parametrize("text", ["Reed Party won ~5,000 votes.", "The party of list #214 won."])
def test_what_is_about_right_or_a_number_of_a_list_is_no_result(text: str) -> None:
    """A number behind a mark that says about, or behind a number sign, is no claim."""
    assert not any(value in (5000, 214) for *_, value in claims(text))


def test_the_lists_in_brackets_behind_a_place_share_its_seats() -> None:
    """Where they come to the seats before the bracket, that is the size of the place; where places stand there, no."""
    said = stated(
        "Communes\n\nMarden : 33 conseillers (FCBE=15, UP=13, BR=05);\nAshby : 25 conseillers (BR=10, UP=15);\n"
    )
    assert {("council_size", None, "Marden", 33), ("holds_seats", "BR", "Marden", 5)} <= said
    other = claims("Seats\n\n- Nidaa: 33 seats (Tunis 15, Sfax 18)\n")
    assert not any(one[1] in ("Tunis", "Sfax") for one in other)
