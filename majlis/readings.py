"""What a loader reads in a document, written as it is read: a document of any length takes no more memory."""

from __future__ import annotations

import csv
import json
import tempfile
from collections.abc import Iterator
from typing import IO, Any, TextIO

from graph.model import Remark, Statement, Unreadable, Unresolved
from loaders import Reading

from .terminal import isolate, wrap

_MEMORY = 1_000_000  # bytes of unresolved names kept in memory before they go to a file


class _Kept:
    """Rows put aside until the statements are written, in a temporary file when they are many."""

    def __init__(self) -> None:
        self._file: IO[str] = tempfile.SpooledTemporaryFile(_MEMORY, mode="w+", encoding="utf-8")  # noqa: SIM115 - closed with it
        self.count = 0

    def add(self, row: dict[str, Any]) -> None:
        self._file.write(json.dumps(row, ensure_ascii=False) + "\n")
        self.count += 1

    def rows(self) -> Iterator[str]:
        self._file.seek(0)
        for line in self._file:
            yield line.rstrip("\n")
        self._file.close()


def statement_row(claim: Statement) -> dict[str, Any]:
    """A statement as JSON shows it."""
    return {
        "id": claim.id,
        "subject": claim.subject,
        "subject_text": claim.subject_text,
        "predicate": claim.predicate,
        "object": claim.object,
        "object_text": claim.object_text,
        "value": claim.value,
        "of": claim.of,
        "election": claim.election,
        "reserved_for": claim.reserved_for,
        "since": claim.since,
        "until": claim.until,
        "standing": claim.standing.value,
        "locator": claim.locator,
        "quote": claim.quote,
    }


def gap_row(item: Unresolved | Unreadable | Remark) -> dict[str, Any]:
    """What was not read, as JSON shows it."""
    row: dict[str, Any] = {"text": item.text}
    if isinstance(item, Unresolved):
        row["kind"] = item.kind
    row["locator"] = item.locator
    if not isinstance(item, Remark):
        row["reason"] = item.reason
    return row


def write_json(reading: Reading, out: TextIO) -> None:
    """The reading as one JSON object; statements are written as they are read."""
    source = reading.source
    head = {
        "document": reading.document.shown,
        "shape": reading.shape,
        "source": {
            "id": source.id,
            "title": source.title,
            "publisher": source.publisher,
            "published": source.published,
            "url": source.url,
            "kind": source.kind.value,
        },
        "election": reading.election,
    }
    out.write(json.dumps(head, ensure_ascii=False, indent=2).rstrip("\n}") + ",\n")
    kept = {"unresolved": _Kept(), "unreadable": _Kept(), "notes": _Kept()}
    _write_rows(
        "statements", (json.dumps(statement_row(c), ensure_ascii=False) for c in _statements(reading, kept)), out
    )
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
        elif isinstance(item, Unresolved):
            kept["unresolved"].add(gap_row(item))
        elif isinstance(item, Unreadable):
            kept["unreadable"].add(gap_row(item))
        else:
            kept["notes"].add(gap_row(item))


def write_csv(reading: Reading, out: TextIO) -> None:
    """Statements, unresolved names and unreadable lines as rows of one table, in the order of the document."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(
        [
            "item",
            "locator",
            "predicate",
            "subject",
            "subject_text",
            "object",
            "object_text",
            "value",
            "standing",
            "reason",
        ]
    )
    for item in reading.items():
        if isinstance(item, Statement):
            row = [
                "statement",
                item.locator,
                item.predicate,
                item.subject,
                item.subject_text,
                item.object,
                item.object_text,
                item.value,
                item.standing.value,
                "",
            ]
        else:
            reason = item.text if isinstance(item, Remark) else item.reason
            text = "" if isinstance(item, Remark) else item.text
            row = [type(item).__name__.lower(), item.locator, "", "", text, "", "", "", "", reason]
        writer.writerow(["" if cell is None else cell for cell in row])


def write_text(reading: Reading, out: TextIO) -> None:
    """The reading for a terminal: a line for each statement, then what was not read and why."""
    source = reading.source
    said = ", ".join(part for part in (source.title, source.publisher, source.published) if part)
    out.write(
        wrap(f"{reading.document.shown}: a {reading.shape.replace('_', ' ')} ({said}; {source.kind.value})") + "\n"
    )
    kept = {"unresolved": _Kept(), "unreadable": _Kept(), "notes": _Kept()}
    count = 0
    for claim in _statements(reading, kept):
        count += 1
        out.write(_line(claim) + "\n")
    out.write(
        f"{count} statements, {kept['unresolved'].count} names not known, {kept['unreadable'].count} lines not read\n"
    )
    for title, name in (("Not known", "unresolved"), ("Not read", "unreadable"), ("Note", "notes")):
        for line in kept[name].rows():
            row = json.loads(line)
            reason = f": {row['reason']}" if "reason" in row else ""
            out.write(wrap(f"{title}: {isolate(row['text'])} ({row['locator']}){reason}", "  ") + "\n")


def _line(claim: Statement) -> str:
    parts = [claim.locator + ":", _named(claim.subject_text, claim.subject), claim.predicate]
    if claim.object_text is not None:
        parts.append(_named(claim.object_text, claim.object))
    if claim.value is not None:
        parts.append(str(claim.value))
    if claim.of:
        parts.append(f"of {claim.of}")
    if claim.since or claim.until:
        parts.append(f"{claim.since or '...'} to {claim.until or '...'}")
    return " ".join([*parts, f"({claim.standing})"])


def _named(text: str, id: str | None) -> str:
    return f"{isolate(text)} [{id}]" if id else f"{isolate(text)} [not known]"
