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
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pandas
import pytest

import majlis
from majlis.cli import COMMANDS, main
from majlis.exports.objects import to_pandas
from majlis.wording.forms import isolate

DATA = Path(__file__).parents[1] / "data"
Run = Callable[..., subprocess.CompletedProcess[str]]
Ask = Callable[..., Any]

STATUSES = {"seats", "shared", "none", "unknown", "did_not_stand", "no_vote"}


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """One cache for this file, with the shipped graph in it."""
    folder = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder))
        for name in ("MAJLIS_GRAPH", "MAJLIS_DATA", "NO_COLOR", "FORCE_COLOR", "PYTHONUNBUFFERED"):
            patch.delenv(name, raising=False)
        with majlis.open():
            pass
        yield folder


@pytest.fixture
def run(cache: Path, tmp_path: Path) -> Run:
    """Runs `majlis` in a process of its own, in the test's folder."""

    def call(*arguments: str | Path, **env: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            _command(*arguments),
            cwd=tmp_path,
            env={**os.environ, **env},
            capture_output=True,
            encoding="utf-8",
            errors="surrogateescape",
            timeout=120,
            check=False,
        )

    return call


@pytest.fixture
def here(cache: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs `majlis` in this process, for tests of many small calls."""

    def call(*arguments: str) -> subprocess.CompletedProcess[str]:
        with pytest.raises(SystemExit) as ended:
            main(arguments, prog_name="majlis")
        written = capsys.readouterr()
        assert isinstance(ended.value.code, int)
        return subprocess.CompletedProcess(arguments, ended.value.code, written.out, written.err)

    return call


@pytest.fixture
def ask(run: Run) -> Ask:
    """The JSON answer of a question that must succeed."""

    def call(*arguments: str) -> Any:
        answer = run(*arguments, "--format", "json")
        assert (answer.returncode, answer.stderr) == (0, "")
        return json.loads(answer.stdout)

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


def _command(*arguments: str | Path) -> list[str | Path]:
    return [sys.executable, "-m", "majlis", *arguments]


def _shape(value: object) -> object:
    """The types of a JSON value, by key."""
    if isinstance(value, dict):
        return {key: _shape(item) for key, item in value.items()}
    return type(value).__name__


def _has(value: object, /, **types: type | tuple[type, ...]) -> dict[str, Any]:
    """Assert that a JSON object has these fields with these types; gives it."""
    assert isinstance(value, dict)
    for name, kind in types.items():
        assert name in value
        kinds = kind if isinstance(kind, tuple) else (kind,)
        assert type(value[name]) in kinds, f"{name} is {value[name]!r}"
    return value


NULL = type(None)

# Help and usage ---------------------------------------------------------------------------------------


def test_the_promised_commands() -> None:
    """The commands of the first release are all there."""
    assert {"where", "who", "why", "names", "read", "build", "check", "completion"} <= set(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help(run: Run, command: str, option: str) -> None:
    """Every command has help with a sentence and an example, on stdout, with exit 0."""
    found = run(command, option)
    assert (found.returncode, found.stderr) == (0, "")
    usage, _, rest = found.stdout.partition("\n\n")
    assert usage.startswith(f"Usage: majlis {command} [OPTIONS]")
    assert rest.strip()[0].isupper()
    assert f"majlis {command}" in rest.split("Example")[1]


def test_the_group_helps(run: Run) -> None:
    """`majlis` alone and `majlis --help` list every command, and `--version` says the version."""
    for arguments, code in (([], 2), (["--help"], 0)):
        found = run(*arguments)
        assert found.returncode == code
        for command in COMMANDS:
            assert f"\n  {command} " in found.stdout + found.stderr
    version = run("--version")
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
        ["build", "--only"],
        ["build", "--to", "http://localhost"],
        ["build", "--title", "of what"],
        ["read"],
        ["completion", "tcsh"],
    ],
    ids=" ".join,
)
def test_wrong_usage(here: Run, arguments: list[str]) -> None:
    """Wrong usage ends with exit 2, one message on stderr and nothing on stdout."""
    failed = here(*arguments)
    assert (failed.returncode, failed.stdout) == (2, "")
    assert failed.stderr
    assert "Traceback" not in failed.stderr


def test_an_unknown_election_names_the_known_ones(run: Run) -> None:
    """An election that is not known is answered with those that are."""
    assert "Known: iq-2023-governorates" in run("where", "Maliki", "--election", "xx").stderr


# The JSON contract ------------------------------------------------------------------------------------


def _check_where(answer: object) -> dict[str, Any]:
    """Assert the contract of `where`; gives the answer."""
    found = _has(
        answer,
        asked=str,
        subject=dict,
        election=dict,
        data_version=str,
        status=str,
        totals=dict,
        total=(int, NULL),
        minimum=bool,
        lists=list,
        no_vote=list,
        provinces=list,
        sources=list,
        notes=list,
    )
    _has(found["subject"], id=str, kind=str, name=str, matched=str)
    assert found["election"] == {
        "id": "iq-2023-governorates",
        "name": "Iraqi governorate council elections, 2023",
        "date": "2023-12-18",
    }
    assert list(found["totals"]) == ["own", "led", "shared", "member"]
    _has(found["totals"], **dict.fromkeys(found["totals"], (int, NULL)))
    assert found["status"] in STATUSES
    for item in found["lists"]:
        _has(item, id=str, name=str, relation=str, total=int, most=int)
    assert found["no_vote"] == [
        {"id": "IQ-DA", "name": "Duhok"},
        {"id": "IQ-AR", "name": "Erbil"},
        {"id": "IQ-SU", "name": "Sulaymaniyah"},
    ]
    assert len(found["provinces"]) == 15
    assert found["provinces"] == sorted(found["provinces"], key=lambda place: (-(place["seats"] or 0), place["name"]))
    known = {source["id"] for source in found["sources"]}
    for place in found["provinces"]:
        _has(
            place,
            id=str,
            name=str,
            status=str,
            seats=(int, NULL),
            most=(int, NULL),
            council_size=int,
            accounted=int,
            standing=(str, NULL),
            disputed=bool,
            lists=list,
            statements=list,
            sources=list,
        )
        assert place["status"] in STATUSES
        assert (place["seats"] is not None) == (place["status"] == "seats")
        assert set(place["sources"]) <= known
        for held in place["lists"]:
            _has(
                held,
                id=str,
                relation=str,
                seats=int,
                most=int,
                rank=(int, NULL),
                tied_with=list,
                reserved_for=(str, NULL),
            )
    for source in found["sources"]:
        _has(
            source,
            id=str,
            title=str,
            publisher=(str, NULL),
            published=(str, NULL),
            url=(str, NULL),
            kind=str,
        )
    return found


def _by_status(answer: dict[str, Any]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for place in answer["provinces"]:
        found.setdefault(place["status"], []).append(place["name"])
    return found


def test_where_maliki(ask: Ask) -> None:
    """Maliki, in JSON: 35 seats on a list he leads, its seats by province, and what is shared and none."""
    answer = _check_where(ask("where", "Maliki"))
    assert answer["asked"] == "Maliki"
    assert answer["subject"] == {
        "id": "nouri-al-maliki",
        "kind": "figure",
        "name": "Nouri al-Maliki",
        "matched": "alias",
    }
    assert (answer["status"], answer["total"], answer["minimum"]) == ("seats", 35, False)
    assert answer["totals"] == {"own": None, "led": 35, "shared": 4, "member": None}
    assert [(item["id"], item["relation"], item["total"]) for item in answer["lists"]] == [
        ("state-of-law", "led", 35),
        ("national-diyala", "shared", 4),
    ]
    assert {place["name"]: place["seats"] for place in answer["provinces"] if place["seats"]} == {
        "Baghdad": 9,
        "Dhi Qar": 4,
        "Babil": 3,
        "Basra": 3,
        "Maysan": 3,
        "Muthanna": 3,
        "Najaf": 3,
        "Qadisiyah": 3,
        "Karbala": 2,
        "Wasit": 2,
    }
    baghdad = answer["provinces"][0]
    assert (baghdad["id"], baghdad["council_size"], baghdad["accounted"]) == ("IQ-BG", 52, 52)
    assert (baghdad["standing"], baghdad["disputed"]) == ("final", False)
    assert baghdad["sources"] == ["shafaq-final-2023", "shafaq-2023-12-29-voa"]
    (held,) = baghdad["lists"]
    assert (held["id"], held["relation"], held["seats"], held["rank"]) == ("state-of-law", "led", 9, 1)
    assert (held["tied_with"], held["reserved_for"]) == (["nabni"], None)
    statuses = _by_status(answer)
    assert (statuses["shared"], statuses["none"]) == (["Diyala"], ["Anbar", "Kirkuk", "Nineveh", "Saladin"])
    assert set(statuses) == {"seats", "shared", "none"}


def test_where_puk(ask: Ask) -> None:
    """The PUK, in JSON: 1 seat of its own and 7 on lists it leads, two figures that are not added."""
    answer = _check_where(ask("where", "PUK"))
    assert (answer["subject"]["id"], answer["subject"]["kind"]) == ("puk", "party")
    assert (answer["status"], answer["total"]) == ("seats", 1)
    assert answer["totals"] == {"own": 1, "led": 7, "shared": None, "member": None}
    assert {item["id"]: item["total"] for item in answer["lists"]} == {
        "puk": 1,
        "kirkuk-our-strength": 5,
        "union-people-nineveh": 2,
    }
    assert {place["name"]: place["seats"] for place in answer["provinces"] if place["seats"]} == {
        "Kirkuk": 5,
        "Nineveh": 2,
        "Diyala": 1,
    }


def test_where_taqaddum(ask: Ask) -> None:
    """Taqaddum, in JSON: 21 seats in 5 provinces, none in Karbala, a part of the Leadership Alliance's 2 in Kirkuk."""
    answer = _check_where(ask("where", "Taqaddum"))
    assert (answer["status"], answer["total"], answer["totals"]["own"]) == ("seats", 21, 21)
    assert {place["name"]: place["seats"] for place in answer["provinces"] if place["seats"]} == {
        "Baghdad": 8,
        "Anbar": 6,
        "Diyala": 3,
        "Nineveh": 2,
        "Saladin": 2,
    }
    statuses = _by_status(answer)
    assert "Karbala" in statuses["none"]
    assert (statuses["shared"], answer["totals"]["shared"]) == (["Kirkuk"], 2)


def test_where_sadr(ask: Ask) -> None:
    """Al-Sadr, in JSON: did not stand anywhere, and no number."""
    answer = _check_where(ask("where", "Sadr"))
    assert (answer["status"], answer["total"], answer["lists"]) == ("did_not_stand", None, [])
    assert set(_by_status(answer)) == {"did_not_stand"}


def _check_who(answer: object) -> dict[str, Any]:
    found = _has(
        answer,
        asked=str,
        province=dict,
        election=dict,
        status=str,
        accounted=int,
        majority=(int, NULL),
        lists=list,
        sources=list,
        notes=list,
    )
    _has(found["province"], id=str, name=str, council_size=(int, NULL))
    for item in found["lists"]:
        _has(
            item,
            id=str,
            name=str,
            kind=str,
            seats=int,
            most=int,
            share=float,
            rank=(int, NULL),
            tied_with=list,
            reserved_for=(str, NULL),
            standing=str,
            statements=list,
        )
        assert item["statements"]
        assert item["share"] == item["seats"] / found["province"]["council_size"]
    return found


def test_who_kirkuk(ask: Ask) -> None:
    """Kirkuk, in JSON: 16 of 16 seats on seven lists."""
    answer = _check_who(ask("who", "Kirkuk"))
    assert (answer["province"]["id"], answer["province"]["council_size"]) == ("IQ-KI", 16)
    assert (answer["status"], answer["accounted"], answer["majority"]) == ("voted", 16, 9)
    assert [(item["id"], item["seats"], item["rank"]) for item in answer["lists"]] == [
        ("kirkuk-our-strength", 5, 1),
        ("arab-alliance-kirkuk", 3, 2),
        ("kdp", 2, 3),
        ("leadership-alliance-kirkuk", 2, 3),
        ("united-iraqi-turkmen-front", 2, 3),
        ("babylon-movement", 1, 6),
        ("uruba", 1, 6),
    ]
    assert answer["lists"][2]["tied_with"] == ["leadership-alliance-kirkuk", "united-iraqi-turkmen-front"]
    assert answer["lists"][5]["reserved_for"] == "Christians"
    assert (answer["lists"][0]["share"], answer["lists"][0]["kind"]) == (0.3125, "alliance")
    assert not any("not accounted for" in note for note in answer["notes"])


def test_who_babil(ask: Ask) -> None:
    """Babil, in JSON: 18 of 18 seats, Nabni first, State of Law and State Forces joint second."""
    answer = _check_who(ask("who", "Babil"))
    assert (answer["accounted"], answer["majority"], answer["province"]["council_size"]) == (18, 10, 18)
    assert [(item["id"], item["seats"], item["rank"]) for item in answer["lists"][:3]] == [
        ("nabni", 4, 1),
        ("national-state-forces", 3, 2),
        ("state-of-law", 3, 2),
    ]


def test_who_erbil(ask: Ask) -> None:
    """Erbil, in JSON: no vote, no lists, and the sources that say so."""
    answer = _check_who(ask("who", "Erbil"))
    assert (answer["status"], answer["accounted"], answer["majority"], answer["lists"]) == ("no_vote", 0, None, [])
    assert answer["sources"]


def test_why_maliki_babil(ask: Ask) -> None:
    """Why Maliki in Babil, in JSON: 3 seats by the final list, and one press report that says 2nd and 3rd."""
    answer = _has(ask("why", "maliki", "babil"), asked=str, province=dict, facts=list, notes=list)
    assert (answer["asked"], answer["province"]) == ("maliki", {"id": "IQ-BB", "name": "Babil"})
    for fact in answer["facts"]:
        _has(
            fact,
            predicate=str,
            object=(str, NULL),
            values=list,
            standing=(str, NULL),
            disputed=bool,
            reason=str,
            statements=list,
        )
        assert "value" in fact
        for claim in fact["statements"]:
            _has(claim, id=str, subject_text=str, standing=str, locator=str, quote=(str, NULL), won=bool, source=dict)
            _has(claim["source"], id=str, title=str, kind=str)
    seats, rank = answer["facts"][:2]
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
        (["where", "Zzyzx"], "unknown", 3),
        (["where", "Determination"], "ambiguous", 2),
        (["who", "Zzyzx"], "unknown", 3),
        (["why", "Zzyzx"], "unknown", 3),
        (["why", "Nabni", "Zzyzx"], "unknown", 3),
    ],
)
def test_what_cannot_be_answered(here: Run, arguments: list[str], error: str, candidates: int) -> None:
    """What the data cannot answer is exit 1, with the candidates and a hint in JSON, in words on stderr else."""
    failed = here(*arguments, "--format", "json")
    assert (failed.returncode, failed.stderr) == (1, "")
    answer = _has(json.loads(failed.stdout), asked=str, error=str, candidates=list, hint=str)
    assert (answer["asked"], answer["error"], len(answer["candidates"])) == (arguments[-1], error, candidates)
    for item in answer["candidates"]:
        _has(item, id=str, kind=str, name=str)
    for shape in ("table", "csv"):
        words = here(*arguments, "--format", shape)
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
def test_the_other_question_is_answered_and_said(here: Run, asked: list[str], answers: list[str], said: str) -> None:
    """A reader gets the answer of the question meant, told first; who reads it by a program gets the error."""
    assert here(*asked).stdout == said + here(*answers).stdout
    assert (here(*asked).returncode, here(*asked).stderr) == (0, "")
    for option in (["--format", "json"], ["--format", "csv"], ["--cite"]):
        assert here(*asked, *option).returncode == 1


def test_a_name_and_a_province_are_answered_with_one_cell(here: Run) -> None:
    """The cell in words with its sources and the way to all of them, whatever its status."""
    answer = here("where", "Maliki", "Baghdad").stdout
    assert answer.startswith("Nouri al-Maliki in Baghdad, 18 Dec 2023: 9 of 52 seats, 17.3%. [1] Baghdad, item")
    assert "\nWho says so: majlis why Maliki Baghdad\n[1] Final results, relayed by Shafaq News" in answer
    disputed = here("where", "malki", "Babil").stdout
    assert disputed.startswith('Reading "malki" as Nouri al-Maliki.\nNouri al-Maliki in Babil, 18 Dec 2023: 3 of 18')
    assert "item 2 !\n! sources differ here: majlis why malki Babil\n" in disputed
    assert "Diyala, 18 Dec 2023: on a joint list, its part not reported:" in here("where", "Maliki", "Diyala").stdout
    assert "Kirkuk, 18 Dec 2023: none of 16 on its own list." in here("where", "Maliki", "Kirkuk").stdout
    assert "Babil, 18 Dec 2023: did not stand." in here("who", "Babil", "Sadr").stdout
    assert "held no vote" in here("where", "Maliki", "Erbil").stdout
    assert here("where", "Maliki", "Halabja").stdout.startswith("Halabja was no province on 18 Dec 2023.\n")


# Reading documents ------------------------------------------------------------------------------------


def test_read_json(ask: Ask, report: Path) -> None:
    """`read` gives a document's statements with places and quotes, the names not known and the lines not read."""
    answer = _has(
        ask("read", "report.txt"),
        document=str,
        shape=str,
        source=dict,
        statements=list,
        unresolved=list,
        unreadable=list,
    )
    assert (answer["document"], answer["shape"]) == ("report.txt", "seat_list")
    assert answer["source"] == {
        "id": "the-gazette-2023-12-20-early-count",
        "title": "Early count",
        "publisher": "The Gazette",
        "published": "2023-12-20",
        "url": None,
        "kind": "press",
    }
    for claim in answer["statements"]:
        _has(
            claim,
            id=str,
            subject=(str, NULL),
            subject_text=str,
            predicate=str,
            object=(str, NULL),
            object_text=(str, NULL),
            value=(int, NULL),
            election=str,
            standing=str,
            locator=str,
            quote=(str, NULL),
        )
    first = answer["statements"][0]
    assert (first["subject"], first["object"], first["value"]) == ("arab-alliance-kirkuk", "IQ-KI", 3)
    assert (first["locator"], first["quote"]) == ("Kirkuk, item 1 (line 8)", "- Arab Alliance: 3 seats")
    assert [claim["subject"] for claim in answer["statements"]] == ["arab-alliance-kirkuk", None, None, None]
    for item in answer["unresolved"]:
        _has(item, text=str, kind=str, locator=str, reason=str)
    assert [item["text"] for item in answer["unresolved"]][:2] == ["تحالف لا أحد", "+Cell Bloc"]
    (line,) = answer["unreadable"]
    _has(line, text=str, locator=str, reason=str)
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
    assert "4 statements, 3 names not known, 1 lines not read" in text
    assert "Not read: - Azm Alliance: many seats (Kirkuk, " in text


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
    assert run("check").stdout.startswith("16 rules hold: ")
    answer = json.loads(run("check", "-f", "json").stdout)
    assert (len(answer["rules"]), answer["problems"]) == (16, [])
    report.write_text("Erbil\n- Nabni: 1 seat\n", encoding="utf-8")
    for shape in ("table", "json", "csv"):
        broken = run("check", "report.txt", "-f", shape)
        assert broken.returncode == 3
        assert "no-vote-no-result" in broken.stdout
    (row,) = csv.DictReader(io.StringIO(broken.stdout))
    assert (Path(row["file"]).name, row["line"], row["rule"]) == ("report.txt", "2", "no-vote-no-result")


def test_build_says_what_it_built(run: Run, tmp_path: Path) -> None:
    """`build` gives its numbers as a sentence, as JSON and as CSV."""
    to = ["--to", "a, b.kgl"]
    assert "285 seats in 15 councils" in run("build", *to).stdout
    answer = json.loads(run("build", *to, "-f", "json").stdout)
    assert (answer["seats"], answer["councils"], answer["graph"]) == (285, 15, "a, b.kgl")
    (row,) = csv.DictReader(io.StringIO(run("build", *to, "-f", "csv").stdout))
    assert (row["seats"], row["graph"]) == ("285", "a, b.kgl")


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


def test_stdout_has_the_answer_alone(run: Run) -> None:
    """Answers go to stdout and nothing to stderr; two runs are byte-equal, in every format."""
    for command in (["where", "Maliki"], ["who", "Kirkuk"], ["why", "maliki", "babil"], ["names"]):
        for shape in ("table", "json", "csv"):
            one, two = (run(*command, "--format", shape, PYTHONHASHSEED=seed) for seed in ("1", "2"))
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
            process = subprocess.Popen(_command(*arguments), stdout=terminal_end, stderr=terminal_end)
            os.close(terminal_end)
            shown = b""
            try:
                while part := screen.read(4096):
                    shown += part
            except OSError:  # the other end is closed
                pass
            process.wait()
        assert b"Red" in shown
        assert b"\x1b" not in shown
        assert "\u202e".encode() not in shown


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
    assert council.startswith("Kirkuk, 18 Dec 2023: 16 of 16 seats are accounted for")
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
def test_hostile_names(here: Run, name: str) -> None:
    """A name of spaces, quotes, Cypher, HTML, escape codes or great length is refused cleanly with exit 1."""
    for command in ("where", "who", "why"):
        failed = here(command, "--", name)
        assert (failed.returncode, failed.stdout) == (1, "")
        assert "Traceback" not in failed.stderr
        assert _controls(failed.stderr) == set()
        assert failed.stderr.startswith("majlis: ")
        refused = json.loads(here(command, "--format", "json", "--", name).stdout)
        assert refused["error"] == "unknown"


@pytest.mark.parametrize(
    "env",
    [{"LC_ALL": "C"}, {"PYTHONIOENCODING": "ascii"}, {"PYTHONIOENCODING": "latin-1"}],
    ids=["C", "ascii", "latin-1"],
)
def test_locales_without_letters(run: Run, report: Path, env: dict[str, str]) -> None:
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
        answer = run(*command, **env)
        assert (answer.returncode, answer.stderr) == (0, ""), command
    for command in (["where", "المالكي"], ["read", "report.txt"]):
        answer = json.loads(run(*command, "-f", "json", **env).stdout)
        assert answer == json.loads(run(*command, "-f", "json").stdout)


@pytest.mark.parametrize(
    "arguments",
    [["where", "Maliki"], ["where", "Maliki", "-f", "csv"], ["names", "-f", "json"], ["read", "long.txt"]],
    ids=" ".join,
)
def test_a_closed_pipe(cache: Path, tmp_path: Path, arguments: list[str]) -> None:
    """A reader that goes away (`| head -1`) ends the answer without a word on stderr."""
    (tmp_path / "long.txt").write_text("Kirkuk\n" + "- Nabni: 1 seat\n" * 20_000, encoding="utf-8")
    process = subprocess.Popen(_command(*arguments), cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout
    assert process.stderr
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    process.wait()


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


def test_completion_asks_the_graph_in_use(run: Run, tmp_path: Path) -> None:
    """Completion asks the graph of MAJLIS_GRAPH, and offers nothing where that cannot be opened."""
    env = {"_MAJLIS_COMPLETE": "bash_complete", "COMP_WORDS": "majlis where Nou", "COMP_CWORD": "2"}
    missing = run(**env, MAJLIS_GRAPH=str(tmp_path / "missing.kgl"))
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
        answer = opened.where("Maliki")
        assert (answer.total, answer.status, answer.subject.candidate.id) == (35, "seats", "nouri-al-maliki")
        assert opened.who("Kirkuk").accounted == 16
        assert opened.why("Maliki", "Babil").facts[1].values == (2, 3)
        assert opened.names("Babylon").found
        for found in (answer, opened.who("Kirkuk"), opened.why("Nabni"), opened.names()):
            assert dataclasses.is_dataclass(found)
            with pytest.raises(dataclasses.FrozenInstanceError):
                found.asked = "x"  # type: ignore[misc]
        assert opened.notes == ()
    printed = subprocess.run(
        _command("where", "Maliki", "--format", "json"), capture_output=True, check=True, encoding="utf-8"
    )
    assert json.loads(printed.stdout) == answer.to_dict()


def test_every_answer_is_one_line_and_a_frame(cache: Path) -> None:
    """An answer says in a line what it is, and is a frame of its rows; what a Cypher text found makes one as it is."""
    text = "MATCH (n:Bloc) WHERE n.id = $id RETURN n.id AS id, n.name AS name"
    with majlis.open() as opened:
        answers: list[tuple[str, Any, str, str]] = [
            (
                "Where Nouri al-Maliki: seats, 35 of 285 (2023-12-18)",
                opened.where("Maliki"),
                "provinces",
                "council_size",
            ),
            ("Who Baghdad: voted, 52 of 52, 14 lists (2023-12-18)", opened.who("Baghdad"), "lists", "share"),
            ("Why Nouri al-Maliki: ", opened.why("Maliki", "Babil"), "facts", "reason"),
            ("CouncilInfluence Baghdad: 14 lists", opened.influence("Baghdad"), "lists", "banzhaf"),
            ("HolderInfluence Nouri al-Maliki: 10 councils", opened.influence("Maliki"), "councils", "banzhaf"),
            ("AllCouncils 15 councils", opened.influence(), "councils", "majority"),
            ("Coverage Iraqi governorate council", opened.coverage(), "provinces", "accounted"),
            ("SourceCoverage Final results: ", opened.coverage("shafaq-final-2023"), "provinces", "lacks"),
            ("Names ", opened.names(), "names", "aliases"),
            ("Answer reach: 1 rows", opened.query("reach", figure="Maliki"), "rows", "population"),
            ("Free 1 rows", opened.cypher(text, {"id": "coordination-framework"}), "rows", "name"),
            ("Free 0 rows", opened.cypher(text, {"id": "nobody"}), "rows", "name"),
        ]
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


def test_a_frame_needs_pandas(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without pandas a sentence says what to install."""
    monkeypatch.setitem(sys.modules, "pandas", None)
    with majlis.open() as opened, pytest.raises(majlis.UsageError, match=r"pip install 'majlis-graph\[bulk\]'"):
        opened.where("Maliki").to_pandas()


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
        "open",
    ]
    assert all(hasattr(majlis, name) for name in majlis.__all__)
