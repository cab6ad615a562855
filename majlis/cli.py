"""The command line `majlis`: the questions of the register, and the commands that are none."""

from __future__ import annotations

import atexit
import gc

# A command lives for a moment: a fifth of it went into looking for garbage, on the way and at the end.
gc.set_threshold(50_000)
atexit.register(gc.freeze)

import click  # noqa: E402 - after the garbage collector is told to wait

from . import __version__  # noqa: E402 - likewise
from .commands.group import Main  # noqa: E402 - likewise

# Each command that is no question of the register, and the module of `majlis/commands/` that holds it.
COMMANDS = {
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
