"""The evidence of facts: the statements behind them, and their sources as answers cite them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from operator import attrgetter, itemgetter
from typing import Any, NamedTuple

from graph.kinds import SourceKind, Standing
from graph.stores.protocol import Row

from ..plain import Plain
from .rows import made

_STANDING_RANK = {standing.value: standing.rank for standing in Standing}
_KIND_RANK = {kind.value: kind.rank for kind in SourceKind}


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class SourceLine(Plain):
    """A source as answers cite it; `read`: how much of it was, where `why` tells of it; `added`: it is the user's."""

    OPTIONAL = ("accessed", "archived", "read", "added")

    id: str
    title: str
    publisher: str | None
    published: str | None
    url: str | None
    kind: str
    accessed: str | None = None
    archived: str | None = None
    read: str | None = None
    added: bool | None = None


class Sourced(Plain):
    """A part of an answer that knows where its sources say it: `locators`, source id and where in it."""

    __slots__ = ()
    locators: tuple[tuple[str, str], ...]

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the sources behind it."""
        return sources_of(self.locators)


class Evidence(NamedTuple):
    """The statements behind a fact: those that won, where they stand, whose they are; and whether any dissents.

    A claim dissents that says another value at the same stage of the count: `others` are these (`dissenting`).
    """

    statements: tuple[str, ...]
    locators: tuple[tuple[str, str], ...]  # source id, where in it
    others: tuple[Any, ...]
    sources: frozenset[str]  # the ids of these sources

    @property
    def dissent(self) -> bool:
        """Whether a source says another value."""
        return bool(self.others)

    @classmethod
    def together(cls, parts: Iterable[Evidence]) -> Evidence:
        """The evidence of several facts as that of one."""
        found = list(parts)
        statements, locators, others, sources = (chain.from_iterable(map(itemgetter(at), found)) for at in range(4))
        return cls(tuple(statements), tuple(dict.fromkeys(locators)), tuple(others), frozenset(sources))


def sources_behind(
    facts: Iterable[str], evidence: Mapping[str, Evidence], sources: Mapping[str, SourceLine]
) -> tuple[SourceLine, ...]:
    """The sources that won any of these facts; `sources` stand in the order in which answers number them."""
    known = filter(None, map(evidence.get, facts))
    behind = frozenset[str]().union(*{*map(attrgetter("sources"), known)})
    return tuple(map(sources.__getitem__, sorted(behind, key=[*sources].index)))


def sources_of(locators: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """The ids of the sources of these locators, each once."""
    return tuple(dict.fromkeys(source for source, _ in locators))


def weakest(standings: Iterable[str | None]) -> str | None:
    """The weakest of these standings; None where there is none."""
    known = [one for one in standings if one]
    return max(known, key=_STANDING_RANK.__getitem__, default=None) if known else None


def strength(row: Row, kind: str = "kind") -> tuple[int, int, str]:
    """The order of claims that say one thing: the strongest standing first, then kind of source, then id."""
    return _STANDING_RANK[row["standing"]], _KIND_RANK[row[kind]], row["statement"]


def dissenting(claims: Sequence[Row]) -> tuple[Any, ...]:
    """The values that claims about one thing say beside those that won, at the same stage of the count; sorted.

    A preliminary number beside a final one is of an earlier stage, and none that differs.
    """
    won = [row for row in claims if row["won"]]
    values = {row["value"] for row in won}
    later = any(_STANDING_RANK[row["standing"]] < Standing.PRELIMINARY.rank for row in won)
    others = {
        row["value"]
        for row in claims
        if not row["won"] and row["value"] not in values and not (later and row["standing"] == Standing.PRELIMINARY)
    }
    return tuple(sorted(others, key=lambda value: (isinstance(value, str), value is None, value)))


def source_line(row: Row, kind: str = "kind") -> SourceLine:
    """The source of a row that has its columns."""
    return made(SourceLine, row, id=row["source"], kind=row[kind])


def sorted_sources(sources: Iterable[SourceLine]) -> tuple[SourceLine, ...]:
    """Sources, each once, in the order in which answers number them: strongest kind first, then latest, then id."""
    each = {source.id: source for source in sources}
    by_date = [each[id] for id in sorted(each)]
    by_date.sort(key=lambda source: source.published or "", reverse=True)
    by_date.sort(key=lambda source: _KIND_RANK[source.kind])
    return tuple(by_date)
