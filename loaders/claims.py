"""Claims that come as a table: what `majlis read --format csv` wrote, a colleague typed, or a program offers.

Each row is checked by code against the document, where one is given: nothing of it is believed because it is said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.kinds import SourceKind, Standing
from graph.model import Kind, Place, Registry, Remark, Source, Statement
from graph.names import Resolver
from graph.predicates import PREDICATES, Predicate
from graph.spelling import words

from .assembler import Assembler, Mention
from .documents import source_id
from .formats import FORMATS, content_of, lay
from .reading.figures import figures
from .reading.found import Certainty
from .reading.line import Line, LineKind
from .reading.marked import Marked
from .reading.tokens import TokenKind, tokens, value_of
from .rows import Row, Table, check_id, date_cell, row_error, table_rows, unguarded, word_cell
from .statements import names_of_rows, read_value

CLAIMS = Table(
    (),
    (
        "predicate",
        *("accept", "item", "locator", "subject", "subject_text", "object", "object_text", "value", "standing"),
        *("reason", "certainty", "line", "start", "end", "mechanism", "place_from"),
        *("of", "election", "reserved_for", "since", "until", "quote", "source"),
        *("title", "publisher", "published", "url", "kind", "language", "reviewed_on", "note"),
    ),
)
_YES = frozenset("yes y 1 x true accept accepted ok نعم".split())
_NO = frozenset("no n 0 false reject rejected لا".split())
_STATEMENT = ("", "statement")
_FORMS = (*FORMATS["CSV"].endings, ".xlsx")
_LONGEST_QUOTE = 2_000


@dataclass(frozen=True, slots=True)
class Offered:
    """A row of a table of claims: the claim it makes, and whether a person said yes (True), no, or nothing yet."""

    place: Place
    row: Row
    claim: Statement
    source: Source | None
    accepted: bool | None


@dataclass(frozen=True, slots=True)
class Refused:
    """A claim that the document does not bear out, and why."""

    place: Place
    text: str
    reason: str


def is_claims(path: Path) -> bool:
    """Whether a file is a table of claims, in any form of CSV or as a spreadsheet. Raises DocumentError."""
    return path.suffix.lower() in _FORMS and "predicate" in next(_rows(path), (None, []))[1]


def _rows(path: Path) -> Iterator[tuple[Place, list[str]]]:
    """The cells of each row, whatever the form; a spreadsheet leaves out those at a row's end that are empty."""
    width = 0
    for line in lay(content_of(path)).again():
        place = Place(f"{path}, {line.where}") if line.where else Place(str(path), line.number)
        if line.doubt:
            raise row_error(place, line.doubt, "Close it, and double a mark that is of the text.")
        if line.text and line.kind is not LineKind.BREAK:
            cells = [cell.text.strip() for cell in line.cells or ()] or [line.text]
            width = width or len(cells)
            yield place, cells + [""] * (width - len(cells) if line.where else 0)


def read_claims(
    path: Path, registry: Registry, resolver: Resolver, said: Mapping[str, str]
) -> Iterator[Offered | Refused | Remark]:
    """The claims of a table; rows that are no statements (what was not read) are passed over, but for a yes in them.

    First come the remarks on how the file was read, such as letters that were guessed, or where its time was over.
    `said` fills cells of the source that a row leaves empty: source, title, publisher, published, url, kind, election.
    Without a column `accept` every row is accepted by who gives the table. Raises DocumentError for a row that is none.
    """
    yield from lay(content_of(path)).remarks
    asks = "accept" in next(_rows(path), (None, []))[1]
    own = names_of_rows(registry)
    for place, cells in table_rows(_rows(path), CLAIMS):
        row = {column: cell or said.get(column, "") for column, cell in unguarded(cells).items()}
        answer = row["accept"].casefold()
        if answer and answer not in _YES | _NO:
            raise row_error(place, f"accept is {row['accept']!r}", "Write yes or no, or leave it empty.")
        if row["item"] not in _STATEMENT and not row["predicate"]:
            if answer in _YES:
                text = row["subject_text"] or row["reason"]
                yield Refused(place, text, "it is no claim: fill predicate, subject and value, or leave accept empty")
            continue
        accepted = (answer in _YES if answer else None) if asks else True
        source = _source(row, place, registry)
        assembler = Assembler(resolver, source.id, not row["quote"], own(row["election"] or None, True))
        yield Offered(place, row, _claim(row, place, registry, assembler), source, accepted)


def _source(row: Row, place: Place, registry: Registry) -> Source:
    named = row["source"]
    if named in registry.sources:
        return registry.sources[named]
    if not row["title"]:
        what = f"no source {named!r} is known" if named else "the row names no source"
        todo = "Fill 'source' with an id of sources.csv; or 'title' and 'publisher' of a new one (or --title ...)."
        raise row_error(place, what, todo)
    published = date_cell(row, "published", place)
    id = named or source_id(row["publisher"], published, row["title"])
    check_id(id, place)
    return registry.sources.get(id) or Source(
        id=id,
        title=row["title"],
        kind=word_cell(SourceKind, row["kind"] or SourceKind.PRESS, "kind", place),
        publisher=row["publisher"] or None,
        published=published,
        url=row["url"] or None,
        language=row["language"] or None,
    )


def _claim(row: Row, place: Place, registry: Registry, assembler: Assembler) -> Statement:
    predicate = PREDICATES.get(row["predicate"])
    if predicate is None:
        raise row_error(place, f"no predicate {row['predicate']!r}", f"Use one of: {', '.join(PREDICATES)}.")
    election = _election(row, place, predicate, registry)
    within = assembler.province(row["object"] or row["object_text"], predicate.objects)
    subject, object = (
        _mention(row, column, kinds, assembler, within)
        for column, kinds in (("subject", predicate.subjects), ("object", predicate.objects))
    )
    if subject is None:
        raise row_error(place, "the row has no subject", "Fill 'subject' or 'subject_text'.")
    (claim,) = assembler.claim(
        predicate.name,
        subject,
        object,
        read_value(row["value"], predicate.value, place),
        locator=row["locator"] or (f"line {row['line']}" if row["line"] else ""),
        place=place,
        quote=row["quote"],
        standing=word_cell(Standing, row["standing"] or Standing.REPORTED, "standing", place),
        election=election,
        of=row["of"] or None,
        reserved_for=row["reserved_for"] or None,
        since=date_cell(row, "since", place),
        until=date_cell(row, "until", place),
    )
    if not isinstance(claim, Statement):
        raise TypeError(type(claim))
    return claim


def _election(row: Row, place: Place, predicate: Predicate, registry: Registry) -> str | None:
    known = [entity.id for entity in registry.of_kind({Kind.ELECTION})]
    election = row["election"] or None
    if election is not None and election not in known:
        raise row_error(place, f"no election {election!r}", "Use the id of an election, or add it to entities.csv.")
    if election is None and predicate.per_election:
        if len(known) != 1:
            todo = "Fill 'election', or say --election ID; one that is not known is a row of entities.csv."
            raise row_error(place, "the row says of no election", todo)
        (election,) = known
    return election


def _mention(row: Row, column: str, kinds: frozenset[Kind], assembler: Assembler, within: str | None) -> Mention | None:
    cell, text = row[column], row[f"{column}_text"]
    if not cell and not text:
        return None
    if not kinds:
        return Mention(text or cell, told=True)
    found = assembler.mention(cell or text, kinds, within)
    return Mention(text or cell, found.entity, found.candidates, told=True)


# --- Against a document -----------------------------------------------------------------------------------


class Witness:
    """A document against which claims are checked: its lines, its words, and what Majlis itself reads in it."""

    def __init__(self, lines: Sequence[Line], marked: Iterable[Marked], registry: Registry) -> None:
        self._lines: dict[int, list[Line]] = {}
        for line in lines:
            for number in line.numbers:
                self._lines.setdefault(number, []).append(line)
        self._words = f" {' '.join(' '.join(words(line.text)) for line in lines)} "
        self._registry = registry
        self._read: dict[tuple[int, str], dict[str, set[object]]] = {}
        for one in marked:
            claim = one.item
            if isinstance(claim, Statement) and claim.place and one.certainty is Certainty.STATED:
                key = claim.place.line or 0, claim.predicate
                said = self._read.setdefault(key, {}).setdefault(_plain(claim.subject_text), set())
                said.add(claim.value)

    def refuses(self, offered: Offered) -> str:
        """Why the document does not bear a claim out; empty where it does, as far as words and figures tell."""
        row, claim = offered.row, offered.claim
        if not row["line"].isdecimal():
            return "it names no line of the document"
        number = int(row["line"])
        lines = self._lines.get(number, [])
        quote = _spaced(row["quote"])
        if not quote:
            return "it quotes no words of the document"
        if len(quote) > _LONGEST_QUOTE or not any(quote in _spaced(line.text) for line in lines):
            elsewhere = [at for at, found in self._lines.items() if any(quote in _spaced(one.text) for one in found)]
            where = f"; they stand in line {elsewhere[0]}" if len(elsewhere) == 1 else ""
            return f"the quoted words do not stand in line {number}{where}"
        if claim.value is not None and not isinstance(claim.value, str) and claim.value not in _figures(quote):
            return f"the value {claim.value} does not stand in the quoted words"
        if isinstance(claim.value, str) and claim.value not in quote and claim.value[:4] not in quote:
            return f"the value {claim.value!r} does not stand in the quoted words"
        for role, text, id in (
            ("subject", claim.subject_text, claim.subject),
            ("object", claim.object_text, claim.object),
        ):
            if text and not self._names(text, id):
                return f"the {role} {text!r} does not stand in the document"
        return self._contradiction(number, claim)

    def _names(self, text: str, id: str | None) -> bool:
        """Whether the document names somebody: in these words, or in others by which the data know them."""
        entity = self._registry.entities.get(id or "")
        if entity is not None and entity.kind is Kind.ELECTION:
            return True
        texts = [text, *(name.text for name in self._registry.names if id and name.entity == id)]
        return any((plain := _plain(one)) and f" {plain} " in self._words for one in texts)

    def _contradiction(self, number: int, claim: Statement) -> str:
        """What Majlis itself reads in that line, where it is something else: another's figure, or another figure."""
        read = self._read.get((number, claim.predicate), {})
        own = read.get(_plain(claim.subject_text))
        if own is not None:
            told = ", ".join(sorted(map(str, own)))
            return "" if claim.value in own else f"line {number} says {told} of {claim.subject_text!r}"
        said = _plain(claim.subject_text)  # a name that was read in part is the same name
        others = [name for name, found in read.items() if claim.value in found and not (name in said or said in name)]
        if others and claim.value is not None:
            return f"in line {number} the figure {claim.value} is of another: {others[0]!r}"
        return ""


def _plain(text: str) -> str:
    return " ".join(words(text))


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _figures(text: str) -> set[float | int]:
    """Every number that a text holds, in digits of any script or in words."""
    found = tokens(text)
    made: set[float | int] = {figure.value for figure in figures(found, text)}
    for token in found:
        if token.kind is TokenKind.NUMBER:
            made |= {value for share in (False, True) if (value := value_of(token.text, share=share)) is not None}
    return made
