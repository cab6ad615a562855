"""The words of the page and the tables behind its questions: whole, in both languages, and used."""

from __future__ import annotations

import csv
import re
import string
from pathlib import Path

import pytest

import majlis.web
import majlis.wording
from graph.kinds import Kind, SourceKind, Standing
from graph.predicates import PREDICATES
from majlis.web.questions import Question, read
from majlis.wording.forms import Language
from majlis.wording.messages import LANGUAGES, say
from queries.view import GraphView
from tests.rows import golden

HERE = Path(majlis.__file__).parent
TABLE = Path(majlis.wording.__file__).with_name("messages.csv")
MESSAGES = list(csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines()))


def fields(text: str) -> set[str]:
    """The places for values in a message."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_every_message_is_said_in_both_languages() -> None:
    """A message has English and Arabic words, with the same values; one may name again whom the other calls it."""
    for row in MESSAGES:
        assert row["en"], row["key"]
        assert row["ar"], row["key"]
        assert fields(row["en"]) - {"name"} == fields(row["ar"]) - {"name"}, row["key"]
        assert fields(row["en"]) <= fields(row["ar"]), row["key"]
    assert len({row["key"] for row in MESSAGES}) == len(MESSAGES)


def test_every_message_is_used() -> None:
    """No message is left over: each key stands in a template or in the code, whole or by its first part."""
    used = "".join(path.read_text(encoding="utf-8") for path in HERE.rglob("*.*") if path.suffix in (".html", ".py"))
    quoted = set(re.findall(r"[\"']([^\"'\s]+)(?=[\"'])", used))
    for row in MESSAGES:
        first, dot, _ = row["key"].partition(".")
        assert row["key"] in quoted or (dot and f"{first}." in used), row["key"]


def test_kinds_standings_and_facts_have_words() -> None:
    """Each kind of entity, standing and predicate is told in every language."""
    for language in LANGUAGES:
        assert all(say(language, f"kind.{kind.value}") for kind in Kind)
        assert all(say(language, f"standing.{standing.value}") for standing in Standing)
        assert all(say(language, f"source.{kind.value}") for kind in SourceKind)
        assert all(say(language, f"fact.{predicate}") for predicate in PREDICATES)


@pytest.mark.parametrize(
    ("text", "english", "arabic"),
    [
        ("2023-12-18", "18 Dec 2023", "18 كانون الأول 2023"),
        ("2023-08", "Aug 2023", "آب 2023"),
        ("2023", "2023", "2023"),
    ],
)
def test_dates_are_said_as_precisely_as_they_are_known(text: str, english: str, arabic: str) -> None:
    """A day, a month or a year, never more than is written."""
    assert (Language("en").day(text), Language("ar").day(text)) == (english, arabic)


@pytest.mark.parametrize("row", golden("words"), ids=lambda row: row["text"])
def test_words_become_questions(graph: GraphView, row: dict[str, str]) -> None:
    """Question words say what is asked, names of whom and where, in any order, with or without a question mark."""
    assert read(row["text"], graph) == Question(row["page"], tuple(filter(None, (row["name"], row["province"]))))


def test_every_name_of_the_data_is_read_as_itself(graph: GraphView, data: Path) -> None:
    """No name is mistaken for question words: each registered name alone asks about its own entity."""
    for row in csv.DictReader((data / "entities.csv").read_text(encoding="utf-8").splitlines()):
        question = read(row["name"], graph)
        found = graph.resolver.resolve(question.name or "", frozenset(Kind))
        assert row["id"] in {candidate.id for candidate in found.candidates}, row["name"]
