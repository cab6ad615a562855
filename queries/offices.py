"""Who held a province's offices from the vote on: governor, chair of the council, and how they were elected."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.stores.protocol import Row

from .plain import Named, Plain
from .view import Election, Evidence, GraphView, SourceLine, sources_of


@dataclass(frozen=True, slots=True)
class Term(Plain):
    """A term of office; dates as precise as a source says, None where none does.

    `election` counts how the figure was elected to it: "votes" for the figure, "present" and "members" of
    the council, each where a source says. `supporters` are those who supported the figure then.
    `first_sources` are enough to stand behind all of it: its dates, each number and the support.
    """

    FIELDS = (
        *("office", "figure", "since", "until", "election=counts", "supporters", "standing", "disputed"),
        *("statements", "sources"),
    )

    office: Named
    figure: Named
    since: str | None
    until: str | None
    election: Mapping[str, int]
    supporters: tuple[Named, ...]
    standing: str
    disputed: bool
    statements: tuple[str, ...]
    locators: tuple[tuple[str, str], ...]
    first_sources: tuple[str, ...]
    facts: tuple[str, ...] = ()  # what it rests on

    @property
    def counts(self) -> Mapping[str, int] | None:
        """How the figure was elected to it; None where no source counts."""
        return self.election or None

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the sources behind it."""
        return sources_of(self.locators)


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
        facts = (row["fact"], *(item["fact"] for item in votes), *row["support"])
        found = [evidence[id] for id in facts]
        dated = [item[name] for item in (row, *votes) for name in ("since_source", "until_source") if item[name]]
        terms.append(
            Term(
                office=Named(row["office"], row["office_name"]),
                figure=Named(row["figure"], row["figure_name"]),
                since=row["since"] or None,
                until=row["until"] or None,
                election={item["basis"]: item["number"] for item in votes if item["number"] is not None},
                supporters=graph.named(row["supporters"]),
                standing=row["standing"],
                disputed=any(item["disputed"] for item in (row, *votes)),
                statements=tuple(id for item in found for id in item.statements),
                locators=tuple(dict.fromkeys(locator for item in found for locator in item.locators)),
                first_sources=tuple(dict.fromkeys([*dated, *(_first(item, dated) for item in found)])),
                facts=facts,
            )
        )
    shown = {source for term in terms for source, _ in term.locators}
    return tuple(terms), {id: source for id, source in sources.items() if id in shown}


def _first(item: Evidence, shown: Sequence[str]) -> str:
    """A source of a fact, one of those shown already if there is one."""
    return min(item.locators, key=lambda locator: locator[0] not in shown)[0]


def _began(term: Row, election: Row) -> bool:
    """Whether a term began with this election: the same figure and office, and dates of which one refines the other."""
    same = (term["office"], term["figure"]) == (election["office"], election["figure"])
    dates = sorted((term["since"], election["since"]), key=len)
    return same and bool(dates[0]) and dates[1].startswith(dates[0])


def _followed(term: Row, rows: Sequence[Row]) -> bool:
    """Whether a later term of the same office is among these rows, so that this one, without an end, has one."""
    later = (row for row in rows if row["type"] != "ELECTED" and row["office"] == term["office"])
    return not term["until"] and any(row["since"] > term["since"] for row in later)
