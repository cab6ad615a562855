"""Any document: what the general reader finds in its text becomes statements, proposals and gaps."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice

from graph.errors import DocumentError
from graph.kinds import Kind, Standing
from graph.model import LISTS, PROVINCES, Item, Place, Statement
from graph.names import Resolver
from graph.predicates import PREDICATES

from ..assembler import Assembler, Mention, mention_of, unreadable
from ..deadline import stopped_at
from ..documents import Document
from ..reading.blocks import BlockKind, blocks
from ..reading.found import Claim, Found, Span, Unread
from ..reading.line import Line
from ..reading.marked import Marked
from ..reading.mentions import Vote
from ..reading.prose.phrases import describes
from ..reading.reader import Read, read_lines
from ..reading.stream import PART, counted, parts, read_stream
from ..reading.words import Role, fold_words
from .seat_lines import is_result

# Of these the place is the subject.
_OF_A_PLACE = frozenset({"turnout", "voters", "counted", "council_size", "electorate", "held_no_vote", "last_held"})
_LONGEST_QUOTE = 200
_MOST_KEPT = 50_000  # names
LARGEST_HELD = 30_000_000  # bytes of a document that is no stream


def looks_like(lines: Iterable[str], resolver: Resolver) -> bool:
    """Whether a document holds a table, or a list of names and figures, of any dressing."""
    return any(
        block.kind is BlockKind.TABLE
        or (block.kind is BlockKind.ITEM and any(char.isdigit() for char in block.text[-12:]))
        or is_result(block.text)
        for block in blocks([Line(number, line) for number, line in enumerate(lines, 1)])
    )


def read_document(document: Document, assembler: Assembler, said: Mapping[Role, str]) -> Read:
    """What the general reader finds, and how it understood the tables; `said` are columns a person named.

    Raises DocumentError for a document that is too long to be held and is no table that is read as a stream.
    """
    laid = document.laid
    rest = document.laid_lines()
    head = list(islice(rest, PART + 1))
    if laid.streams and len(head) > PART:
        return read_stream(chain(head, rest), laid.size, assembler.resolver, said)
    if not laid.streams and laid.size > LARGEST_HELD:
        most = f"at most {LARGEST_HELD / 1e6:,.0f} MB are read of what is no list of seats and no CSV"
        what = f"this is a {laid.format} of {laid.size / 1e6:,.0f} MB: {most}"
        todo = "Break it into parts, or save its tables as CSV (.csv), which is read as a stream."
        raise DocumentError(document.shown, None, what, todo)
    lines = [*head, *rest]
    read = read_lines(counted(lines), assembler.resolver, said, vote_of(document), _title(document))
    read.lines = lines
    return read


def _title(document: Document) -> str:
    """The title that a document gives itself outside of its text; empty where it gives none."""
    source = document.source
    return source.title if document.own_source and source.title != document.path.name else ""


def vote_of(document: Document) -> Vote | None:
    """The election that a document is read for, with the year in which it was held; None where nothing tells it."""
    election = document.election
    if election is None:
        return None
    year = str(election.attributes.get("date") or "")[:4]
    return Vote(election.name, int(year) if year else None)


def mark(document: Document, assembler: Assembler, said: Mapping[Role, str], read: Read | None) -> Iterator[Marked]:
    """The items of a document, each with where it stands and how it was read."""
    read = read or read_document(document, assembler, said)
    maker = Maker(document, assembler)
    if read.streamed is not None:
        first = 1
        for held, found in parts(document.laid_lines, read, assembler.resolver, said):
            yield from maker.marked(found, held, first)
            first += len(held)
    else:
        yield from maker.marked(read.found, read.lines, 1)
    if read.stopped is not None:
        line = next(islice(document.laid_lines(), read.stopped - 1, None)).number
        yield Marked(stopped_at(line, document.shown), Span(line, 0, 0))


class Maker:
    """Makes the items of one document. A name that nobody registered is told once, wherever it stands again.

    `standing` gives that of a claim; without it, it is the document's, or what the words above the claim say.
    """

    def __init__(
        self, document: Document, assembler: Assembler, standing: Callable[[Claim], Standing] | None = None
    ) -> None:
        self._document, self._assembler = document, assembler
        self._standing = standing or (lambda one: document.standing or one.standing or Standing.REPORTED)
        self._election = document.election.id if document.election else None
        self._told: set[str] = set()
        self._mentions: dict[tuple[str, frozenset[Kind], str | None], Mention] = {}

    def marked(self, found: Iterable[Found], lines: Sequence[Line], first: int) -> Iterator[Marked]:
        """What was found in lines of the document, the `first` of which it counts so."""
        shown = self._document.shown
        at_line, line, place, locator, whole = 0, None, None, "", ""
        for one in found:
            at = one.at
            if at.line != at_line or line is None:
                at_line, place = at.line, None
                line = lines[at_line - first]
                whole = line.text.strip()
            number = line.number_at(at.start)
            if place is None or place.line != number:
                place = Place(shown, number)
                locator = line.where or f"line {number}"
            if at.line != number:
                at = Span(number, at.start, at.end)
            if isinstance(one, Unread):
                gap = unreadable(one.text, one.reason, locator, place)
                yield Marked(gap, at, nth=at_line - 1, value=one.value)
                continue
            quote = one.quote or (whole if len(whole) <= _LONGEST_QUOTE else _around(line.text, one))
            for item in self.items(one, locator, place, quote):
                if isinstance(item, Statement):
                    yield Marked(item, at, one.certainty, one.mechanism, one.place_from, one.reason, at_line - 1)
                else:
                    yield Marked(item, at, nth=at_line - 1)

    def items(self, one: Claim, locator: str, place: Place, quote: str) -> list[Item]:
        """A claim as a statement, and its names that nobody registered; nothing where both names are of one entity."""
        document, predicate = self._document, PREDICATES[one.predicate]
        where = self._mention(one.object, PROVINCES) if one.object and predicate.objects == PROVINCES else None
        object: Mention | None = where
        if one.predicate in _OF_A_PLACE:
            said = one.subject or ""
            whole = mention_of(document.election, said) if document.election else Mention(said, told=True)
            subject = self._mention(one.object, PROVINCES) if one.object else whole
            object = None
        else:
            within = where.entity.id if where and where.entity else None
            subject = self._mention(one.subject or "", predicate.subjects, within)
            subject = subject._replace(text=one.wording) if one.wording else subject
            if one.object and object is None:
                object = self._mention(one.object, predicate.objects) if predicate.objects else Mention(one.object)
                if predicate.text_object:
                    object = object._replace(told=True)
                if one.predicate == "held_office" and subject.entity is None and _short(one.object, object):
                    object = object._replace(entity=None)  # a prime minister nobody knows may be another country's
        if subject.entity and object and object.entity and subject.entity.id == object.entity.id:
            return []  # "Change Movement (Gorran)": two names of one
        return self._assembler.claim(
            one.predicate,
            subject,
            object,
            one.value,
            locator=locator,
            place=place,
            quote=quote,
            standing=self._standing(one),
            election=self._election if predicate.per_election else None,
            of=one.of,
            since=one.since,
            until=one.until,
        )

    def _mention(self, text: str, kinds: frozenset[Kind], within: str | None = None) -> Mention:
        """A name among entities of these kinds; that nobody is known by it is told the first time alone."""
        key = (text, kinds, within)
        known = self._mentions.get(key)
        if known is not None:
            return known
        found = self._assembler.mention(text, kinds, within)
        if found.entity is None and kinds & LISTS and describes(text):
            found = found._replace(told=True)  # nobody is known by a description
        if len(self._mentions) > _MOST_KEPT:
            self._mentions.clear()
        again = found if found.entity else found._replace(told=True)
        self._mentions[key] = again
        if found.entity or text in self._told:
            return again
        self._told.add(text)
        return found


def _short(text: str, meant: Mention) -> bool:
    """Whether words are but the beginning of the name of what they mean: "Prime Minister" of that of a country."""
    return meant.entity is not None and len(fold_words(text)) < len(fold_words(meant.entity.name))


def _around(text: str, one: Claim) -> str:
    """As much of a long line as stands around a claim."""
    middle = (one.at.start + one.at.end) // 2
    start = max(0, min(middle - _LONGEST_QUOTE // 2, len(text) - _LONGEST_QUOTE))
    return text[start : start + _LONGEST_QUOTE].strip()
