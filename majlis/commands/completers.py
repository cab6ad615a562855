"""What a shell offers for a name: the names that the graph knows. Heavy imports wait until a shell asks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import click

from graph.kinds import Kind

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

Completer = Callable[[click.Context, click.Parameter, str], "list[CompletionItem]"]


def completing(kinds: frozenset[Kind], then: frozenset[Kind] = frozenset()) -> Completer:
    """Offers names of these kinds; after a word, also names that `then` may follow it."""

    def complete(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        words = ctx.params.get(param.name or "") or ()
        found = _names(ctx, words, incomplete, kinds)
        return found + _names(ctx, (), incomplete, then) if words and then else found

    return complete


def _names(ctx: click.Context, words: Sequence[str], incomplete: str, kinds: frozenset[Kind]) -> list[CompletionItem]:
    """Names of these kinds that go on so after these words; none where the graph cannot be opened.

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
    before = "".join(f"{word} " for word in words)
    typed = (before + incomplete).casefold()
    return [
        CompletionItem(text[len(before) :], help=row.kind)
        for row in rows
        if typed in (row.name[: len(typed)].casefold(), row.id[: len(typed)])
        for text in (row.name if re.fullmatch(r"[\w. -]+", row.name) else row.id,)
        if len(text) > len(before)
    ]
