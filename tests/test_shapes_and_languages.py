"""Shapes and languages of the loaders: each is a file and a row, and nothing else."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.command import command_line, program

ROOT = Path(__file__).parents[1]

LANGUAGE = '''
"""Estmarkian."""

from __future__ import annotations

from graph.model import Standing

from .language import Language

ESTMARKIAN = Language(
    name="Estmarkian",
    units=("stol", "stolar"),
    numbers={"ett": 1, "tva": 2},
    totals=("summa",),
    council=("radet",),
    reserved=("kvot",),
    beside_reserved=("for",),
    standings={Standing.FINAL: "slutligt resultat"},
    unsettled=("inte",),
    authorities=("valmyndigheten",),
)
'''
LIST = """Slutligt resultat fran valmyndigheten

Corvale (radet)
- Harbour List: tva stolar
- Union of Towns – 3 stolar
- Olafur Bjork (kvot for fiskare): ett stol
Summa: 6 stolar
"""
SHAPE = '''
"""Lines of a place, a list and a number with slashes between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.model import LISTS, PROVINCES, Item, Place, Standing
from graph.names import Resolver

from ..assembler import Assembler
from ..documents import Document


def looks_like(lines: Iterable[str], resolver: Resolver) -> bool:
    """Whether every line has two slashes."""
    return all(line.count("/") == 2 for line in lines if line)


def read(document: Document, assembler: Assembler) -> Iterator[Item]:
    """The seats of each line."""
    for number, line in document.lines():
        place, name, seats = line.split("/")
        yield from assembler.claim(
            "holds_seats",
            assembler.mention(name, LISTS),
            assembler.mention(place, PROVINCES),
            int(seats),
            locator=assembler.locator("list", Place(document.shown, number)),
            place=Place(document.shown, number),
            quote=line,
            standing=Standing.REPORTED,
            election=document.election.id,
        )
'''

Read = Callable[[str], dict[str, Any]]


@pytest.fixture
def add(tmp_path: Path) -> Callable[[str, str, str, str, str], Read]:
    """Copies the packages, adds a file to a room and a row to its table, and reads documents with that."""

    def adding(room: str, file: str, text: str, row: str, before: str) -> Read:
        for package in ("graph", "loaders", "queries", "majlis"):
            shutil.copytree(ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__"))
        (tmp_path / "loaders" / room / file).write_text(text.lstrip(), encoding="utf-8")
        table = tmp_path / "loaders" / room / "__init__.py"
        kept = table.read_text(encoding="utf-8")
        name = row.partition("import ")[2].partition("\n")[0]
        assert kept.count(before) == 1
        lines = kept.replace(before, row.partition("\n")[2] + before)
        if name:
            lines = lines.replace("\nfrom .", f"\nfrom .{file[:-3]} import {name}\nfrom .", 1)
        table.write_text(lines, encoding="utf-8")

        def reading(document: str) -> dict[str, Any]:
            path = tmp_path / "report.txt"
            path.write_text(document, encoding="utf-8")
            command = command_line("read", path, "--format", "json")
            environment = {"PYTHONPATH": str(tmp_path), "MAJLIS_DATA": str(ROOT / "tests" / "elsewhere")}
            answer: dict[str, Any] = json.loads(program(*command, cwd=tmp_path, **environment).stdout)
            return answer

        return reading

    return adding


def told(answer: dict[str, Any]) -> list[tuple[object, ...]]:
    """Who, where and how many."""
    return [(c["subject"] or c["subject_text"], c["object"], c["value"]) for c in answer["statements"]]


def test_a_language_is_a_file_and_a_row(add: Callable[..., Read]) -> None:
    """With the words of an invented language its seat lists are read: units, numbers, totals, quotas, standing."""
    read = add("languages", "estmarkian.py", LANGUAGE, "import ESTMARKIAN\nESTMARKIAN, ", "ENGLISH, ARABIC")
    answer = read(LIST)
    assert (answer["shape"], answer["source"]["kind"]) == ("seat_list", "relay")
    assert told(answer) == [
        ("harbour-list", "EM-CO", 2),
        ("union-of-towns", "EM-CO", 3),
        ("olafur-bjork", "EM-CO", 1),
        ("EM-CO", None, 6),
    ]
    assert {c["standing"] for c in answer["statements"]} == {"final"}
    assert [c["reserved_for"] for c in answer["statements"]] == [None, None, "fiskare", None]
    assert (answer["unresolved"], answer["unreadable"]) == ([], [])
    assert told(read("Corvale\n- Harbour List: 5 seats\n")) == [("harbour-list", "EM-CO", 5)]


def test_a_shape_is_a_file_and_a_row(add: Callable[..., Read]) -> None:
    """An invented shape is told from its lines and read; names nobody registered come as its gaps, made for it."""
    row = '\nShape("slashes"), '
    read = add("shapes", "slashes.py", SHAPE, row, 'Shape("seat_list"')
    answer = read("Corvale/Harbour List/3\nCorvale/Newcomers/1\n")
    assert answer["shape"] == "slashes"
    assert told(answer) == [("harbour-list", "EM-CO", 3), ("Newcomers", "EM-CO", 1)]
    assert [(gap["text"], gap["kind"], gap["locator"]) for gap in answer["unresolved"]] == [
        ("Newcomers", "list", "list (line 2)")
    ]
    assert read("Corvale\n- Harbour List: 5 seats\n")["shape"] == "seat_list"
