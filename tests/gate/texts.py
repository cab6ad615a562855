"""Texts to try on the gate, and a quick way to run them: the corpus, disguises of what is refused, mixtures of all."""

from __future__ import annotations

import gc
import importlib
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from graph.sandbox import child, embedded_child, parent

CORPUS = [
    json.loads(line) for line in Path(__file__).with_name("corpus.jsonl").read_text(encoding="utf-8").splitlines()
]
REFUSED = [row for row in CORPUS if row["verdict"] == "refuse"]
PASSED = [row for row in CORPUS if row["verdict"] == "pass"]
NEO4J = [row for row in CORPUS if row["verdict"] == "neo4j"]  # the embedded engine cannot run these
# Texts as analysts write them, of the shipped graph, one a line: their rows come in one order alone.
ANALYSTS = Path(__file__).with_name("analysts.cypher").read_text(encoding="utf-8").splitlines()
# What the parameters in them stand for.
GIVEN: dict[str, object] = {
    "id": "kdp",
    "ids": ["kdp", "taqaddum", "badr", "zzz"],
    "election": "iq-2023-governorates",
    "kind": "party",
    "property": "founded",
    "day": "2024-02-29",
    "text": "SADR",
    "n": 3,
    "f": 1.5,
    "flag": True,
    "none": None,
    "list": [1, 2, 3],
    "map": {"a": 1, "b": [7, 8]},
    "maps": [{"id": "kdp", "w": 1.5}, {"id": "badr", "w": 2}],
}

RELAXED = settings(
    deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)


def name_of(row: dict[str, Any]) -> str:
    """What a row of the corpus is called in a report."""
    return ascii(row["text"][:50])


@contextmanager
def run_here(*engines: str) -> Iterator[None]:
    """Texts for these engines run in this process, without its limits: where what they answer is tested alone."""
    confined = parent._run

    def run(sent: bytes, seconds: float) -> tuple[int | None, bytes, str]:
        request = json.loads(sent)
        if request["engine"].rpartition(".")[2].removesuffix("_child") not in engines:
            return confined(sent, seconds)
        return 0, child.encoded(importlib.import_module(request["engine"]).run(request)), ""

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parent, "_run", run)
        if "neo4j" in engines:
            patch.setattr(child, "confine", lambda *limits: None)
        if "embedded" in engines:
            for name in ("confine", "limit"):
                patch.setattr(embedded_child, name, lambda *limits: None)
        yield
    gc.collect()  # what would end with its process ends here, while the test that left it runs


ATTACKS = [
    ["CREATE", "(", "x", ")"],
    ["CREATE", "INDEX", "i", "FOR", "(", "x", ":", "A", ")", "ON", "(", "x", ".", "b", ")"],
    ["INSERT", "(", "x", ":", "A", ")"],
    ["MERGE", "(", "x", ":", "A", "{", "id", ":", "1", "}", ")"],
    ["SET", "n", ".", "name", "=", "'x'"],
    ["DELETE", "n"],
    ["DETACH", "DELETE", "n"],
    ["NODETACH", "DELETE", "n"],
    ["REMOVE", "n", ".", "name"],
    ["FOREACH", "(", "x", "IN", "[", "1", "]", "|", "SET", "n", ".", "a", "=", "x", ")"],
    ["LOAD", "CSV", "FROM", "'file:///etc/passwd'", "AS", "l"],
    ["LOAD", "CSV", "WITH", "HEADERS", "FROM", "$x", "AS", "l"],
    ["CALL", "apoc", ".", "load", ".", "json", "(", "'x'", ")"],
    ["CALL", "dbms", ".", "listConfig", "(", ")"],
    ["CALL", "db", ".", "createLabel", "(", "'x'", ")"],
    ["CALL", "{", "DELETE", "n", "}"],
    ["CALL", "{", "RETURN", "1", "AS", "z", "}", "IN", "TRANSACTIONS"],
    ["USE", "other"],
    ["SHOW", "USERS"],
    ["TERMINATE", "TRANSACTIONS", "'x'"],
    ["GRANT", "ROLE", "admin", "TO", "me"],
    ["DENY", "READ", "ON", "GRAPH", "g", "TO", "me"],
    ["ALTER", "USER", "me", "SET", "PASSWORD", "'x'"],
    ["DROP", "DATABASE", "x"],
    ["START", "DATABASE", "x"],
    ["STOP", "DATABASE", "x"],
    ["FINISH"],
    ["LET", "x", "=", "1"],
    ["FILTER", "n", ".", "a"],
    ["RETURN", "apoc", ".", "version", "(", ")"],
    [";", "MATCH", "(", "n", ")", "DELETE", "n"],
]
HOSTS = [
    "{}",
    "EXPLAIN {}",
    "PROFILE {}",
    "MATCH (n) {}",
    "MATCH (n) {} RETURN n",
    "MATCH (n) WITH * {} RETURN n",
    "MATCH (n) WITH n LIMIT 1 {}",
    "MATCH (n) WHERE n.a = 'x' {}",
    "MATCH (n) WHERE n.a IS NOT NULL {}",
    "MATCH (n)-[r:A|B*1..2]->(m) {} RETURN n",
    "MATCH (n) RETURN n ORDER BY n.a DESC {}",
    "MATCH (n) RETURN n AS m SKIP 1 LIMIT 2 {}",
    "MATCH (n) RETURN CASE WHEN n.a THEN [1, 2][0] ELSE {{a: 1}}.a END {}",
    "UNWIND [1] AS n {}",
    "CALL db.labels() YIELD label AS n {}",
    "RETURN 1 AS a UNION {}",
    "RETURN 1 AS a UNION ALL MATCH (n) {} RETURN 1 AS a",
    "RETURN 1 AS a {}",
    "RETURN `a` {}",
    "RETURN 'a\\'' {}",
    'RETURN "a\\\\" {}',
    "RETURN $a {}",
    "RETURN 0x1F {}",
]
NESTS = [
    "{}",
    "CALL {{ {} }} RETURN 1",
    "MATCH (n) CALL {{ WITH n {} }} RETURN n",
    "MATCH (n) CALL (n) {{ {} }} RETURN n",
    "MATCH (n) WHERE EXISTS {{ {} }} RETURN n",
    "MATCH (n) RETURN COUNT {{ {} }} AS c",
    "RETURN [x IN [1] WHERE EXISTS {{ {} }} | x] AS l",
]
SPACES = [
    " ",
    "\n",
    "\t",
    "\r\n",
    "  ",
    "/**/",
    "/* RETURN */",
    "// x\n",
    "//\r\n",
    " /* ' */ ",
    '/*"*/',
    "/*`*/",
    "\r",
]
WRONG_SPACES = ["\u00a0", "\u2003", "\u3000", "\u2028", "\u200b", "\u0085", "\x0b", "\x0c", "\ufeff", "\x1c"]


def spelled(draw: st.DrawFn, word: str) -> str:
    """A word in capitals and small letters as drawn."""
    if not word.isalpha():
        return word
    mask = draw(st.lists(st.booleans(), min_size=len(word), max_size=len(word)))
    return "".join(char.upper() if up else char.lower() for char, up in zip(word, mask, strict=True))


def joined(draw: st.DrawFn, tokens: list[str], spaces: list[str]) -> str:
    """Tokens with space as drawn between them, and none where none is needed."""
    text = ""
    for token in tokens:
        tight = bool(text) and not (text[-1].isalnum() and token[0].isalnum()) and draw(st.booleans())
        text += token if not text or tight else draw(st.sampled_from(spaces)) + token
    return text


@st.composite
def disguised(draw: st.DrawFn, spaces: list[str] = SPACES) -> str:
    """A refused statement in any spelling, spacing and place."""
    attack = [spelled(draw, token) for token in draw(st.sampled_from(ATTACKS))]
    text = draw(st.sampled_from(HOSTS)).format(joined(draw, attack, spaces))
    for _ in range(draw(st.integers(0, 3))):
        text = draw(st.sampled_from(NESTS)).format(text)
    return text


MIXED = [re.findall(r"'[^']*'|`[^`]*`|\w+|\s+|[^\w\s]", row["text"]) for row in REFUSED + PASSED + NEO4J]


@st.composite
def mixed(draw: st.DrawFn) -> str:
    """A text of the corpus with words of others put in, taken out or doubled."""
    text = list(draw(st.sampled_from(MIXED[len(REFUSED) :])))
    for _ in range(draw(st.integers(1, 2))):
        other = draw(st.sampled_from(MIXED)) or [" "]
        start = draw(st.integers(0, len(other) - 1))
        part = other[start : start + draw(st.integers(0, 6))]
        place = draw(st.integers(0, len(text)))
        text[place : place + draw(st.integers(0, 3))] = part
    return "".join(text)
