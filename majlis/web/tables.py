"""The pages that are tables: coverage, sources, the prepared queries, a user's own Cypher, the schema."""

from __future__ import annotations

import contextlib
import json
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any

from graph.errors import MajlisError, StoreError, UsageError
from graph.gate import LimitError
from graph.kinds import PROVINCES
from graph.names import Matched
from queries.catalogue import GROUPS, Prepared, catalogue
from queries.catalogue import source as text_of
from queries.coverage import PlaceCoverage, SourceCouncil, SourceCoverage, SourceShare
from queries.cypher import free
from queries.cypher import schema as describe
from queries.facts import FactLine
from queries.prepared import check, find, run
from queries.who import NO_VOTE

from ..terminal.rows import cell
from ..wording.coverage import coverage_sentence, lacking_words, source_sentence
from ..wording.forms import percent
from ..wording.notes import note_text
from ..wording.tables import SOURCE_TABLES, TABLES, Table, line_words
from ..wording.why import value_words
from .request import Page, PageRequest, heading

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


def coverage(asked: PageRequest) -> Page:
    """What is missing, single-sourced, unresolved, contradicted, and not covered."""
    answer = asked.snapshot.coverage(asked.election)
    by = _choice(asked, TABLES)
    table = TABLES[by](answer, asked.language)
    no_vote = [place for place in answer.provinces if place.status == NO_VOTE]
    if by in ("province", "matrix"):
        table = replace(table, rows=[place for place in answer.provinces if place.status != NO_VOTE])
    context = {
        "answer": answer,
        "sentence": coverage_sentence(answer, asked.language),
        "by": by,
        "choices": [(choice, asked.url("coverage", by=choice)) for choice in TABLES],
        "lacking": [lacking_words(item, asked.language) for item in answer.not_covered],
        "table": _shown(asked, table),
        "no_vote": no_vote,
        "differing": [
            (asked.say(key), [(fact, *_line(asked, fact, answer.names), _why(asked, fact)) for fact in facts])
            for key, facts in (
                ("coverage.disputed", answer.disputed),
                ("coverage.contradicted", answer.contradicted),
            )
        ],
    }
    return Page("coverage.html", asked.say("nav.coverage"), answer.to_dict, context, address=asked.url("coverage"))


def sources(asked: PageRequest) -> Page:
    """All sources, and what each contributes."""
    answer = run(asked.majlis.graph, "sources")
    shares = asked.snapshot.coverage(asked.election).sources
    return Page("sources.html", asked.say("sources"), answer.to_dict, {"shares": shares}, address=asked.url("sources"))


def source(asked: PageRequest) -> Page:
    """One source: where it stands, what it has and lacks, and every statement it makes."""
    answer: SourceCoverage = asked.majlis.coverage(asked.path["name"], election=asked.election)
    by = _choice(asked, SOURCE_TABLES)
    said = run(asked.majlis.graph, "said_by_source", {"source": answer.source.id})
    names = [column.name for column in said.columns]
    context = {
        "answer": answer,
        "sentence": source_sentence(answer, asked.language),
        "by": by,
        "choices": [(choice, asked.url("sources", answer.source.id, by=choice)) for choice in SOURCE_TABLES],
        "table": _shown(asked, SOURCE_TABLES[by](answer, asked.language)),
        "said": [_statement_words(asked, dict(zip(names, row, strict=True))) for row in said.rows],
    }
    address = asked.url("sources", answer.source.id)
    return Page("source.html", heading(answer.source.title), answer.to_dict, context, address=address)


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
    answer = run(asked.majlis.graph, found.name, given, limit=_limit(asked))
    shares = [column.unit == "share" for column in answer.columns]
    context["table"] = _rows([column.name for column in answer.columns], answer.rows[:_MOST], shares)
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
    context |= {"table": _rows(answer.columns, answer.rows), "cut": answer.cut}
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


def _line(asked: PageRequest, fact: FactLine, names: Mapping[str, str]) -> tuple[str, str]:
    """A fact in words, and its value."""
    value = value_words(fact.value, fact.values, fact.disputed, asked.language)
    return line_words(fact, names, asked.language), value


def _statement_words(asked: PageRequest, row: Mapping[str, Any]) -> dict[str, Any]:
    """A statement in words, with a link to all that is said of the same fact."""
    whole = row["object_text"] or asked.say("election.whole")
    ends = (
        (row["subject"], asked.name(row["subject"]) if row["subject"] else row["subject_text"]),
        (row["object"], asked.name(row["object"]) if row["object"] else whole),
    )
    return dict(row) | {
        "words": asked.linked(row["predicate"], row["of"], *ends),
        "why": asked.url("why", row["subject"], _province(asked, row["object"])) if row["subject"] else None,
    }


def _province(asked: PageRequest, id: str | None) -> str | None:
    """The id, if it is a province's."""
    known = asked.majlis.graph.resolver.candidate(id) if id else None
    return id if known and known.kind in PROVINCES else None


def _why(asked: PageRequest, fact: FactLine) -> str:
    """The address of the statements behind a fact."""
    return asked.url("why", fact.subject, _province(asked, fact.object))


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


def _limit(asked: PageRequest) -> int | None:
    text = asked.given.get("limit", "").strip()
    if not text:
        return None
    if not text.isascii() or not text.isdigit() or len(text) > 9:
        raise UsageError(f"limit={text[:40]}: give a whole number.")
    return int(text)


def _choice(asked: PageRequest, choices: Any) -> str:
    by = asked.given.get("by") or "province"
    if by not in choices:
        raise UsageError(f"by={by[:40]}: use one of {', '.join(choices)}.")
    return by


def _shown(asked: PageRequest, table: Table) -> dict[str, Any]:
    """The columns of a table that have a heading, as text, and the page that each row is about."""
    values = [[column.cell(row) for column in table.shown] for row in table.rows]
    found = _rows([column.heading or "" for column in table.shown], values)
    texts = [[table.text(column, row) for column in table.shown] for row in table.rows]
    return found | {"rows": texts, "links": [_page_of(asked, row) for row in table.rows]}


def _page_of(asked: PageRequest, row: object) -> str | None:
    """The address of the page about what a row of a coverage table stands for."""
    match row:
        case PlaceCoverage() | SourceCouncil():
            return asked.url("who", row.id)
        case SourceShare():
            return asked.url("sources", row.source.id)
        case FactLine():
            return _why(asked, row)
        case _:
            return None


def _share(value: float) -> str:
    """A fraction as a percentage, rounded as every other: 0.0625, which is 1 of 16, is 6.3%."""
    part = Fraction(value).limit_denominator(1_000_000)
    return percent(part.numerator, part.denominator)


def _rows(columns: Sequence[str], rows: Sequence[Sequence[Any]], shares: Sequence[bool] = ()) -> dict[str, Any]:
    """Rows as text, and which columns hold numbers."""
    numbers = [
        bool(rows)
        and all(
            row[at] is None or (isinstance(row[at], (int, float)) and not isinstance(row[at], bool)) for row in rows
        )
        for at in range(len(columns))
    ]
    texts = [
        [
            _share(value) if shares and shares[at] and isinstance(value, (int, float)) else cell(value)
            for at, value in enumerate(row)
        ]
        for row in rows
    ]
    return {"columns": list(columns), "rows": texts, "numbers": numbers}
