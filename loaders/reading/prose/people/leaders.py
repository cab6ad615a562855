"""Leaders in a sentence: who leads which list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....languages.words import fold
from ...found import Found, Mechanism
from ...mentions import acronym
from ..context import Context
from ..names.naming import may_be_verb
from ..nodes import BODY, LIST, NAME, UNKNOWN, WORD, Node
from .around import (
    described,
    doubt_of_people,
    is_person,
    may_be_list,
    name_before,
    name_behind,
    skip,
)

_TITLES = ("office", "office_before", "no_longer")
_DENIED = 2  # nodes before "led by" in which it is denied
_DESCRIBED = 3  # words of what somebody is called before the name
_WHO = "the words before the name may be of somebody else"
LEADING = ("led_by", "led_by_him", "leads", "leader", "heads_lists")


def read_leaders(context: Context) -> Iterator[Found]:
    """Who leads a list: "X, led by Y", "Y heads X", "the leader of X, Y"."""
    nodes = context.nodes
    for at in context.where(*LEADING):
        node = nodes[at]
        lead: tuple[Node | None, Node | None] = (None, None)
        unsure = ""
        if node.has("led_by"):
            person, unsure = _called(nodes, name_behind(nodes, at + 1, *_TITLES, "body"))
            lead = (person, name_before(nodes, at) or _named_list(nodes, at))
        elif node.has("led_by_him"):
            whole = nodes[at - 1] if at else node
            person = next((n for n in reversed(nodes[: at - 1]) if is_person(n)), None) if at else None
            lead = (person, whole if whole.what is NAME else None)
        elif node.has("leads"):
            arabic = context.names.language.script == "arabic"  # where it may be "يرأس رئيس الوزراء X Y"
            before, behind = name_before(nodes, at), name_behind(nodes, at + 1, "filler", *_TITLES * arabic)
            if arabic and at and (nodes[at - 1].mark(",،") or nodes[at - 1].has("and")):
                before = None
            behind = _which(nodes, at, before) or behind
            if before is None and behind is not None:  # the verb first: "يقود X Y"
                after = nodes.index(behind) + 1
                before, behind = behind, nodes[after] if after < len(nodes) else None
            lead = (before, behind)
        elif node.has("leader", "heads_lists"):
            after = _list_behind(nodes, at + 1)
            behind = nodes[after] if after < len(nodes) else None
            before = name_before(nodes, at) or described(nodes, at)
            if behind is not None and may_be_list(behind) and behind.who is LIST:
                person = before
                if (person is None or not is_person(person) or may_be_verb(context.names, person)) and after + 1 < len(
                    nodes
                ):
                    person = name_behind(nodes, after + 1)
                lead = (person, behind)
            elif behind is not None and is_person(behind) and at and nodes[at - 1].what is NAME and after == at + 1:
                lead = (behind, nodes[at - 1]) if not _of_state(node, nodes[at - 1]) else lead
            elif (beside := _led_beside(nodes, at)) is not None:
                lead = beside
            elif behind is not None and at > 1 and nodes[at - 1].has("suffix"):
                lead = (behind, nodes[at - 2])
        person, led = lead
        if person is None or led is None or not is_person(person) or may_be_verb(context.names, person):
            continue
        if person is led or not _may_be_led(context, led) or _is_within(nodes, at):
            continue
        if node.has("leads") and led.who is UNKNOWN and not _ends(nodes, led):
            continue  # "heads the Commonwealth observers"
        doubt = _hedged(context, at) or person.doubt or unsure or _led_once(nodes, at, led)
        if led.who is UNKNOWN and not context.names.is_list(led.text):
            doubt = doubt or "it is not said whether this is a list"
        context.names.lists.setdefault(fold(led.text), led.text)
        for one in (person, *(_with(nodes, person) if node.has("led_by") else ())):
            context.names.add_person(one.text, context.name(led))
            yield context.claim(
                "leads", context.name(one), context.name(led), None, one, led, doubt=doubt, mechanism=Mechanism.OFFICE
            )


def _list_behind(nodes: Sequence[Node], at: int) -> int:
    """Where the list that somebody leads stands, past nouns before it: "the leader of the list X"."""
    after = skip(nodes, at, 1, "joins", "belongs")
    return after + (after + 1 < len(nodes) and nodes[after].who is BODY and nodes[after + 1].who is LIST)


def _hedged(context: Context, at: int) -> str:
    """Why nobody may lead a list; what stands beside a name is not denied with the verb, nor hedged far from it."""
    node, near = context.nodes[at], context.nodes[max(at - _DENIED, 0) : at + 1]
    far = node.has("led_by") and not any(other.has("denial", "forecast") for other in near)
    return "" if far and not context.scope.hedged else doubt_of_people(context, beside=not node.has("leads"))


def _may_be_led(context: Context, led: Node) -> bool:
    """Whether a name is a list's or may be, and not what the words behind it are of: "the head of the OSCE mission"."""
    after = context.nodes.index(led) + 1
    behind = context.nodes[after] if after < len(context.nodes) else None
    noun = behind is not None and behind.what is WORD and not behind.roles and behind.text.islower()
    other = noun and acronym(led.text) and not context.names.is_list(led.text)
    return led.what is NAME and led.who in (LIST, UNKNOWN) and not other


def _led_once(nodes: Sequence[Node], at: int, led: Node) -> str:
    """Why somebody may lead a list no longer: "former Reds leader A B", "A B, the former leader of the Reds"."""
    index = nodes.index(led)
    before = [node for node in (*nodes[max(index - 1, 0) : index], *nodes[max(at - 1, 0) : at]) if node.what is WORD]
    return "who led a list once may do so no longer" if any(node.has("no_longer") for node in before) else ""


def _named_list(nodes: Sequence[Node], at: int) -> Node | None:
    """The name whose noun of lists stands before an index, past a bracket: 'the "X" (Y) list, led by'."""
    at -= nodes[at - 1].mark(",،–—") if at else 0
    if not at or not nodes[at - 1].has("list_noun") or not nodes[at - 1].text.islower():
        return None
    return name_before(nodes, at - 1)


def _with(nodes: Sequence[Node], person: Node) -> Iterator[Node]:
    """Who leads a list with a person: "led by X Y and former president Z W", where nothing follows that they do."""
    step = nodes.index(person) + 1
    further = skip(nodes, step + 1, 1, *_TITLES, "honorific")
    if further >= len(nodes) or not nodes[step].has("and") or not is_person(nodes[further]):
        return
    ends = further + 1 == len(nodes) or nodes[further + 1].mark(",،).")
    if ends and " " in nodes[further].text and " " in person.text:
        yield nodes[further]


def _is_within(nodes: Sequence[Node], at: int) -> bool:
    """Whether who leads stands apart from what somebody is of: "X, who is the leader of the list of"."""
    return nodes[at].has("of_behind") and not nodes[at - 1].mark(",،")


def _which(nodes: Sequence[Node], at: int, person: Node | None) -> Node | None:
    """The list before a clause that ends with who leads it: "the X party, which Y leads, won"; None where none is."""
    who = nodes.index(person) - 1 if person is not None else 0
    ends = at + 1 >= len(nodes) or nodes[at + 1].mark(",،.;")
    told = who > 0 and ends and nodes[who].has("who")
    of = nodes[who - 1 - (who > 1 and nodes[who - 1].mark(",،"))] if told else None
    return of if of is not None and of.who is LIST else None


def _led_beside(nodes: Sequence[Node], at: int) -> tuple[Node | None, Node] | None:
    """Who leads the list before: "the X leader and prime minister Y Z", "the candidate of X and its leader, Y Z"."""
    if at and nodes[at - 1].who is LIST and (person := _and_office(nodes, at + 1)) is not None:
        return person, nodes[at - 1]
    stands = at > 2 and nodes[at - 1].has("and") and nodes[at - 2].who is LIST and nodes[at - 3].has("candidate")
    return (name_behind(nodes, at + 1, *_TITLES), nodes[at - 2]) if stands else None


def _and_office(nodes: Sequence[Node], at: int) -> Node | None:
    """The person whom an office behind "and" names besides: "the X leader and prime minister Y Z"."""
    step = skip(nodes, at + 1, 1, "office", "office_before", "honorific")
    told = at + 1 < step < len(nodes) and nodes[at].has("and") and is_person(nodes[step])
    return nodes[step] if told and " " in nodes[step].text else None


def _of_state(office: Node, name: Node) -> bool:
    """Whether a word before an office may be a state's, though a list is called so too: "Iraqi President X"."""
    word = name.who is LIST and name.text.istitle() and " " not in name.text
    return word and office.has("heads_lists") and "list_noun" not in name.term.roles


def _called(nodes: Sequence[Node], name: Node | None) -> tuple[Node | None, str]:
    """The person whom a name only describes, "led by former Iraqi President X", else the name; and why it is unsure.

    Words that are no title, as of "Kenyan businessman X", may be a verb.
    """
    at = after = nodes.index(name) + 1 if name is not None else 0
    while 0 < after < min(len(nodes), at + _DESCRIBED) and nodes[after].what is WORD and _may_describe(nodes[after]):
        after += 1
    person = nodes[after] if at < after < len(nodes) else None
    if person is None or not is_person(person):
        return name, ""
    return person, "" if all(node.has(*_TITLES) for node in nodes[at:after]) else _WHO


def _may_describe(node: Node) -> bool:
    return node.has(*_TITLES) or not node.roles


def _ends(nodes: Sequence[Node], name: Node) -> bool:
    """Whether a name goes on no further: what follows is a mark, or a word of another part of the sentence."""
    after = nodes.index(name) + 1
    further = nodes[after] if after < len(nodes) and nodes[after].what is WORD else None
    return further is None or further.has("and", "in", "who", "gain", "against")
