"""The items of a review: claims, and figures that became none, with what a person said of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from graph.kinds import LISTS, PROVINCES
from graph.model import Kind, Statement, Unreadable
from graph.predicates import PREDICATES
from loaders import Marked
from loaders.own_folder import Additions
from loaders.reading.line import Line
from loaders.reading.tokens import TokenKind, tokens, value_of

NAMED = ("subject", "object")


class Said(StrEnum):
    """What a person said of an item."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Item:
    """A claim, or a figure that became none (no `predicate` then), with the letters of its line.

    `subject` and `object` are the words, `subject_id` and `object_id` who they mean. `kept`: the folder has it already.
    """

    id: int
    index: int
    start: int
    end: int
    predicate: str
    subject: str
    subject_id: str
    object: str
    object_id: str
    value: int | float | str | None
    election: str
    certainty: str
    reason: str
    mechanism: str
    place_from: str
    kept: bool = False
    said: Said = Said.OPEN


@dataclass(slots=True)
class State:
    """All that an act changes."""

    items: dict[int, Item]
    names: dict[str, dict[str, str]] = field(default_factory=dict)  # "kind\0words" -> a row of aliases or entities
    columns: dict[str, str] = field(default_factory=dict)  # role -> header, where a person says it


KINDS: Mapping[str, frozenset[Kind]] = {
    "list": LISTS,
    "province": PROVINCES,
    "figure": frozenset({Kind.FIGURE}),
    "office": frozenset({Kind.OFFICE}),
}
NEW_KINDS: Mapping[str, Kind] = {
    "list": Kind.PARTY,
    "province": Kind.PROVINCE,
    "figure": Kind.FIGURE,
    "office": Kind.OFFICE,
}


def items_of(
    found: Iterable[Marked], lines: Sequence[Line], folder: Additions, election: str
) -> tuple[dict[int, Item], dict[int, Statement | None]]:
    """The items of a document by id, and the statement that each claim was read as."""
    at: dict[int, int] = {}
    for index, line in enumerate(lines):
        at.setdefault(line.number, index)
    items: dict[int, Item] = {}
    statements: dict[int, Statement | None] = {}
    for marked in found:
        claim = marked.item
        if not isinstance(claim, Statement | Unreadable):
            continue
        id = len(items)
        index = marked.nth if marked.nth is not None else at.get(marked.span.line, 0)
        where = (id, index, marked.span.start, marked.span.end)
        if isinstance(claim, Unreadable):
            value = _figure(lines[index].text[marked.span.start : marked.span.end] or claim.text)
            items[id] = Item(*where, "", "", "", "", "", value, election, "unreadable", claim.reason, "", "")
            statements[id] = None
            continue
        statements[id] = claim
        items[id] = Item(
            *where,
            predicate=claim.predicate,
            subject=claim.subject_text,
            subject_id=claim.subject or "",
            object=claim.object_text or "",
            object_id=claim.object or "",
            value=claim.value,
            election=claim.election or election,
            certainty=marked.certainty.value,
            reason=marked.reason,
            mechanism=marked.mechanism.value if marked.mechanism else "",
            place_from=marked.place_from.value if marked.place_from else "",
            kept=folder.has(claim),
        )
    return items, statements


def with_words(item: Item, words: Mapping[str, Any]) -> Item:
    """An item with other words."""
    return replace(item, **words)


def kinds_of(item: Item, role: str) -> frozenset[Kind]:
    """The kinds that the subject or the object of a claim may have."""
    found: frozenset[Kind] = getattr(PREDICATES[item.predicate], f"{role}s")
    return found


def sort_of(kinds: Iterable[Kind]) -> str:
    """What is asked for, of the kinds that a predicate takes: a list, else a place, else whoever."""
    taken = frozenset(kinds)
    return next((name for name, kinds in KINDS.items() if kinds & taken), "list")


def named(sort: str, words: str) -> str:
    """The key under which it is kept who words mean."""
    return f"{sort}\0{words}"


def _figure(text: str) -> int | float | None:
    """The first number of a text; None where it has none."""
    return next((value_of(token.text) for token in tokens(text) if token.kind is TokenKind.NUMBER), None)
