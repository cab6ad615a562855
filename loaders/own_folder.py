"""A data folder of one's own: its tables, made empty, and rows added to them; asked again it adds nothing twice."""

from __future__ import annotations

import csv
import io
import os
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from graph.errors import DocumentError, StoreError, UsageError
from graph.files import replacing
from graph.fingerprint import DOCUMENTS
from graph.model import Place, Source, Statement
from graph.predicates import PREDICATES
from graph.saves import LEFT, finish_save, save_all

from .documents import slug
from .kept import KEPT
from .rows import Row, Table, guarded, is_there, read_header, read_table, unguarded
from .statements import STATEMENTS
from .tables import ALIASES, ENTITIES, SOURCES

LAYOUTS = "layouts.csv"  # what the columns of publishers' tables are
LAYOUT = Table(("publisher", "role", "header"), ())
_BEING_WRITTEN = 2.0  # seconds in which another program may still be at it
PROPOSED = "proposed"  # the folder of claims that wait for a person; nothing is built from it
_README = "README.md"
_TABLES: Mapping[str, Table] = {
    "sources.csv": SOURCES,
    "entities.csv": ENTITIES,
    "aliases.csv": ALIASES,
    DOCUMENTS: KEPT,
}
_ORDER = ("sources.csv", "entities.csv", "aliases.csv")  # of what other rows refer to
_SAYS = ("predicate", "source", "value", "of", "election", "reserved_for", "since", "until", "locator")
_ABOUT = """# A data folder of one's own

Plain tables that lie over the data of Majlis: `majlis where NAME --with THIS-FOLDER`, or MAJLIS_WITH.

| file | holds |
|---|---|
| sources.csv | the documents that make claims |
| entities.csv | elections, provinces, parties, alliances, figures that the data do not know |
| aliases.csv | other names of those that are known |
| ambiguous.csv | names that several have, as alias,entities: nobody is meant by them alone |
| statements/ | claims, a table for each source |
| proposed/ | claims that wait for a person: nothing is built from them |
| documents.csv | the documents whose claims are kept here |
| layouts.csv | what the columns of a publisher's tables are, as you said in a review |

`majlis add FILE --into THIS-FOLDER` adds rows, and `majlis check --with THIS-FOLDER` checks them. Keep it in git.
"""


def make_folder(folder: Path) -> list[str]:
    """Make the folder with its empty tables; what is there stays. Gives what was made.

    Raises StoreError for a folder that cannot be written, DocumentError for one that holds what is not Majlis's, and
    makes nothing there.
    """
    if not folder.name.isprintable():
        raise StoreError(f"{folder}: the name of this folder has letters that do not show. Name another.")
    made = []
    try:
        _refuse_foreign(folder)
        folder.mkdir(parents=True, exist_ok=True)
        for name, table in _TABLES.items():
            if not is_there(folder / name):
                _write(folder / name, [table.columns])
                made.append(name)
        if not is_there(folder / _README):
            (folder / _README).write_text(_ABOUT, encoding="utf-8")
            made.append(_README)
    except OSError as error:
        raise StoreError(f"{folder}: this folder cannot be written ({error.strerror}). Name another.") from error
    return made


@contextmanager
def made_folder(folder: Path) -> Iterator[None]:
    """The folder with its tables, for what is done there; where that fails what was made is taken away again.

    Raises what `make_folder` raises.
    """
    new = [folder, *folder.parents]
    new = new[: next((number for number, path in enumerate(new) if os.path.lexists(path)), 0)]
    made = make_folder(folder)
    try:
        yield
    except BaseException:
        with suppress(OSError):
            for name in made:
                (folder / name).unlink(missing_ok=True)
            for path in new:
                path.rmdir()
        raise


def _refuse_foreign(folder: Path) -> None:
    """Raises DocumentError for a folder that holds files and no table of Majlis, or a table of others."""
    if not folder.exists():
        return
    there = [name for name in _TABLES if is_there(folder / name)]
    for name in there:
        for _ in read_table(folder / name, str(folder / name), _TABLES[name]):
            break
    others = sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))
    if others and not there:
        what = f"this folder holds what is not Majlis's, such as {others[0]!r}"
        raise DocumentError(str(folder), None, what, "Name a new folder, or an empty one.")


def clear_broken_off(folder: Path) -> str | None:
    """Finish a save that was ended in the middle, or take away what it left beside the tables; which, in words.

    None where nothing did. What another program is writing at this moment stays. Raises StoreError.
    """
    if finish_save(folder):
        return f"{folder}: a save was ended in the middle; it is finished now, and each table has its new rows."
    before = time.time() - _BEING_WRITTEN
    beside = [path for at in ("", "statements", PROPOSED) for left in LEFT for path in sorted((folder / at).glob(left))]
    try:
        left = [path for path in beside if path.stat().st_mtime < before]
        for path in left:
            path.unlink()
    except FileNotFoundError:  # another program did the same
        return None
    except OSError as error:
        raise StoreError(f"{folder}: this folder cannot be written ({error.strerror}).") from error
    if not left:
        return None
    return f"{folder}: a save was ended in the middle, before it counted: each table is as it was. Save again."


@dataclass(slots=True)
class Additions:
    """Rows for the tables of a folder, by the file they go to; `known` counts those that stand there already.

    Nothing is written before `save`; `diff` shows what would be.
    """

    folder: Path
    rows: dict[str, list[dict[str, str]]] = field(default_factory=dict)
    known: int = 0
    _said: set[tuple[str, ...]] | None = None
    _marks: dict[str, dict[tuple[str, ...], int]] = field(default_factory=dict)
    _columns: dict[str, Sequence[str]] = field(default_factory=dict)

    def source(self, source: Source) -> None:
        """A source that makes claims, if the folder does not have it."""
        row = {name: str(value) for name in SOURCES.columns if (value := getattr(source, name, None))}
        row["kind"] = source.kind.value
        self._add("sources.csv", SOURCES, row, key=("id",))

    def document(self, source: str, digest: str, file: str, layout: str = "") -> None:
        """A document whose claims are kept.

        Raises UsageError where the same is kept as another source: it would count as two that say the same.
        """
        for other in (*self._there(DOCUMENTS, KEPT), *self.rows.get(DOCUMENTS, ())):
            if other["digest"] == digest and other["source"] != source:
                what = f"{file} holds the same, letter by letter, as {other['file']} (source {other['source']})"
                raise UsageError(f"{what}, and one document is one source. Nothing was added: leave {file} out.")
        row = {"source": source, "digest": digest, "file": file, "layout": layout}
        self._add(DOCUMENTS, KEPT, row, key=("source", "digest"))

    def entity(self, row: dict[str, str]) -> None:
        """Somebody or something new."""
        self._add("entities.csv", ENTITIES, row, key=("id",))

    def alias(self, row: dict[str, str]) -> None:
        """Another name of somebody known."""
        self._add("aliases.csv", ALIASES, row, key=("entity", "alias", "within"))

    def claim(self, claim: Statement, reviewed_on: str = "") -> None:
        """A claim, into the table of its source."""
        self._add(f"statements/{file_of(claim.source)}", STATEMENTS, claim_row(claim, reviewed_on), key=None)

    def has(self, claim: Statement) -> bool:
        """Whether the folder says the same already, by this source or another: a page's next edition says it again."""
        if self._said is None:
            tables = sorted((self.folder / "statements").glob("*.csv"))
            self._said = {
                _content(row) for path in tables for row in self._there(f"statements/{path.name}", STATEMENTS)
            }
        return _content(claim_row(claim)) in self._said

    def layout(self, publisher: str, role: str, header: str) -> None:
        """What a column of a publisher's tables is, by its header."""
        self._add(LAYOUTS, LAYOUT, {"publisher": publisher, "role": role, "header": header}, key=LAYOUT.columns)

    def proposal(self, table: Table, row: dict[str, str]) -> None:
        """A claim that waits for a person, as a row of a table of claims."""
        self._add(f"{PROPOSED}/{file_of(row['source'])}", table, row, key=None)

    def _add(self, file: str, table: Table, row: dict[str, str], key: Sequence[str] | None) -> None:
        marks, mark = self._known(file, table, key), _mark(row, key)
        self.known += marks.get(mark, 0)
        if mark in marks:
            marks[mark] = 0
            return
        marks[mark] = 0
        self.rows.setdefault(file, []).append(row)
        self._columns.setdefault(file, table.columns)

    def _known(self, file: str, table: Table, key: Sequence[str] | None) -> dict[tuple[str, ...], int]:
        """The marks of the rows that a table has, each with 1 where it is not yet counted as known."""
        if file not in self._marks:
            self._marks[file] = {_mark(other, key): 1 for other in self._there(file, table)}
        return self._marks[file]

    def _there(self, file: str, table: Table) -> Iterable[Row]:
        return (row for _, row in self._placed(file, table))

    def _placed(self, file: str, table: Table) -> Iterator[tuple[Place, Row]]:
        """The rows that a table has, with their places."""
        path = self.folder / file
        for place, row in read_table(path, str(path), table) if path.exists() else ():
            yield place, unguarded(row)

    def unsaid(self, source: str, claims: Iterable[Statement]) -> list[tuple[Place, str]]:
        """The rows kept of a source, and not by a person's review, that none of these claims says."""
        said = {_content(claim_row(claim)) for claim in claims}
        return [
            (place, " ".join(filter(None, (row["predicate"], *_content(row)[:2], row["value"]))))
            for place, row in self._placed(f"statements/{file_of(source)}", STATEMENTS)
            if row["source"] == source and not row["reviewed_on"] and _content(row) not in said
        ]

    def diff(self) -> str:
        """What `save` writes, as a difference of the tables: a line for each new row, under its file."""
        parts = []
        for file, rows in self.rows.items():
            columns, new = self._header(file)
            lines = [_line(columns)] if new else []
            lines += [_line([row.get(column, "") for column in columns]) for row in rows]
            parts.append("\n".join([f"+++ {self.folder / file}", *(f"+{line}" for line in lines)]))
        return "\n".join(parts)

    def save(self) -> dict[str, int]:
        """Write the rows, to all tables or to none; how many, by file.

        Raises StoreError, and then nothing was written.
        """
        try:
            save_all(self.folder, {file: self._with_rows(file) for file in sorted(self.rows, key=_refers)})
        except OSError as error:
            at = error.filename or self.folder
            raise StoreError(f"{at}: this cannot be written ({error.strerror}). Nothing was added.") from error
        return {file: len(rows) for file, rows in self.rows.items()}

    def _with_rows(self, file: str) -> str:
        """A table with its new rows."""
        columns, new = self._header(file)
        old = "" if new else (self.folder / file).read_text(encoding="utf-8-sig")
        old += "\n" if old and not old.endswith("\n") else ""
        head = f"{_line(columns)}\n" if new else old
        return head + "".join(f"{_line([row.get(column, '') for column in columns])}\n" for row in self.rows[file])

    def _header(self, file: str) -> tuple[Sequence[str], bool]:
        """The columns of a table, and whether it must be made. Raises DocumentError where it lacks one."""
        path = self.folder / file
        if not path.exists():
            return self._columns[file], True
        columns = read_header(path, str(path))
        for row in self.rows[file]:
            lacking = [column for column, cell in row.items() if cell and column not in columns]
            if lacking:
                todo = f"Add the column {lacking[0]!r} to its first line, and ask again."
                raise DocumentError(str(path), 1, f"the table has no column {lacking[0]!r}", todo)
        return columns, False


def _mark(row: Mapping[str, str], key: Sequence[str] | None) -> tuple[str, ...]:
    """What tells a row from others; a claim is the same whoever its names were read as."""
    if key is not None:
        return tuple(row.get(column, "") for column in key)
    names = (row.get("subject_text") or row.get("subject", ""), row.get("object_text") or row.get("object", ""))
    return (*names, *(row.get(column, "") for column in _SAYS))


def _content(row: Mapping[str, str]) -> tuple[str, ...]:
    """What a claim says, whoever says it and where."""
    names = (row.get("subject_text") or row.get("subject", ""), row.get("object_text") or row.get("object", ""))
    return (*names, *(row.get(column, "") for column in _SAYS if column not in ("source", "locator")))


def remembered_columns(folder: Path, publisher: str) -> dict[str, str]:
    """What the columns of a publisher's tables are, role by role, as a person said before. Raises DocumentError."""
    path = folder / LAYOUTS
    found = read_table(path, str(path), LAYOUT) if path.exists() and publisher else ()
    return {row["role"]: row["header"] for _, row in found if row["publisher"] == publisher}


def claim_row(claim: Statement, reviewed_on: str = "") -> dict[str, str]:
    """A claim as a row of a table; a name that nobody registered stands where an id would, to be read again."""
    predicate = PREDICATES[claim.predicate]
    row = {
        "predicate": claim.predicate,
        "source": claim.source,
        "value": "" if claim.value is None else str(claim.value),
        "standing": claim.standing.value,
        "reviewed_on": reviewed_on,
    }
    for column in ("of", "election", "reserved_for", "since", "until", "locator", "quote"):
        row[column] = getattr(claim, column) or ""
    for column, kinds in (("subject", predicate.subjects), ("object", predicate.objects)):
        text = getattr(claim, f"{column}_text") or ""
        id = getattr(claim, column) or ""
        row[column] = (id or text) if kinds else ""
        row[f"{column}_text"] = text if text != row[column] else ""
    return row


def _line(cells: Iterable[str]) -> str:
    written = io.StringIO()
    csv.writer(written, lineterminator="").writerow([guarded(" ".join(cell.split())) for cell in cells])
    return written.getvalue()


def _write(path: Path, rows: Iterable[Sequence[str]]) -> None:
    with replacing(path) as out:
        out.write("".join(f"{_line(row)}\n" for row in rows).encode())


def _refers(file: str) -> int:
    """How far down a table stands of which the rows refer to those above: sources, names, claims, documents."""
    return _ORDER.index(file) if file in _ORDER else len(_ORDER) + (file == DOCUMENTS)


def file_of(source: str) -> str:
    """The name of the table of a source's claims."""
    return f"{slug(source)[:80]}.csv"
