"""What a sentence tells: its nodes, what the document names, and how claims are made of it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import InitVar, dataclass, field
from functools import cached_property
from typing import NamedTuple

from graph.model import Standing

from ...languages.countries import is_country
from ...languages.words import fold
from ..found import Certainty, Claim, Found, Mechanism, Origin, Unread
from ..mentions import Names, acronym
from ..scope import Scope
from ..sentence import Sentence
from .grounds import Ground, doubt_on, is_too_weak
from .nodes import BODY, FIGURE, LIST, MARK, NAME, PERSON, PLACE, RANK, WORD, YEAR, Node, What

_OF_LISTS = frozenset({"holds_seats", "votes", "ranked"})
_OPENING = 8  # nodes
_OF_ROUND = 5  # nodes from results to the round that they are of
_OF_MEMBERS = doubt_on(Ground.VOTES_OF_MEMBERS)
_RESULTS = frozenset({"holds_seats", "votes", "candidate_votes", "won_seat", "ranked", "turnout", "voters", "counted"})


_OF_VOTERS = frozenset({"turnout", "voters", "counted", "council_size"})


class Place(NamedTuple):
    """The place of a claim: None for the whole election; where it was taken from, and what that rests on.

    `reason`: why what stands above the sentence is doubted.
    """

    text: str | None
    origin: Origin | None = None
    ground: Ground | None = None
    reason: str = ""

    @property
    def unsure(self) -> str:
        """Why it may be another; empty where it is said."""
        return self.reason or doubt_on(self.ground)


def _is_simple(predicate: str, place: Place | None) -> bool:
    """Whether a claim is of a form that a language's words alone tell, where its sentences are not read in full.

    Those on people are, those on a vote where the sentence itself says of which place, and those on lists with a place.
    """
    if predicate in _OF_LISTS:
        return place is not None and place.text is not None
    return predicate not in _OF_VOTERS or place is None or place.text is None or place.origin is Origin.CLAUSE


class _Standing(dict[str, Sequence[int]]):
    """Where the words stand that have a role, found when it is asked for; of most none has it."""

    def __init__(self, nodes: Sequence[Node], roles: Set[str]) -> None:
        self._nodes, self._roles = nodes, roles

    def __missing__(self, role: str) -> Sequence[int]:
        if role not in self._roles:
            return ()
        found = [at for at, node in enumerate(self._nodes) if role in node.roles]
        self[role] = found
        return found


@dataclass  # not slotted: what one figure after another asks of the sentence is found once
class Telling:
    """A sentence on the way to its claims.

    `positions`: where the nodes of each sort stand: the names, the figures, the ranks. `at`: where each role stands, of
    the words that are no names or figures. `roles` are those of all nodes.
    """

    sentence: Sentence
    scope: Scope
    names: Names
    nodes: Sequence[Node]
    telling: InitVar[Sequence[int]]  # where those stand that are no words
    positions: Mapping[What, Sequence[int]] = field(init=False)
    at: Mapping[str, Sequence[int]] = field(init=False)
    roles: Set[str] = field(init=False)

    def __post_init__(self, telling: Sequence[int]) -> None:
        positions: dict[What, list[int]] = {NAME: [], FIGURE: [], RANK: [], YEAR: [], MARK: []}
        for index in telling:
            positions[self.nodes[index].what].append(index)
        roles: set[str] = set().union(*[node.term.roles for node in self.nodes])
        self.positions, self.roles, self.at = positions, roles, _Standing(self.nodes, roles)

    @cached_property
    def tells_lists(self) -> bool:
        """Whether the sentence names whom figures may be of, or counts seats or votes."""
        holders = any(self.nodes[at].who not in (PLACE, BODY) for at in self.positions[NAME])
        return holders or any(node.unit in ("seats", "votes") and not node.doubt for node in self.nodes)

    @cached_property
    def named(self) -> Sequence[int]:
        """The names, and the words that speak of the whole: what tells a place."""
        return sorted((*self.positions[NAME], *self.at["whole"]))

    def says(self, *roles: str) -> bool:
        """Whether a word of the sentence may be any of these; most sentences have none, and are passed over."""
        return not self.roles.isdisjoint(roles)

    @property
    def opens_with_part(self) -> bool:
        """Whether the sentence opens with seats of a kind, which those that follow may be of: "Of the list seats"."""
        first = next(iter(self.at["of_a_part"]), _OPENING)
        return first < _OPENING and not any(node.what is FIGURE or node.who is LIST for node in self.nodes[:first])

    def of_round(self, at: int) -> bool:
        """Whether results at a node are those of a round: "the final results of the run-off"."""
        behind = self.nodes[at + 1 : at + _OF_ROUND]
        named = next((n for n, node in enumerate(behind) if node.has("of_a_round")), 0)
        return named > 0 and all(node.what in (WORD, NAME) and not node.has("in", "gain") for node in behind[:named])

    def of_some_place(self) -> bool:
        """Whether the sentence speaks of a place by its noun alone: "the capital's council", "in the city"."""
        nodes = self.nodes
        for at, node in enumerate(nodes if self.says("place_noun") else ()):
            if "every_place" in node.term.roles:
                continue  # "the provinces"
            before = at - 1
            while before > 0 and nodes[before].has("and", "of_votes"):
                before -= 1
            if before >= 0 and node.text.startswith("ال") and nodes[before].has("vote_noun", "body"):
                continue  # "the municipal elections", "the regional and municipal elections"
            noun = node.what is NAME and node.who is BODY and "place_noun" in node.term.roles
            if noun and at and node.text.startswith("ال"):
                return True
            if not node.has("place_noun") or node.text[:1].isupper():
                continue
            definite = node.text.startswith("ال") or (at > 0 and nodes[at - 1].has("article"))
            definite = definite and not (at > 0 and nodes[at - 1].has("any_one"))
            after = nodes[at + 1] if at + 1 < len(nodes) else None
            if definite or (after is not None and after.has("suffix")):
                return True
        return False

    def where(self, *roles: str) -> Sequence[int]:
        """Where the words stand that may be any of these."""
        return sorted({at for role in roles for at in self.at[role]})

    def says_before(self, at: int, *roles: str) -> bool:
        """Whether a word before a node may be any of these."""
        return any(found[0] < at for role in roles if (found := self.at[role]))

    def named_before(self, at: int) -> Iterator[int]:
        """Those of the `named` nodes that stand before a node, the nearest first."""
        return (self.named[index] for index in range(bisect_left(self.named, at) - 1, -1, -1))

    def name(self, node: Node) -> str:
        """The fullest form of a name that the document gives."""
        if node.full:
            return node.full
        if node.who is PERSON:
            return self.names.person(node.text)
        return self.names.spelled(node.text) if acronym(node.text) else node.text

    def alone_is_list(self, holder: Node) -> bool:
        """Whether one word is the name of a list: one that stands alone elsewhere too."""
        return " " not in holder.text and fold(holder.text) in self.names.alone_twice

    def claim(
        self,
        predicate: str,
        subject: str | None,
        object: str | None,
        value: int | float | str | None,
        first: Node,
        last: Node,
        *,
        place: Place | None = None,
        doubt: str = "",
        mechanism: Mechanism = Mechanism.CLAUSE,
        since: str | None = None,
        until: str | None = None,
        of: str | None = None,
    ) -> Found:
        """A claim; one of the place, or of the whole election, has no subject.

        A number or a rank of a list that rests on too little is none, and listed instead.
        """
        reason = doubt or (place.unsure if place else "")
        if (predicate in _OF_LISTS or reason == _OF_MEMBERS) and is_too_weak(
            reason, place.unsure if place and doubt else ""
        ):
            return self.unread(last, reason)
        if subject is not None and (mechanism is Mechanism.OFFICE or predicate in _OF_LISTS) and is_country(subject):
            return self.unread(
                first if mechanism is Mechanism.OFFICE else last, "a country, and neither list nor person"
            )
        if not self.names.language.full and not reason and not _is_simple(predicate, place):
            reason = "a language of which only simple sentences are read"
        start, end = min(first.start, last.start), max(first.end, last.end)
        return Claim(
            predicate,
            subject,
            object,
            value,
            self.sentence.span(start, end),
            mechanism,
            Certainty.PROPOSED if reason else Certainty.STATED,
            place.origin if place else None,
            self.scope.standing if predicate in _RESULTS else Standing.REPORTED,
            since,
            until,
            self.sentence.text,
            reason,
            of,
        )

    def unread(self, node: Node, reason: str) -> Unread:
        """A figure that became no claim."""
        return Unread(node.text, self.sentence.span(node.start, node.end), reason)

    def has_figure(self, name: Node) -> bool:
        """Whether a name has a figure of its own right behind it, so that it is no place: "in X, the Reds 4"."""
        behind = next(at for at, node in enumerate(self.nodes) if node is name) + 1
        return behind < len(self.nodes) and self.nodes[behind].what is FIGURE

    def places(self) -> Iterator[Node]:
        """The places that the sentence names."""
        names = (self.nodes[at] for at in self.positions[NAME])
        return (node for node in names if node.who is PLACE)
