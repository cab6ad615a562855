"""Who holds the seats of a council, and what is not accounted for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from graph.kinds import PROVINCES

from .disputed import rank
from .offices import Term, terms_of
from .view import Election, GraphView, SourceLine, Subject, sorted_sources

VOTED, NO_VOTE, NOT_KNOWN = "voted", "no_vote", "unknown"


@dataclass(frozen=True, slots=True)
class Holder:
    """A list in a council; `share` is the fraction of the council's size that `seats` are, `rank` its place by seats.

    Where sources dispute its seats, `seats` is the smallest and `most` the largest number that stands, else they are
    equal. `rank` is None where disputed numbers leave the place open, and `tied_with` are the lists with as many seats
    where neither number is disputed. `dissent`: a source says another number, or sources dispute its place.
    """

    id: str
    name: str
    kind: str
    seats: int
    most: int
    share: float | None
    rank: int | None
    tied_with: tuple[str, ...]
    reserved_for: str | None
    standing: str
    disputed: bool
    dissent: bool
    statements: tuple[str, ...]
    locators: tuple[tuple[str, str], ...]

    def to_dict(self) -> dict[str, Any]:
        """For JSON."""
        return {
            "id": self.id,
            "name": self.name,
            "kind": self.kind,
            "seats": self.seats,
            "most": self.most,
            "share": self.share,
            "rank": self.rank,
            "tied_with": list(self.tied_with),
            "reserved_for": self.reserved_for,
            "standing": self.standing,
            "disputed": self.disputed,
            "dissent": self.dissent,
            "statements": list(self.statements),
        }


@dataclass(frozen=True, slots=True)
class Who:
    """A council at an election: its lists, most seats first; `majority` is of its size, reserved seats included.

    `offices` are the terms of the province's offices from the vote on; `existed`: it was a province on that day.
    """

    asked: str
    subject: Subject
    election: Election
    data_version: str
    status: str
    council_size: int | None
    size_standing: str | None
    accounted: int
    majority: int | None
    turnout: float | None
    turnout_of: str | None
    lists: tuple[Holder, ...]
    unresolved: tuple[tuple[str, int, str], ...]
    sources: tuple[SourceLine, ...]
    notes: tuple[str, ...]
    offices: tuple[Term, ...] = ()
    existed: bool = True

    @property
    def missing(self) -> int | None:
        """Seats of the council that are not accounted for; None while its size is unknown."""
        return None if self.council_size is None else max(self.council_size - self.accounted, 0)

    @property
    def leading(self) -> tuple[Holder, ...]:
        """The lists that no other list here surely exceeds: those with most seats, or that may have most."""
        least = max((item.seats for item in self.lists), default=0)
        return tuple(item for item in self.lists if item.most >= least)

    @property
    def open(self) -> bool:
        """Whether sources dispute which of the lists here has most seats."""
        return len(self.leading) > 1 and any(item.seats < item.most for item in self.leading)

    @property
    def certain(self) -> bool:
        """Whether the leading lists are the largest of the whole council, whoever has the seats not accounted for.

        One list may have all of these: one that is not named here, or one that is, beyond its smallest number, which
        is what they are counted from. Never certain while the size of the council is unknown.
        """
        if self.missing is None or self.open or not self.leading or (self.missing and len(self.leading) > 1):
            return False
        others = [item for item in self.lists if item not in self.leading]
        behind = [max(item.most, item.seats + self.missing) for item in others]
        return max([self.missing, *behind]) < self.leading[0].seats

    def to_dict(self) -> dict[str, Any]:
        """For JSON, in the order of DESIGN.md section 5."""
        place = self.subject.candidate
        return {
            "asked": self.asked,
            "province": {
                "id": place.id,
                "name": place.name,
                "council_size": self.council_size,
                "size_standing": self.size_standing,
            },
            "election": self.election.to_dict(),
            "data_version": self.data_version,
            "status": self.status,
            "accounted": self.accounted,
            "majority": self.majority,
            "turnout": self.turnout,
            "turnout_of": self.turnout_of,
            "lists": [item.to_dict() for item in self.lists],
            "unresolved": [
                {"text": text, "seats": seats, "locator": locator} for text, seats, locator in self.unresolved
            ],
            "offices": [term.to_dict() for term in self.offices],
            "sources": [source.to_dict() for source in self.sources],
            "notes": list(self.notes),
        }


def who(graph: GraphView, asked: str, election: str | None = None, as_of: str | None = None) -> Who:
    """Who holds the seats of a province's council, and its offices from the vote on, or on the day `as_of`.

    Raises CannotAnswerError for a name that is no province's, UsageError for an unknown election or a date that is
    none, StoreError.
    """
    council = council_of(graph, asked, election, as_of)
    offices, said = terms_of(graph, council.subject.candidate.id, council.election)
    if not offices:
        return council
    sources = {source.id: source for source in council.sources} | said
    note = "Offices as far as the sources here tell; a term without an end may have ended since."
    return replace(council, offices=offices, sources=sorted_sources(sources.values()), notes=(*council.notes, note))


def council_of(graph: GraphView, asked: str, election: str | None = None, as_of: str | None = None) -> Who:
    """Who holds the seats of a province's council, without its offices. Raises what `who` raises."""
    subject = graph.read(asked, PROVINCES)
    at = graph.election(election, as_of)
    place = subject.candidate.id
    council = next((row for row in graph.councils(at) if row["id"] == place), None)
    rows = graph.run("council", province=place, election=at.id)
    existed = council is not None or _existed(graph, place, at)
    no_vote = not existed or bool(council and council["no_vote"] and not rows)
    facts = [row["fact"] for row in rows] or ([council["no_vote"]] if council and no_vote else [])
    evidence, sources = graph.evidence(facts)
    size = council["council_size"] if council else None
    accounted = (council["accounted"] or 0) if council else 0
    status = NO_VOTE if no_vote else VOTED if council and council["accounted"] is not None else NOT_KNOWN
    lists = tuple(
        Holder(
            id=row["id"],
            name=row["name"],
            kind=row["kind"],
            seats=row["seats"],
            most=row["most"],
            share=row["seats"] / size if size else None,
            rank=rank(
                sum(other["seats"] > row["most"] for other in rows if other is not row),
                sum(other["most"] > row["seats"] for other in rows if other is not row),
            ),
            tied_with=tuple(
                sorted(
                    other["id"]
                    for other in rows
                    if other["seats"] == row["most"] and other["most"] == row["seats"] and other is not row
                )
            ),
            reserved_for=row["reserved_for"],
            standing=row["standing"],
            disputed=row["disputed"],
            dissent=bool(row["rank_disputed"]) or evidence[row["fact"]].dissent,
            statements=evidence[row["fact"]].statements,
            locators=evidence[row["fact"]].locators,
        )
        for row in rows
    )
    unresolved = tuple(
        (row["text"], row["seats"], f"{row['locator']}, {row['title']}")
        for row in graph.run("unresolved_in_council", province=place, election=at.id)
    )
    turnout = next(iter(graph.run("council_turnout", province=place, election=at.id)), None)
    return Who(
        asked=asked,
        subject=subject,
        election=at,
        data_version=graph.data_version,
        status=status,
        council_size=size,
        size_standing=council["size_standing"] if council else None,
        accounted=accounted,
        majority=size // 2 + 1 if size else None,
        turnout=turnout["turnout"] if turnout else None,
        turnout_of=turnout["basis"] if turnout else None,
        lists=lists,
        unresolved=unresolved,
        existed=existed,
        sources=sorted_sources(sources.values()),
        notes=_notes(
            subject.candidate.name,
            status if existed else None,
            at,
            size,
            council["size_standing"] if council else None,
            accounted,
            lists,
            unresolved,
        ),
    )


def _existed(graph: GraphView, place: str, election: Election) -> bool:
    """Whether a place was a province on the day of the vote, as far as its dates are recorded."""
    (row,) = graph.run("province", province=place)
    founded, dissolved = row["founded"] or "", row["dissolved"]
    return founded <= election.date and (dissolved is None or dissolved > election.date)


def _notes(
    name: str,
    status: str | None,
    election: Election,
    size: int | None,
    size_standing: str | None,
    accounted: int,
    lists: tuple[Holder, ...],
    unresolved: tuple[tuple[str, int, str], ...],
) -> tuple[str, ...]:
    if status is None:
        return (f"{name} was no province on {election.date}.",)
    if status == NO_VOTE:
        return (f"{name} held no vote on {election.date}.",)
    notes = []
    if size is None:
        notes.append("The size of this council is not known, so seats may be missing here.")
    elif accounted < size:
        notes.append(f"{size - accounted} of {size} seats are not accounted for.")
    disputed = [item.name for item in lists if item.disputed]
    if disputed:
        notes.append(f"A minimum: sources dispute the seats of {', '.join(disputed)}.")
    if size_standing == "inferred":
        notes.append(f"The size of {size} is inferred from the seats themselves: no source states it.")
    notes += [f"Not counted, because no list is known by this name: {text}, {n} ({at})." for text, n, at in unresolved]
    notes += election.notes
    return tuple(notes)
