"""A review as it stands: what was read, what a person said of it, and what would be kept; every act can be undone."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from graph.dates import today
from graph.errors import UsageError
from graph.kinds import LISTS, PROVINCES
from graph.model import Kind, Registry, Statement, Unreadable
from graph.names import Resolver
from graph.predicates import PREDICATES
from loaders import GENERAL, Reading
from loaders.documents import slug
from loaders.own_folder import Additions, remembered_columns
from loaders.reading.found import Certainty
from loaders.reading.line import Line, LineKind
from loaders.reading.tables.roles import SAID_ROLES
from loaders.reading.tables.table import TableReading
from loaders.reading.tokens import TokenKind, tokens, value_of

UNITS: Mapping[str, str] = {"seats": "holds_seats", "votes": "votes", "rank": "ranked"}
_NAMED = ("subject", "object")
_MOST_UNDONE = 200


class Said(StrEnum):
    """What a person said of an item."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Item:
    """A claim, or a figure that became none (no `predicate` then), with the letters of its line.

    `subject` and `object` are the words, `subject_id` and `object_id` who they mean. `kept`: the folder has it already.
    """

    id: int
    index: int
    start: int
    end: int
    predicate: str
    subject: str
    subject_id: str
    object: str
    object_id: str
    value: int | float | str | None
    election: str
    certainty: str
    reason: str
    mechanism: str
    place_from: str
    kept: bool = False
    said: Said = Said.OPEN


@dataclass(frozen=True, slots=True)
class Decision:
    """A question whose answer settles the claims `ids`: what it asks, of which words, and who may be meant.

    `asks` is a code: name, place, table, claim.
    """

    key: str
    asks: str
    text: str
    kind: str
    reason: str
    ids: tuple[int, ...]
    candidates: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A section or a table of the document: its lines from `first` to `last`, which one act can set together."""

    name: str
    table: bool
    first: int
    last: int
    sums_agree: bool = False


@dataclass(slots=True)
class State:
    """All that an act changes."""

    items: dict[int, Item]
    names: dict[str, dict[str, str]] = field(default_factory=dict)  # "kind\0words" -> a row of aliases or entities
    columns: dict[str, str] = field(default_factory=dict)  # role -> header, where a person says it


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
        self._read_tables: Sequence[TableReading] = ()
        self._statements: dict[int, Statement | None] = {}
        self.columns = remembered_columns(folder, self.publisher)
        self.state = State(self._read(), columns=self.columns)
        self.blocks = self._blocks()
        self._undo: list[State] = []
        self.saved = False
        self._restore()

    # What was read ---------------------------------------------------------------------------------------------

    @property
    def publisher(self) -> str:
        """By whom the layouts of this document's tables are remembered."""
        return self.reading.source.publisher or ""

    @property
    def read_tables(self) -> Sequence[TableReading]:
        """The tables of the document, as they were understood."""
        return self._read_tables

    @property
    def undoable(self) -> int:
        """How many acts can be undone."""
        return len(self._undo)

    def _read(self) -> dict[int, Item]:
        if self.columns:
            roles = {SAID_ROLES[role]: header for role, header in self.columns.items() if role in SAID_ROLES}
            self.reading = replace(self.reading, shape=GENERAL, columns=roles)
        self._read_tables = self.reading.understood().tables if self.reading.shape == GENERAL else []
        at: dict[int, int] = {}
        for index, line in enumerate(self.lines):
            at.setdefault(line.number, index)
        items: dict[int, Item] = {}
        folder = Additions(self.folder)
        for marked in self.reading.marked():
            claim = marked.item
            if not isinstance(claim, Statement | Unreadable):
                continue
            id = len(items)
            index = marked.index if marked.index is not None else at.get(marked.span.line, 0)
            where = (id, index, marked.span.start, marked.span.end)
            if isinstance(claim, Unreadable):
                value = _figure(self.lines[index].text[marked.span.start : marked.span.end] or claim.text)
                items[id] = Item(*where, "", "", "", "", "", value, self.election, "unreadable", claim.reason, "", "")
                self._statements[id] = None
                continue
            self._statements[id] = claim
            items[id] = Item(
                *where,
                predicate=claim.predicate,
                subject=claim.subject_text,
                subject_id=claim.subject or "",
                object=claim.object_text or "",
                object_id=claim.object or "",
                value=claim.value,
                election=claim.election or self.election,
                certainty=marked.certainty.value,
                reason=marked.reason,
                mechanism=marked.mechanism.value if marked.mechanism else "",
                place_from=marked.place_from.value if marked.place_from else "",
                kept=folder.has(claim),
            )
        return items

    def _blocks(self) -> list[Block]:
        """The tables, by what the reader understood, and the sections below each heading."""
        blocks = []
        for table in self._read_tables:
            rows = [row for row in table.grid.rows if row]
            first, last = rows[0][0].at.line - 1, rows[-1][-1].at.line - 1
            agree = bool(table.sums) and all(one.said == one.counted for one in table.sums)
            number = [self.lines[at].where or str(self.lines[at].number) for at in (first, last)]
            blocks.append(Block(" - ".join(dict.fromkeys(number)), True, first, last, agree))
        heads = [index for index, line in enumerate(self.lines) if line.kind is LineKind.HEADING or _like_heading(line)]
        for head, after in zip(heads, [*heads[1:], len(self.lines)], strict=True):
            blocks.append(Block(self.lines[head].text.strip("#* :"), False, head, after - 1))
        return blocks

    # The queue -------------------------------------------------------------------------------------------------

    def queue(self) -> list[Decision]:
        """The decisions that are open, those first on which most claims depend."""
        open_items = [
            item for item in self.state.items.values() if item.predicate and item.said is Said.OPEN and not item.kept
        ]
        found: list[Decision] = []
        names: dict[tuple[str, str], list[int]] = defaultdict(list)
        for item in self.state.items.values():
            if item.said is Said.REJECTED or not item.predicate or item.kept:
                continue
            for role in _NAMED:
                kinds = getattr(PREDICATES[item.predicate], f"{role}s")
                words = getattr(item, role)
                if (
                    words
                    and kinds
                    and not getattr(item, f"{role}_id")
                    and _mark(_sort(kinds), words) not in self.state.names
                ):
                    names[_sort(kinds), words].append(item.id)
        for (sort, words), ids in names.items():
            asked = self._resolver.ask(words, _KINDS[sort])
            near = tuple((one.id, one.name) for one in (asked.candidates or asked.nearest)[:5])
            found.append(Decision(f"name\0{sort}\0{words}", "name", words, sort, "", tuple(ids), near))
        rest = {item.id: item for item in open_items if item.certainty == Certainty.PROPOSED}
        for block in self.blocks:
            within = {id for id, item in rest.items() if block.table and block.first <= item.index <= block.last}
            if len(within) > 1 and block.sums_agree:
                found.append(Decision(f"table\0{block.first}", "table", block.name, "", "", tuple(sorted(within))))
                rest = {id: item for id, item in rest.items() if id not in within}
        groups: dict[tuple[str, str], list[int]] = defaultdict(list)
        for id, item in rest.items():
            groups[item.object, item.reason].append(id)
        for (place, reason), group in groups.items():
            asks = "place" if place else "claim"
            found.append(Decision(f"place\0{place}\0{reason}", asks, place, "", reason, tuple(group)))
        return sorted(found, key=lambda one: (-len(one.ids), one.key))

    # Acts ------------------------------------------------------------------------------------------------------

    def act(self, said: Mapping[str, Any]) -> None:
        """Carry out an act. Raises UsageError for one that is none, or that names what is not there."""
        kind = said.get("act")
        acts: Mapping[str, Callable[[Mapping[str, Any]], None]] = {
            "accept": lambda said: self._say(self._ids(said), Said.ACCEPTED),
            "reject": lambda said: self._say(self._ids(said), Said.REJECTED),
            "reopen": lambda said: self._say(self._ids(said), Said.OPEN),
            "accept_stated": lambda _: self._say(self._stated(), Said.ACCEPTED),
            "edit": self._edit,
            "set": self._set,
            "name": self._name,
            "columns": self._columns,
        }
        if kind == "undo":
            if self._undo:
                before = self._undo.pop()
                if before.columns != self.columns:
                    self._take_columns(before.columns)
                self.state = before
            self._keep()
            return
        if kind not in acts:
            raise UsageError(f"{kind!r} is no act of a review. Acts: {', '.join((*acts, 'undo'))}.")
        before = State(dict(self.state.items), dict(self.state.names), dict(self.columns))
        try:
            acts[str(kind)](said)
        except (KeyError, TypeError, ValueError) as error:
            self.state = before
            raise UsageError(f"this act cannot be carried out: {error}") from error
        except UsageError:
            self.state = before
            raise
        self._undo = [*self._undo[-_MOST_UNDONE:], before]
        self.saved = False
        self._keep()

    def _ids(self, said: Mapping[str, Any]) -> list[int]:
        """The items of an act: those it lists, all, or all of a block."""
        if "block" in said:
            block = self.blocks[int(said["block"])]
            return [item.id for item in self.state.items.values() if block.first <= item.index <= block.last]
        if said["ids"] == "all":
            return list(self.state.items)
        return [int(id) for id in said["ids"] if int(id) in self.state.items]

    def _stated(self) -> list[int]:
        return [
            item.id
            for item in self.state.items.values()
            if item.certainty == Certainty.STATED and item.said is Said.OPEN and not item.kept
        ]

    def _say(self, ids: Iterable[int], said: Said) -> None:
        for id in ids:
            item = self.state.items[id]
            if item.predicate:
                self.state.items[id] = replace(item, said=said)

    def _edit(self, said: Mapping[str, Any]) -> None:
        """Change what a claim says, or make one of a figure that became none."""
        id = int(said["id"])
        item = self.state.items[id]
        fields = {
            name: str(said[name]).strip() for name in ("predicate", "subject", "object", "election") if name in said
        }
        if fields.get("predicate", item.predicate) not in PREDICATES:
            raise UsageError(f"no predicate {fields.get('predicate')!r}. Use one of: {', '.join(PREDICATES)}.")
        changed = _with(item, fields)
        if "value" in said:
            text = str(said["value"]).strip()
            changed = replace(changed, value=value_of(text) if text else None)
            if text and changed.value is None:
                raise UsageError(f"value is {text!r}: write a number.")
        self.state.items[id] = replace(self._resolved(changed), said=Said.ACCEPTED)

    def _set(self, said: Mapping[str, Any]) -> None:
        """Set the place, list, unit or election of many claims in one act."""
        what, value = str(said["field"]), str(said["value"]).strip()
        for id in self._ids(said):
            item = self.state.items[id]
            if not item.predicate:
                continue
            if what == "unit":
                if value not in UNITS:
                    raise UsageError(f"no unit {value!r}. Use one of: {', '.join(UNITS)}.")
                item = replace(item, predicate=UNITS[value])
            elif what in ("place", "list"):
                role = {"place": "object", "list": "subject"}[what]
                item = self._resolved(_with(item, {role: value}))
            elif what == "election":
                if value not in self.elections():
                    raise UsageError(f"no election {value!r} is known.")
                item = replace(item, election=value)
            else:
                raise UsageError(f"{what!r} cannot be set. Use one of: place, list, unit, election.")
            self.state.items[id] = item

    def _name(self, said: Mapping[str, Any]) -> None:
        """Say who words mean: somebody known (an alias), or somebody new (an entity)."""
        sort, words = str(said["kind"]), str(said["text"])
        source = self.reading.source.id
        if said.get("entity"):
            known = self._registry.entities.get(str(said["entity"]))
            if known is None or known.kind not in _KINDS[sort]:
                raise UsageError(f"no {sort} {said['entity']!r} is known.")
            row = {"entity": known.id, "alias": words, "source": source}
            id = known.id
        else:
            kind = Kind(said.get("new") or _NEW[sort])
            if kind not in _KINDS[sort]:
                raise UsageError(f"a {kind.value} is no {sort}.")
            id, number = slug(words), 2
            while id in self._registry.entities:
                id, number = f"{slug(words)}-{number}", number + 1
            row = {"id": id, "kind": kind.value, "name": words, "source": source}
        self.state.names[_mark(sort, words)] = row
        for item in list(self.state.items.values()):
            for role in _NAMED:
                if item.predicate and getattr(item, role) == words and _sort(_kinds(item, role)) == sort:
                    self.state.items[item.id] = _with(self.state.items[item.id], {f"{role}_id": id})

    def _columns(self, said: Mapping[str, Any]) -> None:
        """Say what a column of a table is; the document is read anew, and what was said of its claims stays."""
        role, header = str(said["role"]), str(said["header"]).strip()
        if role and role not in SAID_ROLES:
            raise UsageError(f"no role {role!r}. Use one of: {', '.join(SAID_ROLES)}.")
        columns = {key: name for key, name in self.columns.items() if name != header and key != role}
        self._read_anew(columns | ({role: header} if role and header else {}))

    def _read_anew(self, columns: dict[str, str]) -> None:
        said = {(item.index, item.start, item.predicate, item.subject): item.said for item in self.state.items.values()}
        items = {
            id: replace(item, said=said.get((item.index, item.start, item.predicate, item.subject), Said.OPEN))
            for id, item in self._take_columns(columns).items()
        }
        self.state = State(
            {id: self._resolved(item) if item.predicate else item for id, item in items.items()},
            self.state.names,
            columns,
        )

    def _take_columns(self, columns: dict[str, str]) -> dict[int, Item]:
        """Read the document with these roles of columns; with none, as it reads by itself."""
        self.columns = columns
        self.reading = self._first
        items = self._read()
        self.blocks = self._blocks()
        return items

    def _resolved(self, item: Item) -> Item:
        """A claim whose words were changed, with whom they mean."""
        for role in _NAMED:
            words = getattr(item, role)
            kinds = _kinds(item, role)
            row = self.state.names.get(_mark(_sort(kinds), words), {}) if kinds else {}
            found = self._resolver.resolve(words, kinds).entity if words and kinds else None
            id = found.id if found else row.get("entity") or row.get("id") or ""
            item = _with(item, {f"{role}_id": id})
        return item

    def elections(self) -> dict[str, str]:
        """The elections that are known, by id."""
        return {entity.id: entity.name for entity in self._registry.of_kind({Kind.ELECTION})}

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

    def _keep(self) -> None:
        """Keep what was said so far, so that it is there when the review is opened again."""
        if self._autosave is None:
            return
        self._autosave.parent.mkdir(parents=True, exist_ok=True)
        beside = self._autosave.with_suffix(".tmp")
        kept = {"items": [asdict(item) for item in self.state.items.values()], "names": self.state.names}
        beside.write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")
        beside.replace(self._autosave)

    def _restore(self) -> None:
        """Take up a review that was broken off, where the document reads as it did then."""
        if self._autosave is None or not self._autosave.exists():
            return
        try:
            kept = json.loads(self._autosave.read_text(encoding="utf-8"))
            items = [Item(**{**row, "said": Said(row["said"])}) for row in kept["items"]]
            names = {str(key): dict(row) for key, row in kept["names"].items()}
        except (OSError, ValueError, KeyError, TypeError):
            return
        same = [(item.index, item.start, item.end) for item in items] == [
            (item.index, item.start, item.end) for item in self.state.items.values()
        ]
        if same:
            self.state = State({item.id: item for item in items}, names)


_KINDS: Mapping[str, frozenset[Kind]] = {
    "list": LISTS,
    "province": PROVINCES,
    "figure": frozenset({Kind.FIGURE}),
    "office": frozenset({Kind.OFFICE}),
}
_NEW: Mapping[str, Kind] = {
    "list": Kind.PARTY,
    "province": Kind.PROVINCE,
    "figure": Kind.FIGURE,
    "office": Kind.OFFICE,
}


def _figure(text: str) -> int | float | None:
    """The first number of a text; None where it has none."""
    return next((value_of(token.text) for token in tokens(text) if token.kind is TokenKind.NUMBER), None)


def _with(item: Item, words: Mapping[str, Any]) -> Item:
    """An item with other words."""
    return replace(item, **words)


def _kinds(item: Item, role: str) -> frozenset[Kind]:
    found: frozenset[Kind] = getattr(PREDICATES[item.predicate], f"{role}s")
    return found


def _sort(kinds: Iterable[Kind]) -> str:
    """What is asked for, of the kinds that a predicate takes: a list, else a place, else whoever."""
    taken = frozenset(kinds)
    return next((name for name, kinds in _KINDS.items() if kinds & taken), "list")


def _mark(sort: str, words: str) -> str:
    return f"{sort}\0{words}"


def _like_heading(line: Line) -> bool:
    """A heading of plain text: short, without a figure, and marked or ended as one."""
    text = line.text.strip()
    return (
        line.kind is LineKind.TEXT
        and 0 < len(text) < 60
        and not any(char.isdigit() for char in text)
        and (text.startswith("#") or text.endswith((":", "：")))
    )
