"""A house with constituencies, a second house without any, and councils, in a country that nobody knows."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from graph.build import batches
from graph.checks.settle import settle
from graph.errors import CheckError, DocumentError, UsageError
from graph.stores.protocol import Query
from loaders.folder import gather
from majlis.page.page import page
from majlis.page.parts import Parts
from majlis.terminal.where import where_text
from majlis.wording.notes import note_text
from majlis.wording.sitting import total_words
from majlis.wording.where import cell_words
from queries.affiliation.ties import LED
from queries.history import history
from queries.view import GraphView
from queries.where import where
from queries.who import who

from .command import run_here
from .made import COUNTRIES, asked, country, known_of

FOLDER = COUNTRIES / "house_and_councils"


@pytest.fixture(scope="module")
def made() -> GraphView:
    """The graph of the country."""
    return country("house_and_councils")


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    """A day after all its elections, and no election that questions are about unless they name one."""
    monkeypatch.delenv("MAJLIS_ELECTION", raising=False)
    monkeypatch.setenv("MAJLIS_TODAY", "2025-01-01")


def rows(graph: GraphView, text: str) -> list[tuple[object, ...]]:
    """What a text finds."""
    return [tuple(row.values()) for row in graph.store.run(Query("asked", text), {})]


def test_bodies_elections_and_constituencies_are_edges(made: GraphView) -> None:
    """Each election leads to the body it fills, and the body to its constituencies with their seats at it."""
    elects = "MATCH (e:Election)-[:ELECTS]->(b:Body) RETURN e.id AS e, b.id AS b ORDER BY e"
    assert rows(made, elects) == [("h-2020", "assembly"), ("h-2024", "assembly"), ("i-2022", "isle")]
    parts = (
        "MATCH (b:Body)-[r:HAS_CONSTITUENCY]->(p:Province) "
        "RETURN r.election AS e, b.id AS b, p.id AS p, r.seats AS seats ORDER BY e, p"
    )
    assert rows(made, parts) == [
        ("h-2020", "assembly", "P-1", 6),
        ("h-2020", "assembly", "P-2", 5),
        ("h-2024", "assembly", "P-1", 6),
        ("h-2024", "assembly", "P-2", 5),
        ("h-2024", "assembly", "P-3", 4),
        ("i-2022", "isle", "P-3", 5),
    ]


def test_seats_in_all_are_no_seats_of_a_province(made: GraphView) -> None:
    """What is stated in all leads to the election: no sum over provinces counts it twice."""
    whole = (
        "MATCH (l)-[r:WON_IN_ALL]->(e:Election) WHERE e.id = 'h-2024' RETURN l.id AS l, r.seats AS n ORDER BY n DESC, l"
    )
    assert rows(made, whole) == [("reds", 6), ("blues", 4), ("broad", 2), ("greens", 2), ("ada", 1)]
    ends = "MATCH (:Entity)-[r:HOLDS_SEATS]->(x) RETURN DISTINCT x.kind AS kind"
    assert rows(made, ends) == [("province",)]


def test_a_total_is_what_is_stated_with_what_has_a_province_beside(made: GraphView) -> None:
    """The Reds have 6 in all, of which 5 have a constituency; in the third they may have the one that is left."""
    answer = where(made, "Reds", "h-2024")
    assert (answer.status, answer.total, answer.placed, answer.minimum, answer.all_seats) == ("seats", 6, 5, False, 15)
    (east,) = (one for one in answer.provinces if one.id == "P-3")
    assert (east.status, east.seats, east.perhaps, east.members) == ("unknown", None, 1, 1)


def test_what_a_list_of_members_says_has_its_mark_in_every_cell(made: GraphView) -> None:
    """One of the Reds is listed as a member for Eastmark: "1 of 4~", which is not won, and the page has the same."""
    answer = where(made, "Reds", "h-2024")
    (east,) = (one for one in answer.provinces if one.id == "P-3")
    words = cell_words(east, answer)
    assert (words.sign, words.head, words.listed) == ("1~", "1 of 4~", True)
    assert words.whole.startswith("1 of 4 seats (on a list of members; it does not prove")
    assert "Eastmark (1 of 4~)" in where_text(answer)
    assert "~ on a list of members; it does not prove" in " ".join(where_text(answer).split())
    shown = Parts(made, "h-2024").model("h-2024")
    reds = next(holder for holder in shown.holders if holder.id == "reds")
    assert reds.cells["P-3"].words == words
    written = page(Parts(made, "h-2024"))
    assert re.search(r'<span class="key cell unknown"[^>]*>~</span>\s*<span[^>]*>on a list of members', written)


def test_constituencies_that_are_known_are_not_told_as_all_there_are(made: GraphView, tmp_path: Path) -> None:
    """In how many of how many a list won is said where the known ones make the house; else others are spoken of."""
    whole = where(made, "Reds", "h-2024")
    assert "in at least 2 of 3 constituencies" in where_text(whole)
    folder = _copy(tmp_path)
    table = folder / "statements" / "seats.csv"
    lines = table.read_text(encoding="utf-8").splitlines()
    table.write_text("\n".join(line for line in lines if not line.startswith("P-3,,council_size,,4")) + "\n", "utf-8")
    part = where_text(where(asked(gather(folder)[0]), "Reds", "h-2024"))
    assert "in at least 2 constituencies (" in " ".join(part.split())
    assert "the constituencies known here may not be all" in " ".join(part.split())
    assert "may not be all" not in where_text(whole)


def test_a_total_that_sources_dispute_is_no_minimum(made: GraphView) -> None:
    """The Reds have 5 or 6 in all: what no province tells is in these, so that "at least" is not said."""
    answer = where(made, "Reds", "h-2020")
    assert (answer.total, answer.most, answer.minimum, total_words(answer)) == (5, 6, False, "5 or 6 of 11")
    assert "A minimum" not in where_text(answer)


def test_a_list_that_is_placed_whole_has_none_elsewhere(made: GraphView) -> None:
    """Ada's one seat is Northmark's, so she has none in the other constituencies, though seats there are open."""
    answer = where(made, "Ada Lind", "h-2024")
    assert {one.id: one.status for one in answer.provinces} == {"P-1": "seats", "P-2": "none", "P-3": "none"}


def test_what_sits_is_asked_by_default_and_one_body_by_its_name(made: GraphView) -> None:
    """A body may be named in the place of an election: the last one of it is meant, or that of the councils."""
    assert [one.id for one in made.sitting()] == ["h-2024", "i-2022", "c-2023"]
    assert (made.election("Assembly").id, made.election("isle").id, made.election("councils").id) == (
        "h-2024",
        "i-2022",
        "c-2023",
    )
    assert made.election("Councils").id == "c-2023"  # as answers print it
    assert made.is_election("Councils")
    with pytest.raises(UsageError, match="no election 'Senate' is known"):
        made.election("Senate")


def test_an_election_of_another_body_is_refused(made: GraphView) -> None:
    """A body that is asked about with an election of another one is wrong usage."""
    with pytest.raises(UsageError, match="i-2022 is no election of Assembly"):
        who(made, "Assembly", "i-2022")


def test_leaders_of_one_election_lead_nothing_at_another(made: GraphView) -> None:
    """Cyd leads the Reds since 2021, so the seats of 2020 are not led by Cyd."""
    assert [item.relation for item in where(made, "Cyd Vang", "h-2024").lists] == [LED]
    assert where(made, "Cyd Vang", "h-2020").lists == ()


def test_history_has_every_election(made: GraphView) -> None:
    """A history tells each election, the latest first; of a place those that it was part of."""
    told = [(row.election.id, getattr(row, "total", None)) for row in history(made, "Reds").elections]
    assert told[0] == ("h-2024", 6)
    assert [id for id, _ in told] == ["h-2024", "c-2023", "i-2022", "h-2020"]
    assert [row.election.id for row in history(made, "Eastmark").elections] == ["h-2024", "c-2023", "i-2022"]


def test_history_of_a_place_names_the_elections_of_which_nothing_is_known(made: GraphView, tmp_path: Path) -> None:
    """Southmark is a constituency of the house: where a vote's constituencies are not all known, it is not left out."""
    folder = _copy(tmp_path)
    table = folder / "statements" / "seats.csv"
    lines = table.read_text(encoding="utf-8").splitlines()
    table.write_text(
        "\n".join(line for line in lines if not line.startswith("P-2,,council_size,,5,both,h-2020")) + "\n"
    )
    found = history(asked(gather(folder)[0]), "Southmark")
    assert [row.election.id for row in found.elections] == ["h-2024", "c-2023"]
    assert note_text(found.notes[0]) == "Nothing of Southmark is known here at: Assembly 2020."
    assert [note.code for note in history(made, "Eastmark").notes] == ["never_added"]


def test_an_election_of_an_unknown_body_is_told(tmp_path: Path) -> None:
    """What an election fills is a body of the table or the councils; else the row is told."""
    folder = _copy(tmp_path)
    table = folder / "entities.csv"
    table.write_text(table.read_text(encoding="utf-8").replace(",assembly,gazette", ",senate,gazette", 1), "utf-8")
    with pytest.raises(DocumentError, match=r"entities\.csv, line 2: elects is 'senate'\. Write councils, or the id"):
        gather(folder)


def test_members_are_of_a_list(tmp_path: Path) -> None:
    """The list of somebody on a list of members is one of the table; else the row is told."""
    folder = _copy(tmp_path)
    table = next(path for path in folder.rglob("*.csv") if "sits_for" in path.read_text(encoding="utf-8"))
    table.write_text(
        table.read_text(encoding="utf-8").replace("sits_for,P-1,,reds", "sits_for,P-1,,nobody", 1), "utf-8"
    )
    with pytest.raises(DocumentError, match="no list 'nobody'"):
        gather(folder)


def test_seats_that_do_not_fit_are_told_as_they_stand(tmp_path: Path) -> None:
    """A council with more seats than it has stops a check, unless the folder declares it; then nothing is trimmed."""
    folder = _copy(tmp_path)
    table = next(path for path in folder.rglob("*.csv") if "c-2023,,,,final" in path.read_text(encoding="utf-8"))
    lines = table.read_text(encoding="utf-8").rstrip("\n").split("\n")
    at = next(line for line in lines if "holds_seats,P-1," in line and "c-2023" in line)
    cells = at.split(",")
    cells[lines[0].split(",").index("value")] = "60"
    table.write_text("\n".join([*(line for line in lines if line != at), ",".join(cells), ""]), "utf-8")
    with pytest.raises(CheckError, match=r"the lists of P-1 hold \d+ seats together"):
        settle(gather(folder)[0])
    (folder / "misfits.csv").write_text("rule,subject,election\ncouncil-size,P-1,c-2023\n", "utf-8")
    decided = settle(gather(folder)[0])[0]
    assert [problem.rule for problem in decided.misfits] == ["council-size"]
    (folder / "misfits.csv").write_text("rule,subject,election\ncouncil-size,P-2,c-2023\n", "utf-8")
    with pytest.raises(CheckError, match="P-2 is declared not to fit"):
        settle(gather(folder)[0])


def test_a_stated_nought_of_a_whole_house_is_none_and_not_unknown(tmp_path: Path) -> None:
    """Who is stated to have no seat in a house has none there; of whom only votes are told, that is not known."""
    folder = _copy(tmp_path)
    table = folder / "statements" / "seats.csv"
    lines = table.read_text(encoding="utf-8").splitlines()
    whole = [line.replace(",P-3,", ",,") for line in lines if not line.startswith(("P-3,", "greens,,holds_seats,P-3"))]
    said = ["blues,,holds_seats,,0,,i-2022,,,,final,gazette,p. 7", "reds,,votes,,31,,i-2022,,,,final,gazette,p. 7"]
    table.write_text("\n".join([*whole, *said, ""]), "utf-8")
    graph = asked(gather(folder)[0])
    found, unknown = (where(graph, name, "i-2022") for name in ("Blues", "Reds"))
    assert (found.status, found.total, unknown.status, unknown.total) == ("none", 0, "unknown", None)
    assert where_text(found).startswith("Blues won no seats (12 Jun 2022).")


def test_turnout_of_a_province_makes_it_no_constituency_of_a_house_without_any(tmp_path: Path) -> None:
    """Where one constituency is the whole vote, no seat is open in a province whose turnout is told."""
    folder = _copy(tmp_path)
    table = folder / "statements" / "seats.csv"
    lines = table.read_text(encoding="utf-8").splitlines()
    whole = [line.replace(",P-3,", ",,") for line in lines if not line.startswith("P-3,,council_size,,5")]
    table.write_text("\n".join([*whole, "P-3,,turnout,,59,,i-2022,,,,final,gazette,p. 7", ""]), "utf-8")
    graph = asked(gather(folder)[0])
    found = where(graph, "Islanders", "i-2022")
    assert (found.total, found.provinces) == (3, ())
    assert [row.election.id for row in history(graph, "Eastmark").elections] == ["h-2024", "c-2023"]


def test_a_province_of_another_country_is_none_of_an_election(tmp_path: Path) -> None:
    """Of which country a province is its code says: one more of another changes no answer, one more of its own does."""
    folder = _copy(tmp_path)
    for table in folder.rglob("*.csv"):
        table.write_text(re.sub(r"\bP-", "NO-", table.read_text(encoding="utf-8")), "utf-8")
    table = folder / "entities.csv"
    table.write_text(
        table.read_text(encoding="utf-8") + "SE-9,province,Skerry,,,gazette\nNO-9,province,Fell,,,gazette\n"
    )
    councils = {council.id for council in where(asked(gather(folder)[0]), "Reds", "c-2023").provinces}
    assert "NO-9" in councils
    assert "SE-9" not in councils


def test_the_batches_name_what_the_schema_has() -> None:
    """Each edge of the model that this country can have is written."""
    knowledge = known_of("house_and_councils")
    made = batches(knowledge, settle(knowledge)[0], lambda reason: reason.code)
    types = {getattr(batch.table, "type", "") for batch in made if batch.columns.get("a")}
    assert {"ELECTS", "HAS_CONSTITUENCY", "WON_IN_ALL", "HAS_MEMBERS", "WON_SEAT", "VOTED_IN"} <= types


def test_the_command_takes_a_body(tmp_path: Path) -> None:
    """`--body` is an election by the name of its body; without it the answer is about all that sits."""

    def answered(*arguments: str) -> dict[str, object]:
        done = run_here(
            "where", "Reds", "--data", FOLDER, "--format", "json", *arguments,
            XDG_CACHE_HOME=str(tmp_path), MAJLIS_ELECTION="", MAJLIS_TODAY="2025-01-01",
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        found: dict[str, object] = json.loads(done.stdout)
        return found

    assert answered("--body", "Assembly")["total"] == 6
    answers = answered()["answers"]
    assert isinstance(answers, list)
    assert [one["election"]["id"] for one in answers] == ["h-2024", "i-2022", "c-2023"]


def _copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FOLDER, tmp_path / "country"))
