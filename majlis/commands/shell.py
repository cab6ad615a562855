"""Completion for shells: a script to load."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class


@click.command(epilog="Example: majlis completion bash > ~/.local/share/bash-completion/completions/majlis")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print the completion script for SHELL."""
    script = get_completion_class(shell)
    root = ctx.find_root()
    if script is None:
        raise click.UsageError(f"no completion for {shell}")
    click.echo(script(root.command, {}, "majlis", "_MAJLIS_COMPLETE").source())
