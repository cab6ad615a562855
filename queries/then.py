"""The seats of a name at several elections: a row for each, as `history` and the answers about what sits tell them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from graph.dates import before as sooner
from graph.dates import holds_at
from graph.stores.protocol import Row

from .plain import Named, Note, Plain
from .totals import Place
from .view import GraphView
from .view.elections import Body, Election
from .where import largest_place
from .where.answer import DID_NOT_STAND, SEATS, ListTotal, Where, counted_lists

# What may change of a list from one election to the next.
NAME, LEADERS, MEMBERS = "name", "leaders", "members"


@dataclass(frozen=True, slots=True)
class Renamed(Plain):
    """A list that sources say took another name: its former one, and from when on as precisely as all of them say.

    `now` are the new ones as they print them.
    """

    list: Named
    former: str
    since: str
    now: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ListThen(Plain):
    """A list of X at an election, and its seats; `since_before`: X had it at the election before of the same body.

    `leaders` and `members` are those that sources name for that vote; None where the question does not ask for them.
    """

    OPTIONAL = ("leaders", "members", "others")

    id: str
    name: str
    relation: str
    total: int
    most: int
    since_before: bool | None
    leaders: tuple[Named, ...] | None = None
    members: tuple[Named, ...] | None = None
    others: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class Then(Plain):
    """X at one election: `total` to `most` seats of `size`, the place of its largest list, its lists and those it lost.

    `total` is None where it is not known, `minimum` says that it may be more; `share` is of the size; `others` are
    numbers that sources say besides, and `preliminary` says that it rests on a preliminary count. `left` are lists of X
    at the election before of the same body that it had no more at this one. `changed` is what else changed since
    that election (`NAME`, `LEADERS`, `MEMBERS`), where sources say so; None where the question does not ask for it.
    """

    OPTIONAL = ("placed", "place", "members", "changed", "others")

    election: Election
    body: Body
    status: str
    total: int | None
    most: int | None
    size: int | None
    share: float | None
    minimum: bool
    placed: int | None
    members: int | None
    place: Place | None
    lists: tuple[ListThen, ...]
    left: tuple[Named, ...]
    sources: tuple[str, ...]
    changed: tuple[str, ...] | None = None
    others: tuple[int, ...] | None = None
    preliminary: bool = False


def thens(graph: GraphView, answers: Sequence[Where], ties: Sequence[Row] | None = None) -> Iterator[Then]:
    """A row for each of these answers about one subject, the latest election first.

    With `ties`, the rows of `affiliations.cypher`, each list has its leaders and members.
    """
    for at, answer in enumerate(answers):
        before = next((one for one in answers[at + 1 :] if one.election.fills.id == answer.election.fills.id), None)
        yield _then(graph, answer, before, ties)


def _then(graph: GraphView, answer: Where, before: Where | None, ties: Sequence[Row] | None) -> Then:
    election = answer.election
    seats = answer.total
    size = answer.all_seats
    had = None if before is None else {item.id for item in before.lists}
    has = {item.id for item in answer.lists}
    return Then(
        election=election,
        body=election.fills,
        status=answer.status,
        total=seats,
        most=answer.most,
        size=size,
        share=seats / size if seats is not None and size else None,
        minimum=answer.minimum,
        placed=answer.placed,
        members=answer.members,
        place=largest_place(graph, answer),
        lists=tuple(_list_then(item, had, election, ties) for item in answer.lists),
        left=tuple(Named(item.id, item.name) for item in (before.lists if before else ()) if item.id not in has),
        sources=_sources(answer),
        others=answer.others or None,
        preliminary=answer.preliminary,
    )


def _sources(answer: Where) -> tuple[str, ...]:
    """The sources of an answer; first those that its number rests on."""
    stated = [item.stated_by[0] for item in counted_lists(answer.lists) if item.stated_by]
    held = [council.sources[0] for council in answer.provinces if council.sources and council.status in _TOLD]
    absent = answer.status == DID_NOT_STAND
    rest = [source.id for source in answer.sources] if answer.lists or absent else []
    return tuple(dict.fromkeys([*stated, *(held if not stated else ()), *rest]))


# What a number rests on where none is stated in all; who did not stand is told by a source too.
_TOLD = frozenset({SEATS, DID_NOT_STAND})


def _list_then(item: ListTotal, had: Iterable[str] | None, at: Election, ties: Sequence[Row] | None) -> ListThen:
    since = None if had is None else item.id in had
    found = ListThen(item.id, item.name, item.relation, item.total, item.most, since, others=item.others)
    if ties is None:
        return found
    then: dict[str, dict[str, Named]] = {"LEADS": {}, "MEMBER_OF": {}}
    for row in ties:
        if row["b"] == item.id and row["election"] in (None, at.id) and holds_at(row["since"], row["until"], at.date):
            then[row["type"]][row["a"]] = Named(row["a"], row["a_name"])
    leaders, members = (tuple(sorted(named.values())) for named in then.values())
    return replace(found, leaders=leaders, members=members)


def with_changes(rows: Sequence[Then], renamed: Sequence[Renamed]) -> tuple[tuple[Then, ...], tuple[Note, ...]]:
    """The rows with what changed of the lists of X since the vote before of the same body, and a note of each change.

    Who belongs to a list has changed where sources name both sides, who leads it where none of these leads it at both;
    its name has where they date that.
    """
    marked, notes = [], []
    for at, row in enumerate(rows):
        before = next((one for one in rows[at + 1 :] if one.body.id == row.body.id), None)
        found = list(_changes(row, before, renamed)) if before else []
        marked.append(replace(row, changed=tuple(dict.fromkeys(what for what, _ in found))))
        notes += [note for _, note in found]
    return tuple(marked), tuple(notes)


def _changes(row: Then, before: Then, renamed: Sequence[Renamed]) -> Iterator[tuple[str, Note]]:
    votes = {"date": row.election.date, "before": before.election.date}
    had = {item.id for one in (before, row) for item in one.lists}
    vote = row.election.date
    for name in renamed:
        in_time = sooner(before.election.date, name.since) and (sooner(name.since, vote) or name.since == vote)
        if name.list.id in had and in_time:
            told = votes | {"list": name.list, "since": name.since}
            if name.former != name.list.name:
                yield NAME, Note("name_changed", told | {"was": name.former})
            elif name.now:  # it is known here by the name that it left
                yield NAME, Note("name_left", told | {"now": name.now})
    then = {item.id: item for item in before.lists}
    for item in row.lists:
        old = then.get(item.id)
        for what, code in ((LEADERS, "leaders_changed"), (MEMBERS, "members_changed")):
            now, was = getattr(item, what) or (), getattr(old, what, None) or ()
            stays = what == LEADERS and not set(now).isdisjoint(was)  # of the others a source may only be silent
            if now and was and now != was and not stays:
                yield what, Note(code, votes | {"list": Named(item.id, item.name), "now": now, "was": was})
