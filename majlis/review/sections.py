"""The sections and tables of a document, which one act can set together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from loaders.reading.line import Line, LineKind
from loaders.reading.tables.columns import TableReading

_LONGEST_HEADING = 60  # letters


@dataclass(frozen=True, slots=True)
class Block:
    """A section or a table of the document: its lines from `first` to `last`, which one act can set together."""

    name: str
    table: bool
    first: int
    last: int
    sums_agree: bool = False


def sections(lines: Sequence[Line], tables: Sequence[TableReading]) -> list[Block]:
    """The tables, by what the reader understood, and the sections below each heading."""
    blocks = []
    for table in tables:
        first, last = table.ends
        agree = bool(table.sums) and all(one.said == one.counted for one in table.sums)
        number = [lines[at].where or str(lines[at].number) for at in (first, last)]
        blocks.append(Block(" - ".join(dict.fromkeys(number)), True, first, last, agree))
    heads = [index for index, line in enumerate(lines) if line.kind is LineKind.HEADING or _like_heading(line)]
    for head, after in pairwise([*heads, len(lines)]):
        blocks.append(Block(lines[head].text.strip("#* :"), False, head, after - 1))
    return blocks


def _like_heading(line: Line) -> bool:
    """A heading of plain text: short, without a figure, and marked or ended as one."""
    text = line.text.strip()
    return (
        line.kind is LineKind.TEXT
        and 0 < len(text) < _LONGEST_HEADING
        and not any(char.isdigit() for char in text)
        and (text.startswith("#") or text.endswith((":", "：")))
    )
