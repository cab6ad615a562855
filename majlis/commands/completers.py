"""What a shell offers for a name: the names that the graph knows. Imports wait until a shell asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from graph.kinds import Kind


def _names(ctx: click.Context, param: click.Parameter, incomplete: str, kinds: frozenset[Kind]) -> list[CompletionItem]:
    """Names of these kinds that go on so; none where the graph cannot be opened.

    A name that a shell would not take as plain words is offered by its id.
    """
    import re

    from click.shell_completion import CompletionItem

    import majlis
    from graph.errors import MajlisError
    from graph.kinds import Kind

    try:
        with majlis.open(ctx.params.get("graph"), data=ctx.params.get("data")) as opened:
            rows = [row for row in opened.names().known if Kind(row.kind) in kinds]
    except MajlisError:
        return []
    before = "".join(f"{word} " for word in ctx.params.get(param.name or "") or ())
    typed = (before + incomplete).casefold()
    return [
        CompletionItem(text[len(before) :], help=row.kind)
        for row in rows
        if typed in (row.name[: len(typed)].casefold(), row.id[: len(typed)])
        for text in (row.name if re.fullmatch(r"[\w. -]+", row.name) else row.id,)
        if len(text) > len(before)
    ]


def complete_holder(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Lists, parties, alliances, blocs and figures."""
    from graph.kinds import HOLDERS

    return _names(ctx, param, incomplete, HOLDERS)


def complete_province(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Provinces."""
    from graph.kinds import PROVINCES

    return _names(ctx, param, incomplete, PROVINCES)


def complete_any(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """A name; after a name, a province."""
    from graph.kinds import HOLDERS, PROVINCES

    found = _names(ctx, param, incomplete, HOLDERS | PROVINCES)
    if ctx.params.get(param.name or ""):
        ctx.params = {**ctx.params, param.name or "": ()}
        found += _names(ctx, param, incomplete, PROVINCES)
    return found
