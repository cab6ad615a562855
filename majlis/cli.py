"""The command line `majlis`."""

from __future__ import annotations

import sys

import click

from .commands.base import Main
from .commands.documents import build, check, read
from .commands.questions import names, where, who, why
from .commands.shell import completion


@click.group(
    cls=Main,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Examples: majlis where Maliki · majlis who Baghdad · majlis why maliki babil",
)
@click.version_option(package_name="majlis", message="majlis %(version)s")
@click.pass_context
def main(ctx: click.Context) -> None:
    """Majlis: who holds which seats, where, with whom, and who says so."""
    ctx.obj = {}
    for stream in (sys.stdout, sys.stderr):  # a name that the locale cannot write must not end the answer
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="replace")


for command in (where, who, why, names, read, build, check, completion):
    main.add_command(command)
