"""The command that compares two versions of the data: diff."""

from __future__ import annotations

from functools import partial

import click

from ..terminal.text import plain
from .base import formats, write_answer


@click.command(
    epilog="Examples: majlis diff HEAD~1 data · majlis diff f317d21 data --format csv · "
    "majlis diff f317d21 data --format markdown"
)
@click.argument("old")
@click.argument("new")
@click.option("--data", metavar="DIR", envvar="MAJLIS_DATA", help="The data folder whose git revisions are meant.")
@partial(formats, more=["markdown"])
def diff(old: str, new: str, data: str | None, shape: str) -> None:
    """What changed from the data OLD to NEW: facts added, gone, changed, with their sources; entities and names.

    Each is a data folder, a graph file or server, or a git revision of the data folder, tried in this order. Markdown
    is an entry for the data's changelog.
    """
    from ..terminal.diff import changelog_entry, diff_text
    from ..versions import diff as differences
    from ..wording.diff import diff_table

    answer = differences(old, new, data)
    if shape == "markdown":
        click.echo(plain(changelog_entry(answer)), nl=False)
        return
    write_answer(shape, answer.to_dict, lambda: diff_text(answer), lambda: diff_table(answer).csv())
