"""Loaders: a document of a known shape becomes statements; a folder of tables becomes the registry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from graph.collector import without_collector
from graph.errors import DocumentError
from graph.kinds import BODIES, Kind
from graph.lexicon import Name
from graph.model import Item, Registry, Remark, Source, SourceKind, Statement
from graph.names import Resolver
from graph.spelling import words

from .assembler import Assembler, OwnNames, only_own, own_names
from .deadline import Deadline, not_told
from .documents import HEAD, Document, Options, open_document, which_election
from .languages import cites_authority
from .languages.countries import is_country
from .reading.found import Claim, Mechanism, Span
from .reading.labels import Labels
from .reading.marked import Marked
from .reading.reader import Read
from .reading.words import Role
from .shapes import SHAPES
from .shapes.general import read_document

__all__ = ["SHAPES", "Marked", "Options", "Reading", "read"]

GENERAL = "general"
# Holders that tell of what country a document is, and words of the name of each that say more than its sort: another
# country may have one of the name. Where an election is the usual one, any tells that it is meant.
_TELLING, _USUAL = (2, 2), (1, 0)
_ROLES = "list=HEADER,seats=HEADER,province=HEADER"


@dataclass(frozen=True, slots=True)
class Reading:
    """A document about to be read: its shape, source and election; `items()` reads it as a stream.

    `election` is None where nothing tells it: of such a document the claims can be seen, and not yet counted.
    """

    document: Document
    shape: str
    source: Source
    election: str | None
    columns: Mapping[Role, str]
    _resolver: Resolver
    _own: OwnNames | None

    def items(self) -> Iterator[Item]:
        """Statements, unresolved names, unreadable lines and remarks, in the order of the document.

        Of a document in which nothing reads as either, one remark says so. What is only proposed is not among them.
        """
        empty = True
        yield from self.document.laid.remarks
        for item in SHAPES[self.shape].read(self.document, self._assembler):
            empty = empty and isinstance(item, Remark)
            yield item
        if empty:
            yield self._nothing(self.understood() if self.shape == GENERAL else None)

    def marked(self, read: Read | None = None) -> Iterator[Marked]:
        """The same with where each stands and how it was read; statements that are only proposed are among them.

        `read` is what `understood` gave, so that it is not found out a second time.
        """
        if not SHAPES[self.shape].marks:
            for item in self.items():
                yield _whole_line(item)
            return
        if read is None and self.shape == GENERAL:
            read = self.understood()
        empty = True
        for remark in self.document.laid.remarks:
            yield _whole_line(remark)
        for marked in SHAPES[self.shape].mark(self.document, self._assembler, self.columns, read):
            empty = empty and not isinstance(marked.item, Statement)
            yield marked
        if empty:
            yield _whole_line(self._nothing(read))

    def understood(self) -> Read:
        """What the general reader finds in the document, and how it understood its tables."""
        with without_collector():
            return read_document(self.document, self._assembler, self.columns)

    @property
    def _assembler(self) -> Assembler:
        return Assembler(self._resolver, self.source.id, self.document.retyped, self._own)

    def _nothing(self, read: Read | None) -> Remark:
        """That nothing is stated in the document, and what to do; `read` is what the general reader found in it."""
        shapes = f"say what it is with --shape: {', '.join(SHAPES)}"
        if read is None or not read.looks:
            said = f"it was taken for {self.shape}, and no line of it reads as a statement. {shapes.capitalize()}"
        elif any(isinstance(one, Claim) for one in read.found):
            said = "what it says is only proposed. See it with majlis read, and decide in majlis review"
        else:
            said = f"it looks like {read.looks}, and no line of it reads as a statement. "
            columns = [column for table in read.tables for column in table.columns.columns]
            if columns and all(column.role for column in columns):
                said += "Its columns are understood: majlis read lists each figure with the reason"
            else:
                asked = "The columns are not understood: say what they are" if columns else "Say what its columns are"
                said += f"{asked} with majlis read --columns '{_ROLES}', or {shapes}"
        return Remark(f"nothing was read: {said}.", self.document.shown)


def _whole_line(item: Item) -> Marked:
    """An item of a shape that says no letters: its whole line, as its quote has it."""
    place = item.place
    quote = (item.quote or "") if isinstance(item, Statement) else item.text
    span = Span((place.line or 0) if place else 0, 0, len(quote))
    return Marked(item, span, mechanism=Mechanism.LIST if isinstance(item, Statement) else None)


def read(
    path: Path,
    registry: Registry,
    resolver: Resolver,
    options: Options | None = None,
    shown: str | None = None,
    columns: Mapping[Role, str] | None = None,
) -> Reading:
    """Open a document and tell its shape from front matter, option or its first lines.

    `columns` are the headers of columns whose roles the user says; they make any document a general one. Raises
    DocumentError where it cannot be read, or an election is stated that is not known.
    """
    document = open_document(path, registry, options, shown)
    if document.shape is not None and document.shape not in SHAPES:
        what = f"shape is {document.shape!r}"
        raise DocumentError(document.shown, None, what, f"Use one of: {', '.join(SHAPES)}.")
    head = _Head(document, registry, resolver)
    several = len(registry.of_kind({Kind.ELECTION})) > 1
    stated = document.shape is not None or document.election_stated
    of_shape = not columns and document.election is not None  # else it is a general one
    whole = Deadline(document.laid.size).run(lambda: head.look(names=several and not stated, shape=of_shape))
    if not whole:
        laid = document.laid
        told = not_told(document.shown, f"--shape ({', '.join(SHAPES)}) and --election")
        document = replace(document, laid=replace(laid, remarks=(*laid.remarks, told)))
    if document.election and several and not stated and not head.of_country:
        # Its date, or what is usual, says nothing: it is of another country.
        known = (entity.id for entity in registry.of_kind({Kind.ELECTION}))
        document = replace(document, election=None, no_election=which_election(document.shown, known))
    unknown = document.shape is None and (document.election is None or head.rows)
    name = GENERAL if columns or unknown else document.shape or head.shape
    source = document.source
    if SHAPES[name].relays and not document.kind_stated and head.cites:
        source = replace(source, kind=SourceKind.RELAY)
    election = document.election
    id = election.id if election else None
    # A list of the data has a namesake in every country; so of a page that is of no known one it is only offered.
    own = own_names(registry, [id]) if id else None if head.of_country else only_own(registry)
    return Reading(document, name, source, id, columns or {}, resolver, own)


class _Head:
    """What the first lines of a document tell of it: as far as they were looked at."""

    def __init__(self, document: Document, registry: Registry, resolver: Resolver) -> None:
        self._document, self._registry, self._resolver = document, registry, resolver
        self.of_country = False  # that of the registry; of a document of no election, that of the data alone
        self.rows = False  # they have cells
        self.cites = False  # an authority, as where its numbers are from
        self.shape = GENERAL

    def look(self, *, names: bool, shape: bool) -> None:
        """Look at them, for `names` and for the `shape` where these are asked for. It may be broken off anywhere."""
        head = [line for _, line in islice(self._document.lines(), HEAD)]
        self.rows = any(line.cells for line in islice(self._document.laid_lines(), HEAD))
        if not self._document.kind_stated:
            self.cites = cites_authority(" ".join(head))
        if shape and self._document.shape is None and not self.rows:
            self.shape = next(shape.name for shape in SHAPES.values() if shape.looks_like(head, self._resolver))
        known, election = self._registry.names, self._document.election
        if election is None:
            data = [name for name in known if not (name.place and name.place.own)]
            resolver = self._resolver if len(data) == len(known) else Resolver(data)
            self.of_country = _is_of_country(head, data, resolver, *_TELLING)
        elif names:
            least = _TELLING if self._document.source.published else _USUAL
            self.of_country = _is_of_country(head, known, self._resolver, *least)


def _is_of_country(head: Sequence[str], names: Iterable[Name], resolver: Resolver, holders: int, telling: int) -> bool:
    """Whether they name a province or the country of these names, or so many holders, each by so many words."""
    labels = Labels(resolver)
    bodies = [name.text for name in names if name.kind in BODIES | {Kind.ELECTION}]
    countries = tuple({word for name in bodies for word in words(name) if is_country(word)})
    named: set[str] = set()
    for line in head:
        named |= resolver.named_in(line, telling)
        of_country = any(word.startswith(countries) for word in words(line))
        if of_country or len(named) >= holders or labels.places_in(line):
            return True
    return False
