"""The graph as CSV files for `neo4j-admin database import full`, with the command that reads them."""

from __future__ import annotations

import shlex
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

from graph.errors import UsageError
from graph.stores.protocol import Row, Store

from . import tables
from .tables import EdgeRows, Table

README, AFTER = "README.md", "after-import.cypher"
_DELIMITERS = (";", "|", "\x1f", "\x1e", "\x1d")
_TYPES = {bool: "boolean", int: "long", float: "double", str: "string"}
# What the importer does not make: the rules of the graph, and the index that leads from a fact to its statements.
_RULES = (
    *(
        f"CREATE CONSTRAINT {label.lower()}_id IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE;"
        for label in ("Entity", "Source", "Statement", "Fact")
    ),
    "CREATE INDEX statement_fact IF NOT EXISTS FOR (s:Statement) ON (s.fact);",
)


def write_neo4j_csv(store: Store, folder: Path) -> list[str]:
    """Write the files and a README into a new or empty folder; the arguments for neo4j-admin, paths in the folder.

    Each file has a header with typed columns; a property that holds several types (a claim's value) is spread
    over files. Null is an empty cell, an empty text is "". Raises UsageError for a folder with files in it,
    StoreError, OSError; then there is no folder, or it is empty as before.
    """
    if folder.is_dir() and any(folder.iterdir()):
        raise UsageError(f"{folder}: this folder is not empty. Name a new one.")
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{folder.name}.", dir=folder.parent) as beside:
        whole = Path(beside) / folder.name
        whole.mkdir()
        arguments = _write(store, whole)
        whole.replace(folder)
    return arguments


def _write(store: Store, folder: Path) -> list[str]:
    nodes, edges = list(tables.nodes(store)), list(tables.edges(store))
    delimiter = _delimiter(chain(nodes, edges))
    between = delimiter if delimiter.isprintable() else f"U+{ord(delimiter):04X}"
    arguments = ["database", "import", "full", "neo4j", "--multiline-fields=true", f"--array-delimiter={between}"]
    for option, group in (("nodes", nodes), ("relationships", edges)):
        for table in group:
            for name, rows in _files(table):
                (folder / name).write_text(_csv(table, rows, delimiter), encoding="utf-8", newline="")
                arguments.append(f"--{option}={name}")
    empty_lists = (  # which the importer takes for null
        f"MATCH (n:{table.name}) WHERE n.{name} IS NULL SET n.{name} = [];"
        for table in nodes
        for name in table.columns
        if any(row[name] == [] for row in table.rows)
    )
    (folder / AFTER).write_text("".join(f"{text}\n" for text in (*_RULES, *empty_lists)), encoding="utf-8")
    (folder / README).write_text(_readme(arguments), encoding="utf-8")
    return arguments


def _files(table: Table) -> Iterator[tuple[str, list[Row]]]:
    """The rows by file: one file, or more where a column holds several types, none where there is no row."""
    several = [name for name in table.columns if len({_type(row[name]) for row in table.rows} - {None}) > 1]
    files: dict[tuple[str | None, ...], list[Row]] = defaultdict(list)
    for row in table.rows:
        files[tuple(_type(row[name]) for name in several)].append(row)
    for types, rows in files.items():
        ending = "".join(f"-{(type or 'none').replace('[]', 's')}" for type in types)
        yield f"{table.name}{ending}.csv", rows


def _csv(table: Table, rows: Sequence[Row], delimiter: str) -> str:
    types = {name: next((type for row in rows if (type := _type(row[name]))), None) for name in table.columns}
    used = [name for name, type in types.items() if type]
    last = ":TYPE" if isinstance(table, EdgeRows) else ":LABEL"
    lines = [",".join([*(_cell(_header(table, name, types[name])) for name in used), last])]
    for row in rows:
        kind = table.name if isinstance(table, EdgeRows) else delimiter.join(tables.labels(table, row))
        lines.append(",".join([*(_cell(_plain(row[name], delimiter)) for name in used), _cell(kind)]))
    return "".join(f"{line}\n" for line in lines)


def _header(table: Table, name: str, type: str | None) -> str:
    if isinstance(table, EdgeRows):
        if name in ("a", "b"):
            return f":START_ID({table.start})" if name == "a" else f":END_ID({table.end})"
    elif name == "id":
        return f"id:ID({table.name})"
    return f"{name}:{type}"


def _type(value: Any) -> str | None:
    if value is None:
        return None
    if isinstance(value, list):
        return f"{_TYPES[type(value[0])] if value else 'string'}[]"
    return _TYPES[type(value)]


def _plain(value: Any, delimiter: str) -> str | None:
    if value is None:
        return None
    if isinstance(value, list):
        return delimiter.join(_plain(item, delimiter) or "" for item in value)
    if isinstance(value, bool):
        return str(value).lower()
    return str(value)


def _cell(text: str | None) -> str:
    """A cell; only a quoted one can be empty and not null."""
    return "" if text is None else '"' + text.replace('"', '""') + '"'


def _delimiter(found: Iterable[Table]) -> str:
    """What stands between the items of a list: the first sign that no item has."""
    items = {
        sign
        for table in found
        for row in table.rows
        for value in row.values()
        if isinstance(value, list)
        for item in value
        for sign in str(item)
    }
    for sign in _DELIMITERS:
        if sign not in items:
            return sign
    raise UsageError("no sign is left to stand between the items of lists: names use all of ; | and U+001D to U+001F.")


def command(arguments: Sequence[str]) -> str:
    """The command line, quoted for a shell."""
    return shlex.join(["neo4j-admin", *arguments])


def _readme(arguments: Sequence[str]) -> str:
    return (
        "# A graph of Majlis for Neo4j\n\n"
        "With the server stopped, in this folder, into an empty database:\n\n"
        f"    {command(arguments)}\n\n"
        f"Then start the server and run what is in `{AFTER}` (constraints, an index, empty lists):\n\n"
        f"    cypher-shell -f {AFTER}\n"
    )
