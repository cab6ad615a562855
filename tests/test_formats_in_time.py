"""A document of any format becomes lines in its time and in bounded memory, or is refused with a word."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path

import pytest

import loaders
from graph.errors import DocumentError
from graph.model import Registry
from graph.names import Resolver
from loaders import deadline
from loaders.formats import FORMATS, Laid, content_of, lay
from tests import hostile
from tests.command import run_here
from tests.fuzz.material import PACKED
from tests.test_formats import PAGE, WIKI, pdf, told

pytestmark = pytest.mark.usefixtures("memory_set_aside")
SECONDS = 0.3
NOBODY = Registry({}, (), {}, ())


def opened(path: Path) -> loaders.Reading:
    """A document about to be read, without any names."""
    return loaders.read(path, NOBODY, Resolver(()))


@pytest.mark.parametrize("name", hostile.DOCUMENTS)
def test_a_hostile_document_is_laid_or_refused_in_its_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Whatever a document does, its time ends it: it is refused by name with what to do, and the file is kept."""
    monkeypatch.setattr(deadline, "SECONDS", SECONDS)
    monkeypatch.setattr(deadline, "SECONDS_A_MEGABYTE", 0.0)
    made = hostile.DOCUMENTS[name]()
    content = made.encode() if isinstance(made, str) else made
    path = tmp_path / name
    path.write_bytes(content)
    start = time.thread_time()
    try:
        reading = opened(path)
    except DocumentError as error:
        assert str(error).startswith(str(path))
        assert "Traceback" not in str(error)
    else:
        assert all(line.text == line.text.rstrip("\n") for line in reading.document.laid_lines())
    assert time.thread_time() - start < SECONDS + 1.2, name
    assert path.read_bytes() == content


GOOD = {
    "PDF": ("report.pdf", pdf("Reed Party    12\nRiver    3")),
    "XLSX": next(row for row in PACKED if row[0].endswith("xlsx")),
    "DOCX": next(row for row in PACKED if row[0].endswith("docx")),
    "HTML": ("page.html", PAGE.encode()),
    "wikitext": ("page.wiki", WIKI.encode()),
    "CSV": ("seats.csv", b"List,Seats\nReed,12\n"),
    "text": ("report.txt", b"Reed: 12 seats\n"),
}


@pytest.mark.parametrize("name", FORMATS)
def test_the_time_of_every_format_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """A reader of any format that does not end is broken off, and the document is refused with that word."""
    file, content = GOOD[name]
    path = tmp_path / file
    path.write_bytes(content)
    assert lay(content_of(path)).format == name
    module = f"loaders.formats.{FORMATS[name].module}"

    def endless(reader: object) -> None:
        while True:
            pass

    monkeypatch.setattr(f"{module}.Reader.read", endless)
    monkeypatch.setattr(deadline, "SECONDS", SECONDS)
    with pytest.raises(DocumentError, match=f"the time of this {name} was over before its first line was read"):
        lay(content_of(path))


def laid_late(path: Path, monkeypatch: pytest.MonkeyPatch) -> Laid:
    """A document's lines in the shortest time, of longer and longer ones, in which there is one."""
    monkeypatch.setattr(deadline, "SECONDS_A_MEGABYTE", 0.0)
    for step in range(16):
        monkeypatch.setattr(deadline, "SECONDS", 0.1 * 1.3**step)
        with suppress(DocumentError):
            return lay(content_of(path))
    pytest.fail("no line was read in five seconds")


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("page.html", lambda: "<html><p>first</p>" + "<p>Reed: 3 seats\n" * 60_000),
        ("report.docx", lambda: hostile.word("<w:p><w:r><w:t>Reed: 3 seats</w:t></w:r></w:p>" * 100_000)),
        (
            "seats.xlsx",
            lambda: hostile.sheet(
                "".join(f'<row r="{row}"><c r="A{row}"><v>3</v></c></row>' for row in range(1, 150_000)),
                before='<dimension ref="A1:A150000"/>',
            ),
        ),
        ("page.wiki", lambda: "== Reed ==\n" + "* Reed: 3 [[seats]]\n" * 300_000),
        ("report.pdf", lambda: pdf(*["Reed Party    12\nRiver    3"] * 8_000)),
    ],
)
def test_what_was_read_in_time_stays_and_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, make: object
) -> None:
    """Of a document that takes too long to become lines the first are there, and a remark names the last of them."""
    assert callable(make)
    made = make()
    path = tmp_path / name
    path.write_bytes(made if isinstance(made, bytes) else made.encode())
    found = laid_late(path, monkeypatch)
    lines = [line for line in found.again() if line.text]
    assert len(lines) > 1
    behind = lines[-1].where or f"line {lines[-1].number}"
    assert f"reading took too long and stopped behind {behind}: break the document into parts" in told(found)


def test_a_library_that_takes_the_end_of_the_time_for_its_own_error_ends_too() -> None:
    """Where the strike is swallowed it comes again, and an error that it was made into is the end of the time."""

    def swallows() -> None:
        caught = 0
        while caught < 2:
            try:
                while True:
                    pass
            except BaseException:  # noqa: BLE001 - as a library does
                caught += 1
        raise TypeError("expected int")

    start = time.thread_time()
    late = deadline.Deadline(0)
    late._until = start + 0.1
    assert not late.run(swallows)
    assert time.thread_time() - start < 5


def test_cells_that_say_too_much_again_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Cells that span a thousand rows and columns fill no memory, however small the page that says so."""
    monkeypatch.setattr("loaders.formats.rows._MOST_CELLS", 100_000)
    path = tmp_path / "page.html"
    path.write_text("<table>" + "<tr><td colspan=1000>7" * 200, encoding="utf-8")
    with pytest.raises(DocumentError, match="span more than 100,000 rows and columns"):
        lay(content_of(path))


def test_a_page_that_is_too_deep_is_no_half_page(tmp_path: Path) -> None:
    """Where the parser goes no deeper and drops the rest without a word, the page is refused."""
    path = tmp_path / "page.html"
    path.write_text("<html><p>Reed: 3 seats</p>" + "<div>" * 3000 + "</div>" * 3000 + "<p>River: 4", encoding="utf-8")
    with pytest.raises(DocumentError, match="its tags stand more than 2,000 deep in one another"):
        lay(content_of(path))


def test_a_tag_of_many_attributes_ends_behind_some_of_them(tmp_path: Path) -> None:
    """What follows is read as text; a sign of comparison in a script begins no tag, and the page around it is read."""
    path = tmp_path / "page.html"
    script = "<script>\nif (a <b) " + " c\n" * 700 + "</script>"
    many = " ".join(f"a{one}='>'" for one in range(150))
    path.write_text(f"<html><body>{script}<!-- <b {'d ' * 700}-->\n<p {many}>Reed: 3 seats</p>", encoding="utf-8")
    lines = [(line.number, line.text) for line in lay(content_of(path)).again() if line.text]
    assert lines == [(703, " ".join(f"a{one}='>'" for one in range(100, 150)) + ">Reed: 3 seats")]


def test_a_hostile_document_is_an_answer_of_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`majlis read` ends with exit code 3, the name of the document and what to do."""
    monkeypatch.setattr(deadline, "SECONDS", SECONDS)
    path = tmp_path / "report.docx"
    made = hostile.DOCUMENTS["tables in tables.docx"]()
    path.write_bytes(made if isinstance(made, bytes) else made.encode())
    done = run_here("read", path)
    assert (done.returncode, done.stdout) == (3, "")
    assert f"{path}: this document is damaged" in done.stderr
