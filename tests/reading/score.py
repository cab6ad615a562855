"""How much of the gold facts of a folder of documents the reader finds, and how much it makes up.

`python -m tests.reading.score [FOLDER [PAGES]]` prints it, and how right what it read of each layout is.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import loaders
from graph.model import Registry, Statement, Unreadable
from graph.names import Resolver
from graph.spelling import words
from loaders.reading.marked import Marked
from loaders.tables import read_registry

ROOT = Path(__file__).parents[2]
_GAPS = re.compile(r"(?<=\d)[ .,٬'](?=\d{3}(?!\d))")
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
OF_A_PLACE = {"turnout", "voters", "counted", "council_size"}
NOUNS = {"alliance", "coalition", "party", "list", "bloc", "movement", "province", "governorate", "of", "in"} | set(
    "تحالف ائتلاف حزب كتله قائمه محافظه في ليستي پاريزگاي استان".split()
)


class Score(NamedTuple):
    """Precision and recall of what is stated, then of all that is stated or proposed, as shares of 1.

    `accounted`: of the figures of the gold facts, for how many something on their own line has that figure. `noise`: of
    the figures that became no claim, how many stand on lines of no fact. A rank that only an order tells is no figure.
    """

    stated_precision: float
    stated_recall: float
    precision: float
    recall: float
    accounted: float
    noise: float


LAYOUTS = {"table": "tables", "list": "lists", "clause": "sentences", "office": "sentences"}


class Tally:
    """Of claims by their layout, whether their document is in Arabic letters, and how sure they are: right and all."""

    def __init__(self) -> None:
        self.right: Counter[tuple[str, bool, str]] = Counter()
        self.all: Counter[tuple[str, bool, str]] = Counter()

    def rows(self) -> list[str]:
        """The table that docs/reading.md shows."""
        rows = ["| | stated | of these right | proposed | of these right |", "|---|---|---|---|---|"]
        for layout, arabic in sorted({key[:2] for key in self.all}):
            cells = [f"{layout}, {'Arabic' if arabic else 'other'} letters"]
            for kind in ("stated", "proposed"):
                key = layout, arabic, kind
                share = f"{100 * self.right[key] / self.all[key]:.0f} %" if self.all[key] else ""
                cells += [str(self.all[key]), share]
            rows.append(f"| {' | '.join(cells)} |")
        return rows


@cache
def _known() -> tuple[Registry, Resolver]:
    """The shipped names."""
    registry = read_registry(ROOT / "data")
    return registry, Resolver(registry.names)


@cache
def _read(document: Path) -> tuple[Marked, ...]:
    """What is read in a document: once, though a score and a table are of the same."""
    return tuple(loaders.read(document, *_known()).marked())


def score(folder: Path, tally: Tally | None = None, pages: str = "*") -> Score:
    """How well the documents of a folder are read; what was read of each layout goes into `tally`.

    `pages`: of which pages, as a pattern of the names of their gold.
    """
    tally = tally or Tally()
    right, wrong = {"stated": 0, "proposed": 0}, {"stated": 0, "proposed": 0}
    sure = {"stated": 0, "proposed": 0}
    want = figures = accounted = unread = noise = 0
    for path in sorted((folder / "gold").glob(f"{pages}.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        facts = [fact | {"sure": fact.get("certain", True) and not fact.get("election")} for fact in gold["facts"]]
        want += sum(fact["sure"] for fact in facts)
        used: set[int] = set()
        arabic = (
            len(_ARABIC.findall(text := (folder / "documents" / gold["document"]).read_text("utf-8"))) > len(text) / 3
        )
        every = _read(folder / "documents" / gold["document"])
        lines = {fact["line"] for fact in facts}
        values = [
            fact for fact in facts if fact["value"] is not None and (fact["sure"] or fact["predicate"] != "ranked")
        ]
        figures += len(values)
        accounted += sum(any(_holds(one, fact) for one in every) for fact in values)
        left = [one for one in every if isinstance(one.item, Unreadable)]
        unread += len(left)
        noise += sum(one.span.line not in lines for one in left)
        for marked in every:
            if not isinstance(marked.item, Statement):
                continue
            kind = marked.certainty.value
            key = LAYOUTS[marked.mechanism], arabic, kind
            tally.all[key] += 1
            at = next((i for i, fact in enumerate(facts) if i not in used and _fits(fact, marked.item)), None)
            if at is None:
                wrong[kind] += 1
            else:
                used.add(at)
                right[kind] += 1
                tally.right[key] += 1
                sure[kind] += facts[at]["sure"]
    both = [sum(part.values()) for part in (right, wrong, sure)]
    return Score(
        right["stated"] / max(1, right["stated"] + wrong["stated"]),
        sure["stated"] / max(1, want),
        both[0] / max(1, both[0] + both[1]),
        both[2] / max(1, want),
        accounted / max(1, figures),
        noise / max(1, unread),
    )


def _holds(marked: Marked, fact: dict[str, Any]) -> bool:
    """Whether something on the line of a fact has its figure, or says it in words."""
    item = marked.item
    if marked.span.line != fact["line"] or not isinstance(item, Statement | Unreadable):
        return False
    value = item.value if isinstance(item, Statement) else marked.value
    text = item.text if isinstance(item, Unreadable) else item.quote
    digits = _GAPS.sub("", "".join(str(int(char)) if char.isdigit() else char for char in text))
    spelled = bool(text) and not any(char.isdigit() for char in text)
    return value == fact["value"] or spelled or str(fact["value"]) in _NUMBER.findall(digits)


def _fits(fact: dict[str, Any], said: Statement) -> bool:
    if fact["predicate"] != said.predicate or fact["value"] != said.value:
        return False
    if said.predicate in OF_A_PLACE:
        return _agree(fact["place"], said.subject_text) or (fact["place"] is None and said.subject == said.election)
    return _agree(fact["subject"], said.subject_text) and _agree(fact["place"], said.object_text)


def _agree(one: str | None, other: str | None) -> bool:
    a, b = (" ".join(word for word in words(text or "") if word not in NOUNS) for text in (one, other))
    return a == b if not a or not b else a in b or b in a or set(a.split()) == set(b.split())


def main() -> None:
    """Print the figures of a folder, by default of the documents here."""
    tally = Tally()
    folder, pages = [*sys.argv[1:], *(str(Path(__file__).parent), "*")[len(sys.argv) - 1 :]][:2]
    found = score(Path(folder), tally, pages)
    print(*(f"{name} {value:.3f}" for name, value in found._asdict().items()), sep="\n")  # noqa: T201 - a script
    print(*tally.rows(), sep="\n")  # noqa: T201 - a script


if __name__ == "__main__":
    main()
