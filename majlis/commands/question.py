"""The commands that ask: one for each question of the register."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from graph.kinds import BODIES

from ..question import NAMES, Parameter, Question
from .base import SOURCES, asks, dated, open_graph
from .completers import completing


def asking(question: Question) -> click.Command:
    """The command that asks a question of the register."""

    def run(**given: Any) -> None:
        with open_graph(given["graph"], given["data"]) as majlis:
            from .answer import write  # its words are read while the graph is opened

            write(majlis, question, given)

    parts = [*map(_option, question.options)]
    if question.names or question.election:
        kinds = [NAMES[item.reads] for item in question.names]
        if question.names and question.names[-1].several:
            kinds.append(kinds[-1])
        elif question.election:
            kinds.append(BODIES)
        parts.insert(
            0,
            click.argument(
                "words",
                nargs=-1,
                required=question.needs_name,
                metavar=_usage(question),
                shell_complete=completing(*kinds[:2]),
            ),
        )
    parts.append(click.option("--sources", is_flag=True, help=f"All sources of the answer, not only {SOURCES}."))
    if question.sentence:
        parts.append(click.option("--cite", is_flag=True, help="One sentence with its source, ready to paste."))
    if question.dated:
        parts.append(dated)
    for part in reversed(parts):
        run = part(run)
    own_body = any(item.name == "body" for item in question.options)
    run = asks(run, body=not own_body)
    return click.command(question.name, help=question.help, epilog=f"Examples: {' · '.join(question.examples)}")(run)


def _usage(question: Question) -> str:
    """How usage shows the names that a question takes, and behind them the election, which may be said so too."""
    shown = [item.shown or item.name.upper() for item in question.names]
    names = " ".join(name if item.required else f"[{name}]" for name, item in zip(shown, question.names, strict=True))
    parts = [names if len(shown) > 1 else f"{names}..."] if shown else []
    return " ".join([*parts, *(["[ELECTION|BODY]"] if question.election else [])])


def _option(item: Parameter) -> Callable[[Any], Any]:
    kinds: dict[str, dict[str, Any]] = {
        "table": {"type": click.Choice(item.choices), "default": next(iter(item.choices), ""), "show_default": True},
        "threshold": {"type": click.FloatRange(0, 100)},
        "count": {"type": click.IntRange(min=0)},
        "flag": {"is_flag": True, "default": None},
    }
    return click.option(
        f"--{item.name.replace('_', '-')}", help=item.help, metavar=item.shown or None, **kinds.get(item.reads, {})
    )
