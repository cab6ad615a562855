"""The graph as Popolo: people, organisations, posts, memberships, areas and events in one JSON document.

Popolo (popoloproject.com) is what many sites about legislators read. What it has no word for stays out: forecasts,
disputes, ranks, votes. What its documents say more than its schemas ask for: `seats` and `reserved_for` of a
membership in a council or a parliament. Its members are not known by name, so a list's seats in a province are one
membership without a person, on behalf of the list.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from graph.kinds import Kind
from graph.stores.protocol import Row, Store

from . import tables

Item = dict[str, Any]

_ORGANISATIONS = (Kind.PARTY, Kind.ALLIANCE, Kind.BLOC)
_IDENTIFIERS = ("wikidata", "partyfacts")
_ROLES = {"LEADS": "leader", "MEMBER_OF": "member"}


def popolo(store: Store) -> dict[str, list[Item]]:
    """The document: a list for each class of Popolo, each in the order of its ids. Raises StoreError."""
    nodes = {table.name: table.rows for table in tables.nodes(store)}
    edges = {table.name: table.rows for table in tables.edges(store)}
    sources = {row["id"]: row for row in nodes["Source"]}
    links = _links(nodes["Statement"], sources)
    entities = {row["id"]: row for row in nodes["Entity"]}
    kinds: dict[str, list[Row]] = defaultdict(list)
    for row in nodes["Entity"]:
        kinds[row["kind"]].append(row)
    bodies = {row["a"]: row["b"] for row in edges["ELECTS"]}  # by election; others fill a council in each province
    councils = {row["a"]: f"council-{row['a']}" for row in edges["VOTED_IN"] if row["b"] not in bodies}
    places = {row["a"]: _place(entities[row["b"]], councils) for row in edges["OFFICE_IN"]}
    organisations = [_organisation(row, sources) for kind in _ORGANISATIONS for row in kinds[kind]]
    organisations += [_named(row, sources) | {"classification": row["kind"]} for row in kinds[Kind.BODY]]
    organisations += [
        {"id": id, "name": f"Council of {entities[area]['name']}", "classification": "council", "area_id": area}
        for area, id in councils.items()
    ]
    memberships = [
        *(
            _seats(row, organisation, entities, links)
            for row in edges["HOLDS_SEATS"]
            if (organisation := bodies.get(row["election"]) or councils.get(row["b"]))
        ),
        *(_tie(row, type, entities, links) for type in _ROLES for row in edges[type]),
        *(_term(row, entities, places, links) for row in edges["HELD"]),
    ]
    return {
        "persons": _sorted(_named(row, sources) | _known(birth_date=row["born"]) for row in kinds[Kind.FIGURE]),
        "organizations": _sorted(organisations),
        "posts": _sorted(_post(row, places, sources) for row in kinds[Kind.OFFICE]),
        "memberships": _sorted(memberships),
        "areas": _sorted(
            _named(row, sources) | {"identifier": row["id"], "classification": row["kind"]}
            for row in kinds[Kind.PROVINCE]
        ),
        "events": _sorted(_event(row, sources) for row in kinds[Kind.ELECTION]),
    }


def _organisation(row: Row, sources: Mapping[str, Row]) -> Item:
    dates = _known(founding_date=row["founded"], dissolution_date=row["dissolved"])
    return _named(row, sources) | {"classification": row["kind"]} | dates


def _place(row: Row, councils: Mapping[str, str]) -> Item:
    """Where an office is: in a body, or in a province and its council."""
    if row["kind"] == Kind.BODY:
        return {"organization_id": row["id"]}
    return _known(organization_id=councils.get(row["id"]), area_id=row["id"])


def _post(row: Row, places: Mapping[str, Item], sources: Mapping[str, Row]) -> Item:
    item = places.get(row["id"], {}) | _known(sources=_cited(row, sources))
    return {"id": row["id"], "label": row["name"], "role": row["name"]} | item


def _event(row: Row, sources: Mapping[str, Row]) -> Item:
    day = row["date"]
    return _named(row, sources) | {"classification": row["kind"], "start_date": day, "end_date": day}


def _seats(row: Row, organisation: str, entities: Mapping[str, Row], links: Mapping[str, list[Item]]) -> Item:
    """A list's seats of a province in a body: one membership, of a figure who stood alone or on behalf of the list."""
    alone = entities[row["a"]]["kind"] == Kind.FIGURE
    return {
        "id": row["id"],
        "role": "member",
        "organization_id": organisation,
        "area_id": row["b"],
        **({"person_id": row["a"]} if alone else {"on_behalf_of_id": row["a"]}),
        "seats": row["seats"],
        **_known(reserved_for=row["reserved_for"], event_id=row["election"], sources=links.get(row["id"])),
    }


def _tie(row: Row, type: str, entities: Mapping[str, Row], links: Mapping[str, list[Item]]) -> Item:
    """Who leads or belongs to an organisation: a person, or another organisation."""
    who = entities[row["a"]]
    member = {"@type": "Organization", "id": who["id"], "name": who["name"]}
    return {
        "id": row["id"],
        "role": _ROLES[type],
        **({"person_id": who["id"]} if who["kind"] == Kind.FIGURE else {"member": member}),
        "organization_id": row["b"],
        **_known(start_date=row["since"], end_date=row["until"], sources=links.get(row["id"])),
    }


def _term(row: Row, entities: Mapping[str, Row], places: Mapping[str, Item], links: Mapping[str, list[Item]]) -> Item:
    dates = _known(start_date=row["since"], end_date=row["until"], sources=links.get(row["id"]))
    post = {"role": entities[row["b"]]["name"], "person_id": row["a"], "post_id": row["b"]}
    return {"id": row["id"], **post, **places.get(row["b"], {}), **dates}


def _named(row: Row, sources: Mapping[str, Row]) -> Item:
    """What every named thing has: id, name, other names, identifiers elsewhere, sources."""
    local = [{"name": row["name_local"], **_known(lang=row["lang"])}] if row["name_local"] else []
    others = local + [{"name": alias} for alias in row["aliases"] if alias != row["name_local"]]
    identifiers = [{"scheme": scheme, "identifier": str(row[scheme])} for scheme in _IDENTIFIERS if row[scheme]]
    more = _known(other_names=others, identifiers=identifiers, sources=_cited(row, sources))
    return {"id": row["id"], "name": row["name"], **more}


def _cited(row: Row, sources: Mapping[str, Row]) -> list[Item]:
    return [_link(sources[id], "") for id in row["sources"] if id in sources]


def _links(statements: Iterable[Row], sources: Mapping[str, Row]) -> dict[str, list[Item]]:
    """By fact, the sources whose statements won, each with the place in it."""
    found: dict[str, list[Item]] = defaultdict(list)
    for row in statements:
        if row["fact"] and row["won"]:
            found[row["fact"]].append(_link(sources[row["source"]], row["locator"]))
    return found


def _link(source: Row, locator: str) -> Item:
    note = ", ".join(part for part in (source["title"], source["publisher"], source["published"], locator) if part)
    return {**_known(url=source["url"]), "note": note}


def _known(**fields: Any) -> Item:
    return {name: value for name, value in fields.items() if value}


def _sorted(items: Iterable[Item]) -> list[Item]:
    return sorted(items, key=lambda item: item["id"])
