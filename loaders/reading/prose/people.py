"""Who leads a list, holds an office, belongs to a list, stayed away, was barred or won a seat."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...languages.words import fold
from ..found import Found, Mechanism, Origin
from .context import Context, Place
from .nodes import Node, What, Who
from .owners import group_right, head_of, is_holder

_FAR = 6  # nodes
_BEFORE_OFFICE = (
    *("serves", "joins", "office_before", "no_longer", "except", "filler", "who", "honorific", "independent"),
)


def read_people(context: Context) -> Iterator[Found]:
    """The claims on people of a sentence."""
    yield from _members(context)
    if context.says("led_by", "led_by_him", "leads", "leader", "office"):
        yield from _leaders(context)
    if context.says("office"):
        yield from _offices(context)
    if context.says("unites", "belongs", "on_which", "joined"):
        yield from _unions(context)
    if context.says("boycotted", "barred"):
        yield from _absent(context)
    if context.says("elected"):
        yield from _winners(context)
    if context.says("one_seat"):
        yield from _seats_of_people(context)


def _person(node: Node) -> bool:
    return node.what is What.NAME and node.who in (Who.PERSON, Who.UNKNOWN) and not _one_word_list(node)


def _one_word_list(node: Node) -> bool:
    return node.who is Who.LIST


def _list(node: Node) -> bool:
    return node.what is What.NAME and node.who in (Who.LIST, Who.UNKNOWN)


def _skip(nodes: Sequence[Node], at: int, step: int, *roles: str) -> int:
    """The first index from here on that is none of these words."""
    while 0 <= at < len(nodes) and nodes[at].what is What.WORD and nodes[at].has(*roles):
        at += step
    return at


def _before(nodes: Sequence[Node], at: int) -> Node | None:
    """The name that ends before an index, over articles and one comma."""
    at = _skip(nodes, at - 1, -1, "joins", "who", "and", "filler")
    if at >= 0 and nodes[at].mark(",،–—("):
        at -= 1
    if at >= 0 and nodes[at].mark(")"):
        while at >= 0 and not nodes[at].mark("("):
            at -= 1
        at -= 1
    return nodes[at] if at >= 0 and nodes[at].what is What.NAME else None


def _described(nodes: Sequence[Node], at: int) -> Node | None:
    """The person of whom several things are said in a row: "X, the former governor of Y and head of Z"."""
    for index in range(at - 1, max(at - _FAR - 2, -1), -1):
        node = nodes[index]
        if node.what is What.NAME:
            before = nodes[index - 1] if index else None
            if before is not None and before.has("office", "leader", "belongs"):
                continue
            return node if node.who in (Who.PERSON, Who.UNKNOWN) else None
        if node.what is not What.WORD or not node.has(
            "office", "office_before", "no_longer", "and", "leader", "belongs"
        ):
            return None
    return None


def _subject(nodes: Sequence[Node], at: int) -> Node | None:
    """The name of which a verb speaks: the nearest before it, over what only describes it."""
    for index in range(at - 1, max(at - 2 * _FAR, -1), -1):
        node = nodes[index]
        if node.aside or node.mark(",()"):
            continue
        if node.what is What.NAME:
            head = head_of(nodes, index)
            return nodes[head] if head >= 0 else node
        if node.what is not What.WORD or node.has("and", "against"):
            return None
    return None


def _behind(nodes: Sequence[Node], at: int, *roles: str) -> Node | None:
    at = _skip(nodes, at, 1, "joins", "honorific", *roles)
    return nodes[at] if at < len(nodes) and nodes[at].what is What.NAME else None


def _doubt(context: Context) -> str:
    if any(node.has("denial", "forecast") for node in context.nodes) or context.scope.hedged:
        return "hedged or denied"
    return ""


def _members(context: Context) -> Iterator[Found]:
    """Of which list a person is: "X (PARTY)", "X of PARTY", "X, candidate of PARTY"."""
    for node in context.nodes:
        if node.what is What.NAME and node.who is Who.PERSON and node.party:
            party = context.names.lists.get(fold(node.party), node.party)
            context.names.add_person(node.text, party)
            yield context.claim(
                "member_of",
                context.name(node),
                party,
                None,
                node,
                node,
                doubt=node.doubt or _doubt(context),
                mechanism=Mechanism.OFFICE,
            )


def _leaders(context: Context) -> Iterator[Found]:
    nodes = context.nodes
    for at, node in enumerate(nodes):
        if node.what is not What.WORD:
            continue
        lead: tuple[Node | None, Node | None] = (None, None)
        if node.has("led_by"):
            lead = (_behind(nodes, at + 1, "office", "office_before"), _before(nodes, at))
        elif node.has("led_by_him"):
            whole = nodes[at - 1] if at else node
            person = next((n for n in reversed(nodes[: at - 1]) if _person(n)), None) if at else None
            lead = (person, whole if whole.what is What.NAME else None)
        elif node.has("leads"):
            before, behind = _before(nodes, at), _behind(nodes, at + 1, "filler")
            arabic = context.names.language.script == "arabic"
            if arabic and at and (nodes[at - 1].mark(",،") or nodes[at - 1].has("and")):
                before = None
            if before is None and behind is not None:  # the verb first: "يقود X Y"
                after = nodes.index(behind) + 1
                before, behind = behind, nodes[after] if after < len(nodes) else None
            lead = (before, behind)
        elif node.has("leader", "office"):
            after = _skip(nodes, at + 1, 1, "joins", "belongs")
            behind = nodes[after] if after < len(nodes) else None
            before = _before(nodes, at) or _described(nodes, at)
            if behind is not None and _list(behind) and behind.who is Who.LIST:
                person = before
                if (person is None or not _person(person)) and after + 1 < len(nodes):
                    person = _behind(nodes, after + 1)
                lead = (person, behind)
            elif behind is not None and _person(behind) and at and nodes[at - 1].what is What.NAME and after == at + 1:
                lead = (behind, nodes[at - 1])
            elif behind is not None and at > 1 and nodes[at - 1].has("suffix"):
                lead = (behind, nodes[at - 2])
        person, led = lead
        if person is None or led is None or not _person(person) or led.what is not What.NAME:
            continue
        if led.who not in (Who.LIST, Who.UNKNOWN) or person is led:
            continue
        doubt = _doubt(context)
        after = nodes.index(led) + 1
        further = nodes[after] if after < len(nodes) and nodes[after].what is What.WORD else None
        ends = further is None or further.has("and", "in", "who", "gain", "against")
        if node.has("leads") and led.who is Who.UNKNOWN and not ends:
            continue  # "heads the Commonwealth observers"
        if led.who is Who.UNKNOWN and not context.names.is_list(led.text):
            doubt = doubt or "it is not said whether this is a list"
        context.names.add_person(person.text, context.name(led))
        context.names.lists.setdefault(fold(led.text), led.text)
        yield context.claim(
            "leads", context.name(person), context.name(led), None, person, led, doubt=doubt, mechanism=Mechanism.OFFICE
        )


def _offices(context: Context) -> Iterator[Found]:
    nodes = context.nodes
    for at, node in enumerate(nodes):
        if node.what is not What.WORD or not node.has("office"):
            continue
        if at and nodes[at - 1].has("office"):
            continue
        if node.has("leader") and at + 1 < len(nodes) and nodes[at + 1].who is Who.LIST:
            continue
        person, last, text = _holder_of(context, at)
        if person is None or not _person(person) or person.party == "":
            continue
        if len(person.text.split()) < 2 and fold(person.text) not in context.names.families:
            continue
        if any(other.has("denial") for other in nodes[max(at - _FAR, 0) : at]):
            continue
        context.names.add_person(person.text)
        yield context.claim(
            "held_office",
            context.name(person),
            text,
            None,
            person,
            last,
            doubt=_doubt(context),
            mechanism=Mechanism.OFFICE,
        )


def _office_text(context: Context, first: int, last: int) -> str:
    return context.sentence.text[context.nodes[first].start : context.nodes[last].end].strip(" ,،")


def _holder_of(context: Context, at: int) -> tuple[Node | None, Node, str]:
    """The person of an office at a node, the last node of its words, and the words."""
    nodes = context.nodes
    last = at
    while last + 1 < len(nodes) and nodes[last + 1].has("office"):
        last += 1
    step = _skip(nodes, last + 1, 1, "office_before", "honorific", "no_longer")
    direct = nodes[step] if step < len(nodes) else None
    arabic = context.names.language.script == "arabic"
    if direct is not None and _person(direct) and not (arabic and not _arabic_person(context, direct)):
        # "Prime Minister X", unless the office follows a name in apposition: "X, governor of Y"
        return direct, nodes[last], _office_text(context, at, last)
    end = last
    of = _skip(nodes, last + 1, 1, "joins", "belongs", "in", "to")
    if of > last + 1 and of < len(nodes) and (nodes[of].what is What.NAME or nodes[of].has("body", "office")):
        end = of
        while end + 1 < len(nodes) and nodes[end + 1].has("office", "body"):
            end += 1
        following = end + 1
        if following < len(nodes) and nodes[following].mark(",،"):
            following += 1
        if (
            following < len(nodes)
            and nodes[following].what is What.NAME
            and nodes[following].who in (Who.PERSON, Who.UNKNOWN)
            and not _before_person(nodes, at)
        ):
            return nodes[following], nodes[end], _office_text(context, at, end)
    if at and nodes[at - 1].what is What.NAME and nodes[at - 1].who in (Who.LIST, Who.PLACE):
        behind = nodes[end + 1] if end + 1 < len(nodes) else None
        if behind is not None and _person(behind):
            return behind, nodes[end], _office_text(context, at, end)
    before = _before_person(nodes, at)
    if arabic:
        step = last + 1
        if step + 2 < len(nodes) and nodes[step].has("to") and nodes[step + 1].has("candidate"):
            chosen = next((n for n in nodes[step : step + 5] if n.who is Who.PERSON), None)
            if chosen is not None:
                return chosen, nodes[last], _office_text(context, at, last)
        while step < len(nodes) and nodes[step].what is What.WORD and not nodes[step].has("and", "in", "gain"):
            behind = nodes[step + 1] if step + 1 < len(nodes) else None
            if nodes[step].has("to") and (behind is None or behind.what is not What.WORD):
                break
            if not nodes[step].has("office_before", "no_longer", "honorific"):
                end = step
            step += 1
        if step < len(nodes) and _person(nodes[step]) and _arabic_person(context, nodes[step]):
            return nodes[step], nodes[end], _office_text(context, at, end)
        place = nodes[step] if step < len(nodes) and nodes[step].what is What.NAME else None
        if place is not None and " " not in place.text:
            past = step + 1
            while past < len(nodes) and nodes[past].has("office_before", "no_longer", "honorific"):
                past += 1
            if past < len(nodes) and _person(nodes[past]) and _arabic_person(context, nodes[past]):
                return nodes[past], nodes[step], _office_text(context, at, step)
            return before, nodes[step], _office_text(context, at, step)
    return before, nodes[end], _office_text(context, at, end)


def _arabic_person(context: Context, node: Node) -> bool:
    return len(node.text.split()) >= 2


def _before_person(nodes: Sequence[Node], at: int) -> Node | None:
    """The person before an office: "X, governor of Y", "X was elected governor", "X (P), once the governor"."""
    index = at - 1
    while index >= 0:
        node = nodes[index]
        if node.aside:
            index -= 1
            continue
        if node.what is What.NAME:
            head = head_of(nodes, index)
            if head != index:
                index = head
                continue
            return node if node.who in (Who.PERSON, Who.UNKNOWN) else None
        known = node.mark(",،–—()") or node.has(*_BEFORE_OFFICE)
        if not known or at - index > _FAR:
            return None
        index -= 1
    return None


def _unions(context: Context) -> Iterator[Found]:
    """What an alliance is made of: "X, which brought together A, B and C", "A joined X"."""
    nodes = context.nodes
    for at, node in enumerate(nodes):
        if node.what is not What.WORD:
            continue
        if node.has("unites"):
            whole = _before(nodes, at)
            first = _skip(nodes, at + 1, 1, "joins", "filler", "except")
            if whole is None or whole.who is not Who.LIST or first >= len(nodes) or not is_holder(nodes[first]):
                continue
            yield from _joined(context, whole, group_right(nodes, first))
        elif node.has("belongs") and at and nodes[at - 1].who is Who.LIST and nodes[at - 1].what is What.NAME:
            first = _skip(nodes, at + 1, 1, "joins")
            parts = group_right(nodes, first) if first < len(nodes) and nodes[first].who is Who.LIST else []
            if len(parts) > 1 and all(nodes[part].who is Who.LIST for part in parts):  # "the list of A and B"
                yield from _joined(context, nodes[at - 1], parts)
        elif node.has("on_which"):
            first = _skip(nodes, at + 1, 1, "joins")
            whole = _before(nodes, at)
            if first < len(nodes) and nodes[first].who is Who.LIST and whole is not None and whole.who is Who.LIST:
                yield from _joined(context, whole, [first])
        elif node.has("joined"):
            first = _skip(nodes, at + 1, 1, "each", "joins", "filler")
            if first < len(nodes) and is_holder(nodes[first]):
                whole = _before(nodes, at)
                if whole is None:
                    whole = next((n for n in reversed(nodes[:at]) if n.who is Who.LIST and n.what is What.NAME), None)
                if whole is None or whole.who is not Who.LIST:
                    continue
                if node.has("unites") or context.names.language.script == "arabic":
                    yield from _joined(context, whole, group_right(nodes, first))
                elif nodes[first].who is Who.LIST:
                    yield from _joined(context, nodes[first], [nodes.index(whole)])


def _joined(context: Context, whole: Node, members: Sequence[int]) -> Iterator[Found]:
    for index in members:
        part = context.nodes[index]
        for text in part.parts or (context.name(part),):
            yield context.claim("member_of", text, context.name(whole), None, whole, part, doubt=_doubt(context))


def _absent(context: Context) -> Iterator[Found]:
    """Who boycotted the vote, and who was barred from it."""
    nodes = context.nodes
    for at, node in enumerate(nodes):
        if node.what is not What.WORD or not node.has("boycotted", "barred"):
            continue
        near = nodes[at + 1 : at + 5]
        vote = any(other.has("vote_noun") for other in near)
        predicate = "boycotted" if node.has("boycotted") else "barred"
        if predicate == "boycotted" and not vote:
            continue
        who = _before(nodes, at)
        if (who is None or not is_holder(who)) and at + 1 < len(nodes) and is_holder(nodes[at + 1]):
            who = nodes[at + 1]
        if who is None or not is_holder(who):
            continue
        doubt = _doubt(context)
        if predicate == "barred" and not vote:
            doubt = doubt or "it does not say from what"
        if who.who is Who.UNKNOWN:
            doubt = doubt or "it is not said whether this is a list or a person"
        place = context.place_of(at)
        if place.origin is not Origin.CLAUSE:
            place = Place(None)
        named = next((other for other in nodes[at + 1 : at + 6] if other.who is Who.PLACE), None)
        if named is not None:
            place = Place(named.text, Origin.CLAUSE)
        yield context.claim(predicate, context.name(who), place.text, None, who, node, place=place, doubt=doubt)


def _seats_of_people(context: Context) -> Iterator[Found]:
    """Who has one seat that a sentence speaks of: "the women's seat went to X"."""
    nodes = context.nodes
    for at, node in enumerate(nodes):
        if not (node.what is What.WORD and node.has("goes")) or not any(other.has("one_seat") for other in nodes[:at]):
            continue
        first = _skip(nodes, at + 1, 1, "to", "joins", "honorific")
        if first >= len(nodes) or not _person(nodes[first]) or len(nodes[first].text.split()) < 2:
            continue
        place = context.place_of(at)
        if place.text is not None:
            who = nodes[first]
            yield context.claim("won_seat", context.name(who), place.text, None, who, who, place=place)


def _winners(context: Context) -> Iterator[Found]:
    """Who won a seat: "X was elected in Y", "X won the seat"."""
    nodes = context.nodes
    for at, node in enumerate(nodes):
        if node.what is not What.WORD or not node.has("elected") or node.has("filler"):
            continue
        if at + 1 < len(nodes) and nodes[at + 1].has("office"):
            continue
        who = _subject(nodes, at)
        if who is None or not _person(who) or len(who.text.split()) < 2:
            continue
        place = context.place_of(at)
        to = next((other for other in nodes[at + 1 : at + 3] if other.what is What.NAME), None)
        if to is not None and nodes[at + 1].has("to"):
            place = Place(to.text, Origin.CLAUSE)  # "re-elected to Corvale City Council"
        if place.text is None:
            continue
        yield context.claim(
            "won_seat", context.name(who), place.text, None, who, node, place=place, doubt=_doubt(context)
        )
