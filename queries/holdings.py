"""What the graph holds of names at elections: of many in a few queries, each with what it rests on.

`where` decides an answer from the part of one name at one election alone.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain, repeat
from operator import itemgetter
from typing import Any, NamedTuple

from graph.dates import holds_at
from graph.kinds import Kind
from graph.lexicon import Candidate
from graph.stores.protocol import Row

from .affiliation.known import known_ties, reported_in_words, seat_notes
from .affiliation.ties import SHARED, Tie, Walks, led_by
from .checking.corrections import corrected
from .council_seats import CouncilSeats, council_seats
from .disputed import Span
from .plain import Named, Note
from .totals import placed_in, stated_beside, whole
from .view import GraphView
from .view.elections import Election
from .view.evidence import Evidence, SourceLine
from .view.rows import rows_by

# Who needs no list, and what is said when none of theirs is known.
NO_LISTS = {Kind.FIGURE: "no_list", Kind.BLOC: "no_member"}

_Key = tuple[str, str]  # the ids of an election and a subject
_NONE = Span(0, 0)
_FACT, _LIST = itemgetter("fact"), itemgetter("list")


class Common(NamedTuple):
    """What is read of an election once, whoever is asked about: its councils, and rows of all lists by their list.

    What `where` decided is kept beside it: `kept`, the answers for all councils by the ties to lists that they rest on;
    `alike`, the answers for councils of which nothing is told, which most subjects have in common.
    """

    voted: Mapping[str, Row]  # the councils that voted, the rows of `councils.cypher` by id
    full: frozenset[str]  # those of which every seat is accounted for
    no_vote: tuple[Named, ...]
    all_lists: CouncilSeats
    seats: Mapping[str, Sequence[Row]]  # those of the councils that are asked about
    placed: Mapping[str, Span]  # the same of each list together
    in_all: Mapping[str, Row]  # what is stated of a list in all; none where some councils alone are asked about
    whole: bool  # whether every seat has a province and a list
    none: Mapping[str, Sequence[Row]]  # where a source says that the list won no seat
    members: Mapping[str, Sequence[Row]]  # how many people a list of members names
    members_in: Mapping[str, int]  # how many of any list it names, by province
    kept: dict[tuple[Tie, ...], Sequence[Any]]
    alike: dict[Any, dict[str, Any]]


@dataclass(eq=False, repr=False)
class Holdings:
    """What the graph holds of one subject, rows as the queries give them, and what these rest on.

    `at_the_vote` is the same on the day of the vote, for who had a list then and not on the day that is asked about.
    """

    election: Election
    common: Common
    ties: Mapping[str, Tie]
    seats: Sequence[Row]
    in_all: Mapping[str, Row]  # what is stated of a list in all, by its id
    stood: Sequence[Row]
    none: Sequence[Row]  # where a source says of one of its lists that it won no seat
    placed: Mapping[str, Span]  # the seats by province of each list
    stated: Mapping[str, Row]  # what of `in_all` is told: where the seats by province may lack some and are not more
    totals: Mapping[str, Span]  # the seats of each list
    members: Sequence[Row]
    won: Sequence[Row]
    reported: Sequence[Row] = ()  # what sources say of a bloc in words
    known: Sequence[Row] = ()  # what who has no list led, joined or held at any time
    listed: Sequence[tuple[Note, str | None]] = ()  # what lists of members say of a figure, each with a fact of theirs
    absences: Sequence[Row] = ()
    at_the_vote: Holdings | None = None
    evidence: Mapping[str, Evidence] = field(default_factory=dict)
    sources: Mapping[str, SourceLine] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    corrected: Sequence[Note] = ()

    def unplaced(self, lists: Collection[str], but: Collection[str] = ()) -> int | None:
        """How many seats of these lists of the subject, `but` for some, have no province.

        None where what one won in all is unknown.
        """
        election = self.election
        all_known = election.seats is not None and (election.won_in_all or 0) >= election.seats
        if not self.ties or not all(id in self.in_all or id in but or all_known for id in lists):
            return None
        rows = ((id, row) for id, row in self.in_all.items() if id not in but)
        return sum(max(int(row["most"]) - self.placed.get(id, _NONE).seats, 0) for id, row in rows)

    def members_whole(self, council: Row) -> bool:
        """Whether a list of members has somebody of a known list for every seat of a province."""
        size = council["council_size"]
        return size is not None and self.common.members_in.get(council["id"], 0) >= size

    @cached_property
    def facts(self) -> list[str]:
        """The facts that an answer may rest on."""
        ties = (self.ties[id].facts for id in self.totals)
        told = (self.seats, self.in_all.values(), self.stood, self.none, self.members, self.absences, self.won)
        return [*chain(*ties), *map(_FACT, chain(*told)), *(fact for _, fact in self.listed if fact)]


def gather(graph: GraphView, subjects: Mapping[str, Candidate], elections: Sequence[Election]) -> dict[_Key, Holdings]:
    """What the graph holds of each subject at each of these elections, by the ids of both."""
    ids = [election.id for election in elections]
    walks = Walks.of(graph, list(subjects.values()), ids)
    figures = [id for id, subject in subjects.items() if subject.kind is Kind.FIGURE]
    stood = _by(("election", "list"), graph.run("stood", lists=walks.lists, election=ids) if ids else ())
    reported = reported_in_words(graph, subjects.values(), elections)
    won = _by(("election", "figure"), graph.run("won_seat", figure=figures, election=ids) if figures else ())

    def part(at: Election, id: str, ties: Mapping[str, Tie]) -> Holdings:
        tied, common = sorted(ties), graph.once(_common, at)
        placed = {list: common.placed[list] for list in tied if list in common.placed}
        in_all = {list: common.in_all[list] for list in tied if list in common.in_all}
        ballots = [row for list in tied for row in stood[at.id, list]]
        stated = {} if common.whole else stated_beside(in_all, placed)
        return Holdings(
            at,
            common,
            ties,
            _of(common.seats, tied),
            in_all,
            ballots,
            _of(common.none, tied),
            placed,
            stated,
            _totals(ties, placed, stated, ballots),
            _of(common.members, tied),
            won[at.id, id],
            reported.get((at.id, id), ()),
        )

    found = {(at.id, id): part(at, id, walks.ties(at, subjects[id])) for at in elections for id in subjects}
    for at in (at for at in elections if graph.members(at)):
        for id in figures:
            found[at.id, id].listed = tuple(seat_notes(graph, Named(id, subjects[id].name), at))
    bare = {key: one for key, one in found.items() if not one.stood and not any(of.most for of in one.totals.values())}
    may_stand = {key: one for key, one in bare.items() if subjects[key[1]].kind is not Kind.BLOC}
    for key, rows in _absences(graph, may_stand).items():
        found[key].absences = rows
    alone = {key: one for key, one in bare.items() if not one.absences}
    known = known_ties(graph, [subjects[id] for id in sorted({id for _, id in alone})])
    for (_, id), one in alone.items():
        one.known = known.get(id, ())
    for (_, id), one in found.items():
        at, subject = one.election, subjects[id]
        if at.as_of and walks.dated and subject.kind in NO_LISTS and not one.absences:
            then = walks.ties(at, subject, at.date)
            if then.keys() - one.ties.keys():
                one.at_the_vote = part(replace(at, as_of=None), id, then)
    told = [*found.values(), *(one.at_the_vote for one in found.values() if one.at_the_vote)]
    evidence, sources = graph.evidence_read(dict.fromkeys(chain(*(one.facts for one in told))))
    names = {tie.by: graph.name(tie.by) for one in told for tie in one.ties.values() if tie.by}
    for one in told:
        one.evidence, one.sources, one.names = evidence, sources, names
        one.corrected = tuple(corrected(graph, one.facts))
    return found


def _common(graph: GraphView, at: Election) -> Common:
    """What is read of an election, or of those of its councils that are asked about."""
    councils, members, all_lists = graph.councils(at), graph.members(at), graph.once(council_seats, at)
    voted = {row["id"]: row for row in councils if row["accounted"] or not row["no_vote"]}
    no_vote = sorted((row["name"], row["id"]) for row in councils if row["id"] not in voted)
    seats = all_lists.by_list
    if at.only is not None:
        seats = rows_by("list", (row for rows in seats.values() for row in rows if row["province"] in at.only))
    members_in = Counter[str]()
    for row in members:
        members_in[row["province"]] += row["members"]
    return Common(
        voted,
        frozenset(id for id, row in voted.items() if (row["accounted"] or 0) >= (row["council_size"] or math.inf)),
        tuple(Named(id, name) for name, id in no_vote),
        all_lists,
        seats,
        placed_in(chain(*seats.values())),
        {} if at.only else graph.in_all(at),
        whole(graph, at),
        rows_by("list", graph.rows_at("stated_none", at)),
        rows_by("list", members),
        members_in,
        {},
        {},
    )


def _totals(
    ties: Mapping[str, Tie], placed: Mapping[str, Span], stated: Mapping[str, Row], stood: Iterable[Row]
) -> dict[str, Span]:
    """The seats of each list: by province if all of the election have one, else as stated in all.

    And 0 of a list of its own that is only known to have stood.
    """
    found = {**placed, **{id: Span(row["seats"], row["most"]) for id, row in stated.items()}}
    for list in dict.fromkeys(map(_LIST, stood)):
        if ties[list].relation != SHARED:
            found.setdefault(list, _NONE)
    return found


def _of(rows: Mapping[str, Sequence[Row]], lists: Iterable[str]) -> list[Row]:
    """The rows of several lists, of rows by list."""
    return [*chain(*map(rows.get, lists, repeat(())))]


def _by(columns: tuple[str, str], rows: Iterable[Row]) -> defaultdict[tuple[str, str], list[Row]]:
    """Rows by what stands in two columns."""
    found: defaultdict[tuple[str, str], list[Row]] = defaultdict(list)
    key = itemgetter(*columns)
    for row in rows:
        found[key(row)].append(row)
    return found


def _absences(graph: GraphView, gathered: Mapping[_Key, Holdings]) -> dict[_Key, Sequence[Row]]:
    """Boycotts and bars of each of these, of what it leads, and else the boycott of who leads it."""
    found = _absent(graph, {key: led_by(one.ties) for key, one in gathered.items()})
    rest = [key for key in gathered if not found[key]]
    leaders: dict[_Key, list[str]] = {key: [] for key in rest}
    elections = sorted({key[0] for key in rest})
    led = rows_by("led", graph.run("leaders", id=sorted({id for _, id in rest}), election=elections) if rest else ())
    for key in rest:
        at = gathered[key].election
        leaders[key] = [
            row["id"]
            for row in led[key[1]]
            if row["election"] in (None, at.id) and holds_at(row["since"], row["until"], at.date)
        ]
    above = _absent(graph, leaders)
    return found | {key: [row for row in above[key] if row["type"] == "BOYCOTTED"] for key in rest}


def _absent(graph: GraphView, ids: Mapping[_Key, Sequence[str]]) -> dict[_Key, Sequence[Row]]:
    """The boycotts and bars of several ids each."""
    asked = sorted({id for several in ids.values() for id in several})
    elections = sorted({key[0] for key in ids})
    rows = _by(("election", "id"), graph.run("absences", ids=asked, election=elections) if asked else ())
    return {key: [row for id in sorted(several) for row in rows[key[0], id]] for key, several in ids.items()}
