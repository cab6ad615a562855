"""What must hold of the data: each rule catches one small slip and names its file, line and rule."""

from __future__ import annotations

import csv
import io
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from graph.checks import CLAIM_RULES, FACT_RULES, Problem, settle
from graph.decide import decide
from graph.errors import CheckError
from graph.model import Place, Standing
from loaders.folder import UserDocument, gather

DATA = Path(__file__).parents[1] / "data"
RULES = {
    "unique-ids",
    "known-sources",
    "resolved-names",
    "ties-have-ends",
    "sane-values",
    "sane-dates",
    "alias-scope",
    "facts-have-statements",
    "no-vote-no-result",
    "council-size",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped data that a test may change."""
    return Path(shutil.copytree(DATA, tmp_path / "data"))


def _append(path: Path, **cells: str) -> int:
    """Add a row to a table; gives its line."""
    text = path.read_text(encoding="utf-8")
    columns = next(csv.reader(text.splitlines()))
    assert set(cells) <= set(columns)
    row = io.StringIO()
    csv.writer(row, lineterminator="\n").writerow([cells.get(column, "") for column in columns])
    path.write_text(text.rstrip("\n") + "\n" + row.getvalue(), encoding="utf-8")
    return text.rstrip("\n").count("\n") + 2


def _edit(path: Path, old: str, new: str) -> int:
    """Change the first line that has a text; gives its line."""
    lines = path.read_text(encoding="utf-8").split("\n")
    at = next(number for number, line in enumerate(lines) if old in line)
    lines[at] = lines[at].replace(old, new)
    path.write_text("\n".join(lines), encoding="utf-8")
    return at + 1


def _problems(folder: Path) -> list[Problem]:
    """What the check of a folder finds; at least one problem is expected."""
    with pytest.raises(CheckError) as caught:
        settle(gather(folder)[0])
    return [problem for problem in caught.value.problems if isinstance(problem, Problem)]


def _claim(predicate: str, **cells: str) -> Callable[[Path], tuple[str, int]]:
    """A slip: one more claim of the page nabni's first place comes from."""

    def slip(folder: Path) -> tuple[str, int]:
        cells.setdefault("source", "the-national-2023-12-19")
        return "statements.csv", _append(folder / "statements.csv", predicate=predicate, **cells)

    return slip


def _row(table: str, **cells: str) -> Callable[[Path], tuple[str, int]]:
    """A slip: one more row of a table."""
    return lambda folder: (table, _append(folder / table, **cells))


REPORT = "reports/2023-12-28-final-results.txt"
# slip, rule, words of the report
SLIPS: list[tuple[Callable[[Path], tuple[str, int]], str, str]] = [
    (
        lambda folder: (
            REPORT,
            _edit(folder / REPORT, "- State of Law coalition: 9 seats", "- State of Law: 90 seats"),
        ),
        "council-size",
        "the lists of IQ-BG hold 133 seats together and its council has 52",
    ),
    (
        lambda folder: (REPORT, _edit(folder / REPORT, "- Arab Alliance: 3 seats", "- Nobody: 3 seats")),
        "resolved-names",
        "'Nobody' is not known",
    ),
    (
        lambda folder: (REPORT, _edit(folder / REPORT, "- Arab Alliance: 3 seats", "- Arab Alliance: -3 seats")),
        "resolved-names",
        "cannot be read",
    ),
    (_claim("stood_in", subject="nobody", object="IQ-BG"), "resolved-names", "'nobody' is not known"),
    (_claim("stood_in", subject="nabni", object="IQ-BG", source="no-page"), "known-sources", "no source 'no-page'"),
    (
        _row("entities.csv", id="x", kind="party", name="Party X", source="no-page"),
        "known-sources",
        "no source 'no-page'",
    ),
    (
        _row("sources.csv", id="x", title="X", kind="press", copy_of="no-page"),
        "known-sources",
        "x is a copy of 'no-page', which is no source",
    ),
    (
        _row("sources.csv", id="x", title="X", kind="press", copy_of="x"),
        "known-sources",
        "x is a copy of 'x', which is a copy of it",
    ),
    (_claim("leads", subject="nouri-al-maliki", object_text="his party"), "ties-have-ends", "must both be entities"),
    (_claim("rival_of", subject="nabni", object="nabni"), "ties-have-ends", "nabni cannot be tied to itself"),
    (
        _claim("turnout", subject="IQ-BG", value="41", of="everyone"),
        "sane-values",
        "of is 'everyone'; use one of: registered, eligible",
    ),
    (
        _claim("leads", subject="nouri-al-maliki", object="state-of-law", since="2020", until="2019"),
        "sane-dates",
        "it ends (2019) before it begins (2020)",
    ),
    (
        _claim("holds_seats", subject="nabni", object="IQ-BG", value="9", source="kalima-2023-08-08"),
        "sane-dates",
        "a result in a source of 2023-08-08, before the vote of 2023-12-18",
    ),
    (
        _row("entities.csv", id="x", kind="party", name="Party X", source="majlis", founded="2020", dissolved="2019"),
        "sane-dates",
        "dissolved (2019) before it was founded (2020)",
    ),
    (
        _row("aliases.csv", entity="nabni", alias="Builders", within="nabni"),
        "alias-scope",
        "the alias holds within 'nabni', which is no province",
    ),
    (_row("aliases.csv", entity="nabni", alias="Builders", within="XX"), "alias-scope", "within 'XX'"),
]


@pytest.mark.parametrize(("slip", "rule", "words"), SLIPS, ids=[f"{rule}: {words}" for _, rule, words in SLIPS])
def test_a_slip_is_caught(folder: Path, slip: Callable[[Path], tuple[str, int]], rule: str, words: str) -> None:
    """One wrong row of shipped data is reported with its file, its line and the rule it breaks, and nothing else is."""
    file, line = slip(folder)
    found = _problems(folder)
    assert {problem.rule for problem in found} == {rule}
    (problem,) = found
    assert words in problem.what
    assert str(problem).startswith(f"{file}:{line}: ")
    assert str(problem).endswith(f"[{rule}]")


def test_an_election_needs_a_date(folder: Path) -> None:
    """A second election without a day of the vote is caught."""
    line = _append(folder / "entities.csv", id="iq-2027", kind="election", name="Next vote", source="majlis")
    found = [problem for problem in _problems(folder) if problem.what == "an election needs a date"]
    assert [str(problem) for problem in found] == [f"entities.csv:{line}: an election needs a date [sane-dates]"]


def test_the_same_claim_twice(folder: Path) -> None:
    """The same row twice in the tables is caught at the second one, which names the first."""
    table = folder / "statements.csv"
    lines = table.read_text(encoding="utf-8").rstrip("\n").split("\n")
    table.write_text("\n".join([*lines, lines[1], ""]), encoding="utf-8")
    (problem,) = _problems(folder)
    assert str(problem) == f"statements.csv:{len(lines) + 1}: the same claim as in statements.csv:2 [unique-ids]"


def test_seats_where_no_vote_was_held(folder: Path) -> None:
    """A result in a province that is said to have held no vote is caught once for the province."""
    line = _append(
        folder / "statements.csv",
        predicate="holds_seats",
        subject="nabni",
        object="IQ-AR",
        value="1",
        source="the-national-2023-12-19",
    )
    (problem,) = _problems(folder)
    assert str(problem) == (
        f"statements.csv:{line}: IQ-AR has seats and is said to have held no vote [no-vote-no-result]"
    )


def test_a_count_without_a_number() -> None:
    """A claim that must have a value and has none is caught, wherever a loader let it through."""
    knowledge = gather(DATA)[0]
    at = next(n for n, c in enumerate(knowledge.statements) if (c.locator, c.value) == ("Kirkuk, item 1", 5))
    claims = list(knowledge.statements)
    claims[at] = replace(claims[at], value=None)
    with pytest.raises(CheckError, match=r"reports/\S+:\d+: holds_seats without a value \[sane-values\]"):
        settle(replace(knowledge, statements=claims))


def test_a_fact_without_statements() -> None:
    """A fact that no statement carries is caught."""
    knowledge = gather(DATA)[0]
    decided = decide(knowledge.statements, knowledge.sources)
    first, second, *_ = (fact for fact in decided.facts if fact.predicate == "holds_seats")
    bare = replace(first, statements=())
    lost = replace(second, statements=tuple(replace(weighed, won=False) for weighed in second.statements))
    rule = FACT_RULES["facts-have-statements"]
    assert [problem.what for problem in rule(knowledge, replace(decided, facts=(bare, lost)))] == [
        f"no statement stands behind the fact {fact.id}" for fact in (first, second)
    ]
    assert list(rule(knowledge, decided)) == []


def test_every_rule_is_tested() -> None:
    """The rules are the ones this file knows, and each of them is broken here."""
    assert {*CLAIM_RULES, *FACT_RULES} == RULES
    text = Path(__file__).read_text(encoding="utf-8")
    assert {rule for rule in RULES if len(re.findall(rule, text)) < 2} == set()


def test_what_ships_breaks_no_rule() -> None:
    """The shipped data break no rule, and leave no name unresolved and no line unread."""
    knowledge, _ = gather(DATA)
    _, problems = settle(knowledge)
    assert problems == []
    assert (list(knowledge.unresolved), list(knowledge.unreadable)) == ([], [])


def test_all_slips_are_told_at_once(folder: Path) -> None:
    """Two slips in two files are both in one report, a line each."""
    first = _append(folder / "aliases.csv", entity="nabni", alias="Builders", within="XX")
    second = _append(folder / "statements.csv", predicate="stood_in", subject="nabni", object="IQ-BG", source="no-page")
    with pytest.raises(CheckError) as caught:
        settle(gather(folder)[0])
    lines = str(caught.value).split("\n")
    assert [line.split(": ")[0] for line in lines] == [f"statements.csv:{second}", f"aliases.csv:{first}"]


# Documents of users -----------------------------------------------------------------------------------


def _settled(tmp_path: Path, text: str) -> tuple[list[Problem], Iterator[tuple[object, bool]]]:
    path = tmp_path / "mine.txt"
    path.write_text(text, encoding="utf-8")
    knowledge, _ = gather(DATA, [UserDocument(path)])
    decided, problems = settle(knowledge)
    own = {claim.id for claim in knowledge.statements if knowledge.added(claim.place)}
    return problems, (
        (weighed.statement.value, weighed.won)
        for fact in decided.facts
        for weighed in fact.statements
        if weighed.statement.id in own
    )


def test_a_users_problem_is_told_once(tmp_path: Path) -> None:
    """A user's document that breaks a check of facts is told once, although facts are decided again."""
    problems, claims = _settled(tmp_path, "---\nstanding: certified\n---\n\nBaghdad\n- Nabni: 60 seats\n")
    assert [(problem.rule, problem.place and problem.place.line) for problem in problems] == [("council-size", 6)]
    assert list(claims) == [(60, False)]


def test_a_user_who_says_a_province_did_not_vote(tmp_path: Path) -> None:
    """A user's claim that a province with seats held no vote is dissent; the seats stay."""
    problems, claims = _settled(tmp_path, "The vote.\n\nBaghdad and Basra held no vote.\n")
    assert [problem.rule for problem in problems] == ["no-vote-no-result"] * 2
    assert list(claims) == [(None, False)] * 2


def test_unresolved_names_of_users_are_no_problem(tmp_path: Path) -> None:
    """A name that only a user's document uses is kept and breaks no rule."""
    problems, claims = _settled(tmp_path, "Kirkuk\n- Nobody at all: 1 seat\n")
    assert problems == []
    assert list(claims) == []


def test_a_user_who_makes_a_council_too_small() -> None:
    """A user's claim of a council's size that the seats exceed is dissent; the size and the seats stay."""
    knowledge = gather(DATA)[0]
    size = next(
        claim for claim in knowledge.statements if claim.predicate == "council_size" and claim.subject == "IQ-DI"
    )
    small = replace(
        size, id="mine", value=5, source="shafaq-final-2023", standing=Standing.CERTIFIED, place=Place("mine.txt", 1)
    )
    decided, problems = settle(replace(knowledge, statements=[*knowledge.statements, small], documents=["mine.txt"]))
    assert [(problem.rule, str(problem.place)) for problem in problems] == [("council-size", "mine.txt:1")]
    assert decided.sizes["IQ-DI", "iq-2023-governorates"].seats == 15
