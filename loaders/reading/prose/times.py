"""What a sentence says of the time that it tells of: another year, a vote before this, or the day of this one."""

from __future__ import annotations

from collections.abc import Sequence

from .context import Context
from .nodes import FIGURE, RANK, YEAR, Node

_OPENING = 5  # nodes
_LONG_OPENING = 12  # nodes in which a year may stand, with the vote that was held in it


def another_year(context: Context, around: Sequence[Node]) -> str:
    """Whether words speak of a year that is not this vote's: not that above, or one before the document's last."""
    above = context.scope.year.text if context.scope.year else None
    for word in around:
        if word.what is not YEAR or _compared(context, word):
            continue
        year = int(word.value)
        if context.names.one_year and context.names.said and above is None:
            return "another year"
        if (above is not None and str(year) not in above) or (above is None and year < (context.names.year or 0)):
            return "another year"
    return ""


def _compared(context: Context, year: Node) -> bool:
    """Whether a year is only one with which the figure before is compared: "67 %, five points more than in 2020"."""
    at = next(index for index, node in enumerate(context.nodes) if node is year)
    before = context.nodes[max(at - 2, 0) : at]
    return any(node.has("than") for node in before) and any(n.what is FIGURE for n in context.nodes[:at])


def opening_doubt(context: Context) -> str:
    """Why a whole sentence is of another time: it opens with words that say so."""
    if _opens_with_year(context):
        return "another year"
    opening = context.nodes[:_OPENING]
    if context.says("ago", "opening") and any(n.has("ago", "opening") and "counted" not in n.roles for n in opening):
        return "another time"  # "Four years ago X had ..."
    for index in context.at["before"]:
        node = context.nodes[index]
        if index < _OPENING and not any(n.what is FIGURE for n in context.nodes[:index]):
            of_body = index + 2 < len(context.nodes) and context.nodes[index + 1].has("body", "vote_noun")
            following = context.nodes[index + 1 + of_body] if index + 1 < len(context.nodes) else None
            if (following is None or following.mark(",،") or node.has("opening")) and not of_day(context, node):
                return "another time"
    return ""


def _opens_with_year(context: Context) -> bool:
    """Whether a sentence opens with a vote, or a time, of an earlier year: "In the polls of 2010 X had ..."."""
    first = int("and" in context.nodes[0].roles and len(context.nodes) > 1)  # tied to the word behind it in Arabic
    if not context.positions[YEAR] or not context.nodes[first].has("in", "when"):
        return False
    for node in context.nodes[first + 1 : _LONG_OPENING]:
        if node.what is YEAR:
            told = context.names.one_year and bool(context.names.said)  # results were told before, of no year
            return told or int(node.value) < (context.names.year or 0)
        if node.what in (FIGURE, RANK) or (first and node.mark("،")):
            return False
    return False


def of_day(context: Context, word: Node) -> bool:
    """Whether a word says which day or month is meant, and of no earlier vote: "was held last May"."""
    before = context.nodes.index(word) - 1
    return before >= 0 and context.nodes[before].has("month")
