"""What stands among the words of a table: figures in a cell of words, and the measure in brackets behind a label."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from ..found import Claim, Found, Mechanism, Span, Unknown, Unread
from ..lists.entries import entries_of
from ..measures import measure
from ..scope import Scope
from ..words import Role, fold, fold_words, lexicon
from .cell import GridCell, cell_value


def figures_among(
    cells: Iterable[GridCell], scope: Scope, counting: Mapping[GridCell, str] = MappingProxyType({})
) -> Iterator[Found]:
    """The figures among the words of cells; of those that are `counting`, each with why it is no claim, all of them."""
    seen: set[Span] = set()
    words = lexicon()
    for cell in cells:
        if cell.at in seen:
            continue  # one cell over several columns
        seen.add(cell.at)
        spelled = cell in counting and fold(cell.text) in words.numbers and not words.roles_of(fold_words(cell.text))
        if not spelled and (cell.text.isalpha() or not any(char.isdigit() for char in cell.text)):
            continue
        found = entries_of(cell.text).figures
        if cell in counting and not found:
            yield Unread(cell.text, cell.at, counting[cell])
        for figure in found:
            if (figure.unit or cell in counting) and not figure.year:
                at = Span(cell.at.line, cell.at.start + figure.start, cell.at.start + figure.end)
                before = fold_words(cell.text[: figure.start])[-1:]
                if figure.unit is Role.SEATS and Role.TOTAL in words.roles_of(before):
                    yield _size(int(figure.value), at, scope)  # "All 111 seats in the National Parliament"
                    continue
                value = cell_value(cell.text)
                why = "approximate" if figure.approximate else counting.get(cell, Unknown.CELL)
                yield Unread(cell.text, at, why, figure.value if value is None else value)


def measures_noted(label: GridCell, scope: Scope) -> Iterator[Found]:
    """The measure in brackets behind the label of a sum."""
    begin = label.text.find("(")
    for entry in entries_of(label.text[begin + 1 :].rstrip(") ")).entries if begin >= 0 else ():
        start = label.at.start + begin + 1
        for figure in entry.figures:
            at = Span(label.at.line, start + figure.start, start + figure.end)
            if not figure.year:
                yield measure(entry.name, str(figure.value), figure.value, at, scope, Mechanism.TABLE)


def _size(value: int, at: Span, scope: Scope) -> Claim:
    """How many seats there are in all."""
    where, origin, certainty, reason = scope.where
    return Claim(
        "council_size", None, where, value, at, Mechanism.TABLE, certainty, origin, scope.standing, reason=reason
    )
