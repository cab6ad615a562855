"""The number behind the place of a heading, "Marden (10)": its size, where the seats of the lists below come to it."""

from __future__ import annotations

from itertools import takewhile

from ..blocks import Block, BlockKind
from ..cues import roles_in
from ..figures import Figure
from ..labels import Sort
from ..lists.entries import Entries, entries_of
from ..sized import SIZED, size_behind
from ..tables.cell import cell_value
from ..tables.columns import How
from ..tables.grid import Grid
from ..words import Role
from .page import Page

_HEADS = frozenset({BlockKind.TITLE, BlockKind.HEADING})
_FEWEST = 2  # lists
_NEXT = 2  # blocks below a heading, one of which may lead to the table


def bare_size(page: Page, at: int, entries: Entries, text: str) -> tuple[str, Figure] | None:
    """The place of a heading and the bare number behind it; None where the seats below do not come to that."""
    sized = SIZED.fullmatch(text)
    if sized is None or len(entries.figures) != 1:
        return None
    (figure,) = entries.figures
    if figure.unit is not None or figure.year or not sized["size"].isdigit():
        return None
    below = page.blocks[at + 1 : at + 1 + _NEXT]
    table = next((block.grid for block in below if block.kind is BlockKind.TABLE), None)
    seats = _of_table(page, table) if table is not None else _of_items(page, at)
    return (sized["name"].strip(), figure) if len(seats) >= _FEWEST and sum(seats) == figure.value else None


def sized(entries: Entries, text: str) -> tuple[str, Figure | None]:
    """The name of a heading, and the size behind it: "Tunis 1 (9 seats)", "Tunis (9 seats up)", "Tunis (Seats: 9)"."""
    behind = size_behind(text)
    if behind and behind["of"] and not roles_in(behind["of"]).isdisjoint({Role.SEATS, Role.SIZE}):
        first = next((figure for figure in entries.figures if figure.start == behind.start("size")), None)
        if first is not None and first.unit in (None, Role.SEATS):
            return behind["name"].strip(), first._replace(unit=Role.SEATS)
    seats = [figure for figure in entries.figures if behind and behind.start("size") <= figure.start < behind.end()]
    if behind and len(seats) == 1 and seats[0].unit is Role.SEATS and seats[0].start == behind.start("size"):
        return behind["name"].strip(), seats[0]
    if len(entries.entries) == 1 and not entries.tail:
        entry = entries.entries[0]
        figure = entry.figures[-1]
        numbered = len(entry.figures) == 2 and entry.figures[0].unit is None and entry.figures[0].value < 100
        bracketed = text[figure.start - 1 : figure.start] in ("(", "[")
        if figure.unit is Role.SEATS and entry.name and (bracketed or entry.separated):
            if numbered and bracketed:  # "Tunis 1 (9 seats)"
                return text[: entry.figures[0].end].strip(), figure
            if len(entry.figures) == 1:
                return text[: entry.end].strip(), figure
    return text, None


def sized_too(page: Page, at: int) -> bool:
    """Whether another heading has a number behind its name: of one alone the words may be a topic's."""
    others = (one.text for other, one in enumerate(page.blocks) if one.kind in _HEADS and other != at)
    found = ((text, entries_of(text)) for text in others)
    return any(sized(one, text)[1] or any(each.unit is Role.SEATS for each in one.figures) for text, one in found)


def _of_table(page: Page, grid: Grid) -> list[int | float]:
    """The seats of each list of a table."""
    from ..tables.roles import columns_of  # noqa: PLC0415 - 15 ms that a page without a table does not need

    columns = columns_of(grid, page.labels, page.scope.unit, page.said)
    seats = columns.of(Role.SEATS)
    if seats is None or seats.how is How.GUESS:
        return []
    rows = [row for row in grid.rows[columns.header_rows :] if seats.index < len(row)]
    lists = (row for row in rows if all(page.labels.group(cell.text) is not Sort.TOTAL for cell in row))
    return [value for row in lists if (value := cell_value(row[seats.index].text)) is not None]


def _of_items(page: Page, at: int) -> list[int | float]:
    """The seats of each list that an item below a heading names."""
    below = (page.blocks[index] for index in range(at + 1, len(page.blocks)))
    items = takewhile(lambda block: block.kind is BlockKind.ITEM, below)
    return [one.value for block in items for one in _figures(block) if one.unit is Role.SEATS]


def _figures(block: Block) -> list[Figure]:
    return [entry.figures[0] for entry in entries_of(block.text).entries[:1]]
