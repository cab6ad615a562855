"""What a loader reads in a document, written as it is read: a document of any length takes no more memory."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields
from functools import cache, partial
from itertools import islice
from operator import attrgetter
from typing import IO, TYPE_CHECKING, Any, TextIO

from graph.errors import UsageError
from graph.model import Item, Remark, Statement, Unreadable, Unresolved
from loaders import Marked, Reading
from loaders.reading.found import Certainty
from loaders.reading.line import Line
from loaders.reading.reader import Read
from loaders.reading.tables.columns import How, meant

from .spreadsheet import write_rows
from .terminal.text import json_text, plain, wrap
from .wording.forms import ENGLISH, isolate
from .wording.messages import words

if TYPE_CHECKING:
    from loaders.reading.tables.columns import TableReading

_GAPS = {Unresolved: "unresolved", Unreadable: "unreadable", Remark: "notes"}
_COLUMNS = (
    "accept item locator predicate subject subject_text object object_text value standing reason "
    "certainty line start end mechanism place_from of election reserved_for since until quote "
    "source title publisher published url kind"
).split()
_SOURCE = ("id", "title", "publisher", "published", "url", "kind")
_MEMORY = 1_000_000  # bytes of unresolved names kept in memory before they go to a file


class _Kept:
    """Rows put aside until the statements are written, in a temporary file when they are many."""

    def __init__(self, encode: Callable[[object], str]) -> None:
        self._encode = encode
        self._file: IO[str] = tempfile.SpooledTemporaryFile(_MEMORY, mode="w+", encoding="utf-8")  # noqa: SIM115 - closed with it
        self.count = 0

    def add(self, marked: Marked) -> None:
        self._file.write(self._encode(marked_row(marked)) + "\n")
        self.count += 1

    def rows(self) -> Iterator[str]:
        """The rows as JSON, in their order; once."""
        self._file.seek(0)
        for line in self._file:
            yield line.rstrip("\n")
        self._file.close()


def item_row(item: Item) -> dict[str, Any]:
    """What is read in a document, a statement or what was not read, as JSON shows it."""
    kind: Any = type(item)
    names, values = _parts(kind)
    return dict(zip(names, values(item), strict=True))


@cache
def _parts(kind: Any) -> tuple[Sequence[str], Callable[[Item], tuple[Any, ...]]]:
    """The names of what is shown of an item, all of them texts and numbers, and how they are taken from it."""
    names = [field.name for field in fields(kind) if field.name not in ("source", "place")]
    return names, attrgetter(*names)


def marked_row(marked: Marked) -> dict[str, Any]:
    """The same with where it stands, and of a statement how sure it is and how it was read."""
    row = item_row(marked.item)
    if isinstance(marked.item, Statement):
        row |= {"certainty": marked.certainty, "mechanism": marked.mechanism, "place_from": marked.place_from}
        if marked.reason:
            row["reason"] = marked.reason
    if marked.value is not None:
        row["value"] = marked.value
    return row | {"line": marked.span.line or None, "span": [marked.span.start, marked.span.end]}


def write_json(reading: Reading, out: TextIO) -> int:
    """The reading as one JSON object; statements are written as they are read. Gives how many items there are."""
    read = _understood(reading)
    head = {
        "document": reading.document.shown,
        "shape": reading.shape,
        "source": {name: getattr(reading.source, name) for name in _SOURCE},
        "election": reading.election,
    }
    encode = partial(json_text, out=out)
    out.write(json_text(head, out, indent=2).rstrip("\n}") + ",\n")
    kept = {name: _Kept(encode) for name in _GAPS.values()}
    count = _write_rows("statements", (encode(marked_row(one)) for one in _statements(reading, read, kept)), out)
    for name, rows in kept.items():
        out.write(",\n")
        _write_rows(name, rows.rows(), out)
    out.write(",\n")
    tables = read.tables if read else ()
    told = zip(tables, _ends(reading, tables), strict=True)
    found = ({"lines": [first.number, last.number], **table_row(table)} for table, (first, last) in told)
    _write_rows("tables", map(encode, found), out)
    out.write("\n}\n")
    return count


def _understood(reading: Reading) -> Read | None:
    """What the general reader found, where the document is read by it.

    Raises UsageError where a person named a column that no table has.
    """
    read = reading.understood() if reading.shape == "general" else None
    columns = [column for table in (read.tables if read else ()) for column in table.columns.columns]
    for role, header in reading.columns.items():
        if not any(meant(column, header) or (column.how, column.role) == (How.SAID, role) for column in columns):
            heads = ", ".join(dict.fromkeys(plain(column.header) for column in columns if column.header))
            has = f"The headers are: {heads}." if heads else f"It is read as {reading.shape}, and no table is in it."
            raise UsageError(f"--columns: no table of {reading.document.shown} has a column {header!r}. {has}")
    return read


def table_row(table: TableReading) -> dict[str, Any]:
    """How a table was understood, as JSON shows it: its columns, the sums that were checked."""
    return {
        "dressing": table.grid.dressing,
        "columns": [
            {
                "column": column.index + 1,
                "header": column.header,
                "role": column.role and column.role.value,
                "list": column.list,
                "place": column.place,
                "by": column.how.value,
            }
            for column in table.columns.columns
        ],
        "sums": [{"column": one.column, "said": one.said, "counted": one.counted} for one in table.sums],
    }


def _write_rows(name: str, rows: Iterator[str], out: TextIO) -> int:
    """Write rows as a list under a name; gives how many they are."""
    out.write(f'  "{name}": [')
    count = 0
    for count, row in enumerate(rows, 1):
        out.write(f"{',' if count > 1 else ''}\n    {row}")
    out.write("\n  ]" if count else "]")
    return count


def _statements(reading: Reading, read: Read | None, kept: dict[str, _Kept]) -> Iterator[Marked]:
    """The statements; all else is put aside."""
    for one in reading.marked(read):
        if isinstance(one.item, Statement):
            yield one
        else:
            kept[_GAPS[type(one.item)]].add(one)


def write_csv(reading: Reading, out: TextIO) -> int:
    """Statements, unresolved names and unreadable lines as rows of one table, in the order of the document.

    What is stated has a yes in the column `accept`; a person may write or take out a yes, and `majlis add` keeps them.
    """
    source = {("source" if name == "id" else name): getattr(reading.source, name) for name in _SOURCE}
    return write_rows(_COLUMNS, (_csv_row(one, source) for one in reading.marked(_understood(reading))), out)


def _csv_row(marked: Marked, source: Mapping[str, object]) -> Sequence[object]:
    item, span = marked.item, marked.span
    row: dict[str, object] = {"item": type(item).__name__.lower(), "locator": item.locator}
    row |= {"line": span.line or None, "start": span.start, "end": span.end, "reason": marked.reason or None}
    if isinstance(item, Statement):
        row |= {name: getattr(item, name) for name in _COLUMNS if hasattr(item, name)}
        row |= source
        row |= {
            "accept": "yes" if marked.certainty is Certainty.STATED else None,
            "standing": item.standing.value,
            "certainty": marked.certainty.value,
            "mechanism": marked.mechanism and marked.mechanism.value,
            "place_from": marked.place_from and marked.place_from.value,
        }
    elif isinstance(item, Remark):
        row["reason"] = item.text
    else:
        row |= {"subject_text": item.text, "reason": item.reason}
    return [row.get(name) for name in _COLUMNS]


def write_text(reading: Reading, out: TextIO) -> int:
    """The reading for a terminal: how tables were understood, each statement, then what was not read and why."""
    read = _understood(reading)
    for line in _head(reading):
        out.write(plain(wrap(line, "  ")) + "\n")
    tables = read.tables if read else ()
    for table, ends in zip(tables, _ends(reading, tables), strict=True):
        out.write(plain("\n".join(preview(table, *ends))) + "\n")
    kept = {name: _Kept(json.dumps) for name in _GAPS.values()}
    count = dict.fromkeys(Certainty, 0)
    for one in _statements(reading, read, kept):
        count[one.certainty] += 1
        out.write(plain(_line(one)) + "\n")
    counts = {"statements": count[Certainty.STATED], "proposed": count[Certainty.PROPOSED]}
    counts |= {"names": kept["unresolved"].count, "lines": kept["unreadable"].count}
    out.write(ENGLISH.say("read.counts.proposed" if counts["proposed"] else "read.counts", **counts) + "\n")
    for title, name in (("Not known", "unresolved"), ("Not read", "unreadable"), ("Note", "notes")):
        for row in map(json.loads, kept[name].rows()):
            reason = f": {row['reason']}" if "reason" in row else ""
            out.write(plain(wrap(f"{title}: {isolate(row['text'])} ({row['locator']}){reason}", "  ")) + "\n")
    return sum(count.values())


def _head(reading: Reading) -> Iterator[str]:
    """What the document is, and of which election."""
    source, document = reading.source, reading.document
    published = ENGLISH.day(source.published) if source.published else None
    yield ENGLISH.say(
        "read.head",
        document=document.shown,
        shape=words(ENGLISH.code, reading.shape.replace("_", " "), f"read.shape.{reading.shape}"),
        source=", ".join(isolate(part) for part in (source.title, source.publisher, published) if part),
        kind=ENGLISH.say(f"source.{source.kind}"),
    )
    election = document.election
    if election is None:
        yield ENGLISH.say("read.election.none")
    else:
        key = "read.election" if document.election_stated else "read.election.inferred"
        yield ENGLISH.say(key, name=isolate(election.name), id=election.id)


def _ends(reading: Reading, tables: Sequence[TableReading]) -> list[tuple[Line, Line]]:
    """The first and the last line of each table."""
    wanted = {at for table in tables for at in table.ends}
    lines = islice(reading.document.laid_lines(), max(wanted, default=-1) + 1)
    found = {at: line for at, line in enumerate(lines) if at in wanted}
    return [(found[first], found[last]) for first, last in (table.ends for table in tables)]


def preview(table: TableReading, first: Line, last: Line) -> Iterator[str]:
    """How a table was understood, a line for each column and for each sum; `first` and `last` are its lines."""
    at = [isolate(line.where) if line.where else ENGLISH.say("read.line", n=line.number) for line in (first, last)]
    yield ENGLISH.say("read.table.line" if at[0] == at[1] else "read.table", first=at[0], last=at[1])
    for column in table.columns.columns:
        role, how = "not understood", ""
        if column.role:
            role, how = column.role.value, f" ({ENGLISH.say(f'read.by.{column.how}')})"
        named = f" of {isolate(column.list or column.place or '')}" if column.list or column.place else ""
        header = isolate(column.header or "(no header)")
        yield f"  column {column.index + 1} {header}: {role}{named}{how}"
    for one in table.sums:
        agrees = "agrees" if one.said == one.counted else f"the rows come to {_number(one.counted)}"
        yield f"  sum of {isolate(one.column or 'a column')}: {_number(one.said)}, {agrees}"


def _number(value: float) -> str:
    return f"{int(value):,}" if value == int(value) else f"{value:g}"


def _line(marked: Marked) -> str:
    claim = marked.item
    if not isinstance(claim, Statement):
        raise TypeError(type(claim))
    subject = (
        f"{isolate(claim.subject_text)} [{claim.subject or 'not known'}]" if claim.subject_text else "the election"
    )
    parts = [claim.locator + ":", subject, claim.predicate]
    if claim.object_text is not None:
        parts.append(f"{isolate(claim.object_text)} [{claim.object or 'not known'}]")
    if claim.value is not None:
        parts.append(str(claim.value))
    if claim.of:
        parts.append(f"of {claim.of}")
    if claim.since or claim.until:
        parts.append(f"{claim.since or '...'} to {claim.until or '...'}")
    if marked.certainty is Certainty.PROPOSED:
        parts.append(f"(proposed: {marked.reason or 'a part of it is not said'})")
    return " ".join([*parts, f"({claim.standing})"])
