"""What changed between two versions of the data, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from queries.checking.diff import ADDED, CHANGED, COMPARED, GONE, Diff, EntityChange, FactChange, Told

from .forms import ENGLISH, Language
from .tables import Column, Table, fields
from .why import basis_words, fact_words, value_words

ORDER = (CHANGED, GONE, ADDED)  # what a reader of an earlier answer must know stands first


def diff_sentence(answer: Diff, language: Language = ENGLISH) -> str:
    """How many facts and entities came, went and changed, in one sentence."""
    parts = [
        language.say(f"diff.{what}", changes=changes_words(rows, language))
        for what, rows in (("facts", answer.facts), ("entities", answer.entities))
    ]
    old, new = language.isolate(answer.old), language.isolate(answer.new)
    return language.say("diff.is", old=old, new=new, parts=language.listed(parts, "semicolon"))


def changes_words(rows: Sequence[FactChange] | Sequence[EntityChange], language: Language = ENGLISH) -> str:
    """How many of each change: "7 changed, 2 gone, 2,066 added"."""
    found = Counter(row.change for row in rows)
    return language.listed(language.say(f"diff.counted.{change}", number=found[change]) for change in ORDER)


def about_words(row: FactChange, language: Language = ENGLISH) -> str:
    """What a fact is about, without what the versions say of it."""
    told = row.new or row.old
    text = row.object_text and language.isolate(row.object_text)
    object = language.name(*row.object) if row.object else text
    of = told.of if told and "of" not in row.fields else None
    return fact_words(row.predicate, language.name(*row.subject), object, of, language)


def told_words(told: Told | None, shown: Sequence[str], language: Language = ENGLISH) -> str:
    """What a version says of a fact: its value and dates, and what of `shown` beside them; "-" where it has none."""
    if told is None:
        return "-"
    value = value_words(told.value, told.values, told.disputed, language)
    parts = [value + (basis_words(told.of, language) if "of" in shown else "")]
    parts.append(language.period(told.since, told.until))
    if "election" in shown:
        parts.append(told.election or language.say("diff.no_election"))
    if "standing" in shown or not any(parts):
        parts.append(language.say(f"standing.{told.standing}"))
    parts.append(told.reserved_for or "")
    parts += [] if told.counts else [language.say("uncounted")]
    return language.listed(filter(None, parts))


def diff_table(answer: Diff, language: Language = ENGLISH) -> Table:
    """A row for each fact that differs, with what each version says of it and the sources that carry it."""

    def told(version: str, name: str) -> Column:
        return Column(f"{version}_{name}", None, lambda row: getattr(getattr(row, version), name, None))

    columns = [
        *fields(language, "change", "predicate", "subject=subject.id"),
        Column("object", None, lambda row: row.object and row.object.id),
        *fields(language, "election"),
        Column("differs", None, lambda row: row.fields),
        *(told(version, name) for version in ("old", "new") for name in ("fact", *COMPARED, "sources")),
    ]
    return Table(columns, sorted(answer.facts, key=lambda row: ORDER.index(row.change)))


def entity_words(row: EntityChange, language: Language = ENGLISH) -> str:
    """An entity that came, went or was renamed, or the names that it gained and lost."""
    name = language.name(row.id, row.new or row.old or row.id)
    if row.old and row.new and row.old != row.new:
        name = language.say("diff.renamed", old=language.name(row.id, row.old), new=language.name(row.id, row.new))
    names = [f"+ {text}" for text in row.names_added] + [f"- {text}" for text in row.names_gone]
    return f"{name} ({language.listed(names)})" if names else name
