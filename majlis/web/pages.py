"""The pages that are no question of the register: questions in words, an entity, the map, the network."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from graph.errors import CannotAnswerError, UsageError
from graph.kinds import Kind
from queries.plain import once
from queries.view.evidence import sorted_sources

from ..question import answers_of
from ..register import QUESTIONS, usual
from ..wording.forms import isolate
from ..wording.sitting import body_heading
from .answers import about, answer_page
from .home import home, largest_of
from .layouts import all_cited, fact_of
from .pictures import around_drawing, network_drawing
from .request import Page, PageRequest, heading
from .tables import query, sources

if TYPE_CHECKING:
    from queries.why import Why

_LONGEST = 300  # letters of a question
_TWO = 2  # names: more than one page is about


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
    known = asked.snapshot.about_all(QUESTIONS["names"], (), {}).known
    row = next(row for row in known if row.id == found.id)
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
    context = largest_of(asked)

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
