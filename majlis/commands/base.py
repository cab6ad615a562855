"""What all commands share: errors as exit codes, options, and an answer as table, JSON or CSV.

Answers go to stdout, everything else to stderr. Exit codes: 0 answered (also "none"), 1 the data cannot
answer, 2 wrong usage, 3 a check failed or a document could not be read, 4 the graph cannot be reached.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import click

from graph.errors import CannotAnswerError, MajlisError

from ..register import QUESTIONS

if TYPE_CHECKING:
    from .. import Majlis

_Command = TypeVar("_Command", bound=Callable[..., Any])
Rows = tuple[Sequence[str], list[Sequence[object]]]


class Main(click.Group):
    """The group of commands: turns an error of ours into its text and its exit code.

    They are the questions of the register, and those whose modules `modules` names. A command is made, and its
    module imported, when it is asked for.
    """

    def __init__(self, *args: Any, modules: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.modules = modules

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        return [*QUESTIONS, *self.modules]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name, imported now; None for an unknown name."""
        if cmd_name in QUESTIONS:
            from .question import asking

            return asking(QUESTIONS[cmd_name])
        module = self.modules.get(cmd_name)
        if module is None:
            return None
        command: click.Command = getattr(import_module(f".{module}", __package__), cmd_name)
        return command

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run the program; a letter that the locale cannot write must not end it."""
        for stream in (sys.stdout, sys.stderr):
            reconfigure = getattr(stream, "reconfigure", None)
            if reconfigure:
                reconfigure(errors="replace")
        return super().main(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; an error of ours ends it with its own exit code."""
        try:
            result = super().invoke(ctx)
        except MajlisError as error:
            _fail(error, ctx.obj if isinstance(ctx.obj, dict) else {})
        sys.stdout.flush()  # here click still takes a closed pipe for the end of the program
        return result


def _fail(error: MajlisError, seen: dict[str, Any]) -> NoReturn:
    if isinstance(error, CannotAnswerError) and seen.get("format") == "json":
        write_json(error.answer)
    else:
        tell(str(error))
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
        click.option(
            "--graph", metavar="ADDRESS", envvar="MAJLIS_GRAPH", help="A graph file, or a Neo4j (neo4j://, bolt://)."
        ),
        click.option("--data", metavar="DIR", envvar="MAJLIS_DATA", help="A data folder to build the graph from."),
    ):
        command = option(command)
    return formats(command)


def dated(command: _Command) -> _Command:
    """Adds --as-of."""
    text = "Who led, joined and held office on this day (2024, 2024-05 or 2024-05-31); the day of the vote by default."
    return click.option("--as-of", metavar="DATE", help=text)(command)


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
        tell(note)
    return opened


def tell(text: str) -> None:
    """Tell the user something that is no answer, on stderr."""
    from ..terminal.text import plain

    click.echo(plain(f"majlis: {text}"), err=True)


def write_json(value: object) -> None:
    """Write a value as JSON, letters as they are where the output can hold them."""
    from ..terminal.text import writes_all

    click.echo(json.dumps(value, ensure_ascii=not writes_all(sys.stdout), indent=2))


def write_answer(shape: str, to_dict: Callable[[], Any], text: Callable[[], str], rows: Callable[[], Rows]) -> None:
    """Write an answer in the shape asked for."""
    if shape == "json":
        write_json(to_dict())
    elif shape == "csv":
        from ..spreadsheet import write_rows

        write_rows(*rows(), sys.stdout)
    else:
        from ..terminal.text import plain

        click.echo(plain(text()))
