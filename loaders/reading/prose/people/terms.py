"""Terms of an office: who held it from which year to which, and how many terms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...found import Found, Mechanism
from ..context import Context
from ..nodes import FIGURE, NAME, WORD, YEAR, Node, is_holder
from .around import doubt_of_people, is_person, skip

_CLAUSE = 14  # nodes from the verb to the years


def read_terms(context: Context, dated: set[int]) -> Iterator[Found]:
    """Who served between two years: "X served two terms as O from Y to Y". The offices told so go into `dated`."""
    nodes = context.nodes
    for at in context.where("serving", "serves"):
        if at in dated:
            continue
        years = _years(nodes, at)
        office = next((i for i in range(at, min(at + _CLAUSE, len(nodes))) if nodes[i].has("office")), None)
        if years is None or office is None or office > years:
            continue
        who = _who(nodes, at, years)
        if who is None:
            continue
        first = office
        while first - 1 > at and _of_office(nodes[first - 1]):
            first -= 1
        last = office
        while last + 1 < years - 1 and _goes_on(nodes[last + 1]):
            last += 1
        terms = next((n for n in nodes[at:years] if n.what is FIGURE and n.unit == "chairs"), None)
        dated.update(range(first, last + 1))
        yield context.claim(
            "held_office",
            context.name(who),
            context.sentence.text[nodes[first].start : nodes[last].end].strip(" ,،"),
            terms.value if terms is not None else None,
            who,
            nodes[years + 2],
            doubt=doubt_of_people(context),
            mechanism=Mechanism.OFFICE,
            since=str(nodes[years].value),
            until=str(nodes[years + 2].value),
        )


def _of_office(node: Node) -> bool:
    """Whether a word before an office is a part of it: "deputy first minister"."""
    return (
        node.has("office")
        or (node.has("office_before") and not node.has("no_longer"))
        or (node.what is WORD and not node.roles)
    )


def _goes_on(node: Node) -> bool:
    """Whether a word behind an office is a part of it: "governor of the province of Corvale"."""
    return node.what is NAME or node.has("office", "body", "belongs", "joins", "place_noun", "article", "suffix")


def _years(nodes: Sequence[Node], at: int) -> int | None:
    """Where "between Y and Y" or "from Y to Y" stands behind a verb: the index of its first year."""
    for index in range(at + 2, min(at + _CLAUSE, len(nodes) - 2)):
        spans = nodes[index].what is YEAR and nodes[index + 2].what is YEAR
        if spans and nodes[index - 1].has("since") and nodes[index + 1].has("until", "and"):
            return index
    return None


def _who(nodes: Sequence[Node], at: int, years: int) -> Node | None:
    """Who served: the name before the verb, or behind the clause that opens the sentence with it."""
    before = skip(nodes, at - 1, -1, "opening_clause", "filler", "except")
    if before < 0 and any(node.has("opening_clause") for node in nodes[:at]):
        behind = years + 3
        while behind < len(nodes) and (nodes[behind].mark(",،") or nodes[behind].has("honorific", "article")):
            behind += 1
        return nodes[behind] if behind < len(nodes) and is_person(nodes[behind]) else None
    index = skip(nodes, at - 1, -1, "filler", "who", "has_been")
    first = nodes[at + 1] if at + 1 < len(nodes) else None
    if index < 0 and first is not None and is_person(first):
        return first  # the verb comes first
    while index >= 0 and nodes[index].aside:  # "X, the main rival of Y, served"
        index -= 1
    if index < 0:
        return None
    node = nodes[index - 1] if nodes[index].mark(",،") and index else nodes[index]
    return node if is_holder(node) and is_person(node) else None
