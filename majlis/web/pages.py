"""The pages that are no question of the register: the first one, questions in words, an entity, map, network."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlencode

from graph.errors import CannotAnswerError, UsageError
from graph.kinds import BODIES, Kind
from queries.plain import once
from queries.view.evidence import sorted_sources

from ..pictures.areas import by_place, largest_areas
from ..pictures.councils import totals
from ..pictures.palette import list_class
from ..question import answers_of
from ..register import QUESTIONS, usual
from ..wording.coverage import coverage_sentence
from ..wording.forms import isolate
from ..wording.largest import largest_sentence
from ..wording.messages import USUAL
from ..wording.sitting import body_heading, body_words
from .answers import about, answer_page
from .examples import examples
from .layouts import all_cited, fact_of
from .pictures import around_drawing, first_drawing, largest_drawing, network_drawing
from .request import Page, PageRequest, heading
from .site_links import SITE_OF_ELECTIONS
from .tables import query, sources

if TYPE_CHECKING:
    from queries.largest import Largest
    from queries.view.elections import Election
    from queries.why import Why

_LONGEST = 300  # letters of a question
_OF_ELECTIONS = frozenset({"map", "network"})  # what is of one election beside the questions that are
_TWO = 2  # names: more than one page is about
_FIRST = 10  # lists that are named before all else


def home(asked: PageRequest) -> Page:
    """The question box, and what one may ask."""

    def data() -> dict[str, Any]:
        return {
            "data_version": asked.majlis.graph.data_version,
            "elections": [election.to_dict() for election in asked.majlis.graph.elections],
            "examples": examples(asked),
        }

    won, slots = _won(asked), asked.snapshot.slots
    context = {
        "examples": examples(asked),
        "won": won and largest_sentence(won, asked.language),
        "first": [(item, list_class(slots.get(item.id))) for item in won.lists[:_FIRST]] if won else [],
        "elections": asked.majlis.graph.elections,
        "here": asked.majlis.graph.election(asked.election),
        "sentence": coverage_sentence(asked.snapshot.coverage(asked.election), asked.language),
        **_largest(asked),
    }
    return Page("home.html", asked.say("tagline"), data, context, drawing=first_drawing(asked, context["drawing"]))


def ask(asked: PageRequest) -> Page:
    """The answer to a question in words, with its stable address."""
    text = asked.given.get("q", "").strip()
    if not text:
        return home(asked)
    if len(text) > _LONGEST:
        raise UsageError(f"a question has at most {_LONGEST} letters, this one has {len(text)}.")
    from .questions import read

    question = read(text, asked.majlis.graph)
    row = QUESTIONS.get(question.told)
    keys = [item.name for item in row.names] if row else ["name"]
    names = row.joined(question.names) if row else question.names
    path = {key: text for key, text in zip(keys, names, strict=False) if text}
    meant = replace(asked, path=path, given={"lang": asked.lang, **asked.kept("ask"), **question.options})
    shown = answer_page(row, meant) if row else _OTHERS[question.told](meant)
    address = shown.address or asked.url(question.told, *question.names, **question.options)
    data = shown.data
    return replace(
        shown,
        address=address,
        context={**shown.context, "unread": asked.language.listed(map(isolate, question.passed_over))},
        data=lambda: {
            "asked": text,
            "page": question.told,
            "address": address,
            "unread": list(question.passed_over),
            "answer": data(),
        },
    )


def entity(asked: PageRequest) -> Page:
    """All that is known of an entity: its names, its pages, and every fact about it; of each body that sits, or one."""
    told = QUESTIONS["why"].ask(asked.majlis.graph, [asked.path["name"]], {"election": asked.election})
    answers: Sequence[Why] = answers_of(told) or [told]
    answer, several = answers[0], bool(answers_of(told))
    found = answer.subject.candidate
    row = next(row for row in asked.majlis.names().known if row.id == found.id)
    local = asked.snapshot.names.places[found.id]["name_local"]

    def facts(one: Why) -> list[dict[str, Any]]:
        return [{key: value for key, value in fact.to_dict().items() if key != "statements"} for fact in one.facts]

    def data() -> dict[str, Any]:
        of_each = [{"election": one.election.to_dict(), "facts": facts(one)} for one in answers]
        return {
            "id": found.id,
            "kind": found.kind.value,
            "name": found.name,
            "name_local": local,
            "aliases": list(row.aliases),
            "data_version": answer.data_version,
            **({"answers": of_each} if several else {"facts": facts(answer)}),
        }

    context = {
        "notes": once(note for one in (*answers, *([told] if several else [])) for note in one.notes),
        "elections": asked.majlis.graph.elections,
        "here": asked.election,
        "aliases": row.aliases,
        "other": found.name if asked.name(found.id) == local else local,
        "groups": [
            (body_heading(one.election, asked.language), [fact_of(asked, fact, one) for fact in one.facts])
            for one in answers
        ],
    }
    title = heading(asked.name(found.id, found.name))
    context |= about(asked, answer.asked, answer.subject)
    return Page("entity.html", title, data, context, address=asked.url("entity", found.id))


def whole_map(asked: PageRequest) -> Page:
    """The largest list of each council as a map and a table."""
    context = _largest(asked)

    def data() -> dict[str, Any]:
        return {
            "election": asked.majlis.graph.election(asked.election).to_dict(),
            "data_version": asked.majlis.graph.data_version,
            "provinces": [
                {"id": area.id, "name": area.name, "status": area.status, "words": area.words, "seats": area.seats,
                 "most": area.most, "council_size": area.size, "lists": [item.id for item in lists]}
                for area, _, lists in context["rows"]
            ],
        }  # fmt: skip

    sources = sorted_sources(source for _, answer, _ in context["rows"] for source in answer.sources)
    context |= {"cited": all_cited(sources), "notes": asked.majlis.graph.election(asked.election).notes}
    return Page("map.html", asked.say("largest"), data, context, address=asked.url("map"), drawing=context["drawing"])


def _won(asked: PageRequest) -> Largest | None:
    """The lists of the election by their seats; None where there is no election."""
    if not asked.majlis.graph.elections:
        return None
    election = asked.majlis.graph.election(asked.election).id
    found: Largest = asked.snapshot.about_all(QUESTIONS["largest"], (), {"election": election})
    return found


def _largest(asked: PageRequest) -> dict[str, Any]:
    """Each council with its largest lists, and the map of them."""
    councils = asked.snapshot.councils(asked.election)
    areas = largest_areas(councils, asked.snapshot.slots, asked.language)
    places = {id: place for place, id in enumerate(totals(councils))}
    return {
        "rows": [(area, item, by_place(item.largest, places)) for area, item in zip(areas, councils, strict=True)],
        "drawing": largest_drawing(asked),
    }


def network(asked: PageRequest) -> Page:
    """The network: the first page, or the answer about a name, on which the application opens with it."""
    name = asked.path.get("name")
    found = asked.majlis.graph.read_holder(name).candidate.id if name else None
    shown = answer_page(QUESTIONS["where"], replace(asked, path={"name": found})) if found else _network(asked)
    if found and (drawing := around_drawing(asked, found, shown.drawing)):
        shown = replace(shown, drawing=drawing, context={**shown.context, "tied": True})
    return replace(
        shown,
        data=lambda: {"about": found, **asked.snapshot.parts.model(asked.election_id).to_dict()},
        address=asked.url("network", found),
    )


def _network(asked: PageRequest) -> Page:
    """The network of an election as a picture, with what it shows in a sentence and in words."""
    drawing = network_drawing(asked)
    return replace(home(asked), template="network.html", title=drawing.told, drawing=drawing)


def bodies_of(asked: PageRequest | None) -> list[tuple[str, list[tuple[Any, str]]]]:
    """Each body with its elections and what they are called, the latest first."""
    found: dict[str, list[tuple[Any, str]]] = {}
    if asked is None:
        return []
    for election in asked.majlis.graph.elections:
        found.setdefault(body_words(election, asked.language), []).append(
            (election, asked.name(election.id, election.name))
        )
    return list(found.items())


def at_election(asked: PageRequest, shown: Page | None, election: Election, site: bool) -> str:
    """Where a stop on the axis leads: to this page about that election, as of the day of its vote.

    A page that is of no election leads to the usual answer about its name; one about no name, or about another body
    than was elected, to the first page. In a `site` of static files fewer pages are of elections.
    """
    subject = shown.context.get("subject") if shown else None
    if subject and subject.kind in BODIES and (election.body is None or subject.id != election.body.id):
        shown = subject = None
    path, _, query = (shown.address or asked.here if shown else "/").partition("?")
    page = path.split("/")[1]
    row = QUESTIONS.get(page)
    if not (page in SITE_OF_ELECTIONS if site else (row and row.election) or page in _OF_ELECTIONS):
        path, query = asked.url(usual(subject.kind), subject.id).partition("?")[0] if subject else "/", ""
    given = {key: value for key, value in parse_qsl(query) if key != "as_of"}
    lang = {"lang": asked.lang} if asked.lang != USUAL else {}
    return f"{path}?{urlencode(given | lang | {'election': election.id})}"


def elsewhere(asked: PageRequest) -> str | None:
    """The page that answers where one about holders is asked about a province, or the other way, or about both."""
    from .questions import meant

    row = QUESTIONS.get(asked.here.strip("/").partition("/")[0])
    text = asked.text(row.names[0].name) if row and row.names else None
    found = meant(row, text, asked.majlis.graph) if row and text else None
    return asked.url(found.told, found.name, found.province) if found else None


def suggestions(asked: PageRequest, error: CannotAnswerError) -> list[tuple[str, dict[str, Any]]]:
    """The candidates of an error, each with the address of its usual page."""
    others = {"query": "query", "source": "sources"}
    if error.answer["error"] == "question":  # what it names is known: each question that can be asked about it
        if readings := error.answer["readings"]:
            return [_part(asked, **reading) for reading in readings]
        kinds = {row["id"]: Kind(row["kind"]) for row in error.answer["candidates"]}
        return [
            (asked.url(row.name, id), {"id": id, "kind": kind.value, "name": "", "question": row.name})
            for id, kind in kinds.items()
            for row in QUESTIONS.values()
            if kind in row.about and row.fewest < _TWO
        ]
    return [
        (asked.url(others.get(row["kind"]) or usual(Kind(row["kind"])), row["id"]), row)
        for row in error.answer["candidates"]
    ]


def _part(
    asked: PageRequest, page: str, names: Sequence[str], options: Mapping[str, str]
) -> tuple[str, dict[str, Any]]:
    """What was read of a question that is not understood: its address, and what it is about."""
    row = QUESTIONS.get(page)
    parts = row.joined(names) if row else names
    shown = asked.language.listed(isolate(asked.name(text)) for text in (*names, *options.values()))
    return asked.url(page, *parts, **options), {"id": None, "kind": None, "name": shown, "question": page}


# Pages that can be asked for and are no question of the register.
_OTHERS = {"entity": entity, "map": whole_map, "network": network, "query": query, "sources": sources}
