"""No text makes a loader slow: each of its patterns, and each shape, takes time in proportion to what it reads."""

from __future__ import annotations

import ast
import importlib
import itertools
import pkgutil
import re
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path
from re import _constants as code
from re import _parser as parser
from typing import Any

import pytest

import loaders
from graph.errors import DocumentError
from graph.model import Knowledge, Registry
from graph.names import Resolver
from loaders.reading import cues
from loaders.reading.checks import Agreement
from loaders.reading.found import Claim, Mechanism, Span
from loaders.reading.line import Line
from loaders.reading.lists.entries import entries_of
from loaders.reading.lists.setting import Setting, with_unit
from loaders.reading.prose import context
from loaders.reading.reader import read_lines
from loaders.reading.scope import Scope
from loaders.reading.words import Role

pytestmark = pytest.mark.usefixtures("memory_set_aside")
MODULES = [importlib.import_module(found.name) for found in pkgutil.walk_packages(loaders.__path__, "loaders.")]
METHODS = {"fullmatch", "match", "search", "sub", "split", "finditer", "findall"}
RUNS = [
    *" \t.,-–|:;/5٥٬aAZéمـ()[]\"'“*_#=%\n\u200f\u00a0",
    *(
        "a ",
        "A ",
        "5 ",
        ", ",
        "- ",
        "– ",
        "a, ",
        "A, ",
        "1,111",
        "1.",
        "A's ",
        ".' ",
        "and ",
        "in ",
        "the ",
        "(a",
        " 5%",
    ),
]
LONG = 1500
QUICK = 0.003  # seconds; what takes less at that length does not grow with the square of it


def held(value: object, name: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    """The patterns in an object, each with the name it is called by."""
    if isinstance(value, re.Pattern):
        yield name, value
    elif isinstance(value, Mapping):
        yield from held(list(value.values()), name)
    elif isinstance(value, tuple | list | set | frozenset):
        for part in value:
            yield from held(part, name)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from held(getattr(value, field.name), field.name)


PATTERNS = {
    pattern.pattern: (f"{module.__name__}: {name}", name, pattern)
    for module in MODULES
    for key, value in vars(module).items()
    for name, pattern in held(value, key)
}


def uses() -> dict[str, set[str]]:
    """How the loaders use what has a name: the methods called on it, or on a variable that goes through its parts."""
    found: dict[str, set[str]] = defaultdict(set)
    for module in MODULES:
        tree = ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))
        tables: dict[str, set[str]] = defaultdict(set)
        for node in ast.walk(tree):
            if isinstance(node, ast.For | ast.comprehension):
                for target in _names(node.target):
                    tables[target] |= _names(node.iter)
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and node.attr in METHODS:
                called = _names(node.value)
                for name in called.union(*(tables[variable] for variable in called)):
                    found[name].add(node.attr)
    return found


def _names(tree: ast.AST) -> set[str]:
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    return names | {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}


USES = uses()


def example(parsed: Iterable[Any], before: str, beginnings: set[str]) -> str:
    """A text that a parsed pattern matches; its beginnings, each up to where something is repeated, are kept."""
    text = ""
    for kind, detail in parsed:
        if kind is code.LITERAL:
            text += chr(detail)
        elif kind in (code.ANY, code.NOT_LITERAL):
            text += "x"
        elif kind is code.IN:
            text += next((char for char in "x5 A-,:" if re.fullmatch(_one_of(detail), char)), "x")
        elif kind in (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT):
            least, most, inner = detail
            if most is code.MAXREPEAT:
                beginnings.add(before + text)
            text += example(inner, before + text, beginnings) * max(least, 1)
        elif kind is code.SUBPATTERN:
            text += example(detail[-1], before + text, beginnings)
        elif kind is code.ATOMIC_GROUP:
            text += example(detail, before + text, beginnings)
        elif kind is code.BRANCH:
            text += next(iter([example(branch, before + text, beginnings) for branch in detail[1]]))
        elif kind is code.ASSERT:
            example(detail[1], before + text, beginnings)
    return text


_CATEGORIES = {"DIGIT": r"\d", "SPACE": r"\s", "WORD": r"\w", "NOT_DIGIT": r"\D", "NOT_SPACE": r"\S", "NOT_WORD": r"\W"}


def _one_of(items: Iterable[Any]) -> str:
    """The source of a class of characters that was parsed."""
    text = ""
    for kind, detail in items:
        if kind is code.NEGATE:
            text += "^"
        elif kind is code.LITERAL:
            text += re.escape(chr(detail))
        elif kind is code.RANGE:
            text += f"{re.escape(chr(detail[0]))}-{re.escape(chr(detail[1]))}"
        else:
            text += _CATEGORIES[str(detail).removeprefix("CATEGORY_")]
    return f"[{text}]"


def seconds(run: Callable[..., object], *arguments: object) -> float:
    """The processor's time that it takes: the shortest of some runs, or the first that is quick."""
    best = float("inf")
    for _ in range(4):
        start = time.thread_time()
        run(*arguments)
        best = min(best, time.thread_time() - start)
        if best < QUICK:
            break
    return best


def grows(run: Callable[[int], object]) -> bool:
    """Whether time grows clearly faster than length; short texts come first, so that a power of two ends soon."""
    for length in (12, 18, 27, 40, 60, 90, LONG):
        if seconds(run, length) > QUICK:
            return all(seconds(run, length) > 8 * seconds(run, length // 4) for _ in range(3))
    return False


def slow(pattern: re.Pattern[str], methods: Iterable[str]) -> Iterator[tuple[str, str, str, str]]:
    """The texts that take a pattern too long: a method, a beginning, what is repeated behind it, and an end."""
    beginnings = {""}
    example(parser.parse(pattern.pattern, pattern.flags), "", beginnings)

    def run(method: str, text: str) -> object:
        arguments = ("", text) if method == "sub" else (text,)
        found = getattr(pattern, method)(*arguments)
        return list(found) if method == "finditer" else found

    for method, begin, end in itertools.product(methods, sorted(beginnings), ("", "\0")):
        for repeated in (*RUNS, *(f"{begin} " for begin in beginnings if begin)):
            if grows(lambda n, r=repeated: run(method, begin + r * max(n // len(r), n // 6) + end)):  # noqa: B023
                yield method, begin, repeated, end


@pytest.mark.parametrize("text", sorted(PATTERNS), ids=lambda text: PATTERNS[text][0])
def test_a_pattern_takes_time_in_proportion(text: str) -> None:
    """However long a run of one thing is, and wherever it stands, a pattern goes through it once."""
    _, name, pattern = PATTERNS[text]
    assert list(slow(pattern, USES[name] or {"fullmatch", "match", "search"})) == []


@pytest.mark.parametrize(
    ("text", "method"),
    [
        (r"(?:[.]|\.\.+)+$", "search"),
        (r"\s*\d{4}x", "search"),
        (r"(?P<name>\S.*?)\s*:\s*(\d+)\s*", "fullmatch"),
        (r"(?:a+)+b", "match"),
        (r"turnout.*?\d+%", "search"),
    ],
)
def test_a_pattern_that_goes_back_and_forth_is_found(text: str, method: str) -> None:
    """What grows with the square of a text, or with a power of two, does not pass for linear."""
    assert next(slow(re.compile(text), {method}), None)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table that has a pattern."""

    shape: re.Pattern[str]


def test_every_pattern_is_held() -> None:
    """The walk finds patterns by name, in tables and in the rows of tables, and knows how each is used."""
    names = {name for _, name, _ in PATTERNS.values()}
    assert {"RESULT", "_CUES"} <= names
    assert USES["RESULT"] == {"fullmatch"}
    assert USES["_CUES"] == {"search"}
    row = Row(re.compile("a"))
    assert list(held({"one": (row,)}, "TABLE")) == [("shape", row.shape)]


def test_no_pattern_is_hidden() -> None:
    """A pattern that stands in a call, and not by itself in a module, would be held by no test."""
    hidden = [
        f"{module.__name__}:{node.lineno}"
        for module in MODULES
        for node in ast.walk(ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in METHODS
        if isinstance(node.value, ast.Name) and node.value.id == "re"
    ]
    assert hidden == []


TEXTS = {
    "blanks": " " * 20,
    "capitals": "A ",
    "lists": "Nabni brought together " + "A b and " * 200 + ".\n\n",
    "commas": "Nabni came first in " + "Ab, " * 300 + ".\n\n",
    "turnouts": "In A the turnout was 5% in B, " * 50 + ".\n\n",
    "dashes": "A - b " * 300 + ".\n\n",
    "boycotts": "A and b " * 200 + "boycotted the vote.\n\n",
    "leaders": "- A" + ". " * 180 + "(3)\n",
    "bars": "B|" * 190 + " 3\n",
    "notes": "- " + "A, " * 120 + ": 3 seats\n",
    "digits": "1,111" * 70 + "\n",
}


@pytest.mark.parametrize("shape", ["seat_list", "prose"])
@pytest.mark.parametrize("text", TEXTS)
def test_a_document_takes_time_in_proportion(
    tmp_path: Path, knowledge: Knowledge, resolver: Resolver, shape: str, text: str
) -> None:
    """Four times as much of a hostile text takes about four times as long in every shape, and not sixteen."""
    path = tmp_path / "report.txt"

    def read(length: int) -> float:
        path.write_text("Najaf\n- Nabni: 3 seats\n" + TEXTS[text] * (length // len(TEXTS[text])), encoding="utf-8")
        reading = loaders.read(path, knowledge.registry, resolver, loaders.Options(shape=shape))
        start = time.thread_time()
        assert sum(1 for _ in reading.items()) < length
        return time.thread_time() - start

    assert any(read(16_000) < 8 * max(read(4_000), QUICK) for _ in range(4))


@pytest.mark.parametrize("length", [1_000, 16_000])
@pytest.mark.parametrize(
    "run",
    [
        *("A", "(a ", "1,111", "A, ", "A 5, ", "and of the ", " 5%", "| 1 ", "“a ", "(a 5) ", "A won 5 seats, "),
        *("in 5 seats ", "total of 5 seats ", "A of B, ", "A (5), ", "A 1-2 ", "حصل التحالف على 5 مقاعد و", "التحالف "),
    ],
)
def test_a_line_takes_time_in_proportion(tmp_path: Path, run: str, length: int) -> None:
    """However often one thing stands in a sentence or a line, the general reader goes on as fast as before."""
    path = tmp_path / "report.txt"
    nobody = Registry({}, (), {}, ())

    def read(times: int) -> float:
        path.write_text("The results of the vote\n\n" + run * times, encoding="utf-8")
        start = time.thread_time()
        assert list(loaders.read(path, nobody, Resolver(())).marked())
        return time.thread_time() - start

    times = length // len(run)
    # No two texts are the same: what is found out of one is kept.
    assert any(read(4 * times - attempt) < 8 * max(read(times - attempt), QUICK) for attempt in range(4))


def test_marks_around_a_name_take_time_in_proportion(tmp_path: Path) -> None:
    """However many brackets stand around a figure, each is looked at a few times and no more."""
    path = tmp_path / "report.txt"

    def read(times: int) -> float:
        path.write_text("The results of the vote\n\n" + "[" * times + "9 seats" + "]" * times, encoding="utf-8")
        return seconds(lambda: list(loaders.read(path, Registry({}, (), {}, ()), Resolver(())).marked()))

    assert any(read(32_000 - attempt) < 8 * max(read(8_000 - attempt), QUICK) for attempt in range(4))


def test_an_entry_takes_time_in_proportion_to_its_figures() -> None:
    """What a figure of an entry counts is told without looking at all its other figures."""

    def told(figures: int) -> float:
        (entry,) = entries_of("Reds " + "| 1 " * figures).entries
        assert len(entry.figures) == figures
        setting = Setting(Scope())
        return seconds(lambda: [with_unit(entry, figure, setting) for figure in entry.figures])

    assert any(told(4_000 - attempt) < 8 * max(told(1_000 - attempt), QUICK) for attempt in range(4))


def test_numbers_of_one_list_take_time_in_proportion() -> None:
    """However many numbers a document gives for one list, each is compared with the least of them and no other."""

    def told(numbers: int) -> float:
        claims = [Claim("votes", "Reds", None, number, Span(1, 0, 1), Mechanism.LIST) for number in range(numbers)]
        return seconds(lambda: Agreement().note(claims))

    assert any(told(8_000 - attempt) < 8 * max(told(2_000 - attempt), QUICK) for attempt in range(4))


def test_a_sentence_is_looked_at_once_for_a_council(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many results of no place a paragraph tells, no sentence of it is looked at twice for a council."""
    looked_at: list[str] = []

    def says_any(text: str, *wanted: Role) -> bool:
        looked_at.append(text)
        return cues.says_any(text, *wanted)

    monkeypatch.setattr(context, "says_any", says_any)
    told = [f"The Reds won {votes} votes, as their leader said in speech {votes}." for votes in range(1_101, 1_141)]
    read_lines([Line(at, text) for at, text in enumerate(["A report", *told], 1)], Resolver(()))
    assert set(looked_at) >= set(told)
    assert len(looked_at) == len(set(looked_at))


@pytest.mark.parametrize("line", [" " * 40_000 + "x", " " * 40_000 + "2023-12-28" + " " * 40_000 + "x"])
def test_a_first_line_of_blanks_is_read_at_once(
    tmp_path: Path, knowledge: Knowledge, resolver: Resolver, line: str
) -> None:
    """The line that may say when a document was published is gone through once."""
    path = tmp_path / "report.txt"
    path.write_text(line + "\nNajaf\n- Nabni: 3 seats\n", encoding="utf-8")
    assert seconds(lambda: loaders.read(path, knowledge.registry, resolver)) < 0.1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("x" * 10_100_000, "line 2: this line has more than 10,000,000"),
        ("x y\n" * 400_000, "line 2: a paragraph of more"),
    ],
)
def test_what_has_no_end_is_refused(
    tmp_path: Path, knowledge: Knowledge, resolver: Resolver, text: str, words: str
) -> None:
    """A line without end, and a paragraph without the end of a sentence, are refused with what to do."""
    path = tmp_path / "report.txt"
    path.write_text("\n" + text, encoding="utf-8")
    with pytest.raises(DocumentError, match=words):
        list(loaders.read(path, knowledge.registry, resolver, loaders.Options(shape="prose")).items())


@pytest.mark.parametrize("package", ["graph", "loaders", "queries", "majlis"])
def test_no_group_is_repeated_possessively(package: str) -> None:
    """Python 3.11.2, which Debian 12 has, keeps a part of the turn at which such a group failed; atomic ones do not."""
    repeated = re.compile(r"\)(?:[*+?]|\{+[0-9,]+\}+)\+")
    for path in sorted((Path(__file__).parents[1] / package).rglob("*.py")):
        lines = path.read_text(encoding="utf-8").splitlines()
        assert not [f"{path.name}:{at}" for at, line in enumerate(lines, 1) if repeated.search(line)]
