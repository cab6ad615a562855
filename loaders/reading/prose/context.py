"""What a sentence is read with: its nodes, what stands above it, what the document names, and how claims are made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.model import Standing

from ..found import Certainty, Claim, Mechanism, Origin, Unread
from ..mentions import Names
from ..scope import Scope
from ..sentence import Sentence
from .nodes import Node, What, Who
from .places import places_behind

_RESULTS = frozenset({"holds_seats", "votes", "candidate_votes", "won_seat", "ranked", "turnout", "voters", "counted"})


@dataclass(frozen=True, slots=True)
class Place:
    """The place of a claim: None for the whole election; where it was taken from, and whether it may be another."""

    text: str | None
    origin: Origin | None = None
    unsure: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """A sentence on the way to its claims."""

    sentence: Sentence
    scope: Scope
    names: Names
    nodes: Sequence[Node]
    roles: frozenset[str]  # of all of its words

    def says(self, *roles: str) -> bool:
        """Whether a word of the sentence may be any of these; most sentences have none, and are passed over."""
        return not self.roles.isdisjoint(roles)

    def name(self, node: Node) -> str:
        """The fullest form of a name that the document gives."""
        if node.full:
            return node.full
        if node.who is Who.PERSON:
            return self.names.person(node.text)
        return node.text

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
    ) -> Claim:
        """A claim; one of the place, or of the whole election, has no subject."""
        reason = doubt or (place.unsure if place else "")
        if not self.names.language.full and not reason:
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

    def above(self) -> Place:
        """The place that stands above the sentence, or that the sentence before spoke of."""
        if self.scope.place is not None and not self.scope.closed:
            text, origin, _, reason = self.scope.where
            return Place(text, origin, reason)
        if self.names.last_place is not None and self._of_body():
            return Place(None, None, "another body is spoken of than in the sentence before")
        if self.names.last_place is not None:
            return Place(self.names.last_place, Origin.SENTENCE_BEFORE, "the place is that of the sentence before")
        if self.scope.closed:
            return Place(None, None, "the heading above names no place")
        if self.names.place_told and not self.names.whole_told:
            return Place(None, None, "the paragraph above speaks of a place")
        return Place(None)

    def _of_body(self) -> bool:
        """Whether the sentence opens with a body or a vote of its own: "In the parliamentary vote"."""
        if not self.nodes or not self.nodes[0].has("in"):
            return False
        words = []
        for node in self.nodes[1:]:
            if node.what is not What.WORD:
                break
            words.append(node)
        return any(node.has("vote_noun", "body") for node in words)

    def place_of(self, at: int) -> Place:
        """The place of the figure or rank at a node: behind it, before it in the sentence, or above."""
        after = at + 1
        while after < len(self.nodes) and self.nodes[after].what is What.WORD and not self._leads_to_place(after):
            if self.nodes[after].has("and", "against", "gain"):
                break
            after += 1
            if after < len(self.nodes) and self.nodes[after - 1].has("of_total"):
                after += self.nodes[after].what is What.FIGURE  # "13 of the 25 seats in X"
        if after < len(self.nodes):
            node = self.nodes[after]
            if node.what is What.WORD and node.has("whole"):
                return self._whole(node)
            if self._leads_to_place(after) and (place := self._place_behind(after)) is not None:
                return Place(place.text, Origin.CLAUSE)
            named = places_behind(self.nodes, after, self.names).places if node.has("in") else ()
            if named and named[0].who is Who.PLACE:  # "in the windy northern city of X"
                return Place(named[0].text, Origin.CLAUSE)
        for index in range(at - 1, -1, -1):
            node = self.nodes[index]
            if node.what is What.WORD and node.has("whole"):
                return self._whole(node)
            if node.what is What.NAME and node.who is Who.PLACE and self._all_of_it(index):
                return self.above()
            if node.what is What.NAME and node.who is Who.PLACE and not node.aside:
                if self._several_places(index):
                    return Place(None, None, "several places, one figure")
                return Place(node.text, Origin.CLAUSE)
        return self.above()

    def _whole(self, node: Node) -> Place:
        """The whole election; of a sum, which may be of the place above, that place where the words point at it."""
        above = self.above()
        if not node.has("in_sum") or above.text is None:
            return Place(None)
        if above.origin is Origin.SENTENCE_BEFORE and not any(other.has("here") for other in self.nodes):
            return Place(None, None, "whether it is of the place before or of the whole is not said")
        return above

    def place_behind(self, at: int) -> Place | None:
        """The first place that "in" leads to behind a node, before the next figure."""
        for index in range(at + 1, len(self.nodes)):
            node = self.nodes[index]
            if node.what is What.FIGURE or node.mark(";؛.،,") or node.has("and", "against"):
                return None
            if node.has("in") and (place := self._place_behind(index)) is not None:
                return Place(place.text, Origin.CLAUSE)
        return None

    def _all_of_it(self, at: int) -> bool:
        return at + 1 < len(self.nodes) and self.nodes[at + 1].has("all_of_it")

    def _leads_to_place(self, at: int) -> bool:
        if self.nodes[at].has("from_place"):  # "won his seat from GBLA-6"
            return self._place_behind(at) is not None
        return self.nodes[at].has("in")

    def _place_behind(self, at: int) -> Node | None:
        index = at + 1
        while index < len(self.nodes) and self.nodes[index].has("joins", "except", "filler", "place_noun"):
            index += 1
        if index < len(self.nodes) and self.nodes[index].what is What.NAME and self.nodes[index].who is Who.PLACE:
            return self.nodes[index]
        return None

    def _several_places(self, at: int) -> bool:
        """Whether the place is one of "A and B"."""
        if at and self.nodes[at - 1].has("in") and len(places_behind(self.nodes, at - 1, self.names).places) > 1:
            return True
        if at < 2 or not self.nodes[at - 1].has("and"):
            return False
        before = self.nodes[at - 2]
        return before.what is What.NAME and before.who is Who.PLACE

    def places(self) -> Iterator[Node]:
        """The places that the sentence names."""
        return (node for node in self.nodes if node.what is What.NAME and node.who is Who.PLACE)
