"""Prose: a sentence and what stands above it become claims, and figures that became none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...languages.words import fold
from ..cues import roles_in
from ..found import Claim, Found, Origin, Span, Unread
from ..mentions import Names
from ..scope import Level, Scope
from ..sentence import NOT_READ, Sentence, as_far_as_read
from ..words import Role, fold_words, lexicon
from .bodies import turns_to_body
from .context import Context
from .grounds import WEAK, Ground
from .hearsay import asks, quotations
from .nodes import BODY, FIGURE, LIST, NAME, PERSON, PLACE, RANK, UNKNOWN, WORD, YEAR, Node
from .parse import nodes_of
from .people import read_people
from .results.elected import read_elected
from .results.figures import UNTIED, read_results
from .results.seats import read_seats
from .results.shares import read_shares
from .results.votes_held import read_votes_held
from .telling import Place

__all__ = [
    "UNTIED",
    "Place",
    "council_named",
    "doubt_of_kind",
    "ends_as_body",
    "ends_as_vote",
    "is_body",
    "is_prose",
    "parsed",
    "places_named",
    "points_here",
    "quotations",
    "read_sentence",
    "tells_results",
]

_WORD = re.compile(r"[^\W\d_]+")
_NUMBERS = frozenset({"holds_seats", "votes", "turnout", "council_size", "counted", "voters"})
_OF_RESULTS = frozenset({Role.RESULTS, Role.FINAL, Role.PRELIMINARY})
_OF_SOME_PLACE = frozenset({WEAK[Ground.WHOLE_UNREAD], WEAK[Ground.PARAGRAPH_BEFORE]})
_OF_SOMEBODY = ("boycotted", "barred")  # what is told even where it is not read of whom
_NO_HOLDERS = frozenset({PLACE, BODY})
_UNITS = frozenset({"members", "seats", "votes"})  # what figures of the next sentence may count
_OPENING, _OPENS = 3, ("in", "and", "filler")  # words before a name that a sentence begins with: "but in X"
_SHOWN = 200  # letters of one that is longer, where it is told of


class Named(NamedTuple):
    """A place that words above results name, and its letters; not `sure` where it may be a body's or a list's name.

    `noun`: the noun of places that it is named with; empty where there is none. `inside`: "in" leads to it.
    """

    text: str
    start: int
    end: int
    sure: bool
    noun: str
    inside: bool

    def level(self, at: Span, origin: Origin, *, guessed: bool = False) -> Level:
        """The place as what stands above a list; `at` is where the text that names it stands."""
        here = Span(at.line, at.start + self.start, at.start + self.end)
        return Level(self.text, origin, here, guessed or not self.sure)


def is_prose(text: str, names: Names) -> bool:
    """Whether a text tells something with a verb, and does not only list names with figures."""
    verbs = names.language.verbs
    return any(word in verbs or word[1:] in verbs for word in map(fold, _WORD.findall(as_far_as_read(text))))


def is_body(text: str, names: Names) -> bool:
    """Whether a text is what a body is called, and names no place with it: "National Assembly"."""
    nodes, _ = nodes_of(as_far_as_read(text), names)
    return any(node.has("body") for node in nodes) and all(node.what is WORD for node in nodes)


def _is_sum(name: str) -> bool:
    """Whether a name is that of a sum: "ISLAND TOTAL"."""
    return Role.TOTAL in roles_in(name)


def ends_as_body(text: str, names: Names) -> bool:
    """Whether the last word of a name is the noun of a body: "West Marden Council"."""
    return names.ends_as("body", text)


def ends_as_vote(text: str, names: Names) -> bool:
    """Whether the last word of a name is the noun of a vote: "Senatorial Election"."""
    return names.ends_as("vote_noun", text)


def doubt_of_kind(text: str, names: Names) -> str:
    """Why seats that a text leads to are only proposed: it speaks of those of a kind; empty where it does not."""
    kind = any(node.has("seat_kind") for node in nodes_of(as_far_as_read(text), names)[0])
    return WEAK[Ground.UNIT_OF_KIND] if kind and Role.SEATS in roles_in(text) else ""


def points_here(text: str, names: Names) -> bool:
    """Whether a word points at a place that was named before: "Votes by party there:"."""
    terms = (names.language.terms.get((fold(word),)) for word in _WORD.findall(as_far_as_read(text)))
    return any(term is not None and "here" in term.roles for term in terms)


def tells_results(text: str, names: Names) -> bool:
    """Whether a text gives a number of seats or votes."""
    return any(
        node.what is FIGURE and node.unit in ("seats", "votes", "members")
        for node in nodes_of(as_far_as_read(text), names)[0]
    )


def places_named(text: str, names: Names) -> list[Named]:
    """The places that a title, a heading or a sentence that leads to a list names in a phrase, each once.

    "In X:", "The seats of X province:", "The following lists won seats on the X council:". In a script without capitals
    a name behind an "in" within a sentence may be no place: "in the booklet".
    """
    nodes, _ = nodes_of(as_far_as_read(text), names)
    found: dict[str, Named] = {}
    cased = names.language.script != "arabic"
    for at, node in enumerate(nodes):
        if node.what is not NAME or fold(node.text) in names.language.not_places or _is_sum(node.text):
            continue
        written = _without_results(node.text)
        before, behind = nodes[at - 1] if at else None, nodes[at + 1] if at + 1 < len(nodes) else None
        noun = _noun_of(written, names) or _noun_beside(nodes, at)
        place = node.who is PLACE or (written != node.text and bool(noun))
        of_body = cased and behind is not None and behind.has("body", "vote_noun", "results")  # "the X council"
        joined = at > 1 and nodes[at - 1].has("and") and fold(nodes[at - 2].text) in found
        if place or (node.who is UNKNOWN and (of_body or joined)):
            opens = at <= _OPENING and all(other.has(*_OPENS) for other in nodes[:at])
            known = bool(noun) or opens or cased or names.is_place(written)
            sure = place and (not of_body or names.is_place(written)) and known
            sure = sure or (of_body and behind is not None and behind.has("one_vote"))  # "the X by-election"
            inside = before is not None and before.has("in")
            end = node.start + len(written)
            found.setdefault(fold(node.text), Named(written, node.start, end, sure, noun=noun, inside=inside))
    return list(found.values())


def council_named(text: str, names: Names) -> Named | None:
    """The one council that a text names, which its figures are of: "Marden District Council now stands at:"."""
    nodes, _ = nodes_of(as_far_as_read(text), names)
    named = [node for node in nodes if node.what is NAME and node.who is not LIST and ends_as_body(node.text, names)]
    named = [node for node in named if Role.LOCAL_BODY in roles_in(node.text)]
    if len(named) != 1:
        return None
    return Named(named[0].text, named[0].start, named[0].end, sure=True, noun="", inside=False)


def list_named(text: str, names: Names) -> str | None:
    """The one list that a text names: "The winners of the Red Party in Marden:"."""
    nodes, _ = nodes_of(as_far_as_read(text), names)
    lists = (node.text for node in nodes if node.what is NAME and node.who is LIST)
    named = [name for name in lists if Role.WINNER not in roles_in(name)]  # "ELECTED"
    return named[0] if len(named) == 1 else None


def _noun_beside(nodes: Sequence[Node], at: int) -> str:
    """The noun of places right behind a name that is a place's, or has an article: "in X county", "the X district".

    One that is of a vote is none: "X county elections" may be those of the counties of X.
    """
    behind, beyond = (*nodes[at + 1 : at + 3], None, None)[:2]
    if behind is None or not behind.has("place_noun") or (beyond is not None and beyond.has("vote_noun", "body")):
        return ""
    return behind.text if nodes[at].who is PLACE or (at > 0 and nodes[at - 1].has("article")) else ""


def _without_results(name: str) -> str:
    """A name without the words of results behind it: "X District Final Results"."""
    words, table = name.split(), lexicon()
    while len(words) > 1:
        last = next((some for some in (2, 1) if table.roles_of(fold_words(" ".join(words[-some:]))) & _OF_RESULTS), 0)
        if not last or last >= len(words):
            break
        del words[-last:]
    return " ".join(words)


def _noun_of(name: str, names: Names) -> str:
    """The noun of places that is the last or the first word of a name; empty where neither is, or it is alone."""
    words = name.split()
    for word in (words[-1], words[0]) if len(words) > 1 else ():
        term = names.language.terms.get((fold(word),))
        if term is not None and "place_noun" in term.roles:
            return word
    return ""


def parsed(sentence: Sentence, scope: Scope, names: Names) -> Context:
    """A sentence, as far as it is read, with its nodes and what stands above it."""
    return Context(sentence, scope, names, *nodes_of(as_far_as_read(sentence.text), names))


def _asked_of(sentence: Sentence, names: Names) -> None:
    """Take account of whom a question names: a pronoun behind it means that list, or nobody that is known."""
    holders = [
        node
        for node in nodes_of(as_far_as_read(sentence.text), names)[0]
        if node.what is NAME and node.who not in _NO_HOLDERS
    ]
    if holders:
        names.last_list = next((node.full or node.text for node in holders if node.who is LIST), None)
        names.list_above = None


def _remember_places(context: Context, found: Sequence[Found]) -> set[str | None]:
    """The places of which a sentence tells results; these, or else the one it names, the next may mean."""
    names = context.names
    places = sorted({node.text for node in context.places() if not context.is_of_speaker(node)}, key=len)
    cased = names.language.script != "arabic"  # else what stands behind an "in" may be no place: "in the booklet"
    if len(places) == 1 and context.points_there:
        names.pointed_at = places[0]
    told = {one.object for one in found if isinstance(one, Claim) and one.place_from is Origin.CLAUSE}
    for place in told - {None}:
        if place is not None and " " in place:  # one word may be a list's name, too
            names.add_place(place)
    if len(told) == 1:
        (names.last_place,) = told
        names.place_of_results = names.last_place
    elif places and (cased or any(names.is_place(text) or _noun_of(text, names) for text in places)):
        one_place = all(text in places[-1] for text in places)
        names.last_place = places[-1] if one_place else None
        names.several_places = names.several_places or not one_place
    elif places:
        names.unsure_place = True
    return told


def _counts_kind(context: Context) -> bool:
    """Whether a sentence counts seats of a kind: "23 proportional seats", "20 seats by lists"."""
    figures = [context.nodes[at] for at in context.positions[FIGURE]]
    if context.says("of_a_part"):
        return bool(figures)
    return any(node.unit == "seats" and (node.of_kind or context.says("seat_kind")) for node in figures)


def read_sentence(sentence: Sentence, scope: Scope, names: Names, context: Context | None = None) -> Iterator[Found]:
    """The claims of a sentence, and its figures of seats, votes, shares and ranks that became none, with the reason.

    `names` remembers what the sentence before spoke of: sentences are read in their order. `context`: that of
    the sentence, where it was parsed before.
    """
    names.next_sentence(sentence.text)
    if asks(sentence.text):
        _asked_of(sentence, names)
        return
    read = len(as_far_as_read(sentence.text))
    if read < len(sentence.text):
        yield Unread(sentence.text[:_SHOWN], sentence.span(read, read), NOT_READ)
    context = context or parsed(sentence, scope, names)
    nodes = context.nodes
    names.led = "leading" in context.roles or (names.led and "likewise" in context.roles)
    names.of_round = names.of_round or (
        context.says("of_a_round") and any(map(context.of_round, context.at["results"]))
    )
    if context.positions[FIGURE] and context.says("turnout"):
        names.hour_told = context.says("hour")
    names.part_told = names.part_told or (not names.paragraph[1:] and context.opens_with_part)
    announced = context.says("publishes") and context.says("body")
    names.of_poll = (names.of_poll or (context.says("polled") and not names.results_told)) and not announced
    names.other_body = names.other_body or (bool(names.said) and turns_to_body(nodes, context.at["regarding"]))
    if "continues" in context.roles and any("continues" in node.roles for node in nodes[:2]):
        names.last_place = names.last_place or names.place_above
    named, counted = [nodes[at] for at in context.positions[NAME]], context.positions[FIGURE] or context.positions[RANK]
    if not (named or counted or context.positions[YEAR] or context.says(*_OF_SOMEBODY)):
        return  # it names nobody and counts nothing
    taken: set[int] = set()
    found: list[Found] = []
    for node in named:
        if node.who is PERSON:
            names.add_person(node.text, node.party)
    found.extend(read_people(context))
    found.extend(read_votes_held(context, taken))
    if counted:
        found.extend(read_elected(context, taken))
        found.extend(read_shares(context, taken))
        found.extend(read_results(context, taken))
        found.extend(read_seats(context))
    lists = [context.name(node) for node in named if node.who is LIST]
    names.last_list = next(iter(lists), None) or names.last_list
    names.said.extend(lists)
    people = (context.name(node) for node in named if node.who is PERSON and not node.aside)
    names.last_person = next(people, names.last_person)
    told = _remember_places(context, found)
    results = [one for one in found if isinstance(one, Claim) and one.predicate in _NUMBERS and not one.reason]
    above = scope.place
    if above is not None and above.origin is Origin.HEADING and told - {above.text}:
        names.left = above.at
    unread = any(isinstance(one, Claim) and one.reason in _OF_SOME_PLACE for one in found)
    names.results_told = names.results_told or bool(results)
    if results or unread:
        names.place_told = unread or results[-1].object is not None
    names.kind_told = names.kind_told or _counts_kind(context)
    figures = map(nodes.__getitem__, context.positions[FIGURE])
    names.units = {
        one.unit: max(one.value, 1) for one in figures if one.unit in _UNITS and not one.lent_unit
    } or names.units
    yield from sorted(dict.fromkeys(found), key=lambda one: one.at)
