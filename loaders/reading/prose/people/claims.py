"""Who leads a list, holds an office, belongs to a list, stayed away, was barred or won a seat."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....languages.countries import is_country
from ...found import Found, Mechanism, Origin
from ..context import Context
from ..nodes import LIST, NAME, PERSON, PLACE, WORD, Node
from ..owners import head_of
from ..parties import OF_EITHER
from ..telling import Place
from ..times import another_year
from .absent import read_absent
from .around import (
    doubt_of_people,
    is_person,
    name_before,
    name_behind,
    skip,
    subject_of,
)
from .chosen import read_chosen
from .leaders import LEADING, read_leaders
from .offices import read_offices
from .rivals import read_rivals
from .terms import read_terms
from .unions import read_unions

_YEAR = 7  # nodes from a verb in which its year may stand
_ONE_WORD = "one word, which may be but a part of a person's name"
_OF_WINNER = "who beat another may have won something else than a seat"
_OTHER_SEAT = "the words behind the seat may say of which place it is"


def read_people(context: Context) -> Iterator[Found]:
    """The claims on people of a sentence."""
    yield from _members(context)
    if "is_member" in context.roles:
        yield from _belongs(context)
    if context.says(*LEADING):
        yield from read_leaders(context)
    dated: set[int] = set()
    if "since" in context.roles and "office" in context.roles:
        yield from read_terms(context, dated)
    if context.says("post", "led_by", "chair"):
        yield from read_chosen(context, dated)
    if "office" in context.roles:
        yield from read_offices(context, dated)
    if "rival" in context.roles:
        yield from read_rivals(context)
    if context.says("unites", "belongs", "on_which", "joined", "joined_by"):
        yield from read_unions(context)
    if context.says("boycotted", "barred"):
        yield from read_absent(context)
    if "elected" in context.roles:
        yield from _winners(context)
    if "beats" in context.roles:
        yield from _beaten(context)
    if "one_seat" in context.roles:
        yield from _seats_of_people(context)


def _members(context: Context) -> Iterator[Found]:
    """Of which list a person is: "X (PARTY)", "X of PARTY", "X, candidate of PARTY"."""
    for at in context.positions[NAME]:
        node = context.nodes[at]
        if at and context.nodes[at - 1].has("leaves"):
            continue  # "X left PARTY", where the verb comes first
        if node.who is PERSON and node.party and not is_country(node.text):  # "the Commission of Westland (CW)"
            party = context.names.spelled(node.party)
            context.names.add_person(node.text, party)
            name = context.name(node)
            yield context.claim(
                "member_of",
                name,
                party,
                None,
                node,
                node,
                doubt=node.doubt or doubt_of_people(context, beside=True) or ("" if " " in name else _ONE_WORD),
                mechanism=Mechanism.OFFICE,
            )


def _belongs(context: Context) -> Iterator[Found]:
    """To which list a person is said to belong: "ينتمي X إلى Y", "X الذي ينتمي إلى Y"."""
    nodes = context.nodes
    for at in context.at["is_member"]:
        behind = nodes[at + 1] if at + 1 < len(nodes) else None
        first = behind is not None and is_person(behind)
        who = behind if first else name_before(nodes, at)
        to = skip(nodes, at + 1 + first, 1, "to", "filler")
        of = nodes[to] if to > at + 1 + first and to < len(nodes) else None
        if who is None or not is_person(who) or " " not in who.text or of is None or of.who is not LIST:
            continue
        party = context.name(of)
        context.names.add_person(who.text, party)
        yield context.claim(
            "member_of", context.name(who), party, None, who, of,
            doubt=doubt_of_people(context) or who.doubt, mechanism=Mechanism.OFFICE,
        )  # fmt: skip


def _seats_of_people(context: Context) -> Iterator[Found]:
    """Who has one seat that a sentence speaks of: "the women's seat went to X"."""
    nodes = context.nodes
    for at in context.at["goes"]:
        if not context.says_before(at, "one_seat"):
            continue
        first = skip(nodes, at + 1, 1, "to", "joins", "honorific")
        if first >= len(nodes) or not is_person(nodes[first]) or len(nodes[first].text.split()) < 2:
            continue
        place = context.place_of(at)
        if place.text is not None:
            who = nodes[first]
            yield context.claim("won_seat", context.name(who), place.text, None, who, who, place=place)


def _winners(context: Context) -> Iterator[Found]:
    """Who won a seat: "X was elected in Y", "X won the seat"."""
    nodes = context.nodes
    for at in context.at["elected"]:
        node = nodes[at]
        if node.has("filler"):
            continue
        chosen = nodes[at + 1] if at + 1 < len(nodes) else None
        if chosen is not None and chosen.what is NAME and chosen.who is not PLACE:
            continue  # "the council elected A B"
        office = skip(nodes, at + 1, 1, "body", "article")
        if office < len(nodes) and nodes[office].has("office"):
            continue  # "was elected council speaker"
        who = subject_of(nodes, at)
        if who is None or not is_person(who) or len(who.text.split()) < 2 or context.names.ends_as("body", who.text):
            continue
        place = context.place_of(at)
        to = next((other for other in nodes[at + 1 : at + 3] if other.what is NAME), None)
        if to is not None and to.who is not LIST and nodes[at + 1].has("to"):
            place = Place(to.text, Origin.CLAUSE)  # "re-elected to Corvale City Council"
        behind = nodes[at + 1] if at + 1 < len(nodes) and node.has("one_seat") else None
        if behind is not None and behind.who is PLACE:
            place = Place(behind.text, Origin.CLAUSE)  # "حصل A على مقعد الدائرة الثانية"
        if place.text is None or _parted(nodes, place.text, at):
            continue
        if behind is not None and behind.term.ordinal and place.text and " " in place.text:
            place = Place(
                f"{place.text.split()[0]} {behind.text}", Origin.CLAUSE, place.ground
            )  # "and Y that of the third"
        stood = to is not None and place.text == to.text and nodes[at + 1].has("purpose")
        unread = behind is not None and behind.what is WORD and not behind.roles
        yield context.claim(
            "won_seat", context.name(who), place.text, None, who, node, place=place,
            doubt=doubt_of_people(context) or who.doubt or another_year(context, nodes[at : at + _YEAR])
            or (OF_EITHER if stood else "")
            or (_OTHER_SEAT if unread else ""),
        )  # fmt: skip


def _beaten(context: Context) -> Iterator[Found]:
    """Who beat another in a place, both of lists or alone: "X of A polled 900 votes to defeat Y of B"."""
    nodes = context.nodes
    for at in context.at["beats"]:
        who = subject_of(nodes, at)
        row = (index for index in range(at - 1, -1, -1) if nodes[index].what is NAME and not nodes[index].aside)
        first = next((nodes[head_of(nodes, index)] for index in row if nodes[index].who is not PLACE), None)
        who = who or first  # over the number of the votes
        loser = name_behind(nodes, at + 1, "article", "office", "office_before", "no_longer", "described")
        if who is None or loser is None or who.party is None or loser.party is None or who.who is not PERSON:
            continue
        place = context.place_of(at)
        if place.text is not None:
            doubt = doubt_of_people(context) or who.doubt or _OF_WINNER
            name = context.name(who)
            yield context.claim("won_seat", name, place.text, None, who, nodes[at], place=place, doubt=doubt)


def _parted(nodes: Sequence[Node], place: str, at: int) -> bool:
    """Whether a semicolon stands between a place and what is told behind it: "A held X; B was re-elected as well"."""
    spot = next((index for index in range(at) if nodes[index].what is NAME and nodes[index].text == place), at)
    return any(node.mark(";؛") for node in nodes[spot:at])
