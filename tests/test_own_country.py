"""A folder with a country of its own: its names are its own, and what the data know by the same words stays apart."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import loaders
from graph.model import LISTS
from graph.names import Resolver
from loaders.assembler import Assembler, own_names
from loaders.tables import read_names
from majlis.data import data_folder
from majlis.review.session import Review
from tests.command import Ran

EXAMPLES = Path(__file__).parent.parent / "docs" / "examples"
ROWS = """id,kind,name,source,date,elects
ml-senate,body,Senate of Marland,almanac,,
ml-2022-senate,election,"Senate election of Marland, 2022",almanac,2022-05-15,ml-senate
ml-2023-counties,election,"County elections of Marland, 2023",almanac,2023-05-15,councils
iq-2029-representatives,election,"Parliamentary election, 2029",almanac,2029-10-06,iq-council-of-representatives
ml-free-patriots,party,Free Patriotic Movement of Marland,almanac,,
ml-union,party,Union of Builders Party,almanac,,
"""
ALMANAC = "id,title,kind\nalmanac,Almanac of Marland,reference\n"
REPORT = """---
source: almanac
election: {}
---
Party,Seats
Fatah,45
Progress,12
Union of Builders,4
"""


@pytest.fixture
def marland(tmp_path: Path, run: Callable[..., Ran]) -> Path:
    """A folder with a country of its own: a senate, its election, two parties."""
    folder = tmp_path / "marland"
    run("init", folder)
    (folder / "entities.csv").write_text(ROWS, encoding="utf-8")
    (folder / "sources.csv").write_text(ALMANAC, encoding="utf-8")
    return folder


def added(run: Callable[..., Ran], folder: Path, election: str = "ml-2022-senate") -> tuple[Ran, dict[str, str]]:
    """Add the report, of this election; the subject of each kept row by its number."""
    report = folder.parent / "report.md"
    report.write_text(REPORT.format(election), encoding="utf-8")
    done = run("add", report, "--into", folder)
    with (folder / "statements" / "almanac.csv").open(encoding="utf-8", newline="") as stream:
        return done, {row["value"]: row["subject"] for row in csv.DictReader(stream)}


def test_a_party_of_the_data_is_not_taken_for_one_of_another_country(run: Callable[..., Ran], marland: Path) -> None:
    """At an election of a body of the user's own, a name that only the data have is not known, and whose it is said."""
    done, kept = added(run, marland)
    assert kept == {"45": "Fatah", "12": "Progress", "4": "ml-union"}
    assert "not known: Fatah (line 6): it may be Fatah Alliance (fatah-alliance)" in done.stderr
    assert (
        f"if it is Fatah Alliance, a row of {marland / 'aliases.csv'} registers it: fatah-alliance,Fatah" in done.stderr
    )
    checked = run("check", "--with", marland)
    assert (checked.returncode, "Names not known: 2" in checked.stdout) == (0, True)


def test_the_folders_own_row_makes_such_a_name_known(run: Callable[..., Ran], marland: Path) -> None:
    """With the row that is told, in the folder, the claims count and need not be added again."""
    added(run, marland)
    (marland / "aliases.csv").write_text("entity,alias\nfatah-alliance,Fatah\n", encoding="utf-8")
    told = json.loads(run("check", "--with", marland, "--format", "json").stdout)
    assert [name["text"] for name in told["unresolved"]] == ["Progress"]


def test_the_whole_name_of_a_list_of_the_data_is_told_and_may_be_said_again(
    run: Callable[..., Ran], marland: Path
) -> None:
    """The row for it is of another name, though it is the same, and breaks no check."""
    row = "holds_seats,Taqaddum Party,,3,ml-2022-senate,almanac"
    assert unknown_in(run, marland, row) == ["Taqaddum Party"]
    told = f"if it is Taqaddum Party, a row of {marland / 'aliases.csv'} registers it: taqaddum,Taqaddum Party,,,,"
    assert told in run("check", "--with", marland).stderr
    (marland / "aliases.csv").write_text("entity,alias\ntaqaddum,Taqaddum Party\n", encoding="utf-8")
    assert unknown_in(run, marland, row) == []
    assert run("check", "--with", marland).returncode == 0


def test_an_election_of_a_body_of_the_data_knows_its_names(run: Callable[..., Ran], marland: Path) -> None:
    """Who adds a further election of the data's own parliament writes no list anew."""
    _, kept = added(run, marland, "iq-2029-representatives")
    assert kept == {"45": "fatah-alliance", "12": "taqaddum", "4": "ml-union"}


@pytest.mark.parametrize(("within", "known"), [(None, False), ("ML-1", False), ("IQ-NA", True)])
def test_councils_are_whose_provinces_they_are(marland: Path, within: str | None, known: bool) -> None:
    """At an election of councils the names of the data hold in provinces of the data alone."""
    (marland / "entities.csv").write_text(f"{ROWS}ML-1,province,Dunmere,almanac,,\n", encoding="utf-8")
    registry = read_names(data_folder(), [marland])
    assembler = Assembler(Resolver(registry.names), "almanac", own=own_names(registry, ["ml-2023-counties"]))
    found = assembler.mention("Progress", LISTS, within)
    assert (found.entity is not None, [one.id for one in found.candidates]) == (known, ["taqaddum"])


@pytest.mark.parametrize(("place", "unknown"), [("Najaf", []), ("Dunmere", ["Dunmere", "Progress"])])
def test_a_row_of_a_council_is_read_by_its_province(
    run: Callable[..., Ran], marland: Path, place: str, unknown: list[str]
) -> None:
    """A row that is typed by names is of the list that stands in that province, in a folder and in a table to add."""
    table = marland.parent / "typed.csv"
    table.write_text(
        f"predicate,subject,object,value,election,source\nholds_seats,Progress,{place},3,ml-2023-counties,almanac\n",
        encoding="utf-8",
    )
    run("add", table, "--into", marland)
    with (marland / "statements" / "almanac.csv").open(encoding="utf-8", newline="") as stream:
        assert [row["subject"] for row in csv.DictReader(stream)] == ["Progress" if unknown else "taqaddum"]
    (marland / "statements" / "almanac.csv").write_bytes(table.read_bytes())
    told = json.loads(run("check", "--with", marland, "--format", "json").stdout)
    assert sorted(name["text"] for name in told["unresolved"]) == unknown


def test_an_id_that_a_row_names_is_meant(run: Callable[..., Ran], marland: Path) -> None:
    """Who writes the id of a list of the data in a row means that list, whatever the election."""
    assert unknown_in(run, marland, "holds_seats,taqaddum,,3,ml-2022-senate,almanac") == []


def test_a_tie_of_no_election_is_of_the_folders_country(run: Callable[..., Ran], marland: Path) -> None:
    """Of a row without an election the names of the data count where the folder has an election of their bodies."""
    tie = "leads,Qais al-Khazali,Asaib Ahl al-Haq,,,almanac"
    assert unknown_in(run, marland, tie) == []
    rows = "".join(line for line in ROWS.splitlines(keepends=True) if not line.startswith("iq-2029"))
    (marland / "entities.csv").write_text(rows, encoding="utf-8")
    assert unknown_in(run, marland, tie) == ["Asaib Ahl al-Haq", "Qais al-Khazali"]


def unknown_in(run: Callable[..., Ran], folder: Path, row: str) -> list[str]:
    """The names not known in a table of the folder with this one row."""
    (folder / "statements").mkdir(exist_ok=True)
    text = f"predicate,subject,object,value,election,source\n{row}\n"
    (folder / "statements" / "hand.csv").write_text(text, encoding="utf-8")
    told = json.loads(run("check", "--with", folder, "--format", "json").stdout)
    return sorted(name["text"] for name in told["unresolved"])


def test_a_review_reads_names_by_the_election_that_is_set(marland: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the election of a document is said in the review, a name of the data is asked about; an answer holds."""
    report = marland.parent / "report.csv"
    report.write_text("Party,Seats\nFatah,45\nUnion of Builders,4\n", encoding="utf-8")
    monkeypatch.delenv("MAJLIS_ELECTION", raising=False)
    registry = read_names(data_folder(), [marland])
    resolver = Resolver(registry.names)
    review = Review(loaders.read(report, registry, resolver), registry, resolver, marland, "")

    def subjects() -> list[str]:
        return [item.subject_id for item in review.state.items.values()]

    assert subjects() == ["", "ml-union"]
    for election, fatah in (("iq-2021-representatives", "fatah-alliance"), ("ml-2022-senate", "")):
        review.act({"act": "set", "ids": "all", "field": "election", "value": election})
        assert subjects() == [fatah, "ml-union"]
    (asked,) = (one for one in review.queue() if one.asks == "name")
    assert (asked.text, asked.candidates[0][0]) == ("Fatah", "fatah-alliance")
    review.act({"act": "name", "kind": "list", "text": "Fatah", "new": "party"})
    assert subjects() == ["fatah", "ml-union"]


def test_two_may_have_a_name_where_the_folder_says_so(run: Callable[..., Ran], marland: Path) -> None:
    """The message has the row of ambiguous.csv, and with it in the folder's own table the check holds."""
    with (marland / "entities.csv").open("a", encoding="utf-8") as out:
        out.write("ml-progress,party,Progress,almanac,,\n")
    before = run("check", "--with", marland)
    table, row = marland / "ambiguous.csv", '"Progress Party",ml-progress;taqaddum'
    assert (before.returncode, f"let {table} (columns alias,entities) say: {row}" in before.stdout) == (3, True)
    table.write_text(f"alias,entities\n{row}\n", encoding="utf-8")
    assert run("check", "--with", marland).returncode == 0
    _, kept = added(run, marland)
    assert kept["12"] == "ml-progress"


def test_a_name_that_the_data_declare_may_mean_one_more(run: Callable[..., Ran], marland: Path) -> None:
    """A row of the folder stands in the place of that of the data, and a wrong one is told with its own line."""
    with (marland / "entities.csv").open("a", encoding="utf-8") as out:
        out.write("ml-resolve,party,Determination,almanac,,\n")
    table = marland / "ambiguous.csv"
    table.write_text("alias,entities\nDetermination,azm;ml-resolve;tasmim\n", encoding="utf-8")
    assert run("check", "--with", marland).returncode == 0
    table.write_text("alias,entities\nDetermination,azm;ml-resolve\n", encoding="utf-8")
    assert f"{table}:2: 'Determination' is declared to mean one of" in run("check", "--with", marland).stdout


@pytest.mark.parametrize(
    ("text", "id"), [("FPMM", "ml-free-patriots"), ("Builders", "ml-union"), ("Free Patriotic", "ml-free-patriots")]
)
def test_a_shortened_name_is_offered_as_the_folders_own(
    run: Callable[..., Ran], marland: Path, text: str, id: str
) -> None:
    """By an acronym or some words of it, an entity of the folder is the first that a name may be another name of."""
    report = marland.parent / "report.md"
    report.write_text(f"---\nsource: almanac\nelection: ml-2022-senate\n---\nParty,Seats\n{text},5\nX,1\n", "utf-8")
    run("add", report, "--into", marland)
    told = json.loads(run("check", "--with", marland, "--format", "json").stdout)
    rows = next(name["rows"] for name in told["unresolved"] if name["text"] == text)
    assert [row["file"] for row in rows[:2]] == [str(marland / "entities.csv"), str(marland / "aliases.csv")]
    assert rows[1]["row"] == f"{id},{text},,,,"


def test_the_row_that_a_check_proposes_is_of_the_folders_table(run: Callable[..., Ran], marland: Path) -> None:
    """It has the cells of that table, and the source of the claim; pasted there it makes the name known."""
    added(run, marland)
    row = next(line for line in run("check", "--with", marland).stderr.splitlines() if ": progress,party" in line)
    assert (str(marland / "entities.csv") in row, row.rpartition(": ")[2]) == (
        True,
        "progress,party,Progress,almanac,,",
    )
    with (marland / "entities.csv").open("a", encoding="utf-8") as out:
        out.write(f"{row.rpartition(': ')[2]}\n")
    told = json.loads(run("check", "--with", marland, "--format", "json").stdout)
    assert [name["text"] for name in told["unresolved"]] == ["Fatah"]


def test_what_holds_at_any_election_counts_in_its_own_country(run: Callable[..., Ran], tmp_path: Path) -> None:
    """Of the data no office, tie or population counts for an election of another country, nor the other way round."""
    folder = tmp_path / "arland"
    shutil.copytree(EXAMPLES / "arland-2025", folder)
    with (folder / "sources.csv").open("a", encoding="utf-8") as sources:
        sources.write("arland-gazette-2025,Gazette of Arland,official,Gazette,2025,,en,,,,,Made up\n")
    (folder / "statements" / "ties.csv").write_text(
        "subject,predicate,object,standing,source,locator\n"
        "field-party,member_of,harbour-list,certified,arland-gazette-2025,page 2\n",
        encoding="utf-8",
    )

    def facts(election: str, *given: str | Path) -> int:
        told = json.loads(run("coverage", "--election", election, "--format", "json", *given).stdout)
        return int(told["total"]["facts"])

    assert facts("ar-2025-assembly", "--with", folder) == 4
    assert facts("iq-2023-governorates", "--with", folder) == facts("iq-2023-governorates")


def of_text(run: Callable[..., Ran], tmp_path: Path, text: str) -> dict[str, Any]:
    """What `majlis read` tells of a page with this text."""
    page = tmp_path / "page.txt"
    page.write_text(text, encoding="utf-8")
    told: dict[str, Any] = json.loads(run("read", page, "--format", "json", MAJLIS_ELECTION="").stdout)
    return told


@pytest.mark.parametrize(
    "text",
    [
        "In Norway the Progress Party won 47 seats and the Labour Party 53.\n",
        "The Liberal Party won 160 seats, the Reform Party 12 and the Progress Party 3.\n",
        "---\npublished: 2023-12-20\n---\nIn Norway the Progress Party won 47 seats and the Labour Party 53.\n",
        "Party,Votes,Seats\nPartido Liberal,1200,3\nPartido Azul,900,2\n",
    ],
)
def test_a_page_of_no_country_of_the_data_names_no_list_of_theirs(
    run: Callable[..., Ran], tmp_path: Path, text: str
) -> None:
    """Of a page without an election, on which nothing is of the data's country, their lists are offered alone."""
    read = of_text(run, tmp_path, text)
    assert read["election"] is None
    assert read["statements"]
    assert {one["subject"] for one in read["statements"]} == {None}
    assert any(name["reason"].startswith("it may be ") for name in read["unresolved"])


@pytest.mark.parametrize(
    "text",
    [
        "Results in Iraq\n\nThe Progress Party won 47 seats.\n",
        "In the Iraqi vote the Progress Party won 47 seats.\n",
        "In Najaf the Progress Party won 4 seats, and 47 in all.\n",
        "حصل حزب تقدم على 47 مقعداً في البرلمان العراقي.\n",
        "Party,Seats\nProgress Party,47\nState of Law,35\nKurdistan Democratic Party,31\n",
    ],
)
def test_a_page_of_the_country_of_the_data_names_their_lists(
    run: Callable[..., Ran], tmp_path: Path, text: str
) -> None:
    """The country, a province of it, or two of its lists by more than a word say whose lists are meant."""
    assert "taqaddum" in {one["subject"] for one in of_text(run, tmp_path, text)["statements"]}


def test_a_province_of_the_users_own_does_not_speak_of_the_datas_lists(run: Callable[..., Ran], marland: Path) -> None:
    """A page of the user's country, of which nothing tells the election, names no list of another."""
    (marland / "entities.csv").write_text(f"{ROWS}ML-1,province,Dunmere,almanac,,\n", encoding="utf-8")
    page = marland.parent / "page.csv"
    page.write_text("Province,Party,Seats\nDunmere,Progress,12\nDunmere,Union of Builders,4\n", encoding="utf-8")
    read = json.loads(run("read", page, "--with", marland, "--format", "json", MAJLIS_ELECTION="").stdout)
    assert [(one["subject"], one["object"]) for one in read["statements"]] == [(None, "ML-1"), ("ml-union", "ML-1")]
