"""The claims that people typed in from sources, as rows of a table with the columns of `STATEMENTS`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path

from graph.dates import is_date
from graph.kinds import LISTS
from graph.model import Item, Kind, Place, Registry, Standing, Value
from graph.names import Resolver
from graph.predicates import DETAILS, PREDICATES, ValueKind

from .assembler import Assembler, Mention, OwnNames, own_names, unresolved
from .rows import Table, count_cell, date_cell, decimal_cell, read_table, row_error, unguarded, word_cell

STATEMENTS = Table(
    ("predicate", "source"),
    (
        *("subject", "subject_text", "object", "object_text", "value", "of", "election", "reserved_for"),
        *("since", "until", "standing", "locator", "quote", "reviewed_on", "note"),
    ),
)


def read_statements(path: Path, shown: str, registry: Registry, resolver: Resolver) -> Iterator[tuple[str, Item]]:
    """The claims of one table, each item with the id of its source; the text of a claim is what stands in the cell."""
    elections = [entity.id for entity in registry.of_kind({Kind.ELECTION})]
    lists = {entity.id for entity in registry.of_kind(LISTS)}
    own = names_of_rows(registry)
    for place, row in ((place, unguarded(row)) for place, row in read_table(path, shown, STATEMENTS)):
        predicate = PREDICATES.get(row["predicate"])
        if predicate is None:
            raise row_error(place, f"no predicate {row['predicate']!r}", f"Use one of: {', '.join(PREDICATES)}.")
        election = row["election"] or None
        if election is None and predicate.per_election and len(elections) == 1:
            election = elections[0]
        if election is not None and election not in elections:
            raise row_error(place, f"no election {election!r}", "Use the id of an election of entities.csv.")
        if election is None and predicate.per_election:
            raise row_error(place, "the column 'election' is empty", "More than one election is known: say which.")
        assembler = Assembler(resolver, row["source"], retyped=not row["quote"], own=own(election, place.own))
        within = assembler.province(row["object"], predicate.objects)
        mentions: list[Mention | None] = []
        for column, kinds in (("subject", predicate.subjects), ("object", predicate.objects)):
            cell, text = row[column], row[f"{column}_text"]
            if cell and not kinds:
                raise row_error(place, f"{predicate.name} takes no {column}", f"Empty the cell ({cell!r}).")
            named = assembler.mention(cell, kinds, within) if cell else Mention(text)
            if cell and named.entity is None:
                yield row["source"], unresolved(named, kinds, str(place), place)
            mentions.append(Mention(text or cell, named.entity, told=True) if text or cell else None)
        subject, object = mentions
        if subject is None:
            raise row_error(place, "the row has no subject", "Fill 'subject' or 'subject_text'.")
        if predicate.objects and object is None and not predicate.whole:
            raise row_error(place, f"{predicate.name} needs an object", "Fill 'object' or 'object_text'.")
        if predicate.text_object and object is None:
            raise row_error(place, f"{predicate.name} needs words", "Fill 'object_text'.")
        if predicate.of_list and row["of"] and row["of"] not in lists:
            raise row_error(place, f"no list {row['of']!r}", "Write in 'of' the id of a list of entities.csv.")
        made = assembler.claim(
            predicate.name,
            subject,
            object,
            read_value(row["value"], predicate.value, place),
            of=row["of"] or None,
            election=election,
            reserved_for=row["reserved_for"] or None,
            since=date_cell(row, "since", place),
            until=date_cell(row, "until", place),
            standing=word_cell(Standing, row["standing"] or Standing.REPORTED, "standing", place),
            locator=row["locator"],
            place=place,
            quote=row["quote"],
        )
        yield from ((row["source"], item) for item in made)


def names_of_rows(registry: Registry) -> Callable[[str | None, bool], OwnNames | None]:
    """The only names that are known in a row, by its election; of a user's row without one, at all that are his."""
    elections = [entity.id for entity in registry.of_kind({Kind.ELECTION}) if entity.place and entity.place.own]
    known = cache(lambda election: own_names(registry, [election] if election else elections))
    return lambda election, users: known(election) if election or users else None


def read_value(text: str, kind: ValueKind, place: Place) -> Value | None:
    """The value of a cell, checked against what the predicate takes. Raises DocumentError."""
    if not text:
        if kind in DETAILS:
            return None
        raise row_error(place, "the column 'value' is empty", f"This predicate takes {_TAKEN[kind]}.")
    if kind is ValueKind.NONE:
        raise row_error(place, f"value is {text!r}", "This predicate takes no value: empty the cell.")
    reader = _VALUES[kind]
    try:
        return reader(text)
    except ValueError as error:
        raise row_error(place, f"value is {text!r}", f"This predicate takes {_TAKEN[kind]}.") from error


def _ordinal(text: str) -> int:
    if count_cell(text) == 0:
        raise ValueError(text)
    return int(text)


def _percent(text: str) -> float | int:
    value = decimal_cell(text)
    if not 0 <= value <= 100:
        raise ValueError(text)
    return int(value) if value.is_integer() else value


def _iso(text: str) -> str:
    if not is_date(text):
        raise ValueError(text)
    return text


def _any(text: str) -> Value:
    try:
        return count_cell(text)
    except ValueError:
        return text


_TAKEN: Mapping[ValueKind, str] = {  # of each kind that has a wrong value
    ValueKind.COUNT: "a whole number from 0, in digits without signs between them",
    ValueKind.ORDINAL: "a place: 1, 2, 3",
    ValueKind.PLACE: "a place: 1, 2, 3",
    ValueKind.PERCENT: "a percent from 0 to 100, as 45 or 45.6",
    ValueKind.DATE: "a day that there was, as 2023, 2023-12 or 2023-12-18",
}
_VALUES: Mapping[ValueKind, Callable[[str], Value]] = {
    ValueKind.COUNT: count_cell,
    ValueKind.ORDINAL: _ordinal,
    ValueKind.PLACE: _ordinal,
    ValueKind.PERCENT: _percent,
    ValueKind.DATE: _iso,
    ValueKind.ANY: _any,
}
