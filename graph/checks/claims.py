"""What must hold of each claim, name and table before anything is decided: one function a rule."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from fnmatch import fnmatch

from ..dates import before
from ..fingerprint import AMBIGUOUS, REPORTS
from ..kinds import ELECTIONS, HOLDERS, PROVINCES
from ..model import Entity, Kind, Knowledge, Name, Place, Standing, Statement
from ..predicates import DETAILS, PREDICATES
from ..spelling import normalise
from .expectations import AmbiguousName
from .problem import Problem, broken

_NO_SOURCE = "no source {!r} is known: write its row in sources.csv, or correct the id"


def _sourced(knowledge: Knowledge) -> Iterator[Problem]:
    for claim in knowledge.statements:
        if claim.source not in knowledge.sources:
            yield broken(_NO_SOURCE.format(claim.source), claim.place, claim)
    for entity in knowledge.registry.entities.values():
        for id in entity.sources:
            if id not in knowledge.sources:
                yield broken(_NO_SOURCE.format(id), entity.place)
    for source in knowledge.sources.values():
        original, seen = source, {source.id}
        while original.copy_of is not None:
            if original.copy_of not in knowledge.sources or original.copy_of in seen:
                what = "no source" if original.copy_of not in knowledge.sources else "a copy of it"
                claims = [claim for claim in knowledge.statements if claim.source == source.id]
                if claims or source.id not in knowledge.users:  # a user's document that claims nothing breaks nothing
                    what = f"{source.id} is a copy of {original.copy_of!r}, which is {what}"
                    yield broken(what, source.place, *claims)
                break
            original = knowledge.sources[original.copy_of]
            seen.add(original.id)


def _resolved(knowledge: Knowledge) -> Iterator[Problem]:
    """The rows of tables name who is known. A report may name somebody new: that name is shown as unresolved."""
    for _, name in knowledge.unresolved:
        if knowledge.added(name.place) or (name.place and fnmatch(name.place.file, *REPORTS)):
            continue
        yield broken(f"the {name.kind} {name.text!r} is not known: {name.reason}", name.place)
    for _, line in knowledge.unreadable:
        if knowledge.added(line.place):
            continue
        yield broken(f"{line.text!r} cannot be read: {line.reason}", line.place)


def _ids(knowledge: Knowledge) -> Iterator[Problem]:
    seen: dict[str, Statement] = {}
    for claim in knowledge.statements:
        first = seen.setdefault(claim.id, claim)
        if first.place != claim.place:
            yield broken(f"the same claim as in {first.place}", claim.place, claim)
    rows: dict[tuple[str, str, str | None, bool], Name] = {}
    for name in knowledge.registry.names:
        own = knowledge.added(name.place)  # a user's row says that a name of the data is meant in his country too
        written = rows.setdefault((name.entity, name.text, name.within, own), name)
        if written.place != name.place:
            yield broken(f"the same name of {name.entity} as in {written.place}", name.place)


def _dates(knowledge: Knowledge) -> Iterator[Problem]:
    entities = knowledge.registry.entities
    for claim in knowledge.statements:
        if claim.since and claim.until and before(claim.until, claim.since):
            yield broken(f"it ends ({claim.until}) before it begins ({claim.since})", claim.place, claim)
        source = knowledge.sources.get(claim.source)
        day = attribute(entities.get(claim.election or ""), "date")
        result = claim.predicate in ("holds_seats", "votes", "ranked") and claim.standing is not Standing.INFERRED
        if result and day and source and source.published and before(source.published, day):
            yield broken(f"a result in a source of {source.published}, before the vote of {day}", claim.place, claim)
        if claim.predicate == "last_held" and day and not before(str(claim.value), day):
            yield broken(f"last held {claim.value}, which is not before the vote of {day}", claim.place, claim)
        for entity in (entities.get(id or "") for id in (claim.subject, claim.object)):
            if entity is None or not claim.since:
                continue
            first, last = attribute(entity, "born") or attribute(entity, "founded"), attribute(entity, "dissolved")
            if first and before(claim.since, first):
                what = f"it begins ({claim.since}) before {entity.id} was born or founded ({first})"
                yield broken(what, claim.place, claim)
            if last and before(last, claim.since):
                yield broken(f"it begins ({claim.since}) after {entity.id} was dissolved ({last})", claim.place, claim)
    for entity in entities.values():
        first, last = (attribute(entity, name) for name in ("founded", "dissolved"))
        if first and last and before(last, first):
            yield broken(f"dissolved ({last}) before it was founded ({first})", entity.place)
        if entity.kind is Kind.ELECTION and not attribute(entity, "date"):
            yield broken("an election needs a date", entity.place)


def attribute(entity: Entity | None, name: str) -> str:
    """An attribute of an entity as text, such as a date; empty where it is not known."""
    return str(entity.attributes.get(name, "")) if entity else ""


def _ties_have_ends(knowledge: Knowledge) -> Iterator[Problem]:
    for claim in knowledge.statements:
        if claim.predicate == "leads" and (claim.subject is None or claim.object is None):
            yield broken("who leads and what is led must both be entities", claim.place, claim)
        if claim.subject is not None and claim.subject == claim.object:
            yield broken(f"{claim.subject} cannot be tied to itself", claim.place, claim)


def _values(knowledge: Knowledge) -> Iterator[Problem]:
    for claim in knowledge.statements:
        row = PREDICATES[claim.predicate]
        if row.value not in DETAILS and claim.value is None:
            yield broken(f"{claim.predicate} without a value", claim.place, claim)
        if isinstance(claim.value, int | float) and claim.value > row.most:
            yield broken(f"{claim.predicate} is {claim.value}, and {row.most:,} is the most", claim.place, claim)
        if claim.of is not None and row.bases and claim.of not in row.bases:
            yield broken(f"of is {claim.of!r}; use one of: {', '.join(row.bases)}", claim.place, claim)


def _scopes(knowledge: Knowledge) -> Iterator[Problem]:
    for name in knowledge.registry.names:
        place = knowledge.registry.entities.get(name.within) if name.within else None
        if name.within and (place is None or place.kind is not Kind.PROVINCE):
            yield broken(f"the alias holds within {name.within!r}, which is no province", name.place)


def _clear_names(knowledge: Knowledge) -> Iterator[Problem]:
    """Every alias leads to its one entity where it holds, but for those declared to mean one of several.

    Two entities may have one name of their own, such as two elections of one year in two countries.
    """
    names = knowledge.registry.names
    written: dict[tuple[Kind, str], set[tuple[str, str | None]]] = defaultdict(set)
    for name in names:
        written[name.kind, normalise(name.text, name.kind)].add((name.entity, name.within))

    def meant(text: str, kind: Kind, within: str | None) -> frozenset[str]:
        """The entities that a question which takes this kind would read the text as."""
        scope = next(scope for scope in _SCOPES if kind in scope)
        rows = {row for other in scope for row in written.get((other, normalise(text, other)), ())}
        return frozenset(id for id, place in rows if place is not None and place == within) or frozenset(
            id for id, place in rows if place is None
        )

    kinds = {name.entity: name.kind for name in names}
    declared: dict[tuple[Kind, str], AmbiguousName] = {}  # the last row of a name holds: it knows of more
    for row in knowledge.expectations.ambiguous:
        declared |= {(kinds[id], normalise(row.text, kinds[id])): row for id in row.entities & kinds.keys()}
    for row in knowledge.expectations.ambiguous:
        known = row.entities & kinds.keys()
        found = frozenset(entity for id in known for entity in meant(row.text, kinds[id], None))
        if found != row.entities and not (known and row not in declared.values()):
            meaning, leads = (", ".join(sorted(ids)) or "no entity" for ids in (row.entities, found))
            yield broken(f"{row.text!r} is declared to mean one of {meaning}, and leads to {leads}", row.place)
    unclear: dict[tuple[str, frozenset[str]], Name] = {}
    for name in (name for name in names if not name.primary):
        found, key = meant(name.text, name.kind, name.within), normalise(name.text, name.kind)
        said = declared.get((name.kind, key))
        if len(found) > 1 and (said is None or said.entities != found):
            unclear[key, found] = name
    table = f"{knowledge.over[-1] if knowledge.over else ''}{AMBIGUOUS}"
    for (_, found), name in unclear.items():
        ids = sorted(found)
        what = f"the alias {name.text!r} leads to {', '.join(ids)}, which {AMBIGUOUS} does not declare"
        todo = f'take a name out, or let {table} (columns alias,entities) say: "{name.text}",{";".join(ids)}'
        yield broken(f"{what}: {todo}", name.place)


_SCOPES = (HOLDERS, PROVINCES, ELECTIONS, frozenset(Kind) - HOLDERS - PROVINCES - ELECTIONS)


def _expected_rows(knowledge: Knowledge) -> Iterator[Problem]:
    """Each file and predicate has as many rows as the folder declares: no loader loses or invents any in silence."""
    registry = knowledge.registry
    rows: dict[tuple[str, str | None], set[Place]] = defaultdict(set)
    told = [line for _, line in knowledge.unreadable]
    for table in (registry.entities.values(), registry.names, registry.sources.values(), told):
        for place in (row.place for row in table):
            if place is not None:
                rows[place.file, None].add(place)
    for claim in knowledge.statements:
        if claim.place is not None and not knowledge.added(claim.place):
            rows[claim.place.file, claim.predicate].add(claim.place)
    for expected in knowledge.expectations.expected:
        found = {
            place
            for (file, predicate), places in rows.items()
            if (file == expected.file or (expected.file is None and predicate is not None))
            and expected.predicate in (None, predicate)
            for place in places
        }
        if not expected.minimum <= len(found) <= expected.maximum:
            wanted = f"{expected.minimum} to {expected.maximum} are expected"
            yield broken(f"{expected}: {len(found)} rows were read, and {wanted}", expected.place)


CLAIM_RULES: Mapping[str, Callable[[Knowledge], Iterator[Problem]]] = {
    "unique-ids": _ids,
    "known-sources": _sourced,
    "resolved-names": _resolved,
    "ties-have-ends": _ties_have_ends,
    "sane-values": _values,
    "sane-dates": _dates,
    "alias-scope": _scopes,
    "clear-names": _clear_names,
    "expected-rows": _expected_rows,
}
