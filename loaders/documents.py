"""A document: its text as numbered lines, whatever its format, and what it says of itself.

What a document is may be stated in front matter (`key: value` lines between two `---` lines; keys of other makers are
passed over, and said), in options given by the user, or in a dateline ("2023-12-28 23:15:05 - Source: Shafaq News").
Options win over front matter, front matter over the dateline.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from itertools import islice
from pathlib import Path
from typing import TypeVar

from graph.dates import is_date, not_after, today
from graph.errors import DocumentError, UsageError
from graph.model import Entity, Kind, Place, Registry, Remark, Source, SourceKind, Standing

from .formats import Laid, content_of, lay
from .reading.line import Line
from .rows import check_id

_FENCE = "---"
_KEYS = frozenset("source title publisher published kind url language copy_of election shape standing retyped".split())
_KEY = re.compile(r"[a-z][\w-]{0,30}")
_GOES_ON = re.compile(r"\s+\S|- ")  # a line of a list, or of a text, that a key before it begins
_SLIP = 0.85  # of a key that is meant for another
_DESCRIBES = frozenset(("title", "publisher", "url"))  # what a new source must say at least one of
_DATELINE = re.compile(
    r"\s*+(?:dateline|date|published)?:?\s*+(\d{4}-\d{2}-\d{2})(?:[ T]\d{1,2}:\d{2}(?::\d{2})?Z?)?\b\s*+(.*)",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"[-–—|]?\s*source:\s*(.+)", re.IGNORECASE)
HEAD = 400  # lines looked at to tell the shape of a document
_NO_LETTERS = re.compile(r"[\W_]+")
_Word = TypeVar("_Word", Standing, SourceKind)


@dataclass(frozen=True, slots=True)
class Options:
    """What a user says of a document, over what it says of itself; None leaves a point to the document."""

    election: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    kind: str | None = None
    url: str | None = None
    shape: str | None = None

    def stated(self) -> dict[str, str]:
        """The points that were given."""
        return {field.name: value for field in fields(self) if (value := getattr(self, field.name)) is not None}


@dataclass(frozen=True, slots=True)
class Document:
    """A file with its source, election and shape. `own_source`: it is not listed in the table of sources.

    `election` is None where nothing tells it; then `no_election` says what to do. `election_stated`: the document or
    the user says it, and it is not inferred from a date.
    """

    path: Path
    shown: str
    source: Source
    own_source: bool
    election: Entity | None
    no_election: str
    election_stated: bool
    standing: Standing | None
    retyped: bool
    shape: str | None
    kind_stated: bool
    laid: Laid
    text_starts: int
    first_text: str

    @property
    def required_election(self) -> Entity:
        """The election. Raises UsageError, with what to do, where nothing tells it."""
        if self.election is None:
            raise UsageError(self.no_election)
        return self.election

    def lines(self) -> Iterator[tuple[int, str]]:
        """The lines of the text with their numbers in the file, front matter and dateline left out."""
        if self.laid.numbered is None:
            yield from ((line.number, line.text) for line in self.laid_lines())
            return
        lines = self.laid.numbered()
        for at, (number, _) in enumerate(lines):
            if at == self.text_starts:
                yield number, self.first_text
                break
        yield from lines

    def laid_lines(self) -> Iterator[Line]:
        """The same lines with what the format says of each: its kind, and its cells where it is a row of a table."""
        lines = self.laid.again()
        for at, line in enumerate(lines):
            if at == self.text_starts:
                yield line._replace(text=self.first_text) if line.text != self.first_text else line
                break
        yield from lines


def open_document(path: Path, registry: Registry, options: Options | None = None, shown: str | None = None) -> Document:
    """Read what a document says of itself; of the path `-`, what standard input gives.

    Raises DocumentError for a file that cannot be read, and for what is stated of it and cannot be, such as an election
    that is not known.
    """
    content = content_of(path, shown)
    shown = content.shown
    laid = lay(content)
    options = options or Options()
    head = [line.text for line in islice(laid.again(), HEAD)]
    stated, start, others = _front_matter(head, shown)
    if others:
        unused = Remark(f"front matter that is not used: {', '.join(others)}", shown)
        laid = replace(laid, remarks=(*laid.remarks, unused))
    stated = dict(laid.said) | stated | options.stated()
    text_starts, first_text = next(((at, head[at]) for at in range(start, len(head)) if head[at].strip()), (start, ""))
    if not first_text.strip() and len(head) < HEAD:
        raise DocumentError(shown, None, "there is no text in it", "Nothing was read; check that it was saved.")
    dateline = _DATELINE.fullmatch(first_text)
    if dateline and is_date(dateline[1]):
        stated.setdefault("published", dateline[1])
        byline = _BYLINE.fullmatch(dateline[2])
        if byline:
            stated.setdefault("publisher", byline[1].strip())
        first_text = "" if byline else dateline[2]
    source, own = _source(path, shown, stated, registry)
    election, no_election = _election(stated.get("election"), source.published, registry, shown)
    return Document(
        path=path,
        shown=shown,
        source=source,
        own_source=own,
        election=election,
        no_election=no_election,
        election_stated="election" in stated,
        standing=_member(Standing, stated.get("standing"), "standing", shown),
        retyped=stated.get("retyped", "no").lower() in ("yes", "true"),
        shape=stated.get("shape"),
        kind_stated="kind" in stated or not own,
        laid=laid,
        text_starts=text_starts,
        first_text=first_text,
    )


def _front_matter(head: list[str], shown: str) -> tuple[dict[str, str], int, list[str]]:
    """The front matter, how many lines it takes, and its keys that say nothing here: "tags", as makers of pages write.

    Raises DocumentError for a key that is almost one of these, which is a slip, and for what is no key.
    """
    if not head or head[0].strip() != _FENCE:
        return {}, 0, []
    stated: dict[str, str] = {}
    others: list[str] = []
    for number, line in enumerate(head[1:], 2):
        if line.strip() == _FENCE:
            return stated, number, others
        if not line.strip() or (others and _GOES_ON.match(line)):
            continue
        key, colon, value = line.partition(":")
        key, value = key.strip().lower(), value.strip().strip("\"'")
        if not colon or (key not in _KEYS and (not _KEY.fullmatch(key) or _near(key, _KEYS, 1, _SLIP))):
            raise DocumentError(
                shown,
                number,
                f"{line.strip()!r} is not a line of front matter",
                f"Write 'key: value' with one of: {', '.join(sorted(_KEYS))}; close the front matter with {_FENCE}.",
            )
        if key in stated:
            raise DocumentError(shown, number, f"{key!r} stands twice in the front matter", "Say it once.")
        if key not in _KEYS:
            others.append(key)
        elif value:
            stated[key] = value
    raise DocumentError(shown, 1, "the front matter has no end", f"Close it with a line of its own: {_FENCE}")


def _near(word: str, known: Iterable[str], most: int, like: float = 0.6) -> list[str]:
    """The most like a word of what is known."""
    from difflib import get_close_matches  # noqa: PLC0415 - only a word that is not known needs it

    return get_close_matches(word, list(known), most, like)


def _source(path: Path, shown: str, stated: Mapping[str, str], registry: Registry) -> tuple[Source, bool]:
    named = stated.get("source")
    if named is not None and named in registry.sources:
        return registry.sources[named], False
    if named is not None and not _DESCRIBES & stated.keys():
        near = " or ".join(_near(named, registry.sources, 3))
        what = f"no source {named!r} is known" + (f"; did you mean {near}?" if near else "")
        todo = "Correct the id, or say more of a new source: its title or publisher."
        raise DocumentError(shown, None, what, todo)
    if named is not None:
        check_id(named, Place(shown))
    published = stated.get("published")
    if published is not None and not is_date(published):
        raise DocumentError(shown, None, f"published is {published!r}", "Write a date as 2023-12-28.")
    title = stated.get("title")
    return (
        Source(
            id=named or source_id(stated.get("publisher"), published, title or path.stem),
            title=title or path.name,
            kind=_member(SourceKind, stated.get("kind"), "kind", shown) or SourceKind.PRESS,
            publisher=stated.get("publisher"),
            published=published,
            url=stated.get("url"),
            language=stated.get("language"),
            copy_of=stated.get("copy_of"),
        ),
        True,
    )


def source_id(*parts: str | None) -> str:
    """The id of a source that names none: of its publisher, its date and its title."""
    return slug(" ".join(filter(None, parts)))


def slug(text: str) -> str:
    """A readable id: ASCII letters, digits and hyphens; other letters keep a place in it as themselves."""
    return _NO_LETTERS.sub("-", text.casefold()).strip("-") or "document"


def _member(table: type[_Word], text: str | None, key: str, shown: str) -> _Word | None:
    if text is None:
        return None
    try:
        return table(text.lower())
    except ValueError as error:
        raise DocumentError(shown, None, f"{key} is {text!r}", f"Use one of: {', '.join(table)}.") from error


def _election(stated: str | None, published: str | None, registry: Registry, shown: str) -> tuple[Entity | None, str]:
    """The election that a document is of: as stated, else the last vote by the day on which it was published.

    Of a document that says neither it is the usual one (MAJLIS_ELECTION), or the only one that is known; else none, and
    what to do about it. Raises DocumentError where it states one that is not known.
    """
    known = {entity.id: entity for entity in registry.of_kind({Kind.ELECTION})}
    if stated is not None:
        if stated not in known:
            raise DocumentError(shown, None, f"no election {stated!r} is known", _known(known))
        return known[stated], ""
    usual = os.environ.get("MAJLIS_ELECTION")
    day = published or (today() if usual == "latest" else "")
    if usual in known and not day:
        return known[usual], ""
    votes = [entity for entity in known.values() if not_after(str(entity.attributes.get("date", "9")), day)]
    if day and len(known) > 1 and votes:
        last = max(str(entity.attributes["date"]) for entity in votes)
        known = {entity.id: entity for entity in votes if entity.attributes["date"] == last}
    if len(known) != 1:
        return None, which_election(shown, known)
    (election,) = known.values()
    return election, ""


def which_election(shown: str, known: Iterable[str]) -> str:
    """What to do about a document of which nothing tells the election, where these ids are known."""
    return f"{shown}: which election is this of? Say --election ID or 'election: ID' in front matter. {_known(known)}"


def _known(elections: Iterable[str]) -> str:
    """Which elections are known, and how another is."""
    another = "Another has a row in entities.csv of your own folder, with its date and the body that it elects."
    return f"Known: {', '.join(elections) or 'none'}. {another}"
