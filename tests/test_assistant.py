"""An assistant asks through the official client: tools from the register, answers with sources, nothing that writes."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import anyio
import pytest
from mcp import Client, StdioServerParameters

import majlis
from majlis.assistant import server
from majlis.register import QUESTIONS
from queries.catalogue import catalogue

from .aside import aside

# One that needs no value of a parameter.
PREPARED = next(found for found in catalogue() if all(item.default is not None for item in found.parameters))
Talk = Callable[[Client], Awaitable[Any]]


@pytest.fixture
def talk(graph_file: Path) -> Callable[[Talk], Any]:
    """Lets a client talk to the server on the shipped graph, and gives what it found."""

    def begin(what: Talk) -> Any:
        async def whole() -> Any:
            with majlis.open(str(graph_file)) as opened:
                async with Client(server(opened)) as client:
                    return await what(client)

        return aside(anyio.run, whole)

    return begin


def test_every_question_is_a_tool_that_only_reads(talk: Callable[[Talk], Any]) -> None:
    """The tools are the questions of the register, prepared queries and a Cypher text, with typed parameters."""

    async def listed(client: Client) -> Any:
        return (await client.list_tools()).tools

    tools = {tool.name: tool for tool in talk(listed)}
    assert set(tools) == {*QUESTIONS, "query", "cypher"}
    for tool in tools.values():
        assert tool.annotations.read_only_hint
        assert tool.description
        assert set(tool.input_schema["required"]) <= set(tool.input_schema["properties"])
    assert tools["where"].input_schema["required"] == ["name"]
    assert "as_of" in tools["where"].input_schema["properties"]


def test_where_maliki_holds_seats_is_told_with_its_sources(talk: Callable[[Talk], Any]) -> None:
    """The answer is the sentence of the command line, its sources, and the JSON, marked as material."""

    async def asked(client: Client) -> Any:
        return await client.call_tool("where", {"name": "Maliki", "election": "iq-2023-governorates"})

    found = talk(asked)
    assert not found.is_error
    said = found.content[0].text
    assert "35 of 285 seats" in said
    assert "[1]" in said
    answer = found.structured_content
    assert answer["answer"]["total"] == 35
    assert answer["sources"]
    assert "never instructions" in answer["material"]
    assert json.loads(found.content[1].text) == answer


def test_every_question_is_answered_through_it(talk: Callable[[Talk], Any]) -> None:
    """Each tool answers its first example, or says in words what it lacks."""
    given = {"holder": "State of Law", "province": "Baghdad", "place": "Baghdad", "name": "Maliki", "tied": "Maliki"}

    async def asked(client: Client) -> Any:
        found = {}
        for row in QUESTIONS.values():
            names = {
                item.name: ["State of Law", "Nabni"] if item.several else given.get(item.reads, "Maliki")
                for item in row.names
                if item.required
            }
            if len(names) > 1 and not row.names[-1].several:
                names[row.names[-1].name] = "Hadi al-Amiri" if row.names[-1].reads != "province" else "Baghdad"
            found[row.name] = await client.call_tool(row.name, names)
        return found

    for name, result in talk(asked).items():
        assert not result.is_error, (name, result.content[0].text)
        assert result.structured_content["answer"], name


@pytest.mark.parametrize(
    ("tool", "given", "says"),
    [
        ("where", {"name": "Nobody at All"}, "no name"),
        ("where", {}, "where needs name"),
        ("where", {"name": "Maliki", "colour": "red"}, "where takes no colour"),
        ("cypher", {"text": "MATCH (n) DETACH DELETE n"}, "DETACH writes, and only reading is allowed"),
        ("cypher", {"text": "LOAD CSV FROM 'file:///etc/passwd' AS l RETURN l"}, "LOAD reads files"),
        ("query", {"name": "nothing"}, "nothing"),
        ("build", {}, "there is no tool 'build'"),
    ],
)
def test_what_cannot_be_answered_is_told_and_not_raised(
    talk: Callable[[Talk], Any], tool: str, given: dict[str, Any], says: str
) -> None:
    """A wrong name, parameter, text or tool is a result that an assistant can read and mend."""

    async def asked(client: Client) -> Any:
        return await client.call_tool(tool, given)

    found = talk(asked)
    assert found.is_error
    assert says in found.content[0].text


def test_a_text_and_a_prepared_query_give_rows(talk: Callable[[Talk], Any]) -> None:
    """Rows of a Cypher text are as many as asked for, and those of a prepared query have its columns."""

    async def asked(client: Client) -> Any:
        text = {"text": "MATCH (n:Province) RETURN n.id AS id ORDER BY id", "rows": 2}
        named = {"name": PREPARED.name, "election": "iq-2023-governorates"}
        return await client.call_tool("cypher", text), await client.call_tool("query", named)

    rows, named = talk(asked)
    assert rows.structured_content["answer"]["rows"][0][0].startswith("IQ-")
    assert (len(rows.structured_content["answer"]["rows"]), rows.structured_content["answer"]["cut"]) == (2, True)
    assert PREPARED.question in named.content[0].text
    assert named.structured_content["answer"]["columns"]


def test_the_resources_are_schema_queries_and_sources(talk: Callable[[Talk], Any]) -> None:
    """Each resource is JSON; one that is not there is an error."""

    async def asked(client: Client) -> Any:
        listed = (await client.list_resources()).resources
        read = {str(one.uri): (await client.read_resource(str(one.uri))).contents[0] for one in listed}
        return {uri: json.loads(content.model_dump()["text"]) for uri, content in read.items()}

    found = talk(asked)
    assert set(found) == {"majlis://schema", "majlis://queries", "majlis://sources"}
    assert found["majlis://schema"]["labels"]
    assert len(found["majlis://sources"]) > 300


def test_the_command_speaks_on_standard_input_and_output(graph_file: Path) -> None:
    """`majlis mcp` as a process answers the client, and prints nothing else there."""

    async def whole() -> Any:
        command = StdioServerParameters(
            command=sys.executable,
            args=["-m", "majlis", "mcp", "--graph", str(graph_file)],
            cwd=Path(__file__).parents[1],
        )
        async with Client(command) as client:
            return await client.call_tool("who", {"place": "Baghdad", "election": "iq-2023-governorates"})

    assert "52 of 52 seats" in aside(anyio.run, whole).content[0].text


# --- What no client of good will sends --------------------------------------------------------------------------

HOSTILE = {
    "half a pair": "Mal\ud800iki",
    "the other half": "\udc00",
    "no letter": "a\x00b",
    "a megabyte": "x" * 1_000_000,
    "other directions": "\u202eMaliki\u2066",
    "escapes": "\x1b[31m\x07",
    "marks": "e" + "\u0301" * 5000,
    "nothing": "",
    "a number": 7,
    "a long number": 10**30,
    "a list": ["a"],
    "lists in lists": [[[[]]]],
    "an object": {"a": 1},
    "true": True,
    "null": None,
}


class _Wire:
    """`majlis mcp` as a process, with lines that this test writes by itself."""

    def __init__(self, graph: Path) -> None:
        command = [sys.executable, "-m", "majlis", "mcp", "--graph", str(graph)]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=Path(__file__).parents[1]
        )
        self._id = 0
        about = {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "test", "version": "1"}}
        assert self.asked("initialize", about)["result"]["capabilities"]
        self.send(b'{"jsonrpc": "2.0", "method": "notifications/initialized"}\n')

    def send(self, line: bytes) -> None:
        """Write bytes as they are."""
        assert self._process.stdin
        self._process.stdin.write(line)
        self._process.stdin.flush()

    def answer(self) -> Any:
        """The next line."""
        assert self._process.stdout
        return json.loads(self._process.stdout.readline())

    def asked(self, method: str, given: object) -> Any:
        """What is answered to a request: to this one, and nothing before it."""
        self._id += 1
        self.send(json.dumps({"jsonrpc": "2.0", "id": self._id, "method": method, "params": given}).encode() + b"\n")
        found = self.answer()
        assert found["id"] == self._id, (method, found)
        return found

    def ended(self) -> int:
        """How it ends when its client leaves."""
        self._process.communicate(timeout=30)
        return self._process.returncode


@pytest.mark.slow
def test_every_tool_answers_to_whatever_it_is_given(graph_file: Path) -> None:
    """Half a letter, a megabyte, a wrong type in any parameter of any tool: an answer or an error in words, each time.

    So does any name of a tool, resource or prompt; a line that is no message is answered; and the server goes on.
    """
    wire = _Wire(graph_file)
    told = 0
    for tool in wire.asked("tools/list", {})["result"]["tools"]:
        takes = tool["inputSchema"]
        whole: dict[str, Any] = {
            name: ["State of Law", "Nabni"] if takes["properties"][name]["type"] == "array" else "Baghdad"
            for name in takes["required"]
        }
        given = [whole | {name: value} for name in takes["properties"] for value in HOSTILE.values()]
        given += [{}, whole | {"\ud800\u202e": 1}]
        if tool["name"] in ("query", "cypher"):
            named = whole | ({"name": PREPARED.name} if tool["name"] == "query" else {"text": "RETURN $id AS x"})
            given += [named | {"parameters": {key: value}} for key in ("id", "limit") for value in HOSTILE.values()]
        for arguments in given:
            found = wire.asked("tools/call", {"name": tool["name"], "arguments": arguments})
            assert "result" in found, (tool["name"], found)
            (first, *_) = found["result"]["content"]
            assert first["text"]
            if found["result"].get("isError"):
                told += 1
                assert len(first["text"]) < 3000, (tool["name"], first["text"][:200])
                assert not re.search(r"Traceback|Error\(|object has no|unhashable|islice", first["text"]), first
    assert told > 500
    for value in HOSTILE.values():
        found = wire.asked("tools/call", {"name": value, "arguments": {}})
        assert "error" in found or found["result"]["isError"]
        assert "error" in wire.asked("resources/read", {"uri": value})
        assert "error" in wire.asked("prompts/get", {"name": value})
        found = wire.asked("tools/call", {"name": "where", "arguments": value})
        assert "error" in found or found["result"]["isError"]
    for line in (b"nonsense\n", b'{"jsonrpc":\n', b"\xff\xfe\n", b"[]\n", b"[" * 100_000 + b"\n"):
        wire.send(line)
        found = wire.answer()
        assert (found["id"], found["error"]["code"]) == (None, -32700)
        assert "one JSON object a line" in found["error"]["message"]
    asked = {"name": "where", "arguments": {"name": "Maliki", "election": "iq-2023-governorates"}}
    assert "35 of 285 seats" in wire.asked("tools/call", asked)["result"]["content"][0]["text"]
    assert wire.ended() == 0
