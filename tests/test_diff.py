"""What a reader may check: what changed between two versions of the data, what was corrected, how sources were read."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

import majlis
from graph.checks.settle import settle
from graph.errors import CheckError, DocumentError, UsageError
from graph.fingerprint import data_files, data_version
from loaders.folder import gather
from majlis.terminal.diff import changelog_entry, diff_text
from majlis.terminal.why import why_text
from queries.checking.diff import FactChange, diff
from queries.view import GraphView
from queries.where import where
from queries.why import why

from .command import program, run_here
from .made import COUNTRIES, asked


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of a small country with two elections, and a cache of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.delenv("MAJLIS_DATA", raising=False)
    return Path(shutil.copytree(COUNTRIES / "two_elections", tmp_path / "country"))


def change(folder: Path, table: str, *pairs: tuple[str, str]) -> None:
    """Write other words into a table; an empty first word stands for its end."""
    path = folder / table
    text = path.read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new, 1) if old else text + new
    path.write_text(text, encoding="utf-8")


def graph_of(folder: Path) -> GraphView:
    """The graph of a folder, in memory."""
    return asked(gather(folder)[0])


def corrections(folder: Path, *rows: str) -> None:
    """Write the table of corrections."""
    (folder / "corrections.csv").write_text("\n".join(["date,fact,was,is,why,source", *rows, ""]), encoding="utf-8")


# --- Differences --------------------------------------------------------------------------------------


def changed(folder: Path) -> tuple[GraphView, GraphView]:
    """The country before, and with a number, a term, a tie, a list and a name that are others."""
    old = graph_of(folder)
    change(
        folder,
        "statements.csv",
        ("reds,holds_seats,P-1,6", "reds,holds_seats,P-1,5"),
        ("2010,2020-12", "2010,2020-11"),
        ("reds,expected_in,broad,,,e-2022,,,,gazette,p. 7\n", ""),
        ("ben,leads,reds,,,,2021,,", "ben,leads,reds,,,e-2022,2021,,"),
        ("", "ada,rival_of,ben,,,,,,,gazette,p. 10\n"),
    )
    change(folder, "entities.csv", ("Broad Front", "Wide Front"), ("", "cyd,figure,Cyd Ny,,gazette\n"))
    return old, graph_of(folder)


def test_facts_come_go_and_change(folder: Path) -> None:
    """By id: a value, a date; one that went, one that came; and the same claim that is now of one election."""
    found = diff(*changed(folder))

    def shape(item: FactChange) -> tuple[str, str, tuple[str, ...]]:
        told = item.new or item.old
        assert told
        return item.change, told.fact, item.fields

    assert sorted(map(shape, found.facts)) == [
        ("added", "rival_of/ada/ben", ()),
        ("changed", "holds_seats/reds/P-1/e-2018", ("value",)),
        ("changed", "leads/ada/reds/2010", ("until",)),
        ("changed", "leads/ben/reds/e-2022/2021", ("election",)),
        ("gone", "expected_in/reds/broad/e-2022", ()),
    ]
    seats = next(item for item in found.facts if item.predicate == "holds_seats")
    assert seats.old and seats.new
    assert (seats.old.value, seats.new.value, seats.new.sources) == (6, 5, ("gazette",))
    assert [source.id for source in found.sources] == ["gazette"]


def test_entities_come_and_are_renamed(folder: Path) -> None:
    """By id, with the name before and now."""
    found = diff(*changed(folder)).entities
    assert [(item.change, item.id, item.old, item.new) for item in found] == [
        ("changed", "broad", "Broad Front", "Wide Front"),
        ("added", "cyd", None, "Cyd Ny"),
    ]


def test_the_same_data_do_not_differ(folder: Path) -> None:
    """Two graphs of one folder differ in nothing."""
    found = diff(graph_of(folder), graph_of(folder))
    assert (found.facts, found.entities, found.sources) == ((), (), ())


def test_a_difference_in_words(folder: Path) -> None:
    """The terminal and the changelog say what each version has, with the sources."""
    found = diff(*changed(folder))
    text = diff_text(found)
    assert "Facts: 3 changed, 1 gone, 1 added; Entities: 1 changed, 0 gone, 1 added." in " ".join(text.split())
    assert "  Reds: seats in Northmark (e-2018)\n    before: 6 [1]\n    now: 5 [1]" in text
    assert "The same facts, now of one election\n  e-2022: Ben Ost leads Reds" in text
    assert "Names that changed: Broad Front is now Wide Front" in text
    entry = changelog_entry(found)
    assert "| e-2018 | `holds_seats` | 1 |  |  |" in entry
    assert "* Ada Lind leads Reds (`leads/ada/reds/2010`); before: 2010 to Dec 2020 (`gazette`); now: 2010 to " in entry
    assert "### Facts that are gone\n\n* Reds was expected in Broad Front, before the vote" in entry


def test_a_version_is_a_folder_a_graph_file_or_a_git_revision(folder: Path, tmp_path: Path) -> None:
    """What is there under a name is meant, else a revision of the repository that the data folder stands in."""
    git = ["git", "-C", str(folder), "-c", "user.name=a", "-c", "user.email=a@example.org"]
    for words in (["init", "-q"], ["add", "."], ["commit", "-qm", "First"]):
        program(*git, *words)
    file = tmp_path / "before.kgl"
    assert run_here("build", "--data", folder, "--to", file).returncode == 0
    change(folder, "statements.csv", ("reds,holds_seats,P-1,6", "reds,holds_seats,P-1,5"))
    for old in ("HEAD", file):
        found = majlis.diff(old, folder, data=folder)
        assert [item.fields for item in found.facts] == [("value",)]
    said = run_here("diff", "HEAD", folder, "--data", folder, "--format", "json")
    assert json.loads(said.stdout) == found.to_dict()
    rows = run_here("diff", "HEAD", folder, "--data", folder, "--format", "csv").stdout.splitlines()
    assert rows[0].startswith("change,predicate,subject,object,election,differs,old_fact,")
    assert len(rows) == 2
    assert run_here("diff", "HEAD", folder, "--data", folder, "--format", "markdown").stdout.startswith("## ")
    with pytest.raises(UsageError, match=r"no such folder or graph file, and .* has no such git revision"):
        majlis.diff("--output=x", folder, data=folder)
    assert run_here("diff", "nowhere", folder, "--data", folder).returncode == 2


# --- Versions -----------------------------------------------------------------------------------------


def test_a_folder_may_state_its_version(folder: Path) -> None:
    """A year and a month before the hash of the data, which stays what it was; a folder without has the hash alone."""
    mark = gather(folder)[0].data_version
    assert len(mark) == 12
    (folder / "version").write_text("2026.11\n", encoding="utf-8")
    assert data_version(folder, data_files(folder)) == gather(folder)[0].data_version == f"2026.11+{mark}"
    assert graph_of(folder).data_version == f"2026.11+{mark}"


@pytest.mark.parametrize("text", ["", "2026.13", "2026.1", "v2026.11", "2026.11 beta"])
def test_a_version_is_a_year_and_a_month(folder: Path, text: str) -> None:
    """Anything else is refused, with what to write."""
    (folder / "version").write_text(text, encoding="utf-8")
    with pytest.raises(DocumentError, match=r"version, line 1: .*Write a year and a month, as 2026\.11"):
        gather(folder)


# --- Corrections --------------------------------------------------------------------------------------


def test_an_answer_says_that_it_rests_on_a_corrected_fact(folder: Path) -> None:
    """In `why` beside the fact and in a note, in `where` in a note, and nowhere else."""
    corrections(folder, "2026-11-22,holds_seats/reds/P-1/e-2018,7,6,A page was misread,gazette")
    graph = graph_of(folder)
    answer = why(graph, "reds", election="e-2018")
    note = "Corrected on 22 Nov 2026: Reds: seats in Northmark. Published before: 7; now: 6."
    for told in (answer.to_dict(), where(graph, "reds", "e-2018").to_dict()):
        assert dict(zip(told["note_codes"], told["notes"], strict=True))["corrected"] == note
    fact = next(item for item in answer.to_dict()["facts"] if item["predicate"] == "holds_seats")
    kept = {"date": "2026-11-22", "was": "7", "is": "6", "why": "A page was misread", "source": "gazette"}
    assert fact["corrections"] == [kept]
    assert "corrected on 22 Nov 2026, published before: 7 (A page was misread)" in " ".join(why_text(answer).split())
    for other in (why(graph, "blues", election="e-2018"), where(graph, "blues", "e-2018")):
        assert "corrected" not in other.to_dict()["note_codes"]


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("2026-11-22,holds_seats/reds/P-9,7,6,Misread,gazette", "is corrected here, and there is none"),
        ("2026-11-22,holds_seats/reds/P-1/e-2018,7,,Misread,gazette", "is said to be gone, and is there"),
        ("2026-11-22,holds_seats/reds/P-1/e-2018,7,6,Misread,moon", "no source 'moon'"),
    ],
)
def test_a_correction_fits_the_facts(folder: Path, row: str, words: str) -> None:
    """What was corrected is there as it is said to be now, and its source is known."""
    corrections(folder, row)
    with pytest.raises(CheckError, match=rf"corrections\.csv:2: .*{words}.*\[corrections\]"):
        settle(gather(folder)[0])


def test_a_correction_changes_something(folder: Path) -> None:
    """A row of which the two sides are the same is refused with its line."""
    corrections(folder, "2026-11-22,holds_seats/reds/P-1/e-2018,6,6,Misread,gazette")
    with pytest.raises(DocumentError, match=r"corrections\.csv, line 2: it was '6' and is the same"):
        gather(folder)


# --- How sources were read ----------------------------------------------------------------------------


@pytest.mark.parametrize(("read", "said"), [("opening", True), ("summary", True), ("whole", False), ("", False)])
def test_why_says_what_rests_on_an_opening_alone(folder: Path, read: str, said: bool) -> None:
    """Beside the fact and in a note, where nothing that carries it was read any further; and where a copy is kept."""
    copy = "https://archive.example/results"
    rows = ["id,title,kind,published,archived,read", f"gazette,Results,official,2022-05-10,{copy},{read}", ""]
    (folder / "sources.csv").write_text("\n".join(rows), encoding="utf-8")
    answer = why(graph_of(folder), "reds", election="e-2018")
    text = " ".join(why_text(answer).split())
    assert (f"only {'the opening' if read == 'opening' else 'a summary'} of its source was read" in text) is said
    assert ("not_whole" in answer.to_dict()["note_codes"]) is said
    assert f"Archived copy: {copy}" in text
    assert answer.facts[0].to_dict().get("read") == (read if said else None)
