"""Who says so: every fact of an election in words, with the statements behind it and their sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from graph.predicates import FACT_ORDER, HOLDS_SEATS
from graph.stores.protocol import Row
from queries.view import Election, GraphView, dissents, sorted_sources, source_line, strength
from queries.why import reporter

from ..wording.forms import ENGLISH
from ..wording.why import decision_words, fact_words, reported_words, statement_words
from .model import ClaimView, FactView, SourceView


class Evidence:
    """The facts of an election and what is known at any, numbered in a fixed order, and the sources they rest on."""

    def __init__(self, graph: GraphView, election: Election, names: Mapping[str, str]) -> None:
        rows = graph.run("claims_about", ids=sorted(names))
        kept = [row for row in rows if row["fact"] and row["election"] in (None, election.id)]
        groups: dict[str, list[Row]] = defaultdict(list)
        for row in sorted(kept, key=lambda row: (row["fact"], not row["won"], *strength(row, "source_kind"))):
            groups[row["fact"]].append(row)
        lines = {row["source"]: source_line(row, "source_kind") for row in kept}
        sources = sorted_sources(lines.values())
        self.sources = tuple(
            SourceView(
                source.id,
                source.title,
                source.kind,
                ENGLISH.cite(source).words,
                source.url if source.url and source.url.startswith(("http://", "https://")) else None,
            )
            for source in sources
        )
        place = {source.id: at for at, source in enumerate(sources)}
        order = sorted(groups, key=lambda fact: (FACT_ORDER[groups[fact][0]["predicate"]], fact))
        self.number = {fact: at for at, fact in enumerate(order)}
        self.facts = tuple(_fact(groups[fact], names, place) for fact in order)
        self._of_statement = {row["statement"]: self.number[row["fact"]] for row in kept}
        self._about: dict[str, set[int]] = defaultdict(set)
        for at, fact in enumerate(self.facts):
            for id in (fact.subject, fact.object):
                if id is not None:
                    self._about[id].add(at)

    def about(self, id: str) -> tuple[int, ...]:
        """The facts that speak of an entity."""
        return tuple(sorted(self._about[id]))

    def between(self, pairs: Iterable[tuple[str, str]], statements: Iterable[str] = ()) -> tuple[int, ...]:
        """The facts that speak of both of a pair, and those that these statements stand behind."""
        found = {self._of_statement[id] for id in statements if id in self._of_statement}
        for a, b in pairs:
            found |= self._about[a] & self._about[b]
        return tuple(sorted(found))

    def differing(self, facts: Iterable[int]) -> bool:
        """Whether sources differ on seats among these facts."""
        return any(self.facts[at].predicate == HOLDS_SEATS and self.marked(at) for at in facts)

    def marked(self, fact: int) -> bool:
        """Whether sources differ on this fact."""
        return self.facts[fact].disputed or self.facts[fact].dissent


def _fact(rows: Sequence[Row], names: Mapping[str, str], place: Mapping[str, int]) -> FactView:
    first = rows[0]
    subject, object = first["fact_subject"], first["fact_object"]
    names_of = names.get(subject, first["subject_text"]), names.get(object, first["object_text"])
    return FactView(
        first["predicate"],
        subject,
        object,
        reported_words(fact_words(first["predicate"], *names_of, first["of"]), reporter(rows)),
        decision_words(first["decided"], first["values"] or (), first["disputed"], first["counts"]),
        first["fact_standing"],
        bool(first["disputed"]),
        dissents(rows),
        not first["counts"],
        first["reason"],
        tuple(_claim(row, place) for row in rows),
    )


def _claim(row: Row, place: Mapping[str, int]) -> ClaimView:
    return ClaimView(
        statement_words(row["value"], row["reserved_for"], row["since"], row["until"]),
        row["standing"],
        not row["won"],
        place[row["source"]],
        row["locator"] or "",
        row["quote"],
        row["subject_text"] if row["subject_text"] != row["subject"] else "",
    )
