"""The page's data in parts that are opened when they are needed: names, what is of no election, each election.

A part is plain data for JSON. What is said in words is a part for each language. In a file the parts are compressed and
embedded, on a server each has an address; both give the same.
"""

from __future__ import annotations

import contextlib
import gzip
import json
from collections.abc import Iterator, Mapping
from dataclasses import fields
from functools import cached_property, partial
from typing import Any

from graph.stores.protocol import Row
from queries.affiliation.relations import leaders
from queries.affiliation.ties import SHARED
from queries.people.offices import every_term
from queries.then import thens
from queries.view import GraphView
from queries.view.elections import Election
from queries.where.answer import DID_NOT_STAND
from queries.who import who

from ..network.colours import colours_of
from ..network.kept import Telling, quietly
from ..network.placing import Placing
from ..network.view import LEADS, Stager, majorities
from ..network.view import network as network_of
from ..pictures.outlines import Outlines
from ..pictures.palette import Colours
from ..wording.affiliation.relations import relations_sentence
from ..wording.forms import Language
from ..wording.messages import LANGUAGES, USUAL
from ..wording.people.offices import period_words
from ..wording.sitting import body_words, listless, total_words
from ..wording.who import who_sentence
from .answers import Answers, answers_of
from .evidence import Evidence
from .extent import Extent
from .keeping import PARTS, mark_of
from .model import ViewModel, fact_of, plain
from .names import Names
from .pyvis_network import network
from .reading import questions, rules
from .sitting import about_each_body
from .spoken import words
from .view import aliases_of, said, title_of

_NETWORK = "network"
_SITTING = "sitting"
# The names of an entity are in the part of names, what is drawn without words in a model's own fields.
_NAMED = ("name", "label", "name_local", "lang", "aliases", "local_aliases", "kind")


class Parts(Extent):
    """The parts of the page about some elections of a graph, by name; each is made when it is asked for."""

    def __init__(
        self,
        graph: GraphView,
        election: str | None = None,
        outlines: Outlines | None = None,
        stager: Stager | None = None,
        tell: Telling = quietly,
    ) -> None:
        super().__init__(graph, election)
        self._outlines, self._tell = outlines, tell
        self._stager = stager or Placing(graph, tell)
        self._answers: dict[str, Answers] = {}
        self.models: dict[tuple[str, str], ViewModel] = {}

    @cached_property
    def colours(self) -> Colours:
        """The colour of every list, on light and on dark paper, the same through all elections."""
        return colours_of(self._graph, self._tell)

    @property
    def credit(self) -> str:
        """Where the map comes from; empty without one."""
        return self._outlines.source if self._outlines else ""

    @property
    def are_kept(self) -> bool:
        """Whether all parts were kept for this graph."""
        return self._mark is not None and all(PARTS.kept(f"{self._mark}-{name}") is not None for name in self.names)

    @property
    def names(self) -> list[str]:
        """The names of all parts."""
        told = ("common", *self._ids, "history", *([_SITTING] if self.every else []))
        spoken = [f"{part}-{code}" for code in LANGUAGES for part in told]
        return ["rules", "names", "questions", *(f"{_NETWORK}-{id}" for id in self._ids), *spoken]

    @property
    def first(self) -> frozenset[str]:
        """The names of the parts that the page opens with: those of its first election in the usual language."""
        at = self.opening.id
        return frozenset(("rules", "names", f"{_NETWORK}-{at}", f"common-{USUAL}", f"{at}-{USUAL}"))

    @property
    def _ids(self) -> list[str]:
        return [at.id for at in self.elections]

    def packed(self, name: str) -> bytes:
        """A part, compressed, as it was kept for this graph or made now. Raises what `part` raises."""
        found = PARTS.kept(f"{self._mark}-{name}") if self._mark else None
        if found is None:
            found = compressed(self.part(name))
            if self._mark:
                PARTS.keep(f"{self._mark}-{name}", found)
        return found

    @cached_property
    def _mark(self) -> str | None:
        """What the parts are kept under; None for a graph that is in no file, which may change."""
        file = self._graph.file
        with contextlib.suppress(OSError):
            return mark_of(file, self._ids, self.opening.id, self._outlines) if file else None
        return None

    def part(self, name: str) -> dict[str, Any]:
        """A part. Raises KeyError for a name that is none, UsageError for too large a graph, StoreError."""
        if name == "rules":
            return rules()
        if name == "questions":
            return questions(self._graph)
        if name == "names":
            return self._names()
        kind, _, id = name.partition("-")
        if kind == _NETWORK and id in self._ids:
            return network(self.model(id))
        of, _, code = name.rpartition("-")
        if code not in LANGUAGES or of not in ("common", "history", *self._ids, *([_SITTING] if self.every else [])):
            raise KeyError(name)
        match of:
            case "common":
                return self._common(code)
            case "history":
                return self._history(code)
            case "sitting":
                evidence = Evidence(self._claims, self.opening, self._rows.rows, self._rows.language(code))
                return about_each_body(self._graph, self._rows, evidence, code)
            case _:
                return _election(self.model(of, code))

    def model(self, election: str, code: str = USUAL) -> ViewModel:
        """What the page shows of an election in a language."""
        key = election, code
        if key not in self.models:
            answers, version = self._of(election), self._graph.data_version
            usual = None if code == USUAL else self.model(election).network
            if usual:
                self.models[key] = said(answers, version, self._outlines, lambda _: usual, code)
            else:
                alone = majorities(answers.power, answers.at)
                makes = partial(network_of, self._graph, answers.at, self._outlines, self.colours, self._stager, alone)
                self.models[key] = said(answers, version, self._outlines, makes, code)
        return self.models[key]

    def gather(self) -> None:
        """Ask about all elections at once, with as many queries for their names as for one."""
        missing = [at for at in self.elections if at.id not in self._answers]
        found = answers_of(self._graph, missing) if missing else ()
        self._answers |= {answers.at.id: answers for answers in found}

    def _of(self, election: str) -> Answers:
        if election not in self._answers:
            (self._answers[election],) = answers_of(self._graph, [self._graph.election(election)])
        return self._answers[election]

    @cached_property
    def _rows(self) -> Names:
        return Names.of(self._graph)

    @cached_property
    def _claims(self) -> list[Row]:
        return self._graph.run("claims_about", ids=sorted(self._rows.rows))

    def _names(self) -> dict[str, Any]:
        """What each is called, in the usual language and in the country's, and for which kind of thing."""
        found = []
        for id, row in self._rows.rows.items():
            place = self._rows.places[id]
            aliases, local = aliases_of(row)
            named = {
                "id": id,
                "kind": row["kind"],
                "name": row["name"],
                "label": self._rows.labels[id],
                "name_local": place["name_local"],
                "lang": place["lang"],
                "aliases": aliases,
                "local_aliases": local,
            }
            found.append({key: value for key, value in named.items() if value})
        return {"names": found}

    def _common(self, code: str) -> dict[str, Any]:
        """What is of no election: sources, facts and terms of office; all elections; and the words of the page."""
        language = self._rows.language(code)
        found = Evidence(self._claims, self.opening, self._rows.rows, language)
        place = {source.id: at for at, source in enumerate(found.sources)}
        terms = sorted(_terms(self._graph, place, language), key=_begun, reverse=True)
        dates = [at.date for at in self.elections]
        dates += [term[end] for term in terms for end in ("since", "until") if end in term]
        dates.sort(key=lambda date: f"{date}-07"[:10])  # of a year or a month alone about the middle
        return {
            "sources": plain(found.sources),
            "facts": [fact_of(fact) for fact in found.facts[: found.shared]],
            "elections": [_axis(self._graph, at, self._rows, language) for at in self.elections],
            "terms": terms,
            "axis": [dates[0], dates[-1]],
            "say": words(language),
        }

    def _history(self, code: str) -> dict[str, Any]:
        """The seats of each name at each election where an answer tells of any: number, size, whether more, words."""
        self.gather()
        language = self._rows.language(code)
        each = zip(*(self._answers[id].holders for id in self._ids), strict=True)
        found = {}
        for answers in each:
            rows = {
                row.election.id: [row.total or 0, row.size or 0, total_words(row, language)]
                for row in thens(self._graph, answers)
                if (row.total is not None and not listless(row)) or row.status in (SHARED, DID_NOT_STAND)
            }
            if rows:
                found[answers[0].subject.candidate.id] = rows
        return {"seats": found, "led": self._led(language)}

    def _led(self, language: Language) -> dict[str, Any]:
        """Who leads each name that anybody leads, in words, and the places of its sources."""
        sources = Evidence(self._claims, self.opening, self._rows.rows, language).sources
        place = {source.id: at for at, source in enumerate(sources)}
        each = (
            leaders(self._graph, id) for id in sorted({row["b"] for row in self._graph.ties if row["type"] == LEADS})
        )
        return {
            answer.subject.candidate.id: {
                "told": relations_sentence(answer, language),
                "from": [place[source.id] for source in answer.sources if source.id in place],
            }
            for answer in each
        }


def _election(model: ViewModel) -> dict[str, Any]:
    """What is of an election: facts from the first that is not shared on, holders and councils without their names."""
    found = model.to_dict()
    for item in (*found["holders"], *found["councils"]):
        for name in _NAMED:
            item.pop(name, None)
    found["facts"] = found["facts"][model.shared :]
    del found["sources"], found["shared"], found["data_version"]
    drawn = {
        item.name: plain(getattr(model, item.name))
        for item in fields(model)
        if item.name in ("pictures", "slots", "overview", "finding")
    }
    return found | drawn


def _axis(graph: GraphView, at: Election, names: Names, language: Language) -> dict[str, Any]:
    """An election as a stop on the axis of time, and by what a question that says only its year means it."""
    return {
        "id": at.id,
        "date": at.date,
        "day": language.day(at.date),
        "name": title_of(at, names, language),
        "body": body_words(at, language),
        "house": at.body.id if at.body else "",
        "said": who_sentence(who(graph, at.body.id, at), language) if at.body else "",
        "seats": at.seats or 0,
        "voted": [row["id"] for row in graph.councils(at) if row["accounted"]],
    }


def _terms(graph: GraphView, place: Mapping[str, int], language: Language) -> Iterator[dict[str, Any]]:
    """Who held which office, with dates in words."""
    for term in every_term(graph):
        found = {
            "office": term.office.id,
            "figure": term.figure.id,
            "since": term.since,
            "until": term.until or term.succeeded,
            "period": period_words(term, language),
            "places": [one.id for one in term.places or ()],
            "disputed": term.disputed,
            "sources": [place[id] for id in term.first_sources if id in place],
        }
        yield {key: value for key, value in found.items() if value}


def _begun(term: Mapping[str, Any]) -> str:
    return str(term.get("since") or term.get("until") or "")


def compressed(part: object) -> bytes:
    """A part as JSON in gzip, the same bytes each time."""
    text = json.dumps(part, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return gzip.compress(text.encode("utf-8", "replace"), 9, mtime=0)
