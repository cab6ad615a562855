"""The pages that are tables: all sources, the prepared queries, a user's own Cypher, the schema."""

from __future__ import annotations

import contextlib
import json
import threading
from collections.abc import Iterator
from http import HTTPStatus
from typing import Any

from graph.errors import MajlisError, StoreError, UsageError
from graph.gate import LimitError
from graph.names import Matched
from queries.catalogue import GROUPS, catalogue
from queries.catalogue import source as text_of
from queries.cypher import Free, free
from queries.cypher import schema as describe
from queries.prepared import check, find, run

from ..pictures import rows as pictures
from ..register import QUESTIONS
from ..wording.notes import note_text
from .request import Page, PageRequest, heading
from .rows import rows

_MOST = 500  # rows that a page shows of a prepared query; its JSON has all
_AT_ONCE = 2  # users' texts that run at the same time, each in a process of its own
_PATIENCE = 1.0  # seconds that another text waits for one of these to end
# Texts that each show something else: nodes, ties, paths, numbers, sources.
_EXAMPLES = {
    "cypher.example.ties": "MATCH (a:Entity)-[r:LEADS]->(b:Alliance) RETURN a, r, b ORDER BY r.id LIMIT 12",
    "cypher.example.path": (
        "MATCH p = (f:Figure)-[:LEADS|MEMBER_OF*1..3]->(b:Bloc) RETURN p ORDER BY f.id, b.id LIMIT 12"
    ),
    "cypher.example.seats": (
        "MATCH (l:Entity)-[r:HOLDS_SEATS]->(p:Province)\nRETURN p.name AS province, l.name AS list, r.seats AS seats, "
        "r.election AS election\nORDER BY seats DESC, province, list, p.id, l.id LIMIT 20"
    ),
    "cypher.example.sources": (
        "MATCH (s:Statement)-[:FROM]->(src:Source)\nRETURN src.title AS source, count(s) AS statements\n"
        "ORDER BY statements DESC, source LIMIT 20"
    ),
}
_RESERVED = ("lang", "limit", "election", "as_of")
_running = threading.BoundedSemaphore(_AT_ONCE)
_waiting = threading.BoundedSemaphore(2 * _AT_ONCE)


class BusyError(LimitError):
    """As many texts as may run at once are running."""

    status = HTTPStatus.SERVICE_UNAVAILABLE


class TextError(MajlisError):
    """A user's text failed in the store: it is not run again, and the graph stays open for other questions."""

    status = HTTPStatus.SERVICE_UNAVAILABLE


def sources(asked: PageRequest) -> Page:
    """All sources, and what each contributes."""
    answer = run(asked.majlis.graph, "sources")
    shares = asked.snapshot.about_all(QUESTIONS["coverage"], (), {"election": asked.election_id}).sources
    return Page("sources.html", asked.say("sources"), answer.to_dict, {"shares": shares}, address=asked.url("sources"))


def queries(asked: PageRequest) -> Page:
    """The prepared queries by group."""
    found = catalogue()
    groups = [(group, about, [item for item in found if item.group == group]) for group, about in GROUPS.items()]
    return Page("queries.html", asked.say("nav.query"), lambda: [item.to_dict() for item in found], {"groups": groups})


def query(asked: PageRequest) -> Page:
    """A prepared query: a form for what it takes, and its rows once that is given."""
    found = find(asked.path["name"])
    wanted = {parameter.name for parameter in found.parameters}
    given = {
        key: value for key, value in asked.given.items() if value.strip() and (key in wanted or key not in _RESERVED)
    }
    context: dict[str, Any] = {"query": found, "given": given, "text": text_of(found.name), "table": None}
    if found.needed and not any(key not in _RESERVED for key in given):
        return Page("query.html", heading(found.question), found.to_dict, context)
    check(found, given)
    answer = run(asked.majlis.graph, found.name, given, limit=asked.whole("limit"))
    shares = [column.unit == "share" for column in answer.columns]
    context["table"] = rows([column.name for column in answer.columns], answer.rows[:_MOST], shares)
    context["cut"] = answer.cut or len(answer.rows) > _MOST
    context["readings"] = [
        (text, subject.candidate) for text, subject in answer.readings if subject.matched is Matched.FUZZY
    ]
    return Page("query.html", heading(found.question), answer.to_dict, context)


def cypher(asked: PageRequest) -> Page:
    """A user's own text, read-only and within limits; without one the box alone."""
    text = asked.given.get("text", "")
    parameters_text = asked.given.get("parameters", "")
    examples = [(asked.say(key), asked.url("cypher", text=text)) for key, text in _EXAMPLES.items()]
    context: dict[str, Any] = {"text": text, "parameters": parameters_text, "table": None, "examples": examples}
    if not text.strip():
        return Page("cypher.html", asked.say("nav.cypher"), lambda: {"columns": [], "rows": [], "cut": False}, context)
    parameters = _parameters(asked)
    with _place(text):
        try:
            answer = free(asked.majlis.graph, text, parameters)
        except StoreError as error:
            raise TextError(str(error)) from error
    context |= {
        "table": rows(answer.columns, [list(map(_short, row)) for row in answer.rows]),
        "cut": answer.cut,
        **_drawn(asked, answer),
    }
    context["notes"] = [note_text(item, asked.language) for item in answer.notes]
    return Page("cypher.html", asked.say("nav.cypher"), answer.to_dict, context)


def _drawn(asked: PageRequest, answer: Free) -> dict[str, Any]:
    """The nodes and ties in the rows as a picture, and how many are left out; nothing where the rows hold none."""
    graph = asked.majlis.graph
    ends = {row["fact"]: (row["a"], row["b"]) for row in graph.ties} if _has_ties(answer) else {}
    names = {
        id: pictures.Node(id, known.name, known.kind)
        for id in {id for pair in ends.values() for id in pair}
        if (known := graph.resolver.candidate(id))
    }
    found = pictures.drawn(answer.rows, ends, names)
    if not found.nodes:
        return {}
    found.nodes = {id: pictures.Node(id, asked.name(id, node.name), node.kind) for id, node in found.nodes.items()}
    said = {
        "nodes": asked.language.counted("node", len(found.nodes)),
        "ties": asked.language.counted("drawn_tie", len(found.ties)),
    }
    title = asked.say("cypher.drawn", **said)
    return {
        "drawn": pictures.picture(found, asked.snapshot.slots, title, title).inline(),
        "drawn_words": title,
        "drawn_more": found.more,
    }


def _short(value: object) -> object:
    """A node as its name, a tie as its type, a path as both in turn; JSON has them whole."""
    if isinstance(value, list):
        return [_short(item) for item in value]
    if not isinstance(value, dict):
        return value
    if isinstance(value.get("nodes"), list):
        first, *others = map(_short, value["nodes"])
        ties = [item["type"] for item in value["relationships"]]
        return " ".join([str(first), *(f"{tie} {node}" for tie, node in zip(ties, others, strict=False))])
    properties = value.get("properties")
    if isinstance(properties, dict) and "labels" in value:
        return properties.get("name") or properties.get("title") or properties.get("id")
    return value["type"] if isinstance(properties, dict) and "type" in value else value


def _has_ties(answer: Free) -> bool:
    return any(
        isinstance(value, dict) and "type" in value and "start" not in value for row in answer.rows for value in row
    )


@contextlib.contextmanager
def _place(text: str) -> Iterator[None]:
    """One of the places in which texts run. Few wait for one, so that other pages never lack a thread."""
    free = _running.acquire(blocking=False)
    if not free and _waiting.acquire(blocking=False):
        try:
            free = _running.acquire(timeout=_PATIENCE)
        finally:
            _waiting.release()
    if not free:
        raise BusyError("busy", text, f"{_AT_ONCE} texts are running, and no more run at once. Ask again in a moment.")
    try:
        yield
    finally:
        _running.release()


def schema(asked: PageRequest) -> Page:
    """Labels, edges and properties, each with an example that can be run."""
    answer = describe()
    return Page("schema.html", asked.say("nav.schema"), answer.to_dict, {"answer": answer})


def _parameters(asked: PageRequest) -> dict[str, object]:
    """The parameters of a text. Raises UsageError where they are no JSON map."""
    text = asked.given.get("parameters", "").strip()
    try:
        found = json.loads(text) if text else {}
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise UsageError('parameters are written as a JSON map: {"id": "nabni"}')
    return found
