"""What changed between two versions of the data, as text for a terminal and as an entry of a changelog."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from queries.checking.diff import ADDED, CHANGED, GONE, Diff, EntityChange, FactChange, counts

from ..wording.diff import ORDER, change_words, changes_words, diff_sentence, diff_table, entity_words, told_words
from ..wording.forms import ENGLISH
from .answer import table_lines
from .text import table, wrap

_FEW = 40  # facts that were added are all shown where they are no more than these, else how many of each kind


def diff_text(answer: Diff) -> str:
    """The whole difference; of many added facts how many, by election and predicate."""
    lines = [wrap(diff_sentence(answer))]
    added = [row for row in answer.facts if row.change == ADDED]
    few = len(added) <= _FEW
    told = diff_table(answer)
    told = replace(told, rows=[row for row in told.rows if few or row.change != ADDED])
    if told.rows:
        lines += ["", *table_lines(told)]
    if not few:
        lines += ["", *table(_counted(added), right=frozenset({2})), ENGLISH.say("diff.all")]
    for change in ORDER:
        if names := _names(answer.entities, change):
            lines.append(wrap(f"{ENGLISH.say(f'diff.entities.{change}')}: {names}", "  "))
    return "\n".join(lines)


def changelog_entry(answer: Diff) -> str:
    """The difference in Markdown, an entry of `data/CHANGELOG.md`: counts, and what changed or is gone."""
    said = f"Data version {answer.new}, since {answer.old}."
    said += f" Facts: {changes_words(answer.facts)}. Entities: {changes_words(answer.entities)}."
    lines = [
        f"## {answer.new.partition('+')[0]}",
        "",
        said,
        *_markdown(("election", "predicate", *ORDER), answer.facts),
    ]
    lines += _section("facts.changed", (_item(row) for row in answer.facts if row.fields and row.fields != _FILED))
    filed: dict[str, list[str]] = {}
    for row in answer.facts:
        if row.fields == _FILED:
            filed.setdefault(row.election or ENGLISH.say("diff.no_election"), []).append(change_words(row))
    lines += _section("facts.filed", (f"{election}: {'; '.join(words)}" for election, words in filed.items()))
    lines += _section("facts.gone", (_item(row) for row in answer.facts if row.change == GONE))
    lost = [row for row in answer.entities if row.change == CHANGED and (row.old != row.new or row.names_gone)]
    lines += _section("entities.changed", (entity_words(replace(row, names_added=())) for row in lost))
    lines += _section("entities.gone", (entity_words(row) for row in answer.entities if row.change == GONE))
    return "\n".join(lines) + "\n"


_FILED = ("election",)  # what differs of a fact that says the same, and now of which election


def _section(heading: str, items: Iterable[str]) -> list[str]:
    """A heading and its items; nothing where there are none."""
    found = [f"* {item}" for item in items]
    return ["", f"### {ENGLISH.say(f'diff.{heading}')}", "", *found] if found else []


def _names(entities: Sequence[EntityChange], change: str) -> str:
    return ENGLISH.listed(entity_words(row) for row in entities if row.change == change)


def _counted(added: Sequence[FactChange]) -> list[Sequence[str]]:
    return [(election or "-", predicate, str(number[ADDED])) for election, predicate, number in counts(added)]


def _markdown(head: Sequence[str], facts: Sequence[FactChange]) -> list[str]:
    rows = [
        (election or "-", f"`{predicate}`", *(str(number[change] or "") for change in ORDER))
        for election, predicate, number in counts(facts)
    ]
    return ["", *(f"| {' | '.join(row)} |" for row in (head, ["---"] * len(head), *rows))]


def _item(row: FactChange) -> str:
    told = row.new or row.old
    words = f"{change_words(row)} (`{told.fact if told else ''}`): {told_words(row.old, row.fields)}"
    if row.change == CHANGED:
        words += f"; {ENGLISH.say('diff.new').lower()} {told_words(row.new, row.fields)}"
    return f"{words}. {', '.join(f'`{id}`' for id in (told.sources if told else ()))}"
