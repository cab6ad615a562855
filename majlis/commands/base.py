"""What all commands share: options, an open graph, and an answer as table, JSON or CSV."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from .. import Majlis
    from ..data import Given

_Command = TypeVar("_Command", bound=Callable[..., Any])
Rows = tuple[Sequence[str], list[Sequence[object]]]
SOURCES = 4  # that a terminal is told where no more are asked for


# --- Options that commands share ----------------------------------------------------------------------


def formats(command: _Command, more: Sequence[str] = ()) -> _Command:
    """Adds --format; `more` are formats beside the usual ones."""

    def remember(ctx: click.Context, _: click.Parameter, value: str) -> str:
        ctx.find_root().obj["format"] = value
        return value

    return click.option(
        "--format",
        "-f",
        "shape",
        type=click.Choice(["table", "json", "csv", *more]),
        default="table",
        show_default=True,
        callback=remember,
        is_eager=True,
        help="How the answer is written.",
    )(command)


def data_options(text: str = "A data folder to build the graph from.") -> Callable[[_Command], _Command]:
    """The options --data and --with: both come as one value under the name `data`."""

    def over(ctx: click.Context, _: click.Parameter, value: tuple[str, ...]) -> None:
        ctx.meta["majlis.with"] = value

    def both(ctx: click.Context, _: click.Parameter, value: str | None) -> Given:
        from ..data import DataFolders

        lying: tuple[str, ...] = ctx.meta.get("majlis.with", ())
        return DataFolders(value, lying) if lying else value

    base = click.option("--data", metavar="DIR", envvar="MAJLIS_DATA", callback=both, help=text)
    own = click.option(
        "--with",
        metavar="DIR",
        envvar="MAJLIS_WITH",
        type=click.Path(),
        multiple=True,
        is_eager=True,
        expose_value=False,
        callback=over,
        help="A data folder of your own over it (majlis init); may be given again.",
    )
    return lambda command: own(base(command))


def graph_option(command: _Command) -> _Command:
    """Adds --graph."""
    text = "A graph file, or a Neo4j (neo4j://, bolt://)."
    return click.option("--graph", metavar="ADDRESS", envvar="MAJLIS_GRAPH", help=text)(command)


def asks(command: _Command, *, body: bool = True) -> _Command:
    """Adds the options of a question: which graph, which election or body, which format."""
    names = ["--election", *(["--body"] if body else [])]
    text = "One election by its ID or year, the last one of a BODY, or `latest`; all that sits by default."
    election = click.option(*names, "election", metavar="ID|BODY", help=text)
    return formats(data_options()(graph_option(election(command))))


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


def open_graph(graph: str | None, data: Given) -> Majlis:
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
    from ..terminal.text import json_text

    click.echo(json_text(value, sys.stdout, indent=2))


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
