"""From a graph to what the page shows: one pure function, tested without a browser."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from graph.dates import holds_at
from graph.errors import UsageError
from graph.kinds import HOLDERS, Kind
from graph.stores.protocol import Row
from queries.totals import totals_of
from queries.view import GraphView
from queries.where import CouncilAnswer, HeldList, Where, where_many
from queries.who import VOTED, Who
from queries.who import Holder as ListHolder

from ..network.colours import colours_of
from ..network.placing import Placing
from ..network.view import HOLDS_SEATS, Stager, majorities, network, power_of
from ..pictures.areas import largest_areas
from ..pictures.councils import councils
from ..pictures.hemicycle import hemicycle
from ..pictures.map import provinces
from ..pictures.outlines import Outlines
from ..pictures.palette import Colours, slots
from ..wording.coverage import accounted_words
from ..wording.forms import ENGLISH, Language
from ..wording.notes import note_text
from ..wording.where import cell_words, summary_words, where_sentence
from ..wording.who import council_summary, size_words, who_sentence
from .evidence import Evidence
from .layouts import Layout, layouts, projected
from .model import Cell, Council, Holder, ListInCouncil, Node, TieView, ViewModel

Layouts = Callable[[Sequence[Node], Sequence[TieView], Layout], dict[str, Layout]]
NODE_LIMIT = 2_000
EDGE_LIMIT = 10_000


def view(
    graph: GraphView,
    election: str | None = None,
    outlines: Outlines | None = None,
    layouts: Layouts = layouts,
    stager: Stager | None = None,
    colours: Colours | None = None,
) -> ViewModel:
    """What the page shows of an election, on the map of these outlines; sorted: two runs give equal models.

    Raises UsageError for an unknown election and for a graph that is too large to be drawn, StoreError.
    """
    at = graph.election(election)
    colours = colours_of(graph) if colours is None else colours
    names = {row["id"]: row for row in graph.run("names")}
    rows = graph.run("all_ties", election=at.id)
    if len(names) > NODE_LIMIT or len(rows) > EDGE_LIMIT:
        raise UsageError(
            f"this graph has {len(names):,} names and {len(rows):,} ties, and the page draws at most {NODE_LIMIT:,} "
            f"and {EDGE_LIMIT:,}. Ask a narrower question (majlis where NAME, majlis who PROVINCE), or write the graph "
            "for a larger tool: majlis export graphml."
        )
    places = {row["id"]: row for row in graph.run("places")}
    evidence = Evidence(graph, at, {id: row["name"] for id, row in names.items()})
    held = {id: total.seats for id, total in totals_of(graph, at).items()}
    answers = councils(graph, at.id)
    labels = graph.short_names
    short = Language(ENGLISH.code, labels.get)
    shown = _councils(answers, names, places, evidence, short)
    numbers = {id: number for id, number in slots(colours).items() if id in held}
    within = _within(rows, names, at.day)
    asked = [id for id, row in names.items() if row["kind"] in HOLDERS]
    holders = tuple(
        _holder(answer, names[id], labels[id], places[id], held.get(id), within[id], evidence, short)
        for id, answer in zip(asked, where_many(graph, asked, at.id), strict=True)
    )
    ties = tuple(_tie(row, at.day, evidence) for row in rows)
    nodes = _nodes(names, labels, held, shown, ties)
    drawn = {node.id for node in nodes}
    ties = tuple(tie for tie in ties if tie.start in drawn and tie.end in drawn)
    shapes = [shape for shape in outlines.shapes if shape.spots] if outlines else []
    spots = {shape.id: (shape.spots[0].x, shape.spots[0].y) for shape in shapes}
    sizes = [council.size for council in shown if council.status != "no_vote"]
    size = at.seats if at.body or None in sizes else sum(size or 0 for size in sizes)
    voted = sum(council.status == VOTED for council in shown)
    by_list = sum(held.values()) if at.body else None
    return ViewModel(
        election=at.id,
        title=at.name,
        date=at.date,
        data_version=graph.data_version,
        total_size=size,
        accounted=sum(held.values()),
        whole=ENGLISH.say("page.in_all" if at.body else "page.all_councils"),
        overview=accounted_words(sum(council.accounted for council in shown), size, voted, by_list),
        councils=shown,
        holders=tuple(sorted(holders, key=lambda holder: (-(holder.seats or 0), holder.name, holder.id))),
        nodes=nodes,
        ties=ties,
        facts=evidence.facts,
        sources=evidence.sources,
        layouts=layouts(nodes, ties, spots or projected({id: (row["lat"], row["lon"]) for id, row in places.items()})),
        notes=tuple(map(note_text, at.notes)),
        slots=numbers,
        pictures=_pictures(answers, numbers, outlines),
        spots=spots,
        network=network(
            graph,
            at,
            outlines,
            colours,
            stager or Placing(graph),
            majorities(power_of(graph, at), at),
            partial(_told, evidence=evidence),
        ),
        credit=outlines.source if outlines else "",
    )


def _pictures(answers: Sequence[Who], colours: Mapping[str, int], outlines: Outlines | None) -> dict[str, str]:
    found = {answer.subject.candidate.id: hemicycle(answer, colours, ids="arc") for answer in answers}
    if outlines:
        title = f"{ENGLISH.say('largest')}, {ENGLISH.day(answers[0].election.date)}"
        found["map"] = provinces(largest_areas(answers, colours), outlines, title, "")
    return {id: drawn.inline(role="group") for id, drawn in found.items()}


def _councils(
    answers: Iterable[Who], names: Mapping[str, Row], places: Mapping[str, Row], evidence: Evidence, short: Language
) -> tuple[Council, ...]:
    """All provinces: those that voted first, the largest council first."""
    found = []
    for answer in answers:
        id = answer.subject.candidate.id
        row = names[id]
        found.append(
            Council(
                id,
                row["name"],
                places[id]["name_local"],
                places[id]["lang"],
                answer.status,
                answer.council_size,
                answer.accounted,
                answer.missing,
                ENGLISH.share(answer.missing or 0, answer.missing or 0, answer.council_size),
                answer.majority,
                who_sentence(answer),
                size_words(answer),
                council_summary(answer, short),
                tuple(map(note_text, answer.notes)),
                tuple(
                    ListInCouncil(
                        item.id,
                        "",
                        item.seats,
                        _disputed(item),
                        item.rank,
                        item.reserved_for,
                        item.disputed or item.dissent,
                        ENGLISH.number(item.seats, item.most),
                        ENGLISH.of(item.seats, item.most, answer.council_size),
                        ENGLISH.share(item.seats, item.most, answer.council_size),
                    )
                    for item in answer.lists
                ),
                tuple(item.id for item in answer.leading),
                evidence.about(id),
                *_aliases(row),
            )
        )
    order = ("voted", "unknown", "no_vote")
    return tuple(sorted(found, key=lambda item: (order.index(item.status), -(item.size or 0), item.name, item.id)))


def _holder(
    answer: Where,
    row: Row,
    label: str,
    place: Row,
    seats: int | None,
    within: tuple[str, ...],
    evidence: Evidence,
    short: Language,
) -> Holder:
    id = row["id"]
    own = next((item.total for item in answer.lists if item.relation == "own"), None)
    return Holder(
        id,
        row["kind"],
        row["name"],
        label,
        place["name_local"],
        place["lang"],
        seats if seats is not None else own,
        answer.status,
        answer.total,
        answer.minimum,
        where_sentence(answer),
        summary_words(answer),
        tuple(map(note_text, answer.notes)),
        {council.id: _cell(answer, council, evidence, short) for council in answer.provinces},
        within,
        evidence.about(id),
        *_aliases(row),
    )


def _cell(answer: Where, council: CouncilAnswer, evidence: Evidence, short: Language) -> Cell:
    relations = {item.relation for item in council.lists}
    counted = next((relation for relation in ("own", "led", "member") if relation in relations), "")
    pairs = [(item.id, council.id) for item in council.lists] or [(answer.subject.candidate.id, council.id)]
    facts = evidence.between(pairs, council.statements)
    return Cell(
        council.status,
        counted,
        council.seats,
        _disputed(council),
        council.standing,
        cell_words(council, answer, short),
        short.say("differ.seats") if council.disputed or council.dissent else "",
        tuple(
            ListInCouncil(item.id, item.relation, item.seats, _disputed(item), item.rank, item.reserved_for)
            for item in council.lists
        ),
        facts,
    )


def _disputed(item: HeldList | ListHolder | CouncilAnswer) -> int | None:
    """The largest number that stands where it is not the only one: what is None takes no room in the page."""
    return item.most if item.most != item.seats else None


def _told(row: Row, evidence: Evidence) -> tuple[bool, int | None]:
    """Whether sources differ on a tie, and the place of its fact."""
    ref = evidence.number.get(row["fact"])
    if row["type"] == HOLDS_SEATS:
        return evidence.differing(evidence.between([(row["a"], row["b"])])), ref
    return ref is not None and evidence.marked(ref), ref


def _tie(row: Row, day: str, evidence: Evidence) -> TieView:
    marked, ref = _told(row, evidence)
    return TieView(
        row["a"],
        row["b"],
        row["type"],
        row["seats"],
        holds_at(row["since"], row["until"], day),
        marked,
        ref,
    )


def _nodes(
    names: Mapping[str, Row],
    labels: Mapping[str, str],
    held: Mapping[str, int],
    councils: Iterable[Council],
    ties: Sequence[TieView],
) -> tuple[Node, ...]:
    """Everything that has a tie, and every province; seats are a list's own, or a council's size."""
    tied = {id for tie in ties for id in (tie.start, tie.end)}
    sizes = {council.id: council.size for council in councils}
    found = [
        Node(id, row["kind"], labels[id], sizes.get(id, held.get(id)))
        for id, row in names.items()
        if id in sizes or (id in tied and row["kind"] != Kind.ELECTION.value)
    ]
    return tuple(sorted(found, key=lambda node: (node.kind, -(node.seats or 0), node.label, node.id)))


def _aliases(row: Row) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The further names that hold everywhere, and those that hold in one council alone, without its province."""
    local = {text.partition(": ")[2] for text in row["local_aliases"] or ()}
    return tuple(row["aliases"] or ()), tuple(sorted(local))


def _within(rows: Iterable[Row], names: Mapping[str, Row], day: str) -> dict[str, tuple[str, ...]]:
    """The alliances that each comes to by current ties, and the blocs that a source places it, or what it leads, in."""
    steps: dict[str, dict[str, set[str]]] = {"LEADS": {}, "MEMBER_OF": {}, "EXPECTED_IN": {}}
    led, joined, expected = steps.values()
    for row in rows:
        if row["type"] in steps and holds_at(row["since"], row["until"], day):
            steps[row["type"]].setdefault(row["a"], set()).add(row["b"])
    bloc, alliance = Kind.BLOC.value, Kind.ALLIANCE.value

    def reach(id: str, ways: Sequence[Mapping[str, set[str]]]) -> set[str]:
        seen, todo = {id}, [id]
        while todo:
            here = todo.pop()
            for step in ways:
                for there in sorted(step.get(here, ())):
                    if there not in seen and names[there]["kind"] != bloc:
                        seen.add(there)
                        todo.append(there)
        return seen

    found = {}
    for id in names:
        alliances = {there for there in reach(id, (led, joined, expected)) if names[there]["kind"] == alliance}
        leads = reach(id, (led,))
        blocs = {b for here in leads for step in (led, joined) for b in step.get(here, ()) if names[b]["kind"] == bloc}
        found[id] = tuple(sorted(alliances | blocs | ({id} if names[id]["kind"] == bloc else set())))
    return found
