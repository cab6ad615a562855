"""The command that asks in words, in English or Arabic: it reads a question and answers as the command that it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import click

from graph.errors import CannotAnswerError

from ..register import QUESTIONS
from ..wording.forms import ENGLISH, isolate
from .base import asks, open_graph, tell

if TYPE_CHECKING:
    from ..data import Given
    from ..web.questions import Question

# The command that answers where a page of the web has none of its own name, and what it is given beside the names.
_AS: Mapping[str, tuple[str, Sequence[str]]] = {
    "entity": ("why", ()),
    "sources": ("query", ("sources",)),
    "map": ("query", ("largest_lists",)),
    "network": ("query", ("all_ties",)),
}


@click.command(epilog="Examples: majlis ask 'who is the governor of Basra' · majlis ask من فاز في البصرة عام 2018")
@click.argument("words", nargs=-1, required=True, metavar="QUESTION...")
@asks
@click.pass_context
def ask(
    context: click.Context, words: tuple[str, ...], shape: str, election: str | None, graph: str | None, data: Given
) -> None:
    """Ask QUESTION in words, in English or Arabic, and see how it was read."""
    from ..web.questions import read

    text = " ".join(words)
    with open_graph(graph, data) as majlis:
        asked = read(text, majlis.graph)
        if asked.page == "network" and asked.names:
            hint = f"{text[:80]!r} asks for a picture: majlis show, or majlis path for the ties of two names."
            raise CannotAnswerError(hint, {"asked": text, "error": "picture", "candidates": [], "hint": hint})
    name, arguments = line(asked, shape)
    tell(f"read as: majlis {name} {' '.join(map(isolate, arguments))}")
    if asked.passed_over:
        tell(ENGLISH.say("unread", words=ENGLISH.listed(map(isolate, asked.passed_over))))
    given = [("--election", election), ("--graph", graph), ("--format", shape)]
    options = [part for key, value in given if value and key not in arguments for part in (key, value)]
    root = context.find_root()
    command = root.command.get_command(context, name) if isinstance(root.command, click.Group) else None
    if command is None:
        raise click.UsageError(f"there is no command {name}.")
    with command.make_context(name, [*options, *_folders(data), *arguments], parent=context.parent) as found:
        command.invoke(found)


def _folders(data: Given) -> list[str]:
    """The options that say which data is asked."""
    from ..data import with_folders

    base, over = with_folders(data)
    return [*(["--data", str(base)] if base else []), *(part for each in over for part in ("--with", str(each)))]


def line(asked: Question, shape: str = "table") -> tuple[str, list[str]]:
    """A question as a command and its arguments; only a reader of tables is told of one province by `where`."""
    page = asked.page if shape == "table" else asked.told
    name, first = (page, ()) if page in QUESTIONS else _AS.get(page, (page, ()))
    own = ("first", "second") if name == "query" else ()  # what a prepared query takes by its own name
    given = [
        ("-p", f"{key}={value}") if key in own else (f"--{key.replace('_', '-')}", value)
        for key, value in asked.options.items()
    ]
    options = [part for pair in given for part in pair]
    return name, [*options, *first, *asked.names]
