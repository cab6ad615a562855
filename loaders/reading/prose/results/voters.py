"""How many people voted: which figures of a sentence tell it."""

from __future__ import annotations

from ....languages.words import fold
from ..context import Context
from ..nodes import FIGURE, WORD, is_holder

_NOUNS = frozenset({"voters", "electors"})
_NEAR = 12  # nodes


def counts_voters(context: Context, at: int) -> bool:
    """Whether a figure is the number of those who voted."""
    node = context.nodes[at]
    if node.unit not in ("voters", "chairs", None) or isinstance(node.value, float) or node.value < 100:
        return False
    first, last = max(at - 6, 0), min(at + 5, len(context.nodes))
    for index in range(at - 1, first - 1, -1):
        labelled = context.nodes[index].mark(":") and index == at - 1  # "Voters: 48,210"
        if (context.nodes[index].mark(";؛.:") and not labelled) or context.nodes[index].what is FIGURE:
            first = index + 1
            break
    for index in range(at + 1, last):
        if context.nodes[index].mark(",،;؛.:") or context.nodes[index].what is FIGURE:
            last = index
            break
    around = context.nodes[first:last]
    if _for_whom(context, at):
        return False
    if _number_of_voters(context, at):
        return True
    told = any("saying" in word.roles for word in context.nodes[first:at])  # "said that 9,522 people voted"
    if not told and any(_relates(context, index) for index in range(max(first, at - 3), at)):
        return False  # "the list for which 9,522 people voted"
    if any("registered" in word.roles for word in around) and not any("voted" in word.roles for word in around):
        return False
    if not any("voted" in word.roles for word in around) or any("its" in word.roles for word in around):
        return False  # "5,021 voters voted for it"
    if node.unit == "chairs" and not any(word.has("voted") for word in context.nodes[max(at - 1, 0) : last]):
        return False  # "took part under the eyes of 1,800 observers"
    only_noun = all(fold(word.text) in _NOUNS for word in around if word.has("voted"))
    if only_noun and any(word.has("registered") for word in context.nodes):
        return False  # "618,364 registered voters, with 288,889 female voters"
    if at > 1 and context.nodes[at - 1].has("of_total") and context.nodes[at - 2].what is FIGURE:
        return False  # "411,847 out of 943,423 voters registered"
    if any(word.has("strong_total") for word in context.nodes[first:at]):
        return False  # "411,847 voters cast their ballots out of a total of 943,423"
    nearest = min(
        (abs(first + i - at), word.has("registered"))
        for i, word in enumerate(around)
        if word.has("voted", "registered")
    )
    return not nearest[1]


def _for_whom(context: Context, at: int) -> bool:
    """Whether it stands between the verb and a figure for whom so many voted: "صوّت لحزب X 9,522 ناخبا"."""
    before = context.nodes[max(at - 3, 0) : at]
    to = before[1:2] and before[1].has("to")
    return bool(before) and is_holder(before[-1]) and before[0 if to else -2].has("voted") if len(before) > 1 else False


def _relates(context: Context, at: int) -> bool:
    """Whether a pronoun leads to what is told of the name before it; "meaning that" leads to a clause of its own."""
    before = context.nodes[at - 1] if at else None
    clause = context.nodes[at].has("that") and before is not None and before.what is WORD
    return context.nodes[at].has("who") and not (clause and before is not None and not before.has("list_noun"))


def _number_of_voters(context: Context, at: int) -> bool:
    """Whether the clause of a figure opens with "the number of voters", and gives no other figure."""
    before = context.nodes[max(at - _NEAR, 0) : at]
    if before and before[-1].mark(",،"):  # "their number came, by the first count, to 9,522"
        opens = next((i for i in range(len(before) - 2, -1, -1) if before[i].mark(",،")), None)
        before = before[:opens] if opens is not None and before[opens + 1].has("source") else before
    for node in reversed(before):
        counts = node.what is FIGURE and "beside_place" not in node.term.roles  # "in both votes"
        if counts or node.mark(";؛.,،") or is_holder(node):
            return False
        if node.has("number_of_voters"):
            return True
    return False
