"""What a figure without a unit of its own counts: as its verb, the figure before it, or what stands above says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from math import log

from ....languages.words import fold
from ...found import Origin
from ...mentions import Names
from ..context import Context
from ..nodes import FIGURE, LIST, MARK, NAME, RANK, WORD, Node

_BACK = 3  # words before a figure in which its verb may say the unit
_HUNDRED = 100
_UNLIKE = log(300)
_ELSEWHERE = log(10)  # by so much a unit of another sentence must be more like it than one of its own
_OF_PLACES = frozenset({Origin.HEADING, Origin.ITEM})  # what stands above a figure with its place says its unit too
_UNITS = {"seats": "seats", "votes": "votes"}
_UNITS_BEFORE = {**_UNITS, "members": "members"}
_UNITS_BEFORE_IT = {**_UNITS, "members": "seats"}  # what a figure counts where the sentence before counts these
_BEHIND_BARE = ("and", "to", "each", "respectively", "in", "against", "of_total", "goes", "filler", "whole", "with")


@dataclass
class Units:
    """What the figures of a sentence count, one after another; what stands before each is gone through once."""

    _context: Context
    unlike: bool = False  # what the last figure counts may be told, and is not like what was counted before
    _seen: dict[str, int | float] = field(init=False)
    _here: set[str] = field(default_factory=set)  # the units that the sentence itself has said
    _at: int = 0  # how many nodes were gone through
    _last: Node | None = None  # the last figure of them that has a unit
    _members: bool = False
    _said: str | None = None  # None before anybody asked

    def __post_init__(self) -> None:
        self._seen = {_UNITS_BEFORE_IT[unit]: like for unit, like in self._context.names.units.items()}

    def add(self, node: Node, unit: str = "") -> None:
        """Remember how large a figure of this unit is, by default of its own."""
        self._seen[unit or str(node.unit)] = max(node.value, 1)
        self._here.add(unit or str(node.unit))

    def of_bare(self, at: int) -> str | None:
        """The unit of a bare figure: that of its verb ("polled 312"), else of the figure before that is most like it.

        The figures before it must have theirs.
        """
        nodes, names = self._context.nodes, self._context.names
        for node in reversed(nodes[max(at - _BACK, 0) : at]):
            if "votes_verb" in node.roles:
                return "votes"
            if node.what is RANK and (most := _UNITS.get(str(_last_unit(node, names)))):
                return most  # "got the most votes with 434"
            if node.what in (FIGURE, NAME):
                break
        if unit := self._told_before(at):
            return unit
        whole = at > 0 and nodes[at - 1].has("of_total", "strong_total")
        if whole and next((node.unit for node in reversed(nodes[: at - 1]) if node.what is FIGURE), None) == "chairs":
            return None  # "in three wards of 8"
        self._go_through(at)
        if self._last is not None and self._last.unit == "percent":
            value = nodes[at].value
            return "votes" if isinstance(value, int) and value > _HUNDRED else "percent"
        if not self._here and self._counts_candidates(at):
            return None
        value = max(nodes[at].value, 1)
        units: Mapping[str, int | float] = {
            unit: like for unit, like in self._seen.items() if unit in self._here or self._alike(value, like)
        } or self._told_behind(at)
        scope = self._context.scope
        with_place = scope.place is not None and scope.place.origin in _OF_PLACES
        if scope.unit and with_place and units and not any(self._alike(value, like) for like in units.values()):
            return _UNITS.get(str(scope.unit))  # "Marden (21 seats): 4,112 ballots went, and it ends with five"
        self.unlike = bool(self._seen) and not units
        if not units and self._last is not None and self._last.unit == "chairs":
            return None  # "in 245 cases: 54 in X"
        if not units:
            self._said = _unit_said(self._context) if self._said is None else self._said
            if self._said and (nodes[at].value > _HUNDRED or not self._of_event):
                return self._said
            if scope.unit:
                nodes[at].lent_unit = not with_place
                return _UNITS.get(str(scope.unit))
            nodes[at].lent_unit = True
            units = {unit: like for unit, like in names.units_above.items() if self._alike(nodes[at].value, like)}
            self.unlike = not units and (self.unlike or bool(names.units_above))
        if len(units) < 2:
            return next(iter(units), None)
        far = {
            unit: abs(log(value / like)) + (_ELSEWHERE if unit not in self._here else 0) for unit, like in units.items()
        }
        return min(far, key=lambda unit: (far[unit], unit))

    def _told_behind(self, at: int) -> Mapping[str, int | float]:
        """The unit of the figures behind one, where they are like it: "A has four, B three and C two seats"."""
        value = self._context.nodes[at].value
        behind = [self._context.nodes[index] for index in self._context.positions[FIGURE] if index > at]
        said = {node.unit: max(node.value, 1) for node in behind if node.unit in _UNITS}
        like = next(iter(said.values())) if len(said) == 1 else 0
        return {str(unit): like for unit in said if value < like * _HUNDRED and like < value * _HUNDRED}

    def _counts_candidates(self, at: int) -> bool:
        """Whether those who stand are counted, and nobody has won: "the candidates were 156, among whom 19 for X"."""
        return self._first_candidates < at and not self._context.says_before(at, "gain")

    @cached_property
    def _first_candidates(self) -> int:
        """Where those who stand are first counted; the end of the sentence where they are not."""
        nodes = self._context.nodes
        counted = (at for at, node in enumerate(nodes) if "candidate" in node.roles)
        return next((at for at in counted if "chairs" in (nodes[at].unit, nodes[at].term.unit)), len(nodes))

    @cached_property
    def _of_event(self) -> bool:
        """Whether the unit that the sentence names may be the election itself: "in the vote"."""
        words = [node for node in self._context.nodes if node.what is WORD and node.term.unit]
        return bool(words) and all(node.has("vote_noun") for node in words)

    @staticmethod
    def _alike(value: int | float, like: int | float) -> bool:
        """Whether two figures of different paragraphs may count the same."""
        return abs(log(max(value, 1) / like)) < _UNLIKE

    def is_bare(self, at: int) -> bool:
        """Whether a figure without a unit ends its words, so that the unit of the figure before may be its own."""
        nodes = self._context.nodes
        after = nodes[at + 1] if at + 1 < len(nodes) else None
        part = (
            after is not None
            and "of_total" in after.roles
            and any(node.what is FIGURE for node in nodes[at + 2 : at + 3])
        )
        if part and any(node.has("counted") for node in nodes[at + 3 : at + 6]):
            return False  # "after 61 of 82 had been declared"
        before = nodes[at - 1] if at else None
        aged = at > 1 and nodes[at - 1].mark(",،") and after is not None and after.mark(",،")
        if aged and nodes[at - 2].what is NAME and nodes[at - 2].who is not LIST:
            return False  # "X Y, 59, said"
        if _numbered(self._context, at):
            return False
        if self._number_of(at):
            return True
        if before is not None and "in" in before.roles and not before.has("with", "gain") and before.text not in "بـ":
            self._go_through(at)
            return self._members
        if after is None or after.what in (MARK, NAME) or after.what is FIGURE:
            return True
        return after.has(*_BEHIND_BARE)

    def _number_of(self, at: int) -> str | None:
        """The unit of which the words before a figure say that it is the number: "sandalye sayısı ise 51 oldu"."""
        back = at - 1
        while back > 0 and self._context.nodes[back].has("filler") and self._context.nodes[back].words == 1:
            back -= 1
        word = self._context.nodes[back] if back >= 0 else None
        phrase = word is not None and word.what is WORD and word.words > 1
        return _UNITS_BEFORE.get(str(word.term.unit)) if phrase and word is not None else None

    def _told_before(self, at: int) -> str | None:
        """The unit that stands before a figure and a mark: "got the most votes, 434"."""
        if unit := self._number_of(at):
            return unit
        if at < 2 or not self._context.nodes[at - 1].mark(",،:("):
            return None
        word = self._context.nodes[at - 2]
        return _UNITS_BEFORE.get(str(word.term.unit)) if word.what is WORD else None

    def _go_through(self, at: int) -> None:
        """Take account of the figures before a node."""
        for node in self._context.nodes[self._at : at]:
            if node.unit:
                self._last = node if node.what is FIGURE else self._last
                self._members = self._members or node.unit == "members"
        self._at = max(self._at, at)


def _last_unit(node: Node, names: Names) -> str | None:
    """The unit that is the last word of a rank: "the most votes"."""
    last = names.language.terms.get((fold(node.text.split()[-1]),))
    return last.unit if last is not None else None


def _unit_said(context: Context) -> str:
    """The one unit that a sentence names without a number: "the parties that won seats were X (6), Y (4)"; else ""."""
    terms = context.names.language.terms
    words = (fold(word) for node in context.nodes if node.what is WORD for word in node.text.split())
    known = {term.unit for word in words if (term := terms.get((word,)))} & {"seats", "votes"}
    return str(known.pop()) if len(known) == 1 else ""


def _numbered(context: Context, at: int) -> bool:
    """Whether a figure is the number of a place: "Regions 7 and 10"."""
    index = at - 1
    while index > 0 and ("and" in context.nodes[index].roles or context.nodes[index].mark(",")):
        index -= 2 if context.nodes[index - 1].what is FIGURE and context.nodes[index - 1].unit is None else 1
    before = context.nodes[index] if index >= 0 else None
    if before is None or before.what not in (NAME, WORD):
        return False
    last = context.names.language.terms.get((fold(before.text.split()[-1]),))
    return last is not None and "place_noun" in last.roles and before.text[:1].isupper()
