"""What a shell offers for a name: the names that the graph knows. Imports wait until a shell asks."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import click

from graph.kinds import HOLDERS, PROVINCES, Kind

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


def _names(ctx: click.Context, param: click.Parameter, incomplete: str, kinds: frozenset[Kind]) -> list[CompletionItem]:
    """Names of these kinds that go on so; none where the graph cannot be opened.

    A name that a shell would not take as plain words is offered by its id.
    """
    import re

    from click.shell_completion import CompletionItem

    import majlis
    from graph.errors import MajlisError

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


complete_holder = partial(_names, kinds=HOLDERS)  # lists, parties, alliances, blocs and figures
complete_province = partial(_names, kinds=PROVINCES)


def complete_any(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """A name; after a name, a province."""
    found = _names(ctx, param, incomplete, HOLDERS | PROVINCES)
    if ctx.params.get(param.name or ""):
        ctx.params = {**ctx.params, param.name or "": ()}
        found += complete_province(ctx, param, incomplete)
    return found
