"""The pages that answer: in words, where, who, why, of one entity, power, and the map."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from graph.errors import CannotAnswerError, UsageError
from graph.kinds import HOLDERS, PROVINCES, Kind
from graph.names import Matched
from queries.council_power import CouncilInfluence
from queries.view import Subject, sorted_sources
from queries.where import Where
from queries.why import DecidedFact, Why

from ..pictures import map as maps
from ..pictures.areas import Area, areas_of, by_colour, largest_areas
from ..pictures.hemicycle import hemicycle, legend
from ..pictures.palette import within
from ..pictures.svg import Picture
from ..wording.coverage import coverage_sentence
from ..wording.forms import isolate
from ..wording.power import council_sentence, holder_sentence, table_sentence
from ..wording.where import cell_words, where_sentence
from ..wording.who import turnout_words, who_sentence
from ..wording.why import decision_words, fact_words
from .examples import examples
from .questions import read
from .request import Cited, Page, PageRequest, heading
from .tables import coverage, sources

_LONGEST = 300  # letters of a question
# The pages about an entity, by what it is.
PAGES = (
    ("where", HOLDERS),
    ("who", PROVINCES),
    ("influence", HOLDERS | PROVINCES),
    ("why", frozenset(Kind)),
    ("entity", frozenset(Kind)),
    ("network", HOLDERS),
)


def home(asked: PageRequest) -> Page:
    """The question box, and what one may ask."""

    def data() -> dict[str, Any]:
        return {
            "data_version": asked.majlis.graph.data_version,
            "elections": [election.to_dict() for election in asked.majlis.graph.elections],
            "examples": examples(asked),
        }

    context = {
        "examples": examples(asked),
        "elections": asked.majlis.graph.elections,
        "here": asked.majlis.graph.election(asked.election),
        "sentence": coverage_sentence(asked.snapshot.coverage(asked.election), asked.language),
        **_largest(asked),
    }
    return Page("home.html", asked.say("title"), data, context)


def ask(asked: PageRequest) -> Page:
    """The answer to a question in words, with its stable address."""
    text = asked.given.get("q", "").strip()
    if not text:
        return home(asked)
    if len(text) > _LONGEST:
        raise UsageError(f"a question has at most {_LONGEST} letters, this one has {len(text)}.")
    question = read(text, asked.majlis.graph.resolver)
    path = {key: value for key, value in (("name", question.name), ("province", question.province)) if value}
    shown = _PAGES[question.page](replace(asked, path=path))
    address = shown.address or asked.url(question.page)
    data = shown.data
    return replace(
        shown,
        address=address,
        data=lambda: {"asked": text, "page": question.page, "address": address, "answer": data()},
    )


def where(asked: PageRequest) -> Page:
    """Where X holds seats: sentence, table, map, sources."""
    answer = asked.majlis.where(asked.path["name"], election=asked.election, as_of=asked.as_of)
    return _where_page(asked, answer)


def _where_page(asked: PageRequest, answer: Where) -> Page:
    held = [council for council in answer.provinces if council.status == "seats"]
    rest = [council for council in answer.provinces if council.status != "seats"]
    places = [place for council in held for place in council.locators]
    places += [place for council in rest if council.status != "none" for place in council.locators[:2]]
    places += [place for item in answer.lists for place in item.locators[:1]]
    areas = areas_of(answer, asked.language)
    found = answer.subject.candidate
    sentence = where_sentence(answer, asked.language)
    context = {
        "answer": answer,
        "sentence": sentence,
        "reading": _reading(asked, answer.subject),
        "held": held,
        "rest": rest,
        "words": {council.id: cell_words(council, answer, asked.language) for council in answer.provinces},
        "several": sum(item.relation != "shared" for item in answer.lists) > 1,
        "cited": Cited.of(answer.sources, places),
        "map": _map(asked, areas, heading(asked.name(found.id, found.name)), sentence),
        "most": max((council.seats or 0 for council in held), default=1),
    }
    title = heading(asked.name(found.id, found.name), asked.say("where"))
    return Page(
        "where.html",
        title,
        answer.to_dict,
        context | _about(asked, answer.subject),
        address=asked.url("where", found.id),
    )


def who(asked: PageRequest) -> Page:
    """Who holds a council: sentence, hemicycle, table, offices, sources."""
    answer = asked.majlis.who(asked.path["name"], election=asked.election, as_of=asked.as_of)
    _, slots = asked.snapshot.councils(asked.election)
    place = answer.subject.candidate
    places = [place for item in answer.lists for place in item.locators]
    places += [(source, "") for term in answer.offices for source in term.first_sources]
    rows = legend(answer, slots, asked.language)
    context = {
        "answer": answer,
        "sentence": who_sentence(answer, asked.language),
        "turnout": turnout_words(answer, asked.language),
        "reading": _reading(asked, answer.subject),
        "legend": {row.id: row for row in rows},
        "hemicycle": hemicycle(answer, slots, asked.language).inline() if answer.lists else "",
        "cited": Cited.of(answer.sources, places),
    }
    title = heading(asked.name(place.id, place.name), asked.say("who"))
    return Page(
        "who.html", title, answer.to_dict, context | _about(asked, answer.subject), address=asked.url("who", place.id)
    )


def why(asked: PageRequest) -> Page:
    """Who says what, which statement counts, and the reason."""
    answer = asked.majlis.why(asked.path["name"], asked.path.get("province"), election=asked.election)
    found, place = answer.subject.candidate, answer.province.candidate if answer.province else None
    council: Area | None = None
    if place and found.kind in HOLDERS:
        held = asked.majlis.where(found.id, election=asked.election, as_of=asked.as_of)
        council = next((area for area in areas_of(held, asked.language) if area.id == place.id), None)
    name = asked.name(found.id, found.name)
    title = asked.say("why.in", name=heading(name), place=heading(asked.name(place.id, place.name))) if place else ""
    context = {
        "answer": answer,
        "council": council,
        "facts": [_fact_words(asked, fact, answer) for fact in answer.facts],
        "reading": _reading(asked, answer.subject),
    }
    address = asked.url("why", found.id, place.id if place else None)
    title = title or asked.say("why.about", name=heading(name))
    return Page("why.html", title, answer.to_dict, context | _about(asked, answer.subject), address=address)


def _fact_words(asked: PageRequest, fact: DecidedFact, answer: Why) -> dict[str, Any]:
    """A fact in words: what it is about, its value, and whether it counts."""
    first, language, here = fact.statements[0], asked.language, answer.subject.candidate.id
    subject, object = first.subject_text, first.object_text or asked.say("election.whole")
    if fact.subject:
        subject = asked.name(fact.subject, answer.names.get(fact.subject, ""))
    if fact.object:
        object = asked.name(fact.object, answer.names.get(fact.object, ""))
    ends = ((id if id != here else None, name) for id, name in ((fact.subject, subject), (fact.object, object)))
    return {
        "fact": fact,
        "words": fact_words(fact.predicate, isolate(subject), isolate(object), first.of, language),
        "linked": asked.linked(fact.predicate, first.of, *ends),
        "value": decision_words(fact.value, fact.values, fact.disputed, fact.counts or fact.id is None, language),
    }


def entity(asked: PageRequest) -> Page:
    """All that is known of an entity: its names, its pages, and every fact about it."""
    answer = asked.majlis.why(asked.path["name"], election=asked.election)
    found = answer.subject.candidate
    row = next(row for row in asked.majlis.names(found.id).known if row.id == found.id)
    local, _ = asked.snapshot.local_names.get(found.id, (None, ""))

    def data() -> dict[str, Any]:
        return {
            "id": found.id,
            "kind": found.kind.value,
            "name": found.name,
            "name_local": local,
            "aliases": list(row.aliases),
            "data_version": answer.data_version,
            "facts": [
                {key: value for key, value in fact.to_dict().items() if key != "statements"} for fact in answer.facts
            ],
        }

    context = {
        "answer": answer,
        "aliases": row.aliases,
        "other": found.name if asked.name(found.id) == local else local,
        "facts": [_fact_words(asked, fact, answer) for fact in answer.facts],
        "reading": _reading(asked, answer.subject),
    }
    title = heading(asked.name(found.id, found.name))
    return Page(
        "entity.html", title, data, context | _about(asked, answer.subject), address=asked.url("entity", found.id)
    )


def influence(asked: PageRequest) -> Page:
    """Power in a council, of a name over all councils, or in all councils."""
    if "name" not in asked.path:
        table = asked.majlis.influence(election=asked.election)
        context: dict[str, Any] = {
            "answer": table,
            "sentence": table_sentence(table, asked.language),
            "cited": Cited.of(table.sources, [(source.id, "") for source in table.sources]),
        }
        return Page(
            "influence.html", asked.say("influence.all"), table.to_dict, context, address=asked.url("influence")
        )
    answer = asked.majlis.influence(asked.path["name"], election=asked.election)
    if isinstance(answer, CouncilInfluence):
        subject, sources = answer.council.subject, answer.council.sources
        sentence, template, key = council_sentence(answer, asked.language), "influence_council.html", "influence.in"
    else:
        subject, sources = answer.where.subject, answer.where.sources
        sentence, template, key = holder_sentence(answer, asked.language), "influence_name.html", "influence.of"
    found = subject.candidate
    context = {
        "answer": answer,
        "rows": answer.to_dict(),
        "sentence": sentence,
        "reading": _reading(asked, subject),
        "cited": Cited.of(sources, [(source.id, "") for source in sources]),
    }
    title = asked.say(key, name=heading(asked.name(found.id, found.name)))
    return Page(
        template, title, answer.to_dict, context | _about(asked, subject), address=asked.url("influence", found.id)
    )


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

    found = {source.id: source for _, answer, _ in context["rows"] for source in answer.sources}
    sources = sorted_sources(found.values())
    context |= {
        "cited": Cited.of(sources, [(source.id, "") for source in sources]),
        "notes": asked.majlis.graph.election(asked.election).notes,
    }
    return Page("map.html", asked.say("largest"), data, context, address=asked.url("map"))


def _largest(asked: PageRequest) -> dict[str, Any]:
    """Each council with its largest lists, and the map of them."""
    councils, slots = asked.snapshot.councils(asked.election)
    slots = within(slots, sorted({item.id for answer in councils for item in answer.leading}))
    areas = largest_areas(councils, slots, asked.language)
    return {
        "rows": [(area, item, by_colour(item.leading, slots)) for area, item in zip(areas, councils, strict=True)],
        "map": _map(asked, areas, asked.say("largest"), asked.say("stripes")),
    }


def network(asked: PageRequest) -> Page:
    """The interactive page, as `majlis show` writes it, opened on a name if one is given."""
    name = asked.path.get("name")
    found = asked.majlis.graph.read_holder(name).candidate.id if name else None
    return Page(
        "",
        asked.say("nav.network"),
        lambda: {"about": found, **asked.snapshot.whole(asked.election).to_dict()},
        address=asked.url("network", found),
        document=asked.snapshot.interactive(asked.election, found, asked.url("")),
    )


def _map(asked: PageRequest, areas: Sequence[Area], title: str, text: str) -> str:
    outlines = asked.snapshot.outlines
    if outlines is None or len(maps.unplaced(areas, outlines)) == len(areas):
        return ""
    drawn: Picture = maps.provinces(areas, outlines, title, text)
    return drawn.inline()


def _reading(asked: PageRequest, subject: Subject) -> str:
    """What was asked, where it was read by a guess."""
    return asked.path["name"] if subject.matched is Matched.FUZZY else ""


def _about(asked: PageRequest, subject: Subject) -> dict[str, Any]:
    """The other pages about the same entity."""
    found = subject.candidate
    return {
        "subject": found,
        "pages": [(page, asked.url(page, found.id)) for page, kinds in PAGES if found.kind in kinds],
    }


def elsewhere(asked: PageRequest) -> str | None:
    """The page that answers where `where` is asked about a province, `who` about a name, or either about both."""
    page, _, _ = asked.here.strip("/").partition("/")
    if page not in ("where", "who"):
        return None
    question = read(asked.path["name"], asked.majlis.graph.resolver)
    known = asked.majlis.graph.resolver.ask(question.name or "", frozenset(Kind)).candidates
    return asked.url(question.page, question.name, question.province) if known and question.page != page else None


def suggestions(asked: PageRequest, error: CannotAnswerError) -> list[tuple[str, dict[str, Any]]]:
    """The candidates of an error, each with the address of its usual page."""
    usual = {"query": "query", "source": "sources"} | {
        kind.value: next(page for page, kinds in PAGES if kind in kinds and page not in ("influence", "why"))
        for kind in Kind
    }
    return [(asked.url(usual[row["kind"]], row["id"]), row) for row in error.answer["candidates"]]


_PAGES = {
    "where": where,
    "who": who,
    "why": why,
    "influence": influence,
    "entity": entity,
    "map": whole_map,
    "coverage": coverage,
    "sources": sources,
}
