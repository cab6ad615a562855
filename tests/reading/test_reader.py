"""The general reader: any document becomes claims, proposals, and figures with the reason why they are neither."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

import loaders
from graph.errors import UsageError
from graph.model import Registry, Remark, Statement, Unreadable
from graph.names import Resolver
from loaders.folder import UserDocument, gather
from loaders.reading.found import Certainty, Mechanism, Origin
from loaders.reading.marked import Marked
from loaders.reading.words import Role

NOBODY = Registry({}, (), {}, ())
ROOT = Path(__file__).parents[2]
ReadAll = Callable[..., list[Marked]]


@pytest.fixture
def marks(tmp_path: Path) -> ReadAll:
    """Reads a text with nothing known of its country."""

    def read(text: str, name: str = "report.txt", columns: dict[Role, str] | None = None) -> list[Marked]:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return list(loaders.read(path, NOBODY, Resolver(()), columns=columns).marked())

    return read


def claims(marks: list[Marked]) -> list[tuple[str, str, str | None, object, str]]:
    """Predicate, subject, place, value and certainty of each statement."""
    return [
        (one.predicate, one.subject_text, one.object_text, one.value, marked.certainty.value)
        for marked in marks
        if isinstance(one := marked.item, Statement)
    ]


def unread(marks: list[Marked]) -> list[tuple[str, str]]:
    """The figures that became no claim, each with its reason."""
    return [(one.text, one.reason) for marked in marks if isinstance(one := marked.item, Unreadable)]


def test_what_a_figure_counts_is_guessed_only_as_a_proposal(marks: ReadAll) -> None:
    """A list without a unit is read, and each of its claims says what it does not say."""
    found = marks("Northmark Province\nReds - 9\nGreens - 8\n")
    assert claims(found) == [
        ("holds_seats", "Reds", "Northmark Province", 9, "proposed"),
        ("holds_seats", "Greens", "Northmark Province", 8, "proposed"),
    ]
    assert {marked.reason for marked in found if isinstance(marked.item, Statement)} == {
        "what the figure counts is not said"
    }


def test_a_claim_says_where_it_stands_and_how_it_was_read(marks: ReadAll) -> None:
    """A statement has its line, its letters, its mechanism, and where its place was said."""
    text = "Results\n\nNorthmark Province\n- Reds: 9 seats\n"
    (marked,) = [one for one in marks(text) if isinstance(one.item, Statement)]
    assert (marked.span.line, text.splitlines()[3][marked.span.start : marked.span.end]) == (4, "9 seats")
    assert (marked.certainty, marked.mechanism, marked.place_from) == (
        Certainty.STATED,
        Mechanism.LIST,
        Origin.HEADING,
    )


def test_what_is_no_result_of_a_list_is_told_with_the_reason(marks: ReadAll) -> None:
    """Shares, changes, sums, groups, earlier years and forecasts never become a list's seats."""
    found = marks(
        "| Party | Seats 2018 | Seats 2022 | +/- | % | Projected |\n|---|---|---|---|---|---|\n"
        "| Reds | 7 | 9 | +2 | 45.0 | 10 |\n| Others | 3 | 4 | +1 | 20.0 | 5 |\n| Total | 10 | 13 | | 65.0 | 15 |\n"
    )
    assert claims(found) == [("holds_seats", "Reds", None, 9, "stated")]
    assert unread(found)[:4] == [
        ("7", "another year"),
        ("+2", "a change against another vote"),
        ("45.0", "a share, of which no claim is made"),
        ("10", "a forecast, and no result"),
    ]
    assert ("4", "a group of lists, and no list") in unread(found)
    assert ("13", "a sum: the rows above come to 9") in unread(found) or any(
        reason.startswith("a sum") for text, reason in unread(found) if text == "13"
    )


def test_a_heading_that_is_no_place_closes_the_one_before(marks: ReadAll) -> None:
    """What stands below a heading of something else is not stated of the place above."""
    found = marks("Northmark Province\n- Reds: 9 seats\n\nWhat the papers made of all this\n- Greens: 5 seats\n")
    assert claims(found)[0] == ("holds_seats", "Reds", "Northmark Province", 9, "stated")
    assert [one for one in claims(found)[1:] if one[2] == "Northmark Province" and one[4] == "stated"] == []


def test_a_poll_states_nothing(marks: ReadAll) -> None:
    """Of a survey every figure is listed, and none is a result."""
    found = marks(
        "Voting intention\n\nAccording to the survey the margin of error is two points.\n\n"
        "| Party | Seats |\n|---|---|\n| Reds | 9 |\n"
    )
    assert claims(found) == []
    assert ("9", "a poll or a forecast, and no result") in unread(found)


def test_a_person_says_what_columns_are(marks: ReadAll) -> None:
    """Headers that say nothing are read as the user says, and then state."""
    text = "| a | b | c |\n|---|---|---|\n| Reds | Northmark | 9 |\n| Greens | Northmark | 4 |\n"
    said = {Role.LIST: "a", Role.PLACE: "b", Role.SEATS: "3"}
    assert claims(marks(text, columns=said)) == [
        ("holds_seats", "Reds", "Northmark", 9, "stated"),
        ("holds_seats", "Greens", "Northmark", 4, "stated"),
    ]


def test_two_numbers_of_one_list_and_place_are_only_proposed(marks: ReadAll) -> None:
    """Where a document contradicts itself, neither number is stated."""
    found = marks("Northmark Province\n- Reds: 9 seats\n- Reds: 8 seats\n")
    assert [row[3:] for row in claims(found)] == [(9, "proposed"), (8, "proposed")]


def test_seats_broken_down_by_place_come_to_the_whole(marks: ReadAll) -> None:
    """A list's seats of the whole are parted from those of each place by their sum."""
    found = marks("\n\nThe Reds won 12 seats, in Ada Province 7, Bel Province 3 and Cor Province 2.\n")
    assert {row[2:4] for row in claims(found) if row[0] == "holds_seats"} >= {
        ("Ada Province", 7),
        ("Bel Province", 3),
        ("Cor Province", 2),
    }


def test_a_document_of_an_unknown_language_is_not_passed_over(marks: ReadAll) -> None:
    """Where no word is known, each figure is listed, and a remark says that nothing was read."""
    found = marks("தேர்தல் முடிவுகள்\n\nகட்சி 4 512 வாக்குகள், 17 உறுப்பினர்கள்\n")
    assert [text for text, _ in unread(found)] == ["4 512", "17"]
    assert claims(found) == []
    assert any(isinstance(marked.item, Remark) and "nothing was read" in marked.item.text for marked in found)


def test_proposed_claims_do_not_count_in_a_build(tmp_path: Path) -> None:
    """A build takes what is stated alone, and says how many claims wait."""
    path = tmp_path / "report.txt"
    path.write_text("| Province | Party | Seats |\n|---|---|---|\n| Baghdad | Nabni | 9 |\n\nBasra\n\nNabni - 3\n")
    options = loaders.Options(election="iq-2023-governorates", shape="general")
    knowledge, remarks = gather(ROOT / "data", [UserDocument(path, options)], only=True)
    mine = [claim.value for claim in knowledge.statements if claim.source in knowledge.users]
    assert mine == [9]
    assert [one.text[:24] for one in remarks if isinstance(one, Remark)] == ["1 claim is only proposed"]


def test_a_build_asks_for_the_election(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A document of an unknown election can be read, and cannot be counted."""
    monkeypatch.delenv("MAJLIS_ELECTION", raising=False)
    path = tmp_path / "report.txt"
    path.write_text("Corvale\n- Harbour List: 3 seats\n")
    with pytest.raises(UsageError, match="--election ID"):
        gather(ROOT / "data", [UserDocument(path)], only=True)


HERE = Path(__file__).parent
GOLD = [
    pytest.param(HERE, "[knpr]*", (1.00, 0.60, 0.98, 0.97, 0.99), 0.20, id="own"),
    pytest.param(HERE, "s*", (1.00, 0.47, 0.94, 0.69, 0.97), 0.41, id="own, met later"),
    pytest.param(HERE, "u*", (0.98, 0.62, 0.88, 0.73, 0.92), 0.24, id="own, met last"),
    pytest.param(HERE, "v*", (0.99, 0.58, 0.92, 0.75, 0.98), 0.08, id="own, met after all"),
    pytest.param(HERE, "w*", (0.99, 0.49, 0.93, 0.70, 0.88), 0.26, id="own, met when all was built"),
    pytest.param(HERE, "x*", (1.00, 0.67, 0.97, 0.87, 0.98), 0.14, id="own, met in the last hour"),
    pytest.param(HERE, "y*", (0.99, 0.65, 0.96, 0.75, 0.96), 0.28, id="own, kept back"),
    pytest.param(HERE, "z*", (0.99, 0.62, 0.92, 0.83, 1.00), 0.13, id="own, everyday"),
    pytest.param(HERE, "a[0-9]*", (0.98, 0.52, 0.90, 0.67, 0.96), 0.24, id="own, of everyday makes"),
    pytest.param(HERE, "b*", (0.99, 0.54, 0.94, 0.72, 0.98), 0.26, id="own, by another hand"),
    pytest.param(HERE, "c*", (0.98, 0.58, 0.92, 0.79, 0.97), 0.20, id="own, after published pages"),
    pytest.param(HERE, "d*", (0.98, 0.59, 0.93, 0.74, 0.93), 0.18, id="own, after pages of the region"),
    pytest.param(HERE, "e*", (0.97, 0.57, 0.94, 0.69, 0.92), 0.15, id="own, of which most was right at first"),
    pytest.param(HERE, "f*", (1.00, 0.64, 0.97, 0.76, 0.96), 0.20, id="own, of thirteen countries"),
    pytest.param(HERE, "g*", (0.98, 0.61, 0.93, 0.74, 0.92), 0.22, id="own, of another hand again"),
    pytest.param(HERE, "h*", (0.99, 0.45, 0.92, 0.69, 0.93), 0.21, id="own, of another hand still"),
    pytest.param(HERE, "i*", (0.99, 0.55, 0.96, 0.79, 0.92), 0.25, id="own, with pasted tables"),
    pytest.param(HERE, "j*", (0.98, 0.65, 0.93, 0.77, 0.96), 0.20, id="own, with short forms"),
    pytest.param(HERE, "q*", (0.99, 0.71, 0.94, 0.80, 0.98), 0.28, id="own, with winners below a word"),
    pytest.param(HERE, "t*", (1.00, 0.78, 0.98, 0.91, 0.96), 0.32, id="own, with fields above tables"),
    pytest.param(HERE, "l*", (1.00, 0.52, 0.96, 0.84, 0.94), 0.22, id="own, of wards and quotations"),
    pytest.param(HERE, "m*", (1.00, 0.59, 0.98, 0.81, 0.77), 0.30, id="own, with rows by province"),
    pytest.param(HERE, "o*", (0.98, 0.40, 0.90, 0.66, 0.92), 0.25, id="own, of others' hands"),
    pytest.param(HERE, "aa*", (1.00, 0.52, 0.95, 0.71, 0.98), 0.12, id="own, of simple languages"),
    pytest.param(HERE, "ab*", (0.97, 0.45, 0.95, 0.82, 0.94), 0.09, id="own, first read well"),
    pytest.param(HERE, "ac*", (1.00, 0.47, 0.90, 0.64, 0.98), 0.28, id="own, with a forecast among them"),
    pytest.param(HERE, "ad*", (0.99, 0.42, 0.91, 0.62, 0.93), 0.26, id="own, of by-elections and rosters"),
    pytest.param(HERE, "ae0*", (0.96, 0.39, 0.95, 0.78, 0.97), 0.13, id="own, of places told of once"),
    pytest.param(HERE, "ae1*", (0.99, 0.47, 0.97, 0.82, 0.94), 0.12, id="own, of councils and winners"),
    pytest.param(HERE, "ah*", (0.98, 0.45, 0.90, 0.69, 0.96), 0.05, id="own, of simple languages again"),
    pytest.param(HERE, "ag*", (1.00, 0.20, 0.79, 0.43, 0.92), 0.08, id="own, of the region again"),
    pytest.param(HERE, "af*", (0.91, 0.40, 0.78, 0.49, 0.93), 0.09, id="own, kept back to the end"),
    pytest.param(ROOT.parent / "shared" / "reading", "*", (0.99, 0.63, 0.98, 0.90, 0.98), 0.19, id="corpus"),
]


@pytest.mark.parametrize(("folder", "pages", "floors", "most_noise"), GOLD)
@pytest.mark.slow
def test_the_figures_of_reading_hold(
    folder: Path, pages: str, floors: tuple[float, ...], most_noise: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Precision, recall and the share of figures accounted for do not fall below what was reached, nor noise rise."""
    monkeypatch.delenv("MAJLIS_ELECTION", raising=False)
    if not folder.exists():
        return
    from .score import score

    *reached, noise = score(folder, pages=pages)
    assert all(one >= floor for one, floor in zip(reached, floors, strict=True)), reached
    assert noise <= most_noise


def test_the_docs_say_how_right_each_layout_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """The table of docs/reading.md is what the script prints."""
    monkeypatch.delenv("MAJLIS_ELECTION", raising=False)
    from .score import Tally, score

    tally = Tally()
    score(Path(__file__).parent, tally)
    assert "\n".join(tally.rows()) in (ROOT / "docs" / "reading.md").read_text(encoding="utf-8")


def test_every_item_of_the_json_has_its_place(tmp_path: Path) -> None:
    """The command's JSON gives line and span of statements and unread figures, and how each table was understood."""
    import io

    from majlis.readings import write_json

    path = tmp_path / "t.csv"
    path.write_text("Party,Seats,%\nReds,9,60.0\nGreens,6,40.0\nTotal,15,100\n", encoding="utf-8")
    out = io.StringIO()
    assert write_json(loaders.read(path, NOBODY, Resolver(())), out) == 2
    answer = json.loads(out.getvalue())
    assert answer["election"] is None
    assert all(len(row["span"]) == 2 and row["line"] for row in answer["statements"] + answer["unreadable"])
    assert [column["role"] for column in answer["tables"][0]["columns"]] == ["list", "seats", "share"]
    assert answer["tables"][0]["sums"] == [{"column": "Seats", "said": 15, "counted": 15}]


@pytest.mark.parametrize("run", [" 5%", "A 5, ", "| 1 ", "١٢ و"])
def test_a_long_line_that_is_hardly_more_than_figures_is_told_of_whole(marks: ReadAll, run: str) -> None:
    """Such a line is no sentence, list or row: one gap covers its figures, and the lines around it are read."""
    line = (run * 1_000)[:2_500]
    found = marks(
        f"Results of the election\n\nThe Reds won 5 seats in Marden.\n{line}\nThe Blues won 3 seats in Corvale.\n"
    )
    assert [one[1:4] for one in claims(found)] == [("Reds", "Marden", 5), ("Blues", "Corvale", 3)]
    gaps = [one.span for one in found if isinstance(one.item, Unreadable)]
    assert gaps == [(4, 0, len(line))]


def test_of_a_sentence_without_end_the_beginning_is_read(marks: ReadAll) -> None:
    """What stands behind its first 300 words becomes no claim, and its figures are told."""
    tail = "and the Blues won 3 seats in Corvale."
    found = marks("Results of the election\n\nThe Reds won 5 seats in Marden, " + "and so on, " * 100 + tail + "\n")
    assert [one[1:4] for one in claims(found)] == [("Reds", "Marden", 5)]
    gaps = [(one.item.reason, one.value) for one in found if isinstance(one.item, Unreadable)]
    assert [value for _, value in gaps] == [None, 3]
    assert "300 words" in gaps[0][0]
