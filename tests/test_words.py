"""Faces choose the layout, never the words: none has words of its own, and headings begin as sentences do."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import majlis
from majlis.pictures.palette import css
from majlis.question import Question
from majlis.register import QUESTIONS
from majlis.wording.accounted import coverage_sentence
from majlis.wording.coverage import table
from majlis.wording.forms import ENGLISH, Language
from majlis.wording.history import lists_words
from majlis.wording.messages import LANGUAGES, messages
from majlis.wording.people.members import members_sentence
from majlis.wording.where import council_words
from queries.checking.coverage import coverage
from queries.history import history
from queries.people.members import members
from queries.view import GraphView
from queries.where import where

HERE = Path(majlis.__file__).parent
FACES = ("notebook.py", "network", "page", "pictures", "review", "terminal", "web")
_WORDS = re.compile(r"[^\W\d_]{2,}[,:;.]? [^\W\d_]{2,}")  # two words
_WORD = re.compile(r"[^\W\d_]{2,}")
_CODE = re.compile(r"[<>={}|']")  # what markup, styles, types and queries have, and words do not
_CLASSES = re.compile(r"\.([a-z][a-z-]*)")


def modules() -> list[Path]:
    """The modules of the faces."""
    found = [HERE / face for face in FACES]
    return sorted(path for face in found for path in (face.rglob("*.py") if face.is_dir() else [face]))


def classes() -> set[str]:
    """The names of classes in the styles of the page and of pictures."""
    texts = [css({"a": ("#000000", "#ffffff")}), *(path.read_text(encoding="utf-8") for path in HERE.rglob("*.css"))]
    return {name for text in texts for name in _CLASSES.findall(text)}


def spoken(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """The texts of a module that it may say, with their lines: no docstring, no class, and no text of an error."""
    silent: set[ast.AST] = set()
    joined: set[ast.AST] = set()
    for node in ast.walk(tree):
        error = isinstance(node, ast.FunctionDef) and ast.unparse(node.returns or ast.Constant("")).endswith("Error")
        if error or isinstance(node, ast.Raise) or (isinstance(node, ast.keyword) and node.arg == "class_"):
            silent |= set(ast.walk(node))
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            silent.add(node.value)
        if isinstance(node, (ast.JoinedStr, ast.BinOp, ast.AugAssign)):
            joined |= {part for part in ast.walk(node) if isinstance(part, ast.Constant)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in silent:
            text = node.value
            if _WORDS.search(text) or (node in joined and _WORD.search(text) and text != text.strip()):
                yield node.lineno, text


def own_words(path: Path, known: set[str]) -> list[str]:
    """The words that a module says by itself: neither code nor names of classes."""
    return [
        f"{path.name}, line {line}: {text}"
        for line, text in spoken(ast.parse(path.read_text(encoding="utf-8")))
        if not _CODE.search(text) and not known.issuperset(text.split())
    ]


def test_no_face_has_words_of_its_own() -> None:
    """Every text of two words that a face can say comes from the table of messages."""
    known = classes()
    assert [found for path in modules() for found in own_words(path, known)] == []


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('lines.append("No vote: " + names)', ["No vote: "]),
        ('said = f"{count} more"', [" more"]),
        ('def text():\n    """Say so."""\n    return wrap("nothing is known of it")', ["nothing is known of it"]),
        ('raise UsageError("name the query: majlis query NAME.")', []),
        ('def refused(text) -> UsageError:\n    return UsageError(f"{text} is no name.")', []),
    ],
)
def test_words_are_found_where_they_are_said(code: str, found: list[str]) -> None:
    """In a text, a part of one, or beside others; a docstring and an error say nothing here."""
    assert [text for _, text in spoken(ast.parse(code))] == found


def headings(row: Question, graph: GraphView, language: Language) -> Iterator[str]:
    """The headings of the tables of a question, asked as its examples ask."""
    names: dict[str, list[str | None]] = {"path": ["Maliki", "Sadr"], "compare": ["Maliki", "Sadr"]}
    usual = {"place": "Baghdad", "province": None}
    given = names.get(row.name) or [usual.get(item.reads, "Maliki") for item in row.names]
    answer = row.ask(graph, given, {})
    for by in row.tables or (None,):
        for column in row.table_of(answer, language, by).columns:
            yield column.heading or ""


@pytest.mark.parametrize("row", QUESTIONS.values(), ids=list(QUESTIONS))
def test_headings_begin_as_sentences_do(graph: GraphView, row: Question) -> None:
    """In each table of each question; where the letters have no case there is nothing to begin."""
    for code in LANGUAGES:
        found = [text for text in headings(row, graph, Language(code)) if text]
        assert found
        assert [text for text in found if text[0] != text[0].upper()] == []


def test_headings_of_templates_begin_so_too() -> None:
    """The templates of pages name their headings by keys."""
    keys = {
        key
        for path in HERE.rglob("*.html")
        for key in re.findall(r'<th scope="col"[^>]*>\{\{ *say\("([\w.]+)"', path.read_text(encoding="utf-8"))
    }
    assert {"seats", "province"} <= keys
    assert [key for key in keys if messages()[key][0].islower()] == []


# --- What a sub-editor found ----------------------------------------------------------------------------------------


def test_a_size_that_nobody_states_is_not_said(graph: GraphView) -> None:
    """Of a constituency of unknown size a list that has none there has "none on its own list", of no number."""
    answer = where(graph, "KDP", "iq-2018-representatives")
    cells = [council for council in answer.provinces if council.council_size is None and council.status == "none"]
    assert {council_words(cell, answer) for cell in cells} == {"none on its own list"}
    for code in LANGUAGES:
        assert [c for c in answer.provinces if "None" in council_words(c, answer, Language(code))] == []


def test_seats_beyond_the_size_are_not_missing(graph: GraphView) -> None:
    """Dhi Qar's lists of 2013 have two seats more than there are: that is told as too many, and never as minus two."""
    answer = coverage(graph, election="iq-2013-governorates")
    said = coverage_sentence(answer)
    assert "-2" not in said
    assert "; more than there are: Dhi Qar 2." in said
    found = table(answer)
    (missing,) = (column for column in found.shown if column.name == "missing")
    assert {found.text(missing, row) for row in found.rows if row.id == "IQ-DQ"} == {"2 too many"}


def test_a_year_is_told_once(graph: GraphView) -> None:
    """The party stood at two elections of 2018, one of a house and one of another."""
    rows = [row for row in history(graph, "KDP").elections if row.lists]
    assert "2018, 2013" in lists_words(rows).replace("2014, ", "") or "2018, 2014" in lists_words(rows)
    assert "2018, 2018" not in lists_words(rows)


def test_history_says_of_which_day_its_ties_are(graph: GraphView) -> None:
    """A bloc that grew after a vote has other numbers today: both answers say of when they are."""
    assert "ties_at_votes" in [note.code for note in history(graph, "Coordination Framework").notes]


def test_people_are_counted_by_what_they_are_named_as(graph: GraphView) -> None:
    """What nobody is named as is not told as a 0; a body is not told to be in itself."""
    babil = members(graph, "Babil", "iq-2025-representatives")
    assert members_sentence(babil).endswith("18 people are named, 17 on a list of members and 1 as a candidate.")
    house = members(graph, "Council of Representatives", "iq-2025-representatives")
    assert members_sentence(house).startswith("Council of Representatives, 11 Nov 2025: 356 people are named, 329 on ")


def test_a_body_has_its_article_in_a_sentence() -> None:
    """As a coalition or a party has."""
    bodies = ("Council of Representatives", "Kurdistan Parliament", "Union of Greens", "Baghdad")
    said = [ENGLISH.the(name, name) for name in bodies]
    assert said == ["the Council of Representatives", "the Kurdistan Parliament", "the Union of Greens", "Baghdad"]
