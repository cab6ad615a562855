"""Documents: what they say of themselves, files that are none, and several documents together."""

from __future__ import annotations

import io
import json
import os
import shutil
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

import loaders
from graph.checks.overruled import overruled
from graph.checks.settle import settle
from graph.errors import DocumentError, UsageError
from graph.model import Fact, Kind, Knowledge, Registry, Statement
from graph.names import Resolver
from loaders.documents import open_document
from loaders.folder import UserDocument, gather
from loaders.tables import read_registry
from tests.command import Run, program, run_here

from .made import COUNTRIES

ROOT = Path(__file__).parents[1]
DATA = ROOT / "data"
LIST = "Najaf\n- Nabni: 3 seats\n- Azm: 1 seat\n"

Open = Callable[..., loaders.Reading]
Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a document and gives its path."""

    def writing(content: str | bytes, name: str = "report.txt") -> Path:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return writing


@pytest.fixture
def read(write: Write, knowledge: Knowledge, resolver: Resolver) -> Open:
    """Opens a text as a document."""

    def opening(content: str | bytes, **options: str) -> loaders.Reading:
        return loaders.read(write(content), knowledge.registry, resolver, loaders.Options(**options))

    return opening


def seats(knowledge: Knowledge) -> dict[tuple[str, str | None], Fact]:
    """The facts of seats by list and province."""
    return {(f.subject, f.object): f for f in settle(knowledge)[0].facts if f.predicate == "holds_seats"}


# --- Files that are no documents ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "line", "words"),
    [
        (b"", None, "the file is empty"),
        (b" \n\t\n\r\n", None, "there is no text in it"),
        (b"\xef\xbb\xbf", None, "the file is empty"),
        (b"---\ntitle: X\n---\n\n", None, "there is no text in it"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", None, "this is a picture"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", None, "before 2007, or one with a password"),
        (b"Najaf\n- Nabni: 3 seats\0\n", 2, "binary file"),
    ],
)
def test_a_file_that_is_no_text_names_itself_and_the_line(
    read: Open, content: bytes, line: int | None, words: str
) -> None:
    """What is empty, binary or a picture ends with file, line and what to do."""
    with pytest.raises(DocumentError, match=words) as error:
        list(read(content).items())
    assert (error.value.line, "report.txt" in str(error.value)) == (line, True)


def test_damaged_letters_are_found_far_down(read: Open) -> None:
    """UTF-8 with a byte that is none is refused at the line of that byte, and not read in another encoding."""
    reading = read(("# نتائج\n" + LIST * 1000).encode() + "É".encode("latin-1"))
    with pytest.raises(DocumentError) as error:
        list(reading.items())
    assert error.value.line == 3002


@pytest.mark.parametrize("name", ["missing.txt", "."])
def test_what_is_no_file_is_said_to_be_none(
    tmp_path: Path, knowledge: Knowledge, resolver: Resolver, name: str
) -> None:
    """A missing file or a folder cannot be opened, and the message names it."""
    with pytest.raises(DocumentError, match="cannot be opened") as error:
        loaders.read(tmp_path / name, knowledge.registry, resolver)
    assert str(tmp_path) in str(error.value)


@pytest.mark.parametrize("name", ["pipe.txt", "device.txt"])
def test_a_pipe_or_a_device_is_no_document(tmp_path: Path, knowledge: Knowledge, resolver: Resolver, name: str) -> None:
    """What may have no end is refused at once, with what to do, and nothing waits for it."""
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "device.txt").symlink_to("/dev/zero")
    with pytest.raises(DocumentError, match=r"a pipe or a device, and no file\. .* on standard input"):
        loaders.read(tmp_path / name, knowledge.registry, resolver)


def test_a_file_that_cannot_be_read_to_its_end_is_said_so(
    tmp_path: Path, knowledge: Knowledge, resolver: Resolver, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What opens and then gives an error of the disk is refused with its name."""
    path = tmp_path / "report.txt"
    path.write_text(LIST, encoding="utf-8")

    class Broken(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            raise OSError(5, "Input/output error")

    monkeypatch.setattr("loaders.formats.content._opened", lambda path, shown: Broken())
    with pytest.raises(DocumentError, match=r"report\.txt: cannot be read: Input/output error"):
        loaders.read(path, knowledge.registry, resolver)


# --- Front matter ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("head", "words"),
    [
        ("---\ntitle: X\n", "close the front matter with ---"),
        ("---\npublised: 2023-12-28\n---\n", "'publised: 2023-12-28' is not a line of front matter"),
        ("---\njust words\n---\n", "is not a line of front matter"),
        ("---\ntitle: X\ntitle: Y\n---\n", "'title' stands twice"),
        ("---\nkind: newspaper\n---\n", "kind is 'newspaper'"),
        ("---\nstanding: sure\n---\n", "standing is 'sure'"),
        ("---\nshape: poem\n---\n", "shape is 'poem'"),
        ("---\npublished: yesterday\n---\n", "published is 'yesterday'"),
        ("---\npublished: 2023-02-31\n---\n", "published is '2023-02-31'"),
        ("---\npublished: 28/12/2023\n---\n", "published is"),
    ],
)
def test_front_matter_that_is_wrong_is_refused(read: Open, head: str, words: str) -> None:
    """What a document states wrongly of itself is named, with what would be right."""
    with pytest.raises(DocumentError, match=words):
        read(head + LIST)


def test_front_matter_of_other_makers_is_passed_over_and_said(read: Open) -> None:
    """Keys that a maker of pages writes for itself do not keep a document from being read; a remark names them."""
    reading = read("---\ntitle: X\ndate: 2028-03-09\ntags:\n  - seats\n- votes\nlayout: post\n---\n" + LIST)
    assert reading.source.title == "X"
    remarks = [one.text for one in reading.document.laid.remarks]
    assert remarks == ["front matter that is not used: date, tags, layout"]


def test_front_matter_needs_an_end(read: Open) -> None:
    """A file of nothing but front matter that is never closed is refused at its first line."""
    with pytest.raises(DocumentError, match="the front matter has no end") as error:
        read("---\ntitle: X\nkind: press\n")
    assert error.value.line == 1


def test_an_unknown_election_is_refused(read: Open) -> None:
    """An election must be one of the registry's; the message lists them, and says how another is known."""
    with pytest.raises(DocumentError, match=r"iq-2023-governorates.*Another has a row in entities\.csv"):
        read("---\nelection: moon-2023\n---\n" + LIST)


@pytest.mark.parametrize("stated", ["", "---\nelection: em-2021-councils\n---\n"])
def test_of_two_elections_one_must_be_named(write: Write, stated: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where two elections are known, a document that says none is read, and refused where claims are counted."""
    monkeypatch.delenv("MAJLIS_ELECTION")
    registry = read_registry(ROOT / "tests" / "elsewhere")
    election = registry.entities["em-2021-councils"]
    other = type(election)("em-2016-councils", Kind.ELECTION, "Before", attributes={"date": "2016-03-06"})
    two = Registry({**registry.entities, other.id: other}, registry.names, registry.sources, ())
    path = write(stated + "Corvale\n- Harbour List: 3 seats\n")
    if stated:
        assert loaders.read(path, two, Resolver(two.names)).election == "em-2021-councils"
    else:
        reading = loaders.read(path, two, Resolver(two.names))
        assert reading.election is None
        with pytest.raises(UsageError, match=r"--election ID.*em-2016-councils, em-2021-councils"):
            _ = reading.document.required_election


def test_no_front_matter_is_needed(read: Open) -> None:
    """A bare list is read: its shape is told from its lines, and its file names the source."""
    reading = read(LIST)
    assert (reading.shape, reading.source.id, reading.source.title) == ("seat_list", "report", "report.txt")
    assert len(list(reading.items())) == 2


def test_options_win_over_front_matter(read: Open) -> None:
    """What the user says of a document replaces what it says of itself, point by point."""
    reading = read("---\ntitle: X\npublisher: Y\nkind: official\n---\n" + LIST, publisher="Z", published="2023-12-28")
    source = reading.source
    assert (source.title, source.publisher, source.published, source.kind.value) == ("X", "Z", "2023-12-28", "official")
    assert source.id == "z-2023-12-28-x"


def test_a_known_source_is_named_by_its_id(read: Open) -> None:
    """A document may be one of the sources that the data list."""
    assert read("---\nsource: shafaq-final-2023\n---\n" + LIST).source.publisher == "Shafaq News"


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        (LIST, "seat_list"),
        ("The vote was calm. Nabni won.", "prose"),
        ("- Nabni\n- Azm\n", "prose"),
        ("Basra\nNabni (3)\n", "prose"),
    ],
)
def test_the_shape_is_told_from_the_text(read: Open, text: str, shape: str) -> None:
    """Only lines that give a list its seats make a seat list."""
    assert read(text).shape == shape


# --- Several documents -------------------------------------------------------------------------------


def together(*paths: Path, only: bool = True) -> Knowledge:
    """The shipped registry with these documents of a user's."""
    return gather(DATA, [UserDocument(path) for path in paths], only=only)[0]


def test_the_same_document_twice_is_read_once(write: Write) -> None:
    """A copy of a document under another name is no second source."""
    knowledge, remarks = gather(DATA, [UserDocument(write(LIST)), UserDocument(write(LIST, "copy.txt"))], only=True)
    assert len(knowledge.users) == 1
    assert len([c for c in knowledge.statements if c.predicate == "holds_seats"]) == 2
    assert "says the same as" in remarks[0].text


def test_documents_of_equal_standing_that_disagree_are_disputed(write: Write) -> None:
    """Two press reports with different numbers leave the seat disputed, with both numbers."""
    knowledge = together(write(LIST, "a.txt"), write(LIST.replace("3 seats", "4 seats"), "b.txt"))
    fact = seats(knowledge)["nabni", "IQ-NA"]
    assert (fact.value, fact.values, fact.disputed) == (None, (3, 4), True)
    assert seats(knowledge)["azm", "IQ-NA"].sources == 2


def test_the_final_report_stands_against_a_preliminary_one(write: Write) -> None:
    """A preliminary list changes no seat of a final one, and its own lists do not count."""
    final = write("Final results\n" + LIST, "final.txt")
    early = write("Preliminary results\nNajaf\n- Nabni: 5 seats\n- Madar: 2 seats\n", "early.txt")
    held = seats(together(early, final))
    assert (held["nabni", "IQ-NA"].value, held["nabni", "IQ-NA"].disputed) == (3, False)
    assert not held["madar", "IQ-NA"].counts


def test_documents_that_describe_themselves_alike_do_not_collide(write: Write) -> None:
    """Three documents with one title are three sources with three ids, and every claim keeps its own."""
    head = "---\ntitle: Results\npublisher: X\n---\n"
    texts = [f"{head}Najaf\n- Nabni: {number} seats\n" for number in (3, 4, 5)]
    knowledge = together(*(write(text, f"{number}.txt") for number, text in enumerate(texts)))
    assert knowledge.users == {"x-results", "x-results-2", "x-results-3"}
    claims = [c for c in knowledge.statements if c.source in knowledge.users]
    assert sorted((c.source, c.value) for c in claims) == [("x-results", 3), ("x-results-2", 4), ("x-results-3", 5)]
    assert len({c.id for c in claims}) == 3


def test_a_document_cannot_take_the_place_of_a_shipped_source(write: Write) -> None:
    """A document that describes itself like a source of the data gets an id of its own."""
    shipped = read_registry(DATA).sources["shafaq-final-2023"]
    path = write("---\npublisher: Shafaq\ntitle: Final 2023\n---\n" + LIST)
    knowledge = together(path)
    assert knowledge.sources["shafaq-final-2023"] == shipped
    assert knowledge.users == {"shafaq-final-2023-2"}


def test_a_shipped_report_given_again_changes_nothing(write: Write) -> None:
    """A user who adds the report that ships, or one like it of the same source, adds no claim and loses none."""
    (shipped,) = (DATA / "reports").glob("*.txt")
    alone = gather(DATA)[0]
    again = together(shipped, write(shipped.read_text(encoding="utf-8") + "\n\n", "again.txt"), only=False)
    assert {c.id for c in again.statements} == {c.id for c in alone.statements}
    assert {key: fact.value for key, fact in seats(again).items()} == {
        key: fact.value for key, fact in seats(alone).items()
    }


def test_a_document_in_which_nothing_reads_as_a_statement_is_told(write: Write) -> None:
    """A table that is not understood is never lost in silence; a list with one seat says nothing."""
    table = write("when,where,what\n09:00,Baghdad,rain\n10:00,Basra,sun\n", "table.csv")
    of = loaders.Options(election="iq-2023-governorates")
    knowledge, (remark,) = gather(DATA, [UserDocument(table, of)], only=True)
    assert not any(claim.source in knowledge.users for claim in knowledge.statements)
    said = "nothing was read: it looks like 1 table, and no line of it reads as a statement"
    todo = "The columns are not understood: say what they are with majlis read --columns"
    assert (remark.text.startswith(said), todo in remark.text, remark.locator) == (True, True, str(table))
    listed = write("Najaf\n- Nabni: 3 seats\n", "list.txt")
    assert gather(DATA, [UserDocument(listed, of)], only=True)[1] == []


def test_a_document_that_breaks_a_check_is_dissent(write: Write) -> None:
    """More seats than a council has are reported with file and line, and count for nothing."""
    path = write("Final results\nKirkuk\n- Nabni: 400 seats\n")
    decided, problems = settle(together(path))
    assert [(problem.rule, problem.place and problem.place.line) for problem in problems] == [("council-size", 3)]
    assert not any(
        f.counts for f in decided.facts if (f.predicate, f.subject, f.object) == ("holds_seats", "nabni", "IQ-KI")
    )


def test_a_number_over_the_size_that_is_overruled_is_noted(write: Write) -> None:
    """A press figure that no council could hold is no problem where a final result decides, and is not lost."""
    decided, problems = settle(together(write("Kirkuk\n- Nabni: 400 seats\n"), only=False))
    assert problems == []
    (note,) = overruled(decided)
    assert (note.place and note.place.line, "400 seats in Kirkuk" in note.what) == (2, True)


# --- Names that nobody registered ---------------------------------------------------------------------

_HEAD = "---\nsource: gazette\ntitle: Gazette\npublished: 2021-06-20\nstanding: final\n---\n"


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs a command on a data folder of the invented country, one of whose reports has two names nobody registered."""
    folder = Path(shutil.copytree(ROOT / "tests" / "elsewhere", tmp_path / "country"))
    (folder / "reports").mkdir()
    (folder / "reports" / "new.txt").write_text(
        _HEAD + "Dunmere\n- Newcomers: 1 seat\n- Harbor List: 1 seat\n", encoding="utf-8"
    )
    return partial(run_here, XDG_CACHE_HOME=str(tmp_path / "cache"), MAJLIS_DATA=str(folder))


def test_a_name_nobody_registered_stops_no_command(run: Run, tmp_path: Path) -> None:
    """A report of a data folder may name somebody new: the name is told, and every question is answered."""
    page = str(tmp_path / "page.html")
    for command, code in (
        (["check"], 0),
        (["where", "Lindqvist"], 0),
        (["who", "Dunmere"], 0),
        (["show", "-o", page], 0),
    ):
        done = run(*command)
        assert (done.returncode, "Traceback" in done.stderr) == (code, False), done.stderr
    assert "no registered list has this name: Newcomers, 1" in run("who", "Dunmere").stdout
    assert "Newcomers (gazette, Dunmere, item 1 (line 8))" in run("coverage").stdout
    checked = run("check")
    assert "rules hold" in checked.stdout
    assert checked.stdout.endswith("Names not known: 2.\n")
    assert "reports/new.txt:8: not known: 'Newcomers'" in checked.stderr
    assert "if it is Harbour List, a row of aliases.csv registers it: harbour-list,Harbor List" in checked.stderr


def test_the_row_of_an_unknown_name_registers_it(run: Run, tmp_path: Path) -> None:
    """The rows that are given stand in the table as they are: with them no name is unknown, and the seats count."""
    folder = tmp_path / "country"
    unresolved = json.loads(run("check", "--format", "json").stdout)["unresolved"]
    assert [(name["text"], name["line"]) for name in unresolved] == [("Newcomers", 8), ("Harbor List", 9)]
    for row in (unresolved[0]["rows"][0], unresolved[1]["rows"][1]):
        with (folder / row["file"]).open("a", encoding="utf-8") as table:
            table.write(row["row"] + "\n")
    knowledge, _ = gather(folder)
    assert list(knowledge.unresolved) == []
    held = seats(knowledge)
    assert held["newcomers", "EM-DU"].value == held["harbour-list", "EM-DU"].value == 1


# --- Length ------------------------------------------------------------------------------------------

_MEASURE = """
import resource, sys
from pathlib import Path
import loaders
from graph.model import Statement
from graph.names import Resolver
from loaders.tables import read_registry

registry = read_registry(Path(sys.argv[1]))
resolver = Resolver(registry.names)
def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1 if sys.platform != "darwin" else 1024)
before = peak()
reading = loaders.read(Path(sys.argv[2]), registry, resolver)
count = sum(isinstance(item, Statement) for item in reading.items())
print(reading.shape, count, peak() - before)
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("shape", "line", "lines", "statements"),
    [
        ("seat_list", "- Nabni (We Build) Alliance: {seats} seats" + " " * 340 + "\n", 133_000, 133_000),
        ("seat_list", "- Unheard {number} of {name}: {seats} seats\n", 30_000, 30_000),
        ("seat_list", "- {name} {number}: {seats} seats, more or less, as the commission had it\n", 30_000, 0),
        ("prose", "Nabni came first in Najaf. So said {name} {number}, and who would deny it.\n", 10_000, 10_000),
    ],
    ids=["50 MB", "unknown names", "unreadable lines", "one paragraph"],
)
def test_a_document_of_any_length_is_read_as_a_stream(
    tmp_path: Path, shape: str, line: str, lines: int, statements: int
) -> None:
    """A document of tens of megabytes takes hardly more memory than a small one, whatever is in it."""
    path = tmp_path / "long.txt"
    with path.open("w", encoding="utf-8") as stream:
        stream.write("Final results\n\nNajaf\n- Nabni: 3 seats\n\n" if shape == "seat_list" else "Opening.\n")
        stream.writelines(line.format(name="Emerald Dawn", number=n, seats=n % 9 + 1) for n in range(lines))
    done = program(sys.executable, "-c", _MEASURE, DATA, path, cwd=ROOT)
    told, count, growth = done.stdout.split()
    assert lines < 133_000 or path.stat().st_size > 50_000_000
    assert told == shape
    assert int(count) >= statements
    assert int(growth) < 10_000  # kB; the items of any of these but the paragraph take more


def test_statements_come_as_they_are_read(read: Open) -> None:
    """The first statement is there before a broken last line is reached."""
    items = read(("# نتائج\n" + LIST * 1000).encode() + b"\xff\n").items()
    assert isinstance(next(items), Statement)
    with pytest.raises(DocumentError):
        list(items)


def test_a_slip_in_the_name_of_a_source_makes_no_new_one(tmp_path: Path) -> None:
    """A source that is not listed and of which nothing is said is refused with the nearest; a described one is new."""
    registry = read_registry(COUNTRIES / "two_blocs")
    report = tmp_path / "report.txt"
    known = sorted(registry.sources)[0]
    report.write_text(f"---\nsource: {known}x\n---\nText.\n", encoding="utf-8")
    with pytest.raises(DocumentError, match=f"no source '{known}x' is known; did you mean .*{known}"):
        open_document(report, registry)
    report.write_text(f"---\nsource: {known}x\ntitle: Another paper\n---\nText.\n", encoding="utf-8")
    assert open_document(report, registry).source.id == f"{known}x"
