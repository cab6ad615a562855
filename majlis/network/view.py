"""From a graph to the network of an election: who is in it, whose colour each bears, and what is drawn at rest."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.dates import holds_at
from graph.kinds import Kind
from graph.predicates import PREDICATES
from graph.stores.protocol import Row
from queries.power.council import AllCouncils, CouncilInfluence, all_councils, in_council
from queries.totals import totals_of
from queries.view import GraphView
from queries.view.elections import Election
from queries.who import house_of

from ..pictures.outlines import Outlines
from .colours import big_of
from .model import SHAPES, Network, Node, Stages, Tie, radius
from .scene import BOLD, PORTRAIT, Scene
from .stretch import Country

HOLDS_SEATS, WON_IN_ALL, LEADS, MEMBER_OF = "HOLDS_SEATS", "WON_IN_ALL", "LEADS", "MEMBER_OF"
_ABSENT = {row.edge.type: row.name for row in PREDICATES.values() if row.absence and row.edge}
_RADII = {Kind.FIGURE: PORTRAIT, Kind.OFFICE: 9.0, Kind.BLOC: 15.0, Kind.ELECTION: 17.0, Kind.PROVINCE: 15.0}
_LONG = 20  # letters of a name that is shown by its initials, if these are known
_RADIUS = 8.0  # of a party or alliance without seats
_CROWD = 30  # part of a house that a list holds at least whose leader is drawn at rest

Told = Callable[[Row], tuple[bool, int | None]]  # whether sources differ on a tie, and its fact's place
Stager = Callable[[Scene, Election], Stages]


@dataclass(frozen=True, slots=True)
class Names:
    """What a graph calls its entities: kind and names by id, short names, and surnames."""

    rows: Mapping[str, Row]
    short: Mapping[str, str]

    def kind(self, id: str) -> Kind:
        """What an entity is."""
        return Kind(self.rows[id]["kind"])

    def surname(self, id: str, others: Iterable[str]) -> str:
        """The last part of a figure's name without its article, with a first letter where others share it."""
        alike = sum(_last(self.rows[other]["name"]) == _last(self.rows[id]["name"]) for other in others)
        return _marked(self.rows[id]["name"], alike)

    def surname_local(self, id: str, others: Iterable[str]) -> str:
        """The same in the country's language; empty where no such name is known."""
        name = self.rows[id]["name_local"]
        alike = sum(_last(self.rows[other]["name_local"] or "") == _last(name or "") for other in others)
        return _marked(name, alike) if name else ""


def _last(name: str) -> str:
    """A surname: "al-Maliki" is sorted and shown without the article where that is written apart by a hyphen."""
    last = " ".join(name.split()).rpartition(" ")[2]
    article, hyphen, rest = last.partition("-")
    return rest if hyphen and len(article) == 2 and rest else last


def _marked(name: str, alike: int) -> str:
    return f"{name[0]}. {_last(name)}" if alike > 1 and _last(name) != name else _last(name)


def names_of(graph: GraphView) -> Names:
    """What a graph calls its entities."""
    rows = {row["id"]: row for row in graph.run("names")}
    return Names(rows, {id: _short(rows[id], name) for id, name in graph.short_names.items()})


def _short(row: Row, name: str) -> str:
    """The initials of a party's long name where one of its aliases is these: "KDP"; else its short name."""
    initials = "".join(word[0] for word in name.split() if word[0].isupper())
    known = row["kind"] == Kind.PARTY and len(name) > _LONG and initials in (row["aliases"] or ())
    return initials if known and len(initials) > 2 else name


def country_of(graph: GraphView, outlines: Outlines | None) -> Country:
    """Where the provinces of a graph lie; those without a known place stand in a row under the others."""
    rows = {row["id"]: row for row in graph.run("places")}
    provinces = [row["id"] for row in graph.run("names") if row["kind"] == Kind.PROVINCE]
    known = {id: (rows[id]["lon"], rows[id]["lat"]) for id in provinces if rows[id]["lat"] is not None}
    if outlines and not known.keys() & {shape.id for shape in outlines.shapes}:
        outlines = None
    unknown = [id for id in provinces if id not in known]
    across = len(unknown) if known else max(1, round(len(unknown) ** 0.5))
    west, east = _span([lon for lon, _ in known.values()])
    south, north = _span([lat for _, lat in known.values()])
    for at, id in enumerate(unknown):
        part = (at % across + 0.5) / across
        known[id] = (west + (east - west) * part, south - (north - south) * 0.15 * (1 + at // across))
    return Country(known, _largest(graph), outlines.borders if outlines else ())


def _span(values: Sequence[float]) -> tuple[float, float]:
    return (min(values), max(values)) if len(set(values)) > 1 else (0.0, 1.0)


def _largest(graph: GraphView) -> dict[str, int]:
    """The largest council that each province had."""
    largest: Counter[str] = Counter()
    for election in graph.elections:
        if not election.body:
            for row in graph.councils(election):
                largest[row["id"]] = max(largest[row["id"]], row["council_size"] or 0)
    return dict(sorted(largest.items()))


def network(
    graph: GraphView,
    election: str | Election | None,
    outlines: Outlines | None,
    colours: Mapping[str, tuple[str, str]],
    stager: Stager,
    alone: Mapping[str, str],
    told: Told | None = None,
) -> Network:
    """The network of an election; `alone` by council or house the list that has its majority, as `influence` says.

    Raises UsageError for an unknown election, StoreError.
    """
    at = graph.election(election)
    names, ties = names_of(graph), drawn_ties(graph, at)
    country = country_of(graph, outlines)
    scene = scene_of(graph, at, names, ties, country)
    stages = stager(scene, at)
    core = set(stages.layouts[SHAPES[0]])
    lines = tuple(_tie(row, at, scene, told) for row in ties)
    return Network(
        _nodes(graph, scene, names, ties, at, core),
        lines,
        stages.layouts,
        stages.land,
        colours,
        alone,
        scene.big,
        scene.bold,
        scene.body[0] if scene.body else None,
    )


def power_of(graph: GraphView, at: Election) -> AllCouncils | CouncilInfluence:
    """How all councils, or the house, of an election divide."""
    if at.body:
        return in_council(house_of(graph, at, at.body), 0)
    return all_councils(graph, at)


def majorities(power: AllCouncils | CouncilInfluence, at: Election) -> dict[str, str]:
    """By council or house the one list that has its majority."""
    if isinstance(power, AllCouncils):
        return {council.id: council.alone.id for council in power.councils if council.alone}
    return {at.body.id: power.majority_alone} if at.body and power.majority_alone else {}


def drawn_ties(graph: GraphView, at: Election) -> list[Row]:
    """The ties of an election that a picture may show, and those of its lists to the whole: the house, or the vote."""
    rows: list[Row] = graph.run("drawn_ties", election=at.id)
    if not at.body:
        whole = (row for row in graph.run("every_tie") if row["type"] == WON_IN_ALL and row["election"] == at.id)
        rows += [{**row, "seats": None, "disputed": False} for row in whole]
    if at.body:
        totals = totals_of(graph, at)
        facts = {row["id"]: row["fact"] for row in graph.house(at) if row["stated"] is not None}
        rows += [
            {
                **{"fact": facts.get(id), "a": id, "b": at.body.id, "type": WON_IN_ALL, "seats": total.seats},
                **{"since": "", "until": "", "disputed": total.seats != total.most},
            }
            for id, total in sorted(totals.items())
        ]
    return rows


def scene_of(graph: GraphView, at: Election, names: Names, ties: Sequence[Row], country: Country) -> Scene:
    """What the layout of an election is computed from."""
    totals = {id: total.seats for id, total in totals_of(graph, at).items() if total.seats}
    councils = {
        row["id"]: row["council_size"] or row["accounted"]
        for row in graph.councils(at)
        if not row["no_vote"] or row["accounted"]
    }
    empty = tuple(row["id"] for row in graph.councils(at) if row["id"] not in councils)
    seats: dict[str, dict[str, int]] = defaultdict(dict)
    for row in ties:
        if row["type"] == HOLDS_SEATS and row["seats"]:
            seats[row["a"]][row["b"]] = seats[row["a"]].get(row["b"], 0) + row["seats"]
    if at.body and not seats:
        councils = {}  # nobody knows where in the country the seats were won
    leaders = sorted(
        {
            (row["a"], row["b"])
            for row in ties
            if row["type"] == LEADS
            and row["b"] in totals
            and row["a"] not in totals
            and names.kind(row["a"]) is Kind.FIGURE
            and holds_at(row["since"], row["until"], at.day)
        },
        key=lambda pair: (-totals[pair[1]], pair),
    )
    leading = {figure for figure, _ in leaders}
    ways = [(list(_ABSENT).index(row["type"]), row["a"]) for row in ties if row["type"] in _ABSENT]
    figures = (id for _, id in sorted(ways) if names.kind(id) is Kind.FIGURE and id not in leading | {*totals})
    apart = tuple(dict.fromkeys(figures))  # who boycotted before who did not stand
    known = {*councils, *empty, *totals, *leading, *apart}
    labels = {id: names.short[id] if id not in leading else names.surname(id, leading) for id in sorted(known)}
    return Scene(
        country,
        councils,
        empty if not at.body else (),
        {id: dict(sorted(held.items())) for id, held in sorted(seats.items())},
        dict(sorted(totals.items())),
        labels,
        tuple(leaders),
        apart,
        (at.body.id, at.seats or sum(totals.values())) if at.body else None,
        big_of(totals),
        BOLD,
    )


def _nodes(
    graph: GraphView, scene: Scene, names: Names, ties: Sequence[Row], at: Election, core: set[str]
) -> tuple[Node, ...]:
    """Everything that has a tie, and every council; kinds together, most seats first."""
    used = {id for row in ties for id in (row["a"], row["b"]) if id in names.rows} | core
    least = scene.body[1] / _CROWD if scene.body else 0  # around a house there is room for who leads its large lists
    lead = {figure for figure, led in scene.leaders if scene.named(led) and scene.totals[led] >= least}
    absent = {row["a"]: _ABSENT[row["type"]] for row in ties if row["type"] in _ABSENT}
    bears = _borne(scene, ties)
    figures = [id for id in used if names.kind(id) is Kind.FIGURE and id in (lead | {*scene.apart})]
    sizes = {row["id"]: row["council_size"] for row in graph.councils(at)}
    found = []
    for id in used:
        kind = names.kind(id)
        seats = scene.totals.get(id, sizes.get(id))
        if scene.body and id == scene.body[0]:
            seats = scene.body[1]
        marks = seats or scene.councils.get(id) or None if kind in (Kind.PROVINCE, Kind.BODY) else None
        unsized = "?" if id in scene.councils else ""
        rest = id in core and (id not in {figure for figure, _ in scene.leaders} or id in lead)
        whole = id in lead or id in scene.apart or kind in (Kind.PROVINCE, Kind.BODY) or scene.named(id)
        figure = kind is Kind.FIGURE
        found.append(
            Node(
                id,
                kind.value,
                names.short[id],
                seats,
                round(scene.radius(id) if id in scene.councils else radius(seats or 0), 1) or _RADII.get(kind, _RADIUS),
                bears.get(id, ""),
                rest,
                rest and whole,
                id in core,
                names.surname(id, {*figures, id}) if figure else "",
                names.surname_local(id, {*figures, id}) if figure else "",
                absent.get(id, "held_no_vote" if id in scene.empty else ""),
                marks,
                f"{marks}{'' if seats else '+'}" if marks else unsized,
            )
        )
    return tuple(sorted(found, key=lambda node: (node.kind, -(node.seats or 0), node.label, node.id)))


def _borne(scene: Scene, ties: Sequence[Row]) -> dict[str, str]:
    """The list whose colour each name bears: itself, the largest that it leads, else the largest it belongs to."""
    found = {id: id for id in scene.totals}
    for type in (LEADS, MEMBER_OF):
        rows = [row for row in ties if row["type"] == type and row["b"] in scene.totals]
        for row in sorted(rows, key=lambda row: (-scene.totals[row["b"]], row["b"])):
            found.setdefault(row["a"], row["b"])
    return found


def _tie(row: Row, at: Election, scene: Scene, told: Told | None) -> Tie:
    marked, ref = told(row) if told else (bool(row["disputed"]), None)
    seats, type = row["seats"], row["type"]
    in_house = scene.body is not None and type == HOLDS_SEATS
    led = type == LEADS and (row["a"], row["b"]) in scene.leaders and scene.named(row["b"])
    return Tie(
        row["a"],
        row["b"],
        type,
        seats,
        holds_at(row["since"], row["until"], at.day),
        marked,
        ref,
        led or (seats is not None and seats >= scene.bold and not in_house),
        row["since"],
        row["until"],
    )
