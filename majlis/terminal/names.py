"""Names and how a text would be read, as text."""

from __future__ import annotations

from queries.names import KnownName, Names

from ..wording.forms import ENGLISH, isolate
from .table import table
from .text import wrap


def names_text(answer: Names) -> str:
    """All names by kind, or how a text would be read."""
    if answer.asked is None:
        rows = [(row.id, row.kind, isolate(row.name), _others(row)) for row in answer.known]
        return "\n".join(table(rows))
    lines = []
    for found in answer.readings:
        if len(found.candidates) == 1:
            item = found.candidates[0]
            how = ENGLISH.say(f"matched.{found.matched}")
            said = {"name": isolate(item.name), "kind": ENGLISH.say(f"kind.{item.kind}"), "id": item.id, "matched": how}
            lines.append(wrap(ENGLISH.say("names.read", scope=found.scope, **said), "  "))
        elif found.candidates:
            lines.append(ENGLISH.say("names.ambiguous", scope=found.scope))
            lines += [f"  {isolate(item.name)} ({item.kind.value}, {item.id})" for item in found.candidates]
        else:
            unknown = ENGLISH.say("names.unknown", scope=found.scope)
            near = ENGLISH.listed(f"{isolate(item.name)} ({item.id})" for item in found.nearest)
            lines.append(wrap(ENGLISH.say("names.nearest", unknown=unknown, names=near) if near else unknown, "  "))
    for row in answer.known:
        key = "names.written" if row.aliases else "names.has_none"
        written = ENGLISH.listed(map(isolate, row.aliases))
        lines.append(wrap(ENGLISH.say(key, name=isolate(row.name), names=written), "  "))
    return "\n".join(lines)


def _others(row: KnownName) -> str:
    """How many other names there are."""
    return ENGLISH.counted("other_name", len(row.aliases)) if row.aliases else ENGLISH.say("names.none_other")
