"""Rows and the schema as text: what a Cypher text found, and what there is to ask for."""

from __future__ import annotations

import json
from collections.abc import Sequence
from fractions import Fraction
from numbers import Real
from typing import TYPE_CHECKING, Any

from ..wording.forms import ENGLISH, isolate, percent
from .table import table
from .text import columns_of, wrap

if TYPE_CHECKING:
    from queries.cypher import Free, Schema

_WIDEST = 72  # columns of a cell


def rows_text(answer: Free) -> str:
    """The rows as a table, and how many there are; long cells are cut."""
    if not answer.columns:
        return ENGLISH.say("rows.empty")
    cells = [[cell(value) for value in row] for row in answer.rows]
    short = [[_shortened(text) for text in row] for row in cells]
    columns = [[row[place] for row in answer.rows] for place in range(len(answer.columns))]
    numbers = frozenset(place for place, column in enumerate(columns) if are_numbers(column))
    head = [isolate(_shortened(column)) for column in answer.columns]
    shown = table([[isolate(text) for text in row] for row in short], right=numbers, head=head)
    counted = ENGLISH.counted("row", len(answer.rows))
    said = [ENGLISH.say("rows.limited" if answer.cut else "rows.counted", rows=counted)]
    if cells != short:
        said.append(ENGLISH.say("rows.cut"))
    return "\n".join([*shown, *said])


def cell(value: Any) -> str:
    """A value in one line: text as it is, nothing for null, lists and maps as JSON."""
    if value is None:
        return ""
    if isinstance(value, str):
        return " ".join(value.splitlines()) if "\n" in value or "\r" in value else value
    return json.dumps(value, ensure_ascii=False)


def is_number(value: object) -> bool:
    """Whether a value is a number; true and false are none."""
    return isinstance(value, Real) and not isinstance(value, bool)


def are_numbers(column: Sequence[object]) -> bool:
    """Whether the values of a column are numbers, as far as they are known."""
    return bool(column) and all(value is None or is_number(value) for value in column)


def share(value: float) -> str:
    """A fraction as a percentage, rounded as every other: 0.0625, which is 1 of 16, is 6.3%."""
    part = Fraction(value).limit_denominator(1_000_000)
    return percent(part.numerator, part.denominator)


def _shortened(text: str) -> str:
    return text if columns_of(text) <= _WIDEST else f"{text[: _WIDEST - 3]}..."


def schema_text(answer: Schema) -> str:
    """Labels, then edges, each with its properties and an example."""
    lines = [ENGLISH.say("schema.labels")]
    for label in answer.labels:
        also = f" ({ENGLISH.say('schema.also')} {label.also})" if label.also else ""
        known = ENGLISH.say("schema.as", label=label.also) if label.also else ", ".join(label.properties)
        lines += [wrap(f"  {label.label}{also}: {known}", "    "), f"    {label.example}"]
    lines += ["", ENGLISH.say("schema.edges")]
    for edge in answer.edges:
        way = f"(:{edge.start})-[:{edge.type}]->(:{edge.end})"
        lines += [wrap(f"  {way}: {', '.join(edge.properties)}", "    "), f"    {edge.example}"]
    return "\n".join(lines)
