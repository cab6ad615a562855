"""From answers to what the page shows: one pure function, tested without a browser."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from graph.dates import holds_at
from graph.kinds import Kind
from graph.stores.protocol import Row
from queries.totals import accounted_for, all_seats
from queries.view.elections import Election
from queries.where.answer import CouncilAnswer, HeldList, Where
from queries.who.answer import VOTED, Who
from queries.who.answer import Holder as ListHolder

from ..network.model import Network, Tie
from ..network.view import HOLDS_SEATS, Told
from ..pictures.areas import largest_areas
from ..pictures.hemicycle import hemicycle
from ..pictures.map import provinces
from ..pictures.outlines import Outlines
from ..pictures.palette import slots
from ..wording.accounted import accounted_words
from ..wording.forms import Language
from ..wording.messages import USUAL
from ..wording.notes import note_text
from ..wording.power.finding import finding_words
from ..wording.sitting import body_words
from ..wording.where import cell_words, cited, summary_words, where_sentence
from ..wording.who import council_summary, size_words, who_sentence
from .answers import Answers
from .evidence import Evidence
from .model import Cell, Council, Holder, ListInCouncil, ViewModel
from .names import Names
from .places import by_place, marks

Draws = Callable[[Told], Network]  # makes the network, once it knows what is told of each tie


def said(answers: Answers, data_version: str, outlines: Outlines | None, draws: Draws, code: str) -> ViewModel:
    """These answers in a language; sorted: two runs give equal models."""
    names, at, held = answers.names, answers.at, answers.held
    language, short = names.language(code), names.language(code, short=True)
    evidence = Evidence(answers.claims, at, names.rows, language)
    shown = _councils(answers, evidence, language, short)
    within = _within(answers.ties, names.rows, at.day)
    holders = tuple(
        _holder(answer, answers, within[id], evidence, language, short)
        for id, answer in zip(names.holders, answers.holders, strict=True)
    )
    drawn = draws(partial(_told, evidence=evidence))
    colours = {id: number for id, number in slots(drawn.colours).items() if id in held}
    shapes = [shape for shape in outlines.shapes if shape.spots] if outlines else []
    spots = {shape.id: (shape.spots[0].x, shape.spots[0].y) for shape in shapes}
    sizes = [council.size for council in shown if council.status != "no_vote"]
    size = all_seats(at, sizes)
    accounted = accounted_for((council.size, council.accounted) for council in shown)
    voted = sum(council.status == VOTED for council in shown)
    by_list = sum(held.values()) if at.body else None
    return ViewModel(
        election=at.id,
        title=title_of(at, names, language),
        date=at.date,
        data_version=data_version,
        total_size=size,
        accounted=sum(held.values()),
        whole=language.say("page.in_all" if at.body else "page.all_councils"),
        overview=accounted_words(accounted, size, voted, by_list, language),
        finding=finding_words(answers.power, sum(seats > 0 for seats in held.values()), language),
        cited=_most_cited(answers.councils, evidence),
        councils=shown,
        holders=tuple(sorted(holders, key=lambda holder: (-(holder.seats or 0), holder.name, holder.id))),
        network=drawn,
        whens=tuple(_when(tie, at, evidence, language) for tie in drawn.ties),
        facts=evidence.facts,
        shared=evidence.shared,
        sources=evidence.sources,
        notes=tuple(note_text(note, language) for note in at.notes),
        slots=colours,
        pictures=_pictures(answers.councils, colours, outlines, language),
        spots=spots,
        credit=outlines.source if outlines else "",
    )


def _most_cited(answers: Sequence[Who], evidence: Evidence) -> tuple[int, ...]:
    """The sources of the councils, those of most seats first."""
    found: Counter[str] = Counter()
    for answer in answers:
        for item in answer.lists:
            found.update(dict.fromkeys(dict(item.locators), item.seats))
    return evidence.sourced(id for id, _ in sorted(found.items(), key=lambda pair: (-pair[1], pair[0])))


def _pictures(
    answers: Sequence[Who], colours: Mapping[str, int], outlines: Outlines | None, language: Language
) -> dict[str, str]:
    found = {answer.subject.candidate.id: hemicycle(answer, colours, language, ids="arc") for answer in answers}
    if outlines and answers:
        title = language.say("page.map", when=language.day(answers[0].election.date))
        found["map"] = provinces(largest_areas(answers, colours, language), outlines, title, "")
    return {id: drawn.inline(role="group") for id, drawn in found.items()}


def _councils(answers: Answers, evidence: Evidence, language: Language, short: Language) -> tuple[Council, ...]:
    """All provinces: those that voted first, the largest council first."""
    found = []
    for answer in answers.councils:
        id = answer.subject.candidate.id
        row, place = answers.names.rows[id], answers.names.places[id]
        found.append(
            Council(
                id,
                row["name"],
                place["name_local"],
                place["lang"],
                answer.status,
                answer.council_size,
                answer.accounted,
                answer.missing,
                language.share(answer.missing or 0, answer.missing or 0, answer.council_size),
                answer.majority,
                who_sentence(answer, language),
                size_words(answer, language),
                council_summary(answer, short),
                tuple(note_text(note, language) for note in answer.notes),
                lists_of(answer, language),
                tuple(item.id for item in answer.largest),
                _most_seats(answer.largest) or (language.say("letters.unknown") if answer.status == VOTED else ""),
                evidence.about(id),
                *aliases_of(row),
                evidence.sourced(source.id for source in answer.sources),
            )
        )
    order = ("voted", "unknown", "no_vote")
    return tuple(sorted(found, key=lambda item: (order.index(item.status), -(item.size or 0), item.name, item.id)))


def _most_seats(leading: Sequence[ListHolder]) -> str:
    """How many seats the largest lists of a council have, up to the largest number that stands."""
    seats, most = (max((getattr(item, name) for item in leading), default=0) for name in ("seats", "most"))
    return f"{seats}\u2013{most}" if most > seats else str(seats or "")


def lists_of(answer: Who, language: Language) -> tuple[ListInCouncil, ...]:
    """The lists of a council as the page tells of them."""
    size = answer.council_size
    return tuple(
        ListInCouncil(
            item.id,
            "",
            item.seats,
            _disputed(item),
            item.rank,
            item.reserved_for and language.component(item.reserved_for),
            item.disputed or item.dissent,
            language.seats_told(item),
            language.seats_told(item, size),
            language.share(item.seats, item.most, size),
        )
        for item in answer.lists
    )


def _holder(
    answer: Where, answers: Answers, within: tuple[str, ...], evidence: Evidence, language: Language, short: Language
) -> Holder:
    id = answer.subject.candidate.id
    row, place = answers.names.rows[id], answers.names.places[id]
    own = next((item.total for item in answer.lists if item.relation == "own"), None)
    cells = {council.id: _cell(answer, council, evidence, short) for council in answer.provinces}
    told = [(council, cells[council.id].words) for council in answer.provinces]
    return Holder(
        id,
        row["kind"],
        row["name"],
        answers.names.labels[id],
        place["name_local"],
        place["lang"],
        answers.held.get(id, own),
        answer.status,
        answer.total,
        answer.minimum,
        where_sentence(answer, language),
        summary_words(answer, language),
        (*marks([words for _, words in told], language), *(note_text(note, language) for note in answer.notes)),
        cells,
        by_place(told, language),
        within,
        evidence.about(id),
        *aliases_of(row),
        evidence.sourced(source.id for source in cited(answer)),
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
        council.standing and short.say(f"standing.{council.standing}"),
        cell_words(council, answer, short),
        short.say("differ.seats") if council.disputed or council.dissent else "",
        tuple(ListInCouncil(item.id, item.relation, item.seats, _disputed(item), item.rank) for item in council.lists),
        facts,
    )


def _disputed(item: HeldList | ListHolder | CouncilAnswer) -> int | None:
    """The largest number that stands where it is not the only one: what is None takes no room in the page."""
    return item.most if item.most != item.seats else None


def title_of(at: Election, names: Names, language: Language) -> str:
    """What an election is called; in a language that has no name for it, by what it filled and the year."""
    if language.code == USUAL or names.local(at.id, language.code):
        return language.name(at.id, at.name)
    return f"{body_words(at, language)} {at.date[:4]}"


def _told(row: Row, evidence: Evidence) -> tuple[bool, int | None]:
    """Whether sources differ on a tie, and the place of its fact."""
    ref = evidence.number.get(row["fact"])
    if row["type"] == HOLDS_SEATS:
        return evidence.differing(evidence.between([(row["a"], row["b"])])), ref
    return ref is not None and evidence.marked(ref), ref


def _when(tie: Tie, at: Election, evidence: Evidence, language: Language) -> str:
    """When a tie held: its period, the election that it is of, else the date of its newest source."""
    if period := language.period(tie.since, tie.until):
        return period
    if tie.ref is None or tie.ref >= evidence.shared:
        return f"{body_words(at, language)} {at.date[:4]}"
    newest = evidence.newest(tie.ref)
    return language.say("path.known", date=language.day(newest)) if newest else ""


def aliases_of(row: Row) -> tuple[tuple[str, ...], tuple[str, ...]]:
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
