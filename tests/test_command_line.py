"""The command line and the Python API: answers, their JSON contract, errors with their exit codes, and plain text."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
import os
import pty
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pandas
import pytest

import majlis
from graph.build import accounted
from graph.decide import Decided
from majlis.cli import COMMANDS
from majlis.exports.objects import to_pandas
from majlis.register import QUESTIONS
from majlis.terminal.text import json_text
from majlis.wording.forms import isolate

from .answers import ANSWERS, SHAPES, assert_fits, assert_says
from .command import LONGEST, Run, command_line, run_apart, run_here, started

DATA = Path(__file__).parents[1] / "data"
Ask = Callable[..., Any]
STATUSES = {"seats", "shared", "none", "unknown", "did_not_stand", "no_vote"}


@pytest.fixture
def run(cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs `majlis` in the test's folder."""
    monkeypatch.chdir(tmp_path)
    return run_here


@pytest.fixture
def apart(run: Run) -> Run:
    """Runs `majlis` in a process of its own, for tests of what surrounds one."""
    return run_apart


@pytest.fixture
def ask(run: Run) -> Ask:
    """The JSON answer of a question that must succeed, which has the fields of golden/shapes.json."""

    def call(*arguments: str) -> Any:
        answer = run(*arguments, "--format", "json")
        assert (answer.returncode, answer.stderr) == (0, "")
        found = json.loads(answer.stdout)
        assert_fits(found, SHAPES.get(arguments[0], {}))
        return found

    return call


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A seat list with a name that nobody knows, a line that cannot be read, and cells that would be formulas."""
    path = tmp_path / "report.txt"
    path.write_text(
        "---\ntitle: Early count\npublisher: The Gazette\npublished: 2023-12-20\n---\n\n"
        "Kirkuk\n- Arab Alliance: 3 seats\n- تحالف لا أحد: 1 seat\n- +Cell Bloc: 2 seats\n"
        "- \x1b[31mRed\u202e: 1 seat\n- Azm Alliance: many seats\n",
        encoding="utf-8",
    )
    return path


# Help and usage ---------------------------------------------------------------------------------------


def test_the_promised_commands() -> None:
    """The commands of the first release are all there."""
    assert {"where", "who", "why", "names", "read", "build", "check", "completion"} <= {*QUESTIONS, *COMMANDS}


@pytest.mark.parametrize("command", [*QUESTIONS, *COMMANDS])
@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help(run: Run, command: str, option: str) -> None:
    """Every command has help with a sentence and an example, on stdout, with exit 0."""
    found = run(command, option)
    assert (found.returncode, found.stderr) == (0, "")
    usage, _, rest = found.stdout.partition("\n\n")
    assert usage.startswith(f"Usage: majlis {command} [OPTIONS]")
    assert rest.strip()[0].isupper()
    assert f"majlis {command}" in rest.split("Example")[1]


def test_the_group_helps(apart: Run) -> None:
    """`majlis` alone and `majlis --help` list every command, and `--version` says the version."""
    for arguments, code in (([], 2), (["--help"], 0)):
        found = apart(*arguments)
        assert found.returncode == code
        for command in [*QUESTIONS, *COMMANDS]:
            assert f"\n  {command} " in found.stdout + found.stderr
    version = apart("--version")
    assert (version.returncode, version.stdout) == (0, f"majlis {majlis.__version__}\n")


@pytest.mark.parametrize(
    "arguments",
    [
        ["nothing"],
        ["where"],
        ["where", "Maliki", "--no-such-option"],
        ["where", "Maliki", "--format", "xml"],
        ["where", "Maliki", "--election", "xx-2099"],
        ["where", "Maliki", "--graph", "http://localhost"],
        ["who"],
        ["why"],
        ["path", "Maliki"],
        ["build", "--only"],
        ["build", "--to", "http://localhost"],
        ["build", "--title", "of what"],
        ["read"],
        ["completion", "tcsh"],
    ],
    ids=" ".join,
)
def test_wrong_usage(run: Run, arguments: list[str]) -> None:
    """Wrong usage ends with exit 2, one message on stderr and nothing on stdout."""
    failed = run(*arguments)
    assert (failed.returncode, failed.stdout) == (2, "")
    assert failed.stderr
    assert "Traceback" not in failed.stderr


@pytest.mark.parametrize("columns", ["seats=Won", "seats=9", "seats=2,seats=3", "list=Party,party=1"])
@pytest.mark.parametrize("shape", ["table", "json", "csv"])
def test_a_column_that_no_table_has_is_wrong_usage(run: Run, tmp_path: Path, columns: str, shape: str) -> None:
    """A header that is not there, or a role given twice, is told with what is there, and nothing is read."""
    table = tmp_path / "t.csv"
    table.write_text("Party,Seats,Before\nReds,9,8\n", encoding="utf-8")
    failed = run("read", str(table), "--columns", columns, "--format", shape)
    assert (failed.returncode, failed.stdout) == (2, "")
    assert "twice" in failed.stderr or "Party, Seats, Before" in failed.stderr.replace("\n", " ")
    assert run("read", str(table), "--columns", "seats=Before", "--format", shape).returncode == 0


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["where", "Maliki", "--data"], 3),
        (["where", "Maliki", "--with"], 3),
        (["where", "Maliki", "--graph"], 4),
        (["diff", "x" * 5000], 2),
        (["show", "--site"], 4),
        (["init"], 4),
        (["read"], 3),
    ],
    ids=lambda given: str(given)[:30],
)
def test_a_name_that_no_file_can_have(run: Run, arguments: list[str], code: int) -> None:
    """A path longer than a system takes is an error in words, wherever it is given."""
    failed = run(*arguments, "x" * 5000)
    assert (failed.returncode, failed.stdout) == (code, "")
    assert "x: " in failed.stderr


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(["where", "Maliki", "--with"], 3), (["check"], 3), (["read"], 3), (["add", "report.txt", "--into"], 4)],
    ids=lambda given: str(given)[:30],
)
def test_a_link_that_leads_to_itself(run: Run, tmp_path: Path, arguments: list[str], code: int) -> None:
    """A path whose links lead in a circle is an error in words."""
    (tmp_path / "circle").symlink_to(tmp_path / "circle")
    failed = run(*arguments, tmp_path / "circle")
    assert (failed.returncode, "circle" in failed.stderr) == (code, True), failed.stderr


def test_a_question_without_a_day_finds_the_other_one(run: Run) -> None:
    """Who asks about a place with the name of a list is answered about the list, where no day can be given too."""
    assert "so this answers: majlis" in run("margins", "Maliki").stdout


def test_an_unknown_election_names_the_known_ones(run: Run) -> None:
    """An election that is not known is answered with those that are."""
    assert "iq-2023-governorates (Councils, 2023-12-18)" in run("where", "Maliki", "--election", "xx").stderr


def test_an_election_is_named_by_its_year_where_it_is_the_only_one(run: Run) -> None:
    """2025 is one election; 2018 had two, and the answer names both."""
    by_year, by_id = (run("where", "Maliki", "--election", id) for id in ("2025", "iq-2025-representatives"))
    assert by_year.stdout == by_id.stdout
    several = run("where", "Maliki", "--election", "2018")
    assert (several.returncode, several.stderr) == (
        2,
        "majlis: 2018 has 2 elections. Name one: "
        "iq-krg-2018-parliament (Kurdistan Parliament, 2018-09-30), "
        "iq-2018-representatives (Council of Representatives, 2018-05-12).\n",
    )


# The JSON contract ------------------------------------------------------------------------------------


@pytest.mark.parametrize("golden", ANSWERS, ids=lambda golden: golden["says"])
def test_json_answers(ask: Ask, golden: dict[str, Any]) -> None:
    """Each answer has its promised fields and says what golden/answers.json says."""
    assert_says(ask(*golden["asked"]), golden["answer"])


@pytest.mark.parametrize("name", ["Maliki", "PUK", "Taqaddum", "Sadr"])
def test_where_agrees_with_itself(ask: Ask, name: str) -> None:
    """Provinces come by seats and name, have a number where their status is `seats`, and name sources that are told."""
    answer = ask("where", name)
    known = {source["id"] for source in answer["sources"]}
    places = answer["provinces"]
    assert {answer["status"], *(place["status"] for place in places)} <= STATUSES
    assert places == sorted(places, key=lambda place: (-(place["seats"] or 0), place["name"]))
    for place in places:
        assert (place["seats"] is not None) == (place["status"] == "seats")
        assert set(place["sources"]) <= known


@pytest.mark.parametrize("province", ["Kirkuk", "Babil", "Erbil"])
def test_who_agrees_with_itself(ask: Ask, province: str) -> None:
    """Each list of a council has statements and its share of it; who says so is told."""
    answer = ask("who", province)
    assert answer["sources"]
    assert not any("not accounted for" in note for note in answer["notes"])
    for item in answer["lists"]:
        assert item["statements"]
        assert item["share"] == item["seats"] / answer["province"]["council_size"]


def test_why_maliki_babil(ask: Ask) -> None:
    """Why Maliki in Babil, in JSON: 3 seats by the final list, and one press report that says 2nd and 3rd."""
    answer = ask("why", "maliki", "babil")
    assert (answer["asked"], answer["province"]) == ("maliki", {"id": "IQ-BB", "name": "Babil"})
    assert all("value" in fact for fact in answer["facts"])
    seats = answer["facts"][0]
    rank = next(fact for fact in answer["facts"] if fact["predicate"] == "ranked")
    assert (seats["predicate"], seats["object"], seats["value"], seats["standing"]) == (
        "holds_seats",
        "IQ-BB",
        3,
        "final",
    )
    assert (rank["predicate"], rank["value"], rank["values"], rank["disputed"]) == ("ranked", None, [2, 3], True)
    assert rank["reason"] == "one source says both 2 and 3"
    assert {claim["source"]["id"] for claim in rank["statements"]} == {"the-national-2023-12-19"}
    assert ask("why", "Nabni")["province"] is None


def test_why_takes_names_of_several_words(ask: Ask) -> None:
    """`why` finds where the name ends and the province begins, with quotes or without."""
    expected = ask("why", "State of Law", "babil")["facts"]
    assert ask("why", "state", "of", "law", "babil")["facts"] == expected
    assert ask("why", "Nouri", "al-Maliki")["province"] is None
    assert ask("why", "Nouri", "al-Maliki", "Dhi", "Qar")["province"]["name"] == "Dhi Qar"
    assert ask("why", "malki", "babil")["province"]["name"] == "Babil"
    assert ask("why", "babil", "malki")["province"]["name"] == "Babil"


def test_names(ask: Ask, run: Run) -> None:
    """`names` lists all names, or how a text would be read in each scope; nothing like it is exit 1."""
    everything = ask("names")
    assert {"id": "kdp", "kind": "party"}.items() <= next(
        row for row in everything["names"] if row["id"] == "kdp"
    ).items()
    answer = ask("names", "Babylon")
    read = {reading["scope"]: [item["id"] for item in reading["candidates"]] for reading in answer["readings"]}
    assert list(read.values()) == [["babylon-movement"], ["IQ-BB"], []]
    unknown = run("names", "Zzyzx", "-f", "json")
    assert unknown.returncode == 1
    assert all(reading["candidates"] == [] for reading in json.loads(unknown.stdout)["readings"])


@pytest.mark.parametrize(
    ("arguments", "error", "candidates"),
    [
        (["where", "Zzyzx"], "unknown", 0),
        (["where", "Determination"], "ambiguous", 2),
        (["where", "Resolve Alliance"], "ambiguous", 2),
        (["who", "Zzyzx"], "unknown", 0),
        (["why", "Zzyzx"], "unknown", 0),
        (["why", "Nabni", "Zzyzx"], "unknown", 0),
    ],
)
def test_what_cannot_be_answered(run: Run, arguments: list[str], error: str, candidates: int) -> None:
    """What the data cannot answer is exit 1, with the candidates and a hint in JSON, in words on stderr else."""
    failed = run(*arguments, "--format", "json")
    assert (failed.returncode, failed.stderr) == (1, "")
    answer = json.loads(failed.stdout)
    assert_fits(answer, SHAPES["error"])
    assert (answer["asked"], answer["error"], len(answer["candidates"])) == (arguments[-1], error, candidates)
    for shape in ("table", "csv"):
        words = run(*arguments, "--format", shape)
        assert (words.returncode, words.stdout) == (1, "")
        assert all(item["name"] in words.stderr for item in answer["candidates"])


def test_ambiguous_names_their_readings(run: Run) -> None:
    """An ambiguous name is answered with the ids to ask with."""
    assert "(alliance, azm)" in run("where", "Determination").stderr


@pytest.mark.parametrize(
    ("asked", "answers", "said"),
    [
        (["where", "Babil"], ["who", "Babil"], "Babil is a province, so this answers: majlis who Babil\n"),
        (["where", "Kirkuk"], ["who", "Kirkuk"], "Kirkuk is a province, so this answers: majlis who Kirkuk\n"),
        (["who", "Maliki"], ["where", "Maliki"], "Maliki is no province, so this answers: majlis where Maliki\n"),
        (["who", "malki"], ["where", "malki"], "malki is no province, so this answers: majlis where malki\n"),
        (["who", "Baghdad", "Maliki"], ["where", "Maliki", "Baghdad"], ""),
    ],
)
def test_the_other_question_is_answered_and_said(run: Run, asked: list[str], answers: list[str], said: str) -> None:
    """A reader gets the answer of the question meant, told first; who reads it by a program gets the error."""
    assert run(*asked).stdout == said + run(*answers).stdout
    assert (run(*asked).returncode, run(*asked).stderr) == (0, "")
    for option in (["--format", "json"], ["--format", "csv"], ["--cite"]):
        assert run(*asked, *option).returncode == 1


def test_a_name_and_a_province_are_answered_with_one_cell(run: Run) -> None:
    """The cell in words with its sources and the way to all of them, whatever its status."""
    answer = run("where", "Maliki", "Baghdad").stdout
    assert answer.startswith("Nouri al-Maliki in Baghdad, 18 Dec 2023: 9 of 52 seats, 17.3%. [1] Baghdad, item")
    assert "\nWho says so: majlis why Maliki Baghdad\n" in answer
    assert "\n[1] Final results, relayed by Shafaq News" in answer
    disputed = run("where", "malki", "Babil").stdout
    assert disputed.startswith('Reading "malki" as Nouri al-Maliki.\nNouri al-Maliki in Babil, 18 Dec 2023: 3 of 18')
    assert "item 2\nWho says so: majlis why malki Babil\n" in disputed  # a disputed place marks no seat
    assert "Diyala, 18 Dec 2023: on a joint list, its part not reported:" in run("where", "Maliki", "Diyala").stdout
    assert "Kirkuk, 18 Dec 2023: none of 16 on its own list." in run("where", "Maliki", "Kirkuk").stdout
    assert "Babil, 18 Dec 2023: did not stand." in run("who", "Babil", "Sadr").stdout
    assert "held no vote" in run("where", "Maliki", "Erbil").stdout
    assert run("where", "Maliki", "Halabja").stdout.startswith("Halabja was no province on 18 Dec 2023.\n")


# Reading documents ------------------------------------------------------------------------------------


def test_read_json(ask: Ask, report: Path) -> None:
    """`read` gives a document's statements with places and quotes, the names not known and the lines not read."""
    answer = ask("read", "report.txt")
    assert (answer["document"], answer["shape"]) == ("report.txt", "seat_list")
    assert answer["source"] == {
        "id": "the-gazette-2023-12-20-early-count",
        "title": "Early count",
        "publisher": "The Gazette",
        "published": "2023-12-20",
        "url": None,
        "kind": "press",
    }
    first = answer["statements"][0]
    assert (first["subject"], first["object"], first["value"]) == ("arab-alliance-kirkuk", "IQ-KI", 3)
    assert (first["locator"], first["quote"]) == ("Kirkuk, item 1 (line 8)", "- Arab Alliance: 3 seats")
    assert [claim["subject"] for claim in answer["statements"]] == ["arab-alliance-kirkuk", None, None, None]
    assert [item["text"] for item in answer["unresolved"]][:2] == ["تحالف لا أحد", "+Cell Bloc"]
    (line,) = answer["unreadable"]
    assert "Azm Alliance: many seats" in line["text"]


def test_read_csv_and_text(run: Run, report: Path) -> None:
    """`read` as CSV and as text tells the same statements and gaps."""
    rows = list(csv.DictReader(io.StringIO(run("read", "report.txt", "-f", "csv").stdout)))
    kinds = [row["item"] for row in rows]
    assert {kind: kinds.count(kind) for kind in kinds} == {"statement": 4, "unresolved": 3, "unreadable": 1}
    assert (rows[0]["subject"], rows[0]["value"], rows[0]["locator"]) == (
        "arab-alliance-kirkuk",
        "3",
        "Kirkuk, item 1 (line 8)",
    )
    text = run("read", "report.txt").stdout
    assert "Arab Alliance [arab-alliance-kirkuk] holds_seats Kirkuk [IQ-KI] 3 (reported)" in text
    assert "4 statements, 3 names not known, 1 line not read" in text
    assert "Not read: - Azm Alliance: many seats (Kirkuk, " in text


TABLE = """---
title: Seats of two councils
publisher: The Gazette
published: 2023-12-20
kind: press
---
| Council | Nabni | State of Law |
|---|---|---|
| Najaf | 3 | 3 |
| Karbala | 2 | 2 |
"""


def test_read_says_what_the_document_is_of(run: Run, tmp_path: Path) -> None:
    """The head names the election, and that it is only inferred; a table has the lines of the file."""
    (tmp_path / "table.md").write_text(TABLE, encoding="utf-8")
    text = run("read", "table.md").stdout.splitlines()
    assert text[:5] == [
        "table.md, read as text and tables: Seats of two councils, The Gazette, 20 Dec",
        "  2023 (press)",
        "Election: Iraqi governorate council elections, 2023 (iq-2023-governorates), not",
        "  named in the document; --election names another",
        "A table, line 7 to line 10:",
    ]
    assert text[5] == "  column 1 Council: place (by its header)"
    assert text[8].startswith("line 9: Nabni [nabni] holds_seats Najaf")
    (table,) = json.loads(run("read", "table.md", "-f", "json").stdout)["tables"]
    assert table["lines"] == [7, 10]
    stated = run("read", "table.md", "--election", "iq-2023-governorates").stdout
    assert "Election: Iraqi governorate council elections, 2023 (iq-2023-governorates)\n" in stated


def test_a_document_of_another_country_is_asked_for_its_election(run: Run, tmp_path: Path) -> None:
    """Its date alone says nothing of one that names nobody known: nothing is kept, and what to do is said."""
    elsewhere = TABLE.replace("Najaf", "Volta").replace("Karbala", "Oti")
    elsewhere = elsewhere.replace("Nabni", "NDC").replace("State of Law", "NPP")
    (tmp_path / "table.md").write_text(elsewhere, encoding="utf-8")
    assert "Election: not known; name it with --election\n" in run("read", "table.md").stdout
    failed = run("add", "table.md", "--into", "mine")
    assert (failed.returncode, failed.stdout) == (2, "")
    assert "table.md: which election is this of? Say --election ID" in failed.stderr
    assert "a row in entities.csv of your own folder" in failed.stderr


def test_read_changes_nothing(run: Run, cache: Path, report: Path) -> None:
    """`read` writes no file."""
    before = sorted(path.name for path in (cache / "majlis").iterdir())
    run("read", "report.txt")
    assert sorted(path.name for path in (cache / "majlis").iterdir()) == before


@pytest.mark.parametrize("name", ["missing.txt", "."])
def test_read_what_cannot_be_read(run: Run, name: str) -> None:
    """A document that is not there, or is a folder, is exit 3 with its name and no answer."""
    failed = run("read", name)
    assert (failed.returncode, failed.stdout) == (3, "")
    assert failed.stderr.startswith(f"majlis: {name}: cannot be opened: ")


def test_check(run: Run, report: Path) -> None:
    """`check` says how many rules hold; in JSON it names the rules and the problems; a broken one is exit 3."""
    assert run("check").stdout.startswith("18 rules hold: ")
    answer = json.loads(run("check", "-f", "json").stdout)
    assert (len(answer["rules"]), answer["problems"]) == (18, [])
    report.write_text("Erbil\n- Nabni: 1 seat\n", encoding="utf-8")
    for shape in ("table", "json", "csv"):
        broken = run("check", "report.txt", "-f", shape)
        assert broken.returncode == 3
        assert "no-vote-no-result" in broken.stdout
    (row,) = csv.DictReader(io.StringIO(broken.stdout))
    assert (Path(row["file"]).name, row["line"], row["rule"]) == ("report.txt", "2", "no-vote-no-result")


def test_check_notes_what_a_better_source_overrules(run: Run, report: Path) -> None:
    """A number that is more than the council has, and decides nothing, breaks no rule and is told with its line."""
    report.write_text("Kirkuk\n- Nabni: 400 seats\n", encoding="utf-8")
    noted = run("check", "report.txt")
    assert (noted.returncode, "report.txt:2: Nabni is said to hold 400 seats in Kirkuk" in noted.stderr) == (0, True)
    (note,) = json.loads(run("check", "report.txt", "-f", "json").stdout)["overruled"]
    assert (note["rule"], note["line"]) == ("council-size", 2)


def test_build_says_what_it_built(run: Run, tmp_path: Path, decided: Decided) -> None:
    """`build` gives its numbers as a sentence, as JSON and as CSV: seats and councils of all elections."""
    held = [fact for fact in decided.facts if fact.predicate == "holds_seats" and fact.object and fact.counts]
    seats, councils = accounted(held), len({(fact.object, fact.election) for fact in held if fact.minimum})
    to = ["--to", "a, b.kgl"]
    assert f"{seats} seats in {councils} councils" in run("build", *to).stdout
    answer = json.loads(run("build", *to, "-f", "json").stdout)
    assert (answer["seats"], answer["councils"], answer["graph"]) == (seats, councils, "a, b.kgl")
    (row,) = csv.DictReader(io.StringIO(run("build", *to, "-f", "csv").stdout))
    assert (row["seats"], row["graph"]) == (str(seats), "a, b.kgl")


# CSV --------------------------------------------------------------------------------------------------


def _rows(run: Run, *arguments: str) -> list[dict[str, str]]:
    answer = run(*arguments, "--format", "csv")
    assert (answer.returncode, answer.stderr) == (0, "")
    return list(csv.DictReader(io.StringIO(answer.stdout), strict=True))


def test_csv_of_where_is_the_json(run: Run, ask: Ask) -> None:
    """The CSV of `where` has the provinces, statuses and numbers of the JSON, and the provinces without a vote."""
    answer = ask("where", "Maliki")
    rows = _rows(run, "where", "Maliki")
    columns = ("id", "name", "status", "seats", "most", "council_size", "accounted", "standing", "disputed")
    expected = [
        ["" if place[name] is None else json.dumps(place[name]).strip('"') for name in columns]
        for place in answer["provinces"]
    ]
    found = [[row["province"], *(row[name] for name in columns[1:])] for row in rows]
    assert found[: len(expected)] == expected
    assert [row["province"] for row in rows[len(expected) :]] == [place["id"] for place in answer["no_vote"]]
    assert rows[0]["lists"] == "state-of-law led 9"


def test_csv_of_who_and_why_is_the_json(run: Run, ask: Ask) -> None:
    """The CSV of `who` and `why` has a row for each list and each statement of the JSON."""
    lists = ask("who", "Kirkuk")["lists"]
    assert [
        (row["list"], int(row["seats"]), int(row["most"]), float(row["share"])) for row in _rows(run, "who", "Kirkuk")
    ] == [(item["id"], item["seats"], item["most"], item["share"]) for item in lists]
    facts = ask("why", "maliki", "babil")["facts"]
    assert [(row["statement"], row["won"]) for row in _rows(run, "why", "maliki", "babil")] == [
        (claim["id"], str(claim["won"]).lower()) for fact in facts for claim in fact["statements"]
    ]
    assert {row["id"] for row in _rows(run, "names", "Babylon")} == {"babylon-movement", "IQ-BB"}


def test_formulas_are_quoted(run: Run, report: Path) -> None:
    """A cell that a spreadsheet would take for a formula begins with a quotation mark."""
    texts = {row["subject_text"] for row in _rows(run, "read", "report.txt")}
    assert "'+Cell Bloc" in texts
    quotes = io.StringIO()
    from majlis.spreadsheet import write_rows

    write_rows(["a"], [["=1"], ["+1"], ["-1"], ["@x"], ["\tx"], [-1], [None], [True], ["a=1"]], quotes)
    cells = [row[0] if row else "" for row in csv.reader(io.StringIO(quotes.getvalue()))]
    assert cells == ["a", "'=1", "'+1", "'-1", "'@x", "'\tx", "-1", "", "true", "a=1"]


# Text -------------------------------------------------------------------------------------------------


def test_stdout_has_the_answer_alone(run: Run, apart: Run) -> None:
    """Answers go to stdout and nothing to stderr; two runs are byte-equal, in every format."""
    for command in (["where", "Maliki"], ["who", "Kirkuk"], ["why", "maliki", "babil"], ["names"]):
        for shape in ("table", "json", "csv"):
            one, two = run(*command, "--format", shape), apart(*command, "--format", shape, PYTHONHASHSEED="1")
            assert one.stdout == two.stdout != ""
            assert (one.returncode, one.stderr, two.stderr) == (0, "", "")


def _controls(text: str) -> set[str]:
    return {char for char in text if unicodedata.category(char) == "Cc"} - {"\n"}


def test_plain_text(run: Run, report: Path) -> None:
    """Pipes get no escape codes, with NO_COLOR or without, even where a document holds some."""
    for command in (["where", "Maliki"], ["who", "Kirkuk"], ["why", "Nabni"], ["names"], ["read", "report.txt"]):
        for env in ({}, {"NO_COLOR": "1"}, {"FORCE_COLOR": "1", "TERM": "xterm-256color"}):
            answer = run(*command, **env)
            assert _controls(answer.stdout) == set(), command
            assert "\u202e" not in answer.stdout
    assert run("where", "Maliki", NO_COLOR="1").stdout == run("where", "Maliki").stdout


def test_a_terminal_gets_no_steering_from_a_document(cache: Path, tmp_path: Path, report: Path) -> None:
    """On a terminal, too, the escape codes of a document are not passed on, on stdout or on stderr."""
    for arguments in (["read", report], ["build", report, "--to", tmp_path / "x.kgl"]):
        controller, terminal_end = pty.openpty()
        with os.fdopen(controller, "rb", buffering=0) as screen:
            shown = b""
            with started(*command_line(*arguments), stdout=terminal_end, stderr=terminal_end):
                os.close(terminal_end)
                with suppress(OSError):  # the other end is closed
                    while part := screen.read(4096):
                        shown += part
        assert b"Red" in shown
        assert b"\x1b" not in shown
        assert "\u202e".encode() not in shown


def test_json_turns_no_terminal_round() -> None:
    """What steers a terminal or turns the direction of all that follows is escaped in JSON, and lost to nobody."""
    text = "a\x1b[2J\x9b\x7f\u202eb\u202d\u202ac"
    written = json_text({"x": text}, io.TextIOWrapper(io.BytesIO(), encoding="utf-8"))
    assert json.loads(written) == {"x": text}
    assert written.isascii()
    assert written.isprintable()


def test_the_name_of_a_graph_steers_no_terminal(run: Run, tmp_path: Path) -> None:
    """A build says where it wrote, and no code in that name is passed on."""
    (tmp_path / "a.txt").write_text("Najaf\n- Nabni: 3 seats\n", encoding="utf-8")
    options = ["--election", "iq-2023-governorates", "--only", "--to", tmp_path / "a\x01b.kgl"]
    done = run("build", tmp_path / "a.txt", *options)
    assert (done.returncode, _controls(done.stdout)) == (0, set())
    assert (tmp_path / "a\x01b.kgl").exists()


def test_isolates_cannot_be_broken_out_of() -> None:
    """A right-to-left name is isolated once, whatever marks of direction it brings."""
    assert isolate("بغداد") == "\u2068بغداد\u2069"
    assert isolate("بغ\u2069داد") == "\u2068بغداد\u2069"
    assert isolate(isolate("بغداد")) == isolate("بغداد")
    assert isolate("Kirkūk") == "Kirkūk"


def test_cite(run: Run, ask: Ask) -> None:
    """`--cite` is one sentence with its source and the data version."""
    version = ask("where", "Maliki")["data_version"]
    said = run("where", "Maliki", "--cite").stdout
    assert said.startswith(
        "Nouri al-Maliki leads the State of Law Coalition, which won 35 of 285 seats on its own list, "
        "in 10 of 15 councils (18 Dec 2023). Source: Final results, relayed by Shafaq News, 28 Dec 2023 <https://"
    )
    assert said.endswith(f". Majlis, data version {version}.\n")
    assert said.count("\n") == 1
    council = run("who", "Kirkuk", "--cite").stdout
    assert council.startswith("The council of Kirkuk, 18 Dec 2023: 16 of 16 seats are accounted for")
    assert council.endswith(f"Majlis, data version {version}.\n")


def test_a_guess_is_said(run: Run, ask: Ask) -> None:
    """A misspelt name with one clear candidate is answered, and the first line says how it was read."""
    answer = run("where", "malki")
    assert answer.stdout.startswith('Reading "malki" as Nouri al-Maliki')
    assert ask("where", "malki")["subject"]["matched"] == "fuzzy"
    assert not run("where", "maliki").stdout.startswith("Reading")


def test_arabic_questions(run: Run, ask: Ask) -> None:
    """Questions in Arabic are answered; a long name needs no quotes."""
    assert ask("where", "المالكي")["total"] == 35
    assert ask("who", "بغداد")["accounted"] == 52
    assert ask("where", "نوري", "المالكي")["provinces"] == ask("where", "Maliki")["provinces"]


@pytest.mark.parametrize(
    "name",
    [
        "   ",
        "",
        "'; DROP TABLE x; --",
        '"quoted"',
        "}) MATCH (n) DETACH DELETE n //",
        "<script>alert(1)</script>",
        "$name",
        "x" * 100_000,
        "م" * 10_000,
        "\x1b[31mred",
        "\udcff\udcfe",
        "-- x",
        "a\nb",
        "%s%n",
        "\U0001f5f3",
    ],
    ids=range(15),
)
def test_hostile_names(run: Run, name: str) -> None:
    """A name of spaces, quotes, Cypher, HTML, escape codes or great length is refused cleanly with exit 1."""
    for command in ("where", "who", "why"):
        failed = run(command, "--", name)
        assert (failed.returncode, failed.stdout) == (1, "")
        assert "Traceback" not in failed.stderr
        assert _controls(failed.stderr) == set()
        assert failed.stderr.startswith("majlis: ")
        refused = json.loads(run(command, "--format", "json", "--", name).stdout)
        assert refused["error"] == "unknown"


@pytest.mark.parametrize(
    "env",
    [{"LC_ALL": "C"}, {"PYTHONIOENCODING": "ascii"}, {"PYTHONIOENCODING": "latin-1"}],
    ids=["C", "ascii", "latin-1"],
)
def test_locales_without_letters(run: Run, apart: Run, report: Path, env: dict[str, str]) -> None:
    """A locale that has no Arabic letters does not stop an answer, and JSON keeps every letter."""
    for command in (
        ["where", "Maliki"],
        ["where", "المالكي"],
        ["why", "Nabni"],
        ["names", "Babylon"],
        ["read", "report.txt"],
        ["--help"],
        ["where", "--help"],
    ):
        answer = apart(*command, **env)
        assert (answer.returncode, answer.stderr) == (0, ""), command
    for command in (["where", "المالكي"], ["read", "report.txt"]):
        answer = json.loads(apart(*command, "-f", "json", **env).stdout)
        assert answer == json.loads(run(*command, "-f", "json").stdout)


@pytest.mark.parametrize(
    "arguments",
    [["where", "Maliki"], ["where", "Maliki", "-f", "csv"], ["names", "-f", "json"], ["read", "long.txt"]],
    ids=" ".join,
)
def test_a_closed_pipe(cache: Path, tmp_path: Path, arguments: list[str]) -> None:
    """A reader that goes away (`| head -1`) ends the answer without a word on stderr."""
    (tmp_path / "long.txt").write_text("Kirkuk\n" + "- Nabni: 1 seat\n" * 20_000, encoding="utf-8")
    with started(*command_line(*arguments), cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.close()
        assert process.communicate(timeout=LONGEST)[1] == b""


# Completion and environment ---------------------------------------------------------------------------


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts(run: Run, shell: str) -> None:
    """`completion SHELL` prints a script that asks majlis."""
    script = run("completion", shell)
    assert script.returncode == 0
    assert f"_MAJLIS_COMPLETE={shell}_complete" in script.stdout


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["where", "Nou"], "Nouri al-Maliki"),
        (["where", "nouri", "al"], "al-Maliki"),
        (["where", "nab"], "nabni"),  # "Nabni (We Build) Alliance" is no plain word for a shell
        (["who", "Dh"], "Dhi Qar"),
        (["why", "Maliki", "Bab"], "Babil"),
        (["wh"], "where"),
    ],
)
def test_completion_offers_names(run: Run, words: list[str], offered: str) -> None:
    """Completion offers the names that go on as typed, as words that a shell takes as they are."""
    found = run(_MAJLIS_COMPLETE="bash_complete", COMP_WORDS=" ".join(["majlis", *words]), COMP_CWORD=str(len(words)))
    assert f"plain,{offered}" in found.stdout.split("\n")
    assert found.stderr == ""


def test_completion_asks_the_graph_in_use(apart: Run, tmp_path: Path) -> None:
    """Completion asks the graph of MAJLIS_GRAPH, and offers nothing where that cannot be opened."""
    env = {"_MAJLIS_COMPLETE": "bash_complete", "COMP_WORDS": "majlis where Nou", "COMP_CWORD": "2"}
    missing = apart(**env, MAJLIS_GRAPH=str(tmp_path / "missing.kgl"))
    assert (missing.stdout.strip(), missing.stderr) == ("", "")


def test_environment(run: Run, report: Path) -> None:
    """MAJLIS_GRAPH and MAJLIS_DATA stand for --graph and --data; the option wins."""
    report.write_text("Kirkuk\n- Nabni: 1 seat\n", encoding="utf-8")
    assert run("build", "--only", "report.txt", "--to", "only.kgl").returncode == 0
    own = run("where", "Nabni", "-f", "json", MAJLIS_GRAPH="only.kgl")
    assert json.loads(own.stdout)["total"] == 1
    assert run("build", "--to", "all.kgl").returncode == 0
    both = run("where", "Nabni", "-f", "json", "--graph", "all.kgl", MAJLIS_GRAPH="only.kgl")
    assert json.loads(both.stdout)["total"] == 43
    assert run("where", "Nabni", MAJLIS_DATA="nowhere").returncode == 3


# Python -----------------------------------------------------------------------------------------------


def test_python_api(cache: Path, tmp_path: Path) -> None:
    """`majlis.open()` answers with frozen dataclasses whose `to_dict` is what the command line prints."""
    with majlis.open() as opened:
        answer = opened.where("Maliki", election="latest")
        assert (answer.total, answer.status, answer.subject.candidate.id) == (35, "seats", "nouri-al-maliki")
        assert opened.who("Kirkuk", election="latest").accounted == 16
        assert (2, 3) in [fact.values for fact in opened.why("Maliki", "Babil", election="latest").facts]
        assert opened.names("Babylon").found
        for found in (
            answer,
            opened.who("Kirkuk", election="latest"),
            opened.why("Nabni", election="latest"),
            opened.names(),
        ):
            assert dataclasses.is_dataclass(found)
            with pytest.raises(dataclasses.FrozenInstanceError):
                found.asked = "x"  # type: ignore[misc]
        assert opened.notes == ()
    printed = run_apart("where", "Maliki", "--format", "json")
    assert json.loads(printed.stdout) == answer.to_dict()


def test_every_answer_is_one_line_and_a_frame(cache: Path) -> None:
    """An answer says in a line what it is, and is a frame of its rows; what a Cypher text found makes one as it is."""
    text = "MATCH (n:Bloc) WHERE n.id = $id RETURN n.id AS id, n.name AS name"
    with majlis.open() as opened:
        answers: list[tuple[str, Any, str, str]] = [
            (
                "Where Nouri al-Maliki: seats, 35 of 285 (2023-12-18)",
                opened.where("Maliki", election="latest"),
                "provinces",
                "council_size",
            ),
            (
                "Who Baghdad: voted, 52 of 52, 14 lists (2023-12-18)",
                opened.who("Baghdad", election="latest"),
                "lists",
                "share",
            ),
            ("Why Nouri al-Maliki: ", opened.why("Maliki", "Babil", election="latest"), "facts", "reason"),
            ("CouncilInfluence Baghdad: 14 lists", opened.influence("Baghdad", election="latest"), "lists", "banzhaf"),
            (
                "HolderInfluence Nouri al-Maliki: 10 councils",
                opened.influence("Maliki", election="latest"),
                "councils",
                "banzhaf",
            ),
            ("AllCouncils 15 councils", opened.influence(election="latest"), "councils", "majority"),
            ("Coverage Iraqi governorate council", opened.coverage(election="latest"), "provinces", "accounted"),
            (
                "SourceCoverage Final results: ",
                opened.coverage("shafaq-final-2023", election="latest"),
                "provinces",
                "lacks",
            ),
            ("Names ", opened.names(), "names", "aliases"),
            ("Answer reach: 1 rows", opened.query("reach", figure="Maliki"), "rows", "population"),
            ("Free 1 rows", opened.cypher(text, {"id": "coordination-framework"}), "rows", "name"),
        ]
        with pytest.warns(UserWarning, match='no id is "nobody"'):
            answers.append(("Free 0 rows", opened.cypher(text, {"id": "nobody"}), "rows", "name"))
        for line, answer, rows, column in answers:
            assert repr(answer).startswith(f"<{line}")
            assert "\n" not in repr(answer)
            frame = answer.to_pandas()
            assert len(frame) == len(answer.to_dict()[rows])
            assert column in frame.columns
            assert to_pandas(answer).equals(frame)
        reach, found = answers[-3][1], answers[-2][1]
        assert pandas.DataFrame(found).to_dict("records") == [
            {"id": "coordination-framework", "name": "Coordination Framework"}
        ]
        assert [row["figure"] for row in reach] == ["nouri-al-maliki"]


def test_python_says_what_a_script_would_miss(cache: Path) -> None:
    """A label that the graph cannot have is warned of, a year may be a number, and a path is a frame of its steps."""
    with majlis.open() as opened:
        with pytest.warns(UserWarning, match='no label "Lists"'):
            assert len(opened.cypher("MATCH (n:Lists) RETURN n.name AS name")) == 0
        assert opened.where("Maliki", election=2023).total == 35  # type: ignore[call-overload] - a notebook's reader writes it so
        steps = opened.path("Maliki", "Hakim", ways=2).to_pandas()
        assert list(steps["way"]) == [1, 1, 1, 1, 2, 2, 2, 2]
        assert {"from", "to", "ties"} <= set(steps.columns)
        schema = opened.schema()
        assert "Figure" in list(schema.to_pandas()["label"])
        assert repr(schema).startswith("<Schema ")


def test_a_frame_needs_pandas(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without pandas a sentence says what to install."""
    monkeypatch.setitem(sys.modules, "pandas", None)
    with majlis.open() as opened, pytest.raises(majlis.UsageError, match=r"pip install 'majlis-graph\[bulk\]'"):
        opened.where("Maliki", election="latest").to_pandas()


def test_python_errors(cache: Path) -> None:
    """The errors of the API are of one family and tell the question apart from the call and the store."""
    with majlis.open() as opened:
        with pytest.raises(majlis.CannotAnswerError) as unknown:
            opened.where("Zzyzx")
        assert unknown.value.answer["error"] == "unknown"
        with pytest.raises(majlis.CannotAnswerError) as province:
            opened.where("Baghdad")
        assert (province.value.answer["error"], len(province.value.answer["candidates"])) == ("province", 1)
        with pytest.raises(majlis.UsageError, match="no election 'xx' is known"):
            opened.where("Maliki", election="xx")
    with pytest.raises(majlis.StoreError, match="there is no graph here"):
        majlis.open("/nowhere.kgl")
    with pytest.raises(majlis.DocumentError, match="no data folder"):
        majlis.open(data="/nowhere")
    for error in (majlis.CannotAnswerError, majlis.UsageError, majlis.StoreError, majlis.DocumentError):
        assert issubclass(error, majlis.MajlisError)


def test_the_public_names() -> None:
    """What `majlis` exports."""
    assert sorted(majlis.__all__) == [
        "CannotAnswerError",
        "CheckError",
        "DocumentError",
        "Majlis",
        "MajlisError",
        "StoreError",
        "UsageError",
        "diff",
        "open",
    ]
    assert all(hasattr(majlis, name) for name in majlis.__all__)
