"""A review as it stands: what was read, what a person said of it, and what would be kept; every act can be undone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from graph.dates import today
from graph.errors import UsageError
from graph.model import Registry, Statement
from graph.names import Resolver
from graph.predicates import PREDICATES
from loaders import GENERAL, Reading
from loaders.own_folder import Additions, remembered_columns
from loaders.reading.line import Line
from loaders.reading.tables.columns import TableReading
from loaders.reading.tables.roles import SAID_ROLES

from .acts import ACTS, Known
from .autosave import keep, restored
from .decisions import Decision, queue
from .items import Item, Said, State, items_of
from .sections import Block, sections

_MOST_UNDONE = 200


class Review:
    """The review of one document, kept in a folder of the user's own."""

    def __init__(
        self,
        reading: Reading,
        registry: Registry,
        resolver: Resolver,
        folder: Path,
        digest: str,
        autosave: Path | None = None,
    ) -> None:
        self.reading = self._first = reading
        self.folder, self.digest = folder, digest
        self._registry, self._resolver, self._autosave = registry, resolver, autosave
        self.lines: Sequence[Line] = list(reading.document.laid_lines())
        self.election = reading.election or ""
        self.tables: Sequence[TableReading] = ()
        self._statements: dict[int, Statement | None] = {}
        self.blocks: Sequence[Block] = ()
        self.columns: Mapping[str, str] = {}
        before = self._taken_up()
        self.taken_up = before is not None
        self.state = before or self._begun()
        self._undo: list[State] = []
        self.saved = False

    @property
    def publisher(self) -> str:
        """By whom the layouts of this document's tables are remembered."""
        return self.reading.source.publisher or ""

    @property
    def undoable(self) -> int:
        """How many acts can be undone."""
        return len(self._undo)

    @property
    def known(self) -> Known:
        """What acts go by."""
        return Known(self._registry, self._resolver, self.blocks, self.reading.source.id)

    def _begun(self) -> State:
        """The review before its first act: the document as it reads with the columns remembered of its publisher."""
        self.columns = remembered_columns(self.folder, self.publisher)
        return State(self._read(), columns=dict(self.columns))

    def _taken_up(self) -> State | None:
        """A review that was broken off, where the document reads as it did then; else None."""
        before = restored(self._autosave) if self._autosave and self._autosave.exists() else None
        if before is None:
            return None
        self.columns = before.columns
        read = self._read()
        return before if list(map(_place, read.values())) == list(map(_place, before.items.values())) else None

    def queue(self) -> list[Decision]:
        """The decisions that are open, those first on which most claims depend."""
        return queue(self.state, self.blocks, self._resolver)

    def _read(self) -> dict[int, Item]:
        """Read the document with the roles of columns that a person gave; with none, as it reads by itself."""
        self.reading = self._first
        if self.columns:
            roles = {SAID_ROLES[role]: header for role, header in self.columns.items() if role in SAID_ROLES}
            self.reading = replace(self.reading, shape=GENERAL, columns=roles)
        read = self.reading.understood() if self.reading.shape == GENERAL else None
        self.tables = read.tables if read else ()
        self.blocks = sections(self.lines, self.tables)
        found = self.reading.marked(read)
        items, self._statements = items_of(found, self.lines, Additions(self.folder), self.election)
        return items

    # Acts ------------------------------------------------------------------------------------------------------

    def act(self, said: Mapping[str, Any]) -> None:
        """Carry out an act. Raises UsageError for one that is none, or that names what is not there."""
        kind = said.get("act")
        if kind == "undo":
            self._take_back()
            return
        if not isinstance(kind, str) or (kind != "columns" and kind not in ACTS):
            raise UsageError(f"{kind!r} is no act of a review. Acts: {', '.join((*ACTS, 'columns', 'undo'))}.")
        before = State(dict(self.state.items), dict(self.state.names), dict(self.columns))
        try:
            if kind == "columns":
                self._columns(said)
            else:
                ACTS[kind](self.state, said, self.known)
        except (KeyError, TypeError, ValueError, IndexError) as error:
            self.state = before
            raise UsageError(f"this act cannot be carried out: {error}") from error
        except UsageError:
            self.state = before
            raise
        self._undo = [*self._undo[-_MOST_UNDONE:], before]
        self.saved = False
        self._keep()

    def _take_back(self) -> None:
        """Undo the last act."""
        if self._undo:
            before = self._undo.pop()
            if before.columns != self.columns:
                self.columns = before.columns
                self._read()
            self.state = before
        self._keep()

    def _columns(self, said: Mapping[str, Any]) -> None:
        """Say what a column of a table is; the document is read anew, and what was said of its claims stays."""
        role, header = str(said["role"]), str(said["header"]).strip()
        if role and role not in SAID_ROLES:
            raise UsageError(f"no role {role!r}. Use one of: {', '.join(SAID_ROLES)}.")
        columns = {key: name for key, name in self.columns.items() if name != header and key != role}
        self.columns = columns | ({role: header} if role and header else {})
        before = {_same(item): item.said for item in self.state.items.values()}
        state = State({}, self.state.names, self.columns)
        items, known = self._read(), self.known
        for id, item in items.items():
            now = replace(item, said=before.get(_same(item), Said.OPEN))
            state.items[id] = known.resolved(now, state) if now.predicate else now
        self.state = state

    def _keep(self) -> None:
        if self._autosave is not None:
            keep(self._autosave, self.state)

    # Keeping ---------------------------------------------------------------------------------------------------

    def additions(self) -> Additions:
        """The rows that saving would write. Raises UsageError where an accepted claim says of no election."""
        added = Additions(self.folder)
        source = self.reading.source
        for row in self.state.names.values():
            (added.alias if "alias" in row else added.entity)(row)
        accepted = [item for item in self.state.items.values() if item.said is Said.ACCEPTED]
        for item in accepted:
            if PREDICATES[item.predicate].per_election and not item.election:
                raise UsageError("of which election? Set it for the whole document before you save.")
            added.claim(self._claim(item), today())
        if accepted or self.state.names:
            if source.id not in self._registry.sources:
                added.source(source)
            added.document(source.id, self.digest, Path(self.reading.document.shown).name)
            for role, header in self.columns.items():
                added.layout(self.publisher, role, header)
        return added

    def _claim(self, item: Item) -> Statement:
        line = self.lines[item.index]
        first = self._statements[item.id]
        base = first or Statement(
            subject=None,
            subject_text="",
            predicate=item.predicate,
            source=self.reading.source.id,
            locator=line.where or f"line {line.number}",
            quote=None if self.reading.document.retyped else line.text.strip(),
        )
        predicate = PREDICATES[item.predicate]
        return replace(
            base,
            id="",
            predicate=item.predicate,
            subject=item.subject_id or None,
            subject_text=item.subject or item.election,
            object=item.object_id or None,
            object_text=item.object or None,
            value=item.value,
            election=item.election if predicate.per_election else None,
        )

    def save(self) -> dict[str, int]:
        """Write the rows; how many went to which table. Raises UsageError, StoreError, DocumentError."""
        written = self.additions().save()
        self.saved = True
        if self._autosave:
            self._autosave.unlink(missing_ok=True)
        return written


def _place(item: Item) -> tuple[int, int, int]:
    return item.index, item.start, item.end


def _same(item: Item) -> tuple[int, int, str, str]:
    """What tells that an item is the same when its document is read anew."""
    return item.index, item.start, item.predicate, item.subject
