"""The group of all commands, and errors as exit codes.

Answers go to stdout, everything else to stderr. Exit codes: 0 answered (also "none"), 1 the data cannot
answer, 2 wrong usage, 3 a check failed or a document could not be read, 4 the graph cannot be reached.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from importlib import import_module
from typing import Any, NoReturn

import click

from graph.errors import CannotAnswerError, MajlisError

from .base import tell, write_json


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
        from ..register import QUESTIONS

        return [*QUESTIONS, *self.modules]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name, imported now; None for an unknown name."""
        module = self.modules.get(cmd_name)
        if module is not None:
            command: click.Command = getattr(import_module(f".{module}", __package__), cmd_name)
            return command
        from ..register import QUESTIONS
        from .question import asking

        return asking(QUESTIONS[cmd_name]) if cmd_name in QUESTIONS else None

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
