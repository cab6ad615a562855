"""What a loader reads in a document, written as it is read: a document of any length takes no more memory."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterator, Sequence
from typing import IO, Any, TextIO

from graph.model import Item, Remark, Statement, Unreadable, Unresolved
from loaders import Reading
from queries.plain import plain as as_plain

from .spreadsheet import write_rows
from .terminal.text import plain, wrap, writes_all
from .wording.forms import isolate

_GAPS = {Unresolved: "unresolved", Unreadable: "unreadable", Remark: "notes"}
_COLUMNS = "item locator predicate subject subject_text object object_text value standing reason".split()
_SOURCE = ("id", "title", "publisher", "published", "url", "kind")
_MEMORY = 1_000_000  # bytes of unresolved names kept in memory before they go to a file


class _Kept:
    """Rows put aside until the statements are written, in a temporary file when they are many."""

    def __init__(self, encode: Callable[[object], str]) -> None:
        self._encode = encode
        self._file: IO[str] = tempfile.SpooledTemporaryFile(_MEMORY, mode="w+", encoding="utf-8")  # noqa: SIM115 - closed with it
        self.count = 0

    def add(self, item: Item) -> None:
        self._file.write(self._encode(item_row(item)) + "\n")
        self.count += 1

    def rows(self) -> Iterator[str]:
        """The rows as JSON, in their order; once."""
        self._file.seek(0)
        for line in self._file:
            yield line.rstrip("\n")
        self._file.close()


def item_row(item: Item) -> dict[str, Any]:
    """What is read in a document, a statement or what was not read, as JSON shows it."""
    return {name: value for name, value in as_plain(item).items() if name not in ("source", "place")}


def write_json(reading: Reading, out: TextIO) -> None:
    """The reading as one JSON object; statements are written as they are read."""
    head = {
        "document": reading.document.shown,
        "shape": reading.shape,
        "source": {name: getattr(reading.source, name) for name in _SOURCE},
        "election": reading.election,
    }
    ascii_only = not writes_all(out)
    encode = json.JSONEncoder(ensure_ascii=ascii_only).encode
    out.write(json.dumps(head, ensure_ascii=ascii_only, indent=2).rstrip("\n}") + ",\n")
    kept = {name: _Kept(encode) for name in _GAPS.values()}
    _write_rows("statements", (encode(item_row(claim)) for claim in _statements(reading, kept)), out)
    for name, rows in kept.items():
        out.write(",\n")
        _write_rows(name, rows.rows(), out)
    out.write("\n}\n")


def _write_rows(name: str, rows: Iterator[str], out: TextIO) -> None:
    out.write(f'  "{name}": [')
    comma = ""
    for row in rows:
        out.write(f"{comma}\n    {row}")
        comma = ","
    out.write("\n  ]" if comma else "]")


def _statements(reading: Reading, kept: dict[str, _Kept]) -> Iterator[Statement]:
    """The statements; all else is put aside."""
    for item in reading.items():
        if isinstance(item, Statement):
            yield item
        else:
            kept[_GAPS[type(item)]].add(item)


def write_csv(reading: Reading, out: TextIO) -> None:
    """Statements, unresolved names and unreadable lines as rows of one table, in the order of the document."""
    write_rows(_COLUMNS, map(_csv_row, reading.items()), out)


def _csv_row(item: Item) -> Sequence[object]:
    if isinstance(item, Statement):
        names = (item.subject, item.subject_text, item.object, item.object_text)
        return ("statement", item.locator, item.predicate, *names, item.value, item.standing.value, None)
    text, reason = (None, item.text) if isinstance(item, Remark) else (item.text, item.reason)
    return (type(item).__name__.lower(), item.locator, None, None, text, None, None, None, None, reason)


def write_text(reading: Reading, out: TextIO) -> None:
    """The reading for a terminal: a line for each statement, then what was not read and why."""
    source = reading.source
    said = ", ".join(part for part in (source.title, source.publisher, source.published) if part)
    head = f"{reading.document.shown}: a {reading.shape.replace('_', ' ')} ({said}; {source.kind.value})"
    out.write(plain(wrap(head)) + "\n")
    kept = {name: _Kept(json.dumps) for name in _GAPS.values()}
    count = 0
    for claim in _statements(reading, kept):
        count += 1
        out.write(plain(_line(claim)) + "\n")
    out.write(
        f"{count} statements, {kept['unresolved'].count} names not known, {kept['unreadable'].count} lines not read\n"
    )
    for title, name in (("Not known", "unresolved"), ("Not read", "unreadable"), ("Note", "notes")):
        for row in map(json.loads, kept[name].rows()):
            reason = f": {row['reason']}" if "reason" in row else ""
            out.write(plain(wrap(f"{title}: {isolate(row['text'])} ({row['locator']}){reason}", "  ")) + "\n")


def _line(claim: Statement) -> str:
    subject = f"{isolate(claim.subject_text)} [{claim.subject or 'not known'}]"
    parts = [claim.locator + ":", subject, claim.predicate]
    if claim.object_text is not None:
        parts.append(f"{isolate(claim.object_text)} [{claim.object or 'not known'}]")
    if claim.value is not None:
        parts.append(str(claim.value))
    if claim.of:
        parts.append(f"of {claim.of}")
    if claim.since or claim.until:
        parts.append(f"{claim.since or '...'} to {claim.until or '...'}")
    return " ".join([*parts, f"({claim.standing})"])
