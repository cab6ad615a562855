"""How much of the gold facts of a folder of documents the reader finds, and how much it makes up."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import loaders
from graph.model import Statement
from graph.names import Resolver
from graph.spelling import words
from loaders.tables import read_registry

ROOT = Path(__file__).parents[2]
OF_A_PLACE = {"turnout", "voters", "counted", "council_size"}
NOUNS = {"alliance", "coalition", "party", "list", "bloc", "movement", "province", "governorate", "of", "in"} | set(
    "تحالف ائتلاف حزب كتله قائمه محافظه في ليستي پاريزگاي استان".split()
)


def score(folder: Path) -> tuple[float, float, float, float]:
    """Precision and recall of what is stated, then of all that is stated or proposed."""
    registry = read_registry(ROOT / "data")
    resolver = Resolver(registry.names)
    right, wrong = {"stated": 0, "proposed": 0}, {"stated": 0, "proposed": 0}
    sure = {"stated": 0, "proposed": 0}
    want = 0
    for path in sorted((folder / "gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        facts = [fact | {"sure": fact.get("certain", True) and not fact.get("election")} for fact in gold["facts"]]
        want += sum(fact["sure"] for fact in facts)
        used: set[int] = set()
        for marked in loaders.read(folder / "documents" / gold["document"], registry, resolver).marked():
            if not isinstance(marked.item, Statement):
                continue
            kind = marked.certainty.value
            at = next((i for i, fact in enumerate(facts) if i not in used and _fits(fact, marked.item)), None)
            if at is None:
                wrong[kind] += 1
            else:
                used.add(at)
                right[kind] += 1
                sure[kind] += facts[at]["sure"]
    both = [sum(part.values()) for part in (right, wrong, sure)]
    return (
        right["stated"] / max(1, right["stated"] + wrong["stated"]),
        sure["stated"] / max(1, want),
        both[0] / max(1, both[0] + both[1]),
        both[2] / max(1, want),
    )


def _fits(fact: dict[str, Any], said: Statement) -> bool:
    if fact["predicate"] != said.predicate or fact["value"] != said.value:
        return False
    if said.predicate in OF_A_PLACE:
        return _agree(fact["place"], said.subject_text) or (fact["place"] is None and said.subject == said.election)
    return _agree(fact["subject"], said.subject_text) and _agree(fact["place"], said.object_text)


def _agree(one: str | None, other: str | None) -> bool:
    a, b = (" ".join(word for word in words(text or "") if word not in NOUNS) for text in (one, other))
    return a == b if not a or not b else a in b or b in a or set(a.split()) == set(b.split())
