"""Seats, votes and ranks in a sentence: each figure seeks its unit, its owner, what ties it to that, and its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ....languages.words import fold
from ...cues import roles_in
from ...found import Found, Origin, Unknown
from ...words import Role
from ..context import Context
from ..doubts import again, doubt_of, of_all
from ..grounds import Ground, doubt_on, is_too_weak
from ..hearsay import doubt_of_sentence, not_own
from ..names.caseless import definite
from ..nodes import FIGURE, LIST, MARK, NAME, PERSON, PLACE, RANK, UNKNOWN, WORD, Node, is_holder
from ..owners import OF_NO_NAME, Owner, owner_of
from ..telling import Place
from .ranks import Ranks
from .sizes import SMALLEST_BODY, is_body_name
from .units import Units

_COUNTED = frozenset({"seats", "votes", "members"})
_NEAR = 4  # nodes from a name to the figure that stands beside it
UNTIED = frozenset({Unknown.LIST, Unknown.LINK})  # reasons that are no doubt of the figure itself
_PAIR = 2  # names
_MOST_JUNK = 2  # words that are not understood; behind more most claims were wrong
_BY_PLACE = frozenset({Ground.NAME_BY_PLACE, Ground.NAME_OF_EITHER})
_OF_NO_PLACE = frozenset({Ground.WHOLE_SILENT, Ground.WHOLE_OF_COUNCIL, Ground.WHOLE_OF_BODY})
_LARGEST_COUNCIL, _SMALL_COUNCIL = 1000, 100  # members


@dataclass(slots=True)
class Owned:
    """The owners of the figures so far, by their nodes; `linked`: a verb or a preposition ties one of them.

    `first`, `last`: the first and the last name that may own a figure. `told`: other words may say of whom one is.
    """

    first: int
    last: int
    told: bool
    hearsay: str = ""  # why nothing that the sentence says of results is stated
    owners: dict[int, Owner] = field(default_factory=dict)
    linked: bool = False

    def add(self, at: int, owner: Owner) -> None:
        """The owner of the next figure."""
        self.owners[at] = owner
        self.linked = self.linked or bool(owner.link)


def read_results(context: Context, taken: set[int]) -> Iterator[Found]:
    """The claims and the unread figures of seats, votes and ranks. `taken`: figures that are something else."""
    holders = [at for at in context.positions[NAME] if is_holder(context.nodes[at])]
    nodes = context.nodes
    groups = nodes if "counted_lists" in context.roles else [nodes[at] for at in context.positions[FIGURE]]
    told = context.says(*OF_NO_NAME) or any(node.lists for node in groups)
    first, last = (holders[0], holders[-1]) if holders else (len(nodes), -1)
    owned = Owned(first, last, told, doubt_of_sentence(context))
    units = Units(context)
    forecast = context.scope.hedged or context.names.of_poll or "forecast" in context.roles
    ranks = Ranks(context, "a forecast" if forecast else owned.hearsay)
    for at in sorted((*context.positions[RANK], *context.positions[FIGURE])):
        node = context.nodes[at]
        if at in taken:
            if node.unit in ("seats", "members") and node.said_unit:
                units.add(node, "seats")  # "Of the 34 seats X has 17"
            continue
        if node.what is RANK:
            yield from ranks.read(at)
            continue
        if node.aside:
            continue
        said = node.unit
        if said is None and not units.is_bare(at):
            continue
        if said is None:
            node.unit = units.of_bare(at)
        if node.unit is None and units.unlike and _of_list(context, at, holders):
            yield context.unread(node, Unknown.UNIT)
        elif node.unit is None and not forecast and _in_row(context, at):
            yield context.unread(node, Unknown.LINK)
        if node.unit not in _COUNTED:
            continue
        if not node.lent_unit:
            units.add(node)
        if forecast:
            yield context.unread(node, "a forecast")
            continue
        yield from _figure(context, at, owned, said)


def _figure(context: Context, at: int, owned: Owned, said: str | None) -> Iterator[Found]:
    node = context.nodes[at]
    left, right = owned.told or owned.first < at, owned.told or owned.last > at
    owner = owner_of(context.nodes, at, owned.owners, left=left, right=right)
    doubt = doubt_of(context, at, owner) or of_all(context, at) or again(context, at, said)
    if doubt:
        yield context.unread(node, doubt)
        return
    if owner is None:
        inherited = _pronoun(context, at) if at <= owned.first and _has_link(context, at) else None
        if inherited is not None:
            place = context.place_of(at)
            owned.add(at, Owner((), "pronoun"))
            reason = owned.hearsay or doubt_on(Ground.NAME_BEFORE)
            predicate = "holds_seats" if node.unit != "votes" else "votes"
            if inherited in context.names.parties.values() or fold(inherited) in context.names.people:
                predicate = "candidate_votes" if fold(inherited) in context.names.parties else "votes"
            if place.text is None:  # most such claims of the whole were wrong
                yield context.unread(node, reason)
                return
            yield context.claim(predicate, inherited, place.text, node.value, node, node, place=place, doubt=reason)
        else:
            yield context.unread(node, Unknown.LIST)
        return
    chained = owned.linked
    if len(owner.names) == _PAIR + 1 and any(near.has("each_of_two") for near in context.nodes[at - 1 : at + 3]):
        owner = owner._replace(names=_paired(context, owner.names))
    owned.add(at, owner)
    respective = _respectively(context, at)
    if respective is not None:
        yield from _claims(context, respective, at, node.value, owner, owned.hearsay)
        return
    if owner.doubt or owner.junk > _MOST_JUNK:
        yield context.unread(node, owner.doubt or Unknown.WORDS)
        return
    if not owner.link and not chained and not _label(context, owner, at, said):
        yield context.unread(node, Unknown.LINK)
        return
    if _part_of(context, at):
        yield context.unread(node, "a part of the figure before")
        return
    values = [node.value] * len(owner.names)
    for index, value in zip(owner.names, values, strict=True):
        yield from _claims(context, index, at, value, owner, owned.hearsay)


def _of_list(context: Context, at: int, holders: Sequence[int]) -> bool:
    """Whether a figure may be of a list that the sentence names, and is no part of something else that is counted."""
    part = at + 1 < len(context.nodes) and context.nodes[at + 1].has("of_total")
    return not part and any(context.nodes[one].who is LIST for one in holders)


def _in_row(context: Context, at: int) -> bool:
    """Whether a bare figure is one of several that stand right behind a list each: "Reds 35, Blues 24, Greens 1"."""
    nodes = context.nodes
    row = [
        index
        for index in context.positions[FIGURE]
        if nodes[index].unit is None and index and nodes[index - 1].who is LIST and nodes[index - 1].what is NAME
    ]
    return at in row and len(row) > 1


def _part_of(context: Context, at: int) -> bool:
    """Whether a figure without a place is a part of the one before: "107 seats, of which 83 by districts"."""
    before = context.nodes[at - 1] if at else None
    told = before is not None and "part_of" in before.roles and not context.place_of(at).text
    return told and any(index < at and context.nodes[index].unit in _COUNTED for index in context.positions[FIGURE])


def _respectively(context: Context, at: int) -> int | None:
    """The name of a figure in "A and B won three and two respectively"; None where it does not say so."""
    nodes = context.nodes
    if "respectively" not in context.roles or not any("respectively" in node.roles for node in nodes[at:]):
        return None
    units = (nodes[at].unit, None)
    figures = [i for i, node in enumerate(nodes) if node.what is FIGURE and node.unit in units]
    names = [i for i, node in enumerate(nodes[: figures[0]]) if is_holder(node) and not node.aside]
    if len(names) != len(figures) or at not in figures:
        return None
    return names[figures.index(at)]


def _paired(context: Context, names: tuple[int, ...]) -> tuple[int, ...]:
    """Two of three names of which a figure is of each of two: those of one word and the article each are one name."""
    nodes = context.nodes
    words = [" " not in nodes[at].text and fold(nodes[at].text).startswith("ال") for at in names]
    if sum(words) != _PAIR or not words[1]:
        return names
    first, second = (names[0], names[1]) if words[0] else (names[1], names[2])
    nodes[first].text, nodes[first].end = f"{nodes[first].text} و{nodes[second].text}", nodes[second].end
    return tuple(at for at in names if at != second)


def _label(context: Context, owner: Owner, at: int, said: str | None) -> bool:
    """Whether a name and its figure stand alone, as in "Jonathan Bii of UDA, 214,036 votes"."""
    if said is None and context.scope.unit is None:
        return False
    before = owner.names[0] - 1
    while before >= 0 and context.nodes[before].has("joins", "article", "honorific", "office", "independent"):
        before -= 1
    opens = before < 0 or context.nodes[before].what is MARK or context.nodes[before].has("and", "against", "each")
    return opens and not owner.junk and at - owner.names[-1] <= _NEAR


def _has_link(context: Context, at: int) -> bool:
    return context.says_before(at, "gain", "with")


def _pronoun(context: Context, at: int) -> str | None:
    """The list of the sentence before where this one has only a pronoun for it."""
    if context.says_before(at, "he"):
        return context.names.last_person
    noun = next((node for node in context.nodes[1:at] if node.has("list_noun") and node.text[:1].isupper()), None)
    if noun is not None and not context.says_before(at, "it", "its"):
        return context.names.by_noun(noun.text)  # "The Congress won 2", which is none that is called otherwise
    if context.says_before(at, "it", "its", "list_noun"):
        return context.names.last_list or context.names.list_above
    return None


def _claims(context: Context, index: int, at: int, value: int | float, owner: Owner, doubt: str) -> Iterator[Found]:
    holder, node = context.nodes[index], context.nodes[at]
    place = context.place_of(at)
    doubt = "" if is_too_weak(place.unsure) else doubt or not_own(context, index)
    if owner.junk > 1:
        doubt = doubt_on(Ground.NAME_FAR)
    arabic = context.names.language.script == "arabic"
    grounds: list[Ground] = []
    if len(owner.names) > _PAIR and arabic and holder.who is UNKNOWN:
        grounds.append(Ground.NAME_OF_MANY)
    if node.lent_unit:
        grounds.append(Ground.UNIT_LENT)
    if node.of_kind or (context.names.kind_told and place.ground is Ground.WHOLE_SILENT and node.unit == "seats"):
        grounds.append(Ground.UNIT_OF_KIND)
    if isinstance(value, float):
        return
    subject = context.name(holder)
    if node.unit in ("seats", "members") and value >= SMALLEST_BODY and is_body_name(context, holder):
        local = Role.LOCAL_BODY in roles_in(holder.text)
        where = Place(holder.text, Origin.CLAUSE) if local else place
        doubt = doubt_on(Ground.SIZE_OF_BODY)
        yield context.claim("council_size", None, where.text, value, holder, node, place=where, doubt=doubt)
        return
    if node.unit == "votes":
        predicate = _of_votes(context, holder, value, place, grounds)
        doubt = doubt or (holder.doubt if predicate == "candidate_votes" or holder.who is PERSON else "")
    else:
        predicate = "holds_seats"
        if holder.who is PERSON:
            grounds.append(Ground.NAME_OF_PERSON)
        if owner.link == "(" and holder.who is UNKNOWN and place.ground in _OF_NO_PLACE:
            grounds.append(Ground.NAME_OF_NO_LIST)
        if "of_a_round" in context.roles or (context.names.of_round and place.ground is Ground.WHOLE_SILENT):
            grounds.append(Ground.SEATS_OF_ROUND)
        grounds += [Ground.SEATS_LED_IN] * _led_in(context, index, at)
        between = context.nodes[index:at] if "may_change" in context.roles else ()
        if any("may_change" in near.roles for near in between) and context.names.tells("losing"):
            grounds.append(Ground.SEATS_GAINED)
        if node.unit == "members":
            if not context.says_before(at, "gain", "with", *(("size",) if node.of_list else ())):
                yield context.unread(node, "members, not seats")
                return
            grounds.append(Ground.UNIT_MEMBERS)
        if arabic and holder.who is UNKNOWN and not _sure_name(context, holder):
            grounds.append(Ground.NAME_BY_PLACE)
    grounds += [Ground.NAME_OF_ONE_WORD] * (arabic and _may_be_any_word(context, holder, owner, grounds))
    doubts = [doubt, *map(doubt_on, grounds)]
    doubt = next(filter(is_too_weak, doubts), "") or next(filter(None, doubts), "")
    if holder.who is not PERSON:
        context.names.last_list = subject
        if node.unit == "seats" and not doubt:
            context.names.lists.setdefault(fold(subject), subject)
    yield context.claim(predicate, subject, place.text, value, holder, node, place=place, doubt=doubt)


def _led_in(context: Context, index: int, at: int) -> bool:
    """Whether a list is only ahead in so many seats: "A leads in 5 seats. Similarly B has secured 4"."""
    led = "leading" in context.roles and any("leading" in near.roles for near in context.nodes[index:at])
    return led or ("likewise" in context.roles and context.names.led)


def _of_votes(context: Context, holder: Node, value: int, place: Place, grounds: list[Ground]) -> str:
    """Whose votes a number is, those of a list or of a candidate, with the grounds that this rests on."""
    party = context.names.parties.get(fold(context.name(holder)))
    if holder.party is None and not party and place.text is not None and _is_elected(context, holder):
        return "candidate_votes"
    if holder.who is PERSON or (holder.who is UNKNOWN and party and value > _LARGEST_COUNCIL):
        if value <= (_LARGEST_COUNCIL if context.says("office") else _SMALL_COUNCIL):
            grounds.append(Ground.VOTES_OF_MEMBERS)
        if not holder.party and not party and holder.party is None:
            grounds.append(Ground.NAME_ALONE)
        if place.ground is Ground.WHOLE_SILENT:
            grounds.append(Ground.CANDIDATE_NOWHERE)
        return "candidate_votes" if holder.party or party else "votes"
    family = place.text is None and fold(holder.text) in context.names.second_words  # "Ada Brown", "Brown polled"
    if holder.who is UNKNOWN and (family or not (context.alone_is_list(holder) or _beside_list(context, holder))):
        grounds.append(Ground.NAME_OF_EITHER)
    return "votes"


def _beside_list(context: Context, holder: Node) -> bool:
    """Whether a list goes on the row of names and votes that a name begins: "Harmony had 900 and the Reds 450"."""
    nodes, behind = context.nodes, context.nodes.index(holder) + 1
    told = nodes[behind : behind + 1] and nodes[behind].has("gain")
    row = (at for at in context.positions[NAME] if at > behind and not nodes[at].aside)
    other = next((at for at in row if nodes[at].who is not PLACE), None)
    if not told or other is None or other + 1 >= len(nodes) or nodes[other].who is not LIST:
        return False
    return nodes[other + 1].what is FIGURE and nodes[other - 1].has("and", "article", "against")


def _is_elected(context: Context, holder: Node) -> bool:
    """Whether it is told of a name of several words that it was elected: "A B held the seat with 20,100 votes"."""
    if holder.who not in (PERSON, UNKNOWN) or " " not in holder.text or not context.says("elected"):
        return False
    first = context.nodes.index(holder) + 1
    behind = context.nodes[first : first + _NEAR]
    return any(node.has("elected") and all(n.what is WORD for n in behind[:at]) for at, node in enumerate(behind))


def _may_be_any_word(context: Context, holder: Node, owner: Owner, grounds: Sequence[Ground]) -> bool:
    """Whether a name is one word that is not definite, and that nothing but its place makes a name."""
    if owner.junk <= 1 and _BY_PLACE.isdisjoint(grounds):
        return False
    plain = holder.who is UNKNOWN and " " not in holder.text and not definite(holder.text)
    return plain and fold(holder.text) not in context.names.repeated


def _sure_name(context: Context, holder: Node) -> bool:
    """Whether a name without a noun of lists is likely one: it has quotation marks, or is named again.

    The article is enough where the sentence names a list besides.
    """
    first = fold(holder.text.split()[0])
    lists = any(context.nodes[at].who is LIST for at in context.positions[NAME])
    quoted = holder.end - holder.start > len(holder.text)
    return (lists and first.startswith("ال")) or quoted or first in context.names.repeated
