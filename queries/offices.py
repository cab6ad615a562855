"""Who held a province's offices from the vote on: governor, chair of the council, and how they were elected."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.stores.protocol import Row

from .view import Election, Evidence, GraphView, SourceLine


@dataclass(frozen=True, slots=True)
class Term:
    """A term of office; dates as precise as a source says, '' for none.

    `election` counts how the figure was elected to it: "votes" for the figure, "present" and "members" of
    the council, each where a source says. `supporters` are (id, name) of who supported the figure then.
    `first_sources` are enough to stand behind all of it: its dates, each number and the support.
    """

    office: str
    name: str
    figure: str
    figure_name: str
    since: str
    until: str
    election: Mapping[str, int]
    supporters: tuple[tuple[str, str], ...]
    standing: str
    disputed: bool
    statements: tuple[str, ...]
    locators: tuple[tuple[str, str], ...]
    first_sources: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """For JSON."""
        return {
            "office": {"id": self.office, "name": self.name},
            "figure": {"id": self.figure, "name": self.figure_name},
            "since": self.since or None,
            "until": self.until or None,
            "election": dict(self.election) or None,
            "supporters": [{"id": id, "name": name} for id, name in self.supporters],
            "standing": self.standing,
            "disputed": self.disputed,
            "statements": list(self.statements),
            "sources": list(dict.fromkeys(source for source, _ in self.locators)),
        }


def terms_of(graph: GraphView, province: str, election: Election) -> tuple[tuple[Term, ...], dict[str, SourceLine]]:
    """The terms of a province's offices from the day of a vote until the next one, and their sources by id.

    Asked as of a day, it is those who held them then: a term without an end is over when the next one began.
    They come by office, then by date. Raises StoreError where the graph cannot be asked.
    """
    rows = graph.run("offices_in_council", province=province, election=election.id, as_of=election.as_of)
    elections = [row for row in rows if row["type"] == "ELECTED"]
    evidence, sources = graph.evidence(list(dict.fromkeys(id for row in rows for id in (row["fact"], *row["support"]))))
    terms = []
    for row in rows:
        if row["type"] == "ELECTED" or (election.as_of and _followed(row, rows)):
            continue
        votes = [item for item in elections if _began(row, item)]
        found = [evidence[id] for id in (row["fact"], *(item["fact"] for item in votes), *row["support"])]
        dated = [item[name] for item in (row, *votes) for name in ("since_source", "until_source") if item[name]]
        terms.append(
            Term(
                office=row["office"],
                name=row["office_name"],
                figure=row["figure"],
                figure_name=row["figure_name"],
                since=row["since"],
                until=row["until"],
                election={item["basis"]: item["number"] for item in votes if item["number"] is not None},
                supporters=tuple((id, _name(graph, id)) for id in row["supporters"]),
                standing=row["standing"],
                disputed=any(item["disputed"] for item in (row, *votes)),
                statements=tuple(id for item in found for id in item.statements),
                locators=tuple(dict.fromkeys(place for item in found for place in item.locators)),
                first_sources=tuple(dict.fromkeys([*dated, *(_first(item, dated) for item in found)])),
            )
        )
    shown = {source for term in terms for source, _ in term.locators}
    return tuple(terms), {id: source for id, source in sources.items() if id in shown}


def _first(item: Evidence, shown: Sequence[str]) -> str:
    """A source of a fact, one of those shown already if there is one."""
    return min(item.locators, key=lambda place: place[0] not in shown)[0]


def _began(term: Row, election: Row) -> bool:
    """Whether a term began with this election: the same figure and office, and dates of which one refines the other."""
    same = (term["office"], term["figure"]) == (election["office"], election["figure"])
    dates = sorted((term["since"], election["since"]), key=len)
    return same and bool(dates[0]) and dates[1].startswith(dates[0])


def _followed(term: Row, rows: Sequence[Row]) -> bool:
    """Whether a later term of the same office is among these rows, so that this one, without an end, has one."""
    later = (row for row in rows if row["type"] != "ELECTED" and row["office"] == term["office"])
    return not term["until"] and any(row["since"] > term["since"] for row in later)


def _name(graph: GraphView, id: str) -> str:
    known = graph.resolver.candidate(id)
    return known.name if known else id
