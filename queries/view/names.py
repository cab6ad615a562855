"""The names of a graph, read once: what each thing is called, and what a name in a question is read to mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from graph.errors import CannotAnswerError
from graph.kinds import BODIES, HOLDERS, PROVINCES, Kind
from graph.lexicon import Candidate, Name, short
from graph.names import Resolution, Resolver
from graph.spelling import words
from graph.stores.protocol import Row, Store

from ..plain import Named, Note
from ..texts import query
from .subject import Subject, cannot_answer

_SHOWN = 80  # letters of a name that an error repeats


class GraphNames:
    """A store that is asked by prepared queries, and the names in it."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def run(self, name: str, **parameters: object) -> list[Row]:
        """The rows of a prepared query."""
        return self.store.run(query(name), parameters)

    @cached_property
    def _names(self) -> list[Row]:
        return self.run("names")

    @cached_property
    def _named(self) -> Mapping[str, Row]:
        return {row["id"]: row for row in self._names}

    @cached_property
    def short_names(self) -> Mapping[str, str]:
        """By id the name for where there is little room."""
        return ShortNames(self._names)

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
        capitals = [Name(row["id"], Kind.PROVINCE, row["capital"]) for row in self._names if row["capital"]]
        return Resolver(names, capitals)

    @cached_property
    def _capitals(self) -> Resolver:
        """The capitals of provinces, each for its province, that are called otherwise than this."""
        rows = [row for row in self._names if row["kind"] == Kind.PROVINCE.value and row["capital"]]
        return Resolver(
            Name(row["id"], Kind.PROVINCE, row["capital"], primary=True)
            for row in rows
            if words(row["capital"]) != words(row["name"])
        )

    def reading_notes(self, asked: str, found: Candidate) -> tuple[Note, ...]:
        """What an answer says of how a name was read: who is called so too, or that it is a province's capital."""
        if found.kind is Kind.PROVINCE and asked not in (found.id, found.name):
            capital = self._capitals.ask(asked, PROVINCES).entity
            if capital and capital.id == found.id:
                return (Note("capital", {"capital": capital.name, "province": Named(found.id, found.name)}),)
        others = self.resolver.namesakes(asked, found.id) if found.kind is Kind.FIGURE else []
        names = tuple(Named(other.id, other.name) for other in others)
        return (Note("also_called", {"names": names}),) if names else ()

    def name(self, id: str) -> str:
        """The name of an entity; its id where none is known."""
        known = self.resolver.candidate(id)
        return known.name if known else id

    def names_of(self, id: str) -> tuple[str, ...]:
        """All names of an entity that hold everywhere."""
        row = self._named.get(id)
        found = (row["name"], row["name_local"], *(row["aliases"] or ())) if row else ()
        return tuple(filter(None, found))

    def of_kind(self, kind: Kind) -> list[Candidate]:
        """All entities of a kind."""
        return [Candidate(row["id"], kind, row["name"]) for row in self._names if row["kind"] == kind]

    def values(self, column: str, kinds: Collection[Kind], ids: Iterable[str] | None = None) -> list[str | None]:
        """What entities of these kinds, all or those of these ids, have in a column of `names.cypher`."""
        rows = self._names if ids is None else [self._named[id] for id in ids]
        return [row[column] for row in rows if row["kind"] in kinds]

    def named(self, ids: Iterable[str]) -> tuple[Named, ...]:
        """These entities with their names."""
        return tuple(Named(id, self.name(id)) for id in ids)

    def read(self, asked: str, kinds: frozenset[Kind], within: str | None = None) -> Subject:
        """Read a name from a question. Raises CannotAnswerError: ambiguous, or unknown with the nearest names."""
        return self._one(asked, self.resolver.ask(asked, kinds, within))

    def read_holder(self, asked: str) -> Subject:
        """Read a name of something that can hold seats.

        A word that is also a province's means the holder here; a word that is only a province's raises
        CannotAnswerError with the error "province".
        """
        found = self.resolver.holders(asked)
        if not found.candidates:
            provinces = self.resolver.resolve(asked, PROVINCES)
            if provinces.candidates:
                raise self._province(asked, provinces.candidates)
            found = self.resolver.ask(asked, HOLDERS)
            if not found.candidates:
                provinces = self.resolver.ask(asked, PROVINCES)
                if provinces.entity:
                    raise self._province(asked, provinces.candidates)
        return self._one(asked, found)

    def read_any(self, asked: str) -> Subject:
        """Read a name of a holder, a province or a body; a word that is several of these means the holder."""
        places = PROVINCES | BODIES
        if self.resolver.holders(asked).candidates or not self.resolver.ask(asked, places).entity:
            return self.read_holder(asked)
        return self.read(asked, places)

    def _one(self, asked: str, found: Resolution) -> Subject:
        if found.entity and found.matched:
            return Subject(found.entity, found.matched)
        shown = repr(asked if len(asked) <= _SHOWN else asked[:_SHOWN] + "...")
        if not words(asked):
            raise cannot_answer(asked, "unknown", (), f"{shown} is no name: it has no letters.")
        if found.candidates:
            hint = f"{shown} may be one of these; ask with a name or an id:"
            raise cannot_answer(asked, "ambiguous", found.candidates, hint)
        hint = f"no name {shown} is known." + (" Nearest:" if found.nearest else " All names: majlis names")
        raise cannot_answer(asked, "unknown", found.nearest, hint)

    def _province(self, asked: str, candidates: Sequence[Candidate]) -> CannotAnswerError:
        province = candidates[0].name
        capital = self.reading_notes(asked, candidates[0])
        what = f"{capital[0].values['capital']} is the capital of {province}, which" if capital else province
        hint = f"{what} is a province: who has its seats? majlis who {province}"
        return cannot_answer(asked, "province", candidates, hint)


class ShortNames(Mapping[str, str]):
    """By id the short name of an entity (`graph.lexicon.short`), whole where two would be called alike.

    They are made of the rows of `names.cypher` when one is first asked for: few answers show any.
    """

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows

    @cached_property
    def _names(self) -> dict[str, str]:
        short_of = {row["id"]: short(row["name"], row["aliases"] or ()) for row in self._rows}
        bearers = Counter(short_of.values())
        whole = {row["id"]: row["name"] for row in self._rows}
        return {id: text if bearers[text] == 1 else whole[id] for id, text in short_of.items()}

    def __getitem__(self, id: str) -> str:
        return self._names[id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._rows)
