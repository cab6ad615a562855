"""Graphs made for a test, of what ships or of a small country in `countries/`, and what the page shows of one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from graph.build import batches
from graph.checks.settle import settle
from graph.decide import Decided
from graph.model import Knowledge
from graph.stores.batch import Batch
from graph.stores.embedded import EmbeddedStore
from loaders.folder import UserDocument, gather
from majlis.network.model import SHAPES, Stages
from majlis.page.model import ViewModel
from majlis.page.parts import Parts
from majlis.wording.messages import USUAL
from majlis.wording.notes import reason
from queries.view import GraphView

COUNTRIES = Path(__file__).parent / "countries"


def rows_of(knowledge: Knowledge, decided: Decided | None = None) -> list[Batch]:
    """The batches that write this knowledge, its reasons in words; without a decision, what its checks leave of it."""
    return list(batches(knowledge, decided or settle(knowledge)[0], partial(reason, USUAL)))


def stored(knowledge: Knowledge, decided: Decided | None = None) -> EmbeddedStore:
    """The graph of this knowledge, in memory."""
    store = EmbeddedStore.create()
    store.write(rows_of(knowledge, decided))
    return store


def asked(knowledge: Knowledge, decided: Decided | None = None) -> GraphView:
    """The graph of this knowledge, in memory, ready to be asked."""
    return GraphView(stored(knowledge, decided))


def known_of(name: str) -> Knowledge:
    """What is known of a country of `countries/`: its tables, and its texts as documents of a user."""
    folder = COUNTRIES / name
    return gather(folder, [UserDocument(path) for path in sorted(folder.glob("*.txt"))])[0]


def country(name: str) -> GraphView:
    """The graph of a country of `countries/`."""
    return asked(known_of(name))


@dataclass(frozen=True, slots=True)
class Interrupted(Batch):
    """A batch at which a build ends, or something else happens first."""

    then: Callable[[], object] = lambda: None

    def rows(self, most: int) -> Iterator[list[dict[str, Any]]]:
        """Its rows, after what happens first."""
        self.then()
        yield from Batch.rows(self, most)


def interrupted(batches: Sequence[Batch], at: int, then: Callable[[], object]) -> list[Batch]:
    """Batches of a build in which something happens before one of them is written."""
    content = list(batches)
    content[at] = Interrupted(batches[at].table, batches[at].columns, then)
    return content


def nowhere(*_: object) -> Stages:
    """The stages on which no name stands: for tests to which it does not matter where names stand."""
    return Stages({shape: {} for shape in SHAPES}, {})


def shown(graph: GraphView, **drawn: Any) -> ViewModel:
    """What the page shows of the election that questions are about."""
    parts = Parts(graph, **drawn)
    return parts.model(parts.opening.id)
