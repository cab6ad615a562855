"""Names and how a text would be read, as text."""

from __future__ import annotations

from queries.names import Names

from ..wording.forms import isolate
from .text import table, wrap


def names_text(answer: Names) -> str:
    """All names by kind, or how a text would be read."""
    if answer.asked is None:
        rows = [(row.id, row.kind, isolate(row.name), f"{len(row.aliases)} other names") for row in answer.known]
        return "\n".join(table(rows))
    lines = []
    for found in answer.readings:
        if len(found.candidates) == 1:
            item = found.candidates[0]
            lines.append(f"read as {found.scope}: {isolate(item.name)} ({item.kind.value}, {item.id}), {found.matched}")
        elif found.candidates:
            lines.append(f"read as {found.scope}: ambiguous")
            lines += [f"  {isolate(item.name)} ({item.kind.value}, {item.id})" for item in found.candidates]
        else:
            near = ", ".join(f"{isolate(item.name)} ({item.id})" for item in found.nearest)
            lines.append(f"read as {found.scope}: unknown" + (f"; nearest: {near}" if near else ""))
    for row in answer.known:
        written = ", ".join(isolate(alias) for alias in row.aliases)
        lines.append(
            wrap(f"{row.name} is also written: {written}" if written else f"{row.name} has no other name", "  ")
        )
    return "\n".join(lines)
