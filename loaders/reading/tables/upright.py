"""Tables that stand on their side: lists in columns and measures in rows are turned round."""

from __future__ import annotations

from ..words import Role, fold_words, lexicon
from .grid import Grid

_MOST_ROWS = 40  # of a table on its side


def upright(grid: Grid) -> Grid:
    """A grid whose rows are of one list, place or person each: turned round where its columns are."""
    if grid.dressing != "box":
        words = lexicon()
        down = [words.roles_of(fold_words(row[0].text)) for row in grid.rows if row]
        across = [words.roles_of(fold_words(cell.text)) for cell in grid.rows[0]]
        numeric = {Role.SEATS, Role.VOTES, Role.SHARE}
        turned = sum(bool(roles & (numeric | {Role.LIST, Role.LEADER})) for roles in down)
        if (
            turned < 2
            or len(grid.rows) > _MOST_ROWS
            or sum(map(bool, across[1:]))
            or not any(r & numeric for r in down)
        ):
            return grid
        if not any(Role.LIST in roles for roles in down) and Role.LIST not in across[0] and grid.rows[0][0].text:
            return grid
    width = max(map(len, grid.rows))
    rows = [row for row in grid.rows if len(row) == width]
    if not rows:
        return grid
    turned_rows = tuple(tuple(row[at] for row in rows) for at in range(width))
    return Grid(turned_rows, grid.dressing if grid.dressing != "box" else "turned box", 1)
