"""Tables: every cell that cannot be meant is refused with file, line and what to do."""

from __future__ import annotations

import csv
import shutil
from functools import partial
from pathlib import Path

import pytest

from graph.build import batches
from graph.checks.settle import settle
from graph.errors import CheckError, DocumentError
from graph.kinds import LISTS
from graph.model import Standing
from graph.names import Resolver
from graph.schema import SOURCE
from loaders.folder import gather
from loaders.rows import read_header
from loaders.tables import read_registry
from majlis.graphs import build as graphs
from majlis.pictures.outlines import read_outlines

from .rows import golden

ELSEWHERE = Path(__file__).parent / "elsewhere"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the small registry folder, to be spoilt."""
    return shutil.copytree(ELSEWHERE, tmp_path / "country")


def append(folder: Path, table: str, row: str) -> int:
    """Put a row at the end of a table; gives its line."""
    path = folder / table
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text}{row}\n", encoding="utf-8")
    return text.count("\n") + 1


def test_a_registry_is_read_whole(folder: Path) -> None:
    """Entities, names, sources and background claims come out of the folder's tables."""
    registry = read_registry(folder)
    assert (len(registry.entities), len(registry.sources), len(registry.statements)) == (18, 2, 11)
    assert registry.entities["em-2021-councils"].attributes == {"date": "2021-06-06"}
    assert registry.entities["green-fields"].name_local == "حزب الحقول الخضراء"
    assert registry.unresolved == ()


def test_a_row_knows_its_place(folder: Path) -> None:
    """A claim of a table knows file and line, and has no quote."""
    claim = read_registry(folder).statements[0]
    assert (str(claim.place), claim.quote, claim.standing) == ("registry/background.csv:2", None, Standing.CERTIFIED)


def test_how_a_source_was_read_is_kept(folder: Path) -> None:
    """When a source was read, how much of it and where a copy is kept stand in the registry and in the graph."""
    path = folder / "sources.csv"
    head, first, *others = path.read_text(encoding="utf-8").splitlines()
    kept = ("2025-03-01", "https://archive.example/law", "opening")
    written = [f"{head},accessed,archived,read", f"{first},{','.join(kept)}", *(f"{row},,," for row in others)]
    path.write_text("\n".join(written) + "\n", encoding="utf-8")
    law, yearbook = read_registry(folder).sources.values()
    assert (law.accessed, law.archived, law.read) == kept
    assert (yearbook.accessed, yearbook.archived, yearbook.read) == (None, None, None)
    knowledge = gather(folder)[0]
    (sources,) = (batch for batch in batches(knowledge, settle(knowledge)[0], str) if batch.table is SOURCE)
    assert [sources.columns[name] for name in ("accessed", "archived", "read")] == [[cell, None] for cell in kept]
    append(folder, "sources.csv", "x,X,,,,,press,,,skimmed")
    with pytest.raises(DocumentError, match="read is 'skimmed'"):
        read_registry(folder)


def test_a_name_is_known_without_what_stands_in_brackets(folder: Path) -> None:
    """Its gloss need not be written; where two are called alike without it, neither is meant."""
    for row in ("accord,alliance,Northern Accord (Tav)", "moor,party,Moor Party (East)", "fen,party,Moor Party (West)"):
        append(folder, "entities.csv", f"{row},,,,estmark-law,")
    known = Resolver(read_registry(folder).names)
    found = {text: known.resolve(text, LISTS).entity for text in ("Northern Accord", "Moor Party", "Moor Party (West)")}
    assert {text: one and one.id for text, one in found.items()} == {
        "Northern Accord": "accord",
        "Moor Party": None,
        "Moor Party (West)": "fen",
    }


@pytest.mark.parametrize("dress", ["crlf", "bom", "blank rows", "quoted", "columns turned"])
def test_how_a_table_is_written_does_not_matter(folder: Path, dress: str) -> None:
    """Windows line ends, a byte order mark, blank rows, quotes and the order of columns change nothing."""
    path = folder / "sources.csv"
    before = read_registry(folder).sources
    text = path.read_text(encoding="utf-8")
    rows = [line.split(",") for line in text.splitlines()]
    written = {
        "crlf": text.replace("\n", "\r\n"),
        "bom": "\ufeff" + text,
        "blank rows": text + "\n\n",
        "quoted": "".join(",".join(f'"{cell}"' for cell in row) + "\n" for row in rows),
        "columns turned": "".join(",".join(reversed(row)) + "\n" for row in rows),
    }[dress]
    path.write_bytes(written.encode())
    assert read_registry(folder).sources == before


@pytest.mark.parametrize("bad", golden("bad_rows"), ids=lambda bad: bad["words"])
def test_a_bad_row_is_refused_where_it_stands(folder: Path, bad: dict[str, str]) -> None:
    """A row that cannot be meant ends the reading, with file and line."""
    line = append(folder, bad["table"], bad["row"])
    with pytest.raises(DocumentError, match=bad["words"]) as error:
        read_registry(folder)
    assert (error.value.file, error.value.line) == (bad["table"], line)


@pytest.mark.parametrize(
    ("table", "old", "new", "words"),
    [
        ("sources.csv", "id,title,", "id,", "no column 'title'"),
        ("entities.csv", "id,kind,", "id,sort,", "no column 'kind'"),
        ("registry/background.csv", "subject,predicate,", "subject,", "no column 'predicate'"),
        ("entities.csv", ",note", ",colour", "unknown column 'colour'"),
        ("sources.csv", ",language,", ",publisher,", "a column stands twice"),
    ],
)
def test_a_header_must_be_right(folder: Path, table: str, old: str, new: str, words: str) -> None:
    """A missing, unknown or doubled column is named, with the columns there are."""
    path = folder / table
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DocumentError, match=words) as error:
        read_registry(folder)
    assert (error.value.file, error.value.line) == (table, 1)


def test_of_a_long_row_the_error_tells_the_beginning(folder: Path) -> None:
    """A million columns or cells are a wrong row, and no error of a million words."""
    path = folder / "entities.csv"
    text = path.read_text(encoding="utf-8")
    for wrong in (text.replace("\n", "," + ",".join(f"c{n}" for n in range(100_000)) + "\n", 1), text + "a," * 100_000):
        path.write_text(wrong, encoding="utf-8")
        with pytest.raises(DocumentError) as error:
            read_registry(folder)
        assert len(str(error.value)) < 1000


@pytest.mark.parametrize("table", ["sources.csv", "entities.csv"])
def test_a_table_that_is_needed_must_be_there(folder: Path, table: str) -> None:
    """Without its sources or its entities a folder is no registry."""
    (folder / table).unlink()
    with pytest.raises(DocumentError, match="cannot be opened"):
        read_registry(folder)


@pytest.mark.parametrize("table", ["aliases.csv", "registry"])
def test_what_is_not_needed_may_be_missing(folder: Path, table: str) -> None:
    """A country without aliases or background claims is still a country."""
    path = folder / table
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    assert "union-of-towns" in read_registry(folder).entities


@pytest.mark.parametrize(
    ("content", "words"), [(b"", "empty"), (b"\n\n", "no column"), (b"id,\xff\n", "not UTF-8"), (b"\0", "binary")]
)
def test_a_table_that_is_no_table_is_refused(folder: Path, content: bytes, words: str) -> None:
    """Empty files, other encodings and binary files are told from tables."""
    (folder / "entities.csv").write_bytes(content)
    with pytest.raises(DocumentError, match=words):
        read_registry(folder)


def test_a_folder_must_be_there(tmp_path: Path) -> None:
    """A data folder that does not exist is named, with what it should hold."""
    with pytest.raises(DocumentError, match=r"there is no such data folder.*entities\.csv"):
        gather(tmp_path / "nowhere")


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("EM-DU,council_size,,9,both,,,,the-moon,p", "no source 'the-moon'"),
        ("Nobody At All,boycotted,,,,,,,estmark-law,p", "'Nobody At All' is not known"),
        ("bo-strand,leads,Nothing Known,,,,,,estmark-law,p", "'Nothing Known' is not known"),
    ],
)
def test_a_claim_needs_its_source_and_its_names(folder: Path, row: str, words: str) -> None:
    """A shipped claim of an unknown source or of an unknown name is fatal, with file, line and rule."""
    line = append(folder, "registry/background.csv", row)
    with pytest.raises(CheckError, match=words) as error:
        settle(gather(folder)[0])
    assert f"registry/background.csv:{line}" in str(error.value)


def test_a_name_may_stand_where_an_id_may(folder: Path) -> None:
    """A cell may hold any name of an entity; its words are kept."""
    append(folder, "registry/background.csv", "Strand,boycotted,Bergdal,,,,,,estmark-law,page 9")
    claim = read_registry(folder).statements[-1]
    assert (claim.subject, claim.subject_text, claim.object, claim.object_text) == (
        "bo-strand",
        "Strand",
        "EM-BD",
        "Bergdal",
    )


@pytest.mark.parametrize("id", ["a/b", "a?b", "a b", "a\u0007b", "-a", ".", "a#b"])
def test_an_id_can_stand_in_an_address(folder: Path, id: str) -> None:
    """An id with a slash, a blank or a control character is refused with its row."""
    first = (folder / "entities.csv").read_text(encoding="utf-8").splitlines()[1]
    rest = first.partition(",")[2]
    line = append(folder, "entities.csv", f"{id},{rest}")
    with pytest.raises(DocumentError, match="An id stands in addresses") as error:
        read_registry(folder)
    assert f"entities.csv, line {line}: " in str(error.value)


@pytest.mark.parametrize("name", ["expected.csv", "ambiguous.csv", "misfits.csv", "laws.csv", "version", "map.geojson"])
def test_a_link_that_leads_nowhere_is_no_missing_table(folder: Path, name: str) -> None:
    """A table that may be missing and is a dead link is an error: else a guard would be off and nobody told."""
    (folder / name).unlink(missing_ok=True)
    (folder / name).symlink_to(folder / "nowhere.csv")
    with pytest.raises(DocumentError, match=r"cannot be (?:opened|read)"):
        graphs.build(folder)
        read_outlines(folder)


@pytest.mark.parametrize("name", ["expected.csv", "laws.csv", "version", "map.geojson"])
def test_a_table_that_may_have_no_end_is_refused(folder: Path, name: str) -> None:
    """A link to a device in the place of a table is an error at once, and fills no memory."""
    (folder / name).unlink(missing_ok=True)
    (folder / name).symlink_to("/dev/zero")
    with pytest.raises(DocumentError, match="a pipe or a device, and no file"):
        graphs.build(folder)
        read_outlines(folder)


def test_a_header_that_is_no_csv_is_refused(folder: Path, request: pytest.FixtureRequest) -> None:
    """The first row of a table of claims with a cell that no table has is an error of the file, and no traceback."""
    request.addfinalizer(partial(csv.field_size_limit, csv.field_size_limit(131_072)))  # documents have raised it
    path = folder / "claims.csv"
    path.write_text("accept," + "x" * 200_000 + "\n", encoding="utf-8")
    with pytest.raises(DocumentError, match=r"claims.csv, line 1: the header cannot be read as CSV \(field larger"):
        read_header(path, str(path))
