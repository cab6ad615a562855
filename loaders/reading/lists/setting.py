"""What holds for the entries of one line, and what a figure of them counts by it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..figures import Figure
from ..scope import Scope
from ..words import Role
from .entries import Entry

_LARGEST_GUESS = 1000  # no figure without a unit is of seats above it
_FEWEST_VOTES = 100  # beside a share


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds for the entries of one line: the scope, the unit taken over, whether those named won.

    `persons`: whether they are people, each with a list in brackets; None where nothing tells it. `places`: they are
    places, as others of their run are; `no_places`: none is one, whatever noun it has. `lists`: so are others of their
    run known to be lists. `won_list`: the list that all those named won a seat on.
    `guess`: what the figures of their run count by their size. `units`: what each of several figures of an entry
    above counts, in their order. `doubt`: why no claim of the line is sure.
    """

    scope: Scope
    unit: Role | None = None
    unit_sure: bool = True
    won: bool = False
    inline: bool = False
    persons: bool | None = None
    places: bool = False
    no_places: bool = False
    lists: bool = False
    guess: Role | None = None
    guessed: bool = False
    units: tuple[Role | None, ...] = ()
    won_list: str | None = None
    doubt: str = ""

    def counts(self, figure: Figure) -> tuple[Role | None, bool]:
        """What a figure counts, and whether that is said."""
        if figure.unit:
            return figure.unit, True
        if self.unit and not (self.unit is Role.SEATS and self.guess is Role.VOTES):
            return self.unit, self.unit_sure  # of a run with numbers that no body has, none is of seats
        if figure.value != int(figure.value):
            return None, False
        return self.guess or guess_of([figure.value]), False


def guess_of(values: Sequence[int | float]) -> Role:
    """What figures that stand together count where nothing says it: votes if one is larger than any body."""
    return Role.VOTES if max(values) >= _LARGEST_GUESS else Role.SEATS


def with_unit(entry: Entry, figure: Figure, setting: Setting) -> Figure:
    """A figure with the unit that stands at its place in the entries above, where these have as many figures."""
    if figure.unit is not None or len(entry.figures) != len(setting.units):
        return _beside_share(entry, figure)
    if any(one.unit not in (None, unit) for one, unit in zip(entry.figures, setting.units, strict=True)):
        return figure
    at = next(at for at, one in enumerate(entry.figures) if one.start == figure.start)
    return figure._replace(unit=setting.units[at])


def _beside_share(entry: Entry, figure: Figure) -> Figure:
    """A figure beside the share of its list, "17.3 percent (101,295)", "101,295 (17.3%)", with votes for its unit."""
    if figure.unit is not None or figure.value < _FEWEST_VOTES:
        return figure
    at = next((at for at, one in enumerate(entry.figures) if one.start == figure.start), 0)
    before = entry.figures[at - 1] if at else None
    behind = entry.figures[at + 1] if at + 1 < len(entry.figures) else None
    behind_share = figure.bracketed and before is not None and before.unit is Role.PERCENT
    with_share = not figure.bracketed and behind is not None and behind.bracketed and behind.unit is Role.PERCENT
    noted = figure is entry.figures[-1] and share_behind(entry) is not None
    return figure._replace(unit=Role.VOTES) if behind_share or with_share or noted else figure


def share_behind(entry: Entry) -> float | None:
    """The share with which the bracket behind the figure of an entry begins: "186 (32.7 per cent, new)"."""
    first = next((figure for note in entry.notes for figure in note.figures), None)
    return float(first.value) if first is not None and first.unit is Role.PERCENT else None
