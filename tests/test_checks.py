"""What must hold of the data: each rule catches one small slip and names its file, line and rule."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from graph.checks.expectations import Expectations
from graph.checks.settle import CLAIM_RULES, FACT_RULES, Problem, settle
from graph.decide import decide
from graph.errors import CheckError, DocumentError
from graph.model import Knowledge, Place, Source, SourceKind, Standing, Statement
from graph.predicates import MOST_COUNTED, MOST_SEATS
from loaders.folder import UserDocument, gather

from .rows import Asked, asked, golden

DATA = Path(__file__).parents[1] / "data"
RULES = {
    "unique-ids",
    "known-sources",
    "resolved-names",
    "ties-have-ends",
    "sane-values",
    "sane-dates",
    "alias-scope",
    "clear-names",
    "expected-rows",
    "facts-have-statements",
    "no-vote-no-result",
    "council-size",
    "one-holder",
    "total-seats",
    "list-totals",
    "no-cycles",
    "rival-lists",
    "corrections",
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


REPORT = "reports/2023-12-28-final-results.txt"
TYPED = "statements/iq-2023-governorates/press.csv"
VOTE = "iq-2023-governorates"


def _change(folder: Path, change: dict[str, str]) -> str:
    """Add a row to a table, or put words in the place of others; gives file and line."""
    if table := change.pop("table", ""):
        return f"{table}:{_append(folder / table, **change)}"
    return f"{change['file']}:{_edit(folder / change['file'], change['old'], change['new'])}"


@pytest.mark.parametrize("slip", asked("slips"), ids=lambda slip: f"{slip.section}: {slip.text}")
def test_a_slip_is_caught(folder: Path, slip: Asked) -> None:
    """One wrong row of shipped data is reported with its file, its line and the rule it breaks, and nothing else is."""
    place = [_change(folder, json.loads(row)) for row in slip.rows][-1]
    found = _problems(folder)
    assert {problem.rule for problem in found} == {slip.section}
    (problem,) = found
    assert slip.text in problem.what
    assert str(problem).startswith(f"{place}: ")
    assert str(problem).endswith(f"[{slip.section}]")


def test_an_election_needs_a_date(folder: Path) -> None:
    """A second election without a day of the vote is caught."""
    line = _append(folder / "entities.csv", id="iq-2027", kind="election", name="Next vote", source="majlis")
    found = [problem for problem in _problems(folder) if problem.what == "an election needs a date"]
    assert [str(problem) for problem in found] == [f"entities.csv:{line}: an election needs a date [sane-dates]"]


def test_the_same_claim_twice(folder: Path) -> None:
    """The same row twice in the tables is caught at the second one, which names the first."""
    table = folder / TYPED
    lines = table.read_text(encoding="utf-8").rstrip("\n").split("\n")
    table.write_text("\n".join([*lines, lines[1], ""]), encoding="utf-8")
    (problem,) = _problems(folder)
    assert str(problem) == f"{TYPED}:{len(lines) + 1}: the same claim as in {TYPED}:2 [unique-ids]"


def test_the_same_alias_twice(folder: Path) -> None:
    """An alias that stands twice for one entity, or is its name, is caught at the second one."""
    line = _append(folder / "aliases.csv", entity="state-of-law", alias="SLC")
    named = _append(folder / "aliases.csv", entity="nouri-al-maliki", alias="Nouri al-Maliki")
    first, second = map(str, _problems(folder))
    assert first.startswith(f"aliases.csv:{line}: the same name of state-of-law as in aliases.csv:")
    assert second.startswith(f"aliases.csv:{named}: the same name of nouri-al-maliki as in entities.csv:")


def test_a_total_counts_the_provinces_of_its_time(folder: Path) -> None:
    """A province that was founded after the vote has no council that the total could lack."""
    _append(folder / "entities.csv", id="iq-new", kind="province", name="New", founded="2025", source="majlis")
    _edit(folder / "registry" / VOTE / "sizes.csv", "IQ-AN,,council_size,,,16,both", "IQ-AN,,council_size,,,15,both")
    _edit(folder / REPORT, "- United Al-Anbar Alliance: 1 seat", "- United Al-Anbar Alliance: 0 seats")
    (problem,) = _problems(folder)
    assert "have 284 seats together, and 285 are stated" in problem.what


def test_seats_where_no_vote_was_held(folder: Path) -> None:
    """A result in a province that is said to have held no vote is caught once for the province."""
    line = _append(
        folder / TYPED,
        predicate="holds_seats",
        subject="ajyal",
        object="IQ-AR",
        value="1",
        election=VOTE,
        source="the-national-2023-12-19",
    )
    (problem,) = _problems(folder)
    assert str(problem) == (f"{TYPED}:{line}: IQ-AR has seats and is said to have held no vote [no-vote-no-result]")


def test_a_count_without_a_number() -> None:
    """A claim that must have a value and has none is caught, wherever a loader let it through."""
    knowledge = gather(DATA)[0]
    at = next(n for n, c in enumerate(knowledge.statements) if (c.locator, c.value) == ("Kirkuk, item 1", 5))
    claims = list(knowledge.statements)
    claims[at] = replace(claims[at], value=None)
    with pytest.raises(CheckError, match=r"reports/\S+:\d+: holds_seats without a value \[sane-values\]"):
        settle(replace(knowledge, statements=claims))


def test_a_number_that_nobody_can_have() -> None:
    """More seats than any body has, or more votes than there are people, are a broken rule and not a number."""
    knowledge = gather(DATA)[0]
    for predicate, most in (("holds_seats", MOST_SEATS), ("votes", MOST_COUNTED)):
        at = next(n for n, claim in enumerate(knowledge.statements) if claim.predicate == predicate)
        claims = list(knowledge.statements)
        claims[at] = replace(claims[at], value=most + 1)
        with pytest.raises(CheckError, match=rf"{predicate} is {most + 1}, and {most:,} is the most \[sane-values\]"):
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
    broken = {slip.section for slip in asked("slips")}
    assert {rule for rule in RULES if rule not in broken and len(re.findall(rule, text)) < 2} == set()


def test_what_ships_breaks_no_rule() -> None:
    """The shipped data break no rule, and leave no name unresolved and no line unread."""
    knowledge, _ = gather(DATA)
    _, problems = settle(knowledge)
    assert problems == []
    assert (list(knowledge.unresolved), list(knowledge.unreadable)) == ([], [])


def test_all_slips_are_told_at_once(folder: Path) -> None:
    """Two slips in two files are both in one report, a line each."""
    first = _append(folder / "aliases.csv", entity="nabni", alias="Builders", within="XX")
    row = {"predicate": "stood_in", "subject": "nabni", "object": "IQ-BG", "election": VOTE}
    second = _append(folder / TYPED, **row, source="no-page")
    with pytest.raises(CheckError) as caught:
        settle(gather(folder)[0])
    lines = str(caught.value).split("\n")
    assert [line.split(": ")[0] for line in lines] == [f"{TYPED}:{second}", f"aliases.csv:{first}"]


def _added(knowledge: Knowledge, predicate: str, like: str, **fields: object) -> Knowledge:
    """The knowledge with one more claim, made from the first of a predicate."""
    like_it = (claim for claim in knowledge.statements if claim.predicate == like and claim.election in (None, VOTE))
    first = next(like_it)
    claim = replace(first, id=f"added/{fields}", predicate=predicate, **fields)  # type: ignore[arg-type]
    return replace(knowledge, statements=[*knowledge.statements, claim])


def test_totals_that_the_seats_make(knowledge: Knowledge) -> None:
    """A total that the seats make breaks no rule; nor does a wrong one beside it, or one of a preliminary count."""
    right = _added(knowledge, "holds_seats", "holds_seats", subject="edraak", object=None, object_text=None, value=1)
    assert settle(right)[1] == []
    wrong = _added(right, "holds_seats", "holds_seats", subject="edraak", object=None, object_text=None, value=60)
    assert settle(wrong)[1] == []
    early = _added(
        knowledge,
        "holds_seats",
        "holds_seats",
        subject="edraak",
        object=None,
        object_text=None,
        value=60,
        standing=Standing.PRELIMINARY,
    )
    assert settle(early)[1] == []


def test_totals_while_a_council_is_of_unknown_size(knowledge: Knowledge) -> None:
    """A total above the seats known is possible while a council's size is unknown; one below them is not."""
    kept = [claim for claim in knowledge.statements if claim.subject != "IQ-AN" and claim.election in (None, VOTE)]
    declared = Expectations(ambiguous=knowledge.expectations.ambiguous)
    unsized = replace(knowledge, statements=kept, expectations=declared)
    most = {"subject": "edraak", "object": None, "object_text": None, "election": VOTE}
    assert settle(_added(unsized, "holds_seats", "holds_seats", **most, value=60))[1] == []
    with pytest.raises(CheckError, match=r"edraak is said to hold 0 seats in all, and its seats .* make 1"):
        settle(_added(unsized, "holds_seats", "holds_seats", **most, value=0))


def test_one_source_may_say_that_somebody_leads_two_rivals(knowledge: Knowledge) -> None:
    """Whoever one source calls the leader of two lists that stood against each other breaks no rule."""
    at_once = next(
        c for c in knowledge.statements if (c.predicate, c.object, c.election) == ("leads", "state-of-law", VOTE)
    )
    twice = _added(knowledge, "leads", "leads", subject=at_once.subject, object="nabni", source=at_once.source)
    assert settle(twice)[1] == []


def test_leading_one_list_after_another(knowledge: Knowledge) -> None:
    """Whoever left the lead of a list before the vote leads one list alone."""
    left = _added(knowledge, "leads", "leads", subject="nouri-al-maliki", object="nabni", since="2019", until="2022-01")
    assert settle(left)[1] == []


def test_a_longer_cycle_is_told_once(knowledge: Knowledge) -> None:
    """A cycle of three memberships is one problem, which names all three."""
    first = _added(knowledge, "member_of", "member_of", subject="nabni", object="azm")
    second = _added(first, "member_of", "member_of", subject="azm", object="badr-organization")
    with pytest.raises(CheckError) as caught:
        settle(second)
    (problem,) = caught.value.problems
    assert problem.what == "azm belongs to badr-organization belongs to nabni belongs to azm"  # type: ignore[attr-defined]


def test_many_and_long_cycles_take_no_time(knowledge: Knowledge) -> None:
    """Of a thousand cycles as many are told as somebody mends at once, and of a long one its beginning."""
    names = [f"ally-{number}" for number in range(2300)]
    pairs = [(names[at], names[at + 1]) for at in range(0, 2000, 2)]
    ring = list(zip(names[2000:], [*names[2001:], names[2000]], strict=True))
    claims = [
        Statement(
            source="s", locator=f"{start} {end}", predicate="member_of",
            subject=start, subject_text=start, object=end, object_text=end,
        )
        for start, end in (*pairs, *((end, start) for start, end in pairs), *ring)
    ]  # fmt: skip
    decided = decide(claims, {"s": Source("s", "S", SourceKind.PRESS)})
    began = time.process_time()
    found = list(FACT_RULES["no-cycles"](knowledge, decided))
    assert time.process_time() - began < 10
    assert 1 < len(found) <= 50
    assert all(len(problem.what) < 1000 for problem in found)


def test_what_is_left_out_is_not_counted(folder: Path) -> None:
    """A build of the registry alone misses none of the reports' rows."""
    knowledge, _ = gather(folder, only=True)
    assert settle(knowledge)[1] == []
    assert len(gather(folder)[0].expectations.expected) > 5


def test_a_correction_is_of_a_fact_that_is_there(folder: Path) -> None:
    """What is said to be something now must be a fact."""
    wrong = {"date": "2026-11-28", "fact": "leads/nobody/nothing", "is": "so", "why": "A slip"}
    line = _append(folder / "corrections.csv", **wrong)
    with pytest.raises(CheckError) as caught:
        settle(gather(folder)[0])
    what = "the fact leads/nobody/nothing is corrected here, and there is none"
    assert [str(problem) for problem in caught.value.problems] == [f"corrections.csv:{line}: {what} [corrections]"]


# --- Every table -----------------------------------------------------------------------------------------------

TABLES = sorted(str(path.relative_to(DATA)) for path in DATA.rglob("*.csv"))
CELLS = golden("cells")  # a column, a cell that it cannot hold, and words of what is told; `*` is any table of claims
OF_THEIR_OWN = {"not_covered.csv", *(row["table"] for row in CELLS)}
OF_CLAIMS = {"corrections.csv", "expected.csv", "misfits.csv"}


@pytest.mark.parametrize("table", TABLES)
def test_a_broken_cell_of_any_table_is_told_with_its_line(tmp_path: Path, table: str) -> None:
    """In each table, a cell that its column cannot hold is told with file and line, and so is a row cut short.

    What is wrong with claims is told without other claims; what is declared of the data speaks of them all.
    """
    folder = tmp_path / "data"
    path = folder / table
    path.parent.mkdir(parents=True)
    for file in DATA.rglob("*.*"):
        name = file.relative_to(DATA)
        if name.parts[0] == name.name or table in OF_CLAIMS or str(name) == table:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(file, folder / name)
    whole = path.read_text(encoding="utf-8")
    rows = list(csv.reader(whole.splitlines()))
    cells = [row for row in CELLS if row["table"] == (table if table in OF_THEIR_OWN else "*")]
    broken = [(row["column"], row["cell"], row["words"]) for row in cells]
    for column, cell, words in [*broken, ("", "", "cells where the header has")]:
        last = list(rows[-1])
        if column:
            last[rows[0].index(column)] = cell
        else:
            last.pop()
        written = io.StringIO()
        csv.writer(written, lineterminator="\n").writerows([*rows[:-1], last])
        path.write_text(written.getvalue(), encoding="utf-8")
        with pytest.raises((CheckError, DocumentError)) as caught:
            settle(gather(folder)[0])
        told = [line for line in str(caught.value).split("\n") if words in line]
        assert told, f"{column}={cell!r}: {caught.value}"
        assert told[0].startswith((f"{table}:{len(rows)}: ", f"{table}, line {len(rows)}: "))
        path.write_text(whole, encoding="utf-8")


@pytest.mark.parametrize(
    ("table", "row", "words"),
    [
        ("expected.csv", "sources.csv,,few,10,", "minimum is 'few'. Write a whole number."),
        ("expected.csv", "sources.csv,,1,-10,", "maximum is '-10'. Write a whole number."),
        ("expected.csv", ",leans,1,10,", "no predicate 'leans'"),
        ("expected.csv", "sources.csv,,1,,", "the column 'maximum' is empty"),
        ("ambiguous.csv", "Resolve,,", "the column 'entities' is empty"),
        ("not_covered.csv", ",nothing", "the column 'what' is empty"),
    ],
)
def test_a_wrong_row_of_what_is_declared(folder: Path, table: str, row: str, words: str) -> None:
    """A row of the declaring tables that cannot be read is told with file and line, and what to write."""
    path = folder / table
    lines = path.read_text(encoding="utf-8").rstrip("\n").split("\n")
    path.write_text("\n".join([*lines, row, ""]), encoding="utf-8")
    with pytest.raises(DocumentError) as caught:
        gather(folder)
    assert str(caught.value).startswith(f"{table}, line {len(lines) + 1}: ")
    assert words in str(caught.value)


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
        claim
        for claim in knowledge.statements
        if (claim.predicate, claim.subject, claim.election) == ("council_size", "IQ-DI", VOTE)
    )
    small = replace(
        size, id="mine", value=5, source="shafaq-final-2023", standing=Standing.CERTIFIED, place=Place("mine.txt", 1)
    )
    decided, problems = settle(replace(knowledge, statements=[*knowledge.statements, small], documents=["mine.txt"]))
    assert [(problem.rule, str(problem.place)) for problem in problems] == [
        ("council-size", "mine.txt:1"),
        ("total-seats", "mine.txt:1"),
    ]
    assert decided.sizes["IQ-DI", "iq-2023-governorates"].seats == 15


def test_a_user_who_closes_a_cycle(tmp_path: Path) -> None:
    """A user's claim that makes a party belong to itself is dissent; the memberships of the data stay."""
    knowledge = gather(DATA)[0]
    place = Place("mine.txt", 3)
    mine = _added(knowledge, "member_of", "member_of", subject="nabni", object="badr-organization", place=place)
    decided, problems = settle(replace(mine, documents=["mine.txt"]))
    assert [(problem.rule, str(problem.place)) for problem in problems] == [("no-cycles", "mine.txt:3")]
    counts = {(fact.subject, fact.object): fact.counts for fact in decided.facts if fact.predicate == "member_of"}
    assert (counts["nabni", "badr-organization"], counts["badr-organization", "nabni"]) == (False, True)
