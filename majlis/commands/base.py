"""What all commands share: errors as exit codes, options, and an answer as table, JSON or CSV.

Answers go to stdout, everything else to stderr. Exit codes: 0 answered (also "none"), 1 the data cannot
answer, 2 wrong usage, 3 a check failed or a document could not be read, 4 the graph cannot be reached.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import click

from graph.errors import CannotAnswerError, MajlisError

if TYPE_CHECKING:
    from majlis import Majlis

_Command = TypeVar("_Command", bound=Callable[..., Any])
Rows = tuple[Sequence[str], list[Sequence[object]]]


class Main(click.Group):
    """The group of commands: turns an error of ours into its text and its exit code."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; an error of ours ends it with its own exit code."""
        try:
            return super().invoke(ctx)
        except MajlisError as error:
            _fail(error, ctx.obj if isinstance(ctx.obj, dict) else {})


def _fail(error: MajlisError, seen: dict[str, Any]) -> NoReturn:
    if isinstance(error, CannotAnswerError) and seen.get("format") == "json":
        write_json(error.answer)
    else:
        click.echo(f"majlis: {error}", err=True)
    raise SystemExit(error.exit_code)


# --- Options that commands share ----------------------------------------------------------------------


def formats(command: _Command) -> _Command:
    """Adds --format."""

    def remember(ctx: click.Context, _: click.Parameter, value: str) -> str:
        ctx.find_root().obj["format"] = value
        return value

    return click.option(
        "--format",
        "-f",
        "shape",
        type=click.Choice(["table", "json", "csv"]),
        default="table",
        show_default=True,
        callback=remember,
        is_eager=True,
        help="How the answer is written.",
    )(command)


def asks(command: _Command) -> _Command:
    """Adds the options of a question: which graph, which election, which format."""
    for option in (
        click.option("--election", metavar="ID", help="The election asked about; the latest one by default."),
        click.option("--graph", metavar="ADDRESS", envvar="MAJLIS_GRAPH", help="A graph file to ask."),
        click.option("--data", metavar="DIR", envvar="MAJLIS_DATA", help="A data folder to build the graph from."),
    ):
        command = option(command)
    return formats(command)


def describes_document(command: _Command) -> _Command:
    """Adds what a user may say of a document."""
    for name, text in reversed(
        (
            ("election", "The election the document is about (ID)."),
            ("title", "Its title."),
            ("publisher", "Who published it."),
            ("published", "When, as 2023-12-28."),
            ("kind", "official, relay, press or reference."),
            ("url", "Its address."),
            ("shape", "seat_list or prose; told from the text by default."),
        )
    ):
        option = "document_shape" if name == "shape" else name
        command = click.option(f"--{name}", option, metavar=name.upper(), help=text)(command)
    return command


def open_graph(graph: str | None, data: str | None) -> Majlis:
    """Open a graph and tell on stderr how it came about."""
    import majlis

    opened = majlis.open(graph, data=data)
    for note in opened.notes:
        click.echo(f"majlis: {note}", err=True)
    return opened


def write_json(value: object) -> None:
    """Write a value as JSON, letters as they are."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def write_answer(shape: str, to_dict: Callable[[], Any], text: Callable[[], str], rows: Callable[[], Rows]) -> None:
    """Write an answer in the shape asked for."""
    if shape == "json":
        write_json(to_dict())
    elif shape == "csv":
        import csv

        columns, lines = rows()
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([[_cell(cell) for cell in line] for line in lines])
    else:
        click.echo(text())


def _cell(value: object) -> object:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    # A cell that a spreadsheet would take for a formula is text.
    return f"'{value}" if isinstance(value, str) and value[:1] in "=+@" else value
