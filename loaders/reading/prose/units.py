"""What a figure without a unit of its own counts: as its verb, the figure before it, or what stands above says."""

from __future__ import annotations

from collections.abc import Mapping
from math import log

from ...languages.words import fold
from ..found import Origin
from .context import Context
from .nodes import What, Who

_BACK = 3  # words before a figure in which its verb may say the unit
_HUNDRED = 100
_UNITS = {"seats": "seats", "votes": "votes"}


def unit_of_bare(context: Context, at: int, units: Mapping[str, int | float]) -> str | None:
    """The unit of a bare figure: that of its verb ("polled 312"), else of the figure before that is most like it."""
    for node in reversed(context.nodes[max(at - _BACK, 0) : at]):
        if node.has("votes_verb"):
            return "votes"
        if node.what in (What.FIGURE, What.NAME):
            break
    before = next((n for n in reversed(context.nodes[:at]) if n.what is What.FIGURE and n.unit), None)
    if before is not None and before.unit == "percent":
        value = context.nodes[at].value
        return "votes" if isinstance(value, int) and value > _HUNDRED else "percent"
    if not units and (said := _unit_said(context)) is not None:
        return said
    if not units and context.scope.unit:
        context.nodes[at].lent_unit = context.scope.place is None or context.scope.place.origin is not Origin.HEADING
        return _UNITS.get(str(context.scope.unit))
    value = max(context.nodes[at].value, 1)
    if not units:
        context.nodes[at].lent_unit = True
        units = context.names.units_above
    return min(units, key=lambda unit: (abs(log(value / units[unit])), unit), default=None)


def _unit_said(context: Context) -> str | None:
    """The one unit that a sentence names without a number: "the parties that won seats were X (6), Y (4)"."""
    terms = context.names.language.terms
    words = (fold(word) for node in context.nodes if node.what is What.WORD for word in node.text.split())
    known = {term.unit for word in words if (term := terms.get((word,)))} & {"seats", "votes"}
    return known.pop() if len(known) == 1 else None


def is_bare(context: Context, at: int) -> bool:
    """Whether a figure without a unit ends its words, so that the unit of the figure before may be its own."""
    after = context.nodes[at + 1] if at + 1 < len(context.nodes) else None
    part = (
        after is not None
        and after.has("of_total")
        and any(node.what is What.FIGURE for node in context.nodes[at + 2 : at + 3])
    )
    if part and any(node.has("counted") for node in context.nodes[at + 3 : at + 6]):
        return False  # "after 61 of 82 had been declared"
    before = context.nodes[at - 1] if at else None
    aged = at > 1 and context.nodes[at - 1].mark(",،") and after is not None and after.mark(",،")
    if aged and context.nodes[at - 2].what is What.NAME and context.nodes[at - 2].who is not Who.LIST:
        return False  # "X Y, 59, said"
    if _numbered(context, at):
        return False
    if before is not None and before.has("in") and not before.has("with", "gain") and before.text not in "بـ":
        return any(node.unit == "members" for node in context.nodes[:at])
    if after is None or after.what in (What.MARK, What.NAME) or after.what is What.FIGURE:
        return True
    return after.has(
        "and", "to", "each", "respectively", "in", "against", "of_total", "goes", "filler", "whole", "with"
    )


def _numbered(context: Context, at: int) -> bool:
    """Whether a figure is the number of a place: "Regions 7 and 10"."""
    index = at - 1
    while index > 0 and (context.nodes[index].has("and") or context.nodes[index].mark(",")):
        index -= 2 if context.nodes[index - 1].what is What.FIGURE and context.nodes[index - 1].unit is None else 1
    before = context.nodes[index] if index >= 0 else None
    if before is None or before.what not in (What.NAME, What.WORD):
        return False
    last = context.names.language.terms.get((fold(before.text.split()[-1]),))
    return last is not None and "place_noun" in last.roles and before.text[:1].isupper()
