"""What every question needs: the graph that is asked, its names, its elections, and the sources of facts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple, TypeVar

from graph.dates import is_date, not_after
from graph.errors import CannotAnswerError, StoreError, UsageError
from graph.kinds import HOLDERS, PROVINCES, Kind, SourceKind, Standing
from graph.names import Candidate, Matched, Name, Resolution, Resolver, short
from graph.spelling import words
from graph.stores.protocol import Row, Store

from .plain import Named, Note, Plain
from .texts import query

T = TypeVar("T")
_SHOWN = 80  # letters of a name that an error repeats


@dataclass(frozen=True, slots=True)
class Election(Plain):
    """An election that a graph knows; `date` is ISO 8601 text, `as_of` the day for which ties are asked, if another."""

    OPTIONAL = ("as_of",)

    id: str
    name: str
    date: str
    as_of: str | None = None

    @property
    def day(self) -> str:
        """The day on which ties must hold."""
        return self.as_of or self.date

    @property
    def notes(self) -> tuple[Note, ...]:
        """What an answer says of its days."""
        seats = Note("as_won", {"date": self.date})
        return (Note("as_of", {"date": self.as_of}), seats) if self.as_of else (seats,)


@dataclass(frozen=True, slots=True)
class SourceLine(Plain):
    """A source as answers cite it."""

    id: str
    title: str
    publisher: str | None
    published: str | None
    url: str | None
    kind: str


class Evidence(NamedTuple):
    """The statements behind a fact: those that won, where they stand, whose they are; and whether any dissents."""

    statements: tuple[str, ...]
    locators: tuple[tuple[str, str], ...]  # source id, where in it
    dissent: bool


@dataclass(frozen=True, slots=True)
class Subject(Plain):
    """What a question was read to be about."""

    FIELDS = ("candidate.id", "candidate.kind", "candidate.name", "matched")

    candidate: Candidate
    matched: Matched

    @property
    def named(self) -> Named:
        """Its id and name."""
        return Named(self.candidate.id, self.candidate.name)


class GraphView:
    """A store with its names and councils read once; `current`: this very code wrote its graph.

    Raises StoreError while the graph is being built, and for one that was written with other properties.
    """

    def __init__(self, store: Store, *, current: bool = False) -> None:
        self._store = store
        state = self.run("state")
        if not state or state[0]["state"] != "ready":
            word = state[0]["state"] if state else "empty"
            raise StoreError(f"the graph is {word}: build it again with majlis build")
        if not current and state[0]["model"] != _model():
            raise StoreError("another version of Majlis wrote this graph, with other properties: build it again")
        self.data_version: str = state[0]["data_version"]
        self.elections = tuple(made(Election, row) for row in self.run("elections"))
        self._councils: dict[str, tuple[Row, ...]] = {}

    def run(self, name: str, **parameters: object) -> list[Row]:
        """The rows of a prepared query."""
        return self._store.run(query(name), parameters)

    @cached_property
    def _names(self) -> list[Row]:
        return self.run("names")

    @cached_property
    def short_names(self) -> Mapping[str, str]:
        """By id the name for where there is little room (graph.names.short), whole where two would be called alike."""
        short_of = {row["id"]: short(row["name"], row["aliases"] or ()) for row in self._names}
        bearers = Counter(short_of.values())
        whole = {row["id"]: row["name"] for row in self._names}
        return {id: text if bearers[text] == 1 else whole[id] for id, text in short_of.items()}

    @cached_property
    def resolver(self) -> Resolver:
        """All names that the graph knows."""
        names: list[Name] = []
        for row in self._names:
            entity, kind = row["id"], Kind(row["kind"])
            names.append(Name(entity, kind, row["name"], primary=True))
            names.extend(Name(entity, kind, alias) for alias in row["aliases"] or ())
            for text in row["local_aliases"] or ():
                within, _, alias = text.partition(": ")
                names.append(Name(entity, kind, alias, within=within))
        return Resolver(names)

    def name(self, id: str) -> str:
        """The name of an entity; its id where none is known."""
        known = self.resolver.candidate(id)
        return known.name if known else id

    def named(self, ids: Iterable[str]) -> tuple[Named, ...]:
        """These entities with their names."""
        return tuple(Named(id, self.name(id)) for id in ids)

    def councils(self, election: Election) -> tuple[Row, ...]:
        """The provinces of an election with their councils, the rows of `councils.cypher`; each election read once."""
        if election.id not in self._councils:
            self._councils[election.id] = tuple(self.run("councils", election=election.id))
        return self._councils[election.id]

    def election(self, id: str | None = None, as_of: str | None = None) -> Election:
        """The election of this id, or the latest one, and with `as_of` the latest by that day.

        Raises UsageError for an unknown id, for a day that is no date, and for one before all elections.
        """
        if as_of is not None and not is_date(as_of):
            raise UsageError(f"{as_of!r} is no date: write 2024, 2024-05 or 2024-05-31.")
        for election in self.elections:
            if election.id == id or (id is None and (as_of is None or not_after(election.date, as_of))):
                return replace(election, as_of=as_of) if as_of else election
        known = ", ".join(f"{election.id} ({election.date})" for election in self.elections) or "none"
        wanted = f"no election {id!r} is known" if id is not None else f"no election by {as_of} is known"
        raise UsageError(f"{wanted}. Known: {known}." + ("" if id is not None else " Name one with --election."))

    def read(self, asked: str, kinds: frozenset[Kind], within: str | None = None) -> Subject:
        """Read a name from a question. Raises CannotAnswerError: ambiguous, or unknown with the nearest names."""
        return self._one(asked, self.resolver.ask(asked, kinds, within))

    def read_holder(self, asked: str) -> Subject:
        """Read a name of something that can hold seats.

        A word that is also a province's means the holder here; a word that is only a province's raises
        CannotAnswerError with the error "province".
        """
        found = self.resolver.resolve(asked, HOLDERS)
        if not found.candidates:
            provinces = self.resolver.resolve(asked, PROVINCES)
            if provinces.candidates:
                raise _province(asked, provinces.candidates)
            found = self.resolver.ask(asked, HOLDERS)
            if not found.candidates:
                provinces = self.resolver.ask(asked, PROVINCES)
                if provinces.entity:
                    raise _province(asked, provinces.candidates)
        return self._one(asked, found)

    def _one(self, asked: str, found: Resolution) -> Subject:
        if found.entity and found.matched:
            return Subject(found.entity, found.matched)
        shown = repr(asked if len(asked) <= _SHOWN else asked[:_SHOWN] + "...")
        if not words(asked):
            raise cannot_answer(asked, "unknown", (), f"{shown} is no name: it has no letters.")
        if found.candidates:
            hint = f"{shown} may be one of these; ask with a name or an id:"
            raise cannot_answer(asked, "ambiguous", found.candidates, hint)
        hint = f"no name {shown} is known." + (" Nearest:" if found.nearest else "")
        raise cannot_answer(asked, "unknown", found.nearest, hint)

    def evidence(self, facts: Sequence[str]) -> tuple[dict[str, Evidence], dict[str, SourceLine]]:
        """The evidence of facts, by fact, and the sources that won any, by id."""
        rows: dict[str, list[Row]] = {}
        sources: dict[str, SourceLine] = {}
        for row in self.run("provenance", facts=facts) if facts else ():
            rows.setdefault(row["fact"], []).append(row)
            if row["won"] and row["source"] not in sources:
                sources[row["source"]] = source_line(row)
        for found in rows.values():
            found.sort(key=lambda row: (row["copy_of"] is not None, *strength(row)))  # a copy after what it repeats
        return {
            fact: Evidence(
                tuple(row["statement"] for row in found if row["won"]),
                tuple(dict.fromkeys((row["source"], row["locator"]) for row in found if row["won"])),
                not all(row["won"] for row in found),
            )
            for fact, found in rows.items()
        }, sources


def made(kind: type[T], row: Row, /, **more: object) -> T:
    """A dataclass of what stands in the columns of a row that have the names of its fields, and of these values."""
    names: Iterable[str] = getattr(kind, "__dataclass_fields__", ())
    return kind(**{name: row[name] for name in names if name in row and name not in more}, **more)


def rows_by(column: str, rows: Iterable[Row]) -> defaultdict[str, list[Row]]:
    """Rows by what stands in a column."""
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row[column]].append(row)
    return found


def sources_behind(
    facts: Iterable[str], evidence: Mapping[str, Evidence], sources: Mapping[str, SourceLine]
) -> tuple[SourceLine, ...]:
    """The sources that won any of these facts, in the order in which answers number them."""
    behind = {id for fact in facts if fact in evidence for id, _ in evidence[fact].locators}
    return sorted_sources(sources[id] for id in behind)


def sources_of(locators: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """The ids of the sources of these locators, each once."""
    return tuple(dict.fromkeys(source for source, _ in locators))


_STANDING_RANK = {standing.value: standing.rank for standing in Standing}
_KIND_RANK = {kind.value: kind.rank for kind in SourceKind}


def strength(row: Row, kind: str = "kind") -> tuple[int, int, str]:
    """The order of claims that say one thing: the strongest standing first, then kind of source, then id."""
    return _STANDING_RANK[row["standing"]], _KIND_RANK[row[kind]], row["statement"]


def source_line(row: Row, kind: str = "kind") -> SourceLine:
    """The source of a row that has its columns."""
    return made(SourceLine, row, id=row["source"], kind=row[kind])


def sorted_sources(sources: Iterable[SourceLine]) -> tuple[SourceLine, ...]:
    """Sources in the order in which answers number them: strongest kind first, then latest, then id."""
    by_date = sorted(sources, key=lambda source: source.id)
    by_date.sort(key=lambda source: source.published or "", reverse=True)
    return tuple(sorted(by_date, key=lambda source: _KIND_RANK[source.kind]))


def cannot_answer(asked: str, error: str, candidates: Sequence[Candidate], hint: str) -> CannotAnswerError:
    """The error for a question that the data cannot answer, with what JSON prints of it."""
    rows = [{"id": item.id, "kind": item.kind.value, "name": item.name} for item in candidates]
    lines = [f"  {item.name} ({item.kind.value}, {item.id})" for item in candidates]
    return CannotAnswerError(
        "\n".join([hint, *lines]), {"asked": asked, "error": error, "candidates": rows, "hint": hint}
    )


def _province(asked: str, candidates: Sequence[Candidate]) -> CannotAnswerError:
    province = candidates[0].name
    hint = f"{province} is a province: who has its seats? majlis who {province}"
    return cannot_answer(asked, "province", candidates, hint)


def _model() -> str:
    """What this code writes into its graphs."""
    from graph.schema import MODEL  # noqa: PLC0415 - most questions are asked of graphs that this code wrote

    return MODEL
