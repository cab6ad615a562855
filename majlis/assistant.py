"""The assistants' server: the questions of the register as tools that only read, over the Model Context Protocol.

An answer comes as a sentence with its sources, and whole as data. Words of documents (quotes, titles, names) are
material in it and never instructions: each result says so.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from functools import partial
from io import TextIOWrapper
from typing import TYPE_CHECKING, Any

import anyio
import mcp_types as types
from mcp.server.lowlevel import Server
from mcp.server.stdio import stdio_server
from mcp.shared.exceptions import MCPError

from graph.errors import MajlisError, UsageError
from graph.gate import LONGEST
from queries.catalogue import catalogue, prepared
from queries.cypher import ROWS, free, schema
from queries.prepared import run

from . import __version__
from .assistant_input import Lines, Messages, checked, shown
from .question import Parameter, Question
from .register import QUESTIONS
from .wording.forms import ENGLISH
from .wording.messages import say
from .wording.notes import note_text

if TYPE_CHECKING:
    from mcp.server.context import ServerRequestContext

    from . import Majlis

_Answer = Callable[[Mapping[str, Any]], dict[str, Any]]
_TEXT = {"type": "string"}
_TYPES: Mapping[str, dict[str, Any]] = {
    "count": {"type": "integer", "minimum": 0, "maximum": 1_000_000},
    "threshold": {"type": "number", "minimum": 0, "maximum": 100},
    "flag": {"type": "boolean"},
}
_ELECTION = _TEXT | {"description": "An election by id or year, the last of a body, or 'latest'; else what sits now."}
_AS_OF = _TEXT | {"description": "Who led, joined and held office on this day, as 2024, 2024-05 or 2024-05-31."}
_MOST_ROWS = 200  # of a text's answer, where the assistant does not say
_RESOURCES = {
    "majlis://schema": "Labels, relationships and properties of the graph, each with an example in Cypher.",
    "majlis://queries": "The prepared queries: question, parameters and columns of each.",
    "majlis://sources": "Every source of the data: title, publisher, date, address.",
}


async def serve(majlis: Majlis) -> None:
    """Answer one assistant on standard input and output until it leaves."""
    made = server(majlis)
    # As the SDK opens it: bytes that are no UTF-8 are marks of lost letters.
    lines: Any = Lines(anyio.wrap_file(TextIOWrapper(sys.stdin.buffer, encoding="utf-8", errors="replace")))
    async with stdio_server(stdin=lines) as (reads, writes):
        messages: Any = Messages(reads, writes)
        await made.run(messages, writes, made.create_initialization_options())


def server(majlis: Majlis) -> Server[Any]:
    """The server on an open graph: its tools, its resources, and nothing that writes."""
    tools, answers = _tools(majlis)
    named = {tool.name: tool for tool in tools}

    async def list_tools(_: ServerRequestContext[Any], __: object) -> types.ListToolsResult:
        return types.ListToolsResult(tools=tools)

    async def call_tool(_: ServerRequestContext[Any], asked: types.CallToolRequestParams) -> types.CallToolResult:
        return await anyio.to_thread.run_sync(_called, named, answers, asked.name, asked.arguments or {})

    async def list_resources(_: ServerRequestContext[Any], __: object) -> types.ListResourcesResult:
        found = [
            types.Resource(uri=uri, name=uri.partition("://")[2], description=text, mime_type="application/json")
            for uri, text in _RESOURCES.items()
        ]
        return types.ListResourcesResult(resources=found)

    async def read_resource(
        _: ServerRequestContext[Any], asked: types.ReadResourceRequestParams
    ) -> types.ReadResourceResult:
        try:
            text = await anyio.to_thread.run_sync(_resource, majlis, str(asked.uri))
        except UsageError as error:
            raise MCPError(types.INVALID_PARAMS, str(error)) from error
        content = types.TextResourceContents(uri=asked.uri, mime_type="application/json", text=text)
        return types.ReadResourceResult(contents=[content])

    return Server(
        "majlis",
        version=__version__,
        instructions=say("en", "assistant.instructions"),
        on_list_tools=list_tools,
        on_call_tool=call_tool,
        on_list_resources=list_resources,
        on_read_resource=read_resource,
    )


def _tools(majlis: Majlis) -> tuple[list[types.Tool], dict[str, _Answer]]:
    """The tools with what answers each: the questions of the register, prepared queries, and a text in Cypher."""
    tools = [_tool(row.name, "\n\n".join((row.help, *row.examples)), *_given(row)) for row in QUESTIONS.values()]
    answers: dict[str, _Answer] = {row.name: partial(_ask, majlis, row) for row in QUESTIONS.values()}
    names = {"type": "string", "enum": [found.name for found in catalogue()]}
    values = {"type": "object", "description": "Values of the parameters that majlis://queries names."}
    asked = {"name": names, "parameters": values, "election": _ELECTION}
    tools.append(_tool("query", say("en", "assistant.query"), asked, ["name"]))
    answers["query"] = partial(_query, majlis)
    given = {
        "text": _TEXT | {"description": "One statement that only reads, as openCypher has it.", "maxLength": LONGEST},
        "parameters": {"type": "object"},
        "rows": {"type": "integer", "minimum": 1, "maximum": ROWS},
    }
    tools.append(_tool("cypher", say("en", "assistant.cypher"), given, ["text"]))
    answers["cypher"] = partial(_cypher, majlis)
    return tools, answers


def _tool(name: str, text: str, properties: Mapping[str, Any], required: list[str]) -> types.Tool:
    takes = {"type": "object", "properties": properties, "required": required, "additionalProperties": False}
    reads = types.ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=False)
    return types.Tool(name=name, description=text, input_schema=takes, annotations=reads)


def _given(row: Question) -> tuple[dict[str, Any], list[str]]:
    """What a question takes as JSON Schema, and what it needs."""
    found = {item.name: _takes(item) for item in (*row.names, *row.asked_with)}
    if row.election:
        found.setdefault("election", _ELECTION)
    if row.dated:
        found.setdefault("as_of", _AS_OF)
    return found, [item.name for item in row.names if item.required]


def _takes(item: Parameter) -> dict[str, Any]:
    about = {"description": item.help or item.shown or item.reads}
    if item.several:
        return {"type": "array", "items": _TEXT, "minItems": item.several if item.required else 0, **about}
    return {**_TYPES.get(item.reads, _TEXT), **about}


def _called(
    tools: Mapping[str, types.Tool], answers: Mapping[str, _Answer], name: str, given: Mapping[str, Any]
) -> types.CallToolResult:
    """The result of a call; an error of ours is one that the assistant may read and mend."""
    try:
        if name not in answers:
            raise UsageError(f"there is no tool {shown(name)!r}. Tools: {', '.join(answers)}.")
        answer = answers[name](checked(tools[name], given))
    except MajlisError as error:
        return types.CallToolResult(content=[types.TextContent(type="text", text=str(error))], is_error=True)
    said = "\n".join([answer["sentence"], *(f"[{n}] {text}" for n, text in enumerate(answer["sources"], 1))]).strip()
    whole = types.TextContent(type="text", text=json.dumps(answer, ensure_ascii=False))
    content: list[Any] = [types.TextContent(type="text", text=said), whole] if said else [whole]
    return types.CallToolResult(content=content, structured_content=answer)


def _ask(majlis: Majlis, row: Question, given: Mapping[str, Any]) -> dict[str, Any]:
    """The answer of a question: its sentence, the sources that this rests on, and all of it."""
    if missing := [name for name in _given(row)[1] if not given.get(name)]:
        raise UsageError(f"{row.name} needs {', '.join(missing)}: {row.examples[0]}.")
    names: list[str | None] = []
    for item in row.names:
        value = given.get(item.name)
        names += map(str, value or ()) if item.several else [value]
    options = {name: value for name, value in given.items() if name not in {item.name for item in row.names}}
    answer = row.ask(majlis.graph, names, options)
    cited = [ENGLISH.cite(source) for source in row.cited_of(answer)]
    return _whole(
        row.sentence_of(answer, ENGLISH),
        [f"{one.words} {one.address or ''}".strip() for one in cited],
        answer.to_dict(),
        majlis.graph.data_version,
    )


def _query(majlis: Majlis, given: Mapping[str, Any]) -> dict[str, Any]:
    values = dict(given.get("parameters") or {})
    if given.get("election"):
        values["election"] = given["election"]
    name = str(given.get("name", ""))
    answer = run(majlis.graph, name, values)
    return _whole(prepared(name).question, [], answer.to_dict(), majlis.graph.data_version)


def _cypher(majlis: Majlis, given: Mapping[str, Any]) -> dict[str, Any]:
    answer = free(
        majlis.graph, str(given.get("text", "")), given.get("parameters"), rows=int(given.get("rows") or _MOST_ROWS)
    )
    return _whole(" ".join(map(note_text, answer.notes)), [], answer.to_dict(), majlis.graph.data_version)


def _whole(sentence: str, sources: list[str], answer: object, data_version: str) -> dict[str, Any]:
    return {
        "sentence": sentence,
        "sources": sources,
        "data_version": data_version,
        "material": say("en", "assistant.material"),
        "answer": answer,
    }


def _resource(majlis: Majlis, uri: str) -> str:
    """A resource as JSON. Raises UsageError for an address that is none."""
    made: Mapping[str, Callable[[], Any]] = {
        "majlis://schema": lambda: schema().to_dict(),
        "majlis://queries": lambda: [found.to_dict() for found in catalogue()],
        "majlis://sources": lambda: majlis.graph.run("sources"),
    }
    if uri not in made:
        raise UsageError(f"there is no resource {shown(uri)!r}. Resources: {', '.join(made)}.")
    return json.dumps(made[uri](), ensure_ascii=False)
