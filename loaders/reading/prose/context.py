"""What a sentence is read with: what it tells, and the place of each of its figures."""

from __future__ import annotations

from functools import cached_property

from ...languages.words import fold
from ..cues import NO_PLACE, roles_in, says_any
from ..found import Origin
from ..words import Role
from .bodies import counts_in_whole, names_assembly, names_body_of, names_council, opens_with_body
from .grounds import Ground
from .nodes import BODY, FIGURE, MARK, NAME, PERSON, PLACE, RANK, WORD, Node, of_whose_all
from .places import common_noun, describes_place, in_all_of, lies_within, places_behind, several_places
from .telling import Place, Telling

_OF_WORDS = ("ات", "ية")  # ends of Arabic words that are no names
_OPENING = 3  # nodes
_CLAUSE = 8  # nodes behind a rank in which it is told of what
_SPEAKER = 5  # nodes from a word of saying to the place of who says it
_OTHER_CLAUSE = frozenset(
    {"and", "against", "gain", "whole", "one_vote"}
)  # roles of words behind which no place of a figure is
_BEFORE_PLACE = ("joins", "except", "filler", "place_noun", "body_of_place")  # "in the council of X"


class Context(Telling):
    """A sentence on the way to its claims, with what places stand in it and above it."""

    def above(self) -> Place:
        """The place that stands above the sentence, or that the sentence before spoke of."""
        if self.scope.place is not None and not self.scope.closed:
            text, origin, _, reason = self.scope.where
            if self.names.pointed_at not in (None, text):
                return Place(self.names.pointed_at, Origin.SENTENCE_BEFORE, Ground.SENTENCE_BEFORE)
            if self.names.last_place not in (None, text) and self._points_back:
                return Place(self.names.last_place, Origin.SENTENCE_BEFORE, Ground.SENTENCE_BEFORE)
            if self.scope.place.at == self.names.left:
                return Place(text, origin, Ground.HEADING_LEFT)
            return Place(text, origin, reason=reason)
        if self.names.last_place is not None and opens_with_body(self.nodes):
            return Place(None, ground=Ground.OTHER_BODY)
        if self.names.last_place is not None:
            return Place(self.names.last_place, Origin.SENTENCE_BEFORE, Ground.SENTENCE_BEFORE)
        if self.scope.closed:
            return Place(None, ground=Ground.HEADING_CLOSED)
        if self.names.place_above is not None and self._points_back:
            return Place(self.names.place_above, Origin.SENTENCE_BEFORE, Ground.PARAGRAPH_BEFORE)
        if self.scope.local:
            return Place(None, ground=Ground.WHOLE_OF_COUNCIL)
        if self.names.place_told and counts_in_whole(self.nodes):
            return Place(None, ground=Ground.WHOLE_BESIDE_PLACE)
        if self.names.place_told or self.names.several_places:
            return Place(None, ground=Ground.WHOLE_AFTER_PLACE)
        if self._speaks_of_place:
            return Place(None, ground=Ground.WHOLE_UNREAD)
        if self.names.unsure_place:
            return Place(None, ground=Ground.WHOLE_UNSURE)
        if self.scope.of_part or self._council_told():
            return Place(None, ground=Ground.WHOLE_OF_COUNCIL)
        if self.names.other_body:
            return Place(None, ground=Ground.OTHER_BODY)
        return Place(None, ground=Ground.WHOLE_OWNED if self._of_its_seats else Ground.WHOLE_SILENT)

    def _council_told(self) -> bool:
        """Whether a sentence of this paragraph speaks of the council of a place; each is looked at once."""
        names = self.names
        while names.paragraph and not names.council_told:
            names.council_told = says_any(names.paragraph.pop(), Role.LOCAL_BODY)
        return names.council_told

    @cached_property
    def _of_its_seats(self) -> bool:
        """Whether the sentence tells how many of the seats of something that it does not name: "5 of its 11 seats"."""
        behind = (self.nodes[at + 1] for at in self.at["of_its"] if at + 1 < len(self.nodes))
        return any(node.what is FIGURE and node.unit == "seats" for node in behind)

    def place_of(self, at: int) -> Place:
        """The place of the figure or rank at a node: behind it, before it in the sentence, or above."""
        nodes = self.nodes
        whose = of_whose_all(nodes, at)
        if whose is not None and whose.who is PLACE:
            return Place(whose.text, Origin.CLAUSE, self.ground_of(whose, Ground.PLACE_BEHIND))
        after = at + 1
        while after < len(nodes) and nodes[after].what is WORD and not self._leads_to_place(after):
            if not nodes[after].roles.isdisjoint(_OTHER_CLAUSE):
                break
            after += 1
            if after < len(nodes) and "of_total" in nodes[after - 1].roles:
                after += nodes[after].what is FIGURE  # "13 of the 25 seats in X"
        if after + 1 < len(nodes) and nodes[after].has("share_of") and nodes[after + 1].who is PLACE:
            share = nodes[after + 1]  # "46 seats, the share of X"
            return Place(share.text, Origin.CLAUSE, self.ground_of(share, Ground.PLACE_BEHIND))
        if after < len(nodes) and nodes[after].what is WORD:
            node = nodes[after]
            if "whole" in node.roles:
                return self._whole(node)
            place = self._place_behind(after) if self._leads_to_place(after) else None
            if place is not None and self.has_figure(place):  # "42 seats, in X 8 and in Y 7"
                return Place(place.text, Origin.CLAUSE, Ground.PLACE_OF_FIGURE_BEHIND)
            if place is not None and in_all_of(nodes, at, nodes.index(place), self.names):
                return Place(None, ground=Ground.PLACE_SEVERAL)
            if place is not None:
                return Place(place.text, Origin.CLAUSE, self.ground_of(place, Ground.PLACE_BEHIND))
            named = places_behind(nodes, after, self.names).places if "in" in node.roles else ()
            if named and named[0].who is PLACE:  # "in the windy northern city of X"
                return Place(named[0].text, Origin.CLAUSE, self.ground_of(named[0], Ground.PLACE_BEHIND))
        unread = after < len(self.nodes) and "in" in self.nodes[after].roles and common_noun(self.nodes, after + 1)
        for index in self.named_before(at):
            node = self.nodes[index]
            if node.what is WORD:
                return self._whole(node)
            if node.who is PLACE and self._all_of_it(index):
                return self.above()
            other = describes_place(self.nodes, index) or self._of_speaker(index) or self._labels_others(index)
            other = other or lies_within(self.nodes, index)
            if node.who is PLACE and not (node.aside or other):
                if several_places(self.nodes, index, self.names):
                    return Place(None, ground=Ground.PLACE_SEVERAL)
                return Place(node.text, Origin.CLAUSE, self._ground_before(index, at))
        above = self.above()
        if above.ground is Ground.WHOLE_SILENT and (unread or self._of_some_body):
            return Place(None, ground=Ground.WHOLE_UNREAD if unread else Ground.WHOLE_OF_BODY)
        return above

    @cached_property
    def _of_some_body(self) -> bool:
        """Whether the sentence speaks of the body of a place that is not read."""
        return self.names.language.script != "arabic" and names_body_of(self.nodes, self.names)

    def _whole(self, node: Node) -> Place:
        """The whole election; of a sum, which may be of the place above, that place where the words point at it."""
        above = self.above()
        if not node.has("in_sum") or above.text is None:
            of_body = node.has("in_sum") and self._of_some_body
            return Place(None, ground=Ground.WHOLE_OF_BODY if of_body else Ground.WHOLE_SAID)
        if above.origin is Origin.SENTENCE_BEFORE and not any(other.has("here") for other in self.nodes):
            return Place(None, ground=Ground.SUM_AFTER_PLACE)
        return above

    def place_behind(self, at: int) -> Place | None:
        """The first place that "in" leads to behind a node, before the next figure."""
        for index in range(at + 1, len(self.nodes)):
            node = self.nodes[index]
            if node.what is FIGURE or node.mark(";؛.،,") or node.has("and", "against", "one_vote"):
                return None  # also where what follows is the place of a vote: "after the by-election in X"
            if node.has("in") and (place := self._place_behind(index)) is not None:
                return Place(place.text, Origin.CLAUSE, self.ground_of(place, Ground.PLACE_BEHIND))
        return None

    def _ground_before(self, index: int, at: int) -> Ground:
        """What the place at a node tells of a figure behind it."""
        beside = self.ground_of(self.nodes[index], Ground.PLACE_BEFORE)
        if beside is not Ground.PLACE_BEFORE:
            return beside
        behind = 2 if "place_noun" in self.nodes[1].roles else 1
        if index == 0 and self.nodes[behind].mark(":–—-"):
            return Ground.PLACE_BEFORE_MARK
        if any(node.what is FIGURE and node.unit != "chairs" and not node.aside for node in self.nodes[:index]):
            return Ground.PLACE_OF_FIGURE_BEFORE
        return Ground.PLACE_OPENS if index <= _OPENING else Ground.PLACE_BEFORE

    def ground_of(self, place: Node, otherwise: Ground) -> Ground:
        """What a place tells; a verb right behind several capital words may have the last of them for its name."""
        if self.names.ends_as("never_lists", place.text):
            return Ground.PLACE_OF_ASSEMBLY
        if self.names.language.script == "arabic":
            return otherwise if self._known_place(place) else Ground.PLACE_UNKNOWN
        index = self.nodes.index(place)
        if names_assembly(self.nodes, index) and "place" not in self.names.registered(place.text):
            return Ground.PLACE_OF_ASSEMBLY
        if " " not in place.text:
            return otherwise
        following = self.nodes[index + 1] if index + 1 < len(self.nodes) else None
        inside = index > 0 and self.nodes[index - 1].has("in")
        verb = following is not None and following.has("gain", "rank_verb", "goes") and not following.has("in", "with")
        beside = inside and verb and not self.names.is_place(place.text)
        return Ground.PLACE_BESIDE_NAME if beside else otherwise

    def _known_place(self, place: Node) -> bool:
        """Whether more than a preposition tells that a name is a place's: its noun, the registry, the document.

        What is definite, or one word that ends as adjectives and plurals do, may be any words: "in the full count".
        """
        common = fold(place.text).startswith("ال") or (" " not in place.text and place.text.endswith(_OF_WORDS))
        if not common or "place_noun" in place.term.roles or self.names.is_place(place.text):
            return True
        before = self.nodes[max(self.nodes.index(place) - 1, 0)]
        return before.has("body_of_place") and " " in before.text  # "the council of the province X"

    def by_turnout(self, at: int) -> bool:
        """Whether a rank is one of turnouts, as is told right behind it: "led the districts in turnout"."""
        for node in self.nodes[at + 1 : at + _CLAUSE]:
            if "turnout" in node.roles or node.what is FIGURE or node.mark(",،;؛.:"):
                return node.has("turnout")
        return False

    @cached_property
    def ranks_turnouts(self) -> bool:
        """Whether a rank of the sentence is one of turnouts."""
        return any(map(self.by_turnout, self.positions[RANK]))

    @cached_property
    def in_some_places(self) -> bool:
        """Whether an "in" leads to places of which it is not read which: "in the provinces of the first phase"."""
        return any(
            at + 2 < len(self.nodes)
            and self.nodes[at + 1].has("every_place", "place_nouns")
            and self.nodes[at + 2].what is WORD
            and self.nodes[at + 2].has("except")
            for at in self.at["in"]
        )

    @cached_property
    def points_there(self) -> bool:
        """Whether the sentence points at the place that it opens with: "Word from X: all seats are filled there"."""
        return any(node.who is PLACE for node in self.nodes[:_OPENING]) and any(
            at >= _OPENING for at in self.at["here"]
        )

    @cached_property
    def _points_back(self) -> bool:
        """Whether the sentence means a place that was named before: "there", "in the city"."""
        if any(at or not self.nodes[at].has("existential") for at in self.at["here"]):  # "There were 9"
            return True
        return self.of_some_place() and not self.says("elsewhere")

    @cached_property
    def _speaks_of_place(self) -> bool:
        """Whether the sentence may speak of a place that is not read."""
        first = self.nodes[:2]
        there = len(first) > 1 and first[0].has("here") and first[1].has("article")  # "There the council has"
        if there or self.says("elsewhere") or self._opens_unread() or self.of_some_place():
            return True
        return names_council(self.nodes, self.positions[NAME])

    def _opens_unread(self) -> bool:
        """Whether a sentence opens with "in" and words of which none is read: they may name a place."""
        if not self.nodes or not self.nodes[0].has("in") or self.nodes[0].has("with"):
            return False
        for index, node in enumerate(self.nodes[1:], 1):
            if node.what is FIGURE and node.unit == "chairs":  # "In three provinces A won 17 seats"
                return node.of_kind or not self.nodes[index - 1].has("article")
            if node.what is not WORD or node.has("gain", "goes", "leads", "rank_verb"):
                return False
            if index > 1 and node.has("article"):
                return False  # "In ballots the order is"
            if node.has("place_noun") or (not node.roles and node.term.unit is None):
                return True
        return False

    def _labels_others(self, at: int) -> bool:
        """Whether a name is a label of lists, people or sums with its colon: "Elected: A 9, B 4"."""
        label = at == 0 and len(self.nodes) > 1 and self.nodes[1].mark(":：")
        return label and not roles_in(self.nodes[0].text).isdisjoint(NO_PLACE)

    def is_of_speaker(self, place: Node) -> bool:
        """Whether a place is only that in which something was said: no sentence behind means it."""
        return "saying" in self.roles and self._of_speaker(self.nodes.index(place))

    @cached_property
    def _tells_who_said(self) -> bool:
        """Whether the sentence may name somebody who says what it tells: by a word of saying, or a colon."""
        return self.says("saying", "came_from") or ":" in self.sentence.text

    def _of_speaker(self, at: int) -> bool:
        """Whether a place is that of a body that says something: "the commission in X announced that"."""
        if not self._tells_who_said:
            return False
        if self._told_there(at) or self._told_before(at):
            return True
        led = "came_from" in self.nodes[at - 1].roles or ("saying" in self.roles and "in" in self.nodes[at - 1].roles)
        if at > 1 and led and "month" in self.nodes[at - 2].roles:
            return True  # "on Monday from X", "told a meeting on Monday in X"
        back = at - 2
        while back >= 0 and self.nodes[back].has("vote_noun", "to", "filler") and "in" not in self.nodes[back].roles:
            back -= 1  # "the commission for elections in X"
        before = self.nodes[back] if back >= 0 and "in" in self.nodes[at - 1].roles else None
        body = before is not None and ("body" in before.roles or (before.what is NAME and before.who is BODY))
        return body and any(node.has("saying") for node in self.nodes[max(at - _SPEAKER, 0) : at + 2])

    def _told_there(self, at: int) -> bool:
        """Whether a place before a colon is that of somebody who tells what follows: "told reporters in X: A won"."""
        if at <= _OPENING or "in" not in self.nodes[at - 1].roles:
            return False
        if not any(self.nodes[sign].mark(":") for sign in self.positions[MARK] if sign > at):
            return False
        before = self.nodes[:at]
        counts = any(node.what in (FIGURE, RANK) and node.unit != "chairs" for node in before)
        tells = any(
            node.has("saying", "spokesman") or (node.what is NAME and node.who in (PERSON, BODY)) for node in before
        )
        return tells and not counts

    def _told_before(self, at: int) -> bool:
        """Whether a place stands between a word of saying and what is said: "said in the city of X that A won"."""
        return any(index > at for index in self.at["that"]) and any(index < at for index in self.at["saying"])

    def _all_of_it(self, at: int) -> bool:
        return at + 1 < len(self.nodes) and "all_of_it" in self.nodes[at + 1].roles

    def _leads_to_place(self, at: int) -> bool:
        if "from_place" in self.nodes[at].roles:  # "won his seat from GBLA-6"
            return self._place_behind(at) is not None
        seats = at > 0 and self.nodes[at - 1].unit == "seats" and "belongs" in self.nodes[at].roles
        if seats:  # "all 12 seats of X county"
            return self._place_behind(at) is not None
        if self.nodes[at].has("on_body", "body_of_place"):  # "seats on the X Council", "seats on the council of X"
            return self._place_behind(at) is not None
        return "in" in self.nodes[at].roles

    def _place_behind(self, at: int) -> Node | None:
        index = at + 1
        if index + 1 < len(self.nodes) and self.nodes[index].has("vote_noun"):
            index += self.nodes[index + 1].has("body_of_place")  # "in the elections of the council of X"
        while index < len(self.nodes) and self.nodes[index].has(*_BEFORE_PLACE):
            index += 1
        index += index < len(self.nodes) and self.nodes[index].mark(",،") and self.nodes[index - 1].has("place_noun")
        if index < len(self.nodes) and self.nodes[index].what is NAME and self.nodes[index].who is PLACE:
            return self.nodes[index]  # also "in the provincial capital, X"
        return None
