"""Runs of lines that are a name and its figure each, with nothing between them: a list, though no mark says so."""

from __future__ import annotations

from collections.abc import Iterable

from ..blocks import Block, BlockKind
from .entries import entries_of
from .written import name_like

_FEWEST = 3  # lines, one below the other
_LONGEST = 100  # letters of a line


def plain_runs(blocks: Iterable[Block]) -> frozenset[int]:
    """The lines of such runs; right below a heading two are enough."""
    lines: list[int] = []
    run: list[int] = []
    fewest = _FEWEST
    for block in [*blocks, None]:
        if block is not None and _is_plain(block):
            run.append(block.at.line)
            continue
        lines.extend(run if len(run) >= fewest else ())
        run, fewest = [], _FEWEST - (block is not None and block.kind is BlockKind.HEADING)
    return frozenset(lines)


def _is_plain(block: Block) -> bool:
    """Whether a line is a name and, at its end, one figure."""
    if (
        block.kind is not BlockKind.TEXT
        or len(block.text) > _LONGEST
        or not (block.text[-1:].isalnum() or block.text[-1:] in "%٪")
    ):
        return False
    entries = entries_of(block.text)
    if len(entries.figures) != 1 or entries.goes_on or len(entries.entries) != 1 or entries.tail:
        return False
    entry, figure = entries.entries[0], entries.figures[0]
    odd = figure.year or figure.approximate or figure.change
    return not odd and entry.start == 0 and not any(note.figures for note in entry.notes) and name_like(entry)
