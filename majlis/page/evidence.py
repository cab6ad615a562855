"""Who says so: every fact of an election in words, with the statements behind it and their sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from graph.kinds import HOLDS_SEATS
from graph.model import Reason
from graph.predicates import FACT_ORDER
from graph.stores.protocol import Row
from queries.view.elections import Election
from queries.view.evidence import dissenting, sorted_sources, source_line, strength
from queries.why import reporter

from ..wording.forms import ENGLISH, Language, isolate
from ..wording.locators import locator_words
from ..wording.notes import reason
from ..wording.why import decision_words, fact_words, reported_words, statement_words
from .model import ClaimView, FactView, SourceView


class Evidence:
    """The facts of an election and what is known at any, and the sources of all elections, numbered in a fixed order.

    The first `shared` facts are those of no election: they and the sources are the same, with the same numbers, in the
    evidence of every election.
    """

    def __init__(
        self, rows: Sequence[Row], election: Election, names: Mapping[str, Row], language: Language = ENGLISH
    ) -> None:
        settled = [row for row in rows if row["fact"]]
        sources = sorted_sources({row["source"]: source_line(row, "source_kind") for row in settled}.values())
        self.sources = tuple(
            SourceView(
                source.id,
                source.title,
                source.kind,
                language.cite(source).words,
                source.url if source.url and source.url.startswith(("http://", "https://")) else None,
            )
            for source in sources
        )
        self._published = tuple(source.published or "" for source in sources)
        place = self._places = {source.id: at for at, source in enumerate(sources)}
        kept = [row for row in settled if row["election"] in (None, election.id)]
        groups: dict[str, list[Row]] = defaultdict(list)
        for row in sorted(kept, key=lambda row: (row["fact"], not row["won"], *strength(row, "source_kind"))):
            groups[row["fact"]].append(row)
        of_this = {fact: found[0]["election"] is not None for fact, found in groups.items()}
        order = sorted(groups, key=lambda fact: (of_this[fact], FACT_ORDER[groups[fact][0]["predicate"]], fact))
        self.shared = len(groups) - sum(of_this.values())
        self.number = {fact: at for at, fact in enumerate(order)}
        self.facts = tuple(_fact(groups[fact], names, place, language) for fact in order)
        self._of_statement = {row["statement"]: self.number[row["fact"]] for row in kept}
        self._about: dict[str, set[int]] = defaultdict(set)
        for at, fact in enumerate(self.facts):
            for id in (fact.subject, fact.object):
                if id is not None:
                    self._about[id].add(at)

    def about(self, id: str) -> tuple[int, ...]:
        """The facts that speak of an entity, in the order of their predicates."""
        return self._sorted(self._about[id])

    def between(self, pairs: Iterable[tuple[str, str]], statements: Iterable[str] = ()) -> tuple[int, ...]:
        """The facts that speak of both of a pair, and those that these statements stand behind."""
        found = {self._of_statement[id] for id in statements if id in self._of_statement}
        for a, b in pairs:
            found |= self._about[a] & self._about[b]
        return self._sorted(found)

    def _sorted(self, facts: Iterable[int]) -> tuple[int, ...]:
        return tuple(sorted(facts, key=lambda at: (FACT_ORDER[self.facts[at].predicate], at)))

    def sourced(self, ids: Iterable[str]) -> tuple[int, ...]:
        """The places of these sources."""
        return tuple(self._places[id] for id in dict.fromkeys(ids) if id in self._places)

    def newest(self, fact: int) -> str:
        """The date of the newest source of a fact; empty where none has a date."""
        return max((self._published[claim.source] for claim in self.facts[fact].claims), default="")

    def differing(self, facts: Iterable[int]) -> bool:
        """Whether sources differ on seats among these facts."""
        return any(self.facts[at].predicate == HOLDS_SEATS and self.marked(at) for at in facts)

    def marked(self, fact: int) -> bool:
        """Whether sources differ on this fact."""
        return self.facts[fact].disputed or self.facts[fact].dissent


def _fact(rows: Sequence[Row], names: Mapping[str, Row], place: Mapping[str, int], language: Language) -> FactView:
    first = rows[0]

    def named(id: str | None, text: str | None) -> str | None:
        return language.name(id, names[id]["name"]) if id is not None and id in names else text and isolate(text)

    subject, object = first["fact_subject"], first["fact_object"]
    names_of = named(subject, first["subject_text"]), named(object, first["object_text"])
    words = fact_words(first["predicate"], names_of[0] or "", names_of[1], named(first["of"], first["of"]), language)
    why = Reason(first["reason_code"], tuple(first["reason_values"] or ()))
    return FactView(
        first["predicate"],
        subject,
        object,
        reported_words(words, reporter(rows), language),
        decision_words(first["decided"], first["values"] or (), first["disputed"], first["counts"], language),
        _standing(first["fact_standing"], language),
        bool(first["disputed"]),
        bool(dissenting(rows)),
        not first["counts"],
        reason(language.code, why) if why.code else first["reason"],
        tuple(_claim(row, place, language) for row in rows),
    )


def _claim(row: Row, place: Mapping[str, int], language: Language) -> ClaimView:
    return ClaimView(
        statement_words(row["value"], row["reserved_for"], row["since"], row["until"], language),
        _standing(row["standing"], language) or "",
        not row["won"],
        place[row["source"]],
        locator_words(row["locator"] or "", language),
        row["quote"],
        row["subject_text"] if row["subject_text"] != row["subject"] else "",
    )


def _standing(standing: str | None, language: Language) -> str | None:
    return language.say(f"standing.{standing}") if standing else standing
