"""The command line `majlis`: the questions of the register, and the commands that are none."""

from __future__ import annotations

import atexit
import contextlib
import gc
import os
import sys

# A command lives for a moment: a tenth of it went into looking for garbage.
gc.set_threshold(50_000)

import click  # noqa: E402 - after the garbage collector is told to wait

from . import __version__  # noqa: E402 - likewise
from .commands.group import Main  # noqa: E402 - likewise

# Each command that is no question of the register, and the module of `majlis/commands/` that holds it.
COMMANDS = {
    "ask": "ask",
    "query": "query",
    "cypher": "cypher",
    "schema": "cypher",
    "read": "documents",
    "init": "own",
    "add": "own",
    "review": "review",
    "build": "documents",
    "check": "documents",
    "diff": "diff",
    "show": "show",
    "export": "export",
    "serve": "serve",
    "mcp": "mcp",
    "completion": "shell",
}


@click.group(
    cls=Main,
    modules=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Examples: majlis where Maliki · majlis who Baghdad · majlis why maliki babil",
)
@click.version_option(__version__, message="majlis %(version)s")
@click.pass_context
def main(ctx: click.Context) -> None:
    """Majlis: who holds which seats, where, with whom, and who says so."""
    ctx.obj = {}


def run() -> None:
    """The program `majlis`.

    At its end it does not take itself apart, a twentieth of a short command: the system takes back at once what it had.
    """
    ended: list[object] = []
    atexit.register(_leave, ended)  # before all that a command needs registers itself: so this comes last
    try:
        main(prog_name="majlis")
    except SystemExit as end:
        ended.append(end.code)
        raise


def _leave(ended: list[object]) -> None:
    """End the process if it has ended with an exit code and all that it wrote is out; else Python does."""
    with contextlib.suppress(OSError, ValueError, AttributeError):  # a pipe that is closed, a stream that is none
        sys.stdout.flush()
        sys.stderr.flush()
        for code in ended:
            if isinstance(code, int):
                os._exit(code)
