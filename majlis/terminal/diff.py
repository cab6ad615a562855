"""What changed between two versions of the data, as text for a terminal and as an entry of a changelog."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from queries.checking.diff import ADDED, CHANGED, GONE, Diff, EntityChange, FactChange, Told, counts

from ..wording.diff import ORDER, about_words, changes_words, diff_sentence, entity_words, told_words
from ..wording.forms import ENGLISH
from .phrases import numbered
from .table import table
from .text import source_lines, wrap

_FEW = 40  # additions are all shown where they are no more than these, else how many there are of each kind
_FILED = ("election",)  # what differs of a fact that says the same, and now of which election


def diff_text(answer: Diff) -> str:
    """The whole difference; of many additions how many there are of each kind."""
    told = {change: [row for row in answer.facts if row.change == change and row.fields != _FILED] for change in ORDER}
    many = len(told[ADDED]) > _FEW
    shown = [row for change in ORDER for row in told[change] if change != ADDED or not many]
    cited = {id for row in shown for told_of in (row.old, row.new) if told_of for id in told_of.sources}
    sources = [source for source in answer.sources if source.id in cited]
    numbers = numbered(sources)
    lines = [wrap(diff_sentence(answer))]
    for change in ORDER:
        if told[change] and (change != ADDED or not many):
            lines += ["", ENGLISH.say(f"diff.facts.{change}")]
            lines += [line for row in told[change] for line in _fact_lines(row, numbers)]
        if change == CHANGED and (filed := _filed(answer.facts)):
            lines += ["", ENGLISH.say("diff.facts.filed")]
            lines += [wrap(f"  {election}: {'; '.join(words)}", "    ") for election, words in filed.items()]
    if many:
        rows = [(election or "-", predicate, str(found[ADDED])) for election, predicate, found in counts(told[ADDED])]
        lines += ["", ENGLISH.say("diff.facts.added"), *table(rows, right=frozenset({2})), ENGLISH.say("diff.all")]
    lines.append("")
    for change in ORDER:
        if found := [row for row in answer.entities if row.change == change]:
            lines.append(wrap(f"{ENGLISH.say(f'diff.entities.{change}')}: {_entities(found)}", "  "))
    return "\n".join([*lines, *source_lines(sources)])


def _fact_lines(row: FactChange, numbers: Mapping[str, int]) -> list[str]:
    """A fact, and what each version says of it, with its sources."""
    lines = [wrap(f"  {_about(row)}", "    ")]
    for key, told in (("old", row.old), ("new", row.new)):
        if told is not None:
            cited = "".join(f"[{numbers[id]}]" for id in told.sources)
            words = f"    {ENGLISH.say(f'diff.{key}').lower()}: {told_words(told, row.fields)} {cited}"
            lines.append(wrap(words.rstrip(), "      "))
    return lines


def _about(row: FactChange) -> str:
    return about_words(row) + (f" ({row.election})" if row.election else "")


def _filed(facts: Iterable[FactChange]) -> dict[str, list[str]]:
    """What facts are about that say the same as before, and now of one election: by election."""
    found: dict[str, list[str]] = {}
    for row in facts:
        if row.fields == _FILED:
            found.setdefault(row.election or ENGLISH.say("diff.no_election"), []).append(about_words(row))
    return found


def _entities(rows: Sequence[EntityChange]) -> str:
    if len(rows) <= _FEW:
        return ENGLISH.listed(map(entity_words, rows))
    return ENGLISH.listed(f"{ENGLISH.say(f'kind.{kind}')} {number}" for kind, number in _by_kind(rows))


def _by_kind(rows: Sequence[EntityChange]) -> list[tuple[str, int]]:
    return sorted(Counter(row.kind for row in rows).items(), key=lambda item: (-item[1], item[0]))


def changelog_entry(answer: Diff) -> str:
    """The difference in Markdown, an entry of `data/CHANGELOG.md`: counts, and what changed or is gone."""
    facts = ENGLISH.say("diff.facts", changes=changes_words(answer.facts))
    entities = ENGLISH.say("diff.entities", changes=changes_words(answer.entities))
    said = f"{ENGLISH.say('diff.entry', new=answer.new, old=answer.old)} {facts}. {entities}."
    lines = [f"## {answer.new.partition('+')[0]}", "", said, "", *_counts(answer.facts)]
    changed = [row for row in answer.facts if row.change == CHANGED and row.fields != _FILED]
    lost = [row for row in answer.entities if row.change == CHANGED and (row.old != row.new or row.names_gone)]
    for heading, items in {
        "facts.changed": map(_item, changed),
        "facts.filed": (f"{election}: {'; '.join(words)}" for election, words in _filed(answer.facts).items()),
        "facts.gone": (_item(row) for row in answer.facts if row.change == GONE),
        "entities.changed": (entity_words(replace(row, names_added=())) for row in lost),
        "entities.gone": (entity_words(row) for row in answer.entities if row.change == GONE),
    }.items():
        if found := [f"* {item}" for item in items]:
            lines += ["", f"### {ENGLISH.say(f'diff.{heading}')}", "", *found]
    return "\n".join(lines) + "\n"


def _counts(facts: Sequence[FactChange]) -> list[str]:
    head = ("election", "predicate", *(ENGLISH.say(f"diff.{change}") for change in ORDER))
    rows = [
        (election or "-", f"`{predicate}`", *(str(found[change] or "") for change in ORDER))
        for election, predicate, found in counts(facts)
    ]
    return [f"| {' | '.join(row)} |" for row in (head, ["---"] * len(head), *rows)]


def _item(row: FactChange) -> str:
    told = row.new or row.old
    said = [f"{about_words(row)} (`{told.fact if told else ''}`)", _version("old", row.old, row)]
    return "; ".join([*said, *([_version("new", row.new, row)] if row.new else [])])


def _version(key: str, told: Told | None, row: FactChange) -> str:
    cited = ", ".join(f"`{id}`" for id in (told.sources if told else ()))
    return f"{ENGLISH.say(f'diff.{key}').lower()}: {told_words(told, row.fields)}" + (f" ({cited})" if cited else "")
