"""`majlis ask`: a question in words on the command line, read as one of the commands and answered by it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .command import Run, run_here


@pytest.fixture
def run(cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs `majlis` in the test's folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MAJLIS_TODAY", "2026-11-28")
    return run_here


@pytest.mark.parametrize(
    ("question", "read"),
    [
        ("who holds Basra", "who Basra"),
        ("who was governor of Kirkuk in 2023", "offices --as-of 2023 governor of Kirkuk"),
        ("who switched lists between 2018 and 2021", "query changed_lists"),
        ("من فاز في البصرة عام 2018", "who --election iq-2018-representatives \u2068البصرة\u2069"),
    ],
)
def test_a_question_in_words_is_answered_as_the_command_that_it_is(run: Run, question: str, read: str) -> None:
    """The answer is that of the command, which stderr names; words need no quotes."""
    asked = run("ask", *question.split(), "--format", "json")
    assert asked.returncode == 0
    assert f"majlis: read as: majlis {read}\n" in asked.stderr
    plain = [word.strip("\u2068\u2069") for word in read.split()]
    assert json.loads(asked.stdout) == json.loads(run(*plain, "--format", "json").stdout)


def test_the_seats_of_a_name_in_a_province_are_told_before_who_says_so(run: Run) -> None:
    """A reader is told the number as `where` tells it, a program the statements, which are all that JSON has of it."""
    asked = run("ask", "how many seats does Hakim hold in Wasit", "--election", "iq-2023-governorates")
    assert asked.stdout.startswith("Ammar al-Hakim in Wasit, 18 Dec 2023: 2 of 15 seats")
    as_data = run("ask", "how many seats does Hakim hold in Wasit", "-f", "json")
    assert json.loads(as_data.stdout) == json.loads(run("why", "Hakim", "Wasit", "-f", "json").stdout)


def test_a_question_that_is_not_understood_says_what_is_read_of_it(run: Run) -> None:
    """The word that had no part in it, and the command that answers the rest; as data with the error's own name."""
    refused = run("ask", "how many seats does Iran have in Basra")
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "Not read: Iran. What is read of it: majlis who 'Basra'." in refused.stderr
    assert json.loads(run("ask", "how many seats does Iran have in Basra", "-f", "json").stdout)["error"] == "question"


def test_a_picture_is_not_asked_for_in_a_terminal(run: Run) -> None:
    """The network of a name is one: the command that shows it is named."""
    refused = run("ask", "network of Maliki")
    assert refused.returncode == 1
    assert "majlis show" in refused.stderr
