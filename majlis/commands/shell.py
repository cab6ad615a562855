"""Completion for shells: a script to load, and the names that the graph knows."""

from __future__ import annotations

import click
from click.shell_completion import CompletionItem, get_completion_class

from graph.errors import MajlisError
from graph.model import HOLDERS, PROVINCES, Kind


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


def _names(kinds: frozenset[Kind], incomplete: str) -> list[CompletionItem]:
    """Names of these kinds that begin so; none where the graph cannot be opened."""
    import majlis

    try:
        with majlis.open() as opened:
            rows = opened.names().known
    except MajlisError:
        return []
    return [
        CompletionItem(row.name, help=row.kind)
        for row in rows
        if Kind(row.kind) in kinds and row.name.casefold().startswith(incomplete.casefold())
    ]


def complete_holder(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Lists, parties, alliances, blocs and figures."""
    return _names(HOLDERS, incomplete)


def complete_province(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Provinces."""
    return _names(PROVINCES, incomplete)
