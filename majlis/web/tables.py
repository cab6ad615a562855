"""The pages that are tables: all sources, the prepared queries, a user's own Cypher, the schema."""

from __future__ import annotations

import contextlib
import json
import threading
from collections.abc import Iterator
from typing import Any

from graph.errors import MajlisError, StoreError, UsageError
from graph.gate import LimitError
from graph.names import Matched
from queries.catalogue import GROUPS, Prepared, catalogue
from queries.catalogue import source as text_of
from queries.cypher import free
from queries.cypher import schema as describe
from queries.prepared import check, find, run

from ..wording.notes import note_text
from .request import Page, PageRequest, heading
from .rows import rows

_MOST = 500  # rows that a page shows of a prepared query; its JSON has all
_AT_ONCE = 2  # users' texts that run at the same time, each in a process of its own
_PATIENCE = 1.0  # seconds that another text waits for one of these to end
_RESERVED = ("lang", "limit", "election", "as_of")
_running = threading.BoundedSemaphore(_AT_ONCE)
_waiting = threading.BoundedSemaphore(2 * _AT_ONCE)


class BusyError(LimitError):
    """As many texts as may run at once are running."""


class TextError(MajlisError):
    """A user's text failed in the store: it is not run again, and the graph stays open for other questions."""


def sources(asked: PageRequest) -> Page:
    """All sources, and what each contributes."""
    answer = run(asked.majlis.graph, "sources")
    shares = asked.snapshot.coverage(asked.election).sources
    return Page("sources.html", asked.say("sources"), answer.to_dict, {"shares": shares}, address=asked.url("sources"))


def queries(asked: PageRequest) -> Page:
    """The prepared queries by group."""
    found = catalogue()
    groups = [(group, about, [item for item in found if item.group == group]) for group, about in GROUPS.items()]
    return Page("queries.html", asked.say("nav.query"), lambda: [item.to_dict() for item in found], {"groups": groups})


def query(asked: PageRequest) -> Page:
    """A prepared query: a form for what it takes, and its rows once that is given."""
    found = find(asked.path["name"])
    wanted = {parameter.name: parameter for parameter in found.parameters}
    given = {
        key: value for key, value in asked.given.items() if value.strip() and (key in wanted or key not in _RESERVED)
    }
    context: dict[str, Any] = {"query": found, "given": given, "text": text_of(found.name), "table": None}
    needed = [name for name, parameter in wanted.items() if parameter.default is None]
    if needed and not any(key not in _RESERVED for key in given):
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
    context: dict[str, Any] = {"text": text, "parameters": asked.given.get("parameters", ""), "table": None}
    if not text.strip():
        return Page("cypher.html", asked.say("nav.cypher"), lambda: {"columns": [], "rows": [], "cut": False}, context)
    parameters = _parameters(asked)
    with _place(text):
        try:
            answer = free(asked.majlis.graph, text, parameters)
        except StoreError as error:
            raise TextError(str(error)) from error
    context |= {"table": rows(answer.columns, answer.rows), "cut": answer.cut}
    context["notes"] = [note_text(item, asked.language) for item in answer.notes]
    return Page("cypher.html", asked.say("nav.cypher"), answer.to_dict, context)


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


def required(query: Prepared) -> str:
    """What a query must be given, in words."""
    return ", ".join(parameter.name for parameter in query.parameters if parameter.default is None)


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
