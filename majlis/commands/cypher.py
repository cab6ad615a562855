"""The commands for those who write Cypher: run a text of their own, and see what the graph holds."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from graph.errors import UsageError

from .base import data_options, formats, graph_option, open_graph, tell, write_answer

if TYPE_CHECKING:
    from ..data import Given

_SECONDS, _ROWS = 10.0, 1000  # as queries.cypher has them, which is imported late


@click.command(
    epilog="Examples: majlis cypher 'MATCH (n:Bloc) RETURN n.name AS name ORDER BY name' · "
    "majlis cypher --file seats.cypher -p id=nabni --format csv · majlis schema"
)
@click.argument("text", required=False)
@click.option(
    "--file", "file", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="A file with the text."
)
@click.option(
    "--parameter", "-p", "given", multiple=True, metavar="KEY=VALUE", help="A value for $KEY: a number, true, false, "
    "null, a JSON list, else text."
)  # fmt: skip
@click.option("--timeout", "seconds", type=float, default=_SECONDS, show_default=True, help="Seconds it may run.")
@click.option("--limit", "most", type=int, default=_ROWS, show_default=True, help="Rows that are kept.")
@graph_option
@data_options()
@formats
def cypher(
    text: str | None,
    file: Path | None,
    given: tuple[str, ...],
    seconds: float,
    most: int,
    graph: str | None,
    data: Given,
    shape: str,
) -> None:
    """Run a Cypher TEXT of your own, read-only; "-" or nothing reads it from stdin.

    Only statements that read are let through, within limits of time, rows and memory.
    """
    from graph.gate import admit
    from queries.cypher import free

    from ..terminal.rows import cell, rows_text
    from ..wording.notes import note_text

    asked = _text(text, file)
    parameters = _parameters(given)
    admit(asked)  # a text that is refused needs no graph
    with open_graph(graph, data) as majlis:
        answer = free(majlis.graph, asked, parameters, seconds=seconds, rows=most)
    for note in answer.notes:
        tell(note_text(note))
    cells: list[Sequence[object]] = [
        [cell(value) if isinstance(value, (list, dict)) else value for value in row] for row in answer.rows
    ]
    write_answer(shape, answer.to_dict, lambda: rows_text(answer), lambda: (answer.columns, cells))
    if answer.cut and shape == "csv":
        tell(f"there are more than these {len(answer.rows):,} rows: see --limit")


@click.command(epilog="Examples: majlis schema · majlis schema --format json")
@formats
def schema(shape: str) -> None:
    """The labels, edges and properties of the graph, with an example of each."""
    from queries.cypher import schema as describe

    from ..terminal.rows import schema_text

    answer = describe()
    columns = ("part", "name", "start", "end", "properties", "example")
    rows: list[Sequence[object]] = [
        *(("label", i.label, None, None, "; ".join(i.properties), i.example) for i in answer.labels),
        *(("edge", i.type, i.start, i.end, "; ".join(i.properties), i.example) for i in answer.edges),
    ]
    write_answer(shape, answer.to_dict, lambda: schema_text(answer), lambda: (columns, rows))


def _text(text: str | None, file: Path | None) -> str:
    """The text asked: the argument, the file, or what stdin has. Raises UsageError, DocumentError for a pipe."""
    from graph.files import refuse_endless
    from graph.gate import LONGEST

    if file is not None and text is not None:
        raise UsageError("give the text or a file, not both.")
    most = 4 * LONGEST + 4  # bytes; a longer text is refused whatever it says
    try:
        if file is not None:
            refuse_endless(file, str(file))
            with file.open("rb") as opened:
                return opened.read(most).decode("utf-8-sig")
        if text is not None and text != "-":
            return text
        if sys.stdin.isatty() and text is None:
            raise UsageError("give a text: majlis cypher 'MATCH (n:Bloc) RETURN n.name'. What there is: majlis schema")
        return sys.stdin.buffer.read(most).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if error.end >= most - 4:
            raise UsageError(f"the text has more than {LONGEST:,} characters.") from error
        raise UsageError(f"{file or 'stdin'}: the text is not UTF-8.") from error
    except OSError as error:
        raise UsageError(f"{file or 'stdin'}: the text cannot be read ({error}).") from error


def _parameters(given: tuple[str, ...]) -> dict[str, object]:
    """Parameters by name. Raises UsageError for one that is not KEY=VALUE or comes twice."""
    found: dict[str, object] = {}
    for text in given:
        key, equals, value = text.partition("=")
        if not equals or not re.fullmatch(r"[A-Za-z0-9_]\w*", key):
            raise UsageError(f"-p {text}: a parameter is written key=value.")
        if key in found:
            raise UsageError(f"-p {text}: {key} is given twice.")
        try:
            found[key] = json.loads(value, parse_constant=_refuse)
        except (ValueError, RecursionError):  # what is not JSON is text
            found[key] = value
    return found


def _refuse(constant: str) -> NoReturn:
    """NaN and infinities, which are not JSON."""
    raise ValueError(constant)
